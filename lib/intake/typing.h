/*
 * What is typed in by hand, at a terminal or through a pipe: lines, and what
 * they name.  Nothing that stands in them is ever quoted.
 */
#ifndef CPM_TYPING_H
#define CPM_TYPING_H

#include <stdio.h>

#include "base/msg.h"
#include "intake/words.h"

/*
 * Ask `prompt` on talk and read a line without its end, trimmed; again
 * where it is no UTF-8.  NULL at the end of input.  The caller frees it.
 */
char	*typing_line(FILE *in, FILE *talk, const char *prompt);
/*
 * Read all of a pipe into `all`.  0, or -1 (said): broken, no text, too long,
 * or nothing, for which `nothing` (N_()) is said.
 */
int	typing_slurp(struct str *all, FILE *in, const char *shown,
	    const char *nothing);
/* No criterion is called `name`: said, with the nearest id. */
void	typing_unknown(const struct framework *, const struct place *,
	    const char *name);
/* Whether a header is this word, in either language. */
int	typing_named(const char *header, const char *en, const char *fr);

#endif
