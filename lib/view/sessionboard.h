/*
 * The page for the wall of a peer group, who have sessions and no changes, and
 * what sessions agreed on the wall of a team that has both.  From committed
 * tables alone: nobody learns who was client.
 */
#ifndef CPM_SESSIONBOARD_H
#define CPM_SESSIONBOARD_H

#include <stdio.h>

#include "model/session.h"

/*
 * When the next session is, with which actions it opens, and how much was
 * agreed and learnt until now.
 */
void	sessionboard(FILE *, struct sessions *, const char *team);

/* What is agreed and not over, under a heading if there is any; how many. */
size_t	sessionboard_open(FILE *, const struct sessions *);

#endif
