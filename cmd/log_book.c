/*
 * A participant's own logbook, and what its writer harvests from it.  No
 * other verb and no other command opens one.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/date.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/utf.h"
#include "model/bookedit.h"
#include "view/booktext.h"
#include "log.h"

#define BOOK_MAX	((size_t)4 << 20)

/* --- the file ------------------------------------------------------------- */

static char *
read_file(const char *path)
{
	struct str	s;
	size_t		n;
	int		rc;

	str_init(&s);
	rc = log_slurp(&s, path, BOOK_MAX);
	if (strcmp(path, "-") == 0)
		path = _("standard input");
	if (rc == 0) {
		n = s.len;
		return logbook_readable(str_take(&s), n, path);
	}
	if (rc > 0)
		msg_fault(&(struct place){ path, 0, 0, NULL },
		    N_("a logbook of more than 4 MB"));
	str_free(&s);
	return NULL;
}

/* --- logbook ---------------------------------------------------------------- */

struct page {
	const char	*who;
	const char	*texts[LOGBOOK_PARTS];
};

static int
do_page(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const struct page	*pg = arg;

	(void)c;
	(void)en;
	return logbook_keep(e, pg->who, project_today(e->p), pg->texts);
}

static void
ask_texts(struct cmd *c, struct page *pg)
{
	static const char *const	questions[] = {
		N_("What did it teach you? (Enter: nothing to say)"),
		N_("How was it for you?"),
		N_("What moved, however small?")
	};
	char				*a;
	size_t				 i;

	for (i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		if ((a = ask(_(questions[i]))) != NULL) {
			pg->texts[i] = arena_str(&c->kept, a);
			free(a);
		}
}

void
run_logbook(struct cmd *c)
{
	struct page	 pg = { c->argv[0], { NULL, NULL, NULL, NULL } };
	char		*text;
	size_t		 i, n = 0;
	int		 bad = 0;

	if (ask_can() && c->argc == 1)
		ask_texts(c, &pg);
	else if (c->argc == 2 && strcmp(c->argv[1], "-") != 0) {
		opt_misuse(c, N_("what goes into a logbook comes by standard "
		    "input: it would stay in the shell's history"));
		return;
	} else {
		if ((text = read_file("-")) == NULL)
			return;
		bad = logbook_split(text, (struct place){
		    _("standard input"), 1, 0, NULL },
		    &c->kept, pg.texts);
		free(text);
	}
	for (i = 0; i < LOGBOOK_PARTS; i++)
		n += pg.texts[i] != NULL;
	if (bad)
		return;
	if (n == 0)
		msg_fault(NULL, N_("nothing was written"));
	else
		edit_run(c, do_page, NULL, &pg);
}

/* --- harvest ------------------------------------------------------------------ */

/* Whose file it is: on a shared machine another's is not opened. */
static int
is_mine(const char *path)
{
	struct stat	st;

	if (strcmp(path, "-") == 0 || stat(path, &st) != 0 ||
	    st.st_uid == geteuid())
		return 1;
	msg_fault(&(struct place){ path, 0, 0, NULL },
	    N_("this logbook is another person's"));
	return 0;
}

/* The text of -f, or of WHO in the private folder; NULL (said). */
static char *
harvest_text(struct cmd *c, struct project *p, char **shown)
{
	const char	*file = opt_get(c, "file");
	char		*rel, *path, *text = NULL;

	if (file != NULL) {
		*shown = mem_strdup(file);
		return is_mine(file) ? read_file(file) : NULL;
	}
	if ((rel = logbook_path(c->argv[0])) == NULL)
		return NULL;
	path = mem_printf("%s/%s", project_private_dir(p), rel);
	if (access(path, F_OK) != 0) {
		msg_fault(NULL, N_("there is no %s in the private folder"),
		    rel);
		msg_hint(N_("cpm-log logbook %s begins it; -f FILE reads one "
		    "from elsewhere"), c->argv[0]);
	} else if (is_mine(path))
		text = read_file(path);
	*shown = rel;
	free(path);
	return text;
}

static int
read_day(struct cmd *c, struct project *p, const char *name, int *day)
{
	const char	*v = opt_get(c, name + 2);

	*day = DATE_NONE;
	if (v == NULL || (p != NULL ? project_day(p, v, day) :
	    date_parse_as(v, 'd', day)) == 0)
		return 0;
	project_day_misuse(c, p, name, v);
	return -1;
}

static int
read_part(struct cmd *c, int *part)
{
	static const struct {
		const char	*word;
		int		 part;
	}		 words[] = {
		{ "teaching", LOGBOOK_TEACHING },
		{ "enseignement", LOGBOOK_TEACHING },
		{ "feeling", LOGBOOK_FEELING },
		{ "ressenti", LOGBOOK_FEELING },
		{ "progress", LOGBOOK_PROGRESS },
		{ "progres", LOGBOOK_PROGRESS },
		{ "other", LOGBOOK_OTHER }, { "autre", LOGBOOK_OTHER }
	};
	const char	*v = opt_get(c, "part");
	char		*plain;
	size_t		 i;

	*part = -1;
	if (v == NULL)
		return 0;
	plain = utf_plain(v);
	for (i = 0; i < sizeof(words) / sizeof(*words) && *part < 0; i++)
		if (strcmp(words[i].word, plain) == 0)
			*part = words[i].part;
	free(plain);
	if (*part >= 0)
		return 0;
	opt_misuse(c, N_("--part: teaching, feeling, progress or other, not "
	    "'%s'"), v);
	return -1;
}

/* --- one line of it becomes a lesson --------------------------------------- */

static int
do_lift(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	int	rc = log_add_lesson(e, 0, en);

	(void)c;
	(void)arg;
	if (rc == 0)
		log_look(e, "lessons", NULL);
	return rc;
}

/* The line that is meant: --line, or asked for; NULL (said). */
static const struct logbook_item *
line_meant(struct cmd *c, const struct logbook *b)
{
	const char	*v = opt_get(c, "line");
	int64_t		 n = 0;

	if (v == NULL && ask_can()) {
		booktext_threads(stderr, FORM_AUTO, b, &(struct booktext_ask){
		    -1, DATE_NONE, DATE_NONE });
		v = ask_or_opt(c, "line", _("Which line? (its number)"));
	}
	if (v == NULL)
		opt_misuse(c, N_("which line becomes a lesson? (--line N, as "
		    "harvest numbers them)"));
	else if (num_int(v, 1, (int64_t)b->n, &n) == 0)
		return &b->items[n - 1];
	else
		opt_misuse(c, N_("--line: there is no line %s"), v);
	return NULL;
}

/* Shown as it will stand; shared only when its writer says so. */
static int
agreed(struct cmd *c, const char *words)
{
	char	*a;
	int	 yes;

	fprintf(stderr, "%s\n\n    %s\n\n", _("This becomes a lesson of the "
	    "team; everybody who has the folder will read it, for ever:"),
	    words);
	if (opt_has(c, "yes"))
		return 1;
	if (!ask_can()) {
		msg_fault(NULL, N_("nothing is shared yet: --yes shares it"));
		return 0;
	}
	a = ask(_("Share it? (yes, no)"));
	yes = a != NULL && strchr("yYoO", *a) != NULL;
	free(a);
	if (!yes)
		msg_note(N_("nothing is shared"));
	return yes;
}

static void
lift(struct cmd *c, const struct logbook *b)
{
	const struct logbook_item	*i = line_meant(c, b);
	const char			*words;
	char				*own = NULL, *clean;

	if (i == NULL)
		return;
	words = i->text;
	if (ask_can() && !opt_has(c, "yes") && (own = ask(_("In which words? "
	    "(Enter: as they stand)"))) != NULL)
		words = own;
	clean = msg_clean(words, strlen(words));
	if (agreed(c, clean)) {
		struct entry	en[] = {
			{ "now_know", _("TEXT"), words, NULL },
			TYPED("kind", "kind"), TYPED("ref", "ref"),
			TYPED("theme", "theme"), LAST
		};

		edit_run(c, do_lift, en, NULL);
	}
	free(clean);
	free(own);
}

static int
harvest_fits(struct cmd *c)
{
	static const char *const	only[] = { "line", "yes", "kind",
	    "ref", "theme", NULL };
	static const char *const	not[] = { "part", "since", "until",
	    NULL };
	const char *const		*name;
	int				 lifts = opt_has(c, "to-lesson");

	if ((opt_get(c, "file") != NULL) == (c->argc > 0)) {
		opt_misuse(c, N_("whose logbook? a code, or -f FILE"));
		return 0;
	}
	for (name = lifts ? not : only; *name != NULL; name++)
		if (opt_has(c, *name)) {
			opt_misuse(c, lifts ? N_("'--%s' does not go with "
			    "'--to-lesson'") : N_("'--%s' goes with "
			    "'--to-lesson'"), *name);
			return 0;
		}
	return 1;
}

static void
threads(struct cmd *c, struct project *p, const struct logbook *b)
{
	struct booktext_ask	ask;
	struct out		o;

	if (read_part(c, &ask.part) != 0 ||
	    read_day(c, p, "--since", &ask.since) != 0 ||
	    read_day(c, p, "--until", &ask.until) != 0 ||
	    out_begin(&o, c->out) != 0)
		return;
	booktext_threads(o.fp, c->form, b, &ask);
	out_end(&o, 0);
}

/* The lock is gone before a person is asked; `b` needs no project. */
void
run_harvest(struct cmd *c)
{
	struct project	*p = NULL;
	struct logbook	 b;
	char		*text, *shown = NULL;
	int		 bad;

	if (!harvest_fits(c) || ((opt_get(c, "file") == NULL ||
	    project_here(c)) && (p = project_open(c, PROJECT_READ)) == NULL))
		return;
	if ((text = harvest_text(c, p, &shown)) != NULL) {
		bad = logbook_read(&b, text, shown, logbook_order(p));
		if (!opt_has(c, "to-lesson"))
			threads(c, p, &b);
		else if (!bad) {
			project_close(p);
			p = NULL;
			lift(c, &b);
		}
		logbook_free(&b);
	}
	free(text);
	free(shown);
	project_close(p);
}

const struct opt	logbook_opts[] = { O_END };

const struct opt	harvest_opts[] = {
	{ 'f', "file", N_("FILE"), N_("a logbook elsewhere, - for standard input; outside a project too") },
	{ 0, "part", N_("WORD"), N_("only teaching, feeling, progress or other") },
	{ 0, "since", N_("DATE"), N_("from this day on") },
	{ 0, "until", N_("DATE"), N_("up to this day") },
	{ 0, "to-lesson", NULL, N_("lift one line into a lesson that the team reads") },
	{ 0, "line", N_("N"), N_("to-lesson: which one") },
	{ 0, "yes", NULL, N_("to-lesson: share it without being asked") },
	{ 0, "kind", N_("WORD"), N_("to-lesson: lesson (meant without it), practice or tool") },
	{ 0, "ref", N_("ID"), N_("to-lesson: what it was learnt from: action:ID …") },
	{ 0, "theme", N_("TEXT"), N_("to-lesson: what it is about") },
	O_END
};
