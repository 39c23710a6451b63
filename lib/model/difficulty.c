/* Difficulties as facts. */
#include "model/difficulty.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "model/logrows.h"

static const struct lang_word	categories[] = {
	{ "lodging", N_("lodging") },
	{ "language", N_("language") },
	{ "task", N_("the task") },
	{ "conflict", N_("conflict") },
	{ "health", N_("health") },
	{ "admin", N_("papers and offices") },
	{ "integration", N_("integration") },
	{ "money", N_("money") },
	{ "other", N_("other") },
	{ NULL, NULL }
};

const char *
difficulty_category_words(const char *category)
{
	return lang_word(categories, category);
}

const char *
difficulty_severity_words(int severity)
{
	static const char *const	words[] = { N_("light"),
	    N_("serious"), N_("grave") };

	return severity >= 1 && severity <= 3 ? _(words[severity - 1]) : "";
}

const char *
difficulty_state(const struct difficulty *d)
{
	return !d->open ? "closed" : d->waiting ? "open" : "answered";
}

const char *
difficulty_state_words(const struct difficulty *d)
{
	return !d->open ? _("over") : d->waiting ? _("waiting for an answer") :
	    _("answered");
}

static void
load_one(struct difficulty *d, const struct table *t, size_t i, int today)
{
	d->id = cell(t, i, "id");
	d->category = cell(t, i, "category");
	d->what = cell(t, i, "what");
	d->raised_by = cell(t, i, "raised_by");
	d->assigned_to = cell(t, i, "assigned_to");
	d->answer = cell(t, i, "answer");
	d->visibility = cell(t, i, "visibility");
	d->severity = (int)cell_int(t, i, "severity", 0);
	d->date = cell_day(t, i, "date");
	d->due = cell_day(t, i, "due");
	d->answered_on = cell_day(t, i, "answered_on");
	d->closed_on = cell_day(t, i, "closed_on");
	d->open = d->closed_on == DATE_NONE;
	d->waiting = d->open && *d->answer == '\0' &&
	    d->answered_on == DATE_NONE;
	d->overdue = d->waiting && d->due != DATE_NONE && d->due < today ?
	    today - d->due : 0;
	d->row = i;
}

static int
by_date(const void *a, const void *b)
{
	const struct difficulty	*x = a, *y = b;

	return log_rows_order(x->date, x->private, x->row, y->date,
	    y->private, y->row);
}

int
difficulties_load(struct difficulties *ds, struct project *p, int private)
{
	struct log_rows	r;
	size_t		n = log_rows(&r, p, "difficulties", private) + 1;
	int		today = project_today(p);

	memset(ds, 0, sizeof(*ds));
	arena_init(&ds->arena);
	ds->d = arena_alloc(&ds->arena, n * sizeof(*ds->d));
	while (log_rows_next(&r)) {
		load_one(&ds->d[ds->n], r.t, r.i, today);
		ds->d[ds->n++].private = r.private;
	}
	qsort(ds->d, ds->n, sizeof(*ds->d), by_date);
	return project_bad(p) ? -1 : 0;
}

void
difficulties_free(struct difficulties *ds)
{
	arena_free(&ds->arena);
}

int
difficulty_fits(const struct difficulty *d, const struct log_filter *f)
{
	const char	*texts[] = { d->what, d->answer, d->raised_by,
			    d->assigned_to, d->id, NULL };
	const char	*who[] = { d->raised_by, d->assigned_to, NULL };
	const struct schema *s = schema_find("difficulties");
	char		 fr[SCHEMA_VALUE];
	const char	*about[] = { d->category, schema_value_fr(&s->cols[
			    schema_col(s, "category")], d->category, fr),
			    difficulty_category_words(d->category), NULL };

	return log_within(d->date, f) && f->ref == NULL &&
	    (f->state == NULL || strcmp(difficulty_state(d), f->state) == 0) &&
	    log_has(who, f->author) && log_has(about, f->theme) &&
	    log_has(texts, f->words);
}

/* --- rules -------------------------------------------------------------- */

static void
check_one(const struct table *t, const struct difficulty *d)
{
	struct place	at = table_place(t, d->row, "answered_on");

	if (d->answered_on != DATE_NONE && d->answered_on < d->date)
		msg_fault(&at, N_("answered before it was raised"));
	if (d->answered_on != DATE_NONE && *d->answer == '\0')
		msg_fault(&at, N_("answered, but without the answer"));
	at = table_place(t, d->row, "closed_on");
	if (d->closed_on != DATE_NONE && d->closed_on < d->date)
		msg_fault(&at, N_("closed before it was raised"));
	at = table_place(t, d->row, "due");
	if (d->due != DATE_NONE && d->due < d->date)
		msg_fault(&at, N_("due before it was raised"));
}

void
difficulties_check(struct project *p)
{
	struct difficulties	ds;
	size_t			i;

	if (difficulties_load(&ds, p, 1) == 0)
		for (i = 0; i < ds.n; i++)
			check_one(ds.d[i].private ?
			    project_private(p, "difficulties") :
			    project_table(p, "difficulties"), &ds.d[i]);
	difficulties_free(&ds);
}
