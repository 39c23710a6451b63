/* Where everything of a chart stands. */
#include "view/weblay.h"

#include <string.h>

#include "base/utf.h"
#include "view/svg.h"

#define PX		SVG_PX
#define MARGIN		(14 * PX)
#define PAD		(7 * PX)	/* between two labels */
#define LABEL		(14 * PX)	/* sizes of the fonts */
#define NUMBER		(11 * PX)
#define HEADING		(17 * PX)
#define PANEL		(15 * PX)
#define NARROW		(300 * PX)	/* no picture is less wide */
#define RING_GAP	(14 * PX)	/* of rings with a number */
#define WIDE_NUMBER	(40 * PX)
#define LEADER		(12 * PX)	/* a label farther off gets a line */
#define PANELS		(24 * PX)	/* between two panels */
#define PAGE		(1240 * PX)	/* widths of many panels, and of two */
#define BOTH		(760 * PX)

/* The label of an axis, about the centre of its panel. */
struct label {
	const char		*s[WEBLAY_LINES];
	size_t			 n[WEBLAY_LINES];
	int			 nlines;
	const char		*full;
	int			 rtl, side;
	int			 tipx, tipy;
	struct weblay_box	 box;
};

/* A panel's labels, the same for all panels. */
struct rim {
	struct label		 l[WEB_AXES_MAX];
	size_t			 n;
	int			 r;		/* to where labels begin */
	int			 top, bottom, left, right;
};

int
weblay_root(int64_t v)
{
	int64_t	lo = 0, hi = 1 << 20, mid;

	while (lo < hi) {
		mid = (lo + hi + 1) / 2;
		if (mid * mid <= v)
			lo = mid;
		else
			hi = mid - 1;
	}
	return (int)lo;
}

/* Of 1,000,000,000 parts, rounded as num_div does. */
static int
part(int64_t v)
{
	return (int)((v < 0 ? v - 500000000 : v + 500000000) / 1000000000);
}

void
weblay_point(size_t i, size_t n, int r, int *x, int *y)
{
	int64_t	whole = (int64_t)n * 4, at = (int64_t)i * 4;

	*x = part(svg_sine(at, whole) * r);
	*y = part(svg_sine(at + (int64_t)n, whole) * -r);
}

/* So that the lowest point is never in the centre, where axes meet. */
static fixed
centre_of(const struct web *w)
{
	return w->min > 0 ? 0 : w->min - web_step(w);
}

int
weblay_radius(const struct web *w, fixed value, int r)
{
	fixed	centre = centre_of(w);

	return (int)num_div((wide)(value - centre) * r, w->max - centre);
}

/* How many points of the scale one ring stands for: 1, 2, 5, 10, … */
static fixed
ring_step(const struct web *w, int r)
{
	static const int	 ladder[] = { 1, 2, 5 };
	fixed			 step = web_step(w), times = 1, ring;
	size_t			 i = 0;

	for (;;) {
		ring = step * times * ladder[i];
		if ((w->max - w->min) / ring < WEBLAY_RINGS - 1 &&
		    weblay_radius(w, w->max, r) -
		    weblay_radius(w, w->max - ring, r) >= RING_GAP)
			return ring;
		if (ring >= w->max - w->min)
			return ring;
		if (++i == 3) {
			i = 0;
			times *= 10;
		}
	}
}

/* From the highest point inwards; the lowest always has its ring. */
static void
make_rings(struct weblay *lay, const struct web *w)
{
	fixed	ring = ring_step(w, lay->r), v;

	for (v = w->max; v > w->min && lay->nrings < WEBLAY_RINGS - 1;
	    v -= ring) {
		lay->rings[lay->nrings].value = v;
		lay->rings[lay->nrings++].r = weblay_radius(w, v, lay->r);
	}
	lay->rings[lay->nrings].value = w->min;
	lay->rings[lay->nrings++].r = weblay_radius(w, w->min, lay->r);
}

