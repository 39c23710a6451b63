/*
 * Levels, key actions and steps: opened, started, done, blocked, adjusted,
 * dropped.  What is missing is asked at a terminal, before the project is
 * locked.
 */
#include <stdlib.h>
#include <string.h>

#include "base/ask.h"
#include "base/msg.h"
#include "model/planedit.h"
#include "model/sessionedit.h"
#include "view/plantext.h"
#include "plan.h"

/*
 * Look before asking: what an action lacks to be started (the caller frees
 * it), or NULL (said).  The lock is not held afterwards.
 */
static char *
start_lacks(struct cmd *c, const char *typed)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct edit	 e;
	const char	*id;
	char		*lacks;

	if (p == NULL)
		return NULL;
	edit_begin(&e, p, c);
	lacks = plan_start_lacks(&e, typed, &id);
	edit_cancel(&e);
	project_close(p);
	return lacks;
}

static int
do_level(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_open_level(e, c->argv[0], c->argv[1], opt_get(c, "why"),
	    opt_get(c, "reason"), en);
}

void
run_level(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("objective", "objective"), TYPED("by", "by"), LAST
	};

	if (c->argc == 3) {
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[2]);
		msg_hint(N_("cpm-plan level %s %s --objective 'WORDS'"),
		    c->argv[0], c->argv[1]);
		return;
	}
	/* One that is open already needs no other objective. */
	if (en[0].typed == NULL && ask_can() &&
	    !edit_would(c, do_level, en, NULL)) {
		en[0].typed = "?";
		if (msg_status() == MSG_TROUBLE ||
		    edit_try(c, do_level, en, NULL) != 0)
			return;
		en[0].typed = ask_or_opt(c, "objective",
		    _("What holds when it is reached?"));
	}
	edit_run(c, do_level, en, NULL);
}

static int
do_action(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	if (strncmp(c->argv[0], "session:", 8) == 0 && c->argc == 2)
		return session_act(e, c->argv[0], en);
	return plan_add_action(e, c->argv[0], c->argc == 3 ? c->argv[1] : NULL,
	    en);
}

void
run_action(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), c->argv[c->argc - 1], NULL },
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), TYPED("means", "means"),
		TYPED("verification", "verification"), LAST
	};

	edit_run(c, do_action, en, NULL);
}

static int
do_step(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_add_step(e, c->argv[0], en);
}

void
run_step(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), c->argv[1], NULL },
		TYPED("owner", "owner"), TYPED("due", "due"), LAST
	};

	edit_run(c, do_step, en, NULL);
}

static int
do_start(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_start(e, c->argv[0], en);
}

void
run_start(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), TYPED("means", "means"),
		TYPED("verification", "verification"), LAST
	};
	char		*lacks = NULL;

	if (ask_can()) {
		if ((lacks = start_lacks(c, c->argv[0])) == NULL)
			return;
		if (strchr(lacks, 'o') != NULL)
			en[0].typed = ask_or_opt(c, "owner",
			    _("Who does it?"));
		if (strchr(lacks, 'd') != NULL)
			en[2].typed = edit_ask_day(c, "due",
			    _("For which day? (2026-12-31)"));
		if (strchr(lacks, 'v') != NULL)
			en[4].typed = ask_or_opt(c, "verification",
			    _("How will you see that it is done?"));
		free(lacks);
	}
	edit_run(c, do_start, en, NULL);
}

/* Nothing typed: what could be meant, so that a bad day gets shorter. */
static void
which_one(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;

	msg_trouble(N_("which one is done?"));
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (plan_load(&pl, p) == 0)
		plantext_open(stderr, &pl);
	plan_free(&pl);
	project_close(p);
}

static int
do_done(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_done(e, arg, opt_get(c, "result"), en);
}

