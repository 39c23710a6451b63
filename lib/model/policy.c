/*
 * What a closed round publishes.  Each function here decides from sizes,
 * that is from who answered; what they answered only fills the cells that are
 * decided already.
 */
#include "model/policy.h"

#include <string.h>

#include "base/date.h"
#include "base/mem.h"

enum {
	LEAST_TEAM	= 5,	/* persons of a round, answers to a criterion */
	LEAST_COUNTS	= 9,
	LEAST_GROUP	= 3,
	LEAST_READING	= 6,	/* persons */
	LEAST_SHORT	= 10,	/* answers on a scale of fewer than 4 points */
	SHORT_SCALE	= 4,
	/* With counts: a group, all others, and those in no group shown. */
	COUNTS_GROUP	= 15,
	COUNTS_ANSWERS	= 8,	/* of each of these to a criterion */
	/* With groups. */
	GROUPS_TEAM	= 8,
	GROUPS_HIDDEN	= 5,
	GROUPS_CRITERIA	= 3,
	/* Outside the team. */
	OUT_MIDDLE	= 10,	/* 5-9, 10-14, 15+ */
	OUT_LARGE	= 15,	/* tenths, criteria */
	OUT_GROUP	= 10
};

static int64_t
larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* --- thresholds ------------------------------------------------------- */

void
policy_parse(struct policy *p, const char *text, int *closed)
{
	char	*copy = mem_strdup(text), *save, *w, *eq;
	int64_t	 v;

	p->team = LEAST_TEAM;
	p->counts = LEAST_COUNTS;
	p->group = LEAST_GROUP;
	if (closed != NULL)
		*closed = DATE_NONE;
	for (w = strtok_r(copy, " ", &save); w != NULL;
	    w = strtok_r(NULL, " ", &save)) {
		if ((eq = strchr(w, '=')) == NULL)
			continue;
		*eq++ = '\0';
		if (strcmp(w, "closed") == 0 && closed != NULL &&
		    date_parse(eq, closed) != 0)
			*closed = DATE_NONE;
		if (strcmp(w, "show") == 0)
			p->groups = strcmp(eq, "groups") == 0;
		if (strcmp(w, "votes") == 0)
			p->open = strcmp(eq, "open") == 0;
		if (num_int(eq, 0, 1000000, &v) != 0)
			continue;
		if (strcmp(w, "team") == 0)
			p->team = larger(v, LEAST_TEAM);
		else if (strcmp(w, "counts") == 0)
			p->counts = larger(v, LEAST_COUNTS);
		else if (strcmp(w, "group") == 0)
			p->group = larger(v, LEAST_GROUP);
	}
	free(copy);
}

void
policy_thresholds(struct policy *p, struct project *project)
{
	p->team = larger(project_int(project, "min_team"), LEAST_TEAM);
	p->counts = larger(project_int(project, "min_counts"), LEAST_COUNTS);
	p->group = larger(project_int(project, "min_group"), LEAST_GROUP);
}

char *
policy_print(const struct policy *p, int closed)
{
	char	day[DATE_LEN];

	return mem_printf("team=%lld counts=%lld group=%lld show=%s "
	    "votes=%s%s%s",
	    (long long)larger(p->team, LEAST_TEAM),
	    (long long)larger(p->counts, LEAST_COUNTS),
	    (long long)larger(p->group, LEAST_GROUP),
	    p->groups ? "groups" : "counts", p->open ? "open" : "secret",
	    closed != DATE_NONE ? " closed=" : "",
	    closed != DATE_NONE ? date_str(day, closed) : "");
}

/* --- rounding --------------------------------------------------------- */

fixed
policy_round(struct ratio mean, const struct scale *s, int parts)
{
	wide	num, den, k, lo = parts / 2, hi;

	if (mean.den == 0 || s->step <= 0)
		return FIXED_NONE;
	num = (mean.num - (wide)s->min * mean.den) * parts;
	den = mean.den * s->step;
	k = num / den;
	/* Half away from zero: upwards, but downwards below zero. */
	if (2 * (num % den) > den || (2 * (num % den) == den && mean.num >= 0))
		k++;
	hi = (wide)(s->n - 1) * parts - lo;
	if (k > hi)
		k = hi;
	if (k < lo)
		k = lo;
	return s->min + num_div(k * s->step, parts);
}