static void
make_label(struct weblay *lay, struct label *l, const struct web *web,
    size_t i)
{
	/* Many labels stand close: then wide ones are better than high ones. */
	static const int	 roomy[WEBLAY_LINES] = { 16, 20, 28 };
	static const int	 dense[WEBLAY_LINES] = { 24, 28, 28 };
	/* Panels side by side have less room. */
	static const int	 small[WEBLAY_LINES] = { 14, 16, 20 };
	static const int	 close[WEBLAY_LINES] = { 18, 20, 24 };
	/* On paper nothing shows the whole of one that is cut. */
	static const int	 paper[WEBLAY_LINES] = { 16, 20, 24, 26, 28 };
	static const int	 crowd[WEBLAY_LINES] = { 24, 28, 28, 28, 28 };
	size_t			 n = web->naxes;
	int			 k, w;

	l->full = weblay_break_axis(&lay->arena, web, i, web->blank ?
	    (n > 14 ? crowd : paper) : lay->cols > 1 ?
	    (n > 14 ? close : small) : n > 14 ? dense : roomy, l->s, l->n,
	    &l->nlines);
	l->rtl = utf_is_rtl(web->axes[i]);
	l->side = i == 0 || 2 * i == n ? 0 : 2 * i < n ? -1 : 1;
	for (k = 0; k < l->nlines; k++) {
		w = weblay_width(l->s[k], l->n[k], LABEL);
		if (w > l->box.w)
			l->box.w = w;
	}
	l->box.h = l->nlines * weblay_line(LABEL);
}

/*
 * Give the labels of one side their heights: each as near to its axis as the
 * others allow, from `low` to `high`.  With the heights above it taken off,
 * a stack without overlaps is a rising sequence, so that the least
 * displacement is an isotonic regression: neighbours out of order are pooled
 * at their mean.
 */
static void
stack(struct label **l, size_t n, int low, int high)
{
	int64_t	sum[WEB_AXES_MAX], z;
	size_t	count[WEB_AXES_MAX], pools = 0, i, k;
	int	above = 0, before[WEB_AXES_MAX];

	for (i = 0; i < n; i++) {
		before[i] = above;
		sum[pools] = l[i]->box.y - above;
		count[pools++] = 1;
		above += l[i]->box.h + PAD;
		while (pools > 1 && sum[pools - 2] * (int64_t)count[pools - 1]
		    > sum[pools - 1] * (int64_t)count[pools - 2]) {
			sum[pools - 2] += sum[pools - 1];
			count[pools - 2] += count[pools - 1];
			pools--;
		}
	}
	above -= PAD;
	for (i = 0, k = 0; k < pools; k++) {
		z = num_div(sum[k], (wide)count[k]);
		if (z > high - above)
			z = high - above;
		if (z < low)
			z = low;
		for (; count[k] > 0; count[k]--, i++)
			l[i]->box.y = (int)z + before[i];
	}
}

/* Beside the circle, as near as the box's height lets it come. */
static void
move_beside(struct label *l, int r)
{
	int	a = l->box.y, b = a + l->box.h, dy, x, tip;

	dy = a < 0 && b > 0 ? 0 : abs(a) < abs(b) ? abs(a) : abs(b);
	x = dy < r ? weblay_root((int64_t)r * r - (int64_t)dy * dy) : 0;
	tip = abs(l->tipx);
	if (x < tip)
		x = tip;
	l->box.x = l->side < 0 ? x : -x - l->box.w;
}

static int
meet(const struct weblay_box *a, const struct weblay_box *b, int pad)
{
	return a->x < b->x + b->w + pad && b->x < a->x + a->w + pad &&
	    a->y < b->y + b->h + pad && b->y < a->y + a->h + pad;
}

/* The labels of one side from top to bottom: from the right, or the left. */
static size_t
side_of(struct rim *rim, int side, struct label **l)
{
	size_t	n = 0, i;

	for (i = 0; i < rim->n; i++)
		if (rim->l[i].side == side)
			l[n++] = &rim->l[i];
	if (side > 0)
		for (i = 0; i < n / 2; i++) {
			struct label	*t = l[i];

			l[i] = l[n - 1 - i];
			l[n - 1 - i] = t;
		}
	return n;
}

/* Half of what the labels of a side need, one above the other. */
static int
need(struct rim *rim, int side)
{
	struct label	*l[WEB_AXES_MAX];
	size_t		 n = side_of(rim, side, l), i;
	int		 sum = 0;

	for (i = 0; i < n; i++)
		sum += l[i]->box.h + PAD;
	return (sum + PAD) / 2;
}

