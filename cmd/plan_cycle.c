/* Cycles, and the verdicts that end what they worked on. */
#include <string.h>

#include "base/ask.h"
#include "base/msg.h"
#include "model/planedit.h"
#include "view/plantext.h"
#include "plan.h"

static int
do_review(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_review(e, c->argv[0], arg, en);
}

static void
show_questions(struct cmd *c)
{
	struct plan_question	*q;
	struct project		*p;
	struct plan		 pl;
	struct out		 o;
	size_t			 n;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		n = plan_questions(&pl, &q);
		plantext_questions(o.fp, &pl, q, n);
		out_end(&o, 0);
	}
	plan_facts_close(p, &pl);
}

void
run_review(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("decided_by", "by"), TYPED("note", "note"), LAST
	};

	if (c->argc == 0) {
		show_questions(c);
		return;
	}
	if (c->argc == 1) {
		opt_misuse(c, N_("which verdict? (achieved, partly, adapted, "
		    "replaced, dropped)"));
		return;
	}
	en[0].typed = ask_need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		edit_run(c, do_review, en, opt_joined(c, 1));
}

/* What goes with each word of cycle; an option elsewhere is a slip. */
static int
cycle_fits(struct cmd *c)
{
	static const struct {
		const char	*word, *options;
		int		 operands;
	} words[] = {
		{ "open", "objective start review-due id", 1 },
		{ "set", "objective start review-due status", 2 },
		{ "close", "", 2 },
		{ "", "", 0 }
	};
	static const char *const	all[] = { "objective", "start",
	    "review-due", "status", "id", NULL };
	const char			*word = c->argc > 0 ? c->argv[0] : "";
	size_t				 i, k;

	for (i = 0; strcmp(words[i].word, word) != 0; i++)
		if (*words[i].word == '\0') {
			opt_misuse(c, N_("a cycle is opened, set or closed, "
			    "not '%s'"), word);
			return -1;
		}
	for (k = 0; all[k] != NULL; k++)
		if (opt_has(c, all[k]) && strstr(words[i].options,
		    all[k]) == NULL) {
			opt_misuse(c, *word != '\0' ? N_("'--%s' does not go "
			    "with 'cycle %s'") : N_("'--%s' needs open or "
			    "set"), all[k], word);
			return -1;
		}
	if (c->argc <= words[i].operands)
		return 0;
	opt_misuse(c, N_("one word too many: '%s'"),
	    c->argv[words[i].operands]);
	return -1;
}

static int
do_cycle(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const char	*id = c->argc > 1 ? c->argv[1] : NULL;

	(void)arg;
	if (strcmp(c->argv[0], "open") == 0)
		return plan_cycle_open(e, en);
	if (strcmp(c->argv[0], "set") == 0)
		return plan_cycle_set(e, id, en);
	return plan_cycle_close(e, id);
}

void
run_cycle(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("objective", "objective"), TYPED("start", "start"),
		TYPED("review_due", "review-due"), TYPED("status", "status"),
		LAST
	};
	struct project	*p;
	struct plan	 pl;
	struct out	 o;

	if (cycle_fits(c) != 0)
		return;
	if (c->argc > 0) {
		edit_run(c, do_cycle, en, NULL);
		return;
	}
	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		plantext_cycles(o.fp, c->form, &pl);
		out_end(&o, 0);
	}
	plan_facts_close(p, &pl);
}

const struct opt	cycle_opts[] = {
	{ 0, "objective", N_("TEXT"), N_("what the cycle is for") },
	O_START,
	{ 0, "review-due", N_("DATE"), N_("day by which it is reviewed") },
	{ 0, "status", N_("WORD"), N_("plan, do, check or adjust") },
	{ 0, "id", N_("ID"), N_("the identifier (else C1, C2 …)") },
	O_END
};

const struct opt	review_opts[] = { O_WHO, O_NOTE, O_END };
