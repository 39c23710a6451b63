/* Changes of the plan: proposals, choices, levels, actions, steps. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
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

/* --- proposals and choices ---------------------------------------------- */

/* A day that comes before its start is a slip, said at once. */
int
plan_dates_fit(const struct table *t, size_t row)
{
	int	start = cell_day(t, row, "start");
	int	due = cell_day(t, row, "due");

	if (start == DATE_NONE || due == DATE_NONE || due >= start)
		return 0;
	msg_fault(NULL, N_("'%s' would be due before it starts"),
	    cell(t, row, "id"));
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

/* Whether the cells have these values: column, value, …, NULL. */
static int
cells_are(const struct table *t, size_t row, const char *const *want)
{
	for (; *want != NULL; want += 2)
		if (!cell_is(t, row, want[0], want[1]))
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

/* A row with these words that is there, or a new one; see edit_add. */
static size_t
same_or_add(struct edit *e, struct table *t, const char *const *want,
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
	i = same_or_add(e, t, (const char *[]){ "title", title, NULL },
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
	int	d, last;

	if (due == NULL || date_parse(due, &d) != 0 ||
	    pl->cycle == pl->ncycles ||
	    pl->cycles[pl->cycle].start == DATE_NONE)
		return;
	last = date_add_months(pl->cycles[pl->cycle].start,
	    (int)project_int(e->p, "cycle_months"));
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
	    f.id);
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
		msg_fault(NULL, N_("'%s' is over: %s"), c->id,
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
		    "yet"), o->id);
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

/* Nobody builds on what is strong: worth a look once the last is chosen. */
static void
remark_strengths(struct edit *e, const struct plan *pl, const char *id,
    const char *builds_on)
{
	size_t	i, n = 1;

	if (builds_on != NULL && *builds_on != '\0')
		return;
	for (i = 0; i < pl->nchanges; i++) {
		if (!pl->changes[i].active ||
		    strcmp(pl->changes[i].id, id) == 0)
			continue;
		if (*pl->changes[i].builds_on != '\0')
			return;
		n++;
	}
	if (n >= (size_t)project_int(e->p, "changes_per_cycle"))
		msg_warn(NULL, N_("none of the chosen changes builds on a "
		    "strength yet (--builds-on)"));
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
		    "place"), c->id);
	else if (c->active) {
		edit_note(e, N_("already chosen on %s: %s"), date_words(day,
		    sizeof(day), c->decided_on), c->title);
		rc = choose_again(e, &pl, &f, en);
	} else if (find_replaced(e, &pl, replaces, &old) == 0 &&
	    may_choose(e, &pl, c, old) == 0) {
		put_choice(e, &pl, f.row, old, en);
		plan_remark_due(e, &pl, cell(f.table, f.row, "due"));
		remark_strengths(e, &pl, c->id,
		    cell(f.table, f.row, "builds_on"));
		edit_note(e, N_("chosen: %s"), c->title);
		rc = plan_dates_fit(f.table, f.row);
	}
	plan_free(&pl);
	return rc;
}

/* --- levels, actions, steps --------------------------------------------- */

int
plan_read_level(const char *typed, int *level)
{
	int64_t	n;

	if (num_int(typed, 1, 99, &n) != 0) {
		msg_fault(NULL, N_("not the number of a level: '%s'"), typed);
		return -1;
	}
	*level = (int)n;
	return 0;
}

/* A change that is worked on; anything else is said. */
const struct plan_change *
plan_active_change(const struct plan *pl, const char *id)
{
	const struct plan_change	*c;

	c = &pl->changes[plan_change(pl, id)];
	if (c->active)
		return c;
	if (strcmp(c->state, "proposed") == 0) {
		msg_fault(NULL, N_("'%s' is not chosen yet"), id);
		msg_hint(N_("cpm-plan choose %s --by WHO --why 'WORDS'"), id);
	} else
		msg_fault(NULL, N_("'%s' is over: %s"), id,
		    plan_verdict_words(c->verdict));
	return NULL;
}

