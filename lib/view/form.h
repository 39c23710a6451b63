/*
 * What is printed the evening before a round.  The questionnaire: what will
 * be shown of the answers and to whom, then the groups, the scale and the
 * statements; it has room for a number and none for a name.  Then, once for
 * the team, a sheet to count on and a web to draw on by hand.  Each begins a
 * page of its own, in one language or two.
 */
#ifndef CPM_FORM_H
#define CPM_FORM_H

#include "model/project.h"
#include "view/doc.h"

enum form_part {
	FORM_QUESTIONS = 1,
	FORM_TALLY = 2,
	FORM_WEB = 4
};

struct form_ask {
	const char	*round;		/* as typed; NULL: the folder as it is */
	const char	*lang;		/* NULL: the folder's own */
	const char	*second;	/* NULL: one language only */
	unsigned	 parts;		/* enum form_part; 0: all that there are */
	int		 drawn;		/* becomes a page that can hold a
					 * drawing */
};

/*
 * The form of a round as it was frozen, or of the folder as it is.  Where all
 * parts are meant, the web is left out if it cannot be drawn (no drawing,
 * scales that differ, too few or too many threads), and the tally sheet in a
 * consensus; asked for by name, that is a fault.  NULL (said) on failure;
 * doc_free ends it.  The language of sentences is the same after it as
 * before.
 */
struct doc	*form_make(struct project *, const struct form_ask *);

/*
 * What stands before the questions (what is asked, what will be shown and to
 * whom, what may be guessed) in one language as plain text, for a form on a
 * phone: an array ended by NULL, first the title, then the parts, each with
 * its heading on the first line.  NULL (said) on failure; form_said_free ends it.
 */
char	**form_said(struct project *, const char *round, const char *lang);
void	  form_said_free(char **);

#endif