/* --- rows ------------------------------------------------------------- */

static struct result *
row_add(struct results *r, size_t group, size_t dim, size_t crit)
{
	struct result	*row;

	r->row = mem_grow(r->row, r->n, &r->cap, sizeof(*r->row));
	row = &r->row[r->n++];
	*row = (struct result){ group, dim, crit, -1, -1, NULL, FIXED_NONE,
	    FIXED_NONE, READING_NONE, NOTE_NONE };
	return row;
}

/* The row that carries a size. */
static void
row_size(struct results *r, size_t group, int64_t size)
{
	row_add(r, group, r->fw->ndims, r->fw->ncrit)->n = size;
}

static void
row_withheld(struct results *r, size_t group, size_t dim, size_t crit)
{
	row_add(r, group, dim, crit)->note = NOTE_WITHHELD;
}

/* Counts and whatever follows from them. */
static void
row_counts(struct results *r, size_t group, size_t crit,
    const int64_t *counts, int64_t no_answer)
{
	const struct criterion	*c = &r->fw->crit[crit];
	struct result		*row = row_add(r, group, c->dim, crit);
	struct stats		 s;
	size_t			 size = (size_t)c->scale->n * sizeof(*counts);

	stats_counts(&s, c->scale->value, counts, c->scale->n);
	row->n = s.n;
	row->no_answer = no_answer;
	row->counts = arena_alloc(&r->arena, size + 1);
	memcpy(row->counts, counts, size);
	row->mean = s.mean;
	row->agreement = s.agreement;
	row->reading = s.reading;
}

/* The mean to half a step, held, and the reading where it may be said. */
static void
row_rounded(struct results *r, size_t group, size_t crit,
    const int64_t *counts, int reading)
{
	const struct criterion	*c = &r->fw->crit[crit];
	struct result		*row = row_add(r, group, c->dim, crit);
	wide			 sum = 0, n = 0;
	int			 k;

	for (k = 0; k < c->scale->n; k++) {
		sum += (wide)c->scale->value[k] * counts[k];
		n += counts[k];
	}
	row->mean = policy_round(ratio_make(sum, n), c->scale, 2);
	if (reading)
		row->reading = reading_of(stats_agreement(counts,
		    c->scale->n));
	row->note = row->mean == FIXED_NONE && row->reading == READING_NONE ?
	    NOTE_WITHHELD : NOTE_ROUNDED;
}

static int64_t *
counts_alloc(const struct framework *fw)
{
	size_t	i, most = 0;

	for (i = 0; i < fw->ncrit; i++)
		if ((size_t)fw->crit[i].scale->n > most)
			most = (size_t)fw->crit[i].scale->n;
	return mem_calloc(most + 1, sizeof(int64_t));
}

/* A group that is merged into another is not there of its own. */
static int
stands(const struct framework *fw, size_t group)
{
	return fw->groups[group].into == group;
}

/* --- by consent, or where there are no persons ------------------------ */

static void
run_whole(struct results *r, const struct votes *v)
{
	const struct framework	*fw = v->fw;
	int64_t			*c = counts_alloc(fw);
	size_t			 g, k;

	row_size(r, GROUP_ALL, v->persons);
	for (k = 0; k < fw->ncrit; k++) {
		votes_all(v, k, c);
		row_counts(r, GROUP_ALL, k, c,
		    v->persons - votes_answers_all(v, k));
	}
	for (g = 0; g < fw->ngroups; g++) {
		/* Of a group nobody answered for, there is nothing to say. */
		if (!stands(fw, g) || v->size[g] == 0)
			continue;
		row_size(r, g, v->size[g]);
		for (k = 0; k < fw->ncrit; k++) {
			votes_group(v, g, k, c);
			row_counts(r, g, k, c,
			    v->size[g] - votes_answers(v, g, k));
		}
	}
	free(c);
}

