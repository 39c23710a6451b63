/*
 * What each column of a foreign file is used for: all of them together.  Each
 * by its header is in columns_header.c, by a map in columns_map.c, and what
 * tells of a person in columns_person.c.
 */
#include "intake/columns.h"

#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/columns_in.h"

const char *
column_word(int use)
{
	switch (use) {
	case COLUMN_IDENTIFYING:
		return "identifying";
	case COLUMN_META:
		return "metadata";
	case COLUMN_UNKNOWN:
		return "unknown";
	default:
		return map_field_name((enum field)use);
	}
}

/* --- who plays which part ------------------------------------------------- */

/* Only one column may play a part; the second one is said. */
static void
only_one(struct columns *cs, int *slot, int i, const char *shown)
{
	struct place	at = { shown, 1, 0, NULL };

	if (*slot < 0) {
		*slot = i;
		return;
	}
	msg_fault(&at, N_("two columns for the same thing (%s): '%s' and '%s'"),
	    column_word(cs->v[i].use), cs->v[*slot].shown, cs->v[i].shown);
	msg_hint(N_("a map can say which one counts (--map FILE)"));
}

static void
place_parts(struct columns *cs, const char *shown)
{
	struct column_use	*u;
	int			 i;

	for (i = 0; i < cs->n; i++) {
		u = &cs->v[i];
		/* Even of a column that a map ignores: it stops doubles. */
		if (u->known != KNOWN_NONE && cs->known[u->known] < 0)
			cs->known[u->known] = i;
		switch (u->use) {
		case FIELD_GROUP:
			if (!u->maybe_group)
				only_one(cs, &cs->group, i, shown);
			break;
		case FIELD_UNIT:
			only_one(cs, &cs->unit, i, shown);
			break;
		case FIELD_DATE:
			only_one(cs, &cs->date, i, shown);
			break;
		case FIELD_ROUND:
			only_one(cs, &cs->round, i, shown);
			break;
		case FIELD_CRITERION:
			only_one(cs, &cs->criterion, i, shown);
			break;
		case FIELD_ID:
			only_one(cs, &cs->id, i, shown);
			break;
		case FIELD_RESPONDENT:
			only_one(cs, &cs->respondent, i, shown);
			break;
		case FIELD_NUMBER:
			only_one(cs, &cs->number, i, shown);
			break;
		case FIELD_SCORE:
			if (!cs->wide)
				only_one(cs, &cs->score, i, shown);
			break;
		}
	}
}

/*
 * One of several answers that is called like a criterion: no other column
 * asks for it, so the column may as well be a question of a group.
 */
static void
check_option(const struct columns *cs, int i, int asked, const char *shown)
{
	struct place	at = { shown, 1, 0, NULL };

	if (asked || cs->v[i].repeats)
		return;
	msg_fault(&at, N_("column '%s' may be one answer of several to a "
	    "question, or a criterion"), cs->v[i].shown);
	msg_hint(N_("a map can say which one counts (--map FILE)"));
}

/* In a wide file a criterion has one column. */
static size_t
check_wide(struct columns *cs, const char *shown, const struct framework *fw)
{
	struct place	 at = { shown, 1, 0, NULL };
	int		*of = mem_alloc((fw->ncrit + 1) * sizeof(*of));
	size_t		 c, n = 0;
	int		 i;

	for (c = 0; c < fw->ncrit; c++)
		of[c] = -1;
	for (i = 0; i < cs->n; i++) {
		c = cs->v[i].crit;
		if (cs->v[i].use == COLUMN_UNKNOWN && c == WORDS_TWO) {
			msg_fault(&at, N_("column '%s' could be either of two "
			    "criteria"),
			    cs->v[i].shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
		}
		if (cs->v[i].repeats && c < WORDS_TWO) {
			msg_fault(&at, N_("column '%s' comes from questions "
			    "that a submission repeats: which of them counts?"),
			    cs->v[i].shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
		}
		if (cs->v[i].use != FIELD_SCORE || c >= fw->ncrit)
			continue;
		n++;
		if (of[c] < 0) {
			of[c] = i;
			continue;
		}
		msg_fault(&at, N_("criterion '%s' has two columns: '%s' and "
		    "'%s'"),
		    fw->crit[c].id, cs->v[of[c]].shown, cs->v[i].shown);
		msg_hint(N_("a map can say which one counts (--map FILE)"));
	}
	for (i = 0; i < cs->n; i++)
		if (cs->v[i].option && cs->v[i].crit < fw->ncrit) {
			check_option(cs, i, of[cs->v[i].crit] >= 0, shown);
			cs->v[i].crit = WORDS_NONE;
		}
	free(of);
	return n;
}

/* --- together ------------------------------------------------------------- */

int
columns_settle(struct columns *cs, const struct record *r, const char *shown,
    enum source source, const struct map *m, const struct words *w,
    const struct framework *fw)
{
	unsigned long	before = msg_faults();
	struct place	at = { shown, r->line, 0, NULL };
	size_t		k;
	int		i;

	memset(cs, 0, sizeof(*cs));
	arena_init(&cs->arena);
	cs->group = cs->unit = cs->date = cs->round = cs->criterion = -1;
	cs->number = cs->id = cs->respondent = cs->score = -1;
	for (i = 0; i <= KNOWN_ID; i++)
		cs->known[i] = -1;
	cs->submitted = -1;
	cs->n = r->n;
	cs->v = mem_calloc((size_t)r->n, sizeof(*cs->v));
	columns_name(cs, r);
	cs->wide = source != SOURCE_LONG;
	for (i = 0; i < cs->n; i++)
		cs->v[i].crit = WORDS_NONE;
	if (m != NULL) {
		for (k = 0; k < m->n; k++)
			if (m->lines[k].field == FIELD_CRITERION)
				cs->wide = 0;
		columns_by_map(cs, shown, m, source, w, fw);
	} else {
		columns_options(cs);
		for (i = 0; i < cs->n; i++)
			columns_by_header(&cs->v[i], source, w);
	}
	place_parts(cs, shown);
	for (i = 0; i < cs->n && cs->submitted < 0; i++)
		if (source_submitted(source, cs->v[i].header))
			cs->submitted = i;
	if (cs->wide && check_wide(cs, shown, fw) == 0 &&
	    msg_faults() == before) {
		msg_fault(&at, N_("no column of this file is a criterion of "
		    "the round"));
		msg_hint(m != NULL ? N_("the map names no column as a score") :
		    N_("a column is known by the criterion's id or label; "
		    "else a map says what it is (--map FILE); is the "
		    "separator right (-d)?"));
	}
	if (!cs->wide && msg_faults() == before && (cs->score < 0 ||
	    cs->criterion < 0))
		msg_fault(&at, N_("a file of one line an answer needs a column "
		    "for the criterion and one for the score"));
	return msg_faults() == before ? 0 : -1;
}

void
columns_free(struct columns *cs)
{
	free(cs->v);
	arena_free(&cs->arena);
}
