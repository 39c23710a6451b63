/* What a person writes in the editor: printed, and read back. */
#include "model/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/utf.h"

#define FENCE		"---"
#define TEMPLATE	"template"
#define TEMPLATE_FR	"modèle"
#define COMMENT_WIDTH	72

/* Something that stands in a new buffer. */
struct filled {
	const char	*key, *value, *hint;	/* one of the two */
};

/* --- names -------------------------------------------------------------- */

static const struct buffer_key *
key_of(const struct buffer_kind *k, const char *key)
{
	const struct buffer_key	*f;

	for (f = k->keys; f->key != NULL; f++)
		if (strcmp(f->key, key) == 0)
			return f;
	return NULL;
}

static const char *
key_fr(const struct buffer_kind *k, const struct buffer_key *f)
{
	const struct schema	*s = schema_find(k->table);
	int			 c;

	if (f->fr != NULL)
		return f->fr;
	c = schema_col(s, f->key);
	return c >= 0 ? s->cols[c].fr : f->key;
}

static int
in_french(void)
{
	return strcmp(lang_now(), "fr") == 0;
}

const char *
buffer_name(const struct buffer_kind *k, const char *key)
{
	const struct buffer_key	*f = key_of(k, key);

	return f != NULL && in_french() ? key_fr(k, f) : key;
}

/* Whether two names are one: case, accents, "_" and blanks do not matter. */
static int
same_name(const char *a, const char *b)
{
	char	*x = utf_plain(a), *y = utf_plain(b), *p;
	int	 same;

	for (p = x; *p != '\0'; p++)
		if (*p == '_' || *p == '-')
			*p = ' ';
	for (p = y; *p != '\0'; p++)
		if (*p == '_' || *p == '-')
			*p = ' ';
	same = strcmp(x, y) == 0;
	free(x);
	free(y);
	return same;
}

const struct buffer_kind *
buffer_kind(const struct buffer_kind *const *kinds, const char *word)
{
	for (; *kinds != NULL; kinds++)
		if (same_name((*kinds)->word, word) ||
		    same_name((*kinds)->fr, word))
			return *kinds;
	return NULL;
}

static const char *
known_key(const struct buffer_kind *k, const char *name)
{
	const struct buffer_key	*f;

	for (f = k->keys; f->key != NULL; f++)
		if (same_name(f->key, name) || same_name(key_fr(k, f), name))
			return f->key;
	return NULL;
}

/* --- a new one ---------------------------------------------------------- */

void
filling_begin(struct filling *f, const struct buffer_kind *kind)
{
	memset(f, 0, sizeof(*f));
	f->kind = kind;
	arena_init(&f->arena);
}

void
filling_end(struct filling *f)
{
	free(f->f);
	arena_free(&f->arena);
}

static struct filled *
fill(struct filling *f, const char *key)
{
	struct filled	*x;

	f->f = mem_grow(f->f, f->n, &f->cap, sizeof(*f->f));
	x = &f->f[f->n++];
	x->key = key;
	x->value = x->hint = NULL;
	return x;
}

void
fill_value(struct filling *f, const char *key, const char *value)
{
	fill(f, key)->value = arena_str(&f->arena, value);
}

void
fill_hint(struct filling *f, const char *key, const char *text)
{
	fill(f, key)->hint = arena_str(&f->arena, text);
}

void
fill_prose(struct filling *f, const char *text)
{
	f->prose = arena_str(&f->arena, text);
}

static void
comment_line(const char *line, size_t n, void *out)
{
	str_printf(out, "# %.*s\n", (int)n, line);
}

static void
comment(struct str *out, const char *text)
{
	char	*clean = msg_clean(text, strlen(text));

	utf_wrap(clean, COMMENT_WIDTH, comment_line, out);
	free(clean);
}

/* Values are one line; a line end in one becomes a blank. */
static void
print_key(struct str *out, const struct filling *f,
    const struct buffer_key *key)
{
	const char	*value = "";
	size_t		 i;

	if (key->what != NULL)
		comment(out, _(key->what));
	for (i = 0; i < f->n; i++)
		if (strcmp(f->f[i].key, key->key) != 0)
			continue;
		else if (f->f[i].hint != NULL)
			comment(out, f->f[i].hint);
		else
			value = f->f[i].value;
	str_printf(out, "%s:%s", buffer_name(f->kind, key->key),
	    *value != '\0' ? " " : "");
	for (; *value != '\0'; value++)
		str_addc(out, *value == '\n' || *value == '\r' ? ' ' : *value);
	str_addc(out, '\n');
}

