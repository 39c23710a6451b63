/* What shows the log.  Private rows show without their words but in `show`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logedit.h"
#include "model/unfinished.h"
#include "view/list.h"
#include "view/logtext.h"
#include "log.h"

/* --- what can be listed ------------------------------------------------- */

/* Everything that a verb may show, as far as it was loaded. */
struct shown {
	FILE			*fp;
	enum form		 form;
	struct project		*p;
	struct log_filter	 f;
	char			*ref;		/* of f */
	const char		*count;		/* by what; NULL: rows */
	int			 file;		/* -f: there is no folder */
};

static int
put_contacts(const struct shown *s)
{
	struct log_book	b;
	int		rc = log_load(&b, s->p, 1);

	if (rc == 0 && s->f.words != NULL && !s->file)
		log_prose(&b, s->p);
	if (rc == 0 && s->count != NULL)
		logtext_counts(s->fp, s->form, &b, &s->f, s->count);
	else if (rc == 0)
		logtext_contacts(s->fp, s->form, &b, &s->f);
	log_free(&b);
	return rc;
}

static int
put_seen(const struct shown *s)
{
	struct log_book	b;
	int		rc = log_load(&b, s->p, 1);

	if (rc == 0)
		logtext_seen(s->fp, s->form, &b, &s->f);
	log_free(&b);
	return rc;
}

static int
put_lessons(const struct shown *s)
{
	struct log_book	b;
	int		rc = log_load(&b, s->p, 1);

	if (rc == 0)
		logtext_lessons(s->fp, s->form, &b, &s->f);
	log_free(&b);
	return rc;
}

static int
put_difficulties(const struct shown *s)
{
	struct difficulties	ds;
	int			rc = difficulties_load(&ds, s->p, 1);

	if (rc == 0)
		logtext_difficulties(s->fp, s->form, &ds, &s->f);
	difficulties_free(&ds);
	return rc;
}

static int
put_stories(const struct shown *s)
{
	struct stories	ss;
	int		rc = stories_load(&ss, s->p, 1);

	if (rc == 0)
		logtext_stories(s->fp, s->form, &ss, &s->f);
	stories_free(&ss);
	return rc;
}

/* Texts left in the making: their names, never a word of them. */
static int
put_drafts(const struct shown *s)
{
	static const char *const	names[] = { "draft", "changed", NULL };
	static const char *const	titles[] = { N_("draft"),
	    N_("last changed"), NULL };
	struct unfinished		*u = unfinished_list(s->p);
	struct list			*l;
	size_t				 i;

	l = list_begin(s->fp, s->form, names, list_is_table(s->fp, s->form) ?
	    titles : NULL);
	for (i = 0; u[i].name != NULL; i++)
		list_row(l, (const char *[]){ u[i].name, u[i].changed });
	list_end(l);
	unfinished_free(u);
	return 0;
}

/* Which filters go with which listing. */
static const struct listing {
	const char	*word, *table;
	const char	*takes;		/* options, between blanks */
	int		(*put)(const struct shown *);
} listings[] = {
	{ "contacts", "log", " author since until mode theme ref text peers "
	    "count file ", put_contacts },
	{ "seen", "small-changes", " author since until ref text file ",
	    put_seen },
	{ "lessons", "lessons", " author since until theme ref text state "
	    "kind file ", put_lessons },
	{ "difficulties", "difficulties", " author since until theme text "
	    "state file ", put_difficulties },
	{ "stories", "stories", " author since until theme text file ",
	    put_stories },
	{ "drafts", NULL, " ", put_drafts },
	{ NULL, NULL, NULL, NULL }
};

static const struct listing *
listing_typed(struct cmd *c)
{
	const char	*word = c->argc > 0 ? c->argv[0] : "contacts";
	size_t		 i;

	for (i = 0; listings[i].word != NULL; i++)
		if (strcmp(listings[i].word, word) == 0)
			return &listings[i];
	opt_misuse(c, N_("list contacts, seen, lessons, difficulties, stories "
	    "or drafts, not '%s'"), word);
	return NULL;
}

