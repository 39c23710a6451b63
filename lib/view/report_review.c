/*
 * A cycle's review: what became of each change and who said so; for each,
 * what was learnt, what was done and what changed; how the team sees itself
 * now; what was adjusted, answered, learnt; the accompaniment itself; and
 * what goes on.  Changes come before needs, and "2 of 3 achieved" is never a
 * mean.
 *
 * A cycle's days begin behind the day on which it took over from the one
 * before, and end with the day on which the next one began: a cycle is often
 * closed and the next one opened on one day, after a last workshop.
 */
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "view/report_in.h"

struct review {
	struct project	*p;
	struct doc	*d;
	struct plan	 plan;
	struct log_book	 book;
	struct difficulties hard;
	struct stories	 stories;
	struct indicators measured;
	const struct report_ask *ask;
	const struct plan_cycle	*cycle;
	int		 first;		/* no cycle came before */
	int		 since, until;	/* its days, to today at most */
	struct round	 before, now, then;
	int		 has_now, has_before, has_then;
};

static int
within(const struct review *r, int day)
{
	return day != DATE_NONE && day >= r->since && day <= r->until;
}

/* ------------------------------------------------------------ verdicts -- */

/*
 * The last verdict on a change in these days; use: the last answer to "still
 * in use?".  NULL where there is none.
 */
static const struct plan_review *
verdict_in(const struct review *r, size_t change, int use)
{
	const struct plan_review *v, *last = NULL;
	size_t			  i;

	for (i = 0; i < r->plan.nreviews; i++) {
		v = &r->plan.reviews[i];
		if (v->change == change && within(r, v->date) &&
		    plan_verdict_use(v->verdict) == use &&
		    (last == NULL || v->date >= last->date))
			last = v;
	}
	return last;
}

/* Whether an earlier cycle ended it with that verdict; NULL: with any. */
static int
ended_before(const struct review *r, size_t change, const char *verdict)
{
	const struct plan_review *v;
	size_t			  i;

	for (i = 0; i < r->plan.nreviews; i++) {
		v = &r->plan.reviews[i];
		if (v->change == change && v->date < r->since &&
		    plan_verdict_final(v->verdict) && (verdict == NULL ||
		    strcmp(v->verdict, verdict) == 0))
			return 1;
	}
	return 0;
}

/* Of this cycle: chosen in it, or gone on with from an earlier one. */
static int
at_work(const struct review *r, size_t change)
{
	const struct plan_change	*c = &r->plan.changes[change];
	size_t				 i;

	if (strcmp(c->state, "proposed") == 0 ||
	    ended_before(r, change, NULL))
		return 0;
	for (i = 0; i < r->plan.ncycles; i++)
		if (strcmp(r->plan.cycles[i].id, c->cycle) == 0)
			return r->plan.cycles[i].start <= r->cycle->start;
	return c->decided_on != DATE_NONE && c->decided_on <= r->until;
}

struct sums {
	size_t	of, achieved, partly, adapted, replaced, dropped, none;
};

static void
sum_verdict(struct sums *n, const struct plan_review *v)
{
	n->of++;
	if (v == NULL)
		n->none++;
	else if (strcmp(v->verdict, "achieved") == 0)
		n->achieved++;
	else if (strcmp(v->verdict, "partly") == 0)
		n->partly++;
	else if (strcmp(v->verdict, "adapted") == 0)
		n->adapted++;
	else if (strcmp(v->verdict, "replaced") == 0)
		n->replaced++;
	else
		n->dropped++;
}

static void
count_other(struct review *r, size_t n, const char *words)
{
	if (n > 0)
		/* TRANSLATORS: a verdict, and how many changes have it. */
		doc_more(r->d, doc_printf(r->d, _("%s: %zu."),
		    report_capital(r->d, words), n));
}

static void
result(struct review *r)
{
	struct sums	n;
	size_t		i;

	memset(&n, 0, sizeof(n));
	for (i = 0; i < r->plan.nchanges; i++)
		if (at_work(r, i))
			sum_verdict(&n, verdict_in(r, i, 0));
	doc_para(r->d, NULL);
	if (n.of == 0) {
		doc_more(r->d, _("No change was at work in this cycle."));
		return;
	}
	doc_strong(r->d, doc_printf(r->d, ngettext(
	    "%zu of %zu change achieved.", "%zu of %zu changes achieved.",
	    (unsigned long)n.of), n.achieved, n.of));
	count_other(r, n.partly, plan_verdict_words("partly"));
	count_other(r, n.adapted, plan_verdict_words("adapted"));
	count_other(r, n.replaced, plan_verdict_words("replaced"));
	count_other(r, n.dropped, plan_verdict_words("dropped"));
	count_other(r, n.none, _("no verdict yet"));
}