void
run_done(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("what", "seen"), TYPED("for_whom", "for"),
		TYPED("seen_by", "by"), TYPED("evidence", "evidence"), LAST
	};
	char		*what;

	if (c->argc == 0) {
		which_one(c);
		return;
	}
	what = opt_joined(c, 0);
	if (en[0].typed == NULL && ask_can()) {
		if (edit_try(c, do_done, en, what) != 0)
			return;
		en[0].typed = ask_or_opt(c, "seen", _("What changed, however "
		    "small? (Enter: nothing seen yet)"));
		if (en[0].typed != NULL)
			en[1].typed = ask_or_opt(c, "for", _("For whom?"));
	}
	edit_run(c, do_done, en, what);
}

static int
do_block(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return plan_block(e, c->argv[0], arg);
}

void
run_block(struct cmd *c)
{
	const char	*obstacle;
	char		 any[] = "?";

	if (!opt_has(c, "obstacle") && ask_can() &&
	    edit_try(c, do_block, NULL, any) != 0)
		return;
	obstacle = ask_need(c, "obstacle", _("What is in the way?"));
	if (obstacle != NULL)
		edit_run(c, do_block, NULL, arena_str(&c->kept, obstacle));
}

static int
is_reason(const char *typed, void *arg)
{
	(void)arg;
	if (plan_reason_fits(typed))
		return 1;
	msg_note(N_("not an answer to this: '%s'"), typed);
	return 0;
}

/* Why; a word that is no reason is asked for again. */
static const char *
ask_reason(struct cmd *c)
{
	return ask_until(c, "reason", _("Why? (context, means, internal, "
	    "tried_and_learnt, other)"), is_reason, NULL);
}

/* Who tried and learnt knows better now: that is worth a question. */
static void
ask_instead(struct cmd *c, struct entry *why)
{
	if (why[0].typed != NULL && plan_reason_tried(why[0].typed) &&
	    !opt_has(c, "smaller"))
		why[1].typed = ask_or_opt(c, "alternative", _("What is done "
		    "in its place? (Enter: not known yet)"));
}

static int
do_reopen(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return plan_reopen(e, c->argv[0], arg);
}

static int
do_adjust(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_adjust(e, c->argv[0], opt_get(c, "smaller"), en, arg);
}

/* What stands against it, whatever the reason; it may be tried twice. */
static int
try_adjust(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	int	rc = opt_has(c, "reopen") ? do_reopen(e, c, en, arg) :
		    do_adjust(e, c, en, arg);

	entry_free(arg);
	return rc;
}

void
run_adjust(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("title", "title"), TYPED("owner", "owner"),
		TYPED("start", "start"), TYPED("due", "due"),
		TYPED("by", "by"), TYPED("level", "level"),
		TYPED("means", "means"),
		TYPED("verification", "verification"),
		TYPED("objective", "objective"),
		TYPED("success_sign", "success-sign"),
		TYPED("dimensions", "dimensions"),
		TYPED("builds_on", "builds-on"), TYPED("why", "why"),
		TYPED("priority", "priority"),
		{ "means_ok", "--means", NULL, NULL },
		TYPED("feasible", "feasible"),
		TYPED("target", "target"), TYPED("target_on", "target-on"),
		TYPED("baseline", "baseline"),
		TYPED("baseline_on", "baseline-on"),
		TYPED("direction", "direction"), TYPED("unit", "unit"),
		TYPED("source", "source"), TYPED("frequency", "frequency"),
		TYPED("result", "result"), LAST
	};
	struct entry	*p, why[] = {
		TYPED("reason", "reason"),
		TYPED("alternative", "alternative"), TYPED("note", "note"),
		LAST
	};

	for (p = en; p->column != NULL && opt_has(c, "reopen"); p++)
		if (p->typed != NULL || opt_has(c, "smaller")) {
			opt_misuse(c, N_("--reopen changes nothing else: "
			    "adjust the rest afterwards"));
			return;
		}
	if (why[0].typed == NULL && ask_can()) {
		why[0].typed = "other";
		if (edit_try(c, try_adjust, en, why) != 0)
			return;
		why[0].typed = ask_reason(c);
	}
	if (why[0].typed == NULL) {
		opt_misuse(c, N_("option '--%s' is needed"), "reason");
		msg_hint("--reason: %s", _("context, means, internal, "
		    "tried_and_learnt or other"));
		return;
	}
	ask_instead(c, why);
	edit_run(c, opt_has(c, "reopen") ? do_reopen : do_adjust, en, why);
	entry_free(why);
}

