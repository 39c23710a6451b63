/*
 * From answers to counts: a tally says, for each round, group as given, unit
 * and criterion, how many gave each score, NA, DK and nothing.  It is enough
 * for every statistic and adds up over files in any order.  It streams: its
 * memory grows with the cells, not with the answers.
 *
 * A sheet without one score is left out.  The rows of a sheet stand together
 * in the file (as import writes them), and a criterion that a sheet lacks counts as
 * skipped; a file without respondents takes the most answered criterion of a
 * group as the number of its sheets.
 */
#ifndef CPM_TALLY_H
#define CPM_TALLY_H

#include <stdint.h>

#include "base/num.h"
#include "model/framework.h"
#include "model/project.h"
#include "table/table.h"

struct tally_cell {
	const char	*round, *group, *unit, *criterion;
	int64_t		 n, na, dk, skipped;
	fixed		 sum;		/* of the scores */
	size_t		 nvalues, cap;
	fixed		*value;		/* rising */
	int64_t		*count;		/* how many gave value[i] */
};

struct tally;

/*
 * The framework that a round's answers are read with (reversed criteria are
 * turned, scores held to the scale); NULL: take them as they are.
 */
typedef const struct framework	*tally_grid(void *arg, const char *round);

struct tally	*tally_new(tally_grid *, void *arg);
void		 tally_free(struct tally *);

/*
 * Add a file of answers (columns of responses.csv, others are no matter), or
 * of tallies (`merge`; headers in between are skipped).  `round` NULL: all
 * rounds.  Values are never quoted.  Faults are said; 0 or -1.
 */
int	tally_answers(struct tally *, const char *path, const char *shown,
	    const char *round);
int	tally_merge(struct tally *, const char *path, const char *shown);

/* The same from the private tables of a project; hands have no respondents. */
int	tally_table(struct tally *, const struct table *responses,
	    const char *round);
/*
 * The same of the project's private answers, as a stream; only a file that
 * somebody sorted, so that sheets are torn apart, is loaded whole.
 */
int	tally_private(struct tally *, struct project *, const char *round);
int	tally_hands(struct tally *, const struct table *hands,
	    const char *round);
/*
 * Whether a round holds hands of groups beside those of the whole room: they
 * would count people twice.
 */
int	hands_mixed(const struct table *hands, const char *round);

/*
 * The cells in order: rounds, groups and units as they first appeared,
 * criteria in the framework's order, else as they first appeared.
 */
size_t				 tally_count(struct tally *);
const struct tally_cell		*tally_cell(struct tally *, size_t i);

/* Distinct rounds, groups, criteria in that order; NULL behind the last. */
const char	*tally_round(const struct tally *, size_t i);
const char	*tally_group(const struct tally *, size_t i);
const char	*tally_criterion(const struct tally *, size_t i);

/* The header and one record a cell: round,group,unit,criterion,n,na,dk,… */
extern const char *const	tally_columns[];	/* ends with NULL */
/* Cells of one record, in that order; they last until the next call. */
const char *const	*tally_record(struct tally *, size_t i);

/*
 * A round's votes as the policy takes them: units together, groups merged as
 * the framework says, the index behind the last group for people without one.
 */
struct votes {
	const struct framework	*fw;
	size_t			 ngroups;	/* of fw, and one for nobody's */
	int64_t			 persons;	/* N: with at least one score */
	int64_t			*size;		/* by group */
	int64_t			**count;	/* by group * ncrit + criterion: by scale point */
	struct arena		 arena;
};

/*
 * Faults (a score off the scale, an unknown criterion or group) are said at
 * `shown` without values.  0 or -1.  votes_free ends it.
 */
int	votes_make(struct votes *, struct tally *, const char *round,
	    const struct framework *, const char *shown);
void	votes_free(struct votes *);

/* Counts of a criterion: of a group, or of all; k numbers into out. */
void	votes_group(const struct votes *, size_t group, size_t crit,
	    int64_t *out);
void	votes_all(const struct votes *, size_t crit, int64_t *out);
/* How many answered it. */
int64_t	votes_answers(const struct votes *, size_t group, size_t crit);
int64_t	votes_answers_all(const struct votes *, size_t crit);

/*
 * A framework of what a tally holds, for data outside a folder: all criteria
 * in one unnamed dimension on the scale given, all groups.  Frees as others.
 */
void	framework_of_tally(struct framework *, struct tally *,
	    const struct scale *);
/*
 * Read "1-7", "1-5/0.5" (whole steps where no step is said).  0, or -1
 * (nothing said).  Values lie in the arena.
 */
int	scale_parse(struct scale *, struct arena *, const char *text);

#endif