static void
verdict(struct review *r, size_t change)
{
	const struct plan_change	*c = &r->plan.changes[change];
	const struct plan_review	*v = verdict_in(r, change, 0);
	struct doc			*d = r->d;

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, c->title));
	if (v == NULL) {
		doc_more(d, _("No verdict yet."));
		return;
	}
	doc_more(d, report_sentence(d, plan_verdict_words(v->verdict)));
	doc_more(d, report_sentence(d, v->note));
	/* TRANSLATORS: who decided on a verdict, and the day. */
	doc_more(d, *v->decided_by != '\0' ? doc_printf(d, _("Decided by: "
	    "%s, on %s."), v->decided_by, report_day(d, v->date)) :
	    doc_printf(d, _("Decided on %s."), report_day(d, v->date)));
}

/* Achieved ones first: what was reached comes before what goes on. */
static void
verdicts(struct review *r)
{
	const struct plan_review	*v;
	size_t				 i, n = 0;
	int				 pass, is;

	for (pass = 1; pass >= 0; pass--)
		for (i = 0; i < r->plan.nchanges; i++) {
			if (!at_work(r, i))
				continue;
			v = verdict_in(r, i, 0);
			is = v != NULL && strcmp(v->verdict, "achieved") == 0;
			if (is != pass)
				continue;
			report_begin(r->d, ++n, _("What became of our changes"));
			verdict(r, i);
		}
	if (n > 0)
		doc_end(r->d);
}

/* --------------------------------------- learning -> action -> change -- */

/* From whom or with whom one learns. */
static int
is_learning(const char *mode)
{
	return strcmp(mode, "training") == 0 ||
	    strcmp(mode, "workshop") == 0 ||
	    strcmp(mode, "peer_exchange") == 0 ||
	    strcmp(mode, "co_facilitation") == 0 ||
	    strcmp(mode, "job_shadowing") == 0;
}

/*
 * Lessons carry no date but their cycle, which they get when they are chosen:
 * before that, those of a change of this cycle are its own.
 */
static int
lesson_now(const struct review *r, const struct log_lesson *l)
{
	size_t	c;

	if (!report_shared(l->visibility) ||
	    strcmp(l->state, "dropped") == 0)
		return 0;
	if (*l->cycle != '\0')
		return strcmp(l->cycle, r->cycle->id) == 0;
	c = report_change_of(&r->plan, l->ref);
	return r->until == r->ask->today ||
	    (c < r->plan.nchanges && at_work(r, c));
}

static int
lesson_kept(const struct review *r, const struct log_lesson *l)
{
	return lesson_now(r, l) && strcmp(l->cycle, r->cycle->id) == 0 &&
	    (strcmp(l->state, "chosen") == 0 ||
	    strcmp(l->state, "applied") == 0 ||
	    strcmp(l->state, "verified") == 0);
}

static size_t
learnt(struct review *r, size_t change)
{
	const struct log_contact	*c;
	const struct log_lesson		*l;
	struct doc			*d = r->d;
	size_t				 i, n = 0;

	for (i = 0; i < r->book.ncontacts; i++) {
		c = &r->book.contacts[i];
		if (!within(r, c->date) || !report_shared(c->visibility) ||
		    !is_learning(c->mode) ||
		    report_change_of(&r->plan, c->refs) != change)
			continue;
		if (n++ < REPORT_MAX)
			/* TRANSLATORS: a contact, its day, what happened. */
			doc_more(d, doc_printf(d, _("%s, %s: %s"),
			    report_capital(d, log_mode_words(c->mode)),
			    report_day(d, c->date), report_stop(d,
			    *c->summary != '\0' ? c->summary : c->theme)));
	}
	for (i = 0; i < r->book.nlessons; i++) {
		l = &r->book.lessons[i];
		if (lesson_now(r, l) && report_change_of(&r->plan,
		    l->ref) == change && n++ < REPORT_MAX)
			doc_more(d, report_sentence(d,
			    report_lesson_words(l)));
	}
	return n;
}

