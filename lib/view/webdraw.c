/* A laid out chart as SVG. */
#include "view/web.h"

#include <string.h>

#include "view/svg.h"
#include "view/webdots.h"
#include "view/weblay.h"
#include "view/weblinks.h"
#include "view/webmark.h"

#define PX	SVG_PX

/* A small circle to tick at each point of the scale. */
static void
put_ticks(FILE *fp, const struct weblay *lay, const struct web *w)
{
	size_t	i, k;
	int	x, y;

	svg_put(fp, "<g class=\"b\" fill=\"#fff\">\n");
	for (i = 0; i < w->naxes; i++)
		for (k = 0; k < lay->nrings; k++) {
			weblay_point(i, w->naxes, lay->rings[k].r, &x, &y);
			svg_put(fp, "<circle cx=\"%n\" cy=\"%n\" "
			    "r=\"%n\"/>\n", x, y,
			    weblay_tick(w, lay->rings[k].r));
		}
	svg_put(fp, "</g>\n");
}

/* Where nothing is drawn yet, the lines are to be seen on any paper. */
static void
put_grid(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p)
{
	const struct webmark_look	*look = webmark_look(lay);
	const char			*faint = "";
	size_t				 i, k, n = w->naxes;
	int				 x, y;

	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", p->x, p->y);
	if (!w->blank && strcmp(look->faint, "1") != 0)
		faint = look->faint;

	svg_put(fp, "<g class=\"g\" fill=\"none\" stroke=\"%r\">\n",
	    w->blank ? "#555" : look->grid);
	for (k = 0; k < lay->nrings; k++) {
		svg_put(fp, "<path d=\"");
		for (i = 0; i < n; i++) {
			weblay_point(i, n, lay->rings[k].r, &x, &y);
			svg_put(fp, "%r%n %n", i == 0 ? "M" : "L", x, y);
		}
		/* Only the rim is a full line: the data is what matters. */
		svg_put(fp, "Z\"");
		if (k > 0 && *faint != '\0')
			svg_put(fp, " stroke-opacity=\"%r\"", faint);
		svg_put(fp, "/>\n");
	}
	svg_put(fp, "<path");
	if (*faint != '\0')
		svg_put(fp, " stroke-opacity=\"%r\"", faint);
	svg_put(fp, " d=\"");
	for (i = 0; i < n; i++) {
		weblay_point(i, n, lay->r, &x, &y);
		svg_put(fp, "M0 0L%n %n", x, y);
	}
	svg_put(fp, "\"/>\n");
	if (w->blank)
		put_ticks(fp, lay, w);
	for (k = 0; k < lay->nleaders; k++)
		svg_put(fp, "<path d=\"M%n %nL%n %n\"/>\n",
		    lay->leaders[k].x1, lay->leaders[k].y1,
		    lay->leaders[k].x2, lay->leaders[k].y2);
	svg_put(fp, "</g>\n</g>\n");
}

static int
radius(const struct weblay *lay, const struct web *w, size_t axis, fixed v)
{
	return weblay_radius(w, web_place(w, axis, v), lay->r);
}

static int
is_number(const struct web *w, size_t s, size_t a)
{
	return web_get(w, s, a % w->naxes).state == WEB_NUMBER;
}

/*
 * The outline: whole and closed, or the runs between gaps; one that goes
 * over the seam between the last axis and the first is one run.
 */
static void
put_outline(FILE *fp, const struct weblay *lay, const struct web *w, size_t s)
{
	size_t	n = w->naxes, start = 0, k;
	int	x, y, pen = 0;

	while (start < n && is_number(w, s, start))
		start++;
	for (k = 0; k < n; k++) {
		size_t	a = (start + k) % n;

		if (!is_number(w, s, a)) {
			pen = 0;
			continue;
		}
		/* A point between two gaps has its marker and no line. */
		if (!pen && !is_number(w, s, a + 1))
			continue;
		weblay_point(a, n, radius(lay, w, a, web_get(w, s, a).value),
		    &x, &y);
		svg_put(fp, "%r%n %n", pen ? "L" : "M", x, y);
		pen = 1;
	}
	if (start == n)
		fputc('Z', fp);
}

static int
has_outline(const struct web *w, size_t s)
{
	size_t	a;

	for (a = 0; a < w->naxes; a++)
		if (is_number(w, s, a) && is_number(w, s, a + 1))
			return 1;
	return 0;
}

static void
put_line(FILE *fp, const struct weblay *lay, const struct web *w, size_t s)
{
	const struct webmark_look	*look = webmark_look(lay);
	int				 slot = lay->slot[s];

	if (!has_outline(w, s))
		return;
	if (slot == LAY_TARGET)
		svg_put(fp, "<path class=\"g\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"1.5\" stroke-dasharray=\"6 3 1 3\" d=\"",
		    look->target);
	else {
		svg_put(fp, "<path class=\"s%d\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"%r\" stroke-linejoin=\"round\"", slot,
		    look->colour[slot], look->thick[slot]);
		if (*webmark_dash(slot) != '\0')
			svg_put(fp, " stroke-dasharray=\"%r\"",
			    webmark_dash(slot));
		svg_put(fp, " d=\"");
	}
	put_outline(fp, lay, w, s);
	svg_put(fp, "\"/>\n");
}

