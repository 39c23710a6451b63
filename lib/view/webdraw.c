/* A laid out chart as SVG. */
#include "view/web.h"

#include <string.h>

#include "base/lang.h"
#include "view/svg.h"
#include "view/weblay.h"

#define PX	SVG_PX

/*
 * Okabe and Ito's blue, vermillion and bluish green stand 3:1 and more off
 * white; on black the blue is too dark and their sky blue takes its place.
 */
static const char	*const light[] = { "#0072B2", "#D55E00", "#009E73" };
static const char	*const dark[] = { "#56B4E9", "#E8702A", "#2FBF95" };
static const char	*const dash[] = { "", "9 5", "2 4" };
/* Where lines run together, those below show on both sides. */
static const char	*const thick[] = { "3.2", "2.4", "2.2" };

/* Base attributes serve every renderer; the style only adds a dark screen. */
static void
put_style(FILE *fp, const struct weblay *lay, const struct web *w)
{
	const char	*id = w->prefix;
	size_t		 s;
	int		 i;

	svg_put(fp, "<style>#%r{max-width:100%%;height:auto}"
	    "@media screen and (prefers-color-scheme:dark){"
	    "#%r .b{fill:#121212}#%r .t{fill:#eee}"
	    "#%r .g{stroke:#777}#%r .k{stroke:#bbb;fill:#bbb}",
	    id, id, id, id, id);
	for (i = 0; i < WEB_TOGETHER; i++) {
		for (s = 0; s < w->nseries && lay->slot[s] != i;)
			s++;
		if (s < w->nseries)
			svg_put(fp, "#%r .s%d,#%r .h%d{stroke:%r}"
			    "#%r .m%d{stroke:#121212}"
			    "#%r .m%d,#%r .h%d{fill:%r}",
			    id, i, id, i, dark[i], id, i, id, i, id, i,
			    dark[i]);
	}
	svg_put(fp, "}</style>\n");
}

static void
put_texts(FILE *fp, const struct weblay *lay, enum weblay_role role)
{
	static const char	*const anchor[] = { "start", "middle", "end" };
	size_t			 i;

	for (i = 0; i < lay->ntexts; i++) {
		const struct weblay_text	*t = &lay->texts[i];
		const struct weblay_box		*b = &t->box;
		int				 side = t->side, x, y;

		if (t->role != role || t->n == 0)
			continue;
		x = side < 0 ? b->x : side > 0 ? b->x + b->w :
		    b->x + b->w / 2;
		/* Computed: renderers differ about dominant-baseline. */
		y = b->y + (b->h - t->size) / 2 + t->size * 82 / 100;
		if (role == LAY_RING)
			svg_put(fp, "<rect class=\"b\" x=\"%n\" y=\"%n\" "
			    "width=\"%n\" height=\"%n\" fill=\"#fff\"/>\n",
			    b->x, b->y, b->w, b->h);
		svg_put(fp, "<text x=\"%n\" y=\"%n\"", x, y);
		if (t->rtl) {
			/* Then "start" is the right edge. */
			svg_put(fp, " direction=\"rtl\"");
			side = -side;
		}
		if (side >= 0)
			svg_put(fp, " text-anchor=\"%r\"", anchor[side + 1]);
		fputc('>', fp);
		if (t->full != NULL)
			svg_put(fp, "<title>%t</title>", t->full);
		svg_escape(fp, t->s, t->n);
		svg_put(fp, "</text>\n");
	}
}

static void
put_grid(FILE *fp, const struct weblay *lay, size_t n)
{
	size_t	i, k;
	int	x, y;

	svg_put(fp, "<g class=\"g\" fill=\"none\" stroke=\"#949494\">\n");
	for (k = 0; k < lay->nrings; k++) {
		svg_put(fp, "<path d=\"");
		for (i = 0; i < n; i++) {
			weblay_point(i, n, lay->rings[k].r, &x, &y);
			svg_put(fp, "%r%n %n", i == 0 ? "M" : "L", x, y);
		}
		/* Only the rim is a full line: the data is what matters. */
		svg_put(fp, "Z\"%r/>\n", k == 0 ? "" :
		    " stroke-opacity=\".6\"");
	}
	svg_put(fp, "<path stroke-opacity=\".6\" d=\"");
	for (i = 0; i < n; i++) {
		weblay_point(i, n, lay->r, &x, &y);
		svg_put(fp, "M0 0L%n %n", x, y);
	}
	svg_put(fp, "\"/>\n");
	for (k = 0; k < lay->nleaders; k++)
		svg_put(fp, "<path d=\"M%n %nL%n %n\"/>\n",
		    lay->leaders[k].x1, lay->leaders[k].y1,
		    lay->leaders[k].x2, lay->leaders[k].y2);
	svg_put(fp, "</g>\n");
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
		weblay_point(a, n, weblay_radius(w, web_get(w, s, a).value,
		    lay->r), &x, &y);
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
	int	slot = lay->slot[s];

	if (!has_outline(w, s))
		return;
	if (slot == LAY_TARGET)
		svg_put(fp, "<path class=\"g\" fill=\"none\" stroke=\"#666\" "
		    "stroke-width=\"1.5\" stroke-dasharray=\"6 3 1 3\" d=\"");
	else {
		svg_put(fp, "<path class=\"s%d\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"%r\" stroke-linejoin=\"round\"", slot,
		    light[slot], thick[slot]);
		if (*dash[slot] != '\0')
			svg_put(fp, " stroke-dasharray=\"%r\"", dash[slot]);
		svg_put(fp, " d=\"");
	}
	put_outline(fp, lay, w, s);
	svg_put(fp, "\"/>\n");
}

