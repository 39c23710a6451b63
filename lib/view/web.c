/* The chart's model: what is drawn, before anybody knows how. */
#include "view/web.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/lang.h"
#include "base/utf.h"

/* Controls, and marks that turn the direction of what stands around. */
static int
unfit(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    (c >= 0xfffd && c <= 0xffff);
}

/*
 * A copy on one line, so that widths and breaks are those of what will be
 * drawn: blanks and line ends squeezed, what is unfit made visible.
 */
static const char *
one_line(struct arena *a, const char *s)
{
	const uint8_t	*u = (const uint8_t *)s;
	size_t		 n = strlen(s);
	struct str	 out;
	ucs4_t		 c;
	int		 k, gap = 0;
	char		*copy;

	str_init(&out);
	for (; n > 0; u += k, n -= (size_t)k) {
		k = u8_mbtoucr(&c, u, n);
		if (k < 1) {
			k = 1;
			c = 0xfffd;
		}
		if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
		    c == 0x2028 || c == 0x2029) {
			gap = out.len > 0;
			continue;
		}
		if (gap)
			str_addc(&out, ' ');
		gap = 0;
		if (unfit(c))
			str_add(&out, "\xef\xbf\xbd");
		else
			str_addn(&out, (const char *)u, (size_t)k);
	}
	copy = arena_strn(a, out.s, out.len);
	str_free(&out);
	return copy;
}

void
web_init(struct web *w)
{
	memset(w, 0, sizeof(*w));
	arena_init(&w->arena);
	w->prefix = "web";
	w->decimals = 4;
	w->min = w->max = FIXED_NONE;
}

void
web_free(struct web *w)
{
	size_t	i;

	for (i = 0; i < w->nseries; i++)
		free(w->series[i].values);
	free(w->series);
	free(w->links);
	free(w->axes);
	free(w->chosen);
	arena_free(&w->arena);
}

void
web_title(struct web *w, const char *title)
{
	w->title = title == NULL ? NULL : one_line(&w->arena, title);
}

void
web_about(struct web *w, const char *about)
{
	w->about = about == NULL ? NULL : one_line(&w->arena, about);
}

void
web_spread_words(struct web *w, const char *words)
{
	w->spread = one_line(&w->arena, words);
}

void
web_prefix(struct web *w, const char *prefix)
{
	w->prefix = arena_str(&w->arena, prefix);
}

void
web_scale(struct web *w, fixed min, fixed max, fixed step)
{
	w->min = min;
	w->max = max;
	w->step = step;
}

/*
 * Words with numbers behind a name: if that reads from the right, marks keep
 * the numbers from changing their places.
 */
static const char *
beside(struct arena *a, const char *name, const char *words)
{
	return !utf_is_rtl(name) || utf_is_rtl(words) ? words :
	    arena_printf(a, "\xe2\x80\x8e%s\xe2\x80\x8e", words);
}

void
web_own_scale(struct web *w, size_t axis, fixed min, fixed max)
{
	struct web_range	*own;
	char			 lo[NUM_LEN], hi[NUM_LEN];

	if (w->own == NULL) {
		w->own = arena_alloc(&w->arena, w->naxes * sizeof(*w->own));
		web_scale(w, 0, FIXED_ONE, FIXED_ONE / 4);
	}
	own = &w->own[axis];
	own->min = min;
	own->max = max;
	own->name = w->axes[axis];
	own->says = beside(&w->arena, own->name, arena_printf(&w->arena,
	    _("(%s to %s)"), num_str(lo, min, 0), num_str(hi, max, 0)));
	w->axes[axis] = arena_printf(&w->arena, "%s %s", own->name, own->says);
}

fixed
web_place(const struct web *w, size_t axis, fixed value)
{
	const struct web_range	*own;

	if (w->own == NULL)
		return value;
	own = &w->own[axis];
	return (fixed)num_div((wide)(value - own->min) * FIXED_ONE,
	    own->max - own->min);
}

size_t
web_axis(struct web *w, const char *label)
{
	w->axes = mem_grow(w->axes, w->naxes, &w->capaxes, sizeof(*w->axes));
	w->chosen = mem_grow(w->chosen, w->naxes, &w->capchosen,
	    sizeof(*w->chosen));
	w->axes[w->naxes] = one_line(&w->arena, label);
	w->chosen[w->naxes] = 0;
	return w->naxes++;
}

size_t
web_series(struct web *w, const char *name, const char *panel,
    enum web_kind kind)
{
	struct web_series	*s;

	w->series = mem_grow(w->series, w->nseries, &w->capseries,
	    sizeof(*w->series));
	s = &w->series[w->nseries];
	memset(s, 0, sizeof(*s));
	s->name = one_line(&w->arena, name == NULL ? "" : name);
	s->panel = panel == NULL ? NULL : one_line(&w->arena, panel);
	s->kind = kind;
	s->n_least = s->n_most = -1;
	return w->nseries++;
}

