/* A file written beside its target while it is made. */
#include "table/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"

#define BESIDE_BUFFER	((size_t)64 << 10)
#define BESIDE_MOST	16	/* at a time, for the guard */

struct beside {
	char	*path, *temp;
	int	 fd;
	int	 why;		/* errno of the first failure */
	int	 named;
	char	 last;		/* byte */
	char	*buf;
	size_t	 n;
};

/* --- the guard -------------------------------------------------------------- */

/* What the handler may touch: changed with its signals blocked only. */
static struct {
	const char	*temp[BESIDE_MOST];
	const char	*dir;
	char		*words;
	size_t		 nwords;
} guard;

static const int	guarded[] = { SIGINT, SIGTERM, SIGHUP };

static void
guard_hold(sigset_t *old)
{
	sigset_t	block;
	size_t		i;

	sigemptyset(&block);
	for (i = 0; i < sizeof(guarded) / sizeof(*guarded); i++)
		sigaddset(&block, guarded[i]);
	sigprocmask(SIG_BLOCK, &block, old);
}

/* Only what a handler may do; the folder goes if nothing is in it. */
static void
interrupted(int sig)
{
	sigset_t	one;
	size_t		i;

	for (i = 0; i < BESIDE_MOST; i++)
		if (guard.temp[i] != NULL)
			unlink(guard.temp[i]);
	if (guard.dir != NULL)
		rmdir(guard.dir);
	if (guard.words != NULL && write(STDERR_FILENO, guard.words,
	    guard.nwords) < 0)
		(void)0;
	signal(sig, SIG_DFL);
	sigemptyset(&one);
	sigaddset(&one, sig);
	raise(sig);
	sigprocmask(SIG_UNBLOCK, &one, NULL);
}

void
beside_guard(const char *words)
{
	struct sigaction	act, was;
	sigset_t		old;
	size_t			i;

	guard_hold(&old);
	free(guard.words);
	/* What a terminal shows of the work goes. */
	guard.words = mem_printf("%s%s: %s\n", isatty(STDERR_FILENO) ?
	    "\r\033[K" : "", msg_prog(), words);
	guard.nwords = strlen(guard.words);
	memset(&act, 0, sizeof(act));
	act.sa_handler = interrupted;
	sigfillset(&act.sa_mask);
	for (i = 0; i < sizeof(guarded) / sizeof(*guarded); i++)
		if (sigaction(guarded[i], NULL, &was) == 0 &&
		    was.sa_handler != SIG_IGN)
			sigaction(guarded[i], &act, NULL);
	sigprocmask(SIG_SETMASK, &old, NULL);
}

void
beside_guard_dir(const char *dir)
{
	sigset_t	old;

	guard_hold(&old);
	guard.dir = dir;
	sigprocmask(SIG_SETMASK, &old, NULL);
}

void
beside_done(void)
{
	sigset_t	old;

	guard_hold(&old);
	free(guard.words);
	guard.words = NULL;
	guard.dir = NULL;
	sigprocmask(SIG_SETMASK, &old, NULL);
}

static void
guard_swap(const char *from, const char *to)
{
	size_t	i;

	for (i = 0; i < BESIDE_MOST; i++)
		if (guard.temp[i] == from) {
			guard.temp[i] = to;
			break;
		}
}

/* --- the file --------------------------------------------------------------- */

/* The mode, group and owner of the file that is replaced, or a new one's. */
static int
dress(const struct beside *d, mode_t mode, mode_t mask)
{
	struct stat	st;

	if (stat(d->path, &st) != 0) {
		if (!path_is_absent(errno))
			return -1;
		return fchmod(d->fd, mode == 0600 ? 0600 : (0666 & ~mask));
	}
	if (st.st_gid != getegid() || st.st_uid != geteuid())
		if (fchown(d->fd, st.st_uid, st.st_gid) != 0 &&
		    fchown(d->fd, (uid_t)-1, st.st_gid) != 0)
			(void)0;	/* as near as we may */
	return fchmod(d->fd, st.st_mode & 07777);
}

