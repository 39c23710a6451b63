/* What a sheet of the month told of actions and steps, into the plan. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/utf.h"
#include "intake/day.h"
#include "intake/month_take_in.h"
#include "model/planedit.h"

static int
is_dropped(const struct taking *k, const struct one *o)
{
	return o->table == k->actions ? cell_is(o->table, o->row, "status",
	    "dropped") : *cell(o->table, o->row, "dropped_on") != '\0';
}

/* What the plan says meanwhile stands against what the sheet says. */
static enum took
left_done(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);
	char		words[64];
	int		day = cell_day(o->table, o->row, "done_on");

	/* Done after the month that the sheet tells of: no contradiction. */
	if (day > month_last(o->s->first))
		return TOOK;
	msg_warn(&at, N_("left out: '%s' was done on %s, and the sheet says "
	    "that it is not"), o->title, date_words(words, sizeof(words), day));
	msg_hint(N_("if it is not done after all: cpm-plan adjust %s --reopen "
	    "--reason WHY"), o->t->id);
	return LEFT;
}

static enum took
left_dropped(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);

	msg_warn(&at, N_("left out: '%s' was dropped meanwhile"), o->title);
	msg_hint(N_("if it goes on after all: cpm-plan adjust %s --reopen "
	    "--reason WHY"), o->t->id);
	return LEFT;
}

/* --- what was printed --------------------------------------------------- */

/* Whether an adjustment changed this field, and it was `old` before. */
static int
adjusted_from(const struct taking *k, const char *ref, const char *field,
    const char *old)
{
	const struct plan_adjustment	*a;
	size_t				 i;

	for (i = 0; i < k->pl.nadjustments; i++) {
		a = &k->pl.adjustments[i];
		if (strcmp(a->ref, ref) == 0 && strcmp(a->field, field) == 0 &&
		    utf_alike(a->old, old))
			return 1;
	}
	return 0;
}

/* A due day as the plan writes it, where the cell is one; else NULL. */
static const char *
due_told(const struct taking *k, const char *cell, char buf[DATE_LEN])
{
	int	day;

	return day_read(cell, k->order, &day) == 0 ? date_str(buf, day) : NULL;
}

/*
 * A cell that differs is either older than an adjustment, or somebody planned
 * anew, which needs a reason.
 */
static enum took
take_other(struct taking *k, const struct one *o, const struct place *at,
    const char *column, const char *told)
{
	char	*ref;
	int	 older;

	ref = mem_printf("%s:%s", o->table == k->actions ? "action" : "step",
	    o->t->id);
	older = adjusted_from(k, ref, column, told);
	free(ref);
	if (!older) {
		msg_warn(at, N_("left out: the plan says otherwise (%s of "
		    "'%s')"), plan_field_words(k->p, column), o->title);
		msg_hint(N_("what was planned is changed with its reason: "
		    "cpm-plan adjust %s --%s … --reason WHY"), o->t->id,
		    column);
		return LEFT;
	}
	if (strcmp(column, "title") == 0 && o->t->now == NOW_DONE)
		msg_warn(at, N_("'%s' had other words when this sheet was "
		    "made: is it done as it stands now?"), o->title);
	return TOOK;
}

/* What was printed of an action: an empty cell of the plan may be filled. */
static enum took
take_cell(struct taking *k, const struct one *o, enum month_field f,
    const char *column)
{
	struct place	 at = told_place(&k->all, o->t, f);
	const char	*told = o->t->f[f];
	const char	*have = cell(o->table, o->row, column);
	char		 buf[DATE_LEN];

	if (*told == '\0')
		return TOOK;
	if (f == MF_DUE && (told = due_told(k, told, buf)) == NULL) {
		/* Which day it is, the plan knows. */
		if (*have != '\0')
			return TOOK;
		day_fault(&at, o->t->f[f]);
		return FAILED;
	}
	if (utf_alike(told, have))
		return TOOK;
	if (*have != '\0')
		return take_other(k, o, &at, column, told);
	table_set(o->table, o->row, column, told);
	edit_note(k->e, N_("completed: %s: %s"), o->title,
	    plan_field_words(k->p, column));
	k->changed++;
	return TOOK;
}

