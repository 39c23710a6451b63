/* Cells come out of a table in their canonical form, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "table/table.h"

static char	path[] = "/tmp/cpm-cells-XXXXXX";

/* Load `text` as table `name`; whether it was whole. */
static int
load(struct table *t, const char *name, const char *text)
{
	FILE	*fp = fopen(path, "w");
	int	 rc, err;

	assert_non_null(fp);
	fputs(text, fp);
	fclose(fp);
	/* Messages are not what is tested here. */
	fflush(stderr);
	err = dup(2);
	assert_non_null(freopen("/dev/null", "w", stderr));
	rc = table_load(t, path, "t.csv", schema_find(name), 0, 0);
	fflush(stderr);
	dup2(err, 2);
	close(err);
	return rc == 0;
}

static void
test_counts_of_groups(void **state)
{
	struct table	t;

	(void)state;
	assert_true(load(&t, "rounds", "id,date,status,invited\n"
	    "R1,2026-01-10,open,governance:4 volunteers:9\n"));
	assert_string_equal(cell(&t, 0, "invited"),
	    "governance:4 volunteers:9");
	table_free(&t);
	assert_false(load(&t, "rounds", "id,date,status,invited\n"
	    "R1,2026-01-10,open,governance\n"));
	table_free(&t);
	assert_false(load(&t, "results", "round,group,dimension,criterion,"
	    "counts\nR1,all,A,A1,governance:4\n"));
	table_free(&t);
	assert_false(load(&t, "results", "round,group,dimension,criterion,"
	    "counts\nR1,all,A,A1,2:4 1:3\n"));
	table_free(&t);
}

static void
test_no_answer_where_it_may_be(void **state)
{
	struct table	t;

	(void)state;
	assert_true(load(&t, "responses", "tour;répondant;critère;score\n"
	    "R1;a1;A1;nsp\nR1;a1;A2;NA\nR1;a1;A3;2,5\nR1;a1;A4;\n"));
	assert_string_equal(cell(&t, 0, "score"), "DK");
	assert_string_equal(cell(&t, 1, "score"), "NA");
	assert_string_equal(cell(&t, 2, "score"), "2.5");
	assert_string_equal(cell(&t, 3, "score"), "");
	table_free(&t);
	assert_true(load(&t, "agreed", "round,dimension,criterion,score\n"
	    "R1,A,A1,2.5\n"));
	table_free(&t);
	/* Nobody agrees on "do not know". */
	assert_false(load(&t, "agreed", "round,dimension,criterion,score\n"
	    "R1,A,A1,DK\n"));
	table_free(&t);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_counts_of_groups),
		cmocka_unit_test(test_no_answer_where_it_may_be),
	};
	int			fd = mkstemp(path), rc;

	if (fd < 0)
		return 1;
	close(fd);
	rc = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(path);
	return rc;
}
