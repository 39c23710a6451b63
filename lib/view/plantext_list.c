/* The plan as a listing: changes, levels, actions and steps. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/utf.h"
#include "view/list.h"
#include "view/plantext_in.h"

static const char *const	list_names[] = { "kind", "id", "change",
    "level", "title", "status", "done", "of", "owner", "start", "due",
    "done_on", NULL };
static const char *const	table_names[] = { "id", "title", "status",
    "progress", "owner", "due", NULL };
static const char *const	table_titles[] = { N_("id"), N_("what"),
    N_("where it stands"), N_("progress"), N_("who"), N_("due"), NULL };

/* One line of the listing, before it takes the form that was asked for. */
struct line {
	const char	*kind, *id, *change, *title, *status, *words, *owner;
	int		 level, start, due, done_on, indent;
	size_t		 done, of;
	int		 counts;	/* done and of mean something */
};

struct listing {
	struct list			*l;
	const struct plan		*pl;
	const struct plan_pick		*pick;
	int				 picks;	/* by owner, status or day */
	int				 table;
};

static void
put_table(struct listing *o, const struct line *n)
{
	char	day[DATE_LEN], *id, *title, *bar, *words, *progress = NULL;

	if (n->counts) {
		bar = plan_bar(n->done, n->of, BAR);
		words = plan_progress_words(n->done, n->of);
		progress = mem_printf("%s %s", bar, words);
		free(bar);
		free(words);
	}
	id = n->level > 0 && strcmp(n->kind, "level") == 0 ? NULL :
	    plan_short_id(o->pl, n->id);
	if (id == NULL) {
		char	*c = plan_short_id(o->pl, n->change);

		id = mem_printf("%s/%d", c, n->level);
		free(c);
	}
	title = mem_printf("%*s%s", n->indent, "", n->title);
	list_row(o->l, (const char *[]){ id, title, n->words, progress,
	    n->owner, list_day(day, n->due) });
	free(progress);
	free(id);
	free(title);
}

static void
put_line(struct listing *o, const struct line *n)
{
	char	level[12] = "", done[24] = "", of[24] = "";
	char	s[DATE_LEN], d[DATE_LEN], f[DATE_LEN];

	if (o->table) {
		put_table(o, n);
		return;
	}
	if (n->counts) {
		snprintf(done, sizeof(done), "%zu", n->done);
		snprintf(of, sizeof(of), "%zu", n->of);
	}
	if (n->level > 0)
		snprintf(level, sizeof(level), "%d", n->level);
	list_row(o->l, (const char *[]){ n->kind, n->id, n->change, level,
	    n->title, n->status, done, of, n->owner, list_day(s, n->start),
	    list_day(d, n->due), list_day(f, n->done_on) });
}

/* Whether a line is one of those that were asked for. */
static int
is_picked(const struct listing *o, const char *status, const char *owner,
    int due)
{
	const struct plan_pick	*p = o->pick;

	if (p->status != NULL && strcmp(p->status, status) != 0)
		return 0;
	if (p->until != DATE_NONE && (due == DATE_NONE || due > p->until))
		return 0;
	return p->owner == NULL || utf_has(owner, p->owner);
}

static const char *
step_status(const struct plan_step *s)
{
	return s->dropped_on != DATE_NONE ? "dropped" :
	    s->done_on != DATE_NONE ? "done" : "todo";
}

static int
step_picked(const struct listing *o, const struct plan_step *s)
{
	return is_picked(o, step_status(s), s->owner, s->due);
}

static int
action_picked(const struct listing *o, const struct plan_action *a)
{
	return is_picked(o, plan_status_word(a->status), a->owner, a->due);
}

/* Whether there is anything of an action to show. */
static int
action_shows(const struct listing *o, const struct plan_action *a)
{
	size_t	i;

	if (action_picked(o, a))
		return 1;
	for (i = 0; i < a->nsteps + a->ndropped; i++)
		if (step_picked(o, &a->steps[i]))
			return 1;
	return 0;
}

/* Whether a level's own line stands there: for people, above what does. */
static int
level_shows(const struct listing *o, const struct plan_level *l)
{
	size_t	i;

	for (i = 0; i < l->nactions && o->picks; i++)
		if (action_shows(o, l->actions[i]))
			break;
	return !o->picks || (o->table && i < l->nactions);
}

