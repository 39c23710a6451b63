/* The search for worlds.  How, and why that is enough, is in attack.h. */
#include "attack.h"

#include <string.h>

#include "chance.h"

enum {
	MOVES		= 3,	/* of votes beside the one looked at */
	LARGE_GROUP	= 15,	/* whose counts may stand beside those of all */
	EVERYBODY	= GROUPS + 1
};

/* One criterion, everybody in no group. */
struct search {
	struct grid		 g;
	struct shape		 shape;
	struct policy		 policy;
	struct result		 told;
	int			 points, lone;
};

/* A thread of a team, whose votes are moved about. */
struct thread {
	struct grid	g;
	struct team	t;		/* its criteria are the first ones */
	struct person	truth[PEOPLE];
	struct results	told;
	int		points, lone;	/* lone: the round's only criterion */
	long		left;		/* worlds to try for this vote */
	size_t		part[PEOPLE];	/* whom nothing published tells apart */
	int		known[PEOPLE];	/* an attacker */
	/* By part, or EVERYBODY: how many, and how many gave v at [v + 1]. */
	int		size[GROUPS + 2];
	int		gave[GROUPS + 2][CRITERIA][POINTS + 1];
	/* Told by all, by criterion and what attackers said; 0: not asked. */
	int		asked[CRITERIA][POINTS + 2][POINTS + 2];
};

static long	all_left = ATTACK_ALL;

void
loot_add(struct loot *sum, const struct loot *l)
{
	sum->votes += l->votes;
	sum->all += l->all;
	sum->groups += l->groups;
}

double
loot_share(int64_t part, int64_t whole)
{
	return whole == 0 ? 0 : 100.0 * (double)part / (double)whole;
}

/* --- what is published ------------------------------------------------ */

int
attack_same(const struct result *a, const struct result *b, int points)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->n == b->n && a->no_answer == b->no_answer &&
	    a->mean == b->mean && a->agreement == b->agreement &&
	    a->reading == b->reading && a->note == b->note &&
	    (a->counts == NULL) == (b->counts == NULL) &&
	    (a->counts == NULL || memcmp(a->counts, b->counts,
	    (size_t)points * sizeof(*a->counts)) == 0);
}

/* Whether a group's row says anything of what its people answered. */
static int
groups_say(const struct results *r)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (r->row[i].group != GROUP_ALL &&
		    (r->row[i].mean != FIXED_NONE || r->row[i].counts != NULL))
			return 1;
	return 0;
}

/* --- from the rows of all --------------------------------------------- */

static int
search_fits(struct search *s)
{
	struct results	r;
	int		same;

	policy_run(&r, &s->g.v, &s->policy);
	same = attack_same(results_find(&r, GROUP_ALL, 0, 0), &s->told,
	    s->points);
	results_free(&r);
	return same;
}

/* Spread `left` people over the points from k on but v, and over skips. */
static int
search_spread(struct search *s, int64_t left, int k, int v)
{
	int64_t	i;
	int	found = 0;

	if (k == v)
		return search_spread(s, left, k + 1, v);
	if (left == 0 || k >= s->points) {
		if (left > 0 && s->lone)
			return 0;
		return search_fits(s);	/* whoever is left skipped it */
	}
	for (i = left; i >= 0 && !found; i--) {
		s->g.cells[0][k] += i;
		found = search_spread(s, left - i, k + 1, v);
		s->g.cells[0][k] -= i;
	}
	return found;
}

/* Whether any world but the truth, where all of `others` gave v, fits. */
static int
search_world(struct search *s, int64_t others, int v)
{
	int64_t	away;
	int	found = 0;

	for (away = 1; away <= others && !found; away++) {
		s->g.cells[0][v] -= away;
		found = search_spread(s, away, 0, v);
		s->g.cells[0][v] += away;
	}
	return found;
}

