/*
 * References as a person types them: by ids, by the labels of the framework,
 * by the words of a title.
 */
#include "model/edit_in.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "model/names.h"

/* The threads that there are. */
static void
hint_all(const struct table *t)
{
	struct str	all;
	size_t		i;

	str_init(&all);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		names_list(&all, cell(t, i, "id"), cell_label(t, i, "label",
		    lang_now(), NULL));
	if (all.len > 0)
		msg_hint(N_("there are %s"), all.s);
	str_free(&all);
}

/* A closed reference: the id, completed. */
static char *
closed_ref(struct project *p, const struct column *c, const char *s)
{
	struct table	*t = project_table(p, c->ref);
	size_t		 i = table_resolve(t, s);

	if (i < t->nrows)
		return mem_strdup(cell(t, i, "id"));
	if (strcmp(c->ref, "dimensions") == 0)
		hint_all(t);
	return NULL;
}

/*
 * The id of a row of the framework that is typed by its label or the
 * beginning of that; NULL where the words are neither.
 */
static char *
label_id(struct project *p, const struct column *c, const char *s)
{
	const struct table	*t;
	size_t			 i;

	if (strcmp(c->ref, "dimensions") != 0)
		return NULL;
	t = project_table(p, c->ref);
	if ((i = names_find(t, s)) == t->nrows)
		i = names_begin(t, s);
	return i < t->nrows ? mem_strdup(cell(t, i, "id")) : NULL;
}

/* The next of "one, two; three" without the blanks around it; or NULL. */
static char *
next_part(char **rest)
{
	char	*part = strsep(rest, ",;");
	size_t	 n;

	if (part == NULL)
		return NULL;
	part += strspn(part, " ");
	for (n = strlen(part); n > 0 && part[n - 1] == ' '; n--)
		part[n - 1] = '\0';
	return part;
}

/* Put labels in their ids' place: "Money and means, GOV" is "RES, GOV". */
static char *
labels_to_ids(struct project *p, const struct column *c, const char *s)
{
	struct str	 out;
	char		*copy, *rest, *part, *id;

	if ((id = label_id(p, c, s)) != NULL)
		return id;
	rest = copy = mem_strdup(s);
	str_init(&out);
	while ((part = next_part(&rest)) != NULL) {
		id = label_id(p, c, part);
		str_printf(&out, "%s%s", out.len > 0 ? ", " : "",
		    id != NULL ? id : part);
		free(id);
	}
	free(copy);
	return str_take(&out);
}

static void
join(struct str *out, char *id)
{
	if (out->len > 0)
		str_addc(out, ' ');
	str_add(out, id);
	free(id);
}

/* Each of several closed references, one blank between them. */
static char *
closed_refs(struct project *p, const struct column *c, const char *s)
{
	struct str	 out;
	char		*copy, *rest, *part, *id;
	int		 bad = 0;

	rest = copy = labels_to_ids(p, c, s);
	str_init(&out);
	while ((part = strsep(&rest, " ,;")) != NULL) {
		if (*part == '\0')
			continue;
		if ((id = closed_ref(p, c, part)) == NULL)
			bad = 1;
		else
			join(&out, id);
	}
	free(copy);
	if (!bad)
		return str_take(&out);
	str_free(&out);
	return NULL;
}

/* --- open references: "action:ID" --------------------------------------- */

static char *
ref_text(const char *word, const struct table *t, size_t row)
{
	if (strcmp(word, "level") == 0)
		return mem_printf("level:%s/%s", cell(t, row, "change"),
		    cell(t, row, "level"));
	return mem_printf("%s:%s", word, cell(t, row, "id"));
}

static char *
by_id(struct edit *e, const char *typed, const char *words)
{
	const char	*word;
	struct table	*t;
	size_t		 row;

	if (project_ref_quiet(e->p, typed, words, &word, &t, &row) != 0)
		return NULL;
	return ref_text(word, t, row);
}

/* Say why it is nothing. */
static char *
no_ref(struct edit *e, const char *typed, const char *words)
{
	const char	*word;
	struct table	*t;
	size_t		 row;

	(void)project_ref(e->p, typed, words, &word, &t, &row);
	return NULL;
}

char *
edit_ref(struct edit *e, const char *typed, const char *words)
{
	struct found	 f;
	char		*ref = by_id(e, typed, words);
	int		 rc;

	if (ref != NULL)
		return ref;
	rc = edit_find_title(e, typed, words, &f);
	if (rc > 0)
		return mem_strdup(f.ref);
	return rc < 0 ? NULL : no_ref(e, typed, words);
}

/* Ids with blanks between them: how many are none, how many there are. */
static size_t
no_ids(struct edit *e, const char *part, const char *words, size_t *n,
    struct str *out, int say)
{
	char	*copy = mem_strdup(part), *rest = copy, *one, *id;
	size_t	 none = 0;

	*n = 0;
	while ((one = strsep(&rest, " ")) != NULL) {
		if (*one == '\0')
			continue;
		++*n;
		if ((id = by_id(e, one, words)) != NULL)
			join(out, id);
		else if (none++, say)
			no_ref(e, one, words);
	}
	free(copy);
	return none;
}

/*
 * Ids with blanks between them, or one title.  Where some are ids, the others
 * were meant to be.  0, or -1 (said).
 */
static int
open_part(struct edit *e, const char *part, const char *words,
    struct str *out)
{
	struct found	f;
	struct str	ids;
	size_t		n, none;
	int		rc;

	str_init(&ids);
	none = no_ids(e, part, words, &n, &ids, 0);
	if (none == 0 && n > 0)
		join(out, mem_strdup(ids.s));
	rc = none == 0 ? 1 : edit_find_title(e, part, words, &f);
	if (rc > 0 && none > 0)
		join(out, mem_strdup(f.ref));
	str_reset(&ids);
	if (rc == 0 && none < n)
		no_ids(e, part, words, &n, &ids, 1);
	else if (rc == 0)
		no_ref(e, part, words);
	str_free(&ids);
	return rc > 0 ? 0 : -1;
}

/* Whether each word of it is an id. */
static int
are_ids(struct edit *e, const char *typed, const char *words)
{
	char		*copy = mem_strdup(typed), *rest = copy, *part;
	struct str	 ids;
	size_t		 n, none = 0;

	str_init(&ids);
	while ((part = next_part(&rest)) != NULL)
		none += no_ids(e, part, words, &n, &ids, 0);
	str_free(&ids);
	free(copy);
	return none == 0;
}

static char *
open_refs(struct edit *e, const char *typed, const char *words)
{
	struct found	 f;
	struct str	 out;
	char		*copy, *rest, *part;
	int		 bad = 0, rc;

	/* A title may have a comma of its own. */
	if (strpbrk(typed, ",;") != NULL && !are_ids(e, typed, words) &&
	    (rc = edit_find_title(e, typed, words, &f)) != 0)
		return rc > 0 ? mem_strdup(f.ref) : NULL;
	rest = copy = mem_strdup(typed);
	str_init(&out);
	while ((part = next_part(&rest)) != NULL)
		bad |= open_part(e, part, words, &out);
	free(copy);
	if (!bad)
		return str_take(&out);
	str_free(&out);
	return NULL;
}

char *
edit_read_refs(struct edit *e, const struct column *c, const char *typed)
{
	switch (c->type) {
	case COL_REF:
		return closed_ref(e->p, c, typed);
	case COL_REFS:
		return closed_refs(e->p, c, typed);
	case COL_OPENREF:
		return edit_ref(e, typed, c->ref);
	default:
		return open_refs(e, typed, c->ref);
	}
}
