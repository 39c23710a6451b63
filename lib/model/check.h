/*
 * Every fault in every file of a folder, in one run: the tables themselves
 * (by loading them), the settings, references between tables, visibility,
 * the private folder, and the rules of rounds, plan and log.
 */
#ifndef CPM_CHECK_H
#define CPM_CHECK_H

#include "model/project.h"

/* Say all faults.  The project was opened with PROJECT_CHECK. */
void	check_all(struct project *);

/*
 * Look for what could name a person in committed tables and notes: e-mail
 * addresses, telephone numbers, names of the private people.csv.  Places are
 * said, values are not.
 */
void	check_privacy(struct project *);

/*
 * Mend what needs no judgement: a missing line end at the end of a table,
 * modes of the private folder.  The project was opened with PROJECT_WRITE.
 * Faults are not said here: check_all names them all.  dry: say what would
 * be mended.
 */
void	check_fix(struct project *, int dry);

#endif
