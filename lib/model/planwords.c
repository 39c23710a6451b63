/* The plan's facts in people's words; a bar; ranking; what is due. */
#include "model/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "model/difficulty.h"
#include "model/log.h"
#include "model/session.h"

static const struct lang_word	verdicts[] = {
	{ "achieved", N_("achieved") },
	{ "partly", N_("partly achieved, goes on") },
	{ "adapted", N_("adapted, goes on") },
	{ "replaced", N_("replaced") },
	{ "dropped", N_("dropped") },
	{ "still_in_use", N_("still in use") },
	{ "partly_in_use", N_("partly in use") },
	{ "no_longer", N_("no longer in use") },
	{ NULL, NULL }
};

static const struct lang_word	reasons[] = {
	{ "context", N_("the context changed") },
	{ "means", N_("means were missing or came") },
	{ "internal", N_("a reason inside the team") },
	{ "tried_and_learnt", N_("tried, and learnt") },
	{ "other", N_("another reason") },
	{ NULL, NULL }
};

static const struct lang_word	fields[] = {
	{ "due", N_("due date") },
	{ "start", N_("start") },
	{ "by", N_("planned day") },
	{ "title", N_("words") },
	{ "owner", N_("who") },
	{ "means", N_("means") },
	{ "verification", N_("how we will see it") },
	{ "objective", N_("objective") },
	{ "success_sign", N_("sign of success") },
	{ "dimensions", N_("dimensions") },
	{ "builds_on", N_("builds on") },
	{ "why", N_("why it matters") },
	{ "priority", N_("priority") },
	{ "means_ok", N_("means") },
	{ "feasible", N_("feasibility") },
	{ "status", N_("status") },
	{ "done_on", N_("day it was done") },
	{ "result", N_("result") },
	{ "obstacle", N_("obstacle") },
	{ "review_due", N_("date of the review") },
	{ "open", N_("opened early") },
	{ "baseline", N_("value at the start") },
	{ "baseline_on", N_("day of that value") },
	{ "target", N_("target") },
	{ "target_on", N_("day of the target") },
	{ "value", N_("value of a day") },
	{ "direction", N_("direction") },
	{ "unit", N_("unit") },
	{ "source", N_("source") },
	{ "frequency", N_("how often") },
	{ NULL, NULL }
};

static const struct lang_word	statuses[] = {
	{ "draft", N_("draft") },
	{ "todo", N_("to do") },
	{ "doing", N_("under way") },
	{ "done", N_("done") },
	{ "blocked", N_("blocked") },
	{ "dropped", N_("dropped") },
	{ NULL, NULL }
};

const char *
plan_verdict_words(const char *verdict)
{
	return lang_word(verdicts, verdict);
}

const char *
plan_reason_words(const char *reason)
{
	return lang_word(reasons, reason);
}

const char *
plan_field_words(struct project *p, const char *field)
{
	if (strcmp(field, "level") == 0)
		return project_level_now(p);
	return lang_word(fields, field);
}

const char *
plan_value_words(const char *field, const char *value)
{
	return strcmp(field, "status") == 0 ? lang_word(statuses, value) :
	    value;
}

const char *
plan_nothing_words(const struct plan *pl)
{
	size_t	i;

	for (i = 0; i < pl->nchanges; i++)
		if (strcmp(pl->changes[i].state, "proposed") != 0)
			return _("No pivotal change is at work now.");
	return _("No pivotal change is chosen yet.");
}

char *
plan_status_words(const struct plan_action *a)
{
	char	day[64];

	if (a->status == PLAN_BLOCKED && *a->obstacle != '\0')
		return mem_printf(_("blocked: %s"), a->obstacle);
	if (a->status == PLAN_DONE && a->done_on != DATE_NONE)
		return mem_printf(_("done on %s"),
		    date_words(day, sizeof(day), a->done_on));
	return mem_strdup(lang_word(statuses, plan_status_word(a->status)));
}

