/*
 * The rows of one table of the log: those of the folder, then, where they are
 * asked for, those of the table of the same name in the private folder.  A
 * row that says `private` and that a hand edit left in the shared table is
 * private too: others do not read it.
 */
#ifndef CPM_LOGROWS_H
#define CPM_LOGROWS_H

#include <stddef.h>

#include "model/project.h"

struct log_rows {
	const struct table	*t;
	size_t			 i;		/* the row, of t */
	int			 private;	/* t is in the private folder */
	struct table		*of[2];
	int			 all;
};

/* Begin; how many rows there will be at the most. */
size_t	log_rows(struct log_rows *, struct project *, const char *name,
	    int private);
/* Go to the next row, the first one at first; 0 behind the last. */
int	log_rows_next(struct log_rows *);

/*
 * For qsort: by day; of one day those of the folder before private ones, and
 * in the file's order.
 */
int	log_rows_order(int day, int private, size_t row, int day2,
	    int private2, size_t row2);

#endif
