/*
 * Role words of the plan ("treasurer"), and who stands behind them.  Names
 * are in the private people.csv only; they come out of here for one page that
 * stays private, and for nothing else.
 */
#ifndef CPM_ROLES_H
#define CPM_ROLES_H

#include "model/plan.h"

/*
 * Whether a cell names this role: it, or one of several separated by commas,
 * semicolons or slashes.  Case, accents and blanks do not matter.
 */
int	roles_has(const char *cell, const char *role);

/*
 * Whether a page with names may go where a command was told to write: to a
 * file (-o), which no work tree of git would commit.  0, or -1 (said).
 */
int	roles_file_ok(const struct cmd *);

/*
 * Put names beside the roles of the plan's owners: "treasurer (Amina M.)".
 * The strings live in the plan's arena.  That nobody was found is remarked on.
 * 0, or -1 if the private table was bad (said).
 */
int	roles_name(struct plan *, struct project *);
/* What heads such a page, translated. */
const char	*roles_warning(void);

#endif
