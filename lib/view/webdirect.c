/*
 * Names of series beside their own lines, where each finds a free place: away
 * from every mark, line, spread, number and label.  One that finds none sends all of
 * them to the legend.
 */
#include "view/weblay.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "view/svg.h"
#include "view/webmark.h"

#define PX	SVG_PX
#define SIZE	(13 * PX)
#define AWAY	(11 * PX)	/* from its own point to the text */
#define CLEAR	(7 * PX)	/* of other marks */
#define NEAR	(2 * PX)	/* of lines and other texts */
#define MARK	(7 * PX)	/* half of a mark */

#define TICK	(4 * PX)	/* half of one at the end of a spread */

/* A point of the chart, about its centre. */
struct point {
	size_t	series, axis;
	int	x, y, r;
	int	spread, low, high;	/* how far out it goes */
};

struct direct {
	const struct web	*w;
	struct weblay		*lay;
	struct point		*p;
	size_t			 n;
	int			 x, y;		/* the web's centre */
	size_t			 first;		/* texts placed by us */
};

static void
find_points(struct direct *d)
{
	struct web_value	 v;
	struct point		*p;
	size_t			 s, i;

	d->p = arena_alloc(&d->lay->arena, (d->w->nseries * d->w->naxes + 1) *
	    sizeof(*d->p));
	for (s = 0; s < d->w->nseries; s++)
		for (i = 0; i < d->w->naxes; i++) {
			v = web_get(d->w, s, i);
			if (v.state != WEB_NUMBER)
				continue;
			p = &d->p[d->n++];
			p->series = s;
			p->axis = i;
			p->r = weblay_radius(d->w, web_place(d->w, i, v.value),
			    d->lay->r);
			weblay_point(i, d->w->naxes, p->r, &p->x, &p->y);
			if (!v.spread)
				continue;
			p->spread = 1;
			p->low = weblay_radius(d->w, web_place(d->w, i, v.low),
			    d->lay->r);
			p->high = weblay_radius(d->w, web_place(d->w, i,
			    v.high), d->lay->r);
		}
}

static int
in_box(const struct weblay_box *b, int x, int y, int pad)
{
	return x > b->x - pad && x < b->x + b->w + pad && y > b->y - pad &&
	    y < b->y + b->h + pad;
}

/* On which side of the line through p and q a point lies. */
static int
side(const struct point *p, const struct point *q, int x, int y)
{
	int64_t	cross = (int64_t)(q->x - p->x) * (y - p->y) -
		    (int64_t)(q->y - p->y) * (x - p->x);

	return (cross > 0) - (cross < 0);
}

/*
 * Whether a line comes near a box: it does unless all of it lies beyond one
 * edge, or all corners lie on one side of it.
 */
static int
line_hits(const struct weblay_box *b, const struct point *p,
    const struct point *q, int near)
{
	int	l = b->x - near, r = b->x + b->w + near;
	int	t = b->y - near, u = b->y + b->h + near;
	int	sum;

	if ((p->x < l && q->x < l) || (p->x > r && q->x > r) ||
	    (p->y < t && q->y < t) || (p->y > u && q->y > u))
		return 0;
	sum = side(p, q, l, t) + side(p, q, r, t) + side(p, q, l, u) +
	    side(p, q, r, u);
	return abs(sum) < 4;
}

/* The line from low to high, which has ticks and may stand aside. */
static int
spread_hits(const struct direct *d, const struct weblay_box *b,
    const struct point *p)
{
	struct point	low, high;
	int		aside = abs(webmark_aside(d->lay, &d->lay->panels[0],
			    d->lay->slot[p->series]));

	weblay_point(p->axis, d->w->naxes, p->low, &low.x, &low.y);
	weblay_point(p->axis, d->w->naxes, p->high, &high.x, &high.y);
	return line_hits(b, &low, &high, TICK + NEAR + aside);
}

/* The next point of the outline, or NULL where it has a gap. */
static const struct point *
next_point(const struct direct *d, size_t at)
{
	const struct point	*p = &d->p[at];
	size_t			 want = (p->axis + 1) % d->w->naxes, i;

	for (i = 0; i < d->n; i++)
		if (d->p[i].series == p->series && d->p[i].axis == want)
			return &d->p[i];
	return NULL;
}

