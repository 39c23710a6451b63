/* The document tree, and its Markdown and HTML. */
#include "view/doc.h"

#include <errno.h>
#include <string.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/share.h"
#include "base/utf.h"
#include "view/doc_in.h"

static void *
node_calloc(size_t n, size_t size)
{
	return mem_calloc(n, size);
}

static void *
node_realloc(void *p, size_t size)
{
	return mem_realloc(p, 1, size);
}

/* cmark's own allocator aborts; ours says what happened and exits with 2. */
static cmark_mem	node_mem = { node_calloc, node_realloc, free };

enum doc_form
doc_form(const char *path, enum doc_form otherwise)
{
	const char	*dot = path == NULL ? NULL : strrchr(path, '.');

	if (dot == NULL)
		return otherwise;
	if (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0)
		return DOC_HTML;
	if (strcmp(dot, ".txt") == 0)
		return DOC_TEXT;
	return strcmp(dot, ".md") == 0 ? DOC_MARKDOWN : otherwise;
}

/* What may stand in a text.  0: nothing, ' ' a blank, '\n' a new line. */
static ucs4_t
allowed(ucs4_t c)
{
	if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
		return '\n';
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return ' ';
	if (c == 0xfeff || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069))
		return 0;
	if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
		return 0xfffd;
	return c;
}

/* Append one allowed character; blanks at the ends of a line are left out. */
static void
clean_add(struct str *out, ucs4_t c)
{
	uint8_t	buf[6];
	int	k;

	if (c == ' ' && (out->len == 0 || out->s[out->len - 1] == '\n'))
		return;
	if (c == '\n') {
		while (out->len > 0 && out->s[out->len - 1] == ' ')
			out->s[--out->len] = '\0';
		if (out->len == 0 || out->s[out->len - 1] == '\n')
			return;
	}
	k = u8_uctomb(buf, c, sizeof(buf));
	str_addn(out, (char *)buf, (size_t)k);
}

/*
 * Most texts need no cleaning: valid, no blank at an end, and in them no
 * control and none of the characters that `allowed` changes, whose first
 * bytes are few.
 */
static int
is_clean(const char *s, size_t n)
{
	const unsigned char	*u = (const unsigned char *)s;
	size_t			 i;

	if (n > DOC_TEXT_MAX || (n > 0 && (s[0] == ' ' || s[n - 1] == ' ')))
		return 0;
	for (i = 0; i < n; i++)
		if (u[i] < ' ' || u[i] == 0x7f || u[i] >= 0xef ||
		    (u[i] == 0xc2 && u[i + 1] < 0xa0) ||
		    (u[i] == 0xe2 && ((u[i + 1] == 0x80 && u[i + 2] >= 0xa8 &&
		    u[i + 2] <= 0xae) || (u[i + 1] == 0x81 &&
		    u[i + 2] >= 0xa6))))
			return 0;
	return utf_valid(s, n) == n;
}

const char *
doc_clean(struct doc *d, const char *s)
{
	struct str	 out;
	const uint8_t	*u = (const uint8_t *)s;
	size_t		 n = strlen(s);
	const char	*kept;
	ucs4_t		 c;
	int		 k;

	if (is_clean(s, n))
		return arena_strn(&d->arena, s, n);
	str_init(&out);
	while (n > 0 && out.len < DOC_TEXT_MAX) {
		k = u8_mbtoucr(&c, u, n);
		if (k < 1) {
			c = 0xfffd;
			k = 1;
		}
		u += k;
		n -= (size_t)k;
		if ((c = allowed(c)) != 0)
			clean_add(&out, c);
	}
	while (out.len > 0 && strchr(" \n", out.s[out.len - 1]) != NULL)
		out.s[--out.len] = '\0';
	if (n > 0)
		str_add(&out, " …");
	kept = arena_strn(&d->arena, out.s, out.len);
	str_free(&out);
	return kept;
}

void
doc_html(struct str *out, const char *s)
{
	size_t	n;

	for (;; s += n + 1) {
		n = strcspn(s, "&<>\"'");
		str_addn(out, s, n);
		switch (s[n]) {
		case '&': str_add(out, "&amp;"); break;
		case '<': str_add(out, "&lt;"); break;
		case '>': str_add(out, "&gt;"); break;
		case '"': str_add(out, "&quot;"); break;
		case '\'': str_add(out, "&#39;"); break;
		default: return;
		}
	}
}

/*
 * One line of Markdown inside a table or a picture's text: whatever could
 * begin mark-up there gets a backslash.
 */
