/*
 * An XLSForm as it is written: rows of the survey and its choices gathered,
 * then survey.csv, choices.csv and settings.csv put into a folder.
 */
#ifndef CPM_XLSFORM_OUT_H
#define CPM_XLSFORM_OUT_H

#include "model/project.h"

#define XOUT_LANGS	12		/* languages of a form */

struct xout {
	const char	*dir;
	const char	*lang[XOUT_LANGS];	/* the first is the default */
	size_t		 n;
	/* Columns of the survey behind labels and hints, NULL-ended; or NULL. */
	const char	*const *extra;
	char		*id;
	struct str	 survey, choices, settings;
};

/* Begin; `title` and `what` (a round, a month; or NULL) make the form_id. */
void	xout_begin(struct xout *, const char *title, const char *what);
/*
 * A row of the survey: label and hint by language, NULL for none; its extra
 * columns are empty.
 */
void	xout_row(struct xout *, const char *type, const char *name,
	    const char *const *label, const char *const *hint);
/* The same with a cell for each column of `extra`. */
void	xout_row_with(struct xout *, const char *type, const char *name,
	    const char *const *label, const char *const *hint,
	    const char *const *cells);
/* A choice; an empty label is its name. */
void	xout_choice(struct xout *, const char *list, const char *name,
	    const char *const *label);
/*
 * Settings (the version follows from what is asked) and the three files.  A
 * missing folder is made, another form in it is refused.  dry: only said.
 * 0, or -1 (said).
 */
int	xout_write(struct xout *, const char *form_title, int dry);
void	xout_free(struct xout *);

#endif
