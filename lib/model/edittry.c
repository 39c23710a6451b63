/*
 * Looking before asking: what stands against a change is said before a person
 * answers questions about it, and a day that is none is asked for again.
 */
#include "base/ask.h"
#include "base/date.h"
#include "base/msg.h"
#include "model/edit.h"

static int
try_once(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    void *), struct entry *en, void *arg)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct edit	 e;
	int		 rc;

	if (p == NULL)
		return -1;
	edit_begin(&e, p, c);
	rc = fn(&e, c, en, arg);
	edit_cancel(&e);
	if (en != NULL)
		entry_free(en);
	project_close(p);
	return rc == 0 ? 0 : -1;
}

int
edit_would(struct cmd *c, int (*fn)(struct edit *, struct cmd *,
    struct entry *, void *), struct entry *en, void *arg)
{
	int	rc;

	msg_hush(1);
	rc = try_once(c, fn, en, arg);
	msg_hush(0);
	return rc == 0;
}

int
edit_try(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    void *), struct entry *en, void *arg)
{
	/* Remarks of a change that may come belong to the change itself. */
	if (edit_would(c, fn, en, arg))
		return 0;
	/* What stops any command is said already. */
	return msg_status() == MSG_TROUBLE ? -1 : try_once(c, fn, en, arg);
}

static int
is_day(const char *typed, void *order)
{
	int	day;

	if (date_parse_as(typed, *(int *)order, &day) == 0)
		return 1;
	msg_note(N_("not a day: '%s' (write it as 2026-12-31)"), typed);
	return 0;
}

const char *
edit_ask_day(struct cmd *c, const char *name, const char *question)
{
	struct project	*p;
	int		 order;

	if (opt_get(c, name) != NULL || !ask_can())
		return opt_get(c, name);
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return NULL;
	order = project_day_order(p);
	project_close(p);
	return ask_until(c, name, question, is_day, &order);
}
