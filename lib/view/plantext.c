/* The plan for the eye and for pipes. */
#include "view/plantext.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "view/list.h"
#include "view/prose.h"
#include "view/plantext_in.h"
#include "view/sessionboard.h"

char *
plantext_level(const char *word, const struct plan_level *l)
{
	char	*head = mem_printf("%s %d", word, l->n), *s;

	if (*l->objective == '\0')
		return head;
	s = mem_printf(_("%s: %s"), head, l->objective);
	free(head);
	return s;
}

/* --- rank --------------------------------------------------------------- */

static const char *
digit(char buf[12], int n)
{
	if (n == 0)
		return "";
	snprintf(buf, 12, "%d", n);
	return buf;
}

void
plantext_rank(FILE *fp, enum form form, const struct plan *pl,
    const struct plan_rank *r, size_t n)
{
	static const char *const	names[] = { "rank", "id", "title",
	    "priority", "means", "feasible", "sum", "note", NULL };
	static const char *const	titles[] = { N_("rank"), N_("id"),
	    N_("proposal"), N_("priority"), N_("means"), N_("feasible"),
	    N_("sum"), N_("note"), NULL };
	const struct plan_change	*c;
	struct list			*l;
	char				 b[5][12], *id;
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, names, titles);
	list_numeric(l, "rank");
	list_numeric(l, "priority");
	list_numeric(l, "means");
	list_numeric(l, "feasible");
	list_numeric(l, "sum");
	for (i = 0; i < n; i++) {
		c = &pl->changes[r[i].change];
		id = table ? plan_short_id(pl, c->id) : mem_strdup(c->id);
		list_row(l, (const char *[]){ digit(b[0], r[i].rank), id,
		    c->title, digit(b[1], c->priority), digit(b[2], c->means),
		    digit(b[3], c->feasible), digit(b[4], c->sum),
		    r[i].tied ? (table ? _("tied") : "tied") : r[i].rank == 0 ?
		    (table ? _("not rated") : "unrated") : "" });
		free(id);
	}
	list_end(l);
}

/* --- the board ---------------------------------------------------------- */

/* A label and its text, if there is one: "   Sign of success: …". */
static void
put_labelled(FILE *fp, const char *indent, const char *fmt, const char *text)
{
	char	*s;

	if (*text == '\0')
		return;
	s = mem_printf(fmt, text);
	prose_put(fp, indent, s);
	free(s);
}

static const char *
mark(enum plan_status s)
{
	switch (s) {
	case PLAN_DONE:
		return "[x]";
	case PLAN_DOING:
		return "[>]";
	case PLAN_BLOCKED:
		return "[!]";
	case PLAN_DROPPED:
		return "[/]";
	case PLAN_DRAFT:
		return "[?]";
	default:
		return "[ ]";
	}
}

/* When an action is for, in neutral words. */
static char *
when_words(const struct plan_action *a)
{
	char	due[64], was[64];

	if (a->due == DATE_NONE || a->status == PLAN_DONE ||
	    a->status == PLAN_DROPPED)
		return mem_strdup("");
	date_words(due, sizeof(due), a->due);
	date_words(was, sizeof(was), a->first_due);
	if (a->moved && a->due > a->first_due)
		return mem_printf(_("for %s, later than first planned (%s)"),
		    due, was);
	if (a->moved && a->due < a->first_due)
		return mem_printf(_("for %s, earlier than first planned (%s)"),
		    due, was);
	return mem_printf(_("for %s"), due);
}

void
plantext_board_action(FILE *fp, const struct plan_action *a, const char *how)
{
	const struct plan_step	*s;
	struct str		 line;
	char			*words = plan_status_words(a);
	char			*when = when_words(a), *head, *step;
	size_t			 i;

	str_init(&line);
	str_printf(&line, _("%s: %s"), a->title, how != NULL ? how : words);
	if (*a->owner != '\0')
		str_printf(&line, " · %s", a->owner);
	if (*when != '\0')
		str_printf(&line, " · %s", when);
	head = mem_printf("     %s ", mark(a->status));
	prose_put(fp, head, line.s);
	if (a->status != PLAN_DONE && a->status != PLAN_DROPPED)
		put_labelled(fp, "         ", _("seen by: %s"),
		    a->verification);
	for (i = 0; i < a->nsteps; i++) {
		s = &a->steps[i];
		step = plan_step_words(a, s);
		prose_put(fp, s->done_on != DATE_NONE ? "         [x] " :
		    "         [ ] ", step);
		free(step);
	}
	free(head);
	free(words);
	free(when);
	str_free(&line);
}

