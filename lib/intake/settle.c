/*
 * What can be told of sheets only when all lines were read: which column is
 * the group, what belongs to one sheet, which lines are the same words of two
 * people.
 */
#include "intake/take.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/slug.h"
#include "intake/spool.h"

/* --- the group ---------------------------------------------------------------- */

/* Of the columns that may be the group, the one that has groups in it; -1. */
static int
find_column(struct take *r)
{
	struct place	 at = { r->shown, 1, 0, NULL };
	struct column_use *u;
	int		 i, hit = -1;

	for (i = 0; i < r->nmaybe; i++) {
		u = &r->cs->v[r->maybe[i]];
		if (u->hits == 0) {
			u->use = columns_person(u->header) ?
			    COLUMN_IDENTIFYING : COLUMN_UNKNOWN;
			continue;
		}
		if (hit >= 0) {
			msg_fault(&at, N_("two columns for the same thing "
			    "(%s): '%s' and '%s'"),
			    "group", r->cs->v[r->maybe[hit]].shown, u->shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
			continue;
		}
		hit = i;
	}
	return hit;
}

/* Sheets whose group is none of the round's, in the order of the file. */
static void
say_no_group(struct take *r, int hit)
{
	uint64_t	at = 0;

	while (spool_next(r->sheets.spool, &at, &r->sheet))
		if (r->sheet.seen[hit] < SEEN_EMPTY)
			take_bad(r, r->sheet.line, r->cs->group,
			    r->sheet.seen[hit] == SEEN_TWO ? take_two_groups :
			    take_no_group);
}

static void
reject_no_group(struct take *r, int hit)
{
	struct keys	*k = spool_index(r->sheets.spool);
	size_t		 i, n = 0;

	for (i = 0; i < k->n; i++) {
		if (spool_get(r->sheets.spool, keys_at(k, i), &r->sheet) != 0)
			return;
		if (r->sheet.seen[hit] == SEEN_UNKNOWN)
			reject_sheet(r->reject, &r->sheet);
		else
			keys_set(k, n++, keys_key(k, i), keys_at(k, i));
	}
	k->n = n;
}

static void
settle_group(struct take *r)
{
	int	hit = find_column(r);

	if (hit < 0)
		return;
	r->cs->group = r->maybe[hit];
	r->sheets.hit = hit;
	if (r->misses[hit] > 0)
		say_no_group(r, hit);
	/* Of a long file, once the parts of a sheet are together. */
	if (!r->cs->wide)
		r->bad_parts += r->misses[hit];
	else if (r->misses[hit] > 0 && r->reject != NULL)
		reject_no_group(r, hit);
}

/* What no column says, the options say. */
static void
settle_options(struct take *r)
{
	struct sheets	*s = &r->sheets;

	s->has_group = r->cs->group >= 0 || r->group != WORDS_NONE;
	s->has_date = r->cs->date >= 0 || r->ask->day != DATE_NONE;
	s->has_unit = r->cs->unit >= 0;
	s->group = r->group;
	s->day = r->ask->day;
}

/* --- lines without a name ---------------------------------------------------------- */

/*
 * Two people may well give the same answers: the second of them has a code of
 * its own, the same on any day.
 */
static int
tell_apart(struct take *r, struct keys *k, size_t i, size_t n)
{
	struct sheet	*x = &r->sheet;
	char		*text;
	uint64_t	 key, at;
	size_t		 j;

	for (j = 1; j < n; j++) {
		if (spool_get(r->sheets.spool, keys_at(k, i + j), x) != 0 ||
		    !x->nameless)
			return 0;
		text = mem_printf("%s\n%zu", x->code, j);
		code_of(x->code, &r->key, "line", text);
		free(text);
		at = spool_write(r->sheets.spool, x);
		if (slug_code_key(x->code, &key) == 0)
			keys_set(k, i + j, key, at);
	}
	return 1;
}

static void
settle_twins(struct take *r)
{
	struct keys	*k = spool_index(r->sheets.spool);
	size_t		 i, run;

	keys_sort(k);
	for (i = 0; i < k->n; i += run)
		if ((run = keys_run(k, i)) > 1)
			tell_apart(r, k, i, run);
	k->sorted = 0;
}

/* --- parts of a sheet ---------------------------------------------------------------- */

/* Whether a part of a sheet may not come in. */
static int
is_bad_part(const struct take *r, const struct sheet *part)
{
	return part->bad || (r->sheets.hit >= 0 &&
	    part->seen[r->sheets.hit] < SEEN_EMPTY);
}

/* The group that stands in a column which was found by its cells. */
static void
join_seen(struct take *r, struct sheet *x, const struct sheet *part)
{
	int	hit = r->sheets.hit;
	long	both;

	if (hit < 0)
		return;
	both = take_seen(x->seen[hit], part->seen[hit]);
	if (both == SEEN_TWO && x->seen[hit] >= 0 && part->seen[hit] >= 0)
		take_bad(r, part->line, r->cs->group, take_two_groups);
	x->seen[hit] = both;
}

/* One part more of the sheet x; what does not go together is said. */
static void
join(struct take *r, struct sheet *x, const struct sheet *part)
{
	unsigned long	bad = r->bad;
	size_t		c;

	if (part->group != WORDS_NONE && x->group != WORDS_NONE &&
	    part->group != x->group)
		take_bad(r, part->line, r->cs->group, take_two_groups);
	else if (part->group != WORDS_NONE)
		x->group = part->group;
	join_seen(r, x, part);
	if (x->day == DATE_NONE)
		x->day = part->day;
	if (*x->unit == '\0')
		x->unit = arena_str(&x->arena, part->unit);
	for (c = 0; c < x->ncrit; c++) {
		if (part->comment[c] != NULL)
			sheet_comment(x, c, part->comment[c]);
		if (part->score[c] == SCORE_SKIPPED)
			continue;
		if (x->score[c] != SCORE_SKIPPED)
			take_bad(r, part->at[c], r->cs->criterion, take_again);
		else {
			x->score[c] = part->score[c];
			x->at[c] = part->at[c];
		}
	}
	x->bad |= is_bad_part(r, part) || r->bad != bad;
	sheet_part(x, part);
}

/* A part of another submission of the same person is another sheet's. */
struct chain {
	size_t	*next;		/* part of the same submission; or PART_LAST */
	char	*first;
};

#define PART_LAST	SIZE_MAX

/* Which parts belong together; 0, or -1 where one cannot be read (said). */
static int
chain_parts(struct take *r, const uint64_t *parts, size_t n, struct chain *c)
{
	struct keys	subs = { 0 };
	uint64_t	key;
	size_t		i, run, k;
	int		rc = 0;

	for (i = 0; i < n && rc == 0; i++) {
		rc = spool_get(r->sheets.spool, parts[i], &r->sheet);
		if (slug_code_key(r->sheet.sub, &key) != 0)
			key = 0;
		keys_add(&subs, key, i);
	}
	keys_sort(&subs);
	for (i = 0; i < subs.n && rc == 0; i += run) {
		run = keys_run(&subs, i);
		c->first[keys_at(&subs, i)] = 1;
		for (k = i; k < i + run; k++)
			c->next[keys_at(&subs, k)] = k + 1 < i + run ?
			    keys_at(&subs, k + 1) : PART_LAST;
	}
	keys_free(&subs);
	return rc;
}

/* All parts of a submission, from its first on; 0, or -1 (said). */
static int
gather(struct take *r, const uint64_t *parts, size_t i, const size_t *next,
    struct sheet *part)
{
	struct sheet	*x = &r->sheet;

	if (spool_get(r->sheets.spool, parts[i], x) != 0)
		return -1;
	x->bad |= is_bad_part(r, x);
	while ((i = next[i]) != PART_LAST) {
		if (spool_get(r->sheets.spool, parts[i], part) != 0)
			return -1;
		join(r, x, part);
	}
	return 0;
}

/* Put the sheets of one code together; new entries go to `out`. */
static void
join_run(struct take *r, struct keys *out, uint64_t key, const uint64_t *parts,
    size_t n)
{
	struct sheet	part;
	struct chain	c;
	size_t		i;

	c.next = mem_calloc(n + 1, sizeof(*c.next));
	c.first = mem_calloc(n + 1, sizeof(*c.first));
	sheet_init(&part, r->fw->ncrit, (size_t)r->nmaybe);
	if (chain_parts(r, parts, n, &c) == 0)
		for (i = 0; i < n; i++) {
			if (!c.first[i])
				continue;
			if (gather(r, parts, i, c.next, &part) != 0)
				break;
			if (r->sheet.bad && r->reject != NULL)
				reject_sheet(r->reject, &r->sheet);
			else
				keys_add(out, key, spool_write(r->sheets.spool,
				    &r->sheet));
		}
	sheet_free(&part);
	free(c.next);
	free(c.first);
}

static void
settle_parts(struct take *r)
{
	struct keys	*k = spool_index(r->sheets.spool), out = { 0 };
	uint64_t	*parts;
	size_t		 i, run, n, m = 0;
	int		 all = r->bad_parts > 0 ||
			    spool_packed(r->sheets.spool);

	keys_sort(k);
	for (i = 0; i < k->n; i += run) {
		run = keys_run(k, i);
		if (run == 1 && !all) {
			keys_set(k, m++, keys_key(k, i), keys_at(k, i));
			continue;
		}
		parts = spool_parts(r->sheets.spool, i, run, &n);
		if (n > 1 || r->bad_parts > 0)
			join_run(r, &out, keys_key(k, i), parts, n);
		else
			keys_set(k, m++, keys_key(k, i), keys_at(k, i));
		free(parts);
	}
	k->n = m;
	for (i = 0; i < out.n; i++)
		keys_add(k, keys_key(&out, i), keys_at(&out, i));
	keys_free(&out);
	k->sorted = 0;
}

void
take_settle(struct take *r)
{
	settle_group(r);
	settle_options(r);
	if (r->cs->wide)
		settle_twins(r);
	else
		settle_parts(r);
}
