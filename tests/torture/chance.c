/* SplitMix64, and a sum of twelve for what is roughly normal. */
#include "chance.h"

static uint64_t	state = 2026;

void
chance_seed(uint64_t seed)
{
	state = seed;
}

unsigned
chance(unsigned n)
{
	uint64_t	z = state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (unsigned)((z ^ (z >> 31)) % n);
}

int
chance_normal(int sd)
{
	int	i, sum = 0;

	for (i = 0; i < 12; i++)
		sum += (int)chance(1001);
	return (sum - 6000) * sd / 1000;
}
