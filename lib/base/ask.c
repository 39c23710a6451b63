/* Questions to a person at a terminal. */
#include "base/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"

int
ask_can(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

char *
ask(const char *question)
{
	char	*line = NULL, *answer = NULL, *p;
	size_t	 cap = 0, n;

	fprintf(stderr, "%s ", question);
	fflush(stderr);
	if (getline(&line, &cap, stdin) > 0) {
		p = line + strspn(line, " \t");
		for (n = strlen(p); n > 0 &&
		    strchr(" \t\r\n", p[n - 1]) != NULL; n--)
			p[n - 1] = '\0';
		if (*p != '\0')
			answer = mem_strdup(p);
	} else
		fputc('\n', stderr);
	free(line);
	return answer;
}

const char *
ask_or_opt(struct cmd *c, const char *name, const char *question)
{
	const char	*v = opt_get(c, name);
	char		*a;

	if (v != NULL || !ask_can() || (a = ask(question)) == NULL)
		return v;
	v = arena_str(&c->kept, a);
	free(a);
	return v;
}

const char *
ask_until(struct cmd *c, const char *name, const char *question,
    int (*fits)(const char *, void *), void *arg)
{
	const char	*v = opt_get(c, name);
	char		*a = NULL;

	if (v != NULL || !ask_can())
		return v;
	while ((a = ask(question)) != NULL && !fits(a, arg))
		free(a);
	if (a != NULL)
		v = arena_str(&c->kept, a);
	free(a);
	return v;
}

const char *
ask_need(struct cmd *c, const char *name, const char *question)
{
	const char	*v = ask_or_opt(c, name, question);

	if (v == NULL)
		opt_misuse(c, N_("option '--%s' is needed"), name);
	return v;
}