/* A level that is open already: the same words, or another's. */
static int
level_again(struct edit *e, const struct plan_change *c,
    const struct plan_level *l, struct entry *en)
{
	const char	*words = entry_value(en, "objective");
	struct table	*t = project_table(e->p, "levels");

	if (words == NULL || *l->objective == '\0' ||
	    strcmp(words, l->objective) == 0) {
		edit_note(e, N_("already open: %s/%d"), c->id, l->n);
		if (edit_complete(e, t, l->row, en, NULL) >= 0)
			return 0;
		msg_hint(N_("cpm-plan adjust %s/%d --by DATE --reason WHY"),
		    c->id, l->n);
		return -1;
	}
	msg_fault(NULL, N_("level %d of '%s' is open already: '%s'"), l->n,
	    c->id, l->objective);
	msg_hint(N_("cpm-plan adjust %s/%d --objective 'WORDS' --reason WHY"),
	    c->id, l->n);
	return -1;
}

/* 0: in order; 1: early, with a reason; -1 (said). */
static int
level_order(const struct plan *pl, const struct plan_change *c, int n,
    const char *why)
{
	const struct plan_level	*below;

	if (n == 1)
		return 0;
	below = plan_level(pl, plan_change(pl, c->id), n - 1);
	if (below == NULL || !below->open) {
		msg_fault(NULL, N_("level %d of '%s' is not open yet"), n - 1,
		    c->id);
		msg_hint(N_("cpm-plan level %s %d --objective 'WORDS'"), c->id,
		    n - 1);
		return -1;
	}
	if (below->done_on != DATE_NONE)
		return 0;
	if (why != NULL && *why != '\0')
		return 1;
	msg_fault(NULL, N_("level %d of '%s' is not done (%zu of %zu "
	    "actions)"), n - 1, c->id, below->done, below->of);
	msg_hint(N_("cpm-plan done %s/%d, or open level %d early with "
	    "--why 'WORDS'"), c->id, n - 1, n);
	return -1;
}

static void
put_level(struct edit *e, const struct plan_change *c, int n,
    const struct entry *en)
{
	struct table	*t = project_table(e->p, "levels");
	char		 num[12];
	size_t		 i;

	edit_begin_table(e->p, t);
	i = table_add(t);
	snprintf(num, sizeof(num), "%d", n);
	table_set(t, i, "change", c->id);
	table_set(t, i, "level", num);
	entry_put(t, i, en);
	edit_note(e, N_("open: level %d of %s"), n, c->title);
}

