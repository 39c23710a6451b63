/* What the reports share, and nobody else needs. */
#ifndef CPM_REPORT_IN_H
#define CPM_REPORT_IN_H

#include "base/date.h"
#include "base/lang.h"
#include "base/num.h"
#include "model/log.h"
#include "model/plan.h"
#include "model/project.h"
#include "model/score.h"
#include "view/doc.h"
#include "view/report.h"

/*
 * Begin: set the language (the report's, else English) and give the two
 * letters that the page says it is in.
 */
const char	*report_lang(const struct report_ask *);

/* The team's name, or words that stand for it; owned by the project. */
const char	*report_team(struct project *);

/* All of these live as long as the document. */
const char	*report_day(struct doc *, int day);	/* "12 March 2026" */
const char	*report_number(struct doc *, fixed);	/* "2.5" */
const char	*report_count(struct doc *, int64_t);	/* "18"; not negative */
const char	*report_capital(struct doc *, const char *);	/* "Level" */
/* With a full stop, unless it ends with a mark of its own. */
const char	*report_stop(struct doc *, const char *);

/* Both: a user's words as a sentence behind another. */
const char	*report_sentence(struct doc *, const char *);

/* The folder's own word for a level, with its number: "Level 2". */
const char	*report_level(struct doc *, struct project *, int n);

/*
 * A thread's votes as people need them: to half a step where the votes are
 * rounded or the team is small, to a tenth from 15 people on, as they stand
 * in outside.csv for others (but not kept away from the ends).
 */
fixed	report_votes(const struct round *, const struct scale *, fixed mean,
	    enum note);

/*
 * "Where we come from": a time as it was seen then, as it is seen today, and
 * today, with the three differences of the numbers as they stand there.
 * Nothing where `then` shows nothing.  1 where a cell is not shown.
 */
int	report_back(struct doc *, struct project *,
	    const struct round *before, const struct round *then,
	    const struct round *now);

/* The threads whose gap between ourselves and others is visible, if any. */
void	report_gaps(struct doc *, const struct round *);

/* --- facts that several reports tell (report_parts.c) -------------------- */

/* Whether a row may stand in a report: not one that strayed from privacy. */
int	report_shared(const char *visibility);

/* "3 more are in log.csv.", where n is more than max. */
void	report_rest(struct doc *, size_t n, size_t max, const char *file);

/* An item each, of a list that is open. */
void	report_seen(struct doc *, const struct log_seen *);
void	report_lesson(struct doc *, const struct log_lesson *);
void	report_due(struct doc *, const struct plan_due *, int today);
void	report_adjustment(struct doc *, struct project *,
	    const struct plan_adjustment *);
/* The same without its day, the reason and the note in one. */
void	report_adjustment_short(struct doc *, struct project *,
	    const struct plan_adjustment *);

/* "Due date: 10 April (before: 31 March).", "" where nothing is said. */
const char	*report_adjusted_to(struct doc *, struct project *,
		    const struct plan_adjustment *);
/* What a lesson says, of the columns that it has. */
const char	*report_lesson_words(const struct log_lesson *);
/* "RES GOV" in the words of the framework, with commas. */
const char	*report_threads(struct doc *, struct project *,
		    const char *ids);

/* One line of the list of files: a name as it stands, and what is in it. */
void	report_file(struct doc *, const char *file, const char *what);

#endif
