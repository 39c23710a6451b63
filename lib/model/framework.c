/* The grid a team rates itself with. */
#include "model/framework.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"

/* Beyond these a table is a mistake, and looking at it takes too long. */
#define POINTS_MAX	1000	/* values of a scale */
#define DIMENSIONS_MAX	200
#define CRITERIA_MAX	5000

struct loader {
	struct framework	*f;
	struct table		*dims, *crit, *scale, *groups;
	const char		*lang;
	int			 failed;
};

size_t
framework_dim(const struct framework *f, const char *id)
{
	size_t	i;

	for (i = 0; i < f->ndims && strcmp(f->dims[i].id, id) != 0; i++)
		continue;
	return i;
}

size_t
framework_crit(const struct framework *f, const char *id)
{
	size_t	i;

	for (i = 0; i < f->ncrit && strcmp(f->crit[i].id, id) != 0; i++)
		continue;
	return i;
}

size_t
framework_group(const struct framework *f, const char *id)
{
	size_t	i;

	for (i = 0; i < f->ngroups && strcmp(f->groups[i].id, id) != 0; i++)
		continue;
	return i;
}

int
scale_index(const struct scale *s, fixed value)
{
	int	lo = 0, hi = s->n - 1, mid;

	while (lo <= hi) {
		mid = (lo + hi) / 2;
		if (s->value[mid] == value)
			return mid;
		if (s->value[mid] < value)
			lo = mid + 1;
		else
			hi = mid - 1;
	}
	return -1;
}

fixed
scale_reverse(const struct scale *s, fixed value)
{
	return s->max + s->min - value;
}

static void
fault(struct loader *ld, const struct table *t, size_t row, const char *col,
    const char *what)
{
	table_fault(t, row, col, what);
	ld->failed = 1;
}

/* The rows of the table whose `dimension` is id, as a rising scale. */
static void
scale_take(struct loader *ld, struct scale *s, const char *id)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->scale;
	struct place		 at = { NULL, 0, 0, NULL };
	fixed			 v, x;
	size_t			 i, n = 0;
	int			 k;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		n += (size_t)cell_is(t, i, "dimension", id);
	if (n > POINTS_MAX) {
		at.file = t->shown;
		msg_fault(&at, N_("a scale of more than %d values"),
		    POINTS_MAX);
		ld->failed = 1;
		return;
	}
	s->value = arena_alloc(&f->arena, (n + 1) * sizeof(*s->value));
	s->label = arena_alloc(&f->arena, (n + 1) * sizeof(*s->label));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (t->rows[i].bad || !cell_is(t, i, "dimension", id) ||
		    cell_is(t, i, "value", "NA") ||
		    cell_is(t, i, "value", "DK"))
			continue;
		if ((v = cell_fixed(t, i, "value")) == FIXED_NONE) {
			fault(ld, t, i, "value", N_("not a number, NA or DK"));
			continue;
		}
		for (k = s->n; k > 0 && s->value[k - 1] > v; k--) {
			s->value[k] = s->value[k - 1];
			s->label[k] = s->label[k - 1];
		}
		s->value[k] = v;
		s->label[k] = arena_str(&f->arena,
		    cell_label(t, i, "label", ld->lang, NULL));
		s->n++;
	}
	if (s->n == 0)
		return;
	s->min = s->value[0];
	s->max = s->value[s->n - 1];
	s->step = s->n > 1 ? s->value[1] - s->value[0] : FIXED_ONE;
	for (k = 1; k < s->n; k++) {
		x = s->value[k] - s->value[k - 1];
		if (x != s->step)
			s->step = 0;
	}
}

/*
 * A dimension's rows within the general values only describe them; rows with
 * other values are a scale of its own.
 */
static void
scale_of(struct loader *ld, struct dimension *d)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->scale;
	struct scale		*own = arena_alloc(&f->arena, sizeof(*own));
	size_t			 i;
	fixed			 v;
	int			 k, foreign = 0;

	d->scale = &f->general;
	scale_take(ld, own, d->id);
	if (own->n == 0)
		return;
	for (k = 0; k < own->n; k++)
		foreign |= scale_index(&f->general, own->value[k]) < 0;
	if (foreign)
		d->scale = own;
	d->text = arena_alloc(&f->arena, (size_t)d->scale->n *
	    sizeof(*d->text));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "dimension", d->id) ||
		    (v = cell_fixed(t, i, "value")) == FIXED_NONE ||
		    (k = scale_index(d->scale, v)) < 0)
			continue;
		d->text[k] = arena_str(&f->arena,
		    cell_label(t, i, "text", ld->lang, NULL));
	}
}

