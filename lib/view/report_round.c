/*
 * A round of self-assessment, to print and to talk about: which rounds it
 * stands beside, and its parts in their order.  The parts are in the files
 * report_round_*.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "view/report_round_in.h"

/* --- intro ---------------------------------------------------------------- */

static const char *
kind_words(const struct round *r)
{
	if (strcmp(r->kind, "baseline") == 0)
		return _("a first look");
	if (strcmp(r->kind, "followup") == 0)
		return _("a look on the way");
	if (strcmp(r->kind, "final") == 0)
		return _("a look at the end");
	if (view_retrospective(r))
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
		doc_more(d, doc_printf(d, view_retrospective(&v->now) ?
		    _("It looks back at round %s, of %s.") :
		    _("The round before it was %s, on %s."), v->before.id,
		    report_day(d, v->before.date)));
	if (*v->now.note != '\0')
		doc_para(d, report_sentence(d, v->now.note));
	if (v->now.status == ROUND_COUNTED && v->now.nagreed == 0 &&
	    !view_retrospective(&v->now))
		doc_para(d, _("The votes are counted. The team has not yet "
		    "agreed on its scores: that is what the talk is for."));
}

/* --- the rounds beside it ------------------------------------------------- */

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
	if (ids[i] == NULL)	/* not in the list: nothing closed */
		last = like = NULL;
	free(ids);
	return like != NULL ? like : last;
}

/* The last closed round that looks back at the one before this; or NULL. */
static const char *
round_back(struct view *v)
{
	struct table	*t = project_table(v->p, "rounds");
	const char	*id = NULL;
	size_t		 i;

	if (!v->earlier || view_retrospective(&v->now))
		return NULL;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "kind", "retrospective") &&
		    cell_is(t, i, "refers_to", v->before.id) &&
		    !cell_is(t, i, "status", "open"))
			id = cell(t, i, "id");
	return id;
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

/* --- the report ----------------------------------------------------------- */

/* Then as it was seen then, then as it is seen today, and today. */
static void
look_back(struct view *v)
{
	if (v->back && report_back(v->d, v->p, &v->before, &v->then, &v->now))
		v->hidden = 1;
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
	v->voted = view_series_there(&v->dims, "all");
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
	view_strengths(&v);
	view_web(&v);
	view_moved(&v);
	look_back(&v);
	view_talk(&v);
	view_findings(&v);
	view_agreed(&v);
	view_standpoints(&v);
	view_criteria(&v);
	view_who(&v);
	view_method(&v);
	view_files(&v);
	view_free(&v);
	return v.d;
}
