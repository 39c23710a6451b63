/*
 * UTF-8: is it valid, how wide is it, where may it break, what is it in lower case.
 * All by libunistring, independent of the C library's locale.
 */
#ifndef CPM_UTF_H
#define CPM_UTF_H

#include <stddef.h>

/*
 * The offset of the first byte that is not valid UTF-8 (overlong, surrogate,
 * beyond U+10FFFF included), or n where all is well.
 */
size_t	utf_valid(const char *s, size_t n);

/* Columns on a terminal; controls count 0. */
int	utf_width(const char *s);

/*
 * Break s into lines of at most `width` columns at real break opportunities
 * (UAX 14; U+00A0 and U+202F hold together); a word wider than that stands alone on its line.
 * emit() gets each line without its trailing blanks.
 */
void	utf_wrap(const char *s, int width,
	    void (*emit)(const char *line, size_t n, void *arg), void *arg);

/*
 * Case folded, blanks (U+00A0, U+202F too) squeezed to one and trimmed,
 * typographic apostrophes and “ ” made straight, composed (NFC): for comparing labels and headers.
 * The caller frees it.
 */
char	*utf_fold(const char *s);

/* The same without accents either: "Échéance" is "echeance". */
char	*utf_plain(const char *s);
/* Whether two texts are one so (an empty one is like none); whether `text` has these words in it. */
int	utf_alike(const char *a, const char *b);
int	utf_has(const char *text, const char *words);

/* A copy whose first letter is a capital.  The caller frees it. */
char	*utf_capital(const char *s);

/*
 * Bytes of CP1252 as UTF-8; the five unassigned bytes become U+FFFD.
 * *out_n is the length.  The caller frees it.
 */
char	*utf_from_cp1252(const char *s, size_t n, size_t *out_n);

/* Whether the first strong character of s reads from right to left. */
int	utf_is_rtl(const char *s);

#endif
