/*
 * What a command changed, all of it in one transaction: the tables and the
 * files of its change set, or what a dry run says of them.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "model/project_in.h"

void
project_sweep(const struct project *p)
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

void
project_new_key(struct save *s, const char *path)
{
	unsigned char	 raw[32];
	char		 hex[2 * sizeof(raw) + 2];
	size_t		 i;

	slug_random(raw, sizeof(raw));
	for (i = 0; i < sizeof(raw); i++)
		snprintf(hex + 2 * i, 3, "%02x", raw[i]);
	hex[2 * sizeof(raw)] = '\n';
	save_file(s, path, hex, 2 * sizeof(raw) + 1, NULL, 0600, 0);
}

/* The first private write makes the folder and its key. */
static int
ready_private(struct project *p, struct save *s)
{
	const char	*dir = project_private_dir(p);
	char		*path;

	if (project_private_make(p) != 0)
		return -1;
	path = mem_printf("%s/key", dir);
	if (access(path, F_OK) != 0 && !is_put(p, path))
		project_new_key(s, path);
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
	project_sweep(p);
	s = save_begin(p->root);
	if (private && ready_private(p, s) != 0) {
		save_cancel(s);
		return -1;
	}
	/* The files in the order they were put, then the tables. */
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
