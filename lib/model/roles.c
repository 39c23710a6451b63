/* Role words of the plan, and who stands behind them. */
#include "model/roles.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/msg.h"
#include "base/utf.h"

#define BETWEEN	",;/"

/* The part of a cell at s, trimmed; the caller frees it. */
static char *
part_at(const char *s, size_t *len)
{
	size_t	 n;

	*len = strcspn(s, BETWEEN);
	for (n = *len; n > 0 && (*s == ' ' || *s == '\t'); n--)
		s++;
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	return mem_strndup(s, n);
}

int
roles_has(const char *cell, const char *role)
{
	size_t	 n;
	char	*part;
	int	 yes = utf_alike(cell, role);

	for (; *cell != '\0' && !yes; cell += n + (cell[n] != '\0')) {
		part = part_at(cell, &n);
		yes = utf_alike(part, role);
		free(part);
	}
	return yes;
}

/* The names of all who have a role, "A, B"; empty where nobody has it. */
static void
add_names(struct str *s, const struct table *people, const char *role)
{
	const char	*name;
	size_t		 i, n = 0;

	for (i = table_first(people); i < people->nrows;
	    i = table_next(people, i)) {
		name = cell(people, i, "name");
		if (*name != '\0' && roles_has(cell(people, i, "role"), role))
			str_printf(s, "%s%s", n++ > 0 ? ", " : "", name);
	}
}

/* Each role of a cell with its names behind it; whether there was one. */
static int
named(struct plan *pl, const struct table *people, const char **owner)
{
	const char	*s = *owner;
	struct str	 out, names;
	size_t		 n;
	char		*part;
	int		 any = 0;

	str_init(&out);
	str_init(&names);
	for (; *s != '\0'; s += n + (s[n] != '\0')) {
		part = part_at(s, &n);
		str_reset(&names);
		if (*part != '\0')
			add_names(&names, people, part);
		str_printf(&out, "%s%s", out.len > 0 ? ", " : "", part);
		if (names.len > 0)
			str_printf(&out, " (%s)", names.s);
		any |= names.len > 0;
		free(part);
	}
	if (any)
		*owner = arena_str(&pl->arena, out.s);
	str_free(&out);
	str_free(&names);
	return any;
}

static size_t
name_actions(struct plan *pl, const struct table *people,
    struct plan_action *a, size_t n)
{
	size_t	i, k, hits = 0;

	for (i = 0; i < n; i++) {
		hits += (size_t)named(pl, people, &a[i].owner);
		for (k = 0; k < a[i].nsteps; k++)
			hits += (size_t)named(pl, people,
			    &a[i].steps[k].owner);
	}
	return hits;
}

int
roles_name(struct plan *pl, struct project *p)
{
	const struct table	*people = project_private(p, "people");
	size_t			 i, hits = 0;

	if (project_bad(p))
		return -1;
	for (i = 0; i < pl->nchanges; i++)
		hits += (size_t)named(pl, people, &pl->changes[i].owner);
	hits += name_actions(pl, people, pl->actions, pl->nactions);
	hits += name_actions(pl, people, pl->loose, pl->nloose);
	if (hits == 0)
		msg_warn(NULL, N_("nobody of the private people.csv has a role "
		    "of the plan"));
	return 0;
}

const char *
roles_warning(void)
{
	return _("This page holds names: it stays with the team.");
}

int
roles_file_ok(const struct cmd *c)
{
	struct stat	st;

	if (c->out == NULL || strcmp(c->out, "-") == 0) {
		opt_misuse(c, N_("--names goes to a file that stays private: "
		    "-o FILE"));
		return -1;
	}
	if (stat(c->out, &st) == 0 && !S_ISREG(st.st_mode)) {
		msg_trouble(N_("%s: not a file: names go nowhere else"),
		    c->out);
		return -1;
	}
	return project_private_file_ok(c->out);
}
