/* Maps and words: pairs, scores by number and by label, criteria by header. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <unistd.h>

#include "intake/columns.h"
#include "intake/map.h"
#include "intake/words.h"

/* --- pairs ---------------------------------------------------------------- */

static void
pairs(const char *text, struct map_line *l, struct arena *a)
{
	memset(l, 0, sizeof(*l));
	assert_null(map_pairs(l, a, text));
}

static const char *
to(const struct map_line *l, const char *cell, int comma)
{
	const struct pair	*p = map_pair(l, cell, comma);

	return p != NULL ? p->to : "-";
}

static void
test_pairs(void **state)
{
	struct map_line	l;
	struct arena	a;

	(void)state;
	arena_init(&a);
	pairs("Tout à fait=5; Pas du tout=1; 8888=NA;", &l, &a);
	assert_int_equal(l.npairs, 3);
	assert_string_equal(to(&l, "tout a fait", 0), "5");
	assert_string_equal(to(&l, "  PAS DU\u00a0TOUT. ", 0), "1");
	assert_string_equal(to(&l, "8888", 0), "NA");
	assert_string_equal(to(&l, "8888.0", 0), "NA");
	assert_string_equal(to(&l, "8888,0", 1), "NA");
	assert_string_equal(to(&l, "5", 0), "-");
	assert_string_equal(to(&l, "", 0), "-");
	assert_int_equal(l.recodes, 0);
	free(l.pairs);
	/* The last '=' divides; what is behind a backslash is text. */
	pairs("1 = No knowledge=1;a\\;b=2;c\\=d=3;e\\\\=4; none =", &l, &a);
	assert_int_equal(l.npairs, 5);
	assert_string_equal(to(&l, "1 = no knowledge", 0), "1");
	assert_string_equal(to(&l, "a;b", 0), "2");
	assert_string_equal(to(&l, "c=d", 0), "3");
	assert_string_equal(to(&l, "e\\", 0), "4");
	assert_string_equal(to(&l, "none", 0), "");
	free(l.pairs);
	pairs("0=1; 1=2", &l, &a);
	assert_int_equal(l.recodes, 1);
	free(l.pairs);
	pairs("1=1; 1 - low=1; 9=DK", &l, &a);
	assert_int_equal(l.recodes, 0);
	free(l.pairs);
	pairs("", &l, &a);
	assert_int_equal(l.npairs, 0);
	pairs(" ; ;", &l, &a);
	assert_int_equal(l.npairs, 0);
	arena_free(&a);
}

static void
test_pairs_bad(void **state)
{
	static const struct {
		const char	*text, *wrong;
	} cases[] = {
		{ "text", "a pair without '='" },
		{ "a=1; b", "a pair without '='" },
		{ "a\\=1", "a pair without '='" },
		{ "=1", "a pair with nothing before its '='" },
		{ " ?=1", "a pair with nothing before its '='" },
		{ "x=1; X=2", "one text has two pairs" },
		{ "é=1; e=2", "one text has two pairs" }
	};
	struct map_line	l;
	struct arena	a;
	size_t		i;

	(void)state;
	arena_init(&a);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		memset(&l, 0, sizeof(l));
		assert_string_equal(map_pairs(&l, &a, cases[i].text),
		    cases[i].wrong);
		free(l.pairs);
	}
	arena_free(&a);
}

static void
test_fields(void **state)
{
	int	f;

	(void)state;
	for (f = 0; f < FIELD_COUNT; f++)
		assert_int_equal(map_field(map_field_name((enum field)f)), f);
	assert_int_equal(map_field("Répondant"), FIELD_RESPONDENT);
	assert_int_equal(map_field("regard"), FIELD_GROUP);
	assert_int_equal(map_field(""), FIELD_COUNT);
	assert_int_equal(map_field("scores"), FIELD_COUNT);
}

/* --- words ----------------------------------------------------------------- */

static fixed		five_v[] = { 10000, 20000, 30000, 40000, 50000 },
			half_v[] = { 0, 5000, 10000 };
static const char	*five_l[] = { "", "", "", "", "" },
			*half_l[] = { "", "", "" };
static struct scale	half = { 3, half_v, half_l, 0, 10000, 5000 };
static struct dimension	dims[2];
static struct criterion	crit[3];
static struct group	groups[2];
static struct framework	fw;

