/* The file in which private sheets travel. */
#include "intake/bundle.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/ids.h"
#include "base/num.h"
#include "base/slug.h"
#include "intake/code.h"
#include "intake/take.h"
#include "model/assess.h"
#include "model/framework.h"
#include "model/keep.h"
#include "table/writer.h"

static const char *const	header[B_COLS] = { "row", "round", "date",
    "respondent", "group", "unit", "criterion", "score", "comment", "source",
    "count" };
static const char *const	kinds[BUNDLE_KINDS] = { "cpm-sheets", "key",
    "round", "answer", "hands", "forgotten", "end" };

const struct bundle_place	bundle_answer[] = {
	{ "round", B_ROUND }, { "date", B_DATE }, { "respondent", B_CODE },
	{ "group", B_GROUP }, { "unit", B_UNIT }, { "criterion", B_CRIT },
	{ "score", B_SCORE }, { "comment", B_COMMENT }, { "source", B_SOURCE },
	{ NULL, B_COLS }
}, bundle_hands[] = {
	{ "round", B_ROUND }, { "group", B_GROUP }, { "criterion", B_CRIT },
	{ "value", B_SCORE }, { "count", B_COUNT }, { NULL, B_COLS }
}, bundle_mark[] = {
	{ "code", B_CODE }, { "round", B_ROUND }, { "on", B_DATE },
	{ NULL, B_COLS }
};

static const struct dialect	canonical = { .sep = ',' };

/* --- what is in it ------------------------------------------------------ */

const char *
answer_wrong(const struct framework *fw, const char *group,
    const char *criterion, const char *score, const char **col)
{
	size_t	c = framework_crit(fw, criterion);
	fixed	v;

	*col = "criterion";
	if (c >= fw->ncrit)
		return N_("no criterion of the round has this name");
	*col = "group";
	if (*group != '\0' && framework_group(fw, group) >= fw->ngroups)
		return take_no_group;
	*col = "score";
	if (*score == '\0' || strcmp(score, "NA") == 0 ||
	    strcmp(score, "DK") == 0)
		return NULL;
	if (num_fixed(score, 0, &v) != 0)
		return N_("neither a number nor a word of the scale");
	if (scale_index(fw->crit[c].scale, v) < 0)
		return N_("a number that is not on the scale");
	return NULL;
}

/* --- making ------------------------------------------------------------- */

/* A round that goes in. */
struct going {
	const char		*id;
	struct framework	 fw;
	struct going		*next;
};

struct making {
	struct str		*out;
	struct project		*p;
	struct going		*rounds;
	struct bundle_sum	*sum;
	unsigned long		 lines;
	struct arena		 arena;
};

static void
line(struct making *m, const char *const *cells)
{
	writer_record(m->out, cells, B_COLS, &canonical);
	m->lines++;
}

static void
empty_cells(const char **cells, enum bundle_kind kind)
{
	int	i;

	for (i = 0; i < B_COLS; i++)
		cells[i] = "";
	cells[B_ROW] = kinds[kind];
}

static void
row_cells(const struct table *t, size_t i, const struct bundle_place *c,
    const char **cells)
{
	for (; c->name != NULL; c++)
		cells[c->to] = cell(t, i, c->name);
}

static struct going *
going_find(const struct making *m, const char *round)
{
	struct going	*g;

	for (g = m->rounds; g != NULL; g = g->next)
		if (strcmp(g->id, round) == 0)
			return g;
	return NULL;
}

/* In the order of rounds.csv; -1 (said). */
static int
add_round(struct making *m, const char *id)
{
	const char	*cells[B_COLS];
	char		*digest;
	struct going	*g, **at;

	if (going_find(m, id) != NULL)
		return 0;
	if ((digest = assess_digest(m->p, id)) == NULL) {
		assess_frozen(m->p, id);
		return -1;
	}
	g = arena_alloc(&m->arena, sizeof(*g));
	g->id = id;
	for (at = &m->rounds; *at != NULL; at = &(*at)->next)
		;
	*at = g;
	empty_cells(cells, BUNDLE_ROUND);
	cells[B_ROUND] = id;
	cells[B_SOURCE] = digest;
	line(m, cells);
	free(digest);
	m->sum->rounds++;
	return framework_load(&g->fw, m->p, id, project_lang(m->p));
}

static int
add_rounds(struct making *m, const struct bundle_ask *ask)
{
	struct table	*t = project_table(m->p, "rounds");
	size_t		 r;
	int		 i, rc = 0;

	for (i = 0; i < ask->n; i++) {
		r = table_resolve(t, ask->rounds[i]);
		if (r >= t->nrows)
			rc = -1;
		else if (!keep_votes(m->p, cell(t, r, "id"))) {
			msg_fault(NULL, N_("no sheet of '%s' is on this "
			    "computer"), cell(t, r, "id"));
			rc = -1;
		} else if (add_round(m, cell(t, r, "id")) != 0)
			rc = -1;
	}
	for (r = table_first(t); ask->n == 0 && r < t->nrows;
	    r = table_next(t, r))
		if (keep_votes(m->p, cell(t, r, "id")) &&
		    add_round(m, cell(t, r, "id")) != 0)
			rc = -1;
	return rc;
}

