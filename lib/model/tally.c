/* From answers to counts, in memory that grows with the cells only. */
#include "model/tally.h"

#include <string.h>

#include "base/msg.h"
#include "model/answers.h"
#include "table/reader.h"
#include "table/schema.h"

#define FAULTS_SAID	20	/* of one file; the others are counted */

/* Strings to small numbers, in the order of their first appearance. */
struct word {
	char		*s;
	size_t		 i;
	UT_hash_handle	 hh;
};

struct words {
	struct word	*map, **at;
	size_t		 n, cap;
};

struct key {
	size_t	round, group, unit, crit;
};

struct cell {
	struct key		 key;
	struct tally_cell	 c;
	UT_hash_handle		 hh;
};

/* A round's group and unit: whose sheets are counted together. */
struct party {
	struct key	key;		/* crit is 0 */
	int64_t		sheets;		/* with at least one score */
	int		bare;		/* some rows had no respondent */
	int		merged;		/* it came as a tally: padded already */
	UT_hash_handle	hh;
};

/* How a round's answers are read. */
struct lens {
	const struct framework	*fw;
	int			 asked;
};

struct answer {
	size_t	crit;
	char	kind;			/* 's' score, 'n' NA, 'd' DK, '-' skipped */
	fixed	value;
};

/* The sheet whose rows are being read. */
struct sheet {
	struct key	 key;
	char		*respondent;
	struct answer	*a;
	size_t		 n, cap;
	int		 scored;
	long		 serial;
};

struct tally {
	tally_grid	*grid;
	void		*arg;
	struct words	 round, group, unit, crit;
	struct lens	*lens;		/* by round */
	size_t		 nlens, caplens;
	long		*seen;		/* by criterion: serial of its last sheet */
	size_t		 nseen, capseen;
	struct cell	*cells;
	struct party	*parties;
	struct sheet	 sheet;
	struct cell	**sorted;
	int		 sealed;
	unsigned long	 said, unsaid;
	struct str	 text[6];	/* of tally_record */
	const char	*record[11];
};

const char *const	tally_columns[] = { "round", "group", "unit",
	"criterion", "n", "na", "dk", "skipped", "sum", "counts", NULL };

static size_t
words_index(struct words *w, const char *s)
{
	struct word	*e;

	HASH_FIND_STR(w->map, s, e);
	if (e != NULL)
		return e->i;
	w->at = mem_grow(w->at, w->n, &w->cap, sizeof(struct word *));
	e = mem_calloc(1, sizeof(*e));
	e->s = mem_strdup(s);
	e->i = w->n;
	w->at[w->n++] = e;
	HASH_ADD_KEYPTR(hh, w->map, e->s, strlen(e->s), e);
	return e->i;
}

static void
words_free(struct words *w)
{
	size_t	i;

	HASH_CLEAR(hh, w->map);
	for (i = 0; i < w->n; i++) {
		free(w->at[i]->s);
		free(w->at[i]);
	}
	free(w->at);
}

static const char *
words_at(const struct words *w, size_t i)
{
	return i < w->n ? w->at[i]->s : NULL;
}

struct tally *
tally_new(tally_grid *grid, void *arg)
{
	struct tally	*t = mem_calloc(1, sizeof(*t));
	size_t		 i;

	t->grid = grid;
	t->arg = arg;
	for (i = 0; i < 6; i++)
		str_init(&t->text[i]);
	return t;
}

void
tally_free(struct tally *t)
{
	struct cell	*c, *nc;
	struct party	*p, *np;
	size_t		 i;

	if (t == NULL)
		return;
	HASH_ITER(hh, t->cells, c, nc) {
		HASH_DEL(t->cells, c);
		free(c->c.value);
		free(c->c.count);
		free(c);
	}
	HASH_ITER(hh, t->parties, p, np) {
		HASH_DEL(t->parties, p);
		free(p);
	}
	words_free(&t->round);
	words_free(&t->group);
	words_free(&t->unit);
	words_free(&t->crit);
	for (i = 0; i < 6; i++)
		str_free(&t->text[i]);
	free(t->sheet.respondent);
	free(t->sheet.a);
	free(t->lens);
	free(t->seen);
	free(t->sorted);
	free(t);
}

