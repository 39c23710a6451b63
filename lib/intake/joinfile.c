/* Joining: the file and the folder, and whether they fit. */
#include "intake/join_in.h"

#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "base/slug.h"
#include "intake/sheets.h"
#include "intake/take.h"
#include "model/assess.h"
#include "model/keep.h"

/* --- the two sides ------------------------------------------------------ */

const char *
join_at(const struct side *s, size_t i, enum bundle_col c)
{
	return s->t != NULL ? cell_at(s->t, i, s->col[c]) : s->b->v[i].f[c];
}

const char *
join_pair(struct join *j, const char *round, const char *code)
{
	return arena_printf(&j->arena, "%s\n%s", round, code);
}

struct jsheet *
join_find(const struct side *s, const char *key)
{
	struct jsheet	*x;

	HASH_FIND_STR(s->sheets, key, x);
	return x;
}

/*
 * A plain file's respondent is a person, who may answer in another round;
 * anything else is a submission or a form, which belongs to one.
 */
static int
is_submitted(const char *code, const char *source)
{
	return *source != '\0' && strncmp(source, "wide", 4) != 0 &&
	    strncmp(source, "long", 4) != 0 && slug_code_ok(code, CODE_LEN);
}

static void
note_names(struct join *j, struct side *s, struct jsheet *x,
    const char *source)
{
	struct jname	*n;
	const char	*rest = source;
	char		 code[CODE_LEN + 1], *key;

	while ((rest = code_names(rest, code)) != NULL) {
		x->submitted = 0;	/* its names tell more */
		key = mem_printf("%s\n%s", x->round, code);
		HASH_FIND_STR(s->names, key, n);
		if (n == NULL) {
			n = arena_alloc(&j->arena, sizeof(*n));
			n->key = arena_str(&j->arena, key);
			n->code = strchr(n->key, '\n') + 1;
			n->round = x->round;
			n->sheet = x;
			HASH_ADD_KEYPTR(hh, s->names, n->key, strlen(n->key),
			    n);
			ids_add(s->codes, n->code, 1);
		}
		free(key);
	}
}

struct jsheet *
join_named(struct join *j, const struct side *s, const char *round,
    const char *code)
{
	const char	*key = join_pair(j, round, code);
	struct jsheet	*x = join_find(s, key);
	struct jname	*n;

	if (x != NULL)
		return x;
	HASH_FIND_STR(s->names, key, n);
	return n != NULL ? n->sheet : NULL;
}

int
join_any_name(struct join *j, const struct side *s, const struct jsheet *x,
    int (*is)(struct join *, const struct jsheet *, const char *))
{
	const char	*rest;
	char		 name[CODE_LEN + 1];
	size_t		 i;

	for (i = x->first; i != JOIN_END; i = s->next[i])
		for (rest = join_at(s, i, B_SOURCE);
		    (rest = code_names(rest, name)) != NULL;)
			if (is(j, x, name))
				return 1;
	return 0;
}

static void
side_row(struct join *j, struct side *s, size_t i, long line)
{
	const char	*round = join_at(s, i, B_ROUND),
			*code = join_at(s, i, B_CODE),
			*source = join_at(s, i, B_SOURCE);
	char		*key;
	struct jsheet	*x;

	if (*code == '\0')
		return;
	key = mem_printf("%s\n%s", round, code);
	s->next[i] = JOIN_END;
	if ((x = join_find(s, key)) == NULL) {
		x = arena_alloc(&j->arena, sizeof(*x));
		x->key = arena_str(&j->arena, key);
		x->round = round;
		x->code = code;
		x->submitted = is_submitted(code, source);
		x->first = i;
		x->line = line;
		HASH_ADD_KEYPTR(hh, s->sheets, x->key, strlen(x->key), x);
		ids_add(s->codes, code, 1);
	} else
		s->next[x->last] = i;
	x->last = i;
	note_names(j, s, x, source);
	free(key);
}

static void
load_ours(struct join *j)
{
	const struct bundle_place *c;
	struct side		*s = &j->ours;
	const struct table	*t = project_private(j->p, "responses"),
				*marks = project_private(j->p, "forgotten");
	size_t			 i;

	s->t = t;
	s->codes = ids_new();
	for (i = 0; i < B_COLS; i++)
		s->col[i] = -1;
	for (c = bundle_answer; c->name != NULL; c++)
		s->col[c->to] = table_col(t, c->name);
	s->n = t->nrows;
	s->next = mem_alloc((s->n + 1) * sizeof(*s->next));
	for (i = table_first(t); i < s->n; i = table_next(t, i))
		side_row(j, s, i, t->rows[i].line);
	for (i = table_first(marks); i < marks->nrows;
	    i = table_next(marks, i))
		ids_add(s->codes, cell(marks, i, "code"), 1);
	j->bare = table_count(t) == 0 && table_count(marks) == 0;
}

