/*
 * What the files of a round's report share (report_round.c and those beside
 * it), and nobody else needs.
 */
#ifndef CPM_REPORT_ROUND_IN_H
#define CPM_REPORT_ROUND_IN_H

#include "model/score.h"
#include "view/report_in.h"

/* A report that is being made: the rounds it tells of, and their scores. */
struct view {
	struct project	*p;
	struct doc	*d;
	struct round	 now, before, then;
	int		 earlier;	/* there is a round before it */
	int		 back;		/* and one that looks back at that */
	struct scores	 dims, crit;
	struct scores	 was;		/* dimensions of `before` */
	const struct score **by_crit;	/* of crit, `all`; NULL: none */
	const struct report_ask *ask;
	int		 voted;		/* some thread's votes can be shown */
	int		 hidden;	/* something was not shown */
};

/* --- how a score is said (report_round_score.c) --------------------------- */

/* All strings live as long as the document. */

/* The mean of a thread's votes as report_votes shows it. */
fixed		 view_thread_votes(const struct round *, const struct score *);
/* In a cell: a number, "not shown" (v->hidden then), or a dash for nothing. */
const char	*view_score_cell(struct view *, const struct round *,
		    const struct score *);
/* "4 (Steady)", or "3.5". */
const char	*view_score_words(struct view *, const struct scale *,
		    fixed value);
/*
 * Of a thread, or of a criterion where crit is one (crit == ncrit: none):
 * what was agreed, or NULL; its scale; its name.
 */
const struct agreed *view_agreed_find(const struct round *, size_t dim,
		    size_t crit);
const struct scale *view_scale(const struct framework *, size_t dim,
		    size_t crit);
const char	*view_label(const struct framework *, size_t dim,
		    size_t crit);
/* What a team decided about it, in a sentence; "" where it did not. */
const char	*view_agreed_sentence(struct view *, size_t dim, size_t crit);

/* Whether a series says anything at all. */
int		 view_series_there(const struct scores *, const char *group);
/* How many standpoints have something to show. */
size_t		 view_standpoints_shown(const struct view *);
/* Whether a round looks back; whether anybody's votes were counted in it. */
int		 view_retrospective(const struct round *);
int		 view_has_votes(const struct round *);

/* --- the parts ------------------------------------------------------------ */

/*
 * Each has its heading.  Strengths, the web and who took part say it where
 * there is nothing to tell; how to read this (view_method) and where each
 * number stands (view_files) are always there; the others say nothing then.
 */
void	view_strengths(struct view *);		/* report_round_found.c */
void	view_findings(struct view *);
void	view_web(struct view *);		/* report_round_web.c */
void	view_moved(struct view *);
void	view_talk(struct view *);		/* report_round_talk.c */
void	view_standpoints(struct view *);
void	view_agreed(struct view *);		/* report_round_votes.c */
void	view_criteria(struct view *);
void	view_who(struct view *);		/* report_round_who.c */
void	view_method(struct view *);
void	view_files(struct view *);

#endif
