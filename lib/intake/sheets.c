/* Sheets on their way into responses.csv of the private folder. */
#include "intake/sheets.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/slug.h"
#include "base/utf.h"

void
sheets_begin(struct sheets *s, size_t ncrit, const char *source)
{
	memset(s, 0, sizeof(*s));
	arena_init(&s->arena);
	s->ncrit = ncrit;
	s->source = source;
	s->covered = arena_alloc(&s->arena, ncrit + 1);
}

void
sheets_free(struct sheets *s)
{
	free(s->v);
	arena_free(&s->arena);
}

struct sheet *
sheets_add(struct sheets *s, long line)
{
	struct sheet	*x;
	size_t		 c;

	s->v = mem_grow(s->v, s->n, &s->cap, sizeof(*s->v));
	x = &s->v[s->n++];
	memset(x, 0, sizeof(*x));
	x->line = line;
	x->group = WORDS_NONE;
	x->day = DATE_NONE;
	x->unit = "";
	x->score = arena_alloc(&s->arena, (s->ncrit + 1) * sizeof(*x->score));
	for (c = 0; c < s->ncrit; c++)
		x->score[c] = SCORE_SKIPPED;
	return x;
}

void
sheets_comment(struct sheets *s, struct sheet *x, size_t crit,
    const char *text)
{
	const char	**slot;

	if (x->comment == NULL)
		x->comment = arena_alloc(&s->arena,
		    s->ncrit * sizeof(*x->comment));
	slot = &x->comment[crit];
	/* Two comments of one person on one criterion stand in one cell. */
	*slot = *slot == NULL ? arena_str(&s->arena, text) :
	    arena_printf(&s->arena, "%s\n%s", *slot, text);
}

/* --- codes --------------------------------------------------------------- */

void
code_copy(char *to, const char *from)
{
	size_t	n = strnlen(from, CODE_LEN);

	memcpy(to, from, n);
	to[n] = '\0';
}

int
key_load(struct key *k, struct project *p)
{
	unsigned char	 raw[32];
	char		*file, hex[2 * sizeof(raw) + 2];
	size_t		 n, i;

	k->bytes = NULL;
	k->n = 0;
	file = project_read_private(p, "key", &n);
	if (file == NULL) {
		slug_random(raw, sizeof(raw));
		for (i = 0; i < sizeof(raw); i++)
			snprintf(hex + 2 * i, 3, "%02x", raw[i]);
		hex[2 * sizeof(raw)] = '\n';
		project_put_private(p, "key", hex, 2 * sizeof(raw) + 1);
		file = mem_strndup(hex, n = 2 * sizeof(raw) + 1);
	}
	while (n > 0 && (file[n - 1] == '\n' || file[n - 1] == '\r' ||
	    file[n - 1] == ' '))
		n--;
	if (n < 16) {
		msg_fault(&(struct place){ "key", 0, 0, NULL },
		    N_("the private key is too short: bring back the private "
		    "folder's own, or codes will not match"));
		free(file);
		return -1;
	}
	k->bytes = (unsigned char *)file;
	k->n = n;
	return 0;
}

void
key_free(struct key *k)
{
	if (k->bytes != NULL)
		explicit_bzero(k->bytes, k->n);
	free(k->bytes);
	k->bytes = NULL;
}

const char *
code_of(char *buf, const struct key *k, const char *space, const char *name)
{
	char	*text = mem_printf("%s\n%s", space, name);

	slug_code(buf, CODE_LEN, k->bytes, k->n, text);
	free(text);
	return buf;
}

const char *
code_of_plain(char *buf, const struct key *k, const char *round,
    const char *number)
{
	char	*text = mem_printf("%s\n%s", round, number);

	code_of(buf, k, "id", text);
	free(text);
	return buf;
}

const char *
code_of_form(char *buf, const struct key *k, const char *round,
    const char *number)
{
	char	*plain = utf_plain(number), *text, *p = plain;

	/* "012" and "12" are one form. */
	while (*p == '0' && p[1] != '\0')
		p++;
	text = mem_printf("%s\n%s", round, p);
	code_of(buf, k, "form", text);
	free(text);
	free(plain);
	return buf;
}

/* --- what is there already ------------------------------------------------ */

