/* Who moves with whom, drawn and in words. */
#include "view/weblinks.h"

#include <string.h>

#include "base/lang.h"
#include "model/links.h"
#include "view/svg.h"
#include "view/webmark.h"

#define PX	SVG_PX
#define NODE	(8 * PX)	/* radius of a thread's mark */
#define MANY	30		/* links that cross each other everywhere */
#define ASIDE	(9 * PX)	/* a way beside the way back */

static int
has_back(const struct web *w, const struct web_link *l)
{
	size_t	i;

	for (i = 0; i < w->nlinks; i++)
		if (w->links[i].from == l->to && w->links[i].to == l->from)
			return 1;
	return 0;
}

/* A point `len` from (x, y) towards (tx, ty). */
static void
towards(int *x, int *y, int tx, int ty, int len)
{
	int64_t	dx = tx - *x, dy = ty - *y;
	int	d = weblay_root(dx * dx + dy * dy);

	if (d == 0)
		return;
	*x += (int)(dx * len / d);
	*y += (int)(dy * len / d);
}

/*
 * The bend lies nearer to the middle, so that neighbours do not hide it; but
 * not so near that all arrows reach a thread on one line and cover each other.
 */
static void
bend(const struct web *w, const struct web_link *l, const int *p, int *c)
{
	int64_t	dx = p[2] - p[0], dy = p[3] - p[1];
	int	d = weblay_root(dx * dx + dy * dy);

	c[0] = (p[0] + p[2]) * 7 / 20;
	c[1] = (p[1] + p[3]) * 7 / 20;
	if (d > 0 && has_back(w, l)) {
		c[0] += (int)(-dy * 3 * ASIDE / d);
		c[1] += (int)(dx * 3 * ASIDE / d);
	}
}

/* The point of an arrow at (x, y), coming from (fx, fy). */
static void
put_head(FILE *fp, int x, int y, int fx, int fy, int strength)
{
	int64_t	dx = x - fx, dy = y - fy;
	int	d = weblay_root(dx * dx + dy * dy), len, half, bx, by;

	if (d == 0)
		return;
	len = (8 + 2 * strength) * PX;
	half = (3 + strength) * PX;
	bx = x - (int)(dx * len / d);
	by = y - (int)(dy * len / d);
	svg_put(fp, "M%n %nL%n %nL%n %nZ", x, y,
	    bx - (int)(dy * half / d), by + (int)(dx * half / d),
	    bx + (int)(dy * half / d), by - (int)(dx * half / d));
}

static int
has_chosen(const struct web *w)
{
	size_t	i;

	for (i = 0; i < w->naxes; i++)
		if (w->chosen[i])
			return 1;
	return 0;
}

static const char *
link_words(const struct web *w, const struct web_link *l, struct arena *a)
{
	return arena_printf(a, _("%s moves %s: %s"), w->axes[l->from],
	    w->axes[l->to], links_words(l->strength));
}

static void
put_link(FILE *fp, struct weblay *lay, const struct web *w,
    const struct web_link *l)
{
	const struct webmark_look	*look = webmark_look(lay);
	int				 slot = w->chosen[l->from] ? 0 : -1;
	int				 p[4], c[2], hx, hy;
	const char			*colour;

	weblay_point(l->from, w->naxes, lay->r, &p[0], &p[1]);
	weblay_point(l->to, w->naxes, lay->r, &p[2], &p[3]);
	bend(w, l, p, c);
	towards(&p[0], &p[1], c[0], c[1], NODE + PX);
	towards(&p[2], &p[3], c[0], c[1], NODE + 2 * PX);
	hx = p[2];
	hy = p[3];
	/* The line ends inside the arrow's head. */
	towards(&p[2], &p[3], c[0], c[1], 6 * PX);
	/* Where some are chosen, the others step back. */
	colour = slot == 0 ? look->colour[0] : has_chosen(w) ? look->grid :
	    look->target;
	/*
	 * Where they are many, they step back further; in high contrast not
	 * beyond what is read well: black then has 6 to 1 on white.
	 */
	svg_put(fp, "<g class=\"l\"%r><title>%t</title>\n", slot >= 0 ||
	    !has_chosen(w) || w->nlinks <= MANY ? "" : w->theme ==
	    WEB_CONTRAST ? " opacity=\".6\"" : " opacity=\".5\"",
	    link_words(w, l, &lay->arena));
	svg_put(fp, "<path class=\"%r\" fill=\"none\" stroke=\"%r\" "
	    "stroke-width=\"%r\" d=\"M%n %nQ%n %n %n %n\"/>\n",
	    slot == 0 ? "s0" : "g", colour, webmark_link(l->strength,
	    slot == 0), p[0], p[1], c[0], c[1], p[2], p[3]);
	/* Two lines beside each other: a colour alone is none in grey. */
	if (slot == 0)
		svg_put(fp, "<path class=\"e\" fill=\"none\" "
		    "stroke=\"#fff\" stroke-width=\"1.6\" "
		    "d=\"M%n %nQ%n %n %n %n\"/>\n", p[0], p[1], c[0], c[1],
		    p[2], p[3]);
	svg_put(fp, "<path class=\"%r\" fill=\"%r\" d=\"",
	    slot == 0 ? "h0" : "k", colour);
	put_head(fp, hx, hy, c[0], c[1], l->strength);
	svg_put(fp, "\"/>\n</g>\n");
}

