/* How a form says things in two languages beside each other. */
#include "view/form_in.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"

char *
form_both(const struct page *f, const char *a, const char *b)
{
	if (f->nlang < 2 || b == NULL || strcmp(a, b) == 0 || *b == '\0')
		return mem_strdup(a);
	if (*a == '\0')
		return mem_strdup(b);
	return mem_printf("%s / %s", a, b);
}

char *
form_word(const struct page *f, const char *id)
{
	char	*a, *b, *all;

	lang_use(f->lang[0]);
	a = mem_strdup(_(id));
	lang_use(f->lang[f->nsay - 1]);
	b = mem_strdup(_(id));
	lang_use(f->lang[0]);
	all = form_both(f, a, b);
	free(a);
	free(b);
	return all;
}

void
form_head(struct page *f, int level, const char *id)
{
	char	*text = form_word(f, id);

	doc_head(f->doc, level, text);
	free(text);
}

void
form_part_open(struct page *f, int i)
{
	if (i < f->nsay)
		lang_use(f->lang[i]);
	doc_open(f->doc, DOC_PART, i > 0 ? f->lang[i] : NULL);
}

void
form_round(struct page *f)
{
	struct table	*t = project_table(f->project, "rounds");
	char		 words[96];
	int		 day;

	if (f->round == NULL)
		return;
	day = cell_day(t, f->row, "date");
	doc_text(f->doc, " · ");
	doc_text(f->doc, f->round);
	if (day != DATE_NONE) {
		doc_text(f->doc, ", ");
		doc_text(f->doc, date_words(words, sizeof(words), day));
	}
}

void
form_statement(const struct page *f, struct doc_table *t, size_t crit)
{
	const struct criterion	*c = &f->fw[0].crit[crit],
				*c2 = &f->fw[f->nlang - 1].crit[crit];
	char			*line = mem_printf("%s\u2002%s", c->id,
				    c->label);

	doc_row(t);
	doc_cell(t, line);
	free(line);
	if (strcmp(c->label, c2->label) != 0)
		doc_cell_more(t, c2->label, f->lang[1]);
}
