/* A chart told in words, and in lines of text. */
#include "view/web.h"

#include <string.h>

#include "base/lang.h"
#include "base/utf.h"
#include "view/weblay.h"
#include "view/weblinks.h"

#define LABEL_COLUMNS		44	/* beyond, no scale is drawn */
#define STEP_COLUMNS		4	/* of the drawn scale, a step */
#define TRACK_MAX		41

/* A value as it is said, which may be with fewer decimals than it has. */
static const char *
say_number(char *buf, const struct web *w, fixed v)
{
	static const fixed	unit[] = { 10000, 1000, 100, 10, 1 };

	return num_str(buf, num_round(v, unit[w->decimals]), 0);
}

static char *
value_words(struct arena *a, const struct web *w, struct web_value v)
{
	char	num[NUM_LEN], high[NUM_LEN], *s;

	switch (v.state) {
	case WEB_MISSING:
		return arena_str(a, _("no value"));
	case WEB_WITHHELD:
		return arena_str(a, _("not shown: too few people"));
	default:
		say_number(num, w, v.value);
		s = v.rounded ? arena_printf(a, _("about %s"), num) :
		    arena_str(a, num);
		return !v.spread ? s : arena_printf(a, _("%s (from %s to %s)"),
		    s, say_number(num, w, v.low), say_number(high, w, v.high));
	}
}

/* "agreed 3", or "3" where the series has no name. */
static const char *
cell_words(struct arena *a, const struct web *w, size_t s, const char *name,
    size_t axis)
{
	struct web_value	 v = web_get(w, s, axis);
	const char		*value = value_words(a, w, v);

	if (*name == '\0')
		return value;
	return v.state == WEB_NUMBER ? arena_printf(a, "%s %s", name, value) :
	    arena_printf(a, _("%s (%s)"), name, value);
}

static const char *
full_name(const struct web *w, size_t s, struct arena *a)
{
	const char	*name = web_full_name(w, s, a);

	return *name == '\0' && w->series[s].kind == WEB_TARGET ?
	    _("target") : name;
}

const char *
web_point_words(const struct web *w, size_t s, size_t axis, struct arena *a)
{
	char	*label = arena_printf(a, _("%s: "), w->axes[axis]);

	return arena_printf(a, "%s%s", label, cell_words(a, w, s,
	    full_name(w, s, a), axis));
}

/* Of a blank web: what its axes are called. */
static void
axes_words(struct str *out, const struct web *w)
{
	size_t	i;

	if (w->unnamed) {
		str_printf(out, _(" To draw on by hand, and to name: %zu axes."),
		    w->naxes);
		return;
	}
	str_add(out, _(" To draw on by hand: "));
	for (i = 0; i < w->naxes; i++)
		str_printf(out, "%s%s", i > 0 ? _("; ") : "", w->axes[i]);
	str_addc(out, '.');
}

char *
web_words(const struct web *w)
{
	struct arena	a;
	struct str	out;
	char		lo[NUM_LEN], hi[NUM_LEN];
	size_t		i, s;

	if (w->mode == WEB_LINKS)
		return weblinks_words(w);
	arena_init(&a);
	str_init(&out);
	if (w->about != NULL)
		str_printf(&out, "%s ", w->about);
	if (w->min != FIXED_NONE && w->max != FIXED_NONE && w->own == NULL)
		str_printf(&out, _("Scale from %s to %s."),
		    num_str(lo, w->min, 0), num_str(hi, w->max, 0));
	if (w->own != NULL)
		str_add(&out, _("Each axis has a scale of its own."));
	if (w->blank)
		axes_words(&out, w);
	for (s = 0; s < w->nseries; s++)
		if (w->series[s].n_least >= 0)
			str_printf(&out, " %s.", web_named(w, s,
			    full_name(w, s, &a), &a));
	for (i = 0; i < w->naxes && !w->blank; i++) {
		str_printf(&out, _(" %s: "), w->axes[i]);
		for (s = 0; s < w->nseries; s++)
			str_printf(&out, "%s%s", s > 0 ? _("; ") : "",
			    cell_words(&a, w, s, full_name(w, s, &a), i));
		str_addc(&out, '.');
	}
	arena_free(&a);
	return str_take(&out);
}

