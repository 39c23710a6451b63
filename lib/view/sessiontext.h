/*
 * Sessions of co-development at a terminal and for pipes: the listing, one
 * session, and the clock that leads through its six steps.  What is private
 * is printed by sessiontext_private alone, for `cpm-log show`.
 */
#ifndef CPM_SESSIONTEXT_H
#define CPM_SESSIONTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/session.h"

/*
 * id,series,session,of,date,theme,minutes,next_date,actions,told,lessons;
 * only those of a series (NULL: all).
 */
void	sessiontext_list(FILE *, enum form, struct sessions *,
	    const char *series);

/* With what it opens, its steps with their minutes, what it agreed. */
void	sessiontext_show(FILE *, struct sessions *, size_t session);

/* Client, question, contract and the sheet of suggestions (NULL: none). */
void	sessiontext_private(FILE *, const struct session_client *,
	    const char *suggestions);

/*
 * Lead through the session on fp, standard input's Enter going on to the next
 * step where it is a terminal; elsewhere each step ends by itself.  A minute
 * lasts `pace` seconds (60; less to rehearse, 0: no waiting).  The caller
 * holds no lock.  Ends early, and says where it stood, on SIGINT, SIGTERM or
 * SIGHUP: then the signal's number is given, else 0.
 */
int	sessiontext_clock(FILE *fp, struct sessions *, size_t session,
	    int pace);

#endif
