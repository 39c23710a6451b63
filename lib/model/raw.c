/* Raw tallies for pipelines. */
#include "model/raw.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"

/* The framework that a round's answers are read with, loaded once a round. */
struct grid {
	struct grid		*next;
	char			*round;
	struct framework	 fw;
};

struct raw {
	struct project	*p;
	struct tally	*t;
	struct grid	*grids;
	int		 bad;		/* a framework was not whole */
};

/* A round that the folder does not know is read with its present framework. */
static const struct framework *
grid_of(void *arg, const char *round)
{
	struct raw		*r = arg;
	struct grid		*g;
	const struct table	*t;

	if (r->p == NULL)
		return NULL;
	for (g = r->grids; g != NULL; g = g->next)
		if (strcmp(g->round, round) == 0)
			return &g->fw;
	g = mem_calloc(1, sizeof(*g));
	g->round = mem_strdup(round);
	g->next = r->grids;
	r->grids = g;
	t = project_table(r->p, "rounds");
	if (framework_load(&g->fw, r->p, table_find(t, round) < t->nrows ?
	    round : NULL, project_lang(r->p)) != 0)
		r->bad = 1;
	return &g->fw;
}

struct raw *
raw_new(struct project *p)
{
	struct raw	*r = mem_calloc(1, sizeof(*r));

	r->p = p;
	r->t = tally_new(grid_of, r);
	return r;
}

void
raw_free(struct raw *r)
{
	struct grid	*g, *next;

	for (g = r->grids; g != NULL; g = next) {
		next = g->next;
		framework_free(&g->fw);
		free(g->round);
		free(g);
	}
	tally_free(r->t);
	free(r);
}

struct tally *
raw_tally(struct raw *r)
{
	return r->t;
}

int
raw_file(struct raw *r, const char *path, int merge)
{
	int	bad = merge ? tally_merge(r->t, path, path) :
		    tally_answers(r->t, path, path, NULL);

	return bad != 0 || r->bad ? -1 : 0;
}

static void
add_round(struct raw *r, const char *id)
{
	if (tally_private(r->t, r->p, id) != 0 ||
	    tally_hands(r->t, project_private(r->p, "hands"), id) != 0)
		r->bad = 1;
}

int
raw_private(struct raw *r, char *const *rounds, int n)
{
	const struct table	*t = project_table(r->p, "rounds");
	size_t			 i;
	int			 k;

	if (!project_private_exists(r->p)) {
		msg_fault(NULL, N_("the votes are not on this computer: there "
		    "is no %s"), project_private_dir(r->p));
		return -1;
	}
	for (i = table_first(t); i < t->nrows && n == 0;
	    i = table_next(t, i))
		add_round(r, cell(t, i, "id"));
	for (k = 0; k < n; k++) {
		if ((i = table_resolve(t, rounds[k])) == t->nrows)
			r->bad = 1;
		else
			add_round(r, cell(t, i, "id"));
	}
	return r->bad || project_bad(r->p) ? -1 : 0;
}
