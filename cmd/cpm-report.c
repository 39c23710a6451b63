/* cpm-report: reports of a team's folder, to print, to send, to talk about. */
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/opt.h"
#include "model/project.h"
#include "model/roles.h"
#include "table/out.h"
#include "view/report.h"

/*
 * A page of HTML that is called a PDF opens nowhere; a name without a suffix
 * may be any of the forms.
 */
static int
suffix_fits(const char *path)
{
	static const char *const	known[] = { ".md", ".html", ".htm",
	    ".txt" };
	const char			*name, *dot;
	size_t				 i;

	if (path == NULL)
		return 0;
	name = strrchr(path, '/');
	name = name == NULL ? path : name + 1;
	if ((dot = strrchr(name, '.')) == NULL || dot == name)
		return 0;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(dot, known[i]) == 0)
			return 0;
	msg_trouble(N_("%s: a report is .md, .html or .txt"), path);
	if (strcmp(dot, ".pdf") == 0)
		msg_hint(N_("write it to a file .html, open that in a browser "
		    "and print it to PDF"));
	return -1;
}

/* The form asked for: an option, else the suffix of -o, else Markdown. */
static int
form_asked(const struct cmd *c, enum doc_form *form)
{
	if (opt_has(c, "html") && opt_has(c, "text")) {
		opt_misuse(c, N_("--html and --text do not go together"));
		return -1;
	}
	if (suffix_fits(c->out) != 0)
		return -1;
	*form = opt_has(c, "html") ? DOC_HTML :
	    opt_has(c, "text") ? DOC_TEXT : doc_form(c->out, DOC_MARKDOWN);
	return 0;
}

static void
write_doc(const struct cmd *c, struct doc *d, enum doc_form form)
{
	struct out	o;

	if (c->dry && c->out != NULL && strcmp(c->out, "-") != 0) {
		lang_use(c->lang);
		msg_note(N_("would write %s"), c->out);
		return;
	}
	if (out_begin(&o, c->out) != 0)
		return;
	if (doc_write(d, form, NULL, o.fp) != 0)
		out_cancel(&o);
	else if (opt_has(c, "names"))
		out_end_private(&o);
	else
		out_end(&o, 1);
}

/* Open the folder, let the verb make its document, and write it. */
static void
report(struct cmd *c, struct doc *(*make)(struct cmd *, struct project *,
    const struct report_ask *))
{
	struct project		*p;
	struct doc		*d;
	struct report_ask	 ask;
	enum doc_form		 form;

	if (form_asked(c, &form) != 0 ||
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	ask.lang = project_lang(p);
	ask.web = opt_get(c, "web");
	ask.today = project_today(p);
	ask.dated = c->date_given;
	ask.names = opt_has(c, "names");
	ask.news = c->out != NULL || !isatty(STDOUT_FILENO);
	if ((d = make(c, p, &ask)) != NULL)
		write_doc(c, d, form);
	lang_use(NULL);
	doc_free(d);
	project_close(p);
}

static struct doc *
make_round(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	return report_round(p, ask, c->argv[0]);
}

static void
run_round(struct cmd *c)
{
	report(c, make_round);
}

static struct doc *
make_plan(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	(void)c;
	return report_plan(p, ask);
}

static void
run_plan(struct cmd *c)
{
	if (!opt_has(c, "names") || roles_file_ok(c) == 0)
		report(c, make_plan);
}

/* The day of --since, DATE_NONE without one.  0, or -1 (said). */
static int
since_asked(struct cmd *c, struct project *p, int *since)
{
	const char	*v = opt_get(c, "since");

	*since = DATE_NONE;
	if (v == NULL)
		return 0;
	if (project_day(p, v, since) != 0)
		project_day_misuse(c, p, "--since", v);
	else if (*since > c->today)
		opt_misuse(c, N_("--since: %s is still to come"), v);
	else
		return 0;
	return -1;
}

static struct doc *
make_progress(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	struct doc	*d;
	int		 since;

	if (since_asked(c, p, &since) != 0)
		return NULL;
	d = report_progress(p, ask, since);
	if (d == NULL && !project_bad(p) && c->out != NULL &&
	    strcmp(c->out, "-") != 0) {
		lang_use(c->lang);
		msg_note(access(c->out, F_OK) == 0 ?
		    N_("nothing was noted since %s: %s is left as it is") :
		    N_("nothing was noted since %s: %s is not written"),
		    opt_get(c, "since"), c->out);
	}
	return d;
}

static void
run_progress(struct cmd *c)
{
	if (opt_get(c, "since") == NULL)
		opt_misuse(c, N_("progress needs --since DATE"));
	else
		report(c, make_progress);
}

static struct doc *
make_visit(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	int	since;

	return since_asked(c, p, &since) != 0 ? NULL :
	    report_visit(p, ask, since);
}

static void
run_visit(struct cmd *c)
{
	if (!opt_has(c, "names") || roles_file_ok(c) == 0)
		report(c, make_visit);
}

static struct doc *
make_review(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	return report_review(p, ask, opt_get(c, "cycle"));
}

static void
run_review(struct cmd *c)
{
	report(c, make_review);
}

/* --part, or all of them; 0: none of ours (said). */
static unsigned
session_parts(struct cmd *c)
{
	static const struct {
		const char	*word;
		unsigned	 part;
	}		 words[] = {
		{ "sheet", SESSION_SHEET }, { "fiche", SESSION_SHEET },
		{ "plan", SESSION_PLAN },
		{ "logbook", SESSION_CARNET }, { "carnet", SESSION_CARNET }
	};
	const char	*v = opt_get(c, "part");
	size_t		 i;

	if (v == NULL)
		return SESSION_SHEET | SESSION_PLAN | SESSION_CARNET;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].word, v) == 0)
			return words[i].part;
	opt_misuse(c, N_("--part: sheet, plan or logbook, not '%s'"), v);
	return 0;
}

