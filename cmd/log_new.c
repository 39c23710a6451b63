/* A text in the editor, checked on leaving, and never lost. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/editor.h"
#include "base/msg.h"
#include "model/template.h"
#include "model/unfinished.h"
#include "log.h"

#define AT_ONCE	2		/* seconds in which nobody writes a text */

/* One text on its way. */
struct text {
	const struct buffer_kind *kind;	/* NULL: the text says it */
	char		*rel, *path;	/* its file: below the private folder,
					 * and to open */
	char		*was;		/* as it was given to the editor */
	char		*now;
	struct stat	 seen;		/* the file as it was read */
	int		 kept, told;	/* told: where it waits */
};

static void
place(struct text *x, const struct project *p, char *rel)
{
	x->rel = rel;
	x->path = mem_printf("%s/%s", project_private_dir(p), rel);
}

/* Begin one, in a file; the lock is gone when the editor comes. */
static int
begin(struct cmd *c, struct text *x)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct filling	 f;
	int		 rc;

	if (p == NULL)
		return -1;
	filling_begin(&f, x->kind);
	if (x->kind->fill != NULL)
		x->kind->fill(&f, p);
	x->was = buffer_print(&f);
	filling_end(&f);
	if (c->dry) {
		fputs(x->was, stdout);
		rc = 1;
	} else {
		place(x, p, unfinished_begin(p, x->kind->word, x->was));
		rc = project_save(p);
	}
	project_close(p);
	return rc;
}

static void
say_beside(const char *path)
{
	msg_note(N_("the editor left %s: words that it had not saved may be "
	    "there"), path);
}

/* Go on with one. */
static int
resume(struct cmd *c, struct text *x, const char *name)
{
	struct project	*p = project_open(c, PROJECT_READ);
	char		*rel;

	if (p == NULL)
		return -1;
	if ((rel = unfinished_find(p, name)) != NULL)
		place(x, p, rel);
	if (rel != NULL)
		unfinished_beside(x->path, say_beside);
	project_close(p);
	return rel != NULL ? 0 : -1;
}

/* The text as it is now.  It is the writer's own: nobody else reads it. */
static int
look(struct text *x)
{
	free(x->now);
	x->now = NULL;
	if (chmod(x->path, 0600) != 0 || stat(x->path, &x->seen) != 0)
		msg_errno("%s", x->path);
	else
		x->now = log_read_text(x->path);
	return x->now != NULL ? 0 : -1;
}

static int
blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

static int
unwritten(const struct text *x)
{
	return x->now != NULL && (blank(x->now) || (x->was != NULL &&
	    strcmp(x->now, x->was) == 0));
}

static int
is_there(const struct text *x)
{
	return access(x->path, F_OK) == 0;
}

static void
drop(const char *path)
{
	unlink(path);
}

/* Its file has served; what an editor left beside it goes too. */
static void
away(struct text *x)
{
	unlink(x->path);
	unfinished_beside(x->path, drop);
	x->kept = !is_there(x);
}

static int
do_keep(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	struct text	*x = arg;
	struct buffer	 b;
	int		 rc;

	(void)c;
	(void)en;
	rc = buffer_read(&b, x->now, x->path, template_kinds, x->kind);
	if (rc == 0)
		rc = b.kind->keep(e, &b);
	buffer_free(&b);
	if (rc == 0)
		project_drop_private(e->p, x->rel, &x->seen);
	return rc;
}

/* Check it and keep it.  The row and the end of the draft are one write. */
static void
keep(struct cmd *c, struct text *x)
{
	edit_run(c, do_keep, NULL, x);
	if (!c->dry && !is_there(x))
		away(x);
}

static void
say_kept(struct text *x)
{
	char	*name;

	if (x->told)
		return;
	x->told = 1;
	name = mem_strdup(strrchr(x->rel, '/') + 1);
	name[strlen(name) - strlen(".md")] = '\0';
	if (is_there(x)) {
		msg_note(N_("what was written is kept: %s"), x->path);
		msg_hint(N_("cpm-log new --draft %s goes on with it"), name);
	}
	unfinished_beside(x->path, say_beside);
	free(name);
}

