/*
 * Two rounds side by side, and a third that looks back at the first; each is
 * read with its own framework.  All of it follows from published cells.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/score.h"

enum { BEFORE, NOW, THEN, SIDES };

struct trio {
	struct changes		*out;
	const struct round	*r[SIDES];	/* THEN: or NULL */
	struct project		*p;
	struct scores		 s[SIDES];	/* by criterion or dimension */
	char			*unasked[2];	/* by thread of the other round */
	char			*levels[SIDES];	/* by present thread, below */
	const char		*group, *name;
	unsigned		 flags;
};

enum { LEVELS_UNKNOWN, LEVELS_SAME, LEVELS_OTHER };

/* A present axis: where it stands in each round, and which take part. */
struct axis {
	size_t	dim[SIDES], crit[SIDES];
	int	in[SIDES];
};

const char *
change_state_str(enum change_state s)
{
	static const char *const	words[] = { "common", "reworded",
	    "added", "dropped" };

	return words[s];
}

/* --- whether it is the same question ---------------------------------- */

/* Points, names and descriptors of a thread; looked up once a thread. */
static int
same_levels(struct trio *t, int side, size_t d, size_t now)
{
	char	*known = &t->levels[side][now];

	if (*known == LEVELS_UNKNOWN)
		*known = framework_same_levels(&t->r[side]->fw, d,
		    &t->r[NOW]->fw, now) ? LEVELS_SAME : LEVELS_OTHER;
	return *known == LEVELS_SAME;
}

/* A statement that moved to another thread is answered on other levels. */
static int
same_criterion(struct trio *t, int side, size_t k, size_t now)
{
	const struct framework	*f = &t->r[side]->fw, *fn = &t->r[NOW]->fw;

	return framework_same_crit(f, k, fn, now) &&
	    strcmp(f->dims[f->crit[k].dim].id,
	    fn->dims[fn->crit[now].dim].id) == 0 &&
	    same_levels(t, side, f->crit[k].dim, fn->crit[now].dim);
}

/* Whether a thread has the same words and the same criteria. */
static int
same_dimension(struct trio *t, int side, size_t d, size_t now)
{
	const struct framework	*f = &t->r[side]->fw, *fn = &t->r[NOW]->fw;
	size_t			 k, j;

	if (!framework_same_dim(f, d, fn, now) ||
	    !same_levels(t, side, d, now) || f->dims[d].n != fn->dims[now].n)
		return 0;
	for (k = f->dims[d].first; k < f->dims[d].first + f->dims[d].n; k++) {
		j = framework_crit(fn, f->crit[k].id);
		if (j == fn->ncrit || !same_criterion(t, side, k, j))
			return 0;
	}
	return 1;
}

/* --- rows ------------------------------------------------------------- */

