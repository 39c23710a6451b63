/* cpm-assess, a file of answers by itself: import --suggest, count. */
#include "assess.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "intake/count.h"
#include "intake/suggest.h"
#include "model/policy.h"
#include "model/project.h"
#include "view/list.h"

/* -d: one of the separators, also as "tab"; 0 where it is none. */
static char
separator(const char *typed)
{
	if (strcmp(typed, "tab") == 0 || strcmp(typed, "\\t") == 0 ||
	    strcmp(typed, "\t") == 0)
		return '\t';
	return strlen(typed) == 1 && strchr(",;|", *typed) != NULL ? *typed :
	    0;
}

int
file_asked(const struct cmd *c, char *sep, enum source *source)
{
	const char	*typed = opt_get(c, "delimiter"),
			*from = opt_get(c, "from");
	int		 found = from != NULL ? source_find(from) : SOURCE_AUTO;

	*sep = 0;
	if (found < 0)
		opt_misuse(c, N_("--from takes auto, kobo, ona, odk, briefcase, "
		    "limesurvey, gforms, msforms, grid, wide or long, not "
		    "'%s'"), from);
	else if (typed != NULL && (*sep = separator(typed)) == 0)
		opt_misuse(c, N_("-d takes ',' ';' '|' or 'tab', not '%s'"),
		    typed);
	else {
		*source = (enum source)found;
		return 0;
	}
	return -1;
}

/* The folder is closed before the file, which may come slowly, is read. */
void
run_suggest(struct cmd *c)
{
	struct suggest_ask	 a = { c->argv[0], 0, SOURCE_AUTO };
	struct suggest		*s;
	struct project		*p;
	struct out		 out;

	if (file_asked(c, &a.sep, &a.source) != 0)
		return;
	if (opt_has(c, "map") || opt_has(c, "group")) {
		opt_misuse(c, N_("--suggest drafts a map: --map and --group "
		    "do not go with it"));
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	s = suggest_begin(p, opt_get(c, "round"));
	project_close(p);
	if (s != NULL && suggest_read(s, &a) == 0 &&
	    out_begin(&out, c->out) == 0) {
		suggest_write(s, out.fp);
		out_end(&out, 0);
	}
	suggest_free(s);
}

/* --joined: ", " ";" " ", or "no". */
static int
joined(struct cmd *c, const char **sep)
{
	const char	*s = opt_get(c, "joined");

	*sep = s;
	if (s == NULL)
		return 0;
	if (*s == '\0') {
		opt_misuse(c, N_("--joined takes what stands between two "
		    "answers, or 'no'"));
		return -1;
	}
	if (strcmp(s, "no") == 0)
		*sep = "";
	return 0;
}

static int64_t
larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Of the folder, where there is one: its thresholds and its framework. */
static int
count_folder(struct cmd *c, struct count_ask *a, struct framework *fw,
    struct words **w)
{
	struct policy	 policy;
	struct project	*p;
	int		 rc;

	if (!project_here(c)) {
		*w = words_new(fw);
		return 0;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return -1;
	policy_thresholds(&policy, p);
	a->least = larger(a->least, larger(policy.team, policy.counts));
	rc = framework_load(fw, p, NULL, project_lang(p));
	if (rc == 0)
		*w = words_load(p, NULL, fw);
	project_close(p);
	return rc;
}

/* A listing: a withheld question has one row without any number. */
static void
count_list(FILE *fp, enum form form, const struct count *d)
{
	static const char *const names[] = { "column", "answer", "n", "of",
	    "share", "note", NULL };
	const struct count_row	*r;
	char			 n[24], of[24], share[NUM_LEN];
	const char		*cells[6] = { d->column, "", "", "", "",
				    "withheld" };
	struct list		*l = list_begin(fp, form, names, NULL);

	list_numeric(l, "n");
	list_numeric(l, "of");
	list_numeric(l, "share");
	if (d->of == 0)
		list_row(l, cells);
	for (r = d->v; r < d->v + d->n; r++) {
		snprintf(n, sizeof(n), "%lu", r->n);
		snprintf(of, sizeof(of), "%lu", d->of);
		num_str(share, num_div((wide)r->n * FIXED_ONE, d->of), 0);
		cells[1] = r->answer;
		cells[2] = n;
		cells[3] = of;
		cells[4] = share;
		cells[5] = r->answer == NULL ? "joined" : "";
		list_row(l, cells);
	}
	list_end(l);
}

/* The same for people: the question, how many answered it, the answers. */
static void
count_table(FILE *fp, const struct count *d)
{
	static const char *const names[] = { "answer", "n", "share", NULL };
	static const char *const titles[] = { N_("answer"), N_("people"),
	    N_("share") };
	const struct count_row	*r;
	char			 n[24], share[24];
	const char		*cells[3] = { NULL, n, share };
	struct list		*l;

	if (d->of == 0) {
		fprintf(fp, "%s\n%s\n", d->shown,
		    _("not shown: too few people"));
		return;
	}
	fprintf(fp, "%s\n", d->shown);
	fprintf(fp, _("answered by %lu people"), d->of);
	fputs("\n\n", fp);
	l = list_begin(fp, FORM_TABLE, names, titles);
	list_numeric(l, "n");
	list_numeric(l, "share");
	for (r = d->v; r < d->v + d->n; r++) {
		snprintf(n, sizeof(n), "%lu", r->n);
		snprintf(share, sizeof(share), _("%lld%%"),
		    (long long)num_div((wide)r->n * 100, d->of));
		cells[0] = r->answer != NULL ? r->answer :
		    _("others, each given by one or two people");
		list_row(l, cells);
	}
	list_end(l);
}

void
run_count(struct cmd *c)
{
	struct count_ask	 a = { .column = c->argv[0],
				    .path = opt_get(c, "file"),
				    .map = opt_get(c, "map"),
				    .least = COUNT_LEAST };
	struct framework	 fw;
	struct words		*w = NULL;
	struct count		 count;
	struct out		 out;

	if (file_asked(c, &a.sep, &a.source) != 0 || joined(c, &a.joined) != 0)
		return;
	if (a.path == NULL)
		a.path = "-";
	memset(&fw, 0, sizeof(fw));
	if (count_folder(c, &a, &fw, &w) == 0) {
		a.fw = &fw;
		a.words = w;
		if (count_run(&count, &a) == 0 &&
		    out_begin(&out, c->out) == 0) {
			if (list_is_table(out.fp, c->form))
				count_table(out.fp, &count);
			else
				count_list(out.fp, c->form, &count);
			out_end(&out, 0);
		}
		count_free(&count);
	}
	words_free(w);
	framework_free(&fw);
}

const struct opt	count_opts[] = {
	{ 'f', "file", N_("FILE"), N_("the export (else standard input)") },
	{ 0, "map", N_("FILE"), N_("what each column is (see the manual)") },
	{ 0, "joined", N_("SEP"), N_("what stands between two answers of a "
	    "cell, or 'no' (else found)") },
	{ 'd', "delimiter", N_("SEP"), N_("separator: ',' ';' '|' or tab "
	    "(else found)") },
	{ 0, "from", N_("SOURCE"), N_("the program it comes from (else found)") },
	{ 0, NULL, NULL, NULL }
};
