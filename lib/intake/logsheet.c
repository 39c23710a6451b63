/* A sheet of contacts, small changes, lessons or difficulties into the log. */
#include "intake/logsheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/slug.h"
#include "intake/day.h"
#include "intake/source.h"
#include "intake/words.h"
#include "model/logedit.h"
#include "model/privacy.h"

#define NCOLS	24		/* columns of a table, at most */

struct kind {
	const char	*word, *fr, *table;
	const char	*need[4];	/* columns without which a row is nothing */
	const char	*not_read;	/* set by verbs of their own */
	int		(*add)(struct edit *, int private, const char *prose,
			    struct entry *);
};

static int
add_contact(struct edit *e, int private, const char *prose, struct entry *en)
{
	return log_add(e, private, prose, en);
}

static int
add_seen(struct edit *e, int private, const char *prose, struct entry *en)
{
	(void)prose;
	return log_add_seen(e, private, en);
}

static int
add_lesson(struct edit *e, int private, const char *prose, struct entry *en)
{
	(void)prose;
	return log_add_lesson(e, private, en);
}

static int
add_difficulty(struct edit *e, int private, const char *prose,
    struct entry *en)
{
	(void)prose;
	return log_add_difficulty(e, private, en);
}

static const struct kind	kinds[] = {
	{ "contacts", "contacts", "log", { "date", "mode", "summary", NULL },
	    "", add_contact },
	{ "seen", "vus", "small-changes", { "date", "what", NULL, NULL }, "",
	    add_seen },
	{ "lessons", "lecons", "lessons", { "now_know", NULL, NULL, NULL },
	    "|state|cycle|", add_lesson },
	{ "difficulties", "difficultes", "difficulties", { "date", "what",
	    NULL, NULL }, "", add_difficulty }
};

#define NKINDS	(sizeof(kinds) / sizeof(*kinds))

/* A row as it came. */
struct told {
	long		 line;
	const char	*v[NCOLS];	/* canonical, NULL: nothing there */
	const char	*prose;
	char		*mark;		/* of the submission's number, or NULL */
	int		 private;
};

struct sheet {
	struct edit		*e;
	struct project		*p;
	const struct logsheet_ask *ask;
	const struct kind	*k;
	const struct schema	*schema;
	struct table		*open, *secret, *taken;
	struct privacy		*privacy;
	const char		*shown;
	enum source		 source;
	int			 ncols, today, order;
	int			*col;	/* file's column -> schema's; -1, PROSE */
	int			*filled;
	enum known		*number;	/* of a submission, by column */
	char			**header;
	const char		*name[NCOLS];	/* header of a schema's column */
	struct told		*t;
	size_t			 n, cap, changed;
	struct arena		 arena;
};

#define UNREAD	(-1)
#define PROSE	(-2)

/* --- the header --------------------------------------------------------------- */

static int
is_prose(const char *header)
{
	char	*plain = words_plain(header);
	int	 yes = strcmp(plain, "prose") == 0 ||
		    strcmp(plain, "recit") == 0;

	free(plain);
	return yes;
}

/* The column that a header means, without the groups of a form before it. */
static int
column_of(const struct sheet *s, const char *header)
{
	const char	*lang, *part = header;
	char		*hidden;
	int		 c = schema_header(s->schema, header, &lang);
	int		 prose = is_prose(header);

	while (c < 0 && !prose && (part = strpbrk(part, "/.:")) != NULL) {
		c = schema_header(s->schema, ++part, &lang);
		prose = is_prose(part);
	}
	if (c < 0)
		return prose && s->k->add == add_contact ? PROSE : UNREAD;
	hidden = mem_printf("|%s|", s->schema->cols[c].name);
	if (strstr(s->k->not_read, hidden) != NULL)
		c = UNREAD;
	free(hidden);
	return c;
}

/*
 * How many columns of a header rows of this kind have; 0 where one is lacking
 * that they need.
 */
static int
known_of(const struct sheet *s, const struct kind *k)
{
	const struct schema	*schema = schema_find(k->table);
	const char		*lang;
	int			 i, h, n = 0;

	for (i = 0; i < 4 && k->need[i] != NULL; i++) {
		for (h = 0; h < s->ncols && schema_header(schema, s->header[h],
		    &lang) != schema_col(schema, k->need[i]); h++)
			continue;
		if (h == s->ncols)
			return 0;
	}
	for (h = 0; h < s->ncols; h++)
		n += schema_header(schema, s->header[h], &lang) >= 0;
	return n;
}