static void
board_level(FILE *fp, const struct plan_level *l, const char *word)
{
	struct str	s;
	char		day[64], *bar, *words, *title;
	size_t		i;

	bar = plan_bar(l->done, l->of, BAR);
	words = plan_progress_words(l->done, l->of);
	title = plantext_level(word, l);
	str_init(&s);
	str_add(&s, title);
	free(title);
	if (l->done_on != DATE_NONE)
		str_printf(&s, _(" (reached on %s)"),
		    date_words(day, sizeof(day), l->done_on));
	else if (!l->open)
		str_printf(&s, " (%s)", _("not open yet"));
	else if (l->by != DATE_NONE)
		str_printf(&s, _(" (by %s)"),
		    date_words(day, sizeof(day), l->by));
	fputc('\n', fp);
	prose_put(fp, "   ", s.s);
	fprintf(fp, "   %s %s\n", bar, words);
	for (i = 0; i < l->nactions; i++)
		if (l->actions[i]->status != PLAN_DROPPED)
			plantext_board_action(fp, l->actions[i], NULL);
	free(bar);
	free(words);
	str_free(&s);
}

static void
board_change(FILE *fp, const struct plan_change *c, size_t n,
    const char *word)
{
	char	*head = mem_printf("%zu. ", n), *bar, *words, day[64];
	size_t	 i;

	bar = plan_bar(c->done, c->of, BAR);
	words = plan_progress_words(c->done, c->of);
	fputc('\n', fp);
	prose_put(fp, head, c->title);
	fprintf(fp, "   %s %s\n", bar, words);
	put_labelled(fp, "   ", _("Why: %s"), c->why);
	put_labelled(fp, "   ", _("Sign of success: %s"), c->success_sign);
	put_labelled(fp, "   ", _("Led by: %s"), c->owner);
	if (c->due != DATE_NONE)
		put_labelled(fp, "   ", _("For: %s"),
		    date_words(day, sizeof(day), c->due));
	if (*c->verdict != '\0')
		put_labelled(fp, "   ", _("Last review: %s"),
		    plan_verdict_words(c->verdict));
	for (i = 0; i < c->nlevels; i++)
		board_level(fp, &c->levels[i], word);
	free(head);
	free(bar);
	free(words);
}

static const char *
cycle_words(const char *status)
{
	static const char *const	known[][2] = {
		{ "plan", N_("planning") },
		{ "do", N_("doing") },
		{ "check", N_("checking") },
		{ "adjust", N_("adjusting") },
		{ "closed", N_("closed") }
	};
	size_t				i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i][0], status) == 0)
			return _(known[i][1]);
	return status;
}

/* Where key actions are counted over the whole plan: the sum of each level. */
static void
board_sums(FILE *fp, const struct plan *pl, const char *word)
{
	struct str	s;
	char		*line;
	size_t		i, n, of, most = 0;

	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active && pl->changes[i].nlevels > most)
			most = pl->changes[i].nlevels;
	if (!pl->whole || most == 0)
		return;
	str_init(&s);
	for (n = 0; n < most; n++) {
		for (of = i = 0; i < pl->nchanges; i++)
			if (pl->changes[i].active &&
			    n < pl->changes[i].nlevels)
				of += pl->changes[i].levels[n].of;
		str_printf(&s, "%s%s %zu (%zu)", n > 0 ? ", " : "", word,
		    n + 1, of);
	}
	/* TRANSLATORS: number, the team's word for a level; "stage 1 (3)". */
	line = mem_printf(_("At most %d key actions per %s over the whole plan; "
	    "there are: %s."), pl->per_level, word, s.s);
	prose_put(fp, "", line);
	free(line);
	str_free(&s);
}

static void
board_head(FILE *fp, const struct plan *pl, const char *team,
    const char *word)
{
	const struct plan_cycle	*c;
	char			 day[64], *s;
	size_t			 done = 0, of = 0, i;

	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active) {
			done += pl->changes[i].done;
			of += pl->changes[i].of;
		}
	s = mem_printf(_("%s: our plan, on %s"), team,
	    date_words(day, sizeof(day), pl->today));
	prose_put(fp, "", s);
	free(s);
	if (pl->cycle < pl->ncycles) {
		c = &pl->cycles[pl->cycle];
		s = mem_printf(_("Cycle %s (%s)"), c->id,
		    cycle_words(c->status));
		if (*c->objective != '\0') {
			char	*t = mem_printf(_("%s: %s"), s, c->objective);

			free(s);
			s = t;
		}
		prose_put(fp, "", s);
		free(s);
		if (c->review_due != DATE_NONE)
			put_labelled(fp, "", _("We look back by %s."),
			    date_words(day, sizeof(day), c->review_due));
	}
	s = mem_printf(_("Changes at work: %zu. Key actions: %zu, of them "
	    "done: %zu."), pl->nactive, of, done);
	prose_put(fp, "", s);
	free(s);
	board_sums(fp, pl, word);
}