/* From the low to the high end of each value, with a tick across both. */
static void
put_spreads(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p, size_t s)
{
	int			 slot = lay->slot[s], begun = 0, k;
	int			 x[2], y[2], tx, ty, ax, ay;
	struct web_value	 v;
	size_t			 i;

	for (i = 0; i < w->naxes; i++) {
		v = web_get(w, s, i);
		if (v.state != WEB_NUMBER || !v.spread)
			continue;
		if (!begun++)
			webmark_spreads(fp, lay, slot,
			    webmark_aside(lay, p, slot) != 0);
		weblay_point(i, w->naxes, radius(lay, w, i, v.low), &x[0],
		    &y[0]);
		weblay_point(i, w->naxes, radius(lay, w, i, v.high), &x[1],
		    &y[1]);
		/* A quarter turn on: along the ring. */
		weblay_point(4 * i + w->naxes, 4 * w->naxes, 4 * PX, &tx, &ty);
		weblay_point(4 * i + w->naxes, 4 * w->naxes,
		    webmark_aside(lay, p, slot), &ax, &ay);
		for (k = 0; k < 2; k++) {
			x[k] += ax;
			y[k] += ay;
		}
		svg_put(fp, "<path d=\"M%n %nL%n %n", x[0], y[0], x[1], y[1]);
		for (k = 0; k < 2; k++)
			svg_put(fp, "M%n %nL%n %n", x[k] - tx, y[k] - ty,
			    x[k] + tx, y[k] + ty);
		svg_put(fp, "\"/>\n");
	}
	if (begun)
		svg_put(fp, "</g>\n");
}

/* The points, in a group for what is exact and one for what is rounded. */
static void
put_points(FILE *fp, const struct weblay *lay, const struct web *w, size_t s,
    int rounded, struct arena *a)
{
	int			 slot = lay->slot[s], x, y, begun = 0;
	struct web_value	 v;
	size_t			 i;

	for (i = 0; i < w->naxes; i++) {
		v = web_get(w, s, i);
		if (v.state != WEB_NUMBER || !v.rounded != !rounded)
			continue;
		if (!begun++)
			webmark_group(fp, lay, slot, rounded);
		weblay_point(i, w->naxes, radius(lay, w, i, v.value), &x, &y);
		webmark_marker(fp, slot, x, y, "p",
		    web_point_words(w, s, i, a));
	}
	if (begun)
		svg_put(fp, "</g>\n");
}

/*
 * Beyond the rim stands what is no number: a hollow marker for no value,
 * a covered one for what may not be shown; side by side for several series.
 */
static void
put_states(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p, size_t i, struct arena *a)
{
	size_t	s, k = 0, n = 0;
	int	x, y, tx, ty, along;

	for (s = 0; s < p->n; s++)
		n += lay->slot[p->series[s]] >= 0 &&
		    !is_number(w, p->series[s], i);
	weblay_point(i, w->naxes, lay->marks, &x, &y);
	weblay_point(4 * i + w->naxes, 4 * w->naxes, 20 * PX, &tx, &ty);
	for (s = 0; s < p->n; s++) {
		int		 slot = lay->slot[p->series[s]], px, py;
		const char	*says;

		if (slot < 0 || is_number(w, p->series[s], i))
			continue;
		/* On the first axis to the right: left are the numbers. */
		along = i == 0 ? 2 * (int)k : 2 * (int)k - (int)n + 1;
		k++;
		px = x + tx * along / 2;
		py = y + ty * along / 2;
		says = web_point_words(w, p->series[s], i, a);
		webmark_state(fp, lay, slot, px, py, web_get(w, p->series[s],
		    i).state == WEB_WITHHELD, says);
	}
}

/*
 * Behind all lies how far values are spread, then targets; the slots in their
 * order, so that a smaller marker is never under a larger one.
 */
static void
put_lines(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p)
{
	size_t	s;
	int	slot;

	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", p->x, p->y);
	for (slot = 0; slot < WEB_TOGETHER; slot++)
		for (s = 0; s < p->n; s++)
			if (lay->slot[p->series[s]] == slot)
				put_spreads(fp, lay, w, p, p->series[s]);
	for (slot = LAY_TARGET; slot < WEB_TOGETHER; slot++)
		for (s = 0; s < p->n; s++)
			if (lay->slot[p->series[s]] == slot)
				put_line(fp, lay, w, p->series[s]);
	svg_put(fp, "</g>\n");
}

static void
put_marks(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p, struct arena *arena)
{
	size_t	s, a;
	int	slot;

	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", p->x, p->y);
	for (slot = 0; slot < WEB_TOGETHER; slot++)
		for (s = 0; s < p->n; s++)
			if (lay->slot[p->series[s]] == slot) {
				put_points(fp, lay, w, p->series[s], 1, arena);
				put_points(fp, lay, w, p->series[s], 0, arena);
			}
	for (a = 0; a < w->naxes; a++)
		put_states(fp, lay, w, p, a, arena);
	svg_put(fp, "</g>\n");
}

void
web_draw(FILE *fp, const struct web *w)
{
	struct weblay	lay;
	size_t		i;

	if (!web_ready(w))
		return;
	if (w->mode == WEB_DOTS) {
		webdots_draw(fp, w);
		return;
	}
	if (w->mode == WEB_LINKS) {
		weblinks_draw(fp, w);
		return;
	}
	weblay_make(&lay, w);
	webmark_head(fp, &lay, w);
	for (i = 0; i < lay.npanels; i++)
		put_grid(fp, &lay, w, &lay.panels[i]);
	/*
	 * A number clears its place on the grid, but never breaks a series'
	 * line, whose gaps are missing values; points cover numbers.
	 */
	webmark_grounds(fp, &lay);
	for (i = 0; i < lay.npanels; i++)
		put_lines(fp, &lay, w, &lay.panels[i]);
	webmark_numbers(fp, &lay);
	for (i = 0; i < lay.npanels; i++)
		put_marks(fp, &lay, w, &lay.panels[i], &lay.arena);
	webmark_legend(fp, &lay);
	webmark_texts(fp, &lay);
	svg_put(fp, "</svg>\n");
	weblay_free(&lay);
}
