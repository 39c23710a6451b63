/*
 * What a sheet of the month told, into the plan and the log.
 *
 * First everything is looked at, and what is wrong is said with its place;
 * only when nothing is does the first line change anything.  What cannot be
 * taken, because the plan went on meanwhile, is no fault of the sheet: it is
 * left out, and a remark says what to do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "intake/day.h"
#include "intake/month_in.h"
#include "model/logedit.h"
#include "model/planedit.h"
#include "model/privacy.h"

struct taking {
	struct edit		*e;
	struct project		*p;
	struct month_ask	*ask;
	struct told_all		 all;
	struct plan		 pl;	/* as it was before the import */
	struct privacy		*privacy;
	struct table		*actions, *steps, *taken;
	int			 today, order;
	unsigned long		 changed;
};

/* What became of a line. */
enum took { TOOK, LEFT, FAILED };

/* A line with what belongs to it. */
struct one {
	const struct sheet_told	*s;
	struct told		*t;
	struct table		*table;	/* actions or steps; NULL */
	size_t			 row;
	const char		*title;	/* of the plan's; else "" */
};

/* --- what was taken before -------------------------------------------------------- */

static const char *
digest_of(const struct told *t, char buf[DIGEST_LEN])
{
	static const enum month_field	of[] = { MF_TITLE, MF_OWNER, MF_DUE,
	    MF_VERIFY, MF_NOW, MF_ON, MF_OBSTACLE, MF_WHAT, MF_WHOM, MF_BY };
	struct str			all;
	size_t				i;

	str_init(&all);
	for (i = 0; i < sizeof(of) / sizeof(*of); i++)
		str_printf(&all, "%s\n", t->f[of[i]]);
	slug_digest(buf, all.s, all.len);
	buf[16] = '\0';
	str_free(&all);
	return buf;
}

static size_t
taken_row(const struct taking *k, const struct one *o)
{
	return table_find_by(k->taken, "sheet", o->s->key, "line", o->t->id,
	    NULL);
}

static int
taken_before(const struct taking *k, const struct one *o)
{
	char	buf[DIGEST_LEN];
	size_t	row = taken_row(k, o);

	return row < k->taken->nrows &&
	    cell_is(k->taken, row, "said", digest_of(o->t, buf));
}

static void
remember(struct taking *k, const struct one *o)
{
	char	buf[DIGEST_LEN], month[DATE_LEN], day[DATE_LEN];
	size_t	row = taken_row(k, o);

	if (row == k->taken->nrows) {
		edit_begin_table(k->p, k->taken);
		row = table_add(k->taken);
		table_set(k->taken, row, "sheet", o->s->key);
		table_set(k->taken, row, "line", o->t->id);
	}
	table_set(k->taken, row, "month", month_str(month, o->s->first));
	table_set(k->taken, row, "said", digest_of(o->t, buf));
	table_set(k->taken, row, "on", date_str(day, k->today));
}

/* Whether a sheet of a later month told of this line. */
static int
told_later(const struct taking *k, const struct one *o)
{
	const struct table	*t = k->taken;
	char			 month[DATE_LEN];
	size_t			 i;

	month_str(month, o->s->first);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "line", o->t->id) &&
		    strcmp(cell(t, i, "month"), month) > 0)
			return 1;
	return 0;
}

/* --- what a line says --------------------------------------------------------------- */

static int
given(const struct told *t, enum month_field f)
{
	return *t->f[f] != '\0';
}

/* Words beside what was printed. */
static int
says_more(const struct told *t)
{
	return given(t, MF_ON) || given(t, MF_OBSTACLE) || given(t, MF_WHAT) ||
	    given(t, MF_WHOM) || given(t, MF_BY);
}

/* A day that the line gives, or the last one that the sheet can tell of. */
static int
day_of(const struct taking *k, const struct one *o)
{
	int	last = month_last(o->s->first);

	if (o->t->on != DATE_NONE)
		return o->t->on;
	return last < k->today ? last : k->today;
}

