/*
 * Additions to the log: contacts, small changes, lessons, difficulties,
 * stories.  `private` rows go
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

/*
 * What e noted in the shared `table`, and its prose (NULL: none): the name,
 * address or number of a person in it is worth a remark.  Nothing where the
 * row is private.
 */
void	log_look(struct edit *, const char *table, const char *prose);

/* A small change seen today.  en: columns of small-changes. */
int	log_add_seen(struct edit *, int private, struct entry *en);

/* A lesson, practice or tool as noted.  en: columns of lessons. */
int	log_add_lesson(struct edit *, int private, struct entry *en);

/*
 * What a lesson that is noted lacks to be chosen, a letter each: 'n' the new
 * practice, 'o' the owner, 'c' the day of its check; buf has 4 bytes.  0, or
 * -1 (said).
 */
int	log_choose_lacks(struct edit *, const char *lesson, char *buf);

/*
 * Take a lesson further: "chosen" (for the open cycle; at most
 * lessons_per_cycle of them; needs new_practice, owner and check_on, from
 * before or in en), "applied", "verified" (not before its check_on),
 * "dropped".
 */
int	log_lesson_to(struct edit *, const char *lesson, const char *state,
	    struct entry *en);

/*
 * Somebody took a lesson, practice or tool up: a small change that refers to
 * it.  en: columns of small-changes (for_whom: who it is; what: in which
 * words, made where none were typed).
 */
int	log_lesson_taken_up(struct edit *, const char *lesson,
	    struct entry *en);

/*
 * Correct a lesson, difficulty or story (`word`): what was typed replaces
 * what stands there, empty words empty a cell.  The rules hold afterwards.
 */
int	log_set(struct edit *, const char *word, const char *typed,
	    struct entry *en);

/*
 * What a listing of `table` should keep by --ref: *ref (the caller frees it)
 * is one thing, `whole`, where `typed` means one by id or title, or else the
 * beginning that some of its rows refer to.  0, or -1 (said).
 */
int	log_ref_meant(struct edit *, const char *table, const char *typed,
	    char **ref, int *whole);

/* A difficulty raised today.  en: columns of difficulties. */
int	log_add_difficulty(struct edit *, int private, struct entry *en);
/* The rules of one row, as a command meets them: 0, or -1 (said). */
int	log_difficulty_ok(const struct table *, size_t row);
/*
 * Answer it (en: answer, needed), or close it, today (an answer may come with
 * it).  Another answer than is there is refused.
 */
int	log_difficulty_answer(struct edit *, const char *difficulty,
	    struct entry *en);
int	log_difficulty_close(struct edit *, const char *difficulty,
	    struct entry *en);

/*
 * A story told today.  en: columns of stories.  Without consent it goes to the
 * private folder; told again with it, it moves to the shared one.
 */
int	log_add_story(struct edit *, int private, struct entry *en);
/* Somebody chose it (en: selected_by and selected_why, both needed). */
int	log_story_select(struct edit *, const char *story, struct entry *en);
/*
 * Its teller agrees that others read it: it moves to the shared folder (en:
 * visibility).  Or no longer: it moves back, and git's history is spoken of.
 */
int	log_story_share(struct edit *, const char *story, struct entry *en);
int	log_story_withdraw(struct edit *, const char *story);

#endif
