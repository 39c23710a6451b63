/* A first draft of a map from a file's header, its cells, the framework. */
#include "intake/suggest_in.h"

#include <string.h>

#include "base/msg.h"
#include "base/utf.h"
#include "intake/day.h"
#include "table/writer.h"

#define KEPT		256	/* different texts of a column, at most */

/* --- the framework's words ------------------------------------------------ */

/* Every label of a row, whatever its language. */
static void
add_labels(struct similar *s, const struct table *t, size_t i,
    const char *family, size_t subject)
{
	int	c, want = schema_col(t->schema, family);

	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == want && t->lang[c] != NULL)
			similar_add(s, cell_at(t, i, c), subject);
}

/* A row of scale.csv: of one thread, or of all that have the general scale. */
static void
add_point(struct suggest *s, const struct table *t, size_t i)
{
	const struct scale	*scale;
	const char		*v = cell(t, i, "value");
	size_t			 own = framework_dim(&s->fw,
				    cell(t, i, "dimension")), d;
	int			 at = 0;
	fixed			 value = FIXED_NONE;

	if (num_fixed(v, 0, &value) != 0 && strcmp(v, "NA") != 0 &&
	    strcmp(v, "DK") != 0)
		return;
	for (d = 0; d < s->fw.ndims; d++) {
		scale = s->fw.dims[d].scale;
		if (value == FIXED_NONE)
			at = scale->n + (*v == 'D');
		else if ((own != d && (own < s->fw.ndims ||
		    scale != &s->fw.general)) ||
		    (at = scale_index(scale, value)) < 0)
			continue;
		add_labels(s->scale[d], t, i, "label", (size_t)at);
		add_labels(s->scale[d], t, i, "text", (size_t)at);
	}
}

static void
learn(struct suggest *s, struct project *p, const char *round)
{
	const struct table	*t;
	size_t			 i, k;

#define TABLE(name)	(round != NULL ? project_frozen(p, round, name) : \
	project_table(p, name))
	t = TABLE("criteria");
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((k = framework_crit(&s->fw, cell(t, i, "id"))) <
		    s->fw.ncrit)
			add_labels(s->crit, t, i, "label", k);
	t = TABLE("groups");
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if ((k = framework_group(&s->fw, cell(t, i, "id"))) <
		    s->fw.ngroups)
			add_labels(s->group, t, i, "label", k);
	t = TABLE("scale");
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		add_point(s, t, i);
#undef TABLE
}

struct suggest *
suggest_begin(struct project *p, const char *round)
{
	struct suggest		*s = mem_calloc(1, sizeof(*s));
	const struct table	*t = project_table(p, "rounds");
	const char		*order = project_get(p, "date_order");
	size_t			 i;

	arena_init(&s->arena);
	if (round != NULL && (i = table_resolve(t, round)) < t->nrows)
		round = s->round = arena_str(&s->arena, cell(t, i, "id"));
	else if (round != NULL) {
		suggest_free(s);
		return NULL;
	}
	if (framework_load(&s->fw, p, round, project_lang(p)) != 0) {
		suggest_free(s);
		return NULL;
	}
	s->order = order[0] == 'd' || order[0] == 'm' ? order[0] : 0;
	s->words = words_load(p, round, &s->fw);
	s->crit = similar_new();
	s->group = similar_new();
	s->scale = mem_calloc(s->fw.ndims + 1, sizeof(struct similar *));
	for (i = 0; i < s->fw.ndims; i++)
		s->scale[i] = similar_new();
	learn(s, p, round);
	return s;
}

void
suggest_free(struct suggest *s)
{
	size_t	d;
	int	i;

	if (s == NULL)
		return;
	for (i = 0; s->v != NULL && i < s->cs.n; i++)
		seen_free(&s->v[i].seen);
	free(s->v);
	HASH_CLEAR(hh, s->pool);
	if (s->settled)
		columns_free(&s->cs);
	for (d = 0; s->scale != NULL && d < s->fw.ndims; d++)
		similar_free(s->scale[d]);
	free(s->scale);
	similar_free(s->crit);
	similar_free(s->group);
	words_free(s->words);
	framework_free(&s->fw);
	arena_free(&s->arena);
	free(s);
}

