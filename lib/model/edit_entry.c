/*
 * Values as they were typed: canonical by their column's type, or a fault.
 * References are read in edit_ref.c.
 */
#include "model/edit_in.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/utf.h"

/* An operand has no option's name: the column's stands in for it. */
static const char *
entry_name(const struct entry *en)
{
	return en->option != NULL ? en->option : en->column;
}

/* --- days, numbers, words ------------------------------------------------- */

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

/* --- all that was typed --------------------------------------------------- */

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
