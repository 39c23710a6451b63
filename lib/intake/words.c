/* How people write what a framework means. */
#include "intake/words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"
#include "intake/xlsform.h"
#include "intake/xlsform_in.h"

struct word {
	char		*key;
	size_t		 at;		/* criterion or group; WORDS_TWO */
	fixed		 value;		/* of a score; FIXED_NONE: see code */
	int		 code;
	UT_hash_handle	 hh;
};

struct words {
	const struct framework	*fw;
	struct word		*crit, *group, *score;
	int			 numbers;	/* a score's label is one */
	size_t			 longest;	/* bytes of a key */
	struct arena		 arena;
};

struct words *
words_new(const struct framework *fw)
{
	struct words	*w = mem_calloc(1, sizeof(*w));

	w->fw = fw;
	arena_init(&w->arena);
	return w;
}

void
words_free(struct words *w)
{
	if (w == NULL)
		return;
	HASH_CLEAR(hh, w->crit);
	HASH_CLEAR(hh, w->group);
	HASH_CLEAR(hh, w->score);
	arena_free(&w->arena);
	free(w);
}

char *
words_plain(const char *s)
{
	char	*p = utf_plain(s);
	size_t	 n = strlen(p);

	while (n > 0 && strchr(" ?:.!*;,", p[n - 1]) != NULL)
		n--;
	p[n] = '\0';
	return p;
}

/* U+00A0, U+202F and U+FEFF by their bytes. */
static size_t
blank_at(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n')
		return 1;
	if (strncmp(s, "\xc2\xa0", 2) == 0)
		return 2;
	if (strncmp(s, "\xe2\x80\xaf", 3) == 0 ||
	    strncmp(s, "\xef\xbb\xbf", 3) == 0)
		return 3;
	return 0;
}

const char *
words_trim(char *buf, size_t size, const char *s)
{
	const char	*end, *p;
	size_t		 k, n;

	while ((k = blank_at(s)) > 0)
		s += k;
	for (end = p = s; *p != '\0';) {
		k = blank_at(p);
		p += k > 0 ? k : 1;
		if (k == 0)
			end = p;
	}
	if ((size_t)(end - s) >= size)
		return NULL;
	n = (size_t)(end - s);
	memmove(buf, s, n);
	buf[n] = '\0';
	return buf;
}

static struct word *
find(struct word *head, const char *key)
{
	struct word	*e;

	HASH_FIND_STR(head, key, e);
	return e;
}

/* Add key (the caller's) unless it is empty; what differs becomes "two". */
static void
teach(struct words *w, struct word **head, char *key, size_t at, fixed value,
    int code)
{
	struct word	*e;

	if (*key == '\0')
		return;
	if ((e = find(*head, key)) != NULL) {
		if (e->at != at || e->value != value || e->code != code)
			e->at = WORDS_TWO;
		return;
	}
	e = arena_alloc(&w->arena, sizeof(*e));
	e->key = arena_str(&w->arena, key);
	if (strlen(key) > w->longest)
		w->longest = strlen(key);
	e->at = at;
	e->value = value;
	e->code = code;
	HASH_ADD_KEYPTR(hh, *head, e->key, strlen(e->key), e);
}

void
words_criterion_is(struct words *w, const char *text, size_t crit)
{
	char	*key = words_plain(text);

	teach(w, &w->crit, key, crit, FIXED_NONE, 0);
	free(key);
}

void
words_group_is(struct words *w, const char *text, size_t group)
{
	char	*key = words_plain(text);

	teach(w, &w->group, key, group, FIXED_NONE, 0);
	free(key);
}

static char *
score_key(const struct framework *fw, size_t dim, const char *plain)
{
	return mem_printf("%s/%s", dim < fw->ndims ? fw->dims[dim].id : "",
	    plain);
}

void
words_score_is(struct words *w, size_t dim, const char *text, fixed value,
    int code)
{
	char	*plain = words_plain(text), *key;
	fixed	 v;

	w->numbers |= words_number(text, COMMA_DECIMAL, &v) == 0 && v != value;
	if (*plain != '\0') {
		key = score_key(w->fw, dim, plain);
		teach(w, &w->score, key, 0, value, code);
		free(key);
	}
	free(plain);
}

