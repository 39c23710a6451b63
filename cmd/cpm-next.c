/* cpm-next: where the cycle stands, and the commands that come next. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/opt.h"
#include "model/next.h"
#include "table/out.h"
#include "view/list.h"

/* Titles are the team's own words: nothing in them steers the terminal. */
static void
print(FILE *fp, const struct next *n)
{
	char	*where = msg_clean(n->where, strlen(n->where));
	size_t	 i;

	fprintf(fp, "%s\n", where);
	free(where);
	for (i = 0; i < n->nsteps; i++)
		fprintf(fp, "\n  %s\n      %s\n", n->step[i].command,
		    n->step[i].what);
}

static void
print_list(FILE *fp, enum form form, const struct next *n)
{
	static const char *const	names[] = { "state", "command",
	    "what", NULL };
	struct list			*l = list_begin(fp, form, names, NULL);
	size_t				 i;

	for (i = 0; i < n->nsteps; i++)
		list_row(l, (const char *[]){ next_word(n->state),
		    n->step[i].command, n->step[i].what });
	list_end(l);
}

static void
run(struct cmd *c)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct next	 n;
	struct out	 o;

	if (p == NULL)
		return;
	if (next_find(&n, p) == 0 && out_begin(&o, c->out) == 0) {
		if (c->form == FORM_AUTO)
			print(o.fp, &n);
		else
			print_list(o.fp, c->form, &n);
		out_end(&o, 0);
	}
	next_free(&n);
	project_close(p);
}

static const struct verb	verbs[] = {
	{ NULL, NULL, N_("where the cycle stands, and what comes next"), NULL, 0, 0, run },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-next", N_("where the cycle stands, and what comes next"), verbs,
	"  cpm-next\n  cpm-next --csv",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
