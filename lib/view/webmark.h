/*
 * What every kind of chart is made of: three looks (colour, dash, marker), a
 * head with title, description and style, texts, and the legend.  Base
 * attributes serve every renderer; the style only adds a dark screen.
 */
#ifndef CPM_WEBMARK_H
#define CPM_WEBMARK_H

#include "view/weblay.h"

/* What a theme looks like; colours and widths are by slot. */
struct webmark_look {
	const char	*colour[WEB_TOGETHER];
	const char	*name[WEB_TOGETHER];	/* of text: darker */
	const char	*thick[WEB_TOGETHER];
	const char	*text, *grid, *target, *sign;	/* colours */
	const char	*faint;		/* of lines behind: opacity */
	const char	*spread;	/* how thick from low to high is */
	const char	*crossing;	/* where several series have it, and */
	const char	*pale;		/* what is added then */
};

const struct webmark_look	*webmark_look(const struct weblay *);
/* A slot's dashes; "": none. */
const char			*webmark_dash(int slot);

/* How thick a link of strength 1 to 3 is; a chosen one is a double line. */
const char			*webmark_link(int strength, int chosen);

/* From <svg> to the ground; </svg> is the caller's. */
void	webmark_head(FILE *, const struct weblay *, const struct web *);

/*
 * A slot's marker.  `class` and what the point says (its tooltip) are left
 * out where NULL.
 */
void	webmark_marker(FILE *, int slot, int x, int y, const char *class,
	    const char *says);
/* What is no number: withheld, or missing. */
void	webmark_state(FILE *, const struct weblay *, int slot, int x, int y,
	    int withheld, const char *says);
/* Begin the group of a slot's exact or rounded markers; </g> ends it. */
void	webmark_group(FILE *, const struct weblay *, int slot, int rounded);
/*
 * The same of the lines from low to high; paler and thinner where those of
 * several series cross each other.
 */
void	webmark_spreads(FILE *, const struct weblay *, int slot, int crossing);

/*
 * How far beside its value a slot's line from low to high stands, so that
 * those of several series do not cover each other.
 */
int	webmark_aside(const struct weblay *, const struct weblay_panel *,
	    int slot);

/* The samples; their texts come with the others. */
void	webmark_legend(FILE *, const struct weblay *);
/* The cleared places of the scale's numbers. */
void	webmark_grounds(FILE *, const struct weblay *);
/* The scale's numbers, and apart from them all other texts. */
void	webmark_numbers(FILE *, const struct weblay *);
void	webmark_texts(FILE *, const struct weblay *);

#endif
