/* Names and addresses in what was just noted for others to read. */
#include "base/msg.h"
#include "model/logedit.h"
#include "model/privacy.h"

static void
look(const struct privacy *w, const struct place *at, const char *text)
{
	const char	*what;
	int		 k = 0;

	while ((what = privacy_finds(w, text, &k)) != NULL) {
		msg_warn(at, what, NULL);
		msg_hint(N_("every clone reads it: a role says enough"));
	}
}

void
log_look(struct edit *e, const char *table, const char *prose)
{
	const struct table	*t = project_table(e->p, table);
	const struct column	*c = t->schema->cols;
	struct privacy		*w;
	struct place		 at = { t->shown, 0, 0, NULL };
	size_t			 row;

	row = e->got != NULL ? table_find(t, e->got) : t->nrows;
	if (row == t->nrows)
		return;
	w = privacy_load(e->p);
	for (; c->name != NULL; c++) {
		at.column = c->name;
		if (c->type == COL_TEXT)
			look(w, &at, cell(t, row, c->name));
	}
	at.column = "prose";
	if (prose != NULL)
		look(w, &at, prose);
	privacy_free(w);
}
