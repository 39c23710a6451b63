/* Texts that somebody has begun in the editor. */
#include "model/unfinished.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/msg.h"

#define FOLDER	"drafts"
#define SUFFIX	".md"

char *
unfinished_begin(struct project *p, const char *word, const char *text)
{
	char	day[DATE_LEN], *rel = NULL, *path;
	int	n = 0, there = 1;

	date_str(day, project_today(p));
	while (there) {
		free(rel);
		rel = mem_printf(FOLDER "/%s-%s-%d" SUFFIX, day, word, ++n);
		path = mem_printf("%s/%s", project_private_dir(p), rel);
		there = access(path, F_OK) == 0;
		free(path);
	}
	project_put_private(p, rel, text, strlen(text));
	return rel;
}

static int
is_one(const struct dirent *d)
{
	size_t	n = strlen(d->d_name), k = strlen(SUFFIX);

	return d->d_name[0] != '.' && n > k &&
	    strcmp(d->d_name + n - k, SUFFIX) == 0;
}

struct unfinished *
unfinished_list(const struct project *p)
{
	struct unfinished	*u = NULL;
	struct dirent		**d;
	struct stat		 st;
	char			 day[DATE_LEN], *dir, *path;
	size_t			 cap = 0, n = 0;
	int			 i, k;

	dir = mem_printf("%s/" FOLDER, project_private_dir(p));
	k = scandir(dir, &d, is_one, alphasort);
	for (i = 0; i < k; i++) {
		path = mem_printf("%s/%s", dir, d[i]->d_name);
		u = mem_grow(u, n, &cap, sizeof(*u));
		u[n].name = mem_strndup(d[i]->d_name,
		    strlen(d[i]->d_name) - strlen(SUFFIX));
		u[n++].changed = mem_strdup(stat(path, &st) == 0 ?
		    date_str(day, (int)(st.st_mtime / 86400)) : "");
		free(path);
		free(d[i]);
	}
	if (k >= 0)
		free(d);
	free(dir);
	u = mem_grow(u, n, &cap, sizeof(*u));
	u[n].name = NULL;
	return u;
}

void
unfinished_free(struct unfinished *u)
{
	size_t	i;

	for (i = 0; u[i].name != NULL; i++) {
		free(u[i].name);
		free(u[i].changed);
	}
	free(u);
}

static void
say_none(const struct unfinished *u, const char *typed)
{
	const char	**names, *near;
	size_t		 n = 0, i;

	while (u[n].name != NULL)
		n++;
	names = mem_calloc(n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = u[i].name;
	near = n > 0 ? msg_nearest_id(typed, names) : NULL;
	msg_fault(NULL, N_("no such draft: '%s'"), typed);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else
		msg_hint(N_("'cpm-log list drafts' shows what there is"));
	free(names);
}

char *
unfinished_find(const struct project *p, const char *typed)
{
	struct unfinished	*u = unfinished_list(p);
	const char		*slash = strrchr(typed, '/');
	char			*name, *rel = NULL;
	size_t			 i, n, k = 0, hits = 0;

	name = mem_strdup(slash != NULL ? slash + 1 : typed);
	n = strlen(name);
	if (n > strlen(SUFFIX) && strcmp(name + n - strlen(SUFFIX),
	    SUFFIX) == 0)
		name[n - strlen(SUFFIX)] = '\0';
	n = strlen(name);
	for (i = 0; u[i].name != NULL && rel == NULL; i++)
		if (strcmp(u[i].name, name) == 0)
			rel = mem_printf(FOLDER "/%s" SUFFIX, name);
		else if (n > 0 && strncmp(u[i].name, name, n) == 0) {
			k = i;
			hits++;
		}
	if (rel == NULL && hits == 1)
		rel = mem_printf(FOLDER "/%s" SUFFIX, u[k].name);
	if (rel == NULL)
		say_none(u, name);
	unfinished_free(u);
	free(name);
	return rel;
}

size_t
unfinished_beside(const char *path, void (*each)(const char *path))
{
	/* Before and behind the name. */
	static const char *const	around[][2] = {
		{ "", "~" }, { ".", ".swp" }, { ".", ".swo" },
		{ ".", ".swn" }, { ".", ".un~" }, { "#", "#" },
		{ "", ".save" }
	};
	const char			*slash = strrchr(path, '/');
	const char			*name = slash != NULL ? slash + 1 : path;
	struct stat			 st;
	char				*s;
	size_t				 n = 0, i;

	for (i = 0; i < sizeof(around) / sizeof(*around); i++) {
		s = mem_printf("%.*s%s%s%s", (int)(name - path), path,
		    around[i][0], name, around[i][1]);
		if (lstat(s, &st) == 0) {
			n++;
			if (each != NULL)
				each(s);
		}
		free(s);
	}
	return n;
}
