/*
 * Programmes for the commands: a programme written down as tables and as
 * exports of a survey, in two worlds that are published alike; and a folder
 * that the commands have made of it, attacked as it was published.
 */
#ifndef CPM_TORTURE_WRITE_H
#define CPM_TORTURE_WRITE_H

#include "attack.h"
#include "programme.h"

/*
 * Into the folder `dir`, which is there:
 *	plan		a line a round: id, show, votes, kind, the round it
 *			refers to or -, and how many late sheets; then how many
 *			answers differ between the worlds
 *	R1/ R2/ ...	dimensions, criteria, scale, groups as they are then
 *	settings	lines for cpm.csv
 *	a/ b/		R1.csv, R1-late.csv ...: what was answered, by made-up
 *			people; `secrets`: what nobody may see, one a line
 * The worlds have other answers, other people and another order of rows.
 */
int	programme_write(const struct programme *, const char *dir);

/*
 * What the results.csv of `dir` gives away of round i, in the programme's
 * order of threads.  0, or -1 (said) where it cannot be read.
 */
int	published_attack(struct spoils *, const struct programme *, size_t i,
	    const char *dir);

#endif
