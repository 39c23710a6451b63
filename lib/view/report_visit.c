/*
 * One page to prepare the next visit: what the mentor recalls, what has
 * moved, what was agreed, where it is hard, and the questions that follow
 * from these facts; then room to write.  When that visit will be stands
 * nowhere in it: dates of visits to come never leave the team.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/difficulty.h"
#include "model/log.h"
#include "model/plan.h"
#include "model/planedit.h"
#include "model/roles.h"
#include "view/report_in.h"

/* What a page holds of each kind; the rest is counted. */
#define SEEN_MAX	4
#define DONE_MAX	3
#define AGREED_MAX	3
#define BLOCKED_MAX	3
#define DUE_MAX		5
#define ADJUSTED_MAX	2
#define DIFFICULT_MAX	3
#define LESSONS_MAX	3
#define ASKED_MAX	7
#define ASKED_BLOCKED	2	/* of these at most */
#define DUE_DAYS	14
#define CHECK_DAYS	31	/* lessons to check: by then */

struct visit {
	struct project	*p;
	struct doc	*d;
	struct plan	 plan;
	struct log_book	 book;
	struct difficulties hard;
	struct plan_due	*due;
	size_t		 ndue;
	const struct report_ask *ask;
	const struct log_contact *last;	/* the contact since which; or NULL */
	int		 since, today;
	size_t		 asked;		/* questions so far */
	size_t		 full;		/* items on the page so far */
};

/* An item of the page; what is left of it is room to write. */
static void
item(struct visit *v, const char *text)
{
	v->full++;
	doc_item(v->d, text);
}

static int
within(const struct visit *v, int day)
{
	return day != DATE_NONE && day >= v->since && day <= v->today;
}

/* ------------------------------------------------- what we recall first -- */

static void
contact_frame(struct visit *v)
{
	struct doc	*d = v->d;
	int64_t		 rhythm = project_int(v->p, "rhythm_days");
	long		 ago;
	size_t		 i = v->book.ncontacts;

	if (rhythm > 0)
		doc_more(d, doc_printf(d, ngettext("Rhythm: a contact every "
		    "%ld day.", "Rhythm: a contact every %ld days.", (unsigned long)rhythm), (long)rhythm));
	/* The focal team's own meetings have a rhythm of their own. */
	while (i-- > 0)
		if (v->book.contacts[i].date <= v->today &&
		    strcmp(v->book.contacts[i].mode, "team_meeting") != 0 &&
		    report_shared(v->book.contacts[i].visibility))
			break;
	if (i >= v->book.ncontacts)
		return;
	ago = v->today - v->book.contacts[i].date;
	if (ago == 0)
		doc_more(d, _("The last one is of today."));
	else
		doc_more(d, doc_printf(d, ngettext("The last one was %ld day "
		    "ago.", "The last one was %ld days ago.",
		    (unsigned long)ago), ago));
}

static void
frame(struct visit *v)
{
	const struct plan_cycle	*c;
	struct doc		*d = v->d;

	doc_head(d, 2, _("The frame"));
	doc_para(d, NULL);
	if (v->plan.cycle < v->plan.ncycles) {
		c = &v->plan.cycles[v->plan.cycle];
		if (*c->objective != '\0')
			doc_more(d, doc_printf(d, _("Objective of this cycle: "
			    "%s"), report_stop(d, c->objective)));
		if (c->review_due != DATE_NONE)
			doc_more(d, doc_printf(d, _("We look back together by "
			    "%s."), report_day(d, c->review_due)));
	}
	contact_frame(v);
	v->full += report_context(d, v->p);
}

/* The level at work with its objective, and how far it is. */
static void
change(struct visit *v, const struct plan_change *c)
{
	const struct plan_level	*l;
	struct doc		*d = v->d;
	const char		*name;

	item(v, NULL);
	doc_strong(d, report_stop(d, c->title));
	if (c->level == 0) {
		doc_more(d, _("Not begun."));
		return;
	}
	l = &c->levels[c->level - 1];
	name = report_level(d, v->p, l->n);
	if (*l->objective != '\0')
		/* TRANSLATORS: "Level 1: its objective". */
		name = doc_printf(d, _("%s: %s"), name, l->objective);
	doc_more(d, report_stop(d, name));
	if (l->done_on != DATE_NONE)
		doc_more(d, doc_printf(d, _("Reached on %s."),
		    report_day(d, l->done_on)));
	else if (l->of > 0)
		doc_more(d, doc_printf(d, ngettext("%zu of %zu key action "
		    "done.", "%zu of %zu key actions done.",
		    (unsigned long)l->of), l->done, l->of));
}

