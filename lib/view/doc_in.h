/*
 * What the files of the document share, and nobody else needs: the parts
 * that cmark does not know, which hang on its custom nodes and are put into
 * words for one form just before that form is written.
 */
#ifndef CPM_DOC_IN_H
#define CPM_DOC_IN_H

#include <cmark.h>
#include <stdio.h>

#include "base/mem.h"
#include "view/doc.h"

enum part_kind { PART_CHAR, PART_SENTENCE, PART_BOX, PART_PAGE, PART_BLANK, PART_FIGURE,
    PART_TABLE };

struct part {
	enum part_kind	 kind;
	char		 c;			/* PART_CHAR */
	int		 n;			/* PART_BLANK */
	enum doc_box	 box;
	const char	*lang;
	const char	*svg, *path, *alt, *lines, *caption;
	struct doc_table *table;
};

struct doc {
	cmark_node	*root, *at, *block;	/* block: takes more text */
	const char	*lang, *title;
	struct arena	 arena;
	struct doc_table *tables;
};

/* A line of a cell, and its language where it is another. */
struct cell {
	const char	*text, *lang;
	int		 more;		/* belongs to the cell before it */
};

struct line {
	size_t		 first, n;	/* cells */
	int		 across;
	const char	*said;		/* the cells behind the first, in words */
};

struct doc_table {
	struct doc	*doc;
	const char	*caption;
	struct column_head {
		const char	*text;
		unsigned	 flags;
	}		*col;
	struct line	*row;
	struct cell	*cell;
	size_t		 ncols, capcols, nrows, caprows, ncells, capcells;
	struct doc_table *next;
};

/*
 * Cleaned text in the document's arena: valid UTF-8 without controls or
 * direction overrides, lines trimmed, empty lines left out, cut at
 * DOC_TEXT_MAX.
 */
const char	*doc_clean(struct doc *, const char *s);

/* Append cleaned text, escaped for HTML or for one line of Markdown. */
void	doc_html(struct str *, const char *s);
void	doc_mark(struct str *, const char *s);

void	doc_table_html(struct str *, const struct doc_table *);
void	doc_table_mark(struct str *, const struct doc_table *);
void	doc_table_text(const struct doc_table *, FILE *);
void	doc_table_free(struct doc_table *);

/* The whole document as plain text. */
void	doc_plain(struct doc *, FILE *);

#endif
