/*
 * A table of the folder, loaded whole and checked.  A row remembers its
 * bytes, so that a write touches only the records that changed.
 */
#include "table/table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"
#include "table/table_in.h"
#include "table/writer.h"

/* --- loading ---------------------------------------------------------- */

/* The same from standard input, which does not say how long it is. */
static int
slurp_input(struct table *t)
{
	struct str	 s;
	char		 buf[16384];
	ssize_t		 n;

	str_init(&s);
	while ((n = read(STDIN_FILENO, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			msg_errno(N_("%s: cannot be read"), t->shown);
		else if (s.len + (size_t)n > READER_FILE_MAX)
			msg_trouble(N_("%s: larger than 1 GiB"), t->shown);
		else {
			str_addn(&s, buf, (size_t)n);
			continue;
		}
		str_free(&s);
		return -1;
	}
	t->size = s.len;
	t->bytes = str_take(&s);
	t->exists = 1;
	return 0;
}

/* All bytes of the file, and how it looked when they were read. */
static int
slurp(struct table *t)
{
	struct stat	 st;
	ssize_t		 n;
	int		 fd;

	if (strcmp(t->path, "-") == 0)
		return slurp_input(t);
	if ((fd = open(t->path, O_RDONLY | O_CLOEXEC)) < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return 0;
		msg_errno("%s", t->shown);
		return -1;
	}
	if (fstat(fd, &st) != 0) {
		msg_errno("%s", t->shown);
		close(fd);
		return -1;
	}
	if (!S_ISREG(st.st_mode) || (uintmax_t)st.st_size > READER_FILE_MAX) {
		if (S_ISREG(st.st_mode))
			msg_trouble(N_("%s: larger than 1 GiB"), t->shown);
		else
			msg_trouble(N_("%s: not a regular file"), t->shown);
		close(fd);
		return -1;
	}
	t->bytes = mem_alloc((size_t)st.st_size + 1);
	while (t->size < (size_t)st.st_size) {
		n = read(fd, t->bytes + t->size, (size_t)st.st_size - t->size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			msg_errno(N_("%s: cannot be read"), t->shown);
		else if (n == 0)
			msg_trouble(N_("%s: became shorter while it was read"),
			    t->shown);
		if (n <= 0) {
			close(fd);
			return -1;
		}
		t->size += (size_t)n;
	}
	close(fd);
	t->seen = st;
	t->exists = 1;
	return 0;
}

struct place
table_place(const struct table *t, size_t i, const char *name)
{
	struct place	at = { t->shown, 0, 0, name };

	if (i < t->nrows)
		at.line = t->rows[i].line;
	return at;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-security"
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
cell_fault(const struct table *t, long line, const char *header,
    const char *what, const char *value)
{
	struct place	at = { t->shown, line, 0, header };

	if (t->secret || value == NULL || *value == '\0')
		msg_fault(&at, "%s", gettext(what));
	else
		msg_fault(&at, N_("%s: '%.80s'"), gettext(what), value);
}
#pragma GCC diagnostic pop

void
table_fault(const struct table *t, size_t i, const char *name,
    const char *what)
{
	int	c = name != NULL ? table_col(t, name) : -1;

	cell_fault(t, i < t->nrows ? t->rows[i].line : 0,
	    c >= 0 ? t->header[c] : name, what,
	    c >= 0 ? cell_at(t, i, c) : NULL);
}

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

/* "1:0 2:1 3:4": values rise, counts are whole; "governance:4" with `ids`. */
static int
counts_ok(const char *s, int ids)
{
	char	value[SLUG_MAX + 1];
	fixed	v, last = FIXED_NONE;
	size_t	n;

	while (*s != '\0') {
		n = strcspn(s, ":");
		if (s[n] != ':' || n == 0 || n >= sizeof(value))
			return 0;
		memcpy(value, s, n);
		value[n] = '\0';
		if (ids) {
			if (!slug_ok(value))
				return 0;
		} else if (num_fixed(value, 0, &v) != 0 ||
		    (last != FIXED_NONE && v <= last))
			return 0;
		else
			last = v;
		s += n + 1;
		n = strspn(s, "0123456789");
		if (n == 0 || n > 15)
			return 0;
		s += n;
		if (*s == ' ')
			s++;
		else if (*s != '\0')
			return 0;
	}
	return 1;
}

/* Several ids with blanks between; `open`: "word:id" each. */
static int
refs_ok(const char *s, int several, int open)
{
	char		 one[2 * SLUG_MAX + 8], *colon, *slash;
	size_t		 n;
	int		 count = 0;

	while (*s != '\0') {
		n = strcspn(s, " ");
		if (n == 0 || n >= sizeof(one))
			return 0;
		memcpy(one, s, n);
		one[n] = '\0';
		if (open && (colon = strchr(one, ':')) != NULL) {
			*colon = '\0';
			if (schema_open(one) == NULL)
				return 0;
			memmove(one, colon + 1, strlen(colon + 1) + 1);
			if ((slash = strchr(one, '/')) != NULL)
				*slash = '\0';
		}
		if (!slug_ok(one))
			return 0;
		s += n;
		s += strspn(s, " ");
		count++;
	}
	return several || count <= 1;
}

static const char *
allowed(const struct column *c, char *buf, size_t size)
{
	size_t	i, n = 0;

	for (i = 0; c->values[i] != '\0' && n + 3 < size; i++) {
		if (c->values[i] == '|') {
			buf[n++] = ',';
			buf[n++] = ' ';
		} else
			buf[n++] = c->values[i];
	}
	buf[n] = '\0';
	return buf;
}

/* Canonical form of an enumerated list, or NULL. */
static const char *
enums(struct table *t, const struct column *c, const char *v)
{
	char		 one[64], buf[64];
	const char	*value;
	struct str	 out;
	size_t		 n;
	char		*kept;

	str_init(&out);
	while (*v != '\0') {
		n = strcspn(v, " ");
		if (n >= sizeof(one))
			break;
		memcpy(one, v, n);
		one[n] = '\0';
		if (n > 0 && (value = schema_value(c, one, buf)) == NULL)
			break;
		if (n > 0)
			str_printf(&out, "%s%s", out.len > 0 ? " " : "", buf);
		v += n;
		v += *v == ' ';
	}
	kept = *v == '\0' ? arena_str(&t->arena, out.s) : NULL;
	str_free(&out);
	return kept;
}

/*
 * Check one cell and bring it to its canonical form (which is returned).
 * NULL: it is wrong, *what says why and the hint may go to ck->list.
 */
static const char *
check_cell(struct table *t, const struct column *c, const char *v,
    struct check *ck, const char **what)
{
	char		 buf[64];
	const char	*value;
	fixed		 x;
	int64_t		 n;
	int		 day;

	ck->list[0] = '\0';
	switch (c->type) {
	case COL_TEXT:
	case COL_LANG:
		return v;
	case COL_ID:
	case COL_CODE:
		*what = N_("not an identifier (letters, digits, - and _)");
		return slug_ok(v) ? v : NULL;
	case COL_REF:
		*what = N_("not an identifier (letters, digits, - and _)");
		return refs_ok(v, 0, 0) ? v : NULL;
	case COL_REFS:
		*what = N_("not identifiers with blanks between them");
		return refs_ok(v, 1, 0) ? v : NULL;
	case COL_OPENREF:
		*what = N_("not a reference like action:ID");
		return refs_ok(v, 0, 1) ? v : NULL;
	case COL_OPENREFS:
		*what = N_("not references like action:ID with blanks between "
		    "them");
		return refs_ok(v, 1, 1) ? v : NULL;
	case COL_DATE:
		*what = N_("no such day (YYYY-MM-DD)");
		if (date_parse(v, &day) == 0)
			return v;
		if (date_parse_as(v, ck->order, &day) == 0)
			return arena_str(&t->arena, date_str(buf, day));
		if (ck->order == 0 && date_parse_as(v, 'd', &day) == 0)
			snprintf(ck->list, sizeof(ck->list), "%s",
			    _("days written 31/12/2025 are read where cpm.csv "
			    "says date_order,dmy"));
		return NULL;
	case COL_MONTH:
		*what = N_("no such month (YYYY-MM)");
		snprintf(buf, sizeof(buf), "%.40s-01", v);
		return date_parse(buf, &day) == 0 ? v : NULL;
	case COL_INT:
		*what = N_("not a whole number in its range");
		if (num_int(v, c->lo, c->hi != 0 || c->lo != 0 ? c->hi :
		    INT64_MAX, &n) == 0) {
			/* "02" is 2, also as a key. */
			snprintf(buf, sizeof(buf), "%lld", (long long)n);
			return strcmp(buf, v) == 0 ? v :
			    arena_str(&t->arena, buf);
		}
		if (c->hi != 0 && c->hi != INT64_MAX)
			snprintf(ck->list, sizeof(ck->list),
			    _("from %lld to %lld"), (long long)c->lo,
			    (long long)c->hi);
		return NULL;
	case COL_DEC:
	case COL_SCORE:
		*what = N_("not a number");
		if (c->type == COL_SCORE && c->values != NULL &&
		    (value = schema_value(c, v, buf)) != NULL)
			return strcmp(value, v) == 0 ? v :
			    arena_str(&t->arena, value);
		if (num_fixed(v, ck->commas, &x) != 0)
			return NULL;
		if (c->type == COL_DEC && (c->lo != 0 || c->hi != 0) &&
		    (x < c->lo * FIXED_ONE || x > c->hi * FIXED_ONE)) {
			*what = N_("not in its range");
			snprintf(ck->list, sizeof(ck->list),
			    _("from %lld to %lld"), (long long)c->lo,
			    (long long)c->hi);
			return NULL;
		}
		if (strchr(v, ',') != NULL)
			t->dialect.comma = 1;
		else if ((c->flags & COL_KEY) == 0 ||
		    strcmp(num_str(buf, x, 0), v) == 0)
			return v;
		return arena_str(&t->arena, num_str(buf, x, 0));
	case COL_ENUM:
		*what = N_("not one of the allowed words");
		if ((value = schema_value(c, v, buf)) != NULL)
			return strcmp(value, v) == 0 ? v :
			    arena_str(&t->arena, value);
		snprintf(ck->list, sizeof(ck->list), _("one of: %s"),
		    allowed(c, (char[512]){ 0 }, 512));
		return NULL;
	case COL_ENUMS:
		*what = N_("not among the allowed words");
		if ((value = enums(t, c, v)) != NULL)
			return value;
		snprintf(ck->list, sizeof(ck->list), _("some of: %s"),
		    allowed(c, (char[512]){ 0 }, 512));
		return NULL;
	case COL_COUNTS:
		*what = c->ref != NULL ?
		    N_("not counts like governance:4 volunteers:9") :
		    N_("not counts like 1:0 2:1 3:4");
		return counts_ok(v, c->ref != NULL) ? v : NULL;
	}
	return v;
}

void
table_check_row(struct table *t, struct row *row, struct check *ck)
{
	const struct column	*c;
	const char		*value, *what = NULL;
	int			 i;

	for (i = 0; i < t->ncols; i++) {
		if (t->col[i] < 0)
			continue;
		c = &t->schema->cols[t->col[i]];
		if (row->f[i][0] == '\0') {
			if ((c->flags & COL_NEED) == 0)
				continue;
			cell_fault(t, row->line, t->header[i],
			    N_("may not be empty"), NULL);
			row->bad = t->broken = 1;
			continue;
		}
		value = check_cell(t, c, row->f[i], ck, &what);
		if (value == NULL) {
			cell_fault(t, row->line, t->header[i], what,
			    row->f[i]);
			if (ck->list[0] != '\0')
				msg_hint("%s", ck->list);
			row->bad = t->broken = 1;
		} else if (value != row->f[i])
			row->f[i] = (char *)(uintptr_t)value;
	}
}

static void
take_row(struct table *t, const struct record *rec, struct check *ck)
{
	struct row	*row;
	int		 i;

	t->rows = mem_grow(t->rows, t->nrows, &t->caprows, sizeof(*t->rows));
	row = &t->rows[t->nrows++];
	memset(row, 0, sizeof(*row));
	row->line = rec->line;
	row->begin = rec->begin;
	row->end = rec->end;
	row->f = arena_alloc(&t->arena, sizeof(char *) * (size_t)t->ncols);
	for (i = 0; i < t->ncols; i++)
		row->f[i] = arena_str(&t->arena, i < rec->n ? rec->f[i] : "");
	table_check_row(t, row, ck);
}

/* The key of a row as one string; an id is compared without case. */
static char *
row_key(const struct table *t, const struct row *row)
{
	struct str	s;
	int		k, n = schema_ncols(t->schema), keys = 0;

	str_init(&s);
	for (k = 0; k < n; k++)
		if (t->schema->cols[k].flags & COL_KEY) {
			str_add(&s, t->at[k] >= 0 ? row->f[t->at[k]] : "");
			str_addc(&s, '\x1f');
			keys++;
		}
	if (keys == 1) {
		char	*p;

		for (p = s.s; *p != '\0'; p++)
			if (*p >= 'A' && *p <= 'Z')
				*p = (char)(*p + 32);
	}
	return str_take(&s);
}

struct seen {
	char		*key;
	size_t		 row;
	UT_hash_handle	 hh;
};

static void
check_keys(struct table *t)
{
	struct seen	*map = NULL, *s, *tmp;
	struct place	 at;
	size_t		 i;
	int		 k, n = schema_ncols(t->schema);
	char		*key;

	for (k = 0; k < n && (t->schema->cols[k].flags & COL_KEY) == 0; k++)
		continue;
	if (k == n)
		return;
	for (i = 0; i < t->nrows; i++) {
		key = row_key(t, &t->rows[i]);
		HASH_FIND_STR(map, key, s);
		if (s != NULL) {
			at = table_place(t, i, t->at[k] >= 0 ?
			    t->header[t->at[k]] : NULL);
			if (t->secret)
				msg_fault(&at, N_("the same row as line %ld"),
				    t->rows[s->row].line);
			else
				msg_fault(&at, N_("the same as on line %ld: "
				    "'%s'"), t->rows[s->row].line,
				    t->at[k] >= 0 ? t->rows[i].f[t->at[k]] :
				    "");
			t->rows[i].bad = t->broken = 1;
			free(key);
			continue;
		}
		s = mem_alloc(sizeof(*s));
		s->key = key;
		s->row = i;
		HASH_ADD_KEYPTR(hh, map, s->key, strlen(s->key), s);
	}
	HASH_ITER(hh, map, s, tmp) {
		HASH_DEL(map, s);
		free(s->key);
		free(s);
	}
}

/* Whether any header of the file is not the canonical one. */
static int
french(const struct table *t)
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

static void
no_columns(struct table *t)
{
	int	n = schema_ncols(t->schema), k;

	t->at = arena_alloc(&t->arena, sizeof(int) * (size_t)n);
	for (k = 0; k < n; k++)
		t->at[k] = -1;
}

void
table_blank(struct table *t, const char *path, const char *shown,
    const struct schema *schema, unsigned flags)
{
	memset(t, 0, sizeof(*t));
	arena_init(&t->arena);
	t->schema = schema;
	t->path = mem_strdup(path);
	t->shown = mem_strdup(shown);
	t->secret = (flags & TABLE_LOAD_SECRET) != 0;
	t->dialect.sep = ',';
	no_columns(t);
}

/* The dialect of a file that was read to its end; what is odd is said. */
void
table_dialect(struct table *t, const struct reader *r, unsigned flags)
{
	struct place	at = { t->shown, 0, 0, NULL };
	int		comma = t->dialect.comma;

	t->dialect = *reader_dialect(r);
	t->dialect.comma = comma;
	if (reader_faults(r) != 0)
		t->broken = 1;
	if (t->dialect.torn && (flags & TABLE_LOAD_STRICT)) {
		msg_fault(&at, N_("the last line has no line end: it "
		    "may be cut off"));
		msg_hint(N_("if it is whole, cpm-check --fix ends it"));
	} else if (t->dialect.torn && (flags & TABLE_LOAD_FOREIGN) == 0)
		msg_warn(&at, N_("the last line has no line end: it "
		    "may be cut off"));
	if ((flags & TABLE_LOAD_NOTES_OFF) == 0) {
		dialect_say(&t->dialect, t->shown);
		if (french(t))
			msg_note_at(&at, N_("read with its own names of "
			    "columns"));
	}
}

int
table_load(struct table *t, const char *path, const char *shown,
    const struct schema *schema, unsigned flags, int date_order)
{
	struct reader	*r;
	struct record	 rec;
	struct check	 ck;
	struct place	 at = { shown, 0, 0, NULL };
	unsigned	 rf = flags & TABLE_LOAD_SECRET ? READER_SECRET : 0;

	table_blank(t, path, shown, schema, flags);
	if (slurp(t) != 0) {
		t->broken = 1;
		return -1;
	}
	if (!t->exists)
		return 0;
	r = reader_mem(t->bytes, t->size, t->shown, rf, 0);
	ck.order = date_order;
	ck.commas = reader_dialect(r)->sep != ',';
	if (reader_next(r, &rec)) {
		table_header(t, &rec, flags);
		while (reader_next(r, &rec))
			take_row(t, &rec, &ck);
	} else if (reader_faults(r) == 0) {
		msg_fault(&at, N_("empty: not even a header"));
		t->broken = 1;
	}
	check_keys(t);
	table_dialect(t, r, flags);
	reader_close(r);
	return t->broken ? -1 : 0;
}

void
table_free(struct table *t)
{
	arena_free(&t->arena);
	free(t->rows);
	free(t->bytes);
	free(t->path);
	free(t->shown);
	memset(t, 0, sizeof(*t));
}

/* --- looking ---------------------------------------------------------- */

size_t
table_next(const struct table *t, size_t i)
{
	for (i++; i < t->nrows && t->rows[i].dropped; i++)
		continue;
	return i;
}

size_t
table_first(const struct table *t)
{
	size_t	i;

	for (i = 0; i < t->nrows && t->rows[i].dropped; i++)
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

/* The schema's column; a name it does not have is a mistake of the program. */
static int
must_col(const struct table *t, const char *name)
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
		k = must_col(t, family);
		for (i = 0; i < t->ncols; i++)
			if (t->col[i] == k && t->lang[i] != NULL &&
			    strcmp(t->lang[i], under + 1) == 0)
				return i;
		return -1;
	}
	return t->at[must_col(t, name)];
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
	int		 k = must_col(t, family), c;

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
	int	k = must_col(a, family), l = must_col(b, family);
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

/* --- changing --------------------------------------------------------- */

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
	add_column(t, name, must_col(t, name), NULL);
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
		cell_fault(t, t->rows[i].line, t->header[c],
		    N_("not valid UTF-8"), NULL);
	else if (n > READER_FIELD_MAX)
		cell_fault(t, t->rows[i].line, t->header[c],
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
			add_column(t, name, must_col(t, family), under + 1);
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

/* --- bytes ------------------------------------------------------------ */

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

/* A row as cells in the file's own dialect. */
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
