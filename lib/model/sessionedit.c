/* Sessions of co-development, planned and moved. */
#include "model/sessionedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/planedit_in.h"
#include "model/sessionedit_in.h"

/* --- which session is meant --------------------------------------------- */

enum how { HOW_ID, HOW_PLACE, HOW_DAY, HOW_PREFIX };

/* "peers/2": the second session of the series "peers". */
static int
is_place(const struct session *s, const char *typed)
{
	const char	*slash = strrchr(typed, '/');
	int64_t		 n;
	char		*series;
	int		 yes;

	if (slash == NULL || num_int(slash + 1, 1, 9999, &n) != 0 ||
	    (size_t)n != s->nth)
		return 0;
	series = mem_strndup(typed, (size_t)(slash - typed));
	yes = utf_alike(series, s->series);
	free(series);
	return yes;
}

static int
is_meant(const struct session *s, const char *typed, int day, enum how how)
{
	switch (how) {
	case HOW_ID:
		return strcmp(s->id, typed) == 0;
	case HOW_PLACE:
		return is_place(s, typed);
	case HOW_DAY:
		return day != DATE_NONE && s->date == day;
	default:
		return strncmp(s->id, typed, strlen(typed)) == 0;
	}
}

static void
say_several(const struct sessions *ss, const char *typed, int day,
    enum how how)
{
	char	words[64];
	size_t	i;

	msg_fault(NULL, N_("'%s' may be several; which one?"), typed);
	for (i = 0; i < ss->n; i++)
		if (is_meant(&ss->list[i], typed, day, how))
			msg_hint("%s  %s", ss->list[i].id, date_words(words,
			    sizeof(words), ss->list[i].date));
}

static void
say_none(const struct sessions *ss, const char *typed)
{
	const char	**ids = mem_calloc(ss->n + 1, sizeof(*ids)), *near;
	size_t		  i;

	for (i = 0; i < ss->n; i++)
		ids[i] = ss->list[i].id;
	near = msg_nearest_id(typed, ids);
	msg_fault(NULL, N_("no such session: '%s'"), typed);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else if (ss->n > 0)
		msg_hint(N_("'cpm-log session' shows what there is"));
	else
		msg_hint(N_("cpm-log session plan SERIES --members - --start "
		    "DATE --every 1m"));
	free(ids);
}

size_t
session_meant(const struct sessions *ss, struct project *p, const char *typed)
{
	size_t	i, at = ss->n, hits = 0;
	int	day = DATE_NONE, how;

	if (strncmp(typed, "session:", 8) == 0)
		typed += 8;
	if (project_day(p, typed, &day) != 0)
		day = DATE_NONE;
	for (how = HOW_ID; *typed != '\0' && how <= HOW_PREFIX && hits == 0;
	    how++)
		for (i = 0; i < ss->n; i++)
			if (is_meant(&ss->list[i], typed, day, (enum how)how)) {
				at = i;
				hits++;
			}
	if (hits == 1)
		return at;
	if (hits > 1)
		say_several(ss, typed, day, (enum how)(how - 1));
	else
		say_none(ss, typed);
	return ss->n;
}

/* Whether an earlier session is of the same series. */
static int
was_named(const struct sessions *ss, size_t i)
{
	return ss->list[i].before < ss->n;
}

/* "did you mean 'peers'?", else all that there are. */
static void
hint_series(const struct sessions *ss, const char *typed)
{
	const char	**names = mem_calloc(ss->n + 1, sizeof(*names)), *near;
	struct str	  all;
	size_t		  i, n = 0;

	str_init(&all);
	for (i = 0; i < ss->n; i++) {
		if (*ss->list[i].series == '\0' || was_named(ss, i))
			continue;
		names[n++] = ss->list[i].series;
		msg_list(&all, ss->list[i].series);
	}
	near = msg_nearest_id(typed, names);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else if (n > 0)
		msg_hint(N_("there are: %s"), all.s);
	else
		msg_hint(N_("cpm-log session plan SERIES --members - --start "
		    "DATE --every 1m"));
	str_free(&all);
	free(names);
}

/* The series of that name, else one that is alike: "Peers"; NULL: none. */
static const char *
series_named(const struct sessions *ss, const char *typed)
{
	const char	*near = NULL;
	size_t		 i;

	for (i = 0; i < ss->n && *typed != '\0'; i++) {
		if (strcmp(typed, ss->list[i].series) == 0)
			return ss->list[i].series;
		if (near == NULL && utf_alike(typed, ss->list[i].series))
			near = ss->list[i].series;
	}
	return near;
}

