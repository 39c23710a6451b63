/*
 * Attacks many made-up programmes, each over several rounds, and says what
 * an outsider, an insider who knows their own sheet, and a pair who pool
 * theirs, learn of others' votes; fails where that is more than promised.
 *
 *	torture [-j JOBS] [PROGRAMMES]
 *	torture -s SEED		one programme again, with what was published
 *	torture -w DIR SEED	write it down for the commands
 *	torture -p DIR SEED	attack what the commands have published of it
 *
 * The attack and why its figures are never too low is in attack.h.  A round
 * with open votes is known to everybody and counts as nothing learnt.
 *
 * Judged, and so printed with "judged": the realistic and the random teams.
 * Not judged are the cohesive, since where nearly all of nine or more people
 * say the same, counts show it: that is what they are for, and the form
 * says so before people vote; and the scales of two and three points, on
 * which many are of one mind by nature.  What groups give beyond the rows
 * of all is judged in each of them; but the counts of groups of 15 beside
 * those of all, from 30 people on, count as what all show.
 */
#include <sys/mman.h>
#include <sys/wait.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "attack.h"
#include "before.h"
#include "programme.h"
#include "smallest.h"
#include "write.h"

enum {
	PROGRAMMES	= 10000,
	MOST		= 30,		/* people */
	LEAST		= 5,
	COUNTS		= 9,		/* people, for counts */
	TWO_HALVES	= 30,		/* people, for groups of 15 beside all */
	ENOUGH		= 50,		/* rounds of an N, to judge it alone */
	WORKERS		= 64
};

/* Thousandths of a per cent. */
enum {
	MAY_LEARN	= 1000,		/* an insider, a pair, from COUNTS on */
	MAY_FEWER	= 2000,		/* a pair of fewer */
	MAY_GROUPS	= 5		/* "0.00" */
};

/* What one worker found. */
struct found {
	struct loot	of[STYLES][2][MOST + 1][ATTACKERS];
	int64_t		rounds[STYLES][2][MOST + 1];
	int64_t		open, programmes;
	struct before	before;
	struct small	broken, groups;
};

static int	failed;

/* --- a programme ------------------------------------------------------ */

static void
round_attack(struct found *f, const struct programme *p, size_t i)
{
	static struct spoils	s;
	const struct team	*t = &p->round[i].team;
	const int		 show = t->policy.groups;
	struct loot		*l;
	size_t			 d;
	int			 a;

	if (t->policy.open) {
		f->open++;
		return;
	}
	f->rounds[p->style][show][t->n]++;
	attack_policy(&s, t);
	l = f->of[p->style][show][t->n];
	for (d = 0; d < t->shape.threads; d++)
		for (a = 0; a < ATTACKERS; a++) {
			loot_add(&l[a], &s.of[d][a]);
			if (s.of[d][a].groups > 0 && !s.unsure)
				small_keep(&f->groups, p, i, d, a, t->n);
		}
	if (s.broken != NULL)
		small_keep(&f->broken, p, i, 0, 0, t->n);
}

static void
programme_attack(struct found *f, uint64_t seed)
{
	static struct programme	p;
	size_t			i;

	programme_make(&p, seed, MOST);
	f->programmes++;
	for (i = 0; i < p.n; i++) {
		round_attack(f, &p, i);
		if (i > 0)
			before_attack(&f->before, &p, i);
	}
}

static void
found_add(struct found *sum, const struct found *f)
{
	int	style, show, n, a;

	for (style = 0; style < STYLES; style++)
		for (show = 0; show < 2; show++)
			for (n = 0; n <= MOST; n++) {
				sum->rounds[style][show][n] +=
				    f->rounds[style][show][n];
				for (a = 0; a < ATTACKERS; a++)
					loot_add(&sum->of[style][show][n][a],
					    &f->of[style][show][n][a]);
			}
	sum->open += f->open;
	sum->programmes += f->programmes;
	before_add(&sum->before, &f->before);
	small_add(&sum->broken, &f->broken);
	small_add(&sum->groups, &f->groups);
}

