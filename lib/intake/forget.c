/* Sheets deleted from the private folder, for good. */
#include "intake/forget.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "intake/code.h"

/* A sheet by round and code. */
struct gone {
	char		*key;		/* round, LF, code */
	const char	*code, *round;
	UT_hash_handle	 hh;
};

static struct gone *
gone_note(struct gone **head, struct arena *a, const char *round,
    const char *code)
{
	struct gone	*g;
	char		*key = arena_printf(a, "%s\n%s", round, code);

	HASH_FIND_STR(*head, key, g);
	if (g != NULL)
		return g;
	g = arena_alloc(a, sizeof(*g));
	g->key = key;
	g->code = arena_str(a, code);
	g->round = arena_str(a, round);
	HASH_ADD_KEYPTR(hh, *head, g->key, strlen(g->key), g);
	return g;
}

/* Mark each of them, unless an earlier forgetting did. */
static void
mark_forgotten(struct table *t, const struct gone *head, int today,
    struct arena *a)
{
	struct gone		*marked = NULL, *hit;
	const struct gone	*g;
	char			 day[DATE_LEN];
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		gone_note(&marked, a, cell(t, i, "round"),
		    cell(t, i, "code"));
	for (g = head; g != NULL; g = g->hh.next) {
		HASH_FIND_STR(marked, g->key, hit);
		if (hit != NULL)
			continue;
		i = table_add(t);
		table_set(t, i, "code", g->code);
		table_set(t, i, "round", g->round);
		table_set(t, i, "on", date_str(day, today));
	}
	HASH_CLEAR(hh, marked);
}

static int
is_gone(const struct gone *head, const char *round, const char *code)
{
	struct gone	*g;
	char		*key = mem_printf("%s\n%s", round, code);

	HASH_FIND_STR(head, key, g);
	free(key);
	return g != NULL;
}

/* Whether one of the names in a source is this code. */
static int
has_name(const char *source, const char *code)
{
	char	name[CODE_LEN + 1];

	while ((source = code_names(source, name)) != NULL)
		if (strcmp(name, code) == 0)
			return 1;
	return 0;
}

/*
 * The sheets (not rows) that the rows to delete belong to, and apart from
 * them the other names of these: of the submissions that brought them.
 */
static struct gone *
collect(struct table *t, const char *code, const char *round,
    struct gone **subs, struct arena *a)
{
	struct gone	*head = NULL;
	const char	*r, *c, *s;
	char		 name[CODE_LEN + 1];
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		r = cell(t, i, "round");
		c = cell(t, i, "respondent");
		if ((code != NULL && strcmp(c, code) != 0 &&
		    !has_name(cell(t, i, "source"), code)) ||
		    (round != NULL && strcmp(r, round) != 0))
			continue;
		gone_note(&head, a, r, c);
		for (s = cell(t, i, "source");
		    (s = code_names(s, name)) != NULL;)
			gone_note(subs, a, r, name);
	}
	/* All rows of them: one of its rows has a sheet's other names. */
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (is_gone(head, cell(t, i, "round"),
		    cell(t, i, "respondent")))
			table_drop(t, i);
	return head;
}

/* A round that lost sheets. */
struct rounds {
	const char	*id;
	struct rounds	*next;
};

static void
note_round(struct forgot *f, const char *round)
{
	struct rounds	*r;

	for (r = f->rounds; r != NULL; r = r->next)
		if (strcmp(r->id, round) == 0)
			return;
	r = arena_alloc(&f->arena, sizeof(*r));
	r->id = arena_str(&f->arena, round);
	r->next = f->rounds;
	f->rounds = r;
}

/*
 * Files of the private folder that no code looks into: rejected lines and
 * exports that were moved there.
 */
static void
say_leftovers(const struct project *p)
{
	static const char *const	dirs[] = { "rejects", "exports" };
	char				*path;
	struct dirent			*d;
	DIR				*dp;
	size_t				 i;

	for (i = 0; i < sizeof(dirs) / sizeof(*dirs); i++) {
		path = mem_printf("%s/%s", project_private_dir(p), dirs[i]);
		dp = opendir(path);
		while (dp != NULL && (d = readdir(dp)) != NULL)
			if (d->d_name[0] != '.')
				msg_note(N_("%s/%s may hold it too: yours to "
				    "delete"), path, d->d_name);
		if (dp != NULL)
			closedir(dp);
		free(path);
	}
}