void
web_name(struct web *w, size_t series, const char *name)
{
	w->series[series].name = one_line(&w->arena, name);
}

void
web_link(struct web *w, size_t from, size_t to, int strength)
{
	w->links = mem_grow(w->links, w->nlinks, &w->caplinks,
	    sizeof(*w->links));
	w->links[w->nlinks++] = (struct web_link){ from, to, strength };
}

void
web_choose(struct web *w, size_t axis)
{
	w->chosen[axis] = 1;
}

void
web_clear(struct web *w)
{
	size_t	i;

	for (i = 0; i < w->nseries; i++)
		free(w->series[i].values);
	w->nseries = 0;
}

size_t
web_drawn(const struct web *w)
{
	size_t	s, n = 0;

	for (s = 0; s < w->nseries; s++)
		n += w->series[s].kind != WEB_TARGET;
	return n;
}

static struct web_value *
slot(struct web *w, size_t series, size_t axis)
{
	struct web_series	*s = &w->series[series];

	while (s->ncells <= axis) {
		s->values = mem_grow(s->values, s->ncells, &s->capcells,
		    sizeof(*s->values));
		memset(&s->values[s->ncells++], 0, sizeof(*s->values));
	}
	return &s->values[axis];
}

void
web_set(struct web *w, size_t series, size_t axis, fixed value, int rounded)
{
	*slot(w, series, axis) =
	    (struct web_value){ WEB_NUMBER, value, rounded, 0, 0, 0 };
}

void
web_spread(struct web *w, size_t series, size_t axis, fixed low, fixed high)
{
	struct web_value	*v = slot(w, series, axis);

	v->spread = 1;
	v->low = low;
	v->high = high;
}

void
web_people(struct web *w, size_t series, int64_t least, int64_t most)
{
	w->series[series].n_least = least;
	w->series[series].n_most = most;
}

/* "11 to 12 people", or NULL where nobody said. */
static const char *
people_words(const struct web *w, size_t s, struct arena *a)
{
	const struct web_series	*x = &w->series[s];

	if (x->n_least < 0)
		return NULL;
	if (x->n_least == x->n_most)
		return arena_printf(a, ngettext("%lld person", "%lld people",
		    (unsigned long)x->n_least), (long long)x->n_least);
	return arena_printf(a, _("%lld to %lld people"),
	    (long long)x->n_least, (long long)x->n_most);
}

const char *
web_named(const struct web *w, size_t s, const char *name, struct arena *a)
{
	const char	*n = people_words(w, s, a);

	return n == NULL ? name : *name == '\0' ? n :
	    arena_printf(a, "%s, %s", name, beside(a, name, n));
}

void
web_withhold(struct web *w, size_t series, size_t axis)
{
	*slot(w, series, axis) = (struct web_value){ WEB_WITHHELD, 0, 0, 0, 0, 0 };
}

struct web_value
web_get(const struct web *w, size_t series, size_t axis)
{
	const struct web_series	*s = &w->series[series];

	return axis < s->ncells ? s->values[axis] :
	    (struct web_value){ WEB_MISSING, 0, 0, 0, 0, 0 };
}

/* An axis and what it gained; NONE comes last. */
struct gain {
	size_t	axis;
	fixed	by;
};

static int
by_gain(const void *a, const void *b)
{
	const struct gain	*x = a, *y = b;

	if (x->by != y->by)
		return x->by == FIXED_NONE ? 1 : y->by == FIXED_NONE ? -1 :
		    x->by < y->by ? 1 : -1;
	return x->axis < y->axis ? -1 : x->axis > y->axis;
}

/* The first two series that stand together. */
static int
first_pair(const struct web *w, size_t *pair)
{
	size_t	s, t;

	for (s = 0; s < w->nseries; s++)
		for (t = s + 1; t < w->nseries; t++) {
			const struct web_series	*x = &w->series[s],
						*y = &w->series[t];

			if (x->kind == WEB_TARGET || y->kind == WEB_TARGET ||
			    (x->panel == NULL) != (y->panel == NULL) ||
			    (x->panel != NULL &&
			    strcmp(x->panel, y->panel) != 0))
				continue;
			pair[0] = s;
			pair[1] = t;
			return 1;
		}
	return 0;
}

/* Each scale goes with its axis. */
static void
sort_own(struct web *w, const struct gain *g)
{
	struct web_range	*old = w->own;
	size_t			 i;

	if (old == NULL)
		return;
	w->own = arena_alloc(&w->arena, w->naxes * sizeof(*w->own));
	for (i = 0; i < w->naxes; i++)
		w->own[i] = old[g[i].axis];
}

