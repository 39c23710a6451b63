/*
 * What every kind of chart is made of: three looks (colour, dash, marker), a
 * head with title, description and style, texts, and the legend.  Base
 * attributes serve every renderer; the style only adds a dark screen.
 */
#ifndef CPM_WEBMARK_H
#define CPM_WEBMARK_H

#include "view/weblay.h"

/* By slot. */
extern const char	*const webmark_colour[WEB_TOGETHER];
extern const char	*const webmark_dash[WEB_TOGETHER];	/* "": solid */
extern const char	*const webmark_thick[WEB_TOGETHER];

/* From <svg> to the ground; </svg> is the caller's. */
void	webmark_head(FILE *, const struct weblay *, const struct web *);

/*
 * A slot's marker.  `class` and what the point says (its tooltip) are left
 * out where NULL.
 */
void	webmark_marker(FILE *, int slot, int x, int y, const char *class,
	    const char *says);
/* What is no number: withheld, or missing. */
void	webmark_state(FILE *, int slot, int x, int y, int withheld,
	    const char *says);
/* Begin the group of a slot's exact or rounded markers; </g> ends it. */
void	webmark_group(FILE *, int slot, int rounded);
/* The same of the lines from low to high. */
void	webmark_spreads(FILE *, int slot);

/*
 * How far beside its value a slot's line from low to high stands, so that
 * those of several series do not cover each other.
 */
int	webmark_aside(const struct weblay *, const struct weblay_panel *,
	    int slot);

/* The samples; their texts come with the others. */
void	webmark_legend(FILE *, const struct weblay *);
/* The scale's numbers, and apart from them all other texts. */
void	webmark_numbers(FILE *, const struct weblay *);
void	webmark_texts(FILE *, const struct weblay *);

#endif
