/* What shows the plan: the listing, the page for the wall, what is due. */
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/planedit.h"
#include "model/planlimit.h"
#include "model/planremark.h"
#include "model/roles.h"
#include "view/plantext.h"
#include "view/sessionboard.h"
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

/* The change that was typed, or (nchanges) all: 0, or -1 (said). */
static int
list_change(struct cmd *c, struct edit *e, const struct plan *pl, size_t *only)
{
	struct found	 f;

	*only = pl->nchanges;
	if (c->argc == 0)
		return 0;
	if (edit_find(e, c->argv[0], "change", &f) != 0)
		return -1;
	*only = plan_change(pl, f.id);
	return 0;
}

/* --adjusted takes none of what picks actions. */
static int
list_fits(struct cmd *c)
{
	static const char *const	no[] = { "all", "owner", "status",
	    "until", NULL };
	size_t				i;

	for (i = 0; no[i] != NULL && opt_has(c, "adjusted"); i++)
		if (opt_has(c, no[i])) {
			opt_misuse(c, N_("'--%s' does not go with "
			    "--adjusted"), no[i]);
			return -1;
		}
	return 0;
}

static void
list_out(struct cmd *c, struct project *p, struct plan *pl,
    const struct plan_pick *pick)
{
	struct out	o;

	if (out_begin(&o, c->out) != 0)
		return;
	if (opt_has(c, "adjusted"))
		plantext_adjusted(o.fp, c->form, pl, p, pick->only);
	else
		plantext_list(o.fp, c->form, pl, pick, project_level_now(p));
	out_end(&o, 0);
}

/* Who sees nothing at all would think that nothing works. */
static void
remark_empty(const struct plan *pl)
{
	size_t	i;

	if (pl->nloose > 0)
		return;
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			return;
	if (pl->nchanges == 0)
		msg_note(N_("nothing is planned yet: cpm-plan propose "
		    "'WORDS'"));
	else
		msg_note(N_("no change is at work; the proposals: cpm-plan "
		    "rank, and all: cpm-plan list --all"));
}

void
run_list(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("owner", "owner"), TYPED("status", "status"),
		{ "due", "--until", opt_get(c, "until"), NULL }, LAST
	};
	struct plan_pick pick = { 0, opt_has(c, "all"), NULL, NULL,
			    DATE_NONE };
	struct project	*p;
	struct plan	 pl;
	struct edit	 e;

	if (list_fits(c) != 0 || plan_facts_open(c, &p, &pl) != 0)
		return;
	limit_remark(p, &pl);
	edit_begin(&e, p, c);
	if (entry_read(&e, "actions", en) == 0 &&
	    list_change(c, &e, &pl, &pick.only) == 0) {
		pick.owner = en[0].value;
		pick.status = en[1].value;
		if (en[2].value != NULL)
			date_parse(en[2].value, &pick.until);
		edit_say(&e);
		list_out(c, p, &pl, &pick);
	}
	edit_cancel(&e);
	entry_free(en);
	/* To a person who looks at it all, and to no pipe, log or mail. */
	if (c->argc == 0 && c->ntyped == 0 && isatty(STDERR_FILENO)) {
		remark_empty(&pl);
		plan_remarks(p, &pl, PLAN_RUNS, NULL);
	}
	plan_facts_close(p, &pl);
}

/* A page of HTML or a PDF that holds plain text shows nobody the plan. */
static int
board_fits(struct cmd *c)
{
	const char	*dot = c->out == NULL ? NULL : strrchr(c->out, '.');

	if (dot == NULL || (strcmp(dot, ".html") != 0 &&
	    strcmp(dot, ".htm") != 0 && strcmp(dot, ".pdf") != 0))
		return 0;
	msg_trouble(N_("%s: the board is plain text"), c->out);
	msg_hint(N_("the plan as a page to print: cpm-report plan -o "
	    "FILE.html"));
	return -1;
}

/* A page for the team is in the team's language. */
static void
board_out(struct cmd *c, struct project *p, struct plan *pl,
    struct sessions *ss)
{
	const char	*team = project_get(p, "title");
	struct out	 o;
	int		 names = opt_has(c, "names");

	if (out_begin(&o, c->out) != 0)
		return;
	lang_use(project_lang(p));
	if (names)
		fprintf(o.fp, "%s\n\n", roles_warning());
	if (session_only(p, pl))
		sessionboard(o.fp, ss, team);
	else
		plantext_board(o.fp, pl, ss, team,
		    project_level_word(p, project_lang(p)));
	lang_use(c->lang);
	if (names)
		out_end_private(&o);
	else
		out_end(&o, 0);
}

void
run_board(struct cmd *c)
{
	struct project	*p;
	struct sessions	 ss;
	struct plan	 pl;
	int		 names = opt_has(c, "names"), bad;

	if (board_fits(c) != 0 || (names && roles_file_ok(c) != 0) ||
	    plan_facts_open(c, &p, &pl) != 0)
		return;
	limit_remark(p, &pl);
	bad = names && roles_name(&pl, p) != 0;
	bad |= sessions_load(&ss, p, &pl) != 0;
	if (!bad)
		board_out(c, p, &pl, &ss);
	sessions_free(&ss);
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
	{ 0, "owner", N_("WHO"), N_("only actions and steps of this role") },
	{ 0, "status", N_("WORD"), N_("only draft, todo, doing, done, blocked or dropped ones") },
	{ 0, "until", N_("DATE"), N_("only what is due up to this day") },
	{ 0, "adjusted", NULL, N_("what was adjusted, and why") },
	O_END
};

const struct opt	board_opts[] = {
	{ 0, "names", NULL, N_("names of people.csv beside the roles; into a private file (-o)") },
	O_END
};

const struct opt	due_opts[] = {
	{ 0, "within", N_("SPAN"), N_("from today, both days included: 14d (this is meant without it), 2w, 3m") },
	{ 0, "exit-code", NULL, N_("exit 1 where something is due") },
	O_END
};
