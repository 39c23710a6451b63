/* The month's sheet: out to whoever has no shell, and back. */
#include "base/date.h"
#include "base/msg.h"
#include "intake/import.h"
#include "intake/month.h"
#include "view/month.h"
#include "plan.h"

/* --month, else the month of today: 0, or -1 (said). */
static int
month_asked(const struct cmd *c, int *first)
{
	const char	*typed = opt_get(c, "month");
	char		 today[DATE_LEN];

	if (month_parse(typed != NULL ? typed : date_str(today, c->today),
	    first) == 0)
		return 0;
	opt_misuse(c, N_("--month takes a month like 2026-03, not '%s'"),
	    typed);
	return -1;
}

/* Which of the shapes were asked for; whether they go together. */
static int
form_asked(const struct cmd *c)
{
	int	xls = opt_has(c, "xlsform");

	if (xls && (opt_has(c, "grid") || opt_has(c, "html") ||
	    c->out != NULL))
		opt_misuse(c, N_("a form for phones is three files in a "
		    "folder: --grid, --html and -o do not go with "
		    "--xlsform"));
	else if (xls && *opt_get(c, "xlsform") == '\0')
		opt_misuse(c, N_("something is missing: %s"), _("DIR"));
	else if (opt_has(c, "grid") && opt_has(c, "html"))
		opt_misuse(c, N_("a grid is CSV: --html does not go with "
		    "--grid"));
	else
		return 1;
	return 0;
}

static void
form_xlsform(struct cmd *c, struct project *p, const struct plan *pl,
    const struct month *m)
{
	const char	*dir = opt_get(c, "xlsform");

	if (month_xlsform(p, pl, m, dir, c->dry) != 0 || c->dry)
		return;
	msg_note(N_("wrote survey.csv, choices.csv and settings.csv into %s"),
	    dir);
	msg_note(N_("the workbook that KoboToolbox and ODK take is made of "
	    "them, in that folder, by:"));
	msg_note("for f in survey choices settings; do cp $f.csv $f; done");
	msg_note("ssconvert -I Gnumeric_stf:stf_csvtab --merge-to=form.xlsx "
	    "survey choices settings");
}

/* A sheet for the team is in the team's language. */
static void
form_out(struct cmd *c, struct project *p, const struct plan *pl,
    const struct month *m)
{
	enum doc_form	 form = doc_form(c->out, opt_has(c, "html") ?
			    DOC_HTML : DOC_MARKDOWN);
	const char	*lang = project_lang(p);
	struct doc	*d;
	struct out	 out;
	int		 rc = 0;

	if (out_begin(&out, c->out) != 0)
		return;
	if (opt_has(c, "grid")) {
		lang_use(lang);
		month_grid(out.fp, m);
	} else {
		d = month_page(p, pl, m, lang);
		rc = doc_write(d, form, NULL, out.fp);
		doc_free(d);
	}
	lang_use(c->lang);
	if (rc == 0)
		out_end(&out, 0);
	else
		out_cancel(&out);
}

void
run_form(struct cmd *c)
{
	struct project	*p;
	struct plan	 pl;
	struct month	 m;
	int		 first;

	if (!form_asked(c) || month_asked(c, &first) != 0 ||
	    plan_facts_open(c, &p, &pl) != 0)
		return;
	month_load(&m, &pl, first);
	if (opt_has(c, "xlsform"))
		form_xlsform(c, p, &pl, &m);
	else
		form_out(c, p, &pl, &m);
	month_free(&m);
	plan_facts_close(p, &pl);
}

static int
do_import(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)c;
	(void)en;
	return month_import(e, arg);
}

void
run_import(struct cmd *c)
{
	struct month_ask	 a = { .path = c->argv[0], .month = DATE_NONE,
				    .sheet = opt_get(c, "sheet"),
				    .lang = c->lang };

	if (opt_get(c, "month") != NULL && month_asked(c, &a.month) != 0)
		return;
	if (import_put_by(c, a.path, &a.spill) != 0)
		return;
	edit_run(c, do_import, NULL, &a);
	spill_free(a.spill);
	if (a.left == 0 || msg_status() != MSG_OK)
		return;
	msg_note_n(a.left, "%lu line is left out, see above",
	    "%lu lines are left out, see above", a.left);
	msg_raise(MSG_DATA);
}

const struct opt	form_opts[] = {
	{ 0, "month", N_("MONTH"), N_("the month it is for, 2026-03 (that of today is meant without it)") },
	{ 0, "html", NULL, N_("a page to print (or -o FILE.html)") },
	{ 0, "grid", NULL, N_("instead, a CSV to fill in in LibreOffice") },
	{ 0, "xlsform", N_("DIR"), N_("instead, a form for phones (KoboToolbox, ODK), as CSV files in DIR") },
	O_END
};

const struct opt	import_opts[] = {
	{ 0, "month", N_("MONTH"), N_("the month of sheets that do not say it") },
	{ 0, "sheet", N_("NAME"), N_("a name for the sheet, where a month has several") },
	O_END
};
