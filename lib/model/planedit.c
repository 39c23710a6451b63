/* Changes of the plan: proposals and choices. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/planedit_in.h"
#include "model/planlimit.h"

const char *
plan_today(struct edit *e, char *buf)
{
	return date_str(buf, project_today(e->p));
}

/* The facts as the tables in memory stand now. */
int
plan_facts(struct edit *e, struct plan *pl)
{
	if (plan_load(pl, e->p) == 0)
		return 0;
	plan_free(pl);
	return -1;
}

/* A day that comes before its start is a slip, said at once. */
int
plan_dates_fit(const struct table *t, size_t row)
{
	int	start = cell_day(t, row, "start");
	int	due = cell_day(t, row, "due");

	if (start == DATE_NONE || due == DATE_NONE || due >= start)
		return 0;
	msg_fault(NULL, N_("'%s' would be due before it starts"),
	    edit_row_called(t, row));
	return -1;
}

int
plan_complete(struct edit *e, const struct plan *pl, struct table *t,
    size_t row, const struct entry *en)
{
	int	n;

	n = edit_complete(e, t, row, en,
	    N_("cpm-plan adjust %s %s '%s' --reason WHY"));
	if (n <= 0)
		return n;
	plan_remark_due(e, pl, entry_value(en, "due"));
	return schema_col(t->schema, "start") < 0 ? 0 :
	    plan_dates_fit(t, row);
}

const char	plan_any[] = "*";

/* Whether the cells have these values: column, value, …, NULL. */
static int
cells_are(const struct table *t, size_t row, const char *const *want)
{
	for (; *want != NULL; want += 2)
		if (want[1] == plan_any ? *cell(t, row, want[0]) == '\0' :
		    !cell_is(t, row, want[0], want[1]))
			return 0;
	return 1;
}

/*
 * The row that has these values, `want`, whatever else was typed with them;
 * one that is over (`over` holds) only where there is no other.  nrows where
 * there is none, or another one is wanted.
 */
static size_t
same_words(const struct edit *e, const struct table *t,
    const char *const *want, const char *const *over)
{
	size_t	i, ended = t->nrows;

	if (e->again || e->id != NULL)
		return t->nrows;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cells_are(t, i, want))
			continue;
		if (*over == NULL || !cells_are(t, i, over))
			return i;
		ended = i;
	}
	return ended;
}

size_t
plan_same_or_add(struct edit *e, struct table *t, const char *const *want,
    const char *const *over, const char *title, const char *entered)
{
	size_t	i = same_words(e, t, want, over);

	if (i == t->nrows)
		return edit_add(e, t, DATE_NONE, title, entered);
	edit_there(e, t, i);
	return t->nrows;
}

/* Typed again: completed while it goes on. */
static int
propose_again(struct edit *e, const struct plan *pl, struct table *t,
    const struct entry *en)
{
	size_t	i = table_find(t, e->got);

	if (!cell_is(t, i, "state", "closed"))
		return plan_complete(e, pl, t, i, en);
	edit_note(e, N_("it is over; for a new one with the same words: "
	    "--again"));
	return 0;
}

/*
 * The idea whose id begins with what was typed as a title, where it looks
 * like one ("clean-water", no blank and no capital): who completes an idea
 * types it as everywhere else.  nrows where none or several begin so.
 */
static size_t
typed_by_id(const struct edit *e, const struct table *t, const char *typed)
{
	size_t	i, at = t->nrows, n = strlen(typed);

	if (e->again || e->id != NULL || n < 3 || strspn(typed,
	    "abcdefghijklmnopqrstuvwxyz0123456789-_") != n)
		return t->nrows;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (cell_is(t, i, "title", typed))
			return t->nrows;
		if (cell_is(t, i, "state", "closed") ||
		    strncmp(cell(t, i, "id"), typed, n) != 0)
			continue;
		if (at < t->nrows)
			return t->nrows;
		at = i;
	}
	return at;
}