void
plantext_board_marks(FILE *fp)
{
	fprintf(fp, "\n%s\n", _("[x] done  [>] under way  [ ] to do  "
	    "[?] draft  [!] blocked"));
}

void
plantext_board(FILE *fp, struct plan *pl, const struct sessions *ss,
    const char *team, const char *level_word)
{
	size_t	i, n = 0;

	board_head(fp, pl, team, level_word);
	if (pl->nactive == 0)
		fprintf(fp, "\n%s\n", plan_nothing_words(pl));
	for (i = 0; i < pl->nchanges; i++)
		if (pl->changes[i].active)
			board_change(fp, &pl->changes[i], ++n, level_word);
	if (sessionboard_open(fp, ss) > 0 || n > 0)
		plantext_board_marks(fp);
}

/* --- what is due -------------------------------------------------------- */

const char *
plantext_due_words(enum plan_due_kind kind, const char *level_word)
{
	switch (kind) {
	case DUE_CHANGE:
		return _("change");
	case DUE_LEVEL:
		return level_word;
	case DUE_ACTION:
		return _("action");
	case DUE_STEP:
		return _("step");
	case DUE_LESSON:
		return _("lesson to check");
	case DUE_DIFFICULTY:
		return _("difficulty to answer");
	default:
		return _("review of the cycle");
	}
}

const char *
plantext_due_name(enum plan_due_kind kind)
{
	static const char *const	names[] = { "change", "level",
	    "action", "step", "lesson", "review", "difficulty" };

	return names[kind];
}

static char *
due_when(int days)
{
	if (days == 0)
		return mem_strdup(_("today"));
	if (days > 0)
		return mem_printf(ngettext("in %d day", "in %d days",
		    (unsigned long)days), days);
	return mem_printf(ngettext("%d day ago", "%d days ago",
	    (unsigned long)-days), -days);
}

/* What commands take, as short as may be; "CHANGE/2" of a level. */
static char *
due_id(const struct plan *pl, const struct plan_due *d)
{
	const char	*slash = strrchr(d->id, '/');
	char		*change, *head, *id;

	if (d->kind >= DUE_LESSON)
		return mem_strdup(d->id);
	if (d->kind != DUE_LEVEL || slash == NULL)
		return plan_short_id(pl, d->id);
	change = mem_strndup(d->id, (size_t)(slash - d->id));
	head = plan_short_id(pl, change);
	id = mem_printf("%s%s", head, slash);
	free(change);
	free(head);
	return id;
}

/* Whoever is asked what became of it knows that it is blocked, and by what. */
static void
due_blocked(struct str *s, const struct plan *pl, const struct plan_due *d)
{
	size_t	 i;
	char	*words;

	if (d->kind != DUE_ACTION ||
	    (i = plan_action(pl, d->id)) == pl->nactions ||
	    pl->actions[i].status != PLAN_BLOCKED)
		return;
	words = plan_status_words(&pl->actions[i]);
	str_printf(s, " · %s", words);
	free(words);
}

static void
due_line(FILE *fp, const struct plan *pl, const struct plan_due *d,
    const char *level_word)
{
	struct str	s;
	char		day[64], *when = due_when(d->days);
	char		*id = due_id(pl, d), *head;

	str_init(&s);
	head = mem_printf("%s (%s)", date_words(day, sizeof(day), d->due),
	    when);
	str_printf(&s, _("%s: %s"), head,
	    *d->title != '\0' ? d->title : d->id);
	free(head);
	if (*d->owner != '\0')
		str_printf(&s, " · %s", d->owner);
	due_blocked(&s, pl, d);
	prose_hang(fp, "  ", 4, s.s);
	/* On a line of its own an id can be copied whole. */
	fprintf(fp, "      %s %s\n", plantext_due_words(d->kind,
	    level_word), id);
	free(id);
	str_free(&s);
	free(when);
}

