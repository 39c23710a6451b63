/*
 * A page kept in a participant's own logbook, logbook/WHO.md of the private
 * folder.  As in logedit.h the caller saves.
 */
#ifndef CPM_BOOKEDIT_H
#define CPM_BOOKEDIT_H

#include "model/edit.h"
#include "model/logbook.h"

/* "logbook/WHO.md" of a code; NULL (said) where it is none.  Freed by the
 * caller. */
char	*logbook_path(const char *who);

/*
 * Bytes as people's editors write them, as UTF-8: CP1252 is taken over and
 * remarked, what is no text or of two encodings is a fault and NULL.  `bytes`
 * is ended or given back.
 */
char	*logbook_readable(char *bytes, size_t n, const char *shown);

/* What 05/02/2026 means in this folder (NULL: outside one). */
int	logbook_order(struct project *);

/* Keep the texts under that day.  0, or -1 (said). */
int	logbook_keep(struct edit *, const char *who, int day,
	    const char *const texts[LOGBOOK_PARTS]);

#endif
