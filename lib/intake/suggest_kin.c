/*
 * Which columns of a file hold answers of one and the same list: a form asks
 * its statements with the same choices, though not each of them was chosen
 * below each statement.
 */
#include "intake/suggest_in.h"

#include <ctype.h>
#include <string.h>

#include "intake/words.h"

static int
is_word(const struct suggest *s, const struct seen_text *t)
{
	fixed	v;

	return words_number(t->text, s->comma, &v) != 0 &&
	    suggest_writes(s, t, suggest_pooled(s, t->plain));
}

/* Letters, then digits alone, as a form's own codes: A1, AO02.  Their number. */
static size_t
letters_of_code(const char *text)
{
	size_t	n = 0, digits;

	while (isalpha((unsigned char)text[n]))
		n++;
	digits = strspn(text + n, "0123456789");
	return digits > 0 && digits <= 2 && text[n + digits] == '\0' ? n : 0;
}

static int
same_word(const struct seen_text *a, const struct seen_text *b)
{
	size_t	n = letters_of_code(a->text);

	return strcmp(a->plain, b->plain) == 0 || (n > 0 &&
	    n == letters_of_code(b->text) && strncmp(a->text, b->text, n) == 0);
}

static int
is_offered(const struct seen_text *t, const struct seen *x)
{
	size_t	i;

	for (i = 0; i < x->n; i++)
		if (same_word(t, x->v[i]))
			return 1;
	return 0;
}

/* How many words a column has, and how many of these another has too. */
static size_t
shared(const struct suggest *s, const struct seen *x, const struct seen *y,
    size_t *words)
{
	size_t	i, n = 0;

	*words = 0;
	for (i = 0; i < x->n; i++) {
		if (!is_word(s, x->v[i]))
			continue;
		++*words;
		n += (size_t)is_offered(x->v[i], y);
	}
	return n;
}

static int
too_many(const struct seen *x)
{
	return x->many && x->n > ANSWERS;
}

/* One scale, and of the one with fewer words at least half in both. */
static int
are_kin(const struct suggest *s, int i, int j)
{
	const struct seen	*x = &s->v[i].seen, *y = &s->v[j].seen;
	size_t			 nx, ny, sx, sy;

	if (s->fw.crit[suggest_scale(s, &s->v[i])].scale !=
	    s->fw.crit[suggest_scale(s, &s->v[j])].scale ||
	    too_many(x) || too_many(y))
		return 0;
	sx = shared(s, x, y, &nx);
	sy = shared(s, y, x, &ny);
	return (sx > 0 && 2 * sx >= nx) || (sy > 0 && 2 * sy >= ny);
}

void
suggest_kin(struct suggest *s)
{
	int	i, j, k, was;

	for (i = 0; i < s->cs.n; i++)
		s->v[i].kin = i;
	for (i = 0; i < s->cs.n && s->fw.ncrit > 0; i++)
		for (j = 0; j < i; j++) {
			if (s->v[i].use != FIELD_SCORE ||
			    s->v[j].use != FIELD_SCORE ||
			    s->v[i].kin == s->v[j].kin || !are_kin(s, i, j))
				continue;
			was = s->v[i].kin;
			for (k = 0; k <= i; k++)
				if (s->v[k].kin == was)
					s->v[k].kin = s->v[j].kin;
		}
}

static int
by_plain(const void *x, const void *y)
{
	return strcmp((*(const struct seen_text *const *)x)->plain,
	    (*(const struct seen_text *const *)y)->plain);
}

const struct seen_text **
suggest_texts(const struct suggest *s, const struct draft *d, size_t *n)
{
	const struct seen_text	**v = NULL;
	size_t			  cap = 0, i, k;
	int			  j;

	*n = 0;
	for (j = 0; j < s->cs.n; j++) {
		if (s->v[j].kin != d->kin || s->v[j].use != FIELD_SCORE)
			continue;
		for (i = 0; i < s->v[j].seen.n; i++) {
			for (k = 0; k < *n && strcmp(v[k]->plain,
			    s->v[j].seen.v[i]->plain) != 0; k++)
				continue;
			if (k < *n)
				continue;
			v = mem_grow(v, *n, &cap, sizeof(*v));
			v[(*n)++] = s->v[j].seen.v[i];
		}
	}
	if (*n > 0)
		qsort(v, *n, sizeof(*v), by_plain);
	return v;
}
