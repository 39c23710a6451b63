/*
 * The plan's days as a calendar takes them: what is due (plan_due), and where
 * that is asked what is done or was left.  Dates of visits to come are in the
 * private agenda, which nothing here reads; private rows neither.
 */
#ifndef CPM_CALENDAR_H
#define CPM_CALENDAR_H

#include <stddef.h>

#include "model/plan.h"

enum calendar_state { CALENDAR_OPEN, CALENDAR_DOING, CALENDAR_DONE,
    CALENDAR_LEFT };

struct calendar_item {
	enum plan_due_kind kind;
	const char	*id;	/* "CHANGE/2" of a level */
	const char	*title, *owner, *of;	/* "" where there is none */
	const char	*seen_by;		/* how it will be seen, "" */
	const char	*obstacle;		/* what blocks it, "" */
	enum calendar_state state;
	int		 start, due, done_on;	/* start, done_on: DATE_NONE */
	int		 percent;		/* done of it; -1: not counted */
	int		 moves;		/* how often it was adjusted */
};

struct calendar {
	struct calendar_item *item;	/* by day, kind and id */
	size_t		 n, cap;
};

/*
 * What is due by `last` (a day, itself included; DATE_NONE: all).  done: also
 * what is done or was left, and had its day by then.  role: only what a role
 * with these words does, NULL for all.  Strings are the plan's; the calendar
 * is ended by calendar_free.
 */
void	calendar_load(struct calendar *, struct plan *, struct project *,
	    int last, int done, const char *role);
void	calendar_free(struct calendar *);

/*
 * What tells this folder from others in a calendar that holds several: the
 * setting `identity`, else made from the title.  The caller frees it.
 */
char	*calendar_identity(struct project *);

#endif
