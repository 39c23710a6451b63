/*
 * A team's folder.  Tables are loaded when asked for; the private folder is
 * looked at only by commands that ask for something private.
 */
#include "model/project.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "table/git.h"

struct loaded {
	struct loaded	*next;
	char		*key;		/* "actions", "private/log", "rounds/R1/scale" */
	int		 private;
	struct table	 t;
};

struct put {
	char		*path, *bytes;
	char		*shown;		/* of a draft: with its rows */
	struct beside	*draft;
	struct stat	 seen;
	int		 was;
	unsigned long	 rows;
	size_t		 n;
	int		 private;
};

struct project {
	char		*root;		/* as typed or found: ".", "../..", "garden" */
	char		*private;	/* NULL until asked for */
	int		 mode, lock, dry, strict;
	int		 fresh;		/* of no folder */
	int		 today;
	const char	*lang;		/* --lang */
	const char	*langs, *langs_of;	/* each once; of this value */
	struct loaded	*tables;
	struct put	*puts;
	size_t		 nputs, capputs;
	int		 bad, newer;
	int		 streamed;	/* what is odd about it was said */
	int		 made;		/* the private folder, just now */
};

/* --- finding and opening ---------------------------------------------- */

static int
has_mark(const char *dir)
{
	char	*path = mem_printf("%s/cpm.csv", dir);
	int	 there = access(path, F_OK) == 0;

	free(path);
	return there;
}

/* From `from` upwards to the folder that cpm.csv marks; NULL: none. */
static char *
find_root(const char *from)
{
	char	*dir = mem_strdup(from), *up, a[PATH_MAX], b[PATH_MAX];

	while (!has_mark(dir)) {
		up = strcmp(dir, ".") == 0 ? mem_strdup("..") :
		    mem_printf("%s/..", dir);
		if (realpath(dir, a) == NULL || realpath(up, b) == NULL ||
		    strcmp(a, b) == 0) {
			free(dir);
			free(up);
			return NULL;
		}
		free(dir);
		dir = up;
	}
	return dir;
}

static const char *
start_dir(const struct cmd *c)
{
	const char	*env = getenv("CPM_PROJECT");

	if (c->project != NULL)
		return c->project;
	return env != NULL && *env != '\0' ? env : ".";
}

static void
check_schema(struct project *p)
{
	struct table	*t = project_table(p, "cpm");
	struct place	 at = { t->shown, 0, 0, NULL };
	int64_t		 n;
	size_t		 i = table_find(t, "schema");
	const char	*v = i < t->nrows ? cell(t, i, "value") : "";

	if (i < t->nrows)
		at = table_place(t, i, "value");
	if (i == t->nrows || num_int(v, 1, 1000000, &n) != 0) {
		msg_fault(&at, N_("the number of the schema is missing: "
		    "'schema,%d' belongs here"), SCHEMA_NUMBER);
		p->bad = 1;
		return;
	}
	if (n <= SCHEMA_NUMBER)
		return;
	p->newer = 1;
	if (p->mode == PROJECT_WRITE && !p->strict) {
		msg_fault(&at, N_("this folder was written by a newer program "
		    "(schema %lld, this one knows %d): it can be read here, "
		    "not changed"), (long long)n, SCHEMA_NUMBER);
		p->bad = 1;
	} else
		msg_warn(&at, N_("this folder was written by a newer program "
		    "(schema %lld, this one knows %d): what is new in it is "
		    "not shown"), (long long)n, SCHEMA_NUMBER);
}

/* Delete what a crash left half written, under the writer's lock. */
static void
sweep(const struct project *p)
{
	static const char *const	subs[] =
	    { "", "/maps", "/notes", "/web", "/report" };
	static const char *const	privates[] =
	    { "", "/notes", "/logbook", "/drafts", "/rejects",
	    "/exports" };
	char				*path;
	struct dirent			*d;
	DIR				*dp;
	size_t				 i;

	for (i = 0; i < sizeof(subs) / sizeof(*subs); i++) {
		path = mem_printf("%s%s", p->root, subs[i]);
		save_sweep(path);
		free(path);
	}
	path = mem_printf("%s/rounds", p->root);
	dp = opendir(path);
	free(path);
	while (dp != NULL && (d = readdir(dp)) != NULL) {
		if (d->d_name[0] == '.')
			continue;
		path = mem_printf("%s/rounds/%s", p->root, d->d_name);
		save_sweep(path);
		free(path);
	}
	if (dp != NULL)
		closedir(dp);
	for (i = 0; i < sizeof(privates) / sizeof(*privates); i++) {
		path = mem_printf("%s%s", project_private_dir(p), privates[i]);
		save_sweep(path);
		free(path);
	}
}

