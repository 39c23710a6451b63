/*
 * How the team's own groups see it, and how the others do: from published
 * cells alone, so that a gap tells nothing that `score --groups` does not.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/score.h"

struct side {
	wide		sum;
	int64_t		n;		/* groups averaged */
	struct str	ids;
	int		rounded;
};

static void
side_take(struct side *side, const struct score *s)
{
	if (s->mean == FIXED_NONE)
		return;
	side->sum += s->mean;
	str_printf(&side->ids, "%s%s", side->n > 0 ? " " : "", s->group);
	side->rounded |= s->note == NOTE_ROUNDED;
	side->n++;
}

static fixed
side_mean(const struct side *side)
{
	return side->n > 0 ? num_div(side->sum, side->n) : FIXED_NONE;
}

static struct gap *
add(struct gaps *g, const struct score *s)
{
	struct gap	*row;

	g->row = mem_grow(g->row, g->n, &g->cap, sizeof(*g->row));
	row = &g->row[g->n++];
	memset(row, 0, sizeof(*row));
	row->dim = s->dim;
	row->crit = s->crit;
	row->dimension = s->dimension;
	row->criterion = s->criterion;
	row->label = s->label;
	row->scale = s->scale;
	row->gap = FIXED_NONE;
	return row;
}

/* One axis: `first` is its row of the first group. */
static void
gap_make(struct gaps *g, const struct round *r, const struct scores *s,
    const struct score *first)
{
	struct side	side[2] = { { .n = 0 }, { .n = 0 } };
	struct gap	*row = add(g, first);
	fixed		away;
	size_t		i, k;

	str_init(&side[0].ids);
	str_init(&side[1].ids);
	for (i = 0; i < s->n; i++) {
		k = framework_group(&r->fw, s->row[i].group);
		if (s->row[i].dim == row->dim && s->row[i].crit == row->crit)
			side_take(&side[r->fw.groups[k].self ? 0 : 1],
			    &s->row[i]);
	}
	row->self = side_mean(&side[0]);
	row->others = side_mean(&side[1]);
	row->self_groups = arena_str(&g->arena, side[0].ids.s);
	row->other_groups = arena_str(&g->arena, side[1].ids.s);
	row->note = side[0].rounded || side[1].rounded ? NOTE_ROUNDED :
	    NOTE_NONE;
	str_free(&side[0].ids);
	str_free(&side[1].ids);
	if (row->self == FIXED_NONE || row->others == FIXED_NONE) {
		row->note = NOTE_WITHHELD;
		return;
	}
	row->gap = row->self - row->others;
	away = row->gap < 0 ? -row->gap : row->gap;
	row->visible = 16 * (wide)away >=
	    3 * (wide)(row->scale->max - row->scale->min);
}

/* Whether groups of both kinds stand in the framework. */
static int
two_sides(const struct framework *fw)
{
	size_t	g;
	int	self = 0, other = 0;

	for (g = 0; g < fw->ngroups; g++)
		if (fw->groups[g].into == g) {
			self |= fw->groups[g].self;
			other |= !fw->groups[g].self;
		}
	return self && other;
}

static enum gaps_why
why_none(const struct gaps *g, const struct round *r, unsigned flags)
{
	size_t	i;

	for (i = 0; i < g->n; i++)
		if (g->row[i].gap != FIXED_NONE)
			return GAPS_THERE;
	if (strcmp(r->method, "consensus") == 0)
		return GAPS_CONSENSUS;
	if (!two_sides(&r->fw))
		return GAPS_ONE_SIDE;
	if (round_persons(r, GROUP_ALL) >= 0 && !r->policy.groups &&
	    !r->policy.open)
		return GAPS_COUNTS;
	if (round_persons(r, GROUP_ALL) >= 0 && r->policy.groups &&
	    !r->policy.open && (flags & SCORE_CRITERIA))
		return GAPS_BY_CRITERION;
	return GAPS_FEW;
}

void
gaps_make(struct gaps *g, const struct round *r, unsigned flags)
{
	struct scores	s;
	size_t		i;

	memset(g, 0, sizeof(*g));
	arena_init(&g->arena);
	scores_init(&s);
	if (two_sides(&r->fw))
		scores_add(&s, r, SCORE_GROUPS | (flags & SCORE_CRITERIA));
	/* Every group has a row for each axis: those of the first are all. */
	for (i = 0; i < s.n && s.row[i].group == s.row[0].group; i++)
		gap_make(g, r, &s, &s.row[i]);
	scores_free(&s);
	g->why = why_none(g, r, flags);
}

void
gaps_free(struct gaps *g)
{
	free(g->row);
	arena_free(&g->arena);
}
