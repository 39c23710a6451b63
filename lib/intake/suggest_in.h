/*
 * The inside of a drafted map: suggest.c guesses what the columns are,
 * suggest_pairs.c what their texts stand for.
 */
#ifndef CPM_SUGGEST_IN_H
#define CPM_SUGGEST_IN_H

#include "intake/seen.h"
#include "intake/similar.h"
#include "intake/suggest.h"

#define ANSWERS		30	/* a form offers no more; else it is prose */

enum kind { KIND_EMPTY, KIND_ANSWERS, KIND_GROUP, KIND_DATE, KIND_TEXT };

/* What one column may be. */
struct draft {
	struct seen	 seen;
	enum kind	 kind;
	int		 use;		/* enum field, COLUMN_… */
	int		 guess;		/* the use is one */
	size_t		 crit;
	int		 guess_crit;
	int		 likeness;	/* of the header, hundredths */
	char		*scores;
	int		 kin;		/* the first column whose form offers
					 * the same answers; maybe itself */
};

/* A text over all columns of answers. */
struct pooled {
	const char	*plain;
	unsigned long	 n;
	UT_hash_handle	 hh;
};

struct suggest {
	struct framework	 fw;
	struct words		*words;
	struct similar		*crit, *group;
	struct similar		**scale;	/* by dimension */
	char			*round;		/* its id, or "" */
	int			 order;		/* of dates */
	/* The file. */
	const char		*shown;
	struct columns		 cs;
	int			 settled;
	struct draft		*v;
	struct pooled		*pool;
	int			 comma;
	int			 from_zero;	/* 0 stands for the lowest */
	unsigned long		 open, once;	/* texts without an answer; not
						 * written, for one cell has them */
	struct arena		 arena;
};

/* A criterion by whose scale a column's cells are read, its own or a general one. */
size_t	suggest_scale(const struct suggest *, const struct draft *);
/* Count a column's texts among those of all answers. */
void	suggest_pool(struct suggest *, const struct seen *);
/* How many cells of answers hold a text (as words_plain). */
unsigned long	suggest_pooled(const struct suggest *, const char *plain);
/*
 * Whether a text that `times` cells hold may stand in the draft: it comes
 * again and is as short as an answer of a form, or it is a number or a code.
 */
int	suggest_writes(const struct suggest *, const struct seen_text *,
	    unsigned long times);
/*
 * Set kin of all columns of scores: each text is drafted in all columns whose
 * form offers it, for who answers next may choose what nobody chose yet.
 */
void	suggest_kin(struct suggest *);
/*
 * The texts of a column and its kin, each once, in order; their number in n.
 * The caller frees the array.
 */
const struct seen_text	**suggest_texts(const struct suggest *,
			    const struct draft *, size_t *n);
/* Draft the pairs of all columns, once their uses are known. */
void	suggest_pairs(struct suggest *);

#endif
