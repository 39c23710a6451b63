/*
 * A table's columns made narrower until its lines fit the terminal: cells
 * break at blanks into several lines, a word (an id, a day, a number) never.
 */
#ifndef CPM_LISTFIT_H
#define CPM_LISTFIT_H

#include <stddef.h>
#include <stdio.h>

/* Columns of the terminal behind fp; 0 where it is none or does not say. */
int	listfit_room(FILE *fp);

/* The narrowest that a cell may become: its longest word, indented as it is. */
int	listfit_least(const char *cell);

/*
 * Make columns narrower, none below its least, until `room` is enough for
 * all of them and the gaps between, or nothing is left to take: always the
 * one that costs the fewest lines, of several the widest.  cells: how wide
 * each cell is, row after row.
 */
struct listfit_table {
	int		 n;		/* columns */
	size_t		 nrows;
	const int	*cells;		/* [row * n + column] */
	const int	*least;		/* [column] */
};
void	listfit_narrow(int *width, const struct listfit_table *, int room);

/* A cell's lines; those behind the first are indented as it is. */
struct listfit {
	char	**line;
	size_t	  n, cap;
};
void	listfit_break(struct listfit *, const char *cell, int width);
void	listfit_free(struct listfit *);
/* The widest of these lines. */
int	listfit_width(const struct listfit *);

#endif
