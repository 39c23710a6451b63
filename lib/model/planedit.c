/* Changes of the plan: proposals, choices, levels, actions, steps. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/planlimit.h"

static const char *
today_str(struct edit *e, char *buf)
{
	return date_str(buf, project_today(e->p));
}

/* The facts as the tables in memory stand now. */
static int
facts(struct edit *e, struct plan *pl)
{
	if (plan_load(pl, e->p) == 0)
		return 0;
	plan_free(pl);
	return -1;
}

/* --- proposals and choices -------------------------------------------- */

/* A day that comes before its start is a slip, said at once. */
static int
dates_fit(const struct table *t, size_t row)
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
plan_propose(struct edit *e, struct entry *en)
{
	struct table	*t = project_table(e->p, "changes");
	struct plan	 pl;
	const char	*title;
	size_t		 i;
	int		 rc = 0;

	if (entry_read(e, "changes", en) != 0 || facts(e, &pl) != 0)
		return -1;
	title = entry_value(en, "title");
	i = edit_add(e, t, DATE_NONE, title, title);
	if (i < t->nrows) {
		table_set(t, i, "state", "proposed");
		if (pl.cycle < pl.ncycles)
			table_set(t, i, "cycle", pl.cycles[pl.cycle].id);
		entry_put(t, i, en);
		rc = dates_fit(t, i);
		edit_note(e, N_("proposed: %s"), title);
	}
	plan_free(&pl);
	return rc;
}

/* Remarks, never refusals, about a date that goes beyond the cycle. */
static void
remark_due(struct edit *e, const struct plan *pl, const char *due)
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

static void
close_change(struct edit *e, size_t row)
{
	table_set(project_table(e->p, "changes"), row, "state", "closed");
}

static size_t
add_review(struct edit *e, const char *change, const char *verdict,
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
	table_set(t, i, "date", today_str(e, day));
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
	table_set(t, row, "decided_on", today_str(e, day));
	if (old < pl->nchanges) {
		got = mem_strdup(cell(t, row, "id"));
		table_set(t, row, "replaces", pl->changes[old].id);
		add_review(e, pl->changes[old].id, "replaced",
		    entry_value(en, "decided_by"), entry_value(en, "note"));
		close_change(e, pl->changes[old].row);
		edit_note(e, N_("replaced: %s"), pl->changes[old].title);
		free(e->got);
		e->got = got;
	}
}

int
plan_choose(struct edit *e, const char *typed, const char *replaces,
    struct entry *en)
{
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f;
	char				 day[64];
	size_t				 old;
	int				 rc = -1;

	if (entry_read(e, "changes", en) != 0 ||
	    edit_find(e, typed, "change", &f) != 0 || facts(e, &pl) != 0)
		return -1;
	c = &pl.changes[plan_change(&pl, f.id)];
	e->got = mem_strdup(c->id);
	if (c->active) {
		edit_note(e, N_("already chosen on %s: %s"), date_words(day,
		    sizeof(day), c->decided_on), c->title);
		rc = 0;
	} else if (find_replaced(e, &pl, replaces, &old) == 0 &&
	    may_choose(e, &pl, c, old) == 0) {
		put_choice(e, &pl, f.row, old, en);
		remark_due(e, &pl, cell(f.table, f.row, "due"));
		remark_strengths(e, &pl, c->id,
		    cell(f.table, f.row, "builds_on"));
		edit_note(e, N_("chosen: %s"), c->title);
		rc = dates_fit(f.table, f.row);
	}
	plan_free(&pl);
	return rc;
}

/* --- adjustments, which others need too -------------------------------- */

/* Keep a change of one field.  why may be NULL. */
static void
add_adjustment(struct edit *e, const char *ref, const char *field,
    const char *old, const char *now, const struct entry *why)
{
	struct table	*t = project_table(e->p, "adjustments");
	char		*entered, *got = e->got, day[DATE_LEN];
	int		 again = e->again;
	const char	*id = e->id;
	size_t		 i;

	entered = mem_printf("%s\n%s\n%s\n%s\n", ref, field, old, now);
	/* The same move twice on one day is two moves: the row's own values
	 * tell a command that is typed again. */
	e->again = 1;
	e->id = NULL;
	e->got = NULL;
	i = edit_add(e, t, project_today(e->p), field, entered);
	free(entered);
	free(e->got);
	e->got = got;
	e->again = again;
	e->id = id;
	e->already = 0;
	table_set(t, i, "date", today_str(e, day));
	table_set(t, i, "ref", ref);
	table_set(t, i, "field", field);
	table_set(t, i, "old", old);
	table_set(t, i, "new", now);
	if (why != NULL)
		entry_put(t, i, why);
	if (*cell(t, i, "reason") == '\0')
		table_set(t, i, "reason", "other");
}

