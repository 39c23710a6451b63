/*
 * What each column of a foreign file is used for: as a map says, or as its
 * header says.  A column that may identify a person is never kept, except
 * that a map may make a keyed code of it (id, respondent).
 */
#ifndef CPM_COLUMNS_H
#define CPM_COLUMNS_H

#include "intake/map.h"
#include "intake/source.h"
#include "intake/words.h"
#include "table/reader.h"

/* FIELD_COUNT and on: columns that are not read. */
enum {
	COLUMN_IDENTIFYING = FIELD_COUNT,	/* may tell who it was: dropped */
	COLUMN_META,		/* the survey program's own */
	COLUMN_UNKNOWN		/* in no map; no criterion's name */
};

/* Bytes of a header; a longer one names no answer of a question. */
#define HEADER_MAX	1024

/* What the cells of a score column were taken for. */
enum given {
	GIVEN_SCORE, GIVEN_NA, GIVEN_DK, GIVEN_SKIPPED, GIVEN_BAD, GIVEN_COUNT
};

struct column_use {
	char		*header;	/* without blanks at its ends */
	char		*name;		/* the same, with #2 for its second time */
	char		*shown;		/* for messages: short; "3" for one that
					 * may be somebody's address */
	int		 hidden;	/* it is such a one */
	int		 option;	/* one of several that could be ticked */
	int		 led;		/* words_led of it */
	int		 repeats;	/* of questions asked repeatedly */
	int		 filled;	/* a cell below holds something; whoever
					 * reads the lines sets it */
	int		 use;		/* enum field, or COLUMN_… */
	enum known	 known;		/* a submission's number */
	size_t		 crit;		/* score, comment; WORDS_NONE: none */
	int		 reverse;
	const struct map_line *line;	/* NULL without a map */
	const char	*scores;	/* its pairs as written; or NULL */
	/* A candidate for the group: how its cells look. */
	int		 maybe_group;
	unsigned long	 hits;
	unsigned long	 given[GIVEN_COUNT];	/* cells of a score column */
	char		*left;		/* why a score column stays out, or NULL */
};

struct columns {
	struct column_use	*v;
	int			 n;
	int			 wide;	/* one line a sheet; 0: one an answer */
	int			 group, unit, date, round, criterion, number;
	int			 id, respondent, score;	/* of a long file; -1 */
	int			 submitted;	/* when it was sent; -1 */
	int			 known[KNOWN_ID + 1];	/* by enum known; -1 */
	struct arena		 arena;
};

/*
 * Settle the use of each column of the header record.  map NULL: by the
 * headers.  `shown`: the file, for messages.  Faults are said; 0 or -1.
 * columns_free in either case.
 */
int	columns_settle(struct columns *, const struct record *header,
	    const char *shown, enum source, const struct map *,
	    const struct words *, const struct framework *);
void	columns_free(struct columns *);

/* Say in a few lines what becomes of the columns that are not answers. */
void	columns_say(const struct columns *, const char *shown,
	    const struct framework *);

/* Whether a header has a word that tells of a person. */
int	columns_person(const char *header);
/* Whether a text is an e-mail address or looks like a telephone number. */
int	columns_address(const char *text);

/* The use of a column in one word, for a preview: "score", "identifying" … */
const char	*column_word(int use);

#endif
