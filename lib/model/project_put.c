/* Whole files of a team's folder: read, and put into the change set. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/project_in.h"

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

void
project_put_beside(struct project *p, struct beside *d, const char *rel,
    const struct stat *seen, unsigned long rows)
{
	struct put	*u;
	char		 view[PATH_MAX];

	put(p, rel, "", 0, 1);
	u = &p->puts[p->nputs - 1];
	u->shown = mem_strdup(project_shown_private(p, rel, view,
	    sizeof(view)));
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
