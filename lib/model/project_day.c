/* A day as it was typed, and what is said of one that is none. */
#include "base/date.h"
#include "base/msg.h"
#include "base/opt.h"
#include "model/project.h"

int
project_day_order(struct project *p)
{
	const char	*order;

	if (p == NULL)
		return 'd';
	order = project_get(p, "date_order");
	return order[0] == 'd' || order[0] == 'm' ? order[0] : 0;
}

int
project_day(struct project *p, const char *typed, int *day)
{
	return date_parse_as(typed, project_day_order(p), day);
}

void
project_day_fault(struct project *p, const char *name, const char *typed)
{
	const char	*hint = date_wrong_hint(typed, project_day_order(p));

	msg_fault(NULL, date_wrong(typed, project_day_order(p)), name, typed);
	if (hint != NULL)
		msg_hint("%s", hint);
}

void
project_day_misuse(const struct cmd *c, struct project *p, const char *name,
    const char *typed)
{
	const char	*hint = p == NULL ? NULL :
			    date_wrong_hint(typed, project_day_order(p));

	if (hint == NULL) {
		opt_misuse(c, date_wrong(typed, project_day_order(p)), name, typed);
		return;
	}
	/* What helps is the order of the parts, not the list of options. */
	msg_trouble(date_wrong(typed, project_day_order(p)), name, typed);
	msg_hint("%s", hint);
}
