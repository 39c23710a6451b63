/*
 * Sheets that wait: each is written down (spill.h) as soon as it is read, and
 * memory keeps 12 bytes of it, its code and where it stands.
 *
 * The rows of a sheet of a long file come in one part where they stand
 * together, else in several: spool_settle puts those together.
 */
#ifndef CPM_SPOOL_H
#define CPM_SPOOL_H

#include "base/keys.h"
#include "intake/sheets.h"

struct spool	*spool_new(const char *dir);
void		 spool_free(struct spool *);
/* Something could not be written or read back (said). */
int		 spool_bad(const struct spool *);

/* Write a sheet down and index it by its code. */
void		 spool_put(struct spool *, const struct sheet *);
/* The same of a part of one; many parts of few sheets take no more room. */
void		 spool_put_part(struct spool *, const struct sheet *);
/* Write it down only; where it stands. */
uint64_t	 spool_write(struct spool *, const struct sheet *);
/* Read it back.  0, or -1 (said). */
int		 spool_get(struct spool *, uint64_t at, struct sheet *);
/* Go over all of them as written, parts too; *at is 0 at first.  1, or 0. */
int		 spool_next(struct spool *, uint64_t *at, struct sheet *);

/* By code (slug_code_key); the caller may sort, change and shorten it. */
struct keys	*spool_index(struct spool *);

/* Whether an entry of the index may lead to several parts. */
int		 spool_packed(const struct spool *);
/*
 * Where the parts stand that n entries of the index from the i-th on lead to,
 * in the order of the file.  The caller frees them.
 */
uint64_t	*spool_parts(struct spool *, size_t i, size_t n,
		    size_t *nparts);

#endif
