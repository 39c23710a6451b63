/* The six steps' minutes of a session. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/session.h"

static void
split_is(int minutes, const int *want)
{
	int	got[SESSION_STEPS];

	session_split(minutes, got);
	assert_memory_equal(got, want, sizeof(got));
}

static void
the_usual_split(void **state)
{
	(void)state;
	split_is(85, (const int[]){ 10, 15, 5, 30, 10, 15 });
	split_is(170, (const int[]){ 20, 30, 10, 60, 20, 30 });
	/* 60/85 of each: 7.06 10.59 3.53 21.18 7.06 10.59. */
	split_is(60, (const int[]){ 7, 11, 3, 21, 7, 11 });
	/* 120/85: 14.12 21.18 7.06 42.35 14.12 21.18. */
	split_is(120, (const int[]){ 14, 21, 7, 43, 14, 21 });
	/* 90/85: 10.59 15.88 5.29 31.76 10.59 15.88. */
	split_is(90, (const int[]){ 11, 16, 5, 32, 10, 16 });
}

static void
it_adds_up(void **state)
{
	int	split[SESSION_STEPS], m, i, sum;

	(void)state;
	split_is(6, (const int[]){ 1, 1, 1, 1, 1, 1 });
	for (m = SESSION_STEPS; m <= 1000; m++) {
		session_split(m, split);
		for (sum = 0, i = 0; i < SESSION_STEPS; i++) {
			assert_true(split[i] >= 1);
			sum += split[i];
		}
		assert_int_equal(sum, m);
	}
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(the_usual_split),
		cmocka_unit_test(it_adds_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
