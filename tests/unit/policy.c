/* The policy on both sides of every threshold, for the team and outside. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"
#include "model/policy.h"

#define ONE	FIXED_ONE
#define HALF	(FIXED_ONE / 2)
#define NONE	FIXED_NONE

/*
 * A made framework: two dimensions of three criteria on one scale; groups g0,
 * g1 … and people without a group behind them.
 */
struct world {
	struct framework	fw;
	struct votes		v;
	struct dimension	dims[2];
	struct criterion	crit[6];
	struct group		groups[6];
	fixed			value[12];
	const char		*label[12];
	int64_t			size[7];
	int64_t			*count[7 * 6];
	int64_t			cells[7 * 6][12];
	struct results		r;
	struct outsides		o;
};

static const char *const	ids[] = { "g0", "g1", "g2", "g3", "g4", "g5" };
static const char *const	cids[] = { "A1", "A2", "A3", "B1", "B2", "B3" };

static void
world_make(struct world *w, int points, size_t ngroups)
{
	size_t	i;

	memset(w, 0, sizeof(*w));
	for (i = 0; i < (size_t)points; i++) {
		w->value[i] = (fixed)(i + 1) * ONE;
		w->label[i] = "";
	}
	w->fw.general = (struct scale){ points, w->value, w->label, ONE,
	    points * ONE, ONE };
	w->fw.dims = w->dims;
	w->fw.ndims = 2;
	w->fw.crit = w->crit;
	w->fw.ncrit = 6;
	w->fw.groups = w->groups;
	w->fw.ngroups = ngroups;
	for (i = 0; i < 2; i++)
		w->dims[i] = (struct dimension){ i == 0 ? "A" : "B", "", "",
		    ONE, &w->fw.general, NULL, 3 * i, 3 };
	for (i = 0; i < 6; i++)
		w->crit[i] = (struct criterion){ cids[i], "", "", i / 3, ONE,
		    0, &w->fw.general };
	for (i = 0; i < ngroups; i++)
		w->groups[i] = (struct group){ ids[i], "", 0, i };
	w->v.fw = &w->fw;
	w->v.ngroups = ngroups + 1;
	w->v.size = w->size;
	w->v.count = w->count;
	for (i = 0; i < 7 * 6; i++)
		w->count[i] = w->cells[i];
}

/* n people of a group (or of none) answer everything with point k. */
static void
people(struct world *w, size_t group, int64_t n, int k)
{
	size_t	c;

	w->size[group] += n;
	w->v.persons += n;
	for (c = 0; c < 6; c++)
		w->cells[group * 6 + c][k] += n;
}

/* n of a group's answers to a criterion at point k were none after all. */
static void
silent(struct world *w, size_t group, size_t crit, int64_t n, int k)
{
	w->cells[group * 6 + crit][k] -= n;
}

static void
run(struct world *w, const struct policy *p)
{
	policy_run(&w->r, &w->v, p);
	policy_outside(&w->o, &w->r, p);
}

static void
done(struct world *w)
{
	results_free(&w->r);
	outsides_free(&w->o);
}

static const struct result *
at(const struct world *w, size_t group, size_t dim, size_t crit)
{
	return results_find(&w->r, group, dim, crit);
}

static const struct result *
all(const struct world *w, size_t crit)
{
	return at(w, GROUP_ALL, crit / 3, crit);
}

static const struct result *
base(const struct world *w, size_t group)
{
	return at(w, group, 2, 6);
}

static const struct outside *
out(const struct world *w, size_t group, size_t dim, size_t crit)
{
	size_t	i;

	for (i = 0; i < w->o.n; i++)
		if (w->o.row[i].group == group && w->o.row[i].dim == dim &&
		    w->o.row[i].crit == crit)
			return &w->o.row[i];
	return NULL;
}

static void
is_withheld(const struct result *r)
{
	assert_non_null(r);
	assert_int_equal(r->note, NOTE_WITHHELD);
	assert_int_equal(r->n, -1);
	assert_int_equal(r->no_answer, -1);
	assert_null(r->counts);
	assert_int_equal(r->mean, NONE);
	assert_int_equal(r->agreement, NONE);
	assert_int_equal(r->reading, READING_NONE);
}

