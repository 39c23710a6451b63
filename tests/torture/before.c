/* What the difference of two rounds tells of the one who came or went. */
#include "before.h"

#include <stdio.h>
#include <string.h>

enum { NOT_NAMED = -2 };

static const int	keeps[BEFORE_KEEPS] = { 0, 50, 80, 100 };
static const char	*sizes[BEFORE_SIZES] = { "5 to 8", "9 to 14",
			    "15 to 30" };

/* --- who came or went ------------------------------------------------- */

static int
has(const struct round *r, size_t who)
{
	size_t	i;

	for (i = 0; i < r->team.n && r->who[i] != who; i++)
		;
	return i < r->team.n;
}

/* Whether b has exactly one more than a; who it is in b. */
static int
one_more(const struct round *a, const struct round *b, size_t *who)
{
	size_t	i;

	if (b->team.n != a->team.n + 1)
		return 0;
	for (i = 0; i < a->team.n; i++)
		if (!has(b, a->who[i]))
			return 0;
	for (i = 0; has(a, b->who[i]); i++)
		;
	*who = i;
	return 1;
}

/* --- the difference --------------------------------------------------- */

static int
named_by_counts(const struct result *few, const struct result *many,
    int points)
{
	int	v, named = NOT_NAMED;
	int64_t	more;

	if (many->n == few->n)		/* skipped it, or they changed */
		return memcmp(many->counts, few->counts,
		    (size_t)points * sizeof(*few->counts)) == 0 ? SKIP :
		    NOT_NAMED;
	for (v = 0; v < points; v++) {
		more = many->counts[v] - few->counts[v];
		if (more == 0)
			continue;
		if (more != 1 || named != NOT_NAMED)
			return NOT_NAMED;
		named = v;
	}
	return named;
}

/* Sums of points over n, rounded as the row is; scales with even steps. */
static fixed
rounded(const struct scale *s, int64_t sum, int64_t n)
{
	return policy_round(ratio_make((wide)s->min * n + (wide)s->step * sum,
	    n), s, 2);
}

/* From means alone: readings would tell a little more. */
static int
named_by_means(const struct result *few, const struct result *many,
    const struct scale *s, int64_t least, int64_t persons)
{
	int64_t	n, sum;
	int	v, named = NOT_NAMED;

	if (s->step == 0 || few->mean == FIXED_NONE ||
	    many->mean == FIXED_NONE)
		return NOT_NAMED;
	for (n = least; n <= persons; n++)
		for (sum = 0; sum <= n * (s->n - 1); sum++) {
			if (rounded(s, sum, n) != few->mean)
				continue;
			for (v = SKIP; v < s->n; v++) {
				if (rounded(s, sum + (v == SKIP ? 0 : v),
				    n + (v != SKIP)) != many->mean)
					continue;
				if (named != NOT_NAMED && named != v)
					return NOT_NAMED;
				named = v;
			}
		}
	return named;
}

static int
named(const struct team *few, const struct result *a, const struct result *b,
    const struct scale *s)
{
	if (a == NULL || b == NULL)
		return NOT_NAMED;
	if (a->counts != NULL && b->counts != NULL)
		return named_by_counts(a, b, s->n);
	if (a->counts != NULL || b->counts != NULL)
		return NOT_NAMED;
	return named_by_means(a, b, s, few->policy.team, (int64_t)few->n);
}

/* --- all criteria ----------------------------------------------------- */

static void
publish(struct results *r, struct grid *g, const struct team *t)
{
	grid_make(g, &t->shape, 0, t->shape.threads);
	grid_count(g, t, 0);
	policy_run(r, &g->v, &t->policy);
}

static void
compare(struct guess *guess, const struct round *few,
    const struct round *many, size_t who)
{
	static struct grid	g, h;
	struct results		a, b;
	size_t			k, j;
	int			v, was;

	publish(&a, &g, &few->team);
	publish(&b, &h, &many->team);
	for (k = 0; k < h.fw.ncrit; k++) {
		if ((was = many->team.person[who].vote[k]) == SKIP)
			continue;
		guess->votes++;
		for (j = 0; j < g.fw.ncrit && few->crit[j] != many->crit[k];
		    j++)
			;
		if (j == g.fw.ncrit || few->word[j] != many->word[k])
			continue;
		v = named(&few->team,
		    results_find(&a, GROUP_ALL, g.crit[j].dim, j),
		    results_find(&b, GROUP_ALL, h.crit[k].dim, k),
		    h.crit[k].scale);
		guess->right += v == was;
		guess->wrong += v != was && v != NOT_NAMED;
	}
	results_free(&a);
	results_free(&b);
}

void
before_attack(struct before *b, const struct programme *p, size_t i)
{
	const struct round	*was = &p->round[i - 1], *now = &p->round[i];
	const struct policy	*x = &was->team.policy, *y = &now->team.policy;
	const size_t		 n = was->team.n;
	struct guess		*guess;
	size_t			 who;
	int			 keep = 0;

	if (x->open || y->open || x->groups != y->groups || n < 5)
		return;
	while (keeps[keep] != p->keep)
		keep++;
	guess = &b->of[x->groups][n < 9 ? 0 : n < 15 ? 1 : 2][keep];
	if (one_more(was, now, &who))
		compare(guess, was, now, who);
	else if (one_more(now, was, &who))
		compare(guess, now, was, who);
}

void
before_add(struct before *sum, const struct before *b)
{
	int	show, size, keep;

	for (show = 0; show < 2; show++)
		for (size = 0; size < BEFORE_SIZES; size++)
			for (keep = 0; keep < BEFORE_KEEPS; keep++) {
				sum->of[show][size][keep].votes +=
				    b->of[show][size][keep].votes;
				sum->of[show][size][keep].right +=
				    b->of[show][size][keep].right;
				sum->of[show][size][keep].wrong +=
				    b->of[show][size][keep].wrong;
			}
}

void
before_report(const struct before *b)
{
	const struct guess	*g;
	int			 show, size, keep;

	printf("\nNot judged: one person joins or leaves between two rounds, "
	    "and an outsider takes it\nthat all others vote as before; %% of "
	    "that person's votes so named rightly (wrongly),\nwhere others "
	    "keep so many of their votes:\n");
	printf("%-26s", "");
	for (keep = 0; keep < BEFORE_KEEPS; keep++)
		printf("          %3d %%", keeps[keep]);
	printf("\n");
	for (show = 0; show < 2; show++)
		for (size = 0; size < BEFORE_SIZES; size++) {
			printf("--show %s, N %-9s", show ? "groups" :
			    "counts", sizes[size]);
			for (keep = 0; keep < BEFORE_KEEPS; keep++) {
				g = &b->of[show][size][keep];
				printf(" %5.1f (%5.1f)", g->votes == 0 ? 0 :
				    100.0 * (double)g->right / (double)g->votes,
				    g->votes == 0 ? 0 : 100.0 *
				    (double)g->wrong / (double)g->votes);
			}
			printf("\n");
		}
}
