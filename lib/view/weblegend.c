/* The legend: what each look and sign of a chart stands for. */
#include "view/weblay.h"

#include <string.h>
#include <uniwidth.h>

#include "base/lang.h"
#include "model/links.h"
#include "view/svg.h"

#define PX		SVG_PX
#define SIZE		(13 * PX)	/* of the font */
#define SAMPLE		(34 * PX)	/* a line with its marker */
#define SIGN		(24 * PX)	/* a marker alone */
#define ENTRY_CELLS	44

/* Which facts besides numbers occur: gaps, withheld ones, soft marks. */
void
weblay_states(const struct web *w, int *found)
{
	struct web_value	v;
	size_t			s, a;

	for (s = 0; s < w->nseries; s++)
		for (a = 0; a < w->naxes &&
		    w->series[s].kind != WEB_TARGET; a++) {
			v = web_get(w, s, a);
			found[LAY_MISSING] |= v.state == WEB_MISSING;
			found[LAY_WITHHELD] |= v.state == WEB_WITHHELD;
			found[LAY_ROUNDED] |= v.state == WEB_NUMBER &&
			    v.rounded;
		}
}

/* The legend grows row by row; a row is centred when it is full. */
struct legend {
	int	width, x, y, centre;
	size_t	first_text, first_entry;
};

static void
end_row(struct weblay *lay, struct legend *g)
{
	int	shift = g->centre - (g->x - 22 * PX) / 2;
	size_t	i;

	for (i = g->first_text; i < lay->ntexts; i++)
		lay->texts[i].box.x += shift;
	for (i = g->first_entry; i < lay->nlegend; i++)
		lay->legend[i].x += shift;
	if (lay->nlegend > g->first_entry)
		g->y += 23 * PX;
	g->first_text = lay->ntexts;
	g->first_entry = lay->nlegend;
	g->x = 0;
}

static void
add_entry(struct weblay *lay, struct legend *g, enum weblay_sample sample,
    int slot, const char *s)
{
	const char		*all = s;
	size_t			 n = strlen(s);
	struct weblay_box	 box;
	struct weblay_entry	*e;
	int			 room;

	if (u8_width((const uint8_t *)s, n, "UTF-8") > ENTRY_CELLS)
		weblay_shorten(&lay->arena, &s, &n, ENTRY_CELLS);
	box.w = weblay_width(s, n, SIZE);
	box.h = weblay_line(SIZE);
	room = sample == LAY_NOTE ? 0 : sample == LAY_SERIES ||
	    sample == LAY_LINK || sample == LAY_CHOSEN ||
	    sample == LAY_SPREAD ? SAMPLE : SIGN;
	if (g->x > 0 && g->x + room + box.w > g->width)
		end_row(lay, g);
	lay->legend = mem_grow(lay->legend, lay->nlegend, &lay->caplegend,
	    sizeof(*lay->legend));
	e = &lay->legend[lay->nlegend++];
	e->sample = sample;
	e->slot = slot;
	e->x = g->x + (room - 6 * PX) / 2;
	e->y = g->y + box.h / 2;
	box.x = g->x + room;
	box.y = g->y;
	weblay_text_add(lay, LAY_LEGEND, box, s, n, SIZE, -1,
	    s == all ? NULL : all);
	g->x += room + box.w + 22 * PX;
}

static void
add_series_entries(struct weblay *lay, struct legend *g, const struct web *w)
{
	size_t	s, k;
	int	alone = 1, apart = weblay_apart(w);

	for (k = 0; k < lay->npanels; k++)
		for (s = 0; s + 1 < lay->panels[k].n; s++)
			alone &= lay->slot[lay->panels[k].series[s]] < 0;
	for (s = 0; s < w->nseries; s++) {
		const struct web_series	*x = &w->series[s];

		if (x->kind == WEB_TARGET)
			add_entry(lay, g, LAY_SERIES, LAY_TARGET, *x->name !=
			    '\0' ? x->name : _("target"));
		else if (lay->direct)
			continue;
		else if (!apart && (w->nseries > 1 || *x->name != '\0' ||
		    x->panel != NULL || x->n_least >= 0))
			add_entry(lay, g, LAY_SERIES, lay->slot[s],
			    web_named(w, s, web_full_name(w, s, &lay->arena),
			    &lay->arena));
		else if (apart && !alone && weblay_namesake(w, s) == s)
			add_entry(lay, g, LAY_SERIES, lay->slot[s], x->name);
	}
}

/* Which strengths occur, and what a marked thread is. */
static void
add_link_entries(struct weblay *lay, struct legend *g, const struct web *w)
{
	int		 found[4] = { 0 }, chosen = 0;
	size_t		 i;

	for (i = 0; i < w->nlinks; i++)
		found[w->links[i].strength] = 1;
	for (i = 0; i < w->naxes; i++)
		chosen |= w->chosen[i];
	for (i = 1; i < 4; i++)
		if (found[i])
			add_entry(lay, g, LAY_LINK, (int)i,
			    links_words((int)i));
	if (chosen)
		add_entry(lay, g, LAY_CHOSEN, 0, _("chosen thread"));
}

static int
has_spread(const struct web *w)
{
	size_t	s, a;

	for (s = 0; s < w->nseries; s++)
		for (a = 0; a < w->naxes; a++)
			if (web_get(w, s, a).spread)
				return 1;
	return 0;
}

int
weblay_legend(struct weblay *lay, const struct web *w, int width, int centre,
    int y)
{
	struct legend	g = { width, 0, y, centre, lay->ntexts, 0 };
	int		found[4] = { 0 };

	if (w->mode == WEB_LINKS) {
		add_link_entries(lay, &g, w);
		end_row(lay, &g);
		return g.y;
	}
	add_series_entries(lay, &g, w);
	if (w->spread != NULL && has_spread(w))
		add_entry(lay, &g, LAY_SPREAD, 0, w->spread);
	weblay_states(w, found);
	if (found[LAY_ROUNDED])
		add_entry(lay, &g, LAY_ROUNDED, 0, _("rounded"));
	if (found[LAY_MISSING])
		add_entry(lay, &g, LAY_MISSING, 0, _("no value"));
	if (found[LAY_WITHHELD])
		add_entry(lay, &g, LAY_WITHHELD, 0,
		    _("not shown: too few people"));
	/* Where the centre is no zero, nothing else says so. */
	if (w->own != NULL && w->mode == WEB_ROUND)
		add_entry(lay, &g, LAY_NOTE, 0,
		    _("innermost ring: lowest; rim: highest"));
	end_row(lay, &g);
	return g.y;
}
