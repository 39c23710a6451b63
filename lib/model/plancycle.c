/* Changes of the plan: cycles, verdicts, and what a review has to ask. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/links.h"
#include "model/planedit.h"

static const char *const	statuses[] = {
	"plan", "do", "check", "adjust", "closed"
};

#define NSTATUSES	(sizeof(statuses) / sizeof(*statuses))

static size_t
status_rank(const char *word)
{
	size_t	i;

	for (i = 0; i < NSTATUSES; i++)
		if (strcmp(statuses[i], word) == 0)
			return i;
	return 0;
}

/* The last cycle of the file that is not closed; nrows if there is none. */
static size_t
open_cycle(const struct table *t)
{
	size_t	i, open = t->nrows;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!cell_is(t, i, "status", "closed"))
			open = i;
	return open;
}

void
plan_cycle_reach(struct edit *e, const char *status)
{
	struct table	*t = project_table(e->p, "cycles");
	size_t		 i = open_cycle(t);

	if (i < t->nrows &&
	    status_rank(cell(t, i, "status")) < status_rank(status))
		table_set(t, i, "status", status);
}

/* "C1", "C2" …: the first that is free. */
static char *
next_cycle_id(const struct table *t)
{
	char	*id = NULL;
	size_t	 n;

	for (n = table_count(t) + 1;; n++) {
		free(id);
		id = mem_printf("C%zu", n);
		if (table_find(t, id) == t->nrows)
			return id;
	}
}

/* A change that goes into a new cycle has been looked at in the old one. */
static int
verdicts_given(const struct plan *pl)
{
	size_t	i;
	int	bad = 0;

	for (i = 0; i < pl->nchanges; i++) {
		if (!pl->changes[i].active || *pl->changes[i].verdict != '\0')
			continue;
		msg_fault(NULL, N_("'%s' has no verdict yet"),
		    pl->changes[i].id);
		msg_hint(N_("cpm-plan review %s VERDICT --by WHO"),
		    pl->changes[i].id);
		bad = 1;
	}
	return bad ? -1 : 0;
}

/* One is open: the same, typed again, or another that must be closed first. */
static int
cycle_again(struct edit *e, struct table *t, size_t i,
    const struct entry *en)
{
	const char	*id = cell(t, i, "id");
	const char	*words = entry_value(en, "objective");

	if (e->id != NULL ? strcmp(e->id, id) == 0 :
	    words == NULL || cell_is(t, i, "objective", words)) {
		e->got = mem_strdup(id);
		edit_note(e, N_("already open: %s"), id);
		return edit_complete(e, t, i, en, N_("cpm-plan cycle set %s "
		    "%s '%s'")) < 0 ? -1 : 0;
	}
	msg_fault(NULL, N_("'%s' is open: one cycle at a time"), id);
	msg_hint("cpm-plan cycle close %s", id);
	return -1;
}

static void
put_cycle(struct edit *e, struct table *t, size_t i, const struct entry *en)
{
	char	day[DATE_LEN];
	int	start;

	table_set(t, i, "status", "plan");
	table_set(t, i, "start", date_str(day, project_today(e->p)));
	entry_put(t, i, en);
	start = cell_day(t, i, "start");
	if (*cell(t, i, "review_due") == '\0' && start != DATE_NONE)
		table_set(t, i, "review_due", date_str(day,
		    date_add_months(start, (int)project_int(e->p,
		    "review_months"))));
}

static int
cycle_dates(const struct table *t, size_t i)
{
	int	start = cell_day(t, i, "start");
	int	review = cell_day(t, i, "review_due");

	if (start == DATE_NONE || review == DATE_NONE || review >= start)
		return 0;
	msg_fault(NULL, N_("the review of '%s' would come before its start"),
	    cell(t, i, "id"));
	return -1;
}

