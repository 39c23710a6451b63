/*
 * Indicators and their values over time: facts from indicators.csv and
 * measures.csv, and the verbs that change them.  Nothing private is read.
 *
 * Achievement is how much of the way from the baseline to the target a value
 * has gone, 100 × (value − baseline) / (target − baseline): it works for what
 * shall grow and for what shall shrink, is negative where things went the
 * other way and above 100 beyond the target.  It is not defined where target
 * and baseline are the same, or one of them is missing.
 *
 * Values and percentages are fixed (base/num.h), FIXED_NONE where there is
 * none; days are DATE_NONE where the cell is empty; strings are "" there.
 */
#ifndef CPM_INDICATOR_H
#define CPM_INDICATOR_H

#include <stddef.h>

#include "base/num.h"
#include "model/edit.h"
#include "model/plan.h"

struct measure {
	int		 date;
	const char	*source;
	fixed		 value;
	fixed		 achieved;	/* percent */
	size_t		 row;		/* in measures.csv */
};

struct indicator {
	const char	*id;
	const char	*label;	/* in the language asked for; the id if none */
	const char	*unit, *source, *frequency, *owner;
	const char	*ref;		/* "change:ID" …; "" the programme's */
	const char	*direction;	/* up, down; "" where nothing says it */
	fixed		 baseline, target;
	int		 baseline_on, target_on;
	struct measure	*measures;	/* by day; of one day as in the file */
	size_t		 nmeasures;
	/*
	 * The latest that is not after today, NULL if there is none; of one
	 * day, that of the indicator's own source, else the last of the file.
	 */
	const struct measure *last;
	size_t		 row;		/* in indicators.csv */
};

struct indicators {
	struct indicator *all;		/* in the file's order */
	size_t		 n;
	struct ids	*ids;
	struct arena	 arena;
};

/*
 * Read them; labels in `lang`, else in another language that there is.  A
 * measure of no indicator is left out (cpm-check names it).  0, or -1 if a
 * table was bad (said); it can be freed either way.  Strings live until then
 * or until the project's close, whichever comes first.
 */
int	indicators_load(struct indicators *, struct project *,
	    const char *lang);
void	indicators_free(struct indicators *);

/* Index by id; n where there is none. */
size_t	indicators_find(const struct indicators *, const char *id);

/* Achievement of a value in percent, four decimals, half away from zero. */
fixed	indicator_achieved(const struct indicator *, fixed value);

/*
 * How far it is, in people's words, translated: "62.5 % of the way to the
 * target", "target reached" …; why there is no number where there is none.
 * A percentage has one decimal at most.  The caller frees it.
 */
char	*indicator_words(const struct indicator *);
/* The same for any value of it. */
char	*indicator_way_words(const struct indicator *, fixed value);
/* "40 counts", the unit behind a number; "" for FIXED_NONE.  Likewise. */
char	*indicator_value_words(const struct indicator *, fixed);
/*
 * The beginning of its id that no other indicator has, cut at the end of a
 * word; else the whole id.  The caller frees it.
 */
char	*indicator_short_id(const struct indicators *, size_t i);

/* Every rule across rows that hand edits can break; faults said. */
void	indicator_check(struct project *);
/*
 * The rules of one alone, said without a place where t (indicators.csv) is
 * NULL: 0, or -1 where one is a fault.
 */
int	indicator_rules(const struct indicator *, const struct table *t);

/* --- verbs; all return 0, or -1 when a fault was said -------------------- */

/*
 * A new indicator, or one that is there completed.  label: in the folder's
 * language; labels: "fr=TEXT" for others, ends with NULL.  en: columns of
 * indicators.  A baseline without its day is of today; the direction follows
 * from baseline and target.
 */
int	indicator_add(struct edit *, const char *label,
	    const char *const *labels, struct entry *en);
/* After an adjustment: whether it still keeps the rules. */
int	indicator_adjusted(struct edit *, const char *id);

/*
 * A value of a day.  en: `value`, `date` (today) and `source` (the
 * indicator's own) of measures.  Another value for the same day and source is
 * refused, or where `replace` is not 0 takes its place, and what stood there
 * is kept as an adjustment with the note of why (columns of adjustments).
 */
int	measure_add(struct edit *, const char *indicator, struct entry *en,
	    int replace, struct entry *why);

#endif
