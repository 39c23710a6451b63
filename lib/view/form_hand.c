/*
 * What a team counts and draws on by hand: the tally sheet, a row for each
 * criterion with boxes for strokes, and the blank web.
 */
#include "view/form_in.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "view/web.h"

#define DOTS	"……………………………"

/* "Group: ………" in both languages, behind the paragraph begun last. */
static void
to_fill(struct page *f, const char *id)
{
	char	*word = form_word(f, id), *line;

	line = mem_printf(_("%s: %s"), word, DOTS);
	doc_text(f->doc, line);
	free(line);
	free(word);
}

/* Whether what is shown may need the counts of a group. */
static int
by_group(const struct page *f)
{
	return f->fw[0].ngroups > 0 && (f->policy.groups || f->policy.open);
}

static void
say_tally(struct page *f)
{
	char	*command;

	if (f->hands) {
		command = mem_printf("cpm-assess add --hands %s", f->round);
		doc_para(f->doc, _("For each statement, ask for the hands "
		    "score by score and write down how many. Together they "
		    "are no more than the people who are there."));
		doc_more(f->doc, doc_printf(f->doc,
		    _("Afterwards they are typed in with: %s"), command));
		free(command);
	} else
		doc_para(f->doc, _("For counting by hand, once for the team: "
		    "a stroke in the box for each tick, the fifth across the "
		    "four before it. A line that nobody ticked is left alone; "
		    "no total is more than the number of sheets."));
	if (f->hands && by_group(f))
		doc_more(f->doc, _("Either one sheet for all of us, or one "
		    "for each group: never both."));
	else if (by_group(f))
		doc_more(f->doc, _("One sheet for each group."));
	if (!f->policy.open)
		doc_more(f->doc, _("This sheet is as confidential as the "
		    "answers: it stays with them and is shown to nobody; what "
		    "may be shown stands on the questionnaire."));
}

static void
tally_columns_of(struct page *f, struct doc_table *t, const struct scale *s)
{
	char	num[NUM_LEN], *word;
	int	k;

	doc_col(t, word = form_word(f, N_("statement")), 0);
	free(word);
	for (k = 0; k < s->n; k++)
		doc_col(t, num_str(num, s->value[k], 0), DOC_COL_WRITE);
	doc_col(t, word = form_word(f, N_("NA")), DOC_COL_WRITE);
	free(word);
	doc_col(t, word = form_word(f, N_("DK")), DOC_COL_WRITE);
	free(word);
	doc_col(t, word = form_word(f, N_("total")), DOC_COL_WRITE);
	free(word);
}

static void
tally_rows(struct page *f, struct doc_table *t, size_t dim)
{
	const struct dimension	*d = &f->fw[0].dims[dim];
	char			*line;
	size_t			 i;
	int			 k;

	/* Where each thread has one statement, its own label says enough. */
	if (f->fw[0].ncrit > f->fw[0].ndims) {
		line = form_both(f, d->label,
		    f->fw[f->nlang - 1].dims[dim].label);
		doc_row_across(t, line, NULL);
		free(line);
	}
	for (i = 0; i < d->n; i++) {
		form_statement(f, t, d->first + i);
		for (k = 0; k < d->scale->n + 3; k++)
			doc_cell(t, "");
	}
}

void
form_tally(struct page *f)
{
	const struct framework	*fw = &f->fw[0];
	const struct scale	*scale = NULL;
	struct doc_table	*t = NULL;
	char			*caption;
	size_t			 i;
	int			 l;

	doc_open(f->doc, DOC_COUNT, NULL);
	form_head(f, 2, N_("Tally sheet"));
	doc_para(f->doc, NULL);
	if (by_group(f)) {
		to_fill(f, N_("Group"));
		doc_text(f->doc, " · ");
	}
	to_fill(f, f->hands ? N_("People present") : N_("Sheets"));
	form_round(f);
	for (l = 0; l < f->nsay; l++) {
		form_part_open(f, l);
		say_tally(f);
		doc_end(f->doc);
	}
	lang_use(f->lang[0]);
	caption = form_word(f, N_("How many gave each score"));
	for (i = 0; i < fw->ndims; i++) {
		if (fw->dims[i].n == 0)
			continue;
		if (fw->dims[i].scale != scale) {
			t = doc_table(f->doc, caption);
			tally_columns_of(f, t, scale = fw->dims[i].scale);
		}
		tally_rows(f, t, i);
	}
	free(caption);
	doc_end(f->doc);
}

/* --- the blank web ----------------------------------------------------- */

const char *
form_no_web(const struct page *f)
{
	const struct framework	*fw = &f->fw[0];

	if (fw->ndims < WEB_AXES_MIN || fw->ndims > WEB_AXES_MAX)
		return N_("a web has 3 to 24 threads, not %zu");
	if (!framework_one_scale(fw))
		return N_("the %zu threads are not on one scale: no web can "
		    "hold them");
	return NULL;
}

void
form_web(struct page *f)
{
	const struct scale	*s = f->fw[0].dims[0].scale;
	struct web		 w;
	char			*svg = NULL, *label;
	size_t			 i, n;
	FILE			*fp;
	int			 l;

	web_init(&w);
	w.blank = w.bare = 1;
	label = form_word(f, N_("Our web, to draw by hand"));
	web_title(&w, label);
	free(label);
	web_prefix(&w, "blank");
	web_scale(&w, s->min, s->max, s->step);
	for (i = 0; i < f->fw[0].ndims; i++) {
		label = form_both(f, f->fw[0].dims[i].label,
		    f->fw[f->nlang - 1].dims[i].label);
		web_axis(&w, label);
		free(label);
	}
	doc_open(f->doc, DOC_SHEET, NULL);
	doc_head(f->doc, 2, w.title);
	doc_para(f->doc, NULL);
	to_fill(f, N_("Date"));
	form_round(f);
	for (l = 0; l < f->nsay; l++) {
		form_part_open(f, l);
		doc_para(f->doc, _("On each thread we mark the score that we "
		    "agreed on together, and join the marks. The further out, "
		    "the more we see of it. A thread that we did not agree on "
		    "stays without a mark."));
		doc_end(f->doc);
	}
	lang_use(f->lang[0]);
	if ((fp = open_memstream(&svg, &n)) == NULL)
		mem_out();
	web_draw(fp, &w);
	if (fclose(fp) != 0)
		mem_out();
	doc_figure(f->doc, svg, NULL, NULL, NULL, NULL);
	free(svg);
	web_free(&w);
	doc_end(f->doc);
}
