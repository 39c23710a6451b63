/* After a crash: what a journal began is finished or undone. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/save_in.h"

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
 * (said).  A target without its temporary was renamed before the crash
 * (whatever happened to it since), unless it still is as it was before: then
 * the temporary is lost.
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
		if (save_digest(st->path, st->now) != 0)
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
	rc = journal_read(path, dir, &steps, &n, &whole);
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

/* --- stray temporaries ---------------------------------------------------- */

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
