/*
 * cpm-log: the mentor's log.  Facts go to log.csv, small-changes.csv and
 * lessons.csv, prose to notes/; what is private to the private folder.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ask.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/opt.h"
#include "base/utf.h"
#include "model/logedit.h"
#include "view/logtext.h"

#define PROSE_MAX	((size_t)1 << 20)

#define TYPED(col, opt)	{ (col), "--" opt, opt_get(c, opt), NULL }
#define LAST		{ NULL, NULL, NULL, NULL }

/* Open, change with fn, save, close. */
static void
change(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    const char *), struct entry *en, const char *arg)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct edit	 e;

	if (p == NULL)
		return;
	edit_begin(&e, p, c);
	if (fn(&e, c, en, arg) == 0)
		edit_end(&e, c);
	else
		edit_cancel(&e);
	entry_free(en);
	project_close(p);
}

/* A whole file or standard input ("-"); NULL (said) on failure. */
static char *
read_text(const char *path)
{
	FILE		*fp = stdin;
	struct str	 s;
	char		 buf[4096];
	size_t		 n;

	if (strcmp(path, "-") == 0 && ask_can())
		msg_note(N_("type the text; control-D on a line of its own "
		    "ends it"));
	if (strcmp(path, "-") != 0 && (fp = fopen(path, "r")) == NULL) {
		msg_errno("%s", path);
		return NULL;
	}
	str_init(&s);
	while (s.len <= PROSE_MAX && (n = fread(buf, 1, sizeof(buf), fp)) > 0)
		str_addn(&s, buf, n);
	n = (size_t)ferror(fp);
	if (fp != stdin)
		fclose(fp);
	if (n != 0)
		msg_errno("%s", path);
	else if (s.len > PROSE_MAX)
		msg_fault(NULL, N_("%s: a text of more than 1 MB"), path);
	else if (memchr(s.s, '\0', s.len) != NULL ||
	    utf_valid(s.s, s.len) != s.len)
		msg_fault(NULL, N_("%s: not UTF-8"), path);
	else
		return str_take(&s);
	str_free(&s);
	return NULL;
}

/* The first line of a text that came by standard input; *rest is behind it. */
static char *
first_line(char *text, const char **rest)
{
	char	*end = text + strcspn(text, "\n");

	*rest = NULL;
	if (*end != '\0') {
		*end++ = '\0';
		end += strspn(end, "\r\n");
		if (*end != '\0')
			*rest = end;
	}
	return text;
}

static int
do_add(struct edit *e, struct cmd *c, struct entry *en, const char *prose)
{
	return log_add(e, opt_has(c, "private"), prose, en);
}

static void
run_add(struct cmd *c)
{
	struct entry	 en[] = {
		TYPED("mode", "mode"), TYPED("author", "author"),
		TYPED("theme", "theme"), TYPED("minutes", "minutes"),
		TYPED("persons", "persons"), TYPED("women", "women"),
		TYPED("refs", "refs"),
		{ "summary", _("SUMMARY"), c->argv[0], NULL },
		TYPED("agreed", "agreed"), TYPED("visibility", "visibility"),
		LAST
	};
	const char	*file = opt_get(c, "note"), *prose = NULL;
	char		*text = NULL, *note = NULL, *mode = NULL;

	if (en[0].typed == NULL && ask_can())
		en[0].typed = mode = ask(_("What kind of contact? (visit, "
		    "call, message, workshop, training, other)"));
	if (en[4].typed == NULL)
		en[4].typed = opt_get(c, "with");
	if (strcmp(c->argv[0], "-") == 0) {
		if (file != NULL && strcmp(file, "-") == 0) {
			opt_misuse(c, N_("standard input cannot be both "
			    "summary and note"));
			goto out;
		}
		if ((text = read_text("-")) == NULL)
			goto out;
		en[7].typed = first_line(text, &prose);
	}
	if (file != NULL) {
		if ((note = read_text(file)) == NULL)
			goto out;
		prose = note;
	}
	change(c, do_add, en, prose);
out:
	free(text);
	free(note);
	free(mode);
}

