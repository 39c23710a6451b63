/* Joining: the keys of two computers, and what was forgotten on either. */
#include "intake/join_in.h"

#include <string.h>

/* --- keys --------------------------------------------------------------- */

/* Another team's sheets would be counted as ours. */
static int
is_same_team(struct join *j, int shared)
{
	const char	*title = project_get(j->p, "title");
	struct place	 where = { j->b->shown, 0, 0, NULL };

	if (shared || strcmp(title, j->b->title) == 0)
		return 1;
	msg_fault(&where, N_("this file is from another team's folder: '%s', "
	    "and here is '%s'"), j->b->title, title);
	msg_hint(N_("if it is the same team, give both folders the same title "
	    "in cpm.csv, and make the file again"));
	return 0;
}

static void
put_keys(struct join *j, const char *own)
{
	struct str	more;
	char		*line = mem_printf("%s\n", own);
	size_t		 i;

	str_init(&more);
	for (i = 0; i < j->kin.nkeys; i++)
		if (strcmp(j->kin.key[i], own) != 0)
			str_printf(&more, "%s\n", j->kin.key[i]);
	project_put_private(j->p, "key", line, strlen(line));
	if (more.len > 0)
		project_put_private(j->p, "keys", more.s, more.len);
	explicit_bzero(line, strlen(line));
	explicit_bzero(more.s, more.len);
	free(line);
	str_free(&more);
}

/*
 * A computer that was only given the key helps: the votes come together
 * elsewhere, until a file of votes is joined here.  `close` asks for it.
 */
static void
note_helper(struct join *j)
{
	static const char	text[] = "the votes are counted on the "
	    "computer that this key came from\n";
	size_t			n = 0;
	char			*was = project_read_private(j->p, "helper",
				    &n);

	free(was);
	if (j->b->key_only && (j->done->key_taken || j->done->two_keys))
		project_put_private(j->p, "helper", text, strlen(text));
	else if (!j->b->key_only && n > 0)
		project_put_private(j->p, "helper", "", 0);
}

/*
 * Which key makes codes from now on, and which are kept to know codes by.
 * One that nothing was made with gives way to theirs; so does our own where
 * only a key was brought: who brings it wants it used.
 */
int
join_keys(struct join *j)
{
	struct key	 k = { .n = 0 }, one;
	const char	*first = NULL;
	size_t		 i, ours = 0, theirs = 0, fresh = 0;
	char		*own = project_read_private(j->p, "key", NULL);
	int		 rc = 0, has = own != NULL, same;

	kin_begin(&j->kin);
	if (has && !j->bare) {
		if (key_load(&k, j->p) != 0) {
			free(own);
			return -1;
		}
		for (i = 0; i <= k.nmore; i++) {
			one = key_alone(&k, i);
			ours += (size_t)kin_key(&j->kin,
			    (const char *)one.bytes);
		}
		key_free(&k);
	}
	for (i = 0; i < j->b->n; i++) {
		if (j->b->v[i].kind != BUNDLE_KEY)
			continue;
		if (first == NULL)
			first = j->b->v[i].f[B_CODE];
		theirs++;
		fresh += (size_t)kin_key(&j->kin, j->b->v[i].f[B_CODE]);
	}
	/* Ours counts as none where no code was made with it. */
	same = has && first != NULL &&
	    strncmp(own, first, strlen(first)) == 0 &&
	    strcspn(own, " \r\n") == strlen(first);
	free(own);
	if (!is_same_team(j, same || (ours > 0 && fresh < theirs)))
		rc = -1;
	else if (same && ours == 0 && fresh == 1)
		;
	else if (first != NULL && (ours == 0 || (j->b->key_only &&
	    strcmp(j->kin.key[0], first) != 0)))
		put_keys(j, first);
	else if (fresh > 0 && ours > 0)
		put_keys(j, j->kin.key[0]);
	j->done->key_taken = ours == 0 && first != NULL && !same;
	j->done->two_keys = ours > 0 && fresh > 0;
	j->done->key_only = j->b->key_only;
	note_helper(j);
	return rc;
}

/* --- what was forgotten ------------------------------------------------- */

static void
mark(struct join *j, const char *round, const char *code)
{
	const char	*kin = kin_of(&j->kin, code);

	ids_add(j->marks, join_pair(j, round, code), 1);
	ids_add(j->marks, arena_str(&j->arena, code), 1);
	ids_add(j->marks, join_pair(j, round, kin), 1);
	ids_add(j->marks, arena_str(&j->arena, kin), 1);
}

static int
is_marked_name(struct join *j, const struct jsheet *x, const char *name)
{
	(void)x;
	return ids_at(j->marks, name, 0) != 0;
}

int
join_is_marked(struct join *j, const struct side *s, const struct jsheet *x)
{
	const char	*kin = kin_of(&j->kin, x->code);

	return ids_at(j->marks, join_pair(j, x->round, x->code), 0) != 0 ||
	    ids_at(j->marks, join_pair(j, x->round, kin), 0) != 0 ||
	    join_any_name(j, s, x, is_marked_name) ||
	    (x->submitted && (ids_at(j->marks, x->code, 0) != 0 ||
	    ids_at(j->marks, kin, 0) != 0));
}

static void
add_mark(struct join *j, struct table *t, const char *const *f,
    const char *code)
{
	size_t	row;

	if (table_find_by(t, "code", code, "round", f[B_ROUND], NULL) <
	    t->nrows)
		return;
	row = table_add(t);
	table_set(t, row, "code", code);
	table_set(t, row, "round", f[B_ROUND]);
	table_set(t, row, "on", f[B_DATE]);
	j->done->marks++;
}

/* Marks of both sides hold on both. */
void
join_marks(struct join *j)
{
	struct table		*t = project_private(j->p, "forgotten"),
				*answers = project_private(j->p, "responses");
	const struct jsheet	*x;
	const char		**f;
	size_t			 i;

	j->marks = ids_new();
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		mark(j, cell(t, i, "round"), cell(t, i, "code"));
	for (i = 0; i < j->b->n; i++) {
		if (j->b->v[i].kind != BUNDLE_FORGOTTEN)
			continue;
		f = j->b->v[i].f;
		if (strcmp(f[B_CODE], CODE_HANDS) == 0 && table_find_by(t,
		    "code", CODE_HANDS, "round", f[B_ROUND], NULL) >=
		    t->nrows)
			join_hands_gone(j, f[B_ROUND]);
		mark(j, f[B_ROUND], f[B_CODE]);
		add_mark(j, t, f, f[B_CODE]);
		add_mark(j, t, f, kin_of(&j->kin, f[B_CODE]));
	}
	for (x = j->ours.sheets; x != NULL; x = x->hh.next) {
		if (!join_is_marked(j, &j->ours, x))
			continue;
		for (i = x->first; i != JOIN_END; i = j->ours.next[i])
			table_drop(answers, i);
		join_done(j, x->round)->gone++;
	}
}
