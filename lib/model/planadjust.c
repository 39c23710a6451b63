/* Changes of the plan: what was planned moves, and why is kept. */
#include "model/planedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/indicator.h"
#include "model/planedit_in.h"
#include "model/planlimit.h"

/* Keep a change of one field.  why may be NULL. */
void
plan_add_adjustment(struct edit *e, const char *ref, const char *field,
    const char *old, const char *now, const struct entry *why)
{
	struct table	*t = project_table(e->p, "adjustments");
	char		*entered, *got = e->got, day[DATE_LEN];
	int		 again = e->again;
	const char	*id = e->id;
	size_t		 i;

	entered = mem_printf("%s\n%s\n%s\n%s\n", ref, field, old, now);
	/* The same move twice on one day is two moves: the row's own values
	 * tell a command that is typed again. */
	e->again = 1;
	e->id = NULL;
	e->got = NULL;
	i = edit_add(e, t, project_today(e->p), field, entered);
	free(entered);
	free(e->got);
	e->got = got;
	e->again = again;
	e->id = id;
	e->already = 0;
	table_set(t, i, "date", plan_today(e, day));
	table_set(t, i, "ref", ref);
	table_set(t, i, "field", field);
	table_set(t, i, "old", old);
	table_set(t, i, "new", now);
	if (why != NULL)
		entry_put(t, i, why);
	if (*cell(t, i, "reason") == '\0')
		table_set(t, i, "reason", "other");
}

int
plan_reason_fits(const char *typed)
{
	const struct schema	*s = schema_find("adjustments");
	char			 buf[64];

	return schema_value(&s->cols[schema_col(s, "reason")], typed, buf) !=
	    NULL;
}

int
plan_reason_tried(const char *typed)
{
	const struct schema	*s = schema_find("adjustments");
	char			 buf[64];
	const char		*v;

	v = schema_value(&s->cols[schema_col(s, "reason")], typed, buf);
	return v != NULL && strcmp(v, "tried_and_learnt") == 0;
}

void
plan_remark_tried(const struct entry *why)
{
	const char	*reason = entry_value(why, "reason");
	const char	*instead = entry_value(why, "alternative");

	if (reason != NULL && strcmp(reason, "tried_and_learnt") == 0 &&
	    (instead == NULL || *instead == '\0'))
		msg_warn(NULL, N_("tried, and learnt: what is done in its "
		    "place? (--alternative)"));
}

/* A level is dated by `by`: --due means that too. */
static void
level_due(struct entry *en)
{
	struct entry	*by = NULL, *due = NULL;

	for (; en->column != NULL; en++) {
		if (strcmp(en->column, "by") == 0)
			by = en;
		if (strcmp(en->column, "due") == 0)
			due = en;
	}
	if (by != NULL && due != NULL && due->typed != NULL) {
		if (by->typed == NULL)
			by->typed = due->typed;
		due->typed = NULL;
	}
}

/* A change's means are a number in a column of its own. */
static void
change_means(struct entry *en)
{
	struct entry	*p, *text = NULL;

	for (p = en; p->column != NULL; p++)
		if (strcmp(p->column, "means") == 0)
			text = p;
	for (p = en; p->column != NULL && text != NULL; p++)
		if (strcmp(p->column, "means_ok") == 0) {
			p->typed = text->typed;
			text->typed = NULL;
		}
}

static int
columns_fit(const struct found *f, const struct entry *en)
{
	int	bad = 0;

	for (; en->column != NULL; en++)
		if (en->typed != NULL &&
		    schema_col(f->table->schema, en->column) < 0) {
			msg_fault(NULL, N_("%s does not fit: %s"), en->option,
			    f->ref);
			bad = 1;
		}
	return bad ? -1 : 0;
}

/* A copy of the entries whose columns the table has. */
static struct entry *
fitting(const struct found *f, const struct entry *en)
{
	struct entry	*out;
	size_t		 n = 0, i;

	for (i = 0; en[i].column != NULL; i++)
		;
	out = mem_calloc(i + 1, sizeof(*out));
	for (i = 0; en[i].column != NULL; i++)
		if (schema_col(f->table->schema, en[i].column) >= 0)
			out[n++] = en[i];
	return out;
}

