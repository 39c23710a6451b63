/* Many files in one run. */
#include "table/outs.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/beside.h"

struct file {
	char	*path, *temp;		/* temp NULL: not there any more */
	mode_t	 mode;
};

struct outs {
	struct file	*f;
	size_t		 n, cap;
	FILE		*fp;		/* of the last one, while it is made */
	char		*bytes;
	size_t		 len;
	char		*dir;		/* of the file before it */
	mode_t		 mask;
	sigset_t	 signals;	/* that were blocked before */
	int		 bad;		/* said, or interrupted */
};

struct outs *
outs_begin(void)
{
	struct outs	*o = mem_calloc(1, sizeof(*o));
	sigset_t	 block;

	sigemptyset(&block);
	sigaddset(&block, SIGINT);
	sigaddset(&block, SIGTERM);
	sigaddset(&block, SIGHUP);
	sigprocmask(SIG_BLOCK, &block, &o->signals);
	/* A limit on sizes is a failure like any other. */
	signal(SIGXFSZ, SIG_IGN);
	o->mask = umask(0);
	umask(o->mask);
	return o;
}

static void
fail(struct outs *o, const char *path)
{
	if (!o->bad)
		msg_errno("%s", path);
	o->bad = 1;
}

/* What stands where a file shall stand, and stays. */
static void
fail_kind(struct outs *o, const char *path, mode_t mode)
{
	if (!o->bad && S_ISDIR(mode))
		msg_trouble(N_("%s is a folder, where a file shall be "
		    "written"), path);
	else if (!o->bad)
		msg_trouble(N_("%s is a pipe or a device: of many files each "
		    "is a plain one"), path);
	if (!o->bad)
		msg_hint(N_("take it away, or give another place with -o"));
	o->bad = 1;
}

/* A folder that takes no file: what it is, and what there is to do. */
static void
fail_place(struct outs *o, const char *dir)
{
	int		 why = errno;
	struct stat	 st;

	if (o->bad)
		return;
	o->bad = 1;
	if (stat(dir, &st) == 0 && !S_ISDIR(st.st_mode)) {
		msg_trouble(N_("%s is no folder"), dir);
		why = ENOTDIR;
	} else {
		errno = why;
		msg_errno(N_("no file can be made in the folder %s"), dir);
	}
	if (why == ENOENT)
		msg_hint(N_("only the last folder of a path is made: 'mkdir "
		    "-p %s' makes all"), dir);
	else if (why == ENOTDIR || why == EACCES || why == EPERM ||
	    why == EROFS)
		msg_hint(N_("give another place with -o"));
}

/*
 * The folder of a file is made where only the last one is missing; most files
 * have that of the one before.
 */
static int
make_place(struct outs *o, const char *path)
{
	char	*dir = path_dir(path);

	if (o->dir != NULL && strcmp(dir, o->dir) == 0) {
		free(dir);
		return 0;
	}
	free(o->dir);
	o->dir = dir;
	if (mkdir(dir, 0777) == 0 || errno == EEXIST)
		return 0;
	fail_place(o, dir);
	return -1;
}

/* What is there already is replaced where a link leads, with its mode. */
static int
look_at(struct outs *o, struct file *f)
{
	struct stat	 st;
	char		*real;

	f->mode = 0666 & ~o->mask;
	if (lstat(f->path, &st) != 0)
		return 0;
	if (S_ISLNK(st.st_mode)) {
		real = path_target(f->path);
		free(f->path);
		f->path = real;
		if (stat(real, &st) != 0)
			return 0;
	}
	if (!S_ISREG(st.st_mode)) {
		fail_kind(o, f->path, st.st_mode);
		return -1;
	}
	f->mode = st.st_mode & 07777;
	return 0;
}

/* Write what was made beside its target; it is closed and not yet forced. */
static void
write_last(struct outs *o)
{
	struct file	*f = &o->f[o->n - 1];
	char		*dir;
	int		 fd;

	if (look_at(o, f) != 0 || make_place(o, f->path) != 0)
		return;
	dir = path_dir(f->path);
	f->temp = mem_printf("%s/.%s" TEMP_MARK "XXXXXX", dir,
	    path_name(f->path));
	fd = mkostemp(f->temp, O_CLOEXEC);
	if (fd < 0 && errno == ENAMETOOLONG)
		fail(o, f->path);
	else if (fd < 0)
		fail_place(o, dir);
	free(dir);
	if (fd < 0) {
		free(f->temp);
		f->temp = NULL;
		return;
	}
	if (path_write_all(fd, o->bytes, o->len) != 0 ||
	    fchmod(fd, f->mode) != 0)
		fail(o, f->path);
	if (close(fd) != 0)
		fail(o, f->path);
}

/* An interrupt waits for outs_end, which takes away what was begun. */
static int
is_interrupted(void)
{
	sigset_t	wait;

	return sigpending(&wait) == 0 && (sigismember(&wait, SIGINT) > 0 ||
	    sigismember(&wait, SIGTERM) > 0 || sigismember(&wait, SIGHUP) > 0);
}

int
outs_failed(const struct outs *o)
{
	return o->bad || is_interrupted();
}

static void
end_last(struct outs *o)
{
	if (o->fp == NULL)
		return;
	if (fclose(o->fp) != 0)
		mem_out();
	o->fp = NULL;
	if (!o->bad)
		write_last(o);
	free(o->bytes);
	o->bytes = NULL;
}

FILE *
outs_add(struct outs *o, const char *path)
{
	end_last(o);
	o->f = mem_grow(o->f, o->n, &o->cap, sizeof(*o->f));
	memset(&o->f[o->n], 0, sizeof(*o->f));
	o->f[o->n++].path = mem_strdup(path);
	if ((o->fp = open_memstream(&o->bytes, &o->len)) == NULL)
		mem_out();
	return o->fp;
}

/* All that was written on the disk of this file's folder. */
static void
force(struct outs *o, const char *path)
{
	char	*dir = path_dir(path);
	int	 fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || syncfs(fd) != 0)
		fail(o, dir);
	if (fd >= 0)
		close(fd);
	free(dir);
}

static void
name_all(struct outs *o)
{
	char	*dir, *last = NULL;
	size_t	 i;

	for (i = 0; i < o->n && !o->bad; i++) {
		if (rename(o->f[i].temp, o->f[i].path) != 0) {
			fail(o, o->f[i].path);
			break;
		}
		free(o->f[i].temp);
		o->f[i].temp = NULL;
	}
	for (i = 0; i < o->n && !o->bad; i++) {
		dir = path_dir(o->f[i].path);
		if ((last == NULL || strcmp(dir, last) != 0) &&
		    path_sync_dir(dir) != 0)
			fail(o, dir);
		free(last);
		last = dir;
	}
	free(last);
}

int
outs_end(struct outs *o)
{
	sigset_t	old = o->signals;
	size_t		i;
	int		bad;

	end_last(o);
	o->bad |= is_interrupted();
	if (!o->bad && o->n > 0)
		force(o, o->f[0].path);
	name_all(o);
	for (i = 0; i < o->n; i++) {
		if (o->f[i].temp != NULL)
			unlink(o->f[i].temp);
		free(o->f[i].temp);
		free(o->f[i].path);
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	bad = o->bad;
	free(o->dir);
	free(o->f);
	free(o);
	return bad ? -1 : 0;
}
