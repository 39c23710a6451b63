/*
 * What may be printed about votes and agreed scores: a function of
 * results.csv, agreed.csv and the round's frozen framework alone.  The rows
 * that cpm-assess lists are the structs that reports and charts read.
 *
 * Everything is in the framework's order: groups `all`, `agreed`, then the
 * standpoints; in each, dimensions, and in these the criteria.
 */
#ifndef CPM_SCORE_H
#define CPM_SCORE_H

#include "model/framework.h"
#include "model/policy.h"
#include "model/stats.h"

/* The team's own decision on a thread or a criterion. */
struct agreed {
	size_t		 dim, crit;	/* crit ncrit: the whole thread */
	fixed		 score;
	const char	*justification, *evidence, *decided_by;
	int		 dissent, decided_on;	/* DATE_NONE */
};

/* One round as it may be read by its team. */
struct round {
	const char		*id, *kind, *method, *note, *refers_to;
	int			 date, closed_on;	/* DATE_NONE */
	int			 status;	/* ROUND_OPEN … */
	struct policy		 policy;	/* as people were told */
	int			 promised;	/* show and votes still say that */
	const char		*invited;	/* "governance:4 volunteers:9" */
	struct framework	 fw;		/* as frozen */
	struct results		 results;	/* no rows while it is open */
	struct agreed		*agreed;
	size_t			 nagreed;
};

enum { ROUND_OPEN, ROUND_COUNTED, ROUND_AGREED };

/*
 * Load a round by its id.  Labels in `lang`.  0, or -1 (said): the id is
 * unknown (nearest suggested), the frozen framework is not whole.  round_free
 * either way.
 */
int	round_load(struct round *, struct project *, const char *id,
	    const char *lang);
void	round_free(struct round *);

/*
 * The same of a raw tally that holds a round of that name: published under
 * the policy, or whole (none).  With a project its frozen framework reads it,
 * and it shows what was fixed when it was opened; a round that the project
 * does not have is read as one opened now.  Without a project everything is
 * on `scale`, under the presets.  0, or -1 (said).
 */
int	round_of_tally(struct round *, struct tally *, const char *id,
	    struct project *, const struct scale *scale, int none,
	    const char *shown);

/*
 * The rounds' ids in the order of their dates (ties: of the file), ended by NULL.
 * The caller frees the array.  closed: only those with results or agreed scores.
 */
const char	**round_ids(struct project *, int closed);

/* N of the round or a group's size; -1 where it is not published. */
int64_t	round_persons(const struct round *, size_t group);

/* A row of `score`. */
struct score {
	const char	*round, *group, *series, *dimension, *criterion, *label;
	size_t		 dim, crit;	/* crit ncrit: the dimension's row */
	int64_t		 n, n_max, no_answer;	/* -1: not published */
	const int64_t	*counts;	/* by point of scale, NULL: not published */
	fixed		 mean, median, sd, low, high, agreement, rwg, ad;
					/* FIXED_NONE: not published */
	enum reading	 reading;
	enum note	 note;
	unsigned	 remark;	/* on an agreed score: REMARK_… */
	const struct scale *scale;
};

struct scores {
	struct score	*row;
	size_t		 n, cap;
	struct arena	 arena;
};

#define SCORE_ALL	1u	/* what everybody said */
#define SCORE_AGREED	2u	/* what the team decided */
#define SCORE_GROUPS	4u	/* the standpoints */
#define SCORE_CRITERIA	8u	/* by criterion; else by dimension */
#define SCORE_NAMED	16u	/* the series names the round ("agreed (R1)") */

/*
 * Append a round's rows.  Strings live as long as the round and the scores.
 * Series are in the language in force.  A series of which nothing is there (no agreed
 * score, not closed) gives no rows; else it has a row for each axis, without
 * a mean where there is none.
 */
void	scores_init(struct scores *);
void	scores_add(struct scores *, const struct round *, unsigned flags);
void	scores_free(struct scores *);

/* The row of a group ("all", "agreed") on an axis, or NULL. */
const struct score	*scores_find(const struct scores *, const char *group,
			    size_t dim, size_t crit);

/*
 * What may be asked about an agreed score; never a refusal.  EVIDENCE: in the
 * highest quarter of the scale with nothing that shows it.  FAR: two steps or
 * more from the median of the votes on the same thing, where their counts are
 * published (so nothing is said of the median of a round that shows none);
 * *median (may be NULL) is that median, or FIXED_NONE.
 */
#define REMARK_EVIDENCE	1u
#define REMARK_FAR	2u

unsigned	agreed_remark(const struct round *, const struct agreed *,
		    fixed *median);

/* A row of `compare`. */
enum change_state { CHANGE_COMMON, CHANGE_REWORDED, CHANGE_ADDED, CHANGE_DROPPED };

