/* The different texts of a column and how often each stands there. */
#include "intake/seen.h"

#include <string.h>

#include "intake/words.h"

void
seen_begin(struct seen *s, size_t most)
{
	memset(s, 0, sizeof(*s));
	s->most = most;
}

void
seen_add(struct seen *s, struct arena *a, const char *cell)
{
	struct seen_text	*e;
	char			 buf[SEEN_LONG + 1];
	size_t			 n;

	if (words_trim(buf, sizeof(buf), cell) == NULL) {
		s->filled++;
		s->many = 1;
		return;
	}
	if ((n = strlen(buf)) == 0)
		return;
	s->filled++;
	HASH_FIND(hh, s->head, buf, n, e);
	if (e == NULL && HASH_COUNT(s->head) >= s->most) {
		s->many = 1;
		return;
	}
	if (e == NULL) {
		e = arena_alloc(a, sizeof(*e));
		e->text = arena_str(a, buf);
		HASH_ADD_KEYPTR(hh, s->head, e->text, n, e);
	}
	e->n++;
}

static int
by_plain(const void *x, const void *y)
{
	const struct seen_text	*a = *(struct seen_text *const *)x,
				*b = *(struct seen_text *const *)y;
	int			 order = strcmp(a->plain, b->plain);

	return order != 0 ? order : strcmp(a->text, b->text);
}

void
seen_settle(struct seen *s, struct arena *a)
{
	struct seen_text	*e, *next;
	size_t			 i, k = 0;
	char			*plain;

	s->v = mem_calloc(HASH_COUNT(s->head) + 1, sizeof(*s->v));
	HASH_ITER(hh, s->head, e, next) {
		plain = words_plain(e->text);
		/* "?" and "…" stay themselves. */
		e->plain = arena_str(a, *plain != '\0' ? plain : e->text);
		free(plain);
		s->v[s->n++] = e;
	}
	qsort(s->v, s->n, sizeof(*s->v), by_plain);
	for (i = 0; i < s->n; i++)
		if (k > 0 && strcmp(s->v[k - 1]->plain, s->v[i]->plain) == 0)
			s->v[k - 1]->n += s->v[i]->n;
		else
			s->v[k++] = s->v[i];
	s->n = k;
}

void
seen_free(struct seen *s)
{
	HASH_CLEAR(hh, s->head);
	free(s->v);
}

int
seen_is_tags(const struct record *r)
{
	int	i;

	for (i = 0; i < r->n; i++)
		if (r->f[i][0] != '#' && r->f[i][0] != '\0')
			return 0;
	return 1;
}
