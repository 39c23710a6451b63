/*
 * A wide table to a chart: each line is a series and each column an axis, or
 * the other way round where a column names the axes.
 */
#include "view/webinput.h"

#include <string.h>
#include <strings.h>

#include "base/lang.h"

/* A column is one of values when a cell of it is, or means to be, a number. */
static int
has_number(struct input *in, int col)
{
	const char	*s;
	size_t		 i;

	for (i = 0; i < in->nlines; i++) {
		s = webin_trim(in, in->lines[i].f[col]);
		if (webin_is_number(s) || strcasecmp(s, "nan") == 0 ||
		    strcasecmp(s, "inf") == 0)
			return 1;
	}
	return 0;
}

static int
has_words(struct input *in, int col)
{
	size_t	i;

	for (i = 0; i < in->nlines; i++)
		if (!webin_is_none(webin_trim(in, in->lines[i].f[col])))
			return 1;
	return 0;
}

/* Whether a column without a name counts the lines, from 0 or 1. */
static int
counts(struct input *in, int col)
{
	int64_t	n;
	size_t	i;

	if (*in->header[col] != '\0')
		return 0;
	for (i = 0; i < in->nlines; i++)
		if (num_int(webin_trim(in, in->lines[i].f[col]), (int64_t)i,
		    (int64_t)i + 1, &n) != 0)
			return 0;
	return 1;
}

/*
 * The first column names the series; where it only counts the lines, as some
 * programs write it, the first one that holds words does.
 */
int
webin_wide_series(struct input *in)
{
	int	c;

	if (in->ncols > 0 && counts(in, 0))
		for (c = 1; c < in->ncols; c++)
			if (*in->header[c] != '\0' && has_words(in, c) &&
			    !has_number(in, c))
				return c;
	return in->ncols > 0 ? 0 : -1;
}

int
webin_wide_takes(struct input *in, int col)
{
	const char *const	*v = in->how->values;

	if (col == in->series || col == in->axis || col == in->target ||
	    col == in->order ||
	    strncmp(in->header[col], "scale_", strlen("scale_")) == 0)
		return 0;
	if (*v == NULL)
		return 1;
	for (; *v != NULL; v++)
		if (strcmp(webin_composed(in, *v), in->header[col]) == 0)
			return 1;
	return 0;
}

static void
meet_column(struct input *in, struct web *w, int col, size_t *of)
{
	const char	*name = in->header[col];
	struct place	 at = { in->shown, 1, 0, NULL };
	int		 turned = in->axis >= 0, new;

	*of = webin_meet(in, turned ? &in->names : &in->axes, name, turned ?
	    w->nseries : w->naxes, &new);
	if (!new)
		msg_fault(&at, N_("two columns are called '%s'"), name);
	else if (turned)
		web_series(w, name, NULL, WEB_PLAIN);
	else
		web_axis(w, name);
}

/* What each column is, or SIZE_MAX; says which ones are left out. */
static size_t *
wide_columns(struct input *in, struct web *w)
{
	size_t		*of = arena_alloc(&in->arena,
	    (size_t)in->ncols * sizeof(*of));
	struct line	 head = { 1, in->header };
	struct place	 at = { in->shown, 0, 0, NULL };
	struct str	 left;
	int		 c, nameless = 0;

	str_init(&left);
	for (c = 0; c < in->ncols; c++) {
		of[c] = SIZE_MAX;
		if (!webin_wide_takes(in, c) ||
		    webin_too_long(in, &head, c, in->header[c]))
			continue;
		if (*in->header[c] == '\0')
			nameless |= has_words(in, c);
		else if (!has_number(in, c))
			msg_list(&left, in->header[c]);
		else
			meet_column(in, w, c, &of[c]);
	}
	if (left.len > 0)
		msg_note(N_("columns that hold no numbers are left out: %s"),
		    left.s);
	if (nameless)
		msg_note_at(&at, N_("a column without a name is left out"));
	str_free(&left);
	return of;
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
line_series(struct input *in, struct web *w)
{
	size_t	*of = arena_alloc(&in->arena, in->nlines * sizeof(*of)), i, n;

	for (i = 0; i < in->nlines; i++) {
		struct line	*l = &in->lines[i];
		struct place	 at = webin_place(in, l, in->series);

		n = w->nseries;
		of[i] = SIZE_MAX;
		if (webin_find_series(in, w, l, webin_trim(in,
		    l->f[in->series]), NULL, WEB_PLAIN, &of[i]) != 0 ||
		    of[i] == n)
			continue;
		if (webin_may_say(in, in->series))
			msg_fault(&at, N_("series '%s' comes twice, first on "
			    "line %ld"), w->series[of[i]].name, first_line(in,
			    of, of[i]));
		if (in->how->series == NULL && !in->advised++)
			msg_hint(N_("--series names the column that tells the "
			    "lines apart"));
		of[i] = SIZE_MAX;
	}
	return of;
}

/* Each line is an axis; one that came before is a fault. */
static size_t *
line_axes(struct input *in, struct web *w)
{
	size_t	*of = arena_alloc(&in->arena, in->nlines * sizeof(*of)), i, n;

	for (i = 0; i < in->nlines; i++) {
		struct line	*l = &in->lines[i];
		struct place	 at = webin_place(in, l, in->axis);

		n = w->naxes;
		of[i] = SIZE_MAX;
		if (webin_find_axis(in, w, l, &of[i]) != 0 || of[i] == n)
			continue;
		if (webin_may_say(in, in->axis))
			msg_fault(&at, N_("'%s' comes twice, first on line "
			    "%ld"), w->axes[of[i]], first_line(in, of, of[i]));
		of[i] = SIZE_MAX;
	}
	return of;
}

void
webin_wide(struct input *in, struct web *w)
{
	size_t	*col = wide_columns(in, w), *line, i;
	int	 turned = in->axis >= 0, c;

	line = turned ? line_axes(in, w) : line_series(in, w);
	for (i = 0; i < in->nlines; i++)
		for (c = 0; line[i] != SIZE_MAX && c < in->ncols; c++)
			if (col[c] != SIZE_MAX)
				webin_set_value(in, w, &in->lines[i], c,
				    turned ? col[c] : line[i], turned ?
				    line[i] : col[c]);
}