static void
general(struct loader *ld)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->scale;
	size_t			 i;

	scale_take(ld, &f->general, "");
	f->na = f->dk = "";
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "dimension", ""))
			continue;
		if (cell_is(t, i, "value", "NA"))
			f->na = arena_str(&f->arena,
			    cell_label(t, i, "label", ld->lang, NULL));
		if (cell_is(t, i, "value", "DK"))
			f->dk = arena_str(&f->arena,
			    cell_label(t, i, "label", ld->lang, NULL));
	}
}

struct order {
	int64_t	key;
	size_t	row;
};

static int
by_order(const void *a, const void *b)
{
	const struct order	*x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Rows of a table by their `order` column, then as they stand. */
static struct order *
ordered(const struct table *t, size_t *n)
{
	struct order	*o = mem_calloc(table_count(t) + 1, sizeof(*o));
	size_t		 i;

	*n = 0;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		o[*n].key = cell_int(t, i, "order", INT64_MAX);
		o[(*n)++].row = i;
	}
	qsort(o, *n, sizeof(*o), by_order);
	return o;
}

static fixed
weight(struct loader *ld, const struct table *t, size_t i)
{
	fixed	w = cell_fixed(t, i, "weight");

	if (w == FIXED_NONE)
		return FIXED_ONE;
	if (w <= 0) {
		fault(ld, t, i, "weight", N_("a weight is more than 0"));
		return FIXED_ONE;
	}
	return w;
}

static void
take_dims(struct loader *ld)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->dims;
	struct dimension	*d;
	struct order		*o;
	size_t			 n, i;

	o = ordered(t, &n);
	f->dims = arena_alloc(&f->arena, (n + 1) * sizeof(*f->dims));
	for (i = 0; i < n; i++) {
		d = &f->dims[f->ndims++];
		d->id = arena_str(&f->arena, cell(t, o[i].row, "id"));
		d->kind = arena_str(&f->arena, cell(t, o[i].row, "kind"));
		d->label = arena_str(&f->arena,
		    cell_label(t, o[i].row, "label", ld->lang, NULL));
		if (*d->label == '\0')
			d->label = d->id;
		d->weight = weight(ld, t, o[i].row);
		scale_of(ld, d);
	}
	free(o);
}

static void
take_crit(struct loader *ld)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->crit;
	struct criterion	*c;
	struct order		*o;
	size_t			 n, i, d;

	o = ordered(t, &n);
	f->crit = arena_alloc(&f->arena, (n + 1) * sizeof(*f->crit));
	for (i = 0; i < n; i++)
		if ((f->ndims > 0 || !ld->dims->broken) &&
		    framework_dim(f, cell(t, o[i].row, "dimension")) ==
		    f->ndims)
			fault(ld, t, o[i].row, "dimension",
			    N_("no such dimension"));
	for (d = 0; d < f->ndims; d++) {
		f->dims[d].first = f->ncrit;
		/* An id that stands twice (which was said) has its criteria once. */
		if (framework_dim(f, f->dims[d].id) != d)
			continue;
		for (i = 0; i < n; i++) {
			if (!cell_is(t, o[i].row, "dimension", f->dims[d].id))
				continue;
			c = &f->crit[f->ncrit++];
			c->dim = d;
			c->id = arena_str(&f->arena, cell(t, o[i].row, "id"));
			c->label = arena_str(&f->arena, cell_label(t,
			    o[i].row, "label", ld->lang, NULL));
			if (*c->label == '\0')
				c->label = c->id;
			c->hint = arena_str(&f->arena, cell_label(t,
			    o[i].row, "hint", ld->lang, NULL));
			c->weight = weight(ld, t, o[i].row);
			c->reverse = cell_is(t, o[i].row, "reverse", "yes");
			c->scale = f->dims[d].scale;
			f->dims[d].n++;
		}
	}
	free(o);
}

/* Follow chains of merged groups to their end; a ring is a fault. */
static void
follow_merges(struct loader *ld)
{
	struct framework	*f = ld->f;
	size_t			*end, k, hops;

	end = mem_calloc(f->ngroups + 1, sizeof(*end));
	for (k = 0; k < f->ngroups; k++) {
		end[k] = f->groups[k].into;
		for (hops = 0; f->groups[end[k]].into != end[k] &&
		    hops <= f->ngroups; hops++)
			end[k] = f->groups[end[k]].into;
		if (hops > f->ngroups) {
			fault(ld, ld->groups, table_find(ld->groups,
			    f->groups[k].id), "merged_into",
			    N_("groups merged in a ring"));
			end[k] = k;
		}
	}
	for (k = 0; k < f->ngroups; k++)
		f->groups[k].into = end[k];
	free(end);
}

