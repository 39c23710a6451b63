/* One line of a foreign file to a sheet. */
#include "intake/take.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf.h"
#include "intake/day.h"
#include "intake/spool.h"

void
take_bad(struct take *r, long line, int col, const char *what)
{
	struct place	at = { r->shown, line, 0,
			    r->cs->v[col].shown };

	if (r->bad++ >= TAKE_SAID && r->reject == NULL)
		msg_raise(MSG_DATA);
	else if (r->bad <= TAKE_SAID && r->reject == NULL)
		msg_fault(&at, "%s", _(what));
	else if (r->bad <= TAKE_SAID)
		msg_warn(&at, "%s", _(what));
}

/* --- cells ----------------------------------------------------------------- */

static int
is_number(const char *cell, int comma)
{
	fixed	v;

	return words_number(cell, comma, &v) == 0;
}

static void
bad_score(struct take *r, size_t crit, const char *cell, int score, long line,
    int col)
{
	if (score == SCORE_OFF)
		take_bad(r, line, col, N_("a number that is not on the scale"));
	else if (source_answer_code(r->source, cell)) {
		take_bad(r, line, col, N_("an answer code of LimeSurvey, which "
		    "is no score"));
		r->codes = 1;
	} else if (words_contradict(r->words, crit, cell, r->comma))
		take_bad(r, line, col, N_("a number and a word of the scale "
		    "that contradict each other"));
	else {
		take_bad(r, line, col, N_("neither a number nor a word of the "
		    "scale"));
		r->texts = 1;
	}
}

/* A cell's answer about a criterion; SCORE_BAD where it was said to be bad. */
static int
read_score(struct take *r, const struct column_use *u, size_t crit,
    const char *cell, long line, int col)
{
	const struct scale	*scale = r->fw->crit[crit].scale;
	const struct pair	*pair = map_pair(u->line, cell, r->comma);
	int			 score;

	if (pair != NULL)
		score = words_score(r->words, crit, pair->to, 0);
	else if (source_unanswered(r->source, cell))
		return SCORE_SKIPPED;
	else if (u->line != NULL && u->line->recodes &&
	    is_number(cell, r->comma)) {
		take_bad(r, line, col, N_("a number that no pair of the map "
		    "names"));
		return SCORE_BAD;
	} else if (u->line != NULL && u->line->recodes &&
	    words_beside(r->words, crit, cell, r->comma)) {
		take_bad(r, line, col, N_("a number beside a text that no "
		    "pair of the map names"));
		return SCORE_BAD;
	} else if (r->source != SOURCE_GRID &&
	    words_two(r->words, crit, cell, r->comma)) {
		take_bad(r, line, col, N_("a number of the scale that is the "
		    "label of another answer, too"));
		r->texts = 1;
		return SCORE_BAD;
	} else {
		score = words_score(r->words, crit, cell, r->comma);
		if (score >= 0 && r->source == SOURCE_LIMESURVEY) {
			if (is_number(cell, r->comma))
				r->bare++;
			else
				r->worded++;
		}
	}
	if (score >= 0 && u->reverse) {
		score = scale_index(scale, scale_reverse(scale,
		    scale->value[score]));
		if (score < 0)
			score = SCORE_OFF;
	}
	if (score == SCORE_OFF || score == SCORE_BAD) {
		bad_score(r, crit, cell, score, line, col);
		return SCORE_BAD;
	}
	return score;
}

/* The same, counted for a preview; a bad one counts as skipped. */
static int
take_score(struct take *r, const struct column_use *u, size_t crit,
    const char *cell, long line, int col)
{
	int		score = read_score(r, u, crit, cell, line, col);
	enum given	given = score >= 0 ? GIVEN_SCORE :
			    score == SCORE_NA ? GIVEN_NA :
			    score == SCORE_DK ? GIVEN_DK :
			    score == SCORE_BAD ? GIVEN_BAD : GIVEN_SKIPPED;

	r->cs->v[col].given[given]++;
	return score == SCORE_BAD ? SCORE_SKIPPED : score;
}

