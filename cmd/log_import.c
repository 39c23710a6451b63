/* A sheet of contacts, small changes or lessons that a phone or office made. */
#include "base/msg.h"
#include "intake/import.h"
#include "intake/logsheet.h"
#include "log.h"

static int
do_import(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)c;
	(void)en;
	return logsheet_import(e, arg);
}

void
run_import(struct cmd *c)
{
	struct logsheet_ask	 a = { .path = c->argv[c->argc - 1],
				    .what = c->argc == 2 ? c->argv[0] : NULL,
				    .quiet = c->quiet,
				    .private = opt_has(c, "private") };

	if (import_put_by(c, a.path, &a.spill) != 0)
		return;
	edit_run(c, do_import, NULL, &a);
	spill_free(a.spill);
}

const struct opt	import_opts[] = {
	{ 0, "private", NULL, N_("all of it only in the private folder of this clone") },
	O_END
};
