/*
 * The keys of two computers.  A code is made with one key and says nothing
 * of what it stands for; but paper forms and plain numbers can be counted
 * through, so that with both keys the same form is known on both sides.
 */
#ifndef CPM_KIN_H
#define CPM_KIN_H

#include "base/ids.h"
#include "intake/code.h"

#define KIN_NUMBERS	9999		/* forms and ids from 1 up to here */

struct kin {
	const char	**key;		/* all, each once */
	size_t		  nkeys, capkeys;
	struct ids	 *map;		/* code -> place in same */
	struct ids	 *forms;	/* codes of either side that are forms */
	const char	**same;
	size_t		  nsame, capsame;
	struct arena	  arena;
};

void	kin_begin(struct kin *);
void	kin_free(struct kin *);
/* One more key, as text; whether it was new. */
int	kin_key(struct kin *, const char *key);
/*
 * Find, for a round, codes of one number under several keys, of which `ours`
 * or `theirs` have at least two.  With one key there is nothing to find.
 */
void	kin_round(struct kin *, const char *round, const struct ids *ours,
	    const struct ids *theirs);
/* The number of the paper form that a code stands for; 0: not found. */
int	kin_form(const struct kin *, const char *round, const char *code);
/* Whether kin_round met the code as a paper form's. */
int	kin_is_form(const struct kin *, const char *code);
/* The code that stands for all of these: the one that is ours. */
const char	*kin_of(const struct kin *, const char *code);

#endif
