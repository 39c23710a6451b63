/* What shows the plan: the listing, the page for the wall, what is due. */
#include "base/date.h"
#include "base/msg.h"
#include "model/planedit.h"
#include "model/planlimit.h"
#include "view/plantext.h"
#include "plan.h"

/* The facts of a folder that is only read. */
int
plan_facts_open(struct cmd *c, struct project **p, struct plan *pl)
{
	if ((*p = project_open(c, PROJECT_READ)) == NULL)
		return -1;
	if (plan_load(pl, *p) == 0)
		return 0;
	plan_free(pl);
	project_close(*p);
	return -1;
}

void
plan_facts_close(struct project *p, struct plan *pl)
{
	plan_free(pl);
	project_close(p);
}

void
run_list(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;
	struct edit	 e;
	struct found	 f;
	struct out	 o;
	size_t		 only;
	int		 ok = 1;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	limit_remark(p, &pl);
	only = pl.nchanges;
	if (c->argc == 1) {
		edit_begin(&e, p, c);
		if ((ok = edit_find(&e, c->argv[0], "change", &f) == 0))
			only = plan_change(&pl, f.id);
		edit_cancel(&e);
	}
	if (ok && out_begin(&o, c->out) == 0) {
		plantext_list(o.fp, c->form, &pl, only, opt_has(c, "all"),
		    project_level_word(p, lang_now()));
		out_end(&o, 0);
	}
	plan_facts_close(p, &pl);
}

/* A page for the team is in the team's language. */
void
run_board(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;
	struct out	 o;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	limit_remark(p, &pl);
	if (out_begin(&o, c->out) == 0) {
		lang_use(project_lang(p));
		plantext_board(o.fp, &pl, project_get(p, "title"),
		    project_level_word(p, project_lang(p)));
		lang_use(c->lang);
		out_end(&o, 0);
	}
	plan_facts_close(p, &pl);
}

void
run_due(struct cmd *c)
{
	const char	*span = opt_get(c, "within");
	struct plan_due	*d;
	struct project	*p;
	struct plan	 pl;
	struct out	 o;
	size_t		 n;
	int		 last;

	if (date_span(span != NULL ? span : "14d", c->today, &last) != 0) {
		opt_misuse(c, N_("--within: not a span like 14d, 2w or 3m: "
		    "'%s'"), span);
		return;
	}
	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	n = plan_due(&pl, p, last, &d);
	if (out_begin(&o, c->out) == 0) {
		plantext_due(o.fp, c->form, &pl, d, n,
		    project_level_word(p, lang_now()));
		out_end(&o, 0);
	}
	if (n > 0 && opt_has(c, "exit-code"))
		msg_raise(MSG_DATA);
	plan_facts_close(p, &pl);
}

const struct opt	list_opts[] = {
	{ 0, "all", NULL, N_("proposals and changes that are over too") },
	O_END
};

const struct opt	due_opts[] = {
	{ 0, "within", N_("SPAN"), N_("from today, both days included: 14d (this is meant without it), 2w, 3m") },
	{ 0, "exit-code", NULL, N_("exit 1 where something is due") },
	O_END
};