void
take_advise(const struct take *r)
{
	struct place	at = { r->shown, 0, 0, NULL };

	if (r->texts)
		msg_hint(N_("a map says what a text stands for: scores "
		    "'text=3; other text=NA' (--map FILE)"));
	if (r->codes)
		msg_hint(N_("a map says what each code stands for: scores "
		    "'A1=1; A2=2' (--map FILE); or export again with full "
		    "answers"));
	if (r->addresses && r->cs->v[r->cs->unit].line != NULL) {
		at.line = r->cs->v[r->cs->unit].line->line;
		at.file = r->map.shown;
		msg_warn(&at, N_("the units of column '%s' hold addresses or "
		    "telephone numbers, and responses.csv keeps them"),
		    r->cs->v[r->cs->unit].shown);
		at = (struct place){ r->shown, 0, 0, NULL };
	} else if (r->addresses)
		msg_hint(N_("a map leaves the column out (ignore) or keeps it "
		    "as it is (unit)"));
	if (r->unsent > 0)
		msg_note_n(r->unsent,
		    "%lu sheet was begun and never submitted; it counts like "
		    "the others (the export can leave out what is not "
		    "complete)",
		    "%lu sheets were begun and never submitted; they count "
		    "like the others (the export can leave out what is not "
		    "complete)", r->unsent);
	if (r->bare > 0 && r->worded == 0)
		msg_warn(&at, N_("all answers are bare numbers, which in "
		    "LimeSurvey may be codes for other scores (0 for '1 = no "
		    "knowledge'): compare one sheet with the questionnaire; a "
		    "map says what each code stands for"));
}

static int
is_empty(const char *cell)
{
	char	buf[8];
	const char *s = words_trim(buf, sizeof(buf), cell);

	return s != NULL && *s == '\0';
}

/* A group's index, SEEN_EMPTY or SEEN_UNKNOWN. */
static long
find_group(const struct take *r, const struct column_use *u, const char *cell)
{
	const struct pair	*pair = map_pair(u->line, cell, r->comma);
	size_t			 g;

	if (pair != NULL)
		cell = pair->to;
	if (is_empty(cell) || source_unanswered(r->source, cell))
		return SEEN_EMPTY;
	g = words_group(r->words, cell);
	return g < WORDS_TWO ? (long)g : SEEN_UNKNOWN;
}

const char	*const take_no_group = N_("no group of the round has this name");
const char	*const take_two_groups = N_("another group than this sheet had "
		    "further up");
const char	*const take_again = N_("this sheet has an answer to this "
		    "criterion already");

static void
take_group(struct take *r, struct sheet *x, const struct record *rec)
{
	int	col = r->cs->group;
	long	g;

	if (col < 0)
		return;
	g = find_group(r, &r->cs->v[col], rec->f[col]);
	if (g == SEEN_UNKNOWN)
		take_bad(r, rec->line, col, take_no_group);
	else if (g >= 0 && x->group != WORDS_NONE && x->group != (size_t)g)
		take_bad(r, rec->line, col, take_two_groups);
	else if (g >= 0)
		x->group = (size_t)g;
}

static void
take_date(struct take *r, struct sheet *x, const struct record *rec)
{
	int	col = r->cs->date, day;

	if (col < 0 || is_empty(rec->f[col]) ||
	    source_unanswered(r->source, rec->f[col]))
		return;
	if (day_read(rec->f[col], r->order, &day) != 0)
		take_bad(r, rec->line, col, r->order == 0 ?
		    N_("no day that can be told (YYYY-MM-DD; for others, "
		    "date_order in cpm.csv)") :
		    N_("no such day"));
	else if (x->day == DATE_NONE)
		x->day = day;
}

/* --- whose sheet is it -------------------------------------------------------- */

/* NULL: a plain number, unique in one file of one round at best. */
static const char *const	spaces[] = {
	[KNOWN_NONE] = NULL, [KNOWN_ROOT] = "uuid", [KNOWN__ID] = "_id",
	[KNOWN_UUID] = "uuid", [KNOWN_KEY] = "uuid",
	[KNOWN_INSTANCE] = "uuid", [KNOWN_ID] = NULL
};

/* What the number would be in each other round. */
static void
plain_codes(struct take *r, struct sheet *x, const char *number)
{
	size_t	i;

	x->plain = arena_alloc(&x->arena, (r->nothers + 1) *
	    sizeof(*x->plain));
	for (i = 0; i < r->nothers; i++)
		code_of_plain(x->plain[i], &r->key, r->others[i], number);
}

