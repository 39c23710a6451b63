/*
 * The different texts of a column and how often each stands there: enough to
 * tell answers that a form offered from words that people wrote.
 */
#ifndef CPM_SEEN_H
#define CPM_SEEN_H

#include "base/mem.h"
#include "table/reader.h"

#define SEEN_LONG	1024	/* bytes; a longer cell is prose */

struct seen_text {
	char		*text;		/* as it stands, the first in order of
					 * bytes where spellings differ */
	char		*plain;		/* as words_plain */
	unsigned long	 n;		/* cells */
	UT_hash_handle	 hh;
};

struct seen {
	struct seen_text	*head;		/* by the very bytes */
	size_t			 most;		/* different ones that are kept */
	int			 many;		/* there were more, or long ones */
	unsigned long		 filled;	/* cells that are not empty */
	struct seen_text	**v;		/* after seen_settle: by plain */
	size_t			 n;
};

void	seen_begin(struct seen *, size_t most);
/* One cell; blanks at its ends do not matter, an empty one is left out. */
void	seen_add(struct seen *, struct arena *, const char *cell);
/*
 * Bring together what differs in case, accents and closing signs only, and
 * put it in order: from here on v and n may be read.
 */
void	seen_settle(struct seen *, struct arena *);
void	seen_free(struct seen *);

/* Whether a line is one of #tags, or empty: it says nothing of answers. */
int	seen_is_tags(const struct record *);

#endif
