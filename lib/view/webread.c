/* A CSV file to a chart. */
#include "view/webread.h"

#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/msg.h"
#include "table/reader.h"

/* One line of the input. */
struct line {
	long	  number;
	char	**f;
};

/* A text that was met, and as which index. */
struct met {
	const char	*key;
	size_t		 index;
	UT_hash_handle	 hh;
};

/* Where a value stood, to say so when its axis comes again. */
struct place_of {
	struct {
		size_t	series, axis;
	} at;
	long		 number;
	UT_hash_handle	 hh;
};

/* The scale that the lines of an axis give, and where it was first. */
struct range {
	fixed	min, max, step;
	long	line;			/* 0: none yet */
};

enum shape { SHAPE_ANY, SHAPE_SCORE, SHAPE_COMPARE, SHAPE_GAPS, SHAPE_WIDE };

struct input {
	const struct webread	*how;
	const char		*shown;
	enum shape		 shape;
	int			 comma;		/* decimals may have one */
	char			**header;
	int			 ncols;
	struct line		*lines;
	size_t			 nlines, caplines;
	int			 axis, series, value;	/* columns, or -1 */
	int			 low, high, target, order, people;
	fixed			*rank;		/* of each axis, FIXED_NONE */
	struct range		*ranges;	/* of each axis */
	size_t			 nranges, capranges, nrank, caprank;
	int			 own;		/* axes have scales of their own */
	size_t			 rounds;	/* how many there are */
	struct met		*axes, *names;
	struct place_of		*places;
	struct arena		 arena;
};

static int
column(const struct input *in, const char *name)
{
	int	i;

	for (i = 0; i < in->ncols; i++)
		if (strcmp(in->header[i], name) == 0)
			return i;
	return -1;
}

/* What cpm-assess prints. */
static int
is_ours(const struct input *in)
{
	return in->shape == SHAPE_SCORE || in->shape == SHAPE_COMPARE ||
	    in->shape == SHAPE_GAPS;
}

/* The cell of a column that may not be there. */
static const char *
cell_of(const struct input *in, const struct line *l, const char *name)
{
	int	c = column(in, name);

	return c < 0 ? "" : l->f[c];
}

static struct place
place_at(const struct input *in, const struct line *l, int col)
{
	return (struct place){ in->shown, l->number, 0,
	    col < 0 ? NULL : in->header[col] };
}

/*
 * A number with any count of decimals, rounded to four half away from zero;
 * other programs print 0.333333.
 */
static int
read_number(const char *s, int comma, fixed *out)
{
	size_t	 n = strlen(s), point, digits;
	char	*head;
	int	 rc, up;

	point = strcspn(s, comma ? ".," : ".");
	digits = n > point ? strspn(s + point + 1, "0123456789") : 0;
	if (digits <= 4)
		return num_fixed(s, comma, out);
	if (s[point + 1 + digits] != '\0')
		return -1;
	head = mem_strndup(s, point + 5);
	rc = num_fixed(head, comma, out);
	free(head);
	up = s[point + 5] >= '5';
	if (rc == 0 && up)
		*out += *s == '-' ? -1 : 1;
	return rc;
}

/* The cell without outer blanks, in the arena. */
static const char *
trimmed(struct input *in, const char *s)
{
	size_t	n;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	return arena_strn(&in->arena, s, n);
}

static int
number_cell(struct input *in, const struct line *l, int col, fixed *out)
{
	struct place	 at = place_at(in, l, col);
	const char	*s = trimmed(in, l->f[col]);

	if (read_number(s, in->comma, out) == 0)
		return 0;
	msg_fault(&at, N_("not a number: '%s'"), s);
	return -1;
}

static size_t
meet(struct input *in, struct met **all, const char *key, size_t next,
    int *new)
{
	struct met	*m;

	HASH_FIND_STR(*all, key, m);
	*new = m == NULL;
	if (m == NULL) {
		m = arena_alloc(&in->arena, sizeof(*m));
		m->key = arena_str(&in->arena, key);
		m->index = next;
		HASH_ADD_KEYPTR(hh, *all, m->key, strlen(m->key), m);
	}
	return m->index;
}

