/*
 * A dot plot: a line for each axis, its values as marks on a common scale,
 * what is no number beyond its end.  Two series of a panel are joined, so
 * that the way from one to the other is seen.
 */
#include "view/webdots.h"

#include <string.h>

#include "view/svg.h"
#include "view/webmark.h"

#define PX		SVG_PX
#define MARGIN		(14 * PX)
#define LABEL		(14 * PX)	/* sizes of the fonts */
#define NUMBER		(11 * PX)
#define HEADING		(17 * PX)
#define PANEL		(15 * PX)
#define ROW		(30 * PX)	/* the least height of a line */
#define LEAD		(10 * PX)	/* between two labels */
#define GAP		(16 * PX)	/* from label to track */
#define INSET		(12 * PX)	/* from the track's edge to its ends */
#define PANELS		(28 * PX)	/* between two panels */
#define TICK		(26 * PX)	/* between two numbers, at least */
#define SIGN		(20 * PX)	/* a mark beyond the end */
#define ABREAST		3		/* panels side by side */
#define LONG		10		/* lines; beyond, numbers below too */

/* The labels: the same for each row of panels. */
struct rows {
	const char	*s[WEBLAY_LINES];
	size_t		 n[WEBLAY_LINES];
	int		 nlines, y;	/* of the row's middle */
	const char	*full;
};

struct dots {
	struct weblay	 lay;
	struct rows	*rows;
	int		 label;		/* width of the labels */
	int		 track;		/* of a panel's scale, inset included */
	int		 beyond;	/* room for what is no number */
	int		 height;	/* of all rows */
};

/* Where a point of the picture's scale stands. */
static int
place(const struct web *w, const struct dots *d, fixed v)
{
	return INSET + (int)num_div((wide)(v - w->min) * (d->track -
	    2 * INSET), w->max - w->min);
}

/* Where a value of an axis stands. */
static int
place_of(const struct web *w, const struct dots *d, size_t axis, fixed v)
{
	return place(w, d, web_place(w, axis, v));
}

/* The points of the scale that have a line, as far apart as numbers need. */
static void
make_ticks(struct dots *d, const struct web *w)
{
	static const int	 ladder[] = { 1, 2, 5 };
	fixed			 step = web_step(w), times = 1, tick = step;
	size_t			 i = 0;
	fixed			 v;

	while (tick < w->max - w->min && ((w->max - w->min) / tick >=
	    WEBLAY_RINGS - 1 || place(w, d, w->min + tick) - INSET < TICK)) {
		if (++i == 3) {
			i = 0;
			times *= 10;
		}
		tick = step * times * ladder[i];
	}
	for (v = w->min; v < w->max && d->lay.nrings < WEBLAY_RINGS - 1;
	    v += tick) {
		/* The last but one may be too near to the end. */
		if (v > w->min && place(w, d, w->max) - place(w, d, v) < TICK)
			break;
		d->lay.rings[d->lay.nrings].value = v;
		d->lay.rings[d->lay.nrings++].r = place(w, d, v);
	}
	d->lay.rings[d->lay.nrings].value = w->max;
	d->lay.rings[d->lay.nrings++].r = place(w, d, w->max);
}

static void
make_rows(struct dots *d, const struct web *w)
{
	static const int	limit[WEBLAY_LINES] = { 26, 30, 34 };
	int			h, width, k, y = 0;
	size_t			i;

	d->rows = arena_alloc(&d->lay.arena, w->naxes * sizeof(*d->rows));
	for (i = 0; i < w->naxes; i++) {
		struct rows	*r = &d->rows[i];

		r->full = weblay_break_axis(&d->lay.arena, w, i, limit, r->s,
		    r->n, &r->nlines);
		for (k = 0; k < r->nlines; k++) {
			width = weblay_width(r->s[k], r->n[k], LABEL);
			if (width > d->label)
				d->label = width;
		}
		h = r->nlines * weblay_line(LABEL) + LEAD;
		if (h < ROW)
			h = ROW;
		r->y = y + h / 2;
		y += h;
	}
	d->height = y;
}

