/*
 * Stories of the most significant change: who changed, what, what helped,
 * and who chose the story among others and why.
 *
 * A story is its teller's: without consent it stays in the private folder,
 * whatever its visibility says, and one that a hand edit put into the shared
 * table all the same is left out of every reading but cpm-log's own.  Dates
 * are days (DATE_NONE where empty), strings "" where empty.  All live until
 * stories_free and the project's close, whichever comes first.
 */
#ifndef CPM_STORY_H
#define CPM_STORY_H

#include <stddef.h>

#include "base/mem.h"
#include "model/log.h"
#include "model/project.h"

struct story {
	const char	*id, *domain, *actor, *text, *contribution;
	const char	*selected_by, *selected_why, *visibility;
	int		 date;
	int		 consent;	/* the teller agrees that others read it */
	int		 selected;	/* somebody chose it */
	int		 private;	/* in the private folder, or kept from
					 * others for want of consent */
	size_t		 row;			/* in its table */
	int		 shared;		/* which is the shared one */
};

/* By the day they were told, then in the file's order. */
struct stories {
	struct story	*s;
	size_t		 n;
	struct arena	 arena;
};

/*
 * Read them.  `private`: with those that are not to be shared (cpm-log only).
 * Returns 0, or -1 if a table was bad (said); free it either way.
 */
int	stories_load(struct stories *, struct project *, int private);
void	stories_free(struct stories *);

/* What a listing keeps: the author is the actor or who chose it, the theme
 * its domain. */
int	story_fits(const struct story *, const struct log_filter *);

/* The rules that hand edits can break; faults are said. */
void	stories_check(struct project *);

#endif
