/*
 * The one place that replaces files.
 *
 * A set of several files: every temporary is written and fsynced, then the
 * journal names them with their digests, then they are renamed, then the
 * journal goes.  A crash before the journal is whole leaves the old files
 * and stray temporaries; a crash after it leaves all that is needed to
 * finish.
 */
#include "table/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/path.h"
#include "base/slug.h"
#include "table/beside.h"

#define DIGEST_NONE	"-"		/* there was no file */
#define JOURNAL_MARK	"cpm-journal 1\n"

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

/* --- the lock --------------------------------------------------------- */

static void
nap(long ms)
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
		nap(50);
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

/* --- files ------------------------------------------------------------ */

/* 0, or -1 (said): a file that cannot be read is not one that is absent. */
static int
file_digest(const char *path, char *out)
{
	struct digest	*d;
	char		 buf[65536];
	ssize_t		 k;
	int		 fd = open(path, O_RDONLY | O_CLOEXEC), why;

	if (fd < 0 && path_is_absent(errno)) {
		snprintf(out, DIGEST_LEN, DIGEST_NONE);
		return 0;
	}
	if (fd < 0) {
		msg_errno("%s", path);
		return -1;
	}
	d = digest_begin();
	while ((k = read(fd, buf, sizeof(buf))) > 0 ||
	    (k < 0 && errno == EINTR))
		if (k > 0)
			digest_add(d, buf, (size_t)k);
	why = errno;
	close(fd);
	digest_end(d, out);
	if (k < 0) {
		errno = why;
		msg_errno("%s", path);
		return -1;
	}
	return 0;
}

/* --- the set ---------------------------------------------------------- */

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
save_beside(struct save *s, struct beside *d, const struct stat *seen, int force)
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
		nap(100);
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

/*
 * A path in the journal: as seen from the project's root where it lies below
 * it or beside it, so that a folder may move between the crash and the
 * repair; blanks and the like as %XX.
 */
static void
add_path(struct str *out, const char *path, const char *root)
{
	size_t	n = strlen(root), up;

	for (up = n; up > 0 && root[up - 1] != '/'; up--)
		continue;
	if (strncmp(path, root, n) == 0 && path[n] == '/') {
		path += n + 1;
	} else if (up > 1 && strncmp(path, root, up) == 0) {
		str_add(out, "../");
		path += up;
	}
	for (; *path != '\0'; path++)
		if ((unsigned char)*path <= ' ' || *path == '%' ||
		    *path == 0x7f)
			str_printf(out, "%%%02X", (unsigned char)*path);
		else
			str_addc(out, *path);
}

static char *
take_path(const char *s, const char *root)
{
	struct str	out;
	unsigned	c;

	str_init(&out);
	if (*s != '/')
		str_printf(&out, "%s/", root);
	for (; *s != '\0'; s++)
		if (*s == '%' && sscanf(s + 1, "%2x", &c) == 1) {
			str_addc(&out, (char)c);
			s += 2;
		} else
			str_addc(&out, *s);
	return str_take(&out);
}

static int
write_journal(const struct save *s)
{
	struct str	 text;
	char		*path = mem_printf("%s/.cpm/journal", s->dir);
	char		*dir = mem_printf("%s/.cpm", s->dir);
	char		*root = path_target(s->dir);
	size_t		 i;
	int		 fd, ok;

	str_init(&text);
	str_add(&text, JOURNAL_MARK);
	for (i = 0; i < s->n; i++) {
		str_printf(&text, "%s ", s->e[i].draft != NULL ? "replace" :
		    "remove");
		add_path(&text, s->e[i].path, root);
		str_addc(&text, ' ');
		add_path(&text, s->e[i].draft != NULL ?
		    beside_temp(s->e[i].draft) : "-", root);
		str_printf(&text, " %s %s\n", s->e[i].before,
		    s->e[i].draft != NULL ? s->e[i].after : DIGEST_NONE);
	}
	str_add(&text, "end\n");
	/* Whoever may write in the folder may finish what is begun here. */
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
	    0660);
	ok = fd >= 0 && path_write_all(fd, text.s, text.len) == 0 &&
	    fsync(fd) == 0 && path_sync_dir(dir) == 0;
	if (!ok) {
		msg_errno("%s", path);
		unlink(path);
	}
	if (fd >= 0)
		close(fd);
	str_free(&text);
	free(path);
	free(dir);
	free(root);
	return ok ? 0 : -1;
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

