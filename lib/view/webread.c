/* A CSV file to a chart. */
#include "view/webread.h"

#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#include "base/lang.h"
#include "base/msg.h"
#include "base/utf.h"
#include "view/webinput.h"
#include "view/weblay.h"

#define NAME_MOST	80	/* bytes of a file's name, without its suffix */

/* Whether this is the first value of its series on its axis; else a fault. */
static int
first_here(struct input *in, const struct web *w, const struct line *l,
    int col, size_t s, size_t a)
{
	struct place_of	*p, *q = arena_alloc(&in->arena, sizeof(*q));
	struct place	 at = webin_place(in, l, col);

	q->at.series = s;
	q->at.axis = a;
	q->number = l->number;
	HASH_FIND(hh, in->places, &q->at, sizeof(q->at), p);
	if (p == NULL) {
		HASH_ADD(hh, in->places, at, sizeof(q->at), q);
		return 1;
	}
	if (!webin_may_say(in, col))
		return 0;
	if (w->series[s].name[0] != '\0')
		msg_fault(&at, N_("'%s' comes twice in series '%s', first "
		    "on line %ld"), w->axes[a], w->series[s].name, p->number);
	else {
		msg_fault(&at, N_("'%s' comes twice, first on line %ld"),
		    w->axes[a], p->number);
		if (in->series < 0 && !in->advised++)
			msg_hint(N_("where a column tells them apart, such "
			    "as who or when, --series names it"));
	}
	if (in->series >= 0 && !in->advised++)
		msg_hint(N_("an axis has one value of each series: means are "
		    "worked out before"));
	return 0;
}

/* Whether a cell says that there is no value; by which word is said. */
static int
has_none(struct input *in, const struct line *l, int col)
{
	const char	*text = webin_trim(in, l->f[col]);

	if (!webin_is_none(text))
		return 0;
	if (*text != '\0')
		webin_none_said(in, text);
	return 1;
}

/* How far the value of a cell is spread, where both ends are given. */
static void
set_spread(struct input *in, struct web *w, const struct line *l, size_t s,
    size_t a)
{
	struct place	at = webin_place(in, l, in->low);
	fixed		low, high;
	int		empty[2];

	if (in->low < 0 || in->high < 0)
		return;
	empty[0] = has_none(in, l, in->low);
	empty[1] = has_none(in, l, in->high);
	if (empty[0] && empty[1])
		return;
	if (empty[0] != empty[1]) {
		msg_fault(&at, N_("a low end needs a high one, and a high one "
		    "a low one"));
		return;
	}
	if (webin_on_scale(in, w, l, in->low, a, &low) != 0 ||
	    webin_on_scale(in, w, l, in->high, a, &high) != 0)
		return;
	if (low > high)
		msg_fault(&at, N_("the low end lies above the high one"));
	else {
		web_spread(w, s, a, low, high);
		if (w->spread == NULL)
			web_spread_words(w, arena_printf(&in->arena,
			    _("from %s to %s"), in->header[in->low],
			    in->header[in->high]));
	}
}

/* People behind a series: the fewest and the most of its values. */
static void
set_people(struct input *in, struct web *w, const struct line *l, size_t s)
{
	struct place		 at = webin_place(in, l, in->people);
	struct web_series	*x = &w->series[s];
	const char		*text, *most;
	int64_t			 n, m;
	fixed			 v;

	if (in->people < 0)
		return;
	text = webin_trim(in, l->f[in->people]);
	if (has_none(in, l, in->people)) {
		/* Of some values nobody says it: then of none. */
		web_people(w, s, -2, -2);
		return;
	}
	/* Programs that know of missing numbers write 12 as 12.0. */
	v = -1;
	if (webin_is_number(text) && webin_number(in, l, in->people, &v) != 0)
		return;
	if (v < 0 || v % FIXED_ONE != 0 || v / FIXED_ONE > INT32_MAX) {
		if (webin_may_say(in, in->people))
			msg_fault(&at, N_("not a whole number: '%s'"), text);
		return;
	}
	n = v / FIXED_ONE;
	most = webin_cell(in, l, "n_max");
	if (in->shape != SHAPE_SCORE || num_int(most, n, INT32_MAX, &m) != 0)
		m = n;
	if (x->n_least == -1)
		web_people(w, s, n, m);
	else if (x->n_least >= 0)
		web_people(w, s, n < x->n_least ? n : x->n_least,
		    m > x->n_most ? m : x->n_most);
}

