/* Cycles, and the verdicts that end what they worked on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/msg.h"
#include "model/planedit.h"
#include "view/plantext.h"
#include "plan.h"

/* One answer of a review. */
struct verdict {
	const char	*change, *word;
};

static int
do_review(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const struct verdict	*v = arg;

	(void)c;
	return plan_review(e, v->change, v->word, en);
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

/* A question and the change's words, kept while nothing is locked. */
struct asked {
	enum plan_ask	 ask;
	const char	*id, *title;
};

static size_t
what_to_ask(struct cmd *c, struct asked **out)
{
	const struct plan_change *ch;
	struct plan_question	*q;
	struct project		*p;
	struct plan		 pl;
	size_t			 n, i;

	if (plan_facts_open(c, &p, &pl) != 0)
		return 0;
	n = plan_questions(&pl, &q);
	*out = arena_alloc(&c->kept, (n + 1) * sizeof(**out));
	for (i = 0; i < n; i++) {
		ch = &pl.changes[q[i].change];
		(*out)[i].ask = q[i].ask;
		(*out)[i].id = arena_str(&c->kept, ch->id);
		(*out)[i].title = arena_str(&c->kept, ch->title);
	}
	plan_facts_close(p, &pl);
	return n;
}

/* A word that fits the question; NULL: later. */
static char *
ask_verdict(const struct asked *q)
{
	const char	*question = q->ask == ASK_VERDICT ?
	    _("What became of it? (achieved, partly, adapted, replaced, "
	    "dropped; Enter: later)") : _("Still in use? (still_in_use, "
	    "partly_in_use, no_longer; Enter: later)");
	char		*word;

	while ((word = ask(question)) != NULL &&
	    !plan_answers(q->ask, word)) {
		msg_note(N_("not an answer to this: '%s'"), word);
		free(word);
	}
	return word;
}

/* One question after the other; each answer is kept at once. */
static void
ask_questions(struct cmd *c)
{
	struct asked	*q = NULL;
	struct verdict	 v;
	struct entry	 en[] = {
		{ "decided_by", "--by", NULL, NULL },
		{ "note", "--note", NULL, NULL }, LAST
	};
	size_t		 n = what_to_ask(c, &q), i;
	char		*word, *note, *title;

	for (i = 0; i < n; i++) {
		title = msg_clean(q[i].title, strlen(q[i].title));
		fprintf(stderr, "%s\n", title);
		free(title);
		if ((word = ask_verdict(&q[i])) == NULL)
			continue;
		if (en[0].typed == NULL)
			en[0].typed = ask_need(c, "by", _("Who decided?"));
		note = ask(_("In a few words, why? (Enter: nothing to say)"));
		en[1].typed = note;
		v.change = q[i].id;
		v.word = word;
		if (en[0].typed != NULL)
			edit_run(c, do_review, en, &v);
		free(note);
		free(word);
		if (en[0].typed == NULL)
			return;
	}
}

void
run_review(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("decided_by", "by"), TYPED("note", "note"), LAST
	};
	struct verdict	v;

	if (c->argc == 0) {
		if (ask_can() && isatty(STDOUT_FILENO) && c->out == NULL)
			ask_questions(c);
		else
			show_questions(c);
		return;
	}
	if (c->argc == 1) {
		opt_misuse(c, N_("which verdict? (achieved, partly, adapted, "
		    "replaced, dropped)"));
		return;
	}
	v.change = c->argv[0];
	v.word = opt_joined(c, 1);
	if (en[0].typed == NULL && ask_can() &&
	    !edit_would(c, do_review, en, &v)) {
		en[0].typed = "?";
		if (edit_try(c, do_review, en, &v) != 0)
			return;
	}
	en[0].typed = ask_need(c, "by", _("Who decided?"));
	if (en[0].typed != NULL)
		edit_run(c, do_review, en, &v);
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
		{ "set", "objective start review-due status reason "
		    "alternative note", 2 },
		{ "close", "", 2 },
		{ "", "", 0 }
	};
	static const char *const	all[] = { "objective", "start",
	    "review-due", "status", "id", "reason", "alternative", "note",
	    NULL };
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

	if (strcmp(c->argv[0], "open") == 0)
		return plan_cycle_open(e, en);
	if (strcmp(c->argv[0], "set") == 0)
		return plan_cycle_set(e, id, en, arg);
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
	struct entry	why[] = {
		TYPED("reason", "reason"),
		TYPED("alternative", "alternative"), TYPED("note", "note"),
		LAST
	};
	struct project	*p;
	struct plan	 pl;
	struct out	 o;

	if (cycle_fits(c) != 0)
		return;
	if (c->argc > 0) {
		if (strcmp(c->argv[0], "set") == 0 && (en[0].typed != NULL ||
		    en[1].typed != NULL || en[2].typed != NULL))
			why[0].typed = ask_or_opt(c, "reason", _("Why does it "
			    "change? (context, means, internal, "
			    "tried_and_learnt, other; Enter: it is new)"));
		edit_run(c, do_cycle, en, why);
		entry_free(why);
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
	O_REASON, O_ALT, O_NOTE, O_END
};

const struct opt	review_opts[] = { O_WHO, O_NOTE, O_END };
