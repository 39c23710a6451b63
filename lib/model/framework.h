/*
 * The grid a team rates itself with: dimensions, criteria, scales, groups,
 * in their order; of the folder as it is, or as a round froze it.
 */
#ifndef CPM_FRAMEWORK_H
#define CPM_FRAMEWORK_H

#include "base/num.h"
#include "model/project.h"

struct scale {
	int		 n;		/* points */
	fixed		*value;		/* rising */
	const char	**label;	/* in the language asked for; may be "" */
	fixed		 min, max, step;	/* step 0: uneven */
};

struct dimension {
	const char	*id, *label, *kind;	/* kind: functioning, result */
	fixed		 weight;		/* FIXED_ONE unless given */
	const struct scale *scale;		/* its own or the general one */
	const char	**text;			/* a descriptor by scale point, or NULL */
	size_t		 first, n;		/* its criteria */
};

struct criterion {
	const char	*id, *label, *hint;
	size_t		 dim;
	fixed		 weight;
	int		 reverse;
	const struct scale *scale;
};

struct group {
	const char	*id, *label;
	int		 self;
	size_t		 into;		/* index it is merged into (itself mostly) */
};

struct framework {
	struct scale	 general;
	const char	*na, *dk;	/* labels of NA and DK */
	struct dimension *dims;
	size_t		 ndims;
	struct criterion *crit;		/* grouped by dimension, in order */
	size_t		 ncrit;
	struct group	*groups;
	size_t		 ngroups;
	const char	*lang;
	/* Where it was read, as long as the project is open; or NULL. */
	const struct table *from_dims, *from_crit, *from_scale;
	struct arena	 arena;
};

/*
 * Load it (round NULL: the folder's own tables).  Labels are in `lang`, else
 * in another language.  Says what is wrong; 0 or -1.
 */
int	framework_load(struct framework *, struct project *, const char *round,
	    const char *lang);
void	framework_free(struct framework *);

/* Index by id; ndims, ncrit, ngroups where there is none. */
size_t	framework_dim(const struct framework *, const char *id);
size_t	framework_crit(const struct framework *, const char *id);
size_t	framework_group(const struct framework *, const char *id);

/*
 * Whether two frameworks ask the same, in every language that both have:
 * a criterion's label and direction, a thread's label, and the levels of two
 * threads (points of the scale, their names, what they mean there).  A hint
 * is no part of the question.
 */
int	framework_same_crit(const struct framework *, size_t,
	    const struct framework *, size_t);
int	framework_same_dim(const struct framework *, size_t,
	    const struct framework *, size_t);
int	framework_same_levels(const struct framework *, size_t,
	    const struct framework *, size_t);
/* The same points, whatever they are called. */
int	scale_same(const struct scale *, const struct scale *);

/* Whether all dimensions are scored on one scale, so that one web holds them. */
int	framework_one_scale(const struct framework *);

/* Index of a value on a scale, -1 if it is not a point of it. */
int	scale_index(const struct scale *, fixed value);
/* max + min - value: what a reversed answer counts as. */
fixed	scale_reverse(const struct scale *, fixed value);

#endif