/* A label ends where its line begins, whichever way it reads. */
static void
add_labels(struct dots *d, const struct web *w, int right, int y)
{
	struct weblay_box	box;
	size_t			i;
	int			k;

	box.h = weblay_line(LABEL);
	for (i = 0; i < w->naxes; i++) {
		const struct rows	*r = &d->rows[i];

		for (k = 0; k < r->nlines; k++) {
			box.w = weblay_width(r->s[k], r->n[k], LABEL);
			box.x = right - box.w;
			box.y = y + r->y - r->nlines * box.h / 2 + k * box.h;
			weblay_text_add(&d->lay, LAY_AXIS, box, r->s[k],
			    r->n[k], LABEL, 1, k == 0 ? r->full : NULL);
		}
	}
}

static void
add_numbers(struct dots *d, const struct web *w, int x, int y)
{
	struct weblay_box	 box;
	char			 num[NUM_LEN];
	const char		*s;
	size_t			 i;
	int			 last = -(1 << 28);

	box.h = weblay_line(NUMBER);
	box.y = y;
	for (i = 0; i < d->lay.nrings && w->own == NULL; i++) {
		s = arena_str(&d->lay.arena, num_str(num,
		    d->lay.rings[i].value, 0));
		box.w = weblay_width(s, strlen(s), NUMBER);
		box.x = x + d->lay.rings[i].r - box.w / 2;
		/* Long numbers: as many as there is room for. */
		if (box.x < last + 4 * PX)
			continue;
		last = box.x + box.w;
		weblay_text_add(&d->lay, LAY_RING, box, s, strlen(s), NUMBER,
		    0, NULL);
	}
}

static int
panel_width(const struct dots *d)
{
	return d->track + d->beyond;
}

/* A row of panels from `y` down; returns where it ends. */
static int
add_row(struct dots *d, const struct web *w, size_t first, int y)
{
	size_t	i, end = first + ABREAST;
	int	x = d->label + GAP, top = y, at;

	if (end > d->lay.npanels)
		end = d->lay.npanels;
	for (i = first; d->lay.npanels > 1 && i < end; i++) {
		at = weblay_heading(&d->lay, LAY_PANEL, d->lay.panels[i].name,
		    PANEL, x + (int)(i - first) * (panel_width(d) + PANELS) +
		    d->track / 2, d->track, y) + 6 * PX;
		if (at > top)
			top = at;
	}
	y = top + weblay_line(NUMBER) + 4 * PX;
	add_labels(d, w, d->label, y);
	for (i = first; i < end; i++) {
		d->lay.panels[i].x = x;
		d->lay.panels[i].y = y;
		add_numbers(d, w, x, top);
		if (w->naxes > LONG)
			add_numbers(d, w, x, y + d->height + 4 * PX);
		x += panel_width(d) + PANELS;
	}
	return y + d->height + (w->naxes > LONG ?
	    weblay_line(NUMBER) + 4 * PX : 0);
}

/* How many series stand beside each other where none is a number. */
static size_t
most_signs(const struct dots *d, const struct web *w)
{
	size_t	most = 0, i, p, s, n;

	for (p = 0; p < d->lay.npanels; p++)
		for (i = 0; i < w->naxes; i++) {
			for (n = 0, s = 0; s < d->lay.panels[p].n; s++)
				n += d->lay.slot[d->lay.panels[p].series[s]]
				    >= 0 && web_get(w,
				    d->lay.panels[p].series[s], i).state !=
				    WEB_NUMBER;
			if (n > most)
				most = n;
		}
	return most;
}