char *
buffer_print(const struct filling *f)
{
	const struct buffer_key	*k;
	struct str		 out;

	str_init(&out);
	str_add(&out, FENCE "\n");
	comment(&out, _(f->kind->title));
	comment(&out, _("Lines that begin with # explain and are not kept. "
	    "What stays empty is not said. Closing without saving keeps "
	    "nothing."));
	str_printf(&out, "%s: %s\n\n", in_french() ? TEMPLATE_FR : TEMPLATE,
	    in_french() ? f->kind->fr : f->kind->word);
	for (k = f->kind->keys; k->key != NULL; k++) {
		print_key(&out, f, k);
		str_addc(&out, '\n');
	}
	if (f->kind->below != NULL)
		comment(&out, _(f->kind->below));
	str_add(&out, FENCE "\n\n");
	if (f->prose != NULL)
		str_add(&out, f->prose);
	return str_take(&out);
}

/* --- what was written --------------------------------------------------- */

struct reading {
	struct buffer	*b;
	struct place	 at;
	size_t		 cap;
	int		 bad;
};

/* Blanks of any width around go; the typist's own bytes. */
static char *
trim(char *s)
{
	size_t	 n;
	int	 more = 1;

	while (more) {
		if (*s == ' ' || *s == '\t')
			s++;
		else if (strncmp(s, "\xc2\xa0", 2) == 0)
			s += 2;
		else if (strncmp(s, "\xe2\x80\xaf", 3) == 0)
			s += 3;
		else
			more = 0;
	}
	for (more = 1; more && (n = strlen(s)) > 0;) {
		if (strchr(" \t\r", s[n - 1]) != NULL)
			s[n - 1] = '\0';
		else if (n > 1 && strcmp(s + n - 2, "\xc2\xa0") == 0)
			s[n - 2] = '\0';
		else if (n > 2 && strcmp(s + n - 3, "\xe2\x80\xaf") == 0)
			s[n - 3] = '\0';
		else
			more = 0;
	}
	return s;
}

static int
is_fence(const char *line)
{
	size_t	n = strspn(line, "-");

	return n >= strlen(FENCE) && line[n + strspn(line + n, " \t")] == '\0';
}

/* A line that goes on with the value above it. */
static void
go_on(struct reading *r, char *text)
{
	struct buffer_line	*l;

	if (r->b->n == 0) {
		msg_fault(&r->at, N_("text before the first 'key: value'"));
		r->bad = 1;
		return;
	}
	l = &r->b->l[r->b->n - 1];
	l->value = *l->value == '\0' ? arena_str(&r->b->arena, text) :
	    arena_printf(&r->b->arena, "%s %s", l->value, text);
}

static void
take_line(struct reading *r, char *line)
{
	struct buffer_line	*l;
	char			*text = trim(line), *colon;
	size_t			 i;

	if (*text == '\0' || *line == '#')
		return;
	if (text != line) {
		go_on(r, text);
		return;
	}
	if ((colon = strchr(text, ':')) == NULL) {
		msg_fault(&r->at, N_("neither 'key: value' nor a comment; "
		    "prose belongs below the second '---'"));
		msg_hint(N_("a line that goes on with the one above it begins "
		    "with a blank"));
		r->bad = 1;
		return;
	}
	*colon = '\0';
	text = trim(text);
	for (i = 0; i < r->b->n; i++)
		if (same_name(r->b->l[i].name, text)) {
			msg_fault(&r->at, N_("'%s' is said twice"), text);
			r->bad = 1;
			return;
		}
	r->b->l = mem_grow(r->b->l, r->b->n, &r->cap, sizeof(*r->b->l));
	l = &r->b->l[r->b->n++];
	l->name = arena_str(&r->b->arena, text);
	l->key = NULL;
	l->value = arena_str(&r->b->arena, trim(colon + 1));
	l->line = r->at.line;
}

static void
take_prose(struct buffer *b, const char *text, long line)
{
	const char	*p = text;
	size_t		 n;

	/* Blank lines above; a first line may begin with blanks. */
	for (;;) {
		n = strspn(p, " \t\r");
		if (p[n] != '\n')
			break;
		p += n + 1;
		line++;
	}
	n = strlen(p);
	while (n > 0 && strchr(" \t\r\n", p[n - 1]) != NULL)
		n--;
	if (n == 0)
		return;
	b->prose = arena_printf(&b->arena, "%.*s\n", (int)n, p);
	b->prose_line = line;
}