/* --- one column by itself ------------------------------------------------- */

/* Nearest criterion of a header, or of what stands in it as a part. */
static struct near
near_header(const struct suggest *s, const char *header)
{
	struct near	 best = similar_find(s->crit, header, NULL), x;
	const char	*at = strrchr(header, '/'), *end;
	char		*part;

	if (at != NULL) {
		x = similar_find(s->crit, at + 1, NULL);
		if (x.likeness > best.likeness)
			best = x;
	}
	at = strrchr(header, '[');
	if (at != NULL && (end = strchr(at, ']')) != NULL) {
		part = mem_strndup(at + 1, (size_t)(end - at - 1));
		x = similar_find(s->crit, part, NULL);
		if (x.likeness > best.likeness)
			best = x;
		free(part);
	}
	return best;
}

/* What a text says without a map; SCORE_OFF, SCORE_BAD. */
static int
says(const struct suggest *s, const struct draft *d, const char *text)
{
	return words_score(s->words, suggest_scale(s, d), text, s->comma);
}

/* Of a hundred cells, how many hold an answer, by what they hold. */
static unsigned
share_of_answers(const struct suggest *s, const struct draft *d, int known)
{
	const struct seen	*x = &d->seen;
	unsigned long		 n = 0;
	size_t			 i;
	int			 score;

	for (i = 0; i < x->n; i++) {
		score = says(s, d, x->v[i]->text);
		if ((score != SCORE_OFF && score != SCORE_BAD) || (known &&
		    suggest_writes(s, x->v[i], suggest_pooled(s, x->v[i]->plain))))
			n += x->v[i]->n;
	}
	return x->filled > 0 ? (unsigned)(100 * n / x->filled) : 0;
}

static int
all_groups(const struct suggest *s, const struct seen *x)
{
	size_t	i;

	for (i = 0; i < x->n; i++)
		if (words_group(s->words, x->v[i]->text) >= WORDS_TWO)
			return 0;
	return x->n > 0 && !x->many;
}

static int
all_days(const struct suggest *s, const struct seen *x)
{
	size_t	i;
	int	day;

	for (i = 0; i < x->n; i++)
		if (day_read(x->v[i]->text, s->order != 0 ? s->order : 'd',
		    &day) != 0)
			return 0;
	return x->n > 0;
}

static int
all_criteria(const struct suggest *s, const struct seen *x)
{
	unsigned long	hits = 0;
	size_t		i;

	for (i = 0; i < x->n; i++)
		if (words_criterion(s->words, x->v[i]->text) < WORDS_TWO)
			hits += x->v[i]->n;
	return x->n > 1 && !x->many && x->filled > x->n &&
	    2 * hits >= x->filled;
}

/* near: its header is a criterion's, or nearly. */
static enum kind
kind_of(const struct suggest *s, const struct draft *d, int near)
{
	if (d->seen.filled == 0)
		return KIND_EMPTY;
	if (all_groups(s, &d->seen))
		return KIND_GROUP;
	if (all_days(s, &d->seen))
		return KIND_DATE;
	if (s->fw.ncrit > 0 && !d->seen.many && d->seen.n <= ANSWERS &&
	    share_of_answers(s, d, near) >= (near ? 80 : 90))
		return KIND_ANSWERS;
	return KIND_TEXT;
}

/* A word of the header, folded, is one of the list. */
static int
header_says(const char *header, const char *const *list)
{
	char	*plain = utf_plain(header), *word, *save = NULL;
	int	 i, hit = 0;

	for (word = strtok_r(plain, " /[].:;,!?()'\"_-", &save);
	    word != NULL && !hit; word = strtok_r(NULL,
	    " /[].:;,!?()'\"_-", &save))
		for (i = 0; list[i] != NULL && !hit; i++)
			hit = strcmp(word, list[i]) == 0;
	free(plain);
	return hit;
}

