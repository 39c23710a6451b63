/*
 * Make a team's folder from a pack, with its private sister beside it and a
 * repository of git where there is none.
 */
#ifndef CPM_INIT_H
#define CPM_INIT_H

#include "base/opt.h"

struct init {
	const char	*name;		/* of the folder, as typed */
	const char	*pack;		/* NULL: boost */
	struct project	*from;		/* tables of a pack that is no folder,
					 * else NULL; init_make ends it */
	const char	*kind;		/* NULL: the pack's */
	const char	*lang;		/* NULL: see pack_open */
	const char	*title;		/* NULL: the folder's name */
	const char	*private;	/* NULL: beside it, NAME.private */
	int		 today;		/* a day (base/date.h) */
	int		 dry;		/* say it only */
};

/*
 * Do it all, or nothing: what is wrong is said, and no table stands where one
 * was refused.  Says what was made and what comes next.  0 or -1.
 */
int	init_make(const struct init *);

/*
 * What git keeps of a folder, as the text of its .gitignore: everything is
 * ignored but the files named.  The caller frees it.
 */
char	*init_gitignore(void);

#endif
