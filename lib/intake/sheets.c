/* Sheets on their way into responses.csv of the private folder. */
#include "intake/sheets.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/keys.h"
#include "base/slug.h"
#include "intake/spool.h"
#include "model/answers.h"
#include "table/reader.h"

void
sheets_begin(struct sheets *s, size_t ncrit, const char *source,
    const char *dir)
{
	memset(s, 0, sizeof(*s));
	s->spool = spool_new(dir);
	s->ncrit = ncrit;
	s->source = source;
	s->covered = mem_calloc(ncrit + 1, 1);
	s->hit = -1;
	s->group = WORDS_NONE;
	s->day = DATE_NONE;
}

void
sheets_free(struct sheets *s)
{
	spool_free(s->spool);
	free(s->covered);
	memset(s, 0, sizeof(*s));
}

/* --- one sheet -------------------------------------------------------------- */

void
sheet_init(struct sheet *x, size_t ncrit, size_t nseen)
{
	memset(x, 0, sizeof(*x));
	x->ncrit = ncrit;
	x->nseen = nseen;
	x->score = mem_calloc(ncrit + 1, sizeof(*x->score));
	x->at = mem_calloc(ncrit + 1, sizeof(*x->at));
	x->comment = mem_calloc(ncrit + 1, sizeof(*x->comment));
	x->said = mem_calloc(ncrit + 1, sizeof(*x->said));
	x->seen = mem_calloc(nseen + 1, sizeof(*x->seen));
	arena_init(&x->arena);
	x->commented = 1;
	sheet_clear(x, 0);
}

void
sheet_clear(struct sheet *x, long line)
{
	size_t	c;

	x->code[0] = x->sub[0] = '\0';
	x->person = x->waits = x->nameless = x->bad = 0;
	memset(x->alias, 0, sizeof(x->alias));
	x->plain = NULL;
	x->line = line;
	x->begin = x->end = 0;
	x->rows = 1;
	x->more = NULL;
	x->nmore = 0;
	x->group = WORDS_NONE;
	x->day = DATE_NONE;
	x->unit = "";
	for (c = 0; c < x->ncrit; c++) {
		x->score[c] = SCORE_SKIPPED;
		x->at[c] = line;
	}
	for (c = 0; c < x->nseen; c++)
		x->seen[c] = -1;
	if (x->commented) {
		memset(x->comment, 0, x->ncrit * sizeof(*x->comment));
		memset(x->said, 0, x->ncrit * sizeof(*x->said));
	}
	x->commented = 0;
	arena_free(&x->arena);
	arena_init(&x->arena);
}

void
sheet_free(struct sheet *x)
{
	free(x->score);
	free(x->at);
	free(x->comment);
	free(x->said);
	free(x->seen);
	arena_free(&x->arena);
	memset(x, 0, sizeof(*x));
}

/* Somebody's thousand remarks on one criterion must not take their square. */
void
sheet_comment(struct sheet *x, size_t crit, const char *text)
{
	struct said	*s = &x->said[crit];
	const char	*was = x->comment[crit];
	char		*now;
	size_t		 n = strlen(text);

	x->commented = 1;
	if (was == NULL) {
		x->comment[crit] = arena_strn(&x->arena, text, n);
		return;
	}
	if (s->room == 0)
		s->len = strlen(was);
	/* No table takes it (table_set says so); it need not grow. */
	if (s->len > READER_FIELD_MAX)
		return;
	if (s->len + n + 2 > s->room) {
		s->room = 2 * (s->len + n + 2);
		now = arena_alloc(&x->arena, s->room);
		memcpy(now, was, s->len);
		x->comment[crit] = s->text = now;
	}
	now = s->text;
	now[s->len] = '\n';
	memcpy(now + s->len + 1, text, n + 1);
	s->len += n + 1;
}

void
sheet_part(struct sheet *x, const struct sheet *part)
{
	uint64_t	(*more)[2];
	size_t		n = x->nmore;

	/* Room for one, two, four … of them. */
	if ((n & (n - 1)) == 0) {
		more = arena_alloc(&x->arena, (n > 0 ? 2 * n : 1) *
		    sizeof(*more));
		if (n > 0)
			memcpy(more, x->more, n * sizeof(*more));
		x->more = more;
	}
	x->more[n][0] = part->begin;
	x->more[n][1] = part->end;
	x->nmore++;
	x->rows += part->rows;
}

int
sheet_is_blank(const struct sheet *x)
{
	size_t	c;

	for (c = 0; c < x->ncrit; c++)
		if (x->score[c] != SCORE_SKIPPED || x->comment[c] != NULL)
			return 0;
	return 1;
}

static int
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

int
sheet_is_alike(const struct sheet *x, const struct sheet *y)
{
	size_t	c;

	if (x->group != y->group || x->day != y->day ||
	    strcmp(x->unit, y->unit) != 0)
		return 0;
	for (c = 0; c < x->ncrit; c++)
		if (x->score[c] != y->score[c] ||
		    !same_text(x->comment[c], y->comment[c]))
			return 0;
	return 1;
}

/* --- what is stored ----------------------------------------------------------- */

/* Something stands there, and the new is something else. */
static int
is_lost(const char *there, const char *now)
{
	return *there != '\0' && strcmp(there, now) != 0;
}

