/*
 * A file that is written beside its target while it is made, so that nothing
 * big lies in memory: a temporary .NAME.cpm-XXXXXX with the mode, group and
 * owner of the file it will replace.  save_beside takes it into a change set;
 * until then it can be dropped.  It stays open and locked until it has its
 * name: save_sweep of another command leaves it alone then.
 */
#ifndef CPM_BESIDE_H
#define CPM_BESIDE_H

#include <sys/types.h>

#define TEMP_MARK	".cpm-"		/* .NAME.cpm-XXXXXX */

struct beside;

/*
 * Begin the file that `path` (links are followed) shall become.  mode is for
 * one that is not there yet (0600, or 0644 before umask).  Missing folders
 * are made (0700 for mode 0600).  NULL (said) if it cannot be.
 */
struct beside	*beside_begin(const char *path, mode_t mode);
/* Append.  A failure is remembered and said by beside_end. */
void		 beside_write(struct beside *, const char *bytes, size_t n);
/* Append the bytes from..to of an open file. */
void		 beside_copy(struct beside *, int fd, off_t from, off_t to);
/* Whether nothing was appended yet, or a line was ended. */
int		 beside_at_line(const struct beside *);
/* All is written: flush and fsync.  0, or -1 (said). */
int		 beside_end(struct beside *);
/* Its target and its own name. */
const char	*beside_path(const struct beside *);
const char	*beside_temp(const struct beside *);
/* Give it its name.  0, or -1 and errno. */
int		 beside_name(struct beside *);
/* It stays under its own name, for a journal knows of it.  NULL is no matter. */
void		 beside_leave(struct beside *);
/* Put it away; what has not got its name is deleted. */
void		 beside_drop(struct beside *);

/*
 * From now on an interrupt (SIGINT, SIGTERM, SIGHUP) deletes such files
 * that are not done and the folder `dir` if it is empty (NULL: none), says `words`
 * (translated) and ends the program by that signal.  beside_done: what was to
 * be written is written, nothing is to be said any more.
 */
void	beside_guard(const char *words);
void	beside_guard_dir(const char *dir);
void	beside_done(void);

#endif