/* A sheet of another kind, which has to be said: the one that fits best. */
static void
hint_kind(const struct sheet *s)
{
	const char	*word = NULL;
	int		 n, most = 0;
	size_t		 i;

	for (i = 0; i < NKINDS; i++)
		if ((n = known_of(s, &kinds[i])) > most) {
			most = n;
			word = kinds[i].word;
		}
	if (word != NULL)
		msg_hint(N_("it looks like a sheet for: cpm-log import %s "
		    "FILE"), word);
}

static void
missing(const struct sheet *s, const struct place *at)
{
	const struct column	*c;
	unsigned long		 before = msg_faults();
	int			 i, k;

	for (i = 0; i < 4 && s->k->need[i] != NULL; i++) {
		c = &s->schema->cols[schema_col(s->schema, s->k->need[i])];
		for (k = 0; k < s->ncols && (s->col[k] < 0 ||
		    &s->schema->cols[s->col[k]] != c); k++)
			continue;
		if (k == s->ncols)
			msg_fault(at, N_("a column is missing: %s (%s)"),
			    c->name, c->fr);
	}
	if (msg_faults() > before)
		hint_kind(s);
}

/* 0, or -1 (said). */
static int
settle(struct sheet *s, const struct record *h)
{
	struct place	at = { s->shown, h->line, 0, NULL };
	unsigned long	before = msg_faults();
	int		i, k;

	s->ncols = h->n;
	s->col = mem_calloc((size_t)h->n + 1, sizeof(*s->col));
	s->filled = mem_calloc((size_t)h->n + 1, sizeof(*s->filled));
	s->number = mem_calloc((size_t)h->n + 1, sizeof(*s->number));
	s->header = mem_calloc((size_t)h->n + 1, sizeof(*s->header));
	s->source = source_of(h);
	for (i = 0; i < h->n; i++) {
		s->header[i] = arena_str(&s->arena, h->f[i]);
		s->number[i] = source_known(h->f[i]);
		/* An id is our own, or a program's number of a submission. */
		s->col[i] = *h->f[i] == '_' || (s->number[i] == KNOWN_ID &&
		    source_is_program(s->source)) ? UNREAD :
		    column_of(s, h->f[i]);
		if (s->col[i] < 0)
			continue;
		s->number[i] = KNOWN_NONE;
		for (k = 0; k < i && s->col[k] != s->col[i]; k++)
			continue;
		at.column = s->header[i];
		if (k < i)
			msg_fault(&at, N_("a column of this name is there "
			    "already"));
		s->name[s->col[i]] = s->header[i];
	}
	at.column = NULL;
	missing(s, &at);
	return msg_faults() == before ? 0 : -1;
}

/* --- cells ---------------------------------------------------------------------- */

static const char *
day_cell(struct sheet *s, const struct place *at, const struct column *c,
    const char *v)
{
	char	buf[DATE_LEN];
	int	day;

	if (day_read(v, s->order, &day) != 0) {
		day_fault(at, v);
		return NULL;
	}
	if (strcmp(c->name, "date") == 0 && day > s->today)
		msg_fault(at, N_("a day that is still to come"));
	return arena_str(&s->arena, date_str(buf, day));
}

/* Whole numbers; a spreadsheet may have written 90,0 for 90. */
static const char *
int_cell(struct sheet *s, const struct place *at, const struct column *c,
    const char *v)
{
	char	buf[NUM_LEN];
	fixed	f;

	if (words_number(v, COMMA_DECIMAL, &f) == 0 && f % FIXED_ONE == 0 &&
	    f / FIXED_ONE >= c->lo && f / FIXED_ONE <= c->hi)
		return arena_str(&s->arena, num_str(buf, f, 0));
	msg_fault(at, N_("not a whole number from %lld to %lld"),
	    (long long)c->lo, (long long)c->hi);
	return NULL;
}

