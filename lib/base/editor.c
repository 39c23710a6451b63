/* A person's own editor on one file. */
#include "base/editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/run.h"

#define WORDS_MAX	32

/* The next word of s into out (as long as s at least); where it ends, or NULL
 * where there is none. */
static const char *
next_word(const char *s, char *out)
{
	char	quote = '\0';

	s += strspn(s, " \t\n");
	if (*s == '\0')
		return NULL;
	for (; *s != '\0' && (quote != '\0' || strchr(" \t\n", *s) == NULL);
	    s++) {
		if (*s == quote)
			quote = '\0';
		else if (quote == '\0' && (*s == '\'' || *s == '"'))
			quote = *s;
		else {
			if (*s == '\\' && quote != '\'' && s[1] != '\0')
				s++;
			*out++ = *s;
		}
	}
	*out = '\0';
	return s;
}

static char *
of_git(void)
{
	const char	*argv[] = { "git", "config", "--get", "core.editor",
			    NULL };
	struct str	 out;
	size_t		 n;

	str_init(&out);
	if (run_tool(&(struct run){ .argv = argv, .out = &out,
	    .most = 4096 }) == 0) {
		n = strcspn(out.s, "\n");
		if (n > 0) {
			out.s[n] = '\0';
			return str_take(&out);
		}
	}
	str_free(&out);
	return NULL;
}

/* What is set; NULL: nothing.  The caller frees it. */
static char *
named(void)
{
	static const char *const	vars[] = { "VISUAL", "EDITOR" };
	const char			*v;
	size_t				 i;

	for (i = 0; i < sizeof(vars) / sizeof(*vars); i++)
		if ((v = getenv(vars[i])) != NULL &&
		    v[strspn(v, " \t\n")] != '\0')
			return mem_strdup(v);
	return of_git();
}

/* Its status, see run_tool. */
static int
run_words(const char *command, const char *path)
{
	const char	*argv[WORDS_MAX + 2];
	char		*words = mem_alloc(2 * strlen(command) + 2), *at = words;
	size_t		 n = 0;
	int		 rc;

	/* A path with blanks that nobody quoted. */
	if (strchr(command, '/') != NULL && access(command, X_OK) == 0)
		argv[n++] = command;
	else
		while (n < WORDS_MAX &&
		    (command = next_word(command, at)) != NULL) {
			argv[n++] = at;
			at += strlen(at) + 1;
		}
	argv[n] = path;
	argv[n + 1] = NULL;
	rc = run_tool(&(struct run){ .argv = argv, .terminal = 1 });
	free(words);
	return rc;
}

static int
say(int rc, const char *command)
{
	if (rc == 0)
		return 0;
	if (rc == RUN_ABSENT) {
		msg_trouble(N_("the editor is not there: %s"), command);
		msg_hint(N_("$VISUAL, $EDITOR or git's core.editor says which "
		    "one is meant"));
	} else if (rc > 0)
		msg_trouble(N_("the editor failed (%s, status %d)"), command,
		    rc);
	else
		msg_trouble(N_("the editor failed (%s)"), command);
	return -1;
}

int
editor_run(const char *path)
{
	static const char *const	usual[] = { "editor", "nano", "vi" };
	char				*command = named();
	size_t				 i;
	int				 rc = RUN_ABSENT;

	if (command != NULL) {
		rc = say(run_words(command, path), command);
		free(command);
		return rc;
	}
	for (i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if ((rc = run_words(usual[i], path)) != RUN_ABSENT)
			return say(rc, usual[i]);
	return say(rc, usual[i - 1]);
}
