/*
 * How the columns of a file are called, in messages too, and which of them
 * are options of one question.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/columns_in.h"

#define SHOWN_MAX	48	/* bytes of a header in a message */

/* A header as messages show it: one line, short, cut between characters. */
static char *
shorten(struct arena *a, const char *name)
{
	char	*line = mem_strdup(name), *folded, *out, *p;
	size_t	 n;

	for (p = line; (p = strpbrk(p, "\r\n")) != NULL; )
		*p = ' ';
	folded = msg_clean(line, strlen(line));
	free(line);
	n = strlen(folded);

	if (n <= SHOWN_MAX)
		out = arena_str(a, folded);
	else {
		n = SHOWN_MAX;
		while (n > 0 && ((unsigned char)folded[n] & 0xc0) == 0x80)
			n--;
		out = arena_printf(a, "%.*s…", (int)n, folded);
	}
	free(folded);
	return out;
}

struct times {
	char		*name;
	int		 n;
	UT_hash_handle	 hh;
};

void
columns_name(struct columns *cs, const struct record *r)
{
	struct times	*seen = NULL, *t;
	char		*name;
	int		 i;

	for (i = 0; i < r->n; i++) {
		name = arena_str(&cs->arena, r->f[i]);
		words_trim(name, strlen(r->f[i]) + 1, r->f[i]);
		HASH_FIND_STR(seen, name, t);
		if (t == NULL) {
			t = arena_alloc(&cs->arena, sizeof(*t));
			t->name = name;
			HASH_ADD_KEYPTR(hh, seen, t->name, strlen(t->name), t);
		}
		t->n++;
		cs->v[i].header = name;
		cs->v[i].name = t->n == 1 ? name :
		    arena_printf(&cs->arena, "%s#%d", name, t->n);
		/* Somebody's address in the first line: it is no header. */
		cs->v[i].hidden = columns_address(name) || *name == '\0';
		cs->v[i].shown = cs->v[i].hidden ?
		    arena_printf(&cs->arena, "%d", i + 1) :
		    shorten(&cs->arena, cs->v[i].name);
	}
	HASH_CLEAR(hh, seen);
}

void
columns_options(struct columns *cs)
{
	struct times	*seen = NULL, *t, *tmp;
	char		*slash, *head;
	int		 i;

	for (i = 0; i < cs->n; i++) {
		HASH_FIND_STR(seen, cs->v[i].header, t);
		if (t != NULL || *cs->v[i].header == '\0')
			continue;
		t = arena_alloc(&cs->arena, sizeof(*t));
		t->name = cs->v[i].header;
		HASH_ADD_KEYPTR(hh, seen, t->name, strlen(t->name), t);
	}
	for (i = 0; i < cs->n; i++) {
		if (strlen(cs->v[i].header) > HEADER_MAX)
			continue;
		head = mem_strdup(cs->v[i].header);
		while (!cs->v[i].option &&
		    (slash = strrchr(head, '/')) != NULL) {
			*slash = '\0';
			HASH_FIND_STR(seen, head, tmp);
			cs->v[i].option = tmp != NULL;
		}
		free(head);
	}
	HASH_CLEAR(hh, seen);
}
