/*
 * The log for the eye and for pipes.  What is private shows here only as a
 * row without its words ("private"); logtext_show alone prints them.
 */
#ifndef CPM_LOGTEXT_H
#define CPM_LOGTEXT_H

#include <stdio.h>

#include "base/opt.h"
#include "model/log.h"

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

/* One row whole, as lines, and its prose (NULL: none) below. */
void	logtext_show_contact(FILE *, const struct log_contact *,
	    const char *prose);
void	logtext_show_seen(FILE *, const struct log_seen *);
void	logtext_show_lesson(FILE *, const struct log_lesson *);

#endif
