/* Texts, languages and names as XLSForm writes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "intake/xlsform_in.h"

static void
markup_goes_and_nothing_else(void **state)
{
	static const struct {
		const char	*text, *want;
	} cases[] = {
		{ "plain", "plain" }, { "", "" },
		{ "**bold** and *slanted*", "bold and slanted" },
		{ "__bold__ and _slanted_ words", "bold and slanted words" },
		{ "***both***", "both" }, { "**a *b* c**", "a b c" },
		{ "learn_by_doing, 2*3*4", "learn_by_doing, 234" },
		{ "2 * 3 * 4", "2 * 3 * 4" }, { "5 < 6 > 4", "5 < 6 > 4" },
		{ "a * b", "a * b" }, { "*", "*" }, { "**", "**" },
		{ "**open", "**open" }, { "_x", "_x" }, { "____", "____" },
		{ "# Head", "Head" }, { "a # b", "a # b" },
		{ "#1 of all", "#1 of all" }, { "a\n## b", "a b" },
		{ "[us](https://example.org)", "us" },
		{ "[a] (b)", "[a] (b)" }, { "[a](", "[a](" },
		{ "<span style=\"color:red\">No</span>", "No" },
		{ "one<br/>two<p>three", "one two three" },
		{ "a < b", "a < b" }, { "<b", "<b" },
		{ "R&amp;D &lt;3 &nosuch;", "R&D <3 &nosuch;" },
		{ "5\\* \\_x\\_", "5* _x_" }, { "back\\", "back\\" },
		{ "  a \n\t b  ", "a b" },
		{ "qui\xc2\xa0?", "qui\xc2\xa0?" }
	};
	size_t	 i;
	char	*s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = xtext_clean(cases[i].text);
		assert_string_equal(s, cases[i].want);
		free(s);
	}
}

static void
languages_by_letters_or_by_name(void **state)
{
	static const struct {
		const char	*met, *want;
	} cases[] = {
		{ "Français (fr)", "fr" }, { "English (en)", "en" },
		{ "fr", "fr" }, { "EN", "en" }, { "en-GB", "en" },
		{ "English (en-GB)", "en" }, { "French", "fr" },
		{ "FRANCAIS", "fr" }, { "العربية", "ar" },
		{ "Fulfulde (fub)", "fub" }, { "Dari (prs)", "prs" },
		{ "swahili", "sw" }, { "Klingon", NULL }, { "", NULL },
		{ "Deutsch (Schweiz)", NULL }, { "()", NULL }
	};
	char	buf[4], *s;
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (cases[i].want == NULL) {
			assert_int_equal(xlsform_lang_code(buf, cases[i].met),
			    -1);
			continue;
		}
		assert_int_equal(xlsform_lang_code(buf, cases[i].met), 0);
		assert_string_equal(buf, cases[i].want);
	}
	/* What is written is read again. */
	s = xlsform_lang_words("fr");
	assert_string_equal(s, "Français (fr)");
	free(s);
	s = xlsform_lang_words("xyz");
	assert_string_equal(s, "xyz (xyz)");
	assert_int_equal(xlsform_lang_code(buf, s), 0);
	assert_string_equal(buf, "xyz");
	free(s);
}

static void
names_that_a_form_cannot_have(void **state)
{
	static const char *const	cases[][2] = { { "STR1", "STR1" },
	    { "a-2", "a-2" }, { "1b", "_1b" }, { "meta", "_meta" },
	    { "metal", "metal" } };
	size_t	 i;
	char	*s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = xlsform_name(cases[i][0]);
		assert_string_equal(s, cases[i][1]);
		free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_goes_and_nothing_else),
		cmocka_unit_test(languages_by_letters_or_by_name),
		cmocka_unit_test(names_that_a_form_cannot_have),
	};

	return cmocka_run_group_tests_name("xlsform", tests, NULL, NULL);
}
