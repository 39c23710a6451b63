/*
 * A made-up programme: one team over several rounds.  Between rounds people
 * join, leave, miss one (their late sheet counts in the next) and go on
 * thinking; weights are edited, criteria reworded, dropped and added, a group
 * merged or split; rounds with open votes and looks back stand among others.
 */
#ifndef CPM_TORTURE_PROGRAMME_H
#define CPM_TORTURE_PROGRAMME_H

#include "team.h"

enum { ROUNDS = 4 };

/* How people answer, and what they are asked. */
enum style {
	REALISTIC,	/* opinions of persons, groups and criteria; 4 points on */
	RANDOM,		/* any point alike; 2 points on */
	COHESIVE,	/* nearly of one mind; 4 points on */
	SHORT,		/* as realistic; scales of 2 and 3 points */
	STYLES
};

extern const char *const	style_names[];

struct round {
	struct team	team;
	size_t		who[PEOPLE];		/* a number for life */
	int		late[PEOPLE];		/* sheet missed the last round */
	int		word[CRITERIA];		/* which wording of it */
	size_t		crit[CRITERIA];		/* a number for life */
	int		back;			/* a retrospective round */
};

struct programme {
	uint64_t	seed;
	enum style	style;
	int		keep;		/* % of votes that stay as they were */
	size_t		n;
	struct round	round[ROUNDS];
};

/* All of it follows from the seed; `most` people at most. */
void	programme_make(struct programme *, uint64_t seed, size_t most);

#endif
