/* Other people's programs: streams, statuses, and one that is not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/run.h"

#define MUCH	((size_t)3 << 20)

/* More than two pipes hold, both ways at once. */
static void
test_both_ways(void **state)
{
	const char	*argv[] = { "cat", NULL };
	char		*in = mem_alloc(MUCH);
	struct str	 out;
	size_t		 i;

	(void)state;
	for (i = 0; i < MUCH; i++)
		in[i] = (char)(i * 31 >> 3);
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = argv, .in = in,
	    .n = MUCH, .out = &out }), 0);
	assert_int_equal(out.len, MUCH);
	assert_memory_equal(out.s, in, MUCH);
	str_free(&out);
	free(in);
}

static void
test_status(void **state)
{
	const char	*seven[] = { "sh", "-c", "exit 7", NULL };
	const char	*killed[] = { "sh", "-c", "kill -9 $$", NULL };
	const char	*found[] = { "sh", "-c", "exit 127", NULL };

	(void)state;
	assert_int_equal(run_tool(&(struct run){ .argv = seven }), 7);
	assert_int_equal(run_tool(&(struct run){ .argv = killed }),
	    RUN_KILLED);
	/* Its own 127 is not ours. */
	assert_int_equal(run_tool(&(struct run){ .argv = found }), 127);
}

static void
test_absent(void **state)
{
	const char	*argv[] = { "cpm-no-such-tool", NULL };
	struct str	 out;

	(void)state;
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = argv, .in = "x",
	    .n = 1, .out = &out }), RUN_ABSENT);
	assert_int_equal(out.len, 0);
	str_free(&out);
}

/* It ends before it has read all: its status tells, and we live on. */
static void
test_early_end(void **state)
{
	const char	*argv[] = { "sh", "-c", "echo done; exit 3", NULL };
	char		*in = mem_calloc(MUCH, 1);
	struct sigaction was;
	struct str	 out;

	(void)state;
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = argv, .in = in,
	    .n = MUCH, .out = &out }), 3);
	assert_string_equal(out.s, "done\n");
	str_free(&out);
	free(in);
	sigaction(SIGPIPE, NULL, &was);
	assert_ptr_equal(was.sa_handler, SIG_DFL);
}

/* No shell reads the arguments; nothing is typed for it. */
static void
test_as_they_are(void **state)
{
	const char	*argv[] = { "printf", "%s", "$HOME; `id` *", NULL };
	const char	*cat[] = { "cat", NULL };
	struct str	 out;

	(void)state;
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = argv,
	    .out = &out }), 0);
	assert_string_equal(out.s, "$HOME; `id` *");
	str_reset(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = cat,
	    .out = &out }), 0);
	assert_int_equal(out.len, 0);
	assert_int_equal(run_tool(&(struct run){ .argv = cat, .in = "",
	    .out = &out }), 0);
	assert_int_equal(out.len, 0);
	str_free(&out);
}

static void
test_environment(void **state)
{
	const char	*argv[] = { "sh", "-c", "echo \"$ONLY\"", NULL };
	char		*env[] = { (char[]){ "ONLY=this" }, NULL };
	struct str	 out;

	(void)state;
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = argv, .env = env,
	    .out = &out }), 0);
	assert_string_equal(out.s, "this\n");
	str_free(&out);
}

/* Some begin their programs with children ignored, whose status is lost. */
static void
test_children_ignored(void **state)
{
	const char	*seven[] = { "sh", "-c", "exit 7", NULL };
	struct sigaction was;

	(void)state;
	signal(SIGCHLD, SIG_IGN);
	assert_int_equal(run_tool(&(struct run){ .argv = seven }), 7);
	sigaction(SIGCHLD, NULL, &was);
	assert_ptr_equal(was.sa_handler, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
}

/* What unpacks to more than anybody may want. */
static void
test_most(void **state)
{
	const char	*yes[] = { "yes", NULL };
	const char	*some[] = { "printf", "12345", NULL };
	struct str	 out;

	(void)state;
	str_init(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = yes, .out = &out,
	    .most = 100000 }), RUN_FAILED);
	assert_in_range(out.len, 100001, 200000);
	str_reset(&out);
	assert_int_equal(run_tool(&(struct run){ .argv = some, .out = &out,
	    .most = 5 }), 0);
	assert_string_equal(out.s, "12345");
	str_free(&out);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_both_ways),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_early_end),
		cmocka_unit_test(test_as_they_are),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_children_ignored),
		cmocka_unit_test(test_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
