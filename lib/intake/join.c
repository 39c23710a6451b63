/* Sheets of two computers come together. */
#include "intake/join.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/slug.h"
#include "intake/kin.h"
#include "intake/take.h"
#include "model/assess.h"

#define END	((size_t)-1)

/* A round that the file has votes of, as it is here. */
struct jround {
	const char		*id;
	size_t			 row;		/* of rounds.csv */
	struct framework	 fw;
	int			 closed, here;	/* here: votes or marks */
	struct joined_round	*done;
	struct jround		*next;
};

/* A sheet, on either side. */
struct jsheet {
	char		*key;		/* round, LF, code */
	const char	*round, *code;
	const char	*sub;		/* of its submission, or NULL */
	int		 submitted;	/* its code is a submission's */
	size_t		 first, last;	/* rows, chained */
	long		 line;
	UT_hash_handle	 hh;
};

struct side {
	const struct table	*t;	/* ours; else the rows of b */
	int			 col[B_COLS];
	const struct bundle	*b;
	size_t			 n, *next;
	struct jsheet		*sheets;
	struct ids		*codes;	/* of sheets, submissions and marks */
};

struct join {
	struct project		*p;
	const struct bundle	*b;
	enum join_side		 which;
	struct joined		*done;
	struct jround		*rounds;
	struct side		 ours, theirs;
	struct kin		 kin;
	struct ids		*marks;	/* "round LF code", and "code" */
	struct ids		*alike;	/* our sheets by what they answer */
	int			 bare;	/* nothing was here */
	unsigned long		 differ;	/* sheets and hands */
	struct arena		 arena;
};

/* --- the two sides ---------------------------------------------------------- */

static const char *
at(const struct side *s, size_t i, enum bundle_col c)
{
	return s->t != NULL ? cell_at(s->t, i, s->col[c]) : s->b->v[i].f[c];
}

static const char *
pair(struct join *j, const char *round, const char *code)
{
	return arena_printf(&j->arena, "%s\n%s", round, code);
}

static struct jsheet *
find(const struct side *s, const char *key)
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
side_row(struct join *j, struct side *s, size_t i, long line)
{
	const char	*round = at(s, i, B_ROUND), *code = at(s, i, B_CODE),
			*sub = code_sub(at(s, i, B_SOURCE));
	char		*key;
	struct jsheet	*x;

	if (*code == '\0')
		return;
	key = mem_printf("%s\n%s", round, code);
	s->next[i] = END;
	if ((x = find(s, key)) == NULL) {
		x = arena_alloc(&j->arena, sizeof(*x));
		x->key = arena_str(&j->arena, key);
		x->round = round;
		x->code = code;
		x->sub = sub;
		x->submitted = sub == NULL &&
		    is_submitted(code, at(s, i, B_SOURCE));
		x->first = i;
		x->line = line;
		HASH_ADD_KEYPTR(hh, s->sheets, x->key, strlen(x->key), x);
		ids_add(s->codes, code, 1);
		if (sub != NULL)
			ids_add(s->codes, sub, 1);
	} else
		s->next[x->last] = i;
	x->last = i;
	free(key);
}

static void
load_ours(struct join *j)
{
	static const struct {
		const char	*name;
		enum bundle_col	 to;
	} cols[] = { { "round", B_ROUND }, { "date", B_DATE },
	    { "respondent", B_CODE }, { "group", B_GROUP },
	    { "unit", B_UNIT }, { "criterion", B_CRIT },
	    { "score", B_SCORE }, { "comment", B_COMMENT },
	    { "source", B_SOURCE } };
	struct side		*s = &j->ours;
	const struct table	*t = project_private(j->p, "responses"),
				*marks = project_private(j->p, "forgotten");
	size_t			 i;

	s->t = t;
	s->codes = ids_new();
	for (i = 0; i < B_COLS; i++)
		s->col[i] = -1;
	for (i = 0; i < sizeof(cols) / sizeof(*cols); i++)
		s->col[cols[i].to] = table_col(t, cols[i].name);
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

static void
side_free(struct side *s)
{
	HASH_CLEAR(hh, s->sheets);
	ids_free(s->codes);
	free(s->next);
}

/* --- what is wrong with the file --------------------------------------------- */

static void
wrong(const struct join *j, size_t i, const char *col, const char *what)
{
	struct place	where = { j->b->shown, j->b->v[i].line, 0, col };

	msg_fault(&where, "%s", _(what));
}

static struct jround *
round_of(const struct join *j, const char *id)
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
	static const char *const	names[] = { "responses", "hands",
	    "forgotten" };
	const struct table		*t;
	size_t				 i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		t = project_private(j->p, names[i]);
		if (table_find_by(t, "round", round, NULL) < t->nrows)
			return 1;
	}
	return 0;
}