/* A sheet of responses.csv. */
struct known {
	char		 code[CODE_LEN + 1];
	size_t		 first, last;	/* its rows in this round, chained */
	size_t		 ofirst, olast;	/* and in others */
	const char	*other;		/* a round that counted it, or NULL */
	UT_hash_handle	 hh;
};

/* A submission whose sheet has a person's code. */
struct sub {
	char		 code[CODE_LEN + 1];
	const char	*round;
	UT_hash_handle	 hh;
};

struct stock {
	struct table	*t;
	int		 col[9];	/* by enum at */
	struct known	*known;
	struct sub	*subs;
	size_t		*next;		/* row -> next row of the same sheet */
	struct arena	 arena;
};

enum { C_ROUND, C_DATE, C_RESP, C_GROUP, C_UNIT, C_CRIT, C_SCORE, C_COMMENT,
    C_SOURCE, C_COUNT };
static const char *const	col_names[C_COUNT] = { "round", "date",
    "respondent", "group", "unit", "criterion", "score", "comment", "source" };

#define END	((size_t)-1)

static const char *
at(const struct stock *k, size_t row, int col)
{
	return cell_at(k->t, row, k->col[col]);
}

static struct known *
known_find(const struct stock *k, const char *code)
{
	struct known	*e = NULL;

	if (*code != '\0')
		HASH_FIND_STR(k->known, code, e);
	return e;
}

/* The code of the submission behind "kobo:CODE", or NULL. */
static const char *
sub_of(const char *source)
{
	const char	*colon = strchr(source, ':');

	return colon != NULL && strlen(colon + 1) == CODE_LEN ? colon + 1 :
	    NULL;
}

static void
stock_sub(struct stock *k, size_t row)
{
	const char	*code = sub_of(at(k, row, C_SOURCE));
	struct sub	*s;

	if (code == NULL)
		return;
	HASH_FIND_STR(k->subs, code, s);
	if (s != NULL)
		return;
	s = arena_alloc(&k->arena, sizeof(*s));
	code_copy(s->code, code);
	s->round = at(k, row, C_ROUND);
	HASH_ADD_STR(k->subs, code, s);
}

static void
chain(struct stock *k, size_t row, size_t *first, size_t *last)
{
	if (*first == END)
		*first = *last = row;
	else
		*last = k->next[*last] = row;
}

static void
stock_load(struct stock *k, struct project *p, const char *round)
{
	struct known	*e;
	const char	*code;
	size_t		 i;
	int		 c;

	memset(k, 0, sizeof(*k));
	arena_init(&k->arena);
	k->t = project_private(p, "responses");
	for (c = 0; c < C_COUNT; c++)
		k->col[c] = table_col(k->t, col_names[c]);
	k->next = mem_alloc((k->t->nrows + 1) * sizeof(*k->next));
	for (i = table_first(k->t); i < k->t->nrows; i = table_next(k->t, i)) {
		code = at(k, i, C_RESP);
		k->next[i] = END;
		stock_sub(k, i);
		if (strlen(code) > CODE_LEN || *code == '\0')
			continue;	/* somebody's own hand */
		if ((e = known_find(k, code)) == NULL) {
			e = arena_alloc(&k->arena, sizeof(*e));
			code_copy(e->code, code);
			e->first = e->last = e->ofirst = e->olast = END;
			HASH_ADD_STR(k->known, code, e);
		}
		if (strcmp(at(k, i, C_ROUND), round) == 0)
			chain(k, i, &e->first, &e->last);
		else {
			e->other = at(k, i, C_ROUND);
			chain(k, i, &e->ofirst, &e->olast);
		}
	}
}

static void
stock_free(struct stock *k)
{
	HASH_CLEAR(hh, k->known);
	HASH_CLEAR(hh, k->subs);
	free(k->next);
	arena_free(&k->arena);
}

/* --- merging --------------------------------------------------------------- */

static int
is_blank_sheet(const struct sheets *s, const struct sheet *x)
{
	size_t	c;

	for (c = 0; c < s->ncrit; c++)
		if (x->score[c] != SCORE_SKIPPED || (x->comment != NULL &&
		    x->comment[c] != NULL))
			return 0;
	return 1;
}

