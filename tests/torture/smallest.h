/* The smallest round that shows something that should not be. */
#ifndef CPM_TORTURE_SMALLEST_H
#define CPM_TORTURE_SMALLEST_H

#include "programme.h"

struct small {
	int64_t		votes;		/* how many it was seen with; 0: never */
	uint64_t	seed;
	size_t		round, thread, people;
	int		attacker;
};

/* Remember it if there is none of fewer people. */
void	small_keep(struct small *, const struct programme *, size_t round,
	    size_t thread, int attacker, size_t people);
void	small_add(struct small *sum, const struct small *);

/*
 * Print its seed, and the thread with people and criteria left out for as
 * long as it is still to be seen: votes, groups, what is published.
 */
void	small_print(const struct small *, size_t most);

#endif
