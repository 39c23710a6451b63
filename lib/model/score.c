/* What may be printed about votes and agreed scores of a round. */
#include "model/score.h"

#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"

/* --- a round ---------------------------------------------------------- */

static void
load_agreed(struct round *r, struct project *p)
{
	const struct table	*t = project_table(p, "agreed");
	struct agreed		*a;
	const char		*crit;
	size_t			 i, cap = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", r->id))
			continue;
		r->agreed = mem_grow(r->agreed, r->nagreed, &cap,
		    sizeof(*r->agreed));
		a = &r->agreed[r->nagreed];
		crit = cell(t, i, "criterion");
		a->dim = framework_dim(&r->fw, cell(t, i, "dimension"));
		a->crit = framework_crit(&r->fw, crit);
		a->score = cell_fixed(t, i, "score");
		if (a->dim == r->fw.ndims || a->score == FIXED_NONE ||
		    (*crit != '\0' && a->crit == r->fw.ncrit))
			continue;
		a->justification = cell(t, i, "justification");
		a->evidence = cell(t, i, "evidence");
		a->decided_by = cell(t, i, "decided_by");
		a->dissent = cell_is(t, i, "dissent", "yes");
		a->decided_on = cell_day(t, i, "decided_on");
		r->nagreed++;
	}
}

static int
status_parse(const char *s)
{
	if (strcmp(s, "agreed") == 0)
		return ROUND_AGREED;
	return strcmp(s, "counted") == 0 ? ROUND_COUNTED : ROUND_OPEN;
}

/* What was fixed when the round was opened. */
static void
fixed_policy(struct round *r, const struct table *t, size_t i)
{
	r->policy.groups = cell_is(t, i, "show", "groups");
	r->policy.open = cell_is(t, i, "votes", "open");
	policy_parse(&r->policy, cell(t, i, "policy"), &r->closed_on);
}

int
round_load(struct round *r, struct project *p, const char *id,
    const char *lang)
{
	const struct table	*t = project_table(p, "rounds");
	size_t			 i = table_resolve(t, id);

	memset(r, 0, sizeof(*r));
	if (i == t->nrows)
		return -1;
	r->id = cell(t, i, "id");
	r->kind = cell(t, i, "kind");
	r->method = cell(t, i, "method");
	r->note = cell(t, i, "note");
	r->refers_to = cell(t, i, "refers_to");
	r->invited = cell(t, i, "invited");
	r->date = cell_day(t, i, "date");
	r->status = status_parse(cell(t, i, "status"));
	fixed_policy(r, t, i);
	r->promised = r->policy.groups == cell_is(t, i, "show", "groups") &&
	    r->policy.open == cell_is(t, i, "votes", "open");
	if (framework_load(&r->fw, p, r->id, lang) != 0)
		return -1;
	if (results_load(&r->results, p, r->id, &r->fw) != 0)
		return -1;
	load_agreed(r, p);
	return project_bad(p) ? -1 : 0;
}

/* A round of the folder is read and shown as it was opened. */
static int
tally_framework(struct round *r, struct tally *t, struct project *p,
    const struct scale *scale)
{
	const struct table	*rounds;
	size_t			 g, i;

	if (p != NULL) {
		rounds = project_table(p, "rounds");
		i = table_find(rounds, r->id);
		if (i < rounds->nrows)
			fixed_policy(r, rounds, i);
		else
			policy_thresholds(&r->policy, p);
		return framework_load(&r->fw, p, i < rounds->nrows ? r->id :
		    NULL, project_lang(p));
	}
	framework_of_tally(&r->fw, t, scale);
	for (g = 0; g < r->fw.ngroups; g++)
		if (strcmp(r->fw.groups[g].id, "all") == 0 ||
		    strcmp(r->fw.groups[g].id, "agreed") == 0) {
			msg_fault(NULL, N_("a group cannot be called '%s': "
			    "the word is taken"), r->fw.groups[g].id);
			return -1;
		}
	return 0;
}

