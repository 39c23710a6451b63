/*
 * The accompaniment itself, seen like everything else: how often, how, for
 * how long, whether the rhythm was kept, and what the team says of it.
 */
#include <string.h>

#include "base/mem.h"
#include "view/report_in.h"

struct with {
	struct doc		*d;
	struct project		*p;
	const struct log_book	*book;
	int			 since, until;
	size_t			 contacts, meetings;
	size_t			 by_mode[LOG_MODES];
	long			 minutes[LOG_MODES], all_minutes;
	size_t			 with_minutes;
	int			 gap, gap_from, gap_to;
};

/* The days from one contact to the next, the longest of them. */
static void
gap(struct with *w, int from, int to)
{
	if (to - from <= w->gap)
		return;
	w->gap = to - from;
	w->gap_from = from;
	w->gap_to = to;
}

/* What the team meets for on its own is no contact with the mentor. */
static void
count(struct with *w)
{
	const struct log_contact	*c;
	size_t				 i, m;
	int				 last = w->since;

	for (i = 0; i < w->book->ncontacts; i++) {
		c = &w->book->contacts[i];
		if (c->date == DATE_NONE || c->date < w->since ||
		    c->date > w->until || !report_shared(c->visibility))
			continue;
		if (strcmp(c->mode, "team_meeting") == 0) {
			w->meetings++;
			continue;
		}
		if ((m = log_mode_index(c->mode)) == LOG_MODES)
			m--;	/* other */
		w->contacts++;
		w->by_mode[m]++;
		if (c->minutes >= 0) {
			w->minutes[m] += c->minutes;
			w->all_minutes += c->minutes;
			w->with_minutes++;
		}
		gap(w, last, c->date);
		last = c->date;
	}
	gap(w, last, w->until);
}

static void
table(struct with *w)
{
	struct doc_table	*t = doc_table(w->d, _("Contacts by kind"));
	size_t			 i;

	doc_col(t, _("Contact"), 0);
	doc_col(t, _("How many"), DOC_COL_NUMBER);
	doc_col(t, _("Minutes"), DOC_COL_NUMBER);
	for (i = 0; log_mode(i) != NULL; i++) {
		if (w->by_mode[i] == 0)
			continue;
		doc_row(t);
		doc_cell(t, report_capital(w->d,
		    log_mode_words(log_mode(i))));
		doc_cell(t, report_count(w->d, (int64_t)w->by_mode[i]));
		doc_cell(t, w->minutes[i] == 0 ? "–" : report_count(w->d,
		    w->minutes[i]));
	}
}

static void
totals(struct with *w)
{
	struct doc	*d = w->d;

	doc_para(d, NULL);
	doc_more(d, w->contacts == 0 ? _("No contact is noted.") :
	    doc_printf(d, ngettext("%zu contact.", "%zu contacts.",
	    (unsigned long)w->contacts), w->contacts));
	if (w->with_minutes > 0 && w->with_minutes == w->contacts)
		doc_more(d, doc_printf(d, _("Together: %ld minutes."),
		    w->all_minutes));
	else if (w->with_minutes > 0)
		doc_more(d, doc_printf(d, ngettext("%zu of them says how long "
		    "it took: %ld minutes.", "%zu of them say how long they "
		    "took: %ld minutes in all.",
		    (unsigned long)w->with_minutes), w->with_minutes,
		    w->all_minutes));
	if (w->meetings > 0)
		doc_more(d, doc_printf(d, ngettext("The focal team met on its "
		    "own %zu time.", "The focal team met on its own %zu "
		    "times.", (unsigned long)w->meetings), w->meetings));
}

static void
rhythm(struct with *w)
{
	struct doc	*d = w->d;
	long		 days = (long)project_int(w->p, "rhythm_days");

	if (w->contacts == 0 || days <= 0)
		return;
	if (w->gap <= days) {
		doc_para(d, doc_printf(d, _("The rhythm was kept: never more "
		    "than %ld days from one contact to the next."), days));
		return;
	}
	doc_para(d, doc_printf(d, _("A contact every %ld days was meant; the "
	    "longest time without one was %d days, from %s to %s."), days,
	    w->gap, report_day(d, w->gap_from), report_day(d, w->gap_to)));
}

/* A score with the name of its point, "4 (Steady)", or "3.5". */
static const char *
score(struct doc *d, const struct scale *s, fixed v)
{
	int	i = scale_index(s, v);

	if (i < 0 || *s->label[i] == '\0')
		return report_number(d, v);
	return doc_printf(d, _("%s (%s)"), report_number(d, v), s->label[i]);
}

/* The thread that the accompaniment pack adds to a framework. */
static void
seen(struct with *w, const struct round *r)
{
	struct doc		*d = w->d;
	const struct score	*agreed, *all;
	struct scores		 s;
	size_t			 dim = framework_dim(&r->fw, "ACC");

	if (dim == r->fw.ndims)
		return;
	scores_init(&s);
	scores_add(&s, r, SCORE_ALL | SCORE_AGREED);
	agreed = scores_find(&s, "agreed", dim, r->fw.ncrit);
	all = scores_find(&s, "all", dim, r->fw.ncrit);
	doc_para(d, NULL);
	doc_strong(d, report_stop(d, r->fw.dims[dim].label));
	if (agreed != NULL && agreed->mean != FIXED_NONE)
		doc_more(d, doc_printf(d, _("In round %s the team agreed: "
		    "%s."), r->id, score(d, agreed->scale, agreed->mean)));
	if (all != NULL && all->mean != FIXED_NONE)
		doc_more(d, doc_printf(d, _("The votes of round %s: %s."),
		    r->id, report_number(d, report_votes(r, all->scale,
		    all->mean, all->note))));
	else if (r->results.n > 0)
		doc_more(d, _("The votes are not shown: too few people."));
	scores_free(&s);
}

void
report_accompaniment(struct doc *d, struct project *p,
    const struct log_book *book, const struct round *r, int since, int until)
{
	struct with	w;

	memset(&w, 0, sizeof(w));
	w.d = d;
	w.p = p;
	w.book = book;
	w.since = since;
	w.until = until;
	count(&w);
	doc_head(d, 2, _("The accompaniment itself"));
	totals(&w);
	if (w.contacts > 0)
		table(&w);
	rhythm(&w);
	if (r != NULL)
		seen(&w, r);
}