static int
enter(struct project *p)
{
	/* A check mends what a crash left, where it may write at all. */
	if (p->strict && !p->dry && access(p->root, W_OK) == 0)
		p->mode = PROJECT_WRITE;
	p->lock = save_lock(p->root, p->mode == PROJECT_WRITE ? SAVE_WRITE :
	    SAVE_READ);
	if (p->lock == -1)
		return -1;
	if (p->mode == PROJECT_WRITE && !p->dry) {
		if (save_recover(p->root) != 0)
			return -1;
		if (p->strict)
			sweep(p);
		return 0;
	}
	if (!save_pending(p->root))
		return 0;
	msg_trouble(N_("%s: a command was cut off here: run cpm-check, which "
	    "finishes or undoes it"), p->root);
	return -1;
}

int
project_here(const struct cmd *c)
{
	const char	*from = start_dir(c);
	char		*root;
	int		 here;

	/* A folder that was named and is not there is misuse. */
	if (strcmp(from, ".") != 0)
		return 1;
	here = (root = find_root(from)) != NULL;
	free(root);
	return here;
}

struct project *
project_open(const struct cmd *c, int mode)
{
	struct project	*p;
	const char	*from = start_dir(c);
	char		*root = find_root(from);

	if (root == NULL) {
		if (access(from, F_OK) != 0)
			msg_errno("%s", from);
		else
			msg_trouble(N_("%s is not in a team's folder: there is "
			    "no cpm.csv here or above"), from);
		msg_hint(N_("cpm-init NAME makes a folder; -C DIR names one"));
		return NULL;
	}
	p = mem_calloc(1, sizeof(*p));
	p->root = root;
	p->strict = mode == PROJECT_CHECK;
	p->mode = mode;
	p->dry = c->dry;
	p->today = c->today;
	p->lang = c->lang;
	if (enter(p) != 0) {
		project_close(p);
		return NULL;
	}
	check_schema(p);
	if (p->bad && !p->strict) {
		project_close(p);
		return NULL;
	}
	return p;
}

struct project *
project_open_pack(const char *dir)
{
	struct project	*p = mem_calloc(1, sizeof(*p));
	size_t		 n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	p->root = mem_strndup(dir, n);
	p->mode = PROJECT_READ;
	p->lock = -2;
	p->strict = 1;
	return p;
}

struct project *
project_open_new(void)
{
	struct project	*p = project_open_pack(".");

	p->fresh = 1;
	return p;
}

void
project_unlock(struct project *p)
{
	if (p->lock >= 0 && p->mode == PROJECT_READ) {
		close(p->lock);
		p->lock = -1;
	}
}

void
project_close(struct project *p)
{
	struct loaded	*l, *next;
	size_t		 i;

	if (p == NULL)
		return;
	for (l = p->tables; l != NULL; l = next) {
		next = l->next;
		table_free(&l->t);
		free(l->key);
		free(l);
	}
	for (i = 0; i < p->nputs; i++) {
		beside_drop(p->puts[i].draft);
		free(p->puts[i].path);
		free(p->puts[i].shown);
		free(p->puts[i].bytes);
	}
	free(p->puts);
	if (p->made) {
		beside_guard_dir(NULL);
		rmdir(p->private);
	}
	if (p->lock >= 0) {
		if (p->mode == PROJECT_WRITE)
			save_unlock(p->lock);
		else
			close(p->lock);
	}
	free(p->root);
	free(p->private);
	free(p);
}

const char *
project_dir(const struct project *p)
{
	return p->root;
}

int
project_today(const struct project *p)
{
	return p->today;
}

void
project_date(struct project *p, int day)
{
	p->today = day;
}

