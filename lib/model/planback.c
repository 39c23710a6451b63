/*
 * Changes of the plan: what is left, and what goes on after all because it
 * was said to be done or dropped by a slip.
 */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/planedit_in.h"
#include "model/planlimit.h"

/* What was typed and has no place in what is kept: said, not lost. */
static int
nothing_else(const struct found *f, const struct entry *why, const char *fits)
{
	int	bad = 0;

	for (; why->column != NULL; why++)
		if (why->typed != NULL && strcmp(why->column, fits) != 0) {
			msg_fault(NULL, N_("%s does not fit: %s"),
			    why->option, f->ref);
			bad = 1;
		}
	return bad ? -1 : 0;
}

static int
drop_change(struct edit *e, struct found *f, const char *by,
    const struct entry *why)
{
	const char	*note = entry_value(why, "note");
	struct plan	 pl;
	size_t		 k;
	int		 rc = -1;

	if (plan_facts(e, &pl) != 0)
		return -1;
	k = plan_change(&pl, f->id);
	if (strcmp(pl.changes[k].state, "closed") == 0) {
		edit_note(e, N_("already over: %s"), pl.changes[k].title);
		rc = 0;
	} else if (by == NULL || note == NULL)
		msg_fault(NULL, N_("to drop a change, say who decided and why "
		    "(--by, --note)"));
	else if (nothing_else(f, why, "note") == 0) {
		plan_add_review(e, f->id, "dropped", by, note);
		plan_close_change(e, f->row);
		edit_note(e, N_("dropped: %s"), pl.changes[k].title);
		rc = 0;
	}
	plan_free(&pl);
	return rc;
}

static int
is_dropped(const struct found *f)
{
	return strcmp(f->word, "step") == 0 ?
	    *cell(f->table, f->row, "dropped_on") != '\0' :
	    cell_is(f->table, f->row, "status", "dropped");
}

/* A step that is done is not left any more. */
static int
step_open(const struct found *f)
{
	if (*cell(f->table, f->row, "done_on") == '\0')
		return 0;
	msg_fault(NULL, N_("'%s' is done already"), edit_called(f));
	return -1;
}

/* A step has no status: its day says that it was left. */
static void
put_dropped(struct edit *e, struct found *f, const struct entry *why)
{
	char	day[DATE_LEN];

	if (strcmp(f->word, "step") == 0) {
		plan_add_adjustment(e, f->ref, "status", "todo", "dropped",
		    why);
		table_set(f->table, f->row, "dropped_on", plan_today(e, day));
	} else {
		plan_add_adjustment(e, f->ref, "status",
		    cell(f->table, f->row, "status"), "dropped", why);
		table_set(f->table, f->row, "status", "dropped");
	}
	edit_note(e, N_("dropped, with the reason: %s"),
	    cell(f->table, f->row, "title"));
}

int
plan_drop(struct edit *e, const char *typed, const char *by,
    struct entry *why)
{
	struct found	f;

	if (entry_read(e, "adjustments", why) != 0 ||
	    edit_find(e, typed, "action step change", &f) != 0)
		return -1;
	if (strcmp(f.word, "change") == 0)
		return drop_change(e, &f, by, why);
	if (is_dropped(&f)) {
		edit_note(e, N_("already dropped: %s"),
		    cell(f.table, f.row, "title"));
		return 0;
	}
	if ((strcmp(f.word, "step") == 0 ? step_open(&f) :
	    plan_action_open(&f)) != 0)
		return -1;
	if (entry_value(why, "reason") == NULL) {
		msg_fault(NULL, strcmp(f.word, "step") == 0 ? N_("to drop a "
		    "step, give the reason (--reason)") : N_("to drop an "
		    "action, give the reason (--reason)"));
		msg_hint("--reason: %s", _("context, means, internal, "
		    "tried_and_learnt or other"));
		return -1;
	}
	if (by != NULL) {
		msg_fault(NULL, N_("%s does not fit: %s"), "--by", f.ref);
		return -1;
	}
	put_dropped(e, &f, why);
	plan_remark_tried(why);
	return 0;
}

