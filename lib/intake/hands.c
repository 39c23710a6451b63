/* A show of hands. */
#include "intake/hands.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/import.h"
#include "intake/sheets.h"
#include "intake/typing.h"
#include "model/tally.h"
#include "table/reader.h"

#define HANDS_MOST	INT64_C(1000000)

const char *
hands_round(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");
	size_t		 i = table_resolve(t, round);
	struct place	 where;

	if (i >= t->nrows)
		return NULL;
	where = table_place(t, i, NULL);
	round = cell(t, i, "id");
	if (!cell_is(t, i, "method", "hands")) {
		msg_fault(&where, N_("round '%s' is no show of hands"), round);
		msg_hint(N_("a show of hands begins with: cpm-assess open "
		    "ROUND --method hands --votes open"));
		return NULL;
	}
	return round_still_open(t, i, N_("round '%s' is closed: hands that "
	    "went up later belong to the next round")) ? round : NULL;
}

/* --- what was counted ------------------------------------------------------ */

static size_t
values(const struct framework *fw, size_t c)
{
	return (size_t)fw->crit[c].scale->n + 2;
}

/* Where the count of a score (or SCORE_NA, SCORE_DK) stands. */
static size_t
slot(const struct framework *fw, size_t c, int score)
{
	return score >= 0 ? (size_t)score : (size_t)fw->crit[c].scale->n +
	    (score == SCORE_DK);
}

static int
score_at(const struct framework *fw, size_t c, size_t k)
{
	const size_t	n = (size_t)fw->crit[c].scale->n;

	return k < n ? (int)k : k == n ? SCORE_NA : SCORE_DK;
}

static int
is_given(const struct hands *h, size_t c)
{
	size_t	k;

	for (k = 0; k < values(h->fw, c); k++)
		if (h->count[c][k] != HANDS_NONE)
			return 1;
	return 0;
}

static int64_t
all_hands(const struct hands *h, size_t c)
{
	int64_t	sum = 0;
	size_t	k;

	for (k = 0; k < values(h->fw, c); k++)
		if (h->count[c][k] > 0)
			sum += h->count[c][k];
	return sum;
}

/* --- through a pipe -------------------------------------------------------- */

struct counting {
	struct hands		*hands;
	const struct words	*words;
	const char		*shown;
};

/* The criterion of a line; ncrit (said). */
static size_t
criterion(const struct counting *t, const struct place *at, const char *name)
{
	size_t	c = words_criterion(t->words, name);

	if (c < WORDS_TWO)
		return c;
	typing_unknown(t->hands->fw, at, name);
	return t->hands->fw->ncrit;
}

/* One count; what is wrong with it is said, without its value. */
static void
take(const struct counting *t, struct place at, size_t c, const char *value,
    const char *count, int comma)
{
	struct hands	*h = t->hands;
	int		 score = words_score(t->words, c, value, comma);
	int64_t		 n, *to;

	at.column = h->fw->crit[c].id;
	if (score == SCORE_OFF)
		msg_fault(&at, N_("a number that is not on the scale"));
	else if (score == SCORE_BAD || score == SCORE_SKIPPED)
		msg_fault(&at, N_("neither a number nor a word of the scale"));
	else if (num_int(count, 0, HANDS_MOST, &n) != 0)
		msg_fault(&at, N_("hands are counted in whole numbers"));
	else if (*(to = &h->count[c][slot(h->fw, c, score)]) != HANDS_NONE)
		msg_fault(&at, N_("this score has a number of hands "
		    "already"));
	else
		*to = n;
}

/* "RES1: 1=0 2=3": the name ends with the last colon before the first '='. */
static void
take_line(const struct counting *t, struct place at, char *line)
{
	char	*eq = strchr(line, '='), *colon, *p, *w;
	size_t	 c;

	if (eq != NULL)
		*eq = '\0';
	colon = strrchr(line, ':');
	if (eq != NULL)
		*eq = '=';
	if (eq == NULL || colon == NULL) {
		msg_fault(&at, N_("a line is criterion: score=hands "
		    "score=hands"));
		return;
	}
	*colon = '\0';
	words_trim(line, strlen(line) + 1, line);
	if ((c = criterion(t, &at, line)) == t->hands->fw->ncrit)
		return;
	if (is_given(t->hands, c)) {
		at.column = t->hands->fw->crit[c].id;
		msg_fault(&at, N_("this criterion was counted further up"));
		return;
	}
	p = colon + 1;
	while ((w = strsep(&p, " \t;\r")) != NULL) {
		if (*w == '\0')
			continue;
		if ((eq = strchr(w, '=')) == NULL) {
			msg_fault(&at, N_("a line is criterion: score=hands "
			    "score=hands"));
			return;
		}
		*eq = '\0';
		take(t, at, c, w, eq + 1, 1);
	}
}

