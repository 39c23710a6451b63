/* Where the cycle stands and what comes next. */
#include "model/next_in.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "model/answers.h"
#include "model/keep.h"
#include "model/planedit.h"
#include "model/session.h"
#include "table/git.h"

static const char *const	state_words[] = {
	"no-round", "open", "counted", "no-cycle", "propose", "choose",
	"level", "action", "start", "reached", "running", "review", "lessons",
	"close", "closed", "no-session", "session", "keep", "series-over"
};

const char *
next_word(enum next_state s)
{
	return state_words[s];
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
next_add(struct next *n, const char *what, const char *command, ...)
{
	va_list	 ap;
	char	*s;

	va_start(ap, command);
	if (vasprintf(&s, command, ap) < 0)
		mem_out();
	va_end(ap);
	n->step[n->nsteps].command = arena_str(&n->arena, s);
	n->step[n->nsteps++].what = what;
	free(s);
}

/* "choose, 3 at most", with the folder's own limit. */
static const char *
at_most(struct next *n, struct project *p, const char *fmt, const char *key)
{
	return arena_printf(&n->arena, fmt, (long long)project_int(p, key));
}
#pragma GCC diagnostic pop

/* --- rounds ------------------------------------------------------------- */

/* How many respondents a round has; -1 without the private folder. */
static long
sheets(struct project *p, const char *round)
{
	if (!project_private_exists(p))
		return -1;
	return (long)answers_sheets(p, round);
}

/* Whether this computer was given the key to help: it closes no round. */
static int
helps(struct project *p)
{
	size_t	n = 0;

	free(project_read_private(p, "helper", &n));
	return n > 0;
}

/* The talk of a round, and its end. */
static void
steps_agree(struct next *n, const char *id)
{
	next_add(n, _("keep what the team agrees, thread by thread"),
	    _("cpm-assess agree %s THREAD SCORE --evidence 'WORDS'"), id);
	next_add(n, arena_printf(&n->arena, _("name a strength; then end with "
	    "cpm-assess agree %s --done"), id),
	    _("cpm-assess finding %s THREAD 'WORDS' --type strength"), id);
}

static void
say_open(struct next *n, struct project *p, const struct table *t, size_t i)
{
	const char	*id = cell(t, i, "id");
	long		 have = -1;

	n->state = NEXT_OPEN;
	if (cell_is(t, i, "method", "consensus")) {
		n->where = arena_printf(&n->arena, _("Round %s is open; the "
		    "team agrees its scores together."), id);
		steps_agree(n, id);
		return;
	}
	if (!cell_is(t, i, "method", "hands"))
		have = sheets(p, id);
	if (have < 0)
		n->where = arena_printf(&n->arena, _("Round %s is open."), id);
	else if (have == 0)
		n->where = arena_printf(&n->arena, _("Round %s is open; no "
		    "sheet is in yet."), id);
	else
		n->where = arena_printf(&n->arena, ngettext("Round %s is "
		    "open; %ld sheet is in.", "Round %s is open; %ld sheets "
		    "are in.", (unsigned long)have), id, have);
	if (cell_is(t, i, "method", "hands")) {
		next_add(n, _("type in how many hands went up for each score"),
		    "cpm-assess add --hands %s", id);
	} else {
		if (have == 0)
			next_add(n, _("the sheet, to print"),
			    "cpm-assess form %s -o form.html", id);
		next_add(n, _("take in the answers of a survey, again and "
		    "again"), _("cpm-assess import --round %s FILE"), id);
		next_add(n, _("type in a paper sheet"),
		    "cpm-assess add %s", id);
	}
	if (have > 0 && helps(p))
		next_add(n, _("bring the sheets to the computer where the key "
		    "is from"), _("cpm-assess sheets export -o FILE"));
	else if (have != 0)
		next_add(n, _("once all answers are in: publish the results"),
		    "cpm-assess close %s", id);
}

static void
say_counted(struct next *n, const struct table *t, size_t i)
{
	const char	*id = cell(t, i, "id");

	n->state = NEXT_COUNTED;
	n->where = arena_printf(&n->arena, _("Round %s is counted; the team "
	    "has not agreed its scores yet."), id);
	next_add(n, _("what to talk about first"), "cpm-assess talk %s", id);
	steps_agree(n, id);
}

/* A look back at an earlier round is not agreed: the earlier one was. */
static int
round_waits(const struct table *t, size_t i)
{
	return !cell_is(t, i, "status", "agreed") &&
	    (!cell_is(t, i, "kind", "retrospective") ||
	    cell_is(t, i, "status", "open"));
}

/* The round that is not agreed yet, the last of them; 1 if there is one. */
static int
say_round(struct next *n, struct project *p)
{
	const struct table	*t = project_table(p, "rounds");
	size_t			 i, at = t->nrows;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (round_waits(t, i))
			at = i;
	if (at == t->nrows)
		return 0;
	if (cell_is(t, at, "status", "open"))
		say_open(n, p, t, at);
	else
		say_counted(n, t, at);
	return 1;
}

/* "R1", "R2" …: the first that is free. */
static const char *
free_round(struct next *n, struct project *p)
{
	const struct table	*t = project_table(p, "rounds");
	const char		*id;
	size_t			 k;

	for (k = table_count(t) + 1;; k++) {
		id = arena_printf(&n->arena, "R%zu", k);
		if (table_find(t, id) == t->nrows)
			return id;
	}
}

/*
 * Whether a round asked about half of the folder's threads or more: a few
 * questions after a visit are no look at everything.
 */
static int
is_whole(struct project *p, const char *round)
{
	return 2 * table_count(project_frozen(p, round, "dimensions")) >=
	    table_count(project_table(p, "dimensions"));
}

/* Whether a round was held since a day. */
static int
round_since(struct project *p, int day)
{
	const struct table	*t = project_table(p, "rounds");
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_day(t, i, "date") > day &&
		    is_whole(p, cell(t, i, "id")))
			return 1;
	return 0;
}

