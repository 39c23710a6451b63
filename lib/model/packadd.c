/* A pack that adds to a framework that is there. */
#include "model/packadd.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/pack.h"

struct adding {
	struct project		*p;
	struct pack		 pack;
	struct framework	 own;		/* the folder's, as it was */
	const char		*langs;		/* of the labels to be taken */
	struct pack_added	*done;
};

/* The languages of the folder that the pack has; else the pack's first. */
static void
choose_langs(struct adding *a)
{
	const char	*w = project_langs(a->p);
	char		 lang[16];
	size_t		 n;

	a->langs = w;
	for (; *w != '\0'; w += n, w += strspn(w, " ")) {
		n = strcspn(w, " ");
		snprintf(lang, sizeof(lang), "%.*s", (int)n, w);
		if (pack_has_lang(a->pack.langs, lang))
			return;
	}
	a->done->lang = mem_strdup(a->pack.lang);
	a->langs = a->done->lang;
}

/*
 * The full name of a column of the pack, "label_fr", in buf, where it is
 * taken; NULL for what is not: another language, its place among others.
 */
static const char *
taken(const struct adding *a, const struct table *t, int col, char *buf,
    size_t size)
{
	const char	*name;

	if (t->col[col] < 0)
		return NULL;
	name = t->schema->cols[t->col[col]].name;
	if (t->lang[col] == NULL) {
		snprintf(buf, size, "%s", name);
		return strcmp(name, "order") != 0 ? buf : NULL;
	}
	snprintf(buf, size, "%s_%s", name, t->lang[col]);
	return pack_has_lang(a->langs, t->lang[col]) ? buf : NULL;
}

/* Of a table of the folder: the column of this full name, or -1. */
static int
column(const struct table *t, const char *full)
{
	char	name[80];
	int	i;

	for (i = 0; i < t->ncols; i++) {
		if (t->col[i] < 0)
			continue;
		if (t->lang[i] == NULL)
			snprintf(name, sizeof(name), "%s",
			    t->schema->cols[t->col[i]].name);
		else
			snprintf(name, sizeof(name), "%s_%s",
			    t->schema->cols[t->col[i]].name, t->lang[i]);
		if (strcmp(name, full) == 0)
			return i;
	}
	return -1;
}

/* Whether the row that is there says what the pack's says, where both do. */
static int
alike(const struct adding *a, const struct table *from, size_t i,
    const struct table *to, size_t k)
{
	char		 buf[80];
	const char	*name, *x, *y;
	int		 col, at;

	for (col = 0; col < from->ncols; col++) {
		if ((name = taken(a, from, col, buf, sizeof(buf))) == NULL ||
		    (at = column(to, name)) < 0)
			continue;
		x = cell_at(from, i, col);
		y = cell_at(to, k, at);
		if (*x != '\0' && *y != '\0' && strcmp(x, y) != 0)
			return 0;
	}
	return 1;
}

static void
copy_row(const struct adding *a, const struct table *from, size_t i,
    struct table *to, int order)
{
	size_t		 k = table_add(to);
	char		 buf[80];
	const char	*name, *value;
	int		 col;

	for (col = 0; col < from->ncols; col++)
		if ((name = taken(a, from, col, buf, sizeof(buf))) != NULL &&
		    *(value = cell_at(from, i, col)) != '\0')
			table_set(to, k, name, value);
	if (order > 0) {
		snprintf(buf, sizeof(buf), "%d", order);
		table_set(to, k, "order", buf);
	}
}

/*
 * The order of a row behind all that are there; 0: none, because rows without
 * one come last, as they stand.
 */
static int
next_order(const struct table *t)
{
	int64_t	most = 0, n;
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (*cell(t, i, "order") == '\0')
			return 0;
		if ((n = cell_int(t, i, "order", 0)) > most)
			most = n;
	}
	return most < INT_MAX ? (int)most + 1 : 0;
}

/* An id that stands for something else in either table (said). */
static int
clash(const struct adding *a, const struct table *from, size_t i,
    struct table *to, struct table *other)
{
	const char	*id = cell(from, i, "id");
	size_t		 k = table_find(to, id), o = table_find(other, id);
	struct place	 at;

