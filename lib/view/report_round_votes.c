/*
 * The tables of a round: what was agreed and why, beside the votes, and the
 * votes criterion by criterion.
 */
#include <string.h>

#include "base/mem.h"
#include "model/draft.h"
#include "view/report_round_in.h"

/* --- votes ---------------------------------------------------------------- */

/* How far the votes agree, with their mean where it is rounded. */
static const char *
reading_cell(struct view *v, const struct score *s)
{
	if (s == NULL)
		return "–";
	if (s->note == NOTE_WITHHELD) {
		v->hidden = 1;
		return _("not shown");
	}
	if (s->note != NOTE_ROUNDED || s->mean == FIXED_NONE)
		return s->reading == READING_NONE ? "–" :
		    reading_words(s->reading);
	if (s->reading == READING_NONE)
		return doc_printf(v->d, _("about %s"),
		    report_number(v->d, s->mean));
	/* TRANSLATORS: how far votes agree, and their rounded mean. */
	return doc_printf(v->d, _("%s, about %s"), reading_words(s->reading),
	    report_number(v->d, s->mean));
}

/* --- agreed --------------------------------------------------------------- */

/* The votes beside an agreed score: a thread's number, a statement's word. */
static const char *
votes_beside(struct view *v, size_t dim, size_t crit)
{
	const struct framework	*f = &v->now.fw;
	const struct score	*s;

	if (crit == f->ncrit)
		return view_score_cell(v, &v->now,
		    scores_find(&v->dims, "all", dim, crit));
	s = v->by_crit[crit];
	if (s != NULL && s->reading == READING_NONE &&
	    s->note != NOTE_WITHHELD && s->mean != FIXED_NONE)
		return report_number(v->d, s->mean);
	return reading_cell(v, s);
}

/* The same in a sentence: "votes 3.5", "votes: mixed", "votes not shown". */
static const char *
votes_said(struct view *v, const char *score, const char *votes, int words)
{
	if (votes == NULL)
		return doc_printf(v->d, _("agreed %s"), score);
	if (strcmp(votes, _("not shown")) == 0)
		return doc_printf(v->d, _("agreed %s, votes not shown"),
		    score);
	return doc_printf(v->d, words ? _("agreed %s; votes: %s") :
	    _("agreed %s, votes %s"), score, votes);
}

/* What may still be asked about it, as agree asked; NULL: nothing. */
static const char *
remark_said(struct view *v, const struct agreed *a)
{
	fixed		median;
	unsigned	remark;

	if (a->score == FIXED_NONE)
		return NULL;
	remark = agreed_remark(&v->now, a, &median);
	if (remark & REMARK_FAR)
		return doc_printf(v->d, _("The middle vote was %s: what has "
		    "the talk brought?"), report_number(v->d, median));
	return remark & REMARK_EVIDENCE ? _("A high score: what shows it?") :
	    NULL;
}

/* The same row for those who listen. */
static void
agreed_said(struct view *v, struct doc_table *t, const struct agreed *a,
    const char *votes)
{
	const char	*remark = remark_said(v, a);
	struct str	 said;

	str_init(&said);
	str_add(&said, report_stop(v->d, votes));
	if (*a->justification != '\0')
		str_add(&said, doc_printf(v->d, " %s",
		    report_sentence(v->d, a->justification)));
	if (*a->evidence != '\0') {
		str_addc(&said, ' ');
		str_add(&said, doc_printf(v->d, _("What shows it: %s"),
		    report_stop(v->d, a->evidence)));
	}
	if (remark != NULL) {
		str_addc(&said, ' ');
		str_add(&said, remark);
	}
	if (a->dissent) {
		str_addc(&said, ' ');
		str_add(&said, _("Somebody sees it otherwise."));
	}
	doc_row_said(t, said.s);
	str_free(&said);
}

static void
agreed_row(struct view *v, struct doc_table *t, size_t dim, size_t crit)
{
	const struct framework	*f = &v->now.fw;
	const struct agreed	*a = view_agreed_find(&v->now, dim, crit);
	const char		*score, *votes = NULL, *remark;

	if (a == NULL)
		return;
	score = a->score == FIXED_NONE ? "–" :
	    view_score_words(v, view_scale(f, dim, crit), a->score);
	doc_row(t);
	doc_cell(t, view_label(f, dim, crit));
	doc_cell(t, score);
	if (v->voted)
		doc_cell(t, votes = votes_beside(v, dim, crit));
	doc_cell(t, report_stop(v->d, a->justification));
	if (*a->evidence != '\0')
		doc_cell_more(t, doc_printf(v->d, _("What shows it: %s"),
		    report_stop(v->d, a->evidence)), NULL);
	if ((remark = remark_said(v, a)) != NULL)
		doc_cell_more(t, remark, NULL);
	if (a->dissent)
		doc_cell_more(t, _("Somebody sees it otherwise."), NULL);
	agreed_said(v, t, a, votes_said(v, score, votes, crit < f->ncrit));
}