int
project_day(struct project *p, const char *typed, int *day)
{
	const char	*order = project_get(p, "date_order");

	return date_parse_as(typed, order[0] == 'd' || order[0] == 'm' ?
	    order[0] : 0, day);
}

/* --- the private folder ----------------------------------------------- */

char *
project_private_path(const char *root)
{
	char	 real[PATH_MAX], line[PATH_MAX], *path;
	FILE	*fp;
	size_t	 n;

	if (realpath(root, real) == NULL)
		snprintf(real, sizeof(real), "%s", root);
	path = mem_printf("%s/.cpm/private", root);
	fp = fopen(path, "re");
	line[0] = '\0';
	/* Where it cannot be read, what is private must not go elsewhere. */
	if ((fp == NULL && errno != ENOENT && errno != ENOTDIR) ||
	    (fp != NULL && fgets(line, sizeof(line), fp) == NULL &&
	    ferror(fp)))
		msg_errno("%s", path);
	free(path);
	if (fp != NULL) {
		fclose(fp);
		line[strcspn(line, "\r\n")] = '\0';
		/* "priv/" is "priv". */
		for (n = strlen(line); n > 1 && line[n - 1] == '/'; n--)
			line[n - 1] = '\0';
		if (line[0] == '/')
			return mem_strdup(line);
		if (line[0] != '\0')
			return mem_printf("%s/%s", real, line);
	}
	return mem_printf("%s.private", real);
}

char *
project_private_of(const struct cmd *c)
{
	char	*root = find_root(start_dir(c)), *dir = NULL;

	if (root != NULL)
		dir = project_private_path(root);
	free(root);
	return dir;
}

const char *
project_private_dir(const struct project *p)
{
	struct project	*q = (struct project *)(uintptr_t)p;

	if (q->private == NULL)
		q->private = project_private_path(p->root);
	return q->private;
}

int
project_private_exists(const struct project *p)
{
	return !p->made && access(project_private_dir(p), F_OK) == 0;
}

/* Absolute, without links, also where the last parts are not there yet. */
static char *
full_path(const char *path)
{
	char	 real[PATH_MAX], *up, *full, *slash;
	size_t	 cut;

	if (realpath(path, real) != NULL)
		return mem_strdup(real);
	up = path[0] == '/' || realpath(".", real) == NULL ?
	    mem_strdup(path) : mem_printf("%s/%s", real, path);
	full = mem_strdup(up);
	while ((slash = strrchr(up, '/')) != NULL && slash != up) {
		*slash = '\0';
		if (realpath(up, real) == NULL)
			continue;
		cut = (size_t)(slash - up);
		slash = mem_printf("%s%s", real, full + cut);
		free(full);
		full = slash;
		break;
	}
	free(up);
	return full;
}

static int
place_ok(const char *path, int is_file)
{
	char	*full = full_path(path), *tree = git_tree(full);
	int	 ok = tree == NULL || (is_file ? git_ignores_file(tree, full) :
		    git_ignores(tree, full));

	if (!ok)
		msg_trouble(N_("%s lies in a work tree of git (%s) that does "
		    "not ignore it: what is private would be committed"), path,
		    tree);
	free(tree);
	free(full);
	return ok ? 0 : -1;
}

int
project_private_ok(const char *dir)
{
	if (place_ok(dir, 0) == 0)
		return 0;
	msg_hint(N_("move it out of the work tree, or name another place in "
	    ".cpm/private"));
	return -1;
}

int
project_private_file_ok(const char *path)
{
	if (place_ok(path, 1) == 0)
		return 0;
	msg_hint(N_("write it beside the folder, or onto a stick"));
	return -1;
}

/* --- tables ----------------------------------------------------------- */

static const char *
shown(const struct project *p, const char *rel, char *buf, size_t size)
{
	if (strcmp(p->root, ".") == 0)
		snprintf(buf, size, "%s", rel);
	else
		snprintf(buf, size, "%s/%s", p->root, rel);
	return buf;
}

static int
order_of(struct project *p)
{
	const char	*v = project_get(p, "date_order");

	if (strcmp(v, "dmy") == 0)
		return 'd';
	return strcmp(v, "mdy") == 0 ? 'm' : 0;
}

