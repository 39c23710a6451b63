/* The document: one tree, three forms, and nothing that a text can break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmark.h>
#include <cmocka.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/utf.h"
#include "view/doc.h"

static char *
form(struct doc *d, enum doc_form f)
{
	char	*s = NULL;
	size_t	 n = 0;
	FILE	*fp = open_memstream(&s, &n);

	assert_int_equal(doc_write(d, f, NULL, fp), 0);
	fclose(fp);
	return s;
}

static void
has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("no \"%s\" in:\n%s", part, text);
}

static void
lacks(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("\"%s\" in:\n%s", part, text);
}

static size_t
count(const char *s, const char *part)
{
	size_t	n = 0;

	while ((s = strstr(s, part)) != NULL) {
		n++;
		s += strlen(part);
	}
	return n;
}

static struct doc *
sample(void)
{
	struct doc		*d = doc_new("fr", "Notre toile");
	struct doc_table	*t;

	doc_para(d, "Une phrase.\nUne autre.");
	doc_head(d, 2, "Forces");
	doc_list(d, 0);
	doc_item(d, "un");
	doc_list(d, 1);
	doc_item(d, "dedans");
	doc_end(d);
	doc_item(d, NULL);
	doc_strong(d, "deux");
	doc_text(d, " fois");
	doc_more(d, "");
	doc_more(d, ":- Et encore.");
	doc_end(d);
	t = doc_table(d, "Scores");
	doc_col(t, "Fil", 0);
	doc_col(t, "Convenu", DOC_COL_NUMBER);
	doc_row_across(t, "Fonctionnement", NULL);
	doc_row(t);
	doc_cell(t, "Ressources");
	doc_cell(t, "2");
	doc_row(t);
	doc_cell(t, "Éthique");
	doc_cell_more(t, "Ethics", "en");
	doc_open(d, DOC_ASIDE, NULL);
	doc_para(d, "À part.");
	doc_end(d);
	doc_figure(d, "<svg></svg>\n", NULL, "Une toile", "Ressources 2\n",
	    "La toile");
	return d;
}

static void
markdown(void **state)
{
	struct doc	*d = sample();
	char		*s = form(d, DOC_MARKDOWN);

	(void)state;
	assert_string_equal(s,
	    "# Notre toile\n\n"
	    "Une phrase.\nUne autre.\n\n"
	    "## Forces\n\n"
	    "  - un\n    1.  dedans\n  - **deux** fois\n    \\:- Et encore.\n\n"
	    "*Scores*\n\n"
	    "| Fil              | Convenu |\n"
	    "| ---------------- | ------: |\n"
	    "| Fonctionnement   |         |\n"
	    "| Ressources       |       2 |\n"
	    "| Éthique / Ethics |         |\n\n"
	    "À part.\n\n"
	    "```\nRessources 2\n```\n\n*La toile*\n");
	free(s);
	doc_free(d);
}

static void
html(void **state)
{
	struct doc	*d = sample();
	char		*s = form(d, DOC_HTML);

	(void)state;
	has(s, "<!DOCTYPE html>\n<html lang=\"fr\" dir=\"ltr\">");
	has(s, "<title>Notre toile</title>");
	has(s, "<h1>Notre toile</h1>");
	has(s, "<p>Une phrase.\nUne autre.</p>");
	has(s, "<li><strong>deux</strong> fois\n:- Et encore.</li>");
	has(s, "<table class=\"keep\">\n<caption>Scores</caption>\n<thead>\n<tr>"
	    "<th scope=\"col\">Fil</th>"
	    "<th scope=\"col\" class=\"n\">Convenu</th></tr>");
	has(s, "<th class=\"across\" scope=\"rowgroup\" colspan=\"2\">"
	    "Fonctionnement</th>");
	has(s, "<tr><th scope=\"row\">Ressources</th>"
	    "<td class=\"n\">2</td></tr>");
	has(s, "<th scope=\"row\">Éthique<br /><span lang=\"en\">Ethics"
	    "</span></th><td></td>");
	has(s, "<aside class=\"aside\">\n<p>À part.</p>\n</aside>");
	has(s, "<figure>\n<svg></svg>\n<figcaption>La toile</figcaption>");
	has(s, "@page { size: A4; margin: 18mm 15mm; }");
	assert_int_equal(count(s, "<h1"), 1);
	assert_int_equal(count(s, "<main>"), 1);
	lacks(s, "<script");
	lacks(s, "http://");
	lacks(s, "https://");
	lacks(s, "url(");
	lacks(s, "@import");
	free(s);
	doc_free(d);
}

static void
text(void **state)
{
	struct doc	*d = sample();
	char		*s = form(d, DOC_TEXT);

	(void)state;
	assert_string_equal(s,
	    "Notre toile\n===========\n\n"
	    "Une phrase.\nUne autre.\n\n"
	    "Forces\n------\n\n"
	    "- un\n  1. dedans\n- deux fois :- Et encore.\n\n"
	    "Scores\n\n"
	    "Fonctionnement\n"
	    "- Ressources — Convenu: 2\n"
	    "- Éthique / Ethics\n\n"
	    "À part.\n");
	free(s);
	doc_free(d);
}

/* Texts that mean something to HTML, Markdown, GitHub, XML or a terminal. */
static const char *const	naughty[] = {
	"<script>alert(1)</script>", "</td></table><script>alert(1)</script>",
	"<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
	"\"><iframe src=javascript:alert(1)>", "' onmouseover='alert(1)",
	"<!--", "-->", "<![CDATA[", "]]>", "<?php", "</style><b>", "</title>",
	"</main>", "&lt;script&gt;", "&#60;script&#62;", "&amp", "&",
	"[a](javascript:alert(1))", "![x](http://example.org/x.png)",
	"<http://example.org>", "<javascript:alert(1)>",
	"[a]: http://example.org", "[a][b]", "[ ] x", "[x] x",
	"# heading", "###", "- item", "+ item", "* item", "1. item", "2) item",
	"12345678) x", "> quote", "    code", "\tcode", "```", "~~~", "~~x~~",
	"`code`", "``", "*em*", "**strong**", "_em_", "__strong__", "***",
	"---", "===", "- - -", "___", "=", "-", "a\n===", "a\n---", "a\n- b",
	"a\n# b", "a\n    b", "a\n> b", "a\n1. b", "a\n```\nb",
	"a\n:-", "a|b\n-|-", "a|b\n:-|-:", "|a|b|\n|---|---|", "a|b", "|",
	"\\", "\\\\", "a\\", "\\|", "a\\|b", "a\\\nb", "two  \nlines",
	"{}", "${x}", "{{x}}", "%s%n%d", "$(id)", "`id`",
	"=1+1", "@SUM(1)", "+1", "-1",
	"Ω≈ç√∫˜µ≤≥÷", "Ṫ̹o̶", "田中さん", "👩‍👩‍👧", "١٢٣", "مرحبا بكم", "﷽",
	"non\302\240break", "\342\200\213", "undefined", "NULL", "nil",
	NULL
};

