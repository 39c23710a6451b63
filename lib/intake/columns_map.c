/* What a column is used for, as a map says, and what is wrong with the map. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/columns_in.h"

/* --- the columns by their names ------------------------------------------- */

#define NO_COLUMN	(-1)
#define TWO_COLUMNS	(-2)	/* it could be either of two */

struct named {
	char		*name;
	int		 at;
	UT_hash_handle	 hh;
};

/* Two maps of the columns: by their names as they stand, and folded. */
static void
index_columns(struct columns *cs, struct named **exact, struct named **plain)
{
	struct named	*e, *e2;
	char		*key;
	int		 i;

	for (i = 0; i < cs->n; i++) {
		e = arena_alloc(&cs->arena, sizeof(*e));
		e->name = cs->v[i].name;
		e->at = i;
		/* As a preview shows it, which calls it by its number. */
		if (cs->v[i].hidden)
			e->name = cs->v[i].shown;
		HASH_FIND_STR(*exact, e->name, e2);
		if (e2 == NULL)
			HASH_ADD_KEYPTR(hh, *exact, e->name, strlen(e->name),
			    e);
		key = words_plain(cs->v[i].name);
		HASH_FIND_STR(*plain, key, e);
		if (e == NULL) {
			e = arena_alloc(&cs->arena, sizeof(*e));
			e->name = arena_str(&cs->arena, key);
			e->at = i;
			HASH_ADD_KEYPTR(hh, *plain, e->name, strlen(e->name),
			    e);
		} else
			e->at = TWO_COLUMNS;
		free(key);
	}
}

static int
find_column(struct named *exact, struct named *plain, const char *name)
{
	struct named	*e;
	char		*key;

	HASH_FIND_STR(exact, name, e);
	if (e == NULL) {
		key = words_plain(name);
		HASH_FIND_STR(plain, key, e);
		free(key);
	}
	return e != NULL ? e->at : NO_COLUMN;
}

/* --- what is wrong -------------------------------------------------------- */

/* A line of the map whose column is none of the file, or could be two. */
static void
column_unknown(const struct map *m, const struct map_line *l,
    const char *shown, int hit)
{
	struct place	at = { m->shown, l->line, 0, NULL };

	if (hit == NO_COLUMN) {
		msg_fault(&at, N_("%s has no column '%s'"), shown, l->column);
		return;
	}
	msg_fault(&at, N_("%s has more than one column that '%s' may be"),
	    shown, l->column);
	msg_hint(N_("write the header just as it stands in the file"));
}

