/* A logbook, thread by thread. */
#include "view/booktext.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "view/list.h"
#include "view/prose.h"

static int
fits(const struct logbook_item *i, const struct booktext_ask *ask)
{
	return (ask->part < 0 || (int)i->part == ask->part) &&
	    (ask->since == DATE_NONE || i->day >= ask->since) &&
	    (ask->until == DATE_NONE || i->day <= ask->until);
}

static void
put(FILE *fp, const struct logbook_item *i)
{
	char	*head = mem_printf("  %3d  ", i->number);

	prose_put(fp, head, i->text);
	free(head);
}

static void
text(FILE *fp, const struct logbook *b, const struct booktext_ask *ask)
{
	const struct logbook_item	*i, *last = NULL;
	char				 words[64];
	size_t				 k;

	for (k = 0; k < b->n; k++) {
		i = &b->items[k];
		if (!fits(i, ask))
			continue;
		if (last == NULL || last->part != i->part)
			fprintf(fp, "%s%s\n", last != NULL ? "\n" : "",
			    logbook_part_words(i->part));
		if (last == NULL || last->part != i->part ||
		    last->day != i->day)
			fprintf(fp, "  %s\n", i->day == DATE_NONE ?
			    _("without a day") : date_words(words,
			    sizeof(words), i->day));
		put(fp, i);
		last = i;
	}
}

void
booktext_threads(FILE *fp, enum form form, const struct logbook *b,
    const struct booktext_ask *ask)
{
	static const char *const	names[] = { "number", "date", "part",
	    "text", NULL };
	static const char *const	parts[] = { "teaching", "feeling",
	    "progress", "other" };
	struct list			*l;
	char				 number[12], day[DATE_LEN];
	size_t				 k;

	if (form == FORM_AUTO) {
		text(fp, b, ask);
		return;
	}
	l = list_begin(fp, form, names, NULL);
	list_numeric(l, "number");
	for (k = 0; k < b->n; k++) {
		if (!fits(&b->items[k], ask))
			continue;
		snprintf(number, sizeof(number), "%d", b->items[k].number);
		list_row(l, (const char *[]){ number, list_day(day,
		    b->items[k].day), parts[b->items[k].part],
		    b->items[k].text });
	}
	list_end(l);
}
