/*
 * The one place that replaces files.  A command's change set over several
 * files is one transaction: temporaries beside the targets, fsync, an intent
 * journal, renames, fsync of the folders, the journal removed.  After a kill
 * or a power cut every file of the set is old or new together, once the next
 * writing command or cpm-check has called save_recover.
 *
 * The project's lock (.cpm/lock) is taken by save_lock: exclusive for
 * writers, shared for readers, with a time limit; the message says who holds
 * it.  It is never held across an editor or a prompt.
 */
#ifndef CPM_SAVE_H
#define CPM_SAVE_H

#include <sys/stat.h>

#include "table/beside.h"

enum { SAVE_READ, SAVE_WRITE };

/*
 * Lock the project whose root is `dir`.  Returns a descriptor to give to
 * save_unlock, -1 on failure (said), -2 where no lock can be had and none is
 * needed (a read-only folder, SAVE_READ).
 */
int	save_lock(const char *dir, int mode);
void	save_unlock(int fd);

/*
 * Finish or undo what a crash left, under the writer's lock.  `dir` is the
 * project's root.  Says what it did.  0, or -1 if it could not (said).
 */
int	save_recover(const char *dir);
/*
 * Delete temporaries that a crash left in one folder, under the writer's
 * lock and after save_recover.
 */
void	save_sweep(const char *dir);
/* Whether a journal is there (a reader stops with 2 and says so). */
int	save_pending(const char *dir);

/* A change set. */
struct save;

struct save	*save_begin(const char *dir);
/*
 * Put a file into the set: `path` shall hold these n bytes.  `seen` is the
 * file as it was read (NULL: it must not exist yet, or any file may be
 * replaced if `force`).  mode is for a new file (0600 or 0644, before umask
 * for the latter).  Missing folders are made (0700 for mode 0600).
 */
void	save_file(struct save *, const char *path, const char *bytes, size_t n,
	    const struct stat *seen, mode_t mode, int force);
/*
 * Put a file into the set that is written beside its target already; the
 * draft is the set's from now on.  `seen` and `force` as above.
 */
void	save_beside(struct save *, struct beside *, const struct stat *seen,
	    int force);
/* Put a file's removal into the set. */
void	save_remove(struct save *, const char *path, const struct stat *seen);
/*
 * Do it all, or nothing: 0, or -1 (said).  The set is ended either way.
 */
int	save_commit(struct save *);
void	save_cancel(struct save *);

#endif
