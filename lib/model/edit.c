/* Typed values, new rows, and what is said about them. */
#include "model/edit_in.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"
#include "table/out.h"

void
edit_begin(struct edit *e, struct project *p, const struct cmd *c)
{
	memset(e, 0, sizeof(*e));
	e->p = p;
	e->id = opt_get(c, "id");
	e->again = opt_has(c, "again");
	e->dated = c->date_given;
	str_init(&e->notes);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
edit_note(struct edit *e, const char *fmt, ...)
{
	va_list	 ap;
	char	*text, *p;

	va_start(ap, fmt);
	if (vasprintf(&text, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	for (p = text; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	str_add(&e->notes, text);
	str_addc(&e->notes, '\n');
	free(text);
}
#pragma GCC diagnostic pop

/* Where the person wants it: -o, else standard output. */
static int
print_id(const struct cmd *c, const char *id)
{
	struct out	o;

	if (out_begin(&o, c->out) != 0)
		return -1;
	fprintf(o.fp, "%s\n", id);
	return out_end(&o, 0);
}

void
edit_say(const struct edit *e)
{
	char	*line, *rest = e->notes.s;

	while ((line = strsep(&rest, "\n")) != NULL)
		if (*line != '\0')
			msg_note("%s", line);
}

int
edit_end(struct edit *e, const struct cmd *c)
{
	int	rc = project_save(e->p);

	if (rc == 0 && (!c->dry || e->previews))
		edit_say(e);
	if (rc == 0 && !c->dry && e->got != NULL)
		rc = print_id(c, e->got);
	edit_cancel(e);
	return rc;
}

void
edit_cancel(struct edit *e)
{
	str_free(&e->notes);
	free(e->got);
	e->got = NULL;
}

void
edit_run(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    void *), struct entry *en, void *arg)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct edit	 e;

	if (p == NULL)
		return;
	edit_begin(&e, p, c);
	if (fn(&e, c, en, arg) == 0)
		edit_end(&e, c);
	else
		edit_cancel(&e);
	if (en != NULL)
		entry_free(en);
	project_close(p);
}

/* An operand has no option's name: the column's stands in for it. */
static const char *
entry_name(const struct entry *en)
{
	return en->option != NULL ? en->option : en->column;
}

/* Blanks around go; line ends and tabs inside become blanks. */
static char *
tidy(const char *typed)
{
	char	*s, *p;
	size_t	 n;

	typed += strspn(typed, " \t\r\n");
	s = mem_strdup(typed);
	for (n = strlen(s); n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL; n--)
		s[n - 1] = '\0';
	for (p = s; *p != '\0'; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	return s;
}

static char *
read_date(struct project *p, const struct entry *en, const char *s)
{
	char	buf[DATE_LEN];
	int	day;

	if (project_day(p, s, &day) == 0)
		return mem_strdup(date_str(buf, day));
	project_day_fault(p, entry_name(en), s);
	return NULL;
}

static char *
read_int(const struct column *c, const struct entry *en, const char *s)
{
	int64_t	v;

	if (num_int(s, c->lo, c->hi, &v) == 0)
		return mem_printf("%lld", (long long)v);
	msg_fault(NULL, N_("%s: not a whole number from %lld to %lld: '%s'"),
	    entry_name(en), (long long)c->lo, (long long)c->hi, s);
	return NULL;
}

/* "1,500" is fifteen hundred to some, one and a half to others. */
static int
two_ways(const char *s)
{
	const char	*comma = strchr(s, ',');
	size_t		 n;

	if (comma == NULL || strlen(comma + 1) != 3)
		return 0;
	s += strspn(s, "+-");
	n = strspn(s, "0123456789");
	return s + n == comma && n >= 1 && n <= 3 && *s != '0';
}

static char *
read_dec(const struct column *c, const struct entry *en, const char *s)
{
	char	buf[NUM_LEN];
	fixed	v;

	if (num_fixed(s, 1, &v) != 0)
		msg_fault(NULL, N_("%s: not a number: '%s' (write it as 12.5)"),
		    entry_name(en), s);
	else if (two_ways(s))
		msg_fault(NULL, N_("%s: '%s' may be a thousand or a decimal: "
		    "write it without the comma, or with a point"),
		    entry_name(en), s);
	else if ((c->lo != 0 || c->hi != 0) &&
	    (v < c->lo * FIXED_ONE || v > c->hi * FIXED_ONE))
		msg_fault(NULL, N_("%s: not from %lld to %lld: '%s'"),
		    entry_name(en), (long long)c->lo, (long long)c->hi, s);
	else
		return mem_strdup(num_str(buf, v, 0));
	return NULL;
}

/* The allowed values, in the words that a person would type. */
static char *
enum_list(const struct column *c)
{
	const char	*v = c->values;
	struct str	 s;

	if (c->values_fr != NULL && strcmp(lang_now(), "fr") == 0)
		v = c->values_fr;
	str_init(&s);
	for (; *v != '\0'; v++)
		if (*v == '|')
			str_add(&s, ", ");
		else
			str_addc(&s, *v);
	return str_take(&s);
}

static char *
read_enum(const struct column *c, const struct entry *en, const char *s)
{
	char		 buf[64], *list;
	const char	*v = schema_value(c, s, buf);

	if (v != NULL)
		return mem_strdup(v);
	list = enum_list(c);
	msg_fault(NULL, N_("%s: '%s' is none of: %s"), entry_name(en), s, list);
	free(list);
	return NULL;
}

static char *
read_value(struct edit *e, const struct column *c, const struct entry *en,
    const char *s)
{
	if (*s == '\0') {
		if (!(c->flags & COL_NEED))
			return mem_strdup("");
		msg_fault(NULL, N_("%s: must not be empty"), entry_name(en));
		return NULL;
	}
	switch (c->type) {
	case COL_DATE:
		return read_date(e->p, en, s);
	case COL_INT:
		return read_int(c, en, s);
	case COL_DEC:
		return read_dec(c, en, s);
	case COL_ENUM:
		return read_enum(c, en, s);
	case COL_REF:
	case COL_REFS:
	case COL_OPENREF:
	case COL_OPENREFS:
		return edit_read_refs(e, c, s);
	default:
		return mem_strdup(s);
	}
}

int
entry_read(struct edit *e, const char *table, struct entry *en)
{
	const struct schema	*s = schema_find(table);
	char			*typed;
	int			 bad = 0;

	for (; en->column != NULL; en++) {
		if (en->typed == NULL)
			continue;
		typed = tidy(en->typed);
		if (utf_valid(typed, strlen(typed)) != strlen(typed)) {
			msg_fault(NULL, N_("%s: not UTF-8"), entry_name(en));
			en->value = NULL;
		} else
			en->value = read_value(e,
			    &s->cols[schema_col(s, en->column)], en, typed);
		bad |= en->value == NULL;
		free(typed);
	}
	return bad ? -1 : 0;
}

void
entry_put(struct table *t, size_t row, const struct entry *en)
{
	for (; en->column != NULL; en++)
		if (en->value != NULL)
			table_set(t, row, en->column, en->value);
}

void
entry_text(struct str *out, const struct entry *en)
{
	for (; en->column != NULL; en++)
		if (en->value != NULL)
			str_printf(out, "%s=%s\n", en->column, en->value);
}

const char *
entry_value(const struct entry *en, const char *column)
{
	for (; en->column != NULL; en++)
		if (strcmp(en->column, column) == 0)
			return en->value;
	return NULL;
}

void
entry_free(struct entry *en)
{
	for (; en->column != NULL; en++) {
		free(en->value);
		en->value = NULL;
	}
}

void
edit_begin_table(struct project *p, struct table *t)
{
	if (!t->exists && t->ncols == 0)
		table_begin_new(t, project_langs(p));
}

/* --- new rows ----------------------------------------------------------- */

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
