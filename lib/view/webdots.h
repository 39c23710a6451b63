/* A dot plot of a web's axes, series and values. */
#ifndef CPM_WEBDOTS_H
#define CPM_WEBDOTS_H

#include <stdio.h>

#include "view/weblay.h"

/* As web_draw does where the web's mode is WEB_DOTS; it must be ready. */
void	webdots_draw(FILE *, const struct web *);

/* Where its texts, panels and legend stand; weblay_free ends it. */
void	webdots_lay(struct weblay *, const struct web *);

#endif