/* How the lines of one block are set. */
struct block {
	const size_t	*series;
	const char	**names;
	size_t		 n;
	int		 label;		/* columns of the widest */
	int		 track;		/* columns of the drawn scale, or 0 */
	int		 step;		/* columns between its ticks */
	int		 blocks;
	int		 scaled;	/* every number stands on the scale */
};

static const char *const	 ascii[] = { "O", "#", "^", "*", "T" };
static const char *const	 drawn[] = { "\xe2\x97\x8f", "\xe2\x96\xa0",
    "\xe2\x96\xb2", "\xe2\x9c\xb1", "\xe2\x97\x87" };

enum { SIGN_SEVERAL = 3, SIGN_TARGET };

static const char *
sign(const struct block *b, int which)
{
	return b->blocks ? drawn[which] : ascii[which];
}

static void
pad(FILE *fp, const char *s, int width)
{
	int	n = width - utf_width(s);

	fputs(s, fp);
	if (n > 0)
		fprintf(fp, "%*s", n, "");
}

/*
 * Which sign stands in each column of the drawn scale, -1 for none: a value
 * stands in the nearest column.  Returns 1 if two meet.
 */
static int
find_signs(const struct web *w, const struct weblay *lay,
    const struct block *b, size_t axis, int *at)
{
	int	i, which, col, met = 0;
	size_t	k;

	for (i = 0; i < b->track; i++)
		at[i] = -1;
	for (k = 0; k < b->n; k++) {
		struct web_value	v = web_get(w, b->series[k], axis);

		if (v.state != WEB_NUMBER)
			continue;
		col = (int)num_div((wide)(web_place(w, axis, v.value) -
		    w->min) * (b->track - 1), w->max - w->min);
		which = lay->slot[b->series[k]];
		if (which == LAY_TARGET)
			which = SIGN_TARGET;
		met |= at[col] != -1;
		at[col] = at[col] == -1 ? which : SIGN_SEVERAL;
	}
	return met;
}

/* The scale as one line of ticks with the values' signs on it. */
static void
put_track(FILE *fp, const struct web *w, const struct weblay *lay,
    const struct block *b, size_t axis)
{
	int	at[TRACK_MAX], i;

	find_signs(w, lay, b, axis, at);
	for (i = 0; i < b->track; i++)
		if (at[i] >= 0)
			fputs(sign(b, at[i]), fp);
		else if (i == 0)
			fputs(b->blocks ? "\xe2\x94\x9c" : "|", fp);
		else if (i == b->track - 1)
			fputs(b->blocks ? "\xe2\x94\xa4" : "|", fp);
		else if (b->step > 1 && i % b->step == 0)
			fputs(b->blocks ? "\xe2\x94\xbc" : "+", fp);
		else
			fputs(b->blocks ? "\xe2\x94\x80" : "-", fp);
}

/* The numbers of the scale above the lines. */
static void
put_ruler(FILE *fp, const struct web *w, const struct block *b, int indent)
{
	char	num[NUM_LEN];
	int	col = 0, i, at, n, points;
	fixed	v;

	points = b->step > 1 ? (b->track - 1) / b->step : 1;
	fprintf(fp, "%*s", indent, "");
	for (i = 0; i <= points; i++) {
		v = w->min + (w->max - w->min) / points * i;
		if (i == points)
			v = w->max;
		num_str(num, v, 0);
		n = (int)strlen(num);
		at = i * (b->track - 1) / points;
		if (at > col || i == 0) {
			fprintf(fp, "%*s%s", at - col, "", num);
			col = at + n;
		}
	}
	fputc('\n', fp);
}

