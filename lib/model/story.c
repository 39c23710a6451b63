/* Stories of change as facts. */
#include "model/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logrows.h"

static void
load_one(struct story *s, const struct table *t, size_t i)
{
	s->id = cell(t, i, "id");
	s->domain = cell(t, i, "domain");
	s->actor = cell(t, i, "actor");
	s->text = cell(t, i, "text");
	s->contribution = cell(t, i, "contribution");
	s->selected_by = cell(t, i, "selected_by");
	s->selected_why = cell(t, i, "selected_why");
	s->visibility = cell(t, i, "visibility");
	s->date = cell_day(t, i, "date");
	s->consent = cell_is(t, i, "consent", "yes");
	s->selected = *s->selected_by != '\0' || *s->selected_why != '\0';
	s->shared = !t->secret;
	s->private = t->secret || !s->consent ||
	    strcmp(s->visibility, "private") == 0;
	s->row = i;
}

static int
by_date(const void *a, const void *b)
{
	const struct story	*x = a, *y = b;

	return log_rows_order(x->date, !x->shared, x->row, y->date,
	    !y->shared, y->row);
}

int
stories_load(struct stories *ss, struct project *p, int private)
{
	struct log_rows	r;
	size_t		n = log_rows(&r, p, "stories", private) + 1;

	memset(ss, 0, sizeof(*ss));
	arena_init(&ss->arena);
	ss->s = arena_alloc(&ss->arena, n * sizeof(*ss->s));
	while (log_rows_next(&r)) {
		load_one(&ss->s[ss->n], r.t, r.i);
		ss->n += (size_t)(private || !ss->s[ss->n].private);
	}
	qsort(ss->s, ss->n, sizeof(*ss->s), by_date);
	return project_bad(p) ? -1 : 0;
}

void
stories_free(struct stories *ss)
{
	arena_free(&ss->arena);
}

int
story_fits(const struct story *s, const struct log_filter *f)
{
	const char	*texts[] = { s->text, s->contribution, s->domain,
			    s->actor, s->selected_by, s->selected_why, s->id,
			    NULL };
	const char	*who[] = { s->actor, s->selected_by, NULL };
	const char	*about[] = { s->domain, NULL };

	return log_within(s->date, f) && f->ref == NULL &&
	    log_has(who, f->author) && log_has(about, f->theme) &&
	    log_has(texts, f->words);
}

/* --- rules -------------------------------------------------------------- */

static void
check_one(const struct table *t, const struct story *s)
{
	struct place	at = table_place(t, s->row, "consent");

	if (s->shared && !s->consent) {
		msg_fault(&at, N_("a story in the shared folder without its "
		    "teller's consent"));
		msg_hint(N_("cpm-log story --withdraw %s moves it to the "
		    "private folder"), s->id);
	}
	at = table_place(t, s->row, "selected_why");
	if (s->selected && (*s->selected_by == '\0' ||
	    *s->selected_why == '\0'))
		msg_fault(&at, N_("a story that was chosen says who chose it "
		    "and why"));
}

void
stories_check(struct project *p)
{
	struct stories	ss;
	size_t		i;

	if (stories_load(&ss, p, 1) == 0)
		for (i = 0; i < ss.n; i++)
			check_one(ss.s[i].shared ? project_table(p,
			    "stories") : project_private(p, "stories"),
			    &ss.s[i]);
	stories_free(&ss);
}
