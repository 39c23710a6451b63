/* Achievement at its edges, and calendar lines wherever they fold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf.h"
#include "model/indicator.h"
#include "view/ics.h"

static struct indicator
from_to(fixed from, fixed to)
{
	struct indicator	in;

	memset(&in, 0, sizeof(in));
	in.unit = in.source = "";
	in.baseline = from;
	in.target = to;
	return in;
}

static fixed
achieved(const char *from, const char *to, const char *value)
{
	struct indicator	in;
	fixed			b, t, v;

	assert_int_equal(num_fixed(from, 0, &b), 0);
	assert_int_equal(num_fixed(to, 0, &t), 0);
	assert_int_equal(num_fixed(value, 0, &v), 0);
	in = from_to(b, t);
	return indicator_achieved(&in, v);
}

/* 100 (v - b) / (t - b), up and down, behind the start and past the target. */
static void
test_achieved(void **state)
{
	(void)state;
	assert_int_equal(achieved("2", "12", "7"), 500000);
	assert_int_equal(achieved("40", "10", "20"), 666667);
	assert_int_equal(achieved("40", "10", "45"), -166667);
	assert_int_equal(achieved("0", "3", "1"), 333333);
	assert_int_equal(achieved("-5", "5", "0"), 500000);
	assert_int_equal(achieved("0", "8", "12"), 1500000);
	assert_int_equal(achieved("0", "800000", "0.4"), 1);	/* half up */
	assert_int_equal(achieved("0", "800000", "0.3"), 0);
	assert_int_equal(achieved("800000", "0", "800000.4"), -1);
}

static void
test_undefined(void **state)
{
	struct indicator	in = from_to(50000, FIXED_NONE);

	(void)state;
	assert_int_equal(achieved("5", "5", "6"), FIXED_NONE);
	assert_int_equal(indicator_achieved(&in, 60000), FIXED_NONE);
	in = from_to(FIXED_NONE, 50000);
	assert_int_equal(indicator_achieved(&in, 60000), FIXED_NONE);
	in = from_to(0, 50000);
	assert_int_equal(indicator_achieved(&in, FIXED_NONE), FIXED_NONE);
	/* The largest numbers of a table do not overflow. */
	assert_int_equal(achieved("-1000000000", "1000000000", "0"), 500000);
	assert_int_equal(achieved("0", "0.0001", "1000000000"), FIXED_NONE);
	assert_int_equal(achieved("0", "-0.0001", "1000000000"), FIXED_NONE);
}

static void
says(fixed from, fixed to, fixed v, const char *want)
{
	struct indicator	in = from_to(from, to);
	char			*s = indicator_way_words(&in, v);

	assert_string_equal(s, want);
	free(s);
}

/* What has not arrived is never said to have, nor what has begun not to. */
static void
test_words(void **state)
{
	(void)state;
	says(0, 100000, 62500, "62.5 % of the way to the target");
	says(0, 100000, 99999, "99.9 % of the way to the target");
	says(0, 100000, 1, "0.1 % of the way to the target");
	says(0, 100000, 100000, "target reached");
	says(0, 100000, 100001, "target passed");
	says(0, 100000, 0, "where it started");
	says(0, 100000, -1, "further from the target than at the start");
	says(100000, 0, 20000, "80 % of the way to the target");
	says(5, 5, 5, "target and start are the same: no way to count");
	says(5, FIXED_NONE, 5, "no target yet");
	says(FIXED_NONE, 5, 5, "no value of the start to count from");
}

/* --- lines of a calendar ------------------------------------------------ */

/* What ics_text writes for a text. */
static char *
written(const char *text, size_t *n)
{
	char	*bytes = NULL;
	FILE	*fp = open_memstream(&bytes, n);

	assert_non_null(fp);
	ics_text(fp, "SUMMARY", text);
	fclose(fp);
	return bytes;
}

/* Each line ends in CRLF, has 75 octets at most and is valid by itself. */
static void
check_lines(const char *s, size_t n)
{
	const char	*end;
	size_t		 k;

	while (n > 0) {
		end = memmem(s, n, "\r\n", 2);
		assert_non_null(end);
		k = (size_t)(end - s);
		assert_in_range(k, 1, 75);
		assert_int_equal(utf_valid(s, k), k);
		s += k + 2;
		n -= k + 2;
	}
}

/* Unfolded it is what went in. */
static void
check_whole(const char *s, size_t n, const char *text)
{
	char	*flat = calloc(1, n + 1), *p = flat;
	size_t	 i;

	assert_non_null(flat);
	for (i = 0; i < n; i++)
		if (i + 2 < n && memcmp(s + i, "\r\n ", 3) == 0)
			i += 2;
		else
			*p++ = s[i];
	assert_memory_equal(flat, "SUMMARY:", 8);
	assert_memory_equal(flat + 8, text, strlen(text));
	assert_string_equal(flat + 8 + strlen(text), "\r\n");
	free(flat);
}

/* Characters of one to four octets, begun at each place of a line. */
static void
test_fold(void **state)
{
	static const char *const	chars[] = { "a", "é", "ع", "€", "💶" };
	char				 text[1200];
	char				*s;
	size_t				 c, lead, i, n, at;

	(void)state;
	for (c = 0; c < sizeof(chars) / sizeof(*chars); c++)
		for (lead = 0; lead < 80; lead++) {
			memset(text, 'x', lead);
			for (at = lead, i = 0; i < 150; i++) {
				strcpy(text + at, chars[c]);
				at += strlen(chars[c]);
			}
			s = written(text, &n);
			check_lines(s, n);
			check_whole(s, n, text);
			free(s);
		}
}

static void
test_escape(void **state)
{
	char	*s;
	size_t	 n;

	(void)state;
	s = written("a;b,c\\d\ne\tf\x01g\x7fh\r", &n);
	assert_string_equal(s, "SUMMARY:a\\;b\\,c\\\\d\\ne fgh\r\n");
	free(s);
	s = written("", &n);
	assert_string_equal(s, "SUMMARY:\r\n");
	free(s);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_achieved),
		cmocka_unit_test(test_undefined),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_escape)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
