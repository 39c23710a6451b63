/* Changes of the plan: cycles. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/links.h"
#include "model/planedit_in.h"

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
		    pl->changes[i].title);
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
		    "%s '%s' --reason WHY")) < 0 ? -1 : 0;
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

/*
 * What stood in the cell moves into an adjustment, where a reason was given.
 * What is only filled in, and the status, need none.  1 if it changed.
 */
static int
set_field(struct edit *e, struct table *t, size_t i, const struct entry *en,
    const struct entry *why)
{
	const char	*old = cell(t, i, en->column);
	char		*ref;

	if (en->value == NULL || strcmp(old, en->value) == 0)
		return 0;
	if (entry_value(why, "reason") != NULL) {
		ref = mem_printf("cycle:%s", cell(t, i, "id"));
		plan_add_adjustment(e, ref, en->column, old, en->value, why);
		free(ref);
	}
	table_set(t, i, en->column, en->value);
	return 1;
}

/* What was agreed once does not change without a word. */
static int
has_reason(const struct table *t, size_t i, const struct entry *en,
    const struct entry *why)
{
	int	bad = 0;

	if (entry_value(why, "reason") != NULL)
		return 0;
	for (; en->column != NULL; en++) {
		if (en->value == NULL || strcmp(en->column, "status") == 0 ||
		    *cell(t, i, en->column) == '\0' ||
		    cell_is(t, i, en->column, en->value))
			continue;
		msg_fault(NULL, N_("%s: '%s' was agreed; say why it changes "
		    "(--reason)"), en->option, cell(t, i, en->column));
		bad = 1;
	}
	for (; why->column != NULL && !bad; why++)
		if (why->value != NULL) {
			msg_fault(NULL, N_("%s goes with --reason"),
			    why->option);
			bad = 1;
		}
	return bad ? -1 : 0;
}

/* What stands against setting it; a cycle is closed with its own word. */
static int
may_set(const struct table *t, size_t i, const struct entry *en)
{
	const char	*status = entry_value(en, "status");

	if (cell_is(t, i, "status", "closed")) {
		msg_fault(NULL, N_("'%s' is closed already"),
		    cell(t, i, "id"));
		return -1;
	}
	if (status == NULL || strcmp(status, "closed") != 0)
		return 0;
	msg_fault(NULL, N_("a cycle is closed with 'cpm-plan cycle close'"));
	return -1;
}

int
plan_cycle_set(struct edit *e, const char *typed, struct entry *en,
    struct entry *why)
{
	struct table	*t = project_table(e->p, "cycles");
	size_t		 i;
	int		 n = 0;

	if ((entry_read(e, "cycles", en) |
	    entry_read(e, "adjustments", why)) != 0 ||
	    (i = find_cycle(t, typed)) == t->nrows ||
	    may_set(t, i, en) != 0 || has_reason(t, i, en, why) != 0)
		return -1;
	for (; en->column != NULL; en++)
		n += set_field(e, t, i, en, why);
	if (n == 0)
		edit_note(e, N_("already so: %s"), cell(t, i, "id"));
	else if (entry_value(why, "reason") != NULL)
		edit_note(e, N_("adjusted, with the reason: %s"),
		    cell(t, i, "id"));
	else
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

static int
questions_answered(struct plan *pl)
{
	struct plan_question	*q;
	const char		*id, *title;
	size_t			 n = plan_questions(pl, &q), i;
	int			 bad = 0;

	for (i = 0; i < n; i++) {
		id = pl->changes[q[i].change].id;
		title = pl->changes[q[i].change].title;
		if (q[i].ask == ASK_IN_USE) {
			msg_warn(NULL, N_("is '%s', achieved earlier, still in "
			    "use?"), title);
			msg_hint(N_("cpm-plan review %s still_in_use --by "
			    "WHO"), id);
			continue;
		}
		msg_fault(NULL, N_("'%s' has no verdict yet"), title);
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