/* --- before and after a cycle ------------------------------------------- */

/* Whether git has what the round will freeze, as it is now. */
static int
is_committed(struct project *p, const char *dir, const char *tree)
{
	static const char *const	files[] = { "criteria", "groups" };
	char				*path;
	size_t				 i;
	int				 kept = tree != NULL;

	for (i = 0; kept && i < sizeof(files) / sizeof(*files); i++) {
		path = mem_printf("%s/%s.csv", dir, files[i]);
		kept = table_count(project_table(p, files[i])) == 0 ||
		    git_committed(tree, path);
		free(path);
	}
	return kept;
}

/*
 * What the round freezes is made the team's own, and kept, before; whether
 * that is still to be done.
 */
static int
step_own_words(struct next *n, struct project *p)
{
	char	 dir[PATH_MAX], *tree;
	int	 due;

	tree = realpath(project_dir(p), dir) == NULL ? NULL : git_tree(dir);
	due = !is_committed(p, dir, tree);

	if (due)
		next_add(n, _("first put criteria.csv (and groups.csv) into "
		    "your own words: opening a round freezes them"), "%s",
		    tree == NULL ? "cpm-check" :
		    _("git add -A && git commit -m 'Our own words'"));
	free(tree);
	return due;
}

static void
say_no_round(struct next *n, struct project *p)
{
	int	due;

	n->state = NEXT_NO_ROUND;
	n->where = _("Nothing is assessed yet: the team has not looked at "
	    "itself.");
	due = step_own_words(n, p);
	next_add(n, _("the questionnaire, to print"),
	    "cpm-assess form -o form.html");
	next_add(n, due ? _("begin the first round") : _("begin the first "
	    "round, which freezes criteria.csv and groups.csv"),
	    "cpm-assess open R1");
}