static void
criterion_unknown(const struct map *m, const struct map_line *l,
    const struct framework *fw)
{
	struct place	  at = { m->shown, l->line, 0, "criterion" };
	const char	**ids = mem_calloc(fw->ncrit + 1, sizeof(*ids)), *near;
	size_t		  i;

	msg_fault(&at, N_("no such criterion: '%s'"), l->criterion);
	for (i = 0; i < fw->ncrit; i++)
		ids[i] = fw->crit[i].id;
	if ((near = msg_nearest(l->criterion, ids)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(ids);
}

/* A pair's answer must be on the scale: a point, NA, DK, a word, or nothing. */
static void
check_pairs(const struct map *m, const struct map_line *l, size_t crit,
    const struct framework *fw, const struct words *w)
{
	struct place	at = { m->shown, l->line, 0, "scores" };
	size_t		i, c;
	int		score;

	for (i = 0; i < l->npairs; i++) {
		score = SCORE_SKIPPED;
		/* A long file's line stands for every criterion. */
		for (c = 0; c < fw->ncrit; c++) {
			if (crit != c && crit != WORDS_NONE)
				continue;
			score = words_score(w, c, l->pairs[i].to, 0);
			if (score != SCORE_OFF && score != SCORE_BAD)
				break;
		}
		if (score == SCORE_BAD)
			msg_fault(&at, N_("a pair gives neither a number nor "
			    "a word of the scale: '%s'"),
			    l->pairs[i].to);
		else if (score == SCORE_OFF)
			msg_fault(&at, N_("a pair gives a score that is not on "
			    "the scale: '%s'"),
			    l->pairs[i].to);
	}
}

static void
check_group_pairs(const struct map *m, const struct map_line *l,
    const struct words *w)
{
	struct place	at = { m->shown, l->line, 0, "scores" };
	size_t		i;

	for (i = 0; i < l->npairs; i++)
		if (l->pairs[i].to[0] != '\0' && (l->field == FIELD_GROUP ?
		    words_group(w, l->pairs[i].to) :
		    words_criterion(w, l->pairs[i].to)) >= WORDS_TWO)
			msg_fault(&at, l->field == FIELD_GROUP ?
			    N_("a pair gives no group of the round: '%s'") :
			    N_("a pair gives no criterion of the round: '%s'"),
			    l->pairs[i].to);
}

static void
both_reversed(const struct map *m, const struct map_line *l, const char *id)
{
	struct place	at = { m->shown, l->line, 0, "reverse" };

	msg_fault(&at, N_("criterion '%s' is reversed in criteria.csv already: "
	    "reversed twice it would be as it was"), id);
}

/* A map is obeyed; what it keeps as it was typed is said. */
static void
warn_person(const struct column_use *u, const struct map *m,
    const struct map_line *l)
{
	struct place	at = { m->shown, l->line, 0, NULL };

	if ((l->field == FIELD_UNIT || l->field == FIELD_COMMENT) &&
	    columns_person(u->header))
		msg_warn(&at, N_("column '%s' may say who it was, and this "
		    "keeps its words in responses.csv: ignore it, or let it "
		    "be the respondent"), u->shown);
}

/* --- the lines of the map ------------------------------------------------- */

static void
take_map_line(struct columns *cs, const struct map *m,
    const struct map_line *l, int i, const struct words *w,
    const struct framework *fw)
{
	struct column_use	*u = &cs->v[i];
	struct place		 at = { m->shown, l->line, 0, "criterion" };
	size_t			 c;

	u->line = l;
	u->scores = arena_str(&cs->arena, l->scores);
	u->use = (int)l->field;
	u->reverse = l->reverse;
	u->crit = WORDS_NONE;
	warn_person(u, m, l);
	if (l->field == FIELD_GROUP || l->field == FIELD_CRITERION)
		check_group_pairs(m, l, w);
	if (l->field != FIELD_SCORE && l->field != FIELD_COMMENT)
		return;
	if (*l->criterion != '\0') {
		u->crit = words_criterion_id(w, l->criterion);
		if (u->crit == WORDS_NONE) {
			criterion_unknown(m, l, fw);
			return;
		}
	}
	if (l->field == FIELD_COMMENT) {
		if (u->crit == WORDS_NONE && cs->wide) {
			msg_fault(&at, N_("empty: what is this comment "
			    "about?"));
			msg_hint(N_("a comment on the whole can only be "
			    "ignored here: read it before the talk"));
		}
		return;
	}
	check_pairs(m, l, u->crit, fw, w);
	if (u->crit == WORDS_NONE && cs->wide)
		msg_fault(&at, N_("empty: whose score is this?"));
	if (u->crit != WORDS_NONE && !cs->wide)
		msg_fault(&at, N_("in a file of one line an answer, its own "
		    "column says the criterion: leave this empty"));
	if (l->reverse)
		for (c = 0; c < fw->ncrit; c++)
			if ((c == u->crit || u->crit == WORDS_NONE) &&
			    fw->crit[c].reverse)
				both_reversed(m, l, fw->crit[c].id);
}

void
columns_by_map(struct columns *cs, const char *shown, const struct map *m,
    enum source source, const struct words *w, const struct framework *fw)
{
	struct named	*exact = NULL, *plain = NULL;
	struct place	 at = { m->shown, 0, 0, NULL };
	size_t		 k;
	int		 i, hit;

	index_columns(cs, &exact, &plain);
	for (k = 0; k < m->n; k++) {
		at.line = m->lines[k].line;
		hit = find_column(exact, plain, m->lines[k].column);
		if (hit < 0) {
			column_unknown(m, &m->lines[k], shown, hit);
			continue;
		}
		if (cs->v[hit].line != NULL) {
			msg_fault(&at, N_("the same column as on line %ld"),
			    cs->v[hit].line->line);
			continue;
		}
		take_map_line(cs, m, &m->lines[k], hit, w, fw);
	}
	for (i = 0; i < cs->n; i++) {
		struct column_use	*u = &cs->v[i];

		u->known = source_known(u->name);
		if (u->line != NULL)
			continue;
		u->use = u->known != KNOWN_NONE ? COLUMN_META :
		    columns_left_out(u->name, source);
	}
	HASH_CLEAR(hh, exact);
	HASH_CLEAR(hh, plain);
}
