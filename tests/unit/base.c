/* Numbers, dates, ids, UTF-8, suggestions: what everything else counts on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"

/* Short and long ones are made in different ways. */
static void
texts_of_any_length_are_made(void **state)
{
	struct arena	a;
	struct str	s;
	char		want[600];
	size_t		n;

	(void)state;
	arena_init(&a);
	str_init(&s);
	for (n = 0; n < 600; n++) {
		memset(want, 'x', n);
		want[n] = '\0';
		assert_string_equal(arena_printf(&a, "%s", want), want);
		str_reset(&s);
		str_printf(&s, "%s", want);
		assert_int_equal(s.len, n);
		assert_string_equal(s.s, want);
	}
	str_free(&s);
	arena_free(&a);
}

static void
numbers_are_strict(void **state)
{
	static const char *const bad[] = { "", "-", "+", ".", "1.2.3", "1e3",
	    "0x1", "nan", "inf", " 1", "1 ", "1,5", "1.23456", "--1",
	    "99999999999999999999" };
	fixed	v;
	int64_t	n;
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(num_fixed(bad[i], 0, &v), -1);
	assert_int_equal(num_fixed("2.5", 0, &v), 0);
	assert_int_equal(v, 25000);
	assert_int_equal(num_fixed("2,5", 1, &v), 0);
	assert_int_equal(v, 25000);
	assert_int_equal(num_fixed("-0.25000", 0, &v), 0);
	assert_int_equal(v, -2500);
	assert_int_equal(num_fixed(".5", 0, &v), 0);
	assert_int_equal(v, 5000);
	assert_int_equal(num_int("12", 1, 12, &n), 0);
	assert_int_equal(num_int("13", 1, 12, &n), -1);
	assert_int_equal(num_int("1.0", 1, 12, &n), -1);
}

static void
numbers_print_without_a_locale(void **state)
{
	char	buf[NUM_LEN];

	(void)state;
	assert_string_equal(num_str(buf, 24134, 4), "2.4134");
	assert_string_equal(num_str(buf, 25000, 4), "2.5000");
	assert_string_equal(num_str(buf, 25000, 0), "2.5");
	assert_string_equal(num_str(buf, 30000, 0), "3");
	assert_string_equal(num_str(buf, -1, 4), "-0.0001");
	assert_string_equal(num_str(buf, 0, 0), "0");
	assert_string_equal(num_str(buf, -5000, 1), "-0.5");
}

static void
rounding_is_half_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(num_div(5, 2), 3);
	assert_int_equal(num_div(-5, 2), -3);
	assert_int_equal(num_div(7, 3), 2);
	assert_int_equal(num_round(22500, 5000), 25000);
	assert_int_equal(num_round(22499, 5000), 20000);
	assert_int_equal(num_round(-22500, 5000), -25000);
	assert_int_equal(num_sqrt(2 * (wide)100000000, 1), 14142);
	assert_int_equal(num_sqrt(9, 4), 2);	/* 1.5 rounds up */
	assert_int_equal(num_sqrt(0, 7), 0);
}

static void
every_day_of_three_centuries_is_itself(void **state)
{
	char	buf[DATE_LEN];
	int	day, again, n = 0, first = date_make(1900, 1, 1);
	int	last = date_make(2199, 12, 31);

	(void)state;
	for (day = first; day <= last; day++, n++) {
		assert_int_equal(date_parse(date_str(buf, day), &again), 0);
		assert_int_equal(again, day);
	}
	assert_int_equal(n, 109573);
}

