/*
 * A team's folder: found from where one stands, its tables loaded when asked
 * for and kept until project_close, its private sister beside it, and one
 * transaction that writes back whatever changed.
 */
#ifndef CPM_PROJECT_H
#define CPM_PROJECT_H

#include "base/opt.h"
#include "table/save.h"
#include "table/stream.h"
#include "table/table.h"

struct project;

enum { PROJECT_READ, PROJECT_WRITE, PROJECT_CHECK };

/*
 * Find and open the folder for a command: c->project, $CPM_PROJECT, or
 * upwards from the working directory.  PROJECT_WRITE takes the writer's lock
 * until project_close and refuses a folder of a newer schema.  PROJECT_CHECK
 * reads strictly (unknown columns, a torn last line are faults), finishes
 * what a crash left, and goes on where cpm.csv is faulty.  NULL (said) on
 * failure.
 */
struct project	*project_open(const struct cmd *c, int mode);
/*
 * Whether a command has a folder: one is named, or there is one here or
 * above.  Says nothing.
 */
int		 project_here(const struct cmd *c);
/*
 * The tables of exactly `dir`, strictly checked, for looking only: a pack,
 * which is a folder like ours, maybe one that nobody may write to.  No lock,
 * no search upwards, cpm.csv may be missing.
 */
struct project	*project_open_pack(const char *dir);
/*
 * A project that has no folder: its tables are empty until rows are added.
 * For a pack that is made from something else; it is never saved.
 */
struct project	*project_open_new(void);
/*
 * One without a folder whose table `name` is the file at `path` ("-": standard
 * input); all others are empty, the private ones too.  For -f FILE, read only.
 * NULL (said) where the file is not there or not such a table.
 */
struct project	*project_open_file(const struct cmd *c, const char *name,
		    const char *path);
void		 project_close(struct project *);
/*
 * A reader that goes on for long (a clock, a person) has loaded what it
 * needs and locks others out no more; tables loaded so far stay.
 */
void		 project_unlock(struct project *);

const char	*project_dir(const struct project *);		/* root */
const char	*project_private_dir(const struct project *);	/* may not exist */
int		 project_today(const struct project *);
/* What happens from here on is dated so: a sheet tells of another day. */
void		 project_date(struct project *, int day);
/* What comes first in 05/02/2026: 'd', 'm', 0 (nothing says it); outside a
 * project (NULL) the day. */
int		 project_day_order(struct project *);
/* A day as it is typed: 2026-12-31, or in the folder's date_order.  0, -1. */
int		 project_day(struct project *, const char *typed, int *day);
/* The fault of `typed`, which project_day refused; `name` is the option. */
void		 project_day_fault(struct project *, const char *name,
		    const char *typed);
/* The same as misuse; outside a project (NULL) the day comes first. */
struct cmd;
void		 project_day_misuse(const struct cmd *, struct project *,
		    const char *name, const char *typed);
/* One that this command has just made does not count. */
int		 project_private_exists(const struct project *);

/*
 * A table of the folder ("actions"), of its private sister, of a frozen
 * copy ("criteria" of round "R1"; the table is read-only).  Loaded once,
 * owned by the project.  Faults in it were said on loading; ask
 * project_bad.  A private table of an absent private folder is empty.
 */
struct table	*project_table(struct project *, const char *name);
struct table	*project_private(struct project *, const char *name);
struct table	*project_frozen(struct project *, const char *round,
		    const char *name);

/*
 * A private table row by row; stream_close ends it.  Faults are said as it is
 * read; project_spoil(p) where its table was found broken.  What is odd about
 * the file is said the first time only.
 */
struct stream	*project_stream(struct project *, const char *name);
void		 project_spoil(struct project *);

/*
 * Whether a private folder may lie at `dir`: not inside a work tree of git
 * that does not ignore it.  0, or -1 (said).
 */
int	project_private_ok(const char *dir);
/* The same for a single file that is to be written. */
int	project_private_file_ok(const char *path);
/*
 * Where the private folder of the command's project is, before that is opened;
 * NULL (nothing said): there is no project.  The caller frees it.
 */