static void
add_head(struct making *m)
{
	const char	*cells[B_COLS];
	char		 day[DATE_LEN], version[16];

	empty_cells(cells, BUNDLE_HEAD);
	snprintf(version, sizeof(version), "%d", BUNDLE_VERSION);
	cells[B_DATE] = date_str(day, project_today(m->p));
	cells[B_COMMENT] = project_get(m->p, "title");
	cells[B_COUNT] = version;
	line(m, cells);
}

static int
add_keys(struct making *m)
{
	const char	*cells[B_COLS];
	struct key	 k, one;
	size_t		 i;

	if (key_load(&k, m->p) != 0)
		return -1;
	empty_cells(cells, BUNDLE_KEY);
	for (i = 0; i <= k.nmore; i++) {
		one = key_alone(&k, i);
		cells[B_CODE] = (const char *)one.bytes;
		line(m, cells);
	}
	key_free(&k);
	return 0;
}

/* Rows of a round that is not there are never counted, and stay. */
static int
add_answers(struct making *m)
{
	const struct table	*t = project_private(m->p, "responses");
	struct ids		*seen = ids_new();
	const struct going	*g;
	const char		*cells[B_COLS], *wrong, *col, *key;
	struct place		 at;
	size_t			 i;
	int			 bad = 0;

	empty_cells(cells, BUNDLE_ANSWER);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		row_cells(t, i, bundle_answer, cells);
		if ((g = going_find(m, cells[B_ROUND])) == NULL)
			continue;
		wrong = answer_wrong(&g->fw, cells[B_GROUP], cells[B_CRIT],
		    cells[B_SCORE], &col);
		if (wrong != NULL) {
			at = table_place(t, i, col);
			msg_fault(&at, "%s", _(wrong));
			bad = -1;
		}
		key = arena_printf(&m->arena, "%s\n%s", cells[B_ROUND],
		    cells[B_CODE]);
		if (ids_at(seen, key, 0) == 0) {
			ids_add(seen, key, 1);
			m->sum->sheets++;
		}
		line(m, cells);
	}
	ids_free(seen);
	return bad;
}

/* Hands of the rounds that go in. */
static void
add_hands(struct making *m)
{
	const struct table	*t = project_private(m->p, "hands");
	const char		*cells[B_COLS];
	size_t			 i;

	empty_cells(cells, BUNDLE_HANDS);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		row_cells(t, i, bundle_hands, cells);
		if (going_find(m, cells[B_ROUND]) == NULL)
			continue;
		line(m, cells);
		m->sum->hands++;
	}
}

/* Of all rounds: what is forgotten stays so, wherever it lies. */
static void
add_forgotten(struct making *m)
{
	const struct table	*t = project_private(m->p, "forgotten");
	const char		*cells[B_COLS];
	size_t			 i;

	empty_cells(cells, BUNDLE_FORGOTTEN);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		row_cells(t, i, bundle_mark, cells);
		line(m, cells);
		m->sum->forgotten++;
	}
}

/* The digest of n bytes, carriage returns left out. */
static void
digest_of(char *buf, const char *bytes, size_t n)
{
	char	*bare = mem_alloc(n + 1);
	size_t	 i, k = 0;

	for (i = 0; i < n; i++)
		if (bytes[i] != '\r')
			bare[k++] = bytes[i];
	slug_digest(buf, bare, k);
	explicit_bzero(bare, k);
	free(bare);
}

static void
add_end(struct making *m)
{
	const char	*cells[B_COLS];
	char		 digest[DIGEST_LEN], n[32];

	empty_cells(cells, BUNDLE_END);
	digest_of(digest, m->out->s, m->out->len);
	snprintf(n, sizeof(n), "%lu", m->lines);
	cells[B_SOURCE] = digest;
	cells[B_COUNT] = n;
	line(m, cells);
}

int
bundle_make(struct str *out, struct project *p, const struct bundle_ask *ask,
    struct bundle_sum *sum)
{
	struct making	 m = { .out = out, .p = p, .sum = sum };
	struct going	*g;
	int		 rc = 0;

	memset(sum, 0, sizeof(*sum));
	project_private(p, "responses");
	project_private(p, "hands");
	project_private(p, "forgotten");
	if (project_bad(p))
		return -1;
	arena_init(&m.arena);
	writer_record(out, header, B_COLS, &canonical);
	add_head(&m);
	rc |= add_keys(&m);
	if (!ask->key) {
		rc |= add_rounds(&m, ask);
		if (rc == 0 && m.rounds == NULL) {
			msg_fault(NULL, N_("no sheet is on this computer: "
			    "there is no vote in %s"),
			    project_private_dir(p));
			rc = -1;
		}
		if (rc == 0)
			rc |= add_answers(&m);
		add_hands(&m);
	}
	add_forgotten(&m);
	add_end(&m);
	for (g = m.rounds; g != NULL; g = g->next)
		framework_free(&g->fw);
	arena_free(&m.arena);
	return rc == 0 ? 0 : -1;
}