void
webin_set_value(struct input *in, struct web *w, const struct line *l, int col,
    size_t s, size_t a)
{
	const char	*note = in->shape == SHAPE_WIDE ? "" :
	    webin_cell(in, l, "note");
	fixed		 v;

	if (has_none(in, l, col)) {
		if (strstr(note, "withheld") != NULL)
			web_withhold(w, s, a);
		return;
	}
	if (webin_on_scale(in, w, l, col, a, &v) != 0)
		return;
	web_set(w, s, a, v, strstr(note, "rounded") != NULL);
	set_spread(in, w, l, s, a);
	set_people(in, w, l, s);
}

int
webin_too_long(struct input *in, const struct line *l, int col, const char *s)
{
	struct place	at = webin_place(in, l, col);

	if (strlen(s) <= WEBREAD_LABEL_MAX)
		return 0;
	msg_fault(&at, N_("longer than %d bytes"), WEBREAD_LABEL_MAX);
	return 1;
}

/* A number of an axis, FIXED_NONE until it is known. */
static fixed *
of_axis(struct axis_numbers *x, size_t a)
{
	while (x->n <= a) {
		x->v = mem_grow(x->v, x->n, &x->cap, sizeof(*x->v));
		x->v[x->n++] = FIXED_NONE;
	}
	return &x->v[a];
}

/* What orders an axis: the first line of it that says so. */
static void
take_rank(struct input *in, const struct line *l, size_t a)
{
	fixed	*rank, v;

	if (in->order < 0)
		return;
	rank = of_axis(&in->rank, a);
	if (*rank == FIXED_NONE && !has_none(in, l, in->order) &&
	    webin_number(in, l, in->order, &v) == 0)
		*rank = v;
}

/* What is aimed at on an axis: the lines of it that say it say the same. */
static void
take_target(struct input *in, const struct web *w, const struct line *l,
    size_t a)
{
	struct place	 at = webin_place(in, l, in->target);
	fixed		*aim, v;

	if (in->target < 0)
		return;
	aim = of_axis(&in->aim, a);
	if (has_none(in, l, in->target) ||
	    webin_on_scale(in, w, l, in->target, a, &v) != 0)
		return;
	if (*aim != FIXED_NONE && *aim != v)
		msg_fault(&at, N_("another target for '%s' than on a line "
		    "above"), w->axes[a]);
	else
		*aim = v;
}

/* Ours are known by id, so that two criteria may have the same words. */
int
webin_find_axis(struct input *in, struct web *w, const struct line *l, size_t *a)
{
	const char	*label = webin_trim(in, l->f[in->axis]), *key = label;
	struct place	 at = webin_place(in, l, in->axis);
	int		 new;

	if (in->shape != SHAPE_ANY && in->how->axis == NULL) {
		const char	*dim = webin_cell(in, l, "dimension");
		const char	*crit = webin_cell(in, l, "criterion");

		key = arena_printf(&in->arena, "%s\n%s", dim, crit);
		if (*label == '\0')
			label = *crit != '\0' ? crit : dim;
	}
	if (*label == '\0') {
		if (webin_may_say(in, in->axis))
			msg_fault(&at, N_("an axis needs a name"));
		return -1;
	}
	if (webin_too_long(in, l, in->axis, label))
		return -1;
	*a = webin_meet(in, &in->axes, key, w->naxes, &new);
	if (new)
		web_axis(w, label);
	webin_take_range(in, l, *a);
	take_rank(in, l, *a);
	take_target(in, w, l, *a);
	return 0;
}

int
webin_find_series(struct input *in, struct web *w, const struct line *l,
    const char *name, const char *panel, enum web_kind kind, size_t *s)
{
	/* All series of a web have a panel, or none has. */
	const char	*key = panel == NULL ? name :
	    arena_printf(&in->arena, "%s\n%s", panel, name);
	int		 new;

	if (in->series >= 0 && (webin_too_long(in, l, in->series, name) ||
	    (panel != NULL && webin_too_long(in, l, in->series, panel))))
		return -1;
	*s = webin_meet(in, &in->names, key, w->nseries, &new);
	if (new)
		web_series(w, name, panel, kind);
	return 0;
}

