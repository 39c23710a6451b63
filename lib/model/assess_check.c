/*
 * The rules across tables that concern rounds.  What one table alone can
 * break (types, references, keys) is found where tables are checked.
 */
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "model/assess.h"
#include "model/tally.h"

/* One round being checked. */
struct checked {
	struct project	*p;
	struct table	*rounds;
	size_t		 i;		/* its row */
	const char	*id;
	struct round	 r;
};

static int
rows_of(const struct table *t, const char *round)
{
	return table_find_by(t, "round", round, (char *)NULL) < t->nrows;
}

static void
fault(const struct checked *k, const char *column, const char *what)
{
	const struct place	at = table_place(k->rounds, k->i, column);

	msg_fault(&at, what, k->id);
}

/* Status, results and agreed scores must tell one story. */
static void
check_state(struct checked *k)
{
	const struct table	*results = project_table(k->p, "results");
	const struct table	*outside = project_table(k->p, "outside");
	const struct table	*agreed = project_table(k->p, "agreed");
	const int		 consensus = strcmp(k->r.method,
				    "consensus") == 0;
	const int		 open = k->r.status == ROUND_OPEN;

	if (open && (rows_of(results, k->id) || rows_of(outside, k->id)))
		fault(k, "status",
		    N_("round '%s' is open, and yet has results"));
	if (!open && !consensus && !rows_of(results, k->id))
		fault(k, "status", N_("round '%s' is closed, and yet "
		    "results.csv has nothing of it"));
	if (!open && !consensus && !rows_of(outside, k->id))
		fault(k, "status", N_("round '%s' is closed, and yet "
		    "outside.csv has nothing of it"));
	if (open && !consensus && rows_of(agreed, k->id))
		fault(k, "status", N_("round '%s' is open, and yet has agreed "
		    "scores"));
	if (k->r.status == ROUND_AGREED && !rows_of(agreed, k->id))
		fault(k, "status", N_("round '%s' is agreed, and yet "
		    "agreed.csv has nothing of it"));
	if (strcmp(k->r.method, "hands") == 0 && !k->r.policy.open)
		fault(k, "votes", N_("round '%s' was a show of hands: its "
		    "votes are open"));
	if (!k->r.promised)
		fault(k, "policy", N_("what round '%s' shows was changed after "
		    "people were told: set show and votes back"));
	if (strcmp(k->r.kind, "retrospective") == 0 &&
	    *k->r.refers_to == '\0')
		fault(k, "refers_to", N_("round '%s' looks back, and does not "
		    "say at which round"));
}

/* A step of the scale or half a step; uneven scales have no halves. */
static int
half_step(const struct scale *s, fixed v)
{
	if (v < s->min || v > s->max)
		return 0;
	if (s->step == 0)
		return scale_index(s, v) >= 0;
	return 2 * (v - s->min) % s->step == 0;
}

static void
check_agreed(struct checked *k)
{
	const struct framework	*fw = &k->r.fw;
	const struct table	*t = project_table(k->p, "agreed");
	const char		*crit;
	size_t			 i, d, c;
	fixed			 v;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "round", k->id))
			continue;
		d = framework_dim(fw, cell(t, i, "dimension"));
		crit = cell(t, i, "criterion");
		c = framework_crit(fw, crit);
		if (d == fw->ndims || (*crit != '\0' && c == fw->ncrit))
			continue;	/* a dangling reference: said there */
		if (*crit != '\0' && fw->crit[c].dim != d)
			table_fault(t, i, "dimension",
			    N_("the criterion belongs to another dimension"));
		v = cell_fixed(t, i, "score");
		if (v == FIXED_NONE && *cell(t, i, "score") == '\0')
			table_fault(t, i, "score",
			    N_("an agreed score is missing"));
		else if (v != FIXED_NONE && !half_step(fw->dims[d].scale, v))
			table_fault(t, i, "score",
			    N_("neither a step of the scale nor half a step"));
	}
}

