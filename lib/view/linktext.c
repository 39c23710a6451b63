/* Which thread moves with which, and how far that carries. */
#include "view/linktext.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/num.h"
#include "model/names.h"
#include "view/list.h"
#include "view/prose.h"

/* --- links ---------------------------------------------------------------- */

/* "GOV (Governance)", as a person may type either. */
static char *
thread_name(const struct thread *t)
{
	struct str	s;

	str_init(&s);
	names_list(&s, t->id, t->label);
	return str_take(&s);
}

static void
list_table(FILE *fp, enum form form, const struct links *l, size_t from)
{
	static const char *const	names[] = { "from", "to", "strength",
	    NULL };
	static const char *const	titles[] = {
	    N_("when this thread moves"), N_("this one moves with it"),
	    N_("how much"), NULL };
	struct list			*o = list_begin(fp, form, names, titles);
	char				*a, *b;
	size_t				 i;

	for (i = 0; i < l->nlinks; i++) {
		if (from < l->nthreads && l->link[i].from != from)
			continue;
		a = thread_name(&l->threads[l->link[i].from]);
		b = thread_name(&l->threads[l->link[i].to]);
		list_row(o, (const char *[]){ a, b,
		    links_words(l->link[i].strength) });
		free(a);
		free(b);
	}
	list_end(o);
}

/* Rows of the links from one thread; one with an empty end if it has none. */
static void
add_rows(struct list *o, const struct links *l, size_t from)
{
	const struct thread	*a = &l->threads[from], *b;
	char			 num[12];
	size_t			 i;

	for (i = 0; i < l->nlinks; i++) {
		if (l->link[i].from != from)
			continue;
		b = &l->threads[l->link[i].to];
		snprintf(num, sizeof(num), "%d", l->link[i].strength);
		list_row(o, (const char *[]){ a->id, b->id, num, a->label,
		    b->label });
	}
	if (links_from(l, from) == 0)
		list_row(o, (const char *[]){ a->id, "", "", a->label, "" });
}

void
linktext_list(FILE *fp, enum form form, const struct links *l, size_t from)
{
	static const char *const	names[] = { "from", "to", "strength",
	    "from_label", "to_label", NULL };
	struct list			*o;
	size_t				 i;

	if (list_is_table(fp, form)) {
		list_table(fp, form, l, from);
		return;
	}
	o = list_begin(fp, form, names, NULL);
	list_numeric(o, "strength");
	for (i = 0; i < l->nthreads && l->nlinks > 0; i++)
		if (from == l->nthreads || i == from)
			add_rows(o, l, i);
	list_end(o);
}

/* --- reach ---------------------------------------------------------------- */

/* One thread that another moves, along the best path. */
struct moved {
	size_t	thread, order;
	int64_t	r;
};

