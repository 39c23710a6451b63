/*
 * What the files of a table share (table.c and the table_*.c beside it), and
 * what a table that is loaded whole and one that is read row by row (stream.c)
 * have in common.  For this room only.
 */
#ifndef CPM_TABLE_IN_H
#define CPM_TABLE_IN_H

#include "table/table.h"

/* How cells of a file are read (table_check.c). */
struct check {
	int	 order;		/* of dates */
	int	 commas;	/* decimals may have commas */
	char	 list[1024];	/* a hint on the cell that is wrong, or "" */
};

/* An empty table of a file that was not looked at yet. */
void	table_blank(struct table *, const char *path, const char *shown,
	    const struct schema *, unsigned flags);
/* Its columns from the first record; faults are said. */
void	table_header(struct table *, const struct record *, unsigned flags);
/* Whether any header of the file is not the canonical one. */
int	table_own_names(const struct table *);
/* The schema's column; a name it does not have is a mistake of the program. */
int	table_must_col(const struct table *, const char *name);
/* Check a row's cells and bring them to their canonical form. */
void	table_check_row(struct table *, struct row *, struct check *);
/*
 * A fault of the cell under `header` on a line: `what`, which is marked N_(),
 * and the value unless it is NULL or empty or the table is secret.
 */
void	table_cell_fault(const struct table *, long line, const char *header,
	    const char *what, const char *value);
/* The dialect of a file that was read to its end; what is odd is said. */
void	table_dialect(struct table *, const struct reader *, unsigned flags);
/* Add the schema's column `name`, which the file lacks. */
void	table_widen(struct table *, const char *name);
/*
 * Append an unchanged record, n bytes of the file, with `more` empty cells
 * behind it.
 */
void	table_add_widened(const struct table *, struct str *,
	    const char *bytes, size_t n, int more);
/* Append a row in the file's own dialect. */
void	table_row_bytes(const struct table *, struct str *,
	    const struct row *);

#endif
