/* cpm-assess, a round from open to agreed: open, close, agree, finding. */
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/assess.h"
#include "model/project.h"

#include "assess.h"

/* Save what a verb changed, and say what was done only then. */
static void
finish(struct cmd *c, struct project *p, int bad)
{
	if (!bad)
		bad = project_save(p) != 0;
	assess_said(!bad && !c->dry);
	project_close(p);
}
void
run_open(struct cmd *c)
{
	struct assess_open	 o = { .id = c->argv[0],
	    .kind = opt_get(c, "kind"), .method = opt_get(c, "method"),
	    .votes = opt_get(c, "votes"), .show = opt_get(c, "show"),
	    .refers_to = opt_get(c, "refers-to"),
	    .invited = opt_get(c, "invited"), .note = opt_get(c, "note"),
	    .only = opt_get(c, "only"), .date = c->today };
	struct project		*p = project_open(c, PROJECT_WRITE);

	if (p != NULL)
		finish(c, p, assess_open(p, &o) != 0);
}

void
run_close(struct cmd *c)
{
	struct project	*p = project_open(c, PROJECT_WRITE);

	if (p != NULL)
		finish(c, p, assess_close(p, c->argv[0],
		    opt_has(c, "empty")) != 0);
}

void
run_agree(struct cmd *c)
{
	struct assess_agree	 a = { .round = c->argv[0],
	    .evidence = opt_get(c, "evidence"),
	    .justification = opt_get(c, "justification"),
	    .by = opt_get(c, "by"), .dissent = opt_has(c, "dissent"),
	    .date = c->today };
	struct project		*p;
	int			 done = opt_has(c, "done");

	if (done ? c->argc != 1 : c->argc != 3) {
		opt_misuse(c, N_("agree takes ROUND THREAD SCORE, or ROUND "
		    "--done"));
		return;
	}
	if ((p = project_open(c, PROJECT_WRITE)) == NULL)
		return;
	if (done) {
		finish(c, p, assess_done(p, a.round) != 0);
		return;
	}
	a.what = c->argv[1];
	a.score = c->argv[2];
	finish(c, p, assess_agree(p, &a) != 0);
}

void
run_finding(struct cmd *c)
{
	struct assess_finding	 f = { .round = c->argv[0],
	    .dim = c->argv[1], .text = c->argv[2],
	    .type = opt_get(c, "type"), .id = opt_get(c, "id"),
	    .again = opt_has(c, "again") };
	struct project		*p;

	if (f.type == NULL) {
		opt_misuse(c, N_("what kind of finding is it? --type strength, "
		    "good_practice, know_how, need or opportunity"));
		return;
	}
	if ((p = project_open(c, PROJECT_WRITE)) != NULL)
		finish(c, p, assess_finding(p, &f) != 0);
}
const struct opt	open_opts[] = {
	{ 0, "kind", N_("KIND"), N_("baseline, followup, final or retrospective") },
	{ 0, "method", N_("METHOD"), N_("individual sheets, hands, or consensus") },
	{ 0, "votes", N_("HOW"), N_("secret, or open by consent of all") },
	{ 0, "show", N_("WHAT"), N_("counts of everybody, or means of groups") },
	{ 0, "refers-to", N_("ROUND"), N_("the round that a retrospective one looks back at") },
	{ 0, "invited", N_("GROUP:N..."), N_("how many were asked, as in \"governance:4 volunteers:9\"") },
	{ 0, "only", N_("ID..."), N_("only these dimensions, as in \"ACC\"") },
	{ 0, "note", N_("TEXT"), N_("anything worth remembering") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	close_opts[] = {
	{ 0, "empty", NULL, N_("although nobody answered") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	agree_opts[] = {
	{ 0, "evidence", N_("TEXT"), N_("what shows it") },
	{ 0, "justification", N_("TEXT"), N_("why") },
	{ 0, "dissent", NULL, N_("somebody still sees it differently") },
	{ 0, "by", N_("ROLES"), N_("who decided, as roles, not names") },
	{ 0, "done", NULL, N_("the talk about the round is over") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	finding_opts[] = {
	{ 0, "type", N_("TYPE"), N_("strength, good_practice, know_how, need or opportunity") },
	{ 0, "id", N_("ID"), N_("its id, instead of one made from the text") },
	{ 0, "again", NULL, N_("a second one of the same words") },
	{ 0, NULL, NULL, NULL }
};
