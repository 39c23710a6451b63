/* What happens in a session: client, suggestions, actions, what became of
 * them. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "base/utf.h"
#include "model/log.h"
#include "model/planedit_in.h"
#include "model/sessionedit_in.h"

/* --- the client, in the private folder ------------------------------------ */

/* The later session of the series that was to be this member's; n if none. */
static size_t
turn_of(const struct sessions *ss, const struct session_client *c, size_t i,
    const char *who)
{
	size_t	k;

	for (k = i + 1; k < ss->n; k++)
		if (strcmp(ss->list[k].series, ss->list[i].series) == 0 &&
		    strcmp(c[k].client, who) == 0)
			return k;
	return ss->n;
}

/* Each keeps what they prepared: questions change places with their askers. */
static void
bring_along(struct edit *e, const struct sessions *ss,
    const struct session_client *c, size_t i, size_t k)
{
	static const char *const	columns[] = { "question", "contract" };
	const char	*here = ss->list[i].id, *there = ss->list[k].id;
	char		*mine, *other;
	size_t		 n;

	if (*c[i].question == '\0' && *c[i].contract == '\0' &&
	    *c[k].question == '\0' && *c[k].contract == '\0')
		return;
	for (n = 0; n < 2; n++) {
		/* What is written over would be gone before it is moved. */
		mine = mem_strdup(n == 0 ? c[i].question : c[i].contract);
		other = mem_strdup(n == 0 ? c[k].question : c[k].contract);
		session_put_client(e, here, columns[n], other);
		session_put_client(e, there, columns[n], mine);
		free(mine);
		free(other);
	}
	edit_note(e, N_("the question goes along with the one who asks it"));
}

/* Whether the question of a session was worked on there, by all one knows. */
static int
was_worked_on(struct edit *e, const struct sessions *ss, size_t i)
{
	char	*path = log_note_path(ss->list[i].id), *sheet;
	size_t	 n = 0;

	sheet = project_read_private(e->p, path, &n);
	free(path);
	free(sheet);
	return n > 0 || session_held(ss, i);
}

/*
 * A question asked already stays with the one who asked it: who is ill on the
 * day takes it along to the other's session, and has it there.
 */
static int
set_who(struct edit *e, const struct sessions *ss,
    const struct session_client *c, size_t i, const char *who)
{
	size_t	k;
	int	asked = *c[i].question != '\0' || *c[i].contract != '\0';
	char	words[64];

	if (strcmp(c[i].client, who) == 0)
		return 0;
	if (!session_code_ok(who)) {
		msg_fault(NULL, N_("not a code (short, no quotes, UTF-8)"));
		return -1;
	}
	k = turn_of(ss, c, i, who);
	if (*c[i].client != '\0' && asked &&
	    (k == ss->n || was_worked_on(e, ss, i))) {
		msg_fault(NULL, N_("the question of '%s' belongs to another "
		    "client"), ss->list[i].id);
		msg_hint(N_("what was kept of it is in %s"),
		    "session-clients.csv");
		return -1;
	}
	session_put_client(e, ss->list[i].id, "client", who);
	if (k < ss->n) {
		session_put_client(e, ss->list[k].id, "client", c[i].client);
		edit_note(e, N_("they change places with the session of %s"),
		    date_words(words, sizeof(words), ss->list[k].date));
		bring_along(e, ss, c, i, k);
	} else if (*c[i].client != '\0')
		msg_warn(NULL, N_("whose turn it was has none now: cpm-log "
		    "session add %s DATE"), ss->list[i].series);
	return 0;
}

/* A text that is there is written over only where that was asked for. */
static int
set_text(struct edit *e, const struct session *s, const char *column,
    const char *have, const char *text, int replace)
{
	char	*value;
	size_t	 n;
	int	 rc = 0;

	if (text == NULL)
		return 0;
	text += strspn(text, " \t\r\n");
	value = mem_strdup(text);
	for (n = strlen(value); n > 0 && strchr(" \t\r\n", value[n - 1]) !=
	    NULL; n--)
		value[n - 1] = '\0';
	if (utf_valid(value, strlen(value)) != strlen(value)) {
		msg_fault(NULL, N_("%s: not UTF-8"), column);
		rc = -1;
	} else if (*value == '\0' || strcmp(have, value) == 0)
		;
	else if (*have != '\0' && !replace) {
		msg_fault(NULL, *column == 'q' ? N_("'%s' has its question "
		    "already (--replace writes over it)") : N_("'%s' has its "
		    "contract already (--replace writes over it)"), s->id);
		rc = -1;
	} else
		session_put_client(e, s->id, column, value);
	free(value);
	return rc;
}

