/* A participant's logbook, as people write one. */
#include "model/logbook.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/utf.h"

/* Without accents and capitals, as utf_plain gives them. */
static const struct {
	const char		*word;
	enum logbook_part	 part;
} labels[] = {
	{ "teaching", LOGBOOK_TEACHING }, { "teachings", LOGBOOK_TEACHING },
	{ "learning", LOGBOOK_TEACHING }, { "learnings", LOGBOOK_TEACHING },
	{ "learnt", LOGBOOK_TEACHING }, { "learned", LOGBOOK_TEACHING },
	{ "lesson", LOGBOOK_TEACHING }, { "lessons", LOGBOOK_TEACHING },
	{ "enseignement", LOGBOOK_TEACHING },
	{ "enseignements", LOGBOOK_TEACHING },
	{ "apprentissage", LOGBOOK_TEACHING },
	{ "apprentissages", LOGBOOK_TEACHING },
	{ "appris", LOGBOOK_TEACHING }, { "lecon", LOGBOOK_TEACHING },
	{ "lecons", LOGBOOK_TEACHING },
	{ "feeling", LOGBOOK_FEELING }, { "feelings", LOGBOOK_FEELING },
	{ "felt", LOGBOOK_FEELING }, { "ressenti", LOGBOOK_FEELING },
	{ "ressentis", LOGBOOK_FEELING }, { "vecu", LOGBOOK_FEELING },
	{ "emotion", LOGBOOK_FEELING }, { "emotions", LOGBOOK_FEELING },
	{ "progress", LOGBOOK_PROGRESS }, { "progres", LOGBOOK_PROGRESS },
	{ "advance", LOGBOOK_PROGRESS }, { "advances", LOGBOOK_PROGRESS },
	{ "avancee", LOGBOOK_PROGRESS }, { "avancees", LOGBOOK_PROGRESS },
	{ "avancement", LOGBOOK_PROGRESS }, { "progression", LOGBOOK_PROGRESS },
	{ "progressions", LOGBOOK_PROGRESS },
	/* As a page is asked for, and as people begin a sentence. */
	{ "what i learnt", LOGBOOK_TEACHING },
	{ "what i learned", LOGBOOK_TEACHING },
	{ "what i felt", LOGBOOK_FEELING },
	{ "what moved", LOGBOOK_PROGRESS },
	{ "ce que j'ai appris", LOGBOOK_TEACHING },
	{ "ce que j'apprends", LOGBOOK_TEACHING },
	{ "ce que j'ai ressenti", LOGBOOK_FEELING },
	{ "ce que je ressens", LOGBOOK_FEELING },
	{ "ce que j'ai vecu", LOGBOOK_FEELING },
	{ "ce qui a avance", LOGBOOK_PROGRESS },
	{ "ce qui a bouge", LOGBOOK_PROGRESS },
	{ "other", LOGBOOK_OTHER }, { "autre", LOGBOOK_OTHER },
	{ "notes", LOGBOOK_OTHER }
};

static const char *const	months[] = {
	"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december",
	"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet",
	"aout", "septembre", "octobre", "novembre", "decembre"
};

const char *
logbook_part_words(enum logbook_part p)
{
	static const char *const	words[] = { N_("Teaching"),
	    N_("Feeling"), N_("Progress"), N_("Other notes") };

	return _(words[p]);
}

/* --- a date in a heading -------------------------------------------------- */

/* DATED_YEARLESS: a day and a month, and no day above to tell the year. */
enum dated { DATED_NO, DATED, DATED_WRONG, DATED_YEARLESS };

/* How a date is read: what comes first in 05/02, the day above, and whether
 * the line is a heading (a day and month that words follow), or a date alone
 * ("24/04", which else is a share). */
struct how_dated {
	int	order, above, heading, alone;
};

/* n digits at s, as a number; -1. */
static int
digits(const char *s, size_t least, size_t most, size_t *n)
{
	int	v = 0;

	for (*n = 0; *n < most && isdigit((unsigned char)s[*n]); (*n)++)
		v = v * 10 + (s[*n] - '0');
	return *n < least || isdigit((unsigned char)s[*n]) ? -1 : v;
}

