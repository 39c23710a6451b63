/*
 * What the files that read an XLSForm share: a sheet as rows of cells, texts
 * without their markup, and lists of choices.
 */
#ifndef CPM_XLSFORM_IN_H
#define CPM_XLSFORM_IN_H

#include "base/num.h"
#include "intake/xlsform.h"

#define XLANGS_MAX	24		/* languages of a form */

/* Columns of the three sheets that we ask for. */
enum { X_TYPE, X_NAME, X_LIST, X_TITLE, X_DEFAULT, X_COUNT };

/* A column of words: a label or a hint in a language. */
struct xwords {
	int	col, hint;
	char	lang[4];		/* "": the form's default */
};

struct xsheet {
	char		*shown;		/* its path */
	char		**header;
	int		 ncols;
	int		 at[X_COUNT];	/* -1: no such column */
	struct xwords	*words;
	size_t		 nwords, capwords;
	struct xrow {
		long	 line;
		int	 n;
		char	**f;
	}		*rows;
	size_t		 n, cap;
	struct arena	 arena;
};

/*
 * Read the file of `dir` that holds the sheet `which` ("survey"): survey.csv,
 * or a name that ends in -survey.csv or _survey.csv.  1, 0 where there is
 * none, -1 (said) where there are two or it cannot be read.  Empty rows are
 * left out.  xsheet_free either way.
 */
int	xsheet_read(struct xsheet *, const char *dir, const char *which);
void	xsheet_free(struct xsheet *);

/* A cell without blanks around it; "" where the row or sheet has none. */
const char	*xsheet_cell(const struct xsheet *, size_t row, int what);
/*
 * A label (or hint) in a language, cleaned; "" where there is none.  def is
 * the form's default language, which a column without one is in.
 */
const char	*xsheet_words(struct xsheet *, size_t row, int hint,
		    const char *lang, const char *def);
struct place	 xsheet_place(const struct xsheet *, size_t row,
		    int what);
/* Say that labels of the row refer to another question, if one does. */
void	xsheet_refs(const struct xsheet *, size_t row);

/*
 * A text without markup: Markdown's emphasis, headings and links, HTML's tags
 * and entities; blanks and line ends become one blank.  The caller frees it.
 */
char	*xtext_clean(const char *);

/* A list of choices. */
struct xlist {
	const char	*name;
	size_t		*row;		/* of the choices sheet */
	size_t		 n, cap;
	size_t		 same;		/* the first list with the same choices */
	unsigned long	 used;		/* scored questions on it (of `same`) */
};

struct xlists {
	struct xsheet	*sheet;
	struct xlist	*v;
	size_t		 n, cap;
};

/*
 * Gather the choices by list; doubles and nameless ones are said.  Lists with
 * the same names and labels count as one: some form builders make one for
 * each question.
 */
void	xlists_take(struct xlists *, struct xsheet *choices);
void	xlists_free(struct xlists *);
/* Index by name; n where there is none. */
size_t	xlists_find(const struct xlists *, const char *name);

/* What a choice of a scale stands for. */
enum xpoint { XPOINT_VALUE, XPOINT_NA, XPOINT_DK };

struct xscale {
	enum xpoint	*kind;		/* by choice of the list */
	fixed		*value;
	int		 counted;	/* no numbers: 1 to n in order */
};

/*
 * The scores that the choices of a list are.  Faults (no numbers beside
 * numbers, a number that looks like a code for no answer, fewer than two
 * points) are said.  xscale_free either way.
 */
int	xscale_take(struct xscale *, const struct xlists *, size_t list);
void	xscale_free(struct xscale *);

/* --- a form under way ------------------------------------------------------- */

#define XNONE	((size_t)-1)

/* A row that asks people something. */
struct xquestion {
	size_t	row;			/* of the survey */
	size_t	list;			/* XNONE: no select_one of a list */
	size_t	group;			/* innermost, XNONE: none */
	int	repeat;			/* asked several times */
	int	who;			/* may ask for the respondent's group */
	int	other;			/* or people write an answer */
	int	scored;
	const char *id;
};

/* A group of questions. */
struct xgroup {
	size_t	row, parent;
	int	repeat;
	size_t	n;			/* criteria in it */
	int	own;			/* they are on its own scale */
	size_t	list;
	const char *id;
};

struct xread {
	const char	*dir;
	struct xsheet	 survey, choices, settings;
	struct xlists	 lists;
	struct xquestion *q;
	size_t		 nq, capq;
	struct xgroup	*g;
	size_t		 ng, capg;
	size_t		 main;		/* list of scores */
	size_t		 who;		/* question of the group, or XNONE */
	char		 def[4];	/* language of labels that say none */
	char		 lang[XLANGS_MAX][4];
	size_t		 nlang;
	struct str	 langs;		/* "fr en" */
	struct arena	 arena;
};

/* Gather the questions and their groups; what is not closed is said. */
void	xread_walk(struct xread *);
/* Choose the list of scores and the question of the group; mark the rest. */
void	xread_choose(struct xread *);
/* A further group; its index.  row XNONE: of no row. */
size_t	xread_group(struct xread *, size_t row, size_t parent, int repeat);

#endif
