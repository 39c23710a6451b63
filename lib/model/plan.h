/*
 * The plan as facts: cycles, pivotal changes with their levels, key actions
 * and steps, verdicts and adjustments, read from the folder's tables.  Pure
 * functions of those tables and of today; nothing private is read.
 *
 * A change is active from `chosen` to a verdict achieved, replaced or
 * dropped; `partly` and `adapted` leave it active, in the next cycle too.
 * Dropped actions are kept and counted nowhere.  Dates are days (base/date.h),
 * DATE_NONE where the cell is empty; strings are "" there, never NULL.  All
 * live until plan_free and the project's close, whichever comes first.
 */
#ifndef CPM_PLAN_H
#define CPM_PLAN_H

#include <stddef.h>

#include "base/mem.h"
#include "model/project.h"

struct plan_step {
	const char	*id, *title, *owner;
	int		 due, done_on, dropped_on;
	size_t		 row;			/* in steps.csv */
};

enum plan_status { PLAN_DRAFT, PLAN_TODO, PLAN_DOING, PLAN_DONE, PLAN_BLOCKED,
    PLAN_DROPPED };

struct plan_action {
	const char	*id, *title, *owner, *means, *verification;
	const char	*obstacle, *result;
	enum plan_status status;
	int		 level;		/* from 1; 0: of a session */
	int		 start, due, done_on;
	int		 overdue;	/* days past due and not done, 0 */
	int		 moved;			/* its due date was adjusted */
	int		 first_due;		/* as first planned */
	size_t		 change;	/* index in plan.changes; nchanges: of a
					 * session */
	const char	*session;		/* its id; NULL: of a change */
	struct plan_step *steps;	/* then those that were dropped */
	size_t		 nsteps, steps_done, ndropped;
	size_t		 row;			/* in actions.csv */
};

struct plan_level {
	int		 n;			/* from 1 */
	int		 open;		/* it has a line in levels.csv */
	const char	*objective;
	int		 by, done_on;
	struct plan_action **actions;		/* in the file's order */
	size_t		 nactions;		/* dropped ones too */
	size_t		 done, of;		/* done of those not dropped */
	size_t		 row;			/* in levels.csv, if open */
};

struct plan_change {
	const char	*id, *title, *cycle, *dimensions, *builds_on, *why;
	const char	*success_sign, *owner, *decided_by, *replaces, *note;
	const char	*state;			/* proposed chosen closed */
	int		 active;
	int		 priority, means, feasible; /* 1 to 3, 0: not said */
	int		 sum;		/* 3 to 9, 0 if one is missing */
	int		 start, due, decided_on;
	/* The last of achieved partly adapted replaced dropped, "" if none. */
	const char	*verdict, *verdict_note;
	int		 verdict_on;
	/* The last answer to "still in use?", "" if none. */
	const char	*use;
	int		 use_on;
	struct plan_level *levels;		/* 1, 2, 3 … without holes */
	size_t		 nlevels;
	size_t		 level;		/* number of the level at work: the
						 * first open one not done, else
						 * the last open one; 0 if none */
	size_t		 done, of;		/* actions, over all levels */
	size_t		 row;			/* in changes.csv */
};

struct plan_cycle {
	const char	*id, *objective, *status; /* plan do check adjust closed */
	int		 start, review_due;
	size_t		 row;
};

/* A verdict or an answer to "still in use?", in the file's order. */
struct plan_review {
	const char	*id, *verdict, *decided_by, *note;
	int		 date;
	size_t		 change;	/* index; nchanges if dangling */
};

struct plan_adjustment {
	const char	*id, *ref, *field, *old, *now, *reason;
	const char	*alternative, *note;
	int		 date;
	const char	*title;		/* of what ref means, else ref */
	int		 level;		/* of that change; 0: not a level */
	size_t		 change;		/* index; nchanges if none */
};

struct plan {
	struct plan_cycle *cycles;
	size_t		 ncycles;
	size_t		 cycle;		/* the open one; ncycles if none */
	struct plan_change *changes;		/* in the file's order */
	size_t		 nchanges;
	size_t		 nactive;
	struct plan_action *actions;	/* those of changes, file's order */
	size_t		 nactions;
	struct plan_action *loose;	/* those of sessions: counted nowhere,
					 * started, done and due as others */
	size_t		 nloose;
	struct plan_review *reviews;
	size_t		 nreviews;
	struct plan_adjustment *adjustments;
	size_t		 nadjustments;
	int		 today;
	int		 per_level;	/* key actions a level, at most */
	int		 whole;	/* … over the whole plan, not per change */
	struct ids	*change_ids, *action_ids, *loose_ids;
	struct arena	 arena;
};

