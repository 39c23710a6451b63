/* An export of the month's form for phones. */
#include "base/msg.h"
#include "intake/month_in.h"

int
told_wide(struct told_all *all, struct project *p, struct reader *rd,
    const struct record *header, const struct month_ask *ask)
{
	struct place	at = { all->shown, header->line, 0, NULL };

	(void)p;
	(void)rd;
	(void)ask;
	msg_fault(&at, N_("neither the month's sheet as a grid (id, now) nor "
	    "an export of its form"));
	return -1;
}
