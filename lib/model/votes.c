/* A round's votes as the policy takes them: units together, groups merged. */
#include <string.h>

#include "base/msg.h"
#include "model/tally.h"

static int64_t *
count_at(const struct votes *v, size_t group, size_t crit)
{
	return v->count[group * v->fw->ncrit + crit];
}

/* Persons of a group and unit: the most that any criterion accounts for. */
static void
add_persons(struct votes *v, struct tally *t, const char *round)
{
	const struct tally_cell	*c, *last = NULL;
	int64_t			 most = 0, all;
	size_t			 i, n = tally_count(t), group;

	for (i = 0; i <= n; i++) {
		c = i < n ? tally_cell(t, i) : NULL;
		if (c != NULL && strcmp(c->round, round) != 0)
			c = NULL;
		if (last != NULL && (c == NULL ||
		    strcmp(c->group, last->group) != 0 ||
		    strcmp(c->unit, last->unit) != 0)) {
			group = framework_group(v->fw, last->group);
			if (group < v->fw->ngroups)
				group = v->fw->groups[group].into;
			v->size[group] += most;
			v->persons += most;
			most = 0;
		}
		last = c;
		if (c == NULL)
			continue;
		all = c->n + c->na + c->dk + c->skipped;
		if (all > most)
			most = all;
	}
}

static int
add_cell(struct votes *v, const struct tally_cell *c, const char *shown)
{
	const struct place	 at = { shown, 0, 0, NULL };
	const struct scale	*s;
	size_t			 crit = framework_crit(v->fw, c->criterion);
	size_t			 group = framework_group(v->fw, c->group), i;
	int			 k, bad = 0;

	if (crit == v->fw->ncrit) {
		msg_fault(&at, N_("round '%s' has no criterion '%s'"),
		    c->round, c->criterion);
		return -1;
	}
	if (group == v->fw->ngroups && *c->group != '\0') {
		msg_fault(&at, N_("round '%s' has no group '%s'"), c->round,
		    c->group);
		return -1;
	}
	if (group < v->fw->ngroups)
		group = v->fw->groups[group].into;
	s = v->fw->crit[crit].scale;
	for (i = 0; i < c->nvalues; i++) {
		k = scale_index(s, c->value[i]);
		if (k < 0 && c->count[i] > 0)
			bad = -1;
		else if (k >= 0)
			count_at(v, group, crit)[k] += c->count[i];
	}
	if (bad != 0)
		msg_fault(&at, N_("criterion '%s' has scores that are not on "
		    "its scale"), c->criterion);
	return bad;
}

int
votes_make(struct votes *v, struct tally *t, const char *round,
    const struct framework *fw, const char *shown)
{
	const struct tally_cell	*c;
	size_t			 g, k, i;
	int			 bad = 0;

	memset(v, 0, sizeof(*v));
	arena_init(&v->arena);
	v->fw = fw;
	v->ngroups = fw->ngroups + 1;
	v->size = arena_alloc(&v->arena, v->ngroups * sizeof(*v->size));
	v->count = arena_alloc(&v->arena,
	    (v->ngroups * fw->ncrit + 1) * sizeof(int64_t *));
	for (g = 0; g < v->ngroups; g++)
		for (k = 0; k < fw->ncrit; k++)
			v->count[g * fw->ncrit + k] = arena_alloc(&v->arena,
			    ((size_t)fw->crit[k].scale->n + 1) *
			    sizeof(int64_t));
	for (i = 0; i < tally_count(t); i++) {
		c = tally_cell(t, i);
		if (strcmp(c->round, round) == 0 &&
		    add_cell(v, c, shown) != 0)
			bad = -1;
	}
	if (bad == 0)
		add_persons(v, t, round);
	return bad;
}

void
votes_free(struct votes *v)
{
	arena_free(&v->arena);
}

void
votes_group(const struct votes *v, size_t group, size_t crit, int64_t *out)
{
	memcpy(out, count_at(v, group, crit),
	    (size_t)v->fw->crit[crit].scale->n * sizeof(*out));
}

