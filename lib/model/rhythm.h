/*
 * Who has been without contact longer than agreed: the team with its mentor
 * (rhythm_days), the focal team with itself (team_rhythm_days).
 */
#ifndef CPM_RHYTHM_H
#define CPM_RHYTHM_H

#include "model/log.h"

struct rhythm {
	int	 meetings;	/* the focal team's own; else contacts */
	int	 agreed;	/* days at most */
	int	 last;		/* the last one, today at the latest;
				 * DATE_NONE: there was none */
	int	 from;		/* the day counted from: it, or the first day
				 * of the open cycle */
	int	 days;		/* since then */
	int	 long_past;	/* more than one and a half times `agreed` */
};

/*
 * What is longer ago than agreed, at most two.  A contact is any row of the
 * log but a team meeting, a private one too; where there was none, the open
 * cycle's first day counts.  A team whose cycles are all closed waits for
 * nobody.  Meetings are asked for where cpm.csv says their rhythm or one was
 * ever noted.  How many, or -1 (said): a table is bad.
 */
int	rhythm_load(struct rhythm out[2], struct project *);

#endif
