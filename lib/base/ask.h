/*
 * Questions to a person at a terminal.  Nobody is asked elsewhere, and never
 * while the project is locked.
 */
#ifndef CPM_ASK_H
#define CPM_ASK_H

/* Whether somebody can be asked: standard input and error are terminals. */
int	ask_can(void);

/*
 * Ask on standard error (`question` is translated) and read a line from
 * standard input.  Blanks around are left out; NULL where the answer is
 * empty.  The caller frees it.
 */
char	*ask(const char *question);

#endif