int
plan_cycle_open(struct edit *e, struct entry *en)
{
	struct table	*t = project_table(e->p, "cycles");
	struct plan	 pl;
	char		*id, words[64];
	size_t		 i = open_cycle(t);
	int		 rc = -1;

	if (entry_read(e, "cycles", en) != 0)
		return -1;
	if (i < t->nrows)
		return cycle_again(e, t, i, en);
	if (plan_load(&pl, e->p) != 0 || verdicts_given(&pl) != 0)
		goto out;
	id = e->id != NULL ? mem_strdup(e->id) : next_cycle_id(t);
	if (table_find(t, id) < t->nrows) {
		msg_fault(NULL, N_("'%s' is closed already"), id);
		free(id);
		goto out;
	}
	i = project_add(e->p, t, id, NULL, id, id, 0);
	e->got = id;
	if (i == t->nrows)
		goto out;
	put_cycle(e, t, i, en);
	links_take(e, id);
	if ((rc = cycle_dates(t, i)) == 0)
		edit_note(e, N_("the cycle %s is open; it is reviewed by %s"),
		    id, date_words(words, sizeof(words),
		    cell_day(t, i, "review_due")));
out:
	plan_free(&pl);
	return rc;
}

/* The cycle typed, or the open one; said if there is none. */
static size_t
find_cycle(const struct table *t, const char *typed)
{
	size_t	i;

	if (typed != NULL)
		return table_resolve(t, typed);
	if ((i = open_cycle(t)) == t->nrows) {
		msg_fault(NULL, N_("no cycle is open"));
		msg_hint(N_("cpm-plan cycle open --objective 'WORDS'"));
	}
	return i;
}

int
plan_cycle_set(struct edit *e, const char *typed, struct entry *en)
{
	struct table	*t = project_table(e->p, "cycles");
	const char	*status;
	size_t		 i;

	if (entry_read(e, "cycles", en) != 0 ||
	    (i = find_cycle(t, typed)) == t->nrows)
		return -1;
	if (cell_is(t, i, "status", "closed")) {
		msg_fault(NULL, N_("'%s' is closed already"),
		    cell(t, i, "id"));
		return -1;
	}
	status = entry_value(en, "status");
	if (status != NULL && strcmp(status, "closed") == 0) {
		msg_fault(NULL, N_("a cycle is closed with 'cpm-plan cycle "
		    "close'"));
		return -1;
	}
	entry_put(t, i, en);
	edit_note(e, N_("noted: %s"), cell(t, i, "id"));
	return cycle_dates(t, i);
}

/* --- closing ------------------------------------------------------------ */

static int
lesson_counts(const struct table *t, size_t i, const char *cycle)
{
	return cell_is(t, i, "cycle", cycle) &&
	    (cell_is(t, i, "state", "chosen") ||
	    cell_is(t, i, "state", "applied") ||
	    cell_is(t, i, "state", "verified"));
}

size_t
plan_cycle_lessons(struct project *p, const char *cycle)
{
	const struct table	*t = project_table(p, "lessons");
	size_t			 n = 0, i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		n += (size_t)lesson_counts(t, i, cycle);
	return n;
}

static int
lessons_chosen(struct project *p, const char *cycle)
{
	size_t	n = plan_cycle_lessons(p, cycle);
	size_t	max = (size_t)project_int(p, "lessons_per_cycle");
	char	*words;

	if (n == 0) {
		msg_fault(NULL, N_("no lesson was chosen in '%s': what will "
		    "the team do differently?"), cycle);
		msg_hint(N_("cpm-log lesson --choose LESSON --new-practice "
		    "'WORDS' --owner WHO --check-on DATE"));
		return -1;
	}
	if (n < max) {
		words = mem_printf(ngettext("%zu of %zu lessons chosen in "
		    "'%s'", "%zu of %zu lessons chosen in '%s'",
		    (unsigned long)n), n, max, cycle);
		msg_warn(NULL, "%s", words);
		free(words);
	}
	return 0;
}

/*
 * Whether the last verdict is of the open cycle.  A cycle is often closed
 * and the next one opened on one day: what comes from an earlier cycle was
 * then judged in that one.
 */
static int
judged_now(const struct plan *pl, const struct plan_change *c)
{
	const struct plan_cycle	*now;

	if (*c->verdict == '\0')
		return 0;
	if (pl->cycle == pl->ncycles)
		return 1;
	now = &pl->cycles[pl->cycle];
	return c->verdict_on > now->start ||
	    (c->verdict_on == now->start && strcmp(c->cycle, now->id) == 0);
}

