/*
 * The mentor's log as facts: contacts, small changes that somebody saw, and
 * lessons, practices and tools.  Rows that are private live in the table of
 * the same name in the private folder; they are read only where asked for,
 * and no report asks.
 *
 * Dates are days (DATE_NONE where empty), strings "" where empty.  All live
 * until log_free and the project's close, whichever comes first.
 */
#ifndef CPM_LOG_H
#define CPM_LOG_H

#include <stddef.h>

#include "base/mem.h"
#include "model/project.h"

struct log_contact {
	const char	*id, *author, *mode, *theme, *refs, *summary, *agreed;
	const char	*visibility;
	int		 date;
	int		 minutes, persons, women;	/* -1: not said */
	const char	*prose;		/* of log_prose, else NULL */
	int		 private;
	size_t		 row;			/* in its table */
};

struct log_seen {
	const char	*id, *seen_by, *what, *for_whom, *ref, *evidence;
	const char	*visibility;
	int		 date;
	int		 private;
	size_t		 row;
};

struct log_lesson {
	const char	*id, *ref, *kind, *happened, *assumed, *now_know;
	const char	*applies_when, *new_practice, *how_to, *file, *owner;
	const char	*state, *cycle, *theme, *taken_from, *visibility;
	int		 check_on;
	int		 private;
	size_t		 row;
};

/* By date, then in the file's order (lessons: the file's order). */
struct log_book {
	struct log_contact *contacts;
	size_t		 ncontacts;
	struct log_seen	*seen;
	size_t		 nseen;
	struct log_lesson *lessons;
	size_t		 nlessons;
	struct arena	 arena;
};

/*
 * Read it.  `private`: with the rows of the private folder (cpm-log only).
 * Returns 0, or -1 if a table was bad (said); free it either way.
 */
int	log_load(struct log_book *, struct project *, int private);
void	log_free(struct log_book *);
/* Read the prose of the contacts loaded too, to look for words in it. */
void	log_prose(struct log_book *, struct project *);

/* Contacts as facts, over since…until (DATE_NONE: open). */
#define LOG_MODES	11

struct log_totals {
	size_t		 contacts, seen;
	size_t		 by_mode[LOG_MODES];	/* in the order of log_mode */
	long		 minutes;		/* of those that say so */
	size_t		 with_minutes;
};

/* The i-th mode as in the table ("visit"), NULL behind the last. */
const char	*log_mode(size_t i);
/* The other way; LOG_MODES where it is none of them. */
size_t		 log_mode_index(const char *mode);
/* For people, translated: "visit", "document review" … */
const char	*log_mode_words(const char *mode);
const char	*log_kind_words(const char *kind); /* lesson practice tool */
const char	*log_state_words(const char *state);	/* noted chosen … */

void	log_totals(const struct log_book *, int since, int until,
	    struct log_totals *);

/* The prose of a contact: "notes/ID.md" below root or private folder; the
 * caller frees it. */
char	*log_note_path(const char *id);

/* What a listing keeps; NULL and DATE_NONE keep all. */
struct log_filter {
	const char	*author, *mode, *theme;
	const char	*ref;		/* "action:ID", ID or its beginning */
	int		 ref_whole;	/* and no longer one that begins so */
	const char	*words;		/* anywhere in the row's texts */
	int		 since, until;
	int		 peers;		/* contacts between peers only */
	const char	*state;		/* of lessons and difficulties */
	const char	*kind;		/* of lessons */
};

/*
 * Whether one of `refs` begins with `ref` (or, whole, is it), with or without
 * its table's word; NULL: any.
 */
int	log_refers(const char *refs, const char *ref, int whole);

/* Whether a contact is one between peers: exchange, co-facilitation, mutual
 * training, job shadowing. */
int	log_is_peer(const char *mode);

/* Case and accents do not matter.  A lesson has no date: since and until
 * look at its check_on. */
int	log_contact_fits(const struct log_contact *, const struct log_filter *);
int	log_seen_fits(const struct log_seen *, const struct log_filter *);
int	log_lesson_fits(const struct log_lesson *, const struct log_filter *);
/* Whether a day is one of the filter's; whether the words stand in one of the
 * texts (NULL ends them; no words stand everywhere). */
int	log_within(int date, const struct log_filter *);
int	log_has(const char *const *texts, const char *words);

/*
 * Every rule that hand edits of log, small changes, lessons, difficulties and
 * stories can break.
 */
void	log_check(struct project *);

#endif
