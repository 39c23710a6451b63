/*
 * Listings of cpm-assess: scores, changes, gaps, what to talk about, strengths and
 * priorities, published results, tallies.  For pipes all stable columns; at a
 * terminal those that a person reads.
 */
#ifndef CPM_SCORES_H
#define CPM_SCORES_H

#include <stdio.h>

#include "base/opt.h"
#include "model/draft.h"
#include "model/score.h"
#include "model/tally.h"

/* stats: append rwg and ad. */
void	scores_list(FILE *, enum form, const struct scores *, int stats);
void	changes_list(FILE *, enum form, const struct changes *);
void	gaps_list(FILE *, enum form, const struct round *,
	    const struct gaps *);
void	talk_list(FILE *, enum form, const struct round *,
	    const struct picks *);
/* Strengths before priorities; `priorities` may be NULL. */
void	picks_list(FILE *, enum form, const struct round *,
	    const struct picks *strengths, const struct picks *priorities);
/* How many sheets came to an open round, by group, for the facilitator. */
void	sheets_table(FILE *, const struct draft *);
/* What results.csv says of a round, with labels. */
void	results_list(FILE *, enum form, const struct round *);
/* A raw tally: CSV only. */
void	tally_list(FILE *, enum form, struct tally *);

#endif