static void
is_rounded(const struct result *r, fixed mean, enum reading reading)
{
	assert_non_null(r);
	assert_int_equal(r->note, NOTE_ROUNDED);
	assert_int_equal(r->n, -1);
	assert_int_equal(r->no_answer, -1);
	assert_null(r->counts);
	assert_int_equal(r->mean, mean);
	assert_int_equal(r->agreement, NONE);
	assert_int_equal(r->reading, reading);
}

static void
is_counts(const struct result *r, int64_t n, int64_t no_answer)
{
	assert_non_null(r);
	assert_int_equal(r->note, NOTE_NONE);
	assert_int_equal(r->n, n);
	assert_int_equal(r->no_answer, no_answer);
	assert_non_null(r->counts);
}

static const struct policy	counts = POLICY_PRESET;
static const struct policy	groups = { 1, 0, 0, 5, 9, 3 };
static const struct policy	open_votes = { 0, 1, 0, 5, 9, 3 };

/* --- the team, everybody ---------------------------------------------- */

static void
too_few(void **state)
{
	struct world	w;
	int64_t		n;

	(void)state;
	/* Four look like nobody, in both tables, whatever is shown. */
	for (n = 0; n < 5; n++) {
		world_make(&w, 5, 2);
		people(&w, 0, n, 2);
		run(&w, n % 2 ? &groups : &counts);
		assert_int_equal(w.r.n, 1);
		is_withheld(base(&w, GROUP_ALL));
		assert_int_equal(w.o.n, 1);
		assert_int_equal(w.o.row[0].note, NOTE_WITHHELD);
		assert_string_equal(w.o.row[0].n_class, "");
		done(&w);
	}
}

static void
five_to_eight(void **state)
{
	struct world	w;
	int64_t		n;

	(void)state;
	for (n = 5; n < 9; n++) {
		world_make(&w, 5, 2);
		people(&w, 0, n - 1, 2);
		people(&w, 1, 1, 3);
		silent(&w, 0, 1, n - 5, 2);	/* A2: five answers */
		silent(&w, 0, 2, n - 4, 2);	/* A3: four */
		run(&w, &counts);
		assert_int_equal(base(&w, GROUP_ALL)->n, n);
		is_rounded(all(&w, 0), 3 * ONE, n < 6 ? READING_NONE :
		    READING_SHARED);
		is_rounded(all(&w, 1), 3 * ONE, n < 6 ? READING_NONE :
		    READING_SHARED);
		is_withheld(all(&w, 2));
		is_withheld(base(&w, 0));
		is_withheld(base(&w, 1));
		assert_null(at(&w, 0, 0, 0));
		done(&w);
	}
}

/* Half away from zero; half a step from the ends. */
static void
held(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 1);
	people(&w, 0, 8, 0);		/* all 1: held at 1.5 */
	run(&w, &counts);
	is_rounded(all(&w, 0), ONE + HALF, READING_SHARED);
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 8, 4);
	run(&w, &counts);
	is_rounded(all(&w, 0), 4 * ONE + HALF, READING_SHARED);
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 6, 2);
	people(&w, 0, 2, 3);		/* 3.25 goes up */
	run(&w, &counts);
	is_rounded(all(&w, 0), 3 * ONE + HALF, READING_SHARED);
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 7, 2);
	people(&w, 0, 1, 3);		/* 3.125 goes down */
	run(&w, &counts);
	is_rounded(all(&w, 0), 3 * ONE, READING_SHARED);
	done(&w);
}

static void
rounding(void **state)
{
	fixed		v[] = { -2 * ONE, -ONE, 0, ONE, 2 * ONE };
	const char	*l[] = { "", "", "", "", "" };
	struct scale	below = { 5, v, l, -2 * ONE, 2 * ONE, ONE };
	struct scale	odd = { 5, v, l, 3000, 3000 + 4 * ONE, ONE };
	struct scale	uneven = { 5, v, l, -2 * ONE, 2 * ONE, 0 };

	(void)state;
	/* -0.25 is half way from 0 to -0.5 and goes away from zero. */
	assert_int_equal(policy_round(ratio_make(-2500, 1), &below, 2), -HALF);
	assert_int_equal(policy_round(ratio_make(2500, 1), &below, 2), HALF);
	assert_int_equal(policy_round(ratio_make(-20000, 1), &below, 2),
	    -ONE - HALF);
	/* Roundings are in steps of the scale, which begins at 0.3. */
	assert_int_equal(policy_round(ratio_make(11000, 1), &odd, 2), 13000);
	assert_int_equal(policy_round(ratio_make(4000, 1), &odd, 10), 8000);
	assert_int_equal(policy_round(ratio_make(14400, 1), &odd, 10), 14000);
	assert_int_equal(policy_round(ratio_make(0, 1), &uneven, 2), NONE);
	assert_int_equal(policy_round(ratio_make(0, 0), &below, 2), NONE);
}

