/* Listings of cpm-assess. */
#include "view/scores.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "view/line.h"

/* How many decimals a mean has at least: four where it is exact. */
static int
places(const struct score *s)
{
	if (strcmp(s->group, "agreed") == 0)
		return 0;
	return s->note == NOTE_NONE || *s->criterion == '\0' ? 4 : 1;
}

/* --- score ------------------------------------------------------------ */

/* A remark on an agreed score, in the place where a vote's note stands. */
static const char *
remark_words(unsigned remark)
{
	return remark & REMARK_FAR ? _("far from the votes") :
	    _("without evidence");
}

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

	line_numbers(w.l);
	for (i = 0; i < s->n; i++) {
		row = &s->row[i];
		line_text(&w, row->series);
		line_text(&w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		if (row->n == row->n_max)
			line_int(&w, row->n);
		else {
			snprintf(w.text[w.n], NUM_LEN, "%lld–%lld",
			    (long long)row->n, (long long)row->n_max);
			line_text(&w, w.text[w.n]);
		}
		line_fixed(&w, line_brief(row->mean), 0);
		line_fixed(&w, row->low, 0);
		line_fixed(&w, row->high, 0);
		line_text(&w, reading_words(row->reading));
		line_text(&w, row->remark != 0 ? remark_words(row->remark) :
		    note_words(row->note));
		line_text(&w, row->label);
		line_end(&w);
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
	line_numbers(w.l);
	for (i = 0; i < s->n; i++) {
		row = &s->row[i];
		line_text(&w, row->round);
		line_text(&w, row->group);
		line_text(&w, row->series);
		line_text(&w, row->dimension);
		line_text(&w, row->criterion);
		line_text(&w, row->label);
		line_int(&w, row->n);
		line_int(&w, row->n_max);
		line_int(&w, row->no_answer);
		line_fixed(&w, row->mean, places(row));
		line_fixed(&w, row->median, 0);
		line_fixed(&w, row->sd, 4);
		line_fixed(&w, row->low, 0);
		line_fixed(&w, row->high, 0);
		line_fixed(&w, row->agreement, 4);
		line_text(&w, reading_str(row->reading));
		line_text(&w, note_str(row->note));
		line_scale(&w, row->scale);
		if (stats) {
			line_fixed(&w, row->rwg, 4);
			line_fixed(&w, row->ad, 4);
		}
		line_end(&w);
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
		line_text(&w, p->row[i].criterion);
		line_text(&w, reading_words(p->row[i].reading));
		line_text(&w, p->row[i].label);
		line_end(&w);
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
	line_numbers(w.l);
	for (i = 0; i < p->n; i++) {
		line_text(&w, r->id);
		line_text(&w, p->row[i].dimension);
		line_text(&w, p->row[i].criterion);
		line_text(&w, p->row[i].label);
		line_text(&w, reading_str(p->row[i].reading));
		line_fixed(&w, p->row[i].agreement, 4);
		line_fixed(&w, p->row[i].value,
		    p->row[i].note == NOTE_NONE ? 4 : 1);
		line_text(&w, note_str(p->row[i].note));
		line_end(&w);
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
		line_text(w, type);
		line_text(w, r->id);
		line_text(w, row->dimension);
		line_text(w, row->criterion);
		line_text(w, row->finding != NULL ? row->finding : row->label);
		line_fixed(w, row->value, row->from_agreed ? 0 :
		    row->note == NOTE_NONE ? 4 : 1);
		line_text(w, source_of(row));
		line_text(w, reading_str(row->reading));
		line_text(w, note_str(row->note));
		line_end(w);
	}
}

static void
picks_brief(struct line *w, const struct picks *p, const char *type)
{
	const struct pick	*row;
	size_t			 i;

	for (i = 0; p != NULL && i < p->n; i++) {
		row = &p->row[i];
		line_text(w, type);
		line_text(w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		line_fixed(w, line_brief(row->value), 0);
		line_text(w, source_words(row));
		line_text(w, row->finding != NULL ? row->finding : row->label);
		line_end(w);
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
		line_numbers(w.l);
		picks_brief(&w, strengths, _("strength"));
		picks_brief(&w, priorities, _("priority"));
	} else {
		w.l = list_begin(fp, form, names, NULL);
		line_numbers(w.l);
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

	line_numbers(w.l);
	for (i = 0; i < r->results.n; i++) {
		row = &r->results.row[i];
		counts = row->counts == NULL ? mem_strdup("") :
		    counts_print(fw->crit[row->crit].scale, row->counts);
		line_text(&w, group_words(fw, row->group));
		line_text(&w, row->crit < fw->ncrit ? fw->crit[row->crit].id :
		    row->dim < fw->ndims ? fw->dims[row->dim].id : "");
		line_int(&w, row->n);
		line_int(&w, row->no_answer);
		line_text(&w, counts);
		line_fixed(&w, line_brief(row->mean), 0);
		line_text(&w, reading_words(row->reading));
		line_text(&w, note_words(row->note));
		line_text(&w, row->crit < fw->ncrit ? fw->crit[row->crit].label :
		    row->dim < fw->ndims ? fw->dims[row->dim].label :
		    _("people"));
		line_end(&w);
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
	line_numbers(w.l);
	for (i = 0; i < r->results.n; i++) {
		row = &r->results.row[i];
		counts = row->counts == NULL ? mem_strdup("") :
		    counts_print(fw->crit[row->crit].scale, row->counts);
		line_text(&w, r->id);
		line_text(&w, row->group == GROUP_ALL ? "all" :
		    fw->groups[row->group].id);
		line_text(&w, row->dim < fw->ndims ? fw->dims[row->dim].id : "");
		line_text(&w, row->crit < fw->ncrit ? fw->crit[row->crit].id : "");
		line_text(&w, row->crit < fw->ncrit ? fw->crit[row->crit].label :
		    row->dim < fw->ndims ? fw->dims[row->dim].label : "");
		line_int(&w, row->n);
		line_int(&w, row->no_answer);
		line_text(&w, counts);
		line_fixed(&w, row->mean, row->note == NOTE_NONE ? 4 : 1);
		line_fixed(&w, row->agreement, 4);
		line_text(&w, reading_str(row->reading));
		line_text(&w, note_str(row->note));
		line_end(&w);
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
