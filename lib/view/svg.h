/*
 * SVG on a FILE that cannot be broken or made active by what it holds: text
 * and attribute values are escaped, characters that XML does not allow become
 * U+FFFD, and lengths are hundredths of a pixel (an int) printed with two
 * fixed decimals.  The caller puts each element on a line of its own.
 */
#ifndef CPM_SVG_H
#define CPM_SVG_H

#include <stdint.h>
#include <stdio.h>

#define SVG_PX	100

/*
 * n bytes for an element's content or an attribute's value: & < > " ' are
 * escaped, controls, U+FFFE, U+FFFF and broken bytes become U+FFFD, tab and
 * line ends a blank.
 */
void	svg_escape(FILE *, const char *s, size_t n);

/*
 * Print by fmt, whose own text must be clean: %n a length, %t a text (escaped
 * as above), %r a string that is known to be clean, %d an int, %% a percent
 * sign.  Anything else is a mistake of the program and ends it.
 */
void	svg_put(FILE *, const char *fmt, ...);

/*
 * The sine of turn/whole of a full circle times 1,000,000,000 (turn of either
 * sign, whole > 0), without libm, so that every machine draws the same bytes.
 */
int64_t	svg_sine(int64_t turn, int64_t whole);

#endif
