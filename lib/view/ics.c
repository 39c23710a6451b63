/* An iCalendar stream: the plan's days for a telephone or a mail program. */
#include "view/ics.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/utf.h"
#include "view/plantext.h"

#define OCTETS	75	/* of a line, its CRLF not counted */

/* How many of the bytes of s fit into `room` without cutting a character. */
static size_t
whole_chars(const char *s, size_t n, size_t room)
{
	if (n <= room)
		return n;
	while (room > 0 && ((unsigned char)s[room] & 0xc0) == 0x80)
		room--;
	return room;
}

/* Fold and end one line. */
static void
put_line(FILE *fp, const char *s, size_t n)
{
	size_t	room = OCTETS, k;

	while ((k = whole_chars(s, n, room)) < n) {
		fwrite(s, 1, k, fp);
		fputs("\r\n ", fp);
		s += k;
		n -= k;
		room = OCTETS - 1;	/* the blank is of the line */
	}
	fwrite(s, 1, n, fp);
	fputs("\r\n", fp);
}

void
ics_line(FILE *fp, const char *name, const char *value)
{
	struct str	s;

	str_init(&s);
	str_printf(&s, "%s:%s", name, value);
	put_line(fp, s.s, s.len);
	str_free(&s);
}

/* A control character has no place in a TEXT; a line end has its escape. */
static void
escape(struct str *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '\\' || *s == ';' || *s == ',')
			str_addc(out, '\\');
		if (*s == '\n')
			str_add(out, "\\n");
		else if (*s == '\t')
			str_addc(out, ' ');
		else if ((unsigned char)*s >= ' ' && *s != 0x7f)
			str_addc(out, *s);
	}
}

void
ics_text(FILE *fp, const char *name, const char *text)
{
	struct str	s;

	str_init(&s);
	escape(&s, text);
	ics_line(fp, name, s.s);
	str_free(&s);
}

/* "20261231", the form of a DATE; buf has DATE_LEN bytes. */
static const char *
basic(char *buf, int day)
{
	char	iso[DATE_LEN];

	date_str(iso, day);
	snprintf(buf, DATE_LEN, "%.4s%.2s%.2s", iso, iso + 5, iso + 8);
	return buf;
}

static void
put_date(FILE *fp, const char *name, int day)
{
	char	buf[DATE_LEN], full[32];

	snprintf(full, sizeof(full), "%s;VALUE=DATE", name);
	ics_line(fp, full, basic(buf, day));
}

/* Noon, so that no time zone moves it to another day. */
static void
put_time(FILE *fp, const char *name, int day)
{
	char	buf[DATE_LEN], full[32];

	snprintf(full, sizeof(full), "%sT120000Z", basic(buf, day));
	ics_line(fp, name, full);
}

static void
put_number(FILE *fp, const char *name, int n)
{
	char	buf[16];

	snprintf(buf, sizeof(buf), "%d", n);
	ics_line(fp, name, buf);
}

/* "Level 2: the accounts are shown": what it is, and its words. */
static char *
summary(const struct ics *c, const struct calendar_item *i)
{
	const char	*slash = strrchr(i->id, '/');
	char		*kind, *head, *s;

	head = i->kind == DUE_LEVEL && slash != NULL ?
	    mem_printf("%s %s", c->level_word, slash + 1) :
	    mem_strdup(plantext_due_words(i->kind, c->level_word));
	kind = utf_capital(head);
	s = *i->title != '\0' ? mem_printf(_("%s: %s"), kind, i->title) :
	    mem_strdup(kind);
	free(head);
	free(kind);
	return s;
}

static void
add_line(struct str *s, const char *label, const char *text)
{
	if (*text == '\0')
		return;
	if (s->len > 0)
		str_addc(s, '\n');
	str_printf(s, _("%s: %s"), label, text);
}

static void
put_description(FILE *fp, const struct calendar_item *i)
{
	struct str	s;

	str_init(&s);
	add_line(&s, _("Part of"), i->of);
	add_line(&s, _("Who"), i->owner);
	add_line(&s, _("How we will see it"), i->seen_by);
	add_line(&s, _("In the way"), i->obstacle);
	if (s.len > 0)
		ics_text(fp, "DESCRIPTION", s.s);
	str_free(&s);
}

static const char *
status(enum calendar_state s)
{
	switch (s) {
	case CALENDAR_DOING:
		return "IN-PROCESS";
	case CALENDAR_DONE:
		return "COMPLETED";
	case CALENDAR_LEFT:
		return "CANCELLED";
	default:
		return "NEEDS-ACTION";
	}
}

static void
put_todo(FILE *fp, const struct calendar_item *i)
{
	/* A DUE must be later than the DTSTART. */
	if (i->start != DATE_NONE && i->start < i->due)
		put_date(fp, "DTSTART", i->start);
	put_date(fp, "DUE", i->due);
	ics_line(fp, "STATUS", status(i->state));
	if (i->state == CALENDAR_DONE) {
		ics_line(fp, "PERCENT-COMPLETE", "100");
		if (i->done_on != DATE_NONE)
			put_time(fp, "COMPLETED", i->done_on);
	} else if (i->percent >= 0)
		put_number(fp, "PERCENT-COMPLETE", i->percent);
}

/* The day alone; nobody is busy because of it. */
static void
put_event(FILE *fp, const struct calendar_item *i)
{
	put_date(fp, "DTSTART", i->due);
	put_date(fp, "DTEND", i->due + 1);
	ics_line(fp, "TRANSP", "TRANSPARENT");
}

static void
put_item(FILE *fp, const struct ics *c, const struct calendar_item *i)
{
	const char	*what = c->todo ? "VTODO" : "VEVENT";
	char		*s;

	ics_line(fp, "BEGIN", what);
	s = mem_printf("%s%s.%s@%s", c->todo ? "todo." : "",
	    plantext_due_name(i->kind), i->id, c->identity);
	ics_text(fp, "UID", s);
	free(s);
	put_time(fp, "DTSTAMP", c->today);
	put_number(fp, "SEQUENCE", i->moves);
	s = summary(c, i);
	ics_text(fp, "SUMMARY", s);
	free(s);
	put_description(fp, i);
	if (c->todo)
		put_todo(fp, i);
	else
		put_event(fp, i);
	ics_line(fp, "END", what);
}

void
ics_write(FILE *fp, const struct ics *c, const struct calendar *cal)
{
	char	*s;
	size_t	 i;

	ics_line(fp, "BEGIN", "VCALENDAR");
	ics_line(fp, "VERSION", "2.0");
	s = mem_printf("-//cpm-toolkit//cpm-plan//%s", c->lang);
	ics_text(fp, "PRODID", s);
	free(s);
	s = mem_printf(_("%s: our plan"), c->name);
	ics_text(fp, "X-WR-CALNAME", s);
	free(s);
	for (i = 0; i < cal->n; i++)
		put_item(fp, c, &cal->item[i]);
	ics_line(fp, "END", "VCALENDAR");
}
