/* Contacts counted, and those that are missing. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/utf.h"
#include "view/list.h"
#include "view/logtext.h"

#define RHYTHM_WIDTH	68	/* a mail shows 72, and lines stand in */

struct sum {
	char	*key, *plain;
	long	 contacts;
	long	 minutes, persons, women;	/* -1: nobody said */
	size_t	 place;			/* among modes, else as met */
};

struct sums {
	struct sum	*s;
	size_t		 n, cap;
};

static struct sum *
sum_of(struct sums *all, const char *key, size_t place)
{
	char	*plain = utf_plain(key);
	size_t	 i;

	for (i = 0; i < all->n; i++)
		if (strcmp(all->s[i].plain, plain) == 0) {
			free(plain);
			return &all->s[i];
		}
	all->s = mem_grow(all->s, all->n, &all->cap, sizeof(*all->s));
	memset(&all->s[i], 0, sizeof(all->s[i]));
	all->s[i].key = mem_strdup(key);
	all->s[i].plain = plain;
	all->s[i].place = place;
	all->s[i].minutes = all->s[i].persons = all->s[i].women = -1;
	all->n++;
	return &all->s[i];
}

static int
by_place(const void *a, const void *b)
{
	const struct sum	*x = a, *y = b;

	return x->place < y->place ? -1 : x->place > y->place;
}

/* Most first; as many of both: as they were met. */
static int
by_number(const void *a, const void *b)
{
	const struct sum	*x = a, *y = b;

	if (x->contacts != y->contacts)
		return x->contacts > y->contacts ? -1 : 1;
	return by_place(a, b);
}

static void
add_said(long *sum, int n)
{
	if (n >= 0)
		*sum = (*sum < 0 ? 0 : *sum) + n;
}

static void
add(struct sums *all, const struct log_contact *c, const char *by)
{
	char		 day[DATE_LEN];
	const char	*key = c->mode;
	size_t		 place = all->n;
	struct sum	*s;

	if (*by == 'a' || *by == 't')
		key = c->private || strcmp(c->visibility, "private") == 0 ?
		    "" : *by == 'a' ? c->author : c->theme;
	else if (strcmp(by, "month") == 0) {
		key = c->date != DATE_NONE ? date_str(day, c->date) : "";
		day[sizeof("2026-01") - 1] = '\0';
	} else
		place = log_mode_index(c->mode);
	s = sum_of(all, key, place);
	s->contacts++;
	add_said(&s->minutes, c->minutes);
	add_said(&s->persons, c->persons);
	add_said(&s->women, c->women);
}

/* What nobody said is not nought. */
static const char *
sum_cell(char buf[24], long n)
{
	buf[0] = '\0';
	if (n >= 0)
		snprintf(buf, 24, "%ld", n);
	return buf;
}

static void
put_sum(struct list *l, const struct sum *s, const char *by, int table)
{
	char	n[4][24];

	list_row(l, (const char *[]){ table && strcmp(by, "mode") == 0 ?
	    log_mode_words(s->key) : table && *s->key == '\0' ?
	    _("(not said)") : s->key, sum_cell(n[0], s->contacts),
	    sum_cell(n[1], s->minutes), sum_cell(n[2], s->persons),
	    sum_cell(n[3], s->women) });
}

void
logtext_counts(FILE *fp, enum form form, const struct log_book *b,
    const struct log_filter *f, const char *by)
{
	const char	*names[] = { by, "contacts", "minutes", "persons",
			    "women", NULL };
	const char	*titles[] = { NULL, N_("number"), N_("minutes"),
			    N_("persons"), N_("of them women"), NULL };
	int		 table = list_is_table(fp, form);
	struct sums	 all = { NULL, 0, 0 };
	struct list	*l;
	size_t		 i;

	titles[0] = *by == 'a' ? N_("who") : *by == 't' ? N_("theme") :
	    strcmp(by, "month") == 0 ? N_("month") : N_("how");
	for (i = 0; i < b->ncontacts; i++)
		if (log_contact_fits(&b->contacts[i], f))
			add(&all, &b->contacts[i], by);
	if (all.n > 0)
		qsort(all.s, all.n, sizeof(*all.s), *by == 'm' ? by_place :
		    by_number);
	l = list_begin(fp, form, names, table ? titles : NULL);
	for (i = 1; names[i] != NULL; i++)
		list_numeric(l, names[i]);
	for (i = 0; i < all.n; i++) {
		put_sum(l, &all.s[i], by, table);
		free(all.s[i].key);
		free(all.s[i].plain);
	}
	list_end(l);
	free(all.s);
}

