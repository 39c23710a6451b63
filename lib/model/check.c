/* Every fault in every file of a folder, in one run. */
#include "model/check.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ids.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/assess.h"
#include "model/framework.h"
#include "model/indicator.h"
#include "model/keep.h"
#include "model/log.h"
#include "model/plan.h"
#include "model/privacy.h"
#include "model/session.h"
#include "model/settings.h"

/* --- ids, by table ------------------------------------------------------ */

struct id {
	const char	*id;
	UT_hash_handle	 hh;
};

struct idset {
	struct idset	*next;
	const struct table *t;
	struct id	*map;
};

struct checker {
	struct project	*p;
	struct idset	*sets;
	struct ids	*levels;	/* "CHANGE/2", made when asked for */
	struct arena	 arena;
};

static struct id *
ids_of(struct checker *c, const struct table *t)
{
	struct idset	*s;
	struct id	*one;
	size_t		 i;
	int		 col;

	for (s = c->sets; s != NULL; s = s->next)
		if (s->t == t)
			return s->map;
	s = mem_calloc(1, sizeof(*s));
	s->t = t;
	s->next = c->sets;
	c->sets = s;
	col = t->at[0];
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		one = arena_alloc(&c->arena, sizeof(*one));
		one->id = cell_at(t, i, col);
		HASH_ADD_KEYPTR(hh, s->map, one->id, strlen(one->id), one);
	}
	return s->map;
}

static int
has_id(struct checker *c, const struct table *t, const char *id)
{
	struct id	*map = ids_of(c, t), *one;

	HASH_FIND_STR(map, id, one);
	return one != NULL;
}

/* Whether there is a level "CHANGE/2". */
static int
has_level(struct checker *c, const char *one)
{
	struct table	*t = project_table(c->p, "levels");
	size_t		 i;

	if (c->levels == NULL) {
		c->levels = ids_new();
		for (i = table_first(t); i < t->nrows; i = table_next(t, i))
			ids_add(c->levels, arena_printf(&c->arena, "%s/%s",
			    cell(t, i, "change"), cell(t, i, "level")), i);
	}
	return ids_at(c->levels, one, t->nrows) < t->nrows;
}

static void
checker_free(struct checker *c)
{
	struct idset	*s, *next;

	for (s = c->sets; s != NULL; s = next) {
		next = s->next;
		HASH_CLEAR(hh, s->map);
		free(s);
	}
	ids_free(c->levels);
	arena_free(&c->arena);
}

/* --- references --------------------------------------------------------- */

static int
is_grid(const char *name)
{
	return strcmp(name, "dimensions") == 0 ||
	    strcmp(name, "criteria") == 0 || strcmp(name, "groups") == 0;
}

/*
 * The table that a reference of this row means: a row of a round looks into
 * the framework that the round froze.
 */
static struct table *
target(struct checker *c, const struct table *t, size_t i, const char *name)
{
	const char	*round;
	struct table	*frozen;

	if (is_grid(name) && schema_col(t->schema, "round") >= 0) {
		round = cell(t, i, "round");
		if (*round != '\0' && table_find(project_table(c->p, "rounds"),
		    round) < project_table(c->p, "rounds")->nrows) {
			frozen = project_frozen(c->p, round, name);
			if (frozen->exists)
				return frozen;
		}
	}
	return project_table(c->p, name);
}

static int
known(struct checker *c, const struct table *t, size_t i, const char *name,
    const char *id)
{
	struct table	*in;

	if (strcmp(name, "groups") == 0 && (strcmp(id, "all") == 0 ||
	    strcmp(id, "agreed") == 0))
		return 1;
	in = target(c, t, i, name);
	/* Of a file that is no table, which was said, nobody knows its ids. */
	return (in->broken && in->nrows == 0) || has_id(c, in, id);
}

