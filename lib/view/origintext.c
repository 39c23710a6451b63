/* What an idea can grow from, for the eye and for pipes. */
#include "view/origintext.h"

#include <stdlib.h>

#include "base/lang.h"
#include "view/list.h"

void
origintext_list(FILE *fp, enum form form, const struct origins *all,
    const struct plan *pl)
{
	static const char *const	names[] = { "kind", "from",
	    "dimension", "words", "change", NULL };
	static const char *const	titles[] = { N_("what it is"),
	    N_("for --from"), N_("thread"), N_("in words"),
	    N_("taken up by"), NULL };
	const struct origin		*o;
	struct list			*l;
	char				*id;
	size_t				 i;
	int				 table = list_is_table(fp, form);

	l = list_begin(fp, form, names, titles);
	for (i = 0; i < all->n; i++) {
		o = &all->row[i];
		id = o->change == pl->nchanges ? NULL : table ?
		    plan_short_id(pl, pl->changes[o->change].id) :
		    mem_strdup(pl->changes[o->change].id);
		list_row(l, (const char *[]){ table ?
		    origin_kind_words(o->kind) : o->kind,
		    table ? o->typed : o->ref,
		    o->dimension, o->words, id });
		free(id);
	}
	list_end(l);
}
