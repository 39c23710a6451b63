/*
 * cpm-plan: three pivotal changes, their levels, key actions and small
 * steps.  A verb that changes something asks what is missing at a terminal,
 * before it takes the project's lock.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ask.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/opt.h"
#include "model/planedit.h"
#include "model/planlimit.h"
#include "view/plantext.h"

/* Answers live until the end of the program. */
static struct arena	kept;

#define TYPED(col, opt)	{ (col), "--" opt, opt_get(c, opt), NULL }
#define LAST		{ NULL, NULL, NULL, NULL }

/* The option, or at a terminal an answer; NULL where there is neither. */
static const char *
opt_or_ask(const struct cmd *c, const char *name, const char *question)
{
	const char	*v = opt_get(c, name);
	char		*a;

	if (v != NULL || !ask_can() || (a = ask(question)) == NULL)
		return v;
	v = arena_str(&kept, a);
	free(a);
	return v;
}

/* The same for what a verb cannot do without. */
static const char *
need(const struct cmd *c, const char *name, const char *question)
{
	const char	*v = opt_or_ask(c, name, question);

	if (v == NULL)
		opt_misuse(c, N_("option '--%s' is needed"), name);
	return v;
}

/* Open, change with fn, save, close. */
static void
change(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    void *), struct entry *en, void *arg)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct edit	 e;

	if (p == NULL)
		return;
	edit_begin(&e, p, c);
	if (fn(&e, c, en, arg) == 0)
		edit_end(&e, c);
	else
		edit_cancel(&e);
	if (en != NULL)
		entry_free(en);
	project_close(p);
}

/*
 * Look before asking: whether the thing is there (and, for start, what it
 * lacks).  The lock is not held afterwards.
 */
static char *
look(struct cmd *c, const char *typed, const char *words)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct edit	 e;
	struct found	 f;
	const char	*id;
	char		*lacks = NULL;

	if (p == NULL)
		return NULL;
	edit_begin(&e, p, c);
	if (words == NULL)
		lacks = plan_start_lacks(&e, typed, &id);
	else if (edit_find(&e, typed, words, &f) == 0)
		lacks = mem_strdup("");
	edit_cancel(&e);
	project_close(p);
	return lacks;
}

/* --- verbs that change ------------------------------------------------------ */

static int
do_propose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)c;
	(void)arg;
	return plan_propose(e, en);
}

static void
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

	change(c, do_propose, en, NULL);
}

static int
do_choose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_choose(e, c->argv[0], opt_get(c, "replaces"), en);
}

static void
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
		if ((there = look(c, c->argv[0], "change")) == NULL)
			return;
		free(there);
	}
	en[0].typed = need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		en[1].typed = need(c, "why", _("Why this one?"));
	if (en[0].typed != NULL && en[1].typed != NULL)
		change(c, do_choose, en, NULL);
}

static int
do_level(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_open_level(e, c->argv[0], c->argv[1], opt_get(c, "why"),
	    opt_get(c, "reason"), en);
}

static void
run_level(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("objective", "objective"), TYPED("by", "by"), LAST
	};

	change(c, do_level, en, NULL);
}

static int
do_action(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_add_action(e, c->argv[0], c->argc == 3 ? c->argv[1] : NULL,
	    en);
}

static void
run_action(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), c->argv[c->argc - 1], NULL },
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), TYPED("means", "means"),
		TYPED("verification", "verification"), LAST
	};

	change(c, do_action, en, NULL);
}

static int
do_step(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_add_step(e, c->argv[0], en);
}

static void
run_step(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), c->argv[1], NULL },
		TYPED("owner", "owner"), TYPED("due", "due"), LAST
	};

	change(c, do_step, en, NULL);
}

static int
do_start(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_start(e, c->argv[0], en);
}

static void
run_start(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), TYPED("means", "means"),
		TYPED("verification", "verification"), LAST
	};
	char		*lacks = NULL;

	if (ask_can()) {
		if ((lacks = look(c, c->argv[0], NULL)) == NULL)
			return;
		if (strchr(lacks, 'o') != NULL)
			en[0].typed = opt_or_ask(c, "owner",
			    _("Who does it?"));
		if (strchr(lacks, 'd') != NULL)
			en[2].typed = opt_or_ask(c, "due",
			    _("For which day? (2026-12-31)"));
		if (strchr(lacks, 'v') != NULL)
			en[4].typed = opt_or_ask(c, "verification",
			    _("How will you see that it is done?"));
		free(lacks);
	}
	change(c, do_start, en, NULL);
}

