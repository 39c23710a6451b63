/*
 * How people write what a framework means: a criterion by its id or by its
 * label in any language, a group likewise, a score by its number, its label
 * or its descriptor.  Case, accents, blanks and a closing '?' or ':' do not
 * matter.  A text that could mean two things means nothing: it is never
 * guessed.
 */
#ifndef CPM_WORDS_H
#define CPM_WORDS_H

#include "model/framework.h"

/* Answers that are no point of a scale; points are indices from 0. */
#define SCORE_SKIPPED	(-1)
#define SCORE_NA	(-2)
#define SCORE_DK	(-3)
#define SCORE_OFF	(-4)	/* a number that the scale does not have */
#define SCORE_BAD	(-5)	/* a text that means nothing here */

#define WORDS_NONE	((size_t)-1)
#define WORDS_TWO	((size_t)-2)	/* it could be either of two */

struct words;

/* The framework is kept by pointer and must live as long. */
struct words	*words_new(const struct framework *);
void		 words_free(struct words *);

/* All labels of a round's frozen tables (round NULL: the folder's own). */
struct words	*words_load(struct project *, const char *round,
		    const struct framework *);

/* Teach one word. */
void	words_criterion_is(struct words *, const char *text, size_t crit);
void	words_group_is(struct words *, const char *text, size_t group);
/* dim ndims: the general scale; value FIXED_NONE: `code` NA or DK. */
void	words_score_is(struct words *, size_t dim, const char *text,
	    fixed value, int code);

/*
 * The criterion that a header or cell names: its id, its label, "ID label" or
 * "12. label", or any of these as the last parts of a path "group/question".  WORDS_NONE,
 * WORDS_TWO.
 */
size_t	words_criterion(const struct words *, const char *text);
/*
 * The criterion of a column: as words_criterion, or in the brackets at the
 * end, "question [row]", and where `paths` is not 0 also behind group names
 * that end in '-', '.', ':' or '__'.  WORDS_TWO where what stands before it
 * names another one.
 */
size_t	words_header(const struct words *, const char *header, int paths);
/*
 * Whether words_header knows the column only by what stands behind words and
 * a '-', '.' or ':', which need not be a group's name: "how important: roles
 * are clear".
 */
int	words_led(const struct words *, const char *header, int paths);
size_t	words_group(const struct words *, const char *text);
/* As words_criterion, but only the id, with case as it is. */
size_t	words_criterion_id(const struct words *, const char *id);

/* What a comma in a number may be. */
enum {
	COMMA_NONE,		/* nothing */
	COMMA_DECIMAL,		/* 2,5 */
	COMMA_QUOTED		/* 2,5, in a file that is cut at commas: but not
				 * 1,000, which may be a thousand */
};

/*
 * Read a cell as a number; blanks (no-break ones too) at its ends and
 * between groups of three digits do not matter.  0, or -1.
 */
int	words_number(const char *cell, int comma, fixed *);

/*
 * What a cell says about a criterion: an index on its scale or SCORE_….
 * Beside its label a number counts where the two agree ("4 Steady"); beside
 * any other text where it is set off from it ("5 - agree fully", "5 = True",
 * "agree fully (5)") and the text has no other number in it.
 */
int	words_score(const struct words *, size_t crit, const char *cell,
	    int comma);
/*
 * Whether words_score takes a cell by the number beside its text, as of
 * "4 - agree" and "4 Steady", and not as a label of the scale.
 */
int	words_beside(const struct words *, size_t crit, const char *cell,
	    int comma);
/*
 * Whether a cell is a number of the scale and, as a label, another answer: on
 * our own forms the number counts, in a foreign file it could be either.
 */
int	words_two(const struct words *, size_t crit, const char *cell,
	    int comma);
/*
 * Of a cell that is SCORE_BAD: whether it is a number beside a word of the
 * scale which means another answer.
 */
int	words_contradict(const struct words *, size_t crit, const char *cell,
	    int comma);

/* The answer as it is stored: "4", "NA", "DK", "".  buf has NUM_LEN bytes. */
const char	*score_str(char *buf, const struct scale *, int score);

/*
 * Copy s without blanks (no-break ones too) at its ends into buf of size
 * bytes; NULL if it does not fit.  s may be in buf.
 */
const char	*words_trim(char *buf, size_t size, const char *s);

/* For comparing: folded, without accents and closing punctuation.  The
 * caller frees it. */
char	*words_plain(const char *s);

#endif
