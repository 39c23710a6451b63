/* What next.c and nextsession.c share.  Not for other rooms. */
#ifndef CPM_NEXT_IN_H
#define CPM_NEXT_IN_H

#include <stdarg.h>

#include "model/next.h"
#include "model/project.h"

/* One more command; `command` is formatted in the arena, both translated. */
void	next_add(struct next *, const char *what, const char *command,
	    va_list);

/* A peer group's sessions: what was not kept, the next one, the end. */
void	next_session(struct next *, struct project *, const struct plan *);

#endif
