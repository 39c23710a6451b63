/*
 * Where everything of a chart stands, before anything is drawn: panels,
 * rings, labels, legend.  Fonts cannot be measured here, so a text's width is
 * estimated, on the wide side: WEBLAY_CELL hundredths of its size for each
 * column that it has on a terminal (0.46 to 0.54 of the size was measured for
 * English, French, Swahili and Arabic), and WEBLAY_UPPER more for a capital;
 * a text that is mostly m, w, M, W, @ and % is as wide as those are.
 *
 * Invariants of a finished layout, by these estimates: every text lies inside
 * the picture, no two texts overlap, and no label of an axis reaches into the
 * web.  Lengths are hundredths of a pixel; y grows downwards.
 */
#ifndef CPM_WEBLAY_H
#define CPM_WEBLAY_H

#include "base/mem.h"
#include "view/web.h"

#define WEBLAY_CELL	60
#define WEBLAY_UPPER	15
#define WEBLAY_LINES	5	/* of a label, at most */
#define WEBLAY_RINGS	12

struct weblay_box {
	int	x, y, w, h;
};

enum weblay_role { LAY_TITLE, LAY_PANEL, LAY_AXIS, LAY_RING, LAY_DIRECT,
    LAY_LEGEND };

/* One line of text; a label of three lines is three of them. */
struct weblay_text {
	enum weblay_role	 role;
	struct weblay_box	 box;
	const char		*s;
	size_t			 n;
	int			 size;		/* of the font */
	int			 side;		/* the edge that is fixed: -1
						 * left, 0 middle, 1 right */
	int			 rtl;
	int			 slot;		/* of LAY_DIRECT: its colour */
	const char		*full;		/* the text that was shortened,
						 * on its first line; or NULL */
};

/* A line from an axis to its label where that had to move away. */
struct weblay_leader {
	int	x1, y1, x2, y2;
};

struct weblay_ring {
	fixed	value;
	int	r;
};

struct weblay_panel {
	int	 x, y;			/* of its centre */
	size_t	*series;		/* indices, target first */
	const char **names;		/* what they are called in here */
	size_t	 n;
	const char *name;		/* its heading; or NULL */
};

/* A sample before a legend's text. */
enum weblay_sample { LAY_SERIES, LAY_MISSING, LAY_WITHHELD, LAY_ROUNDED,
    LAY_LINK, LAY_CHOSEN, LAY_SPREAD, LAY_NOTE };

struct weblay_entry {
	enum weblay_sample	sample;
	int			slot;	/* of LAY_SERIES; a link's strength */
	int			x, y;	/* middle of the sample */
};

struct weblay {
	int			 width, height;
	int			 r;		/* to the highest point */
	int			 marks;		/* to what is no number */
	int			 upright;	/* targets stand across lines */
	int			 direct;	/* names stand beside the lines */
	enum web_theme		 theme;
	struct weblay_ring	 rings[WEBLAY_RINGS];
	size_t			 nrings;
	struct weblay_panel	*panels;
	size_t			 npanels, cols;	/* so many side by side */
	int			*slot;		/* of a series: 0 to 2, or -1 */
	struct weblay_text	*texts;
	size_t			 ntexts, captexts;
	struct weblay_leader	*leaders;	/* about the centre */
	size_t			 nleaders;
	struct weblay_entry	*legend;
	size_t			 nlegend, caplegend;
	struct arena		 arena;
};

#define LAY_TARGET	(-1)	/* the slot of a target */

/* The web must be ready and live as long as the layout. */
void	weblay_make(struct weblay *, const struct web *);
void	weblay_free(struct weblay *);

/* Only the panels and slots, of any web. */
void	weblay_panels(struct weblay *, const struct web *);

/* The estimate of n bytes at a font size. */
int	weblay_width(const char *s, size_t n, int size);

/* The height of a line of text. */
int	weblay_line(int size);

/*
 * Break s into lines: as few as limit[WEBLAY_LINES] (columns of the one line,
 * of each of two, of three…; 0: no more) allows, each as narrow as it can be;
 * what does not fit is shortened.  Returns 1 if it was.
 */
int	weblay_break(struct arena *, const char *s, const int *limit,
	    const char **line, size_t *len, int *nlines);
/*
 * The same of an axis's label.  Its own scale is never lost: where the label
 * does not fit on one line, the scale has one more, whole.  Returns the whole
 * label if it was shortened, else NULL.
 */
const char	*weblay_break_axis(struct arena *, const struct web *,
	    size_t axis, const int *limit, const char **line, size_t *len,
	    int *nlines);
/* A line of its own that ends in "…", at most `cells` columns. */
void	weblay_shorten(struct arena *, const char **s, size_t *n, int cells);

void	weblay_text_add(struct weblay *, enum weblay_role, struct weblay_box,
	    const char *s, size_t n, int size, int side, const char *full);
/* One centred text of up to three lines from `y` down; returns its end. */
int	weblay_heading(struct weblay *, enum weblay_role, const char *s,
	    int size, int x, int width, int y);

/*
 * Everything stands, from left to right at least: take in what reaches
 * farther, move it all inside the margin, and set the picture's size.
 */
void	weblay_close(struct weblay *, int left, int right, int bottom);

/* Whether there are panels, and not all series in one picture. */
int	weblay_apart(const struct web *);
/* The first series up to s that has this one's name. */
size_t	weblay_namesake(const struct web *, size_t s);
/* Which facts besides numbers occur, by enum weblay_sample. */
void	weblay_states(const struct web *, int *found);
/*
 * Names beside the lines of a round web, once all else stands: 1, or 0 where
 * one of them finds no place; then the legend has them.
 */
int	weblay_direct(struct weblay *, const struct web *);
/* The legend from `y` down, in rows about `centre`; returns its end. */
int	weblay_legend(struct weblay *, const struct web *, int width,
	    int centre, int y);

/*
 * The radius of the circles to tick at distance r: smaller where axes stand
 * so close that they would touch.
 */
int	weblay_tick(const struct web *, int r);

/* The whole part of a square root. */
int	weblay_root(int64_t v);

/* The point at distance r on axis i of n. */
void	weblay_point(size_t i, size_t n, int r, int *x, int *y);

/* How far from the centre a value stands, of a web with radius r. */
int	weblay_radius(const struct web *, fixed value, int r);

#endif