static struct change *
add(struct trio *t, int side, size_t dim, size_t crit)
{
	const struct framework	*fw = &t->r[side]->fw;
	struct changes		*c = t->out;
	struct change		*row;

	c->row = mem_grow(c->row, c->n, &c->cap, sizeof(*c->row));
	row = &c->row[c->n++];
	memset(row, 0, sizeof(*row));
	row->before_id = t->r[BEFORE]->id;
	row->now_id = t->r[NOW]->id;
	row->group = t->group;
	row->series = t->name;
	row->dimension = fw->dims[dim].id;
	row->criterion = crit < fw->ncrit ? fw->crit[crit].id : "";
	row->label = crit < fw->ncrit ? fw->crit[crit].label :
	    fw->dims[dim].label;
	row->scale = fw->dims[dim].scale;
	row->before = row->now = row->delta = FIXED_NONE;
	row->then = row->shift = row->perceived = FIXED_NONE;
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
take(struct trio *t, struct change *c, int side, size_t dim, size_t crit)
{
	const struct score	*s = scores_find(&t->s[side], t->group, dim,
				    crit);
	int64_t			 n;

	if (s == NULL)
		return;
	n = s->n == s->n_max ? s->n : -1;
	if (side == BEFORE) {
		c->before = s->mean;
		c->n_before = n;
	} else if (side == NOW) {
		c->now = s->mean;
		c->n_now = n;
	} else
		c->then = s->mean;
	hide_more(c, s->note);
}

static fixed
less(fixed a, fixed b)
{
	return a == FIXED_NONE || b == FIXED_NONE ? FIXED_NONE : a - b;
}

/* What moved, what is seen otherwise, and what moved as it is seen now. */
static void
finish(struct change *c)
{
	fixed	away;

	c->delta = less(c->now, c->before);
	c->shift = less(c->then, c->before);
	c->perceived = less(c->now, c->then);
	if (c->delta == FIXED_NONE)
		return;
	away = c->delta < 0 ? -c->delta : c->delta;
	c->visible = 8 * away >= c->scale->max - c->scale->min;
}

/* --- like with like --------------------------------------------------- */

/* Whether the group's own mean of a thread stands in that round's table. */
static int
mean_of_its_own(const struct trio *t, const struct round *r)
{
	return strcmp(t->group, "agreed") == 0 ||
	    (strcmp(t->group, "all") != 0 && r->policy.groups &&
	    !r->policy.open);
}

static size_t
group_in(const struct trio *t, int side)
{
	return strcmp(t->group, "all") == 0 ? GROUP_ALL :
	    framework_group(&t->r[side]->fw, t->group);
}

/* The published mean of a present criterion in a round, or FIXED_NONE. */
static fixed
mean_in(const struct trio *t, const struct axis *a, int side, size_t now,
    fixed *weight)
{
	const struct framework	*f = &t->r[side]->fw;
	size_t			 k = framework_crit(f,
				    t->r[NOW]->fw.crit[now].id);
	const struct result	*row;

	if (k == f->ncrit || f->crit[k].dim != a->dim[side])
		return FIXED_NONE;
	*weight = f->crit[k].weight;
	row = results_find(&t->r[side]->results, group_in(t, side),
	    a->dim[side], k);
	return row == NULL ? FIXED_NONE : row->mean;
}

/* The criteria of a thread that all rounds taking part have and show. */
struct common {
	wide	sum[SIDES], weight;
	int	whole;		/* these are all there are */
	int	reweighted;	/* a weight is another than it was */
};

static void
common_one(const struct trio *t, const struct axis *a, size_t now,
    struct common *c)
{
	fixed	mean[SIDES] = { 0 }, weight, w;
	int	i, all = 1;

	w = t->r[NOW]->fw.crit[now].weight;
	for (i = 0; i < SIDES; i++) {
		if (!a->in[i])
			continue;
		weight = w;
		mean[i] = mean_in(t, a, i, now, &weight);
		all &= mean[i] != FIXED_NONE;
		c->reweighted |= weight != w;
	}
	if (!all) {
		c->whole = 0;
		return;
	}
	for (i = 0; i < SIDES; i++)
		c->sum[i] += (wide)w * mean[i];
	c->weight += w;
}

static void
common_make(const struct trio *t, const struct axis *a, struct common *c)
{
	const struct dimension	*d = &t->r[NOW]->fw.dims[a->dim[NOW]];
	size_t			 k;
	int			 i;

	memset(c, 0, sizeof(*c));
	c->whole = 1;
	for (i = 0; i < SIDES; i++)
		if (a->in[i] && t->r[i]->fw.dims[a->dim[i]].n != d->n)
			c->whole = 0;
	for (k = d->first; k < d->first + d->n; k++)
		common_one(t, a, k, c);
}

/*
 * A thread's means over the criteria that the rounds have and show, with the
 * present weights; as printed where nothing is left out.  Of a round that
 * looks back and shares no criterion with the two, nothing is said.
 */
static void
like_with_like(struct trio *t, struct change *c, struct axis *a)
{
	struct common	m;
	int		i;

	for (i = 0; i < SIDES; i++)
		if (a->in[i] && mean_of_its_own(t, t->r[i]))
			return;
	common_make(t, a, &m);
	if (m.weight == 0 && a->in[THEN]) {
		a->in[THEN] = 0;
		c->then = FIXED_NONE;
		common_make(t, a, &m);
	}
	c->reweighted = m.reweighted;
	if ((m.whole && !m.reweighted) || (!a->in[BEFORE] && !a->in[THEN]))
		return;
	c->n_before = c->n_now = -1;
	c->now = m.weight > 0 ? num_div(m.sum[NOW], m.weight) : FIXED_NONE;
	if (a->in[BEFORE])
		c->before = m.weight > 0 ? num_div(m.sum[BEFORE], m.weight) :
		    FIXED_NONE;
	if (a->in[THEN])
		c->then = num_div(m.sum[THEN], m.weight);
	hide_more(c, m.weight > 0 ? NOTE_ROUNDED : NOTE_WITHHELD);
}

/* --- threads that a round did not ask --------------------------------- */

static int
holds(struct project *p, const char *round, const char *dim)
{
	const struct table	*t = round == NULL ?
				    project_table(p, "dimensions") :
				    project_frozen(p, round, "dimensions");

	return table_find(t, dim) < t->nrows;
}

/*
 * Whether a thread that a round lacks was merely not asked in it: it was
 * there before, and it is there still.  A first round that is no baseline is
 * one of some threads only, whatever was there before.
 */
static int
passed_over(struct project *p, const struct round *r, const char *dim)
{
	const char	**ids = round_ids(p, 0);
	int		  before = 0, after = holds(p, NULL, dim), past = 0;
	size_t		  i;

	for (i = 0; ids[i] != NULL && !(before && after && past); i++) {
		if (strcmp(ids[i], r->id) == 0) {
			past = 1;
			before |= i == 0 && strcmp(r->kind, "followup") == 0;
		} else if (past)
			after |= holds(p, ids[i], dim);
		else
			before |= holds(p, ids[i], dim);
	}
	free(ids);
	return before && after;
}

/* Which threads of one round the other passed over; 1: some. */
static int
find_unasked(struct trio *t, int side)
{
	const struct framework	*has = &t->r[!side]->fw;
	size_t			 d;
	int			 any = 0;

	t->unasked[side] = mem_calloc(has->ndims + 1, 1);
	if (t->p == NULL)
		return 0;
	for (d = 0; d < has->ndims; d++)
		if (framework_dim(&t->r[side]->fw, has->dims[d].id) ==
		    t->r[side]->fw.ndims)
			any |= t->unasked[side][d] = (char)passed_over(t->p,
			    t->r[side], has->dims[d].id);
	return any;
}

/* --- axes ------------------------------------------------------------- */

/* Where a present axis stands in another round; 0: nowhere. */
static int
axis_find(const struct trio *t, struct axis *a, int side)
{
	const struct framework	*f, *fn = &t->r[NOW]->fw;

	if (t->r[side] == NULL)
		return 0;
	f = &t->r[side]->fw;
	a->crit[side] = f->ncrit;
	if (a->crit[NOW] == fn->ncrit) {
		a->dim[side] = framework_dim(f, fn->dims[a->dim[NOW]].id);
		return a->dim[side] < f->ndims;
	}
	a->crit[side] = framework_crit(f, fn->crit[a->crit[NOW]].id);
	if (a->crit[side] == f->ncrit)
		return 0;
	a->dim[side] = f->crit[a->crit[side]].dim;
	return 1;
}

static int
same_words(struct trio *t, const struct axis *a, int side)
{
	return a->crit[NOW] < t->r[NOW]->fw.ncrit ?
	    same_criterion(t, side, a->crit[side], a->crit[NOW]) :
	    same_dimension(t, side, a->dim[side], a->dim[NOW]);
}

/* Take another round's value, unless its numbers are of another scale. */
static void
axis_side(struct trio *t, struct change *c, struct axis *a, int side)
{
	if (!axis_find(t, a, side)) {
		if (side == BEFORE)
			c->state = CHANGE_ADDED;
		return;
	}
	if (!same_words(t, a, side) && c->state != CHANGE_ADDED)
		c->state = CHANGE_REWORDED;
	if (!scale_same(t->r[side]->fw.dims[a->dim[side]].scale, c->scale))
		return;
	a->in[side] = 1;
	take(t, c, side, a->dim[side], a->crit[side]);
}

/* An axis of the present round. */
static void
axis_now(struct trio *t, size_t dim, size_t crit)
{
	struct change	*c;
	struct axis	 a = { .dim[NOW] = dim, .crit[NOW] = crit,
			    .in[NOW] = 1 };

	if (t->unasked[BEFORE][dim] && !axis_find(t, &a, BEFORE))
		return;
	c = add(t, NOW, dim, crit);
	take(t, c, NOW, dim, crit);
	axis_side(t, c, &a, BEFORE);
	axis_side(t, c, &a, THEN);
	if (crit == t->r[NOW]->fw.ncrit)
		like_with_like(t, c, &a);
	finish(c);
}

/* An axis of the earlier round that is no more. */
static void
axis_gone(struct trio *t, size_t dim, size_t crit)
{
	const struct framework	*fb = &t->r[BEFORE]->fw;
	const struct framework	*fn = &t->r[NOW]->fw;
	struct change		*c;

	if (t->unasked[NOW][dim] || (crit < fb->ncrit ?
	    framework_crit(fn, fb->crit[crit].id) < fn->ncrit :
	    framework_dim(fn, fb->dims[dim].id) < fn->ndims))
		return;
	c = add(t, BEFORE, dim, crit);
	c->state = CHANGE_DROPPED;
	take(t, c, BEFORE, dim, crit);
}

static void
each_axis(struct trio *t, const struct framework *fw,
    void (*axis)(struct trio *, size_t, size_t))
{
	size_t	d, k;

	for (d = 0; d < fw->ndims; d++) {
		if (!(t->flags & SCORE_CRITERIA)) {
			axis(t, d, fw->ncrit);
			continue;
		}
		for (k = fw->dims[d].first; k < fw->dims[d].first +
		    fw->dims[d].n; k++)
			axis(t, d, k);
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
series(struct trio *t, const char *group)
{
	if (!has_series(&t->s[BEFORE], group) &&
	    !has_series(&t->s[NOW], group))
		return;
	t->group = group;
	/* A group that is no more is called what it was called. */
	t->name = arena_str(&t->out->arena, series_name(
	    framework_group(&t->r[NOW]->fw, group) < t->r[NOW]->fw.ngroups ?
	    &t->r[NOW]->fw : &t->r[BEFORE]->fw, group));
	each_axis(t, &t->r[NOW]->fw, axis_now);
	each_axis(t, &t->r[BEFORE]->fw, axis_gone);
}

/* The present groups, and those that there were before. */
static void
all_groups(struct trio *t)
{
	const struct framework	*fb = &t->r[BEFORE]->fw;
	const struct framework	*fn = &t->r[NOW]->fw;
	size_t			 g;

	for (g = 0; g < fn->ngroups; g++)
		series(t, fn->groups[g].id);
	for (g = 0; g < fb->ngroups; g++)
		if (framework_group(fn, fb->groups[g].id) == fn->ngroups)
			series(t, fb->groups[g].id);
}

void
changes_make(struct changes *c, struct project *p,
    const struct round *before, const struct round *now,
    const struct round *then, unsigned flags)
{
	struct trio	t = { .out = c, .p = p, .r = { before, now, then },
			    .flags = flags };
	int		i;

	memset(c, 0, sizeof(*c));
	arena_init(&c->arena);
	c->then = then != NULL;
	c->before_asked_only = find_unasked(&t, BEFORE);
	c->now_asked_only = find_unasked(&t, NOW);
	flags &= ~SCORE_NAMED;
	flags |= SCORE_ALL | SCORE_AGREED;
	for (i = 0; i < SIDES; i++) {
		scores_init(&t.s[i]);
		t.levels[i] = mem_calloc(now->fw.ndims + 1, 1);
		if (t.r[i] != NULL)
			scores_add(&t.s[i], t.r[i], flags);
	}
	series(&t, "agreed");
	series(&t, "all");
	if (flags & SCORE_GROUPS)
		all_groups(&t);
	for (i = 0; i < SIDES; i++) {
		scores_free(&t.s[i]);
		free(t.levels[i]);
	}
	free(t.unasked[BEFORE]);
	free(t.unasked[NOW]);
}

void
changes_free(struct changes *c)
{
	free(c->row);
	arena_free(&c->arena);
}
