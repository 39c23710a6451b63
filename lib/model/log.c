/* The log as facts: contacts, small changes, lessons. */
#include "model/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/utf.h"
#include "model/logrows.h"

static const struct lang_word	modes[LOG_MODES + 1] = {
	{ "visit", N_("visit") },
	{ "call", N_("call") },
	{ "message", N_("message") },
	{ "document_review", N_("document review") },
	{ "workshop", N_("workshop") },
	{ "training", N_("training") },
	{ "team_meeting", N_("team meeting") },
	{ "peer_exchange", N_("exchange between peers") },
	{ "co_facilitation", N_("co-facilitation") },
	{ "job_shadowing", N_("job shadowing") },
	{ "other", N_("other") },
	{ NULL, NULL }
}, kinds[] = {
	{ "lesson", N_("lesson") },
	{ "practice", N_("good practice") },
	{ "tool", N_("tool") },
	{ NULL, NULL }
}, states[] = {
	{ "noted", N_("noted") },
	{ "chosen", N_("chosen") },
	{ "applied", N_("applied") },
	{ "verified", N_("verified") },
	{ "dropped", N_("let go") },
	{ NULL, NULL }
};

const char *
log_mode(size_t i)
{
	return i < LOG_MODES ? modes[i].value : NULL;
}

size_t
log_mode_index(const char *mode)
{
	size_t	i = 0;

	while (i < LOG_MODES && strcmp(modes[i].value, mode) != 0)
		i++;
	return i;
}

const char *
log_mode_words(const char *mode)
{
	return lang_word(modes, mode);
}

const char *
log_kind_words(const char *kind)
{
	return lang_word(kinds, *kind != '\0' ? kind : "lesson");
}

const char *
log_state_words(const char *state)
{
	return lang_word(states, *state != '\0' ? state : "noted");
}

static int
number(const struct table *t, size_t i, const char *name)
{
	return (int)cell_int(t, i, name, -1);
}

static void
load_contact(struct log_contact *c, const struct table *t, size_t i)
{
	c->id = cell(t, i, "id");
	c->author = cell(t, i, "author");
	c->mode = cell(t, i, "mode");
	c->theme = cell(t, i, "theme");
	c->refs = cell(t, i, "refs");
	c->summary = cell(t, i, "summary");
	c->agreed = cell(t, i, "agreed");
	c->visibility = cell(t, i, "visibility");
	c->date = cell_day(t, i, "date");
	c->minutes = number(t, i, "minutes");
	c->persons = number(t, i, "persons");
	c->women = number(t, i, "women");
	c->prose = NULL;
	c->row = i;
}

static void
load_seen(struct log_seen *s, const struct table *t, size_t i)
{
	s->id = cell(t, i, "id");
	s->seen_by = cell(t, i, "seen_by");
	s->what = cell(t, i, "what");
	s->for_whom = cell(t, i, "for_whom");
	s->ref = cell(t, i, "ref");
	s->evidence = cell(t, i, "evidence");
	s->visibility = cell(t, i, "visibility");
	s->date = cell_day(t, i, "date");
	s->row = i;
}

static void
load_lesson(struct log_lesson *l, const struct table *t, size_t i)
{
	l->id = cell(t, i, "id");
	l->ref = cell(t, i, "ref");
	l->kind = cell(t, i, "kind");
	l->happened = cell(t, i, "happened");
	l->assumed = cell(t, i, "assumed");
	l->now_know = cell(t, i, "now_know");
	l->applies_when = cell(t, i, "applies_when");
	l->new_practice = cell(t, i, "new_practice");
	l->how_to = cell(t, i, "how_to");
	l->file = cell(t, i, "file");
	l->owner = cell(t, i, "owner");
	l->state = cell(t, i, "state");
	if (*l->state == '\0')
		l->state = "noted";
	l->cycle = cell(t, i, "cycle");
	l->theme = cell(t, i, "theme");
	l->taken_from = cell(t, i, "taken_from");
	l->visibility = cell(t, i, "visibility");
	l->check_on = cell_day(t, i, "check_on");
	l->row = i;
}

static int
by_date(const void *a, const void *b)
{
	const struct log_contact	*x = a, *y = b;

	return log_rows_order(x->date, x->private, x->row, y->date,
	    y->private, y->row);
}

static int
by_seen(const void *a, const void *b)
{
	const struct log_seen	*x = a, *y = b;

	return log_rows_order(x->date, x->private, x->row, y->date,
	    y->private, y->row);
}

int
log_load(struct log_book *b, struct project *p, int private)
{
	struct log_rows	r;
	size_t		n;

	memset(b, 0, sizeof(*b));
	arena_init(&b->arena);
	n = log_rows(&r, p, "log", private) + 1;
	b->contacts = arena_alloc(&b->arena, n * sizeof(*b->contacts));
	while (log_rows_next(&r)) {
		load_contact(&b->contacts[b->ncontacts], r.t, r.i);
		b->contacts[b->ncontacts++].private = r.private;
	}
	n = log_rows(&r, p, "small-changes", private) + 1;
	b->seen = arena_alloc(&b->arena, n * sizeof(*b->seen));
	while (log_rows_next(&r)) {
		load_seen(&b->seen[b->nseen], r.t, r.i);
		b->seen[b->nseen++].private = r.private;
	}
	n = log_rows(&r, p, "lessons", private) + 1;
	b->lessons = arena_alloc(&b->arena, n * sizeof(*b->lessons));
	while (log_rows_next(&r)) {
		load_lesson(&b->lessons[b->nlessons], r.t, r.i);
		b->lessons[b->nlessons++].private = r.private;
	}
	qsort(b->contacts, b->ncontacts, sizeof(*b->contacts), by_date);
	qsort(b->seen, b->nseen, sizeof(*b->seen), by_seen);
	return project_bad(p) ? -1 : 0;
}