/* Whether all others' votes on a criterion, v, are told by its row of all. */
static int
told_by_all(const struct thread *th, size_t k, int64_t others, int v)
{
	static struct search	s;
	const struct result	*row;
	int			 b;

	row = results_find(&th->told, GROUP_ALL, 0, k);
	if (row == NULL || row->note == NOTE_WITHHELD)
		return 0;
	if (row->counts != NULL)
		return 1;	/* they add up to others at v, and the known */
	s.shape = (struct shape){ .threads = 1, .criteria = { 1 },
	    .weight = { FIXED_ONE } };
	s.shape.points[0] = th->t.shape.points[0];
	grid_make(&s.g, &s.shape, 0, 1);
	s.points = th->points;
	s.lone = th->lone;
	s.policy = th->t.policy;
	s.told = *row;
	s.g.v.persons = s.g.size[0] = (int64_t)th->t.n;
	for (b = 0; b < th->points; b++)
		s.g.cells[0][b] = th->gave[EVERYBODY][k][b + 1];
	return !search_world(&s, others, v);
}

/* --- from the rows of groups too -------------------------------------- */

static int
thread_same(const struct thread *th, const struct results *r)
{
	size_t	i;

	if (r->n != th->told.n)
		return 0;
	for (i = 0; i < r->n; i++)
		if (!attack_same(&r->row[i], &th->told.row[i], th->points))
			return 0;
	return 1;
}

static int
thread_fits(struct thread *th)
{
	struct results	r;
	int		same;

	th->left--;
	grid_count(&th->g, &th->t, 0);
	policy_run(&r, &th->g.v, &th->t.policy);
	same = thread_same(th, &r);
	results_free(&r);
	return same;
}

/* Whether somebody before i is to be moved first, who is like i. */
static int
thread_twin(const struct thread *th, size_t i, size_t k)
{
	const struct person	*was = th->truth, *now = th->t.person;
	size_t			 j;

	for (j = 0; j < i; j++)
		if (!th->known[j] && th->part[j] == th->part[i] &&
		    was[j].vote[k] == was[i].vote[k] &&
		    now[j].vote[k] == was[j].vote[k])
			return 1;
	return 0;
}

/* The lowest that a vote may be moved to, and far away at most. */
static int
lowest(const struct thread *th, int was, int far)
{
	const int	least = th->lone ? 0 : SKIP;

	return was - far > least ? was - far : least;
}

/*
 * Whether a world is found that has the votes moved which are already, and
 * `more` of those from `from` on, each by at most `far`.
 */
static int
thread_moves(struct thread *th, int more, size_t from, int far)
{
	const size_t	n = th->g.fw.ncrit;
	size_t		m, i, k;
	int		b, was, found = 0;

	if (more == 0)
		return thread_fits(th);
	for (m = from; m < th->t.n * n && !found && th->left > 0; m++) {
		i = m / n;
		k = m % n;
		was = th->truth[i].vote[k];
		if (th->known[i] || th->t.person[i].vote[k] != was ||
		    thread_twin(th, i, k))
			continue;
		for (b = lowest(th, was, far);
		    b <= was + far && b < th->points && !found; b++) {
			if (b == was)
				continue;
			th->t.person[i].vote[k] = b;
			found = thread_moves(th, more - 1, m + 1, far);
		}
		th->t.person[i].vote[k] = was;
	}
	return found;
}

/* Whether i may have answered k otherwise. */
static int
thread_world(struct thread *th, size_t i, size_t k)
{
	const int	was = th->truth[i].vote[k];
	const int	least = th->lone ? 0 : SKIP;
	/* Where counts stand beside counts more moves find nothing. */
	const int	most = th->t.policy.groups ? MOVES : 1;
	int		more, away, b, found = 0, far;

	th->left = all_left > 0 ? ATTACK_WORLDS : 0;
	for (more = 0; more <= most && !found && th->left > 0; more++) {
		/* Many by a step, few by any way. */
		far = more < MOVES ? th->points : 1;
		for (away = 1; away <= far && !found; away++)
			for (b = was - away; b <= was + away && !found;
			    b += 2 * away) {
				if (b < least || b >= th->points)
					continue;
				th->t.person[i].vote[k] = b;
				found = thread_moves(th, more, 0, far);
			}
	}
	th->t.person[i].vote[k] = was;
	if (ATTACK_WORLDS - th->left > ATTACK_WORLDS / 10)
		all_left -= ATTACK_WORLDS - th->left;
	return found;
}

