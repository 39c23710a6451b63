/*
 * A show of hands: for each criterion how many hands went up for each score,
 * asked at a terminal or read from a pipe, into hands.csv of the private
 * folder.  A round holds either the hands of groups or those of the whole
 * room: together they would count people twice.
 */
#ifndef CPM_HANDS_H
#define CPM_HANDS_H

#include <stdio.h>

#include "intake/words.h"

struct hands_ask {
	const char	*group;		/* as typed; NULL: the whole room */
	int64_t		 present;	/* people there; -1: not said */
	int		 terminal;	/* standard input is one */
};

#define HANDS_NONE	(-1)		/* nobody was asked */

struct hands {
	const struct framework *fw;
	const char	*group;		/* id, "": the whole room */
	/*
	 * Criterion by criterion: the counts of its scale's points, then of
	 * NA and DK; HANDS_NONE where none was given.
	 */
	int64_t		**count;
	struct arena	 arena;
};

/* What came of it, in criteria. */
struct hands_done {
	unsigned long	added, replaced, same;
};

/*
 * The round of this id, if hands can be taken in now: open, and a show of
 * hands.  Else said, and NULL.  Owned by the project.
 */
const char	*hands_round(struct project *, const char *round);

/*
 * Read counts from `in`: lines "RES1: 1=0 2=3 3=4", or CSV with the columns
 * criterion, value and count; at a terminal, score by score, asked on `talk`
 * in the language in force.  More hands for a criterion than people present
 * are refused.  Holds no lock.  0, or -1 (said): nothing is to be written
 * then.  hands_free in either case.
 */
int	hands_read(struct hands *, const struct hands_ask *,
	    const struct framework *, const struct words *, FILE *in,
	    FILE *talk);
/*
 * Put them into the project's tables, in place of what the same group gave
 * for the same criteria.  0, or -1 (said).
 */
int	hands_merge(const struct hands *, struct project *, const char *round,
	    struct hands_done *);
void	hands_say(const struct hands_done *, const char *round);
void	hands_free(struct hands *);

#endif
