/*
 * An export of the month's form: a line a submission, a column a question.
 * Questions are known by name or by label in any language, with or without
 * the groups before them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "intake/month_in.h"
#include "intake/source.h"
#include "intake/words.h"

#define LINES_MAX	9	/* of what was not planned, in older forms too */

/* What a name or label stands for. */
struct known_as {
	char			*key;
	enum month_kind		 kind;
	enum month_field	 f;
	const char		*id;
	int			 two;	/* or something else */
	UT_hash_handle		 hh;
};

struct column_told {
	const struct known_as	*is;	/* NULL: none of ours */
	const char		*header;
	enum known		 number;	/* of the submission */
	int			 silent;	/* the program's own */
	int			 filled;
};

struct wide {
	struct told_all		*all;
	struct project		*p;
	const struct month_ask	*ask;
	enum source		 source;
	struct known_as		*names, *labels;
	struct column_told	*col;
	int			 n;
	int			 order;
};

/* --- what could be asked --------------------------------------------------------- */

static void
teach(struct wide *w, struct known_as **map, const char *key,
    enum month_kind kind, enum month_field f, const char *id)
{
	struct known_as	*k;

	HASH_FIND_STR(*map, key, k);
	if (k != NULL) {
		k->two |= k->f != f || strcmp(k->id, id) != 0;
		return;
	}
	k = arena_alloc(&w->all->arena, sizeof(*k));
	k->key = arena_str(&w->all->arena, key);
	k->kind = kind;
	k->f = f;
	k->id = id;
	HASH_ADD_KEYPTR(hh, *map, k->key, strlen(k->key), k);
}

static void
teach_line(struct wide *w, enum month_kind kind, const char *id,
    const char *title, int names)
{
	const char		*name, *asks;
	enum month_field	 f;
	char			*key, *plain;
	size_t			 i;

	for (i = 0; (f = month_question(kind, i, &name, &asks)) != MF_COUNT;
	    i++) {
		if (names) {
			key = month_question_name(kind, id, name);
			teach(w, &w->names, key, kind, f, id);
		} else {
			key = month_question_label(title, asks);
			plain = words_plain(key);
			if (*plain != '\0')
				teach(w, &w->labels, plain, kind, f, id);
			free(plain);
		}
		free(key);
	}
}

static void
teach_table(struct wide *w, const char *table, enum month_kind kind, int names)
{
	const struct table	*t = project_table(w->p, table);
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		teach_line(w, kind, cell(t, i, "id"), cell(t, i, "title"),
		    names);
}

/* Names once, labels in the language in use. */
static void
teach_all(struct wide *w, int names)
{
	struct month_line	 l = { MONTH_SMALL, NULL, NULL, 1, NULL };
	static const char *const words[] = { "seen", "meeting", "difficulty" };
	const char		*id;
	char			*title, *plain;
	int			 k;

	teach_table(w, "actions", MONTH_ACTION, names);
	teach_table(w, "steps", MONTH_STEP, names);
	for (k = 0; k < 3; k++)
		for (l.n = 1; l.n <= LINES_MAX; l.n++) {
			l.kind = (enum month_kind)(MONTH_SMALL + k);
			id = arena_printf(&w->all->arena, "%s-%d", words[k],
			    l.n);
			title = month_title(&l);
			teach_line(w, l.kind, id, title, names);
			free(title);
		}
	plain = names ? mem_strdup(MONTH_ASKED) :
	    words_plain(_(MONTH_ASKED_LABEL));
	teach(w, names ? &w->names : &w->labels, plain, MONTH_SMALL, MF_MONTH,
	    "");
	free(plain);
}

static void
teach_languages(struct wide *w)
{
	char	before[16];

	snprintf(before, sizeof(before), "%s", lang_now());
	teach_all(w, 1);
	lang_use("en");
	teach_all(w, 0);
	lang_use("fr");
	teach_all(w, 0);
	lang_use(before);
}

/* --- the columns ------------------------------------------------------------------- */

/* The question of a header: whole, then without the groups before it. */
static const struct known_as *
look_up(const struct wide *w, const char *header)
{
	const struct known_as	*k;
	const char		*s = header;
	char			*plain;

	for (;;) {
		HASH_FIND_STR(w->names, s, k);
		if (k == NULL) {
			plain = words_plain(s);
			HASH_FIND_STR(w->labels, plain, k);
			free(plain);
		}
		if (k != NULL || (s = strpbrk(s, "/.:-")) == NULL)
			return k;
		s++;
	}
}

/* 0, or -1 (said). */
static int
settle(struct wide *w, const struct record *header)
{
	struct place	at = { w->all->shown, header->line, 0, NULL };
	struct column_told *c;
	char		*trimmed;
	int		 i, any = 0, bad = 0;

	w->n = header->n;
	w->col = mem_calloc((size_t)w->n + 1, sizeof(*w->col));
	for (i = 0; i < w->n; i++) {
		c = &w->col[i];
		trimmed = arena_str(&w->all->arena, header->f[i]);
		words_trim(trimmed, strlen(trimmed) + 1, trimmed);
		c->header = trimmed;
		c->is = look_up(w, trimmed);
		c->number = c->is == NULL ? source_known(trimmed) : KNOWN_NONE;
		c->silent = *trimmed == '_' || c->number != KNOWN_NONE ||
		    source_meta(w->source, trimmed) != META_NOT;
		if (c->is == NULL)
			continue;
		any |= c->is->f != MF_MONTH;
		if (!c->is->two)
			continue;
		at.column = c->header;
		msg_fault(&at, N_("this label is of two questions"));
		msg_hint(N_("export with XML values and headers, not with "
		    "labels"));
		bad = 1;
	}
	at.column = NULL;
	if (!any)
		msg_fault(&at, N_("neither the month's sheet as a grid (id, "
		    "now) nor an export of its form"));
	return any && !bad ? 0 : -1;
}