/* A column's number of the submission as a code; "" where it is empty. */
static void
code_known(struct take *r, struct sheet *x, char *buf, enum known known,
    const char *cell)
{
	char	*s = utf_fold(cell), *name = s;

	buf[0] = '\0';
	/* meta/rootUuid and KEY say "uuid:…" where _uuid says "…". */
	if (strncmp(name, "uuid:", 5) == 0)
		name += 5;
	if (*name != '\0' && spaces[known] == NULL) {
		code_of_plain(buf, &r->key, r->round, name);
		if (x->plain == NULL)
			plain_codes(r, x, name);
	} else if (*name != '\0')
		code_of(buf, &r->key, spaces[known], name);
	free(s);
}

/*
 * Whether a line has more than votes: a time, a name, a remark.  Such a line
 * is the same submission wherever it stands; bare votes may be given again.
 */
static int
is_marked_line(const struct take *r, const struct record *rec)
{
	int	i, use;

	for (i = 0; i < rec->n; i++) {
		use = r->cs->v[i].use;
		if (use != FIELD_SCORE && use != FIELD_GROUP &&
		    use != FIELD_UNIT && use != FIELD_ROUND &&
		    !is_empty(rec->f[i]))
			return 1;
	}
	return 0;
}

/* No column says which submission a line is: its own words do. */
static void
code_content(struct take *r, const struct record *rec, struct sheet *x)
{
	struct str	 all;
	int		 i;

	str_init(&all);
	if (!is_marked_line(r, rec))
		str_printf(&all, "%s\n", r->round);
	for (i = 0; i < rec->n; i++) {
		str_add(&all, rec->f[i]);
		str_addc(&all, '\x1f');
	}
	/* Two people may well give the same answers: take_settle. */
	code_of(x->code, &r->key, "line", all.s);
	x->nameless = 1;
	str_free(&all);
	r->nameless++;
}

/* Codes of the submission: the best into buf, others into alias. */
static void
code_submission(struct take *r, const struct record *rec,
    struct sheet *x, char *buf)
{
	const struct columns	*cs = r->cs;
	char			 code[CODE_LEN + 1];
	int			 k, n = 0;

	buf[0] = '\0';
	if (cs->id >= 0)
		code_known(r, x, buf, cs->v[cs->id].known, rec->f[cs->id]);
	for (k = KNOWN_ROOT; k <= KNOWN_ID; k++) {
		if (cs->known[k] < 0 || cs->known[k] == cs->id ||
		    (spaces[k] == NULL && buf[0] != '\0'))
			continue;
		code_known(r, x, code, (enum known)k, rec->f[cs->known[k]]);
		if (*code == '\0' || strcmp(code, buf) == 0)
			continue;
		if (buf[0] == '\0')
			code_copy(buf, code);
		else if (n < 3)
			code_copy(x->alias[n++], code);
	}
}

/* Settle the code of the sheet that a record belongs to; 0, or -1 (said). */
static int
take_code(struct take *r, const struct record *rec, struct sheet *x)
{
	const struct columns	*cs = r->cs;
	char			*person;

	if (cs->number >= 0) {
		if (is_empty(rec->f[cs->number])) {
			take_bad(r, rec->line, cs->number, N_("a sheet without "
			    "its form number"));
			return -1;
		}
		code_of_form(x->code, &r->key, r->round, rec->f[cs->number]);
		x->waits = 1;
		return 0;
	}
	if (cs->respondent >= 0) {
		if (is_empty(rec->f[cs->respondent])) {
			take_bad(r, rec->line, cs->respondent, N_("an answer "
			    "of nobody: this cell is empty"));
			return -1;
		}
		person = utf_fold(rec->f[cs->respondent]);
		code_of(x->code, &r->key, "person", person);
		free(person);
		x->person = 1;
		code_submission(r, rec, x, x->sub);
		memset(x->alias, 0, sizeof(x->alias));
		return 0;
	}
	code_submission(r, rec, x, x->code);
	if (x->code[0] != '\0')
		return 0;
	if (!cs->wide) {
		take_bad(r, rec->line, cs->criterion, N_("nothing says whose "
		    "answer this is"));
		return -1;
	}
	code_content(r, rec, x);
	return 0;
}

/* --- lines --------------------------------------------------------------------- */