int
plan_propose(struct edit *e, struct entry *en)
{
	struct table	*t = project_table(e->p, "changes");
	struct plan	 pl;
	const char	*title;
	size_t		 i;
	int		 rc = 0;

	if (entry_read(e, "changes", en) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	title = entry_value(en, "title");
	if ((i = typed_by_id(e, t, title)) < t->nrows) {
		edit_there(e, t, i);
		edit_note(e, N_("'%s' is taken as '%s'; a new idea with this "
		    "word: --again"), title, cell(t, i, "title"));
		rc = propose_again(e, &pl, t, en);
		plan_free(&pl);
		return rc;
	}
	i = plan_same_or_add(e, t, (const char *[]){ "title", title, NULL },
	    (const char *[]){ "state", "closed", NULL }, title, title);
	if (i < t->nrows) {
		table_set(t, i, "state", "proposed");
		if (pl.cycle < pl.ncycles)
			table_set(t, i, "cycle", pl.cycles[pl.cycle].id);
		entry_put(t, i, en);
		rc = plan_dates_fit(t, i);
		edit_note(e, N_("proposed: %s"), title);
	} else if (e->already)
		rc = propose_again(e, &pl, t, en);
	plan_free(&pl);
	return rc;
}

/* Remarks, never refusals, about a date that goes beyond the cycle. */
void
plan_remark_due(struct edit *e, const struct plan *pl, const char *due)
{
	char	day[64];
	int	d, last = plan_cycle_end(e->p, pl);

	if (due == NULL || date_parse(due, &d) != 0 || last == DATE_NONE)
		return;
	if (d > last)
		msg_warn(NULL, N_("%s is beyond the cycle's months, which end "
		    "on %s"), due, date_words(day, sizeof(day), last));
}

/* The active change that a new one takes over, or -1 (said). */
static int
find_replaced(struct edit *e, const struct plan *pl, const char *typed,
    size_t *old)
{
	struct found	f;

	*old = pl->nchanges;
	if (typed == NULL)
		return 0;
	if (edit_find(e, typed, "change", &f) != 0)
		return -1;
	*old = plan_change(pl, f.id);
	if (*old < pl->nchanges && pl->changes[*old].active)
		return 0;
	msg_fault(NULL, N_("'%s' is not active: there is nothing to replace"),
	    edit_called(&f));
	return -1;
}

/* What stands against choosing c now; `old` leaves its place. */
static int
may_choose(struct edit *e, const struct plan *pl, const struct plan_change *c,
    size_t old)
{
	const struct plan_change	*o;
	size_t				 i;
	int				 bad = 0;

	if (strcmp(c->state, "closed") == 0) {
		msg_fault(NULL, N_("'%s' is over: %s"), c->title,
		    plan_verdict_words(c->verdict));
		return -1;
	}
	if (pl->cycle == pl->ncycles) {
		msg_fault(NULL, N_("no cycle is open"));
		msg_hint(N_("cpm-plan cycle open --objective 'WORDS'"));
		return -1;
	}
	for (i = 0; i < pl->nchanges; i++) {
		o = &pl->changes[i];
		if (!o->active || i == old || *o->verdict != '\0' ||
		    strcmp(o->cycle, pl->cycles[pl->cycle].id) == 0)
			continue;
		msg_fault(NULL, N_("'%s' of the cycle before has no verdict "
		    "yet"), o->title);
		msg_hint(N_("cpm-plan review %s VERDICT --by WHO"), o->id);
		bad = 1;
	}
	if (limit_changes(e->p, pl, old) != 0)
		bad = 1;
	return bad ? -1 : 0;
}

void
plan_close_change(struct edit *e, size_t row)
{
	table_set(project_table(e->p, "changes"), row, "state", "closed");
}

size_t
plan_add_review(struct edit *e, const char *change, const char *verdict,
    const char *by, const char *note)
{
	struct table	*t = project_table(e->p, "reviews");
	char		*entered, day[DATE_LEN];
	size_t		 i;

	entered = mem_printf("%s\n%s\n%s\n%s\n", change, verdict,
	    by != NULL ? by : "", note != NULL ? note : "");
	i = edit_add(e, t, project_today(e->p), verdict, entered);
	free(entered);
	if (i == t->nrows)
		return i;
	table_set(t, i, "date", plan_today(e, day));
	table_set(t, i, "change", change);
	table_set(t, i, "verdict", verdict);
	if (by != NULL)
		table_set(t, i, "decided_by", by);
	if (note != NULL)
		table_set(t, i, "note", note);
	return i;
}

static void
put_choice(struct edit *e, const struct plan *pl, size_t row, size_t old,
    struct entry *en)
{
	struct table	*t = project_table(e->p, "changes");
	char		 day[DATE_LEN];
	char		*got;

	entry_put(t, row, en);
	table_set(t, row, "state", "chosen");
	table_set(t, row, "cycle", pl->cycles[pl->cycle].id);
	table_set(t, row, "decided_on", plan_today(e, day));
	if (old < pl->nchanges) {
		got = mem_strdup(cell(t, row, "id"));
		table_set(t, row, "replaces", pl->changes[old].id);
		plan_add_review(e, pl->changes[old].id, "replaced",
		    entry_value(en, "decided_by"), entry_value(en, "note"));
		plan_close_change(e, pl->changes[old].row);
		edit_note(e, N_("replaced: %s"), pl->changes[old].title);
		free(e->got);
		e->got = got;
	}
}

/*
 * Who decided and why belong to the choice and are no plan: nothing adjusts
 * them, so they are compared without that hint.
 */
static int
choose_again(struct edit *e, const struct plan *pl, struct found *f,
    const struct entry *en)
{
	struct entry	 one[2] = { { NULL, NULL, NULL, NULL },
			    { NULL, NULL, NULL, NULL } };
	int		 rc = 0;

	for (; en->column != NULL; en++) {
		one[0] = *en;
		if (strcmp(en->column, "decided_by") == 0 ||
		    strcmp(en->column, "note") == 0)
			rc |= edit_complete(e, f->table, f->row, one, NULL);
		else
			rc |= plan_complete(e, pl, f->table, f->row, one);
	}
	return rc < 0 ? -1 : 0;
}

int
plan_choose(struct edit *e, const char *typed, const char *replaces,
    struct entry *en)
{
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f, old_one;
	char				 day[64];
	size_t				 old;
	int				 rc = -1;

	if (entry_read(e, "changes", en) != 0 ||
	    edit_find(e, typed, "change", &f) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	c = &pl.changes[plan_change(&pl, f.id)];
	e->got = mem_strdup(c->id);
	if (c->active && replaces != NULL &&
	    (edit_find(e, replaces, "change", &old_one) != 0 ||
	    strcmp(old_one.id, c->replaces) != 0))
		msg_fault(NULL, N_("'%s' is active already: it takes nobody's "
		    "place"), c->title);
	else if (c->active) {
		edit_note(e, N_("already chosen on %s: %s"), date_words(day,
		    sizeof(day), c->decided_on), c->title);
		rc = choose_again(e, &pl, &f, en);
	} else if (find_replaced(e, &pl, replaces, &old) == 0 &&
	    may_choose(e, &pl, c, old) == 0) {
		put_choice(e, &pl, f.row, old, en);
		plan_remark_due(e, &pl, cell(f.table, f.row, "due"));
		edit_note(e, N_("chosen: %s"), c->title);
		rc = plan_dates_fit(f.table, f.row);
	}
	plan_free(&pl);
	return rc;
}