static void
nine(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	people(&w, 0, 8, 2);
	people(&w, 2, 3, 3);		/* without a group: counted in all */
	silent(&w, 0, 1, 2, 2);		/* A2: nine */
	silent(&w, 0, 2, 3, 2);		/* A3: eight */
	silent(&w, 0, 3, 6, 2);		/* B1: five */
	silent(&w, 0, 4, 7, 2);		/* B2: four */
	run(&w, &counts);
	assert_int_equal(base(&w, GROUP_ALL)->n, 11);
	is_counts(all(&w, 0), 11, 0);
	assert_int_equal(all(&w, 0)->counts[2], 8);
	assert_int_equal(all(&w, 0)->mean, 32727);
	assert_int_equal(all(&w, 0)->reading, READING_SHARED);
	is_counts(all(&w, 1), 9, 2);
	is_rounded(all(&w, 2), 3 * ONE + HALF, READING_SHARED);
	is_rounded(all(&w, 3), 3 * ONE + HALF, READING_SHARED);
	is_withheld(all(&w, 4));
	is_withheld(base(&w, 0));	/* eight are no large group */
	is_withheld(base(&w, 1));	/* nor is nobody */
	done(&w);
}

/* Raised thresholds hold; lowered ones never. */
static void
raised(void **state)
{
	struct policy	p = counts;
	struct world	w;
	int		closed;
	char		*s;

	(void)state;
	policy_parse(&p, "team=8 counts=12 group=5", &closed);
	assert_int_equal(closed, DATE_NONE);
	world_make(&w, 5, 1);
	people(&w, 0, 7, 2);
	run(&w, &p);
	assert_int_equal(w.r.n, 1);
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 11, 2);
	silent(&w, 0, 1, 4, 2);		/* seven answers: fewer than eight */
	run(&w, &p);
	is_rounded(all(&w, 0), 3 * ONE, READING_SHARED);
	is_withheld(all(&w, 1));
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 12, 2);
	silent(&w, 0, 1, 1, 2);
	run(&w, &p);
	is_counts(all(&w, 0), 12, 0);
	is_rounded(all(&w, 1), 3 * ONE, READING_SHARED);
	done(&w);
	policy_parse(&p, "team=1 counts=2 group=1 closed=2026-03-05", &closed);
	assert_int_equal(p.team, 5);
	assert_int_equal(p.counts, 9);
	assert_int_equal(p.group, 3);
	s = policy_print(&p, closed);
	assert_string_equal(s, "team=5 counts=9 group=3 show=counts "
	    "votes=secret closed=2026-03-05");
	free(s);
}

/* --- the team, large groups beside counts ----------------------------- */

