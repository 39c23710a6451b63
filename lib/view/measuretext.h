/*
 * Indicators and their values for the eye and for pipes.  Words are in the
 * language in use.
 */
#ifndef CPM_MEASURETEXT_H
#define CPM_MEASURETEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/indicator.h"

/*
 * As CSV and JSON: id,ref,label,unit,direction,baseline,baseline_on,target,
 * target_on,value,value_on,achieved,frequency,source,owner; value is the
 * latest.  As a table: shorter, with the achievement in words.
 */
void	measuretext_indicators(FILE *, enum form, const struct indicators *);

/*
 * Values over time: indicator,label,date,source,value,unit,achieved.  only:
 * index of one indicator, n for all.
 */
void	measuretext_values(FILE *, enum form, const struct indicators *,
	    size_t only);

#endif
