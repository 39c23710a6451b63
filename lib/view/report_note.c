/*
 * The note on the context in short: the beginning of what a team wrote below
 * each of its headings.
 */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/share.h"
#include "view/report_in.h"

#define CONTEXT_MAX	5	/* parts of the note */
#define CONTEXT_LEN	150	/* bytes of each, about two lines */

/* A team that has not written yet has the page that the pack gave it. */
static char *
template_read(void)
{
	static const char *const	langs[] = { "en", "fr" };
	struct str			all;
	char				buf[4096], *path;
	FILE				*fp;
	size_t				i, n;

	str_init(&all);
	for (i = 0; i < sizeof(langs) / sizeof(*langs); i++) {
		path = mem_printf("%s/packs/boost/notes/context.%s.md",
		    share_dir(), langs[i]);
		if ((fp = fopen(path, "re")) != NULL) {
			while ((n = fread(buf, 1, sizeof(buf), fp)) > 0)
				str_addn(&all, buf, n);
			fclose(fp);
		}
		free(path);
	}
	return str_take(&all);
}

/* At most CONTEXT_LEN bytes: whole sentences, else whole words and "…". */
static const char *
in_short(struct doc *d, const char *s)
{
	size_t	i, end = 0, blank = 0;
	char	*cut;
	const char *out;

	if (strlen(s) <= CONTEXT_LEN)
		return s;
	for (i = 1; i < CONTEXT_LEN; i++) {
		if (s[i] != ' ')
			continue;
		blank = i;
		if (strchr(".!?", s[i - 1]) != NULL)
			end = i;
	}
	if (end == 0 && blank == 0)
		return s;
	cut = mem_strndup(s, end > 0 ? end : blank);
	out = end > 0 ? doc_keep(d, cut) : doc_printf(d, "%s…", cut);
	free(cut);
	return out;
}

/* The lines of a paragraph of Markdown in one; items of a list behind ";". */
static char *
one_line(const char *s, size_t n)
{
	struct str	 out;
	const char	*end = s + n;
	size_t		 len, item;

	str_init(&out);
	while (s < end) {
		len = (size_t)(end - s);
		if (memchr(s, '\n', len) != NULL)
			len = (size_t)((const char *)memchr(s, '\n', len) - s);
		item = len > 2 && strchr("-*+>", *s) != NULL && s[1] == ' ';
		if (out.len > 0)
			str_add(&out, item ? _("; ") : " ");
		str_addn(&out, s + 2 * item, len - 2 * item);
		s += len + 1;
	}
	return str_take(&out);
}

static void
part(struct doc *d, const char *head, const char *text)
{
	doc_item(d, NULL);
	if (*head != '\0') {
		doc_strong(d, head);
		/* TRANSLATORS: follows a heading. */
		doc_text(d, doc_printf(d, _(": %s"),
		    in_short(d, text)));
	} else
		doc_text(d, in_short(d, text));
}

/* The note without a byte order mark and with plain ends of lines. */
static char *
note_read(struct project *p)
{
	char	*note = project_text(p, "notes/context.md", 0), *to, *s;

	if (note == NULL)
		return mem_strdup("");
	to = s = note;
	if (strncmp(s, "\357\273\277", 3) == 0)
		s += 3;
	for (; *s != '\0'; s++)
		if (*s != '\r')
			*to++ = *s;
	*to = '\0';
	return note;
}

/* Length of the heading or paragraph that begins here. */
static size_t
block(const char *s)
{
	const char	*end = s;

	if (*s == '#')
		return strcspn(s, "\n");
	while ((end = strchr(end, '\n')) != NULL && end[1] != '\n' &&
	    end[1] != '#')
		end++;
	return end == NULL ? strlen(s) : (size_t)(end - s);
}

/* A heading below that of the page, in its words; the caller frees it. */
static char *
heading(const char *s, size_t n)
{
	size_t	marks = strspn(s, "#"), blank;

	if (marks < 2 || marks >= n)
		return mem_strdup("");
	blank = strspn(s + marks, " ");
	return mem_strndup(s + marks + blank, n - marks - blank);
}

static int
is_given(const char *given, const char *s, size_t n)
{
	char	*own = mem_strndup(s, n);
	int	 yes = strstr(given, own) != NULL;

	free(own);
	return yes;
}

/*
 * The first paragraph below each heading of the note, but those that stand
 * there as the pack gave them.
 */
size_t
report_context(struct doc *d, struct project *p)
{
	size_t	 n, parts = 0;
	char	*note = note_read(p), *given = template_read(), *line;
	char	*head = mem_strdup(""), *s = note;
	int	 told = 0;

	for (s += strspn(s, "\n"); *s != '\0' && parts < CONTEXT_MAX;
	    s += n, s += strspn(s, "\n")) {
		n = block(s);
		if (*s == '#') {
			free(head);
			head = heading(s, n);
			told = 0;
		} else if (!told && !is_given(given, s, n)) {
			told = 1;
			if (parts++ == 0)
				doc_list(d, 0);
			line = one_line(s, n);
			part(d, head, line);
			free(line);
		}
	}
	if (parts > 0)
		doc_end(d);
	free(head);
	free(given);
	free(note);
	return parts;
}
