/* Rules of indicators and their values that hand edits can break. */
#include "model/indicator.h"

#include <string.h>

#include "base/date.h"
#include "base/msg.h"

static void
check_aim(const struct table *t, const struct indicator *in)
{
	struct place	at = table_place(t, in->row, "label");
	const char	*typed = cell(t, in->row, "direction");

	if (*cell_label(t, in->row, "label", NULL, NULL) == '\0')
		msg_fault(&at, N_("an indicator without a name"));
	at = table_place(t, in->row, "target_on");
	if (in->target_on != DATE_NONE && in->baseline_on != DATE_NONE &&
	    in->target_on < in->baseline_on)
		msg_fault(&at, N_("the target of '%s' comes before its start"),
		    in->id);
	if (in->baseline == FIXED_NONE || in->target == FIXED_NONE)
		return;
	at = table_place(t, in->row, "target");
	if (in->target == in->baseline)
		msg_warn(&at, N_("the target of '%s' is what it was at the "
		    "start: no achievement can be counted"), in->id);
	else if ((strcmp(typed, "up") == 0 && in->target < in->baseline) ||
	    (strcmp(typed, "down") == 0 && in->target > in->baseline)) {
		at = table_place(t, in->row, "direction");
		msg_fault(&at, N_("the direction of '%s' is %s, and its "
		    "target goes the other way"), in->id, typed);
	}
}

static void
check_measures(const struct table *t, const struct indicator *in, int today)
{
	struct place	at;
	size_t		i;

	for (i = 0; i < in->nmeasures; i++) {
		at = table_place(t, in->measures[i].row, "date");
		if (in->baseline_on != DATE_NONE &&
		    in->measures[i].date < in->baseline_on)
			msg_fault(&at, N_("a value of '%s' before the day of "
			    "its start"), in->id);
		else if (in->measures[i].date > today)
			msg_warn(&at, N_("a value of '%s' of a day that is "
			    "yet to come"), in->id);
	}
}

/* A row without its value says nothing; the reader allows it. */
static void
check_values(const struct table *t)
{
	struct place	at;
	size_t		i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!t->rows[i].bad && *cell(t, i, "value") == '\0') {
			at = table_place(t, i, "value");
			msg_fault(&at, N_("a measure without its value"));
		}
}

void
indicator_check(struct project *p)
{
	const struct table	*t = project_table(p, "measures");
	struct indicators	 ins;
	size_t			 i;

	check_values(t);
	if (indicators_load(&ins, p, project_lang(p)) == 0)
		for (i = 0; i < ins.n; i++) {
			check_aim(project_table(p, "indicators"),
			    &ins.all[i]);
			check_measures(t, &ins.all[i], project_today(p));
		}
	indicators_free(&ins);
}