/* --- everybody -------------------------------------------------------- */

static void
run_all(struct results *r, const struct votes *v, const struct policy *p)
{
	const struct framework	*fw = v->fw;
	int64_t			*c = counts_alloc(fw), n, least;
	int			 counts, reading;
	size_t			 k;

	counts = !p->groups && v->persons >= p->counts;
	reading = v->persons >= LEAST_READING &&
	    !(p->groups && v->persons >= GROUPS_TEAM);
	row_size(r, GROUP_ALL, v->persons);
	for (k = 0; k < fw->ncrit; k++) {
		n = votes_answers_all(v, k);
		least = fw->crit[k].scale->n < SHORT_SCALE ?
		    larger(LEAST_SHORT, p->team) : p->team;
		votes_all(v, k, c);
		if (n < least)
			row_withheld(r, GROUP_ALL, fw->crit[k].dim, k);
		else if (counts && n >= p->counts)
			row_counts(r, GROUP_ALL, k, c, v->persons - n);
		else
			row_rounded(r, GROUP_ALL, k, c, reading);
	}
	free(c);
}

/* --- groups ----------------------------------------------------------- */

/* Persons outside all groups shown. */
static int64_t
outside_of(const struct votes *v, const char *shown)
{
	int64_t	n = v->persons;
	size_t	g;

	for (g = 0; g < v->fw->ngroups; g++)
		if (shown[g])
			n -= v->size[g];
	return n;
}

/*
 * Hide the smallest groups shown, all of one size, until those outside are
 * nobody, or `fewest` and more.
 */
static void
hide_smallest(const struct votes *v, char *shown, int64_t fewest)
{
	int64_t	out, least;
	size_t	g;

	while ((out = outside_of(v, shown)) > 0 && out < fewest) {
		least = INT64_MAX;
		for (g = 0; g < v->fw->ngroups; g++)
			if (shown[g] && v->size[g] < least)
				least = v->size[g];
		if (least == INT64_MAX)
			return;
		for (g = 0; g < v->fw->ngroups; g++)
			if (shown[g] && v->size[g] == least)
				shown[g] = 0;
	}
}

/* Whether each group shown, and all outside them, answered it often enough. */
static int
enough_answers(const struct votes *v, const char *shown, size_t crit,
    const struct policy *p)
{
	int64_t	least, out = votes_answers_all(v, crit), n;
	size_t	g;

	if (out < p->counts)
		return 0;	/* nobody's counts are shown */
	least = v->fw->crit[crit].scale->n < SHORT_SCALE ? LEAST_SHORT :
	    COUNTS_ANSWERS;
	if (p->counts > LEAST_COUNTS)
		least = larger(least, p->counts);
	for (g = 0; g < v->fw->ngroups; g++) {
		if (!shown[g])
			continue;
		n = votes_answers(v, g, crit);
		if (n < least)
			return 0;
		out -= n;
	}
	return outside_of(v, shown) == 0 || out >= least;
}

/* show=counts: large groups by criterion, with their counts. */
static void
run_large_groups(struct results *r, const struct votes *v,
    const struct policy *p)
{
	const struct framework	*fw = v->fw;
	const int64_t		 least = larger(COUNTS_GROUP, p->group);
	int64_t			*c = counts_alloc(fw);
	char			*shown = mem_calloc(fw->ngroups + 1, 1);
	size_t			 g, k;

	for (g = 0; g < fw->ngroups && v->persons >= p->counts; g++)
		shown[g] = stands(fw, g) && v->size[g] >= least &&
		    v->persons - v->size[g] >= COUNTS_GROUP;
	hide_smallest(v, shown, COUNTS_GROUP);
	for (g = 0; g < fw->ngroups; g++) {
		if (!stands(fw, g))
			continue;
		if (!shown[g]) {
			row_withheld(r, g, fw->ndims, fw->ncrit);
			continue;
		}
		row_size(r, g, v->size[g]);
		for (k = 0; k < fw->ncrit; k++) {
			votes_group(v, g, k, c);
			if (enough_answers(v, shown, k, p))
				row_counts(r, g, k, c, -1);
			else
				row_withheld(r, g, fw->crit[k].dim, k);
		}
	}
	free(shown);
	free(c);
}