static struct one
one_of(struct taking *k, const struct sheet_told *s, struct told *t)
{
	struct one	o = { s, t, NULL, 0, "" };

	if (t->kind > MONTH_STEP)
		return o;
	o.row = table_find(k->actions, t->id);
	o.table = k->actions;
	t->kind = MONTH_ACTION;
	if (o.row == k->actions->nrows) {
		o.row = table_find(k->steps, t->id);
		o.table = k->steps;
		t->kind = MONTH_STEP;
	}
	t->known = o.row < o.table->nrows;
	if (t->known)
		o.title = cell(o.table, o.row, "title");
	else
		o.table = NULL;
	return o;
}

/* --- looking: what is wrong with the sheet ------------------------------------------- */

static void
look_day(struct taking *k, struct told *t)
{
	struct place	at = told_place(&k->all, t, MF_ON);

	if (!given(t, MF_ON))
		return;
	if (day_read(t->f[MF_ON], k->order, &t->on) != 0) {
		t->on = DATE_NONE;
		day_fault(&at, t->f[MF_ON]);
	} else if (t->on > k->today)
		msg_fault(&at, N_("a day that is still to come"));
}

static void
look_action(struct taking *k, const struct one *o)
{
	struct told	*t = o->t;
	struct place	 at = told_place(&k->all, t, MF_NOW);

	t->now = month_now(t->f[MF_NOW]);
	if (t->now == NOW_BAD) {
		msg_fault(&at, N_("none of: done, under way, blocked, "
		    "to do"));
		return;
	}
	/* What is in the way says enough. */
	if (t->now == NOW_SILENT && given(t, MF_OBSTACLE))
		t->now = NOW_BLOCKED;
	at = told_place(&k->all, t, MF_OBSTACLE);
	if (t->now == NOW_BLOCKED && !given(t, MF_OBSTACLE) && t->known &&
	    t->kind == MONTH_ACTION && (!cell_is(o->table, o->row, "status",
	    "blocked") || *cell(o->table, o->row, "obstacle") == '\0'))
		msg_fault(&at, N_("blocked, and nobody says by what"));
	at = told_place(&k->all, t, MF_ON);
	if (t->now == NOW_SILENT && given(t, MF_ON) && !given(t, MF_WHAT))
		msg_fault(&at, N_("a day, and nothing that happened on it"));
}

static void
look_extra(struct taking *k, const struct told *t)
{
	struct place	at = told_place(&k->all, t, MF_NOW);

	if (given(t, MF_NOW) || given(t, MF_OBSTACLE))
		msg_fault(&at, N_("this line is of no action: nothing can be "
		    "done or blocked here"));
	at = told_place(&k->all, t, MF_ON);
	if (t->kind == MONTH_MEETING && !given(t, MF_ON) && says_more(t))
		msg_fault(&at, N_("a meeting without its day"));
}

static void
look_privacy(struct taking *k, const struct told *t)
{
	static const enum month_field	of[] = { MF_OWNER, MF_VERIFY,
	    MF_OBSTACLE, MF_WHAT, MF_WHOM, MF_BY };
	const char			*what;
	struct place			 at;
	size_t				 i;
	int				 n;

	for (i = 0; i < sizeof(of) / sizeof(*of); i++) {
		at = told_place(&k->all, t, of[i]);
		for (n = 0; (what = privacy_finds(k->privacy, t->f[of[i]],
		    &n)) != NULL;) {
			msg_warn(&at, what, NULL);
			msg_hint(N_("every clone reads it: a role says enough"));
		}
	}
}

static void
look_line(struct taking *k, const struct sheet_told *s, struct told *t)
{
	struct one	o = one_of(k, s, t);
	struct place	at;

	if (taken_before(k, &o))
		return;
	look_day(k, t);
	if (t->kind <= MONTH_STEP)
		look_action(k, &o);
	else
		look_extra(k, t);
	at = told_place(&k->all, t, MF_WHAT);
	if (!given(t, MF_WHAT) && t->kind != MONTH_MEETING &&
	    (given(t, MF_WHOM) || given(t, MF_BY)))
		msg_fault(&at, N_("for whom or by whom, but not what"));
	look_privacy(k, t);
}