static struct cell *
cell_of(struct tally *t, struct key key)
{
	struct cell	*c;

	HASH_FIND(hh, t->cells, &key, sizeof(key), c);
	if (c != NULL)
		return c;
	c = mem_calloc(1, sizeof(*c));
	c->key = key;
	c->c.round = t->round.at[key.round]->s;
	c->c.group = t->group.at[key.group]->s;
	c->c.unit = t->unit.at[key.unit]->s;
	c->c.criterion = t->crit.at[key.crit]->s;
	HASH_ADD(hh, t->cells, key, sizeof(c->key), c);
	return c;
}

static struct party *
party_of(struct tally *t, struct key key)
{
	struct party	*p;

	key.crit = 0;
	HASH_FIND(hh, t->parties, &key, sizeof(key), p);
	if (p != NULL)
		return p;
	p = mem_calloc(1, sizeof(*p));
	p->key = key;
	HASH_ADD(hh, t->parties, key, sizeof(p->key), p);
	return p;
}

static void
count_value(struct tally_cell *c, fixed value, int64_t by)
{
	size_t	i, k, cap;

	for (i = 0; i < c->nvalues && c->value[i] < value; i++)
		;
	if (i == c->nvalues || c->value[i] != value) {
		cap = c->cap;
		c->value = mem_grow(c->value, c->nvalues, &cap,
		    sizeof(*c->value));
		c->count = mem_grow(c->count, c->nvalues, &c->cap,
		    sizeof(*c->count));
		for (k = c->nvalues++; k > i; k--) {
			c->value[k] = c->value[k - 1];
			c->count[k] = c->count[k - 1];
		}
		c->value[i] = value;
		c->count[i] = 0;
	}
	c->count[i] += by;
}

static void
count_answer(struct tally *t, struct key key, const struct answer *a,
    int64_t by)
{
	struct tally_cell	*c;

	key.crit = a->crit;
	c = &cell_of(t, key)->c;
	switch (a->kind) {
	case 's':
		c->n += by;
		c->sum += a->value * by;
		count_value(c, a->value, by);
		break;
	case 'n':
		c->na += by;
		break;
	case 'd':
		c->dk += by;
		break;
	default:
		c->skipped += by;
		break;
	}
}

/* A sheet is whole: it counts if it holds a score. */
static void
sheet_end(struct tally *t)
{
	struct sheet	*s = &t->sheet;
	size_t		 i;

	if (s->respondent == NULL)
		return;
	if (s->scored) {
		party_of(t, s->key)->sheets++;
		/* What is skipped is the rest of the sheets; its cell is
		 * made here, for a criterion that nobody answered. */
		for (i = 0; i < s->n; i++)
			count_answer(t, s->key, &s->a[i],
			    s->a[i].kind != '-');
	}
	free(s->respondent);
	s->respondent = NULL;
	s->n = 0;
}

static void
sheet_begin(struct tally *t, struct key key, const char *respondent)
{
	t->sheet.key = key;
	t->sheet.respondent = mem_strdup(respondent);
	t->sheet.scored = 0;
	t->sheet.serial++;
}

static void
fault(struct tally *t, struct place at, const char *column, const char *what)
{
	at.column = column;
	if (t->said++ < FAULTS_SAID)
		msg_fault(&at, "%s", _(what));
	else
		t->unsaid++;
}

static int
faults_end(struct tally *t, const char *shown)
{
	const struct place	at = { shown, 0, 0, NULL };
	int			bad = t->said > 0;

	if (t->unsaid > 0)
		msg_fault_n(&at, t->unsaid, "%lu more fault of this kind",
		    "%lu more faults of this kind", t->unsaid);
	t->said = t->unsaid = 0;
	return bad ? -1 : 0;
}

static const struct framework *
lens_of(struct tally *t, size_t round)
{
	while (t->nlens <= round) {
		t->lens = mem_grow(t->lens, t->nlens, &t->caplens,
		    sizeof(*t->lens));
		t->lens[t->nlens++] = (struct lens){ NULL, 0 };
	}
	if (!t->lens[round].asked) {
		t->lens[round].asked = 1;
		if (t->grid != NULL)
			t->lens[round].fw = t->grid(t->arg,
			    t->round.at[round]->s);
	}
	return t->lens[round].fw;
}

