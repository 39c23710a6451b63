/*
 * Parts that two reports share and that are more than an item: what was
 * measured, difficulties, stories, and how two rounds differ.
 */
#include <string.h>

#include "base/mem.h"
#include "model/score.h"
#include "view/report_in.h"

/* --- indicators ---------------------------------------------------------- */

/*
 * The indicator as it stood on that day: what was measured later is not
 * known yet.  1 if it was measured in these days, or was there in any.
 */
static int
as_on(struct indicator *in, int since, int until, int today)
{
	size_t	i;
	int	there = since == DATE_NONE && (in->baseline_on == DATE_NONE ||
		    in->baseline_on <= until);

	if (until < today)
		in->last = NULL;
	for (i = 0; i < in->nmeasures && in->measures[i].date <= until; i++) {
		there |= in->measures[i].date >= since;
		if (until < today)
			in->last = &in->measures[i];
	}
	return there;
}

static void
value_cell(struct doc_table *t, const struct indicator *in, fixed v, int day,
    struct doc *d)
{
	char	*words = indicator_value_words(in, v);

	doc_cell(t, *words == '\0' ? "–" : day == DATE_NONE ?
	    doc_keep(d, words) :
	    /* TRANSLATORS: a value, and the day it is of. */
	    doc_printf(d, _("%s (%s)"), words, report_day(d, day)));
	free(words);
}

static void
indicator_row(struct doc *d, struct doc_table *t, const struct indicator *in)
{
	char	*words = indicator_words(in);

	doc_row(t);
	doc_cell(t, in->label);
	value_cell(t, in, in->baseline, in->baseline_on, d);
	value_cell(t, in, in->last == NULL ? FIXED_NONE : in->last->value,
	    in->last == NULL ? DATE_NONE : in->last->date, d);
	value_cell(t, in, in->target, in->target_on, d);
	doc_cell(t, doc_keep(d, words));
	free(words);
}

size_t
report_indicators(struct doc *d, const struct indicators *all, int since,
    int until, int today)
{
	struct doc_table	*t = NULL;
	struct indicator	 in;
	size_t			 i, n = 0;

	for (i = 0; i < all->n; i++) {
		in = all->all[i];
		if (!as_on(&in, since, until, today))
			continue;
		if (n++ == 0) {
			doc_head(d, 2, _("What we measured"));
			t = doc_table(d, _("From the start to the target"));
			doc_col(t, _("Measure"), 0);
			doc_col(t, _("At the start"), 0);
			doc_col(t, _("Now"), 0);
			doc_col(t, _("Target"), 0);
			doc_col(t, _("How far"), 0);
		}
		if (n <= REPORT_MAX)
			indicator_row(d, t, &in);
	}
	report_rest(d, n, REPORT_MAX, "indicators.csv");
	return n;
}

/* --- difficulties -------------------------------------------------------- */

static int
within(int day, int since, int until)
{
	return day != DATE_NONE && day >= since && day <= until;
}

static void
difficulty(struct doc *d, const struct difficulty *x, int until)
{
	doc_item(d, NULL);
	doc_strong(d, report_stop(d, x->what));
	doc_more(d, doc_printf(d, _("Raised on %s."),
	    report_day(d, x->date)));
	if (*x->answer != '\0')
		doc_more(d, doc_printf(d, _("Answered: %s"),
		    report_stop(d, x->answer)));
	else if (*x->assigned_to != '\0' && x->waiting)
		doc_more(d, doc_printf(d, _("Who answers: %s"),
		    report_stop(d, x->assigned_to)));
	if (x->closed_on != DATE_NONE && x->closed_on <= until)
		doc_more(d, doc_printf(d, _("Settled on %s."),
		    report_day(d, x->closed_on)));
}

int
report_difficulty_in(const struct difficulty *x, int since, int until)
{
	return report_shared(x->visibility) &&
	    (within(x->date, since, until) ||
	    within(x->answered_on, since, until) ||
	    within(x->closed_on, since, until));
}