static void
load_theirs(struct join *j)
{
	struct side	*s = &j->theirs;
	size_t		 i;

	s->b = j->b;
	s->codes = ids_new();
	s->n = j->b->n;
	s->next = mem_alloc((s->n + 1) * sizeof(*s->next));
	for (i = 0; i < s->n; i++) {
		if (j->b->v[i].kind == BUNDLE_ANSWER)
			side_row(j, s, i, j->b->v[i].line);
		else if (j->b->v[i].kind == BUNDLE_FORGOTTEN)
			ids_add(s->codes, j->b->v[i].f[B_CODE], 1);
	}
}

void
join_side_free(struct side *s)
{
	HASH_CLEAR(hh, s->sheets);
	HASH_CLEAR(hh, s->names);
	ids_free(s->codes);
	free(s->next);
}

void
join_sides(struct join *j)
{
	load_ours(j);
	load_theirs(j);
}

/* --- what is wrong with the file ---------------------------------------- */

static void
wrong(const struct join *j, size_t i, const char *col, const char *what)
{
	struct place	where = { j->b->shown, j->b->v[i].line, 0, col };

	msg_fault(&where, "%s", _(what));
}

struct jround *
join_round(const struct join *j, const char *id)
{
	struct jround	*r;

	for (r = j->rounds; r != NULL; r = r->next)
		if (strcmp(r->id, id) == 0)
			return r;
	return NULL;
}

static int
any_here(struct join *j, const char *round)
{
	const struct table	*t = project_private(j->p, "forgotten");

	return keep_votes(j->p, round) ||
	    table_find_by(t, "round", round, NULL) < t->nrows;
}

struct joined_round *
join_done(struct join *j, const char *id)
{
	struct joined_round	*d, **to;

	for (to = &j->done->rounds; (d = *to) != NULL; to = &d->next)
		if (strcmp(d->id, id) == 0)
			return d;
	d = *to = arena_alloc(&j->done->arena, sizeof(*d));
	d->id = arena_str(&j->done->arena, id);
	return d;
}

/* A `round` row: the round must be here, with the same framework. */
static void
load_round(struct join *j, size_t i)
{
	const struct bundle_row	*v = &j->b->v[i];
	struct table		*t = project_table(j->p, "rounds");
	struct place		 where = { j->b->shown, v->line, 0, NULL };
	struct jround		*r, **to;
	char			*digest;
	size_t			 row = table_find(t, v->f[B_ROUND]);

	if (row >= t->nrows || !slug_ok(v->f[B_ROUND])) {
		wrong(j, i, "round", N_("this folder has no such round: bring "
		    "it up to date first (git pull)"));
		return;
	}
	if ((digest = assess_digest(j->p, v->f[B_ROUND])) == NULL) {
		assess_frozen(j->p, v->f[B_ROUND]);
		return;
	}
	if (strcmp(digest, v->f[B_SOURCE]) != 0)
		msg_fault(&where, N_("the sheets of round '%s' were answered "
		    "with another framework than rounds/%s has here"),
		    v->f[B_ROUND], v->f[B_ROUND]);
	free(digest);
	r = arena_alloc(&j->arena, sizeof(*r));
	r->id = cell(t, row, "id");
	r->row = row;
	r->closed = !cell_is(t, row, "status", "open");
	r->here = any_here(j, r->id);
	r->done = join_done(j, r->id);
	for (to = &j->rounds; *to != NULL; to = &(*to)->next)
		;
	*to = r;
	framework_load(&r->fw, j->p, r->id, project_lang(j->p));
}

static void
check_answer(struct join *j, size_t i, const struct jround *r)
{
	const char	**f = j->b->v[i].f, *col, *what;
	int		  day;

	if ((what = answer_wrong(&r->fw, f[B_GROUP], f[B_CRIT], f[B_SCORE],
	    &col)) != NULL)
		wrong(j, i, col, what);
	if (*f[B_DATE] != '\0' && date_parse(f[B_DATE], &day) != 0)
		wrong(j, i, "date", N_("no such day"));
	if (*f[B_CODE] == '\0')
		wrong(j, i, "respondent", N_("an answer of nobody: this cell "
		    "is empty"));
}

static void
check_hands(struct join *j, size_t i, const struct jround *r)
{
	const char	**f = j->b->v[i].f, *col, *what;
	int64_t		  n;

	if ((what = answer_wrong(&r->fw, f[B_GROUP], f[B_CRIT], f[B_SCORE],
	    &col)) != NULL)
		wrong(j, i, col, what);
	if (num_int(f[B_COUNT], 0, JOIN_HANDS, &n) != 0)
		wrong(j, i, "count", N_("not a whole number in its range"));
}

