/*
 * A document as a tree of cmark nodes, made once and written as Markdown, as
 * one self-contained HTML page, or as plain text for a mail or a message.
 *
 * Every text that is given here is data: it is cleaned (controls, direction
 * overrides, broken bytes), cut at DOC_TEXT_MAX bytes (an ellipsis shows it)
 * and inert in all three forms, whatever it holds.  A newline in it breaks
 * the line and nothing more.  The page runs no script and fetches nothing;
 * cmark always stays in its safe mode.
 *
 * A document is written from top to bottom: what opens (a list, a box) goes
 * on until doc_end.  Running out of memory ends the program with status 2.
 */
#ifndef CPM_DOC_H
#define CPM_DOC_H

#include <stdio.h>

#define DOC_TEXT_MAX	4000

enum doc_form { DOC_MARKDOWN, DOC_HTML, DOC_TEXT };

struct doc;
struct doc_table;

/*
 * The form that a path's suffix asks for (.md .html .htm .txt), else
 * `otherwise`.  path may be NULL.
 */
enum doc_form	 doc_form(const char *path, enum doc_form otherwise);

/* A new document in language `lang` ("fr"); the title is its one h1. */
struct doc	*doc_new(const char *lang, const char *title);
void		 doc_free(struct doc *);

/*
 * Write it.  css (DOC_HTML) names a style sheet of share/css that is put
 * into the page, NULL for report.css.  0, or -1 if the sheet cannot be read
 * (said).  The document may be written again, in another form too.
 * Paragraphs that nothing was said in are left out.
 */
int	doc_write(struct doc *, enum doc_form, const char *css, FILE *);

/*
 * Text composed as printf does; it lives as long as the document.  Meant for
 * whole translated sentences: doc_para(d, doc_printf(d, _("…%s…"), name)).
 */
char	*doc_printf(struct doc *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
char	*doc_keep(struct doc *, const char *);	/* a copy */

/* A heading below the title: level 2 to 4. */
void	doc_head(struct doc *, int level, const char *text);

/* A paragraph; NULL begins an empty one for the two functions below. */
void	doc_para(struct doc *, const char *text);
/* More text for the paragraph or item begun last: plain, or strong. */
void	doc_text(struct doc *, const char *text);
void	doc_strong(struct doc *, const char *text);
/* Another sentence for it, behind a blank; nothing for "". */
void	doc_more(struct doc *, const char *text);

/* A list; items until doc_end.  A list may open inside an item. */
void	doc_list(struct doc *, int numbered);
void	doc_item(struct doc *, const char *text);	/* text as doc_para */

/*
 * A part that holds others until doc_end; nothing of it shows in Markdown
 * and text but its content.  lang: language of the part where it differs
 * from the page's, else NULL.
 */
enum doc_box {
	DOC_PART,	/* no meaning but its language */
	DOC_KEEP,	/* not torn apart by the end of a printed page */
	DOC_TICKS,	/* the same, and its lists have boxes for bullets */
	DOC_ASIDE,	/* a remark beside the matter, in a frame */
	DOC_SHEET,	/* one printed page, for a wall */
	DOC_TIGHT,	/* the same for more matter: smaller type */
	DOC_COUNT,	/* a sheet to count on, of one page or more: its boxes
			 * are wide */
	DOC_MONTH,	/* the month's sheet: one page, boxes for a pencil */
	DOC_CLOSE,	/* the same for more lines: smaller type and boxes */
	DOC_COLUMNS,	/* its parts stand side by side where there is room */
	DOC_HALVES	/* text in two columns where there is room */
};
void	doc_open(struct doc *, enum doc_box, const char *lang);
/* Close what doc_list or doc_open opened last. */
void	doc_end(struct doc *);

/* The next part begins a new printed page. */
void	doc_page(struct doc *);
/* n empty lines to write on by hand. */
void	doc_blank(struct doc *, int n);

/*
 * A figure.  svg is our own drawing (never a user's text), put into the
 * page as it is.  Markdown shows a link to the picture at `path` (relative
 * to where the document will lie), or, where path is NULL, `lines`.  Plain
 * text leaves it out: what it shows stands in words beside it.  Each may be
 * NULL; alt and caption are texts.
 */
void	doc_figure(struct doc *, const char *svg, const char *path,
	    const char *alt, const char *lines, const char *caption);

/*
 * A table: columns first, then rows of cells.  The first cell of a row is
 * its heading.  Rows may be short.  A caption is needed (a screen reader
 * says it); a table without rows is left out.
 */
#define DOC_COL_NUMBER	1u	/* aligned right */
#define DOC_COL_NARROW	2u	/* no wider than it must */
#define DOC_COL_WRITE	4u	/* empty cells of it are to be written in */
struct doc_table *doc_table(struct doc *, const char *caption);
void	doc_col(struct doc_table *, const char *head, unsigned flags);
void	doc_row(struct doc_table *);
/* What plain text says of the row in place of its cells but the first. */
void	doc_row_said(struct doc_table *, const char *text);
/* A line across the whole table, heading the rows that follow. */
void	doc_row_across(struct doc_table *, const char *text, const char *lang);
void	doc_cell(struct doc_table *, const char *text);
/* Another line in the same cell, in another language (or NULL). */
void	doc_cell_more(struct doc_table *, const char *text, const char *lang);

#endif