void
votes_all(const struct votes *v, size_t crit, int64_t *out)
{
	int	 k, points = v->fw->crit[crit].scale->n;
	size_t	 g;

	for (k = 0; k < points; k++)
		for (out[k] = 0, g = 0; g < v->ngroups; g++)
			out[k] += count_at(v, g, crit)[k];
}

int64_t
votes_answers(const struct votes *v, size_t group, size_t crit)
{
	int64_t	n = 0;
	int	k;

	for (k = 0; k < v->fw->crit[crit].scale->n; k++)
		n += count_at(v, group, crit)[k];
	return n;
}

int64_t
votes_answers_all(const struct votes *v, size_t crit)
{
	int64_t	n = 0;
	size_t	g;

	for (g = 0; g < v->ngroups; g++)
		n += votes_answers(v, g, crit);
	return n;
}

int
hands_mixed(const struct table *t, const char *round)
{
	size_t	i;
	int	room = 0, groups = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", round))
			continue;
		room |= *cell(t, i, "group") == '\0';
		groups |= *cell(t, i, "group") != '\0';
	}
	return room && groups;
}

/* --- data outside a folder -------------------------------------------- */

int
scale_parse(struct scale *s, struct arena *arena, const char *text)
{
	char	*copy = arena_str(arena, text), *to, *step;
	fixed	 lo, hi, by = FIXED_ONE;
	int	 i;

	/* A leading minus belongs to the number. */
	if ((to = strchr(copy + 1, '-')) == NULL)
		return -1;
	*to++ = '\0';
	if ((step = strchr(to, '/')) != NULL)
		*step++ = '\0';
	if (num_fixed(copy, 0, &lo) != 0 || num_fixed(to, 0, &hi) != 0 ||
	    (step != NULL && num_fixed(step, 0, &by) != 0) ||
	    by <= 0 || hi <= lo || (hi - lo) % by != 0 ||
	    (hi - lo) / by >= 1000)
		return -1;
	s->n = (int)((hi - lo) / by) + 1;
	s->value = arena_alloc(arena, (size_t)s->n * sizeof(*s->value));
	s->label = arena_alloc(arena, (size_t)s->n * sizeof(*s->label));
	for (i = 0; i < s->n; i++) {
		s->value[i] = lo + i * by;
		s->label[i] = "";
	}
	s->min = lo;
	s->max = hi;
	s->step = by;
	return 0;
}

void
framework_of_tally(struct framework *fw, struct tally *t,
    const struct scale *scale)
{
	const char	*s;
	size_t		 i, n;

	memset(fw, 0, sizeof(*fw));
	arena_init(&fw->arena);
	tally_count(t);
	fw->general = *scale;
	fw->lang = fw->na = fw->dk = "";
	for (n = 0; tally_criterion(t, n) != NULL; n++)
		continue;
	fw->crit = arena_alloc(&fw->arena, (n + 1) * sizeof(*fw->crit));
	for (i = 0; i < n; i++) {
		s = arena_str(&fw->arena, tally_criterion(t, i));
		fw->crit[fw->ncrit++] = (struct criterion){ s, s, "", 0,
		    FIXED_ONE, 0, &fw->general };
	}
	fw->dims = arena_alloc(&fw->arena, 2 * sizeof(*fw->dims));
	fw->dims[fw->ndims++] = (struct dimension){ "", "", "", FIXED_ONE,
	    &fw->general, NULL, 0, n };
	for (n = 0; tally_group(t, n) != NULL; n++)
		continue;
	fw->groups = arena_alloc(&fw->arena, (n + 1) * sizeof(*fw->groups));
	for (i = 0; i < n; i++) {
		s = tally_group(t, i);
		if (*s == '\0')
			continue;
		s = arena_str(&fw->arena, s);
		fw->groups[fw->ngroups] = (struct group){ s, s, 0,
		    fw->ngroups };
		fw->ngroups++;
	}
}