/* --- all columns together ------------------------------------------------- */

/* How many columns are for sure, or maybe, of this criterion. */
static int
taken(const struct suggest *s, size_t crit)
{
	int	i, n = 0;

	for (i = 0; i < s->cs.n; i++)
		n += s->v[i].use == FIELD_SCORE && s->v[i].crit == crit;
	return n;
}

static int
is_unknown(const struct suggest *s, int i)
{
	return s->v[i].use == COLUMN_UNKNOWN && !s->cs.v[i].hidden &&
	    !s->cs.v[i].option;
}

/* Whether a column of answers, not settled yet, is nearest to a criterion. */
static int
is_rival(const struct suggest *s, int i, size_t crit)
{
	return is_unknown(s, i) && s->v[i].kind == KIND_ANSWERS &&
	    s->v[i].crit == crit;
}

/* Columns whose header is nearly a criterion's: the nearest one first. */
static void
guess_scores(struct suggest *s)
{
	struct draft	*d;
	size_t		 crit;
	int		 i, best, tie;

	for (i = 0; i < s->cs.n; i++) {
		struct near	near = { WORDS_NONE, 0 };

		if (is_unknown(s, i))
			near = near_header(s, s->cs.v[i].header);
		s->v[i].likeness = near.likeness;
		if (near.subject < s->fw.ncrit)
			s->v[i].crit = near.subject;
		if (s->v[i].crit < s->fw.ncrit)
			suggest_pool(s, &s->v[i].seen);
	}
	for (i = 0; i < s->cs.n; i++)
		s->v[i].kind = kind_of(s, &s->v[i],
		    s->v[i].crit < s->fw.ncrit);
	for (;;) {
		for (best = -1, i = 0; i < s->cs.n; i++)
			if (is_unknown(s, i) && s->v[i].likeness > 0 &&
			    s->v[i].kind == KIND_ANSWERS && (best < 0 ||
			    s->v[i].likeness > s->v[best].likeness))
				best = i;
		if (best < 0)
			return;
		d = &s->v[best];
		crit = d->crit;
		tie = taken(s, crit);
		for (i = 0; i < s->cs.n; i++)
			tie |= i != best && is_rival(s, i, crit) &&
			    s->v[i].likeness > d->likeness - SIMILAR_AHEAD;
		d->guess_crit = 1;
		d->use = FIELD_SCORE;
		if (tie)
			d->crit = WORDS_NONE;
		/* What is as near as this one stays without a criterion too. */
		for (i = 0; i < s->cs.n; i++)
			if (tie && is_rival(s, i, crit)) {
				s->v[i].guess_crit = 1;
				s->v[i].use = FIELD_SCORE;
				s->v[i].crit = WORDS_NONE;
			}
	}
}

/* A header that comes twice: a person says which column counts. */
static void
doubt_doubles(struct suggest *s)
{
	int	i;

	for (i = 0; i < s->cs.n; i++)
		if (s->v[i].use == FIELD_SCORE &&
		    s->v[i].crit < s->fw.ncrit && taken(s, s->v[i].crit) > 1)
			s->v[i].guess_crit = 1;
}

/* Whether a text is an answer in a column that was near to a criterion. */
static int
is_answer(const struct suggest *s, const char *plain)
{
	const struct seen	*x;
	size_t			 k;
	int			 i;

	for (i = 0; i < s->cs.n; i++) {
		if (s->v[i].use != FIELD_SCORE || s->v[i].kind != KIND_ANSWERS)
			continue;
		x = &s->v[i].seen;
		for (k = 0; k < x->n; k++)
			if (strcmp(x->v[k]->plain, plain) == 0)
				return 1;
	}
	return 0;
}

