/*
 * The opening and the six steps of a co-development session in people's
 * words: who speaks, what may be said in this step, and what may not.
 */
#ifndef CPM_SESSIONWORDS_H
#define CPM_SESSIONWORDS_H

#include "model/session.h"

#define SESSION_OPENING	10	/* minutes, where there is something to tell */

struct session_step {
	const char	*name, *who, *may, *not;	/* translated */
};

/* Step 0 is the opening, 1 to 6 the steps; in the language in use. */
void	session_step(int n, struct session_step *);

/* What nobody writes down. */
const char	*session_discretion(void);

/* "peers, session 2 of 7: its theme", cut where parts are missing; the caller
 * frees it. */
char	*session_title(const struct session *);

/*
 * How an action stands, with what was told of it: "done on …: result"; the
 * caller frees it.
 */
char	*session_became(const struct plan_action *);

#endif
