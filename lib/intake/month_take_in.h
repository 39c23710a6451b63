/*
 * What the files share that take a sheet of the month over: what was taken
 * before (month_taken.c), what was planned (month_plan.c), what was not
 * (month_seen.c), and all of it (month_take.c).
 */
#ifndef CPM_MONTH_TAKE_IN_H
#define CPM_MONTH_TAKE_IN_H

#include "intake/month_in.h"

struct taken_book;

struct taking {
	struct edit		*e;
	struct project		*p;
	struct month_ask	*ask;
	struct told_all		 all;
	struct plan		 pl;	/* as it was before the import */
	struct privacy		*privacy;
	struct table		*actions, *steps;
	struct taken_book	*book;
	int			 today, order;
	unsigned long		 changed;
};

/* What became of a line, the worse the higher; LEFT and FAILED were said. */
enum took { TOOK, LEFT, FAILED };

/* A line with what belongs to it. */
struct one {
	const struct sheet_told	*s;
	struct told		*t;
	struct table		*table;	/* actions or steps; NULL */
	size_t			 row;
	const char		*title;	/* of the plan's; else "" */
};

/* Whether something stands there; words beside what was printed. */
int	told_given(const struct told *, enum month_field);
int	told_more(const struct told *);
/* A day that the line gives, or the last one that the sheet can tell of. */
int	taking_day(const struct taking *, const struct one *);
/* A sentence (N_()) that is kept: in the team's language. */
const char	*taking_words(struct taking *, const char *id);

/*
 * taken.csv: which lines were taken over, and what they said.  It is read
 * once; taken_remember keeps both up to date.
 */
struct taken_book	*taken_open(struct project *);
void	taken_close(struct taken_book *);
/* Whether the line was taken over; whether with the same words. */
int	taken_is_there(const struct taking *, const struct one *);
int	taken_before(const struct taking *, const struct one *);
/* Whether a sheet of a later month told of this line. */
int	taken_later(const struct taking *, const struct one *);
void	taken_remember(struct taking *, const struct one *);

/* What a line says of an action or step that the plan has. */
enum took	take_planned(struct taking *, const struct one *);
/* Its small change, meeting or difficulty. */
enum took	take_words(struct taking *, const struct one *);

#endif
