/* A round of some threads only. */
#include "model/assess_only.h"

#include <string.h>

#include "base/mem.h"
#include "base/msg.h"

static void
hide(struct only *o, struct table *t, size_t i)
{
	o->table = mem_grow(o->table, o->n, &o->captable, sizeof(*o->table));
	o->row = mem_grow(o->row, o->n, &o->caprow, sizeof(*o->row));
	o->table[o->n] = t;
	o->row[o->n++] = i;
	t->rows[i].dropped = 1;
}

/* Which rows of dimensions.csv are asked for; 0, or -1 (said). */
static int
chosen(const struct table *t, const char *ids, unsigned char *keep)
{
	char	*copy = mem_strdup(ids), *save, *w;
	size_t	 i;
	int	 bad = 0, any = 0;

	for (w = strtok_r(copy, " ,;", &save); w != NULL;
	    w = strtok_r(NULL, " ,;", &save)) {
		any = 1;
		if ((i = table_resolve(t, w)) < t->nrows)
			keep[i] = 1;
		else
			bad = -1;
	}
	if (!any) {
		msg_fault(NULL, N_("--only takes dimensions, by their ids"));
		bad = -1;
	}
	free(copy);
	return bad;
}

/* Rows of a table whose dimension is out of sight. */
static void
hide_of(struct only *o, struct table *t, const struct table *dims)
{
	const char	*d;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		d = cell(t, i, "dimension");
		if (*d != '\0' && table_find(dims, d) == dims->nrows)
			hide(o, t, i);
	}
}

int
only_begin(struct only *o, struct project *p, const char *ids)
{
	struct table	*dims = project_table(p, "dimensions");
	unsigned char	*keep = mem_calloc(dims->nrows + 1, 1);
	size_t		 i;
	int		 bad;

	memset(o, 0, sizeof(*o));
	if ((bad = chosen(dims, ids, keep)) == 0) {
		for (i = table_first(dims); i < dims->nrows;
		    i = table_next(dims, i))
			if (!keep[i])
				hide(o, dims, i);
		hide_of(o, project_table(p, "criteria"), dims);
		hide_of(o, project_table(p, "scale"), dims);
	}
	free(keep);
	return bad;
}

void
only_end(struct only *o)
{
	size_t	i;

	for (i = 0; i < o->n; i++)
		o->table[i]->rows[o->row[i]].dropped = 0;
	free(o->table);
	free(o->row);
	memset(o, 0, sizeof(*o));
}