static enum took
take_printed(struct taking *k, const struct one *o)
{
	static const struct {
		enum month_field	 f;
		const char		*column;
	} of[] = { { MF_TITLE, "title" }, { MF_OWNER, "owner" },
	    { MF_DUE, "due" }, { MF_VERIFY, "verification" } };
	enum took	rc = TOOK, one;
	size_t		i, n = sizeof(of) / sizeof(*of);

	/* A step has no means of verification: the last of them. */
	for (i = 0; i < n - (o->table == k->steps); i++)
		if ((one = take_cell(k, o, of[i].f, of[i].column)) > rc)
			rc = one;
	return rc;
}

/* --- where it stands ---------------------------------------------------- */

/* Call a verb of the plan on the day that the line tells of. */
static enum took
verb(struct taking *k, const struct one *o, int day,
    int (*fn)(struct taking *, const struct one *, const char *))
{
	struct place	 at = told_place(&k->all, o->t, MF_NOW);
	char		*typed;
	int		 rc;

	typed = mem_printf("%s:%s", o->table == k->actions ? "action" : "step",
	    o->t->id);
	project_date(k->p, day);
	rc = fn(k, o, typed);
	project_date(k->p, k->today);
	free(typed);
	if (rc != 0) {
		msg_fault(&at, N_("this line cannot be taken over"));
		return FAILED;
	}
	k->changed++;
	return TOOK;
}

static int
verb_done(struct taking *k, const struct one *o, const char *typed)
{
	struct entry	none[] = { { NULL, NULL, NULL, NULL } };

	(void)o;
	return plan_done(k->e, typed, NULL, none);
}

static int
verb_done_on(struct taking *k, const struct one *o, const char *typed)
{
	return plan_done_on(k->e, typed, o->t->on,
	    taking_words(k, N_("corrected on the month's sheet")));
}

static int
verb_start(struct taking *k, const struct one *o, const char *typed)
{
	struct entry	none[] = { { NULL, NULL, NULL, NULL } };

	(void)o;
	return plan_start(k->e, typed, none);
}

static int
verb_block(struct taking *k, const struct one *o, const char *typed)
{
	return plan_block(k->e, typed, o->t->f[MF_OBSTACLE]);
}

static enum took
take_done(struct taking *k, const struct one *o)
{
	if (*cell(o->table, o->row, "done_on") == '\0')
		return verb(k, o, taking_day(k, o), verb_done);
	/* Only the sheet that said the day may correct it. */
	if (o->t->on == DATE_NONE || !taken_is_there(k, o) ||
	    o->t->on == cell_day(o->table, o->row, "done_on"))
		return TOOK;
	return verb(k, o, k->today, verb_done_on);
}

/* Who, by when, how it is seen: what a draft lacks to run, as options. */
static char *
lacks(const struct one *o)
{
	static const char *const	of[][2] = {
		{ "owner", N_(" --owner WHO") },
		{ "due", N_(" --due DATE") },
		{ "verification", N_(" --verification TEXT") }
	};
	struct str			s;
	size_t				i;

	str_init(&s);
	for (i = 0; i < 3; i++)
		if (*cell(o->table, o->row, of[i][0]) == '\0')
			str_add(&s, _(of[i][1]));
	return str_take(&s);
}

/* Whether the level of an action is open and its change at work. */
static int
at_work(const struct taking *k, const char *id)
{
	size_t				 i = plan_action(&k->pl, id);
	const struct plan_action	*a = &k->pl.actions[i];
	const struct plan_change	*c;

	if (i == k->pl.nactions)
		return 1;		/* of a session */
	c = &k->pl.changes[a->change];
	return c->active && c->levels[a->level - 1].open;
}

static enum took
take_doing(struct taking *k, const struct one *o)
{
	struct place	 at = told_place(&k->all, o->t, MF_NOW);
	char		*missing;
	int		 start = cell_day(o->table, o->row, "start"),
			 due = cell_day(o->table, o->row, "due"),
			 day = taking_day(k, o);

	if (cell_is(o->table, o->row, "status", "doing"))
		return TOOK;
	missing = lacks(o);
	if (*missing != '\0') {
		msg_warn(&at, N_("left out: '%s' is under way, and the plan "
		    "lacks who, by when or how it will be seen"), o->title);
		msg_hint("cpm-plan start %s%s", o->t->id, missing);
		free(missing);
		return LEFT;
	}
	free(missing);
	if (!at_work(k, o->t->id)) {
		msg_warn(&at, N_("left out: the level of '%s' is not open, or "
		    "its change is over"), o->title);
		return LEFT;
	}
	if (start == DATE_NONE && o->t->on == DATE_NONE && due < day)
		day = due;
	if (start == DATE_NONE ? due < day : start > day) {
		msg_warn(&at, N_("left out: '%s' is under way outside its "
		    "planned days"), o->title);
		msg_hint(N_("cpm-plan adjust %s --%s DATE --reason WHY, then "
		    "cpm-plan start %s"), o->t->id, start == DATE_NONE ?
		    "due" : "start", o->t->id);
		return LEFT;
	}
	return verb(k, o, day, verb_start);
}