/* Whether this is the first value of its series on its axis; else a fault. */
static int
first_here(struct input *in, const struct web *w, const struct line *l,
    int col, size_t s, size_t a)
{
	struct place_of	*p, *q = arena_alloc(&in->arena, sizeof(*q));
	struct place	 at = place_at(in, l, col);

	q->at.series = s;
	q->at.axis = a;
	q->number = l->number;
	HASH_FIND(hh, in->places, &q->at, sizeof(q->at), p);
	if (p == NULL) {
		HASH_ADD(hh, in->places, at, sizeof(q->at), q);
		return 1;
	}
	if (w->series[s].name[0] != '\0')
		msg_fault(&at, N_("'%s' comes twice in series '%s', first "
		    "on line %ld"), w->axes[a], w->series[s].name, p->number);
	else
		msg_fault(&at, N_("'%s' comes twice, first on line %ld"),
		    w->axes[a], p->number);
	return 0;
}

/* Whether a number stands on its axis's scale; else a fault. */
static int
on_scale(struct input *in, const struct web *w, const struct line *l, int col,
    size_t a, fixed v)
{
	struct place	at = place_at(in, l, col);
	char		lo[NUM_LEN], hi[NUM_LEN];
	fixed		min = w->min, max = w->max;

	if (in->own && a < in->nranges && in->ranges[a].line != 0) {
		min = in->ranges[a].min;
		max = in->ranges[a].max;
	}
	if (min == FIXED_NONE || (v >= min && v <= max))
		return 0;
	msg_fault(&at, N_("off the scale, which goes from %s to %s: '%s'"),
	    num_str(lo, min, 0), num_str(hi, max, 0),
	    trimmed(in, l->f[col]));
	return -1;
}

/* How far the value of a cell is spread, where both ends are given. */
static void
set_spread(struct input *in, struct web *w, const struct line *l, size_t s,
    size_t a)
{
	struct place	at = place_at(in, l, in->low);
	fixed		low, high;
	int		empty[2];

	if (in->low < 0 || in->high < 0)
		return;
	empty[0] = *trimmed(in, l->f[in->low]) == '\0';
	empty[1] = *trimmed(in, l->f[in->high]) == '\0';
	if (empty[0] && empty[1])
		return;
	if (empty[0] != empty[1]) {
		msg_fault(&at, N_("a low end needs a high one, and a high one "
		    "a low one"));
		return;
	}
	if (number_cell(in, l, in->low, &low) != 0 ||
	    number_cell(in, l, in->high, &high) != 0 ||
	    on_scale(in, w, l, in->low, a, low) != 0 ||
	    on_scale(in, w, l, in->high, a, high) != 0)
		return;
	if (low > high)
		msg_fault(&at, N_("the low end lies above the high one"));
	else
		web_spread(w, s, a, low, high);
}

/* People behind a series: the fewest and the most of its values. */
static void
set_people(struct input *in, struct web *w, const struct line *l, size_t s)
{
	struct place		 at = place_at(in, l, in->people);
	struct web_series	*x = &w->series[s];
	const char		*text, *most;
	int64_t			 n, m;

	if (in->people < 0)
		return;
	text = trimmed(in, l->f[in->people]);
	if (*text == '\0') {
		/* Of some values nobody says it: then of none. */
		web_people(w, s, -2, -2);
		return;
	}
	if (num_int(text, 0, INT32_MAX, &n) != 0) {
		msg_fault(&at, N_("not a whole number: '%s'"), text);
		return;
	}
	most = cell_of(in, l, "n_max");
	if (in->shape != SHAPE_SCORE || num_int(most, n, INT32_MAX, &m) != 0)
		m = n;
	if (x->n_least == -1)
		web_people(w, s, n, m);
	else if (x->n_least >= 0)
		web_people(w, s, n < x->n_least ? n : x->n_least,
		    m > x->n_most ? m : x->n_most);
}