static enum dated
made(int y, int m, int d, int *day)
{
	if (y < 1900 || y > 2199)
		return DATED_WRONG;
	*day = date_make(y, m, d);
	return *day == DATE_NONE ? DATED_WRONG : DATED;
}

/* "14 April" under a day: of the year that brings it nearest to that. */
static enum dated
yearless(int m, int d, int above, int *day)
{
	int	y, k, got, gap, best = INT_MAX;

	if (above == DATE_NONE)
		return made(2000, m, d, day) == DATED ? DATED_YEARLESS :
		    DATED_WRONG;
	date_parts(above, &y, &k, &k);
	for (k = -1; k <= 1; k++) {
		got = date_make(y + k, m, d);
		if (got == DATE_NONE)
			continue;
		gap = got > above ? got - above : above - got;
		if (gap < best) {
			best = gap;
			*day = got;
		}
	}
	return best == INT_MAX ? DATED_WRONG : DATED;
}

/* "2026-02-15", "15/02/2026", "15.2.2026", "15/02". */
static enum dated
numbers(const char *s, const struct how_dated *h, int *day)
{
	size_t	n, k;
	int	a = digits(s, 1, 4, &n), b, c, order = h->order;
	char	sep = s[n];

	if (a < 0 || strchr("-/.", sep) == NULL || sep == '\0')
		return DATED_NO;
	s += n + 1;
	k = n;
	if ((b = digits(s, 1, 2, &n)) < 0)
		return DATED_NO;
	if (h->alone && sep == '/' && k <= 2 && s[n] == '\0')
		return order == 'm' ? yearless(a, b, h->above, day) :
		    yearless(b, a, h->above, day);
	if (s[n] != sep)
		return DATED_NO;
	s += n + 1;
	if (k == 4)
		return (c = digits(s, 1, 2, &n)) < 0 ? DATED_NO :
		    made(a, b, c, day);
	if ((c = digits(s, 4, 4, &n)) < 0 || k > 2)
		return DATED_NO;
	return order == 'm' ? made(c, a, b, day) : made(c, b, a, day);
}

/* The month that the word at s begins with: 1 to 12, 0; abbreviated too. */
static int
month_at(const char *s, size_t *n)
{
	size_t	i;

	for (*n = 0; isalpha((unsigned char)s[*n]); (*n)++)
		;
	for (i = 0; *n >= 3 && i < sizeof(months) / sizeof(*months); i++)
		if (strncmp(months[i], s, *n) == 0) {
			*n += s[*n] == '.';
			return (int)(i % 12) + 1;
		}
	return 0;
}

/* "15 fevrier 2026", "1er mars 2026", "february 15, 2026", "14 avril". */
static enum dated
words(const char *s, const struct how_dated *h, int *day)
{
	size_t	n;
	int	d, m, y;

	if (isdigit((unsigned char)*s)) {
		if ((d = digits(s, 1, 2, &n)) < 0)
			return DATED_NO;
		s += n;
		if (strncmp(s, "er ", 3) == 0 || strncmp(s, "th ", 3) == 0 ||
		    strncmp(s, "st ", 3) == 0 || strncmp(s, "nd ", 3) == 0 ||
		    strncmp(s, "rd ", 3) == 0)
			s += 2;
		s += strspn(s, " ");
		if ((m = month_at(s, &n)) == 0)
			return DATED_NO;
		s += n;
	} else {
		if ((m = month_at(s, &n)) == 0)
			return DATED_NO;
		s += n;
		s += strspn(s, " ");
		if ((d = digits(s, 1, 2, &n)) < 0)
			return DATED_NO;
		s += n;
	}
	s += strspn(s, " ,");
	if ((y = digits(s, 4, 4, &n)) >= 0)
		return made(y, m, d, day);
	return h->heading || s[strspn(s, ".:")] == '\0' ?
	    yearless(m, d, h->above, day) : DATED_NO;
}

