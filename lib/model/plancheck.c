/*
 * What the commands refuse, found again in files that were edited by hand or
 * merged: the limits, the order of levels, dates and verdicts that belong
 * together.  Each fault stands at its cell.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/links.h"
#include "model/planedit.h"
#include "model/planlimit.h"

static void
check_active(struct project *p, const struct plan *pl)
{
	const struct table	*t = project_table(p, "changes");
	size_t			 max, n = 0, i;
	struct place		 at;

	max = (size_t)project_int(p, "changes_per_cycle");
	for (i = 0; i < pl->nchanges; i++) {
		if (!pl->changes[i].active || ++n <= max)
			continue;
		at = table_place(t, pl->changes[i].row, "state");
		msg_fault(&at, N_("change %zu of at most %zu active ones: "
		    "'%s'"), n, max, pl->changes[i].title);
	}
}

/* How many of the actions that count at this level come up to this one. */
static size_t
place_in_level(struct project *p, const struct plan *pl,
    const struct plan_action *a)
{
	int			 all;
	size_t			 n = 0, i;
	const struct plan_action *o;

	all = strcmp(project_get(p, "actions_scope"), "plan") == 0;
	for (i = 0; i < pl->nactions; i++) {
		o = &pl->actions[i];
		if (o->level == a->level && o->status != PLAN_DROPPED &&
		    (o->change == a->change ||
		    (all && pl->changes[o->change].active)))
			n++;
		if (o == a)
			break;
	}
	return n;
}

static void
check_level_sizes(struct project *p, const struct plan *pl)
{
	const struct table	*t = project_table(p, "actions");
	const struct plan_action *a;
	size_t			 max, n, i;
	struct place		 at;

	max = (size_t)project_int(p, "actions_per_level");
	for (i = 0; i < pl->nactions; i++) {
		a = &pl->actions[i];
		if (a->status == PLAN_DROPPED ||
		    !pl->changes[a->change].active)
			continue;
		if ((n = place_in_level(p, pl, a)) <= max)
			continue;
		at = table_place(t, a->row, "level");
		msg_fault(&at, N_("action %zu of at most %zu at %s %d: "
		    "'%s'"), n, max, project_level_now(p), a->level, a->title);
	}
}

/* Whether this field was adjusted, with a reason; ref is freed. */
static int
adjusted(const struct plan *pl, char *ref, const char *field)
{
	size_t	i;

	for (i = 0; i < pl->nadjustments; i++)
		if (strcmp(pl->adjustments[i].ref, ref) == 0 &&
		    strcmp(pl->adjustments[i].field, field) == 0)
			break;
	free(ref);
	return i < pl->nadjustments;
}

static int
opened_early(const struct plan *pl, const char *change, int n)
{
	return adjusted(pl, mem_printf("level:%s/%d", change, n), "open");
}

/*
 * A day beyond the cycle's months is a remark; one that was moved there has
 * its reason.  ref is freed.
 */
static void
remark_beyond(struct project *p, const struct plan *pl, const char *table,
    size_t row, const char *field, int day, char *ref)
{
	char		 buf[DATE_LEN], words[64];
	int		 moved = adjusted(pl, ref, field), last;
	struct place	 at;

	last = plan_cycle_end(p, pl);
	if (day == DATE_NONE || last == DATE_NONE || day <= last || moved)
		return;
	at = table_place(project_table(p, table), row, field);
	msg_remark(&at, N_("%s is beyond the cycle's months, which end on %s"),
	    date_str(buf, day), date_words(words, sizeof(words), last));
}

static void
remark_days(struct project *p, const struct plan *pl,
    const struct plan_change *c)
{
	const struct plan_level		*l;
	const struct plan_action	*a;
	size_t				 i, k;

	remark_beyond(p, pl, "changes", c->row, "due", c->due,
	    mem_printf("change:%s", c->id));
	for (i = 0; i < c->nlevels; i++) {
		l = &c->levels[i];
		if (l->open && l->done_on == DATE_NONE)
			remark_beyond(p, pl, "levels", l->row, "by", l->by,
			    mem_printf("level:%s/%d", c->id, l->n));
		for (k = 0; k < l->nactions; k++) {
			a = l->actions[k];
			if (a->status != PLAN_DONE &&
			    a->status != PLAN_DROPPED)
				remark_beyond(p, pl, "actions", a->row, "due",
				    a->due, mem_printf("action:%s", a->id));
		}
	}
}