/* A private file as it is shown: from the folder's name on. */
static const char *
shown_private(const struct project *p, const char *rel, char *buf, size_t size)
{
	const char	*slash = strrchr(project_private_dir(p), '/');

	snprintf(buf, size, "%s/%s", slash != NULL ? slash + 1 :
	    project_private_dir(p), rel);
	return buf;
}

static struct table *
load(struct project *p, const char *key, const char *name, const char *rel,
    int private)
{
	const struct schema	*s = schema_find(name);
	struct loaded		*l;
	char			*path, view[PATH_MAX];
	unsigned		 flags = 0;
	int			 order;

	for (l = p->tables; l != NULL; l = l->next)
		if (strcmp(l->key, key) == 0)
			return &l->t;
	if (s == NULL) {
		fprintf(stderr, "%s: internal: no table '%s'\n", msg_prog(),
		    name);
		abort();
	}
	/* cpm.csv says the order of days, so it is read without one. */
	order = strcmp(key, "cpm") == 0 ? 0 : order_of(p);
	if (private && p->fresh) {
		path = mem_strdup("");
		snprintf(view, sizeof(view), "%s", rel);
		flags |= TABLE_LOAD_SECRET;
	} else if (private) {
		path = mem_printf("%s/%s", project_private_dir(p), rel);
		shown_private(p, rel, view, sizeof(view));
		flags |= TABLE_LOAD_SECRET;
	} else {
		/* The file of no name is not there, whatever lies about. */
		path = p->fresh ? mem_strdup("") :
		    mem_printf("%s/%s", p->root, rel);
		shown(p, rel, view, sizeof(view));
	}
	if (p->strict)
		flags |= TABLE_LOAD_STRICT;
	l = mem_calloc(1, sizeof(*l));
	l->key = mem_strdup(key);
	l->private = private;
	l->next = p->tables;
	p->tables = l;
	if (table_load(&l->t, path, view, s, flags, order) != 0)
		p->bad = 1;
	free(path);
	return &l->t;
}

struct project *
project_open_file(const struct cmd *c, const char *name, const char *path)
{
	struct project	*p = project_open_new();
	struct loaded	*l;

	p->strict = 0;
	p->today = c->today;
	p->lang = c->lang;
	if (strcmp(path, "-") != 0 && access(path, R_OK) != 0) {
		msg_errno("%s", path);
		project_close(p);
		return NULL;
	}
	l = mem_calloc(1, sizeof(*l));
	l->key = mem_strdup(name);
	l->next = p->tables;
	p->tables = l;
	/* It may be a private one: its faults quote nothing. */
	if (table_load(&l->t, path, strcmp(path, "-") == 0 ?
	    _("standard input") : path, schema_find(name),
	    TABLE_LOAD_FOREIGN | TABLE_LOAD_NOTES_OFF | TABLE_LOAD_SECRET,
	    0) == 0) {
		l->t.secret = 0;
		return p;
	}
	project_close(p);
	return NULL;
}

struct table *
project_table(struct project *p, const char *name)
{
	char	rel[128];

	snprintf(rel, sizeof(rel), "%s.csv", name);
	return load(p, name, name, rel, 0);
}

struct table *
project_private(struct project *p, const char *name)
{
	char	rel[128], key[128];

	snprintf(rel, sizeof(rel), "%s.csv", name);
	snprintf(key, sizeof(key), "private/%s", name);
	return load(p, key, name, rel, 1);
}

struct table *
project_frozen(struct project *p, const char *round, const char *name)
{
	char		 rel[192];
	struct table	*t;

	snprintf(rel, sizeof(rel), "rounds/%s/%s.csv", round, name);
	t = load(p, rel, name, rel, 0);
	t->readonly = 1;
	return t;
}

struct stream *
project_stream(struct project *p, const char *name)
{
	struct stream	*s;
	char		 rel[128], view[PATH_MAX], *path;
	unsigned	 flags = TABLE_LOAD_SECRET;

	snprintf(rel, sizeof(rel), "%s.csv", name);
	if (p->strict)
		flags |= TABLE_LOAD_STRICT;
	if (p->streamed)
		flags |= TABLE_LOAD_AGAIN;
	p->streamed = 1;
	path = mem_printf("%s/%s", project_private_dir(p), rel);
	s = stream_open(path, shown_private(p, rel, view, sizeof(view)),
	    schema_find(name), flags, order_of(p));
	free(path);
	if (stream_table(s)->broken)
		p->bad = 1;
	return s;
}

