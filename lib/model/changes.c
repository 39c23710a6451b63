/* Two rounds side by side, each read with its own framework. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/score.h"

struct pair {
	struct changes		*out;
	const struct round	*before, *now;
	struct scores		 b, n;		/* by criterion or by dimension */
	const char		*group;
	unsigned		 flags;
};

const char *
change_state_str(enum change_state s)
{
	static const char *const	words[] = { "common", "reworded",
	    "added", "dropped" };

	return words[s];
}

static int
same_scale(const struct scale *a, const struct scale *b)
{
	int	i;

	if (a->n != b->n)
		return 0;
	for (i = 0; i < a->n; i++)
		if (a->value[i] != b->value[i])
			return 0;
	return 1;
}

/* Whether a criterion asks the same in both rounds. */
static int
same_criterion(const struct pair *p, size_t kb, size_t kn)
{
	const struct criterion	*b = &p->before->fw.crit[kb];
	const struct criterion	*n = &p->now->fw.crit[kn];

	return strcmp(b->label, n->label) == 0 && b->reverse == n->reverse &&
	    strcmp(p->before->fw.dims[b->dim].id,
	    p->now->fw.dims[n->dim].id) == 0;
}

static int
same_texts(const struct dimension *b, const struct dimension *n)
{
	const char	*x, *y;
	int		 i;

	if (strcmp(b->label, n->label) != 0 || !same_scale(b->scale, n->scale))
		return 0;
	for (i = 0; i < b->scale->n; i++) {
		x = b->text != NULL && b->text[i] != NULL ? b->text[i] : "";
		y = n->text != NULL && n->text[i] != NULL ? n->text[i] : "";
		if (strcmp(x, y) != 0)
			return 0;
	}
	return 1;
}

/* Whether a thread has the same words and the same criteria. */
static int
same_dimension(const struct pair *p, size_t db, size_t dn)
{
	const struct framework	*fb = &p->before->fw, *fn = &p->now->fw;
	size_t			 k, j;

	if (!same_texts(&fb->dims[db], &fn->dims[dn]) ||
	    fb->dims[db].n != fn->dims[dn].n)
		return 0;
	for (k = fb->dims[db].first; k < fb->dims[db].first +
	    fb->dims[db].n; k++) {
		j = framework_crit(fn, fb->crit[k].id);
		if (j == fn->ncrit || !same_criterion(p, k, j))
			return 0;
	}
	return 1;
}

static struct change *
add(struct pair *p, const struct framework *fw, size_t dim, size_t crit)
{
	struct changes	*c = p->out;
	struct change	*row;

	c->row = mem_grow(c->row, c->n, &c->cap, sizeof(*c->row));
	row = &c->row[c->n++];
	memset(row, 0, sizeof(*row));
	row->before_id = p->before->id;
	row->now_id = p->now->id;
	row->group = p->group;
	row->series = arena_str(&c->arena, series_name(fw, p->group));
	row->dimension = fw->dims[dim].id;
	row->criterion = crit < fw->ncrit ? fw->crit[crit].id : "";
	row->label = crit < fw->ncrit ? fw->crit[crit].label :
	    fw->dims[dim].label;
	row->scale = fw->dims[dim].scale;
	row->before = row->now = row->delta = FIXED_NONE;
	row->n_before = row->n_now = -1;
	return row;
}

static void
hide_more(struct change *c, enum note n)
{
	if (n > c->note)
		c->note = n;
}

static void
take_before(struct change *c, const struct score *s)
{
	if (s == NULL)
		return;
	c->before = s->mean;
	c->n_before = s->n == s->n_max ? s->n : -1;
	hide_more(c, s->note);
}

static void
take_now(struct change *c, const struct score *s)
{
	if (s == NULL)
		return;
	c->now = s->mean;
	c->n_now = s->n == s->n_max ? s->n : -1;
	hide_more(c, s->note);
}

static void
finish(struct change *c)
{
	fixed	away;

	if (c->before == FIXED_NONE || c->now == FIXED_NONE)
		return;
	c->delta = c->now - c->before;
	away = c->delta < 0 ? -c->delta : c->delta;
	c->visible = 8 * away >= c->scale->max - c->scale->min;
}

static int
voted(const struct pair *p)
{
	return strcmp(p->group, "agreed") != 0;
}

static int
group_by_dimension(const struct pair *p, const struct round *r)
{
	return strcmp(p->group, "all") != 0 && r->policy.groups &&
	    !r->policy.open;
}

/*
 * A thread's two means over the criteria that both rounds have and show; as
 * printed where these are all there are.
 */
