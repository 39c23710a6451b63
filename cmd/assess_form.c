/* cpm-assess form: the questionnaire that goes out, in all its shapes. */
#include "assess.h"

#include "base/msg.h"
#include "intake/grid.h"
#include "model/project.h"
#include "view/doc.h"
#include "view/form.h"

void
run_form(struct cmd *c)
{
	const char	*round = c->argc > 0 ? c->argv[0] : NULL, *n,
			*second = opt_get(c, "second");
	int64_t		 sheets = 20;
	struct project	*p;
	struct doc	*doc;
	struct out	 out;

	if (opt_has(c, "grid") && (opt_has(c, "html") || second != NULL)) {
		opt_misuse(c, N_("a grid is CSV without words: --html and "
		    "--second do not go with --grid"));
		return;
	}
	if (opt_has(c, "sheets") && !opt_has(c, "grid")) {
		opt_misuse(c, N_("--sheets goes with --grid"));
		return;
	}
	if ((n = opt_get(c, "sheets")) != NULL &&
	    num_int(n, 0, 100000, &sheets) != 0) {
		opt_misuse(c, N_("--sheets takes a whole number, not '%s'"), n);
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (opt_has(c, "grid")) {
		if (out_begin(&out, c->out) == 0) {
			if (grid_make(p, round, (int)sheets, out.fp) == 0)
				out_end(&out, 0);
			else
				out_cancel(&out);
		}
	} else if ((doc = form_make(p, round, c->lang, second)) != NULL) {
		if (out_begin(&out, c->out) == 0) {
			if (doc_write(doc, doc_form(c->out,
			    opt_has(c, "html") ? DOC_HTML : DOC_MARKDOWN), NULL, out.fp) == 0)
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
	{ 0, "grid", NULL, N_("instead, the CSV to type paper sheets into") },
	{ 0, "sheets", N_("N"), N_("how many lines the grid has (20)") },
	{ 0, NULL, NULL, NULL }
};
