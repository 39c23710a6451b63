/* The first line of a table: which columns of the schema it has, and where. */
#include <string.h>

#include "table/table_in.h"

static const char *
near_column(const struct table *t, const char *header)
{
	const char	*names[256];
	int		 n = schema_ncols(t->schema), i;

	for (i = 0; i < n && i < 255; i++)
		names[i] = t->schema->cols[i].name;
	names[i] = NULL;
	return msg_nearest(header, names);
}

/*
 * The i-th column, which the schema does not have: kept, and a fault for
 * cpm-check.  Where a private table lost its first line, somebody's words
 * stand in its place: they are counted, not quoted.
 */
static void
unknown_column(const struct table *t, int i, long line)
{
	const char	*header = t->header[i], *near = near_column(t, header);
	struct place	 at = { t->shown, line, 0, t->secret ? NULL : header };

	if (header[0] == 'x' && header[1] == '_')
		return;
	if (t->secret)
		msg_fault(&at, N_("column %d: no such column in this table"),
		    i + 1);
	else
		msg_fault(&at, N_("no such column in this table"));
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else if (t->secret)
		msg_hint(N_("the first line holds the names of columns; one "
		    "of your own begins with x_"));
	else
		msg_hint(N_("a column of your own begins with x_: 'x_%s'"),
		    header);
}

/* Whether a column like the i-th stands before it: "label_fr" twice. */
static int
stands_twice(const struct table *t, int i)
{
	int	k;

	for (k = 0; k < i; k++)
		if (t->col[k] == t->col[i] && ((t->lang[k] == NULL &&
		    t->lang[i] == NULL) || (t->lang[k] != NULL &&
		    t->lang[i] != NULL && strcmp(t->lang[k],
		    t->lang[i]) == 0)))
			return 1;
	return 0;
}

void
table_header(struct table *t, const struct record *rec, unsigned flags)
{
	const struct schema	*s = t->schema;
	const char		*lang;
	struct place		 at = { t->shown, rec->line, 0, NULL };
	int			 i, k, n = schema_ncols(s);

	t->ncols = rec->n;
	t->header = arena_alloc(&t->arena, sizeof(char *) * (size_t)rec->n);
	t->col = arena_alloc(&t->arena, sizeof(int) * (size_t)rec->n);
	t->lang = arena_alloc(&t->arena, sizeof(char *) * (size_t)rec->n);
	for (i = 0; i < rec->n; i++) {
		t->header[i] = arena_str(&t->arena, rec->f[i]);
		lang = NULL;
		k = t->col[i] = schema_header(s, t->header[i], &lang);
		if (lang != NULL)
			t->lang[i] = arena_str(&t->arena, lang);
		if (k < 0) {
			if (flags & TABLE_LOAD_STRICT)
				unknown_column(t, i, rec->line);
			continue;
		}
		if (stands_twice(t, i)) {
			at.column = t->header[i];
			msg_fault(&at, N_("this column stands twice"));
			t->broken = 1;
		} else if (t->at[k] < 0)
			t->at[k] = i;
	}
	for (k = 0; k < n; k++)
		if ((s->cols[k].flags & (COL_KEY | COL_NEED | COL_HEADER)) &&
		    t->at[k] < 0 && s->cols[k].type != COL_LANG) {
			at.column = s->cols[k].name;
			msg_fault(&at, N_("this column is missing"));
			t->broken = 1;
		}
}

int
table_own_names(const struct table *t)
{
	int	i;

	for (i = 0; i < t->ncols; i++)
		if (t->col[i] >= 0 && t->lang[i] == NULL &&
		    t->schema->cols[t->col[i]].type != COL_LANG &&
		    strcmp(t->header[i],
		    t->schema->cols[t->col[i]].name) != 0)
			return 1;
	return 0;
}
