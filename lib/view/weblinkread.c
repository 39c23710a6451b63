/* A table of links to a chart of who moves with whom. */
#include "view/weblinks.h"

#include <string.h>

#include "base/utf.h"
#include "model/links.h"
#include "table/schema.h"
#include "view/webinput.h"

struct columns {
	int	from, to, strength, from_label, to_label, cycle;
};

/* A column of a table of links, by its English or French name; -1. */
static int
find_column(const struct input *in, const char *name)
{
	const struct schema	*t = schema_find("links");
	const char		*lang;
	int			 want = schema_col(t, name), i;

	if ((i = webin_column(in, name)) >= 0)
		return i;
	for (i = 0; i < in->ncols; i++)
		if (schema_header(t, in->header[i], &lang) == want)
			return i;
	return -1;
}

/* The same of one that has to be there; -1 (said). */
static int
need_column(struct input *in, const char *name)
{
	int	c = find_column(in, name);

	return webin_asked(in, c < 0 ? name : in->header[c]);
}

/*
 * A team's own file keeps the links of every cycle: those of its last line
 * are drawn.
 */
static int
is_wanted(struct input *in, const struct columns *c, const struct line *l)
{
	const struct line	*last = &in->lines[in->nlines - 1];

	return c->cycle < 0 || strcmp(webin_trim(in, l->f[c->cycle]),
	    webin_trim(in, last->f[c->cycle])) == 0;
}

static const char *
text_of(struct input *in, const struct line *l, int col)
{
	return col < 0 ? "" : webin_trim(in, l->f[col]);
}

/* The thread with this id, which has this name where it is a new one. */
static size_t
meet(struct input *in, struct web *w, const char *id, const char *name)
{
	int	new;
	size_t	a = webin_meet(in, &in->axes, id, w->naxes, &new);

	if (new)
		web_axis(w, *name != '\0' ? name : id);
	return a;
}

static int
too_long(const char *id, const char *name)
{
	return strlen(*name != '\0' ? name : id) > WEBREAD_LABEL_MAX;
}

/* The thread of a cell, known by what stands there; -1 (said). */
static int
find_thread(struct input *in, struct web *w, const struct line *l, int col,
    int label, size_t *a)
{
	struct place	 at = webin_place(in, l, col);
	const char	*id = text_of(in, l, col);
	const char	*name = text_of(in, l, label);

	if (*id == '\0') {
		msg_fault(&at, N_("a link needs a thread at both ends"));
		return -1;
	}
	if (too_long(id, name)) {
		msg_fault(&at, N_("longer than %d bytes"), WEBREAD_LABEL_MAX);
		return -1;
	}
	*a = meet(in, w, id, name);
	return 0;
}

/*
 * Threads stand as they begin lines, then those to which links only lead: a
 * listing that begins a line with each has them in its own order.
 */
static void
meet_first(struct input *in, struct web *w, const struct columns *c)
{
	const struct line	*l;
	const char		*id, *name;
	size_t			 i;

	for (i = 0; i < in->nlines; i++) {
		l = &in->lines[i];
		id = text_of(in, l, c->from);
		name = text_of(in, l, c->from_label);
		if (is_wanted(in, c, l) && *id != '\0' && !too_long(id, name))
			meet(in, w, id, name);
	}
}

/* A thread that is there and moves none: neither an end nor how much. */
static int
is_alone(struct input *in, const struct line *l, const struct columns *c)
{
	return *text_of(in, l, c->from) != '\0' &&
	    *text_of(in, l, c->to) == '\0' &&
	    *text_of(in, l, c->strength) == '\0';
}

static int
find_strength(struct input *in, const struct line *l, int col, int *out)
{
	struct place	 at = webin_place(in, l, col);
	const char	*s;
	int64_t		 n;

	*out = 2;
	if (col < 0 || *(s = webin_trim(in, l->f[col])) == '\0')
		return 0;
	if (num_int(s, 1, 3, &n) != 0) {
		msg_fault(&at, N_("a strength is 1, 2 or 3, not '%s'"), s);
		return -1;
	}
	*out = (int)n;
	return 0;
}

