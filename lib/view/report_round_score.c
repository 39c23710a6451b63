/* How a score of a round is said, in every part of its report. */
#include <string.h>

#include "view/report_round_in.h"

fixed
view_thread_votes(const struct round *r, const struct score *s)
{
	return report_votes(r, s->scale, s->mean, s->note);
}

const char *
view_score_cell(struct view *v, const struct round *r, const struct score *s)
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
	return report_number(v->d, view_thread_votes(r, s));
}

/* What a point of the scale is called, "" where it has no name. */
static const char *
point_name(const struct scale *s, fixed value)
{
	int	i = scale_index(s, value);

	return i < 0 ? "" : s->label[i];
}

const char *
view_score_words(struct view *v, const struct scale *s, fixed value)
{
	const char	*name = point_name(s, value);

	if (*name == '\0')
		return report_number(v->d, value);
	/* TRANSLATORS: a score and what that point of the scale is called. */
	return doc_printf(v->d, _("%s (%s)"), report_number(v->d, value),
	    name);
}

const struct agreed *
view_agreed_find(const struct round *r, size_t dim, size_t crit)
{
	size_t	i;

	for (i = 0; i < r->nagreed; i++)
		if (r->agreed[i].dim == dim && r->agreed[i].crit == crit)
			return &r->agreed[i];
	return NULL;
}

const struct scale *
view_scale(const struct framework *f, size_t dim, size_t crit)
{
	return crit < f->ncrit ? f->crit[crit].scale : f->dims[dim].scale;
}

const char *
view_label(const struct framework *f, size_t dim, size_t crit)
{
	return crit < f->ncrit ? f->crit[crit].label : f->dims[dim].label;
}

const char *
view_agreed_sentence(struct view *v, size_t dim, size_t crit)
{
	const struct agreed	*a = view_agreed_find(&v->now, dim, crit);
	const struct scale	*s;
	const char		*words;

	if (a == NULL || a->score == FIXED_NONE)
		return "";
	s = view_scale(&v->now.fw, dim, crit);
	words = view_score_words(v, s, a->score);
	return doc_printf(v->d, _("The team agreed on %s."), words);
}

int
view_series_there(const struct scores *s, const char *group)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->row[i].group, group) == 0 &&
		    s->row[i].mean != FIXED_NONE)
			return 1;
	return 0;
}

size_t
view_standpoints_shown(const struct view *v)
{
	struct scores	s;
	size_t		g, n = 0;

	scores_init(&s);
	scores_add(&s, &v->now, SCORE_GROUPS);
	for (g = 0; g < v->now.fw.ngroups; g++)
		n += view_series_there(&s, v->now.fw.groups[g].id) != 0;
	scores_free(&s);
	return n;
}

int
view_retrospective(const struct round *r)
{
	return strcmp(r->kind, "retrospective") == 0;
}

int
view_has_votes(const struct round *r)
{
	return r->results.n > 0;
}