/*
 * Whether a column's cells hold the answers that columns of scores hold: a
 * form asks all its statements with the same choices.
 */
static int
same_answers(const struct suggest *s, const struct seen *x)
{
	unsigned long	shared = 0;
	size_t		k;

	if (x->many || x->n < 2 || x->n > ANSWERS)
		return 0;
	for (k = 0; k < x->n; k++)
		if (is_answer(s, x->v[k]->plain))
			shared += x->v[k]->n;
	return shared * 100 >= x->filled * 80;
}

/* Scores of nobody knows which criterion, while some are without a column. */
static void
guess_nameless(struct suggest *s)
{
	size_t	c;
	int	i;

	for (c = 0; c < s->fw.ncrit && taken(s, c); c++)
		continue;
	for (i = 0; i < s->cs.n && c < s->fw.ncrit; i++)
		if (is_unknown(s, i) && ((s->v[i].kind == KIND_ANSWERS &&
		    s->v[i].seen.n > 1) || same_answers(s, &s->v[i].seen))) {
			s->v[i].use = FIELD_SCORE;
			s->v[i].guess_crit = 1;
		}
}

static int
has_use(const struct suggest *s, int use)
{
	int	i;

	for (i = 0; i < s->cs.n; i++)
		if (s->v[i].use == use)
			return 1;
	return 0;
}

/*
 * "Name of your group", "who leads your group": where no cell is a group, the
 * cells may be names of persons.
 */
static int
names_person(const char *header)
{
	static const char *const	who[] = { "who", "whose", "qui", "leads",
	    "leader", "head", "responsable", "chef", "cheffe", NULL };

	return columns_person(header) || header_says(header, who);
}

/* Units are kept as they are written: nobody's address is one. */
static void
doubt_units(struct suggest *s)
{
	const struct seen	*x;
	size_t			 k;
	int			 i;

	for (i = 0; i < s->cs.n; i++) {
		x = &s->v[i].seen;
		for (k = 0; k < x->n && s->v[i].use == FIELD_UNIT; k++)
			if (columns_address(x->v[k]->text))
				s->v[i].use = COLUMN_IDENTIFYING;
	}
}

/* By the header and some cells: for sure; by the cells alone: a guess. */
static void
guess_group(struct suggest *s)
{
	const struct seen	*x;
	size_t			 k;
	int			 i, n = 0;

	for (i = 0; i < s->cs.n; i++) {
		if (s->cs.v[i].maybe_group && s->v[i].use == FIELD_GROUP) {
			x = &s->v[i].seen;
			for (k = 0; k < x->n && words_group(s->words,
			    x->v[k]->text) >= WORDS_TWO; k++)
				continue;
			if (k == x->n && names_person(s->cs.v[i].header))
				s->v[i].use = COLUMN_IDENTIFYING;
			else if (k == x->n && (x->many || x->n > ANSWERS ||
			    s->fw.ngroups == 0))
				s->v[i].use = COLUMN_UNKNOWN;
			else
				s->v[i].guess = k == x->n;
		}
		n += s->v[i].use == FIELD_GROUP;
	}
	for (i = 0; i < s->cs.n; i++)
		if (n > 1 && s->v[i].use == FIELD_GROUP)
			s->v[i].guess = 1;
	for (i = 0; i < s->cs.n && n == 0; i++)
		if (is_unknown(s, i) && s->v[i].kind == KIND_GROUP) {
			s->v[i].use = FIELD_GROUP;
			s->v[i].guess = 1;
		}
}

/*
 * One column for a use.  Days are known by their cells, for sure where the
 * header says so too; another use by a word of the header.  Where two could
 * be it, none is.
 */
static void
guess_one(struct suggest *s, int use, const char *const *words,
    enum kind kind)
{
	int	i, hit = -1, n = 0, named, any = 0;

