/*
 * Statistics of one criterion from its counts, exactly: sums are integers of
 * scale steps, and what is printed is rounded once, half away from zero, to
 * four decimals.  Nothing here knows who voted.
 */
#ifndef CPM_STATS_H
#define CPM_STATS_H

#include "base/num.h"

/* The word for how far votes agree: from the exact A, never from a rounded. */
enum reading {
	READING_NONE,
	READING_SHARED,		/* A >= 0.70 */
	READING_MIXED,		/* A >= 0.40 */
	READING_APART
};

/* A fraction in lowest terms, den > 0; den 0: no value. */
struct ratio {
	wide	num, den;
};

struct stats {
	int64_t		n;
	fixed		mean, median, sd, low, high;	/* FIXED_NONE: none */
	fixed		agreement, rwg, ad;
	struct ratio	exact;		/* the agreement before it is rounded */
	enum reading	reading;
};

/*
 * All of it from how many gave each of k scale points (value rising, count
 * >= 0).  With no answer everything is FIXED_NONE.
 *	mean	sum / n
 *	median	the middle one, or half the sum of the two in the middle
 *	sd	sample standard deviation (n - 1); none for n < 2
 *	agreement  van der Eijk's A; none for n < 2
 *	rwg	James, Demaree and Wolf's r_wg = max(0, 1 - s2 / s2_EU), s2_EU the
 *		variance of the uniform distribution over the k points; none for n < 2
 *	ad	average absolute deviation from the mean
 */
void	stats_counts(struct stats *, const fixed *value, const int64_t *count,
	    int k);

/*
 * van der Eijk's A (2001, "Measuring agreement in ordered rating scales",
 * Quality & Quantity 35): the distribution is peeled into layers of 0 and 1,
 * a layer with S ones has A = U (1 - (S - 1) / (K - 1)), and A is their mean
 * by weight.  Exact; den is 0 where n < 2 or k < 1.
 */
struct ratio	stats_agreement(const int64_t *count, int k);

enum reading	reading_of(struct ratio agreement);
/* "shared", "mixed", "apart", "" as the tables write it; and back. */
const char	*reading_str(enum reading);
enum reading	reading_parse(const char *);
/* The word for people, in the language in force. */
const char	*reading_words(enum reading);

/*
 * Exact sums of fractions.  Where a denominator would outgrow 128 bits both
 * are scaled down; what is lost then is below 2^-50 of the value.
 */
struct ratio	ratio_make(wide num, wide den);
struct ratio	ratio_add(struct ratio, struct ratio);
struct ratio	ratio_mul(struct ratio, struct ratio);

#endif
