/* What a round found beside its scores: strengths, needs, good practices. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/assess_in.h"

/* Its id was typed, and stands for other words already: they are not lost. */
static int
finding_taken(struct table *t, const struct assess_finding *f,
    const char *round, const char *dim, const char *type)
{
	size_t		i = f->id != NULL ? table_find(t, f->id) : t->nrows;
	struct place	at;

	if (i == t->nrows || (cell_is(t, i, "round", round) &&
	    cell_is(t, i, "dimension", dim) && cell_is(t, i, "type", type) &&
	    cell_is(t, i, "text", f->text)))
		return 0;
	at = table_place(t, i, NULL);
	msg_fault(&at, N_("'%s' is the id of another finding"), f->id);
	return -1;
}

int
assess_finding(struct project *p, const struct assess_finding *f)
{
	struct table		*t = project_table(p, "findings");
	struct round		 r;
	size_t			 dim, crit, i;
	char			*entered, buf[SCHEMA_VALUE];
	const char		*type;
	int			 bad = 0;

	if ((type = assess_option(t->schema, "type", f->type, buf)) == NULL)
		bad = 1;
	if (*f->text == '\0') {
		msg_fault(NULL, N_("a finding is said in words"));
		bad = 1;
	}
	if (round_load(&r, p, f->round, project_lang(p)) != 0 ||
	    assess_what(p, &r, f->dim, &dim, &crit) != 0)
		bad = 1;
	if (!bad && finding_taken(t, f, r.id, r.fw.dims[dim].id, type) != 0)
		bad = 1;
	if (!bad) {
		entered = mem_printf("%s|%s|%s|%s", r.id, r.fw.dims[dim].id,
		    type, f->text);
		i = project_add(p, t, f->id, NULL, f->text, entered,
		    f->again);
		free(entered);
		if (i < t->nrows) {
			table_set(t, i, "round", r.id);
			table_set(t, i, "dimension", r.fw.dims[dim].id);
			table_set(t, i, "type", type);
			table_set(t, i, "text", f->text);
			assess_say(N_("added: %s"), cell(t, i, "id"));
		}
	}
	round_free(&r);
	return bad ? -1 : 0;
}