/* "level:CHANGE/2", "action:ID", or a bare id of any table. */
static int
known_open(struct checker *c, const struct table *t, size_t i, char *one,
    const char *words)
{
	char		 word[32], *colon = strchr(one, ':');
	const char	*name;
	size_t		 n;

	if (colon != NULL) {
		*colon = '\0';
		name = schema_open(one);
		*colon = ':';
		if (name == NULL)
			return 0;
		if (strcmp(name, "levels") != 0)
			return known(c, t, i, name, colon + 1);
		return has_level(c, colon + 1);
	}
	for (; *words != '\0'; words += n, words += strspn(words, " ")) {
		n = strcspn(words, " ");
		snprintf(word, sizeof(word), "%.*s", (int)n, words);
		name = schema_open(word);
		if (name != NULL && strcmp(name, "levels") != 0 &&
		    known(c, t, i, name, one))
			return 1;
	}
	return 0;
}

/* Whether it has the form of a reference; if not, loading said so. */
static int
well_formed(char *one)
{
	char	*id = strchr(one, ':'), *slash, was;
	int	 ok;

	id = id != NULL ? id + 1 : one;
	slash = id + strcspn(id, "/");
	was = *slash;
	*slash = '\0';
	ok = slug_ok(id);
	*slash = was;
	return ok;
}

static void
check_refs(struct checker *c, const struct table *t, size_t i, int col)
{
	const struct column	*k = &t->schema->cols[t->col[col]];
	const char		*v = cell_at(t, i, col);
	char			 one[160];
	struct place		 at = table_place(t, i, t->header[col]);
	size_t			 n;
	int			 ok;

	for (; *v != '\0'; v += n, v += strspn(v, " ")) {
		n = strcspn(v, " ");
		snprintf(one, sizeof(one), "%.*s", (int)n, v);
		if (!well_formed(one))
			continue;
		if (k->type == COL_OPENREF || k->type == COL_OPENREFS)
			ok = known_open(c, t, i, one, k->ref);
		else
			ok = known(c, t, i, k->ref, one);
		if (ok)
			continue;
		if (t->secret)
			msg_fault(&at, N_("refers to nothing that is there"));
		else
			msg_fault(&at, N_("refers to nothing that is there: "
			    "'%s'"), one);
	}
}

static int
is_ref(const struct table *t, int col)
{
	enum coltype	type;

	if (t->col[col] < 0 || t->schema->cols[t->col[col]].ref == NULL)
		return 0;
	type = t->schema->cols[t->col[col]].type;
	return type == COL_REF || type == COL_REFS || type == COL_OPENREF ||
	    type == COL_OPENREFS;
}

/* An identifier means one row: a private one is in no shared table too. */
static void
check_twin(struct checker *c, const struct table *t, size_t i)
{
	struct place	at = table_place(t, i, "id");

	if (!has_id(c, project_table(c->p, t->schema->name),
	    cell(t, i, "id")))
		return;
	msg_fault(&at, N_("this identifier is in the shared folder too"));
	msg_hint(N_("keep one of the two lines; where both are meant, give "
	    "one another identifier"));
}

static void
check_table(struct checker *c, const struct table *t)
{
	size_t	i;
	int	k;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		for (k = 0; k < t->ncols; k++)
			if (is_ref(t, k))
				check_refs(c, t, i, k);
		if ((t->schema->flags & TABLE_VISIBLE) != 0 && t->secret)
			check_twin(c, t, i);
		if ((t->schema->flags & TABLE_VISIBLE) != 0 && !t->secret &&
		    cell_is(t, i, "visibility", "private")) {
			struct place	at = table_place(t, i, "visibility");

			msg_fault(&at, N_("a private row in a table that is "
			    "shared"));
			msg_hint(N_("move the row to %s.csv of the private "
			    "folder; git's history still has it if it was "
			    "committed"), t->schema->name);
		}
	}
}

/* --- the private folder ------------------------------------------------- */

