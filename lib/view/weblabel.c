/* Texts of a chart: how wide they are, and where they break. */
#include "view/weblay.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/utf.h"

#define APART	6	/* bytes by which what is shown of two has to differ */
#define WORD	24	/* bytes of a word, which is shown whole */

int
weblay_line(int size)
{
	return size * 5 / 4;
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

/*
 * How wide a letter is where most are of that kind, in hundredths of the
 * font's size: the widest of Noto Sans, DejaVu Sans and Arial.  Only what is
 * wider than a column's estimate counts here.
 */
static int
broad(ucs4_t c)
{
	if (c < 0x80 && c != 0 && strchr("MWm@%", (int)c) != NULL)
		return 100;
	if (c == 'w')
		return 82;
	return uc_is_upper(c) ? 70 : 50;
}

int
weblay_width(const char *s, size_t n, int size)
{
	const uint8_t	*u = (const uint8_t *)s;
	int64_t		 sum = 0, most = 0;
	size_t		 i;
	ucs4_t		 c;
	int		 k;

	sum = (int64_t)u8_width(u, n, "UTF-8") * WEBLAY_CELL;
	for (i = 0; i < n; i += (size_t)k) {
		k = u8_mbtoucr(&c, u + i, n - i);
		if (k < 1)
			break;
		sum += extra(c);
		if (uc_width(c, "UTF-8") == 1)
			most += broad(c);
	}
	return (int)((sum > most ? sum : most) * size / 100);
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
void
weblay_shorten(struct arena *a, const char **s, size_t *n, int cells)
{
	size_t	k = cut(*s, *n, cells - 1);

	while (k > 0 && (*s)[k - 1] == ' ')
		k--;
	*s = arena_printf(a, "%.*s\xe2\x80\xa6", (int)k, *s);
	*n = strlen(*s);
}

/*
 * Break s into lines: as few as limit[] allows, each as narrow as it can be;
 * what does not fit is shortened.  Returns 1 if it was.
 */
int
weblay_break(struct arena *a, const char *s, const int *limit,
    const char **line, size_t *len, int *nlines)
{
	struct lines	l;
	int		want, cells, i, lost = 0, most = 0;

	if (utf_width(s) <= limit[0]) {
		line[0] = s;
		len[0] = strlen(s);
		*nlines = len[0] > 0;
		return 0;
	}
	while (most < WEBLAY_LINES && limit[most] > 0)
		most++;
	for (want = 1; want <= most; want++)
		if (wraps(s, limit[want - 1], want, &l))
			break;
	if (want <= most) {
		cells = limit[want - 1];
		while (cells > 4 && wraps(s, cells - 1, want, &l))
			cells--;
	} else
		cells = limit[most - 1];
	wraps(s, cells, most, &l);
	*nlines = l.count < most ? l.count : most;
	for (i = 0; i < *nlines; i++) {
		line[i] = l.s[i];
		len[i] = l.n[i];
		if (i == most - 1 && l.count > most)
			len[i] = strlen(l.s[i]);
		if (u8_width((const uint8_t *)line[i], len[i], "UTF-8") >
		    cells) {
			weblay_shorten(a, &line[i], &len[i], cells);
			lost = 1;
		}
	}
	return lost;
}

static const char *
name_of(const struct web *w, size_t axis)
{
	return w->own != NULL ? w->own[axis].name : w->axes[axis];
}

/* Bytes that two names begin with alike, whole characters. */
static size_t
alike(const char *s, const char *t)
{
	size_t	k;

	for (k = 0; s[k] != '\0' && s[k] == t[k]; k++)
		continue;
	while (k > 0 && ((unsigned char)s[k] & 0xc0) == 0x80)
		k--;
	return k;
}

/* Bytes that an axis's name has in common with the most like it of others. */
static size_t
in_common(const struct web *w, size_t axis)
{
	const char	*s = name_of(w, axis), *t;
	size_t		 i, k, most = 0;

	for (i = 0; i < w->naxes; i++) {
		t = name_of(w, i);
		k = alike(s, t);
		if (i != axis && strcmp(s, t) != 0 && k > most)
			most = k;
	}
	return most;
}

/* The next place, before `from`, where another name that ends so differs. */
static size_t
differs(const struct web *w, size_t axis, size_t at, size_t from)
{
	const char	*s = name_of(w, axis), *t;
	size_t		 tail = strlen(s + from), next = from, i, k, n;

	for (i = 0; i < w->naxes; i++) {
		t = name_of(w, i);
		n = strlen(t);
		k = alike(s, t);
		if (k >= at && k < next && n >= tail &&
		    strcmp(t + n - tail, s + from) == 0)
			next = k;
	}
	return next;
}

/*
 * Of names that begin and end alike, the words between in which this one
 * differs: "... women".
 */
static void
add_between(struct str *out, const struct web *w, size_t axis, size_t head,
    size_t from)
{
	const char	*s = name_of(w, axis);
	size_t		 at = head, begin, end;

	while ((begin = end = differs(w, axis, at, from)) < from) {
		while (begin > at && s[begin - 1] != ' ')
			begin--;
		if (end - begin > WORD)		/* a script without blanks */
			begin = end;
		while (end < from && end - begin < 2 * WORD &&
		    (s[end] != ' ' || end == begin))
			end++;
		while (((unsigned char)s[end] & 0xc0) == 0x80)
			end++;
		str_printf(out, "\xe2\x80\xa6 %.*s", (int)(end - begin),
		    s + begin);
		at = end;
	}
}

/*
 * A name whose beginning, which is all that can be shown, is that of another
 * one: its first words, and those in which it differs.  NULL where none is.
 */
static const char *
apart(struct arena *a, const struct web *w, size_t axis, size_t shown,
    int cells)
{
	const char	*s = name_of(w, axis);
	size_t		 same = in_common(w, axis), from = same, head;
	struct str	 out;

	if (same + APART < shown)
		return NULL;
	while (from > 0 && s[from - 1] != ' ')
		from--;
	/* One long word, or a script without blanks. */
	if (from == 0 || same - from > (size_t)cells)
		from = same;
	head = cut(s, from, cells);
	if (s[head] != ' ' && memchr(s, ' ', head) != NULL)
		for (; s[head - 1] != ' '; head--)
			continue;
	while (head > 0 && strchr(" ,;:(", s[head - 1]) != NULL)
		head--;
	if (head + APART > from)
		return NULL;
	str_init(&out);
	str_addn(&out, s, head);
	add_between(&out, w, axis, head, from);
	str_printf(&out, "\xe2\x80\xa6 %s", s + from);
	s = arena_str(a, out.s);
	str_free(&out);
	return s;
}

static int
break_name(struct arena *a, const struct web *w, size_t axis,
    const int *limit, const char **line, size_t *len, int *nlines)
{
	const char	*other;
	size_t		 shown = 0;
	int		 i, cells;

	if (!weblay_break(a, name_of(w, axis), limit, line, len, nlines))
		return 0;
	for (i = 0; i < *nlines; i++)
		shown += len[i];
	/* As much of its beginning as leaves room for the rest. */
	for (cells = 2 * limit[1]; cells >= limit[0] - 2; cells -= 3) {
		other = apart(a, w, axis, shown, cells);
		if (other != NULL && !weblay_break(a, other, limit, line, len,
		    nlines))
			break;
	}
	return 1;
}

const char *
weblay_break_axis(struct arena *a, const struct web *w, size_t axis,
    const int *limit, const char **line, size_t *len, int *nlines)
{
	const struct web_range	*own;
	int			 name[WEBLAY_LINES], lost;

	if (w->own == NULL)
		return break_name(a, w, axis, limit, line, len, nlines) ?
		    w->axes[axis] : NULL;
	if (utf_width(w->axes[axis]) <= limit[0])
		return weblay_break(a, w->axes[axis], limit, line, len,
		    nlines) ? w->axes[axis] : NULL;
	own = &w->own[axis];
	memcpy(name, limit, sizeof(name));
	name[WEBLAY_LINES - 1] = 0;
	lost = break_name(a, w, axis, name, line, len, nlines);
	line[*nlines] = own->says;
	len[(*nlines)++] = strlen(own->says);
	return lost ? w->axes[axis] : NULL;
}

void
weblay_text_add(struct weblay *lay, enum weblay_role role, struct weblay_box box,
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

/* One centred text of up to three lines from `y` down; returns its end. */
int
weblay_heading(struct weblay *lay, enum weblay_role role, const char *s,
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
	limit[3] = 0;
	lost = weblay_break(&lay->arena, s, limit, line, len, &n);
	for (i = 0; i < n; i++, y += box.h) {
		box.w = weblay_width(line[i], len[i], size);
		box.h = weblay_line(size);
		box.x = x - box.w / 2;
		box.y = y;
		weblay_text_add(lay, role, box, line[i], len[i], size, 0,
		    lost && i == 0 ? s : NULL);
	}
	return y;
}