/* --- levels, actions, steps -------------------------------------------- */

static int
read_level(const char *typed, int *level)
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
static const struct plan_change *
active_change(const struct plan *pl, const char *id)
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

	if (words == NULL || strcmp(words, l->objective) == 0) {
		edit_note(e, N_("already open: %s/%d"), c->id, l->n);
		return 0;
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
		remark_due(e, pl, entry_value(en, "by"));
		snprintf(ref, sizeof(ref), "level:%s/%d", c->id, n);
		if (early)
			add_adjustment(e, ref, "open", "", today_str(e, day),
			    w);
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

	if (read_level(level, &n) != 0 ||
	    entry_read(e, "levels", en) != 0 ||
	    edit_find(e, change, "change", &f) != 0 || facts(e, &pl) != 0)
		return -1;
	if ((c = active_change(&pl, f.id)) != NULL)
		rc = open_level(e, &pl, c, n, why, reason, en);
	plan_free(&pl);
	return rc;
}

static int
put_action(struct edit *e, const struct plan *pl, const struct plan_change *c,
    int n, struct entry *en)
{
	struct table			*t = project_table(e->p, "actions");
	const struct plan_level		*l;
	const char			*title = entry_value(en, "title");
	char				*entered, num[12], *ref;
	size_t				 i;

	entered = mem_printf("%s\n%d\n%s\n", c->id, n, title);
	i = edit_add(e, t, DATE_NONE, title, entered);
	free(entered);
	if (i == t->nrows)
		return 0;
	if (limit_actions(e->p, pl, c, n) != 0)
		return -1;
	snprintf(num, sizeof(num), "%d", n);
	ref = mem_printf("change:%s", c->id);
	table_set(t, i, "ref", ref);
	table_set(t, i, "level", num);
	table_set(t, i, "status", "draft");
	entry_put(t, i, en);
	free(ref);
	remark_due(e, pl, entry_value(en, "due"));
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

	if ((level != NULL && read_level(level, &n) != 0) ||
	    entry_read(e, "actions", en) != 0 ||
	    edit_find(e, change, "change", &f) != 0 || facts(e, &pl) != 0)
		return -1;
	if ((c = active_change(&pl, f.id)) != NULL) {
		if (n == 0)
			n = c->level > 0 ? (int)c->level : 1;
		rc = put_action(e, &pl, c, n, en);
	}
	plan_free(&pl);
	return rc;
}

/* An action that goes on; one that is over is said. */
static int
action_open(struct found *f)
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

int
plan_add_step(struct edit *e, const char *action, struct entry *en)
{
	struct table	*t = project_table(e->p, "steps");
	struct found	 f;
	const char	*title;
	char		*entered;
	size_t		 i;

	if (entry_read(e, "steps", en) != 0 ||
	    edit_find(e, action, "action", &f) != 0 || action_open(&f) != 0)
		return -1;
	title = entry_value(en, "title");
	entered = mem_printf("%s\n%s\n", f.id, title);
	i = edit_add(e, t, DATE_NONE, title, entered);
	free(entered);
	if (i == t->nrows)
		return 0;
	table_set(t, i, "action", f.id);
	entry_put(t, i, en);
	edit_note(e, N_("a step of %s: %s"), cell(f.table, f.row, "title"),
	    title);
	return 0;
}

/* --- start, done, block ------------------------------------------------- */

/* The three things without which an action is only an idea. */
static const struct {
	const char	*column, *option;
	char		 letter;
} needs[] = {
	{ "owner", "--owner", 'o' },
	{ "due", "--due", 'd' },
	{ "verification", "--verification", 'v' }
};

#define NNEEDS	(sizeof(needs) / sizeof(*needs))

/* Whether the level of an action is open; said if not. */
static int
level_open(const struct plan *pl, const struct plan_action *a)
{
	const struct plan_change	*c = &pl->changes[a->change];

	if (c->levels[a->level - 1].open)
		return 0;
	msg_fault(NULL, N_("level %d of '%s' is not open yet"), a->level,
	    c->id);
	msg_hint(N_("cpm-plan level %s %d --objective 'WORDS'"), c->id,
	    a->level);
	return -1;
}