/* Kobo's second line of #tags, where somebody asked for it. */
static int
is_hxl(const struct record *rec)
{
	int	i, tags = 0;

	for (i = 0; i < rec->n; i++) {
		if (rec->f[i][0] == '#' && rec->f[i][1] >= 'a' &&
		    rec->f[i][1] <= 'z')
			tags++;
		else if (rec->f[i][0] != '\0')
			return 0;
	}
	return tags > 0;
}

static int
all_empty(const struct record *rec)
{
	int	i;

	for (i = 0; i < rec->n; i++)
		if (!is_empty(rec->f[i]))
			return 0;
	return 1;
}

/* A line of another round than the one asked for. */
static int
other_round(struct take *r, const struct record *rec)
{
	char	*a, *b;
	int	 other;

	if (r->cs->round < 0)
		return 0;
	a = words_plain(rec->f[r->cs->round]);
	b = words_plain(r->round);
	other = strcmp(a, b) != 0;
	free(a);
	free(b);
	r->other_rounds += (unsigned long)other;
	return other;
}

long
take_seen(long a, long b)
{
	if (a == SEEN_EMPTY || a == b)
		return b;
	return b == SEEN_EMPTY ? a : a < SEEN_EMPTY ? a : b < SEEN_EMPTY ? b :
	    SEEN_TWO;
}

/* A sheet of a long file has its groups from several lines. */
static void
see_groups(struct take *r, struct sheet *x, const struct record *rec)
{
	struct column_use	*u;
	long			 g;
	int			 i;

	for (i = 0; i < r->nmaybe; i++) {
		u = &r->cs->v[r->maybe[i]];
		g = find_group(r, u, rec->f[r->maybe[i]]);
		u->hits += g >= 0;
		x->seen[i] = take_seen(x->seen[i], g);
		r->misses[i] += x->seen[i] < SEEN_EMPTY;
	}
}

/*
 * The unit is kept as it is written and stands in what tally --raw gives, so
 * that nobody's address may be one; what a map calls a unit is its own word.
 */
static void
take_unit(struct take *r, struct sheet *x, const struct record *rec)
{
	int	col = r->cs->unit, address;

	if (col < 0 || *x->unit != '\0' || source_unanswered(r->source,
	    rec->f[col]))
		return;
	address = columns_address(rec->f[col]);
	r->addresses |= address;
	if (address && r->cs->v[col].line == NULL)
		take_bad(r, rec->line, col, N_("an address or a telephone "
		    "number where a unit should be"));
	else
		x->unit = arena_str(&x->arena, rec->f[col]);
}

/* The cells of one line that go to a sheet as a whole. */
static void
take_common(struct take *r, struct sheet *x, const struct record *rec)
{
	take_group(r, x, rec);
	see_groups(r, x, rec);
	take_date(r, x, rec);
	if (r->cs->submitted >= 0)
		r->unsent += is_empty(rec->f[r->cs->submitted]);
	take_unit(r, x, rec);
}

static void
take_wide(struct take *r, const struct record *rec)
{
	struct column_use	*u;
	struct sheet		*x = &r->sheet;
	unsigned long		 bad = r->bad;
	int			 i;

	sheet_clear(x, rec->line);
	x->begin = rec->begin;
	x->end = rec->end;
	take_common(r, x, rec);
	for (i = 0; i < r->cs->n; i++) {
		u = &r->cs->v[i];
		if (u->use == FIELD_SCORE)
			x->score[u->crit] = (int16_t)take_score(r, u, u->crit,
			    rec->f[i], rec->line, i);
		else if (u->use == FIELD_COMMENT && !is_empty(rec->f[i]))
			sheet_comment(x, u->crit, rec->f[i]);
	}
	i = take_code(r, rec, x);
	if (r->bad != bad && r->reject != NULL)
		reject_sheet(r->reject, x);
	else if (i == 0) {
		stock_name(&r->stock, x);
		spool_put(r->sheets.spool, x);
	}
}

/* The cells that say whose sheet a line of a long file belongs to. */
static void
add_ident(const struct take *r, const struct record *rec, struct str *s)
{
	const struct columns	*cs = r->cs;
	int			 own[] = { cs->number, cs->respondent, cs->id };
	int			 i, col;

	str_reset(s);
	for (i = -3; i <= KNOWN_ID; i++) {
		col = i < 0 ? own[i + 3] : cs->known[i];
		if (col >= 0) {
			str_add(s, rec->f[col]);
			str_addc(s, '\x1f');
		}
	}
}

