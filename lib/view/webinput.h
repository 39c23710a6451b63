/*
 * A table on its way to a chart: its lines, the columns that were asked for
 * or are known, and what was met so far.  Private to the readers of webs.
 */
#ifndef CPM_WEBINPUT_H
#define CPM_WEBINPUT_H

#include "base/mem.h"
#include "base/msg.h"
#include "view/webread.h"

/* One line of the input. */
struct line {
	long	  number;
	char	**f;
};

/* A text that was met, and as which index. */
struct met {
	const char	*key;
	size_t		 index;
	UT_hash_handle	 hh;
};

/* Where a value stood, to say so when its axis comes again. */
struct place_of {
	struct {
		size_t	series, axis;
	} at;
	long		 number;
	UT_hash_handle	 hh;
};

/* The scale that the lines of an axis give, and where it was first. */
struct range {
	fixed	min, max, step;
	long	line;			/* 0: none yet */
};

/* A number of each axis; FIXED_NONE: none yet. */
struct axis_numbers {
	fixed	*v;
	size_t	 n, cap;
};

enum shape { SHAPE_ANY, SHAPE_SCORE, SHAPE_COMPARE, SHAPE_GAPS, SHAPE_WIDE };

struct input {
	const struct webread	*how;
	const char		*shown;
	enum shape		 shape;
	int			 semicolons;	/* cells are divided by them */
	int			 habit;		/* of decimals: see webcell.c */
	int			 told;		/* how a value is written */
	int			 listed, parted, picked;	/* what columns there are */
	unsigned long		*said, unsaid;	/* faults of each column, from
						 * 1; those that only count */
	char			**header;
	int			 ncols;
	struct line		*lines;
	size_t			 nlines, caplines;
	const struct line	*all;		/* of every chart of many */
	size_t			 nall;
	long			 first;		/* line of one of many; else 0 */
	int			 axis, series, value;	/* columns, or -1 */
	int			 low, high, target, order, people;
	struct axis_numbers	 rank, aim;	/* what orders, what is aimed at */
	struct range		*ranges;	/* of each axis */
	size_t			 nranges, capranges;
	int			 advised;	/* on --series: once will do */
	int			 own;		/* axes have scales of their own */
	size_t			 rounds;	/* how many there are */
	unsigned long		 faults;	/* that were said before it */
	unsigned long		 unsaid_before;
	struct met		*axes, *names, *nones;
	struct place_of		*places;
	struct arena		 arena;
};

/* Read all lines.  0, or -1 (said). */
int		 webin_load(struct input *, const char *path);
/* What kind of table it is, and its columns.  0, or -1 (said). */
void		 webin_shape(struct input *);
int		 webin_columns(struct input *);
void		 webin_rounds(struct input *);

/*
 * A text with its letters composed: a Mac's "e" with an accent behind it is
 * the "é" of the line that somebody else wrote, or typed.  It lives as long as
 * the input.
 */
char		*webin_composed(struct input *, const char *);
/*
 * A column that was asked for by its header; -1 (said) where it is not there,
 * or twice.
 */
int		 webin_asked(struct input *, const char *name);
/* A column by its header, or -1; whether it is a table of ours. */
int		 webin_column(const struct input *, const char *name);
int		 webin_ours(const struct input *);
/* The cell of a column that may not be there: "". */
const char	*webin_cell(const struct input *, const struct line *,
		    const char *name);
struct place	 webin_place(const struct input *, const struct line *,
		    int col);
/* A cell without outer blanks; lives as long as the input. */
const char	*webin_trim(struct input *, const char *);
/*
 * Whether a cell says that there is no value: it is empty, "NA", "n/a", "-"
 * and the like, which are remembered; they are said in the end.
 */
int		 webin_is_none(const char *);
void		 webin_none_said(struct input *, const char *);
void		 webin_say_nones(const struct input *);
/*
 * A number as people and programs write it, rounded to four decimals half
 * away from zero: "0.333333", "2,5", "1 234", "45 %", "1e+05", digits of any
 * script.  min, max: the scale it is of, or FIXED_NONE, which may decide what
 * "1,234" is.  0, or -1 (said).
 */
int		 webin_parse(struct input *, const struct line *, int col,
		    fixed min, fixed max, fixed *);
int		 webin_number(struct input *, const struct line *, int col,
		    fixed *);
/* Whether a text is one (quiet). */
int		 webin_is_number(const char *);
/*
 * Whether one more fault of this column (-1: of none) is still said aloud;
 * the others are counted, and said as a number in the end.
 */
int		 webin_may_say(struct input *, int col);
void		 webin_say_rest(struct input *);
/* The index of a key; `next` where it is new. */
size_t		 webin_meet(struct input *, struct met **, const char *key,
		    size_t next, int *new);
/* Whether a line holds a value: sizes of groups are in lines of no axis. */
int		 webin_value(const struct input *, const struct line *);

/*
 * The parts of a line: an axis and a series, which are made where they are
 * new, and a value.  0, or -1 (said); whether a name is too long (said).
 */
int		 webin_find_axis(struct input *, struct web *,
		    const struct line *, size_t *a);
int		 webin_find_series(struct input *, struct web *,
		    const struct line *, const char *name, const char *panel,
		    enum web_kind, size_t *s);
void		 webin_set_value(struct input *, struct web *,
		    const struct line *, int col, size_t s, size_t a);
int		 webin_too_long(struct input *, const struct line *, int col,
		    const char *);

/*
 * The column that names the series of a wide table; whether a column is one of
 * values that was asked for, or all were; all of its values.
 */
int		 webin_wide_series(struct input *);
int		 webin_wide_takes(struct input *, int col);
void		 webin_wide(struct input *, struct web *);

/* The scale; a number that stands on the one of axis `a`.  0, or -1 (said). */
void		 webin_read_scale(struct input *, struct web *);
void		 webin_take_range(struct input *, const struct line *,
		    size_t a);
int		 webin_on_scale(struct input *, const struct web *,
		    const struct line *, int col, size_t a, fixed *v);
/* Once all axes are there, each gets the scale that its lines gave. */
void		 webin_own_scales(struct input *, struct web *);

#endif