/* --- without contact ---------------------------------------------------- */

/* For people in words, for programs as the manual says. */
static void
rhythm_line(struct list **l, FILE *fp, enum form form, const char *team,
    const struct rhythm *r)
{
	static const char *const	names[] = { "team", "what", "last",
	    "days", "agreed", "state", NULL };
	static const char *const	titles[] = { N_("team"), N_("what"),
	    N_("last time"), N_("days since"), N_("agreed"),
	    N_("where it stands"), NULL };
	int				table = list_is_table(fp, form);
	char				day[DATE_LEN], n[2][12];

	if (*l == NULL) {
		*l = list_begin(fp, form, names, table ? titles : NULL);
		list_numeric(*l, "days");
		list_numeric(*l, "agreed");
	}
	snprintf(n[0], sizeof(n[0]), "%d", r->days);
	snprintf(n[1], sizeof(n[1]), "%d", r->agreed);
	if (table)
		list_row(*l, (const char *[]){ team, r->meetings ?
		    _("meeting of the focal team") : _("contact"),
		    list_day(day, r->last), n[0], n[1], r->long_past ?
		    _("very late") : _("late") });
	else
		list_row(*l, (const char *[]){ team, r->meetings ?
		    "team_meeting" : "contact", list_day(day, r->last), n[0],
		    n[1], r->long_past ? "long" : "late" });
}

/* The caller frees it. */
static char *
rhythm_words(const char *team, const struct rhythm *r)
{
	char	day[64];

	date_words(day, sizeof(day), r->from);
	if (r->meetings && r->last == DATE_NONE)
		return mem_printf(_("%s: no meeting of the focal team yet, %d "
		    "days after the cycle began on %s (agreed: every %d "
		    "days)."), team, r->days, day, r->agreed);
	if (r->meetings)
		return mem_printf(_("%s: the focal team has not met for %d "
		    "days, since %s (agreed: every %d days)."), team, r->days,
		    day, r->agreed);
	if (r->last == DATE_NONE)
		return mem_printf(_("%s: no contact yet, %d days after the "
		    "cycle began on %s (agreed: every %d days)."), team,
		    r->days, day, r->agreed);
	return mem_printf(_("%s: no contact for %d days, since %s (agreed: "
	    "every %d days)."), team, r->days, day, r->agreed);
}

/* The lines of one sentence; those behind the first stand in from it. */
struct told {
	FILE	*fp;
	int	 n;
};

static void
told_line(const char *line, size_t n, void *arg)
{
	struct told	*t = arg;

	fprintf(t->fp, "%s%.*s\n", t->n++ > 0 ? "    " : "", (int)n, line);
}

void
logtext_rhythm(FILE *fp, enum form form, struct list **l, struct project *p,
    const struct rhythm *r)
{
	const char	*team = project_get(p, "title");
	struct told	 told = { fp, 0 };
	char		*words, *all, *clean;

	if (*team == '\0')
		team = project_dir(p);
	if (form != FORM_AUTO) {
		rhythm_line(l, fp, form, team, r);
		return;
	}
	words = rhythm_words(team, r);
	all = mem_printf("%s%s%s", words, r->long_past ? " " : "",
	    r->long_past ? _("That is more than one and a half times as "
	    "long.") : "");
	clean = msg_clean(all, strlen(all));
	utf_wrap(clean, RHYTHM_WIDTH, told_line, &told);
	free(clean);
	free(all);
	free(words);
}
