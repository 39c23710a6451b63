/*
 * Sessions of co-development: planned, shown, led by a clock, and what is
 * kept of them.  Client, question, contract and suggestions are asked at the
 * terminal or come by standard input, never by an operand alone.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ask.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/utf.h"
#include "model/sessionedit.h"
#include "view/sessiontext.h"
#include "log.h"

/* --- what shows them ------------------------------------------------------ */

struct facts {
	struct project	*p;
	struct plan	 pl;
	struct sessions	 ss;
};

static int
facts_open(struct cmd *c, struct facts *f)
{
	int	bad;

	if ((f->p = project_open(c, PROJECT_READ)) == NULL)
		return -1;
	bad = plan_load(&f->pl, f->p) != 0;
	return sessions_load(&f->ss, f->p, &f->pl) != 0 || bad ? 1 : 0;
}

static void
facts_close(struct facts *f)
{
	sessions_free(&f->ss);
	plan_free(&f->pl);
	project_close(f->p);
}

/* The series of --series, NULL for all.  0, or -1 (said). */
static int
series_asked(struct cmd *c, struct facts *f, const char **series)
{
	const char	*v = opt_get(c, "series");

	*series = NULL;
	return v != NULL &&
	    (*series = session_series_meant(&f->ss, v)) == NULL ? -1 : 0;
}

static void
list(struct cmd *c)
{
	struct facts	f;
	struct out	o;
	const char	*series;
	int		rc;

	if ((rc = facts_open(c, &f)) < 0)
		return;
	if (rc == 0 && series_asked(c, &f, &series) == 0 &&
	    out_begin(&o, c->out) == 0) {
		sessiontext_list(o.fp, c->form, &f.ss, series);
		out_end(&o, 0);
	}
	facts_close(&f);
}

/* The one typed, else the next one; n (said) where there is none. */
static size_t
which(struct cmd *c, struct facts *f, int at)
{
	const char	*series;
	size_t		 i;

	if (c->argc > at)
		return session_meant(&f->ss, f->p, c->argv[at]);
	if (series_asked(c, f, &series) != 0)
		return f->ss.n;
	i = session_next(&f->ss, series, c->today);
	if (i == f->ss.n)
		msg_fault(NULL, N_("no session is planned from today on"));
	return i;
}

static void
run_clock(struct cmd *c, struct facts *f, size_t i)
{
	const char	*v = opt_get(c, "pace");
	const char	*id = f->ss.list[i].id;
	int64_t		 pace = 60;
	int		 sig;

	if (v != NULL && num_int(v, 0, 60, &pace) != 0) {
		opt_misuse(c, N_("--pace: a minute lasts 0 to 60 seconds, "
		    "not '%s'"), v);
		return;
	}
	project_unlock(f->p);
	/* What a group hears is in the group's language. */
	lang_use(project_lang(f->p));
	sig = sessiontext_clock(stdout, &f->ss, i, (int)pace);
	if (sig == 0) {
		printf("  cpm-log session action %s '%s'\n", id, _("WORDS"));
		printf("  cpm-log lesson --ref session:%s '%s'\n", id,
		    _("WORDS"));
	}
	lang_use(c->lang);
	if (sig != 0) {
		fflush(stdout);
		signal(sig, SIG_DFL);
		raise(sig);
	}
}

static void
show(struct cmd *c, int at, int now)
{
	struct facts	f;
	struct out	o;
	size_t		i;
	int		rc;

	if ((rc = facts_open(c, &f)) < 0)
		return;
	if (rc == 0 && (i = which(c, &f, at)) < f.ss.n) {
		if (now)
			run_clock(c, &f, i);
		else if (out_begin(&o, c->out) == 0) {
			lang_use(project_lang(f.p));
			sessiontext_show(o.fp, &f.ss, i);
			lang_use(c->lang);
			out_end(&o, 0);
		}
	}
	facts_close(&f);
}