/* What is done needs no journal; what is left of it is read as done. */
static int
drop_journal(const struct save *s)
{
	char	*path = mem_printf("%s/.cpm/journal", s->dir);
	char	*dir = mem_printf("%s/.cpm", s->dir);
	int	 rc = unlink(path);

	if (rc != 0)
		msg_errno("%s", path);
	else
		path_sync_dir(dir);
	free(path);
	free(dir);
	return rc;
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
		if (file_digest(s->e[i].path, s->e[i].before) != 0 ||
		    (s->e[i].draft != NULL && file_digest(beside_temp(
		    s->e[i].draft), s->e[i].after) != 0))
			return -1;
	/* The journal may name only what a power cut leaves in its folder. */
	return sync_dirs(s, "%s") == 0 ? write_journal(s) : -1;
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
		rc = drop_journal(s);
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

/* --- after a crash ---------------------------------------------------- */

struct step {
	int	 remove;
	char	*path, *temp;
	char	 before[DIGEST_LEN], after[DIGEST_LEN], now[DIGEST_LEN];
	int	 has_temp;
};

int
save_pending(const char *dir)
{
	char	*path = mem_printf("%s/.cpm/journal", dir);
	int	 there = access(path, F_OK) == 0;

	free(path);
	return there;
}

/*
 * Whether `temp` is a temporary beside `path`.  A folder comes from others by
 * git: its journal, if somebody put one there, must not reach further.
 */
static int
is_temp_of(const char *temp, const char *path)
{
	size_t	n = strlen(path), base = n - strlen(path_name(path));

	return strncmp(temp, path, base) == 0 && temp[base] == '.' &&
	    strncmp(temp + base + 1, path + base, n - base) == 0 &&
	    strncmp(temp + n + 1, TEMP_MARK, strlen(TEMP_MARK)) == 0 &&
	    strlen(temp + n + 1) == strlen(TEMP_MARK) + 6 &&
	    strchr(temp + n + 1, '/') == NULL;
}

/* One line of the journal; 0, or -1 if it is none. */
static int
read_step(struct step *st, char *line, const char *root)
{
	char	*word[6], *p, *save = NULL;
	int	 i = 0;

	for (p = strtok_r(line, " ", &save); i < 6 && p != NULL;
	    p = strtok_r(NULL, " ", &save))
		word[i++] = p;
	if (i != 5 || strlen(word[3]) >= DIGEST_LEN ||
	    strlen(word[4]) >= DIGEST_LEN)
		return -1;
	memset(st, 0, sizeof(*st));
	st->remove = strcmp(word[0], "remove") == 0;
	st->path = take_path(word[1], root);
	st->temp = take_path(word[2], root);
	memcpy(st->before, word[3], strlen(word[3]) + 1);
	memcpy(st->after, word[4], strlen(word[4]) + 1);
	if (st->remove || (strcmp(word[0], "replace") == 0 &&
	    is_temp_of(st->temp, st->path)))
		return 0;
	free(st->path);
	free(st->temp);
	return -1;
}

/*
 * Read the journal; *whole says whether it ended well.  0; -1 if it cannot be
 * read (said), -2 if it is none of ours.
 */
static int
read_journal(const char *path, const char *root, struct step **steps,
    size_t *n, int *whole)
{
	size_t	 len, cap = 0;
	char	*text = path_read_all(path, &len), *line, *rest;
	int	 rc = 0, ended;

	if (text == NULL) {
		msg_errno("%s", path);
		return -1;
	}
	rest = text;
	if (strncmp(text, JOURNAL_MARK, strlen(JOURNAL_MARK)) == 0)
		rest += strlen(JOURNAL_MARK);
	else if (strncmp(text, JOURNAL_MARK, strlen(text)) != 0)
		rc = -2;
	while (rc == 0 && !*whole && *rest != '\0') {
		line = strsep(&rest, "\n");
		ended = rest != NULL;
		if (!ended)	/* torn here */
			break;
		if (strcmp(line, "end") == 0) {
			*whole = 1;
			break;
		}
		*steps = mem_grow(*steps, *n, &cap, sizeof(**steps));
		if (read_step(&(*steps)[*n], line, root) != 0)
			rc = -2;
		else
			(*n)++;
	}
	free(text);
	return rc;
}

static int
finish_step(const struct step *st)
{
	char	*dir;
	int	 rc;

	if (st->remove)
		rc = unlink(st->path) == 0 || errno == ENOENT ? 0 : -1;
	else if (st->has_temp)
		rc = rename(st->temp, st->path);
	else
		rc = 0;		/* it was renamed before the crash */
	dir = path_dir(st->path);
	if (rc == 0)
		rc = path_sync_dir(dir);
	free(dir);
	if (rc != 0)
		msg_errno("%s", st->path);
	return rc;
}

/*
 * 1: finish, 0: undo, -1: a person must look, -2: a file cannot be read
 * (said).  A target without its
 * temporary was renamed before the crash (whatever happened to it since),
 * unless it still is as it was before: then the temporary is lost.
 */
static int
judge(struct step *steps, size_t n, int whole)
{
	struct step	*st;
	size_t		 i;
	int		 renamed = 0, blocked = 0, old, new;

	if (!whole)
		return 0;
	for (i = 0; i < n; i++) {
		st = &steps[i];
		st->has_temp = !st->remove && access(st->temp, F_OK) == 0;
		if (file_digest(st->path, st->now) != 0)
			return -2;
		old = strcmp(st->now, st->before) == 0;
		new = strcmp(st->now, st->after) == 0;
		if (st->remove)
			renamed |= new;
		else if (!st->has_temp && old && !new)
			blocked = 1;
		else if (!st->has_temp)
			renamed = 1;
		if ((st->has_temp || st->remove) && !old && !new)
			blocked = 1;
	}
	if (!blocked)
		return 1;
	return renamed ? -1 : 0;
}

/* What was begun does not fit what is there now: name the pieces. */
static void
say_pieces(const struct step *steps, size_t n, const char *journal)
{
	size_t	i;
	int	said = 0;

	for (i = 0; i < n; i++)
		if (steps[i].has_temp) {
			msg_trouble(N_("%s was changed after a command that "
			    "was cut off; what that command wanted to write "
			    "is in %s: put the two together by hand, then "
			    "delete %s"), steps[i].path, steps[i].temp,
			    journal);
			said = 1;
		}
	if (!said)
		msg_trouble(N_("%s does not fit the files that are here: look "
		    "at them, then delete it"), journal);
}

static int
carry_out(const struct step *steps, size_t n, int what)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (what == 1 && finish_step(&steps[i]) != 0)
			return -1;
		else if (what == 0 && !steps[i].remove)
			unlink(steps[i].temp);
	return 0;
}