static struct joined_round *
done_round(struct join *j, const char *id)
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
	r->done = done_round(j, r->id);
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
	if (num_int(f[B_COUNT], 0, 1000000000, &n) != 0)
		wrong(j, i, "count", N_("not a whole number in its range"));
}

/* A round takes hands, or sheets, or neither; said once a round. */
static void
check_method(struct join *j, size_t i, const struct jround *r)
{
	struct table	*t = project_table(j->p, "rounds");
	struct place	 where = { j->b->shown, j->b->v[i].line, 0, NULL };
	int		 hands = j->b->v[i].kind == BUNDLE_HANDS;

	if (cell_is(t, r->row, "method", "consensus"))
		msg_fault(&where, N_("round '%s' is a consensus: it has agreed "
		    "scores (cpm-assess agree) and no sheets"), r->id);
	else if (!hands && cell_is(t, r->row, "method", "hands"))
		msg_fault(&where, N_("round '%s' is a show of hands and takes "
		    "no sheets"), r->id);
	else if (hands && !cell_is(t, r->row, "method", "hands"))
		msg_fault(&where, N_("round '%s' takes sheets and no hands"),
		    r->id);
}

static void
check_row(struct join *j, size_t i)
{
	const struct bundle_row	*v = &j->b->v[i];
	struct table		*rounds = project_table(j->p, "rounds");
	struct jround		*r;

	if (v->kind == BUNDLE_FORGOTTEN) {
		if (table_find(rounds, v->f[B_ROUND]) >= rounds->nrows)
			wrong(j, i, "round", N_("this folder has no such "
			    "round: bring it up to date first (git pull)"));
		return;
	}
	if (v->kind != BUNDLE_ANSWER && v->kind != BUNDLE_HANDS)
		return;
	if ((r = round_of(j, v->f[B_ROUND])) == NULL)
		return;		/* said of its `round` row */
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
	const struct jround	*r = round_of(j, x->round);
	unsigned char		*met;
	size_t			 i, c;

	if (r == NULL)
		return;
	met = mem_calloc(r->fw.ncrit + 1, 1);
	for (i = x->first; i != END; i = s->next[i]) {
		c = framework_crit(&r->fw, at(s, i, B_CRIT));
		if (c < r->fw.ncrit && met[c]++)
			wrong(j, i, "criterion", N_("this sheet has an answer "
			    "to this criterion already"));
		if (strcmp(at(s, i, B_GROUP), at(s, x->first, B_GROUP)) != 0)
			wrong(j, i, "group", N_("another group than this sheet "
			    "had further up"));
	}
	free(met);
}

static void
check_file(struct join *j)
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

/* --- keys -------------------------------------------------------------------- */

/* Another team's sheets would be counted as ours. */
static int
is_same_team(struct join *j, int shared)
{
	const char	*title = project_get(j->p, "title");
	struct place	 where = { j->b->shown, 0, 0, NULL };

	if (shared || strcmp(title, j->b->title) == 0)
		return 1;
	msg_fault(&where, N_("this file is from another team's folder: '%s', "
	    "and here is '%s'"), j->b->title, title);
	msg_hint(N_("if it is the same team, give both folders the same title "
	    "in cpm.csv, and make the file again"));
	return 0;
}

static void
put_keys(struct join *j, const char *own)
{
	struct str	more;
	char		*line = mem_printf("%s\n", own);
	size_t		 i;

	str_init(&more);
	for (i = 0; i < j->kin.nkeys; i++)
		if (strcmp(j->kin.key[i], own) != 0)
			str_printf(&more, "%s\n", j->kin.key[i]);
	project_put_private(j->p, "key", line, strlen(line));
	if (more.len > 0)
		project_put_private(j->p, "keys", more.s, more.len);
	explicit_bzero(line, strlen(line));
	explicit_bzero(more.s, more.len);
	free(line);
	str_free(&more);
}

