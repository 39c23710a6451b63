/* The schema agrees with itself, and both languages find their way in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf.h"
#include "table/schema.h"

#define EACH_TABLE(s) \
	for ((s) = schema_tables; (s)->name != NULL; (s)++)
#define EACH_COL(s, c) \
	for ((c) = (s)->cols; (c)->name != NULL; (c)++)

static int
count(const char *list)
{
	int	n = 1;

	for (; *list != '\0'; list++)
		n += *list == '|';
	return n;
}

static void
test_tables_have_keys_and_words(void **state)
{
	const struct schema	*s;
	const struct column	*c;
	int			 keys, all = 0;

	(void)state;
	EACH_TABLE(s) {
		keys = 0;
		assert_non_null(s->what);
		assert_ptr_equal(schema_find(s->name), s);
		EACH_COL(s, c) {
			assert_non_null(c->fr);
			assert_non_null(c->what);
			assert_true(strlen(c->what) > 0);
			keys += (c->flags & COL_KEY) != 0;
		}
		if (keys == 0)
			fail_msg("%s has no key", s->name);
		all++;
	}
	assert_int_equal(all, 39);
	assert_null(schema_find("nothing"));
	assert_null(schema_find("actions.csv"));
}

/* Each word of an open reference is a table that names its rows by id. */
static void
check_words(const char *table, const struct column *c)
{
	char	*list = mem_strdup(c->ref), *w, *rest = list;

	while ((w = strsep(&rest, " ")) != NULL)
		if (schema_open(w) == NULL ||
		    schema_find(schema_open(w)) == NULL)
			fail_msg("%s.%s: no table for '%s'", table, c->name, w);
	free(list);
}

static void
test_references_lead_somewhere(void **state)
{
	const struct schema	*s, *to;
	const struct column	*c;

	(void)state;
	EACH_TABLE(s) {
		EACH_COL(s, c) {
			if (c->type == COL_REF || c->type == COL_REFS) {
				to = schema_find(c->ref);
				assert_non_null(to);
				assert_string_equal(to->cols[0].name, "id");
				/* A committed row never needs a private one. */
				assert_false((to->flags & TABLE_PRIVATE) &&
				    !(s->flags & TABLE_PRIVATE));
			} else if (c->type == COL_OPENREF ||
			    c->type == COL_OPENREFS)
				check_words(s->name, c);
			else if (c->type == COL_COUNTS && c->ref != NULL)
				assert_non_null(schema_find(c->ref));
			else
				assert_null(c->ref);
		}
	}
}

/* Every value finds itself from either language, and nothing else. */
static void
check_values(const struct column *c)
{
	char	*en = mem_strdup(c->values), *fr = mem_strdup(c->values_fr);
	char	*e, *f, *re = en, *rf = fr, buf[SCHEMA_VALUE];

	assert_int_equal(count(c->values), count(c->values_fr));
	while ((e = strsep(&re, "|")) != NULL) {
		f = strsep(&rf, "|");
		assert_non_null(schema_value(c, e, buf));
		assert_string_equal(buf, e);
		assert_non_null(schema_value(c, f, buf));
		assert_string_equal(buf, e);
		assert_string_equal(schema_value_fr(c, e, buf), f);
	}
	free(en);
	free(fr);
}

static void
test_values_in_both_languages(void **state)
{
	const struct schema	*s;
	const struct column	*c;
	char			 buf[SCHEMA_VALUE];

	(void)state;
	EACH_TABLE(s) {
		EACH_COL(s, c) {
			if (c->values != NULL) {
				check_values(c);
				assert_null(schema_value(c, "", buf));
				assert_null(schema_value(c, "zzz", buf));
			} else
				assert_int_not_equal(c->type, COL_ENUM);
		}
	}
}

static void
test_no_two_columns_have_one_header(void **state)
{
	const struct schema	*s;
	const char		*lang;
	int			 i;

	(void)state;
	EACH_TABLE(s) {
		for (i = 0; s->cols[i].name != NULL; i++) {
			if (schema_header(s, s->cols[i].name, &lang) != i ||
			    schema_header(s, s->cols[i].fr, &lang) != i)
				fail_msg("%s.%s", s->name, s->cols[i].name);
			assert_int_equal(schema_col(s, s->cols[i].name), i);
		}
		assert_int_equal(schema_ncols(s), i);
		assert_int_equal(schema_header(s, "zzz", &lang), -1);
	}
}

static const char *
met(const char *table, const char *header)
{
	const struct schema	*s = schema_find(table);
	const char		*lang = NULL;
	static char		 buf[80];
	int			 i = schema_header(s, header, &lang);

	if (i < 0)
		return "none";
	snprintf(buf, sizeof(buf), "%s%s%s", s->cols[i].name,
	    lang != NULL ? ":" : "", lang != NULL ? lang : "");
	return buf;
}

static void
test_headers_as_people_write_them(void **state)
{
	(void)state;
	assert_string_equal(met("actions", "échéance"), "due");
	assert_string_equal(met("actions", "ECHEANCE"), "due");
	assert_string_equal(met("actions", " Done on "), "done_on");
	assert_string_equal(met("actions", "fait le"), "done_on");
	assert_string_equal(met("changes", "S\342\200\231appuie sur"),
	    "builds_on");
	assert_string_equal(met("criteria", "label_fr"), "label:fr");
	assert_string_equal(met("criteria", "Libellé_FR"), "label:fr");
	assert_string_equal(met("criteria", "libellé (ln)"), "label:ln");
	assert_string_equal(met("criteria", "label::shr"), "label:shr");
	assert_string_equal(met("criteria", "label"), "label:en");
	assert_string_equal(met("criteria", "libellé"), "label:fr");
	assert_string_equal(met("criteria", "hint_ar"), "hint:ar");
	assert_string_equal(met("scale", "texte_fr"), "text:fr");
	assert_string_equal(met("criteria", "labels"), "none");
	assert_string_equal(met("criteria", "label_text"), "none");
	assert_string_equal(met("findings", "text_fr"), "none");
	assert_string_equal(met("actions", ""), "none");
	assert_string_equal(met("actions", "owner_phone"), "none");
}

