/*
 * The settings of a folder or of a pack: what cpm.csv may say.
 */
#ifndef CPM_SETTINGS_H
#define CPM_SETTINGS_H

#include "table/table.h"

/*
 * Say every row of this cpm.csv that is no setting, or whose value is not
 * allowed.  Keys that begin with x_ are the team's own.  Returns 0, or -1 if
 * something was said.
 */
int	settings_check(const struct table *);

#endif
