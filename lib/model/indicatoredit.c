/* Indicators and their values, as they are typed. */
#include "model/indicator.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/utf.h"
#include "model/planedit_in.h"

/* --- names in the folder's languages ------------------------------------ */

/* Whether `lang` is one of the folder's. */
static int
is_lang(const char *langs, const char *lang)
{
	size_t	n = strlen(lang);

	for (; *langs != '\0'; langs += strcspn(langs, " "),
	    langs += strspn(langs, " "))
		if (strcspn(langs, " ") == n && strncmp(langs, lang, n) == 0)
			return 1;
	return 0;
}

/* "fr=TEXT": the column "label_fr" in buf, and the text; NULL (said). */
static const char *
read_label(struct edit *e, const char *typed, char buf[16])
{
	const char	*eq = strchr(typed, '=');
	char		 lang[4] = "";

	if (eq != NULL && eq - typed >= 2 && eq - typed <= 3) {
		memcpy(lang, typed, (size_t)(eq - typed));
		lang[eq - typed] = '\0';
	}
	if (*lang == '\0' || eq[1] == '\0') {
		msg_fault(NULL, N_("--label: write it as fr=WORDS, not '%s'"),
		    typed);
		return NULL;
	}
	if (!is_lang(project_langs(e->p), lang)) {
		msg_fault(NULL, N_("--label: '%s' is no language of this "
		    "folder (%s); cpm.csv names them"), lang,
		    project_langs(e->p));
		return NULL;
	}
	if (utf_valid(eq + 1, strlen(eq + 1)) != strlen(eq + 1)) {
		msg_fault(NULL, N_("%s: not UTF-8"), "--label");
		return NULL;
	}
	snprintf(buf, 16, "label_%s", lang);
	return eq + 1;
}

/* Fill in a name, or find it there; another one is a fault. */
static int
put_label(struct table *t, size_t row, const char *column, const char *text)
{
	const char	*have = cell(t, row, column);

	if (*have == '\0')
		table_set(t, row, column, text);
	else if (strcmp(have, text) != 0) {
		msg_fault(NULL, N_("%s: is '%s' already"), column, have);
		return -1;
	}
	return 0;
}

static int
put_labels(struct edit *e, struct table *t, size_t row,
    const char *const *labels)
{
	const char	*text;
	char		 column[16];
	int		 bad = 0;

	for (; *labels != NULL; labels++)
		if ((text = read_label(e, *labels, column)) == NULL)
			bad = -1;
		else
			bad |= put_label(t, row, column, text);
	return bad;
}

/* --- a new one, or the same again --------------------------------------- */

static int
has_label(const struct table *t, size_t row, const char *label)
{
	int	c, k = schema_col(t->schema, "label");

	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == k && strcmp(cell_at(t, row, c), label) == 0)
			return 1;
	return 0;
}

/*
 * The row that has this name: of the same thing, or of whatever it is where
 * nothing was typed.  nrows where there is none or another one is wanted.
 */
static size_t
same_indicator(const struct edit *e, const struct table *t,
    const char *label, const char *ref)
{
	size_t	i;

	if (e->again)
		return t->nrows;
	if (e->id != NULL)
		return table_find(t, e->id);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (has_label(t, i, label) &&
		    (ref == NULL || cell_is(t, i, "ref", ref)))
			break;
	return i;
}

/* Where the number stands without its day, that is today. */
static void
fill_in(struct edit *e, struct table *t, size_t row)
{
	fixed	from = cell_fixed(t, row, "baseline");
	fixed	to = cell_fixed(t, row, "target");
	char	day[DATE_LEN];

	if (from != FIXED_NONE && *cell(t, row, "baseline_on") == '\0')
		table_set(t, row, "baseline_on", plan_today(e, day));
	if (from != FIXED_NONE && to != FIXED_NONE && from != to &&
	    *cell(t, row, "direction") == '\0')
		table_set(t, row, "direction", to > from ? "up" : "down");
}

/* The indicator as the tables in memory have it; -1 (freed). */
static int
load_one(struct edit *e, struct indicators *ins, const char *id,
    const struct indicator **in)
{
	size_t	i;

	if (indicators_load(ins, e->p, project_lang(e->p)) == 0 &&
	    (i = indicators_find(ins, id)) < ins->n) {
		*in = &ins->all[i];
		return 0;
	}
	indicators_free(ins);
	return -1;
}

static int
no_value_before(const struct indicator *in)
{
	char	day[64];

	if (in->nmeasures == 0 || in->baseline_on == DATE_NONE ||
	    in->measures[0].date >= in->baseline_on)
		return 0;
	msg_fault(NULL, N_("'%s' has a value of %s, before the day of its "
	    "start"), in->label, date_words(day, sizeof(day),
	    in->measures[0].date));
	return -1;
}