const char *
session_series_meant(const struct sessions *ss, const char *typed)
{
	const char	*series = series_named(ss, typed);

	if (series != NULL)
		return series;
	msg_fault(NULL, N_("no such series: '%s'"), typed);
	hint_series(ss, typed);
	return NULL;
}

/* --- facts --------------------------------------------------------------- */

int
session_facts(struct edit *e, struct session_facts *f)
{
	int	bad = plan_load(&f->plan, e->p) != 0;

	if (sessions_load(&f->ss, e->p, &f->plan) == 0 && !bad)
		return 0;
	session_facts_free(f);
	return -1;
}

void
session_facts_free(struct session_facts *f)
{
	sessions_free(&f->ss);
	plan_free(&f->plan);
}

int
session_find_one(struct edit *e, const char *typed, struct session_facts *f,
    size_t *i)
{
	if (session_facts(e, f) != 0)
		return -1;
	if ((*i = session_meant(&f->ss, e->p, typed)) < f->ss.n) {
		free(e->got);
		e->got = mem_strdup(f->ss.list[*i].id);
		return 0;
	}
	session_facts_free(f);
	return -1;
}

/* --- a series ------------------------------------------------------------ */

struct series {
	const struct session_series *typed;
	char		**member;
	size_t		 n, cap;
	int		 start, months, days;	/* one of the two steps */
	char		 minutes[12];
	struct entry	 en[3];
};

/* "1m", "30d", "2w": months, or days. */
static int
read_every(struct series *s)
{
	const char	*v = s->typed->every;
	size_t		 n = strlen(v);
	char		*number;
	int64_t		 k = 0;
	int		 bad;

	number = mem_strndup(v, n > 0 ? n - 1 : 0);
	bad = n < 2 || strchr("dwm", v[n - 1]) == NULL ||
	    num_int(number, 1, 366, &k) != 0 ||
	    (v[n - 1] == 'm' && k > 12) || (v[n - 1] == 'w' && k > 52);
	free(number);
	if (bad) {
		msg_fault(NULL, N_("--every: not a span like 1m, 4w or 30d: "
		    "'%s'"), v);
		return -1;
	}
	if (v[n - 1] == 'm')
		s->months = (int)k;
	else
		s->days = (int)k * (v[n - 1] == 'w' ? 7 : 1);
	return 0;
}

/* A code or role: short, and without what a table would have to quote. */
int
session_code_ok(const char *m)
{
	size_t	i, n = strlen(m);

	for (i = 0; i < n; i++)
		if ((unsigned char)m[i] <= ' ' ||
		    strchr(",;\"'", m[i]) != NULL)
			return 0;
	return n <= 64 && utf_valid(m, n) == n;
}

/* Members are told apart by their place in the list, never by their code. */
static int
read_members(struct series *s)
{
	const char	*p = s->typed->members;
	size_t		 n, i;
	int		 bad = 0;

	for (p += strspn(p, " ,;\t\r\n"); *p != '\0';
	    p += n, p += strspn(p, " ,;\t\r\n")) {
		n = strcspn(p, " ,;\t\r\n");
		s->member = mem_grow(s->member, s->n, &s->cap,
		    sizeof(*s->member));
		s->member[s->n] = mem_strndup(p, n);
		if (!session_code_ok(s->member[s->n])) {
			msg_fault(NULL, N_("member %zu: not a code (short, "
			    "no quotes, UTF-8)"), s->n + 1);
			bad = 1;
		}
		for (i = 0; i < s->n; i++)
			if (strcmp(s->member[i], s->member[s->n]) == 0) {
				msg_fault(NULL, N_("member %zu is member %zu "
				    "again: each is client once"), s->n + 1,
				    i + 1);
				bad = 1;
			}
		s->n++;
	}
	if (s->n >= 2 && s->n <= 60)
		return bad ? -1 : 0;
	msg_fault(NULL, N_("a series needs two members or more (--members "
	    "'CODE CODE …', - for standard input)"));
	return -1;
}

static int
read_series(struct edit *e, struct series *s)
{
	int	bad = 0, min;

	if (project_day(e->p, s->typed->start, &s->start) != 0) {
		project_day_fault(e->p, "--start", s->typed->start);
		bad = 1;
	}
	s->en[0] = (struct entry){ "minutes", "--minutes", s->typed->minutes,
	    NULL };
	s->en[1] = (struct entry){ "theme", "--theme", s->typed->theme, NULL };
	bad |= session_minutes_ok(e, s->en, &min) != 0;
	snprintf(s->minutes, sizeof(s->minutes), "%d", min);
	bad |= read_every(s) != 0;
	bad |= read_members(s) != 0;
	return bad ? -1 : 0;
}

