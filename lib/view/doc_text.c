/*
 * A document as plain text for a mail or a message: lines of at most 72
 * columns, nothing that must be seen in two dimensions.  A table is one item
 * a row: "- Resources: agreed 2; votes 3; apart".
 */
#include <string.h>

#include "base/lang.h"
#include "base/utf.h"
#include "view/doc_in.h"

#define WIDTH	72

struct plain {
	FILE		*fp;
	const char	*first, *rest;	/* before the first and other lines */
	int		 lines;
};

static void
plain_line(const char *line, size_t n, void *arg)
{
	struct plain	*p = arg;

	fputs(p->lines++ == 0 ? p->first : p->rest, p->fp);
	fwrite(line, 1, n, p->fp);
	fputc('\n', p->fp);
}

/* s wrapped, behind `first` and, from the second line on, under it. */
static void
wrap(FILE *fp, const char *s, const char *first, const char *rest)
{
	struct plain	 p = { fp, first, rest, 0 };
	const char	*end;
	char		*line;

	for (;; s = end + 1) {
		end = strchrnul(s, '\n');
		line = mem_strndup(s, (size_t)(end - s));
		utf_wrap(line, WIDTH - utf_width(first), plain_line, &p);
		free(line);
		if (*end == '\0')
			return;
	}
}

/* The text of a block, its breaks as lines. */
static char *
gather(cmark_node *block)
{
	cmark_iter		*it = cmark_iter_new(block);
	cmark_event_type	 ev;
	cmark_node		*n;
	struct str		 s;
	const struct part	*p;

	str_init(&s);
	while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		if (ev != CMARK_EVENT_ENTER)
			continue;
		n = cmark_iter_get_node(it);
		p = cmark_node_get_user_data(n);
		if (p != NULL && p->kind == PART_CHAR)
			str_addc(&s, p->c);
		else if (cmark_node_get_type(n) == CMARK_NODE_TEXT)
			str_add(&s, cmark_node_get_literal(n));
		else if (cmark_node_get_type(n) == CMARK_NODE_SOFTBREAK)
			str_addc(&s, p != NULL ? ' ' : '\n');
	}
	cmark_iter_free(it);
	return str_take(&s);
}

static void
underline(FILE *fp, const char *s, char c)
{
	int	i, n = utf_width(s);

	for (i = 0; i < n && i < WIDTH; i++)
		fputc(c, fp);
	fputc('\n', fp);
}

