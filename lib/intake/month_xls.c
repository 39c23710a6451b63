/* The month's sheet as a form for phones. */
#include "intake/month.h"

int
month_xlsform(struct project *p, const struct plan *pl, const struct month *m,
    const char *dir, int dry)
{
	(void)p; (void)pl; (void)m; (void)dir; (void)dry;
	return -1;
}
