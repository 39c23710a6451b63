/* The row that a person means: by its id, its beginning, words of its title. */
#include "model/edit_in.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/num.h"
#include "base/utf.h"

/* What a word of edit_find means: its table, where its title stands, which
 * column says that it is over, how it is called, and what lists it. */
struct kind {
	const char	*word, *table, *title, *done;
	const char	*shown, *list;
};

static const struct kind	kinds[] = {
	{ "action", "actions", "title", "done_on", N_("action"),
	    "cpm-plan list --all" },
	{ "step", "steps", "title", "done_on", N_("step"),
	    "cpm-plan list --all" },
	{ "change", "changes", "title", NULL, N_("change"),
	    "cpm-plan list --all" },
	{ "lesson", "lessons", "now_know", NULL, N_("lesson"),
	    "cpm-log list lessons" },
	{ "difficulty", "difficulties", "what", "closed_on",
	    N_("difficulty"), "cpm-log list difficulties" },
	{ "story", "stories", "text", NULL, N_("story"),
	    "cpm-log list stories" },
	{ "log", "log", "summary", NULL, N_("contact"), "cpm-log list" },
	{ "small-change", "small-changes", "what", NULL,
	    N_("small change"), "cpm-log list seen" },
	{ "indicator", "indicators", "label", NULL, N_("indicator"),
	    "cpm-plan indicator" },
	/* These are only referred to; their own commands list them. */
	{ "finding", "findings", "text", NULL, NULL, NULL },
	{ "session", "sessions", "theme", NULL, NULL, NULL },
	{ "dimension", "dimensions", "label", NULL, NULL, NULL },
	{ "criterion", "criteria", "label", NULL, NULL, NULL },
	{ "cycle", "cycles", "objective", NULL, NULL, NULL },
	{ NULL, NULL, NULL, NULL, NULL, NULL }
};

static const struct kind *
kind_of(const char *word, size_t n)
{
	const struct kind	*k;

	for (k = kinds; k->word != NULL; k++)
		if (strlen(k->word) == n && strncmp(k->word, word, n) == 0)
			return k;
	return NULL;
}

const char *
edit_row_called(const struct table *t, size_t row)
{
	const char		*name = t->schema->name, *title = "";
	const struct kind	*k;
	int			 c;

	for (k = kinds; k->word != NULL && strcmp(k->table, name) != 0; k++)
		;
	if (k->word != NULL && !t->secret) {
		c = schema_col(t->schema, k->title);
		title = t->schema->cols[c].type == COL_LANG ? cell_label(t,
		    row, k->title, lang_now(), NULL) : cell(t, row, k->title);
	}
	return *title != '\0' ? title : cell(t, row, "id");
}

const char *
edit_called(const struct found *f)
{
	if (strcmp(f->word, "level") != 0)
		return edit_row_called(f->table, f->row);
	return f->row < f->table->nrows && *cell(f->table, f->row,
	    "objective") != '\0' ? cell(f->table, f->row, "objective") : f->id;
}

static int
has_word(const char *words, const char *word)
{
	size_t		 n = strlen(word);
	const char	*s = words;

	while ((s = strstr(s, word)) != NULL) {
		if ((s == words || s[-1] == ' ') &&
		    (s[n] == ' ' || s[n] == '\0'))
			return 1;
		s += n;
	}
	return 0;
}

struct match {
	const struct kind *kind;
	struct table	*table;
	size_t		 row;
};

struct matches {
	struct match	*m;
	size_t		 n, cap;
};

enum how { HOW_ID, HOW_PREFIX, HOW_TITLE, HOW_WORDS };

/* Whether a title, or a label in any of its languages, has these words. */
static int
words_fit(const struct match *m, const char *plain, enum how how)
{
	const struct table	*t = m->table;
	int			 k, c, yes = 0;
	char			*title;

	k = schema_col(t->schema, m->kind->title);
	for (c = 0; c < t->ncols && !yes; c++) {
		if (t->col[c] != k)
			continue;
		title = utf_plain(cell_at(t, m->row, c));
		yes = how == HOW_TITLE ? strcmp(title, plain) == 0 :
		    strstr(title, plain) != NULL;
		free(title);
	}
	return yes;
}

static int
fits(const struct match *m, const char *typed, const char *plain, enum how how)
{
	const char	*id = cell(m->table, m->row, "id");

	if (how == HOW_ID)
		return strcmp(id, typed) == 0;
	if (how == HOW_PREFIX)
		return strncmp(id, typed, strlen(typed)) == 0;
	return words_fit(m, plain, how);
}

static int
is_done(const struct match *m)
{
	return m->kind->done != NULL &&
	    (*cell(m->table, m->row, m->kind->done) != '\0' ||
	    (strcmp(m->kind->word, "action") == 0 &&
	    cell_is(m->table, m->row, "status", "dropped")) ||
	    (strcmp(m->kind->word, "step") == 0 &&
	    *cell(m->table, m->row, "dropped_on") != '\0'));
}