static void
each_private(struct project *p, void (*each)(const char *, const struct stat *))
{
	struct dirent	*d;
	struct stat	 st;
	char		*path;
	const char	*dir = project_private_dir(p);
	DIR		*dp = opendir(dir);

	if (dp == NULL)
		return;
	while ((d = readdir(dp)) != NULL) {
		if (strcmp(d->d_name, "..") == 0)
			continue;
		path = strcmp(d->d_name, ".") == 0 ? mem_strdup(dir) :
		    mem_printf("%s/%s", dir, d->d_name);
		if (lstat(path, &st) == 0)
			each(path, &st);
		free(path);
	}
	closedir(dp);
}

static void
check_mode(const char *path, const struct stat *st)
{
	struct place	at = { path, 0, 0, NULL };

	if (S_ISLNK(st->st_mode) || (st->st_mode & 077) == 0)
		return;
	msg_fault(&at, N_("others on this machine may read it"));
	msg_hint(N_("cpm-check --fix closes it"));
}

static void
fix_mode(const char *path, const struct stat *st)
{
	if (S_ISLNK(st->st_mode) || (st->st_mode & 077) == 0)
		return;
	if (chmod(path, st->st_mode & 0700) != 0)
		msg_errno("%s", path);
	else
		msg_note(N_("closed to others: %s"), path);
}

static void
would_fix(const char *path, const struct stat *st)
{
	if (!S_ISLNK(st->st_mode) && (st->st_mode & 077) != 0)
		msg_note(N_("would close to others: %s"), path);
}

/* A file in its place reads as empty: nothing private would be found. */
static void
check_private(struct project *p)
{
	struct place	at = { project_private_dir(p), 0, 0, NULL };
	struct stat	st;

	if (stat(at.file, &st) == 0 && !S_ISDIR(st.st_mode))
		msg_fault(&at, N_("this is no folder, and should be the "
		    "private one"));
	each_private(p, check_mode);
	project_private_ok(at.file);
}

/* Private tables that lie in the shared folder. */
static void
check_strays(struct project *p)
{
	const struct schema	*s;
	struct place		 at = { NULL, 0, 0, NULL };
	char			*path;

	for (s = schema_tables; s->name != NULL; s++) {
		if ((s->flags & TABLE_PRIVATE) == 0)
			continue;
		path = mem_printf("%s/%s.csv", project_dir(p), s->name);
		at.file = path;
		if (access(path, F_OK) == 0) {
			msg_fault(&at, N_("a private table in the shared "
			    "folder"));
			msg_hint(N_("move it to %s"), project_private_dir(p));
		}
		free(path);
	}
}

/* --- all ---------------------------------------------------------------- */

static void
load_all(struct project *p, int private)
{
	static const char *const	grid[] =
	    { "dimensions", "criteria", "scale", "groups" };
	const struct schema		*s;
	struct table			*rounds;
	size_t				 i, k;

	for (s = schema_tables; s->name != NULL; s++) {
		if ((s->flags & TABLE_PRIVATE) == 0)
			project_table(p, s->name);
		if (private && (s->flags & (TABLE_PRIVATE | TABLE_VISIBLE)))
			project_private(p, s->name);
	}
	rounds = project_table(p, "rounds");
	for (i = table_first(rounds); i < rounds->nrows;
	    i = table_next(rounds, i))
		for (k = 0; k < sizeof(grid) / sizeof(*grid); k++)
			project_frozen(p, cell(rounds, i, "id"), grid[k]);
}

void
check_all(struct project *p)
{
	const struct schema	*s;
	struct framework	 f;
	struct checker		 c = { .p = p };
	int			 private = project_private_exists(p);

	arena_init(&c.arena);
	load_all(p, private);
	settings_check(project_table(p, "cpm"));
	for (s = schema_tables; s->name != NULL; s++) {
		if ((s->flags & TABLE_PRIVATE) == 0)
			check_table(&c, project_table(p, s->name));
		if (private && (s->flags & (TABLE_PRIVATE | TABLE_VISIBLE)))
			check_table(&c, project_private(p, s->name));
	}
	if (project_table(p, "dimensions")->exists) {
		framework_load(&f, p, NULL, project_lang(p));
		framework_free(&f);
	}
	check_strays(p);
	if (private)
		check_private(p);
	if (!project_bad(p)) {
		assess_check(p);
		plan_check(p);
		indicator_check(p);
		log_check(p);
		session_check(p);
	}
	checker_free(&c);
}

