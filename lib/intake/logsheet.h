/*
 * A sheet of contacts, small changes, lessons or difficulties into the log: a
 * CSV with the table's columns, as a spreadsheet or a phone wrote it.
 *
 * A row is known by its id; else by the number of its submission, which the
 * private folder remembers with the row it became (taken.csv); else by its
 * words.  Again it adds nothing; with other words under the same id or number
 * it is an update.
 */
#ifndef CPM_LOGSHEET_H
#define CPM_LOGSHEET_H

#include "intake/spill.h"
#include "model/edit.h"

struct logsheet_ask {
	const char	*path;		/* "-": standard input */
	struct spill	*spill;		/* what it held; NULL: open path */
	const char	*what;		/* "contacts" (NULL), "seen" … */
	int		 quiet;		/* -q */
	int		 private;	/* all of it, whatever the rows say */
};

/*
 * Bring it into the tables; the caller saves (edit_end), which says row by
 * row what came of it.  All that is wrong is said by line and column, and
 * never the value; nothing is to be written then.  0, or -1 (said).
 */
int	logsheet_import(struct edit *, const struct logsheet_ask *);

#endif