static int
change_shows(const struct listing *o, const struct plan_change *c)
{
	size_t	i;

	for (i = 0; i < c->nlevels && o->picks; i++)
		if (level_shows(o, &c->levels[i]))
			break;
	return !o->picks || i < c->nlevels;
}

static void
list_step(struct listing *o, const struct plan_action *a,
    const struct plan_step *s, const char *change, int indent)
{
	const char	*words = _("to do");

	if (s->dropped_on != DATE_NONE)
		words = _("dropped");
	else if (s->done_on != DATE_NONE)
		words = _("done");
	else if (a->status == PLAN_DONE)
		words = _("left open");
	put_line(o, &(struct line){ "step", s->id, change, s->title,
	    step_status(s), words, s->owner, a->level, DATE_NONE, s->due, s->done_on, indent,
	    0, 0, 0 });
}

static void
list_action(struct listing *o, const struct plan_action *a, const char *change,
    int indent)
{
	char			*words = plan_status_words(a);
	struct line		 n = { "action", a->id, change, a->title,
				    plan_status_word(a->status), words,
				    a->owner, a->level, a->start, a->due,
				    a->done_on, indent, a->steps_done, a->nsteps,
				    a->nsteps > 0 };
	size_t			 i;

	/* Of what is done without some of its steps no bar says otherwise. */
	if (o->table && a->status == PLAN_DONE && a->steps_done < a->nsteps)
		n.counts = 0;
	if (action_picked(o, a) || (o->table && action_shows(o, a)))
		put_line(o, &n);
	free(words);
	for (i = 0; i < a->nsteps + a->ndropped; i++)
		if (step_picked(o, &a->steps[i]))
			list_step(o, a, &a->steps[i], change, indent + 2);
}

static const char *
level_status(const struct plan_level *l)
{
	return !l->open ? "draft" : l->done_on != DATE_NONE ? "done" : "doing";
}

static const char *
level_words(const struct plan_level *l)
{
	return !l->open ? _("not open yet") : l->done_on != DATE_NONE ?
	    _("reached") : _("open");
}

static const char *
change_words(const struct plan_change *c)
{
	if (strcmp(c->state, "proposed") == 0)
		return _("proposed");
	if (*c->verdict != '\0')
		return plan_verdict_words(c->verdict);
	return _("at work");
}

static void
list_change(struct listing *o, const struct plan_change *c, const char *word)
{
	const struct plan_level	*l;
	char			*id, *title;
	size_t			 i, k;

	if (change_shows(o, c))
		put_line(o, &(struct line){ "change", c->id, c->id, c->title,
		    c->state, change_words(c), c->owner, 0, c->start, c->due,
		    plan_verdict_final(c->verdict) ? c->verdict_on :
		    DATE_NONE, 0, c->done, c->of,
		    strcmp(c->state, "proposed") != 0 });
	for (i = 0; i < c->nlevels; i++) {
		l = &c->levels[i];
		id = mem_printf("%s/%d", c->id, l->n);
		title = o->table ? plantext_level(word, l) :
		    mem_strdup(l->objective);
		if (level_shows(o, l))
			put_line(o, &(struct line){ "level", id, c->id, title,
			    level_status(l), level_words(l), "", l->n,
			    DATE_NONE, l->by, l->done_on, 2, l->done, l->of,
			    1 });
		free(id);
		free(title);
		for (k = 0; k < l->nactions; k++)
			list_action(o, l->actions[k], c->id, 4);
	}
}

void
plantext_list(FILE *fp, enum form form, struct plan *pl,
    const struct plan_pick *pick, const char *level_word)
{
	struct listing	o = { NULL, pl, pick, pick->owner != NULL ||
			    pick->status != NULL || pick->until != DATE_NONE,
			    list_is_table(fp, form) };
	size_t		only = pick->only, i;
	int		all = pick->all;

	o.l = list_begin(fp, form, o.table ? table_names : list_names,
	    o.table ? table_titles : NULL);
	list_numeric(o.l, "level");
	list_numeric(o.l, "done");
	list_numeric(o.l, "of");
	for (i = 0; i < pl->nchanges; i++)
		if (i == only || (only == pl->nchanges && (all ||
		    pl->changes[i].active)))
			list_change(&o, &pl->changes[i], level_word);
	for (i = 0; i < pl->nloose && only == pl->nchanges; i++)
		if (all || o.picks || (pl->loose[i].status != PLAN_DONE &&
		    pl->loose[i].status != PLAN_DROPPED))
			list_action(&o, &pl->loose[i], "", 0);
	list_end(o.l);
}
