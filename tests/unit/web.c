/* The chart: nothing overlaps, nothing leaves the picture, nothing is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "view/svg.h"
#include "view/web.h"
#include "view/webdots.h"
#include "view/weblay.h"

static const char *const scripts[][3] = {
	{ "Money", "People", "Rules" },
	{ "Accountability to affected people and communities wherever the team "
	    "is busy", "RC AUXILIARY ROLE, MANDATE AND LAW; PREPAREDNESS "
	    "LEADERSHIP, MANAGEMENT AND WWW", "x" },
	{ "Gouvernance et vie associative : règles, mandats, élections",
	    "Ressources financières et matérielles", "Échéances « à tenir »" },
	{ "الحوكمة والقواعد", "المتطوعون والموظفون في الجمعية المحلية وشركاؤها "
	    "في المنطقة كلها ومن معهم", "المال" },
	{ "治理和规则以及志愿者的参与和学习与适应能力建设项目财务伙伴关系与网络",
	    "财务", "伙伴关系与网络" },
	{ "🌍🌱👩‍👩‍👧‍👦 people and places 🎉🎉🎉🎉🎉🎉", "💶", "🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝" },
	{ "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherung",
	    "", "ﷺ ﷽" },
};
#define NSCRIPTS	(sizeof(scripts) / sizeof(*scripts))

/* Gaps, withheld and rounded ones in a pattern that `mix` turns. */
static void
fill(struct web *w, size_t axes, size_t series, const char *const *labels,
    size_t mix)
{
	static const char *const names[] = { "agreed", "votes of everybody",
	    "before", "a name so long that no legend could hold it in one row "
	    "of any picture" };
	size_t	a, s, i;
	fixed	min = mix % 3 == 0 ? 0 : FIXED_ONE;

	web_init(w);
	web_title(w, mix % 2 == 0 ? "A web" : labels[0]);
	web_scale(w, min, 5 * FIXED_ONE, mix % 4 == 3 ? 0 : FIXED_ONE / 2);
	for (a = 0; a < axes; a++)
		web_axis(w, labels[a % 3]);
	for (i = 0; i < series; i++) {
		s = web_series(w, names[i % 4], NULL, WEB_PLAIN);
		for (a = 0; a < axes; a++)
			switch ((a * 7 + i + mix) % 5) {
			case 0:
				break;
			case 1:
				web_withhold(w, s, a);
				break;
			default:
				web_set(w, s, a, min + FIXED_ONE *
				    (fixed)((a + i) % 4), a % 2 == 0);
			}
	}
}

static int
meet(const struct weblay_box *a, const struct weblay_box *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w &&
	    a->y < b->y + b->h && b->y < a->y + a->h;
}

/* Whether a box comes nearer to a panel's centre than its rim. */
static int
in_web(const struct weblay *lay, const struct weblay_box *b)
{
	size_t	p;

	for (p = 0; p < lay->npanels; p++) {
		int64_t	x = lay->panels[p].x, y = lay->panels[p].y;

		x = x < b->x ? b->x - x : x > b->x + b->w ? x - b->x - b->w : 0;
		y = y < b->y ? b->y - y : y > b->y + b->h ? y - b->y - b->h : 0;
		if (x * x + y * y < (int64_t)lay->r * lay->r)
			return 1;
	}
	return 0;
}

/* Every text is wide enough, inside the picture, and apart from the others. */
static void
look_at_texts(const struct weblay *lay)
{
	size_t	i, k;

	for (i = 0; i < lay->ntexts; i++) {
		const struct weblay_text	*t = &lay->texts[i];
		const struct weblay_box		*b = &t->box;

		assert_true(b->x >= 0 && b->y >= 0);
		assert_true(b->x + b->w <= lay->width);
		assert_true(b->y + b->h <= lay->height);
		assert_true(weblay_width(t->s, t->n, t->size) <= b->w);
		for (k = 0; k < i; k++)
			assert_false(meet(&lay->texts[k].box, b));
	}
}