int
round_of_tally(struct round *r, struct tally *t, const char *id,
    struct project *p, const struct scale *scale, int none,
    const char *shown)
{
	const struct policy	preset = POLICY_PRESET;
	struct votes		v;

	memset(r, 0, sizeof(*r));
	r->id = id;
	r->kind = r->method = r->note = r->refers_to = r->invited = "";
	r->date = r->closed_on = DATE_NONE;
	r->status = ROUND_COUNTED;
	r->policy = preset;
	r->policy.none = none;
	if (tally_framework(r, t, p, scale) != 0)
		return -1;
	if (votes_make(&v, t, id, &r->fw, shown) != 0) {
		votes_free(&v);
		return -1;
	}
	policy_run(&r->results, &v, &r->policy);
	votes_free(&v);
	return 0;
}

void
round_free(struct round *r)
{
	if (r->fw.arena.begun)
		framework_free(&r->fw);
	if (r->results.arena.begun)
		results_free(&r->results);
	free(r->agreed);
	memset(r, 0, sizeof(*r));
}

struct dated {
	const char	*id;
	int		 date;
	size_t		 row;
};

static int
by_date(const void *a, const void *b)
{
	const struct dated	*x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

const char **
round_ids(struct project *p, int closed)
{
	const struct table	*t = project_table(p, "rounds");
	const struct table	*agreed = project_table(p, "agreed");
	size_t			 i, n = 0, count = table_count(t);
	struct dated		*d = mem_calloc(count + 1, sizeof(*d));
	const char		**ids = mem_calloc(count + 1, sizeof(*ids));

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (closed && cell_is(t, i, "status", "open") &&
		    table_find_by(agreed, "round", cell(t, i, "id"),
		    (char *)NULL) == agreed->nrows)
			continue;
		d[n++] = (struct dated){ cell(t, i, "id"),
		    cell_day(t, i, "date"), i };
	}
	if (n > 0)
		qsort(d, n, sizeof(*d), by_date);
	for (i = 0; i < n; i++)
		ids[i] = d[i].id;
	free(d);
	return ids;
}

int64_t
round_persons(const struct round *r, size_t group)
{
	const struct result	*row = results_find(&r->results, group,
				    r->fw.ndims, r->fw.ncrit);

	return row != NULL && row->note == NOTE_NONE ? row->n : -1;
}

/* --- rows ------------------------------------------------------------- */

const char *
series_name(const struct framework *fw, const char *group)
{
	size_t	g;

	if (strcmp(group, "all") == 0)
		return _("all votes");
	if (strcmp(group, "agreed") == 0)
		return _("agreed");
	g = framework_group(fw, group);
	return g < fw->ngroups ? fw->groups[g].label : group;
}

void
scores_init(struct scores *s)
{
	memset(s, 0, sizeof(*s));
	arena_init(&s->arena);
}

void
scores_free(struct scores *s)
{
	free(s->row);
	arena_free(&s->arena);
}

/* One series being written. */
struct writer {
	struct scores		*s;
	const struct round	*r;
	const char		*group, *series;
	size_t			 g;
	unsigned		 flags;
};

static struct score *
add(struct writer *w, size_t dim, size_t crit)
{
	const struct framework	*fw = &w->r->fw;
	struct score		*row;

	w->s->row = mem_grow(w->s->row, w->s->n, &w->s->cap,
	    sizeof(*w->s->row));
	row = &w->s->row[w->s->n++];
	memset(row, 0, sizeof(*row));
	row->round = w->r->id;
	row->group = w->group;
	row->series = w->series;
	row->dim = dim;
	row->crit = crit;
	row->dimension = fw->dims[dim].id;
	row->criterion = crit < fw->ncrit ? fw->crit[crit].id : "";
	row->label = crit < fw->ncrit ? fw->crit[crit].label :
	    fw->dims[dim].label;
	row->scale = fw->dims[dim].scale;
	row->n = row->n_max = row->no_answer = -1;
	row->mean = row->median = row->sd = row->low = row->high =
	    row->agreement = row->rwg = row->ad = FIXED_NONE;
	return row;
}

/* All axes of the series, in order. */
static void
each(struct writer *w, void (*fill)(struct writer *, struct score *))
{
	const struct framework	*fw = &w->r->fw;
	size_t			 d, k;

	for (d = 0; d < fw->ndims; d++) {
		if (!(w->flags & SCORE_CRITERIA)) {
			fill(w, add(w, d, fw->ncrit));
			continue;
		}
		for (k = fw->dims[d].first; k < fw->dims[d].first +
		    fw->dims[d].n; k++)
			fill(w, add(w, d, k));
	}
}

