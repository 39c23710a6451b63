/*
 * The pairs of a drafted map: which texts of a column may be written into it,
 * and what each of them may stand for.
 */
#include "intake/suggest_in.h"

#include <ctype.h>
#include <string.h>

#define TEXT_MAX	100	/* bytes of an answer's text in the draft */
#define DIGITS_MAX	4	/* 8888, not a telephone */
#define CODE_MAX	5	/* bytes of A1, AO01, SQ001 */

/* A criterion by whose scale a column without one is read. */
size_t
suggest_scale(const struct suggest *s, const struct draft *d)
{
	size_t	c;

	if (d->crit < s->fw.ncrit)
		return d->crit;
	for (c = 0; c < s->fw.ncrit; c++)
		if (s->fw.crit[c].scale == &s->fw.general)
			return c;
	return 0;
}

static int
is_number(const struct suggest *s, const char *text, fixed *v)
{
	return words_number(text, s->comma, v) == 0;
}

unsigned long
suggest_pooled(const struct suggest *s, const char *plain)
{
	struct pooled	*e;

	HASH_FIND_STR(s->pool, plain, e);
	return e != NULL ? e->n : 0;
}

void
suggest_pool(struct suggest *s, const struct seen *seen)
{
	struct pooled	*e;
	size_t		 i;

	for (i = 0; i < seen->n; i++) {
		HASH_FIND_STR(s->pool, seen->v[i]->plain, e);
		if (e == NULL) {
			e = arena_alloc(&s->arena, sizeof(*e));
			e->plain = seen->v[i]->plain;
			HASH_ADD_KEYPTR(hh, s->pool, e->plain,
			    strlen(e->plain), e);
		}
		e->n += seen->v[i]->n;
	}
}

/*
 * Whether a text may stand in the draft: it comes again among the answers and
 * is as short as an answer of a form, and no number is long enough to be
 * somebody's.
 */
int
suggest_writes(const struct suggest *s, const struct seen_text *t,
    unsigned long times)
{
	static const char	alnums[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t			i, digits = 0;
	fixed			v;

	for (i = 0; t->text[i] != '\0'; i++)
		digits += isdigit((unsigned char)t->text[i]) != 0;
	/* A pair cannot name a text of signs alone. */
	if (t->text[strspn(t->text, " ?:.!*;,")] == '\0' ||
	    digits > DIGITS_MAX || strchr(t->text, '@') != NULL ||
	    strchr(t->text, '\n') != NULL || i > TEXT_MAX)
		return 0;
	/* A6 is a code of the form, even where one person chose it. */
	return times > 1 || is_number(s, t->text, &v) || (digits > 0 &&
	    i <= CODE_MAX && strspn(t->text, alnums) == i);
}

/* --- pairs ---------------------------------------------------------------- */

/* Whether the numbers of all answers are 0 to n-1 where the scale is 1 to n. */
static int
counts_from_zero(const struct suggest *s)
{
	const struct scale	*scale;
	const struct seen	*x;
	fixed			 v;
	size_t			 k;
	int			 i, zero = 0;

	for (i = 0; i < s->cs.n; i++) {
		if (s->v[i].use != FIELD_SCORE || s->fw.ncrit == 0)
			continue;
		scale = s->fw.crit[suggest_scale(s, &s->v[i])].scale;
		if (scale->min != FIXED_ONE || scale->step != FIXED_ONE)
			return 0;
		x = &s->v[i].seen;
		for (k = 0; k < x->n; k++) {
			if (!is_number(s, x->v[k]->text, &v))
				continue;
			zero |= v == 0;
			/* 8888 and 99 are no part of the scale. */
			if (v == scale->max || v % FIXED_ONE != 0 || v < 0 ||
			    (v > scale->max && v < 2 * scale->max))
				return 0;
		}
	}
	return zero;
}

/* The number that begins or ends a text, where it has only one; else -1. */
static int
number_in(const struct scale *scale, const char *text)
{
	size_t	 i, digits = 0, runs = 0, n = strlen(text);
	char	 num[8] = "";
	fixed	 v;

	for (i = 0; i < n; i++) {
		if (!isdigit((unsigned char)text[i]))
			continue;
		runs += i == 0 || !isdigit((unsigned char)text[i - 1]);
		if (digits < sizeof(num) - 1)
			num[digits++] = text[i];
	}
	num[digits] = '\0';
	if (runs != 1 || (!isdigit((unsigned char)text[0]) &&
	    !isdigit((unsigned char)text[n - 1])) || num_fixed(num, 0, &v) != 0)
		return -1;
	return scale_index(scale, v);
}

/* How people say that they cannot say, where no label is near. */
static const char *
no_answer(const char *plain)
{
	static const struct {
		const char	*part, *code;
	} ways[] = {
		{ "sais pas", "DK" }, { "sait pas", "DK" },
		{ "don't know", "DK" }, { "do not know", "DK" },
		{ "not sure", "DK" }, { "sans avis", "DK" },
		{ "no opinion", "DK" }, { "applicable", "NA" },
		{ "concern", "NA" }, { "sans objet", "NA" }
	};
	size_t	i;

	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (strstr(plain, ways[i].part) != NULL)
			return ways[i].code;
	return "";
}

static void
add_escaped(struct str *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr(";=\\", *text) != NULL)
			str_addc(out, '\\');
		str_addc(out, *text);
	}
}

static void
add_pair(struct str *out, const char *text, int guess, const char *answer)
{
	if (out->len > 0)
		str_add(out, "; ");
	add_escaped(out, text);
	str_addc(out, '=');
	if (guess)
		str_addc(out, '?');
	str_add(out, answer);
}

