/* What responses.csv holds already. */
#include "intake/stock.h"

#include <string.h>

#include "base/slug.h"

struct mark {
	char		 code[CODE_LEN + 1];
	int		 here;		/* forgotten in this round */
	UT_hash_handle	 hh;
};

static void
marks_load(struct stock *k, struct project *p)
{
	struct table	*t = project_private(p, "forgotten");
	struct mark	*m;
	const char	*code;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		code = cell(t, i, "code");
		if (strlen(code) > CODE_LEN)
			continue;
		HASH_FIND_STR(k->marks, code, m);
		if (m == NULL) {
			m = arena_alloc(&k->arena, sizeof(*m));
			code_copy(m->code, code);
			HASH_ADD_STR(k->marks, code, m);
		}
		m->here |= cell_is(t, i, "round", k->round);
	}
}

/* The names in a row's source, unless the row before had the same. */
static void
note_names(struct stock *k, const struct answers *a, int here)
{
	const char	*s = answers_cell(a, A_SOURCE);
	char		 code[CODE_LEN + 1];
	uint64_t	 key;

	if (strpbrk(s, ": ") == NULL || (!a->fresh && k->last != NULL &&
	    strcmp(s, k->last) == 0))
		return;
	free(k->last);
	k->last = mem_strdup(s);
	while ((s = code_names(s, code)) != NULL)
		if (slug_code_key(code, &key) == 0)
			keys_add(here ? &k->names : &k->names_other, key,
			    a->t->rows[0].begin);
}

/* A respondent that is none of our codes is somebody's own hand. */
static void
note_row(const struct answers *a, void *arg)
{
	struct stock	*k = arg;
	uint64_t	 key;
	int		 here = strcmp(a->round, k->round) == 0;

	if (a->fresh && slug_code_key(a->code, &key) == 0)
		keys_add(here ? &k->here : &k->other, key,
		    a->t->rows[0].begin);
	note_names(k, a, here);
}

int
stock_load(struct stock *k, struct project *p, const char *round)
{
	memset(k, 0, sizeof(*k));
	arena_init(&k->arena);
	k->round = round;
	marks_load(k, p);
	answers_scan(&k->a, p, note_row, k, NULL);
	free(k->last);
	k->last = NULL;
	keys_sort(&k->here);
	keys_sort(&k->other);
	keys_sort(&k->names);
	keys_sort(&k->names_other);
	return project_bad(p) ? -1 : 0;
}

void
stock_free(struct stock *k)
{
	if (k->a.s != NULL)
		answers_close(&k->a);
	keys_free(&k->here);
	keys_free(&k->other);
	keys_free(&k->names);
	keys_free(&k->names_other);
	HASH_CLEAR(hh, k->marks);
	if (k->arena.begun)
		arena_free(&k->arena);
	memset(k, 0, sizeof(*k));
}

/* The first of this code; k->n if there is none. */
static size_t
find(const struct keys *k, const char *code)
{
	uint64_t	key;

	return slug_code_key(code, &key) == 0 ? keys_find(k, key) : k->n;
}

int
stock_has(const struct stock *k, const char *code)
{
	return find(&k->here, code) < k->here.n;
}

static int
is_known(const struct stock *k, const char *code)
{
	return stock_has(k, code) || find(&k->other, code) < k->other.n;
}

/* The code of the sheet that has this further name; 0, or -1. */
static int
renamed(struct stock *k, const struct keys *names, const char *name,
    char *code)
{
	size_t		i = find(names, name);
	uint64_t	key;

	if (i == names->n)
		return -1;
	stream_seek(k->a.s, keys_at(names, i), 1);
	if (!stream_next(k->a.s) ||
	    slug_code_key(answers_cell(&k->a, A_RESP), &key) != 0)
		return -1;
	code_copy(code, answers_cell(&k->a, A_RESP));
	return 0;
}