	if (has_use(s, use))
		return;
	for (i = 0; i < s->cs.n; i++) {
		if (!is_unknown(s, i) || s->v[i].seen.filled == 0 ||
		    (kind != KIND_EMPTY && s->v[i].kind != kind))
			continue;
		named = header_says(s->cs.v[i].header, words);
		if (named < any || (!named && kind == KIND_EMPTY))
			continue;
		n = named > any ? 1 : n + 1;
		any = named;
		hit = i;
	}
	if (n != 1)
		return;
	s->v[hit].use = use;
	s->v[hit].guess = !any || kind != KIND_DATE;
}

/* Words about a criterion: a header near it, or "why?" behind its scores. */
static void
guess_comments(struct suggest *s)
{
	static const char *const	why[] = { "why", "pourquoi", "comment",
	    "comments", "commentaire", "commentaires", "remark", "remarks",
	    "remarque", "remarques", "explain", "expliquez", "precisez",
	    "example", "exemple", NULL };
	struct draft			*d;
	int				 i;

	for (i = 0; i < s->cs.n; i++) {
		d = &s->v[i];
		if (!is_unknown(s, i) || d->kind != KIND_TEXT)
			continue;
		if (d->crit >= s->fw.ncrit && i > 0 &&
		    s->v[i - 1].use == FIELD_SCORE &&
		    header_says(s->cs.v[i].header, why)) {
			d->crit = s->v[i - 1].crit;
			d->likeness = 100;
		}
		if (d->crit >= s->fw.ncrit)
			continue;
		d->use = FIELD_COMMENT;
		d->guess = d->guess_crit = 1;
	}
}

/* A file of one line an answer whose columns have names of their own. */
static void
guess_long(struct suggest *s)
{
	static const char *const	who[] = { "who", "qui", "respondent",
	    "repondant", "repondante", "participant", "participante", "person",
	    "personne", "code", NULL };
	static const char *const	answers[] = { "score", "answer",
	    "reponse", "note", "value", "valeur", NULL };
	int				 i;

	for (i = 0; i < s->cs.n; i++)
		if (is_unknown(s, i) && all_criteria(s, &s->v[i].seen))
			break;
	if (i == s->cs.n || !s->cs.wide || has_use(s, FIELD_SCORE))
		return;
	s->cs.wide = 0;
	s->v[i].use = FIELD_CRITERION;
	s->v[i].guess = 1;
	for (i = 0; i < s->cs.n; i++)
		s->v[i].kind = kind_of(s, &s->v[i], 0);
	guess_one(s, FIELD_SCORE, answers, KIND_ANSWERS);
	guess_one(s, FIELD_RESPONDENT, who, KIND_EMPTY);
}

/* The number by which import knows a submission anyway. */
static void
take_id(struct suggest *s)
{
	int	k;

	if (has_use(s, FIELD_RESPONDENT) || has_use(s, FIELD_NUMBER) ||
	    has_use(s, FIELD_ID))
		return;
	for (k = KNOWN_ROOT; k <= KNOWN_ID; k++)
		if (s->cs.known[k] >= 0 &&
		    s->v[s->cs.known[k]].use == COLUMN_META) {
			s->v[s->cs.known[k]].use = FIELD_ID;
			return;
		}
}

static void
guess_all(struct suggest *s)
{
	static const char *const	units[] = { "unit", "unite", "site",
	    "branch", "antenne", "section", NULL };
	static const char *const	days[] = { "date", "day", "jour",
	    NULL };
	int				 i, sheets = s->cs.wide;

	for (i = 0; i < s->cs.n; i++) {
		seen_settle(&s->v[i].seen, &s->arena);
		s->v[i].use = s->cs.v[i].use;
		s->v[i].crit = s->cs.v[i].crit;
		s->v[i].scores = "";
		/* Two criteria have this label, or it is asked repeatedly. */
		if (sheets && s->v[i].use == COLUMN_UNKNOWN &&
		    s->v[i].crit != WORDS_NONE) {
			s->v[i].use = FIELD_SCORE;
			s->v[i].guess_crit = 1;
			if (s->v[i].crit == WORDS_TWO)
				s->v[i].crit = WORDS_NONE;
		}
	}
	guess_long(s);
	if (s->cs.wide) {
		guess_scores(s);
		doubt_doubles(s);
	}
	guess_group(s);
	guess_one(s, FIELD_DATE, days, KIND_DATE);
	guess_one(s, FIELD_UNIT, units, KIND_EMPTY);
	doubt_units(s);
	if (s->cs.wide) {
		guess_nameless(s);
		guess_comments(s);
	}
	take_id(s);
}

