/*
 * Which thread moves with which, for the eye and for pipes.  Each writes to a
 * stream; words are in the language in use.
 */
#ifndef CPM_LINKTEXT_H
#define CPM_LINKTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/links.h"
#include "model/reach.h"

/*
 * The links, all or those from one thread (nthreads: all).  As CSV and JSON:
 * from,to,strength,from_label,to_label, which cpm-web --links reads; a thread
 * that moves none has a row with an empty end, unless there is no link at all.
 */
void	linktext_list(FILE *, enum form, const struct links *, size_t from);

/*
 * How far sets of threads reach.  As CSV and JSON
 * rank,dimensions,labels,reach,of,note,why; for people text: what each
 * thread moves also, and that they choose.  more: sets left out that reach
 * as far as the last one shown.
 */
void	linktext_reach(FILE *, enum form, struct reach *,
	    const struct reach_set *, size_t n, size_t more);

#endif
