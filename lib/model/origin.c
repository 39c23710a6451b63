/* What an idea for a change can grow from. */
#include "model/origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "model/log.h"
#include "model/names.h"
#include "model/score.h"

/* Where it is looked for, by the word before the colon. */
#define WORDS	"finding lesson criterion dimension log change"

#define TITLE_MAX	90	/* columns; what is longer is no title */

const char *
origin_kind_words(const char *kind)
{
	static const char *const	known[][2] = {
		{ "strength", N_("strength") },
		{ "good_practice", N_("good practice") },
		{ "know_how", N_("know-how") },
		{ "opportunity", N_("opportunity") },
		{ "need", N_("need") },
		{ "priority", N_("priority") },
		{ "achieved", N_("achieved change") },
		{ "training", N_("training, exchange") },
		{ "lesson", N_("lesson") }
	};
	size_t				i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i][0], kind) == 0)
			return _(known[i][1]);
	return kind;
}

/* Whether a word is among those divided by blanks. */
static int
has_word(const char *words, const char *word)
{
	size_t		 n = strlen(word);
	const char	*s = words;

	while (n > 0 && (s = strstr(s, word)) != NULL) {
		if ((s == words || s[-1] == ' ') &&
		    (s[n] == ' ' || s[n] == '\0'))
			return 1;
		s += n;
	}
	return 0;
}

int
origin_taken(const struct origin *o, const struct plan_change *c)
{
	if (o->builds_on != NULL)
		return has_word(c->builds_on, o->builds_on);
	return has_word(c->dimensions, o->dimension);
}

/* The change that takes it up: one at work before an idea. */
static size_t
taken_by(const struct origin *o, const struct plan *pl)
{
	size_t	i, idea = pl->nchanges;

	for (i = 0; i < pl->nchanges; i++) {
		if (!origin_taken(o, &pl->changes[i]))
			continue;
		if (pl->changes[i].active)
			return i;
		if (idea == pl->nchanges &&
		    strcmp(pl->changes[i].state, "proposed") == 0)
			idea = i;
	}
	return idea;
}

/* A text as a title: cut at the end of a word where it is long. */
static const char *
as_title(struct origins *all, const char *text)
{
	size_t	n = strlen(text), at;

	if (n <= TITLE_MAX)
		return arena_str(&all->arena, text);
	for (at = TITLE_MAX; at > 0 && text[at] != ' '; at--)
		;
	if (at == 0)
		return arena_str(&all->arena, text);
	return arena_printf(&all->arena, "%.*s…", (int)at, text);
}

static struct origin *
add(struct origins *all, const char *kind, const char *word, const char *id,
    const char *words)
{
	struct origin	*o;

	all->row = mem_grow(all->row, all->n, &all->cap, sizeof(*all->row));
	o = &all->row[all->n++];
	memset(o, 0, sizeof(*o));
	o->kind = arena_str(&all->arena, kind);
	o->ref = arena_printf(&all->arena, "%s:%s", word, id);
	o->words = arena_str(&all->arena, words);
	o->dimension = "";
	return o;
}

/* --- findings ------------------------------------------------------------- */

static void
from_finding(struct origins *all, const struct table *t, size_t i)
{
	const char	*type = cell(t, i, "type");
	struct origin	*o = add(all, type, "finding", cell(t, i, "id"),
			    cell(t, i, "text"));
	int		 seize = strcmp(type, "need") == 0 ||
			    strcmp(type, "opportunity") == 0;

	o->dimension = arena_str(&all->arena, cell(t, i, "dimension"));
	o->builds_on = o->ref;
	if (seize) {
		o->title = as_title(all, o->words);
		if (*o->dimension != '\0')
			o->dimensions = o->dimension;
	} else
		o->title = as_title(all, arena_printf(&all->arena,
		    _("Build on this: %s"), o->words));
	if (*cell(t, i, "round") != '\0')
		o->why = arena_printf(&all->arena, _("named in round %s: %s"),
		    cell(t, i, "round"), o->words);
}

