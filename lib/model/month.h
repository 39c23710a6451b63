/*
 * The month's one-page sheet, for whoever keeps the plan without a shell:
 * which key actions and steps it asks about, and which lines it has for what
 * nobody planned.  Paper, grid and telephone have the same lines in the same
 * order.
 */
#ifndef CPM_MONTH_H
#define CPM_MONTH_H

#include <stddef.h>

#include "model/plan.h"

/* Lines of the sheet for what is not in the plan. */
#define MONTH_SEEN	3	/* small changes */
#define MONTH_MET	2	/* meetings of the focal team */
#define MONTH_HARD	2	/* difficulties */

enum month_kind { MONTH_ACTION, MONTH_STEP, MONTH_SMALL, MONTH_MEETING,
    MONTH_DIFFICULTY };

struct month_line {
	enum month_kind	 kind;
	const struct plan_action *action;	/* of a step too; else NULL */
	const struct plan_step *step;		/* of a step; else NULL */
	int		 n;	/* from 1, of what is not in the plan */
	const char	*id;	/* of action or step; else "seen-1" … */
};

struct month {
	int		 first, last;		/* its days */
	struct month_line *lines;	/* the plan's, then the others by kind */
	size_t		 n, nplan;
	struct arena	 arena;
};

/*
 * Read "2026-03" (2026-3, 03/2026 and 2026-03-01 too); 0 and the first day,
 * or -1.
 */
int	month_parse(const char *s, int *first);
/* Its last day; and "2026-03" into buf (DATE_LEN bytes). */
int	month_last(int first);
const char	*month_str(char *buf, int first);

/*
 * The lines for a month: of the changes at work, by change and open level,
 * the actions that are neither done nor dropped, each with its open steps;
 * then those for what was not planned.  They point into the plan, which must
 * live as long.  month_free ends it.
 */
void	month_load(struct month *, const struct plan *, int first);
void	month_free(struct month *);

/* What the line is about: a title, or "small change 1", translated. */
char	*month_title(const struct month_line *);	/* the caller frees it */

/* "seen-2" and the like to its kind and number: 0, or -1. */
int	month_line_id(const char *id, enum month_kind *, int *n);

#endif
