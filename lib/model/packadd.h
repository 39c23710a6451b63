/* A pack that adds to a framework that is there. */
#ifndef CPM_PACKADD_H
#define CPM_PACKADD_H

#include "model/project.h"

/*
 * Add the dimensions and criteria of the pack `typed` to a folder's own
 * tables, in memory: labels in the languages that the folder has, the order
 * behind what is there, levels of a dimension only where the folder's scale
 * has the pack's points.  Rows that are there already, alike, stay as they are.
 * An id that stands for something else is a fault, and nothing is to be saved
 * then.  pack_add_say says what was done, once it is saved.  0, or -1 (said).
 */
struct pack_added {
	unsigned long	dims, crits;	/* new rows */
	int		levels_left;	/* left out: another scale */
	char		*ids;		/* "ACC", dimensions of the pack */
	char		*lang;		/* labels are in this one, for want of
					 * one that both have; or NULL */
};

int	pack_add(struct project *, const char *typed, struct pack_added *);
void	pack_add_say(const struct pack_added *);
void	pack_added_free(struct pack_added *);

#endif