/* Say a new date in neutral words. */
static void
note_moved(struct edit *e, const char *field, const char *old,
    const char *now)
{
	char	a[64], b[64];
	int	was, is;

	if ((strcmp(field, "due") != 0 && strcmp(field, "by") != 0) ||
	    date_parse(old, &was) != 0 || date_parse(now, &is) != 0)
		return;
	if (is > was)
		edit_note(e, N_("now for %s, later than before (%s)"),
		    date_words(b, sizeof(b), is), date_words(a, sizeof(a),
		    was));
	else
		edit_note(e, N_("now for %s, earlier than before (%s)"),
		    date_words(b, sizeof(b), is), date_words(a, sizeof(a),
		    was));
}

/* Change one cell and keep what stood there; 1 if it changed. */
static int
adjust_field(struct edit *e, struct found *f, const char *field,
    const char *now, const struct entry *why)
{
	const char	*old = cell(f->table, f->row, field);

	if (strcmp(old, now) == 0)
		return 0;
	plan_add_adjustment(e, f->ref, field, old, now, why);
	note_moved(e, field, old, now);
	table_set(f->table, f->row, field, now);
	return 1;
}

/* The next level, from n + 1 on, that goes on and has room for one more. */
static int
level_with_room(struct edit *e, const struct plan *pl,
    const struct plan_change *c, int n)
{
	const struct plan_level	*l;

	for (n++; n < 99; n++) {
		l = plan_level(pl, plan_change(pl, c->id), n);
		if ((l == NULL || l->done_on == DATE_NONE) &&
		    limit_room(e->p, pl, c, n))
			break;
	}
	return n;
}

/* A draft of the change that has these words already; nactions: none. */
static size_t
same_draft(const struct plan *pl, const struct plan_action *a,
    const char *title)
{
	const struct plan_action	*o;
	size_t				 i;

	for (i = 0; i < pl->nactions; i++) {
		o = &pl->actions[i];
		if (o != a && o->change == a->change &&
		    o->status == PLAN_DRAFT && strcmp(o->title, title) == 0)
			break;
	}
	return i;
}

/*
 * The rest, as a draft at level n under the old words.  Its id begins with
 * "rest", else the two parts would begin alike and neither could be typed in
 * a word.
 */
static void
put_rest(struct edit *e, const struct plan *pl, const struct plan_action *a,
    const char *title, int n)
{
	struct table	*t = project_table(e->p, "actions");
	char		*entered, *called, num[12];
	const char	*id = e->id;
	size_t		 i;

	called = mem_printf("rest %s", title);
	entered = mem_printf("%s\n%d\n%s\nrest of %s\n",
	    pl->changes[a->change].id, n, title, a->id);
	e->id = NULL;
	i = edit_add(e, t, DATE_NONE, called, entered);
	e->id = id;
	free(entered);
	free(called);
	if (i == t->nrows)
		return;
	snprintf(num, sizeof(num), "%d", n);
	table_set(t, i, "ref", cell(t, a->row, "ref"));
	table_set(t, i, "level", num);
	table_set(t, i, "title", title);
	table_set(t, i, "status", "draft");
}

/*
 * The smaller part keeps the id (and its steps, dates and owner); the rest
 * waits as a draft under the old words.
 */
