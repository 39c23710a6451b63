/* Names, addresses and telephone numbers in texts that others read. */
#include "model/privacy.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"

struct privacy {
	char	**fold;
	size_t	 n, cap;
};

struct privacy *
privacy_load(struct project *p)
{
	struct privacy	*w = mem_calloc(1, sizeof(*w));
	struct table	*t;
	const char	*v;
	size_t		 i;

	if (!project_private_exists(p))
		return w;
	t = project_private(p, "people");
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		v = cell(t, i, "name");
		if (strlen(v) < 4)
			continue;
		w->fold = mem_grow(w->fold, w->n, &w->cap, sizeof(*w->fold));
		w->fold[w->n++] = utf_plain(v);
	}
	return w;
}

void
privacy_free(struct privacy *w)
{
	size_t	i;

	if (w == NULL)
		return;
	for (i = 0; i < w->n; i++)
		free(w->fold[i]);
	free(w->fold);
	free(w);
}

static int
has_mail(const char *s)
{
	const char	*at = s;

	while ((at = strchr(at, '@')) != NULL) {
		const char	*dot = strchr(at, '.');

		if (at > s && isalnum((unsigned char)at[-1]) &&
		    isalnum((unsigned char)at[1]) && dot != NULL &&
		    isalpha((unsigned char)dot[1]) &&
		    strcspn(at, " \n\t") > (size_t)(dot - at))
			return 1;
		at++;
	}
	return 0;
}

/* Eight digits or more with only blanks, dots, dashes between; no ISO date. */
static int
has_phone(const char *s)
{
	int	n = 0, dashes = 0;

	for (;; s++) {
		if (isdigit((unsigned char)*s))
			n++;
		else if (n > 0 && (*s == ' ' || *s == '.' || *s == '/'))
			continue;
		else if (n > 0 && *s == '-')
			dashes++;
		else {
			if (n > 8 || (n == 8 && dashes != 2))
				return 1;
			n = dashes = 0;
			if (*s == '\0')
				return 0;
		}
	}
}

static int
has_name(const struct privacy *w, const char *text)
{
	char	*fold;
	size_t	 k;
	int	 hit = 0;

	if (w->n == 0)
		return 0;
	fold = utf_plain(text);
	for (k = 0; k < w->n && !hit; k++)
		hit = strstr(fold, w->fold[k]) != NULL;
	free(fold);
	return hit;
}

const char *
privacy_finds(const struct privacy *w, const char *text, int *at)
{
	while (*at < 3)
		switch ((*at)++) {
		case 0:
			if (has_mail(text))
				return N_("an e-mail address");
			break;
		case 1:
			if (has_phone(text))
				return N_("what looks like a telephone number");
			break;
		default:
			if (has_name(w, text))
				return N_("the name of a person of the private "
				    "folder");
		}
	return NULL;
}
