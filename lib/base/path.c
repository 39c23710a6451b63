/* Paths, folders and the raw bytes of files. */
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

char *
path_dir(const char *path)
{
	const char	*slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	if (slash == path)
		return mem_strdup("/");
	return mem_strndup(path, (size_t)(slash - path));
}

const char *
path_name(const char *path)
{
	const char	*slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

char *
path_target(const char *path)
{
	char	real[PATH_MAX], *dir, *out;

	if (realpath(path, real) != NULL)
		return mem_strdup(real);
	dir = path_dir(path);
	if (realpath(dir, real) != NULL)
		out = mem_printf("%s/%s", strcmp(real, "/") == 0 ? "" : real,
		    path_name(path));
	else
		out = mem_strdup(path);
	free(dir);
	return out;
}

int
path_sync_dir(const char *dir)
{
	int	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), rc, why;

	if (fd < 0)
		return -1;
	rc = fsync(fd);
	why = errno;
	if (rc != 0 && (why == EINVAL || why == ENOTSUP))
		rc = 0;
	close(fd);
	errno = why;
	return rc;
}

int
path_make_dirs(const char *dir, mode_t mode)
{
	char	*up;
	int	 rc;

	if (mkdir(dir, mode) == 0) {
		up = path_dir(dir);
		path_sync_dir(up);
		free(up);
		return 0;
	}
	if (errno == EEXIST)
		return 0;
	if (errno != ENOENT)
		return -1;
	up = path_dir(dir);
	if ((rc = path_make_dirs(up, mode)) == 0) {
		rc = mkdir(dir, mode) == 0 || errno == EEXIST ? 0 : -1;
		if (rc == 0)
			path_sync_dir(up);
	}
	free(up);
	return rc;
}

int
path_write_all(int fd, const char *bytes, size_t n)
{
	static int	deaf;
	ssize_t		k;

	/* A limit on files is a full disk: an error, and not the end. */
	if (!deaf)
		signal(SIGXFSZ, SIG_IGN);
	deaf = 1;
	while (n > 0) {
		k = write(fd, bytes, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return -1;
		bytes += k;
		n -= (size_t)k;
	}
	return 0;
}

int
path_read_at(int fd, off_t at, void *buf, size_t n)
{
	char	*to = buf;
	ssize_t	 k;

	while (n > 0) {
		k = pread(fd, to, n, at);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0) {
			errno = k < 0 ? errno : EIO;
			return -1;
		}
		to += k;
		at += k;
		n -= (size_t)k;
	}
	return 0;
}

char *
path_read_all(const char *path, size_t *n)
{
	struct str	 s;
	char		 buf[65536];
	ssize_t		 k;
	int		 fd = open(path, O_RDONLY | O_CLOEXEC), why;

	if (fd < 0)
		return NULL;
	str_init(&s);
	while ((k = read(fd, buf, sizeof(buf))) > 0 ||
	    (k < 0 && errno == EINTR))
		if (k > 0)
			str_addn(&s, buf, (size_t)k);
	why = errno;
	close(fd);
	if (k < 0) {
		str_free(&s);
		errno = why;
		return NULL;
	}
	*n = s.len;
	return str_take(&s);
}

int
path_is_absent(int why)
{
	return why == ENOENT || why == ENOTDIR;
}