/* The unweighted mean of a group's exact criterion means; den 0: too few. */
static struct ratio
group_mean(const struct votes *v, size_t group, const struct dimension *d,
    const struct policy *p, int64_t *c)
{
	struct ratio	sum = { 0, 1 };
	int64_t		least = p->group;
	wide		total;
	size_t		k, used = 0;
	int64_t		n;
	int		i;

	if (d->scale->n < SHORT_SCALE)
		least = larger(least, LEAST_SHORT);
	for (k = d->first; k < d->first + d->n; k++) {
		if ((n = votes_answers(v, group, k)) < least)
			continue;
		votes_group(v, group, k, c);
		for (total = 0, i = 0; i < d->scale->n; i++)
			total += (wide)d->scale->value[i] * c[i];
		sum = ratio_add(sum, ratio_make(total, n));
		used++;
	}
	if (used < GROUPS_CRITERIA)
		return (struct ratio){ 0, 0 };
	return ratio_mul(sum, ratio_make(1, (wide)used));
}

/* show=groups: groups by dimension. */
static void
run_groups(struct results *r, const struct votes *v, const struct policy *p)
{
	const struct framework	*fw = v->fw;
	int64_t			*c = counts_alloc(fw);
	char			*shown = mem_calloc(fw->ngroups + 1, 1);
	struct result		*row;
	size_t			 g, d;

	for (g = 0; g < fw->ngroups && v->persons >= GROUPS_TEAM; g++)
		shown[g] = stands(fw, g) && v->size[g] >= p->group;
	hide_smallest(v, shown, GROUPS_HIDDEN);
	for (g = 0; g < fw->ngroups; g++) {
		if (!stands(fw, g))
			continue;
		if (shown[g])
			row_size(r, g, v->size[g]);
		else
			row_withheld(r, g, fw->ndims, fw->ncrit);
		for (d = 0; d < fw->ndims; d++) {
			row = row_add(r, g, d, fw->ncrit);
			if (shown[g])
				row->mean = policy_round(group_mean(v, g,
				    &fw->dims[d], p, c), fw->dims[d].scale, 2);
			row->note = row->mean == FIXED_NONE ? NOTE_WITHHELD :
			    NOTE_ROUNDED;
		}
	}
	free(shown);
	free(c);
}

void
policy_run(struct results *r, const struct votes *v, const struct policy *p)
{
	memset(r, 0, sizeof(*r));
	arena_init(&r->arena);
	r->fw = v->fw;
	if (v->persons > 0 && (p->open || p->none))
		run_whole(r, v);
	else if (v->persons < p->team)
		row_withheld(r, GROUP_ALL, v->fw->ndims, v->fw->ncrit);
	else {
		run_all(r, v, p);
		if (p->groups)
			run_groups(r, v, p);
		else
			run_large_groups(r, v, p);
	}
}

/* --- outside the team ------------------------------------------------- */

static struct outside *
out_add(struct outsides *o, size_t group, size_t dim, size_t crit)
{
	struct outside	*row;

	o->row = mem_grow(o->row, o->n, &o->cap, sizeof(*o->row));
	row = &o->row[o->n++];
	*row = (struct outside){ group, dim, crit, "", FIXED_NONE,
	    NOTE_WITHHELD };
	return row;
}

static void
out_size(struct outsides *o, const struct framework *fw, size_t group,
    int64_t n)
{
	struct outside	*row = out_add(o, group, fw->ndims, fw->ncrit);

	row->note = NOTE_NONE;
	row->n_class = n >= OUT_LARGE ? "15+" : n >= OUT_MIDDLE ? "10-14" :
	    "5-9";
}

