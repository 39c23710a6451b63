/*
 * Whether two rounds asked the same.  Each has a copy of its framework, and
 * people may have read it in any of its languages.
 */
#include <string.h>

#include "model/framework.h"

int
scale_same(const struct scale *a, const struct scale *b)
{
	int	i;

	if (a->n != b->n)
		return 0;
	for (i = 0; i < a->n; i++)
		if (a->value[i] != b->value[i])
			return 0;
	return 1;
}

/* The label in every language; of a tally there is only what was counted. */
static int
same_label(const struct table *a, const char *ida, const char *la,
    const struct table *b, const char *idb, const char *lb)
{
	if (a == NULL || b == NULL)
		return strcmp(la, lb) == 0;
	return cell_label_same(a, table_find(a, ida), b, table_find(b, idb),
	    "label");
}

int
framework_same_crit(const struct framework *fa, size_t a,
    const struct framework *fb, size_t b)
{
	const struct criterion	*x = &fa->crit[a], *y = &fb->crit[b];

	return x->reverse == y->reverse && same_label(fa->from_crit, x->id,
	    x->label, fb->from_crit, y->id, y->label);
}

int
framework_same_dim(const struct framework *fa, size_t a,
    const struct framework *fb, size_t b)
{
	const struct dimension	*x = &fa->dims[a], *y = &fb->dims[b];

	return same_label(fa->from_dims, x->id, x->label, fb->from_dims,
	    y->id, y->label);
}

/* The row of a point, of all threads ("") or of one; nrows: none. */
static size_t
point_row(const struct table *t, const char *dim, fixed value)
{
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "dimension", dim) &&
		    cell_fixed(t, i, "value") == value)
			break;
	return i;
}

/* A point is called what the thread's own scale calls it, or the general. */
static size_t
name_row(const struct framework *f, size_t dim, fixed value)
{
	return point_row(f->from_scale, f->dims[dim].scale == &f->general ?
	    "" : f->dims[dim].id, value);
}

int
framework_same_levels(const struct framework *fa, size_t a,
    const struct framework *fb, size_t b)
{
	const struct table	*s = fa->from_scale, *t = fb->from_scale;
	const struct scale	*scale = fa->dims[a].scale;
	int			 i;

	if (!scale_same(scale, fb->dims[b].scale))
		return 0;
	for (i = 0; i < scale->n && s != NULL && t != NULL; i++)
		if (!cell_label_same(s, name_row(fa, a, scale->value[i]),
		    t, name_row(fb, b, scale->value[i]), "label") ||
		    !cell_label_same(s, point_row(s, fa->dims[a].id,
		    scale->value[i]), t, point_row(t, fb->dims[b].id,
		    scale->value[i]), "text"))
			return 0;
	return 1;
}