/*
 * What an answer says, turned where its criterion is reversed.  Returns -1
 * (said) where it says nothing that may be counted.
 */
static int
answer_read(struct tally *t, const struct framework *fw, const char *group,
    const char *criterion, const char *score, int comma, struct place at,
    struct answer *a)
{
	const struct criterion	*c = NULL;
	size_t			 i;
	int			 bad = 0;

	if (fw != NULL) {
		if ((i = framework_crit(fw, criterion)) < fw->ncrit)
			c = &fw->crit[i];
		else {
			fault(t, at, "criterion",
			    N_("the round has no such criterion"));
			bad = 1;
		}
		if (*group != '\0' &&
		    framework_group(fw, group) == fw->ngroups) {
			fault(t, at, "group", N_("the round has no such group"));
			bad = 1;
		}
	}
	if (bad)
		return -1;
	a->value = 0;
	a->kind = '-';
	if (strcasecmp(score, "NA") == 0)
		a->kind = 'n';
	else if (strcasecmp(score, "DK") == 0)
		a->kind = 'd';
	else if (*score != '\0')
		a->kind = 's';
	if (a->kind != 's')
		return 0;
	if (num_fixed(score, comma, &a->value) != 0) {
		fault(t, at, "score", N_("not a score"));
		return -1;
	}
	if (c == NULL)
		return 0;
	if (scale_index(c->scale, a->value) < 0) {
		fault(t, at, "score", N_("not a point of the scale"));
		return -1;
	}
	if (c->reverse)
		a->value = scale_reverse(c->scale, a->value);
	return 0;
}

/* A row of the answers, as strings. */
struct met {
	const char	*round, *respondent, *group, *unit, *criterion, *score;
};

static int
sheet_goes_on(const struct tally *t, struct key key, const char *respondent)
{
	const struct sheet	*s = &t->sheet;

	return s->respondent != NULL && s->key.round == key.round &&
	    s->key.group == key.group && s->key.unit == key.unit &&
	    strcmp(s->respondent, respondent) == 0;
}

static void
add_met(struct tally *t, const struct met *m, int comma, struct place at)
{
	struct sheet	*s = &t->sheet;
	struct answer	 a;
	struct key	 key = { words_index(&t->round, m->round),
			    words_index(&t->group, m->group),
			    words_index(&t->unit, m->unit), 0 };

	a.crit = words_index(&t->crit, m->criterion);
	if (answer_read(t, lens_of(t, key.round), m->group, m->criterion,
	    m->score, comma, at, &a) != 0)
		return;
	if (*m->respondent == '\0') {
		party_of(t, key)->bare = 1;
		count_answer(t, key, &a, 1);
		return;
	}
	if (!sheet_goes_on(t, key, m->respondent)) {
		sheet_end(t);
		sheet_begin(t, key, m->respondent);
	}
	while (t->nseen <= a.crit) {
		t->seen = mem_grow(t->seen, t->nseen, &t->capseen,
		    sizeof(*t->seen));
		t->seen[t->nseen++] = 0;
	}
	if (t->seen[a.crit] == s->serial) {
		fault(t, at, "criterion",
		    N_("the sheet answers this criterion twice"));
		return;
	}
	t->seen[a.crit] = s->serial;
	s->a = mem_grow(s->a, s->n, &s->cap, sizeof(*s->a));
	s->a[s->n++] = a;
	s->scored |= a.kind == 's';
}

/* Which field of a record holds each column, -1 where none does. */
static void
columns_of(const struct record *r, const char *table,
    const char *const *names, int n, int *at)
{
	const struct schema	*schema = schema_find(table);
	const char		*lang;
	int			 i, j, col;

	for (i = 0; i < n; i++)
		at[i] = -1;
	for (j = 0; j < r->n; j++) {
		col = schema != NULL ? schema_header(schema, r->f[j], &lang) :
		    -1;
		for (i = 0; i < n; i++)
			if (at[i] < 0 && (strcmp(r->f[j], names[i]) == 0 ||
			    (col >= 0 && strcmp(schema->cols[col].name,
			    names[i]) == 0)))
				at[i] = j;
	}
}

static const char *
field(const struct record *r, int at)
{
	return at >= 0 && at < r->n ? r->f[at] : "";
}