/* What is mostly broad letters is estimated broader than a column's width. */
static void
broad_letters(void **state)
{
	(void)state;
	assert_int_equal(weblay_width("WWWWWWWWWW", 10, 1400), 14000);
	assert_int_equal(weblay_width("@@@@ mmmm%", 10, 1400), 13300);
	assert_int_equal(weblay_width("Minutes", 7, 1000), 7 * 600 + 150);
	assert_int_equal(weblay_width("people we serve", 15, 1000), 9000);
}

static void
look(const struct web *w)
{
	struct weblay	lay;
	size_t		i, rings = 0;

	weblay_make(&lay, w);
	look_at_texts(&lay);
	for (i = 0; i < lay.ntexts; i++) {
		rings += lay.texts[i].role == LAY_RING;
		if (lay.texts[i].role == LAY_AXIS && lay.npanels == 1)
			assert_false(in_web(&lay, &lay.texts[i].box));
	}
	assert_true(rings >= 2 * lay.npanels);
	weblay_free(&lay);
}

static void
disjoint(void **state)
{
	struct web	w;
	size_t		n, s, k;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++)
		for (k = 0; k < NSCRIPTS; k++)
			for (s = 1; s <= 3; s++) {
				fill(&w, n, s, scripts[k], n + k + s);
				assert_true(web_ready(&w));
				look(&w);
				web_free(&w);
			}
}

/* However long a label is, the scale of its axis stands on it as a whole. */
static void
scales_kept(void **state)
{
	struct web	w;
	struct weblay	lay;
	size_t		n, k, a, t, found;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++)
		for (k = 0; k < NSCRIPTS; k++) {
			fill(&w, n, 1 + 3 * (n % 2), scripts[k], n + k);
			for (a = 0; a < n; a++)
				web_own_scale(&w, a, -FIXED_ONE,
				    5 * FIXED_ONE);
			weblay_make(&lay, &w);
			look_at_texts(&lay);
			for (found = 0, t = 0; t < lay.ntexts; t++)
				found += memmem(lay.texts[t].s, lay.texts[t].n,
				    "(-1 to 5)", 9) != NULL;
			assert_int_equal(found, n * lay.npanels);
			weblay_free(&lay);
			web_free(&w);
		}
}

static void
disjoint_panels(void **state)
{
	struct web	w;
	size_t		n, k;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n += 3)
		for (k = 0; k < NSCRIPTS; k++) {
			fill(&w, n, 4 + n % 7, scripts[k], n + k);
			look(&w);
			web_free(&w);
		}
}

/* Wide numbers of a scale, where labels stand close to the first axis. */
static void
wide_numbers(void **state)
{
	struct web	w;
	size_t		n;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++) {
		fill(&w, n, 1, scripts[0], 2);
		web_scale(&w, -1000000000 * FIXED_ONE, 999999999 * FIXED_ONE +
		    1234, 0);
		look(&w);
		web_free(&w);
	}
}

static char *
drawn(const struct web *w)
{
	char	*s;
	size_t	 n;
	FILE	*fp = open_memstream(&s, &n);

	assert_non_null(fp);
	web_draw(fp, w);
	assert_int_equal(fclose(fp), 0);
	return s;
}

static int
count(const char *s, const char *what)
{
	int	n = 0;

	for (; (s = strstr(s, what)) != NULL; s += strlen(what))
		n++;
	return n;
}

/*
 * Each axis of a series gives a point, a hollow mark or a covered one, and
 * each kind that occurs stands once more in the legend.
 */
static void
nothing_lost(void **state)
{
	struct web	w;
	size_t		n;
	char		*s;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++) {
		fill(&w, n, 1, scripts[0], 4);
		s = drawn(&w);
		assert_int_equal(count(s, "<circle cx") +
		    count(s, "<circle class=\"p\"") +
		    count(s, "<circle class=\"x\"") + count(s, "rx=\"2\"") +
		    count(s, "<circle class=\"k\""),
		    (int)n + count(s, ">agreed</text>") +
		    count(s, ">rounded</text>") +
		    count(s, ">no value</text>") +
		    count(s, ">not shown: too few people</text>"));
		free(s);
		web_free(&w);
	}
}

