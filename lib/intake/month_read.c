/* A sheet of the month as it came back: recognised and read, line by line. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "intake/day.h"
#include "intake/month_in.h"
#include "intake/source.h"
#include "intake/words.h"

#define CELL_MAX	((size_t)16 << 10)	/* bytes of a cell that is read */

struct place
told_place(const struct told_all *all, const struct told *t,
    enum month_field f)
{
	return (struct place){ all->shown, t->line, 0, t->col[f] };
}

struct sheet_told *
told_sheet(struct told_all *all, const char *key, int first)
{
	struct sheet_told	*s;
	size_t			 i;

	for (i = 0; i < all->n; i++)
		if (strcmp(all->s[i].key, key) == 0)
			return &all->s[i];
	all->s = mem_grow(all->s, all->n, &all->cap, sizeof(*all->s));
	s = &all->s[all->n];
	memset(s, 0, sizeof(*s));
	s->key = arena_str(&all->arena, key);
	s->first = first;
	s->at = all->n++;
	return s;
}

struct told *
told_line(struct sheet_told *s, long line, const char *id)
{
	struct told	*t;
	int		 f;

	s->t = mem_grow(s->t, s->n, &s->cap, sizeof(*s->t));
	t = &s->t[s->n++];
	memset(t, 0, sizeof(*t));
	t->line = line;
	t->id = id;
	t->on = DATE_NONE;
	for (f = 0; f < MF_COUNT; f++)
		t->f[f] = "";
	return t;
}

void
told_free(struct told_all *all)
{
	size_t	i;

	for (i = 0; i < all->n; i++)
		free(all->s[i].t);
	free(all->s);
	arena_free(&all->arena);
}

/* --- a month as a spreadsheet makes it ------------------------------------------ */

/* "mars-26", "March 2026": the only month that begins so, and its year. */
static int
month_spoken(const char *s, int *first)
{
	static const char *const	names[] = {
		"january|janvier", "february|fevrier", "march|mars",
		"april|avril", "may|mai", "june|juin", "july|juillet",
		"august|aout", "september|septembre", "october|octobre",
		"november|novembre", "december|decembre"
	};
	char		*plain = words_plain(s);
	const char	*rest, *fr;
	size_t		 n, digits;
	int64_t		 year;
	int		 m, month = 0, day = DATE_NONE;

	n = strspn(plain, "abcdefghijklmnopqrstuvwxyz");
	for (m = 0; n >= 3 && m < 12; m++) {
		fr = strchr(names[m], '|') + 1;
		if (strncmp(names[m], plain, n) == 0 ||
		    strncmp(fr, plain, n) == 0)
			month = month == 0 ? m + 1 : -1;
	}
	rest = plain + n + strspn(plain + n, " .-/");
	digits = strspn(rest, "0123456789");
	if (month > 0 && (digits == 2 || digits == 4) &&
	    num_int(rest, 0, 2199, &year) == 0)
		day = date_make((int)(digits == 2 ? 2000 + year : year),
		    month, 1);
	free(plain);
	if (day == DATE_NONE)
		return -1;
	*first = day;
	return 0;
}

/* The first day of a day's month. */
static int
month_of_day(int day, int *mday)
{
	int	year, month;

	date_parts(day, &year, &month, mday);
	return date_make(year, month, 1);
}

/*
 * A spreadsheet makes a day of "2026-03", the first of that month: 01/03/26
 * can be no other.
 */
int
month_met(const char *s, int order, int *first)
{
	int	day, mday;

	if (month_parse(s, first) == 0 || month_spoken(s, first) == 0)
		return 0;
	if (day_read(s, order, &day) != 0 && ((day_read(s, 'd', &day) != 0 ||
	    month_of_day(day, &mday) != day) && (day_read(s, 'm', &day) != 0 ||
	    month_of_day(day, &mday) != day)))
		return -1;
	*first = month_of_day(day, &mday);
	return 0;
}

/* --- the grid ------------------------------------------------------------------- */

