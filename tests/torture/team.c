/* What a team answered, counted as cpm-assess close counts it. */
#include "team.h"

#include <string.h>

static const char	*labels[POINTS] = { "", "", "", "", "", "", "", "",
			    "", "", "" };

struct points
points_even(int n)
{
	struct points	p = { .n = n, .step = FIXED_ONE };
	int		i;

	for (i = 0; i < n; i++)
		p.value[i] = (i + 1) * FIXED_ONE;
	return p;
}

size_t
shape_first(const struct shape *s, size_t thread)
{
	size_t	k = 0, d;

	for (d = 0; d < thread; d++)
		k += s->criteria[d];
	return k;
}

static struct scale
scale_of(const struct points *p)
{
	return (struct scale){ p->n, (fixed *)p->value, labels, p->value[0],
	    p->value[p->n - 1], p->step };
}

void
grid_make(struct grid *g, const struct shape *s, size_t thread, size_t n)
{
	const size_t	first = shape_first(s, thread);
	size_t		d, k = 0, i;

	memset(g, 0, sizeof(*g));
	g->fw.dims = g->dims;
	g->fw.ndims = n;
	g->fw.crit = g->crit;
	g->fw.groups = g->groups;
	g->fw.ngroups = s->ngroups;
	for (d = 0; d < n; d++) {
		g->scale[d] = scale_of(&s->points[thread + d]);
		g->dims[d] = (struct dimension){ "", "", "", FIXED_ONE,
		    &g->scale[d], NULL, k, s->criteria[thread + d] };
		for (i = 0; i < s->criteria[thread + d]; i++, k++)
			g->crit[k] = (struct criterion){ "", "", "", d,
			    s->weight[first + k], 0, &g->scale[d] };
	}
	g->fw.general = g->scale[0];
	g->fw.ncrit = k;
	for (i = 0; i < s->ngroups; i++)
		g->groups[i] = (struct group){ "", "", 0, s->into[i] };
	g->v.fw = &g->fw;
	g->v.ngroups = s->ngroups + 1;
	g->v.size = g->size;
	g->v.count = g->count;
	for (i = 0; i < (s->ngroups + 1) * k; i++)
		g->count[i] = g->cells[i];
}

void
grid_count(struct grid *g, const struct team *t, size_t first)
{
	size_t	i, k, group;
	int	vote;

	memset(g->size, 0, sizeof(g->size));
	memset(g->cells, 0, g->v.ngroups * g->fw.ncrit * sizeof(g->cells[0]));
	g->v.persons = (int64_t)t->n;
	for (i = 0; i < t->n; i++) {
		group = t->person[i].group;
		group = group < g->fw.ngroups ? g->groups[group].into :
		    g->fw.ngroups;
		g->size[group]++;
		for (k = 0; k < g->fw.ncrit; k++)
			if ((vote = t->person[i].vote[first + k]) != SKIP)
				g->cells[group * g->fw.ncrit + k][vote]++;
	}
}