/* A level is reached when its actions are done or dropped. */
static void
check_reached(struct project *p, const struct plan_change *c,
    const struct plan_level *l)
{
	const struct table	*t = project_table(p, "levels");
	struct place		 at;
	char			*open;

	if (!l->open || l->done_on == DATE_NONE || l->done == l->of)
		return;
	open = plan_unfinished(l);
	at = table_place(t, l->row, "done_on");
	msg_fault(&at, N_("%s %d of '%s' is reached, but still has %s"),
	    project_level_now(p), l->n, c->title, open);
	free(open);
}

static void
check_levels_of(struct project *p, const struct plan *pl,
    const struct plan_change *c)
{
	const struct table	*t = project_table(p, "levels");
	const char		*word = project_level_now(p);
	const struct plan_level	*l, *below;
	struct place		 at;
	size_t			 i;

	for (i = 0; i < c->nlevels; i++) {
		l = &c->levels[i];
		if (c->active)
			check_reached(p, c, l);
		if (i == 0)
			continue;
		below = &c->levels[i - 1];
		if (!l->open)
			continue;
		at = table_place(t, l->row, "level");
		if (!below->open)
			msg_fault(&at, N_("%s %d of '%s' without %s %d"), word,
			    l->n, c->title, word, below->n);
		else if (below->done_on == DATE_NONE &&
		    !opened_early(pl, c->id, l->n))
			msg_fault(&at, N_("%s %d of '%s' is open, %s %d is "
			    "not done, and no adjustment says why"), word,
			    l->n, c->title, word, below->n);
	}
}

static void
check_action(struct project *p, const struct plan *pl,
    const struct plan_action *a)
{
	const struct table		*t = project_table(p, "actions");
	const struct plan_change	*c = a->change < pl->nchanges ?
					    &pl->changes[a->change] : NULL;
	int				 runs;
	struct place			 at;

	/* What a session agreed waits for its start as a draft does. */
	runs = a->status == PLAN_DOING ||
	    (a->status == PLAN_TODO && c != NULL);
	at = table_place(t, a->row, "done_on");
	if (a->status == PLAN_DONE && a->done_on == DATE_NONE)
		msg_fault(&at, N_("'%s' is done, without its day"), a->title);
	if (a->status != PLAN_DONE && a->done_on != DATE_NONE)
		msg_fault(&at, N_("'%s' has a day of being done, but is not "
		    "done"), a->title);
	at = table_place(t, a->row, "due");
	if (a->due != DATE_NONE && a->start != DATE_NONE && a->due < a->start)
		msg_fault(&at, N_("'%s' would be due before it starts"),
		    a->title);
	if (runs && (a->due == DATE_NONE || *a->owner == '\0' ||
	    *a->verification == '\0')) {
		at = table_place(t, a->row, "status");
		msg_fault(&at, N_("'%s' runs without owner, due date or means "
		    "of verification"), a->title);
	}
	if (runs && c != NULL && c->active && !c->levels[a->level - 1].open) {
		at = table_place(t, a->row, "level");
		msg_fault(&at, N_("%s %d of '%s' is not open yet"),
		    project_level_now(p), a->level, c->title);
	}
}

/* An id that changes.csv has; one that it has not is another check's. */
static int
cycle_closed(const struct plan *pl, const char *id)
{
	size_t	i;

	for (i = 0; i < pl->ncycles; i++)
		if (strcmp(pl->cycles[i].id, id) == 0)
			return strcmp(pl->cycles[i].status, "closed") == 0;
	return 0;
}

