/* Indicators and their values for the eye and for pipes. */
#include "view/measuretext.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/lang.h"
#include "view/list.h"

static const char *
number(char buf[NUM_LEN], fixed v)
{
	return v != FIXED_NONE ? num_str(buf, v, 0) : "";
}

static void
put_indicator(struct list *l, const struct indicator *in)
{
	const struct measure	*m = in->last;
	char			 b[4][NUM_LEN], d[3][DATE_LEN];

	list_row(l, (const char *[]){ in->id, in->ref, in->label, in->unit,
	    in->direction, number(b[0], in->baseline),
	    list_day(d[0], in->baseline_on), number(b[1], in->target),
	    list_day(d[1], in->target_on),
	    number(b[2], m != NULL ? m->value : FIXED_NONE),
	    list_day(d[2], m != NULL ? m->date : DATE_NONE),
	    number(b[3], m != NULL ? m->achieved : FIXED_NONE),
	    in->frequency, in->source, in->owner });
}

static void
put_table(struct list *l, const struct indicators *ins, size_t i)
{
	const struct indicator	*in = &ins->all[i];
	char			*id = indicator_short_id(ins, i);
	char			*words = indicator_words(in), *label;
	char			 b[3][NUM_LEN], d[2][DATE_LEN];

	label = *in->unit != '\0' ? mem_printf("%s (%s)", in->label,
	    in->unit) : mem_strdup(in->label);
	list_row(l, (const char *[]){ id, label, number(b[0], in->baseline),
	    number(b[1], in->last != NULL ? in->last->value : FIXED_NONE),
	    list_day(d[0], in->last != NULL ? in->last->date : DATE_NONE),
	    number(b[2], in->target), list_day(d[1], in->target_on), words });
	free(id);
	free(words);
	free(label);
}

static struct list *
table_begin(FILE *fp, enum form form)
{
	static const char *const	names[] = { "id", "label", "baseline",
	    "value", "value_on", "target", "target_on", "achieved", NULL };
	static const char *const	titles[] = { N_("id"),
	    N_("indicator"), N_("start"), N_("now"), N_("measured on"),
	    N_("target"), N_("to reach by"), N_("how far"), NULL };
	struct list			*l;

	l = list_begin(fp, form, names, titles);
	list_numeric(l, "baseline");
	list_numeric(l, "value");
	list_numeric(l, "target");
	return l;
}

static struct list *
pipe_begin(FILE *fp, enum form form)
{
	static const char *const	names[] = { "id", "ref", "label",
	    "unit", "direction", "baseline", "baseline_on", "target",
	    "target_on", "value", "value_on", "achieved", "frequency",
	    "source", "owner", NULL };
	struct list			*l;

	l = list_begin(fp, form, names, NULL);
	list_numeric(l, "baseline");
	list_numeric(l, "target");
	list_numeric(l, "value");
	list_numeric(l, "achieved");
	return l;
}

void
measuretext_indicators(FILE *fp, enum form form, const struct indicators *ins)
{
	int		 table = list_is_table(fp, form);
	struct list	*l;
	size_t		 i;

	l = table ? table_begin(fp, form) : pipe_begin(fp, form);
	for (i = 0; i < ins->n; i++)
		if (table)
			put_table(l, ins, i);
		else
			put_indicator(l, &ins->all[i]);
	list_end(l);
}

static void
put_values(struct list *l, const struct indicators *ins, size_t i, int table)
{
	const struct indicator	*in = &ins->all[i];
	const struct measure	*m;
	char			 b[2][NUM_LEN], d[DATE_LEN], *id;
	size_t			 k;

	id = table ? indicator_short_id(ins, i) : mem_strdup(in->id);
	for (k = 0; k < in->nmeasures; k++) {
		m = &in->measures[k];
		list_row(l, (const char *[]){ id, in->label,
		    list_day(d, m->date), m->source, number(b[0], m->value),
		    in->unit, number(b[1], table && m->achieved != FIXED_NONE ?
		    num_round(m->achieved, FIXED_ONE / 10) : m->achieved) });
	}
	free(id);
}

void
measuretext_values(FILE *fp, enum form form, const struct indicators *ins,
    size_t only)
{
	static const char *const	names[] = { "indicator", "label",
	    "date", "source", "value", "unit", "achieved", NULL };
	static const char *const	titles[] = { N_("id"),
	    N_("indicator"), N_("date"), N_("source"), N_("value"),
	    N_("unit"), N_("way in %"), NULL };
	struct list			*l;
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, names, titles);
	list_numeric(l, "value");
	list_numeric(l, "achieved");
	for (i = 0; i < ins->n; i++)
		if (only == ins->n || only == i)
			put_values(l, ins, i, table);
	list_end(l);
}