static int
open_level(struct edit *e, const struct plan *pl, const struct plan_change *c,
    int n, const char *why, const char *reason, struct entry *en)
{
	struct entry	 w[] = {
		{ "reason", "--reason", reason, NULL },
		{ "note", "--why", why, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct plan_level *l;
	char		 ref[160], day[DATE_LEN];
	int		 early, rc = -1;

	l = plan_level(pl, plan_change(pl, c->id), n);
	if (l != NULL && l->open)
		return level_again(e, c, l, en);
	if ((early = level_order(pl, c, n, why)) < 0)
		return -1;
	if (entry_value(en, "objective") == NULL) {
		msg_fault(NULL, N_("a level has an objective (--objective)"));
		return -1;
	}
	if (entry_read(e, "adjustments", w) == 0) {
		put_level(e, c, n, en);
		plan_remark_due(e, pl, entry_value(en, "by"));
		snprintf(ref, sizeof(ref), "level:%s/%d", c->id, n);
		if (early)
			plan_add_adjustment(e, ref, "open", "",
			    plan_today(e, day), w);
		rc = 0;
	}
	entry_free(w);
	return rc;
}

int
plan_open_level(struct edit *e, const char *change, const char *level,
    const char *why, const char *reason, struct entry *en)
{
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f;
	int				 n, rc = -1;

	if (plan_read_level(level, &n) != 0 ||
	    entry_read(e, "levels", en) != 0 ||
	    edit_find(e, change, "change", &f) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	if ((c = plan_active_change(&pl, f.id)) != NULL)
		rc = open_level(e, &pl, c, n, why, reason, en);
	plan_free(&pl);
	return rc;
}

/* Typed again: completed while it goes on. */
static int
action_again(struct edit *e, const struct plan *pl, struct table *t,
    const struct entry *en)
{
	size_t	i = table_find(t, e->got);

	if (!cell_is(t, i, "status", "dropped"))
		return plan_complete(e, pl, t, i, en);
	edit_note(e, N_("it was dropped; for a new one with the same words: "
	    "--again"));
	return 0;
}

/*
 * The action of the change with the same words: at this level where one was
 * typed (else NULL), because a level may repeat what another did.
 */
static size_t
find_or_add_action(struct edit *e, const struct plan_change *c,
    const char *level, int n, const char *title)
{
	static const char *const dropped[] = { "status", "dropped", NULL };
	struct table	*t = project_table(e->p, "actions");
	char		*ref = mem_printf("change:%s", c->id);
	char		*entered = mem_printf("%s\n%d\n%s\n", c->id, n,
			    title);
	size_t		 i;

	e->under = "ref";
	e->under_is = ref;
	i = same_or_add(e, t, (const char *[]){ "ref", ref, "title", title,
	    level != NULL ? "level" : NULL, level, NULL }, dropped, title,
	    entered);
	if (i < t->nrows)
		table_set(t, i, "ref", ref);
	e->under = NULL;
	free(entered);
	free(ref);
	return i;
}

static int
put_action(struct edit *e, const struct plan *pl, const struct plan_change *c,
    int n, int typed, struct entry *en)
{
	struct table			*t = project_table(e->p, "actions");
	const struct plan_level		*l;
	const char			*title = entry_value(en, "title");
	char				 num[12];
	size_t				 i;

	snprintf(num, sizeof(num), "%d", n);
	i = find_or_add_action(e, c, typed ? num : NULL, n, title);
	if (i == t->nrows)
		return e->already ? action_again(e, pl, t, en) : 0;
	if (limit_actions(e->p, pl, c, n) != 0)
		return -1;
	table_set(t, i, "level", num);
	table_set(t, i, "status", "draft");
	entry_put(t, i, en);
	plan_remark_due(e, pl, entry_value(en, "due"));
	edit_note(e, N_("draft at level %d: %s"), n, title);
	l = plan_level(pl, plan_change(pl, c->id), n);
	if (l == NULL || !l->open)
		edit_note(e, N_("level %d is not open yet; the draft waits "
		    "for it"), n);
	return 0;
}

int
plan_add_action(struct edit *e, const char *change, const char *level,
    struct entry *en)
{
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f;
	int				 n = 0, rc = -1;

	if ((level != NULL && plan_read_level(level, &n) != 0) ||
	    entry_read(e, "actions", en) != 0 ||
	    edit_find(e, change, "change", &f) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	if ((c = plan_active_change(&pl, f.id)) != NULL) {
		if (n == 0)
			n = c->level > 0 ? (int)c->level : 1;
		rc = put_action(e, &pl, c, n, level != NULL, en);
	}
	plan_free(&pl);
	return rc;
}

/* An action that goes on; one that is over is said. */
int
plan_action_open(struct found *f)
{
	if (cell_is(f->table, f->row, "status", "done")) {
		msg_fault(NULL, N_("'%s' is done already"), f->id);
		return -1;
	}
	if (cell_is(f->table, f->row, "status", "dropped")) {
		msg_fault(NULL, N_("'%s' was dropped"), f->id);
		return -1;
	}
	return 0;
}

static int
step_again(struct edit *e, struct table *t, const struct entry *en)
{
	struct plan	pl;
	int		rc;

	if (plan_facts(e, &pl) != 0)
		return -1;
	rc = plan_complete(e, &pl, t, table_find(t, e->got), en);
	plan_free(&pl);
	return rc;
}

int
plan_add_step(struct edit *e, const char *action, struct entry *en)
{
	static const char *const none[] = { NULL };
	struct table	*t = project_table(e->p, "steps");
	struct found	 f;
	const char	*title;
	char		*entered;
	size_t		 i;

	if (entry_read(e, "steps", en) != 0 ||
	    edit_find(e, action, "action", &f) != 0 ||
	    plan_action_open(&f) != 0)
		return -1;
	title = entry_value(en, "title");
	entered = mem_printf("%s\n%s\n", f.id, title);
	e->under = "action";
	e->under_is = f.id;
	i = same_or_add(e, t, (const char *[]){ "action", f.id, "title", title,
	    NULL }, none, title, entered);
	free(entered);
	if (i == t->nrows)
		return e->already ? step_again(e, t, en) : 0;
	table_set(t, i, "action", f.id);
	entry_put(t, i, en);
	edit_note(e, N_("a step of %s: %s"), cell(f.table, f.row, "title"),
	    title);
	return 0;
}
