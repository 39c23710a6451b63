/* Sheets that wait, written down. */
#include "intake/spool.h"

#include <string.h>

#include "base/date.h"
#include "base/slug.h"
#include "intake/spill.h"

#define PACK_LEAST	((size_t)65536)	/* entries */
#define PEEK		1024		/* bytes; most sheets are shorter */

/* A record is its length in four bytes, its kind, and what follows. */
enum { KIND_SHEET, KIND_LINK };
enum { IS_PERSON = 1, IS_WAITING = 2, IS_NAMELESS = 4, IS_BAD = 8,
    IS_PLAIN = 16 };

struct spool {
	struct spill	*spill;
	struct keys	 index;
	size_t		 pack_at;	/* entries at which parts are linked */
	int		 packed;
	struct str	 out;		/* the record that is made */
	struct str	 in;		/* the one that is read */
	size_t		 pos;		/* in it */
	int		 bad;
};

struct spool *
spool_new(const char *dir)
{
	struct spool	*s = mem_calloc(1, sizeof(*s));

	s->spill = spill_new(dir);
	s->pack_at = PACK_LEAST;
	str_init(&s->out);
	str_init(&s->in);
	return s;
}

void
spool_free(struct spool *s)
{
	if (s == NULL)
		return;
	spill_free(s->spill);
	keys_free(&s->index);
	str_free(&s->out);
	str_free(&s->in);
	free(s);
}

int
spool_bad(const struct spool *s)
{
	return s->bad;
}

struct keys *
spool_index(struct spool *s)
{
	return &s->index;
}

/* --- numbers and texts -------------------------------------------------------- */

static void
put_n(struct spool *s, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		str_addc(&s->out, (char)(v | 0x80));
	str_addc(&s->out, (char)v);
}

/* A number that may be negative: 0, -1, 1, -2 … */
static void
put_i(struct spool *s, int64_t v)
{
	put_n(s, v < 0 ? ((uint64_t)-(v + 1) << 1) + 1 : (uint64_t)v << 1);
}

static void
put_s(struct spool *s, const char *text)
{
	size_t	n = strlen(text);

	put_n(s, n);
	str_addn(&s->out, text, n);
}

static uint64_t
get_n(struct spool *s)
{
	uint64_t	v = 0;
	unsigned	shift = 0;
	unsigned char	c;

	do {
		c = s->pos < s->in.len ? (unsigned char)s->in.s[s->pos++] : 0;
		v |= (uint64_t)(c & 0x7f) << shift;
		shift += 7;
	} while ((c & 0x80) && shift < 64);
	return v;
}

static int64_t
get_i(struct spool *s)
{
	uint64_t	v = get_n(s);

	return v & 1 ? -(int64_t)(v >> 1) - 1 : (int64_t)(v >> 1);
}

/* A text of n bytes of the record; NULL where it goes beyond it. */
static const char *
get_bytes(struct spool *s, size_t *n)
{
	const char	*p;

	*n = get_n(s);
	if (*n > s->in.len - s->pos)
		*n = s->in.len - s->pos;
	p = s->in.s + s->pos;
	s->pos += *n;
	return p;
}

static void
get_code(struct spool *s, char *code)
{
	size_t		 n;
	const char	*p = get_bytes(s, &n);

	if (n > CODE_LEN)
		n = CODE_LEN;
	memcpy(code, p, n);
	code[n] = '\0';
}

static const char *
get_s(struct spool *s, struct arena *a)
{
	size_t		 n;
	const char	*p = get_bytes(s, &n);

	return n > 0 ? arena_strn(a, p, n) : "";
}

/* --- records -------------------------------------------------------------------- */

static void
begin_record(struct spool *s, int kind)
{
	str_reset(&s->out);
	str_addn(&s->out, "\0\0\0\0", 4);
	put_n(s, (uint64_t)kind);
}

static uint64_t
end_record(struct spool *s)
{
	uint64_t	at = spill_size(s->spill);
	uint32_t	n = (uint32_t)(s->out.len - 4);

	memcpy(s->out.s, &n, sizeof(n));
	if (spill_add(s->spill, s->out.s, s->out.len) != 0)
		s->bad = 1;
	return at;
}

