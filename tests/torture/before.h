/*
 * A stronger attacker, measured and not judged: somebody who takes it that
 * all who answer two rounds running vote as before.  Where exactly one person
 * joined or left between the two, that person's votes are then the
 * difference of what was published.  They may be named rightly or wrongly.
 */
#ifndef CPM_TORTURE_BEFORE_H
#define CPM_TORTURE_BEFORE_H

#include "programme.h"

enum { BEFORE_KEEPS = 4, BEFORE_SIZES = 3 };

struct guess {
	int64_t	votes, right, wrong;
};

struct before {
	struct guess	of[2][BEFORE_SIZES][BEFORE_KEEPS];
};

/* Rounds i - 1 and i of the programme. */
void	before_attack(struct before *, const struct programme *, size_t i);
void	before_add(struct before *sum, const struct before *);
void	before_report(const struct before *);

#endif