static void
out_mean(struct outsides *o, const struct framework *fw, size_t group,
    size_t dim, size_t crit, struct ratio mean, int parts)
{
	struct outside	*row = out_add(o, group, dim, crit);

	row->mean = policy_round(mean, fw->dims[dim].scale, parts);
	if (row->mean != FIXED_NONE)
		row->note = NOTE_ROUNDED;
}

/*
 * A printed criterion mean that may be used outside.  Where votes are open
 * the team may see means of very few; others may not.
 */
static int
usable(const struct results *r, const struct result *row,
    const struct policy *p)
{
	int64_t	least = p->team;

	if (row == NULL || row->mean == FIXED_NONE)
		return 0;
	if (r->fw->crit[row->crit].scale->n < SHORT_SCALE)
		least = larger(least, LEAST_SHORT);
	return row->note == NOTE_ROUNDED || row->n >= least;
}

/* As results_dimension, of what may be used outside. */
static struct ratio
out_dimension(const struct results *r, size_t group, size_t dim,
    const struct policy *p)
{
	const struct dimension	*d = &r->fw->dims[dim];
	const struct result	*row;
	wide			 num = 0, den = 0;
	size_t			 k;

	row = results_find(r, group, dim, r->fw->ncrit);
	if (row != NULL)
		return row->mean == FIXED_NONE ? (struct ratio){ 0, 0 } :
		    ratio_make(row->mean, 1);
	for (k = d->first; k < d->first + d->n; k++) {
		row = results_find(r, group, dim, k);
		if (!usable(r, row, p))
			continue;
		num += (wide)r->fw->crit[k].weight * row->mean;
		den += r->fw->crit[k].weight;
	}
	return ratio_make(num, den);
}

static void
out_all(struct outsides *o, const struct results *r, const struct policy *p,
    int64_t n)
{
	const struct framework	*fw = r->fw;
	const struct result	*row;
	const int		 parts = n >= OUT_LARGE ? 10 : 2;
	size_t			 d, k;

	out_size(o, fw, GROUP_ALL, n);
	for (d = 0; d < fw->ndims; d++) {
		out_mean(o, fw, GROUP_ALL, d, fw->ncrit,
		    out_dimension(r, GROUP_ALL, d, p), parts);
		for (k = fw->dims[d].first; n >= OUT_LARGE &&
		    k < fw->dims[d].first + fw->dims[d].n; k++) {
			row = results_find(r, GROUP_ALL, d, k);
			out_mean(o, fw, GROUP_ALL, d, k, usable(r, row, p) ?
			    ratio_make(row->mean, 1) : (struct ratio){ 0, 0 },
			    parts);
		}
	}
}

void
policy_outside(struct outsides *o, const struct results *r,
    const struct policy *p)
{
	const struct framework	*fw = r->fw;
	const struct result	*row;
	int64_t			 n, size;
	size_t			 g, d;

	memset(o, 0, sizeof(*o));
	row = results_find(r, GROUP_ALL, fw->ndims, fw->ncrit);
	if (row == NULL || row->n < p->team) {
		out_add(o, GROUP_ALL, fw->ndims, fw->ncrit);
		return;
	}
	n = row->n;
	out_all(o, r, p, n);
	for (g = 0; g < fw->ngroups; g++) {
		if (!stands(fw, g))
			continue;
		row = results_find(r, g, fw->ndims, fw->ncrit);
		size = row != NULL ? row->n : -1;
		if (size < larger(OUT_GROUP, p->group) ||
		    n - size < OUT_GROUP) {
			out_add(o, g, fw->ndims, fw->ncrit);
			continue;
		}
		out_size(o, fw, g, size);
		for (d = 0; d < fw->ndims; d++)
			out_mean(o, fw, g, d, fw->ncrit,
			    out_dimension(r, g, d, p), 2);
	}
}

void
outsides_free(struct outsides *o)
{
	free(o->row);
}