static void
show_whole(struct cmd *c, struct project *p, struct sessions *ss, size_t i)
{
	struct session_client	*who = session_clients(ss, p);
	char			*path, *sheet;
	struct out		 o;

	if (who == NULL || out_begin(&o, c->out) != 0)
		return;
	path = log_note_path(ss->list[i].id);
	sheet = project_text(p, path, 1);
	sessiontext_show(o.fp, ss, i);
	sessiontext_private(o.fp, &who[i], sheet);
	free(sheet);
	free(path);
	out_end(&o, 0);
}

int
log_show_session(struct cmd *c, struct project *p)
{
	struct sessions	 ss;
	struct plan	 pl;
	size_t		 i;
	int		 found = 0, bad = plan_load(&pl, p);

	if (sessions_load(&ss, p, &pl) == 0 && bad == 0) {
		/* Whoever looks for something else is told so elsewhere. */
		msg_hush(1);
		i = session_meant(&ss, p, c->argv[0]);
		msg_hush(0);
		if ((found = i < ss.n) != 0)
			show_whole(c, p, &ss, i);
	}
	sessions_free(&ss);
	plan_free(&pl);
	return found;
}

/* --- what changes them ----------------------------------------------------- */

static int
do_plan(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)c;
	(void)en;
	return session_plan(e, arg);
}

static void
run_plan(struct cmd *c)
{
	struct session_series	s = {
		c->argv[1], NULL,
		opt_get(c, "start"), opt_get(c, "every"),
		opt_get(c, "minutes"), opt_get(c, "theme"),
		!opt_has(c, "no-closing")
	};
	char			*text = NULL;

	s.start = ask_need(c, "start", _("On which day is the first session? "
	    "(2026-12-31)"));
	if (s.start == NULL)
		return;
	if (s.every == NULL)
		s.every = "1m";
	s.members = ask_need(c, "members", _("Who is client, in which order? "
	    "(codes or roles, not names)"));
	if (s.members == NULL)
		return;
	if (strcmp(s.members, "-") == 0) {
		if ((text = log_read_text("-")) == NULL)
			return;
		s.members = text;
	}
	edit_run(c, do_plan, NULL, &s);
	free(text);
}

static int
do_add(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return session_add(e, c->argv[1], c->argv[2], en);
}

static int
do_move(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	(void)arg;
	return session_move(e, c->argv[1], c->argv[2]);
}

static int
do_action(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)arg;
	return session_act(e, c->argv[1], en);
}

static void
run_action(struct cmd *c)
{
	struct entry	en[] = {
		{ "title", _("TITLE"), opt_joined(c, 2), NULL },
		TYPED("owner", "owner"), TYPED("due", "due"),
		TYPED("means", "means"),
		{ "verification", "--verification", ask_or_opt(c,
		    "verification", _("How will one see that it is done? "
		    "(Enter: not said)")), NULL },
		LAST
	};

	edit_run(c, do_action, en, NULL);
}

static int
do_tell(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return session_tell(e, c->argv[1], arg);
}

/* --- what is private -------------------------------------------------------- */

static int
do_client(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return session_set_client(e, c->argv[1], arg);
}

/* What a line "question: …" is about, in either language; NULL: nothing. */
static const char **
named(char *line, struct session_private *w, char **value)
{
	char		 *colon = strchr(line, ':'), *key;
	const char	**to = NULL;

	if (colon == NULL)
		return NULL;
	*colon = '\0';
	key = utf_plain(line);
	if (strcmp(key, "client") == 0)
		to = &w->client;
	else if (strcmp(key, "question") == 0)
		to = &w->question;
	else if (strcmp(key, "contract") == 0 || strcmp(key, "contrat") == 0)
		to = &w->contract;
	free(key);
	*colon = ':';
	*value = colon + 1 + strspn(colon + 1, " \t");
	return to;
}