int
session_minutes_ok(struct edit *e, struct entry *en, int *minutes)
{
	const char	*v;
	int64_t		 n = SESSION_MINUTES;

	*minutes = SESSION_MINUTES;
	if (entry_read(e, "sessions", en) != 0)
		return -1;
	if ((v = entry_value(en, "minutes")) == NULL || *v == '\0')
		return 0;
	if (num_int(v, 30, 480, &n) == 0) {
		*minutes = (int)n;
		return 0;
	}
	msg_fault(NULL, N_("--minutes: six steps take 30 to 480 minutes, not "
	    "%s"), v);
	return -1;
}

static int
series_day(const struct series *s, size_t k)
{
	return s->months > 0 ?
	    date_add_months(s->start, (int)k * s->months) :
	    s->start + (int)k * s->days;
}

/* "peers-2-k3x9": found again when the same series is typed again. */
static char *
series_id(const struct series *s, size_t k)
{
	char	*title = mem_printf("%s %zu", s->typed->name, k + 1);
	char	*seed, *id, day[DATE_LEN];

	seed = mem_printf("%s\n%s\n%d\n%d\n%zu\n", s->typed->name,
	    date_str(day, s->start), s->months, s->days, k);
	id = slug_id(title, "session", seed);
	free(seed);
	free(title);
	return id;
}

/* How many sessions the series has, and how many of these are its own. */
static size_t
series_has(const struct sessions *ss, const struct series *s, size_t total,
    size_t *own)
{
	size_t	i, k, n = 0;
	char	*id;

	for (i = 0; i < ss->n; i++)
		n += strcmp(ss->list[i].series, s->typed->name) == 0;
	for (*own = 0, k = 0; k < total; k++) {
		id = series_id(s, k);
		*own += session_find(ss, id) < ss->n;
		free(id);
	}
	return n;
}

/* In the folder's language: what a session without a client is for. */
static char *
closing_theme(struct project *p)
{
	char	*was = mem_strdup(lang_now()), *theme;

	lang_use(project_lang(p));
	theme = mem_strdup(_("closing: what became of the plans"));
	lang_use(was);
	free(was);
	return theme;
}

static void
put_session(struct edit *e, const struct series *s, size_t k, size_t total)
{
	struct table	*t = project_table(e->p, "sessions");
	char		*id = series_id(s, k), *theme, day[DATE_LEN];
	int		 closing = k == s->n;
	size_t		 i;

	edit_begin_table(e->p, t);
	i = table_add(t);
	table_set(t, i, "id", id);
	table_set(t, i, "series", s->typed->name);
	table_set(t, i, "date", date_str(day, series_day(s, k)));
	table_set(t, i, "minutes", s->minutes);
	if (closing) {
		theme = closing_theme(e->p);
		table_set(t, i, "theme", theme);
		free(theme);
	} else if (entry_value(s->en, "theme") != NULL)
		table_set(t, i, "theme", entry_value(s->en, "theme"));
	if (k + 1 < total || !s->typed->closing)
		table_set(t, i, "next_date", date_str(day,
		    series_day(s, k + 1)));
	if (!closing)
		session_put_client(e, id, "client", s->member[k]);
	free(id);
}

void
session_put_client(struct edit *e, const char *session, const char *column,
    const char *value)
{
	struct table	*t = project_private(e->p, "session-clients");
	size_t		 i = table_find(t, session);

	if (i == t->nrows) {
		edit_begin_table(e->p, t);
		i = table_add(t);
		table_set(t, i, "session", session);
	}
	table_set(t, i, column, value);
}

/* Planned again: the clients are those that were planned. */
static int
plan_again(struct edit *e, const struct series *s)
{
	const struct table	*t = project_private(e->p,
				    "session-clients");
	char			*id;
	size_t			 k, i, other = 0;

	for (k = 0; k < s->n; k++) {
		id = series_id(s, k);
		i = table_find(t, id);
		if (i == t->nrows)
			session_put_client(e, id, "client", s->member[k]);
		else if (*cell(t, i, "client") == '\0')
			table_set(project_private(e->p, "session-clients"), i,
			    "client", s->member[k]);
		else
			other += !cell_is(t, i, "client", s->member[k]);
		free(id);
	}
	msg_note(N_("already there: %s"), s->typed->name);
	if (other == 0)
		return 0;
	msg_fault(NULL, N_("another order of the members is kept already"));
	msg_hint(N_("cpm-log session client SESSION changes it, one at a "
	    "time"));
	return -1;
}