/* A small change has no kind of contact and no theme. */
static int
list_fits(struct cmd *c, const struct listing *l)
{
	const struct opt	*o;
	char			*word;
	int			 fits = 1;

	for (o = list_opts; o->name != NULL && fits; o++) {
		if (!opt_has(c, o->name) || strcmp(o->name, "md") == 0)
			continue;
		word = mem_printf(" %s ", o->name);
		fits = strstr(l->takes, word) != NULL;
		free(word);
		if (!fits)
			opt_misuse(c, N_("'--%s' does not go with 'list %s'"),
			    o->name, l->word);
	}
	return fits ? 0 : -1;
}

/* --- filters ------------------------------------------------------------ */

/* A day typed for a filter; DATE_NONE where none was.  -1 (said). */
static int
filter_day(struct cmd *c, struct project *p, const char *name, int *day)
{
	const char	*s = opt_get(c, name + 2);

	*day = DATE_NONE;
	if (s == NULL || project_day(p, s, day) == 0)
		return 0;
	project_day_misuse(c, p, name, s);
	return -1;
}

/* A word of a column, in either language, canonical; NULL: not typed. */
static int
filter_word(struct cmd *c, const char *table, const char *column,
    const char **word, char *buf)
{
	const struct schema	*s = schema_find(table);
	const char		*typed = opt_get(c, column);

	*word = NULL;
	if (typed == NULL || (*word = schema_value(&s->cols[schema_col(s,
	    column)], typed, buf)) != NULL)
		return 0;
	if (strcmp(column, "mode") == 0)
		opt_misuse(c, N_("no such kind of contact: '%s'"), typed);
	else
		opt_misuse(c, N_("--%s: no such word: '%s'"), column, typed);
	return -1;
}