static const char *
enum_cell(struct sheet *s, const struct place *at, const struct column *c,
    const char *v)
{
	char		 buf[SCHEMA_VALUE];
	const char	*value = schema_value(c, v, buf), *p;
	struct str	 list;

	if (value != NULL)
		return arena_str(&s->arena, value);
	str_init(&list);
	for (p = strcmp(lang_now(), "fr") == 0 && c->values_fr != NULL ?
	    c->values_fr : c->values; *p != '\0'; p++)
		if (*p == '|')
			str_add(&list, ", ");
		else
			str_addc(&list, *p);
	msg_fault(at, N_("none of: %s"), list.s);
	str_free(&list);
	return NULL;
}

/* What a row refers to must be there; the model completes it. */
static const char *
refs_cell(struct sheet *s, const struct place *at, const struct column *c,
    const char *v)
{
	char		*copy = arena_str(&s->arena, v), *rest = copy, *part;
	const char	*word;
	struct table	*t;
	size_t		 row;
	int		 rc = 0;

	while ((part = strsep(&rest, " ,;")) != NULL) {
		if (*part == '\0')
			continue;
		msg_hush(1);
		rc |= project_ref(s->p, part, c->ref, &word, &t, &row);
		msg_hush(0);
	}
	if (rc == 0)
		return arena_str(&s->arena, v);
	msg_fault(at, N_("it refers to something that is not there"));
	return NULL;
}