/* --- reading ------------------------------------------------------------ */

int
bundle_is(const char *bytes, size_t n)
{
	if (n >= 3 && memcmp(bytes, "\357\273\277", 3) == 0)
		bytes += 3, n -= 3;
	return n > 4 && (memcmp(bytes, "row,", 4) == 0 ||
	    memcmp(bytes, "row;", 4) == 0 || memcmp(bytes, "\"row\"", 5) == 0);
}

/* Where the last line begins. */
static size_t
last_line(const char *bytes, size_t n)
{
	while (n > 0 && (bytes[n - 1] == '\n' || bytes[n - 1] == '\r'))
		n--;
	while (n > 0 && bytes[n - 1] != '\n')
		n--;
	return n;
}

/* Whether the copy is as it was made. */
static int
is_whole(const struct bundle *b, const char *bytes, size_t n)
{
	struct place	 at = { b->shown, 0, 0, NULL };
	size_t		 end = last_line(bytes, n);
	char		 digest[DIGEST_LEN], *tail, *want;
	int		 ok;

	if (!bundle_is(bytes, n)) {
		msg_fault(&at, N_("this is no file of 'cpm-assess sheets "
		    "export'"));
		return 0;
	}
	if (n - end < 4 || memcmp(bytes + end, "end,", 4) != 0) {
		msg_fault(&at, N_("this copy is cut off or was saved by "
		    "another program: make it again, and carry it as it is"));
		return 0;
	}
	digest_of(digest, bytes, end);
	tail = mem_strndup(bytes + end, n - end);
	want = mem_printf(",%s,", digest);
	ok = strstr(tail, want) != NULL;
	if (!ok)
		msg_fault(&at, N_("this copy is not as it was made (changed, "
		    "or damaged on the way): make it again, and carry it as "
		    "it is"));
	free(tail);
	free(want);
	return ok;
}

static int
is_ours(const struct bundle *b, const struct record *rec)
{
	struct place	at = { b->shown, rec->line, 0, NULL };
	int		i, same = rec->n == B_COLS;

	for (i = 0; same && i < B_COLS; i++)
		same = strcmp(rec->f[i], header[i]) == 0;
	if (!same)
		msg_fault(&at, N_("this is no file of 'cpm-assess sheets "
		    "export'"));
	return same;
}

/* A line behind the header; -1 (said). */
static int
take_row(struct bundle *b, const struct record *rec)
{
	struct place		 at = { b->shown, rec->line, 0, NULL };
	struct bundle_row	*r;
	int64_t			 version;
	int			 kind = 0, i;

	while (kind < BUNDLE_KINDS && strcmp(kinds[kind], rec->f[B_ROW]) != 0)
		kind++;
	if (kind == BUNDLE_HEAD)
		b->title = arena_str(&b->arena, rec->f[B_COMMENT]);
	if ((kind == BUNDLE_HEAD && (num_int(rec->f[B_COUNT], 1, 1000000,
	    &version) != 0 || version > BUNDLE_VERSION)) ||
	    kind == BUNDLE_KINDS) {
		msg_fault(&at, N_("this file was written by a newer program: "
		    "join it with that one"));
		return -1;
	}
	if (kind == BUNDLE_HEAD || kind == BUNDLE_END)
		return 0;
	b->v = mem_grow(b->v, b->n, &b->cap, sizeof(*b->v));
	r = &b->v[b->n++];
	r->kind = (enum bundle_kind)kind;
	r->line = rec->line;
	r->f = arena_alloc(&b->arena, B_COLS * sizeof(*r->f));
	for (i = 0; i < B_COLS; i++)
		r->f[i] = arena_str(&b->arena, rec->f[i]);
	if (kind == BUNDLE_ROUND)
		b->key_only = 0;
	return 0;
}

int
bundle_read(struct bundle *b, const char *bytes, size_t n, const char *shown)
{
	struct reader	*rd;
	struct record	 rec;
	int		 rc = 0;

	memset(b, 0, sizeof(*b));
	arena_init(&b->arena);
	b->shown = shown;
	b->title = "";
	b->key_only = 1;
	if (!is_whole(b, bytes, n))
		return -1;
	rd = reader_mem(bytes, n, shown, READER_SECRET | READER_EOF_OK, ',');
	if (rd == NULL)
		return -1;
	if (!reader_next(rd, &rec) || !is_ours(b, &rec))
		rc = -1;
	while (rc == 0 && reader_next(rd, &rec))
		rc = take_row(b, &rec);
	if (reader_faults(rd) != 0)
		rc = -1;
	reader_close(rd);
	return rc;
}

void
bundle_free(struct bundle *b)
{
	size_t	i;

	for (i = 0; i < b->n; i++)
		if (b->v[i].kind == BUNDLE_KEY)
			explicit_bzero((char *)(uintptr_t)b->v[i].f[B_CODE],
			    strlen(b->v[i].f[B_CODE]));
	free(b->v);
	arena_free(&b->arena);
}
