/*
 * A first draft of a map: what each column of a foreign file may be, from its
 * header, its cells and the framework.  What was found by nearness bears a
 * '?', with which map_load refuses it: nothing is applied that nobody saw.
 *
 * The draft holds headers, and of the columns of scores, groups and criteria
 * those texts that come again and are short: the answers that a form offers.
 * Words that somebody wrote stay out of it.
 */
#ifndef CPM_SUGGEST_H
#define CPM_SUGGEST_H

#include <stdio.h>

#include "intake/columns.h"

struct suggest;

struct suggest_ask {
	const char		*path;		/* "-": standard input */
	char			 sep;		/* 0: found */
	enum source		 source;	/* SOURCE_AUTO: recognised */
};

/*
 * Learn the words of a round's framework (round NULL: the folder's own);
 * the project may be closed afterwards.  NULL (said) if it cannot.
 */
struct suggest	*suggest_begin(struct project *, const char *round);
/*
 * Read the whole file and say what was found, guessed and left open.  0, or
 * -1 (said).
 */
int		 suggest_read(struct suggest *, const struct suggest_ask *);
/* The map, canonical CSV. */
void		 suggest_write(const struct suggest *, FILE *);
void		 suggest_free(struct suggest *);	/* NULL: nothing */

#endif
