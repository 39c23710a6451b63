/* Changes of the plan: levels, key actions and small steps. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/planedit_in.h"
#include "model/planlimit.h"

int
plan_read_level(struct edit *e, const char *typed, int *level)
{
	int64_t	n;

	if (num_int(typed, 1, 99, &n) != 0) {
		msg_fault(NULL, N_("%s: not a whole number from %lld to "
		    "%lld: '%s'"), project_level_now(e->p), 1LL, 99LL, typed);
		return -1;
	}
	*level = (int)n;
	return 0;
}

/* Whether a level has a line: it was opened. */
static int
is_open(struct edit *e, const char *change, int n)
{
	const struct table	*t = project_table(e->p, "levels");
	char			 num[12];

	snprintf(num, sizeof(num), "%d", n);
	return table_find_by(t, "change", change, "level", num, NULL) <
	    t->nrows;
}

/* The hint opens the first that is closed: they open in their order. */
void
plan_level_closed(struct edit *e, const char *change, int n)
{
	const struct table	*t = project_table(e->p, "changes");
	size_t			 i = table_find(t, change);
	int			 k;

	msg_fault(NULL, N_("%s %d of '%s' is not open yet"),
	    project_level_now(e->p), n, i < t->nrows ?
	    edit_row_called(t, i) : change);
	for (k = 1; k < n && is_open(e, change, k); k++)
		;
	msg_hint(N_("cpm-plan level %s %d --objective 'WORDS'"), change, k);
}

int
plan_level_goes_on(struct edit *e, const struct plan *pl,
    const struct plan_change *c, int n)
{
	const struct plan_level	*l = plan_level(pl, plan_change(pl, c->id), n);

	if (l == NULL || l->done_on == DATE_NONE)
		return 0;
	msg_fault(NULL, N_("%s %d of '%s' is reached already"),
	    project_level_now(e->p), n, c->title);
	return -1;
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
		msg_fault(NULL, N_("'%s' is not chosen yet"), c->title);
		msg_hint(N_("cpm-plan choose %s --by WHO --why 'WORDS'"), id);
	} else
		msg_fault(NULL, N_("'%s' is over: %s"), c->title,
		    plan_verdict_words(c->verdict));
	return NULL;
}

/* --why where nothing is early: said, not lost. */
static int
nothing_early(struct edit *e, const struct plan_change *c, int n,
    const struct entry *w)
{
	int	bad = 0;

	for (; w->column != NULL; w++)
		if (w->value != NULL) {
			msg_fault(NULL, N_("%s: %s %d of '%s' opens in its "
			    "order"), w->option, project_level_now(e->p), n,
			    c->title);
			bad = 1;
		}
	return bad ? -1 : 0;
}

/* Whether the level below is open and not done. */
static int
is_early(const struct plan_change *c, int n)
{
	const struct plan_level	*below = n > 1 ? &c->levels[n - 2] : NULL;

	return below != NULL && below->open && below->done_on == DATE_NONE;
}

static void
keep_early(struct edit *e, const struct plan_change *c, int n,
    const struct entry *w)
{
	char	*ref = mem_printf("level:%s/%d", c->id, n), day[DATE_LEN];

	plan_add_adjustment(e, ref, "open", "", plan_today(e, day), w);
	free(ref);
}

/*
 * Why a level opened early, typed again or only now: a level that a hand edit
 * opened gets its reason so.
 */
static int
again_why(struct edit *e, const struct plan_change *c, int n,
    const struct entry *w)
{
	struct table	*t = project_table(e->p, "adjustments");
	char		*ref;
	size_t		 i;

	if (entry_value(w, "note") == NULL && entry_value(w, "reason") == NULL)
		return 0;
	ref = mem_printf("level:%s/%d", c->id, n);
	i = table_find_by(t, "ref", ref, "field", "open", NULL);
	free(ref);
	if (i < t->nrows)
		return edit_complete(e, t, i, w, NULL) < 0 ? -1 : 0;
	if (!is_early(c, n))
		return nothing_early(e, c, n, w);
	keep_early(e, c, n, w);
	edit_note(e, N_("the reason is kept: %s"), entry_value(w, "note") !=
	    NULL ? entry_value(w, "note") : c->title);
	return 0;
}

/* A level that is open already: the same words, or another's. */
static int
level_again(struct edit *e, const struct plan_change *c,
    const struct plan_level *l, struct entry *en, const struct entry *w)
{
	const char	*words = entry_value(en, "objective");
	struct table	*t = project_table(e->p, "levels");

	if (words == NULL || *l->objective == '\0' ||
	    strcmp(words, l->objective) == 0) {
		edit_note(e, N_("already open: %s %d of '%s'"),
		    project_level_now(e->p), l->n, c->title);
		if (edit_complete(e, t, l->row, en, NULL) >= 0)
			return again_why(e, c, l->n, w);
		msg_hint(N_("cpm-plan adjust %s/%d --by DATE --reason WHY"),
		    c->id, l->n);
		return -1;
	}
	msg_fault(NULL, N_("%s %d of '%s' is open already: '%s'"),
	    project_level_now(e->p), l->n, c->title, l->objective);
	msg_hint(N_("cpm-plan adjust %s/%d --objective 'WORDS' --reason WHY"),
	    c->id, l->n);
	return -1;
}

