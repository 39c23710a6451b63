/*
 * Who took part in a round, how its numbers are to be read, and where each of
 * them stands.
 */
#include "model/draft.h"
#include "view/report_round_in.h"

/* --- who took part -------------------------------------------------------- */

static void
who_table(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	struct doc_table	*t;
	size_t			 g;
	int64_t			 asked, came;
	int			 any_asked = 0, any_came = 0;

	for (g = 0; g < f->ngroups; g++) {
		any_asked |= round_invited(&v->now, f->groups[g].id) >= 0;
		any_came |= round_persons(&v->now, g) >= 0;
	}
	if (!any_asked && !any_came)
		return;
	t = doc_table(v->d, _("Standpoints"));
	doc_col(t, _("Standpoint"), 0);
	if (any_asked)
		doc_col(t, _("Invited"), DOC_COL_NUMBER);
	if (any_came)
		doc_col(t, _("Took part"), DOC_COL_NUMBER);
	for (g = 0; g < f->ngroups; g++) {
		asked = round_invited(&v->now, f->groups[g].id);
		came = round_persons(&v->now, g);
		if (asked < 0 && came < 0)
			continue;
		doc_row(t);
		doc_cell(t, f->groups[g].label);
		if (any_asked)
			doc_cell(t, asked < 0 ? "–" :
			    report_count(v->d, asked));
		if (any_came)
			doc_cell(t, came < 0 ? _("not shown") :
			    report_count(v->d, came));
		v->hidden |= any_came && came < 0;
	}
}

void
view_who(struct view *v)
{
	struct doc	*d = v->d;
	int64_t		 n = round_persons(&v->now, GROUP_ALL);

	doc_head(d, 2, _("Who took part"));
	if (n >= 0)
		doc_para(d, doc_printf(d, ngettext("%lld person gave their "
		    "view.", "%lld people gave their view.",
		    (unsigned long)n), (long long)n));
	else if (view_has_votes(&v->now)) {
		doc_para(d, _("How many gave their view is not shown: too few "
		    "people."));
		v->hidden = 1;
	} else
		doc_para(d, _("There was no vote: the team agreed on its "
		    "scores together."));
	who_table(v);
}

/* --- how to read this ----------------------------------------------------- */

static void
scale_words(struct view *v)
{
	const struct scale	*s = &v->now.fw.general;
	struct doc		*d = v->d;

	if (s->n < 2 || *s->label[0] == '\0' || *s->label[s->n - 1] == '\0')
		return;
	/* TRANSLATORS: lowest score and its name, highest and its name. */
	doc_para(d, doc_printf(d, _("The scale goes from %s (%s) to %s (%s)."),
	    report_number(d, s->value[0]), s->label[0],
	    report_number(d, s->value[s->n - 1]), s->label[s->n - 1]));
}

/* Whether it is said of some criterion how far its votes agree. */
static int
reading_there(const struct view *v)
{
	size_t	i;

	for (i = 0; i < v->now.fw.ncrit; i++)
		if (v->by_crit[i] != NULL &&
		    v->by_crit[i]->note != NOTE_WITHHELD &&
		    v->by_crit[i]->reading != READING_NONE)
			return 1;
	return 0;
}

/* Whether a number of the votes stands there that was rounded before. */
static int
rounded_there(const struct view *v)
{
	const struct score	*s;
	size_t			 i;

	for (i = 0; i < v->crit.n; i++) {
		s = &v->crit.row[i];
		if (s->note == NOTE_ROUNDED && s->mean != FIXED_NONE)
			return 1;
	}
	return v->now.policy.groups && view_standpoints_shown(v) > 0;
}

void
view_method(struct view *v)
{
	struct doc	*d = v->d;

	doc_head(d, 2, _("How to read this"));
	scale_words(v);
	doc_list(d, 0);
	doc_item(d, _("A score says how the team sees itself. It is not a "
	    "mark, and it ranks nobody."));
	if (v->now.nagreed > 0)
		doc_item(d, _("Agreed scores were decided by people. No "
		    "program computed them."));
	if (v->voted)
		doc_item(d, _("The votes of a thread are the mean of its "
		    "criteria, rounded; “no answer” counts nowhere."));
	if (reading_there(v))
		doc_item(d, _("“Shared view”, “mixed” and “apart” say how far "
		    "the votes agree, not how high they are."));
	if (v->hidden)
		doc_item(d, _("“Not shown” means too few people: a number "
		    "could tell what somebody voted. It does not depend on "
		    "what was voted."));
	if (rounded_there(v))
		doc_item(d, _("To protect those who voted, numbers are rounded "
		    "to half a point."));
	if (v->earlier)
		doc_item(d, _("Who took part can change from round to round; "
		    "a small difference proves nothing by itself."));
	doc_item(d, _("What people think is one witness among others. Set the "
	    "evidence beside it."));
	doc_end(d);
}

/* --- where it stands ------------------------------------------------------ */

void
view_files(struct view *v)
{
	struct doc	*d = v->d;

	doc_open(d, DOC_ASIDE, NULL);
	doc_head(d, 3, _("Where each number can be found"));
	doc_list(d, 0);
	if (v->now.nagreed > 0)
		report_file(d, "agreed.csv", _("agreed scores, reasons and "
		    "evidence"));
	if (view_has_votes(&v->now)) {
		report_file(d, "results.csv", _("the votes, as they are "
		    "published"));
		report_file(d, doc_printf(d, "cpm-assess score %s",
		    v->now.id), _("prints a thread's votes to four decimals, "
		    "from results.csv"));
	}
	report_file(d, "findings.csv", _("strengths and other findings"));
	report_file(d, "rounds.csv", _("the round, its date, who was "
	    "invited"));
	report_file(d, doc_printf(d, "rounds/%s/", v->now.id),
	    _("the criteria and the scale as they were then"));
	doc_end(d);
	doc_end(d);
}