void
view_agreed(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	struct doc_table	*t;
	size_t			 i, c;

	if (v->now.nagreed == 0)
		return;
	doc_head(v->d, 2, _("What we agreed on, and why"));
	t = doc_table(v->d, v->voted ?
	    _("Agreed scores beside the votes") : _("Agreed scores"));
	doc_col(t, _("Thread or criterion"), 0);
	doc_col(t, _("Agreed"), 0);
	if (v->voted)
		doc_col(t, _("Votes"), 0);
	doc_col(t, _("Why"), 0);
	for (i = 0; i < f->ndims; i++) {
		agreed_row(v, t, i, f->ncrit);
		for (c = f->dims[i].first;
		    c < f->dims[i].first + f->dims[i].n; c++)
			agreed_row(v, t, i, c);
	}
}

/* --- criteria ------------------------------------------------------------- */

/* "mixed; from 1 to 5: 0, 2, 7, 8, 1", for those who listen. */
static const char *
counts_said(struct view *v, const struct score *s, const struct scale *sc)
{
	struct str	 list;
	const char	*said;
	int		 i;

	str_init(&list);
	for (i = 0; i < sc->n; i++) {
		if (i > 0)
			str_add(&list, ", ");
		str_add(&list, report_count(v->d, s->counts[i]));
	}
	/* TRANSLATORS: how far votes agree; lowest and highest score, and how
	 * many gave each of them. */
	said = doc_printf(v->d, _("%s; from %s to %s: %s"),
	    reading_cell(v, s), report_number(v->d, sc->value[0]),
	    report_number(v->d, sc->value[sc->n - 1]), list.s);
	str_free(&list);
	return s->no_answer <= 0 ? said : doc_printf(v->d,
	    ngettext("%s; %lld without an answer",
	    "%s; %lld without an answer", (unsigned long)s->no_answer), said,
	    (long long)s->no_answer);
}

static void
criterion_row(struct view *v, struct doc_table *t, size_t crit, int counts)
{
	const struct score	*s;
	const struct scale	*sc = v->now.fw.crit[crit].scale;
	int			 i;

	s = v->by_crit[crit];
	doc_row(t);
	doc_cell(t, v->now.fw.crit[crit].label);
	for (i = 0; counts && i < sc->n; i++)
		doc_cell(t, s == NULL || s->counts == NULL ? "" :
		    report_count(v->d, s->counts[i]));
	if (counts)
		doc_cell(t, s == NULL || s->no_answer < 0 ? "" :
		    report_count(v->d, s->no_answer));
	doc_cell(t, reading_cell(v, s));
	if (s != NULL && s->counts != NULL)
		doc_row_said(t, counts_said(v, s, sc));
}

/* A table of the dimensions from `first` to before `end`. */
static void
criterion_table(struct view *v, size_t first, size_t end, int counts)
{
	const struct framework	*f = &v->now.fw;
	const struct scale	*sc = f->dims[first].scale;
	struct doc_table	*t;
	size_t			 i, c;
	int			 k;

	t = doc_table(v->d, counts ? _("How many gave each score") :
	    _("The mean of the votes on each criterion"));
	doc_col(t, _("Criterion"), 0);
	for (k = 0; counts && k < sc->n; k++)
		doc_col(t, report_number(v->d, sc->value[k]),
		    DOC_COL_NUMBER);
	if (counts)
		doc_col(t, _("No answer"), DOC_COL_NUMBER);
	doc_col(t, _("The votes"), counts ? DOC_COL_NARROW : 0);
	for (i = first; i < end; i++) {
		doc_row_across(t, f->dims[i].label, NULL);
		for (c = f->dims[i].first;
		    c < f->dims[i].first + f->dims[i].n; c++)
			criterion_row(v, t, c, counts);
	}
}

void
view_criteria(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	size_t			 i;
	int			 counts = 0, there = 0;

	for (i = 0; i < v->crit.n; i++) {
		if (strcmp(v->crit.row[i].group, "all") != 0)
			continue;
		counts |= v->crit.row[i].counts != NULL;
		there |= v->crit.row[i].note != NOTE_WITHHELD;
	}
	if (!view_has_votes(&v->now) || !there || f->ncrit == 0)
		return;
	doc_head(v->d, 2, _("The votes, criterion by criterion"));
	if (framework_one_scale(f)) {
		criterion_table(v, 0, f->ndims, counts);
		return;
	}
	for (i = 0; i < f->ndims; i++)
		if (f->dims[i].n > 0)
			criterion_table(v, i, i + 1, counts);
}