int
indicator_adjusted(struct edit *e, const char *id)
{
	const struct indicator	*in;
	struct indicators	 ins;
	int			 rc;

	if (load_one(e, &ins, id, &in) != 0)
		return -1;
	rc = indicator_rules(in, NULL) | no_value_before(in);
	indicators_free(&ins);
	return rc;
}

/* "from 2 counts (12 March 2026) to 12 counts (31 December 2026)". */
static void
note_way(struct edit *e, const char *id)
{
	const struct indicator	*in;
	struct indicators	 ins;
	char			*from, *to, a[64], b[64];

	if (load_one(e, &ins, id, &in) != 0)
		return;
	from = indicator_value_words(in, in->baseline);
	to = indicator_value_words(in, in->target);
	edit_note(e, N_("indicator: %s"), in->label);
	if (in->target == FIXED_NONE)
		edit_note(e, N_("no target yet (--target, --target-on)"));
	else if (in->baseline == FIXED_NONE)
		edit_note(e, N_("no value of the start yet (--baseline, "
		    "--baseline-on)"));
	else if (in->target_on == DATE_NONE)
		edit_note(e, N_("from %s on %s to %s"), from,
		    date_words(a, sizeof(a), in->baseline_on), to);
	else
		edit_note(e, N_("from %s on %s to %s by %s"), from,
		    date_words(a, sizeof(a), in->baseline_on), to,
		    date_words(b, sizeof(b), in->target_on));
	free(from);
	free(to);
	indicators_free(&ins);
}

static size_t
new_row(struct edit *e, struct table *t, const char *label, const char *ref)
{
	char	*entered = mem_printf("%s\n%s\n", label,
		    ref != NULL ? ref : "");
	size_t	 i = edit_add(e, t, DATE_NONE, label, entered);

	free(entered);
	return i;
}

static int
add_row(struct edit *e, struct table *t, const char *label,
    const char *const *labels, struct entry *en)
{
	const char	*ref = entry_value(en, "ref");
	char		 column[24];
	size_t		 i = same_indicator(e, t, label, ref);
	int		 there = i < t->nrows;

	if (there && !has_label(t, i, label)) {
		msg_fault(NULL, N_("the id '%s' is taken by: %s"), e->id,
		    cell_label(t, i, "label", project_lang(e->p), NULL));
		return -1;
	}
	if (there)
		edit_there(e, t, i);
	else if ((i = new_row(e, t, label, ref)) == t->nrows)
		return -1;
	if (there && edit_complete(e, t, i, en,
	    N_("cpm-plan adjust %s %s '%s' --reason WHY")) < 0)
		return -1;
	if (!there) {
		snprintf(column, sizeof(column), "label_%s",
		    project_lang(e->p));
		table_set(t, i, column, label);
		entry_put(t, i, en);
	}
	if (put_labels(e, t, i, labels) != 0)
		return -1;
	fill_in(e, t, i);
	if (indicator_adjusted(e, e->got) != 0)
		return -1;
	note_way(e, e->got);
	return 0;
}

int
indicator_add(struct edit *e, const char *label, const char *const *labels,
    struct entry *en)
{
	struct entry	 name[] = { { "label", _("LABEL"), label, NULL },
			    { NULL, NULL, NULL, NULL } };
	int		 bad, rc = -1;

	bad = entry_read(e, "indicators", name) |
	    entry_read(e, "indicators", en);
	if (bad == 0 && *name[0].value == '\0')
		msg_fault(NULL, N_("%s: must not be empty"), name[0].option);
	else if (bad == 0)
		rc = add_row(e, project_table(e->p, "indicators"),
		    name[0].value, labels, en);
	entry_free(name);
	return rc;
}

/* --- values of a day ---------------------------------------------------- */

/* The day it is of: not one to come, none before the start.  -1 (said). */
static int
day_fits(struct edit *e, const struct indicator *in, int day)
{
	char	a[64], b[64];

	date_words(a, sizeof(a), day);
	if (day > project_today(e->p)) {
		msg_fault(NULL, N_("%s is yet to come: nothing can be measured "
		    "then"), a);
		return -1;
	}
	if (in->baseline_on == DATE_NONE || day >= in->baseline_on)
		return 0;
	msg_fault(NULL, N_("%s is before the day of the start of '%s' (%s)"),
	    a, in->label, date_words(b, sizeof(b), in->baseline_on));
	msg_hint(N_("where the start was earlier: cpm-plan adjust %s "
	    "--baseline-on %s --reason WHY"), in->id, date_str(b, day));
	return -1;
}