/* Lines without a name of their own go on with what stands above them. */
static int
read_private(char *text, struct session_private *w, struct arena *a)
{
	const char	**to = NULL, **is;
	char		 *line, *value;
	long		  n = 0;

	while ((line = strsep(&text, "\n")) != NULL) {
		n++;
		line[strcspn(line, "\r")] = '\0';
		if ((is = named(line, w, &value)) != NULL) {
			to = is;
			*to = arena_str(a, value);
		} else if (line[strspn(line, " \t")] == '\0')
			continue;
		else if (to != NULL)
			*to = arena_printf(a, "%s %s", *to,
			    line + strspn(line, " \t"));
		else {
			msg_fault(&(struct place){ _("standard input"),
			    n, 0, NULL },
			    N_("lines here begin with client:, question: or "
			    "contract:"));
			return -1;
		}
	}
	return 0;
}

static void
run_client(struct cmd *c)
{
	struct session_private	w = { NULL, NULL, NULL,
				    opt_has(c, "replace") };
	char			*text, *a[3];
	int			 i;

	if (ask_can()) {
		/* What is confided to no session would be lost. */
		if (edit_try(c, do_client, NULL, &w) != 0)
			return;
		a[0] = ask(_("Who is client? (code or role; Enter: as it "
		    "is)"));
		a[1] = ask(_("What is the question? (Enter: as it is)"));
		a[2] = ask(_("Which help is asked for? (Enter: as it is)"));
		w.client = a[0];
		w.question = a[1];
		w.contract = a[2];
		edit_run(c, do_client, NULL, &w);
		for (i = 0; i < 3; i++)
			free(a[i]);
		return;
	}
	if ((text = log_read_text("-")) == NULL)
		return;
	if (read_private(text, &w, &c->kept) != 0)
		;
	else if (w.client == NULL && w.question == NULL && w.contract == NULL)
		msg_fault(NULL, N_("nothing was written"));
	else
		edit_run(c, do_client, NULL, &w);
	free(text);
}

static int
do_suggest(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	(void)en;
	return session_suggest(e, c->argv[1], arg);
}

/* Operands that stand for text would be in the shell's history. */
static void
run_with_text(struct cmd *c, int (*fn)(struct edit *, struct cmd *,
    struct entry *, void *))
{
	char	*text = log_read_text("-");

	if (text != NULL)
		edit_run(c, fn, NULL, text);
	free(text);
}

/* --- the verb ---------------------------------------------------------------- */

enum word { W_LIST, W_PLAN, W_ADD, W_MOVE, W_SHOW, W_RUN, W_CLIENT,
    W_SUGGESTIONS, W_ACTION, W_TOLD };

static const struct {
	const char	*word, *fr;
	int		 min, max;	/* operands with the word itself */
	const char	*opts;		/* those that go with it */
} words[] = {
	{ "list", "liste", 1, 1, " series " },
	{ "plan", "planifier", 2, 2,
	    " members start every minutes theme no-closing " },
	{ "add", "ajouter", 3, 3, " minutes theme id again " },
	{ "move", "deplacer", 3, 3, " " },
	{ "show", "montrer", 1, 2, " series now pace " },
	{ "run", "animer", 1, 2, " series now pace " },
	{ "client", "client", 2, 2, " replace " },
	{ "suggestions", "suggestions", 2, 2, " " },
	{ "action", "action", 3, -1,
	    " owner due verification means id again " },
	{ "told", "raconte", 3, -1, " " }
};

#define NWORDS	(sizeof(words) / sizeof(*words))

