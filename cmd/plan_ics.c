/* The plan's days as an iCalendar file. */
#include "base/date.h"
#include "base/msg.h"
#include "model/calendar.h"
#include "view/ics.h"
#include "plan.h"

/* Words in the team's language, as on the board. */
static void
write_calendar(struct cmd *c, struct project *p, struct plan *pl, int last)
{
	struct calendar	 cal;
	char		*identity = calendar_identity(p);
	struct ics	 ics = { project_get(p, "title"), identity,
			    project_lang(p), NULL, c->today,
			    opt_has(c, "todo") };
	struct out	 o;

	lang_use(project_lang(p));
	ics.level_word = project_level_now(p);
	calendar_load(&cal, pl, p, last, ics.todo, opt_get(c, "owner"));
	if (out_begin(&o, c->out) == 0) {
		ics_write(o.fp, &ics, &cal);
		lang_use(c->lang);
		out_end(&o, 0);
	}
	lang_use(c->lang);
	calendar_free(&cal);
	free(identity);
}

void
run_ics(struct cmd *c)
{
	const char	*span = opt_get(c, "within");
	struct project	*p;
	struct plan	 pl;
	int		 last = DATE_NONE;

	if (span != NULL && date_span(span, c->today, &last) != 0) {
		opt_misuse(c, N_("--within: not a span like 14d, 2w or 3m: "
		    "'%s'"), span);
		return;
	}
	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	write_calendar(c, p, &pl, last);
	plan_facts_close(p, &pl);
}

const struct opt	ics_opts[] = {
	{ 0, "within", N_("SPAN"), N_("from today, both days included: 14d, 2w, 3m (else all)") },
	{ 0, "owner", N_("WHO"), N_("only what this role does") },
	{ 0, "todo", NULL, N_("to-dos, also what is done or was left; else all-day events") },
	O_END
};
