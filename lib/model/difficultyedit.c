/* Difficulties: raised, answered, over. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logedit_in.h"

/* A day of the row that lies before it was raised: said. */
static int
too_early(const struct table *t, size_t row, const char *column,
    const char *what)
{
	int	day = cell_day(t, row, column), raised;
	char	a[64], b[64];

	raised = cell_day(t, row, "date");
	if (day == DATE_NONE || raised == DATE_NONE || day >= raised)
		return 0;
	msg_fault(NULL, N_("'%s' was raised on %s: %s cannot be %s"),
	    edit_row_called(t, row), date_words(a, sizeof(a), raised), what,
	    date_words(b, sizeof(b), day));
	return 1;
}

int
log_difficulty_ok(const struct table *t, size_t row)
{
	int	bad;

	bad = too_early(t, row, "due", _("the day by which"));
	bad |= too_early(t, row, "answered_on", _("the day of its answer"));
	bad |= too_early(t, row, "closed_on", _("the day of its end"));
	return bad ? -1 : 0;
}

int
log_add_difficulty(struct edit *e, int private, struct entry *en)
{
	struct table	*t;
	const char	*what;
	size_t		 i;

	if (entry_read(e, "difficulties", en) != 0)
		return -1;
	private = log_is_private(private, en);
	t = log_table(e, "difficulties", private);
	what = entry_value(en, "what");
	e->about = "what";
	e->about_typed = what;
	i = edit_add(e, t, DATE_NONE, private ? "difficulty" : what, what);
	if (i == t->nrows) {
		if (!e->already)
			return 0;
		i = table_find(t, e->got);
		return edit_complete(e, t, i, en, N_("cpm-log difficulty "
		    "--set %s corrects it; for a genuine second one: "
		    "--again")) < 0 ? -1 : log_difficulty_ok(t, i);
	}
	log_put_row(e, t, i, private, en);
	if (private)
		edit_note(e, N_("noted, in the private folder: %s"), e->got);
	else
		edit_note(e, N_("noted: %s"), what);
	return log_difficulty_ok(t, i);
}

/* The one meant; what was typed fits it. */
static int
find(struct edit *e, const char *typed, struct entry *en, struct found *f)
{
	e->private = 1;
	if (entry_read(e, "difficulties", en) != 0 ||
	    edit_find(e, typed, "difficulty", f) != 0)
		return -1;
	e->got = mem_strdup(f->id);
	return 0;
}

/* 1: the answer was put there, 0: it stands there already, -1 (said). */
static int
answer(struct edit *e, struct found *f, const char *words)
{
	const char	*have = cell(f->table, f->row, "answer");
	char		 day[DATE_LEN];

	if (words == NULL || strcmp(have, words) == 0)
		return 0;
	if (*have != '\0') {
		msg_fault(NULL, N_("'%s' has an answer already: %s"),
		    edit_called(f), f->table->secret ? "…" : have);
		msg_hint(N_("cpm-log difficulty --set %s --answered 'TEXT' "
		    "corrects it"), f->id);
		return -1;
	}
	table_set(f->table, f->row, "answer", words);
	table_set(f->table, f->row, "answered_on", date_str(day,
	    project_today(e->p)));
	return 1;
}

int
log_difficulty_answer(struct edit *e, const char *typed, struct entry *en)
{
	struct found	f;
	int		rc;

	if (find(e, typed, en, &f) != 0)
		return -1;
	if ((rc = answer(e, &f, entry_value(en, "answer"))) < 0)
		return -1;
	if (rc == 0)
		edit_note(e, N_("already so: %s"), edit_called(&f));
	else
		edit_note(e, N_("answered: %s"), edit_called(&f));
	return log_difficulty_ok(f.table, f.row);
}

int
log_difficulty_close(struct edit *e, const char *typed, struct entry *en)
{
	struct found	f;
	char		day[DATE_LEN];
	int		rc;

	if (find(e, typed, en, &f) != 0 ||
	    (rc = answer(e, &f, entry_value(en, "answer"))) < 0)
		return -1;
	if (*cell(f.table, f.row, "closed_on") == '\0') {
		table_set(f.table, f.row, "closed_on", date_str(day,
		    project_today(e->p)));
		edit_note(e, N_("over: %s"), edit_called(&f));
	} else if (rc == 0)
		edit_note(e, N_("already so: %s"), edit_called(&f));
	if (*cell(f.table, f.row, "answer") == '\0')
		edit_note(e, N_("it has no answer; 'cpm-log difficulty "
		    "--answer %s TEXT' keeps what helped"), f.id);
	return log_difficulty_ok(f.table, f.row);
}
