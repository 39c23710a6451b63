/* Sheets that wait into responses.csv, as a stream. */
#include "intake/merge.h"

#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/path.h"
#include "base/slug.h"
#include "base/utf.h"
#include "intake/reject.h"
#include "intake/spool.h"

/*
 * A sheet of the file whose rows are under way.  One that stands in several
 * segments is kept until the last of them.
 */
struct patch {
	char		 code[CODE_LEN + 1];
	size_t		 left;		/* segments to come */
	int		 changed;
	int		 foreign;	/* another program brought it */
	unsigned char	*met;		/* criteria that have a row */
	char		*like[3];	/* date, group, unit of its first row */
	UT_hash_handle	 hh;
};

struct merging {
	unsigned long	 foreign;	/* changed sheets of another program */
	long		 foreign_line;	/* the first of them */
	struct sheets	*s;
	struct stock	*k;
	struct project	*p;
	const struct framework *fw;
	struct merged	*m;
	struct sheet	 x, before;
	struct answers	 a;		/* the old file */
	struct beside	*draft;		/* the new one, once there is need */
	size_t		 pos;		/* bytes of the old that are in it */
	unsigned char	*widen;		/* by A_…: columns that it must get */
	int		 again;		/* it needs one more: begin again */
	int		 widened;
	unsigned long	 rows;
	struct patch	*patches;
	struct str	 line;
	int		 bad;
	struct keys	 twice;		/* lines of sheets given twice */
};

#define TWICE_SAID	20	/* of them that are named one by one */

/* --- which sheets come in ---------------------------------------------------- */

/* Read a sheet back, with what its source says for all of them. */
static int
load(struct merging *g, uint64_t at, struct sheet *x)
{
	const struct sheets	*s = g->s;

	if (spool_get(s->spool, at, x) != 0)
		return -1;
	if (s->hit >= 0 && x->seen[s->hit] >= 0)
		x->group = (size_t)x->seen[s->hit];
	if (x->group == WORDS_NONE)
		x->group = s->group;
	if (x->day == DATE_NONE)
		x->day = s->day;
	return 0;
}

/* The same sheet stands in the source twice. */
static int
twice(struct merging *g, const struct sheet *x, const struct sheet *y)
{
	if (sheet_is_alike(x, y)) {
		g->m->again += !sheet_is_blank(x);
		return 0;
	}
	keys_add(&g->twice, (uint64_t)y->line, (uint64_t)x->line);
	return 1;
}

/* Those that differ, in the order of the file. */
static void
say_twice(struct merging *g)
{
	struct place	where = { g->s->shown, 0, 0, NULL };
	const char	*what = N_("the same sheet as on line %ld, with other "
			    "answers");
	unsigned long	more = g->twice.n > TWICE_SAID ?
			    g->twice.n - TWICE_SAID : 0;
	size_t		i;

	keys_sort(&g->twice);
	for (i = 0; i < g->twice.n - more; i++) {
		where.line = (long)keys_key(&g->twice, i);
		if (g->s->reject == NULL)
			msg_fault(&where, what, (long)keys_at(&g->twice, i));
		else
			msg_warn(&where, what, (long)keys_at(&g->twice, i));
	}
	where.line = 0;
	if (more > 0 && g->s->reject == NULL)
		msg_fault_n(&where, more, "%lu more sheet like these",
		    "%lu more sheets like these", more);
	else if (more > 0)
		msg_warn_n(&where, more, "%lu more sheet like these",
		    "%lu more sheets like these", more);
}

/* Nothing of one program's sheets may be lost to another's numbers. */
static void
say_foreign(const struct merging *g)
{
	struct place	where = { g->s->shown, g->foreign_line, 0, NULL };

	if (g->foreign == 0)
		return;
	msg_fault_n(&where, g->foreign,
	    "%lu sheet has the number of one that came from another program",
	    "%lu sheets have the numbers of sheets that came from another "
	    "program", g->foreign);
	msg_hint(N_("both count from 1: number this file otherwise, or let a "
	    "map take another column as its id (--map FILE)"));
}

/* Which of two that differ counts, a person must say. */
static void
reject_run(struct merging *g, const struct keys *k, size_t i, size_t n)
{
	for (; n > 0 && g->s->reject != NULL; i++, n--)
		if (load(g, keys_at(k, i), &g->x) == 0 &&
		    !stock_forgot(g->k, &g->x) &&
		    !stock_elsewhere(g->k, g->s, &g->x, g->fw))
			reject_sheet(g->s->reject, &g->x);
}

/*
 * Of the sheets under one code the one that comes in, as its place in the
 * spool; 0 if none does.
 */
