/*
 * What an id stands for, in the team's words and the language in use: a
 * dimension's label, a finding's text, an action's title.
 */
#ifndef CPM_REFWORDS_H
#define CPM_REFWORDS_H

#include "base/mem.h"
#include "model/project.h"

/*
 * What an id is called in its table; NULL where it is not there, has no words
 * or is private.
 */
const char	*refwords_called(struct project *, const char *table,
		    const char *id);
/* "finding:women-a1b2" in the words of that finding; NULL likewise. */
const char	*refwords_of(struct project *, const char *ref);
/*
 * Ids with blanks between them as words with commas: of one table, or (NULL)
 * with their word before them.  What has no words stays.  The caller frees it.
 */
char	*refwords_list(struct project *, const char *ids, const char *table);

#endif
