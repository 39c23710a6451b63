/* What a row of the log is asked to refer to. */
#include <stdlib.h>
#include <string.h>

#include "model/edit_in.h"
#include "model/logedit.h"

static int
some_refer(const struct table *t, const char *column, const char *typed)
{
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (log_refers(cell(t, i, column), typed, 0))
			return 1;
	return 0;
}

/* What is gone from its own table may still be referred to. */
static int
is_referred(struct edit *e, const struct column *c, const char *table,
    const char *typed)
{
	return some_refer(project_table(e->p, table), c->name, typed) ||
	    some_refer(project_private(e->p, table), c->name, typed);
}

int
log_ref_meant(struct edit *e, const char *table, const char *typed,
    char **ref, int *whole)
{
	const struct schema	*s = schema_find(table);
	int			 k = schema_col(s, "refs");
	const struct column	*c;
	const char		*word;
	struct table		*t;
	size_t			 row;

	c = &s->cols[k >= 0 ? k : schema_col(s, "ref")];
	*whole = project_ref_quiet(e->p, typed, c->ref, &word, &t, &row) == 0;
	if (!*whole && *typed != '\0' && is_referred(e, c, table, typed)) {
		*ref = mem_strdup(typed);
		return 0;
	}
	*whole = 1;
	*ref = edit_ref(e, typed, c->ref);
	return *ref != NULL ? 0 : -1;
}