static void
take_link(struct input *in, struct web *w, const struct line *l,
    const struct columns *c)
{
	struct place_of	*q = arena_alloc(&in->arena, sizeof(*q)), *p;
	struct place	 at = webin_place(in, l, c->to);
	size_t		 from, to;
	int		 strength, bad;

	bad = find_thread(in, w, l, c->from, c->from_label, &from) != 0;
	if (is_alone(in, l, c))
		return;
	bad |= find_thread(in, w, l, c->to, c->to_label, &to) != 0;
	bad |= find_strength(in, l, c->strength, &strength) != 0;
	if (bad)
		return;
	if (from == to) {
		msg_fault(&at, N_("a thread that moves itself"));
		return;
	}
	q->at.series = from;
	q->at.axis = to;
	HASH_FIND(hh, in->places, &q->at, sizeof(q->at), p);
	if (p != NULL) {
		msg_fault(&at, N_("this link stands further up"));
		return;
	}
	HASH_ADD(hh, in->places, at, sizeof(q->at), q);
	web_link(w, from, to, strength);
}

static void
take_links(struct input *in, struct web *w, const struct columns *c)
{
	size_t	i, left = 0;

	meet_first(in, w, c);
	for (i = 0; i < in->nlines; i++)
		if (is_wanted(in, c, &in->lines[i]))
			take_link(in, w, &in->lines[i], c);
		else
			left++;
	if (left > 0)
		msg_note(N_("%s: the links of cycle '%s' are drawn, those of "
		    "others left out"), in->shown, webin_trim(in,
		    in->lines[in->nlines - 1].f[c->cycle]));
}

/* What --chosen can be given, the labels behind the ids where they differ. */
static void
say_threads(const struct input *in, const struct web *w)
{
	struct str	 all;
	struct met	*m;

	str_init(&all);
	for (m = in->axes; m != NULL; m = m->hh.next) {
		msg_list(&all, m->key);
		if (strcmp(m->key, w->axes[m->index]) != 0)
			str_printf(&all, " (%s)", w->axes[m->index]);
	}
	msg_hint(N_("there are %s"), all.s);
	str_free(&all);
}

/* Mark the threads of "GOV, Money and means". */
static void
choose(struct input *in, struct web *w, const char *list)
{
	const char	*p = list, *end, *name;
	char		*part, *plain, *have;
	struct met	*m;
	size_t		 i;
	int		 hit, missed = 0;

	for (; *p != '\0'; p = *end == '\0' ? end : end + 1) {
		end = p + strcspn(p, ",");
		part = mem_strndup(p, (size_t)(end - p));
		name = webin_trim(in, webin_composed(in, part));
		m = NULL;
		HASH_FIND_STR(in->axes, name, m);
		hit = m != NULL;
		if (hit)
			web_choose(w, m->index);
		plain = utf_plain(name);
		for (i = 0; i < w->naxes && !hit; i++) {
			have = utf_plain(w->axes[i]);
			hit = *plain != '\0' && strcmp(plain, have) == 0;
			if (hit)
				web_choose(w, i);
			free(have);
		}
		if (!hit) {
			msg_fault(&(struct place){ in->shown, 0, 0, NULL },
			    N_("no such thread: '%s'"), name);
			missed = 1;
		}
		free(plain);
		free(part);
	}
	if (missed)
		say_threads(in, w);
}

static void
check(const struct input *in, const struct web *w)
{
	struct place	at = { in->shown, 0, 0, NULL };

	if (w->naxes > LINKS_THREADS_MAX)
		msg_fault(&at, N_("more than %d threads: are these links?"),
		    LINKS_THREADS_MAX);
	else if (w->naxes > WEB_AXES_MAX && !in->how->any) {
		msg_fault(&at, N_("a picture of links holds at most 24 "
		    "threads, not %zu"), w->naxes);
		msg_hint(N_("--text tells them in sentences, however many"));
	}
	if (w->nlinks == 0 && msg_status() == MSG_OK)
		msg_fault(&at, N_("nothing to draw: no thread moves another"));
}

int
weblinks_read(struct web *w, const char *path, const char *shown,
    const char *chosen, int any)
{
	struct webread			 how = { .any = any };
	struct columns			 c;
	struct input			 in;

	memset(&in, 0, sizeof(in));
	in.how = &how;
	in.shown = shown;
	arena_init(&in.arena);
	if (webin_load(&in, path) == 0) {
		c.from = need_column(&in, "from");
		c.to = need_column(&in, "to");
		c.strength = find_column(&in, "strength");
		c.from_label = webin_column(&in, "from_label");
		c.to_label = webin_column(&in, "to_label");
		c.cycle = find_column(&in, "cycle");
		if (c.from >= 0 && c.to >= 0)
			take_links(&in, w, &c);
		check(&in, w);
		if (chosen != NULL && msg_status() == MSG_OK)
			choose(&in, w, chosen);
	}
	webin_say_rest(&in);
	HASH_CLEAR(hh, in.axes);
	HASH_CLEAR(hh, in.places);
	free(in.lines);
	arena_free(&in.arena);
	return msg_status() == MSG_OK ? 0 : -1;
}