void
check_fix(struct project *p, int dry)
{
	const struct schema	*s;
	struct table		*t;
	int			 private = project_private_exists(p);

	if (private)
		each_private(p, dry ? would_fix : fix_mode);
	msg_hush(1);
	load_all(p, private);
	msg_hush(0);
	for (s = schema_tables; s->name != NULL; s++) {
		if ((s->flags & TABLE_PRIVATE) == 0) {
			t = project_table(p, s->name);
			if (t->dialect.torn && !t->broken)
				t->changed = 1;
		}
		if (private && (s->flags & (TABLE_PRIVATE | TABLE_VISIBLE))) {
			t = project_private(p, s->name);
			if (t->dialect.torn && !t->broken)
				t->changed = 1;
		}
	}
	project_mend(p);
}

/* --- privacy ------------------------------------------------------------ */

/* Every one of them is a fault of its own. */
static void
check_text(const struct privacy *w, const struct place *at, const char *v)
{
	const char	*what;
	int		 k = 0;

	while ((what = privacy_finds(w, v, &k)) != NULL)
		msg_fault(at, what, NULL);
}

static void
privacy_table(const struct privacy *w, const struct table *t)
{
	struct place	at;
	enum coltype	type;
	size_t		i;
	int		k;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		for (k = 0; k < t->ncols; k++) {
			type = t->col[k] < 0 ? COL_TEXT :
			    t->schema->cols[t->col[k]].type;
			if (type != COL_TEXT && type != COL_LANG)
				continue;
			at = table_place(t, i, t->header[k]);
			check_text(w, &at, cell_at(t, i, k));
		}
}

static void
privacy_notes(const struct privacy *w, struct project *p)
{
	struct dirent	*d;
	struct place	 at = { NULL, 0, 0, NULL };
	char		*dir = mem_printf("%s/notes", project_dir(p)), *rel;
	char		*text, *line, *save;
	DIR		*dp = opendir(dir);

	free(dir);
	if (dp == NULL)
		return;
	while ((d = readdir(dp)) != NULL) {
		if (d->d_name[0] == '.')
			continue;
		rel = mem_printf("notes/%s", d->d_name);
		text = project_read(p, rel, NULL);
		at.file = rel;
		at.line = 0;
		save = text;
		while (text != NULL && (line = strsep(&save, "\n")) != NULL) {
			at.line++;
			check_text(w, &at, line);
		}
		free(text);
		free(rel);
	}
	closedir(dp);
}

/* The private folder itself: what is in it too long, and that it is one copy. */
static void
privacy_votes(struct project *p)
{
	struct table	*t = project_table(p, "rounds");
	struct place	 at;
	const char	*round;
	size_t		 i = 0;

	while ((round = keep_over(p, &i)) != NULL) {
		at = table_place(t, table_find(t, round), NULL);
		msg_warn(&at, N_("the votes of '%s' have served: they are kept "
		    "%lld days (keep_votes_days)"), round,
		    (long long)project_int(p, "keep_votes_days"));
		msg_hint(N_("cpm-assess forget --round %s deletes them; what "
		    "was published stays"), round);
	}
	if (keep_any(p))
		msg_note(N_("%s is one copy: cpm-assess sheets export "
		    "--encrypt -o FILE makes another of key and votes"),
		    project_private_dir(p));
}

void
check_privacy(struct project *p)
{
	const struct schema	*s;
	struct privacy		*w;

	privacy_votes(p);

	w = privacy_load(p);
	for (s = schema_tables; s->name != NULL; s++)
		if ((s->flags & TABLE_PRIVATE) == 0)
			privacy_table(w, project_table(p, s->name));
	privacy_notes(w, p);
	privacy_free(w);
}
