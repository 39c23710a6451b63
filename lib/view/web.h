/*
 * A spider-web chart: axes, series, and for each pair of them a number, or
 * one of two other facts: nobody answered (missing), or it may not be shown
 * (withheld).  A zero is a number.  The chart is drawn as SVG or told in
 * lines of text.  It knows nothing of assessments.
 *
 *	struct web	w;
 *
 *	web_init(&w);
 *	web_title(&w, _("Our web, March 2026"));
 *	web_scale(&w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
 *	a = web_axis(&w, "Governance");
 *	s = web_series(&w, _("agreed"), NULL, WEB_AGREED);
 *	web_set(&w, s, a, 3 * FIXED_ONE, 0);
 *	if (web_ready(&w))
 *		web_draw(fp, &w);
 *	web_free(&w);
 *
 * Invariants: strings are UTF-8 and copied, on one line and without controls
 * and direction marks (they become U+FFFD); a cell that nobody set is
 * missing; sentences are in the language in force when they are written
 * (lang_use); the same chart gives the same bytes.
 */
#ifndef CPM_WEB_H
#define CPM_WEB_H

#include <stdio.h>

#include "base/mem.h"
#include "base/num.h"

#define WEB_AXES_MIN	3
#define WEB_AXES_MAX	24
#define WEB_DOTS_MAX	200	/* axes of a dot plot */
#define WEB_SERIES_MAX	200	/* of one picture, without the target */
#define WEB_TOGETHER	3	/* series in one picture; more: panels */

/* Rising in what they say. */
enum web_state { WEB_MISSING, WEB_WITHHELD, WEB_NUMBER };

/*
 * What a series is, so that it looks the same in every chart of a report:
 * agreed is solid with circles, voted dashed with squares, earlier dotted
 * with triangles; plain takes what is free in the order of coming; target is
 * a thin dashed outline behind the others, without marks, at most one.
 */
enum web_kind { WEB_PLAIN, WEB_AGREED, WEB_VOTED, WEB_EARLIER, WEB_TARGET };

/* How it is drawn. */
enum web_mode { WEB_ROUND, WEB_DOTS, WEB_LINKS };

/*
 * How it looks: on a screen, which may be dark; on paper; or in black on
 * white with thick lines.
 */
enum web_theme { WEB_SCREEN, WEB_PRINT, WEB_CONTRAST };

/* What size the picture has: its own, or a sheet of paper. */
enum web_paper { WEB_SCREENFUL, WEB_A4, WEB_A3 };

struct web_value {
	enum web_state	 state;
	fixed		 value;		/* of WEB_NUMBER */
	int		 rounded;	/* coarser than printed: a soft mark */
	int		 spread;	/* low and high are there */
	fixed		 low, high;
};

/* One axis moves another, by 1 (a little) to 3 (strongly). */
struct web_link {
	size_t	from, to;
	int	strength;
};

/* The scale of one axis, and how its label is made of a name and of it. */
struct web_range {
	fixed		 min, max;
	const char	*name, *says;		/* "Homes", "(0 to 100)" */
};

struct web_series {
	const char		*name, *panel;	/* panel may be NULL */
	enum web_kind		 kind;
	int64_t			 n_least, n_most;	/* people; -1: not said */
	struct web_value	*values;	/* by axis; ncells of them */
	size_t			 ncells, capcells;
};

struct web {
	const char		*title;		/* NULL: none */
	const char		*about;		/* opens the description */
	const char		*prefix;	/* of all ids: "web" */
	enum web_mode		 mode;
	enum web_theme		 theme;
	enum web_paper		 paper;
	int			 apart;		/* each series, or panel of
						 * them, has its own picture */
	int			 bare;		/* the title stands around the
						 * picture: in <title> only */
	int			 blank;		/* to draw on by hand: no series,
						 * stronger lines, a ring to
						 * tick at each point */
	int			 unnamed;	/* its axes are lines to write
						 * their names on */
	const char		*spread;	/* what a value's low and high end
						 * are, for the legend; or NULL */
	int			 decimals;	/* that values are said with, at
						 * most: 0 to 4 */
	fixed			 min, max;	/* FIXED_NONE: unset */
	fixed			 step;		/* 0: rings are chosen */
	struct web_range	*own;		/* by axis, where each has its
						 * scale; else NULL */
	const char		**axes;
	size_t			 naxes, capaxes;
	struct web_series	*series;
	size_t			 nseries, capseries;
	struct web_link		*links;		/* of WEB_LINKS */
	size_t			 nlinks, caplinks;
	unsigned char		*chosen;	/* by axis, whether it is marked */
	size_t			 capchosen;
	struct arena		 arena;
};

