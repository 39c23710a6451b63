/*
 * Double typing: what is on paper is typed a second time, and compared with
 * what is stored.  A difference is named by its criterion (in a grid by line
 * and column), never by a score: whoever looks on learns nothing, and has to
 * look at the paper again.
 */
#ifndef CPM_VERIFY_H
#define CPM_VERIFY_H

#include <stdio.h>

#include "intake/grid.h"

/* The sheets of a round as they are stored, in memory. */
struct typings;

/* framework and words must live as long.  NULL (said) on failure. */
struct typings	*typings_load(struct project *, const char *round,
		    const struct framework *, const struct words *);
void		 typings_free(struct typings *);

/*
 * Compare one sheet.  Where `talk` is not NULL somebody is there: for each
 * difference they type the answer a third time from the paper, which must be
 * one of the two, and the sheet is set to it.  Returns how many answers are
 * to be changed in the store (0: none, it is right as it is), or -1: there
 * are differences that nobody settled (said).  paper_read knows that the
 * sheet is there.
 */
int	verify_sheet(const struct typings *, struct paper *,
	    const struct framework *, const struct words *, FILE *in,
	    FILE *talk);
/*
 * Compare a grid, "-" for standard input, and change nothing.  Says what it
 * found; 0 where both typings agree, else -1.
 */
int	verify_grid(const struct typings *, const char *path,
	    const struct framework *, const struct words *);

#endif