static void
set_value(struct input *in, struct web *w, const struct line *l, int col,
    size_t s, size_t a)
{
	const char	*note = in->shape == SHAPE_WIDE ? "" :
	    cell_of(in, l, "note");
	const char	*text = trimmed(in, l->f[col]);
	fixed		 v;

	if (*text == '\0') {
		if (strstr(note, "withheld") != NULL)
			web_withhold(w, s, a);
		return;
	}
	if (number_cell(in, l, col, &v) != 0)
		return;
	if (on_scale(in, w, l, col, a, v) != 0)
		return;
	web_set(w, s, a, v, strstr(note, "rounded") != NULL);
	set_spread(in, w, l, s, a);
	set_people(in, w, l, s);
}

static int
too_long(struct input *in, const struct line *l, int col, const char *s)
{
	struct place	at = place_at(in, l, col);

	if (strlen(s) <= WEBREAD_LABEL_MAX)
		return 0;
	msg_fault(&at, N_("longer than %d bytes"), WEBREAD_LABEL_MAX);
	return 1;
}

/* What orders an axis: the first line of it that says so. */
static void
take_rank(struct input *in, const struct line *l, size_t a)
{
	fixed	v;

	if (in->order < 0)
		return;
	while (in->nrank <= a) {
		in->rank = mem_grow(in->rank, in->nrank, &in->caprank,
		    sizeof(*in->rank));
		in->rank[in->nrank++] = FIXED_NONE;
	}
	if (in->rank[a] == FIXED_NONE && *trimmed(in, l->f[in->order]) != '\0'
	    && number_cell(in, l, in->order, &v) == 0)
		in->rank[a] = v;
}

static int
line_scale(struct input *in, const struct line *l, fixed *got);

/* The scale of an axis, where axes have their own; all its lines agree. */
static void
take_range(struct input *in, const struct line *l, size_t a)
{
	struct place	 at = place_at(in, l, -1);
	char		 b[4][NUM_LEN];
	struct range	*r;
	fixed		 got[3];

	if (!in->own)
		return;
	while (in->nranges <= a) {
		in->ranges = mem_grow(in->ranges, in->nranges, &in->capranges,
		    sizeof(*in->ranges));
		memset(&in->ranges[in->nranges++], 0, sizeof(*in->ranges));
	}
	r = &in->ranges[a];
	if (line_scale(in, l, got) != 0)
		return;
	if (r->line == 0) {
		r->min = got[0];
		r->max = got[1];
		r->step = got[2];
		r->line = l->number;
	} else if (r->min != got[0] || r->max != got[1])
		msg_fault(&at, N_("a scale from %s to %s, where line %ld gives "
		    "this axis one from %s to %s"), num_str(b[0], got[0], 0),
		    num_str(b[1], got[1], 0), r->line,
		    num_str(b[2], r->min, 0), num_str(b[3], r->max, 0));
}

/* Ours are known by id, so that two criteria may have the same words. */
static int
find_axis(struct input *in, struct web *w, const struct line *l, size_t *a)
{
	const char	*label = trimmed(in, l->f[in->axis]), *key = label;
	struct place	 at = place_at(in, l, in->axis);
	int		 new;

	if (in->shape != SHAPE_ANY && in->how->axis == NULL) {
		const char	*dim = cell_of(in, l, "dimension");
		const char	*crit = cell_of(in, l, "criterion");

		key = arena_printf(&in->arena, "%s\n%s", dim, crit);
		if (*label == '\0')
			label = *crit != '\0' ? crit : dim;
	}
	if (*label == '\0') {
		msg_fault(&at, N_("an axis needs a name"));
		return -1;
	}
	if (too_long(in, l, in->axis, label))
		return -1;
	*a = meet(in, &in->axes, key, w->naxes, &new);
	if (new)
		web_axis(w, label);
	take_range(in, l, *a);
	take_rank(in, l, *a);
	return 0;
}

static int
find_series(struct input *in, struct web *w, const struct line *l,
    const char *name, const char *panel, enum web_kind kind, size_t *s)
{
	const char	*key = arena_printf(&in->arena, "%s\n%s",
	    panel == NULL ? "" : panel, name);
	int		 new;

	if (in->series >= 0 && (too_long(in, l, in->series, name) ||
	    (panel != NULL && too_long(in, l, in->series, panel))))
		return -1;
	*s = meet(in, &in->names, key, w->nseries, &new);
	if (new)
		web_series(w, name, panel, kind);
	return 0;
}