static void
look_sheet(struct taking *k, const struct sheet_told *s)
{
	struct place	at = { k->all.shown, s->line, 0, s->month_col };
	size_t		i, j;

	if (s->first > k->today) {
		msg_fault(&at, N_("a month that is still to come"));
		return;
	}
	for (i = 0; i < s->n; i++) {
		for (j = 0; j < i && strcmp(s->t[j].id, s->t[i].id) != 0; j++)
			continue;
		at = told_place(&k->all, &s->t[i], MF_ID);
		if (j < i)
			msg_fault(&at, N_("this line is there already, on "
			    "line %ld"), s->t[j].line);
		else
			look_line(k, s, &s->t[i]);
	}
}

/* --- leaving out ------------------------------------------------------------------------ */

static enum took
left(struct taking *k)
{
	k->ask->left++;
	return LEFT;
}

static int
is_dropped(const struct taking *k, const struct one *o)
{
	return o->table == k->actions ? cell_is(o->table, o->row, "status",
	    "dropped") : *cell(o->table, o->row, "dropped_on") != '\0';
}

/* What the plan says meanwhile stands against what the sheet says. */
static enum took
left_done(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);
	char		words[64];
	int		day = cell_day(o->table, o->row, "done_on");

	/* Done after the month that the sheet tells of: no contradiction. */
	if (day > month_last(o->s->first))
		return TOOK;
	msg_warn(&at, N_("left out: '%s' was done on %s, and the sheet says "
	    "that it is not"), o->title, date_words(words, sizeof(words), day));
	msg_hint(N_("if it is not done after all: cpm-plan adjust %s --reopen "
	    "--reason WHY"), o->t->id);
	return left(k);
}

static enum took
left_dropped(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);

	msg_warn(&at, N_("left out: '%s' was dropped meanwhile"), o->title);
	msg_hint(N_("if it goes on after all: cpm-plan adjust %s --reopen "
	    "--reason WHY"), o->t->id);
	return left(k);
}

/* --- actions --------------------------------------------------------------------------- */

/* Whether an adjustment changed this field, and it was `old` before. */
static int
adjusted_from(const struct taking *k, const char *ref, const char *field,
    const char *old)
{
	const struct plan_adjustment	*a;
	size_t				 i;

	for (i = 0; i < k->pl.nadjustments; i++) {
		a = &k->pl.adjustments[i];
		if (strcmp(a->ref, ref) == 0 && strcmp(a->field, field) == 0 &&
		    utf_alike(a->old, old))
			return 1;
	}
	return 0;
}

/*
 * What was printed of an action: an empty cell of the plan may be filled; a
 * cell that differs is either older than an adjustment, or somebody planned
 * anew, which needs a reason.
 */