static void
place_side(struct rim *rim, int side)
{
	const struct label	*top = &rim->l[0], *bottom = NULL;
	struct label		*l[WEB_AXES_MAX];
	size_t			 n = side_of(rim, side, l), i;
	int			 ideal[WEB_AXES_MAX], cos, again;
	int			 low = -(1 << 28), high = 1 << 28;

	if (rim->n % 2 == 0)
		bottom = &rim->l[rim->n / 2];
	for (i = 0; i < n; i++) {
		cos = (int)((int64_t)l[i]->tipy * 1000 / rim->r);
		ideal[i] = l[i]->tipy +
		    (int)((int64_t)(cos - 1000) * l[i]->box.h / 2000);
	}
	do {
		again = 0;
		for (i = 0; i < n; i++)
			l[i]->box.y = ideal[i];
		stack(l, n, low, high);
		for (i = 0; i < n; i++) {
			move_beside(l[i], rim->r);
			if (low < -rim->r && meet(&l[i]->box, &top->box, PAD)) {
				low = -rim->r + PAD;
				again = 1;
			}
			if (bottom != NULL && high > rim->r &&
			    meet(&l[i]->box, &bottom->box, PAD)) {
				high = rim->r - PAD;
				again = 1;
			}
		}
	} while (again);
}

static void
place_middle(struct label *l, int r, int below)
{
	l->box.x = -l->box.w / 2;
	l->box.y = below ? r : -r - l->box.h;
}

static void
measure(struct rim *rim)
{
	size_t	i;

	rim->top = -rim->r;
	rim->left = rim->right = rim->bottom = 0;
	for (i = 0; i < rim->n; i++) {
		const struct weblay_box	*b = &rim->l[i].box;

		if (rim->l[i].tipx < rim->left)
			rim->left = rim->l[i].tipx;
		if (rim->l[i].tipx > rim->right)
			rim->right = rim->l[i].tipx;
		if (rim->l[i].tipy > rim->bottom)
			rim->bottom = rim->l[i].tipy;
		if (b->x < rim->left)
			rim->left = b->x;
		if (b->x + b->w > rim->right)
			rim->right = b->x + b->w;
		if (b->y < rim->top)
			rim->top = b->y;
		if (b->y + b->h > rim->bottom)
			rim->bottom = b->y + b->h;
	}
}

/* A hand needs more room beside the labels than a printer. */
static int
base_radius(const struct web *w, int many)
{
	size_t	naxes = w->naxes;

	if (w->blank)
		return 260 * PX;
	if (many)
		return (naxes <= 8 ? 100 : naxes <= 16 ? 120 : 150) * PX;
	if (naxes <= 8)
		return 160 * PX;
	return naxes <= 12 ? 180 * PX : naxes <= 18 ? 210 * PX : 240 * PX;
}

/* Find a radius that the labels fit around, and put them there. */
static void
make_rim(struct weblay *lay, struct rim *rim, const struct web *w, int gap)
{
	size_t	i;
	int	r, more;

	memset(rim, 0, sizeof(*rim));
	rim->n = w->naxes;
	for (i = 0; i < rim->n; i++)
		make_label(lay, &rim->l[i], w, i);
	r = base_radius(w, lay->npanels > 1) + gap;
	for (i = 0; i < 2; i++) {
		more = need(rim, i == 0 ? -1 : 1);
		if (r < more)
			r = more;
	}
	rim->r = r;
	lay->r = r - gap;
	for (i = 0; i < rim->n; i++)
		weblay_point(i, rim->n, r, &rim->l[i].tipx, &rim->l[i].tipy);
	place_middle(&rim->l[0], r, 0);
	if (rim->n % 2 == 0)
		place_middle(&rim->l[rim->n / 2], r, 1);
	place_side(rim, -1);
	place_side(rim, 1);
	measure(rim);
}

/* Whether some series has no number on this axis: a mark stands there. */
static int
is_marked(const struct web *w, size_t axis)
{
	size_t	s;

	for (s = 0; s < w->nseries; s++)
		if (w->series[s].kind != WEB_TARGET &&
		    web_get(w, s, axis).state != WEB_NUMBER)
			return 1;
	return 0;
}

static void
make_leaders(struct weblay *lay, const struct web *w, const struct rim *rim)
{
	size_t	i;
	int	x, y, dx, dy, half = weblay_line(LABEL) / 2;

	lay->leaders = arena_alloc(&lay->arena,
	    rim->n * sizeof(*lay->leaders));
	for (i = 0; i < rim->n; i++) {
		const struct label	*l = &rim->l[i];
		struct weblay_leader	*to = &lay->leaders[lay->nleaders];

		if (l->side == 0 || l->nlines == 0)
			continue;
		x = l->side < 0 ? l->box.x : l->box.x + l->box.w;
		y = l->tipy;
		if (y < l->box.y + half)
			y = l->box.y + half;
		if (y > l->box.y + l->box.h - half)
			y = l->box.y + l->box.h - half;
		dx = x - l->tipx;
		dy = y - l->tipy;
		if ((int64_t)dx * dx + (int64_t)dy * dy <
		    (int64_t)LEADER * LEADER)
			continue;
		weblay_point(i, rim->n, is_marked(w, i) ? lay->marks + 9 * PX :
		    lay->r + 3 * PX, &to->x1, &to->y1);
		to->x2 = x + (l->side < 0 ? -3 * PX : 3 * PX);
		to->y2 = y;
		lay->nleaders++;
	}
}