static int
cut_smaller(struct edit *e, const struct plan *pl, struct found *f,
    const char *smaller, const struct entry *why)
{
	const struct plan_action	*a;
	size_t				 k = plan_action(pl, f->id), rest;
	char				*old;
	int				 n;

	if (cell_is(f->table, f->row, "title", smaller))
		return 0;
	if (k == pl->nactions) {
		msg_fault(NULL, N_("'%s' is of a session, not of a change: it "
		    "cannot be cut"), edit_called(f));
		return -1;
	}
	a = &pl->actions[k];
	old = mem_strdup(a->title);
	plan_add_adjustment(e, f->ref, "title", old, smaller, why);
	table_set(f->table, f->row, "title", smaller);
	edit_note(e, N_("smaller: %s"), smaller);
	if ((rest = same_draft(pl, a, old)) < pl->nactions)
		n = pl->actions[rest].level;
	else {
		/* --level may have moved it in the same command. */
		n = level_with_room(e, pl, &pl->changes[a->change],
		    (int)cell_int(f->table, f->row, "level", a->level));
		put_rest(e, pl, a, old, n);
	}
	edit_note(e, N_("the rest waits as a draft at %s %d: %s"),
	    project_level_now(e->p), n, old);
	free(e->got);
	e->got = mem_strdup(f->id);
	free(old);
	return 1;
}

/*
 * Typed again, the old words find the rest: what was cut off it, with these
 * very words, is meant as long as it goes on.
 */
static void
mean_smaller(const struct plan *pl, struct found *f, const char *smaller)
{
	const struct plan_adjustment	*d;
	const struct plan_action	*a, *rest;
	size_t				 i;

	rest = plan_any_action(pl, f->id);
	for (i = 0; i < pl->nadjustments && rest != NULL; i++) {
		d = &pl->adjustments[i];
		if (strncmp(d->ref, "action:", 7) != 0 ||
		    strcmp(d->field, "title") != 0 ||
		    strcmp(d->now, smaller) != 0 ||
		    strcmp(d->old, rest->title) != 0)
			continue;
		a = plan_any_action(pl, d->ref + 7);
		if (a == NULL || a == rest || a->change != rest->change ||
		    a->status == PLAN_DONE || a->status == PLAN_DROPPED ||
		    strcmp(a->title, smaller) != 0)
			continue;
		f->row = a->row;
		f->id = a->id;
		snprintf(f->ref, sizeof(f->ref), "action:%s", a->id);
		return;
	}
}

static int
level_moves(struct edit *e, const struct plan *pl, struct found *f,
    const char *level)
{
	const struct plan_action	*a;
	const struct plan_change	*c;
	size_t				 k = plan_action(pl, f->id);
	int				 n;

	if (level == NULL || k == pl->nactions ||
	    cell_is(f->table, f->row, "level", level))
		return 0;
	a = &pl->actions[k];
	c = &pl->changes[a->change];
	if (plan_read_level(e, level, &n) != 0)
		return -1;
	if (a->status != PLAN_DRAFT &&
	    (plan_level(pl, a->change, n) == NULL ||
	    !plan_level(pl, a->change, n)->open)) {
		plan_level_closed(e, c->id, n);
		return -1;
	}
	return plan_level_goes_on(e, pl, c, n) != 0 ? -1 :
	    limit_actions(e->p, pl, c, n);
}

static int
adjust_all(struct edit *e, const struct plan *pl, struct found *f,
    const char *smaller, struct entry *en, const struct entry *why)
{
	int	n = 0, k;

	if (strcmp(f->word, "action") == 0 &&
	    level_moves(e, pl, f, entry_value(en, "level")) != 0)
		return -1;
	for (; en->column != NULL; en++)
		if (en->value != NULL)
			n += adjust_field(e, f, en->column, en->value, why);
	if (smaller != NULL) {
		if ((k = cut_smaller(e, pl, f, smaller, why)) < 0)
			return -1;
		n += k;
	}
	if (n == 0)
		edit_note(e, N_("already so: %s"), edit_called(f));
	else {
		edit_note(e, N_("adjusted, with the reason: %s"),
		    edit_called(f));
		if (smaller == NULL)
			plan_remark_tried(why);
	}
	return 0;
}

/*
 * What was done, reached or given its verdict is not planned any more, nor
 * is what belongs to it: 0, or -1 (said).
 */