static void
close_part(struct take *r)
{
	if (!r->open)
		return;
	r->open = 0;
	r->bad_parts += (unsigned long)r->sheet.bad;
	stock_name(&r->stock, &r->sheet);
	spool_put_part(r->sheets.spool, &r->sheet);
}

/* The sheet of a long file that a line belongs to; NULL: none (said). */
static struct sheet *
long_sheet(struct take *r, const struct record *rec)
{
	struct sheet	*x = &r->sheet;
	struct str	 ident;

	str_init(&ident);
	add_ident(r, rec, &ident);
	if (r->open && x->end == rec->begin &&
	    strcmp(ident.s, r->ident.s) == 0) {
		str_free(&ident);
		x->end = rec->end;
		x->rows++;
		return x;
	}
	close_part(r);
	str_free(&r->ident);
	r->ident = ident;
	sheet_clear(x, rec->line);
	x->begin = rec->begin;
	x->end = rec->end;
	if (take_code(r, rec, x) != 0)
		return NULL;
	r->open = 1;
	return x;
}

/* What a line of a long file says; x NULL: of nobody. */
static void
take_answer(struct take *r, const struct record *rec, struct sheet *x)
{
	const struct columns	*cs = r->cs;
	const struct column_use	*u = &cs->v[cs->criterion];
	const char		*cell = rec->f[cs->criterion];
	const struct pair	*pair = map_pair(u->line, cell, r->comma);
	size_t			 c;
	int			 score, i;

	c = words_criterion(r->words, pair != NULL ? pair->to : cell);
	if (c >= WORDS_TWO && !(is_empty(cell) && is_empty(rec->f[cs->score])))
		take_bad(r, rec->line, cs->criterion, N_("no criterion of the "
		    "round has this name"));
	if (x == NULL)
		return;
	take_common(r, x, rec);
	for (i = 0; i < cs->n; i++)
		if (cs->v[i].use == FIELD_COMMENT && c < WORDS_TWO &&
		    !is_empty(rec->f[i]))
			sheet_comment(x, c, rec->f[i]);
	if (c >= WORDS_TWO)
		return;
	score = take_score(r, &cs->v[cs->score], c, rec->f[cs->score],
	    rec->line, cs->score);
	if (x->score[c] != SCORE_SKIPPED && score != SCORE_SKIPPED)
		take_bad(r, rec->line, cs->criterion, take_again);
	else if (score != SCORE_SKIPPED) {
		x->score[c] = (int16_t)score;
		x->at[c] = rec->line;
	}
	r->sheets.covered[c] = 1;
}

static void
take_long(struct take *r, const struct record *rec)
{
	unsigned long	 bad = r->bad;
	struct sheet	*x = long_sheet(r, rec);

	take_answer(r, rec, x);
	if (x != NULL)
		x->bad |= r->bad != bad;
	else if (r->reject != NULL)
		reject_sheet(r->reject, &r->sheet);
}

/* How far it is; of a pipe's bytes no size was asked. */
static void
say_work(const struct take *r, const struct record *rec)
{
	if (r->size > 0)
		msg_work(N_("%s: %ld lines, %d %%"), r->round, rec->line,
		    (int)(100 * (double)rec->end / (double)r->size));
	else
		msg_work(N_("%s: %ld lines"), r->round, rec->line);
}

static void
mark_filled(struct columns *cs, const struct record *rec)
{
	int	i;

	for (i = 0; i < cs->n && i < rec->n; i++)
		cs->v[i].filled |= *rec->f[i] != '\0';
}

void
take_lines(struct take *r)
{
	struct record	rec;
	int		first = 1;

	while (reader_next(r->rd, &rec)) {
		if (first && is_hxl(&rec))
			msg_note_at(&(struct place){ r->shown, rec.line, 0,
			    NULL }, N_("left out, a line of #tags"));
		else if (!all_empty(&rec) && !other_round(r, &rec)) {
			mark_filled(r->cs, &rec);
			if (r->cs->wide)
				take_wide(r, &rec);
			else
				take_long(r, &rec);
		}
		first = 0;
		if (rec.line % 256 == 0 && msg_work_wanted())
			say_work(r, &rec);
	}
	close_part(r);
	msg_work(NULL);
}