static void
like_with_like(struct pair *p, struct change *c, size_t db, size_t dn)
{
	const struct framework	*fb = &p->before->fw, *fn = &p->now->fw;
	const struct result	*b, *n;
	size_t			 gb = GROUP_ALL, gn = GROUP_ALL, k, j;
	wide			 sb = 0, sn = 0, w = 0;
	int			 all = 1;

	if (!voted(p) || group_by_dimension(p, p->before) ||
	    group_by_dimension(p, p->now))
		return;
	if (strcmp(p->group, "all") != 0) {
		gb = framework_group(fb, p->group);
		gn = framework_group(fn, p->group);
	}
	for (k = fb->dims[db].first; k < fb->dims[db].first +
	    fb->dims[db].n; k++) {
		b = results_find(&p->before->results, gb, db, k);
		j = framework_crit(fn, fb->crit[k].id);
		n = j == fn->ncrit ? NULL :
		    results_find(&p->now->results, gn, dn, j);
		if (b == NULL || n == NULL || b->mean == FIXED_NONE ||
		    n->mean == FIXED_NONE) {
			all = 0;
			continue;
		}
		sb += (wide)fn->crit[j].weight * b->mean;
		sn += (wide)fn->crit[j].weight * n->mean;
		w += fn->crit[j].weight;
	}
	if (all && fb->dims[db].n == fn->dims[dn].n)
		return;		/* nothing was left out: as printed */
	c->n_before = c->n_now = -1;
	c->before = w > 0 ? num_div(sb, w) : FIXED_NONE;
	c->now = w > 0 ? num_div(sn, w) : FIXED_NONE;
	hide_more(c, w > 0 ? NOTE_ROUNDED : NOTE_WITHHELD);
}

/* An axis of the present round. */
static void
axis_now(struct pair *p, size_t dim, size_t crit)
{
	const struct framework	*fb = &p->before->fw, *fn = &p->now->fw;
	struct change		*c = add(p, fn, dim, crit);
	size_t			 db = framework_dim(fb, c->dimension);
	size_t			 kb = fb->ncrit;
	int			 there = db < fb->ndims;

	take_now(c, scores_find(&p->n, p->group, dim, crit));
	if (crit < fn->ncrit) {
		kb = framework_crit(fb, c->criterion);
		there = kb < fb->ncrit;
		if (there)
			db = fb->crit[kb].dim;
	}
	if (!there) {
		c->state = CHANGE_ADDED;
		return;
	}
	if (!same_scale(fb->dims[db].scale, c->scale)) {
		c->state = CHANGE_REWORDED;
		return;		/* other numbers: nothing to set beside */
	}
	take_before(c, scores_find(&p->b, p->group, db, kb));
	if (crit < fn->ncrit) {
		if (!same_criterion(p, kb, crit))
			c->state = CHANGE_REWORDED;
	} else {
		if (!same_dimension(p, db, dim))
			c->state = CHANGE_REWORDED;
		like_with_like(p, c, db, dim);
	}
	finish(c);
}

/* An axis of the earlier round that is no more. */
static void
axis_gone(struct pair *p, size_t dim, size_t crit)
{
	const struct framework	*fb = &p->before->fw, *fn = &p->now->fw;
	struct change		*c;

	if (crit < fb->ncrit ? framework_crit(fn, fb->crit[crit].id) <
	    fn->ncrit : framework_dim(fn, fb->dims[dim].id) < fn->ndims)
		return;
	c = add(p, fb, dim, crit);
	c->state = CHANGE_DROPPED;
	take_before(c, scores_find(&p->b, p->group, dim, crit));
}

static void
each_axis(struct pair *p, const struct framework *fw,
    void (*axis)(struct pair *, size_t, size_t))
{
	size_t	d, k;

	for (d = 0; d < fw->ndims; d++) {
		if (!(p->flags & SCORE_CRITERIA)) {
			axis(p, d, fw->ncrit);
			continue;
		}
		for (k = fw->dims[d].first; k < fw->dims[d].first +
		    fw->dims[d].n; k++)
			axis(p, d, k);
	}
}

static int
has_series(const struct scores *s, const char *group)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->row[i].group, group) == 0)
			return 1;
	return 0;
}

static void
series(struct pair *p, const char *group)
{
	if (!has_series(&p->b, group) && !has_series(&p->n, group))
		return;
	p->group = group;
	each_axis(p, &p->now->fw, axis_now);
	each_axis(p, &p->before->fw, axis_gone);
}

void
changes_make(struct changes *c, const struct round *before,
    const struct round *now, unsigned flags)
{
	struct pair	p = { .out = c, .before = before, .now = now,
			    .flags = flags };
	size_t		g;

	memset(c, 0, sizeof(*c));
	arena_init(&c->arena);
	flags &= ~SCORE_NAMED;
	flags |= SCORE_ALL | SCORE_AGREED;
	scores_init(&p.b);
	scores_init(&p.n);
	scores_add(&p.b, before, flags);
	scores_add(&p.n, now, flags);
	series(&p, "agreed");
	series(&p, "all");
	for (g = 0; g < now->fw.ngroups && (flags & SCORE_GROUPS); g++)
		series(&p, now->fw.groups[g].id);
	scores_free(&p.b);
	scores_free(&p.n);
}

void
changes_free(struct changes *c)
{
	free(c->row);
	arena_free(&c->arena);
}
