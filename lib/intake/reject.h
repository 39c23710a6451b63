/*
 * Rows that are not taken in (--keep-going): the bytes of the file they stand
 * in, put under the header as they were into the private folder's rejects/,
 * where they can be mended and imported again.
 */
#ifndef CPM_REJECT_H
#define CPM_REJECT_H

#include "intake/sheets.h"

struct reject;

struct reject	*reject_new(void);
void		 reject_free(struct reject *);
/* Put by the rows of a sheet, all its parts, or of a part of one. */
void		 reject_sheet(struct reject *, const struct sheet *);
/* How many rows. */
unsigned long	 reject_rows(const struct reject *);

/* n bytes of the file from `at`: how many, or -1 (said). */
typedef long	 reject_read(void *arg, uint64_t at, void *buf, size_t n);

/*
 * The file of them into the project's change set: the first `header` bytes of
 * the source and then the rows, in its order.  `shown` is the source's name,
 * the file's name is made of it, the round and the day.  Its name below the
 * private folder, which the caller frees; NULL (said) if it could not be.
 */
char		*reject_put(struct reject *, struct project *,
		    const char *round, const char *shown, size_t header,
		    reject_read *, void *arg);

#endif
