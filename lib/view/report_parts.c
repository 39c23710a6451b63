/*
 * What several reports say of one fact: a small change, an adjustment, a
 * lesson, what is due.  An item each, whose first words are strong.
 */
#include <string.h>

#include "base/mem.h"
#include "model/refwords.h"
#include "view/report_in.h"

int
report_shared(const char *visibility)
{
	return strcmp(visibility, "private") != 0;
}

void
report_rest(struct doc *d, size_t n, size_t max, const char *file)
{
	if (n <= max)
		return;
	n -= max;
	doc_para(d, doc_printf(d, ngettext("%zu more is in %s.",
	    "%zu more are in %s.", (unsigned long)n), n, file));
}

void
report_begin(struct doc *d, size_t n, const char *head)
{
	if (n != 1)
		return;
	doc_head(d, 2, head);
	doc_list(d, 0);
}

void
report_end(struct doc *d, size_t n, size_t max, const char *file)
{
	if (n == 0)
		return;
	doc_end(d);
	report_rest(d, n, max, file);
}

void
report_who(struct doc *d, const char *owner)
{
	if (*owner != '\0')
		doc_more(d, doc_printf(d, _("Who: %s"),
		    report_stop(d, owner)));
}

void
report_seen(struct doc *d, const struct log_seen *c)
{
	doc_item(d, NULL);
	doc_strong(d, report_stop(d, c->what));
	/* TRANSLATORS: who saw it and when; or only when. */
	if (*c->seen_by != '\0')
		doc_more(d, doc_printf(d, _("Seen by: %s, on %s."),
		    c->seen_by, report_day(d, c->date)));
	else
		doc_more(d, doc_printf(d, _("Seen on %s."),
		    report_day(d, c->date)));
	if (*c->for_whom != '\0')
		doc_more(d, doc_printf(d, _("For whom: %s"),
		    report_stop(d, c->for_whom)));
	if (*c->evidence != '\0')
		doc_more(d, doc_printf(d, _("What shows it: %s"),
		    report_stop(d, c->evidence)));
}

/* --- adjustments --------------------------------------------------------- */

/* Ids with blanks between them as words with commas. */
static const char *
ids_words(struct doc *d, struct project *p, const char *ids, int dims)
{
	const char	*out = "", *words;
	char		*id;
	size_t		 n;

	for (; *ids != '\0'; ids += n, ids += strspn(ids, " ")) {
		n = strcspn(ids, " ");
		id = mem_strndup(ids, n);
		words = dims ? refwords_called(p, "dimensions", id) :
		    refwords_of(p, id);
		/* TRANSLATORS: one more in a row of words. */
		out = *out == '\0' ? doc_keep(d, words != NULL ? words : id) :
		    doc_printf(d, _("%s, %s"), out,
		    words != NULL ? words : id);
		free(id);
	}
	return out;
}

const char *
report_threads(struct doc *d, struct project *p, const char *ids)
{
	return ids_words(d, p, ids, 1);
}

/* A value as people say it: no id, and a date or a status in words. */
static const char *
value(struct doc *d, struct project *p, const char *field, const char *s)
{
	int	day;

	if (strcmp(field, "dimensions") == 0)
		return ids_words(d, p, s, 1);
	if (strcmp(field, "builds_on") == 0)
		return ids_words(d, p, s, 0);
	return date_parse(s, &day) == 0 ? report_day(d, day) :
	    plan_value_words(field, s);
}

static const char *
adjusted(struct doc *d, struct project *p, const struct plan_adjustment *a)
{
	const char	*words = a->title;

	if (strcmp(words, a->ref) == 0 && (words = refwords_of(p, a->ref)) ==
	    NULL)
		words = _("something that is no longer in the plan");
	if (a->level > 0)
		/* TRANSLATORS: a change, and "Level 2". */
		words = doc_printf(d, _("%s — %s"), words,
		    report_level(d, p, a->level));
	return report_sentence(d, words);
}

int
report_adjustment_told(const struct plan_adjustment *a)
{
	return *a->now != '\0' || (strcmp(a->field, "done_on") != 0 &&
	    strcmp(a->field, "dropped_on") != 0 &&
	    strcmp(a->field, "result") != 0);
}

/* "Another reason" says nothing beside the team's own words. */
static int
reason_said(const struct plan_adjustment *a)
{
	return strcmp(a->reason, "other") != 0 || *a->note == '\0';
}

const char *
report_adjusted_to(struct doc *d, struct project *p,
    const struct plan_adjustment *a)
{
	const char	*field = report_capital(d, plan_field_words(p,
	    a->field));

	if (strcmp(a->field, "title") == 0)
		return *a->old == '\0' ? "" : doc_printf(d,
		    _("Before, it was: %s"), report_stop(d, a->old));
	if (*a->field == '\0' || *a->now == '\0')
		return "";
	/* TRANSLATORS: what was adjusted: now, before. */
	return *a->old == '\0' ? doc_printf(d, _("%s: %s."), field,
	    value(d, p, a->field, a->now)) : doc_printf(d,
	    _("%s: %s (before: %s)."), field, value(d, p, a->field, a->now),
	    value(d, p, a->field, a->old));
}

