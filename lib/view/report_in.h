/* What the reports share, and nobody else needs. */
#ifndef CPM_REPORT_IN_H
#define CPM_REPORT_IN_H

#include "base/date.h"
#include "base/lang.h"
#include "base/num.h"
#include "model/difficulty.h"
#include "model/indicator.h"
#include "model/log.h"
#include "model/plan.h"
#include "model/project.h"
#include "model/score.h"
#include "model/session.h"
#include "model/story.h"
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

/*
 * A list that is there, with its heading, only where something is in it.
 * report_begin goes before each item, with its number from 1 on; report_end
 * closes the list of n items and says with report_rest what is in the file
 * beyond max (n 0: there was none).
 */
void	report_begin(struct doc *, size_t n, const char *head);
void	report_end(struct doc *, size_t n, size_t max, const char *file);

/* "Who: the treasurer."; nothing where nobody is named. */
void	report_who(struct doc *, const char *owner);

/* An item each, of a list that is open. */
void	report_seen(struct doc *, const struct log_seen *);
void	report_lesson(struct doc *, const struct log_lesson *);
void	report_due(struct doc *, const struct plan_due *, int today);
void	report_adjustment(struct doc *, struct project *,
	    const struct plan_adjustment *);
/* The same without its day, the reason and the note in one. */
void	report_adjustment_short(struct doc *, struct project *,
	    const struct plan_adjustment *);

/*
 * Whether a row of adjustments.csv is told: what was done by a slip is one
 * change of its status for people, not one for each cell that was emptied.
 */
int		 report_adjustment_told(const struct plan_adjustment *);
/* "Due date: 10 April (before: 31 March).", "" where nothing is said. */
const char	*report_adjusted_to(struct doc *, struct project *,
		    const struct plan_adjustment *);
/* What a lesson says, of the columns that it has. */
const char	*report_lesson_words(const struct log_lesson *);
/* "RES GOV" in the words of the framework, with commas. */
const char	*report_threads(struct doc *, struct project *,
		    const char *ids);

/*
 * A small change's, contact's or lesson's change: its index by "change:ID",
 * "action:ID", "level:ID/2" or "step:ID"; of several the first that is one.
 * plan.nchanges where there is none.
 */
size_t	report_change_of(const struct plan *, const char *refs);

/*
 * notes/context.md in short, as a list (report_note.c); nothing of what the
 * pack wrote there.  How many items.
 */
size_t	report_context(struct doc *, struct project *);

/* --- parts of two reports (report_facts.c) -------------------------------- */

#define REPORT_MAX	100	/* items of a kind; the rest is counted */

/*
 * Each has its heading and says nothing where there is nothing; they return
 * how many there were in the days from since to until.
 */
/*
 * Indicators measured in these days, as they stood on the last of them;
 * since DATE_NONE: those never measured too.
 */
size_t	report_indicators(struct doc *, const struct indicators *, int since,
	    int until, int today);
/* Difficulties that were raised, answered or settled. */
size_t	report_difficulties(struct doc *, const struct difficulties *,
	    int since, int until);
int	report_difficulty_in(const struct difficulty *, int since, int until);
int	report_story_in(const struct story *, int since, int until);
/* Stories that somebody chose, of those whose tellers consent. */
size_t	report_stories(struct doc *, const struct stories *, int since,
	    int until);

/* How many sessions of co-development were held (report_held.c) … */
size_t	report_sessions_in(const struct sessions *, int since, int until);
/*
 * … and when, what was told there of last time's actions, and how many were
 * agreed.  What was done is told by the action itself, and not again.
 */
size_t	report_sessions(struct doc *, const struct sessions *, int since,
	    int until);

/*
 * The accompaniment itself (report_with.c): contacts by kind, how long they
 * took, whether the rhythm was kept, and how the team sees it: the round's
 * scores of the accompaniment pack, where it asked (NULL: no round).
 */
void	report_accompaniment(struct doc *, struct project *,
	    const struct log_book *, const struct round *, int since,
	    int until);

/* The agreed scores of two rounds side by side; no heading.  How many. */
size_t	report_moves(struct doc *, struct project *,
	    const struct round *before, const struct round *now);

/* One line of the list of files: a name as it stands, and what is in it. */
void	report_file(struct doc *, const char *file, const char *what);

#endif