static void
check_change(struct project *p, const struct plan *pl,
    const struct plan_change *c)
{
	const struct table	*t = project_table(p, "changes");
	int			 final = plan_verdict_final(c->verdict);
	struct place		 at = table_place(t, c->row, "state");

	if (strcmp(c->state, "closed") == 0 && !final)
		msg_fault(&at, N_("'%s' is closed without a verdict that "
		    "closes it"), c->title);
	if (strcmp(c->state, "chosen") == 0 && final)
		msg_fault(&at, N_("'%s' is %s, but not closed"), c->title,
		    plan_verdict_words(c->verdict));
	if (strcmp(c->state, "proposed") == 0 && *c->verdict != '\0')
		msg_fault(&at, N_("'%s' has a verdict, but was not chosen"),
		    c->title);
	if (c->active && *c->verdict == '\0' && cycle_closed(pl, c->cycle))
		msg_fault(&at, N_("the cycle '%s' is closed, and '%s' has no "
		    "verdict"), c->cycle, c->title);
	if (c->active && *c->cycle == '\0') {
		at = table_place(t, c->row, "cycle");
		msg_fault(&at, N_("'%s' is chosen for no cycle"), c->title);
	}
	at = table_place(t, c->row, "decided_on");
	if (strcmp(c->state, "chosen") == 0 &&
	    (c->decided_on == DATE_NONE || *c->decided_by == '\0'))
		msg_fault(&at, N_("'%s' is chosen, without who decided and "
		    "when"), c->title);
	if (c->due != DATE_NONE && c->start != DATE_NONE &&
	    c->due < c->start) {
		at = table_place(t, c->row, "due");
		msg_fault(&at, N_("'%s' would be due before it starts"),
		    c->title);
	}
	if (strcmp(c->replaces, c->id) == 0) {
		at = table_place(t, c->row, "replaces");
		msg_fault(&at, N_("'%s' replaces itself"), c->title);
	}
}

static void
check_cycles(struct project *p, const struct plan *pl)
{
	const struct table	*t = project_table(p, "cycles");
	const struct plan_cycle	*c, *open = NULL;
	struct place		 at;
	size_t			 i;

	for (i = 0; i < pl->ncycles; i++) {
		c = &pl->cycles[i];
		at = table_place(t, c->row, "status");
		if (strcmp(c->status, "closed") != 0) {
			if (open != NULL)
				msg_fault(&at, N_("two cycles are open: '%s' "
				    "and '%s'"), open->id, c->id);
			open = c;
		} else if (plan_cycle_lessons(p, c->id) == 0)
			msg_fault(&at, N_("the cycle '%s' is closed without a "
			    "lesson that was chosen"), c->id);
		at = table_place(t, c->row, "review_due");
		if (c->start != DATE_NONE && c->review_due != DATE_NONE &&
		    c->review_due < c->start)
			msg_fault(&at, N_("the review of '%s' would come "
			    "before its start"), c->id);
	}
}

/* A step is done, or left, or goes on. */
static void
check_steps(struct project *p)
{
	const struct table	*t = project_table(p, "steps");
	struct place		 at;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (*cell(t, i, "done_on") == '\0' ||
		    *cell(t, i, "dropped_on") == '\0')
			continue;
		at = table_place(t, i, "dropped_on");
		msg_fault(&at, N_("'%s' is done and dropped"),
		    edit_row_called(t, i));
	}
}

static void
check_reviews(struct project *p)
{
	const struct table	*t = project_table(p, "reviews");
	size_t			 i;
	struct place		 at;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if ((!cell_is(t, i, "verdict", "replaced") &&
		    !cell_is(t, i, "verdict", "dropped")) ||
		    *cell(t, i, "note") != '\0')
			continue;
		at = table_place(t, i, "note");
		msg_fault(&at, N_("a change that was replaced or dropped, "
		    "without the reason"));
	}
}

void
plan_check(struct project *p)
{
	struct plan	pl;
	size_t		i;

	if (plan_load(&pl, p) == 0) {
		check_cycles(p, &pl);
		check_active(p, &pl);
		check_level_sizes(p, &pl);
		for (i = 0; i < pl.nchanges; i++) {
			check_change(p, &pl, &pl.changes[i]);
			check_levels_of(p, &pl, &pl.changes[i]);
			if (pl.changes[i].active)
				remark_days(p, &pl, &pl.changes[i]);
		}
		for (i = 0; i < pl.nactions; i++)
			check_action(p, &pl, &pl.actions[i]);
		for (i = 0; i < pl.nloose; i++)
			check_action(p, &pl, &pl.loose[i]);
		check_steps(p);
		check_reviews(p);
		links_check(p);
	}
	plan_free(&pl);
}