/* Hand every label of row i to say(), whatever its language. */
static void
labels(const struct table *t, size_t i, const char *family,
    void (*say)(struct words *, const char *, size_t), struct words *w,
    size_t at)
{
	int	c, want = schema_col(t->schema, family);

	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == want && t->lang[c] != NULL)
			say(w, cell_at(t, i, c), at);
}

/* The name that our own form for phones gives to an id. */
static void
form_name(struct words *w, const char *id,
    void (*say)(struct words *, const char *, size_t), size_t at)
{
	char	*name = xlsform_name(id);

	say(w, name, at);
	free(name);
}

static void
load_criteria(struct words *w, const struct table *t)
{
	size_t	i, c;

	/* A label that is the id of another criterion could mean either. */
	for (c = 0; c < w->fw->ncrit; c++) {
		words_criterion_is(w, w->fw->crit[c].id, c);
		form_name(w, w->fw->crit[c].id, words_criterion_is, c);
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		c = framework_crit(w->fw, cell(t, i, "id"));
		if (c < w->fw->ncrit)
			labels(t, i, "label", words_criterion_is, w, c);
	}
}

static void
load_groups(struct words *w, const struct table *t)
{
	size_t	i, g;

	for (g = 0; g < w->fw->ngroups; g++) {
		words_group_is(w, w->fw->groups[g].id, g);
		form_name(w, w->fw->groups[g].id, words_group_is, g);
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		g = framework_group(w->fw, cell(t, i, "id"));
		if (g < w->fw->ngroups)
			labels(t, i, "label", words_group_is, w, g);
	}
}

static void
load_point(struct words *w, const struct table *t, size_t i, const char *family)
{
	const char	*v = cell(t, i, "value");
	size_t		 dim = framework_dim(w->fw, cell(t, i, "dimension"));
	int		 c, want = schema_col(t->schema, family), code = 0;
	fixed		 value = FIXED_NONE;

	if (strcmp(v, "NA") == 0)
		code = SCORE_NA;
	else if (strcmp(v, "DK") == 0)
		code = SCORE_DK;
	else if (num_fixed(v, 0, &value) != 0)
		return;
	for (c = 0; c < t->ncols; c++)
		if (t->col[c] == want && t->lang[c] != NULL)
			words_score_is(w, code != 0 ? w->fw->ndims : dim,
			    cell_at(t, i, c), value, code);
}

/* NA and DK as they are written on paper, unless a label says otherwise. */
static void
load_codes(struct words *w)
{
	static const struct {
		const char	*text;
		int		 code;
	} codes[] = {
		{ "NA", SCORE_NA }, { "DK", SCORE_DK }, { "N/A", SCORE_NA },
		{ "SO", SCORE_NA }, { "S.O.", SCORE_NA }, { "S/O", SCORE_NA },
		{ "NSP", SCORE_DK }
	};
	char	*plain, *key;
	size_t	 i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		plain = words_plain(codes[i].text);
		key = score_key(w->fw, w->fw->ndims, plain);
		if (i < 2 || find(w->score, key) == NULL)
			teach(w, &w->score, key, 0, FIXED_NONE,
			    codes[i].code);
		free(key);
		free(plain);
	}
}

struct words *
words_load(struct project *p, const char *round, const struct framework *fw)
{
	struct words		*w = words_new(fw);
	const struct table	*t;
	size_t			 i;

#define TABLE(name)	(round != NULL ? project_frozen(p, round, name) : \
	project_table(p, name))
	load_criteria(w, TABLE("criteria"));
	load_groups(w, TABLE("groups"));
	t = TABLE("scale");
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		load_point(w, t, i, "label");
		load_point(w, t, i, "text");
	}
#undef TABLE
	load_codes(w);
	return w;
}