struct change {
	const char	*before_id, *now_id, *group, *series;
	const char	*dimension, *criterion, *label;
	fixed		 before, now, delta;	/* FIXED_NONE */
	fixed		 then, shift, perceived;	/* likewise */
	int64_t		 n_before, n_now;	/* -1 */
	enum change_state state;
	enum note	 note;		/* of the rounds, the one that hides more */
	int		 reweighted;	/* criteria have another weight */
	const struct scale *scale;
	int		 visible;	/* |delta| is at least 1/8 of the range */
};

struct changes {
	struct change	*row;
	size_t		 n, cap;
	int		 then;		/* a third round stands beside them */
	/* That round passed over threads of the other, left out here. */
	int		 before_asked_only, now_asked_only;
	struct arena	 arena;
};

/*
 * Two rounds side by side, agreed scores first, then votes, then with
 * SCORE_GROUPS the standpoints, present ones first.
 *
 * By dimension, the means of votes are taken over the criteria that both
 * rounds have and show, so that like is compared with like; where that leaves
 * something out, or a weight has changed, both with the present weights.
 * reworded: the words of an axis, of its scale or of its levels are others in
 * some language that both rounds have, a thread has other criteria, or a
 * criterion another thread or direction.  Axes whose scale has other points
 * have no delta.
 *
 * then (or NULL): a retrospective round, in which people saw `before` with
 * the eyes of now.  delta = now - before, shift = then - before, perceived =
 * now - then; of a thread all three over the criteria that the three rounds
 * have and show, or, where there are none, the first alone.
 *
 * Threads that one of the two rounds did not ask, though the team had them
 * (a round of some threads only), are left out: they were not dropped.  The
 * project, whose other rounds say so, may be NULL: then none are.
 */
void	changes_make(struct changes *, struct project *,
	    const struct round *before, const struct round *now,
	    const struct round *then, unsigned flags);
void	changes_free(struct changes *);
const char	*change_state_str(enum change_state);

/*
 * A row of `gaps`: how the team's own groups see an axis, and how the others
 * do.  Each side is the unweighted mean of the means of its groups as they
 * are printed; agreed scores are no standpoint.
 */
struct gap {
	size_t		 dim, crit;
	const char	*dimension, *criterion, *label;
	fixed		 self, others, gap;	/* FIXED_NONE */
	const char	*self_groups, *other_groups;	/* the ids averaged */
	enum note	 note;		/* WITHHELD: one side is not there */
	const struct scale *scale;
	int		 visible;	/* |gap| is at least 3/16 of the range */
};

/* Why no axis has a gap. */
enum gaps_why {
	GAPS_THERE,		/* some has */
	GAPS_CONSENSUS,		/* nobody voted */
	GAPS_ONE_SIDE,		/* no group of the framework is another's */
	GAPS_COUNTS,		/* counts of everybody, and no group of 15 */
	GAPS_BY_CRITERION,	/* groups are shown by thread only */
	GAPS_FEW		/* too few people on one side */
};

struct gaps {
	struct gap	*row;
	size_t		 n, cap;
	enum gaps_why	 why;
	struct arena	 arena;
};

/* flags: SCORE_CRITERIA or 0. */
void	gaps_make(struct gaps *, const struct round *, unsigned flags);
void	gaps_free(struct gaps *);

/*
 * Picks: what to talk about first, strengths, priorities.  All from
 * published cells; ties in the framework's order.
 */
struct pick {
	size_t		 dim, crit;
	const char	*dimension, *criterion, *label;
	fixed		 value;		/* agreed score, else published mean */
	int		 from_agreed;
	enum reading	 reading;
	fixed		 agreement;	/* FIXED_NONE where not published */
	enum note	 note;
	const char	*finding;	/* the team's own words, or NULL */
};

struct picks {
	struct pick	*row;
	size_t		 n, cap;
	struct arena	 arena;
};

/*
 * "Talk about these first": criteria whose reading is published, apart
 * before mixed before shared, within these by rising A (those without a
 * published A behind), all of them; top 0: all.
 */
void	picks_talk(struct picks *, const struct round *, size_t top);
/*
 * The team's own findings of type strength (or need) first, then criteria by
 * their agreed score, else their published mean, as a share of the scale's
 * range: highest first, or lowest first; a thread stands for its criteria
 * where only the thread was agreed.  top 0: five; fewer where there are fewer
 * than ten, so that none is both.
 */
void	picks_strengths(struct picks *, struct project *,
	    const struct round *, size_t top);
void	picks_priorities(struct picks *, struct project *,
	    const struct round *, size_t top);
void	picks_free(struct picks *);

/* "all votes", "agreed", a standpoint's label, in the language in force. */
const char	*series_name(const struct framework *, const char *group);

#endif
