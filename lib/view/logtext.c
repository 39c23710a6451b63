/* The log for the eye and for pipes. */
#include "view/logtext.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/utf.h"
#include "view/list.h"

#define WIDTH	78

static const char *
count_cell(char buf[12], int n)
{
	if (n < 0)
		return "";
	snprintf(buf, 12, "%d", n);
	return buf;
}

/* The words of a private row stay where they are. */
static const char *
words(int private, const char *text)
{
	return private ? "" : text;
}

static const char *
visible(int private, const char *visibility)
{
	return private ? "private" : *visibility != '\0' ? visibility :
	    "team";
}

void
logtext_contacts(FILE *fp, enum form form, const struct log_book *b,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "date", "mode",
	    "author", "theme", "minutes", "persons", "women", "refs",
	    "summary", "agreed", "visibility", NULL };
	static const char *const	short_names[] = { "id", "date",
	    "mode", "author", "theme", "summary", NULL };
	static const char *const	titles[] = { N_("id"), N_("date"),
	    N_("how"), N_("who"), N_("theme"), N_("summary"), NULL };
	const struct log_contact	*c;
	struct list			*l;
	char				 d[DATE_LEN], n[3][12];
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	list_numeric(l, "minutes");
	list_numeric(l, "persons");
	list_numeric(l, "women");
	for (i = 0; i < b->ncontacts; i++) {
		c = &b->contacts[i];
		if (!log_contact_fits(c, f))
			continue;
		if (table)
			list_row(l, (const char *[]){ c->id,
			    list_day(d, c->date), log_mode_words(c->mode),
			    c->author, words(c->private, c->theme),
			    c->private ? _("(private: cpm-log show)") :
			    c->summary });
		else
			list_row(l, (const char *[]){ c->id,
			    list_day(d, c->date), c->mode, c->author,
			    words(c->private, c->theme),
			    count_cell(n[0], c->minutes),
			    count_cell(n[1], c->persons),
			    count_cell(n[2], c->women),
			    words(c->private, c->refs),
			    words(c->private, c->summary),
			    words(c->private, c->agreed),
			    visible(c->private, c->visibility) });
	}
	list_end(l);
}

void
logtext_seen(FILE *fp, enum form form, const struct log_book *b,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "date", "seen_by",
	    "what", "for_whom", "ref", "evidence", "visibility", NULL };
	static const char *const	short_names[] = { "date", "what",
	    "for_whom", "seen_by", NULL };
	static const char *const	titles[] = { N_("date"),
	    N_("what changed"), N_("for whom"), N_("seen by"), NULL };
	const struct log_seen		*s;
	struct list			*l;
	char				 d[DATE_LEN];
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	for (i = 0; i < b->nseen; i++) {
		s = &b->seen[i];
		if (!log_seen_fits(s, f))
			continue;
		if (table)
			list_row(l, (const char *[]){ list_day(d, s->date),
			    s->private ? _("(private: cpm-log show)") :
			    s->what, words(s->private, s->for_whom),
			    words(s->private, s->seen_by) });
		else
			list_row(l, (const char *[]){ s->id,
			    list_day(d, s->date),
			    words(s->private, s->seen_by),
			    words(s->private, s->what),
			    words(s->private, s->for_whom),
			    words(s->private, s->ref),
			    words(s->private, s->evidence),
			    visible(s->private, s->visibility) });
	}
	list_end(l);
}

static void
lesson_row(struct list *l, const struct log_lesson *s, int table)
{
	char	d[DATE_LEN];
	int	p = s->private;

	if (table)
		list_row(l, (const char *[]){ s->id,
		    log_kind_words(s->kind), log_state_words(s->state),
		    p ? _("(private: cpm-log show)") : s->now_know,
		    words(p, s->new_practice), words(p, s->owner),
		    list_day(d, s->check_on) });
	else
		list_row(l, (const char *[]){ s->id, s->kind, s->state,
		    s->cycle, words(p, s->theme), words(p, s->now_know),
		    words(p, s->new_practice), words(p, s->owner),
		    list_day(d, s->check_on), words(p, s->taken_from),
		    visible(p, s->visibility) });
}

