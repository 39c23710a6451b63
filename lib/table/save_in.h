/*
 * What the files of a transaction share (save.c and the save_*.c beside it).
 * For these files only: all others ask save.h.
 */
#ifndef CPM_SAVE_IN_H
#define CPM_SAVE_IN_H

#include <sys/stat.h>

#include "base/slug.h"
#include "table/save.h"

#define DIGEST_NONE	"-"		/* there was no file */

/* A file of the set. */
struct entry {
	char		*path;		/* symbolic links followed */
	struct beside	*draft;		/* NULL: removal */
	char		 before[DIGEST_LEN], after[DIGEST_LEN];
	char		*bytes;		/* of a file that is given whole */
	size_t		 n;
	struct stat	 seen;
	int		 was, force;
	mode_t		 mode;
};

struct save {
	char		*dir;
	struct entry	*e;
	size_t		 n, cap;
	int		 failed;
};

/* A line of the journal, read again after a crash. */
struct step {
	int	 remove;
	char	*path, *temp;
	char	 before[DIGEST_LEN], after[DIGEST_LEN], now[DIGEST_LEN];
	int	 has_temp;
};

/* Wait so many milliseconds (save_lock.c). */
void	save_nap(long ms);

/*
 * The digest of a file, DIGEST_NONE where there is none.  0, or -1 (said): a
 * file that cannot be read is not one that is absent.
 */
int	save_digest(const char *path, char *out);
/* The journal of a set whose digests are known.  0, or -1 (said). */
int	journal_write(const struct save *);
/*
 * What is done needs no journal; what is left of it is read as done.  0, or
 * -1 (said).
 */
int	journal_drop(const struct save *);
/*
 * Read the journal at `path` of the project at `root`; *whole says whether it
 * ended well.  0; -1 if it cannot be read (said), -2 if it is none of ours.
 * The steps and their paths are the caller's to free, in every case.
 */
int	journal_read(const char *path, const char *root, struct step **,
	    size_t *n, int *whole);

#endif
