/* The limits of changes and of key actions. */
#include "model/planlimit.h"

#include <string.h>

#include "base/date.h"
#include "base/msg.h"

int
limit_changes(struct project *p, const struct plan *pl, size_t leaving)
{
	size_t		max = (size_t)project_int(p, "changes_per_cycle");
	size_t		n = pl->nactive, i;
	struct str	ids;

	if (leaving < pl->nchanges && pl->changes[leaving].active)
		n--;
	if (n < max)
		return 0;
	str_init(&ids);
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			msg_list(&ids, pl->changes[i].title);
	msg_fault(NULL, N_("there are already %zu active changes: %s"),
	    pl->nactive, ids.s);
	msg_hint(N_("one may take another's place (--replaces), or get its "
	    "verdict first (cpm-plan review)"));
	str_free(&ids);
	return -1;
}

int
plan_cycle_end(struct project *p, const struct plan *pl)
{
	if (pl->cycle == pl->ncycles ||
	    pl->cycles[pl->cycle].start == DATE_NONE)
		return DATE_NONE;
	return date_add_months(pl->cycles[pl->cycle].start,
	    (int)project_int(p, "cycle_months"));
}

static size_t
count_level(const struct plan_change *c, int n, struct str *ids)
{
	const struct plan_level	*l;
	size_t			 i;

	if (n < 1 || (size_t)n > c->nlevels)
		return 0;
	l = &c->levels[n - 1];
	for (i = 0; ids != NULL && i < l->nactions; i++)
		if (l->actions[i]->status != PLAN_DROPPED)
			msg_list(ids, l->actions[i]->title);
	return l->of;
}

size_t
limit_count(struct project *p, const struct plan *pl,
    const struct plan_change *c, int n, struct str *ids)
{
	size_t	total = 0, i;

	if (strcmp(project_get(p, "actions_scope"), "plan") != 0)
		return count_level(c, n, ids);
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			total += count_level(&pl->changes[i], n, ids);
	return total;
}

int
limit_room(struct project *p, const struct plan *pl,
    const struct plan_change *c, int n)
{
	return limit_count(p, pl, c, n, NULL) <
	    (size_t)project_int(p, "actions_per_level");
}

int
limit_actions(struct project *p, const struct plan *pl,
    const struct plan_change *c, int n)
{
	struct str	ids;
	size_t		have;

	if (limit_room(p, pl, c, n))
		return 0;
	str_init(&ids);
	have = limit_count(p, pl, c, n, &ids);
	msg_fault(NULL, N_("%s %d has its %zu actions already: %s"),
	    project_level_now(p), n, have, ids.s);
	msg_hint(N_("drop one, cut one smaller (cpm-plan adjust --smaller), "
	    "or plan it at %s %d"), project_level_now(p), n + 1);
	str_free(&ids);
	return -1;
}

void
limit_remark(struct project *p, const struct plan *pl)
{
	size_t	changes = (size_t)project_int(p, "changes_per_cycle");
	size_t	actions = (size_t)project_int(p, "actions_per_level"), i;
	int	n;

	if (pl->nactive > changes)
		msg_warn(NULL, N_("%zu changes are active, at most %zu are "
		    "meant to be: cpm-check says which"), pl->nactive,
		    changes);
	for (i = 0; i < pl->nchanges; i++)
		for (n = 1; pl->changes[i].active &&
		    (size_t)n <= pl->changes[i].nlevels; n++)
			if (limit_count(p, pl, &pl->changes[i], n, NULL) >
			    actions) {
				msg_warn(NULL, N_("%s %d has more than %zu "
				    "key actions: cpm-check says which"),
				    project_level_now(p), n, actions);
				return;
			}
}
