/*
 * A team that answers one round: its framework, who is in which group, what
 * each answered; and the votes of it as the policy takes them.
 */
#ifndef CPM_TORTURE_TEAM_H
#define CPM_TORTURE_TEAM_H

#include "model/policy.h"

enum {
	PEOPLE		= 46,
	THREADS		= 10,
	EACH		= 4,		/* criteria of a thread */
	CRITERIA	= EACH * THREADS,
	GROUPS		= 5,		/* also: somebody without a group */
	POINTS		= 11,
	SKIP		= -1
};

/* The points of a scale, from 0 to n - 1, and what they are called. */
struct points {
	int	n;
	fixed	value[POINTS], step;	/* step 0: uneven */
};

/* What people are asked. */
struct shape {
	size_t		threads, criteria[THREADS], ngroups;
	size_t		into[GROUPS];		/* where a group is merged */
	struct points	general, points[THREADS];
	fixed		weight[CRITERIA];
};

struct person {
	size_t	group;			/* GROUPS: none */
	int	vote[CRITERIA];		/* a point of the scale, or SKIP */
};

struct team {
	struct shape	shape;
	size_t		n;
	struct person	person[PEOPLE];
	struct policy	policy;
};

/* A framework of some threads, and their votes. */
struct grid {
	struct framework	fw;
	struct votes		v;
	struct scale		scale[THREADS];
	struct dimension	dims[THREADS];
	struct criterion	crit[CRITERIA];
	struct group		groups[GROUPS];
	int64_t			size[GROUPS + 1];
	int64_t			*count[(GROUPS + 1) * CRITERIA];
	int64_t			cells[(GROUPS + 1) * CRITERIA][POINTS];
};

/* Points 1, 2, 3, ... n. */
struct points	points_even(int n);
/* The first criterion of a thread; of the one behind the last: how many. */
size_t		shape_first(const struct shape *, size_t thread);

/*
 * The n threads of a shape from `thread` on.  The grid points into the
 * shape and into itself; neither may be moved.
 */
void	grid_make(struct grid *, const struct shape *, size_t thread,
	    size_t n);
/* Its votes: its criteria are the team's from `first` on. */
void	grid_count(struct grid *, const struct team *, size_t first);

#endif
