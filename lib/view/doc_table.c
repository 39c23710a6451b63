/*
 * Tables of a document: cmark has none, so they are written here.  Markdown
 * gets a pipe table that is aligned to be read raw, HTML a caption and
 * headings with scope, plain text one line a row that can be read aloud.
 */
#include <string.h>

#include "base/lang.h"
#include "base/utf.h"
#include "view/doc_in.h"

/* A cell wider than this does not widen its column in Markdown. */
#define PAD_MAX	64
#define PAD_LAST 32	/* in the last column */
/* A table of so many rows stays on one printed page. */
#define SHORT	12

void
doc_table_free(struct doc_table *t)
{
	free(t->col);
	free(t->row);
	free(t->cell);
	free(t);
}

void
doc_col(struct doc_table *t, const char *head, unsigned flags)
{
	t->col = mem_grow(t->col, t->ncols, &t->capcols, sizeof(*t->col));
	t->col[t->ncols].text = doc_clean(t->doc, head);
	t->col[t->ncols++].flags = flags;
}

void
doc_row(struct doc_table *t)
{
	struct line	*r;

	t->row = mem_grow(t->row, t->nrows, &t->caprows, sizeof(*t->row));
	r = &t->row[t->nrows++];
	r->first = t->ncells;
	r->n = 0;
	r->across = 0;
	r->said = NULL;
}

void
doc_row_said(struct doc_table *t, const char *text)
{
	t->row[t->nrows - 1].said = doc_clean(t->doc, text);
}

static void
cell_add(struct doc_table *t, const char *text, const char *lang, int more)
{
	struct cell	*c;

	t->cell = mem_grow(t->cell, t->ncells, &t->capcells,
	    sizeof(*t->cell));
	c = &t->cell[t->ncells++];
	c->text = doc_clean(t->doc, text == NULL ? "" : text);
	c->lang = lang == NULL ? NULL : arena_str(&t->doc->arena, lang);
	c->more = more;
	t->row[t->nrows - 1].n++;
}

void
doc_row_across(struct doc_table *t, const char *text, const char *lang)
{
	doc_row(t);
	t->row[t->nrows - 1].across = 1;
	cell_add(t, text, lang, 0);
}

void
doc_cell(struct doc_table *t, const char *text)
{
	cell_add(t, text, NULL, 0);
}

void
doc_cell_more(struct doc_table *t, const char *text, const char *lang)
{
	const struct line	*r = &t->row[t->nrows - 1];
	struct cell		*last = r->n > 0 ? &t->cell[t->ncells - 1] : NULL;

	/* The first line of an empty cell takes the language as its own. */
	if (last != NULL && !last->more && *last->text == '\0') {
		last->text = doc_clean(t->doc, text);
		last->lang = lang == NULL ? NULL :
		    arena_str(&t->doc->arena, lang);
	} else
		cell_add(t, text, lang, 1);
}

/* How many lines the cell beginning at `at` has, itself included. */
static size_t
cell_lines(const struct doc_table *t, const struct line *r, size_t at)
{
	size_t	n = 1;

	while (at + n < r->first + r->n && t->cell[at + n].more)
		n++;
	return n;
}

/* ---------------------------------------------------------------- HTML -- */

static void
html_lines(struct str *out, const char *s)
{
	const char	*end = strchrnul(s, '\n');
	char		*line;

	if (*end == '\0') {
		doc_html(out, s);
		return;
	}
	for (;; s = end + 1) {
		end = strchrnul(s, '\n');
		line = mem_strndup(s, (size_t)(end - s));
		doc_html(out, line);
		free(line);
		if (*end == '\0')
			return;
		str_add(out, "<br />");
	}
}

static void
html_lang(struct str *out, const char *lang)
{
	if (lang == NULL)
		return;
	str_add(out, " lang=\"");
	doc_html(out, lang);
	str_addc(out, '"');
}

static void
html_cell(struct str *out, const struct doc_table *t, size_t at, size_t n,
    const char *tag, const char *attr, unsigned flags)
{
	const struct cell	*c = &t->cell[at];
	size_t			 i;

	str_addc(out, '<');
	str_add(out, tag);
	str_add(out, attr);
	if (flags & DOC_COL_WRITE && *c->text == '\0')
		str_add(out, " class=\"write\"");
	else if (flags & DOC_COL_NUMBER)
		str_add(out, " class=\"n\"");
	else if (flags & DOC_COL_NARROW)
		str_add(out, " class=\"s\"");
	html_lang(out, c->lang);
	str_addc(out, '>');
	html_lines(out, c->text);
	for (i = 1; i < n; i++) {
		str_add(out, "<br /><span");
		html_lang(out, c[i].lang);
		str_addc(out, '>');
		html_lines(out, c[i].text);
		str_add(out, "</span>");
	}
	str_add(out, "</");
	str_add(out, tag);
	str_addc(out, '>');
}