int
save_recover(const char *dir)
{
	char		*path = mem_printf("%s/.cpm/journal", dir);
	struct step	*steps = NULL;
	size_t		 n = 0, i;
	int		 whole = 0, what, rc;

	if (access(path, F_OK) != 0) {
		free(path);
		return 0;
	}
	rc = read_journal(path, dir, &steps, &n, &whole);
	what = rc == 0 ? judge(steps, n, whole) : rc;
	if (what == -1 && rc == 0)
		say_pieces(steps, n, path);
	else if (rc == -2)
		say_pieces(NULL, 0, path);
	rc = what < 0 ? -1 : carry_out(steps, n, what);
	if (rc == 0 && (rc = unlink(path)) != 0)
		msg_errno("%s", path);
	if (rc == 0 && what == 1)
		msg_note(N_("finished what a command that was cut off had "
		    "begun"));
	else if (rc == 0)
		msg_note(N_("undid what a command that was cut off had "
		    "begun"));
	for (i = 0; i < n; i++) {
		free(steps[i].path);
		free(steps[i].temp);
	}
	free(steps);
	free(path);
	return rc;
}

/* A temporary that a command is writing now is locked. */
static int
at_work(const char *temp)
{
	int	fd = open(temp, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	int	busy;

	if (fd < 0)
		return errno == EACCES;		/* somebody else's */
	busy = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
	close(fd);
	return busy;
}

void
save_sweep(const char *dir)
{
	struct dirent	*d;
	const char	*mark;
	char		*path;
	DIR		*dp = opendir(dir);

	if (dp == NULL)
		return;
	while ((d = readdir(dp)) != NULL) {
		mark = strstr(d->d_name, TEMP_MARK);
		if (d->d_name[0] != '.' || mark == NULL ||
		    strlen(mark) != strlen(TEMP_MARK) + 6)
			continue;
		path = mem_printf("%s/%s", dir, d->d_name);
		if (!at_work(path))
			unlink(path);
		free(path);
	}
	closedir(dp);
}

/* --- output ----------------------------------------------------------- */

/* Only the last folder of a path is made; a missing one above is a slip. */
static int
place_for(const char *path)
{
	char	*dir = path_dir(path), *up = path_dir(dir);
	int	 bad = access(dir, F_OK) != 0 && access(up, F_OK) != 0;

	if (bad)
		msg_errno("%s", up);
	free(up);
	free(dir);
	return bad ? -1 : 0;
}

int
out_begin(struct out *o, const char *path)
{
	struct stat	st;

	memset(o, 0, sizeof(*o));
	if (path == NULL || strcmp(path, "-") == 0) {
		o->fp = stdout;
		return 0;
	}
	o->path = mem_strdup(path);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		msg_trouble(N_("%s is a folder: name a file in it"), path);
		free(o->path);
		return -1;
	}
	if (place_for(path) != 0) {
		free(o->path);
		return -1;
	}
	if ((o->fp = open_memstream(&o->bytes, &o->n)) == NULL)
		mem_out();
	return 0;
}

