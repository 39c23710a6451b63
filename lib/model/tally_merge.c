/* Tallies of others added to one: the cells of a file, which must add up. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/tally_in.h"
#include "table/reader.h"

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
			tally_count_value(&part, value, count);
			total += count;
			scores += (wide)value * count;
		}
	}
	if (!bad && (total != n || scores != sum))
		bad = 1;
	for (i = 0; i < part.nvalues && !bad; i++)
		tally_count_value(c, part.value[i], part.count[i]);
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
		if (num_int(tally_field(r, at[4 + i]), 0, most, &v[i]) != 0) {
			tally_fault(t, where, tally_columns[4 + i],
			    N_("not a whole number"));
			return;
		}
	if (num_fixed(tally_field(r, at[8]), 0, &sum) != 0) {
		tally_fault(t, where, "sum", N_("not a number"));
		return;
	}
	key = (struct key){ tally_word(&t->round, tally_field(r, at[0])),
	    tally_word(&t->group, tally_field(r, at[1])),
	    tally_word(&t->unit, tally_field(r, at[2])),
	    tally_word(&t->crit, tally_field(r, at[3])) };
	tally_party(t, key)->merged = 1;
	c = &tally_cell_of(t, key)->c;
	if (merge_counts(c, tally_field(r, at[9]), v[0], sum) != 0) {
		tally_fault(t, where, "counts",
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

	tally_columns_of(r, "responses", names, 2, at);
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
		tally_columns_of(&r, "", tally_columns, 10, at);
		bad = is_answers(&r, shown) ? -1 : tally_columns_need(at,
		    tally_columns, 10, 0x3ff, shown);
	}
	while (bad == 0 && reader_next(in, &r)) {
		/* Outputs of several runs were put one behind the other. */
		if (strcmp(tally_field(&r, at[4]), "n") == 0 &&
		    strcmp(tally_field(&r, at[9]), "counts") == 0)
			continue;
		merge_record(t, &r, at,
		    (struct place){ shown, r.line, 0, NULL });
	}
	if (tally_faults_end(t, shown) != 0 || reader_faults(in) > 0)
		bad = -1;
	reader_close(in);
	return bad;
}
