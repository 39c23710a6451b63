/*
 * What logedit.c, logset.c, difficultyedit.c and storyedit.c share.  Not for
 * other rooms.
 */
#ifndef CPM_LOGEDIT_IN_H
#define CPM_LOGEDIT_IN_H

#include "model/logedit.h"

/* The shared table, or its private sister. */
struct table	*log_table(struct edit *, const char *name, int private);

/*
 * Whether the row is private.  --visibility private means the same as
 * --private: it leaves the entries, so that the id does not follow from which
 * of the two was typed.
 */
int	log_is_private(int private, struct entry *);

/* The day that was typed for a row, else today. */
int	log_day_of(struct edit *, const struct entry *);

/*
 * Fill a new row: dated today and visible to the team, unless something else
 * was typed.
 */
void	log_put_row(struct edit *, struct table *, size_t row, int private,
	    const struct entry *);

/* Facts may come twice; a row with the same words is worth a look: noted. */
void	log_note_same(struct edit *, const struct table *, size_t row,
	    const char *column);

/*
 * A word in a cell makes no row private, nor the other way round: 0, or -1
 * (said) where the visibility typed would.
 */
int	log_stays(const struct found *, const struct entry *);

/* Whether a chosen lesson lacks what it needs; said, all of it. */
int	log_lesson_lacks(const struct table *, size_t row);

#endif