/* A date anywhere in the line; the first one counts. */
static enum dated
dated(const char *line, const struct how_dated *h, int *day)
{
	char		*plain = utf_plain(line);
	const char	*s;
	enum dated	 got = DATED_NO;

	for (s = plain; *s != '\0' && got == DATED_NO; s++) {
		if (!isalnum((unsigned char)*s) ||
		    (s > plain && isalnum((unsigned char)s[-1])))
			continue;
		if ((got = numbers(s, h, day)) == DATED_NO)
			got = words(s, h, day);
	}
	free(plain);
	return got;
}

/* Whether the line is a date and nothing else: no text may be lost in it. */
static int
alone(const char *line)
{
	static const char *const	days[] = { "monday", "tuesday",
	    "wednesday", "thursday", "friday", "saturday", "sunday", "lundi",
	    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
	    "le", "on" };
	char		*plain = utf_plain(line);
	const char	*s = plain;
	size_t		 i, n;
	int		 ok = 1;

	for (; *s != '\0' && ok; s += n) {
		for (n = 0; isalnum((unsigned char)s[n]) || s[n] < 0; n++)
			;
		if (n == 0) {
			n = 1;
			continue;
		}
		if (isdigit((unsigned char)*s))
			continue;
		ok = month_at(s, &i) > 0;
		for (i = 0; !ok && i < sizeof(days) / sizeof(*days); i++)
			ok = strlen(days[i]) == n &&
			    strncmp(days[i], s, n) == 0;
	}
	free(plain);
	return ok;
}

/* --- labels ----------------------------------------------------------------- */

static int
part_of(const char *word, size_t n, enum logbook_part *part)
{
	char	*copy, *plain, *s;
	size_t	 i, len;
	int	 found = 0;

	while (n > 0 && strchr("#*_ \t-:", *word) != NULL) {
		word++;
		n--;
	}
	while (n > 0 && strchr("*_ \t:", word[n - 1]) != NULL)
		n--;
	copy = mem_strndup(word, n);
	plain = utf_plain(copy);
	for (s = plain, len = strlen(s); len > 0 && s[len - 1] == ':';)
		s[--len] = '\0';
	while (len > 0 && s[len - 1] == ' ')
		s[--len] = '\0';
	for (i = 0; i < sizeof(labels) / sizeof(*labels) && !found; i++)
		if (strcmp(labels[i].word, s) == 0) {
			*part = labels[i].part;
			found = 1;
		}
	free(plain);
	free(copy);
	return found;
}

/* "**Teaching**: text" or "- feeling : text": *rest is the text. */
static int
labelled(const char *line, enum logbook_part *part, const char **rest)
{
	const char	*colon = strchr(line, ':');

	if (colon == NULL || colon - line > 40 ||
	    !part_of(line, (size_t)(colon - line), part))
		return 0;
	*rest = colon + 1 + strspn(colon + 1, "*_ \t");
	return 1;
}

/* --- reading ------------------------------------------------------------------ */

struct reading {
	struct logbook	*b;
	size_t		 cap;
	const char	*shown;
	int		 order, failed, early;
	int		 day, last;	/* last: the last one there was */
	enum logbook_part part;
	struct str	 text;			/* of the item under way */
	long		 line, begun;
};

static void
finish(struct reading *r)
{
	struct logbook_item	*i;

	if (r->text.len == 0)
		return;
	r->b->items = mem_grow(r->b->items, r->b->n, &r->cap,
	    sizeof(*r->b->items));
	i = &r->b->items[r->b->n++];
	i->day = r->day;
	i->part = r->part;
	i->text = arena_str(&r->b->arena, r->text.s);
	i->line = r->begun;
	str_reset(&r->text);
	if (r->day == DATE_NONE && !r->early++) {
		struct place	at = { r->shown, r->begun, 0, NULL };

		msg_warn(&at, N_("text before the first day (a heading with a "
		    "date)"));
	}
}

