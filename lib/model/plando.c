/* Changes of the plan: starting, done, blocked. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/planedit_in.h"

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
level_open(struct edit *e, const struct plan *pl,
    const struct plan_action *a)
{
	const struct plan_change	*c = &pl->changes[a->change];

	if (c->levels[a->level - 1].open)
		return 0;
	plan_level_closed(e, c->id, a->level);
	return -1;
}

static int
may_start(struct edit *e, const struct plan *pl, struct found *f)
{
	size_t	k = plan_action(pl, f->id);

	if (plan_action_open(f) != 0)
		return -1;
	if (k == pl->nactions)
		return 0;		/* of a session: it has no level */
	if (plan_active_change(pl,
	    pl->changes[pl->actions[k].change].id) == NULL)
		return -1;
	return level_open(e, pl, &pl->actions[k]);
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
	if (edit_find(e, typed, "action", &f) != 0 || plan_facts(e, &pl) != 0)
		return NULL;
	ok = may_start(e, &pl, &f) == 0;
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
	int	bad = plan_dates_fit(f->table, f->row) != 0;

	for (i = 0; i < NNEEDS; i++)
		if (*cell(f->table, f->row, needs[i].column) == '\0') {
			msg_fault(NULL, N_("to start, '%s' needs %s"),
			    edit_called(f), needs[i].option);
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
		table_set(f->table, f->row, "start", plan_today(e, day));
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
	plan_remark_due(e, pl, entry_value(en, "due"));
	if (plan_action(pl, f->id) < pl->nactions)
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
	    edit_find(e, typed, "action", &f) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	if (may_start(e, &pl, &f) == 0 && start_keeps(&f, en) == 0)
		rc = put_start(e, &pl, &f, en);
	plan_free(&pl);
	return rc;
}

/* For whom, by whom: of what?  Said, not lost. */
static int
seen_whole(const struct entry *seen)
{
	const char	*what = entry_value(seen, "what");
	int		 bad = 0;

	if (what != NULL && *what != '\0')
		return 0;
	for (; seen->column != NULL; seen++)
		if (seen->value != NULL && *seen->value != '\0') {
			msg_fault(NULL, N_("%s goes with --seen"),
			    seen->option);
			bad = 1;
		}
	return bad ? -1 : 0;
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
	table_set(t, i, "date", plan_today(e, day));
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
		edit_note(e, N_("that was the last action of %s %d; if its "
		    "objective is reached: cpm-plan done %s/%d"),
		    project_level_now(e->p), l->n, c->id, l->n);
}

/* Steps that nobody took stay as they are: the action is done without. */
static void
note_steps(struct edit *e, const struct plan_action *a)
{
	struct str	s;
	size_t		i;

	if (a->steps_done == a->nsteps)
		return;
	str_init(&s);
	for (i = 0; i < a->nsteps; i++)
		if (a->steps[i].done_on == DATE_NONE)
			msg_list(&s, a->steps[i].title);
	edit_note(e, N_("steps that stay open: %s"), s.s);
	str_free(&s);
}

/* What came of it: kept once, and not written over in passing. */
static int
put_result(struct edit *e, struct found *f, const struct entry *result)
{
	if (cell_is(f->table, f->row, "status", "done") ||
	    *cell(f->table, f->row, "result") != '\0')
		return edit_complete(e, f->table, f->row, result,
		    N_("cpm-plan adjust %s %s '%s' --reason WHY")) < 0 ? -1 :
		    0;
	entry_put(f->table, f->row, result);
	return 0;
}

static int
done_action(struct edit *e, const struct plan *pl, struct found *f,
    const struct entry *result, struct entry *seen)
{
	const struct plan_action *a;
	const char	*title = cell(f->table, f->row, "title");
	char		 day[DATE_LEN], words[64];
	size_t		 k = plan_action(pl, f->id), i;

	if (cell_is(f->table, f->row, "status", "dropped")) {
		msg_fault(NULL, N_("'%s' was dropped"), edit_called(f));
		return -1;
	}
	if (put_result(e, f, result) != 0)
		return -1;
	if (cell_is(f->table, f->row, "status", "done")) {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), cell_day(f->table, f->row, "done_on")),
		    title);
	} else {
		table_set(f->table, f->row, "status", "done");
		table_set(f->table, f->row, "done_on", plan_today(e, day));
		edit_note(e, N_("done: %s"), title);
		for (i = 0; i < NNEEDS; i++)
			if (*cell(f->table, f->row, needs[i].column) == '\0' &&
			    needs[i].letter == 'v')
				msg_warn(NULL, N_("nobody said how one sees "
				    "that '%s' is done"), edit_called(f));
		if ((a = plan_any_action(pl, f->id)) != NULL)
			note_steps(e, a);
		if (k < pl->nactions) {
			note_level(e, pl, k);
			plan_cycle_reach(e, "do");
		}
	}
	if (plan_action(pl, f->id) == pl->nactions &&
	    *cell(f->table, f->row, "result") == '\0')
		edit_note(e, N_("what came of it is told at the next session: "
		    "cpm-log session told %s 'WORDS'"), f->id);
	return add_seen(e, f, cell(f->table, f->row, "owner"), seen);
}