static enum took
take_blocked(struct taking *k, const struct one *o)
{
	if (!told_given(o->t, MF_OBSTACLE) || (cell_is(o->table, o->row,
	    "status", "blocked") && cell_is(o->table, o->row, "obstacle",
	    o->t->f[MF_OBSTACLE])))
		return TOOK;
	return verb(k, o, taking_day(k, o), verb_block);
}

/* A step is done or not; more cannot be kept of it. */
static enum took
take_step(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_OBSTACLE);

	if (is_dropped(k, o))
		return left_dropped(k, o);
	if (o->t->now == NOW_DONE)
		return take_done(k, o);
	if (*cell(o->table, o->row, "done_on") != '\0')
		return left_done(k, o);
	if (o->t->now == NOW_BLOCKED) {
		msg_warn(&at, N_("left out: a step cannot be blocked, its "
		    "action can ('%s')"), o->title);
		msg_hint(N_("cpm-plan block %s --obstacle TEXT"),
		    cell(o->table, o->row, "action"));
		return LEFT;
	}
	return TOOK;
}

static enum took
take_action(struct taking *k, const struct one *o)
{
	struct place	 at = told_place(&k->all, o->t, MF_OBSTACLE);
	enum took	 rc = TOOK;

	if (is_dropped(k, o))
		return left_dropped(k, o);
	if (o->t->now == NOW_DONE)
		rc = take_done(k, o);
	else if (cell_is(o->table, o->row, "status", "done"))
		return left_done(k, o);
	else if (o->t->now == NOW_DOING)
		rc = take_doing(k, o);
	else if (o->t->now == NOW_BLOCKED)
		return take_blocked(k, o);
	if (rc == TOOK && told_given(o->t, MF_OBSTACLE)) {
		msg_warn(&at, N_("left out: what is in the way of '%s', which "
		    "is not blocked"), o->title);
		msg_hint(N_("cpm-log difficulty TEXT"));
		return LEFT;
	}
	return rc;
}

/* Leaving an action, or taking its beginning back, is decided by people. */
static enum took
left_decision(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);

	if (o->t->now == NOW_DROPPED && !is_dropped(k, o)) {
		msg_warn(&at, N_("left out: that '%s' is dropped is for the "
		    "team to decide"), o->title);
		msg_hint(N_("cpm-plan drop %s --reason WHY"), o->t->id);
		return LEFT;
	}
	if (o->t->now == NOW_TODO && o->table == k->actions &&
	    cell_is(o->table, o->row, "status", "doing")) {
		msg_warn(&at, N_("left out: '%s' is under way, and the sheet "
		    "says that it has not begun"), o->title);
		return LEFT;
	}
	return TOOK;
}

/*
 * What the sheet printed of the state was written over, which shows where the
 * plan cannot have been so far when the sheet was made.
 */
static enum took
retyped(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_STATUS);

	if (o->table != k->actions ||
	    month_now(o->t->f[MF_STATUS]) != NOW_DOING ||
	    (!cell_is(o->table, o->row, "status", "draft") &&
	    !cell_is(o->table, o->row, "status", "todo")))
		return TOOK;
	msg_warn(&at, N_("left out: a new state of '%s' is written into the "
	    "column '%s'"), o->title, month_field_name(MF_NOW,
	    strcmp(lang_now(), "fr") == 0));
	return LEFT;
}

static enum took
take_status(struct taking *k, const struct one *o)
{
	if (o->t->now == NOW_SILENT)
		return retyped(k, o);
	if (taken_later(k, o)) {
		edit_note(k->e, N_("a later sheet tells of it: %s"), o->title);
		return TOOK;
	}
	if (o->t->now == NOW_TODO || o->t->now == NOW_DROPPED)
		return left_decision(k, o);
	return o->table == k->steps ? take_step(k, o) : take_action(k, o);
}

enum took
take_planned(struct taking *k, const struct one *o)
{
	enum took	rc = TOOK, status;

	if (*cell(o->table, o->row, "done_on") == '\0' && !is_dropped(k, o))
		rc = take_printed(k, o);
	status = take_status(k, o);
	return status > rc ? status : rc;
}