static void
heading(FILE *fp, cmark_node *n)
{
	int	 level = cmark_node_get_heading_level(n);
	char	*s = gather(n), *p;

	for (p = s; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	wrap(fp, s, "", "");
	if (level < 3)
		underline(fp, s, level == 1 ? '=' : '-');
	fputc('\n', fp);
	free(s);
}

static void	blocks(FILE *, cmark_node *parent, const char *indent);

static void
list(FILE *fp, cmark_node *n, const char *indent)
{
	int		 numbered, i = 0;
	cmark_node	*item, *first;
	char		*mark, *under, *s;

	numbered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
	for (item = cmark_node_first_child(n); item != NULL;
	    item = cmark_node_next(item)) {
		mark = numbered ? mem_printf("%s%d. ", indent, ++i) :
		    mem_printf("%s- ", indent);
		under = mem_printf("%*s", utf_width(mark), "");
		first = cmark_node_first_child(item);
		s = gather(first);
		wrap(fp, s, mark, under);
		free(s);
		while ((first = cmark_node_next(first)) != NULL)
			if (cmark_node_get_type(first) == CMARK_NODE_LIST)
				list(fp, first, under);
			else if (cmark_node_get_type(first) ==
			    CMARK_NODE_PARAGRAPH) {
				s = gather(first);
				wrap(fp, s, under, under);
				free(s);
			}
		free(mark);
		free(under);
	}
}

static void
part(FILE *fp, cmark_node *n, const struct part *p, const char *indent)
{
	int	i;

	switch (p->kind) {
	case PART_BOX:
		blocks(fp, n, indent);
		break;
	case PART_BLANK:
		for (i = 0; i < p->n; i++)
			fputs("________________________\n\n", fp);
		break;
	case PART_TABLE:
		doc_table_text(p->table, fp);
		break;
	case PART_FIGURE:
	case PART_CHAR:
	case PART_SENTENCE:
	case PART_PAGE:
		break;
	}
}

static void
blocks(FILE *fp, cmark_node *parent, const char *indent)
{
	cmark_node	*n;
	char		*s;

	for (n = cmark_node_first_child(parent); n != NULL;
	    n = cmark_node_next(n))
		switch (cmark_node_get_type(n)) {
		case CMARK_NODE_HEADING:
			heading(fp, n);
			break;
		case CMARK_NODE_PARAGRAPH:
			s = gather(n);
			wrap(fp, s, indent, indent);
			fputc('\n', fp);
			free(s);
			break;
		case CMARK_NODE_LIST:
			list(fp, n, indent);
			fputc('\n', fp);
			break;
		default:
			part(fp, n, cmark_node_get_user_data(n), indent);
			break;
		}
}

/* Behind a sentence comes a blank, behind other words `mark`. */
static void
join(struct str *out, const char *mark)
{
	if (out->len == 0)
		return;
	str_add(out, strchr(".!?", out->s[out->len - 1]) != NULL ? " " : mark);
}

/* What follows a sentence begins as one. */
static void
add_sentence(struct str *out, const char *s)
{
	char	*up;

	if (out->len > 1 && out->s[out->len - 1] == ' ' &&
	    strchr(".!?", out->s[out->len - 2]) != NULL) {
		up = utf_capital(s);
		str_add(out, up);
		free(up);
	} else
		str_add(out, s);
}

/* "head: text" in the language now in use, joined to what is there. */
static void
row_add(struct str *out, const char *head, const char *text)
{
	char	*pair;

	join(out, _("; "));
	if (*head == '\0') {
		str_add(out, text);
		return;
	}
	/* TRANSLATORS: a column's heading and the cell, in a plain text. */
	pair = mem_printf(_("%s: %s"), head, text);
	str_add(out, pair);
	free(pair);
}

static void
row_text(const struct doc_table *t, const struct line *r, FILE *fp)
{
	struct str	 key, out;
	size_t		 at = r->first, col = 0;
	const char	*s;

	str_init(&key);
	str_init(&out);
	for (; at < r->first + r->n; at++) {
		s = t->cell[at].text;
		if (!t->cell[at].more && at > r->first)
			col++;
		if (col == 0 && t->cell[at].more)
			str_add(&key, " / ");
		if (col == 0)
			str_add(&key, s);
		else if (*s != '\0')
			row_add(&out, t->cell[at].more || col >= t->ncols ?
			    "" : t->col[col].text, s);
	}
	if (r->said != NULL) {
		str_reset(&out);
		str_add(&out, r->said);
	}
	if (out.len > 0)
		join(&key, " — ");
	add_sentence(&key, out.s);
	if (key.len > 0)
		wrap(fp, key.s, "- ", "  ");
	else if (t->col[0].flags & DOC_COL_WRITE)
		fputs("- ________________________\n", fp);
	str_free(&key);
	str_free(&out);
}

void
doc_table_text(const struct doc_table *t, FILE *fp)
{
	size_t	i;

	if (t->nrows == 0)
		return;
	if (*t->caption != '\0') {
		wrap(fp, t->caption, "", "");
		fputc('\n', fp);
	}
	for (i = 0; i < t->nrows; i++)
		if (t->row[i].across) {
			if (i > 0)
				fputc('\n', fp);
			wrap(fp, t->cell[t->row[i].first].text, "", "");
		} else
			row_text(t, &t->row[i], fp);
	fputc('\n', fp);
}

void
doc_plain(struct doc *d, FILE *fp)
{
	blocks(fp, d->root, "");
}
