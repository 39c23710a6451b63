/* A round beside one that looks back: where we come from, in three numbers. */
#include <string.h>

#include "base/mem.h"
#include "view/report_in.h"

struct back {
	struct doc		*d;
	const struct round	*before, *then, *now;
	struct changes		 ch;
	struct doc_table	*t;
	int			 hidden;
};

fixed
report_votes(const struct round *r, const struct scale *s, fixed mean,
    enum note note)
{
	fixed	step = s->step > 0 ? s->step : FIXED_ONE;

	if (note == NOTE_ROUNDED || round_persons(r, GROUP_ALL) < 15)
		return num_round(mean, step / 2);
	return num_round(mean, step / 10 > 0 ? step / 10 : 1);
}

/* Whether a round shows the votes of a thread rounded, or not at all. */
static enum note
note_in(const struct round *r, const char *dim)
{
	size_t		d = framework_dim(&r->fw, dim);
	struct ratio	mean;
	int		exact;

	if (d == r->fw.ndims || r->results.n == 0)
		return NOTE_NONE;
	mean = results_dimension(&r->results, GROUP_ALL, d, &exact);
	return exact ? NOTE_NONE : mean.den != 0 ? NOTE_ROUNDED :
	    NOTE_WITHHELD;
}

/* A number of the row as it is printed here, or FIXED_NONE. */
static fixed
shown(const struct change *c, const struct round *r, fixed mean)
{
	if (mean == FIXED_NONE || strcmp(c->group, "agreed") == 0)
		return mean;
	return report_votes(r, c->scale, mean, note_in(r, c->dimension));
}

static void
number(struct back *b, const struct change *c, const struct round *r, fixed v)
{
	if (v != FIXED_NONE)
		doc_cell(b->t, report_number(b->d, v));
	else if (strcmp(c->group, "agreed") != 0 &&
	    note_in(r, c->dimension) == NOTE_WITHHELD) {
		doc_cell(b->t, _("not shown"));
		b->hidden = 1;
	} else
		doc_cell(b->t, "–");
}

/* "+0.8", "−0.5", "0"; of numbers that stand in the same row. */
static void
difference(struct back *b, fixed to, fixed from)
{
	fixed	v = to - from;

	if (to == FIXED_NONE || from == FIXED_NONE)
		doc_cell(b->t, "–");
	else if (v == 0)
		doc_cell(b->t, report_number(b->d, 0));
	else
		doc_cell(b->t, doc_printf(b->d, "%s%s", v > 0 ? "+" : "−",
		    report_number(b->d, v > 0 ? v : -v)));
}

static void
row(struct back *b, const struct change *c)
{
	fixed	before = shown(c, b->before, c->before);
	fixed	then = shown(c, b->then, c->then);
	fixed	now = shown(c, b->now, c->now);

	doc_row(b->t);
	doc_cell(b->t, c->label);
	number(b, c, b->before, before);
	number(b, c, b->then, then);
	number(b, c, b->now, now);
	difference(b, now, before);
	difference(b, then, before);
	difference(b, now, then);
}

/* Whether there is a thread that stands in all three rounds. */
static int
there(const struct back *b, const char *group)
{
	size_t	i;

	for (i = 0; i < b->ch.n; i++)
		if (strcmp(b->ch.row[i].group, group) == 0 &&
		    b->ch.row[i].shift != FIXED_NONE)
			return 1;
	return 0;
}

static void
table(struct back *b, const char *group, const char *title)
{
	size_t	i;

	if (!there(b, group))
		return;
	b->t = doc_table(b->d, title);
	doc_col(b->t, _("Thread"), 0);
	doc_col(b->t, _("Then"), DOC_COL_NUMBER);
	doc_col(b->t, _("Then, seen today"), DOC_COL_NUMBER);
	doc_col(b->t, _("Today"), DOC_COL_NUMBER);
	doc_col(b->t, _("Change"), DOC_COL_NUMBER);
	doc_col(b->t, _("Our eyes"), DOC_COL_NUMBER);
	doc_col(b->t, _("Change, seen today"), DOC_COL_NUMBER);
	for (i = 0; i < b->ch.n; i++)
		if (strcmp(b->ch.row[i].group, group) == 0 &&
		    b->ch.row[i].state != CHANGE_DROPPED)
			row(b, &b->ch.row[i]);
}

int
report_back(struct doc *d, struct project *p, const struct round *before,
    const struct round *then, const struct round *now)
{
	struct back	b = { .d = d, .before = before, .then = then,
			    .now = now };

	changes_make(&b.ch, p, before, now, then, 0);
	if (there(&b, "all") || there(&b, "agreed")) {
		doc_head(d, 2, _("Where we come from"));
		doc_para(d, doc_printf(d, _("In round %s we looked back "
		    "at the time of round %s. Where we now see that time more "
		    "severely than we did then, our eyes have opened: that is "
		    "a change too."), then->id, before->id));
		doc_para(d, _("“Change” is today minus then. “Our eyes” is "
		    "then as we see it today, minus then as we saw it. “Change, "
		    "seen today” is today minus then as we see it today. All "
		    "three count; none of them is the true one."));
	}
	table(&b, "all", _("Votes then, then as seen today, and today"));
	table(&b, "agreed", _("Agreed then, then as seen today, and today"));
	changes_free(&b.ch);
	return b.hidden;
}