/*
 * Which key makes codes from now on, and which are kept to know codes by.
 * One that nothing was made with gives way to theirs; so does our own where
 * only a key was brought: who brings it wants it used.
 */
static int
settle_keys(struct join *j)
{
	struct key	 k = { .n = 0 }, one;
	const char	*first = NULL;
	size_t		 i, ours = 0, theirs = 0, fresh = 0;
	char		*own = project_read_private(j->p, "key", NULL);
	int		 rc = 0, has = own != NULL, same;

	kin_begin(&j->kin);
	if (has && !j->bare) {
		if (key_load(&k, j->p) != 0) {
			free(own);
			return -1;
		}
		for (i = 0; i <= k.nmore; i++) {
			one = key_alone(&k, i);
			ours += (size_t)kin_key(&j->kin,
			    (const char *)one.bytes);
		}
		key_free(&k);
	}
	for (i = 0; i < j->b->n; i++) {
		if (j->b->v[i].kind != BUNDLE_KEY)
			continue;
		if (first == NULL)
			first = j->b->v[i].f[B_CODE];
		theirs++;
		fresh += (size_t)kin_key(&j->kin, j->b->v[i].f[B_CODE]);
	}
	/* Ours counts as none where no code was made with it. */
	same = has && first != NULL && strncmp(own, first, strlen(first)) == 0 &&
	    strcspn(own, " \r\n") == strlen(first);
	free(own);
	if (!is_same_team(j, same || (ours > 0 && fresh < theirs)))
		rc = -1;
	else if (same && ours == 0 && fresh == 1)
		;
	else if (first != NULL && (ours == 0 || (j->b->key_only &&
	    strcmp(j->kin.key[0], first) != 0)))
		put_keys(j, first);
	else if (fresh > 0 && ours > 0)
		put_keys(j, j->kin.key[0]);
	j->done->key_taken = ours == 0 && first != NULL && !same;
	j->done->two_keys = ours > 0 && fresh > 0;
	j->done->key_only = j->b->key_only;
	return rc;
}

/* --- what was forgotten --------------------------------------------------------- */

static void
mark(struct join *j, const char *round, const char *code)
{
	const char	*kin = kin_of(&j->kin, code);

	ids_add(j->marks, pair(j, round, code), 1);
	ids_add(j->marks, arena_str(&j->arena, code), 1);
	ids_add(j->marks, pair(j, round, kin), 1);
	ids_add(j->marks, arena_str(&j->arena, kin), 1);
}

static int
is_marked(struct join *j, const struct jsheet *x)
{
	const char	*kin = kin_of(&j->kin, x->code);

	return ids_at(j->marks, pair(j, x->round, x->code), 0) != 0 ||
	    ids_at(j->marks, pair(j, x->round, kin), 0) != 0 ||
	    (x->sub != NULL && ids_at(j->marks, x->sub, 0) != 0) ||
	    (x->submitted && (ids_at(j->marks, x->code, 0) != 0 ||
	    ids_at(j->marks, kin, 0) != 0));
}

static void
add_mark(struct join *j, struct table *t, const char *const *f,
    const char *code)
{
	size_t	row;

	if (table_find_by(t, "code", code, "round", f[B_ROUND], NULL) <
	    t->nrows)
		return;
	row = table_add(t);
	table_set(t, row, "code", code);
	table_set(t, row, "round", f[B_ROUND]);
	table_set(t, row, "on", f[B_DATE]);
	j->done->marks++;
}

/* Marks of both sides hold on both. */
static void
join_marks(struct join *j)
{
	struct table		*t = project_private(j->p, "forgotten"),
				*answers = project_private(j->p, "responses");
	const struct jsheet	*x;
	const char		**f;
	size_t			 i;

	j->marks = ids_new();
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		mark(j, cell(t, i, "round"), cell(t, i, "code"));
	for (i = 0; i < j->b->n; i++) {
		if (j->b->v[i].kind != BUNDLE_FORGOTTEN)
			continue;
		f = j->b->v[i].f;
		mark(j, f[B_ROUND], f[B_CODE]);
		add_mark(j, t, f, f[B_CODE]);
		add_mark(j, t, f, kin_of(&j->kin, f[B_CODE]));
	}
	for (x = j->ours.sheets; x != NULL; x = x->hh.next) {
		if (!is_marked(j, x))
			continue;
		for (i = x->first; i != END; i = j->ours.next[i])
			table_drop(answers, i);
		done_round(j, x->round)->gone++;
	}
}

