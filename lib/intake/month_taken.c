/* Which lines of monthly sheets were taken over before. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/slug.h"
#include "intake/month_take_in.h"

#include <uthash.h>

/* A line of a sheet, as a row of taken.csv; or, without a row, the latest
 * month that any sheet told of a line. */
struct taken {
	char		*key;
	size_t		 row;
	char		 month[DATE_LEN];
	UT_hash_handle	 hh;
};

struct taken_book {
	struct table	*t;
	struct taken	*lines;		/* by sheet and line */
	struct taken	*latest;	/* by line */
	struct arena	 arena;
};

static struct taken *
find(struct taken *map, const char *key)
{
	struct taken	*x;

	HASH_FIND_STR(map, key, x);
	return x;
}

static struct taken *
find_or_add(struct taken_book *b, struct taken **map, const char *key)
{
	struct taken	*x = find(*map, key);

	if (x != NULL)
		return x;
	x = arena_alloc(&b->arena, sizeof(*x));
	memset(x, 0, sizeof(*x));
	x->key = arena_str(&b->arena, key);
	x->row = SIZE_MAX;
	HASH_ADD_KEYPTR(hh, *map, x->key, strlen(x->key), x);
	return x;
}

/* The first row of a sheet's line counts, as it does for cpm-check. */
static void
enter(struct taken_book *b, size_t row)
{
	const char	*line = cell(b->t, row, "line"),
			*month = cell(b->t, row, "month");
	char		*key = mem_printf("%s\n%s", cell(b->t, row, "sheet"),
			    line);
	struct taken	*x = find_or_add(b, &b->lines, key);

	free(key);
	if (x->row == SIZE_MAX)
		x->row = row;
	x = find_or_add(b, &b->latest, line);
	if (strcmp(month, x->month) > 0)
		snprintf(x->month, sizeof(x->month), "%s", month);
}

struct taken_book *
taken_open(struct project *p)
{
	struct taken_book	*b = mem_calloc(1, sizeof(*b));
	size_t			 i;

	b->t = project_private(p, "taken");
	arena_init(&b->arena);
	for (i = table_first(b->t); i < b->t->nrows; i = table_next(b->t, i))
		enter(b, i);
	return b;
}

void
taken_close(struct taken_book *b)
{
	HASH_CLEAR(hh, b->lines);
	HASH_CLEAR(hh, b->latest);
	arena_free(&b->arena);
	free(b);
}

static size_t
row_of(const struct taking *k, const struct one *o)
{
	char		*key = mem_printf("%s\n%s", o->s->key, o->t->id);
	struct taken	*x = find(k->book->lines, key);

	free(key);
	return x != NULL ? x->row : k->book->t->nrows;
}

int
taken_is_there(const struct taking *k, const struct one *o)
{
	return row_of(k, o) < k->book->t->nrows;
}

static const char *
digest_of(const struct told *t, char buf[DIGEST_LEN])
{
	static const enum month_field	of[] = { MF_TITLE, MF_OWNER, MF_DUE,
	    MF_VERIFY, MF_NOW, MF_ON, MF_OBSTACLE, MF_WHAT, MF_WHOM, MF_BY };
	struct str			all;
	size_t				i;

	str_init(&all);
	for (i = 0; i < sizeof(of) / sizeof(*of); i++)
		str_printf(&all, "%s\n", t->f[of[i]]);
	slug_digest(buf, all.s, all.len);
	buf[16] = '\0';
	str_free(&all);
	return buf;
}

int
taken_before(const struct taking *k, const struct one *o)
{
	char	buf[DIGEST_LEN];
	size_t	row = row_of(k, o);

	return row < k->book->t->nrows && cell_is(k->book->t, row, "said",
	    digest_of(o->t, buf));
}

int
taken_later(const struct taking *k, const struct one *o)
{
	struct taken	*x = find(k->book->latest, o->t->id);
	char		 month[DATE_LEN];

	return x != NULL && strcmp(x->month, month_str(month, o->s->first)) > 0;
}

void
taken_remember(struct taking *k, const struct one *o)
{
	struct table	*t = k->book->t;
	char		 buf[DIGEST_LEN], month[DATE_LEN], day[DATE_LEN];
	size_t		 row = row_of(k, o);

	if (row == t->nrows) {
		edit_begin_table(k->p, t);
		row = table_add(t);
		table_set(t, row, "sheet", o->s->key);
		table_set(t, row, "line", o->t->id);
	}
	table_set(t, row, "month", month_str(month, o->s->first));
	table_set(t, row, "said", digest_of(o->t, buf));
	table_set(t, row, "on", date_str(day, k->today));
	enter(k->book, row);
}
