/*
 * Other people's programs: git, gpg, age, an editor.  They run without a
 * shell, with their arguments as they are, and end with us: a program left to
 * itself would go on writing what the next run finds half done.
 */
#ifndef CPM_RUN_H
#define CPM_RUN_H

#include "base/mem.h"

enum { RUN_KILLED = -1, RUN_ABSENT = -2, RUN_FAILED = -3 };

struct run {
	const char	*const *argv;	/* argv[0] is looked for in PATH */
	char		**env;		/* NULL: ours */
	const char	*in;		/* its standard input; NULL: nothing */
	size_t		 n;
	struct str	*out;		/* what it writes is added here; NULL:
					 * nowhere */
	size_t		 most;		/* bytes of it; 0: no end.  More is a
					 * stream that breaks (EFBIG) */
	int		 talks;		/* its standard error is ours; else it
					 * says nothing */
	int		 terminal;	/* it has our terminal, `in` and `out`
					 * are NULL, and control-C is its own:
					 * an editor.  It outlives us, so that
					 * nothing typed into it is lost */
};

/*
 * Run it to its end, while both streams flow as they come.  Its exit status;
 * RUN_KILLED, RUN_ABSENT (there is no such program), RUN_FAILED (no process
 * could be made, or a stream broke; said).  That it left some of its input
 * is no failure: its status tells.
 */
int	run_tool(const struct run *);

#endif