static void
large_groups(void **state)
{
	struct world	w;

	(void)state;
	/* 15 and 15: both are shown, and nobody is outside. */
	world_make(&w, 5, 3);
	people(&w, 0, 15, 2);
	people(&w, 1, 15, 3);
	run(&w, &counts);
	assert_int_equal(base(&w, 0)->n, 15);
	assert_int_equal(base(&w, 1)->n, 15);
	is_withheld(base(&w, 2));
	is_counts(at(&w, 0, 0, 0), 15, -1);
	assert_int_equal(at(&w, 0, 0, 0)->mean, 3 * ONE);
	assert_null(at(&w, 0, 0, 6));
	done(&w);
	/* 15 and 14: the rest of the one is 14, the other is too small. */
	world_make(&w, 5, 2);
	people(&w, 0, 15, 2);
	people(&w, 1, 14, 3);
	run(&w, &counts);
	is_withheld(base(&w, 0));
	is_withheld(base(&w, 1));
	done(&w);
	/* 15 and 14 and one without a group: 15 are outside the one shown. */
	world_make(&w, 5, 2);
	people(&w, 0, 15, 2);
	people(&w, 1, 14, 3);
	people(&w, 2, 1, 3);
	run(&w, &counts);
	assert_int_equal(base(&w, 0)->n, 15);
	is_withheld(base(&w, 1));
	done(&w);
	/* 20, 16 and 14 outside: the smallest is not shown. */
	world_make(&w, 5, 3);
	people(&w, 0, 20, 2);
	people(&w, 1, 16, 3);
	people(&w, 2, 14, 3);
	run(&w, &counts);
	assert_int_equal(base(&w, 0)->n, 20);
	is_withheld(base(&w, 1));
	is_withheld(base(&w, 2));
	done(&w);
	/* Both of the smallest size. */
	world_make(&w, 5, 4);
	people(&w, 0, 20, 2);
	people(&w, 1, 16, 3);
	people(&w, 2, 16, 3);
	people(&w, 3, 1, 3);
	run(&w, &counts);
	assert_int_equal(base(&w, 0)->n, 20);
	is_withheld(base(&w, 1));
	is_withheld(base(&w, 2));
	done(&w);
	/* 15 outside: all are shown. */
	world_make(&w, 5, 3);
	people(&w, 0, 20, 2);
	people(&w, 1, 16, 3);
	people(&w, 3, 15, 3);
	run(&w, &counts);
	assert_int_equal(base(&w, 0)->n, 20);
	assert_int_equal(base(&w, 1)->n, 16);
	done(&w);
}

/* One of the groups, or those outside, answered a criterion too rarely. */
static void
large_groups_answers(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	people(&w, 0, 20, 2);
	people(&w, 1, 20, 3);
	people(&w, 2, 15, 1);
	silent(&w, 1, 0, 12, 3);	/* A1: eight of g1 */
	silent(&w, 1, 1, 13, 3);	/* A2: seven of g1 */
	silent(&w, 2, 2, 7, 1);		/* A3: eight outside */
	silent(&w, 2, 3, 8, 1);		/* B1: seven outside */
	run(&w, &counts);
	is_counts(at(&w, 1, 0, 0), 8, -1);
	is_counts(at(&w, 0, 0, 0), 20, -1);
	is_withheld(at(&w, 0, 0, 1));
	is_withheld(at(&w, 1, 0, 1));
	is_counts(all(&w, 1), 42, 13);
	is_counts(at(&w, 0, 0, 2), 20, -1);
	is_withheld(at(&w, 0, 1, 3));
	is_withheld(at(&w, 1, 1, 3));
	done(&w);
}

/* A group that is merged into another has no rows. */
static void
merged(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	w.groups[1].into = 0;
	people(&w, 0, 20, 2);
	run(&w, &counts);
	assert_null(base(&w, 1));
	is_withheld(base(&w, 0));	/* it is everybody: no rest */
	done(&w);
}

/* --- the team, groups -------------------------------------------------- */

static void
groups_sizes(void **state)
{
	struct world	w;

	(void)state;
	/* Seven: no group, and the reading as in any small round. */
	world_make(&w, 5, 2);
	people(&w, 0, 4, 2);
	people(&w, 1, 3, 3);
	run(&w, &groups);
	is_withheld(base(&w, 0));
	is_withheld(at(&w, 0, 0, 6));
	is_rounded(all(&w, 0), 3 * ONE + HALF, READING_SHARED);
	done(&w);
	/* Eight: groups of three and more, no reading. */
	world_make(&w, 5, 3);
	people(&w, 0, 5, 2);
	people(&w, 1, 3, 3);
	run(&w, &groups);
	assert_int_equal(base(&w, 0)->n, 5);
	assert_int_equal(base(&w, 1)->n, 3);
	is_withheld(base(&w, 2));	/* nobody, like too few */
	is_withheld(at(&w, 2, 0, 6));
	is_withheld(at(&w, 2, 1, 6));
	is_rounded(at(&w, 0, 0, 6), 3 * ONE, READING_NONE);
	is_rounded(at(&w, 1, 0, 6), 4 * ONE, READING_NONE);
	is_rounded(all(&w, 0), 3 * ONE + HALF, READING_NONE);
	assert_null(at(&w, 0, 0, 0));
	done(&w);
	/* Groups never bring counts, however many answer. */
	world_make(&w, 5, 2);
	people(&w, 0, 30, 2);
	people(&w, 1, 30, 3);
	run(&w, &groups);
	is_rounded(all(&w, 0), 3 * ONE + HALF, READING_NONE);
	done(&w);
}

