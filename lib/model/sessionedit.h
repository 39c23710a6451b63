/*
 * Sessions of co-development, changed: a series planned, a day moved, what a
 * session agreed, what became of it, and (in the private folder alone) who is
 * client with which question.  As in planedit.h each works on tables in
 * memory, the caller saves; 0, or -1 when a fault was said.  No message
 * quotes a value of the private folder.
 *
 * A session is meant by its id, a beginning of it, its day, or SERIES/2.
 */
#ifndef CPM_SESSIONEDIT_H
#define CPM_SESSIONEDIT_H

#include "model/edit.h"
#include "model/session.h"

/* The session meant; n (said) where there is none, or several. */
size_t	session_meant(const struct sessions *, struct project *,
	    const char *typed);

/*
 * The series meant, as it is written in the table; NULL: there is none such
 * (said, with those that there are).
 */
const char	*session_series_meant(const struct sessions *,
		    const char *typed);

/* A series as it was typed. */
struct session_series {
	const char	*name, *members;	/* codes, blanks or lines between */
	const char	*start, *every;		/* "2026-01-15", "1m" or "30d" */
	const char	*minutes, *theme;	/* NULL: not said */
	int		 closing;		/* one more, where the last client's
						 * plan is told */
};

/*
 * Plan it: a session for each member in this order, and the closing one.
 * Who is client when goes to the private folder.  Typed again it is there.
 */
int	session_plan(struct edit *, const struct session_series *);

/* One session more in a series; en: theme, minutes. */
int	session_add(struct edit *, const char *series, const char *date,
	    struct entry *en);
/* Another day, between its neighbours' days. */
int	session_move(struct edit *, const char *session, const char *date);

/*
 * Who is client, with which question and contract; NULL keeps what is there.
 * A member whose turn comes later changes places.  What is there and differs
 * is a fault but with `replace`.
 */
struct session_private {
	const char	*client, *question, *contract;
	int		 replace;
};
int	session_set_client(struct edit *, const char *session,
	    const struct session_private *);
/* The client's own sheet of suggestions: private prose, added to. */
int	session_suggest(struct edit *, const char *session,
	    const char *text);

/*
 * What the client does before the next session.  en: columns of actions,
 * `title` among them; the owner is "client" and the day that of the next
 * session where nothing else was typed.
 */
int	session_act(struct edit *, const char *session, struct entry *en);
/* What became of it, told at an opening, done or not. */
int	session_tell(struct edit *, const char *action, const char *text);

#endif
