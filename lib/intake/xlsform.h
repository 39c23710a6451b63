/*
 * XLSForm, the spreadsheet that KoboToolbox, ODK and Ona make phone surveys
 * from, as three CSV files: survey, choices, settings.  A round's framework
 * goes out as one, and answers to it come in without a map; a team's own form
 * becomes a pack.  (The format: https://xlsform.org/.)
 */
#ifndef CPM_XLSFORM_H
#define CPM_XLSFORM_H

#include <stddef.h>

#include "model/project.h"

/* What is said before the questions, in one language. */
struct xlsform_said {
	const char	*lang;
	char		**part;		/* ended by NULL: the title, then notes */
};

/*
 * Write DIR/survey.csv, choices.csv and settings.csv, each whole or not at
 * all, for a round as it was frozen or (round NULL) the folder as it is.
 * `said` has an entry for each language of the form, the first one is its
 * default.  A missing DIR is made; another form that is in it is refused.
 * dry: nothing is written, and what would be is said.  0, or -1 (said).
 */
int	xlsform_write(struct project *, const char *round, const char *dir,
	    const struct xlsform_said *said, size_t nsaid, int unit, int dry);

/*
 * Make a pack of the form in `dir`: a project whose tables are in memory
 * (see project_open_new).  lang (NULL: none was asked for) is the language
 * of labels that say none, where the form itself does not.  All that is wrong
 * is said, with file, line and column; NULL then.  The caller closes it.
 */
struct project	*xlsform_read(const char *dir, const char *lang);

/*
 * The name of a question or choice for an id: names of questions begin with a
 * letter or '_' and "meta" is taken, so such an id gets a '_' in front.  The
 * caller frees it.
 */
char	*xlsform_name(const char *id);

/* "Français (fr)", as XLSForm writes a language.  The caller frees it. */
char	*xlsform_lang_words(const char *lang);
/*
 * The two or three letters of a language as met in a form: "Français (fr)",
 * "fr", "French".  buf has 4 bytes.  0, or -1 where nothing tells it.
 */
int	xlsform_lang_code(char *buf, const char *met);

#endif
