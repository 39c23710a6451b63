/* Listings of cpm-assess. */
#include "view/scores.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "view/list.h"

#define CELLS	24

/* One row being filled; the numbers' text lies beside it. */
struct line {
	struct list	*l;
	const char	*cell[CELLS];
	char		 text[CELLS][NUM_LEN];
	int		 n;
};

static void
put(struct line *w, const char *s)
{
	w->cell[w->n++] = s;
}

static void
put_fixed(struct line *w, fixed v, int least)
{
	w->cell[w->n] = v == FIXED_NONE ? "" :
	    num_str(w->text[w->n], v, least);
	w->n++;
}

static void
put_int(struct line *w, int64_t v)
{
	if (v < 0)
		w->text[w->n][0] = '\0';
	else
		snprintf(w->text[w->n], NUM_LEN, "%lld", (long long)v);
	w->cell[w->n] = w->text[w->n];
	w->n++;
}

static void
put_scale(struct line *w, const struct scale *s)
{
	put_fixed(w, s->min, 0);
	put_fixed(w, s->max, 0);
	put_fixed(w, s->step > 0 ? s->step : FIXED_NONE, 0);
}

static void
end_row(struct line *w)
{
	list_row(w->l, w->cell);
	w->n = 0;
}

static void
numeric(struct list *l, const char *const *names)
{
	for (; *names != NULL; names++)
		list_numeric(l, *names);
}

static const char *const	numbers[] = { "n", "n_max", "no_answer", "mean",
	"median", "sd", "low", "high", "agreement", "rwg", "ad", "scale_min",
	"scale_max", "scale_step", "before", "now", "delta", "n_before",
	"n_now", "value", NULL };

/* "withheld" in words. */
static const char *
note_words(enum note n)
{
	switch (n) {
	case NOTE_ROUNDED:
		return _("rounded");
	case NOTE_WITHHELD:
		return _("not shown");
	default:
		return "";
	}
}

/* How many decimals a mean has at least: four where it is exact. */
static int
places(const struct score *s)
{
	if (strcmp(s->group, "agreed") == 0)
		return 0;
	return s->note == NOTE_NONE || *s->criterion == '\0' ? 4 : 1;
}

/* For people two decimals are plenty. */
static fixed
brief(fixed v)
{
	return v == FIXED_NONE ? v : num_round(v, FIXED_ONE / 100);
}

/* --- score ------------------------------------------------------------ */