static void
more(struct reading *r, const char *text)
{
	if (*text == '\0')
		return;
	if (r->text.len == 0)
		r->begun = r->line;
	else
		str_addc(&r->text, ' ');
	str_add(&r->text, text);
}

static int
day_line(struct reading *r, const char *line, int heading)
{
	struct place	at = { r->shown, r->line, 0, NULL };
	struct how_dated how = { r->order, r->last, heading, alone(line) };
	enum dated	got;
	int		day = DATE_NONE;

	if (!heading && !how.alone)
		return 0;
	got = dated(line, &how, &day);
	if (got == DATED_NO)
		return 0;
	finish(r);
	if (got != DATED) {
		/* What follows is of no day, least of all the one before. */
		msg_fault(&at, got == DATED_WRONG ?
		    N_("no such day (write it as 2026-12-31)") :
		    N_("a day of which year? (write it as 2026-12-31)"));
		r->failed = r->early = 1;
		r->day = DATE_NONE;
		r->part = LOGBOOK_OTHER;
		return 1;
	}
	r->day = r->last = day;
	r->part = LOGBOOK_OTHER;
	return 1;
}

/* A line drawn under a heading or between two parts. */
static int
is_rule(const char *line)
{
	return strlen(line) >= 3 && strchr("=-*_", *line) != NULL &&
	    strspn(line, (const char[]){ *line, '\0' }) == strlen(line);
}

static void
take_line(struct reading *r, char *line)
{
	const char		*rest;
	enum logbook_part	 part;
	int			 heading = *line == '#', item;

	if (*line == '\0' || is_rule(line)) {
		finish(r);
		return;
	}
	item = strchr("-*+", *line) != NULL && (line[1] == ' ' ||
	    line[1] == '\t');
	if (!item && day_line(r, line, heading))
		return;
	if (heading) {
		finish(r);
		if (part_of(line, strlen(line), &part))
			r->part = part;
		else if (labelled(line, &part, &rest)) {
			r->part = part;
			more(r, rest);
			finish(r);
		}
		return;
	}
	if (labelled(line, &part, &rest)) {
		finish(r);
		r->part = part;
		more(r, rest);
		return;
	}
	if (strlen(line) <= 40 && !item && part_of(line, strlen(line),
	    &part)) {
		finish(r);
		r->part = part;
		return;
	}
	if (item)
		finish(r);
	more(r, item ? line + 1 + strspn(line + 1, " \t") : line);
}