/* Nothing typed: what could be meant, so that a bad day gets shorter. */
static void
which_one(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;

	opt_misuse(c, N_("which one is done?"));
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (plan_load(&pl, p) == 0)
		plantext_open(stderr, &pl);
	plan_free(&pl);
	project_close(p);
}

/* Words typed without quotes, from the i-th operand on, are one. */
static char *
joined(const struct cmd *c, int i)
{
	struct str	s;
	char		*all;

	str_init(&s);
	for (; i < c->argc; i++)
		str_printf(&s, "%s%s", s.len > 0 ? " " : "", c->argv[i]);
	all = arena_str(&kept, s.s);
	str_free(&s);
	return all;
}

static int
do_done(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_done(e, arg, opt_get(c, "result"), en);
}

static void
run_done(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("what", "seen"), TYPED("for_whom", "for"),
		TYPED("seen_by", "by"), TYPED("evidence", "evidence"), LAST
	};
	char		*there, *what;

	if (c->argc == 0) {
		which_one(c);
		return;
	}
	what = joined(c, 0);
	if (en[0].typed == NULL && ask_can()) {
		there = look(c, what, "action step level");
		if (there == NULL)
			return;
		free(there);
		en[0].typed = opt_or_ask(c, "seen", _("What changed, however "
		    "small? (Enter: nothing seen yet)"));
		if (en[0].typed != NULL)
			en[1].typed = opt_or_ask(c, "for", _("For whom?"));
	}
	change(c, do_done, en, what);
}

static int
do_block(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return plan_block(e, c->argv[0], arg);
}

static void
run_block(struct cmd *c)
{
	const char	*obstacle;

	obstacle = need(c, "obstacle", _("What is in the way?"));
	if (obstacle != NULL)
		change(c, do_block, NULL, arena_str(&kept, obstacle));
}

static int
do_adjust(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_adjust(e, c->argv[0], opt_get(c, "smaller"), en, arg);
}

static void
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
		TYPED("feasible", "feasible"), LAST
	};
	struct entry	why[] = {
		TYPED("reason", "reason"),
		TYPED("alternative", "alternative"), TYPED("note", "note"),
		LAST
	};

	why[0].typed = need(c, "reason", _("Why? (context, means, internal, "
	    "tried_and_learnt, other)"));
	if (why[0].typed != NULL)
		change(c, do_adjust, en, why);
	entry_free(why);
}

static int
do_drop(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return plan_drop(e, c->argv[0], opt_get(c, "by"), en);
}

static void
run_drop(struct cmd *c)
{
	struct entry	why[] = {
		TYPED("reason", "reason"),
		TYPED("alternative", "alternative"), TYPED("note", "note"),
		LAST
	};

	change(c, do_drop, why, NULL);
}

static int
do_review(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	return plan_review(e, c->argv[0], arg, en);
}

/* --- verbs that show ---------------------------------------------------------- */

/* The facts of a folder that is only read. */
static int
facts(struct cmd *c, struct project **p, struct plan *pl)
{
	if ((*p = project_open(c, PROJECT_READ)) == NULL)
		return -1;
	if (plan_load(pl, *p) == 0)
		return 0;
	plan_free(pl);
	project_close(*p);
	return -1;
}

static void
end(struct project *p, struct plan *pl)
{
	plan_free(pl);
	project_close(p);
}

static void
show_questions(struct cmd *c)
{
	struct plan_question	*q;
	struct project		*p;
	struct plan		 pl;
	struct out		 o;
	size_t			 n;

	if (facts(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		n = plan_questions(&pl, &q);
		plantext_questions(o.fp, &pl, q, n);
		out_end(&o, 0);
	}
	end(p, &pl);
}

static void
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
	en[0].typed = need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		change(c, do_review, en, joined(c, 1));
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

static void
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
		change(c, do_cycle, en, NULL);
		return;
	}
	if (facts(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		plantext_cycles(o.fp, c->form, &pl);
		out_end(&o, 0);
	}
	end(p, &pl);
}