/* --- the file -------------------------------------------------------------- */

static int
is_read(const struct suggest *s, int i)
{
	int	use = s->cs.v[i].use;

	return use < FIELD_COUNT || use == COLUMN_UNKNOWN;
}

static void
read_lines(struct suggest *s, struct reader *rd, enum source source)
{
	struct record	r;
	int		i;

	s->v = mem_calloc((size_t)s->cs.n + 1, sizeof(*s->v));
	for (i = 0; i < s->cs.n; i++)
		seen_begin(&s->v[i].seen, KEPT);
	while (reader_next(rd, &r))
		for (i = 0; i < s->cs.n && !seen_is_tags(&r); i++)
			if (is_read(s, i) && !source_unanswered(source, r.f[i]))
				seen_add(&s->v[i].seen, &s->arena, r.f[i]);
}

/* --- what is said ----------------------------------------------------------- */

static void
say_guesses(const struct suggest *s)
{
	struct place	at = { s->shown, 0, 0, NULL };
	const struct draft *d;
	int		i;

	for (i = 0; i < s->cs.n; i++) {
		d = &s->v[i];
		if (d->use == FIELD_SCORE && d->guess_crit &&
		    d->crit < s->fw.ncrit)
			msg_note_at(&at, N_("'%s' may be %s: %s"),
			    s->cs.v[i].shown, s->fw.crit[d->crit].id,
			    s->fw.crit[d->crit].label);
		else if (d->use == FIELD_SCORE && d->guess_crit)
			msg_note_at(&at, N_("'%s' looks like scores: which "
			    "criterion is it?"), s->cs.v[i].shown);
		else if (d->use == FIELD_COMMENT && d->guess)
			msg_note_at(&at, N_("'%s' may be comments on %s"),
			    s->cs.v[i].shown, s->fw.crit[d->crit].id);
		else if (d->guess)
			msg_note_at(&at, N_("'%s' may be: %s"),
			    s->cs.v[i].shown, column_word(d->use));
	}
	if (s->from_zero)
		msg_note_at(&at, N_("the scores begin at 0: 0 may stand for "
		    "the lowest point of the scale"));
	if (s->open > 0)
		msg_note_n(s->open,
		    "nothing says what %lu text stands for: text=?",
		    "nothing says what %lu texts stand for: text=?", s->open);
	if (s->once > 0)
		msg_note_n(s->once,
		    "%lu cell is no answer of a form: its words are not "
		    "written here, import names its line",
		    "%lu cells are no answers of a form: their words are not "
		    "written here, import names their lines", s->once);
}

static void
say_sum(const struct suggest *s)
{
	struct place	at = { s->shown, 0, 0, NULL };
	unsigned long	sure = 0, guessed = 0;
	int		i, use;

	for (i = 0; i < s->cs.n; i++) {
		use = s->v[i].use;
		if (use >= FIELD_IGNORE)
			continue;
		if (s->v[i].guess || s->v[i].guess_crit ||
		    strstr(s->v[i].scores, "=?") != NULL)
			guessed++;
		else
			sure++;
	}
	msg_note_at(&at, N_("columns that are sure: %lu; that have a '?': "
	    "%lu"), sure, guessed);
	if (guessed > 0)
		msg_note(N_("look at each '?': take it away where it is right, "
		    "else write what is right; a map that has one is refused"));
}

