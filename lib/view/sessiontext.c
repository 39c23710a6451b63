/* Sessions for the eye and for pipes. */
#include "view/sessiontext.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/msg.h"
#include "view/list.h"
#include "view/prose.h"
#include "view/sessionwords.h"

/* --- list ------------------------------------------------------------------ */

static const char *
number(char buf[24], size_t n)
{
	snprintf(buf, 24, "%zu", n);
	return buf;
}

static void
list_one(struct list *l, const struct session *s)
{
	char	b[6][24], day[DATE_LEN], next[DATE_LEN];
	size_t	agreed, told;

	agreed = session_agreed(s, &told);
	list_row(l, (const char *[]){ s->id, s->series, number(b[0], s->nth),
	    number(b[1], s->of), list_day(day, s->date), s->theme,
	    number(b[2], (size_t)s->minutes), list_day(next, s->next_date),
	    number(b[3], agreed), number(b[4], told),
	    number(b[5], s->nlessons) });
}

void
sessiontext_list(FILE *fp, enum form form, struct sessions *ss,
    const char *series)
{
	static const char *const	names[] = { "id", "series", "session",
	    "of", "date", "theme", "minutes", "next_date", "actions", "told",
	    "lessons", NULL };
	static const char *const	titles[] = { N_("id"), N_("series"),
	    N_("session"), N_("of"), N_("date"), N_("theme"), N_("minutes"),
	    N_("next one"), N_("actions"), N_("told"), N_("lessons"), NULL };
	static const char *const	numeric[] = { "session", "of",
	    "minutes", "actions", "told", "lessons" };
	struct list			*l;
	size_t				 i;

	l = list_begin(fp, form, names, titles);
	for (i = 0; i < sizeof(numeric) / sizeof(*numeric); i++)
		list_numeric(l, numeric[i]);
	for (i = 0; i < ss->n; i++)
		if (series == NULL || strcmp(ss->list[i].series, series) == 0)
			list_one(l, &ss->list[i]);
	list_end(l);
}

/* --- one session ------------------------------------------------------------ */

static void
put_action(FILE *fp, const struct plan_action *a, int told)
{
	char	*how = session_became(a), *line, day[64];

	if (told || a->due == DATE_NONE || a->status == PLAN_DONE)
		line = mem_printf(_("%s: %s"), a->title, how);
	else
		line = mem_printf(_("%s, by %s: %s"), a->title,
		    date_words(day, sizeof(day), a->due), how);
	prose_put(fp, "  - ", line);
	fprintf(fp, "      %s\n", a->id);
	free(line);
	free(how);
}

static void
put_opening(FILE *fp, struct sessions *ss, size_t at)
{
	struct plan_action	**a;
	size_t			  n = session_opening(ss, at, &a), i;

	if (n == 0)
		return;
	fprintf(fp, "\n%s\n", _("The session opens with what became of:"));
	for (i = 0; i < n; i++)
		put_action(fp, a[i], 1);
}

static void
put_steps(FILE *fp, const struct session *s)
{
	struct session_step	step;
	int			split[SESSION_STEPS], i, at = 0;
	char			*head, *line;

	session_split(s->minutes, split);
	fprintf(fp, "\n%s\n", _("The six steps:"));
	for (i = 0; i < SESSION_STEPS; i++) {
		session_step(i + 1, &step);
		head = mem_printf("  %d. ", i + 1);
		line = mem_printf(_("%s, minute %d to %d: %s"), step.name, at,
		    at + split[i], step.who);
		prose_put(fp, head, line);
		prose_put(fp, "     ", step.may);
		free(line);
		free(head);
		at += split[i];
	}
}

void
sessiontext_show(FILE *fp, struct sessions *ss, size_t at)
{
	const struct session	*s = &ss->list[at];
	char			*title = session_title(s), day[64], *line;
	size_t			 i;

	prose_put(fp, "", title);
	line = mem_printf(_("%s, %d minutes"), date_words(day, sizeof(day),
	    s->date), s->minutes);
	prose_put(fp, "", line);
	free(line);
	free(title);
	put_opening(fp, ss, at);
	put_steps(fp, s);
	if (s->nactions > 0)
		fprintf(fp, "\n%s\n", _("Agreed there:"));
	for (i = 0; i < s->nactions; i++)
		put_action(fp, s->actions[i], 0);
	if (s->nlessons > 0)
		fprintf(fp, "\n%s\n", _("Learnt there:"));
	for (i = 0; i < s->nlessons; i++)
		prose_put(fp, "  - ", s->lessons[i].text);
	if (session_tell_by(ss, at) != DATE_NONE) {
		line = mem_printf(_("The next session is on %s."),
		    date_words(day, sizeof(day), session_tell_by(ss, at)));
		fputc('\n', fp);
		prose_put(fp, "", line);
		free(line);
	}
}

static void
put_named(FILE *fp, const char *fmt, const char *text)
{
	char	*s;

	if (*text == '\0')
		return;
	s = mem_printf(fmt, text);
	prose_put(fp, "  ", s);
	free(s);
}

void
sessiontext_private(FILE *fp, const struct session_client *c,
    const char *suggestions)
{
	char	*clean;

	if (!c->there && suggestions == NULL)
		return;
	fprintf(fp, "\n%s\n", _("Private, for your eyes:"));
	put_named(fp, _("client: %s"), c->client);
	put_named(fp, _("question: %s"), c->question);
	put_named(fp, _("contract: %s"), c->contract);
	if (suggestions == NULL)
		return;
	fprintf(fp, "\n%s\n", _("The client's sheet of suggestions:"));
	for (; *suggestions != '\0'; suggestions += *suggestions == '\n') {
		clean = msg_clean(suggestions, strcspn(suggestions, "\n"));
		fprintf(fp, "  %s\n", clean);
		free(clean);
		suggestions += strcspn(suggestions, "\n");
	}
}
