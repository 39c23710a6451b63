/* What happens to a team over some rounds, by chance. */
#include "programme.h"

#include <string.h>

#include "chance.h"

enum {
	FEWEST		= 5,	/* the rounds have 5 to 30 people */
	POOL		= 64
};

const char *const	style_names[] = { "realistic", "random", "cohesive",
			    "short" };

/* Everybody who was ever in the team. */
struct pool {
	size_t		n;		/* came so far */
	int		here[POOL], late[POOL], mild[POOL];
	size_t		group[POOL];
	int		vote[POOL][CRITERIA];	/* as they would answer now */
	/* In hundredths of a step of five: what most think, and groups. */
	int		centre[CRITERIA], side[THREADS][GROUPS + 1];
	size_t		ncrit;		/* criteria so far */
};

static int
one_in(unsigned n)
{
	return chance(n) == 0;
}

/* --- what they are asked ---------------------------------------------- */

static struct points
points_of(enum style style)
{
	static const int	usual[] = { 4, 5, 5, 5, 5, 6, 7, 10 };
	struct points		p;
	int			i;

	p = points_even(style == SHORT || (style == RANDOM && one_in(5)) ?
	    2 + (int)chance(2) : usual[chance(sizeof(usual) / sizeof(usual[0]))]);
	if (one_in(10))			/* half steps: 1, 1.5, 2 */
		for (p.step = FIXED_ONE / 2, i = 0; i < p.n; i++)
			p.value[i] = FIXED_ONE + i * p.step;
	else if (p.n > 2 && one_in(12))	/* uneven: 1, 2, 4, 8 */
		for (p.step = 0, i = 0; i < p.n; i++)
			p.value[i] = FIXED_ONE << i;
	return p;
}

static void
weights(struct shape *s)
{
	size_t	k;

	for (k = 0; k < CRITERIA; k++)
		s->weight[k] = one_in(3) ? FIXED_ONE / 2 * (1 +
		    (fixed)chance(6)) : FIXED_ONE;
}

static void
shape_make(struct shape *s, enum style style)
{
	size_t	i;
	int	k;

	s->general = points_of(style);
	s->threads = style == REALISTIC ? THREADS - chance(2) :
	    3 + chance(3);
	if (style == RANDOM && one_in(40))
		s->threads = 1;
	for (i = 0; i < s->threads; i++) {
		s->points[i] = s->general;
		if (one_in(10)) {	/* from 0 on: its own, no part */
			s->points[i] = points_of(style);
			for (k = 0; k < s->points[i].n; k++)
				s->points[i].value[k] -= FIXED_ONE;
		}
		s->criteria[i] = style == REALISTIC || one_in(2) ? 3 :
		    1 + chance(EACH);
	}
	weights(s);
	s->ngroups = chance(GROUPS + 1);
	for (i = 0; i < s->ngroups; i++)
		s->into[i] = i;
}

static void
policy_make(struct policy *p)
{
	policy_parse(p, "", NULL);
	if (!one_in(6))
		return;
	p->team += chance(4);
	p->counts += chance(4);
	p->group += chance(3);
}

/* --- what they answer ------------------------------------------------- */

static int
held(int vote, int points)
{
	return vote < 0 ? 0 : vote >= points ? points - 1 : vote;
}

/* In hundredths of a step of a scale of five points. */
static int
opinion(int points, int hundredths)
{
	hundredths = hundredths * (points - 1) / 4 + 50;
	return held(hundredths < 0 ? 0 : hundredths / 100, points);
}

/* Everybody, here or not, thinks about a criterion anew with 100 - keep %. */
static void
think(struct pool *q, const struct shape *s, size_t d, size_t k,
    enum style style, int keep)
{
	const int	noise = style == COHESIVE ? 35 : 75;
	const int	points = s->points[d].n;
	int		v;
	size_t		i;

	for (i = 0; i < POOL; i++) {
		v = chance(100) < 6 ? SKIP : style == RANDOM ?
		    (int)chance((unsigned)points) : opinion(points,
		    q->centre[k] + q->mild[i] + q->side[d][q->group[i]] +
		    chance_normal(noise));
		if ((int)chance(100) >= keep)
			q->vote[i][k] = v;
	}
}

static void
think_all(struct pool *q, const struct shape *s, enum style style, int keep)
{
	size_t	d, k = 0, end = 0;

	for (d = 0; d < s->threads; d++)
		for (end += s->criteria[d]; k < end; k++) {
			q->centre[k] += chance_normal(20);
			think(q, s, d, k, style, keep);
		}
}

/* --- who is there ----------------------------------------------------- */

static void
pool_join(struct pool *q, int late)
{
	if (q->n < POOL) {
		q->here[q->n] = 1;
		q->late[q->n] = late;
		q->n++;
	}
}

static void
pool_make(struct pool *q, const struct shape *s, enum style style, size_t n)
{
	const int	lenient = style == COHESIVE ? 10 : 40;
	size_t		i, d;

	memset(q, 0, sizeof(*q));
	q->ncrit = shape_first(s, s->threads);
	for (i = 0; i < CRITERIA; i++)
		q->centre[i] = 210 + chance_normal(85);
	for (d = 0; d < THREADS; d++)
		for (i = 0; i <= GROUPS; i++)
			q->side[d][i] = chance_normal(lenient);
	for (i = 0; i < POOL; i++) {
		q->mild[i] = chance_normal(lenient);
		q->group[i] = s->ngroups == 0 || one_in(12) ? GROUPS :
		    chance((unsigned)s->ngroups);
	}
	while (q->n < n)
		pool_join(q, 0);
}