/* --- the submissions ----------------------------------------------------------------- */

static const char *
cell_of(struct wide *w, const struct record *r, int i)
{
	char	*s;

	if (i >= r->n || source_unanswered(w->source, r->f[i]))
		return "";
	s = arena_str(&w->all->arena, r->f[i]);
	words_trim(s, strlen(s) + 1, s);
	return s;
}

/* The month that a submission tells of: 0, or -1 (said). */
static int
month_of(struct wide *w, const struct record *r, int *first, const char **col)
{
	struct place	at = { w->all->shown, r->line, 0, NULL };
	const char	*s;
	int		 i;

	for (i = 0; i < w->n; i++) {
		if (w->col[i].is == NULL || w->col[i].is->f != MF_MONTH ||
		    *(s = cell_of(w, r, i)) == '\0')
			continue;
		*col = at.column = w->col[i].header;
		if (month_met(s, w->order, first) == 0)
			return 0;
		msg_fault(&at, N_("not a month (2026-03)"));
		return -1;
	}
	if ((*first = w->ask->month) != DATE_NONE)
		return 0;
	msg_fault(&at, N_("which month is this sheet of?"));
	msg_hint(N_("--month 2026-03 says it for the whole file"));
	return -1;
}

/* A mark of the submission's number, or month and name. */
static const char *
key_of(struct wide *w, const struct record *r, int first, int *numbered)
{
	char		 digest[DIGEST_LEN], month[DATE_LEN];
	const char	*s, *best = NULL;
	enum known	 rank = KNOWN_NONE;
	int		 i;

	for (i = 0; i < w->n; i++)
		if (w->col[i].number != KNOWN_NONE &&
		    (best == NULL || w->col[i].number < rank) &&
		    *(s = cell_of(w, r, i)) != '\0') {
			best = s;
			rank = w->col[i].number;
		}
	month_str(month, first);
	*numbered = best != NULL;
	if (best == NULL)
		return arena_printf(&w->all->arena, "%s%s%s", month,
		    w->ask->sheet != NULL ? " " : "",
		    w->ask->sheet != NULL ? w->ask->sheet : "");
	slug_digest(digest, best, strlen(best));
	/* A plain sheet numbers its rows from 1 again next month. */
	return rank == KNOWN_ID && !source_is_program(w->source) ?
	    arena_printf(&w->all->arena, "%s %.12s", month, digest) :
	    arena_printf(&w->all->arena, "submission %.12s", digest);
}

static struct told *
line_of(struct sheet_told *s, const struct record *r,
    const struct known_as *k)
{
	struct told	*t;
	size_t		 i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->t[i].id, k->id) == 0)
			return &s->t[i];
	t = told_line(s, r->line, k->id);
	t->kind = k->kind;
	month_line_id(t->id, &t->kind, &t->n);
	return t;
}

/* A submission that is there twice in the file. */
static int
is_there(const struct wide *w, const struct record *r, const char *key)
{
	struct place	at = { w->all->shown, r->line, 0, NULL };
	size_t		i;

	for (i = 0; i < w->all->n; i++)
		if (strcmp(w->all->s[i].key, key) == 0)
			break;
	if (i == w->all->n)
		return 0;
	msg_fault(&at, N_("this sheet is there already, on line %ld"),
	    w->all->s[i].line);
	return 1;
}

static void
take(struct wide *w, const struct record *r)
{
	const struct known_as	*k;
	struct sheet_told	*s;
	struct told		*t;
	const char		*col = NULL, *key, *word;
	int			 first, i, numbered;

	if (month_of(w, r, &first, &col) != 0)
		return;
	key = key_of(w, r, first, &numbered);
	if (is_there(w, r, key))
		return;
	s = told_sheet(w->all, key, first);
	s->line = r->line;
	s->numbered = numbered;
	s->month_col = col;
	for (i = 0; i < w->n; i++) {
		word = cell_of(w, r, i);
		w->col[i].filled |= *word != '\0';
		if ((k = w->col[i].is) == NULL || k->f == MF_MONTH)
			continue;
		t = line_of(s, r, k);
		/* Of a column that is there twice the one that says something. */
		if (*t->f[k->f] == '\0') {
			t->f[k->f] = word;
			t->col[k->f] = w->col[i].header;
		}
	}
}

static void
say_unread(const struct wide *w, long line)
{
	struct place	at = { w->all->shown, line, 0, NULL };
	int		i;

	for (i = 0; i < w->n; i++) {
		if (w->col[i].is != NULL || w->col[i].silent ||
		    !w->col[i].filled)
			continue;
		at.column = w->col[i].header;
		msg_warn(&at, N_("this column is not read"));
	}
}

int
told_wide(struct told_all *all, struct project *p, struct reader *rd,
    const struct record *header, const struct month_ask *ask)
{
	const char	*order = project_get(p, "date_order");
	struct wide	 w = { .all = all, .p = p, .ask = ask,
			    .source = source_of(header) };
	struct record	 r;
	long		 line = header->line;
	int		 rc;

	w.order = *order == 'd' || *order == 'm' ? *order : 0;
	teach_languages(&w);
	if (source_short_rows(w.source))
		reader_allow_short(rd);
	if ((rc = settle(&w, header)) == 0) {
		while (reader_next(rd, &r))
			take(&w, &r);
		say_unread(&w, line);
	}
	HASH_CLEAR(hh, w.names);
	HASH_CLEAR(hh, w.labels);
	free(w.col);
	return rc;
}