void
stock_name(struct stock *k, struct sheet *x)
{
	char	code[CODE_LEN + 1];
	int	i;

	if (x->person || is_known(k, x->code))
		return;
	for (i = 0; i < SHEET_ALIASES; i++)
		if (is_known(k, x->alias[i])) {
			code_copy(x->code, x->alias[i]);
			return;
		}
	for (i = -1; i < SHEET_ALIASES; i++) {
		const char	*name = i < 0 ? x->code : x->alias[i];

		if (renamed(k, &k->names, name, code) == 0 ||
		    renamed(k, &k->names_other, name, code) == 0) {
			code_copy(x->code, code);
			return;
		}
	}
}

/*
 * A submission belongs to one round: forgotten there, it must not come in by
 * another.  A person may answer again, in another submission.
 */
int
stock_forgot(const struct stock *k, const struct sheet *x)
{
	struct mark	*m;
	int		 i;

	HASH_FIND_STR(k->marks, x->code, m);
	if (m != NULL && x->person && !m->here)
		m = NULL;
	for (i = 0; m == NULL && i < SHEET_ALIASES; i++)
		if (x->alias[i][0] != '\0')
			HASH_FIND_STR(k->marks, x->alias[i], m);
	if (m == NULL && x->sub[0] != '\0')
		HASH_FIND_STR(k->marks, x->sub, m);
	return m != NULL;
}

int
stock_doubts(const struct stock *k, const struct sheet *x)
{
	struct mark	*m = NULL;
	size_t		 i;

	for (i = 0; x->plain != NULL && x->plain[i][0] != '\0' && m == NULL;
	    i++)
		HASH_FIND_STR(k->marks, x->plain[i], m);
	return m != NULL;
}

/*
 * Whether the segment of another round gives other answers than the sheet
 * (-1), the same (1), or says nothing (0).
 */
static int
compare_segment(struct stock *k, const struct sheets *s,
    const struct sheet *x, const struct framework *fw, uint64_t at)
{
	char	 buf[NUM_LEN], *round = NULL, *code = NULL;
	size_t	 c;
	int	 met = 0;

	stream_seek(k->a.s, at, 1);
	while (met >= 0 && stream_next(k->a.s)) {
		if (code == NULL) {
			round = mem_strdup(answers_cell(&k->a, A_ROUND));
			code = mem_strdup(answers_cell(&k->a, A_RESP));
		} else if (strcmp(code, answers_cell(&k->a, A_RESP)) != 0 ||
		    strcmp(round, answers_cell(&k->a, A_ROUND)) != 0)
			break;
		c = framework_crit(fw, answers_cell(&k->a, A_CRIT));
		if (c >= s->ncrit || !s->covered[c])
			continue;
		met = strcmp(answers_cell(&k->a, A_SCORE), score_str(buf,
		    fw->crit[c].scale, x->score[c])) == 0 ? 1 : -1;
	}
	free(round);
	free(code);
	return met;
}

static int
answered_alike(struct stock *k, const struct sheets *s,
    const struct sheet *x, const struct framework *fw, const char *code)
{
	size_t	i = find(&k->other, code), n;
	int	met = 0, one;

	if (i == k->other.n)
		return 0;
	for (n = keys_run(&k->other, i); n > 0; i++, n--) {
		one = compare_segment(k, s, x, fw, keys_at(&k->other, i));
		if (one < 0)
			return 0;
		met |= one;
	}
	return met;
}

int
stock_elsewhere(struct stock *k, const struct sheets *s,
    const struct sheet *x, const struct framework *fw)
{
	size_t	i;

	/* A plain number says little: the answers must be the same too. */
	for (i = 0; x->plain != NULL && x->plain[i][0] != '\0'; i++)
		if (answered_alike(k, s, x, fw, x->plain[i]))
			return 1;
	if (!x->person)
		return !stock_has(k, x->code) &&
		    find(&k->other, x->code) < k->other.n;
	return x->sub[0] != '\0' &&
	    find(&k->names_other, x->sub) < k->names_other.n &&
	    find(&k->names, x->sub) == k->names.n;
}