static enum took
take_printed(struct taking *k, const struct one *o)
{
	static const struct {
		enum month_field	 f;
		const char		*column;
	} of[] = { { MF_TITLE, "title" }, { MF_OWNER, "owner" },
	    { MF_DUE, "due" }, { MF_VERIFY, "verification" } };
	char		*ref, buf[DATE_LEN];
	const char	*told, *have;
	struct place	 at;
	size_t		 i;
	int		 day;
	enum took	 rc = TOOK;

	ref = mem_printf("%s:%s", o->table == k->actions ? "action" : "step",
	    o->t->id);
	for (i = 0; i < sizeof(of) / sizeof(*of); i++) {
		told = o->t->f[of[i].f];
		if (*told == '\0' || (of[i].f == MF_VERIFY &&
		    o->table == k->steps))
			continue;
		at = told_place(&k->all, o->t, of[i].f);
		have = cell(o->table, o->row, of[i].column);
		if (of[i].f == MF_DUE) {
			if (day_read(told, k->order, &day) != 0) {
				if (*have != '\0')
					continue;
				day_fault(&at, told);
				rc = FAILED;
				continue;
			}
			told = date_str(buf, day);
		}
		if (utf_alike(told, have))
			continue;
		if (*have == '\0') {
			table_set(o->table, o->row, of[i].column, told);
			edit_note(k->e, N_("completed: %s: %s"), o->title,
			    plan_field_words(k->p, of[i].column));
			k->changed++;
		} else if (!adjusted_from(k, ref, of[i].column, told)) {
			msg_warn(&at, N_("left out: the plan says it in other "
			    "words (%s of '%s')"),
			    plan_field_words(k->p, of[i].column), o->title);
			msg_hint(N_("what was planned is changed with its "
			    "reason: cpm-plan adjust %s --%s … --reason WHY"),
			    o->t->id, of[i].column);
			rc = rc == FAILED ? rc : left(k);
		} else if (of[i].f == MF_TITLE && o->t->now == NOW_DONE)
			msg_warn(&at, N_("'%s' had other words when this sheet "
			    "was made: is it done as it stands now?"),
			    o->title);
	}
	free(ref);
	return rc;
}

/* Call a verb of the plan on the day that the line tells of. */
static enum took
verb(struct taking *k, const struct one *o, int day,
    int (*fn)(struct taking *, const struct one *, const char *))
{
	struct place	 at = told_place(&k->all, o->t, MF_NOW);
	char		*typed;
	int		 rc;

	typed = mem_printf("%s:%s", o->table == k->actions ? "action" : "step",
	    o->t->id);
	project_date(k->p, day);
	rc = fn(k, o, typed);
	project_date(k->p, k->today);
	free(typed);
	if (rc != 0) {
		msg_fault(&at, N_("this line cannot be taken over"));
		return FAILED;
	}
	k->changed++;
	return TOOK;
}

static int
verb_done(struct taking *k, const struct one *o, const char *typed)
{
	struct entry	none[] = { { NULL, NULL, NULL, NULL } };

	(void)o;
	return plan_done(k->e, typed, NULL, none);
}

static int
verb_start(struct taking *k, const struct one *o, const char *typed)
{
	struct entry	none[] = { { NULL, NULL, NULL, NULL } };

	(void)o;
	return plan_start(k->e, typed, none);
}

static int
verb_block(struct taking *k, const struct one *o, const char *typed)
{
	return plan_block(k->e, typed, o->t->f[MF_OBSTACLE]);
}

static enum took
take_done(struct taking *k, const struct one *o)
{
	char	day[DATE_LEN], words[64];

	if (*cell(o->table, o->row, "done_on") == '\0')
		return verb(k, o, day_of(k, o), verb_done);
	/* Only the sheet that said the day may correct it. */
	if (o->t->on == DATE_NONE || taken_row(k, o) == k->taken->nrows ||
	    o->t->on == cell_day(o->table, o->row, "done_on"))
		return TOOK;
	table_set(o->table, o->row, "done_on", date_str(day, o->t->on));
	edit_note(k->e, N_("done on %s: %s"), date_words(words, sizeof(words),
	    o->t->on), o->title);
	k->changed++;
	return TOOK;
}

/* Who, by when, how it is seen: what a draft lacks to run, as options. */
static char *
lacks(const struct one *o)
{
	static const char *const	of[][2] = {
		{ "owner", N_(" --owner WHO") },
		{ "due", N_(" --due DATE") },
		{ "verification", N_(" --verification TEXT") }
	};
	struct str			s;
	size_t				i;

	str_init(&s);
	for (i = 0; i < 3; i++)
		if (*cell(o->table, o->row, of[i][0]) == '\0')
			str_add(&s, _(of[i][1]));
	return str_take(&s);
}