static void
take_lines(const struct counting *t, char *text)
{
	struct place	 at = { t->shown, 0, 0, NULL };
	char		*line, *p = text;

	while ((line = strsep(&p, "\n")) != NULL) {
		at.line++;
		words_trim(line, strlen(line) + 1, line);
		if (*line != '\0')
			take_line(t, at, line);
	}
}

static void
take_csv(const struct counting *t, const char *text, size_t n)
{
	struct reader	*rd = reader_mem(text, n, t->shown, READER_SECRET |
			    READER_EOF_OK, 0);
	struct place	 at = { t->shown, 1, 0, NULL };
	struct record	 r;
	int		 i, col[3] = { -1, -1, -1 };
	size_t		 c;

	if (reader_next(rd, &r))
		for (i = 0; i < r.n; i++) {
			if (typing_named(r.f[i], "criterion", "critere"))
				col[0] = i;
			else if (typing_named(r.f[i], "value", "valeur"))
				col[1] = i;
			else if (typing_named(r.f[i], "count", "nombre"))
				col[2] = i;
		}
	if (reader_faults(rd) == 0 && (col[0] < 0 || col[1] < 0 ||
	    col[2] < 0)) {
		msg_fault(&at, N_("neither lines criterion: score=hands nor "
		    "CSV with the columns criterion, value and count"));
	} else
		while (reader_next(rd, &r)) {
			at.line = r.line;
			c = criterion(t, &at, r.f[col[0]]);
			if (c < t->hands->fw->ncrit)
				take(t, at, c, r.f[col[1]], r.f[col[2]],
				    reader_dialect(rd)->sep != ',');
		}
	reader_close(rd);
}

static void
read_pipe(const struct counting *t, FILE *in)
{
	struct str	 all;
	const char	*first;

	str_init(&all);
	if (typing_slurp(&all, in, t->shown, N_("nothing was given: lines "
	    "criterion: score=hands score=hands")) == 0) {
		first = all.s + strspn(all.s, " \t\r\n");
		if (memchr(first, '=', strcspn(first, "\n")) != NULL)
			take_lines(t, all.s);
		else
			take_csv(t, all.s, all.len);
	}
	str_free(&all);
}

/* --- at a terminal --------------------------------------------------------- */

/* One number; HANDS_NONE for Enter alone, -2 at the end, -3: go back. */
static int64_t
ask_count(FILE *in, FILE *talk, const char *what)
{
	char	*prompt = mem_printf("  %s: ", what), *line;
	int64_t	 n = HANDS_NONE;

	for (;;) {
		if ((line = typing_line(in, talk, prompt)) == NULL) {
			n = -2;
			break;
		}
		if (strcmp(line, "<") == 0)
			n = -3;
		else if (*line != '\0' && num_int(line, 0, HANDS_MOST, &n) != 0) {
			fprintf(talk, "%s\n", _("Hands are counted in whole "
			    "numbers."));
			free(line);
			continue;
		}
		free(line);
		break;
	}
	free(prompt);
	return n;
}

/* "4 Steady", "NA Not applicable". */
static char *
value_words(const struct framework *fw, size_t c, size_t k)
{
	const struct scale	*s = fw->crit[c].scale;
	char			 num[NUM_LEN];
	const char		*label;

	if (score_at(fw, c, k) == SCORE_NA)
		return mem_printf("%s %s", _("NA"), fw->na);
	if (score_at(fw, c, k) == SCORE_DK)
		return mem_printf("%s %s", _("DK"), fw->dk);
	label = s->label[k] != NULL ? s->label[k] : "";
	return mem_printf("%s%s%s", num_str(num, s->value[k], 0),
	    *label != '\0' ? " " : "", label);
}

/*
 * All scores of a criterion: 0, 1 to go back to the one before, 2 to ask
 * again, -1 at the end.
 */
static int
ask_criterion(struct hands *h, size_t c, int64_t present, FILE *in,
    FILE *talk)
{
	size_t	 k;
	char	*what;
	int64_t	 n;

	fprintf(talk, "\n%s %s\n", h->fw->crit[c].id, h->fw->crit[c].label);
	for (k = 0; k < values(h->fw, c); k++) {
		what = value_words(h->fw, c, k);
		n = ask_count(in, talk, what);
		free(what);
		if (n < HANDS_NONE)
			return n == -2 ? -1 : 1;
		h->count[c][k] = n;
	}
	if (present < 0 || all_hands(h, c) <= present)
		return 0;
	fprintf(talk, "%s\n", _("These are more hands than people: once "
	    "more."));
	return 2;
}

static int
ask_all(struct hands *h, int64_t present, FILE *in, FILE *talk)
{
	size_t	c = 0;
	int	rc;

	fprintf(talk, "%s\n", _("How many hands for each score?  Enter alone: "
	    "none.  <: back to the statement before."));
	while (c < h->fw->ncrit) {
		rc = ask_criterion(h, c, present, in, talk);
		if (rc < 0)
			return -1;
		if (rc == 0)
			c++;
		else if (rc == 1 && c > 0)
			c--;
	}
	return 0;
}