/* Teachings, feelings, progress; each by day, then as it stands. */
static int
by_thread(const void *a, const void *b)
{
	const struct logbook_item	*x = a, *y = b;

	if (x->part != y->part)
		return x->part < y->part ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static void
read_all(struct reading *r, const char *text)
{
	char	*copy = mem_strdup(text), *rest = copy, *line;
	size_t	 n;

	if (strncmp(rest, "\357\273\277", 3) == 0)
		rest += 3;
	while ((line = strsep(&rest, "\n")) != NULL) {
		r->line++;
		line += strspn(line, " \t");
		for (n = strlen(line); n > 0 && strchr(" \t\r", line[n - 1]) !=
		    NULL; n--)
			line[n - 1] = '\0';
		take_line(r, line);
	}
	finish(r);
	free(copy);
}

int
logbook_read(struct logbook *b, const char *text, const char *shown,
    int order)
{
	struct reading	r = { b, 0, shown, order, 0, 0, DATE_NONE,
			    DATE_NONE, LOGBOOK_OTHER, { NULL, 0, 0 }, 0, 0 };
	size_t		i;

	memset(b, 0, sizeof(*b));
	arena_init(&b->arena);
	str_init(&r.text);
	read_all(&r, text);
	str_free(&r.text);
	b->last = r.day;
	if (b->n > 1)
		qsort(b->items, b->n, sizeof(*b->items), by_thread);
	for (i = 0; i < b->n; i++)
		b->items[i].number = (int)i + 1;
	return r.failed ? -1 : 0;
}

void
logbook_free(struct logbook *b)
{
	free(b->items);
	arena_free(&b->arena);
}

/* --- writing -------------------------------------------------------------------- */

/* A page is one day's: what belongs to another would get this one's date. */
static int
other_day(const char *line, struct place at)
{
	struct how_dated	how = { 'd', DATE_NONE, 0, 0 };
	int			day;

	line += strspn(line, " \t");
	how.heading = *line == '#';
	how.alone = alone(line);
	if ((!how.heading && !how.alone) || dated(line, &how, &day) ==
	    DATED_NO)
		return 0;
	msg_fault(&at, N_("a page is for one day, that of --date or date:; "
	    "here is another"));
	msg_hint(N_("cpm-log harvest -f FILE reads a whole logbook"));
	return 1;
}

int
logbook_split(const char *typed, struct place at, struct arena *a,
    const char *texts[LOGBOOK_PARTS])
{
	enum logbook_part	 part = LOGBOOK_OTHER, p;
	char			*copy = mem_strdup(typed), *rest = copy, *line;
	const char		*said;
	int			 k, bad = 0;

	for (k = 0; k < LOGBOOK_PARTS; k++)
		texts[k] = NULL;
	for (; (line = strsep(&rest, "\n")) != NULL; at.line++) {
		line[strcspn(line, "\r")] = '\0';
		bad |= other_day(line, at);
		said = line;
		if (labelled(line, &p, &said) ||
		    (strlen(line) <= 40 && part_of(line, strlen(line), &p))) {
			part = p;
			if (said == line)
				continue;
		}
		texts[part] = texts[part] == NULL ? arena_str(a, said) :
		    arena_printf(a, "%s\n%s", texts[part], said);
	}
	free(copy);
	for (k = 0; k < LOGBOOK_PARTS; k++)
		if (texts[k] != NULL &&
		    texts[k][strspn(texts[k], " \t\n")] == '\0')
			texts[k] = NULL;
	return bad ? -1 : 0;
}

/* Whether all lines of a text stand in this part of this day. */
static int
stands(const struct logbook *b, int day, enum logbook_part part,
    const char *text)
{
	struct logbook	one;
	size_t		i, k;
	int		all = 1;

	msg_hush(1);
	logbook_read(&one, text, "", 'd');
	msg_hush(0);
	for (i = 0; i < one.n && all; i++) {
		all = 0;
		for (k = 0; k < b->n && !all; k++)
			all = b->items[k].day == day &&
			    b->items[k].part == part &&
			    strcmp(b->items[k].text, one.items[i].text) == 0;
	}
	logbook_free(&one);
	return all;
}

static void
trimmed(struct str *s, const char *text)
{
	size_t	n;

	text += strspn(text, " \t\r\n");
	for (n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL;
	    n--)
		;
	str_addn(s, text, n);
}

char *
logbook_add(const char *have, int order, int day,
    const char *const texts[LOGBOOK_PARTS])
{
	struct logbook	b;
	struct str	s;
	char		buf[DATE_LEN];
	int		k, n = 0;

	/* What is wrong in it is said where it is read; this goes behind. */
	msg_hush(1);
	logbook_read(&b, have != NULL ? have : "", "", order);
	msg_hush(0);
	str_init(&s);
	if (have == NULL)
		str_printf(&s, "# %s\n", _("My logbook"));
	else
		str_add(&s, have);
	if (s.len > 0 && s.s[s.len - 1] != '\n')
		str_addc(&s, '\n');
	if (b.last != day)
		str_printf(&s, "\n## %s\n", date_str(buf, day));
	for (k = 0; k < LOGBOOK_PARTS; k++) {
		if (texts[k] == NULL || stands(&b, day, (enum logbook_part)k,
		    texts[k]))
			continue;
		str_printf(&s, "\n### %s\n\n",
		    logbook_part_words((enum logbook_part)k));
		trimmed(&s, texts[k]);
		str_addc(&s, '\n');
		n++;
	}
	logbook_free(&b);
	if (n > 0)
		return str_take(&s);
	str_free(&s);
	return NULL;
}
