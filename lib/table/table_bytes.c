/*
 * A table back to bytes: what did not change as it stood, the rest in the
 * file's own dialect; or all of it in canonical form.
 */
#include <string.h>

#include "base/utf.h"
#include "table/table_in.h"
#include "table/writer.h"

/* Bytes of the file as UTF-8. */
static void
add_bytes(const struct table *t, struct str *out, const char *bytes, size_t n)
{
	char	*utf;

	if (!t->dialect.cp1252) {
		str_addn(out, bytes, n);
		return;
	}
	utf = utf_from_cp1252(bytes, n, &n);
	str_addn(out, utf, n);
	free(utf);
}

static void
add_raw(const struct table *t, struct str *out, size_t from, size_t to)
{
	if (to > from)
		add_bytes(t, out, t->bytes + from, to - from);
}

void
table_row_bytes(const struct table *t, struct str *out, const struct row *row)
{
	const char	**v = mem_calloc((size_t)t->ncols + 1, sizeof(*v));
	char		**own = mem_calloc((size_t)t->ncols + 1, sizeof(*own));
	enum coltype	 type;
	char		*dot;
	int		 i;

	for (i = 0; i < t->ncols; i++) {
		v[i] = row->f[i];
		type = t->col[i] >= 0 ? t->schema->cols[t->col[i]].type :
		    COL_TEXT;
		if (t->dialect.comma && (type == COL_DEC ||
		    type == COL_SCORE) && strchr(v[i], '.') != NULL) {
			own[i] = mem_strdup(v[i]);
			dot = strchr(own[i], '.');
			*dot = ',';
			v[i] = own[i];
		}
	}
	writer_record(out, v, t->ncols, &t->dialect);
	for (i = 0; i < t->ncols; i++)
		free(own[i]);
	free(own);
	free(v);
}

void
table_add_widened(const struct table *t, struct str *out, const char *bytes,
    size_t n, int more)
{
	while (n > 0 && (bytes[n - 1] == '\n' || bytes[n - 1] == '\r'))
		n--;
	if (n > 0)
		add_bytes(t, out, bytes, n);
	while (more-- > 0)
		str_addc(out, t->dialect.sep);
	str_add(out, t->dialect.crlf ? "\r\n" : "\n");
}

/* Where the header stands in the file, and how wide it is there. */
static int
old_header(const struct table *t, size_t *begin, size_t *end)
{
	struct reader	*r;
	struct record	 rec = { .n = 0 };

	r = reader_mem(t->bytes, t->size, t->shown, 0, t->dialect.sep);
	if (!reader_next(r, &rec))
		memset(&rec, 0, sizeof(rec));
	reader_close(r);
	*begin = rec.begin;
	*end = rec.end;
	return rec.n;
}

char *
table_bytes(const struct table *t, size_t *n)
{
	const struct row	*row;
	struct str		 out;
	size_t			 i, pos = 0, begin;
	int			 more = 0;

	str_init(&out);
	if (t->header_changed || !t->exists) {
		if (t->exists) {
			more = t->ncols - old_header(t, &begin, &pos);
			/* A byte-order mark, a line "sep=;". */
			add_raw(t, &out, 0, begin);
		}
		writer_record(&out, (const char *const *)t->header, t->ncols,
		    &t->dialect);
	}
	for (i = 0; i < t->nrows; i++) {
		row = &t->rows[i];
		if (row->line == 0)
			continue;
		add_raw(t, &out, pos, row->begin);
		pos = row->end;
		if (row->dropped)
			continue;
		if (row->changed)
			table_row_bytes(t, &out, row);
		else if (more > 0)
			table_add_widened(t, &out, t->bytes + row->begin,
			    row->end - row->begin, more);
		else
			add_raw(t, &out, row->begin, row->end);
	}
	add_raw(t, &out, pos, t->size);
	if (out.len > 0 && out.s[out.len - 1] != '\n')
		str_add(&out, t->dialect.crlf ? "\r\n" : "\n");
	for (i = 0; i < t->nrows; i++)
		if (t->rows[i].line == 0 && !t->rows[i].dropped)
			table_row_bytes(t, &out, &t->rows[i]);
	*n = out.len;
	return str_take(&out);
}

char *
table_canonical(const struct table *t, size_t *n)
{
	static const struct dialect	canonical = { .sep = ',' };
	const struct column		*c;
	struct str			 out, name;
	size_t				 i;
	int				 k;

	str_init(&out);
	str_init(&name);
	for (k = 0; k < t->ncols; k++) {
		c = t->col[k] >= 0 ? &t->schema->cols[t->col[k]] : NULL;
		str_reset(&name);
		str_add(&name, c != NULL ? c->name : t->header[k]);
		if (c != NULL && t->lang[k] != NULL)
			str_printf(&name, "_%s", t->lang[k]);
		if (k > 0)
			str_addc(&out, ',');
		writer_cell(&out, name.s, ',');
	}
	str_addc(&out, '\n');
	str_free(&name);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		writer_record(&out, (const char *const *)t->rows[i].f,
		    t->ncols, &canonical);
	*n = out.len;
	return str_take(&out);
}
