/* cpm-init: make a team's folder from a pack. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/opt.h"
#include "intake/xlsform.h"
#include "model/init.h"
#include "model/packadd.h"

/* NAME is seen from -C DIR. */
static char *
from_dir(const struct cmd *c, const char *name)
{
	if (c->project == NULL || name[0] == '/')
		return mem_strdup(name);
	return mem_printf("%s/%s", c->project, name);
}

/* The folder of "xlsform:DIR"; NULL: another pack. */
static const char *
form_dir(const char *pack)
{
	return pack != NULL && strncmp(pack, "xlsform:", 8) == 0 ?
	    pack + 8 : NULL;
}

/* A pack added to the folder that one stands in, or -C DIR. */
static void
add(struct cmd *c)
{
	struct pack_added	 done;
	struct project		*p;

	if (c->argc > 0 || opt_has(c, "pack") || opt_has(c, "kind") ||
	    opt_has(c, "title") || opt_has(c, "private")) {
		opt_misuse(c, N_("--add adds to a folder that is there: it "
		    "takes -C DIR and no NAME, --pack, --kind, --title or "
		    "--private"));
		return;
	}
	if ((p = project_open(c, PROJECT_WRITE)) == NULL)
		return;
	if (pack_add(p, opt_get(c, "add"), &done) == 0 &&
	    project_save(p) == 0 && !c->dry)
		pack_add_say(&done);
	pack_added_free(&done);
	project_close(p);
}

static void
make(struct cmd *c)
{
	char		*name = from_dir(c, c->argv[0]);
	struct init	 what = {
		.name = name,
		.pack = opt_get(c, "pack"),
		.kind = opt_get(c, "kind"),
		.lang = c->lang,
		.title = opt_get(c, "title"),
		.private = opt_get(c, "private"),
		.today = c->today,
		.dry = c->dry,
	};
	const char	*form = form_dir(what.pack);

	if (c->argv[0][0] == '\0')
		opt_misuse(c, N_("something is missing: %s"), _("NAME"));
	else if (form == NULL ||
	    (what.from = xlsform_read(form, c->lang)) != NULL)
		init_make(&what);
	free(name);
}

static void
run(struct cmd *c)
{
	if (opt_has(c, "add"))
		add(c);
	else if (c->argc == 0)
		opt_misuse(c, N_("something is missing: %s"), _("NAME"));
	else
		make(c);
}

static const struct opt	opts[] = {
	{ 0, "pack", N_("PACK"), N_("what it begins with: boost (if nothing is "
	    "said), boost-short, a folder, or xlsform:DIR") },
	{ 0, "add", N_("PACK"), N_("instead, add the threads of a pack "
	    "(accompaniment) to the folder that one stands in") },
	{ 0, "kind", N_("KIND"), N_("organisation, mentoring, volunteering or "
	    "codev") },
	{ 0, "title", N_("TITLE"), N_("name of the team (else that of the "
	    "folder)") },
	{ 0, "private", N_("DIR"), N_("where confidential things go (else "
	    "NAME.private, beside it)") },
	{ 0, NULL, NULL, NULL }
};

static const struct verb	verbs[] = {
	{ NULL, N_("NAME"), N_("make a team's folder from a pack"), opts, 0, 1,
	    run },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-init", N_("make a team's folder from a pack"), verbs,
	"  cpm-init garden\n"
	"  cpm-init --pack boost-short --lang fr --title 'Tujenge' tujenge\n"
	"  cpm-init -C tujenge --add accompaniment\n",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
