/*
 * An iCalendar stream (RFC 5545): all-day events, or to-dos.  Lines end in
 * CRLF and are folded at 75 octets, never inside a character; texts are
 * escaped.  The same facts and day give the same bytes.
 */
#ifndef CPM_ICS_H
#define CPM_ICS_H

#include <stdio.h>

#include "model/calendar.h"

struct ics {
	const char	*name;		/* the calendar's: the team */
	const char	*identity;	/* calendar_identity */
	const char	*lang;		/* two or three letters */
	const char	*level_word;
	int		 today;		/* day of DTSTAMP */
	int		 todo;		/* VTODO, not VEVENT */
};

/*
 * Write the calendar; words in the language in use.  A UID is made of what an
 * item is, its id and the folder's identity: a moved day keeps it, and
 * SEQUENCE counts the moves.  A day with nothing on it is a calendar without
 * entries.
 */
void	ics_write(FILE *, const struct ics *, const struct calendar *);

/*
 * One content line, folded: name, then the value as it is, or escaped as a
 * TEXT (ics_text).
 */
void	ics_line(FILE *, const char *name, const char *value);
void	ics_text(FILE *, const char *name, const char *text);

#endif
