/* What shows the log.  Private rows show without their words but in `show`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/unfinished.h"
#include "view/list.h"
#include "view/logtext.h"
#include "log.h"

/* A day typed for a filter; DATE_NONE where none was.  -1 (said). */
static int
filter_day(struct cmd *c, struct project *p, const char *name, int *day)
{
	const char	*s = opt_get(c, name + 2);

	*day = DATE_NONE;
	if (s == NULL || project_day(p, s, day) == 0)
		return 0;
	opt_misuse(c, N_("%s: no such day: '%s' (write it as 2026-12-31)"),
	    name, s);
	return -1;
}

static int
filter(struct cmd *c, struct project *p, struct log_filter *f, char *mode)
{
	const struct schema	*s = schema_find("log");

	f->author = opt_get(c, "author");
	f->theme = opt_get(c, "theme");
	f->ref = opt_get(c, "ref");
	f->words = opt_get(c, "text");
	f->mode = opt_get(c, "mode");
	if (f->mode != NULL && (f->mode = schema_value(&s->cols[schema_col(s,
	    "mode")], f->mode, mode)) == NULL) {
		opt_misuse(c, N_("no such kind of contact: '%s'"),
		    opt_get(c, "mode"));
		return -1;
	}
	return filter_day(c, p, "--since", &f->since) != 0 ||
	    filter_day(c, p, "--until", &f->until) != 0 ? -1 : 0;
}

/* --- what can be listed ------------------------------------------------- */

#define TAKES_MODE	1u
#define TAKES_THEME	2u
#define TAKES_FILTER	4u

static int
put_contacts(FILE *fp, enum form form, struct project *p,
    const struct log_filter *f)
{
	struct log_book	b;
	int		rc = log_load(&b, p, 1);

	if (rc == 0)
		logtext_contacts(fp, form, &b, f);
	log_free(&b);
	return rc;
}

static int
put_seen(FILE *fp, enum form form, struct project *p,
    const struct log_filter *f)
{
	struct log_book	b;
	int		rc = log_load(&b, p, 1);

	if (rc == 0)
		logtext_seen(fp, form, &b, f);
	log_free(&b);
	return rc;
}

static int
put_lessons(FILE *fp, enum form form, struct project *p,
    const struct log_filter *f)
{
	struct log_book	b;
	int		rc = log_load(&b, p, 1);

	if (rc == 0)
		logtext_lessons(fp, form, &b, f);
	log_free(&b);
	return rc;
}

/* Texts left in the making: their names, never a word of them. */
static int
put_drafts(FILE *fp, enum form form, struct project *p,
    const struct log_filter *f)
{
	static const char *const	names[] = { "draft", "changed", NULL };
	struct unfinished		*u = unfinished_list(p);
	struct list			*l = list_begin(fp, form, names, NULL);
	size_t				 i;

	(void)f;
	for (i = 0; u[i].name != NULL; i++)
		list_row(l, (const char *[]){ u[i].name, u[i].changed });
	list_end(l);
	unfinished_free(u);
	return 0;
}

static const struct listing {
	const char	*word;
	unsigned	 takes;
	int		(*put)(FILE *, enum form, struct project *,
			    const struct log_filter *);
} listings[] = {
	{ "contacts", TAKES_MODE | TAKES_THEME | TAKES_FILTER, put_contacts },
	{ "seen", TAKES_FILTER, put_seen },
	{ "lessons", TAKES_THEME | TAKES_FILTER, put_lessons },
	{ "drafts", 0, put_drafts },
	{ NULL, 0, NULL }
};

static const struct listing *
listing_typed(struct cmd *c)
{
	const char	*word = c->argc > 0 ? c->argv[0] : "contacts";
	size_t		 i;

	for (i = 0; listings[i].word != NULL; i++)
		if (strcmp(listings[i].word, word) == 0)
			return &listings[i];
	opt_misuse(c, N_("list contacts, seen, lessons or drafts, not '%s'"),
	    word);
	return NULL;
}

/* What a small change has not: a kind of contact and a theme. */
static int
list_fits(struct cmd *c, const struct listing *l)
{
	static const char *const	filters[] = { "author", "since",
	    "until", "ref", "text", NULL };
	const char			*name = NULL;
	size_t				 i;

	if (!(l->takes & TAKES_MODE) && opt_has(c, "mode"))
		name = "mode";
	else if (!(l->takes & TAKES_THEME) && opt_has(c, "theme"))
		name = "theme";
	for (i = 0; !(l->takes & TAKES_FILTER) && filters[i] != NULL; i++)
		if (opt_has(c, filters[i]))
			name = filters[i];
	if (name == NULL)
		return 0;
	opt_misuse(c, N_("'--%s' does not go with 'list %s'"), name, l->word);
	return -1;
}