/* --- another day ---------------------------------------------------------- */

int
plan_done_on(struct edit *e, const char *typed, int day, const char *note)
{
	struct entry	why[] = {
		{ "note", "--note", note, NULL }, { NULL, NULL, NULL, NULL }
	};
	struct found	f;
	char		now[DATE_LEN], words[64];
	int		rc = -1;

	if (entry_read(e, "adjustments", why) == 0 &&
	    edit_find(e, typed, "action step", &f) == 0) {
		plan_add_adjustment(e, f.ref, "done_on", cell(f.table, f.row,
		    "done_on"), date_str(now, day), why);
		table_set(f.table, f.row, "done_on", now);
		edit_note(e, N_("done on %s: %s"), date_words(words,
		    sizeof(words), day), cell(f.table, f.row, "title"));
		rc = 0;
	}
	entry_free(why);
	return rc;
}

/* --- after all ---------------------------------------------------------- */

/* What an action was before it was dropped. */
static const char *
status_before(const struct plan *pl, const char *ref)
{
	const char	*was = "draft";
	size_t		 i;

	for (i = 0; i < pl->nadjustments; i++)
		if (strcmp(pl->adjustments[i].ref, ref) == 0 &&
		    strcmp(pl->adjustments[i].field, "status") == 0 &&
		    strcmp(pl->adjustments[i].now, "dropped") == 0)
			was = pl->adjustments[i].old;
	return was;
}

/* What lacks an owner, a day or a means of verification is a draft. */
static const char *
status_now(struct edit *e, const struct plan *pl, const struct found *f)
{
	const char	*was;

	if (cell_is(f->table, f->row, "status", "dropped")) {
		was = status_before(pl, f->ref);
		if (strcmp(was, "draft") == 0 || strcmp(was, "blocked") == 0)
			return was;
	}
	if (*cell(f->table, f->row, "owner") == '\0' ||
	    *cell(f->table, f->row, "due") == '\0' ||
	    *cell(f->table, f->row, "verification") == '\0')
		return "draft";
	return cell_day(f->table, f->row, "start") > project_today(e->p) ?
	    "todo" : "doing";
}

/* Whether the level and the change of an action take it back. */
static int
has_place(struct edit *e, const struct plan *pl, const struct found *f)
{
	const struct plan_action	*a;
	const struct plan_change	*c;
	size_t				 k = plan_action(pl, f->id);

	if (k == pl->nactions)
		return 0;		/* of a session */
	a = &pl->actions[k];
	if ((c = plan_active_change(pl, pl->changes[a->change].id)) == NULL)
		return -1;
	if (plan_level_goes_on(e, pl, c, a->level) != 0) {
		msg_hint(N_("first cpm-plan adjust %s/%d --reopen --reason "
		    "WHY"), c->id, a->level);
		return -1;
	}
	return a->status == PLAN_DROPPED ?
	    limit_actions(e->p, pl, c, a->level) : 0;
}

/* Take a cell back: what stood there is kept. */
static void
empty_cell(struct edit *e, struct found *f, const char *column,
    const struct entry *why)
{
	const char	*old = cell(f->table, f->row, column);

	if (*old == '\0')
		return;
	plan_add_adjustment(e, f->ref, column, old, "", why);
	table_set(f->table, f->row, column, "");
}

/* A small change that was told with it is true or is not: people know. */
static void
note_seen(struct edit *e, const struct found *f)
{
	const struct table	*t = project_table(e->p, "small-changes");
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "ref", f->ref))
			edit_note(e, N_("the small change told with it stays "
			    "(small-changes.csv): %s"), cell(t, i, "what"));
}