static int
moved_cmp(const void *a, const void *b)
{
	const struct moved	*x = a, *y = b;

	if (x->r != y->r)
		return x->r > y->r ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static int
in_set(const struct reach_set *s, size_t thread)
{
	size_t	i;

	for (i = 0; i < s->k; i++)
		if (s->member[i] == thread)
			return 1;
	return 0;
}

/* What a member moves beside the set, most first; the caller frees it. */
static struct moved *
moved_by(const struct reach *q, const struct reach_set *s, size_t from,
    size_t *n)
{
	struct moved	*m = mem_calloc(q->n + 1, sizeof(*m));
	size_t		 j;

	*n = 0;
	for (j = 0; j < q->n; j++)
		if (q->r[from * q->n + j] > 0 && !in_set(s, j))
			m[(*n)++] = (struct moved){ j, j,
			    q->r[from * q->n + j] };
	qsort(m, *n, sizeof(*m), moved_cmp);
	return m;
}

/* "GOV > LEA > TEA 0.2500; …": every r that the reach is made of. */
static void
why_path(struct str *out, struct reach *q, size_t from, size_t to)
{
	char	 num[NUM_LEN];
	size_t	 n, i, *path = reach_path(q, from, to, &n);

	if (out->len > 0)
		str_add(out, "; ");
	for (i = 0; i < n; i++)
		str_printf(out, "%s%s", i > 0 ? " > " : "",
		    q->links->threads[path[i]].id);
	str_printf(out, " %s", num_str(num, reach_share(q, from, to), 4));
}

static char *
why_csv(struct reach *q, const struct reach_set *s)
{
	struct moved	*m;
	struct str	 out;
	size_t		 i, k, n;

	str_init(&out);
	for (i = 0; i < s->k; i++) {
		m = moved_by(q, s, s->member[i], &n);
		for (k = 0; k < n; k++)
			why_path(&out, q, s->member[i], m[k].thread);
		free(m);
	}
	return str_take(&out);
}

/*
 * "GOV,RES,LEA" as --of and cpm-web --chosen take it, or the labels with
 * this between them.
 */
static char *
set_names(const struct reach *q, const struct reach_set *s,
    const char *between)
{
	const struct thread	*t;
	struct str		 out;
	size_t			 i;

	str_init(&out);
	for (i = 0; i < s->k; i++) {
		t = &q->links->threads[s->member[i]];
		str_printf(&out, "%s%s", i == 0 ? "" : between != NULL ?
		    between : ",", between != NULL ? t->label : t->id);
	}
	return str_take(&out);
}

static void
reach_rows(FILE *fp, enum form form, struct reach *q,
    const struct reach_set *s, size_t n)
{
	static const char *const	names[] = { "rank", "dimensions",
	    "labels", "reach", "of", "note", "why", NULL };
	struct list			*l = list_begin(fp, form, names, NULL);
	char				*ids, *labels, *why;
	char				 rank[24] = "", of[24], num[NUM_LEN];
	size_t				 i;

	list_numeric(l, "rank");
	list_numeric(l, "reach");
	list_numeric(l, "of");
	snprintf(of, sizeof(of), "%zu", q->n);
	for (i = 0; i < n; i++) {
		ids = set_names(q, &s[i], NULL);
		labels = set_names(q, &s[i], "; ");
		why = why_csv(q, &s[i]);
		if (s[i].rank > 0)
			snprintf(rank, sizeof(rank), "%zu", s[i].rank);
		list_row(l, (const char *[]){ rank, ids, labels,
		    num_str(num, s[i].reach, 4), of,
		    s[i].tied ? "tied" : "", why });
		free(ids);
		free(labels);
		free(why);
	}
	list_end(l);
}

/* --- reach in words ------------------------------------------------------- */

/* As a direct link of that strength would; less than the weakest: faintly. */
static const char *
share_words(int64_t r)
{
	if (r < REACH_ONE / 6)
		return _("faintly");
	return links_words(r >= REACH_ONE / 2 ? 3 : r >= REACH_ONE / 3 ? 2 :
	    1);
}

/* "Team (strongly)", "Members (a little, by way of Team)". */
static void
say_moved(struct str *out, struct reach *q, size_t from,
    const struct moved *m)
{
	const struct thread	*t = q->links->threads;
	struct str		 way;
	size_t			 n, i, *path;

	path = reach_path(q, from, m->thread, &n);
	str_init(&way);
	for (i = 1; i + 1 < n; i++)
		str_printf(&way, "%s%s", i > 1 ? ", " : "", t[path[i]].label);
	if (way.len == 0)
		str_printf(out, "%s (%s)", t[m->thread].label,
		    share_words(m->r));
	else
		str_printf(out, _("%s (%s, by way of %s)"),
		    t[m->thread].label, share_words(m->r), way.s);
	str_free(&way);
}

/* What is not worth a name in a talk: less than half of the weakest link. */
#define FAINT	(REACH_ONE / 12)

static void
say_member(FILE *fp, struct reach *q, const struct reach_set *s, size_t from)
{
	const char	*label = q->links->threads[from].label;
	struct moved	*m;
	struct str	 list;
	char		*line;
	size_t		 n, i, faint = 0;

	str_init(&list);
	m = moved_by(q, s, from, &n);
	for (i = 0; i < n; i++) {
		if (m[i].r < FAINT) {
			faint++;
			continue;
		}
		if (list.len > 0)
			str_add(&list, _("; "));
		say_moved(&list, q, from, &m[i]);
	}
	if (faint > 0) {
		if (list.len > 0)
			str_add(&list, _("; "));
		str_printf(&list, ngettext("%zu other very faintly",
		    "%zu others very faintly", (unsigned long)faint), faint);
	}
	if (list.len > 0)
		line = mem_printf(_("%s moves also: %s"), label, list.s);
	else
		line = mem_printf(_("%s moves no other thread"), label);
	prose_put(fp, "      ", line);
	free(line);
	str_free(&list);
	free(m);
}

static void
say_set(FILE *fp, struct reach *q, const struct reach_set *s)
{
	char	*names = set_names(q, s, _("; ")), *head, *line, num[NUM_LEN];
	size_t	 i;

	head = s->rank > 0 ? mem_printf("%3zu.  ", s->rank) :
	    mem_strdup("      ");
	num_str(num, num_round(s->reach, 100), 2);
	if (s->tied)
		line = mem_printf(_("%s: reach %s of %zu threads, tied"),
		    names, num, q->n);
	else
		line = mem_printf(_("%s: reach %s of %zu threads"), names,
		    num, q->n);
	prose_put(fp, head, line);
	for (i = 0; i < s->k; i++)
		say_member(fp, q, s, s->member[i]);
	free(line);
	free(head);
	free(names);
}

void
linktext_reach(FILE *fp, enum form form, struct reach *q,
    const struct reach_set *s, size_t n, size_t more)
{
	char	*line;
	size_t	 i;

	if (!list_is_table(fp, form)) {
		reach_rows(fp, form, q, s, n);
		return;
	}
	for (i = 0; i < n; i++) {
		if (i > 0)
			fputc('\n', fp);
		say_set(fp, q, &s[i]);
	}
	if (more > 0) {
		line = mem_printf(ngettext("%zu other set reaches as far as "
		    "the last one here.", "%zu other sets reach as far as the "
		    "last one here.", (unsigned long)more), more);
		fputc('\n', fp);
		prose_put(fp, "", line);
		free(line);
	}
	if (n > 0) {
		fputc('\n', fp);
		prose_put(fp, "", _("So far do your links carry, counted. It is an "
		    "aid after your own talk, never the choice: it knows "
		    "nothing of means, people or the season."));
	}
}