/*
 * The value of that day.  Without a source typed it is the indicator's own,
 * also where a hand edit left it empty.
 */
static size_t
find_measure(const struct table *t, const struct indicator *in,
    const char *day, const char *source)
{
	size_t	i = table_find_by(t, "indicator", in->id, "date", day,
		    "source", source != NULL ? source : in->source, NULL);

	if (i == t->nrows && source == NULL)
		i = table_find_by(t, "indicator", in->id, "date", day,
		    "source", "", NULL);
	return i;
}

/* Another value stands there: refused, or kept as an adjustment. */
static int
replace_value(struct edit *e, const struct indicator *in, struct table *t,
    size_t row, const char *value, int replace, const struct entry *why)
{
	char	*old, *now, *ref, day[64];
	fixed	 have = cell_fixed(t, row, "value");

	date_words(day, sizeof(day), cell_day(t, row, "date"));
	old = have != FIXED_NONE ? indicator_value_words(in, have) :
	    mem_strdup("");
	if (have != FIXED_NONE && (!replace ||
	    entry_value(why, "note") == NULL)) {
		msg_fault(NULL, N_("'%s' has a value of %s already: %s"),
		    in->label, day, old);
		msg_hint(N_("to correct it: --replace --note WHY; where it "
		    "comes from elsewhere: --source WHERE"));
		free(old);
		return -1;
	}
	if (have != FIXED_NONE) {
		ref = mem_printf("indicator:%s", in->id);
		now = mem_printf("%s: %s", cell(t, row, "date"), value);
		free(old);
		old = mem_printf("%s: %s", cell(t, row, "date"),
		    cell(t, row, "value"));
		plan_add_adjustment(e, ref, "value", old, now, why);
		edit_note(e, N_("corrected, with the reason: %s"), in->label);
		free(ref);
		free(now);
	}
	free(old);
	table_set(t, row, "value", value);
	return 0;
}

/* What was typed, and where a later one stands. */
static void
note_measure(struct edit *e, const char *id, int day, fixed v)
{
	const struct indicator	*in;
	struct indicators	 ins;
	char			*value, *words, when[64];

	if (load_one(e, &ins, id, &in) != 0)
		return;
	value = indicator_value_words(in, v);
	words = indicator_way_words(in, v);
	edit_note(e, N_("%s: %s on %s, %s"), in->label, value,
	    date_words(when, sizeof(when), day), words);
	free(value);
	free(words);
	if (in->last != NULL && day < in->last->date) {
		value = indicator_value_words(in, in->last->value);
		edit_note(e, N_("the latest value is %s, on %s"), value,
		    date_words(when, sizeof(when), in->last->date));
		free(value);
	}
	indicators_free(&ins);
}

static int
put_measure(struct edit *e, const struct indicator *in, struct entry *en,
    int replace, const struct entry *why)
{
	struct table	*t = project_table(e->p, "measures");
	const char	*day = entry_value(en, "date");
	const char	*source = entry_value(en, "source");
	const char	*value = entry_value(en, "value");
	char		 today[DATE_LEN];
	fixed		 v;
	size_t		 i;
	int		 d;

	if (day == NULL)
		day = plan_today(e, today);
	if (date_parse(day, &d) != 0 || day_fits(e, in, d) != 0 ||
	    num_fixed(value, 0, &v) != 0)
		return -1;
	i = find_measure(t, in, day, source);
	if (i == t->nrows) {
		edit_begin_table(e->p, t);
		i = table_add(t);
		table_set(t, i, "indicator", in->id);
		table_set(t, i, "date", day);
		table_set(t, i, "source", source != NULL ? source :
		    in->source);
		table_set(t, i, "value", value);
	} else if (cell_fixed(t, i, "value") == v) {
		edit_note(e, N_("already there: %s"), in->label);
		e->already = 1;
	} else if (replace_value(e, in, t, i, value, replace, why) != 0)
		return -1;
	note_measure(e, in->id, d, v);
	return 0;
}

int
measure_add(struct edit *e, const char *typed, struct entry *en, int replace,
    struct entry *why)
{
	const struct indicator	*in;
	struct indicators	 ins;
	struct found		 f;
	int			 bad, rc = -1;

	bad = edit_find(e, typed, "indicator", &f);
	bad |= entry_read(e, "measures", en) |
	    entry_read(e, "adjustments", why);
	if (bad == 0 && (entry_value(en, "value") == NULL ||
	    *entry_value(en, "value") == '\0'))
		msg_fault(NULL, N_("%s: must not be empty"), _("VALUE"));
	else if (bad == 0 && load_one(e, &ins, f.id, &in) == 0) {
		rc = put_measure(e, in, en, replace, why);
		indicators_free(&ins);
	}
	return rc;
}