static void
look_in(struct matches *ms, const struct kind *k, struct table *t,
    const char *typed, enum how how)
{
	struct match	 m = { k, t, 0 };
	char		*plain = utf_plain(typed);

	for (m.row = table_first(t); m.row < t->nrows;
	    m.row = table_next(t, m.row)) {
		if (!fits(&m, typed, plain, how))
			continue;
		ms->m = mem_grow(ms->m, ms->n, &ms->cap, sizeof(*ms->m));
		ms->m[ms->n++] = m;
	}
	free(plain);
}

static void
look(struct edit *e, struct matches *ms, const char *typed, const char *words,
    enum how how)
{
	const struct kind	*k;

	ms->n = 0;
	for (k = kinds; k->word != NULL; k++) {
		if (!has_word(words, k->word))
			continue;
		look_in(ms, k, project_table(e->p, k->table), typed, how);
		if (e->private && (schema_find(k->table)->flags &
		    TABLE_VISIBLE))
			look_in(ms, k, project_private(e->p, k->table), typed,
			    how);
	}
}

/* Of several that one for which `is` says no, if it is only one. */
static int
prefer(struct matches *ms, int (*is)(const struct match *))
{
	size_t	i, n = 0, at = 0;

	for (i = 0; i < ms->n; i++)
		if (!is(&ms->m[i])) {
			n++;
			at = i;
		}
	if (n != 1)
		return 0;
	ms->m[0] = ms->m[at];
	ms->n = 1;
	return 1;
}

static int
is_draft(const struct match *m)
{
	return is_done(m) || (strcmp(m->kind->word, "action") == 0 &&
	    cell_is(m->table, m->row, "status", "draft"));
}

static int
goes_on(const struct match *m)
{
	return !is_done(m);
}

/* A change that is only proposed, or over: levels and actions have none. */
static int
is_not_at_work(const struct match *m)
{
	return strcmp(m->kind->word, "change") == 0 &&
	    !cell_is(m->table, m->row, "state", "chosen");
}

/* Of several that begin alike the one whose title was typed whole. */
static void
keep_titled(struct matches *ms, const char *typed)
{
	char	*plain = utf_plain(typed);
	size_t	 i, n = 0, at = 0;

	for (i = 0; i < ms->n; i++)
		if (words_fit(&ms->m[i], plain, HOW_TITLE)) {
			n++;
			at = i;
		}
	if (n == 1) {
		ms->m[0] = ms->m[at];
		ms->n = 1;
	}
	free(plain);
}

/* The words of a row; NULL where it has none that may be said. */
static const char *
title_of(const struct match *m)
{
	const char	*title = edit_row_called(m->table, m->row);

	return strcmp(title, cell(m->table, m->row, "id")) != 0 ? title : NULL;
}

/* Whether they are of several tables: ids alone would not say which. */
static int
are_mixed(const struct matches *ms)
{
	size_t	i;

	for (i = 1; i < ms->n; i++)
		if (ms->m[i].kind != ms->m[0].kind)
			return 1;
	return 0;
}

#define NAMED	6	/* how many that fit are named */

static void
say_several(const char *typed, const struct matches *ms)
{
	const struct match	*m;
	const char		*title;
	size_t			 i;
	int			 mixed = are_mixed(ms);

	msg_fault(NULL, N_("'%s' may be several; which one?"), typed);
	for (i = 0; i < ms->n && i < NAMED; i++) {
		m = &ms->m[i];
		title = title_of(m);
		msg_hint("%s%s%s  %s", mixed ? m->kind->word : "",
		    mixed ? ":" : "", cell(m->table, m->row, "id"),
		    title != NULL ? title :
		    m->table->secret ? _("(private)") : "");
	}
	if (ms->n > NAMED)
		msg_hint(N_("and %d more"), (int)(ms->n - NAMED));
}

/* What was looked for; buf is for the longest. */
static const char *
word_shown(struct edit *e, const char *words, char *buf, size_t size)
{
	const struct kind	*k = kind_of(words, strlen(words));

	if (k != NULL)
		return _(k->shown);
	if (has_word(words, "log"))
		return _("row of the log");
	snprintf(buf, size, _("action, step, %s or change"),
	    project_level_now(e->p));
	return buf;
}

static void
say_none(struct edit *e, const char *typed, const char *words)
{
	const struct kind *k = kind_of(words, strlen(words));
	struct matches	 all = { NULL, 0, 0 };
	const char	**ids, *near;
	char		 word[160];
	size_t		 i;

	look(e, &all, "", words, HOW_PREFIX);
	ids = mem_calloc(all.n + 1, sizeof(*ids));
	for (i = 0; i < all.n; i++)
		ids[i] = cell(all.m[i].table, all.m[i].row, "id");
	near = msg_nearest_id(typed, ids);
	msg_fault(NULL, N_("no such %s: '%s'"), word_shown(e, words,
	    word, sizeof(word)), typed);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else
		msg_hint(N_("'%s' shows what there is"), k != NULL ? k->list :
		    has_word(words, "log") ? "cpm-log list" :
		    "cpm-plan list --all");
	free(ids);
	free(all.m);
}

