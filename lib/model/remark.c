/* What may be asked about an agreed score, beside the votes. */
#include "model/score.h"

static int
is_high(const struct scale *s, fixed score)
{
	return 4 * (wide)(score - s->min) >= 3 * (wide)(s->max - s->min);
}

/* The middle vote of what shows its counts; else none. */
static fixed
median_of(const struct round *r, size_t dim, size_t crit)
{
	const struct result	*row = results_find(&r->results, GROUP_ALL,
				    dim, crit);
	const struct scale	*s = r->fw.dims[dim].scale;
	struct stats		 st;

	if (row == NULL || row->counts == NULL)
		return FIXED_NONE;
	stats_counts(&st, s->value, row->counts, s->n);
	return st.median;
}

unsigned
agreed_remark(const struct round *r, const struct agreed *a, fixed *median)
{
	const struct scale	*s = r->fw.dims[a->dim].scale;
	fixed			 middle = median_of(r, a->dim, a->crit), away;
	unsigned		 remark = 0;

	if (median != NULL)
		*median = middle;
	if (is_high(s, a->score) && *a->evidence == '\0')
		remark |= REMARK_EVIDENCE;
	if (middle == FIXED_NONE || s->step == 0)
		return remark;
	away = a->score > middle ? a->score - middle : middle - a->score;
	if (away >= 2 * s->step)
		remark |= REMARK_FAR;
	return remark;
}