static const char *
value(const char *table, const char *col, const char *v)
{
	const struct schema	*s = schema_find(table);
	static char		 buf[SCHEMA_VALUE];
	const char		*out;

	out = schema_value(&s->cols[schema_col(s, col)], v, buf);
	return out != NULL ? out : "none";
}

static void
test_values_as_people_write_them(void **state)
{
	(void)state;
	assert_string_equal(value("actions", "status", "Fait"), "done");
	assert_string_equal(value("actions", "status", "faites"), "done");
	assert_string_equal(value("actions", "status", "A FAIRE"), "todo");
	assert_string_equal(value("actions", "status", "à\302\240faire"),
	    "todo");
	assert_string_equal(value("actions", "status", "finished"), "none");
	assert_string_equal(value("log", "mode", "Document review"),
	    "document_review");
	assert_string_equal(value("log", "mode", "réunion d\342\200\231équipe"),
	    "team_meeting");
	assert_string_equal(value("lessons", "state", "noté"), "noted");
	assert_string_equal(value("criteria", "reverse", "VRAI"), "yes");
	assert_string_equal(value("criteria", "reverse", "0"), "no");
	assert_string_equal(value("outside", "n_class", "10\342\200\22314"),
	    "10-14");
	assert_string_equal(value("responses", "score", "nsp"), "DK");
	assert_string_equal(value("responses", "score", "na"), "NA");
	assert_string_equal(value("responses", "score", "3"), "none");
	assert_string_equal(value("results", "note", "withheld"), "withheld");
}

static void
test_open_words(void **state)
{
	(void)state;
	assert_string_equal(schema_open("change"), "changes");
	assert_string_equal(schema_open("small-change"), "small-changes");
	assert_string_equal(schema_open("criterion"), "criteria");
	assert_null(schema_open("changes"));
	assert_null(schema_open("person"));
	assert_null(schema_open(""));
}

static void
test_settings(void **state)
{
	const struct setting	*s;
	char			 buf[SCHEMA_VALUE];
	int			 n = 0;

	(void)state;
	for (s = schema_settings; s->key != NULL; s++, n++) {
		assert_non_null(s->preset);
		assert_non_null(s->what);
		if (s->values != NULL)
			assert_int_equal(count(s->values), count(s->values_fr));
		/* A preset obeys its own limits. */
		if (s->preset[0] != '\0')
			assert_non_null(schema_setting_value(s, s->preset,
			    buf));
	}
	assert_true(n >= 22);
	assert_string_equal(schema_setting("level_label_fr")->key,
	    "level_label");
	assert_string_equal(schema_setting("purpose_shr")->key, "purpose");
	assert_null(schema_setting("level_label"));
	assert_null(schema_setting("level_label_"));
	assert_null(schema_setting("title_fr"));
	assert_null(schema_setting("min_teams"));
}

/* No threshold can be set below what protects people. */
static void
test_thresholds_hold(void **state)
{
	char	buf[SCHEMA_VALUE];

	(void)state;
	assert_null(schema_setting_value(schema_setting("min_team"), "4", buf));
	assert_non_null(schema_setting_value(schema_setting("min_team"), "5",
	    buf));
	assert_null(schema_setting_value(schema_setting("min_counts"), "8",
	    buf));
	assert_null(schema_setting_value(schema_setting("min_group"), "2",
	    buf));
	assert_string_equal(schema_setting("min_team")->preset, "5");
	assert_string_equal(schema_setting("min_counts")->preset, "9");
	assert_string_equal(schema_setting("min_group")->preset, "3");
	assert_string_equal(schema_setting_value(schema_setting("share"),
	    "bailleur", buf), "funder");
	assert_null(schema_setting_value(schema_setting("share"), "all", buf));
	assert_null(schema_setting_value(schema_setting("share_agreed_on"),
	    "31/12/2025", buf));
}

/* What is protected lives beside the folder, never in it. */
static void
test_votes_are_private(void **state)
{
	static const char *const	secret[] = { "people", "responses",
	    "hands", "forgotten", "taken", "agenda", "session-clients" };
	const struct schema		*s;
	size_t				 i, n = 0;

	(void)state;
	for (i = 0; i < sizeof(secret) / sizeof(secret[0]); i++)
		assert_true(schema_find(secret[i])->flags & TABLE_PRIVATE);
	EACH_TABLE(s) {
		n += (s->flags & TABLE_PRIVATE) != 0;
		assert_int_equal((s->flags & TABLE_VISIBLE) != 0,
		    schema_col(s, "visibility") >= 0);
	}
	assert_int_equal(n, i);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_tables_have_keys_and_words),
		cmocka_unit_test(test_references_lead_somewhere),
		cmocka_unit_test(test_values_in_both_languages),
		cmocka_unit_test(test_no_two_columns_have_one_header),
		cmocka_unit_test(test_headers_as_people_write_them),
		cmocka_unit_test(test_values_as_people_write_them),
		cmocka_unit_test(test_open_words),
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_thresholds_hold),
		cmocka_unit_test(test_votes_are_private),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
