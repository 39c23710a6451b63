/* Published and worked values of the statistics, and their edges. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/stats.h"

#define ONE	FIXED_ONE

static const fixed	scale[] = { ONE, 2 * ONE, 3 * ONE, 4 * ONE, 5 * ONE,
			    6 * ONE, 7 * ONE };

#define is_ratio(c, k, n, d) do {					\
	struct ratio got_ = stats_agreement(c, k);			\
	struct ratio want_ = ratio_make(n, d);				\
	assert_int_equal((int64_t)got_.num, (int64_t)want_.num);	\
	assert_int_equal((int64_t)got_.den, (int64_t)want_.den);	\
} while (0)

static void
published(void **state)
{
	/* van der Eijk 2001; the R package agrmt, whose manual has these. */
	int64_t	seven[] = { 30, 40, 210, 130, 530, 50, 10 };
	int64_t	camps[] = { 2, 0, 0, 2 }, four[] = { 2, 0, 1, 1 };
	struct stats s;

	(void)state;
	stats_counts(&s, scale, seven, 7);
	assert_int_equal(s.agreement, 6113);
	assert_int_equal(s.reading, READING_MIXED);
	is_ratio(camps, 4, -1, 1);
	stats_counts(&s, scale, four, 4);
	assert_int_equal(s.agreement, 833);
	is_ratio(four, 4, 1, 12);
}

static void
worked(void **state)
{
	int64_t	a[] = { 0, 1, 4, 2, 0 }, b[] = { 0, 3, 1, 3, 0 };
	int64_t	c[] = { 2, 2, 0, 2, 1 }, d[] = { 3, 0, 0, 0, 3 };
	struct stats s;

	(void)state;
	stats_counts(&s, scale, a, 5);
	is_ratio(a, 5, 5, 7);
	assert_int_equal(s.rwg, 7619);
	assert_int_equal(s.ad, 4898);
	assert_int_equal(s.reading, READING_SHARED);
	assert_int_equal(s.mean, 31429);
	stats_counts(&s, scale, b, 5);
	is_ratio(b, 5, 13, 42);
	assert_int_equal(s.agreement, 3095);
	assert_int_equal(s.mean, 3 * ONE);
	assert_int_equal(s.reading, READING_APART);
	stats_counts(&s, scale, c, 5);
	is_ratio(c, 5, -2, 63);
	assert_int_equal(s.agreement, -317);
	assert_int_equal(s.rwg, 0);
	is_ratio(d, 5, -1, 1);
}

/* The word follows from the exact A: 0.69996 prints 0.7000 and is mixed. */
static void
thresholds(void **state)
{
	(void)state;
	assert_int_equal(reading_of(ratio_make(7, 10)), READING_SHARED);
	assert_int_equal(reading_of(ratio_make(69996, 100000)), READING_MIXED);
	assert_int_equal(reading_of(ratio_make(4, 10)), READING_MIXED);
	assert_int_equal(reading_of(ratio_make(39999, 100000)), READING_APART);
	assert_int_equal(reading_of(ratio_make(0, 0)), READING_NONE);
	{
		/* Exactly 0.7 and 0.4 from counts: layers of S = 1 and S = K. */
		int64_t	s[] = { 3, 3, 17, 3, 3 + 1 - 1 };
		struct ratio r = stats_agreement(s, 5);

		/* 14/29 alone, the layer of five ones is 0. */
		assert_int_equal((int64_t)r.num, 14);
		assert_int_equal((int64_t)r.den, 29);
	}
	{
		int64_t	s[] = { 6, 6, 76, 6, 6 }, m[] = { 3, 3, 13, 3, 3 };

		is_ratio(s, 5, 7, 10);
		assert_int_equal(reading_of(stats_agreement(s, 5)),
		    READING_SHARED);
		is_ratio(m, 5, 2, 5);
		assert_int_equal(reading_of(stats_agreement(m, 5)),
		    READING_MIXED);
	}
	{
		int64_t	s[] = { 6001, 6001, 75996, 6001, 6001 };
		struct stats t;

		stats_counts(&t, scale, s, 5);
		assert_int_equal(t.agreement, 7000);
		assert_int_equal(t.reading, READING_MIXED);
	}
}

