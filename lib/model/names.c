/* How people name a row of the framework. */
#include "model/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf.h"
#include "table/schema.h"

static int
is_plain(const char *cell, const char *plain)
{
	char	*s = utf_plain(cell);
	int	 eq = strcmp(s, plain) == 0;

	free(s);
	return eq;
}

static int
has_label(const struct table *t, size_t row, const char *plain)
{
	int	c, label = schema_col(t->schema, "label");

	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == label && is_plain(cell_at(t, row, c), plain))
			return 1;
	return 0;
}

/* The one row that `has` this name; nrows where there is none, or two. */
static size_t
only(const struct table *t, const char *plain,
    int (*has)(const struct table *, size_t, const char *))
{
	size_t	i, hit = t->nrows;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!has(t, i, plain))
			continue;
		if (hit < t->nrows)
			return t->nrows;
		hit = i;
	}
	return hit;
}

static int
has_id(const struct table *t, size_t row, const char *plain)
{
	return is_plain(cell(t, row, "id"), plain);
}

size_t
names_find(const struct table *t, const char *typed)
{
	char	*plain = utf_plain(typed);
	size_t	 hit = table_find(t, typed);

	if (hit == t->nrows && *plain != '\0')
		hit = only(t, plain, has_id);
	if (hit == t->nrows && *plain != '\0')
		hit = only(t, plain, has_label);
	free(plain);
	return hit;
}

static int
begins(const char *cell, const char *plain)
{
	char	*s = utf_plain(cell);
	int	 yes = strncmp(s, plain, strlen(plain)) == 0;

	free(s);
	return yes;
}

static int
label_begins(const struct table *t, size_t row, const char *plain)
{
	int	c, label = schema_col(t->schema, "label");

	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == label && begins(cell_at(t, row, c), plain))
			return 1;
	return 0;
}

size_t
names_begin(const struct table *t, const char *typed)
{
	char	*plain = utf_plain(typed);
	size_t	 i, hit = t->nrows;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (begins(cell(t, i, "id"), plain))
			break;
	if (i == t->nrows && strlen(plain) > 2)
		hit = only(t, plain, label_begins);
	free(plain);
	return hit;
}

void
names_list(struct str *s, const char *id, const char *label)
{
	char	*plain = utf_plain(label);

	str_printf(s, "%s%s", s->len > 0 ? ", " : "", id);
	if (*label != '\0' && !is_plain(id, plain))
		str_printf(s, " (%s)", label);
	free(plain);
}

char *
names_short(const struct table *t, size_t row)
{
	const char	*id = cell(t, row, "id");
	size_t		 least = *id >= '0' && *id <= '9' ? DATE_LEN - 1 : 3, n;
	char		*head;

	for (n = 0; id[n] != '\0'; n++) {
		if (n < least || id[n] != '-')
			continue;
		head = mem_strndup(id, n);
		if (table_resolve_quiet(t, head) == row)
			return head;
		free(head);
	}
	return mem_strdup(id);
}