static void
groups_hidden(void **state)
{
	struct world	w;

	(void)state;
	/* Two hidden are too few: the next smallest goes with them. */
	world_make(&w, 5, 3);
	people(&w, 0, 6, 2);
	people(&w, 1, 3, 3);
	people(&w, 2, 2, 3);
	run(&w, &groups);
	assert_int_equal(base(&w, 0)->n, 6);
	is_withheld(base(&w, 1));
	is_withheld(base(&w, 2));
	done(&w);
	/* Ties: all of that size. */
	world_make(&w, 5, 4);
	people(&w, 0, 6, 2);
	people(&w, 1, 4, 3);
	people(&w, 2, 4, 3);
	people(&w, 4, 1, 3);		/* one without a group */
	run(&w, &groups);
	assert_int_equal(base(&w, 0)->n, 6);
	is_withheld(base(&w, 1));
	is_withheld(base(&w, 2));
	done(&w);
	/* Four hidden: not yet; five: enough. */
	world_make(&w, 5, 3);
	people(&w, 0, 6, 2);
	people(&w, 1, 4, 3);
	people(&w, 2, 2, 3);
	people(&w, 3, 2, 3);
	run(&w, &groups);
	is_withheld(base(&w, 1));
	done(&w);
	world_make(&w, 5, 3);
	people(&w, 0, 6, 2);
	people(&w, 1, 4, 3);
	people(&w, 2, 2, 3);
	people(&w, 3, 3, 3);
	run(&w, &groups);
	assert_int_equal(base(&w, 1)->n, 4);
	done(&w);
}

/* At least three criteria with at least three answers of the group each. */
static void
groups_criteria(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	people(&w, 0, 5, 2);
	people(&w, 1, 4, 3);
	silent(&w, 1, 0, 1, 3);		/* A1: three of g1 */
	silent(&w, 1, 3, 2, 3);		/* B1: two of g1 */
	run(&w, &groups);
	is_rounded(at(&w, 1, 0, 6), 4 * ONE, READING_NONE);
	is_withheld(at(&w, 1, 1, 6));
	is_rounded(at(&w, 0, 1, 6), 3 * ONE, READING_NONE);
	done(&w);
}

/* The unweighted mean of exact means: 3 1/4, 3 and 3 1/3 are 3.1944. */
static void
groups_mean(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	people(&w, 0, 5, 4);
	people(&w, 1, 4, 2);
	w.crit[0].weight = 100 * ONE;
	w.cells[6][2] -= 1;
	w.cells[6][3] += 1;		/* A1: 3 3 3 4 */
	w.cells[6 + 2][2] -= 2;
	w.cells[6 + 2][3] += 1;		/* A3: 3 3 4 */
	run(&w, &groups);
	is_rounded(at(&w, 1, 0, 6), 3 * ONE, READING_NONE);
	is_rounded(at(&w, 0, 0, 6), 4 * ONE + HALF, READING_NONE);
	done(&w);
	/* 3 1/4 three times is half way, and goes up. */
	world_make(&w, 5, 2);
	people(&w, 0, 5, 4);
	people(&w, 1, 3, 2);
	people(&w, 1, 1, 3);
	run(&w, &groups);
	is_rounded(at(&w, 1, 0, 6), 3 * ONE + HALF, READING_NONE);
	done(&w);
}

/* --- other scales, open votes ----------------------------------------- */

static void
short_scale(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 3, 1);
	people(&w, 0, 9, 1);
	run(&w, &counts);
	is_withheld(all(&w, 0));
	assert_int_equal(base(&w, GROUP_ALL)->n, 9);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->note, NOTE_WITHHELD);
	done(&w);
	world_make(&w, 3, 1);
	people(&w, 0, 10, 1);
	run(&w, &counts);
	is_counts(all(&w, 0), 10, 0);
	done(&w);
	world_make(&w, 4, 1);
	people(&w, 0, 5, 1);
	run(&w, &counts);
	is_rounded(all(&w, 0), 2 * ONE, READING_NONE);
	done(&w);
	world_make(&w, 3, 2);		/* groups: ten answers of the group */
	people(&w, 0, 10, 1);
	people(&w, 1, 9, 1);
	run(&w, &groups);
	is_rounded(at(&w, 0, 0, 6), 2 * ONE, READING_NONE);
	is_withheld(at(&w, 1, 0, 6));
	done(&w);
	world_make(&w, 3, 2);		/* beside counts: ten of each */
	people(&w, 0, 20, 1);
	people(&w, 1, 20, 1);
	silent(&w, 1, 0, 10, 1);
	silent(&w, 1, 1, 11, 1);
	run(&w, &counts);
	is_counts(at(&w, 0, 0, 0), 20, -1);
	is_withheld(at(&w, 0, 0, 1));
	done(&w);
}

