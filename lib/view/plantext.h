/*
 * The plan for the eye and for pipes: listing, ranking, one page for the
 * wall, what is due.  Each writes to a stream; words are in the language in
 * use.
 */
#ifndef CPM_PLANTEXT_H
#define CPM_PLANTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/plan.h"
#include "model/session.h"
#include "model/planedit.h"

/* What a listing shows. */
struct plan_pick {
	size_t		 only;		/* index of a change; nchanges: the
					 * active ones */
	int		 all;		/* what is proposed or over too */
	const char	*owner;		/* words of the role; NULL: each */
	const char	*status;	/* of an action or step; NULL: each */
	int		 until;		/* due up to then; DATE_NONE: all */
};

/*
 * Changes, their levels, actions and steps.  As CSV and JSON:
 * kind,id,change,level,title,status,done,of,owner,start,due,done_on.  As
 * a table: shorter, with the beginning of each id that is enough to type.
 * Owner, status and day pick actions and steps; in a table the lines above
 * them stay.
 */
void	plantext_list(FILE *, enum form, struct plan *,
	    const struct plan_pick *, const char *level_word);

/*
 * What was adjusted, of one change or (nchanges) of all:
 * date,ref,title,field,old,new,reason,alternative,note.
 */
void	plantext_adjusted(FILE *, enum form, struct plan *, struct project *,
	    size_t only);

/* rank,id,title,priority,means,feasible,sum,note */
void	plantext_rank(FILE *, enum form, const struct plan *,
	    const struct plan_rank *, size_t n);

/* One page for the wall; what sessions agreed and is open stands below. */
void	plantext_board(FILE *, struct plan *, const struct sessions *,
	    const char *team, const char *level_word);

/*
 * What is due, as text with what is past first; or as
 * due,days,kind,id,title,owner,of.
 */
void	plantext_due(FILE *, enum form, const struct plan *,
	    const struct plan_due *, size_t n, const char *level_word);

/* What is due: "lesson to check", translated; and "lesson", as in pipes. */
const char	*plantext_due_words(enum plan_due_kind,
		    const char *level_word);
const char	*plantext_due_name(enum plan_due_kind);

/* Actions and steps that are not done: what to type, and their words. */
void	plantext_open(FILE *, const struct plan *);

/* What a review has to ask, with the commands to answer. */
void	plantext_questions(FILE *, const struct plan *,
	    const struct plan_question *, size_t n);

/* Cycles: id,status,start,review_due,objective. */
void	plantext_cycles(FILE *, enum form, const struct plan *);

#endif
