/* A round of self-assessment, to print and to talk about. */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/draft.h"
#include "model/score.h"
#include "view/report_in.h"
#include "view/web.h"

#define BEST		3	/* criteria among the strengths */
#define TALK_FIRST	5	/* criteria in "what to talk about" */

struct view {
	struct project	*p;
	struct doc	*d;
	struct round	 now, before, then;
	int		 earlier;	/* there is a round before it */
	int		 back;		/* and one that looks back at that */
	struct scores	 dims, crit, was;	/* was: dimensions of `before` */
	const struct score **by_crit;	/* of crit, `all`; NULL: none */
	const struct report_ask *ask;
	int		 voted;		/* some thread's votes can be shown */
	int		 hidden;	/* something was not shown */
};

/* ------------------------------------------------------------- numbers -- */

static fixed
thread_votes(const struct round *r, const struct score *s)
{
	return report_votes(r, s->scale, s->mean, s->note);
}

/* A score in a cell: a number, "not shown", or a dash for nothing. */
static const char *
score_cell(struct view *v, const struct round *r, const struct score *s)
{
	if (s == NULL)
		return "–";
	if (s->note == NOTE_WITHHELD) {
		v->hidden = 1;
		return _("not shown");
	}
	if (s->mean == FIXED_NONE)
		return strcmp(s->group, "agreed") == 0 ? _("not agreed") :
		    "–";
	if (strcmp(s->group, "agreed") == 0)
		return report_number(v->d, s->mean);
	return report_number(v->d, thread_votes(r, s));
}

/* What a point of the scale is called, "" where it has no name. */
static const char *
point_name(const struct scale *s, fixed value)
{
	int	i = scale_index(s, value);

	return i < 0 ? "" : s->label[i];
}

/* "4 (Steady)", or "3.5". */
static const char *
score_words(struct view *v, const struct scale *s, fixed value)
{
	const char	*name = point_name(s, value);

	if (*name == '\0')
		return report_number(v->d, value);
	/* TRANSLATORS: a score and what that point of the scale is called. */
	return doc_printf(v->d, _("%s (%s)"), report_number(v->d, value),
	    name);
}

static const struct agreed *
agreed_find(const struct round *r, size_t dim, size_t crit)
{
	size_t	i;

	for (i = 0; i < r->nagreed; i++)
		if (r->agreed[i].dim == dim && r->agreed[i].crit == crit)
			return &r->agreed[i];
	return NULL;
}

static const struct scale *
scale_of(const struct framework *f, size_t dim, size_t crit)
{
	return crit < f->ncrit ? f->crit[crit].scale : f->dims[dim].scale;
}

static const char *
label_of(const struct framework *f, size_t dim, size_t crit)
{
	return crit < f->ncrit ? f->crit[crit].label : f->dims[dim].label;
}

/* Whether a series says anything at all. */
static int
series_there(const struct scores *s, const char *group)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->row[i].group, group) == 0 &&
		    s->row[i].mean != FIXED_NONE)
			return 1;
	return 0;
}

static int
retrospective(const struct round *r)
{
	return strcmp(r->kind, "retrospective") == 0;
}

static int
has_votes(const struct round *r)
{
	return r->results.n > 0;
}

/* --------------------------------------------------------------- intro -- */

static const char *
kind_words(const struct round *r)
{
	if (strcmp(r->kind, "baseline") == 0)
		return _("a first look");
	if (strcmp(r->kind, "followup") == 0)
		return _("a look on the way");
	if (strcmp(r->kind, "final") == 0)
		return _("a look at the end");
	if (retrospective(r))
		return _("a look back");
	return _("a look at ourselves");
}

static void
intro(struct view *v)
{
	struct doc	*d = v->d;

	/* TRANSLATORS: the round's id, its kind, its date. */
	doc_para(d, doc_printf(d, _("Round %s: %s, on %s."), v->now.id,
	    kind_words(&v->now), report_day(d, v->now.date)));
	if (v->earlier)
		doc_more(d, doc_printf(d, retrospective(&v->now) ?
		    _("It looks back at round %s, of %s.") :
		    _("The round before it was %s, on %s."), v->before.id,
		    report_day(d, v->before.date)));
	if (*v->now.note != '\0')
		doc_para(d, report_sentence(d, v->now.note));
	if (v->now.status == ROUND_COUNTED && v->now.nagreed == 0 &&
	    !retrospective(&v->now))
		doc_para(d, _("The votes are counted. The team has not yet "
		    "agreed on its scores: that is what the talk is for."));
}

