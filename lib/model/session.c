/* Sessions of co-development as facts. */
#include "model/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/ids.h"
#include "base/lang.h"
#include "base/msg.h"

/* The usual split of the groups that work this way: 85 minutes. */
static const int	usual[SESSION_STEPS] = { 10, 15, 5, 30, 10, 15 };

/* The id behind "session:" of an open reference, NULL if it is another's. */
static const char *
ref_id(const char *ref)
{
	return strncmp(ref, "session:", 8) == 0 ? ref + 8 : NULL;
}

static int
by_day(const void *a, const void *b)
{
	const struct session	*x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void
load_list(struct sessions *ss, const struct table *t)
{
	struct session	*s;
	size_t		 i;

	ss->list = arena_alloc(&ss->arena,
	    (table_count(t) + 1) * sizeof(*ss->list));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		s = &ss->list[ss->n++];
		s->id = cell(t, i, "id");
		s->series = cell(t, i, "series");
		s->theme = cell(t, i, "theme");
		s->date = cell_day(t, i, "date");
		s->next_date = cell_day(t, i, "next_date");
		s->minutes = (int)cell_int(t, i, "minutes", SESSION_MINUTES);
		s->row = i;
	}
	if (ss->n > 1)
		qsort(ss->list, ss->n, sizeof(*ss->list), by_day);
	for (i = 0; i < ss->n; i++)
		ids_add(ss->ids, ss->list[i].id, i);
}

/* Who comes before whom in a series; a session without one stands alone. */
static void
chain(struct sessions *ss)
{
	struct session	*s;
	size_t		 i, k;

	for (i = 0; i < ss->n; i++) {
		s = &ss->list[i];
		s->before = s->after = ss->n;
		s->nth = s->of = 1;
		for (k = 0; *s->series != '\0' && k < ss->n; k++) {
			if (k == i || strcmp(ss->list[k].series,
			    s->series) != 0)
				continue;
			s->of++;
			if (k < i) {
				s->nth++;
				s->before = k;
			} else if (s->after == ss->n)
				s->after = k;
		}
	}
}

/* The plan knows the actions; which are whose is found here. */
static void
hang_actions(struct sessions *ss)
{
	const struct plan	*pl = ss->plan;
	struct session		*s;
	size_t			 i, k;

	for (i = 0; i < pl->nloose; i++)
		if ((k = session_find(ss, pl->loose[i].session)) < ss->n)
			ss->list[k].nactions++;
	for (i = 0; i < ss->n; i++) {
		s = &ss->list[i];
		s->actions = arena_alloc(&ss->arena,
		    (s->nactions + 1) * sizeof(*s->actions));
		s->nactions = 0;
	}
	for (i = 0; i < pl->nloose; i++)
		if ((k = session_find(ss, pl->loose[i].session)) < ss->n) {
			s = &ss->list[k];
			s->actions[s->nactions++] = &pl->loose[i];
		}
}

static void
load_lessons(struct sessions *ss, const struct table *t)
{
	struct session_lesson	*l;
	struct session		*s;
	const char		*id;
	size_t			 i, k;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		id = ref_id(cell(t, i, "ref"));
		if (id != NULL && (k = session_find(ss, id)) < ss->n)
			ss->list[k].nlessons++;
	}
	for (k = 0; k < ss->n; k++) {
		s = &ss->list[k];
		s->lessons = arena_alloc(&ss->arena,
		    (s->nlessons + 1) * sizeof(*s->lessons));
		s->nlessons = 0;
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		id = ref_id(cell(t, i, "ref"));
		if (id == NULL || (k = session_find(ss, id)) == ss->n)
			continue;
		s = &ss->list[k];
		l = &s->lessons[s->nlessons++];
		l->id = cell(t, i, "id");
		l->kind = cell(t, i, "kind");
		l->text = cell(t, i, "now_know");
		l->state = cell(t, i, "state");
		l->row = i;
	}
}

int
sessions_load(struct sessions *ss, struct project *p, const struct plan *pl)
{
	memset(ss, 0, sizeof(*ss));
	arena_init(&ss->arena);
	ss->ids = ids_new();
	ss->today = project_today(p);
	ss->plan = pl;
	load_list(ss, project_table(p, "sessions"));
	chain(ss);
	hang_actions(ss);
	load_lessons(ss, project_table(p, "lessons"));
	return project_bad(p) ? -1 : 0;
}

void
sessions_free(struct sessions *ss)
{
	ids_free(ss->ids);
	arena_free(&ss->arena);
}

size_t
session_find(const struct sessions *ss, const char *id)
{
	return ids_at(ss->ids, id, ss->n);
}

