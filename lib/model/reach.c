/* How far sets of threads reach along the links. */
#include "model/reach.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"

/* --- paths ---------------------------------------------------------------- */

struct walk {
	int64_t	*r;
	size_t	*before, *hops;
	char	*done;
	size_t	 n;
};

/* The thread not done that is moved most; n where none is left. */
static size_t
walk_next(const struct walk *w)
{
	size_t	i, best = w->n;

	for (i = 0; i < w->n; i++) {
		if (w->done[i] || w->r[i] == 0)
			continue;
		if (best == w->n || w->r[i] > w->r[best] ||
		    (w->r[i] == w->r[best] && w->hops[i] < w->hops[best]))
			best = i;
	}
	return best;
}

/*
 * A link makes r smaller by half at least, so the thread that is moved most
 * has its best path: Dijkstra's way.
 */
static void
walk_from(struct walk *w, const struct links *l, size_t from)
{
	const struct link	*k;
	size_t			 at, i;
	int64_t			 r;

	w->r[from] = REACH_ONE;
	w->before[from] = from;
	while ((at = walk_next(w)) < w->n) {
		w->done[at] = 1;
		for (i = 0; i < l->nlinks; i++) {
			k = &l->link[i];
			if (k->from != at || w->done[k->to])
				continue;
			r = w->r[at] / 6 * k->strength;
			if (r < w->r[k->to] || (r == w->r[k->to] &&
			    w->hops[at] + 1 >= w->hops[k->to]))
				continue;
			w->r[k->to] = r;
			w->before[k->to] = at;
			w->hops[k->to] = w->hops[at] + 1;
		}
	}
}

void
reach_make(struct reach *q, const struct links *l)
{
	struct walk	w;
	size_t		i, k, n = l->nthreads;

	memset(q, 0, sizeof(*q));
	arena_init(&q->arena);
	q->links = l;
	q->n = n;
	q->r = arena_alloc(&q->arena, (n * n + 1) * sizeof(*q->r));
	q->before = arena_alloc(&q->arena, (n * n + 1) * sizeof(*q->before));
	w.n = n;
	for (i = 0; i < n; i++) {
		w.r = q->r + i * n;
		w.before = q->before + i * n;
		w.hops = mem_calloc(n, sizeof(*w.hops));
		w.done = mem_calloc(n, 1);
		for (k = 0; k < n; k++)
			w.before[k] = n;
		walk_from(&w, l, i);
		free(w.hops);
		free(w.done);
	}
}

void
reach_free(struct reach *q)
{
	arena_free(&q->arena);
}

fixed
reach_share(const struct reach *q, size_t from, size_t to)
{
	return num_div((wide)q->r[from * q->n + to] * FIXED_ONE, REACH_ONE);
}

size_t *
reach_path(struct reach *q, size_t from, size_t to, size_t *n)
{
	const size_t	*before = q->before + from * q->n;
	size_t		*path, at, i;

	if (before[to] == q->n)
		return NULL;
	for (*n = 1, at = to; at != from; at = before[at])
		(*n)++;
	path = arena_alloc(&q->arena, *n * sizeof(*path));
	for (i = *n, at = to; i-- > 0; at = before[at])
		path[i] = at;
	return path;
}

/* --- sets ----------------------------------------------------------------- */

/*
 * The products of a set are wrong by less than this many parts, all together;
 * what should stand half way between two printed values is not to fall below
 * it for that.
 */
#define SLACK	((wide)1 << 12)

fixed
reach_of(const struct reach *q, const size_t *set, size_t k)
{
	wide	sum = 0, rest;
	int64_t	r;
	size_t	i, j;

	for (j = 0; j < q->n; j++) {
		rest = REACH_ONE;
		for (i = 0; i < k; i++) {
			r = q->r[set[i] * q->n + j];
			if (r != 0)
				rest = num_div(rest * (REACH_ONE - r),
				    REACH_ONE);
		}
		sum += REACH_ONE - rest;
	}
	return num_div((sum + SLACK) * FIXED_ONE, REACH_ONE);
}

/* How many sets of k there are of n; REACH_SETS_MAX + 1 for more than that. */
static size_t
count_sets(size_t n, size_t k)
{
	size_t	c = 1, i;

	if (k > n)
		return 0;
	if (k > n - k)
		k = n - k;
	for (i = 1; i <= k; i++) {
		c = c * (n - k + i) / i;
		if (c > REACH_SETS_MAX)
			return REACH_SETS_MAX + 1;
	}
	return c;
}

/* The set after this one, in the framework's order; 0 behind the last. */
static int
next_set(size_t *set, size_t k, size_t n)
{
	size_t	i = k;

	while (i > 0 && set[i - 1] == n - k + i - 1)
		i--;
	if (i == 0)
		return 0;
	set[i - 1]++;
	for (; i < k; i++)
		set[i] = set[i - 1] + 1;
	return 1;
}