static int
goes_on(struct edit *e, const struct plan *pl, const struct found *f)
{
	const struct plan_change	*c = NULL;
	const char			*id = f->id;
	size_t				 k;

	if (strcmp(f->word, "step") == 0) {
		if (*cell(f->table, f->row, "done_on") != '\0') {
			msg_fault(NULL, N_("'%s' is done already"),
			    edit_called(f));
			return -1;
		}
		if (*cell(f->table, f->row, "dropped_on") != '\0') {
			msg_fault(NULL, N_("'%s' was dropped"), edit_called(f));
			return -1;
		}
		id = cell(f->table, f->row, "action");
	}
	if (strcmp(f->word, "change") == 0 || strcmp(f->word, "level") == 0)
		c = &pl->changes[plan_change(pl, id)];
	else if ((k = plan_action(pl, id)) < pl->nactions)
		c = &pl->changes[pl->actions[k].change];
	if (c == NULL)
		return 0;		/* of a session */
	if (strcmp(c->state, "closed") == 0) {
		msg_fault(NULL, N_("'%s' is over: %s"), c->title,
		    plan_verdict_words(c->verdict));
		return -1;
	}
	return strcmp(f->word, "level") != 0 ? 0 :
	    plan_level_goes_on(e, pl, c, f->level);
}

/* What came of an action that is done may be said better. */
static int
only_result(const struct found *f, const char *smaller,
    const struct entry *en)
{
	if (smaller != NULL || !cell_is(f->table, f->row, "status", "done"))
		return 0;
	for (; en->column != NULL; en++)
		if (en->typed != NULL && strcmp(en->column, "result") != 0)
			return 0;
	return 1;
}

/* Nothing typed, or what does not go together: said. */
static int
may_adjust(struct edit *e, struct found *f, const char *smaller, const struct entry *en)
{
	const struct entry	*p;
	int			 n = smaller != NULL;

	for (p = en; p->column != NULL; p++)
		n += p->typed != NULL;
	for (p = en; smaller != NULL && p->column != NULL; p++)
		if (p->typed != NULL && strcmp(p->column, "title") == 0) {
			msg_fault(NULL, N_("--smaller gives the new words: "
			    "leave --title out"));
			return -1;
		}
	if (n == 0) {
		msg_fault(NULL, N_("adjust what? give --due, --title, "
		    "--owner, --smaller …"));
		return -1;
	}
	if (smaller != NULL && strcmp(f->word, "action") != 0) {
		msg_fault(NULL, N_("%s does not fit: %s"), "--smaller",
		    f->ref);
		return -1;
	}
	if (strcmp(f->word, "level") == 0 && f->row == f->table->nrows) {
		plan_level_closed(e, f->id, f->level);
		return -1;
	}
	if (strcmp(f->word, "action") == 0 && !only_result(f, smaller, en))
		return plan_action_open(f);
	return 0;
}

int
plan_adjust(struct edit *e, const char *typed, const char *smaller,
    struct entry *en, struct entry *why)
{
	struct plan	 pl;
	struct found	 f;
	struct entry	*own, *p;
	int		 rc = -1;

	if (edit_find(e, typed,
	    "action step level change indicator", &f) != 0)
		return -1;
	if (strcmp(f.word, "level") == 0)
		level_due(en);
	if (strcmp(f.word, "change") == 0)
		change_means(en);
	if (may_adjust(e, &f, smaller, en) != 0 || columns_fit(&f, en) != 0)
		return -1;
	own = fitting(&f, en);
	if ((entry_read(e, f.table->schema->name, own) |
	    entry_read(e, "adjustments", why)) == 0 &&
	    plan_facts(e, &pl) == 0) {
		if (smaller != NULL)
			mean_smaller(&pl, &f, smaller);
		if (goes_on(e, &pl, &f) == 0)
			rc = adjust_all(e, &pl, &f, smaller, own, why);
		for (p = own; p->column != NULL && rc == 0; p++)
			if (strcmp(p->column, "due") == 0)
				plan_remark_due(e, &pl, p->value);
		plan_free(&pl);
	}
	if (rc == 0 && f.row < f.table->nrows &&
	    schema_col(f.table->schema, "start") >= 0)
		rc = plan_dates_fit(f.table, f.row);
	if (rc == 0 && strcmp(f.word, "indicator") == 0)
		rc = indicator_adjusted(e, f.id);
	entry_free(own);
	free(own);
	return rc;
}
