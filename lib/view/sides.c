/* Listings of what stands side by side: two or three rounds, two standpoints. */
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "view/line.h"
#include "view/scores.h"

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

/* What was read of the two, in words; a weight that changed is said too. */
static const char *
change_note(const struct change *c)
{
	if (c->reweighted && c->note != NOTE_WITHHELD)
		return _("present weights");
	return note_words(c->note);
}

static void
changes_table(FILE *fp, const struct changes *c)
{
	static const char *const names[] = { "series", "axis", "before",
	    "now", "delta", "state", "note", "label", NULL };
	static const char *const titles[] = { N_("series"), "", N_("before"),
	    N_("now"), N_("change"), N_("state"), N_("note"), N_("label"),
	    NULL };
	static const char *const names3[] = { "series", "axis", "before",
	    "then", "now", "delta", "shift", "perceived", "state", "note",
	    "label", NULL };
	static const char *const titles3[] = { N_("series"), "",
	    N_("before"), N_("seen today"), N_("now"), N_("change"),
	    N_("our eyes"), N_("change seen today"), N_("state"), N_("note"),
	    N_("label"), NULL };
	struct line	 w = { .l = list_begin(fp, FORM_TABLE,
			    c->then ? names3 : names,
			    c->then ? titles3 : titles) };
	const struct change *row;
	size_t		 i;

	line_numbers(w.l);
	for (i = 0; i < c->n; i++) {
		row = &c->row[i];
		line_text(&w, row->series);
		line_text(&w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		line_fixed(&w, line_brief(row->before), 0);
		if (c->then)
			line_fixed(&w, line_brief(row->then), 0);
		line_fixed(&w, line_brief(row->now), 0);
		line_delta(&w, line_brief(row->delta), 0);
		if (c->then) {
			line_delta(&w, line_brief(row->shift), 0);
			line_delta(&w, line_brief(row->perceived), 0);
		}
		line_text(&w, state_words(row->state));
		line_text(&w, change_note(row));
		line_text(&w, row->label);
		line_end(&w);
	}
	list_end(w.l);
}

void
changes_list(FILE *fp, enum form form, const struct changes *c)
{
	static const char *const names[] = { "round_before", "round_now",
	    "group", "series", "dimension", "criterion", "label", "before",
	    "now", "delta", "n_before", "n_now", "state", "note", "scale_min",
	    "scale_max", "scale_step", "then", "shift", "perceived", NULL };
	const char		*cut[sizeof(names) / sizeof(*names)];
	const struct change	*row;
	struct line		 w = { .n = 0 };
	size_t			 i;
	int			 least;

	if (list_is_table(fp, form)) {
		changes_table(fp, c);
		return;
	}
	memcpy(cut, names, sizeof(cut));
	if (!c->then)
		cut[17] = NULL;
	w.l = list_begin(fp, form, cut, NULL);
	line_numbers(w.l);
	for (i = 0; i < c->n; i++) {
		row = &c->row[i];
		least = strcmp(row->group, "agreed") == 0 ? 0 :
		    row->note == NOTE_NONE || *row->criterion == '\0' ? 4 : 1;
		line_text(&w, row->before_id);
		line_text(&w, row->now_id);
		line_text(&w, row->group);
		line_text(&w, row->series);
		line_text(&w, row->dimension);
		line_text(&w, row->criterion);
		line_text(&w, row->label);
		line_fixed(&w, row->before, least);
		line_fixed(&w, row->now, least);
		line_fixed(&w, row->delta, least);
		line_int(&w, row->n_before);
		line_int(&w, row->n_now);
		line_text(&w, change_state_str(row->state));
		line_text(&w, row->reweighted && row->note == NOTE_ROUNDED ?
		    "rounded weights" : note_str(row->note));
		line_scale(&w, row->scale);
		if (c->then) {
			line_fixed(&w, row->then, least);
			line_fixed(&w, row->shift, least);
			line_fixed(&w, row->perceived, least);
		}
		line_end(&w);
	}
	list_end(w.l);
}

/* --- gaps ------------------------------------------------------------- */

/* A visible gap in words: which of the two sees it higher. */
static const char *
gap_words(const struct gap *g)
{
	if (!g->visible)
		return "";
	return g->gap > 0 ? _("we see it higher") :
	    _("others see it higher");
}

static void
gaps_table(FILE *fp, const struct gaps *g)
{
	static const char *const names[] = { "axis", "self", "others", "gap",
	    "visible", "note", "label", NULL };
	static const char *const titles[] = { "", N_("ourselves"),
	    N_("others"), N_("gap"), "", N_("note"), N_("label"), NULL };
	struct line	 w = { .l = list_begin(fp, FORM_TABLE, names,
			    titles) };
	const struct gap *row;
	size_t		 i;

	line_numbers(w.l);
	for (i = 0; i < g->n; i++) {
		row = &g->row[i];
		line_text(&w, *row->criterion != '\0' ? row->criterion :
		    row->dimension);
		line_fixed(&w, line_brief(row->self), 0);
		line_fixed(&w, line_brief(row->others), 0);
		line_delta(&w, line_brief(row->gap), 0);
		line_text(&w, gap_words(row));
		line_text(&w, note_words(row->note));
		line_text(&w, row->label);
		line_end(&w);
	}
	list_end(w.l);
}

void
gaps_list(FILE *fp, enum form form, const struct round *r,
    const struct gaps *g)
{
	static const char *const names[] = { "round", "dimension",
	    "criterion", "label", "self", "others", "gap", "visible", "note",
	    "self_groups", "other_groups", "scale_min", "scale_max",
	    "scale_step", NULL };
	const struct gap	*row;
	struct line		 w = { .n = 0 };
	size_t			 i;

	if (list_is_table(fp, form)) {
		gaps_table(fp, g);
		return;
	}
	w.l = list_begin(fp, form, names, NULL);
	line_numbers(w.l);
	for (i = 0; i < g->n; i++) {
		row = &g->row[i];
		line_text(&w, r->id);
		line_text(&w, row->dimension);
		line_text(&w, row->criterion);
		line_text(&w, row->label);
		line_fixed(&w, row->self, 4);
		line_fixed(&w, row->others, 4);
		line_fixed(&w, row->gap, 4);
		line_text(&w, row->gap == FIXED_NONE ? "" :
		    row->visible ? "yes" : "no");
		line_text(&w, note_str(row->note));
		line_text(&w, row->self_groups);
		line_text(&w, row->other_groups);
		line_scale(&w, row->scale);
		line_end(&w);
	}
	list_end(w.l);
}

/* --- sheets ----------------------------------------------------------- */

void
sheets_table(FILE *fp, const struct draft *d)
{
	static const char *const names[] = { "group", "sheets", "invited",
	    NULL };
	static const char *const titles[] = { N_("group"), N_("sheets"),
	    N_("invited"), NULL };
	struct line	w = { .l = list_begin(fp, FORM_TABLE, names, titles) };
	size_t		i;

	line_numbers(w.l);
	for (i = 0; i < d->ngroups; i++) {
		line_text(&w, d->group[i].label);
		line_int(&w, d->group[i].sheets);
		line_int(&w, d->group[i].invited);
		line_end(&w);
	}
	line_text(&w, _("together"));
	line_int(&w, d->sheets);
	line_int(&w, d->invited);
	line_end(&w);
	list_end(w.l);
}