static int
may_start(const struct plan *pl, struct found *f)
{
	size_t	k = plan_action(pl, f->id);

	if (action_open(f) != 0)
		return -1;
	if (k == pl->nactions)
		return 0;		/* of a session: it has no level */
	if (active_change(pl, pl->changes[pl->actions[k].change].id) == NULL)
		return -1;
	return level_open(pl, &pl->actions[k]);
}

char *
plan_start_lacks(struct edit *e, const char *typed, const char **id)
{
	struct plan	 pl;
	struct found	 f;
	struct str	 s;
	size_t		 i;
	int		 ok;

	e->drafts = 1;
	if (edit_find(e, typed, "action", &f) != 0 || facts(e, &pl) != 0)
		return NULL;
	ok = may_start(&pl, &f) == 0;
	plan_free(&pl);
	if (!ok)
		return NULL;
	*id = f.id;
	str_init(&s);
	for (i = 0; i < NNEEDS; i++)
		if (*cell(f.table, f.row, needs[i].column) == '\0')
			str_addc(&s, needs[i].letter);
	return str_take(&s);
}

/*
 * Something that was promised once is not overwritten in passing: adjust
 * keeps the old value and the reason.
 */
static int
start_keeps(struct found *f, const struct entry *en)
{
	const char	*old;
	int		 bad = 0;

	if (cell_is(f->table, f->row, "status", "draft"))
		return 0;
	for (; en->column != NULL; en++) {
		old = cell(f->table, f->row, en->column);
		if (en->value == NULL || *old == '\0' ||
		    strcmp(old, en->value) == 0)
			continue;
		msg_fault(NULL, N_("%s: '%s' was planned"), en->option, old);
		msg_hint(N_("cpm-plan adjust %s %s '%s' --reason WHY"), f->id,
		    en->option, en->value);
		bad = 1;
	}
	return bad ? -1 : 0;
}

static int
start_complete(struct found *f)
{
	size_t	i;
	int	bad = dates_fit(f->table, f->row) != 0;

	for (i = 0; i < NNEEDS; i++)
		if (*cell(f->table, f->row, needs[i].column) == '\0') {
			msg_fault(NULL, N_("to start, '%s' needs %s"), f->id,
			    needs[i].option);
			bad = 1;
		}
	return bad ? -1 : 0;
}

static int
put_start(struct edit *e, const struct plan *pl, struct found *f,
    struct entry *en)
{
	char		 day[DATE_LEN], words[64];
	const char	*status, *title = cell(f->table, f->row, "title");
	int		 start;

	entry_put(f->table, f->row, en);
	if (*cell(f->table, f->row, "start") == '\0')
		table_set(f->table, f->row, "start", today_str(e, day));
	if (start_complete(f) != 0)
		return -1;
	start = cell_day(f->table, f->row, "start");
	status = start > project_today(e->p) ? "todo" : "doing";
	if (cell_is(f->table, f->row, "status", status))
		edit_note(e, N_("already so: %s"), title);
	else if (*status == 't')
		edit_note(e, N_("it starts on %s: %s"),
		    date_words(words, sizeof(words), start), title);
	else
		edit_note(e, N_("under way: %s"), title);
	if (!cell_is(f->table, f->row, "status", status))
		table_set(f->table, f->row, "status", status);
	remark_due(e, pl, entry_value(en, "due"));
	plan_cycle_reach(e, "do");
	return 0;
}

int
plan_start(struct edit *e, const char *typed, struct entry *en)
{
	struct plan	pl;
	struct found	f;
	int		rc = -1;

	e->drafts = 1;
	if (entry_read(e, "actions", en) != 0 ||
	    edit_find(e, typed, "action", &f) != 0 || facts(e, &pl) != 0)
		return -1;
	if (may_start(&pl, &f) == 0 && start_keeps(&f, en) == 0)
		rc = put_start(e, &pl, &f, en);
	plan_free(&pl);
	return rc;
}

/* A small change beside what was done, if somebody saw one. */
static int
add_seen(struct edit *e, struct found *f, const char *owner,
    struct entry *seen)
{
	struct table	*t = project_table(e->p, "small-changes");
	char		*got = e->got, day[DATE_LEN];
	const char	*id = e->id, *what = entry_value(seen, "what");
	struct str	 entered;
	size_t		 i;

