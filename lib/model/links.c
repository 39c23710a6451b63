/* Which thread moves with which: from tables and files to facts. */
#include "model/links.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/utf.h"
#include "model/framework.h"
#include "model/names.h"
#include "table/reader.h"

static void
add_link(struct links *l, size_t from, size_t to, int strength, size_t row)
{
	l->link = mem_grow(l->link, l->nlinks, &l->caplinks,
	    sizeof(*l->link));
	l->link[l->nlinks++] = (struct link){ from, to, strength, row };
}

static size_t
add_thread(struct links *l, const char *id, const char *label)
{
	l->threads = mem_grow(l->threads, l->nthreads, &l->capthreads,
	    sizeof(*l->threads));
	l->threads[l->nthreads].id = arena_str(&l->arena, id);
	l->threads[l->nthreads].label = arena_str(&l->arena,
	    *label != '\0' ? label : id);
	return l->nthreads++;
}

static size_t
by_id(const struct links *l, const char *id)
{
	size_t	i;

	for (i = 0; i < l->nthreads; i++)
		if (strcmp(l->threads[i].id, id) == 0)
			break;
	return i;
}

static int
link_cmp(const void *a, const void *b)
{
	const struct link	*x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

static void
begin(struct links *l)
{
	memset(l, 0, sizeof(*l));
	arena_init(&l->arena);
	l->cycle = "";
}

void
links_free(struct links *l)
{
	free(l->threads);
	free(l->link);
	arena_free(&l->arena);
}

struct link *
links_between(const struct links *l, size_t from, size_t to)
{
	size_t	i;

	for (i = 0; i < l->nlinks; i++)
		if (l->link[i].from == from && l->link[i].to == to)
			return &l->link[i];
	return NULL;
}

size_t
links_from(const struct links *l, size_t from)
{
	size_t	i, n = 0;

	for (i = 0; i < l->nlinks; i++)
		n += l->link[i].from == from;
	return n;
}

/* --- of the folder -------------------------------------------------------- */

/* The open cycle's id, "" if none is open. */
static const char *
open_cycle(struct project *p)
{
	const struct table	*t = project_table(p, "cycles");
	const char		*id = "";
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!cell_is(t, i, "status", "closed"))
			id = cell(t, i, "id");
	return id;
}

/* The rows of one cycle; pairs that are there already hold. */
static void
load_rows(struct links *l, const char *cycle)
{
	const struct table	*t = project_table(l->p, "links");
	size_t			 i, from, to;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (!cell_is(t, i, "cycle", cycle))
			continue;
		from = by_id(l, cell(t, i, "from"));
		to = by_id(l, cell(t, i, "to"));
		if (from == l->nthreads || to == l->nthreads || from == to ||
		    links_between(l, from, to) != NULL)
			continue;
		add_link(l, from, to, (int)cell_int(t, i, "strength",
		    LINK_PRESET), i);
	}
}

int
links_load(struct links *l, struct project *p, const char *cycle,
    const char *lang)
{
	struct framework	 fw;
	const struct table	*t;
	const char		*open;
	size_t			 i;
	int			 rc;

	begin(l);
	l->p = p;
	rc = framework_load(&fw, p, NULL, lang);
	for (i = 0; rc == 0 && i < fw.ndims; i++)
		add_thread(l, fw.dims[i].id, fw.dims[i].label);
	framework_free(&fw);
	open = open_cycle(p);
	if (cycle == NULL)
		l->cycle = open;
	else if ((t = project_table(p, "cycles"),
	    (i = table_resolve(t, cycle)) == t->nrows))
		return -1;
	else
		l->cycle = cell(t, i, "id");
	t = project_table(p, "links");
	if (rc != 0 || project_bad(p))
		return -1;
	load_rows(l, l->cycle);
	if (*l->cycle != '\0' && strcmp(l->cycle, open) == 0)
		load_rows(l, "");
	if (l->nlinks > 0)
		qsort(l->link, l->nlinks, sizeof(*l->link), link_cmp);
	return 0;
}

const char *
links_before(const struct links *l, size_t *n)
{
	const struct table	*c = project_table(l->p, "cycles");
	const struct table	*t = project_table(l->p, "links");
	const char		*id = NULL;
	size_t			 i, k, have;

	*n = 0;
	for (i = table_first(c); i < c->nrows; i = table_next(c, i)) {
		if (cell_is(c, i, "id", l->cycle))
			continue;
		for (have = 0, k = table_first(t); k < t->nrows;
		    k = table_next(t, k))
			have += cell_is(t, k, "cycle", cell(c, i, "id"));
		if (have > 0) {
			*n = have;
			id = cell(c, i, "id");
		}
	}
	return id;
}