static struct found *
work(uint64_t programmes, int jobs)
{
	struct found	*f;
	int		 j, status;
	uint64_t	 i;

	f = mmap(NULL, (size_t)jobs * sizeof(*f), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (f == MAP_FAILED) {
		perror("torture");
		exit(2);
	}
	for (j = 0; j < jobs; j++)
		if (fork() == 0) {
			for (i = (uint64_t)j; i < programmes;
			    i += (uint64_t)jobs)
				programme_attack(&f[j], i + 1);
			_exit(0);
		}
	while (wait(&status) > 0)
		if (status != 0) {
			fprintf(stderr, "torture: a worker stopped\n");
			failed = 1;
		}
	for (j = 1; j < jobs; j++)
		found_add(&f[0], &f[j]);
	return f;
}

/* --- what was learnt -------------------------------------------------- */

static void
say_no(const char *what, int n, const char *style, int show)
{
	printf("not ok: %s, N %d, %s, --show %s\n", what, n, style,
	    show ? "groups" : "counts");
	failed = 1;
}

/* At most `millis` thousandths of a per cent of the votes. */
static int
at_most(int64_t part, int64_t votes, int64_t millis)
{
	return 100000 * part <= millis * votes;
}

static int
judged(int style)
{
	return style == REALISTIC || style == RANDOM;
}

/*
 * What groups give beyond the rest: nothing.  It is not quite that: whose
 * colleagues are all at the end of the scale, in all of a thread, is told
 * so by a mean only where his own votes bring it just over a rounding edge.
 * That happens to so few that their share prints as 0.00 %.
 */
static void
groups_judge(const struct loot *l, int style, int show, int n)
{
	const char	*name = style_names[style];

	if (!at_most(l[INSIDER].groups, l[INSIDER].votes, MAY_GROUPS) ||
	    !at_most(l[PAIR].groups, l[PAIR].votes, MAY_GROUPS))
		say_no("groups give something beyond the rest", n, name, show);
}

static void
share_judge(const struct loot *l, int style, int show, int n)
{
	const char	*name = style_names[style];

	if (!judged(style))
		return;
	if (!at_most(l[INSIDER].all + l[INSIDER].groups, l[INSIDER].votes,
	    MAY_LEARN))
		say_no("an insider learns too much", n, name, show);
	if (!at_most(l[PAIR].all + l[PAIR].groups, l[PAIR].votes,
	    n < COUNTS ? MAY_FEWER : MAY_LEARN))
		say_no("a pair learns too much", n, name, show);
}

static void
row_judge(const struct found *f, int style, int show, int n)
{
	const char	*name = style_names[style];
	const struct loot *l = f->of[style][show][n];
	int64_t		 insider = l[INSIDER].all + l[INSIDER].groups;
	int64_t		 pair = l[PAIR].all + l[PAIR].groups;

	if (n < LEAST && (l[OUTSIDER].all > 0 || insider > 0 || pair > 0))
		say_no("something is learnt of fewer than five", n, name,
		    show);
	if (n < COUNTS && l[OUTSIDER].all > 0)
		say_no("an outsider learns votes of a few", n, name, show);
	if ((show || n < TWO_HALVES) && l[OUTSIDER].groups > 0)
		say_no("an outsider learns from groups", n, name, show);
	if (f->rounds[style][show][n] < ENOUGH)
		return;		/* judged with others, by row_any */
	if (show || n < TWO_HALVES)
		groups_judge(l, style, show, n);
	share_judge(l, style, show, n);
}

/* Several N together, since of a few rounds shares say little. */
static void
row_any(const struct found *f, int style, int show)
{
	struct loot	sum[ATTACKERS] = { { 0, 0, 0 } };
	struct loot	many[ATTACKERS] = { { 0, 0, 0 } };
	int		n, a;

	for (n = LEAST; n <= MOST && (show || n < TWO_HALVES); n++)
		for (a = 0; a < ATTACKERS; a++) {
			loot_add(&sum[a], &f->of[style][show][n][a]);
			if (n >= COUNTS)
				loot_add(&many[a], &f->of[style][show][n][a]);
		}
	share_judge(many, style, show, MOST);
	groups_judge(sum, style, show, MOST);
	printf("any            %7.3f %7.3f %7.3f   %8.4f %8.4f\n",
	    loot_share(sum[OUTSIDER].all, sum[OUTSIDER].votes),
	    loot_share(sum[INSIDER].all, sum[INSIDER].votes),
	    loot_share(sum[PAIR].all, sum[PAIR].votes),
	    loot_share(sum[INSIDER].groups, sum[INSIDER].votes),
	    loot_share(sum[PAIR].groups, sum[PAIR].votes));
}

static void
table(const struct found *f, int style, int show)
{
	const struct loot	*l;
	int			 n;

	printf("\n%s teams, --show %s (%s)\n", style_names[style],
	    show ? "groups" : "counts", judged(style) ? "judged" :
	    "not judged, but for what groups give");
	printf("  N  rounds  outsider insider    pair   + insider   + pair\n");
	for (n = 0; n <= MOST; n++) {
		l = f->of[style][show][n];
		row_judge(f, style, show, n);
		if (n < LEAST || f->rounds[style][show][n] == 0)
			continue;
		printf("%3d  %6lld   %7.3f %7.3f %7.3f   %8.4f %8.4f%s\n", n,
		    (long long)f->rounds[style][show][n],
		    loot_share(l[OUTSIDER].all, l[OUTSIDER].votes),
		    loot_share(l[INSIDER].all, l[INSIDER].votes),
		    loot_share(l[PAIR].all, l[PAIR].votes),
		    loot_share(l[INSIDER].groups, l[INSIDER].votes),
		    loot_share(l[PAIR].groups, l[PAIR].votes),
		    n >= TWO_HALVES && !show ? "  (groups of 15)" : "");
	}
	row_any(f, style, show);
}

/* The worst share that these attackers have at any N from lo to hi. */
static double
worst(const struct found *f, int style, enum attacker a, int lo, int hi)
{
	const struct loot	*l;
	double			 most = 0, part;
	int			 show, n;

	for (show = 0; show < 2; show++)
		for (n = lo; n <= hi; n++) {
			l = &f->of[style][show][n][a];
			part = loot_share(l->all + l->groups, l->votes);
			if (part > most)
				most = part;
		}
	return most;
}

/* What cpm-assess(1) says. */
static void
summary(const struct found *f)
{
	int	style;

	printf("\nAt the worst N, %% of others' votes that an insider and a "
	    "pair learn:\n");
	printf("                5 to 8 people       9 and more\n");
	for (style = 0; style < STYLES; style++)
		printf("%-12s   %5.1f    %5.1f    %5.1f    %5.1f\n",
		    style_names[style],
		    worst(f, style, INSIDER, LEAST, COUNTS - 1),
		    worst(f, style, PAIR, LEAST, COUNTS - 1),
		    worst(f, style, INSIDER, COUNTS, MOST),
		    worst(f, style, PAIR, COUNTS, MOST));
}

static void
report(const struct found *f)
{
	int64_t	rounds = 0;
	int	style, show, n;

	for (style = 0; style < STYLES; style++)
		for (show = 0; show < 2; show++)
			for (n = 0; n <= MOST; n++)
				rounds += f->rounds[style][show][n];
	printf("%lld programmes, %lld rounds of secret votes, %lld of open "
	    "ones.\n%% of others' votes learnt, from what is shown of all; "
	    "and (+) only from groups.\n", (long long)f->programmes,
	    (long long)rounds, (long long)f->open);
	for (style = 0; style < STYLES; style++)
		for (show = 0; show < 2; show++)
			table(f, style, show);
	before_report(&f->before);
	summary(f);
	if (f->broken.votes > 0) {
		printf("\nnot ok: a promise is broken\n");
		failed = 1;
	}
}

static int
replay(uint64_t seed)
{
	static struct found	f;

	programme_attack(&f, seed);
	report(&f);
	small_print(&f.broken, MOST);
	small_print(&f.groups, MOST);
	return failed;
}

/* A line a round: style, show, N, then votes, all, groups by attacker. */
static int
attack_folder(const struct programme *p, const char *dir)
{
	static struct spoils	s;
	struct loot		l;
	const struct team	*t;
	size_t			i, d;
	int			a;

	for (i = 0; i < p->n; i++) {
		t = &p->round[i].team;
		if (t->policy.open)
			continue;
		if (published_attack(&s, p, i, dir) != 0)
			return 2;
		printf("%s %s %zu", style_names[p->style], t->policy.groups ?
		    "groups" : "counts", t->n);
		for (a = 0; a < ATTACKERS; a++) {
			memset(&l, 0, sizeof(l));
			for (d = 0; d < t->shape.threads; d++)
				loot_add(&l, &s.of[d][a]);
			printf(" %lld %lld %lld", (long long)l.votes,
			    (long long)l.all, (long long)l.groups);
		}
		printf("%s%s\n", s.broken != NULL ? " " : "",
		    s.broken != NULL ? s.broken : "");
	}
	return 0;
}

int
main(int argc, char **argv)
{
	static struct programme	p;
	struct found		*f;
	const char		*dir = NULL;
	int			 c, jobs = 2, to = 0;
	uint64_t		 n = PROGRAMMES;

	while ((c = getopt(argc, argv, "j:s:w:p:")) != -1) {
		if (c == 's')
			return replay(strtoull(optarg, NULL, 10));
		if (c == 'j')
			jobs = atoi(optarg);
		else if (c == 'w' || c == 'p') {
			to = c;
			dir = optarg;
		} else
			return 2;
	}
	if (optind < argc)
		n = strtoull(argv[optind], NULL, 10);
	if (dir != NULL) {
		programme_make(&p, n, MOST);
		return to == 'w' ? programme_write(&p, dir) :
		    attack_folder(&p, dir);
	}
	if (jobs > WORKERS)
		jobs = WORKERS;
	if (jobs < 1 || n < 1) {
		fprintf(stderr, "usage: torture [-j JOBS] [PROGRAMMES]\n");
		return 2;
	}
	f = work(n, jobs);
	report(f);
	if (failed) {
		small_print(&f->broken, MOST);
		small_print(&f->groups, MOST);
	}
	printf("\n%s\n", failed ? "not ok" : "ok");
	return failed;
}
