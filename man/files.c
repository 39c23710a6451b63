/*
 * cpm-files(5) from its template and the schema: standard input to standard
 * output.  A line of the template that reads @settings@, @words@, @tables@ or
 * @private@ is replaced by what the code declares, so that the page cannot
 * say anything else than what the programs do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "table/schema.h"

/*
 * A sentence: a capital in front, a full stop behind, broken into lines that
 * are no macros.
 */
static void
sentence(const char *s)
{
	int	width = 0, first = 1;
	size_t	n;

	while (*s != '\0') {
		n = strcspn(s, " ");
		if (width > 0 && width + (int)n > 70) {
			putchar('\n');
			width = 0;
		} else if (width > 0)
			width += printf(" ");
		if (width == 0 && (*s == '.' || *s == '\''))
			fputs("\\&", stdout);
		if (first && *s >= 'a' && *s <= 'z')
			width += printf("%c%.*s", *s - 'a' + 'A', (int)n - 1,
			    s + 1);
		else
			width += printf("%.*s", (int)n, s);
		first = 0;
		s += n;
		s += strspn(s, " ");
	}
	puts(".");
}

/* "draft (brouillon), todo (à faire)", a line of mdoc each. */
static void
values(const char *en, const char *fr, const char *lead)
{
	char	*list = mem_strdup(en), *list_fr = mem_strdup(fr);
	char	*e = list, *f = list_fr, *v, *w;

	puts(lead);
	while ((v = strsep(&e, "|")) != NULL) {
		w = strsep(&f, "|");
		printf(".Cm %s", v);
		if (strcmp(v, w) != 0)
			printf(" Pq Em %s", w);
		puts(e != NULL ? " ," : " .");
	}
	free(list);
	free(list_fr);
}

static const char *
type_words(const struct column *c)
{
	switch (c->type) {
	case COL_ID:
	case COL_CODE:
		return "identifier";
	case COL_REF:
	case COL_OPENREF:
		return "reference";
	case COL_REFS:
	case COL_OPENREFS:
		return "references";
	case COL_DATE:
		return "date";
	case COL_MONTH:
		return "month";
	case COL_INT:
		return "whole number";
	case COL_DEC:
		return "decimal";
	case COL_SCORE:
		return "score";
	case COL_ENUM:
		return "word";
	case COL_ENUMS:
		return "words";
	case COL_COUNTS:
		return "counts";
	default:
		return "text";
	}
}

/* Whether a command of this version uses the table of an open reference. */
static int
in_use(const char *word)
{
	return (schema_find(schema_open(word))->flags & TABLE_LATER) == 0;
}

/* "change:ID, level:CHANGE/N" of those in `words` that are in use. */
static void
open_words(const char *words)
{
	char	*list, *rest, *w, *next;

	list = rest = mem_strdup(words);
	w = strsep(&rest, " ");
	for (; w != NULL; w = next) {
		do
			next = strsep(&rest, " ");
		while (next != NULL && !in_use(next));
		printf(".Ql %s:%s %s\n", w, strcmp(w, "level") == 0 ?
		    "CHANGE/N" : "ID", next != NULL ? "," : ".");
	}
	free(list);
}

/* The table that ids are of, or the words of an open reference. */
static void
references(const struct column *c)
{
	if (c->type == COL_REF || c->type == COL_REFS ||
	    c->type == COL_COUNTS) {
		puts(c->type == COL_REFS ? "Identifiers of" : "Identifier of");
		printf(".Pa %s.csv .\n", c->ref);
	} else if (strlen(c->ref) > 60)
		puts("Of any table, see\n.Sx IDENTIFIERS AND REFERENCES .");
	else {
		puts(c->type == COL_OPENREF ? "One of" : "Some of");
		open_words(c->ref);
	}
}

static void
column(const struct column *c)
{
	printf(".It Cm %s%s", c->name, c->type == COL_LANG ? "_ Ns Ar xx" : "");
	if (strcmp(c->name, c->fr) != 0)
		printf(" Pq Em %s%s", c->fr, c->type == COL_LANG ?
		    "_ Ns Ar xx" : "");
	printf("\n.Pq %s%s%s\n", type_words(c),
	    c->flags & COL_KEY ? ", key" : "",
	    c->flags & COL_NEED ? ", needed" : "");
	sentence(c->what);
	if (c->type == COL_INT && c->hi > 0 && c->hi < 1000000)
		printf("From %lld to %lld.\n", (long long)c->lo,
		    (long long)c->hi);
	if (c->values != NULL)
		values(c->values, c->values_fr, c->type == COL_SCORE ?
		    "Also" : "One of");
	if (c->ref != NULL)
		references(c);
}

static void
table(const struct schema *s)
{
	const struct column	*c;

	printf(".Ss %s.csv\n", s->name);
	sentence(s->what);
	if (s->flags & TABLE_FROZEN)
		puts("A round keeps its own copy.");
	if (s->flags & TABLE_VISIBLE)
		puts("Rows whose\n.Cm visibility\nis\n.Ql private\n"
		    "lie in the file of the same name in the private folder.");
	puts(".Bl -tag -width Ds");
	for (c = s->cols; c->name != NULL; c++)
		column(c);
	puts(".El");
}

static void
tables(unsigned private)
{
	const struct schema	*s;

	for (s = schema_tables; s->name != NULL; s++)
		if ((s->flags & TABLE_LATER) == 0 &&
		    (s->flags & TABLE_PRIVATE) == private)
			table(s);
}

static void
setting(const struct setting *s)
{
	printf(".It Cm %s%s\n", s->key, s->type == COL_LANG ? "_ Ns Ar xx" : "");
	sentence(s->what);
	if (s->values != NULL)
		values(s->values, s->values_fr, "One of");
	if (s->type == COL_INT)
		printf("From %lld to %lld.\n", (long long)s->lo,
		    (long long)s->hi);
	if (s->type == COL_DATE)
		puts("A date.");
	if (s->preset[0] != '\0')
		printf("Without it\n.Ql %s\nholds.\n", s->preset);
}

static void
settings(void)
{
	const struct setting	*s;

	puts(".Bl -tag -width Ds");
	for (s = schema_settings; s->key != NULL; s++)
		setting(s);
	puts(".El");
}

/* The words that the log may refer to are all there are. */
static const char *
any(void)
{
	const struct schema	*s = schema_find("log");

	return s->cols[schema_col(s, "refs")].ref;
}

int
main(void)
{
	char	*line = NULL;
	size_t	 cap = 0;

	while (getline(&line, &cap, stdin) > 0) {
		if (strcmp(line, "@settings@\n") == 0)
			settings();
		else if (strcmp(line, "@words@\n") == 0)
			open_words(any());
		else if (strcmp(line, "@tables@\n") == 0)
			tables(0);
		else if (strcmp(line, "@private@\n") == 0)
			tables(TABLE_PRIVATE);
		else
			fputs(line, stdout);
	}
	free(line);
	return ferror(stdin) || fclose(stdout) != 0 ? 2 : 0;
}
