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

/* Index of a value on a scale, -1 if it is not a point of it. */
int	scale_index(const struct scale *, fixed value);
/* max + min - value: what a reversed answer counts as. */
fixed	scale_reverse(const struct scale *, fixed value);

#endif