/*
 * Read it all.  A row that refers to nothing is left out (cpm-check names
 * it).  Returns 0, or -1 if a table was bad (said); the plan can be freed
 * either way.
 */
int	plan_load(struct plan *, struct project *);
void	plan_free(struct plan *);

/* Index by id; nchanges, nactions where there is none. */
size_t	plan_change(const struct plan *, const char *id);
size_t	plan_action(const struct plan *, const char *id);
/* An action of a change or of a session; NULL where there is none. */
struct plan_action *plan_any_action(const struct plan *, const char *id);
/* A level of a change, NULL if no line and no action is there. */
struct plan_level *plan_level(const struct plan *, size_t change, int n);

/* "draft", "todo" …, as in the table. */
const char	*plan_status_word(enum plan_status);

/*
 * Words for people, translated: "to do", "under way", "done on 12 March
 * 2026", "blocked: OBSTACLE".  The caller frees it.
 */
char	*plan_status_words(const struct plan_action *);
/*
 * A step of an action in a line: its words, and while both are open its day,
 * and its role where that is not the action's.
 */
char	*plan_step_words(const struct plan_action *,
	    const struct plan_step *);

/*
 * A bar of `width` characters, "[######----]", and 2 of 3 in words, "2 of 3
 * done"; "nothing planned yet" for of = 0.  The caller frees it.
 */
char	*plan_bar(size_t done, size_t of, int width);
char	*plan_progress_words(size_t done, size_t of);

/* Whether a verdict ends a change: achieved, replaced, dropped. */
int	plan_verdict_final(const char *verdict);
/* Whether it answers "still in use?" of a change achieved earlier. */
int	plan_verdict_use(const char *verdict);

/* A verdict in people's words: "achieved", "still in use" …, translated. */
const char	*plan_verdict_words(const char *verdict);
/* A reason likewise: "the context changed" … */
const char	*plan_reason_words(const char *reason);
/* The field of an adjustment: "due date", "words" …, translated. */
const char	*plan_field_words(struct project *, const char *field);
/* A value of that field as people say it: "under way" for the status doing. */
const char	*plan_value_words(const char *field, const char *value);
/* The sentence for a plan without an active change: not yet, or not now. */
const char	*plan_nothing_words(const struct plan *);

/*
 * The beginning of a change's, action's or step's id that is enough to type,
 * cut at the end of a word; else the whole id.  The caller frees it.
 */
char	*plan_short_id(const struct plan *, const char *id);

/* Proposals by falling sum; equal sums share a rank and say so. */
struct plan_rank {
	size_t		 change;		/* index in plan.changes */
	int		 rank;		/* from 1; 0: a score is missing */
	int		 tied;
};

/*
 * Rank what is proposed (`all`: what is chosen too): sum of priority, means
 * and feasible, ties in the file's order.  *out is in the plan's arena.
 */
size_t	plan_rank(struct plan *, int all, struct plan_rank **out);

/* What is not done and due by a day. */
enum plan_due_kind { DUE_CHANGE, DUE_LEVEL, DUE_ACTION, DUE_STEP, DUE_LESSON,
    DUE_REVIEW, DUE_DIFFICULTY };

struct plan_due {
	enum plan_due_kind kind;
	const char	*id;			/* as commands take it */
	const char	*title, *owner;
	const char	*of;		/* title of what it is a part of, "" */
	int		 due;
	int		 days;		/* from today; negative: overdue */
};

/*
 * What is not done and due by `last` (a day, itself included): overdue first,
 * by day.  Lessons to check (chosen or applied), difficulties that somebody is
 * to answer and the cycle's review are in it.  *out is in the plan's arena.
 */
size_t	plan_due(struct plan *, struct project *, int last,
	    struct plan_due **out);

/* Every rule across rows and tables that hand edits can break; faults said. */
void	plan_check(struct project *);

#endif