/* A on the general scale 1-5, B on a scale of its own: 0, 0.5, 1. */
static struct words *
make(void)
{
	struct words	*w;

	memset(&fw, 0, sizeof(fw));
	fw.general = (struct scale){ 5, five_v, five_l, 10000, 50000, 10000 };
	dims[0] = (struct dimension){ .id = "A", .scale = &fw.general, .n = 2 };
	dims[1] = (struct dimension){ .id = "B", .scale = &half, .first = 2,
	    .n = 1 };
	crit[0] = (struct criterion){ .id = "A1", .dim = 0,
	    .scale = &fw.general };
	crit[1] = (struct criterion){ .id = "A2", .dim = 0,
	    .scale = &fw.general };
	crit[2] = (struct criterion){ .id = "B1", .dim = 1, .scale = &half };
	groups[0] = (struct group){ .id = "board", .into = 0 };
	groups[1] = (struct group){ .id = "1", .into = 1 };
	fw.dims = dims;
	fw.ndims = 2;
	fw.crit = crit;
	fw.ncrit = 3;
	fw.groups = groups;
	fw.ngroups = 2;
	w = words_new(&fw);
	words_criterion_is(w, "A1", 0);
	words_criterion_is(w, "A2", 1);
	words_criterion_is(w, "B1", 2);
	words_criterion_is(w, "Les décisions sont suivies.", 0);
	words_criterion_is(w, "Women and/or young people weigh", 1);
	words_criterion_is(w, "Same", 0);
	words_criterion_is(w, "same", 1);
	words_group_is(w, "board", 0);
	words_group_is(w, "Bureau", 0);
	words_group_is(w, "1", 1);
	words_score_is(w, 2, "Steady", 40000, 0);
	words_score_is(w, 2, "Régulier", 40000, 0);
	words_score_is(w, 2, "Not yet", 10000, 0);
	words_score_is(w, 2, "NA", FIXED_NONE, SCORE_NA);
	words_score_is(w, 2, "Do not know", FIXED_NONE, SCORE_DK);
	words_score_is(w, 2, "twice", 10000, 0);
	words_score_is(w, 2, "twice", 20000, 0);
	words_score_is(w, 0, "founders explain it", 20000, 0);
	words_score_is(w, 0, "Not yet", 20000, 0);
	words_score_is(w, 0, "Régulier", 40000, 0);
	words_score_is(w, 1, "half way", 5000, 0);
	return w;
}

static void
test_criteria(void **state)
{
	struct words	*w = make();

	(void)state;
	assert_int_equal(words_criterion(w, "A1"), 0);
	assert_int_equal(words_criterion(w, " a2 "), 1);
	assert_int_equal(words_criterion(w, "les decisions SONT suivies ?"), 0);
	assert_int_equal(words_criterion(w, "group/A1"), 0);
	assert_int_equal(words_criterion(w, "x / y / B1"), 2);
	assert_int_equal(words_criterion(w, "Women and/or young people weigh"),
	    1);
	assert_int_equal(words_criterion(w,
	    "g/Women and/or young people weigh"), 1);
	assert_int_equal(words_criterion(w, "A1. Les décisions sont suivies"),
	    0);
	assert_int_equal(words_criterion(w, "12) Les décisions sont suivies"),
	    0);
	assert_int_equal(words_criterion(w, "g/Q3. les décisions sont suivies"),
	    0);
	assert_true(words_criterion(w, "3. A1 x") == WORDS_NONE);
	assert_true(words_criterion(w, "x3. Les décisions sont suivies") ==
	    WORDS_NONE);
	assert_true(words_criterion(w, "A2. Les décisions sont suivies") ==
	    WORDS_NONE);
	assert_true(words_criterion(w, "Same") == WORDS_TWO);
	assert_true(words_criterion(w, "A") == WORDS_NONE);
	assert_true(words_criterion(w, "") == WORDS_NONE);
	assert_true(words_criterion(w, "/") == WORDS_NONE);
	assert_int_equal(words_group(w, "BUREAU"), 0);
	assert_int_equal(words_group(w, "1"), 1);
	assert_true(words_group(w, "2") == WORDS_NONE);
	words_free(w);
}

