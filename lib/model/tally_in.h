/*
 * What the files of a tally share (tally.c and the tally_*.c beside it).  For
 * these files only: all others ask tally.h.
 */
#ifndef CPM_TALLY_IN_H
#define CPM_TALLY_IN_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "model/tally.h"

/* Strings to small numbers, in the order of their first appearance. */
struct word {
	char		*s;
	size_t		 i;
	UT_hash_handle	 hh;
};

struct words {
	struct word	*map, **at;
	size_t		 n, cap;
};

struct key {
	size_t	round, group, unit, crit;
};

struct cell {
	struct key		 key;
	struct tally_cell	 c;
	UT_hash_handle		 hh;
};

/* A round's group and unit: whose sheets are counted together. */
struct party {
	struct key	key;		/* crit is 0 */
	int64_t		sheets;		/* with at least one score */
	int		bare;		/* some rows had no respondent */
	int		merged;		/* it came as a tally: padded already */
	UT_hash_handle	hh;
};

/* How a round's answers are read. */
struct lens {
	const struct framework	*fw;
	int			 asked;
};

struct answer {
	size_t	crit;
	char	kind;		/* 's' score, 'n' NA, 'd' DK, '-' skipped */
	fixed	value;
};

/* The sheet whose rows are being read. */
struct sheet {
	struct key	 key;
	char		*respondent;	/* NULL: none */
	struct answer	*a;
	size_t		 n, cap;
	int		 scored;
	long		 serial;
};

struct tally {
	tally_grid	*grid;
	void		*arg;
	struct words	 round, group, unit, crit;
	struct lens	*lens;		/* by round */
	size_t		 nlens, caplens;
	long		*seen;		/* by criterion: its last sheet */
	size_t		 nseen, capseen;
	struct cell	*cells;
	struct party	*parties;
	struct sheet	 sheet;
	struct cell	**sorted;
	int		 sealed;
	unsigned long	 said, unsaid;
	struct str	 text[6];	/* of tally_record */
	const char	*record[11];
};

/* A row of the answers, as strings. */
struct met {
	const char	*round, *respondent, *group, *unit, *criterion, *score;
};

/* --- words and cells (tally.c) -------------------------------------------- */

/* The number of a string, a new one where it was not met yet. */
size_t		 tally_word(struct words *, const char *s);
/* The string of a number; NULL behind the last. */
const char	*tally_word_at(const struct words *, size_t i);
/* The cell, or the party (crit is no matter), of a key: made if it is new. */
struct cell	*tally_cell_of(struct tally *, struct key);
struct party	*tally_party(struct tally *, struct key);
/* `by` more who gave this value, without a word on n and sum. */
void		 tally_count_value(struct tally_cell *, fixed value,
		    int64_t by);
/* `by` more who gave this answer: in the cell of its criterion. */
void		 tally_count_answer(struct tally *, struct key,
		    const struct answer *, int64_t by);
/* The framework that a round is read with, asked for once; may be NULL. */
const struct framework *tally_lens(struct tally *, size_t round);

/* A fault of a row; the first of a file are said, the others counted. */
void		 tally_fault(struct tally *, struct place, const char *column,
		    const char *what);
/* The file ends: how many were not said.  0, or -1 if there was a fault. */
int		 tally_faults_end(struct tally *, const char *shown);

/*
 * Which field of a header holds each of n columns of a table ("": of none, by
 * the names as they stand), -1 where none does.
 */
void		 tally_columns_of(const struct record *, const char *table,
		    const char *const *names, int n, int *at);
/* Those whose bit is set in `need` must be there: 0, or -1 (said). */
int		 tally_columns_need(const int *at, const char *const *names,
		    int n, unsigned need, const char *shown);
/* The field of a record, "" where it has none. */
const char	*tally_field(const struct record *, int at);

/* --- sheets (tally_sheet.c) ----------------------------------------------- */

/*
 * What an answer says, turned where its criterion is reversed; its criterion
 * is the caller's to set.  -1 (said) where it says nothing that may be
 * counted.
 */
int		 tally_answer(struct tally *, const struct framework *,
		    const char *group, const char *criterion,
		    const char *score, int comma, struct place,
		    struct answer *);
/* A row of the answers; those of a sheet stand together. */
void		 tally_add(struct tally *, const struct met *, int comma,
		    struct place);
/* The sheet that is being read is whole: it counts if it holds a score. */
void		 tally_sheet_end(struct tally *);

#endif