	if (what == NULL || *what == '\0')
		return 0;
	str_init(&entered);
	str_printf(&entered, "%s\n", f->ref);
	entry_text(&entered, seen);
	e->got = NULL;
	e->id = NULL;
	i = edit_add(e, t, project_today(e->p), what, entered.s);
	str_free(&entered);
	free(e->got);
	e->got = got;
	e->id = id;
	if (i == t->nrows)
		return 0;
	table_set(t, i, "date", today_str(e, day));
	table_set(t, i, "ref", f->ref);
	entry_put(t, i, seen);
	if (*cell(t, i, "seen_by") == '\0' && *owner != '\0')
		table_set(t, i, "seen_by", owner);
	table_set(t, i, "visibility", "team");
	edit_note(e, N_("small change kept: %s"), what);
	return 0;
}

/* When all actions of a level are done, somebody may say that it is reached. */
static void
note_level(struct edit *e, const struct plan *pl, size_t action)
{
	const struct plan_action	*a = &pl->actions[action];
	const struct plan_change	*c = &pl->changes[a->change];
	const struct plan_level		*l = &c->levels[a->level - 1];

	if (l->open && l->done_on == DATE_NONE && l->done + 1 == l->of)
		edit_note(e, N_("that was the last action of level %d; if its "
		    "objective is reached: cpm-plan done %s/%d"), l->n, c->id,
		    l->n);
}

static int
done_action(struct edit *e, const struct plan *pl, struct found *f,
    const char *result, struct entry *seen)
{
	const char	*title = cell(f->table, f->row, "title");
	char		 day[DATE_LEN], words[64];
	size_t		 k = plan_action(pl, f->id), i;

	if (cell_is(f->table, f->row, "status", "dropped")) {
		msg_fault(NULL, N_("'%s' was dropped"), f->id);
		return -1;
	}
	if (cell_is(f->table, f->row, "status", "done")) {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), cell_day(f->table, f->row, "done_on")),
		    title);
	} else {
		table_set(f->table, f->row, "status", "done");
		table_set(f->table, f->row, "done_on", today_str(e, day));
		edit_note(e, N_("done: %s"), title);
		for (i = 0; i < NNEEDS; i++)
			if (*cell(f->table, f->row, needs[i].column) == '\0' &&
			    needs[i].letter == 'v')
				msg_warn(NULL, N_("nobody said how one sees "
				    "that '%s' is done"), f->id);
		if (k < pl->nactions)
			note_level(e, pl, k);
		plan_cycle_reach(e, "do");
	}
	if (result != NULL && *result != '\0' &&
	    !cell_is(f->table, f->row, "result", result))
		table_set(f->table, f->row, "result", result);
	return add_seen(e, f, cell(f->table, f->row, "owner"), seen);
}

static int
done_step(struct edit *e, const struct plan *pl, struct found *f,
    struct entry *seen)
{
	const char	*title = cell(f->table, f->row, "title");
	char		 day[DATE_LEN], words[64];
	size_t		 k;

	if (*cell(f->table, f->row, "done_on") != '\0') {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), cell_day(f->table, f->row, "done_on")),
		    title);
	} else {
		table_set(f->table, f->row, "done_on", today_str(e, day));
		edit_note(e, N_("done: %s"), title);
		k = plan_action(pl, cell(f->table, f->row, "action"));
		if (k < pl->nactions && pl->actions[k].status != PLAN_DONE &&
		    pl->actions[k].steps_done + 1 == pl->actions[k].nsteps)
			edit_note(e, N_("that was its last step; if the whole "
			    "action is done: cpm-plan done %s"),
			    pl->actions[k].id);
	}
	return add_seen(e, f, cell(f->table, f->row, "owner"), seen);
}

/* The actions of a level that are neither done nor dropped, "'a', 'b'". */
static char *
unfinished(const struct plan_level *l)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < l->nactions; i++)
		if (l->actions[i]->status != PLAN_DONE &&
		    l->actions[i]->status != PLAN_DROPPED)
			str_printf(&s, "%s'%s'", s.len > 0 ? ", " : "",
			    l->actions[i]->id);
	return str_take(&s);
}

