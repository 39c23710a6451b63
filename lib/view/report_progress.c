/*
 * What changed since a day: small changes first and all of them counted,
 * then what was done, adjusted, talked about and learnt, then what comes.
 * Facts and dates; nobody is praised or blamed by name, and nothing is red.
 */
#include <string.h>

#include "base/mem.h"
#include "view/report_in.h"

#define DUE_DAYS	14	/* how far ahead "what comes next" looks */

struct span {
	struct project	*p;
	struct doc	*d;
	struct plan	 plan;
	struct sessions	 sessions;
	struct log_book	 book;
	struct difficulties hard;
	struct stories	 stories;
	struct indicators measured;
	const struct report_ask *ask;
	int		 since, until;
};

static int
within(const struct span *s, int day)
{
	return day != DATE_NONE && day >= s->since && day <= s->until;
}

/* Key actions of changes, then those of sessions. */
static const struct plan_action *
action_at(const struct span *s, size_t i)
{
	return i < s->plan.nactions ? &s->plan.actions[i] :
	    &s->plan.loose[i - s->plan.nactions];
}

static size_t
actions_all(const struct span *s)
{
	return s->plan.nactions + s->plan.nloose;
}

/* -------------------------------------------------------------- counts -- */

struct sums {
	size_t	seen, actions, steps, levels, chosen, verdicts, adjusted,
		contacts, rounds, values, hard, stories, sessions, loose;
};

static int
round_within(const struct span *s, const struct table *t, size_t i)
{
	return within(s, cell_day(t, i, "date")) &&
	    !cell_is(t, i, "status", "open");
}

static int
contact_within(const struct span *s, size_t i)
{
	const struct log_contact	*c = &s->book.contacts[i];

	return within(s, c->date) && report_shared(c->visibility);
}

static int
seen_within(const struct span *s, size_t i)
{
	const struct log_seen	*c = &s->book.seen[i];

	return within(s, c->date) && report_shared(c->visibility);
}

static int
chosen_within(const struct span *s, size_t i)
{
	const struct plan_change	*c = &s->plan.changes[i];

	return within(s, c->decided_on) && strcmp(c->state, "proposed") != 0;
}

static int
adjusted_within(const struct span *s, size_t i)
{
	return within(s, s->plan.adjustments[i].date) &&
	    report_adjustment_told(&s->plan.adjustments[i]);
}

static void
count_plan(const struct span *s, struct sums *n)
{
	const struct plan	*pl = &s->plan;
	const struct plan_action *a;
	size_t			 i, k;

	for (i = 0; i < actions_all(s); i++) {
		a = action_at(s, i);
		if (a->status == PLAN_DONE && within(s, a->done_on))
			(*(a->session == NULL ? &n->actions : &n->loose))++;
		for (k = 0; k < a->nsteps; k++)
			n->steps += within(s, a->steps[k].done_on);
	}
	for (i = 0; i < pl->nchanges; i++)
		n->chosen += chosen_within(s, i) != 0;
	for (i = 0; i < pl->nchanges; i++)
		for (k = 0; k < pl->changes[i].nlevels; k++)
			n->levels += within(s,
			    pl->changes[i].levels[k].done_on);
	for (i = 0; i < pl->nreviews; i++)
		n->verdicts += within(s, pl->reviews[i].date) &&
		    pl->reviews[i].change < pl->nchanges;
	for (i = 0; i < pl->nadjustments; i++)
		n->adjusted += adjusted_within(s, i);
}

static void
count_others(const struct span *s, struct sums *n)
{
	const struct indicator	*in;
	size_t			 i, k;

	for (i = 0; i < s->measured.n; i++) {
		in = &s->measured.all[i];
		for (k = 0; k < in->nmeasures; k++)
			n->values += within(s, in->measures[k].date);
	}
	n->sessions = report_sessions_in(&s->sessions, s->since, s->until);
	for (i = 0; i < s->hard.n; i++)
		n->hard += report_difficulty_in(&s->hard.d[i], s->since,
		    s->until);
	for (i = 0; i < s->stories.n; i++)
		n->stories += report_story_in(&s->stories.s[i], s->since,
		    s->until);
}

