/*
 * Our own grid: the CSV to type paper sheets into, one line a sheet, and the
 * sheet typed in at a terminal or through a pipe.  Both are known by round
 * and form number, so that typing one twice changes it and adds none.
 */
#ifndef CPM_GRID_H
#define CPM_GRID_H

#include <stdio.h>

#include "intake/sheets.h"

/*
 * Write the grid to fp: number, group, unit (in French where lang is "fr"),
 * then the criteria; lines numbered from 1 to n.
 */
void	grid_write(FILE *fp, const struct framework *, const char *lang,
	    int n);

/*
 * The same for a round as it was frozen, or (NULL) the folder as it is.  0,
 * or -1 (said).
 */
int	grid_make(struct project *, const char *round, int n, FILE *);

struct paper_ask {
	const char	*round, *group, *form;	/* group, form: NULL: ask */
	int		 day;			/* DATE_NONE: none */
	int		 terminal;		/* standard input is one */
	int		 replace;		/* the sheet of this number */
	int		 verify;		/* a second typing of it */
	const struct forms *forms;		/* those that are there */
};

/* A sheet as typed; texts are the caller's until paper_free. */
struct paper {
	struct sheets	 sheets;
	struct sheet	 sheet;
	char		*group, *form;	/* group "": none; NULL: not said */
	int		 replace;	/* a sheet that is there may be lost */
};

/*
 * Read one sheet from `in`: lines criterion=score, or CSV with the columns
 * criterion and score; at a terminal, question by question, asked on `talk`
 * in the language in force.  Holds no lock.  0, or -1 (said): nothing is to be
 * written then.
 */
int	paper_read(struct paper *, const struct paper_ask *,
	    const struct framework *, const struct words *, FILE *in,
	    FILE *talk);
/*
 * Bring it into the project's tables; for merged_say once it is saved.  Where
 * answers of a sheet of this number would be lost, it is refused, unless it
 * was said or seen that the number is there.
 */
int	paper_merge(struct paper *, struct project *, const char *round,
	    const struct framework *, struct merged *);
void	paper_free(struct paper *);

#endif