/* "12", "q12": how people number the questions of a form. */
static int
is_question_number(const char *s)
{
	s += *s == 'q';
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

/*
 * "gov1 roles are clear", "12. roles are clear": the id or a number, and
 * behind it the label.
 */
static size_t
id_and_label(const struct words *w, const char *plain)
{
	const struct word	*id, *label;
	size_t			 n = strcspn(plain, " .:)-"), gap;
	char			*first;

	gap = strspn(plain + n, " .:)-");
	if (n == 0 || gap == 0 || plain[n + gap] == '\0')
		return WORDS_NONE;
	label = find(w->crit, plain + n + gap);
	if (label == NULL)
		return WORDS_NONE;
	first = mem_strndup(plain, n);
	id = find(w->crit, first);
	if (id == NULL && is_question_number(first))
		id = label;
	free(first);
	return id != NULL && id->at == label->at ? id->at : WORDS_NONE;
}

static size_t
criterion_plain(const struct words *w, const char *plain)
{
	const struct word	*e = find(w->crit, plain);

	return e != NULL ? e->at : id_and_label(w, plain);
}

/*
 * The same of the end of a longer text, which is not looked at where it is too
 * long for an id and a label: a text may have as many ends as bytes.
 */
static size_t
criterion_end(const struct words *w, const char *part, const char *end)
{
	return (size_t)(end - part) > 2 * w->longest + 16 ? WORDS_NONE :
	    criterion_plain(w, part);
}

/*
 * A survey program hands out a label as the form has it, "**so**" too; the
 * text without its markup, NULL where there is none.  The caller frees it.
 */
static char *
unmarked(const char *text)
{
	char	*clean;

	if (strpbrk(text, "*_<[#&\\") == NULL)
		return NULL;
	clean = xtext_clean(text);
	if (strcmp(clean, text) != 0)
		return clean;
	free(clean);
	return NULL;
}

static size_t
criterion_text(const struct words *w, const char *text)
{
	char		*plain = words_plain(text);
	const char	*part = plain, *end = plain + strlen(plain);
	size_t		 at = criterion_plain(w, plain);

	/* A label may hold a '/' of its own, so the longest rest goes first. */
	while (at == WORDS_NONE && (part = strchr(part, '/')) != NULL) {
		part++;
		part += strspn(part, " ");
		at = criterion_end(w, part, end);
	}
	free(plain);
	return at;
}

size_t
words_criterion(const struct words *w, const char *text)
{
	size_t	 at = criterion_text(w, text);
	char	*clean = at == WORDS_NONE ? unmarked(text) : NULL;

	if (clean != NULL)
		at = criterion_text(w, clean);
	free(clean);
	return at;
}

/* What stands between the brackets at the end of "question [row]"; or NULL. */
static char *
in_brackets(const char *plain)
{
	size_t		 n = strlen(plain);
	const char	*open;

	if (n < 3 || plain[n - 1] != ']' ||
	    (open = strrchr(plain, '[')) == NULL)
		return NULL;
	open += 1 + strspn(open + 1, " ");
	n = (size_t)(plain + n - 1 - open);
	while (n > 0 && strchr(" ?:.!*;,", open[n - 1]) != NULL)
		n--;
	return mem_strndup(open, n);
}

/* Behind the next sign that divides survey groups from a question; or NULL. */
static const char *
behind_sign(const char *s, int paths)
{
	for (; *s != '\0'; s++) {
		if (*s == '/' || (paths && strchr("-.:", *s) != NULL))
			return s + 1 + strspn(s + 1, " ");
		if (paths && s[0] == '_' && s[1] == '_')
			return s + 2;
	}
	return NULL;
}

static size_t
header_plain(const struct words *w, const char *plain, int paths)
{
	size_t		 at = criterion_plain(w, plain), other;
	const char	*part = plain, *end = plain + strlen(plain);
	char		*s;

	if (at == WORDS_NONE && (s = in_brackets(plain)) != NULL) {
		at = criterion_plain(w, s);
		free(s);
	}
	if (at != WORDS_NONE)
		return at;
	/* A label may hold a sign of its own, so the longest rest goes first. */
	while (at == WORDS_NONE && (part = behind_sign(part, paths)) != NULL)
		at = criterion_end(w, part, end);
	if (at >= WORDS_TWO)
		return at;
	/* "A1/A2" says two things. */
	s = mem_strndup(plain, (size_t)(part - plain));
	for (part = s + strlen(s); part > s && strchr(" /-.:_", part[-1]);)
		part--;
	s[part - s] = '\0';
	other = header_plain(w, s, paths);
	free(s);
	return other < WORDS_TWO && other != at ? WORDS_TWO : at;
}

static size_t
header_text(const struct words *w, const char *header, int paths)
{
	char	*plain = words_plain(header);
	size_t	 at = header_plain(w, plain, paths);

	free(plain);
	return at;
}

size_t
words_header(const struct words *w, const char *header, int paths)
{
	size_t	 at = header_text(w, header, paths);
	char	*clean = at == WORDS_NONE ? unmarked(header) : NULL;

	if (clean != NULL)
		at = header_text(w, clean, paths);
	free(clean);
	return at;
}

int
words_led(const struct words *w, const char *header, int paths)
{
	char		*plain;
	const char	*part, *end, *p;
	int		 led = 0;

	if (!paths || words_header(w, header, 0) != WORDS_NONE)
		return 0;
	part = plain = words_plain(header);
	end = plain + strlen(plain);
	while ((part = behind_sign(part, paths)) != NULL &&
	    criterion_end(w, part, end) == WORDS_NONE)
		continue;
	/* "group-id" is how a program writes a path; people put blanks. */
	for (p = plain; part != NULL && p < part; p++)
		led |= *p == ' ';
	free(plain);
	return led;
}

size_t
words_criterion_id(const struct words *w, const char *id)
{
	size_t	c = framework_crit(w->fw, id);

	return c < w->fw->ncrit ? c : WORDS_NONE;
}

size_t
words_group(const struct words *w, const char *text)
{
	char			*plain = words_plain(text);
	char			*clean = unmarked(text);
	const struct word	*e = find(w->group, plain);

	free(plain);
	if (e == NULL && clean != NULL) {
		plain = words_plain(clean);
		e = find(w->group, plain);
		free(plain);
	}
	free(clean);
	return e != NULL ? e->at : WORDS_NONE;
}

static const struct word *
score_find(const struct words *w, size_t dim, const char *plain)
{
	char			*key = score_key(w->fw, dim, plain);
	const struct word	*e = find(w->score, key);

	free(key);
	return e;
}

/*
 * What a text says about a criterion; NULL where it says nothing, or one
 * thing as the thread's own word and another as a general one.
 */
static const struct word *
score_word(const struct words *w, size_t crit, const char *plain)
{
	const struct criterion	*c = &w->fw->crit[crit];
	const struct word	*own = score_find(w, c->dim, plain);
	const struct word	*e = score_find(w, w->fw->ndims, plain);

	/* General labels say nothing about a scale of its own; NA and DK do. */
	if (e != NULL && e->value != FIXED_NONE &&
	    c->scale != &w->fw->general)
		e = NULL;
	if (own == NULL || e == NULL)
		return own != NULL ? own : e;
	if (e->at == WORDS_TWO)
		return e;
	return own->value == e->value && own->code == e->code ? own : NULL;
}

static int
word_score(const struct words *w, size_t crit, const struct word *e)
{
	int	at;

	if (e == NULL || e->at == WORDS_TWO)
		return SCORE_BAD;
	if (e->value == FIXED_NONE)
		return e->code;
	at = scale_index(w->fw->crit[crit].scale, e->value);
	return at >= 0 ? at : SCORE_OFF;
}

/* --- numbers beside texts ------------------------------------------------- */

/* A text cut in two: its number, and what stands before or behind that. */
struct cut {
	char	 num[32];
	char	*rest;
	int	 set_off;	/* a sign between them says that they are two */
};

/* Bytes of a dash at s: -, U+2013, U+2014; 0: none. */
static size_t
dash_at(const char *s)
{
	return *s == '-' ? 1 : strncmp(s, "\xe2\x80\x93", 3) == 0 ||
	    strncmp(s, "\xe2\x80\x94", 3) == 0 ? 3 : 0;
}

/* "5 - text", "5. text", "5) text", "5 = text"; 0 where no number begins it. */
static int
cut_front(struct cut *c, const char *plain)
{
	size_t		 k = strspn(plain, "0123456789.,"), n;
	const char	*p;
	int		 before, behind;

	while (k > 0 && !isdigit((unsigned char)plain[k - 1]))
		k--;
	if (k == 0 || k >= sizeof(c->num))
		return 0;
	memcpy(c->num, plain, k);
	c->num[k] = '\0';
	p = plain + k;
	before = *p == ' ';
	p += before;
	n = dash_at(p);
	behind = p[n > 0 ? n : *p != '\0'] == ' ';
	/* "3-month" is one word, and 5.30 one number. */
	c->set_off = n > 0 ? before || behind : *p == '.' ? behind :
	    *p != '\0' && strchr("=:)", *p) != NULL;
	while (*p != '\0' && (strchr(" .:)=", *p) != NULL || dash_at(p) > 0))
		p += dash_at(p) > 0 ? dash_at(p) : 1;
	c->rest = mem_strdup(p);
	return 1;
}

/* "text - 5", "text = 5", "text (5)"; 0 where no number ends it. */
static int
cut_back(struct cut *c, const char *plain)
{
	size_t	n = strlen(plain), k, end;
	int	closed = n > 0 && plain[n - 1] == ')', blank;

	end = n -= (size_t)closed;
	while (n > 0 && strchr("0123456789.,", plain[n - 1]) != NULL)
		n--;
	while (n < end && !isdigit((unsigned char)plain[n]))
		n++;
	k = end - n;
	if (k == 0 || k >= sizeof(c->num) || n == 0)
		return 0;
	memcpy(c->num, plain + n, k);
	c->num[k] = '\0';
	blank = plain[n - 1] == ' ';
	n -= (size_t)blank;
	if (n > 0 && plain[n - 1] == '(')
		c->set_off = closed;
	else if (closed)
		return 0;
	else if (n > 0 && strchr("=:", plain[n - 1]) != NULL)
		c->set_off = 1;
	else
		/* "text -5" may be less than nothing. */
		c->set_off = blank && ((n > 1 && dash_at(plain + n - 1) == 1 &&
		    plain[n - 2] == ' ') || (n > 3 &&
		    dash_at(plain + n - 3) == 3 && plain[n - 4] == ' '));
	while (n > 0 && (strchr(" (:=-", plain[n - 1]) != NULL ||
	    (n > 2 && dash_at(plain + n - 3) == 3)))
		n -= strchr(" (:=-", plain[n - 1]) != NULL ? 1 : 3;
	c->rest = mem_strndup(plain, n);
	return 1;
}

/* Some word, and no further number. */
static int
is_mere_text(const char *s)
{
	int	letters = 0;

	for (; *s != '\0'; s++) {
		if (isdigit((unsigned char)*s))
			return 0;
		letters |= isalpha((unsigned char)*s) ||
		    (unsigned char)*s >= 0x80;
	}
	return letters;
}

/*
 * A number beside a text.  Where the text is a word of the scale both must
 * say the same; any other is a remark on the number, if it is set off.
 */
static int
number_and_text(const struct words *w, size_t crit, const char *plain,
    int comma, int *contradict)
{
	const struct criterion	*c = &w->fw->crit[crit];
	struct cut		 cut = { "", NULL, 0 };
	const struct word	*own, *general;
	fixed			 v;
	int			 at, label, known;

	*contradict = 0;
	if (!cut_front(&cut, plain) && !cut_back(&cut, plain))
		return SCORE_BAD;
	own = score_find(w, c->dim, cut.rest);
	general = score_find(w, w->fw->ndims, cut.rest);
	known = own != NULL || (general != NULL && (general->value ==
	    FIXED_NONE || c->scale == &w->fw->general));
	label = word_score(w, crit, score_word(w, crit, cut.rest));
	if (words_number(cut.num, comma, &v) != 0)
		at = SCORE_BAD;
	else if ((at = scale_index(c->scale, v)) < 0)
		at = cut.set_off && is_mere_text(cut.rest) ? SCORE_OFF :
		    SCORE_BAD;
	if (known) {
		*contradict = at != SCORE_BAD && label != at;
		at = label >= 0 && label == at ? at : SCORE_BAD;
	} else if (!cut.set_off || !is_mere_text(cut.rest))
		at = SCORE_BAD;
	free(cut.rest);
	return at;
}

int
words_contradict(const struct words *w, size_t crit, const char *cell,
    int comma)
{
	char	*plain = words_plain(cell);
	int	 hit;

	number_and_text(w, crit, plain, comma, &hit);
	free(plain);
	return hit;
}

int
words_beside(const struct words *w, size_t crit, const char *cell, int comma)
{
	char	*plain = words_plain(cell), *clean;
	fixed	 v;
	int	 hit, contradict;

	hit = words_number(cell, comma, &v) != 0 &&
	    score_word(w, crit, plain) == NULL &&
	    number_and_text(w, crit, plain, comma, &contradict) >= 0;
	free(plain);
	if (!hit && (clean = unmarked(cell)) != NULL) {
		hit = words_beside(w, crit, clean, comma);
		free(clean);
	}
	return hit;
}

/* "1,000": groups of three, which a comma may well divide. */
static int
is_thousands(const char *s)
{
	size_t	k = strspn(s, "0123456789");

	if (k < 1 || k > 3 || s[k] != ',')
		return 0;
	for (s += k; *s == ','; s += 4)
		if (strspn(s + 1, "0123456789") != 3)
			return 0;
	return *s == '\0';
}

int
words_number(const char *cell, int comma, fixed *out)
{
	char		 buf[64], *to;
	const char	*s = words_trim(buf, sizeof(buf), cell), *from;
	size_t		 k;

	if (s == NULL)
		return -1;
	/* Only a blank between whole groups of three digits goes. */
	for (from = to = buf; *from != '\0';) {
		k = blank_at(from);
		if (k > 0 && (to == buf || !isdigit((unsigned char)to[-1]) ||
		    strspn(from + k, "0123456789") != 3))
			return -1;
		if (k > 0)
			from += k;
		else
			*to++ = *from++;
	}
	*to = '\0';
	if (comma == COMMA_QUOTED && is_thousands(buf))
		return -1;
	return num_fixed(buf, comma, out);
}

/* What a number says as a label; SCORE_BAD where it is none. */
static int
number_label(const struct words *w, size_t crit, const char *cell)
{
	char	*plain;
	int	 score;

	if (!w->numbers)
		return SCORE_BAD;
	plain = words_plain(cell);
	score = word_score(w, crit, score_word(w, crit, plain));
	free(plain);
	return score;
}

int
words_two(const struct words *w, size_t crit, const char *cell, int comma)
{
	fixed	v;
	int	at, label;

	if (!w->numbers || words_number(cell, comma, &v) != 0 ||
	    (at = scale_index(w->fw->crit[crit].scale, v)) < 0)
		return 0;
	label = number_label(w, crit, cell);
	return label != SCORE_BAD && label != at;
}

int
words_score(const struct words *w, size_t crit, const char *cell, int comma)
{
	const struct scale	*scale = w->fw->crit[crit].scale;
	const struct word	*e;
	char			 buf[64], *plain;
	const char		*s = words_trim(buf, sizeof(buf), cell);
	fixed			 v;
	int			 score, contradict;

	if (s != NULL && *s == '\0')
		return SCORE_SKIPPED;
	if (words_number(cell, comma, &v) == 0) {
		if ((score = scale_index(scale, v)) >= 0)
			return score;
		/* 99, where the scale calls "do not know" so. */
		score = number_label(w, crit, cell);
		return score != SCORE_BAD ? score : SCORE_OFF;
	}
	plain = words_plain(cell);
	e = score_word(w, crit, plain);
	score = e != NULL ? word_score(w, crit, e) :
	    number_and_text(w, crit, plain, comma, &contradict);
	free(plain);
	if (score == SCORE_BAD && (plain = unmarked(cell)) != NULL) {
		score = words_score(w, crit, plain, comma);
		free(plain);
	}
	return score;
}

const char *
score_str(char *buf, const struct scale *scale, int score)
{
	if (score >= 0)
		return num_str(buf, scale->value[score], 0);
	snprintf(buf, NUM_LEN, "%s", score == SCORE_NA ? "NA" :
	    score == SCORE_DK ? "DK" : "");
	return buf;
}