/*
 * Whether the person wants to put right what was said.  Where the text waits
 * is said first: control-C is an answer too.
 */
static int
again(struct text *x)
{
	char	*a;
	int	 yes;

	if (!ask_can())
		return 0;
	say_kept(x);
	a = ask(_("Back to the editor? (yes, no)"));
	/* Where the terminal is gone, nobody says no. */
	yes = a == NULL ? !feof(stdin) && !ferror(stdin) :
	    strchr("yYoO", *a) != NULL;
	free(a);
	if (yes)
		msg_forgive();
	return yes;
}

/*
 * Nothing to keep.  An editor that failed may have its words elsewhere: that
 * is no end of them.  One that came back at once may still be open.
 */
static void
nothing(struct text *x, int rc, int at_once)
{
	int	open = rc == 0 && at_once && is_there(x) && !blank(x->now);

	if (rc != 0 && unfinished_beside(x->path, NULL) > 0)
		return;
	if (open)
		x->kept = unlink(x->path) == 0;
	else
		away(x);
	msg_fault(NULL, N_("nothing was written in the editor: nothing is "
	    "kept"));
	if (open)
		msg_hint(N_("an editor that comes back at once is told to "
		    "wait: VISUAL='code --wait'; what it saves later is in "
		    "'cpm-log list drafts'"));
}

/* One turn in the editor; 1: another one. */
static int
turn(struct cmd *c, struct text *x)
{
	struct timespec	from, to;
	int		rc;

	clock_gettime(CLOCK_MONOTONIC, &from);
	rc = editor_run(x->path);
	clock_gettime(CLOCK_MONOTONIC, &to);
	if (is_there(x) && look(x) != 0)
		return again(x);
	if (!is_there(x) || unwritten(x)) {
		nothing(x, rc, to.tv_sec - from.tv_sec < AT_ONCE);
		return 0;
	}
	if (rc != 0)
		return 0;
	keep(c, x);
	return !x->kept && msg_status() == MSG_DATA && again(x);
}

static const struct buffer_kind *
kind_typed(struct cmd *c)
{
	const struct buffer_kind	*k;
	const char			*word;
	struct str			 all;
	size_t				 i;

	str_init(&all);
	for (i = 0; template_kinds[i] != NULL; i++)
		str_printf(&all, "%s%s", i > 0 ? ", " : "",
		    strcmp(lang_now(), "fr") == 0 ? template_kinds[i]->fr :
		    template_kinds[i]->word);
	word = ask_need(c, "template", _("What is it? (visit, call, "
	    "workshop …)"));
	k = word != NULL ? buffer_kind(template_kinds, word) : NULL;
	if (word != NULL && k == NULL)
		opt_misuse(c, N_("--template: '%s' is none of: %s"), word,
		    all.s);
	str_free(&all);
	return k;
}

void
run_new(struct cmd *c)
{
	const char	*draft = opt_get(c, "draft");
	struct text	 x;
	int		 more;

	memset(&x, 0, sizeof(x));
	if (draft != NULL && opt_has(c, "template"))
		opt_misuse(c, N_("--draft goes on with one text; --template "
		    "begins another"));
	else if (draft == NULL && (x.kind = kind_typed(c)) == NULL)
		;	/* said */
	else if (draft != NULL && c->dry) {
		if (resume(c, &x, draft) == 0 && look(&x) == 0)
			keep(c, &x);
	} else if ((draft != NULL ? resume(c, &x, draft) :
	    begin(c, &x)) == 0) {
		do
			more = turn(c, &x);
		while (more);
		if (!x.kept)
			say_kept(&x);
	}
	free(x.rel);
	free(x.path);
	free(x.was);
	free(x.now);
}

const struct opt	new_opts[] = {
	{ 0, "template", N_("WORD"), N_("visit, call, review, workshop, training, exchange, codev, logbook") },
	{ 0, "draft", N_("NAME"), N_("go on with a text that was left") },
	O_ID, O_END
};