/* ----------------------------------------------------------- strengths -- */

/* What a team decided about it, in a sentence; "" where it did not. */
static const char *
agreed_sentence(struct view *v, size_t dim, size_t crit)
{
	const struct agreed	*a = agreed_find(&v->now, dim, crit);
	const struct scale	*s;
	const char		*words;

	if (a == NULL || a->score == FIXED_NONE)
		return "";
	s = scale_of(&v->now.fw, dim, crit);
	words = score_words(v, s, a->score);
	return doc_printf(v->d, _("The team agreed on %s."), words);
}

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
	doc_strong(d, report_stop(d, label_of(f, k->dim, k->crit)));
	if (k->dim < f->ndims) {
		doc_more(d, agreed_sentence(v, k->dim, k->crit));
		a = agreed_find(&v->now, k->dim, k->crit);
	}
	if (a != NULL && *a->evidence != '\0')
		doc_more(d, doc_printf(d, _("What shows it: %s"),
		    report_stop(d, a->evidence)));
}

/* The team's own words, then the criteria with the highest scores. */
static void
strengths(struct view *v)
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

/* ----------------------------------------------------------------- web -- */

static void
web_cell(struct web *w, size_t series, size_t axis, const struct round *r,
    const struct score *s)
{
	if (s == NULL || (s->mean == FIXED_NONE && s->note != NOTE_WITHHELD))
		return;
	if (s->note == NOTE_WITHHELD)
		web_withhold(w, series, axis);
	else if (strcmp(s->group, "agreed") == 0)
		web_set(w, series, axis, s->mean, 0);
	else
		web_set(w, series, axis, thread_votes(r, s),
		    s->note == NOTE_ROUNDED);
}

/* The dimension of the earlier round that has the id of this one's. */
static const struct score *
score_before(const struct view *v, const char *group, size_t dim)
{
	const struct framework	*f = &v->before.fw;
	size_t			 was;

	if (!v->earlier)
		return NULL;
	was = framework_dim(f, v->now.fw.dims[dim].id);
	return was == f->ndims ? NULL :
	    scores_find(&v->was, group, was, f->ncrit);
}

/* What the team agreed on before; where it did not, what it voted. */
static const char *
group_before(const struct view *v)
{
	if (!v->earlier)
		return NULL;
	/* Who looks back votes: votes are compared with votes. */
	if (retrospective(&v->now) && series_there(&v->was, "all"))
		return "all";
	if (series_there(&v->was, "agreed"))
		return "agreed";
	return series_there(&v->was, "all") &&
	    !series_there(&v->dims, "agreed") ? "all" : NULL;
}

static void
web_fill(struct view *v, struct web *w)
{
	const struct framework	*f = &v->now.fw;
	const struct scale	*s = f->dims[0].scale;
	const char		*was = group_before(v);
	size_t			 i, series;

	web_title(w, doc_printf(v->d, _("The web of round %s"), v->now.id));
	web_prefix(w, "round");
	w->bare = 1;
	web_scale(w, s->min, s->max, s->step);
	for (i = 0; i < f->ndims; i++)
		web_axis(w, f->dims[i].label);
	if (series_there(&v->dims, "agreed")) {
		series = web_series(w, _("agreed"), NULL, WEB_AGREED);
		for (i = 0; i < f->ndims; i++)
			web_cell(w, series, i, &v->now, scores_find(&v->dims,
			    "agreed", i, f->ncrit));
	}
	if (v->voted) {
		series = web_series(w, _("votes"), NULL, WEB_VOTED);
		for (i = 0; i < f->ndims; i++)
			web_cell(w, series, i, &v->now, scores_find(&v->dims,
			    "all", i, f->ncrit));
	}
	if (was != NULL) {
		series = web_series(w, doc_printf(v->d,
		    strcmp(was, "agreed") == 0 ? _("agreed in %s") :
		    _("votes in %s"), v->before.id), NULL, WEB_EARLIER);
		for (i = 0; i < f->ndims; i++)
			web_cell(w, series, i, &v->before,
			    score_before(v, was, i));
	}
}