void
out_cancel(struct out *o)
{
	if (o->path == NULL)
		return;
	fclose(o->fp);
	free(o->bytes);
	free(o->path);
}

/* A device or a pipe is written straight. */
static int
write_through(const struct out *o)
{
	int	fd = open(o->path, O_WRONLY | O_CLOEXEC), rc;

	if (fd < 0) {
		msg_errno("%s", o->path);
		return -1;
	}
	rc = path_write_all(fd, o->bytes, o->n);
	if (rc != 0)
		msg_errno("%s", o->path);
	if (close(fd) != 0 && rc == 0) {
		msg_errno("%s", o->path);
		rc = -1;
	}
	return rc;
}

static int
out_write(struct out *o, int unless_same, mode_t mode)
{
	struct save	*s;
	struct stat	 st;
	char		*old, *dir;
	size_t		 n;
	int		 rc = 0;

	if (o->path == NULL)
		return 0;
	if (fclose(o->fp) != 0)
		mem_out();
	if (stat(o->path, &st) == 0 && !S_ISREG(st.st_mode)) {
		rc = write_through(o);
	} else {
		old = unless_same ? path_read_all(o->path, &n) : NULL;
		if (old == NULL || n != o->n ||
		    memcmp(old, o->bytes, n) != 0) {
			dir = path_dir(o->path);
			s = save_begin(dir);
			save_file(s, o->path, o->bytes, o->n, NULL, mode, 1);
			rc = save_commit(s);
			free(dir);
		}
		free(old);
	}
	free(o->bytes);
	free(o->path);
	return rc;
}

int
out_end(struct out *o, int unless_same)
{
	return out_write(o, unless_same, 0644);
}

int
out_end_private(struct out *o)
{
	struct stat	st;

	/* A file that is replaced hands its mode on to the new one. */
	if (o->path != NULL && stat(o->path, &st) == 0 &&
	    S_ISREG(st.st_mode) && (st.st_mode & 077) != 0 &&
	    chmod(o->path, 0600) != 0) {
		msg_errno("%s", o->path);
		out_cancel(o);
		return -1;
	}
	return out_write(o, 0, 0600);
}