/* Of the round, or of none. */
static void
findings(struct origins *all, struct project *p, const char *type)
{
	const struct table	*t = project_table(p, "findings");
	const char		*round;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		round = cell(t, i, "round");
		if (cell_is(t, i, "type", type) && (*round == '\0' ||
		    (all->round != NULL && strcmp(round, all->round) == 0)))
			from_finding(all, t, i);
	}
}

/* --- scores --------------------------------------------------------------- */

/* "Label (RES2): agreed 2 in round R1". */
static const char *
score_words(struct origins *all, const char *label, const char *id,
    const struct pick *k)
{
	char	num[NUM_LEN];

	if (k == NULL || k->value == FIXED_NONE || all->round == NULL)
		return arena_printf(&all->arena, "%s (%s)", label, id);
	num_str(num, k->value, 0);
	return k->from_agreed ?
	    arena_printf(&all->arena, _("%s (%s): agreed %s in round %s"),
	    label, id, num, all->round) :
	    arena_printf(&all->arena, _("%s (%s): %s on average in round %s"),
	    label, id, num, all->round);
}

/* A criterion (crit not empty) or a thread, as a strength or a priority. */
static void
from_score(struct origins *all, int strength, const char *dim,
    const char *crit, const char *label, const struct pick *k)
{
	const char	*id = *crit != '\0' ? crit : dim;
	struct origin	*o;

	o = add(all, strength ? "strength" : "priority", *crit != '\0' ?
	    "criterion" : "dimension", id, label);
	o->dimension = arena_str(&all->arena, dim);
	if (strength) {
		o->builds_on = arena_printf(&all->arena, "dimension:%s", dim);
		o->title = as_title(all, arena_printf(&all->arena,
		    _("Build on this: %s"), label));
	} else {
		o->dimensions = o->dimension;
		o->title = as_title(all, *crit != '\0' ? label :
		    arena_printf(&all->arena, _("Move this on: %s"), label));
	}
	if (k != NULL || *crit != '\0')
		o->why = score_words(all, label, id, k);
}

/* The team's own findings have an id and are added by it. */
static void
scores(struct origins *all, struct project *p, const struct round *r,
    int strength)
{
	struct picks	picks;
	struct pick	*k;
	size_t		i;

	if (strength)
		picks_strengths(&picks, p, r, 0);
	else
		picks_priorities(&picks, p, r, 0);
	for (i = 0; i < picks.n; i++) {
		k = &picks.row[i];
		if (k->finding == NULL)
			from_score(all, strength, k->dimension, k->criterion,
			    k->label, k);
	}
	picks_free(&picks);
}

/* --- log, lessons, changes ------------------------------------------------ */

/* A workshop is where plans are made; what was learnt there is a lesson. */
static const char *const	learning[] = { "training", "peer_exchange",
    "co_facilitation", "job_shadowing" };

static int
is_learning(const char *mode)
{
	size_t	i;

	for (i = 0; i < sizeof(learning) / sizeof(*learning); i++)
		if (strcmp(learning[i], mode) == 0)
			return 1;
	return 0;
}

static void
from_log(struct origins *all, const struct table *t, size_t i)
{
	const char	*words = cell(t, i, "summary");
	struct origin	*o;
	char		 day[64];

	if (*words == '\0')
		words = cell(t, i, "theme");
	o = add(all, "training", "log", cell(t, i, "id"), words);
	o->builds_on = o->ref;
	o->title = *cell(t, i, "agreed") != '\0' ?
	    as_title(all, cell(t, i, "agreed")) :
	    as_title(all, arena_printf(&all->arena,
	    _("Put into practice: %s"), o->words));
	o->why = arena_printf(&all->arena, _("%s, %s: %s"),
	    log_mode_words(cell(t, i, "mode")), date_words(day, sizeof(day),
	    cell_day(t, i, "date")), o->words);
}

static void
trainings(struct origins *all, struct project *p)
{
	const struct table	*t = project_table(p, "log");
	int			 today = project_today(p), day;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		day = cell_day(t, i, "date");
		if (is_learning(cell(t, i, "mode")) && day != DATE_NONE &&
		    day > date_add_months(today, -12) && day <= today &&
		    !cell_is(t, i, "visibility", "private"))
			from_log(all, t, i);
	}
}