static void
count(const struct span *s, struct sums *n)
{
	struct table	*t = project_table(s->p, "rounds");
	size_t		 i;

	memset(n, 0, sizeof(*n));
	count_plan(s, n);
	count_others(s, n);
	for (i = 0; i < s->book.nseen; i++)
		n->seen += seen_within(s, i);
	for (i = 0; i < s->book.ncontacts; i++)
		n->contacts += contact_within(s, i);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		n->rounds += round_within(s, t, i);
}

static void
count_item(struct span *s, size_t n, const char *words)
{
	if (n > 0)
		doc_item(s->d, doc_printf(s->d, words, n));
}

/* In the folder's own word, whose plural nobody knows. */
static void
levels_item(struct span *s, size_t n)
{
	const char	*word = project_level_word(s->p, lang_now());

	if (strcmp(word, _("level")) == 0)
		count_item(s, n, ngettext("%zu level reached",
		    "%zu levels reached", n));
	else if (n > 0)
		/* TRANSLATORS: the folder's own word for a level: how many. */
		doc_item(s->d, doc_printf(s->d, _("%s: %zu reached"),
		    report_capital(s->d, word), n));
}

static void
summary(struct span *s, const struct sums *n)
{
	struct doc	*d = s->d;

	if (s->ask->dated)
		doc_para(d, doc_printf(d, _("The days from %s to %s."),
		    report_day(d, s->since), report_day(d, s->until)));
	doc_list(d, 0);
	count_item(s, n->seen, ngettext("%zu small change seen",
	    "%zu small changes seen", n->seen));
	count_item(s, n->sessions, ngettext("%zu session held",
	    "%zu sessions held", n->sessions));
	count_item(s, n->loose, ngettext("%zu action of a session done",
	    "%zu actions of sessions done", n->loose));
	count_item(s, n->actions, ngettext("%zu key action done",
	    "%zu key actions done", n->actions));
	count_item(s, n->steps, ngettext("%zu step taken",
	    "%zu steps taken", n->steps));
	levels_item(s, n->levels);
	count_item(s, n->chosen, ngettext("%zu pivotal change chosen",
	    "%zu pivotal changes chosen", n->chosen));
	count_item(s, n->verdicts, ngettext("%zu look back at a change",
	    "%zu looks back at changes", n->verdicts));
	count_item(s, n->rounds, ngettext("%zu round of self-assessment",
	    "%zu rounds of self-assessment", n->rounds));
	count_item(s, n->values, ngettext("%zu value measured",
	    "%zu values measured", n->values));
	count_item(s, n->stories, ngettext("%zu story chosen",
	    "%zu stories chosen", n->stories));
	count_item(s, n->hard, ngettext("%zu difficulty raised or answered",
	    "%zu difficulties raised or answered", n->hard));
	count_item(s, n->adjusted, ngettext("%zu adjustment of the plan",
	    "%zu adjustments of the plan", n->adjusted));
	count_item(s, n->contacts, ngettext("%zu contact",
	    "%zu contacts", n->contacts));
	doc_end(d);
}

static size_t
total(const struct sums *n)
{
	return n->seen + n->actions + n->steps + n->levels + n->chosen +
	    n->verdicts + n->adjusted + n->contacts + n->rounds +
	    n->values + n->hard + n->stories + n->sessions + n->loose;
}

/* ------------------------------------------------------- small changes -- */

static void
small_changes(struct span *s, size_t n)
{
	size_t	i, said = 0;

	doc_head(s->d, 2, _("Small changes"));
	if (n == 0) {
		doc_para(s->d, _("None was noted. Ask at the next contact: "
		    "what is different now, however small?"));
		return;
	}
	doc_list(s->d, 0);
	for (i = 0; i < s->book.nseen; i++)
		if (seen_within(s, i) && said++ < REPORT_MAX)
			report_seen(s->d, &s->book.seen[i]);
	doc_end(s->d);
	report_rest(s->d, n, REPORT_MAX, "small-changes.csv");
}

/* ---------------------------------------------------------------- done -- */

static void
rounds(struct span *s)
{
	struct table	*t = project_table(s->p, "rounds");
	struct doc	*d = s->d;
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!round_within(s, t, i))
			continue;
		doc_item(d, NULL);
		doc_strong(d, doc_printf(d, cell_is(t, i, "kind",
		    "retrospective") ? _("We looked back at where we were: "
		    "round %s, on %s.") : _("We looked at ourselves: round "
		    "%s, on %s."), cell(t, i, "id"),
		    report_day(d, cell_day(t, i, "date"))));
	}
}

