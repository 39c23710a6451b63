/*
 * Where the row of an id stands, without a walk through all of them.  The
 * strings are the caller's and stay as long as the map.
 */
#ifndef CPM_IDS_H
#define CPM_IDS_H

#include <stddef.h>

struct ids;

struct ids	*ids_new(void);
void		 ids_free(struct ids *);		/* NULL: nothing */
/* The first place of an id counts; a later one is left out. */
void		 ids_add(struct ids *, const char *id, size_t at);
/* The place of an id, or `none`. */
size_t		 ids_at(const struct ids *, const char *id, size_t none);

#endif
