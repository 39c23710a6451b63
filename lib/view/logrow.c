/* One row of the log whole, and what refers to it. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/utf.h"
#include "view/list.h"
#include "view/logtext.h"

#define WIDTH	78

/* What people call a column, in the order of reading. */
struct label {
	const char	*column, *words;
};

static const struct label	contact[] = {
	{ "id", N_("id") }, { "date", N_("date") }, { "mode", N_("how") },
	{ "author", N_("who") }, { "theme", N_("theme") },
	{ "minutes", N_("minutes") }, { "persons", N_("persons") },
	{ "women", N_("of them women") }, { "refs", N_("about") },
	{ "summary", N_("summary") }, { "agreed", N_("agreed") },
	{ "visibility", N_("who may read it") }, { NULL, NULL }
}, seen[] = {
	{ "id", N_("id") }, { "date", N_("date") },
	{ "what", N_("what changed") }, { "for_whom", N_("for whom") },
	{ "seen_by", N_("seen by") }, { "ref", N_("about") },
	{ "evidence", N_("what shows it") },
	{ "visibility", N_("who may read it") }, { NULL, NULL }
}, lesson[] = {
	{ "id", N_("id") }, { "kind", N_("kind") },
	{ "state", N_("where it stands") }, { "cycle", N_("cycle") },
	{ "theme", N_("theme") }, { "happened", N_("what happened") },
	{ "assumed", N_("what we assumed") },
	{ "now_know", N_("what we know now") },
	{ "applies_when", N_("it applies when") },
	{ "new_practice", N_("new practice") }, { "how_to", N_("how to") },
	{ "file", N_("file") }, { "owner", N_("who") },
	{ "check_on", N_("check on") }, { "taken_from", N_("taken from") },
	{ "ref", N_("about") }, { "visibility", N_("who may read it") },
	{ NULL, NULL }
}, difficulty[] = {
	{ "id", N_("id") }, { "date", N_("date") },
	{ "what", N_("what is in the way") }, { "category", N_("kind") },
	{ "severity", N_("how grave") }, { "raised_by", N_("raised by") },
	{ "assigned_to", N_("who answers") }, { "due", N_("by when") },
	{ "answer", N_("answer") }, { "answered_on", N_("answered on") },
	{ "closed_on", N_("over since") },
	{ "visibility", N_("who may read it") }, { NULL, NULL }
}, story[] = {
	{ "id", N_("id") }, { "date", N_("date") }, { "domain", N_("about") },
	{ "actor", N_("who changed") }, { "text", N_("story") },
	{ "contribution", N_("what helped") },
	{ "consent", N_("its teller agrees") },
	{ "selected_by", N_("chosen by") }, { "selected_why", N_("because") },
	{ "visibility", N_("who may read it") }, { NULL, NULL }
};

static const struct {
	const char		*table, *word;
	const struct label	*labels;
} rows[] = {
	{ "log", "log", contact }, { "small-changes", "small-change", seen },
	{ "lessons", "lesson", lesson },
	{ "difficulties", "difficulty", difficulty },
	{ "stories", "story", story }
};

static size_t
kind_of(const struct table *t)
{
	size_t	i = 0;

	while (strcmp(rows[i].table, t->schema->name) != 0)
		i++;
	return i;
}

struct page {
	FILE		*fp;
	int		 md;
	const char	*next;
};

static void
page_line(const char *line, size_t n, void *arg)
{
	struct page	*p = arg;

	fprintf(p->fp, "%s%.*s\n", p->next, (int)n, line);
	p->next = "    ";
}

/* "label: text", wrapped; nothing where there is no text. */
static void
put(struct page *p, const char *label, const char *text)
{
	char	*line, *clean;

	if (*text == '\0')
		return;
	if (p->md) {
		clean = list_md(text);
		line = mem_printf(_("%s: %s"), label, clean);
		fprintf(p->fp, "- %s\n", line);
	} else {
		line = mem_printf(_("%s: %s"), label, text);
		clean = msg_clean(line, strlen(line));
		p->next = "";
		utf_wrap(clean, WIDTH - 4, page_line, p);
	}
	free(clean);
	free(line);
}

