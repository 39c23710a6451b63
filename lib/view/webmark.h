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
/* A small marker in the ground's colour on a bar: something is covered. */
void	webmark_covered(FILE *, int slot, int x, int y, const char *bar,
	    const char *colour, const char *says);

/* All texts of a role, in a group with these attributes (clean). */
void	webmark_role(FILE *, const struct weblay *, enum weblay_role,
	    const char *attributes);
/* The samples; their texts are of the role LAY_LEGEND. */
void	webmark_legend(FILE *, const struct weblay *);

#endif
