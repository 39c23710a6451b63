/*
 * What our reports say, as documents: a round of self-assessment, the plan
 * for the wall, what changed since a date, a visit to prepare, and the review
 * of a cycle.  They are made from committed tables alone; nothing private is
 * looked for, but for names where somebody asks for them.  Strengths and
 * changes come
 * before needs; the reader meets words, and every number lies in a table
 * that the report names.
 */
#ifndef CPM_REPORT_H
#define CPM_REPORT_H

#include "model/project.h"
#include "view/doc.h"

struct report_ask {
	const char	*lang;		/* of the sentences: "fr" */
	const char	*web;		/* picture that Markdown links, or NULL */
	int		 today;		/* a day (base/date.h) */
	int		 dated;		/* somebody asked for that day: say it */
	int		 names;		/* names beside roles; the page
					 * is private then */
	int		 news;		/* progress: NULL, and nothing said,
					 * where nothing was noted */
};

/*
 * Each returns a document that the caller ends with doc_free, or NULL where
 * a table is bad or what was asked for is not there (said).  The language of
 * sentences is set to that of the report and stays so, for doc_write needs
 * it; lang_use(NULL) goes back.
 */
struct doc	*report_round(struct project *, const struct report_ask *,
		    const char *round);
struct doc	*report_plan(struct project *, const struct report_ask *);
/* From the day `since` to today, both included. */
struct doc	*report_progress(struct project *, const struct report_ask *,
		    int since);

/*
 * One page to prepare the next visit.  What is new is told from `since` on;
 * DATE_NONE: from the last visit, else from the last contact or the cycle's
 * start.
 */
struct doc	*report_visit(struct project *, const struct report_ask *,
		    int since);
/*
 * The review of a cycle: `cycle` as typed, or NULL for the open one, else the
 * last.
 */
struct doc	*report_review(struct project *, const struct report_ask *,
		    const char *cycle);

/*
 * The sheets of a co-development session (as session_meant takes it; NULL:
 * the next one), a page each.
 */
enum { SESSION_SHEET = 1, SESSION_PLAN = 2, SESSION_CARNET = 4 };
struct doc	*report_session(struct project *, const struct report_ask *,
		    const char *session, unsigned parts);

#endif
