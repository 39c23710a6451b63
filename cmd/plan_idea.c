/* Ideas for pivotal changes, and the choice among them. */
#include <stdlib.h>

#include "base/ask.h"
#include "model/planedit.h"
#include "view/plantext.h"
#include "plan.h"

static int
do_propose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)c;
	(void)arg;
	return plan_propose(e, en);
}

void
run_propose(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), c->argv[0], NULL },
		TYPED("dimensions", "dimensions"), TYPED("why", "why"),
		TYPED("builds_on", "builds-on"),
		TYPED("priority", "priority"), TYPED("means_ok", "means"),
		TYPED("feasible", "feasible"),
		TYPED("success_sign", "success-sign"),
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), LAST
	};

	edit_run(c, do_propose, en, NULL);
}

void
run_rank(struct cmd *c)
{
	struct plan_rank	*r;
	struct project		*p;
	struct plan		 pl;
	struct out		 o;
	size_t			 n;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		n = plan_rank(&pl, opt_has(c, "all"), &r);
		plantext_rank(o.fp, c->form, &pl, r, n);
		out_end(&o, 0);
	}
	plan_facts_close(p, &pl);
}

static int
do_choose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_choose(e, c->argv[0], opt_get(c, "replaces"), en);
}

void
run_choose(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("decided_by", "by"), TYPED("note", "why"),
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), TYPED("success_sign", "success-sign"),
		TYPED("builds_on", "builds-on"), LAST
	};
	char		*there;

	if (ask_can()) {
		if ((there = plan_look(c, c->argv[0], "change")) == NULL)
			return;
		free(there);
	}
	en[0].typed = ask_need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		en[1].typed = ask_need(c, "why", _("Why this one?"));
	if (en[0].typed != NULL && en[1].typed != NULL)
		edit_run(c, do_choose, en, NULL);
}

const struct opt	propose_opts[] = {
	O_DIMS,
	O_MATTERS,
	O_BUILDS,
	O_PRIORITY,
	{ 0, "means", "1-3", N_("how far the means are there, 3 most") },
	O_FEASIBLE,
	O_SIGN, O_OWNER, O_START, O_DUE, O_ID, O_END
};

const struct opt	rank_opts[] = {
	{ 0, "all", NULL, N_("with the changes that are chosen already") },
	O_END
};

const struct opt	choose_opts[] = {
	O_WHO,
	{ 0, "why", N_("TEXT"), N_("why this one") },
	{ 0, "replaces", N_("CHANGE"), N_("the active change whose place it takes") },
	O_OWNER, O_START, O_DUE, O_SIGN, O_BUILDS, O_END
};