void	web_init(struct web *);
void	web_free(struct web *);

void	web_title(struct web *, const char *title);
/* A sentence that opens the description ("Agreed scores beside the votes."). */
void	web_about(struct web *, const char *about);
/* What a value's low and high end are, for the legend. */
void	web_spread_words(struct web *, const char *words);
/* Several charts in one page need a prefix each; [A-Za-z][A-Za-z0-9_-]*. */
void	web_prefix(struct web *, const char *prefix);
/*
 * The declared scale; the chart never takes it from the data.  step: the
 * distance of its points, 0 where they are uneven or nobody said.
 */
void	web_scale(struct web *, fixed min, fixed max, fixed step);

/*
 * Give an axis, which is there, a scale of its own, min < max; its label says
 * it from here on.  All axes or none; the picture's scale is then from 0 to 1.
 */
void	web_own_scale(struct web *, size_t axis, fixed min, fixed max);
/* Where a value of an axis stands on the picture's scale. */
fixed	web_place(const struct web *, size_t axis, fixed value);

/* Both return the index, in the order of coming. */
size_t	web_axis(struct web *, const char *label);
/*
 * Series of one `panel` stand together where there are more than
 * WEB_TOGETHER of them ("now" beside "before" of one group); NULL: alone.
 */
size_t	web_series(struct web *, const char *name, const char *panel,
	    enum web_kind);

/* Call a series by another name. */
void	web_name(struct web *, size_t series, const char *name);

void	web_set(struct web *, size_t series, size_t axis, fixed value,
	    int rounded);
void	web_withhold(struct web *, size_t series, size_t axis);
/* How far the value of a cell, which is set, is spread: low <= high. */
void	web_spread(struct web *, size_t series, size_t axis, fixed low,
	    fixed high);
/* How many people a series comes from, the least and the most of an axis. */
void	web_people(struct web *, size_t series, int64_t least, int64_t most);
/* Of WEB_LINKS: an arrow between two axes; an axis that is marked. */
void	web_link(struct web *, size_t from, size_t to, int strength);
void	web_choose(struct web *, size_t axis);

/* Take away all series. */
void	web_clear(struct web *);
/* How many series are no target. */
size_t	web_drawn(const struct web *);
/* The cell, missing where nobody set it. */
struct web_value	web_get(const struct web *, size_t series, size_t axis);

/*
 * Put the axes into the order of what the first two series (of a panel that
 * has two) gained, most first; those that lack a number come last, ties stay
 * in their order.  0, or -1 where there are no two.
 */
int	web_sort_change(struct web *);
/* By rank[axis], least first; FIXED_NONE and ties stay behind, in order. */
void	web_sort_by(struct web *, const fixed *rank);

/*
 * What a series is called where it stands alone: "All, R1"; in `arena`.  One
 * without a name has none where it is the only one, else says so.
 */
const char	*web_full_name(const struct web *, size_t series,
		    struct arena *);

/* A name of a series with its people, where they were said: "All, 9 people". */
const char	*web_named(const struct web *, size_t series,
		    const char *name, struct arena *);

/*
 * Whether a chart can have this scale: min < max, step not below 0, none
 * beyond a thousand million.
 */
int	web_scale_ok(fixed min, fixed max, fixed step);

/* The scale's step, or where it has none one that gives at most six rings. */
fixed	web_step(const struct web *);

/* Whether there is a scale with min < max, and every number stands on it. */
int	web_scaled(const struct web *);

/*
 * Whether it can be drawn: 3 to 24 axes (a dot plot: 1 to 200), a scale with
 * min < max, 1 to 200 series (none where it is blank), every number on the
 * scale.  Quiet; a report leaves the picture out then
 * (web_text and web_words work all the same).
 */
int	web_ready(const struct web *);

/* The SVG; nothing at all if the web is not ready. */
void	web_draw(FILE *, const struct web *);

/*
 * One line an axis, values of every series in words, and where the lines are
 * not too long a drawn scale behind them.  blocks: the reader is a terminal
 * that shows UTF-8 drawings; else ASCII around the labels.
 */
void	web_text(FILE *, const struct web *, int blocks);

/*
 * Every value in words, as it stands in the description of the SVG (for the
 * alternative text of a linked picture).  The caller frees it.
 */
char	*web_words(const struct web *);

/* One point: "Governance: agreed 3"; in `arena`. */
const char	*web_point_words(const struct web *, size_t series,
		    size_t axis, struct arena *);

#endif