size_t
report_difficulties(struct doc *d, const struct difficulties *all, int since,
    int until)
{
	const struct difficulty	*x;
	size_t			 i, n = 0;

	for (i = 0; i < all->n; i++) {
		x = &all->d[i];
		if (!report_difficulty_in(x, since, until))
			continue;
		report_begin(d, ++n, _("Difficulties, and what was "
		    "answered"));
		if (n <= REPORT_MAX)
			difficulty(d, x, until);
	}
	report_end(d, n, REPORT_MAX, "difficulties.csv");
	return n;
}

/* --- stories ------------------------------------------------------------- */

static void
story(struct doc *d, const struct story *s)
{
	doc_open(d, DOC_KEEP, NULL);
	doc_para(d, report_stop(d, s->text));
	doc_para(d, NULL);
	if (*s->actor != '\0')
		doc_more(d, doc_printf(d, _("Who: %s (%s)."), s->actor,
		    report_day(d, s->date)));
	if (*s->contribution != '\0')
		doc_more(d, doc_printf(d, _("What helped: %s"),
		    report_stop(d, s->contribution)));
	if (*s->selected_by != '\0')
		doc_more(d, doc_printf(d, _("Chosen by: %s"),
		    report_stop(d, s->selected_by)));
	if (*s->selected_why != '\0')
		doc_more(d, doc_printf(d, _("Because: %s"),
		    report_stop(d, s->selected_why)));
	doc_end(d);
}

int
report_story_in(const struct story *s, int since, int until)
{
	return s->consent && !s->private && s->selected &&
	    report_shared(s->visibility) && within(s->date, since, until);
}

size_t
report_stories(struct doc *d, const struct stories *all, int since, int until)
{
	const struct story	*s;
	size_t			 i, n = 0;

	for (i = 0; i < all->n; i++) {
		s = &all->s[i];
		if (!report_story_in(s, since, until) || ++n > REPORT_MAX)
			continue;
		if (n == 1)
			doc_head(d, 2, _("The change that matters most to "
			    "us"));
		story(d, s);
	}
	report_rest(d, n, REPORT_MAX, "stories.csv");
	return n;
}

/* --- two rounds ---------------------------------------------------------- */

/* Where the agreed scores of a thread went, in a word. */
static const char *
way(const struct change *c)
{
	if (c->delta == FIXED_NONE)
		return c->state == CHANGE_ADDED ? _("new") : "–";
	if (c->visible)
		return c->delta > 0 ? _("has visibly moved up") :
		    _("has visibly moved down");
	return c->delta == 0 ? _("as before") : _("a little");
}

static const char *
score_or_none(struct doc *d, fixed v)
{
	return v == FIXED_NONE ? "–" : report_number(d, v);
}

size_t
report_moves(struct doc *d, struct project *p, const struct round *before,
    const struct round *now)
{
	struct doc_table	*t = NULL;
	const struct change	*c;
	struct changes		 ch;
	size_t			 i, n = 0;

	changes_make(&ch, p, before, now, NULL, 0);
	for (i = 0; i < ch.n; i++) {
		c = &ch.row[i];
		if (strcmp(c->group, "agreed") != 0 ||
		    c->state == CHANGE_DROPPED ||
		    (c->before == FIXED_NONE && c->now == FIXED_NONE))
			continue;
		if (n++ == 0) {
			t = doc_table(d, doc_printf(d, _("What we agreed in "
			    "round %s, and in round %s"), before->id,
			    now->id));
			doc_col(t, _("Thread"), 0);
			doc_col(t, report_day(d, before->date),
			    DOC_COL_NUMBER);
			doc_col(t, report_day(d, now->date), DOC_COL_NUMBER);
			doc_col(t, _("Change"), 0);
		}
		doc_row(t);
		doc_cell(t, c->label);
		doc_cell(t, score_or_none(d, c->before));
		doc_cell(t, score_or_none(d, c->now));
		doc_cell(t, way(c));
		if (c->delta != FIXED_NONE && c->delta != 0)
			/* TRANSLATORS: earlier and present score, and how
			 * far that is in words. */
			doc_row_said(t, doc_printf(d, _("from %s to %s: %s"),
			    report_number(d, c->before),
			    report_number(d, c->now), way(c)));
		else if (c->delta == 0)
			doc_row_said(t, doc_printf(d, _("%s, %s"),
			    report_number(d, c->now), way(c)));
	}
	changes_free(&ch);
	return n;
}
