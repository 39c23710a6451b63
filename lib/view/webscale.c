/* The scale of a chart: one for all, or one for each axis. */
#include "view/webinput.h"

#include <string.h>

#include "base/msg.h"

/* A number that stands on its axis's scale; else a fault. */
int
webin_on_scale(struct input *in, const struct web *w, const struct line *l, int col,
    size_t a, fixed *v)
{
	struct place	at = webin_place(in, l, col);
	char		lo[NUM_LEN], hi[NUM_LEN];
	fixed		min = w->min, max = w->max;

	if (in->own && a < in->nranges && in->ranges[a].line != 0) {
		min = in->ranges[a].min;
		max = in->ranges[a].max;
	}
	if (webin_parse(in, l, col, min, max, v) != 0)
		return -1;
	if (min == FIXED_NONE || (*v >= min && *v <= max))
		return 0;
	if (webin_may_say(in, col))
		msg_fault(&at, N_("off the scale, which goes from %s to %s: "
		    "'%s'"), num_str(lo, min, 0), num_str(hi, max, 0),
		    webin_trim(in, l->f[col]));
	if (in->shape == SHAPE_WIDE && in->how->values[0] == NULL &&
	    !in->picked++)
		msg_hint(N_("where that column is not meant, --value names "
		    "those that are, once for each"));
	return -1;
}

/* The scale that a line gives.  0; 1 where it gives none; -1 (said). */
static int
line_scale(struct input *in, const struct line *l, fixed *got)
{
	static const char *const names[] = { "scale_min", "scale_max",
	    "scale_step" };
	struct place	at = webin_place(in, l, -1);
	char		a[NUM_LEN], b[NUM_LEN];
	int		col, k;

	for (k = 0; k < 3; k++) {
		got[k] = 0;
		col = webin_column(in, names[k]);
		if (col < 0 && k < 2)
			return 1;
		if (col < 0 || (k == 2 && *l->f[col] == '\0'))
			continue;
		if (webin_number(in, l, col, &got[k]) != 0)
			return -1;
	}
	if (web_scale_ok(got[0], got[1], got[2]))
		return 0;
	msg_fault(&at, N_("a scale cannot go from %s to %s"),
	    num_str(a, got[0], 0), num_str(b, got[1], 0));
	return -1;
}

/* The scale of an axis, where axes have their own; all its lines agree. */
void
webin_take_range(struct input *in, const struct line *l, size_t a)
{
	struct place	 at = webin_place(in, l, -1);
	char		 b[4][NUM_LEN];
	struct range	*r;
	fixed		 got[3];

	if (!in->own)
		return;
	while (in->nranges <= a) {
		in->ranges = mem_grow(in->ranges, in->nranges, &in->capranges,
		    sizeof(*in->ranges));
		memset(&in->ranges[in->nranges++], 0, sizeof(*in->ranges));
	}
	r = &in->ranges[a];
	if (line_scale(in, l, got) != 0)
		return;
	if (r->line == 0) {
		r->min = got[0];
		r->max = got[1];
		r->step = got[2];
		r->line = l->number;
	} else if (r->min != got[0] || r->max != got[1])
		msg_fault(&at, N_("a scale from %s to %s, where line %ld gives "
		    "this axis one from %s to %s"), num_str(b[0], got[0], 0),
		    num_str(b[1], got[1], 0), r->line,
		    num_str(b[2], r->min, 0), num_str(b[3], r->max, 0));
}

/*
 * The scale: as asked, or that of all lines; where they differ, each axis has
 * its own.
 */
void
webin_read_scale(struct input *in, struct web *w)
{
	fixed	got[3];
	size_t	i;
	int	rc;

	if (in->how->min != FIXED_NONE) {
		web_scale(w, in->how->min, in->how->max,
		    in->how->step == FIXED_NONE ? 0 : in->how->step);
		return;
	}
	for (i = 0; i < in->nlines; i++) {
		rc = line_scale(in, &in->lines[i], got);
		if (rc < 0)
			return;
		if (rc > 0)
			break;
		if (w->min == FIXED_NONE)
			web_scale(w, got[0], got[1], in->how->step ==
			    FIXED_NONE ? got[2] : in->how->step);
		else if (w->min != got[0] || w->max != got[1])
			in->own = in->shape != SHAPE_WIDE ||
			    in->axis >= 0;
	}
	if (w->min == FIXED_NONE && msg_status() == MSG_OK) {
		msg_trouble(N_("%s: no scale"), in->shown);
		msg_hint(N_("give --min and --max, and --step for the rings"));
	}
}

/* Once all axes are there, each gets the scale that its lines gave. */
void
webin_own_scales(struct input *in, struct web *w)
{
	size_t	a;

	for (a = 0; in->own && a < w->naxes; a++)
		web_own_scale(w, a, in->ranges[a].min, in->ranges[a].max);
}
