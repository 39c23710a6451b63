/* The plan as facts: from the tables to cycles, changes, levels, actions. */
#include "model/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/ids.h"
#include "base/num.h"

/* Beyond this a level's number is a slip of the keyboard, not a plan. */
#define LEVEL_MAX	99

static const char *const statuses[] = {
	"draft", "todo", "doing", "done", "blocked", "dropped"
};

/* The id behind "word:" of an open reference, NULL if it is another's. */
static const char *
ref_id(const char *ref, const char *word)
{
	size_t	n = strlen(word);

	return strncmp(ref, word, n) == 0 && ref[n] == ':' ? ref + n + 1 : NULL;
}

const char *
plan_status_word(enum plan_status s)
{
	return statuses[s];
}

static enum plan_status
status_of(const char *word)
{
	size_t	i;

	for (i = 0; i < sizeof(statuses) / sizeof(*statuses); i++)
		if (strcmp(statuses[i], word) == 0)
			return (enum plan_status)i;
	return PLAN_DRAFT;
}

static int
small_int(const struct table *t, size_t i, const char *name)
{
	int64_t	v = cell_int(t, i, name, 0);

	return v > 0 && v <= LEVEL_MAX ? (int)v : 0;
}

static void
load_cycles(struct plan *pl, const struct table *t)
{
	struct plan_cycle	*c;
	size_t			 i;

	pl->cycles = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->cycles));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		c = &pl->cycles[pl->ncycles++];
		c->id = cell(t, i, "id");
		c->objective = cell(t, i, "objective");
		c->status = cell(t, i, "status");
		c->start = cell_day(t, i, "start");
		c->review_due = cell_day(t, i, "review_due");
		c->row = i;
	}
	for (i = pl->ncycles; i-- > 0;)
		if (strcmp(pl->cycles[i].status, "closed") != 0)
			break;
	pl->cycle = i < pl->ncycles ? i : pl->ncycles;
}

static void
load_change(struct plan_change *c, const struct table *t, size_t i)
{
	c->id = cell(t, i, "id");
	c->title = cell(t, i, "title");
	c->cycle = cell(t, i, "cycle");
	c->dimensions = cell(t, i, "dimensions");
	c->builds_on = cell(t, i, "builds_on");
	c->why = cell(t, i, "why");
	c->success_sign = cell(t, i, "success_sign");
	c->owner = cell(t, i, "owner");
	c->decided_by = cell(t, i, "decided_by");
	c->replaces = cell(t, i, "replaces");
	c->note = cell(t, i, "note");
	c->state = cell(t, i, "state");
	if (*c->state == '\0')
		c->state = "proposed";
	c->priority = small_int(t, i, "priority");
	c->means = small_int(t, i, "means_ok");
	c->feasible = small_int(t, i, "feasible");
	if (c->priority > 0 && c->means > 0 && c->feasible > 0)
		c->sum = c->priority + c->means + c->feasible;
	c->start = cell_day(t, i, "start");
	c->due = cell_day(t, i, "due");
	c->decided_on = cell_day(t, i, "decided_on");
	c->verdict = c->verdict_note = c->use = "";
	c->verdict_on = c->use_on = DATE_NONE;
	c->row = i;
}

static void
load_changes(struct plan *pl, const struct table *t)
{
	size_t	i;

	pl->changes = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->changes));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		load_change(&pl->changes[pl->nchanges], t, i);
		ids_add(pl->change_ids, pl->changes[pl->nchanges].id,
		    pl->nchanges);
		pl->nchanges++;
	}
}

int
plan_verdict_use(const char *verdict)
{
	return strcmp(verdict, "still_in_use") == 0 ||
	    strcmp(verdict, "partly_in_use") == 0 ||
	    strcmp(verdict, "no_longer") == 0;
}

int
plan_verdict_final(const char *verdict)
{
	return strcmp(verdict, "achieved") == 0 ||
	    strcmp(verdict, "replaced") == 0 || strcmp(verdict, "dropped") == 0;
}

/* The last by date counts; of one day, the last in the file. */
static void
take_review(struct plan_change *c, const struct plan_review *r)
{
	if (plan_verdict_use(r->verdict)) {
		if (r->date >= c->use_on) {
			c->use = r->verdict;
			c->use_on = r->date;
		}
	} else if (r->date >= c->verdict_on) {
		c->verdict = r->verdict;
		c->verdict_note = r->note;
		c->verdict_on = r->date;
	}
}

