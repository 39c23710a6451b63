/*
 * What planedit.c, planlevel.c, plando.c and planadjust.c share.  Not for other rooms.
 */
#ifndef CPM_PLANEDIT_IN_H
#define CPM_PLANEDIT_IN_H

#include "model/planedit.h"

/* Today as a cell holds it; buf has DATE_LEN bytes; returned. */
const char	*plan_today(struct edit *, char *buf);
/* The facts as the tables in memory stand now: 0, or -1 (freed). */
int	plan_facts(struct edit *, struct plan *);

/*
 * Complete a change, action or step that was typed again (edit_complete);
 * its days fit afterwards.  0, or -1 (said).
 */
int	plan_complete(struct edit *, const struct plan *, struct table *,
	    size_t row, const struct entry *en);
/*
 * A row that has these values (column, value, …, NULL), whatever else was
 * typed with them, or a new one (edit_add): its index, or t->nrows where it
 * was there.  One that is over (`over` holds) is found only where there is no
 * other.  The value plan_any stands for each that is not empty.
 */
extern const char	plan_any[];
size_t	plan_same_or_add(struct edit *, struct table *,
	    const char *const *want, const char *const *over,
	    const char *title, const char *entered);
/* A due day before the start: 0, or -1 (said). */
int	plan_dates_fit(const struct table *, size_t row);
/* A remark, never a refusal, about a day beyond the cycle; due may be NULL. */
void	plan_remark_due(struct edit *, const struct plan *, const char *due);

/* A level's number: 0, or -1 (said). */
int	plan_read_level(struct edit *, const char *typed, int *level);
/* A level that is reached takes nothing more: -1 (said); else 0. */
int	plan_level_goes_on(struct edit *, const struct plan *,
	    const struct plan_change *, int n);
/* Say that a level is not open yet, and what opens it. */
void	plan_level_closed(struct edit *, const char *change, int n);
/* The change, where it is worked on; else NULL (said). */
const struct plan_change *plan_active_change(const struct plan *,
	    const char *id);
/* An action that goes on: 0; one that is over: -1 (said). */
int	plan_action_open(struct found *);

void	plan_close_change(struct edit *, size_t row);
/* A verdict's row; nrows where it is there.  by and note may be NULL. */
size_t	plan_add_review(struct edit *, const char *change,
	    const char *verdict, const char *by, const char *note);
/* A remark where somebody tried and learnt, and nothing says what instead. */
void	plan_remark_tried(const struct entry *why);
/* Keep a change of one field.  why (columns of adjustments) may be NULL. */
void	plan_add_adjustment(struct edit *, const char *ref,
	    const char *field, const char *old, const char *now,
	    const struct entry *why);

#endif
