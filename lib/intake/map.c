/* The map file: what each column of a foreign file is. */
#include "intake/map.h"

#include <string.h>

#include "base/msg.h"
#include "base/utf.h"
#include "intake/words.h"
#include "table/reader.h"

static const struct {
	const char	*name, *fr;
} fields[FIELD_COUNT] = {
	[FIELD_SCORE] = { "score", "score" },
	[FIELD_COMMENT] = { "comment", "commentaire" },
	[FIELD_RESPONDENT] = { "respondent", "répondant" },
	[FIELD_GROUP] = { "group", "regard" },
	[FIELD_UNIT] = { "unit", "unité" },
	[FIELD_DATE] = { "date", "date" },
	[FIELD_ROUND] = { "round", "tour" },
	[FIELD_CRITERION] = { "criterion", "critère" },
	[FIELD_ID] = { "id", "identifiant" },
	[FIELD_NUMBER] = { "number", "numéro" },
	[FIELD_IGNORE] = { "ignore", "ignorer" }
};

/* The map's own columns. */
enum { AT_COLUMN, AT_FIELD, AT_CRITERION, AT_REVERSE, AT_SCORES, AT_COUNT };
static const struct {
	const char	*name, *fr;
} columns[AT_COUNT] = {
	{ "column", "colonne" }, { "field", "champ" },
	{ "criterion", "critère" }, { "reverse", "inversé" },
	{ "scores", "scores" }
};

const char *
map_field_name(enum field f)
{
	return fields[f].name;
}

enum field
map_field(const char *word)
{
	int	f;

	/* The words of a preview (column_word), which a map may begin from. */
	if (utf_alike(word, "identifying") || utf_alike(word, "metadata") ||
	    utf_alike(word, "unknown"))
		return FIELD_IGNORE;
	for (f = 0; f < FIELD_COUNT; f++)
		if (utf_alike(word, fields[f].name) ||
		    utf_alike(word, fields[f].fr))
			break;
	return (enum field)f;
}

/* One pair, s[0..n), `eq` the offset of its last '='; escapes are undone. */
static char *
unescape(struct arena *a, const char *s, size_t n)
{
	struct str	 out;
	char		*copy;
	size_t		 i;

	str_init(&out);
	for (i = 0; i < n; i++) {
		if (s[i] == '\\' && i + 1 < n)
			i++;
		str_addc(&out, s[i]);
	}
	copy = arena_str(a, out.s);
	str_free(&out);
	return copy;
}

static const char *
take_pair(struct map_line *l, struct arena *a, const char *s, size_t n)
{
	size_t		 i, eq = n;
	char		*from, *to, *plain;
	struct pair	*p;
	fixed		 v;

	for (i = 0; i < n; i++) {
		if (s[i] == '\\')
			i++;
		else if (s[i] == '=')
			eq = i;
	}
	if (eq >= n)
		return N_("a pair without '='");
	from = unescape(a, s, eq);
	to = unescape(a, s + eq + 1, n - eq - 1);
	plain = words_plain(from);
	if (*plain == '\0') {
		free(plain);
		return N_("a pair with nothing before its '='");
	}
	for (i = 0; i < l->npairs; i++)
		if (strcmp(l->pairs[i].from, plain) == 0)
			break;
	if (i < l->npairs) {
		free(plain);
		return N_("one text has two pairs");
	}
	l->pairs = mem_realloc(l->pairs, l->npairs + 1, sizeof(*l->pairs));
	p = &l->pairs[l->npairs++];
	p->from = arena_str(a, plain);
	free(plain);
	p->text = arena_str(a, from);
	words_trim(p->text, strlen(from) + 1, from);
	p->number = FIXED_NONE;
	p->n = 0;
	if (words_number(from, COMMA_DECIMAL, &v) == 0)
		p->number = v;
	p->to = arena_str(a, to);
	words_trim(p->to, strlen(to) + 1, to);
	/* An escaped one is a label's own. */
	for (eq++; eq < n && (s[eq] == ' ' || s[eq] == '\t'); eq++)
		continue;
	if (eq < n && s[eq] == '?') {
		l->guesses++;
		words_trim(p->to, strlen(to) + 1, p->to + 1);
	}
	if (p->number != FIXED_NONE && num_fixed(p->to, 0, &v) == 0 &&
	    v != p->number)
		l->recodes = 1;
	return NULL;
}

const char *
map_pairs(struct map_line *l, struct arena *a, const char *s)
{
	const char	*wrong;
	size_t		 i, from = 0;

	for (i = 0;; i++) {
		if (s[i] == '\\' && s[i + 1] != '\0') {
			i++;
			continue;
		}
		if (s[i] != ';' && s[i] != '\0')
			continue;
		/* A ';' at the end closes the last pair and begins none. */
		if (strspn(s + from, " \t") < i - from &&
		    (wrong = take_pair(l, a, s + from, i - from)) != NULL)
			return wrong;
		if (s[i] == '\0')
			return NULL;
		from = i + 1;
	}
}

