/*
 * A small index: keys of 55 bits (slug_code_key, or a hash) and where
 * they stand (41 bits: an offset in a file of up to 2 TiB), 12 bytes each.
 * Filled in any order, sorted once, then searched.
 */
#ifndef CPM_KEYS_H
#define CPM_KEYS_H

#include <stddef.h>
#include <stdint.h>

struct keys {
	uint32_t	(*v)[3];
	size_t		 n, cap;
	int		 sorted;
};

void		 keys_free(struct keys *);
void		 keys_add(struct keys *, uint64_t key, uint64_t at);
/* By key, and by place among equal ones. */
void		 keys_sort(struct keys *);
uint64_t	 keys_key(const struct keys *, size_t i);
uint64_t	 keys_at(const struct keys *, size_t i);
void		 keys_set(struct keys *, size_t i, uint64_t key, uint64_t at);
/* The first of that key in a sorted index, n if there is none. */
size_t		 keys_find(const struct keys *, uint64_t key);
/* How many have the key of the i-th, which is the first of them. */
size_t		 keys_run(const struct keys *, size_t i);

/* A hash of n bytes as a key; go on from `before` (0 at first). */
uint64_t	 keys_hash(uint64_t before, const char *s, size_t n);

#endif