static void
test_scores(void **state)
{
	static const struct {
		size_t		 crit;
		const char	*cell;
		int		 comma, score;
	} cases[] = {
		{ 0, "", 0, SCORE_SKIPPED },
		{ 0, " \u00a0\t", 0, SCORE_SKIPPED },
		{ 0, "1", 0, 0 }, { 0, "5.0", 0, 4 }, { 0, "\u00a04 ", 0, 3 },
		{ 0, "4,0", 1, 3 }, { 0, "4,0", 0, SCORE_BAD },
		{ 0, "0", 0, SCORE_OFF }, { 0, "6", 0, SCORE_OFF },
		{ 0, "2.5", 0, SCORE_OFF }, { 0, "-1", 0, SCORE_OFF },
		{ 0, "steady", 0, 3 }, { 0, "REGULIER", 0, 3 },
		{ 0, "4 Steady", 0, 3 }, { 0, "4 - Régulier", 0, 3 },
		{ 0, "Steady - 4", 0, 3 }, { 0, "Steady (4)", 0, 3 },
		/* A number beside a text that is no word of the scale. */
		{ 0, "Stimme voll zu - 5", 0, 4 },
		{ 0, "5 - Tout à fait", 0, 4 }, { 0, "5 = True", 0, 4 },
		{ 0, "5. Fully", 0, 4 }, { 0, "5) Fully", 0, 4 },
		{ 0, "5: Fully", 0, 4 }, { 0, "Fully (5)", 0, 4 },
		{ 0, "Fully = 5", 0, 4 }, { 0, "Fully: 5", 0, 4 },
		{ 0, "1 =  No knowledge", 0, 0 },
		{ 0, "5 \u2013 Fully", 0, 4 },
		{ 0, "Fully \u2014 5", 0, 4 }, { 0, "5\u00a0: Fully", 0, 4 },
		{ 0, "6 - Fully", 0, SCORE_OFF },
		{ 0, "5,0 - Fully", 1, 4 }, { 0, "2,5 - so so", 1, SCORE_OFF },
		/* Not set off, a sign that may belong to it, a second number. */
		{ 0, "5 Fully", 0, SCORE_BAD }, { 0, "5Fully", 0, SCORE_BAD },
		{ 0, "Fully 5", 0, SCORE_BAD }, { 0, "plan-3", 0, SCORE_BAD },
		{ 0, "3-month plan", 0, SCORE_BAD },
		{ 0, "Fully -5", 0, SCORE_BAD }, { 0, "-1 - no", 0, SCORE_BAD },
		{ 0, "2 - 4 hours", 0, SCORE_BAD },
		{ 0, "0 - 2 hours", 0, SCORE_BAD }, { 0, "A5", 0, SCORE_BAD },
		{ 0, "more than 3", 0, SCORE_BAD }, { 0, "5 -", 0, SCORE_BAD },
		{ 0, "5 - ?", 0, SCORE_BAD }, { 0, "Fully 5)", 0, SCORE_BAD },
		{ 0, "5.30 = noon", 0, SCORE_OFF }, { 0, "5 %", 0, SCORE_BAD },
		/* A word of the scale that says another score. */
		{ 0, "3 - Steady", 0, SCORE_BAD },
		{ 0, "Steady - 3", 0, SCORE_BAD },
		{ 0, "3 = do not know", 0, SCORE_BAD },
		{ 0, "1 - not yet", 0, SCORE_BAD },
		/* Commas and blanks in numbers. */
		{ 0, "2,5", 2, SCORE_OFF }, { 0, "4,0", 2, 3 },
		{ 0, "4,000", 2, SCORE_BAD }, { 0, "4,000", 1, 3 },
		{ 0, "1 000", 0, SCORE_OFF },
		{ 0, "1\u202f000\u00a0000", 0, SCORE_OFF },
		{ 0, "1 00", 0, SCORE_BAD },
		{ 0, "3 Steady", 0, SCORE_BAD }, { 0, "4 4", 0, SCORE_BAD },
		{ 0, "na", 0, SCORE_NA }, { 0, "do not know", 0, SCORE_DK },
		{ 0, "n/a", 0, SCORE_BAD }, { 0, "twice", 0, SCORE_BAD },
		{ 0, "founders explain it", 0, 1 },
		{ 0, "not yet", 0, SCORE_BAD },	/* 1, or 2 of this thread */
		{ 0, "1e0", 0, SCORE_BAD }, { 0, "0x1", 0, SCORE_BAD },
		{ 0, "nan", 0, SCORE_BAD }, { 0, "4 4 4", 0, SCORE_BAD },
		{ 2, "0.5", 0, 1 }, { 2, "half way", 0, 1 },
		{ 2, "steady", 0, SCORE_BAD }, { 2, "NA", 0, SCORE_NA },
		{ 2, "4", 0, SCORE_OFF }
	};
	struct words	*w = make();
	char		 buf[NUM_LEN];
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (words_score(w, cases[i].crit, cases[i].cell,
		    cases[i].comma) != cases[i].score)
			fail_msg("'%s' gives %d", cases[i].cell,
			    words_score(w, cases[i].crit, cases[i].cell,
			    cases[i].comma));
	assert_string_equal(score_str(buf, &half, 1), "0.5");
	assert_string_equal(score_str(buf, &fw.general, 4), "5");
	assert_string_equal(score_str(buf, &fw.general, SCORE_NA), "NA");
	assert_string_equal(score_str(buf, &fw.general, SCORE_DK), "DK");
	assert_string_equal(score_str(buf, &fw.general, SCORE_SKIPPED), "");
	assert_true(words_contradict(w, 0, "3 - Steady", 0));
	assert_true(words_contradict(w, 0, "Do not know (3)", 0));
	assert_false(words_contradict(w, 0, "4 - Steady", 0));
	assert_false(words_contradict(w, 0, "3 - whatever", 0));
	assert_false(words_contradict(w, 0, "whatever", 0));
	words_free(w);
}