/* Write v into a cell if it is not there already; whether it was not. */
static int
put(struct stock *k, size_t row, int col, const char *v)
{
	if (strcmp(at(k, row, col), v) == 0)
		return 0;
	table_set(k->t, row, col_names[col], v);
	return 1;
}

/* What the sheet says of itself, in one row; whether anything changed. */
static int
put_sheet(struct stock *k, size_t row, const struct sheets *s,
    const struct sheet *x, const struct framework *fw)
{
	char	day[DATE_LEN];
	int	changed = 0;

	if (s->has_group && x->group != WORDS_NONE)
		changed |= put(k, row, C_GROUP, fw->groups[x->group].id);
	else if (s->has_group)
		changed |= put(k, row, C_GROUP, "");
	if (s->has_date && x->day != DATE_NONE)
		changed |= put(k, row, C_DATE, date_str(day, x->day));
	if (s->has_unit)
		changed |= put(k, row, C_UNIT, x->unit);
	return changed;
}

/* The new row of one criterion; `like`: an older row of the sheet, or END. */
static void
add_row(struct stock *k, const struct sheets *s, const struct sheet *x,
    const char *round, const struct framework *fw, size_t crit, size_t like)
{
	char	 buf[NUM_LEN], *source;
	size_t	 row = table_add(k->t);

	/* What this source does not say goes on as it was. */
	if (like != END) {
		table_set(k->t, row, "date", at(k, like, C_DATE));
		table_set(k->t, row, "group", at(k, like, C_GROUP));
		table_set(k->t, row, "unit", at(k, like, C_UNIT));
	}
	table_set(k->t, row, "round", round);
	table_set(k->t, row, "respondent", x->code);
	table_set(k->t, row, "criterion", fw->crit[crit].id);
	table_set(k->t, row, "score", score_str(buf, fw->crit[crit].scale,
	    x->score[crit]));
	if (x->comment != NULL && x->comment[crit] != NULL)
		table_set(k->t, row, "comment", x->comment[crit]);
	if (x->sub[0] != '\0') {
		source = mem_printf("%s:%s", s->source, x->sub);
		table_set(k->t, row, "source", source);
		free(source);
	} else
		table_set(k->t, row, "source", s->source);
	put_sheet(k, row, s, x, fw);
}

static int
has_row(const struct sheets *s, const struct sheet *x, size_t c)
{
	return s->covered[c] || (x->comment != NULL && x->comment[c] != NULL);
}

static void
add_sheet(struct stock *k, const struct sheets *s, const struct sheet *x,
    const char *round, const struct framework *fw)
{
	size_t	c;

	for (c = 0; c < s->ncrit; c++)
		if (has_row(s, x, c))
			add_row(k, s, x, round, fw, c, END);
}

/* A person's later submission takes the place of the one before. */
static int
put_sub(struct stock *k, size_t row, const struct sheets *s,
    const struct sheet *x)
{
	const char	*was = sub_of(at(k, row, C_SOURCE));
	char		*source;
	int		 changed;

	if (x->sub[0] == '\0' || (was != NULL && strcmp(was, x->sub) == 0))
		return 0;
	source = mem_printf("%s:%s", s->source, x->sub);
	changed = put(k, row, C_SOURCE, source);
	free(source);
	return changed;
}

/* One row that is there, against the sheet as it is now. */
static int
update_row(struct stock *k, const struct sheets *s, const struct sheet *x,
    const struct framework *fw, size_t row, unsigned char *met)
{
	char	buf[NUM_LEN];
	size_t	c = framework_crit(fw, at(k, row, C_CRIT));
	int	changed = put_sheet(k, row, s, x, fw) |
		    put_sub(k, row, s, x);

	if (c >= s->ncrit)
		return changed;
	met[c] = 1;
	if (s->covered[c])
		changed |= put(k, row, C_SCORE, score_str(buf,
		    fw->crit[c].scale, x->score[c]));
	if (x->comment != NULL && x->comment[c] != NULL)
		changed |= put(k, row, C_COMMENT, x->comment[c]);
	return changed;
}

