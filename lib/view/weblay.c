/* Where everything of a chart stands. */
#include "view/weblay.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/lang.h"
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
#define SAMPLE		(34 * PX)	/* a line with its marker */
#define SIGN		(24 * PX)	/* a marker alone */
#define PANELS		(24 * PX)	/* between two panels */
#define ENTRY_CELLS	44

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

static int
line_height(int size)
{
	return size * 5 / 4;
}

static int
root(int64_t v)
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

/* What a column's width does not tell, in hundredths of the font's size. */
static int
extra(ucs4_t c)
{
	if (uc_is_upper(c))
		return WEBLAY_UPPER;
	if (c >= 0x2190 && c < 0x2c00)		/* arrows, signs, blocks */
		return 45;
	if (c >= 0xfdf0 && c < 0xfdfd)		/* ligatures of whole phrases */
		return 350;
	if (c == 0xfdfd)
		return 1300;
	return 0;
}

int
weblay_width(const char *s, size_t n, int size)
{
	const uint8_t	*u = (const uint8_t *)s;
	int64_t		 sum = 0;
	size_t		 i;
	ucs4_t		 c;
	int		 k;

	sum = (int64_t)u8_width(u, n, "UTF-8") * WEBLAY_CELL;
	for (i = 0; i < n; i += (size_t)k) {
		k = u8_mbtoucr(&c, u + i, n - i);
		if (k < 1)
			break;
		sum += extra(c);
	}
	return (int)(sum * size / 100);
}