void
project_spoil(struct project *p)
{
	p->bad = 1;
}

int
project_bad(const struct project *p)
{
	return p->bad;
}

/* --- settings --------------------------------------------------------- */

/* A French value of a setting in its canonical form. */
static const char *
setting_value(struct table *t, const struct setting *s, const char *met)
{
	struct column	c = { .name = s->key, .type = COL_ENUM,
			    .values = s->values, .values_fr = s->values_fr };
	char		buf[64];
	const char	*v = schema_value(&c, met, buf);

	if (v == NULL || strcmp(v, met) == 0)
		return met;
	return arena_str(&t->arena, v);
}

const char *
project_get(struct project *p, const char *key)
{
	struct table		*t = project_table(p, "cpm");
	const struct setting	*s = schema_setting(key);
	size_t			 i = table_find(t, key);
	const char		*v = i < t->nrows ? cell(t, i, "value") : "";
	char			 buf[SCHEMA_VALUE];

	if (*v != '\0' && s != NULL && s->type == COL_ENUM)
		v = setting_value(t, s, v);
	if (*v == '\0')
		return s != NULL && s->preset != NULL ? s->preset : "";
	/* "share,bailleur" is said in French and means funder. */
	if (s != NULL && s->type == COL_ENUM &&
	    schema_setting_value(s, v, buf) != NULL && strcmp(buf, v) != 0)
		return arena_str(&t->arena, buf);
	return v;
}

int64_t
project_int(struct project *p, const char *key)
{
	const struct setting	*s = schema_setting(key);
	int64_t			 v;

	if (num_int(project_get(p, key), INT64_MIN + 1, INT64_MAX, &v) == 0)
		return v;
	if (s != NULL && s->preset != NULL && num_int(s->preset,
	    INT64_MIN + 1, INT64_MAX, &v) == 0)
		return v;
	return 0;
}

const char *
project_lang(struct project *p)
{
	const char	*v = p->lang != NULL ? p->lang : project_get(p, "lang");

	return *v != '\0' ? v : "en";
}

/* Each language once, between blanks: a table has a column for each. */
static const char *
each_once(struct arena *a, const char *typed)
{
	const char	*w, *k, *out;
	struct str	 list;
	size_t		 n, m;

	str_init(&list);
	for (w = typed + strspn(typed, " ,;"); *w != '\0';
	    w += n, w += strspn(w, " ,;")) {
		n = strcspn(w, " ,;");
		for (k = list.s; *k != '\0'; k += m, k += strspn(k, " ")) {
			m = strcspn(k, " ");
			if (m == n && strncmp(k, w, n) == 0)
				break;
		}
		if (*k != '\0')
			continue;
		if (list.len > 0)
			str_addc(&list, ' ');
		str_addn(&list, w, n);
	}
	out = arena_str(a, list.s);
	str_free(&list);
	return out;
}

const char *
project_langs(struct project *p)
{
	const char	*v = project_get(p, "langs");

	if (v[strspn(v, " ,;")] == '\0')
		v = project_get(p, "lang");
	if (*v == '\0')
		return "en";
	if (p->langs_of != v) {
		p->langs_of = v;
		p->langs = each_once(&project_table(p, "cpm")->arena, v);
	}
	return p->langs;
}

const char *
project_level_word(struct project *p, const char *lang)
{
	char		 key[64];
	const char	*v;

	snprintf(key, sizeof(key), "level_label_%s", lang);
	v = project_get(p, key);
	return *v != '\0' ? v : _("level");
}

const char *
project_level_now(struct project *p)
{
	return project_level_word(p, lang_now());
}

/* --- writing ---------------------------------------------------------- */

static void
put(struct project *p, const char *rel, const char *bytes, size_t n,
    int private)
{
	struct put	*u;

	p->puts = mem_grow(p->puts, p->nputs, &p->capputs, sizeof(*p->puts));
	u = &p->puts[p->nputs++];
	memset(u, 0, sizeof(*u));
	u->path = mem_printf("%s/%s", private ? project_private_dir(p) :
	    p->root, rel);
	u->bytes = mem_alloc(n + 1);
	memcpy(u->bytes, bytes, n);
	u->n = n;
	u->private = private;
}

