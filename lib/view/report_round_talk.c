/*
 * Where a team does not see the same: the criteria to talk about, and the
 * standpoints side by side.
 */
#include "model/draft.h"
#include "view/report_round_in.h"

#define TALK_FIRST	5	/* criteria in "what to talk about" */

/* --- what to talk about --------------------------------------------------- */

static void
talk_item(struct view *v, const struct pick *k)
{
	struct doc		*d = v->d;
	const struct framework	*f = &v->now.fw;

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, view_label(f, k->dim, k->crit)));
	doc_more(d, k->reading == READING_APART ?
	    _("The votes lie apart.") : _("The votes are mixed."));
	doc_more(d, view_agreed_sentence(v, k->dim, k->crit));
}

static void
talk_none(struct view *v, size_t known)
{
	if (known > 0)
		doc_para(v->d, _("We share the view on every criterion whose "
		    "votes can be shown. Ask all the same: what do we see that "
		    "nobody has said?"));
	else if (v->now.policy.groups && view_standpoints_shown(v) < 2)
		doc_para(v->d, _("The team chose to see its standpoints, so "
		    "how far all votes agree is not shown; and too few people "
		    "answered to set standpoints side by side. Let each one "
		    "tell what they have seen."));
	else if (v->now.policy.groups)
		doc_para(v->d, _("The team chose to see its standpoints, so "
		    "how far all votes agree is not shown. Look where the "
		    "standpoints differ, and let each one tell what it has "
		    "seen."));
	else {
		doc_para(v->d, _("How far the votes agree is not shown: too "
		    "few people."));
		v->hidden = 1;
	}
}

void
view_talk(struct view *v)
{
	struct picks	k;
	size_t		i, n = 0;

	if (!view_has_votes(&v->now))
		return;
	picks_talk(&k, &v->now, 0);
	doc_head(v->d, 2, _("What to talk about"));
	for (i = 0; i < k.n && n < TALK_FIRST; i++) {
		if (k.row[i].reading != READING_APART &&
		    k.row[i].reading != READING_MIXED)
			continue;
		if (n++ == 0) {
			doc_para(v->d, _("Here we do not see the same thing. "
			    "No view is wrong: let each one tell what they "
			    "have seen."));
			doc_list(v->d, 1);
		}
		talk_item(v, &k.row[i]);
	}
	if (n > 0)
		doc_end(v->d);
	else
		talk_none(v, k.n);
	picks_free(&k);
}

/* --- standpoints ---------------------------------------------------------- */

void
view_standpoints(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	struct scores		 s;
	struct doc_table	*t;
	size_t			 i, g, n = 0;

	scores_init(&s);
	scores_add(&s, &v->now, SCORE_GROUPS);
	for (g = 0; g < f->ngroups; g++)
		n += view_series_there(&s, f->groups[g].id) != 0;
	if (n > 0) {
		doc_head(v->d, 2, _("How the standpoints see it"));
		t = doc_table(v->d, _("Votes by standpoint"));
		doc_col(t, _("Thread"), 0);
		for (g = 0; g < f->ngroups; g++)
			if (view_series_there(&s, f->groups[g].id))
				doc_col(t, f->groups[g].label,
				    DOC_COL_NUMBER);
		for (i = 0; i < f->ndims; i++) {
			doc_row(t);
			doc_cell(t, f->dims[i].label);
			for (g = 0; g < f->ngroups; g++)
				if (view_series_there(&s, f->groups[g].id))
					doc_cell(t, view_score_cell(v, &v->now,
					    scores_find(&s, f->groups[g].id,
					    i, f->ncrit)));
		}
		report_gaps(v->d, &v->now);
	}
	scores_free(&s);
}
