/*
 * Sessions of professional co-development as facts: a series of them, the
 * six steps and their times, what a session agreed as actions, what was
 * learnt there.  All of it from committed tables.  Who was client, with which
 * question and contract, lies in the private folder: it is read by
 * session_clients alone, and only `cpm-log show` prints its words.
 *
 * Dates are days (DATE_NONE where empty), strings "" where empty.  All live
 * until sessions_free and the project's close, whichever comes first.
 */
#ifndef CPM_SESSION_H
#define CPM_SESSION_H

#include <stddef.h>

#include "base/mem.h"
#include "model/plan.h"
#include "model/project.h"

#define SESSION_STEPS	6
#define SESSION_MINUTES	85	/* of the six steps, where nobody says more */
#define SESSION_MIN	5	/* members of a group, from … */
#define SESSION_MAX	8	/* … to; another number is worth a remark */

struct session_lesson {
	const char	*id, *kind, *text, *state;
	size_t		 row;			/* in lessons.csv */
};

struct session {
	const char	*id, *series, *theme;
	int		 date, next_date;
	int		 minutes;		/* of the six steps */
	size_t		 nth, of;	/* its place in the series, from 1 */
	size_t		 before, after;	/* neighbours in it; n if none */
	struct plan_action **actions;	/* dropped ones too, file's order */
	size_t		 nactions;
	struct session_lesson *lessons;
	size_t		 nlessons;
	size_t		 row;			/* in sessions.csv */
};

struct sessions {
	struct session	*list;		/* by day, then in the file's order */
	size_t		 n;
	const struct plan *plan;	/* whose `loose` are their actions */
	struct ids	*ids;
	int		 today;
	struct arena	 arena;
};

/*
 * Read it all; the plan was loaded before and is freed after it.  A lesson of
 * no session that is there is left out (cpm-check names it).  Returns 0, or
 * -1 if a table was bad (said); free it either way.
 */
int	sessions_load(struct sessions *, struct project *,
	    const struct plan *);
void	sessions_free(struct sessions *);

/* Index by id; n where there is none. */
size_t	session_find(const struct sessions *, const char *id);

/*
 * The first session on `day` or later, of the series (NULL: of any); the
 * last one before; n where there is none.
 */
size_t	session_next(const struct sessions *, const char *series, int day);
size_t	session_last(const struct sessions *, const char *series, int day);

/*
 * The day by which an action of a session is told: that of the next one in
 * the series, else its next_date, else DATE_NONE.
 */
int	session_tell_by(const struct sessions *, size_t session);

/*
 * Whether it was held, as far as the tables tell: its day is over, or has
 * come and something of it is kept.
 */
int	session_held(const struct sessions *, size_t session);
/* The first from today on that was not held yet; n where there is none. */
size_t	session_coming(const struct sessions *);
/*
 * Whether the folder is of peers who neither assess themselves nor have
 * changes: a page of it speaks of sessions, and of no plan.
 */
int	session_only(struct project *, const struct plan *);

/*
 * With what a session opens: what became of the actions of the one before,
 * and of those of earlier ones that were not over when that one was held.
 * Dropped ones count where they were agreed last time.  *out is in the
 * arena.
 */
size_t	session_opening(struct sessions *, size_t session,
	    struct plan_action ***out);
/* Whether somebody said what became of it: done, dropped, or a result. */
int	session_told(const struct plan_action *);
/* How many actions a session agreed, those dropped left out; *told of them. */
size_t	session_agreed(const struct session *, size_t *told);

/*
 * The six steps' minutes for a session of so many in all: the usual split
 * 10/15/5/30/10/15 in the same proportion, whole minutes that add up to
 * `minutes` (largest remainders, the earlier step first), each 1 at least.
 * minutes is SESSION_STEPS or more.
 */
void	session_split(int minutes, int split[SESSION_STEPS]);

/* "session of 12 March 2026", in the language in use; the caller frees it. */
char	*session_words(int date);

/* --- private ------------------------------------------------------------ */

/* A session's client; strings "" where nobody said, or nothing is there. */
struct session_client {
	const char	*client, *question, *contract;
	int		 there;		/* there is a row */
	size_t		 row;		/* in session-clients.csv */
};

/*
 * Who was client, by index of sessions.list, in its arena.  NULL if the
 * table was bad (said).  Nothing of it goes into a committed file, a message
 * or what another command prints.
 */
struct session_client *session_clients(struct sessions *, struct project *);

/*
 * Whether a session's client has had as many turns before it as another
 * member of the series has not had yet: twice before everybody was once.  The
 * clients of the series, planned ones too, are its members.
 */
int	session_too_soon(const struct sessions *,
	    const struct session_client *, size_t session);

/* Every rule that hand edits of sessions and their actions can break. */
void	session_check(struct project *);

#endif
