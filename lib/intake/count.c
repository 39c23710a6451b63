/* How often each answer of a multiple-choice question was given. */
#include "intake/count.h"

#include <ctype.h>
#include <string.h>

#include "base/msg.h"
#include "base/utf.h"
#include "intake/seen.h"
#include "intake/similar.h"

#define CELLS		4096	/* different ones that choices can make */
#define NAMES_SHOWN	20

/* A choice that has a column of its own. */
struct choice {
	int		 col;
	char		*name;
	unsigned long	 n;
	int		 bad;		/* a cell of it is no mark */
};

struct counting {
	const struct count_ask	*ask;
	struct count		*count;
	const char		*shown;
	struct reader		*rd;
	enum source		 source;
	struct map		 map;
	struct columns		 cs;
	int			 col;		/* the whole answer; -1 */
	struct choice		*choice;
	size_t			 nchoices;
	char			*parent;	/* what the choices belong to */
	int			 two;		/* questions have this name */
	unsigned long		 marked;	/* people with any mark */
	struct seen		 seen;
};

/* --- which column ---------------------------------------------------------- */

/* Whether a header, or its end behind a path, is what was typed (plain). */
static int
is_named(const char *header, size_t n, const char *typed)
{
	char	*part = mem_strndup(header, n), *plain = words_plain(part);
	size_t	 a = strlen(plain), b = strlen(typed);
	int	 hit = b > 0 && a >= b && strcmp(plain + a - b, typed) == 0 &&
		    (a == b || plain[a - b - 1] == '/' ||
		    plain[a - b - 1] == '-');

	free(part);
	free(plain);
	return hit;
}

static void
add_choice(struct counting *k, int col, const char *name, size_t n)
{
	struct arena	*a = &k->count->arena;
	struct choice	*c;
	char		*parent = arena_strn(a, k->cs.v[col].header,
			    (size_t)(name - k->cs.v[col].header - 1));

	words_trim(parent, strlen(parent) + 1, parent);
	if (k->parent != NULL && strcmp(k->parent, parent) != 0)
		k->two = 1;
	k->parent = parent;
	k->choice = mem_realloc(k->choice, k->nchoices + 1,
	    sizeof(*k->choice));
	c = &k->choice[k->nchoices++];
	memset(c, 0, sizeof(*c));
	c->col = col;
	c->name = arena_strn(a, name, n);
}

/* "Question/choice", "Question[choice]", behind a path or not. */
static void
maybe_choice(struct counting *k, int col, const char *typed)
{
	const char	*h = k->cs.v[col].header, *p, *end;

	if (strlen(h) > HEADER_MAX)
		return;
	for (p = strchr(h, '/'); p != NULL; p = strchr(p + 1, '/'))
		if (p[1] != '\0' && is_named(h, (size_t)(p - h), typed)) {
			add_choice(k, col, p + 1, strlen(p + 1));
			return;
		}
	p = strrchr(h, '[');
	if (p != NULL && p > h && (end = strchr(p, ']')) != NULL &&
	    end[1] == '\0' && is_named(h, (size_t)(p - h), typed))
		add_choice(k, col, p + 1, (size_t)(end - p - 1));
}

static int
may_show(const struct counting *k, int i)
{
	const struct column_use	*u = &k->cs.v[i];

	return !u->hidden && (u->use == COLUMN_UNKNOWN ||
	    u->use == FIELD_IGNORE) && u->crit == WORDS_NONE;
}

/* The questions that there are, without those that may tell of a person. */
static void
hint_columns(const struct counting *k, const char *typed)
{
	struct similar	 *near = similar_new();
	const char	**names = mem_calloc((size_t)k->cs.n + 1,
			    sizeof(*names)), *hit;
	struct str	  list;
	struct near	  best;
	int		  i, n = 0;

	str_init(&list);
	for (i = 0; i < k->cs.n; i++) {
		if (!may_show(k, i))
			continue;
		similar_add(near, k->cs.v[i].header, (size_t)n);
		names[n++] = k->cs.v[i].shown;
		if (n <= NAMES_SHOWN)
			msg_list(&list, k->cs.v[i].shown);
	}
	best = similar_find(near, typed, NULL);
	if ((hit = msg_nearest(typed, names)) == NULL &&
	    best.subject < (size_t)n)
		hit = names[best.subject];
	if (n > NAMES_SHOWN)
		str_add(&list, ", …");
	if (hit != NULL)
		msg_hint(N_("did you mean '%s'?"), hit);
	else if (n > 0)
		msg_hint(N_("columns that can be counted: %s"), list.s);
	str_free(&list);
	free(names);
	similar_free(near);
}

