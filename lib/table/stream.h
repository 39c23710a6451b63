/*
 * A table of the folder read row by row, for those that may be larger than
 * memory.  Rows are checked and canonical as table_load makes them; one stands
 * at a time, in row 0 of stream_table, and can be asked, set and written as
 * any other row.  Keys are not compared: that takes all rows.
 */
#ifndef CPM_STREAM_H
#define CPM_STREAM_H

#include "table/table.h"

#define TABLE_LOAD_AGAIN	16u	/* its habits were said already */

struct stream;

/*
 * Open the file at path, which may be absent (its table does not exist then).
 * Arguments as of table_load.  Faults are said and mark the table broken.
 * Never NULL; stream_close ends it.
 */
struct stream	*stream_open(const char *path, const char *shown,
		    const struct schema *, unsigned flags, int date_order);
void		 stream_close(struct stream *);

struct table	*stream_table(struct stream *);
/*
 * The next row, in row 0; 1, or 0 behind the last.  What was read of a row
 * lasts until the next call.
 */
int		 stream_next(struct stream *);
/* Go to the row that begins at this byte: stream_next gives it. */
void		 stream_seek(struct stream *, size_t begin, long line);
/* Bytes of the header record, and the file's descriptor, to copy from. */
void		 stream_header(const struct stream *, size_t *begin,
		    size_t *end);
int		 stream_fd(const struct stream *);

/*
 * A new row, to be set and rendered; it goes with stream_new_end, before the
 * next row is read.  A table that does not exist is begun with `langs`.
 */
size_t		 stream_new(struct stream *, const char *langs);
void		 stream_new_end(struct stream *);
/* Append row i as it shall stand in the file, in its own dialect. */
void		 stream_render(struct stream *, size_t i, struct str *);
/* The header's record; row 0 as it was, with empty cells for added columns. */
void		 stream_header_bytes(const struct stream *, struct str *out);
void		 stream_widened(struct stream *, struct str *out);
/*
 * Add a column that the schema has and the file lacks, before the first row is
 * read.
 */
void		 stream_widen(struct stream *, const char *name);

#endif