static void
dates_that_do_not_exist_are_refused(void **state)
{
	static const char *const bad[] = { "2026-02-29", "2025-02-31",
	    "2026-13-01", "2026-00-10", "2026-1-1", "24-01-01", "2026-01-01x",
	    "1899-12-31", "2200-01-01", "", "31/12/2025", " 2026-01-01" };
	int	day, i;

	(void)state;
	for (i = 0; i < (int)(sizeof(bad) / sizeof(*bad)); i++)
		assert_int_equal(date_parse(bad[i], &day), -1);
	assert_int_equal(date_parse("2024-02-29", &day), 0);
	assert_int_equal(date_parse_as("31/12/2025", 0, &day), -1);
	assert_int_equal(date_parse_as("31/12/2025", 'd', &day), 0);
	assert_int_equal(day, date_make(2025, 12, 31));
	assert_int_equal(date_parse_as("3.1.2026", 'd', &day), 0);
	assert_int_equal(day, date_make(2026, 1, 3));
	assert_int_equal(date_parse_as("12/31/2025", 'm', &day), 0);
	assert_int_equal(date_parse_as("31/12/2025", 'm', &day), -1);
	assert_int_equal(date_parse_as("2026-01-03T10:00:00+01:00", 0, &day),
	    0);
}

static void
spans_count_both_ends(void **state)
{
	int	last, from = date_make(2026, 1, 31);

	(void)state;
	assert_int_equal(date_span("1d", from, &last), 0);
	assert_int_equal(last, from);
	assert_int_equal(date_span("14d", from, &last), 0);
	assert_int_equal(last, from + 13);
	assert_int_equal(date_span("2w", from, &last), 0);
	assert_int_equal(last, from + 13);
	assert_int_equal(date_span("1m", from, &last), 0);
	assert_int_equal(last, date_make(2026, 2, 27));
	assert_int_equal(date_span("d", from, &last), -1);
	assert_int_equal(date_span("14", from, &last), -1);
	assert_int_equal(date_span("0d", from, &last), -1);
	assert_int_equal(date_span("14dd", from, &last), -1);
	assert_int_equal(date_add_months(from, 1), date_make(2026, 2, 28));
}

static void
ids_are_stable_and_tell_rows_apart(void **state)
{
	char	*a = slug_id("Monthly cash count", "action", "x"), *b, *c, *d;

	(void)state;
	b = slug_id("Monthly cash count", "action", "y");
	c = slug_id("Monthly cash count", "action", "x");
	d = slug_id("\xd8\xb9\xd9\x8a\xd8\xaf", "action", "x");
	assert_string_equal(a, c);
	assert_string_not_equal(a, b);
	assert_int_equal(strncmp(a, "monthly-cash-count-", 19), 0);
	assert_int_equal(strlen(a), 23);
	assert_int_equal(strncmp(d, "action-", 7), 0);
	assert_true(slug_ok(a) && slug_ok(d));
	free(a);
	free(b);
	free(c);
	free(d);
	a = slug_id("Échéancier du comité", "x", "");
	assert_int_equal(strncmp(a, "echeancier-du-comite-", 21), 0);
	free(a);
	assert_false(slug_ok(""));
	assert_false(slug_ok("../x"));
	assert_false(slug_ok("-x"));
	assert_false(slug_ok("a b"));
}