/* A text of many signs is no work of hours. */
static void
test_many_signs(void **state)
{
	size_t		 n = (size_t)1 << 20, i;
	struct words	*w = make();
	char		*s = mem_alloc(n + 1);

	(void)state;
	for (i = 0; i < n; i++)
		s[i] = "a-b/"[i % 4];
	memcpy(s + n - 3, "/A1", 4);
	alarm(60);
	assert_int_equal(words_header(w, s, 1), 0);
	assert_int_equal(words_criterion(w, s), 0);
	assert_true(words_header(w, s + 2, 0) == 0);
	s[n - 1] = '?';
	assert_true(words_header(w, s, 1) == WORDS_NONE);
	alarm(0);
	free(s);
	words_free(w);
}

/* What stands ahead of a criterion may make another question of it. */
static void
test_led(void **state)
{
	struct words	*w = make();

	(void)state;
	assert_true(words_led(w, "How important: A1", 1));
	assert_true(words_led(w, "Importance: A1", 1));
	assert_true(words_led(w, "Our group-Les décisions sont suivies", 1));
	assert_true(words_led(w, "Why? - A1", 1));
	assert_false(words_led(w, "group-A1", 1));
	assert_false(words_led(w, "group__A1", 1));
	assert_false(words_led(w, "group:Les décisions sont suivies", 1));
	assert_false(words_led(w, "Our group / A1", 1));
	assert_false(words_led(w, "Our group [A1]", 1));
	assert_false(words_led(w, "How important: A1", 0));
	assert_false(words_led(w, "A1", 1));
	assert_false(words_led(w, "how - ever", 1));
	words_free(w);
}

/* A label that is a number says something else than the number beside it. */
static void
test_number_labels(void **state)
{
	struct words	*w = make();

	(void)state;
	assert_false(words_two(w, 0, "5", 0));
	words_score_is(w, 2, "3", 30000, 0);
	assert_false(words_two(w, 0, "3", 0));
	words_score_is(w, 2, "5", 20000, 0);
	words_score_is(w, 2, "99", FIXED_NONE, SCORE_DK);
	assert_true(words_two(w, 0, "5", 0));
	assert_true(words_two(w, 0, " 5 ", 0));
	assert_false(words_two(w, 0, "3", 0));
	assert_false(words_two(w, 0, "2", 0));
	assert_false(words_two(w, 0, "99", 0));
	assert_false(words_two(w, 0, "steady", 0));
	assert_false(words_two(w, 2, "5", 0));	/* a scale of its own */
	/* On our own forms the number counts; off the scale, the label. */
	assert_int_equal(words_score(w, 0, "5", 0), 4);
	assert_int_equal(words_score(w, 0, "99", 0), SCORE_DK);
	assert_int_equal(words_score(w, 0, "98", 0), SCORE_OFF);
	words_free(w);
}