static void
say_no_cycle(struct next *n, struct project *p, const struct plan *pl)
{
	const struct table	*t = project_table(p, "rounds");
	const char		*round = NULL;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "status", "agreed") && (round == NULL ||
		    is_whole(p, cell(t, i, "id"))))
			round = cell(t, i, "id");
	if (pl->ncycles > 0) {
		n->state = NEXT_CLOSED;
		n->where = arena_printf(&n->arena, _("The cycle %s is closed; "
		    "the next one builds on it."),
		    pl->cycles[pl->ncycles - 1].id);
		if (!round_since(p, pl->cycles[pl->ncycles - 1].start))
			next_add(n, _("look at yourselves again"), "cpm-assess "
			    "open %s --kind followup", free_round(n, p));
	} else {
		n->state = NEXT_NO_CYCLE;
		n->where = arena_printf(&n->arena, _("Round %s is agreed; no "
		    "change is chosen yet."), round != NULL ? round : "");
	}
	if (round != NULL && n->nsteps == 0)
		next_add(n, _("strengths to build on, then what asks for a "
		    "change"), "cpm-assess priorities %s", round);
	next_add(n, _("open a cycle"),
	    _("cpm-plan cycle open --objective 'WORDS'"));
	next_add(n, _("note an idea for a change"),
	    _("cpm-plan propose 'TITLE' --priority 3 --means 2 --feasible 2"));
}

/* --- within a cycle ----------------------------------------------------- */

static size_t
proposals(const struct plan *pl)
{
	size_t	n = 0, i;

	for (i = 0; i < pl->nchanges; i++)
		n += strcmp(pl->changes[i].state, "proposed") == 0;
	return n;
}

/* Which thread moves with which: said first, then looked at. */
static void
step_links(struct next *n, struct project *p, const char *cycle)
{
	const struct table	*t = project_table(p, "links");

	if (table_find_by(t, "cycle", cycle, (char *)NULL) == t->nrows)
		next_add(n, _("say which thread of the web moves with which"),
		    "cpm-plan link");
	else
		next_add(n, _("see how far three threads carry along your "
		    "links"), "cpm-plan reach");
}

static void
say_ideas(struct next *n, struct project *p, const struct plan *pl)
{
	const char	*cycle = pl->cycles[pl->cycle].id;
	size_t		 ideas = proposals(pl);

	if (ideas == 0) {
		n->state = NEXT_PROPOSE;
		n->where = arena_printf(&n->arena, _("The cycle %s is open; "
		    "nobody has proposed a change yet."), cycle);
		next_add(n, _("what there is to build on: strengths, "
		    "priorities, lessons"), "cpm-plan propose --list");
		next_add(n, _("note an idea for a change"),
		    _("cpm-plan propose 'TITLE' --priority 3 --means 2 --feasible 2"));
		step_links(n, p, cycle);
		return;
	}
	n->state = NEXT_CHOOSE;
	n->where = arena_printf(&n->arena, ngettext("The cycle %s is open; "
	    "%zu change is proposed, none is chosen.", "The cycle %s is open; "
	    "%zu changes are proposed, none is chosen.",
	    (unsigned long)ideas), cycle, ideas);
	next_add(n, _("compare the ideas; people choose"), "cpm-plan rank");
	step_links(n, p, cycle);
	next_add(n, at_most(n, p, _("choose, %lld at most"),
	    "changes_per_cycle"),
	    _("cpm-plan choose CHANGE --by WHO --why 'WORDS'"));
}

static void
say_review(struct next *n, struct project *p, struct plan *pl)
{
	const struct plan_cycle	*c = &pl->cycles[pl->cycle];
	struct plan_question	*q;
	char			*id;
	size_t			 nq = plan_questions(pl, &q), k;

	for (k = 0; k < nq && q[k].ask == ASK_IN_USE; k++)
		;
	if (k < nq) {
		n->state = NEXT_REVIEW;
		n->where = arena_printf(&n->arena, _("It is time to look back "
		    "at the cycle %s."), c->id);
		next_add(n, _("what the review asks"), "cpm-plan review");
		id = plan_short_id(pl, pl->changes[q[k].change].id);
		next_add(n, _("a verdict for each change"),
		    _("cpm-plan review %s VERDICT --by WHO"), id);
		free(id);
		return;
	}
	if (plan_cycle_lessons(p, c->id) == 0) {
		n->state = NEXT_LESSONS;
		n->where = arena_printf(&n->arena, _("The cycle %s has its "
		    "verdicts; no lesson is chosen yet."), c->id);
		next_add(n, _("note what is known now"),
		    _("cpm-log lesson 'WORDS'"));
		next_add(n, at_most(n, p, _("choose a lesson, %lld at most"),
		    "lessons_per_cycle"), _("cpm-log lesson --choose "
		    "LESSON --new-practice 'WORDS' --owner WHO "
		    "--check-on DATE"));
		next_add(n, _("the review, to print and to talk about"),
		    "cpm-report review -o report/%s.html", c->id);
		return;
	}
	n->state = NEXT_CLOSE;
	n->where = arena_printf(&n->arena, _("The cycle %s has its verdicts "
	    "and its lessons."), c->id);
	if (!round_since(p, c->start))
		next_add(n, _("look at yourselves again"), "cpm-assess open %s "
		    "--kind followup", free_round(n, p));
	next_add(n, _("the review, to print and to talk about"),
	    "cpm-report review -o report/%s.html", c->id);
	next_add(n, _("close the cycle"), "cpm-plan cycle close %s", c->id);
}

