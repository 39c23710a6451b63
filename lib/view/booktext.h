/*
 * A logbook as its writer sees it: thread by thread, each line with its day
 * and its number.
 */
#ifndef CPM_BOOKTEXT_H
#define CPM_BOOKTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/logbook.h"

/* What harvest shows; -1 and DATE_NONE: all. */
struct booktext_ask {
	int	part;			/* enum logbook_part */
	int	since, until;
};

/*
 * The threads as text, or (form not FORM_AUTO) number,date,part,text.
 * Nothing at all where nothing fits.
 */
void	booktext_threads(FILE *, enum form, const struct logbook *,
	    const struct booktext_ask *);

#endif
