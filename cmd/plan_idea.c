/* Ideas for pivotal changes, and the choice among them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/lang.h"
#include "base/msg.h"
#include "model/origin.h"
#include "model/planedit.h"
#include "model/planremark.h"
#include "view/origintext.h"
#include "view/plantext.h"
#include "plan.h"

/* --- what an idea grows from ---------------------------------------------- */

/* In the folder's language, because the words go into its tables. */
static int
load_origins(struct cmd *c, struct project *p, const struct plan *pl,
    struct origins *all)
{
	int	rc;

	lang_use(project_lang(p));
	rc = origins_load(all, p, pl, lang_now());
	lang_use(c->lang);
	return rc;
}

/* The same of one that may not be in the list; its faults are said before. */
static struct origin *
find_origin(struct cmd *c, struct project *p, const struct plan *pl,
    struct origins *all, const char *typed)
{
	struct origin	*o = origins_find(all, p, pl, typed);

	if (o == NULL)
		return NULL;
	origins_free(all);
	lang_use(project_lang(p));
	o = origins_load(all, p, pl, lang_now()) != 0 ? NULL :
	    origins_find(all, p, pl, typed);
	lang_use(c->lang);
	return o;
}

/* Fill in what follows from it; what was typed stands. */
static void
fill(struct cmd *c, struct entry *en, const struct origin *o)
{
	for (; en->column != NULL; en++) {
		const char	*v = NULL;
		int		 builds = strcmp(en->column, "builds_on") == 0;

		if (strcmp(en->column, "title") == 0)
			v = o->title;
		else if (strcmp(en->column, "dimensions") == 0)
			v = o->dimensions;
		else if (strcmp(en->column, "why") == 0)
			v = o->why;
		else if (builds)
			v = o->builds_on;
		if (v == NULL || (en->typed != NULL && !builds))
			continue;
		if (en->typed != NULL)
			en->typed = arena_printf(&c->kept, "%s %s", v,
			    en->typed);
		else {
			en->typed = arena_str(&c->kept, v);
			/* What it grows from is compared with what stands
			 * there; words that were only proposed are not. */
			if (!builds)
				en->option = NULL;
		}
	}
}

/* From `typed`, with what follows from it. */
static int
fill_from(struct edit *e, struct cmd *c, struct entry *en, const char *typed)
{
	struct origins	 all = { .n = 0 };
	struct origin	*o = NULL;
	struct plan	 pl;

	if (plan_load(&pl, e->p) == 0 &&
	    load_origins(c, e->p, &pl, &all) == 0 &&
	    (o = find_origin(c, e->p, &pl, &all, typed)) != NULL)
		fill(c, en, o);
	origins_free(&all);
	plan_free(&pl);
	return o != NULL ? 0 : -1;
}

/* What there is, on standard output or, before a question, on error. */
static void
list_origins(struct cmd *c, FILE *fp, enum form form)
{
	struct project	*p;
	struct origins	 all;
	struct plan	 pl;
	struct out	 o;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	if (load_origins(c, p, &pl, &all) == 0) {
		if (all.n == 0)
			msg_note(N_("no round, no lesson and no training to "
			    "build on yet"));
		if (fp != NULL)
			origintext_list(fp, form, &all, &pl);
		else if (out_begin(&o, c->out) == 0) {
			origintext_list(o.fp, form, &all, &pl);
			out_end(&o, 0);
		}
	}
	origins_free(&all);
	plan_facts_close(p, &pl);
}

/* --- propose -------------------------------------------------------------- */

static int
do_propose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const char	*from = *(const char **)arg;

	if (from != NULL && fill_from(e, c, en, from) != 0)
		return -1;
	return plan_propose(e, en);
}

/* At a terminal: from which of these, and what shall change? */
static void
ask_idea(struct cmd *c, const char **from, const char **title)
{
	char	*a;

	if (*from == NULL) {
		list_origins(c, stderr, FORM_TABLE);
		if (msg_status() != MSG_OK)
			return;
		a = ask(_("From which of these? (Enter: from none)"));
		if (a != NULL)
			*from = arena_str(&c->kept, a);
		free(a);
	}
	a = ask(*from != NULL ? _("What shall change, in a few words? (Enter: "
	    "its own words)") : _("What shall change, in a few words?"));
	if (a != NULL)
		*title = arena_str(&c->kept, a);
	free(a);
}

void
run_propose(struct cmd *c)
{
	struct entry	 en[] = {
		{ "title", _("TITLE"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		TYPED("dimensions", "dimensions"), TYPED("why", "why"),
		TYPED("builds_on", "builds-on"),
		TYPED("priority", "priority"), TYPED("means_ok", "means"),
		TYPED("feasible", "feasible"),
		TYPED("success_sign", "success-sign"),
		TYPED("owner", "owner"), TYPED("start", "start"),
		TYPED("due", "due"), LAST
	};
	const char	*from = opt_get(c, "from");

	if (opt_has(c, "list")) {
		if (c->argc > 0 || c->ntyped > 1)
			opt_misuse(c, N_("--list stands alone"));
		else
			list_origins(c, NULL, c->form);
		return;
	}
	if (c->argc == 0 && ask_can())
		ask_idea(c, &from, &en[0].typed);
	if (msg_status() != MSG_OK)
		return;
	if (from == NULL && en[0].typed == NULL)
		opt_misuse(c, N_("an idea needs words: TITLE, or --from WHAT"));
	else
		edit_run(c, do_propose, en, &from);
}

/* --- rank and choose ------------------------------------------------------ */

void
run_rank(struct cmd *c)
{
	struct plan_rank	*r;
	struct project		*p;
	struct plan		 pl;
	struct out		 o;
	size_t			 n = 1;

	if (plan_facts_open(c, &p, &pl) != 0)
		return;
	if (out_begin(&o, c->out) == 0) {
		n = plan_rank(&pl, opt_has(c, "all"), &r);
		plantext_rank(o.fp, c->form, &pl, r, n);
		out_end(&o, 0);
	}
	if (n == 0 && isatty(STDERR_FILENO))
		msg_note(N_("no proposal waits for a choice: cpm-plan propose "
		    "'WORDS'"));
	plan_remarks(p, &pl, PLAN_IDEAS, NULL);
	plan_facts_close(p, &pl);
}

static int
do_choose(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const char	**id = arg;
	int		  rc;

	rc = plan_choose(e, c->argv[0], opt_get(c, "replaces"), en);
	if (rc == 0)
		*id = arena_str(&c->kept, e->got);
	return rc;
}

/* Once it is saved, so that what is wrong with a round stops no choice. */
static void
remark_choice(struct cmd *c, const char *id)
{
	struct project	*p;
	struct plan	 pl;

	if (id == NULL || c->dry || c->quiet || msg_status() != MSG_OK ||
	    plan_facts_open(c, &p, &pl) != 0)
		return;
	plan_remarks(p, &pl, PLAN_CHOSEN, id);
	plan_facts_close(p, &pl);
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
	const char	*id = NULL;

	if (ask_can() && edit_try(c, do_choose, en, &id) != 0)
		return;
	id = NULL;
	en[0].typed = ask_need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		en[1].typed = ask_need(c, "why", _("Why this one?"));
	if (en[0].typed != NULL && en[1].typed != NULL) {
		edit_run(c, do_choose, en, &id);
		remark_choice(c, id);
	}
}

const struct opt	propose_opts[] = {
	{ 0, "from", N_("WHAT"), N_("what it grows from: finding:ID, criterion:ID, lesson:ID, log:ID …") },
	{ 0, "list", NULL, N_("show what there is to build on") },
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