static void
lay_out(struct dots *d, const struct web *w)
{
	size_t	abreast, i;
	int	width, y = MARGIN;

	memset(d, 0, sizeof(*d));
	weblay_panels(&d->lay, w);
	d->lay.upright = 1;
	abreast = d->lay.npanels < ABREAST ? d->lay.npanels : ABREAST;
	d->track = (abreast == 1 ? 380 : abreast == 2 ? 270 : 220) * PX;
	d->beyond = (int)most_signs(d, w) * SIGN;
	make_ticks(d, w);
	make_rows(d, w);
	width = d->label + GAP + (int)abreast * (panel_width(d) + PANELS) -
	    PANELS;
	if (w->title != NULL && *w->title != '\0' && !w->bare)
		y = weblay_heading(&d->lay, LAY_TITLE, w->title, HEADING,
		    width / 2, width, y) + 12 * PX;
	for (i = 0; i < d->lay.npanels; i += ABREAST)
		y = add_row(d, w, i, y) + 22 * PX;
	y = weblay_legend(&d->lay, w, width, width / 2, y - 4 * PX);
	weblay_close(&d->lay, 0, width, y);
}

void
webdots_lay(struct weblay *lay, const struct web *w)
{
	struct dots	d;

	lay_out(&d, w);
	*lay = d.lay;
}

/* --- drawing ------------------------------------------------------------- */

static void
put_grid(FILE *fp, const struct dots *d, const struct web *w)
{
	size_t	i;

	svg_put(fp, "<g class=\"g\" fill=\"none\" stroke=\"%r\">\n",
	    webmark_look(&d->lay)->grid);
	for (i = 0; i < d->lay.nrings; i++)
		svg_put(fp, "<path stroke-opacity=\"%r\" d=\"M%n 0V%n\"/>\n",
		    i == 0 || i + 1 == d->lay.nrings ? "1" :
		    webmark_look(&d->lay)->faint, d->lay.rings[i].r,
		    d->height);
	svg_put(fp, "<path stroke-opacity=\".4\" d=\"");
	for (i = 0; i < w->naxes; i++)
		svg_put(fp, "M0 %nH%n", d->rows[i].y, d->track);
	svg_put(fp, "\"/>\n</g>\n");
}

static int
is_number(const struct web *w, size_t s, size_t i)
{
	return web_get(w, s, i).state == WEB_NUMBER;
}

/* A target is a short bar across the row, thicker than the grid behind it. */
static void
put_targets(FILE *fp, const struct dots *d, const struct web *w,
    const struct weblay_panel *p)
{
	size_t	s, i;
	int	x;

	for (s = 0; s < p->n; s++) {
		if (d->lay.slot[p->series[s]] != LAY_TARGET)
			continue;
		svg_put(fp, "<g class=\"g\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"5\">\n",
		    webmark_look(&d->lay)->target);
		for (i = 0; i < w->naxes; i++) {
			if (!is_number(w, p->series[s], i))
				continue;
			x = place_of(w, d, i, web_get(w, p->series[s], i).value);
			svg_put(fp, "<path d=\"M%n %nv20\"/>\n", x,
			    d->rows[i].y - 10 * PX);
		}
		svg_put(fp, "</g>\n");
	}
}

/* The two series of a panel that has just these; else 0. */
static int
find_pair(const struct dots *d, const struct weblay_panel *p, size_t *pair)
{
	size_t	s, n = 0;

	for (s = 0; s < p->n; s++)
		if (d->lay.slot[p->series[s]] >= 0) {
			if (n < 2)
				pair[n] = p->series[s];
			n++;
		}
	return n == 2;
}

static void
put_ways(FILE *fp, const struct dots *d, const struct web *w,
    const struct weblay_panel *p)
{
	size_t	pair[2], i;

	if (!find_pair(d, p, pair))
		return;
	svg_put(fp, "<g class=\"g\" stroke=\"#777\" stroke-width=\"3\" "
	    "stroke-opacity=\".55\">\n");
	for (i = 0; i < w->naxes; i++)
		if (is_number(w, pair[0], i) && is_number(w, pair[1], i))
			svg_put(fp, "<path d=\"M%n %nH%n\"/>\n",
			    place_of(w, d, i, web_get(w, pair[0], i).value),
			    d->rows[i].y,
			    place_of(w, d, i, web_get(w, pair[1], i).value));
	svg_put(fp, "</g>\n");
}