static int
choose(struct merging *g, const struct keys *k, size_t i, size_t n,
    uint64_t *at)
{
	struct sheet	swap;
	size_t		j;
	int		found = 0, differ = 0;

	for (j = i; j < i + n; j++) {
		if (load(g, keys_at(k, j), &g->x) != 0)
			return 0;
		if (stock_forgot(g->k, &g->x))
			g->m->forgotten++;
		else if (stock_elsewhere(g->k, g->s, &g->x, g->fw))
			g->m->elsewhere++;
		else if (found)
			differ |= twice(g, &g->before, &g->x);
		else {
			found = 1;
			*at = keys_at(k, j);
			swap = g->before;
			g->before = g->x;
			g->x = swap;
		}
	}
	if (differ)
		reject_run(g, k, i, n);
	if (!found || differ)
		return 0;
	/* A blank one is no news, but for a sheet that is there. */
	if (sheet_is_blank(&g->before) && (g->before.waits ||
	    !stock_has(g->k, g->before.code))) {
		g->m->blank++;
		return 0;
	}
	return 1;
}

/* Keep in the index the sheets that come in; whether some are there already. */
static int
choose_all(struct merging *g)
{
	struct keys	*k = spool_index(g->s->spool);
	size_t		 i, run, n = 0;
	uint64_t	 at = 0, key;
	int		 here = 0;

	keys_sort(k);
	for (i = 0; i < k->n; i += run) {
		run = keys_run(k, i);
		key = keys_key(k, i);
		if (!choose(g, k, i, run, &at))
			continue;
		keys_set(k, n++, key, at);
		here |= keys_find(&g->k->here, key) < g->k->here.n;
	}
	k->n = n;
	return here;
}

/* --- the new file --------------------------------------------------------------- */

/* Append bytes of the old file up to `to`. */
static void
copy_to(struct merging *g, size_t to)
{
	char	 buf[16384], *utf;
	size_t	 n, k;
	int	 fd = stream_fd(g->a.s);

	if (to > g->pos && !g->a.t->dialect.cp1252)
		beside_copy(g->draft, fd, (off_t)g->pos, (off_t)to);
	while (to > g->pos && g->a.t->dialect.cp1252) {
		k = to - g->pos < sizeof(buf) ? to - g->pos : sizeof(buf);
		if (path_read_at(fd, (off_t)g->pos, buf, k) != 0) {
			msg_errno("%s", g->a.t->shown);
			g->bad = 1;
			break;
		}
		utf = utf_from_cp1252(buf, k, &n);
		beside_write(g->draft, utf, n);
		free(utf);
		g->pos += k;
	}
	g->pos = to;
}

static void
end_line(struct merging *g)
{
	const char	*nl = g->a.t->dialect.crlf ? "\r\n" : "\n";

	if (!beside_at_line(g->draft))
		beside_write(g->draft, nl, strlen(nl));
}

/* The first change makes the file; its header, where that changes too. */
static int
begin_file(struct merging *g)
{
	struct table	*t = g->a.t;
	size_t		 begin, end;

	if (g->draft != NULL || g->bad || project_dry(g->p))
		return g->bad ? -1 : 0;
	if (project_private_make(g->p) != 0 ||
	    (g->draft = beside_begin(t->path, 0600)) == NULL) {
		g->bad = 1;
		return -1;
	}
	if (t->exists && !g->widened)
		return 0;
	if (t->exists) {
		stream_header(g->a.s, &begin, &end);
		/* A byte-order mark, a line "sep=;". */
		copy_to(g, begin);
		g->pos = end;
	}
	table_begin_new(t, project_langs(g->p));
	stream_header_bytes(g->a.s, &g->line);
	beside_write(g->draft, g->line.s, g->line.len);
	str_reset(&g->line);
	return 0;
}

/* An unchanged row of a file that gets more columns. */
static void
copy_widened(struct merging *g)
{
	if (g->draft == NULL)
		return;
	copy_to(g, g->a.t->rows[0].begin);
	stream_widened(g->a.s, &g->line);
	beside_write(g->draft, g->line.s, g->line.len);
	str_reset(&g->line);
	g->pos = g->a.t->rows[0].end;
}

/* Row i of the stream, as it is now. */
static void
write_row(struct merging *g, size_t i)
{
	g->rows++;
	if (begin_file(g) != 0 || g->draft == NULL)
		return;
	if (i == 0 && g->a.t->rows[0].line > 0) {
		copy_to(g, g->a.t->rows[0].begin);
		g->pos = g->a.t->rows[0].end;
	} else
		end_line(g);
	stream_render(g->a.s, i, &g->line);
	beside_write(g->draft, g->line.s, g->line.len);
	str_reset(&g->line);
}

