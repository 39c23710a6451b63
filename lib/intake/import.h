/*
 * A foreign file of answers into responses.csv: recognised, mapped, checked
 * cell by cell, taken whole or not at all.
 */
#ifndef CPM_IMPORT_H
#define CPM_IMPORT_H

#include "intake/columns.h"
#include "intake/sheets.h"
#include "intake/spill.h"

struct import_ask {
	const char	*path;		/* "-": standard input */
	struct spill	*spill;		/* what it held; NULL: open path */
	char		 sep;		/* 0: found */
	enum source	 source;	/* SOURCE_AUTO: recognised */
	const char	*map;		/* NULL: none */
	const char	*round;
	const char	*group;		/* for sheets whose file says none */
	int		 day;		/* likewise; DATE_NONE */
	int		 preview;	/* say of the map what was not used */
	int		 keep_going;	/* bad rows are put by */
};

struct import_done {
	struct columns	 columns;
	struct framework fw;
	struct words	*words;
	const char	*round;		/* its id; the project's */
	struct merged	 merged;
	int		 settled;	/* columns are there to be shown */
	unsigned long	 rejected;	/* rows */
	char		*rejects;	/* their file, below the private folder */
};

/* All of standard input, where that is small.  0, or -1 (said). */
int	import_slurp(struct str *bytes);
/*
 * A file that must be read before the command's project is locked (standard
 * input, or a pipe: whoever types or pipes it in may take their time) is put
 * by, where the project's private folder is.  *spill: what it held, for
 * spill_free; NULL where it can wait, or there is no project to read it for.
 * 0, or -1 (said).
 */
int	import_put_by(const struct cmd *, const char *path, struct spill **);

/*
 * Bring ask->path into the project's tables; project_save writes them.
 * Source, columns and faults are said; what came of it is left to
 * merged_say, once it is saved.  0, or -1 after a fault.  import_free in either case.
 */
int	import_run(struct project *, const struct import_ask *,
	    struct import_done *);
/* Once it is saved: how many rows were put by, and where; status 1 then. */
void	import_say_rejects(const struct import_done *, const struct project *);
void	import_free(struct import_done *);

/*
 * A group as typed (id or label) to its index; said, with the nearest, and
 * WORDS_NONE where the round has none of that name.
 */
size_t	import_group(const struct words *, const struct framework *,
	    const char *typed);

#endif