/* Lines of dots: labels before the lines, each value drawn once. */
static void
dots(void **state)
{
	static const size_t	 axes[] = { 1, 2, 5, 10, 11, 24, 60 };
	struct web		 w;
	struct weblay		 lay;
	size_t			 i, k, n, t;
	char			*svg;

	(void)state;
	for (i = 0; i < sizeof(axes) / sizeof(*axes); i++)
		for (k = 0; k < NSCRIPTS; k++)
			for (n = 1; n < 8; n += n < 3 ? 1 : 3) {
				fill(&w, axes[i], n, scripts[k], i + k + n);
				w.mode = WEB_DOTS;
				w.apart = k % 2 == 1;
				assert_true(web_ready(&w));
				webdots_lay(&lay, &w);
				look_at_texts(&lay);
				for (t = 0; t < lay.ntexts; t++)
					assert_false(lay.texts[t].role ==
					    LAY_AXIS && lay.texts[t].box.x +
					    lay.texts[t].box.w >=
					    lay.panels[0].x);
				weblay_free(&lay);
				svg = drawn(&w);
				assert_int_equal(count(svg, "class=\"p\"") +
				    count(svg, "class=\"x\"") +
				    count(svg, " w\" x="),
				    (int)(axes[i] * n));
				free(svg);
				web_free(&w);
			}
	fill(&w, WEB_DOTS_MAX + 1, 1, scripts[0], 0);
	w.mode = WEB_DOTS;
	assert_false(web_ready(&w));
	web_free(&w);
}

static void
links(void **state)
{
	struct web	 w;
	struct weblay	 lay;
	size_t		 n, k, a;
	char		*svg;

	(void)state;
	for (n = 2; n <= WEB_AXES_MAX; n++)
		for (k = 0; k < NSCRIPTS; k++) {
			web_init(&w);
			w.mode = WEB_LINKS;
			web_title(&w, scripts[k][0]);
			for (a = 0; a < n; a++)
				web_axis(&w, scripts[k][a % 3]);
			for (a = 0; a < n; a++)
				web_link(&w, a, (a + 1) % n, 1 + (int)a % 3);
			web_choose(&w, n - 1);
			assert_true(web_ready(&w));
			weblay_make(&lay, &w);
			look_at_texts(&lay);
			for (a = 0; a < lay.ntexts; a++)
				assert_false(lay.texts[a].role == LAY_AXIS &&
				    in_web(&lay, &lay.texts[a].box));
			weblay_free(&lay);
			svg = drawn(&w);
			assert_int_equal(count(svg, "<g class=\"l\">"),
			    (int)n);
			free(svg);
			web_free(&w);
		}
	web_init(&w);
	w.mode = WEB_LINKS;
	web_axis(&w, "a");
	web_axis(&w, "b");
	assert_false(web_ready(&w));
	web_free(&w);
}

/* Whether a mark, or the spread of a value, reaches into a name's box. */
static int
is_crossed(const struct web *w, const struct weblay *lay,
    const struct weblay_box *b)
{
	size_t	s, a;
	int	x, y, from, to, r;

	for (s = 0; s < w->nseries; s++)
		for (a = 0; a < w->naxes; a++) {
			struct web_value	v = web_get(w, s, a);

			if (v.state != WEB_NUMBER)
				continue;
			from = weblay_radius(w, v.spread ? v.low : v.value,
			    lay->r);
			to = weblay_radius(w, v.spread ? v.high : v.value,
			    lay->r);
			for (r = from; r <= to; r += SVG_PX) {
				weblay_point(a, w->naxes, r, &x, &y);
				x += lay->panels[0].x - b->x;
				y += lay->panels[0].y - b->y;
				if (x > -6 * SVG_PX && x < b->w + 6 * SVG_PX &&
				    y > -6 * SVG_PX && y < b->h + 6 * SVG_PX)
					return 1;
			}
		}
	return 0;
}