static void
web_figure(struct view *v)
{
	struct web	 w;
	char		*svg = NULL, *lines = NULL, *alt;
	size_t		 n;
	FILE		*fp;

	if (!framework_one_scale(&v->now.fw))
		return;
	web_init(&w);
	web_fill(v, &w);
	if (web_ready(&w)) {
		if ((fp = open_memstream(&svg, &n)) == NULL)
			mem_out();
		web_draw(fp, &w);
		if (fclose(fp) != 0)
			mem_out();
		if ((fp = open_memstream(&lines, &n)) == NULL)
			mem_out();
		web_text(fp, &w, 0);
		if (fclose(fp) != 0)
			mem_out();
		alt = web_words(&w);
		doc_figure(v->d, svg, v->ask->web, alt, lines,
		    doc_printf(v->d, _("The web of round %s. The further out, "
		    "the more the team sees of it."), v->now.id));
		free(svg);
		free(lines);
		free(alt);
	}
	web_free(&w);
}

static void
web_table(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	const char		*was = group_before(v);
	struct doc_table	*t;
	int			 agreed = series_there(&v->dims, "agreed");
	size_t			 i;

	t = doc_table(v->d, _("The web in numbers"));
	doc_col(t, _("Thread"), 0);
	if (was != NULL)
		doc_col(t, doc_printf(v->d, strcmp(was, "agreed") == 0 ?
		    _("Agreed in %s") : _("Votes in %s"), v->before.id),
		    DOC_COL_NUMBER);
	if (agreed)
		doc_col(t, _("Agreed"), DOC_COL_NUMBER);
	if (v->voted)
		doc_col(t, _("Votes"), DOC_COL_NUMBER);
	for (i = 0; i < f->ndims; i++) {
		doc_row(t);
		doc_cell(t, f->dims[i].label);
		if (was != NULL)
			doc_cell(t, score_cell(v, &v->before,
			    score_before(v, was, i)));
		if (agreed)
			doc_cell(t, score_cell(v, &v->now,
			    scores_find(&v->dims, "agreed", i, f->ncrit)));
		if (v->voted)
			doc_cell(t, score_cell(v, &v->now,
			    scores_find(&v->dims, "all", i, f->ncrit)));
	}
}

/* What the two words of the chart mean, or why one of them is not there. */
static const char *
web_words_meaning(struct view *v)
{
	int	agreed = series_there(&v->dims, "agreed");
	int	hands = strcmp(v->now.method, "hands") == 0;

	if (agreed && v->voted && hands)
		return _("“Agreed” is what the team decided together after "
		    "talking. “Votes” is the mean of the hands that went up "
		    "before, each in the sight of all. Where the two differ, "
		    "the talk has brought something.");
	if (agreed && v->voted)
		return _("“Agreed” is what the team decided together after "
		    "talking. “Votes” is the mean of what everybody had "
		    "said alone before. Where the two differ, the talk has "
		    "brought something.");
	if (agreed)
		return _("“Agreed” is what the team decided together after "
		    "talking.");
	if (v->voted && hands)
		return _("“Votes” is the mean of the hands that went up, each "
		    "in the sight of all.");
	if (v->voted)
		return _("“Votes” is the mean of what everybody said "
		    "alone.");
	return _("There is no score to show yet.");
}

static void
our_web(struct view *v)
{
	struct doc	*d = v->d;

	doc_head(d, 2, _("Our web"));
	doc_para(d, web_words_meaning(v));
	if (has_votes(&v->now) && !v->voted) {
		doc_more(d, _("The votes are not shown: too few people."));
		v->hidden = 1;
	}
	if (v->voted || series_there(&v->dims, "agreed")) {
		doc_open(d, DOC_COLUMNS, NULL);
		web_figure(v);
		web_table(v);
		doc_end(d);
	}
}

/* -------------------------------------------------------------- moved -- */

