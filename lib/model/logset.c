/* Corrections of lessons, difficulties and stories; who took a lesson up. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logedit_in.h"

/* A lesson that was chosen keeps what was asked of it then. */
static int
lesson_ok(struct edit *e, const struct table *t, size_t row)
{
	int	day = cell_day(t, row, "check_on"), bad;

	if (cell_is(t, row, "state", "noted") || *cell(t, row, "state") ==
	    '\0' || cell_is(t, row, "state", "dropped"))
		return 0;
	bad = log_lesson_lacks(t, row);
	if (!cell_is(t, row, "state", "verified"))
		return bad ? -1 : 0;
	if (day != DATE_NONE && day > project_today(e->p)) {
		msg_fault(NULL, N_("a lesson verified before its check "
		    "date"));
		bad = 1;
	}
	if (!cell_is(t, row, "kind", "lesson") &&
	    *cell(t, row, "kind") != '\0' && *cell(t, row, "how_to") ==
	    '\0') {
		msg_fault(NULL, N_("'%s' does not say how to use it: "
		    "--how-to"), edit_row_called(t, row));
		bad = 1;
	}
	return bad ? -1 : 0;
}

static int
story_ok(const struct table *t, size_t row)
{
	if ((*cell(t, row, "selected_by") == '\0') ==
	    (*cell(t, row, "selected_why") == '\0'))
		return 0;
	msg_fault(NULL, N_("a story that was chosen says who chose it and "
	    "why"));
	return -1;
}

/* What a correction does not touch: where a story lies is its teller's. */
static int
not_consent(const struct found *f, const struct entry *en)
{
	if (entry_value(en, "consent") == NULL)
		return 0;
	msg_fault(NULL, N_("consent moves a story: 'cpm-log story --share %s' "
	    "or '--withdraw'"), f->id);
	return -1;
}

int
log_set(struct edit *e, const char *word, const char *typed,
    struct entry *en)
{
	struct found	 f;
	struct str	 changed;
	int		 n = 0;

	e->private = e->drafts = 1;
	if (edit_find(e, typed, word, &f) != 0 ||
	    entry_read(e, f.table->schema->name, en) != 0 ||
	    log_stays(&f, en) != 0 || not_consent(&f, en) != 0)
		return -1;
	e->got = mem_strdup(f.id);
	str_init(&changed);
	for (; en->column != NULL; en++) {
		if (en->value == NULL || cell_is(f.table, f.row, en->column,
		    en->value))
			continue;
		table_set(f.table, f.row, en->column, en->value);
		str_printf(&changed, "%s%s", n++ > 0 ? ", " : "", en->option);
	}
	if (n > 0)
		edit_note(e, N_("'%s', corrected: %s"), edit_called(&f),
		    changed.s);
	else
		edit_note(e, N_("already so: %s"), edit_called(&f));
	str_free(&changed);
	if (strcmp(word, "lesson") == 0)
		return lesson_ok(e, f.table, f.row);
	if (strcmp(word, "difficulty") == 0)
		return log_difficulty_ok(f.table, f.row);
	return story_ok(f.table, f.row);
}

int
log_lesson_taken_up(struct edit *e, const char *typed, struct entry *en)
{
	const char	*title;
	struct found	 f;
	struct entry	*x;
	char		*what, *ref;
	int		 rc;

	e->private = 1;
	if (edit_find(e, typed, "lesson", &f) != 0)
		return -1;
	if (f.table->secret) {
		msg_fault(NULL, N_("'%s' is in the private folder: nobody "
		    "else can have taken it up"), f.id);
		return -1;
	}
	title = cell(f.table, f.row, "new_practice");
	if (*title == '\0')
		title = cell(f.table, f.row, "now_know");
	what = mem_printf(_("taken up: %s"), title);
	ref = mem_strdup(f.ref);
	for (x = en; x->column != NULL; x++)
		if (strcmp(x->column, "ref") == 0)
			x->typed = ref;
		else if (strcmp(x->column, "what") == 0 && x->typed == NULL)
			x->typed = what;
	rc = log_add_seen(e, 0, en);
	free(what);
	free(ref);
	return rc;
}