/* --- together -------------------------------------------------------------- */

static void
begin(struct hands *h, const struct framework *fw)
{
	size_t	c, k;

	memset(h, 0, sizeof(*h));
	arena_init(&h->arena);
	h->fw = fw;
	h->group = "";
	h->count = arena_alloc(&h->arena, (fw->ncrit + 1) *
	    sizeof(*h->count));
	for (c = 0; c < fw->ncrit; c++) {
		h->count[c] = arena_alloc(&h->arena, values(fw, c) *
		    sizeof(**h->count));
		for (k = 0; k < values(fw, c); k++)
			h->count[c][k] = HANDS_NONE;
	}
}

static void
check_present(const struct hands *h, int64_t present)
{
	size_t	c;

	for (c = 0; present >= 0 && c < h->fw->ncrit; c++)
		if (all_hands(h, c) > present)
			msg_fault(NULL, N_("%s has more hands than people "
			    "present"), h->fw->crit[c].id);
}

int
hands_read(struct hands *h, const struct hands_ask *a,
    const struct framework *fw, const struct words *w, FILE *in, FILE *talk)
{
	unsigned long	before = msg_faults();
	struct counting	t = { h, w, _("standard input") };
	size_t		g;

	begin(h, fw);
	if (a->group != NULL && (g = import_group(w, fw, a->group)) <
	    WORDS_TWO)
		h->group = arena_str(&h->arena, fw->groups[g].id);
	if (msg_faults() != before)
		return -1;
	if (!a->terminal)
		read_pipe(&t, in);
	else if (ask_all(h, a->present, in, talk) != 0) {
		msg_fault(NULL, N_("stopped before the end: nothing was "
		    "written"));
		return -1;
	}
	if (msg_faults() == before)
		check_present(h, a->present);
	return msg_faults() == before && msg_status() != MSG_TROUBLE ? 0 : -1;
}

/* Whether hands of the other kind are in the round already (said). */
static int
other_kind(const struct hands *h, const struct table *t, const char *round)
{
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "round", round) &&
		    (*cell(t, i, "group") == '\0') != (*h->group == '\0'))
			break;
	if (i >= t->nrows)
		return 0;
	if (*h->group == '\0')
		msg_fault(NULL, N_("%s has the hands of groups: the whole "
		    "room beside them would count people twice"), round);
	else
		msg_fault(NULL, N_("%s has the hands of the whole room: a "
		    "group beside it would count people twice"), round);
	msg_hint(N_("to begin again: cpm-assess forget --round %s"), round);
	return 1;
}

/* The counts of one criterion; whether there were any, and whether they differ. */
static void
merge_one(const struct hands *h, struct table *t, const char *round,
    size_t c, int *had, int *other)
{
	const char	*crit = h->fw->crit[c].id;
	char		 value[NUM_LEN], count[NUM_LEN];
	size_t		 i, k;

	*had = *other = 0;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		*had |= cell_is(t, i, "round", round) && cell_is(t, i,
		    "group", h->group) && cell_is(t, i, "criterion", crit);
	for (k = 0; k < values(h->fw, c); k++) {
		score_str(value, h->fw->crit[c].scale,
		    score_at(h->fw, c, k));
		i = table_find_by(t, "round", round, "group", h->group,
		    "criterion", crit, "value", value, (char *)NULL);
		if (h->count[c][k] == HANDS_NONE) {
			if (i < t->nrows) {
				*other |= cell_int(t, i, "count", 0) != 0;
				table_drop(t, i);
			}
			continue;
		}
		num_str(count, h->count[c][k] * FIXED_ONE, 0);
		if (i == t->nrows) {
			*other |= h->count[c][k] != 0;
			i = table_add(t);
			table_set(t, i, "round", round);
			table_set(t, i, "group", h->group);
			table_set(t, i, "criterion", crit);
			table_set(t, i, "value", value);
			table_set(t, i, "count", count);
		} else if (!cell_is(t, i, "count", count)) {
			*other = 1;
			table_set(t, i, "count", count);
		}
	}
}

int
hands_merge(const struct hands *h, struct project *p, const char *round,
    struct hands_done *d)
{
	struct table	*t = project_private(p, "hands");
	size_t		 c;
	int		 had, other;

	memset(d, 0, sizeof(*d));
	if (project_bad(p) || other_kind(h, t, round))
		return -1;
	for (c = 0; c < h->fw->ncrit; c++) {
		if (!is_given(h, c))
			continue;
		merge_one(h, t, round, c, &had, &other);
		d->added += !had;
		d->replaced += had && other;
		d->same += had && !other;
	}
	return 0;
}

void
hands_say(const struct hands_done *d, const char *round)
{
	msg_note(N_("%s: criteria counted: %lu, counted anew: %lu, as "
	    "before: %lu"), round, d->added, d->replaced, d->same);
}

void
hands_free(struct hands *h)
{
	if (h->arena.begun)
		arena_free(&h->arena);
}
