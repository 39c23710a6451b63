/* The six steps in people's words. */
#include "view/sessionwords.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"

static const struct session_step	steps[SESSION_STEPS + 1] = {
	{ N_("opening"), N_("the client of last time"),
	    N_("tells what was tried, what came of it, and what it taught; the others listen and thank"),
	    N_("no new advice: the case was last time's") },
	{ N_("exposition"), N_("the client, alone"),
	    N_("tells a preoccupation, a problem or a project, and what the question is for now; the others listen and take notes"),
	    N_("nobody interrupts, nobody asks yet") },
	{ N_("clarification"), N_("the others, to the client"),
	    N_("ask short questions about facts, persons, and how it feels; the client answers in a sentence or two"),
	    N_("no advice, and no advice dressed as a question (“have you tried …?”)") },
	{ N_("contract"), N_("the client, helped by the facilitator"),
	    N_("says which help is asked for: “I would like you to …”; the group says whether it can"),
	    N_("no solution yet; nobody changes the client's question into their own") },
	{ N_("consultation"), N_("the others, one after the other"),
	    N_("say what they see, what they have lived, what they would try; the client listens and writes it all down"),
	    N_("no search for one common answer, no debate of another's idea; the client neither answers nor defends") },
	{ N_("synthesis"), N_("the client, alone first"),
	    N_("says what stays, and a plan: goal, small steps, means, days; all of it can be done before the next session"),
	    N_("nobody adds a suggestion or judges the choice") },
	{ N_("learning"), N_("everybody, the client too"),
	    N_("say what they appreciated, what they learnt, what they take along into their own work, and how we worked together"),
	    N_("nobody returns to the case") }
};

void
session_step(int n, struct session_step *s)
{
	const struct session_step	*t = &steps[n];

	s->name = _(t->name);
	s->who = _(t->who);
	s->may = _(t->may);
	s->not = _(t->not);
}

const char *
session_discretion(void)
{
	return _("What is said here stays here. Nobody keeps the exchange; the "
	    "client alone takes home the question, the contract and the sheet "
	    "of suggestions. Kept for the group: the actions and the lessons.");
}

char *
session_title(const struct session *s)
{
	char	*head, *whole;

	if (*s->series == '\0')
		return mem_strdup(*s->theme != '\0' ? s->theme :
		    _("Co-development"));
	head = mem_printf(_("%s, session %zu of %zu"), s->series, s->nth,
	    s->of);
	if (*s->theme == '\0')
		return head;
	whole = mem_printf(_("%s: %s"), head, s->theme);
	free(head);
	return whole;
}

char *
session_became(const struct plan_action *a)
{
	char	*how = plan_status_words(a), *whole;

	if (*a->result == '\0')
		return how;
	whole = mem_printf(_("%s: %s"), how, a->result);
	free(how);
	return whole;
}
