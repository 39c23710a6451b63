/* Texts of a peer group: what is kept of a session, a page of a logbook. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/bookedit.h"
#include "model/logedit.h"
#include "model/sessionedit.h"
#include "model/template.h"

/* --- a session ------------------------------------------------------------- */

static const struct buffer_key	codev_keys[] = {
	{ "session", "séance", N_("which session; needed") },
	{ "client", NULL, N_("private: the client's code or role") },
	{ "question", NULL, N_("private: the question, in the client's "
	    "words") },
	{ "contract", NULL, N_("private: the help that was asked for") },
	{ "action", "action", N_("for the group: what the client does before "
	    "the next session, in words that say nothing of the case") },
	{ "verification", "vérification", N_("for the group: by what one sees "
	    "that it is done") },
	{ "lesson", "leçon", N_("for the group: what was learnt") },
	{ NULL, NULL, NULL }
};

/* The session that was held last, today's too; else the next one. */
static void
fill_codev(struct filling *f, struct project *p)
{
	struct sessions	ss;
	struct plan	pl;
	size_t		i;
	int		bad = plan_load(&pl, p);

	if (sessions_load(&ss, p, &pl) == 0 && bad == 0 && ss.n > 0) {
		i = session_last(&ss, NULL, ss.today + 1);
		fill_value(f, "session", ss.list[i < ss.n ? i : 0].id);
	}
	sessions_free(&ss);
	plan_free(&pl);
}

static int
keep_action(struct edit *e, const struct buffer *b, const char *session)
{
	struct entry	en[] = {
		{ "title", NULL, buffer_value(b, "action"), NULL },
		{ "verification", "--verification",
		    buffer_value(b, "verification"), NULL },
		{ NULL, NULL, NULL, NULL }
	};
	int		rc;

	if (en[0].typed == NULL)
		return 0;
	rc = session_act(e, session, en);
	entry_free(en);
	return rc;
}

static int
keep_lesson(struct edit *e, const struct buffer *b)
{
	char		*ref = mem_printf("session:%s", e->got);
	struct entry	 en[] = {
		{ "now_know", NULL, buffer_value(b, "lesson"), NULL },
		{ "ref", "--ref", ref, NULL }, { NULL, NULL, NULL, NULL }
	};
	int		 rc = 0;

	if (en[0].typed != NULL)
		rc = log_add_lesson(e, 0, en);
	if (rc == 0 && en[0].typed != NULL)
		log_look(e, "lessons", NULL);
	entry_free(en);
	free(ref);
	return rc;
}

static int
keep_codev(struct edit *e, const struct buffer *b)
{
	struct session_private	w = { buffer_value(b, "client"),
				    buffer_value(b, "question"),
				    buffer_value(b, "contract"), 0 };
	const char		*session = buffer_value(b, "session");
	struct place		 at = buffer_place(b, "session");
	char			*id;
	int			 rc;

	if (session == NULL) {
		msg_fault(&at, N_("which session is it?"));
		return -1;
	}
	if (buffer_value(b, "verification") != NULL &&
	    buffer_value(b, "action") == NULL) {
		at = buffer_place(b, "verification");
		msg_fault(&at, N_("of which action?"));
		return -1;
	}
	if (session_set_client(e, session, &w) != 0)
		return -1;
	id = mem_strdup(e->got);
	rc = b->prose != NULL ? session_suggest(e, id, b->prose) : 0;
	if (rc == 0)
		rc = keep_lesson(e, b);
	e->about = NULL;
	e->already = 0;
	if (rc == 0)
		rc = keep_action(e, b, id);
	free(id);
	return rc;
}

const struct buffer_kind	template_codev = { "codev",
	"codéveloppement", N_("A session of co-development"),
	"session-clients", codev_keys,
	N_("Below the next line: the client's own sheet of suggestions. It "
	"stays in the private folder; of the exchange itself nothing is "
	"kept."), fill_codev, keep_codev };

/* --- a page of a logbook ----------------------------------------------------- */

static const struct buffer_key	logbook_keys[] = {
	{ "who", "qui", N_("your code: the logbook is yours alone; needed") },
	{ "date", NULL, N_("the day") },
	{ NULL, NULL, NULL }
};

static void
fill_logbook(struct filling *f, struct project *p)
{
	char		 day[DATE_LEN];
	struct str	 s;
	int		 k;

	fill_value(f, "date", date_str(day, project_today(p)));
	str_init(&s);
	for (k = 0; k < LOGBOOK_OTHER; k++)
		str_printf(&s, "%s### %s\n\n", k > 0 ? "\n" : "",
		    logbook_part_words((enum logbook_part)k));
	fill_prose(f, s.s);
	str_free(&s);
}

static int
keep_logbook(struct edit *e, const struct buffer *b)
{
	const char	*texts[LOGBOOK_PARTS], *v;
	const char	*who = buffer_value(b, "who");
	struct place	 at;
	struct arena	 a;
	int		 day = project_today(e->p), rc = -1, n = 0, k, bad;

	at = buffer_place(b, "who");
	if (who == NULL) {
		msg_fault(&at, N_("whose logbook is it? (your code)"));
		return -1;
	}
	v = buffer_value(b, "date");
	at = buffer_place(b, "date");
	if (v != NULL && project_day(e->p, v, &day) != 0) {
		msg_fault(&at, N_("no such day (write it as 2026-12-31)"));
		return -1;
	}
	arena_init(&a);
	at = (struct place){ b->shown, b->prose_line, 0, NULL };
	bad = logbook_split(b->prose != NULL ? b->prose : "", at, &a, texts);
	for (k = 0; k < LOGBOOK_PARTS; k++)
		n += texts[k] != NULL;
	if (bad)
		;
	else if (n == 0)
		msg_fault(NULL, N_("nothing was written"));
	else
		rc = logbook_keep(e, who, day, texts);
	arena_free(&a);
	return rc;
}

const struct buffer_kind	template_logbook = { "logbook", "carnet",
	N_("A page of your logbook"), "log", logbook_keys,
	N_("Below the next line: what the day taught you, how it felt, what "
	"moved, however small. Nobody else reads it."), fill_logbook,
	keep_logbook };
