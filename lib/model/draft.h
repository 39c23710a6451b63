/*
 * An open round as its facilitator may look at it: from the private folder,
 * under the policy as if it were closed now.  Nothing of it is written, and
 * nothing that others read is made from it.
 */
#ifndef CPM_DRAFT_H
#define CPM_DRAFT_H

#include "model/score.h"

struct draft_group {
	const char	*label;
	int64_t		 sheets;	/* with at least one score */
	int64_t		 invited;	/* -1: nobody said */
};

struct draft {
	struct round		 round;		/* its results are the draft's */
	struct draft_group	*group;		/* in the framework's order; */
	size_t			 ngroups;	/* last: of no group, if any came */
	int64_t			 sheets, invited;	/* of all; -1 */
};

/*
 * The round, or (id NULL) the latest that is open and has votes.  0, or -1
 * (said): none is open, it is closed, it takes agreed scores only, there is
 * no private folder, a vote is faulty.  draft_free either way.
 */
int	draft_load(struct draft *, struct project *, const char *id,
	    const char *lang);
void	draft_free(struct draft *);

/*
 * Two rounds as far as the same people answered both: of the sheets whose code
 * stands in both, the criteria that both score, under each round's policy as
 * if these were all (open votes as secret ones); no agreed scores.  *people:
 * how many.  For the facilitator's screen only; the project is open for
 * reading, and its private table is of no other use afterwards.  0, or -1
 * (said); round_free both either way.
 */
int	matched_load(struct round *before, struct round *now,
	    struct project *, char *const *ids, const char *lang,
	    int64_t *people);

/* How many of a group were invited to a round; -1 where nobody said. */
int64_t	round_invited(const struct round *, const char *group);

#endif
