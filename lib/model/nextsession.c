/* What comes next for a group of co-development. */
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "model/next_in.h"
#include "model/session.h"

static const char *
day_of(struct next *n, const struct session *s)
{
	char	words[64];

	return arena_str(&n->arena, date_words(words, sizeof(words),
	    s->date));
}

static void
say_none(struct next *n)
{
	n->state = NEXT_NO_SESSION;
	n->where = _("No session is planned yet.");
	next_add(n, _("read the charter aloud and put it into your own words"),
	    "cat notes/context.md");
	next_add(n, _("a session for each member, and one to close; codes, not "
	    "names"), _("cpm-log session plan SERIES --start DATE --every 1m "
	    "--members 'CODE CODE …'"));
}

/* A session was held, and nothing of it is kept: the plan would be lost. */
static void
say_keep(struct next *n, const struct session *s)
{
	n->state = NEXT_KEEP;
	n->where = arena_printf(&n->arena, _("The session of %s: nothing "
	    "of it is kept yet."), day_of(n, s));
	next_add(n, _("what the client does before the next session"),
	    _("cpm-log session action %s 'WORDS'"), s->id);
	next_add(n, _("what the group learnt"),
	    _("cpm-log lesson --ref session:%s 'WORDS'"), s->id);
	next_add(n, _("if it was not held: its new day"),
	    _("cpm-log session move %s DATE"), s->id);
}

/* How many nobody told of yet; *first of them. */
static size_t
untold(struct plan_action *const *a, size_t n,
    const struct plan_action **first)
{
	size_t	i, open = 0;

	*first = NULL;
	for (i = 0; i < n; i++)
		if (!session_told(a[i]) && open++ == 0)
			*first = a[i];
	return open;
}

static void
say_next(struct next *n, struct sessions *ss, size_t at)
{
	const struct session	*s = &ss->list[at];
	const struct plan_action *first;
	struct plan_action	**a;
	size_t			  na = session_opening(ss, at, &a), open;

	open = untold(a, na, &first);
	n->state = NEXT_SESSION;
	if (open == 0)
		n->where = arena_printf(&n->arena, _("The next session is on "
		    "%s (%zu of %zu)."), day_of(n, s), s->nth, s->of);
	else
		n->where = arena_printf(&n->arena, ngettext("The next session "
		    "is on %s (%zu of %zu); it opens with what became of %zu "
		    "action.", "The next session is on %s (%zu of %zu); it "
		    "opens with what became of %zu actions.",
		    (unsigned long)open), day_of(n, s), s->nth, s->of, open);
	next_add(n, _("the sheets to print"),
	    "cpm-report session %s -o report/%s.html", s->id, s->id);
	if (s->date <= ss->today)
		next_add(n, _("a clock leads through the six steps"),
		    "cpm-log session run %s", s->id);
	else if (open > 0)
		next_add(n, _("what is due until then"),
		    "cpm-plan due --within %dd", s->date - ss->today + 1);
	else if (s->after < ss->n)
		next_add(n, _("who is client, and the question; it stays "
		    "private"), "cpm-log session client %s", s->id);
	if (open > 0)
		next_add(n, _("what became of it, as it is told"),
		    _("cpm-log session told %s 'WORDS'"), first->id);
}

static void
say_over(struct next *n)
{
	n->state = NEXT_SERIES_OVER;
	n->where = _("All planned sessions were held.");
	next_add(n, _("what the group learnt"), "cpm-log list lessons");
	next_add(n, _("a new series"), _("cpm-log session plan SERIES --start "
	    "DATE --every 1m --members 'CODE CODE …'"));
}

void
next_session(struct next *n, struct project *p, const struct plan *pl)
{
	struct sessions	ss;
	size_t		last, next;

	if (sessions_load(&ss, p, pl) == 0) {
		last = session_last(&ss, NULL, ss.today);
		next = session_coming(&ss);
		if (ss.n == 0)
			say_none(n);
		else if (last < ss.n && ss.list[last].nactions == 0 &&
		    ss.list[last].nlessons == 0 &&
		    ss.list[last].after < ss.n)
			say_keep(n, &ss.list[last]);
		else if (next < ss.n)
			say_next(n, &ss, next);
		else
			say_over(n);
	}
	sessions_free(&ss);
}
