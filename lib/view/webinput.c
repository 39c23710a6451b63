/* Lines and columns of a table that becomes a chart. */
#include "view/webinput.h"

#include <string.h>
#include <uninorm.h>

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

char *
webin_composed(struct input *in, const char *s)
{
	const char	*p = s;
	uint8_t		*t;
	size_t		 n;
	char		*kept;

	while (*p != '\0' && (unsigned char)*p < 0x80)
		p++;
	if (*p == '\0' || (t = u8_normalize(UNINORM_NFC, (const uint8_t *)s,
	    strlen(s), NULL, &n)) == NULL)
		return arena_str(&in->arena, s);
	kept = arena_strn(&in->arena, (const char *)t, n);
	free(t);
	return kept;
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

#define HEADER_WITHIN	20	/* lines */
#define FAULTS_SAID	10	/* of a column; the others are counted */

int
webin_may_say(struct input *in, int col)
{
	unsigned long	*n = &in->said[col + 1];

	if (++*n <= FAULTS_SAID)
		return 1;
	in->unsaid++;
	msg_raise(MSG_DATA);
	return 0;
}

void
webin_say_rest(struct input *in)
{
	struct place	at = { in->shown, 0, 0, NULL };
	unsigned long	n;
	int		c;

	for (c = 0; in->said != NULL && c <= in->ncols; c++) {
		if (in->said[c] <= FAULTS_SAID)
			continue;
		n = in->said[c] - FAULTS_SAID;
		at.column = c == 0 ? NULL : in->header[c - 1];
		msg_fault_n(&at, n, "%lu more fault of this kind",
		    "%lu more faults of this kind", n);
	}
}

void
webin_none_said(struct input *in, const char *text)
{
	int	new;

	webin_meet(in, &in->nones, text, HASH_COUNT(in->nones), &new);
}

/* Words that were taken for no value: so that nobody is surprised. */
void
webin_say_nones(const struct input *in)
{
	struct place	 at = { in->shown, 0, 0, NULL };
	struct met	*m;
	struct str	 all;

	str_init(&all);
	for (m = in->nones; m != NULL; m = m->hh.next)
		msg_list(&all, m->key);
	if (all.len > 0)
		msg_note_at(&at, N_("read as no value: %s"), all.s);
	str_free(&all);
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

/* The line at the top of the table that has this cell, or 0. */
static long
find_header(struct input *in, const char *name)
{
	size_t	i;
	int	c;

	for (i = 0; i < in->nlines && i < HEADER_WITHIN; i++)
		for (c = 0; c < in->ncols; c++)
			if (strcmp(webin_trim(in, in->lines[i].f[c]), name) ==
			    0)
				return in->lines[i].number;
	return 0;
}

static void
no_column(struct input *in, const char *name)
{
	const char	**names, *near;
	long		  below;
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
	else if ((below = find_header(in, name)) > 0)
		msg_hint(N_("'%s' stands on line %ld: 'tail -n +%ld FILE' "
		    "leaves out what is above the header"), name, below,
		    below);
	else if (!in->listed++)
		msg_hint(N_("there are %s"), all.s);
	if (in->ncols == 1 && !in->parted++)
		msg_hint(N_("the table is one column: a comma, a semicolon or "
		    "a TAB divides cells"));
	free(names);
	str_free(&all);
}

int
webin_asked(struct input *in, const char *name)
{
	struct place	at = { in->shown, 1, 0, NULL };
	int		c, i;

	name = webin_composed(in, name);
	if ((c = webin_column(in, name)) < 0)
		no_column(in, name);
	/* Of columns without a name the first is meant. */
	for (i = c + 1; c >= 0 && *name != '\0' && i < in->ncols; i++)
		if (strcmp(in->header[i], in->header[c]) == 0) {
			msg_fault(&at, N_("two columns are called '%s'"),
			    name);
			return -1;
		}
	return c;
}

/* The column that was asked for, or what the shape has for it. */
static int
pick(struct input *in, const char *asked, const char *preset)
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

/* What the columns are called, for one who named none of them. */
static void
say_columns(const struct input *in)
{
	struct str	all;
	int		i;

	str_init(&all);
	for (i = 0; i < in->ncols; i++)
		msg_list(&all, in->header[i]);
	msg_hint(N_("there are %s"), all.s);
	str_free(&all);
}

/*
 * Whether nobody named the axes or values, and the table itself does so: its
 * columns have the names of the options.
 */
static int
names_itself(const struct input *in)
{
	return in->shape == SHAPE_ANY && in->how->axis == NULL &&
	    in->how->value == NULL && webin_column(in, "axis") >= 0 &&
	    (in->how->blank || webin_column(in, "value") >= 0);
}

/* Which columns are read.  -1 where one is not there (said). */
int
webin_columns(struct input *in)
{
	int			 before = msg_status(), itself = names_itself(in);
	int			 ends = itself && webin_column(in, "low") >= 0 &&
				    webin_column(in, "high") >= 0;
	const char *const	*v;

	in->series = pick(in, in->how->series,
	    webin_ours(in) || itself ? "series" : NULL);
	in->target = pick(in, in->how->target, itself ? "target" : NULL);
	in->order = pick(in, in->how->order, itself ? "order" : NULL);
	if (in->shape == SHAPE_WIDE) {
		in->axis = pick(in, in->how->axis, NULL);
		for (v = in->how->values; *v != NULL; v++)
			webin_asked(in, *v);
		if (in->how->series == NULL && in->how->axis == NULL)
			in->series = webin_wide_series(in);
		return before == msg_status() ? 0 : -1;
	}
	in->low = pick(in, in->how->low, ends ? "low" : NULL);
	in->high = pick(in, in->how->high, ends ? "high" : NULL);
	in->people = pick(in, in->how->people, itself ? "people" :
	    in->shape == SHAPE_SCORE ? "n" : NULL);
	in->axis = pick(in, in->how->axis, itself ? "axis" :
	    webin_ours(in) ? "label" : NULL);
	in->value = pick(in, in->how->value, itself ? "value" :
	    in->shape == SHAPE_SCORE ? "mean" : NULL);
	if (before != msg_status())
		return -1;
	if (in->axis >= 0 && (in->value >= 0 || in->how->blank || (webin_ours(in) &&
	    in->shape != SHAPE_SCORE)))
		return 0;
	msg_trouble(N_("%s: which columns?"), in->shown);
	say_columns(in);
	msg_hint(N_("give --axis, --value and perhaps --series, or --wide for "
	    "a line a series; only what cpm-assess score, compare and gaps "
	    "print is known without, or columns called axis and value"));
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

/* Cells that hold something. */
static int
filled(struct input *in, char *const *f, int n)
{
	int	i, k = 0;

	for (i = 0; i < n; i++)
		k += *webin_trim(in, f[i]) != '\0';
	return k;
}

/*
 * Cells of a line as many as the header has: empty ones behind them are
 * nothing.  A last line without an end is one that was cut off.
 */
static int
is_as_wide(struct input *in, const struct record *rec, int torn)
{
	struct place	at = { in->shown, rec->line, 0, NULL };

	if (rec->n == in->ncols || (rec->n > in->ncols && filled(in,
	    rec->f + in->ncols, rec->n - in->ncols) == 0))
		return 1;
	if (!webin_may_say(in, -1))
		return 0;
	if (torn && rec->n < in->ncols)
		msg_fault(&at, N_("the last line is cut off: the header has "
		    "%d cells, this row %d"), in->ncols, rec->n);
	else
		msg_fault(&at, N_("the header has %d cells, this row %d"),
		    in->ncols, rec->n);
	return 0;
}

/* A title stands above the header: one cell, and more in the line below. */
static int
is_title(struct input *in, const struct record *rec)
{
	if (in->nlines > 0 || filled(in, rec->f, rec->n) < 2 ||
	    filled(in, in->header, 1) == 0 ||
	    filled(in, in->header, in->ncols) > 1)
		return 0;
	msg_fault(&(struct place){ in->shown, 1, 0, NULL }, N_("a title, "
	    "where the names of the columns should stand"));
	msg_hint(N_("they may be on line %ld: 'tail -n +%ld FILE' leaves out "
	    "what is above"), rec->line, rec->line);
	return 1;
}

static void
take_header(struct input *in, char **f, int n)
{
	in->header = f;
	in->ncols = n;
	in->said = arena_alloc(&in->arena, ((size_t)n + 1) *
	    sizeof(*in->said));
	memset(in->said, 0, ((size_t)n + 1) * sizeof(*in->said));
}

int
webin_load(struct input *in, const char *path)
{
	struct reader	*r = reader_open(path, in->shown, READER_EOF_OK |
			    READER_RAGGED, 0);
	struct record	 rec;
	char		**f;
	int		 i, rc, bad = 0;

	if (r == NULL)
		return -1;
	while (reader_next(r, &rec)) {
		if (in->header != NULL && record_is_blank(&rec))
			continue;
		if (in->header != NULL && (bad = is_title(in, &rec)) != 0)
			break;
		if (in->header != NULL && !is_as_wide(in, &rec,
		    reader_dialect(r)->torn)) {
			bad = 1;
			continue;
		}
		f = arena_alloc(&in->arena, ((size_t)rec.n + 1) * sizeof(*f));
		for (i = 0; i < rec.n; i++)
			f[i] = webin_composed(in, rec.f[i]);
		if (in->header == NULL) {
			take_header(in, f, rec.n);
			continue;
		}
		in->lines = mem_grow(in->lines, in->nlines, &in->caplines,
		    sizeof(*in->lines));
		in->lines[in->nlines++] = (struct line){ rec.line, f };
	}
	dialect_say(reader_dialect(r), in->shown);
	in->all = in->lines;
	in->nall = in->nlines;
	in->semicolons = reader_dialect(r)->sep == ';';
	rc = bad || reader_faults(r) > 0 ? -1 : 0;
	reader_close(r);
	if (rc == 0 && in->nlines == 0) {
		msg_fault(&(struct place){ in->shown, 0, 0, NULL },
		    N_("nothing to draw: no line of values"));
		return -1;
	}
	return rc;
}