void
report_adjustment(struct doc *d, struct project *p,
    const struct plan_adjustment *a)
{
	doc_item(d, NULL);
	doc_strong(d, adjusted(d, p, a));
	doc_more(d, report_adjusted_to(d, p, a));
	/* TRANSLATORS: the day of an adjustment, and its reason in words. */
	doc_more(d, reason_said(a) ? doc_printf(d, _("Adjusted on %s. "
	    "Reason: %s."), report_day(d, a->date),
	    plan_reason_words(a->reason)) : doc_printf(d, _("Adjusted on "
	    "%s."), report_day(d, a->date)));
	doc_more(d, report_sentence(d, a->note));
	if (*a->alternative != '\0')
		doc_more(d, doc_printf(d, _("In its place: %s"),
		    report_stop(d, a->alternative)));
}

void
report_adjustment_short(struct doc *d, struct project *p,
    const struct plan_adjustment *a)
{
	const char	*why = plan_reason_words(a->reason);

	doc_item(d, NULL);
	doc_strong(d, adjusted(d, p, a));
	doc_more(d, report_adjusted_to(d, p, a));
	/* TRANSLATORS: a reason of the list, and the team's own words. */
	doc_more(d, report_sentence(d, *a->note == '\0' ? why :
	    !reason_said(a) ? a->note :
	    doc_printf(d, _("%s: %s"), why, a->note)));
}

/* --- lessons, and what is due -------------------------------------------- */

const char *
report_lesson_words(const struct log_lesson *l)
{
	return *l->now_know != '\0' ? l->now_know :
	    *l->new_practice != '\0' ? l->new_practice :
	    *l->happened != '\0' ? l->happened : l->how_to;
}

void
report_lesson(struct doc *d, const struct log_lesson *l)
{
	const char	*text = report_lesson_words(l);

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, text));
	if (text != l->new_practice && *l->new_practice != '\0')
		doc_more(d, doc_printf(d, _("From now on: %s"),
		    report_stop(d, l->new_practice)));
	if (text != l->how_to && *l->how_to != '\0')
		doc_more(d, doc_printf(d, _("How to use it: %s"),
		    report_stop(d, l->how_to)));
	if (*l->file != '\0')
		doc_more(d, doc_printf(d, _("It lies in %s."), l->file));
	if (strcmp(l->kind, "tool") == 0) {
		doc_more(d, doc_printf(d, _("(%s)"), log_kind_words(l->kind)));
		return;
	}
	/* TRANSLATORS: kind and state: "(lesson, applied)"; never a tool. */
	doc_more(d, doc_printf(d, _("(%s, %s)"),
	    log_kind_words(*l->kind == '\0' ? "lesson" : l->kind),
	    log_state_words(*l->state == '\0' ? "noted" : l->state)));
}

void
report_due(struct doc *d, const struct plan_due *x, int today)
{
	const char	*title = x->kind == DUE_REVIEW ?
			    _("Look back together at the cycle") : x->title;

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, title));
	doc_more(d, doc_printf(d, x->due < today ? _("Was meant for %s.") :
	    _("By %s."), report_day(d, x->due)));
	report_who(d, x->owner);
	if (*x->of != '\0')
		doc_more(d, doc_printf(d, _("(%s)"), x->of));
}

/* --- what a fact belongs to ----------------------------------------------- */

static size_t
step_change(const struct plan *pl, const char *id)
{
	size_t	i, k;

	for (i = 0; i < pl->nactions; i++)
		for (k = 0; k < pl->actions[i].nsteps; k++)
			if (strcmp(pl->actions[i].steps[k].id, id) == 0)
				return pl->actions[i].change;
	return pl->nchanges;
}

static size_t
change_of_one(const struct plan *pl, char *ref)
{
	char	*id = strchr(ref, ':');
	size_t	 i;

	if (id == NULL)
		return pl->nchanges;
	*id++ = '\0';
	if (strcmp(ref, "step") == 0)
		return step_change(pl, id);
	if (strcmp(ref, "action") == 0) {
		i = plan_action(pl, id);
		return i < pl->nactions ? pl->actions[i].change :
		    pl->nchanges;
	}
	if (strcmp(ref, "level") == 0)
		id[strcspn(id, "/")] = '\0';
	else if (strcmp(ref, "change") != 0)
		return pl->nchanges;
	return plan_change(pl, id);
}

size_t
report_change_of(const struct plan *pl, const char *refs)
{
	size_t	 i = pl->nchanges, n;
	char	*one;

	for (; *refs != '\0' && i == pl->nchanges; refs += n,
	    refs += strspn(refs, " ")) {
		n = strcspn(refs, " ");
		one = mem_strndup(refs, n);
		i = change_of_one(pl, one);
		free(one);
	}
	return i;
}