/* Names beside lines: all of them or none, and nothing runs through them. */
static void
names_beside(void **state)
{
	static const char *const	 names[] = { "women", "men", "youth" };
	struct web			 w;
	struct weblay			 lay;
	size_t				 n, k, s, a, t, got;
	int				 beside[2] = { 0, 0 };

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++)
		for (k = 2; k < 10; k++) {
			web_init(&w);
			web_scale(&w, 0, 10 * FIXED_ONE, FIXED_ONE);
			for (a = 0; a < n; a++)
				web_axis(&w, "a");
			for (s = 0; s < 2 + k % 2; s++) {
				web_series(&w, names[s], NULL, WEB_PLAIN);
				for (a = 0; a < n; a++) {
					fixed	v = (fixed)(1 + (a * 5 + s * k)
					    % 8) * FIXED_ONE;

					web_set(&w, s, a, v, 0);
					if (k > 5)
						web_spread(&w, s, a, v -
						    FIXED_ONE, v + FIXED_ONE);
				}
			}
			weblay_make(&lay, &w);
			look_at_texts(&lay);
			for (got = 0, t = 0; t < lay.ntexts; t++) {
				if (lay.texts[t].role != LAY_DIRECT)
					continue;
				got++;
				assert_false(is_crossed(&w, &lay,
				    &lay.texts[t].box));
			}
			assert_int_equal(got, lay.direct ? w.nseries : 0);
			assert_int_equal(lay.nlegend, lay.direct ? 0 :
			    w.nseries);
			beside[k > 5] += lay.direct;
			weblay_free(&lay);
			web_free(&w);
		}
	assert_true(beside[0] > 20);
	assert_true(beside[1] > 0);
}

/* Each axis on its own scale: places, order and targets go with the axis. */
static void
own_scales(void **state)
{
	struct web	w;
	size_t		a, s, t;

	(void)state;
	web_init(&w);
	for (a = 0; a < 3; a++)
		web_axis(&w, a == 0 ? "A" : a == 1 ? "B" : "C");
	s = web_series(&w, "then", NULL, WEB_PLAIN);
	t = web_series(&w, "now", NULL, WEB_PLAIN);
	web_series(&w, "aim", NULL, WEB_TARGET);
	web_own_scale(&w, 0, 0, 100 * FIXED_ONE);
	web_own_scale(&w, 1, -3 * FIXED_ONE, 3 * FIXED_ONE);
	web_own_scale(&w, 2, FIXED_ONE, 5 * FIXED_ONE);
	assert_int_equal(web_place(&w, 0, 25 * FIXED_ONE), FIXED_ONE / 4);
	assert_int_equal(web_place(&w, 1, 0), FIXED_ONE / 2);
	assert_int_equal(web_place(&w, 2, 5 * FIXED_ONE), FIXED_ONE);
	web_set(&w, s, 0, 0, 0);
	web_set(&w, t, 0, 20 * FIXED_ONE, 0);	/* a fifth of its scale */
	web_set(&w, s, 1, 0, 0);
	web_set(&w, t, 2, FIXED_ONE, 0);
	web_set(&w, s, 2, FIXED_ONE, 0);
	web_set(&w, t, 2, 3 * FIXED_ONE, 0);	/* half of it */
	web_set(&w, 2, 2, 4 * FIXED_ONE, 0);
	assert_int_equal(web_sort_change(&w), 0);
	assert_string_equal(w.axes[0], "C (1 to 5)");
	assert_string_equal(w.axes[1], "A (0 to 100)");
	assert_string_equal(w.axes[2], "B (-3 to 3)");	/* no number now */
	assert_int_equal(w.own[0].max, 5 * FIXED_ONE);
	assert_string_equal(w.own[0].name, "C");
	assert_int_equal(web_get(&w, 2, 0).value, 4 * FIXED_ONE);
	assert_int_equal(web_get(&w, 2, 1).state, WEB_MISSING);
	assert_true(web_scaled(&w));
	web_set(&w, 2, 0, 6 * FIXED_ONE, 0);
	assert_false(web_scaled(&w));
	web_set(&w, 2, 0, 4 * FIXED_ONE, 0);
	web_spread(&w, 2, 0, 0, 5 * FIXED_ONE);
	assert_false(web_scaled(&w));
	web_free(&w);
}

