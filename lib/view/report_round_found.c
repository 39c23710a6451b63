/* What a round found: strengths, and findings in the team's own words. */
#include <string.h>

#include "model/draft.h"
#include "view/report_round_in.h"

#define BEST		3	/* criteria among the strengths */

/* --- strengths ------------------------------------------------------------ */

static void
pick_item(struct view *v, const struct pick *k)
{
	struct doc		*d = v->d;
	const struct framework	*f = &v->now.fw;
	const struct agreed	*a = NULL;
	const char		*thread;

	thread = k->dim < f->ndims ? f->dims[k->dim].label : "";
	doc_item(d, NULL);
	if (k->finding != NULL) {
		doc_strong(d, report_stop(d, k->finding));
		if (*thread != '\0')
			/* TRANSLATORS: the thread that a finding is about. */
			doc_more(d, doc_printf(d, _("(%s)"), thread));
		return;
	}
	doc_strong(d, report_stop(d, view_label(f, k->dim, k->crit)));
	if (k->dim < f->ndims) {
		doc_more(d, view_agreed_sentence(v, k->dim, k->crit));
		a = view_agreed_find(&v->now, k->dim, k->crit);
	}
	if (a != NULL && *a->evidence != '\0')
		doc_more(d, doc_printf(d, _("What shows it: %s"),
		    report_stop(d, a->evidence)));
}

/* The team's own words, then the criteria with the highest scores. */
void
view_strengths(struct view *v)
{
	struct picks	k;
	size_t		i, own = 0;

	picks_strengths(&k, v->p, &v->now, BEST);
	doc_head(v->d, 2, _("Our strengths"));
	if (k.n == 0)
		doc_para(v->d, _("No strength is noted yet. Ask: what do we do "
		    "well, and what shows it?"));
	doc_list(v->d, 0);
	for (; own < k.n && k.row[own].finding != NULL; own++)
		pick_item(v, &k.row[own]);
	doc_end(v->d);
	if (own < k.n)
		doc_para(v->d, _("The highest scores:"));
	doc_list(v->d, 0);
	for (i = own; i < k.n; i++)
		pick_item(v, &k.row[i]);
	doc_end(v->d);
	picks_free(&k);
}

/* --- findings of other kinds ---------------------------------------------- */

static size_t
findings_of(struct view *v, const char *type, const char *head)
{
	struct table	*t = project_table(v->p, "findings");
	size_t		 i, dim, n = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", v->now.id) ||
		    !cell_is(t, i, "type", type))
			continue;
		if (n++ == 0) {
			doc_head(v->d, 3, head);
			doc_list(v->d, 0);
		}
		dim = framework_dim(&v->now.fw, cell(t, i, "dimension"));
		doc_item(v->d, report_stop(v->d, cell(t, i, "text")));
		if (dim < v->now.fw.ndims)
			doc_more(v->d, doc_printf(v->d, _("(%s)"),
			    v->now.fw.dims[dim].label));
	}
	if (n > 0)
		doc_end(v->d);
	return n;
}

/* Whether the round has a finding of one of these types ("a b c"). */
static int
findings_any(struct view *v, const char *types)
{
	struct table	*t = project_table(v->p, "findings");
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "round", v->now.id) &&
		    *cell(t, i, "type") != '\0' &&
		    strstr(types, cell(t, i, "type")) != NULL)
			return 1;
	return 0;
}

void
view_findings(struct view *v)
{
	if (!findings_any(v, "good_practice know_how opportunity need"))
		return;
	doc_head(v->d, 2, _("What we found, in our own words"));
	findings_of(v, "good_practice", _("Good practices"));
	findings_of(v, "know_how", _("Know-how"));
	findings_of(v, "opportunity", _("Opportunities"));
	findings_of(v, "need", _("Where we want to grow"));
}