/*
 * Circle, square, triangle, each smaller than the one before, so that all
 * of them show where they stand on one point.  `class` and what the point
 * says are left out of a legend's (NULL).
 */
static void
put_marker(FILE *fp, int slot, int x, int y, const char *class,
    const char *says)
{
	static const char	*const tag[] = { "circle", "path", "path" };

	svg_put(fp, "<%r", tag[slot]);
	if (class != NULL)
		svg_put(fp, " class=\"%r\"", class);
	switch (slot) {
	case 0:
		svg_put(fp, " cx=\"%n\" cy=\"%n\" r=\"6.5\"", x, y);
		break;
	case 1:
		svg_put(fp, " d=\"M%n %nh7v7h-7z\"", x - 7 * PX / 2,
		    y - 7 * PX / 2);
		break;
	default:
		svg_put(fp, " d=\"M%n %nl4 7h-8z\"", x, y - 9 * PX / 2);
	}
	if (says != NULL)
		svg_put(fp, "><title>%t</title></%r>\n", says, tag[slot]);
	else
		svg_put(fp, "/>\n");
}

/* A small marker in the ground's colour on a bar: something is covered. */
static void
put_covered(FILE *fp, int slot, int x, int y, const char *bar,
    const char *colour, const char *says)
{
	svg_put(fp, "<rect class=\"%r%r\" x=\"%n\" y=\"%n\" width=\"18\" "
	    "height=\"12\" rx=\"2\" fill=\"%r\" stroke=\"none\"",
	    bar, says != NULL ? " w" : "", x - 9 * PX, y - 6 * PX, colour);
	if (says != NULL)
		svg_put(fp, "><title>%t</title></rect>\n", says);
	else
		svg_put(fp, "/>\n");
	switch (slot) {
	case 0:
		svg_put(fp, "<circle class=\"b\" cx=\"%n\" cy=\"%n\" r=\"3\" "
		    "fill=\"#fff\"/>\n", x, y);
		break;
	case 1:
		svg_put(fp, "<path class=\"b\" d=\"M%n %nh5v5h-5z\" "
		    "fill=\"#fff\"/>\n", x - 5 * PX / 2, y - 5 * PX / 2);
		break;
	default:
		svg_put(fp, "<path class=\"b\" d=\"M%n %nl3 6h-6z\" "
		    "fill=\"#fff\"/>\n", x, y - 3 * PX);
	}
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
			svg_put(fp, rounded ? "<g class=\"h%d\" fill=\"%r\" "
			    "fill-opacity=\".25\" stroke=\"%r\" "
			    "stroke-width=\"1.5\">\n" :
			    "<g class=\"m%d\" fill=\"%r\" stroke=\"#fff\">\n",
			    slot, light[slot], light[slot]);
		weblay_point(i, w->naxes, weblay_radius(w, v.value, lay->r),
		    &x, &y);
		put_marker(fp, slot, x, y, "p",
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
		if (web_get(w, p->series[s], i).state == WEB_WITHHELD)
			put_covered(fp, slot, px, py, (const char *[]){ "m0",
			    "m1", "m2" }[slot], light[slot], says);
		else {
			svg_put(fp, "<g class=\"s%d\" fill=\"none\" "
			    "stroke=\"%r\" stroke-width=\"1.5\">\n", slot,
			    light[slot]);
			put_marker(fp, slot, px, py, "x", says);
			svg_put(fp, "</g>\n");
		}
	}
}

/*
 * Targets lie behind the others, and the slots in their order, so that a
 * smaller marker is never under a larger one.
 */
