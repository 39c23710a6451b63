/*
 * A participant's logbook: a page for each day, with what it taught, how it
 * felt, what moved.  It is prose that its writer keeps in any editor, in the
 * private folder's logbook/WHO.md or anywhere else; nothing but the verbs
 * logbook and harvest of cpm-log reads it, and no message quotes it.
 *
 *	## 15 February 2026
 *
 *	### Teaching
 *	Ask before advising.
 *
 *	Feeling: heard at last
 *
 * A heading (or a line of its own) that holds a date begins a day: ISO,
 * 15/02/2026, or in words of either language; without a year it is that of
 * the day above, or the one next to it that lies nearer.  A heading or a word with a
 * colon (in bold or not) begins a part: teaching, feeling, progress and words
 * like them in either language.  Each paragraph and each item of a list is one
 * line of the thread; what no part heads is kept beside the three.
 */
#ifndef CPM_LOGBOOK_H
#define CPM_LOGBOOK_H

#include <stddef.h>

#include "base/mem.h"
#include "base/msg.h"

enum logbook_part { LOGBOOK_TEACHING, LOGBOOK_FEELING, LOGBOOK_PROGRESS,
    LOGBOOK_OTHER };
#define LOGBOOK_PARTS	4

struct logbook_item {
	int		 day;			/* DATE_NONE: before any */
	enum logbook_part part;
	const char	*text;			/* on one line */
	long		 line;			/* where it begins */
	int		 number;	/* 1, 2 …, thread by thread: teachings
					 * first, each by day */
};

struct logbook {
	struct logbook_item *items;		/* by number */
	size_t		 n;
	int		 last;		/* day under which the text ends */
	struct arena	 arena;
};

/*
 * Read it.  order: 'd' or 'm', what 05/02/2026 means.  Days that no calendar
 * has are faults at their line, and what stands below is of no day; text
 * before the first day is a remark; all of it is read all the same.  0, or
 * -1; free it either way.
 */
int	logbook_read(struct logbook *, const char *text, const char *shown,
	    int order);
void	logbook_free(struct logbook *);

/* "Teaching" …, translated. */
const char	*logbook_part_words(enum logbook_part);

/*
 * The logbook with these texts (NULL: none) under `day`, in the language in
 * use; have NULL: a new one.  NULL where all of it stands under that day
 * already.  The caller frees it.
 */
char	*logbook_add(const char *have, int order, int day,
	    const char *const texts[LOGBOOK_PARTS]);

/*
 * What was typed in one piece, of which `at` is the first line, taken apart
 * by its labels into texts (in the arena; NULL where there is none).  0, or
 * -1 where it holds days of its own (said).
 */
int	logbook_split(const char *typed, struct place at, struct arena *,
	    const char *texts[LOGBOOK_PARTS]);

#endif
