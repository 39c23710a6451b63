/* Statistics of one criterion from its counts, exactly. */
#include "model/stats.h"

#include <string.h>

#include "base/lang.h"
#include "base/mem.h"

static wide
wabs(wide v)
{
	return v < 0 ? -v : v;
}

static wide
gcd(wide a, wide b)
{
	wide	t;

	while (b != 0) {
		t = a % b;
		a = b;
		b = t;
	}
	return a;
}

struct ratio
ratio_make(wide num, wide den)
{
	struct ratio	r = { num, den };
	wide		g;

	if (den == 0)
		return (struct ratio){ 0, 0 };
	if (den < 0) {
		r.num = -num;
		r.den = -den;
	}
	g = gcd(wabs(r.num), r.den);
	if (g > 1) {
		r.num /= g;
		r.den /= g;
	}
	return r;
}

/* The nearest fraction over 2^52, for numbers that have outgrown 128 bits. */
static struct ratio
shrink(struct ratio r)
{
	const wide	one = (wide)1 << 52;
	wide		whole = r.num / r.den, rest = r.num % r.den, den = r.den;

	while (den >= (wide)1 << 70) {
		den >>= 1;
		rest /= 2;
	}
	return ratio_make(whole * one + rest * one / den, one);
}

struct ratio
ratio_add(struct ratio a, struct ratio b)
{
	wide	g, l, r, num, den;

	if (a.den == 0 || b.den == 0)
		return (struct ratio){ 0, 0 };
	for (;;) {
		g = gcd(a.den, b.den);
		if (!__builtin_mul_overflow(a.num, b.den / g, &l) &&
		    !__builtin_mul_overflow(b.num, a.den / g, &r) &&
		    !__builtin_add_overflow(l, r, &num) &&
		    !__builtin_mul_overflow(a.den, b.den / g, &den))
			return ratio_make(num, den);
		a = shrink(a);
		b = shrink(b);
	}
}

struct ratio
ratio_mul(struct ratio a, struct ratio b)
{
	wide	g, h, num, den;

	if (a.den == 0 || b.den == 0)
		return (struct ratio){ 0, 0 };
	for (;;) {
		/* Crosswise first: the product is then in lowest terms. */
		g = gcd(wabs(a.num), b.den);
		h = gcd(wabs(b.num), a.den);
		g = g > 0 ? g : 1;
		h = h > 0 ? h : 1;
		if (!__builtin_mul_overflow(a.num / g, b.num / h, &num) &&
		    !__builtin_mul_overflow(a.den / h, b.den / g, &den))
			return ratio_make(num, den);
		a = shrink(a);
		b = shrink(b);
	}
}

/*
 * Of the ordered triples of positions of a layer, TU counts the patterns 110
 * and 011, TDU counts 101; together they are all triples with two ones.
 */
static struct ratio
layer_value(const int64_t *left, int k, int ones)
{
	wide	tu, tdu = 0, all;
	int	i, seen = 0;

	if (ones == 1)
		return ratio_make(1, 1);
	if (ones == k)
		return ratio_make(0, 1);
	for (i = 0; i < k; i++) {
		if (left[i] > 0)
			seen++;
		else
			tdu += (wide)seen * (ones - seen);
	}
	all = (wide)ones * (ones - 1) / 2 * (k - ones);
	tu = all - tdu;
	return ratio_mul(
	    ratio_make((k - 2) * tu - (k - 1) * tdu, (k - 2) * all),
	    ratio_make(k - ones, k - 1));
}