static const char *
series_cell(struct input *in, const struct line *l)
{
	return in->series < 0 ? "" : webin_trim(in, l->f[in->series]);
}

static void
read_plain(struct input *in, struct web *w, const struct line *l)
{
	size_t	s, a;

	if (webin_find_axis(in, w, l, &a) == 0 && !in->how->blank &&
	    webin_find_series(in, w, l, series_cell(in, l), NULL, WEB_PLAIN, &s) ==
	    0 &&
	    first_here(in, w, l, in->axis, s, a))
		webin_set_value(in, w, l, in->value, s, a);
}

static enum web_kind
kind_of(const char *group)
{
	return strcmp(group, "agreed") == 0 ? WEB_AGREED :
	    strcmp(group, "all") == 0 ? WEB_VOTED : WEB_PLAIN;
}

/* Of several rounds score names "All (R1)": the series is All. */
static const char *
without_round(struct input *in, const char *name, const char *round)
{
	const char	*end = arena_printf(&in->arena, " (%s)", round);
	size_t		 n = strlen(name), tail = strlen(end);

	return n > tail && strcmp(name + n - tail, end) == 0 ?
	    arena_strn(&in->arena, name, n - tail) : name;
}

static void
read_score(struct input *in, struct web *w, const struct line *l)
{
	const char	*round = webin_cell(in, l, "round");
	const char	*name = series_cell(in, l);
	enum web_kind	 kind = kind_of(webin_cell(in, l, "group"));
	size_t		 s, a;
	int		 rc;

	if (webin_find_axis(in, w, l, &a) != 0)
		return;
	if (in->rounds < 2)
		rc = webin_find_series(in, w, l, name, NULL, kind, &s);
	else
		/* Of two rounds the first looks like "before". */
		rc = webin_find_series(in, w, l, round, without_round(in, name,
		    round), in->rounds == 2 &&
		    strcmp(round, webin_cell(in, in->lines, "round")) == 0 ?
		    WEB_EARLIER : WEB_PLAIN, &s);
	if (rc == 0 && first_here(in, w, l, in->axis, s, a))
		webin_set_value(in, w, l, in->value, s, a);
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

	if (webin_find_axis(in, w, l, &a) != 0)
		return;
	for (i = 0; i < 2; i++) {
		if (webin_find_series(in, w, l, gaps ? _(words[i]) :
		    webin_cell(in, l, of[i]), gaps ? NULL : series_cell(in, l),
		    gaps ? WEB_PLAIN : kind[i], &s) != 0 ||
		    !first_here(in, w, l, in->axis, s, a))
			return;
		webin_set_value(in, w, l, webin_column(in, gaps ? side[i] : half[i]), s,
		    a);
	}
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

/* Whether no series says more; what is aimed at is nobody's answer. */
static int
all_are(const struct web *w, enum web_state state)
{
	size_t	s;

	for (s = 0; s < w->nseries; s++)
		if (w->series[s].kind != WEB_TARGET && !is_all(w, s, state))
			return 0;
	return 1;
}

/*
 * Lines below a table ("Source: ...") are axes of a foreign file, too: those
 * that nobody gave a value are drawn, and said.
 */
static void
say_empty(struct input *in, const struct web *w)
{
	struct place	at = { in->shown, in->first, 0, NULL };
	struct str	names;
	size_t		a, s;

	if (webin_ours(in))
		return;
	str_init(&names);
	for (a = 0; a < w->naxes; a++) {
		for (s = 0; s < w->nseries; s++)
			if (web_get(w, s, a).state != WEB_MISSING)
				break;
		if (s == w->nseries)
			msg_list(&names, w->axes[a]);
	}
	if (names.len > 0)
		msg_note_at(&at, N_("axes without any value: %s"), names.s);
	str_free(&names);
}

/*
 * A series that nobody gave a value is a fault of a foreign file; in ours it
 * is one that is yet to come (agreed scores before the talk), and left out;
 * so is a target that nobody set, of one chart among many.
 */
static void
drop_empty(struct input *in, struct web *w)
{
	struct place	at = { in->shown, in->first, 0, NULL };
	size_t		s, kept = 0;

	if (all_are(w, WEB_MISSING)) {
		msg_fault(&at, N_("nothing to draw: no series has a value"));
		return;
	}
	for (s = 0; s < w->nseries; s++) {
		const char	*name = web_full_name(w, s, &in->arena);

		if (!is_all(w, s, WEB_MISSING)) {
			w->series[kept++] = w->series[s];
			continue;
		}
		if (webin_ours(in) || w->series[s].kind == WEB_TARGET)
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
	struct place	at = { in->shown, in->first, 0, NULL };
	size_t		s, kept = 0;
	struct str	names;

	if (web_drawn(w) <= WEB_TOGETHER || all_are(w, WEB_WITHHELD))
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
	struct place	at = { in->shown, in->first, 0, NULL };

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
	if (in->how->blank) {
		/* Paper has neither dots nor text. */
		if (w->naxes > WEB_AXES_MAX)
			msg_hint(N_("--split makes a sheet for each value of "
			    "a column"));
	} else if (w->mode == WEB_DOTS)
		msg_hint(N_("--text tells any number of them in lines"));
	else
		msg_hint(N_("--dots draws them in lines, --text tells them"));
	if (in->shape == SHAPE_WIDE && w->naxes > WEB_AXES_MAX &&
	    in->axis < 0)
		msg_hint(N_("--value names the columns that are wanted, once "
		    "for each"));
	if (in->shape == SHAPE_WIDE && in->axis < 0 && w->naxes <
	    WEB_AXES_MIN && in->nlines >= WEB_AXES_MIN)
		msg_hint(N_("where each line is an axis: --wide --axis '%s'"),
		    in->header[in->series]);
}

static void
check_series(const struct input *in, const struct web *w)
{
	size_t	n = web_drawn(w);

	if (in->how->any || n <= WEB_SERIES_MAX)
		return;
	msg_fault(&(struct place){ in->shown, in->first, 0, NULL },
	    N_("a picture holds at most %d series, not %zu"), WEB_SERIES_MAX,
	    n);
	msg_hint(N_("--split draws a picture for each value of a column, "
	    "--text tells any number of series"));
}

static void
sort_axes(const struct input *in, struct web *w)
{
	if (in->order >= 0)
		web_sort_by(w, in->rank.v);
	if (!in->how->sort || web_sort_change(w) == 0)
		return;
	msg_fault(&(struct place){ in->shown, in->first, 0, NULL },
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
	if (webin_ours(in) && in->shape != SHAPE_COMPARE && in->rounds == 1 &&
	    *webin_cell(in, l, "round") != '\0')
		web_title(w, arena_printf(&in->arena, _("Round %s"),
		    webin_cell(in, l, "round")));
	else if (in->shape == SHAPE_SCORE && in->rounds == 2)
		web_title(w, arena_printf(&in->arena,
		    _("From round %s to round %s"),
		    webin_cell(in, l, "round"), webin_cell(in,
		    &in->lines[in->nlines - 1], "round")));
	else if (in->shape == SHAPE_COMPARE)
		web_title(w, arena_printf(&in->arena,
		    _("From round %s to round %s"),
		    webin_cell(in, l, "round_before"),
		    webin_cell(in, l, "round_now")));
}

static void
read_lines(struct input *in, struct web *w)
{
	size_t	i;

	if (in->shape == SHAPE_WIDE)
		webin_wide(in, w);
	for (i = 0; in->shape != SHAPE_WIDE && i < in->nlines; i++) {
		const struct line	*l = &in->lines[i];

		if (!webin_value(in, l))
			continue;
		if (in->shape == SHAPE_SCORE)
			read_score(in, w, l);
		else if (in->shape != SHAPE_ANY)
			read_two(in, w, l);
		else
			read_plain(in, w, l);
	}
}

/* What is aimed at is a series of its own, called as its column. */
static void
add_target(struct input *in, struct web *w)
{
	size_t	a, s;

	if (in->target < 0)
		return;
	/* Beside it, what has no other name is called as its column, too. */
	if (w->nseries == 1 && in->value >= 0 && *w->series[0].name == '\0' &&
	    w->series[0].panel == NULL)
		web_name(w, 0, in->header[in->value]);
	s = web_series(w, in->header[in->target], NULL, WEB_TARGET);
	for (a = 0; a < in->aim.n; a++)
		if (in->aim.v[a] != FIXED_NONE)
			web_set(w, s, a, in->aim.v[a], 0);
}

/* Whether all was well with this chart so far, whatever others had. */
static int
is_well(const struct input *in)
{
	return msg_status() <= MSG_DATA && msg_faults() == in->faults &&
	    in->unsaid == in->unsaid_before;
}

/* All lines that are there to one chart. */
static void
make_web(struct input *in, struct web *w)
{
	in->faults = msg_faults();
	in->unsaid_before = in->unsaid;
	webin_rounds(in);
	webin_read_scale(in, w);
	read_lines(in, w);
	add_target(in, w);
	check_axes(in, w);
	if (is_well(in))
		webin_own_scales(in, w);
	if (in->how->blank)
		web_clear(w);
	else if (is_well(in))
		drop_empty(in, w);
	if (is_well(in) && !in->how->blank)
		say_empty(in, w);
	if (is_well(in))
		drop_withheld(in, w);
	check_series(in, w);
	if (is_well(in))
		sort_axes(in, w);
	make_title(in, w);
}

/* What was met in one chart; the lines stay. */
static void
forget_met(struct input *in)
{
	HASH_CLEAR(hh, in->axes);
	HASH_CLEAR(hh, in->names);
	HASH_CLEAR(hh, in->places);
	free(in->rank.v);
	free(in->aim.v);
	free(in->ranges);
	memset(&in->rank, 0, sizeof(in->rank));
	memset(&in->aim, 0, sizeof(in->aim));
	in->ranges = NULL;
	in->nranges = in->capranges = 0;
	in->rounds = 0;
	in->own = 0;
}

static int
begin(struct input *in, const char *path, const char *shown,
    const struct webread *how)
{
	memset(in, 0, sizeof(*in));
	in->how = how;
	in->shown = shown;
	in->axis = in->series = in->value = -1;
	in->low = in->high = in->target = in->order = in->people = -1;
	arena_init(&in->arena);
	if (webin_load(in, path) != 0)
		return -1;
	webin_shape(in);
	return webin_columns(in);
}

static void
end(struct input *in)
{
	webin_say_rest(in);
	webin_say_nones(in);
	forget_met(in);
	HASH_CLEAR(hh, in->nones);
	free(in->lines);
	arena_free(&in->arena);
}

int
web_read(struct web *w, const char *path, const char *shown,
    const struct webread *how)
{
	struct input	in;

	if (begin(&in, path, shown, how) == 0)
		make_web(&in, w);
	end(&in);
	return msg_status() == MSG_OK ? 0 : -1;
}

/* --- many charts ---------------------------------------------------------- */

/* Marks that make up a letter are kept: scripts of India are full of them. */
static int
fits_name(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
	    UC_CATEGORY_MASK_Mc | UC_CATEGORY_MASK_Nd);
}

/*
 * A file's name from what a cell says: letters and digits of any script
 * without case and accents, what is between them one hyphen.
 */
static char *
safe_name(struct arena *a, const char *text)
{
	char		*plain = utf_plain(text), *name;
	const uint8_t	*p = (const uint8_t *)plain;
	size_t		 left = strlen(plain);
	struct str	 s;
	ucs4_t		 c;
	int		 k;

	str_init(&s);
	for (; left > 0 && s.len < NAME_MOST; p += k, left -= (size_t)k) {
		k = u8_mbtoucr(&c, p, left);
		if (k < 1)
			break;
		if (fits_name(c) && s.len + (size_t)k <= NAME_MOST)
			str_addn(&s, (const char *)p, (size_t)k);
		else if (s.len > 0 && s.s[s.len - 1] != '-')
			str_addc(&s, '-');
	}
	while (s.len > 0 && s.s[s.len - 1] == '-')
		s.len--;
	name = s.len == 0 ? arena_str(a, "chart") : arena_strn(a, s.s, s.len);
	str_free(&s);
	free(plain);
	return name;
}

/* How often a name was wished for, and whether it is a file's. */
struct wished {
	const char	*name;
	size_t		 times;
	int		 taken;
	UT_hash_handle	 hh;
};

static struct wished *
wish_for(struct arena *a, struct wished **all, const char *name)
{
	struct wished	*x;

	HASH_FIND_STR(*all, name, x);
	if (x != NULL)
		return x;
	x = arena_alloc(a, sizeof(*x));
	x->name = name;
	x->times = 1;
	HASH_ADD_KEYPTR(hh, *all, x->name, strlen(x->name), x);
	return x;
}

/*
 * Two charts never share a file: the later one has a number, which goes on
 * where the last of its name ended.
 */
static const char *
free_name(struct arena *a, struct wished **all, const char *name)
{
	struct wished	*first = wish_for(a, all, name), *x = first;

	while (x->taken)
		x = wish_for(a, all, arena_printf(a, "%s-%zu", name,
		    ++first->times));
	x->taken = 1;
	return x->name;
}

/* The lines of each value of the column, the values as they came. */
static size_t
group_lines(struct input *in, int col, struct line **of, size_t **count,
    const char ***value)
{
	struct met	*met = NULL;
	size_t		*at = mem_calloc(in->nlines + 1, sizeof(*at)),
			*next, i, k, n = 0;
	int		 new;

	*count = mem_calloc(in->nlines + 1, sizeof(**count));
	*value = arena_alloc(&in->arena, (in->nlines + 1) * sizeof(**value));
	for (i = 0; i < in->nlines; i++) {
		const char	*v = webin_trim(in, in->lines[i].f[col]);

		at[i] = webin_meet(in, &met, v, n, &new);
		if (new)
			(*value)[n++] = v;
		(*count)[at[i]]++;
	}
	HASH_CLEAR(hh, met);
	next = mem_calloc(n + 1, sizeof(*next));
	for (k = 0; k < n; k++)
		next[k + 1] = next[k] + (*count)[k];
	*of = mem_calloc(in->nlines + 1, sizeof(**of));
	for (i = 0; i < in->nlines; i++)
		(*of)[next[at[i]]++] = in->lines[i];
	free(next);
	free(at);
	return n;
}

/* The title of one of many: what it is of, behind what was asked for. */
static void
split_title(struct input *in, struct web *w, const char *title,
    const char *value)
{
	if (title == NULL)
		web_title(w, value);
	else
		web_title(w, arena_printf(&in->arena, _("%s: %s"), title,
		    value));
}

/* What was asked of all; ids differ, so that one page can hold them all. */
static void
look_like(struct web *w, const struct web *like, size_t k)
{
	w->mode = like->mode;
	w->theme = like->theme;
	w->decimals = like->decimals;
	w->paper = like->paper;
	w->apart = like->apart;
	w->blank = like->blank;
	w->prefix = arena_printf(&w->arena, "%s-%zu", like->prefix, k + 1);
}

int
web_read_split(struct web_split **all, size_t *n, const char *path,
    const char *shown, const struct webread *how, const char *column,
    const struct web *like)
{
	struct input	 in;
	struct wished	*taken = NULL;
	struct line	*lines = NULL, *kept;
	const char	**value;
	size_t		*count = NULL, k, from = 0;
	int		 col;

	*all = NULL;
	*n = 0;
	if (begin(&in, path, shown, how) != 0 ||
	    (col = webin_asked(&in, column)) < 0) {
		end(&in);
		return -1;
	}
	*n = group_lines(&in, col, &lines, &count, &value);
	*all = mem_calloc(*n + 1, sizeof(**all));
	kept = in.lines;
	for (k = 0; k < *n; k++) {
		struct web_split	*x = &(*all)[k];

		web_init(&x->web);
		look_like(&x->web, like, k);
		x->name = arena_str(&x->web.arena, free_name(&in.arena, &taken,
		    safe_name(&in.arena, value[k])));
		split_title(&in, &x->web, like->title, value[k]);
		in.lines = lines + from;
		in.nlines = count[k];
		in.first = lines[from].number;
		from += count[k];
		make_web(&in, &x->web);
		forget_met(&in);
	}
	in.lines = kept;
	HASH_CLEAR(hh, taken);
	free(lines);
	free(count);
	end(&in);
	return msg_status() == MSG_OK ? 0 : -1;
}

void
web_split_free(struct web_split *all, size_t n)
{
	size_t	k;

	for (k = 0; k < n; k++)
		web_free(&all[k].web);
	free(all);
}