/* A round takes hands, or sheets, or neither; said once a round. */
static void
check_method(struct join *j, size_t i, const struct jround *r)
{
	struct table	*t = project_table(j->p, "rounds");
	struct place	 where = { j->b->shown, j->b->v[i].line, 0, NULL };
	int		 hands = j->b->v[i].kind == BUNDLE_HANDS;
	const char	*not = round_no_sheets(t, r->row);

	if (not != NULL && !(hands && cell_is(t, r->row, "method", "hands")))
		msg_fault(&where, not, r->id);
	else if (hands && !cell_is(t, r->row, "method", "hands"))
		msg_fault(&where, N_("round '%s' takes sheets and no hands"),
		    r->id);
}

/* What somebody wrote by hand, and gave a digest that is right. */
static const char *const	not_ours = N_("this is no file of 'cpm-assess "
    "sheets export'");

static int
has_round_row(const struct join *j, const char *round)
{
	size_t	i;

	for (i = 0; i < j->b->n; i++)
		if (j->b->v[i].kind == BUNDLE_ROUND &&
		    strcmp(j->b->v[i].f[B_ROUND], round) == 0)
			return 1;
	return 0;
}

/* It will be a line of its own, and long enough for code.c. */
static void
check_key(const struct join *j, size_t i)
{
	const char	*k = j->b->v[i].f[B_CODE], *p;

	for (p = k; *p > ' ' && *p < 0x7f; p++)
		;
	if (*p != '\0' || p - k < CODE_KEY_MIN)
		wrong(j, i, "respondent", not_ours);
}

static void
check_mark(const struct join *j, size_t i)
{
	const char	**f = j->b->v[i].f;
	int		  day;

	if (*f[B_CODE] == '\0')
		wrong(j, i, "respondent", not_ours);
	if (*f[B_DATE] != '\0' && date_parse(f[B_DATE], &day) != 0)
		wrong(j, i, "date", N_("no such day"));
}

static void
check_row(struct join *j, size_t i)
{
	const struct bundle_row	*v = &j->b->v[i];
	struct table		*rounds = project_table(j->p, "rounds");
	struct jround		*r;

	if (v->kind == BUNDLE_FORGOTTEN) {
		check_mark(j, i);
		if (table_find(rounds, v->f[B_ROUND]) >= rounds->nrows)
			wrong(j, i, "round", N_("this folder has no such "
			    "round: bring it up to date first (git pull)"));
		return;
	}
	if (v->kind == BUNDLE_KEY)
		check_key(j, i);
	if (v->kind != BUNDLE_ANSWER && v->kind != BUNDLE_HANDS)
		return;
	if ((r = join_round(j, v->f[B_ROUND])) == NULL) {
		if (!has_round_row(j, v->f[B_ROUND]))
			wrong(j, i, "round", not_ours);
		return;
	}
	if (!r->done->voted)
		check_method(j, i, r);
	r->done->voted = 1;
	if (v->kind == BUNDLE_ANSWER)
		check_answer(j, i, r);
	else
		check_hands(j, i, r);
}

/* A criterion twice in a sheet, two groups: it would count as two people. */
static void
check_sheet(struct join *j, const struct jsheet *x)
{
	const struct side	*s = &j->theirs;
	const struct jround	*r = join_round(j, x->round);
	unsigned char		*met;
	size_t			 i, c;

	if (r == NULL)
		return;
	met = mem_calloc(r->fw.ncrit + 1, 1);
	for (i = x->first; i != JOIN_END; i = s->next[i]) {
		c = framework_crit(&r->fw, join_at(s, i, B_CRIT));
		if (c < r->fw.ncrit && met[c]++)
			wrong(j, i, "criterion", N_("this sheet has an answer "
			    "to this criterion already"));
		if (strcmp(join_at(s, i, B_GROUP), join_at(s, x->first,
		    B_GROUP)) != 0)
			wrong(j, i, "group", N_("another group than this sheet "
			    "had further up"));
	}
	free(met);
}

void
join_check(struct join *j)
{
	const struct jsheet	*x;
	size_t			 i;

	for (i = 0; i < j->b->n; i++)
		if (j->b->v[i].kind == BUNDLE_ROUND)
			load_round(j, i);
	for (i = 0; i < j->b->n; i++)
		check_row(j, i);
	for (x = j->theirs.sheets; x != NULL; x = x->hh.next)
		check_sheet(j, x);
}
