/* Lines and columns of a table that becomes a chart. */
#include "view/webinput.h"

#include <string.h>

#include "base/lang.h"
#include "base/msg.h"
#include "table/reader.h"

int
webin_column(const struct input *in, const char *name)
{
	int	i;

	for (i = 0; i < in->ncols; i++)
		if (strcmp(in->header[i], name) == 0)
			return i;
	return -1;
}

/* What cpm-assess prints. */
int
webin_ours(const struct input *in)
{
	return in->shape == SHAPE_SCORE || in->shape == SHAPE_COMPARE ||
	    in->shape == SHAPE_GAPS;
}

/* The cell of a column that may not be there. */
const char *
webin_cell(const struct input *in, const struct line *l, const char *name)
{
	int	c = webin_column(in, name);

	return c < 0 ? "" : l->f[c];
}

struct place
webin_place(const struct input *in, const struct line *l, int col)
{
	return (struct place){ in->shown, l->number, 0,
	    col < 0 ? NULL : in->header[col] };
}

/*
 * A number with any count of decimals, rounded to four half away from zero;
 * other programs print 0.333333.
 */
int
webin_parse(const char *s, int comma, fixed *out)
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
const char *
webin_trim(struct input *in, const char *s)
{
	size_t	n;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	return arena_strn(&in->arena, s, n);
}

int
webin_number(struct input *in, const struct line *l, int col, fixed *out)
{
	struct place	 at = webin_place(in, l, col);
	const char	*s = webin_trim(in, l->f[col]);

	if (webin_parse(s, in->comma, out) == 0)
		return 0;
	msg_fault(&at, N_("not a number: '%s'"), s);
	return -1;
}

size_t
webin_meet(struct input *in, struct met **all, const char *key, size_t next,
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

/* Sizes of the groups stand in lines of no dimension. */
int
webin_value(const struct input *in, const struct line *l)
{
	return in->shape == SHAPE_ANY || webin_column(in, "dimension") < 0 ||
	    *webin_cell(in, l, "dimension") != '\0' ||
	    *webin_cell(in, l, "criterion") != '\0';
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

int
webin_asked(const struct input *in, const char *name)
{
	struct place	at = { in->shown, 1, 0, NULL };
	int		c = webin_column(in, name), i;

	if (c < 0)
		no_column(in, name);
	for (i = c + 1; c >= 0 && i < in->ncols; i++)
		if (strcmp(in->header[i], in->header[c]) == 0) {
			msg_fault(&at, N_("two columns are called '%s'"),
			    name);
			return -1;
		}
	return c;
}

/* The column that was asked for, or what the shape has for it. */
static int
pick(const struct input *in, const char *asked, const char *preset)
{
	if (asked == NULL)
		return preset == NULL ? -1 : webin_column(in, preset);
	return webin_asked(in, asked);
}

void
webin_shape(struct input *in)
{
	int	noted = webin_column(in, "label") >= 0 && webin_column(in, "note") >= 0;
	int	ours = noted && webin_column(in, "series") >= 0;

	if (in->how->wide)
		in->shape = SHAPE_WIDE;
	else if (ours && webin_column(in, "mean") >= 0)
		in->shape = SHAPE_SCORE;
	else if (ours && webin_column(in, "before") >= 0 && webin_column(in, "now") >= 0 &&
	    in->how->value == NULL)
		in->shape = SHAPE_COMPARE;
	else if (noted && webin_column(in, "self") >= 0 &&
	    webin_column(in, "others") >= 0 && webin_column(in, "gap") >= 0 &&
	    in->how->value == NULL && in->how->series == NULL)
		in->shape = SHAPE_GAPS;
	else
		in->shape = SHAPE_ANY;
}

/* Which columns are read.  -1 where one is not there (said). */
int
webin_columns(struct input *in)
{
	int	before = msg_status();

	in->series = pick(in, in->how->series, webin_ours(in) ? "series" : NULL);
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
	in->axis = pick(in, in->how->axis, webin_ours(in) ? "label" : NULL);
	in->value = pick(in, in->how->value,
	    in->shape == SHAPE_SCORE ? "mean" : NULL);
	if (before != msg_status())
		return -1;
	if (in->axis >= 0 && (in->value >= 0 || in->how->blank || (webin_ours(in) &&
	    in->shape != SHAPE_SCORE)))
		return 0;
	msg_trouble(N_("%s: which columns?"), in->shown);
	msg_hint(N_("give --axis, --value and perhaps --series, or --wide for "
	    "a line a series; only what cpm-assess score, compare and gaps "
	    "print is known without"));
	return -1;
}

void
webin_rounds(struct input *in)
{
	struct met	*rounds = NULL;
	size_t		 i;
	int		 new;

	for (i = 0; i < in->nlines; i++) {
		webin_meet(in, &rounds, webin_cell(in, &in->lines[i], "round"),
		    in->rounds, &new);
		in->rounds += (size_t)new;
	}
	HASH_CLEAR(hh, rounds);
}

int
webin_load(struct input *in, const char *path)
{
	struct reader	*r = reader_open(path, in->shown, READER_EOF_OK, 0);
	struct record	 rec;
	char		**f;
	int		 i, rc;

	if (r == NULL)
		return -1;
	while (reader_next(r, &rec)) {
		if (in->header != NULL && record_is_blank(&rec))
			continue;
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
