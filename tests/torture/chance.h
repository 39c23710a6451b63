/* Chance that is the same on every machine: a seed says all that follows. */
#ifndef CPM_TORTURE_CHANCE_H
#define CPM_TORTURE_CHANCE_H

#include <stdint.h>

void		chance_seed(uint64_t);
/* From 0 to n - 1. */
unsigned	chance(unsigned n);
/* Around 0, with a standard deviation of sd. */
int		chance_normal(int sd);

#endif
