/* Logbooks as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logbook.h"

static int
day(int y, int m, int d)
{
	return date_make(y, m, d);
}

static void
is(const struct logbook *b, size_t i, int d, enum logbook_part part,
    const char *text)
{
	assert_true(i < b->n);
	assert_string_equal(b->items[i].text, text);
	assert_int_equal(b->items[i].day, d);
	assert_int_equal(b->items[i].part, part);
	assert_int_equal(b->items[i].number, (int)i + 1);
}

static void
our_own_form(void **state)
{
	struct logbook	b;

	(void)state;
	assert_int_equal(logbook_read(&b, "# My logbook\n\n## 2026-02-15\n\n"
	    "### Teaching\n\nAsk before\nadvising.\n\nA second one.\n\n"
	    "### Feeling\n\nheard\n\n## 2026-01-15\n\n### Teaching\n\nfirst\n\n"
	    "### Progress\n\n- one step\n- another\n", "x", 'd'), 0);
	assert_int_equal(b.n, 6);
	/* Teachings first, by day. */
	is(&b, 0, day(2026, 1, 15), LOGBOOK_TEACHING, "first");
	is(&b, 1, day(2026, 2, 15), LOGBOOK_TEACHING, "Ask before advising.");
	is(&b, 2, day(2026, 2, 15), LOGBOOK_TEACHING, "A second one.");
	is(&b, 3, day(2026, 2, 15), LOGBOOK_FEELING, "heard");
	is(&b, 4, day(2026, 1, 15), LOGBOOK_PROGRESS, "one step");
	is(&b, 5, day(2026, 1, 15), LOGBOOK_PROGRESS, "another");
	assert_int_equal(b.items[1].line, 7);
	logbook_free(&b);
}

static void
as_people_write(void **state)
{
	struct logbook	b;

	(void)state;
	assert_int_equal(logbook_read(&b, "\357\273\277Mon carnet\r\n"
	    "==========\r\n\r\nJeudi 15 f\303\251vrier 2026\r\n\r\n"
	    "**Enseignements :** \303\251couter\r\n"
	    "Ressenti : rassur\303\251e\r\nvraiment\r\n\r\n"
	    "* progr\303\250s : un appel\r\n\r\n"
	    "# S\303\251ance du 1er mars 2026, chez Ana\r\nrien de plus\r\n"
	    "## March 15, 2026\r\nFeelings\r\ntired\r\n15.4.2026\r\n"
	    "apprentissage: se taire\r\n", "x", 'd'), 0);
	assert_int_equal(b.n, 7);
	is(&b, 0, day(2026, 2, 15), LOGBOOK_TEACHING, "\303\251couter");
	is(&b, 1, day(2026, 4, 15), LOGBOOK_TEACHING, "se taire");
	is(&b, 2, day(2026, 2, 15), LOGBOOK_FEELING,
	    "rassur\303\251e vraiment");
	is(&b, 3, day(2026, 3, 15), LOGBOOK_FEELING, "tired");
	is(&b, 4, day(2026, 2, 15), LOGBOOK_PROGRESS, "un appel");
	is(&b, 5, DATE_NONE, LOGBOOK_OTHER, "Mon carnet");
	is(&b, 6, day(2026, 3, 1), LOGBOOK_OTHER, "rien de plus");
	logbook_free(&b);
}

/* A sentence with a date in it stays a sentence; nothing is lost. */
static void
sentences_stay(void **state)
{
	struct logbook	b;

	(void)state;
	assert_int_equal(logbook_read(&b, "## 05/02/2026\n"
	    "Met her on 15/02/2026\n\n15 March 2026 we go on\n\n"
	    "What she felt: nothing\n\nTeaching is hard\n", "x", 'd'), 0);
	assert_int_equal(b.n, 4);
	is(&b, 0, day(2026, 2, 5), LOGBOOK_OTHER, "Met her on 15/02/2026");
	is(&b, 1, day(2026, 2, 5), LOGBOOK_OTHER, "15 March 2026 we go on");
	is(&b, 2, day(2026, 2, 5), LOGBOOK_OTHER, "What she felt: nothing");
	is(&b, 3, day(2026, 2, 5), LOGBOOK_OTHER, "Teaching is hard");
	logbook_free(&b);
	logbook_read(&b, "## 2026-02-05\nWhat I felt: nothing\n", "x", 'd');
	is(&b, 0, day(2026, 2, 5), LOGBOOK_FEELING, "nothing");
	logbook_free(&b);
	logbook_read(&b, "## 05/02/2026\nx\n", "x", 'm');
	is(&b, 0, day(2026, 5, 2), LOGBOOK_OTHER, "x");
	logbook_free(&b);
}

