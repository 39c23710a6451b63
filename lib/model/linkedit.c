/* Links are kept, changed, taken away. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "model/links.h"

/* More than this, and the answer says little. */
#define LINKS_MANY	2

/* Of everything that moves with a thread little follows: a remark. */
static void
remark_many(const struct links *l, size_t from)
{
	size_t	n = links_from(l, from);

	if (n > LINKS_MANY)
		msg_warn(NULL, N_("%zu threads move with '%s': which one or "
		    "two move most?"), n, l->threads[from].label);
}

static void
new_link(struct edit *e, struct links *l, size_t from, size_t to,
    int strength)
{
	struct table	*t = project_table(e->p, "links");
	char		 num[12];
	size_t		 i;

	edit_begin_table(e->p, t);
	i = table_add(t);
	table_set(t, i, "cycle", l->cycle);
	table_set(t, i, "from", l->threads[from].id);
	table_set(t, i, "to", l->threads[to].id);
	snprintf(num, sizeof(num), "%d", strength);
	table_set(t, i, "strength", num);
	l->link = mem_grow(l->link, l->nlinks, &l->caplinks,
	    sizeof(*l->link));
	l->link[l->nlinks++] = (struct link){ from, to, strength, i };
	remark_many(l, from);
}

static void
set_strength(struct edit *e, struct link *k, int strength)
{
	char	num[12];

	snprintf(num, sizeof(num), "%d", strength);
	table_set(project_table(e->p, "links"), k->row, "strength", num);
	k->strength = strength;
}

int
links_put(struct edit *e, struct links *l, size_t from,
    const struct link_said *s)
{
	struct link	*have;
	const char	*a = l->threads[from].label;
	const char	*b = l->threads[s->to].label;
	int		 strength;

	if (from == s->to) {
		msg_fault(NULL, N_("a thread that moves itself"));
		return -1;
	}
	have = links_between(l, from, s->to);
	strength = s->strength != 0 ? s->strength :
	    have != NULL ? have->strength : LINK_PRESET;
	if (have != NULL && have->strength == strength) {
		edit_note(e, N_("already so: with %s moves %s, %s"), a, b,
		    links_words(strength));
		return 0;
	}
	if (have != NULL)
		set_strength(e, have, strength);
	else
		new_link(e, l, from, s->to, strength);
	edit_note(e, N_("with %s moves %s, %s"), a, b,
	    links_words(strength));
	return 0;
}

int
links_cut(struct edit *e, struct links *l, size_t from, size_t to)
{
	struct table	*t = project_table(e->p, "links");
	struct link	*k;
	size_t		 i, n = 0, kept = 0;

	for (i = 0; i < l->nlinks; i++) {
		k = &l->link[i];
		if (k->from != from || (to < l->nthreads && k->to != to)) {
			l->link[kept++] = *k;
			continue;
		}
		table_drop(t, k->row);
		edit_note(e, N_("no longer: with %s moves %s"),
		    l->threads[from].label, l->threads[k->to].label);
		n++;
	}
	l->nlinks = kept;
	if (n == 0 && to < l->nthreads)
		edit_note(e, N_("already so: %s does not move with %s"),
		    l->threads[to].label, l->threads[from].label);
	else if (n == 0)
		edit_note(e, N_("already so: nothing moves with %s"),
		    l->threads[from].label);
	return 0;
}

void
links_take(struct edit *e, const char *cycle)
{
	struct table	*t = project_table(e->p, "links");
	size_t		 i, n = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (*cell(t, i, "cycle") != '\0')
			continue;
		table_set(t, i, "cycle", cycle);
		n++;
	}
	if (n > 0)
		edit_note(e, N_("the links that were said before are now of "
		    "%s"), cycle);
}
