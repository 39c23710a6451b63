/*
 * Paths, folders and the raw bytes of files.  Nothing is said here: what
 * fails gives errno, and the caller knows which file people call how.
 */
#ifndef CPM_PATH_H
#define CPM_PATH_H

#include <stddef.h>
#include <sys/types.h>

/* The folder of a path; the caller frees it. */
char		*path_dir(const char *path);
/* Its last part, within `path`. */
const char	*path_name(const char *path);
/*
 * Where a path leads when links are followed; itself if it is not there.  The
 * caller frees it.
 */
char		*path_target(const char *path);
/* Make a folder and those above it that are missing.  0, or -1 and errno. */
int		 path_make_dirs(const char *dir, mode_t mode);
/* fsync a folder, where its file system can.  0, or -1 and errno. */
int		 path_sync_dir(const char *dir);
/*
 * Write all n bytes.  0, or -1 and errno.  A limit on the size of files
 * (ulimit -f) is an error from then on, and not the end of the program.
 */
int		 path_write_all(int fd, const char *bytes, size_t n);
/*
 * All of n bytes from `at`: 0, or -1 and errno; a file that ends before is an
 * error.
 */
int		 path_read_at(int fd, off_t at, void *buf, size_t n);
/*
 * The bytes of a small file, with a NUL behind them; NULL and errno if they
 * cannot be had, all.  The caller frees them.
 */
char		*path_read_all(const char *path, size_t *n);
/* Whether errno says that there is no such file. */
int		 path_is_absent(int why);

#endif