const struct pair *
map_pair(const struct map_line *l, const char *cell, int comma)
{
	struct pair		*hit = NULL;
	char			*plain;
	fixed			 v = FIXED_NONE;
	size_t			 i;

	if (l == NULL || l->npairs == 0)
		return NULL;
	if (words_number(cell, comma, &v) != 0)
		v = FIXED_NONE;
	plain = words_plain(cell);
	for (i = 0; i < l->npairs && hit == NULL; i++)
		if (strcmp(l->pairs[i].from, plain) == 0 ||
		    (v != FIXED_NONE && l->pairs[i].number == v))
			hit = &l->pairs[i];
	free(plain);
	if (hit != NULL)
		hit->n++;
	return hit;
}

static int
is_yes(const char *s)
{
	static const char *const	yes[] = { "yes", "oui", "1", "y", "o",
	    "true", "vrai", "x", NULL };
	int				 i;

	for (i = 0; yes[i] != NULL; i++)
		if (utf_alike(s, yes[i]))
			return 1;
	return 0;
}

static int
is_no(const char *s)
{
	static const char *const	no[] = { "no", "non", "0", "n", "false",
					    "faux" };
	size_t				i;

	for (i = 0; *s != '\0' && i < sizeof(no) / sizeof(*no); i++)
		if (utf_alike(s, no[i]))
			return 1;
	return *s == '\0';
}

/* Which field of the record holds which of our columns; -1: none does. */
static int
header(const struct record *r, const char *shown, int at[AT_COUNT])
{
	struct place	where = { shown, r->line, 0, NULL };
	unsigned long	before = msg_faults();
	int		i, k;

	for (k = 0; k < AT_COUNT; k++)
		at[k] = -1;
	for (i = 0; i < r->n; i++) {
		for (k = 0; k < AT_COUNT; k++)
			if (utf_alike(r->f[i], columns[k].name) ||
			    utf_alike(r->f[i], columns[k].fr))
				break;
		if (k == AT_COUNT)
			msg_fault(&where, N_("a map has no column '%s'"),
			    r->f[i]);
		else if (at[k] >= 0)
			msg_fault(&where, N_("column '%s' comes twice"),
			    r->f[i]);
		else
			at[k] = i;
	}
	for (k = AT_COLUMN; k <= AT_FIELD; k++)
		if (at[k] < 0)
			msg_fault(&where, N_("a map needs a column '%s'"),
			    columns[k].name);
	return msg_faults() == before ? 0 : -1;
}

static const char *
at_cell(const struct record *r, int at)
{
	return at >= 0 && at < r->n ? r->f[at] : "";
}

