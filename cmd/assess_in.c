/* cpm-assess, where answers come in: import, add, forget. */
#include "assess.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "intake/forget.h"
#include "intake/grid.h"
#include "intake/import.h"
#include "intake/leave.h"
#include "model/project.h"
#include "view/list.h"

/*
 * Of -n: each column of the file and what it is used for.  In CSV it is a map;
 * at a terminal it also says what the cells of a score column were taken for.
 */
static void
show_columns(const struct cmd *c, const struct import_done *d)
{
	static const char *const names[] = { "column", "field", "criterion",
	    "reverse", "scores", "answered", "NA", "DK", "skipped", "bad",
	    NULL }, *const map[] = { "column", "field", "criterion",
	    "reverse", "scores", NULL };
	const struct column_use	*u;
	const char		*cells[5 + GIVEN_COUNT];
	char			 given[GIVEN_COUNT][24];
	struct out		 out;
	struct list		*l;
	int			 i, k;

	if (out_begin(&out, c->out) != 0)
		return;
	l = list_begin(out.fp, c->form, list_is_table(out.fp, c->form) ?
	    names : map, NULL);
	for (k = 0; k < GIVEN_COUNT; k++)
		list_numeric(l, names[5 + k]);
	for (i = 0; i < d->columns.n; i++) {
		u = &d->columns.v[i];
		cells[0] = u->hidden ? u->shown : u->name;
		cells[1] = column_word(u->use);
		cells[2] = u->crit < d->fw.ncrit ? d->fw.crit[u->crit].id : "";
		cells[3] = u->reverse ? "yes" : "";
		cells[4] = u->scores != NULL ? u->scores : "";
		for (k = 0; k < GIVEN_COUNT; k++) {
			snprintf(given[k], sizeof(given[k]), "%lu",
			    u->given[k]);
			cells[5 + k] = u->use == FIELD_SCORE ? given[k] : "";
		}
		list_row(l, cells);
	}
	list_end(l);
	out_end(&out, 0);
}

static int
import_asked(const struct cmd *c, struct import_ask *a)
{
	memset(a, 0, sizeof(*a));
	if (file_asked(c, &a->sep, &a->source) != 0)
		return -1;
	if (opt_get(c, "round") == NULL) {
		opt_misuse(c, N_("which round? --round ROUND"));
		return -1;
	}
	a->path = c->argv[0];
	a->map = opt_get(c, "map");
	a->round = opt_get(c, "round");
	a->group = opt_get(c, "group");
	a->preview = c->dry;
	a->day = c->date_given ? c->today : DATE_NONE;
	a->keep_going = opt_has(c, "keep-going");
	return 0;
}

/*
 * Votes are in one place: whoever takes in sheets in a clone of the folder
 * begins a second one, and hears of it.
 */
void
say_new_private(const struct project *p)
{
	if (!project_private_exists(p))
		msg_warn(NULL, N_("this computer has no private folder for the "
		    "team yet: a new one is made, %s; if the votes are kept "
		    "on another computer, first bring its key (cpm-assess "
		    "sheets export --key there, cpm-assess sheets join here), "
		    "and the sheets back before the round is closed"),
		    project_private_dir(p));
}

/* The first votes of a team: from now on there is something to lose. */
static int
votes_first(const struct project *p)
{
	char	*path = mem_printf("%s/responses.csv", project_private_dir(p));
	int	 none = access(path, F_OK) != 0;

	free(path);
	return none;
}

static void
say_one_copy(const struct cmd *c, const struct project *p, int first)
{
	if (first && !c->dry && !votes_first(p))
		msg_note(N_("the votes lie in %s and nowhere else; cpm-assess "
		    "sheets export --encrypt -o FILE makes another copy"),
		    project_private_dir(p));
}

/* 1 where it came in. */
static int
import_open(struct cmd *c, const struct import_ask *a, struct leave *l)
{
	struct import_done	 d;
	struct project		*p = project_open(c, PROJECT_WRITE);
	int			 done = 0, first;

	if (p == NULL)
		return 0;
	if (import_run(p, a, &d) == 0) {
		say_new_private(p);
		first = votes_first(p);
		if (project_save(p) == 0) {
			merged_say(&d.merged, d.round);
			say_one_copy(c, p, first);
			import_say_rejects(&d, p);
			leave_look(l, p, a->path);
			done = !c->dry;
		}
	}
	if (c->dry && d.settled)
		show_columns(c, &d);
	import_free(&d);
	project_close(p);
	return done;
}

void
run_import(struct cmd *c)
{
	struct import_ask	 a;
	struct leave		 l = { NULL, NULL, 0 };

	if (opt_has(c, "verify")) {
		import_verify(c);
		return;
	}
	if (opt_has(c, "suggest")) {
		run_suggest(c);
		return;
	}
	if (import_asked(c, &a) != 0)
		return;
	beside_guard(_("interrupted: nothing was imported"));
	/* No lock is held while somebody types, or a pipe is slow. */
	if (import_put_by(c, a.path, &a.spill) != 0)
		return;
	if (import_open(c, &a, &l)) {
		beside_done();
		leave_say(&l);
	}
	leave_free(&l);
	spill_free(a.spill);
	beside_done();
}