static void
from_lesson(struct origins *all, const struct table *t, size_t i)
{
	const char	*know = cell(t, i, "now_know");
	const char	*practice = cell(t, i, "new_practice");
	struct origin	*o = add(all, "lesson", "lesson", cell(t, i, "id"),
			    *know != '\0' ? know : practice);

	o->builds_on = o->ref;
	o->title = as_title(all, *practice != '\0' ? practice : know);
	if (*know != '\0' && *practice != '\0')
		o->why = o->words;
}

static void
lessons(struct origins *all, struct project *p)
{
	const struct table	*t = project_table(p, "lessons");
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!cell_is(t, i, "state", "dropped") &&
		    !cell_is(t, i, "visibility", "private"))
			from_lesson(all, t, i);
}

static void
from_change(struct origins *all, const struct plan_change *c)
{
	struct origin	*o = add(all, "achieved", "change", c->id, c->title);

	o->builds_on = o->ref;
	o->title = as_title(all, arena_printf(&all->arena,
	    _("Build on this: %s"), c->title));
	if (*c->dimensions != '\0')
		o->dimensions = arena_str(&all->arena, c->dimensions);
	if (*c->why != '\0')
		o->why = arena_str(&all->arena, c->why);
}

/* "finding:the" for "finding:the-cash-is-counted-7k2m". */
static void
set_typed(struct origins *all, struct project *p, struct origin *o)
{
	const char	*colon = strchr(o->ref, ':');
	char		*word = mem_strndup(o->ref, (size_t)(colon - o->ref));
	const struct table *t = project_table(p, schema_open(word));
	size_t		 i = table_find(t, colon + 1);
	char		*head = i < t->nrows ? names_short(t, i) :
			    mem_strdup(colon + 1);

	o->typed = arena_printf(&all->arena, "%s:%s", word, head);
	free(head);
	free(word);
}

/* --- all ------------------------------------------------------------------ */

/* The last round that was closed or agreed, and looked at the present. */
static const char *
last_round(struct origins *all, struct project *p)
{
	const struct table	*t = project_table(p, "rounds");
	const char		**ids = round_ids(p, 1), *id = NULL;
	size_t			 i;

	for (i = 0; ids[i] != NULL; i++)
		if (!cell_is(t, table_find(t, ids[i]), "kind",
		    "retrospective"))
			id = ids[i];
	if (id != NULL)
		id = arena_str(&all->arena, id);
	free(ids);
	return id;
}

int
origins_load(struct origins *all, struct project *p, const struct plan *pl,
    const char *lang)
{
	static const char *const	strong[] = { "strength",
	    "good_practice", "know_how", "opportunity" };
	struct round			 r;
	size_t				 i;
	int				 scored;

	memset(all, 0, sizeof(*all));
	arena_init(&all->arena);
	all->round = last_round(all, p);
	scored = all->round != NULL;
	if (scored && round_load(&r, p, all->round, lang) != 0) {
		round_free(&r);
		return -1;
	}
	for (i = 0; i < sizeof(strong) / sizeof(*strong); i++)
		findings(all, p, strong[i]);
	if (scored)
		scores(all, p, &r, 1);
	for (i = 0; i < pl->nchanges; i++)
		if (strcmp(pl->changes[i].verdict, "achieved") == 0)
			from_change(all, &pl->changes[i]);
	all->priorities = all->n;
	findings(all, p, "need");
	if (scored) {
		scores(all, p, &r, 0);
		round_free(&r);
	}
	all->priorities = all->n - all->priorities;
	trainings(all, p);
	lessons(all, p);
	for (i = 0; i < all->n; i++) {
		all->row[i].change = taken_by(&all->row[i], pl);
		set_typed(all, p, &all->row[i]);
	}
	return project_bad(p) ? -1 : 0;
}

void
origins_free(struct origins *all)
{
	free(all->row);
	arena_free(&all->arena);
}