static const char *
series_cell(struct input *in, const struct line *l)
{
	return in->series < 0 ? "" : trimmed(in, l->f[in->series]);
}

static void
read_plain(struct input *in, struct web *w, const struct line *l)
{
	size_t	s, a;

	if (find_axis(in, w, l, &a) == 0 && find_series(in, w, l,
	    series_cell(in, l), NULL, WEB_PLAIN, &s) == 0 &&
	    first_here(in, w, l, in->axis, s, a))
		set_value(in, w, l, in->value, s, a);
}

static enum web_kind
kind_of(const char *group)
{
	return strcmp(group, "agreed") == 0 ? WEB_AGREED :
	    strcmp(group, "all") == 0 ? WEB_VOTED : WEB_PLAIN;
}

static void
read_score(struct input *in, struct web *w, const struct line *l)
{
	const char	*round = cell_of(in, l, "round");
	const char	*name = series_cell(in, l);
	enum web_kind	 kind = kind_of(cell_of(in, l, "group"));
	size_t		 s, a;
	int		 rc;

	if (find_axis(in, w, l, &a) != 0)
		return;
	if (in->rounds < 2)
		rc = find_series(in, w, l, name, NULL, kind, &s);
	else
		/* Of two rounds the first looks like "before". */
		rc = find_series(in, w, l, round, name, in->rounds == 2 &&
		    strcmp(round, cell_of(in, in->lines, "round")) == 0 ?
		    WEB_EARLIER : WEB_PLAIN, &s);
	if (rc == 0 && first_here(in, w, l, in->axis, s, a))
		set_value(in, w, l, in->value, s, a);
}

/* A line with two values of one axis: two rounds, or two sides. */
static void
read_two(struct input *in, struct web *w, const struct line *l)
{
	static const char *const	 half[] = { "before", "now" };
	static const char *const	 of[] = { "round_before", "round_now" };
	static const char *const	 side[] = { "self", "others" };
	static const char *const	 words[] = { N_("ourselves"),
	    N_("others") };
	static const enum web_kind	 kind[] = { WEB_EARLIER, WEB_PLAIN };
	int				 gaps = in->shape == SHAPE_GAPS, i;
	size_t				 s, a;

	if (find_axis(in, w, l, &a) != 0)
		return;
	for (i = 0; i < 2; i++) {
		if (find_series(in, w, l, gaps ? _(words[i]) :
		    cell_of(in, l, of[i]), gaps ? NULL : series_cell(in, l),
		    gaps ? WEB_PLAIN : kind[i], &s) != 0 ||
		    !first_here(in, w, l, in->axis, s, a))
			return;
		set_value(in, w, l, column(in, gaps ? side[i] : half[i]), s,
		    a);
	}
}

/* A column is an axis when some cell of it is, or means to be, a number. */
static int
has_number(struct input *in, int col)
{
	const char	*s;
	size_t		 i;
	fixed		 v;

	for (i = 0; i < in->nlines; i++) {
		s = trimmed(in, in->lines[i].f[col]);
		if (read_number(s, in->comma, &v) == 0 ||
		    strcasecmp(s, "nan") == 0 || strcasecmp(s, "inf") == 0)
			return 1;
	}
	return 0;
}

/* The first line whose series this is. */
static long
first_line(const struct input *in, const size_t *of, size_t series)
{
	size_t	i = 0;

	while (of[i] != series)
		i++;
	return in->lines[i].number;
}

/* Each line is a series: its index, or SIZE_MAX where the name came before. */
static size_t *
wide_series(struct input *in, struct web *w)
{
	size_t	*of = arena_alloc(&in->arena, in->nlines * sizeof(*of)), i, n;

	for (i = 0; i < in->nlines; i++) {
		struct line	*l = &in->lines[i];
		struct place	 at = place_at(in, l, in->series);

		n = w->nseries;
		of[i] = SIZE_MAX;
		if (find_series(in, w, l, series_cell(in, l), NULL, WEB_PLAIN,
		    &of[i]) != 0 || of[i] == n)
			continue;
		msg_fault(&at, N_("series '%s' comes twice, first on line %ld"),
		    w->series[of[i]].name, first_line(in, of, of[i]));
		of[i] = SIZE_MAX;
	}
	return of;
}