/* The path of the only series: where the pen goes down, and whether closed. */
static void
outline(const char *given, const char *want)
{
	struct web	 w;
	size_t		 a, s;
	char		*svg, *path, got[64] = "";
	size_t		 n = 0;

	web_init(&w);
	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	s = web_series(&w, "", NULL, WEB_PLAIN);
	for (a = 0; given[a] != '\0'; a++) {
		web_axis(&w, "a");
		if (given[a] != '-')
			web_set(&w, s, a, (given[a] - '0') * FIXED_ONE, 0);
	}
	svg = drawn(&w);
	path = strstr(svg, "<path class=\"s0\"");
	if (path != NULL && (path = strstr(path, " d=\"")) != NULL)
		for (path += 4; *path != '"'; path++)
			if (strchr("MLZ", *path) != NULL && n < 63)
				got[n++] = *path;
	assert_string_equal(got, want);
	free(svg);
	web_free(&w);
}

static void
gaps(void **state)
{
	(void)state;
	outline("12345", "MLLLLZ");
	outline("1-345", "MLLL");	/* over the seam: 3 4 5 1 */
	outline("-2345", "MLLL");
	outline("1234-", "MLLL");
	outline("1-34-", "ML");		/* 1 stands alone */
	outline("-2-4-", "");
	outline("11-11-", "MLML");
	outline("-----", "");
}

/* No circle to tick touches another, or is under a number of the scale. */
static void
numbers_clear(const struct web *w)
{
	struct weblay		lay;
	struct weblay_box	c;
	size_t			i, k, t;
	int			x, y, x2, y2, r;

	weblay_make(&lay, w);
	for (k = 0; k < lay.nrings; k++)
		for (i = 0; i < w->naxes; i++) {
			r = weblay_tick(w, lay.rings[k].r);
			weblay_point(i, w->naxes, lay.rings[k].r, &x, &y);
			weblay_point(i + 1, w->naxes, lay.rings[k].r, &x2,
			    &y2);
			assert_true(weblay_root((int64_t)(x - x2) * (x - x2) +
			    (int64_t)(y - y2) * (y - y2)) > 2 * r);
			c = (struct weblay_box){ lay.panels[0].x + x - r,
			    lay.panels[0].y + y - r, 2 * r, 2 * r };
			for (t = 0; t < lay.ntexts; t++)
				assert_false(lay.texts[t].role == LAY_RING &&
				    meet(&lay.texts[t].box, &c));
		}
	weblay_free(&lay);
}

/* Nothing to show yet: the rings with their numbers, the axes, and no mark. */
static void
blank(void **state)
{
	struct web	 w;
	size_t		 n, k, a;
	char		*svg, *words;

	(void)state;
	for (n = WEB_AXES_MIN; n <= WEB_AXES_MAX; n++)
		for (k = 0; k < NSCRIPTS; k++) {
			web_init(&w);
			w.blank = 1;
			web_title(&w, scripts[k][0]);
			web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
			for (a = 0; a < n; a++)
				web_axis(&w, scripts[k][a % 3]);
			assert_true(web_ready(&w));
			look(&w);
			numbers_clear(&w);
			web_free(&w);
		}
	web_init(&w);
	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	for (a = 0; a < 4; a++)
		web_axis(&w, "Money");
	/* Without a word about it a web without series is a mistake. */
	assert_false(web_ready(&w));
	w.blank = 1;
	svg = drawn(&w);
	assert_non_null(strstr(svg, ">5</text>"));
	assert_non_null(strstr(svg, ">1</text>"));
	assert_int_equal(count(svg, ">Money</text>"), 4);
	assert_int_equal(count(svg, "<circle "), 4 * 5);
	assert_null(strstr(svg, "no value"));
	assert_null(strstr(svg, "stroke-opacity"));
	free(svg);
	words = web_words(&w);
	assert_string_equal(words, "Scale from 1 to 5. To draw on by hand: "
	    "Money; Money; Money; Money.");
	free(words);
	web_series(&w, "a", NULL, WEB_PLAIN);
	assert_false(web_ready(&w));
	web_free(&w);
}

