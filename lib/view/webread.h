/*
 * A CSV file to a chart: what cpm-assess score, compare and gaps print, or
 * any table whose columns are named; long (a line for each value) or wide (a
 * line for each series, or for each axis where `axis` says which column names
 * them).  All faults are said, with file, line and column.
 */
#ifndef CPM_WEBREAD_H
#define CPM_WEBREAD_H

#include "view/web.h"

#define WEBREAD_LABEL_MAX	1000	/* bytes of a label or a name */

struct webread {
	const char	*axis, *series, *value;	/* columns; NULL: not said */
	const char	*low, *high;		/* of how far a value is spread */
	const char	*target;		/* what is aimed at on an axis */
	const char	*order;			/* numbers that order the axes */
	const char	*people;		/* how many stand behind a value */
	const char *const *values;		/* of a wide table: these columns
						 * alone, NULL-ended; none: all */
	int		 wide;
	fixed		 min, max, step;	/* FIXED_NONE: from the input */
	int		 any;			/* as many axes as there are: to
						 * be told, not drawn */
	int		 sort;			/* axes by what they gained */
	int		 blank;			/* axes and scale alone */
};

/*
 * Read path ("-": standard input) into w, which web_init has begun.  shown is
 * its name in messages.  0, or -1 (said): data that is wrong, or a column
 * that is not there (misuse).
 *
 * In score's CSV an axis is a dimension or criterion, a series the column of
 * that name, with the round where there are several; `mean` is the value.
 * In compare's a series gives two, of round_before and round_now; gaps gives
 * two, ourselves and others.  `note` says what is withheld or rounded, in any
 * table.  The scale is in scale_min, scale_max and scale_step unless `how`
 * gives it; where these differ from axis to axis, each axis has its own.
 */
int	web_read(struct web *w, const char *path, const char *shown,
	    const struct webread *how);

/* One of many charts, and a name for its file: "kivu-2". */
struct web_split {
	const char	*name;
	struct web	 web;
};

/*
 * A chart for each value of a column, in the order of coming; mode, theme,
 * panels and title are those of `like`.  0, or -1 (said; all faults of all
 * charts).  web_split_free ends it either way.
 */
int	web_read_split(struct web_split **, size_t *n, const char *path,
	    const char *shown, const struct webread *how, const char *column,
	    const struct web *like);
void	web_split_free(struct web_split *, size_t n);

#endif