/* The range of n over the criteria of a dimension that shows all counts. */
static void
fill_n(struct writer *w, struct score *row)
{
	const struct dimension	*d = &w->r->fw.dims[row->dim];
	const struct result	*c;
	size_t			 k;

	for (k = d->first; k < d->first + d->n; k++) {
		c = results_find(&w->r->results, w->g, row->dim, k);
		if (c == NULL)
			continue;
		if (row->n < 0 || c->n < row->n)
			row->n = c->n;
		if (c->n > row->n_max)
			row->n_max = c->n;
	}
}

static void
fill_dimension(struct writer *w, struct score *row)
{
	struct ratio	mean;
	int		exact;

	mean = results_dimension(&w->r->results, w->g, row->dim, &exact);
	if (exact)
		fill_n(w, row);
	if (mean.den != 0)
		row->mean = num_div(mean.num, mean.den);
	if (!exact)
		row->note = mean.den != 0 ? NOTE_ROUNDED : NOTE_WITHHELD;
}

static void
fill_criterion(struct writer *w, struct score *row)
{
	const struct result	*c = results_find(&w->r->results, w->g,
				    row->dim, row->crit);
	struct stats		 s;

	if (c == NULL) {
		row->note = NOTE_WITHHELD;
		return;
	}
	row->n = row->n_max = c->n;
	row->no_answer = c->no_answer;
	row->counts = c->counts;
	row->mean = c->mean;
	row->agreement = c->agreement;
	row->reading = c->reading;
	row->note = c->note;
	if (c->counts == NULL)
		return;
	stats_counts(&s, row->scale->value, c->counts, row->scale->n);
	row->median = s.median;
	row->sd = s.sd;
	row->low = s.low;
	row->high = s.high;
	row->rwg = s.rwg;
	row->ad = s.ad;
}

static void
fill_votes(struct writer *w, struct score *row)
{
	if (round_persons(w->r, w->g) < 0)
		row->note = NOTE_WITHHELD;
	else if (w->flags & SCORE_CRITERIA)
		fill_criterion(w, row);
	else
		fill_dimension(w, row);
}

static void
fill_agreed(struct writer *w, struct score *row)
{
	const struct agreed	*a = w->r->agreed;
	size_t			 i;

	for (i = 0; i < w->r->nagreed; i++)
		if (a[i].dim == row->dim && a[i].crit == row->crit) {
			row->mean = a[i].score;
			row->remark = agreed_remark(w->r, &a[i], NULL);
		}
}

static int
any_agreed(const struct round *r, unsigned flags)
{
	size_t	i;

	for (i = 0; i < r->nagreed; i++)
		if ((r->agreed[i].crit < r->fw.ncrit) ==
		    !!(flags & SCORE_CRITERIA))
			return 1;
	return 0;
}

static void
begin(struct writer *w, const char *group, size_t g)
{
	const char	*name = series_name(&w->r->fw, group);

	w->group = group;
	w->g = g;
	w->series = w->flags & SCORE_NAMED ?
	    arena_printf(&w->s->arena, _("%s (%s)"), name, w->r->id) :
	    arena_str(&w->s->arena, name);
}

void
scores_add(struct scores *s, const struct round *r, unsigned flags)
{
	struct writer	w = { s, r, NULL, NULL, GROUP_ALL, flags };
	size_t		g;

	if ((flags & SCORE_ALL) && r->results.n > 0) {
		begin(&w, "all", GROUP_ALL);
		each(&w, fill_votes);
	}
	if ((flags & SCORE_AGREED) && any_agreed(r, flags)) {
		begin(&w, "agreed", GROUP_ALL);
		each(&w, fill_agreed);
	}
	if (!(flags & SCORE_GROUPS) || r->results.n == 0 ||
	    ((flags & SCORE_CRITERIA) && r->policy.groups && !r->policy.open))
		return;
	for (g = 0; g < r->fw.ngroups; g++) {
		if (r->fw.groups[g].into != g)
			continue;
		begin(&w, r->fw.groups[g].id, g);
		each(&w, fill_votes);
	}
}

const struct score *
scores_find(const struct scores *s, const char *group, size_t dim,
    size_t crit)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (s->row[i].dim == dim && s->row[i].crit == crit &&
		    strcmp(s->row[i].group, group) == 0)
			return &s->row[i];
	return NULL;
}
