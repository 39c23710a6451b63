/* Votes that have served. */
#include "model/keep.h"

#include "base/date.h"
#include "model/policy.h"

int
keep_votes(struct project *p, const char *round)
{
	static const char *const	names[] = { "responses", "hands" };
	const struct table		*t;
	size_t				 i, row;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		t = project_private(p, names[i]);
		row = round != NULL ? table_find_by(t, "round", round, NULL) :
		    table_first(t);
		if (row < t->nrows)
			return 1;
	}
	return 0;
}

int
keep_any(struct project *p)
{
	return project_private_exists(p) && keep_votes(p, NULL);
}

/* The day of its close, else its own. */
static int
last_day(const struct table *t, size_t i)
{
	struct policy	policy = POLICY_PRESET;
	int		closed = DATE_NONE;

	policy_parse(&policy, cell(t, i, "policy"), &closed);
	return closed != DATE_NONE ? closed : cell_day(t, i, "date");
}

const char *
keep_over(struct project *p, size_t *i)
{
	const struct table	*t = project_table(p, "rounds");
	int64_t			 days = project_int(p, "keep_votes_days");
	size_t			 row = *i > 0 ? *i : table_first(t);
	int			 day;

	if (!project_private_exists(p))
		return NULL;
	for (; row < t->nrows; row = table_next(t, row)) {
		day = last_day(t, row);
		*i = table_next(t, row);
		if (!cell_is(t, row, "status", "open") && day != DATE_NONE &&
		    day + days <= project_today(p) &&
		    keep_votes(p, cell(t, row, "id")))
			return cell(t, row, "id");
	}
	*i = row;
	return NULL;
}