size_t
plan_questions(struct plan *pl, struct plan_question **out)
{
	const struct plan_change *c;
	struct plan_question	*q;
	size_t			 n = 0, i;
	int			 begin = DATE_NONE;

	q = arena_alloc(&pl->arena, (2 * pl->nchanges + 1) * sizeof(*q));
	if (pl->cycle < pl->ncycles)
		begin = pl->cycles[pl->cycle].start;
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (!c->active || judged_now(pl, c))
			continue;
		q[n].ask = ASK_VERDICT;
		q[n++].change = i;
	}
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (strcmp(c->verdict, "achieved") != 0 || begin == DATE_NONE ||
		    judged_now(pl, c) || (*c->use != '\0' &&
		    c->use_on >= begin))
			continue;
		q[n].ask = ASK_IN_USE;
		q[n++].change = i;
	}
	*out = q;
	return n;
}

static int
questions_answered(struct plan *pl)
{
	struct plan_question	*q;
	const char		*id;
	size_t			 n = plan_questions(pl, &q), i;
	int			 bad = 0;

	for (i = 0; i < n; i++) {
		id = pl->changes[q[i].change].id;
		if (q[i].ask == ASK_IN_USE) {
			msg_warn(NULL, N_("is '%s', achieved earlier, still in "
			    "use?"), id);
			msg_hint(N_("cpm-plan review %s still_in_use --by "
			    "WHO"), id);
			continue;
		}
		msg_fault(NULL, N_("'%s' has no verdict yet"), id);
		msg_hint(N_("cpm-plan review %s VERDICT --by WHO"), id);
		bad = 1;
	}
	return bad ? -1 : 0;
}

/*
 * The cycle that was just closed, where the command is typed again: none is
 * open, and the last one is meant or no other was named.  nrows if not.
 */
static size_t
close_again(const struct table *t, const char *typed)
{
	size_t	i, last = t->nrows;

	if (open_cycle(t) < t->nrows)
		return t->nrows;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		last = i;
	if (last == t->nrows || typed == NULL ||
	    table_resolve_quiet(t, typed) == last)
		return last;
	return t->nrows;
}

int
plan_cycle_close(struct edit *e, const char *typed)
{
	struct table	*t = project_table(e->p, "cycles");
	struct plan	 pl;
	const char	*id;
	size_t		 i = close_again(t, typed);
	int		 bad;

	if (i < t->nrows) {
		e->got = mem_strdup(cell(t, i, "id"));
		edit_note(e, N_("already closed: %s"), e->got);
		return 0;
	}
	if ((i = find_cycle(t, typed)) == t->nrows)
		return -1;
	id = cell(t, i, "id");
	if (cell_is(t, i, "status", "closed")) {
		msg_fault(NULL, N_("'%s' is closed already"), id);
		return -1;
	}
	if (plan_load(&pl, e->p) != 0) {
		plan_free(&pl);
		return -1;
	}
	bad = questions_answered(&pl) | lessons_chosen(e->p, id);
	plan_free(&pl);
	if (bad)
		return -1;
	table_set(t, i, "status", "closed");
	edit_note(e, N_("the cycle %s is closed; next: cpm-plan cycle open"),
	    id);
	return 0;
}

/* --- verdicts ----------------------------------------------------------- */

static int
is_use(const char *verdict)
{
	return strcmp(verdict, "still_in_use") == 0 ||
	    strcmp(verdict, "partly_in_use") == 0 ||
	    strcmp(verdict, "no_longer") == 0;
}

/* What stands against this verdict for this change. */
static int
may_judge(const struct plan_change *c, const char *verdict, const char *note,
    int today)
{
	char	words[64];

	if (is_use(verdict)) {
		if (strcmp(c->verdict, "achieved") == 0)
			return 0;
		msg_fault(NULL, N_("'%s' is not achieved: whether it is still "
		    "in use cannot be said yet"), c->id);
		return -1;
	}
	if (strcmp(c->state, "proposed") == 0) {
		msg_fault(NULL, N_("'%s' is not chosen yet"), c->id);
		return -1;
	}
	if (!c->active) {
		msg_fault(NULL, N_("'%s' is over: %s"), c->id,
		    plan_verdict_words(c->verdict));
		return -1;
	}
	if (today < c->verdict_on) {
		msg_fault(NULL, N_("'%s' has a later verdict, of %s"), c->id,
		    date_words(words, sizeof(words), c->verdict_on));
		return -1;
	}
	if ((strcmp(verdict, "replaced") == 0 ||
	    strcmp(verdict, "dropped") == 0) &&
	    (note == NULL || *note == '\0')) {
		msg_fault(NULL, N_("say why in --note"));
		return -1;
	}
	return 0;
}