/* The column by its whole name, else by the end of it; and its choices. */
static int
find_column(struct counting *k)
{
	char	*typed = words_plain(k->ask->column);
	int	 i, whole = 0, ends = 0;

	k->col = -1;
	for (i = 0; i < k->cs.n && !whole; i++)
		if (strcmp(k->cs.v[i].name, k->ask->column) == 0) {
			k->col = i;
			whole = 1;
		}
	for (i = 0; i < k->cs.n; i++) {
		const char	*h = k->cs.v[i].header;

		if (!whole && is_named(h, strlen(h), typed)) {
			k->col = i;
			ends++;
		}
		maybe_choice(k, i, typed);
	}
	free(typed);
	k->two |= ends > 1;
	if (k->two)
		msg_fault(&(struct place){ k->shown, 1, 0, NULL },
		    N_("more than one question is called '%s': give its whole "
		    "name"), k->ask->column);
	else if (k->col < 0 && k->nchoices == 0) {
		msg_fault(&(struct place){ k->shown, 1, 0, NULL },
		    N_("there is no column '%s'"), k->ask->column);
		hint_columns(k, k->ask->column);
	} else
		return 0;
	return -1;
}

/* Why a column is not counted: N_(), with its name; or NULL. */
static const char *
refusal(const struct column_use *u)
{
	if (u->hidden || u->use == COLUMN_IDENTIFYING)
		return N_("'%s' may say who it was: it is not counted");
	if (u->use == FIELD_SCORE || u->crit != WORDS_NONE)
		return N_("'%s' holds answers to a criterion: these are "
		    "counted when the round is closed");
	if (u->use == COLUMN_META)
		return N_("'%s' is the survey program's own");
	if (u->use == FIELD_COMMENT)
		return N_("'%s' looks like free text: a person words what "
		    "stands there");
	if (u->use != COLUMN_UNKNOWN && u->use != FIELD_IGNORE)
		return N_("'%s' is no question: it says whose sheet a line is");
	return NULL;
}

static int
refuse(const struct counting *k, const char *why, const char *name)
{
	msg_fault(&(struct place){ k->shown, 0, 0, NULL }, why, name);
	return -1;
}

/* --- cells ------------------------------------------------------------------ */

/* A mark of a choice: 1 ticked, 0 not, -1 nothing, -2 no mark at all. */
static int
mark(const char *cell)
{
	static const struct {
		const char	*text;
		int		 mark;
	} marks[] = {
		{ "", -1 }, { "n/a", -1 }, { "1", 1 }, { "0", 0 },
		{ "true", 1 }, { "false", 0 }, { "vrai", 1 }, { "faux", 0 },
		{ "y", 1 }, { "n", 0 }, { "yes", 1 }, { "no", 0 },
		{ "oui", 1 }, { "non", 0 }, { "x", 1 }, { "1.0", 1 },
		{ "0.0", 0 }
	};
	char	*plain;
	size_t	 i;
	int	 m = -2;

	if (strlen(cell) > 16)
		return -2;
	plain = utf_plain(cell);
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strcmp(marks[i].text, plain) == 0)
			m = marks[i].mark;
	free(plain);
	return m;
}

static void
read_line(struct counting *k, const struct record *r)
{
	size_t	i;
	int	m, any = 0;

	if (k->col >= 0 && !source_unanswered(k->source, r->f[k->col]))
		seen_add(&k->seen, &k->count->arena, r->f[k->col]);
	for (i = 0; i < k->nchoices; i++) {
		m = mark(r->f[k->choice[i].col]);
		k->choice[i].bad |= m == -2;
		k->choice[i].n += m == 1;
		any |= m >= 0;
	}
	k->marked += (unsigned long)any;
}

/* --- joined answers --------------------------------------------------------- */

/* What stands in s before the next sep; NULL behind the last. */
static char *
piece(char **s, const char *sep)
{
	char	*from = *s, *end;

	if (from == NULL)
		return NULL;
	end = *sep != '\0' ? strstr(from, sep) : NULL;
	*s = end != NULL ? end + strlen(sep) : NULL;
	if (end != NULL)
		*end = '\0';
	words_trim(from, strlen(from) + 1, from);
	return from;
}

struct answer {
	char		*plain;
	const char	*text;
	unsigned long	 n;
	size_t		 last;		/* the cell that had it last, plus 1 */
	UT_hash_handle	 hh;
};

static struct answer *
add_answer(struct counting *k, struct answer **head, const char *text)
{
	struct answer	*e;
	char		*plain = words_plain(text);

	HASH_FIND_STR(*head, plain, e);
	if (e == NULL) {
		e = arena_alloc(&k->count->arena, sizeof(*e));
		e->plain = arena_str(&k->count->arena, plain);
		e->text = arena_str(&k->count->arena, text);
		HASH_ADD_KEYPTR(hh, *head, e->plain, strlen(e->plain), e);
	} else if (strcmp(text, e->text) < 0)
		e->text = arena_str(&k->count->arena, text);
	free(plain);
	return e;
}

