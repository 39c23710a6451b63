/*
 * A round from open to agreed: what the commands do to the tables.  Each
 * function changes the project in memory only; the command saves.  Faults are
 * said; 0 or -1.
 */
#ifndef CPM_ASSESS_H
#define CPM_ASSESS_H

#include "model/project.h"
#include "model/score.h"

struct assess_open {
	const char	*id, *kind, *method, *votes, *show, *refers_to;
	const char	*invited, *note;	/* NULL: not said */
	const char	*only;			/* dimensions; NULL: all */
	int		 date;
};

/* Make the round, freeze framework and thresholds; says what will be shown. */
int	assess_open(struct project *, const struct assess_open *);
/*
 * The private answers of an open round as votes; fw is the frozen framework.
 */
int	assess_votes(struct project *, const char *round,
	    const struct framework *, struct votes *);
/* The same of sheets that are loaded, and perhaps not all of them. */
int	assess_votes_of(struct project *, const char *round,
	    const struct framework *, const struct table *sheets,
	    struct votes *);
/* Publish, once.  Without any sheet it is refused, unless `empty`. */
int	assess_close(struct project *, const char *round, int empty);

struct assess_agree {
	const char	*round, *what, *score;	/* as typed */
	const char	*evidence, *justification, *by;
	int		 dissent, date;
};

int	assess_agree(struct project *, const struct assess_agree *);
/* The talk is over. */
int	assess_done(struct project *, const char *round);

struct assess_finding {
	const char	*round, *type, *dim, *text, *id;
	int		 again;
};

int	assess_finding(struct project *, const struct assess_finding *);

/*
 * What was done, in words, on standard error: once it is saved (done), or
 * forgotten.
 */
void	assess_said(int done);

/* Whether the round's copy of the framework is whole and as it was frozen. */
int	assess_frozen(struct project *, const char *round);
/*
 * The digest of that copy, as `framework` of rounds.csv holds it; NULL: it is
 * not whole.  The caller frees it.
 */
char	*assess_digest(struct project *, const char *round);

/* The rules across tables that concern rounds, for cpm-check. */
void	assess_check(struct project *);

#endif