/* Whether the level of an action is open and its change at work. */
static int
at_work(const struct taking *k, const char *id)
{
	size_t				 i = plan_action(&k->pl, id);
	const struct plan_action	*a = &k->pl.actions[i];
	const struct plan_change	*c;

	if (i == k->pl.nactions)
		return 1;		/* of a session */
	c = &k->pl.changes[a->change];
	return c->active && c->levels[a->level - 1].open;
}

static enum took
take_doing(struct taking *k, const struct one *o)
{
	struct place	 at = told_place(&k->all, o->t, MF_NOW);
	char		*missing;
	int		 start = cell_day(o->table, o->row, "start"),
			 due = cell_day(o->table, o->row, "due"),
			 day = day_of(k, o);

	if (cell_is(o->table, o->row, "status", "doing"))
		return TOOK;
	missing = lacks(o);
	if (*missing != '\0') {
		msg_warn(&at, N_("left out: '%s' is under way, and the plan "
		    "lacks who, by when or how it will be seen"), o->title);
		msg_hint("cpm-plan start %s%s", o->t->id, missing);
		free(missing);
		return left(k);
	}
	free(missing);
	if (!at_work(k, o->t->id)) {
		msg_warn(&at, N_("left out: the level of '%s' is not open, or "
		    "its change is over"), o->title);
		return left(k);
	}
	if (start == DATE_NONE && o->t->on == DATE_NONE && due < day)
		day = due;
	if (start == DATE_NONE ? due < day : start > day) {
		msg_warn(&at, N_("left out: '%s' is under way outside its "
		    "planned days"), o->title);
		msg_hint(N_("cpm-plan adjust %s --%s DATE --reason WHY, then "
		    "cpm-plan start %s"), o->t->id, start == DATE_NONE ?
		    "due" : "start", o->t->id);
		return left(k);
	}
	return verb(k, o, day, verb_start);
}

static enum took
take_blocked(struct taking *k, const struct one *o)
{
	if (!given(o->t, MF_OBSTACLE) || (cell_is(o->table, o->row, "status",
	    "blocked") && cell_is(o->table, o->row, "obstacle",
	    o->t->f[MF_OBSTACLE])))
		return TOOK;
	return verb(k, o, day_of(k, o), verb_block);
}

/* A step is done or not; more cannot be kept of it. */
static enum took
take_step(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_OBSTACLE);

	if (is_dropped(k, o))
		return left_dropped(k, o);
	if (o->t->now == NOW_DONE)
		return take_done(k, o);
	if (*cell(o->table, o->row, "done_on") != '\0')
		return left_done(k, o);
	if (o->t->now == NOW_BLOCKED) {
		msg_warn(&at, N_("left out: a step cannot be blocked, its "
		    "action can ('%s')"), o->title);
		msg_hint(N_("cpm-plan block %s --obstacle TEXT"),
		    cell(o->table, o->row, "action"));
		return left(k);
	}
	return TOOK;
}

static enum took
take_action(struct taking *k, const struct one *o)
{
	struct place	 at = told_place(&k->all, o->t, MF_OBSTACLE);
	enum took	 rc = TOOK;

	if (is_dropped(k, o))
		return left_dropped(k, o);
	if (o->t->now == NOW_DONE)
		rc = take_done(k, o);
	else if (cell_is(o->table, o->row, "status", "done"))
		return left_done(k, o);
	else if (o->t->now == NOW_DOING)
		rc = take_doing(k, o);
	else if (o->t->now == NOW_BLOCKED)
		return take_blocked(k, o);
	if (rc == TOOK && given(o->t, MF_OBSTACLE)) {
		msg_warn(&at, N_("left out: what is in the way of '%s', which "
		    "is not blocked"), o->title);
		msg_hint(N_("cpm-log difficulty TEXT"));
		return left(k);
	}
	return rc;
}

