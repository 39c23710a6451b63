/*
 * The month's sheet as a grid to type paper into and as a form for phones,
 * and the way back of both: what a team's secretary says of each key action
 * and step, and the small changes, meetings and difficulties of the month.
 *
 * What a line says is taken over once.  The private folder remembers each
 * line that was (taken.csv), so that the same sheet again, or an export that
 * still holds last month's, changes nothing whatever has happened since; a
 * line that was edited is taken over anew.
 */
#ifndef CPM_MONTH_SHEET_H
#define CPM_MONTH_SHEET_H

#include <stdio.h>

#include "intake/spill.h"
#include "model/edit.h"
#include "model/month.h"

/*
 * The grid: a line for each action and step with what the plan says of it and
 * cells to fill in, then lines for what was not planned.  Headers and words
 * are in the language in use.
 */
void	month_grid(FILE *, const struct month *);

/*
 * DIR/survey.csv, choices.csv and settings.csv, in the languages of the
 * folder, as xlsform_write; dry: only said.  0, or -1 (said).
 */
int	month_xlsform(struct project *, const struct plan *,
	    const struct month *, const char *dir, int dry);

struct month_ask {
	const char	*path;		/* "-": standard input */
	struct spill	*spill;		/* what it held; NULL: open path */
	int		 month;		/* of sheets that do not say it; DATE_NONE */
	const char	*sheet;		/* a name, where a month has several */
	const char	*lang;		/* of messages (--lang); NULL */
	unsigned long	 left;		/* out: lines left out, with a remark */
};

/*
 * Bring a filled-in grid or an export of the form into the plan and the log;
 * the caller saves (edit_end), which says line by line what changed.  What is
 * wrong with it is said, all of it, by line and column, and never the value;
 * nothing is to be written then.  What the plan cannot take (an action that
 * was dropped meanwhile, one that is done already) is left out with a remark
 * that says what to do.  0, or -1 (said).
 */
int	month_import(struct edit *, struct month_ask *);

#endif
