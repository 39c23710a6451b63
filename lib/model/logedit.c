/* Additions to the log. */
#include "model/logedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/logedit_in.h"
#include "model/planedit.h"

struct table *
log_table(struct edit *e, const char *name, int private)
{
	return private ? project_private(e->p, name) :
	    project_table(e->p, name);
}

void
log_put_row(struct edit *e, struct table *t, size_t i, int private,
    const struct entry *en)
{
	char	day[DATE_LEN];

	if (schema_col(t->schema, "date") >= 0)
		table_set(t, i, "date", date_str(day, project_today(e->p)));
	entry_put(t, i, en);
	if (private)
		table_set(t, i, "visibility", "private");
	else if (*cell(t, i, "visibility") == '\0')
		table_set(t, i, "visibility", "team");
}

int
log_is_private(int private, struct entry *en)
{
	const char	*v = entry_value(en, "visibility");

	if (!private && (v == NULL || strcmp(v, "private") != 0))
		return 0;
	for (; en->column != NULL; en++)
		if (strcmp(en->column, "visibility") == 0) {
			free(en->value);
			en->value = NULL;
		}
	return 1;
}

void
log_note_same(struct edit *e, const struct table *t, size_t row,
    const char *column)
{
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (i != row && cell_is(t, i, column, cell(t, row, column))) {
			edit_note(e, N_("a row with the same words is there "
			    "too: %s"), cell(t, i, "id"));
			return;
		}
}

int
log_day_of(struct edit *e, const struct entry *en)
{
	const char	*v = entry_value(en, "date");
	int		 day;

	return v != NULL && date_parse(v, &day) == 0 ? day :
	    project_today(e->p);
}

static int
women_fit(const struct entry *en)
{
	const char	*all = entry_value(en, "persons");
	const char	*women = entry_value(en, "women");

	int64_t		 n, w;

	if (all == NULL || women == NULL ||
	    num_int(all, 0, INT32_MAX, &n) != 0 ||
	    num_int(women, 0, INT32_MAX, &w) != 0 || w <= n)
		return 0;
	msg_fault(NULL, N_("more women (%s) than persons (%s)"), women, all);
	return -1;
}

static void
put_prose(struct edit *e, int private, const char *prose)
{
	char	*path = log_note_path(e->got);

	if (private)
		project_put_private(e->p, path, prose, strlen(prose));
	else
		project_put(e->p, path, prose, strlen(prose));
	if (private)
		edit_note(e, N_("the prose is in the private folder: %s"),
		    path);
	else
		edit_note(e, N_("the prose is in %s"), path);
	free(path);
}

/* Whether the row has this prose; another one is not written over it. */
static int
prose_there(struct edit *e, const char *prose)
{
	char	*path, *have;
	size_t	 n;
	int	 same;

	if (prose == NULL || *prose == '\0')
		return 1;
	path = log_note_path(e->got);
	if ((have = project_read_private(e->p, path, &n)) == NULL)
		have = project_read(e->p, path, &n);
	same = have != NULL && strcmp(have, prose) == 0;
	if (!same)
		msg_warn(NULL, N_("the prose is not taken over: the row was "
		    "there already; it can be added to %s"), path);
	free(have);
	free(path);
	return same;
}

/* How the person calls a column. */
static const char *
name_of(const struct entry *en, const char *column)
{
	for (; en->column != NULL; en++)
		if (strcmp(en->column, column) == 0 && en->option != NULL)
			return en->option;
	return column;
}

int
log_add(struct edit *e, int private, const char *prose, struct entry *en)
{
	struct table	*t;
	struct str	 entered;
	const char	*mode, *summary;
	size_t		 i;

	if (entry_read(e, "log", en) != 0 || women_fit(en) != 0)
		return -1;
	if ((summary = entry_value(en, "summary")) == NULL ||
	    *summary == '\0') {
		msg_fault(NULL, N_("%s: must not be empty"), name_of(en,
		    "summary"));
		return -1;
	}
	if ((mode = entry_value(en, "mode")) == NULL) {
		msg_fault(NULL, N_("what kind of contact? (--mode visit, "
		    "call, message, workshop …)"));
		return -1;
	}
	private = log_is_private(private, en);
	t = log_table(e, "log", private);
	str_init(&entered);
	entry_text(&entered, en);
	e->about = "summary";
	e->about_typed = summary;
	e->under = "mode";
	e->under_is = mode;
	if (log_day_of(e, en) > project_today(e->p))
		msg_warn(NULL, N_("this day is still to come: %s"),
		    entry_value(en, "date"));
	i = edit_add(e, t, log_day_of(e, en), mode, entered.s);
	str_free(&entered);
	if (i == t->nrows) {
		e->prose_left = e->already && !prose_there(e, prose);
		return 0;
	}
	log_put_row(e, t, i, private, en);
	if (private)
		edit_note(e, N_("noted, in the private folder: %s"), e->got);
	else
		edit_note(e, N_("noted: %s"), e->got);
	if (!e->again)
		log_note_same(e, t, i, "summary");
	if (prose != NULL && *prose != '\0')
		put_prose(e, private, prose);
	return 0;
}