char *
plan_step_words(const struct plan_action *a, const struct plan_step *s)
{
	struct str	line;
	char		day[64];
	int		open = s->done_on == DATE_NONE &&
			    a->status != PLAN_DONE &&
			    a->status != PLAN_DROPPED;

	str_init(&line);
	str_add(&line, s->title);
	if (open && *s->owner != '\0' && strcmp(s->owner, a->owner) != 0)
		str_printf(&line, " · %s", s->owner);
	if (open && s->due != DATE_NONE) {
		str_add(&line, " · ");
		str_printf(&line, _("for %s"), date_words(day, sizeof(day),
		    s->due));
	}
	return str_take(&line);
}

char *
plan_bar(size_t done, size_t of, int width)
{
	struct str	s;
	size_t		n = 0, w = width > 0 ? (size_t)width : 0, i;

	if (of > 0)
		n = done >= of ? w : done * w / of;
	/* What is begun shows, and what is not finished shows too. */
	if (n == 0 && done > 0)
		n = 1;
	str_init(&s);
	str_addc(&s, '[');
	for (i = 0; i < w; i++)
		str_addc(&s, i < n ? '#' : '-');
	str_addc(&s, ']');
	return str_take(&s);
}

char *
plan_progress_words(size_t done, size_t of)
{
	if (of == 0)
		return mem_strdup(_("nothing planned yet"));
	return mem_printf(_("%zu of %zu done"), done, of);
}

/* --- the beginning of an id that is enough to type ---------------------- */

static size_t
actions_that_begin(const struct plan_action *a, size_t na, const char *s,
    size_t n)
{
	size_t	hits = 0, i, k;

	for (i = 0; i < na; i++) {
		hits += strncmp(a[i].id, s, n) == 0;
		for (k = 0; k < a[i].nsteps + a[i].ndropped; k++)
			hits += strncmp(a[i].steps[k].id, s, n) == 0;
	}
	return hits;
}

static size_t
ids_that_begin(const struct plan *pl, const char *s, size_t n)
{
	size_t	hits = 0, i;

	for (i = 0; i < pl->nchanges; i++)
		hits += strncmp(pl->changes[i].id, s, n) == 0;
	return hits + actions_that_begin(pl->actions, pl->nactions, s, n) +
	    actions_that_begin(pl->loose, pl->nloose, s, n);
}

char *
plan_short_id(const struct plan *pl, const char *id)
{
	size_t	n;

	for (n = 0; id[n] != '\0'; n++)
		if (n >= 3 && id[n] == '-' && ids_that_begin(pl, id, n) == 1)
			break;
	return mem_strndup(id, n);
}

size_t
plan_rank(struct plan *pl, int all, struct plan_rank **out)
{
	struct plan_rank	*r, tmp;
	const struct plan_change *c;
	size_t			 i, k, n = 0;

	r = arena_alloc(&pl->arena, (pl->nchanges + 1) * sizeof(*r));
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (strcmp(c->state, "proposed") == 0 || (all && c->active))
			r[n++].change = i;
	}
	/* By insertion: stable, so that ties stay in the file's order. */
	for (i = 1; i < n; i++) {
		tmp = r[i];
		for (k = i; k > 0 && pl->changes[r[k - 1].change].sum <
		    pl->changes[tmp.change].sum; k--)
			r[k] = r[k - 1];
		r[k] = tmp;
	}
	for (i = 0; i < n; i++) {
		c = &pl->changes[r[i].change];
		if (c->sum == 0)
			continue;
		r[i].rank = (int)i + 1;
		if (i > 0 && pl->changes[r[i - 1].change].sum == c->sum) {
			r[i].rank = r[i - 1].rank;
			r[i].tied = r[i - 1].tied = 1;
		}
	}
	*out = r;
	return n;
}

struct due_list {
	struct plan_due	*item;
	size_t		 n, cap;
	int		 last, today;
};

static void
due_add(struct due_list *d, enum plan_due_kind kind, const char *id,
    const char *title, const char *owner, const char *of, int due)
{
	struct plan_due	*i;

	if (due == DATE_NONE || due > d->last)
		return;
	d->item = mem_grow(d->item, d->n, &d->cap, sizeof(*d->item));
	i = &d->item[d->n++];
	i->kind = kind;
	i->id = id;
	i->title = title;
	i->owner = owner;
	i->of = of;
	i->due = due;
	i->days = due - d->today;
}

