/*
 * Sheets that wait (spool.h) into responses.csv of the private folder, which
 * is read and written as a stream: what does not change is copied as it is,
 * a changed sheet's rows stay where they are, its new rows right behind them,
 * and new sheets come at the end in the order of their codes, so that the file
 * does not tell who came when.
 */
#ifndef CPM_MERGE_H
#define CPM_MERGE_H

#include "intake/stock.h"

/*
 * Faults are said.  The new file is in the project's change set, for
 * project_save.  0, or -1 (said): nothing is to be saved then.
 */
int	sheets_merge(struct sheets *, struct stock *, struct project *,
	    const struct framework *, struct merged *);

#endif