/* All cells taken apart; *rare: people who gave an answer of few. */
static struct answer *
take_apart(struct counting *k, const char *sep)
{
	struct answer	*head = NULL, *e;
	char		*copy, *s, *p;
	size_t		 i;

	for (i = 0; i < k->seen.n; i++) {
		s = copy = mem_strdup(k->seen.v[i]->text);
		while ((p = piece(&s, sep)) != NULL) {
			if (*p == '\0')
				continue;
			e = add_answer(k, &head, p);
			/* Nobody gives one answer twice. */
			if (e->last != i + 1)
				e->n += k->seen.v[i]->n;
			e->last = i + 1;
		}
		free(copy);
	}
	return head;
}

static int
any_has(const struct counting *k, const char *sep)
{
	size_t	i;

	for (i = 0; i < k->seen.n; i++)
		if (strstr(k->seen.v[i]->text, sep) != NULL)
			return 1;
	return 0;
}

/* Names of choices, as XLSForm allows them: no blank within. */
static int
all_names(const struct counting *k)
{
	const char	*p;
	size_t		 i;

	if (k->source < SOURCE_KOBO || k->source > SOURCE_BRIEFCASE)
		return 0;
	for (i = 0; i < k->seen.n; i++)
		for (p = k->seen.v[i]->text; *p != '\0'; p++)
			if (!isalnum((unsigned char)*p) &&
			    strchr(" _-.", *p) == NULL)
				return 0;
	return 1;
}

/*
 * By what several answers of one cell are joined: by what makes no more
 * different answers than there are different cells; fewer, of the comma,
 * which an answer may well have in it.  "Yes, always", "Yes, sometimes" and
 * "No" are three cells and would be four answers.
 */
static const char *
joined_by(struct counting *k)
{
	static const char *const	seps[] = { ";", ", ", " " };
	struct answer			*head;
	size_t				 i, n;

	if (k->ask->joined != NULL)
		return k->ask->joined;
	for (i = 0; i < 3; i++) {
		if (!any_has(k, seps[i]) || (i == 2 && !all_names(k)))
			continue;
		head = take_apart(k, seps[i]);
		n = HASH_COUNT(head);
		HASH_CLEAR(hh, head);
		if (n + (i == 1) <= k->seen.n) {
			msg_note_at(&(struct place){ k->shown, 0, 0, NULL },
			    N_("several answers of one cell are joined by '%s'"),
			    seps[i]);
			return seps[i];
		}
		if (i < 2)
			msg_note_at(&(struct place){ k->shown, 0, 0, NULL },
			    N_("each cell is one answer, although some have "
			    "'%s' in them (--joined '%s' takes them apart)"),
			    seps[i], seps[i]);
	}
	return "";
}

/* --- rows ------------------------------------------------------------------- */

static void
add_row(struct count *c, const char *answer, unsigned long n)
{
	c->v = mem_realloc(c->v, c->n + 1, sizeof(*c->v));
	c->v[c->n++] = (struct count_row){ answer, n };
}

/* The most frequent first; those of few people behind all others. */
static int
by_frequency(const void *x, const void *y)
{
	const struct count_row	*a = x, *b = y;

	if (a->answer == NULL || b->answer == NULL)
		return (a->answer == NULL) - (b->answer == NULL);
	return a->n != b->n ? (a->n < b->n) - (a->n > b->n) :
	    strcmp(a->answer, b->answer);
}

/* People who gave an answer that few gave. */
static unsigned long
rare_people(const struct counting *k, struct answer *head, const char *sep)
{
	unsigned long	 n = 0;
	struct answer	*e;
	char		*copy, *s, *p, *plain;
	size_t		 i;
	int		 hit;

	for (i = 0; i < k->seen.n; i++) {
		hit = 0;
		s = copy = mem_strdup(k->seen.v[i]->text);
		while ((p = piece(&s, sep)) != NULL) {
			plain = words_plain(p);
			HASH_FIND_STR(head, plain, e);
			hit |= e != NULL && *p != '\0' && e->n < COUNT_RARE;
			free(plain);
		}
		n += hit ? k->seen.v[i]->n : 0;
		free(copy);
	}
	return n;
}

