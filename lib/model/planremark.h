/*
 * What is worth a look in a plan and no fault: priorities that nothing takes
 * up, changes that take up none or have no key action yet, nothing built on a
 * strength.  People are asked, never refused.
 */
#ifndef CPM_PLANREMARK_H
#define CPM_PLANREMARK_H

#include "model/plan.h"

enum plan_moment {
	PLAN_IDEAS,	/* ideas are compared: of ideas and active changes */
	PLAN_CHOSEN,	/* one was chosen; the rest once the last place is
			 * taken */
	PLAN_RUNS	/* a plan that runs is looked at */
};

/*
 * Say them as notes, each at most once, with the ids that it is about.
 * Labels are not needed; a round whose copy is damaged is said by loading it.
 */
void	plan_remarks(struct project *, const struct plan *,
	    enum plan_moment, const char *chosen);

#endif
