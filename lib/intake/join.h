/*
 * Sheets that were taken in on another computer come to those that are here.
 *
 * The same sheet is there once.  What was forgotten on either side is gone on
 * both.  Where one sheet has other answers on the two sides nobody can tell
 * which is the later, so that it is a fault, unless a side is chosen.
 */
#ifndef CPM_JOIN_H
#define CPM_JOIN_H

#include "intake/bundle.h"
#include "intake/sheets.h"

enum join_side { JOIN_NEITHER, JOIN_OURS, JOIN_THEIRS };

/* What became of a round. */
struct joined_round {
	const char	*id;
	struct merged	 m;
	unsigned long	 hands, hands_same;	/* counts */
	unsigned long	 hands_forgotten;	/* here, left out */
	unsigned long	 hands_gone;		/* there, deleted here */
	unsigned long	 kept;		/* other answers: ours stay */
	unsigned long	 late;		/* the round is closed */
	unsigned long	 back;		/* of a closed one, lost here */
	unsigned long	 gone;		/* forgotten there, deleted here */
	int		 voted;		/* it has votes in the file */
	struct joined_round *next;
};

struct joined {
	struct joined_round	*rounds;
	unsigned long		 marks;		/* new here */
	int			 key_taken;	/* there was none in use */
	int			 two_keys;	/* first met now */
	int			 key_only;	/* the file has no votes */
	struct arena		 arena;
};

/*
 * Bring them into the project's tables, to be saved by project_save; all
 * faults are said, by line and without a value.  0, or -1.  What came of it
 * is said by joined_say, once it is saved; joined_free in either case.
 */
int	sheets_join(struct project *, const struct bundle *, enum join_side,
	    struct joined *);
void	joined_say(const struct joined *);
void	joined_free(struct joined *);

#endif
