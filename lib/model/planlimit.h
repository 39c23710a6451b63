/*
 * The limits that make a plan feasible: so many active changes, so many key
 * actions a level.  Used on entry, where one too many is refused, and by
 * cpm-check, where a hand edit is found.
 */
#ifndef CPM_PLANLIMIT_H
#define CPM_PLANLIMIT_H

#include "model/plan.h"

/*
 * Whether one more change may become active; `leaving` (an index, nchanges:
 * none) gives up its place.  0, or -1 (said, with the ids of those there).
 */
int	limit_changes(struct project *, const struct plan *, size_t leaving);

/*
 * Whether level n of change c has room for one more action.  Counted for
 * the change, or over all active changes where actions_scope is `plan`.
 */
int	limit_room(struct project *, const struct plan *,
	    const struct plan_change *c, int n);
/* The same: 0, or -1 (said, with the ids of those there). */
int	limit_actions(struct project *, const struct plan *,
	    const struct plan_change *c, int n);

/* How many actions count at level n, and their ids "'a', 'b'" (may be NULL). */
size_t	limit_count(struct project *, const struct plan *,
	    const struct plan_change *c, int n, struct str *ids);

/* The day on which the open cycle's months end; DATE_NONE: none is open. */
int	plan_cycle_end(struct project *, const struct plan *);

/*
 * Say, as a remark, that a folder holds more than the limits allow (two
 * clones that each chose a change were merged): commands go on working.
 */
void	limit_remark(struct project *, const struct plan *);

#endif