/* FIPS 180-2, appendix B.1. */
static void
digest_of_abc_is_the_published_one(void **state)
{
	char	buf[DIGEST_LEN];

	(void)state;
	assert_string_equal(slug_digest(buf, "abc", 3),
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
}

static void
codes_depend_on_the_key_and_carry_a_check(void **state)
{
	char	a[11], b[11], c[11];

	(void)state;
	slug_code(a, 10, "key one", 7, "uuid:1");
	slug_code(b, 10, "key two", 7, "uuid:1");
	slug_code(c, 10, "key one", 7, "uuid:1");
	assert_string_equal(a, c);
	assert_string_not_equal(a, b);
	assert_true(slug_code_ok(a, 10));
	c[3] = c[3] == 'a' ? 'b' : 'a';
	assert_false(slug_code_ok(c, 10));
	assert_false(slug_code_ok("", 10));
}

static void
labels_compare_folded(void **state)
{
	char	*a = utf_fold("  \xc3\x89quipe\xc2\xa0 :  L\xe2\x80\x99id\xc3\xa9""e");
	char	*b = utf_plain("\xc3\x89" "ch\xc3\xa9" "ance");
	char	*c = utf_fold("\xe2\x80\x9cso\xe2\x80\x9d, \xe2\x80\x98so\xe2\x80\x99");

	(void)state;
	assert_string_equal(a, "\xc3\xa9quipe : l'id\xc3\xa9""e");
	assert_string_equal(b, "echeance");
	assert_string_equal(c, "\"so\", 'so'");
	free(c);
	free(a);
	free(b);
	assert_true(utf_alike("\xc3\x89" "ch\xc3\xa9" "ance", "echeance"));
	assert_false(utf_alike("echeance", "echeances"));
	assert_false(utf_alike("", ""));
	assert_true(utf_has("La Tr\xc3\xa9soriere", "tresor"));
	assert_false(utf_has("tresor", "tresoriere"));
}

static void
cp1252_becomes_utf8(void **state)
{
	size_t	 n;
	char	*s = utf_from_cp1252("\xe9t\xe9 \x80", 5, &n);

	(void)state;
	assert_string_equal(s, "\xc3\xa9t\xc3\xa9 \xe2\x82\xac");
	assert_int_equal(n, 9);
	free(s);
}

static void
one_line(const char *line, size_t n, void *arg)
{
	struct str	*out = arg;

	str_addn(out, line, n);
	str_addc(out, '|');
}

static void
lines_break_where_a_reader_expects(void **state)
{
	struct str	out;

	(void)state;
	str_init(&out);
	utf_wrap("Resultats pour les personnes", 12, one_line, &out);
	assert_string_equal(out.s, "Resultats|pour les|personnes|");
	str_reset(&out);
	/* A no-break space holds "10 %" together. */
	utf_wrap("environ 10\xc2\xa0% du total", 10, one_line, &out);
	assert_string_equal(out.s, "environ|10\xc2\xa0% du|total|");
	str_free(&out);
	assert_int_equal(utf_width("\xe4\xb8\xad\xe6\x96\x87"), 4);
	assert_true(utf_is_rtl("\xd8\xb9"));
	assert_false(utf_is_rtl("a \xd8\xb9"));
}

static void
the_nearest_word_is_suggested(void **state)
{
	static const char *const names[] = { "close", "open", "compare",
	    "talk", NULL };
	static const char *const ids[] = { "boite-a-plaintes-k3x9", "",
	    "R1", NULL };

	(void)state;
	assert_string_equal(msg_nearest("colse", names), "close");
	assert_string_equal(msg_nearest("compar", names), "compare");
	assert_string_equal(msg_nearest("tlak", names), "talk");
	assert_null(msg_nearest("zzz", names));
	assert_string_equal(msg_nearest_id("plaites", ids),
	    "boite-a-plaintes-k3x9");
	assert_null(msg_nearest_id("quite-another-long-word", ids));
}

static void
terminals_are_not_driven_by_data(void **state)
{
	static const char evil[] = "a\x1b[31mb\xe2\x80\xae""c\xc2\x85\xff";
	char	*s = msg_clean(evil, sizeof(evil) - 1);

	(void)state;
	assert_string_equal(s, "a?[31mb?c??");
	free(s);
	s = msg_clean("two\r\nlines\tof a cell\n\r", 22);
	assert_string_equal(s, "two lines of a cell ?");
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_of_any_length_are_made),
		cmocka_unit_test(numbers_are_strict),
		cmocka_unit_test(numbers_print_without_a_locale),
		cmocka_unit_test(rounding_is_half_away_from_zero),
		cmocka_unit_test(every_day_of_three_centuries_is_itself),
		cmocka_unit_test(dates_that_do_not_exist_are_refused),
		cmocka_unit_test(spans_count_both_ends),
		cmocka_unit_test(ids_are_stable_and_tell_rows_apart),
		cmocka_unit_test(digest_of_abc_is_the_published_one),
		cmocka_unit_test(codes_depend_on_the_key_and_carry_a_check),
		cmocka_unit_test(labels_compare_folded),
		cmocka_unit_test(cp1252_becomes_utf8),
		cmocka_unit_test(lines_break_where_a_reader_expects),
		cmocka_unit_test(the_nearest_word_is_suggested),
		cmocka_unit_test(terminals_are_not_driven_by_data),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