static void
uneven_scale(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	w.value[4] = 9 * ONE;
	w.fw.general.max = 9 * ONE;
	w.fw.general.step = 0;
	people(&w, 0, 5, 1);
	run(&w, &counts);
	is_withheld(all(&w, 0));	/* no mean, no reading */
	done(&w);
	people(&w, 1, 3, 1);
	run(&w, &counts);
	assert_int_equal(all(&w, 0)->mean, NONE);
	assert_int_equal(all(&w, 0)->reading, READING_SHARED);
	assert_int_equal(all(&w, 0)->note, NOTE_ROUNDED);
	done(&w);
	run(&w, &groups);
	is_withheld(all(&w, 0));
	is_withheld(at(&w, 0, 0, 6));
	done(&w);
	people(&w, 1, 1, 1);
	run(&w, &counts);
	is_counts(all(&w, 0), 9, 0);
	assert_int_equal(all(&w, 0)->mean, 2 * ONE);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->note, NOTE_WITHHELD);
	done(&w);
}

static void
open_round(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 2);
	people(&w, 0, 2, 2);
	people(&w, 1, 1, 4);
	silent(&w, 1, 1, 1, 4);
	run(&w, &open_votes);
	assert_int_equal(base(&w, GROUP_ALL)->n, 3);
	is_counts(all(&w, 0), 3, 0);
	assert_int_equal(all(&w, 0)->mean, 36667);
	is_counts(at(&w, 1, 0, 0), 1, 0);
	is_counts(at(&w, 1, 0, 1), 0, 1);
	assert_int_equal(at(&w, 1, 0, 1)->mean, NONE);
	/* Outside by the policy all the same. */
	assert_int_equal(w.o.n, 1);
	assert_int_equal(w.o.row[0].note, NOTE_WITHHELD);
	done(&w);
	people(&w, 0, 2, 2);
	silent(&w, 0, 0, 1, 2);		/* A1: four answers */
	run(&w, &open_votes);
	assert_string_equal(out(&w, GROUP_ALL, 2, 6)->n_class, "5-9");
	/* A1 and A2 have four answers, A3 five: it alone speaks. */
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 3 * ONE + HALF);
	assert_int_equal(out(&w, 0, 2, 6)->note, NOTE_WITHHELD);
	done(&w);
}

/* --- outside ----------------------------------------------------------- */

static void
outside_classes(void **state)
{
	static const struct {
		int64_t		 n;
		const char	*class;
	} cases[] = { { 5, "5-9" }, { 9, "5-9" }, { 10, "10-14" },
	    { 14, "10-14" }, { 15, "15+" }, { 400, "15+" } };
	struct world	w;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		world_make(&w, 5, 1);
		people(&w, 0, cases[i].n, 2);
		run(&w, &counts);
		assert_string_equal(out(&w, GROUP_ALL, 2, 6)->n_class,
		    cases[i].class);
		assert_int_equal(out(&w, GROUP_ALL, 2, 6)->mean, NONE);
		assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 3 * ONE);
		assert_int_equal(out(&w, GROUP_ALL, 0, 6)->note,
		    NOTE_ROUNDED);
		assert_int_equal(out(&w, GROUP_ALL, 0, 0) != NULL,
		    cases[i].n >= 15);
		done(&w);
	}
}

/* Half a step under 15, a tenth from there, and held. */
static void
outside_rounding(void **state)
{
	struct world	w;

	(void)state;
	world_make(&w, 5, 1);
	people(&w, 0, 11, 2);
	people(&w, 0, 3, 4);		/* 3.4286 */
	run(&w, &counts);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 3 * ONE + HALF);
	done(&w);
	people(&w, 0, 1, 2);		/* 3.4 */
	run(&w, &counts);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 34000);
	assert_int_equal(out(&w, GROUP_ALL, 1, 4)->mean, 34000);
	done(&w);
	world_make(&w, 5, 1);
	people(&w, 0, 15, 0);
	silent(&w, 0, 2, 11, 0);	/* A3: four answers */
	run(&w, &counts);
	assert_int_equal(out(&w, GROUP_ALL, 0, 0)->mean, ONE + HALF);
	assert_int_equal(out(&w, GROUP_ALL, 0, 2)->note, NOTE_WITHHELD);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, ONE + HALF);
	done(&w);
}

