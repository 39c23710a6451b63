/*
 * Strict decimals, in and out, without the C library's locale.  A decimal is
 * an int64_t in ten-thousandths ("fixed"): 2.4134 is 24134.  Sums of them are
 * exact; rounding is half away from zero, everywhere.
 */
#ifndef CPM_NUM_H
#define CPM_NUM_H

#include <stdint.h>

typedef int64_t		fixed;		/* a unit, not a struct */
__extension__ typedef __int128 wide;	/* sums of squares */

#define FIXED_ONE	INT64_C(10000)
#define FIXED_NONE	INT64_MIN	/* no value */

/*
 * Read all of s: digits, at most one '.' (or ',' where comma is not 0), at
 * most four decimals that are not 0, an optional leading '-' or '+'.  Blanks around
 * are not allowed.  Returns 0, or -1 and leaves *out alone.
 */
int	num_fixed(const char *s, int comma, fixed *out);

/* Read all of s as a whole number from lo to hi.  Returns 0 or -1. */
int	num_int(const char *s, int64_t lo, int64_t hi, int64_t *out);

/*
 * Print v with at least `least` and at most four decimals, trailing zeros
 * beyond `least` left out; "-0" never.  buf holds NUM_LEN bytes; returned.
 */
#define NUM_LEN	32
const char	*num_str(char *buf, fixed v, int least);

/* num / den, rounded half away from zero; den > 0. */
int64_t	num_div(wide num, wide den);

/* v rounded to a multiple of step (> 0), half away from zero. */
fixed	num_round(fixed v, fixed step);

/* The square root of num / den (both >= 0, den > 0), rounded half up. */
int64_t	num_sqrt(wide num, wide den);

#endif
