/* Bytes put by, in memory or in a file without a name. */
#include "intake/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/beside.h"

struct spill {
	char		*dir;
	struct str	 tail;		/* not in the file yet */
	uint64_t	 base;		/* bytes in the file */
	int		 fd;		/* -1: all is in the tail */
	int		 bad;
};

struct spill *
spill_new(const char *dir)
{
	struct spill	*s = mem_calloc(1, sizeof(*s));

	if (dir != NULL)
		s->dir = mem_strdup(dir);
	s->fd = -1;
	str_init(&s->tail);
	return s;
}

void
spill_free(struct spill *s)
{
	if (s == NULL)
		return;
	if (s->fd >= 0)
		close(s->fd);
	str_free(&s->tail);
	free(s->dir);
	free(s);
}

uint64_t
spill_size(const struct spill *s)
{
	return s->base + s->tail.len;
}

/*
 * Where a file without a name cannot be, one that has a name for an instant:
 * what a kill left of it is swept like any other temporary.
 */
static int
open_nameless(const char *dir)
{
	int	 fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	char	*temp;

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR &&
	    errno != EINVAL))
		return fd;
	temp = mem_printf("%s/.spool%sXXXXXX", dir, TEMP_MARK);
	if ((fd = mkostemp(temp, O_CLOEXEC)) >= 0)
		unlink(temp);
	free(temp);
	return fd;
}

/* A folder that is not there yet is made for the instant, by whoever owns it. */
static int
open_in(const char *dir)
{
	int	fd = open_nameless(dir), why;

	if (fd >= 0 || errno != ENOENT || mkdir(dir, 0700) != 0)
		return fd;
	fd = open_nameless(dir);
	why = errno;
	rmdir(dir);
	errno = why;
	return fd;
}

static int
failed(struct spill *s)
{
	if (!s->bad)
		msg_errno("%s", s->dir);
	s->bad = 1;
	return -1;
}

static int
flush(struct spill *s)
{
	if (s->fd < 0 && (s->fd = open_in(s->dir)) < 0)
		return failed(s);
	if (path_write_all(s->fd, s->tail.s, s->tail.len) != 0)
		return failed(s);
	s->base += s->tail.len;
	str_reset(&s->tail);
	return 0;
}

int
spill_add(struct spill *s, const void *bytes, size_t n)
{
	if (s->bad)
		return -1;
	str_addn(&s->tail, bytes, n);
	if (s->dir == NULL || s->tail.len < SPILL_MEMORY)
		return 0;
	return flush(s);
}

long
spill_read(struct spill *s, uint64_t at, void *buf, size_t n)
{
	char	*to = buf;
	size_t	 got = 0;

	if (at < s->base) {
		got = n < s->base - at ? n : (size_t)(s->base - at);
		if (path_read_at(s->fd, (off_t)at, to, got) != 0)
			return failed(s);
		at += got;
	}
	if (got < n && at >= s->base && at - s->base < s->tail.len) {
		size_t	from = (size_t)(at - s->base), more = n - got;

		if (more > s->tail.len - from)
			more = s->tail.len - from;
		memcpy(to + got, s->tail.s + from, more);
		got += more;
	}
	return (long)got;
}

int
spill_slurp(struct spill *s, int fd, const char *shown)
{
	char	buf[65536];
	ssize_t	n;

	while ((n = read(fd, buf, sizeof(buf))) > 0 ||
	    (n < 0 && errno == EINTR))
		if (n > 0 && spill_add(s, buf, (size_t)n) != 0)
			return -1;
	if (n < 0)
		msg_errno("%s", shown);
	return n < 0 ? -1 : 0;
}

struct reader *
spill_reader(struct spill *s, const char *shown, unsigned flags, char sep)
{
	int	fd;

	if (s->fd < 0)
		return reader_mem(s->tail.s, s->tail.len, shown, flags, sep);
	if (flush(s) != 0)
		return NULL;
	if ((fd = fcntl(s->fd, F_DUPFD_CLOEXEC, 3)) < 0 ||
	    lseek(fd, 0, SEEK_SET) < 0) {
		failed(s);
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	return reader_fd(fd, shown, flags, sep);
}