static void
put_lines(FILE *fp, const struct weblay *lay, const struct web *w,
    const struct weblay_panel *p)
{
	size_t	s;
	int	slot;

	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", p->x, p->y);
	put_grid(fp, lay, w->naxes);
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

static void
put_series_sample(FILE *fp, int slot, int x, int y)
{
	if (slot == LAY_TARGET) {
		svg_put(fp, "<path class=\"g\" fill=\"none\" stroke=\"#666\" "
		    "stroke-width=\"1.5\" stroke-dasharray=\"6 3 1 3\" "
		    "d=\"M%n %nh28\"/>\n", x - 14 * PX, y);
		return;
	}
	svg_put(fp, "<path class=\"s%d\" stroke=\"%r\" stroke-width=\"%r\"",
	    slot, light[slot], thick[slot]);
	if (*dash[slot] != '\0')
		svg_put(fp, " stroke-dasharray=\"%r\"", dash[slot]);
	svg_put(fp, " d=\"M%n %nh28\"/>\n<g class=\"m%d\" fill=\"%r\" "
	    "stroke=\"#fff\">\n", x - 14 * PX, y, slot, light[slot]);
	put_marker(fp, slot, x, y, NULL, NULL);
	svg_put(fp, "</g>\n");
}

/* Samples of what is no number are grey: they stand for every series. */
static void
put_legend(FILE *fp, const struct weblay *lay)
{
	size_t	i;

	for (i = 0; i < lay->nlegend; i++) {
		const struct weblay_entry	*e = &lay->legend[i];

		switch (e->sample) {
		case LAY_SERIES:
			put_series_sample(fp, e->slot, e->x, e->y);
			break;
		case LAY_ROUNDED:
			svg_put(fp, "<g class=\"k\" fill=\"#555\" "
			    "fill-opacity=\".25\" stroke=\"#555\" "
			    "stroke-width=\"1.5\">\n");
			put_marker(fp, 0, e->x, e->y, NULL, NULL);
			svg_put(fp, "</g>\n");
			break;
		case LAY_MISSING:
			svg_put(fp, "<circle class=\"k\" cx=\"%n\" cy=\"%n\" "
			    "r=\"6\" fill=\"none\" fill-opacity=\"0\" "
			    "stroke=\"#555\" stroke-width=\"1.5\"/>\n",
			    e->x, e->y);
			break;
		case LAY_WITHHELD:
			put_covered(fp, 0, e->x, e->y, "k", "#555", NULL);
			break;
		}
	}
}

static void
put_role(FILE *fp, const struct weblay *lay, enum weblay_role role,
    const char *attributes)
{
	size_t	i;

	for (i = 0; i < lay->ntexts; i++)
		if (lay->texts[i].role == role)
			break;
	if (i == lay->ntexts)
		return;
	svg_put(fp, "<g class=\"t\" fill=\"#1a1a1a\"%r>\n", attributes);
	put_texts(fp, lay, role);
	svg_put(fp, "</g>\n");
}

static void
put_head(FILE *fp, const struct weblay *lay, const struct web *w)
{
	char	*words = web_words(w);
	int	 across = lay->width / PX, high = lay->height / PX;

	svg_put(fp, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%r\" "
	    "role=\"img\" lang=\"%t\" aria-labelledby=\"%r-t %r-d\" "
	    "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
	    "font-family=\"Noto Sans, DejaVu Sans, Arial, sans-serif\" "
	    "font-size=\"14\">\n", w->prefix, lang_now(), w->prefix,
	    w->prefix, across, high, across, high);
	svg_put(fp, "<title id=\"%r-t\">%t</title>\n", w->prefix,
	    w->title != NULL && *w->title != '\0' ? w->title :
	    _("Spider-web chart"));
	svg_put(fp, "<desc id=\"%r-d\">%t</desc>\n", w->prefix, words);
	put_style(fp, lay, w);
	svg_put(fp, "<rect class=\"b\" width=\"%d\" height=\"%d\" "
	    "fill=\"#fff\"/>\n", across, high);
	free(words);
}

void
web_draw(FILE *fp, const struct web *w)
{
	struct weblay	lay;
	size_t		i;

	if (!web_ready(w))
		return;
	weblay_make(&lay, w);
	put_head(fp, &lay, w);
	for (i = 0; i < lay.npanels; i++)
		put_lines(fp, &lay, w, &lay.panels[i]);
	/* Numbers cover lines, points cover numbers. */
	put_role(fp, &lay, LAY_RING, " font-size=\"11\"");
	for (i = 0; i < lay.npanels; i++)
		put_marks(fp, &lay, w, &lay.panels[i], &lay.arena);
	put_legend(fp, &lay);
	put_role(fp, &lay, LAY_AXIS, "");
	put_role(fp, &lay, LAY_LEGEND, " font-size=\"13\"");
	put_role(fp, &lay, LAY_PANEL, " font-size=\"15\" font-weight=\"bold\"");
	put_role(fp, &lay, LAY_TITLE, " font-size=\"17\" font-weight=\"bold\"");
	svg_put(fp, "</svg>\n");
	weblay_free(&lay);
}
