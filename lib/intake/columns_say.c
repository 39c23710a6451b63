/* What becomes of the columns that are not answers, in a few lines. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/columns_in.h"

#define COLUMN_NOTE	(COLUMN_UNKNOWN + 1)	/* for list_use */
#define LED_SHOWN	8	/* columns in one message */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* A name in the quotation marks of the language. */
static void
str_quote(struct str *out, const char *name)
{
	str_printf(out, _("'%s'"), name);
}
#pragma GCC diagnostic pop

/*
 * A note of a form for phones, our own or another: lines to read, or a name
 * that says so, and in no line anything.  Its many words may look like those
 * that tell who it was.
 */
static int
is_note(const struct column_use *u)
{
	const char	*slash = strrchr(u->header, '/');

	return !u->filled && (u->use == COLUMN_UNKNOWN ||
	    u->use == COLUMN_IDENTIFYING) &&
	    (strpbrk(u->header, "\r\n") != NULL || strncmp(slash != NULL ?
	    slash + 1 : u->header, "note_", 5) == 0);
}

/*
 * 'a', 'b', 'c' of all columns with this use, at most `most`; how many.
 * COLUMN_NOTE lists the notes, other uses leave them out.
 */
static unsigned long
list_use(const struct columns *cs, int use, unsigned long most,
    struct str *out)
{
	unsigned long	n = 0;
	int		i;

	str_reset(out);
	for (i = 0; i < cs->n; i++) {
		if (use == COLUMN_NOTE ? !is_note(&cs->v[i]) :
		    cs->v[i].use != use || is_note(&cs->v[i]))
			continue;
		if (n++ >= most)
			continue;
		if (n > 1)
			str_add(out, ", ");
		str_quote(out, cs->v[i].shown);
	}
	if (n > most)
		str_add(out, ", …");
	return n;
}

static void
missing_criteria(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	ids;
	size_t		c, n = 0;
	int		i;

	str_init(&ids);
	for (c = 0; c < fw->ncrit; c++) {
		for (i = 0; i < cs->n; i++)
			if (cs->v[i].use == FIELD_SCORE && cs->v[i].crit == c)
				break;
		if (i == cs->n && n++ < 12)
			str_printf(&ids, "%s%s", n > 1 ? ", " : "",
			    fw->crit[c].id);
	}
	if (n > 12)
		str_add(&ids, ", …");
	if (n > 0)
		msg_warn(&at, N_("no column for these criteria, which count as "
		    "skipped: %s"), ids.s);
	str_free(&ids);
}

/*
 * Scores whose header says more than the criterion: they may be answers to
 * another question about it.
 */
static void
say_led(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	list;
	unsigned long	n = 0;
	int		i;

	str_init(&list);
	for (i = 0; i < cs->n; i++) {
		if (cs->v[i].use != FIELD_SCORE || !cs->v[i].led)
			continue;
		if (n++ >= LED_SHOWN)
			continue;
		if (n > 1)
			str_add(&list, ", ");
		str_quote(&list, cs->v[i].shown);
		str_printf(&list, " (%s)", fw->crit[cs->v[i].crit].id);
	}
	if (n > LED_SHOWN)
		str_add(&list, ", …");
	if (n > 0)
		msg_note_at(&at, N_("scores by the end of the header alone; a "
		    "map can leave them out: %s"), list.s);
	str_free(&list);
}

void
columns_say(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	names;
	unsigned long	n;

	str_init(&names);
	if (list_use(cs, COLUMN_IDENTIFYING, 1000, &names) > 0)
		msg_note_at(&at, N_("dropped, for they may say who it was: %s"),
		    names.s);
	if ((n = list_use(cs, COLUMN_META, 4, &names)) > 0)
		msg_note_at(&at, N_("left out, the survey program's own: %s "
		    "(%lu)"),
		    names.s, n);
	if (list_use(cs, COLUMN_UNKNOWN, 1000, &names) > 0)
		msg_note_at(&at, N_("left out, for nothing says what they are: "
		    "%s"),
		    names.s);
	if ((n = list_use(cs, COLUMN_NOTE, 4, &names)) > 0)
		msg_note_at(&at, N_("left out, notes of the form: %s (%lu)"),
		    names.s, n);
	str_free(&names);
	say_led(cs, shown, fw);
	if (cs->wide)
		missing_criteria(cs, shown, fw);
}
