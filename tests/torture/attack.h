/*
 * Attacks what a closed round publishes.  An attacker who knows the policy,
 * all that is published, everybody's group and some sheets (none, their own,
 * or those of two who pool theirs) looks for worlds: other votes that would
 * have been published alike.  Somebody else's vote is learnt where all worlds
 * agree on it.
 *
 * The policy itself is asked what a world would publish, so there is no
 * second copy of the rules here, and a change of them that gives votes away
 * is followed.
 *
 * How the worlds stay few.  Nothing published tells two people of one group
 * apart, or two whom no shown group holds, so a vote can only be learnt
 * where all of these but the attackers truly gave the same score: else the
 * truth with two of them changed over is a world that differs.  Only for
 * these few criteria worlds are made:
 *   - from the rows of `all` alone: every other multiset of scores and skips
 *     of the others, those nearest the truth first.  This is exact.
 *   - from the rows of groups too: the truth with that vote and up to three
 *     more of the thread moved.  Where no such world is found, or not within
 *     ATTACK_WORLDS of them, the vote counts as learnt, so that the figure is
 *     never too low.  (Where very much is given away, ATTACK_ALL ends it.)
 * Threads share nothing but sizes: that a thread's rows are those of the
 * whole round is checked.  That everybody counted gave some score joins
 * threads too; there are enough of them for anybody to have scored elsewhere
 * (in a round of a single criterion nobody can have skipped it).
 * outside.csv adds nothing, since it is computed from results.csv alone; nor
 * does a second round, since people are not assumed to vote as before.
 */
#ifndef CPM_TORTURE_ATTACK_H
#define CPM_TORTURE_ATTACK_H

#include "team.h"

enum attacker { OUTSIDER, INSIDER, PAIR, ATTACKERS };

enum {
	ATTACK_WORLDS	= 200000,	/* tried for a vote */
	ATTACK_ALL	= 30000000	/* for all that need very many */
};

/* What a kind of attacker learnt, summed over all who may be it. */
struct loot {
	int64_t	votes;		/* of others */
	int64_t	all;		/* learnt from the rows of all */
	int64_t	groups;		/* learnt only with those of groups */
};

/* Said once for each thread of a round; by THREADS and ATTACKERS. */
struct spoils {
	struct loot	 of[THREADS][ATTACKERS];
	const char	*broken;	/* a promise that is no share, or NULL */
	int		 unsure;	/* ATTACK_ALL was at its end */
};

/* `told`: the round's results as they were published, of the whole grid. */
void	attack_round(struct spoils *, const struct team *,
	    const struct results *told);
/* The same, of what the policy publishes; turns votes about as well. */
void	attack_policy(struct spoils *, const struct team *);

/* Whether two rows tell the same; points: of their criterion's scale. */
int	attack_same(const struct result *, const struct result *, int points);

/*
 * Walk to another world of the team that is published alike: the same people
 * with other answers, in each thread as far as `tries` changes lead.  Gives
 * how many answers differ.
 */
size_t	attack_walk(struct team *, int tries);

void	loot_add(struct loot *sum, const struct loot *);
double	loot_share(int64_t part, int64_t whole);	/* per cent */

#endif