static void
zero_is_a_number(void **state)
{
	struct web	 w;
	size_t		 a, s;
	char		*svg;
	int		 x, y;

	(void)state;
	web_init(&w);
	web_scale(&w, 0, 4 * FIXED_ONE, FIXED_ONE);
	s = web_series(&w, "", NULL, WEB_PLAIN);
	for (a = 0; a < 4; a++) {
		web_axis(&w, "a");
		web_set(&w, s, a, 0, 0);
	}
	/* One step off the centre, so that axes are told apart. */
	weblay_point(1, 4, weblay_radius(&w, 0, 100 * SVG_PX), &x, &y);
	assert_int_equal(x, 20 * SVG_PX);
	assert_int_equal(y, 0);
	svg = drawn(&w);
	assert_int_equal(count(svg, "<circle "), 4);
	assert_null(strstr(svg, "no value"));
	free(svg);
	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	assert_int_equal(weblay_radius(&w, FIXED_ONE, 1000), 200);
	assert_int_equal(weblay_radius(&w, 5 * FIXED_ONE, 1000), 1000);
	/* What stands below the scale now cannot be drawn. */
	assert_false(web_ready(&w));
	svg = drawn(&w);
	assert_string_equal(svg, "");
	free(svg);
	web_free(&w);
}

/* Rings follow the scale, whatever the data. */
static void
rings(void **state)
{
	static const struct {
		fixed	 min, max, step;
		const char *want;
	} cases[] = {
		{ 1, 5, 1, "5 4 3 2 1" },
		{ 0, 4, 1, "4 3 2 1 0" },
		{ 1, 10, 1, "10 9 8 7 6 5 4 3 2 1" },
		{ 0, 100, 1, "100 90 80 70 60 50 40 30 20 10 0" },
		{ 0, 100, 0, "100 80 60 40 20 0" },
		{ 1, 7, 0, "7 5 3 1" },
		{ -3, 3, 1, "3 2 1 0 -1 -2 -3" },
		{ 1, 5, 4, "5 1" },
	};
	struct web	 w;
	struct weblay	 lay;
	struct str	 got;
	char		 num[NUM_LEN];
	size_t		 i, k;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		web_init(&w);
		for (k = 0; k < 5; k++)
			web_axis(&w, "a");
		web_series(&w, "s", NULL, WEB_PLAIN);
		web_scale(&w, cases[i].min * FIXED_ONE, cases[i].max *
		    FIXED_ONE, cases[i].step * FIXED_ONE);
		str_init(&got);
		weblay_make(&lay, &w);
		for (k = 0; k < lay.nrings; k++)
			str_printf(&got, "%s%s", k > 0 ? " " : "",
			    num_str(num, lay.rings[k].value, 0));
		assert_string_equal(got.s, cases[i].want);
		str_free(&got);
		weblay_free(&lay);
		web_free(&w);
	}
}

