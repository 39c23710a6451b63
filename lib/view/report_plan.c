/*
 * The plan on one page, for the wall: the changes that are at work, the
 * level that each has reached with its key actions, and by what everybody
 * will see that it holds.  It does not depend on the day it is printed.
 */
#include <string.h>

#include "base/mem.h"
#include "model/log.h"
#include "model/plan.h"
#include "model/roles.h"
#include "view/report_in.h"

#define ROOMY	42	/* lines that fit a page in large type */

/* A box to tick: ticked, struck out, or empty. */
static const char *
box(const struct plan_action *a)
{
	return a->status == PLAN_DONE ? "☑" : "☐";
}

static void
by_when(struct doc *d, struct doc_table *t, const struct plan_action *a)
{
	if (a->status == PLAN_DONE && a->done_on != DATE_NONE)
		doc_cell(t, doc_printf(d, _("done on %s"),
		    report_day(d, a->done_on)));
	else if (a->status == PLAN_DONE)
		doc_cell(t, _("done"));
	else
		doc_cell(t, a->due == DATE_NONE ? "" :
		    report_day(d, a->due));
	if (a->status == PLAN_BLOCKED)
		doc_cell_more(t, *a->obstacle == '\0' ? _("blocked") :
		    doc_printf(d, _("blocked: %s"), a->obstacle), NULL);
}

static void
steps(struct doc *d, struct doc_table *t, const struct plan_action *a)
{
	char	*words;
	size_t	 i;

	for (i = 0; i < a->nsteps; i++) {
		words = plan_step_words(a, &a->steps[i]);
		doc_cell_more(t, doc_printf(d, "%s %s",
		    a->steps[i].done_on != DATE_NONE ? "☑" : "☐", words),
		    NULL);
		free(words);
	}
}

static struct doc_table *
actions_table(struct doc *d, const char *caption, const char *what)
{
	struct doc_table	*t = doc_table(d, caption);

	doc_col(t, what, 0);
	doc_col(t, _("Who"), 0);
	doc_col(t, _("By when"), 0);
	doc_col(t, _("We will see it by"), 0);
	return t;
}

static void
action(struct doc *d, struct doc_table *t, const struct plan_action *a)
{
	doc_row(t);
	doc_cell(t, doc_printf(d, "%s %s", box(a), a->title));
	if (a->status != PLAN_DONE)
		steps(d, t, a);
	doc_cell(t, a->owner);
	by_when(d, t, a);
	doc_cell(t, a->verification);
}

static void
actions(struct doc *d, const char *caption, const struct plan_level *l)
{
	struct doc_table	*t = actions_table(d, caption,
				    _("Key action"));
	size_t			 i;

	for (i = 0; i < l->nactions; i++)
		if (l->actions[i]->status != PLAN_DROPPED)
			action(d, t, l->actions[i]);
}

/* Whether it was agreed at a session and is not over. */
static int
is_agreed(const struct plan_action *a)
{
	return a->status != PLAN_DONE && a->status != PLAN_DROPPED;
}

/* What sessions of co-development agreed; how many there are. */
static size_t
agreed(struct doc *d, const struct plan *pl)
{
	struct doc_table	*t = NULL;
	size_t			 i, n = 0;

	for (i = 0; i < pl->nloose; i++) {
		if (!is_agreed(&pl->loose[i]))
			continue;
		if (n++ == 0) {
			doc_head(d, 2, _("Agreed at sessions"));
			t = actions_table(d, _("What is told at the next one"),
			    _("Action"));
		}
		action(d, t, &pl->loose[i]);
	}
	return n;
}

/* A level in a line: its objective and whether it is reached. */
static const char *
level_line(struct doc *d, struct project *p, const struct plan_level *l)
{
	const char	*name = report_level(d, p, l->n);
	const char	*what;

	what = *l->objective == '\0' ? name :
	    /* TRANSLATORS: "Level 1: its objective". */
	    doc_printf(d, _("%s: %s"), name, l->objective);
	if (l->done_on != DATE_NONE)
		/* TRANSLATORS: a level and its objective; day. */
		return doc_printf(d, _("%s — reached on %s"), what,
		    report_day(d, l->done_on));
	if (l->by != DATE_NONE)
		return doc_printf(d, _("%s — by %s"), what,
		    report_day(d, l->by));
	return what;
}

/* What is reached needs a line; the level at work has its table. */
static void
levels(struct doc *d, struct project *p, const struct plan_change *c)
{
	const struct plan_level	*l;
	size_t			 i;

	for (i = 0; i < c->nlevels; i++) {
		l = &c->levels[i];
		if (l->done_on == DATE_NONE && l->of > 0) {
			actions(d, level_line(d, p, l), l);
			continue;
		}
		doc_para(d, NULL);
		doc_strong(d, doc_printf(d, "%s %s",
		    l->done_on != DATE_NONE ? "☑" : "☐",
		    level_line(d, p, l)));
		if (l->done_on != DATE_NONE && l->of > 0)
			doc_more(d, doc_printf(d, ngettext(
			    "(%zu of %zu key action done)",
			    "(%zu of %zu key actions done)",
			    (unsigned long)l->of), l->done, l->of));
	}
	if (c->nlevels == 0)
		doc_para(d, _("Nothing is planned yet: what is the first "
		    "step that we can surely reach?"));
}

