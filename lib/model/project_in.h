/*
 * What the files of a team's folder share (project.c and the project_*.c
 * beside it).  For these files only: all others ask project.h.
 */
#ifndef CPM_PROJECT_IN_H
#define CPM_PROJECT_IN_H

#include "model/project.h"

/* A table that was asked for; it stays until project_close. */
struct loaded {
	struct loaded	*next;
	char		*key;		/* "actions", "private/log",
					   "rounds/R1/scale" */
	int		 private;
	struct table	 t;
};

/* A whole file of the change set. */
struct put {
	char		*path, *bytes;
	char		*shown;		/* of a draft: with its rows */
	struct beside	*draft;
	struct stat	 seen;
	int		 was;
	unsigned long	 rows;
	size_t		 n;
	int		 private;
};

struct project {
	char		*root;		/* as typed or found: "../.." */
	char		*private;	/* NULL until asked for */
	int		 mode, lock, dry, strict;
	int		 fresh;		/* of no folder */
	int		 today;
	const char	*lang;		/* --lang */
	const char	*langs, *langs_of;	/* each once; of this value */
	struct loaded	*tables;
	struct put	*puts;
	size_t		 nputs, capputs;
	int		 bad, newer;
	int		 streamed;	/* what is odd about it was said */
	int		 made;		/* the private folder, just now */
};

/* A private file as it is shown, in buf: from the folder's name on. */
const char	*project_shown_private(const struct project *,
		    const char *rel, char *buf, size_t size);
/* Delete what a crash left half written; under the writer's lock only. */
void		 project_sweep(const struct project *);

#endif
