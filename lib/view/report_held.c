/*
 * The sessions that a peer group held in these days: when, what became of
 * last time's actions as it was told there, how many were agreed, and when
 * the next one is.  From committed tables: of client, question and contract
 * nothing is read.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "view/report_in.h"
#include "view/sessionwords.h"

static int
held_in(const struct sessions *ss, size_t i, int since, int until)
{
	int	day = ss->list[i].date;

	return day >= since && day <= until && session_held(ss, i);
}

size_t
report_sessions_in(const struct sessions *ss, int since, int until)
{
	size_t	i, n = 0;

	for (i = 0; i < ss->n; i++)
		n += held_in(ss, i, since, until) != 0;
	return n;
}

/* In their words, what is not over: what is done has its own place. */
static void
told_words(struct doc *d, const struct session *before)
{
	const struct plan_action	*a;
	size_t				 i, n = 0;
	char				*how;

	for (i = 0; i < before->nactions; i++) {
		a = before->actions[i];
		if (*a->result == '\0' || a->status == PLAN_DONE)
			continue;
		if (n++ == 0)
			doc_list(d, 0);
		how = session_became(a);
		doc_item(d, doc_printf(d, _("%s: %s"), a->title, how));
		free(how);
	}
	if (n > 0)
		doc_end(d);
}

static void
held(struct doc *d, const struct sessions *ss, size_t at)
{
	const struct session	*s = &ss->list[at];
	const struct session	*before = s->before < ss->n ?
				    &ss->list[s->before] : NULL;
	char			*title = session_title(s);
	size_t			 n, said;

	doc_item(d, NULL);
	doc_strong(d, report_stop(d, title));
	free(title);
	doc_more(d, doc_printf(d, _("Held on %s."), report_day(d, s->date)));
	if (before != NULL && (n = session_agreed(before, &said)) > 0)
		doc_more(d, doc_printf(d, _("Actions agreed last time: %zu, "
		    "of them told: %zu."), n, said));
	if ((n = session_agreed(s, &said)) > 0)
		doc_more(d, doc_printf(d, _("Actions agreed there: %zu."), n));
	if (s->nlessons > 0)
		doc_more(d, doc_printf(d, _("Lessons: %zu."), s->nlessons));
	if (before != NULL)
		told_words(d, before);
}

size_t
report_sessions(struct doc *d, const struct sessions *ss, int since,
    int until)
{
	size_t	i, n = 0;

	for (i = 0; i < ss->n; i++) {
		if (!held_in(ss, i, since, until))
			continue;
		if (n++ == 0) {
			doc_head(d, 2, _("Sessions"));
			doc_list(d, 0);
		}
		if (n <= REPORT_MAX)
			held(d, ss, i);
	}
	if (n == 0)
		return 0;
	doc_end(d);
	report_rest(d, n, REPORT_MAX, "sessions.csv");
	if ((i = session_coming(ss)) < ss->n)
		doc_para(d, doc_printf(d, _("The next session is on %s."),
		    report_day(d, ss->list[i].date)));
	return n;
}