/* Its kind, or -1 (said); *next is behind it. */
static int
read_record(struct spool *s, uint64_t at, uint64_t *next)
{
	char		buf[PEEK], *rest;
	uint32_t	len;
	long		n = spill_read(s->spill, at, buf, sizeof(buf));

	if (n < 4) {
		s->bad |= n < 0;
		return -1;
	}
	memcpy(&len, buf, sizeof(len));
	n -= 4;
	str_reset(&s->in);
	if (len <= (uint32_t)n)
		str_addn(&s->in, buf + 4, len);
	else {
		str_addn(&s->in, buf + 4, (size_t)n);
		rest = mem_alloc(len - (size_t)n);
		if (spill_read(s->spill, at + 4 + (uint64_t)n, rest,
		    len - (size_t)n) == (long)(len - (size_t)n))
			str_addn(&s->in, rest, len - (size_t)n);
		else
			s->bad = 1;
		free(rest);
	}
	s->pos = 0;
	if (next != NULL)
		*next = at + 4 + len;
	return s->bad ? -1 : (int)get_n(s);
}

static size_t
count_plain(const struct sheet *x)
{
	size_t	n = 0;

	while (x->plain != NULL && x->plain[n][0] != '\0')
		n++;
	return n;
}

static void
put_answers(struct spool *s, const struct sheet *x)
{
	size_t	c, n = 0;

	for (c = 0; c < x->ncrit; c++)
		n += x->score[c] != SCORE_SKIPPED;
	put_n(s, n);
	for (c = 0; c < x->ncrit; c++)
		if (x->score[c] != SCORE_SKIPPED) {
			put_n(s, c);
			put_i(s, x->score[c]);
			put_i(s, x->at[c] - x->line);
		}
	for (c = n = 0; x->commented && c < x->ncrit; c++)
		n += x->comment[c] != NULL;
	put_n(s, n);
	for (c = 0; n > 0 && c < x->ncrit; c++)
		if (x->comment[c] != NULL) {
			put_n(s, c);
			put_s(s, x->comment[c]);
		}
}

uint64_t
spool_write(struct spool *s, const struct sheet *x)
{
	size_t	i, n = count_plain(x);

	begin_record(s, KIND_SHEET);
	put_n(s, (x->person ? IS_PERSON : 0) | (x->waits ? IS_WAITING : 0) |
	    (x->nameless ? IS_NAMELESS : 0) | (x->bad ? IS_BAD : 0) |
	    (x->plain != NULL ? IS_PLAIN : 0));
	put_s(s, x->code);
	put_s(s, x->sub);
	for (i = 0; i < SHEET_ALIASES; i++)
		put_s(s, x->alias[i]);
	put_n(s, n);
	for (i = 0; i < n; i++)
		put_s(s, x->plain[i]);
	put_n(s, (uint64_t)x->line);
	put_n(s, x->begin);
	put_n(s, x->end - x->begin);
	put_n(s, x->rows);
	put_n(s, x->nmore);
	for (i = 0; i < x->nmore; i++) {
		put_n(s, x->more[i][0]);
		put_n(s, x->more[i][1] - x->more[i][0]);
	}
	put_i(s, x->group == WORDS_NONE ? -1 : (int64_t)x->group);
	put_i(s, x->day);
	put_s(s, x->unit);
	for (i = 0; i < x->nseen; i++)
		put_i(s, x->seen[i]);
	put_answers(s, x);
	return end_record(s);
}

void
spool_put(struct spool *s, const struct sheet *x)
{
	uint64_t	key, at = spool_write(s, x);

	if (slug_code_key(x->code, &key) == 0)
		keys_add(&s->index, key, at);
}

static void
get_answers(struct spool *s, struct sheet *x)
{
	size_t	c, n;

	for (n = get_n(s); n > 0; n--) {
		c = get_n(s);
		if (c >= x->ncrit)
			break;
		x->score[c] = (int16_t)get_i(s);
		x->at[c] = x->line + (long)get_i(s);
	}
	for (n = get_n(s); n > 0; n--) {
		c = get_n(s);
		if (c >= x->ncrit)
			break;
		x->comment[c] = get_s(s, &x->arena);
		x->commented = 1;
	}
}

