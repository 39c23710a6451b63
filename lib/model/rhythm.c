/* Who has been without contact longer than agreed. */
#include "model/rhythm.h"

#include <string.h>

#include "base/date.h"
#include "model/plan.h"

/* The last meeting, or other contact, not after today. */
static int
last_of(const struct log_book *b, int meetings, int today)
{
	const struct log_contact	*c;
	size_t				 i;
	int				 last = DATE_NONE;

	for (i = 0; i < b->ncontacts; i++) {
		c = &b->contacts[i];
		if ((strcmp(c->mode, "team_meeting") == 0) == meetings &&
		    c->date != DATE_NONE && c->date <= today &&
		    (last == DATE_NONE || c->date > last))
			last = c->date;
	}
	return last;
}

/* Whether the folder says how often it meets. */
static int
is_said(struct project *p, const char *key)
{
	const struct table	*t = project_table(p, "cpm");
	size_t			 i = table_find(t, key);

	return i < t->nrows && *cell(t, i, "value") != '\0';
}

static int
is_late(struct rhythm *r, const struct plan *pl)
{
	r->from = r->last;
	if (r->from == DATE_NONE && pl->cycle < pl->ncycles)
		r->from = pl->cycles[pl->cycle].start;
	if (r->from == DATE_NONE)
		return 0;
	r->days = pl->today - r->from;
	r->long_past = 2 * r->days > 3 * r->agreed;
	return r->days > r->agreed;
}

int
rhythm_load(struct rhythm out[2], struct project *p)
{
	static const char *const	keys[] = { "rhythm_days",
	    "team_rhythm_days" };
	struct log_book			b;
	struct plan			pl;
	struct rhythm			r;
	int				n = 0, k, ok;

	ok = plan_load(&pl, p) == 0;
	ok = log_load(&b, p, 1) == 0 && ok;
	for (k = 0; ok && k < 2; k++) {
		memset(&r, 0, sizeof(r));
		r.meetings = k;
		r.agreed = (int)project_int(p, keys[k]);
		r.last = last_of(&b, k, pl.today);
		if (pl.ncycles > 0 && pl.cycle == pl.ncycles)
			continue;	/* all is closed */
		if (k == 1 && r.last == DATE_NONE && !is_said(p, keys[k]))
			continue;
		if (is_late(&r, &pl))
			out[n++] = r;
	}
	log_free(&b);
	plan_free(&pl);
	return ok ? n : -1;
}