static int
columns_need(const int *at, const char *const *names, int n,
    unsigned need, const char *shown)
{
	const struct place	where = { shown, 1, 0, NULL };
	int			i, bad = 0;

	for (i = 0; i < n; i++)
		if (at[i] < 0 && (need & 1u << i)) {
			msg_fault(&where, N_("there is no column '%s'"),
			    names[i]);
			bad = -1;
		}
	return bad;
}

int
tally_answers(struct tally *t, const char *path, const char *shown,
    const char *round)
{
	static const char *const names[] = { "round", "respondent", "group",
	    "unit", "criterion", "score" };
	struct reader	*in;
	struct record	 r;
	struct met	 m;
	int		 at[6], bad = 0, comma;

	if ((in = reader_open(path, shown, READER_SECRET | READER_EOF_OK,
	    0)) == NULL)
		return -1;
	if (reader_next(in, &r)) {
		columns_of(&r, "responses", names, 6, at);
		bad = columns_need(at, names, 6, 0x30, shown);
	}
	comma = reader_dialect(in)->sep != ',';
	while (bad == 0 && reader_next(in, &r)) {
		m = (struct met){ field(&r, at[0]), field(&r, at[1]),
		    field(&r, at[2]), field(&r, at[3]), field(&r, at[4]),
		    field(&r, at[5]) };
		if (round == NULL || strcmp(round, m.round) == 0)
			add_met(t, &m, comma,
			    (struct place){ shown, r.line, 0, NULL });
	}
	sheet_end(t);
	if (faults_end(t, shown) != 0 || reader_faults(in) > 0)
		bad = -1;
	reader_close(in);
	return bad;
}

/* Row numbers by respondent, so that a sheet stands together in any file. */
struct ref {
	const char	*round, *respondent;
	size_t		 row;
};

static int
ref_cmp(const void *a, const void *b)
{
	const struct ref	*x = a, *y = b;
	int			 c;

	if ((c = strcmp(x->round, y->round)) == 0)
		c = strcmp(x->respondent, y->respondent);
	return c != 0 ? c : (x->row > y->row) - (x->row < y->row);
}

static int
same_sheet(const struct ref *a, const struct ref *b)
{
	return *a->respondent != '\0' &&
	    strcmp(a->respondent, b->respondent) == 0 &&
	    strcmp(a->round, b->round) == 0;
}

static const char	*const other_party[] = {
	N_("another group than this sheet had further up"),
	N_("another unit than this sheet had further up") };

/* A sheet in two groups or units would count as two people, or as more. */
static void
one_party(struct tally *t, const struct table *table, const struct ref *first,
    const struct ref *now)
{
	static const char *const	column[] = { "group", "unit" };
	int				 i;

	for (i = 0; i < 2; i++)
		if (!cell_is(table, now->row, column[i],
		    cell(table, first->row, column[i])))
			fault(t, table_place(table, now->row, NULL),
			    column[i], other_party[i]);
}

int
tally_table(struct tally *t, const struct table *table, const char *round)
{
	struct ref	*refs = NULL;
	struct met	 m;
	size_t		 i, n = 0, cap = 0, first = 0;

	for (i = table_first(table); i < table->nrows;
	    i = table_next(table, i)) {
		if (round != NULL && !cell_is(table, i, "round", round))
			continue;
		refs = mem_grow(refs, n, &cap, sizeof(*refs));
		refs[n++] = (struct ref){ cell(table, i, "round"),
		    cell(table, i, "respondent"), i };
	}
	if (n > 0)
		qsort(refs, n, sizeof(*refs), ref_cmp);
	for (i = 0; i < n; i++) {
		if (same_sheet(&refs[first], &refs[i]))
			one_party(t, table, &refs[first], &refs[i]);
		else
			first = i;
		m = (struct met){ refs[i].round, refs[i].respondent,
		    cell(table, refs[i].row, "group"),
		    cell(table, refs[i].row, "unit"),
		    cell(table, refs[i].row, "criterion"),
		    cell(table, refs[i].row, "score") };
		add_met(t, &m, 0, table_place(table, refs[i].row, NULL));
	}
	sheet_end(t);
	free(refs);
	return faults_end(t, table->shown);
}

