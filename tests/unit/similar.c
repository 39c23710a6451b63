/* How near two texts are by their words: the worked example of cpm-map(5). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "intake/similar.h"

#define NONE	((size_t)-1)

static const char	text[] = "What we decide in meetings is written and "
			    "followed";

static struct similar *
four(void)
{
	struct similar	*s = similar_new();

	similar_add(s, "Decisions are written down and followed up", 0);
	similar_add(s, "We follow a budget and know what is left", 1);
	similar_add(s, "Each person knows their task", 2);
	similar_add(s, "We choose few changes and finish them", 3);
	return s;
}

static void
test_example(void **state)
{
	unsigned char	 taken[4] = { 1, 0, 0, 0 };
	struct similar	*s = four();
	struct near	 n = similar_find(s, text, NULL);

	(void)state;
	assert_int_equal(n.subject, 0);
	assert_int_equal(n.likeness, 54);
	/* Without the best, the second has 38: less than near. */
	n = similar_find(s, text, taken);
	assert_true(n.subject == NONE);
	assert_int_equal(n.likeness, 0);
	similar_free(s);
}

static void
test_other_wordings(void **state)
{
	struct similar	*s = four();
	struct near	 n;

	(void)state;
	similar_add(s, "Les décisions s’écrivent et sont suivies", 0);
	n = similar_find(s, "LES DECISIONS ÉCRITES, SUIVIES ?", NULL);
	assert_int_equal(n.subject, 0);
	/* Another wording of the same subject is no rival. */
	similar_add(s, "Les décisions écrites et suivies", 0);
	n = similar_find(s, "LES DECISIONS ÉCRITES, SUIVIES ?", NULL);
	assert_int_equal(n.subject, 0);
	assert_int_equal(n.likeness, 100);
	similar_free(s);
}

static void
test_nothing_near(void **state)
{
	struct similar	*s = four();

	(void)state;
	assert_true(similar_find(s, "", NULL).subject == NONE);
	assert_true(similar_find(s, "?", NULL).subject == NONE);
	assert_true(similar_find(s, "How old are you?", NULL).subject == NONE);
	/* Two that are as near are none. */
	similar_add(s, "Each person knows their duty", 1);
	assert_true(similar_find(s, "Each person knows", NULL).subject ==
	    NONE);
	similar_free(s);
	s = similar_new();
	assert_true(similar_find(s, text, NULL).subject == NONE);
	similar_free(s);
}

static void
test_other_scripts(void **state)
{
	struct similar	*s = similar_new();
	struct near	 n;

	(void)state;
	similar_add(s, "القرارات تكتب وتتابع", 0);
	similar_add(s, "نعرف ما بقي من المال", 1);
	n = similar_find(s, "هل القرارات تكتب دائما؟", NULL);
	assert_int_equal(n.subject, 0);
	similar_free(s);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_example),
		cmocka_unit_test(test_other_wordings),
		cmocka_unit_test(test_nothing_near),
		cmocka_unit_test(test_other_scripts)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