static void
scores_table(FILE *fp, const struct scores *s)
{
	static const char *const names[] = { "series", "axis", "n", "mean",
	    "low", "high", "reading", "note", "label", NULL };
	static const char *const titles[] = { N_("series"), "", "n",
	    N_("mean"), N_("low"), N_("high"), N_("reading"), N_("note"),
	    N_("label"), NULL };
	struct line	 w = { .l = list_begin(fp, FORM_TABLE, names, titles) };
	const struct score *row;
	size_t		 i;

	numeric(w.l, numbers);
	for (i = 0; i < s->n; i++) {
		row = &s->row[i];
		put(&w, row->series);
		put(&w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		if (row->n == row->n_max)
			put_int(&w, row->n);
		else {
			snprintf(w.text[w.n], NUM_LEN, "%lld–%lld",
			    (long long)row->n, (long long)row->n_max);
			put(&w, w.text[w.n]);
		}
		put_fixed(&w, brief(row->mean), 0);
		put_fixed(&w, row->low, 0);
		put_fixed(&w, row->high, 0);
		put(&w, reading_words(row->reading));
		put(&w, note_words(row->note));
		put(&w, row->label);
		end_row(&w);
	}
	list_end(w.l);
}

void
scores_list(FILE *fp, enum form form, const struct scores *s, int stats)
{
	static const char *const names[] = { "round", "group", "series",
	    "dimension", "criterion", "label", "n", "n_max", "no_answer",
	    "mean", "median", "sd", "low", "high", "agreement", "reading",
	    "note", "scale_min", "scale_max", "scale_step", "rwg", "ad",
	    NULL };
	const char		*cut[sizeof(names) / sizeof(*names)];
	const struct score	*row;
	struct line		 w = { .n = 0 };
	size_t			 i;

	if (list_is_table(fp, form) && !stats) {
		scores_table(fp, s);
		return;
	}
	memcpy(cut, names, sizeof(cut));
	if (!stats)
		cut[20] = NULL;
	w.l = list_begin(fp, form, cut, NULL);
	numeric(w.l, numbers);
	for (i = 0; i < s->n; i++) {
		row = &s->row[i];
		put(&w, row->round);
		put(&w, row->group);
		put(&w, row->series);
		put(&w, row->dimension);
		put(&w, row->criterion);
		put(&w, row->label);
		put_int(&w, row->n);
		put_int(&w, row->n_max);
		put_int(&w, row->no_answer);
		put_fixed(&w, row->mean, places(row));
		put_fixed(&w, row->median, 0);
		put_fixed(&w, row->sd, 4);
		put_fixed(&w, row->low, 0);
		put_fixed(&w, row->high, 0);
		put_fixed(&w, row->agreement, 4);
		put(&w, reading_str(row->reading));
		put(&w, note_str(row->note));
		put_scale(&w, row->scale);
		if (stats) {
			put_fixed(&w, row->rwg, 4);
			put_fixed(&w, row->ad, 4);
		}
		end_row(&w);
	}
	list_end(w.l);
}

/* --- compare ---------------------------------------------------------- */

static const char *
state_words(enum change_state s)
{
	switch (s) {
	case CHANGE_REWORDED:
		return _("reworded");
	case CHANGE_ADDED:
		return _("added");
	case CHANGE_DROPPED:
		return _("dropped");
	default:
		return "";
	}
}

/* "+0.5" says more than "0.5". */
static void
put_delta(struct line *w, fixed v)
{
	char	buf[NUM_LEN];

	if (v == FIXED_NONE || v <= 0)
		put_fixed(w, v, 0);
	else {
		snprintf(w->text[w->n], NUM_LEN, "+%.*s", NUM_LEN - 2,
		    num_str(buf, v, 0));
		put(w, w->text[w->n]);
	}
}

static void
changes_table(FILE *fp, const struct changes *c)
{
	static const char *const names[] = { "series", "axis", "before",
	    "now", "delta", "state", "note", "label", NULL };
	static const char *const titles[] = { N_("series"), "", N_("before"),
	    N_("now"), N_("change"), N_("state"), N_("note"), N_("label"),
	    NULL };
	struct line	 w = { .l = list_begin(fp, FORM_TABLE, names, titles) };
	const struct change *row;
	size_t		 i;

	numeric(w.l, numbers);
	for (i = 0; i < c->n; i++) {
		row = &c->row[i];
		put(&w, row->series);
		put(&w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		put_fixed(&w, brief(row->before), 0);
		put_fixed(&w, brief(row->now), 0);
		put_delta(&w, brief(row->delta));
		put(&w, state_words(row->state));
		put(&w, note_words(row->note));
		put(&w, row->label);
		end_row(&w);
	}
	list_end(w.l);
}

void
changes_list(FILE *fp, enum form form, const struct changes *c)
{
	static const char *const names[] = { "round_before", "round_now",
	    "group", "series", "dimension", "criterion", "label", "before",
	    "now", "delta", "n_before", "n_now", "state", "note", "scale_min",
	    "scale_max", "scale_step", NULL };
	const struct change	*row;
	struct line		 w = { .n = 0 };
	size_t			 i;
	int			 least;

	if (list_is_table(fp, form)) {
		changes_table(fp, c);
		return;
	}
	w.l = list_begin(fp, form, names, NULL);
	numeric(w.l, numbers);
	for (i = 0; i < c->n; i++) {
		row = &c->row[i];
		least = strcmp(row->group, "agreed") == 0 ? 0 :
		    row->note == NOTE_NONE || *row->criterion == '\0' ? 4 : 1;
		put(&w, row->before_id);
		put(&w, row->now_id);
		put(&w, row->group);
		put(&w, row->series);
		put(&w, row->dimension);
		put(&w, row->criterion);
		put(&w, row->label);
		put_fixed(&w, row->before, least);
		put_fixed(&w, row->now, least);
		put_fixed(&w, row->delta, least);
		put_int(&w, row->n_before);
		put_int(&w, row->n_now);
		put(&w, change_state_str(row->state));
		put(&w, note_str(row->note));
		put_scale(&w, row->scale);
		end_row(&w);
	}
	list_end(w.l);
}

/* --- talk ------------------------------------------------------------- */

static void
talk_table(FILE *fp, const struct picks *p)
{
	static const char *const names[] = { "axis", "reading", "label",
	    NULL };
	static const char *const titles[] = { "", N_("reading"), N_("label"),
	    NULL };
	struct line	w = { .l = list_begin(fp, FORM_TABLE, names, titles) };
	size_t		i;

	for (i = 0; i < p->n; i++) {
		put(&w, p->row[i].criterion);
		put(&w, reading_words(p->row[i].reading));
		put(&w, p->row[i].label);
		end_row(&w);
	}
	list_end(w.l);
}

void
talk_list(FILE *fp, enum form form, const struct round *r,
    const struct picks *p)
{
	static const char *const names[] = { "round", "dimension",
	    "criterion", "label", "reading", "agreement", "mean", "note",
	    NULL };
	struct line	w = { .n = 0 };
	size_t		i;

	if (list_is_table(fp, form)) {
		talk_table(fp, p);
		return;
	}
	w.l = list_begin(fp, form, names, NULL);
	numeric(w.l, numbers);
	for (i = 0; i < p->n; i++) {
		put(&w, r->id);
		put(&w, p->row[i].dimension);
		put(&w, p->row[i].criterion);
		put(&w, p->row[i].label);
		put(&w, reading_str(p->row[i].reading));
		put_fixed(&w, p->row[i].agreement, 4);
		put_fixed(&w, p->row[i].value,
		    p->row[i].note == NOTE_NONE ? 4 : 1);
		put(&w, note_str(p->row[i].note));
		end_row(&w);
	}
	list_end(w.l);
}

/* --- strengths, priorities -------------------------------------------- */

static const char *
source_of(const struct pick *p)
{
	return p->finding != NULL ? "finding" : p->from_agreed ? "agreed" :
	    "votes";
}

static const char *
source_words(const struct pick *p)
{
	return p->finding != NULL ? _("the team's words") :
	    p->from_agreed ? _("agreed") : _("all votes");
}

static void
picks_rows(struct line *w, const struct round *r, const struct picks *p,
    const char *type)
{
	const struct pick	*row;
	size_t			 i;

	for (i = 0; p != NULL && i < p->n; i++) {
		row = &p->row[i];
		put(w, type);
		put(w, r->id);
		put(w, row->dimension);
		put(w, row->criterion);
		put(w, row->finding != NULL ? row->finding : row->label);
		put_fixed(w, row->value, row->from_agreed ? 0 :
		    row->note == NOTE_NONE ? 4 : 1);
		put(w, source_of(row));
		put(w, reading_str(row->reading));
		put(w, note_str(row->note));
		end_row(w);
	}
}

static void
picks_brief(struct line *w, const struct picks *p, const char *type)
{
	const struct pick	*row;
	size_t			 i;

	for (i = 0; p != NULL && i < p->n; i++) {
		row = &p->row[i];
		put(w, type);
		put(w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		put_fixed(w, brief(row->value), 0);
		put(w, source_words(row));
		put(w, row->finding != NULL ? row->finding : row->label);
		end_row(w);
	}
}

void
picks_list(FILE *fp, enum form form, const struct round *r,
    const struct picks *strengths, const struct picks *priorities)
{
	static const char *const names[] = { "type", "round", "dimension",
	    "criterion", "label", "value", "source", "reading", "note",
	    NULL };
	static const char *const few[] = { "type", "axis", "value", "source",
	    "label", NULL };
	static const char *const titles[] = { "", "", N_("score"),
	    N_("source"), N_("label"), NULL };
	struct line	w = { .n = 0 };

	if (list_is_table(fp, form)) {
		w.l = list_begin(fp, FORM_TABLE, few, titles);
		numeric(w.l, numbers);
		picks_brief(&w, strengths, _("strength"));
		picks_brief(&w, priorities, _("priority"));
	} else {
		w.l = list_begin(fp, form, names, NULL);
		numeric(w.l, numbers);
		picks_rows(&w, r, strengths, "strength");
		picks_rows(&w, r, priorities, "priority");
	}
	list_end(w.l);
}

/* --- tallies ---------------------------------------------------------- */

/* "all votes", or a standpoint's label. */
static const char *
group_words(const struct framework *fw, size_t group)
{
	return series_name(fw, group == GROUP_ALL ? "all" :
	    fw->groups[group].id);
}

/* For people: the first row of a group is how many they are. */
static void
results_table(FILE *fp, const struct round *r)
{
	static const char *const names[] = { "group", "axis", "n",
	    "no_answer", "counts", "mean", "reading", "note", "label", NULL };
	static const char *const titles[] = { N_("series"), "", "n",
	    N_("no answer"), N_("counts"), N_("mean"), N_("reading"),
	    N_("note"), N_("label"), NULL };
	const struct framework	*fw = &r->fw;
	const struct result	*row;
	struct line		 w = { .l = list_begin(fp, FORM_TABLE, names,
				    titles) };
	char			*counts;
	size_t			 i;

	numeric(w.l, numbers);
	for (i = 0; i < r->results.n; i++) {
		row = &r->results.row[i];
		counts = row->counts == NULL ? mem_strdup("") :
		    counts_print(fw->crit[row->crit].scale, row->counts);
		put(&w, group_words(fw, row->group));
		put(&w, row->crit < fw->ncrit ? fw->crit[row->crit].id :
		    row->dim < fw->ndims ? fw->dims[row->dim].id : "");
		put_int(&w, row->n);
		put_int(&w, row->no_answer);
		put(&w, counts);
		put_fixed(&w, brief(row->mean), 0);
		put(&w, reading_words(row->reading));
		put(&w, note_words(row->note));
		put(&w, row->crit < fw->ncrit ? fw->crit[row->crit].label :
		    row->dim < fw->ndims ? fw->dims[row->dim].label :
		    _("people"));
		end_row(&w);
		free(counts);
	}
	list_end(w.l);
}

void
results_list(FILE *fp, enum form form, const struct round *r)
{
	static const char *const names[] = { "round", "group", "dimension",
	    "criterion", "label", "n", "no_answer", "counts", "mean",
	    "agreement", "reading", "note", NULL };
	const struct framework	*fw = &r->fw;
	const struct result	*row;
	struct line		 w = { .n = 0 };
	char			*counts;
	size_t			 i;

	if (list_is_table(fp, form)) {
		results_table(fp, r);
		return;
	}
	w.l = list_begin(fp, form, names, NULL);
	numeric(w.l, numbers);
	for (i = 0; i < r->results.n; i++) {
		row = &r->results.row[i];
		counts = row->counts == NULL ? mem_strdup("") :
		    counts_print(fw->crit[row->crit].scale, row->counts);
		put(&w, r->id);
		put(&w, row->group == GROUP_ALL ? "all" :
		    fw->groups[row->group].id);
		put(&w, row->dim < fw->ndims ? fw->dims[row->dim].id : "");
		put(&w, row->crit < fw->ncrit ? fw->crit[row->crit].id : "");
		put(&w, row->crit < fw->ncrit ? fw->crit[row->crit].label :
		    row->dim < fw->ndims ? fw->dims[row->dim].label : "");
		put_int(&w, row->n);
		put_int(&w, row->no_answer);
		put(&w, counts);
		put_fixed(&w, row->mean, row->note == NOTE_NONE ? 4 : 1);
		put_fixed(&w, row->agreement, 4);
		put(&w, reading_str(row->reading));
		put(&w, note_str(row->note));
		end_row(&w);
		free(counts);
	}
	list_end(w.l);
}

void
tally_list(FILE *fp, enum form form, struct tally *t)
{
	struct list	*l = list_begin(fp, form, tally_columns, NULL);
	size_t		 i, n = tally_count(t);
	int		 k;

	for (k = 4; k < 9; k++)
		list_numeric(l, tally_columns[k]);
	for (i = 0; i < n; i++)
		list_row(l, tally_record(t, i));
	list_end(l);
}