static void
get_places(struct spool *s, struct sheet *x)
{
	size_t	i;

	x->line = (long)get_n(s);
	x->begin = get_n(s);
	x->end = x->begin + get_n(s);
	x->rows = get_n(s);
	x->nmore = get_n(s);
	if (x->nmore > 0)
		x->more = arena_alloc(&x->arena, x->nmore * sizeof(*x->more));
	for (i = 0; i < x->nmore; i++) {
		x->more[i][0] = get_n(s);
		x->more[i][1] = x->more[i][0] + get_n(s);
	}
}

static void
get_sheet(struct spool *s, struct sheet *x)
{
	unsigned	flags = (unsigned)get_n(s);
	int64_t		group;
	size_t		i, n;

	sheet_clear(x, 0);
	x->person = (flags & IS_PERSON) != 0;
	x->waits = (flags & IS_WAITING) != 0;
	x->nameless = (flags & IS_NAMELESS) != 0;
	x->bad = (flags & IS_BAD) != 0;
	get_code(s, x->code);
	get_code(s, x->sub);
	for (i = 0; i < SHEET_ALIASES; i++)
		get_code(s, x->alias[i]);
	n = get_n(s);
	if (flags & IS_PLAIN)
		x->plain = arena_alloc(&x->arena, (n + 1) *
		    sizeof(*x->plain));
	for (i = 0; i < n; i++)
		get_code(s, x->plain[i]);
	get_places(s, x);
	group = get_i(s);
	x->group = group < 0 ? WORDS_NONE : (size_t)group;
	x->day = (int)get_i(s);
	x->unit = get_s(s, &x->arena);
	for (i = 0; i < x->nseen; i++)
		x->seen[i] = (long)get_i(s);
	get_answers(s, x);
}

int
spool_get(struct spool *s, uint64_t at, struct sheet *x)
{
	if (read_record(s, at, NULL) != KIND_SHEET)
		return -1;
	get_sheet(s, x);
	return 0;
}

int
spool_next(struct spool *s, uint64_t *at, struct sheet *x)
{
	int	kind;

	while (*at < spill_size(s->spill)) {
		kind = read_record(s, *at, at);
		if (kind < 0)
			return 0;
		if (kind == KIND_SHEET) {
			get_sheet(s, x);
			return 1;
		}
	}
	return 0;
}

/* --- parts ------------------------------------------------------------------------ */

/* One entry in place of those of one sheet: it leads to all of them. */
static void
pack(struct spool *s)
{
	struct keys	*k = &s->index;
	size_t		 i, j, run, n = 0;
	uint64_t	 key, at;

	keys_sort(k);
	s->packed = 1;
	for (i = 0; i < k->n; i += run) {
		run = keys_run(k, i);
		key = keys_key(k, i);
		at = keys_at(k, i);
		if (run > 1) {
			begin_record(s, KIND_LINK);
			put_n(s, run);
			for (j = i; j < i + run; j++)
				put_n(s, keys_at(k, j));
			at = end_record(s);
		}
		keys_set(k, n++, key, at);
	}
	k->n = n;
	s->pack_at = 2 * n > PACK_LEAST ? 2 * n : PACK_LEAST;
}

void
spool_put_part(struct spool *s, const struct sheet *x)
{
	spool_put(s, x);
	if (s->index.n >= s->pack_at)
		pack(s);
}

int
spool_packed(const struct spool *s)
{
	return s->packed;
}

struct parts {
	uint64_t	*v;
	size_t		 n, cap;
};

static void
follow(struct spool *s, uint64_t at, struct parts *p)
{
	uint64_t	*link;
	size_t		 i, n;
	int		 kind = read_record(s, at, NULL);

	if (kind == KIND_SHEET) {
		p->v = mem_grow(p->v, p->n, &p->cap, sizeof(*p->v));
		p->v[p->n++] = at;
	} else if (kind == KIND_LINK) {
		n = get_n(s);
		link = mem_calloc(n + 1, sizeof(*link));
		for (i = 0; i < n; i++)
			link[i] = get_n(s);
		for (i = 0; i < n; i++)
			follow(s, link[i], p);
		free(link);
	}
}

uint64_t *
spool_parts(struct spool *s, size_t i, size_t n, size_t *nparts)
{
	struct parts	p = { NULL, 0, 0 };

	for (; n > 0; i++, n--)
		follow(s, keys_at(&s->index, i), &p);
	*nparts = p.n;
	return p.v;
}