/* --- rows ------------------------------------------------------------------------ */

/* Write v into a cell if it is not there already; whether it was not. */
static int
put(struct merging *g, size_t row, int col, const char *v)
{
	struct table	*t = g->a.t;

	if (strcmp(cell_at(t, row, g->a.col[col]), v) == 0)
		return 0;
	/* A column that the file lacks: from its first line on. */
	if (g->a.col[col] < 0) {
		g->widen[col] = 1;
		g->again = 1;
		return 1;
	}
	table_set(t, row, answers_names[col], v);
	return 1;
}

/* What the sheet says of itself, in one row; whether anything changed. */
static int
put_sheet(struct merging *g, size_t row)
{
	const struct sheets	*s = g->s;
	const struct sheet	*x = &g->x;
	char			 day[DATE_LEN];
	int			 changed = 0;

	if (s->has_group)
		changed |= put(g, row, A_GROUP, x->group != WORDS_NONE ?
		    g->fw->groups[x->group].id : "");
	if (s->has_date && x->day != DATE_NONE)
		changed |= put(g, row, A_DATE, date_str(day, x->day));
	if (s->has_unit)
		changed |= put(g, row, A_UNIT, x->unit);
	return changed;
}

/* Where it came from; `all`: with its other names. */
static char *
source_of_sheet(const struct merging *g, int all)
{
	const struct sheet	*x = &g->x;
	struct str		 s;
	int			 i;

	str_init(&s);
	str_add(&s, g->s->source);
	if (x->sub[0] != '\0')
		str_printf(&s, ":%s", x->sub);
	for (i = 0; all && i < SHEET_ALIASES; i++)
		if (x->alias[i][0] != '\0' &&
		    strcmp(x->alias[i], x->code) != 0)
			str_printf(&s, " %s", x->alias[i]);
	return str_take(&s);
}

/* The new row of one criterion; what the source does not say is as in `like`. */
static void
add_row(struct merging *g, size_t crit, char *const *like, int first)
{
	const struct sheet	*x = &g->x;
	char			 buf[NUM_LEN], *source;
	size_t			 row = stream_new(g->a.s, project_langs(g->p));
	int			 c;

	/* A file that did not exist has its columns since now. */
	for (c = 0; !g->a.t->exists && c < A_COUNT; c++)
		g->a.col[c] = table_col(g->a.t, answers_names[c]);
	if (like != NULL) {
		put(g, row, A_DATE, like[0]);
		put(g, row, A_GROUP, like[1]);
		put(g, row, A_UNIT, like[2]);
	}
	put(g, row, A_ROUND, g->k->round);
	put(g, row, A_RESP, x->code);
	put(g, row, A_CRIT, g->fw->crit[crit].id);
	put(g, row, A_SCORE, score_str(buf, g->fw->crit[crit].scale,
	    x->score[crit]));
	if (x->comment[crit] != NULL)
		put(g, row, A_COMMENT, x->comment[crit]);
	source = source_of_sheet(g, first);
	put(g, row, A_SOURCE, source);
	free(source);
	put_sheet(g, row);
	write_row(g, row);
	stream_new_end(g->a.s);
}

static int
has_row(const struct merging *g, size_t c)
{
	return g->s->covered[c] || g->x.comment[c] != NULL;
}

/* A person's later submission takes the place of the one before. */
static int
put_sub(struct merging *g)
{
	const char	*was = code_sub(answers_cell(&g->a, A_SOURCE));
	char		*source;
	int		 changed;

	if (g->x.sub[0] == '\0' || (was != NULL &&
	    strcmp(was, g->x.sub) == 0))
		return 0;
	source = source_of_sheet(g, 0);
	changed = put(g, 0, A_SOURCE, source);
	free(source);
	return changed;
}

/*
 * Whether the row is known by a plain number and came from another program
 * than this file: both count from 1, so it is likely somebody else's.
 */
static int
is_foreign(const struct merging *g)
{
	const char	*was = answers_cell(&g->a, A_SOURCE);
	size_t		 n = strcspn(was, ": ");

	return g->x.plain != NULL && n > 0 && (strncmp(was, g->s->source,
	    n) != 0 || g->s->source[n] != '\0');
}

