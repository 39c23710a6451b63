/*
 * The month's sheet as a form for phones: a question for each open action and
 * step, and a fixed number of lines for what was not planned.  A repeat would
 * come back as a second file that has to be joined to the first; three lines
 * come back in one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/utf.h"
#include "intake/month_in.h"
#include "intake/xlsform_out.h"

/* --- questions by name and label ------------------------------------------------ */

/* The sign of a kind in names: "a_ID" of an action. */
static const char *const	signs[] = { "a_", "s_", "", "", "" };

/* What is asked, by kind and field; the rest of a name behind "__". */
static const struct {
	enum month_kind		 kind;
	enum month_field	 f;
	const char		*name, *asks;
} questions[] = {
	{ MONTH_ACTION, MF_OBSTACLE, "obstacle", N_("what is in the way?") },
	{ MONTH_ACTION, MF_ON, "on", N_("on which day?") },
	{ MONTH_ACTION, MF_OWNER, "owner", N_("who does it? (role)") },
	{ MONTH_ACTION, MF_DUE, "due", N_("for which day?") },
	{ MONTH_ACTION, MF_VERIFY, "verification",
	    N_("how will we see that it is done?") },
	{ MONTH_SMALL, MF_WHAT, "what",
	    N_("what is different now, however small?") },
	{ MONTH_SMALL, MF_WHOM, "for_whom", N_("for whom?") },
	{ MONTH_SMALL, MF_BY, "by", N_("who saw it? (role)") },
	{ MONTH_SMALL, MF_ON, "on", N_("on which day?") },
	{ MONTH_MEETING, MF_ON, "on", N_("on which day?") },
	{ MONTH_MEETING, MF_WHAT, "what", N_("what was it about?") },
	{ MONTH_MEETING, MF_BY, "by", N_("who writes this? (role)") },
	{ MONTH_DIFFICULTY, MF_WHAT, "what", N_("what is it?") },
	{ MONTH_DIFFICULTY, MF_BY, "by", N_("who raised it? (role)") },
	{ MONTH_DIFFICULTY, MF_ON, "on", N_("on which day?") }
};

#define NQUESTIONS	(sizeof(questions) / sizeof(*questions))

enum month_field
month_question(enum month_kind kind, size_t i, const char **name,
    const char **asks)
{
	size_t	k;

	/* The state comes first, of what is planned. */
	if (kind <= MONTH_STEP && i-- == 0) {
		*name = *asks = NULL;
		return MF_NOW;
	}
	for (k = 0; k < NQUESTIONS; k++)
		if (questions[k].kind == kind && i-- == 0) {
			*name = questions[k].name;
			*asks = questions[k].asks;
			return questions[k].f;
		}
	return MF_COUNT;
}