void
weblay_point(size_t i, size_t n, int r, int *x, int *y)
{
	int64_t	whole = (int64_t)n * 4, at = (int64_t)i * 4;

	*x = (int)num_div((wide)svg_sine(at, whole) * r, 1000000000);
	*y = (int)num_div((wide)svg_sine(at + (int64_t)n, whole) * -r,
	    1000000000);
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

/* The bytes of s that fill at most `cells` columns, whole characters. */
static size_t
cut(const char *s, size_t n, int cells)
{
	const uint8_t	*u = (const uint8_t *)s, *end = u + n, *next;
	int		 used = 0;

	for (; u < end; u = next) {
		next = u8_grapheme_next(u, end);
		if (next == NULL)
			break;
		used += u8_width(u, (size_t)(next - u), "UTF-8");
		if (used > cells)
			break;
	}
	return (size_t)(u - (const uint8_t *)s);
}

/* Lines as they come from utf_wrap, more than are wanted are counted. */
struct lines {
	const char	*s[WEBLAY_LINES + 1];
	size_t		 n[WEBLAY_LINES + 1];
	int		 count, widest;
};

static void
take_line(const char *s, size_t n, void *arg)
{
	struct lines	*l = arg;
	int		 w = u8_width((const uint8_t *)s, n, "UTF-8");

	if (l->count <= WEBLAY_LINES) {
		l->s[l->count] = s;
		l->n[l->count] = n;
	}
	l->count++;
	if (w > l->widest)
		l->widest = w;
}

static int
wraps(const char *s, int cells, int want, struct lines *l)
{
	memset(l, 0, sizeof(*l));
	utf_wrap(s, cells, take_line, l);
	return l->count <= want && l->widest <= cells;
}

/* A line of its own that ends in "…", at most `cells` columns. */
static void
shorten(struct arena *a, const char **s, size_t *n, int cells)
{
	size_t	k = cut(*s, *n, cells - 1);

	while (k > 0 && (*s)[k - 1] == ' ')
		k--;
	*s = arena_printf(a, "%.*s\xe2\x80\xa6", (int)k, *s);
	*n = strlen(*s);
}

/*
 * Break s into at most three lines: as few as limit[] allows, each as narrow
 * as it can be; what does not fit is shortened.  Returns 1 if it was.
 */
static int
break_label(struct arena *a, const char *s, const int *limit,
    const char **line, size_t *len, int *nlines)
{
	struct lines	l;
	int		want, cells, i, lost = 0;

	for (want = 1; want <= WEBLAY_LINES; want++)
		if (wraps(s, limit[want - 1], want, &l))
			break;
	if (want <= WEBLAY_LINES) {
		cells = limit[want - 1];
		while (cells > 4 && wraps(s, cells - 1, want, &l))
			cells--;
	} else
		cells = limit[WEBLAY_LINES - 1];
	wraps(s, cells, WEBLAY_LINES, &l);
	*nlines = l.count < WEBLAY_LINES ? l.count : WEBLAY_LINES;
	for (i = 0; i < *nlines; i++) {
		line[i] = l.s[i];
		len[i] = l.n[i];
		if (i == WEBLAY_LINES - 1 && l.count > WEBLAY_LINES)
			len[i] = strlen(l.s[i]);
		if (u8_width((const uint8_t *)line[i], len[i], "UTF-8") >
		    cells) {
			shorten(a, &line[i], &len[i], cells);
			lost = 1;
		}
	}
	return lost;
}

static void
add_text(struct weblay *lay, enum weblay_role role, struct weblay_box box,
    const char *s, size_t n, int size, int side, const char *full)
{
	struct weblay_text	*t;

	lay->texts = mem_grow(lay->texts, lay->ntexts, &lay->captexts,
	    sizeof(*lay->texts));
	t = &lay->texts[lay->ntexts++];
	t->role = role;
	t->box = box;
	t->s = s;
	t->n = n;
	t->size = size;
	t->side = side;
	t->rtl = utf_is_rtl(s);
	t->full = full;
}

static void
make_label(struct weblay *lay, struct label *l, const char *s, size_t i,
    size_t n)
{
	/* Many labels stand close: then wide ones are better than high ones. */
	static const int	 roomy[] = { 16, 20, 28 };
	static const int	 dense[] = { 24, 28, 28 };
	int			 k, w;

	if (break_label(&lay->arena, s, n > 14 ? dense : roomy, l->s, l->n,
	    &l->nlines))
		l->full = s;
	l->rtl = utf_is_rtl(s);
	l->side = i == 0 || 2 * i == n ? 0 : 2 * i < n ? -1 : 1;
	for (k = 0; k < l->nlines; k++) {
		w = weblay_width(l->s[k], l->n[k], LABEL);
		if (w > l->box.w)
			l->box.w = w;
	}
	l->box.h = l->nlines * line_height(LABEL);
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
	x = dy < r ? root((int64_t)r * r - (int64_t)dy * dy) : 0;
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

static int
base_radius(size_t naxes, int many)
{
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
		make_label(lay, &rim->l[i], w->axes[i], i, rim->n);
	r = base_radius(w->naxes, w->nseries > WEB_TOGETHER) + gap;
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
	int	x, y, dx, dy, half = line_height(LABEL) / 2;

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
	int			k, h = line_height(LABEL), edge;

	for (i = 0; i < rim->n; i++) {
		const struct label	*l = &rim->l[i];

		edge = fixed_edge(l);
		for (k = 0; k < l->nlines; k++) {
			box.w = weblay_width(l->s[k], l->n[k], LABEL);
			box.h = h;
			box.x = cx + l->box.x + (edge < 0 ? 0 :
			    (l->box.w - box.w) / (edge > 0 ? 1 : 2));
			box.y = cy + l->box.y + k * h;
			add_text(lay, LAY_AXIS, box, l->s[k], l->n[k], LABEL,
			    edge, k == 0 ? l->full : NULL);
			lay->texts[lay->ntexts - 1].rtl = l->rtl;
		}
	}
}

/*
 * A number stands on its ring, left of the first axis; wide ones hang below
 * the ring instead, where no label can be.
 */
static void
add_numbers(struct weblay *lay, int cx, int cy)
{
	struct weblay_box	 box;
	char			 num[NUM_LEN];
	const char		*s[WEBLAY_RINGS];
	size_t			 i;
	int			 below = 0, last = 0;

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
		/* The lowest point's ring may be too near to the next one. */
		if (i > 0 && box.y - last < box.h)
			continue;
		last = box.y;
		add_text(lay, LAY_RING, box, s[i], strlen(s[i]), NUMBER, 1,
		    NULL);
	}
}

/* One centred text of up to three lines from `y` down; returns its end. */
static int
add_heading(struct weblay *lay, enum weblay_role role, const char *s,
    int size, int x, int width, int y)
{
	const char		*line[WEBLAY_LINES];
	size_t			 len[WEBLAY_LINES];
	struct weblay_box	 box;
	int			 n, i, lost, limit[WEBLAY_LINES];

	limit[0] = width / (size * (WEBLAY_CELL + WEBLAY_UPPER / 2) / 100);
	if (limit[0] < 8)
		limit[0] = 8;
	limit[1] = limit[2] = limit[0];
	lost = break_label(&lay->arena, s, limit, line, len, &n);
	for (i = 0; i < n; i++, y += box.h) {
		box.w = weblay_width(line[i], len[i], size);
		box.h = line_height(size);
		box.x = x - box.w / 2;
		box.y = y;
		add_text(lay, role, box, line[i], len[i], size, 0,
		    lost && i == 0 ? s : NULL);
	}
	return y;
}

/* Which look a series has; those that belong together look alike. */
static int
free_slot(const int *taken)
{
	int	i;

	for (i = 0; i < WEB_TOGETHER - 1; i++)
		if (!taken[i])
			break;
	return i;
}

static int
wish(enum web_kind kind)
{
	switch (kind) {
	case WEB_AGREED:
		return 0;
	case WEB_VOTED:
		return 1;
	case WEB_EARLIER:
		return 2;
	default:
		return -1;
	}
}

/* The first series among those of `n` that has this one's name. */
static size_t
namesake(const struct web *w, size_t s)
{
	size_t	i;

	for (i = 0; i < s; i++)
		if (w->series[i].kind != WEB_TARGET &&
		    strcmp(w->series[i].name, w->series[s].name) == 0)
			return i;
	return s;
}

/*
 * Slots for all series, `alike`: one for all series of a name.  Wishes come
 * first, then what is left, in the order of coming.
 */
static void
give_slots(struct weblay *lay, const struct web *w, int alike)
{
	int	taken[WEB_TOGETHER] = { 0 }, pass;
	size_t	s, same;

	for (s = 0; s < w->nseries; s++)
		lay->slot[s] = LAY_TARGET;
	for (pass = 0; pass < 2; pass++)
		for (s = 0; s < w->nseries; s++) {
			int	k = wish(w->series[s].kind);

			if (w->series[s].kind == WEB_TARGET ||
			    lay->slot[s] >= 0)
				continue;
			same = alike ? namesake(w, s) : s;
			if (same != s && lay->slot[same] >= 0) {
				lay->slot[s] = lay->slot[same];
				continue;
			}
			if (pass == 0 && (k < 0 || taken[k]))
				continue;
			if (pass == 1)
				k = free_slot(taken);
			lay->slot[s] = k;
			taken[k] = 1;
		}
}

static size_t
count_drawn(const struct web *w)
{
	size_t	s, n = 0;

	for (s = 0; s < w->nseries; s++)
		n += w->series[s].kind != WEB_TARGET;
	return n;
}

static int
same_panel(const struct web *w, size_t s, size_t t)
{
	return w->series[t].kind != WEB_TARGET &&
	    strcmp(w->series[t].panel, w->series[s].panel) == 0;
}

/* Whether panels can be made by name: few enough names, once in each. */
static int
panels_fit(const struct web *w)
{
	size_t	s, t, names = 0;

	for (s = 0; s < w->nseries; s++) {
		if (w->series[s].kind == WEB_TARGET)
			continue;
		if (w->series[s].panel == NULL)
			return 0;
		names += namesake(w, s) == s;
		for (t = 0; t < s; t++)
			if (same_panel(w, s, t) &&
			    strcmp(w->series[t].name, w->series[s].name) == 0)
				return 0;
	}
	return names <= WEB_TOGETHER;
}

static struct weblay_panel *
add_panel(struct weblay *lay, const struct web *w)
{
	struct weblay_panel	*p = &lay->panels[lay->npanels++];
	size_t			 s;

	p->series = arena_alloc(&lay->arena,
	    w->nseries * sizeof(*p->series));
	for (s = 0; s < w->nseries; s++)
		if (w->series[s].kind == WEB_TARGET)
			p->series[p->n++] = s;
	return p;
}

/* Together, by panel, or each series for itself. */
static void
make_panels(struct weblay *lay, const struct web *w)
{
	struct weblay_panel	*p;
	size_t			 s, t;
	int			 named = panels_fit(w);

	lay->panels = arena_alloc(&lay->arena,
	    (w->nseries + 1) * sizeof(*lay->panels));
	lay->slot = arena_alloc(&lay->arena, w->nseries * sizeof(*lay->slot));
	if (count_drawn(w) <= WEB_TOGETHER) {
		p = add_panel(lay, w);
		for (s = 0; s < w->nseries; s++)
			if (w->series[s].kind != WEB_TARGET)
				p->series[p->n++] = s;
		give_slots(lay, w, 0);
		return;
	}
	for (s = 0; s < w->nseries; s++) {
		lay->slot[s] = 0;
		if (w->series[s].kind == WEB_TARGET) {
			lay->slot[s] = LAY_TARGET;
			continue;
		}
		for (t = 0; named && t < s; t++)
			if (same_panel(w, s, t))
				break;
		if (named && t < s)
			continue;
		p = add_panel(lay, w);
		for (t = s; t < w->nseries; t++)
			if (t == s || (named && same_panel(w, s, t)))
				p->series[p->n++] = t;
	}
	if (named)
		give_slots(lay, w, 1);
}

/*
 * Under a heading a series needs no more than its own name, and none where
 * it is alone there.
 */
static void
name_panel(struct weblay *lay, const struct web *w, struct weblay_panel *p)
{
	size_t	drawn = 0, i, last = p->n - 1;

	p->names = arena_alloc(&lay->arena, p->n * sizeof(*p->names));
	for (i = 0; i < p->n; i++)
		drawn += w->series[p->series[i]].kind != WEB_TARGET;
	if (lay->npanels > 1 && drawn > 0)
		p->name = drawn > 1 ? w->series[p->series[last]].panel :
		    web_full_name(w, p->series[last], &lay->arena);
	for (i = 0; i < p->n; i++) {
		const struct web_series	*x = &w->series[p->series[i]];

		if (x->kind == WEB_TARGET)
			p->names[i] = *x->name != '\0' ? x->name : _("target");
		else if (p->name == NULL)
			p->names[i] = web_full_name(w, p->series[i],
			    &lay->arena);
		else
			p->names[i] = drawn > 1 ? x->name : "";
	}
}

void
weblay_panels(struct weblay *lay, const struct web *w)
{
	size_t	i;

	memset(lay, 0, sizeof(*lay));
	arena_init(&lay->arena);
	make_panels(lay, w);
	for (i = 0; i < lay->npanels; i++)
		name_panel(lay, w, &lay->panels[i]);
}

/* Which facts besides numbers occur: gaps, withheld ones, soft marks. */
static void
find_states(const struct web *w, int *found)
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
		shorten(&lay->arena, &s, &n, ENTRY_CELLS);
	box.w = weblay_width(s, n, LABEL - PX);
	box.h = line_height(LABEL - PX);
	room = sample == LAY_SERIES ? SAMPLE : SIGN;
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
	add_text(lay, LAY_LEGEND, box, s, n, LABEL - PX, -1,
	    s == all ? NULL : all);
	g->x += room + box.w + 22 * PX;
}

