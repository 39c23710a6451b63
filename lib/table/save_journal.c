/*
 * The journal of a set that is being put in place: a line for each file, with
 * the digests of what was there and of what shall be.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/save_in.h"

#define JOURNAL_MARK	"cpm-journal 1\n"

int
save_digest(const char *path, char *out)
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

/* --- written -------------------------------------------------------------- */

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

int
journal_write(const struct save *s)
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

int
journal_drop(const struct save *s)
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

/* --- read ----------------------------------------------------------------- */

int
save_pending(const char *dir)
{
	char	*path = mem_printf("%s/.cpm/journal", dir);
	int	 there = access(path, F_OK) == 0;

	free(path);
	return there;
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

int
journal_read(const char *path, const char *root, struct step **steps,
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
