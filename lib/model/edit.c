/*
 * One command's change: begun, saved or left, and what there is to say of it;
 * edit_run.c goes through all of that.
 * What was typed is read in edit_entry.c, the row that is meant found in
 * edit_find.c, a new one added in edit_add.c.
 */
#include "model/edit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "table/out.h"

void
edit_begin(struct edit *e, struct project *p, const struct cmd *c)
{
	memset(e, 0, sizeof(*e));
	e->p = p;
	e->id = opt_get(c, "id");
	e->again = opt_has(c, "again");
	e->dated = c->date_given;
	str_init(&e->notes);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
edit_note(struct edit *e, const char *fmt, ...)
{
	va_list	 ap;
	char	*text, *p;

	va_start(ap, fmt);
	if (vasprintf(&text, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	for (p = text; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	str_add(&e->notes, text);
	str_addc(&e->notes, '\n');
	free(text);
}
#pragma GCC diagnostic pop

/* Where the person wants it: -o, else standard output. */
static int
print_id(const struct cmd *c, const char *id)
{
	struct out	o;

	if (out_begin(&o, c->out) != 0)
		return -1;
	fprintf(o.fp, "%s\n", id);
	return out_end(&o, 0);
}

void
edit_say(const struct edit *e)
{
	char	*line, *rest = e->notes.s;

	while ((line = strsep(&rest, "\n")) != NULL)
		if (*line != '\0')
			msg_note("%s", line);
}

int
edit_end(struct edit *e, const struct cmd *c)
{
	int	rc = project_save(e->p);

	if (rc == 0 && (!c->dry || e->previews))
		edit_say(e);
	if (rc == 0 && !c->dry && e->got != NULL)
		rc = print_id(c, e->got);
	edit_cancel(e);
	return rc;
}

void
edit_cancel(struct edit *e)
{
	str_free(&e->notes);
	free(e->got);
	e->got = NULL;
}