static void
days_that_are_none(void **state)
{
	struct logbook	b;

	(void)state;
	msg_hush(1);
	assert_int_equal(logbook_read(&b, "## 2026-02-30\nx\n"
	    "## 31 avril 2026\ny\n", "x", 'd'), -1);
	assert_int_equal(b.n, 2);
	logbook_free(&b);
	/* Not of the day before it either. */
	assert_int_equal(logbook_read(&b, "## 2026-02-15\nx\n"
	    "## 2026-02-30\ny\n", "x", 'd'), -1);
	is(&b, 0, DATE_NONE, LOGBOOK_OTHER, "y");
	is(&b, 1, day(2026, 2, 15), LOGBOOK_OTHER, "x");
	msg_hush(0);
	logbook_free(&b);
	assert_int_equal(logbook_read(&b, "", "x", 'd'), 0);
	assert_int_equal(b.n, 0);
	logbook_free(&b);
}

static void
adding(void **state)
{
	const char	*one[LOGBOOK_PARTS] = { "listen", NULL, "a step\n",
			    NULL };
	const char	*two[LOGBOOK_PARTS] = { "listen", "tired", NULL, NULL };
	char		*a, *b, *c;

	(void)state;
	a = logbook_add(NULL, 'd', day(2026, 2, 15), one);
	assert_string_equal(a, "# My logbook\n\n## 2026-02-15\n\n"
	    "### Teaching\n\nlisten\n\n### Progress\n\na step\n");
	assert_null(logbook_add(a, 'd', day(2026, 2, 15), one));
	b = logbook_add(a, 'd', day(2026, 2, 15), two);
	assert_string_equal(b + strlen(a), "\n### Feeling\n\ntired\n");
	assert_memory_equal(a, b, strlen(a));
	c = logbook_add("no line end", 'd', day(2026, 3, 1), two);
	assert_string_equal(c, "no line end\n\n## 2026-03-01\n\n### Teaching"
	    "\n\nlisten\n\n### Feeling\n\ntired\n");
	free(a);
	free(b);
	free(c);
	/* The file ends under a day of which nothing is said yet. */
	a = logbook_add("## 2026-03-01\nx\n\n## 2026-04-01\n", 'd',
	    day(2026, 3, 1), two);
	assert_string_equal(a, "## 2026-03-01\nx\n\n## 2026-04-01\n\n"
	    "## 2026-03-01\n\n### Teaching\n\nlisten\n\n### Feeling\n\n"
	    "tired\n");
	free(a);
}

static void
splitting(void **state)
{
	const char	*t[LOGBOOK_PARTS];
	struct place	 at = { "x", 1, 0, NULL };
	struct arena	 a;

	(void)state;
	arena_init(&a);
	assert_int_equal(logbook_split("before\nteaching: one\ntwo\n\n"
	    "Ressenti\nthree\n", at, &a, t), 0);
	assert_string_equal(t[LOGBOOK_TEACHING], "one\ntwo\n");
	assert_string_equal(t[LOGBOOK_FEELING], "three\n");
	assert_null(t[LOGBOOK_PROGRESS]);
	assert_string_equal(t[LOGBOOK_OTHER], "before");
	msg_hush(1);
	assert_int_equal(logbook_split("## 2026-02-15\nteaching: one\n", at,
	    &a, t), -1);
	msg_hush(0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(our_own_form),
		cmocka_unit_test(as_people_write),
		cmocka_unit_test(sentences_stay),
		cmocka_unit_test(days_that_are_none),
		cmocka_unit_test(adding),
		cmocka_unit_test(splitting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