/* --- sheets ------------------------------------------------------------------ */

static const struct {
	const char	*name;
	enum bundle_col	 c;
} stored[] = { { "round", B_ROUND }, { "date", B_DATE },
    { "respondent", B_CODE }, { "group", B_GROUP }, { "unit", B_UNIT },
    { "criterion", B_CRIT }, { "score", B_SCORE }, { "comment", B_COMMENT },
    { "source", B_SOURCE } };

/* One of their rows, under `code`. */
static void
add_row(struct join *j, size_t i, const char *code)
{
	struct table	*t = project_private(j->p, "responses");
	const char	*v;
	size_t		 row = table_add(t), k;

	for (k = 0; k < sizeof(stored) / sizeof(*stored); k++) {
		v = stored[k].c == B_CODE ? code : at(&j->theirs, i,
		    stored[k].c);
		if (*v != '\0')
			table_set(t, row, stored[k].name, v);
	}
}

static void
add_sheet(struct join *j, const struct jsheet *x, const char *code)
{
	size_t	i;

	for (i = x->first; i != END; i = j->theirs.next[i])
		add_row(j, i, code);
}

static void
drop_sheet(struct join *j, const struct jsheet *x)
{
	struct table	*t = project_private(j->p, "responses");
	size_t		 i;

	for (i = x->first; i != END; i = j->ours.next[i])
		table_drop(t, i);
}

/* Their row of a criterion that our sheet lacks; ours moves along with it. */
static void
move_sheet(struct join *j, const struct jsheet *x)
{
	struct table	*t = project_private(j->p, "responses");
	size_t		 i, to;
	int		 c;

	for (i = x->first; i != END; i = j->ours.next[i]) {
		to = table_add(t);
		for (c = 0; c < t->ncols; c++)
			t->rows[to].f[c] = t->rows[i].f[c];
		table_drop(t, i);
	}
}

/* Rows by criterion; END where there is none. */
static size_t *
rows_by(const struct side *s, const struct jsheet *x,
    const struct framework *fw)
{
	size_t	*rows = mem_alloc((fw->ncrit + 1) * sizeof(*rows)), i, c;

	for (c = 0; c <= fw->ncrit; c++)
		rows[c] = END;
	for (i = x->first; i != END; i = s->next[i])
		if ((c = framework_crit(fw, at(s, i, B_CRIT))) < fw->ncrit)
			rows[c] = i;
	return rows;
}

static const enum bundle_col	said[] = { B_DATE, B_GROUP, B_UNIT };

enum { ALIKE, FILLS, DIFFERS };

/* What `theirs` says that `ours` does not, of a cell that may be empty. */
static int
compare_cell(const char *ours, const char *theirs)
{
	if (strcmp(ours, theirs) == 0 || *theirs == '\0')
		return ALIKE;
	return *ours == '\0' ? FILLS : DIFFERS;
}

static int
compare(const struct join *j, const struct framework *fw,
    const struct jsheet *x, const struct jsheet *y)
{
	const struct side	*o = &j->ours, *t = &j->theirs;
	size_t			*a = rows_by(o, x, fw), *b = rows_by(t, y, fw);
	size_t			 c, k;
	int			 worst = ALIKE, is;

	for (k = 0; k < sizeof(said) / sizeof(*said); k++)
		if ((is = compare_cell(at(o, x->first, said[k]), at(t,
		    y->first, said[k]))) > worst)
			worst = is;
	for (c = 0; c < fw->ncrit; c++) {
		if (b[c] == END)
			continue;
		if (a[c] == END)
			is = FILLS;
		else if (strcmp(at(o, a[c], B_SCORE), at(t, b[c],
		    B_SCORE)) != 0)
			is = DIFFERS;
		else
			is = compare_cell(at(o, a[c], B_COMMENT), at(t, b[c],
			    B_COMMENT));
		worst = is > worst ? is : worst;
	}
	free(a);
	free(b);
	return worst;
}

