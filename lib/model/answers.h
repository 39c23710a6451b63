/*
 * responses.csv of the private folder, read row by row: it may be larger than
 * memory.  The rows of a sheet (one respondent in one round) stand together as
 * import writes them; where somebody sorted the file they stand in several
 * segments.
 */
#ifndef CPM_ANSWERS_H
#define CPM_ANSWERS_H

#include "base/keys.h"
#include "model/project.h"

enum { A_ROUND, A_DATE, A_RESP, A_GROUP, A_UNIT, A_CRIT, A_SCORE, A_COMMENT,
    A_SOURCE, A_COUNT };

extern const char *const	answers_names[A_COUNT];

struct answers {
	struct project	*project;
	struct stream	*s;
	struct table	*t;		/* the stream's: the row is row 0 */
	int		 col[A_COUNT];
	char		*round, *code;	/* of the row before */
	int		 fresh;		/* the row begins a segment */
};

/* Never fails: a file that is absent or faulty (said) has no rows. */
void		 answers_open(struct answers *, struct project *);
/* The next row; 1, or 0 behind the last. */
int		 answers_next(struct answers *);
/* A cell of it by A_…. */
const char	*answers_cell(const struct answers *, int col);
/* A file that was found faulty spoils the project. */
void		 answers_close(struct answers *);

/* Whether a round has a row; the sheets of it. */
int		 answers_any(struct project *, const char *round);
unsigned long	 answers_sheets(struct project *, const char *round);

/*
 * Read all of it once, checked: a row that stands twice is a fault as in any
 * table.  `each` (may be NULL) is called on every row (a->fresh: the first of a
 * segment).  *several (may be NULL): some sheet stands in more than one.  0, or
 * -1 (said).  The columns' places and the dialect may be had from `a`, which
 * the caller closes.
 */
int		 answers_scan(struct answers *a, struct project *,
		    void (*each)(const struct answers *, void *arg),
		    void *arg, int *several);

#endif