void
project_put(struct project *p, const char *rel, const char *bytes, size_t n)
{
	put(p, rel, bytes, n, 0);
}

void
project_put_private(struct project *p, const char *rel, const char *bytes,
    size_t n)
{
	put(p, rel, bytes, n, 1);
}

void
project_drop_private(struct project *p, const char *rel,
    const struct stat *seen)
{
	struct put	*u;

	put(p, rel, "", 0, 1);
	u = &p->puts[p->nputs - 1];
	free(u->bytes);
	u->bytes = NULL;
	u->seen = *seen;
	u->was = 1;
}

int
project_dry(const struct project *p)
{
	return p->dry;
}

void
project_put_beside(struct project *p, struct beside *d, const char *rel,
    const struct stat *seen, unsigned long rows)
{
	struct put	*u;
	char		 view[PATH_MAX];

	put(p, rel, "", 0, 1);
	u = &p->puts[p->nputs - 1];
	u->shown = mem_strdup(shown_private(p, rel, view, sizeof(view)));
	u->draft = d;
	u->rows = rows;
	if (seen != NULL) {
		u->seen = *seen;
		u->was = 1;
	}
}

void
project_freeze(struct project *p, const char *round)
{
	static const char *const	names[] =
	    { "dimensions", "criteria", "scale", "groups" };
	struct table			*t;
	char				 rel[192];
	char				*bytes;
	size_t				 i, n;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		t = project_table(p, names[i]);
		if (t->ncols == 0)
			table_begin_new(t, project_langs(p));
		/* A copy needs no habits: it is read by every later command. */
		bytes = table_canonical(t, &n);
		snprintf(rel, sizeof(rel), "rounds/%s/%s.csv", round,
		    names[i]);
		project_put(p, rel, bytes, n);
		free(bytes);
	}
}

static char *
slurp(const char *dir, const char *rel, size_t *n)
{
	char		*path = mem_printf("%s/%s", dir, rel), buf[8192];
	FILE		*fp = fopen(path, "re");
	struct str	 s;
	size_t		 k;

	if (fp == NULL) {
		free(path);
		return NULL;
	}
	str_init(&s);
	while ((k = fread(buf, 1, sizeof(buf), fp)) > 0 &&
	    s.len < READER_FILE_MAX)
		str_addn(&s, buf, k);
	if (ferror(fp))
		msg_errno("%s", path);
	fclose(fp);
	free(path);
	if (n != NULL)
		*n = s.len;
	return str_take(&s);
}

char *
project_read(struct project *p, const char *rel, size_t *n)
{
	return p->fresh ? NULL : slurp(p->root, rel, n);
}

char *
project_read_private(struct project *p, const char *rel, size_t *n)
{
	return slurp(project_private_dir(p), rel, n);
}

static unsigned long
rows_changed(const struct table *t)
{
	unsigned long	n = 0;
	size_t		i;

	for (i = 0; i < t->nrows; i++)
		n += t->rows[i].changed || t->rows[i].dropped;
	return n;
}

static void
say_plan(const struct project *p)
{
	const struct loaded	*l;
	size_t			 i;

	for (l = p->tables; l != NULL; l = l->next)
		if (l->t.changed)
			msg_note_n(rows_changed(&l->t),
			    "would write %2$s (%1$lu row)",
			    "would write %2$s (%1$lu rows)",
			    rows_changed(&l->t), l->t.shown);
	for (i = 0; i < p->nputs; i++)
		if (p->puts[i].shown != NULL)
			msg_note_n(p->puts[i].rows,
			    "would write %2$s (%1$lu row)",
			    "would write %2$s (%1$lu rows)",
			    p->puts[i].rows, p->puts[i].shown);
		else if (p->puts[i].bytes == NULL)
			msg_note(N_("would delete %s"), p->puts[i].path);
		else
			msg_note(N_("would write %s"), p->puts[i].path);
}