/* Whether the row has something that the sheet would take away. */
static int
loses(const struct answers *a, const struct sheets *s, const struct sheet *x,
    const struct framework *fw)
{
	char		 buf[NUM_LEN], day[DATE_LEN];
	const char	*group = x->group != WORDS_NONE ?
			    fw->groups[x->group].id : "";
	size_t		 c = framework_crit(fw, answers_cell(a, A_CRIT));

	return (c < s->ncrit && s->covered[c] && is_lost(answers_cell(a,
	    A_SCORE), score_str(buf, fw->crit[c].scale, x->score[c]))) ||
	    (s->has_group && is_lost(answers_cell(a, A_GROUP), group)) ||
	    (s->has_date && x->day != DATE_NONE &&
	    is_lost(answers_cell(a, A_DATE), date_str(day, x->day)));
}

enum stored
sheets_stored(const struct sheets *s, const struct sheet *x,
    struct project *p, const char *round, const struct framework *fw)
{
	struct answers	a;
	enum stored	found = STORED_NOT;

	answers_open(&a, p);
	while (answers_next(&a))
		if (strcmp(a.code, x->code) == 0 &&
		    strcmp(a.round, round) == 0) {
			if (found == STORED_NOT)
				found = STORED_ALIKE;
			if (loses(&a, s, x, fw))
				found = STORED_OTHER;
		}
	answers_close(&a);
	return found;
}

struct forms {
	struct key	 key;
	char		*round;
	struct keys	 codes;
};

struct forms *
forms_load(struct project *p, const char *round)
{
	struct forms	*f = mem_calloc(1, sizeof(*f));
	struct answers	 a;
	uint64_t	 key;

	f->round = mem_strdup(round);
	answers_open(&a, p);
	while (answers_next(&a))
		if (a.fresh && strcmp(a.round, round) == 0 &&
		    slug_code_key(a.code, &key) == 0)
			keys_add(&f->codes, key, 0);
	answers_close(&a);
	keys_sort(&f->codes);
	if (!project_bad(p) && key_load(&f->key, p) == 0)
		return f;
	forms_free(f);
	return NULL;
}

int
forms_has(const struct forms *f, const char *number)
{
	char		code[CODE_LEN + 1];
	uint64_t	key;

	code_of_form(code, &f->key, f->round, number);
	return slug_code_key(code, &key) == 0 &&
	    keys_find(&f->codes, key) < f->codes.n;
}

void
forms_free(struct forms *f)
{
	if (f == NULL)
		return;
	keys_free(&f->codes);
	key_free(&f->key);
	free(f->round);
	free(f);
}

void
merged_say(const struct merged *m, const char *round)
{
	msg_note(N_("%s: %lu new, %lu changed, %lu same"), round, m->added,
	    m->changed, m->same);
	if (m->renumbered > 0)
		msg_warn(NULL, N_("a changed sheet has the number of one that "
		    "was there: if it is somebody else's, number this file "
		    "otherwise"));
	if (m->doubtful > 0) {
		msg_warn(NULL, N_("new sheets have plain numbers that were "
		    "forgotten in another round: if this is that file again, "
		    "forget them here too"));
		msg_hint(N_("cpm-assess forget --round %s --submission "
		    "NUMBER"), round);
	}
	if (m->elsewhere > 0)
		msg_note_n(m->elsewhere,
		    "left out: %lu sheet that another round counted already",
		    "left out: %lu sheets that another round counted already",
		    m->elsewhere);
	if (m->forgotten > 0)
		msg_note_n(m->forgotten,
		    "left out: %lu sheet that was forgotten on request",
		    "left out: %lu sheets that were forgotten on request",
		    m->forgotten);
	if (m->again > 0)
		msg_note_n(m->again,
		    "left out: %lu sheet with the number and the answers of "
		    "another line",
		    "left out: %lu sheets with the number and the answers of "
		    "another line", m->again);
	if (m->blank > 0)
		msg_note_n(m->blank, "left out: %lu sheet without any answer",
		    "left out: %lu sheets without any answer", m->blank);
	if (m->ungrouped > 0)
		msg_note_n(m->ungrouped,
		    "%lu sheet has no group and counts in 'all' only",
		    "%lu sheets have no group and count in 'all' only",
		    m->ungrouped);
}

/* --- rounds ----------------------------------------------------------------- */

const char *
round_no_sheets(const struct table *rounds, size_t row)
{
	if (cell_is(rounds, row, "method", "consensus"))
		return N_("round '%s' is a consensus: it has agreed scores "
		    "(cpm-assess agree) and no sheets");
	if (cell_is(rounds, row, "method", "hands"))
		return N_("round '%s' is a show of hands and takes no sheets");
	return NULL;
}

int
round_still_open(const struct table *rounds, size_t row, const char *late)
{
	struct place	where = table_place(rounds, row, NULL);

	if (cell_is(rounds, row, "status", "open"))
		return 1;
	msg_fault(&where, late, cell(rounds, row, "id"));
	return 0;
}

const char *
round_sheets(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");
	size_t		 i = table_resolve(t, round);
	struct place	 where;
	const char	*not;

	if (i >= t->nrows)
		return NULL;
	if ((not = round_no_sheets(t, i)) == NULL)
		return cell(t, i, "id");
	where = table_place(t, i, NULL);
	msg_fault(&where, not, cell(t, i, "id"));
	return NULL;
}

const char *
round_open(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");
	size_t		 i = table_resolve(t, round);

	if (i >= t->nrows || !round_still_open(t, i, N_("round '%s' is "
	    "closed: a late sheet belongs to the next round")))
		return NULL;
	return round_sheets(p, round);
}