/* Of a published row: what its note, its counts and its numbers promise. */
static void
check_row(struct checked *k, const struct table *t, size_t i)
{
	const struct framework	*fw = &k->r.fw;
	const struct scale	*s;
	const char		*crit = cell(t, i, "criterion");
	const char		*counts = cell(t, i, "counts");
	size_t			 d = framework_dim(fw,
				    cell(t, i, "dimension"));
	size_t			 c = framework_crit(fw, crit);
	int64_t			*got;
	struct stats		 st;
	fixed			 mean = cell_fixed(t, i, "mean");

	if (*cell(t, i, "note") != '\0' && (*counts != '\0' ||
	    *cell(t, i, "n") != '\0' || *cell(t, i, "no_answer") != '\0'))
		table_fault(t, i, "note",
		    N_("a row with a note shows neither n nor counts"));
	if (d == fw->ndims)
		return;
	if (*crit != '\0' && c < fw->ncrit && fw->crit[c].dim != d)
		table_fault(t, i, "dimension",
		    N_("the criterion belongs to another dimension"));
	s = fw->dims[d].scale;
	if (mean != FIXED_NONE && (mean < s->min || mean > s->max))
		table_fault(t, i, "mean", N_("off the scale"));
	if (*counts == '\0')
		return;
	got = mem_calloc((size_t)s->n + 1, sizeof(*got));
	if (counts_parse(s, counts, got) != 0)
		table_fault(t, i, "counts", N_("off the scale"));
	else {
		stats_counts(&st, s->value, got, s->n);
		if (st.n != cell_int(t, i, "n", -1))
			table_fault(t, i, "n",
			    N_("not the sum of the counts"));
		if (st.mean != mean)
			table_fault(t, i, "mean",
			    N_("not the mean of the counts"));
		if (st.agreement != cell_fixed(t, i, "agreement"))
			table_fault(t, i, "agreement",
			    N_("not the agreement of the counts"));
	}
	free(got);
}

static void
check_results(struct checked *k)
{
	const struct table	*t = project_table(k->p, "results");
	const struct table	*o = project_table(k->p, "outside");
	const struct framework	*fw = &k->r.fw;
	const struct scale	*s;
	size_t			 i, d;
	fixed			 v;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "round", k->id))
			check_row(k, t, i);
	for (i = table_first(o); i < o->nrows; i = table_next(o, i)) {
		if (!cell_is(o, i, "round", k->id))
			continue;
		d = framework_dim(fw, cell(o, i, "dimension"));
		v = cell_fixed(o, i, "mean");
		if (d == fw->ndims || v == FIXED_NONE)
			continue;
		s = fw->dims[d].scale;
		if (v < s->min || v > s->max)
			table_fault(o, i, "mean", N_("off the scale"));
	}
}

static const struct framework *
grid(void *arg, const char *round)
{
	(void)round;
	return arg;
}

/* Private answers: faults name the line, never the value. */
static void
check_votes(struct checked *k)
{
	const struct table	*sheets = project_private(k->p, "responses");
	const struct table	*hands = project_private(k->p, "hands");
	struct tally		*t;

	if (rows_of(sheets, k->id) && rows_of(hands, k->id))
		fault(k, "method", N_("round '%s' has hands and sheets: it "
		    "takes one or the other"));
	if (strcmp(k->r.method, "consensus") == 0 &&
	    (rows_of(sheets, k->id) || rows_of(hands, k->id)))
		fault(k, "method", N_("round '%s' takes agreed scores only, "
		    "and yet there are votes"));
	if (rows_of(hands, k->id) && strcmp(k->r.method, "hands") != 0)
		fault(k, "method", N_("round '%s' has hands that were "
		    "counted, and is not a show of hands"));
	if (hands_mixed(hands, k->id))
		fault(k, "method", N_("round '%s' has hands of groups beside "
		    "those of the whole room: people would count twice"));
	t = tally_new(grid, &k->r.fw);
	tally_table(t, sheets, k->id);
	tally_free(t);
	t = tally_new(grid, &k->r.fw);
	tally_hands(t, hands, k->id);
	tally_free(t);
}

static void
check_round(struct checked *k)
{
	if (round_load(&k->r, k->p, k->id, project_lang(k->p)) == 0) {
		check_state(k);
		check_agreed(k);
		check_results(k);
		check_votes(k);
		assess_frozen(k->p, k->id);
	}
	round_free(&k->r);
}

/* Answers to a round that is not there are never counted. */
static void
check_strays(struct project *p, const char *name)
{
	const struct table	*t = project_private(p, name);
	const struct table	*rounds = project_table(p, "rounds");
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (*cell(t, i, "round") != '\0' && table_find(rounds,
		    cell(t, i, "round")) == rounds->nrows)
			table_fault(t, i, "round", N_("no such round"));
}

void
assess_check(struct project *p)
{
	struct checked	k = { .p = p, .rounds = project_table(p, "rounds") };

	for (k.i = table_first(k.rounds); k.i < k.rounds->nrows;
	    k.i = table_next(k.rounds, k.i)) {
		k.id = cell(k.rounds, k.i, "id");
		if (*k.id != '\0')
			check_round(&k);
	}
	check_strays(p, "responses");
	check_strays(p, "hands");
}
