/*
 * Difficulties as facts: what is in the way, who raised it, who answers by
 * when, what was answered and when it was over.  They refer to nothing: what
 * is in the way need not be part of the plan.
 *
 * Private ones live in the private folder's table of the same name; they are
 * read only where asked for, and no report and no list of what is due asks.
 * Dates are days (DATE_NONE where empty), strings "" where empty.  All live
 * until difficulties_free and the project's close, whichever comes first.
 */
#ifndef CPM_DIFFICULTY_H
#define CPM_DIFFICULTY_H

#include <stddef.h>

#include "base/mem.h"
#include "model/log.h"
#include "model/project.h"

struct difficulty {
	const char	*id, *category, *what, *raised_by, *assigned_to;
	const char	*answer, *visibility;
	int		 severity;	/* 1 to 3, 3 is worst; 0: not said */
	int		 date, due, answered_on, closed_on;
	int		 open;		/* not closed */
	int		 waiting;	/* open, and without an answer */
	int		 overdue;	/* days past due while waiting, 0 */
	int		 private;
	size_t		 row;			/* in its table */
};

/* By the day they were raised, then in the file's order. */
struct difficulties {
	struct difficulty *d;
	size_t		 n;
	struct arena	 arena;
};

/*
 * Read them.  `private`: with the rows of the private folder (cpm-log only).
 * Returns 0, or -1 if a table was bad (said); free it either way.
 */
int	difficulties_load(struct difficulties *, struct project *,
	    int private);
void	difficulties_free(struct difficulties *);

/* For people, translated: "lodging"; "light", "serious", "grave" ("" for 0). */
const char	*difficulty_category_words(const char *category);
const char	*difficulty_severity_words(int severity);
/* For pipes: "open", "answered", "closed"; for people, translated. */
const char	*difficulty_state(const struct difficulty *);
const char	*difficulty_state_words(const struct difficulty *);

/*
 * What a listing keeps: the author is who raised it or who answers, the theme
 * its category, in the table's words or in people's; the days are those it
 * was raised on.
 */
int	difficulty_fits(const struct difficulty *, const struct log_filter *);

/* The rules that hand edits can break; faults are said. */
void	difficulties_check(struct project *);

#endif