/* Move the rows of a sheet to the end, where new ones can stand with them. */
static void
move_rows(struct stock *k, const struct known *e)
{
	size_t	row, to;
	int	c;

	for (row = e->first; row != END; row = k->next[row]) {
		to = table_add(k->t);
		for (c = 0; c < k->t->ncols; c++)
			k->t->rows[to].f[c] = k->t->rows[row].f[c];
		table_drop(k->t, row);
	}
}

static int
update_sheet(struct stock *k, const struct sheets *s, const struct sheet *x,
    const char *round, const struct framework *fw, const struct known *e)
{
	unsigned char	*met = mem_calloc(s->ncrit + 1, 1);
	size_t		 row, c;
	int		 changed = 0, moved = 0;

	for (row = e->first; row != END; row = k->next[row])
		changed |= update_row(k, s, x, fw, row, met);
	for (c = 0; c < s->ncrit; c++) {
		if (met[c] || !has_row(s, x, c))
			continue;
		if (!moved)
			move_rows(k, e);
		moved = changed = 1;
		add_row(k, s, x, round, fw, c, e->first);
	}
	free(met);
	return changed;
}

/* By code, and by line among the sheets of one code. */
static int
by_code(const void *a, const void *b)
{
	const struct sheet	*x = a, *y = b;
	int			 d = strcmp(x->code, y->code);

	return d != 0 ? d : (x->line > y->line) - (x->line < y->line);
}

static int
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static int
same_answers(const struct sheets *s, const struct sheet *x,
    const struct sheet *y)
{
	size_t	c;

	if (x->group != y->group || x->day != y->day ||
	    strcmp(x->unit, y->unit) != 0)
		return 0;
	for (c = 0; c < s->ncrit; c++)
		if (x->score[c] != y->score[c] ||
		    !same_text(x->comment != NULL ? x->comment[c] : NULL,
		    y->comment != NULL ? y->comment[c] : NULL))
			return 0;
	return 1;
}

/* The same sheet stands in the source twice. */
static void
twice(const struct sheets *s, const struct sheet *x, const struct sheet *y)
{
	struct place	where = { s->shown, y->line, 0, NULL };

	if (!same_answers(s, x, y))
		msg_fault(&where, N_("the same sheet as on line %ld, with "
		    "other answers"),
		    x->line);
}

struct mark {
	char		 code[CODE_LEN + 1];
	int		 here;		/* forgotten in this round */
	UT_hash_handle	 hh;
};

static struct mark *
marks_load(struct project *p, const char *round, struct arena *a)
{
	struct table	*t = project_private(p, "forgotten");
	struct mark	*head = NULL, *m;
	const char	*code;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		code = cell(t, i, "code");
		if (strlen(code) > CODE_LEN)
			continue;
		HASH_FIND_STR(head, code, m);
		if (m == NULL) {
			m = arena_alloc(a, sizeof(*m));
			code_copy(m->code, code);
			HASH_ADD_STR(head, code, m);
		}
		m->here |= cell_is(t, i, "round", round);
	}
	return head;
}

/*
 * A submission belongs to one round: forgotten there, it must not come in by
 * another.  A person may answer again, in another submission.
 */
static int
is_marked(struct mark *head, const struct sheet *x)
{
	struct mark	*m;
	int		 i;

	HASH_FIND_STR(head, x->code, m);
	if (m != NULL && x->person && !m->here)
		m = NULL;
	for (i = 0; m == NULL && i < 3; i++)
		if (x->alias[i][0] != '\0')
			HASH_FIND_STR(head, x->alias[i], m);
	if (m == NULL && x->sub[0] != '\0')
		HASH_FIND_STR(head, x->sub, m);
	return m != NULL;
}

/* The sheet under its own code or under one that an earlier export gave it. */
static void
known_sheet(const struct stock *k, struct sheet *x)
{
	const struct known	*e = known_find(k, x->code);
	int			 i;

	for (i = 0; e == NULL && i < 3; i++)
		if ((e = known_find(k, x->alias[i])) != NULL)
			code_copy(x->code, e->code);
}

