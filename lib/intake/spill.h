/*
 * Bytes put by while something else is awaited: in memory as long as they are
 * few, then in a file of the private folder that has no name and is gone with
 * the program, however that ends.
 */
#ifndef CPM_SPILL_H
#define CPM_SPILL_H

#include <stdint.h>

#include "model/project.h"

#define SPILL_MEMORY	((size_t)256 << 10)

struct spill;

/*
 * `dir`: the private folder, there or not, copied; NULL: in memory whatever
 * comes.
 */
struct spill	*spill_new(const char *dir);
void		 spill_free(struct spill *);
/* Where the next byte will stand. */
uint64_t	 spill_size(const struct spill *);
/* Append.  0, or -1 (said, once). */
int		 spill_add(struct spill *, const void *bytes, size_t n);
/* n bytes from `at` (fewer at the end): how many, or -1 (said). */
long		 spill_read(struct spill *, uint64_t at, void *buf, size_t n);
/* All of a stream.  0, or -1 (said). */
int		 spill_slurp(struct spill *, int fd, const char *shown);
/* A reader of what is there; it ends before the spill does. */
struct reader	*spill_reader(struct spill *, const char *shown,
		    unsigned flags, char sep);

#endif