/* Looks belong to what a series is, not to the order of coming. */
static void
slots(void **state)
{
	static const struct {
		enum web_kind	 kind[4];
		size_t		 n;
		int		 want[4];
	} cases[] = {
		{ { WEB_VOTED, WEB_AGREED }, 2, { 1, 0 } },
		{ { WEB_EARLIER, WEB_PLAIN }, 2, { 2, 0 } },
		{ { WEB_PLAIN, WEB_PLAIN, WEB_PLAIN }, 3, { 0, 1, 2 } },
		{ { WEB_PLAIN, WEB_AGREED, WEB_TARGET }, 3, { 1, 0, -1 } },
		{ { WEB_VOTED, WEB_VOTED, WEB_AGREED }, 3, { 1, 2, 0 } },
		{ { WEB_TARGET, WEB_PLAIN, WEB_PLAIN, WEB_PLAIN }, 4,
		    { -1, 0, 1, 2 } },
	};
	struct web	w;
	struct weblay	lay;
	size_t		i, s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		web_init(&w);
		for (s = 0; s < cases[i].n; s++)
			web_series(&w, "s", NULL, cases[i].kind[s]);
		weblay_panels(&lay, &w);
		assert_int_equal(lay.npanels, 1);
		for (s = 0; s < cases[i].n; s++)
			assert_int_equal(lay.slot[s], cases[i].want[s]);
		weblay_free(&lay);
		web_free(&w);
	}
}

/* More than three series: "before" and "now" of a group share a panel. */
static void
panels(void **state)
{
	struct web	w;
	struct weblay	lay;

	(void)state;
	web_init(&w);
	web_series(&w, "R1", "Agreed", WEB_EARLIER);
	web_series(&w, "R2", "Agreed", WEB_PLAIN);
	web_series(&w, "R1", "All", WEB_EARLIER);
	web_series(&w, "R2", "All", WEB_PLAIN);
	weblay_panels(&lay, &w);
	assert_int_equal(lay.npanels, 2);
	assert_string_equal(lay.panels[1].name, "All");
	assert_string_equal(lay.panels[1].names[0], "R1");
	assert_int_equal(lay.panels[1].series[0], 2);
	assert_int_equal(lay.slot[2], lay.slot[0]);
	assert_int_equal(lay.slot[3], lay.slot[1]);
	assert_int_not_equal(lay.slot[0], lay.slot[1]);
	weblay_free(&lay);
	/* A series without a panel among them: each stands alone. */
	web_series(&w, "R3", NULL, WEB_PLAIN);
	weblay_panels(&lay, &w);
	assert_int_equal(lay.npanels, 5);
	assert_string_equal(lay.panels[1].name, "Agreed, R2");
	assert_string_equal(lay.panels[1].names[0], "");
	weblay_free(&lay);
	web_free(&w);
}

static void
words(void **state)
{
	struct web	 w;
	char		*s;
	size_t		 a, b;

	(void)state;
	web_init(&w);
	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	web_axis(&w, "Money");
	web_axis(&w, "People\nand \x01 friends");
	a = web_series(&w, "agreed", NULL, WEB_AGREED);
	b = web_series(&w, "votes", NULL, WEB_VOTED);
	web_set(&w, a, 0, 3 * FIXED_ONE, 0);
	web_set(&w, b, 0, 25000, 1);
	web_withhold(&w, b, 1);
	s = web_words(&w);
	assert_string_equal(s, "Scale from 1 to 5. Money: agreed 3; votes about "
	    "2.5. People and \xef\xbf\xbd friends: agreed (no value); votes "
	    "(not shown: too few people).");
	free(s);
	web_free(&w);
}