/* The row that stands, against the sheet as it is now. */
static int
update_row(struct merging *g, struct patch *e)
{
	char	buf[NUM_LEN];
	size_t	c = framework_crit(g->fw, answers_cell(&g->a, A_CRIT));
	int	changed;

	e->foreign |= is_foreign(g);
	changed = put_sheet(g, 0) | put_sub(g);
	if (c >= g->s->ncrit)
		return changed;
	e->met[c] = 1;
	if (g->s->covered[c])
		changed |= put(g, 0, A_SCORE, score_str(buf,
		    g->fw->crit[c].scale, g->x.score[c]));
	if (g->x.comment[c] != NULL)
		changed |= put(g, 0, A_COMMENT, g->x.comment[c]);
	return changed;
}

/* --- sheets that are there --------------------------------------------------------- */

static struct patch *
patch_of(struct merging *g, const char *code, size_t segments)
{
	struct patch	*e;

	HASH_FIND_STR(g->patches, code, e);
	if (e != NULL)
		return e;
	e = mem_calloc(1, sizeof(*e));
	code_copy(e->code, code);
	e->left = segments;
	e->met = mem_calloc(g->s->ncrit + 1, 1);
	HASH_ADD_STR(g->patches, code, e);
	return e;
}

static void
patch_free(struct merging *g, struct patch *e)
{
	int	i;

	HASH_DEL(g->patches, e);
	for (i = 0; i < 3; i++)
		free(e->like[i]);
	free(e->met);
	free(e);
}

/*
 * A segment of the sheet ended at this byte; where it was the last one, what
 * the sheet lacks comes there.
 */
static void
patch_end(struct merging *g, struct patch *e, size_t end)
{
	size_t	c;

	if (e == NULL || --e->left > 0)
		return;
	for (c = 0; c < g->s->ncrit && !g->again; c++)
		if (!e->met[c] && has_row(g, c)) {
			if (begin_file(g) == 0 && g->draft != NULL)
				copy_to(g, end > g->pos ? end : g->pos);
			add_row(g, c, e->like, 0);
			e->changed = 1;
		}
	if (e->changed && e->foreign && !g->again) {
		if (g->foreign++ == 0 || g->x.line < g->foreign_line)
			g->foreign_line = g->x.line;
	}
	if (e->changed) {
		g->m->changed++;
		g->m->renumbered += g->x.plain != NULL;
	} else
		g->m->same++;
	g->m->ungrouped += g->s->has_group && g->x.group == WORDS_NONE;
	patch_free(g, e);
}

/* The patch of the segment that begins here, its sheet in g->x; or NULL. */
static struct patch *
segment_begin(struct merging *g)
{
	struct keys	*k = spool_index(g->s->spool);
	uint64_t	 key;
	size_t		 i, h;

	if (strcmp(g->a.round, g->k->round) != 0 ||
	    slug_code_key(g->a.code, &key) != 0 ||
	    (i = keys_find(k, key)) == k->n ||
	    load(g, keys_at(k, i), &g->x) != 0)
		return NULL;
	/* The same code under which it was found, if not the one it has. */
	h = keys_find(&g->k->here, key);
	return patch_of(g, g->a.code, h < g->k->here.n ?
	    keys_run(&g->k->here, h) : 1);
}

static void
take_row(struct merging *g, struct patch *e)
{
	static const int	cols[] = { A_DATE, A_GROUP, A_UNIT };
	int			i, changed;

	changed = update_row(g, e);
	for (i = 0; i < 3; i++)
		if (e->like[i] == NULL)
			e->like[i] = mem_strdup(answers_cell(&g->a, cols[i]));
	e->changed |= changed;
	if (changed && !g->again)
		write_row(g, 0);
	else if (g->widened)
		copy_widened(g);
}

static void
update_all(struct merging *g)
{
	struct patch	*e = NULL;
	size_t		 end = 0;

	while (!g->again && !g->bad && answers_next(&g->a)) {
		if (g->a.fresh) {
			patch_end(g, e, end);
			e = segment_begin(g);
			if (g->a.t->rows[0].line % 64 == 0 &&
			    msg_work_wanted())
				msg_work(N_("%s: compared with %ld rows"),
				    g->k->round, g->a.t->rows[0].line);
		}
		if (e != NULL)
			take_row(g, e);
		else if (g->widened)
			copy_widened(g);
		end = g->a.t->rows[0].end;
	}
	patch_end(g, e, end);
}

/* --- sheets that are new --------------------------------------------------------------- */

/* All that is left of the old file, its last line ended. */
static void
copy_rest(struct merging *g)
{
	if (g->draft == NULL)
		return;
	if (g->a.t->exists && (size_t)g->a.t->seen.st_size > g->pos)
		copy_to(g, (size_t)g->a.t->seen.st_size);
	end_line(g);
}