/* A sheet in two groups or units would count as two people, or as more. */
static void
one_group(struct tally *t, const struct answers *a, char *first[2])
{
	static const int	col[] = { A_GROUP, A_UNIT };
	const char		*v;
	int			 i;

	for (i = 0; i < 2; i++) {
		v = answers_cell(a, col[i]);
		if (a->fresh) {
			free(first[i]);
			first[i] = mem_strdup(v);
		} else if (*a->code != '\0' && strcmp(first[i], v) != 0)
			fault(t, table_place(a->t, 0, NULL),
			    answers_names[col[i]], other_party[i]);
	}
}

static int
tally_stream(struct tally *t, struct project *p, const char *round)
{
	struct answers	a;
	struct met	m;
	char		*first[2] = { NULL, NULL };
	int		 bad;

	answers_open(&a, p);
	while (answers_next(&a)) {
		if (round != NULL && strcmp(a.round, round) != 0)
			continue;
		one_group(t, &a, first);
		m = (struct met){ a.round, a.code, answers_cell(&a, A_GROUP),
		    answers_cell(&a, A_UNIT), answers_cell(&a, A_CRIT),
		    answers_cell(&a, A_SCORE) };
		add_met(t, &m, 0, table_place(a.t, 0, NULL));
	}
	sheet_end(t);
	bad = faults_end(t, a.t->shown);
	free(first[0]);
	free(first[1]);
	answers_close(&a);
	return bad;
}

int
tally_private(struct tally *t, struct project *p, const char *round)
{
	struct answers	a;
	int		several, bad;

	bad = answers_scan(&a, p, NULL, NULL, &several);
	answers_close(&a);
	if (bad != 0)
		return -1;
	return several ? tally_table(t, project_private(p, "responses"),
	    round) : tally_stream(t, p, round);
}

int
tally_hands(struct tally *t, const struct table *table, const char *round)
{
	const char	*crit, *group;
	struct answer	 a;
	struct key	 key;
	size_t		 i;

	for (i = table_first(table); i < table->nrows;
	    i = table_next(table, i)) {
		if (round != NULL && !cell_is(table, i, "round", round))
			continue;
		crit = cell(table, i, "criterion");
		group = cell(table, i, "group");
		key = (struct key){
		    words_index(&t->round, cell(table, i, "round")),
		    words_index(&t->group, group),
		    words_index(&t->unit, ""), 0 };
		a.crit = words_index(&t->crit, crit);
		if (answer_read(t, lens_of(t, key.round), group, crit,
		    cell(table, i, "value"), 0,
		    table_place(table, i, NULL), &a) != 0)
			continue;
		party_of(t, key)->bare = 1;
		count_answer(t, key, &a, cell_int(table, i, "count", 0));
	}
	return faults_end(t, table->shown);
}

/*
 * "1:0 2:1" into a cell; the sum of the counts and of the scores must be
 * those that the record says.
 */
static int
merge_counts(struct tally_cell *c, const char *text, int64_t n, fixed sum)
{
	struct tally_cell	 part = { 0 };
	char			*copy = mem_strdup(text), *save, *w, *colon;
	fixed			 value;
	int64_t			 count, total = 0;
	wide			 scores = 0;
	size_t			 i;
	int			 bad = 0;

	for (w = strtok_r(copy, " ", &save); w != NULL && !bad;
	    w = strtok_r(NULL, " ", &save)) {
		if ((colon = strchr(w, ':')) == NULL) {
			bad = 1;
			break;
		}
		*colon = '\0';
		if (num_fixed(w, 0, &value) != 0 ||
		    num_int(colon + 1, 0, INT64_C(1) << 40, &count) != 0)
			bad = 1;
		else {
			count_value(&part, value, count);
			total += count;
			scores += (wide)value * count;
		}
	}
	if (!bad && (total != n || scores != sum))
		bad = 1;
	for (i = 0; i < part.nvalues && !bad; i++)
		count_value(c, part.value[i], part.count[i]);
	free(part.value);
	free(part.count);
	free(copy);
	return bad ? -1 : 0;
}

static void
merge_record(struct tally *t, const struct record *r, const int *at,
    struct place where)
{
	const int64_t		 most = INT64_C(1) << 40;
	struct tally_cell	*c;
	struct key		 key;
	int64_t			 v[4];
	fixed			 sum;
	int			 i;

