/*
 * A table of the folder, loaded whole and checked.  A row remembers its
 * bytes, so that a write touches only the records that changed.
 *
 * What its first line says is in table_header.c, what a cell may hold in
 * table_check.c; it is looked at in table_look.c, changed in table_change.c
 * and goes back to bytes in table_bytes.c.
 */
#include "table/table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "table/table_in.h"

/* All bytes of standard input, which does not say how long it is. */
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
		if (table_own_names(t))
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
