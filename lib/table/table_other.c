/* Which table a file is, by its columns. */
#include "table/table.h"

/* How many columns of the file the table has. */
static int
known(const struct table *t, const struct schema *s)
{
	const char	*lang;
	int		 c, n = 0;

	for (c = 0; c < t->ncols; c++)
		n += schema_header(s, t->header[c], &lang) >= 0;
	return n;
}

const char *
table_other(const struct table *t)
{
	const struct schema	*s;

	/* One column, or a person's own beside ours, says nothing. */
	if (t->ncols < 2 || t->header == NULL ||
	    known(t, t->schema) == t->ncols)
		return NULL;
	for (s = schema_tables; s->name != NULL; s++)
		if (s != t->schema && known(t, s) == t->ncols)
			return s->name;
	return NULL;
}
