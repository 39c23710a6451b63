/* responses.csv row by row. */
#include "model/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"

const char *const	answers_names[A_COUNT] = { "round", "date",
    "respondent", "group", "unit", "criterion", "score", "comment", "source" };

void
answers_open(struct answers *a, struct project *p)
{
	int	c;

	memset(a, 0, sizeof(*a));
	a->project = p;
	a->s = project_stream(p, "responses");
	a->t = stream_table(a->s);
	for (c = 0; c < A_COUNT; c++)
		a->col[c] = table_col(a->t, answers_names[c]);
}

const char *
answers_cell(const struct answers *a, int col)
{
	return cell_at(a->t, 0, a->col[col]);
}

int
answers_next(struct answers *a)
{
	const char	*round, *code;

	if (!stream_next(a->s))
		return 0;
	round = answers_cell(a, A_ROUND);
	code = answers_cell(a, A_RESP);
	a->fresh = a->code == NULL || strcmp(a->code, code) != 0 ||
	    strcmp(a->round, round) != 0;
	if (a->fresh) {
		free(a->round);
		free(a->code);
		a->round = mem_strdup(round);
		a->code = mem_strdup(code);
	}
	return 1;
}

void
answers_close(struct answers *a)
{
	if (a->t->broken)
		project_spoil(a->project);
	stream_close(a->s);
	free(a->round);
	free(a->code);
	memset(a, 0, sizeof(*a));
}

int
answers_any(struct project *p, const char *round)
{
	struct answers	a;
	int		found = 0;

	answers_open(&a, p);
	while (!found && answers_next(&a))
		found = strcmp(a.round, round) == 0;
	answers_close(&a);
	return found;
}

unsigned long
answers_sheets(struct project *p, const char *round)
{
	struct answers	a;
	struct keys	k = { 0 };
	unsigned long	n = 0;
	size_t		i;

	answers_open(&a, p);
	while (answers_next(&a))
		if (a.fresh && strcmp(a.round, round) == 0)
			keys_add(&k, keys_hash(0, a.code, strlen(a.code)) >> 9,
			    0);
	answers_close(&a);
	keys_sort(&k);
	for (i = 0; i < k.n; i += keys_run(&k, i))
		n++;
	keys_free(&k);
	return n;
}

/* --- the scan --------------------------------------------------------------- */

struct scan {
	struct answers	*a;
	struct keys	 sheets;	/* a key by segment */
	struct keys	 rows;		/* of the segment under way: criteria */
	uint64_t	 sheet;		/* its key */
};

static uint64_t
sheet_key(const struct answers *a)
{
	uint64_t	h = keys_hash(0, a->round, strlen(a->round) + 1);

	return keys_hash(h, a->code, strlen(a->code));
}

static uint64_t
row_key(uint64_t sheet, const struct answers *a)
{
	const char	*crit = answers_cell(a, A_CRIT);

	return keys_hash(sheet, crit, strlen(crit)) >> 9;
}

/* A segment has one criterion twice: note its sheet as if it stood twice. */
static void
segment_end(struct scan *k)
{
	size_t	i;

	keys_sort(&k->rows);
	for (i = 1; i < k->rows.n; i++)
		if (keys_key(&k->rows, i) == keys_key(&k->rows, i - 1)) {
			keys_add(&k->sheets, k->sheet >> 9, 0);
			break;
		}
	k->rows.n = 0;
}

/* Keep of the sheets those that have more than one segment. */
static int
keep_several(struct keys *k)
{
	size_t	i, run, n = 0;

	keys_sort(k);
	for (i = 0; i < k->n; i += run) {
		run = keys_run(k, i);
		if (run > 1)
			keys_set(k, n++, keys_key(k, i), 0);
	}
	k->n = n;
	return n > 0;
}

static void
say_double(const struct answers *a, long line, long first)
{
	struct place	at = { a->t->shown, line, 0,
			    a->col[A_ROUND] >= 0 ?
			    a->t->header[a->col[A_ROUND]] : NULL };

	msg_fault(&at, N_("the same row as line %ld"), first);
}

/* All rows of the sheets that may have one twice, compared. */
static int
find_doubles(const struct scan *k, struct project *p)
{
	struct answers	a;
	struct keys	rows = { 0 }, found = { 0 };
	uint64_t	sheet = 0;
	size_t		i, first = 0, n;
	int		in = 0;

	answers_open(&a, p);
	while (answers_next(&a)) {
		if (a.fresh) {
			sheet = sheet_key(&a);
			in = keys_find(&k->sheets, sheet >> 9) < k->sheets.n;
		}
		if (in)
			keys_add(&rows, row_key(sheet, &a),
			    (uint64_t)a.t->rows[0].line);
	}
	keys_sort(&rows);
	for (i = 1; i < rows.n; i++)
		if (keys_key(&rows, i) == keys_key(&rows, first))
			keys_add(&found, keys_at(&rows, i),
			    keys_at(&rows, first));
		else
			first = i;
	keys_sort(&found);
	for (i = 0; i < found.n; i++)
		say_double(&a, (long)keys_key(&found, i),
		    (long)keys_at(&found, i));
	n = found.n;
	keys_free(&rows);
	keys_free(&found);
	answers_close(&a);
	return n > 0 ? -1 : 0;
}

int
answers_scan(struct answers *a, struct project *p,
    void (*each)(const struct answers *, void *arg), void *arg, int *several)
{
	struct scan	k = { .a = a };
	int		torn;

	answers_open(a, p);
	while (answers_next(a)) {
		if (a->fresh) {
			segment_end(&k);
			k.sheet = sheet_key(a);
			keys_add(&k.sheets, k.sheet >> 9,
			    a->t->rows[0].begin);
		}
		if (each != NULL)
			each(a, arg);
		keys_add(&k.rows, row_key(0, a),
		    (uint64_t)a->t->rows[0].line);
	}
	segment_end(&k);
	keys_free(&k.rows);
	torn = keep_several(&k.sheets);
	if (several != NULL)
		*several = torn;
	if (torn && !a->t->broken && find_doubles(&k, p) != 0)
		a->t->broken = 1;
	keys_free(&k.sheets);
	if (a->t->broken)
		project_spoil(p);
	return a->t->broken ? -1 : 0;
}