/* From the means as printed and their weights, renormalised. */
static void
outside_weights(void **state)
{
	struct world	w;
	int		exact;

	(void)state;
	world_make(&w, 5, 1);
	w.crit[0].weight = 3 * ONE;
	people(&w, 0, 20, 2);
	w.cells[0][2] = 0;
	w.cells[0][4] = 20;		/* A1: 5, three times A2's weight */
	silent(&w, 0, 2, 17, 2);	/* A3 withheld */
	run(&w, &counts);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 4 * ONE + HALF);
	assert_int_equal(results_dimension(&w.r, GROUP_ALL, 0, &exact).num,
	    4 * ONE + HALF);
	assert_int_equal(exact, 0);
	results_dimension(&w.r, GROUP_ALL, 1, &exact);
	assert_int_equal(exact, 1);
	done(&w);
}

static void
outside_groups(void **state)
{
	struct world	w;

	(void)state;
	/* Shown to the team: of ten and more, with a rest of ten and more. */
	world_make(&w, 5, 3);
	people(&w, 0, 10, 2);
	people(&w, 1, 9, 3);
	people(&w, 2, 1, 3);
	people(&w, 3, 4, 3);
	run(&w, &groups);
	assert_string_equal(out(&w, 0, 2, 6)->n_class, "10-14");
	assert_int_equal(out(&w, 0, 0, 6)->mean, 3 * ONE);
	assert_int_equal(out(&w, 1, 2, 6)->note, NOTE_WITHHELD);
	assert_null(out(&w, 1, 0, 6));
	assert_int_equal(out(&w, 2, 2, 6)->note, NOTE_WITHHELD);
	done(&w);
	/* A rest of nine. */
	world_make(&w, 5, 2);
	people(&w, 0, 10, 2);
	people(&w, 1, 9, 3);
	run(&w, &groups);
	assert_int_equal(base(&w, 0)->n, 10);
	assert_int_equal(out(&w, 0, 2, 6)->note, NOTE_WITHHELD);
	done(&w);
	/* Large enough, and not shown to the team. */
	world_make(&w, 5, 2);
	people(&w, 0, 12, 2);
	people(&w, 1, 12, 3);
	run(&w, &counts);
	is_withheld(base(&w, 0));
	assert_int_equal(out(&w, 0, 2, 6)->note, NOTE_WITHHELD);
	done(&w);
	/* Beside counts: to half a step, though everybody is to a tenth. */
	world_make(&w, 5, 2);
	people(&w, 0, 18, 2);
	people(&w, 0, 6, 3);		/* 3.25 */
	people(&w, 1, 20, 3);
	run(&w, &counts);
	assert_int_equal(out(&w, 0, 0, 6)->mean, 3 * ONE + HALF);
	assert_int_equal(out(&w, GROUP_ALL, 0, 6)->mean, 36000);
	done(&w);
}

/* What is withheld depends on who answered, never on what they answered. */
static void
not_on_answers(void **state)
{
	static const struct policy *const	all_of[] = { &counts, &groups };
	struct world	a, b;
	int64_t		n;
	size_t		i, k;

	(void)state;
	for (k = 0; k < 2; k++)
		for (n = 0; n < 20; n++) {
			world_make(&a, 5, 2);
			world_make(&b, 5, 2);
			people(&a, 0, n, 0);
			people(&a, 1, n / 2, 0);
			people(&b, 0, n, 4);
			people(&b, 1, n / 2, n % 5);
			run(&a, all_of[k]);
			run(&b, all_of[k]);
			assert_int_equal(a.r.n, b.r.n);
			for (i = 0; i < a.r.n; i++)
				assert_int_equal(a.r.row[i].note,
				    b.r.row[i].note);
			assert_int_equal(a.o.n, b.o.n);
			for (i = 0; i < a.o.n; i++)
				assert_int_equal(a.o.row[i].note,
				    b.o.row[i].note);
			done(&a);
			done(&b);
		}
}

