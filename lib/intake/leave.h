/*
 * An export that lies in the team's folder tells who answered what: once it is
 * imported it is better off in the private one.
 */
#ifndef CPM_LEAVE_H
#define CPM_LEAVE_H

#include "model/project.h"

/* An export that should leave. */
struct leave {
	char	*from;		/* NULL: it may stay where it is */
	char	*to;		/* its place in the private folder */
	int	 seen;		/* git would take it, or (2) has it already */
};

/* Whether the file lies inside the project's folder. */
void	leave_look(struct leave *, const struct project *, const char *path);
/*
 * With no lock held: say so; at a terminal offer to move it, elsewhere say
 * how.  leave_free in any case.
 */
void	leave_say(const struct leave *);
void	leave_free(struct leave *);

#endif
