/*
 * Additions to the log: contacts, small changes, lessons.  `private` rows go
 * to the private folder's table of the same name, their prose to its notes/.
 * As in planedit.h the caller saves; 0, or -1 when a fault was said.
 */
#ifndef CPM_LOGEDIT_H
#define CPM_LOGEDIT_H

#include "model/edit.h"
#include "model/log.h"

/*
 * A contact of today, or of the date in en.  en: columns of log.  prose (NULL: none) becomes
 * notes/ID.md.
 */
int	log_add(struct edit *, int private, const char *prose,
	    struct entry *en);

/* A small change seen today.  en: columns of small-changes. */
int	log_add_seen(struct edit *, int private, struct entry *en);

/* A lesson, practice or tool as noted.  en: columns of lessons. */
int	log_add_lesson(struct edit *, int private, struct entry *en);

/*
 * Take a lesson further: "chosen" (for the open cycle; at most
 * lessons_per_cycle of them; needs new_practice, owner and check_on, from
 * before or in en), "applied", "verified" (not before its check_on),
 * "dropped".
 */
int	log_lesson_to(struct edit *, const char *lesson, const char *state,
	    struct entry *en);

#endif