/* What a text that nothing explains may stand for: "4", "NA", "". */
static const char *
guess_answer(const struct suggest *s, size_t crit,
    const struct seen_text *t, char *buf)
{
	const struct scale	*scale = s->fw.crit[crit].scale;
	struct near		 near;
	int			 at = number_in(scale, t->text);

	if (at < 0) {
		near = similar_find(s->scale[s->fw.crit[crit].dim], t->text,
		    NULL);
		if (near.subject == WORDS_NONE)
			return no_answer(t->plain);
		at = (int)near.subject;
	}
	return score_str(buf, scale, at < scale->n ? at :
	    at == scale->n ? SCORE_NA : SCORE_DK);
}

/* Every number needs its pair where one becomes another. */
static void
pairs_from_zero(const struct suggest *s, size_t crit, struct str *out)
{
	const struct scale	*scale = s->fw.crit[crit].scale;
	char			 from[NUM_LEN], to[NUM_LEN];
	int			 i;

	for (i = 0; i < scale->n; i++)
		add_pair(out, num_str(from, i * FIXED_ONE, 0), 1,
		    num_str(to, scale->value[i], 0));
}

/* Cells of a column whose text is not written into the draft. */
static unsigned long
count_once(const struct suggest *s, const struct draft *d, size_t crit)
{
	const struct seen_text	*t;
	unsigned long		 n = 0;
	size_t			 i;
	fixed			 v;
	int			 score;

	for (i = 0; i < d->seen.n; i++) {
		t = d->seen.v[i];
		score = words_score(s->words, crit, t->text, s->comma);
		if ((score != SCORE_OFF && score != SCORE_BAD) ||
		    (s->from_zero && is_number(s, t->text, &v) && v == 0))
			continue;
		if (!suggest_writes(s, t, suggest_pooled(s, t->plain)))
			n += t->n;
	}
	return n;
}

/*
 * The texts of a score column and its kin: nothing where the scale explains
 * them all, else each with what it stands for.
 */
static void
draft_pairs(struct suggest *s, struct draft *d)
{
	const struct seen_text	**x, *t;
	size_t			 crit = suggest_scale(s, d), i, n;
	struct str		 out;
	char			 buf[NUM_LEN];
	const char		*answer;
	fixed			 v;
	int			 score, number, by_number, bad = 0;

	str_init(&out);
	if (s->from_zero)
		pairs_from_zero(s, crit, &out);
	x = suggest_texts(s, d, &n);
	for (i = 0; i < n; i++)
		bad |= words_score(s->words, crit, x[i]->text, s->comma) ==
		    SCORE_BAD;
	for (i = 0; i < n && !(d->seen.many && d->seen.n > ANSWERS); i++) {
		t = x[i];
		number = is_number(s, t->text, &v);
		score = words_score(s->words, crit, t->text, s->comma);
		if (number && (score != SCORE_OFF || (s->from_zero && v == 0)))
			continue;
		by_number = s->from_zero && words_beside(s->words, crit,
		    t->text, s->comma);
		if (score == SCORE_OFF || score == SCORE_BAD || by_number) {
			if (!suggest_writes(s, t, suggest_pooled(s, t->plain)))
				continue;
			answer = number || by_number ? "" :
			    guess_answer(s, crit, t, buf);
			s->open += *answer == '\0';
			add_pair(&out, t->text, 1, answer);
		} else if (bad)
			add_pair(&out, t->text, 0, score_str(buf,
			    s->fw.crit[crit].scale, score));
	}
	if (!(d->seen.many && d->seen.n > ANSWERS))
		s->once += count_once(s, d, crit);
	d->scores = arena_str(&s->arena, out.s);
	str_free(&out);
	free(x);
}

/* The texts of a group or criterion column that are none by themselves. */
static void
draft_names(struct suggest *s, struct draft *d)
{
	const struct seen	*x = &d->seen;
	int			 group = d->use == FIELD_GROUP;
	struct near		 near;
	struct str		 out;
	const char		*id;
	size_t			 i;

	str_init(&out);
	for (i = 0; i < x->n; i++) {
		if ((group ? words_group(s->words, x->v[i]->text) :
		    words_criterion(s->words, x->v[i]->text)) < WORDS_TWO)
			continue;
		if (!suggest_writes(s, x->v[i], x->v[i]->n) || x->many ||
		    (group && x->n > ANSWERS)) {
			s->once += x->v[i]->n;
			continue;
		}
		near = similar_find(group ? s->group : s->crit,
		    x->v[i]->text, NULL);
		id = near.subject == WORDS_NONE ? "" : group ?
		    s->fw.groups[near.subject].id :
		    s->fw.crit[near.subject].id;
		s->open += *id == '\0';
		add_pair(&out, x->v[i]->text, 1, id);
	}
	d->scores = arena_str(&s->arena, out.s);
	str_free(&out);
}

void
suggest_pairs(struct suggest *s)
{
	int	i;

	s->from_zero = counts_from_zero(s);
	for (i = 0; i < s->cs.n; i++)
		if (s->v[i].use == FIELD_SCORE) {
			/* Columns that came late are answers, too. */
			if (s->v[i].crit >= s->fw.ncrit)
				suggest_pool(s, &s->v[i].seen);
		}
	suggest_kin(s);
	for (i = 0; i < s->cs.n; i++)
		if (s->v[i].use == FIELD_SCORE && s->fw.ncrit > 0)
			draft_pairs(s, &s->v[i]);
		else if (s->v[i].use == FIELD_GROUP ||
		    s->v[i].use == FIELD_CRITERION)
			draft_names(s, &s->v[i]);
}
