/* What a sheet of the month told that was not planned, into the log. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "intake/month_take_in.h"
#include "intake/similar.h"
#include "model/logedit.h"

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

/*
 * Whether a row tells of something else altogether.  A line is known by its
 * place on the sheet: a second sheet of the month would write over the first.
 * A submission has a number of its own, and may be edited at will.
 */
static int
tells_other(const struct taking *k, const struct one *o,
    const struct table *t, size_t row, const struct becomes *b)
{
	const char	*have = cell(t, row, b->about);
	struct similar	*s;
	size_t		 near;

	if ((o->s->numbered && taken_is_there(k, o)) ||
	    !told_given(o->t, MF_WHAT) || *have == '\0' ||
	    utf_alike(have, o->t->f[MF_WHAT]))
		return 0;
	s = similar_new();
	similar_add(s, have, 0);
	near = similar_find(s, o->t->f[MF_WHAT], NULL).subject;
	similar_free(s);
	return near != 0;
}

static enum took
left_other(struct taking *k, const struct one *o, const char *table)
{
	struct place	at = told_place(&k->all, o->t, MF_WHAT);
	char		*name = line_name(o);

	msg_warn(&at, N_("left out: '%s' tells of something else already"),
	    name);
	msg_hint(N_("a second sheet of the month: --sheet NAME; said badly: "
	    "correct it in %s.csv"), table);
	free(name);
	return LEFT;
}

static enum took
update_row(struct taking *k, const struct one *o, struct table *t, size_t row,
    const struct becomes *b)
{
	const struct entry	*en;
	char			*name;
	int			 n = 0;

	if (tells_other(k, o, t, row, b))
		return left_other(k, o, b->table);
	for (en = b->en; en->column != NULL; en++) {
		/* The day of a sheet that says none follows from today. */
		if (en->typed == NULL || cell_is(t, row, en->column,
		    en->typed) || (strcmp(en->column, "date") == 0 &&
		    o->t->on == DATE_NONE))
			continue;
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
	project_date(k->p, taking_day(k, o));
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

enum took
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

	on = date_str(day, taking_day(k, o));
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
			met[3].typed = taking_words(k,
			    N_("meeting of the focal team"));
		return put_row(k, o, &meeting);
	}
	return put_row(k, o, t->kind == MONTH_DIFFICULTY ? &difficulty :
	    &small);
}
