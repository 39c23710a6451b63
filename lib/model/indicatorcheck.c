/* Rules of indicators and their values that hand edits can break. */
#include "model/indicator.h"

#include <string.h>

#include "base/date.h"
#include "base/msg.h"

/* Nothing stands in a file yet where a command asks. */
static struct place
place_of(const struct indicator *in, const struct table *t, const char *col)
{
	return t != NULL ? table_place(t, in->row, col) :
	    (struct place){ NULL, 0, 0, NULL };
}

int
indicator_rules(const struct indicator *in, const struct table *t)
{
	struct place	at = place_of(in, t, "target_on");
	int		bad = 0;

	if (in->target_on != DATE_NONE && in->baseline_on != DATE_NONE &&
	    in->target_on < in->baseline_on) {
		msg_fault(&at, N_("the target of '%s' comes before its start"),
		    in->label);
		bad = -1;
	}
	if (in->baseline == FIXED_NONE || in->target == FIXED_NONE)
		return bad;
	at = place_of(in, t, "target");
	if (in->target == in->baseline)
		msg_remark(&at, N_("the target of '%s' is what it was at the "
		    "start: no achievement can be counted"), in->label);
	at = place_of(in, t, "direction");
	if (strcmp(in->direction, "up") == 0 && in->target < in->baseline) {
		msg_fault(&at, N_("'%s' shall go up, and its target is below "
		    "its start"), in->label);
		bad = -1;
	}
	if (strcmp(in->direction, "down") == 0 && in->target > in->baseline) {
		msg_fault(&at, N_("'%s' shall go down, and its target is "
		    "above its start"), in->label);
		bad = -1;
	}
	return bad;
}

static void
check_label(const struct table *t, const struct indicator *in)
{
	struct place	at = table_place(t, in->row, "label");

	if (*cell_label(t, in->row, "label", NULL, NULL) == '\0')
		msg_fault(&at, N_("an indicator without a name"));
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
			    "its start"), in->label);
		else if (in->measures[i].date > today)
			msg_warn(&at, N_("a value of '%s' of a day that is "
			    "yet to come"), in->label);
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
			check_label(project_table(p, "indicators"),
			    &ins.all[i]);
			indicator_rules(&ins.all[i],
			    project_table(p, "indicators"));
			check_measures(t, &ins.all[i], project_today(p));
		}
	indicators_free(&ins);
}
