/* A sheet of an XLSForm from its CSV file. */
#include "intake/xlsform_in.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/msg.h"
#include "base/utf.h"
#include "intake/words.h"
#include "table/reader.h"

/* --- the file ---------------------------------------------------------------- */

/* "survey.csv", or what a spreadsheet makes of "form.xlsx": "form-survey.csv". */
static int
is_file_of(const char *name, const char *which)
{
	size_t	n = strlen(name), k = strlen(which);

	if (n < k + 4 || strcasecmp(name + n - 4, ".csv") != 0 ||
	    strncasecmp(name + n - 4 - k, which, k) != 0)
		return 0;
	return n == k + 4 || (name[0] != '.' &&
	    strchr("-_ .", name[n - 5 - k]) != NULL);
}

/* The path of the file; NULL where there is none, *two where there are more. */
static char *
find_file(const char *dir, const char *which, int *two)
{
	DIR		*dp = opendir(dir);
	struct dirent	*d;
	char		*best = NULL, *path;
	int		 n = 0;

	while (dp != NULL && (d = readdir(dp)) != NULL) {
		if (!is_file_of(d->d_name, which))
			continue;
		n++;
		/* The plain name wins over one beside it. */
		if (best == NULL || strcasecmp(d->d_name + strlen(which),
		    ".csv") == 0) {
			free(best);
			best = mem_strdup(d->d_name);
		}
	}
	if (dp != NULL)
		closedir(dp);
	*two = n > 1 && strcasecmp(best + strlen(which), ".csv") != 0;
	if (best == NULL)
		return NULL;
	path = mem_printf("%s%s%s", dir, dir[0] != '\0' &&
	    dir[strlen(dir) - 1] == '/' ? "" : "/", best);
	free(best);
	return path;
}

/* --- the header ----------------------------------------------------------------- */

static const struct {
	const char	*name;
	int		 what;
} columns[] = {
	{ "type", X_TYPE }, { "name", X_NAME }, { "value", X_NAME },
	{ "list_name", X_LIST }, { "list name", X_LIST },
	{ "form_title", X_TITLE }, { "form title", X_TITLE },
	{ "title", X_TITLE }, { "default_language", X_DEFAULT },
	{ "default language", X_DEFAULT }
};

/* "label::Français (fr)", also with one ':'. */
static void
take_words(struct xsheet *s, int col, const char *header, int hint)
{
	struct place	 at = { s->shown, 1, 0, header };
	const char	*lang = strchr(header, ':');
	struct xwords	*w;
	size_t		 i;

	s->words = mem_grow(s->words, s->nwords, &s->capwords,
	    sizeof(*s->words));
	w = &s->words[s->nwords];
	memset(w, 0, sizeof(*w));
	w->col = col;
	w->hint = hint;
	if (lang != NULL && xlsform_lang_code(w->lang, lang +
	    strspn(lang, ": ")) != 0) {
		msg_fault(&at, N_("nothing tells which language this is"));
		msg_hint(N_("its two letters can stand behind its name: %s"),
		    "label::Fulfulde (ff)");
		return;
	}
	for (i = 0; i < s->nwords; i++)
		if (s->words[i].hint == hint &&
		    strcmp(s->words[i].lang, w->lang) == 0) {
			msg_fault(&at, N_("a second column for the same "
			    "language"));
			return;
		}
	s->nwords++;
}

static void
take_column(struct xsheet *s, int col, const char *header)
{
	char	*plain = utf_plain(header);
	size_t	 n = strcspn(plain, ":"), i;

	while (n > 0 && plain[n - 1] == ' ')
		n--;
	if (n == 5 && strncmp(plain, "label", 5) == 0)
		take_words(s, col, header, 0);
	else if (n == 4 && strncmp(plain, "hint", 4) == 0)
		take_words(s, col, header, 1);
	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (strcmp(plain, columns[i].name) == 0 &&
		    s->at[columns[i].what] < 0)
			s->at[columns[i].what] = col;
	free(plain);
}

static char *
trimmed(struct arena *a, const char *text)
{
	char	*s = arena_str(a, text);

	words_trim(s, strlen(text) + 1, text);
	return s;
}

static void
take_header(struct xsheet *s, const struct record *r)
{
	int	i;

	s->ncols = r->n;
	s->header = mem_calloc((size_t)r->n + 1, sizeof(*s->header));
	for (i = 0; i < r->n; i++) {
		s->header[i] = trimmed(&s->arena, r->f[i]);
		take_column(s, i, s->header[i]);
	}
}

