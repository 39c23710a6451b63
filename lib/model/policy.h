/*
 * What a closed round publishes.  One function decides it, once, from who
 * answered and never from what they answered; everything that is printed
 * about votes afterwards is a function of its two tables.
 *
 * N is the number of respondents with at least one score; an answer is a
 * score.  "Half a step" is half the scale's step; "held" means kept half a
 * step away from both ends.  Whatever is not published exactly carries a
 * note, and then n, "no answer" and counts are empty.
 *
 *  N < 5		one row: all, withheld.  A round with nobody looks the same.
 *  N 5 to 8	`all` by criterion with 5 answers or more: mean to half a
 *		step, held; the reading from N = 6.  Groups: withheld.
 *  counts, N >= 9	`all` by criterion with 9 answers or more: counts, one
 *		"no answer", mean, A, reading; with 5 to 8 answers as above.
 *		Groups of 15 or more by criterion likewise, where all others are 15
 *		or more and the people outside the groups so shown are none or 15
 *		or more (else the smallest, with all of its size, is not shown).
 *		Where one of them, or all outside them, has fewer than 8 answers to a
 *		criterion, no group shows it; from 8 on with its counts,
 *		which those of all and of the others tell anyway.
 *  groups, N >= 8	groups of 3 or more by dimension with at least 3 criteria
 *		that at least 3 of the group answered: unweighted mean of the exact
 *		criterion means, to half a step, held.  People in hidden groups (and
 *		those without one) are none or 5 or more, else the next smallest is hidden
 *		too, with all of its size.  `all` by criterion rounded, no reading.
 *  votes open	counts of `all` and of each group at any N, by consent.
 *  short scales	(fewer than four points) nothing under 10 answers.
 *  uneven steps	no mean where counts are not published.
 *
 * Thresholds raised in cpm.csv before `open` (min_team, min_counts,
 * min_group) take the place of 5, 9 and 3 wherever they are higher; a raised
 * min_counts also that of 8.  Unequal steps: a criterion without counts is withheld,
 * unless its reading is published.
 *
 * Rows: `all` first, then the groups in the framework's order.  The row
 * without dimension and criterion carries N, or a group's size, or is
 * withheld.  `all` has a row per criterion.  With groups, each group that is
 * not merged into another has a row per dimension, alike for nobody and for
 * too few; with counts, a hidden group has its first row only.
 */
#ifndef CPM_POLICY_H
#define CPM_POLICY_H

#include "model/framework.h"
#include "model/stats.h"
#include "model/tally.h"

enum note { NOTE_NONE, NOTE_ROUNDED, NOTE_WITHHELD };

const char	*note_str(enum note);		/* "", "rounded", "withheld" */
enum note	 note_parse(const char *);

#define GROUP_ALL	((size_t)-1)

/* What was fixed when the round was opened. */
struct policy {
	int	groups;		/* show=groups; else counts */
	int	open;		/* votes=open */
	int	none;		/* --no-policy: the data holds no persons */
	int64_t	team, counts, group;	/* thresholds; never below 5, 9, 3 */
};

#define POLICY_PRESET	{ 0, 0, 0, 5, 9, 3 }

/*
 * What rounds.csv keeps of it: "team=5 counts=9 group=3 show=counts
 * votes=secret", and "closed=2026-03-14" once closed.  Parsing never lowers a
 * threshold below section 5, and leaves groups and open as they are where the
 * text says nothing of them; closed (may be NULL) gets a day or DATE_NONE.
 */
void	policy_parse(struct policy *, const char *text, int *closed);
/* As cpm.csv has them now, and never below section 5 either. */
void	policy_thresholds(struct policy *, struct project *);
char	*policy_print(const struct policy *, int closed);	/* caller frees */

/* A row of results.csv. */
struct result {
	size_t		 group;		/* GROUP_ALL, or an index */
	size_t		 dim, crit;	/* ndims, ncrit: empty */
	int64_t		 n, no_answer;	/* -1: empty */
	int64_t		*counts;	/* by scale point; NULL: empty */
	fixed		 mean, agreement;	/* FIXED_NONE: empty */
	enum reading	 reading;
	enum note	 note;
};

struct results {
	const struct framework	*fw;
	struct result		*row;
	size_t			 n, cap;
	struct arena		 arena;
};

/* A row of outside.csv; n_class "" except where a size is said. */
struct outside {
	size_t		 group, dim, crit;
	const char	*n_class;	/* "5-9", "10-14", "15+", "" */
	fixed		 mean;
	enum note	 note;
};

struct outsides {
	struct outside	*row;
	size_t		 n, cap;
};

/* The policy for the team.  results_free ends it. */
void	policy_run(struct results *, const struct votes *,
	    const struct policy *);
void	results_free(struct results *);

/*
 * The policy for partners and beyond, from what the team may see and nothing
 * else: `all` by dimension to half a step (a tenth from N = 15), held; N as a class;
 * criteria from N = 15; a group of 10 or more, all others 10 or more, by
 * dimension to half a step and only if the team sees it.  In a round with open votes
 * a criterion needs 5 answers (10 on short scales) to count here.
 */
void	policy_outside(struct outsides *, const struct results *,
	    const struct policy *);
void	outsides_free(struct outsides *);

/* The row, or NULL.  dim and crit as in struct result. */
const struct result	*results_find(const struct results *, size_t group,
			    size_t dim, size_t crit);

/*
 * Weighted mean of the criterion means of a dimension as printed, weights
 * renormalised over those that have one: num / den, in ten-thousandths;
 * den 0 where none has.  *exact: every criterion of it shows counts.
 */
struct ratio	results_dimension(const struct results *, size_t group,
		    size_t dim, int *exact);

/* To the nearest half (parts = 2) or tenth (10) of a step, held. */
fixed	policy_round(struct ratio mean, const struct scale *, int parts);

/* Read them back from the table / put them into it (one round's rows). */
int	results_load(struct results *, struct project *, const char *round,
	    const struct framework *);
void	results_store(const struct results *, struct table *, const char *round);
void	outsides_store(const struct outsides *, const struct framework *,
	    struct table *, const char *round);

/* "1:0 2:3 3:1" from counts, and back; caller frees; parse gives 0 or -1. */
char	*counts_print(const struct scale *, const int64_t *counts);
int	counts_parse(const struct scale *, const char *text, int64_t *counts);

#endif
