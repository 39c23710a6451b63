/*
 * What an idea for a change can grow from: strengths first, then priorities,
 * trainings and lessons; and what a proposal that grows from one of them is
 * filled in with, so that the row can be traced back.  Only what the team
 * shares is read: a private row is nobody's origin.
 */
#ifndef CPM_ORIGIN_H
#define CPM_ORIGIN_H

#include "model/plan.h"

struct origin {
	/*
	 * strength good_practice know_how opportunity need (findings, and
	 * `strength` also of what scores highest), priority, achieved (a
	 * change of before), training, lesson.
	 */
	const char	*kind;
	const char	*ref;		/* "finding:ID", "criterion:ID" … */
	const char	*typed;		/* as much of it as a person types */
	const char	*dimension;	/* the thread it is about, "" */
	const char	*words;		/* its text or label */
	/* For a proposal; NULL where nothing follows.  In the language used. */
	const char	*title, *dimensions, *builds_on, *why;
	size_t		 change;	/* a change, not over, that takes it
					 * up; plan.nchanges: none */
};

struct origins {
	struct origin	*row;
	size_t		 n, cap;
	const char	*round;	/* that scores and findings come from, or NULL */
	size_t		 priorities;	/* of kind need or priority */
	struct arena	 arena;
};

/*
 * All of them, in the order of their kinds above: findings and published
 * scores of the last round that is closed or agreed, changes achieved,
 * trainings, exchanges, facilitation
 * together and job shadowing of the last twelve months, lessons not dropped.
 * Labels and sentences in `lang`, which is in use (lang_use).  0, or -1
 * (said).
 */
int	origins_load(struct origins *, struct project *, const struct plan *,
	    const char *lang);
void	origins_free(struct origins *);

/*
 * The one that a person means by "finding:ID", an id, or the label of a
 * dimension or criterion; also one that is not in the list.  NULL (said, the
 * nearest suggested; a private row is refused).
 */
struct origin	*origins_find(struct origins *, struct project *,
		    const struct plan *, const char *typed);

/* The kind in people's words, translated. */
const char	*origin_kind_words(const char *kind);

/*
 * Whether references of a change's builds_on name a strength: anything but a
 * need.
 */
int	origin_strength(struct project *, const char *builds_on);
/* Whether a change takes a priority up: its dimensions, or builds_on. */
int	origin_taken(const struct origin *, const struct plan_change *);

#endif