static size_t
done(struct review *r, size_t change)
{
	const struct plan_action	*a;
	struct doc			*d = r->d;
	size_t				 i, n = 0;

	for (i = 0; i < r->plan.nactions; i++) {
		a = &r->plan.actions[i];
		if (a->change != change || a->status != PLAN_DONE ||
		    !within(r, a->done_on) || n++ >= REPORT_MAX)
			continue;
		doc_more(d, report_sentence(d, doc_printf(d, "%s (%s)",
		    a->title, report_day(d, a->done_on))));
	}
	return n;
}

static size_t
changed(struct review *r, size_t change)
{
	const struct log_seen	*s;
	struct doc		*d = r->d;
	size_t			 i, n = 0;

	for (i = 0; i < r->book.nseen; i++) {
		s = &r->book.seen[i];
		if (!within(r, s->date) || !report_shared(s->visibility) ||
		    report_change_of(&r->plan, s->ref) != change ||
		    n++ >= REPORT_MAX)
			continue;
		doc_more(d, report_sentence(d, s->what));
	}
	return n;
}

static void
link_of(struct review *r, size_t change, const char *head,
    size_t (*tell)(struct review *, size_t))
{
	doc_item(r->d, NULL);
	doc_strong(r->d, head);
	if (tell(r, change) == 0)
		doc_more(r->d, _("Nothing is noted."));
}

static void
chain(struct review *r)
{
	size_t	i, n = 0;

	for (i = 0; i < r->plan.nchanges; i++) {
		if (!at_work(r, i))
			continue;
		if (n++ == 0)
			doc_head(r->d, 2, _("What we learnt, what we did, "
			    "what changed"));
		doc_open(r->d, DOC_KEEP, NULL);
		doc_head(r->d, 3, r->plan.changes[i].title);
		doc_list(r->d, 0);
		link_of(r, i, _("We learnt:"), learnt);
		link_of(r, i, _("We did:"), done);
		link_of(r, i, _("What changed:"), changed);
		doc_end(r->d);
		doc_end(r->d);
	}
}

/* Small changes that belong to none of the above; all are counted. */
static void
small_changes(struct review *r)
{
	const struct log_seen	*s;
	struct doc		*d = r->d;
	size_t			 i, c, all = 0, other = 0;

	for (i = 0; i < r->book.nseen; i++)
		all += within(r, r->book.seen[i].date) &&
		    report_shared(r->book.seen[i].visibility);
	doc_head(d, 2, _("Small changes"));
	doc_para(d, all == 0 ? _("None was noted in this cycle.") :
	    doc_printf(d, ngettext("%zu small change was seen in this cycle, "
	    "and it counts.", "%zu small changes were seen in this cycle, "
	    "and each one counts.", (unsigned long)all), all));
	for (i = 0; i < r->book.nseen; i++) {
		s = &r->book.seen[i];
		c = report_change_of(&r->plan, s->ref);
		if (!within(r, s->date) || !report_shared(s->visibility) ||
		    (c < r->plan.nchanges && at_work(r, c)))
			continue;
		if (other++ == 0) {
			doc_para(d, _("Those that belong to none of our "
			    "changes:"));
			doc_list(d, 0);
		}
		if (other <= REPORT_MAX)
			report_seen(d, s);
	}
	if (other > 0)
		doc_end(d);
	report_rest(d, other, REPORT_MAX, "small-changes.csv");
}

/* -------------------------------------------------------------- rounds -- */

/* Whether two frozen frameworks have at least half of the threads in common. */
static int
like_each_other(struct project *p, const char *a, const char *b)
{
	const struct table	*s = project_frozen(p, a, "dimensions");
	const struct table	*t = project_frozen(p, b, "dimensions");
	size_t			 i, n = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		n += table_find(s, cell(t, i, "id")) < s->nrows;
	return n > 0 && 2 * n >= table_count(t);
}

