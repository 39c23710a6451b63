/* Make a team's folder from a pack. */
#include "model/init.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/share.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/pack.h"
#include "model/project.h"
#include "table/git.h"
#include "table/save.h"

struct making {
	const struct init *what;
	struct pack	 pack;
	char		*shown;		/* as typed, without slashes behind */
	char		*dir;		/* absolute */
	char		*private;	/* absolute */
	char		*tree;		/* repository that keeps it, or NULL */
	int		 lock;
	int		 made_dir, made_private;
	int		 finished;	/* an earlier run was, just now */
};

/* --- what git keeps ----------------------------------------------------- */

static void
keep_tables(struct str *s)
{
	const struct schema	*t;

	for (t = schema_tables; t->name != NULL; t++)
		if ((t->flags & TABLE_PRIVATE) == 0)
			str_printf(s, "!/%s.csv\n", t->name);
	str_add(s, "!/rounds/\n!/rounds/*/\n");
	for (t = schema_tables; t->name != NULL; t++)
		if (t->flags & TABLE_FROZEN)
			str_printf(s, "!/rounds/*/%s.csv\n", t->name);
}

char *
init_gitignore(void)
{
	struct str	s;

	str_init(&s);
	str_add(&s, "# git keeps the files named here and no others, so that "
	    "what is confidential,\n# or left by a spreadsheet, is never "
	    "committed by accident.\n*\n!/.gitignore\n!/.gitattributes\n");
	keep_tables(&s);
	str_add(&s, "!/maps/\n!/maps/*.csv\n!/notes/\n!/notes/*.md\n"
	    "!/web/\n!/web/*.svg\n!/web/*.txt\n"
	    "!/report/\n!/report/*.md\n!/report/*.html\n!/report/*.txt\n"
	    "!/report/*.svg\n"
	    "# Locks of LibreOffice and half-written files match none of "
	    "these, but to be sure:\n.*.csv*\n.~lock.*\n");
	return str_take(&s);
}

/* --- where --------------------------------------------------------------- */

/* The absolute path of a folder that need not be there; NULL (said). */
static char *
absolute(const char *typed)
{
	char	 real[PATH_MAX], *path, *slash;
	char	*out = NULL;

	if (realpath(typed, real) != NULL)
		return mem_strdup(real);
	path = mem_strdup(typed);
	if ((slash = strrchr(path, '/')) == NULL)
		out = realpath(".", real) == NULL ? NULL :
		    mem_printf("%s/%s", strcmp(real, "/") == 0 ? "" : real,
		    typed);
	else {
		*slash = '\0';
		if (realpath(slash == path ? "/" : path, real) != NULL)
			out = mem_printf("%s/%s", strcmp(real, "/") == 0 ?
			    "" : real, slash + 1);
	}
	if (out == NULL)
		msg_errno("%s", slash != NULL ? path : typed);
	free(path);
	return out;
}

static char *
without_slashes(const char *s)
{
	size_t	n = strlen(s);

	while (n > 1 && s[n - 1] == '/')
		n--;
	return mem_strndup(s, n);
}