/* Whether the rows of another round give the same answers as the sheet. */
static int
answered_alike(const struct stock *k, const struct sheets *s,
    const struct sheet *x, const struct framework *fw, const struct known *e)
{
	char	buf[NUM_LEN];
	size_t	row, c, met = 0;

	for (row = e->ofirst; row != END; row = k->next[row]) {
		c = framework_crit(fw, at(k, row, C_CRIT));
		if (c >= s->ncrit || !s->covered[c])
			continue;
		if (strcmp(at(k, row, C_SCORE), score_str(buf,
		    fw->crit[c].scale, x->score[c])) != 0)
			return 0;
		met++;
	}
	return met > 0;
}

/* A round other than this one that counted the submission, or NULL. */
static const char *
counted_in(const struct stock *k, const struct sheets *all,
    const struct sheet *x, const struct known *e, const char *round,
    const struct framework *fw)
{
	struct sub		*s = NULL;
	const struct known	*o;
	size_t			 i;

	/* A plain number says little: the answers must be the same too. */
	for (i = 0; x->plain != NULL && x->plain[i][0] != '\0'; i++)
		if ((o = known_find(k, x->plain[i])) != NULL &&
		    o->ofirst != END && answered_alike(k, all, x, fw, o))
			return o->other;
	if (!x->person)
		return e != NULL && e->first == END ? e->other : NULL;
	if (x->sub[0] != '\0')
		HASH_FIND_STR(k->subs, x->sub, s);
	return s != NULL && strcmp(s->round, round) != 0 ? s->round : NULL;
}

/* One sheet that no earlier line of the source brought. */
static void
merge_one(struct sheets *s, struct sheet *x, struct stock *k,
    const char *round, const struct framework *fw, struct merged *m)
{
	const struct known	*e = known_find(k, x->code);
	int			 blank = is_blank_sheet(s, x);

	if (e != NULL && e->first != END && !(blank && x->waits)) {
		if (update_sheet(k, s, x, round, fw, e)) {
			m->changed++;
			m->renumbered += x->plain != NULL;
		} else
			m->same++;
		m->ungrouped += s->has_group && x->group == WORDS_NONE;
	} else if (blank)
		m->blank++;
	else {
		add_sheet(k, s, x, round, fw);
		m->added++;
		m->ungrouped += s->has_group && x->group == WORDS_NONE;
	}
}

void
sheets_merge(struct sheets *s, struct project *p, const char *round,
    const struct framework *fw, struct merged *m)
{
	struct stock	 k;
	struct mark	*marks;
	struct sheet	*x, *before = NULL;
	size_t		 i;

	memset(m, 0, sizeof(*m));
	stock_load(&k, p, round);
	marks = marks_load(p, round, &k.arena);
	for (i = 0; i < s->n; i++)
		known_sheet(&k, &s->v[i]);
	if (s->n > 1)
		qsort(s->v, s->n, sizeof(*s->v), by_code);
	for (i = 0; i < s->n; i++) {
		x = &s->v[i];
		if (is_marked(marks, x))
			m->forgotten++;
		else if (counted_in(&k, s, x, known_find(&k, x->code), round,
		    fw) != NULL)
			m->elsewhere++;
		else if (before != NULL && strcmp(before->code, x->code) == 0)
			twice(s, before, x);
		else
			merge_one(s, before = x, &k, round, fw, m);
	}
	HASH_CLEAR(hh, marks);
	stock_free(&k);
}

/* Something stands there, and the new is something else. */
static int
is_lost(const char *there, const char *now)
{
	return *there != '\0' && strcmp(there, now) != 0;
}

enum stored
sheets_stored(const struct sheets *s, const struct sheet *x,
    struct project *p, const char *round, const struct framework *fw)
{
	struct stock	 k;
	const struct known *e;
	char		 buf[NUM_LEN], day[DATE_LEN];
	const char	*group;
	size_t		 row, c;
	int		 lost = 0;

	stock_load(&k, p, round);
	if ((e = known_find(&k, x->code)) == NULL || e->first == END) {
		stock_free(&k);
		return STORED_NOT;
	}
	group = x->group != WORDS_NONE ? fw->groups[x->group].id : "";
	for (row = e->first; row != END; row = k.next[row]) {
		c = framework_crit(fw, at(&k, row, C_CRIT));
		lost |= c < s->ncrit && s->covered[c] &&
		    is_lost(at(&k, row, C_SCORE), score_str(buf,
		    fw->crit[c].scale, x->score[c]));
		lost |= s->has_group && is_lost(at(&k, row, C_GROUP), group);
		lost |= s->has_date && x->day != DATE_NONE &&
		    is_lost(at(&k, row, C_DATE), date_str(day, x->day));
	}
	stock_free(&k);
	return lost ? STORED_OTHER : STORED_ALIKE;
}