static void
chosen(struct span *s)
{
	const struct plan_change	*c;
	struct doc			*d = s->d;
	size_t				 i;

	for (i = 0; i < s->plan.nchanges; i++) {
		if (!chosen_within(s, i))
			continue;
		c = &s->plan.changes[i];
		doc_item(d, NULL);
		doc_strong(d, report_stop(d, c->title));
		doc_more(d, doc_printf(d, _("Chosen as a pivotal change on "
		    "%s."), report_day(d, c->decided_on)));
	}
}

static void
verdicts(struct span *s)
{
	const struct plan_review	*r;
	struct doc			*d = s->d;
	size_t				 i;

	for (i = 0; i < s->plan.nreviews; i++) {
		r = &s->plan.reviews[i];
		if (!within(s, r->date) || r->change >= s->plan.nchanges)
			continue;
		doc_item(d, NULL);
		doc_strong(d, report_stop(d,
		    s->plan.changes[r->change].title));
		/* TRANSLATORS: the verdict on a change, and the day. */
		doc_more(d, doc_printf(d, _("Looking back on %s: %s."),
		    report_day(d, r->date), plan_verdict_words(r->verdict)));
		doc_more(d, report_sentence(d, r->note));
	}
}

static void
levels_done(struct span *s)
{
	const struct plan_change	*c;
	const struct plan_level		*l;
	struct doc			*d = s->d;
	size_t				 i, k;

	for (i = 0; i < s->plan.nchanges; i++) {
		c = &s->plan.changes[i];
		for (k = 0; k < c->nlevels; k++) {
			l = &c->levels[k];
			if (!within(s, l->done_on))
				continue;
			doc_item(d, NULL);
			/* TRANSLATORS: a change, and "Level 1". */
			doc_strong(d, doc_printf(d, _("%s — %s."), c->title,
			    report_level(d, s->p, l->n)));
			doc_more(d, doc_printf(d, _("Reached on %s."),
			    report_day(d, l->done_on)));
			doc_more(d, report_sentence(d, l->objective));
		}
	}
}

static void
actions_done(struct span *s)
{
	const struct plan_action	*a;
	struct doc			*d = s->d;
	size_t				 i;

	for (i = 0; i < actions_all(s); i++) {
		a = action_at(s, i);
		if (a->status != PLAN_DONE || !within(s, a->done_on))
			continue;
		doc_item(d, NULL);
		doc_strong(d, report_stop(d, a->title));
		doc_more(d, doc_printf(d, _("Done on %s."),
		    report_day(d, a->done_on)));
		if (*a->result != '\0')
			doc_more(d, doc_printf(d, _("What came of it: %s"),
			    report_stop(d, a->result)));
		else if (*a->verification != '\0')
			doc_more(d, doc_printf(d, _("What shows it: %s"),
			    report_stop(d, a->verification)));
	}
}

static void
steps_done(struct span *s)
{
	const struct plan_action	*a;
	struct doc			*d = s->d;
	size_t				 i, k;

	for (i = 0; i < actions_all(s); i++) {
		a = action_at(s, i);
		for (k = 0; k < a->nsteps; k++) {
			if (!within(s, a->steps[k].done_on))
				continue;
			doc_item(d, report_stop(d, a->steps[k].title));
			/* TRANSLATORS: a step: its day, its key action. */
			doc_more(d, doc_printf(d, _("A step on %s, towards: %s"),
			    report_day(d, a->steps[k].done_on),
			    report_stop(d, a->title)));
		}
	}
}

/* The level at work, or that the last one open is reached. */
static void
standing_level(struct span *s, struct doc_table *t,
    const struct plan_change *c)
{
	const struct plan_level	*l;
	struct doc		*d = s->d;
	const char		*name;

	if (c->level == 0) {
		doc_cell(t, _("not begun"));
		doc_cell(t, c->of == 0 ? "–" : doc_printf(d,
		    _("%zu of %zu"), c->done, c->of));
		return;
	}
	l = &c->levels[c->level - 1];
	name = report_level(d, s->p, l->n);
	/* TRANSLATORS: "Level 1". */
	doc_cell(t, l->done_on == DATE_NONE ? name : doc_printf(d,
	    _("%s: reached; the next is not open yet"), name));
	if (*l->objective != '\0')
		doc_cell_more(t, l->objective, NULL);
	doc_cell(t, l->of == 0 ? "–" : doc_printf(d, _("%zu of %zu"),
	    l->done, l->of));
}

