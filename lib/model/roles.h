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
 * Put names beside the roles of the plan's owners: "treasurer (Amina M.)".
 * The strings live in the plan's arena.  The number of cells that got a name.
 */
size_t	roles_name(struct plan *, struct project *);

#endif
