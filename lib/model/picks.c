/*
 * What to talk about first, strengths, priorities: chosen from published
 * cells, ties in the framework's order.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/score.h"

#define TOP	5

static struct pick *
add(struct picks *p, const struct round *r, size_t dim, size_t crit)
{
	const struct framework	*fw = &r->fw;
	struct pick		*row;

	p->row = mem_grow(p->row, p->n, &p->cap, sizeof(*p->row));
	row = &p->row[p->n++];
	memset(row, 0, sizeof(*row));
	row->dim = dim;
	row->crit = crit;
	row->value = row->agreement = FIXED_NONE;
	if (dim < fw->ndims) {
		row->dimension = fw->dims[dim].id;
		row->label = fw->dims[dim].label;
	} else
		row->dimension = row->label = "";
	row->criterion = "";
	if (crit < fw->ncrit) {
		row->criterion = fw->crit[crit].id;
		row->label = fw->crit[crit].label;
	}
	return row;
}

void
picks_free(struct picks *p)
{
	free(p->row);
	arena_free(&p->arena);
}

/* --- talk ------------------------------------------------------------- */

/*
 * READING_APART is the highest; a published A orders within a word.  Order
 * in memory is the framework's, which breaks ties.
 */
static int
talk_cmp(const struct pick *a, const struct pick *b)
{
	if (a->reading != b->reading)
		return a->reading > b->reading ? -1 : 1;
	if ((a->agreement == FIXED_NONE) != (b->agreement == FIXED_NONE))
		return a->agreement == FIXED_NONE ? 1 : -1;
	if (a->agreement != b->agreement)
		return a->agreement < b->agreement ? -1 : 1;
	return (a->crit > b->crit) - (a->crit < b->crit);
}

static int
talk_qcmp(const void *a, const void *b)
{
	return talk_cmp(a, b);
}

void
picks_talk(struct picks *p, const struct round *r, size_t top)
{
	const struct result	*row;
	struct pick		*pick;
	size_t			 k;

	memset(p, 0, sizeof(*p));
	arena_init(&p->arena);
	for (k = 0; k < r->fw.ncrit; k++) {
		row = results_find(&r->results, GROUP_ALL, r->fw.crit[k].dim,
		    k);
		if (row == NULL || row->reading == READING_NONE)
			continue;
		pick = add(p, r, row->dim, k);
		pick->value = row->mean;
		pick->reading = row->reading;
		pick->agreement = row->agreement;
		pick->note = row->note;
	}
	if (p->n > 0)
		qsort(p->row, p->n, sizeof(*p->row), talk_qcmp);
	if (top > 0 && p->n > top)
		p->n = top;
}

/* --- strengths and priorities ----------------------------------------- */

/* The team's own words come first. */
static void
add_findings(struct picks *p, struct project *project, const struct round *r,
    const char *type)
{
	const struct table	*t = project_table(project, "findings");
	struct pick		*pick;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", r->id) ||
		    !cell_is(t, i, "type", type))
			continue;
		pick = add(p, r, framework_dim(&r->fw,
		    cell(t, i, "dimension")), r->fw.ncrit);
		pick->finding = cell(t, i, "text");
	}
}

/* The agreed score of a criterion, else its published mean. */
static int
value_of(struct pick *pick, const struct round *r)
{
	const struct result	*row;
	size_t			 i;

	row = results_find(&r->results, GROUP_ALL, pick->dim, pick->crit);
	if (row != NULL) {
		pick->value = row->mean;
		pick->reading = row->reading;
		pick->agreement = row->agreement;
		pick->note = row->note;
	}
	for (i = 0; i < r->nagreed; i++)
		if (r->agreed[i].dim == pick->dim &&
		    r->agreed[i].crit == pick->crit) {
			pick->value = r->agreed[i].score;
			pick->from_agreed = 1;
		}
	return pick->value != FIXED_NONE;
}

/* (value - min) / (max - min) of two, compared without dividing. */
static int
share_cmp(const struct round *r, const struct pick *a, const struct pick *b)
{
	const struct scale	*s = r->fw.dims[a->dim].scale;
	const struct scale	*t = r->fw.dims[b->dim].scale;
	wide			 x, y;

	x = (wide)(a->value - s->min) * (t->max - t->min);
	y = (wide)(b->value - t->min) * (s->max - s->min);
	return (x > y) - (x < y);
}

struct ranking {
	const struct round	*r;
	int			 sign;
};

static int
rank_cmp(const void *a, const void *b, void *arg)
{
	const struct ranking	*k = arg;
	const struct pick	*x = a, *y = b;
	int			 c = k->sign * share_cmp(k->r, x, y);

	if (c != 0)
		return c;
	if (x->dim != y->dim)
		return x->dim < y->dim ? -1 : 1;
	return (x->crit > y->crit) - (x->crit < y->crit);
}

/*
 * Criteria with a value; and threads that the team agreed on where none of
 * their criteria has one.
 */
static void
candidates(struct picks *p, const struct round *r)
{
	const struct dimension	*d;
	size_t			 i, k, begun;

	for (i = 0; i < r->fw.ndims; i++) {
		d = &r->fw.dims[i];
		begun = p->n;
		for (k = d->first; k < d->first + d->n; k++)
			if (!value_of(add(p, r, i, k), r))
				p->n--;
		if (p->n == begun &&
		    !value_of(add(p, r, i, r->fw.ncrit), r))
			p->n--;
	}
}

static void
rank(struct picks *p, size_t from, const struct round *r, int sign)
{
	struct ranking	how = { r, sign };

	if (p->n > from + 1)
		qsort_r(p->row + from, p->n - from, sizeof(*p->row), rank_cmp,
		    &how);
}

static void
picks_ranked(struct picks *p, struct project *project, const struct round *r,
    size_t top, const char *type, int sign)
{
	size_t	own, found, strengths;

	memset(p, 0, sizeof(*p));
	arena_init(&p->arena);
	add_findings(p, project, r, type);
	own = p->n;
	candidates(p, r);
	found = p->n - own;
	strengths = (found + 1) / 2 < TOP ? (found + 1) / 2 : TOP;
	if (top == 0 && sign > 0) {
		/* What counts as a strength is no priority, ties included. */
		rank(p, own, r, -1);
		memmove(p->row + own, p->row + own + strengths,
		    (found - strengths) * sizeof(*p->row));
		p->n -= strengths;
		found -= strengths;
	}
	rank(p, own, r, sign);
	if (top == 0)
		top = sign < 0 ? strengths : TOP;
	if (found > top)
		p->n = own + top;
}

void
picks_strengths(struct picks *p, struct project *project,
    const struct round *r, size_t top)
{
	picks_ranked(p, project, r, top, "strength", -1);
}

void
picks_priorities(struct picks *p, struct project *project,
    const struct round *r, size_t top)
{
	picks_ranked(p, project, r, top, "need", 1);
}