static size_t
pool_here(const struct pool *q)
{
	size_t	i, n = 0;

	for (i = 0; i < q->n; i++)
		n += q->here[i] != 0;
	return n;
}

/* One comes or goes, which is the worst case, or several, or nobody. */
static void
pool_move(struct pool *q, size_t most)
{
	const unsigned	what = chance(4);
	size_t		i;

	for (i = 0; i < q->n; i++)
		q->late[i] = 0;
	if (what == 0)
		q->here[chance((unsigned)q->n)] = 0;
	else if (what == 1 && pool_here(q) < most)
		pool_join(q, one_in(2));
	else if (what == 2) {
		for (i = 0; i < q->n; i++)
			if (one_in(8))
				q->here[i] = !q->here[i];
		for (i = chance(3); i > 0; i--)
			pool_join(q, one_in(3));
	}
	for (i = 0; i < q->n && pool_here(q) > most; i++)
		q->here[i] = 0;
}

/* --- rounds ----------------------------------------------------------- */

/* Everybody here; whoever has not one score gives one. */
static void
round_fill(struct round *r, const struct pool *q)
{
	struct team	*t = &r->team;
	const size_t	 ncrit = shape_first(&t->shape, t->shape.threads);
	struct person	*p;
	size_t		 i, k, some;

	t->n = 0;
	for (i = 0; i < q->n && t->n < PEOPLE; i++) {
		if (!q->here[i])
			continue;
		p = &t->person[t->n];
		p->group = q->group[i];
		memcpy(p->vote, q->vote[i], sizeof(p->vote));
		for (some = 0, k = 0; k < ncrit; k++)
			some += p->vote[k] != SKIP;
		if (some == 0)
			p->vote[0] = (int)chance((unsigned)
			    t->shape.points[0].n);
		r->who[t->n] = i;
		r->late[t->n] = q->late[i];
		t->n++;
	}
}

/* A thread loses its last criterion, or gets another. */
static void
round_criteria(struct round *r, struct pool *q, enum style style, int add)
{
	struct shape	*s = &r->team.shape;
	const size_t	 d = chance((unsigned)s->threads);
	const size_t	 at = shape_first(s, d) + s->criteria[d] - !add;
	const size_t	 left = shape_first(s, s->threads) - at - !add;
	const size_t	 to = at + !!add, from = at + !add;
	size_t		 i;

	if (add ? s->criteria[d] == EACH : s->criteria[d] == 1)
		return;
	memmove(&r->crit[to], &r->crit[from], left * sizeof(r->crit[0]));
	memmove(&r->word[to], &r->word[from], left * sizeof(r->word[0]));
	memmove(&q->centre[to], &q->centre[from],
	    left * sizeof(q->centre[0]));
	for (i = 0; i < POOL; i++)
		memmove(&q->vote[i][to], &q->vote[i][from],
		    left * sizeof(q->vote[i][0]));
	if (!add) {
		s->criteria[d]--;
		return;
	}
	s->criteria[d]++;
	r->crit[at] = q->ncrit++;
	r->word[at] = 0;
	q->centre[at] = 210 + chance_normal(85);
	think(q, s, d, at, style, 0);
}

static void
round_groups(struct round *r)
{
	struct shape	*s = &r->team.shape;
	size_t		 i, into;

	if (s->ngroups < 2 || !one_in(3))
		return;
	for (i = 0; i < s->ngroups; i++)	/* what was merged is split */
		s->into[i] = i;
	into = chance((unsigned)s->ngroups);
	i = chance((unsigned)s->ngroups);
	if (one_in(2))
		s->into[i] = into;
}

static void
round_next(struct round *r, struct pool *q, enum style style, int keep,
    size_t most)
{
	const struct shape	*s = &r->team.shape;
	size_t			 k, d;

	if (one_in(3))
		weights(&r->team.shape);
	if (one_in(4))
		round_criteria(r, q, style, one_in(2));
	round_groups(r);
	pool_move(q, most);
	think_all(q, s, style, keep);
	if (one_in(4)) {
		d = chance((unsigned)s->threads);
		k = shape_first(s, d);
		r->word[k]++;
		q->centre[k] = 210 + chance_normal(85);
		think(q, s, d, k, style, 0);
	}
	r->back = one_in(8);
}

void
programme_make(struct programme *p, uint64_t seed, size_t most)
{
	static struct pool	q;
	struct round		*r = &p->round[0];
	size_t			 i, n, other;

	memset(p, 0, sizeof(*p));
	chance_seed(seed * 7919 + 2026);
	p->seed = seed;
	p->style = (enum style[]){ REALISTIC, REALISTIC, RANDOM, COHESIVE,
	    COHESIVE, SHORT }[chance(6)];
	p->keep = (int[]){ 0, 50, 80, 100 }[chance(4)];
	p->n = 2 + chance(ROUNDS - 1);
	n = FEWEST + chance((unsigned)most - FEWEST + 1);
	other = FEWEST + chance((unsigned)most - FEWEST + 1);
	if (one_in(2) && other < n)
		n = other;		/* more small teams than large ones */
	shape_make(&r->team.shape, p->style);
	policy_make(&r->team.policy);
	for (i = 0; i < CRITERIA; i++)
		r->crit[i] = i;
	pool_make(&q, &r->team.shape, p->style, n);
	think_all(&q, &r->team.shape, p->style, 0);
	for (i = 0; i < p->n; i++) {
		r = &p->round[i];
		if (i > 0) {
			*r = p->round[i - 1];
			round_next(r, &q, p->style, p->keep, most);
		}
		r->team.policy.groups = one_in(2);
		r->team.policy.open = one_in(10);
		round_fill(r, &q);
	}
}
