/*
 * Codes of sheets and persons: a keyed hash (HMAC) under the key of the
 * private folder, with a last character that checks the others.  The same
 * name gives the same code on any day; nobody gets from the code to the name.
 */
#ifndef CPM_CODE_H
#define CPM_CODE_H

#include "model/project.h"

#define CODE_LEN	12	/* characters, the last checks the others */
#define CODE_KEY_MIN	16	/* bytes that a key has at least */
/* Stands in forgotten.csv for the hands of a round; never a sheet's code. */
#define CODE_HANDS	"hands"

/*
 * The private key, and those of other computers whose sheets were joined
 * (the file `keys`, one a line).  Codes are made with the folder's own; what
 * is stored or forgotten under another one is known by that code, so that
 * whoever asks need not care.
 */
struct key {
	unsigned char	*bytes;
	size_t		 n;
	struct key	*more;		/* the others */
	size_t		 nmore;
	struct kept	*kept;		/* codes that stand there, if others */
};
/* Made (and put into the change set) where there is none.  0, or -1 (said). */
int	key_load(struct key *, struct project *);
void	key_free(struct key *);
/*
 * One of them alone: 0 the folder's own, up to nmore; it belongs to k and is
 * not freed.
 */
struct key	key_alone(const struct key *k, size_t i);

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

/*
 * The code of the submission behind "kobo:CODE" in `source`, the sheet of a
 * person; or NULL.
 */
const char	*code_sub(const char *source);
/*
 * That one, and those of "kobo CODE CODE": the other names of a sheet whose
 * own code is one of its submission.  Gives the next one into buf and where
 * to go on, or NULL behind the last:
 *	for (s = source; (s = code_names(s, buf)) != NULL;)
 */
const char	*code_names(const char *source, char *buf);

#endif
