/* Labels of a form without their markup. */
#include "intake/xlsform_in.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* --- HTML -------------------------------------------------------------------- */

static const struct {
	const char	*name, *text;
} entities[] = {
	{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
	{ "&quot;", "\"" }, { "&#39;", "'" }, { "&apos;", "'" },
	{ "&nbsp;", "\xc2\xa0" }
};

/* Tags that end a line, or a word at least. */
static int
breaks(const char *tag)
{
	static const char *const	names[] = { "br", "p", "div", "li",
	    "ul", "ol", "tr", "td", "h1", "h2", "h3", "h4" };
	size_t	i, n;

	tag += *tag == '/';
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		n = strlen(names[i]);
		if (strncasecmp(tag, names[i], n) == 0 &&
		    !isalnum((unsigned char)tag[n]))
			return 1;
	}
	return 0;
}

static char *
without_html(const char *s)
{
	struct str	 out;
	const char	*end;
	size_t		 i;

	str_init(&out);
	while (*s != '\0') {
		if (*s == '<' && (isalpha((unsigned char)s[1]) ||
		    s[1] == '/') && (end = strchr(s, '>')) != NULL) {
			if (breaks(s + 1))
				str_addc(&out, ' ');
			s = end + 1;
			continue;
		}
		for (i = 0; *s == '&' && i < sizeof(entities) /
		    sizeof(*entities); i++)
			if (strncmp(s, entities[i].name,
			    strlen(entities[i].name)) == 0)
				break;
		if (*s == '&' && i < sizeof(entities) / sizeof(*entities)) {
			str_add(&out, entities[i].text);
			s += strlen(entities[i].name);
		} else
			str_addc(&out, *s++);
	}
	return str_take(&out);
}

/* --- Markdown ----------------------------------------------------------------- */

static int
is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static int
is_gap(char c)
{
	return c == '\0' || isspace((unsigned char)c);
}

/*
 * Where the run of k marks at s[i] is closed; 0: it opens nothing.  A '_'
 * within a word is a sign of it.
 */
static size_t
closing(const char *s, size_t i, size_t k)
{
	char	m = s[i];
	size_t	j, run;

	if (is_gap(s[i + k]) || k > 3 ||
	    (m == '_' && i > 0 && is_word(s[i - 1])))
		return 0;
	for (j = i + k; s[j] != '\0'; j += run > 0 ? run : 1) {
		for (run = 0; s[j + run] == m; run++)
			continue;
		if (run == k && !is_gap(s[j - 1]) &&
		    (m == '*' || !is_word(s[j + k])))
			return j;
	}
	return 0;
}

/* "[text](address)": the end of text, *next behind it all; NULL: no link. */
static const char *
link_end(const char *s, const char **next)
{
	const char	*close = strchr(s, ']'), *paren;

	if (close == NULL || close[1] != '(' || close == s + 1 ||
	    (paren = strchr(close, ')')) == NULL)
		return NULL;
	*next = paren + 1;
	return close;
}

/* The marks that begin a line: "# " to "###### ". */
static size_t
heading(const char *s)
{
	size_t	k = strspn(s, "#");

	return k > 0 && k <= 6 && s[k] == ' ' ? k + 1 : 0;
}

static char *
without_marks(const char *s)
{
	size_t		 n = strlen(s), i, k, end;
	char		*drop = mem_calloc(n + 1, 1);
	const char	*close, *next;
	struct str	 out;

	for (i = 0; i < n; i++) {
		if (drop[i])
			continue;
		if ((i == 0 || s[i - 1] == '\n') &&
		    (k = heading(s + i)) > 0) {
			memset(drop + i, 1, k);
			i += k - 1;
		} else if (s[i] == '\\' && ispunct((unsigned char)s[i + 1])) {
			drop[i++] = 1;
		} else if (s[i] == '*' || s[i] == '_') {
			k = strspn(s + i, s[i] == '*' ? "*" : "_");
			if ((end = closing(s, i, k)) > 0) {
				memset(drop + i, 1, k);
				memset(drop + end, 1, k);
			}
			i += k - 1;
		} else if (s[i] == '[' &&
		    (close = link_end(s + i, &next)) != NULL) {
			drop[i] = 1;
			memset(drop + (close - s), 1, (size_t)(next - close));
		}
	}
	str_init(&out);
	for (i = 0; i < n; i++)
		if (!drop[i])
			str_addc(&out, s[i]);
	free(drop);
	return str_take(&out);
}

char *
xtext_clean(const char *text)
{
	char		*html = without_html(text), *s = without_marks(html);
	const char	*p;
	struct str	 out;
	int		 gap = 0;

	str_init(&out);
	for (p = s; *p != '\0'; p++) {
		if (isspace((unsigned char)*p)) {
			gap = out.len > 0;
			continue;
		}
		if (gap)
			str_addc(&out, ' ');
		gap = 0;
		str_addc(&out, *p);
	}
	free(html);
	free(s);
	return str_take(&out);
}
