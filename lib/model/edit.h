/*
 * What commands that change the plan and the log have in common: values as
 * they were typed become canonical or a fault; a row is found by its id, the
 * beginning of it or words of its title; the id of a new row follows from
 * what was entered; what there is to say is said after the save.
 */
#ifndef CPM_EDIT_H
#define CPM_EDIT_H

#include <stddef.h>

#include "base/mem.h"
#include "model/project.h"

/* One command's change. */
struct edit {
	struct project	*p;
	const char	*id;		/* --id, NULL: made */
	int		 again;		/* --again: a genuine second one */
	int		 private; /* edit_find looks at private rows too */
	int		 drafts; /* a draft is as likely meant as what runs */
	int		 over;	/* what is done or dropped is meant first */
	int		 at_work; /* of changes those at work are meant first */
	int		 dated;		/* --date was typed: the day is part of
					 * what was entered */
	const char	*about;		/* column that says what a row is about
					 * (NULL: title), and what was typed */
	const char	*about_typed;	/* for it: --id must not hide another */
	const char	*under;		/* and a column that holds what the row */
	const char	*under_is;	/* belongs to (NULL: none), likewise */
	char		*got;	/* id of the row added or found; edit_end
					 * frees it */
	int		 already;	/* it was there */
	int		 prose_left;	/* without the prose that came with it,
					 * which was warned of */
	int		 previews;	/* a dry run says them too */
	struct str	 notes;		/* to say after the save, one a line */
};

/* Begin from what was typed: --id, --again and --date of c. */
void	edit_begin(struct edit *, struct project *, const struct cmd *c);
/* Keep something to say (N_()), in the language of messages. */
void	edit_note(struct edit *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/*
 * Save, then say what was kept (in a dry run where it previews) and, on success, print the
 * row's id on standard output where there is one.  0 or -1.
 */
int	edit_end(struct edit *, const struct cmd *c);

/* Say it, once, where nothing is saved: how something typed was taken. */
void	edit_say(const struct edit *);

/* Leave it all as it was. */
void	edit_cancel(struct edit *);

struct entry;

/*
 * What a verb that changes something does: open the folder for writing, let
 * fn change its tables, save (fn gave 0) or leave it all, close.  `en` is
 * freed; it and arg are handed to fn and may be NULL.
 */
void	edit_run(struct cmd *, int (*fn)(struct edit *, struct cmd *,
	    struct entry *, void *), struct entry *en, void *arg);

/*
 * Before a person is asked for what is missing: whether fn would change
 * something with what is typed so far.  Nothing is kept, nothing locked.
 * edit_would says nothing but trouble (no folder), after which the caller
 * asks and does no more; edit_try says what stands against it: 0, or -1.
 */
int	edit_would(struct cmd *, int (*fn)(struct edit *, struct cmd *,
	    struct entry *, void *), struct entry *en, void *arg);
int	edit_try(struct cmd *, int (*fn)(struct edit *, struct cmd *,
	    struct entry *, void *), struct entry *en, void *arg);
/* A day, as ask_or_opt; an answer that is none is said and asked again. */
const char	*edit_ask_day(struct cmd *, const char *name,
		    const char *question);

/* A value typed for a column. */
struct entry {
	const char	*column; /* canonical name; NULL ends the array */
	const char	*option; /* "--due", or the operand's name in the usage,
				  * translated; NULL: the column's */
	const char	*typed;		/* NULL: not typed */
	char		*value;		/* canonical, from entry_read */
};

/*
 * Make what was typed canonical by the column's type in the table's schema:
 * dates in the folder's order, values in either language, ids completed.
 * All faults are said; 0 or -1.
 */
int	entry_read(struct edit *, const char *table, struct entry *);
/* Set the cells of those that were typed. */
void	entry_put(struct table *, size_t row, const struct entry *);
/* "column=value" lines of those typed, for the id's hash. */
void	entry_text(struct str *, const struct entry *);
/* The canonical value, NULL where it was not typed. */
const char	*entry_value(const struct entry *, const char *column);
void	entry_free(struct entry *);

/*
 * Add a row to t.  The id follows from the title, from `entered` and from
 * the day where --date gave it; `day` (DATE_NONE: none) heads the ids of
 * tables by day.  The row's index, or t->nrows where it is there already.
 * e->got is its id.  An id is never in a shared table and in its private
 * sister too; a private row whose words are in the shared one is remarked.
 */
size_t	edit_add(struct edit *e, struct table *t, int day, const char *title,
	    const char *entered);

/* The row is there already: e->got is its id; said. */
void	edit_there(struct edit *e, const struct table *t, size_t row);
/*
 * Complete a row that was found again: what is empty is filled from the
 * options typed, and said after the save; what differs is a fault, with
 * `hint` under it (N_(), takes the id, the option and what was typed; NULL:
 * none).  The number of cells filled, or -1.
 */
int	edit_complete(struct edit *e, struct table *t, size_t row,
	    const struct entry *en, const char *hint);

/* The header of a table that does not exist yet, before its first row. */
void	edit_begin_table(struct project *, struct table *);

/* A row that a person meant. */
struct found {
	const char	*word;	/* change level action step lesson
				 * difficulty story log small-change
				 * indicator */
	struct table	*table;
	size_t		 row;
	const char	*id;		/* "CHANGE" also for a level */
	int		 level;		/* a level's number; its row may not be
					 * there yet (row == nrows) */
	char		 ref[160];	/* "action:ID", "level:ID/2" */
};

/*
 * Find it: "word:ID", ID, the beginning of one, CHANGE/2, or words of one
 * title (those not done before those done), among `words`, separated by
 * blanks.  What runs goes before drafts, but where e->drafts is set; a title
 * that was typed whole goes before ids that only begin so.
 * 0, or -1 (said; the nearest id or the several that fit are named).
 */
int	edit_find(struct edit *, const char *typed, const char *words,
	    struct found *);

/*
 * What a row is called for people: its words, in the language in use; its id
 * where it has none or is private.  Of a level, its objective.
 */
const char	*edit_row_called(const struct table *, size_t row);
const char	*edit_called(const struct found *);

/*
 * A reference among `words` ("change action finding …"): "word:ID", an id or
 * its beginning, or the words of one title, their word before them or not.
 * "word:ID", which the caller frees; NULL (said).
 */
char	*edit_ref(struct edit *, const char *typed, const char *words);

#endif
