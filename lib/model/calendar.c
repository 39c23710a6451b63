/* The plan's days, open and done, with what a calendar says about each. */
#include "model/calendar.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/difficulty.h"

struct making {
	struct calendar	*cal;
	struct plan	*pl;
	const char	*role;
	int		 last;
};

char *
calendar_identity(struct project *p)
{
	const char	*id = project_get(p, "identity");
	const char	*title = project_get(p, "title");

	return *id != '\0' ? mem_strdup(id) : slug_id(title, "team", title);
}

/* "action:ID" was adjusted so often. */
static int
moves_of(const struct plan *pl, const char *word, const char *id)
{
	size_t		 n = strlen(word), i;
	const char	*ref;
	int		 moves = 0;

	for (i = 0; i < pl->nadjustments; i++) {
		ref = pl->adjustments[i].ref;
		moves += strncmp(ref, word, n) == 0 && ref[n] == ':' &&
		    strcmp(ref + n + 1, id) == 0;
	}
	return moves;
}

/* Nothing is rounded up to done, and nothing that is done shows less. */
static int
percent(size_t done, size_t of)
{
	return of == 0 ? -1 : (int)(done * 100 / of);
}

static void
add(struct making *m, const struct calendar_item *from)
{
	struct calendar	*c = m->cal;

	if (from->due == DATE_NONE || from->due > m->last ||
	    (m->role != NULL && !utf_has(from->owner, m->role)))
		return;
	c->item = mem_grow(c->item, c->n, &c->cap, sizeof(*c->item));
	c->item[c->n++] = *from;
}

/* --- what is said of each kind ------------------------------------------ */

static void
tell_change(struct calendar_item *i, const struct plan_change *c)
{
	i->id = c->id;
	i->title = c->title;
	i->owner = c->owner;
	i->seen_by = c->success_sign;
	i->start = c->start;
	i->due = c->due;
	i->percent = percent(c->done, c->of);
	i->state = c->done > 0 ? CALENDAR_DOING : CALENDAR_OPEN;
	if (plan_verdict_final(c->verdict)) {
		i->done_on = c->verdict_on;
		i->state = strcmp(c->verdict, "achieved") == 0 ?
		    CALENDAR_DONE : CALENDAR_LEFT;
	}
}

static void
tell_level(struct calendar_item *i, const struct plan_level *l)
{
	i->due = l->by;
	i->done_on = l->done_on;
	i->percent = percent(l->done, l->of);
	i->state = l->done_on != DATE_NONE ? CALENDAR_DONE :
	    l->done > 0 ? CALENDAR_DOING : CALENDAR_OPEN;
}

static void
tell_action(struct calendar_item *i, const struct plan_action *a)
{
	i->id = a->id;
	i->title = a->title;
	i->owner = a->owner;
	i->seen_by = a->verification;
	i->obstacle = a->status == PLAN_BLOCKED ? a->obstacle : "";
	i->start = a->start;
	i->due = a->due;
	i->done_on = a->done_on;
	i->percent = percent(a->steps_done, a->nsteps);
	i->state = a->status == PLAN_DONE ? CALENDAR_DONE :
	    a->status == PLAN_DROPPED ? CALENDAR_LEFT :
	    a->status == PLAN_DOING || a->status == PLAN_BLOCKED ?
	    CALENDAR_DOING : CALENDAR_OPEN;
}

/* Nobody named: who does the action does its steps. */
static void
tell_step(struct calendar_item *i, const struct plan_action *a,
    const struct plan_step *s)
{
	i->id = s->id;
	i->title = s->title;
	i->owner = *s->owner != '\0' ? s->owner : a->owner;
	i->of = a->title;
	i->due = s->due;
	i->done_on = s->done_on;
	i->state = s->done_on != DATE_NONE ? CALENDAR_DONE : CALENDAR_OPEN;
	if (s->done_on == DATE_NONE && (s->dropped_on != DATE_NONE ||
	    a->status == PLAN_DONE || a->status == PLAN_DROPPED))
		i->state = CALENDAR_LEFT;
}

/* --- what is due -------------------------------------------------------- */