static struct doc *
make_session(struct cmd *c, struct project *p, const struct report_ask *ask)
{
	unsigned	parts = session_parts(c);

	return parts == 0 ? NULL : report_session(p, ask,
	    c->argc > 0 ? c->argv[0] : NULL, parts);
}

static void
run_session(struct cmd *c)
{
	report(c, make_session);
}

#define FORMS \
	{ 0, "html", NULL, N_("one HTML page (else: as the suffix of -o)") }, \
	{ 0, "text", NULL, N_("plain text, for a mail or a message") }

static const struct opt	opts_round[] = {
	FORMS,
	{ 0, "web", "FILE", N_("Markdown shows this picture of the web") },
	{ 0, NULL, NULL, NULL }
};

static const struct opt	opts_plan[] = {
	FORMS,
	{ 0, "names", NULL, N_("names of people.csv beside the roles; into a private file (-o)") },
	{ 0, NULL, NULL, NULL }
};

static const struct opt	opts_progress[] = {
	{ 0, "since", "DATE", N_("what changed from this day on (needed)") },
	FORMS,
	{ 0, NULL, NULL, NULL }
};

static const struct opt	opts_visit[] = {
	{ 0, "since", "DATE", N_("what is new from this day on (else: from the last visit)") },
	FORMS,
	{ 0, "names", NULL, N_("names of people.csv beside the roles; into a private file (-o)") },
	{ 0, NULL, NULL, NULL }
};

static const struct opt	opts_review[] = {
	{ 0, "cycle", "CYCLE", N_("this cycle (else: the open one, or the last)") },
	FORMS,
	{ 0, NULL, NULL, NULL }
};

static const struct opt	opts_session[] = {
	{ 0, "part", N_("WORD"), N_("only one page: sheet, plan or logbook") },
	FORMS,
	{ 0, NULL, NULL, NULL }
};

static const struct verb	verbs[] = {
	{ "round", N_("ROUND"), N_("how the team sees itself: web, strengths, what to talk about"),
	    opts_round, 1, 1, run_round },
	{ "plan", NULL, N_("the plan on one page, for the wall"),
	    opts_plan, 0, 0, run_plan },
	{ "progress", NULL, N_("what changed since a day, small changes first"),
	    opts_progress, 0, 0, run_progress },
	{ "review", NULL, N_("a cycle's review: verdicts, what changed, what goes on"),
	    opts_review, 0, 0, run_review },
	{ "visit", NULL, N_("one page to prepare the next visit"),
	    opts_visit, 0, 0, run_visit },
	{ "session", N_("[SESSION]"), N_("a co-development session to print: facilitator's sheet, client's plan, page of the logbook"),
	    opts_session, 0, 1, run_session },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-report", N_("reports to print, to send and to talk about"), verbs,
	"cpm-report round R1 -o report/R1.html\n"
	"cpm-report progress --since 2026-03-01 --lang fr -o report.html\n",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
