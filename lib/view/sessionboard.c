/* The page for the wall of a peer group. */
#include "view/sessionboard.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "view/plantext_in.h"
#include "view/prose.h"
#include "view/sessionwords.h"

static int
is_over(const struct plan_action *a)
{
	return a->status == PLAN_DONE || a->status == PLAN_DROPPED;
}

static void
put(FILE *fp, const struct plan_action *a)
{
	char	*how = session_became(a);

	plantext_board_action(fp, a, how);
	free(how);
}

size_t
sessionboard_open(FILE *fp, const struct sessions *ss)
{
	const struct plan	*pl = ss->plan;
	size_t			 i, n = 0;

	for (i = 0; i < pl->nloose; i++) {
		if (is_over(&pl->loose[i]))
			continue;
		if (n++ == 0)
			fprintf(fp, "\n%s\n", _("Agreed at sessions, and still "
			    "to do:"));
		put(fp, &pl->loose[i]);
	}
	return n;
}

/* The next session, and what it opens with; how many actions those are. */
static size_t
next(FILE *fp, struct sessions *ss, size_t at)
{
	const struct session	*s = &ss->list[at];
	struct plan_action	**a;
	size_t			  n = session_opening(ss, at, &a), i, said = 0;
	char			  day[64], *line;

	line = mem_printf(_("The next session is on %s (%zu of %zu)."),
	    date_words(day, sizeof(day), s->date), s->nth, s->of);
	prose_put(fp, "", line);
	free(line);
	if (*s->theme != '\0')
		prose_put(fp, "", s->theme);
	for (i = 0; i < n; i++) {
		if (a[i]->status == PLAN_DROPPED)
			continue;
		if (said++ == 0)
			fprintf(fp, "\n%s\n",
			    _("It opens with what became of:"));
		put(fp, a[i]);
	}
	return said;
}

/* All that was done together, small as it is. */
static void
sums(FILE *fp, const struct sessions *ss)
{
	size_t	i, n, told, held = 0, agreed = 0, back = 0, lessons = 0;
	char	*line;

	for (i = 0; i < ss->n; i++) {
		held += session_held(ss, i) != 0;
		n = session_agreed(&ss->list[i], &told);
		agreed += n;
		back += told;
		lessons += ss->list[i].nlessons;
	}
	line = mem_printf(_("Sessions held: %zu. Actions agreed: %zu, of them "
	    "told: %zu. Lessons: %zu."), held, agreed, back, lessons);
	prose_put(fp, "", line);
	free(line);
}

void
sessionboard(FILE *fp, struct sessions *ss, const char *team)
{
	size_t	at = session_coming(ss), n;
	char	day[64], *line;

	line = mem_printf(_("%s: our sessions, on %s"), team,
	    date_words(day, sizeof(day), ss->today));
	prose_put(fp, "", line);
	free(line);
	if (ss->n == 0) {
		fprintf(fp, "\n%s\n", _("No session is planned yet."));
		return;
	}
	sums(fp, ss);
	fputc('\n', fp);
	if (at < ss->n)
		n = next(fp, ss, at);
	else {
		fprintf(fp, "%s\n", _("All planned sessions were held."));
		n = sessionboard_open(fp, ss);
	}
	if (n > 0)
		plantext_board_marks(fp);
}
