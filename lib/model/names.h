/*
 * How people name a row, of the framework above all: by its id, in any case, or by its
 * label in any of the folder's languages; accents and blanks do not matter.
 */
#ifndef CPM_NAMES_H
#define CPM_NAMES_H

#include "base/mem.h"
#include "table/table.h"

/* The row; nrows where none has this name, or two have this label. */
size_t	names_find(const struct table *, const char *typed);

/*
 * The one row whose label, in any language, begins so, where no id does;
 * nrows where there is none, or several.
 */
size_t	names_begin(const struct table *, const char *typed);

/*
 * Append to a list as people may type it: ", g1 (Board)"; the id alone where
 * the label says no more, and no comma before the first.
 */
void	names_list(struct str *, const char *id, const char *label);

/*
 * The beginning of a row's id that is enough to type, ended where a word of
 * it ends; a day stays whole.  The caller frees it.
 */
char	*names_short(const struct table *, size_t row);

#endif
