/*
 * Codes of sheets and persons: a keyed hash (HMAC) under the key of the
 * private folder, with a last character that checks the others.  The same
 * name gives the same code on any day; nobody gets from the code to the name.
 */
#ifndef CPM_CODE_H
#define CPM_CODE_H

#include "model/project.h"

#define CODE_LEN	12	/* characters, the last checks the others */

/*
 * The private key.  Made (and put into the change set) where there is none.
 */
struct key {
	unsigned char	*bytes;
	size_t		 n;
};
int	key_load(struct key *, struct project *);	/* 0, or -1 (said) */
void	key_free(struct key *);

/* Codes; each buf has CODE_LEN + 1 bytes. */
void		 code_copy(char *to, const char *from);
const char	*code_of(char *buf, const struct key *, const char *space,
		    const char *name);
/* Of a number that is unique within a round only. */
const char	*code_of_plain(char *buf, const struct key *,
		    const char *round, const char *number);
/* A paper sheet's: over round and form number (blanks and case put aside). */
const char	*code_of_form(char *buf, const struct key *, const char *round,
		    const char *number);

/* The code of the submission behind "kobo:CODE" in `source`, or NULL. */
const char	*code_sub(const char *source);

#endif