void
logtext_lessons(FILE *fp, enum form form, const struct log_book *b,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "kind", "state",
	    "cycle", "theme", "now_know", "new_practice", "owner",
	    "check_on", "taken_from", "visibility", NULL };
	static const char *const	short_names[] = { "id", "kind",
	    "state", "now_know", "new_practice", "owner", "check_on", NULL };
	static const char *const	titles[] = { N_("id"), N_("kind"),
	    N_("where it stands"), N_("what we know now"),
	    N_("new practice"), N_("who"), N_("check on"), NULL };
	struct list			*l;
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	for (i = 0; i < b->nlessons; i++)
		if (log_lesson_fits(&b->lessons[i], f))
			lesson_row(l, &b->lessons[i], table);
	list_end(l);
}

/* --- one row whole ------------------------------------------------------ */

struct page {
	FILE		*fp;
	const char	*first, *next;
};

static void
page_line(const char *line, size_t n, void *arg)
{
	struct page	*p = arg;

	fprintf(p->fp, "%s%.*s\n", p->first, (int)n, line);
	p->first = p->next;
}

/* "label: text", wrapped; nothing where there is no text. */
static void
put(FILE *fp, const char *label, const char *text)
{
	struct page	 p = { fp, "", "    " };
	char		*line, *clean;

	if (text == NULL || *text == '\0')
		return;
	line = mem_printf(_("%s: %s"), label, text);
	clean = msg_clean(line, strlen(line));
	utf_wrap(clean, WIDTH - 4, page_line, &p);
	free(clean);
	free(line);
}

static void
put_number(FILE *fp, const char *label, int n)
{
	char	buf[12];

	put(fp, label, count_cell(buf, n));
}

static void
put_day(FILE *fp, const char *label, int day)
{
	char	buf[64];

	if (day != DATE_NONE)
		put(fp, label, date_words(buf, sizeof(buf), day));
}

static void
put_private(FILE *fp, int private)
{
	if (private)
		fprintf(fp, "%s\n", _("PRIVATE: lies in the private folder "
		    "of this clone only"));
}

/* Prose line by line, so that nothing in it can steer the terminal. */
static void
put_prose(FILE *fp, const char *prose)
{
	const char	*p = prose, *end;
	char		*clean;

	fputc('\n', fp);
	for (; *p != '\0'; p = *end != '\0' ? end + 1 : end) {
		end = p + strcspn(p, "\n");
		clean = msg_clean(p, (size_t)(end - p) -
		    (end > p && end[-1] == '\r'));
		fprintf(fp, "%s\n", clean);
		free(clean);
	}
}

void
logtext_show_contact(FILE *fp, const struct log_contact *c, const char *prose)
{
	put_private(fp, c->private);
	put(fp, _("id"), c->id);
	put_day(fp, _("date"), c->date);
	put(fp, _("how"), log_mode_words(c->mode));
	put(fp, _("who"), c->author);
	put(fp, _("theme"), c->theme);
	put_number(fp, _("minutes"), c->minutes);
	put_number(fp, _("persons"), c->persons);
	put_number(fp, _("of them women"), c->women);
	put(fp, _("about"), c->refs);
	put(fp, _("summary"), c->summary);
	put(fp, _("agreed"), c->agreed);
	if (prose != NULL && *prose != '\0')
		put_prose(fp, prose);
}

void
logtext_show_seen(FILE *fp, const struct log_seen *s)
{
	put_private(fp, s->private);
	put(fp, _("id"), s->id);
	put_day(fp, _("date"), s->date);
	put(fp, _("what changed"), s->what);
	put(fp, _("for whom"), s->for_whom);
	put(fp, _("seen by"), s->seen_by);
	put(fp, _("about"), s->ref);
	put(fp, _("what shows it"), s->evidence);
}

void
logtext_show_lesson(FILE *fp, const struct log_lesson *l)
{
	put_private(fp, l->private);
	put(fp, _("id"), l->id);
	put(fp, _("kind"), log_kind_words(l->kind));
	put(fp, _("where it stands"), log_state_words(l->state));
	put(fp, _("cycle"), l->cycle);
	put(fp, _("theme"), l->theme);
	put(fp, _("what happened"), l->happened);
	put(fp, _("what we assumed"), l->assumed);
	put(fp, _("what we know now"), l->now_know);
	put(fp, _("it applies when"), l->applies_when);
	put(fp, _("new practice"), l->new_practice);
	put(fp, _("how to"), l->how_to);
	put(fp, _("file"), l->file);
	put(fp, _("who"), l->owner);
	put_day(fp, _("check on"), l->check_on);
	put(fp, _("taken from"), l->taken_from);
	put(fp, _("about"), l->ref);
}
