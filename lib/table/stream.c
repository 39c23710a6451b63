/* A table of the folder read row by row. */
#include "table/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "table/table_in.h"
#include "table/writer.h"

struct stream {
	struct table	 t;
	struct reader	*r;
	struct check	 ck;
	unsigned	 flags;
	int		 fd;		/* to copy from; the reader has its own */
	size_t		 begin, end;	/* the header's bytes */
	int		 width;		/* columns of the file, without added */
	void		*mark, *mark_new; /* where a row begins in the arena */
	int		 ended;
};

/* Two descriptors of one file that is read and copied from. */
static int
open_file(struct stream *s)
{
	struct table	*t = &s->t;
	int		 fd = open(t->path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	if (fd < 0 || fstat(fd, &t->seen) != 0) {
		msg_errno("%s", t->shown);
		t->broken = 1;
	} else if (!S_ISREG(t->seen.st_mode)) {
		msg_trouble(N_("%s: not a regular file"), t->shown);
		t->broken = 1;
	} else if ((s->fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)) < 0) {
		msg_errno("%s", t->shown);
		t->broken = 1;
	}
	if (t->broken) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	t->exists = 1;
	s->r = reader_fd(fd, t->shown, t->secret ? READER_SECRET : 0, 0);
	return 0;
}

static void
read_header(struct stream *s)
{
	struct record	rec;
	struct place	at = { s->t.shown, 0, 0, NULL };

	if (reader_next(s->r, &rec)) {
		table_header(&s->t, &rec, s->flags);
		s->begin = rec.begin;
		s->end = rec.end;
		s->width = rec.n;
	} else if (reader_faults(s->r) == 0) {
		msg_fault(&at, N_("empty: not even a header"));
		s->t.broken = 1;
	}
	/* A write before the end is reached knows these already. */
	s->t.dialect = *reader_dialect(s->r);
}

struct stream *
stream_open(const char *path, const char *shown, const struct schema *schema,
    unsigned flags, int date_order)
{
	struct stream	*s = mem_calloc(1, sizeof(*s));

	s->fd = -1;
	if (flags & TABLE_LOAD_AGAIN)
		flags |= TABLE_LOAD_NOTES_OFF | TABLE_LOAD_FOREIGN;
	s->flags = flags;
	table_blank(&s->t, path, shown, schema, flags);
	s->t.rows = mem_calloc(2, sizeof(*s->t.rows));
	s->t.caprows = 2;
	s->ck.order = date_order;
	s->ended = open_file(s) != 0 || s->r == NULL;
	if (s->ended)
		return s;
	s->ck.commas = reader_dialect(s->r)->sep != ',';
	read_header(s);
	return s;
}

void
stream_close(struct stream *s)
{
	if (s == NULL)
		return;
	reader_close(s->r);
	if (s->fd >= 0)
		close(s->fd);
	table_free(&s->t);
	free(s);
}

struct table *
stream_table(struct stream *s)
{
	return &s->t;
}

/* The memory of the row that stood is used again. */
static void
row_end(struct stream *s)
{
	if (s->mark != NULL)
		obstack_free(&s->t.arena.stack, s->mark);
	s->mark = s->mark_new = NULL;
	s->t.nrows = 0;
}

int
stream_next(struct stream *s)
{
	struct record	 rec;
	struct row	*row = &s->t.rows[0];
	int		 i;

	row_end(s);
	if (s->ended || s->t.ncols == 0)
		return 0;
	if (!reader_next(s->r, &rec)) {
		s->ended = 1;
		table_dialect(&s->t, s->r, s->flags);
		return 0;
	}
	s->mark = arena_alloc(&s->t.arena, 1);
	memset(row, 0, sizeof(*row));
	row->line = rec.line;
	row->begin = rec.begin;
	row->end = rec.end;
	row->f = arena_alloc(&s->t.arena, sizeof(char *) *
	    (size_t)s->t.ncols);
	for (i = 0; i < s->t.ncols; i++)
		row->f[i] = arena_str(&s->t.arena, i < rec.n ? rec.f[i] : "");
	s->t.nrows = 1;
	table_check_row(&s->t, row, &s->ck);
	return 1;
}

void
stream_seek(struct stream *s, size_t begin, long line)
{
	row_end(s);
	reader_seek(s->r, begin, line);
	/* Its end was judged once. */
	s->flags |= TABLE_LOAD_NOTES_OFF | TABLE_LOAD_FOREIGN;
	s->ended = 0;
}

void
stream_header(const struct stream *s, size_t *begin, size_t *end)
{
	*begin = s->begin;
	*end = s->end;
}

int
stream_fd(const struct stream *s)
{
	return s->fd;
}

size_t
stream_new(struct stream *s, const char *langs)
{
	void	*mark;

	if (!s->t.exists && s->t.ncols == 0)
		table_begin_new(&s->t, langs);
	mark = arena_alloc(&s->t.arena, 1);
	if (s->mark_new == NULL)
		s->mark_new = mark;
	return table_add(&s->t);
}

void
stream_new_end(struct stream *s)
{
	if (s->mark_new != NULL)
		obstack_free(&s->t.arena.stack, s->mark_new);
	s->mark_new = NULL;
	s->t.nrows = s->mark != NULL;
}

void
stream_render(struct stream *s, size_t i, struct str *out)
{
	table_row_bytes(&s->t, out, &s->t.rows[i]);
}

void
stream_header_bytes(const struct stream *s, struct str *out)
{
	writer_record(out, (const char *const *)s->t.header, s->t.ncols,
	    &s->t.dialect);
}

void
stream_widened(struct stream *s, struct str *out)
{
	const struct row	*row = &s->t.rows[0];
	size_t			 n = row->end - row->begin;
	char			*raw = mem_alloc(n);

	if (path_read_at(s->fd, (off_t)row->begin, raw, n) != 0) {
		msg_errno("%s", s->t.shown);
		s->t.broken = 1;
		n = 0;
	}
	table_add_widened(&s->t, out, raw, n, s->t.ncols - s->width);
	free(raw);
}

void
stream_widen(struct stream *s, const char *name)
{
	table_widen(&s->t, name);
}
