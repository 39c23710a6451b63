/*
 * Sheets on their way into responses.csv of the private folder: known by a
 * keyed code, so that the same sheet given twice is there once.
 *
 * A sheet's code is an HMAC, under the private key, of what its submission is
 * called (or of round and form number for paper).  The same code comes from
 * the same file, on any day; nobody gets from the code back to the name.
 *
 * One sheet is in memory at a time; the others wait in a spool (spool.h)
 * until all of a file was found good, and are then taken in by merge.h.
 */
#ifndef CPM_SHEETS_H
#define CPM_SHEETS_H

#include "intake/code.h"
#include "intake/words.h"

#define SHEET_ALIASES	3

/* Room of a comment that several rows speak. */
struct said {
	char	*text;			/* it; NULL: not ours to add to */
	size_t	 len, room;		/* bytes */
};

struct sheet {
	char		 code[CODE_LEN + 1];
	int		 person;		/* it is a person's, who may be
						 * in several rounds */
	char		 sub[CODE_LEN + 1];	/* then: of the submission */
	int		 waits;			/* without answers it is a line
						 * of a grid that nobody typed
						 * into: it changes nothing */
	int		 nameless;		/* known by its words only */
	int		 bad;			/* a cell of it is bad (said) */
	char		 alias[SHEET_ALIASES][CODE_LEN + 1]; /* other names */
	/*
	 * Known by a plain number, which every file may begin again from 1:
	 * the code is this round's, and these are what it would be in the
	 * other rounds, ended by an empty one.  NULL: by a number that no
	 * other submission has.
	 */
	char		 (*plain)[CODE_LEN + 1];
	long		 line;			/* in the file it came from */
	size_t		 begin, end;		/* and its bytes there */
	unsigned long	 rows;			/* and rows */
	uint64_t	 (*more)[2];		/* its bytes elsewhere: of parts */
	size_t		 nmore;			/* that do not stand together */
	size_t		 group;			/* WORDS_NONE: none */
	int		 day;			/* DATE_NONE */
	const char	*unit;
	int16_t		*score;			/* by criterion */
	long		*at;			/* the line of each */
	const char	**comment;		/* by criterion; NULL: none */
	struct said	*said;			/* of each */
	int		 commented;		/* some are there */
	long		*seen;			/* by candidate for the group */
	size_t		 nseen;
	size_t		 ncrit;
	struct arena	 arena;			/* its texts */
};

struct spool;
struct reject;

struct sheets {
	struct spool	*spool;
	size_t		 ncrit;
	size_t		 nseen;		/* candidates for the group */
	unsigned char	*covered;	/* criteria that the source has */
	int		 has_group, has_date, has_unit;	/* the source says them */
	/* What a sheet does not say itself. */
	int		 hit;		/* candidate that is the group, or -1 */
	size_t		 group;		/* WORDS_NONE */
	int		 day;		/* DATE_NONE */
	const char	*source;	/* "kobo", "grid", "paper" … */
	const char	*shown;		/* where the lines are, for messages */
	/*
	 * What becomes of sheets that are given twice and differ: put by
	 * (with a warning), or NULL: a fault.
	 */
	struct reject	*reject;
};

struct merged {
	unsigned long	added, changed, same;	/* sheets */
	unsigned long	elsewhere;	/* counted in another round */
	unsigned long	forgotten;
	unsigned long	again;		/* alike, with one number */
	unsigned long	doubtful;	/* of added: by a plain number that
					 * another round forgot */
	unsigned long	blank;		/* without any answer */
	unsigned long	renumbered;	/* of changed: by a plain number */
	unsigned long	ungrouped;	/* the source says groups, not theirs */
};

/* dir: where much of them may wait (spill.h), or NULL. */
void	sheets_begin(struct sheets *, size_t ncrit, const char *source,
	    const char *dir);
void	sheets_free(struct sheets *);

/* A sheet to be filled, everything skipped; sheet_clear begins another. */
void	sheet_init(struct sheet *, size_t ncrit, size_t nseen);
void	sheet_clear(struct sheet *, long line);
void	sheet_free(struct sheet *);
/* Two comments of one person on one criterion stand in one cell. */
void	sheet_comment(struct sheet *, size_t crit, const char *text);
/* The bytes and rows of a part belong to the sheet, too. */
void	sheet_part(struct sheet *, const struct sheet *part);
int	sheet_is_blank(const struct sheet *);
/* The same group, day, unit, answers and comments. */
int	sheet_is_alike(const struct sheet *, const struct sheet *);

/*
 * Whether a sheet of this code is in the round, and what of it these would
 * take away: an answer that is another now or none, its group, its day.
 */
enum stored { STORED_NOT, STORED_ALIKE, STORED_OTHER };
enum stored	 sheets_stored(const struct sheets *, const struct sheet *,
		    struct project *, const char *round,
		    const struct framework *);

/* The paper sheets of a round, to be asked when the project is closed. */
struct forms;

struct forms	*forms_load(struct project *, const char *round);
int		 forms_has(const struct forms *, const char *number);
void		 forms_free(struct forms *);
/* Say what came of it. */
void	merged_say(const struct merged *, const char *round);

/*
 * The round of this id, if it is one of sheets: not a consensus, not a show of
 * hands.  Else said, and NULL.  Owned by the project.
 */
const char	*round_sheets(struct project *, const char *round);
/*
 * The same, if sheets may be added to it now: it is open, too.  Else said
 * (the nearest id suggested), and NULL.  Owned by the project.
 */
const char	*round_open(struct project *, const char *round);
/*
 * Of a row of rounds.csv: why it takes no sheets, as a message (N_) with room
 * for its id, or NULL; and whether it is open, else the message `late` (N_,
 * with room for its id) is said.
 */
const char	*round_no_sheets(const struct table *rounds, size_t row);
int		 round_still_open(const struct table *rounds, size_t row,
		    const char *late);

#endif
