/*
 * A round's copy of the framework: whether it is whole and as it was when the
 * round was opened, by a digest.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "model/assess_in.h"

static const char *const	frozen[] =
	{ "dimensions", "criteria", "scale", "groups" };

/* "label_fr=Cap" for a cell; NULL where there is nothing to say. */
static char *
digest_cell(const struct table *t, size_t row, int col)
{
	const char	*value = t->rows[row].f[col], *name;

	if (t->col[col] < 0 || value == NULL || *value == '\0')
		return NULL;
	name = t->schema->cols[t->col[col]].name;
	return t->lang[col] == NULL ? mem_printf("%s=%s\n", name, value) :
	    mem_printf("%s_%s=%s\n", name, t->lang[col], value);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
digest_row(struct str *s, const struct table *t, size_t row)
{
	char	**cells = mem_calloc((size_t)t->ncols + 1, sizeof(*cells));
	char	*one;
	size_t	 i, n = 0;
	int	 col;

	for (col = 0; col < t->ncols; col++)
		if ((one = digest_cell(t, row, col)) != NULL)
			cells[n++] = one;
	if (n > 0)
		qsort(cells, n, sizeof(*cells), by_name);
	for (i = 0; i < n; i++) {
		str_add(s, cells[i]);
		free(cells[i]);
	}
	str_addc(s, '\n');
	free(cells);
}

/*
 * Sixteen digits over what the four tables say: a spreadsheet that saves
 * them in its own way, or with columns in another order, changes nothing.
 */
static char *
digest_tables(struct table *const *t)
{
	struct str	s;
	char		buf[DIGEST_LEN], *out;
	size_t		i, row;

	str_init(&s);
	for (i = 0; i < 4; i++) {
		str_printf(&s, "%s\n", frozen[i]);
		for (row = table_first(t[i]); row < t[i]->nrows;
		    row = table_next(t[i], row))
			digest_row(&s, t[i], row);
	}
	out = mem_strndup(slug_digest(buf, s.s, s.len), 16);
	str_free(&s);
	return out;
}

char *
assess_digest_now(struct project *p)
{
	struct table	*t[4];
	size_t		 i;

	for (i = 0; i < 4; i++)
		t[i] = project_table(p, frozen[i]);
	return digest_tables(t);
}

char *
assess_digest(struct project *p, const char *round)
{
	struct table	*t[4];
	size_t		 i;

	for (i = 0; i < 4; i++) {
		t[i] = project_frozen(p, round, frozen[i]);
		if (!t[i]->exists)
			return NULL;
	}
	return digest_tables(t);
}

int
assess_frozen(struct project *p, const char *round)
{
	const struct table	*t = project_table(p, "rounds");
	size_t			 i = table_find(t, round);
	struct place		 at = table_place(t, i, "framework");
	const char		*want = cell(t, i, "framework");
	char			*got = assess_digest(p, round);
	int			 ok = got != NULL &&
				    (*want == '\0' || strcmp(got, want) == 0);

	if (got == NULL)
		msg_fault(&at, N_("rounds/%s is not whole: the framework of "
		    "the round is kept there"), round);
	else if (!ok)
		msg_fault(&at, N_("rounds/%s was changed after the round was "
		    "opened"), round);
	free(got);
	return ok ? 0 : -1;
}
