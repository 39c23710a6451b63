/*
 * Sheets on their way into responses.csv of the private folder: known by a
 * keyed code, so that the same sheet given twice is there once.
 *
 * A sheet's code is an HMAC, under the private key, of what its submission is
 * called (or of round and form number for paper).  The same code comes from
 * the same file, on any day; nobody gets from the code back to the name.
 *
 * responses.csv has one row for each criterion that the source asks for, with
 * an empty score where it was skipped; the rows of a sheet stand together.
 */
#ifndef CPM_SHEETS_H
#define CPM_SHEETS_H

#include "intake/code.h"
#include "intake/words.h"

struct sheet {
	char		 code[CODE_LEN + 1];	/* "" until sheets_take */
	int		 person;		/* it is a person's, who may be
						 * in several rounds */
	char		 sub[CODE_LEN + 1];	/* then: of the submission */
	int		 waits;			/* without answers it is a line
						 * of a grid that nobody typed
						 * into: it changes nothing */
	char		 alias[3][CODE_LEN + 1]; /* other names of the same */
	/*
	 * Known by a plain number, which every file may begin again from 1:
	 * the code is this round's, and these are what it would be in the
	 * other rounds, ended by an empty one.  NULL: by a number that no
	 * other submission has.
	 */
	char		 (*plain)[CODE_LEN + 1];
	long		 line;			/* in the file it came from */
	size_t		 group;			/* WORDS_NONE: none */
	int		 day;			/* DATE_NONE */
	const char	*unit;
	int16_t		*score;			/* by criterion */
	const char	**comment;		/* by criterion; NULL: none */
};

struct sheets {
	struct sheet	*v;
	size_t		 n, cap;
	size_t		 ncrit;
	unsigned char	*covered;	/* criteria that the source has */
	int		 has_group, has_date, has_unit;	/* the source says them */
	const char	*source;	/* "kobo", "grid", "paper" … */
	const char	*shown;		/* where the lines are, for messages */
	struct arena	 arena;
};

struct merged {
	unsigned long	added, changed, same;	/* sheets */
	unsigned long	elsewhere;	/* counted in another round */
	unsigned long	forgotten;
	unsigned long	doubtful;	/* of added: by a plain number that
					 * another round forgot */
	unsigned long	blank;		/* without any answer */
	unsigned long	renumbered;	/* of changed: by a plain number */
	unsigned long	ungrouped;	/* the source says groups, not theirs */
};

void		 sheets_begin(struct sheets *, size_t ncrit,
		    const char *source);
void		 sheets_free(struct sheets *);
/* A new sheet, everything skipped. */
struct sheet	*sheets_add(struct sheets *, long line);
void		 sheets_comment(struct sheets *, struct sheet *, size_t crit,
		    const char *text);

/*
 * Take them into responses.csv for this round.  Changes are in the project's
 * tables, to be saved by project_save; faults are said.  Sheets are put into
 * the order of their codes, so that the file does not tell who came when.
 */
void	sheets_merge(struct sheets *, struct project *, const char *round,
	    const struct framework *, struct merged *);
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
 * The round of this id, if sheets may be added to it now: open, not a
 * consensus, not a show of hands.  Else said (the nearest id suggested), and
 * NULL.  Owned by the project.
 */
const char	*round_open(struct project *, const char *round);

#endif