static void
add_series_entries(struct weblay *lay, struct legend *g, const struct web *w)
{
	size_t	s, k, drawn = count_drawn(w);
	int	alone = 1;

	for (k = 0; k < lay->npanels; k++)
		for (s = 0; s + 1 < lay->panels[k].n; s++)
			alone &= lay->slot[lay->panels[k].series[s]] < 0;
	for (s = 0; s < w->nseries; s++) {
		const struct web_series	*x = &w->series[s];

		if (x->kind == WEB_TARGET)
			add_entry(lay, g, LAY_SERIES, LAY_TARGET, *x->name !=
			    '\0' ? x->name : _("target"));
		else if (drawn <= WEB_TOGETHER && (*x->name != '\0' ||
		    x->panel != NULL))
			add_entry(lay, g, LAY_SERIES, lay->slot[s],
			    web_full_name(w, s, &lay->arena));
		else if (drawn > WEB_TOGETHER && !alone && namesake(w, s) == s)
			add_entry(lay, g, LAY_SERIES, lay->slot[s], x->name);
	}
}

static int
make_legend(struct weblay *lay, const struct web *w, int width, int centre,
    int y)
{
	struct legend	g = { width, 0, y, centre, lay->ntexts, 0 };
	int		found[4] = { 0 };

	add_series_entries(lay, &g, w);
	find_states(w, found);
	if (found[LAY_ROUNDED])
		add_entry(lay, &g, LAY_ROUNDED, 0, _("rounded"));
	if (found[LAY_MISSING])
		add_entry(lay, &g, LAY_MISSING, 0, _("no value"));
	if (found[LAY_WITHHELD])
		add_entry(lay, &g, LAY_WITHHELD, 0,
		    _("not shown: too few people"));
	end_row(lay, &g);
	return g.y;
}