/* The axis of each column, or SIZE_MAX; says which ones are left out. */
static size_t *
wide_axes(struct input *in, struct web *w)
{
	size_t		*of = arena_alloc(&in->arena,
	    (size_t)in->ncols * sizeof(*of));
	struct line	 head = { 1, in->header };
	struct place	 at = { in->shown, 1, 0, NULL };
	struct str	 left;
	int		 c, new;

	str_init(&left);
	for (c = 0; c < in->ncols; c++) {
		of[c] = SIZE_MAX;
		if (c == in->series || too_long(in, &head, c, in->header[c]))
			continue;
		if (!has_number(in, c)) {
			msg_list(&left, in->header[c]);
			continue;
		}
		of[c] = meet(in, &in->axes, in->header[c], w->naxes, &new);
		if (new)
			web_axis(w, in->header[c]);
		else
			msg_fault(&at, N_("two columns are called '%s'"),
			    in->header[c]);
	}
	if (left.len > 0)
		msg_note(N_("columns that hold no numbers are left out: %s"),
		    left.s);
	str_free(&left);
	return of;
}

static void
read_wide(struct input *in, struct web *w)
{
	size_t	*axis = wide_axes(in, w), *series = wide_series(in, w), i;
	int	 c;

	for (i = 0; i < in->nlines; i++)
		for (c = 0; series[i] != SIZE_MAX && c < in->ncols; c++)
			if (axis[c] != SIZE_MAX)
				set_value(in, w, &in->lines[i], c, series[i],
				    axis[c]);
}

/* The scale that a line gives.  0; 1 where it gives none; -1 (said). */
static int
line_scale(struct input *in, const struct line *l, fixed *got)
{
	static const char *const names[] = { "scale_min", "scale_max",
	    "scale_step" };
	struct place	at = place_at(in, l, -1);
	char		a[NUM_LEN], b[NUM_LEN];
	int		col, k;

	for (k = 0; k < 3; k++) {
		got[k] = 0;
		col = column(in, names[k]);
		if (col < 0 && k < 2)
			return 1;
		if (col < 0 || (k == 2 && *l->f[col] == '\0'))
			continue;
		if (number_cell(in, l, col, &got[k]) != 0)
			return -1;
	}
	if (web_scale_ok(got[0], got[1], got[2]))
		return 0;
	msg_fault(&at, N_("a scale cannot go from %s to %s"),
	    num_str(a, got[0], 0), num_str(b, got[1], 0));
	return -1;
}

/*
 * The scale: as asked, or that of all lines; where they differ, each axis has
 * its own.
 */
static void
read_scale(struct input *in, struct web *w)
{
	fixed	got[3];
	size_t	i;
	int	rc;

	if (in->how->min != FIXED_NONE) {
		web_scale(w, in->how->min, in->how->max,
		    in->how->step == FIXED_NONE ? 0 : in->how->step);
		return;
	}
	for (i = 0; i < in->nlines; i++) {
		rc = line_scale(in, &in->lines[i], got);
		if (rc < 0)
			return;
		if (rc > 0)
			break;
		if (w->min == FIXED_NONE)
			web_scale(w, got[0], got[1], in->how->step ==
			    FIXED_NONE ? got[2] : in->how->step);
		else if (w->min != got[0] || w->max != got[1])
			in->own = in->shape != SHAPE_WIDE;
	}
	if (w->min == FIXED_NONE && msg_status() == MSG_OK) {
		msg_trouble(N_("%s: no scale"), in->shown);
		msg_hint(N_("give --min and --max, and --step for the rings"));
	}
}

/* Once all axes are there, each gets the scale that its lines gave. */
static void
own_scales(struct input *in, struct web *w)
{
	size_t	a;

	for (a = 0; in->own && a < w->naxes; a++)
		web_own_scale(w, a, in->ranges[a].min, in->ranges[a].max);
}

