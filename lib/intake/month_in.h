/*
 * What the files of the month's sheet share: its fields, and what was told on
 * each line of a sheet that came back.
 */
#ifndef CPM_MONTH_IN_H
#define CPM_MONTH_IN_H

#include "intake/month.h"
#include "table/reader.h"

/* What stands in the columns of the grid, in their order, and one more. */
enum month_field {
	MF_MONTH, MF_ID, MF_TITLE, MF_OWNER, MF_DUE, MF_VERIFY, MF_STATUS,
	MF_NOW, MF_ON, MF_OBSTACLE, MF_WHAT, MF_WHOM, MF_BY,
	MF_SHEET,			/* only where somebody adds it */
	MF_COUNT
};

/* "now", or in French "maintenant". */
const char	*month_field_name(enum month_field, int french);
/* Which field a header means, in either language; MF_COUNT: none. */
enum month_field month_field(const char *header);

/* What happened to an action or step. */
enum month_now { NOW_SILENT, NOW_TODO, NOW_DOING, NOW_DONE, NOW_BLOCKED,
    NOW_DROPPED, NOW_BAD };

/* A word for it in either language. */
enum month_now	 month_now(const char *word);

/* A line of a sheet as told. */
struct told {
	long		 line;			/* of the file */
	enum month_kind	 kind;
	int		 known;	/* action or step: the plan has it */
	int		 n;
	const char	*id;
	const char	*f[MF_COUNT];	/* trimmed; "" where nothing stands */
	const char	*col[MF_COUNT];	/* the headers, NULL: no such column */
	enum month_now	 now;
	int		 on;			/* DATE_NONE: not said */
};

/* A sheet of one month. */
struct sheet_told {
	char		*key;	/* of taken.csv */
	int		 first;			/* of its month; DATE_NONE */
	long		 line;
	const char	*month_col;
	size_t		 at;			/* its place in the file */
	int		 numbered;	/* a program's number tells it apart */
	struct told	*t;
	size_t		 n, cap;
};

struct told_all {
	const char	*shown;
	struct sheet_told *s;
	size_t		 n, cap;
	struct arena	 arena;
};

/*
 * Read the file.  Source and faults of its shape are said.  0, or -1.
 * told_free either way.
 */
int	told_read(struct told_all *, struct project *,
	    const struct month_ask *);
void	told_free(struct told_all *);

/* The sheet of this key, added where there is none. */
struct sheet_told	*told_sheet(struct told_all *, const char *key,
			    int first);
/* A further line of it, without any word yet. */
struct told		*told_line(struct sheet_told *, long line,
			    const char *id);

/* An export with a line a submission: told_read's other half. */
int	told_wide(struct told_all *, struct project *, struct reader *,
	    const struct record *header, const struct month_ask *);

/* A month as people and spreadsheets write it: 0 and its first day, or -1. */
int	month_met(const char *, int order, int *first);

/* The question of the form that asks for the month. */
#define MONTH_ASKED		"month"
#define MONTH_ASKED_LABEL	N_("Which month is this about?")

/*
 * The i-th question of a line of this kind: its field (MF_COUNT: no more),
 * what stands behind "__" in its name and what it asks (N_()); both NULL for
 * the state of an action or step, which is called by its title alone.
 */
enum month_field month_question(enum month_kind, size_t i, const char **name,
		    const char **asks);
/* The caller frees both; the label is in the language in use. */
char	*month_question_name(enum month_kind, const char *id,
	    const char *name);
char	*month_question_label(const char *title, const char *asks);

/* Where a field of a line stands. */
struct place	told_place(const struct told_all *, const struct told *,
		    enum month_field);

#endif