/* A cell in people's words; buf is for a day. */
static const char *
cell_words(const struct table *t, size_t row, const char *column, char *buf,
    size_t size)
{
	const struct column	*c = &t->schema->cols[schema_col(t->schema,
				    column)];
	const char		*v = cell(t, row, column);

	if (c->type == COL_DATE && *v != '\0')
		return date_words(buf, size, cell_day(t, row, column));
	if (strcmp(column, "mode") == 0)
		return log_mode_words(v);
	if (strcmp(column, "kind") == 0)
		return log_kind_words(v);
	if (strcmp(column, "state") == 0)
		return log_state_words(v);
	if (strcmp(column, "category") == 0)
		return difficulty_category_words(v);
	if (strcmp(column, "severity") == 0)
		return difficulty_severity_words((int)cell_int(t, row,
		    column, 0));
	if (strcmp(column, "consent") == 0)
		return strcmp(v, "yes") == 0 ? _("yes") : _("no");
	/* That the team may read it needs no word. */
	if (strcmp(column, "visibility") == 0 && (strcmp(v, "team") == 0 ||
	    strcmp(v, "private") == 0))
		return "";
	if (strcmp(column, "visibility") == 0 && strcmp(lang_now(),
	    "fr") == 0)
		return schema_value_fr(c, v, buf);
	return v;
}

/* Whether one of several references is this one. */
static int
refers(const char *refs, const char *ref)
{
	size_t	n;

	for (; *refs != '\0'; refs += n, refs += strspn(refs, " ")) {
		n = strcspn(refs, " ");
		if (strlen(ref) == n && strncmp(refs, ref, n) == 0)
			return 1;
	}
	return 0;
}

/* What others noted about it: who took a lesson up, what became of it. */
static void
put_about(struct page *p, const struct log_book *b, const char *ref)
{
	char	*line, day[64];
	size_t	 i;

	for (i = 0; i < b->nseen; i++) {
		if (b->seen[i].private || !refers(b->seen[i].ref, ref))
			continue;
		date_words(day, sizeof(day), b->seen[i].date);
		line = *b->seen[i].for_whom != '\0' ?
		    mem_printf("%s · %s (%s)", b->seen[i].what,
		    b->seen[i].for_whom, day) :
		    mem_printf("%s (%s)", b->seen[i].what, day);
		put(p, _("small change"), line);
		free(line);
	}
	for (i = 0; i < b->ncontacts; i++) {
		if (b->contacts[i].private ||
		    !refers(b->contacts[i].refs, ref))
			continue;
		line = mem_printf("%s (%s)", b->contacts[i].summary,
		    date_words(day, sizeof(day), b->contacts[i].date));
		put(p, log_mode_words(b->contacts[i].mode), line);
		free(line);
	}
}

/* Prose line by line, so that nothing in it can steer the terminal. */
static void
put_prose(FILE *fp, const char *prose)
{
	const char	*p = prose, *end;
	char		*clean;

	fputc('\n', fp);
	for (; *p != '\0'; p = *end != '\0' ? end + 1 : end) {
		end = p + strcspn(p, "\n");
		clean = msg_clean(p, (size_t)(end - p) -
		    (end > p && end[-1] == '\r'));
		fprintf(fp, "%s\n", clean);
		free(clean);
	}
}

/* All cells under the schema's names, and the prose behind them. */
static void
put_cells(FILE *fp, enum form form, const struct table *t, size_t row,
    const char *prose)
{
	int		  n = schema_ncols(t->schema), i;
	const char	**names = mem_calloc((size_t)n + 2, sizeof(*names));
	const char	**cells = mem_calloc((size_t)n + 1, sizeof(*cells));
	struct list	 *l;

	for (i = 0; i < n; i++) {
		names[i] = t->schema->cols[i].name;
		cells[i] = cell(t, row, names[i]);
	}
	if (strcmp(t->schema->name, "log") == 0) {
		names[n] = "prose";
		cells[n] = prose;
	}
	l = list_begin(fp, form, names, NULL);
	for (i = 0; i < n; i++)
		if (t->schema->cols[i].type == COL_INT)
			list_numeric(l, names[i]);
	list_row(l, cells);
	list_end(l);
	free(cells);
	free(names);
}

void
logtext_row(FILE *fp, enum form form, const struct table *t, size_t row,
    const char *prose, const struct log_book *b)
{
	size_t			 k = kind_of(t);
	const struct label	*l;
	struct page		 p = { fp, form == FORM_MD, "" };
	char			 buf[128], *ref;

	if (form == FORM_CSV || form == FORM_JSON) {
		put_cells(fp, form, t, row, prose);
		return;
	}
	if (t->secret)
		fprintf(fp, "%s%s\n", p.md ? "- " : "", _("PRIVATE: lies in "
		    "the private folder of this clone only"));
	for (l = rows[k].labels; l->column != NULL; l++)
		put(&p, _(l->words), cell_words(t, row, l->column, buf,
		    sizeof(buf)));
	if (!t->secret) {
		ref = mem_printf("%s:%s", rows[k].word, cell(t, row, "id"));
		put_about(&p, b, ref);
		free(ref);
	}
	if (prose != NULL && *prose != '\0')
		put_prose(fp, prose);
}
