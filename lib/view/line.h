/*
 * One row of a listing of scores, cell by cell; numbers are printed beside it
 * and last until the row ends.  For the files of these listings only.
 */
#ifndef CPM_LINE_H
#define CPM_LINE_H

#include "model/score.h"
#include "view/list.h"

#define LINE_CELLS	26

struct line {
	struct list	*l;
	const char	*cell[LINE_CELLS];
	char		 text[LINE_CELLS][NUM_LEN];
	int		 n;
};

void	line_text(struct line *, const char *);
void	line_fixed(struct line *, fixed, int least);	/* FIXED_NONE: "" */
void	line_delta(struct line *, fixed, int least);	/* with its sign */
void	line_int(struct line *, int64_t);		/* below 0: "" */
void	line_scale(struct line *, const struct scale *);	/* three cells */
void	line_end(struct line *);

/* Which columns of these listings are numbers. */
void	line_numbers(struct list *);
/* For people two decimals are plenty. */
fixed	line_brief(fixed);
/* "withheld" in words. */
const char	*note_words(enum note);

#endif
