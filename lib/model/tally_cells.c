/*
 * What was counted: what a sheet lacks is skipped, the cells stand in order,
 * and each is a record.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/tally_in.h"

/* --- what was skipped ----------------------------------------------------- */

/* Which criteria a round's sheets could answer.  The caller frees it. */
static char *
criteria_asked(struct tally *t, size_t round)
{
	const struct framework	*fw = tally_lens(t, round);
	struct cell		*c, *next;
	char			*asked;
	size_t			 i;

	if (fw != NULL)
		for (i = 0; i < fw->ncrit; i++)
			tally_word(&t->crit, fw->crit[i].id);
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
	c = &tally_cell_of(t, key)->c;
	c->skipped = sheets - c->n - c->na - c->dk;
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

/* --- the order ------------------------------------------------------------ */

static size_t
place_of(struct tally *t, size_t round, size_t crit)
{
	const struct framework	*fw = tally_lens(t, round);

	return fw != NULL ? framework_crit(fw, t->crit.at[crit]->s) : crit;
}

static size_t
group_place(struct tally *t, size_t round, size_t group)
{
	const struct framework	*fw = tally_lens(t, round);

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
seal(struct tally *t)
{
	struct cell	*c, *next;
	size_t		 n = 0;

	if (t->sealed)
		return;
	t->sealed = 1;
	tally_sheet_end(t);
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
	return tally_word_at(&t->round, i);
}

const char *
tally_group(const struct tally *t, size_t i)
{
	return tally_word_at(&t->group, i);
}

const char *
tally_criterion(const struct tally *t, size_t i)
{
	return tally_word_at(&t->crit, i);
}

/* --- records -------------------------------------------------------------- */

const char *const	tally_columns[] = { "round", "group", "unit",
	"criterion", "n", "na", "dk", "skipped", "sum", "counts", NULL };

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