static void
edges(void **state)
{
	int64_t	none[5] = { 0 }, one[] = { 0, 0, 1, 0, 0 };
	int64_t	all[] = { 0, 0, 0, 9, 0 }, flat[] = { 2, 2, 2, 2, 2 };
	int64_t	two[] = { 4, 6 }, three[] = { 5, 0, 5 }, single[] = { 3 };
	int64_t	even[] = { 0, 2, 0, 2, 0 };
	struct stats s;

	(void)state;
	stats_counts(&s, scale, none, 5);
	assert_int_equal(s.n, 0);
	assert_int_equal(s.mean, FIXED_NONE);
	assert_int_equal(s.median, FIXED_NONE);
	assert_int_equal(s.ad, FIXED_NONE);
	stats_counts(&s, scale, one, 5);
	assert_int_equal(s.mean, 3 * ONE);
	assert_int_equal(s.sd, FIXED_NONE);
	assert_int_equal(s.agreement, FIXED_NONE);
	assert_int_equal(s.rwg, FIXED_NONE);
	assert_int_equal(s.ad, 0);
	stats_counts(&s, scale, all, 5);
	assert_int_equal(s.agreement, ONE);
	assert_int_equal(s.sd, 0);
	assert_int_equal(s.rwg, ONE);
	is_ratio(flat, 5, 0, 1);
	is_ratio(two, 2, 1, 5);
	is_ratio(three, 3, -1, 1);
	is_ratio(single, 1, 1, 1);
	stats_counts(&s, scale, even, 5);
	assert_int_equal(s.median, 3 * ONE);
	assert_int_equal(s.low, 2 * ONE);
	assert_int_equal(s.high, 4 * ONE);
	assert_int_equal(s.sd, 11547);	/* sqrt(4/3) */
}

/* r_wg over the points there are: 1 2 3 4 (variance 5/4), and uneven ones. */
static void
rwg_scales(void **state)
{
	int64_t	c[] = { 1, 2, 1, 0 }, d[] = { 2, 2, 0 };
	int64_t	half[] = { 2, 5, 4, 4, 1 };
	fixed	uneven[] = { ONE, 2 * ONE, 5 * ONE };
	struct stats s;

	(void)state;
	stats_counts(&s, scale, c, 4);		/* s2 = 2/3 */
	assert_int_equal(s.rwg, 4667);
	stats_counts(&s, uneven, d, 3);		/* s2 = 1/3, s2_EU = 26/9 */
	assert_int_equal(s.rwg, 8846);
	stats_counts(&s, scale, half, 5);	/* 1 - (109/80) / 2 = 0.31875 */
	assert_int_equal(s.rwg, 3188);
}

/* A hundred points and ten million answers stay exact or very nearly so. */
static void
large(void **state)
{
	fixed	v[101];
	int64_t	c[101];
	struct stats s;
	int	i;

	(void)state;
	for (i = 0; i < 101; i++) {
		v[i] = i * ONE;
		c[i] = 99991 + 7919 * ((i * 37) % 101);
	}
	stats_counts(&s, v, c, 101);
	assert_true(s.agreement > -ONE && s.agreement < ONE);
	assert_true(s.mean > 0 && s.sd > 0 && s.rwg >= 0);
	for (i = 0; i < 101; i++)
		c[i] = i == 50 ? 10000000 : 0;
	stats_counts(&s, v, c, 101);
	assert_int_equal(s.agreement, ONE);
	assert_int_equal(s.mean, 50 * ONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published), cmocka_unit_test(worked),
		cmocka_unit_test(thresholds), cmocka_unit_test(edges),
		cmocka_unit_test(rwg_scales), cmocka_unit_test(large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