/* Leaving an action, or taking its beginning back, is decided by people. */
static enum took
left_decision(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_NOW);

	if (o->t->now == NOW_DROPPED && !is_dropped(k, o)) {
		msg_warn(&at, N_("left out: that '%s' is dropped is for the "
		    "team to decide"), o->title);
		msg_hint(N_("cpm-plan drop %s --reason WHY"), o->t->id);
		return left(k);
	}
	if (o->t->now == NOW_TODO && o->table == k->actions &&
	    cell_is(o->table, o->row, "status", "doing")) {
		msg_warn(&at, N_("left out: '%s' is under way, and the sheet "
		    "says that it has not begun"), o->title);
		return left(k);
	}
	return TOOK;
}

static enum took
take_status(struct taking *k, const struct one *o)
{
	if (o->t->now == NOW_SILENT)
		return TOOK;
	if (told_later(k, o)) {
		edit_note(k->e, N_("a later sheet tells of it: %s"), o->title);
		return TOOK;
	}
	if (o->t->now == NOW_TODO || o->t->now == NOW_DROPPED)
		return left_decision(k, o);
	return o->table == k->steps ? take_step(k, o) : take_action(k, o);
}

/* --- what was not planned ------------------------------------------------------------- */

/* A row of the log that a line becomes. */
struct becomes {
	const char	*table, *slug, *about;	/* the column of the words */
	int		(*add)(struct edit *, struct entry *);
	struct entry	*en;
};

static int
add_seen(struct edit *e, struct entry *en)
{
	return log_add_seen(e, 0, en);
}

static int
add_meeting(struct edit *e, struct entry *en)
{
	return log_add(e, 0, NULL, en);
}

static int
add_difficulty(struct edit *e, struct entry *en)
{
	return log_add_difficulty(e, 0, en);
}

/* A row with the same words of the same month, that came in another way. */
static size_t
twin(const struct table *t, const struct becomes *b, const struct one *o)
{
	const struct entry	*en;
	size_t			 i;
	int			 day, same;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		day = cell_day(t, i, "date");
		if (day < o->s->first || day > month_last(o->s->first))
			continue;
		same = 1;
		for (en = b->en; en->column != NULL && same; en++)
			same = en->typed == NULL ||
			    strcmp(en->column, "date") == 0 ||
			    cell_is(t, i, en->column, en->typed);
		if (same)
			return i;
	}
	return t->nrows;
}

/* What a message calls the line. */
static char *
line_name(const struct one *o)
{
	struct month_line	l = { o->t->kind, NULL, NULL, o->t->n, NULL };
	char			 words[64], *title, *name;

	date_month_words(words, sizeof(words), o->s->first);
	if (o->table != NULL)
		return mem_printf(_("small change with '%s'"), o->title);
	if (o->t->n == 0)
		return mem_printf(_("small change on line %ld"), o->t->line);
	title = month_title(&l);
	/* TRANSLATORS: "small change 1, March 2026" */
	name = mem_printf(_("%s, %s"), title, words);
	free(title);
	return name;
}

static enum took
update_row(struct taking *k, const struct one *o, struct table *t, size_t row,
    const struct becomes *b)
{
	const struct entry	*en;
	char			*name;
	int			 n = 0;

	for (en = b->en; en->column != NULL; en++)
		if (en->typed != NULL && !cell_is(t, row, en->column,
		    en->typed)) {
			table_set(t, row, en->column, en->typed);
			n++;
		}
	if (n == 0)
		return TOOK;
	name = line_name(o);
	edit_note(k->e, N_("changed: %s"), name);
	free(name);
	k->changed++;
	return TOOK;
}

