/*
 * How often each answer of a multiple-choice question was given, from an
 * export: the answers to such questions are stored nowhere else.
 *
 * It shows nothing of fewer people than the policy asks for, counts no column
 * that may say who it was, and no answers to criteria, which `close` counts.
 * Answers that fewer than COUNT_RARE people gave stand together in one row,
 * for they may be words that somebody typed behind "other"; a column where
 * these are the most is free text.  The choices that are columns of their own
 * are nobody's words and stand each for itself, also with nobody.
 */
#ifndef CPM_COUNT_H
#define CPM_COUNT_H

#include "intake/columns.h"

#define COUNT_LEAST	10	/* people who answered; design of the policy */
#define COUNT_RARE	3
#define COUNT_CHOICES	30	/* more different answers are free text */

struct count_ask {
	const char		*path;		/* "-": standard input */
	char			 sep;		/* 0: found */
	enum source		 source;	/* SOURCE_AUTO: recognised */
	const char		*map;		/* NULL: none */
	const char		*column;	/* as it was typed */
	const char		*joined;	/* NULL: found; "": not at all */
	int64_t			 least;		/* people; COUNT_LEAST or more */
	/* Of the folder, which say what is a criterion; or of none. */
	const struct framework	*fw;
	const struct words	*words;
};

struct count_row {
	const char	*answer;	/* NULL: the rare ones together */
	unsigned long	 n;		/* people who gave it */
};

struct count {
	const char		*column;
	char			*shown;		/* the same, for a terminal */
	struct count_row	*v;
	size_t			 n;
	unsigned long		 of;		/* people who answered; 0 where
						 * withheld, and then no rows */
	struct arena		 arena;
};

/*
 * Read the file and count.  What is not counted is said, without a value; 0
 * or -1.  count_free in either case.
 */
int	count_run(struct count *, const struct count_ask *);
void	count_free(struct count *);

#endif