/* What their sheet says and ours leaves open. */
static void
fill(struct join *j, const struct framework *fw, const struct jsheet *x,
    const struct jsheet *y)
{
	const struct side	*o = &j->ours, *s = &j->theirs;
	struct table		*t = project_private(j->p, "responses");
	size_t			*a = rows_by(o, x, fw), *b = rows_by(s, y, fw);
	size_t			 c, k, i;
	int			 moved = 0;

	for (i = x->first; i != END; i = o->next[i])
		for (k = 0; k < sizeof(said) / sizeof(*said); k++)
			if (*at(o, i, said[k]) == '\0' &&
			    *at(s, y->first, said[k]) != '\0')
				table_set(t, i, said[k] == B_DATE ? "date" :
				    said[k] == B_GROUP ? "group" : "unit",
				    at(s, y->first, said[k]));
	for (c = 0; c < fw->ncrit; c++)
		if (a[c] != END && b[c] != END && *at(o, a[c], B_COMMENT) ==
		    '\0' && *at(s, b[c], B_COMMENT) != '\0')
			table_set(t, a[c], "comment", at(s, b[c], B_COMMENT));
	for (c = 0; c < fw->ncrit; c++)
		if (a[c] == END && b[c] != END) {
			if (!moved)
				move_sheet(j, x);
			moved = 1;
			add_row(j, b[c], x->code);
		}
	free(a);
	free(b);
}

static void
differs(struct join *j, struct jround *r, const struct jsheet *x,
    const struct jsheet *y)
{
	struct place	where = { j->b->shown, y->line, 0, NULL };
	int		form;

	if (j->which == JOIN_OURS)
		r->done->kept++;
	else if (j->which == JOIN_THEIRS) {
		drop_sheet(j, x);
		add_sheet(j, y, x->code);
		r->done->m.changed++;
	} else if (j->differ++ >= TAKE_SAID)
		msg_raise(MSG_DATA);
	else if ((form = kin_form(&j->kin, y->round, y->code)) > 0)
		msg_fault(&where, N_("sheet %s (form %d) has other answers "
		    "here (%s:%ld): which are right?"), x->code, form,
		    j->ours.t->shown, x->line);
	else
		msg_fault(&where, N_("sheet %s has other answers here (%s:%ld): "
		    "which are right?"), x->code, j->ours.t->shown, x->line);
}

/* All that a sheet answers, and from which group. */
static char *
answers_of(struct join *j, const struct side *s, const struct jround *r,
    const struct jsheet *x)
{
	size_t		*rows = rows_by(s, x, &r->fw), c;
	struct str	 all;
	char		*key;

	str_init(&all);
	str_printf(&all, "%s\n%s", r->id, at(s, x->first, B_GROUP));
	for (c = 0; c < r->fw.ncrit; c++)
		str_printf(&all, "\n%s", rows[c] == END ? "" :
		    at(s, rows[c], B_SCORE));
	key = arena_str(&j->arena, all.s);
	str_free(&all);
	free(rows);
	return key;
}

/* Under two keys one submission has two codes; the same answers may tell. */
static void
warn_alike(struct join *j, const struct jround *r, const struct jsheet *y)
{
	struct place		 where = { j->b->shown, y->line, 0, NULL };
	const struct jsheet	*x;
	size_t			 n = 1, hit;

	if (j->kin.nkeys < 2)
		return;
	if (j->alike == NULL) {
		j->alike = ids_new();
		for (x = j->ours.sheets; x != NULL; x = x->hh.next, n++)
			if (round_of(j, x->round) != NULL)
				ids_add(j->alike, answers_of(j, &j->ours,
				    round_of(j, x->round), x), n);
	}
	hit = ids_at(j->alike, answers_of(j, &j->theirs, r, y), 0);
	for (x = j->ours.sheets, n = 1; x != NULL && n < hit; n++)
		x = x->hh.next;
	if (hit != 0 && x != NULL)
		msg_warn(&where, N_("sheet %s has the same answers as %s, "
		    "which is here (%s:%ld): if it is the same person's, "
		    "forget one of them"), y->code, x->code,
		    j->ours.t->shown, x->line);
}