/* The reach of each set, in their order. */
static fixed *
all_reaches(const struct reach *q, size_t k, size_t count)
{
	fixed	*all = mem_calloc(count + 1, sizeof(*all));
	size_t	*set = mem_calloc(k + 1, sizeof(*set)), i;

	for (i = 0; i < k; i++)
		set[i] = i;
	for (i = 0; i < count; i++) {
		all[i] = reach_of(q, set, k);
		next_set(set, k, q->n);
	}
	free(set);
	return all;
}

static int
fall_cmp(const void *a, const void *b)
{
	const struct reach_set	*x = *(const struct reach_set *const *)a;
	const struct reach_set	*y = *(const struct reach_set *const *)b;

	if (x->reach != y->reach)
		return x->reach > y->reach ? -1 : 1;
	return (x > y) - (x < y);
}

static int
down_cmp(const void *a, const void *b)
{
	const fixed	x = *(const fixed *)a, y = *(const fixed *)b;

	return (x < y) - (x > y);
}

/*
 * The reach that the top-th set has, and how many sets have that or more.
 */
static fixed
last_shown(const fixed *all, size_t count, size_t top, size_t *as_far)
{
	fixed	*sorted = mem_calloc(count + 1, sizeof(*sorted)), last;
	size_t	 i;

	memcpy(sorted, all, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), down_cmp);
	last = sorted[top - 1];
	for (i = top; i < count && sorted[i] == last; i++)
		;
	*as_far = i;
	free(sorted);
	return last;
}

/* Equal neighbours share a rank; one that was left out ties the last, too. */
static void
rank_sets(struct reach_set *s, size_t n, size_t more)
{
	size_t	i;

	for (i = 0; i < n; i++) {
		s[i].rank = i > 0 && s[i].reach == s[i - 1].reach ?
		    s[i - 1].rank : i + 1;
		s[i].tied = (i > 0 && s[i].reach == s[i - 1].reach) ||
		    (i + 1 < n && s[i].reach == s[i + 1].reach) ||
		    (more > 0 && s[i].reach == s[n - 1].reach);
	}
}

/* Those that reach as far as `last`, by falling reach; of ties the first. */
static size_t
pick_sets(struct reach *q, size_t k, const fixed *all, size_t count,
    fixed last, size_t as_far, struct reach_set **out)
{
	struct reach_set	*s, **by;
	size_t			*set = mem_calloc(k + 1, sizeof(*set)), i, n = 0;

	s = mem_calloc(as_far + 1, sizeof(*s));
	by = mem_calloc(as_far + 1, sizeof(struct reach_set *));
	for (i = 0; i < k; i++)
		set[i] = i;
	for (i = 0; i < count; i++) {
		if (all[i] >= last) {
			s[n].member = arena_alloc(&q->arena,
			    (k + 1) * sizeof(*set));
			memcpy(s[n].member, set, k * sizeof(*set));
			s[n].k = k;
			s[n].reach = all[i];
			by[n] = &s[n];
			n++;
		}
		next_set(set, k, q->n);
	}
	qsort(by, n, sizeof(struct reach_set *), fall_cmp);
	*out = arena_alloc(&q->arena, (n + 1) * sizeof(**out));
	for (i = 0; i < n; i++)
		(*out)[i] = *by[i];
	free(by);
	free(s);
	free(set);
	return n;
}

int
reach_sets(struct reach *q, size_t k, size_t top, struct reach_set **out,
    size_t *n, size_t *more)
{
	size_t	count, as_far;
	fixed	*all, last;

	if (k > q->n)
		k = q->n;
	*n = *more = 0;
	if ((count = count_sets(q->n, k)) > REACH_SETS_MAX) {
		msg_fault(NULL, N_("%zu of %zu threads: too many sets to try "
		    "them all"), k, q->n);
		return -1;
	}
	if (q->n == 0 || top == 0)
		return 0;
	if (top > count)
		top = count;
	all = all_reaches(q, k, count);
	last = last_shown(all, count, top, &as_far);
	pick_sets(q, k, all, count, last, as_far, out);
	free(all);
	*n = top;
	*more = as_far - top;
	rank_sets(*out, *n, *more);
	return 0;
}

static int
up_cmp(const void *a, const void *b)
{
	const size_t	x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

void
reach_one(struct reach *q, size_t *set, size_t k, struct reach_set *out)
{
	size_t	count = count_sets(q->n, k), i;
	fixed	*all;

	qsort(set, k, sizeof(*set), up_cmp);
	*out = (struct reach_set){ set, k, reach_of(q, set, k), 0, 0 };
	if (count > REACH_SETS_MAX)
		return;
	all = all_reaches(q, k, count);
	for (out->rank = 1, i = 0; i < count; i++) {
		out->rank += all[i] > out->reach;
		out->tied += all[i] == out->reach;
	}
	out->tied = out->tied > 1;
	free(all);
}