static void
find_step(const struct plan_action *a, size_t n, struct calendar_item *i)
{
	size_t	k, j;

	for (k = 0; k < n; k++)
		for (j = 0; j < a[k].nsteps; j++)
			if (strcmp(a[k].steps[j].id, i->id) == 0) {
				tell_step(i, &a[k], &a[k].steps[j]);
				return;
			}
}

static void
find_level(struct plan *pl, struct calendar_item *i)
{
	const char	*slash = strrchr(i->id, '/');
	char		*change = mem_strndup(i->id, (size_t)(slash - i->id));
	size_t		 k = plan_change(pl, change);
	struct plan_level *l = NULL;
	int64_t		 level;

	if (k < pl->nchanges && num_int(slash + 1, 1, 99, &level) == 0)
		l = plan_level(pl, k, (int)level);
	if (l != NULL)
		tell_level(i, l);
	free(change);
}

static void
tell_due(struct plan *pl, struct calendar_item *i)
{
	const struct plan_action	*a;
	size_t				 k;

	switch (i->kind) {
	case DUE_CHANGE:
		if ((k = plan_change(pl, i->id)) < pl->nchanges)
			tell_change(i, &pl->changes[k]);
		i->moves = moves_of(pl, "change", i->id);
		break;
	case DUE_LEVEL:
		find_level(pl, i);
		i->moves = moves_of(pl, "level", i->id);
		break;
	case DUE_ACTION:
		if ((a = plan_any_action(pl, i->id)) != NULL)
			tell_action(i, a);
		i->moves = moves_of(pl, "action", i->id);
		break;
	case DUE_STEP:
		find_step(pl->actions, pl->nactions, i);
		find_step(pl->loose, pl->nloose, i);
		i->moves = moves_of(pl, "step", i->id);
		break;
	default:
		break;
	}
}

/* An item of this kind about which nothing is known yet. */
static struct calendar_item
blank(enum plan_due_kind kind)
{
	return (struct calendar_item){ .kind = kind, .id = "", .title = "",
	    .owner = "", .of = "", .seen_by = "", .obstacle = "",
	    .start = DATE_NONE, .due = DATE_NONE, .done_on = DATE_NONE,
	    .percent = -1 };
}

static void
add_due(struct making *m, struct project *p)
{
	struct calendar_item	 i;
	struct plan_due		*d;
	size_t			 n, k;

	n = plan_due(m->pl, p, m->last, &d);
	for (k = 0; k < n; k++) {
		i = blank(d[k].kind);
		i.id = d[k].id;
		i.title = d[k].title;
		i.owner = d[k].owner;
		i.of = d[k].of;
		i.due = d[k].due;
		tell_due(m->pl, &i);
		add(m, &i);
	}
}

/* --- what is done or was left ------------------------------------------- */

static void
add_past(struct making *m, struct calendar_item *i, const char *word)
{
	if (i->state != CALENDAR_DONE && i->state != CALENDAR_LEFT)
		return;
	/* A verdict and a day of being done are revisions as a move is. */
	i->moves = moves_of(m->pl, word, i->id) + 1;
	add(m, i);
}

/* `over`: what it belongs to is over, and so is what was not done. */
static void
past_action(struct making *m, const struct plan_action *a, const char *of,
    int over)
{
	struct calendar_item	i = blank(DUE_ACTION);
	size_t			k;

	i.of = of;
	tell_action(&i, a);
	if (over && i.state != CALENDAR_DONE)
		i.state = CALENDAR_LEFT;
	over = i.state == CALENDAR_LEFT;
	add_past(m, &i, "action");
	for (k = 0; k < a->nsteps; k++) {
		i = blank(DUE_STEP);
		tell_step(&i, a, &a->steps[k]);
		if (over && i.state != CALENDAR_DONE)
			i.state = CALENDAR_LEFT;
		add_past(m, &i, "step");
	}
}