static int
done_level(struct edit *e, const struct plan *pl, struct found *f,
    struct entry *seen)
{
	const struct plan_change	*c;
	const struct plan_level		*l;
	char				 day[DATE_LEN], words[64], *open;
	size_t				 k = plan_change(pl, f->id);

	c = &pl->changes[k];
	l = plan_level(pl, k, f->level);
	if (l == NULL || !l->open) {
		msg_fault(NULL, N_("level %d of '%s' is not open yet"),
		    f->level, f->id);
		return -1;
	}
	if (l->done_on != DATE_NONE) {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), l->done_on), l->objective);
		return add_seen(e, f, c->owner, seen);
	}
	if (l->done < l->of) {
		open = unfinished(l);
		msg_fault(NULL, N_("level %d of '%s' still has %s"), f->level,
		    f->id, open);
		msg_hint(N_("first cpm-plan done, adjust or drop them"));
		free(open);
		return -1;
	}
	table_set(f->table, l->row, "done_on", today_str(e, day));
	edit_note(e, N_("level %d is reached: %s"), f->level, l->objective);
	edit_note(e, N_("next: cpm-plan level %s %d --objective 'WORDS', or "
	    "cpm-plan review %s VERDICT --by WHO"), f->id, f->level + 1,
	    f->id);
	return add_seen(e, f, c->owner, seen);
}

int
plan_done(struct edit *e, const char *typed, const char *result,
    struct entry *seen)
{
	struct plan	pl;
	struct found	f;
	int		rc;

	if (entry_read(e, "small-changes", seen) != 0 ||
	    edit_find(e, typed, "action step level", &f) != 0 ||
	    facts(e, &pl) != 0)
		return -1;
	if (strcmp(f.word, "level") == 0)
		rc = done_level(e, &pl, &f, seen);
	else if (strcmp(f.word, "step") == 0)
		rc = done_step(e, &pl, &f, seen);
	else
		rc = done_action(e, &pl, &f, result, seen);
	plan_free(&pl);
	return rc;
}