struct forms {
	struct key	 key;
	char		*round;
	struct mark	*codes;
	struct arena	 arena;
};

struct forms *
forms_load(struct project *p, const char *round)
{
	struct table	*t = project_private(p, "responses");
	struct forms	*f;
	struct mark	*m;
	const char	*code;
	size_t		 i;

	if (project_bad(p))
		return NULL;
	f = mem_calloc(1, sizeof(*f));
	arena_init(&f->arena);
	f->round = arena_str(&f->arena, round);
	if (key_load(&f->key, p) != 0) {
		forms_free(f);
		return NULL;
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		code = cell(t, i, "respondent");
		if (!cell_is(t, i, "round", round) || strlen(code) > CODE_LEN)
			continue;
		HASH_FIND_STR(f->codes, code, m);
		if (m != NULL)
			continue;
		m = arena_alloc(&f->arena, sizeof(*m));
		code_copy(m->code, code);
		HASH_ADD_STR(f->codes, code, m);
	}
	return f;
}

int
forms_has(const struct forms *f, const char *number)
{
	struct mark	*m;
	char		 code[CODE_LEN + 1];

	code_of_form(code, &f->key, f->round, number);
	HASH_FIND_STR(f->codes, code, m);
	return m != NULL;
}

void
forms_free(struct forms *f)
{
	if (f == NULL)
		return;
	HASH_CLEAR(hh, f->codes);
	key_free(&f->key);
	arena_free(&f->arena);
	free(f);
}

void
merged_say(const struct merged *m, const char *round)
{
	msg_note(N_("%s: %lu new, %lu changed, %lu same"), round, m->added,
	    m->changed, m->same);
	if (m->renumbered > 0)
		msg_warn(NULL, N_("a changed sheet has the number of one that "
		    "was there: if it is somebody else's, number this file "
		    "otherwise"));
	if (m->elsewhere > 0)
		msg_note_n(m->elsewhere,
		    "left out: %lu sheet that another round counted already",
		    "left out: %lu sheets that another round counted already",
		    m->elsewhere);
	if (m->forgotten > 0)
		msg_note_n(m->forgotten,
		    "left out: %lu sheet that was forgotten on request",
		    "left out: %lu sheets that were forgotten on request",
		    m->forgotten);
	if (m->blank > 0)
		msg_note_n(m->blank, "left out: %lu sheet without any answer",
		    "left out: %lu sheets without any answer", m->blank);
	if (m->ungrouped > 0)
		msg_note_n(m->ungrouped,
		    "%lu sheet has no group and counts in 'all' only",
		    "%lu sheets have no group and count in 'all' only",
		    m->ungrouped);
}

/* --- rounds ----------------------------------------------------------------- */

/* The row of a round by its id or a beginning that only one has; else said. */
static size_t
round_row(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");

	return table_resolve(t, round);
}

const char *
round_open(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");
	size_t		 i = round_row(p, round);
	struct place	 where;

	if (i >= t->nrows)
		return NULL;
	where = table_place(t, i, NULL);
	round = cell(t, i, "id");
	if (!cell_is(t, i, "status", "open")) {
		msg_fault(&where, N_("round '%s' is closed: a late sheet "
		    "belongs to the next round"),
		    round);
		return NULL;
	}
	if (cell_is(t, i, "method", "consensus")) {
		msg_fault(&where, N_("round '%s' is a consensus: it has agreed "
		    "scores (cpm-assess agree) and no sheets"),
		    round);
		return NULL;
	}
	if (cell_is(t, i, "method", "hands")) {
		msg_fault(&where, N_("round '%s' is a show of hands and takes "
		    "no sheets"),
		    round);
		return NULL;
	}
	return round;
}

/* --- forgetting -------------------------------------------------------------- */

/* A sheet by round and code. */
struct gone {
	char		*key;		/* round, LF, code */
	const char	*code, *round;
	UT_hash_handle	 hh;
};