/* The last agreed round of these days, the one before it, and a look back. */
static int
rounds_load(struct review *r)
{
	struct table	 *t = project_table(r->p, "rounds");
	const char	**ids = round_ids(r->p, 1), *lang = r->ask->lang;
	const char	 *now = NULL, *before = NULL, *then = NULL;
	size_t		  i, row;
	int		  bad = 0;

	for (i = 0; ids[i] != NULL; i++) {
		row = table_find(t, ids[i]);
		if (cell_is(t, row, "status", "agreed") &&
		    !cell_is(t, row, "kind", "retrospective") &&
		    within(r, cell_day(t, row, "date")))
			now = ids[i];
	}
	for (i = 0; now != NULL && ids[i] != NULL && ids[i] != now; i++) {
		row = table_find(t, ids[i]);
		if (cell_is(t, row, "status", "agreed") &&
		    !cell_is(t, row, "kind", "retrospective") &&
		    like_each_other(r->p, ids[i], now))
			before = ids[i];
	}
	for (i = 0; before != NULL && ids[i] != NULL; i++) {
		row = table_find(t, ids[i]);
		if (cell_is(t, row, "kind", "retrospective") &&
		    cell_is(t, row, "refers_to", before) &&
		    within(r, cell_day(t, row, "date")))
			then = ids[i];
	}
	free(ids);
	if (now != NULL && (r->has_now = 1) != 0)
		bad |= round_load(&r->now, r->p, now, lang) != 0;
	if (before != NULL && (r->has_before = 1) != 0)
		bad |= round_load(&r->before, r->p, before, lang) != 0;
	if (then != NULL && (r->has_then = 1) != 0)
		bad |= round_load(&r->then, r->p, then, lang) != 0;
	return bad ? -1 : 0;
}

static size_t
findings(struct review *r, const char *type, size_t n, const char *head)
{
	const struct table	*t = project_table(r->p, "findings");
	struct doc		*d = r->d;
	size_t			 i, dim;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", r->now.id) ||
		    !cell_is(t, i, "type", type))
			continue;
		report_begin(r->d, ++n, head);
		dim = framework_dim(&r->now.fw, cell(t, i, "dimension"));
		doc_item(d, report_stop(d, cell(t, i, "text")));
		if (dim < r->now.fw.ndims)
			doc_more(d, doc_printf(d, _("(%s)"),
			    r->now.fw.dims[dim].label));
	}
	return n;
}

static void
strengths(struct review *r)
{
	size_t		n;
	const char	*head = _("Our strengths");

	if (!r->has_now)
		return;
	n = findings(r, "strength", 0, head);
	n = findings(r, "good_practice", n, head);
	n = findings(r, "know_how", n, head);
	if (n > 0)
		doc_end(r->d);
}

static void
rounds(struct review *r)
{
	if (!r->has_before)
		return;
	doc_head(r->d, 2, _("How we see ourselves now"));
	if (report_moves(r->d, r->p, &r->before, &r->now) == 0)
		doc_para(r->d, _("No score was agreed in both rounds."));
	if (r->has_then && report_back(r->d, r->p, &r->before, &r->then,
	    &r->now))
		doc_para(r->d, _("“Not shown” means too few people."));
}

/* ------------------------------------------------- adjusted, and learnt -- */

static void
adjusted(struct review *r)
{
	const struct plan_adjustment	*a;
	size_t				 i, n = 0;

	for (i = 0; i < r->plan.nadjustments; i++) {
		a = &r->plan.adjustments[i];
		if (!within(r, a->date) || !report_adjustment_told(a))
			continue;
		report_begin(r->d, ++n, _("What we adjusted"));
		if (n <= REPORT_MAX)
			report_adjustment(r->d, r->p, a);
	}
	report_end(r->d, n, REPORT_MAX, "adjustments.csv");
}

static void
lesson(struct review *r, const struct log_lesson *l)
{
	struct doc	*d = r->d;

	report_lesson(d, l);
	report_who(d, l->owner);
	if (*l->taken_from != '\0')
		doc_more(d, doc_printf(d, _("Taken over from: %s"),
		    report_stop(d, l->taken_from)));
	if (l->check_on != DATE_NONE && strcmp(l->state, "verified") != 0)
		doc_more(d, doc_printf(d, l->check_on < r->ask->today ?
		    _("Was to be checked on %s.") : _("To be checked on %s."),
		    report_day(d, l->check_on)));
}