static int
of_series(const struct session *s, const char *series)
{
	return series == NULL || strcmp(s->series, series) == 0;
}

size_t
session_next(const struct sessions *ss, const char *series, int day)
{
	size_t	i;

	for (i = 0; i < ss->n; i++)
		if (ss->list[i].date >= day && of_series(&ss->list[i], series))
			break;
	return i;
}

size_t
session_last(const struct sessions *ss, const char *series, int day)
{
	size_t	i, at = ss->n;

	for (i = 0; i < ss->n && ss->list[i].date < day; i++)
		if (of_series(&ss->list[i], series))
			at = i;
	return at;
}

int
session_tell_by(const struct sessions *ss, size_t i)
{
	const struct session	*s = &ss->list[i];

	return s->after < ss->n ? ss->list[s->after].date : s->next_date;
}

int
session_held(const struct sessions *ss, size_t i)
{
	const struct session	*s = &ss->list[i];

	if (s->date == DATE_NONE || s->date > ss->today)
		return 0;
	return s->date < ss->today || s->nactions + s->nlessons > 0;
}

size_t
session_coming(const struct sessions *ss)
{
	size_t	i;

	for (i = 0; i < ss->n; i++)
		if (ss->list[i].date >= ss->today && !session_held(ss, i))
			break;
	return i;
}

int
session_only(struct project *p, const struct plan *pl)
{
	return strcmp(project_get(p, "kind"), "codev") == 0 &&
	    table_count(project_table(p, "rounds")) == 0 &&
	    pl->ncycles == 0 && pl->nchanges == 0;
}

int
session_told(const struct plan_action *a)
{
	return a->status == PLAN_DONE || a->status == PLAN_DROPPED ||
	    *a->result != '\0';
}

size_t
session_agreed(const struct session *s, size_t *told)
{
	size_t	i, n = 0;

	*told = 0;
	for (i = 0; i < s->nactions; i++) {
		if (s->actions[i]->status == PLAN_DROPPED)
			continue;
		n++;
		*told += session_told(s->actions[i]) != 0;
	}
	return n;
}

size_t
session_opening(struct sessions *ss, size_t i, struct plan_action ***out)
{
	const struct session	*s = &ss->list[i], *of;
	struct plan_action	*a;
	size_t			 k, j, n = 0;
	int			 held, over;

	*out = arena_alloc(&ss->arena,
	    (ss->plan->nloose + 1) * sizeof(**out));
	if (s->before == ss->n)
		return 0;
	held = ss->list[s->before].date;
	for (k = 0; k < i; k++) {
		of = &ss->list[k];
		if (strcmp(of->series, s->series) != 0)
			continue;
		for (j = 0; j < of->nactions; j++) {
			a = of->actions[j];
			over = a->status == PLAN_DROPPED ||
			    (a->status == PLAN_DONE &&
			    (a->done_on == DATE_NONE || a->done_on <= held));
			if (k == s->before || !over)
				(*out)[n++] = a;
		}
	}
	return n;
}

void
session_split(int minutes, int split[SESSION_STEPS])
{
	int	rest[SESSION_STEPS], left = minutes, i, k, best;

	for (i = 0; i < SESSION_STEPS; i++) {
		split[i] = usual[i] * minutes / SESSION_MINUTES;
		rest[i] = usual[i] * minutes % SESSION_MINUTES;
		if (split[i] == 0) {
			split[i] = 1;
			rest[i] = -1;
		}
		left -= split[i];
	}
	for (; left > 0; left--) {
		for (best = 0, k = 1; k < SESSION_STEPS; k++)
			if (rest[k] > rest[best])
				best = k;
		split[best]++;
		rest[best] -= SESSION_MINUTES;
	}
	/* The minute that each step has at least comes from the longest. */
	for (; left < 0; left++) {
		for (best = 0, k = 1; k < SESSION_STEPS; k++)
			if (split[k] > split[best])
				best = k;
		split[best]--;
	}
}

char *
session_words(int date)
{
	char	day[64];

	return mem_printf(_("session of %s"),
	    date_words(day, sizeof(day), date));
}

/* --- private ------------------------------------------------------------ */

struct session_client *
session_clients(struct sessions *ss, struct project *p)
{
	const struct table	*t = project_private(p, "session-clients");
	struct session_client	*c, *one;
	size_t			 i, k;

	if (project_bad(p))
		return NULL;
	c = arena_alloc(&ss->arena, (ss->n + 1) * sizeof(*c));
	for (i = 0; i < ss->n; i++)
		c[i].client = c[i].question = c[i].contract = "";
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		k = session_find(ss, cell(t, i, "session"));
		if (k == ss->n)
			continue;
		one = &c[k];
		one->client = cell(t, i, "client");
		one->question = cell(t, i, "question");
		one->contract = cell(t, i, "contract");
		one->there = 1;
		one->row = i;
	}
	return c;
}

