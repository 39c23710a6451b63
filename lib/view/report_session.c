/*
 * The sheets of a co-development session, a page each: for the facilitator
 * the opening and the six steps with their times; for the client the plan
 * until the next session; for each participant a page of the logbook.  The
 * client, the question and the contract stand on none of them: who writes
 * them there by hand takes them home.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/sessionedit.h"
#include "view/report_in.h"
#include "view/sessionwords.h"

#define ROWS	7	/* lines of a plan that nothing is agreed of yet */

/* --- the facilitator's sheet -------------------------------------------- */

static void
when(struct doc *d, const struct session *s)
{
	doc_para(d, doc_printf(d, _("%s, %d minutes"), report_day(d, s->date),
	    s->minutes));
	if (*s->theme != '\0')
		doc_more(d, report_sentence(d, s->theme));
}

static void
opening(struct doc *d, struct sessions *ss, size_t at)
{
	struct plan_action	**a;
	struct session_step	  step;
	size_t			  n = session_opening(ss, at, &a), i;
	char			 *how;

	if (n == 0)
		return;
	session_step(0, &step);
	doc_head(d, 2, doc_printf(d, _("Opening, %d minutes at most"),
	    SESSION_OPENING));
	doc_para(d, report_sentence(d, doc_printf(d, "%s %s", step.who,
	    step.may)));
	doc_more(d, report_sentence(d, step.not));
	doc_open(d, DOC_TICKS, NULL);
	doc_list(d, 0);
	for (i = 0; i < n; i++) {
		how = session_became(a[i]);
		doc_item(d, doc_printf(d, _("%s %s: %s"),
		    a[i]->status == PLAN_DONE ? "☑" : "☐", a[i]->title, how));
		free(how);
	}
	doc_end(d);
	doc_end(d);
}

static void
steps(struct doc *d, const struct session *s)
{
	struct doc_table	*t;
	struct session_step	 step;
	int			 split[SESSION_STEPS], i, at = 0;

	session_split(s->minutes, split);
	doc_head(d, 2, _("The six steps"));
	t = doc_table(d, _("Who speaks, for how long, and what may be said"));
	doc_col(t, _("Step"), 0);
	doc_col(t, _("Minutes"), DOC_COL_NARROW);
	doc_col(t, _("What may be said, and what may not"), 0);
	for (i = 0; i < SESSION_STEPS; i++) {
		session_step(i + 1, &step);
		doc_row(t);
		doc_cell(t, doc_printf(d, "%d. %s", i + 1, step.name));
		doc_cell_more(t, step.who, NULL);
		doc_cell(t, doc_printf(d, _("%d (%d to %d)"), split[i], at,
		    at + split[i]));
		doc_cell(t, step.may);
		doc_cell_more(t, doc_printf(d, _("Take care: %s"), step.not),
		    NULL);
		at += split[i];
	}
}

static void
sheet(struct doc *d, struct sessions *ss, size_t at)
{
	when(d, &ss->list[at]);
	doc_open(d, DOC_ASIDE, NULL);
	doc_para(d, session_discretion());
	doc_end(d);
	opening(d, ss, at);
	steps(d, &ss->list[at]);
	doc_head(d, 2, _("My notes on how it goes"));
	doc_para(d, _("Time, and who has not spoken yet; nothing of the case."));
	doc_blank(d, 4);
}

/* --- the client's plan ----------------------------------------------------- */