/* The lessons that were chosen, then practices and tools. */
static void
lessons(struct review *r)
{
	const struct log_lesson	*l;
	size_t			 i, n = 0, more = 0;
	int			 pass, kept, other;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < r->book.nlessons; i++) {
			l = &r->book.lessons[i];
			kept = lesson_kept(r, l);
			other = lesson_now(r, l) && !kept &&
			    (strcmp(l->kind, "practice") == 0 ||
			    strcmp(l->kind, "tool") == 0);
			more += pass == 0 && lesson_now(r, l) && !kept &&
			    !other;
			if (pass == 0 ? !kept : !other)
				continue;
			report_begin(r->d, ++n, _("What we take with us"));
			if (n <= REPORT_MAX)
				lesson(r, l);
		}
	if (n > 0)
		doc_end(r->d);
	if (n > REPORT_MAX)
		more += n - REPORT_MAX;
	report_rest(r->d, more, 0, "lessons.csv");
}

/* ---------------------------------------------------- what goes on, and how -- */

static void
still_in_use(struct review *r)
{
	const struct plan_review	*v;
	struct doc			*d = r->d;
	size_t				 i, n = 0;

	for (i = 0; i < r->plan.nchanges; i++) {
		if (!ended_before(r, i, "achieved"))
			continue;
		v = verdict_in(r, i, 1);
		report_begin(r->d, ++n, _("Achieved in earlier cycles"));
		doc_item(d, NULL);
		doc_strong(d, report_stop(d, r->plan.changes[i].title));
		if (v == NULL) {
			doc_more(d, _("Still in use? Nobody has said yet."));
			continue;
		}
		doc_more(d, report_sentence(d,
		    plan_verdict_words(v->verdict)));
		doc_more(d, report_sentence(d, v->note));
		doc_more(d, *v->decided_by != '\0' ? doc_printf(d,
		    _("Said by: %s, on %s."), v->decided_by,
		    report_day(d, v->date)) : doc_printf(d,
		    _("Said on %s."), report_day(d, v->date)));
	}
	if (n > 0)
		doc_end(d);
}

/* What the next cycle begins with: after all that was reached. */
static void
next(struct review *r)
{
	const struct plan_review	*v;
	const struct difficulty		*x;
	struct doc			*d = r->d;
	const char			*head = _("What goes on");
	size_t				 i, n = 0;

	for (i = 0; i < r->plan.nchanges; i++) {
		if (!at_work(r, i) || ((v = verdict_in(r, i, 0)) != NULL &&
		    plan_verdict_final(v->verdict)))
			continue;
		report_begin(r->d, ++n, head);
		doc_item(d, report_stop(d, r->plan.changes[i].title));
		doc_more(d, v == NULL ? _("No verdict yet.") :
		    report_sentence(d, plan_verdict_words(v->verdict)));
	}
	if (r->has_now) {
		n = findings(r, "need", n, head);
		n = findings(r, "opportunity", n, head);
	}
	for (i = 0; i < r->hard.n; i++) {
		x = &r->hard.d[i];
		if (!x->open || !report_shared(x->visibility) ||
		    x->date > r->until)
			continue;
		report_begin(r->d, ++n, head);
		doc_item(d, report_stop(d, x->what));
		doc_more(d, x->waiting ?
		    _("(a difficulty without an answer)") :
		    _("(a difficulty whose answer is being tried)"));
	}
	if (n > 0)
		doc_end(d);
}

static void
intro(struct review *r)
{
	struct doc	*d = r->d;

	doc_para(d, NULL);
	doc_more(d, doc_printf(d, _("The days from %s to %s."),
	    report_day(d, r->cycle->start), report_day(d, r->until)));
	if (*r->cycle->objective != '\0')
		doc_more(d, doc_printf(d, _("Objective of this cycle: %s"),
		    report_stop(d, r->cycle->objective)));
}

static void
files(struct review *r)
{
	struct doc	*d = r->d;

	doc_open(d, DOC_ASIDE, NULL);
	doc_head(d, 3, _("Where each fact can be found"));
	doc_list(d, 0);
	report_file(d, "reviews.csv", _("verdicts, and what is still in "
	    "use"));
	report_file(d, "changes.csv, actions.csv, small-changes.csv",
	    _("what was done, and what changed"));
	report_file(d, "adjustments.csv", _("what was adjusted"));
	report_file(d, "agreed.csv, findings.csv, results.csv",
	    _("rounds of self-assessment"));
	report_file(d, "indicators.csv, measures.csv", _("what was measured"));
	report_file(d, "log.csv, difficulties.csv, stories.csv",
	    _("contacts, difficulties and stories"));
	report_file(d, "lessons.csv", _("lessons, practices and tools"));
	doc_end(d);
	doc_end(d);
}