/* How often somebody was client of the series before session `to`. */
static int
turns(const struct sessions *ss, const struct session_client *c,
    const char *series, const char *who, size_t to)
{
	size_t	i;
	int	n = 0;

	for (i = 0; i < to; i++)
		n += strcmp(ss->list[i].series, series) == 0 &&
		    strcmp(c[i].client, who) == 0;
	return n;
}

int
session_too_soon(const struct sessions *ss, const struct session_client *c,
    size_t at)
{
	const char	*series = ss->list[at].series, *who = c[at].client;
	size_t		 i;
	int		 n;

	if (*who == '\0' || *series == '\0' ||
	    (n = turns(ss, c, series, who, at)) == 0)
		return 0;
	for (i = 0; i < ss->n; i++)
		if (strcmp(ss->list[i].series, series) == 0 &&
		    *c[i].client != '\0' &&
		    turns(ss, c, series, c[i].client, at) < n)
			return 1;
	return 0;
}

/* --- rules -------------------------------------------------------------- */

static void
check_next(const struct table *t, const struct sessions *ss, size_t i)
{
	const struct session	*s = &ss->list[i], *next;
	struct place		 at = table_place(t, s->row, "next_date");
	char			 day[64];

	if (s->next_date == DATE_NONE)
		return;
	if (s->date != DATE_NONE && s->next_date <= s->date) {
		msg_fault(&at, N_("the next session would not come after this "
		    "one"));
		return;
	}
	if (s->after == ss->n)
		return;
	next = &ss->list[s->after];
	if (next->date != s->next_date)
		msg_warn(&at, N_("the next session of the series is on %s"),
		    date_words(day, sizeof(day), next->date));
}

/* "Doable before the next session": unless it was moved there on purpose. */
static void
check_due(const struct table *t, const struct sessions *ss, size_t i)
{
	const struct session		*s = &ss->list[i];
	const struct plan_action	*a;
	int				 by = session_tell_by(ss, i);
	struct place			 at;
	size_t				 k;
	char				 day[64];

	for (k = 0; by != DATE_NONE && k < s->nactions; k++) {
		a = s->actions[k];
		if (a->status == PLAN_DONE || a->status == PLAN_DROPPED ||
		    a->moved || a->due == DATE_NONE || a->due <= by)
			continue;
		at = table_place(t, a->row, "due");
		msg_warn(&at, N_("'%s' is due after the session at which it "
		    "is told, on %s"), a->id, date_words(day, sizeof(day),
		    by));
	}
}

/* A session that was held opened with what became of these. */
static void
check_told(const struct table *t, struct sessions *ss, size_t i)
{
	const struct session	*s = &ss->list[i];
	struct plan_action	**a;
	struct place		 at;
	size_t			 n, k;
	char			 day[64];

	if (s->date == DATE_NONE || s->date >= ss->today)
		return;
	n = session_opening(ss, i, &a);
	for (k = 0; k < n; k++) {
		if (session_told(a[k]) || a[k]->due == DATE_NONE ||
		    a[k]->due > s->date || strcmp(a[k]->session,
		    ss->list[s->before].id) != 0)
			continue;
		at = table_place(t, a[k]->row, "result");
		msg_warn(&at, N_("the session of %s opened, and nobody said "
		    "what became of '%s'"), date_words(day, sizeof(day),
		    s->date), a[k]->id);
	}
}

/* Of the private table only where it stands is said. */
static void
check_clients(struct sessions *ss, struct project *p)
{
	const struct table	*t = project_private(p, "session-clients");
	struct session_client	*c = session_clients(ss, p);
	struct place		 at;
	size_t			 i;

	for (i = 0; c != NULL && i < ss->n; i++) {
		if (!session_too_soon(ss, c, i))
			continue;
		at = table_place(t, c[i].row, "client");
		msg_warn(&at, N_("client again before everybody was"));
	}
}

void
session_check(struct project *p)
{
	const struct table	*t = project_table(p, "actions");
	struct sessions		 ss;
	struct plan		 pl;
	size_t			 i;

	if (plan_load(&pl, p) == 0) {
		if (sessions_load(&ss, p, &pl) == 0) {
			for (i = 0; i < ss.n; i++) {
				check_next(project_table(p, "sessions"), &ss,
				    i);
				check_told(t, &ss, i);
				check_due(t, &ss, i);
			}
			check_clients(&ss, p);
		}
		sessions_free(&ss);
	}
	plan_free(&pl);
}
