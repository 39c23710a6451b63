/*
 * Questions to a person at a terminal.  Nobody is asked elsewhere, and never
 * while the project is locked.
 */
#ifndef CPM_ASK_H
#define CPM_ASK_H

#include "base/opt.h"

/* Whether somebody can be asked: standard input and error are terminals. */
int	ask_can(void);

/*
 * Ask on standard error (`question` is translated) and read a line from
 * standard input.  Blanks around are left out; NULL where the answer is
 * empty.  The caller frees it.
 */
char	*ask(const char *question);

/*
 * The value of a verb's option, or at a terminal an answer to the question
 * (translated), which lives until the program ends; NULL where there is
 * neither.
 */
const char	*ask_or_opt(struct cmd *, const char *name,
		    const char *question);
/*
 * The same; an answer of which `fits` says no (and why) is asked for again.
 * What was typed as an option is not looked at here.
 */
const char	*ask_until(struct cmd *, const char *name,
		    const char *question, int (*fits)(const char *, void *),
		    void *arg);
/* The same for what a verb cannot do without: where it is NULL, misuse. */
const char	*ask_need(struct cmd *, const char *name, const char *question);

#endif