static void
no_column(const struct input *in, const char *name)
{
	const char	**names, *near;
	struct str	 all;
	int		 i;

	str_init(&all);
	names = mem_calloc((size_t)in->ncols + 1, sizeof(*names));
	for (i = 0; i < in->ncols; i++) {
		names[i] = in->header[i];
		msg_list(&all, in->header[i]);
	}
	near = msg_nearest(name, names);
	msg_trouble(N_("%s: no such column: '%s'"), in->shown, name);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else
		msg_hint(N_("there are %s"), all.s);
	free(names);
	str_free(&all);
}

/* The column that was asked for, or what the shape has for it. */
static int
pick(const struct input *in, const char *asked, const char *preset)
{
	int	c;

	if (asked == NULL)
		return preset == NULL ? -1 : column(in, preset);
	if ((c = column(in, asked)) < 0)
		no_column(in, asked);
	return c;
}

static void
find_shape(struct input *in)
{
	int	noted = column(in, "label") >= 0 && column(in, "note") >= 0;
	int	ours = noted && column(in, "series") >= 0;

	if (in->how->wide)
		in->shape = SHAPE_WIDE;
	else if (ours && column(in, "mean") >= 0)
		in->shape = SHAPE_SCORE;
	else if (ours && column(in, "before") >= 0 && column(in, "now") >= 0 &&
	    in->how->value == NULL)
		in->shape = SHAPE_COMPARE;
	else if (noted && column(in, "self") >= 0 &&
	    column(in, "others") >= 0 && column(in, "gap") >= 0 &&
	    in->how->value == NULL && in->how->series == NULL)
		in->shape = SHAPE_GAPS;
	else
		in->shape = SHAPE_ANY;
}

/* Which columns are read.  -1 where one is not there (said). */
static int
find_columns(struct input *in)
{
	int	before = msg_status();

	in->series = pick(in, in->how->series, is_ours(in) ? "series" : NULL);
	if (in->shape == SHAPE_WIDE) {
		if (in->how->series == NULL && in->ncols > 0)
			in->series = 0;
		return before == msg_status() ? 0 : -1;
	}
	in->low = pick(in, in->how->low, NULL);
	in->high = pick(in, in->how->high, NULL);
	in->target = pick(in, in->how->target, NULL);
	in->order = pick(in, in->how->order, NULL);
	in->people = pick(in, in->how->people,
	    in->shape == SHAPE_SCORE ? "n" : NULL);
	in->axis = pick(in, in->how->axis, is_ours(in) ? "label" : NULL);
	in->value = pick(in, in->how->value,
	    in->shape == SHAPE_SCORE ? "mean" : NULL);
	if (before != msg_status())
		return -1;
	if (in->axis >= 0 && (in->value >= 0 || (is_ours(in) &&
	    in->shape != SHAPE_SCORE)))
		return 0;
	msg_trouble(N_("%s: which columns?"), in->shown);
	msg_hint(N_("give --axis, --value and perhaps --series, or --wide for "
	    "a line a series; only what cpm-assess score, compare and gaps "
	    "print is known without"));
	return -1;
}

static void
count_rounds(struct input *in)
{
	struct met	*rounds = NULL;
	size_t		 i;
	int		 new;

	for (i = 0; i < in->nlines; i++) {
		meet(in, &rounds, cell_of(in, &in->lines[i], "round"),
		    in->rounds, &new);
		in->rounds += (size_t)new;
	}
	HASH_CLEAR(hh, rounds);
}

/* Sizes of the groups stand in lines of no dimension. */
static int
is_value(const struct input *in, const struct line *l)
{
	return in->shape == SHAPE_ANY || column(in, "dimension") < 0 ||
	    *cell_of(in, l, "dimension") != '\0' ||
	    *cell_of(in, l, "criterion") != '\0';
}

