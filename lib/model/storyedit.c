/* Stories: told, chosen, shared, withdrawn. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logedit_in.h"

/* Columns that the team added would be left behind by a move: said. */
static int
movable(const struct found *f)
{
	int	k;

	for (k = 0; k < f->table->ncols; k++)
		if (f->table->col[k] < 0 &&
		    *cell_at(f->table, f->row, k) != '\0') {
			msg_fault(NULL, N_("'%s' has words in a column of "
			    "your own, '%s': move it by hand, with those"),
			    f->id, f->table->header[k]);
			return 0;
		}
	return 1;
}

/* Into the other folder's table, under the same id. */
static void
move_row(struct edit *e, struct found *f, int private)
{
	struct table		*to = log_table(e, "stories", private);
	const struct column	*c = to->schema->cols;
	size_t			 i;

	edit_begin_table(e->p, to);
	i = table_add(to);
	for (; c->name != NULL; c++)
		table_set(to, i, c->name, cell(f->table, f->row, c->name));
	table_drop(f->table, f->row);
	f->table = to;
	f->row = i;
	f->id = cell(to, i, "id");
}

/* The teller agrees: into the shared folder. */
static int
share(struct edit *e, struct found *f, const char *visibility)
{
	if (visibility != NULL && strcmp(visibility, "private") == 0) {
		msg_fault(NULL, N_("a story that is shared is not private"));
		return -1;
	}
	if (f->table->secret) {
		if (!movable(f))
			return -1;
		move_row(e, f, 0);
		edit_note(e, N_("its teller agrees: it is in the shared "
		    "folder now: %s"), f->id);
	} else if (cell_is(f->table, f->row, "consent", "yes"))
		edit_note(e, N_("already so: %s"), f->id);
	table_set(f->table, f->row, "consent", "yes");
	if (visibility != NULL || cell_is(f->table, f->row, "visibility",
	    "private"))
		table_set(f->table, f->row, "visibility", visibility != NULL ?
		    visibility : "team");
	return 0;
}

/* A story with the same words, in either folder. */
static int
told_before(struct edit *e, const char *text, struct found *f)
{
	int	k;

	if (e->again || e->id != NULL)
		return 0;
	for (k = 0; k < 2; k++) {
		f->table = log_table(e, "stories", k);
		f->row = table_find_by(f->table, "text", text, NULL);
		if (f->row < f->table->nrows) {
			f->id = cell(f->table, f->row, "id");
			return 1;
		}
	}
	return 0;
}

/* The value of a column leaves the entries; the caller frees it. */
static char *
take(struct entry *en, const char *column)
{
	char	*v = NULL;

	for (; en->column != NULL; en++)
		if (strcmp(en->column, column) == 0) {
			v = en->value;
			en->value = NULL;
		}
	return v;
}

/* Told again: completed, and shared where the consent came with it. */
static int
told_again(struct edit *e, struct found *f, int private, struct entry *en)
{
	char	*consent = take(en, "consent"), *who = take(en, "visibility");
	int	 agrees = consent != NULL && strcmp(consent, "yes") == 0;
	int	 rc = 0;

	edit_there(e, f->table, f->row);
	if (consent != NULL && !agrees && !f->table->secret) {
		msg_fault(NULL, N_("it is in the shared folder"));
		msg_hint(N_("cpm-log story --withdraw %s moves it to the "
		    "private folder"), f->id);
		rc = -1;
	} else if (edit_complete(e, f->table, f->row, en, N_("cpm-log story "
	    "--set %s corrects it; for a genuine second one: --again")) < 0)
		rc = -1;
	else if (agrees && !private && f->table->secret)
		rc = share(e, f, who);
	free(consent);
	free(who);
	return rc;
}

int
log_add_story(struct edit *e, int private, struct entry *en)
{
	struct found	 f;
	struct table	*t;
	const char	*text, *consent;
	size_t		 i;
	int		 asked;

	if (entry_read(e, "stories", en) != 0)
		return -1;
	private = log_is_private(private, en);
	text = entry_value(en, "text");
	if (told_before(e, text, &f))
		return told_again(e, &f, private, en);
	consent = entry_value(en, "consent");
	asked = consent != NULL && strcmp(consent, "yes") == 0;
	t = log_table(e, "stories", private || !asked);
	e->about = "text";
	e->about_typed = text;
	/* The id does not change when the story moves: it tells nothing. */
	i = edit_add(e, t, DATE_NONE, "story", text);
	if (i == t->nrows)
		return 0;
	log_put_row(e, t, i, private || !asked, en);
	if (!t->secret)
		edit_note(e, N_("noted: %s"), e->got);
	else if (asked)
		edit_note(e, N_("noted, in the private folder: %s"), e->got);
	else
		edit_note(e, N_("noted, in the private folder until its "
		    "teller agrees (cpm-log story --share %s)"), e->got);
	return 0;
}