static void
moved_pass(struct view *v, const struct changes *ch, const char *group,
    int up)
{
	const struct change	*c;
	size_t			 i;

	for (i = 0; i < ch->n; i++) {
		c = &ch->row[i];
		if (strcmp(c->group, group) != 0 || !c->visible ||
		    (c->delta > 0) != up)
			continue;
		doc_item(v->d, NULL);
		doc_strong(v->d, report_stop(v->d, c->label));
		/* TRANSLATORS: follows a thread: earlier and present score. */
		doc_more(v->d, doc_printf(v->d, _("From %s to %s."),
		    report_number(v->d, c->before),
		    report_number(v->d, c->now)));
	}
}

/* Agreed scores where both rounds have them; votes move for many reasons. */
static void
moved(struct view *v)
{
	struct changes	ch;
	size_t		i, visible = 0, known = 0;

	if (!v->earlier || retrospective(&v->now))
		return;
	changes_make(&ch, v->p, &v->before, &v->now, NULL, 0);
	for (i = 0; i < ch.n; i++)
		if (strcmp(ch.row[i].group, "agreed") == 0 &&
		    ch.row[i].delta != FIXED_NONE) {
			known++;
			visible += ch.row[i].visible != 0;
		}
	if (known > 0) {
		doc_head(v->d, 2, doc_printf(v->d, _("What has moved since "
		    "round %s"), v->before.id));
		doc_para(v->d, visible > 0 ? _("The agreed scores that have "
		    "visibly moved:") : _("No agreed score has visibly moved "
		    "yet. Small changes come first, and they count."));
		doc_list(v->d, 0);
		moved_pass(v, &ch, "agreed", 1);
		moved_pass(v, &ch, "agreed", 0);
		doc_end(v->d);
	}
	changes_free(&ch);
}

/* ----------------------------------------------------------- look back -- */

/* The last closed round that looks back at the one before this; or NULL. */
static const char *
round_back(struct view *v)
{
	struct table	*t = project_table(v->p, "rounds");
	const char	*id = NULL;
	size_t		 i;

	if (!v->earlier || retrospective(&v->now))
		return NULL;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "kind", "retrospective") &&
		    cell_is(t, i, "refers_to", v->before.id) &&
		    !cell_is(t, i, "status", "open"))
			id = cell(t, i, "id");
	return id;
}

/* Then as it was seen then, then as it is seen today, and today. */
static void
look_back(struct view *v)
{
	if (v->back && report_back(v->d, v->p, &v->before, &v->then, &v->now))
		v->hidden = 1;
}

/* ---------------------------------------------------------------- talk -- */

static void
talk_item(struct view *v, const struct pick *k)
{
	struct doc		*d = v->d;
	const struct framework	*f = &v->now.fw;

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, label_of(f, k->dim, k->crit)));
	doc_more(d, k->reading == READING_APART ?
	    _("The votes lie apart.") : _("The votes are mixed."));
	doc_more(d, agreed_sentence(v, k->dim, k->crit));
}

/* How many standpoints have something to show. */
static size_t
standpoints_shown(const struct view *v)
{
	struct scores	s;
	size_t		g, n = 0;

	scores_init(&s);
	scores_add(&s, &v->now, SCORE_GROUPS);
	for (g = 0; g < v->now.fw.ngroups; g++)
		n += series_there(&s, v->now.fw.groups[g].id) != 0;
	scores_free(&s);
	return n;
}