/* All TEXT of a parsed document, soft breaks as a newline. */
static char *
words(cmark_node *root, int *foreign)
{
	cmark_iter		*it = cmark_iter_new(root);
	cmark_event_type	 ev;
	struct str		 s;
	cmark_node		*n;

	str_init(&s);
	while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(it);
		if (ev != CMARK_EVENT_ENTER)
			continue;
		switch (cmark_node_get_type(n)) {
		case CMARK_NODE_TEXT:
			str_add(&s, cmark_node_get_literal(n));
			break;
		case CMARK_NODE_SOFTBREAK:
			str_addc(&s, '\n');
			break;
		case CMARK_NODE_DOCUMENT:
		case CMARK_NODE_HEADING:
		case CMARK_NODE_PARAGRAPH:
			break;
		default:
			(*foreign)++;
		}
	}
	cmark_iter_free(it);
	return str_take(&s);
}

/* What a text becomes: lines trimmed. */
static char *
trimmed(const char *s)
{
	struct str	out;

	str_init(&out);
	for (; *s != '\0'; s++) {
		if ((*s == ' ' || *s == '\t') &&
		    (out.len == 0 || out.s[out.len - 1] == '\n'))
			continue;
		if (*s == '\n')
			while (out.len > 0 && out.s[out.len - 1] == ' ')
				out.s[--out.len] = '\0';
		str_addc(&out, *s);
	}
	return str_take(&out);
}

