/* Difficulties, and stories of the most significant change. */
#include <string.h>

#include "base/ask.h"
#include "base/msg.h"
#include "log.h"

/* Which of several options names a row; misuse where two do. */
static const char *
one_of(struct cmd *c, const char *const *names)
{
	const char	*found = NULL;

	for (; *names != NULL; names++) {
		if (!opt_has(c, *names))
			continue;
		if (found != NULL) {
			opt_misuse(c, N_("--%s or --%s, not both"), found,
			    *names);
			return NULL;
		}
		found = *names;
	}
	return found != NULL ? found : "";
}

/* Options that are for a new row only. */
static int
is_new_only(struct cmd *c, const char *with)
{
	static const char *const	only[] = { "private", "id", "again",
	    NULL };
	size_t				 i;

	for (i = 0; only[i] != NULL; i++)
		if (opt_has(c, only[i])) {
			opt_misuse(c, N_("'--%s' does not go with '--%s'"),
			    only[i], with);
			return 1;
		}
	return 0;
}

/* --- difficulties ------------------------------------------------------- */

static int
do_difficulty_verb(struct edit *e, struct cmd *c, struct entry *en,
    const char *verb)
{
	if (strcmp(verb, "answer") == 0)
		return log_difficulty_answer(e, opt_get(c, "answer"), en);
	if (strcmp(verb, "close") == 0)
		return log_difficulty_close(e, opt_get(c, "close"), en);
	if (strcmp(verb, "set") == 0)
		return log_set(e, "difficulty", opt_get(c, "set"), en);
	return log_add_difficulty(e, opt_has(c, "private"), en);
}

static int
do_difficulty(struct edit *e, struct cmd *c, struct entry *en, void *verb)
{
	int	rc = do_difficulty_verb(e, c, en, verb);

	if (rc == 0)
		log_look(e, "difficulties", NULL);
	return rc;
}