void
forgot_say(const struct forgot *f, struct project *p)
{
	struct table		*t = project_table(p, "rounds");
	const struct rounds	*r;
	size_t			 i;

	if (f->sheets + f->hands == 0) {
		msg_note(N_("already forgotten"));
		return;
	}
	if (f->sheets > 0)
		msg_note_n(f->sheets, "%lu sheet deleted from the private "
		    "folder", "%lu sheets deleted from the private folder",
		    f->sheets);
	if (f->hands > 0)
		msg_note_n(f->hands, "%lu count of hands deleted from the "
		    "private folder", "%lu counts of hands deleted from the "
		    "private folder", f->hands);
	for (r = f->rounds; r != NULL; r = r->next) {
		i = table_find(t, r->id);
		if (i < t->nrows && !cell_is(t, i, "status", "open"))
			msg_note(N_("%s: what was published stays as it was "
			    "published"),
			    r->id);
		else
			msg_note(N_("%s: the round is open and will be counted "
			    "without it"),
			    r->id);
	}
	say_leftovers(p);
	msg_note(N_("copies elsewhere (the survey server, its export, a file "
	    "of 'sheets export', a backup) are yours to delete"));
}

void
forgot_free(struct forgot *f)
{
	arena_free(&f->arena);
}

static int
none_found(struct project *p, const char *code, const char *round)
{
	struct table	*marks = project_private(p, "forgotten");
	size_t		 i;

	for (i = table_first(marks); i < marks->nrows;
	    i = table_next(marks, i))
		if ((code == NULL || cell_is(marks, i, "code", code)) &&
		    (round == NULL || cell_is(marks, i, "round", round)))
			return 0;
	if (code == NULL)
		msg_fault(NULL, N_("round '%s' has no sheets to forget"),
		    round);
	else if (slug_code_ok(code, CODE_LEN))
		msg_fault(NULL, N_("there is no such sheet"));
	else {
		msg_fault(NULL, N_("no sheet has this code, and it is not well "
		    "typed"));
		msg_hint(N_("a code has %d characters, the last one checks the "
		    "others"),
		    CODE_LEN);
	}
	return -1;
}

/* The rows of a code, or of a round; how many sheets and hands went. */
static unsigned long
forget(struct project *p, const char *code, const char *round, int today,
    struct forgot *f)
{
	struct table	*t = project_private(p, "responses"),
			*marks = project_private(p, "forgotten"),
			*hands = round != NULL && code == NULL ?
			    project_private(p, "hands") : NULL;
	struct gone	*head, *subs = NULL, *g;
	unsigned long	 n;
	size_t		 i;

	if (project_bad(p))
		return 0;
	head = collect(t, code, round, &subs, &f->arena);
	n = HASH_COUNT(head);
	f->sheets += n;
	for (g = head; g != NULL; g = g->hh.next)
		note_round(f, g->round);
	for (i = hands != NULL ? table_first(hands) : 0;
	    hands != NULL && i < hands->nrows; i = table_next(hands, i))
		if (cell_is(hands, i, "round", round)) {
			table_drop(hands, i);
			note_round(f, round);
			gone_note(&subs, &f->arena, round, CODE_HANDS);
			f->hands++;
			n++;
		}
	mark_forgotten(marks, head, today, &f->arena);
	mark_forgotten(marks, subs, today, &f->arena);
	HASH_CLEAR(hh, head);
	HASH_CLEAR(hh, subs);
	return n;
}

/* --- by another name than the code -------------------------------------- */

/* What a number may be: in a survey program, or on paper. */
enum { BY_UUID, BY_ID, BY_PERSON, BY_PLAIN, BY_FORM };

static const char *
code_by(char *buf, const struct key *key, int by, const char *round,
    const char *name)
{
	static const char *const	spaces[] = { "uuid", "_id", "person" };

	if (by == BY_FORM)
		return code_of_form(buf, key, round, name);
	if (by == BY_PLAIN)
		return code_of_plain(buf, key, round, name);
	return code_of(buf, key, spaces[by], name);
}