static int
do_seen(struct edit *e, struct cmd *c, struct entry *en, const char *arg)
{
	(void)arg;
	return log_add_seen(e, opt_has(c, "private"), en);
}

static void
run_seen(struct cmd *c)
{
	struct entry	 en[] = {
		{ "what", _("TEXT"), c->argv[0], NULL },
		TYPED("for_whom", "for"), TYPED("seen_by", "by"),
		TYPED("ref", "ref"), TYPED("evidence", "evidence"),
		TYPED("visibility", "visibility"), LAST
	};
	const char	*rest;
	char		*text = NULL, *whom = NULL;

	if (en[1].typed == NULL && ask_can())
		en[1].typed = whom = ask(_("For whom?"));
	if (strcmp(c->argv[0], "-") != 0)
		change(c, do_seen, en, NULL);
	else if ((text = read_text("-")) != NULL) {
		en[0].typed = first_line(text, &rest);
		change(c, do_seen, en, NULL);
	}
	free(text);
	free(whom);
}

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
do_lesson(struct edit *e, struct cmd *c, struct entry *en, const char *state)
{
	size_t	i;

	for (i = 0; i < NFURTHER; i++)
		if (strcmp(further[i].state, state) == 0)
			return log_lesson_to(e, opt_get(c,
			    further[i].option), state, en);
	return log_add_lesson(e, opt_has(c, "private"), en);
}

static void
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
		change(c, do_lesson, en, state);
}

/* --- showing -------------------------------------------------------------------- */

/* A day typed for a filter; DATE_NONE where none was.  -1 (said). */
static int
filter_day(struct cmd *c, struct project *p, const char *name, int *day)
{
	const char	*s = opt_get(c, name + 2);

	*day = DATE_NONE;
	if (s == NULL || project_day(p, s, day) == 0)
		return 0;
	opt_misuse(c, N_("%s: no such day: '%s' (write it as 2026-12-31)"),
	    name, s);
	return -1;
}

static int
filter(struct cmd *c, struct project *p, struct log_filter *f, char *mode)
{
	const struct schema	*s = schema_find("log");

	f->author = opt_get(c, "author");
	f->theme = opt_get(c, "theme");
	f->ref = opt_get(c, "ref");
	f->words = opt_get(c, "text");
	f->mode = opt_get(c, "mode");
	if (f->mode != NULL && (f->mode = schema_value(&s->cols[schema_col(s,
	    "mode")], f->mode, mode)) == NULL) {
		opt_misuse(c, N_("no such kind of contact: '%s'"),
		    opt_get(c, "mode"));
		return -1;
	}
	return filter_day(c, p, "--since", &f->since) != 0 ||
	    filter_day(c, p, "--until", &f->until) != 0 ? -1 : 0;
}

/* What a small change has not: a kind of contact and a theme. */
static int
list_fits(struct cmd *c, const char *what)
{
	const char	*name = NULL;

	if (*what != 'c' && opt_has(c, "mode"))
		name = "mode";
	else if (*what == 's' && opt_has(c, "theme"))
		name = "theme";
	if (name == NULL)
		return 0;
	opt_misuse(c, N_("'--%s' does not go with 'list %s'"), name, what);
	return -1;
}

