/*
 * A team's folder: found, opened, closed.  Tables are loaded when asked for
 * (project_table.c); the private folder is looked at only by commands that
 * ask for something private (project_private.c).
 */
#include "model/project.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/project_in.h"

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
			project_sweep(p);
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

char *
project_private_of(const struct cmd *c)
{
	char	*root = find_root(start_dir(c)), *dir = NULL;

	if (root != NULL)
		dir = project_private_path(root);
	free(root);
	return dir;
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

struct project *
project_open_file(const struct cmd *c, const char *name, const char *path)
{
	struct project	*p = project_open_new();
	struct loaded	*l;
	const char	*other;
	int		 rc;

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
	rc = table_load(&l->t, path, strcmp(path, "-") == 0 ?
	    _("standard input") : path, schema_find(name),
	    TABLE_LOAD_FOREIGN | TABLE_LOAD_NOTES_OFF | TABLE_LOAD_SECRET, 0);
	if ((other = table_other(&l->t)) != NULL)
		msg_fault(&(struct place){ l->t.shown, 0, 0, NULL },
		    N_("this seems to be %s.csv, not %s.csv"), other, name);
	else if (rc == 0) {
		l->t.secret = 0;
		return p;
	}
	project_close(p);
	return NULL;
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
project_dry(const struct project *p)
{
	return p->dry;
}
