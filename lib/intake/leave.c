/* An export that lies in the team's folder. */
#include "intake/leave.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/beside.h"
#include "table/git.h"

static int
is_below(const char *path, const char *dir)
{
	size_t	n = strlen(dir);

	return strncmp(path, dir, n) == 0 && path[n] == '/';
}

/* A name in exports/ that no file has yet; the caller frees it. */
static char *
place_for(const char *private, const char *path)
{
	const char	*name = path_name(path), *dot = strrchr(name, '.');
	int		 stem = dot != NULL && dot > name ?
			    (int)(dot - name) : (int)strlen(name), n = 1;
	char		*to = mem_printf("%s/exports/%s", private, name);

	while (access(to, F_OK) == 0) {
		free(to);
		to = mem_printf("%s/exports/%.*s-%d%s", private, stem, name,
		    ++n, name + stem);
	}
	return to;
}

void
leave_look(struct leave *l, const struct project *p, const char *path)
{
	char		root[PATH_MAX], real[PATH_MAX], *tree;
	struct stat	st;

	memset(l, 0, sizeof(*l));
	/* A pipe that has a name keeps nothing. */
	if (strcmp(path, "-") == 0 || realpath(path, real) == NULL ||
	    stat(real, &st) != 0 || !S_ISREG(st.st_mode) ||
	    realpath(project_dir(p), root) == NULL || !is_below(real, root))
		return;
	l->from = mem_strdup(path);
	l->to = place_for(project_private_dir(p), path);
	if ((tree = git_tree(root)) == NULL)
		return;
	if (git_keeps(tree, real))
		l->seen = 2;
	else if (!git_ignores_file(tree, real))
		l->seen = 1;
	free(tree);
}

/* Copy it where a rename cannot reach; 0, or -1 (said). */
static int
carry_over(const char *from, const char *to)
{
	struct beside	*b = beside_begin(to, 0600);
	char		 buf[65536];
	ssize_t		 n;
	int		 fd = open(from, O_RDONLY | O_CLOEXEC), rc = -1;

	if (fd < 0)
		msg_errno("%s", from);
	else if (b != NULL) {
		while ((n = read(fd, buf, sizeof(buf))) > 0)
			beside_write(b, buf, (size_t)n);
		if (n < 0)
			msg_errno("%s", from);
		else if (beside_end(b) == 0 && (rc = beside_name(b)) != 0)
			msg_errno("%s", to);
	}
	if (fd >= 0)
		close(fd);
	beside_drop(b);
	if (rc == 0 && unlink(from) != 0) {
		msg_errno("%s", from);
		rc = -1;
	}
	return rc;
}

static void
move(const struct leave *l)
{
	char	*dir = path_dir(l->to), real[PATH_MAX];
	int	 rc = 0;

	if (path_make_dirs(dir, 0700) != 0) {
		msg_errno("%s", dir);
		rc = -1;
	} else if (chmod(l->from, 0600) != 0 || realpath(l->from, real) ==
	    NULL || rename(real, l->to) != 0) {
		if (errno != EXDEV) {
			msg_errno("%s", l->from);
			rc = -1;
		} else
			rc = carry_over(real, l->to);
	}
	free(dir);
	if (rc == 0)
		msg_note(N_("moved to %s"), l->to);
}

/* A word that the shell takes as it is. */
static void
add_quoted(struct str *s, const char *word)
{
	if (strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789_./-+") == strlen(word) && *word != '-') {
		str_add(s, word);
		return;
	}
	str_add(s, *word == '-' ? "./'" : "'");
	for (; *word != '\0'; word++)
		if (*word == '\'')
			str_add(s, "'\\''");
		else
			str_addc(s, *word);
	str_addc(s, '\'');
}

static void
say_how(const struct leave *l)
{
	struct str	 s;
	char		*dir = path_dir(l->to);

	str_init(&s);
	str_add(&s, "mkdir -p ");
	add_quoted(&s, dir);
	str_add(&s, " && mv ");
	add_quoted(&s, l->from);
	str_addc(&s, ' ');
	add_quoted(&s, l->to);
	msg_hint("%s", s.s);
	str_free(&s);
	free(dir);
}

void
leave_say(const struct leave *l)
{
	struct place	at = { l->from, 0, 0, NULL };
	char		*answer;

	if (l->from == NULL)
		return;
	if (l->seen == 2)
		msg_warn(&at, N_("git keeps this export, which tells who "
		    "answered what: whoever has a clone can read it, and the "
		    "history keeps it also when it is moved"));
	else if (l->seen == 1)
		msg_warn(&at, N_("this export tells who answered what, and "
		    "lies where git would take it"));
	else
		msg_warn(&at, N_("this export tells who answered what, and "
		    "lies in the team's folder"));
	if (!ask_can()) {
		say_how(l);
		return;
	}
	fprintf(stderr, _("Move it to %s?"), l->to);
	answer = ask(_(" [y/N]"));
	/* TRANSLATORS: the letter that means yes. */
	if (answer != NULL && (strcasecmp(answer, _("y")) == 0 ||
	    strcasecmp(answer, _("yes")) == 0))
		move(l);
	free(answer);
}

void
leave_free(struct leave *l)
{
	free(l->from);
	free(l->to);
	memset(l, 0, sizeof(*l));
}
