/*
 * What a person writes in the editor: facts as "key: value" lines between two
 * lines "---", with comments that explain each, and prose below.  Such front
 * matter exists only here: facts go to tables, prose to a file of its own.
 *
 *	---
 *	# A visit
 *	template: visit
 *	# how long, in minutes
 *	minutes: 90
 *	---
 *
 *	We counted the cash together.
 *
 * Keys are columns of the template's table, in the language of messages when
 * printed, in either when read.  A line that begins with a blank goes on with
 * the value above it; one whose first letter is "#" explains.
 */
#ifndef CPM_BUFFER_H
#define CPM_BUFFER_H

#include <stddef.h>

#include "base/mem.h"
#include "model/edit.h"

/* A fact of a template; an array ends with a NULL key. */
struct buffer_key {
	const char	*key;		/* the column, canonical */
	const char	*fr;		/* its French name; NULL: the column's
					 * in the template's table */
	const char	*what;		/* N_(), what to write there; or NULL */
};

struct buffer;
struct filling;

/* A kind of text that `cpm-log new` offers. */
struct buffer_kind {
	const char	*word, *fr;	/* "visit", "visite" */
	const char	*title;		/* N_() "A visit" */
	const char	*table;		/* whose columns the keys are */
	const struct buffer_key *keys;
	const char	*below;		/* N_(), what the prose is for */
	/* Fill in what the folder knows; NULL: nothing. */
	void		(*fill)(struct filling *, struct project *);
	/*
	 * Keep what was written, as a command would: inside edit_run, by the
	 * same functions.  0, or -1 (said).
	 */
	int		(*keep)(struct edit *, const struct buffer *);
};

/* What stands in a new buffer; values and hints by key, texts are copied. */
struct filling {
	const struct buffer_kind *kind;
	struct filled	*f;
	size_t		 n, cap;
	char		*prose;
	struct arena	 arena;
};

void	filling_begin(struct filling *, const struct buffer_kind *);
void	filling_end(struct filling *);
void	fill_value(struct filling *, const char *key, const char *value);
/* A comment line above the key, after those before it; not translated. */
void	fill_hint(struct filling *, const char *key, const char *text);
void	fill_prose(struct filling *, const char *text);
/* The whole text; the caller frees it. */
char	*buffer_print(const struct filling *);

struct buffer_line {
	const char	*name;		/* as written */
	const char	*key;		/* canonical; NULL: none of the kind's */
	const char	*value;
	long		 line;
};

struct buffer {
	const struct buffer_kind *kind;
	const char	*shown;		/* the file, for messages */
	struct buffer_line *l;
	size_t		 n;
	const char	*prose;		/* without blank lines around, ended by
					 * one "\n"; NULL: none */
	long		 prose_line;
	struct arena	 arena;
};

/*
 * Read what was written.  The kind is what "template:" names among kinds (an
 * array of pointers that a NULL ends), else `usual` (may be NULL).  All
 * faults are said with file and line; 0, or -1.  buffer_free either way.
 */
int	buffer_read(struct buffer *, const char *text, const char *shown,
	    const struct buffer_kind *const *kinds,
	    const struct buffer_kind *usual);
void	buffer_free(struct buffer *);

/* By word in either language; NULL: none. */
const struct buffer_kind *buffer_kind(const struct buffer_kind *const *kinds,
	    const char *word);

/* The value of a key, NULL where it is empty or not there. */
const char	*buffer_value(const struct buffer *, const char *key);
/* How a key is called in this language. */
const char	*buffer_name(const struct buffer_kind *, const char *key);
/*
 * What was typed, for entry_read: `en` is an array of as many as the kind has
 * keys of `table` and one more, filled by this; strings live as long as the
 * buffer.  Empty ones are not typed, but where the table needs them.
 */
void	buffer_entries(const struct buffer *, const char *table,
	    struct entry *en, size_t max);
/* Where a key stands, for msg_fault. */
struct place	buffer_place(const struct buffer *, const char *key);

#endif
