/*
 * A tally: its cells, counted in memory that grows with them only.  Answers
 * come in sheet by sheet (tally_sheet.c), out of files and tables
 * (tally_read.c) or as tallies (tally_merge.c); what was counted goes out in
 * order (tally_cells.c).
 */
#include "model/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/tally_in.h"
#include "table/reader.h"
#include "table/schema.h"

#define FAULTS_SAID	20	/* of one file; the others are counted */

/* --- words ---------------------------------------------------------------- */

size_t
tally_word(struct words *w, const char *s)
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

const char *
tally_word_at(const struct words *w, size_t i)
{
	return i < w->n ? w->at[i]->s : NULL;
}

/* --- the tally ------------------------------------------------------------ */

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

/* --- cells ---------------------------------------------------------------- */

struct cell *
tally_cell_of(struct tally *t, struct key key)
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

struct party *
tally_party(struct tally *t, struct key key)
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

void
tally_count_value(struct tally_cell *c, fixed value, int64_t by)
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

void
tally_count_answer(struct tally *t, struct key key, const struct answer *a,
    int64_t by)
{
	struct tally_cell	*c;

	key.crit = a->crit;
	c = &tally_cell_of(t, key)->c;
	switch (a->kind) {
	case 's':
		c->n += by;
		c->sum += a->value * by;
		tally_count_value(c, a->value, by);
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

const struct framework *
tally_lens(struct tally *t, size_t round)
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

/* --- faults --------------------------------------------------------------- */

void
tally_fault(struct tally *t, struct place at, const char *column,
    const char *what)
{
	at.column = column;
	if (t->said++ < FAULTS_SAID)
		msg_fault(&at, "%s", _(what));
	else
		t->unsaid++;
}

int
tally_faults_end(struct tally *t, const char *shown)
{
	const struct place	at = { shown, 0, 0, NULL };
	int			bad = t->said > 0;

	if (t->unsaid > 0)
		msg_fault_n(&at, t->unsaid, "%lu more fault of this kind",
		    "%lu more faults of this kind", t->unsaid);
	t->said = t->unsaid = 0;
	return bad ? -1 : 0;
}

/* --- columns of a file ---------------------------------------------------- */

void
tally_columns_of(const struct record *r, const char *table,
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

const char *
tally_field(const struct record *r, int at)
{
	return at >= 0 && at < r->n ? r->f[at] : "";
}

int
tally_columns_need(const int *at, const char *const *names, int n,
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