/* The lines up to the second fence; what is behind it, or NULL (said). */
static char *
take_facts(struct reading *r, char *rest)
{
	char	*line;
	int	 fences = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		r->at.line++;
		line[strcspn(line, "\r")] = '\0';
		if (is_fence(line)) {
			if (++fences == 2)
				return rest != NULL ? rest : line +
				    strlen(line);
		} else if (fences == 1)
			take_line(r, line);
		else if (line[strspn(line, " \t")] != '\0') {
			msg_fault(&r->at, N_("the first line is not '---'"));
			return NULL;
		}
	}
	r->at.line = 0;
	msg_fault(&r->at, fences == 0 ? N_("the first line is not '---'") :
	    N_("the second line '---' is missing, behind the facts"));
	return NULL;
}

static int
take_kind(struct reading *r, const struct buffer_kind *const *kinds,
    const struct buffer_kind *usual)
{
	struct buffer_line	*l;
	size_t			 i;

	r->b->kind = usual;
	for (i = 0; i < r->b->n; i++) {
		l = &r->b->l[i];
		if (!same_name(l->name, TEMPLATE) &&
		    !same_name(l->name, TEMPLATE_FR))
			continue;
		l->key = TEMPLATE;
		r->at.line = l->line;
		if (*l->value != '\0' && (r->b->kind = buffer_kind(kinds,
		    l->value)) == NULL) {
			msg_fault(&r->at, N_("no such template: '%s'"),
			    l->value);
			return -1;
		}
	}
	if (r->b->kind != NULL)
		return 0;
	r->at.line = 0;
	msg_fault(&r->at, N_("'%s:' does not say what it is"), in_french() ?
	    TEMPLATE_FR : TEMPLATE);
	return -1;
}

/* Which of the kind's keys each line is. */
static void
take_keys(struct reading *r)
{
	const struct buffer_kind *k = r->b->kind;
	const struct buffer_key	 *f;
	struct buffer_line	 *l;
	const char		**names, *near;
	size_t			  n = 0, i;

	for (f = k->keys; f->key != NULL; f++)
		n++;
	names = mem_calloc(n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = buffer_name(k, k->keys[i].key);
	for (i = 0; i < r->b->n; i++) {
		l = &r->b->l[i];
		if (l->key != NULL ||
		    (l->key = known_key(k, l->name)) != NULL)
			continue;
		r->at.line = l->line;
		r->bad = 1;
		msg_fault(&r->at, N_("no such key: '%s'"), l->name);
		if ((near = msg_nearest(l->name, names)) != NULL)
			msg_hint(N_("did you mean '%s'?"), near);
	}
	free(names);
}

int
buffer_read(struct buffer *b, const char *text, const char *shown,
    const struct buffer_kind *const *kinds, const struct buffer_kind *usual)
{
	struct reading	 r = { b, { shown, 0, 0, NULL }, 0, 0 };
	char		*copy, *rest;

	memset(b, 0, sizeof(*b));
	arena_init(&b->arena);
	b->shown = shown;
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	copy = mem_strdup(text);
	rest = take_facts(&r, copy);
	if (rest == NULL)
		r.bad = 1;
	else
		take_prose(b, rest, r.at.line + 1);
	if (take_kind(&r, kinds, usual) != 0)
		r.bad = 1;
	else
		take_keys(&r);
	free(copy);
	return r.bad ? -1 : 0;
}

void
buffer_free(struct buffer *b)
{
	free(b->l);
	b->l = NULL;
	arena_free(&b->arena);
}

static const struct buffer_line *
line_of(const struct buffer *b, const char *key)
{
	size_t	i;

	for (i = 0; i < b->n; i++)
		if (b->l[i].key != NULL && strcmp(b->l[i].key, key) == 0)
			return &b->l[i];
	return NULL;
}

const char *
buffer_value(const struct buffer *b, const char *key)
{
	const struct buffer_line	*l = line_of(b, key);

	return l != NULL && *l->value != '\0' ? l->value : NULL;
}

struct place
buffer_place(const struct buffer *b, const char *key)
{
	const struct buffer_line	*l = line_of(b, key);

	return (struct place){ b->shown, l != NULL ? l->line : 0, 0, NULL };
}

void
buffer_entries(const struct buffer *b, const char *table, struct entry *en,
    size_t max)
{
	const struct schema	*s = schema_find(table);
	const struct buffer_key	*k;
	size_t			 n = 0;
	int			 c;

	for (k = b->kind->keys; k->key != NULL && n + 1 < max; k++) {
		if ((c = schema_col(s, k->key)) < 0)
			continue;
		en[n].column = k->key;
		en[n].option = buffer_name(b->kind, k->key);
		en[n].value = NULL;
		en[n].typed = buffer_value(b, k->key);
		if (en[n].typed == NULL && (s->cols[c].flags & COL_NEED))
			en[n].typed = "";
		n++;
	}
	memset(&en[n], 0, sizeof(en[n]));
}
