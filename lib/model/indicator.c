/* Indicators and their values as facts, and in people's words. */
#include "model/indicator.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/ids.h"
#include "base/lang.h"

#define PERCENT	(100 * FIXED_ONE)
/* More per cent than this is a slip of the keyboard, and no number here. */
#define FAR	((wide)1000000000 * FIXED_ONE)

fixed
indicator_achieved(const struct indicator *in, fixed value)
{
	wide	num, den;

	if (value == FIXED_NONE || in->baseline == FIXED_NONE ||
	    in->target == FIXED_NONE || in->target == in->baseline)
		return FIXED_NONE;
	num = ((wide)value - in->baseline) * PERCENT;
	den = (wide)in->target - in->baseline;
	if (den < 0) {
		num = -num;
		den = -den;
	}
	if (num > FAR * den || num < -FAR * den)
		return FIXED_NONE;
	return num_div(num, den);
}

/* --- from the tables ---------------------------------------------------- */

static void
load_indicator(struct indicators *ins, const struct table *t, size_t i,
    const char *lang)
{
	struct indicator	*in = &ins->all[ins->n];

	in->id = cell(t, i, "id");
	in->label = cell_label(t, i, "label", lang, NULL);
	if (*in->label == '\0')
		in->label = in->id;
	in->unit = cell(t, i, "unit");
	in->source = cell(t, i, "source");
	in->frequency = cell(t, i, "frequency");
	in->owner = cell(t, i, "owner");
	in->ref = cell(t, i, "ref");
	in->direction = cell(t, i, "direction");
	in->baseline = cell_fixed(t, i, "baseline");
	in->target = cell_fixed(t, i, "target");
	in->baseline_on = cell_day(t, i, "baseline_on");
	in->target_on = cell_day(t, i, "target_on");
	in->row = i;
	if (*in->direction == '\0' && in->baseline != FIXED_NONE &&
	    in->target != FIXED_NONE && in->target != in->baseline)
		in->direction = in->target > in->baseline ? "up" : "down";
	ids_add(ins->ids, in->id, ins->n++);
}

static void
load_measure(struct indicator *in, const struct table *t, size_t i)
{
	struct measure	*m = &in->measures[in->nmeasures++];

	m->date = cell_day(t, i, "date");
	m->source = cell(t, i, "source");
	m->value = cell_fixed(t, i, "value");
	m->achieved = indicator_achieved(in, m->value);
	m->row = i;
}

/* By day, and of one day as they stand in the file. */
static int
by_day(const void *a, const void *b)
{
	const struct measure	*x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void
load_measures(struct indicators *ins, const struct table *t)
{
	struct indicator	*in;
	size_t			 i, k;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((k = indicators_find(ins, cell(t, i, "indicator"))) <
		    ins->n)
			ins->all[k].nmeasures++;
	for (k = 0; k < ins->n; k++) {
		in = &ins->all[k];
		in->measures = arena_alloc(&ins->arena,
		    (in->nmeasures + 1) * sizeof(*in->measures));
		in->nmeasures = 0;
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((k = indicators_find(ins, cell(t, i, "indicator"))) <
		    ins->n && cell_day(t, i, "date") != DATE_NONE &&
		    cell_fixed(t, i, "value") != FIXED_NONE)
			load_measure(&ins->all[k], t, i);
}

static void
find_last(struct indicator *in, int today)
{
	const struct measure	*m;
	size_t			 i;

	for (i = 0; i < in->nmeasures; i++) {
		m = &in->measures[i];
		if (m->date > today)
			break;
		if (in->last != NULL && in->last->date == m->date &&
		    strcmp(in->last->source, in->source) == 0)
			continue;
		in->last = m;
	}
}

int
indicators_load(struct indicators *ins, struct project *p, const char *lang)
{
	const struct table	*t = project_table(p, "indicators");
	size_t			 i;

	memset(ins, 0, sizeof(*ins));
	arena_init(&ins->arena);
	ins->ids = ids_new();
	ins->all = arena_alloc(&ins->arena,
	    (table_count(t) + 1) * sizeof(*ins->all));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		load_indicator(ins, t, i, lang);
	load_measures(ins, project_table(p, "measures"));
	for (i = 0; i < ins->n; i++) {
		if (ins->all[i].nmeasures > 0)
			qsort(ins->all[i].measures, ins->all[i].nmeasures,
			    sizeof(*ins->all[i].measures), by_day);
		find_last(&ins->all[i], project_today(p));
	}
	return project_bad(p) ? -1 : 0;
}

void
indicators_free(struct indicators *ins)
{
	ids_free(ins->ids);
	arena_free(&ins->arena);
}

size_t
indicators_find(const struct indicators *ins, const char *id)
{
	return ids_at(ins->ids, id, ins->n);
}

/* --- in words ----------------------------------------------------------- */

char *
indicator_value_words(const struct indicator *in, fixed value)
{
	char	buf[NUM_LEN];

	if (value == FIXED_NONE)
		return mem_strdup("");
	num_str(buf, value, 0);
	return mem_printf("%s%s%s", buf, *in->unit != '\0' ? " " : "",
	    in->unit);
}

/* One decimal at most, and never 100 for what has not arrived. */
static fixed
shown_percent(fixed v)
{
	fixed	r = num_round(v, FIXED_ONE / 10);

	if (v < PERCENT && r >= PERCENT)
		r = PERCENT - FIXED_ONE / 10;
	if (v > 0 && r == 0)
		r = FIXED_ONE / 10;
	return r;
}

char *
indicator_way_words(const struct indicator *in, fixed value)
{
	char	buf[NUM_LEN];
	fixed	v;

	if (in->target == FIXED_NONE)
		return mem_strdup(_("no target yet"));
	if (in->baseline == FIXED_NONE)
		return mem_strdup(_("no value of the start to count from"));
	if (in->target == in->baseline)
		return mem_strdup(_("target and start are the same: no way "
		    "to count"));
	if ((v = indicator_achieved(in, value)) == FIXED_NONE)
		return mem_strdup(_("too far from the target to count"));
	if (v == PERCENT)
		return mem_strdup(_("target reached"));
	if (v > PERCENT)
		return mem_strdup(_("target passed"));
	if (v == 0)
		return mem_strdup(_("where it started"));
	if (v < 0)
		return mem_strdup(_("further from the target than at the "
		    "start"));
	return mem_printf(_("%s %% of the way to the target"),
	    num_str(buf, shown_percent(v), 0));
}

char *
indicator_words(const struct indicator *in)
{
	return in->last == NULL ? mem_strdup(_("not measured yet")) :
	    indicator_way_words(in, in->last->value);
}

char *
indicator_short_id(const struct indicators *ins, size_t i)
{
	const char	*id = ins->all[i].id;
	size_t		 n, k;

	for (n = 0; id[n] != '\0'; n++) {
		if (n < 3 || id[n] != '-')
			continue;
		for (k = 0; k < ins->n; k++)
			if (k != i && strncmp(ins->all[k].id, id, n) == 0)
				break;
		if (k == ins->n)
			break;
	}
	return mem_strndup(id, n);
}
