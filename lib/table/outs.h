/*
 * Many files in one run (charts, pages), each replaced whole: they are
 * written beside their targets, forced to the disk together, and only then
 * given their names.  A failure leaves the old files; a kill may leave some
 * new and some old, none of them half.  Between outs_begin and outs_end an
 * interrupt (SIGINT, SIGTERM, SIGHUP) waits until what was begun is deleted.
 */
#ifndef CPM_OUTS_H
#define CPM_OUTS_H

#include <stddef.h>
#include <stdio.h>

struct outs;

struct outs	*outs_begin(void);
/* A stream of what `path` shall become, until the next call or outs_end. */
FILE		*outs_add(struct outs *, const char *path);
/* Whether all is in vain already, by a failure or an interrupt. */
int		 outs_failed(const struct outs *);
/* Put all in place.  0, or -1 (said).  It ends the set either way. */
int		 outs_end(struct outs *);

#endif
