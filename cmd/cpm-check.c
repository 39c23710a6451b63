/* cpm-check: every fault in every file of a team's folder, in one run. */
#include <unistd.h>

#include "base/lang.h"
#include "base/msg.h"
#include "base/opt.h"
#include "model/check.h"
#include "model/planremark.h"

/* To a person who looks, and to no log, mail or hook. */
static void
remark(const struct cmd *c, struct project *p)
{
	struct plan	pl;

	if (c->quiet || msg_status() != MSG_OK || !isatty(STDERR_FILENO))
		return;
	if (plan_load(&pl, p) == 0)
		plan_remarks(p, &pl, PLAN_RUNS, NULL);
	plan_free(&pl);
}

static void
check(struct cmd *c)
{
	struct project	*p;

	if (opt_has(c, "fix")) {
		if ((p = project_open(c, PROJECT_WRITE)) == NULL)
			return;
		check_fix(p, c->dry);
		project_close(p);
	}
	if ((p = project_open(c, PROJECT_CHECK)) == NULL)
		return;
	check_all(p);
	if (opt_has(c, "privacy"))
		check_privacy(p);
	remark(c, p);
	project_close(p);
}

static const struct opt opts[] = {
	{ 0, "fix", NULL, N_("first mend what needs no judgement") },
	{ 0, "privacy", NULL, N_("look for names, addresses and telephone numbers too") },
	{ 0, NULL, NULL, NULL }
};

static const struct verb verbs[] = {
	{ NULL, NULL, N_("say every fault in every file; silent when there is none"), opts, 0, 0, check },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program program = {
	"cpm-check", N_("check a team's folder"), verbs,
	"  cpm-check\n  cpm-check -C garden --privacy\n",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
