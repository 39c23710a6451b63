/*
 * What responses.csv holds already, as far as an import must know it: which
 * sheets, of which round, under which names, and which were forgotten.  The
 * file is read through once; 12 bytes a sheet and as much a further name stay
 * in memory.
 */
#ifndef CPM_STOCK_H
#define CPM_STOCK_H

#include "intake/sheets.h"
#include "model/answers.h"

struct stock {
	struct answers	 a;		/* open, to look up single rows */
	const char	*round;		/* the one that is asked for */
	struct keys	 here, other;	/* sheets of it, and of other rounds:
					 * the byte where a segment begins */
	struct keys	 names, names_other; /* submissions and other names,
					 * likewise */
	struct mark	*marks;		/* forgotten */
	struct arena	 arena;
	char		*last;		/* source of the row before */
};

/* 0, or -1: the file is faulty (said).  stock_free in either case. */
int	stock_load(struct stock *, struct project *, const char *round);
void	stock_free(struct stock *);

/* Put the sheet under the code that an earlier export gave it, if one did. */
void	stock_name(struct stock *, struct sheet *);
/* Whether the round has a sheet of this code. */
int	stock_has(const struct stock *, const char *code);
/* Whether it was forgotten on request. */
int	stock_forgot(const struct stock *, const struct sheet *);
/*
 * A plain number that was forgotten in another round: every file may begin
 * again from 1, so that nothing tells whether it is the same person.
 */
int	stock_doubts(const struct stock *, const struct sheet *);
/* Whether a round other than this one counted the submission. */
int	stock_elsewhere(struct stock *, const struct sheets *,
	    const struct sheet *, const struct framework *);

#endif