static int
count_cells(struct counting *k)
{
	struct count	*c = k->count;
	struct answer	*head, *e, *next;
	const char	*sep;
	unsigned long	 given = 0, rare = 0;
	int		 free_text = k->seen.many;

	seen_settle(&k->seen, &c->arena);
	c->of = k->seen.filled;
	if (c->of < (unsigned long)k->ask->least) {
		c->of = 0;
		return 0;
	}
	sep = joined_by(k);
	head = take_apart(k, sep);
	HASH_ITER(hh, head, e, next) {
		given += e->n;
		if (e->n >= COUNT_RARE)
			add_row(c, e->text, e->n);
		else
			rare += e->n;
	}
	free_text |= HASH_COUNT(head) > COUNT_CHOICES || 2 * rare > given;
	if (rare > 0)
		add_row(c, NULL, rare_people(k, head, sep));
	qsort(c->v, c->n, sizeof(*c->v), by_frequency);
	HASH_CLEAR(hh, head);
	return free_text ? refuse(k, N_("'%s' looks like free text: a person "
	    "words what stands there"), k->cs.v[k->col].shown) : 0;
}

static int
count_choices(struct counting *k)
{
	struct count	*c = k->count;
	size_t		 i;

	c->column = k->parent;
	c->of = k->marked;
	if (c->of < (unsigned long)k->ask->least) {
		c->of = 0;
		return 0;
	}
	for (i = 0; i < k->nchoices; i++)
		add_row(c, k->choice[i].name, k->choice[i].n);
	return 0;
}

/* Whether the choices are ticked or not, and no scores or questions. */
static int
are_choices(const struct counting *k)
{
	size_t	i;

	for (i = 0; i < k->nchoices; i++)
		if (k->choice[i].bad ||
		    k->cs.v[k->choice[i].col].use < FIELD_IGNORE)
			return 0;
	return k->nchoices > 0;
}

static int
count_file(struct counting *k)
{
	struct record	r;
	const char	*why;

	while (reader_next(k->rd, &r))
		if (!seen_is_tags(&r))
			read_line(k, &r);
	if (reader_faults(k->rd) > 0)
		return -1;
	if (are_choices(k))
		return count_choices(k);
	if (k->col < 0)
		return refuse(k, N_("'%s' is a group of questions: count one of "
		    "them"), k->ask->column);
	k->count->column = arena_str(&k->count->arena, k->cs.v[k->col].name);
	if ((why = refusal(&k->cs.v[k->col])) != NULL)
		return refuse(k, why, k->cs.v[k->col].shown);
	return count_cells(k);
}

/* A map says what more columns are; one that tells of a person stays so. */
static void
obey_map(struct counting *k, const struct record *r)
{
	const struct count_ask	*a = k->ask;
	struct columns		 cs;
	int			 i;

	columns_settle(&cs, r, k->shown, k->source, &k->map, a->words, a->fw);
	for (i = 0; i < cs.n; i++)
		if (cs.v[i].use < FIELD_IGNORE)
			k->cs.v[i].use = cs.v[i].use;
	k->cs.wide &= cs.wide;
	columns_free(&cs);
}

static int
settle(struct counting *k, const struct record *r)
{
	const struct count_ask	*a = k->ask;

	k->source = a->source != SOURCE_AUTO ? a->source : source_of(r);
	/* What an import would need is no matter here. */
	msg_hush(1);
	columns_settle(&k->cs, r, k->shown, k->source, NULL, a->words, a->fw);
	if (a->map != NULL)
		obey_map(k, r);
	msg_hush(0);
	if (source_short_rows(k->source))
		reader_allow_short(k->rd);
	dialect_say(reader_dialect(k->rd), k->shown);
	if (k->cs.wide)
		return find_column(k);
	msg_fault(&(struct place){ k->shown, 1, 0, NULL },
	    N_("one line an answer: a question is counted in a file of one "
	    "line a sheet"));
	return -1;
}

int
count_run(struct count *c, const struct count_ask *a)
{
	unsigned	 flags = READER_SECRET | READER_EOF_OK;
	struct counting	 k;
	struct record	 r;
	int		 rc = -1;

	memset(&k, 0, sizeof(k));
	memset(c, 0, sizeof(*c));
	arena_init(&c->arena);
	k.ask = a;
	k.count = c;
	k.col = -1;
	k.shown = strcmp(a->path, "-") == 0 ? _("standard input") : a->path;
	seen_begin(&k.seen, CELLS);
	if ((a->map == NULL || map_load(&k.map, a->map) == 0) &&
	    (k.rd = reader_open(a->path, k.shown, flags, a->sep)) != NULL) {
		if (reader_next(k.rd, &r))
			rc = settle(&k, &r) == 0 ? count_file(&k) : -1;
		else if (reader_faults(k.rd) == 0)
			msg_fault(&(struct place){ k.shown, 0, 0, NULL },
			    N_("the file is empty"));
	}
	if (rc == 0)
		c->shown = msg_clean(c->column, strlen(c->column));
	if (k.cs.n > 0)
		columns_free(&k.cs);
	if (a->map != NULL)
		map_free(&k.map);
	seen_free(&k.seen);
	free(k.choice);
	reader_close(k.rd);
	return rc;
}

void
count_free(struct count *c)
{
	free(c->shown);
	free(c->v);
	arena_free(&c->arena);
}
