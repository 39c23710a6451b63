/*
 * Bytes of a CSV file to records that know the line they began on and their
 * bytes.  libcsv parses, strictly; what it does not see is found here: BOM,
 * NUL, invalid UTF-8 or CP1252, ragged rows, unclosed quotes, a torn last
 * line, git's conflict markers.  Every fault is said (file, line, column) and
 * the reading goes on behind it, so that one run names them all.
 *
 * Separator (, ; TAB), line ends, BOM and encoding are found from the bytes.
 */
#ifndef CPM_READER_H
#define CPM_READER_H

#include <stddef.h>

#define READER_FIELD_MAX	((size_t)1 << 20)
#define READER_ROW_MAX		((size_t)4 << 20)
#define READER_COLUMNS_MAX	1024
#define READER_FILE_MAX		((size_t)1 << 30)	/* of a table loaded whole */

struct dialect {
	char	sep;		/* ',' ';' '\t'; another only where it was given */
	int	crlf;		/* lines end CR LF */
	int	bom;
	int	cp1252;		/* bytes were CP1252; fields come as UTF-8 */
	int	comma;		/* some decimal was written with a comma */
	int	torn;		/* the last line had no line end */
	long	sep_line;	/* Excel's "sep=;" stood on line 1 */
};

#define READER_SECRET	1u	/* never quote a value in a message */
#define READER_RAGGED	2u	/* rows may be shorter or longer than the header */
#define READER_SHORT	8u	/* rows may be shorter: what is missing is empty */
#define READER_EOF_OK	4u	/* no line end on the last line is no remark (pipes, imports) */

struct record {
	long		 line;		/* where it began, from 1 */
	size_t		 begin, end;	/* bytes in the file, line end included */
	int		 n;		/* fields */
	char		**f;		/* each ended by NUL, none holds one */
};

struct reader;

/*
 * Open path ("-": standard input).  `shown` is the name for messages.  sep 0:
 * found from the first record.  NULL (and a message) if it cannot be opened.
 */
struct reader	*reader_open(const char *path, const char *shown,
		    unsigned flags, char sep);
/* The same over n bytes that stay where they are until reader_close. */
struct reader	*reader_mem(const char *bytes, size_t n, const char *shown,
		    unsigned flags, char sep);
/*
 * The same over an open file from its beginning; the descriptor is the
 * reader's from now on.
 */
struct reader	*reader_fd(int fd, const char *shown, unsigned flags,
		    char sep);
void		 reader_close(struct reader *);

/*
 * Go on with the record that begins at this byte and line of a file (not of
 * standard input, nor of memory).  What is known of the file stays.
 */
void		 reader_seek(struct reader *, size_t begin, long line);

/*
 * The next good record (the first one is the header, to which the width of
 * the others is held); r's fields last until the next call.  1, or 0 at the
 * end.  Broken records are said and left out.
 */
int	reader_next(struct reader *, struct record *r);

/* Whether no cell holds anything but blanks, as below a spreadsheet's table. */
int	record_is_blank(const struct record *);

/* From here on rows may be short (READER_SHORT): some programs leave cells out. */
void	reader_allow_short(struct reader *);

/* Faults said so far: after the last record, 0 means all was read. */
unsigned long		 reader_faults(const struct reader *);
const struct dialect	*reader_dialect(const struct reader *);

/*
 * A text that is not UTF-8, as UTF-8, where its bytes can only be CP1252's:
 * all of them are, and none is a sequence of UTF-8.  NULL where they may be
 * something else.  *out_n is the length; the caller frees it.
 */
char	*reader_cp1252(const char *s, size_t n, size_t *out_n);

/*
 * Say the habits of the file once ("separator ';', CRLF, BOM, CP1252"), as
 * a note; nothing for a canonical file.
 */
void	dialect_say(const struct dialect *, const char *shown);

#endif
