/* Rules of log and lessons that hand edits can break. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/difficulty.h"
#include "model/log.h"
#include "model/story.h"

static const struct table *
table_of(struct project *p, const char *name, int private)
{
	return private ? project_private(p, name) : project_table(p, name);
}

static void
check_contact(const struct table *t, const struct log_contact *c)
{
	struct place	at = table_place(t, c->row, "women");

	if (c->women >= 0 && c->persons >= 0 && c->women > c->persons)
		msg_fault(&at, N_("more women than persons"));
}

static int
counts(const struct log_lesson *l)
{
	return strcmp(l->state, "chosen") == 0 ||
	    strcmp(l->state, "applied") == 0 ||
	    strcmp(l->state, "verified") == 0;
}

static void
check_lesson(const struct table *t, const struct log_lesson *l, int today)
{
	struct place	at = table_place(t, l->row, "state");

	if (!counts(l))
		return;
	if (*l->new_practice == '\0' || *l->owner == '\0' ||
	    l->check_on == DATE_NONE)
		msg_fault(&at, N_("a chosen lesson without its new practice, "
		    "owner or check date"));
	if (*l->cycle == '\0')
		msg_fault(&at, N_("a lesson chosen for no cycle"));
	if (strcmp(l->state, "verified") == 0 && l->check_on != DATE_NONE &&
	    l->check_on > today)
		msg_fault(&at, N_("a lesson verified before its check date"));
	if (strcmp(l->state, "verified") == 0 && *l->how_to == '\0' &&
	    (strcmp(l->kind, "tool") == 0 || strcmp(l->kind, "practice") == 0))
		msg_fault(&at, N_("a practice or tool that was verified does "
		    "not say how to use it"));
}

/* One more lesson than a cycle may choose; a private one is nobody else's. */
static void
check_number(struct project *p, const struct log_book *b, size_t i)
{
	const struct log_lesson	*l = &b->lessons[i];
	size_t			 max, n = 0, k;
	struct place		 at;

	max = (size_t)project_int(p, "lessons_per_cycle");
	if (!counts(l) || *l->cycle == '\0' || l->private)
		return;
	for (k = 0; k <= i; k++)
		n += counts(&b->lessons[k]) && !b->lessons[k].private &&
		    strcmp(b->lessons[k].cycle, l->cycle) == 0;
	if (n <= max)
		return;
	at = table_place(project_table(p, "lessons"), l->row, "state");
	msg_fault(&at, N_("lesson %zu of at most %zu in '%s'"), n, max,
	    l->cycle);
}

void
log_check(struct project *p)
{
	struct log_book	b;
	size_t		i;

	if (log_load(&b, p, 1) == 0) {
		for (i = 0; i < b.ncontacts; i++)
			check_contact(table_of(p, "log",
			    b.contacts[i].private), &b.contacts[i]);
		for (i = 0; i < b.nlessons; i++) {
			check_lesson(table_of(p, "lessons",
			    b.lessons[i].private), &b.lessons[i],
			    project_today(p));
			check_number(p, &b, i);
		}
	}
	log_free(&b);
	difficulties_check(p);
	stories_check(p);
}