void
doc_mark(struct str *out, const char *s)
{
	size_t	n;

	for (;; s += n + 1) {
		n = strcspn(s, "\n\\`*_{}[]<>|~&!#");
		str_addn(out, s, n);
		if (s[n] == '\0')
			return;
		if (s[n] == '\n') {
			str_addc(out, ' ');
			continue;
		}
		str_addc(out, '\\');
		str_addc(out, s[n]);
	}
}

/* ------------------------------------------------------------ the tree -- */

static cmark_node *
node_new(cmark_node_type type)
{
	return cmark_node_new_with_mem(type, &node_mem);
}

static cmark_node *
node_under(cmark_node *parent, cmark_node_type type)
{
	cmark_node	*n = node_new(type);

	if (!cmark_node_append_child(parent, n))
		mem_out();	/* our own mistake: no such child goes there */
	return n;
}

static struct part *
part_under(struct doc *d, cmark_node *parent, cmark_node_type type,
    enum part_kind kind)
{
	struct part	*p = arena_alloc(&d->arena, sizeof(*p));
	cmark_node	*n = node_under(parent, type);

	p->kind = kind;
	cmark_node_set_user_data(n, p);
	return p;
}

static void
text_under(cmark_node *parent, const char *s, size_t n)
{
	char	*copy;

	if (n == 0)
		return;
	copy = mem_strndup(s, n);
	cmark_node_set_literal(node_under(parent, CMARK_NODE_TEXT), copy);
	free(copy);
}

/*
 * Cleaned text as nodes.  cmark escapes what CommonMark reads as mark-up;
 * '~', '|' and a ':' that begins a line mean something to GitHub only, so
 * they become nodes of their own that Markdown shows with a backslash.
 */
static void
inline_under(struct doc *d, cmark_node *parent, const char *s)
{
	const char	*from = s, *line;

	cmark_node	*before = cmark_node_last_child(parent);

	/* Whether this text stands at the beginning of a line. */
	line = cmark_node_get_type(parent) != CMARK_NODE_STRONG &&
	    (before == NULL ||
	    cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK) ? s : NULL;
	for (; *s != '\0'; s++) {
		if (*s == '\n') {
			text_under(parent, from, (size_t)(s - from));
			node_under(parent, CMARK_NODE_SOFTBREAK);
			from = line = s + 1;
		} else if (*s == '~' || *s == '|' || (*s == ':' && s == line)) {
			text_under(parent, from, (size_t)(s - from));
			part_under(d, parent, CMARK_NODE_CUSTOM_INLINE,
			    PART_CHAR)->c = *s;
			from = s + 1;
		}
	}
	text_under(parent, from, (size_t)(s - from));
}

struct doc *
doc_new(const char *lang, const char *title)
{
	struct doc	*d = mem_calloc(1, sizeof(*d));
	cmark_node	*h;

	arena_init(&d->arena);
	d->lang = arena_str(&d->arena, lang);
	d->title = doc_clean(d, title);
	d->root = d->at = node_new(CMARK_NODE_DOCUMENT);
	h = node_under(d->root, CMARK_NODE_HEADING);
	cmark_node_set_heading_level(h, 1);
	inline_under(d, h, d->title);
	return d;
}

void
doc_free(struct doc *d)
{
	struct doc_table	*t, *next;

	if (d == NULL)
		return;
	cmark_node_free(d->root);
	for (t = d->tables; t != NULL; t = next) {
		next = t->next;
		doc_table_free(t);
	}
	arena_free(&d->arena);
	free(d);
}

char *
doc_keep(struct doc *d, const char *s)
{
	return arena_str(&d->arena, s);
}

char *
doc_printf(struct doc *d, const char *fmt, ...)
{
	va_list	 ap;
	char	*s, *kept;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) < 0)
		mem_out();
	va_end(ap);
	kept = arena_str(&d->arena, s);
	free(s);
	return kept;
}

/* Blocks go into the document, a box, or the item begun last. */
void
doc_head(struct doc *d, int level, const char *text)
{
	d->block = node_under(d->at, CMARK_NODE_HEADING);
	cmark_node_set_heading_level(d->block, level);
	inline_under(d, d->block, doc_clean(d, text));
}

void
doc_para(struct doc *d, const char *text)
{
	d->block = node_under(d->at, CMARK_NODE_PARAGRAPH);
	if (text != NULL)
		doc_text(d, text);
}