void
links_check(struct project *p)
{
	const struct table	*t = project_table(p, "links");
	struct place		 at;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if (*cell(t, i, "from") == '\0' || *cell(t, i, "to") == '\0') {
			at = table_place(t, i, *cell(t, i, "to") == '\0' ?
			    "to" : "from");
			msg_fault(&at, N_("a link needs a thread at both "
			    "ends"));
		} else if (cell_is(t, i, "to", cell(t, i, "from"))) {
			at = table_place(t, i, "to");
			msg_fault(&at, N_("a thread that moves itself"));
		}
	}
}

/* --- of a file ------------------------------------------------------------ */

struct columns {
	int	cycle, from, to, strength, from_label, to_label;
	int	picked;		/* lines of one cycle alone are read */
};

static void
columns_find(struct columns *c, const struct record *head)
{
	const struct schema	*s = schema_find("links");
	const char		*lang;
	int			 i, k;

	*c = (struct columns){ -1, -1, -1, -1, -1, -1, 0 };
	for (i = 0; i < head->n; i++) {
		k = schema_header(s, head->f[i], &lang);
		if (strcmp(head->f[i], "from_label") == 0)
			c->from_label = i;
		else if (strcmp(head->f[i], "to_label") == 0)
			c->to_label = i;
		else if (k == schema_col(s, "cycle"))
			c->cycle = i;
		else if (k == schema_col(s, "from"))
			c->from = i;
		else if (k == schema_col(s, "to"))
			c->to = i;
		else if (k == schema_col(s, "strength"))
			c->strength = i;
	}
}

/* A cell without outer blanks; the column may not be there. */
static const char *
trim(struct links *l, const struct record *r, int col)
{
	const char	*s;
	size_t		 n;

	if (col < 0 || col >= r->n)
		return "";
	s = r->f[col] + strspn(r->f[col], " \t\r\n");
	for (n = strlen(s); n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL; n--)
		;
	return arena_strn(&l->arena, s, n);
}

/* The two threads and the strength of one line. */
static void
take_line(struct links *l, const struct columns *c, const struct record *r,
    struct place *at)
{
	const char	*from = trim(l, r, c->from), *to = trim(l, r, c->to);
	const char	*strength = trim(l, r, c->strength);
	int64_t		 n = LINK_PRESET;
	size_t		 a, b;

	/* A listing has such a line for a thread that moves none. */
	if (*from != '\0' && *to == '\0' && *strength == '\0') {
		if (by_id(l, from) == l->nthreads)
			add_thread(l, from, trim(l, r, c->from_label));
		return;
	}
	if (*from == '\0' || *to == '\0') {
		msg_fault(at, N_("a link needs a thread at both ends"));
		return;
	}
	if (*strength != '\0' && num_int(strength, 1, 3, &n) != 0) {
		msg_fault(at, N_("a strength is 1, 2 or 3, not '%s'"),
		    strength);
		return;
	}
	if ((a = by_id(l, from)) == l->nthreads)
		add_thread(l, from, trim(l, r, c->from_label));
	if ((b = by_id(l, to)) == l->nthreads)
		add_thread(l, to, trim(l, r, c->to_label));
	if (a == b)
		msg_fault(at, N_("a thread that moves itself"));
	else if (links_between(l, a, b) != NULL) {
		msg_fault(at, N_("this link stands further up"));
		if (c->cycle >= 0 && !c->picked)
			msg_hint(N_("the file has several cycles: --cycle "
			    "CYCLE takes one"));
	}
	else
		add_link(l, a, b, (int)n, (size_t)r->line);
}

int
links_read(struct links *l, const char *path, const char *shown,
    const char *cycle)
{
	unsigned long	 before = msg_faults();
	struct reader	*r;
	struct columns	 c = { .cycle = -1 };
	struct record	 rec;
	struct place	 at = { shown, 0, 0, NULL };
	int		 bad;

	begin(l);
	if ((r = reader_open(path, shown, READER_EOF_OK, 0)) == NULL)
		return -1;
	if ((bad = !reader_next(r, &rec)) == 0) {
		columns_find(&c, &rec);
		c.picked = cycle != NULL;
		bad = c.from < 0 || c.to < 0;
	}
	if (bad)
		msg_fault(&at, N_("no links: columns from and to are needed"));
	while (!bad && reader_next(r, &rec)) {
		if (record_is_blank(&rec))
			continue;
		at.line = rec.line;
		if (cycle == NULL || strcmp(trim(l, &rec, c.cycle), cycle) == 0)
			take_line(l, &c, &rec, &at);
		if (l->nthreads > LINKS_THREADS_MAX) {
			msg_fault(&at, N_("more than %d threads: are these "
			    "links?"), LINKS_THREADS_MAX);
			bad = 1;
		}
	}
	if (!bad)
		dialect_say(reader_dialect(r), shown);
	reader_close(r);
	if (l->nlinks > 0)
		qsort(l->link, l->nlinks, sizeof(*l->link), link_cmp);
	return msg_faults() == before ? 0 : -1;
}