static void
change(struct doc *d, struct project *p, const struct plan_change *c,
    size_t n)
{
	doc_open(d, DOC_KEEP, NULL);
	doc_head(d, 2, doc_printf(d, _("Change %zu: %s"), n, c->title));
	doc_para(d, NULL);
	if (*c->success_sign != '\0')
		doc_more(d, doc_printf(d, _("Sign of success: %s"),
		    report_stop(d, c->success_sign)));
	if (*c->owner != '\0')
		doc_more(d, doc_printf(d, _("Who leads: %s"),
		    report_stop(d, c->owner)));
	if (c->due != DATE_NONE)
		doc_more(d, doc_printf(d, _("To be reached by %s."),
		    report_day(d, c->due)));
	levels(d, p, c);
	doc_end(d);
}

static int
achieved(const struct plan_change *c)
{
	return strcmp(c->verdict, "achieved") == 0;
}

/* What the team has already brought about, before what it works on. */
static void
done_before(struct doc *d, const struct plan *pl)
{
	size_t	i, n = 0;

	for (i = 0; i < pl->nchanges; i++) {
		if (pl->changes[i].active || !achieved(&pl->changes[i]))
			continue;
		report_begin(d, ++n, _("What we have achieved"));
		doc_item(d, doc_printf(d, "☑ %s", pl->changes[i].title));
	}
	if (n > 0)
		doc_end(d);
}

static void
ideas(struct doc *d, const struct plan *pl)
{
	size_t	i, n = 0;

	for (i = 0; i < pl->nchanges; i++) {
		if (strcmp(pl->changes[i].state, "proposed") != 0)
			continue;
		report_begin(d, ++n, _("Ideas on the table"));
		doc_item(d, pl->changes[i].title);
	}
	if (n > 0)
		doc_end(d);
}

static void
intro(struct doc *d, const struct plan *pl, const struct report_ask *ask)
{
	const struct plan_cycle	*c;

	doc_para(d, NULL);
	if (ask->dated)
		doc_more(d, doc_printf(d, _("As it stands on %s."),
		    report_day(d, ask->today)));
	if (pl->cycle < pl->ncycles) {
		c = &pl->cycles[pl->cycle];
		if (*c->objective != '\0')
			doc_more(d, report_stop(d, c->objective));
		if (c->review_due != DATE_NONE)
			doc_more(d, doc_printf(d, _("We look back together by "
			    "%s."), report_day(d, c->review_due)));
	}
}

/* The wall says that every small change counts. */
static void
small(struct doc *d, const struct log_book *b)
{
	if (b->nseen == 0)
		doc_para(d, _("Small changes: tell whoever keeps the log what "
		    "you see, however small. Each one counts."));
	else
		doc_para(d, doc_printf(d, ngettext(
		    "%zu small change seen so far. Tell whoever keeps the log "
		    "what you see: each one counts.",
		    "%zu small changes seen so far. Tell whoever keeps the log "
		    "what you see: each one counts.",
		    (unsigned long)b->nseen), b->nseen));
}

/* About how many lines the page will have, headings counted double. */
static size_t
lines(const struct plan *pl)
{
	const struct plan_change	*c;
	size_t				 i, k, a, n = 4;

	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		n += c->active ? 5 : achieved(c);
		for (k = 0; c->active && k < c->nlevels; k++) {
			n += 2;
			for (a = 0; c->levels[k].done_on == DATE_NONE &&
			    a < c->levels[k].nactions; a++)
				n += 1 + c->levels[k].actions[a]->nsteps;
		}
	}
	for (i = 0; i < pl->nloose; i++)
		if (is_agreed(&pl->loose[i]))
			n += 1 + pl->loose[i].nsteps;
	return n;
}

static struct doc *
wall(struct project *p, const struct report_ask *ask, const struct plan *pl,
    const struct log_book *b)
{
	const char	*lang = report_lang(ask);
	char		*title;
	struct doc	*d;
	size_t		 i, n = 0;

	title = mem_printf(_("%s: our plan"), report_team(p));
	d = doc_new(lang, title);
	free(title);
	doc_open(d, lines(pl) > ROOMY ? DOC_TIGHT : DOC_SHEET, NULL);
	if (ask->names)
		doc_para(d, roles_warning());
	intro(d, pl, ask);
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			change(d, p, &pl->changes[i], ++n);
	if (n == 0 && !session_only(p, pl)) {
		doc_para(d, plan_nothing_words(pl));
		ideas(d, pl);
	}
	if (agreed(d, pl) == 0 && session_only(p, pl))
		doc_para(d, _("No action of a session is open now."));
	done_before(d, pl);
	small(d, b);
	doc_end(d);
	return d;
}

struct doc *
report_plan(struct project *p, const struct report_ask *ask)
{
	struct plan	 pl;
	struct log_book	 b;
	struct doc	*d = NULL;
	int		 bad;

	bad = plan_load(&pl, p) != 0;
	bad |= log_load(&b, p, 0) != 0;
	if (!bad && ask->names)
		bad = roles_name(&pl, p) != 0;
	if (!bad)
		d = wall(p, ask, &pl, &b);
	plan_free(&pl);
	log_free(&b);
	return d;
}