static void
take_groups(struct loader *ld)
{
	struct framework	*f = ld->f;
	const struct table	*t = ld->groups;
	struct group		*g;
	const char		*into;
	size_t			 i, k;

	f->groups = arena_alloc(&f->arena, (table_count(t) + 1) *
	    sizeof(*f->groups));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		g = &f->groups[f->ngroups];
		g->id = arena_str(&f->arena, cell(t, i, "id"));
		g->label = arena_str(&f->arena,
		    cell_label(t, i, "label", ld->lang, NULL));
		if (*g->label == '\0')
			g->label = g->id;
		g->self = cell_is(t, i, "perspective", "self");
		g->into = f->ngroups++;
		if (strcmp(g->id, "all") == 0 || strcmp(g->id, "agreed") == 0)
			fault(ld, t, i, "id", N_("this id is reserved"));
	}
	for (i = table_first(t), k = 0; i < t->nrows;
	    i = table_next(t, i), k++) {
		into = cell(t, i, "merged_into");
		if (*into == '\0')
			continue;
		f->groups[k].into = framework_group(f, into);
		if (f->groups[k].into == f->ngroups) {
			fault(ld, t, i, "merged_into", N_("no such group"));
			f->groups[k].into = k;
		}
	}
	follow_merges(ld);
}

/* Whether the tables are no larger than a framework can be. */
static int
sizes_ok(struct loader *ld)
{
	struct place	at = { NULL, 0, 0, NULL };

	if (table_count(ld->dims) > DIMENSIONS_MAX) {
		at.file = ld->dims->shown;
		msg_fault(&at, N_("more than %d dimensions"), DIMENSIONS_MAX);
		return 0;
	}
	if (table_count(ld->crit) > CRITERIA_MAX) {
		at.file = ld->crit->shown;
		msg_fault(&at, N_("more than %d criteria"), CRITERIA_MAX);
		return 0;
	}
	return 1;
}

int
framework_load(struct framework *f, struct project *p, const char *round,
    const char *lang)
{
	struct loader	 ld = { .f = f, .lang = lang };
	struct place	 at = { NULL, 0, 0, NULL };
	size_t		 i, k;

	memset(f, 0, sizeof(*f));
	arena_init(&f->arena);
	f->lang = arena_str(&f->arena, lang);
	ld.dims = round == NULL ? project_table(p, "dimensions") :
	    project_frozen(p, round, "dimensions");
	ld.crit = round == NULL ? project_table(p, "criteria") :
	    project_frozen(p, round, "criteria");
	ld.scale = round == NULL ? project_table(p, "scale") :
	    project_frozen(p, round, "scale");
	ld.groups = round == NULL ? project_table(p, "groups") :
	    project_frozen(p, round, "groups");
	f->from_dims = ld.dims;
	f->from_crit = ld.crit;
	f->from_scale = ld.scale;
	if (!sizes_ok(&ld))
		return -1;
	general(&ld);
	take_dims(&ld);
	take_crit(&ld);
	take_groups(&ld);
	at.file = ld.dims->shown;
	if (f->ndims == 0 && !ld.dims->broken) {
		msg_fault(&at, N_("there is no dimension"));
		ld.failed = 1;
	}
	at.file = ld.scale->shown;
	if (f->general.n == 0 && !ld.scale->broken) {
		for (i = 0; i < f->ndims; i++)
			if (f->dims[i].scale == &f->general)
				break;
		if (i < f->ndims) {
			msg_fault(&at, N_("there is no scale: rows with an "
			    "empty dimension and a value each"));
			ld.failed = 1;
		}
	}
	/* Dimension and criterion ids share one name space. */
	for (i = 0; i < f->ncrit; i++) {
		k = framework_dim(f, f->crit[i].id);
		if (k < f->ndims)
			fault(&ld, ld.crit, table_find(ld.crit,
			    f->crit[i].id), "id",
			    N_("a dimension has this id already"));
	}
	return ld.failed || ld.dims->broken || ld.crit->broken ||
	    ld.scale->broken || ld.groups->broken ? -1 : 0;
}

void
framework_free(struct framework *f)
{
	arena_free(&f->arena);
}

int
framework_one_scale(const struct framework *f)
{
	size_t	i;

	for (i = 1; i < f->ndims; i++)
		if (!scale_same(f->dims[0].scale, f->dims[i].scale))
			return 0;
	return f->ndims > 0;
}
