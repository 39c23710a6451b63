/* What an idea can grow from, for the eye and for pipes. */
#ifndef CPM_ORIGINTEXT_H
#define CPM_ORIGINTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/origin.h"

/*
 * kind,from,dimension,words,change: what it is, as --from takes it, the
 * thread, its words, and the change that takes it up.
 */
void	origintext_list(FILE *, enum form, const struct origins *,
	    const struct plan *);

#endif