/* Read the sheet with no lock held, then write it under one. */
static void
add_sheet(struct cmd *c)
{
	struct paper_ask	 a = { .round = c->argv[0],
				    .group = opt_get(c, "group"),
				    .form = opt_get(c, "form"),
				    .day = DATE_NONE,
				    .replace = opt_has(c, "replace") };
	struct forms		*forms = NULL;
	struct paper		 paper;
	struct framework	 fw;
	struct words		*w = NULL;
	struct merged		 m;
	struct project		*p;
	int			 rc = -1, first;

	a.terminal = isatty(STDIN_FILENO);
	if (c->date_given)
		a.day = c->today;
	if (a.form == NULL && !a.terminal) {
		opt_misuse(c, N_("which form? --form NUMBER, as it is written "
		    "on the paper"));
		return;
	}
	memset(&fw, 0, sizeof(fw));
	memset(&paper, 0, sizeof(paper));
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if ((a.round = round_open(p, a.round)) != NULL &&
	    framework_load(&fw, p, a.round, project_lang(p)) == 0 &&
	    (a.forms = forms = forms_load(p, a.round)) != NULL) {
		a.round = arena_str(&fw.arena, a.round);
		say_new_private(p);
		w = words_load(p, a.round, &fw);
		lang_use(project_lang(p));
		project_close(p);
		p = NULL;
		rc = paper_read(&paper, &a, &fw, w, stdin, stderr);
		lang_use(c->lang);
	}
	project_close(p);
	if (rc == 0 && (p = project_open(c, PROJECT_WRITE)) != NULL) {
		first = votes_first(p);
		if (round_open(p, a.round) != NULL &&
		    paper_merge(&paper, p, a.round, &fw, &m) == 0 &&
		    project_save(p) == 0) {
			merged_say(&m, a.round);
			say_one_copy(c, p, first);
		}
		project_close(p);
	}
	paper_free(&paper);
	forms_free(forms);
	words_free(w);
	framework_free(&fw);
}

void
run_add(struct cmd *c)
{
	const char	*form = opt_get(c, "form");
	int		 hands = opt_has(c, "hands"),
			 verify = opt_has(c, "verify");

	if (hands && (verify || opt_has(c, "form") || opt_has(c, "replace")))
		opt_misuse(c, N_("hands have no form number: --form, --replace "
		    "and --verify do not go with --hands"));
	else if (!hands && opt_has(c, "present"))
		opt_misuse(c, N_("--present goes with --hands"));
	else if (verify && opt_has(c, "replace"))
		opt_misuse(c, N_("--verify asks what is right: --replace does "
		    "not go with it"));
	else if (form != NULL && form[strspn(form, " \t")] == '\0')
		opt_misuse(c, N_("which form? --form NUMBER, as it is written "
		    "on the paper"));
	else if (hands)
		add_hands(c);
	else if (verify)
		add_verify(c);
	else
		add_sheet(c);
}

void
run_forget(struct cmd *c)
{
	struct forget_ask	 a = { c->argc > 0 ? c->argv[0] : NULL,
				    opt_get(c, "round"), opt_get(c, "form"),
				    opt_get(c, "submission"), c->today };
	struct forgot		 f;
	struct project		*p;

	if ((a.code != NULL) + (a.form != NULL) + (a.submission != NULL) > 1 ||
	    (a.code == NULL && a.round == NULL && a.submission == NULL)) {
		opt_misuse(c, N_("forget what? CODE, --submission ID, --round "
		    "ROUND, or --round ROUND --form NUMBER"));
		return;
	}
	if (a.form != NULL && a.round == NULL) {
		opt_misuse(c, N_("which round? --round ROUND"));
		return;
	}
	if ((p = project_open(c, PROJECT_WRITE)) == NULL)
		return;
	if (sheets_forget(p, &a, &f) == 0 && project_save(p) == 0)
		forgot_say(&f, p);
	forgot_free(&f);
	project_close(p);
}

const struct opt	import_opts[] = {
	{ 0, "round", N_("ROUND"), N_("the round the answers belong to") },
	{ 0, "map", N_("FILE"), N_("what each column is (see the manual)") },
	{ 0, "suggest", NULL, N_("instead, draft such a map from the file") },
	{ 0, "group", N_("GROUP"), N_("the group of sheets whose file says "
	    "none") },
	{ 'd', "delimiter", N_("SEP"), N_("separator: ',' ';' '|' or tab "
	    "(else found)") },
	{ 0, "from", N_("SOURCE"), N_("the program it comes from (else found)") },
	{ 0, "keep-going", NULL, N_("take what is good, put bad rows by") },
	{ 0, "verify", NULL, N_("a grid typed a second time: compare it with "
	    "what is stored, write nothing") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	add_opts[] = {
	{ 0, "form", N_("NUMBER"), N_("the number on the paper form") },
	{ 0, "group", N_("GROUP"), N_("the group that is ticked on it") },
	{ 0, "replace", NULL, N_("in place of the sheet of this number") },
	{ 0, "verify", NULL, N_("typed a second time: compare it with what is "
	    "stored") },
	{ 0, "hands", NULL, N_("how many hands went up for each score") },
	{ 0, "present", N_("N"), N_("of --hands: how many people are there") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	forget_opts[] = {
	{ 0, "round", N_("ROUND"), N_("of this round only; alone: all its "
	    "sheets") },
	{ 0, "form", N_("NUMBER"), N_("the paper sheet of this number") },
	{ 0, "submission", N_("ID"), N_("the submission of this number in the "
	    "survey program") },
	{ 0, NULL, NULL, NULL }
};