static void
note_series(struct edit *e, const struct series *s, size_t total)
{
	char	first[64], last[64];

	edit_note(e, N_("planned: %s, a session for each of %zu members, from "
	    "%s to %s"), s->typed->name, s->n, date_words(first,
	    sizeof(first), s->start), date_words(last, sizeof(last),
	    series_day(s, s->n - 1)));
	if (total > s->n)
		edit_note(e, N_("and a closing session on %s, where the last "
		    "client tells what became of the plan"), date_words(last,
		    sizeof(last), series_day(s, s->n)));
	edit_note(e, N_("who is client when is in the private folder only"));
}

static int
plan_series(struct edit *e, const struct sessions *ss, const struct series *s)
{
	size_t	total = s->n + (s->typed->closing != 0), own, has, k;

	has = series_has(ss, s, total, &own);
	if (has == total && own == total)
		return plan_again(e, s);
	if (has > 0) {
		msg_fault(NULL, N_("'%s' is planned already, with %zu "
		    "sessions"), s->typed->name, has);
		msg_hint(N_("cpm-log session add %s DATE adds one, session "
		    "move moves one; or give the new series another name"),
		    s->typed->name);
		return -1;
	}
	for (k = 0; k < total; k++)
		put_session(e, s, k, total);
	if (s->n < SESSION_MIN || s->n > SESSION_MAX)
		msg_warn(NULL, N_("a group of %zu: it works best with %d to "
		    "%d"), s->n, SESSION_MIN, SESSION_MAX);
	note_series(e, s, total);
	return 0;
}

int
session_name_ok(const char *series)
{
	size_t	n = strlen(series);

	if (n > 0 && n <= 60 && utf_valid(series, n) == n &&
	    strpbrk(series, "/\n\r\t") == NULL)
		return 1;
	msg_fault(NULL, N_("not a name for a series (short, no '/'): '%s'"),
	    series);
	return 0;
}

int
session_plan(struct edit *e, const struct session_series *typed)
{
	struct session_facts	f;
	struct series		s;
	size_t			i;
	int			rc = -1;

	memset(&s, 0, sizeof(s));
	s.typed = typed;
	if (session_name_ok(typed->name) && read_series(e, &s) == 0 &&
	    session_facts(e, &f) == 0) {
		rc = plan_series(e, &f.ss, &s);
		session_facts_free(&f);
	}
	for (i = 0; i < s.n; i++)
		free(s.member[i]);
	free(s.member);
	entry_free(s.en);
	return rc;
}

/* --- one session ---------------------------------------------------------- */

static void
set_day(struct table *t, size_t row, const char *column, int day)
{
	char	buf[DATE_LEN];

	table_set(t, row, column, day == DATE_NONE ? "" : date_str(buf, day));
}

/*
 * The neighbours' days frame it; what the one before says of the next
 * follows.
 */
static int
fits_between(const struct sessions *ss, size_t before, size_t after, int day)
{
	char	words[64];

	if (before < ss->n && ss->list[before].date >= day) {
		msg_fault(NULL, N_("the session before it is on %s"),
		    date_words(words, sizeof(words), ss->list[before].date));
		return -1;
	}
	if (after < ss->n && ss->list[after].date <= day) {
		msg_fault(NULL, N_("the session after it is on %s"),
		    date_words(words, sizeof(words), ss->list[after].date));
		return -1;
	}
	return 0;
}

/* What was to be done by the day that was moved: worth a look. */
static void
note_due(struct edit *e, const struct sessions *ss, size_t before, int was,
    int day)
{
	const struct plan_action *a;
	const struct session	*s;
	size_t			 i;
	char			 words[64], iso[DATE_LEN];

	if (before == ss->n)
		return;
	s = &ss->list[before];
	for (i = 0; i < s->nactions; i++) {
		a = s->actions[i];
		if (session_told(a) || a->due == DATE_NONE)
			continue;
		if (a->due > day)
			edit_note(e, N_("'%s' is due after the session at "
			    "which it is told, on %s"), a->id,
			    date_words(words, sizeof(words), day));
		else if (a->due == was)
			edit_note(e, N_("'%s' is still for the old day; to "
			    "give it the new one: cpm-plan adjust %s --due %s "
			    "--reason context"), a->id, a->id,
			    date_str(iso, day));
	}
}