/* --- attackers -------------------------------------------------------- */

/* Who they are, by their indices. */
struct ring {
	size_t	n, who[2];
};

/* The score that all of a part but the attackers gave; SKIP: not one. */
static int
unanimous(const struct thread *th, size_t k, size_t part,
    const struct ring *ring, int64_t *others)
{
	const int	*gave = th->gave[part][k];
	int		 own[POINTS + 1], v, people = th->size[part];
	size_t		 i;

	memset(own, 0, sizeof(own));
	for (i = 0; i < ring->n; i++)
		if (part == EVERYBODY || th->part[ring->who[i]] == part) {
			people--;
			own[th->truth[ring->who[i]].vote[k] + 1]++;
		}
	*others = people;
	if (people == 0)
		return SKIP;
	for (v = 0; v < th->points; v++)
		if (gave[v + 1] - own[v + 1] == people)
			return v;
	return SKIP;
}

static int
learnt_from_all(struct thread *th, size_t k, const struct ring *ring)
{
	int64_t	others;
	size_t	i, own[2] = { 0, 0 };
	int	v = unanimous(th, k, EVERYBODY, ring, &others), *asked;

	if (v == SKIP)
		return 0;
	for (i = 0; i < ring->n; i++)
		own[i] = (size_t)(th->truth[ring->who[i]].vote[k] + 2);
	asked = &th->asked[k][own[0]][own[1]];
	if (*asked == 0)
		*asked = 1 + told_by_all(th, k, others, v);
	return *asked == 2;
}

/* The others of one part. */
static int64_t
learnt_of_part(struct thread *th, size_t k, size_t part,
    const struct ring *ring, struct spoils *s)
{
	int64_t	others;
	size_t	i;

	if (unanimous(th, k, part, ring, &others) == SKIP)
		return 0;
	for (i = 0; th->known[i] || th->part[i] != part; i++)
		;
	if (thread_world(th, i, k))
		return 0;
	if (!th->t.policy.groups && th->size[part] < LARGE_GROUP)
		s->broken = "a small group is learnt beside large ones";
	return others;
}

static void
ring_attack(struct thread *th, const struct ring *ring, struct loot *l,
    struct spoils *s)
{
	const int	groups = groups_say(&th->told);
	int64_t		others;
	size_t		i, k, part;

	for (i = 0; i < ring->n; i++)
		th->known[ring->who[i]] = 1;
	for (k = 0; k < th->g.fw.ncrit; k++) {
		others = th->size[EVERYBODY] - th->gave[EVERYBODY][k][0];
		for (i = 0; i < ring->n; i++)
			others -= th->truth[ring->who[i]].vote[k] != SKIP;
		l->votes += others;
		if (learnt_from_all(th, k, ring)) {
			l->all += others;
			continue;
		}
		for (part = 0; part <= GROUPS && groups; part++)
			l->groups += learnt_of_part(th, k, part, ring, s);
	}
	for (i = 0; i < ring->n; i++)
		th->known[ring->who[i]] = 0;
}

static void
thread_attack(struct thread *th, struct loot *l, struct spoils *s)
{
	struct ring	ring = { 0, { 0, 0 } };
	size_t		i, j;

	ring_attack(th, &ring, &l[OUTSIDER], s);
	for (i = 0; i < th->t.n; i++) {
		ring = (struct ring){ 1, { i, 0 } };
		ring_attack(th, &ring, &l[INSIDER], s);
	}
	for (i = 0; i < th->t.n; i++)
		for (j = 0; j < i; j++) {
			ring = (struct ring){ 2, { i, j } };
			ring_attack(th, &ring, &l[PAIR], s);
		}
}

