/* Where the row of an id stands. */
#include "base/ids.h"

#include <string.h>

#include "base/mem.h"

struct id {
	const char	*id;
	size_t		 at;
	UT_hash_handle	 hh;
};

struct ids {
	struct id	*map;
	struct arena	 arena;
};

struct ids *
ids_new(void)
{
	struct ids	*s = mem_calloc(1, sizeof(*s));

	arena_init(&s->arena);
	return s;
}

void
ids_free(struct ids *s)
{
	if (s == NULL)
		return;
	HASH_CLEAR(hh, s->map);
	arena_free(&s->arena);
	free(s);
}

void
ids_add(struct ids *s, const char *id, size_t at)
{
	struct id	*one;

	HASH_FIND_STR(s->map, id, one);
	if (one != NULL)
		return;
	one = arena_alloc(&s->arena, sizeof(*one));
	one->id = id;
	one->at = at;
	HASH_ADD_KEYPTR(hh, s->map, one->id, strlen(one->id), one);
}

size_t
ids_at(const struct ids *s, const char *id, size_t none)
{
	struct id	*one;

	HASH_FIND_STR(s->map, id, one);
	return one != NULL ? one->at : none;
}
