/*
 * Looking at a table: its rows one after the other, its cells by the name of
 * their column, and the row that an id means.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "table/table_in.h"

size_t
table_first(const struct table *t)
{
	size_t	i;

	for (i = 0; i < t->nrows && t->rows[i].dropped; i++)
		continue;
	return i;
}

size_t
table_next(const struct table *t, size_t i)
{
	for (i++; i < t->nrows && t->rows[i].dropped; i++)
		continue;
	return i;
}

size_t
table_count(const struct table *t)
{
	size_t	i, n = 0;

	for (i = 0; i < t->nrows; i++)
		n += !t->rows[i].dropped;
	return n;
}

int
table_must_col(const struct table *t, const char *name)
{
	int	k = schema_col(t->schema, name);

	if (k < 0) {
		fprintf(stderr, "%s: internal: no column '%s' in table '%s'\n",
		    msg_prog(), name, t->schema->name);
		abort();
	}
	return k;
}

int
table_col(const struct table *t, const char *name)
{
	const char	*under = strrchr(name, '_');
	char		 family[64];
	int		 i, k = schema_col(t->schema, name);

	if (k < 0 && under != NULL &&
	    (size_t)(under - name) < sizeof(family)) {
		/* "label_fr" of the family "label". */
		snprintf(family, sizeof(family), "%.*s", (int)(under - name),
		    name);
		k = table_must_col(t, family);
		for (i = 0; i < t->ncols; i++)
			if (t->col[i] == k && t->lang[i] != NULL &&
			    strcmp(t->lang[i], under + 1) == 0)
				return i;
		return -1;
	}
	return t->at[table_must_col(t, name)];
}

const char *
cell_at(const struct table *t, size_t i, int col)
{
	if (col < 0 || i >= t->nrows || t->rows[i].f[col] == NULL)
		return "";
	return t->rows[i].f[col];
}

const char *
cell(const struct table *t, size_t i, const char *name)
{
	return cell_at(t, i, table_col(t, name));
}

int
cell_is(const struct table *t, size_t i, const char *name, const char *value)
{
	return strcmp(cell(t, i, name), value) == 0;
}

int64_t
cell_int(const struct table *t, size_t i, const char *name, int64_t none)
{
	int64_t	v;

	if (num_int(cell(t, i, name), INT64_MIN + 1, INT64_MAX, &v) != 0)
		return none;
	return v;
}

fixed
cell_fixed(const struct table *t, size_t i, const char *name)
{
	fixed	v;

	return num_fixed(cell(t, i, name), 0, &v) == 0 ? v : FIXED_NONE;
}

int
cell_day(const struct table *t, size_t i, const char *name)
{
	int	day;

	return date_parse(cell(t, i, name), &day) == 0 ? day : DATE_NONE;
}

const char *
cell_label(const struct table *t, size_t i, const char *family,
    const char *lang, int *found)
{
	const char	*other = "", *v;
	int		 k = table_must_col(t, family), c;

	if (found != NULL)
		*found = 0;
	for (c = 0; c < t->ncols; c++) {
		if (t->col[c] != k)
			continue;
		v = cell_at(t, i, c);
		if (t->lang[c] != NULL && lang != NULL &&
		    strcmp(t->lang[c], lang) == 0 && *v != '\0') {
			if (found != NULL)
				*found = 1;
			return v;
		}
		if (*other == '\0')
			other = v;
	}
	return other;
}

/* The next column of a family from c on that row i has a text in, or ncols. */
static int
label_from(const struct table *t, size_t i, int family, int c)
{
	while (c < t->ncols && (i >= t->nrows || t->col[c] != family ||
	    *cell_at(t, i, c) == '\0'))
		c++;
	return c;
}

int
cell_label_same(const struct table *a, size_t i, const struct table *b,
    size_t j, const char *family)
{
	int	k = table_must_col(a, family), l = table_must_col(b, family);
	int	c, d, shared = 0, in_a = 0;

	for (c = label_from(a, i, k, 0); c < a->ncols;
	    c = label_from(a, i, k, c + 1)) {
		in_a = 1;
		for (d = label_from(b, j, l, 0); d < b->ncols;
		    d = label_from(b, j, l, d + 1)) {
			if (strcmp(a->lang[c] != NULL ? a->lang[c] : "",
			    b->lang[d] != NULL ? b->lang[d] : "") != 0)
				continue;
			if (strcmp(cell_at(a, i, c), cell_at(b, j, d)) != 0)
				return 0;
			shared = 1;
		}
	}
	return shared || (!in_a && label_from(b, j, l, 0) == b->ncols);
}

static int
key_col(const struct table *t)
{
	int	k, n = schema_ncols(t->schema);

	for (k = 0; k < n; k++)
		if (t->schema->cols[k].flags & COL_KEY)
			return t->at[k];
	return -1;
}

size_t
table_find(const struct table *t, const char *id)
{
	int	c = key_col(t);
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (strcmp(cell_at(t, i, c), id) == 0)
			return i;
	return t->nrows;
}

size_t
table_find_by(const struct table *t, ...)
{
	va_list		 ap;
	const char	*name, *value;
	size_t		 i;
	int		 same;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		same = 1;
		va_start(ap, t);
		while (same && (name = va_arg(ap, const char *)) != NULL) {
			value = va_arg(ap, const char *);
			same = strcmp(cell(t, i, name), value) == 0;
		}
		va_end(ap);
		if (same)
			return i;
	}
	return t->nrows;
}

size_t
table_resolve_quiet(const struct table *t, const char *typed)
{
	size_t	i = table_find(t, typed), hit, n = strlen(typed);
	size_t	whole = t->nrows;
	int	c = key_col(t), hits = 0, wholes = 0;

	if (i < t->nrows)
		return i;
	hit = t->nrows;
	for (i = table_first(t); i < t->nrows && n > 0; i = table_next(t, i))
		if (strncasecmp(cell_at(t, i, c), typed, n) == 0) {
			hit = i;
			hits++;
			if (strlen(cell_at(t, i, c)) == n) {
				whole = i;
				wholes++;
			}
		}
	/* "r1" is R1, although R10 begins so too. */
	if (wholes == 1)
		return whole;
	return hits == 1 ? hit : t->nrows;
}

size_t
table_resolve(const struct table *t, const char *typed)
{
	size_t		 hit = table_resolve_quiet(t, typed), i, n = 0;
	const char	**names, *near;
	struct place	 at = { t->shown, 0, 0, NULL };
	struct str	 some;
	int		 c = key_col(t);

	if (hit < t->nrows)
		return hit;
	str_init(&some);
	names = mem_calloc(t->nrows + 1, sizeof(*names));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		names[n++] = cell_at(t, i, c);
		if (*typed != '\0' && strncasecmp(names[n - 1], typed,
		    strlen(typed)) == 0 && some.len < 400)
			str_printf(&some, "%s%s", some.len > 0 ? ", " : "",
			    names[n - 1]);
	}
	if (some.len > 0)
		msg_fault(&at, N_("'%s' is the beginning of several: %s"),
		    typed, some.s);
	else {
		msg_fault(&at, N_("no such id: '%s'"), typed);
		near = msg_nearest_id(typed, names);
		if (near != NULL)
			msg_hint(N_("did you mean '%s'?"), near);
	}
	str_free(&some);
	free(names);
	return t->nrows;
}
