/*
 * Raw tallies for pipelines: files of answers, files of tallies, or the
 * private answers of a folder's rounds, each read with its own framework.
 */
#ifndef CPM_RAW_H
#define CPM_RAW_H

#include "model/project.h"
#include "model/tally.h"

struct raw;

/* With a project its frameworks read the answers; without (NULL) none does. */
struct raw	*raw_new(struct project *);
void		 raw_free(struct raw *);
/* The tally inside; it ends with raw_free. */
struct tally	*raw_tally(struct raw *);

/* Add a file of answers, or (merge) of tallies.  0, or -1 (said). */
int	raw_file(struct raw *, const char *path, int merge);
/* Add the private answers and hands of n rounds; n 0: of all. */
int	raw_private(struct raw *, char *const *rounds, int n);

#endif