static int
is_stored(struct project *p, const char *code)
{
	struct table	*t = project_private(p, "responses"),
			*marks = project_private(p, "forgotten");
	size_t		 i;

	if (table_find_by(t, "respondent", code, NULL) < t->nrows ||
	    table_find_by(marks, "code", code, NULL) < marks->nrows)
		return 1;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (has_name(cell(t, i, "source"), code))
			return 1;
	return 0;
}

/*
 * The sheet of a name, under each key that this computer knows; where it was
 * there, it is marked under all of them, for the key of another computer may
 * bring it once more.  Whether it was.
 */
static int
forget_name(struct project *p, const struct key *key, int by,
    const char *name, const char *of, const struct forget_ask *a,
    const char *round, struct forgot *f)
{
	struct gone		*all = NULL;
	const struct rounds	*r;
	struct key		 one;
	char			 code[CODE_LEN + 1];
	size_t			 i;
	int			 found = 0;

	for (i = 0; i <= key->nmore; i++) {
		one = key_alone(key, i);
		if (!is_stored(p, code_by(code, &one, by, of, name)))
			continue;
		if (forget(p, code, round, a->today, f) > 0 ||
		    none_found(p, code, round) == 0)
			found = 1;
	}
	for (i = 0; found && i <= key->nmore; i++) {
		one = key_alone(key, i);
		code_by(code, &one, by, of, name);
		for (r = f->rounds; r != NULL; r = r->next)
			gone_note(&all, &f->arena, r->id, code);
	}
	mark_forgotten(project_private(p, "forgotten"), all, a->today,
	    &f->arena);
	HASH_CLEAR(hh, all);
	return found;
}

/* A submission is known under one of these names, or under several. */
static int
forget_submission(struct project *p, const struct key *key,
    const struct forget_ask *a, const char *round, struct forgot *f)
{
	struct table	*rounds = project_table(p, "rounds");
	unsigned long	 before = msg_faults();
	char		*name = utf_fold(a->submission);
	const char	*plain = strncmp(name, "uuid:", 5) == 0 ? name + 5 :
			    name;
	size_t		 r;
	int		 by, found = 0;

	for (by = BY_UUID; by <= BY_PERSON; by++)
		found |= forget_name(p, key, by, plain, NULL, a, round, f);
	for (r = table_first(rounds); r < rounds->nrows;
	    r = table_next(rounds, r))
		if (round == NULL || cell_is(rounds, r, "id", round))
			found |= forget_name(p, key, BY_PLAIN, plain,
			    cell(rounds, r, "id"), a, round, f);
	free(name);
	if (!found && msg_faults() == before)
		msg_fault(NULL, N_("there is no such sheet"));
	return found ? 0 : -1;
}

static int
forget_form(struct project *p, const struct key *key,
    const struct forget_ask *a, const char *round, struct forgot *f)
{
	unsigned long	before = msg_faults();

	if (forget_name(p, key, BY_FORM, a->form, round, a, round, f))
		return 0;
	if (msg_faults() == before)
		msg_fault(NULL, N_("there is no such sheet"));
	return -1;
}

int
sheets_forget(struct project *p, const struct forget_ask *a,
    struct forgot *f)
{
	struct table	*rounds = project_table(p, "rounds");
	struct key	 key = { .n = 0 };
	const char	*round = NULL;
	size_t		 i;
	int		 rc;

	memset(f, 0, sizeof(*f));
	arena_init(&f->arena);
	if (a->round != NULL) {
		i = table_resolve(rounds, a->round);
		if (i >= rounds->nrows)
			return -1;
		round = cell(rounds, i, "id");
	}
	project_private(p, "responses");
	project_private(p, "forgotten");
	project_private(p, "hands");
	if (project_bad(p))
		return -1;
	if (a->form == NULL && a->submission == NULL)
		return forget(p, a->code, round, a->today, f) > 0 ? 0 :
		    none_found(p, a->code, round);
	if (key_load(&key, p) != 0)
		return -1;
	if (a->form != NULL)
		rc = forget_form(p, &key, a, round, f);
	else
		rc = forget_submission(p, &key, a, round, f);
	key_free(&key);
	return rc;
}
