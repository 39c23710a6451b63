/* What is worth a look in a plan and no fault. */
#include "model/planremark.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "model/names.h"
#include "model/origin.h"

/* Whether a change counts at this moment. */
static int
counts(const struct plan_change *c, enum plan_moment m)
{
	return c->active || (m == PLAN_IDEAS &&
	    strcmp(c->state, "proposed") == 0);
}

static int
is_priority(const struct origin *o)
{
	return strcmp(o->kind, "need") == 0 ||
	    strcmp(o->kind, "priority") == 0;
}

/* As people know it: "GOV2 (Meetings are held.)", a finding by its words. */
static void
list_origin(struct str *s, const struct origin *o)
{
	const char	*colon = strchr(o->ref, ':');

	if (strncmp(o->ref, "finding:", 8) == 0)
		msg_list(s, o->words);
	else
		names_list(s, colon != NULL ? colon + 1 : o->ref, o->words);
}

static int
anyone_takes(const struct origin *o, const struct plan *pl,
    enum plan_moment m)
{
	size_t	i;

	for (i = 0; i < pl->nchanges; i++)
		if (counts(&pl->changes[i], m) &&
		    origin_taken(o, &pl->changes[i]))
			return 1;
	return 0;
}

/* Priorities that wait. */
static void
say_waiting(const struct origins *all, const struct plan *pl,
    enum plan_moment m)
{
	struct str	ids;
	size_t		i;

	str_init(&ids);
	for (i = 0; i < all->n; i++)
		if (is_priority(&all->row[i]) &&
		    !anyone_takes(&all->row[i], pl, m))
			list_origin(&ids, &all->row[i]);
	if (ids.len > 0 && m == PLAN_IDEAS)
		msg_note(N_("priorities of %s that no idea takes up yet: %s"),
		    all->round, ids.s);
	else if (ids.len > 0)
		msg_note(N_("priorities of %s that wait for another cycle: "
		    "%s"), all->round, ids.s);
	str_free(&ids);
}

/* Whether a change takes up one of the priorities. */
static int
takes_any(const struct origins *all, const struct plan_change *c)
{
	size_t	i;

	for (i = 0; i < all->n; i++)
		if (is_priority(&all->row[i]) &&
		    origin_taken(&all->row[i], c))
			return 1;
	return 0;
}

/* Changes without a priority: all that count, or the one chosen. */
static void
say_aimless(const struct origins *all, const struct plan *pl,
    enum plan_moment m, const char *chosen)
{
	const struct plan_change	*c;
	struct str			 ids;
	size_t				 i;

	str_init(&ids);
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (counts(c, m) && !takes_any(all, c) && (chosen == NULL ||
		    strcmp(chosen, c->id) == 0))
			msg_list(&ids, c->title);
	}
	if (ids.len > 0)
		msg_note(N_("takes up no priority of %s: %s (--dimensions, "
		    "--builds-on)"), all->round, ids.s);
	str_free(&ids);
}

static void
say_strengths(struct project *p, const struct plan *pl, enum plan_moment m)
{
	size_t	i, n = 0;

	for (i = 0; i < pl->nchanges; i++) {
		if (!counts(&pl->changes[i], m))
			continue;
		if (origin_strength(p, pl->changes[i].builds_on))
			return;
		n++;
	}
	if (n == 0)
		return;
	if (m == PLAN_IDEAS)
		msg_note(N_("no idea builds on a strength yet (cpm-plan "
		    "propose --list)"));
	else
		msg_note(N_("none of the chosen changes builds on a strength "
		    "yet (--builds-on)"));
}

/* Chosen, and nothing planned for it. */
static void
say_empty(const struct plan *pl)
{
	struct str	ids;
	size_t		i;

	str_init(&ids);
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active && pl->changes[i].of == 0)
			msg_list(&ids, pl->changes[i].title);
	if (ids.len > 0)
		msg_note(N_("chosen, and without a key action yet: %s"),
		    ids.s);
	str_free(&ids);
}

/* Whether all places of the cycle are taken. */
static int
is_full(struct project *p, const struct plan *pl)
{
	return pl->nactive >= (size_t)project_int(p, "changes_per_cycle");
}

void
plan_remarks(struct project *p, const struct plan *pl, enum plan_moment m,
    const char *chosen)
{
	struct origins	all;
	int		full = m != PLAN_CHOSEN || is_full(p, pl);

	if (origins_load(&all, p, pl, lang_now()) == 0) {
		if (all.priorities > 0 && all.round != NULL) {
			if (full && m != PLAN_RUNS)
				say_waiting(&all, pl, m);
			say_aimless(&all, pl, m, chosen);
		}
		if (full)
			say_strengths(p, pl, m);
		if (m == PLAN_RUNS)
			say_empty(pl);
	}
	origins_free(&all);
}
