/* What the reports share. */
#include "view/report_in.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf.h"

const char *
report_lang(const struct report_ask *ask)
{
	lang_use(ask->lang);
	return lang_now();
}

const char *
report_team(struct project *p)
{
	const char	*title = project_get(p, "title");

	return *title != '\0' ? title : _("Our team");
}

const char *
report_day(struct doc *d, int day)
{
	char	buf[64];

	return doc_keep(d, date_words(buf, sizeof(buf), day));
}

const char *
report_number(struct doc *d, fixed v)
{
	char	buf[NUM_LEN];

	return doc_keep(d, num_str(buf, v, 0));
}

/* By hand: a table of counts is thousands of them. */
const char *
report_count(struct doc *d, int64_t v)
{
	char	buf[24], *p = buf + sizeof(buf) - 1;

	*p = '\0';
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	return doc_keep(d, p);
}

const char *
report_capital(struct doc *d, const char *s)
{
	char		*up = utf_capital(s);
	const char	*out = doc_printf(d, "%s", up);

	free(up);
	return out;
}

const char *
report_stop(struct doc *d, const char *s)
{
	static const char *const	marks[] = {
		".", "!", "?", "…", ":", ";", "؟", "۔", "。", NULL
	};
	size_t				n = strlen(s), k;
	int				i;

	for (i = 0; marks[i] != NULL; i++) {
		k = strlen(marks[i]);
		if (n >= k && strcmp(s + n - k, marks[i]) == 0)
			return s;
	}
	return n == 0 ? s : doc_printf(d, "%s.", s);
}

const char *
report_sentence(struct doc *d, const char *s)
{
	return report_stop(d, report_capital(d, s));
}

const char *
report_level(struct doc *d, struct project *p, int n)
{
	const char	*word = project_level_word(p, lang_now());

	/* TRANSLATORS: the folder's own word for a level, and its number. */
	return doc_printf(d, _("%s %d"), report_capital(d, word), n);
}

void
report_file(struct doc *d, const char *file, const char *what)
{
	doc_item(d, NULL);
	doc_strong(d, file);
	/* TRANSLATORS: follows the name of a file: what is in it. */
	doc_text(d, doc_printf(d, _(": %s"), what));
}
