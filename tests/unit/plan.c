/* Ranking, bars, the beginning of an id, sums and filters of the log. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/ids.h"
#include "base/mem.h"
#include "model/log.h"
#include "model/plan.h"

static void
bars(void **state)
{
	static const struct {
		size_t		 done, of;
		const char	*want;
	} cases[] = {
		{ 0, 0, "[----------]" },
		{ 0, 3, "[----------]" },
		{ 1, 3, "[###-------]" },
		{ 2, 3, "[######----]" },
		{ 3, 3, "[##########]" },
		{ 1, 99, "[#---------]" },	/* what is begun shows */
		{ 98, 99, "[#########-]" },	/* what is not done too */
		{ 4, 3, "[##########]" }
	};
	size_t	 i;
	char	*s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = plan_bar(cases[i].done, cases[i].of, 10);
		assert_string_equal(s, cases[i].want);
		free(s);
	}
	s = plan_progress_words(2, 3);
	assert_string_equal(s, "2 of 3 done");
	free(s);
	s = plan_progress_words(0, 0);
	assert_string_equal(s, "nothing planned yet");
	free(s);
}

static void
verdicts(void **state)
{
	(void)state;
	assert_true(plan_verdict_final("achieved"));
	assert_true(plan_verdict_final("replaced"));
	assert_true(plan_verdict_final("dropped"));
	assert_false(plan_verdict_final("partly"));
	assert_false(plan_verdict_final("adapted"));
	assert_false(plan_verdict_final("still_in_use"));
	assert_false(plan_verdict_final(""));
	assert_string_equal(plan_verdict_words("partly"),
	    "partly achieved, goes on");
	assert_string_equal(plan_verdict_words("invented"), "invented");
	assert_string_equal(plan_reason_words("context"),
	    "the context changed");
	assert_string_equal(plan_field_words(NULL, "due"), "due date");
	assert_string_equal(plan_status_word(PLAN_DOING), "doing");
}

static void
status_words(void **state)
{
	struct plan_action	 a;
	char			*s;

	(void)state;
	memset(&a, 0, sizeof(a));
	a.obstacle = "";
	a.done_on = DATE_NONE;
	a.status = PLAN_BLOCKED;
	s = plan_status_words(&a);
	assert_string_equal(s, "blocked");
	free(s);
	a.obstacle = "no wood";
	s = plan_status_words(&a);
	assert_string_equal(s, "blocked: no wood");
	free(s);
	a.status = PLAN_DONE;
	s = plan_status_words(&a);
	assert_string_equal(s, "done");
	free(s);
	a.done_on = date_make(2026, 3, 12);
	s = plan_status_words(&a);
	assert_string_equal(s, "done on 12 March 2026");
	free(s);
}

/* Sums 9, 8, 8, none: 1, 2, 2 tied, unranked, in the file's order. */
static void
ranks(void **state)
{
	struct plan_change	 c[6];
	struct plan		 pl;
	struct plan_rank	*r;
	static const int	 sums[] = { 8, 0, 9, 8, 7, 9 };
	size_t			 i, n;

	(void)state;
	memset(&pl, 0, sizeof(pl));
	memset(c, 0, sizeof(c));
	arena_init(&pl.arena);
	pl.changes = c;
	pl.nchanges = 6;
	for (i = 0; i < 6; i++) {
		c[i].state = "proposed";
		c[i].sum = sums[i];
	}
	c[5].state = "chosen";
	c[5].active = 1;
	n = plan_rank(&pl, 0, &r);
	assert_int_equal(n, 5);
	assert_int_equal(r[0].change, 2);
	assert_int_equal(r[0].rank, 1);
	assert_false(r[0].tied);
	assert_int_equal(r[1].change, 0);
	assert_int_equal(r[2].change, 3);
	assert_int_equal(r[1].rank, 2);
	assert_int_equal(r[2].rank, 2);
	assert_true(r[1].tied && r[2].tied);
	assert_int_equal(r[3].change, 4);
	assert_int_equal(r[3].rank, 4);
	assert_int_equal(r[4].change, 1);
	assert_int_equal(r[4].rank, 0);
	n = plan_rank(&pl, 1, &r);
	assert_int_equal(n, 6);
	assert_int_equal(r[1].change, 5);
	assert_true(r[0].tied && r[1].tied);
	arena_free(&pl.arena);
}