static struct gone *
gone_note(struct gone **head, struct arena *a, const char *round,
    const char *code)
{
	struct gone	*g;
	char		*key = arena_printf(a, "%s\n%s", round, code);

	HASH_FIND_STR(*head, key, g);
	if (g != NULL)
		return g;
	g = arena_alloc(a, sizeof(*g));
	g->key = key;
	g->code = arena_str(a, code);
	g->round = arena_str(a, round);
	HASH_ADD_KEYPTR(hh, *head, g->key, strlen(g->key), g);
	return g;
}

/* Mark each of them, unless an earlier forgetting did. */
static void
mark_forgotten(struct table *t, const struct gone *head, int today,
    struct arena *a)
{
	struct gone		*marked = NULL, *hit;
	const struct gone	*g;
	char			 day[DATE_LEN];
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		gone_note(&marked, a, cell(t, i, "round"),
		    cell(t, i, "code"));
	for (g = head; g != NULL; g = g->hh.next) {
		HASH_FIND_STR(marked, g->key, hit);
		if (hit != NULL)
			continue;
		i = table_add(t);
		table_set(t, i, "code", g->code);
		table_set(t, i, "round", g->round);
		table_set(t, i, "on", date_str(day, today));
	}
	HASH_CLEAR(hh, marked);
}

/*
 * The sheets (not rows) that the rows to delete belong to, and apart from
 * them the submissions that brought the sheets of persons.
 */
static struct gone *
collect(struct table *t, const char *code, const char *round,
    struct gone **subs, struct arena *a)
{
	struct gone	*head = NULL;
	const char	*r, *c, *sub;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		r = cell(t, i, "round");
		c = cell(t, i, "respondent");
		sub = sub_of(cell(t, i, "source"));
		if ((code != NULL && strcmp(c, code) != 0 &&
		    (sub == NULL || strcmp(sub, code) != 0)) ||
		    (round != NULL && strcmp(r, round) != 0))
			continue;
		gone_note(&head, a, r, c);
		if (sub != NULL)
			gone_note(subs, a, r, sub);
		table_drop(t, i);
	}
	return head;
}

/* A round that lost sheets. */
struct rounds {
	const char	*id;
	struct rounds	*next;
};

static void
note_round(struct forgot *f, const char *round)
{
	struct rounds	*r;

	for (r = f->rounds; r != NULL; r = r->next)
		if (strcmp(r->id, round) == 0)
			return;
	r = arena_alloc(&f->arena, sizeof(*r));
	r->id = arena_str(&f->arena, round);
	r->next = f->rounds;
	f->rounds = r;
}

void
forgot_say(const struct forgot *f, struct project *p)
{
	struct table		*t = project_table(p, "rounds");
	const struct rounds	*r;
	size_t			 i;

	if (f->sheets + f->hands == 0) {
		msg_note(N_("already forgotten"));
		return;
	}
	if (f->sheets > 0)
		msg_note_n(f->sheets, "%lu sheet deleted from the private "
		    "folder", "%lu sheets deleted from the private folder",
		    f->sheets);
	if (f->hands > 0)
		msg_note_n(f->hands, "%lu count of hands deleted from the "
		    "private folder", "%lu counts of hands deleted from the "
		    "private folder", f->hands);
	for (r = f->rounds; r != NULL; r = r->next) {
		i = table_find(t, r->id);
		if (i < t->nrows && !cell_is(t, i, "status", "open"))
			msg_note(N_("%s: what was published stays as it was "
			    "published"),
			    r->id);
		else
			msg_note(N_("%s: the round is open and will be counted "
			    "without it"),
			    r->id);
	}
	msg_note(N_("copies elsewhere (the survey server, the export, a "
	    "backup) are yours to delete"));
}

void
forgot_free(struct forgot *f)
{
	arena_free(&f->arena);
}