static void
changes(struct visit *v)
{
	size_t	i;

	if (session_only(v->p, &v->plan))
		return;
	doc_head(v->d, 2, _("Our changes"));
	if (v->plan.nactive == 0) {
		doc_para(v->d, plan_nothing_words(&v->plan));
		return;
	}
	doc_list(v->d, 0);
	for (i = 0; i < v->plan.nchanges; i++)
		if (v->plan.changes[i].active)
			change(v, &v->plan.changes[i]);
	doc_end(v->d);
}

/* ------------------------------------------------------- what has moved -- */

static int
seen_now(const struct visit *v, const struct log_seen *c)
{
	return within(v, c->date) && report_shared(c->visibility);
}

static int
done_now(const struct visit *v, const struct plan_action *a)
{
	return a->status == PLAN_DONE && within(v, a->done_on);
}

/* The latest of them: a page has no room for all, but counts them. */
static void
seen(struct visit *v)
{
	const struct log_seen	*c;
	struct doc		*d = v->d;
	size_t			 i, n = 0, skip;

	for (i = 0; i < v->book.nseen; i++)
		n += (size_t)seen_now(v, &v->book.seen[i]);
	doc_head(d, 2, _("Small changes"));
	if (n == 0) {
		doc_para(d, _("None was noted since then."));
		return;
	}
	skip = n > SEEN_MAX ? n - SEEN_MAX : 0;
	doc_list(d, 0);
	for (i = 0; i < v->book.nseen; i++) {
		c = &v->book.seen[i];
		if (!seen_now(v, c))
			continue;
		if (skip > 0) {
			skip--;
			continue;
		}
		item(v, NULL);
		doc_strong(d, report_stop(d, c->what));
		if (*c->for_whom != '\0')
			doc_more(d, doc_printf(d, _("For whom: %s"),
			    report_stop(d, c->for_whom)));
	}
	doc_end(d);
	report_rest(d, n, SEEN_MAX, "small-changes.csv");
}