/* Make the temporary, known to the guard from its first instant. */
static int
make_temp(struct beside *d)
{
	char		*dir = path_dir(d->path);
	sigset_t	 old;

	d->temp = mem_printf("%s/.%s%sXXXXXX", dir, path_name(d->path),
	    TEMP_MARK);
	free(dir);
	guard_hold(&old);
	if ((d->fd = mkostemp(d->temp, O_CLOEXEC)) >= 0)
		guard_swap(NULL, d->temp);
	sigprocmask(SIG_SETMASK, &old, NULL);
	return d->fd >= 0 ? 0 : -1;
}

struct beside *
beside_begin(const char *path, mode_t mode)
{
	struct beside	*d = mem_calloc(1, sizeof(*d));
	mode_t		 mask = umask(0);
	char		*dir = path_dir(path);
	int		 rc;

	umask(mask);
	d->fd = -1;
	d->last = '\n';
	rc = path_make_dirs(dir, mode == 0600 ? 0700 : 0777);
	if (rc != 0)
		msg_errno("%s", dir);
	free(dir);
	d->path = path_target(path);
	if (rc == 0 && (make_temp(d) != 0 ||
	    (flock(d->fd, LOCK_EX | LOCK_NB), dress(d, mode, mask)) != 0)) {
		msg_errno("%s", d->path);
		rc = -1;
	}
	if (rc == 0)
		return d;
	beside_drop(d);
	return NULL;
}

static void
flush(struct beside *d)
{
	if (d->why == 0 && path_write_all(d->fd, d->buf, d->n) != 0)
		d->why = errno;
	d->n = 0;
}

void
beside_write(struct beside *d, const char *bytes, size_t n)
{
	if (n == 0 || d->why != 0)
		return;
	d->last = bytes[n - 1];
	if (d->buf == NULL)
		d->buf = mem_alloc(BESIDE_BUFFER);
	if (d->n + n > BESIDE_BUFFER)
		flush(d);
	if (n > BESIDE_BUFFER) {
		if (d->why == 0 && path_write_all(d->fd, bytes, n) != 0)
			d->why = errno;
		return;
	}
	memcpy(d->buf + d->n, bytes, n);
	d->n += n;
}

void
beside_copy(struct beside *d, int fd, off_t from, off_t to)
{
	char	*buf = mem_alloc(BESIDE_BUFFER);
	size_t	 n;

	for (; from < to && d->why == 0; from += (off_t)n) {
		n = to - from < (off_t)BESIDE_BUFFER ? (size_t)(to - from) :
		    BESIDE_BUFFER;
		if (path_read_at(fd, from, buf, n) != 0)
			d->why = errno;
		else
			beside_write(d, buf, n);
	}
	free(buf);
}

int
beside_at_line(const struct beside *d)
{
	return d->last == '\n';
}

int
beside_end(struct beside *d)
{
	flush(d);
	free(d->buf);
	d->buf = NULL;
	if (d->why == 0 && fsync(d->fd) != 0)
		d->why = errno;
	if (d->why == 0)
		return 0;
	errno = d->why;
	msg_errno("%s", d->path);
	return -1;
}

const char *
beside_path(const struct beside *d)
{
	return d->path;
}

const char *
beside_temp(const struct beside *d)
{
	return d->temp;
}

int
beside_name(struct beside *d)
{
	if (rename(d->temp, d->path) != 0)
		return -1;
	d->named = 1;
	return 0;
}

void
beside_leave(struct beside *d)
{
	if (d != NULL)
		d->named = 1;
}

void
beside_drop(struct beside *d)
{
	sigset_t	old;

	if (d == NULL)
		return;
	guard_hold(&old);
	if (d->temp != NULL)
		guard_swap(d->temp, NULL);
	if (d->fd >= 0 && !d->named)
		unlink(d->temp);
	sigprocmask(SIG_SETMASK, &old, NULL);
	if (d->fd >= 0)
		close(d->fd);
	free(d->path);
	free(d->temp);
	free(d->buf);
	free(d);
}
