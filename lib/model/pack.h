/*
 * A pack: a folder with a framework (dimensions, criteria, scale, groups)
 * and settings that a new folder begins with.  Some come with the program;
 * any team's folder can be one.
 */
#ifndef CPM_PACK_H
#define CPM_PACK_H

#include "model/framework.h"

struct pack {
	char		*dir;
	struct project	*p;		/* its tables */
	struct framework f;
	char		*lang;		/* language of the new folder */
	char		*langs;		/* all of its labels, lang first */
};

/*
 * Find and load the pack `typed`: a name of ours, or the path of a folder.
 * lang is the language that was asked for, NULL: the user's own if the pack
 * has it, else the pack's.  Returns 0, or -1: what is wrong, with file and
 * line, was said.  pack_close either way.
 */
int	pack_open(struct pack *, const char *typed, const char *lang);
/* The same for tables that are here already; the project is the pack's then. */
int	pack_take(struct pack *, struct project *, const char *lang);
void	pack_close(struct pack *);

/* Whether `lang` is one of `langs` ("en fr"). */
int	pack_has_lang(const char *langs, const char *lang);

/* Tables that a pack may hold beside cpm.csv; ends with NULL. */
extern const char *const	pack_tables[];

#endif