static void
html_row(struct str *out, const struct doc_table *t, const struct line *r)
{
	char	attr[64];
	size_t	at = r->first, col, n;

	str_add(out, "<tr>");
	if (r->across) {
		snprintf(attr, sizeof(attr),
		    " class=\"across\" scope=\"rowgroup\" colspan=\"%zu\"",
		    t->ncols);
		html_cell(out, t, at, 1, "th", attr, 0);
	} else
		for (col = 0; col < t->ncols; col++) {
			n = at < r->first + r->n ? cell_lines(t, r, at) : 0;
			if (n == 0)
				str_add(out, t->col[col].flags & DOC_COL_WRITE ?
				    "<td class=\"write\"></td>" : "<td></td>");
			else if (col == 0)
				html_cell(out, t, at, n, "th",
				    " scope=\"row\"", t->col[col].flags);
			else
				html_cell(out, t, at, n, "td", "",
				    t->col[col].flags);
			at += n;
		}
	str_add(out, "</tr>\n");
}

void
doc_table_html(struct str *out, const struct doc_table *t)
{
	size_t	i, open = 0;

	if (t->nrows == 0)
		return;
	/* A short table is not worth a page's end in the middle of it. */
	for (i = 0; i < t->nrows && !t->row[i].across; i++)
		continue;
	str_printf(out, "<table%s>\n<caption>",
	    t->nrows <= SHORT ? " class=\"keep\"" :
	    i < t->nrows ? " class=\"groups\"" : "");
	doc_html(out, t->caption);
	str_add(out, "</caption>\n<thead>\n<tr>");
	for (i = 0; i < t->ncols; i++) {
		/* A heading cell without words heads nothing. */
		if (*t->col[i].text == '\0') {
			str_add(out, "<td></td>");
			continue;
		}
		str_printf(out, "<th scope=\"col\"%s>",
		    t->col[i].flags & DOC_COL_NUMBER ? " class=\"n\"" :
		    t->col[i].flags & DOC_COL_NARROW ? " class=\"s\"" : "");
		html_lines(out, t->col[i].text);
		str_add(out, "</th>");
	}
	str_add(out, "</tr>\n</thead>\n");
	/* A row group belongs to the line across that heads it. */
	for (i = 0; i < t->nrows; i++) {
		if (i == 0 || t->row[i].across) {
			str_add(out, open ? "</tbody>\n<tbody>\n" :
			    "<tbody>\n");
			open = 1;
		}
		html_row(out, t, &t->row[i]);
	}
	str_add(out, "</tbody>\n</table>");
}

/* ------------------------------------------------------------ Markdown -- */

/* The cell's lines as one line of Markdown, and where the next cell is. */
static char *
mark_cell(const struct doc_table *t, const struct line *r, size_t *at)
{
	struct str	out;
	size_t		i, n;

	str_init(&out);
	if (*at < r->first + r->n) {
		n = cell_lines(t, r, *at);
		for (i = 0; i < n; i++) {
			if (i > 0)
				str_add(&out, " / ");
			doc_mark(&out, t->cell[*at + i].text);
		}
		*at += n;
	}
	return str_take(&out);
}

static void
mark_pad(struct str *out, const char *s, int width, int right)
{
	int	pad = width - utf_width(s);

	str_add(out, "| ");
	for (; right && pad > 0; pad--)
		str_addc(out, ' ');
	str_add(out, s);
	for (; pad > 0; pad--)
		str_addc(out, ' ');
	str_addc(out, ' ');
}

static void
mark_rule(struct str *out, int width, int right)
{
	int	i;

	str_add(out, "| ");
	for (i = right; i < width; i++)
		str_addc(out, '-');
	str_add(out, right ? ": " : " ");
}

/* One row: text[ncols]. */
static void
mark_row(struct str *out, const struct doc_table *t, char *const *text,
    const int *width)
{
	size_t	i;

	for (i = 0; i < t->ncols; i++)
		mark_pad(out, text[i], width[i],
		    t->col[i].flags & DOC_COL_NUMBER);
	str_addc(out, '|');
}

void
doc_table_mark(struct str *out, const struct doc_table *t)
{
	char	**text;
	int	 *width, w;
	size_t	  i, k, at;

	if (t->nrows == 0)
		return;
	text = mem_calloc((t->nrows + 1) * t->ncols, sizeof(*text));
	width = mem_calloc(t->ncols, sizeof(*width));
	for (i = 0; i <= t->nrows; i++) {
		at = i == 0 ? 0 : t->row[i - 1].first;
		for (k = 0; k < t->ncols; k++) {
			struct str	head;

			if (i == 0) {
				str_init(&head);
				doc_mark(&head, t->col[k].text);
				text[k] = str_take(&head);
			} else
				text[i * t->ncols + k] =
				    mark_cell(t, &t->row[i - 1], &at);
			w = utf_width(text[i * t->ncols + k]);
			if (w > width[k] && w <= (k + 1 == t->ncols ?
			    PAD_LAST : PAD_MAX))
				width[k] = w;
			if (width[k] < 3)
				width[k] = 3;
		}
	}
	if (*t->caption != '\0') {
		str_add(out, "*");
		doc_mark(out, t->caption);
		str_add(out, "*\n\n");
	}
	for (i = 0; i <= t->nrows; i++) {
		mark_row(out, t, text + i * t->ncols, width);
		if (i == 0) {
			str_addc(out, '\n');
			for (k = 0; k < t->ncols; k++)
				mark_rule(out, width[k],
				    (t->col[k].flags & DOC_COL_NUMBER) != 0);
			str_addc(out, '|');
		}
		if (i < t->nrows)
			str_addc(out, '\n');
	}
	for (i = 0; i < (t->nrows + 1) * t->ncols; i++)
		free(text[i]);
	free(text);
	free(width);
}