static void
load_reviews(struct plan *pl, const struct table *t)
{
	struct plan_review	*r;
	struct plan_change	*c;
	size_t			 i;

	pl->reviews = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->reviews));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		r = &pl->reviews[pl->nreviews++];
		r->id = cell(t, i, "id");
		r->verdict = cell(t, i, "verdict");
		r->decided_by = cell(t, i, "decided_by");
		r->note = cell(t, i, "note");
		r->date = cell_day(t, i, "date");
		r->change = plan_change(pl, cell(t, i, "change"));
		if (r->change < pl->nchanges)
			take_review(&pl->changes[r->change], r);
	}
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		c->active = strcmp(c->state, "chosen") == 0 &&
		    !plan_verdict_final(c->verdict);
		pl->nactive += (size_t)c->active;
	}
}

static void
load_action(struct plan *pl, struct plan_action *a, const struct table *t,
    size_t i)
{
	a->id = cell(t, i, "id");
	a->title = cell(t, i, "title");
	a->owner = cell(t, i, "owner");
	a->means = cell(t, i, "means");
	a->verification = cell(t, i, "verification");
	a->obstacle = cell(t, i, "obstacle");
	a->result = cell(t, i, "result");
	a->status = status_of(cell(t, i, "status"));
	a->level = small_int(t, i, "level");
	if (a->level == 0)
		a->level = 1;
	a->start = cell_day(t, i, "start");
	a->due = a->first_due = cell_day(t, i, "due");
	a->done_on = cell_day(t, i, "done_on");
	if (a->status != PLAN_DONE && a->status != PLAN_DROPPED &&
	    a->due != DATE_NONE && a->due < pl->today)
		a->overdue = pl->today - a->due;
	a->row = i;
}

/* What a session agreed: no change, no level. */
static void
load_loose(struct plan *pl, const struct table *t, size_t i,
    const struct table *sessions)
{
	const char		*id = ref_id(cell(t, i, "ref"), "session");
	struct plan_action	*a;

	if (id == NULL || table_find(sessions, id) == sessions->nrows)
		return;
	a = &pl->loose[pl->nloose];
	load_action(pl, a, t, i);
	ids_add(pl->loose_ids, a->id, pl->nloose++);
	a->session = id;
	a->change = pl->nchanges;
	a->level = 0;
}

static void
load_actions(struct plan *pl, const struct table *t,
    const struct table *sessions)
{
	struct plan_action	*a;
	const char		*id;
	size_t			 i, c;

	pl->actions = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->actions));
	pl->loose = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->loose));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		id = ref_id(cell(t, i, "ref"), "change");
		if (id == NULL || (c = plan_change(pl, id)) == pl->nchanges) {
			load_loose(pl, t, i, sessions);
			continue;
		}
		a = &pl->actions[pl->nactions];
		load_action(pl, a, t, i);
		ids_add(pl->action_ids, a->id, pl->nactions++);
		a->change = c;
	}
}

static void
load_step(struct plan_action *a, const struct table *t, size_t i)
{
	struct plan_step	*s = &a->steps[a->nsteps + a->ndropped];

	s->id = cell(t, i, "id");
	s->title = cell(t, i, "title");
	s->owner = cell(t, i, "owner");
	s->due = cell_day(t, i, "due");
	s->done_on = cell_day(t, i, "done_on");
	s->dropped_on = cell_day(t, i, "dropped_on");
	s->row = i;
	if (s->dropped_on != DATE_NONE) {
		a->ndropped++;
		return;
	}
	a->nsteps++;
	a->steps_done += s->done_on != DATE_NONE;
}

/* Steps that go on or are done, or (`dropped`) those that were left. */
static void
load_some_steps(struct plan *pl, const struct table *t, int dropped)
{
	struct plan_action	*a;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((cell_day(t, i, "dropped_on") != DATE_NONE) == dropped &&
		    (a = plan_any_action(pl, cell(t, i, "action"))) != NULL)
			load_step(a, t, i);
}

static void
make_steps(struct plan *pl, struct plan_action *a, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++) {
		a[i].steps = arena_alloc(&pl->arena,
		    (a[i].nsteps + 1) * sizeof(*a[i].steps));
		a[i].nsteps = 0;
	}
}

static void
load_steps(struct plan *pl, const struct table *t)
{
	struct plan_action	*a;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((a = plan_any_action(pl, cell(t, i, "action"))) != NULL)
			a->nsteps++;
	make_steps(pl, pl->actions, pl->nactions);
	make_steps(pl, pl->loose, pl->nloose);
	load_some_steps(pl, t, 0);
	load_some_steps(pl, t, 1);
}