/* A chosen thread is full, with a ring around; the others are hollow. */
static void
put_node(FILE *fp, const struct weblay *lay, const struct web *w, size_t i)
{
	const struct webmark_look	*look = webmark_look(lay);
	int				 x, y;

	weblay_point(i, w->naxes, lay->r, &x, &y);
	if (w->chosen[i])
		svg_put(fp, "<circle class=\"s0\" fill=\"none\" stroke=\"%r\" "
		    "stroke-width=\"2\" cx=\"%n\" cy=\"%n\" r=\"10\"/>\n"
		    "<circle class=\"h0\" fill=\"%r\" cx=\"%n\" cy=\"%n\" "
		    "r=\"6\"/>\n", look->colour[0], x, y, look->colour[0], x,
		    y);
	else
		svg_put(fp, "<circle class=\"b g\" fill=\"#fff\" "
		    "stroke=\"%r\" stroke-width=\"2\" cx=\"%n\" cy=\"%n\" "
		    "r=\"6\"/>\n", look->target, x, y);
}

void
weblinks_draw(FILE *fp, const struct web *w)
{
	struct weblay	lay;
	size_t		i;

	weblay_make(&lay, w);
	webmark_head(fp, &lay, w);
	svg_put(fp, "<g transform=\"translate(%n %n)\">\n", lay.panels[0].x,
	    lay.panels[0].y);
	/* Those of chosen threads over the others. */
	for (i = 0; i < w->nlinks; i++)
		if (!w->chosen[w->links[i].from])
			put_link(fp, &lay, w, &w->links[i]);
	for (i = 0; i < w->nlinks; i++)
		if (w->chosen[w->links[i].from])
			put_link(fp, &lay, w, &w->links[i]);
	for (i = 0; i < w->naxes; i++)
		put_node(fp, &lay, w, i);
	svg_put(fp, "</g>\n");
	webmark_legend(fp, &lay);
	webmark_texts(fp, &lay);
	svg_put(fp, "</svg>\n");
	weblay_free(&lay);
}

/* --- words ---------------------------------------------------------------- */

/* "Money (strongly), Team (a little)"; how many. */
static size_t
list_links(const struct web *w, size_t from, struct str *out)
{
	size_t	i, n = 0;

	for (i = 0; i < w->nlinks; i++)
		if (w->links[i].from == from) {
			if (n++ > 0)
				str_add(out, ", ");
			str_printf(out, _("%s (%s)"), w->axes[w->links[i].to],
			    links_words(w->links[i].strength));
		}
	return n;
}

static size_t
list_chosen(const struct web *w, struct str *out)
{
	size_t	i, n = 0;

	for (i = 0; i < w->naxes; i++)
		if (w->chosen[i])
			str_printf(out, "%s%s", n++ > 0 ? ", " : "",
			    w->axes[i]);
	return n;
}

char *
weblinks_words(const struct web *w)
{
	struct str	out, list;
	size_t		i;

	str_init(&out);
	str_init(&list);
	str_add(&out, _("What moves with what."));
	for (i = 0; i < w->naxes; i++) {
		str_reset(&list);
		if (list_links(w, i, &list) == 0)
			str_printf(&out, _(" %s moves nothing."), w->axes[i]);
		else
			str_printf(&out, _(" %s moves: %s."), w->axes[i],
			    list.s);
	}
	str_reset(&list);
	if (list_chosen(w, &list) > 0)
		str_printf(&out, _(" Chosen: %s."), list.s);
	str_free(&list);
	return str_take(&out);
}

void
weblinks_text(FILE *fp, const struct web *w)
{
	struct str	list;
	size_t		i;

	str_init(&list);
	if (w->title != NULL && *w->title != '\0')
		fprintf(fp, "%s\n", w->title);
	fprintf(fp, "%s\n\n", _("What moves with what."));
	for (i = 0; i < w->naxes; i++) {
		str_reset(&list);
		if (list_links(w, i, &list) == 0)
			fprintf(fp, _("%s moves nothing"), w->axes[i]);
		else
			fprintf(fp, _("%s moves: %s"), w->axes[i], list.s);
		fputc('\n', fp);
	}
	str_reset(&list);
	if (list_chosen(w, &list) > 0) {
		fputc('\n', fp);
		fprintf(fp, _("Chosen: %s"), list.s);
		fputc('\n', fp);
	}
	str_free(&list);
}
