/* The row that a reference means, and new rows with an id of their own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/project.h"

/* The table of one word of "change action level". */
static struct table *
word_table(struct project *p, const char *word)
{
	const char	*name = schema_open(word);

	return name != NULL ? project_table(p, name) : NULL;
}

/* "level:CHANGE/2": the row of that change and level. */
static size_t
level_row(struct project *p, struct table *t, const char *id)
{
	char		*copy = mem_strdup(id), *slash = strchr(copy, '/');
	struct table	*changes = project_table(p, "changes");
	size_t		 row = t->nrows, c;

	if (slash != NULL) {
		*slash = '\0';
		c = table_resolve_quiet(changes, copy);
		if (c < changes->nrows)
			row = table_find_by(t, "change", cell(changes, c,
			    "id"), "level", slash + 1, NULL);
	}
	free(copy);
	return row;
}

/* The place of a session in its series: by day, then in the file's order. */
static size_t
session_place(const struct table *t, size_t row)
{
	int	day = cell_day(t, row, "date"), other;
	size_t	i, n = 1;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (i == row || !cell_is(t, i, "series", cell(t, row,
		    "series")))
			continue;
		other = cell_day(t, i, "date");
		n += other < day || (other == day && i < row);
	}
	return n;
}

/* "peers/2": the second session of the series "peers". */
static size_t
session_row(const struct table *t, const char *id)
{
	const char	*slash = strrchr(id, '/');
	char		*series;
	int64_t		 n;
	size_t		 i;

	if (slash == NULL || num_int(slash + 1, 1, 9999, &n) != 0)
		return t->nrows;
	series = mem_strndup(id, (size_t)(slash - id));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (utf_alike(series, cell(t, i, "series")) &&
		    session_place(t, i) == (size_t)n)
			break;
	free(series);
	return i;
}

/* The row of an id or of the beginning of one, or as people count. */
static size_t
word_row(struct project *p, struct table *t, const char *word, const char *id)
{
	size_t	i;

	if (strcmp(word, "level") == 0)
		return level_row(p, t, id);
	i = table_resolve_quiet(t, id);
	return i == t->nrows && strcmp(word, "session") == 0 ?
	    session_row(t, id) : i;
}

/* What begins as it was typed, so that one may be taken; the caller frees. */
static char *
begin_so(const char *const *all, size_t n, const char *typed)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < n && *typed != '\0' && s.len < 400; i++)
		if (strncasecmp(all[i], typed, strlen(typed)) == 0)
			str_printf(&s, "%s%s", s.len > 0 ? ", " : "", all[i]);
	return str_take(&s);
}

/* Nothing, or too much, is called so. */
static void
say_no_ref(const char *typed, const char **all, size_t n)
{
	const char	*colon = strchr(typed, ':'), *near = NULL;
	const char	*id = colon != NULL ? colon + 1 : typed;
	char		*some = begin_so(all, n, id);

	if (*some != '\0')
		msg_fault(NULL, N_("'%s' is the beginning of several: %s"),
		    typed, some);
	else {
		msg_fault(NULL, N_("no such id: '%s'"), typed);
		if (all != NULL) {
			all[n] = NULL;
			near = msg_nearest_id(id, all);
		}
		if (near != NULL)
			msg_hint(N_("did you mean '%s'?"), near);
	}
	free(some);
}

static int
find_ref(struct project *p, const char *typed, const char *words,
    const char **word, struct table **table, size_t *row, int quiet)
{
	char		 one[32];
	struct table	*t;
	const char	*colon = strchr(typed, ':'), *id, *w;
	const char	**all = NULL;
	size_t		 n, i, hits = 0, nall = 0, cap = 0;

	for (w = words; *w != '\0'; w += n, w += strspn(w, " ")) {
		n = strcspn(w, " ");
		if (colon != NULL && ((size_t)(colon - typed) != n ||
		    strncmp(w, typed, n) != 0))
			continue;
		snprintf(one, sizeof(one), "%.*s", (int)n, w);
		if ((t = word_table(p, one)) == NULL)
			continue;
		id = colon != NULL ? colon + 1 : typed;
		i = word_row(p, t, one, id);
		if (i < t->nrows) {
			if (hits++ == 0) {
				*word = arena_str(&t->arena, one);
				*table = t;
				*row = i;
			}
			continue;
		}
		if (strcmp(one, "level") == 0)
			continue;
		for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
			all = mem_grow(all, nall + 1, &cap, sizeof(*all));
			all[nall++] = cell_at(t, i, t->at[0]);
		}
	}
	if (quiet)
		;
	else if (hits > 1)
		msg_fault(NULL, N_("'%s' is in several tables: say which, as "
		    "in %s:%s"), typed, *word, typed);
	else if (hits == 0)
		say_no_ref(typed, all, nall);
	free(all);
	return hits == 1 ? 0 : -1;
}

int
project_ref(struct project *p, const char *typed, const char *words,
    const char **word, struct table **table, size_t *row)
{
	return find_ref(p, typed, words, word, table, row, 0);
}

int
project_ref_quiet(struct project *p, const char *typed, const char *words,
    const char **word, struct table **table, size_t *row)
{
	return find_ref(p, typed, words, word, table, row, 1);
}

size_t
project_add(struct project *p, struct table *t, const char *id,
    const char *day, const char *title, const char *entered, int again)
{
	char	*made = NULL, *seed;
	size_t	 row;
	int	 k;

	for (k = 0;; k++) {
		seed = k == 0 ? mem_strdup(entered) :
		    mem_printf("%s\x1f%d", entered, k);
		free(made);
		if (id != NULL)
			made = mem_strdup(id);
		else if (day != NULL)
			made = slug_day_id(day, title, seed);
		else
			made = slug_id(title, t->schema->name, seed);
		free(seed);
		row = table_find(t, made);
		if (row == t->nrows || !again || id != NULL)
			break;
	}
	if (!slug_ok(made)) {
		msg_fault(NULL, N_("not an identifier (letters, digits, - and "
		    "_): '%s'"), made);
		free(made);
		return t->nrows;
	}
	if (row < t->nrows) {
		msg_note(N_("already there: %s"), made);
		free(made);
		return t->nrows;
	}
	if (!t->exists && t->ncols == 0)
		table_begin_new(t, project_langs(p));
	row = table_add(t);
	table_set(t, row, t->schema->cols[0].name, made);
	free(made);
	return row;
}
