/*
 * How far sets of threads reach along the links that the team said: an aid
 * after its own talk, never the choice.
 *
 *	reach(S) = sum over j of (1 - product over i in S of (1 - r_ij))
 *
 * r_ij is the greatest product, over all paths from i to j, of strength/3 *
 * 0.5 a link; r_ii = 1.  So a thread of S counts 1, one that moves with
 * several counts them together and never more than 1, and one that nothing
 * moves counts 0.  (The formula is the toolkit's own.)
 *
 * Each link is a whole number of sixths, so r is kept in parts of 6^23: exact
 * on paths of up to 23 links, all there are between 24 threads.  Products are
 * rounded to such a part, so a reach is right to less than 10^-14, and is
 * rounded once, half away from zero, to four decimals.  Sets whose four
 * decimals are the same are tied.
 */
#ifndef CPM_REACH_H
#define CPM_REACH_H

#include <stdint.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/links.h"

#define REACH_ONE	INT64_C(789730223053602816)	/* 6^23 */

/* The most sets that are tried. */
#define REACH_SETS_MAX	200000

struct reach {
	const struct links *links;
	size_t		 n;		/* threads */
	int64_t		*r;		/* [from * n + to], of REACH_ONE */
	size_t		*before;	/* the thread before `to` on the best
					 * path; n: there is no path */
	struct arena	 arena;
};

/* The best paths: fewest links first, then the framework's order. */
void	reach_make(struct reach *, const struct links *);
void	reach_free(struct reach *);

/* r rounded to four decimals, as printed. */
fixed	reach_share(const struct reach *, size_t from, size_t to);
/* The reach of k threads, to four decimals. */
fixed	reach_of(const struct reach *, const size_t *set, size_t k);
/*
 * The best path between two threads: *n of them, both ends among them, in
 * the arena; NULL where there is none.
 */
size_t	*reach_path(struct reach *, size_t from, size_t to, size_t *n);

struct reach_set {
	size_t	*member;		/* rising */
	size_t	 k;
	fixed	 reach;
	size_t	 rank;			/* from 1; equal reaches share one */
	int	 tied;
};

/*
 * All sets of k threads (of all there are, where there are fewer), by
 * falling reach, ties in the framework's order: the first `top` of them, in
 * the arena.  *more: how many others reach as far as the last of these.
 * -1 (said): more than REACH_SETS_MAX of them.
 */
int	reach_sets(struct reach *, size_t k, size_t top,
	    struct reach_set **out, size_t *n, size_t *more);
/*
 * One set, ranked among all of its size; rank 0 where these are too many.
 * Its members are put in order.
 */
void	reach_one(struct reach *, size_t *set, size_t k,
	    struct reach_set *out);

#endif