static int
reopen_action(struct edit *e, const struct plan *pl, struct found *f,
    const struct entry *why)
{
	const char	*old = cell(f->table, f->row, "status"), *now;

	if (strcmp(old, "done") != 0 && strcmp(old, "dropped") != 0) {
		edit_note(e, N_("already so: %s"), edit_called(f));
		return 0;
	}
	if (has_place(e, pl, f) != 0)
		return -1;
	now = status_now(e, pl, f);
	plan_add_adjustment(e, f->ref, "status", old, now, why);
	table_set(f->table, f->row, "status", now);
	empty_cell(e, f, "done_on", why);
	empty_cell(e, f, "result", why);
	note_seen(e, f);
	edit_note(e, N_("it goes on: %s"), cell(f->table, f->row, "title"));
	return 0;
}

static int
reopen_step(struct edit *e, const struct plan *pl, struct found *f,
    const struct entry *why)
{
	const struct plan_action *a;
	int			 done;

	done = *cell(f->table, f->row, "done_on") != '\0';
	if (!done && *cell(f->table, f->row, "dropped_on") == '\0') {
		edit_note(e, N_("already so: %s"), edit_called(f));
		return 0;
	}
	a = plan_any_action(pl, cell(f->table, f->row, "action"));
	if (a != NULL && (a->status == PLAN_DONE ||
	    a->status == PLAN_DROPPED)) {
		msg_fault(NULL, a->status == PLAN_DONE ?
		    N_("'%s' is done already") : N_("'%s' was dropped"),
		    a->title);
		msg_hint(N_("first cpm-plan adjust %s --reopen --reason WHY"),
		    a->id);
		return -1;
	}
	plan_add_adjustment(e, f->ref, "status", done ? "done" : "dropped",
	    "todo", why);
	empty_cell(e, f, "done_on", why);
	table_set(f->table, f->row, "dropped_on", "");
	note_seen(e, f);
	edit_note(e, N_("it goes on: %s"), cell(f->table, f->row, "title"));
	return 0;
}

/*
 * A level that is not reached after all; one above that is open has opened
 * early then, which keeps the same reason.
 */
static int
reopen_level(struct edit *e, const struct plan *pl, struct found *f,
    const struct entry *why)
{
	const struct plan_change	*c;
	const struct plan_level		*l, *next;
	size_t				 k = plan_change(pl, f->id);
	char				*ref, day[DATE_LEN];

	l = plan_level(pl, k, f->level);
	if (l == NULL || !l->open) {
		plan_level_closed(e, f->id, f->level);
		return -1;
	}
	if (l->done_on == DATE_NONE) {
		edit_note(e, N_("already so: %s"), edit_called(f));
		return 0;
	}
	if ((c = plan_active_change(pl, f->id)) == NULL)
		return -1;
	plan_add_adjustment(e, f->ref, "status", "done", "doing", why);
	empty_cell(e, f, "done_on", why);
	next = plan_level(pl, k, f->level + 1);
	if (next != NULL && next->open) {
		ref = mem_printf("level:%s/%d", c->id, next->n);
		plan_add_adjustment(e, ref, "open", "", plan_today(e, day),
		    why);
		free(ref);
	}
	note_seen(e, f);
	edit_note(e, N_("it goes on: %s"), l->objective);
	return 0;
}

int
plan_reopen(struct edit *e, const char *typed, struct entry *why)
{
	struct plan	pl;
	struct found	f;
	int		rc;

	e->over = 1;
	if (entry_read(e, "adjustments", why) != 0 ||
	    edit_find(e, typed, "action step level", &f) != 0 ||
	    plan_facts(e, &pl) != 0)
		return -1;
	if (strcmp(f.word, "level") == 0)
		rc = reopen_level(e, &pl, &f, why);
	else if (strcmp(f.word, "step") == 0)
		rc = reopen_step(e, &pl, &f, why);
	else
		rc = reopen_action(e, &pl, &f, why);
	plan_free(&pl);
	return rc;
}
