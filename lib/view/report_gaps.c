/* Where the team and the others visibly do not see the same. */
#include "view/report_in.h"

/* A tenth of a step is plenty for people. */
static const char *
number(struct doc *d, const struct gap *g, fixed v)
{
	fixed	part = g->scale->step / 10;

	return report_number(d, num_round(v, part > 0 ? part :
	    FIXED_ONE / 10));
}

static void
item(struct doc *d, const struct gap *g)
{
	doc_item(d, NULL);
	doc_strong(d, report_stop(d, g->label));
	/* TRANSLATORS: follows a thread: the mean of the team's own groups,
	 * and that of the others. */
	doc_more(d, doc_printf(d, g->gap > 0 ?
	    _("We see it higher: %s, and the others %s.") :
	    _("The others see it higher: we %s, and they %s."),
	    number(d, g, g->self), number(d, g, g->others)));
}

void
report_gaps(struct doc *d, const struct round *r)
{
	struct gaps	g;
	size_t		i, n = 0;

	gaps_make(&g, r, 0);
	for (i = 0; i < g.n; i++) {
		if (!g.row[i].visible)
			continue;
		if (n++ == 0) {
			doc_para(d, _("Here we and the others visibly do not "
			    "see the same. Nobody is wrong: what has each one "
			    "seen?"));
			doc_list(d, 0);
		}
		item(d, &g.row[i]);
	}
	if (n > 0)
		doc_end(d);
	gaps_free(&g);
}
