/* cpm-assess: hands that were counted, and sheets typed a second time. */
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "intake/grid.h"
#include "intake/hands.h"
#include "intake/verify.h"
#include "model/project.h"

#include "assess.h"

/* A round's framework and words, once for the time that somebody types. */
struct typed {
	struct framework	 fw;
	struct words		*words;
	const char		*round;
};

static int
typed_load(struct typed *t, struct project *p, const char *round)
{
	memset(t, 0, sizeof(*t));
	if (round == NULL || framework_load(&t->fw, p, round,
	    project_lang(p)) != 0)
		return -1;
	t->round = arena_str(&t->fw.arena, round);
	t->words = words_load(p, round, &t->fw);
	return project_bad(p) ? -1 : 0;
}

static void
typed_free(struct typed *t)
{
	words_free(t->words);
	framework_free(&t->fw);
}

/* --- hands ----------------------------------------------------------------- */

static void
hands_write(struct cmd *c, const struct typed *t, const struct hands *h)
{
	struct project		*p = project_open(c, PROJECT_WRITE);
	struct hands_done	 d;

	if (p == NULL)
		return;
	if (hands_round(p, t->round) != NULL &&
	    hands_merge(h, p, t->round, &d) == 0 && project_save(p) == 0)
		hands_say(&d, t->round);
	project_close(p);
}

void
add_hands(struct cmd *c)
{
	const char		*n = opt_get(c, "present");
	struct hands_ask	 a = { opt_get(c, "group"), -1,
				    isatty(STDIN_FILENO) };
	struct hands		 h;
	struct typed		 t;
	struct project		*p;
	int			 rc = -1;

	if (n != NULL && num_int(n, 1, 1000000, &a.present) != 0) {
		opt_misuse(c, N_("--present takes a whole number, not '%s'"),
		    n);
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	memset(&h, 0, sizeof(h));
	if (typed_load(&t, p, hands_round(p, c->argv[0])) == 0) {
		say_new_private(p);
		lang_use(project_lang(p));
		project_close(p);
		p = NULL;
		rc = hands_read(&h, &a, &t.fw, t.words, stdin, stderr);
		lang_use(c->lang);
	}
	project_close(p);
	if (rc == 0)
		hands_write(c, &t, &h);
	hands_free(&h);
	typed_free(&t);
}

/* --- double typing --------------------------------------------------------- */

/* Set the stored sheet to what the paper says. */
static void
verify_write(struct cmd *c, const struct typed *t, struct paper *paper)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct merged	 m;

	if (p == NULL)
		return;
	paper->replace = 1;
	if (round_open(p, t->round) != NULL &&
	    paper_merge(paper, p, t->round, &t->fw, &m) == 0 &&
	    project_save(p) == 0)
		merged_say(&m, t->round);
	project_close(p);
}

void
add_verify(struct cmd *c)
{
	struct paper_ask	 a = { .round = c->argv[0],
				    .group = opt_get(c, "group"),
				    .form = opt_get(c, "form"),
				    .day = DATE_NONE, .verify = 1 };
	struct forms		*forms = NULL;
	struct typings		*stored = NULL;
	struct paper		 paper;
	struct typed		 t;
	struct project		*p;
	int			 n = -1;

	a.terminal = isatty(STDIN_FILENO);
	if (a.form == NULL && !a.terminal) {
		opt_misuse(c, N_("which form? --form NUMBER, as it is written "
		    "on the paper"));
		return;
	}
	memset(&paper, 0, sizeof(paper));
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (typed_load(&t, p, round_open(p, a.round)) == 0 &&
	    (a.forms = forms = forms_load(p, t.round)) != NULL &&
	    (stored = typings_load(p, t.round, &t.fw, t.words)) != NULL) {
		lang_use(project_lang(p));
		project_close(p);
		p = NULL;
		if (paper_read(&paper, &a, &t.fw, t.words, stdin, stderr) == 0)
			n = verify_sheet(stored, &paper, &t.fw, t.words,
			    stdin, a.terminal ? stderr : NULL);
		lang_use(c->lang);
	}
	project_close(p);
	if (n == 0)
		msg_note(N_("form %s of %s: what is stored is right"),
		    paper.form, t.round);
	else if (n > 0)
		verify_write(c, &t, &paper);
	paper_free(&paper);
	typings_free(stored);
	forms_free(forms);
	typed_free(&t);
}

void
import_verify(struct cmd *c)
{
	static const char *const	not[] = { "map", "group", "delimiter",
	    "from", NULL };
	const char			*round = opt_get(c, "round");
	struct typings			*s;
	struct typed			 t;
	struct project			*p;
	int				 i;

	for (i = 0; not[i] != NULL; i++)
		if (opt_has(c, not[i])) {
			opt_misuse(c, N_("--verify takes a grid as it is: --%s "
			    "does not go with it"), not[i]);
			return;
		}
	if (round == NULL) {
		opt_misuse(c, N_("which round? --round ROUND"));
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (typed_load(&t, p, round_open(p, round)) == 0 &&
	    (s = typings_load(p, t.round, &t.fw, t.words)) != NULL) {
		verify_grid(s, c->argv[0], &t.fw, t.words);
		typings_free(s);
	}
	typed_free(&t);
	project_close(p);
}