/* Text that follows other text keeps its blanks at the joint. */
static void
joint(struct doc *d, cmark_node *parent, const char *text)
{
	size_t		 n = strlen(text);
	const char	*s = doc_clean(d, text);

	if (*text == ' ' && cmark_node_first_child(parent) != NULL)
		text_under(parent, " ", 1);
	inline_under(d, parent, s);
	if (n > 1 && text[n - 1] == ' ' && *s != '\0')
		text_under(parent, " ", 1);
}

void
doc_text(struct doc *d, const char *text)
{
	joint(d, d->block, text);
}

void
doc_strong(struct doc *d, const char *text)
{
	const char	*s = doc_clean(d, text);

	if (*s != '\0')
		inline_under(d, node_under(d->block, CMARK_NODE_STRONG), s);
}

/* A line of its own in Markdown, so that a changed sentence is one line. */
void
doc_more(struct doc *d, const char *text)
{
	static struct part	sentence = { .kind = PART_SENTENCE };

	if (*text == '\0')
		return;
	if (cmark_node_last_child(d->block) != NULL)
		cmark_node_set_user_data(node_under(d->block,
		    CMARK_NODE_SOFTBREAK), &sentence);
	doc_text(d, text);
}

void
doc_list(struct doc *d, int numbered)
{
	d->at = node_under(d->at, CMARK_NODE_LIST);
	cmark_node_set_list_type(d->at,
	    numbered ? CMARK_ORDERED_LIST : CMARK_BULLET_LIST);
	if (numbered)
		cmark_node_set_list_start(d->at, 1);
	cmark_node_set_list_tight(d->at, 1);
}

void
doc_item(struct doc *d, const char *text)
{
	if (cmark_node_get_type(d->at) == CMARK_NODE_ITEM)
		d->at = cmark_node_parent(d->at);
	d->at = node_under(d->at, CMARK_NODE_ITEM);
	doc_para(d, text);
}

void
doc_open(struct doc *d, enum doc_box box, const char *lang)
{
	struct part	*p;

	p = part_under(d, d->at, CMARK_NODE_CUSTOM_BLOCK, PART_BOX);
	p->box = box;
	if (lang != NULL)
		p->lang = arena_str(&d->arena, lang);
	d->at = cmark_node_last_child(d->at);
}

void
doc_end(struct doc *d)
{
	if (cmark_node_get_type(d->at) == CMARK_NODE_ITEM)
		d->at = cmark_node_parent(d->at);
	/* An empty list or box would print as a stray mark. */
	if (cmark_node_first_child(d->at) == NULL && d->at != d->root) {
		cmark_node	*empty = d->at;

		d->at = cmark_node_parent(empty);
		cmark_node_unlink(empty);
		cmark_node_free(empty);
	} else if (d->at != d->root)
		d->at = cmark_node_parent(d->at);
	d->block = NULL;
}

void
doc_page(struct doc *d)
{
	part_under(d, d->at, CMARK_NODE_CUSTOM_BLOCK, PART_PAGE);
}

void
doc_blank(struct doc *d, int n)
{
	part_under(d, d->at, CMARK_NODE_CUSTOM_BLOCK, PART_BLANK)->n = n;
}

void
doc_figure(struct doc *d, const char *svg, const char *path, const char *alt,
    const char *lines, const char *caption)
{
	struct part	*p;

	p = part_under(d, d->at, CMARK_NODE_CUSTOM_BLOCK, PART_FIGURE);
	p->svg = svg == NULL ? NULL : arena_str(&d->arena, svg);
	p->path = path == NULL ? NULL : arena_str(&d->arena, path);
	p->lines = lines == NULL ? NULL : arena_str(&d->arena, lines);
	p->alt = doc_clean(d, alt == NULL ? "" : alt);
	p->caption = doc_clean(d, caption == NULL ? "" : caption);
}

struct doc_table *
doc_table(struct doc *d, const char *caption)
{
	struct doc_table	*t = mem_calloc(1, sizeof(*t));

	t->doc = d;
	t->caption = doc_clean(d, caption);
	t->next = d->tables;
	d->tables = t;
	part_under(d, d->at, CMARK_NODE_CUSTOM_BLOCK, PART_TABLE)->table = t;
	return t;
}

/* ----------------------------------------------- the parts, in each form */