static void
say(struct suggest *s)
{
	int	i;

	for (i = 0; i < s->cs.n; i++) {
		s->cs.v[i].use = s->v[i].use;
		s->cs.v[i].crit = s->v[i].crit;
		s->cs.v[i].filled = s->v[i].seen.filled > 0;
	}
	columns_say(&s->cs, s->shown, &s->fw);
	say_guesses(s);
	say_sum(s);
}

/* What the file is; that it has one column may mean another separator. */
static void
say_source(const struct suggest *s, const struct reader *rd,
    enum source source, const struct record *header)
{
	struct place		 at = { s->shown, 0, 0, NULL };
	const struct dialect	*d = reader_dialect(rd);
	char			 sep[2] = { d->sep, '\0' };

	msg_note_at(&at, N_("%s, separator '%s', %s"),
	    _(source_words(source)), d->sep == '\t' ? "TAB" : sep,
	    d->cp1252 ? "CP1252" : "UTF-8");
	sep[0] = source_separator(header, d->sep);
	if (header->n == 1 && sep[0] != '\0')
		msg_warn(&at, N_("the header is one column, and has '%s' in "
		    "it"), *sep == '\t' ? "tab" : sep);
}

int
suggest_read(struct suggest *s, const struct suggest_ask *a)
{
	unsigned	 flags = READER_SECRET | READER_EOF_OK;
	struct reader	*rd;
	struct record	 r;
	enum source	 source;
	int		 rc = -1;

	s->shown = strcmp(a->path, "-") == 0 ? _("standard input") : a->path;
	if ((rd = reader_open(a->path, s->shown, flags, a->sep)) == NULL)
		return -1;
	if (reader_next(rd, &r)) {
		source = a->source != SOURCE_AUTO ? a->source : source_of(&r);
		/* What a file lacks for an import is no fault yet. */
		msg_hush(1);
		columns_settle(&s->cs, &r, s->shown, source, NULL, s->words,
		    &s->fw);
		msg_hush(0);
		s->settled = 1;
		s->comma = reader_dialect(rd)->sep != ',' ? COMMA_DECIMAL :
		    COMMA_QUOTED;
		say_source(s, rd, source, &r);
		if (source_short_rows(source))
			reader_allow_short(rd);
		read_lines(s, rd, source);
		rc = 0;
	} else if (reader_faults(rd) == 0)
		msg_fault(&(struct place){ s->shown, 0, 0, NULL },
		    N_("the file is empty"));
	if (reader_faults(rd) > 0)
		rc = -1;
	reader_close(rd);
	if (rc != 0)
		return -1;
	guess_all(s);
	suggest_pairs(s);
	say(s);
	return 0;
}

void
suggest_write(const struct suggest *s, FILE *fp)
{
	static const char *const	names[] = { "column", "field",
	    "criterion", "reverse", "scores" };
	const struct draft		*d;
	const struct column_use		*u;
	const char			*cells[5];
	char				 field[32], crit[96];
	int				 i, about;

	writer_line(fp, names, 5);
	for (i = 0; i < s->cs.n; i++) {
		d = &s->v[i];
		u = &s->cs.v[i];
		about = d->use == FIELD_SCORE || d->use == FIELD_COMMENT;
		snprintf(field, sizeof(field), "%s%s", d->guess ? "?" : "",
		    column_word(d->use));
		snprintf(crit, sizeof(crit), "%s%s",
		    about && d->guess_crit ? "?" : "",
		    about && d->crit < s->fw.ncrit ?
		    s->fw.crit[d->crit].id : "");
		cells[0] = u->hidden ? u->shown : u->name;
		cells[1] = field;
		cells[2] = crit;
		cells[3] = "";
		cells[4] = d->scores;
		writer_line(fp, cells, 5);
	}
}