static void
past_change(struct making *m, const struct plan_change *c)
{
	struct calendar_item	 i = blank(DUE_CHANGE);
	const struct plan_level	*l;
	size_t			 k, j;
	int			 over;

	if (strcmp(c->state, "proposed") == 0)
		return;
	tell_change(&i, c);
	over = i.state == CALENDAR_DONE || i.state == CALENDAR_LEFT;
	add_past(m, &i, "change");
	for (k = 0; k < c->nlevels; k++) {
		l = &c->levels[k];
		i = blank(DUE_LEVEL);
		i.id = arena_printf(&m->pl->arena, "%s/%d", c->id, l->n);
		i.title = l->objective;
		i.owner = c->owner;
		i.of = c->title;
		tell_level(&i, l);
		if (over && i.state != CALENDAR_DONE)
			i.state = CALENDAR_LEFT;
		if (l->open)
			add_past(m, &i, "level");
		for (j = 0; j < l->nactions; j++)
			past_action(m, l->actions[j], c->title, over);
	}
}

static void
past_lessons(struct making *m, const struct table *t)
{
	struct calendar_item	i;
	size_t			k;

	for (k = table_first(t); k < t->nrows; k = table_next(t, k)) {
		if (cell_is(t, k, "visibility", "private") ||
		    (!cell_is(t, k, "state", "verified") &&
		    !cell_is(t, k, "state", "dropped")))
			continue;
		i = blank(DUE_LESSON);
		i.id = cell(t, k, "id");
		i.title = cell(t, k, "new_practice");
		if (*i.title == '\0')
			i.title = cell(t, k, "now_know");
		i.owner = cell(t, k, "owner");
		i.due = cell_day(t, k, "check_on");
		i.state = cell_is(t, k, "state", "verified") ?
		    CALENDAR_DONE : CALENDAR_LEFT;
		add_past(m, &i, "lesson");
	}
}

/* Answered; or closed without that. */
static void
past_difficulties(struct making *m, struct project *p)
{
	struct difficulties	 ds;
	const struct difficulty	*x;
	struct calendar_item	 i;
	size_t			 k;

	if (difficulties_load(&ds, p, 0) == 0)
		for (k = 0; k < ds.n; k++) {
			x = &ds.d[k];
			if (x->waiting || *x->assigned_to == '\0')
				continue;
			i = blank(DUE_DIFFICULTY);
			i.id = x->id;
			i.title = x->what;
			i.owner = x->assigned_to;
			i.due = x->due;
			i.done_on = x->answered_on;
			i.state = x->answered_on != DATE_NONE ?
			    CALENDAR_DONE : CALENDAR_LEFT;
			add_past(m, &i, "difficulty");
		}
	difficulties_free(&ds);
}

static void
past_cycles(struct making *m)
{
	const struct plan_cycle	*c;
	struct calendar_item	 i;
	size_t			 k;

	for (k = 0; k < m->pl->ncycles; k++) {
		c = &m->pl->cycles[k];
		if (strcmp(c->status, "closed") != 0)
			continue;
		i = blank(DUE_REVIEW);
		i.id = c->id;
		i.title = c->objective;
		i.due = c->review_due;
		i.state = CALENDAR_DONE;
		add_past(m, &i, "cycle");
	}
}

static int
by_day(const void *a, const void *b)
{
	const struct calendar_item	*x = a, *y = b;

	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return strcmp(x->id, y->id);
}

void
calendar_load(struct calendar *cal, struct plan *pl, struct project *p,
    int last, int done, const char *role)
{
	struct making	m = { cal, pl, role, last };
	size_t		i;

	memset(cal, 0, sizeof(*cal));
	if (last == DATE_NONE)
		m.last = INT_MAX;
	add_due(&m, p);
	if (done) {
		for (i = 0; i < pl->nchanges; i++)
			past_change(&m, &pl->changes[i]);
		for (i = 0; i < pl->nloose; i++)
			past_action(&m, &pl->loose[i], "", 0);
		past_lessons(&m, project_table(p, "lessons"));
		past_difficulties(&m, p);
		past_cycles(&m);
	}
	if (cal->n > 0)
		qsort(cal->item, cal->n, sizeof(*cal->item), by_day);
}

void
calendar_free(struct calendar *cal)
{
	free(cal->item);
	cal->item = NULL;
	cal->n = 0;
}