/* --- what must hold in any round ---------------------------------------- */

static unsigned	seed = 1;

static unsigned
chance(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % n;
}

/* A round of up to 80 people in up to five groups who skip now and then. */
static void
world_random(struct world *w, int points)
{
	size_t	ngroups = 1 + chance(5), g, c;
	int64_t	n, i;

	world_make(w, points, ngroups);
	for (g = 0; g <= ngroups; g++) {
		n = chance(g == ngroups ? 4 : chance(2) ? 30 : 8);
		w->size[g] = n;
		w->v.persons += n;
		for (i = 0; i < n; i++)
			for (c = 0; c < 6; c++)
				if (c == 0 || chance(5) > 0)
					w->cells[g * 6 + c][chance(
					    (unsigned)points)]++;
	}
}

static void
row_holds(const struct world *w, const struct result *r, int points)
{
	if (r->note != NOTE_NONE) {
		assert_int_equal(r->n, -1);
		assert_int_equal(r->no_answer, -1);
		assert_null(r->counts);
		assert_int_equal(r->agreement, NONE);
	}
	if (r->note == NOTE_WITHHELD)
		assert_int_equal(r->mean, NONE);
	if (r->note == NOTE_ROUNDED && r->mean != NONE) {
		assert_int_equal(r->mean % HALF, 0);
		assert_in_range(r->mean, ONE + HALF, points * ONE - HALF);
	}
	if (r->counts != NULL && r->group == GROUP_ALL)
		assert_true(r->n >= 9 && r->n + r->no_answer ==
		    w->v.persons);
	if (r->counts != NULL && r->group != GROUP_ALL) {
		assert_true(r->n >= 8 && w->size[r->group] >= 15);
		assert_int_equal(r->no_answer, -1);
		/* Beside the counts of all, and with enough of the others. */
		assert_non_null(all(w, r->crit)->counts);
		assert_true(all(w, r->crit)->n - r->n >= 8);
	}
}

static void
any_round(void **state)
{
	const struct policy	*p;
	const struct outside	*o;
	struct world		 w;
	int64_t			 shown;
	size_t			 i, g;
	int			 k, points;

	(void)state;
	for (k = 0; k < 3000; k++) {
		points = 4 + (int)chance(4);
		world_random(&w, points);
		p = chance(2) ? &counts : &groups;
		run(&w, p);
		for (i = 0; i < w.r.n; i++)
			row_holds(&w, &w.r.row[i], points);
		for (g = 0, shown = 0; g < w.fw.ngroups; g++)
			if (base(&w, g) != NULL && base(&w, g)->n > 0)
				shown += base(&w, g)->n;
		if (shown > 0)
			assert_true(w.v.persons - shown == 0 ||
			    w.v.persons - shown >= (p->groups ? 5 : 15));
		for (i = 0; i < w.o.n; i++) {
			o = &w.o.row[i];
			if (o->mean == NONE)
				continue;
			assert_in_range(o->mean, ONE + HALF,
			    points * ONE - HALF);
			assert_int_equal(o->mean % (w.v.persons >= 15 &&
			    o->group == GROUP_ALL ? ONE / 10 : HALF), 0);
			assert_true(o->group == GROUP_ALL ||
			    (w.size[o->group] >= 10 &&
			    w.v.persons - w.size[o->group] >= 10));
		}
		done(&w);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(too_few), cmocka_unit_test(five_to_eight),
		cmocka_unit_test(held), cmocka_unit_test(rounding),
		cmocka_unit_test(nine), cmocka_unit_test(raised),
		cmocka_unit_test(large_groups),
		cmocka_unit_test(large_groups_answers),
		cmocka_unit_test(merged), cmocka_unit_test(groups_sizes),
		cmocka_unit_test(groups_hidden),
		cmocka_unit_test(groups_criteria),
		cmocka_unit_test(groups_mean), cmocka_unit_test(short_scale),
		cmocka_unit_test(uneven_scale), cmocka_unit_test(open_round),
		cmocka_unit_test(outside_classes),
		cmocka_unit_test(outside_rounding),
		cmocka_unit_test(outside_weights),
		cmocka_unit_test(outside_groups),
		cmocka_unit_test(not_on_answers), cmocka_unit_test(any_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