static int
word_of(struct cmd *c)
{
	const char	*names[NWORDS + 1], *near;
	char		*plain;
	size_t		 i;

	if (c->argc == 0)
		return opt_has(c, "now") ? W_RUN : W_LIST;
	plain = utf_plain(c->argv[0]);
	for (i = 0; i < NWORDS; i++) {
		names[i] = words[i].word;
		if (strcmp(plain, words[i].word) == 0 ||
		    strcmp(plain, words[i].fr) == 0)
			break;
	}
	free(plain);
	if (i < NWORDS)
		return (int)i;
	names[NWORDS] = NULL;
	near = msg_nearest(c->argv[0], names);
	opt_misuse(c, N_("session takes list, plan, add, move, show, run, "
	    "client, suggestions, action or told, not '%s'"), c->argv[0]);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	return -1;
}

/* Whether the options and operands are of this word. */
static int
fits(struct cmd *c, int w)
{
	const struct opt	*o;
	char			*name;
	int			 other;

	for (o = session_opts; o->name != NULL; o++) {
		name = mem_printf(" %s ", o->name);
		other = opt_has(c, o->name) &&
		    strstr(words[w].opts, name) == NULL;
		free(name);
		if (other) {
			opt_misuse(c, N_("'--%s' does not go with 'session "
			    "%s'"), o->name, words[w].word);
			return 0;
		}
	}
	if (c->argc > 0 && c->argc < words[w].min)
		opt_misuse(c, N_("'session %s' needs more words"),
		    words[w].word);
	else if (words[w].max >= 0 && c->argc > words[w].max)
		opt_misuse(c, N_("one word too many: '%s'"),
		    c->argv[words[w].max]);
	else
		return 1;
	return 0;
}

static void
run_add_session(struct cmd *c)
{
	struct entry	en[] = {
		TYPED("minutes", "minutes"), TYPED("theme", "theme"), LAST
	};

	edit_run(c, do_add, en, NULL);
}

static void
run_told(struct cmd *c)
{
	if (c->argc == 3 && strcmp(c->argv[2], "-") == 0)
		run_with_text(c, do_tell);
	else
		edit_run(c, do_tell, NULL, opt_joined(c, 2));
}

void
run_session(struct cmd *c)
{
	int	w = word_of(c);

	if (w < 0 || !fits(c, w))
		return;
	switch (w) {
	case W_LIST:
		list(c);
		break;
	case W_PLAN:
		run_plan(c);
		break;
	case W_ADD:
		run_add_session(c);
		break;
	case W_MOVE:
		edit_run(c, do_move, NULL, NULL);
		break;
	case W_SHOW:
		show(c, 1, opt_has(c, "now"));
		break;
	case W_RUN:
		show(c, 1, 1);
		break;
	case W_CLIENT:
		run_client(c);
		break;
	case W_SUGGESTIONS:
		run_with_text(c, do_suggest);
		break;
	case W_ACTION:
		run_action(c);
		break;
	default:
		run_told(c);
	}
}

const struct opt	session_opts[] = {
	{ 0, "members", N_("CODES"), N_("plan: the members in the order in which they are client; - for standard input") },
	{ 0, "start", N_("DATE"), N_("plan: day of the first session") },
	{ 0, "every", N_("SPAN"), N_("plan: 1m (meant without it), 4w, 30d") },
	{ 0, "minutes", N_("N"), N_("plan, add: what the six steps take, 85 without it") },
	O_THEME,
	{ 0, "no-closing", NULL, N_("plan: no last session to tell what became of the plans") },
	{ 0, "series", N_("NAME"), N_("list, show, run: only this series") },
	{ 0, "now", NULL, N_("show: a clock leads through the six steps, as run does") },
	{ 0, "pace", N_("SECONDS"), N_("run: how long a minute lasts, to rehearse (60)") },
	{ 0, "replace", NULL, N_("client: write over the question or contract that is there") },
	{ 0, "owner", N_("WHO"), N_("action: role that does it, not a name (client)") },
	{ 0, "due", N_("DATE"), N_("action: last day (that of the next session)") },
	{ 0, "verification", N_("TEXT"), N_("action: by what one sees that it is done") },
	{ 0, "means", N_("TEXT"), N_("action: people, money and material it takes") },
	O_ID, O_END
};