void
run_list(struct cmd *c)
{
	const struct listing	*l = listing_typed(c);
	struct log_filter	 f;
	struct project		*p;
	struct out		 o;
	char			 mode[SCHEMA_VALUE];

	if (l == NULL || list_fits(c, l) != 0 ||
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (filter(c, p, &f, mode) == 0 && out_begin(&o, c->out) == 0) {
		if (l->put(o.fp, c->form, p, &f) == 0)
			out_end(&o, 0);
		else
			out_cancel(&o);
	}
	project_close(p);
}

/* The rows of the three tables whose ids begin with what was typed. */
struct hits {
	const struct log_contact *contact;
	const struct log_seen	*seen;
	const struct log_lesson	*lesson;
	int			 n;
	int			 exact;
};

static int
hit(struct hits *h, const char *id, const char *typed)
{
	if (strncmp(id, typed, strlen(typed)) != 0 || h->exact)
		return 0;
	if (strcmp(id, typed) == 0) {
		memset(h, 0, sizeof(*h));
		h->exact = 1;
	}
	h->n++;
	return 1;
}

static struct hits
find(const struct log_book *b, const char *typed)
{
	struct hits	h;
	size_t		i;

	memset(&h, 0, sizeof(h));
	for (i = 0; i < b->ncontacts; i++)
		if (hit(&h, b->contacts[i].id, typed))
			h.contact = &b->contacts[i];
	for (i = 0; i < b->nseen; i++)
		if (hit(&h, b->seen[i].id, typed))
			h.seen = &b->seen[i];
	for (i = 0; i < b->nlessons; i++)
		if (hit(&h, b->lessons[i].id, typed))
			h.lesson = &b->lessons[i];
	return h;
}

#define NAMED	6	/* how many that fit are named */

/* An id that fits, and what it is; private words stay where they are. */
static void
say_one(const char *id, const char *typed, int private, const char *words,
    int *n)
{
	if (strncmp(id, typed, strlen(typed)) == 0 && (*n)++ < NAMED)
		msg_hint("%s  %s", id, private ? "" : words);
}

static void
say_several(const struct log_book *b, const char *typed)
{
	size_t	i;
	int	n = 0;

	msg_fault(NULL, N_("'%s' is the beginning of several ids"), typed);
	for (i = 0; i < b->ncontacts; i++)
		say_one(b->contacts[i].id, typed, b->contacts[i].private,
		    b->contacts[i].summary, &n);
	for (i = 0; i < b->nseen; i++)
		say_one(b->seen[i].id, typed, b->seen[i].private,
		    b->seen[i].what, &n);
	for (i = 0; i < b->nlessons; i++)
		say_one(b->lessons[i].id, typed, b->lessons[i].private,
		    b->lessons[i].now_know, &n);
	if (n > NAMED)
		msg_hint(N_("and %d more"), n - NAMED);
}

static void
say_not_found(const struct log_book *b, const struct hits *h,
    const char *typed)
{
	const char	**names, *near;
	size_t		 n = 0, i;

	if (h->n > 1) {
		say_several(b, typed);
		return;
	}
	msg_fault(NULL, N_("nothing in the log has this id: '%s'"), typed);
	names = mem_calloc(b->ncontacts + b->nseen + b->nlessons + 1,
	    sizeof(*names));
	for (i = 0; i < b->ncontacts; i++)
		names[n++] = b->contacts[i].id;
	for (i = 0; i < b->nseen; i++)
		names[n++] = b->seen[i].id;
	for (i = 0; i < b->nlessons; i++)
		names[n++] = b->lessons[i].id;
	near = msg_nearest_id(typed, names);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(names);
}

static void
show(FILE *fp, struct project *p, const struct hits *h)
{
	char	*path, *prose;
	size_t	 n;

	if (h->seen != NULL)
		logtext_show_seen(fp, h->seen);
	else if (h->lesson != NULL)
		logtext_show_lesson(fp, h->lesson);
	else {
		path = log_note_path(h->contact->id);
		prose = h->contact->private ?
		    project_read_private(p, path, &n) :
		    project_read(p, path, &n);
		logtext_show_contact(fp, h->contact, prose);
		free(prose);
		free(path);
	}
}

void
run_show(struct cmd *c)
{
	struct log_book	 b;
	struct project	*p;
	struct hits	 h;
	struct out	 o;

	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (log_load(&b, p, 1) == 0) {
		h = find(&b, c->argv[0]);
		if (h.n == 0 && log_show_session(c, p))
			;
		else if (h.n != 1)
			say_not_found(&b, &h, c->argv[0]);
		else if (out_begin(&o, c->out) == 0) {
			show(o.fp, p, &h);
			out_end(&o, 0);
		}
	}
	log_free(&b);
	project_close(p);
}

const struct opt	list_opts[] = {
	{ 0, "author", N_("WHO"), N_("only this role's") },
	{ 0, "since", N_("DATE"), N_("from this day on") },
	{ 0, "until", N_("DATE"), N_("up to this day") },
	{ 0, "mode", N_("WORD"), N_("only this kind of contact") },
	O_THEME,
	{ 0, "ref", N_("ID"), N_("only what touched this") },
	{ 0, "text", N_("WORDS"), N_("only where these words stand") },
	O_END
};