static void
add_sheet(struct merging *g)
{
	size_t	c;
	int	first = 1;

	for (c = 0; c < g->s->ncrit && !g->again; c++)
		if (has_row(g, c)) {
			add_row(g, c, NULL, first);
			first = 0;
		}
	g->m->added++;
	g->m->doubtful += stock_doubts(g->k, &g->x);
	g->m->ungrouped += g->s->has_group && g->x.group == WORDS_NONE;
}

/* How far the writing is: sheets of all that come in. */
static void
say_work(const struct merging *g, size_t done)
{
	size_t	all = spool_index(g->s->spool)->n;

	if (msg_work_wanted())
		msg_work(N_("%s: %lu sheets of %lu written"), g->k->round,
		    (unsigned long)done, (unsigned long)all);
}

static void
add_all(struct merging *g)
{
	const struct keys	*k = spool_index(g->s->spool);
	size_t			 i;
	int			 begun = 0;

	for (i = 0; i < k->n && !g->again && !g->bad; i++) {
		if (keys_find(&g->k->here, keys_key(k, i)) < g->k->here.n)
			continue;
		if (load(g, keys_at(k, i), &g->x) != 0) {
			g->bad = 1;
			break;
		}
		if (!begun++ && begin_file(g) == 0)
			copy_rest(g);
		add_sheet(g);
		if (i % 64 == 0)
			say_work(g, i);
	}
	msg_work(NULL);
}

/* --- together ---------------------------------------------------------------------------- */

/* The old file once more, as the scan found it, with the columns it needs. */
static void
open_old(struct merging *g)
{
	struct dialect	d = g->k->a.t->dialect;
	int		c;

	answers_open(&g->a, g->p);
	if (g->a.t->exists)
		g->a.t->dialect = d;
	for (c = 0; c < A_COUNT && g->a.t->exists; c++)
		if (g->widen[c]) {
			stream_widen(g->a.s, answers_names[c]);
			g->a.col[c] = table_col(g->a.t, answers_names[c]);
			g->widened = 1;
		}
}

static void
close_old(struct merging *g)
{
	struct patch	*e, *next;

	HASH_ITER(hh, g->patches, e, next)
		patch_free(g, e);
	answers_close(&g->a);
}

/* One way through the old file; 1 where it must be gone again. */
static int
pass(struct merging *g, int here)
{
	open_old(g);
	if (g->widened)
		begin_file(g);
	if (here || g->widened)
		update_all(g);
	if (!g->again && !g->bad)
		add_all(g);
	if (!g->again)
		return 0;
	close_old(g);
	beside_drop(g->draft);
	g->draft = NULL;
	g->pos = 0;
	g->rows = 0;
	g->again = 0;
	return 1;
}

/* What was counted on a way that is gone again. */
static void
count_again(struct merged *m)
{
	m->added = m->changed = m->same = m->renumbered = m->ungrouped =
	    m->doubtful = 0;
}

static void
hand_over(struct merging *g)
{
	const struct table	*t = g->a.t;

	if (g->draft != NULL)
		copy_rest(g);
	if (g->widened && t->exists)
		msg_note_at(&(struct place){ t->shown, 0, 0, NULL },
		    N_("has a new column"));
	if (t->dialect.cp1252)
		msg_note_at(&(struct place){ t->shown, 0, 0, NULL },
		    N_("written as UTF-8 from now on"));
	/* As it was when its sheets were learnt, not when it was copied. */
	project_put_beside(g->p, g->draft, "responses.csv",
	    g->k->a.t->exists ? &g->k->a.t->seen : NULL, g->rows);
	g->draft = NULL;
}

int
sheets_merge(struct sheets *s, struct stock *k, struct project *p,
    const struct framework *fw, struct merged *m)
{
	unsigned long	before = msg_faults();
	struct merging	g = { .s = s, .k = k, .p = p, .fw = fw, .m = m };
	int		here;

	memset(m, 0, sizeof(*m));
	str_init(&g.line);
	g.widen = mem_calloc(A_COUNT, 1);
	sheet_init(&g.x, s->ncrit, s->nseen);
	sheet_init(&g.before, s->ncrit, s->nseen);
	here = choose_all(&g);
	say_twice(&g);
	keys_free(&g.twice);
	g.bad = msg_faults() != before || spool_bad(s->spool);
	if (!g.bad) {
		while (pass(&g, here))
			count_again(m);
		say_foreign(&g);
		g.bad |= msg_faults() != before || spool_bad(s->spool) ||
		    g.a.t->broken;
		if (!g.bad && g.rows > 0)
			hand_over(&g);
		close_old(&g);
	}
	beside_drop(g.draft);
	sheet_free(&g.x);
	sheet_free(&g.before);
	str_free(&g.line);
	free(g.widen);
	return g.bad ? -1 : 0;
}