static int
done_earlier(const void *x, const void *y)
{
	const struct plan_action	*a = *(const struct plan_action *const *)x;
	const struct plan_action	*b = *(const struct plan_action *const *)y;

	if (a->done_on != b->done_on)
		return a->done_on < b->done_on ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* The latest of them, as of small changes. */
static void
done(struct visit *v)
{
	const struct plan_action	**all;
	struct doc			 *d = v->d;
	size_t				  i, n = 0;

	all = mem_calloc(v->plan.nactions + 1, sizeof(*all));
	for (i = 0; i < v->plan.nactions; i++)
		if (done_now(v, &v->plan.actions[i]))
			all[n++] = &v->plan.actions[i];
	if (n > 0) {
		qsort(all, n, sizeof(*all), done_earlier);
		doc_head(d, 2, _("Done"));
		doc_list(d, 0);
		for (i = n > DONE_MAX ? n - DONE_MAX : 0; i < n; i++) {
			item(v, report_stop(d, all[i]->title));
			doc_more(d, report_sentence(d, all[i]->result));
		}
		doc_end(d);
		report_rest(d, n, DONE_MAX, "actions.csv");
	}
	free(all);
}

/* ------------------------------------------------------ what was agreed -- */

/* The next contact back from i at which something was agreed, or none. */
static const struct log_contact *
agreed_before(const struct visit *v, size_t *i)
{
	const struct log_contact	*c;

	while ((*i)-- > 0) {
		c = &v->book.contacts[*i];
		if (c->date <= v->today && *c->agreed != '\0' &&
		    report_shared(c->visibility))
			return c;
	}
	return NULL;
}

static void
agreed(struct visit *v)
{
	const struct log_contact	*c;
	struct doc			*d = v->d;
	size_t				 i = v->book.ncontacts, n;

	for (n = 0; n < AGREED_MAX && (c = agreed_before(v, &i)) != NULL;
	    n++) {
		report_begin(d, n + 1, _("Last agreements"));
		item(v, NULL);
		doc_strong(d, report_sentence(d, c->agreed));
		/* TRANSLATORS: "Visit, 12 March 2026." */
		doc_more(d, doc_printf(d, _("%s, %s."), report_capital(d,
		    log_mode_words(c->mode)), report_day(d, c->date)));
	}
	report_end(d, n, AGREED_MAX, "log.csv");
}

/* ---------------------------------------------------- where it is hard -- */

static int
blocked_now(const struct visit *v, const struct plan_action *a)
{
	return a->status == PLAN_BLOCKED && v->plan.changes[a->change].active;
}

static void
blocked(struct visit *v)
{
	const struct plan_action	*a;
	struct doc			*d = v->d;
	size_t				 i, n = 0;

	for (i = 0; i < v->plan.nactions; i++) {
		a = &v->plan.actions[i];
		if (!blocked_now(v, a))
			continue;
		report_begin(d, ++n, _("Blocked"));
		if (n > BLOCKED_MAX)
			continue;
		item(v, NULL);
		doc_strong(d, report_stop(d, a->title));
		doc_more(d, report_sentence(d, a->obstacle));
	}
	report_end(d, n, BLOCKED_MAX, "actions.csv");
}

/* Others have lists of their own, and what is blocked is told above. */
static int
due_here(const struct visit *v, const struct plan_due *x)
{
	size_t	i;

	if (x->kind == DUE_LESSON || x->kind == DUE_REVIEW ||
	    x->kind == DUE_DIFFICULTY)
		return 0;
	i = x->kind == DUE_ACTION ? plan_action(&v->plan, x->id) :
	    v->plan.nactions;
	return i == v->plan.nactions || !blocked_now(v, &v->plan.actions[i]);
}

/* `past` and `coming` are sentences with the day in them. */
static void
due_item(struct visit *v, const struct plan_due *x, const char *past,
    const char *coming)
{
	struct doc	*d = v->d;

	item(v, NULL);
	doc_strong(d, report_stop(d, x->title));
	doc_more(d, doc_printf(d, x->due < v->today ? past : coming,
	    report_day(d, x->due)));
	report_who(d, x->owner);
}

static void
due_list(struct visit *v)
{
	const struct plan_due	*x;
	size_t			 i, n = 0;

	for (i = 0; i < v->ndue; i++) {
		x = &v->due[i];
		if (!due_here(v, x) || x->days >= DUE_DAYS)
			continue;
		report_begin(v->d, ++n, _("Due"));
		if (n <= DUE_MAX)
			due_item(v, x, _("Was meant for %s."), _("By %s."));
	}
	report_end(v->d, n, DUE_MAX, "actions.csv");
}

static void
adjusted(struct visit *v)
{
	const struct plan_adjustment	*a;
	size_t				 i, n = 0;

	for (i = v->plan.nadjustments; i-- > 0;) {
		a = &v->plan.adjustments[i];
		if (!within(v, a->date) || !report_adjustment_told(a))
			continue;
		report_begin(v->d, ++n, _("Adjusted, and why"));
		if (n <= ADJUSTED_MAX)
			report_adjustment_short(v->d, v->p, a);
	}
	report_end(v->d, n, ADJUSTED_MAX, "adjustments.csv");
}

static int
hard_now(const struct visit *v, const struct difficulty *x)
{
	return x->open && x->date <= v->today && report_shared(x->visibility);
}

/* One that nobody has answered, or whose answer is still to be tried. */
static void
difficulty(struct visit *v, const struct difficulty *x)
{
	struct doc	*d = v->d;

	item(v, NULL);
	doc_strong(d, report_stop(d, x->what));
	if (*x->answer != '\0')
		doc_more(d, doc_printf(d, _("Answered: %s"),
		    report_stop(d, x->answer)));
	else if (x->due != DATE_NONE)
		doc_more(d, doc_printf(d, x->due < v->today ?
		    _("An answer was meant for %s.") :
		    _("An answer by %s."), report_day(d, x->due)));
	if (x->waiting)
		report_who(d, x->assigned_to);
}

static void
difficulties(struct visit *v)
{
	size_t	i, n = 0;

	for (i = 0; i < v->hard.n; i++) {
		if (!hard_now(v, &v->hard.d[i]))
			continue;
		report_begin(v->d, ++n, _("Open difficulties"));
		if (n <= DIFFICULT_MAX)
			difficulty(v, &v->hard.d[i]);
	}
	report_end(v->d, n, DIFFICULT_MAX, "difficulties.csv");
}

static void
lessons(struct visit *v)
{
	size_t	i, n = 0;

	for (i = 0; i < v->ndue; i++) {
		if (v->due[i].kind != DUE_LESSON)
			continue;
		report_begin(v->d, ++n, _("Lessons to check"));
		if (n <= LESSONS_MAX)
			due_item(v, &v->due[i],
			    _("Was to be checked on %s."),
			    _("To be checked on %s."));
	}
	report_end(v->d, n, LESSONS_MAX, "lessons.csv");
}

/* ---------------------------------------------------- questions to ask -- */

/* Words that stand inside a sentence of ours: without their own full stop. */
static const char *
quoted(struct doc *d, const char *s)
{
	size_t	n = strlen(s);
	char	*cut;

	if (n == 0 || s[n - 1] != '.' || (n > 1 && s[n - 2] == '.'))
		return s;
	cut = mem_strndup(s, n - 1);
	s = doc_keep(d, cut);
	free(cut);
	return s;
}

static void
ask(struct visit *v, const char *question)
{
	if (v->asked++ < ASKED_MAX)
		item(v, doc_printf(v->d, "☐ %s", question));
}

static void
ask_about(struct visit *v, const char *words, const char *what)
{
	ask(v, doc_printf(v->d, words, quoted(v->d, what)));
}

/* What was agreed at the contact since which the page tells. */
static void
ask_agreed(struct visit *v)
{
	const struct log_contact	*c;
	size_t				 i = v->book.ncontacts;

	if ((c = agreed_before(v, &i)) != NULL)
		ask_about(v, _("We agreed: “%s”. What became of it?"),
		    c->agreed);
}

static void
ask_blocked(struct visit *v)
{
	const struct plan_action	*a;
	struct doc			*d = v->d;
	size_t				 i, n = 0;

	for (i = 0; i < v->plan.nactions; i++) {
		a = &v->plan.actions[i];
		if (!blocked_now(v, a) || n++ >= ASKED_BLOCKED)
			continue;
		if (*a->obstacle == '\0')
			ask_about(v, _("“%s”: what blocks it, and what would "
			    "help?"), a->title);
		else
			ask(v, doc_printf(d, _("“%s”: still blocked by “%s”? "
			    "What would help?"), quoted(d, a->title),
			    quoted(d, a->obstacle)));
	}
}

/* The oldest without an answer, else the oldest whose answer is tried. */
static void
ask_difficult(struct visit *v)
{
	const struct difficulty	*x, *best = NULL;
	size_t			 i;

	for (i = 0; i < v->hard.n; i++) {
		x = &v->hard.d[i];
		if (hard_now(v, x) && (best == NULL ||
		    (x->waiting && !best->waiting)))
			best = x;
	}
	if (best != NULL)
		ask_about(v, best->waiting ? _("“%s”: is it still so? What "
		    "would be an answer?") : _("“%s”: did the answer help?"),
		    best->what);
}

/* The longest overdue: does it need time, or a smaller piece? */
static void
ask_due(struct visit *v)
{
	size_t	i;

	for (i = 0; i < v->ndue; i++)
		if (due_here(v, &v->due[i]) && v->due[i].due < v->today) {
			ask_about(v, _("“%s”: done, or does it need more time "
			    "or a smaller piece?"), v->due[i].title);
			return;
		}
}

static void
ask_adjusted(struct visit *v)
{
	const struct plan_adjustment	*a;
	size_t				 i;

	for (i = v->plan.nadjustments; i-- > 0;) {
		a = &v->plan.adjustments[i];
		if (!within(v, a->date) || strcmp(a->title, a->ref) == 0 ||
		    !report_adjustment_told(a))
			continue;
		if (strcmp(a->reason, "tried_and_learnt") == 0)
			ask_about(v, _("“%s”: what did trying teach us?"),
			    a->title);
		else if (strcmp(a->reason, "means") == 0)
			ask_about(v, _("“%s”: are the means there now?"),
			    a->title);
		else
			ask_about(v, _("“%s” was adjusted: what has changed "
			    "since?"), a->title);
		return;
	}
}

static void
ask_lessons(struct visit *v)
{
	size_t	i;

	for (i = 0; i < v->ndue; i++)
		if (v->due[i].kind == DUE_LESSON) {
			ask_about(v, _("We wanted: “%s”. Do we?"),
			    v->due[i].title);
			return;
		}
}

/* Of the changes achieved before: the one asked longest ago, or never. */
static void
ask_in_use(struct visit *v)
{
	struct plan_question	*q;
	const struct plan_change *c, *best = NULL;
	size_t			 n = plan_questions(&v->plan, &q), i;

	for (i = 0; i < n; i++) {
		c = &v->plan.changes[q[i].change];
		if (q[i].ask == ASK_IN_USE && (best == NULL ||
		    c->use_on < best->use_on))
			best = c;
	}
	if (best != NULL)
		ask_about(v, _("“%s”: still in use?"), best->title);
}

static void
ask_seen(struct visit *v)
{
	size_t	i = v->book.nseen;

	while (i-- > 0)
		if (seen_now(v, &v->book.seen[i])) {
			ask_about(v, _("“%s”: does it go on? Who else has "
			    "noticed?"), v->book.seen[i].what);
			return;
		}
}

static void
questions(struct visit *v)
{
	struct doc	*d = v->d;

	doc_open(d, DOC_TICKS, NULL);
	doc_head(d, 2, _("Questions to ask"));
	doc_list(d, 0);
	ask(v, _("What is different now, however small? Who saw it?"));
	ask_seen(v);
	ask_agreed(v);
	ask_blocked(v);
	ask_difficult(v);
	ask_adjusted(v);
	ask_lessons(v);
	ask_in_use(v);
	ask_due(v);
	doc_end(d);
	doc_end(d);
}

/* ------------------------------------------------------------- the page -- */

static void
intro(struct visit *v)
{
	struct doc	*d = v->d;

	doc_para(d, NULL);
	if (v->ask->dated)
		doc_more(d, doc_printf(d, _("As it stands on %s."),
		    report_day(d, v->today)));
	if (v->last == NULL) {
		doc_more(d, doc_printf(d, _("News since %s."),
		    report_day(d, v->since)));
		return;
	}
	doc_more(d, doc_printf(d, strcmp(v->last->mode, "visit") == 0 ?
	    _("News since %s, the day of the last visit.") :
	    strcmp(v->last->mode, "workshop") == 0 ?
	    _("News since %s, the day of the last workshop.") :
	    _("News since %s, the day of the last contact."),
	    report_day(d, v->since)));
}

static void
room(struct visit *v)
{
	struct doc	*d = v->d;
	int		 n = v->full <= 16 ? 7 : v->full <= 28 ? 5 : 3;

	doc_open(d, DOC_KEEP, NULL);
	doc_head(d, 2, _("What we see and hear"));
	doc_blank(d, n);
	doc_head(d, 2, _("What we agree: what, who, by when"));
	doc_blank(d, n);
	doc_end(d);
}

static void
tell(struct visit *v)
{
	const char	*lang = report_lang(v->ask);
	char		*title;

	title = mem_printf(_("%s: to prepare the next visit"),
	    report_team(v->p));
	v->d = doc_new(lang, title);
	free(title);
	if (v->ask->names)
		doc_para(v->d, roles_warning());
	doc_open(v->d, DOC_TIGHT, NULL);
	intro(v);
	doc_open(v->d, DOC_HALVES, NULL);
	frame(v);
	changes(v);
	seen(v);
	done(v);
	agreed(v);
	adjusted(v);
	due_list(v);
	blocked(v);
	difficulties(v);
	lessons(v);
	questions(v);
	doc_end(v->d);
	room(v);
	doc_para(v->d, _("Each fact stands in a table of the folder: log, "
	    "small-changes, changes, levels, actions, steps, adjustments, "
	    "difficulties, lessons; the context is a note."));
	doc_end(v->d);
}

/* The last visit or workshop; where there was none, the last contact. */
static const struct log_contact *
last_contact(const struct visit *v)
{
	const struct log_contact	*c, *any = NULL;
	size_t				 i = v->book.ncontacts;

	while (i-- > 0) {
		c = &v->book.contacts[i];
		if (c->date == DATE_NONE || c->date > v->today ||
		    !report_shared(c->visibility))
			continue;
		if (strcmp(c->mode, "visit") == 0 ||
		    strcmp(c->mode, "workshop") == 0)
			return c;
		if (any == NULL && strcmp(c->mode, "team_meeting") != 0)
			any = c;
	}
	return any;
}

/* What nobody asked for begins with the last visit, else with the cycle. */
static void
since_when(struct visit *v)
{
	const struct plan	*pl = &v->plan;

	if (v->since != DATE_NONE)
		return;
	v->last = last_contact(v);
	if (v->last != NULL)
		v->since = v->last->date;
	else if (pl->cycle < pl->ncycles &&
	    pl->cycles[pl->cycle].start != DATE_NONE)
		v->since = pl->cycles[pl->cycle].start;
	else
		v->since = v->today - (int)project_int(v->p, "rhythm_days");
}

struct doc *
report_visit(struct project *p, const struct report_ask *a, int since)
{
	struct visit	v;
	int		bad;

	memset(&v, 0, sizeof(v));
	v.p = p;
	v.ask = a;
	v.since = since;
	v.today = a->today;
	bad = plan_load(&v.plan, p) != 0;
	bad |= log_load(&v.book, p, 0) != 0;
	bad |= difficulties_load(&v.hard, p, 0) != 0;
	if (!bad && a->names)
		bad = roles_name(&v.plan, p) != 0;
	if (!bad) {
		v.ndue = plan_due(&v.plan, p, v.today + CHECK_DAYS - 1,
		    &v.due);
		since_when(&v);
		if (!project_bad(p))
			tell(&v);
	}
	plan_free(&v.plan);
	log_free(&v.book);
	difficulties_free(&v.hard);
	return v.d;
}
