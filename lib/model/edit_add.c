/*
 * New rows: the id that follows from what was entered, and what is said of a
 * row that is there already.
 */
#include "model/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"

void
edit_begin_table(struct project *p, struct table *t)
{
	if (!t->exists && t->ncols == 0)
		table_begin_new(t, project_langs(p));
}

/* --- the id --------------------------------------------------------------- */

/* A title that makes no slug leaves the table's name. */
static const char *
slug_word(const struct table *t, const char *title)
{
	char		*plain = utf_plain(title);
	const char	*p = plain;

	while (*p != '\0' && !(*p >= 'a' && *p <= 'z'))
		p++;
	title = *p != '\0' ? title : t->schema->name;
	free(plain);
	return title;
}

/*
 * The row that has this id; of tables by day also the same words of another
 * day, because a command that was killed at midnight is typed again.
 */
static size_t
same_row(struct edit *e, const struct table *t, const char *id, int day)
{
	size_t		 i = table_find(t, id), tail = DATE_LEN - 1;
	const char	*have;

	if (i < t->nrows || day == DATE_NONE || e->dated)
		return i;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		have = cell(t, i, "id");
		if (strlen(have) > tail && strcmp(have + tail, id + tail) == 0)
			return i;
	}
	return t->nrows;
}

static char *
make_id(struct edit *e, const struct table *t, int day, const char *title,
    const char *entered, int k)
{
	char	buf[DATE_LEN], *seed, *id;

	seed = mem_printf("%s%s%s", entered, e->dated ? "\nday=" : "",
	    e->dated ? date_str(buf, project_today(e->p)) : "");
	if (k > 0) {
		id = mem_printf("%s\x1f%d", seed, k);
		free(seed);
		seed = id;
	}
	if (day != DATE_NONE)
		id = slug_day_id(date_str(buf, day), slug_word(t, title),
		    seed);
	else
		id = slug_id(title, t->schema->name, seed);
	free(seed);
	return id;
}

/* --- a row that is there -------------------------------------------------- */

/*
 * Whether the row is about something else than what was typed: somebody gave
 * its id with --id, or four characters of a hash met by chance.
 */
static int
other_words(const struct edit *e, const struct table *t, size_t row,
    const char *title)
{
	const char	*col = e->about != NULL ? e->about : "title";

	if (e->about != NULL)
		title = e->about_typed != NULL ? e->about_typed : "";
	if (e->under != NULL && !cell_is(t, row, e->under, e->under_is))
		return 1;
	return schema_col(t->schema, col) >= 0 &&
	    strcmp(cell(t, row, col), title) != 0;
}

/* --id names a row that is about something else. */
static int
taken(struct edit *e, const struct table *t, size_t row, const char *title)
{
	if (e->id == NULL || !other_words(e, t, row, title))
		return 0;
	msg_fault(NULL, N_("the id '%s' is taken by: %s"), e->id,
	    t->secret ? "…" : cell(t, row, e->about != NULL ? e->about :
	    "title"));
	return 1;
}

/* A row of another day with the same words may be what is meant, or not. */
void
edit_there(struct edit *e, const struct table *t, size_t row)
{
	char	words[64];
	int	day = DATE_NONE;

	free(e->got);
	e->got = mem_strdup(cell(t, row, "id"));
	e->already = 1;
	if (schema_col(t->schema, "date") >= 0)
		day = cell_day(t, row, "date");
	if (day == DATE_NONE || day == project_today(e->p))
		msg_note(N_("already there: %s"), e->got);
	else
		msg_note(N_("already there, of %s: %s; for a genuine second "
		    "one: --again"), date_words(words, sizeof(words), day),
		    e->got);
}

/* What stands there and what was typed are two things. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
say_differs(const struct table *t, size_t row, const struct entry *en,
    const char *hint)
{
	msg_fault(NULL, N_("%s: is '%s' already"), en->option,
	    t->secret ? "…" : cell(t, row, en->column));
	if (hint != NULL)
		msg_hint(hint, cell(t, row, "id"), en->option, en->value);
}
#pragma GCC diagnostic pop

int
edit_complete(struct edit *e, struct table *t, size_t row,
    const struct entry *en, const char *hint)
{
	struct str	 filled;
	const char	*have;
	int		 n = 0, bad = 0;

	str_init(&filled);
	for (; en->column != NULL; en++) {
		have = cell(t, row, en->column);
		if (en->value == NULL || en->option == NULL ||
		    *en->option != '-' || strcmp(have, en->value) == 0)
			continue;
		if (*have != '\0') {
			say_differs(t, row, en, hint);
			bad = 1;
			continue;
		}
		table_set(t, row, en->column, en->value);
		str_printf(&filled, "%s%s", n++ > 0 ? ", " : "", en->option);
	}
	if (n > 0)
		edit_note(e, N_("completed: %s"), filled.s);
	str_free(&filled);
	return bad ? -1 : n;
}

/* --- a new one ------------------------------------------------------------ */

/* The shared table of a private one, and the other way round; or NULL. */
static const struct table *
sister(struct edit *e, const struct table *t)
{
	if (schema_col(t->schema, "visibility") < 0)
		return NULL;
	return t->secret ? project_table(e->p, t->schema->name) :
	    project_private(e->p, t->schema->name);
}

/* Whether a new id is in the sister: said if --id gave it. */
static int
in_sister(struct edit *e, const struct table *t, const char *id)
{
	const struct table	*s = sister(e, t);

	if (s == NULL || table_find(s, id) == s->nrows)
		return 0;
	if (e->id != NULL)
		msg_fault(NULL, s->secret ? N_("the id '%s' is taken in the "
		    "private folder") : N_("the id '%s' is taken in the "
		    "shared folder"), id);
	else if (t->secret)
		msg_warn(NULL, N_("the same words are in the shared folder "
		    "too: %s"), id);
	return 1;
}

size_t
edit_add(struct edit *e, struct table *t, int day, const char *title,
    const char *entered)
{
	char	*id = NULL;
	size_t	 row;
	int	 k = 0, elsewhere;

	do {
		free(id);
		id = e->id != NULL ? mem_strdup(e->id) :
		    make_id(e, t, day, title, entered, k++);
		row = same_row(e, t, id, e->id != NULL ? DATE_NONE : day);
		elsewhere = row == t->nrows && in_sister(e, t, id);
	} while (e->id == NULL && (elsewhere || (row < t->nrows &&
	    (e->again || other_words(e, t, row, title)))));
	free(e->got);
	e->got = id;
	if (row < t->nrows) {
		if (!taken(e, t, row, title))
			edit_there(e, t, row);
		return t->nrows;
	}
	if (elsewhere)
		return t->nrows;
	if (!slug_ok(id)) {
		msg_fault(NULL, N_("not an identifier (letters, digits, - and "
		    "_): '%s'"), id);
		return t->nrows;
	}
	edit_begin_table(e->p, t);
	row = table_add(t);
	table_set(t, row, "id", id);
	return row;
}