static void
run_rank(struct cmd *c)
{
	struct plan_rank	*r;
	struct project		*p;
	struct plan		 pl;
	struct out		 o;
	size_t			 n;

	if (facts(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		n = plan_rank(&pl, opt_has(c, "all"), &r);
		plantext_rank(o.fp, c->form, &pl, r, n);
		out_end(&o, 0);
	}
	end(p, &pl);
}

static void
run_list(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;
	struct edit	 e;
	struct found	 f;
	struct out	 o;
	size_t		 only;
	int		 ok = 1;

	if (facts(c, &p, &pl) != 0)
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
	end(p, &pl);
}

/* A page for the team is in the team's language. */
static void
run_board(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;
	struct out	 o;

	if (facts(c, &p, &pl) != 0)
		return;
	limit_remark(p, &pl);
	if (out_begin(&o, c->out) == 0) {
		lang_use(project_lang(p));
		plantext_board(o.fp, &pl, project_get(p, "title"),
		    project_level_word(p, project_lang(p)));
		lang_use(c->lang);
		out_end(&o, 0);
	}
	end(p, &pl);
}

static void
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
	if (facts(c, &p, &pl) != 0)
		return;
	n = plan_due(&pl, p, last, &d);
	if (out_begin(&o, c->out) == 0) {
		plantext_due(o.fp, c->form, &pl, d, n,
		    project_level_word(p, lang_now()));
		out_end(&o, 0);
	}
	if (n > 0 && opt_has(c, "exit-code"))
		msg_raise(MSG_DATA);
	end(p, &pl);
}

/* --- the table of verbs --------------------------------------------------------- */

#define O_ID	{ 0, "id", N_("ID"), N_("the identifier (else made from the words)") }, \
		{ 0, "again", NULL, N_("a genuine second one with the same words") }
#define O_OWNER	{ 0, "owner", N_("WHO"), N_("role that does it, not a name") }
#define O_START	{ 0, "start", N_("DATE"), N_("first day") }
#define O_DUE	{ 0, "due", N_("DATE"), N_("last day") }
#define O_MEANS	{ 0, "means", N_("TEXT"), N_("people, money and material it takes") }
#define O_VERIFY { 0, "verification", N_("TEXT"), N_("by what one sees that it is done") }
#define O_SIGN	{ 0, "success-sign", N_("TEXT"), N_("by what everybody will see it") }
#define O_DIMS	{ 0, "dimensions", N_("IDS"), N_("the dimensions it moves") }
#define O_BUILDS { 0, "builds-on", N_("ID"), N_("a strength or earlier change it builds on") }
#define O_WHO	{ 0, "by", N_("WHO"), N_("roles that decided, not names") }
#define O_REASON { 0, "reason", N_("WHY"), N_("context, means, internal, tried_and_learnt or other") }
#define O_NOTE	{ 0, "note", N_("TEXT"), N_("the reason in words") }
#define O_ALT	{ 0, "alternative", N_("TEXT"), N_("what is done in its place") }
#define O_MATTERS { 0, "why", N_("TEXT"), N_("why it matters now") }
#define O_PRIORITY { 0, "priority", "1-3", N_("how pressing, 3 most") }
#define O_FEASIBLE { 0, "feasible", "1-3", N_("how feasible within the cycle, 3 most") }
#define O_END	{ 0, NULL, NULL, NULL }

