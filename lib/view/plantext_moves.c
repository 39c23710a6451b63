/* What was adjusted, for the eye and for pipes. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "model/refwords.h"
#include "view/list.h"
#include "view/plantext.h"

static const char *const	names[] = { "date", "ref", "title", "field",
    "old", "new", "reason", "alternative", "note", NULL };
static const char *const	short_names[] = { "date", "title", "field",
    "old", "new", "reason", "alternative", "note", NULL };
static const char *const	titles[] = { N_("day"), N_("what"),
    N_("adjusted"), N_("before"), N_("now"), N_("why"), N_("in its place"),
    N_("note"), NULL };

/* "Cash, stage 2": a level has no title of its own. */
static char *
title_of(struct project *p, const struct plan_adjustment *a)
{
	const char	*words = NULL;

	if (a->level > 0)
		return mem_printf("%s, %s %d", a->title, project_level_now(p),
		    a->level);
	if (strcmp(a->title, a->ref) == 0)
		words = refwords_of(p, a->ref);
	return mem_strdup(words != NULL ? words : a->title);
}

/* A value as people say it: no ids. */
static char *
value_of(struct project *p, const char *field, const char *value)
{
	if (strcmp(field, "dimensions") == 0)
		return refwords_list(p, value, "dimensions");
	if (strcmp(field, "builds_on") == 0)
		return refwords_list(p, value, NULL);
	return mem_strdup(plan_value_words(field, value));
}

static void
put_words(struct list *l, struct project *p, const struct plan_adjustment *a)
{
	char	day[DATE_LEN], *title = title_of(p, a);
	char	*old = value_of(p, a->field, a->old);
	char	*now = value_of(p, a->field, a->now);

	list_row(l, (const char *[]){ list_day(day, a->date), title,
	    plan_field_words(p, a->field), old, now,
	    plan_reason_words(a->reason), a->alternative, a->note });
	free(title);
	free(old);
	free(now);
}

void
plantext_adjusted(FILE *fp, enum form form, struct plan *pl,
    struct project *p, size_t only)
{
	const struct plan_adjustment	*a;
	struct list			*l;
	char				 day[DATE_LEN];
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	for (i = 0; i < pl->nadjustments; i++) {
		a = &pl->adjustments[i];
		if (only < pl->nchanges && a->change != only)
			continue;
		if (table)
			put_words(l, p, a);
		else
			list_row(l, (const char *[]){ list_day(day, a->date),
			    a->ref, a->title, a->field, a->old, a->now,
			    a->reason, a->alternative, a->note });
	}
	list_end(l);
}