	for (i = 0; i < 4; i++)
		if (num_int(field(r, at[4 + i]), 0, most, &v[i]) != 0) {
			fault(t, where, tally_columns[4 + i],
			    N_("not a whole number"));
			return;
		}
	if (num_fixed(field(r, at[8]), 0, &sum) != 0) {
		fault(t, where, "sum", N_("not a number"));
		return;
	}
	key = (struct key){ words_index(&t->round, field(r, at[0])),
	    words_index(&t->group, field(r, at[1])),
	    words_index(&t->unit, field(r, at[2])),
	    words_index(&t->crit, field(r, at[3])) };
	party_of(t, key)->merged = 1;
	c = &cell_of(t, key)->c;
	if (merge_counts(c, field(r, at[9]), v[0], sum) != 0) {
		fault(t, where, "counts",
		    N_("the counts do not add up to n and sum"));
		return;
	}
	c->n += v[0];
	c->na += v[1];
	c->dk += v[2];
	c->skipped += v[3];
	c->sum += sum;
}

/* Answers where a raw tally belongs: one word on it, and what to do. */
static int
is_answers(const struct record *r, const char *shown)
{
	static const char *const names[] = { "criterion", "score" };
	const struct place	 where = { shown, 1, 0, NULL };
	int			 at[2];

	columns_of(r, "responses", names, 2, at);
	if (at[0] < 0 || at[1] < 0)
		return 0;
	msg_fault(&where, N_("these are answers, not a raw tally"));
	msg_hint(N_("count them first: cpm-assess tally --raw -f %s"), shown);
	return 1;
}

int
tally_merge(struct tally *t, const char *path, const char *shown)
{
	struct reader	*in;
	struct record	 r;
	int		 at[10], bad = 0;

	if ((in = reader_open(path, shown, READER_SECRET | READER_EOF_OK,
	    0)) == NULL)
		return -1;
	if (reader_next(in, &r)) {
		columns_of(&r, "", tally_columns, 10, at);
		bad = is_answers(&r, shown) ? -1 : columns_need(at,
		    tally_columns, 10, 0x3ff, shown);
	}
	while (bad == 0 && reader_next(in, &r)) {
		/* Outputs of several runs were put one behind the other. */
		if (strcmp(field(&r, at[4]), "n") == 0 &&
		    strcmp(field(&r, at[9]), "counts") == 0)
			continue;
		merge_record(t, &r, at,
		    (struct place){ shown, r.line, 0, NULL });
	}
	if (faults_end(t, shown) != 0 || reader_faults(in) > 0)
		bad = -1;
	reader_close(in);
	return bad;
}

/* --- what was counted --- */

/* Which criteria a round's sheets could answer.  The caller frees it. */
static char *
criteria_asked(struct tally *t, size_t round)
{
	const struct framework	*fw = lens_of(t, round);
	struct cell		*c, *next;
	char			*asked;
	size_t			 i;

	if (fw != NULL)
		for (i = 0; i < fw->ncrit; i++)
			words_index(&t->crit, fw->crit[i].id);
	asked = mem_calloc(t->crit.n + 1, 1);
	for (i = 0; i < t->crit.n && fw != NULL; i++)
		asked[i] = framework_crit(fw, t->crit.at[i]->s) < fw->ncrit;
	if (fw == NULL)
		HASH_ITER(hh, t->cells, c, next)
			if (c->key.round == round)
				asked[c->key.crit] = 1;
	return asked;
}

/* The most answered criterion of a party that has no counted sheets. */
static int64_t
party_most(struct tally *t, const struct party *p)
{
	struct cell	*c;
	struct key	 key = p->key;
	int64_t		 most = 0, all;
	size_t		 k;

	for (k = 0; k < t->crit.n; k++) {
		key.crit = k;
		HASH_FIND(hh, t->cells, &key, sizeof(key), c);
		if (c == NULL)
			continue;
		all = c->c.n + c->c.na + c->c.dk + c->c.skipped;
		if (all > most)
			most = all;
	}
	return most;
}

/* What a sheet lacks was skipped. */
static void
party_pad(struct tally *t, struct party *p, size_t crit)
{
	struct tally_cell	*c;
	struct key		 key = p->key;
	int64_t			 sheets, most;

	key.crit = crit;
	sheets = p->sheets;
	if (p->bare && (most = party_most(t, p)) > sheets)
		sheets = most;
	c = &cell_of(t, key)->c;
	c->skipped = sheets - c->n - c->na - c->dk;
}

