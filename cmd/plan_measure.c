/* Indicators and their values: what is measured, and how far it is. */
#include "base/msg.h"
#include "model/indicator.h"
#include "view/measuretext.h"
#include "plan.h"

/* The facts of a folder that is only read: 0, or -1 (said). */
static int
facts_open(struct cmd *c, struct project **p, struct indicators *ins)
{
	if ((*p = project_open(c, PROJECT_READ)) == NULL)
		return -1;
	if (indicators_load(ins, *p, project_lang(*p)) == 0)
		return 0;
	indicators_free(ins);
	project_close(*p);
	return -1;
}

static void
list_indicators(struct cmd *c)
{
	struct indicators	 ins;
	struct project		*p;
	struct out		 o;

	if (facts_open(c, &p, &ins) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		measuretext_indicators(o.fp, c->form, &ins);
		out_end(&o, 0);
	}
	indicators_free(&ins);
	project_close(p);
}

/* The others' languages of the name, as typed, until the program ends. */
static const char *const *
labels_typed(struct cmd *c)
{
	const char	**labels;
	size_t		 n = 0, i;

	while (opt_nth(c, "label", n) != NULL)
		n++;
	labels = arena_alloc(&c->kept, (n + 1) * sizeof(*labels));
	for (i = 0; i < n; i++)
		labels[i] = opt_nth(c, "label", i);
	return labels;
}

static int
do_indicator(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return indicator_add(e, c->argv[0], labels_typed(c), en);
}

void
run_indicator(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("ref", "ref"), TYPED("unit", "unit"),
		TYPED("direction", "direction"),
		TYPED("baseline", "baseline"),
		TYPED("baseline_on", "baseline-on"),
		TYPED("target", "target"), TYPED("target_on", "target-on"),
		TYPED("source", "source"), TYPED("frequency", "frequency"),
		TYPED("owner", "owner"), LAST
	};

	if (c->argc > 0)
		edit_run(c, do_indicator, en, NULL);
	else if (c->ntyped > 0)
		opt_misuse(c, N_("which indicator? give its name"));
	else
		list_indicators(c);
}

static void
list_values(struct cmd *c)
{
	struct indicators	 ins;
	struct project		*p;
	struct edit		 e;
	struct found		 f;
	struct out		 o;
	size_t			 only;
	int			 ok = 1;

	if (facts_open(c, &p, &ins) != 0)
		return;
	only = ins.n;
	if (c->argc == 1) {
		edit_begin(&e, p, c);
		if ((ok = edit_find(&e, c->argv[0], "indicator", &f) == 0))
			only = indicators_find(&ins, f.id);
		edit_cancel(&e);
	}
	if (ok && out_begin(&o, c->out) == 0) {
		measuretext_values(o.fp, c->form, &ins, only);
		out_end(&o, 0);
	}
	indicators_free(&ins);
	project_close(p);
}

static int
do_measure(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return measure_add(e, c->argv[0], en, opt_has(c, "replace"), arg);
}

void
run_measure(struct cmd *c)
{
	struct entry	en[] = {
		{ "value", _("VALUE"), c->argc > 1 ? c->argv[1] : NULL, NULL },
		TYPED("date", "on"), TYPED("source", "source"), LAST
	};
	struct entry	why[] = {
		TYPED("note", "note"), TYPED("reason", "reason"), LAST
	};

	if (c->argc == 2) {
		edit_run(c, do_measure, en, why);
		entry_free(why);
	} else if (c->ntyped > 0)
		opt_misuse(c, N_("which value? 'measure INDICATOR VALUE'"));
	else
		list_values(c);
}

const struct opt	indicator_opts[] = {
	{ 0, "baseline", N_("VALUE"), N_("value at the start") },
	{ 0, "baseline-on", N_("DATE"), N_("day of that value (else today)") },
	{ 0, "target", N_("VALUE"), N_("value aimed at, above or below") },
	{ 0, "target-on", N_("DATE"), N_("day by which") },
	{ 0, "unit", N_("TEXT"), N_("what is counted: persons, %, counts a year") },
	{ 0, "direction", "up|down", N_("whether more is better or less (else as the target lies)") },
	{ 0, "ref", "change:ID", N_("what it measures (else it is the programme's own)") },
	{ 0, "source", N_("TEXT"), N_("where the values come from") },
	{ 0, "frequency", N_("TEXT"), N_("how often it is measured") },
	{ 0, "owner", N_("WHO"), N_("role that measures, not a name") },
	{ 0, "label", N_("LL=TEXT"), N_("its name in another language of the folder: fr=WORDS") },
	O_ID, O_END
};

const struct opt	measure_opts[] = {
	{ 0, "on", N_("DATE"), N_("day of the value (else today)") },
	{ 0, "source", N_("TEXT"), N_("where it comes from (else the indicator's own source)") },
	{ 0, "replace", NULL, N_("correct what stands there for that day; needs --note") },
	{ 0, "note", N_("TEXT"), N_("why it is corrected") },
	O_REASON, O_END
};