/* A submission that another round has here. */
static int
is_elsewhere(struct join *j, const struct jsheet *y)
{
	const struct jsheet	*x;

	if (!y->submitted || ids_at(j->ours.codes, y->code, 0) == 0)
		return 0;
	for (x = j->ours.sheets; x != NULL; x = x->hh.next)
		if (strcmp(x->code, y->code) == 0 &&
		    strcmp(x->round, y->round) != 0)
			return 1;
	return 0;
}

static void
join_sheet(struct join *j, const struct jsheet *y)
{
	struct jround		*r = round_of(j, y->round);
	struct merged		*m = &r->done->m;
	const struct jsheet	*x;
	int			 is;

	if (is_marked(j, y)) {
		m->forgotten++;
		return;
	}
	x = find(&j->ours, pair(j, y->round, kin_of(&j->kin, y->code)));
	if (x == NULL && r->closed) {
		if (r->here) {
			r->done->late++;
			return;
		}
		r->done->back++;
	}
	if (x == NULL && is_elsewhere(j, y)) {
		m->elsewhere++;
		return;
	}
	if (x == NULL) {
		warn_alike(j, r, y);
		add_sheet(j, y, y->code);
		m->added++;
		return;
	}
	is = compare(j, &r->fw, x, y);
	if (is == ALIKE)
		m->same++;
	else if (r->closed)
		r->done->late++;
	else if (is == DIFFERS)
		differs(j, r, x, y);
	else {
		fill(j, &r->fw, x, y);
		m->changed++;
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct jsheet *const	*x = a, *const *y = b;
	int				 d = strcmp((*x)->code, (*y)->code);

	return d != 0 ? d : strcmp((*x)->key, (*y)->key);
}

/*
 * In the order of codes, so that the table does not tell who came when; a
 * folder that is brought back keeps its order.
 */
static void
join_sheets(struct join *j)
{
	const struct jsheet	**all, *y;
	size_t			  n = HASH_COUNT(j->theirs.sheets), i = 0;

	all = mem_calloc(n + 1, sizeof(*all));
	for (y = j->theirs.sheets; y != NULL; y = y->hh.next)
		all[i++] = y;
	if (!j->bare && n > 1)
		qsort(all, n, sizeof(*all), by_code);
	for (i = 0; i < n; i++)
		join_sheet(j, all[i]);
	free(all);
	if (j->differ > TAKE_SAID)
		msg_fault_n(NULL, j->differ - TAKE_SAID, "%lu more sheet like "
		    "these", "%lu more sheets like these", j->differ -
		    TAKE_SAID);
	if (j->differ > 0)
		msg_hint(N_("look at the paper: --ours keeps what is here, "
		    "--theirs takes what is in the file"));
}

/* --- hands --------------------------------------------------------------------- */

static void
join_hand(struct join *j, size_t i)
{
	struct table	*t = project_private(j->p, "hands");
	const char	**f = j->b->v[i].f;
	struct jround	*r = round_of(j, f[B_ROUND]);
	struct place	 where = { j->b->shown, j->b->v[i].line, 0, "count" };
	size_t		 row = table_find_by(t, "round", r->id, "group",
			     f[B_GROUP], "criterion", f[B_CRIT], "value",
			     f[B_SCORE], NULL);

	if (row < t->nrows && cell_is(t, row, "count", f[B_COUNT]))
		r->done->hands_same++;
	else if (r->closed && r->here)
		r->done->late++;
	else if (row < t->nrows && j->which == JOIN_NEITHER)
		msg_fault(&where, N_("these hands are counted otherwise here "
		    "(%s:%ld): which are right?"), t->shown,
		    t->rows[row].line);
	else if (row < t->nrows && j->which == JOIN_OURS)
		r->done->kept++;
	else {
		if (row >= t->nrows) {
			row = table_add(t);
			table_set(t, row, "round", r->id);
			table_set(t, row, "group", f[B_GROUP]);
			table_set(t, row, "criterion", f[B_CRIT]);
			table_set(t, row, "value", f[B_SCORE]);
		}
		table_set(t, row, "count", f[B_COUNT]);
		r->done->hands++;
	}
}

static void
join_hands(struct join *j)
{
	unsigned long	before = msg_faults();
	size_t		i;

	for (i = 0; i < j->b->n; i++)
		if (j->b->v[i].kind == BUNDLE_HANDS)
			join_hand(j, i);
	if (j->which == JOIN_NEITHER && msg_faults() > before)
		msg_hint(N_("--ours keeps what is here, --theirs takes what "
		    "is in the file"));
}

/* --- all ----------------------------------------------------------------------- */

static void
join_all(struct join *j)
{
	struct table	*rounds = project_table(j->p, "rounds");
	unsigned long	 before = msg_faults();
	size_t		 i;

	load_ours(j);
	load_theirs(j);
	check_file(j);
	if (msg_faults() > before || settle_keys(j) != 0)
		return;
	for (i = table_first(rounds); i < rounds->nrows;
	    i = table_next(rounds, i))
		kin_round(&j->kin, cell(rounds, i, "id"), j->ours.codes,
		    j->theirs.codes);
	join_marks(j);
	join_sheets(j);
	join_hands(j);
}

int
sheets_join(struct project *p, const struct bundle *b, enum join_side which,
    struct joined *done)
{
	struct join	 j = { .p = p, .b = b, .which = which, .done = done };
	struct jround	*r;
	unsigned long	 before = msg_faults();

	memset(done, 0, sizeof(*done));
	arena_init(&done->arena);
	project_private(p, "responses");
	project_private(p, "hands");
	project_private(p, "forgotten");
	project_table(p, "rounds");
	if (project_bad(p))
		return -1;
	arena_init(&j.arena);
	join_all(&j);
	for (r = j.rounds; r != NULL; r = r->next)
		framework_free(&r->fw);
	side_free(&j.ours);
	side_free(&j.theirs);
	ids_free(j.marks);
	ids_free(j.alike);
	if (j.kin.map != NULL)
		kin_free(&j.kin);
	arena_free(&j.arena);
	return msg_faults() > before || project_bad(p) ? -1 : 0;
}

static void
round_say(const struct joined_round *d)
{
	const struct merged	*m = &d->m;

	if (m->added + m->changed + m->same + m->forgotten + m->elsewhere > 0)
		merged_say(m, d->id);
	if (d->hands + d->hands_same > 0)
		msg_note(N_("%s: counts of hands: %lu new, %lu same"), d->id,
		    d->hands, d->hands_same);
	if (d->gone > 0)
		msg_note_n(d->gone, "%2$s: %1$lu sheet was deleted here: it "
		    "was forgotten on the other computer", "%2$s: %1$lu "
		    "sheets were deleted here: they were forgotten on the "
		    "other computer", d->gone, d->id);
	if (d->kept > 0)
		msg_note_n(d->kept, "%2$s: %1$lu was different, and stays as "
		    "it is here", "%2$s: %1$lu were different, and stay as "
		    "they are here", d->kept, d->id);
	if (d->late > 0)
		msg_note_n(d->late, "%2$s is closed: left out %1$lu, which "
		    "came too late (late sheets belong to the next round)",
		    "%2$s is closed: left out %1$lu, which came too late (late "
		    "sheets belong to the next round)", d->late, d->id);
	if (d->back > 0)
		msg_note_n(d->back, "%2$s is closed and had no sheet here: "
		    "%1$lu is back; what was published stays", "%2$s is closed "
		    "and had no sheet here: %1$lu are back; what was published "
		    "stays", d->back, d->id);
}

void
joined_say(const struct joined *d)
{
	const struct joined_round	*r;

	if (d->key_taken)
		msg_note(N_("this computer makes its codes with the team's "
		    "key now"));
	else if (d->key_only && !d->two_keys)
		msg_note(N_("this computer has this key already"));
	for (r = d->rounds; r != NULL; r = r->next)
		round_say(r);
	if (d->marks > 0)
		msg_note_n(d->marks, "%lu mark of what was forgotten is new "
		    "here", "%lu marks of what was forgotten are new here",
		    d->marks);
	if (d->two_keys) {
		msg_warn(NULL, N_("the two computers had different keys; both "
		    "are kept: a paper form is known by its number, but a "
		    "survey's submission that was imported on both is two "
		    "sheets and counts twice"));
		msg_hint(N_("import a survey on one computer only"));
	}
	if (d->key_taken && d->key_only)
		msg_note(N_("take in sheets here, then bring them back: "
		    "cpm-assess sheets export -o FILE here, cpm-assess sheets "
		    "join FILE there"));
}

void
joined_free(struct joined *d)
{
	arena_free(&d->arena);
}
