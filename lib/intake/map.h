/*
 * The map file: what each column of a foreign file is.
 *
 *	column,field,criterion,reverse,scores
 *	"1. Les comptes sont clairs",score,RES1,,Tout à fait=5; Pas du tout=1
 *
 * One line per column; a header that comes again is name#2, a column without
 * one is called by its number.  `scores` are
 * pairs text=answer divided by ';' (a backslash takes ';', '=' or '\' as it
 * is), the answer being what stands behind the last '='.
 *
 * A '?' before a field, a criterion or an answer is a guess that nobody has
 * confirmed yet: a map that has one is refused.
 */
#ifndef CPM_MAP_H
#define CPM_MAP_H

#include <stddef.h>

#include "base/mem.h"
#include "base/num.h"

enum field {
	FIELD_SCORE, FIELD_COMMENT, FIELD_RESPONDENT, FIELD_GROUP, FIELD_UNIT,
	FIELD_DATE, FIELD_ROUND, FIELD_CRITERION, FIELD_ID,
	FIELD_NUMBER,		/* the form number of a paper sheet */
	FIELD_IGNORE, FIELD_COUNT
};

struct pair {
	char	*from;		/* as words_plain */
	char	*text;		/* the same as it is written, escapes undone */
	fixed	 number;	/* of `from`, FIXED_NONE where it is none */
	char	*to;		/* "5", "NA", "DK", "" (skipped); a group's id … */
	unsigned long	 n;	/* cells that it was used for */
};

struct map_line {
	long		 line;
	char		*column;
	enum field	 field;
	char		*criterion;	/* "" where none is given */
	int		 reverse;
	char		*scores;	/* its pairs as they are written */
	struct pair	*pairs;
	size_t		 npairs;
	/*
	 * A pair gives a number another number (0=1): then a number that no
	 * pair names is a fault, not an answer, also beside a text.
	 */
	int		 recodes;
	unsigned long	 guesses;	/* pairs whose answer begins with '?' */
};

struct map {
	char		*shown;		/* for messages */
	struct map_line	*lines;
	size_t		 n, cap;
	int		 guessed;	/* a '?' was found */
	struct arena	 arena;
};

/*
 * Read it; its own faults are said, all of them (criteria and columns are
 * compared with framework and file elsewhere).  0, or -1.  map_free in
 * either case.
 */
int	map_load(struct map *, const char *path);
void	map_free(struct map *);

/* "score", …; and back: FIELD_COUNT if it is none (English or French). */
const char	*map_field_name(enum field);
enum field	 map_field(const char *word);

/*
 * Read pairs into l, from a.  NULL, or what is wrong (N_()).
 */
const char	*map_pairs(struct map_line *l, struct arena *a, const char *s);

/* What a cell is turned into: its pair, which counts it, or NULL. */
const struct pair	*map_pair(const struct map_line *, const char *cell,
			    int comma);

/*
 * Say which texts of the map's pairs no cell had, by line: they may be
 * misspelt, or of another file.  One that another column's cells have is
 * neither: a form has one list of answers for many questions.
 */
void	map_say_unused(const struct map *);

#endif
