/* Leaves out criteria and people while a breach is still to be seen. */
#include "smallest.h"

#include <stdio.h>
#include <string.h>

#include "attack.h"

void
small_keep(struct small *s, const struct programme *p, size_t round,
    size_t thread, int attacker, size_t people)
{
	const int64_t	seen = s->votes + 1;

	if (s->votes == 0 || people < s->people)
		*s = (struct small){ 0, p->seed, round, thread, people,
		    attacker };
	s->votes = seen;
}

void
small_add(struct small *sum, const struct small *s)
{
	const int64_t	seen = sum->votes + s->votes;

	if (s->votes > 0 && (sum->votes == 0 || s->people < sum->people))
		*sum = *s;
	sum->votes = seen;
}

static int
seen(const struct team *t, int attacker, int broken)
{
	static struct spoils	s;

	attack_policy(&s, t);
	return broken ? s.broken != NULL : s.of[0][attacker].groups > 0;
}

static void
leave_criterion(struct team *t, size_t k)
{
	size_t	i;

	t->shape.criteria[0]--;
	for (i = 0; i < t->n; i++)
		memmove(&t->person[i].vote[k], &t->person[i].vote[k + 1],
		    (t->shape.criteria[0] - k) * sizeof(int));
}

static void
leave_person(struct team *t, size_t i)
{
	t->n--;
	memmove(&t->person[i], &t->person[i + 1],
	    (t->n - i) * sizeof(t->person[0]));
}

static void
shrink(struct team *t, int attacker, int broken)
{
	static struct team	u;
	size_t			i, k;
	int			again = 1;

	while (again) {
		again = 0;
		for (k = t->shape.criteria[0]; k-- > 0;) {
			u = *t;
			leave_criterion(&u, k);
			if (u.shape.criteria[0] > 0 &&
			    seen(&u, attacker, broken)) {
				*t = u;
				again = 1;
			}
		}
		for (i = t->n; i-- > 0;) {
			u = *t;
			leave_person(&u, i);
			if (u.n > 0 && seen(&u, attacker, broken)) {
				*t = u;
				again = 1;
			}
		}
	}
}

static void
print_published(const struct team *t)
{
	static struct grid	g;
	struct results		r;
	char			a[NUM_LEN];
	char			*counts;
	const struct result	*row;
	size_t			i;

	grid_make(&g, &t->shape, 0, 1);
	grid_count(&g, t, 0);
	policy_run(&r, &g.v, &t->policy);
	for (i = 0; i < r.n; i++) {
		row = &r.row[i];
		counts = row->counts == NULL ? NULL :
		    counts_print(g.fw.crit[row->crit].scale, row->counts);
		printf("  group %d dimension %d criterion %d: n %d mean %s "
		    "%s %s %s\n", (int)row->group, (int)row->dim,
		    (int)row->crit, (int)row->n, row->mean == FIXED_NONE ? "-" :
		    num_str(a, row->mean, 1), reading_str(row->reading),
		    counts != NULL ? counts : "", note_str(row->note));
		free(counts);
	}
	results_free(&r);
}

static void
print_team(const struct team *t)
{
	size_t	i, k;

	printf("  %zu people, %d points, %s; group: votes\n", t->n,
	    t->shape.points[0].n, t->policy.groups ? "groups" : "counts");
	for (i = 0; i < t->n; i++) {
		printf("  %d:", (int)t->person[i].group);
		for (k = 0; k < t->shape.criteria[0]; k++)
			if (t->person[i].vote[k] == SKIP)
				printf(" -");
			else
				printf(" %d", t->person[i].vote[k] + 1);
		printf("\n");
	}
	print_published(t);
}

void
small_print(const struct small *s, size_t most)
{
	static struct programme	p;
	static struct team	t;
	struct spoils		all;
	size_t			first, i;

	if (s->votes == 0)
		return;
	programme_make(&p, s->seed, most);
	printf("\nseen %lld times; again with: torture -s %llu; round %zu, "
	    "thread %zu, %s\n", (long long)s->votes,
	    (unsigned long long)s->seed, s->round + 1, s->thread + 1,
	    s->attacker == PAIR ? "a pair" : s->attacker == INSIDER ?
	    "an insider" : "an outsider");
	t = p.round[s->round].team;
	attack_policy(&all, &t);
	if (all.broken != NULL)
		printf("  %s\n", all.broken);
	first = shape_first(&t.shape, s->thread);
	for (i = 0; i < t.n; i++)
		memmove(t.person[i].vote, &t.person[i].vote[first],
		    t.shape.criteria[s->thread] * sizeof(int));
	t.shape.criteria[0] = t.shape.criteria[s->thread];
	t.shape.points[0] = t.shape.points[s->thread];
	t.shape.threads = 1;
	if (seen(&t, s->attacker, all.broken != NULL))
		shrink(&t, s->attacker, all.broken != NULL);
	print_team(&t);
}