static int
load(struct input *in, const char *path)
{
	struct reader	*r = reader_open(path, in->shown, READER_EOF_OK, 0);
	struct record	 rec;
	char		**f;
	int		 i, rc;

	if (r == NULL)
		return -1;
	while (reader_next(r, &rec)) {
		f = arena_alloc(&in->arena, ((size_t)rec.n + 1) * sizeof(*f));
		for (i = 0; i < rec.n; i++)
			f[i] = arena_str(&in->arena, rec.f[i]);
		if (in->header == NULL) {
			in->header = f;
			in->ncols = rec.n;
			continue;
		}
		in->lines = mem_grow(in->lines, in->nlines, &in->caplines,
		    sizeof(*in->lines));
		in->lines[in->nlines++] = (struct line){ rec.line, f };
	}
	dialect_say(reader_dialect(r), in->shown);
	in->comma = reader_dialect(r)->sep != ',';
	rc = reader_faults(r) > 0 ? -1 : 0;
	reader_close(r);
	if (rc == 0 && in->nlines == 0) {
		msg_fault(&(struct place){ in->shown, 0, 0, NULL },
		    N_("nothing to draw: no line of values"));
		return -1;
	}
	return rc;
}

/* Whether no value of a series says more than this state. */
static int
is_all(const struct web *w, size_t s, enum web_state state)
{
	size_t	a;

	for (a = 0; a < w->naxes; a++)
		if (web_get(w, s, a).state > state)
			return 0;
	return 1;
}

static size_t
count_all(const struct web *w, enum web_state state)
{
	size_t	s, n = 0;

	for (s = 0; s < w->nseries; s++)
		n += (size_t)is_all(w, s, state);
	return n;
}

/*
 * A series that nobody gave a value is a fault of a foreign file; in ours it
 * is one that is yet to come (agreed scores before the talk), and left out.
 */
static void
drop_empty(struct input *in, struct web *w)
{
	struct place	at = { in->shown, 0, 0, NULL };
	size_t		s, kept = 0;

	if (count_all(w, WEB_MISSING) == w->nseries) {
		msg_fault(&at, N_("nothing to draw: no series has a value"));
		return;
	}
	for (s = 0; s < w->nseries; s++) {
		const char	*name = web_full_name(w, s, &in->arena);

		if (!is_all(w, s, WEB_MISSING)) {
			w->series[kept++] = w->series[s];
			continue;
		}
		if (is_ours(in))
			msg_note_at(&at, N_("series '%s' has no value yet and "
			    "is left out"), name);
		else
			msg_fault(&at, N_("series '%s' has no value"), name);
		free(w->series[s].values);
	}
	w->nseries = kept;
}

/*
 * Among many series, one that is withheld as a whole would be an empty web
 * beside the others: the description names it instead.
 */
static void
drop_withheld(struct input *in, struct web *w)
{
	struct place	at = { in->shown, 0, 0, NULL };
	size_t		s, kept = 0;
	struct str	names;

	if (w->nseries <= WEB_TOGETHER ||
	    count_all(w, WEB_WITHHELD) == w->nseries)
		return;
	str_init(&names);
	for (s = 0; s < w->nseries; s++) {
		const char	*name = web_full_name(w, s, &in->arena);

		if (!is_all(w, s, WEB_WITHHELD)) {
			w->series[kept++] = w->series[s];
			continue;
		}
		msg_note_at(&at, N_("series '%s' is withheld and left out"),
		    name);
		str_printf(&names, "%s%s", names.len > 0 ? ", " : "", name);
		free(w->series[s].values);
	}
	w->nseries = kept;
	if (names.len > 0)
		web_about(w, arena_printf(&in->arena,
		    _("Not shown, too few people: %s."), names.s));
	str_free(&names);
}

static void
check_axes(struct input *in, const struct web *w)
{
	struct place	at = { in->shown, 0, 0, NULL };

	if (in->how->any || (w->mode == WEB_DOTS && w->naxes <= WEB_DOTS_MAX))
		return;
	if (w->mode == WEB_DOTS)
		msg_fault(&at, N_("a dot plot holds at most %d axes, not %zu"),
		    WEB_DOTS_MAX, w->naxes);
	else if (w->naxes < WEB_AXES_MIN)
		msg_fault(&at, N_("a web needs at least 3 axes, not %zu"),
		    w->naxes);
	else if (w->naxes > WEB_AXES_MAX)
		msg_fault(&at, N_("a web holds at most 24 axes, not %zu"),
		    w->naxes);
	else
		return;
	if (w->mode == WEB_DOTS)
		msg_hint(N_("--text tells any number of them in lines"));
	else
		msg_hint(N_("--dots draws them in lines, --text tells them"));
}

