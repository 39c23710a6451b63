/* What edit_entry.c, edit_find.c and edit_ref.c share.  Not for other rooms. */
#ifndef CPM_EDIT_IN_H
#define CPM_EDIT_IN_H

#include "model/edit.h"

/*
 * What was typed for a column of references: ids, completed, one blank
 * between several.  The caller frees it; NULL (said).
 */
char	*edit_read_refs(struct edit *, const struct column *, const char *typed);

/*
 * The row that has these words as its title, or in it, "action:WORDS" too:
 * 1, 0 where none has, -1 where several have (said).
 */
int	edit_find_title(struct edit *, const char *typed, const char *words,
	    struct found *);

#endif