/* Where each change stands now, in one table. */
static void
standing(struct span *s)
{
	const struct plan_change	*c;
	struct doc_table		*t;
	struct doc			*d = s->d;
	size_t				 i;

	t = doc_table(d, _("Where our changes stand"));
	doc_col(t, _("Change"), 0);
	doc_col(t, _("At work"), 0);
	doc_col(t, _("Key actions done"), 0);
	for (i = 0; i < s->plan.nchanges; i++) {
		c = &s->plan.changes[i];
		if (!c->active)
			continue;
		doc_row(t);
		doc_cell(t, c->title);
		standing_level(s, t, c);
	}
}

static void
plan(struct span *s, const struct sums *n)
{
	int	only = session_only(s->p, &s->plan);

	if (!only)
		doc_head(s->d, 2, _("The plan"));
	if (n->rounds + n->chosen + n->verdicts + n->levels + n->actions +
	    n->loose + n->steps > 0) {
		doc_head(s->d, only ? 2 : 3, _("What was done"));
		doc_list(s->d, 0);
		rounds(s);
		chosen(s);
		verdicts(s);
		levels_done(s);
		actions_done(s);
		steps_done(s);
		doc_end(s->d);
	}
	if (only)
		return;
	if (s->plan.nactive == 0) {
		doc_para(s->d, plan_nothing_words(&s->plan));
		return;
	}
	standing(s);
}

/* --------------------------------------------------------- adjustments -- */

static void
adjustments(struct span *s, size_t n)
{
	size_t	i, said = 0;

	if (n == 0)
		return;
	doc_head(s->d, 2, _("What we adjusted"));
	doc_para(s->d, _("A plan that is adjusted is a plan that is in use."));
	doc_list(s->d, 0);
	for (i = 0; i < s->plan.nadjustments; i++)
		if (adjusted_within(s, i) && said++ < REPORT_MAX)
			report_adjustment(s->d, s->p,
			    &s->plan.adjustments[i]);
	doc_end(s->d);
	report_rest(s->d, n, REPORT_MAX, "adjustments.csv");
}

/* ------------------------------------------------------------ contacts -- */

static void
contact(struct span *s, struct doc_table *t, const struct log_contact *c)
{
	struct doc	*d = s->d;

	doc_row(t);
	doc_cell(t, report_day(d, c->date));
	doc_cell(t, report_capital(d, log_mode_words(c->mode)));
	if (*c->theme != '\0')
		doc_cell_more(t, c->theme, NULL);
	doc_cell(t, c->summary);
	doc_cell(t, c->agreed);
}

static void
contacts(struct span *s, size_t n)
{
	struct doc_table	*t;
	size_t			 i, said = 0;

	if (n == 0)
		return;
	doc_head(s->d, 2, _("Contacts"));
	t = doc_table(s->d, _("Visits, calls and other contacts"));
	doc_col(t, _("Date"), DOC_COL_NARROW);
	doc_col(t, _("Contact"), 0);
	doc_col(t, _("What happened"), 0);
	doc_col(t, _("Agreed"), 0);
	for (i = 0; i < s->book.ncontacts; i++)
		if (contact_within(s, i) && said++ < REPORT_MAX)
			contact(s, t, &s->book.contacts[i]);
	report_rest(s->d, n, REPORT_MAX, "log.csv");
}

/* ------------------------------------------------------------- lessons -- */

/* Whether a cycle was still going on in these days: no later one had begun. */
static int
cycle_within(const struct span *s, const char *id)
{
	const struct plan	*pl = &s->plan;
	size_t			 i, k;

	for (i = 0; i < pl->ncycles; i++)
		if (strcmp(pl->cycles[i].id, id) == 0)
			break;
	for (k = 0; i < pl->ncycles && k < pl->ncycles; k++)
		if (pl->cycles[k].start != DATE_NONE &&
		    pl->cycles[i].start != DATE_NONE &&
		    pl->cycles[k].start > pl->cycles[i].start &&
		    pl->cycles[k].start < s->since)
			return 0;
	return i < pl->ncycles;
}

/* Lessons carry no date: those of the days' cycles, or of none, count. */
static int
lesson_now(const struct span *s, const struct log_lesson *l)
{
	if (strcmp(l->state, "dropped") == 0 || !report_shared(l->visibility))
		return 0;
	return *l->cycle == '\0' || cycle_within(s, l->cycle);
}