/* A relative address: all but plain characters as %XX. */
static void
mark_path(struct str *out, const char *s)
{
	for (; *s != '\0'; s++)
		if (strchr("/._-~", *s) != NULL || (*s >= '0' && *s <= '9') ||
		    (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
			str_addc(out, *s);
		else
			str_printf(out, "%%%02X", (unsigned)(unsigned char)*s);
}

/* Lines as code, in a fence that is longer than any in them. */
static void
mark_lines(struct str *out, const char *s)
{
	const char	*p;
	int		 run = 0, fence = 3, i;

	for (p = s; *p != '\0'; p++) {
		run = *p == '`' ? run + 1 : 0;
		if (run >= fence)
			fence = run + 1;
	}
	for (i = 0; i < fence; i++)
		str_addc(out, '`');
	str_printf(out, "\n%s%s", s, p > s && p[-1] == '\n' ? "" : "\n");
	for (i = 0; i < fence; i++)
		str_addc(out, '`');
}

static void
figure_mark(struct str *out, const struct part *p)
{
	if (p->path != NULL) {
		str_add(out, "![");
		doc_mark(out, p->alt);
		str_add(out, "](");
		mark_path(out, p->path);
		str_addc(out, ')');
	} else if (p->lines != NULL)
		mark_lines(out, p->lines);
	if (*p->caption == '\0')
		return;
	if (out->len > 0)
		str_add(out, "\n\n");
	str_addc(out, '*');
	doc_mark(out, p->caption);
	str_addc(out, '*');
}

static void
figure_html(struct str *out, const struct part *p)
{
	str_add(out, "<figure>\n");
	if (p->svg != NULL) {
		str_add(out, p->svg);
	} else if (p->lines != NULL) {
		str_add(out, "<pre>");
		doc_html(out, p->lines);
		str_add(out, "</pre>\n");
	}
	if (*p->caption != '\0') {
		str_add(out, "<figcaption>");
		doc_html(out, p->caption);
		str_add(out, "</figcaption>\n");
	}
	str_add(out, "</figure>");
}

static void
box_html(struct str *in, struct str *out, const struct part *p)
{
	static const char *const	class[] = {
		NULL, "keep", "keep ticks", "aside", "sheet", "sheet tight", "count",
		"month", "month close", "columns", "halves"
	};
	const char			*tag;

	tag = p->box == DOC_ASIDE ? "aside" : "div";
	str_printf(in, "<%s", tag);
	if (class[p->box] != NULL)
		str_printf(in, " class=\"%s\"", class[p->box]);
	if (p->lang != NULL) {
		str_add(in, " lang=\"");
		doc_html(in, p->lang);
		str_addc(in, '"');
	}
	str_addc(in, '>');
	str_printf(out, "</%s>", tag);
}

static void
part_html(struct str *in, struct str *out, const struct part *p)
{
	int	i;

	switch (p->kind) {
	case PART_CHAR:
		str_addc(in, p->c);
		break;
	case PART_BOX:
		box_html(in, out, p);
		break;
	case PART_PAGE:
		str_add(in, "<div class=\"page\"></div>");
		break;
	case PART_BLANK:
		for (i = 0; i < p->n; i++)
			str_add(in, "<p class=\"blank\">\302\240</p>");
		break;
	case PART_FIGURE:
		figure_html(in, p);
		break;
	case PART_TABLE:
		doc_table_html(in, p->table);
		break;
	case PART_SENTENCE:
		break;
	}
}

static void
part_mark(struct str *in, const struct part *p)
{
	int	i;

	switch (p->kind) {
	case PART_CHAR:
		str_addc(in, '\\');
		str_addc(in, p->c);
		break;
	case PART_BLANK:
		for (i = 0; i < p->n; i++)
			str_printf(in, "%s\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"
			    "\\_\\_\\_\\_\\_\\_\\_\\_", i > 0 ? "\n\n" : "");
		break;
	case PART_FIGURE:
		figure_mark(in, p);
		break;
	case PART_TABLE:
		doc_table_mark(in, p->table);
		break;
	case PART_BOX:
	case PART_PAGE:
	case PART_SENTENCE:
		break;
	}
}

/* Put every part into words for the form that is written next. */
static void
parts_set(struct doc *d, enum doc_form form)
{
	cmark_iter		*it = cmark_iter_new(d->root);
	cmark_event_type	 ev;
	cmark_node		*n;
	struct part		*p;
	struct str		 in, out;

	str_init(&in);
	str_init(&out);
	while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(it);
		p = cmark_node_get_user_data(n);
		if (ev != CMARK_EVENT_ENTER || p == NULL)
			continue;
		str_reset(&in);
		str_reset(&out);
		if (form == DOC_HTML)
			part_html(&in, &out, p);
		else
			part_mark(&in, p);
		cmark_node_set_on_enter(n, in.s);
		cmark_node_set_on_exit(n, out.s);
	}
	str_free(&in);
	str_free(&out);
	cmark_iter_free(it);
}

/* ------------------------------------------------------------- the page -- */

static int
is_rtl(const char *lang)
{
	static const char *const	rtl[] = {
		"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", NULL
	};
	int				i;

	for (i = 0; rtl[i] != NULL; i++)
		if (strncmp(lang, rtl[i], 2) == 0)
			return 1;
	return 0;
}

/* The style sheet, whole; it may hold nothing that would end the element. */
static char *
sheet_read(const char *name)
{
	char		*path = mem_printf("%s/css/%s", share_dir(), name);
	struct str	 s;
	char		 buf[4096];
	size_t		 n;
	FILE		*fp = fopen(path, "re");
	int		 bad;

	str_init(&s);
	if (fp != NULL) {
		while ((n = fread(buf, 1, sizeof(buf), fp)) > 0)
			str_addn(&s, buf, n);
	}
	bad = fp == NULL || ferror(fp);
	if (bad)
		msg_errno(N_("cannot read the style sheet '%s'"), path);
	else if ((bad = strpbrk(s.s, "<&") != NULL))
		msg_trouble(N_("'%s' is not a style sheet of ours"), path);
	if (fp != NULL)
		fclose(fp);
	free(path);
	if (bad)
		str_free(&s);
	return bad ? NULL : str_take(&s);
}

static void
page_head(struct doc *d, const char *css, FILE *fp)
{
	struct str	 s;
	const char	*line;

	str_init(&s);
	for (line = d->lang; *line != '\0'; line++)
		if (*line == '-' || (*line >= 'a' && *line <= 'z'))
			str_addc(&s, *line);
	fprintf(fp, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\" />\n", s.s,
	    is_rtl(d->lang) ? "rtl" : "ltr");
	str_reset(&s);
	doc_html(&s, d->title);
	fprintf(fp, "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src 'unsafe-inline'\" />\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\" />\n"
	    "<meta name=\"color-scheme\" content=\"light dark\" />\n"
	    "<title>%s</title>\n<style>\n%s</style>\n</head>\n"
	    "<body>\n<main>\n", s.s, css);
	str_free(&s);
}

static int
write_html(struct doc *d, const char *css, FILE *fp)
{
	char	*sheet = sheet_read(css == NULL ? "report.css" : css);
	char	*body;

	if (sheet == NULL)
		return -1;
	parts_set(d, DOC_HTML);
	body = cmark_render_html(d->root, CMARK_OPT_DEFAULT);
	page_head(d, sheet, fp);
	fputs(body, fp);
	fputs("</main>\n</body>\n</html>\n", fp);
	node_mem.free(body);
	free(sheet);
	return 0;
}

/* A paragraph that nothing was said in. */
static void
prune(cmark_node *parent)
{
	cmark_node	*n, *next;

	for (n = cmark_node_first_child(parent); n != NULL; n = next) {
		next = cmark_node_next(n);
		if (cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH &&
		    cmark_node_first_child(n) == NULL) {
			cmark_node_unlink(n);
			cmark_node_free(n);
		} else if (cmark_node_get_type(n) != CMARK_NODE_PARAGRAPH)
			prune(n);
	}
}

/* The last block leaves an empty line behind it, which a file does not end with. */
static void
write_trimmed(const char *s, FILE *fp)
{
	size_t	n = strlen(s);

	while (n > 1 && s[n - 1] == '\n' && s[n - 2] == '\n')
		n--;
	fwrite(s, 1, n, fp);
}

static void
write_text(struct doc *d, FILE *fp)
{
	char	*s = NULL;
	size_t	 n = 0;
	FILE	*mem = open_memstream(&s, &n);

	if (mem == NULL)
		mem_out();
	doc_plain(d, mem);
	if (fclose(mem) != 0)
		mem_out();
	write_trimmed(s, fp);
	free(s);
}

int
doc_write(struct doc *d, enum doc_form form, const char *css, FILE *fp)
{
	char	*body;

	prune(d->root);
	d->block = NULL;
	if (form == DOC_HTML)
		return write_html(d, css, fp);
	if (form == DOC_TEXT) {
		write_text(d, fp);
		return 0;
	}
	parts_set(d, DOC_MARKDOWN);
	body = cmark_render_commonmark(d->root, CMARK_OPT_DEFAULT, 0);
	write_trimmed(body, fp);
	node_mem.free(body);
	return 0;
}
