/* Which lines the month's sheet has. */
#include "model/month.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/num.h"

/* What is not in the plan, by kind from MONTH_SMALL on. */
static const struct {
	const char	*word;		/* of the line's id */
	int		 lines;
	const char	*title;
} extras[] = {
	{ "seen", MONTH_SEEN, N_("small change %d") },
	{ "meeting", MONTH_MET, N_("meeting of the focal team %d") },
	{ "difficulty", MONTH_HARD, N_("difficulty %d") }
};

#define NEXTRAS	(sizeof(extras) / sizeof(*extras))

int
month_parse(const char *s, int *first)
{
	char	day[32];
	size_t	n = strspn(s, "0123456789"), m;
	int	year, month, mday, d;

	m = s[n] == '-' || s[n] == '/' ?
	    strspn(s + n + 1, "0123456789") : 0;
	if (n == 4 && (m == 1 || m == 2) && s[n + 1 + m] == '\0')
		snprintf(day, sizeof(day), "%.4s-%s%s-01", s,
		    m == 1 ? "0" : "", s + n + 1);
	else if ((n == 1 || n == 2) && m == 4 && s[n + 1 + m] == '\0')
		snprintf(day, sizeof(day), "%.4s-%s%.*s-01", s + n + 1,
		    n == 1 ? "0" : "", (int)n, s);
	else
		snprintf(day, sizeof(day), "%.31s", s);
	if (date_parse(day, &d) != 0)
		return -1;
	date_parts(d, &year, &month, &mday);
	*first = date_make(year, month, 1);
	return 0;
}

int
month_last(int first)
{
	return date_add_months(first, 1) - 1;
}

const char *
month_str(char *buf, int first)
{
	date_str(buf, first);
	buf[7] = '\0';
	return buf;
}

/* --- the lines -------------------------------------------------------------- */

struct lines {
	struct month_line	*v;
	size_t			 n, cap;
};

static struct month_line *
add(struct lines *l, enum month_kind kind, const char *id)
{
	l->v = mem_grow(l->v, l->n, &l->cap, sizeof(*l->v));
	memset(&l->v[l->n], 0, sizeof(*l->v));
	l->v[l->n].kind = kind;
	l->v[l->n].id = id;
	return &l->v[l->n++];
}

static void
add_action(struct lines *l, const struct plan_action *a)
{
	struct month_line	*line;
	size_t			 i;

	if (a->status == PLAN_DONE || a->status == PLAN_DROPPED)
		return;
	add(l, MONTH_ACTION, a->id)->action = a;
	for (i = 0; i < a->nsteps; i++) {
		if (a->steps[i].done_on != DATE_NONE)
			continue;
		line = add(l, MONTH_STEP, a->steps[i].id);
		line->action = a;
		line->step = &a->steps[i];
	}
}

static void
add_change(struct lines *l, const struct plan_change *c)
{
	size_t	i, k;

	for (i = 0; i < c->nlevels; i++)
		for (k = 0; c->levels[i].open && k < c->levels[i].nactions;
		    k++)
			add_action(l, c->levels[i].actions[k]);
}

void
month_load(struct month *m, const struct plan *pl, int first)
{
	struct lines	l = { NULL, 0, 0 };
	size_t		i;
	int		n;

	memset(m, 0, sizeof(*m));
	arena_init(&m->arena);
	m->first = first;
	m->last = month_last(first);
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			add_change(&l, &pl->changes[i]);
	m->nplan = l.n;
	for (i = 0; i < NEXTRAS; i++)
		for (n = 1; n <= extras[i].lines; n++)
			add(&l, (enum month_kind)(MONTH_SMALL + i),
			    arena_printf(&m->arena, "%s-%d", extras[i].word,
			    n))->n = n;
	m->lines = l.v;
	m->n = l.n;
}

void
month_free(struct month *m)
{
	free(m->lines);
	arena_free(&m->arena);
}

char *
month_title(const struct month_line *l)
{
	if (l->step != NULL)
		return mem_strdup(l->step->title);
	if (l->action != NULL)
		return mem_strdup(l->action->title);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	return mem_printf(_(extras[l->kind - MONTH_SMALL].title), l->n);
#pragma GCC diagnostic pop
}

int
month_line_id(const char *id, enum month_kind *kind, int *n)
{
	size_t	i, k;
	int64_t	v;

	for (i = 0; i < NEXTRAS; i++) {
		k = strlen(extras[i].word);
		if (strncmp(id, extras[i].word, k) != 0 || id[k] != '-' ||
		    num_int(id + k + 1, 1, 999, &v) != 0)
			continue;
		*kind = (enum month_kind)(MONTH_SMALL + i);
		*n = (int)v;
		return 0;
	}
	return -1;
}