/* The id follows from sheet and line, so that other words are an update. */
static enum took
put_row(struct taking *k, const struct one *o, struct becomes *b)
{
	struct table	*t = project_table(k->p, b->table);
	struct place	 at = told_place(&k->all, o->t, MF_WHAT);
	struct edit	*e = k->e;
	char		 month[DATE_LEN], *seed, *id, *name;
	size_t		 row, notes = e->notes.len;
	int		 rc;

	seed = mem_printf("sheet=%s\nline=%s\n", o->s->key, o->t->id);
	id = slug_day_id(month_str(month, o->s->first), b->slug, seed);
	free(seed);
	if ((row = table_find(t, id)) < t->nrows) {
		free(id);
		return update_row(k, o, t, row, b);
	}
	name = line_name(o);
	if (twin(t, b, o) < t->nrows) {
		edit_note(e, N_("already there, in the same words: %s"), name);
		free(name);
		free(id);
		return TOOK;
	}
	e->id = id;
	project_date(k->p, day_of(k, o));
	rc = b->add(e, b->en);
	project_date(k->p, k->today);
	e->id = e->about = e->about_typed = e->under = e->under_is = NULL;
	e->already = 0;
	free(e->got);
	e->got = NULL;
	/* The words came from outside: they are kept, not said again. */
	e->notes.len = notes;
	e->notes.s[notes] = '\0';
	if (rc == 0)
		edit_note(e, N_("kept: %s"), name);
	else
		msg_fault(&at, N_("this line cannot be taken over"));
	entry_free(b->en);
	free(name);
	free(id);
	k->changed++;
	return rc == 0 ? TOOK : FAILED;
}

/* What the sheet calls the meeting where it says no more. */
static const char *
meeting_words(struct taking *k)
{
	const char	*words;

	lang_use(project_lang(k->p));
	words = arena_str(&k->all.arena, _("meeting of the focal team"));
	lang_use(k->ask->lang);
	return words;
}

static enum took
take_words(struct taking *k, const struct one *o)
{
	const struct told	*t = o->t;
	char			 day[DATE_LEN];
	const char		*on, *by, *what = t->f[MF_WHAT],
				*whom = t->f[MF_WHOM];
	char			 ref[160];
	struct entry		 seen[] = {
		{ "date", NULL, NULL, NULL }, { "what", NULL, what, NULL },
		{ "for_whom", NULL, *whom != '\0' ? whom : NULL, NULL },
		{ "seen_by", NULL, NULL, NULL }, { "ref", NULL, NULL, NULL },
		{ NULL, NULL, NULL, NULL } };
	struct entry		 met[] = {
		{ "date", NULL, NULL, NULL },
		{ "mode", NULL, "team_meeting", NULL },
		{ "author", NULL, NULL, NULL }, { "summary", NULL, what, NULL },
		{ NULL, NULL, NULL, NULL } };
	struct entry		 hard[] = {
		{ "date", NULL, NULL, NULL }, { "what", NULL, what, NULL },
		{ "raised_by", NULL, NULL, NULL },
		{ NULL, NULL, NULL, NULL } };
	struct becomes		 small = { "small-changes", "seen", "what",
		add_seen, seen };
	struct becomes		 meeting = { "log", "team_meeting", "summary",
		add_meeting, met };
	struct becomes		 difficulty = { "difficulties", "difficulty",
		"what", add_difficulty, hard };

	on = date_str(day, day_of(k, o));
	by = *t->f[MF_BY] != '\0' ? t->f[MF_BY] : NULL;
	seen[0].typed = met[0].typed = hard[0].typed = on;
	seen[3].typed = met[2].typed = hard[2].typed = by;
	if (o->table != NULL) {
		snprintf(ref, sizeof(ref), "%s:%s", o->table == k->actions ?
		    "action" : "step", t->id);
		seen[4].typed = ref;
	}
	if (t->kind == MONTH_MEETING) {
		if (*what == '\0')
			met[3].typed = meeting_words(k);
		return put_row(k, o, &meeting);
	}
	return put_row(k, o, t->kind == MONTH_DIFFICULTY ? &difficulty :
	    &small);
}

/* --- line by line ------------------------------------------------------------------------ */

/* A line that was filled in, taken over, and emptied. */
static void
say_emptied(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_ID);

	msg_warn(&at, N_("this line was filled in before and is empty now: "
	    "nothing is taken back"));
}

static enum took
take_known(struct taking *k, const struct one *o)
{
	enum took	rc, status;

	rc = *cell(o->table, o->row, "done_on") == '\0' && !is_dropped(k, o) ?
	    take_printed(k, o) : TOOK;
	status = take_status(k, o);
	if (status != TOOK)
		rc = rc == FAILED ? rc : status;
	if (given(o->t, MF_WHAT) && take_words(k, o) == FAILED)
		rc = FAILED;
	return rc;
}