static void
due_text(FILE *fp, const struct plan *pl, const struct plan_due *d, size_t n,
    const char *level_word)
{
	size_t	i;

	for (i = 0; i < n; i++) {
		if (i == 0 && d[i].days < 0)
			fprintf(fp, "%s\n", _("Past the planned day:"));
		if (d[i].days >= 0 && (i == 0 || d[i - 1].days < 0))
			fprintf(fp, "%s%s\n", i > 0 ? "\n" : "",
			    _("Coming:"));
		due_line(fp, pl, &d[i], level_word);
	}
}

void
plantext_due(FILE *fp, enum form form, const struct plan *pl,
    const struct plan_due *d, size_t n, const char *level_word)
{
	static const char *const	names[] = { "due", "days", "kind",
	    "id", "title", "owner", "of", NULL };
	struct list			*l;
	char				 day[DATE_LEN], days[12];
	size_t				 i;

	if (form == FORM_AUTO) {
		due_text(fp, pl, d, n, level_word);
		return;
	}
	if (n == 0)
		return;
	l = list_begin(fp, form, names, NULL);
	list_numeric(l, "days");
	for (i = 0; i < n; i++) {
		snprintf(days, sizeof(days), "%d", d[i].days);
		list_row(l, (const char *[]){ date_str(day, d[i].due), days,
		    plantext_due_name(d[i].kind), d[i].id, d[i].title,
		    d[i].owner, d[i].of });
	}
	list_end(l);
}

static void
open_line(FILE *fp, const struct plan *pl, const char *indent,
    const char *id, const char *title)
{
	char	*s = plan_short_id(pl, id);

	prose_put(fp, indent, title);
	fprintf(fp, "%s    cpm-plan done %s\n", indent, s);
	free(s);
}

static void
open_action(FILE *fp, const struct plan *pl, const struct plan_action *a)
{
	size_t	k;

	if (a->status == PLAN_DONE || a->status == PLAN_DROPPED)
		return;
	open_line(fp, pl, "  ", a->id, a->title);
	for (k = 0; k < a->nsteps; k++)
		if (a->steps[k].done_on == DATE_NONE)
			open_line(fp, pl, "    ", a->steps[k].id,
			    a->steps[k].title);
}

void
plantext_open(FILE *fp, const struct plan *pl)
{
	size_t	i;

	for (i = 0; i < pl->nactions; i++)
		if (pl->changes[pl->actions[i].change].active)
			open_action(fp, pl, &pl->actions[i]);
	for (i = 0; i < pl->nloose; i++)
		open_action(fp, pl, &pl->loose[i]);
}

/* --- reviews and cycles ------------------------------------------------- */

void
plantext_questions(FILE *fp, const struct plan *pl,
    const struct plan_question *q, size_t n)
{
	const struct plan_change	*c;
	char				*id;
	size_t				 i;

	for (i = 0; i < n; i++) {
		c = &pl->changes[q[i].change];
		id = plan_short_id(pl, c->id);
		if (i == 0 && q[i].ask == ASK_VERDICT)
			fprintf(fp, "%s\n", _("What became of it? (achieved, "
			    "partly, adapted, replaced, dropped)"));
		if (q[i].ask == ASK_IN_USE && (i == 0 ||
		    q[i - 1].ask == ASK_VERDICT))
			fprintf(fp, "%s%s\n", i > 0 ? "\n" : "",
			    _("Achieved earlier: still in use? (still_in_use, "
			    "partly_in_use, no_longer)"));
		prose_put(fp, "  ", c->title);
		fprintf(fp, _("      cpm-plan review %s VERDICT --by WHO\n"),
		    id);
		free(id);
	}
}

void
plantext_cycles(FILE *fp, enum form form, const struct plan *pl)
{
	static const char *const	names[] = { "id", "status", "start",
	    "review_due", "objective", NULL };
	static const char *const	titles[] = { N_("id"),
	    N_("where it stands"), N_("start"), N_("review"),
	    N_("objective"), NULL };
	const struct plan_cycle		*c;
	struct list			*l;
	char				 a[DATE_LEN], b[DATE_LEN];
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, names, titles);
	for (i = 0; i < pl->ncycles; i++) {
		c = &pl->cycles[i];
		list_row(l, (const char *[]){ c->id, table ?
		    cycle_words(c->status) : c->status, list_day(a, c->start),
		    list_day(b, c->review_due), c->objective });
	}
	list_end(l);
}
