/*
 * One line of a foreign file to a sheet, cell by cell.  Bad cells are named,
 * by row and column and never with what stands in them, the first twenty one
 * by one and the others counted.
 */
#ifndef CPM_TAKE_H
#define CPM_TAKE_H

#include <sys/stat.h>

#include "intake/import.h"
#include "intake/reject.h"
#include "intake/stock.h"

#define TAKE_SAID	20	/* bad cells that are named one by one */

/* An import under way. */
struct take {
	struct project		*project;
	const struct import_ask	*ask;
	const char		*shown;
	const char		*round;
	enum source		 source;
	struct framework	*fw;
	struct words		*words;
	struct columns		*cs;
	struct stock		 stock;
	struct sheets		 sheets;
	struct sheet		 sheet;		/* the one that is read */
	struct key		 key;
	struct map		 map;
	struct reader		*rd;
	int			 comma;		/* COMMA_…: what one may be */
	int			 fd;		/* of the file once more, or -1 */
	struct stat		 seen;		/* when it was opened */
	uint64_t		 size;		/* of it; 0: not known */
	size_t			 header;	/* bytes to the end of the header */
	int			 order;		/* of dates */
	size_t			 group;		/* --group */
	unsigned long		 bad;
	int			 texts;		/* some were words, not numbers */
	int			 codes;		/* some were LimeSurvey's codes */
	int			 addresses;	/* one stood as a unit */
	unsigned long		 unsent;	/* begun, never submitted */
	unsigned long		 bare, worded;	/* answers that no map changed:
						 * numbers; anything else */
	unsigned long		 other_rounds;	/* lines */
	unsigned long		 nameless;	/* sheets without a number */
	/* The project's other rounds. */
	const char		**others;
	size_t			 nothers;
	/* Columns that may be the group, and how often each has none. */
	int			*maybe, nmaybe;
	unsigned long		*misses;
	/* Of a long file: the part of a sheet that is read. */
	int			 open;
	struct str		 ident;		/* the cells that say whose */
	unsigned long		 bad_parts;
	/* Rows with a bad cell are put by; NULL: they refuse the file. */
	struct reject		*reject;
};

/* What stands in a column that may be the group, by sheet. */
enum { SEEN_EMPTY = -1, SEEN_UNKNOWN = -2, SEEN_TWO = -3 };

/* The same of two lines of a sheet together. */
long	take_seen(long, long);

extern const char	*const take_no_group, *const take_two_groups,
			*const take_again;	/* N_() */

/* A bad cell, by line and column; `what` is N_(). */
void	take_bad(struct take *, long line, int col, const char *what);
/* After the last line: what to do about cells like these; once each. */
void	take_advise(const struct take *);
/* All lines behind the header, to sheets. */
void	take_lines(struct take *);

/*
 * Once all lines were read: which column is the group, what no column says,
 * the parts of each sheet put together, lines without a name told apart.
 */
void	take_settle(struct take *);

#endif