struct grid {
	struct told_all		*all;
	const struct month_ask	*ask;
	const char		*header[MF_COUNT];
	int			 at[MF_COUNT];	/* -1 */
	int			 order;		/* of day and month */
	int			 first;		/* month of the line before */
	const char		*name;		/* and its sheet */
	int			 more;		/* lines without an id so far */
	char			*unread;	/* by column: it holds words */
	const struct record	*r;
};

/* A cell trimmed, line ends as blanks; "" where there is none. */
static const char *
cell_of(struct grid *g, enum month_field f)
{
	char	*s, *p;

	if (g->at[f] < 0 || g->at[f] >= g->r->n)
		return "";
	s = arena_str(&g->all->arena, g->r->f[g->at[f]]);
	words_trim(s, strlen(s) + 1, s);
	for (p = s; *p != '\0'; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	if (strlen(s) > CELL_MAX) {
		msg_fault(&(struct place){ g->all->shown, g->r->line, 0,
		    g->header[f] }, N_("a text that is too long"));
		return "";
	}
	return s;
}

/* The month of a line: its own, that of the line above, or --month. */
static int
month_of(struct grid *g)
{
	const char	*s = cell_of(g, MF_MONTH);
	struct place	 at = { g->all->shown, g->r->line, 0,
			    g->header[MF_MONTH] };

	if (*s != '\0') {
		if (month_met(s, g->order, &g->first) == 0)
			return 0;
		msg_fault(&at, N_("not a month (2026-03)"));
		return -1;
	}
	if (g->first == DATE_NONE)
		g->first = g->ask->month;
	if (g->first != DATE_NONE)
		return 0;
	msg_fault(&at, N_("which month is this sheet of?"));
	msg_hint(N_("--month 2026-03 says it for the whole file"));
	return -1;
}

/* Whether anything was filled in behind the words that were printed. */
static int
is_filled(const struct told *t)
{
	int	f;

	for (f = MF_NOW; f <= MF_BY; f++)
		if (*t->f[f] != '\0')
			return 1;
	return 0;
}

/*
 * Who writes "done" over what the sheet said of the action means the cell
 * beside it: what is done or dropped is on no sheet of ours.
 */
static void
mean_now(struct told *t)
{
	enum month_now	now = month_now(t->f[MF_STATUS]);

	if (*t->f[MF_NOW] != '\0' || (now != NOW_DONE && now != NOW_DROPPED))
		return;
	t->f[MF_NOW] = t->f[MF_STATUS];
	t->col[MF_NOW] = t->col[MF_STATUS];
}

static const char *
line_id(struct grid *g)
{
	const char	*id = cell_of(g, MF_ID);

	if (*id != '\0')
		return id;
	/* Somebody wrote on below the last line: more small changes. */
	return arena_printf(&g->all->arena, "more-%d", ++g->more);
}

static void
take_row(struct grid *g)
{
	struct sheet_told	*s;
	struct told		*t;
	char			 month[DATE_LEN];
	const char		*key, *name;
	int			 i, f, any = 0;

	for (i = 0; i < g->r->n; i++)
		any |= g->r->f[i][strspn(g->r->f[i], " \t")] != '\0';
	if (!any || month_of(g) != 0)
		return;
	for (i = 0; i < g->r->n; i++)
		if (*g->r->f[i] != '\0')
			g->unread[i] = 1;
	if (*(name = cell_of(g, MF_SHEET)) != '\0')
		g->name = name;
	name = g->name != NULL ? g->name : g->ask->sheet;
	month_str(month, g->first);
	key = name == NULL ? month :
	    arena_printf(&g->all->arena, "%s %s", month, name);
	s = told_sheet(g->all, key, g->first);
	s->month_col = g->header[MF_MONTH];
	if (s->line == 0)
		s->line = g->r->line;
	t = told_line(s, g->r->line, line_id(g));
	for (f = 0; f < MF_COUNT; f++) {
		t->f[f] = cell_of(g, (enum month_field)f);
		t->col[f] = g->header[f];
	}
	mean_now(t);
	if (month_line_id(t->id, &t->kind, &t->n) != 0)
		t->kind = strncmp(t->id, "more-", 5) == 0 &&
		    *cell_of(g, MF_ID) == '\0' ? MONTH_SMALL : MONTH_ACTION;
	if (*cell_of(g, MF_ID) == '\0' && !is_filled(t)) {
		s->n--;
		g->more--;
	}
}

/* Columns by their headers; 0 where it is our grid. */
static int
grid_header(struct grid *g, const struct record *r)
{
	enum month_field	f;
	int			i;

	for (i = 0; i < MF_COUNT; i++)
		g->at[i] = -1;
	for (i = 0; i < r->n; i++) {
		f = month_field(r->f[i]);
		if (f == MF_COUNT || g->at[f] >= 0)
			continue;
		g->at[f] = i;
		g->header[f] = arena_str(&g->all->arena, r->f[i]);
	}
	return g->at[MF_ID] >= 0 && (g->at[MF_NOW] >= 0 ||
	    g->at[MF_WHAT] >= 0) ? 0 : -1;
}

/* A column of somebody's own is not read: its words shall not get lost unsaid. */
static void
say_unread(const struct grid *g, char *const *header, int n)
{
	struct place	at = { g->all->shown, 1, 0, NULL };
	int		i, f;

	for (i = 0; i < n; i++) {
		for (f = 0; f < MF_COUNT && g->at[f] != i; f++)
			continue;
		if (f < MF_COUNT || !g->unread[i])
			continue;
		at.column = *header[i] != '\0' ? header[i] : NULL;
		msg_warn(&at, N_("this column is not read"));
	}
}

static void
grid_read(struct grid *g, struct reader *rd, const struct record *header)
{
	struct record	 r;
	char		**h;
	int		 i, n = header->n;

	h = mem_calloc((size_t)n + 1, sizeof(*h));
	for (i = 0; i < n; i++)
		h[i] = arena_str(&g->all->arena, header->f[i]);
	g->unread = mem_calloc((size_t)n + 1, 1);
	g->first = DATE_NONE;
	while (reader_next(rd, &r)) {
		g->r = &r;
		take_row(g);
	}
	say_unread(g, h, n);
	free(g->unread);
	free(h);
}

/* --- together ------------------------------------------------------------------- */

static void
say_what(const struct told_all *all, const struct reader *rd, const char *what)
{
	const struct dialect	*d = reader_dialect(rd);
	struct place		 at = { all->shown, 0, 0, NULL };
	char			 sep[2] = { d->sep, '\0' };

	msg_note_at(&at, N_("%s, separator '%s', %s"), what,
	    d->sep == '\t' ? "TAB" : sep, d->cp1252 ? "CP1252" : "UTF-8");
}

static void
read_all(struct told_all *all, struct project *p, struct reader *rd,
    const struct month_ask *ask)
{
	const char	*order = project_get(p, "date_order");
	struct grid	 g = { .all = all, .ask = ask };
	struct record	 header;
	enum source	 source;

	if (!reader_next(rd, &header)) {
		if (reader_faults(rd) == 0)
			msg_fault(&(struct place){ all->shown, 0, 0, NULL },
			    N_("the file is empty"));
		return;
	}
	g.order = *order == 'd' || *order == 'm' ? *order : 0;
	if (grid_header(&g, &header) == 0) {
		/* Its encoding is known from its words only. */
		grid_read(&g, rd, &header);
		say_what(all, rd, _("the month's sheet as a grid"));
		return;
	}
	source = source_of(&header);
	if (source_is_program(source))
		say_what(all, rd, _(source_words(source)));
	told_wide(all, p, rd, &header, ask);
}

int
told_read(struct told_all *all, struct project *p, const struct month_ask *ask)
{
	unsigned long	 before = msg_faults();
	unsigned	 flags = READER_SECRET | READER_EOF_OK;
	struct reader	*rd;

	memset(all, 0, sizeof(*all));
	arena_init(&all->arena);
	all->shown = strcmp(ask->path, "-") == 0 ? _("standard input") :
	    ask->path;
	rd = ask->spill != NULL ?
	    spill_reader(ask->spill, all->shown, flags, 0) :
	    reader_open(ask->path, all->shown, flags, 0);
	if (rd == NULL)
		return -1;
	read_all(all, p, rd, ask);
	reader_close(rd);
	return msg_faults() == before && msg_status() != MSG_TROUBLE ? 0 : -1;
}
