/*
 * The questionnaire to print: what will be shown of the answers and to whom,
 * then the groups, the scale and the statements, in one language or two.  It
 * has room for a number and none for a name.
 */
#ifndef CPM_FORM_H
#define CPM_FORM_H

#include "model/project.h"
#include "view/doc.h"

/*
 * The form of a round as it was frozen, or (round NULL) of the folder as it
 * is.  lang NULL: the folder's own; second NULL: one language only.  NULL
 * (said) on failure; doc_free ends it.  The language of sentences is
 * the same after it as before.
 */
struct doc	*form_make(struct project *, const char *round,
		    const char *lang, const char *second);

/*
 * What stands before the questions (what is asked, what will be shown and to
 * whom, what may be guessed) in one language as plain text, for a form on a
 * phone: an array of parts ended by NULL, each with its heading on the first
 * line.  NULL (said) on failure; form_said_free ends it.
 */
char	**form_said(struct project *, const char *round, const char *lang);
void	  form_said_free(char **);

#endif