static void
sort_axes(const struct input *in, struct web *w)
{
	if (in->order >= 0)
		web_sort_by(w, in->rank);
	if (!in->how->sort || web_sort_change(w) == 0)
		return;
	msg_fault(&(struct place){ in->shown, 0, 0, NULL },
	    N_("no change to sort by: there are no two series beside each "
	    "other"));
	msg_hint(N_("cpm-assess compare prints what was before and is now"));
}

static void
make_title(struct input *in, struct web *w)
{
	const struct line	*l = in->lines;

	if (w->title != NULL || in->nlines == 0)
		return;
	if (is_ours(in) && in->shape != SHAPE_COMPARE && in->rounds == 1 &&
	    *cell_of(in, l, "round") != '\0')
		web_title(w, arena_printf(&in->arena, _("Round %s"),
		    cell_of(in, l, "round")));
	else if (in->shape == SHAPE_COMPARE)
		web_title(w, arena_printf(&in->arena,
		    _("From round %s to round %s"),
		    cell_of(in, l, "round_before"),
		    cell_of(in, l, "round_now")));
}

static void
read_lines(struct input *in, struct web *w)
{
	size_t	i;

	if (in->shape == SHAPE_WIDE)
		read_wide(in, w);
	for (i = 0; in->shape != SHAPE_WIDE && i < in->nlines; i++) {
		const struct line	*l = &in->lines[i];

		if (!is_value(in, l))
			continue;
		if (in->shape == SHAPE_SCORE)
			read_score(in, w, l);
		else if (in->shape != SHAPE_ANY)
			read_two(in, w, l);
		else
			read_plain(in, w, l);
	}
}

/*
 * What is aimed at, by axis: the lines of an axis that say it say the same.
 * It is a series of its own, called as its column.
 */
static void
read_target(struct input *in, struct web *w)
{
	size_t		i, a, s = w->nseries;
	struct place	at;
	fixed		v;

	web_series(w, in->header[in->target], NULL, WEB_TARGET);
	for (i = 0; i < in->nlines; i++) {
		const struct line	*l = &in->lines[i];
		struct web_value	 was;

		if (!is_value(in, l) || *trimmed(in, l->f[in->target]) == '\0'
		    || find_axis(in, w, l, &a) != 0 ||
		    number_cell(in, l, in->target, &v) != 0 ||
		    on_scale(in, w, l, in->target, a, v) != 0)
			continue;
		was = web_get(w, s, a);
		at = place_at(in, l, in->target);
		if (was.state == WEB_NUMBER && was.value != v)
			msg_fault(&at, N_("another target for '%s' than on a "
			    "line above"), w->axes[a]);
		else
			web_set(w, s, a, v, 0);
	}
}

int
web_read(struct web *w, const char *path, const char *shown,
    const struct webread *how)
{
	struct input	in;

	memset(&in, 0, sizeof(in));
	in.how = how;
	in.shown = shown;
	in.axis = in.series = in.value = -1;
	in.low = in.high = in.target = in.order = in.people = -1;
	arena_init(&in.arena);
	if (load(&in, path) == 0) {
		find_shape(&in);
		if (find_columns(&in) == 0) {
			count_rounds(&in);
			read_scale(&in, w);
			read_lines(&in, w);
			if (in.target >= 0)
				read_target(&in, w);
			check_axes(&in, w);
			if (msg_status() == MSG_OK)
				own_scales(&in, w);
			if (msg_status() == MSG_OK)
				drop_empty(&in, w);
			if (msg_status() == MSG_OK)
				drop_withheld(&in, w);
			if (msg_status() == MSG_OK)
				sort_axes(&in, w);
			make_title(&in, w);
		}
	}
	HASH_CLEAR(hh, in.axes);
	HASH_CLEAR(hh, in.names);
	HASH_CLEAR(hh, in.places);
	free(in.lines);
	free(in.rank);
	free(in.ranges);
	arena_free(&in.arena);
	return msg_status() == MSG_OK ? 0 : -1;
}
