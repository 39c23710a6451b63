/*
 * Whether a cell holds what its column says, and its canonical form: words in
 * English, ISO days, decimal points.  Where it does not, that is said here.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "base/slug.h"
#include "table/table_in.h"

struct place
table_place(const struct table *t, size_t i, const char *name)
{
	struct place	at = { t->shown, 0, 0, name };

	if (i < t->nrows)
		at.line = t->rows[i].line;
	return at;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-security"
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
table_cell_fault(const struct table *t, long line, const char *header,
    const char *what, const char *value)
{
	struct place	at = { t->shown, line, 0, header };

	if (t->secret || value == NULL || *value == '\0')
		msg_fault(&at, "%s", gettext(what));
	else
		msg_fault(&at, N_("%s: '%.80s'"), gettext(what), value);
}
#pragma GCC diagnostic pop

void
table_fault(const struct table *t, size_t i, const char *name,
    const char *what)
{
	int	c = name != NULL ? table_col(t, name) : -1;

	table_cell_fault(t, i < t->nrows ? t->rows[i].line : 0,
	    c >= 0 ? t->header[c] : name, what,
	    c >= 0 ? cell_at(t, i, c) : NULL);
}

/* "1:0 2:1 3:4": values rise, counts are whole; "governance:4" with `ids`. */
static int
counts_ok(const char *s, int ids)
{
	char	value[SLUG_MAX + 1];
	fixed	v, last = FIXED_NONE;
	size_t	n;

	while (*s != '\0') {
		n = strcspn(s, ":");
		if (s[n] != ':' || n == 0 || n >= sizeof(value))
			return 0;
		memcpy(value, s, n);
		value[n] = '\0';
		if (ids) {
			if (!slug_ok(value))
				return 0;
		} else if (num_fixed(value, 0, &v) != 0 ||
		    (last != FIXED_NONE && v <= last))
			return 0;
		else
			last = v;
		s += n + 1;
		n = strspn(s, "0123456789");
		if (n == 0 || n > 15)
			return 0;
		s += n;
		if (*s == ' ')
			s++;
		else if (*s != '\0')
			return 0;
	}
	return 1;
}

/* Several ids with blanks between; `open`: "word:id" each. */
static int
refs_ok(const char *s, int several, int open)
{
	char		 one[2 * SLUG_MAX + 8], *colon, *slash;
	size_t		 n;
	int		 count = 0;

	while (*s != '\0') {
		n = strcspn(s, " ");
		if (n == 0 || n >= sizeof(one))
			return 0;
		memcpy(one, s, n);
		one[n] = '\0';
		if (open && (colon = strchr(one, ':')) != NULL) {
			*colon = '\0';
			if (schema_open(one) == NULL)
				return 0;
			memmove(one, colon + 1, strlen(colon + 1) + 1);
			if ((slash = strchr(one, '/')) != NULL)
				*slash = '\0';
		}
		if (!slug_ok(one))
			return 0;
		s += n;
		s += strspn(s, " ");
		count++;
	}
	return several || count <= 1;
}

static const char *
allowed(const struct column *c, char *buf, size_t size)
{
	size_t	i, n = 0;

	for (i = 0; c->values[i] != '\0' && n + 3 < size; i++) {
		if (c->values[i] == '|') {
			buf[n++] = ',';
			buf[n++] = ' ';
		} else
			buf[n++] = c->values[i];
	}
	buf[n] = '\0';
	return buf;
}

/* Canonical form of an enumerated list, or NULL. */
static const char *
enums(struct table *t, const struct column *c, const char *v)
{
	char		 one[64], buf[64];
	const char	*value;
	struct str	 out;
	size_t		 n;
	char		*kept;

	str_init(&out);
	while (*v != '\0') {
		n = strcspn(v, " ");
		if (n >= sizeof(one))
			break;
		memcpy(one, v, n);
		one[n] = '\0';
		if (n > 0 && (value = schema_value(c, one, buf)) == NULL)
			break;
		if (n > 0)
			str_printf(&out, "%s%s", out.len > 0 ? " " : "", buf);
		v += n;
		v += *v == ' ';
	}
	kept = *v == '\0' ? arena_str(&t->arena, out.s) : NULL;
	str_free(&out);
	return kept;
}

/* What a number may be, for the hint. */
static void
hint_range(const struct column *c, struct check *ck)
{
	snprintf(ck->list, sizeof(ck->list), _("from %lld to %lld"),
	    (long long)c->lo, (long long)c->hi);
}

static const char *
check_day(struct table *t, const char *v, struct check *ck,
    const char **what)
{
	const char	*hint;
	char		 buf[64];
	int		 day;

	if (date_parse(v, &day) == 0)
		return v;
	if (date_parse_as(v, ck->order, &day) == 0)
		return arena_str(&t->arena, date_str(buf, day));
	*what = date_written(v, ck->order) ? N_("no such day (YYYY-MM-DD)") :
	    N_("not written as a day is (YYYY-MM-DD)");
	if ((hint = date_wrong_hint(v, ck->order)) != NULL)
		snprintf(ck->list, sizeof(ck->list), "%s", hint);
	return NULL;
}

static const char *
check_month(const char *v)
{
	char	buf[64];
	int	day;

	snprintf(buf, sizeof(buf), "%.40s-01", v);
	return date_parse(buf, &day) == 0 ? v : NULL;
}