/* An answer, or the end: TEXT is the answer. */
static void
answer(struct cmd *c, const char *verb)
{
	struct entry	en[] = {
		{ "answer", _("TEXT"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		LAST
	};
	char		*typed = NULL;

	if (en[0].typed == NULL && strcmp(verb, "answer") == 0) {
		if (ask_can())
			en[0].typed = typed = ask(_("What was answered?"));
		if (typed == NULL) {
			opt_misuse(c, N_("what was answered?"));
			return;
		}
	}
	log_with_text(c, do_difficulty, en, (void *)(uintptr_t)verb);
	free(typed);
}

void
run_difficulty(struct cmd *c)
{
	static const char *const	verbs[] = { "answer", "close", "set",
	    NULL };
	struct entry			en[] = {
		{ "what", _("TEXT"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		TYPED("category", "category"), TYPED("severity", "severity"),
		TYPED("raised_by", "by"), TYPED("assigned_to", "assigned-to"),
		TYPED("due", "due"), TYPED("answer", "answered"),
		TYPED("visibility", "visibility"), LAST
	};
	const char			*verb = one_of(c, verbs);

	if (verb == NULL || (*verb != '\0' && is_new_only(c, verb)))
		return;
	if (*verb == 'a' || *verb == 'c') {
		answer(c, verb);
		return;
	}
	if (*verb == '\0' && c->argc == 0) {
		opt_misuse(c, N_("which difficulty? say what is in the way"));
		return;
	}
	if (*verb == '\0' && opt_has(c, "answered")) {
		opt_misuse(c, N_("'--%s' goes with '--%s'"), "answered",
		    "set");
		return;
	}
	if (*verb == '\0') {
		if (ask_can() && strcmp(en[0].typed, "-") != 0 && edit_try(c,
		    do_difficulty, en, (void *)(uintptr_t)verb) != 0)
			return;
		en[4].typed = ask_or_opt(c, "assigned-to",
		    _("Who answers it?"));
		en[5].typed = edit_ask_day(c, "due", _("By which day?"));
	}
	log_with_text(c, do_difficulty, en, (void *)(uintptr_t)verb);
}

const struct opt	difficulty_opts[] = {
	{ 0, "category", N_("WORD"), N_("lodging, language, task, conflict, health, admin, integration, money or other") },
	{ 0, "severity", N_("N"), N_("1, 2 or 3; 3 is worst") },
	{ 0, "by", N_("WHO"), N_("role that raised it, not a name") },
	{ 0, "assigned-to", N_("WHO"), N_("role that answers it, not a name") },
	{ 0, "due", N_("DATE"), N_("day by which it is answered") },
	{ 0, "answer", N_("DIFFICULTY"), N_("TEXT is what was answered") },
	{ 0, "close", N_("DIFFICULTY"), N_("it is over; TEXT, if there is one, is what helped") },
	{ 0, "set", N_("DIFFICULTY"), N_("correct it: TEXT and options replace what stands there") },
	{ 0, "answered", N_("TEXT"), N_("with --set: the answer") },
	O_PRIVATE, O_ID, O_END
};

/* --- stories ------------------------------------------------------------ */

static int
do_story_verb(struct edit *e, struct cmd *c, struct entry *en,
    const char *verb)
{
	if (strcmp(verb, "select") == 0)
		return log_story_select(e, opt_get(c, "select"), en);
	if (strcmp(verb, "share") == 0)
		return log_story_share(e, opt_get(c, "share"), en);
	if (strcmp(verb, "withdraw") == 0)
		return log_story_withdraw(e, opt_get(c, "withdraw"));
	if (strcmp(verb, "set") == 0)
		return log_set(e, "story", opt_get(c, "set"), en);
	return log_add_story(e, opt_has(c, "private"), en);
}

static int
do_story(struct edit *e, struct cmd *c, struct entry *en, void *verb)
{
	int	rc = do_story_verb(e, c, en, verb);

	if (rc == 0)
		log_look(e, "stories", NULL);
	return rc;
}

/* Who chose it and why: asked for, never left out. */
static void
select_story(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("selected_by", "by"), TYPED("selected_why", "why"), LAST
	};

	en[0].typed = ask_need(c, "by", _("Who chose it?"));
	if (en[0].typed != NULL)
		en[1].typed = ask_need(c, "why", _("Why this one?"));
	if (en[0].typed != NULL && en[1].typed != NULL)
		edit_run(c, do_story, en, (void *)(uintptr_t)"select");
}

/* TEXT goes with a new story and with a correction. */
static int
story_fits_verb(struct cmd *c, const char *verb)
{
	int	words = *verb == '\0' || strcmp(verb, "set") == 0;

	if (*verb != '\0' && is_new_only(c, verb))
		return 0;
	if (!words && c->argc > 0)
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[0]);
	else if (*verb == '\0' && c->argc == 0)
		opt_misuse(c, N_("which story? tell it in a few sentences"));
	else if (*verb == '\0' && (opt_has(c, "by") || opt_has(c, "why")))
		opt_misuse(c, N_("'--%s' goes with '--%s'"), opt_has(c, "by") ?
		    "by" : "why", "select");
	else
		return 1;
	return 0;
}

void
run_story(struct cmd *c)
{
	static const char *const	verbs[] = { "select", "share",
	    "withdraw", "set", NULL };
	struct entry			en[] = {
		{ "text", _("TEXT"), c->argc > 0 ? c->argv[0] : NULL, NULL },
		TYPED("domain", "domain"), TYPED("actor", "actor"),
		TYPED("contribution", "contribution"),
		TYPED("consent", "consent"), TYPED("selected_by", "by"),
		TYPED("selected_why", "why"),
		TYPED("visibility", "visibility"), LAST
	};
	const char			*verb = one_of(c, verbs);

	if (verb == NULL || !story_fits_verb(c, verb))
		return;
	if (strcmp(verb, "select") == 0) {
		select_story(c);
		return;
	}
	if (*verb == '\0' && !opt_has(c, "private"))
		en[4].typed = ask_or_opt(c, "consent", _("Does the person who "
		    "told it agree that others read it? (yes, no)"));
	log_with_text(c, do_story, en, (void *)(uintptr_t)verb);
}

const struct opt	story_opts[] = {
	{ 0, "domain", N_("TEXT"), N_("what part of life it is about") },
	{ 0, "actor", N_("WHO"), N_("role of the person who changed, not a name") },
	{ 0, "contribution", N_("TEXT"), N_("what helped") },
	{ 0, "consent", N_("WORD"), N_("yes: the teller agrees that others read it; else it stays private") },
	{ 0, "select", N_("STORY"), N_("it was chosen among others: --by WHO --why TEXT") },
	{ 0, "by", N_("WHO"), N_("who chose it") },
	{ 0, "why", N_("TEXT"), N_("why this one") },
	{ 0, "share", N_("STORY"), N_("its teller agrees now: into the shared folder") },
	{ 0, "withdraw", N_("STORY"), N_("its teller no longer agrees: into the private folder") },
	{ 0, "set", N_("STORY"), N_("correct it: TEXT and options replace what stands there") },
	O_PRIVATE, O_ID, O_END
};
