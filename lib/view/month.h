/*
 * The month's sheet on paper: one page for whoever follows the plan with a
 * pencil.  Each open action and step with boxes to tick, then lines for small
 * changes, the focal team's meetings and difficulties.
 */
#ifndef CPM_MONTH_PAGE_H
#define CPM_MONTH_PAGE_H

#include "model/month.h"
#include "view/doc.h"

/*
 * The page in the language `lang` (NULL: the user's own; it is in use
 * afterwards).  doc_free ends it.
 */
struct doc	*month_page(struct project *, const struct plan *,
		    const struct month *, const char *lang);

#endif
