/* What every kind of chart is made of. */
#include "view/webmark.h"

#include <string.h>

#include "base/lang.h"
#include "view/svg.h"

#define PX	SVG_PX
#define PALE	" stroke-opacity=\".7\""

/*
 * Okabe and Ito's blue, vermillion and bluish green stand 3:1 and more off
 * white; on black the blue is too dark and their sky blue takes its place.
 * For the highest contrast they are darkened to 7:1.  Where lines run
 * together, those below show on both sides: each is thinner than the last.
 */
static const char	*const dark[] = { "#56B4E9", "#E8702A", "#2FBF95" };

const struct webmark_look *
webmark_look(const struct weblay *lay)
{
	static const struct webmark_look	looks[] = {
		[WEB_SCREEN] = { { "#0072B2", "#D55E00", "#009E73" },
		    { "#005C91", "#A84600", "#006B4E" },
		    { "3.2", "2.4", "2.2" }, "#1a1a1a", "#949494", "#666",
		    "#555", ".6", "1.4", "1", PALE },
		[WEB_PRINT] = { { "#0072B2", "#D55E00", "#009E73" },
		    { "#00486F", "#7A3300", "#00503A" },
		    { "3.2", "2.4", "2.2" }, "#000", "#767676", "#444",
		    "#333", ".7", "1.4", "1", PALE },
		[WEB_CONTRAST] = { { "#004B87", "#8F3A00", "#005C40" },
		    { "#003A69", "#702D00", "#004731" },
		    { "4.6", "3.4", "2.8" }, "#000", "#000", "#000", "#000",
		    "1", "2.2", "1.6", "" }
	};

	return &looks[lay->theme];
}

const char *
webmark_dash(int slot)
{
	static const char	*const dash[] = { "", "9 5", "2 4" };

	return dash[slot];
}

const char *
webmark_link(int strength, int chosen)
{
	static const char	*const thick[][4] = {
		{ "0", "1.6", "3", "5" }, { "0", "4.4", "6", "8" }
	};

	return thick[chosen][strength];
}

