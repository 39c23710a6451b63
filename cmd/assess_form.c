/* cpm-assess form: the questionnaire that goes out, in all its shapes. */
#include "assess.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "intake/grid.h"
#include "intake/xlsform.h"
#include "model/project.h"
#include "view/doc.h"
#include "view/form.h"

#define LANGS_MAX	12	/* of a form for phones */

/*
 * The languages of a form for phones, its default first, each with what is
 * said before the questions.  How many; 0 (said) on failure.
 */
static size_t
form_langs(struct project *p, const char *round, char code[][8],
    struct xlsform_said *said)
{
	const char	*w = project_langs(p);
	size_t		 n = 1, k, i;

	snprintf(code[0], sizeof(code[0]), "%.7s", project_lang(p));
	for (; *w != '\0' && n < LANGS_MAX; w += k, w += strspn(w, " ")) {
		k = strcspn(w, " ");
		snprintf(code[n], sizeof(code[n]), "%.*s", (int)k, w);
		n += strcmp(code[n], code[0]) != 0;
	}
	for (i = 0; i < n; i++) {
		said[i].lang = code[i];
		if ((said[i].part = form_said(p, round, code[i])) == NULL)
			return 0;
	}
	return n;
}

static void
form_xlsform(struct cmd *c, const char *round)
{
	const char		*dir = opt_get(c, "xlsform");
	struct xlsform_said	 said[LANGS_MAX];
	char			 code[LANGS_MAX + 1][8];
	struct project		*p = project_open(c, PROJECT_READ);
	size_t			 n, i;

	if (p == NULL)
		return;
	memset(said, 0, sizeof(said));
	n = round == NULL || round_sheets(p, round) != NULL ?
	    form_langs(p, round, code, said) : 0;
	if (n > 0 && xlsform_write(p, round, dir, said, n,
	    opt_has(c, "unit"), c->dry) == 0 && !c->dry) {
		msg_note(N_("wrote survey.csv, choices.csv and settings.csv "
		    "into %s"), dir);
		msg_note(N_("the workbook that KoboToolbox and ODK take is "
		    "made of them, in that folder, by:"));
		msg_note("for f in survey choices settings; do cp $f.csv $f; "
		    "done");
		msg_note("ssconvert -I Gnumeric_stf:stf_csvtab "
		    "--merge-to=form.xlsx survey choices settings");
	}
	for (i = 0; i < LANGS_MAX; i++)
		form_said_free(said[i].part);
	project_close(p);
}

/* What could not come back, because the round takes no sheets, stays here. */
static void
form_grid(struct cmd *c, struct project *p, const char *round, int n)
{
	struct out	out;

	if ((round != NULL && round_sheets(p, round) == NULL) ||
	    out_begin(&out, c->out) != 0)
		return;
	if (grid_make(p, round, n, out.fp) == 0)
		out_end(&out, 0);
	else
		out_cancel(&out);
}

/* Which of the shapes were asked for; whether they go together. */
static int
form_asked(const struct cmd *c)
{
	int	grid = opt_has(c, "grid"), xls = opt_has(c, "xlsform");

	if (xls && (grid || opt_has(c, "html") || opt_has(c, "second") ||
	    c->out != NULL))
		opt_misuse(c, N_("a form for phones is three files in a "
		    "folder and has all languages: --grid, --html, --second "
		    "and -o do not go with --xlsform"));
	else if (xls && *opt_get(c, "xlsform") == '\0')
		opt_misuse(c, N_("something is missing: %s"), _("DIR"));
	else if (opt_has(c, "unit") && !xls)
		opt_misuse(c, N_("--unit goes with --xlsform"));
	else if (grid && (opt_has(c, "html") || opt_has(c, "second")))
		opt_misuse(c, N_("a grid is CSV without words: --html and "
		    "--second do not go with --grid"));
	else if (opt_has(c, "sheets") && !grid)
		opt_misuse(c, N_("--sheets goes with --grid"));
	else if (opt_has(c, "only") && (grid || xls))
		opt_misuse(c, N_("--only chooses among pages to print: not "
		    "with --grid or --xlsform"));
	else
		return 1;
	return 0;
}

/* --only PART…: which sheets, all where nothing was said; 0, or -1 (said). */
static int
parts_asked(const struct cmd *c, struct form_ask *a)
{
	static const char *const	names[] = { "questions", "tally",
	    "web" };
	static const char *const	fr[] = { "questions", "dépouillement",
	    "toile" };
	const char			*typed;
	size_t				 i, k;

	for (i = 0; (typed = opt_nth(c, "only", i)) != NULL; i++) {
		for (k = 0; k < 3; k++)
			if (strcmp(typed, names[k]) == 0 ||
			    strcmp(typed, fr[k]) == 0)
				break;
		if (k == 3) {
			opt_misuse(c, N_("--only takes questions, tally or "
			    "web, not '%s'"), typed);
			return -1;
		}
		a->parts |= 1u << k;
	}
	if (a->parts & FORM_WEB && !a->drawn) {
		opt_misuse(c, N_("a web is drawn in HTML only: --html, or -o "
		    "FILE.html"));
		return -1;
	}
	return 0;
}

void
run_form(struct cmd *c)
{
	const char	*round = c->argc > 0 ? c->argv[0] : NULL, *n,
			*second = opt_get(c, "second");
	enum doc_form	 form = doc_form(c->out, opt_has(c, "html") ?
			    DOC_HTML : DOC_MARKDOWN);
	struct form_ask	 ask = { round, c->lang, second, 0, form == DOC_HTML };
	int64_t		 sheets = 20;
	struct project	*p;
	struct doc	*doc;
	struct out	 out;

	if (!form_asked(c) || parts_asked(c, &ask) != 0)
		return;
	if (opt_has(c, "xlsform")) {
		form_xlsform(c, round);
		return;
	}
	if ((n = opt_get(c, "sheets")) != NULL &&
	    num_int(n, 0, 100000, &sheets) != 0) {
		opt_misuse(c, N_("--sheets takes a whole number, not '%s'"), n);
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (opt_has(c, "grid"))
		form_grid(c, p, round, (int)sheets);
	else if ((doc = form_make(p, &ask)) != NULL) {
		if (out_begin(&out, c->out) == 0) {
			if (doc_write(doc, form, NULL, out.fp) == 0)
				out_end(&out, 0);
			else
				out_cancel(&out);
		}
		doc_free(doc);
	}
	project_close(p);
}

const struct opt	form_opts[] = {
	{ 0, "second", N_("LL"), N_("each statement in this language too") },
	{ 0, "html", NULL, N_("a page to print (or -o FILE.html)") },
	{ 0, "only", N_("PART"), N_("questions, tally or web, of the pages to "
	    "print") },
	{ 0, "grid", NULL, N_("instead, the CSV to type paper sheets into") },
	{ 0, "sheets", N_("N"), N_("how many lines the grid has (20)") },
	{ 0, "xlsform", N_("DIR"), N_("instead, a form for phones "
	    "(KoboToolbox, ODK), as CSV files in DIR") },
	{ 0, "unit", NULL, N_("with --xlsform: ask for the unit too") },
	{ 0, NULL, NULL, NULL }
};
