/*
 * The one place that replaces files.
 *
 * A set of several files: every temporary is written and fsynced, then the
 * journal names them with their digests, then they are renamed, then the
 * journal goes (save_journal.c).  A crash before the journal is whole leaves
 * the old files and stray temporaries; a crash after it leaves all that is
 * needed to finish (save_recover.c).
 */
#include "table/save.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/save_in.h"

/* --- the set -------------------------------------------------------------- */

struct save *
save_begin(const char *dir)
{
	struct save	*s = mem_calloc(1, sizeof(*s));

	s->dir = mem_strdup(dir);
	return s;
}

static struct entry *
add_entry(struct save *s, const char *path, const struct stat *seen)
{
	struct entry	*e;

	s->e = mem_grow(s->e, s->n, &s->cap, sizeof(*s->e));
	e = &s->e[s->n++];
	memset(e, 0, sizeof(*e));
	e->path = path_target(path);
	if (seen != NULL) {
		e->seen = *seen;
		e->was = 1;
	}
	return e;
}

void
save_file(struct save *s, const char *path, const char *bytes, size_t n,
    const struct stat *seen, mode_t mode, int force)
{
	struct entry	*e;
	char		*dir = path_dir(path);

	if (path_make_dirs(dir, mode == 0600 ? 0700 : 0777) != 0) {
		msg_errno("%s", dir);
		s->failed = 1;
	}
	free(dir);
	e = add_entry(s, path, seen);
	e->bytes = mem_alloc(n + 1);
	memcpy(e->bytes, bytes, n);
	e->n = n;
	e->mode = mode;
	e->force = force;
}

void
save_beside(struct save *s, struct beside *d, const struct stat *seen,
    int force)
{
	struct entry	*e = add_entry(s, beside_path(d), seen);

	e->draft = d;
	e->force = force;
}

void
save_remove(struct save *s, const char *path, const struct stat *seen)
{
	add_entry(s, path, seen);
}

void
save_cancel(struct save *s)
{
	size_t	i;

	for (i = 0; i < s->n; i++) {
		beside_drop(s->e[i].draft);
		free(s->e[i].path);
		free(s->e[i].bytes);
	}
	free(s->e);
	free(s->dir);
	free(s);
}

/* --- what others do meanwhile --------------------------------------------- */

static int
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	    a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* A spreadsheet has the file open: LibreOffice leaves .~lock.NAME#. */
static int
opened_elsewhere(const char *path)
{
	char	*dir = path_dir(path), *lock;
	int	 hit;

	lock = mem_printf("%s/.~lock.%s#", dir, path_name(path));
	hit = access(lock, F_OK) == 0;
	free(lock);
	free(dir);
	if (hit)
		msg_trouble(N_("%s is open in a spreadsheet: close it there "
		    "first; nothing was written"), path);
	return hit;
}

/* git is at work in the folder: give it two seconds. */
static int
git_busy(const char *dir)
{
	char	*lock = mem_printf("%s/.git/index.lock", dir);
	int	 tries = 20, hit;

	while ((hit = access(lock, F_OK) == 0) && tries-- > 0)
		save_nap(100);
	free(lock);
	if (hit)
		msg_trouble(N_("git is at work in %s (.git/index.lock is "
		    "there); nothing was written"), dir);
	return hit;
}

/* Whether the files are still as they were read. */
static int
unchanged(const struct save *s)
{
	const struct entry	*e;
	struct stat		 st;
	size_t			 i;
	int			 there;

	for (i = 0; i < s->n; i++) {
		e = &s->e[i];
		if (opened_elsewhere(e->path))
			return 0;
		if (e->force)
			continue;
		there = stat(e->path, &st) == 0;
		if (there != e->was || (there && !same_file(&st, &e->seen))) {
			msg_trouble(N_("%s was changed by another program "
			    "meanwhile; nothing was written: type the command "
			    "again"), e->path);
			return 0;
		}
	}
	return 1;
}

/* --- all or nothing ------------------------------------------------------- */

/* Write a file that was given whole; it is in its folder then, unnamed. */
static int
write_temp(struct entry *e)
{
	if (e->bytes != NULL) {
		e->draft = beside_begin(e->path, e->mode);
		if (e->draft == NULL)
			return -1;
		beside_write(e->draft, e->bytes, e->n);
	}
	return e->draft != NULL ? beside_end(e->draft) : 0;
}

/* fsync the folders of all files, each once; what failed is said by `say`. */
static int
sync_dirs(const struct save *s, const char *say)
{
	char	**dir = mem_calloc(s->n, sizeof(*dir));
	size_t	 i, k;
	int	 rc = 0;

	for (i = 0; i < s->n; i++) {
		dir[i] = path_dir(s->e[i].path);
		for (k = 0; k < i && strcmp(dir[k], dir[i]) != 0; k++)
			continue;
		if (k == i && path_sync_dir(dir[i]) != 0) {
			msg_errno(say, s->e[i].path);
			rc = -1;
		}
	}
	for (i = 0; i < s->n; i++)
		free(dir[i]);
	free(dir);
	return rc;
}

static int
rename_all(const struct save *s)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (s->e[i].draft != NULL ?
		    beside_name(s->e[i].draft) != 0 :
		    unlink(s->e[i].path) != 0 && errno != ENOENT) {
			msg_errno("%s", s->e[i].path);
			return -1;
		}
	return sync_dirs(s, N_("%s: written, but whether it would survive a "
	    "power cut is not known"));
}

/* Everything that can go wrong before the first rename. */
static int
prepare(struct save *s)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (write_temp(&s->e[i]) != 0)
			return -1;
	if (!unchanged(s))
		return -1;
	if (s->n == 1)
		return 0;
	for (i = 0; i < s->n; i++)
		if (save_digest(s->e[i].path, s->e[i].before) != 0 ||
		    (s->e[i].draft != NULL && save_digest(beside_temp(
		    s->e[i].draft), s->e[i].after) != 0))
			return -1;
	/* The journal may name only what a power cut leaves in its folder. */
	return sync_dirs(s, "%s") == 0 ? journal_write(s) : -1;
}

static int
commit(struct save *s)
{
	size_t	i;
	int	rc;

	if (prepare(s) != 0)
		return -1;
	rc = rename_all(s);
	if (s->n == 1)
		return rc;
	if (rc == 0)
		rc = journal_drop(s);
	if (rc == 0)
		return 0;
	/* Whoever finishes it needs what is written. */
	for (i = 0; i < s->n; i++)
		beside_leave(s->e[i].draft);
	msg_hint(N_("cpm-check finishes or undoes what was begun"));
	return rc;
}

int
save_commit(struct save *s)
{
	sigset_t	block, old;
	int		rc = -1;

	if (s->failed || s->n == 0) {
		rc = s->failed ? -1 : 0;
		save_cancel(s);
		return rc;
	}
	sigemptyset(&block);
	sigaddset(&block, SIGINT);
	sigaddset(&block, SIGTERM);
	sigaddset(&block, SIGHUP);
	sigaddset(&block, SIGQUIT);
	sigaddset(&block, SIGPIPE);
	sigprocmask(SIG_BLOCK, &block, &old);
	if (!git_busy(s->dir))
		rc = commit(s);
	save_cancel(s);
	if (rc == 0)
		beside_done();
	sigprocmask(SIG_SETMASK, &old, NULL);
	return rc;
}