static int
boxes_meet(const struct weblay_box *a, const struct weblay_box *b)
{
	return a->x < b->x + b->w + NEAR && b->x < a->x + a->w + NEAR &&
	    a->y < b->y + b->h + NEAR && b->y < a->y + a->h + NEAR;
}

/* Whether nothing stands where the box would; about the web's centre. */
static int
is_free(const struct direct *d, const struct weblay_box *b, size_t own)
{
	const struct point	*next;
	struct weblay_box	 t;
	size_t			 i;

	for (i = 0; i < d->n; i++) {
		if (in_box(b, d->p[i].x, d->p[i].y, MARK + (d->p[i].series ==
		    own ? NEAR : CLEAR)))
			return 0;
		if (d->p[i].spread && spread_hits(d, b, &d->p[i]))
			return 0;
		if ((next = next_point(d, i)) != NULL &&
		    line_hits(b, &d->p[i], next, NEAR))
			return 0;
	}
	for (i = 0; i < d->lay->ntexts; i++) {
		t = d->lay->texts[i].box;
		t.x -= d->x;
		t.y -= d->y;
		if (boxes_meet(&t, b))
			return 0;
	}
	return 1;
}

/* The four places beside a point; the outer side comes first. */
static void
place_at(const struct point *p, int k, struct weblay_box *b)
{
	int	right = p->x >= 0;

	switch (k) {
	case 0:
	case 1:
		b->x = right == (k == 0) ? p->x + AWAY : p->x - AWAY - b->w;
		b->y = p->y - b->h / 2;
		break;
	default:
		b->x = p->x - b->w / 2;
		b->y = (p->y < 0) == (k == 2) ? p->y - AWAY - b->h :
		    p->y + AWAY;
	}
}

/* All inside the web's rim: beyond it are labels and other marks. */
static int
is_inside(const struct direct *d, const struct weblay_box *b)
{
	int64_t	x = abs(b->x) > abs(b->x + b->w) ? b->x : b->x + b->w;
	int64_t	y = abs(b->y) > abs(b->y + b->h) ? b->y : b->y + b->h;

	return weblay_root(x * x + y * y) < d->lay->r;
}

/* A place for one series' name: beside its outermost points first. */
static int
place_name(struct direct *d, size_t s, const char *name)
{
	struct weblay_box	 b, best;
	size_t			 i, n = strlen(name);
	int			 k, found = -1;

	b.w = weblay_width(name, n, SIZE) * 11 / 10;	/* it is bold */
	b.h = weblay_line(SIZE);
	for (i = 0; i < d->n; i++) {
		if (d->p[i].series != s || d->p[i].r <= found)
			continue;
		for (k = 0; k < 4; k++) {
			place_at(&d->p[i], k, &b);
			if (is_inside(d, &b) && is_free(d, &b, s)) {
				best = b;
				found = d->p[i].r;
				break;
			}
		}
	}
	if (found < 0)
		return 0;
	best.x += d->x;
	best.y += d->y;
	weblay_text_add(d->lay, LAY_DIRECT, best, name, n, SIZE, -1, NULL);
	d->lay->texts[d->lay->ntexts - 1].slot = d->lay->slot[s];
	return 1;
}

int
weblay_direct(struct weblay *lay, const struct web *w)
{
	struct direct	d = { .w = w, .lay = lay, .first = lay->ntexts };
	size_t		s;

	if (lay->npanels != 1 || w->mode != WEB_ROUND || web_drawn(w) < 2)
		return 0;
	d.x = lay->panels[0].x;
	d.y = lay->panels[0].y;
	find_points(&d);
	for (s = 0; s < w->nseries; s++) {
		if (w->series[s].kind == WEB_TARGET)
			continue;
		if (!place_name(&d, s, web_named(w, s, web_full_name(w, s,
		    &lay->arena), &lay->arena))) {
			lay->ntexts = d.first;
			return 0;
		}
	}
	return 1;
}
