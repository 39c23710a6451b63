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

static void
stock_sub(struct stock *k, size_t row)
{
	const char	*code = code_sub(at(k, row, C_SOURCE));
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
	const char	*was = code_sub(at(k, row, C_SOURCE));
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

/*
 * A plain number that was forgotten in another round: every file may begin
 * again from 1, so that nothing tells whether it is the same person.
 */
static int
is_doubtful(struct mark *head, const struct sheet *x)
{
	struct mark	*m = NULL;
	size_t		 i;

	for (i = 0; x->plain != NULL && x->plain[i][0] != '\0' && m == NULL;
	    i++)
		HASH_FIND_STR(head, x->plain[i], m);
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
	unsigned long	 added;
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
		else {
			added = m->added;
			merge_one(s, before = x, &k, round, fw, m);
			m->doubtful += m->added > added &&
			    is_doubtful(marks, x);
		}
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
	if (m->doubtful > 0) {
		msg_warn(NULL, N_("new sheets have plain numbers that were "
		    "forgotten in another round: if this is that file again, "
		    "forget them here too"));
		msg_hint(N_("cpm-assess forget --round %s --submission "
		    "NUMBER"), round);
	}
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