static void
field_unknown(struct place *where, const char *word)
{
	const char	*names[FIELD_COUNT + 1], *near;
	int		 f;

	for (f = 0; f < FIELD_COUNT; f++)
		names[f] = fields[f].name;
	names[f] = NULL;
	where->column = "field";
	if (*word == '\0')
		msg_fault(where, N_("empty: what is this column?"));
	else
		msg_fault(where, N_("no such field: '%s'"), word);
	if (*word != '\0' && (near = msg_nearest(word, names)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else
		msg_hint(N_("score comment respondent group unit date round "
		    "criterion id number ignore"));
}

/*
 * What a cell says behind its '?', which is a fault by itself: somebody has
 * to look at it first.
 */
static const char *
confirmed(struct map *m, struct place *where, const char *column,
    const char *s)
{
	const char	*rest = s + strspn(s, " \t");

	if (*rest != '?')
		return s;
	m->guessed = 1;
	where->column = column;
	rest++;
	rest += strspn(rest, " \t");
	if (*rest != '\0')
		msg_fault(where, N_("still to be confirmed: '%s'"), rest);
	else
		msg_fault(where, N_("still to be filled in"));
	where->column = NULL;
	return rest;
}

static void
take_line(struct map *m, const struct record *r, const int at[AT_COUNT])
{
	struct place	 where = { m->shown, r->line, 0, NULL };
	struct map_line	*l;
	const char	*s, *wrong;
	char		*name;
	size_t		 i;
	int		 known;

	m->lines = mem_grow(m->lines, m->n, &m->cap, sizeof(*m->lines));
	l = &m->lines[m->n];
	memset(l, 0, sizeof(*l));
	l->line = r->line;
	s = at_cell(r, at[AT_COLUMN]);
	name = arena_str(&m->arena, s);
	l->column = (char *)words_trim(name, strlen(s) + 1, s);
	if (*l->column == '\0') {
		where.column = "column";
		msg_fault(&where, N_("empty: which column is it?"));
		return;
	}
	for (i = 0; i < m->n; i++)
		if (strcmp(m->lines[i].column, l->column) == 0)
			msg_fault(&where, N_("column '%s' is in line %ld "
			    "already"),
			    l->column, m->lines[i].line);
	s = confirmed(m, &where, "field", at_cell(r, at[AT_FIELD]));
	l->field = map_field(s);
	known = l->field != FIELD_COUNT;
	if (!known) {
		/* A '?' alone was said already. */
		if (*s != '\0' || *at_cell(r, at[AT_FIELD]) == '\0')
			field_unknown(&where, s);
		l->field = FIELD_IGNORE;
	}
	s = confirmed(m, &where, "criterion", at_cell(r, at[AT_CRITERION]));
	name = arena_str(&m->arena, s);
	l->criterion = (char *)words_trim(name, strlen(s) + 1, s);
	if (known && *l->criterion != '\0' && l->field != FIELD_SCORE &&
	    l->field != FIELD_COMMENT) {
		where.column = "criterion";
		msg_fault(&where, N_("only a score or a comment belongs to a "
		    "criterion"));
	}
	s = at_cell(r, at[AT_REVERSE]);
	l->reverse = is_yes(s);
	if (!l->reverse && !is_no(s)) {
		where.column = "reverse";
		msg_fault(&where, N_("neither yes nor no: '%s'"), s);
	} else if (known && l->reverse && l->field != FIELD_SCORE) {
		where.column = "reverse";
		msg_fault(&where, N_("only a score can be reversed"));
	}
	l->scores = arena_str(&m->arena, at_cell(r, at[AT_SCORES]));
	wrong = map_pairs(l, &m->arena, l->scores);
	if (wrong != NULL) {
		where.column = "scores";
		msg_fault(&where, "%s", _(wrong));
	} else if (known && l->npairs > 0 && l->field != FIELD_SCORE &&
	    l->field != FIELD_GROUP && l->field != FIELD_CRITERION) {
		where.column = "scores";
		msg_fault(&where, N_("only a score, a group or a criterion has "
		    "pairs"));
	}
	if (l->guesses > 0) {
		m->guessed = 1;
		where.column = "scores";
		msg_fault_n(&where, l->guesses,
		    "%lu answer is still to be confirmed or filled in: text=?",
		    "%lu answers are still to be confirmed or filled in: "
		    "text=?", l->guesses);
	}
	m->n++;
}

int
map_load(struct map *m, const char *path)
{
	unsigned long	 before = msg_faults();
	struct reader	*rd;
	struct record	 r;
	int		 at[AT_COUNT], rc = 0;

	memset(m, 0, sizeof(*m));
	arena_init(&m->arena);
	m->shown = mem_strdup(path);
	rd = reader_open(path, path, READER_EOF_OK, 0);
	if (rd == NULL)
		return -1;
	if (!reader_next(rd, &r)) {
		if (msg_faults() == before)
			msg_fault(&(struct place){ path, 0, 0, NULL },
			    N_("the map is empty"));
		rc = -1;
	} else if (header(&r, path, at) != 0)
		rc = -1;
	while (rc == 0 && reader_next(rd, &r))
		take_line(m, &r, at);
	dialect_say(reader_dialect(rd), path);
	if (m->guessed)
		msg_hint(N_("take each '?' away where it is right, else write "
		    "what is right"));
	if (reader_faults(rd) > 0 || msg_faults() != before)
		rc = -1;
	else if (m->n == 0) {
		msg_fault(&(struct place){ path, 0, 0, NULL },
		    N_("the map has no line"));
		rc = -1;
	}
	reader_close(rd);
	return rc;
}

void
map_free(struct map *m)
{
	size_t	i;

	for (i = 0; i < m->n; i++)
		free(m->lines[i].pairs);
	free(m->lines);
	free(m->shown);
	arena_free(&m->arena);
}

/* Whether cells of some column had a text. */
static int
has_cells(const struct map *m, const char *from)
{
	const struct map_line	*l;
	size_t			 i;

	for (l = m->lines; l < m->lines + m->n; l++)
		for (i = 0; i < l->npairs; i++)
			if (l->pairs[i].n > 0 &&
			    strcmp(l->pairs[i].from, from) == 0)
				return 1;
	return 0;
}

void
map_say_unused(const struct map *m)
{
	const struct map_line	*l;
	struct str		 list;
	size_t			 i;

	str_init(&list);
	for (l = m->lines; l < m->lines + m->n; l++) {
		str_reset(&list);
		for (i = 0; i < l->npairs; i++)
			if (l->pairs[i].n == 0 &&
			    !has_cells(m, l->pairs[i].from))
				msg_list(&list, l->pairs[i].text);
		if (list.len > 0)
			msg_note_at(&(struct place){ m->shown, l->line, 0,
			    "scores" }, N_("no cell holds: %s"), list.s);
	}
	str_free(&list);
}