static size_t
columns(size_t npanels)
{
	return npanels == 1 ? 1 : npanels <= 4 ? 2 : 3;
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
		end = add_heading(lay, LAY_PANEL,
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
make_grid(struct weblay *lay, const struct rim *rim, int x, int y)
{
	size_t	cols = columns(lay->npanels), i;
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
		add_numbers(lay, p->x, p->y);
		add_labels(lay, rim, p->x, p->y);
	}
	return below;
}

/* Move everything right and take in whatever reaches farthest. */
static void
close_picture(struct weblay *lay, int bottom)
{
	int	left = 1 << 28, right = 0, shift;
	size_t	i;

	for (i = 0; i < lay->ntexts; i++) {
		const struct weblay_box	*b = &lay->texts[i].box;

		if (b->x < left)
			left = b->x;
		if (b->x + b->w > right)
			right = b->x + b->w;
	}
	for (i = 0; i < lay->npanels; i++) {
		if (lay->panels[i].x - lay->marks - 8 * PX < left)
			left = lay->panels[i].x - lay->marks - 8 * PX;
		if (lay->panels[i].x + lay->marks + 8 * PX > right)
			right = lay->panels[i].x + lay->marks + 8 * PX;
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
	lay->width = right + shift + MARGIN;
	lay->height = bottom + MARGIN;
	/* Whole pixels, so that the width is the view box's. */
	lay->width = (lay->width + PX - 1) / PX * PX;
	lay->height = (lay->height + PX - 1) / PX * PX;
}

void
weblay_make(struct weblay *lay, const struct web *w)
{
	struct rim	rim;
	int		found[4] = { 0 }, marks, width, x = 0, y = MARGIN;
	size_t		cols;

	weblay_panels(lay, w);
	find_states(w, found);
	marks = found[LAY_MISSING] || found[LAY_WITHHELD];
	make_rim(lay, &rim, w, (marks ? 30 : 16) * PX);
	lay->marks = lay->r + (marks ? 14 : 6) * PX;
	make_rings(lay, w);
	make_leaders(lay, w, &rim);
	cols = columns(lay->npanels);
	width = (int)cols * (rim.right - rim.left + PANELS) - PANELS;
	if (width < NARROW) {
		x = (NARROW - width) / 2;
		width = NARROW;
	}
	if (w->title != NULL && *w->title != '\0' && !w->bare)
		y = add_heading(lay, LAY_TITLE, w->title, HEADING, width / 2,
		    width, y) + 12 * PX;
	y = make_grid(lay, &rim, x, y);
	y = make_legend(lay, w, width, width / 2, y + 16 * PX);
	close_picture(lay, y);
}

void
weblay_free(struct weblay *lay)
{
	free(lay->texts);
	free(lay->legend);
	arena_free(&lay->arena);
}
