/*
 * Which thread of the web moves with which, as the team said: facts from
 * links.csv, or from a CSV file of anybody's, and what keeps them.  A link
 * from A to B says: when A moves, B moves with it.
 *
 * Links belong to a cycle.  Those said while none is open stand without one;
 * opening a cycle takes them into it, and one that got there later (by hand,
 * by a merge) holds in the open cycle too, unless that says otherwise about
 * the same two threads.
 */
#ifndef CPM_LINKS_H
#define CPM_LINKS_H

#include "base/mem.h"
#include "model/edit.h"

struct thread {
	const char	*id, *label;	/* the label is never empty */
};

/* A file with more threads than this is no table of links. */
#define LINKS_THREADS_MAX	1000

/* What holds where nobody said how much: "clearly". */
#define LINK_PRESET	2

struct link {
	size_t		 from, to;	/* in links.threads */
	int		 strength;	/* 1 to 3; LINK_PRESET where unsaid */
	size_t		 row;		/* in links.csv; of a file: the line */
};

struct links {
	struct thread	*threads;	/* in the framework's order; of a file:
					 * as they are met */
	size_t		 nthreads, capthreads;
	struct link	*link;		/* by from, then by to */
	size_t		 nlinks, caplinks;
	const char	*cycle;		/* that they hold in; "" none is open */
	struct project	*p;		/* NULL: of a file, or closed since */
	struct arena	 arena;
};

/*
 * The links that hold: of the cycle with this id (NULL: the open one; none
 * open: those without a cycle).  Labels in `lang`.  A row about a thread that
 * is not there, or itself, is left out (cpm-check names it).  0, or -1 (said);
 * links_free either way.
 */
int	links_load(struct links *, struct project *, const char *cycle,
	    const char *lang);
/*
 * The same of a file (`path`, "-": standard input) with the columns from and
 * to, and strength, from_label, to_label where there are any, in English or
 * French; of a links.csv with a column cycle those of `cycle` (NULL: all).  A
 * line with a from and nothing else is a thread that moves none.
 */
int	links_read(struct links *, const char *path, const char *shown,
	    const char *cycle);
void	links_free(struct links *);

/* How many links the last earlier cycle that has any has; its id, or NULL. */
const char	*links_before(const struct links *, size_t *n);

/*
 * The thread that a person means: by id, by label in any of the folder's
 * languages, or by the beginning of an id, else of a label.  nthreads where there is none; links_need
 * says that, with the nearest, and gives -1.
 */
size_t	links_thread(const struct links *, const char *typed);
int	links_need(const struct links *, const char *typed, size_t *thread);
/* The nearest name to what was typed, or NULL. */
const char	*links_nearest(const struct links *, const char *typed);

/* The link between two threads, or NULL; how many begin at one. */
struct link	*links_between(const struct links *, size_t from, size_t to);
size_t	links_from(const struct links *, size_t from);

/* "strongly", "clearly", "a little", translated. */
const char	*links_words(int strength);

/*
 * What a person says of a thread: "LEA", "LEA=3", a label.  strength 0: not
 * said.  0, or -1 (said).
 */
struct link_said {
	size_t	to;
	int	strength;
};
int	links_say(const struct links *, const char *typed, struct link_said *);

/*
 * Keep a link (strength 0: as it is, else LINK_PRESET) or take it away, to
 * == nthreads: all that begin there.  `l` was loaded of the same project and
 * follows.  What was so already is noted.  0, or -1 (said).
 */
int	links_put(struct edit *, struct links *l, size_t from,
	    const struct link_said *);
int	links_cut(struct edit *, struct links *l, size_t from, size_t to);
/* Links that were said before it go into a cycle that is being opened. */
void	links_take(struct edit *, const char *cycle);

/* A link from a thread to itself, in rows edited by hand: said. */
void	links_check(struct project *);

#endif
