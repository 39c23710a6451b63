/*
 * What a sheet of the month told, into the plan and the log.
 *
 * First everything is looked at, and what is wrong is said with its place;
 * only when nothing is does the first line change anything.  What cannot be
 * taken, because the plan went on meanwhile, is no fault of the sheet: it is
 * left out, and a remark says what to do.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "intake/day.h"
#include "intake/month_take_in.h"
#include "model/privacy.h"

/* Days from the month that a sheet is of; further looks like a slip. */
#define FAR_BEFORE	92
#define FAR_AFTER	31

/* --- what a line says ---------------------------------------------------- */

int
told_given(const struct told *t, enum month_field f)
{
	return *t->f[f] != '\0';
}

/* Words beside what was printed. */
int
told_more(const struct told *t)
{
	return told_given(t, MF_ON) || told_given(t, MF_OBSTACLE) ||
	    told_given(t, MF_WHAT) || told_given(t, MF_WHOM) ||
	    told_given(t, MF_BY);
}

/* A day that the line gives, or the last one that the sheet can tell of. */
int
taking_day(const struct taking *k, const struct one *o)
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

/* What is kept is in the team's language. */
const char *
taking_words(struct taking *k, const char *id)
{
	const char	*words;

	lang_use(project_lang(k->p));
	words = arena_str(&k->all.arena, _(id));
	lang_use(k->ask->lang);
	return words;
}

/* --- looking: what is wrong with the sheet ------------------------------- */

static void
look_day(struct taking *k, const struct sheet_told *s, struct told *t)
{
	struct place	at = told_place(&k->all, t, MF_ON);

	if (!told_given(t, MF_ON))
		return;
	if (day_read(t->f[MF_ON], k->order, &t->on) != 0) {
		t->on = DATE_NONE;
		day_fault(&at, t->f[MF_ON]);
	} else if (t->on > k->today)
		msg_fault(&at, N_("a day that is still to come"));
	else if (t->on < s->first - FAR_BEFORE ||
	    t->on > month_last(s->first) + FAR_AFTER)
		msg_warn(&at, N_("a day far from the sheet's month: is the "
		    "year right?"));
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
	if (t->now == NOW_SILENT && told_given(t, MF_OBSTACLE))
		t->now = NOW_BLOCKED;
	at = told_place(&k->all, t, MF_OBSTACLE);
	if (t->now == NOW_BLOCKED && !told_given(t, MF_OBSTACLE) && t->known &&
	    t->kind == MONTH_ACTION && (!cell_is(o->table, o->row, "status",
	    "blocked") || *cell(o->table, o->row, "obstacle") == '\0'))
		msg_fault(&at, N_("blocked, and nobody says by what"));
	at = told_place(&k->all, t, MF_ON);
	if (t->now == NOW_SILENT && told_given(t, MF_ON) &&
	    !told_given(t, MF_WHAT))
		msg_fault(&at, N_("a day, and nothing that happened on it"));
}

static void
look_extra(struct taking *k, const struct told *t)
{
	struct place	at = told_place(&k->all, t, MF_NOW);

	if (told_given(t, MF_NOW) || told_given(t, MF_OBSTACLE))
		msg_fault(&at, N_("this line is of no action: nothing can be "
		    "done or blocked here"));
	at = told_place(&k->all, t, MF_ON);
	if (t->kind == MONTH_MEETING && !told_given(t, MF_ON) && told_more(t))
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
	look_day(k, s, t);
	if (t->kind <= MONTH_STEP)
		look_action(k, &o);
	else
		look_extra(k, t);
	at = told_place(&k->all, t, MF_WHAT);
	if (!told_given(t, MF_WHAT) && t->kind != MONTH_MEETING &&
	    (told_given(t, MF_WHOM) || told_given(t, MF_BY)))
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

/* --- line by line -------------------------------------------------------- */

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
	enum took	rc = take_planned(k, o), words;

	words = told_given(o->t, MF_WHAT) ? take_words(k, o) : TOOK;
	return words > rc ? words : rc;
}

static enum took
take_unknown(struct taking *k, const struct one *o)
{
	struct place	at = told_place(&k->all, o->t, MF_ID);

	if (o->t->now == NOW_SILENT && !told_more(o->t))
		return TOOK;
	msg_warn(&at, N_("left out: the plan has no action or step of this "
	    "id"));
	msg_hint(N_("cpm-plan list --all shows those that there are"));
	return LEFT;
}

static int
take_line(struct taking *k, const struct sheet_told *s, struct told *t)
{
	struct one	o = one_of(k, s, t);
	enum took	rc = TOOK;
	int		silent;

	silent = !told_more(t) && t->now == NOW_SILENT;
	if (taken_before(k, &o))
		return 0;
	if (silent && taken_is_there(k, &o))
		say_emptied(k, &o);
	if (o.table != NULL)
		rc = take_known(k, &o);
	else if (t->kind <= MONTH_STEP)
		rc = take_unknown(k, &o);
	else if (told_more(t))
		rc = take_words(k, &o);
	if (rc == TOOK && (!silent || taken_is_there(k, &o)))
		taken_remember(k, &o);
	k->ask->left += rc == LEFT;
	return rc == FAILED ? -1 : 0;
}

/* --- together ------------------------------------------------------------ */

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
	k.book = taken_open(e->p);
	k.privacy = privacy_load(e->p);
	e->previews = 1;
	if (plan_load(&k.pl, e->p) == 0 && !project_bad(e->p) &&
	    told_read(&k.all, e->p, ask) == 0)
		rc = take_all(&k);
	told_free(&k.all);
	plan_free(&k.pl);
	taken_close(k.book);
	privacy_free(k.privacy);
	return rc;
}