static const struct opt	o_propose[] = {
	O_DIMS,
	O_MATTERS,
	O_BUILDS,
	O_PRIORITY,
	{ 0, "means", "1-3", N_("how far the means are there, 3 most") },
	O_FEASIBLE,
	O_SIGN, O_OWNER, O_START, O_DUE, O_ID, O_END
};
static const struct opt	o_rank[] = {
	{ 0, "all", NULL, N_("with the changes that are chosen already") },
	O_END
};
static const struct opt	o_choose[] = {
	O_WHO,
	{ 0, "why", N_("TEXT"), N_("why this one") },
	{ 0, "replaces", N_("CHANGE"), N_("the active change whose place it takes") },
	O_OWNER, O_START, O_DUE, O_SIGN, O_BUILDS, O_END
};
static const struct opt	o_level[] = {
	{ 0, "objective", N_("TEXT"), N_("what holds when it is reached") },
	{ 0, "by", N_("DATE"), N_("day by which it should be reached") },
	{ 0, "why", N_("TEXT"), N_("why it opens before the one below is done") },
	O_REASON, O_END
};
static const struct opt	o_action[] = {
	O_OWNER, O_START, O_DUE, O_MEANS, O_VERIFY, O_ID, O_END
};
static const struct opt	o_step[] = { O_OWNER, O_DUE, O_ID, O_END };
static const struct opt	o_start[] = {
	O_OWNER, O_START, O_DUE, O_MEANS, O_VERIFY, O_END
};
static const struct opt	o_done[] = {
	{ 0, "seen", N_("TEXT"), N_("a change that somebody saw, however small") },
	{ 0, "for", N_("WHOM"), N_("for whom it is") },
	{ 0, "by", N_("WHO"), N_("role that saw it, not a name") },
	{ 0, "evidence", N_("TEXT"), N_("what shows it") },
	{ 0, "result", N_("TEXT"), N_("what came of the action") },
	O_END
};
static const struct opt	o_block[] = {
	{ 0, "obstacle", N_("TEXT"), N_("what is in the way") },
	O_END
};
static const struct opt	o_adjust[] = {
	O_DUE, O_START,
	{ 0, "by", N_("DATE"), N_("a level's day") },
	{ 0, "title", N_("TEXT"), N_("new words") },
	O_OWNER,
	{ 0, "level", N_("N"), N_("move an action to this level") },
	{ 0, "means", N_("TEXT"), N_("an action's means; of a change 1-3, how far they are there") },
	O_VERIFY,
	{ 0, "objective", N_("TEXT"), N_("a level's objective") },
	O_SIGN, O_DIMS, O_BUILDS, O_MATTERS, O_PRIORITY, O_FEASIBLE,
	{ 0, "smaller", N_("TEXT"), N_("the smaller part to do now; the rest becomes a draft of the next level") },
	O_REASON, O_ALT, O_NOTE, O_END
};
static const struct opt	o_drop[] = { O_REASON, O_ALT, O_NOTE, O_WHO, O_END };
static const struct opt	o_cycle[] = {
	{ 0, "objective", N_("TEXT"), N_("what the cycle is for") },
	O_START,
	{ 0, "review-due", N_("DATE"), N_("day by which it is reviewed") },
	{ 0, "status", N_("WORD"), N_("plan, do, check or adjust") },
	{ 0, "id", N_("ID"), N_("the identifier (else C1, C2 …)") },
	O_END
};
static const struct opt	o_review[] = { O_WHO, O_NOTE, O_END };
static const struct opt	o_list[] = {
	{ 0, "all", NULL, N_("proposals and changes that are over too") },
	O_END
};
static const struct opt	o_due[] = {
	{ 0, "within", N_("SPAN"), N_("from today, both days included: 14d (this is meant without it), 2w, 3m") },
	{ 0, "exit-code", NULL, N_("exit 1 where something is due") },
	O_END
};

static const struct verb	verbs[] = {
	{ "propose", N_("TITLE"), N_("an idea for a pivotal change"), o_propose, 1, 1, run_propose },
	{ "rank", NULL, N_("proposals by priority + means + feasible; people choose"), o_rank, 0, 0, run_rank },
	{ "choose", N_("CHANGE"), N_("make a proposal one of the cycle's changes"), o_choose, 1, 1, run_choose },
	{ "level", N_("CHANGE N"), N_("open a level of a change"), o_level, 2, 2, run_level },
	{ "action", N_("CHANGE [LEVEL] TITLE"), N_("a key action, as a draft"), o_action, 2, 3, run_action },
	{ "step", N_("ACTION TITLE"), N_("a small step of an action"), o_step, 2, 2, run_step },
	{ "start", N_("ACTION"), N_("start an action: who, for when, how it is seen"), o_start, 1, 1, run_start },
	{ "done", N_("ACTION|STEP|CHANGE/LEVEL"), N_("done, and what was seen for whom"), o_done, 0, -1, run_done },
	{ "block", N_("ACTION"), N_("blocked, and by what"), o_block, 1, 1, run_block },
	{ "adjust", N_("ACTION|STEP|CHANGE/LEVEL|CHANGE"), N_("move, reword or cut smaller, and keep why"), o_adjust, 1, 1, run_adjust },
	{ "drop", N_("ACTION|CHANGE"), N_("leave an action or a change, and keep why"), o_drop, 1, 1, run_drop },
	{ "cycle", N_("[open|set|close [CYCLE]]"), N_("the cycles; open, set or close one"), o_cycle, 0, 2, run_cycle },
	{ "review", N_("[CHANGE VERDICT]"), N_("what a review asks; a verdict for a change"), o_review, 0, -1, run_review },
	{ "list", N_("[CHANGE]"), N_("changes, levels, actions and steps"), o_list, 0, 1, run_list },
	{ "board", NULL, N_("one page for the wall"), NULL, 0, 0, run_board },
	{ "due", NULL, N_("what is not done and due; nothing when nothing is"), o_due, 0, 0, run_due },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-plan", N_("three pivotal changes, small steps, real time"), verbs,
	"  cpm-plan list\n  cpm-plan due --within 14d"
};

int
main(int argc, char **argv)
{
	int	rc;

	arena_init(&kept);
	rc = opt_main(argc, argv, &program);
	arena_free(&kept);
	return rc;
}