/* Put the axes, and all that goes with them, into this order. */
static void
reorder(struct web *w, struct gain *g)
{
	struct web_value	 *values;
	const char		**axes;
	size_t			  i, s;

	qsort(g, w->naxes, sizeof(*g), by_gain);
	axes = mem_calloc(w->naxes + 1, sizeof(*axes));
	for (i = 0; i < w->naxes; i++)
		axes[i] = w->axes[g[i].axis];
	memcpy(w->axes, axes, w->naxes * sizeof(*axes));
	sort_own(w, g);
	for (s = 0; s < w->nseries; s++) {
		values = mem_calloc(w->naxes + 1, sizeof(*values));
		for (i = 0; i < w->naxes; i++)
			values[i] = web_get(w, s, g[i].axis);
		free(w->series[s].values);
		w->series[s].values = values;
		w->series[s].ncells = w->series[s].capcells = w->naxes;
	}
	free(axes);
}

int
web_sort_change(struct web *w)
{
	struct web_value	 before, now;
	struct gain		*g;
	size_t			 pair[2], i;

	if (!first_pair(w, pair))
		return -1;
	g = mem_calloc(w->naxes + 1, sizeof(*g));
	for (i = 0; i < w->naxes; i++) {
		before = web_get(w, pair[0], i);
		now = web_get(w, pair[1], i);
		g[i].axis = i;
		g[i].by = before.state == WEB_NUMBER &&
		    now.state == WEB_NUMBER ? web_place(w, i, now.value) -
		    web_place(w, i, before.value) : FIXED_NONE;
	}
	reorder(w, g);
	free(g);
	return 0;
}

void
web_sort_by(struct web *w, const fixed *rank)
{
	struct gain	*g = mem_calloc(w->naxes + 1, sizeof(*g));
	size_t		 i;

	for (i = 0; i < w->naxes; i++) {
		g[i].axis = i;
		g[i].by = rank[i] == FIXED_NONE ? FIXED_NONE : -rank[i];
	}
	reorder(w, g);
	free(g);
}

/* Whether there is no other series to take this one for. */
static int
is_alone(const struct web *w, size_t s)
{
	return w->nseries == 1 || w->series[s].kind == WEB_TARGET;
}

const char *
web_full_name(const struct web *w, size_t s, struct arena *a)
{
	const struct web_series	*x = &w->series[s];

	if ((x->panel == NULL || *x->panel == '\0') && *x->name == '\0')
		return is_alone(w, s) ? "" : _("(no name)");
	if (x->panel == NULL || *x->panel == '\0')
		return x->name;
	if (*x->name == '\0')
		return x->panel;
	return arena_printf(a, "%s, %s", x->panel, x->name);
}

int
web_scale_ok(fixed min, fixed max, fixed step)
{
	const fixed	limit = 1000000000 * FIXED_ONE;

	return min >= -limit && min < max && max <= limit && step >= 0 &&
	    step <= limit;
}

/*
 * A step for a scale that names none: the smallest of 1, 2, 5, 10, … that
 * gives at most six rings.
 */
static fixed
chosen_step(fixed range)
{
	fixed	step = 1;

	for (;;) {
		if (range / step <= 5)
			return step;
		if (range / (2 * step) <= 5)
			return 2 * step;
		if (range / (5 * step) <= 5)
			return 5 * step;
		step *= 10;
	}
}

fixed
web_step(const struct web *w)
{
	return w->step > 0 ? w->step : chosen_step(w->max - w->min);
}

int
web_scaled(const struct web *w)
{
	struct web_range	r = { .min = w->min, .max = w->max };
	struct web_value	v;
	size_t			s, a;

	if (!web_scale_ok(w->min, w->max, w->step))
		return 0;
	for (a = 0; a < w->naxes; a++) {
		if (w->own != NULL)
			r = w->own[a];
		for (s = 0; s < w->nseries; s++) {
			v = web_get(w, s, a);
			if (v.state == WEB_NUMBER && (v.value < r.min ||
			    v.value > r.max || (v.spread && (v.low < r.min ||
			    v.high > r.max || v.low > v.high))))
				return 0;
		}
	}
	return 1;
}

int
web_ready(const struct web *w)
{
	size_t	least = w->mode == WEB_DOTS ? 1 : WEB_AXES_MIN;
	size_t	most = w->mode == WEB_DOTS ? WEB_DOTS_MAX : WEB_AXES_MAX;

	if (w->mode == WEB_LINKS)
		return w->naxes >= 2 && w->naxes <= WEB_AXES_MAX &&
		    w->nlinks > 0;
	return w->naxes >= least && w->naxes <= most &&
	    web_drawn(w) <= WEB_SERIES_MAX &&
	    (w->blank ? w->nseries == 0 : w->nseries > 0) && web_scaled(w);
}