char	*project_private_of(const struct cmd *);
/* Where the private folder of a project at `root` is.  The caller frees it. */
char	*project_private_path(const char *root);

/* Whether a fault was said in a table loaded so far: a command stops then. */
int	project_bad(const struct project *);

/* A setting of cpm.csv, its preset where it is not there. */
const char	*project_get(struct project *, const char *key);
int64_t		 project_int(struct project *, const char *key);
/* The folder's first language ("fr"), or that of --lang. */
const char	*project_lang(struct project *);
/* All its languages, each once ("fr en"). */
const char	*project_langs(struct project *);
/* The folder's own word for a level in the language; "level" where it has none. */
const char	*project_level_word(struct project *, const char *lang);
/* The same in the language in use, as messages have it: "stage". */
const char	*project_level_now(struct project *);

/*
 * Put a whole file into the change set: a path below the root (or below the
 * private folder).  The bytes are copied.
 */
void	project_put(struct project *, const char *rel, const char *bytes,
	    size_t n);
void	project_put_private(struct project *, const char *rel,
	    const char *bytes, size_t n);
/* Put the removal of a file of the private folder into it, if that is still
 * as it was `seen`. */
void	project_drop_private(struct project *, const char *rel,
	    const struct stat *seen);
/*
 * Put a file of the private folder into the change set that is being written
 * beside its target (the project ends it and gives it its name), or of which a
 * dry run says that it would be written (draft NULL).  `rows`: how many are
 * new or changed.  seen: the file as it was read, NULL if it was not there.
 */
void	project_put_beside(struct project *, struct beside *, const char *rel,
	    const struct stat *seen, unsigned long rows);
/*
 * Make the private folder for what is written before project_save; it goes
 * again if nothing is saved.  0, or -1 (said).
 */
int	project_private_make(struct project *);
/*
 * Save a new secret at path, for its owner only: 32 random bytes in hex and a
 * line end.
 */
void	project_new_key(struct save *, const char *path);
/* Whether the command is a dry run. */
int	project_dry(const struct project *);
/* Copy the framework's tables into rounds/ROUND/ (part of the change set). */
void	project_freeze(struct project *, const char *round);

/*
 * Write all changed tables and files in one transaction.  Nothing is written
 * if a table was bad, a fault was said, or the command is a dry run (then it
 * says what would change).  0, or -1 (said).
 */
int	project_save(struct project *);
/* The same for repairs of single tables, whatever is wrong in others. */
int	project_mend(struct project *);

/*
 * The bytes of a file below the root (or NULL, quietly, if it is not
 * there).  The caller frees them.
 */
char	*project_read(struct project *, const char *rel, size_t *n);
char	*project_read_private(struct project *, const char *rel, size_t *n);
/*
 * The same for a text that people write by hand, of the private folder or not:
 * CP1252 is taken over and remarked; what is neither is as it is, with a
 * warning.
 */
char	*project_text(struct project *, const char *rel, int private);

/*
 * A row's own table by an open reference "action:ID" or a bare id that only
 * one of the words' tables has; a level by "CHANGE/2", a session by its place
 * "SERIES/2" too.  *word, *table and *row are set; 0, or -1 (said, nearest
 * suggested;
 * project_ref_quiet says nothing).
 */
int	project_ref(struct project *, const char *typed, const char *words,
	    const char **word, struct table **table, size_t *row);
int	project_ref_quiet(struct project *, const char *typed, const char *words,
	    const char **word, struct table **table, size_t *row);

/*
 * Add a row with an id that follows from `title` and `entered`; if a row of
 * that id is there already, says "already there: ID" and returns t->nrows.
 * `again`: a genuine second one gets another id.  Caller sets the other cells.  With --id the
 * id is given in `id` (NULL: made).  day: NULL, or "YYYY-MM-DD" for ids by day.
 */
size_t	project_add(struct project *, struct table *t, const char *id,
	    const char *day, const char *title, const char *entered, int again);

#endif