struct ratio
stats_agreement(const int64_t *count, int k)
{
	struct ratio	 sum = { 0, 1 };
	int64_t		*left, n = 0, least;
	int		 i, ones;

	if (k < 1)
		return (struct ratio){ 0, 0 };
	left = mem_calloc((size_t)k, sizeof(*left));
	for (i = 0; i < k; i++)
		n += left[i] = count[i];
	while (n >= 2) {
		least = 0;
		ones = 0;
		for (i = 0; i < k; i++) {
			if (left[i] <= 0)
				continue;
			ones++;
			if (least == 0 || left[i] < least)
				least = left[i];
		}
		if (ones == 0)
			break;
		sum = ratio_add(sum, ratio_mul(layer_value(left, k, ones),
		    ratio_make((wide)least * ones, n)));
		for (i = 0; i < k; i++)
			if (left[i] > 0)
				left[i] -= least;
	}
	free(left);
	return n < 2 ? (struct ratio){ 0, 0 } : sum;
}

enum reading
reading_of(struct ratio a)
{
	if (a.den == 0)
		return READING_NONE;
	if (10 * a.num >= 7 * a.den)
		return READING_SHARED;
	return 10 * a.num >= 4 * a.den ? READING_MIXED : READING_APART;
}

static const char *const	readings[] = { "", "shared", "mixed", "apart" };

const char *
reading_str(enum reading r)
{
	return readings[r];
}

enum reading
reading_parse(const char *s)
{
	int	i;

	for (i = READING_SHARED; i <= READING_APART; i++)
		if (strcmp(s, readings[i]) == 0)
			return (enum reading)i;
	return READING_NONE;
}

const char *
reading_words(enum reading r)
{
	switch (r) {
	case READING_SHARED:
		return _("shared view");
	case READING_MIXED:
		return _("mixed");
	case READING_APART:
		return _("apart");
	default:
		return "";
	}
}

/* The i-th answer from below, from 0. */
static fixed
answer(const fixed *value, const int64_t *count, int k, int64_t i)
{
	int	j;

	for (j = 0; j < k - 1 && i >= count[j]; j++)
		i -= count[j];
	return value[j];
}

static void
spread(struct stats *s, const fixed *value, const int64_t *count, int k,
    wide sum)
{
	wide	n = s->n, squares = 0, away = 0, v1 = 0, v2 = 0, dev, even;
	int	i;

	for (i = 0; i < k; i++) {
		squares += (wide)value[i] * value[i] * count[i];
		away += wabs((wide)value[i] * n - sum) * count[i];
		v1 += value[i];
		v2 += (wide)value[i] * value[i];
	}
	s->ad = num_div(away, n * n);
	if (n < 2)
		return;
	dev = n * squares - sum * sum;		/* n (n - 1) times s2 */
	even = k * v2 - v1 * v1;		/* k k times s2_EU */
	s->sd = num_sqrt(dev, n * (n - 1));
	if (even == 0)
		return;
	/* The difference is rounded, not what is taken away. */
	even *= n * (n - 1);
	dev *= k * k;
	s->rwg = dev < even ? num_div((even - dev) * FIXED_ONE, even) : 0;
}

void
stats_counts(struct stats *s, const fixed *value, const int64_t *count, int k)
{
	wide	sum = 0;
	int	i;

	*s = (struct stats){ 0, FIXED_NONE, FIXED_NONE, FIXED_NONE, FIXED_NONE,
	    FIXED_NONE, FIXED_NONE, FIXED_NONE, FIXED_NONE, { 0, 0 },
	    READING_NONE };
	for (i = 0; i < k; i++) {
		s->n += count[i];
		sum += (wide)value[i] * count[i];
	}
	if (s->n == 0)
		return;
	s->mean = num_div(sum, s->n);
	s->low = answer(value, count, k, 0);
	s->high = answer(value, count, k, s->n - 1);
	s->median = num_div((wide)answer(value, count, k, (s->n - 1) / 2) +
	    answer(value, count, k, s->n / 2), 2);
	spread(s, value, count, k, sum);
	s->exact = stats_agreement(count, k);
	s->reading = reading_of(s->exact);
	if (s->exact.den != 0)
		s->agreement = num_div(s->exact.num * FIXED_ONE, s->exact.den);
}