static void
inert_markdown(void **state)
{
	size_t		 i;
	int		 foreign;
	struct doc	*d;
	cmark_node	*root;
	char		*s, *got, *want, *back;

	(void)state;
	for (i = 0; naughty[i] != NULL; i++) {
		d = doc_new("en", "T");
		doc_para(d, naughty[i]);
		s = form(d, DOC_MARKDOWN);
		root = cmark_parse_document(s, strlen(s), CMARK_OPT_DEFAULT);
		foreign = 0;
		got = words(root, &foreign);
		back = trimmed(naughty[i]);
		want = mem_printf("T%s", back);
		assert_string_equal(got, want);
		if (foreign != 0)
			fail_msg("'%s' became mark-up: %s", naughty[i], s);
		/* GitHub's own: strike-through, tables and their rule. */
		if (strstr(naughty[i], "~") != NULL)
			has(s, "\\~");
		if (strchr(naughty[i], '|') != NULL)
			has(s, "\\|");
		lacks(s, "\n:-");
		cmark_node_free(root);
		free(got);
		free(want);
		free(back);
		free(s);
		doc_free(d);
	}
}

/* Pipes of a line that no backslash escapes. */
static int
pipes(const char *line)
{
	int	n = 0;

	for (; *line != '\0' && *line != '\n'; line++)
		if (*line == '\\')
			line++;
		else if (*line == '|')
			n++;
	return n;
}

static struct doc *
everywhere(const char *s)
{
	struct doc		*d = doc_new("en", s);
	struct doc_table	*t;

	doc_head(d, 2, s);
	doc_para(d, s);
	doc_list(d, 0);
	doc_item(d, s);
	doc_strong(d, s);
	doc_end(d);
	t = doc_table(d, s);
	doc_col(t, s, 0);
	doc_col(t, s, DOC_COL_NUMBER);
	doc_row(t);
	doc_cell(t, s);
	doc_cell(t, s);
	doc_cell_more(t, s, s);
	doc_row_across(t, s, s);
	doc_figure(d, NULL, s, s, s, s);
	return d;
}

/* Every '<' of the page opens or closes one of the elements we write. */
static void
only_ours(const char *s)
{
	static const char *const	ours[] = {
		"html", "head", "meta", "title", "style", "body", "main", "h1",
		"h2", "p", "ul", "li", "strong", "table", "caption", "thead",
		"tbody", "tr", "th", "td", "br", "span", "figure", "pre",
		"figcaption", "!DOCTYPE", NULL
	};
	int				i;
	size_t				n;

	while ((s = strchr(s, '<')) != NULL) {
		s += s[1] == '/' ? 2 : 1;
		for (i = 0; ours[i] != NULL; i++) {
			n = strlen(ours[i]);
			if (strncmp(s, ours[i], n) == 0 &&
			    strchr(" >/", s[n]) != NULL)
				break;
		}
		if (ours[i] == NULL)
			fail_msg("a text opens an element: %.60s", s);
	}
}

static void
inert_everywhere(void **state)
{
	size_t		 i;
	struct doc	*d;
	char		*s, *line;

	(void)state;
	for (i = 0; naughty[i] != NULL; i++) {
		d = everywhere(naughty[i]);
		s = form(d, DOC_HTML);
		only_ours(s);
		lacks(s, "&lt;&lt;");
		assert_int_equal(utf_valid(s, strlen(s)), strlen(s));
		free(s);
		s = form(d, DOC_MARKDOWN);
		for (line = s; line != NULL; line = strchr(line, '\n')) {
			line += *line == '\n';
			if (strncmp(line, "| ", 2) == 0 && pipes(line) != 3)
				fail_msg("a text opens a cell: %.80s", line);
		}
		free(s);
		s = form(d, DOC_TEXT);
		assert_true(strlen(s) > 0);
		free(s);
		doc_free(d);
	}
}

static void
cleaned(void **state)
{
	struct doc	*d = doc_new("en", "a\001b\033[31m\177c");
	char		*s, *big;

	(void)state;
	doc_para(d, "bad \377\376 bytes, \342\200\256override, \302\205line");
	doc_para(d, "\357\277\276 nonchar \357\273\277bom");
	s = form(d, DOC_MARKDOWN);
	has(s, "# a b \\[31m c");
	has(s, "bad \357\277\275\357\277\275 bytes, override,\nline");
	has(s, "\357\277\275 nonchar bom");
	free(s);
	s = form(d, DOC_HTML);
	lacks(s, "\033");
	lacks(s, "\001");
	free(s);
	doc_free(d);

	big = mem_alloc(100001);
	memset(big, 'x', 100000);
	big[100000] = '\0';
	d = doc_new("en", "T");
	doc_para(d, big);
	s = form(d, DOC_TEXT);
	assert_true(strlen(s) < DOC_TEXT_MAX + 40);
	has(s, "x\n…\n");
	free(s);
	free(big);
	doc_free(d);
}