/* Base attributes serve every renderer; the style only adds a dark screen. */
static void
put_style(FILE *fp, const struct weblay *lay, const struct web *w)
{
	static const char *const	 direct[] = { " .d0", " .d1", " .d2" };
	const char			*id = w->prefix;
	size_t				 s;
	int				 i;

	svg_put(fp, "<style>");
	/*
	 * Else a browser prints the sheet on two pages of its own size; but a
	 * page that it is put into keeps the size it has.
	 */
	if (w->paper != WEB_SCREENFUL)
		svg_put(fp, "@page %r{size:%r;margin:0}:root#%r{page:%r}", id,
		    w->paper == WEB_A4 ? "210mm 297mm" : "297mm 420mm", id,
		    id);
	svg_put(fp, "#%r{max-width:100%%;height:auto}", id);
	if (w->theme != WEB_SCREEN) {
		svg_put(fp, "</style>\n");
		return;
	}
	svg_put(fp, "@media screen and (prefers-color-scheme:dark){"
	    "#%r .b{fill:#121212}#%r .t{fill:#eee}"
	    "#%r .g{stroke:#777}#%r .k{stroke:#bbb;fill:#bbb}",
	    id, id, id, id);
	if (w->mode == WEB_LINKS)
		svg_put(fp, "#%r .e{stroke:#121212}", id);
	for (i = 0; i < WEB_TOGETHER; i++) {
		for (s = 0; s < w->nseries && lay->slot[s] != i;)
			s++;
		if (s < w->nseries || (i == 0 && w->mode == WEB_LINKS))
			svg_put(fp, "#%r .s%d,#%r .h%d{stroke:%r}"
			    "#%r .m%d{stroke:#121212}"
			    "#%r .m%d,#%r .h%d%r%r%r{fill:%r}",
			    id, i, id, i, dark[i], id, i, id, i, id, i,
			    lay->direct ? ",#" : "", lay->direct ? id : "",
			    lay->direct ? direct[i] : "", dark[i]);
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
		if (role == LAY_DIRECT)
			svg_put(fp, "<rect class=\"b\" x=\"%n\" y=\"%n\" "
			    "width=\"%n\" height=\"%n\" fill=\"#fff\"/>\n",
			    b->x, b->y, b->w, b->h);
		svg_put(fp, "<text x=\"%n\" y=\"%n\"", x, y);
		if (role == LAY_DIRECT)
			svg_put(fp, " class=\"d%d\" fill=\"%r\"", t->slot,
			    webmark_look(lay)->name[t->slot]);
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

/*
 * Circle, square, triangle, each smaller than the one before, so that all
 * of them show where they stand on one point.  `class` and what the point
 * says are left out of a legend's (NULL).
 */
void
webmark_marker(FILE *fp, int slot, int x, int y, const char *class,
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

void
webmark_group(FILE *fp, const struct weblay *lay, int slot, int rounded)
{
	svg_put(fp, rounded ? "<g class=\"h%d\" fill=\"%r\" "
	    "fill-opacity=\".25\" stroke=\"%r\" stroke-width=\"1.5\">\n" :
	    "<g class=\"m%d\" fill=\"%r\" stroke=\"#fff\">\n", slot,
	    webmark_look(lay)->colour[slot], webmark_look(lay)->colour[slot]);
}

void
webmark_spreads(FILE *fp, const struct weblay *lay, int slot, int crossing)
{
	/*
	 * Told apart in grey, too: as the series' own lines, but so short that
	 * the ticks at both ends are whole, or two dots.
	 */
	static const char	*const dash[] = { "",
	    " stroke-dasharray=\"8 4\"", " stroke-dasharray=\"2 3\"" };
	const struct webmark_look	*look = webmark_look(lay);

	svg_put(fp, "<g class=\"s%d\" fill=\"none\" stroke=\"%r\" "
	    "stroke-width=\"%r\"%r%r>\n", slot, look->colour[slot],
	    crossing ? look->crossing : look->spread,
	    crossing ? look->pale : "", crossing ? dash[slot] : "");
}

void
webmark_state(FILE *fp, const struct weblay *lay, int slot, int x, int y,
    int withheld, const char *says)
{
	static const char	*const bar[] = { "m0", "m1", "m2" };

	if (withheld) {
		put_covered(fp, slot, x, y, bar[slot],
		    webmark_look(lay)->colour[slot], says);
		return;
	}
	svg_put(fp, "<g class=\"s%d\" fill=\"none\" stroke=\"%r\" "
	    "stroke-width=\"1.5\">\n", slot, webmark_look(lay)->colour[slot]);
	webmark_marker(fp, slot, x, y, "x", says);
	svg_put(fp, "</g>\n");
}

int
webmark_aside(const struct weblay *lay, const struct weblay_panel *p, int slot)
{
	static const int	off[] = { -4 * PX, 4 * PX, 8 * PX };
	size_t			s, drawn = 0;

	for (s = 0; s < p->n; s++)
		drawn += lay->slot[p->series[s]] >= 0;
	return drawn > 1 ? off[slot] : 0;
}

static void
put_series_sample(FILE *fp, const struct weblay *lay, int slot, int x, int y)
{
	if (slot == LAY_TARGET && lay->upright) {
		svg_put(fp, "<path class=\"g\" stroke=\"%r\" "
		    "stroke-width=\"5\" d=\"M%n %nv16\"/>\n",
		    webmark_look(lay)->target, x, y - 8 * PX);
		return;
	}
	if (slot == LAY_TARGET) {
		svg_put(fp, "<path class=\"g\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"1.5\" stroke-dasharray=\"6 3 1 3\" "
		    "d=\"M%n %nh28\"/>\n", webmark_look(lay)->target,
		    x - 14 * PX, y);
		return;
	}
	/* A dot plot has no line of a series. */
	if (!lay->upright) {
		svg_put(fp, "<path class=\"s%d\" stroke=\"%r\" "
		    "stroke-width=\"%r\"", slot,
		    webmark_look(lay)->colour[slot],
		    webmark_look(lay)->thick[slot]);
		if (*webmark_dash(slot) != '\0')
			svg_put(fp, " stroke-dasharray=\"%r\"",
			    webmark_dash(slot));
		svg_put(fp, " d=\"M%n %nh28\"/>\n", x - 14 * PX, y);
	}
	svg_put(fp, "<g class=\"m%d\" fill=\"%r\" stroke=\"#fff\">\n",
	    slot, webmark_look(lay)->colour[slot]);
	webmark_marker(fp, slot, x, y, NULL, NULL);
	svg_put(fp, "</g>\n");
}

/* A marked thread, from which double lines go. */
static void
put_chosen_sample(FILE *fp, const struct weblay *lay, int x, int y)
{
	const char	*colour = webmark_look(lay)->colour[0];

	svg_put(fp, "<path class=\"s0\" stroke=\"%r\" stroke-width=\"%r\" "
	    "d=\"M%n %nh18\"/>\n<path class=\"e\" stroke=\"#fff\" "
	    "stroke-width=\"1.6\" d=\"M%n %nh18\"/>\n", colour,
	    webmark_link(2, 1), x + 10 * PX, y, x + 10 * PX, y);
	svg_put(fp, "<circle class=\"s0\" fill=\"none\" stroke=\"%r\" "
	    "stroke-width=\"2\" cx=\"%n\" cy=\"%n\" r=\"8\"/>\n"
	    "<circle class=\"h0\" fill=\"%r\" cx=\"%n\" cy=\"%n\" "
	    "r=\"5\"/>\n", colour, x, y, colour, x, y);
}

/* Samples of what is no number are grey: they stand for every series. */
void
webmark_legend(FILE *fp, const struct weblay *lay)
{
	const char	*sign = webmark_look(lay)->sign;
	size_t		 i;

	for (i = 0; i < lay->nlegend; i++) {
		const struct weblay_entry	*e = &lay->legend[i];

		switch (e->sample) {
		case LAY_SERIES:
			put_series_sample(fp, lay, e->slot, e->x, e->y);
			break;
		case LAY_LINK:
			svg_put(fp, "<path class=\"g\" stroke=\"%r\" "
			    "stroke-width=\"%r\" d=\"M%n %nh28\"/>\n",
			    webmark_look(lay)->target,
			    webmark_link(e->slot, 0), e->x - 14 * PX, e->y);
			break;
		case LAY_CHOSEN:
			put_chosen_sample(fp, lay, e->x - 14 * PX, e->y);
			break;
		case LAY_SPREAD:
			svg_put(fp, "<path class=\"k\" stroke=\"%r\" "
			    "stroke-width=\"%r\" d=\"M%n %nh28m-28 -4v8"
			    "m28 -8v8\"/>\n", sign,
			    webmark_look(lay)->spread, e->x - 14 * PX, e->y);
			break;
		case LAY_NOTE:
			break;
		case LAY_ROUNDED:
			svg_put(fp, "<g class=\"k\" fill=\"%r\" "
			    "fill-opacity=\".25\" stroke=\"%r\" "
			    "stroke-width=\"1.5\">\n", sign, sign);
			webmark_marker(fp, 0, e->x, e->y, NULL, NULL);
			svg_put(fp, "</g>\n");
			break;
		case LAY_MISSING:
			svg_put(fp, "<circle class=\"k\" cx=\"%n\" cy=\"%n\" "
			    "r=\"6\" fill=\"none\" fill-opacity=\"0\" "
			    "stroke=\"%r\" stroke-width=\"1.5\"/>\n",
			    e->x, e->y, sign);
			break;
		case LAY_WITHHELD:
			put_covered(fp, 0, e->x, e->y, "k", sign, NULL);
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
	svg_put(fp, "<g class=\"t\" fill=\"%r\"%r>\n",
	    webmark_look(lay)->text, attributes);
	put_texts(fp, lay, role);
	svg_put(fp, "</g>\n");
}

void
webmark_grounds(FILE *fp, const struct weblay *lay)
{
	const struct weblay_box	*b;
	size_t			 i;

	for (i = 0; i < lay->ntexts; i++) {
		b = &lay->texts[i].box;
		if (lay->texts[i].role == LAY_RING)
			svg_put(fp, "<rect class=\"b\" x=\"%n\" y=\"%n\" "
			    "width=\"%n\" height=\"%n\" fill=\"#fff\"/>\n",
			    b->x, b->y, b->w, b->h);
	}
}

void
webmark_numbers(FILE *fp, const struct weblay *lay)
{
	put_role(fp, lay, LAY_RING, " font-size=\"11\"");
	put_role(fp, lay, LAY_DIRECT, " font-size=\"13\" font-weight=\"bold\"");
}

void
webmark_texts(FILE *fp, const struct weblay *lay)
{
	put_role(fp, lay, LAY_AXIS, "");
	put_role(fp, lay, LAY_LEGEND, " font-size=\"13\"");
	put_role(fp, lay, LAY_PANEL, " font-size=\"15\" font-weight=\"bold\"");
	put_role(fp, lay, LAY_TITLE, " font-size=\"17\" font-weight=\"bold\"");
}

/* Widen or heighten the view to a sheet's shape, the picture in the middle. */
static void
fit_paper(int *across, int *high, int *x, int *y)
{
	int	w = *across, h = *high;

	if ((int64_t)h * 210 < (int64_t)w * 297)
		*high = (int)num_div((wide)w * 297, 210);
	else
		*across = (int)num_div((wide)h * 210, 297);
	*x = (w - *across) / 2;
	*y = (h - *high) / 2;
}

/* What a picture without a title is called. */
static const char *
kind_name(const struct web *w)
{
	switch (w->mode) {
	case WEB_DOTS:
		return _("Dot plot");
	case WEB_LINKS:
		return _("Threads and their links");
	default:
		return _("Spider-web chart");
	}
}

void
webmark_head(FILE *fp, const struct weblay *lay, const struct web *w)
{
	char	*words = web_words(w);
	int	 across = lay->width / PX, high = lay->height / PX;
	int	 x = 0, y = 0;

	if (w->paper != WEB_SCREENFUL)
		fit_paper(&across, &high, &x, &y);

	svg_put(fp, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%r\" "
	    "role=\"img\" lang=\"%t\" aria-labelledby=\"%r-t %r-d\" "
	    "viewBox=\"%d %d %d %d\" ", w->prefix, lang_now(), w->prefix,
	    w->prefix, x, y, across, high);
	if (w->paper == WEB_SCREENFUL)
		svg_put(fp, "width=\"%d\" height=\"%d\" ", across, high);
	else
		svg_put(fp, "width=\"%dmm\" height=\"%dmm\" ",
		    w->paper == WEB_A4 ? 210 : 297,
		    w->paper == WEB_A4 ? 297 : 420);
	svg_put(fp, "font-family=\"Noto Sans, DejaVu Sans, Arial, "
	    "sans-serif\" font-size=\"14\">\n");
	svg_put(fp, "<title id=\"%r-t\">%t</title>\n", w->prefix,
	    w->title != NULL && *w->title != '\0' ? w->title :
	    kind_name(w));
	svg_put(fp, "<desc id=\"%r-d\">%t</desc>\n", w->prefix, words);
	put_style(fp, lay, w);
	svg_put(fp, "<rect class=\"b\"");
	if (w->paper != WEB_SCREENFUL)
		svg_put(fp, " x=\"%d\" y=\"%d\"", x, y);
	svg_put(fp, " width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n",
	    across, high);
	free(words);
}
