/* Lessons, practices and tools: noted, and taken further. */
#include <string.h>

#include "base/ask.h"
#include "base/date.h"
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
do_verb(struct edit *e, struct cmd *c, struct entry *en, const char *state)
{
	size_t	i;

	for (i = 0; i < NFURTHER; i++)
		if (strcmp(further[i].state, state) == 0)
			return log_lesson_to(e, opt_get(c,
			    further[i].option), state, en);
	if (opt_has(c, "set"))
		return log_set(e, "lesson", opt_get(c, "set"), en);
	return log_add_lesson(e, opt_has(c, "private"), en);
}

static int
do_lesson(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	int	rc = do_verb(e, c, en, *(const char **)arg);

	if (rc == 0)
		log_look(e, "lessons", NULL);
	return rc;
}

static int
do_taken_up(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	int	rc = log_lesson_taken_up(e, opt_get(c, "taken-up"), en);

	(void)arg;
	if (rc == 0)
		log_look(e, "small-changes", NULL);
	return rc;
}

/* Who took it up: a small change that refers to it. */
static void
taken_up(struct cmd *c)
{
	struct entry	 en[] = {
		{ "what", _("TEXT"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		{ "ref", "--taken-up", NULL, NULL },
		{ "for_whom", "--by", NULL, NULL },
		TYPED("visibility", "visibility"), LAST
	};

	en[2].typed = ask_need(c, "by", _("Who took it up?"));
	if (en[2].typed != NULL)
		edit_run(c, do_taken_up, en, NULL);
}

static int
do_lacks(struct edit *e, struct cmd *c, struct entry *en, void *buf)
{
	(void)en;
	return log_choose_lacks(e, opt_get(c, "choose"), buf);
}

/*
 * Choosing asks for the three that a chosen lesson needs, once nothing else
 * stands against it.  0, or -1 (said).
 */
static int
ask_chosen(struct cmd *c, struct entry *en, struct entry *practice,
    struct entry *owner, struct entry *check)
{
	struct entry	*asked[] = { practice, owner, check };
	const char	*state = "chosen";
	char		 lacks[4], day[DATE_LEN];
	size_t		 i;

	if (!ask_can())
		return 0;
	if (edit_try(c, do_lacks, NULL, lacks) != 0)
		return -1;
	for (i = 0; i < 3; i++)
		if (asked[i]->typed == NULL && strchr(lacks, "noc"[i]) != NULL)
			asked[i]->typed = i < 2 ? "?" :
			    date_str(day, c->today);
	if (edit_try(c, do_lesson, en, &state) != 0)
		return -1;
	for (i = 0; i < 3; i++)
		asked[i]->typed = opt_get(c, asked[i]->option + 2);
	if (strchr(lacks, 'n') != NULL)
		practice->typed = ask_or_opt(c, "new-practice",
		    _("What is done differently from now on?"));
	if (strchr(lacks, 'o') != NULL)
		owner->typed = ask_or_opt(c, "owner", _("Who sees to it?"));
	if (strchr(lacks, 'c') != NULL)
		check->typed = edit_ask_day(c, "check-on",
		    _("On which day is it verified? (2026-12-31)"));
	return 0;
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
	int		 n = opt_has(c, "set") + opt_has(c, "taken-up"), words;
	size_t		 i;

	words = n == 0;		/* TEXT has something to say with it */
	for (i = 0; i < NFURTHER; i++)
		if (opt_has(c, further[i].option)) {
			state = further[i].state;
			words = 0;
			n++;
		}
	if (n > 1)
		opt_misuse(c, N_("one of --choose, --apply, --verify, --drop, "
		    "--set, --taken-up at a time"));
	else if (*state != 'n' && c->argc > 0)
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[0]);
	else if (n == 1 && (opt_has(c, "private") || opt_has(c, "id") ||
	    (opt_has(c, "again") && !opt_has(c, "taken-up"))))
		opt_misuse(c, N_("--private, --id and --again are for a new "
		    "lesson"));
	else if (opt_has(c, "by") && !opt_has(c, "taken-up"))
		opt_misuse(c, N_("'--%s' goes with '--%s'"), "by", "taken-up");
	else if (words && c->argc == 0)
		opt_misuse(c, N_("which lesson? say what is known now"));
	else if (opt_has(c, "taken-up"))
		taken_up(c);
	else if (*state != 'c' || ask_chosen(c, en, &en[6], &en[9],
	    &en[10]) == 0)
		log_with_text(c, do_lesson, en, &state);
}

const struct opt	lesson_opts[] = {
	{ 0, "kind", N_("WORD"), N_("lesson (meant without it), practice or tool") },
	{ 0, "choose", N_("LESSON"), N_("choose it for the open cycle") },
	{ 0, "apply", N_("LESSON"), N_("it is applied now") },
	{ 0, "verify", N_("LESSON"), N_("it held; not before its check date") },
	{ 0, "drop", N_("LESSON"), N_("let it go") },
	{ 0, "set", N_("LESSON"), N_("correct it: TEXT and options replace what stands there") },
	{ 0, "taken-up", N_("LESSON"), N_("somebody uses it now: kept as a small change") },
	{ 0, "by", N_("WHO"), N_("who took it up") },
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