static void
size_track(const struct web *w, struct block *b)
{
	fixed	step = web_step(w), points = (w->max - w->min) / step;

	b->step = 0;
	b->track = 21;
	if (points > 0 && points <= 10 && (w->max - w->min) % step == 0) {
		b->step = points > 6 ? STEP_COLUMNS / 2 : STEP_COLUMNS;
		b->track = (int)points * b->step + 1;
	}
}

static void
size_block(const struct web *w, struct block *b)
{
	int	n;
	size_t	i;

	for (i = 0; i < w->naxes; i++)
		if ((n = utf_width(w->axes[i])) > b->label)
			b->label = n;
	if (b->scaled && b->label <= LABEL_COLUMNS)
		size_track(w, b);
}

/* The label, the drawn scale, and what it shows in words. */
static void
put_line(FILE *fp, const struct web *w, const struct weblay *lay,
    const struct block *b, size_t axis, struct arena *a)
{
	size_t	k;

	if (b->track == 0)
		fprintf(fp, _("%s: "), w->axes[axis]);
	else {
		pad(fp, w->axes[axis], b->label + 2);
		put_track(fp, w, lay, b, axis);
		fputs("  ", fp);
	}
	for (k = 0; k < b->n; k++)
		fprintf(fp, "%s%s", k > 0 ? ", " : "", cell_words(a, w,
		    b->series[k], b->names[k], axis));
	fputc('\n', fp);
}

/* Which sign is whose, where there is a drawn scale to read. */
static void
put_key(FILE *fp, const struct web *w, const struct weblay *lay,
    const struct block *b, struct arena *a)
{
	size_t	k, i;
	int	slot, at[TRACK_MAX];

	if (b->n < 2 || b->track == 0)
		return;
	for (k = 0; k < b->n; k++) {
		slot = lay->slot[b->series[k]];
		fprintf(fp, "%s%s %s", k > 0 ? "   " : "", sign(b,
		    slot == LAY_TARGET ? SIGN_TARGET : slot), web_named(w,
		    b->series[k], b->names[k], a));
	}
	for (i = 0; i < w->naxes; i++)
		if (find_signs(w, lay, b, i, at))
			break;
	if (i < w->naxes)
		fprintf(fp, _("   %s the same, or too close to tell apart"),
		    sign(b, SIGN_SEVERAL));
	fputc('\n', fp);
}

static void
put_block(FILE *fp, const struct web *w, const struct weblay *lay,
    struct block *b, struct arena *a)
{
	size_t	i;

	size_block(w, b);
	put_key(fp, w, lay, b, a);
	if (b->track > 0 && w->own == NULL)
		put_ruler(fp, w, b, b->label + 2);
	for (i = 0; i < w->naxes; i++)
		put_line(fp, w, lay, b, i, a);
}

void
web_text(FILE *fp, const struct web *w, int blocks)
{
	struct block	 b;
	struct weblay	 lay;
	struct arena	 a;
	size_t		 s;
	int		 scaled = web_scaled(w);
	char		 lo[NUM_LEN], hi[NUM_LEN];

	if (w->mode == WEB_LINKS) {
		weblinks_text(fp, w);
		return;
	}
	arena_init(&a);
	if (w->title != NULL && *w->title != '\0')
		fprintf(fp, w->own != NULL ? "%s\n\n" : "%s\n", w->title);
	if (w->min != FIXED_NONE && w->max != FIXED_NONE && w->own == NULL) {
		fprintf(fp, _("Scale from %s to %s."), num_str(lo, w->min, 0),
		    num_str(hi, w->max, 0));
		fputs("\n\n", fp);
	}
	weblay_panels(&lay, w);
	for (s = 0; s < lay.npanels; s++) {
		memset(&b, 0, sizeof(b));
		b.series = lay.panels[s].series;
		b.names = lay.panels[s].names;
		b.n = lay.panels[s].n;
		b.blocks = blocks;
		b.scaled = scaled;
		if (lay.panels[s].name != NULL)
			fprintf(fp, "%s%s\n", s > 0 ? "\n" : "",
			    lay.panels[s].name);
		put_block(fp, w, &lay, &b, &a);
	}
	weblay_free(&lay);
	arena_free(&a);
}
