/*
 * Who moves with whom: threads around a circle, and an arrow from each to
 * those that move with it.
 */
#ifndef CPM_WEBLINKS_H
#define CPM_WEBLINKS_H

#include <stdio.h>

#include "view/web.h"

/* As web_draw, web_text and web_words where the mode is WEB_LINKS. */
void	weblinks_draw(FILE *, const struct web *);
void	weblinks_text(FILE *, const struct web *);
char	*weblinks_words(const struct web *);

/*
 * Read a table with the columns from, to and strength (1 to 3; where there
 * is none, all are 2), and from_label and to_label where there are any; of
 * several cycles those of the last line's.  A line with a from and nothing
 * else is a thread that moves none.  Threads stand as they begin lines.
 * `chosen`: ids or labels, divided by commas, or NULL.  any: more threads than
 * a picture holds, to be told.  0, or -1 (said).
 */
int	weblinks_read(struct web *, const char *path, const char *shown,
	    const char *chosen, int any);

#endif
