/* Text for a terminal, a mail or the wall: wrapped, and behind something. */
#ifndef CPM_PROSE_H
#define CPM_PROSE_H

#include <stdio.h>

#define PROSE_WIDTH	78	/* columns of a line */

/*
 * Text, made safe for a terminal (msg_clean), behind `first`, which may be
 * blanks or a mark; the lines after the first behind as many blanks.
 */
void	prose_put(FILE *, const char *first, const char *text);
/* The same, the lines after the first behind `hang` blanks. */
void	prose_hang(FILE *, const char *first, int hang, const char *text);

#endif
