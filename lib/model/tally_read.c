/*
 * Answers out of a file of them, a table, the private stream, and the hands
 * of a room.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/answers.h"
#include "model/tally_in.h"
#include "table/reader.h"

/* --- a file --------------------------------------------------------------- */

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
		tally_columns_of(&r, "responses", names, 6, at);
		bad = tally_columns_need(at, names, 6, 0x30, shown);
	}
	comma = reader_dialect(in)->sep != ',';
	while (bad == 0 && reader_next(in, &r)) {
		m = (struct met){ tally_field(&r, at[0]),
		    tally_field(&r, at[1]), tally_field(&r, at[2]),
		    tally_field(&r, at[3]), tally_field(&r, at[4]),
		    tally_field(&r, at[5]) };
		if (round == NULL || strcmp(round, m.round) == 0)
			tally_add(t, &m, comma,
			    (struct place){ shown, r.line, 0, NULL });
	}
	tally_sheet_end(t);
	if (tally_faults_end(t, shown) != 0 || reader_faults(in) > 0)
		bad = -1;
	reader_close(in);
	return bad;
}

/* --- a table -------------------------------------------------------------- */

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
			tally_fault(t, table_place(table, now->row, NULL),
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
		tally_add(t, &m, 0, table_place(table, refs[i].row, NULL));
	}
	tally_sheet_end(t);
	free(refs);
	return tally_faults_end(t, table->shown);
}

/* --- the private answers -------------------------------------------------- */

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
			tally_fault(t, table_place(a->t, 0, NULL),
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
		tally_add(t, &m, 0, table_place(a.t, 0, NULL));
	}
	tally_sheet_end(t);
	bad = tally_faults_end(t, a.t->shown);
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

/* --- hands ---------------------------------------------------------------- */

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
		    tally_word(&t->round, cell(table, i, "round")),
		    tally_word(&t->group, group),
		    tally_word(&t->unit, ""), 0 };
		a.crit = tally_word(&t->crit, crit);
		if (tally_answer(t, tally_lens(t, key.round), group, crit,
		    cell(table, i, "value"), 0,
		    table_place(table, i, NULL), &a) != 0)
			continue;
		tally_party(t, key)->bare = 1;
		tally_count_answer(t, key, &a, cell_int(table, i, "count", 0));
	}
	return tally_faults_end(t, table->shown);
}