/* An active change that no level is open for, or whose level is empty. */
static int
say_unplanned(struct next *n, struct project *p, const struct plan *pl)
{
	const char			*word = project_level_now(p);
	const struct plan_change	*c;
	char				*id;
	size_t				 i;

	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (!c->active || (c->level > 0 &&
		    c->levels[c->level - 1].of > 0))
			continue;
		id = plan_short_id(pl, c->id);
		if (c->level == 0) {
			n->state = NEXT_LEVEL;
			n->where = arena_printf(&n->arena, _("“%s” is chosen; "
			    "%s 1 is not open yet."), c->title, word);
			next_add(n, arena_printf(&n->arena, _("open %s 1"), word),
			    _("cpm-plan level %s 1 --objective 'WORDS'"), id);
		} else {
			n->state = NEXT_ACTION;
			n->where = arena_printf(&n->arena, _("“%s”: %s %d is "
			    "open and has no action yet."), c->title, word,
			    (int)c->level);
		}
		next_add(n, at_most(n, p, _("plan a key action, %lld at most"),
		    "actions_per_level"),
		    _("cpm-plan action %s 'TITLE'"), id);
		free(id);
		return 1;
	}
	return 0;
}

/* A level whose actions are all done, and nobody said so. */
static int
say_reached(struct next *n, struct project *p, const struct plan *pl)
{
	const char			*word = project_level_now(p);
	const struct plan_change	*c;
	const struct plan_level		*l;
	char				*id;
	size_t				 i;

	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (!c->active || c->level == 0)
			continue;
		l = &c->levels[c->level - 1];
		if (l->of == 0 || l->done < l->of || l->done_on != DATE_NONE)
			continue;
		id = plan_short_id(pl, c->id);
		n->state = NEXT_REACHED;
		n->where = arena_printf(&n->arena, _("All actions of %s %d of "
		    "“%s” are done."), word, l->n, c->title);
		next_add(n, _("if its objective is reached"),
		    "cpm-plan done %s/%d", id, l->n);
		next_add(n, arena_printf(&n->arena, _("then open %s %d"), word,
		    l->n + 1),
		    _("cpm-plan level %s %d --objective 'WORDS'"), id,
		    l->n + 1);
		free(id);
		return 1;
	}
	return 0;
}

struct sums {
	size_t	drafts, open, done, of, late;
	const char *draft;			/* the id of one */
	const struct plan_action *doing;	/* the one that is likely done
						 * next */
};

/* What runs goes before what is blocked, then what is due earlier. */
static int
is_nearer(const struct plan_action *a, const struct plan_action *b)
{
	int	x = a->due == DATE_NONE ? INT_MAX : a->due, y;

	if (b == NULL)
		return 1;
	y = b->due == DATE_NONE ? INT_MAX : b->due;
	if ((a->status == PLAN_BLOCKED) != (b->status == PLAN_BLOCKED))
		return b->status == PLAN_BLOCKED;
	return x < y;
}

static struct sums
sum_up(const struct plan *pl)
{
	struct sums			 s = { 0, 0, 0, 0, 0, NULL, NULL };
	const struct plan_action	*a;
	size_t				 i;

	for (i = 0; i < pl->nactions; i++) {
		a = &pl->actions[i];
		if (!pl->changes[a->change].active ||
		    a->status == PLAN_DROPPED)
			continue;
		s.of++;
		s.done += a->status == PLAN_DONE;
		s.late += a->overdue > 0;
		if (a->status == PLAN_DRAFT) {
			s.drafts++;
			if (s.draft == NULL &&
			    pl->changes[a->change].levels[a->level - 1].open)
				s.draft = a->id;
		} else if (a->status != PLAN_DONE) {
			s.open++;
			if (is_nearer(a, s.doing))
				s.doing = a;
		}
	}
	return s;
}