int
log_add_seen(struct edit *e, int private, struct entry *en)
{
	struct table	*t;
	struct str	 entered;
	const char	*what;
	size_t		 i;

	if (entry_read(e, "small-changes", en) != 0)
		return -1;
	private = log_is_private(private, en);
	t = log_table(e, "small-changes", private);
	what = entry_value(en, "what");
	str_init(&entered);
	entry_text(&entered, en);
	e->about = "what";
	e->about_typed = what;
	i = edit_add(e, t, project_today(e->p), private ? "seen" : what,
	    entered.s);
	str_free(&entered);
	if (i == t->nrows)
		return 0;
	log_put_row(e, t, i, private, en);
	if (private)
		edit_note(e, N_("noted, in the private folder: %s"), e->got);
	else
		edit_note(e, N_("small change kept: %s"), what);
	if (!e->again)
		log_note_same(e, t, i, "what");
	return 0;
}

/* Typed again: completed. */
static int
lesson_again(struct edit *e, struct table *t, const struct entry *en)
{
	return edit_complete(e, t, table_find(t, e->got), en,
	    N_("cpm-log lesson --set %s corrects it; for a genuine second "
	    "one: --again")) < 0 ? -1 : 0;
}

int
log_add_lesson(struct edit *e, int private, struct entry *en)
{
	struct table	*t;
	const char	*what;
	size_t		 i;

	if (entry_read(e, "lessons", en) != 0)
		return -1;
	private = log_is_private(private, en);
	t = log_table(e, "lessons", private);
	what = entry_value(en, "now_know");
	e->about = "now_know";
	e->about_typed = what;
	i = edit_add(e, t, DATE_NONE, private ? "lesson" : what, what);
	if (i == t->nrows)
		return e->already ? lesson_again(e, t, en) : 0;
	log_put_row(e, t, i, private, en);
	table_set(t, i, "state", "noted");
	if (*cell(t, i, "kind") == '\0')
		table_set(t, i, "kind", "lesson");
	if (private)
		edit_note(e, N_("noted, in the private folder: %s"), e->got);
	else
		edit_note(e, N_("noted: %s"), what);
	return 0;
}

/* --- the rule of three -------------------------------------------------- */

int
log_lesson_lacks(const struct table *t, size_t row)
{
	static const char *const	needs[][2] = {
		{ "new_practice", "--new-practice" }, { "owner", "--owner" },
		{ "check_on", "--check-on" }
	};
	size_t				i;
	int				lacks = 0;

	for (i = 0; i < sizeof(needs) / sizeof(*needs); i++)
		if (*cell(t, row, needs[i][0]) == '\0') {
			msg_fault(NULL, N_("a chosen lesson needs %s"),
			    needs[i][1]);
			lacks = 1;
		}
	return lacks;
}

int
log_choose_lacks(struct edit *e, const char *typed, char *buf)
{
	struct found	f;

	e->private = 1;
	*buf = '\0';
	if (edit_find(e, typed, "lesson", &f) != 0)
		return -1;
	snprintf(buf, 4, "%s%s%s",
	    *cell(f.table, f.row, "new_practice") == '\0' ? "n" : "",
	    *cell(f.table, f.row, "owner") == '\0' ? "o" : "",
	    *cell(f.table, f.row, "check_on") == '\0' ? "c" : "");
	return 0;
}

/* Lessons of the cycle that were chosen already, "'a', 'b', 'c'". */
static char *
chosen_words(struct edit *e, const char *cycle)
{
	const struct table	*t = project_table(e->p, "lessons");
	struct str		 s;
	size_t			 i;

	str_init(&s);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "cycle", cycle) &&
		    !cell_is(t, i, "state", "noted") &&
		    !cell_is(t, i, "state", "dropped"))
			msg_list(&s, edit_row_called(t, i));
	return str_take(&s);
}