/* Make room for the levels of each change: the highest number met. */
static void
make_levels(struct plan *pl, const struct table *t)
{
	struct plan_change	*c;
	size_t			 i, k;
	int			 n;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		k = plan_change(pl, cell(t, i, "change"));
		n = small_int(t, i, "level");
		if (k < pl->nchanges && pl->changes[k].nlevels < (size_t)n)
			pl->changes[k].nlevels = (size_t)n;
	}
	for (i = 0; i < pl->nactions; i++) {
		c = &pl->changes[pl->actions[i].change];
		if (c->nlevels < (size_t)pl->actions[i].level)
			c->nlevels = (size_t)pl->actions[i].level;
	}
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		c->levels = arena_alloc(&pl->arena,
		    (c->nlevels + 1) * sizeof(*c->levels));
		for (k = 0; k < c->nlevels; k++) {
			c->levels[k].n = (int)k + 1;
			c->levels[k].objective = "";
			c->levels[k].by = c->levels[k].done_on = DATE_NONE;
		}
	}
}

static void
fill_levels(struct plan *pl, const struct table *t)
{
	struct plan_level	*l;
	struct plan_change	*c;
	size_t			 i, k;
	int			 n;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		k = plan_change(pl, cell(t, i, "change"));
		n = small_int(t, i, "level");
		if (k == pl->nchanges || n == 0)
			continue;
		l = &pl->changes[k].levels[n - 1];
		l->open = 1;
		l->objective = cell(t, i, "objective");
		l->by = cell_day(t, i, "by");
		l->done_on = cell_day(t, i, "done_on");
		l->row = i;
	}
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		for (k = 0; k < c->nlevels; k++) {
			if (!c->levels[k].open)
				continue;
			if (c->level == 0 ||
			    c->levels[c->level - 1].done_on != DATE_NONE)
				c->level = k + 1;
		}
	}
}

/* Hang the actions into their levels and count them. */
static void
count_actions(struct plan *pl)
{
	struct plan_change	*c;
	struct plan_level	*l;
	struct plan_action	*a;
	size_t			 i;

	for (i = 0; i < pl->nactions; i++) {
		a = &pl->actions[i];
		pl->changes[a->change].levels[a->level - 1].nactions++;
	}
	for (i = 0; i < pl->nactions; i++) {
		a = &pl->actions[i];
		c = &pl->changes[a->change];
		l = &c->levels[a->level - 1];
		if (l->actions == NULL) {
			l->actions = arena_alloc(&pl->arena,
			    (l->nactions + 1) * sizeof(*l->actions));
			l->nactions = 0;
		}
		l->actions[l->nactions++] = a;
		if (a->status == PLAN_DROPPED)
			continue;
		l->of++;
		c->of++;
		l->done += a->status == PLAN_DONE;
		c->done += a->status == PLAN_DONE;
	}
}

/* The step of that id among these actions; *of is its action. */
static const struct plan_step *
find_step(const struct plan_action *a, size_t n, const char *id,
    const struct plan_action **of)
{
	size_t	i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < a[i].nsteps + a[i].ndropped; k++)
			if (strcmp(a[i].steps[k].id, id) == 0) {
				*of = &a[i];
				return &a[i].steps[k];
			}
	return NULL;
}

/* The same for a level, "CHANGE/2". */
static const char *
level_title(struct plan *pl, const char *id, size_t *change, int *level)
{
	const char	*slash = strchr(id, '/');
	int64_t		 n;
	size_t		 i;

	if (slash == NULL)
		return NULL;
	i = plan_change(pl, arena_strn(&pl->arena, id, (size_t)(slash - id)));
	if (i == pl->nchanges)
		return NULL;
	*change = i;
	if (num_int(slash + 1, 1, LEVEL_MAX, &n) == 0)
		*level = (int)n;
	return pl->changes[i].title;
}

static const char *
cycle_title(struct plan *pl, const char *id)
{
	const struct plan_cycle	*c;
	size_t			 i;

	for (i = 0; i < pl->ncycles; i++) {
		c = &pl->cycles[i];
		if (strcmp(c->id, id) == 0)
			return *c->objective == '\0' ? c->id :
			    arena_printf(&pl->arena, "%s (%s)", c->objective,
			    c->id);
	}
	return NULL;
}

/* What an adjustment is about, in the words of the plan; NULL: nothing. */
static const char *
ref_title(struct plan *pl, const char *ref, size_t *change, int *level)
{
	const struct plan_action	*a;
	const struct plan_step		*s;
	const char			*id;

	*change = pl->nchanges;
	*level = 0;
	if ((id = ref_id(ref, "change")) != NULL &&
	    (*change = plan_change(pl, id)) < pl->nchanges)
		return pl->changes[*change].title;
	if ((id = ref_id(ref, "action")) != NULL &&
	    (a = plan_any_action(pl, id)) != NULL) {
		*change = a->change;
		return a->title;
	}
	if ((id = ref_id(ref, "cycle")) != NULL)
		return cycle_title(pl, id);
	if ((id = ref_id(ref, "level")) != NULL)
		return level_title(pl, id, change, level);
	if ((id = ref_id(ref, "step")) == NULL)
		return NULL;
	s = find_step(pl->actions, pl->nactions, id, &a);
	if (s == NULL)
		s = find_step(pl->loose, pl->nloose, id, &a);
	if (s == NULL)
		return NULL;
	*change = a->change;
	return s->title;
}