static void
thread_count(struct thread *th)
{
	size_t	i, k;
	int	b;

	for (i = 0; i < th->t.n; i++) {
		th->size[EVERYBODY]++;
		th->size[th->part[i]]++;
		for (k = 0; k < th->g.fw.ncrit; k++) {
			b = th->truth[i].vote[k] + 1;
			th->gave[EVERYBODY][k][b]++;
			th->gave[th->part[i]][k][b]++;
		}
	}
}

/* Whom a shown group holds is in it, everybody else in one part. */
static void
thread_parts(struct thread *th)
{
	const struct result	*base;
	size_t			 i, group;

	for (i = 0; i < th->t.n; i++) {
		group = th->t.person[i].group;
		if (group < th->g.fw.ngroups)
			group = th->g.groups[group].into;
		base = group >= th->g.fw.ngroups ? NULL :
		    results_find(&th->told, group, 1, th->g.fw.ncrit);
		th->part[i] = base == NULL || base->note == NOTE_WITHHELD ?
		    GROUPS : group;
	}
}

static void
thread_make(struct thread *th, const struct team *t, size_t d)
{
	const struct shape	*s = &t->shape;
	const size_t		 first = shape_first(s, d);
	size_t			 i, k;

	memset(th, 0, sizeof(*th));
	th->t = *t;
	th->t.shape.threads = 1;
	th->t.shape.criteria[0] = s->criteria[d];
	th->t.shape.points[0] = s->points[d];
	th->points = s->points[d].n;
	th->lone = shape_first(s, s->threads) == 1;
	for (k = 0; k < s->criteria[d]; k++) {
		th->t.shape.weight[k] = s->weight[first + k];
		for (i = 0; i < t->n; i++)
			th->t.person[i].vote[k] =
			    t->person[i].vote[first + k];
	}
	memcpy(th->truth, th->t.person, sizeof(th->truth));
	grid_make(&th->g, &th->t.shape, 0, 1);
	grid_count(&th->g, &th->t, 0);
	policy_run(&th->told, &th->g.v, &t->policy);
	thread_parts(th);
	thread_count(th);
}

/* The thread's rows are those that were published of the round. */
static int
thread_published(const struct thread *th, const struct team *t,
    const struct results *whole, size_t d)
{
	const size_t		 first = shape_first(&t->shape, d);
	const size_t		 ncrit = shape_first(&t->shape,
				    t->shape.threads);
	const struct result	*r;
	size_t			 i;

	for (i = 0; i < th->told.n; i++) {
		r = &th->told.row[i];
		if (!attack_same(r, results_find(whole, r->group,
		    r->dim == 0 ? d : t->shape.threads,
		    r->crit < th->g.fw.ncrit ? first + r->crit : ncrit),
		    th->points))
			return 0;
	}
	return 1;
}

/* --- rounds ----------------------------------------------------------- */

void
attack_round(struct spoils *s, const struct team *t,
    const struct results *told)
{
	static struct thread	th;
	size_t			d;

	memset(s, 0, sizeof(*s));
	for (d = 0; d < t->shape.threads; d++) {
		thread_make(&th, t, d);
		if (!thread_published(&th, t, told, d))
			s->broken = "a thread's rows are not those of "
			    "the policy";
		thread_attack(&th, s->of[d], s);
		results_free(&th.told);
	}
	s->unsure = all_left <= 0;
}

static int
same_shape(const struct result *a, const struct result *b)
{
	return a->note == b->note && a->n == b->n &&
	    a->no_answer == b->no_answer &&
	    (a->mean == FIXED_NONE) == (b->mean == FIXED_NONE) &&
	    (a->counts == NULL) == (b->counts == NULL) &&
	    (a->reading == READING_NONE) == (b->reading == READING_NONE);
}