/* --- one ------------------------------------------------------------------ */

/* A label of a thread or a criterion as "dimension:ID", or NULL. */
static const char *
by_label(struct origins *all, struct project *p, const char *typed)
{
	static const char *const	tables[][2] = {
		{ "dimensions", "dimension" }, { "criteria", "criterion" } };
	const struct table		*t;
	size_t				 i, row;

	for (i = 0; i < 2; i++) {
		t = project_table(p, tables[i][0]);
		if ((row = names_find(t, typed)) < t->nrows)
			return arena_printf(&all->arena, "%s:%s",
			    tables[i][1], cell(t, row, "id"));
	}
	return NULL;
}

/* Whether it names a row that only this computer has: said. */
static int
is_private(struct project *p, const char *typed)
{
	static const char *const	tables[] = { "lessons", "log" };
	const char			*colon = strchr(typed, ':');
	const struct table		*t;
	size_t				 i;

	if (!project_private_exists(p))
		return 0;
	for (i = 0; i < 2; i++) {
		t = project_private(p, tables[i]);
		if (table_find(t, colon != NULL ? colon + 1 : typed) ==
		    t->nrows)
			continue;
		msg_fault(NULL, N_("'%s' is in the private folder: what the "
		    "team shares does not refer to it"), typed);
		return 1;
	}
	return 0;
}

/* A row that is not in the list: an older finding, another criterion. */
static void
from_row(struct origins *all, struct project *p, const struct plan *pl,
    const char *word, const struct table *t, size_t i)
{
	const char	*lang = project_lang(p);
	size_t		 c;

	if (strcmp(word, "finding") == 0)
		from_finding(all, t, i);
	else if (strcmp(word, "lesson") == 0)
		from_lesson(all, t, i);
	else if (strcmp(word, "log") == 0)
		from_log(all, t, i);
	else if (strcmp(word, "criterion") == 0)
		from_score(all, 0, cell(t, i, "dimension"), cell(t, i, "id"),
		    cell_label(t, i, "label", lang, NULL), NULL);
	else if (strcmp(word, "dimension") == 0)
		from_score(all, 0, cell(t, i, "id"), "", cell_label(t, i,
		    "label", lang, NULL), NULL);
	else if ((c = plan_change(pl, cell(t, i, "id"))) < pl->nchanges)
		from_change(all, &pl->changes[c]);
}

struct origin *
origins_find(struct origins *all, struct project *p, const struct plan *pl,
    const char *typed)
{
	const char	*word, *ref;
	struct table	*t;
	char		*full;
	size_t		 row, i, n;

	if ((ref = by_label(all, p, typed)) == NULL) {
		if (is_private(p, typed))
			return NULL;
		if (project_ref(p, typed, WORDS, &word, &t, &row) != 0) {
			msg_hint(N_("'%s' shows what there is"),
			    "cpm-plan propose --list");
			return NULL;
		}
	} else if (project_ref(p, ref, WORDS, &word, &t, &row) != 0)
		return NULL;
	full = mem_printf("%s:%s", word, cell(t, row, "id"));
	for (i = 0; i < all->n; i++)
		if (strcmp(all->row[i].ref, full) == 0)
			break;
	free(full);
	if (i < all->n)
		return &all->row[i];
	n = all->n;
	from_row(all, p, pl, word, t, row);
	if (n == all->n)
		return NULL;
	all->row[n].change = taken_by(&all->row[n], pl);
	set_typed(all, p, &all->row[n]);
	return &all->row[n];
}

int
origin_strength(struct project *p, const char *builds_on)
{
	const struct table	*t = project_table(p, "findings");
	char			*copy = mem_strdup(builds_on), *rest = copy;
	char			*one, *id;
	size_t			 i;
	int			 yes = 0;

	while ((one = strsep(&rest, " ")) != NULL) {
		if (*one == '\0')
			continue;
		id = strchr(one, ':');
		i = table_find(t, id != NULL ? id + 1 : one);
		yes |= i == t->nrows || !cell_is(t, i, "type", "need");
	}
	free(copy);
	return yes;
}