static void
plan(struct doc *d, const struct sessions *ss, size_t at)
{
	const struct session		*s = &ss->list[at];
	const struct plan_action	*a;
	struct doc_table		*t;
	size_t				 i, n = 0;
	int				 by = session_tell_by(ss, at);

	doc_head(d, 2, _("What I do before the next session"));
	doc_para(d, by == DATE_NONE ?
	    _("Small enough to be done by then; I tell there what came of "
	    "it.") : doc_printf(d, _("Small enough to be done by %s; I tell "
	    "there what came of it."), report_day(d, by)));
	doc_para(d, _("What I want to reach:"));
	doc_blank(d, 2);
	t = doc_table(d, _("Actions"));
	doc_col(t, _("What I do, in small steps"), DOC_COL_WRITE);
	doc_col(t, _("With whom and with what"), DOC_COL_WRITE);
	doc_col(t, _("By when"), DOC_COL_WRITE);
	doc_col(t, _("By what I will see it"), DOC_COL_WRITE);
	for (i = 0; i < s->nactions; i++) {
		a = s->actions[i];
		if (a->status == PLAN_DROPPED)
			continue;
		doc_row(t);
		doc_cell(t, a->title);
		doc_cell(t, a->means);
		doc_cell(t, a->due == DATE_NONE ? "" : report_day(d, a->due));
		doc_cell(t, a->verification);
		n++;
	}
	for (; n < ROWS; n++) {
		doc_row(t);
		for (i = 0; i < 4; i++)
			doc_cell(t, "");
	}
	if (s->nactions == 0) {
		doc_para(d, _("For the group's folder, in words that say "
		    "nothing of the case: which of these lines?"));
		doc_blank(d, 2);
	}
	if (s->nlessons == 0)
		return;
	doc_para(d, _("Learnt there:"));
	doc_list(d, 0);
	for (i = 0; i < s->nlessons; i++)
		doc_item(d, s->lessons[i].text);
	doc_end(d);
}

/* --- a page of the logbook ------------------------------------------------- */

static void
carnet(struct doc *d, const struct session *s)
{
	static const struct {
		const char	*head, *ask;
	}	parts[] = {
		{ N_("Teaching"), N_("What I learnt, about the matter and about helping; what I take along.") },
		{ N_("Feeling"), N_("How I was: at ease, moved, irritated; what I appreciated, what I missed.") },
		{ N_("Progress"), N_("What I did since last time, however small; what I try next, and by when.") }
	};
	size_t	i;

	doc_head(d, 2, doc_printf(d, _("My logbook, %s"),
	    report_day(d, s->date)));
	doc_para(d, _("This page is mine: nobody collects it, nobody reads "
	    "it."));
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		doc_open(d, DOC_KEEP, NULL);
		doc_head(d, 3, _(parts[i].head));
		doc_para(d, _(parts[i].ask));
		doc_blank(d, 8);
		doc_end(d);
	}
}

/* --- all ------------------------------------------------------------------- */

static struct doc *
pages(struct project *p, const struct report_ask *ask, struct sessions *ss,
    size_t at, unsigned parts)
{
	const char	*lang = report_lang(ask);
	char		*name = session_title(&(struct session){
			    .series = ss->list[at].series, .theme = "",
			    .nth = ss->list[at].nth, .of = ss->list[at].of });
	char		*title = mem_printf(_("%s: %s"), report_team(p), name);
	struct doc	*d = doc_new(lang, title);

	free(title);
	free(name);
	if (parts & SESSION_SHEET)
		sheet(d, ss, at);
	if (parts & SESSION_PLAN) {
		if (parts & SESSION_SHEET)
			doc_page(d);
		plan(d, ss, at);
	}
	if (parts & SESSION_CARNET) {
		if (parts != SESSION_CARNET)
			doc_page(d);
		carnet(d, &ss->list[at]);
	}
	return d;
}

struct doc *
report_session(struct project *p, const struct report_ask *ask,
    const char *typed, unsigned parts)
{
	struct sessions	 ss;
	struct plan	 pl;
	struct doc	*d = NULL;
	size_t		 at;
	int		 bad = plan_load(&pl, p) != 0;

	if (sessions_load(&ss, p, &pl) == 0 && !bad) {
		if (typed != NULL)
			at = session_meant(&ss, p, typed);
		else if ((at = session_next(&ss, NULL, ask->today)) == ss.n)
			msg_fault(NULL, N_("no session is planned from today "
			    "on"));
		if (at < ss.n)
			d = pages(p, ask, &ss, at, parts);
	}
	sessions_free(&ss);
	plan_free(&pl);
	return d;
}