static void
tell(struct review *r)
{
	const char	*lang = report_lang(r->ask);
	char		*title;
	struct doc	*d;

	title = mem_printf(_("%s: review of cycle %s"), report_team(r->p),
	    r->cycle->id);
	d = r->d = doc_new(lang, title);
	free(title);
	intro(r);
	result(r);
	verdicts(r);
	strengths(r);
	report_stories(d, &r->stories, r->since, r->until);
	chain(r);
	small_changes(r);
	report_indicators(d, &r->measured, DATE_NONE, r->until,
	    r->ask->today);
	rounds(r);
	lessons(r);
	adjusted(r);
	report_difficulties(d, &r->hard, r->since, r->until);
	still_in_use(r);
	report_accompaniment(d, r->p, &r->book, r->has_now ? &r->now : NULL,
	    r->since, r->until);
	next(r);
	files(r);
}

/* ---------------------------------------------------------------- load -- */

/* The cycle that is typed, else the open one, else the last; NULL (said). */
static const struct plan_cycle *
cycle_find(struct review *r, const char *typed)
{
	const struct plan	*pl = &r->plan;
	const struct table	*t = project_table(r->p, "cycles");
	size_t			 i, row;

	if (pl->ncycles == 0) {
		msg_fault(NULL, N_("there is no cycle to look back at"));
		msg_hint(session_only(r->p, pl) ? N_("what a peer group did: "
		    "cpm-report progress --since DATE") :
		    N_("cpm-plan cycle open --objective 'WORDS'"));
		return NULL;
	}
	if (typed == NULL)
		return &pl->cycles[pl->cycle < pl->ncycles ? pl->cycle :
		    pl->ncycles - 1];
	if ((row = table_resolve(t, typed)) == t->nrows)
		return NULL;
	for (i = 0; i < pl->ncycles; i++)
		if (pl->cycles[i].row == row)
			return &pl->cycles[i];
	return NULL;
}

/* 0, or -1 (said). */
static int
days(struct review *r)
{
	const struct plan_cycle	*c;
	size_t			 i;

	if (r->cycle->start == DATE_NONE) {
		msg_fault(NULL, N_("the cycle '%s' has no start"),
		    r->cycle->id);
		return -1;
	}
	if (r->cycle->start > r->ask->today) {
		msg_fault(NULL, N_("the cycle '%s' is still to begin"),
		    r->cycle->id);
		return -1;
	}
	r->first = 1;
	r->until = r->ask->today;
	for (i = 0; i < r->plan.ncycles; i++) {
		c = &r->plan.cycles[i];
		if (c->start == DATE_NONE || c == r->cycle)
			continue;
		if (c->start < r->cycle->start)
			r->first = 0;
		if (c->start > r->cycle->start && c->start < r->until)
			r->until = c->start;
	}
	r->since = r->cycle->start + !r->first;
	return 0;
}

static int
facts_load(struct review *r)
{
	int	bad = plan_load(&r->plan, r->p) != 0;

	bad |= log_load(&r->book, r->p, 0) != 0;
	bad |= difficulties_load(&r->hard, r->p, 0) != 0;
	bad |= stories_load(&r->stories, r->p, 0) != 0;
	bad |= indicators_load(&r->measured, r->p, r->ask->lang) != 0;
	project_table(r->p, "findings");
	project_table(r->p, "rounds");
	return bad || project_bad(r->p) ? -1 : 0;
}

struct doc *
report_review(struct project *p, const struct report_ask *ask,
    const char *cycle)
{
	struct review	r;

	memset(&r, 0, sizeof(r));
	r.p = p;
	r.ask = ask;
	if (facts_load(&r) == 0 &&
	    (r.cycle = cycle_find(&r, cycle)) != NULL && days(&r) == 0 &&
	    rounds_load(&r) == 0 && !project_bad(p))
		tell(&r);
	if (r.has_then)
		round_free(&r.then);
	if (r.has_before)
		round_free(&r.before);
	if (r.has_now)
		round_free(&r.now);
	indicators_free(&r.measured);
	stories_free(&r.stories);
	difficulties_free(&r.hard);
	log_free(&r.book);
	plan_free(&r.plan);
	return r.d;
}
