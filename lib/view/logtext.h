/*
 * The log for the eye and for pipes.  What is private shows here only as a
 * row without its words ("private"); logtext_row alone prints them.
 */
#ifndef CPM_LOGTEXT_H
#define CPM_LOGTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/difficulty.h"
#include "model/log.h"
#include "model/rhythm.h"
#include "model/story.h"

/*
 * id,date,mode,author,theme,minutes,persons,women,refs,summary,agreed,
 * visibility
 */
void	logtext_contacts(FILE *, enum form, const struct log_book *,
	    const struct log_filter *);
/* id,date,seen_by,what,for_whom,ref,evidence,visibility */
void	logtext_seen(FILE *, enum form, const struct log_book *,
	    const struct log_filter *);
/*
 * id,kind,state,cycle,theme,now_know,new_practice,owner,check_on,taken_from,
 * visibility
 */
void	logtext_lessons(FILE *, enum form, const struct log_book *,
	    const struct log_filter *);

/*
 * id,date,state,category,severity,what,raised_by,assigned_to,due,answer,
 * answered_on,closed_on,visibility
 */
void	logtext_difficulties(FILE *, enum form, const struct difficulties *,
	    const struct log_filter *);
/*
 * id,date,domain,actor,text,contribution,consent,selected_by,selected_why,
 * visibility
 */
void	logtext_stories(FILE *, enum form, const struct stories *,
	    const struct log_filter *);

/*
 * Contacts counted by "mode", "theme", "author" or "month":
 * BY,contacts,minutes,persons,women.  Modes in the schema's order, months as
 * they follow, else most first.  Theme and author of a
 * private one are not said.
 */
void	logtext_counts(FILE *, enum form, const struct log_book *,
	    const struct log_filter *, const char *by);

/*
 * One row whole: as lines, in Markdown, or all its cells as CSV or JSON; with
 * its prose (NULL: none), and what in the log refers to it.
 */
void	logtext_row(FILE *, enum form, const struct table *, size_t row,
	    const char *prose, const struct log_book *);

struct list;

/*
 * What is longer ago than agreed: a sentence; or as a line of *list, which is
 * begun where it is NULL: team,what,last,days,agreed,state{late,long}.
 */
void	logtext_rhythm(FILE *, enum form, struct list **, struct project *,
	    const struct rhythm *);

#endif