static void
short_ids(void **state)
{
	struct plan_step	 st[] = { { .id = "count-the-box-aaaa" } };
	struct plan_action	 a[] = {
		{ .id = "count-the-cash-bbbb", .steps = st, .nsteps = 1 },
		{ .id = "x1" }, { .id = "cashbook-cccc" }
	};
	struct plan_change	 c[] = { { .id = "cash-dddd" } };
	struct plan		 pl;
	char			*s;
	size_t			 i;

	(void)state;
	memset(&pl, 0, sizeof(pl));
	pl.changes = c;
	pl.nchanges = 1;
	pl.actions = a;
	pl.nactions = 3;
	pl.change_ids = ids_new();
	pl.action_ids = ids_new();
	ids_add(pl.change_ids, c[0].id, 0);
	for (i = 0; i < 3; i++)
		ids_add(pl.action_ids, a[i].id, i);
	ids_add(pl.action_ids, "x1", 2);	/* the first one counts */
	s = plan_short_id(&pl, "count-the-cash-bbbb");
	assert_string_equal(s, "count-the-cash");
	free(s);
	s = plan_short_id(&pl, "count-the-box-aaaa");
	assert_string_equal(s, "count-the-box");
	free(s);
	s = plan_short_id(&pl, "x1");
	assert_string_equal(s, "x1");
	free(s);
	/* "cash" also begins "cashbook": the whole id. */
	s = plan_short_id(&pl, "cash-dddd");
	assert_string_equal(s, "cash-dddd");
	free(s);
	assert_int_equal(plan_action(&pl, "x1"), 1);
	assert_int_equal(plan_action(&pl, "x"), 3);
	assert_int_equal(plan_change(&pl, "cash-dddd"), 0);
	ids_free(pl.change_ids);
	ids_free(pl.action_ids);
	ids_free(NULL);
}

static void
sums(void **state)
{
	struct log_contact	 c[] = {
		{ .mode = "visit", .date = 10, .minutes = 60 },
		{ .mode = "call", .date = 20, .minutes = -1 },
		{ .mode = "visit", .date = 30, .minutes = 30 }
	};
	struct log_seen		 s[] = { { .date = 20 }, { .date = 31 } };
	struct log_book		 b;
	struct log_totals	 t;

	(void)state;
	memset(&b, 0, sizeof(b));
	b.contacts = c;
	b.ncontacts = 3;
	b.seen = s;
	b.nseen = 2;
	log_totals(&b, DATE_NONE, DATE_NONE, &t);
	assert_int_equal(t.contacts, 3);
	assert_int_equal(t.seen, 2);
	assert_int_equal(t.by_mode[0], 2);
	assert_int_equal(t.by_mode[1], 1);
	assert_int_equal(t.minutes, 90);
	assert_int_equal(t.with_minutes, 2);
	log_totals(&b, 20, 30, &t);		/* both ends included */
	assert_int_equal(t.contacts, 2);
	assert_int_equal(t.seen, 1);
	assert_int_equal(t.minutes, 30);
	assert_string_equal(log_mode(0), "visit");
	assert_null(log_mode(LOG_MODES));
}

static void
filters(void **state)
{
	struct log_contact	c = { .id = "v1", .author = "Équipe",
			.mode = "visit", .theme = "Comptes", .date = 10,
			.refs = "action:count-x change:cash",
			.summary = "Lu à voix haute", .agreed = "" };
	struct log_filter	f;

	(void)state;
#define TRY(want, ...) do { \
	f = (struct log_filter){ .since = DATE_NONE, .until = DATE_NONE, \
	    __VA_ARGS__ }; \
	assert_int_equal(log_contact_fits(&c, &f), want); \
} while (0)
	TRY(1, .author = NULL);
	TRY(1, .author = "equipe");
	TRY(0, .author = "mentor");
	TRY(1, .theme = "COMPTES");
	TRY(1, .mode = "visit");
	TRY(0, .mode = "call");
	TRY(1, .ref = "count");
	TRY(1, .ref = "change:cash");
	TRY(0, .ref = "ash");
	TRY(1, .words = "a voix");
	TRY(0, .words = "silence");
	TRY(1, .words = "v1");
	f = (struct log_filter){ .since = 10, .until = 10 };
	assert_int_equal(log_contact_fits(&c, &f), 1);
	f = (struct log_filter){ .since = 11, .until = DATE_NONE };
	assert_int_equal(log_contact_fits(&c, &f), 0);
	f = (struct log_filter){ .since = DATE_NONE, .until = 9 };
	assert_int_equal(log_contact_fits(&c, &f), 0);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(bars),
		cmocka_unit_test(verdicts),
		cmocka_unit_test(status_words),
		cmocka_unit_test(ranks),
		cmocka_unit_test(short_ids),
		cmocka_unit_test(sums),
		cmocka_unit_test(filters)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