static void
take_row(struct xsheet *s, const struct record *r)
{
	struct xrow	*row;
	int		 i, any = 0;

	for (i = 0; i < r->n && !any; i++)
		any = r->f[i][strspn(r->f[i], " \t\r\n")] != '\0';
	if (!any)
		return;
	s->rows = mem_grow(s->rows, s->n, &s->cap, sizeof(*s->rows));
	row = &s->rows[s->n++];
	row->line = r->line;
	row->n = r->n;
	row->f = arena_alloc(&s->arena, (size_t)r->n * sizeof(*row->f));
	for (i = 0; i < r->n; i++)
		row->f[i] = trimmed(&s->arena, r->f[i]);
}

int
xsheet_read(struct xsheet *s, const char *dir, const char *which)
{
	struct reader	*rd;
	struct record	 r;
	struct place	 at = { NULL, 0, 0, NULL };
	int		 i, two, rc = 1;

	memset(s, 0, sizeof(*s));
	arena_init(&s->arena);
	for (i = 0; i < X_COUNT; i++)
		s->at[i] = -1;
	if ((s->shown = find_file(dir, which, &two)) == NULL)
		return 0;
	at.file = s->shown;
	if (two) {
		at.file = dir;
		msg_fault(&at, N_("two files could be the sheet '%s': keep "
		    "one of them here"), which);
		return -1;
	}
	rd = reader_open(s->shown, s->shown, READER_RAGGED | READER_EOF_OK, 0);
	if (rd == NULL)
		return -1;
	if (reader_next(rd, &r)) {
		take_header(s, &r);
		while (reader_next(rd, &r))
			take_row(s, &r);
	} else if (reader_faults(rd) == 0) {
		msg_fault(&at, N_("empty: not even a header"));
		rc = -1;
	}
	if (reader_faults(rd) != 0)
		rc = -1;
	else
		dialect_say(reader_dialect(rd), s->shown);
	reader_close(rd);
	return rc;
}

void
xsheet_free(struct xsheet *s)
{
	arena_free(&s->arena);
	free(s->shown);
	free(s->header);
	free(s->words);
	free(s->rows);
}

/* --- cells ------------------------------------------------------------------------ */

static const char *
cell_of(const struct xsheet *s, size_t row, int col)
{
	return col >= 0 && row < s->n && col < s->rows[row].n ?
	    s->rows[row].f[col] : "";
}

const char *
xsheet_cell(const struct xsheet *s, size_t row, int what)
{
	return cell_of(s, row, s->at[what]);
}

const char *
xsheet_words(struct xsheet *s, size_t row, int hint, const char *lang,
    const char *def)
{
	const char	*found = "";
	char		*clean, *kept;
	size_t		 i;

	for (i = 0; i < s->nwords; i++) {
		if (s->words[i].hint != hint)
			continue;
		/* One that names the language wins over one that names none. */
		if (strcmp(s->words[i].lang, lang) == 0)
			found = cell_of(s, row, s->words[i].col);
		else if (s->words[i].lang[0] == '\0' && *found == '\0' &&
		    strcmp(lang, def) == 0)
			found = cell_of(s, row, s->words[i].col);
		else
			continue;
		if (s->words[i].lang[0] != '\0' && *found != '\0')
			break;
	}
	if (*found == '\0')
		return "";
	clean = xtext_clean(found);
	kept = arena_str(&s->arena, clean);
	free(clean);
	return kept;
}

struct place
xsheet_place(const struct xsheet *s, size_t row, int what)
{
	struct place	at = { s->shown, row < s->n ? s->rows[row].line : 0, 0,
			    NULL };

	if (what >= 0 && s->at[what] >= 0)
		at.column = s->header[s->at[what]];
	return at;
}

void
xsheet_refs(const struct xsheet *s, size_t row)
{
	struct place	at = xsheet_place(s, row, -1);
	size_t		i;

	for (i = 0; i < s->nwords; i++) {
		if (strstr(cell_of(s, row, s->words[i].col), "${") == NULL)
			continue;
		at.column = s->header[s->words[i].col];
		msg_fault(&at, N_("'${' stands for the answer to another "
		    "question, which a framework has not: write it in "
		    "words"));
	}
}