static size_t
place_of(struct tally *t, size_t round, size_t crit)
{
	const struct framework	*fw = lens_of(t, round);

	return fw != NULL ? framework_crit(fw, t->crit.at[crit]->s) : crit;
}

static size_t
group_place(struct tally *t, size_t round, size_t group)
{
	const struct framework	*fw = lens_of(t, round);

	return fw != NULL ? framework_group(fw, t->group.at[group]->s) : group;
}

static int
cell_cmp(const void *a, const void *b, void *arg)
{
	const struct key	*x = &(*(struct cell *const *)a)->key;
	const struct key	*y = &(*(struct cell *const *)b)->key;
	size_t			 p, q;

	if (x->round != y->round)
		return x->round < y->round ? -1 : 1;
	if (x->group != y->group) {
		p = group_place(arg, x->round, x->group);
		q = group_place(arg, y->round, y->group);
		if (p != q)
			return p < q ? -1 : 1;
		return x->group < y->group ? -1 : 1;
	}
	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	p = place_of(arg, x->round, x->crit);
	q = place_of(arg, y->round, y->crit);
	if (p != q)
		return p < q ? -1 : 1;
	return (x->crit > y->crit) - (x->crit < y->crit);
}

static void
pad_all(struct tally *t)
{
	struct party	*p, *next;
	size_t		 r, k;
	char		*asked;

	for (r = 0; r < t->round.n; r++) {
		asked = criteria_asked(t, r);
		HASH_ITER(hh, t->parties, p, next) {
			if (p->key.round != r || p->merged)
				continue;
			for (k = 0; k < t->crit.n; k++)
				if (asked[k])
					party_pad(t, p, k);
		}
		free(asked);
	}
}

static void
seal(struct tally *t)
{
	struct cell	*c, *next;
	size_t		 n = 0;

	if (t->sealed)
		return;
	t->sealed = 1;
	sheet_end(t);
	pad_all(t);
	free(t->sorted);
	t->sorted = mem_calloc(HASH_COUNT(t->cells) + 1,
	    sizeof(struct cell *));
	HASH_ITER(hh, t->cells, c, next)
		t->sorted[n++] = c;
	if (n > 0)
		qsort_r(t->sorted, n, sizeof(struct cell *), cell_cmp, t);
}

size_t
tally_count(struct tally *t)
{
	seal(t);
	return HASH_COUNT(t->cells);
}

const struct tally_cell *
tally_cell(struct tally *t, size_t i)
{
	seal(t);
	return &t->sorted[i]->c;
}

const char *
tally_round(const struct tally *t, size_t i)
{
	return words_at(&t->round, i);
}

const char *
tally_group(const struct tally *t, size_t i)
{
	return words_at(&t->group, i);
}

const char *
tally_criterion(const struct tally *t, size_t i)
{
	return words_at(&t->crit, i);
}

static const char *
number(struct str *s, int64_t v)
{
	str_reset(s);
	str_printf(s, "%lld", (long long)v);
	return s->s;
}

const char *const *
tally_record(struct tally *t, size_t i)
{
	const struct tally_cell	*c = tally_cell(t, i);
	char			 buf[NUM_LEN];
	size_t			 k;

	t->record[0] = c->round;
	t->record[1] = c->group;
	t->record[2] = c->unit;
	t->record[3] = c->criterion;
	t->record[4] = number(&t->text[0], c->n);
	t->record[5] = number(&t->text[1], c->na);
	t->record[6] = number(&t->text[2], c->dk);
	t->record[7] = number(&t->text[3], c->skipped);
	str_reset(&t->text[4]);
	str_add(&t->text[4], num_str(buf, c->sum, 0));
	t->record[8] = t->text[4].s;
	str_reset(&t->text[5]);
	for (k = 0; k < c->nvalues; k++)
		str_printf(&t->text[5], "%s%s:%lld", k > 0 ? " " : "",
		    num_str(buf, c->value[k], 0), (long long)c->count[k]);
	t->record[9] = t->text[5].s;
	t->record[10] = NULL;
	return t->record;
}