/* Add one changed table to the set. */
static void
save_table(struct save *s, struct project *p, struct loaded *l)
{
	struct place	 at = { l->t.shown, 0, 0, NULL };
	char		*bytes;
	size_t		 n;

	if (!l->t.exists && l->t.ncols == 0)
		table_begin_new(&l->t, project_langs(p));
	bytes = table_bytes(&l->t, &n);
	if (l->t.dialect.cp1252)
		msg_note_at(&at, N_("written as UTF-8 from now on"));
	if (l->t.header_changed && l->t.exists)
		msg_note_at(&at, N_("has a new column"));
	save_file(s, l->t.path, bytes, n, l->t.exists ? &l->t.seen : NULL,
	    l->private ? 0600 : 0644, 0);
	free(bytes);
}

/* Whether the command itself brings a file of the private folder. */
static int
is_put(const struct project *p, const char *path)
{
	size_t	i;

	for (i = 0; i < p->nputs; i++)
		if (strcmp(p->puts[i].path, path) == 0)
			return 1;
	return 0;
}

int
project_private_make(struct project *p)
{
	const char	*dir = project_private_dir(p);

	if (project_private_ok(dir) != 0)
		return -1;
	if (mkdir(dir, 0700) == 0) {
		p->made = 1;
		beside_guard_dir(dir);
	} else if (errno != EEXIST) {
		msg_errno("%s", dir);
		return -1;
	}
	return 0;
}

/* The first private write makes the folder and its key. */
static int
ready_private(struct project *p, struct save *s)
{
	unsigned char	 raw[32];
	char		 hex[2 * sizeof(raw) + 2], *path;
	const char	*dir = project_private_dir(p);
	size_t		 i;

	if (project_private_make(p) != 0)
		return -1;
	path = mem_printf("%s/key", dir);
	if (access(path, F_OK) != 0 && !is_put(p, path)) {
		slug_random(raw, sizeof(raw));
		for (i = 0; i < sizeof(raw); i++)
			snprintf(hex + 2 * i, 3, "%02x", raw[i]);
		hex[2 * sizeof(raw)] = '\n';
		save_file(s, path, hex, 2 * sizeof(raw) + 1, NULL, 0600, 0);
	}
	free(path);
	return 0;
}

static void
save_put(struct save *s, struct put *u)
{
	if (u->bytes == NULL)
		save_remove(s, u->path, u->was ? &u->seen : NULL);
	else if (u->draft != NULL)
		save_beside(s, u->draft, u->was ? &u->seen : NULL, 0);
	else if (u->shown == NULL)
		save_file(s, u->path, u->bytes, u->n, NULL,
		    u->private ? 0600 : 0644, 1);
	u->draft = NULL;	/* the set's from now on */
}

int
project_save(struct project *p)
{
	struct loaded	*l;
	struct save	*s;
	size_t		 i;
	int		 private = 0, any = 0;

	if (p->bad || msg_status() != MSG_OK)
		return -1;
	if (p->dry) {
		say_plan(p);
		return 0;
	}
	for (l = p->tables; l != NULL; l = l->next) {
		any |= l->t.changed;
		private |= l->t.changed && l->private;
	}
	for (i = 0; i < p->nputs; i++)
		private |= p->puts[i].private;
	if (!any && p->nputs == 0)
		return 0;
	sweep(p);
	s = save_begin(p->root);
	if (private && ready_private(p, s) != 0) {
		save_cancel(s);
		return -1;
	}
	/* Oldest first, so that the set is written in the order it was loaded. */
	for (i = 0; i < p->nputs; i++)
		save_put(s, &p->puts[i]);
	for (l = p->tables; l != NULL; l = l->next)
		if (l->t.changed && !l->t.readonly)
			save_table(s, p, l);
	if (save_commit(s) != 0)
		return -1;
	p->made = 0;
	return 0;
}

int
project_mend(struct project *p)
{
	p->bad = 0;
	return project_save(p);
}

/* --- references and new rows ------------------------------------------ */

/* The table of one word of "change action level". */
static struct table *
word_table(struct project *p, const char *word)
{
	const char	*name = schema_open(word);

	return name != NULL ? project_table(p, name) : NULL;
}

/* "level:CHANGE/2": the row of that change and level. */
static size_t
level_row(struct project *p, struct table *t, const char *id)
{
	char		*copy = mem_strdup(id), *slash = strchr(copy, '/');
	struct table	*changes = project_table(p, "changes");
	size_t		 row = t->nrows, c;

	if (slash != NULL) {
		*slash = '\0';
		c = table_resolve_quiet(changes, copy);
		if (c < changes->nrows)
			row = table_find_by(t, "change", cell(changes, c,
			    "id"), "level", slash + 1, NULL);
	}
	free(copy);
	return row;
}

