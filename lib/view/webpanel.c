/* Which series stand together in a panel, and how each looks. */
#include "view/weblay.h"

#include <string.h>

#include "base/lang.h"

/* Which look a series has; those that belong together look alike. */
static int
free_slot(const int *taken)
{
	int	i;

	for (i = 0; i < WEB_TOGETHER - 1; i++)
		if (!taken[i])
			break;
	return i;
}

static int
wish(enum web_kind kind)
{
	switch (kind) {
	case WEB_AGREED:
		return 0;
	case WEB_VOTED:
		return 1;
	case WEB_EARLIER:
		return 2;
	default:
		return -1;
	}
}

/* The first series among those of `n` that has this one's name. */
size_t
weblay_namesake(const struct web *w, size_t s)
{
	size_t	i;

	for (i = 0; i < s; i++)
		if (w->series[i].kind != WEB_TARGET &&
		    strcmp(w->series[i].name, w->series[s].name) == 0)
			return i;
	return s;
}

/*
 * Slots for all series, `alike`: one for all series of a name.  Wishes come
 * first, then what is left, in the order of coming.
 */
static void
give_slots(struct weblay *lay, const struct web *w, int alike)
{
	int	taken[WEB_TOGETHER] = { 0 }, pass;
	size_t	s, same;

	for (s = 0; s < w->nseries; s++)
		lay->slot[s] = LAY_TARGET;
	for (pass = 0; pass < 2; pass++)
		for (s = 0; s < w->nseries; s++) {
			int	k = wish(w->series[s].kind);

			if (w->series[s].kind == WEB_TARGET ||
			    lay->slot[s] >= 0)
				continue;
			same = alike ? weblay_namesake(w, s) : s;
			if (same != s && lay->slot[same] >= 0) {
				lay->slot[s] = lay->slot[same];
				continue;
			}
			if (pass == 0 && (k < 0 || taken[k]))
				continue;
			if (pass == 1)
				k = free_slot(taken);
			lay->slot[s] = k;
			taken[k] = 1;
		}
}

int
weblay_apart(const struct web *w)
{
	return w->apart || web_drawn(w) > WEB_TOGETHER;
}

static int
same_panel(const struct web *w, size_t s, size_t t)
{
	return w->series[t].kind != WEB_TARGET &&
	    strcmp(w->series[t].panel, w->series[s].panel) == 0;
}

/* Whether panels can be made by name: few enough names, once in each. */
static int
panels_fit(const struct web *w)
{
	size_t	s, t, names = 0;

	for (s = 0; s < w->nseries; s++) {
		if (w->series[s].kind == WEB_TARGET)
			continue;
		if (w->series[s].panel == NULL)
			return 0;
		names += weblay_namesake(w, s) == s;
		for (t = 0; t < s; t++)
			if (same_panel(w, s, t) &&
			    strcmp(w->series[t].name, w->series[s].name) == 0)
				return 0;
	}
	return names <= WEB_TOGETHER;
}

/* A panel with the target, if there is one; it takes WEB_TOGETHER others. */
static struct weblay_panel *
add_panel(struct weblay *lay, size_t target)
{
	struct weblay_panel	*p = &lay->panels[lay->npanels++];

	p->series = arena_alloc(&lay->arena,
	    (WEB_TOGETHER + 1) * sizeof(*p->series));
	if (target != SIZE_MAX)
		p->series[p->n++] = target;
	return p;
}

/* The target's index, or SIZE_MAX. */
static size_t
find_target(const struct web *w)
{
	size_t	s;

	for (s = 0; s < w->nseries; s++)
		if (w->series[s].kind == WEB_TARGET)
			return s;
	return SIZE_MAX;
}

/* Together, by panel, or each series for itself. */
static void
make_panels(struct weblay *lay, const struct web *w)
{
	struct weblay_panel	*p;
	size_t			 s, t, target = find_target(w);
	int			 named = panels_fit(w);

	lay->panels = arena_alloc(&lay->arena,
	    (w->nseries + 1) * sizeof(*lay->panels));
	lay->slot = arena_alloc(&lay->arena,
	    (w->nseries + 1) * sizeof(*lay->slot));
	if (!weblay_apart(w)) {
		p = add_panel(lay, target);
		for (s = 0; s < w->nseries; s++)
			if (w->series[s].kind != WEB_TARGET)
				p->series[p->n++] = s;
		give_slots(lay, w, 0);
		return;
	}
	for (s = 0; s < w->nseries; s++) {
		lay->slot[s] = 0;
		if (w->series[s].kind == WEB_TARGET) {
			lay->slot[s] = LAY_TARGET;
			continue;
		}
		for (t = 0; named && t < s; t++)
			if (same_panel(w, s, t))
				break;
		if (named && t < s)
			continue;
		p = add_panel(lay, target);
		p->series[p->n++] = s;
		for (t = s + 1; named && t < w->nseries; t++)
			if (same_panel(w, s, t))
				p->series[p->n++] = t;
	}
	if (named)
		give_slots(lay, w, 1);
}

/*
 * Under a heading a series needs no more than its own name, and none where
 * it is alone there.
 */
static void
name_panel(struct weblay *lay, const struct web *w, struct weblay_panel *p)
{
	size_t	drawn = 0, i, last = p->n - 1;

	p->names = arena_alloc(&lay->arena, (p->n + 1) * sizeof(*p->names));
	for (i = 0; i < p->n; i++)
		drawn += w->series[p->series[i]].kind != WEB_TARGET;
	if (lay->npanels > 1 && drawn > 0)
		p->name = drawn > 1 ? w->series[p->series[last]].panel :
		    web_named(w, p->series[last], web_full_name(w,
		    p->series[last], &lay->arena), &lay->arena);
	for (i = 0; i < p->n; i++) {
		const struct web_series	*x = &w->series[p->series[i]];

		if (x->kind == WEB_TARGET)
			p->names[i] = *x->name != '\0' ? x->name : _("target");
		else if (p->name == NULL)
			p->names[i] = web_full_name(w, p->series[i],
			    &lay->arena);
		else
			p->names[i] = drawn > 1 ? x->name : "";
	}
}

void
weblay_panels(struct weblay *lay, const struct web *w)
{
	size_t	i;

	memset(lay, 0, sizeof(*lay));
	arena_init(&lay->arena);
	lay->theme = w->theme;
	make_panels(lay, w);
	for (i = 0; i < lay->npanels; i++)
		name_panel(lay, w, &lay->panels[i]);
}