/* A target is a line without marks, and its gap is nobody's silence. */
static void
target(void **state)
{
	struct web	 w;
	size_t		 a, s, t;
	char		*svg;

	(void)state;
	web_init(&w);
	web_title(&w, "Ours");
	web_about(&w, "Where we want to be.");
	web_prefix(&w, "r1");
	w.bare = 1;
	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	s = web_series(&w, "now", NULL, WEB_PLAIN);
	t = web_series(&w, "", NULL, WEB_TARGET);
	for (a = 0; a < 5; a++) {
		web_axis(&w, "a");
		web_set(&w, s, a, 3 * FIXED_ONE, 0);
		if (a > 0)
			web_set(&w, t, a, 4 * FIXED_ONE, 0);
	}
	svg = drawn(&w);
	assert_int_equal(count(svg, "<circle "), 5 + 1);
	assert_int_equal(count(svg, "stroke-dasharray=\"6 3 1 3\""), 2);
	assert_non_null(strstr(svg, ">target</text>"));
	assert_null(strstr(svg, ">no value</text>"));
	assert_non_null(strstr(svg, "Where we want to be. Scale from 1 to 5."));
	assert_non_null(strstr(svg, "<title id=\"r1-t\">Ours</title>"));
	assert_non_null(strstr(svg, "aria-labelledby=\"r1-t r1-d\""));
	assert_null(strstr(svg, ">Ours</text>"));
	free(svg);
	web_free(&w);
}

static char *
escaped(const char *bytes, size_t n)
{
	char	*s;
	size_t	 len;
	FILE	*fp = open_memstream(&s, &len);

	svg_escape(fp, bytes, n);
	fclose(fp);
	return s;
}

static void
escapes(void **state)
{
	static const struct {
		const char	*in;
		size_t		 n;
		const char	*want;
	} cases[] = {
		{ "a&b<c>d\"e'f", 11, "a&amp;b&lt;c&gt;d&quot;e&#39;f" },
		{ "a\tb\nc\r", 6, "a b c " },
		{ "\x01\x7f\xc2\x85", 4,
		    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
		{ "\xef\xbf\xbe\xef\xbf\xbf", 6, "\xef\xbf\xbd\xef\xbf\xbd" },
		{ "x\xff", 2, "x\xef\xbf\xbd" },
		{ "\xf0\x9f\x8c\x8d", 4, "\xf0\x9f\x8c\x8d" },
	};
	size_t	 i;
	char	*s;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = escaped(cases[i].in, cases[i].n);
		assert_string_equal(s, cases[i].want);
		free(s);
	}
}

static void
put(void **state)
{
	char	*s;
	size_t	 n;
	FILE	*fp = open_memstream(&s, &n);

	(void)state;
	svg_put(fp, "%n %n %n %d %t %r%%", 1234, -5, 0, 7, "<", "r");
	fclose(fp);
	assert_string_equal(s, "12.34 -0.05 0.00 7 &lt; r%");
	free(s);
}

static void
sine(void **state)
{
	(void)state;
	assert_int_equal(svg_sine(0, 7), 0);
	assert_int_equal(svg_sine(1, 4), 1000000000);
	assert_int_equal(svg_sine(3, 4), -1000000000);
	assert_true(llabs(svg_sine(1, 12) - 500000000) <= 2);
	assert_true(llabs(svg_sine(1, 6) - 866025404) <= 2);
	assert_true(llabs(svg_sine(1, 8) - 707106781) <= 2);
	assert_int_equal(svg_sine(-1, 12), -svg_sine(1, 12));
	assert_int_equal(svg_sine(13, 12), svg_sine(1, 12));
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(broad_letters),
		cmocka_unit_test(disjoint),
		cmocka_unit_test(disjoint_panels),
		cmocka_unit_test(wide_numbers),
		cmocka_unit_test(nothing_lost),
		cmocka_unit_test(dots),
		cmocka_unit_test(links),
		cmocka_unit_test(names_beside),
		cmocka_unit_test(own_scales),
		cmocka_unit_test(scales_kept),
		cmocka_unit_test(gaps),
		cmocka_unit_test(blank),
		cmocka_unit_test(zero_is_a_number),
		cmocka_unit_test(rings),
		cmocka_unit_test(slots),
		cmocka_unit_test(panels),
		cmocka_unit_test(words),
		cmocka_unit_test(target),
		cmocka_unit_test(escapes),
		cmocka_unit_test(put),
		cmocka_unit_test(sine),
	};

	(void)argc;
	msg_init(argv[0]);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