static int
none_found(struct project *p, const char *code, const char *round)
{
	struct table	*marks = project_private(p, "forgotten");
	size_t		 i;

	for (i = table_first(marks); i < marks->nrows;
	    i = table_next(marks, i))
		if ((code == NULL || cell_is(marks, i, "code", code)) &&
		    (round == NULL || cell_is(marks, i, "round", round)))
			return 0;
	if (code == NULL)
		msg_fault(NULL, N_("round '%s' has no sheets to forget"),
		    round);
	else if (slug_code_ok(code, CODE_LEN))
		msg_fault(NULL, N_("there is no such sheet"));
	else {
		msg_fault(NULL, N_("no sheet has this code, and it is not well "
		    "typed"));
		msg_hint(N_("a code has %d characters, the last one checks the "
		    "others"),
		    CODE_LEN);
	}
	return -1;
}

static int
forget(struct project *p, const char *code, const char *round, int today,
    struct forgot *f)
{
	struct table	*t = project_private(p, "responses"),
			*marks = project_private(p, "forgotten"),
			*hands = round != NULL && code == NULL ?
			    project_private(p, "hands") : NULL;
	struct gone	*head, *subs = NULL, *g;
	size_t		 i;

	if (project_bad(p))
		return -1;
	head = collect(t, code, round, &subs, &f->arena);
	f->sheets = HASH_COUNT(head);
	mark_forgotten(marks, head, today, &f->arena);
	mark_forgotten(marks, subs, today, &f->arena);
	for (g = head; g != NULL; g = g->hh.next)
		note_round(f, g->round);
	for (i = hands != NULL ? table_first(hands) : 0;
	    hands != NULL && i < hands->nrows; i = table_next(hands, i))
		if (cell_is(hands, i, "round", round)) {
			table_drop(hands, i);
			note_round(f, round);
			f->hands++;
		}
	HASH_CLEAR(hh, head);
	HASH_CLEAR(hh, subs);
	return f->sheets + f->hands > 0 ? 0 : none_found(p, code, round);
}

static int
is_stored(struct project *p, const char *code)
{
	struct table	*t = project_private(p, "responses"),
			*marks = project_private(p, "forgotten");
	const char	*sub;
	size_t		 i;

	if (table_find_by(t, "respondent", code, NULL) < t->nrows ||
	    table_find_by(marks, "code", code, NULL) < marks->nrows)
		return 1;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((sub = sub_of(cell(t, i, "source"))) != NULL &&
		    strcmp(sub, code) == 0)
			return 1;
	return 0;
}

/* A submission is known under one of these names. */
static int
forget_submission(struct project *p, const struct key *key,
    const struct forget_ask *a, const char *round, struct forgot *f)
{
	static const char *const	spaces[] = { "uuid", "_id", "person",
	    NULL };
	struct table	*rounds = project_table(p, "rounds");
	char		*name = utf_fold(a->submission), code[CODE_LEN + 1];
	const char	*plain = strncmp(name, "uuid:", 5) == 0 ? name + 5 :
			    name;
	size_t		 r;
	int		 i, found = 0;

	for (i = 0; spaces[i] != NULL && !found; i++)
		found = is_stored(p, code_of(code, key, spaces[i], plain));
	for (r = table_first(rounds); r < rounds->nrows && !found;
	    r = table_next(rounds, r))
		if (round == NULL || cell_is(rounds, r, "id", round))
			found = is_stored(p, code_of_plain(code, key,
			    cell(rounds, r, "id"), plain));
	free(name);
	return forget(p, code, round, a->today, f);
}

int
sheets_forget(struct project *p, const struct forget_ask *a,
    struct forgot *f)
{
	struct table	*rounds = project_table(p, "rounds");
	struct key	 key = { NULL, 0 };
	const char	*round = NULL;
	char		 code[CODE_LEN + 1];
	size_t		 i;
	int		 rc;

	memset(f, 0, sizeof(*f));
	arena_init(&f->arena);
	if (a->round != NULL) {
		i = table_resolve(rounds, a->round);
		if (i >= rounds->nrows)
			return -1;
		round = cell(rounds, i, "id");
	}
	if (a->form == NULL && a->submission == NULL)
		return forget(p, a->code, round, a->today, f);
	if (key_load(&key, p) != 0)
		return -1;
	if (a->form != NULL) {
		code_of_form(code, &key, round, a->form);
		rc = forget(p, code, round, a->today, f);
	} else
		rc = forget_submission(p, &key, a, round, f);
	key_free(&key);
	return rc;
}
