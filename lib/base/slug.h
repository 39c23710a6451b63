/*
 * Identifiers and digests.  An id is a slug and four characters of a hash of
 * what was entered: "monthly-cash-count-7k2m".  Two people off line do not
 * collide, and a command typed again finds its own row.  Hashes are SHA-256
 * and HMAC-SHA-256 of nettle.
 */
#ifndef CPM_SLUG_H
#define CPM_SLUG_H

#include <stddef.h>
#include <stdint.h>

#define SLUG_MAX	64		/* longest id */
#define DIGEST_LEN	65		/* 64 hexadecimal digits and the end */

/*
 * An id from a title and from all that was entered (any canonical text of
 * it).  A title without Latin letters gives `fallback` as slug.  The caller
 * frees it.
 */
char	*slug_id(const char *title, const char *fallback, const char *entered);

/* The slug alone, for a file's name; the caller frees it. */
char	*slug_plain(const char *title, const char *fallback);

/* The same for rows named by day: "2026-03-12-visit-p4xe". */
char	*slug_day_id(const char *date, const char *word, const char *entered);

/* Whether s is a well-formed id: [A-Za-z0-9][A-Za-z0-9_-]{0,63}. */
int	slug_ok(const char *s);

/* SHA-256 of n bytes in hexadecimal; buf has DIGEST_LEN bytes; returned. */
const char	*slug_digest(char *buf, const void *bytes, size_t n);

/* The same of bytes that come in pieces; digest_end frees it. */
struct digest;
struct digest	*digest_begin(void);
void		 digest_add(struct digest *, const void *bytes, size_t n);
const char	*digest_end(struct digest *, char *buf);

/*
 * A code for a person: HMAC-SHA-256 of text under key, `n` characters (at
 * most 32) of base 32 without look-alikes, the last a check character.
 * buf has n + 1 bytes; returned.
 */
const char	*slug_code(char *buf, int n, const void *key, size_t key_n,
		    const char *text);
/* Whether the check character of a code of n characters is right. */
int	slug_code_ok(const char *code, int n);

/*
 * A code of 12 characters as a number of 55 bits, in the same order; 0, or -1
 * if it is none.
 */
int	slug_code_key(const char *code, uint64_t *key);

/* n random bytes of the system; ends the program if there are none. */
void	slug_random(void *buf, size_t n);

#endif