	if (o < other->nrows)
		at = table_place(other, o, "id");
	else if (k < to->nrows && !alike(a, from, i, to, k))
		at = table_place(to, k, "id");
	else
		return 0;
	msg_fault(&at, N_("'%s' is there already and is something else: the "
	    "pack cannot be added"), id);
	return 1;
}

#define ORDER_OWN	(-1)		/* that of the pack */

/* The rows of one table, in order from `order` on; how many are new. */
static unsigned long
add_rows(const struct adding *a, const char *name, const char *other,
    int order)
{
	const struct table	*from = project_table(a->pack.p, name);
	struct table		*to = project_table(a->p, name);
	unsigned long		 n = 0;
	size_t			 i;

	for (i = table_first(from); i < from->nrows; i = table_next(from, i)) {
		if (clash(a, from, i, to, project_table(a->p, other)) ||
		    table_find(to, cell(from, i, "id")) < to->nrows)
			continue;
		copy_row(a, from, i, to, order == ORDER_OWN ?
		    (int)cell_int(from, i, "order", 0) : order);
		order += order > 0;
		n++;
	}
	return n;
}

/*
 * What a dimension's levels look like, or its own scale: levels mean
 * something only on the scale that they were written for.
 */
static void
add_scale(const struct adding *a)
{
	const struct table	*from = project_table(a->pack.p, "scale");
	struct table		*to = project_table(a->p, "scale");
	int			 same = scale_same(&a->pack.f.general,
				    &a->own.general), own;
	const char		*dim;
	size_t			 i, d;

	for (i = table_first(from); i < from->nrows; i = table_next(from, i)) {
		dim = cell(from, i, "dimension");
		if ((d = framework_dim(&a->pack.f, dim)) == a->pack.f.ndims ||
		    framework_dim(&a->own, dim) < a->own.ndims)
			continue;
		own = a->pack.f.dims[d].scale != &a->pack.f.general;
		if (!own && !same)
			a->done->levels_left = 1;
		else if (table_find_by(to, "dimension", dim, "value",
		    cell(from, i, "value"), (char *)NULL) == to->nrows)
			copy_row(a, from, i, to, 0);
	}
}

static void
add(struct adding *a)
{
	struct str	s;
	size_t		d;

	choose_langs(a);
	a->done->dims = add_rows(a, "dimensions", "criteria",
	    next_order(project_table(a->p, "dimensions")));
	a->done->crits = add_rows(a, "criteria", "dimensions", ORDER_OWN);
	add_scale(a);
	str_init(&s);
	for (d = 0; d < a->pack.f.ndims; d++)
		str_printf(&s, "%s%s", d > 0 ? " " : "", a->pack.f.dims[d].id);
	a->done->ids = str_take(&s);
}

int
pack_add(struct project *p, const char *typed, struct pack_added *done)
{
	unsigned long	before = msg_faults();
	struct adding	a = { .p = p, .done = done };
	int		bad;

	memset(done, 0, sizeof(*done));
	bad = pack_open(&a.pack, typed, NULL) != 0;
	if (!bad && a.pack.f.ncrit == 0) {
		msg_fault(NULL, N_("the pack %s has no criterion to add"),
		    typed);
		bad = 1;
	}
	if (!bad) {
		bad = framework_load(&a.own, p, NULL, project_lang(p)) != 0 ||
		    project_bad(p);
		if (!bad)
			add(&a);
		framework_free(&a.own);
	}
	pack_close(&a.pack);
	return bad || msg_faults() != before ? -1 : 0;
}

void
pack_add_say(const struct pack_added *d)
{
	if (d->dims + d->crits == 0) {
		msg_note(N_("already there: %s"), d->ids);
		return;
	}
	msg_note_n(d->crits, "added: %lu criterion of %s",
	    "added: %lu criteria of %s", d->crits, d->ids);
	if (d->lang != NULL)
		msg_note(N_("the pack has none of the folder's languages: its "
		    "words are in %s"), d->lang);
	if (d->levels_left)
		msg_note(N_("the folder's scale has other points than the "
		    "pack's: the levels that the pack describes are left out"));
	msg_note(N_("it is asked from the next round on; or alone: cpm-assess "
	    "open ROUND --only \"%s\""), d->ids);
}

void
pack_added_free(struct pack_added *d)
{
	free(d->ids);
	free(d->lang);
}
