/*
 * CSV out: RFC 4180, quoted only where needed, in a given dialect.
 */
#ifndef CPM_WRITER_H
#define CPM_WRITER_H

#include <stdio.h>

#include "base/mem.h"
#include "table/reader.h"

/* Append one cell, quoted if it holds separator, quote, CR, LF or outer blanks. */
void	writer_cell(struct str *out, const char *value, char sep);
/* Append one record with its line end. */
void	writer_record(struct str *out, const char *const *cells, int n,
	    const struct dialect *);
/* The same to a stream, canonical dialect (comma, LF). */
void	writer_line(FILE *, const char *const *cells, int n);

#endif