/*
 * A label holds on to the web with its near edge; several lines that read
 * from the right begin at one edge, too.
 */
static int
fixed_edge(const struct label *l)
{
	return l->rtl && l->nlines > 1 && l->side < 0 ? 1 : l->side;
}

static void
add_labels(struct weblay *lay, const struct rim *rim, int cx, int cy)
{
	struct weblay_box	box;
	size_t			i;
	int			k, h = weblay_line(LABEL), edge;

	for (i = 0; i < rim->n; i++) {
		const struct label	*l = &rim->l[i];

		edge = fixed_edge(l);
		for (k = 0; k < l->nlines; k++) {
			box.w = weblay_width(l->s[k], l->n[k], LABEL);
			box.h = h;
			box.x = cx + l->box.x + (edge < 0 ? 0 :
			    (l->box.w - box.w) / (edge > 0 ? 1 : 2));
			box.y = cy + l->box.y + k * h;
			weblay_text_add(lay, LAY_AXIS, box, l->s[k], l->n[k], LABEL,
			    edge, k == 0 ? l->full : NULL);
			lay->texts[lay->ntexts - 1].rtl = l->rtl;
		}
	}
}

int
weblay_tick(const struct web *w, int r)
{
	/* A third of the way to the next axis, 2 pi / 3 being about 2. */
	int	room = (int)((int64_t)r * 21 / 10 / (int64_t)w->naxes);

	return room < 5 * PX ? room : 5 * PX;
}

/*
 * On paper a number stays clear of the circle on its left, which is near
 * where there are many axes.
 */
static void
clear_tick(const struct web *w, int r, int cx, int cy, struct weblay_box *box)
{
	int	x, y, tick = weblay_tick(w, r) + PX;

	weblay_point(w->naxes - 1, w->naxes, r, &x, &y);
	x += cx;
	y += cy;
	if (x - tick < box->x + box->w && x + tick > box->x &&
	    y - tick < box->y + box->h)
		box->y = y - tick - box->h;
}

/*
 * A number stands on its ring, left of the first axis; wide ones hang below
 * the ring instead, where no label can be.
 */
static void
add_numbers(struct weblay *lay, const struct web *w, int cx, int cy)
{
	struct weblay_box	 box;
	char			 num[NUM_LEN];
	const char		*s[WEBLAY_RINGS];
	size_t			 i;
	int			 below = 0, last = 0;

	if (w->own != NULL || w->mode == WEB_LINKS)
		return;		/* each axis says its own */
	for (i = 0; i < lay->nrings; i++) {
		s[i] = arena_str(&lay->arena,
		    num_str(num, lay->rings[i].value, 0));
		if (weblay_width(s[i], strlen(s[i]), NUMBER) > WIDE_NUMBER)
			below = 1;
	}
	for (i = 0; i < lay->nrings; i++) {
		box.w = weblay_width(s[i], strlen(s[i]), NUMBER);
		box.h = 13 * PX;
		box.x = cx - 10 * PX - box.w;
		box.y = cy - lay->rings[i].r + (below ? PX : -14 * PX);
		if (w->blank && !below)
			clear_tick(w, lay->rings[i].r, cx, cy, &box);
		/* The lowest point's ring may be too near to the next one. */
		if (i > 0 && box.y - last < box.h)
			continue;
		last = box.y;
		weblay_text_add(lay, LAY_RING, box, s[i], strlen(s[i]), NUMBER, 1,
		    NULL);
	}
}

/*
 * How many panels stand side by side: at most three, and no more than can be
 * read where the picture is shrunk to a page's width; two stand one above the
 * other rather than small.
 */
static size_t
columns(size_t npanels, int width)
{
	int	two = 2 * width + PANELS;

	/* A column of many would be as hard to read. */
	if (npanels > 4)
		return two + width + PANELS <= PAGE ? 3 : 2;
	return npanels > 1 && two <= (npanels == 2 ? BOTH : PAGE) ? 2 : 1;
}

