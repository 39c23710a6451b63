/* What wrote a file, by its header; days as spreadsheets write them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "intake/day.h"
#include "intake/source.h"

/* --- days ------------------------------------------------------------------ */

static void
test_days(void **state)
{
	static const struct {
		const char	*cell;
		int		 order;
		const char	*want;		/* NULL: no day */
	} cases[] = {
		{ "2026-03-12", 0, "2026-03-12" },
		{ "2026/03/12 9:01:02 AM GMT+1", 0, "2026-03-12" },
		{ "2026.3.2", 0, "2026-03-02" },
		{ "31/12/2025", 0, "2025-12-31" },
		{ "12/31/2025 10:00", 0, "2025-12-31" },
		{ "05/05/2025", 0, "2025-05-05" },
		{ "03/04/2025", 0, NULL }, { "03/04/2025", 'd', "2025-04-03" },
		{ "03/04/2025", 'm', "2025-03-04" },
		{ "31/12/2025", 'm', NULL }, { "30/02/2025", 'd', NULL },
		{ "7/27/26 19:06:23", 0, "2026-07-27" },
		{ "8/7/26 12:51", 'm', "2026-08-07" },
		{ "12-03-26", 'd', NULL }, { "\u00a012/03/2026 ", 'd',
		    "2026-03-12" },
		{ "12/03/2026\u00a09:00", 'd', "2026-03-12" },
		{ "12/03/202", 'd', NULL }, { "12/03", 'd', NULL },
		{ "12/03/2026x", 'd', NULL }, { "12/03-2026", 'd', NULL },
		{ "Mar 12, 2026", 0, NULL }, { "", 0, NULL },
		{ "99999/1/1", 0, NULL }
	};
	char	buf[DATE_LEN];
	size_t	i;
	int	day;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (day_read(cases[i].cell, cases[i].order, &day) != 0)
			assert_null(cases[i].want);
		else {
			assert_non_null(cases[i].want);
			assert_string_equal(date_str(buf, day), cases[i].want);
		}
	}
}

/* --- sources ---------------------------------------------------------------- */

/* The source of a header whose cells are divided by commas. */
static enum source
source_looks(const char *header)
{
	char		*copy = mem_strdup(header), *p = copy, *f[32];
	struct record	 r = { 1, 0, 0, 0, f };
	enum source	 s;

	while (r.n < 32 && (f[r.n] = strsep(&p, ",")) != NULL)
		r.n++;
	s = source_of(&r);
	free(copy);
	return s;
}

static void
test_sources(void **state)
{
	static const struct {
		const char	*header;
		enum source	 source;
	} cases[] = {
		{ "STR0,_id,_uuid,_submission_time,_index", SOURCE_KOBO },
		{ "STR0,_uuid,__version__", SOURCE_KOBO },
		{ "STR0,_uuid,_submission_time,_tags,_notes", SOURCE_ONA },
		{ "STR0,_id,_uuid,_submission_time,_duration,_submitted_by,"
		    "_total_media", SOURCE_ONA },
		{ "SubmissionDate,STR0,KEY,SubmitterID,SubmitterName",
		    SOURCE_ODK },
		{ "SubmissionDate,STR0,meta-instanceID,KEY",
		    SOURCE_BRIEFCASE },
		{ "*meta-instance-id*,STR0,KEY", SOURCE_BRIEFCASE },
		{ "id,submitdate,lastpage,startlanguage,seed,STR0",
		    SOURCE_LIMESURVEY },
		{ "Response ID,Date submitted,Last page,We know",
		    SOURCE_LIMESURVEY },
		{ "id. ID de la réponse,submitdate. Date de soumission,"
		    "lastpage. Dernière page", SOURCE_LIMESURVEY },
		{ "Timestamp,We know", SOURCE_GFORMS },
		{ "Horodateur,We know", SOURCE_GFORMS },
		{ "Carimbo de data/hora,We know", SOURCE_GFORMS },
		{ "ID,Start time,Completion time,Email,Name,We know",
		    SOURCE_MSFORMS },
		{ "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom",
		    SOURCE_MSFORMS },
		{ "number,group,STR0", SOURCE_GRID },
		{ "respondent,criterion,score", SOURCE_LONG },
		{ "id,STR0,submitdate", SOURCE_WIDE },
		{ "STR0,Timestamp", SOURCE_WIDE }, { "KEY,STR0", SOURCE_WIDE },
		{ "_id,STR0", SOURCE_WIDE }, { "", SOURCE_WIDE }
	};
	size_t	i;
	int	s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (source_looks(cases[i].header) != cases[i].source)
			fail_msg("'%s' looks like %s", cases[i].header,
			    source_name(source_looks(cases[i].header)));
	for (s = SOURCE_AUTO; s <= SOURCE_LONG; s++)
		assert_int_equal(source_find(source_name((enum source)s)), s);
	assert_int_equal(source_find("surveymonkey"), -1);
	assert_true(source_answer_code(SOURCE_LIMESURVEY, "A5"));
	assert_true(source_answer_code(SOURCE_LIMESURVEY, "AO05"));
	assert_true(source_answer_code(SOURCE_LIMESURVEY, "-oth-"));
	assert_true(source_answer_code(SOURCE_LIMESURVEY, "Y"));
	assert_false(source_answer_code(SOURCE_LIMESURVEY, "NA"));
	assert_false(source_answer_code(SOURCE_LIMESURVEY, "5"));
	assert_false(source_answer_code(SOURCE_LIMESURVEY, "A 5"));
	assert_false(source_answer_code(SOURCE_KOBO, "A5"));
	assert_true(source_unanswered(SOURCE_ONA, " n/a"));
	assert_false(source_unanswered(SOURCE_ONA, "N/A"));
	assert_false(source_unanswered(SOURCE_KOBO, "n/a"));
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_sources)
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
