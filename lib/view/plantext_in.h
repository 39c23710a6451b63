/*
 * What the page for the wall and the listing share.  Not for other rooms.
 */
#ifndef CPM_PLANTEXT_IN_H
#define CPM_PLANTEXT_IN_H

#include "view/plantext.h"

/* Width of a bar of progress. */
#define BAR	10

/* "stage 1: its objective", in the team's own word.  The caller frees it. */
char	*plantext_level(const char *word, const struct plan_level *);

/*
 * An action as the page for the wall has it: mark, title, how it stands (NULL:
 * its status in words), who and when.
 */
void	plantext_board_action(FILE *, const struct plan_action *,
	    const char *how);
/* What the marks mean. */
void	plantext_board_marks(FILE *);

#endif
