/*
 * Where a team's cycle stands and what comes next, from the tables alone.
 * Nothing private is told: of an open round only how many sheets are in,
 * where this clone has the private folder.
 */
#ifndef CPM_NEXT_H
#define CPM_NEXT_H

#include "model/plan.h"

enum next_state {
	NEXT_NO_ROUND,		/* nothing was assessed yet */
	NEXT_OPEN,		/* a round takes sheets */
	NEXT_COUNTED,		/* its results wait for the talk */
	NEXT_NO_CYCLE,		/* agreed, and no cycle is open */
	NEXT_PROPOSE,		/* a cycle, no idea yet */
	NEXT_CHOOSE,		/* ideas, none chosen */
	NEXT_LEVEL,		/* a chosen change without an open level */
	NEXT_ACTION,		/* an open level without an action */
	NEXT_START,		/* drafts only */
	NEXT_REACHED,		/* all actions of a level are done */
	NEXT_RUNNING,
	NEXT_REVIEW,		/* verdicts are due */
	NEXT_LESSONS,		/* verdicts are given, no lesson is chosen */
	NEXT_CLOSE,		/* all is there to close the cycle */
	NEXT_CLOSED,		/* the last cycle is closed */
	/* A group of co-development. */
	NEXT_NO_SESSION,	/* no series is planned */
	NEXT_SESSION,		/* one is to come */
	NEXT_KEEP,		/* one was held, nothing of it is kept */
	NEXT_SERIES_OVER	/* all were held */
};

#define NEXT_STEPS	4	/* three, and votes that have served */

struct next_step {
	const char	*command; /* to type, words in capitals to fill in */
	const char	*what;		/* what it does */
};

struct next {
	enum next_state	 state;
	const char	*where;		/* a sentence */
	struct next_step step[NEXT_STEPS];
	size_t		 nsteps;
	struct arena	 arena;
};

/*
 * Find out; sentences are in the language in use.  0, or -1 if a table was
 * bad (said).  Free it either way.
 */
int	next_find(struct next *, struct project *);
void	next_free(struct next *);

/* "no-round", "open" …: stable words for pipes. */
const char	*next_word(enum next_state);

#endif