static void
due_action(struct due_list *d, const struct plan_action *a, const char *of)
{
	const struct plan_step	*s;
	size_t			 i;

	if (a->status == PLAN_DONE || a->status == PLAN_DROPPED)
		return;
	due_add(d, DUE_ACTION, a->id, a->title, a->owner, of, a->due);
	for (i = 0; i < a->nsteps; i++) {
		s = &a->steps[i];
		if (s->done_on == DATE_NONE)
			due_add(d, DUE_STEP, s->id, s->title, s->owner,
			    a->title, s->due);
	}
}

static void
due_change(struct due_list *d, struct plan *pl, struct plan_change *c)
{
	struct plan_level	*l;
	size_t			 i, k;

	due_add(d, DUE_CHANGE, c->id, c->title, c->owner, "", c->due);
	for (i = 0; i < c->nlevels; i++) {
		l = &c->levels[i];
		if (l->open && l->done_on == DATE_NONE)
			due_add(d, DUE_LEVEL, arena_printf(&pl->arena,
			    "%s/%d", c->id, l->n), l->objective, c->owner,
			    c->title, l->by);
		for (k = 0; k < l->nactions; k++)
			due_action(d, l->actions[k], c->title);
	}
}

/* What a co-development session agreed is told at the next one. */
static void
due_sessions(struct due_list *d, struct plan *pl, const struct table *t)
{
	struct plan_action	*a;
	char			*of;
	size_t			 i;

	for (i = 0; i < pl->nloose; i++) {
		a = &pl->loose[i];
		of = session_words(cell_day(t, table_find(t, a->session),
		    "date"));
		due_action(d, a, arena_str(&pl->arena, of));
		free(of);
	}
}

static void
due_lessons(struct due_list *d, const struct table *t)
{
	const char	*title;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "state", "chosen") &&
		    !cell_is(t, i, "state", "applied"))
			continue;
		if (cell_is(t, i, "visibility", "private"))
			continue;	/* strayed here by hand */
		title = cell(t, i, "new_practice");
		if (*title == '\0')
			title = cell(t, i, "now_know");
		due_add(d, DUE_LESSON, cell(t, i, "id"), title,
		    cell(t, i, "owner"), "", cell_day(t, i, "check_on"));
	}
}

/* What somebody was to answer and has not; private ones are not asked for. */
static void
due_difficulties(struct due_list *d, struct project *p)
{
	struct difficulties	 ds;
	const struct difficulty	*x;
	size_t			 i;

	if (difficulties_load(&ds, p, 0) == 0)
		for (i = 0; i < ds.n; i++) {
			x = &ds.d[i];
			if (x->waiting && *x->assigned_to != '\0')
				due_add(d, DUE_DIFFICULTY, x->id, x->what,
				    x->assigned_to, "", x->due);
		}
	difficulties_free(&ds);
}

/* By day; the order in which they were found settles ties. */
static void
due_sort(struct plan_due *item, size_t n)
{
	struct plan_due	tmp;
	size_t		i, k;

	for (i = 1; i < n; i++) {
		tmp = item[i];
		for (k = i; k > 0 && item[k - 1].due > tmp.due; k--)
			item[k] = item[k - 1];
		item[k] = tmp;
	}
}

size_t
plan_due(struct plan *pl, struct project *p, int last, struct plan_due **out)
{
	struct due_list		 d = { NULL, 0, 0, last, pl->today };
	const struct plan_cycle	*c;
	size_t			 i;

	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			due_change(&d, pl, &pl->changes[i]);
	due_sessions(&d, pl, project_table(p, "sessions"));
	due_lessons(&d, project_table(p, "lessons"));
	due_difficulties(&d, p);
	if (pl->cycle < pl->ncycles) {
		c = &pl->cycles[pl->cycle];
		due_add(&d, DUE_REVIEW, c->id, c->objective, "", "",
		    c->review_due);
	}
	if (d.n > 0)
		due_sort(d.item, d.n);
	*out = arena_alloc(&pl->arena, (d.n + 1) * sizeof(**out));
	if (d.n > 0)
		memcpy(*out, d.item, d.n * sizeof(**out));
	free(d.item);
	return d.n;
}