/* The headings of a row of panels; all take the room of the highest. */
static int
row_headings(struct weblay *lay, const struct rim *rim, size_t first,
    size_t cols, int x, int y)
{
	int	cw = rim->right - rim->left, end, highest = y;
	size_t	i;

	for (i = first; lay->npanels > 1 && i < lay->npanels &&
	    i < first + cols; i++) {
		end = weblay_heading(lay, LAY_PANEL,
		    lay->panels[i].name, PANEL,
		    x + (int)(i - first) * (cw + PANELS) + cw / 2, cw, y) +
		    10 * PX;
		if (end > highest)
			highest = end;
	}
	return highest;
}

/* Panels in a grid from `y` down; returns where it ends. */
static int
make_grid(struct weblay *lay, const struct web *w, const struct rim *rim,
    int x, int y)
{
	size_t	cols = lay->cols, i;
	int	cw = rim->right - rim->left, row = y, below = y, end = y;

	for (i = 0; i < lay->npanels; i++) {
		struct weblay_panel	*p = &lay->panels[i];

		p->x = x + (int)(i % cols) * (cw + PANELS) - rim->left;
		if (i % cols == 0) {
			row = i > 0 ? below + 30 * PX : y;
			end = row_headings(lay, rim, i, cols, x, row);
		}
		p->y = end - rim->top;
		below = p->y + rim->bottom;
		add_numbers(lay, w, p->x, p->y);
		add_labels(lay, rim, p->x, p->y);
	}
	return below;
}

void
weblay_close(struct weblay *lay, int left, int right, int bottom)
{
	size_t	i;
	int	shift;

	for (i = 0; i < lay->ntexts; i++) {
		const struct weblay_box	*b = &lay->texts[i].box;

		if (b->x < left)
			left = b->x;
		if (b->x + b->w > right)
			right = b->x + b->w;
	}
	for (i = 0; i < lay->nlegend; i++)
		if (lay->legend[i].x - 14 * PX < left)
			left = lay->legend[i].x - 14 * PX;
	shift = MARGIN - left;
	for (i = 0; i < lay->ntexts; i++)
		lay->texts[i].box.x += shift;
	for (i = 0; i < lay->npanels; i++)
		lay->panels[i].x += shift;
	for (i = 0; i < lay->nlegend; i++)
		lay->legend[i].x += shift;
	/* Whole pixels, so that the width is the view box's. */
	lay->width = (right + shift + MARGIN + PX - 1) / PX * PX;
	lay->height = (bottom + MARGIN + PX - 1) / PX * PX;
}

/* From the farthest mark on the left to the farthest on the right. */
static void
close_picture(struct weblay *lay, int bottom)
{
	int	left = 1 << 28, right = 0, reach = lay->marks + 8 * PX;
	size_t	i;

	for (i = 0; i < lay->npanels; i++) {
		if (lay->panels[i].x - reach < left)
			left = lay->panels[i].x - reach;
		if (lay->panels[i].x + reach > right)
			right = lay->panels[i].x + reach;
	}
	weblay_close(lay, left, right, bottom);
}

/* Labels are small where panels can stand side by side then, and only there. */
static void
find_columns(struct weblay *lay, struct rim *rim, const struct web *w, int gap)
{
	lay->cols = lay->npanels > 1 ? 2 : 1;
	make_rim(lay, rim, w, gap);
	if (lay->npanels == 1)
		return;
	lay->cols = columns(lay->npanels, rim->right - rim->left);
	if (lay->cols == 1)
		make_rim(lay, rim, w, gap);
}

void
weblay_make(struct weblay *lay, const struct web *w)
{
	struct rim	rim;
	int		found[4] = { 0 }, marks, width, x = 0, y = MARGIN;

	weblay_panels(lay, w);
	weblay_states(w, found);
	marks = found[LAY_MISSING] || found[LAY_WITHHELD];
	find_columns(lay, &rim, w, (marks ? 30 : 16) * PX);
	lay->marks = lay->r + (marks ? 14 : 6) * PX;
	if (w->mode != WEB_LINKS)
		make_rings(lay, w);
	make_leaders(lay, w, &rim);
	width = (int)lay->cols * (rim.right - rim.left + PANELS) - PANELS;
	if (width < NARROW) {
		x = (NARROW - width) / 2;
		width = NARROW;
	}
	if (w->title != NULL && *w->title != '\0' && !w->bare)
		y = weblay_heading(lay, LAY_TITLE, w->title, HEADING, width / 2,
		    width, y) + 12 * PX;
	y = make_grid(lay, w, &rim, x, y);
	lay->direct = weblay_direct(lay, w);
	y = weblay_legend(lay, w, width, width / 2, y + 16 * PX);
	close_picture(lay, y);
}

void
weblay_free(struct weblay *lay)
{
	free(lay->texts);
	free(lay->legend);
	arena_free(&lay->arena);
}
