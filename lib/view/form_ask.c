/*
 * The questionnaire to print: its first page, the groups, the scale and the
 * statements with a box for each score.
 */
#include "view/form_in.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/num.h"

static void
front(struct page *f)
{
	char	*line, *number;
	int	 i;

	doc_para(f->doc, NULL);
	if (!f->hands) {
		number = form_word(f, N_("Number of this form"));
		line = mem_printf(_("%s: %s"), number, "…………………");
		doc_strong(f->doc, line);
		free(line);
		free(number);
	} else {
		number = form_word(f, N_("A show of hands"));
		doc_strong(f->doc, number);
		free(number);
	}
	form_round(f);
	for (i = 0; i < f->nsay; i++) {
		form_part_open(f, i);
		if (i > 0)
			doc_head(f->doc, 2, form_title(f));
		form_promise(f, f->lang[i]);
		doc_end(f->doc);
	}
	lang_use(f->lang[0]);
}

static void
groups(struct page *f)
{
	size_t	 g;
	char	*label, *line;

	if (f->fw[0].ngroups == 0 || f->hands)
		return;
	doc_open(f->doc, DOC_TICKS, NULL);
	form_head(f, 2, N_("I answer as (tick one)"));
	doc_list(f->doc, 0);
	for (g = 0; g < f->fw[0].ngroups; g++) {
		label = form_both(f, f->fw[0].groups[g].label,
		    f->fw[f->nlang - 1].groups[g].label);
		line = mem_printf("☐ %s", label);
		doc_item(f->doc, line);
		free(line);
		free(label);
	}
	doc_end(f->doc);
	doc_end(f->doc);
}

/* --- the scale ------------------------------------------------------------ */

/* What the general scale says of a point, beside its label. */
static const char *
point_text(const struct page *f, const char *value, const char *lang)
{
	const struct table	*t = f->round != NULL ?
	    project_frozen(f->project, f->round, "scale") :
	    project_table(f->project, "scale");
	size_t	i = table_find_by(t, "dimension", "", "value", value, NULL);
	int	found = 0;

	return i < t->nrows ? cell_label(t, i, "text", lang, &found) : "";
}

static void
scale_row(struct page *f, struct doc_table *t, const char *value,
    const char *const label[2])
{
	const char	*text;
	char		*line = form_word(f, value);
	int		 i;

	doc_row(t);
	doc_cell(t, line);
	free(line);
	for (i = 0; i < f->nlang; i++) {
		if (i > 0 && strcmp(label[0], label[1]) == 0)
			continue;
		text = point_text(f, value, f->lang[i]);
		if (i < f->nsay)
			lang_use(f->lang[i]);
		line = *text != '\0' ? mem_printf(_("%s: %s"), label[i], text) :
		    mem_strdup(label[i]);
		if (i == 0)
			doc_cell(t, line);
		else
			doc_cell_more(t, line, f->lang[i]);
		free(line);
	}
	lang_use(f->lang[0]);
}

static void
scale(struct page *f)
{
	const struct scale	*a = &f->fw[0].general,
				*b = &f->fw[f->nlang - 1].general;
	struct doc_table	*t;
	char			 num[NUM_LEN], *caption, *col;
	int			 i;

	doc_open(f->doc, DOC_KEEP, NULL);
	form_head(f, 2, N_("The scores"));
	caption = form_word(f, N_("What each score means"));
	t = doc_table(f->doc, caption);
	free(caption);
	doc_col(t, col = form_word(f, N_("score")), DOC_COL_NARROW);
	free(col);
	doc_col(t, col = form_word(f, N_("meaning")), 0);
	free(col);
	for (i = 0; i < a->n; i++)
		scale_row(f, t, num_str(num, a->value[i], 0),
		    (const char *const[2]){ a->label[i], b->label[i] });
	scale_row(f, t, N_("NA"), (const char *const[2]){ f->fw[0].na,
	    f->fw[f->nlang - 1].na });
	scale_row(f, t, N_("DK"), (const char *const[2]){ f->fw[0].dk,
	    f->fw[f->nlang - 1].dk });
	doc_end(f->doc);
}

/* --- the statements ------------------------------------------------------- */

/* "1 one person decides · 2 meetings in emergencies …" of one language. */
static void
descriptors(struct page *f, size_t dim, int i)
{
	const struct dimension	*d = &f->fw[i].dims[dim];
	struct str		 s;
	char			 num[NUM_LEN];
	int			 k;

	if (d->text == NULL || (i > 0 && f->fw[0].dims[dim].text == NULL))
		return;
	str_init(&s);
	for (k = 0; k < d->scale->n; k++)
		if (d->text[k] != NULL && *d->text[k] != '\0' &&
		    (i == 0 || strcmp(d->text[k],
		    f->fw[0].dims[dim].text[k]) != 0))
			str_printf(&s, "%s%s\u00a0%s", s.len > 0 ? " · " : "",
			    num_str(num, d->scale->value[k], 0), d->text[k]);
	if (s.len > 0) {
		form_part_open(f, i);
		doc_para(f->doc, s.s);
		doc_end(f->doc);
	}
	str_free(&s);
}

/* A line and a box for each score; hands are counted on the tally sheet. */
static void
statements(struct page *f, size_t dim, const char *caption)
{
	const struct dimension	*d = &f->fw[0].dims[dim];
	struct doc_table	*t = doc_table(f->doc, caption);
	char			 num[NUM_LEN], *word;
	size_t			 i;
	int			 k;

	doc_col(t, word = form_word(f, N_("statement")), 0);
	free(word);
	for (k = 0; k < d->scale->n && !f->hands; k++)
		doc_col(t, num_str(num, d->scale->value[k], 0),
		    DOC_COL_NARROW | DOC_COL_WRITE);
	for (k = 0; k < 2 && !f->hands; k++) {
		word = form_word(f, k == 0 ? N_("NA") : N_("DK"));
		doc_col(t, word, DOC_COL_NARROW | DOC_COL_WRITE);
		free(word);
	}
	for (i = 0; i < d->n; i++) {
		form_statement(f, t, d->first + i);
		for (k = 0; k < d->scale->n + 2 && !f->hands; k++)
			doc_cell(t, "");
	}
}

static void
themes(struct page *f)
{
	char	*label;
	size_t	 i;
	int	 l;

	for (i = 0; i < f->fw[0].ndims; i++) {
		if (f->fw[0].dims[i].n == 0)
			continue;
		doc_open(f->doc, DOC_KEEP, NULL);
		label = form_both(f, f->fw[0].dims[i].label,
		    f->fw[f->nlang - 1].dims[i].label);
		doc_head(f->doc, 2, label);
		for (l = 0; l < f->nlang; l++)
			descriptors(f, i, l);
		lang_use(f->lang[0]);
		free(label);
		label = form_word(f, f->hands ?
		    N_("A show of hands for each line") :
		    N_("One tick a line"));
		statements(f, i, label);
		free(label);
		doc_end(f->doc);
	}
}

void
form_questions(struct page *f)
{
	char	*thanks;

	front(f);
	groups(f);
	/* The first page is to read; what the scores mean stays with them. */
	doc_page(f->doc);
	scale(f);
	themes(f);
	thanks = form_word(f, N_("Thank you."));
	doc_para(f->doc, thanks);
	free(thanks);
}