static int
says_nothing(const char *text)
{
	return text == NULL || text[strspn(text, " \t\r\n")] == '\0';
}

static int
put_client(struct edit *e, struct sessions *ss, size_t i,
    const struct session_private *what)
{
	const struct session	*s = &ss->list[i];
	struct session_client	*c = session_clients(ss, e->p);
	int			 bad = 0;

	if (c == NULL)
		return -1;
	if (what->client != NULL && *what->client != '\0')
		bad |= set_who(e, ss, c, i, what->client);
	if ((c = session_clients(ss, e->p)) == NULL)
		return -1;
	bad |= set_text(e, s, "question", c[i].question, what->question,
	    what->replace);
	bad |= set_text(e, s, "contract", c[i].contract, what->contract,
	    what->replace);
	if (bad)
		return -1;
	if (session_too_soon(ss, c, i))
		msg_warn(NULL, N_("client again before everybody was"));
	if (says_nothing(what->client) && says_nothing(what->question) &&
	    says_nothing(what->contract))
		edit_note(e, N_("as it was: %s"), s->id);
	else
		edit_note(e, N_("kept in the private folder, for %s"), s->id);
	return 0;
}

int
session_set_client(struct edit *e, const char *typed,
    const struct session_private *what)
{
	struct session_facts	f;
	size_t			i;
	int			rc;

	if (session_find_one(e, typed, &f, &i) != 0)
		return -1;
	rc = put_client(e, &f.ss, i, what);
	session_facts_free(&f);
	return rc;
}

/* What is there already is not added twice. */
static char *
joined(const char *have, const char *text)
{
	struct str	s;

	if (have == NULL || *have == '\0')
		return mem_strdup(text);
	if (strstr(have, text) != NULL)
		return NULL;
	str_init(&s);
	str_add(&s, have);
	if (s.s[s.len - 1] != '\n')
		str_addc(&s, '\n');
	str_addc(&s, '\n');
	str_add(&s, text);
	return str_take(&s);
}

int
session_suggest(struct edit *e, const char *typed, const char *text)
{
	struct session_facts	f;
	char			*path, *have, *whole;
	size_t			 i;

	if (text[strspn(text, " \t\r\n")] == '\0') {
		msg_fault(NULL, N_("nothing was written"));
		return -1;
	}
	if (session_find_one(e, typed, &f, &i) != 0)
		return -1;
	path = log_note_path(f.ss.list[i].id);
	have = project_text(e->p, path, 1);
	whole = joined(have, text);
	if (whole == NULL)
		msg_note(N_("already there: %s"), path);
	else {
		project_put_private(e->p, path, whole, strlen(whole));
		edit_note(e, N_("the client's sheet is in the private folder: "
		    "%s"), path);
	}
	free(whole);
	free(have);
	free(path);
	session_facts_free(&f);
	return 0;
}

/* --- actions, told at the next session ------------------------------------- */

static int
doable(const struct sessions *ss, size_t i, const struct table *t, size_t row)
{
	int	by = session_tell_by(ss, i), due = cell_day(t, row, "due");
	char	words[64];

	if (due == DATE_NONE || by == DATE_NONE || due <= by)
		return 0;
	msg_fault(NULL, N_("--due: the next session is on %s: what can be done "
	    "by then?"), date_words(words, sizeof(words), by));
	msg_hint(N_("a first part of it, told there; cpm-log session move "
	    "moves the session"));
	return -1;
}