static void
talk_none(struct view *v, size_t known)
{
	if (known > 0)
		doc_para(v->d, _("We share the view on every criterion whose "
		    "votes can be shown. Ask all the same: what do we see that "
		    "nobody has said?"));
	else if (v->now.policy.groups && standpoints_shown(v) < 2)
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

static void
talk(struct view *v)
{
	struct picks	k;
	size_t		i, n = 0;

	if (!has_votes(&v->now))
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

/* ----------------------------------------------- findings of other kinds */

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

static void
findings(struct view *v)
{
	if (!findings_any(v, "good_practice know_how opportunity need"))
		return;
	doc_head(v->d, 2, _("What we found, in our own words"));
	findings_of(v, "good_practice", _("Good practices"));
	findings_of(v, "know_how", _("Know-how"));
	findings_of(v, "opportunity", _("Opportunities"));
	findings_of(v, "need", _("Where we want to grow"));
}

/* -------------------------------------------------------------- agreed -- */

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

/* The votes beside an agreed score: a thread's number, a statement's word. */
static const char *
votes_beside(struct view *v, size_t dim, size_t crit)
{
	const struct framework	*f = &v->now.fw;
	const struct score	*s;

	if (crit == f->ncrit)
		return score_cell(v, &v->now,
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
	const struct agreed	*a = agreed_find(&v->now, dim, crit);
	const char		*score, *votes = NULL, *remark;

	if (a == NULL)
		return;
	score = a->score == FIXED_NONE ? "–" :
	    score_words(v, scale_of(f, dim, crit), a->score);
	doc_row(t);
	doc_cell(t, label_of(f, dim, crit));
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

static void
agreed(struct view *v)
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

/* ------------------------------------------------------------ criteria -- */

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

static void
criteria(struct view *v)
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
	if (!has_votes(&v->now) || !there || f->ncrit == 0)
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

/* --------------------------------------------------------- standpoints -- */

static void
standpoints(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	struct scores		 s;
	struct doc_table	*t;
	size_t			 i, g, n = 0;

	scores_init(&s);
	scores_add(&s, &v->now, SCORE_GROUPS);
	for (g = 0; g < f->ngroups; g++)
		n += series_there(&s, f->groups[g].id) != 0;
	if (n > 0) {
		doc_head(v->d, 2, _("How the standpoints see it"));
		t = doc_table(v->d, _("Votes by standpoint"));
		doc_col(t, _("Thread"), 0);
		for (g = 0; g < f->ngroups; g++)
			if (series_there(&s, f->groups[g].id))
				doc_col(t, f->groups[g].label,
				    DOC_COL_NUMBER);
		for (i = 0; i < f->ndims; i++) {
			doc_row(t);
			doc_cell(t, f->dims[i].label);
			for (g = 0; g < f->ngroups; g++)
				if (series_there(&s, f->groups[g].id))
					doc_cell(t, score_cell(v, &v->now,
					    scores_find(&s, f->groups[g].id,
					    i, f->ncrit)));
		}
		report_gaps(v->d, &v->now);
	}
	scores_free(&s);
}

/* ----------------------------------------------------------- who, how -- */

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

static void
who(struct view *v)
{
	struct doc	*d = v->d;
	int64_t		 n = round_persons(&v->now, GROUP_ALL);

	doc_head(d, 2, _("Who took part"));
	if (n >= 0)
		doc_para(d, doc_printf(d, ngettext("%lld person gave their "
		    "view.", "%lld people gave their view.",
		    (unsigned long)n), (long long)n));
	else if (has_votes(&v->now)) {
		doc_para(d, _("How many gave their view is not shown: too few "
		    "people."));
		v->hidden = 1;
	} else
		doc_para(d, _("There was no vote: the team agreed on its "
		    "scores together."));
	who_table(v);
}

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
	return v->now.policy.groups && standpoints_shown(v) > 0;
}

static void
method(struct view *v)
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

static void
files(struct view *v)
{
	struct doc	*d = v->d;

	doc_open(d, DOC_ASIDE, NULL);
	doc_head(d, 3, _("Where each number can be found"));
	doc_list(d, 0);
	if (v->now.nagreed > 0)
		report_file(d, "agreed.csv", _("agreed scores, reasons and "
		    "evidence"));
	if (has_votes(&v->now)) {
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

/* ---------------------------------------------------------------- load -- */

/* How many of this round's threads another one asked about. */
static size_t
shared_threads(struct view *v, const char *round)
{
	const struct table	*t = project_frozen(v->p, round, "dimensions");
	size_t			 i, n = 0;

	for (i = 0; i < v->now.fw.ndims; i++)
		n += table_find(t, v->now.fw.dims[i].id) < t->nrows;
	return n;
}

/*
 * The round to compare with: what it looks back at, or the one before it; a
 * few questions in between, after a visit, are no such round, and one that
 * asked about none of these threads never is.
 */
static const char *
round_earlier(struct view *v)
{
	struct table	 *t = project_table(v->p, "rounds");
	const char	**ids, *last = NULL, *like = NULL;
	size_t		  i, n;

	if (*v->now.refers_to != '\0')
		return v->now.refers_to;
	ids = round_ids(v->p, 1);
	for (i = 0; ids[i] != NULL && strcmp(ids[i], v->now.id) != 0; i++)
		if (!cell_is(t, table_find(t, ids[i]), "kind",
		    "retrospective")) {
			n = shared_threads(v, ids[i]);
			if (n > 0)
				last = ids[i];
			if (n > 0 && 2 * n >= v->now.fw.ndims)
				like = ids[i];
		}
	if (ids[i] == NULL)	/* this one is not in the list: nothing closed */
		last = like = NULL;
	free(ids);
	return like != NULL ? like : last;
}

static void
rounds_free(struct view *v)
{
	if (v->back)
		round_free(&v->then);
	if (v->earlier)
		round_free(&v->before);
	round_free(&v->now);
}

static int
view_load(struct view *v, const char *round)
{
	const char	*earlier, *back;
	int		 bad = 0;

	/* A round is freed whether or not it could be loaded. */
	if (round_load(&v->now, v->p, round, v->ask->lang) != 0) {
		round_free(&v->now);
		return -1;
	}
	if (v->now.status == ROUND_OPEN && v->now.nagreed == 0) {
		msg_fault(NULL, N_("round '%s' is still open: nothing of it is "
		    "shown before it is closed"), v->now.id);
		msg_hint(N_("cpm-assess close %s counts the votes"),
		    v->now.id);
		rounds_free(v);
		return -1;
	}
	project_table(v->p, "findings");
	if ((earlier = round_earlier(v)) != NULL) {
		v->earlier = 1;
		bad |= round_load(&v->before, v->p, earlier,
		    v->ask->lang) != 0;
	}
	if ((back = round_back(v)) != NULL) {
		v->back = 1;
		bad |= round_load(&v->then, v->p, back, v->ask->lang) != 0;
	}
	if (!project_bad(v->p) && !bad)
		return 0;
	rounds_free(v);
	return -1;
}

static void
view_score(struct view *v)
{
	size_t	i;

	scores_init(&v->dims);
	scores_init(&v->crit);
	scores_init(&v->was);
	scores_add(&v->dims, &v->now, SCORE_ALL | SCORE_AGREED);
	v->voted = series_there(&v->dims, "all");
	scores_add(&v->crit, &v->now, SCORE_ALL | SCORE_CRITERIA);
	v->by_crit = mem_calloc(v->now.fw.ncrit + 1, sizeof(*v->by_crit));
	for (i = 0; i < v->crit.n; i++)
		if (v->crit.row[i].crit < v->now.fw.ncrit &&
		    strcmp(v->crit.row[i].group, "all") == 0)
			v->by_crit[v->crit.row[i].crit] = &v->crit.row[i];
	if (v->earlier)
		scores_add(&v->was, &v->before, SCORE_ALL | SCORE_AGREED);
}

static void
view_free(struct view *v)
{
	scores_free(&v->dims);
	scores_free(&v->crit);
	scores_free(&v->was);
	free(v->by_crit);
	rounds_free(v);
}

struct doc *
report_round(struct project *p, const struct report_ask *ask,
    const char *round)
{
	struct view	 v;
	const char	*lang;
	char		*title, day[64];

	memset(&v, 0, sizeof(v));
	v.p = p;
	v.ask = ask;
	if (view_load(&v, round) != 0)
		return NULL;
	lang = report_lang(ask);
	view_score(&v);
	title = mem_printf(_("%s: our web of %s"), report_team(p),
	    date_words(day, sizeof(day), v.now.date));
	v.d = doc_new(lang, title);
	free(title);
	intro(&v);
	strengths(&v);
	our_web(&v);
	moved(&v);
	look_back(&v);
	talk(&v);
	findings(&v);
	agreed(&v);
	standpoints(&v);
	criteria(&v);
	who(&v);
	method(&v);
	files(&v);
	view_free(&v);
	return v.d;
}
