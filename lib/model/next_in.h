/* What next.c and nextsession.c share.  Not for other rooms. */
#ifndef CPM_NEXT_IN_H
#define CPM_NEXT_IN_H

#include "model/next.h"
#include "model/project.h"

/* One more command; `command` is formatted in the arena, both translated. */
void	next_add(struct next *, const char *what, const char *command, ...)
	    __attribute__((format(printf, 3, 4)));

/* A peer group's sessions: what was not kept, the next one, the end. */
void	next_session(struct next *, struct project *, const struct plan *);

#endif