char *
month_question_name(enum month_kind kind, const char *id, const char *name)
{
	char	*s, *p;

	s = mem_printf("%s%s%s%s", signs[kind], id, name != NULL ? "__" : "",
	    name != NULL ? name : "");
	for (p = s; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	return s;
}

/* A form takes "${" for the name of a question. */
static char *
harmless(const char *text)
{
	struct str	s;

	str_init(&s);
	for (; *text != '\0'; text++) {
		str_addc(&s, *text);
		if (text[0] == '$' && text[1] == '{')
			str_addc(&s, ' ');
	}
	return str_take(&s);
}

char *
month_question_label(const char *title, const char *asks)
{
	char	*words = asks == NULL ? mem_strdup(title) :
		    mem_printf(_("%s: %s"), title, _(asks));
	char	*label = utf_capital(words), *safe = harmless(label);

	free(label);
	free(words);
	return safe;
}

/* --- out ------------------------------------------------------------------------ */

enum { E_APPEARANCE, E_DEFAULT, E_RELEVANT, E_REQUIRED, E_CONSTRAINT, NEXTRA };

static const char *const	extra[] = { "appearance", "default",
				    "relevant", "required", "constraint",
				    NULL };

struct mform {
	struct xout		 out;
	struct project		*p;
	const struct plan	*pl;
	const struct month	*m;
	struct arena		 arena;
	const char		*before;	/* language of messages */
};

static void
in_language(const struct mform *f, size_t l)
{
	lang_use(lang_known(f->out.lang[l]) ? f->out.lang[l] : "en");
}

/* A sentence of ours in each language; lives as long as the form. */
static const char *const *
said(struct mform *f, const char *id)
{
	const char	**label;
	size_t		  l;

	label = arena_alloc(&f->arena, XOUT_LANGS * sizeof(*label));
	for (l = 0; l < f->out.n; l++) {
		in_language(f, l);
		label[l] = arena_str(&f->arena, _(id));
	}
	return label;
}

/* "small change 1: for whom?", or a title alone, in each language. */
static const char *const *
asked(struct mform *f, const struct month_line *line, const char *asks)
{
	const char	**label;
	char		 *title, *text;
	size_t		  l;

	label = arena_alloc(&f->arena, XOUT_LANGS * sizeof(*label));
	for (l = 0; l < f->out.n; l++) {
		in_language(f, l);
		title = month_title(line);
		text = month_question_label(title, asks);
		label[l] = arena_str(&f->arena, text);
		free(text);
		free(title);
	}
	return label;
}

/* A text of the team's own, the same in each language. */
static const char *const *
own(struct mform *f, const char *text)
{
	const char	**label;
	char		 *safe = month_question_label(text, NULL);
	size_t		  l;

	label = arena_alloc(&f->arena, XOUT_LANGS * sizeof(*label));
	for (l = 0; l < f->out.n; l++)
		label[l] = arena_str(&f->arena, safe);
	free(safe);
	return label;
}

static const char *
name_of(struct mform *f, const struct month_line *l, const char *name)
{
	char		*s = month_question_name(l->kind, l->id, name);
	const char	*kept = arena_str(&f->arena, s);

	free(s);
	return kept;
}

/* Whether a draft has this already, and need not be asked. */
static int
has(const struct plan_action *a, enum month_field field)
{
	return field == MF_OWNER ? *a->owner != '\0' :
	    field == MF_DUE ? a->due != DATE_NONE :
	    field == MF_VERIFY && *a->verification != '\0';
}

/* Who and by when, under the question. */
static const char *const *
hint_of(struct mform *f, const struct month_line *line)
{
	char		 *owner = harmless(line->step != NULL ?
			    line->step->owner : line->action->owner);
	int		  due = line->step != NULL ? line->step->due :
			    line->action->due;
	const char	**hint;
	char		  day[64];
	size_t		  l;

	hint = arena_alloc(&f->arena, XOUT_LANGS * sizeof(*hint));
	for (l = 0; l < f->out.n; l++) {
		in_language(f, l);
		hint[l] = due == DATE_NONE ? arena_str(&f->arena, owner) :
		    arena_printf(&f->arena, *owner == '\0' ? "%s%s" :
		    _("%s, by %s"), owner, date_words(day, sizeof(day), due));
	}
	free(owner);
	return hint;
}

/* An action: its state, and what belongs to the state that was chosen. */
static void
put_action(struct mform *f, const struct month_line *line)
{
	const char		*cells[NEXTRA] = { NULL }, *name, *asks;
	enum month_field	 field;
	size_t			 i;

	xout_row(&f->out, line->kind == MONTH_STEP ? "select_one step" :
	    "select_one now", name_of(f, line, NULL), asked(f, line, NULL),
	    hint_of(f, line));
	for (i = 1; line->kind == MONTH_ACTION && (field = month_question(
	    MONTH_ACTION, i, &name, &asks)) != MF_COUNT; i++) {
		if (has(line->action, field))
			continue;
		cells[E_RELEVANT] = arena_printf(&f->arena, "${%s} = '%s'",
		    name_of(f, line, NULL), field == MF_OBSTACLE ? "blocked" :
		    field == MF_ON ? "done" : "doing");
		cells[E_REQUIRED] = field == MF_OBSTACLE ? "yes" : "";
		cells[E_CONSTRAINT] = field == MF_ON ? ". <= today()" : "";
		xout_row_with(&f->out, field == MF_ON || field == MF_DUE ?
		    "date" : "text", name_of(f, line, name),
		    asked(f, line, asks), NULL, cells);
	}
}

/*
 * A line for something not planned: its first question, the others once that
 * is answered; the next line once the one before is.
 */
static void
put_extra(struct mform *f, const struct month_line *line,
    const struct month_line *before)
{
	const char		*cells[NEXTRA], *name, *asks, *first, *of;
	enum month_field	 field;
	size_t			 i;

	month_question(line->kind, 0, &first, &asks);
	for (i = 0; (field = month_question(line->kind, i, &name, &asks)) !=
	    MF_COUNT; i++) {
		memset(cells, 0, sizeof(cells));
		of = i > 0 ? name_of(f, line, first) :
		    before != NULL ? name_of(f, before, first) : NULL;
		if (of != NULL)
			cells[E_RELEVANT] = arena_printf(&f->arena,
			    "${%s} != ''", of);
		if (field == MF_ON)
			cells[E_CONSTRAINT] = ". <= today()";
		xout_row_with(&f->out, field == MF_ON ? "date" : "text",
		    name_of(f, line, name), asked(f, line, asks), NULL,
		    cells);
	}
}

static void
put_plan(struct mform *f)
{
	const struct month_line	*line;
	const struct plan_change *c;
	size_t			 i, change = f->pl->nchanges;
	char			*name;

	for (i = 0; i < f->m->nplan; i++) {
		line = &f->m->lines[i];
		if (line->action->change != change) {
			if (change < f->pl->nchanges)
				xout_row(&f->out, "end_group", "", NULL, NULL);
			change = line->action->change;
			c = &f->pl->changes[change];
			name = month_question_name(MONTH_SMALL, c->id, NULL);
			xout_row(&f->out, "begin_group",
			    arena_printf(&f->arena, "c_%s", name),
			    own(f, c->title), NULL);
			free(name);
		}
		put_action(f, line);
	}
	if (change < f->pl->nchanges)
		xout_row(&f->out, "end_group", "", NULL, NULL);
}

static void
put_extras(struct mform *f)
{
	static const char *const	heads[][2] = {
		{ "small", N_("Small changes, planned or not") },
		{ "meetings", N_("Meetings of the focal team") },
		{ "difficulties", N_("New difficulties") }
	};
	const struct month_line		*line, *before = NULL;
	size_t				 i;
	int				 k;

	for (i = f->m->nplan; i < f->m->n; i++) {
		line = &f->m->lines[i];
		if (before == NULL || before->kind != line->kind) {
			if (before != NULL)
				xout_row(&f->out, "end_group", "", NULL, NULL);
			k = (int)line->kind - MONTH_SMALL;
			xout_row(&f->out, "begin_group", heads[k][0],
			    said(f, heads[k][1]), NULL);
			before = NULL;
		}
		put_extra(f, line, before);
		before = line;
	}
	if (before != NULL)
		xout_row(&f->out, "end_group", "", NULL, NULL);
}

static void
put_choices(struct mform *f)
{
	xout_choice(&f->out, "now", "todo", said(f, N_("not begun")));
	xout_choice(&f->out, "now", "doing", said(f, N_("under way")));
	xout_choice(&f->out, "now", "done", said(f, N_("done")));
	xout_choice(&f->out, "now", "blocked", said(f, N_("blocked")));
	xout_choice(&f->out, "step", "todo", said(f, N_("not yet")));
	xout_choice(&f->out, "step", "done", said(f, N_("done")));
}

static void
put_form(struct mform *f)
{
	const char	*cells[NEXTRA] = { NULL };
	char		 day[DATE_LEN];

	xout_row(&f->out, "note", "note_1", said(f, N_("Say where each action "
	    "stands at the end of the month; what is not answered stays as it "
	    "is. Write roles, no names.")), NULL);
	cells[E_APPEARANCE] = "month-year";
	cells[E_DEFAULT] = date_str(day, f->m->first);
	cells[E_REQUIRED] = "yes";
	xout_row_with(&f->out, "date", MONTH_ASKED, said(f,
	    MONTH_ASKED_LABEL), NULL, cells);
	put_plan(f);
	put_extras(f);
	put_choices(f);
}

/* The folder's languages, its own first. */
static void
languages(struct mform *f)
{
	const char	*w = project_langs(f->p), *code;
	size_t		 n;

	f->out.lang[0] = arena_str(&f->arena, project_lang(f->p));
	f->out.n = 1;
	for (; *w != '\0' && f->out.n < XOUT_LANGS; w += n,
	    w += strspn(w, " ")) {
		n = strcspn(w, " ");
		code = arena_strn(&f->arena, w, n);
		if (strcmp(code, f->out.lang[0]) != 0)
			f->out.lang[f->out.n++] = code;
	}
}

int
month_xlsform(struct project *p, const struct plan *pl, const struct month *m,
    const char *dir, int dry)
{
	struct mform	f = { .p = p, .pl = pl, .m = m, .out.dir = dir,
			    .out.extra = extra };
	char		month[DATE_LEN], before[16], words[64], *title;
	int		rc;

	arena_init(&f.arena);
	languages(&f);
	month_str(month, m->first);
	month[4] = '_';
	strncpy(before, lang_now(), sizeof(before) - 1);
	before[sizeof(before) - 1] = '\0';
	xout_begin(&f.out, project_get(p, "title"), month);
	put_form(&f);
	in_language(&f, 0);
	title = mem_printf(_("%s: sheet of the month, %s"),
	    *project_get(p, "title") != '\0' ? project_get(p, "title") :
	    _("Our team"), date_month_words(words, sizeof(words), m->first));
	lang_use(before);
	rc = xout_write(&f.out, title, dry);
	free(title);
	xout_free(&f.out);
	arena_free(&f.arena);
	return rc;
}
