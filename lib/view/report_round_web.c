/* A round's web: as a chart, in numbers, and what has moved in it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "view/report_round_in.h"
#include "view/web.h"

/* --- then and now --------------------------------------------------------- */

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
	if (view_retrospective(&v->now) && view_series_there(&v->was, "all"))
		return "all";
	if (view_series_there(&v->was, "agreed"))
		return "agreed";
	return view_series_there(&v->was, "all") &&
	    !view_series_there(&v->dims, "agreed") ? "all" : NULL;
}

/* --- the chart ------------------------------------------------------------ */

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
		web_set(w, series, axis, view_thread_votes(r, s),
		    s->note == NOTE_ROUNDED);
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
	if (view_series_there(&v->dims, "agreed")) {
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

/* --- the same in numbers -------------------------------------------------- */

static void
web_table(struct view *v)
{
	const struct framework	*f = &v->now.fw;
	const char		*was = group_before(v);
	struct doc_table	*t;
	int			 agreed = view_series_there(&v->dims, "agreed");
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
			doc_cell(t, view_score_cell(v, &v->before,
			    score_before(v, was, i)));
		if (agreed)
			doc_cell(t, view_score_cell(v, &v->now,
			    scores_find(&v->dims, "agreed", i, f->ncrit)));
		if (v->voted)
			doc_cell(t, view_score_cell(v, &v->now,
			    scores_find(&v->dims, "all", i, f->ncrit)));
	}
}

/* What the two words of the chart mean, or why one of them is not there. */
static const char *
web_words_meaning(struct view *v)
{
	int	agreed = view_series_there(&v->dims, "agreed");
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

void
view_web(struct view *v)
{
	struct doc	*d = v->d;

	doc_head(d, 2, _("Our web"));
	doc_para(d, web_words_meaning(v));
	if (view_has_votes(&v->now) && !v->voted) {
		doc_more(d, _("The votes are not shown: too few people."));
		v->hidden = 1;
	}
	if (v->voted || view_series_there(&v->dims, "agreed")) {
		doc_open(d, DOC_COLUMNS, NULL);
		web_figure(v);
		web_table(v);
		doc_end(d);
	}
}

/* --- what has moved ------------------------------------------------------- */

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
void
view_moved(struct view *v)
{
	struct changes	ch;
	size_t		i, visible = 0, known = 0;

	if (!v->earlier || view_retrospective(&v->now))
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
