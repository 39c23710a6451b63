/* Strict decimals, in and out, without a locale. */
#include "base/num.h"

#include <string.h>

int
num_int(const char *s, int64_t lo, int64_t hi, int64_t *out)
{
	int64_t	v = 0;
	int	neg = 0, digits = 0;

	if (*s == '-' || *s == '+')
		neg = *s++ == '-';
	for (; *s >= '0' && *s <= '9'; s++, digits++)
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, *s - '0', &v))
			return -1;
	if (*s != '\0' || digits == 0)
		return -1;
	if (neg)
		v = -v;
	if (v < lo || v > hi)
		return -1;
	*out = v;
	return 0;
}

int
num_fixed(const char *s, int comma, fixed *out)
{
	int64_t	v = 0;
	int	neg = 0, digits = 0, places = 0, point = 0;

	if (*s == '-' || *s == '+')
		neg = *s++ == '-';
	for (; *s != '\0'; s++) {
		if (*s == '.' || (comma && *s == ',')) {
			if (point++)
				return -1;
			continue;
		}
		if (*s < '0' || *s > '9')
			return -1;
		digits++;
		if (point && ++places > 4) {
			if (*s != '0')
				return -1;
			continue;
		}
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, *s - '0', &v))
			return -1;
	}
	if (digits == 0)
		return -1;
	for (; places < 4; places++)
		if (__builtin_mul_overflow(v, 10, &v))
			return -1;
	*out = neg ? -v : v;
	return 0;
}

const char *
num_str(char *buf, fixed v, int least)
{
	uint64_t	u = v < 0 ? -(uint64_t)v : (uint64_t)v;
	int		places = 4;
	char		text[NUM_LEN], *s = text + NUM_LEN;

	/* By hand: printf takes ten times as long, and charts are numbers. */
	for (; places > least && places > 0 && u % 10 == 0; u /= 10)
		places--;
	*--s = '\0';
	for (; places > 0; places--, u /= 10) {
		*--s = (char)('0' + u % 10);
		if (places == 1)
			*--s = '.';
	}
	do
		*--s = (char)('0' + u % 10);
	while ((u /= 10) > 0);
	if (v < 0)
		*--s = '-';
	return memcpy(buf, s, (size_t)(text + NUM_LEN - s));
}

int64_t
num_div(wide num, wide den)
{
	wide	q;

	if (num < 0)
		return -num_div(-num, den);
	/* What fits a register is divided by one instruction. */
	if (num < INT64_MAX / 4 && den < INT64_MAX / 4)
		return (2 * (int64_t)num + (int64_t)den) / (2 * (int64_t)den);
	q = (2 * num + den) / (2 * den);
	return (int64_t)q;
}

fixed
num_round(fixed v, fixed step)
{
	return num_div(v, step) * step;
}

int64_t
num_sqrt(wide num, wide den)
{
	int64_t		lo = 0, hi = INT64_C(1) << 40, mid;
	wide	t;

	/* The largest r with (2r - 1)^2 * den <= 4 * num. */
	while (lo < hi) {
		mid = lo + (hi - lo + 1) / 2;
		t = 2 * (wide)mid - 1;
		/* Divide rather than multiply: den may be large. */
		if (t * t <= 4 * num / den)
			lo = mid;
		else
			hi = mid - 1;
	}
	return lo;
}