/* What begins as it was typed, so that one may be taken; the caller frees. */
static char *
begin_so(const char *const *all, size_t n, const char *typed)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < n && *typed != '\0' && s.len < 400; i++)
		if (strncasecmp(all[i], typed, strlen(typed)) == 0)
			str_printf(&s, "%s%s", s.len > 0 ? ", " : "", all[i]);
	return str_take(&s);
}

/* Nothing, or too much, is called so. */
static void
say_no_ref(const char *typed, const char **all, size_t n)
{
	const char	*colon = strchr(typed, ':'), *near = NULL;
	const char	*id = colon != NULL ? colon + 1 : typed;
	char		*some = begin_so(all, n, id);

	if (*some != '\0')
		msg_fault(NULL, N_("'%s' is the beginning of several: %s"),
		    typed, some);
	else {
		msg_fault(NULL, N_("no such id: '%s'"), typed);
		if (all != NULL) {
			all[n] = NULL;
			near = msg_nearest_id(id, all);
		}
		if (near != NULL)
			msg_hint(N_("did you mean '%s'?"), near);
	}
	free(some);
}

int
project_ref(struct project *p, const char *typed, const char *words,
    const char **word, struct table **table, size_t *row)
{
	static char	 one[32];
	struct table	*t;
	const char	*colon = strchr(typed, ':'), *id, *w;
	const char	**all = NULL;
	size_t		 n, i, hits = 0, nall = 0, cap = 0;

	for (w = words; *w != '\0'; w += n, w += strspn(w, " ")) {
		n = strcspn(w, " ");
		if (colon != NULL && ((size_t)(colon - typed) != n ||
		    strncmp(w, typed, n) != 0))
			continue;
		snprintf(one, sizeof(one), "%.*s", (int)n, w);
		if ((t = word_table(p, one)) == NULL)
			continue;
		id = colon != NULL ? colon + 1 : typed;
		i = strcmp(one, "level") == 0 ? level_row(p, t, id) :
		    table_resolve_quiet(t, id);
		if (i < t->nrows) {
			if (hits++ == 0) {
				*word = schema_open(one) != NULL ?
				    arena_str(&t->arena, one) : one;
				*table = t;
				*row = i;
			}
			continue;
		}
		if (strcmp(one, "level") == 0)
			continue;
		for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
			all = mem_grow(all, nall + 1, &cap, sizeof(*all));
			all[nall++] = cell_at(t, i, t->at[0]);
		}
	}
	if (hits > 1)
		msg_fault(NULL, N_("'%s' is in several tables: say which, as "
		    "in %s:%s"), typed, *word, typed);
	else if (hits == 0)
		say_no_ref(typed, all, nall);
	free(all);
	return hits == 1 ? 0 : -1;
}

size_t
project_add(struct project *p, struct table *t, const char *id,
    const char *day, const char *title, const char *entered, int again)
{
	char	*made = NULL, *seed;
	size_t	 row;
	int	 k;

	for (k = 0;; k++) {
		seed = k == 0 ? mem_strdup(entered) :
		    mem_printf("%s\x1f%d", entered, k);
		free(made);
		if (id != NULL)
			made = mem_strdup(id);
		else if (day != NULL)
			made = slug_day_id(day, title, seed);
		else
			made = slug_id(title, t->schema->name, seed);
		free(seed);
		row = table_find(t, made);
		if (row == t->nrows || !again || id != NULL)
			break;
	}
	if (!slug_ok(made)) {
		msg_fault(NULL, N_("not an identifier (letters, digits, - and "
		    "_): '%s'"), made);
		free(made);
		return t->nrows;
	}
	if (row < t->nrows) {
		msg_note(N_("already there: %s"), made);
		free(made);
		return t->nrows;
	}
	if (!t->exists && t->ncols == 0)
		table_begin_new(t, project_langs(p));
	row = table_add(t);
	table_set(t, row, t->schema->cols[0].name, made);
	free(made);
	return row;
}