/* --- what a person means -------------------------------------------------- */

/* The one whose id or label this is, in any case. */
static size_t
by_name(const struct links *l, const char *typed)
{
	size_t	 i, hit = l->nthreads;

	for (i = 0; i < l->nthreads; i++) {
		if (!utf_alike(l->threads[i].id, typed) &&
		    !utf_alike(l->threads[i].label, typed))
			continue;
		if (hit < l->nthreads)
			return l->nthreads;
		hit = i;
	}
	return hit;
}

/* The one whose id begins so, and how many do. */
static size_t
by_head(const struct links *l, const char *typed, size_t *hits)
{
	size_t	i, hit = l->nthreads, n = strlen(typed);

	*hits = 0;
	for (i = 0; n > 0 && i < l->nthreads; i++)
		if (strncasecmp(l->threads[i].id, typed, n) == 0) {
			hit = i;
			++*hits;
		}
	return *hits == 1 ? hit : l->nthreads;
}

/* The one whose label begins so. */
static size_t
by_label_head(const struct links *l, const char *typed)
{
	char	*plain = utf_plain(typed), *label;
	size_t	 i, hit = l->nthreads, n = strlen(plain), hits = 0;

	for (i = 0; n > 0 && i < l->nthreads; i++) {
		label = utf_plain(l->threads[i].label);
		if (strncmp(label, plain, n) == 0) {
			hit = i;
			hits++;
		}
		free(label);
	}
	free(plain);
	return hits == 1 ? hit : l->nthreads;
}

size_t
links_thread(const struct links *l, const char *typed)
{
	const struct table	*t;
	size_t			 i = by_id(l, typed), row, hits;

	if (i < l->nthreads || (i = by_name(l, typed)) < l->nthreads)
		return i;
	if (l->p != NULL) {
		t = project_table(l->p, "dimensions");
		if ((row = names_find(t, typed)) < t->nrows)
			return by_id(l, cell(t, row, "id"));
	}
	i = by_head(l, typed, &hits);
	return hits > 0 ? i : by_label_head(l, typed);
}

const char *
links_nearest(const struct links *l, const char *typed)
{
	const char	**names, *near;
	size_t		 i;

	names = mem_calloc(2 * l->nthreads + 1, sizeof(*names));
	for (i = 0; i < l->nthreads; i++) {
		names[i] = l->threads[i].id;
		names[l->nthreads + i] = l->threads[i].label;
	}
	near = msg_nearest(typed, names);
	free(names);
	return near;
}

int
links_need(const struct links *l, const char *typed, size_t *thread)
{
	const char	*near;
	struct str	 all;
	size_t		 i;

	if ((*thread = links_thread(l, typed)) < l->nthreads)
		return 0;
	msg_fault(NULL, N_("no such thread: '%s'"), typed);
	if ((near = links_nearest(l, typed)) != NULL) {
		msg_hint(N_("did you mean '%s'?"), near);
		return -1;
	}
	str_init(&all);
	for (i = 0; i < l->nthreads; i++)
		names_list(&all, l->threads[i].id, l->threads[i].label);
	if (all.len > 0)
		msg_hint(N_("there are %s"), all.s);
	str_free(&all);
	return -1;
}

int
links_say(const struct links *l, const char *typed, struct link_said *s)
{
	const char	*eq = strrchr(typed, '=');
	char		*name;
	int64_t		 n = 0;
	int		 rc;

	s->strength = 0;
	if ((s->to = links_thread(l, typed)) < l->nthreads)
		return 0;
	if (eq == NULL)
		return links_need(l, typed, &s->to);
	name = mem_strndup(typed, (size_t)(eq - typed));
	rc = links_need(l, name, &s->to);
	free(name);
	if (num_int(eq + 1, 1, 3, &n) != 0) {
		msg_fault(NULL, N_("a strength is 1, 2 or 3, not '%s'"),
		    eq + 1);
		rc = -1;
	}
	s->strength = (int)n;
	return rc;
}