static const char *
check_int(struct table *t, const struct column *c, const char *v,
    struct check *ck)
{
	char	buf[64];
	int64_t	n;

	if (num_int(v, c->lo, c->hi != 0 || c->lo != 0 ? c->hi :
	    INT64_MAX, &n) == 0) {
		/* "02" is 2, also as a key. */
		snprintf(buf, sizeof(buf), "%lld", (long long)n);
		return strcmp(buf, v) == 0 ? v : arena_str(&t->arena, buf);
	}
	if (c->hi != 0 && c->hi != INT64_MAX)
		hint_range(c, ck);
	return NULL;
}

/* A decimal, or a score, which may be one of the column's words instead. */
static const char *
check_decimal(struct table *t, const struct column *c, const char *v,
    struct check *ck, const char **what)
{
	char		 buf[64];
	const char	*value;
	fixed		 x;

	*what = N_("not a number");
	if (c->type == COL_SCORE && c->values != NULL &&
	    (value = schema_value(c, v, buf)) != NULL)
		return strcmp(value, v) == 0 ? v : arena_str(&t->arena, value);
	if (num_fixed(v, ck->commas, &x) != 0)
		return NULL;
	if (c->type == COL_DEC && (c->lo != 0 || c->hi != 0) &&
	    (x < c->lo * FIXED_ONE || x > c->hi * FIXED_ONE)) {
		*what = N_("not in its range");
		hint_range(c, ck);
		return NULL;
	}
	if (strchr(v, ',') != NULL)
		t->dialect.comma = 1;
	else if ((c->flags & COL_KEY) == 0 ||
	    strcmp(num_str(buf, x, 0), v) == 0)
		return v;
	return arena_str(&t->arena, num_str(buf, x, 0));
}

static const char *
check_word(struct table *t, const struct column *c, const char *v,
    struct check *ck)
{
	char		 buf[64];
	const char	*value;

	if ((value = schema_value(c, v, buf)) != NULL)
		return strcmp(value, v) == 0 ? v : arena_str(&t->arena, value);
	snprintf(ck->list, sizeof(ck->list), _("one of: %s"),
	    allowed(c, (char[512]){ 0 }, 512));
	return NULL;
}

static const char *
check_words(struct table *t, const struct column *c, const char *v,
    struct check *ck)
{
	const char	*value = enums(t, c, v);

	if (value == NULL)
		snprintf(ck->list, sizeof(ck->list), _("some of: %s"),
		    allowed(c, (char[512]){ 0 }, 512));
	return value;
}

/*
 * Check one cell and bring it to its canonical form (which is returned).
 * NULL: it is wrong, *what says why and the hint may go to ck->list.
 */
static const char *
check_cell(struct table *t, const struct column *c, const char *v,
    struct check *ck, const char **what)
{
	ck->list[0] = '\0';
	switch (c->type) {
	case COL_TEXT:
	case COL_LANG:
		return v;
	case COL_ID:
	case COL_CODE:
		*what = N_("not an identifier (letters, digits, - and _)");
		return slug_ok(v) ? v : NULL;
	case COL_REF:
		*what = N_("not an identifier (letters, digits, - and _)");
		return refs_ok(v, 0, 0) ? v : NULL;
	case COL_REFS:
		*what = N_("not identifiers with blanks between them");
		return refs_ok(v, 1, 0) ? v : NULL;
	case COL_OPENREF:
		*what = N_("not a reference like action:ID");
		return refs_ok(v, 0, 1) ? v : NULL;
	case COL_OPENREFS:
		*what = N_("not references like action:ID with blanks between "
		    "them");
		return refs_ok(v, 1, 1) ? v : NULL;
	case COL_DATE:
		return check_day(t, v, ck, what);
	case COL_MONTH:
		*what = N_("no such month (YYYY-MM)");
		return check_month(v);
	case COL_INT:
		*what = N_("not a whole number in its range");
		return check_int(t, c, v, ck);
	case COL_DEC:
	case COL_SCORE:
		return check_decimal(t, c, v, ck, what);
	case COL_ENUM:
		*what = N_("not one of the allowed words");
		return check_word(t, c, v, ck);
	case COL_ENUMS:
		*what = N_("not among the allowed words");
		return check_words(t, c, v, ck);
	case COL_COUNTS:
		*what = c->ref != NULL ?
		    N_("not counts like governance:4 volunteers:9") :
		    N_("not counts like 1:0 2:1 3:4");
		return counts_ok(v, c->ref != NULL) ? v : NULL;
	}
	return v;
}

void
table_check_row(struct table *t, struct row *row, struct check *ck)
{
	const struct column	*c;
	const char		*value, *what = NULL;
	int			 i;

	for (i = 0; i < t->ncols; i++) {
		if (t->col[i] < 0)
			continue;
		c = &t->schema->cols[t->col[i]];
		if (row->f[i][0] == '\0') {
			if ((c->flags & COL_NEED) == 0)
				continue;
			table_cell_fault(t, row->line, t->header[i],
			    N_("may not be empty"), NULL);
			row->bad = t->broken = 1;
			continue;
		}
		value = check_cell(t, c, row->f[i], ck, &what);
		if (value == NULL) {
			table_cell_fault(t, row->line, t->header[i], what,
			    row->f[i]);
			if (ck->list[0] != '\0')
				msg_hint("%s", ck->list);
			row->bad = t->broken = 1;
		} else if (value != row->f[i])
			row->f[i] = (char *)(uintptr_t)value;
	}
}