static int
done_step(struct edit *e, const struct plan *pl, struct found *f,
    struct entry *seen)
{
	const char	*title = cell(f->table, f->row, "title");
	const struct plan_action *a;
	char		 day[DATE_LEN], words[64];

	if (*cell(f->table, f->row, "dropped_on") != '\0') {
		msg_fault(NULL, N_("'%s' was dropped"), edit_called(f));
		return -1;
	}
	if (*cell(f->table, f->row, "done_on") != '\0') {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), cell_day(f->table, f->row, "done_on")),
		    title);
	} else {
		table_set(f->table, f->row, "done_on", plan_today(e, day));
		edit_note(e, N_("done: %s"), title);
		a = plan_any_action(pl, cell(f->table, f->row, "action"));
		if (a != NULL && a->status != PLAN_DONE &&
		    a->steps_done + 1 == a->nsteps)
			edit_note(e, N_("that was its last step; if the whole "
			    "action is done: cpm-plan done %s"), a->id);
	}
	return add_seen(e, f, cell(f->table, f->row, "owner"), seen);
}

char *
plan_unfinished(const struct plan_level *l)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < l->nactions; i++)
		if (l->actions[i]->status != PLAN_DONE &&
		    l->actions[i]->status != PLAN_DROPPED)
			msg_list(&s, l->actions[i]->title);
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
		plan_level_closed(e, f->id, f->level);
		return -1;
	}
	if (l->done_on != DATE_NONE) {
		edit_note(e, N_("already done on %s: %s"), date_words(words,
		    sizeof(words), l->done_on), l->objective);
		return add_seen(e, f, c->owner, seen);
	}
	if (l->done < l->of) {
		open = plan_unfinished(l);
		msg_fault(NULL, N_("%s %d of '%s' still has %s"),
		    project_level_now(e->p), f->level, c->title, open);
		msg_hint(N_("first cpm-plan done, adjust or drop them"));
		free(open);
		return -1;
	}
	table_set(f->table, l->row, "done_on", plan_today(e, day));
	edit_note(e, N_("%s %d is reached: %s"), project_level_now(e->p),
	    f->level, l->objective);
	edit_note(e, N_("next: cpm-plan level %s %d --objective 'WORDS', or "
	    "cpm-plan review %s VERDICT --by WHO"), f->id, f->level + 1,
	    f->id);
	return add_seen(e, f, c->owner, seen);
}

int
plan_done(struct edit *e, const char *typed, const char *result,
    struct entry *seen)
{
	struct entry	came[] = {
		{ "result", "--result", result, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct plan	pl;
	struct found	f;
	int		rc = -1;

	if ((entry_read(e, "small-changes", seen) |
	    entry_read(e, "actions", came)) != 0 || seen_whole(seen) != 0 ||
	    edit_find(e, typed, "action step level", &f) != 0)
		goto out;
	if (result != NULL && strcmp(f.word, "action") != 0) {
		msg_fault(NULL, N_("%s does not fit: %s"), "--result", f.ref);
		goto out;
	}
	if (plan_facts(e, &pl) != 0)
		goto out;
	if (strcmp(f.word, "level") == 0)
		rc = done_level(e, &pl, &f, seen);
	else if (strcmp(f.word, "step") == 0)
		rc = done_step(e, &pl, &f, seen);
	else
		rc = done_action(e, &pl, &f, came, seen);
	plan_free(&pl);
out:
	entry_free(came);
	return rc;
}

/* What was in the way before is kept, with the day. */
static void
put_obstacle(struct edit *e, struct found *f, const struct entry *en)
{
	const char	*now = entry_value(en, "obstacle");
	char		*old = mem_strdup(cell(f->table, f->row, "obstacle"));

	if (*old != '\0' && strcmp(old, now) != 0)
		plan_add_adjustment(e, f->ref, "obstacle", old, now, NULL);
	table_set(f->table, f->row, "status", "blocked");
	entry_put(f->table, f->row, en);
	edit_note(e, N_("blocked: %s"), cell(f->table, f->row, "title"));
	free(old);
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
	    edit_find(e, typed, "action", &f) != 0 ||
	    plan_action_open(&f) != 0) {
		entry_free(en);
		return -1;
	}
	if (cell_is(f.table, f.row, "status", "blocked") &&
	    cell_is(f.table, f.row, "obstacle", entry_value(en, "obstacle")))
		edit_note(e, N_("already so: %s"),
		    cell(f.table, f.row, "title"));
	else
		put_obstacle(e, &f, en);
	entry_free(en);
	return 0;
}