/* Withholding depends on who answered, never on what. */
static int
turned(const struct team *t, const struct results *told)
{
	static struct team	u;
	static struct grid	g;
	struct results		r;
	size_t			d, i, k = 0, end = 0;
	int			same;

	u = *t;
	for (d = 0; d < t->shape.threads; d++)
		for (end += t->shape.criteria[d]; k < end; k++)
			for (i = 0; i < u.n; i++)
				if (u.person[i].vote[k] != SKIP)
					u.person[i].vote[k] = (int)chance(
					    (unsigned)t->shape.points[d].n);
	grid_make(&g, &u.shape, 0, u.shape.threads);
	grid_count(&g, &u, 0);
	policy_run(&r, &g.v, &u.policy);
	same = r.n == told->n;
	for (i = 0; i < r.n && same; i++)
		same = same_shape(&r.row[i], &told->row[i]);
	results_free(&r);
	return same;
}

void
attack_policy(struct spoils *s, const struct team *t)
{
	static struct grid	g;
	struct results		told;

	grid_make(&g, &t->shape, 0, t->shape.threads);
	grid_count(&g, t, 0);
	policy_run(&told, &g.v, &t->policy);
	attack_round(s, t, &told);
	if (!turned(t, &told))
		s->broken = "what is withheld depends on what was answered";
	results_free(&told);
}

/* --- another world ---------------------------------------------------- */

/* Answers that change together, so that sums may stay. */
static void
walk_step(struct thread *th)
{
	const size_t	n = th->g.fw.ncrit;
	int		moves = 1 + (int)chance(3), by = chance(2) ? 1 : -1;
	int		*vote;

	for (; moves > 0; moves--, by = -by) {
		vote = &th->t.person[chance((unsigned)th->t.n)].
		    vote[chance((unsigned)n)];
		if (chance(8) == 0)
			*vote = (int)chance((unsigned)th->points + 1) - 1;
		else
			*vote += by;
		if (*vote < SKIP || *vote >= th->points)
			*vote = (int)chance((unsigned)th->points);
	}
}

/* Two like each other have changed their answers over. */
static void
walk_swap(struct thread *th)
{
	const unsigned	people = (unsigned)th->t.n;
	size_t		i = chance(people), j = chance(people);
	size_t		k = chance((unsigned)th->g.fw.ncrit);
	int		v;

	if (th->part[i] != th->part[j])
		return;
	v = th->t.person[i].vote[k];
	th->t.person[i].vote[k] = th->t.person[j].vote[k];
	th->t.person[j].vote[k] = v;
}

static void
walk_thread(struct thread *th, int tries)
{
	static struct person	last[PEOPLE];

	while (tries-- > 0) {
		memcpy(last, th->t.person, sizeof(last));
		if (chance(3) == 0)
			walk_swap(th);
		else
			walk_step(th);
		if (!thread_fits(th))
			memcpy(th->t.person, last, sizeof(last));
	}
}

/* Whether everybody has one score at least. */
static int
all_score(const struct team *t)
{
	const size_t	ncrit = shape_first(&t->shape, t->shape.threads);
	size_t		i, k;

	for (i = 0; i < t->n; i++) {
		for (k = 0; k < ncrit && t->person[i].vote[k] == SKIP; k++)
			;
		if (k == ncrit)
			return 0;
	}
	return 1;
}

size_t
attack_walk(struct team *t, int tries)
{
	static struct thread	th;
	static struct person	was[PEOPLE];
	size_t			d, i, k, first = 0, moved = 0, here;

	for (d = 0; d < t->shape.threads; d++) {
		thread_make(&th, t, d);
		walk_thread(&th, tries);
		memcpy(was, t->person, sizeof(was));
		for (here = 0, i = 0; i < t->n; i++)
			for (k = 0; k < t->shape.criteria[d]; k++) {
				here += t->person[i].vote[first + k] !=
				    th.t.person[i].vote[k];
				t->person[i].vote[first + k] =
				    th.t.person[i].vote[k];
			}
		if (!all_score(t)) {
			memcpy(t->person, was, sizeof(was));
			here = 0;
		}
		moved += here;
		first += t->shape.criteria[d];
		results_free(&th.told);
	}
	return moved;
}