static const char *
last_part(const char *path)
{
	const char	*slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* A name that a message, a journal and another system can hold. */
static int
name_ok(const struct making *m)
{
	const char	*base = last_part(m->dir);
	size_t		 n = strlen(base);
	char		*clean = msg_clean(base, n);
	int		 ok = strcmp(clean, base) == 0 && n > 0;

	free(clean);
	if (!ok) {
		msg_trouble(N_("not a name for a folder: '%s'"), m->shown);
		return 0;
	}
	if (n > 8 && strcmp(base + n - 8, ".private") == 0) {
		msg_trouble(N_("'%s' is a name for a private folder: leave "
		    "out '.private'"), m->shown);
		return 0;
	}
	return 1;
}

static int
is_there(const char *dir, const char *name)
{
	char		*path = mem_printf("%s/%s", dir, name);
	struct stat	 st;
	int		 there = lstat(path, &st) == 0;

	free(path);
	return there;
}

/* Whether the folder holds anything but what is named; -1: no such folder. */
static int
holds_else(const char *dir, const char *const *but)
{
	struct dirent	*d;
	DIR		*dp = opendir(dir);
	int		 i, other = 0;

	if (dp == NULL)
		return -1;
	while (!other && (d = readdir(dp)) != NULL) {
		for (i = 0; but[i] != NULL; i++)
			if (strcmp(but[i], d->d_name) == 0)
				break;
		other = but[i] == NULL;
	}
	closedir(dp);
	return other;
}

/* Whether the place of the folder is free. */
static int
place_free(const struct making *m)
{
	static const char *const	but[] = { ".", "..", ".git", ".cpm",
	    NULL };
	struct stat			 st;

	if (lstat(m->dir, &st) != 0)
		return 1;
	if (!S_ISDIR(st.st_mode))
		msg_trouble(N_("%s is there already, and is no folder"),
		    m->shown);
	else if (is_there(m->dir, "cpm.csv"))
		msg_trouble(N_("%s is a team's folder already"), m->shown);
	else if (holds_else(m->dir, but) != 0)
		msg_trouble(N_("%s is not empty: name a new folder"),
		    m->shown);
	else
		return 1;
	return 0;
}

/* Whether `path` is `dir` or lies in it. */
static int
within(const char *path, const char *dir)
{
	size_t	n = strlen(dir);

	return strncmp(path, dir, n) == 0 &&
	    (path[n] == '\0' || path[n] == '/');
}

/* Whether nobody would find the votes: not in git, not in use. */
static int
private_free(const struct making *m)
{
	static const char *const	but[] = { ".", "..", "key", NULL };
	struct stat			 st;
	char				*tree;
	int				 kept;

	if (within(m->private, m->dir)) {
		msg_trouble(N_("the private folder may not lie in the folder "
		    "that is shared: %s"), m->private);
		return 0;
	}
	if (lstat(m->private, &st) == 0 && !S_ISDIR(st.st_mode)) {
		msg_trouble(N_("%s is there already, and is no folder"),
		    m->private);
		return 0;
	}
	if (holds_else(m->private, but) > 0) {
		msg_trouble(N_("%s holds something already: it may belong to "
		    "another folder"), m->private);
		msg_hint(N_("choose another place with --private DIR"));
		return 0;
	}
	tree = git_tree(m->private);
	kept = tree != NULL && !git_ignores(tree, m->private);
	if (kept) {
		msg_trouble(N_("%s would lie in a repository of git (%s) that "
		    "does not ignore it: what is confidential could be "
		    "committed"), m->private, tree);
		msg_hint(N_("write '*.private/' into %s/.gitignore, or choose "
		    "another place with --private DIR"), tree);
	}
	free(tree);
	return !kept;
}

static const char *
pack_name(const struct init *what)
{
	return what->pack != NULL ? what->pack : "boost";
}

static int
kind_ok(const struct init *what)
{
	const struct setting	*s = schema_setting("kind");
	char			 buf[SCHEMA_VALUE];

	if (what->kind == NULL ||
	    schema_setting_value(s, what->kind, buf) != NULL)
		return 1;
	msg_trouble(N_("no such kind: '%s'"), what->kind);
	msg_hint(N_("one of: %s"), s->values);
	return 0;
}

/* Where a repository is made before it gets its place. */
static char *
scratch_of(const struct making *m)
{
	return mem_printf("%s/.cpm/new", m->dir);
}

/*
 * What an earlier run that was cut off left: its journal is finished or
 * undone, its half-written files go.  Whether the folder is whole now.
 */
static int
clear_leftovers(const struct making *m)
{
	char	*notes, *scratch;
	int	 lock, pending, whole = is_there(m->dir, "cpm.csv");

	pending = save_pending(m->dir);
	if (m->what->dry || !is_there(m->dir, ".cpm") ||
	    (whole && !pending) || (lock = save_lock(m->dir, SAVE_WRITE)) < 0)
		return 0;
	save_recover(m->dir);
	if (!whole) {
		notes = mem_printf("%s/notes", m->dir);
		save_sweep(m->dir);
		save_sweep(notes);
		save_sweep(m->private);
		rmdir(notes);		/* only if it is empty */
		free(notes);
		/* Killed between making the repository and tidying up. */
		scratch = scratch_of(m);
		git_init_clear(scratch);
		free(scratch);
	}
	save_unlock(lock);
	return !whole && is_there(m->dir, "cpm.csv");
}

/* All that can be wrong, said in one run. */
static int
look(struct making *m)
{
	const struct init	*what = m->what;
	char			*typed;
	int			 ok;

	m->shown = without_slashes(what->name);
	if ((m->dir = absolute(m->shown)) == NULL)
		return -1;
	typed = what->private == NULL ? mem_printf("%s.private", m->dir) :
	    without_slashes(what->private);
	m->private = absolute(typed);
	free(typed);
	if (m->private == NULL || !name_ok(m))
		return -1;
	if ((m->finished = clear_leftovers(m)) != 0)
		return 0;
	ok = place_free(m);
	ok = private_free(m) && ok;
	ok = kind_ok(what) && ok;
	ok = (what->from != NULL ?
	    pack_take(&m->pack, what->from, what->lang) :
	    pack_open(&m->pack, pack_name(what), what->lang)) == 0 && ok;
	if (!ok)
		return -1;
	m->tree = git_tree(m->dir);
	if (m->tree != NULL && strcmp(m->tree, m->dir) != 0 &&
	    git_ignores(m->tree, m->dir)) {
		free(m->tree);
		m->tree = NULL;
	}
	return 0;
}

/* --- what goes into it --------------------------------------------------- */

static void
put(const struct making *m, struct save *s, const char *rel,
    const char *bytes, size_t n)
{
	char	*path = mem_printf("%s/%s", m->dir, rel);

	save_file(s, path, bytes, n, NULL, 0644, 0);
	free(path);
}

static void
set(struct table *t, const char *key, const char *value)
{
	size_t	i = table_find(t, key);

	if (i == t->nrows) {
		i = table_add(t);
		table_set(t, i, "key", key);
	}
	table_set(t, i, "value", value);
}

/* What another team decided for itself is not decided here. */
static void
reset(struct table *t, const char *key)
{
	if (table_find(t, key) < t->nrows)
		set(t, key, schema_setting(key)->preset);
}

/* The pack's settings, with what is this folder's own. */
static void
put_settings(struct making *m, struct save *s)
{
	struct table	*t = project_table(m->pack.p, "cpm");
	char		 number[16], buf[SCHEMA_VALUE], *bytes;
	char		*entered, *identity;
	const char	*title = m->what->title;
	size_t		 n;

	if (t->ncols == 0)
		table_begin_new(t, m->pack.langs);
	snprintf(number, sizeof(number), "%d", SCHEMA_NUMBER);
	set(t, "schema", number);
	if (title == NULL)
		title = last_part(m->dir);
	set(t, "title", title);
	/* Two teams of one name are two: the day tells them apart. */
	entered = mem_printf("%s\n%d\n", title, m->what->today);
	identity = slug_id(title, "team", entered);
	set(t, "identity", identity);
	set(t, "kind", m->what->kind != NULL ?
	    schema_setting_value(schema_setting("kind"), m->what->kind, buf) :
	    project_get(m->pack.p, "kind"));
	set(t, "lang", m->pack.lang);
	set(t, "langs", m->pack.langs);
	/* French has one order of day and month; English has two. */
	if (strcmp(m->pack.lang, "fr") == 0 &&
	    *project_get(m->pack.p, "date_order") == '\0')
		set(t, "date_order", "dmy");
	reset(t, "share");
	reset(t, "share_agreed_on");
	bytes = table_bytes(t, &n);
	put(m, s, "cpm.csv", bytes, n);
	free(identity);
	free(entered);
	free(bytes);
}

/* A folder's tables are copied as they are, others written as new ones. */
static void
put_framework(struct making *m, struct save *s)
{
	struct table	*t;
	char		*rel, *bytes;
	size_t		 n;
	int		 i;

	for (i = 0; pack_tables[i] != NULL; i++) {
		rel = mem_printf("%s.csv", pack_tables[i]);
		t = project_table(m->pack.p, pack_tables[i]);
		if (m->what->from == NULL)
			bytes = project_read(m->pack.p, rel, &n);
		else
			bytes = table_count(t) > 0 ? table_bytes(t, &n) : NULL;
		if (bytes != NULL)
			put(m, s, rel, bytes, n);
		free(bytes);
		free(rel);
	}
}

/* The page on the context: the pack's own, in the language, else ours. */
static void
put_context(struct making *m, struct save *s)
{
	const char	*lang[] = { m->pack.lang, "en", NULL };
	char		*rel, *ours, *bytes = NULL;
	struct project	*p;
	size_t		 n;
	int		 i;

	ours = mem_printf("%s/packs/boost", share_dir());
	p = project_open_pack(ours);
	for (i = 0; bytes == NULL && lang[i] != NULL; i++) {
		rel = mem_printf("notes/context.%s.md", lang[i]);
		if ((bytes = project_read(m->pack.p, rel, &n)) == NULL)
			bytes = project_read(p, rel, &n);
		free(rel);
	}
	if (bytes != NULL)
		put(m, s, "notes/context.md", bytes, n);
	project_close(p);
	free(bytes);
	free(ours);
}

static void
put_private(const struct making *m, struct save *s)
{
	char	*path, *line;

	path = mem_printf("%s/key", m->private);
	if (access(path, F_OK) != 0)
		project_new_key(s, path);
	free(path);
	if (m->what->private == NULL)
		return;
	line = mem_printf("%s\n", m->private);
	put(m, s, ".cpm/private", line, strlen(line));
	free(line);
}

static int
put_all(struct making *m)
{
	static const char	attributes[] = "*.csv -text\n";
	struct save		*s = save_begin(m->dir);
	char			*ignore = init_gitignore();

	put(m, s, ".gitignore", ignore, strlen(ignore));
	put(m, s, ".gitattributes", attributes, strlen(attributes));
	free(ignore);
	put_framework(m, s);
	put_context(m, s);
	put_private(m, s);
	put_settings(m, s);
	return save_commit(s);
}

/* --- making it ------------------------------------------------------------ */

/* 0, -1 (said); *made where it was not there. */
static int
make_dir(const char *dir, mode_t mode, int *made)
{
	if (mkdir(dir, mode) == 0) {
		*made = 1;
		return 0;
	}
	if (errno == EEXIST)
		return 0;
	msg_errno("%s", dir);
	return -1;
}

static int
make_dirs(struct making *m)
{
	if (make_dir(m->dir, 0777, &m->made_dir) != 0)
		return -1;
	if ((m->lock = save_lock(m->dir, SAVE_WRITE)) < 0)
		return -1;
	/* Somebody else may have been quicker. */
	if (!place_free(m) ||
	    make_dir(m->private, 0700, &m->made_private) != 0)
		return -1;
	if (chmod(m->private, 0700) != 0) {
		msg_errno("%s", m->private);
		return -1;
	}
	return 0;
}

/* After a failure: folders that are empty, and that we made, go. */
static void
undo_dirs(const struct making *m)
{
	static const char *const	subs[] = { "notes", ".cpm" };
	char				*path;
	size_t				 i;

	if (m->made_private)
		rmdir(m->private);
	if (m->lock < 0)
		return;
	path = mem_printf("%s/.cpm/lock", m->dir);
	unlink(path);
	free(path);
	for (i = 0; i < sizeof(subs) / sizeof(*subs); i++) {
		path = mem_printf("%s/%s", m->dir, subs[i]);
		rmdir(path);
		free(path);
	}
	if (m->made_dir)
		rmdir(m->dir);
}

/* A path as a shell takes it.  The caller frees it. */
static char *
quoted(const char *path)
{
	struct str	s;

	str_init(&s);
	if (strspn(path, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789_./-") == strlen(path) && *path != '-') {
		str_add(&s, path);
		return str_take(&s);
	}
	str_add(&s, *path == '-' ? "./" : "");
	str_addc(&s, '\'');
	for (; *path != '\0'; path++)
		if (*path == '\'')
			str_add(&s, "'\\''");
		else
			str_addc(&s, *path);
	str_addc(&s, '\'');
	return str_take(&s);
}

static void
say_made(const struct making *m)
{
	char	*path = quoted(m->shown);

	msg_note(N_("made %s from the pack %s"), m->shown,
	    pack_name(m->what));
	msg_note(N_("made %s for what is confidential, outside git: it is one "
	    "copy, so keep a second one in a safe place"), m->private);
	if (strcmp(m->shown, ".") == 0)
		msg_note(N_("next: cpm-next"));
	else
		msg_note(N_("next: cd %s && cpm-next"), path);
	free(path);
}

static void
say_would(const struct making *m)
{
	msg_note(N_("would make %s from the pack %s"), m->shown,
	    pack_name(m->what));
	msg_note(N_("would make %s for what is confidential"), m->private);
	if (m->tree == NULL)
		msg_note(N_("would make a repository of git in %s"),
		    m->shown);
	else
		msg_note(N_("the repository of git in %s would keep it"),
		    m->tree);
}

static int
make_repository(const struct making *m)
{
	char	*scratch = scratch_of(m);
	int	 rc = git_init(m->dir, scratch);

	free(scratch);
	if (rc == -2)
		msg_warn(NULL, N_("git is not here: nothing keeps the earlier "
		    "versions of this folder"));
	return rc == -1 ? -1 : 0;
}

static int
make(struct making *m)
{
	if (m->finished)
		return 0;
	if (make_dirs(m) != 0 || (m->tree == NULL && make_repository(m) != 0))
		return -1;
	return put_all(m);
}

int
init_make(const struct init *what)
{
	struct making	m = { .what = what, .lock = -1 };
	int		rc;

	m.pack.p = what->from;		/* whatever happens, it is ended */
	rc = look(&m);
	if (rc == 0 && what->dry)
		say_would(&m);
	else if (rc == 0) {
		rc = make(&m);
		if (rc == 0)
			say_made(&m);
		else
			undo_dirs(&m);
		save_unlock(m.lock);
	}
	pack_close(&m.pack);
	free(m.shown);
	free(m.dir);
	free(m.private);
	free(m.tree);
	return rc;
}
