/* The month's sheet on paper. */
#include "view/month.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "view/report_in.h"

#define ROOMY	13	/* actions and steps that fit a page in large type */

static void
columns(struct doc_table *t)
{
	doc_col(t, _("Key action"), 0);
	doc_col(t, _("done"), DOC_COL_WRITE | DOC_COL_NARROW);
	doc_col(t, _("under way"), DOC_COL_WRITE | DOC_COL_NARROW);
	doc_col(t, _("blocked"), DOC_COL_WRITE | DOC_COL_NARROW);
	doc_col(t, _("on (day)"), DOC_COL_WRITE | DOC_COL_NARROW);
	doc_col(t, _("what is in the way"), DOC_COL_WRITE);
}

/* "treasurer, by 20 March 2026", as far as it is known; "" where nothing is. */
static const char *
promised(struct doc *d, const char *owner, int due)
{
	if (due == DATE_NONE)
		return owner;
	if (*owner == '\0')
		return doc_printf(d, _("by %s"), report_day(d, due));
	/* TRANSLATORS: who does it; day by which. */
	return doc_printf(d, _("%s, by %s"), owner, report_day(d, due));
}

/* What an action lacks to begin is asked for under its words. */
static void
action(struct doc *d, struct doc_table *t, const struct plan_action *a)
{
	const char	*words = promised(d, a->owner, a->due);
	char		*state = plan_status_words(a);

	doc_row(t);
	doc_cell(t, a->title);
	doc_cell_more(t, *words != '\0' ?
	    /* TRANSLATORS: who and by when; where it stands. */
	    doc_printf(d, _("%s — %s"), words, state) :
	    doc_keep(d, state), NULL);
	if (*a->owner == '\0' || a->due == DATE_NONE ||
	    *a->verification == '\0')
		doc_cell_more(t, doc_printf(d, "%s%s%s", *a->owner == '\0' ?
		    _("who? ………………… ") : "", a->due == DATE_NONE ?
		    _("by when? ……………… ") : "", *a->verification == '\0' ?
		    _("how will we see it? …………………………") : ""), NULL);
	free(state);
}

/* A step is done or not. */
static void
step(struct doc *d, struct doc_table *t, const struct plan_step *s)
{
	const char	*words = promised(d, s->owner, s->due);

	doc_row(t);
	doc_cell(t, *words != '\0' ? doc_printf(d, _("– %s (%s)"), s->title,
	    words) : doc_printf(d, "– %s", s->title));
	doc_cell(t, "");
	doc_cell(t, "–");
	doc_cell(t, "–");
}

/* "Change 1: its words — Level 2: its objective". */
static const char *
heading(struct doc *d, struct project *p, const struct plan_change *c,
    size_t n, int level)
{
	const struct plan_level	*l = &c->levels[level - 1];
	const char		*change, *name = report_level(d, p, level);

	change = doc_printf(d, _("Change %zu: %s"), n, c->title);
	if (*l->objective != '\0')
		name = doc_printf(d, _("%s: %s"), name, l->objective);
	/* TRANSLATORS: a change and its level, each with its words. */
	return doc_printf(d, _("%s — %s"), change, name);
}

/* The lines of the plan, under the change and level that they serve. */
static void
planned(struct doc *d, struct project *p, const struct plan *pl,
    const struct month *m)
{
	const struct plan_action	*a;
	struct doc_table		*t;
	size_t				 i, change = pl->nchanges, n = 0;
	int				 level = 0;

	if (m->nplan == 0) {
		doc_para(d, pl->nactive > 0 || session_only(p, pl) ?
		    _("No key action is open now.") : plan_nothing_words(pl));
		return;
	}
	t = doc_table(d, _("Our plan"));
	columns(t);
	for (i = 0; i < m->nplan; i++) {
		a = m->lines[i].action;
		n += a->change != change;
		if (a->change != change || a->level != level)
			doc_row_across(t, heading(d, p,
			    &pl->changes[a->change], n, a->level), NULL);
		change = a->change;
		level = a->level;
		if (m->lines[i].step != NULL)
			step(d, t, m->lines[i].step);
		else
			action(d, t, a);
	}
}

/* n empty lines to write on, under a heading that says what is asked. */
static void
lines(struct doc *d, const char *head, const char *const *cols, int n)
{
	struct doc_table	*t = doc_table(d, head);
	char			 number[16];
	int			 i;

	for (; *cols != NULL; cols++)
		doc_col(t, **cols == '\0' ? "" : _(*cols), DOC_COL_WRITE |
		    (cols[1] == NULL ? DOC_COL_NARROW : 0));
	for (i = 1; i <= n; i++) {
		snprintf(number, sizeof(number), "%d", i);
		doc_row(t);
		doc_cell(t, number);
	}
}

static void
not_planned(struct doc *d)
{
	static const char *const	small[] = { "", N_("What is different "
	    "now, however small?"), N_("For whom?"), N_("Who saw it? (role)"),
	    N_("Day"), NULL };
	static const char *const	met[] = { "", N_("What was it about?"),
	    N_("Who wrote this? (role)"), N_("Day"), NULL };
	static const char *const	hard[] = { "", N_("What is it?"),
	    N_("Who raised it? (role)"), N_("Day"), NULL };

	lines(d, _("Small changes, planned or not"), small, MONTH_SEEN);
	lines(d, _("Meetings of the focal team"), met, MONTH_MET);
	lines(d, _("New difficulties"), hard, MONTH_HARD);
}

struct doc *
month_page(struct project *p, const struct plan *pl, const struct month *m,
    const char *lang)
{
	char		 words[64], *title;
	struct doc	*d;

	lang_use(lang);
	title = mem_printf(_("%s: sheet of the month, %s"), report_team(p),
	    date_month_words(words, sizeof(words), m->first));
	d = doc_new(lang_now(), title);
	free(title);
	doc_open(d, m->nplan > ROOMY ? DOC_CLOSE : DOC_MONTH, NULL);
	doc_para(d, _("Tick where each action stands at the end of the month. "
	    "Where it is blocked, say by what. What has not begun stays "
	    "empty. Write roles, no names."));
	planned(d, p, pl, m);
	not_planned(d);
	doc_end(d);
	return d;
}
