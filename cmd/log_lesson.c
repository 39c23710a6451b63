/* Lessons, practices and tools: noted, and taken further. */
#include <string.h>

#include "base/msg.h"
#include "log.h"

/* How far --choose, --apply, --verify and --drop take a lesson. */
static const struct {
	const char	*option, *state;
} further[] = {
	{ "choose", "chosen" },
	{ "apply", "applied" },
	{ "verify", "verified" },
	{ "drop", "dropped" }
};

#define NFURTHER	(sizeof(further) / sizeof(*further))

static int
do_lesson(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const char	*state = *(const char **)arg;
	size_t		 i;

	for (i = 0; i < NFURTHER; i++)
		if (strcmp(further[i].state, state) == 0)
			return log_lesson_to(e, opt_get(c,
			    further[i].option), state, en);
	return log_add_lesson(e, opt_has(c, "private"), en);
}

void
run_lesson(struct cmd *c)
{
	struct entry	 en[] = {
		{ "now_know", _("TEXT"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		TYPED("kind", "kind"), TYPED("ref", "ref"),
		TYPED("happened", "happened"), TYPED("assumed", "assumed"),
		TYPED("applies_when", "applies-when"),
		TYPED("new_practice", "new-practice"),
		TYPED("how_to", "how-to"), TYPED("file", "file"),
		TYPED("owner", "owner"), TYPED("check_on", "check-on"),
		TYPED("theme", "theme"), TYPED("taken_from", "taken-from"),
		TYPED("visibility", "visibility"), LAST
	};
	const char	*state = "noted";
	size_t		 i;
	int		 n = 0;

	for (i = 0; i < NFURTHER; i++)
		if (opt_has(c, further[i].option)) {
			state = further[i].state;
			n++;
		}
	if (n > 1)
		opt_misuse(c, N_("one of --choose, --apply, --verify, --drop "
		    "at a time"));
	else if (n == 1 && c->argc > 0)
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[0]);
	else if (n == 1 && (opt_has(c, "private") || opt_has(c, "id") ||
	    opt_has(c, "again")))
		opt_misuse(c, N_("--private, --id and --again are for a new "
		    "lesson"));
	else if (n == 0 && c->argc == 0)
		opt_misuse(c, N_("which lesson? say what is known now"));
	else
		edit_run(c, do_lesson, en, &state);
}

const struct opt	lesson_opts[] = {
	{ 0, "kind", N_("WORD"), N_("lesson (meant without it), practice or tool") },
	{ 0, "choose", N_("LESSON"), N_("choose it for the open cycle") },
	{ 0, "apply", N_("LESSON"), N_("it is applied now") },
	{ 0, "verify", N_("LESSON"), N_("it held; not before its check date") },
	{ 0, "drop", N_("LESSON"), N_("let it go") },
	{ 0, "new-practice", N_("TEXT"), N_("what is done differently from now on") },
	{ 0, "owner", N_("WHO"), N_("role that sees to it, not a name") },
	{ 0, "check-on", N_("DATE"), N_("day from which it is verified") },
	{ 0, "happened", N_("TEXT"), N_("what happened") },
	{ 0, "assumed", N_("TEXT"), N_("what was assumed before") },
	{ 0, "applies-when", N_("TEXT"), N_("where it holds") },
	{ 0, "how-to", N_("TEXT"), N_("how to use it") },
	{ 0, "file", N_("FILE"), N_("a file of the folder that belongs to it") },
	{ 0, "ref", N_("ID"), N_("what it was learnt from: action:ID …") },
	O_THEME,
	{ 0, "taken-from", N_("TEAM"), N_("the team it was taken over from") },
	O_PRIVATE, O_ID, O_END
};
