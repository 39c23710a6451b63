/*
 * Forgetting: a person's sheet leaves the private folder and does not come
 * back.  What was published stays as it was published.
 */
#ifndef CPM_FORGET_H
#define CPM_FORGET_H

#include "model/project.h"

/*
 * Delete a sheet from the private folder and mark it, so that it does not
 * come back by another import.  It is named by its code, by its paper form
 * and round, or by its submission's number in the survey program; all of
 * these NULL: every sheet of the round.  round NULL: of all rounds.  0, or
 * -1 (said).  What was done is said by forgot_say, once it is saved.
 */
struct forget_ask {
	const char	*code, *round, *form, *submission;
	int		 today;
};

struct forgot {
	unsigned long	  sheets;
	unsigned long	  hands;	/* counts; of both 0: forgotten before */
	struct rounds	 *rounds;	/* they were in */
	struct arena	  arena;
};

int	sheets_forget(struct project *, const struct forget_ask *,
	    struct forgot *);
void	forgot_say(const struct forgot *, struct project *);
void	forgot_free(struct forgot *);

#endif
