/*
 * Changes of the plan, one function a verb.  Each works on the project's
 * tables in memory and says what stands against it; the caller saves
 * (edit_end).  What is typed again finds its own row: nothing is added twice.
 *
 * All return 0, or -1 when a fault was said.
 */
#ifndef CPM_PLANEDIT_H
#define CPM_PLANEDIT_H

#include "model/edit.h"
#include "model/plan.h"

/*
 * A new idea for a pivotal change.  en: columns of changes, `title` among
 * them.
 */
int	plan_propose(struct edit *, struct entry *en);

/*
 * Make a proposal one of the cycle's changes.  en: columns of changes
 * (decided_by and note are asked for).  replaces: the active change that it
 * takes over, or NULL.  Refuses one more than changes_per_cycle.
 */
int	plan_choose(struct edit *, const char *change, const char *replaces,
	    struct entry *en);

/*
 * Open a level.  en: objective, by.  Before the level below is done this
 * needs `why` (and reason, NULL: other), kept as an adjustment.
 */
int	plan_open_level(struct edit *, const char *change, const char *level,
	    const char *why, const char *reason, struct entry *en);

/*
 * A key action as a draft.  level NULL: the level at work.  en: columns of
 * actions, `title` among them.  Refuses one more than actions_per_level.
 */
int	plan_add_action(struct edit *, const char *change, const char *level,
	    struct entry *en);

/* A small step of an action.  en: columns of steps, `title` among them. */
int	plan_add_step(struct edit *, const char *action, struct entry *en);

/*
 * Start an action: it needs owner, due and verification, from before or in
 * en (columns of actions); start is today unless given.
 */
int	plan_start(struct edit *, const char *action, struct entry *en);

/*
 * Which of "owner", "due", "verification" an action still lacks, as a string
 * of the letters o, d, v (for asking); NULL if it cannot be started (said).
 * *id is the action's.  The caller frees the string.
 */
char	*plan_start_lacks(struct edit *, const char *action, const char **id);

/*
 * Done: an action, a step, or a level CHANGE/N whose actions are all done or
 * dropped.  result: what came of an action, or NULL.  seen, columns of
 * small-changes, is added as a small change of that action where `what` was
 * typed.
 */
int	plan_done(struct edit *, const char *typed, const char *result,
	    struct entry *seen);

/* Blocked, and by what. */
int	plan_block(struct edit *, const char *action, const char *obstacle);

/*
 * Change what was planned and keep the old value with its reason, one
 * adjustment a column.  en: columns of changes, levels, actions or steps.
 * smaller: the words of the smaller part, which keeps the action's id; the
 * rest becomes a draft of the next level with room, under its old words.
 * why: reason, alternative, note (columns of adjustments).
 */
int	plan_adjust(struct edit *, const char *typed, const char *smaller,
	    struct entry *en, struct entry *why);

/* Whether a reason, typed in either language, is one; is "tried and learnt". */
int	plan_reason_fits(const char *typed);
int	plan_reason_tried(const char *typed);

/*
 * Drop an action or a step (an adjustment keeps the reason), or a change (a
 * verdict keeps `by` and the note).
 */
int	plan_drop(struct edit *, const char *typed, const char *by,
	    struct entry *why);
/*
 * An action or a step that is done was done on another day than was said:
 * the day that stood there is kept as an adjustment, with `note`.
 */
int	plan_done_on(struct edit *, const char *typed, int day,
	    const char *note);
/*
 * An action, a step or a level goes on after all: it was said to be done or
 * dropped by a slip.  What stood there is kept as adjustments.
 */
int	plan_reopen(struct edit *, const char *typed, struct entry *why);

/* A verdict, or an answer to "still in use?".  en: decided_by, note. */
int	plan_review(struct edit *, const char *change, const char *verdict,
	    struct entry *en);

/* Cycles.  en: objective, start, review_due, status. */
int	plan_cycle_open(struct edit *, struct entry *en);
/*
 * What stood in the cycle (NULL: the open one) changes with a reason only,
 * and is kept as an adjustment.  why: reason, alternative, note.
 */
int	plan_cycle_set(struct edit *, const char *cycle, struct entry *en,
	    struct entry *why);
/* Refused without a verdict for each change and a lesson chosen. */
int	plan_cycle_close(struct edit *, const char *cycle);

/*
 * The actions of a level that are neither done nor dropped, "'a', 'b'".  The
 * caller frees it.
 */
char	*plan_unfinished(const struct plan_level *);

/* The open cycle goes on to a status unless it is there or beyond. */
void	plan_cycle_reach(struct edit *, const char *status);

/* What a review has to ask. */
enum plan_ask { ASK_VERDICT, ASK_IN_USE };

struct plan_question {
	enum plan_ask	 ask;
	size_t		 change;	/* index in plan.changes */
};

/*
 * Chosen changes without a verdict since the open cycle began, then achieved
 * changes of before of which nobody said since then whether they are still
 * in use.  *out is in the plan's arena.
 */
size_t	plan_questions(struct plan *, struct plan_question **out);

/* Whether a word, in either language, answers such a question. */
int	plan_answers(enum plan_ask, const char *typed);

/*
 * Lessons of a cycle: chosen, applied or verified.  Shared ones only: every
 * clone comes to the same number.
 */
size_t	plan_cycle_lessons(struct project *, const char *cycle);

#endif
