/*
 * Texts that somebody has begun in the editor: files of the private folder's
 * drafts/, of mode 0600, because prose may be confidential.  One stays until
 * it is kept or left empty, whatever happens to the editor or the machine.
 */
#ifndef CPM_UNFINISHED_H
#define CPM_UNFINISHED_H

#include <sys/stat.h>

#include "model/project.h"

/*
 * Put a new one into the change set: "drafts/2026-02-14-visit-1.md", a name
 * that is not there yet (the writer's lock is held).  The caller frees it.
 */
char	*unfinished_begin(struct project *, const char *word,
	    const char *text);

/* One that is there, with the text as it was last changed. */
struct unfinished {
	char		*name;		/* "2026-02-14-visit-1" */
	char		*changed;	/* its day, UTC */
};

/* All of them by name; ended by a NULL name.  unfinished_free. */
struct unfinished	*unfinished_list(const struct project *);
void			 unfinished_free(struct unfinished *);

/*
 * The path below the private folder of what a person calls by name, file name
 * or path; NULL (said, nearest suggested) where there is none.
 */
char	*unfinished_find(const struct project *, const char *typed);

/*
 * What editors leave beside the file at `path`: a backup, a swap or rescue
 * file of vi, emacs or nano.  Each is called for every one (NULL: none is);
 * how many there are.
 */
size_t	unfinished_beside(const char *path, void (*each)(const char *path));

#endif
