/*
 * A listing: an aligned table at a terminal, CSV in a pipe or file, JSON
 * lines or a table in Markdown on request.  Column names are the stable ones
 * of the manual; for a table they are shown translated where `titles` has
 * words for them.  At a terminal that says how wide it is, cells break at
 * blanks so that lines fit.
 */
#ifndef CPM_LIST_H
#define CPM_LIST_H

#include <stdio.h>

#include "base/opt.h"

struct list;

/* Whether a listing of this form on fp is a table for people (or one in
 * Markdown). */
int	list_is_table(FILE *fp, enum form form);
/* A cell of a day (buf: DATE_LEN bytes); "" for DATE_NONE. */
const char	*list_day(char *buf, int day);

/*
 * Begin on fp.  names ends with NULL; titles (same length) may be NULL or
 * hold N_() words, NULL for "as the name".  FORM_AUTO: a table if fp is a
 * terminal, else CSV.
 */
struct list	*list_begin(FILE *fp, enum form, const char *const *names,
		    const char *const *titles);
/* One row, as many cells as names; NULL is "". */
void	list_row(struct list *, const char *const *cells);
/* A column's cells are numbers: right-aligned in a table, bare in JSON. */
void	list_numeric(struct list *, const char *name);
void	list_end(struct list *);

/* Text that means nothing to Markdown; the caller frees it. */
char	*list_md(const char *text);

#endif