static int
find(struct edit *e, const char *typed, struct entry *en, struct found *f)
{
	e->private = 1;
	if ((en != NULL && entry_read(e, "stories", en) != 0) ||
	    edit_find(e, typed, "story", f) != 0)
		return -1;
	e->got = mem_strdup(f->id);
	return 0;
}

int
log_story_select(struct edit *e, const char *typed, struct entry *en)
{
	struct found	f;
	int		n;

	if (find(e, typed, en, &f) != 0 ||
	    (n = edit_complete(e, f.table, f.row, en, N_("cpm-log story "
	    "--set %s corrects it"))) < 0)
		return -1;
	if (n == 0)
		edit_note(e, N_("already so: %s"), f.id);
	else
		edit_note(e, N_("chosen: %s"), f.id);
	return 0;
}

int
log_story_share(struct edit *e, const char *typed, struct entry *en)
{
	struct found	f;

	if (find(e, typed, en, &f) != 0)
		return -1;
	return share(e, &f, entry_value(en, "visibility"));
}

/* A list of references without this one; NULL: it is not in it. */
static char *
without(const char *refs, const char *ref)
{
	struct str	out;
	size_t		n;
	int		there = 0;

	str_init(&out);
	for (; *refs != '\0'; refs += n, refs += strspn(refs, " ")) {
		n = strcspn(refs, " ");
		if (n == strlen(ref) && strncmp(refs, ref, n) == 0)
			there = 1;
		else
			str_printf(&out, "%s%.*s", out.len > 0 ? " " : "",
			    (int)n, refs);
	}
	if (there)
		return str_take(&out);
	str_free(&out);
	return NULL;
}

static void
forget_in(struct edit *e, struct table *t, const char *ref)
{
	const struct column	*c = t->schema->cols;
	char			*left;
	size_t			 i;

	for (; c->name != NULL; c++) {
		if (c->type != COL_OPENREF && c->type != COL_OPENREFS)
			continue;
		for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
			left = without(cell(t, i, c->name), ref);
			if (left == NULL)
				continue;
			table_set(t, i, c->name, left);
			edit_note(e, N_("'%s' no longer refers to it"),
			    edit_row_called(t, i));
			free(left);
		}
	}
}

/* Whether rows of a table may name a story. */
static int
names_stories(const struct schema *s)
{
	const struct column	*c;

	for (c = s->cols; c->name != NULL; c++)
		if ((c->type == COL_OPENREF || c->type == COL_OPENREFS) &&
		    strstr(c->ref, "story") != NULL)
			return 1;
	return 0;
}

/* A row refers to nothing that is private: whatever names it lets it go. */
static void
forget(struct edit *e, const char *id)
{
	const struct schema	*s;
	char			*ref = mem_printf("story:%s", id);

	for (s = schema_tables; s->name != NULL; s++) {
		if (!names_stories(s))
			continue;
		forget_in(e, project_table(e->p, s->name), ref);
		if (s->flags & TABLE_VISIBLE)
			forget_in(e, project_private(e->p, s->name), ref);
	}
	free(ref);
}

int
log_story_withdraw(struct edit *e, const char *typed)
{
	struct found	f;

	if (find(e, typed, NULL, &f) != 0)
		return -1;
	if (f.table->secret) {
		table_set(f.table, f.row, "consent", "no");
		edit_note(e, N_("it is in the private folder: %s"), f.id);
		/* Another clone may have referred to it meanwhile. */
		forget(e, f.id);
		return 0;
	}
	if (!movable(&f))
		return -1;
	move_row(e, &f, 1);
	table_set(f.table, f.row, "consent", "no");
	table_set(f.table, f.row, "visibility", "private");
	edit_note(e, N_("it is in the private folder now: %s"), f.id);
	forget(e, f.id);
	edit_note(e, N_("what was committed before stays in git's history, "
	    "and in reports that went out: tell its teller so"));
	return 0;
}