static void
note_taken(struct edit *e, const char *typed, const struct match *m)
{
	const char	*id = cell(m->table, m->row, "id");
	const char	*title = title_of(m);

	if (title != NULL)
		edit_note(e, N_("'%s' is taken as '%s' (%s)"), typed, title,
		    id);
	else
		edit_note(e, N_("'%s' is taken as %s"), typed, id);
}

/* The one row meant, without levels. */
static int
find_row(struct edit *e, const char *typed, const char *words,
    struct match *out)
{
	struct matches	ms = { NULL, 0, 0 };
	int		how, rc = -1, guess = 0;

	for (how = HOW_ID; how <= HOW_WORDS && ms.n == 0; how++) {
		if (*typed == '\0')
			break;
		look(e, &ms, typed, words, (enum how)how);
	}
	if (ms.n > 1 && how - 1 == HOW_PREFIX)
		keep_titled(&ms, typed);
	if (ms.n > 1)
		guess = (e->at_work && prefer(&ms, is_not_at_work)) ||
		    prefer(&ms, e->over ? goes_on : is_done) ||
		    (!e->drafts && !e->over && prefer(&ms, is_draft));
	if (ms.n == 1) {
		*out = ms.m[0];
		if (how - 1 == HOW_WORDS || guess)
			note_taken(e, typed, out);
		rc = 0;
	} else if (ms.n > 1)
		say_several(typed, &ms);
	else
		say_none(e, typed, words);
	free(ms.m);
	return rc;
}

/* "CHANGE/2"; 1 if that is what was typed, 0 if not, -1 (said). */
static int
find_level(struct edit *e, const char *typed, struct found *f)
{
	const char	*slash = strrchr(typed, '/');
	struct match	 m;
	int64_t		 n;
	char		*change;
	int		 rc, at_work = e->at_work;

	if (slash == NULL || num_int(slash + 1, 1, 99, &n) != 0)
		return 0;
	change = mem_strndup(typed, (size_t)(slash - typed));
	e->at_work = 1;
	rc = find_row(e, change, "change", &m);
	e->at_work = at_work;
	free(change);
	if (rc != 0)
		return -1;
	f->word = "level";
	f->id = cell(m.table, m.row, "id");
	f->level = (int)n;
	f->table = project_table(e->p, "levels");
	change = mem_printf("%d", f->level);
	f->row = table_find_by(f->table, "change", f->id, "level", change,
	    NULL);
	free(change);
	snprintf(f->ref, sizeof(f->ref), "level:%s/%d", f->id, f->level);
	return 1;
}

static void
set_found(struct found *f, const struct match *m)
{
	memset(f, 0, sizeof(*f));
	f->word = m->kind->word;
	f->table = m->table;
	f->row = m->row;
	f->id = cell(m->table, m->row, "id");
	snprintf(f->ref, sizeof(f->ref), "%s:%s", f->word, f->id);
}

/* "action:WORDS" asks one table only; what follows the word is returned. */
static const char *
without_word(const char *typed, const char **words)
{
	const char		*colon = strchr(typed, ':');
	const struct kind	*k;

	if (colon == NULL || (k = kind_of(typed, (size_t)(colon - typed))) ==
	    NULL || !has_word(*words, k->word))
		return typed;
	*words = k->word;
	return colon + 1;
}

int
edit_find_title(struct edit *e, const char *typed, const char *words,
    struct found *f)
{
	struct matches	 ms = { NULL, 0, 0 };
	const char	*text = without_word(typed, &words);
	int		 how, rc = 0, private = e->private;

	/* What is private is referred to by nothing; a draft may well be. */
	e->private = 0;
	for (how = HOW_TITLE; *text != '\0' && how <= HOW_WORDS && ms.n == 0;
	    how++)
		look(e, &ms, text, words, (enum how)how);
	e->private = private;
	if (ms.n > 1)
		prefer(&ms, is_done);
	if (ms.n == 1) {
		set_found(f, &ms.m[0]);
		note_taken(e, typed, &ms.m[0]);
		rc = 1;
	} else if (ms.n > 1) {
		say_several(typed, &ms);
		rc = -1;
	}
	free(ms.m);
	return rc;
}

int
edit_find(struct edit *e, const char *typed, const char *words,
    struct found *f)
{
	struct match	m;
	int		rc;

	memset(f, 0, sizeof(*f));
	if (strncmp(typed, "level:", 6) == 0 && has_word(words, "level"))
		typed += 6;
	else
		typed = without_word(typed, &words);
	if (has_word(words, "level") && (rc = find_level(e, typed, f)) != 0)
		return rc < 0 ? -1 : 0;
	if (find_row(e, typed, words, &m) != 0)
		return -1;
	set_found(f, &m);
	return 0;
}
