/* The lock of a project's folder: one writer, or readers. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "table/save_in.h"

void
save_nap(long ms)
{
	struct timespec	t = { ms / 1000, (ms % 1000) * 1000000L };

	nanosleep(&t, NULL);
}

static int64_t
lock_seconds(void)
{
	const char	*v = getenv("CPM_LOCK_SECONDS");
	int64_t		 s = 10;

	if (v != NULL)
		num_int(v, 0, 3600, &s);
	return s;
}

static void
say_holder(int fd, const char *dir)
{
	char	who[256];
	ssize_t	n = pread(fd, who, sizeof(who) - 1, 0);

	who[n > 0 ? n : 0] = '\0';
	who[strcspn(who, "\n")] = '\0';
	if (who[0] != '\0')
		msg_trouble(N_("%s is in use by %s: try again when it is done"),
		    dir, who);
	else
		msg_trouble(N_("%s is in use: try again later"), dir);
}

/*
 * A link is not followed: the holder's name would be written where it leads.
 * A lock that belongs to somebody else and may only be read can be held.
 */
static int
open_lock(const char *path)
{
	int	fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
	    0666);

	if (fd < 0 && errno != ELOOP)
		fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	return fd;
}

/* Whether `path` is still the file that was locked. */
static int
still_there(int fd, const char *path)
{
	struct stat	a, b;

	return fstat(fd, &a) == 0 && lstat(path, &b) == 0 &&
	    a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Who holds the lock, for the others; only a courtesy. */
static void
sign_lock(int fd)
{
	char	who[256], host[64];
	int	n;

	host[0] = '\0';
	gethostname(host, sizeof(host) - 1);
	host[sizeof(host) - 1] = '\0';
	n = snprintf(who, sizeof(who), "%s (%ld, %s)\n", msg_prog(),
	    (long)getpid(), host);
	if (ftruncate(fd, 0) != 0 || pwrite(fd, who, (size_t)n, 0) < 0)
		(void)0;
}

/* 0, -1 (said), -2: it cannot be had, and is not needed. */
static int
wait_lock(int fd, const char *dir, int mode, int64_t *tries)
{
	int	op = (mode == SAVE_WRITE ? LOCK_EX : LOCK_SH) | LOCK_NB;

	while (flock(fd, op) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR) {
			/* A file system without locks: readers go on. */
			if (mode == SAVE_READ)
				return -2;
			msg_errno(N_("%s: cannot be locked"), dir);
			return -1;
		}
		if ((*tries)-- <= 0) {
			say_holder(fd, dir);
			return -1;
		}
		save_nap(50);
	}
	return 0;
}

int
save_lock(const char *dir, int mode)
{
	char	*path = mem_printf("%s/.cpm", dir);
	int	 fd, rc = -1;
	int64_t	 tries = lock_seconds() * 20;

	if (mkdir(path, 0777) != 0 && errno != EEXIST && mode == SAVE_WRITE) {
		msg_errno("%s", dir);
		free(path);
		return -1;
	}
	free(path);
	path = mem_printf("%s/.cpm/lock", dir);
	for (;;) {
		if ((fd = open_lock(path)) < 0) {
			if (mode == SAVE_WRITE)
				msg_errno("%s", path);
			rc = mode == SAVE_READ ? -2 : -1;
			break;
		}
		/* "git clean -x" may have deleted the file that we locked. */
		rc = wait_lock(fd, dir, mode, &tries);
		if (rc == 0 && (still_there(fd, path) || tries-- <= 0))
			break;
		close(fd);
		if (rc != 0)
			break;
	}
	free(path);
	if (rc != 0)
		return rc;
	if (mode == SAVE_WRITE)
		sign_lock(fd);
	return fd;
}

void
save_unlock(int fd)
{
	if (fd < 0)
		return;
	if (ftruncate(fd, 0) != 0)
		(void)0;
	close(fd);
}
