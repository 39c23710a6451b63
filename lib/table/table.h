/*
 * A table of the folder, loaded whole: rows that know their line and bytes,
 * checked against the schema, changed in memory and written back by save.h.
 * Values are canonical when they come out of here: enumerations in English,
 * ISO dates, decimal points, whatever the file's habits.  Columns are asked
 * for by their canonical name; a name that the schema does not have is a
 * mistake of the program and ends it.
 */
#ifndef CPM_TABLE_H
#define CPM_TABLE_H

#include <stddef.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/msg.h"
#include "table/reader.h"
#include "table/schema.h"

struct row {
	long	  line;			/* 0: a new row */
	size_t	  begin, end;
	char	**f;			/* by column of the file */
	int	  changed, dropped;
	int	  bad;			/* a cell of it has the wrong type */
};

struct table {
	const struct schema	*schema;
	char			*path;	/* to open */
	char			*shown;	/* for messages: as seen from the project, or as typed */
	int			 exists;	/* there is a file */
	int			 secret;	/* private or foreign: values are never quoted */
	int			 broken;	/* faults were said: nothing may be written */
	int			 readonly;	/* belongs to a frozen copy, or -f */
	struct dialect		 dialect;
	char			*bytes;
	size_t			 size;
	struct stat		 seen;	/* the file as it was read */
	int			 ncols;	/* columns of the file */
	char			**header;	/* as written in it */
	int			*col;	/* file column -> schema column, -1 unknown */
	const char		**lang;	/* file column -> "xx" of a label_xx, or NULL */
	int			*at;	/* schema column -> first file column, -1 */
	struct row		*rows;	/* dropped ones stay, marked */
	size_t			 nrows, caprows;
	int			 changed;
	int			 header_changed;
	struct arena		 arena;
};

/* What to check on loading, beyond the shape. */
#define TABLE_LOAD_SECRET	1u
#define TABLE_LOAD_FOREIGN	2u	/* -f FILE: unknown columns are no matter */
#define TABLE_LOAD_NOTES_OFF	4u	/* do not say the dialect */
#define TABLE_LOAD_STRICT	8u	/* cpm-check: unknown columns and a torn end are faults */

/*
 * Load path ("-": standard input); an absent file is an empty table.  date_order: 0, 'd' or 'm'
 * (see date.h).  Faults of shape, header and type are said, all of them, and mark t->broken;
 * good rows are there all the same.  Returns 0, or -1 if broken.
 */
int	table_load(struct table *t, const char *path, const char *shown,
	    const struct schema *, unsigned flags, int date_order);
void	table_free(struct table *t);

/*
 * Go over the rows that are there, in the file's order:
 *	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
 */
size_t	table_first(const struct table *t);
size_t	table_next(const struct table *t, size_t i);
size_t	table_count(const struct table *t);

/* A column's handle for cell_at (-1: the file has it not). */
int		 table_col(const struct table *t, const char *name);
const char	*cell_at(const struct table *t, size_t i, int col);

/* The canonical value, "" where the cell or its column is not there. */
const char	*cell(const struct table *t, size_t i, const char *name);
/* Whether it equals value. */
int		 cell_is(const struct table *t, size_t i, const char *name,
		    const char *value);
/* Numbers and days of a checked table; `none` where the cell is empty. */
int64_t		 cell_int(const struct table *t, size_t i, const char *name,
		    int64_t none);
int64_t		 cell_fixed(const struct table *t, size_t i, const char *name);	/* FIXED_NONE */
int		 cell_day(const struct table *t, size_t i, const char *name);	/* DATE_NONE */
/*
 * A label in language `lang`, else in the other ones in the file's order,
 * else "".  found (may be NULL) gets 1 if it was in `lang`.
 */
const char	*cell_label(const struct table *t, size_t i, const char *family,
		    const char *lang, int *found);
/*
 * Whether two rows have the same label: no language that both have has it
 * otherwise.  What only one of them is translated into is no other wording,
 * unless they share no language at all.  A row behind the last (nrows) has no
 * label.
 */
int		 cell_label_same(const struct table *a, size_t i,
		    const struct table *b, size_t j, const char *family);

/*
 * The table of ours that a file rather is than the one it was loaded as: it
 * has each column of the file, and that one has not.  NULL where none is.
 */
const char	*table_other(const struct table *);

/* The row whose one key column equals id; t->nrows if there is none. */
size_t	table_find(const struct table *t, const char *id);
/* The row whose named columns equal the values: name, value, …, NULL. */
size_t	table_find_by(const struct table *t, ...) __attribute__((sentinel));

/*
 * The row that a person means by `typed`: the id, in any case, or a prefix
 * that only one id has.  Else t->nrows, and the fault is said with the nearest id as hint.
 * table_resolve_quiet says nothing.
 */
size_t	table_resolve(const struct table *t, const char *typed);
size_t	table_resolve_quiet(const struct table *t, const char *typed);

/*
 * Change in memory.  A column that the file lacks is added when a value that
 * is not empty goes there (the header changes then, and that is said on saving).
 * table_add gives the index of a new row, which goes to the end of the file.
 * A "label_xx" is set by its full name.
 */
size_t	table_add(struct table *t);
void	table_set(struct table *t, size_t i, const char *name,
	    const char *value);
void	table_drop(struct table *t, size_t i);

/* Where a cell stands, for messages; `name` may be NULL. */
struct place	table_place(const struct table *t, size_t i, const char *name);

/*
 * A fault of one cell: "file:line: column 'x': WHAT: 'value'"; the value is
 * left out where the table is secret.  `what` is marked N_().
 */
void	table_fault(const struct table *t, size_t i, const char *name,
	    const char *what);

/*
 * The bytes that the file shall have: unchanged records as they were,
 * changed and new ones in the file's own dialect.  The caller frees them.
 */
char	*table_bytes(const struct table *t, size_t *n);

/*
 * The whole table in canonical form: comma, LF, UTF-8, canonical names and
 * values.  The caller frees it.
 */
char	*table_canonical(const struct table *t, size_t *n);

/*
 * The new file's bytes for rows of a table that does not exist yet also come
 * from table_bytes: the header holds all columns of the schema, COL_LANG
 * families those in `langs` ("en fr").
 */
void	table_begin_new(struct table *t, const char *langs);

#endif