/* The same for an indicator: its name, and the change that it measures. */
static const char *
indicator_title(struct plan *pl, struct project *p, const char *ref,
    size_t *change)
{
	const struct table	*t;
	const char		*id = ref_id(ref, "indicator"), *of, *title;
	size_t			 i;

	if (id == NULL)
		return NULL;
	t = project_table(p, "indicators");
	i = table_find(t, id);
	if ((of = ref_id(cell(t, i, "ref"), "change")) != NULL)
		*change = plan_change(pl, of);
	title = cell_label(t, i, "label", project_lang(p), NULL);
	return *title != '\0' ? title : NULL;
}

/* The first move of a due date says what was planned at first. */
static void
take_move(struct plan *pl, const struct plan_adjustment *d)
{
	struct plan_action	*a;
	const char		*id = ref_id(d->ref, "action");
	int			 day;

	if (id == NULL || strcmp(d->field, "due") != 0 ||
	    (a = plan_any_action(pl, id)) == NULL)
		return;
	if (!a->moved && date_parse(d->old, &day) == 0) {
		a->moved = 1;
		a->first_due = day;
	}
}

static void
load_adjustments(struct plan *pl, struct project *p)
{
	const struct table	*t = project_table(p, "adjustments");
	struct plan_adjustment	*d;
	size_t			 i;

	pl->adjustments = arena_alloc(&pl->arena,
	    (table_count(t) + 1) * sizeof(*pl->adjustments));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		d = &pl->adjustments[pl->nadjustments++];
		d->id = cell(t, i, "id");
		d->ref = cell(t, i, "ref");
		d->field = cell(t, i, "field");
		d->old = cell(t, i, "old");
		d->now = cell(t, i, "new");
		d->reason = cell(t, i, "reason");
		d->alternative = cell(t, i, "alternative");
		d->note = cell(t, i, "note");
		d->date = cell_day(t, i, "date");
		d->title = ref_title(pl, d->ref, &d->change, &d->level);
		if (d->title == NULL)
			d->title = indicator_title(pl, p, d->ref, &d->change);
		if (d->title == NULL)
			d->title = d->ref;
		take_move(pl, d);
	}
}

int
plan_load(struct plan *pl, struct project *p)
{
	const struct table	*levels;

	memset(pl, 0, sizeof(*pl));
	arena_init(&pl->arena);
	pl->change_ids = ids_new();
	pl->action_ids = ids_new();
	pl->loose_ids = ids_new();
	pl->today = project_today(p);
	pl->per_level = (int)project_int(p, "actions_per_level");
	pl->whole = strcmp(project_get(p, "actions_scope"), "plan") == 0;
	levels = project_table(p, "levels");
	load_cycles(pl, project_table(p, "cycles"));
	load_changes(pl, project_table(p, "changes"));
	load_reviews(pl, project_table(p, "reviews"));
	load_actions(pl, project_table(p, "actions"),
	    project_table(p, "sessions"));
	load_steps(pl, project_table(p, "steps"));
	make_levels(pl, levels);
	fill_levels(pl, levels);
	count_actions(pl);
	load_adjustments(pl, p);
	return project_bad(p) ? -1 : 0;
}

void
plan_free(struct plan *pl)
{
	ids_free(pl->change_ids);
	ids_free(pl->action_ids);
	ids_free(pl->loose_ids);
	arena_free(&pl->arena);
}

size_t
plan_change(const struct plan *pl, const char *id)
{
	return ids_at(pl->change_ids, id, pl->nchanges);
}

size_t
plan_action(const struct plan *pl, const char *id)
{
	return ids_at(pl->action_ids, id, pl->nactions);
}

struct plan_action *
plan_any_action(const struct plan *pl, const char *id)
{
	size_t	i = plan_action(pl, id);

	if (i < pl->nactions)
		return &pl->actions[i];
	i = ids_at(pl->loose_ids, id, pl->nloose);
	return i < pl->nloose ? &pl->loose[i] : NULL;
}

struct plan_level *
plan_level(const struct plan *pl, size_t change, int n)
{
	if (n < 1 || (size_t)n > pl->changes[change].nlevels)
		return NULL;
	return &pl->changes[change].levels[n - 1];
}
