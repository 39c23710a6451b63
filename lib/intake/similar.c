/* Which statement a text is nearest to, by the words they share. */
#include "intake/similar.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"

#define NO_SUBJECT	((size_t)-1)
#define TEXT_WORDS	64	/* what stands behind is not compared */

/* Words that every sentence has tell nothing, however rare they are here. */
static const char *const	common[] = {
	"all", "and", "any", "are", "been", "but", "can", "could", "each",
	"does", "for", "from", "had", "has", "have", "her", "his", "how", "its",
	"not", "our", "ours", "she", "should", "some", "than", "that", "the",
	"their", "them", "there", "they", "this", "those", "was", "were",
	"what", "when", "which", "who", "whom", "will", "with", "would", "you",
	"your",
	"aux", "avec", "avez", "avons", "ces", "cet", "cette", "chez", "comme",
	"dans", "des", "dont", "elle", "elles", "est", "etes", "etre", "eux",
	"ils", "les", "leur", "leurs", "mais", "mes", "nos", "notre", "nous",
	"ont", "par", "pas", "peut", "plus", "pour", "que", "quel", "quelle",
	"quelles", "quels", "qui", "ses", "sommes", "son", "sont", "sur",
	"tous", "tout", "toute", "toutes", "tres", "une", "vos", "votre",
	"vous",
	NULL
};

struct wording {
	size_t		 subject;
	const char	**word;
	int		 n;
};

struct similar {
	struct wording	*v;
	size_t		 n, cap;
	size_t		 subjects;	/* the highest one, plus 1 */
	struct arena	 arena;
};

struct similar *
similar_new(void)
{
	struct similar	*s = mem_calloc(1, sizeof(*s));

	arena_init(&s->arena);
	return s;
}

void
similar_free(struct similar *s)
{
	size_t	i;

	if (s == NULL)
		return;
	for (i = 0; i < s->n; i++)
		free(s->v[i].word);
	free(s->v);
	arena_free(&s->arena);
	free(s);
}

/* Characters of s[0..n), not bytes. */
static size_t
letters(const char *s, size_t n)
{
	size_t	i, k = 0;

	for (i = 0; i < n; i++)
		k += ((unsigned char)s[i] & 0xc0) != 0x80;
	return k;
}

/* The words of a text, each once; the caller frees the array. */
static const char **
split(struct arena *a, const char *text, int *n)
{
	const char	**word = mem_calloc(TEXT_WORDS, sizeof(*word));
	char		 *plain = utf_plain(text), *p = plain, *from;
	int		  i;

	*n = 0;
	while (*p != '\0' && *n < TEXT_WORDS) {
		from = p;
		while (isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80)
			p++;
		if (letters(from, (size_t)(p - from)) > 2) {
			word[*n] = arena_strn(a, from, (size_t)(p - from));
			for (i = 0; strcmp(word[i], word[*n]) != 0; i++)
				continue;
			*n += i == *n;
		}
		p += *p != '\0' && p == from;
		while (*p != '\0' && !isalnum((unsigned char)*p) &&
		    (unsigned char)*p < 0x80)
			p++;
	}
	free(plain);
	return word;
}

static int
alike(const char *a, const char *b)
{
	size_t	na, nb, k;

	for (k = 0; a[k] != '\0' && a[k] == b[k]; k++)
		continue;
	if (a[k] == b[k])
		return 1;
	while (k > 0 && ((unsigned char)a[k] & 0xc0) == 0x80)
		k--;
	na = letters(a, strlen(a));
	nb = letters(b, strlen(b));
	k = letters(a, k);
	return k >= 4 && 3 * k >= 2 * (na > nb ? na : nb);
}

void
similar_add(struct similar *s, const char *text, size_t subject)
{
	struct wording	*w;

	s->v = mem_grow(s->v, s->n, &s->cap, sizeof(*s->v));
	w = &s->v[s->n++];
	w->subject = subject;
	w->word = split(&s->arena, text, &w->n);
	if (subject >= s->subjects)
		s->subjects = subject + 1;
}

static int
has_word(const struct wording *w, const char *word)
{
	int	i;

	for (i = 0; i < w->n; i++)
		if (alike(w->word[i], word))
			return 1;
	return 0;
}

static int
is_common(const char *word)
{
	size_t	i;

	for (i = 0; common[i] != NULL; i++)
		if (strcmp(common[i], word) == 0)
			return 1;
	return 0;
}

/* A rare word tells more. */
static int
weight(const struct similar *s, const char *word, unsigned char *met)
{
	size_t	i, n = 0, all = s->subjects;
	int	w = 1;

	if (is_common(word))
		return 1;
	memset(met, 0, s->subjects);
	for (i = 0; i < s->n; i++)
		if (!met[s->v[i].subject] && has_word(&s->v[i], word)) {
			met[s->v[i].subject] = 1;
			n++;
		}
	if (n == 0)
		return 1;
	for (; all / 2 >= n; all /= 2)
		w++;
	return w;
}

/* Hundredths of likeness between the words of a text and a wording. */
static int
likeness(const struct similar *s, const struct wording *text, const int *own,
    const struct wording *w, unsigned char *met)
{
	int	both = 0, sum = 0, i;

	for (i = 0; i < text->n; i++) {
		sum += own[i];
		if (has_word(w, text->word[i]))
			both += own[i];
	}
	for (i = 0; both > 0 && i < w->n; i++) {
		int	x = weight(s, w->word[i], met);

		sum += x;
		if (has_word(text, w->word[i]))
			both += x;
	}
	return both > 0 ? 100 * both / sum : 0;
}

struct near
similar_find(const struct similar *s, const char *text,
    const unsigned char *taken)
{
	struct near	 best = { NO_SUBJECT, 0 };
	struct wording	 t = { 0, NULL, 0 };
	struct arena	 arena;
	unsigned char	*met = mem_calloc(s->subjects + 1, 1);
	int		*own, second = 0, x, i;
	size_t		 k;

	arena_init(&arena);
	t.word = split(&arena, text, &t.n);
	own = mem_calloc((size_t)t.n + 1, sizeof(*own));
	for (i = 0; i < t.n; i++)
		own[i] = weight(s, t.word[i], met);
	for (k = 0; k < s->n; k++) {
		size_t	at = s->v[k].subject;

		if (taken != NULL && taken[at])
			continue;
		x = likeness(s, &t, own, &s->v[k], met);
		if (x > best.likeness) {
			if (best.subject != at)
				second = best.likeness;
			best.subject = at;
			best.likeness = x;
		} else if (at != best.subject && x > second)
			second = x;
	}
	if (best.likeness < SIMILAR_LEAST ||
	    best.likeness - second < SIMILAR_AHEAD)
		best = (struct near){ NO_SUBJECT, 0 };
	free(met);
	free(own);
	free(t.word);
	arena_free(&arena);
	return best;
}
