/*
 * What the parts of joining know of each other: the two sides, and the rounds
 * that the file has votes of.
 */
#ifndef CPM_JOIN_IN_H
#define CPM_JOIN_IN_H

#include "intake/join.h"
#include "intake/kin.h"

#define JOIN_END	((size_t)-1)
#define JOIN_HANDS	INT64_C(1000000000)	/* of one score */

/* A round that the file has votes of, as it is here. */
struct jround {
	const char		*id;
	size_t			 row;		/* of rounds.csv */
	struct framework	 fw;
	int			 closed, here;	/* here: votes or marks */
	struct joined_round	*done;
	struct jround		*next;
};

/* A sheet, on either side. */
struct jsheet {
	char		*key;		/* round, LF, code */
	const char	*round, *code;
	int		 submitted;	/* its code is a submission's */
	size_t		 first, last;	/* rows, chained */
	long		 line;
	const struct jsheet *met;	/* of ours: the file's that is it */
	UT_hash_handle	 hh;
};

/* Another name of it: a code of its submission in a round. */
struct jname {
	char		*key;		/* round, LF, code */
	const char	*round, *code;
	struct jsheet	*sheet;
	UT_hash_handle	 hh;
};

struct side {
	const struct table	*t;	/* ours; else the rows of b */
	int			 col[B_COLS];
	const struct bundle	*b;
	size_t			 n, *next;
	struct jsheet		*sheets;
	struct jname		*names;
	struct ids		*codes;	/* of sheets, submissions and marks */
};

struct join {
	struct project		*p;
	const struct bundle	*b;
	enum join_side		 which;
	struct joined		*done;
	struct jround		*rounds;
	struct side		 ours, theirs;
	struct kin		 kin;
	struct ids		*marks;	/* "round LF code", and "code" */
	struct ids		*alike;	/* our sheets by what they answer */
	int			 bare;	/* nothing was here */
	unsigned long	 differ, likes;	/* sheets, also those not named */
	struct arena		 arena;
};

/* A cell of a row; rows of ours are those of responses.csv. */
const char	*join_at(const struct side *, size_t row, enum bundle_col);
/* "round LF code", as sheets are found by. */
const char	*join_pair(struct join *, const char *round, const char *code);
struct jsheet	*join_find(const struct side *, const char *key);
/*
 * The sheet of a round that a code names, its own or another of its
 * submission; NULL: none.
 */
struct jsheet	*join_named(struct join *, const struct side *,
		    const char *round, const char *code);
/* Whether `is` holds of another name of a sheet. */
int		 join_any_name(struct join *, const struct side *,
		    const struct jsheet *, int (*is)(struct join *,
		    const struct jsheet *, const char *name));
struct jround	*join_round(const struct join *, const char *id);
struct joined_round *join_done(struct join *, const char *id);

/* joinfile.c: both sides are loaded, and the file held to the rounds here. */
void	join_sides(struct join *);
void	join_side_free(struct side *);
void	join_check(struct join *);
/* joinkey.c: the keys of both; 0, or -1 (said).  Then the marks. */
int	join_keys(struct join *);
void	join_marks(struct join *);
int	join_is_marked(struct join *, const struct side *,
	    const struct jsheet *);
/* joinsheet.c, joinhands.c: sheets and hands come in. */
void	join_sheets(struct join *);
void	join_hands(struct join *);
/* What a mark of the file that is new here takes away. */
void	join_hands_gone(struct join *, const char *round);

#endif
