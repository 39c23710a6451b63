/*
 * The file in which private sheets travel from one computer to another: one
 * CSV with the key, the answers, the hands and the marks of what was
 * forgotten, and a last line by which a torn copy is known.
 *
 *	row,round,date,respondent,group,unit,criterion,score,comment,source,count
 *	cpm-sheets	day it was made, title of the folder, version in count
 *	key		the key; further ones are those of joined computers
 *	round		the digest of its framework in source
 *	answer		a row of responses.csv
 *	hands		a row of hands.csv, the value in score
 *	forgotten	a row of forgotten.csv
 *	end		SHA-256 of all lines before in source, how many in count
 *
 * Carriage returns do not count for the digest: mail may add them.
 */
#ifndef CPM_BUNDLE_H
#define CPM_BUNDLE_H

#include "model/project.h"

#define BUNDLE_VERSION	1

enum bundle_col { B_ROW, B_ROUND, B_DATE, B_CODE, B_GROUP, B_UNIT, B_CRIT,
    B_SCORE, B_COMMENT, B_SOURCE, B_COUNT, B_COLS };

enum bundle_kind { BUNDLE_HEAD, BUNDLE_KEY, BUNDLE_ROUND, BUNDLE_ANSWER,
    BUNDLE_HANDS, BUNDLE_FORGOTTEN, BUNDLE_END, BUNDLE_KINDS };

/*
 * The columns of a private table and where they stand in the file, up to a
 * name of NULL.
 */
struct bundle_place {
	const char	*name;
	enum bundle_col	 to;
};
extern const struct bundle_place	bundle_answer[], bundle_hands[],
					bundle_mark[];

/* What to put in. */
struct bundle_ask {
	char	*const *rounds;		/* as typed; n 0: all that have votes */
	int	 n;
	int	 key;			/* the key and the marks only */
};

/* What was put in: a line for people, said once it is written. */
struct bundle_sum {
	unsigned long	sheets, hands, forgotten, rounds;
};

/*
 * Write it to `out`.  Every answer is held to the framework of its round:
 * what the other computer would refuse is named here.  A folder without a key
 * gets one in its change set.  0, or -1 (said).
 */
int	bundle_make(struct str *out, struct project *,
	    const struct bundle_ask *, struct bundle_sum *);

struct bundle_row {
	enum bundle_kind	  kind;
	long			  line;
	const char		**f;		/* by enum bundle_col */
};

struct bundle {
	struct bundle_row	*v;		/* head and end left out */
	size_t			 n, cap;
	const char		*title;
	int			 key_only;	/* no votes in it */
	const char		*shown;
	struct arena		 arena;
};

/*
 * Read n bytes of such a file; whole, unchanged and of a version that we
 * know, or -1 (said).  bundle_free in either case.
 */
int	bundle_read(struct bundle *, const char *bytes, size_t n,
	    const char *shown);
void	bundle_free(struct bundle *);

/* Whether n bytes may be such a file, by how it begins. */
int	bundle_is(const char *bytes, size_t n);

/*
 * What is wrong with an answer, as a message (N_) and the column in *col (a
 * name of the file); NULL: nothing.  group may be empty.
 */
struct framework;
const char	*answer_wrong(const struct framework *, const char *group,
		    const char *criterion, const char *score,
		    const char **col);

#endif