static void
forms(void **state)
{
	struct doc	*d = doc_new("ar", "T");
	char		*s;

	(void)state;
	assert_int_equal(doc_form("a/b.html", DOC_TEXT), DOC_HTML);
	assert_int_equal(doc_form("b.htm", DOC_TEXT), DOC_HTML);
	assert_int_equal(doc_form("b.txt", DOC_HTML), DOC_TEXT);
	assert_int_equal(doc_form("b.md", DOC_TEXT), DOC_MARKDOWN);
	assert_int_equal(doc_form("b", DOC_TEXT), DOC_TEXT);
	assert_int_equal(doc_form(NULL, DOC_HTML), DOC_HTML);
	s = form(d, DOC_HTML);
	has(s, "lang=\"ar\" dir=\"rtl\"");
	free(s);
	doc_free(d);
}

/* A figure beside a file, an empty table, list and box, lines to write on. */
static void
edges(void **state)
{
	struct doc		*d = doc_new("en", "T");
	struct doc_table	*t = doc_table(d, "nothing");
	char			*s;

	(void)state;
	doc_col(t, "a", 0);
	doc_list(d, 0);
	doc_end(d);
	doc_open(d, DOC_KEEP, "fr");
	doc_end(d);
	doc_figure(d, "<svg/>", "../web/R 1].svg", "a [web]", "x", NULL);
	doc_open(d, DOC_SHEET, "fr");
	doc_blank(d, 1);
	doc_end(d);
	doc_page(d);
	s = form(d, DOC_MARKDOWN);
	has(s, "![a \\[web\\]](../web/R%201%5D.svg)\n");
	lacks(s, "nothing");
	free(s);
	s = form(d, DOC_HTML);
	lacks(s, "nothing");
	lacks(s, "<div class=\"keep\"");
	lacks(s, "<ul>");
	has(s, "<div class=\"sheet\" lang=\"fr\">");
	has(s, "<p class=\"blank\">\302\240</p>");
	has(s, "<div class=\"page\"></div>");
	free(s);
	doc_free(d);
}

/* A fence of backticks in the lines does not end the block they stand in. */
static void
fence(void **state)
{
	struct doc	*d = doc_new("en", "T");
	cmark_node	*root;
	char		*s;

	(void)state;
	doc_figure(d, NULL, NULL, "", "a\n````\n<b>\n# x", NULL);
	s = form(d, DOC_MARKDOWN);
	root = cmark_parse_document(s, strlen(s), CMARK_OPT_DEFAULT);
	assert_string_equal(cmark_node_get_literal(cmark_node_last_child(root)),
	    "a\n````\n<b>\n# x\n");
	cmark_node_free(root);
	free(s);
	doc_free(d);
}

/* No line of a plain text is wider than 72 columns but for one long word. */
static void
wrapped(void **state)
{
	struct doc		*d = doc_new("en", "T");
	struct doc_table	*t;
	char			*s, *line, *end;

	(void)state;
	t = doc_table(d, "c");
	doc_col(t, "name", 0);
	doc_col(t, "what", 0);
	doc_row(t);
	doc_cell(t, "A criterion.");
	doc_cell(t, "5");
	doc_row_said(t, "said in words");
	doc_row(t);
	doc_cell(t, "Another.");
	doc_cell(t, "One sentence.");
	doc_cell(t, "two");
	doc_row(t);
	doc_cell(t, "a name");
	doc_cell(t, "many words that go on and on, and then a little further "
	    "until there is no more room in one line of a mail");
	doc_list(d, 0);
	doc_item(d, "many words that go on and on, and then a little further "
	    "until there is no more room in one line of a mail");
	doc_end(d);
	s = form(d, DOC_TEXT);
	has(s, "\n- A criterion. Said in words\n");
	has(s, "\n- Another. What: One sentence. two\n");
	for (line = s; *line != '\0'; line = end + 1) {
		end = strchr(line, '\n');
		*end = '\0';
		assert_true(utf_width(line) <= 72);
	}
	free(s);
	doc_free(d);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(markdown),
		cmocka_unit_test(html),
		cmocka_unit_test(text),
		cmocka_unit_test(inert_markdown),
		cmocka_unit_test(inert_everywhere),
		cmocka_unit_test(cleaned),
		cmocka_unit_test(forms),
		cmocka_unit_test(edges),
		cmocka_unit_test(fence),
		cmocka_unit_test(wrapped),
	};

	(void)argc;
	msg_init(argv[0]);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