static void
run_list(struct cmd *c)
{
	const char		*what = c->argc > 0 ? c->argv[0] : "contacts";
	struct log_filter	 f;
	struct log_book		 b;
	struct project		*p;
	struct out		 o;
	char			 mode[64];

	if (strcmp(what, "contacts") != 0 && strcmp(what, "seen") != 0 &&
	    strcmp(what, "lessons") != 0) {
		opt_misuse(c, N_("list contacts, seen or lessons, not '%s'"),
		    what);
		return;
	}
	if (list_fits(c, what) != 0 ||
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (filter(c, p, &f, mode) != 0) {
		project_close(p);
		return;
	}
	if (log_load(&b, p, 1) == 0 && out_begin(&o, c->out) == 0) {
		if (*what == 'c')
			logtext_contacts(o.fp, c->form, &b, &f);
		else if (*what == 's')
			logtext_seen(o.fp, c->form, &b, &f);
		else
			logtext_lessons(o.fp, c->form, &b, &f);
		out_end(&o, 0);
	}
	log_free(&b);
	project_close(p);
}

/* The rows of the three tables whose ids begin with what was typed. */
struct hits {
	const struct log_contact *contact;
	const struct log_seen	*seen;
	const struct log_lesson	*lesson;
	int			 n;
	int			 exact;
};

static int
hit(struct hits *h, const char *id, const char *typed)
{
	if (strncmp(id, typed, strlen(typed)) != 0 || h->exact)
		return 0;
	if (strcmp(id, typed) == 0) {
		memset(h, 0, sizeof(*h));
		h->exact = 1;
	}
	h->n++;
	return 1;
}

static struct hits
find(const struct log_book *b, const char *typed)
{
	struct hits	h;
	size_t		i;

	memset(&h, 0, sizeof(h));
	for (i = 0; i < b->ncontacts; i++)
		if (hit(&h, b->contacts[i].id, typed))
			h.contact = &b->contacts[i];
	for (i = 0; i < b->nseen; i++)
		if (hit(&h, b->seen[i].id, typed))
			h.seen = &b->seen[i];
	for (i = 0; i < b->nlessons; i++)
		if (hit(&h, b->lessons[i].id, typed))
			h.lesson = &b->lessons[i];
	return h;
}

#define NAMED	6	/* how many that fit are named */

/* An id that fits, and what it is; private words stay where they are. */
static void
say_one(const char *id, const char *typed, int private, const char *words,
    int *n)
{
	if (strncmp(id, typed, strlen(typed)) == 0 && (*n)++ < NAMED)
		msg_hint("%s  %s", id, private ? "" : words);
}

static void
say_several(const struct log_book *b, const char *typed)
{
	size_t	i;
	int	n = 0;

	msg_fault(NULL, N_("'%s' is the beginning of several ids"), typed);
	for (i = 0; i < b->ncontacts; i++)
		say_one(b->contacts[i].id, typed, b->contacts[i].private,
		    b->contacts[i].summary, &n);
	for (i = 0; i < b->nseen; i++)
		say_one(b->seen[i].id, typed, b->seen[i].private,
		    b->seen[i].what, &n);
	for (i = 0; i < b->nlessons; i++)
		say_one(b->lessons[i].id, typed, b->lessons[i].private,
		    b->lessons[i].now_know, &n);
	if (n > NAMED)
		msg_hint(N_("and %d more"), n - NAMED);
}

static void
say_not_found(const struct log_book *b, const struct hits *h,
    const char *typed)
{
	const char	**names, *near;
	size_t		 n = 0, i;

	if (h->n > 1) {
		say_several(b, typed);
		return;
	}
	msg_fault(NULL, N_("nothing in the log has this id: '%s'"), typed);
	names = mem_calloc(b->ncontacts + b->nseen + b->nlessons + 1,
	    sizeof(*names));
	for (i = 0; i < b->ncontacts; i++)
		names[n++] = b->contacts[i].id;
	for (i = 0; i < b->nseen; i++)
		names[n++] = b->seen[i].id;
	for (i = 0; i < b->nlessons; i++)
		names[n++] = b->lessons[i].id;
	near = msg_nearest_id(typed, names);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(names);
}

static void
show(FILE *fp, struct project *p, const struct hits *h)
{
	char	*path, *prose;
	size_t	 n;

	if (h->seen != NULL)
		logtext_show_seen(fp, h->seen);
	else if (h->lesson != NULL)
		logtext_show_lesson(fp, h->lesson);
	else {
		path = log_note_path(h->contact->id);
		prose = h->contact->private ?
		    project_read_private(p, path, &n) :
		    project_read(p, path, &n);
		logtext_show_contact(fp, h->contact, prose);
		free(prose);
		free(path);
	}
}

static void
run_show(struct cmd *c)
{
	struct log_book	 b;
	struct project	*p;
	struct hits	 h;
	struct out	 o;

	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (log_load(&b, p, 1) == 0) {
		h = find(&b, c->argv[0]);
		if (h.n != 1)
			say_not_found(&b, &h, c->argv[0]);
		else if (out_begin(&o, c->out) == 0) {
			show(o.fp, p, &h);
			out_end(&o, 0);
		}
	}
	log_free(&b);
	project_close(p);
}

/* --- the table of verbs ------------------------------------------------------------ */

#define O_ID	{ 0, "id", N_("ID"), N_("the identifier (else made from the words)") }, \
		{ 0, "again", NULL, N_("a genuine second one with the same words") }
#define O_PRIVATE { 0, "private", NULL, N_("only in the private folder of this clone") }, \
		{ 0, "visibility", N_("WHO"), N_("team (meant without it), partner, funder, public or private") }
#define O_THEME	{ 0, "theme", N_("TEXT"), N_("what it is about") }
#define O_END	{ 0, NULL, NULL, NULL }

static const struct opt	o_add[] = {
	{ 0, "mode", N_("WORD"), N_("visit, call, message, document_review, workshop, training, team_meeting, peer_exchange, co_facilitation, job_shadowing or other") },
	{ 0, "author", N_("WHO"), N_("role that writes, not a name") },
	{ 0, "persons", N_("N"), N_("how many took part") },
	{ 0, "with", N_("N"), N_("the same") },
	{ 0, "women", N_("N"), N_("how many of them women") },
	{ 0, "minutes", N_("N"), N_("how long") },
	O_THEME,
	{ 0, "refs", N_("IDS"), N_("what it touched: action:ID change:ID …") },
	{ 0, "agreed", N_("TEXT"), N_("what was agreed until next time") },
	{ 0, "note", N_("FILE"), N_("prose that belongs to it, - for standard input; kept in notes/") },
	O_PRIVATE, O_ID, O_END
};
static const struct opt	o_seen[] = {
	{ 0, "for", N_("WHOM"), N_("for whom it is") },
	{ 0, "by", N_("WHO"), N_("role that saw it, not a name") },
	{ 0, "ref", N_("ID"), N_("what it belongs to, if anything: action:ID …") },
	{ 0, "evidence", N_("TEXT"), N_("what shows it") },
	O_PRIVATE, O_ID, O_END
};
static const struct opt	o_lesson[] = {
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
static const struct opt	o_list[] = {
	{ 0, "author", N_("WHO"), N_("only this role's") },
	{ 0, "since", N_("DATE"), N_("from this day on") },
	{ 0, "until", N_("DATE"), N_("up to this day") },
	{ 0, "mode", N_("WORD"), N_("only this kind of contact") },
	O_THEME,
	{ 0, "ref", N_("ID"), N_("only what touched this") },
	{ 0, "text", N_("WORDS"), N_("only where these words stand") },
	O_END
};

static const struct verb	verbs[] = {
	{ "add", N_("SUMMARY"), N_("a visit, call, review, exchange …; - reads it, and prose below, from standard input"), o_add, 1, 1, run_add },
	{ "list", N_("[contacts|seen|lessons]"), N_("what the log holds; private rows without their words"), o_list, 0, 1, run_list },
	{ "show", N_("ID"), N_("one row whole, with its prose"), NULL, 1, 1, run_show },
	{ "seen", N_("TEXT"), N_("a small change that somebody saw"), o_seen, 1, 1, run_seen },
	{ "lesson", N_("[TEXT]"), N_("a lesson, practice or tool: note it, or take it further"), o_lesson, 0, 1, run_lesson },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-log", N_("contacts, small changes and lessons"), verbs,
	"  cpm-log add --mode visit --minutes 90 'Counted the cash together'\n"
	"  cpm-log list --since 2026-03-01"
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