static void
lessons(struct span *s)
{
	size_t	i, n = 0;

	for (i = 0; i < s->book.nlessons; i++) {
		if (!lesson_now(s, &s->book.lessons[i]))
			continue;
		report_begin(s->d, ++n, _("What we have learnt"));
		if (n <= REPORT_MAX)
			report_lesson(s->d, &s->book.lessons[i]);
	}
	report_end(s->d, n, REPORT_MAX, "lessons.csv");
}

/* ----------------------------------------------------------------- due -- */

static void
due(struct span *s)
{
	struct plan_due	*x;
	size_t		 i, n;

	n = plan_due(&s->plan, s->p, s->until + DUE_DAYS - 1, &x);
	if (n == 0)
		return;
	doc_head(s->d, 2, _("What comes next"));
	doc_list(s->d, 0);
	for (i = 0; i < n && i < REPORT_MAX; i++)
		report_due(s->d, &x[i], s->until);
	doc_end(s->d);
	report_rest(s->d, n, REPORT_MAX, "actions.csv");
}

static void
files(struct span *s, const struct sums *n)
{
	struct doc	*d = s->d;
	int		 only = session_only(s->p, &s->plan);

	doc_open(d, DOC_ASIDE, NULL);
	doc_head(d, 3, _("Where each fact can be found"));
	doc_list(d, 0);
	report_file(d, "small-changes.csv", _("small changes"));
	if (n->sessions > 0)
		report_file(d, "sessions.csv, actions.csv",
		    _("sessions, and what they agreed"));
	if (!only)
		report_file(d, "changes.csv, levels.csv, actions.csv, "
		    "steps.csv", _("the plan"));
	if (!only || n->adjusted > 0)
		report_file(d, "adjustments.csv, reviews.csv", _("what was "
		    "adjusted, and the looks back"));
	if (n->values > 0)
		report_file(d, "indicators.csv, measures.csv",
		    _("what was measured"));
	if (n->hard > 0)
		report_file(d, "difficulties.csv", _("difficulties"));
	if (n->stories > 0)
		report_file(d, "stories.csv", _("stories of change"));
	report_file(d, "log.csv", _("contacts"));
	report_file(d, "lessons.csv", _("lessons, practices and tools"));
	doc_end(d);
	doc_end(d);
}

static void
tell(struct span *s)
{
	struct sums	 n;
	const char	*lang = report_lang(s->ask);
	char		*title, day[64];

	count(s, &n);
	if (s->ask->news && total(&n) == 0)
		return;
	title = mem_printf(_("%s: what has changed since %s"),
	    report_team(s->p), date_words(day, sizeof(day), s->since));
	s->d = doc_new(lang, title);
	free(title);
	if (total(&n) == 0)
		doc_para(s->d, doc_printf(s->d, _("Nothing was noted since "
		    "%s."), report_day(s->d, s->since)));
	summary(s, &n);
	small_changes(s, n.seen);
	report_stories(s->d, &s->stories, s->since, s->until);
	report_sessions(s->d, &s->sessions, s->since, s->until);
	plan(s, &n);
	adjustments(s, n.adjusted);
	report_indicators(s->d, &s->measured, s->since, s->until, s->until);
	report_difficulties(s->d, &s->hard, s->since, s->until);
	contacts(s, n.contacts);
	lessons(s);
	due(s);
	files(s, &n);
}

struct doc *
report_progress(struct project *p, const struct report_ask *ask, int since)
{
	struct span	s;
	int		bad;

	memset(&s, 0, sizeof(s));
	s.p = p;
	s.ask = ask;
	s.since = since;
	s.until = ask->today;
	bad = plan_load(&s.plan, p) != 0;
	bad |= sessions_load(&s.sessions, p, &s.plan) != 0;
	bad |= log_load(&s.book, p, 0) != 0;
	bad |= difficulties_load(&s.hard, p, 0) != 0;
	bad |= stories_load(&s.stories, p, 0) != 0;
	bad |= indicators_load(&s.measured, p, ask->lang) != 0;
	project_table(p, "rounds");
	if (!bad && !project_bad(p))
		tell(&s);
	sessions_free(&s.sessions);
	plan_free(&s.plan);
	log_free(&s.book);
	difficulties_free(&s.hard);
	stories_free(&s.stories);
	indicators_free(&s.measured);
	return s.d;
}