static enum took
take_unknown(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_ID);

	if (o->t->now == NOW_SILENT && !says_more(o->t))
		return TOOK;
	msg_warn(&at, N_("left out: the plan has no action or step of this "
	    "id"));
	msg_hint(N_("cpm-plan list --all shows those that there are"));
	return left(k);
}

static int
take_line(struct taking *k, const struct sheet_told *s, struct told *t)
{
	struct one	o = one_of(k, s, t);
	enum took	rc = TOOK;
	int		silent;

	silent = !says_more(t) && t->now == NOW_SILENT;
	if (taken_before(k, &o))
		return 0;
	if (silent && taken_row(k, &o) < k->taken->nrows &&
	    !cell_is(k->taken, taken_row(k, &o), "said", ""))
		say_emptied(k, &o);
	if (o.table != NULL)
		rc = take_known(k, &o);
	else if (t->kind <= MONTH_STEP)
		rc = take_unknown(k, &o);
	else if (says_more(t))
		rc = take_words(k, &o);
	if (rc == TOOK && (!silent || taken_row(k, &o) < k->taken->nrows))
		remember(k, &o);
	return rc == FAILED ? -1 : 0;
}

/* --- together ------------------------------------------------------------------------------ */

static int
by_month(const void *a, const void *b)
{
	const struct sheet_told	*x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->at < y->at ? -1 : 1;
}

/* A sheet of which the plan knows nothing is of another team. */
static void
look_folder(struct taking *k)
{
	struct place	at = { k->all.shown, 0, 0, NULL };
	size_t		i, j, known = 0, asked = 0;

	for (i = 0; i < k->all.n; i++)
		for (j = 0; j < k->all.s[i].n; j++)
			if (k->all.s[i].t[j].kind <= MONTH_STEP) {
				asked++;
				known += k->all.s[i].t[j].known;
			}
	if (asked > 0 && known == 0)
		msg_fault(&at, N_("none of its actions is in this folder: is "
		    "the sheet of another team?"));
}

static int
take_all(struct taking *k)
{
	unsigned long	before = msg_faults();
	size_t		i, j;

	for (i = 0; i < k->all.n; i++)
		look_sheet(k, &k->all.s[i]);
	look_folder(k);
	if (k->all.n == 0)
		msg_fault(&(struct place){ k->all.shown, 0, 0, NULL },
		    N_("there is no line in it"));
	if (msg_faults() != before)
		return -1;
	qsort(k->all.s, k->all.n, sizeof(*k->all.s), by_month);
	for (i = 0; i < k->all.n; i++)
		for (j = 0; j < k->all.s[i].n; j++)
			if (take_line(k, &k->all.s[i], &k->all.s[i].t[j]) != 0)
				return -1;
	if (k->changed == 0 && k->ask->left == 0)
		edit_note(k->e, N_("nothing new in %s"), k->all.shown);
	return msg_faults() == before ? 0 : -1;
}

int
month_import(struct edit *e, struct month_ask *ask)
{
	struct taking	k = { .e = e, .p = e->p, .ask = ask };
	const char	*order = project_get(e->p, "date_order");
	int		 rc = -1;

	k.today = project_today(e->p);
	k.order = *order == 'd' || *order == 'm' ? *order : 0;
	k.actions = project_table(e->p, "actions");
	k.steps = project_table(e->p, "steps");
	k.taken = project_private(e->p, "taken");
	k.privacy = privacy_load(e->p);
	e->previews = 1;
	if (plan_load(&k.pl, e->p) == 0 && !project_bad(e->p) &&
	    told_read(&k.all, e->p, ask) == 0)
		rc = take_all(&k);
	told_free(&k.all);
	plan_free(&k.pl);
	privacy_free(k.privacy);
	return rc;
}