/* A difficulty's state follows from its days: its words are not a column's. */
static int
filter_state(struct cmd *c, const struct listing *l, struct log_filter *f,
    char *buf)
{
	static const char *const	states[] = { "open", "answered",
	    "closed" };
	const char			*typed = opt_get(c, "state");
	size_t				 i;

	f->state = NULL;
	if (typed == NULL || strcmp(l->word, "lessons") == 0)
		return filter_word(c, "lessons", "state", &f->state, buf);
	for (i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (strcmp(states[i], typed) == 0) {
			f->state = typed;
			return 0;
		}
	opt_misuse(c, N_("--state: open, answered or closed, not '%s'"),
	    typed);
	return -1;
}

/* A thing that nothing is called is a slip; of a file none is known. */
static int
filter_ref(struct cmd *c, const struct listing *l, struct shown *s)
{
	const char	*typed = opt_get(c, "ref");
	struct edit	 e;
	int		 rc = 0;

	s->f.ref = typed;
	if (typed == NULL || s->file)
		return 0;
	edit_begin(&e, s->p, c);
	if (log_ref_meant(&e, l->table, typed, &s->ref, &s->f.ref_whole) != 0)
		rc = -1;
	else
		edit_say(&e);
	s->f.ref = s->ref;
	edit_cancel(&e);
	return rc;
}

static int
filter(struct cmd *c, const struct listing *l, struct shown *s,
    char buf[3][SCHEMA_VALUE])
{
	static const char *const	by[] = { "mode", "theme", "author",
	    "month" };
	struct log_filter		*f = &s->f;
	size_t				 i;

	f->author = opt_get(c, "author");
	f->theme = opt_get(c, "theme");
	f->words = opt_get(c, "text");
	f->peers = opt_has(c, "peers");
	if (filter_word(c, "log", "mode", &f->mode, buf[0]) != 0 ||
	    filter_word(c, "lessons", "kind", &f->kind, buf[1]) != 0 ||
	    filter_state(c, l, f, buf[2]) != 0 || filter_ref(c, l, s) != 0)
		return -1;
	s->count = opt_get(c, "count");
	for (i = 0; s->count != NULL && i < 4; i++)
		if (strcmp(by[i], s->count) == 0)
			break;
	if (i == 4) {
		opt_misuse(c, N_("--count: by mode, theme, author or month, "
		    "not '%s'"), s->count);
		return -1;
	}
	return filter_day(c, s->p, "--since", &f->since) != 0 ||
	    filter_day(c, s->p, "--until", &f->until) != 0 ? -1 : 0;
}

static enum form
form_typed(const struct cmd *c)
{
	return opt_has(c, "md") ? FORM_MD : c->form;
}

/* Who sees nothing at all would think that nothing works. */
static int
is_empty(struct project *p, const char *table)
{
	return table != NULL && table_count(project_table(p, table)) == 0 &&
	    table_count(project_private(p, table)) == 0;
}

void
run_list(struct cmd *c)
{
	const struct listing	*l = listing_typed(c);
	const char		*file = opt_get(c, "file");
	struct shown		 s = { 0 };
	struct out		 o;
	char			 buf[3][SCHEMA_VALUE];

	if (l == NULL || list_fits(c, l) != 0)
		return;
	s.p = file != NULL ? project_open_file(c, l->table, file) :
	    project_open(c, PROJECT_READ);
	if (s.p == NULL)
		return;
	s.form = form_typed(c);
	s.file = file != NULL;
	if (filter(c, l, &s, buf) == 0 && out_begin(&o, c->out) == 0) {
		s.fp = o.fp;
		if (l->put(&s) == 0)
			out_end(&o, 0);
		else
			out_cancel(&o);
	}
	if (!s.file && isatty(STDERR_FILENO) && is_empty(s.p, l->table))
		msg_note(N_("nothing of this is noted yet"));
	free(s.ref);
	project_close(s.p);
}

/* --- one row ------------------------------------------------------------ */

static void
show(struct cmd *c, struct project *p, const struct found *f)
{
	struct log_book	b;
	struct out	o;
	char		*path, *prose = NULL;

	if (strcmp(f->word, "log") == 0) {
		path = log_note_path(f->id);
		prose = project_text(p, path, f->table->secret);
		free(path);
	}
	if (log_load(&b, p, 0) == 0 && out_begin(&o, c->out) == 0) {
		logtext_row(o.fp, form_typed(c), f->table, f->row, prose, &b);
		out_end(&o, 0);
	}
	log_free(&b);
	free(prose);
}

/* Whether an id of the log begins so; else it may be a session's. */
static int
in_log(struct project *p, const char *typed)
{
	const struct table	*t;
	size_t			 i, k, n = strlen(typed);

	for (k = 0; listings[k].table != NULL; k++)
		for (t = project_table(p, listings[k].table); t != NULL;
		    t = t->secret ? NULL : project_private(p,
		    listings[k].table))
			for (i = table_first(t); i < t->nrows;
			    i = table_next(t, i))
				if (strncmp(cell(t, i, "id"), typed, n) == 0)
					return 1;
	return 0;
}

void
run_show(struct cmd *c)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct edit	 e;
	struct found	 f;

	if (p == NULL)
		return;
	edit_begin(&e, p, c);
	e.private = e.drafts = 1;
	if (!in_log(p, c->argv[0]) && log_show_session(c, p))
		;
	else if (edit_find(&e, c->argv[0], "log small-change lesson "
	    "difficulty story", &f) == 0 && !project_bad(p))
		show(c, p, &f);
	edit_cancel(&e);
	project_close(p);
}

#define O_MD	{ 0, "md", NULL, N_("in Markdown") }

const struct opt	list_opts[] = {
	{ 0, "author", N_("WHO"), N_("only this role's") },
	{ 0, "since", N_("DATE"), N_("from this day on") },
	{ 0, "until", N_("DATE"), N_("up to this day") },
	{ 0, "mode", N_("WORD"), N_("only this kind of contact") },
	{ 0, "peers", NULL, N_("only contacts between peers: exchange, co-facilitation, training, job shadowing") },
	O_THEME,
	{ 0, "ref", N_("ID"), N_("only what touched this") },
	{ 0, "text", N_("WORDS"), N_("only where these words stand") },
	{ 0, "state", N_("WORD"), N_("lessons or difficulties that stand there: noted …; open, answered, closed") },
	{ 0, "kind", N_("WORD"), N_("only lessons, practices or tools") },
	{ 0, "count", N_("BY"), N_("contacts counted by mode, theme, author or month") },
	{ 'f', "file", N_("FILE"), N_("this file instead of the folder's table (- is standard input)") },
	O_MD, O_END
};

const struct opt	show_opts[] = { O_MD, O_END };
