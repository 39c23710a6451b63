/*
 * What a committed text should not hold: the name of a person of the private
 * folder, an e-mail address, a telephone number.
 */
#ifndef CPM_PRIVACY_H
#define CPM_PRIVACY_H

#include "model/project.h"

struct privacy;

/* With the names of people.csv, where there is one.  privacy_free ends it. */
struct privacy	*privacy_load(struct project *);
void		 privacy_free(struct privacy *);

/*
 * What stands in a text (N_()), one a call: the first for which *at is 0 or
 * what the call before left there, then the others; NULL behind the last.
 */
const char	*privacy_finds(const struct privacy *, const char *text,
		    int *at);

#endif