int
session_move(struct edit *e, const char *typed, const char *date)
{
	struct table		*t = project_table(e->p, "sessions");
	struct session_facts	 f;
	const struct session	*s;
	size_t			 i;
	char			 words[64];
	int			 day, rc = -1;

	if (project_day(e->p, date, &day) != 0) {
		project_day_fault(e->p, _("DATE"), date);
		return -1;
	}
	if (session_find_one(e, typed, &f, &i) != 0)
		return -1;
	s = &f.ss.list[i];
	if (s->date == day) {
		edit_note(e, N_("already so: %s"), s->id);
		rc = 0;
	} else if (fits_between(&f.ss, s->before, s->after, day) == 0) {
		set_day(t, s->row, "date", day);
		if (s->before < f.ss.n)
			set_day(t, f.ss.list[s->before].row, "next_date", day);
		if (s->after == f.ss.n && s->next_date != DATE_NONE &&
		    s->next_date <= day)
			set_day(t, s->row, "next_date", DATE_NONE);
		edit_note(e, N_("%s is now on %s"), s->id, date_words(words,
		    sizeof(words), day));
		note_due(e, &f.ss, s->before, s->date, day);
		rc = 0;
	}
	session_facts_free(&f);
	return rc;
}

/* A slip in the name would begin a series of its own, unseen. */
static void
note_new_series(const struct sessions *ss, const char *series)
{
	const char	**names, *near;
	size_t		  i;

	if (ss->n == 0)
		return;
	names = mem_calloc(ss->n + 1, sizeof(*names));
	for (i = 0; i < ss->n; i++)
		names[i] = ss->list[i].series;
	near = msg_nearest(series, names);
	free(names);
	msg_note(N_("it is the first one of a new series: %s"), series);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
}

static int
add_between(struct edit *e, const struct sessions *ss, const char *series,
    int day, const struct entry *en, int minutes)
{
	struct table	*t = project_table(e->p, "sessions");
	size_t		 before = session_last(ss, series, day), i;
	size_t		 after = session_next(ss, series, day);
	char		*title, *entered, buf[DATE_LEN];
	int		 next = DATE_NONE;

	title = mem_printf("%s %s", series, date_str(buf, day));
	entered = mem_printf("%s\n%s\n", series, buf);
	e->about = "series";
	e->about_typed = series;
	i = edit_add(e, t, DATE_NONE, title, entered);
	free(entered);
	free(title);
	if (i == t->nrows)
		return e->already ? 0 : -1;
	if (after < ss->n)
		next = ss->list[after].date;
	else if (before < ss->n && ss->list[before].next_date != DATE_NONE &&
	    ss->list[before].next_date > day)
		next = ss->list[before].next_date;
	table_set(t, i, "series", series);
	set_day(t, i, "date", day);
	set_day(t, i, "next_date", next);
	entry_put(t, i, en);
	/* As long as the one before, unless somebody says otherwise. */
	if (entry_value(en, "minutes") == NULL && before < ss->n)
		minutes = ss->list[before].minutes;
	snprintf(buf, sizeof(buf), "%d", minutes);
	table_set(t, i, "minutes", buf);
	if (before < ss->n)
		set_day(t, ss->list[before].row, "next_date", day);
	edit_note(e, N_("planned: %s"), e->got);
	if (before == ss->n && after == ss->n)
		note_new_series(ss, series);
	return 0;
}

int
session_add(struct edit *e, const char *series, const char *date,
    struct entry *en)
{
	struct session_facts	f;
	size_t			i;
	int			day, minutes, rc = -1;
	char			words[64];

	if (!session_name_ok(series) ||
	    session_minutes_ok(e, en, &minutes) != 0)
		return -1;
	if (project_day(e->p, date, &day) != 0) {
		project_day_fault(e->p, _("DATE"), date);
		return -1;
	}
	if (session_facts(e, &f) != 0)
		return -1;
	if (series_named(&f.ss, series) != NULL)
		series = series_named(&f.ss, series);
	i = session_next(&f.ss, series, day);
	if (i < f.ss.n && f.ss.list[i].date == day && !e->again) {
		e->got = mem_strdup(f.ss.list[i].id);
		edit_note(e, N_("a session of %s is on %s already"), series,
		    date_words(words, sizeof(words), day));
		rc = 0;
	} else
		rc = add_between(e, &f.ss, series, day, en, minutes);
	session_facts_free(&f);
	return rc;
}
