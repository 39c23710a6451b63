/*
 * What the files of the columns share (columns.c and the columns_*.c beside
 * it).  For these files only: all others ask columns.h.
 */
#ifndef CPM_COLUMNS_IN_H
#define CPM_COLUMNS_IN_H

#include "intake/columns.h"

/* Whether a word is one of a list that ends with NULL. */
int	columns_among(const char *word, const char *const *list);
/* What a column is that nothing is read from. */
int	columns_left_out(const char *header, enum source);

/* Give each column of the header its names; they live as long as cs. */
void	columns_name(struct columns *, const struct record *header);
/*
 * Find the options.  A question of several answers may be there as one column
 * and as one for each of its options, "question/option", and an option may
 * well be called like a criterion.
 */
void	columns_options(struct columns *);

/* What a named column is used for, by its header. */
void	columns_by_header(struct column_use *, enum source,
	    const struct words *);
/* What all of them are used for, by a map; its faults are said. */
void	columns_by_map(struct columns *, const char *shown,
	    const struct map *, enum source, const struct words *,
	    const struct framework *);

#endif
