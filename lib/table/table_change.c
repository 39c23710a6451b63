/* A table changed in memory: rows and columns that come, cells that are set. */
#include <stdio.h>
#include <string.h>

#include "base/utf.h"
#include "table/table_in.h"

static void
add_column(struct table *t, const char *name, int k, const char *lang)
{
	size_t	 i, n = (size_t)t->ncols + 1;
	char	**header = arena_alloc(&t->arena, n * sizeof(*header)), **f;
	int	*col = arena_alloc(&t->arena, n * sizeof(*col));
	const char **langs = arena_alloc(&t->arena, n * sizeof(*langs));

	if (t->ncols > 0) {
		memcpy(header, t->header, (n - 1) * sizeof(*header));
		memcpy(col, t->col, (n - 1) * sizeof(*col));
		memcpy(langs, t->lang, (n - 1) * sizeof(*langs));
	}
	header[n - 1] = arena_str(&t->arena, name);
	col[n - 1] = k;
	langs[n - 1] = lang != NULL ? arena_str(&t->arena, lang) : NULL;
	for (i = 0; i < t->nrows; i++) {
		f = arena_alloc(&t->arena, n * sizeof(*f));
		if (t->ncols > 0)
			memcpy(f, t->rows[i].f, (n - 1) * sizeof(*f));
		f[n - 1] = arena_str(&t->arena, "");
		t->rows[i].f = f;
	}
	t->header = header;
	t->col = col;
	t->lang = langs;
	t->ncols++;
	if (t->at[k] < 0)
		t->at[k] = t->ncols - 1;
	t->header_changed = 1;
}

void
table_widen(struct table *t, const char *name)
{
	add_column(t, name, table_must_col(t, name), NULL);
}

void
table_begin_new(struct table *t, const char *langs)
{
	const struct column	*c;
	char			 name[80], lang[8];
	const char		*p;
	size_t			 n;
	int			 k, nc = schema_ncols(t->schema);

	if (t->ncols > 0)
		return;
	for (k = 0; k < nc; k++) {
		c = &t->schema->cols[k];
		if (c->type != COL_LANG) {
			add_column(t, c->name, k, NULL);
			continue;
		}
		for (p = langs; *p != '\0'; p += n, p += strspn(p, " ")) {
			n = strcspn(p, " ");
			snprintf(lang, sizeof(lang), "%.*s", (int)n, p);
			snprintf(name, sizeof(name), "%s_%s", c->name, lang);
			add_column(t, name, k, lang);
		}
	}
}

size_t
table_add(struct table *t)
{
	struct row	*row;
	int		 i;

	if (t->ncols == 0)
		table_begin_new(t, "en");
	t->rows = mem_grow(t->rows, t->nrows, &t->caprows, sizeof(*t->rows));
	row = &t->rows[t->nrows];
	memset(row, 0, sizeof(*row));
	row->f = arena_alloc(&t->arena, sizeof(char *) * (size_t)t->ncols);
	for (i = 0; i < t->ncols; i++)
		row->f[i] = arena_str(&t->arena, "");
	row->changed = 1;
	t->changed = 1;
	return t->nrows++;
}

/* What is written must be read again: else a fault, and nothing is saved. */
static int
writable(const struct table *t, size_t i, int c, const char *value)
{
	size_t	n = strlen(value);

	if (utf_valid(value, n) != n)
		table_cell_fault(t, t->rows[i].line, t->header[c],
		    N_("not valid UTF-8"), NULL);
	else if (n > READER_FIELD_MAX)
		table_cell_fault(t, t->rows[i].line, t->header[c],
		    N_("longer than 1 MiB"), NULL);
	else
		return 1;
	return 0;
}

void
table_set(struct table *t, size_t i, const char *name, const char *value)
{
	const char	*under;
	char		 family[64];
	int		 c = table_col(t, name), k;

	if (i >= t->nrows)
		return;
	if (c < 0) {
		if (*value == '\0')
			return;
		k = schema_col(t->schema, name);
		under = strrchr(name, '_');
		if (k >= 0)
			add_column(t, name, k, NULL);
		else {
			snprintf(family, sizeof(family), "%.*s",
			    (int)(under - name), name);
			add_column(t, name, table_must_col(t, family), under + 1);
		}
		c = table_col(t, name);
	}
	if (strcmp(t->rows[i].f[c], value) == 0 || !writable(t, i, c, value))
		return;
	t->rows[i].f[c] = arena_str(&t->arena, value);
	t->rows[i].changed = 1;
	t->changed = 1;
}

void
table_drop(struct table *t, size_t i)
{
	if (i < t->nrows && !t->rows[i].dropped) {
		t->rows[i].dropped = 1;
		t->changed = 1;
	}
}
