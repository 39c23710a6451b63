/* The log for the eye and for pipes. */
#include "view/logtext.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "view/list.h"

static const char *
count_cell(char buf[12], int n)
{
	if (n < 0)
		return "";
	snprintf(buf, 12, "%d", n);
	return buf;
}

/* The words of a private row stay where they are, who wrote it too. */
static const char *
words(int private, const char *text)
{
	return private ? "" : text;
}

/* A row of a file (-f) may be private without lying in the private folder. */
static int
hidden(int private, const char *visibility)
{
	return private || strcmp(visibility, "private") == 0;
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
	int				 table = list_is_table(fp, form), p;

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	list_numeric(l, "minutes");
	list_numeric(l, "persons");
	list_numeric(l, "women");
	for (i = 0; i < b->ncontacts; i++) {
		c = &b->contacts[i];
		if (!log_contact_fits(c, f))
			continue;
		p = hidden(c->private, c->visibility);
		if (table)
			list_row(l, (const char *[]){ c->id,
			    list_day(d, c->date), log_mode_words(c->mode),
			    words(p, c->author), words(p, c->theme),
			    p ? _("(private: cpm-log show)") :
			    c->summary });
		else
			list_row(l, (const char *[]){ c->id,
			    list_day(d, c->date), c->mode,
			    words(p, c->author), words(p, c->theme),
			    count_cell(n[0], p ? -1 : c->minutes),
			    count_cell(n[1], p ? -1 : c->persons),
			    count_cell(n[2], p ? -1 : c->women),
			    words(p, c->refs),
			    words(p, c->summary),
			    words(p, c->agreed),
			    visible(p, c->visibility) });
	}
	list_end(l);
}

void
logtext_seen(FILE *fp, enum form form, const struct log_book *b,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "date", "seen_by",
	    "what", "for_whom", "ref", "evidence", "visibility", NULL };
	static const char *const	short_names[] = { "id", "date", "what",
	    "for_whom", "seen_by", NULL };
	static const char *const	titles[] = { N_("id"), N_("date"),
	    N_("what changed"), N_("for whom"), N_("seen by"), NULL };
	const struct log_seen		*s;
	struct list			*l;
	char				 d[DATE_LEN];
	size_t				 i;
	int				 table = list_is_table(fp, form), p;

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	for (i = 0; i < b->nseen; i++) {
		s = &b->seen[i];
		if (!log_seen_fits(s, f))
			continue;
		p = hidden(s->private, s->visibility);
		if (table)
			list_row(l, (const char *[]){ s->id,
			    list_day(d, s->date), p ? _("(private: cpm-log show)") :
			    s->what, words(p, s->for_whom),
			    words(p, s->seen_by) });
		else
			list_row(l, (const char *[]){ s->id,
			    list_day(d, s->date),
			    words(p, s->seen_by),
			    words(p, s->what),
			    words(p, s->for_whom),
			    words(p, s->ref),
			    words(p, s->evidence),
			    visible(p, s->visibility) });
	}
	list_end(l);
}

static void
lesson_row(struct list *l, const struct log_lesson *s, int table)
{
	char	d[DATE_LEN];
	int	p = hidden(s->private, s->visibility);

	if (table)
		list_row(l, (const char *[]){ s->id,
		    log_kind_words(s->kind), log_state_words(s->state),
		    p ? _("(private: cpm-log show)") : s->now_know,
		    words(p, s->new_practice), words(p, s->owner),
		    list_day(d, s->check_on) });
	else
		list_row(l, (const char *[]){ s->id, s->kind, s->state,
		    words(p, s->cycle), words(p, s->theme),
		    words(p, s->now_know),
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

/* --- difficulties and stories ------------------------------------------- */

static void
difficulty_row(struct list *l, const struct difficulty *d, int table)
{
	char	day[4][DATE_LEN], n[12];
	int	p = hidden(d->private, d->visibility);

	if (table)
		list_row(l, (const char *[]){ d->id, list_day(day[0], d->date),
		    difficulty_state_words(d),
		    p ? "" : difficulty_severity_words(d->severity),
		    p ? _("(private: cpm-log show)") : d->what,
		    words(p, d->assigned_to), list_day(day[1], d->due) });
	else
		list_row(l, (const char *[]){ d->id, list_day(day[0], d->date),
		    difficulty_state(d), words(p, d->category),
		    count_cell(n, p || d->severity == 0 ? -1 : d->severity),
		    words(p, d->what), words(p, d->raised_by),
		    words(p, d->assigned_to), list_day(day[1], d->due),
		    words(p, d->answer), list_day(day[2], d->answered_on),
		    list_day(day[3], d->closed_on),
		    visible(p, d->visibility) });
}

void
logtext_difficulties(FILE *fp, enum form form, const struct difficulties *ds,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "date", "state",
	    "category", "severity", "what", "raised_by", "assigned_to", "due",
	    "answer", "answered_on", "closed_on", "visibility", NULL };
	static const char *const	short_names[] = { "id", "date",
	    "state", "severity", "what", "assigned_to", "due", NULL };
	static const char *const	titles[] = { N_("id"), N_("date"),
	    N_("where it stands"), N_("how grave"), N_("what is in the way"),
	    N_("who answers"), N_("by when"), NULL };
	int				table = list_is_table(fp, form);
	struct list			*l;
	size_t				 i;

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	if (!table)
		list_numeric(l, "severity");
	for (i = 0; i < ds->n; i++)
		if (difficulty_fits(&ds->d[i], f))
			difficulty_row(l, &ds->d[i], table);
	list_end(l);
}

static void
story_row(struct list *l, const struct story *s, int table)
{
	char	day[DATE_LEN];
	int	p = s->private;

	if (table)
		list_row(l, (const char *[]){ s->id, list_day(day, s->date),
		    words(p, s->domain), words(p, s->actor),
		    p ? _("(private: cpm-log show)") : s->text,
		    words(p, s->selected_by) });
	else
		list_row(l, (const char *[]){ s->id, list_day(day, s->date),
		    words(p, s->domain), words(p, s->actor), words(p, s->text),
		    words(p, s->contribution), s->consent ? "yes" : "no",
		    words(p, s->selected_by), words(p, s->selected_why),
		    visible(p, s->visibility) });
}

void
logtext_stories(FILE *fp, enum form form, const struct stories *ss,
    const struct log_filter *f)
{
	static const char *const	names[] = { "id", "date", "domain",
	    "actor", "text", "contribution", "consent", "selected_by",
	    "selected_why", "visibility", NULL };
	static const char *const	short_names[] = { "id", "date",
	    "domain", "actor", "text", "selected_by", NULL };
	static const char *const	titles[] = { N_("id"), N_("date"),
	    N_("about"), N_("who changed"), N_("story"), N_("chosen by"),
	    NULL };
	int				table = list_is_table(fp, form);
	struct list			*l;
	size_t				 i;

	l = list_begin(fp, form, table ? short_names : names,
	    table ? titles : NULL);
	for (i = 0; i < ss->n; i++)
		if (story_fits(&ss->s[i], f))
			story_row(l, &ss->s[i], table);
	list_end(l);
}