/* Whether the one below lets it open: 0, or -1 (said). */
static int
level_order(struct edit *e, const struct plan *pl,
    const struct plan_change *c, int n, const struct entry *w)
{
	const struct plan_level	*below;
	const char		*why = entry_value(w, "note");

	below = n > 1 ? plan_level(pl, plan_change(pl, c->id), n - 1) : NULL;
	if (n > 1 && (below == NULL || !below->open)) {
		plan_level_closed(e, c->id, n - 1);
		return -1;
	}
	if (n == 1 || below->done_on != DATE_NONE)
		return nothing_early(e, c, n, w);
	if (why != NULL && *why != '\0')
		return 0;
	msg_fault(NULL, N_("%s %d of '%s' is not done (%zu of %zu actions)"),
	    project_level_now(e->p), n - 1, c->title, below->done, below->of);
	msg_hint(N_("cpm-plan done %s/%d, or say with --why 'WORDS' why the "
	    "next one opens early"), c->id, n - 1);
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
	edit_note(e, N_("open: %s %d of %s"), project_level_now(e->p), n,
	    c->title);
}

static int
open_level(struct edit *e, const struct plan *pl, const struct plan_change *c,
    int n, struct entry *en, const struct entry *w)
{
	struct plan_level	*l;

	l = plan_level(pl, plan_change(pl, c->id), n);
	if (l != NULL && l->open)
		return level_again(e, c, l, en, w);
	if (level_order(e, pl, c, n, w) != 0)
		return -1;
	if (entry_value(en, "objective") == NULL) {
		msg_fault(NULL, N_("%s %d of '%s' needs an objective "
		    "(--objective)"), project_level_now(e->p), n, c->title);
		return -1;
	}
	put_level(e, c, n, en);
	plan_remark_due(e, pl, entry_value(en, "by"));
	if (is_early(c, n))
		keep_early(e, c, n, w);
	return 0;
}

int
plan_open_level(struct edit *e, const char *change, const char *level,
    const char *why, const char *reason, struct entry *en)
{
	struct entry			 w[] = {
		{ "reason", "--reason", reason, NULL },
		{ "note", "--why", why, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f;
	int				 n, rc = -1;

	e->at_work = 1;
	if (plan_read_level(e, level, &n) == 0 &&
	    (entry_read(e, "levels", en) |
	    entry_read(e, "adjustments", w)) == 0 &&
	    edit_find(e, change, "change", &f) == 0 &&
	    plan_facts(e, &pl) == 0) {
		if ((c = plan_active_change(&pl, f.id)) != NULL)
			rc = open_level(e, &pl, c, n, en, w);
		plan_free(&pl);
	}
	entry_free(w);
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
	i = plan_same_or_add(e, t, (const char *[]){ "ref", ref, "title", title,
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
	if (plan_level_goes_on(e, pl, c, n) != 0 ||
	    limit_actions(e->p, pl, c, n) != 0)
		return -1;
	table_set(t, i, "level", num);
	table_set(t, i, "status", "draft");
	entry_put(t, i, en);
	plan_remark_due(e, pl, entry_value(en, "due"));
	edit_note(e, N_("draft at %s %d: %s"), project_level_now(e->p), n,
	    title);
	l = plan_level(pl, plan_change(pl, c->id), n);
	if (l == NULL || !l->open)
		edit_note(e, N_("%s %d is not open yet; the draft waits"),
		    project_level_now(e->p), n);
	return 0;
}

/* Where the next action goes: behind the last level that is reached. */
static int
level_at_work(const struct plan_change *c)
{
	if (c->level == 0)
		return 1;
	return (int)c->level +
	    (c->levels[c->level - 1].done_on != DATE_NONE);
}

int
plan_add_action(struct edit *e, const char *change, const char *level,
    struct entry *en)
{
	struct plan			 pl;
	const struct plan_change	*c;
	struct found			 f;
	int				 n = 0, rc = -1;

	e->at_work = 1;
	if ((level != NULL && plan_read_level(e, level, &n) != 0) ||
	    entry_read(e, "actions", en) != 0 ||
	    edit_find(e, change, "change", &f) != 0 || plan_facts(e, &pl) != 0)
		return -1;
	if ((c = plan_active_change(&pl, f.id)) != NULL) {
		if (n == 0)
			n = level_at_work(c);
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
		msg_fault(NULL, N_("'%s' is done already"), edit_called(f));
		return -1;
	}
	if (cell_is(f->table, f->row, "status", "dropped")) {
		msg_fault(NULL, N_("'%s' was dropped"), edit_called(f));
		return -1;
	}
	return 0;
}

static int
step_again(struct edit *e, struct table *t, const struct entry *en)
{
	struct plan	pl;
	size_t		i = table_find(t, e->got);
	int		rc;

	if (*cell(t, i, "dropped_on") != '\0') {
		edit_note(e, N_("it was dropped; for a new one with the same "
		    "words: --again"));
		return 0;
	}
	if (plan_facts(e, &pl) != 0)
		return -1;
	rc = plan_complete(e, &pl, t, i, en);
	plan_free(&pl);
	return rc;
}

int
plan_add_step(struct edit *e, const char *action, struct entry *en)
{
	static const char *const left[] = { "dropped_on", plan_any, NULL };
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
	i = plan_same_or_add(e, t, (const char *[]){ "action", f.id, "title", title,
	    NULL }, left, title, entered);
	free(entered);
	if (i == t->nrows)
		return e->already ? step_again(e, t, en) : 0;
	table_set(t, i, "action", f.id);
	entry_put(t, i, en);
	edit_note(e, N_("a step of %s: %s"), cell(f.table, f.row, "title"),
	    title);
	return 0;
}