static int
fill_action(struct edit *e, const struct sessions *ss, size_t i, size_t row,
    const struct entry *en)
{
	struct table	*t = project_table(e->p, "actions");
	char		*ref = mem_printf("session:%s", ss->list[i].id);
	int		 by = session_tell_by(ss, i);
	char		 day[DATE_LEN], words[64];

	table_set(t, row, "ref", ref);
	free(ref);
	table_set(t, row, "status", "todo");
	entry_put(t, row, en);
	if (*cell(t, row, "owner") == '\0')
		table_set(t, row, "owner", "client");
	if (*cell(t, row, "due") == '\0' && by != DATE_NONE)
		table_set(t, row, "due", date_str(day, by));
	if (doable(ss, i, t, row) != 0 || plan_dates_fit(t, row) != 0)
		return -1;
	if (*cell(t, row, "due") == '\0')
		msg_warn(NULL, N_("for which day is '%s'? no next session is "
		    "planned (--due)"), e->got);
	else
		edit_note(e, N_("agreed for %s: %s"), date_words(words,
		    sizeof(words), cell_day(t, row, "due")),
		    cell(t, row, "title"));
	if (*cell(t, row, "verification") == '\0')
		edit_note(e, N_("by what will one see it? cpm-plan start %s "
		    "--verification 'WORDS'"), e->got);
	return 0;
}

int
session_act(struct edit *e, const char *typed, struct entry *en)
{
	static const char *const dropped[] = { "status", "dropped", NULL };
	struct table		*t = project_table(e->p, "actions");
	struct session_facts	 f;
	const char		*title;
	char			*ref, *entered;
	size_t			 i, row;
	int			 rc = 0;

	if (entry_read(e, "actions", en) != 0 ||
	    session_find_one(e, typed, &f, &i) != 0)
		return -1;
	title = entry_value(en, "title");
	ref = mem_printf("session:%s", f.ss.list[i].id);
	entered = mem_printf("%s\n%s\n", ref, title);
	e->under = "ref";
	e->under_is = ref;
	row = plan_same_or_add(e, t, (const char *[]){ "ref", ref, "title",
	    title, NULL }, dropped, title, entered);
	if (row < t->nrows)
		rc = fill_action(e, &f.ss, i, row, en);
	else if (e->already) {
		row = table_find(t, e->got);
		rc = plan_complete(e, &f.plan, t, row, en);
		if (rc == 0)
			rc = doable(&f.ss, i, t, row);
	} else
		rc = -1;
	e->under = NULL;
	free(entered);
	free(ref);
	session_facts_free(&f);
	return rc < 0 ? -1 : 0;
}

int
session_tell(struct edit *e, const char *typed, const char *text)
{
	struct entry	 en[] = {
		{ "result", _("TEXT"), text, NULL }, { NULL, NULL, NULL, NULL }
	};
	struct found	 f;
	const char	*have, *v;
	char		*both;
	int		 rc = -1;

	if (entry_read(e, "actions", en) != 0 ||
	    edit_find(e, typed, "action", &f) != 0)
		goto out;
	have = cell(f.table, f.row, "result");
	v = entry_value(en, "result");
	e->got = mem_strdup(f.id);
	if (strncmp(cell(f.table, f.row, "ref"), "session:", 8) != 0) {
		msg_fault(NULL, N_("'%s' was not agreed at a session"), f.id);
		msg_hint(N_("cpm-plan done %s --result 'WORDS'"), f.id);
		goto out;
	}
	if (*v == '\0') {
		msg_fault(NULL, N_("nothing was written"));
		goto out;
	}
	rc = 0;
	if (strstr(have, v) != NULL)
		edit_note(e, N_("already so: %s"), f.id);
	else {
		both = *have == '\0' ? mem_strdup(v) :
		    mem_printf("%s; %s", have, v);
		table_set(f.table, f.row, "result", both);
		edit_note(e, N_("told: %s"), cell(f.table, f.row, "title"));
		free(both);
		v = cell(f.table, f.row, "status");
		if (strcmp(v, "done") != 0 && strcmp(v, "dropped") != 0)
			edit_note(e, N_("it stays open; once it is over: "
			    "cpm-plan done %s, or drop"), f.id);
	}
out:
	entry_free(en);
	return rc;
}
