/*
 * A round of some threads only: the others are put out of sight while the
 * round is opened, so that its copy of the framework, the digest and all that
 * is said of it hold the threads asked for and nothing else.  The folder's
 * own tables are not changed.
 */
#ifndef CPM_ASSESS_ONLY_H
#define CPM_ASSESS_ONLY_H

#include "model/project.h"

struct only {
	struct table	**table;	/* of each row that is hidden */
	size_t		 *row;
	size_t		  n, captable, caprow;
};

/*
 * Hide all dimensions but those in `ids` ("ACC GOV", also with commas), their
 * criteria and their levels.  0, or -1: one is no dimension (said).  only_end
 * in either case.
 */
int	only_begin(struct only *, struct project *, const char *ids);
void	only_end(struct only *);

#endif
