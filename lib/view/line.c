/* One row of a listing of scores. */
#include <stdio.h>

#include "base/lang.h"
#include "view/line.h"

void
line_text(struct line *w, const char *s)
{
	w->cell[w->n++] = s;
}

void
line_fixed(struct line *w, fixed v, int least)
{
	w->cell[w->n] = v == FIXED_NONE ? "" :
	    num_str(w->text[w->n], v, least);
	w->n++;
}

/* "+0.5" says more than "0.5". */
void
line_delta(struct line *w, fixed v, int least)
{
	char	buf[NUM_LEN];

	if (v == FIXED_NONE || v <= 0)
		line_fixed(w, v, least);
	else {
		snprintf(w->text[w->n], NUM_LEN, "+%.*s", NUM_LEN - 2,
		    num_str(buf, v, least));
		line_text(w, w->text[w->n]);
	}
}

void
line_int(struct line *w, int64_t v)
{
	if (v < 0)
		w->text[w->n][0] = '\0';
	else
		snprintf(w->text[w->n], NUM_LEN, "%lld", (long long)v);
	w->cell[w->n] = w->text[w->n];
	w->n++;
}

void
line_scale(struct line *w, const struct scale *s)
{
	line_fixed(w, s->min, 0);
	line_fixed(w, s->max, 0);
	line_fixed(w, s->step > 0 ? s->step : FIXED_NONE, 0);
}

void
line_end(struct line *w)
{
	list_row(w->l, w->cell);
	w->n = 0;
}

void
line_numbers(struct list *l)
{
	static const char *const	names[] = { "n", "n_max", "no_answer",
	    "mean", "median", "sd", "low", "high", "agreement", "rwg", "ad",
	    "scale_min", "scale_max", "scale_step", "before", "now", "delta",
	    "n_before", "n_now", "then", "shift", "perceived", "self",
	    "others", "gap", "sheets", "invited", "value", NULL };
	const char *const		*name;

	for (name = names; *name != NULL; name++)
		list_numeric(l, *name);
}

fixed
line_brief(fixed v)
{
	return v == FIXED_NONE ? v : num_round(v, FIXED_ONE / 100);
}

const char *
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