/* From the low to the high end of each value, with a tick at both. */
static void
put_spreads(FILE *fp, const struct dots *d, const struct web *w, size_t s,
    int aside)
{
	struct web_value	v;
	size_t			i;
	int			begun = 0, low, high;

	for (i = 0; i < w->naxes; i++) {
		v = web_get(w, s, i);
		if (v.state != WEB_NUMBER || !v.spread)
			continue;
		if (!begun++)
			webmark_spreads(fp, &d->lay, d->lay.slot[s], 0);
		low = place_of(w, d, i, v.low);
		high = place_of(w, d, i, v.high);
		svg_put(fp, "<path d=\"M%n %nH%nM%n %nv10M%n %nv10\"/>\n",
		    low, d->rows[i].y + aside, high,
		    low, d->rows[i].y + aside - 5 * PX,
		    high, d->rows[i].y + aside - 5 * PX);
	}
	if (begun)
		svg_put(fp, "</g>\n");
}

static void
put_points(FILE *fp, struct dots *d, const struct web *w, size_t s,
    int rounded)
{
	int			 slot = d->lay.slot[s], begun = 0;
	struct web_value	 v;
	size_t			 i;

	for (i = 0; i < w->naxes; i++) {
		v = web_get(w, s, i);
		if (v.state != WEB_NUMBER || !v.rounded != !rounded)
			continue;
		if (!begun++)
			webmark_group(fp, &d->lay, slot, rounded);
		webmark_marker(fp, slot, place_of(w, d, i, v.value), d->rows[i].y,
		    "p", web_point_words(w, s, i, &d->lay.arena));
	}
	if (begun)
		svg_put(fp, "</g>\n");
}

/* What is no number stands beyond the track's end, series by series. */
static void
put_states(FILE *fp, struct dots *d, const struct web *w,
    const struct weblay_panel *p, size_t i)
{
	size_t	s;
	int	x = d->track + SIGN / 2, slot;

	for (s = 0; s < p->n; s++) {
		slot = d->lay.slot[p->series[s]];
		if (slot < 0 || is_number(w, p->series[s], i))
			continue;
		webmark_state(fp, &d->lay, slot, x, d->rows[i].y,
		    web_get(w, p->series[s], i).state == WEB_WITHHELD,
		    web_point_words(w, p->series[s], i, &d->lay.arena));
		x += SIGN;
	}
}

static void
put_panel(FILE *fp, struct dots *d, const struct web *w,
    const struct weblay_panel *p)
{
	size_t	s, i;
	int	slot;

	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", p->x, p->y);
	put_grid(fp, d, w);
	put_targets(fp, d, w, p);
	put_ways(fp, d, w, p);
	for (slot = 0; slot < WEB_TOGETHER; slot++)
		for (s = 0; s < p->n; s++)
			if (d->lay.slot[p->series[s]] == slot) {
				put_spreads(fp, d, w, p->series[s],
				    webmark_aside(&d->lay, p, slot));
				put_points(fp, d, w, p->series[s], 1);
				put_points(fp, d, w, p->series[s], 0);
			}
	for (i = 0; i < w->naxes; i++)
		put_states(fp, d, w, p, i);
	svg_put(fp, "</g>\n");
}

void
webdots_draw(FILE *fp, const struct web *w)
{
	struct dots	d;
	size_t		i;

	lay_out(&d, w);
	webmark_head(fp, &d.lay, w);
	for (i = 0; i < d.lay.npanels; i++)
		put_panel(fp, &d, w, &d.lay.panels[i]);
	webmark_numbers(fp, &d.lay);
	webmark_legend(fp, &d.lay);
	webmark_texts(fp, &d.lay);
	svg_put(fp, "</svg>\n");
	weblay_free(&d.lay);
}
