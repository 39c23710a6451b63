/*
 * Votes that have served: those of rounds that were closed so long ago that
 * cpm.csv (keep_votes_days) no longer wants them kept.
 */
#ifndef CPM_KEEP_H
#define CPM_KEEP_H

#include "model/project.h"

/*
 * The next round from row *i of rounds.csv on whose votes are in the private
 * folder and have served; *i goes on behind it.  NULL: none.  The id is the
 * project's.
 */
const char	*keep_over(struct project *, size_t *i);
/*
 * Whether sheets or hands of this round are in the private folder; round
 * NULL: of any.
 */
int		 keep_votes(struct project *, const char *round);
/* Whether there are votes at all; a folder that is not there is not made. */
int		 keep_any(struct project *);

#endif
