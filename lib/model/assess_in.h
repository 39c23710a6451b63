/*
 * What the steps of a round share (assess.c and the assess_*.c beside it).
 * For these files only: all others ask assess.h.
 */
#ifndef CPM_ASSESS_IN_H
#define CPM_ASSESS_IN_H

#include "model/assess.h"

/* What was done, marked N_() or by ngettext; assess_said says it. */
void	 assess_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * The canonical word for what was typed behind --COLUMN, in buf of
 * SCHEMA_VALUE bytes; NULL: it is none of the column's words (said).
 */
const char *assess_option(const struct schema *, const char *column,
	    const char *typed, char *buf);

/*
 * The thread or criterion that was typed, by its id, its label or the
 * beginning of its id: indexes into the round's framework; *crit is ncrit for
 * a thread.  0, or -1 (said; the nearest is suggested).
 */
int	 assess_what(struct project *, const struct round *,
	    const char *typed, size_t *dim, size_t *crit);

/* The digest of the framework as it is now.  The caller frees it. */
char	*assess_digest_now(struct project *);

#endif