static const char *
text_cell(struct sheet *s, const struct place *at, const char *v)
{
	char	*text = arena_str(&s->arena, v), *p;

	for (p = text; *p != '\0'; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	if (strlen(text) > READER_ROW_MAX / 64)
		msg_fault(at, N_("a text that is too long"));
	return text;
}

/* Next month's sheet numbers its rows from 1 again. */
static const char *
id_cell(struct sheet *s, const struct place *at, const char *v)
{
	if (slug_ok(v) && v[strspn(v, "0123456789")] != '\0')
		return arena_str(&s->arena, v);
	msg_fault(at, N_("no identifier of a row of ours: leave the column "
	    "out"));
	return NULL;
}

static const char *
cell_value(struct sheet *s, const struct place *at, const struct column *c,
    const char *v)
{
	switch (c->type) {
	case COL_DATE:
		return day_cell(s, at, c, v);
	case COL_INT:
		return int_cell(s, at, c, v);
	case COL_ENUM:
		return enum_cell(s, at, c, v);
	case COL_OPENREF:
	case COL_OPENREFS:
		return refs_cell(s, at, c, v);
	case COL_ID:
		return id_cell(s, at, v);
	default:
		return text_cell(s, at, v);
	}
}

static struct place
place_of(const struct sheet *s, const struct told *t, const char *column)
{
	int	c = schema_col(s->schema, column);

	return (struct place){ s->shown, t->line, 0, s->name[c] };
}

static const char *
value_of(const struct sheet *s, const struct told *t, const char *column)
{
	int	c = schema_col(s->schema, column);

	return c >= 0 ? t->v[c] : NULL;
}

/* --- rows ----------------------------------------------------------------------- */

static void
look_whole(struct sheet *s, const struct told *t, unsigned long before)
{
	const char	*n, *w;
	int64_t		 all, women;
	struct place	 at;
	int		 i;

	for (i = 0; i < 4 && s->k->need[i] != NULL; i++) {
		at = place_of(s, t, s->k->need[i]);
		if (value_of(s, t, s->k->need[i]) == NULL &&
		    msg_faults() == before)
			msg_fault(&at, N_("nothing stands here"));
	}
	n = value_of(s, t, "persons");
	w = value_of(s, t, "women");
	if (n == NULL || w == NULL || num_int(n, 0, INT32_MAX, &all) != 0 ||
	    num_int(w, 0, INT32_MAX, &women) != 0 || women <= all)
		return;
	at = place_of(s, t, "women");
	msg_fault(&at, N_("more women than persons"));
}

static void
look_privacy(struct sheet *s, const struct told *t)
{
	const char	*what, *text;
	struct place	 at;
	int		 c, n;

	for (c = 0; !t->private && c < schema_ncols(s->schema); c++) {
		if (t->v[c] == NULL || s->schema->cols[c].type != COL_TEXT)
			continue;
		at = place_of(s, t, s->schema->cols[c].name);
		for (n = 0, text = t->v[c]; (what = privacy_finds(s->privacy,
		    text, &n)) != NULL;) {
			msg_warn(&at, what, NULL);
			msg_hint(N_("every clone reads it: a role says "
			    "enough"));
		}
	}
	for (n = 0; !t->private && t->prose != NULL && (what = privacy_finds(
	    s->privacy, t->prose, &n)) != NULL;)
		msg_warn(&(struct place){ s->shown, t->line, 0, "prose" },
		    what, NULL);
}

static void
take_number(struct sheet *s, struct told *t, const struct record *r)
{
	char		 digest[DIGEST_LEN];
	const char	*best = NULL;
	enum known	 rank = KNOWN_NONE;
	int		 i;

	for (i = 0; i < r->n && i < s->ncols; i++)
		if (s->number[i] != KNOWN_NONE && *r->f[i] != '\0' &&
		    (best == NULL || s->number[i] < rank)) {
			best = r->f[i];
			rank = s->number[i];
		}
	if (best == NULL)
		return;
	slug_digest(digest, best, strlen(best));
	t->mark = arena_printf(&s->arena, "%s %.12s", s->k->table, digest);
}

static void
take_row(struct sheet *s, const struct record *r)
{
	const struct column	*c;
	struct place		 at = { s->shown, r->line, 0, NULL };
	unsigned long		 before = msg_faults();
	struct told		*t;
	char			*v;
	int			 i, any = 0;

	s->t = mem_grow(s->t, s->n, &s->cap, sizeof(*s->t));
	t = &s->t[s->n];
	memset(t, 0, sizeof(*t));
	t->line = r->line;
	for (i = 0; i < r->n && i < s->ncols; i++) {
		v = arena_str(&s->arena, r->f[i]);
		words_trim(v, strlen(v) + 1, v);
		if (*v == '\0' || source_unanswered(s->source, v))
			continue;
		s->filled[i] = 1;
		at.column = s->header[i];
		any |= s->col[i] != UNREAD;
		if (s->col[i] == PROSE)
			t->prose = v;
		if (s->col[i] < 0)
			continue;
		c = &s->schema->cols[s->col[i]];
		t->v[s->col[i]] = cell_value(s, &at, c, v);
	}
	if (!any)
		return;
	s->n++;
	take_number(s, t, r);
	t->private = s->ask->private || (value_of(s, t, "visibility") != NULL &&
	    strcmp(value_of(s, t, "visibility"), "private") == 0);
	look_whole(s, t, before);
	look_privacy(s, t);
}

/* --- into the tables -------------------------------------------------------------- */

static struct table *
table_of(const struct sheet *s, const struct told *t)
{
	return t->private ? s->secret : s->open;
}

/* The id of the row that this submission became; NULL: none yet. */
static const char *
became(const struct sheet *s, const struct told *t)
{
	size_t	i;

	for (i = table_first(s->taken); t->mark != NULL &&
	    i < s->taken->nrows; i = table_next(s->taken, i))
		if (cell_is(s->taken, i, "sheet", t->mark))
			return cell(s->taken, i, "line");
	return NULL;
}

static void
digest_row(const struct sheet *s, const struct told *t, char buf[DIGEST_LEN])
{
	struct str	all;
	int		c;

	str_init(&all);
	for (c = 0; c < schema_ncols(s->schema); c++)
		str_printf(&all, "%s\n", t->v[c] != NULL ? t->v[c] : "");
	slug_digest(buf, all.s, all.len);
	buf[16] = '\0';
	str_free(&all);
}

static void
remember(struct sheet *s, const struct told *t, const char *id)
{
	char		 buf[DIGEST_LEN], day[DATE_LEN];
	const char	*date = value_of(s, t, "date");
	size_t		 row;

	if (t->mark == NULL)
		return;
	row = table_find_by(s->taken, "sheet", t->mark, "line", id, NULL);
	if (row == s->taken->nrows) {
		edit_begin_table(s->p, s->taken);
		row = table_add(s->taken);
		table_set(s->taken, row, "sheet", t->mark);
		table_set(s->taken, row, "line", id);
	}
	date_str(day, s->today);
	table_set(s->taken, row, "on", day);
	if (date != NULL)
		memcpy(day, date, DATE_LEN);
	day[7] = '\0';
	table_set(s->taken, row, "month", day);
	digest_row(s, t, buf);
	table_set(s->taken, row, "said", buf);
}

/* Whether this submission said the same already: then nothing is to do. */
static int
taken_before(const struct sheet *s, const struct told *t, const char *id)
{
	char	buf[DIGEST_LEN];
	size_t	row;

	if (t->mark == NULL)
		return 0;
	row = table_find_by(s->taken, "sheet", t->mark, "line", id, NULL);
	digest_row(s, t, buf);
	return row < s->taken->nrows && cell_is(s->taken, row, "said", buf);
}

/* A row that is there: what differs is taken over, and said. */
static int
update(struct sheet *s, struct told *t, struct table *tab, size_t row)
{
	struct place	 at = place_of(s, t, "visibility");
	const struct column *c;
	struct str	 what;
	int		 k;

	if (tab->secret != t->private) {
		msg_fault(&at, N_("a row does not move between the shared "
		    "folder and the private one"));
		return -1;
	}
	str_init(&what);
	for (k = 0; k < schema_ncols(s->schema); k++) {
		c = &s->schema->cols[k];
		if (t->v[k] == NULL || c->type == COL_ID ||
		    c->type == COL_OPENREF || c->type == COL_OPENREFS ||
		    cell_is(tab, row, c->name, t->v[k]))
			continue;
		str_printf(&what, "%s%s", what.len > 0 ? ", " : "", c->name);
		table_set(tab, row, c->name, t->v[k]);
	}
	if (what.len > 0) {
		edit_note(s->e, N_("changed: %s (%s)"), cell(tab, row, "id"),
		    what.s);
		s->changed++;
	}
	str_free(&what);
	if (s->k->add != add_difficulty || log_difficulty_ok(tab, row) == 0)
		return 0;
	at = (struct place){ s->shown, t->line, 0, NULL };
	msg_fault(&at, N_("this line cannot be taken over"));
	return -1;
}

/* The row of an id, in the shared table or in the private one; or nothing. */
static struct table *
find(const struct sheet *s, const char *id, size_t *row)
{
	if ((*row = table_find(s->open, id)) < s->open->nrows)
		return s->open;
	if ((*row = table_find(s->secret, id)) < s->secret->nrows)
		return s->secret;
	return NULL;
}

static void
entries_of(const struct sheet *s, const struct told *t, struct entry *en)
{
	int	c, n = 0;

	for (c = 0; c < schema_ncols(s->schema); c++) {
		if (s->schema->cols[c].type == COL_ID || t->v[c] == NULL)
			continue;
		en[n++] = (struct entry){ s->schema->cols[c].name, NULL,
		    t->v[c], NULL };
	}
	en[n] = (struct entry){ NULL, NULL, NULL, NULL };
}

static int
add(struct sheet *s, struct told *t, const char *id)
{
	struct entry	 en[NCOLS + 1];
	struct place	 at = { s->shown, t->line, 0, NULL };
	struct edit	*e = s->e;
	size_t		 notes = e->notes.len, rows;
	int		 rc, day;

	entries_of(s, t, en);
	rows = table_count(table_of(s, t));
	e->id = id;
	/* That it is there already is no news, row by row. */
	msg_quiet(1);
	if (value_of(s, t, "date") != NULL &&
	    date_parse(value_of(s, t, "date"), &day) == 0)
		project_date(s->p, day);
	rc = s->k->add(e, t->private, t->prose, en);
	project_date(s->p, s->today);
	msg_quiet(s->ask->quiet);
	e->notes.len = notes;
	e->notes.s[notes] = '\0';
	entry_free(en);
	if (rc != 0 || e->got == NULL)
		msg_fault(&at, N_("this line cannot be taken over"));
	else {
		if (table_count(table_of(s, t)) > rows) {
			edit_note(e, t->private ?
			    N_("noted, in the private folder: %s") :
			    N_("noted: %s"), e->got);
			s->changed++;
		}
		remember(s, t, e->got);
	}
	e->id = e->about = e->about_typed = e->under = e->under_is = NULL;
	e->already = 0;
	free(e->got);
	e->got = NULL;
	return rc;
}

static int
bring(struct sheet *s, struct told *t)
{
	const char	*id = value_of(s, t, "id"), *before = NULL;
	struct table	*tab;
	size_t		 row;

	if (id == NULL)
		id = before = became(s, t);
	if (id == NULL)
		return add(s, t, NULL);
	if (before != NULL && taken_before(s, t, id))
		return 0;
	if ((tab = find(s, id, &row)) == NULL)
		return add(s, t, id);
	if (update(s, t, tab, row) != 0)
		return -1;
	remember(s, t, id);
	return 0;
}

/* --- together ---------------------------------------------------------------------- */

static void
say_unread(const struct sheet *s, long line)
{
	struct place	at = { s->shown, line, 0, NULL };
	int		i;

	for (i = 0; i < s->ncols; i++) {
		if (s->col[i] != UNREAD || !s->filled[i] ||
		    *s->header[i] == '_' || s->number[i] != KNOWN_NONE ||
		    source_meta(s->source, s->header[i]) != META_NOT)
			continue;
		at.column = s->header[i];
		msg_warn(&at, N_("this column is not read"));
	}
}

static void
say_what(const struct sheet *s, const struct reader *rd)
{
	const struct dialect	*d = reader_dialect(rd);
	struct place		 at = { s->shown, 0, 0, NULL };
	char			 sep[2] = { d->sep, '\0' };

	msg_note_at(&at, N_("%s, separator '%s', %s"),
	    source_is_program(s->source) ? _(source_words(s->source)) :
	    _("a sheet of the log"), d->sep == '\t' ? "TAB" : sep,
	    d->cp1252 ? "CP1252" : "UTF-8");
}

static void
read_rows(struct sheet *s, struct reader *rd)
{
	struct record	r;
	long		line;

	if (!reader_next(rd, &r)) {
		if (reader_faults(rd) == 0)
			msg_fault(&(struct place){ s->shown, 0, 0, NULL },
			    N_("the file is empty"));
		return;
	}
	line = r.line;
	if (settle(s, &r) != 0)
		return;
	if (source_short_rows(s->source))
		reader_allow_short(rd);
	while (reader_next(rd, &r))
		take_row(s, &r);
	say_what(s, rd);
	say_unread(s, line);
}

static int
read_file(struct sheet *s)
{
	unsigned	 flags = READER_SECRET | READER_EOF_OK;
	struct reader	*rd;

	rd = s->ask->spill != NULL ?
	    spill_reader(s->ask->spill, s->shown, flags, 0) :
	    reader_open(s->ask->path, s->shown, flags, 0);
	if (rd == NULL)
		return -1;
	read_rows(s, rd);
	reader_close(rd);
	return 0;
}

static int
bring_all(struct sheet *s)
{
	unsigned long	before = msg_faults();
	size_t		i;

	if (read_file(s) != 0 || msg_faults() != before ||
	    msg_status() == MSG_TROUBLE)
		return -1;
	for (i = 0; i < s->n; i++)
		if (bring(s, &s->t[i]) != 0)
			return -1;
	if (s->changed == 0)
		edit_note(s->e, N_("nothing new in %s"), s->shown);
	return msg_faults() == before ? 0 : -1;
}

/* Which sheet it is, by its word in either language. */
static const struct kind *
kind_of(const char *what)
{
	char	*plain;
	size_t	 i;

	if (what == NULL)
		return &kinds[0];
	plain = words_plain(what);
	for (i = 0; i < NKINDS && strcmp(plain, kinds[i].word) != 0 &&
	    strcmp(plain, kinds[i].fr) != 0; i++)
		continue;
	free(plain);
	if (i < NKINDS)
		return &kinds[i];
	msg_trouble(N_("contacts, seen, lessons or difficulties, not "
	    "'%s'"), what);
	return NULL;
}

int
logsheet_import(struct edit *e, const struct logsheet_ask *ask)
{
	struct sheet	 s = { .e = e, .p = e->p, .ask = ask };
	const char	*order = project_get(e->p, "date_order");
	int		 rc = -1;

	if ((s.k = kind_of(ask->what)) == NULL)
		return -1;
	s.shown = strcmp(ask->path, "-") == 0 ? _("standard input") :
	    ask->path;
	s.schema = schema_find(s.k->table);
	s.open = project_table(e->p, s.k->table);
	s.secret = project_private(e->p, s.k->table);
	s.taken = project_private(e->p, "taken");
	s.privacy = privacy_load(e->p);
	s.today = project_today(e->p);
	s.order = *order == 'd' || *order == 'm' ? *order : 0;
	arena_init(&s.arena);
	e->previews = 1;
	if (!project_bad(e->p))
		rc = bring_all(&s);
	free(s.col);
	free(s.filled);
	free(s.number);
	free(s.header);
	free(s.t);
	privacy_free(s.privacy);
	arena_free(&s.arena);
	return rc;
}