static int
do_drop(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_drop(e, c->argv[0], opt_get(c, "by"), en);
}

void
run_drop(struct cmd *c)
{
	struct entry	why[] = {
		TYPED("reason", "reason"),
		TYPED("alternative", "alternative"), TYPED("note", "note"),
		LAST
	};

	/* A change is dropped by a verdict, which has no such reason. */
	if (why[0].typed == NULL && ask_can() &&
	    !edit_would(c, do_drop, why, NULL)) {
		if (msg_status() == MSG_TROUBLE)
			return;
		why[0].typed = "other";
		why[0].typed = !edit_would(c, do_drop, why, NULL) ? NULL :
		    ask_reason(c);
	}
	ask_instead(c, why);
	edit_run(c, do_drop, why, NULL);
}

const struct opt	level_opts[] = {
	{ 0, "objective", N_("TEXT"), N_("what holds when it is reached") },
	{ 0, "by", N_("DATE"), N_("day by which it should be reached") },
	{ 0, "why", N_("TEXT"), N_("why it opens before the one below is done") },
	O_REASON, O_END
};

const struct opt	action_opts[] = {
	O_OWNER, O_START, O_DUE, O_MEANS, O_VERIFY, O_ID, O_END
};

const struct opt	step_opts[] = { O_OWNER, O_DUE, O_ID, O_END };

const struct opt	start_opts[] = {
	O_OWNER, O_START, O_DUE, O_MEANS, O_VERIFY, O_END
};

const struct opt	done_opts[] = {
	{ 0, "seen", N_("TEXT"), N_("a change that somebody saw, however small") },
	{ 0, "for", N_("WHOM"), N_("for whom it is") },
	{ 0, "by", N_("WHO"), N_("role that saw it, not a name") },
	{ 0, "evidence", N_("TEXT"), N_("what shows it") },
	{ 0, "result", N_("TEXT"), N_("what came of the action") },
	O_END
};

const struct opt	block_opts[] = {
	{ 0, "obstacle", N_("TEXT"), N_("what is in the way") },
	O_END
};

const struct opt	adjust_opts[] = {
	O_DUE, O_START,
	{ 0, "by", N_("DATE"), N_("a level's day") },
	{ 0, "title", N_("TEXT"), N_("new words") },
	O_OWNER,
	{ 0, "level", N_("N"), N_("move an action to this level") },
	{ 0, "means", N_("TEXT"), N_("an action's means; of a change 1-3, how far they are there") },
	O_VERIFY,
	{ 0, "objective", N_("TEXT"), N_("a level's objective") },
	O_SIGN, O_DIMS, O_BUILDS, O_MATTERS, O_PRIORITY, O_FEASIBLE,
	{ 0, "target", N_("VALUE"), N_("an indicator's target") },
	{ 0, "target-on", N_("DATE"), N_("and its day") },
	{ 0, "baseline", N_("VALUE"), N_("an indicator's value at the start") },
	{ 0, "baseline-on", N_("DATE"), N_("and its day") },
	{ 0, "direction", "up|down", N_("whether more of it is better or less") },
	{ 0, "unit", N_("TEXT"), N_("what an indicator counts") },
	{ 0, "source", N_("TEXT"), N_("where its values come from") },
	{ 0, "frequency", N_("TEXT"), N_("how often it is measured") },
	{ 0, "smaller", N_("TEXT"), N_("the smaller part to do now; the rest becomes a draft of the next level") },
	{ 0, "result", N_("TEXT"), N_("what came of an action that is done") },
	{ 0, "reopen", NULL, N_("done or dropped by a slip: it goes on") },
	O_REASON, O_ALT, O_NOTE, O_END
};

const struct opt	drop_opts[] = { O_REASON, O_ALT, O_NOTE, O_WHO, O_END };