/*
 * `cycle` is the open one: what goes on is judged, and what was achieved
 * asked about, in each cycle again, in the same words.
 */
static void
put_review(struct edit *e, const struct plan_change *c, const char *cycle,
    const char *verdict, const struct entry *en)
{
	struct table	*t = project_table(e->p, "reviews");
	struct str	 entered;
	char		 day[DATE_LEN], *words;
	size_t		 i;

	str_init(&entered);
	str_printf(&entered, "%s\n%s\n%s\n", c->id, verdict, cycle);
	entry_text(&entered, en);
	i = edit_add(e, t, project_today(e->p), verdict, entered.s);
	str_free(&entered);
	if (i == t->nrows)
		return;
	table_set(t, i, "date", date_str(day, project_today(e->p)));
	table_set(t, i, "change", c->id);
	table_set(t, i, "verdict", verdict);
	entry_put(t, i, en);
	if (plan_verdict_final(verdict))
		table_set(project_table(e->p, "changes"), c->row, "state",
		    "closed");
	edit_note(e, N_("noted: %s: %s"), c->title,
	    plan_verdict_words(verdict));
	if (strcmp(verdict, "achieved") == 0 && c->done < c->of) {
		words = mem_printf(ngettext("%zu of its %zu actions is not "
		    "done", "%zu of its %zu actions are not done",
		    (unsigned long)(c->of - c->done)), c->of - c->done,
		    c->of);
		msg_warn(NULL, "%s", words);
		free(words);
	}
}

/*
 * The same verdict, typed again after the change was closed by it: its id,
 * NULL where it is another.
 */
static const char *
judged_again(const struct plan *pl, const struct plan_change *c,
    const char *verdict, const struct entry *en)
{
	const struct plan_review	*r;
	const char			*by = entry_value(en, "decided_by");
	size_t				 i;

	if (c->active || strcmp(c->verdict, verdict) != 0)
		return NULL;
	for (i = 0; i < pl->nreviews; i++) {
		r = &pl->reviews[i];
		if (r->change < pl->nchanges &&
		    &pl->changes[r->change] == c &&
		    strcmp(r->verdict, verdict) == 0 &&
		    (by == NULL || strcmp(r->decided_by, by) == 0))
			return r->id;
	}
	return NULL;
}

int
plan_review(struct edit *e, const char *typed, const char *verdict,
    struct entry *en)
{
	struct entry			 v[] = {
		{ "verdict", _("VERDICT"), verdict, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct plan			 pl;
	const struct plan_change	*c;
	const char			*id;
	struct found			 f;
	struct table			*t;
	int				 rc = -1;

	if ((entry_read(e, "reviews", v) | entry_read(e, "reviews", en)) != 0 ||
	    edit_find(e, typed, "change", &f) != 0)
		goto out;
	if (plan_load(&pl, e->p) == 0) {
		c = &pl.changes[plan_change(&pl, f.id)];
		if ((id = judged_again(&pl, c, v[0].value, en)) != NULL) {
			edit_note(e, N_("already noted: %s"), c->title);
			t = project_table(e->p, "reviews");
			rc = edit_complete(e, t, table_find(t, id), en,
			    NULL) < 0 ? -1 : 0;
		} else if (may_judge(c, v[0].value,
		    entry_value(en, "note"),
		    project_today(e->p)) == 0) {
			put_review(e, c, pl.cycle < pl.ncycles ?
			    pl.cycles[pl.cycle].id : "", v[0].value, en);
			plan_cycle_reach(e, "check");
			rc = 0;
		}
	}
	plan_free(&pl);
out:
	entry_free(v);
	return rc;
}
