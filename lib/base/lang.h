/*
 * The language that sentences are said in.  Every sentence is an English
 * message id; share/locale/ holds its French.  Neither the C library's
 * locale nor LC_NUMERIC is ever asked: numbers look the same everywhere, and
 * French works where no French locale is installed.
 */
#ifndef CPM_LANG_H
#define CPM_LANG_H

#include <libintl.h>

#define _(s)	lang_say(s)
#define N_(s)	(s)		/* marks a sentence that is translated later */

/*
 * Find the language of messages from LANGUAGE, LC_ALL, LC_MESSAGES and LANG,
 * in gettext's order, and open the catalogue.  Call once, first.
 */
void	lang_init(void);

/*
 * Say sentences in `lang` ("en", "fr") from here on, until the next call;
 * NULL goes back to the user's own.  Returns 0, or -1 when there is no
 * catalogue for it (English is used then).
 */
int	lang_use(const char *lang);

/* The two letters in force, "en" where nothing was asked for.  Static. */
const char	*lang_now(void);

/* Whether there is a catalogue for these two letters (or it is "en"). */
int	lang_known(const char *lang);

/* A sentence in the language in force. */
const char	*lang_say(const char *) __attribute__((format_arg(1)));

/* The values of a column with their words (N_), up to a value of NULL. */
struct lang_word {
	const char	*value, *words;
};
/* The words of one, translated; the value itself where it is none of them. */
const char	*lang_word(const struct lang_word *, const char *value);

#endif