static void
say_running(struct next *n, const struct plan *pl)
{
	struct sums	 s = sum_up(pl);
	char		*id;

	if (s.open == 0 && s.draft != NULL) {
		id = plan_short_id(pl, s.draft);
		n->state = NEXT_START;
		n->where = arena_printf(&n->arena, ngettext("%zu key action "
		    "is a draft; none is under way.", "%zu key actions are "
		    "drafts; none is under way.", (unsigned long)s.drafts),
		    s.drafts);
		next_add(n, _("say who does it, for when, and how one sees it"),
		    _("cpm-plan start %s --owner WHO --due DATE "
		    "--verification 'WORDS'"), id);
		next_add(n, _("the page for the wall"), "cpm-plan board");
		free(id);
		return;
	}
	n->state = NEXT_RUNNING;
	n->where = s.late == 0 ? arena_printf(&n->arena, _("The plan runs: "
	    "%zu of %zu key actions done."), s.done, s.of) :
	    arena_printf(&n->arena, _("The plan runs: %zu of %zu key actions "
	    "done, %zu past the planned day."), s.done, s.of, s.late);
	next_add(n, _("what is due"), "cpm-plan due --within 14d");
	if (s.doing != NULL) {
		id = plan_short_id(pl, s.doing->id);
		next_add(n, _("when something is done, and what was seen"),
		    "cpm-plan done %s", id);
		free(id);
	} else
		next_add(n, _("the page that prepares the next visit"),
		    "cpm-report visit -o report/visit.html");
	next_add(n, _("note a visit, a call, an exchange"),
	    _("cpm-log add --mode visit 'WORDS'"));
}

/* Whether the open cycle is looked back at. */
static int
in_review(const struct plan *pl)
{
	const struct plan_cycle	*c = &pl->cycles[pl->cycle];

	return strcmp(c->status, "check") == 0 ||
	    strcmp(c->status, "adjust") == 0 ||
	    (c->review_due != DATE_NONE && c->review_due <= pl->today);
}

/* Whether there is a change to look back at. */
static int
was_chosen(const struct plan *pl)
{
	const struct plan_change	*c;
	size_t				 i;

	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (c->active || (strcmp(c->state, "proposed") != 0 &&
		    strcmp(c->cycle, pl->cycles[pl->cycle].id) == 0))
			return 1;
	}
	return 0;
}

/* What else waits: votes that are kept longer than was said. */
static void
say_keep(struct next *n, struct project *p)
{
	const char	*round;
	size_t		 i = 0;

	if ((round = keep_over(p, &i)) != NULL)
		next_add(n, at_most(n, p, _("its votes have served (they are "
		    "kept %lld days): delete them for good"), "keep_votes_days"),
		    "cpm-assess forget --round %s", round);
}

int
next_find(struct next *n, struct project *p)
{
	struct plan	pl;

	memset(n, 0, sizeof(*n));
	arena_init(&n->arena);
	n->where = "";
	if (plan_load(&pl, p) != 0 ||
	    (project_table(p, "rounds"), project_bad(p))) {
		plan_free(&pl);
		return -1;
	}
	if (say_round(n, p))
		;
	else if (session_only(p, &pl))
		next_session(n, p, &pl);
	else if (table_count(project_table(p, "rounds")) == 0 &&
	    pl.ncycles == 0 && pl.nchanges == 0)
		say_no_round(n, p);
	else if (pl.cycle == pl.ncycles)
		say_no_cycle(n, p, &pl);
	else if (in_review(&pl) && was_chosen(&pl))
		say_review(n, p, &pl);
	else if (pl.nactive == 0)
		say_ideas(n, p, &pl);
	else if (!say_unplanned(n, p, &pl) && !say_reached(n, p, &pl))
		say_running(n, &pl);
	plan_free(&pl);
	say_keep(n, p);
	return project_bad(p) ? -1 : 0;
}

void
next_free(struct next *n)
{
	arena_free(&n->arena);
}