int
plan_block(struct edit *e, const char *typed, const char *obstacle)
{
	struct entry	en[] = {
		{ "obstacle", "--obstacle", obstacle, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct found	f;

	if (entry_read(e, "actions", en) != 0 ||
	    edit_find(e, typed, "action", &f) != 0 || action_open(&f) != 0) {
		entry_free(en);
		return -1;
	}
	if (cell_is(f.table, f.row, "status", "blocked") &&
	    cell_is(f.table, f.row, "obstacle", entry_value(en, "obstacle")))
		edit_note(e, N_("already so: %s"),
		    cell(f.table, f.row, "title"));
	else {
		table_set(f.table, f.row, "status", "blocked");
		entry_put(f.table, f.row, en);
		edit_note(e, N_("blocked: %s"), cell(f.table, f.row, "title"));
	}
	entry_free(en);
	return 0;
}

/* --- adjust, drop -------------------------------------------------------- */

/* A level is dated by `by`: --due means that too. */
static void
level_due(struct entry *en)
{
	struct entry	*by = NULL, *due = NULL;

	for (; en->column != NULL; en++) {
		if (strcmp(en->column, "by") == 0)
			by = en;
		if (strcmp(en->column, "due") == 0)
			due = en;
	}
	if (by != NULL && due != NULL && due->typed != NULL) {
		if (by->typed == NULL)
			by->typed = due->typed;
		due->typed = NULL;
	}
}

static int
columns_fit(const struct found *f, const struct entry *en)
{
	int	bad = 0;

	for (; en->column != NULL; en++)
		if (en->typed != NULL &&
		    schema_col(f->table->schema, en->column) < 0) {
			msg_fault(NULL, N_("%s does not fit: %s"), en->option,
			    f->ref);
			bad = 1;
		}
	return bad ? -1 : 0;
}

/* A copy of the entries whose columns the table has. */
static struct entry *
fitting(const struct found *f, const struct entry *en)
{
	struct entry	*out;
	size_t		 n = 0, i;

	for (i = 0; en[i].column != NULL; i++)
		;
	out = mem_calloc(i + 1, sizeof(*out));
	for (i = 0; en[i].column != NULL; i++)
		if (schema_col(f->table->schema, en[i].column) >= 0)
			out[n++] = en[i];
	return out;
}

/* Say a new date in neutral words. */
static void
note_moved(struct edit *e, const char *field, const char *old,
    const char *now)
{
	char	a[64], b[64];
	int	was, is;

	if ((strcmp(field, "due") != 0 && strcmp(field, "by") != 0) ||
	    date_parse(old, &was) != 0 || date_parse(now, &is) != 0)
		return;
	if (is > was)
		edit_note(e, N_("now for %s, later than first planned (%s)"),
		    date_words(b, sizeof(b), is), date_words(a, sizeof(a),
		    was));
	else
		edit_note(e, N_("now for %s, earlier than first planned (%s)"),
		    date_words(b, sizeof(b), is), date_words(a, sizeof(a),
		    was));
}

/* Change one cell and keep what stood there; 1 if it changed. */
static int
adjust_field(struct edit *e, struct found *f, const char *field,
    const char *now, const struct entry *why)
{
	const char	*old = cell(f->table, f->row, field);

	if (strcmp(old, now) == 0)
		return 0;
	add_adjustment(e, f->ref, field, old, now, why);
	note_moved(e, field, old, now);
	table_set(f->table, f->row, field, now);
	return 1;
}

/* The next level, from n + 1 on, that has room for one more action. */
static int
level_with_room(struct edit *e, const struct plan *pl,
    const struct plan_change *c, int n)
{
	for (n++; n < 99; n++)
		if (limit_room(e->p, pl, c, n))
			break;
	return n;
}

/*
 * The smaller part keeps the id (and its steps, dates and owner); the rest
 * waits as a draft under the old words.
 */
static int
cut_smaller(struct edit *e, const struct plan *pl, struct found *f,
    const char *smaller, const struct entry *why)
{
	struct table	*t = f->table;
	size_t		 k = plan_action(pl, f->id), i;
	const struct plan_action *a;
	char		*entered, num[12], *got, *old;
	const char	*id = e->id;
	int		 n;

	if (cell_is(t, f->row, "title", smaller))
		return 0;
	if (k == pl->nactions) {
		msg_fault(NULL, N_("'%s' has no level: it cannot be cut"),
		    f->id);
		return -1;
	}
	a = &pl->actions[k];
	n = level_with_room(e, pl, &pl->changes[a->change], a->level);
	old = mem_strdup(a->title);
	add_adjustment(e, f->ref, "title", old, smaller, why);
	table_set(t, f->row, "title", smaller);
	entered = mem_printf("%s\n%d\n%s\nrest of %s\n",
	    pl->changes[a->change].id, n, old, f->id);
	e->id = NULL;
	i = edit_add(e, t, DATE_NONE, old, entered);
	e->id = id;
	free(entered);
	if (i < t->nrows) {
		snprintf(num, sizeof(num), "%d", n);
		table_set(t, i, "ref", cell(t, f->row, "ref"));
		table_set(t, i, "level", num);
		table_set(t, i, "title", old);
		table_set(t, i, "status", "draft");
	}
	edit_note(e, N_("smaller: %s"), smaller);
	edit_note(e, N_("the rest waits as a draft at level %d: %s"), n, old);
	got = mem_strdup(f->id);
	free(e->got);
	e->got = got;
	free(old);
	return 1;
}

static int
level_moves(struct edit *e, const struct plan *pl, struct found *f,
    const char *level)
{
	const struct plan_action	*a;
	const struct plan_change	*c;
	size_t				 k = plan_action(pl, f->id);
	int				 n;

	if (level == NULL || k == pl->nactions ||
	    cell_is(f->table, f->row, "level", level))
		return 0;
	a = &pl->actions[k];
	c = &pl->changes[a->change];
	if (read_level(level, &n) != 0)
		return -1;
	if (a->status != PLAN_DRAFT &&
	    (plan_level(pl, a->change, n) == NULL ||
	    !plan_level(pl, a->change, n)->open)) {
		msg_fault(NULL, N_("level %d of '%s' is not open yet"), n,
		    c->id);
		return -1;
	}
	return limit_actions(e->p, pl, c, n);
}

static int
adjust_all(struct edit *e, const struct plan *pl, struct found *f,
    const char *smaller, struct entry *en, const struct entry *why)
{
	int	n = 0, k;

	if (strcmp(f->word, "action") == 0 &&
	    level_moves(e, pl, f, entry_value(en, "level")) != 0)
		return -1;
	for (; en->column != NULL; en++)
		if (en->value != NULL)
			n += adjust_field(e, f, en->column, en->value, why);
	if (smaller != NULL) {
		if ((k = cut_smaller(e, pl, f, smaller, why)) < 0)
			return -1;
		n += k;
	}
	if (n == 0)
		edit_note(e, N_("already so: %s"), f->id);
	else
		edit_note(e, N_("adjusted, with the reason: %s"), f->id);
	return 0;
}

/* Nothing typed, or a thing that is over: said. */
static int
may_adjust(struct found *f, const char *smaller, const struct entry *en)
{
	const struct entry	*p;
	int			 n = smaller != NULL;

	for (p = en; p->column != NULL; p++)
		n += p->typed != NULL;
	if (n == 0) {
		msg_fault(NULL, N_("adjust what? give --due, --title, "
		    "--owner, --smaller …"));
		return -1;
	}
	if (smaller != NULL && strcmp(f->word, "action") != 0) {
		msg_fault(NULL, N_("%s does not fit: %s"), "--smaller",
		    f->ref);
		return -1;
	}
	if (strcmp(f->word, "level") == 0 && f->row == f->table->nrows) {
		msg_fault(NULL, N_("level %d of '%s' is not open yet"),
		    f->level, f->id);
		return -1;
	}
	if (strcmp(f->word, "action") == 0)
		return action_open(f);
	return 0;
}

int
plan_adjust(struct edit *e, const char *typed, const char *smaller,
    struct entry *en, struct entry *why)
{
	struct plan	 pl;
	struct found	 f;
	struct entry	*own, *p;
	int		 rc = -1;

	if (edit_find(e, typed, "action step level change", &f) != 0)
		return -1;
	if (strcmp(f.word, "level") == 0)
		level_due(en);
	if (may_adjust(&f, smaller, en) != 0 || columns_fit(&f, en) != 0)
		return -1;
	own = fitting(&f, en);
	if ((entry_read(e, f.table->schema->name, own) |
	    entry_read(e, "adjustments", why)) == 0 && facts(e, &pl) == 0) {
		rc = adjust_all(e, &pl, &f, smaller, own, why);
		for (p = own; p->column != NULL && rc == 0; p++)
			if (strcmp(p->column, "due") == 0)
				remark_due(e, &pl, p->value);
		plan_free(&pl);
	}
	if (rc == 0 && f.row < f.table->nrows &&
	    schema_col(f.table->schema, "start") >= 0)
		rc = dates_fit(f.table, f.row);
	entry_free(own);
	free(own);
	return rc;
}

static int
drop_change(struct edit *e, struct found *f, const char *by,
    const struct entry *why)
{
	const char	*note = entry_value(why, "note");
	struct plan	 pl;
	size_t		 k;
	int		 rc = -1;

	if (facts(e, &pl) != 0)
		return -1;
	k = plan_change(&pl, f->id);
	if (strcmp(pl.changes[k].state, "closed") == 0) {
		edit_note(e, N_("already over: %s"), pl.changes[k].title);
		rc = 0;
	} else if (by == NULL || note == NULL)
		msg_fault(NULL, N_("to drop a change, say who decided and why "
		    "(--by, --note)"));
	else {
		add_review(e, f->id, "dropped", by, note);
		close_change(e, f->row);
		edit_note(e, N_("dropped: %s"), pl.changes[k].title);
		rc = 0;
	}
	plan_free(&pl);
	return rc;
}

int
plan_drop(struct edit *e, const char *typed, const char *by,
    struct entry *why)
{
	struct found	f;
	const char	*title;

	if (entry_read(e, "adjustments", why) != 0 ||
	    edit_find(e, typed, "action change", &f) != 0)
		return -1;
	if (strcmp(f.word, "change") == 0)
		return drop_change(e, &f, by, why);
	title = cell(f.table, f.row, "title");
	if (cell_is(f.table, f.row, "status", "dropped")) {
		edit_note(e, N_("already dropped: %s"), title);
		return 0;
	}
	if (action_open(&f) != 0)
		return -1;
	if (entry_value(why, "reason") == NULL) {
		msg_fault(NULL, N_("to drop an action, give the reason "
		    "(--reason)"));
		return -1;
	}
	add_adjustment(e, f.ref, "status", cell(f.table, f.row, "status"),
	    "dropped", why);
	table_set(f.table, f.row, "status", "dropped");
	edit_note(e, N_("dropped, with the reason: %s"), title);
	return 0;
}