void
log_prose(struct log_book *b, struct project *p)
{
	struct log_contact	*c;
	char			*path, *text;
	size_t			 i;

	for (i = 0; i < b->ncontacts; i++) {
		c = &b->contacts[i];
		path = log_note_path(c->id);
		text = project_text(p, path, c->private);
		if (text != NULL)
			c->prose = arena_str(&b->arena, text);
		free(text);
		free(path);
	}
}

void
log_free(struct log_book *b)
{
	arena_free(&b->arena);
}

static int
within(int date, int since, int until)
{
	return (since == DATE_NONE || date >= since) &&
	    (until == DATE_NONE || date <= until);
}

void
log_totals(const struct log_book *b, int since, int until,
    struct log_totals *sum)
{
	const struct log_contact	*c;
	size_t				 i, m;

	memset(sum, 0, sizeof(*sum));
	for (i = 0; i < b->ncontacts; i++) {
		c = &b->contacts[i];
		if (!within(c->date, since, until))
			continue;
		sum->contacts++;
		if ((m = log_mode_index(c->mode)) < LOG_MODES)
			sum->by_mode[m]++;
		if (c->minutes >= 0) {
			sum->minutes += c->minutes;
			sum->with_minutes++;
		}
	}
	for (i = 0; i < b->nseen; i++)
		sum->seen += (size_t)within(b->seen[i].date, since, until);
}

char *
log_note_path(const char *id)
{
	return mem_printf("notes/%s.md", id);
}

/* --- filters ------------------------------------------------------------ */

static int
has(const char *text, const char *words)
{
	return words == NULL || utf_has(text, words);
}

static int
is_or_begins(const char *s, size_t n, const char *ref, int whole)
{
	size_t	len = strlen(ref);

	return strncmp(s, ref, len) == 0 && (!whole || n == len);
}

int
log_refers(const char *refs, const char *ref, int whole)
{
	const char	*s = refs, *id;
	size_t		 n;

	if (ref == NULL)
		return 1;
	for (; *s != '\0'; s += n, s += strspn(s, " ")) {
		n = strcspn(s, " ");
		id = memchr(s, ':', n);
		id = id != NULL ? id + 1 : s;
		if (is_or_begins(s, n, ref, whole) ||
		    is_or_begins(id, n - (size_t)(id - s), ref, whole))
			return 1;
	}
	return 0;
}

int
log_has(const char *const *texts, const char *words)
{
	for (; *texts != NULL; texts++)
		if (has(*texts, words))
			return 1;
	return words == NULL;
}

int
log_within(int date, const struct log_filter *f)
{
	return within(date, f->since, f->until);
}

int
log_is_peer(const char *mode)
{
	static const char *const	peers[] = { "training",
	    "peer_exchange", "co_facilitation", "job_shadowing" };
	size_t				 i;

	for (i = 0; i < sizeof(peers) / sizeof(*peers); i++)
		if (strcmp(peers[i], mode) == 0)
			return 1;
	return 0;
}

int
log_contact_fits(const struct log_contact *c, const struct log_filter *f)
{
	const char	*texts[] = { c->summary, c->agreed, c->theme,
			    c->author, c->id, c->prose, NULL };

	return within(c->date, f->since, f->until) &&
	    has(c->author, f->author) &&
	    (f->mode == NULL || strcmp(c->mode, f->mode) == 0) &&
	    (!f->peers || log_is_peer(c->mode)) &&
	    has(c->theme, f->theme) &&
	    log_refers(c->refs, f->ref, f->ref_whole) &&
	    log_has(texts, f->words);
}

int
log_seen_fits(const struct log_seen *s, const struct log_filter *f)
{
	const char	*texts[] = { s->what, s->for_whom, s->evidence,
			    s->seen_by, s->id, NULL };

	return within(s->date, f->since, f->until) &&
	    has(s->seen_by, f->author) &&
	    log_refers(s->ref, f->ref, f->ref_whole) &&
	    log_has(texts, f->words);
}

int
log_lesson_fits(const struct log_lesson *l, const struct log_filter *f)
{
	const char	*texts[] = { l->happened, l->assumed, l->now_know,
			    l->applies_when, l->new_practice, l->how_to,
			    l->theme, l->taken_from, l->id, NULL };

	return ((f->since == DATE_NONE && f->until == DATE_NONE) ||
	    (l->check_on != DATE_NONE &&
	    within(l->check_on, f->since, f->until))) &&
	    (f->state == NULL || strcmp(l->state, f->state) == 0) &&
	    (f->kind == NULL || strcmp(*l->kind != '\0' ? l->kind : "lesson",
	    f->kind) == 0) &&
	    has(l->owner, f->author) && has(l->theme, f->theme) &&
	    log_refers(l->ref, f->ref, f->ref_whole) && log_has(texts, f->words);
}
