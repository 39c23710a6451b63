/* A pack: the framework and the settings that a folder begins with. */
#include "model/pack.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/share.h"
#include "model/settings.h"

const char *const	pack_tables[] = { "dimensions", "criteria", "scale",
			    "groups", NULL };

static int
is_dir(const char *path)
{
	struct stat	st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of the packs that come with the program, ended by NULL. */
static char **
shipped(size_t *n)
{
	char		*path = mem_printf("%s/packs", share_dir()), *sub;
	char		**names = NULL;
	size_t		 cap = 0;
	struct dirent	*d;
	DIR		*dp = opendir(path);

	*n = 0;
	while (dp != NULL && (d = readdir(dp)) != NULL) {
		sub = mem_printf("%s/%s", path, d->d_name);
		if (d->d_name[0] != '.' && is_dir(sub)) {
			names = mem_grow(names, *n, &cap, sizeof(*names));
			names[(*n)++] = mem_strdup(d->d_name);
		}
		free(sub);
	}
	if (dp != NULL)
		closedir(dp);
	free(path);
	if (*n > 1)
		qsort(names, *n, sizeof(*names), by_name);
	names = mem_grow(names, *n, &cap, sizeof(*names));
	names[*n] = NULL;
	return names;
}

static void
no_such_pack(const char *typed)
{
	char		**names;
	const char	*near;
	struct str	 list;
	size_t		 n, i;

	names = shipped(&n);
	near = msg_nearest(typed, (const char *const *)names);
	msg_trouble(N_("no such pack: '%s'"), typed);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else if (n > 0) {
		str_init(&list);
		for (i = 0; i < n; i++)
			str_printf(&list, "%s%s", i > 0 ? ", " : "", names[i]);
		msg_hint(N_("there are: %s; or name a folder"), list.s);
		str_free(&list);
	}
	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
}

/* A name of ours, else a folder. */
static char *
find(const char *typed)
{
	char	*path;

	if (strchr(typed, '/') == NULL && typed[0] != '.') {
		path = mem_printf("%s/packs/%s", share_dir(), typed);
		if (is_dir(path))
			return path;
		free(path);
	}
	if (is_dir(typed))
		return mem_strdup(typed);
	return NULL;
}

/* Add `word` to a list with blanks between, once. */
static void
add_word(struct str *list, const char *word, size_t n)
{
	const char	*w;
	size_t		 k;

	for (w = list->s; *w != '\0'; w += k, w += strspn(w, " ")) {
		k = strcspn(w, " ");
		if (k == n && memcmp(w, word, n) == 0)
			return;
	}
	if (list->len > 0)
		str_addc(list, ' ');
	str_addn(list, word, n);
}

/* Languages that the pack says it has, and those its labels are in. */
static char *
languages(struct project *p)
{
	const struct table	*t;
	const char		*w;
	struct str		 list;
	size_t			 n;
	int			 i, k;

	str_init(&list);
	for (w = project_get(p, "langs"); *w != '\0'; w += n,
	    w += strspn(w, " ")) {
		n = strcspn(w, " ");
		add_word(&list, w, n);
	}
	for (k = 0; pack_tables[k] != NULL; k++) {
		t = project_table(p, pack_tables[k]);
		for (i = 0; i < t->ncols; i++)
			if (t->lang[i] != NULL)
				add_word(&list, t->lang[i],
				    strlen(t->lang[i]));
	}
	return str_take(&list);
}

int
pack_has_lang(const char *list, const char *word)
{
	size_t	n, len = strlen(word);

	for (; *list != '\0'; list += n, list += strspn(list, " ")) {
		n = strcspn(list, " ");
		if (n == len && memcmp(list, word, n) == 0)
			return 1;
	}
	return 0;
}

static void
choose_language(struct pack *pk, const char *asked)
{
	char		*have = languages(pk->p);
	struct table	*t = project_table(pk->p, "cpm");
	size_t		 i = table_find(t, "lang"), n;
	const char	*own = i < t->nrows ? cell(t, i, "value") : "", *w;
	struct str	 all;

	if (asked != NULL)
		pk->lang = mem_strdup(asked);
	else if (*have == '\0' || pack_has_lang(have, lang_now()))
		pk->lang = mem_strdup(lang_now());
	else if (*own != '\0')
		pk->lang = mem_strdup(own);
	else
		pk->lang = mem_strndup(have, strcspn(have, " "));
	str_init(&all);
	add_word(&all, pk->lang, strlen(pk->lang));
	for (w = have; *w != '\0'; w += n, w += strspn(w, " ")) {
		n = strcspn(w, " ");
		add_word(&all, w, n);
	}
	pk->langs = str_take(&all);
	free(have);
}

/* A peer group needs none: it does not rate itself. */
static int
without_framework(const struct pack *pk)
{
	return strcmp(project_get(pk->p, "kind"), "codev") == 0 &&
	    !project_table(pk->p, "dimensions")->exists &&
	    !project_table(pk->p, "criteria")->exists;
}

/* What a framework can be without, a pack cannot. */
static int
check(struct pack *pk)
{
	struct table	*t = project_table(pk->p, "cpm");
	struct place	 at = { project_table(pk->p, "criteria")->shown, 0, 0,
			    NULL };
	size_t		 i = table_find(t, "schema");
	int64_t		 n = 0;
	int		 rc = settings_check(t);

	if (i < t->nrows && num_int(cell(t, i, "value"), 1, 9999, &n) == 0 &&
	    n > SCHEMA_NUMBER) {
		at = table_place(t, i, "value");
		msg_fault(&at, N_("this pack was written for a newer program "
		    "(schema %lld, this one knows %d)"), (long long)n,
		    SCHEMA_NUMBER);
		return -1;
	}
	if (pk->f.ncrit == 0 && !without_framework(pk) &&
	    !project_table(pk->p, "criteria")->broken) {
		msg_fault(&at, N_("there is no criterion"));
		rc = -1;
	}
	return rc;
}

/* What is in the tables of pk->p, checked. */
static int
load(struct pack *pk, const char *lang)
{
	int	rc;

	project_table(pk->p, "cpm");
	choose_language(pk, lang);
	rc = without_framework(pk) ? 0 :
	    framework_load(&pk->f, pk->p, NULL, pk->lang);
	if (check(pk) != 0)
		rc = -1;
	return rc != 0 || project_bad(pk->p) ? -1 : 0;
}

int
pack_open(struct pack *pk, const char *typed, const char *lang)
{
	memset(pk, 0, sizeof(*pk));
	if ((pk->dir = find(typed)) == NULL) {
		no_such_pack(typed);
		return -1;
	}
	pk->p = project_open_pack(pk->dir);
	return load(pk, lang);
}

int
pack_take(struct pack *pk, struct project *p, const char *lang)
{
	memset(pk, 0, sizeof(*pk));
	pk->p = p;
	return load(pk, lang);
}

void
pack_close(struct pack *pk)
{
	if (pk->p != NULL) {
		framework_free(&pk->f);
		project_close(pk->p);
	}
	free(pk->dir);
	free(pk->lang);
	free(pk->langs);
}