static int
choose(struct edit *e, struct found *f, struct plan *pl)
{
	size_t		 n;
	const char	*cycle;
	char		*chosen;
	int		 bad = 0, lacks = log_lesson_lacks(f->table, f->row);

	if (pl->cycle == pl->ncycles) {
		msg_fault(NULL, N_("no cycle is open"));
		msg_hint(N_("cpm-plan cycle open --objective 'WORDS'"));
		return -1;
	}
	cycle = pl->cycles[pl->cycle].id;
	n = plan_cycle_lessons(e->p, cycle);
	if (!f->table->secret &&
	    n >= (size_t)project_int(e->p, "lessons_per_cycle")) {
		chosen = chosen_words(e, cycle);
		msg_fault(NULL, N_("%zu lessons are chosen in '%s' already: "
		    "%s"), n, cycle, chosen);
		msg_hint(N_("cpm-log lesson --drop LESSON makes room"));
		free(chosen);
		bad = 1;
	}
	if (lacks)
		msg_hint(N_("cpm-log lesson --choose %s --new-practice "
		    "'WORDS' --owner WHO --check-on DATE"), f->id);
	if (bad || lacks)
		return -1;
	table_set(f->table, f->row, "cycle", cycle);
	/* A lesson in the middle of a cycle ends nothing. */
	if (strcmp(pl->cycles[pl->cycle].status, "check") == 0)
		plan_cycle_reach(e, "adjust");
	return 0;
}

/* What is worth passing on says how to use it. */
static int
usable(struct found *f)
{
	if (cell_is(f->table, f->row, "kind", "lesson") ||
	    *cell(f->table, f->row, "kind") == '\0' ||
	    *cell(f->table, f->row, "how_to") != '\0')
		return 0;
	msg_fault(NULL, N_("'%s' does not say how to use it: --how-to"),
	    edit_called(f));
	return -1;
}

static int
verify(struct edit *e, struct found *f)
{
	int	day = cell_day(f->table, f->row, "check_on");
	char	words[64];

	if (usable(f) != 0)
		return -1;
	if (day == DATE_NONE || project_today(e->p) >= day)
		return 0;
	msg_fault(NULL, N_("'%s' is verified from %s on, not before"),
	    edit_called(f), date_words(words, sizeof(words), day));
	return -1;
}

/* Noted, chosen, applied, verified: one after the other. */
static int
may_go(struct found *f, const char *state)
{
	const char	*now = cell(f->table, f->row, "state");

	if (strcmp(state, "dropped") == 0)
		return 0;
	if (strcmp(state, "chosen") == 0 &&
	    (*now == '\0' || strcmp(now, "noted") == 0))
		return 0;
	if (strcmp(state, "applied") == 0 && strcmp(now, "chosen") == 0)
		return 0;
	if (strcmp(state, "verified") == 0 && strcmp(now, "applied") == 0)
		return 0;
	msg_fault(NULL, N_("'%s' is %s: noted, chosen, applied, verified come "
	    "one after the other"), edit_called(f), log_state_words(now));
	if (strcmp(now, "noted") == 0 || *now == '\0')
		msg_hint("cpm-log lesson --choose %s", f->id);
	else if (strcmp(now, "chosen") == 0)
		msg_hint("cpm-log lesson --apply %s", f->id);
	return -1;
}

int
log_stays(const struct found *f, const struct entry *en)
{
	const char	*v = entry_value(en, "visibility");

	if (v == NULL || (strcmp(v, "private") == 0) == f->table->secret)
		return 0;
	msg_fault(NULL, f->table->secret ? N_("'%s' is in the private folder "
	    "and stays there") : N_("'%s' is in the shared folder and stays "
	    "there: git's history has it"), f->id);
	return -1;
}

int
log_lesson_to(struct edit *e, const char *typed, const char *state,
    struct entry *en)
{
	struct plan	pl;
	struct found	f;
	int		rc = 0;

	e->private = 1;
	if (entry_read(e, "lessons", en) != 0 ||
	    edit_find(e, typed, "lesson", &f) != 0)
		return -1;
	e->got = mem_strdup(f.id);
	if (cell_is(f.table, f.row, "state", state)) {
		edit_note(e, N_("already so: %s"), edit_called(&f));
		return edit_complete(e, f.table, f.row, en, NULL) < 0 ? -1 : 0;
	}
	if (may_go(&f, state) != 0 || log_stays(&f, en) != 0)
		return -1;
	entry_put(f.table, f.row, en);
	if (plan_load(&pl, e->p) != 0)
		rc = -1;
	else if (strcmp(state, "chosen") == 0)
		rc = choose(e, &f, &pl);
	else if (strcmp(state, "verified") == 0)
		rc = verify(e, &f);
	plan_free(&pl);
	if (rc != 0)
		return -1;
	table_set(f.table, f.row, "state", state);
	edit_note(e, N_("'%s' is now: %s"), edit_called(&f),
	    log_state_words(state));
	return 0;
}