static void
test_headers(void **state)
{
	static const struct {
		const char	*header;
		int		 paths;
		size_t		 want;
	} cases[] = {
		{ "A1", 0, 0 }, { "votes/A1", 0, 0 }, { "votes / A1", 0, 0 },
		{ "votes-A1", 1, 0 }, { "votes - A / A1", 1, 0 },
		{ "votes.A1", 1, 0 }, { "votes__aims__A1", 1, 0 },
		{ "VOTES:A1", 1, 0 }, { "A2/A1", 0, WORDS_TWO },
		{ "A2-A1", 1, WORDS_TWO }, { "A1/A1", 0, 0 },
		{ "A1/Les décisions sont suivies", 0, 0 }, { "votes-A1", 0, WORDS_NONE },
		{ "votes_A1", 1, WORDS_NONE }, { "G1[A1]", 0, 0 },
		{ "How far? [A1]", 0, 0 }, { "How far? [ A1. ]", 0, 0 },
		{ "G1[A1][1]", 0, WORDS_NONE }, { "G1[comment]", 0,
		    WORDS_NONE }, { "[]", 0, WORDS_NONE }, { "]", 1,
		    WORDS_NONE }, { "-", 1, WORDS_NONE }
	};
	struct words	*w = make();
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (words_header(w, cases[i].header, cases[i].paths) !=
		    cases[i].want)
			fail_msg("'%s'", cases[i].header);
	words_free(w);
}

/* --- columns -------------------------------------------------------------- */

static int
settle(const char *header, enum source source)
{
	struct words	*w = make();
	struct columns	 cs;
	char		*f[2] = { (char *)(uintptr_t)header,
			    (char *)(uintptr_t)"A2" };
	struct record	 r = { .line = 1, .n = 2, .f = f };
	int		 use;

	assert_int_equal(columns_settle(&cs, &r, "x", source, NULL, w, &fw),
	    0);
	use = cs.v[0].use;
	columns_free(&cs);
	words_free(w);
	return use;
}

static void
test_columns(void **state)
{
	static const char *const person[] = { "Name", "Nom et prénom",
	    "What is your name?", "E-mail", "Adresse e-mail", "Courriel",
	    "phone_number", "Téléphone", "username", "_submitted_by",
	    "SubmitterName", "deviceid", "DeviceID", "ipaddr", "_geolocation",
	    "gps", "Position (latitude)", "_attachments", "photo_URL", "token",
	    "identite/nom", "WhatsApp", "Contact", "Initiales",
	    "me@example.org", NULL };
	static const char *const meta[] = { "start", "end", "_id", "_uuid",
	    "_submission_time", "__version__", "meta/rootUuid",
	    "meta/instanceID", "formhub/uuid", "KEY", "Horodateur",
	    "submitdate", "id", NULL };
	static const char *const none[] = { "Age", "Comments", "namely",
	    "ipso facto", "education", NULL };
	static const char *const group[] = { "group", "Votre regard",
	    "profil/groupe", "Nom du groupe", "your_group ?", NULL };
	int	i;

	(void)state;
	for (i = 0; person[i] != NULL; i++)
		if (settle(person[i], SOURCE_WIDE) != COLUMN_IDENTIFYING)
			fail_msg("'%s' is not seen as identifying", person[i]);
	for (i = 0; meta[i] != NULL; i++)
		if (settle(meta[i], SOURCE_KOBO) != COLUMN_META)
			fail_msg("'%s' is not seen as metadata", meta[i]);
	for (i = 0; none[i] != NULL; i++)
		if (settle(none[i], SOURCE_WIDE) != COLUMN_UNKNOWN)
			fail_msg("'%s' is taken for something", none[i]);
	for (i = 0; group[i] != NULL; i++)
		if (settle(group[i], SOURCE_WIDE) != FIELD_GROUP)
			fail_msg("'%s' is no group", group[i]);
	assert_int_equal(settle("number", SOURCE_GRID), FIELD_NUMBER);
	assert_int_equal(settle("unité", SOURCE_GRID), FIELD_UNIT);
	assert_int_equal(settle("A1", SOURCE_WIDE), FIELD_SCORE);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_pairs_bad),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_criteria),
		cmocka_unit_test(test_scores),
		cmocka_unit_test(test_number_labels),
		cmocka_unit_test(test_led),
		cmocka_unit_test(test_many_signs),
		cmocka_unit_test(test_headers),
		cmocka_unit_test(test_columns)
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
