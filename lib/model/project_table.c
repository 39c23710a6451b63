/*
 * The tables of a team's folder, each loaded when it is first asked for; and
 * the settings in one of them, cpm.csv, which say how the others are read.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/project_in.h"

static const char *
shown(const struct project *p, const char *rel, char *buf, size_t size)
{
	if (strcmp(p->root, ".") == 0)
		snprintf(buf, size, "%s", rel);
	else
		snprintf(buf, size, "%s/%s", p->root, rel);
	return buf;
}

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

static int
order_of(struct project *p)
{
	const char	*v = project_get(p, "date_order");

	if (strcmp(v, "dmy") == 0)
		return 'd';
	return strcmp(v, "mdy") == 0 ? 'm' : 0;
}

const char *
project_shown_private(const struct project *p, const char *rel, char *buf,
    size_t size)
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
		project_shown_private(p, rel, view, sizeof(view));
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
	s = stream_open(path, project_shown_private(p, rel, view, sizeof(view)),
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
