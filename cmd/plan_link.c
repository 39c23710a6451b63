/*
 * Which thread moves with which: asked thread by thread, typed, listed; and
 * how far the links reach.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ask.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/links.h"
#include "model/reach.h"
#include "view/linktext.h"
#include "plan.h"

/* --- what is to be kept --------------------------------------------------- */

/* One thing said: "GOV", "LEA=3"; to NULL: all that begins there goes. */
struct said {
	const char	*from, *to;
	int		 cut;
};

struct saids {
	struct said	*s;
	size_t		 n, cap;
};

static void
add(struct saids *all, const char *from, const char *to, int cut)
{
	all->s = mem_grow(all->s, all->n, &all->cap, sizeof(*all->s));
	all->s[all->n++] = (struct said){ from, to, cut };
}

static int
keep_one(struct edit *e, struct links *l, const struct said *s)
{
	struct link_said	to = { l->nthreads, 0 };
	size_t			from;
	int			bad;

	bad = links_need(l, s->from, &from) != 0;
	bad |= s->to != NULL && links_say(l, s->to, &to) != 0;
	if (bad)
		return -1;
	return s->cut ? links_cut(e, l, from, to.to) :
	    links_put(e, l, from, &to);
}

static int
do_link(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	const struct saids	*all = arg;
	struct links		 l;
	size_t			 i;
	int			 bad;

	(void)c;
	(void)en;
	bad = links_load(&l, e->p, NULL, project_lang(e->p)) != 0;
	if (!bad)
		for (i = 0; i < all->n; i++)
			bad |= keep_one(e, &l, &all->s[i]) != 0;
	links_free(&l);
	return bad ? -1 : 0;
}

/* --- asking --------------------------------------------------------------- */

/* A part of an answer: 0 if it was understood; else, aloud, said why. */
static int
understand(struct cmd *c, const struct links *l, size_t from,
    const char *part, int aloud, struct saids *all)
{
	struct link_said	 s;
	const char		*near, *to;
	int			 rc;

	msg_hush(1);
	rc = links_say(l, part, &s);
	msg_hush(0);
	if (rc == 0 && s.to == from) {
		if (aloud)
			fprintf(stderr, "%s\n", _("a thread that moves "
			    "itself"));
		return -1;
	}
	if (rc == 0) {
		to = s.strength == 0 ?
		    arena_str(&c->kept, l->threads[s.to].id) :
		    arena_printf(&c->kept, "%s=%d", l->threads[s.to].id,
		    s.strength);
		add(all, arena_str(&c->kept, l->threads[from].id), to, 0);
		return 0;
	}
	if (!aloud)
		return -1;
	fprintf(stderr, _("not understood: %s"), part);
	fputc('\n', stderr);
	if ((near = links_nearest(l, part)) != NULL) {
		fprintf(stderr, _("did you mean '%s'?"), near);
		fputc('\n', stderr);
	}
	return -1;
}

/* The parts between these separators, all of them, or none is kept. */
static int
understand_parts(struct cmd *c, const struct links *l, size_t from,
    const char *answer, const char *seps, int aloud, struct saids *all)
{
	char	*copy = arena_str(&c->kept, answer), *part;
	size_t	 n = all->n;

	while ((part = strsep(&copy, seps)) != NULL) {
		part += strspn(part, " \t");
		part[strcspn(part, "\t")] = '\0';
		while (*part != '\0' && part[strlen(part) - 1] == ' ')
			part[strlen(part) - 1] = '\0';
		if (*part != '\0' &&
		    understand(c, l, from, part, aloud, all) != 0) {
			all->n = n;
			return -1;
		}
	}
	return 0;
}

/* A label may hold blanks and even commas: as a whole, in parts, in words. */
static int
understand_all(struct cmd *c, const struct links *l, size_t from,
    const char *answer, struct saids *all)
{
	if (understand(c, l, from, answer, 0, all) == 0 ||
	    understand_parts(c, l, from, answer, ",;", 0, all) == 0 ||
	    understand_parts(c, l, from, answer, ",; ", 0, all) == 0)
		return 0;
	return understand_parts(c, l, from, answer, ",;", 1, all);
}

/* "Governance: which one or two move with it? (so far: Team, strongly)" */
static char *
question(const struct links *l, size_t from)
{
	struct str	s, have;
	size_t		i;

	str_init(&s);
	str_init(&have);
	for (i = 0; i < l->nlinks; i++)
		if (l->link[i].from == from)
			str_printf(&have, "%s%s=%d", have.len > 0 ? ", " : "",
			    l->threads[l->link[i].to].id, l->link[i].strength);
	str_printf(&s, _("%s: which one or two move with it?"),
	    l->threads[from].label);
	if (have.len > 0) {
		str_addc(&s, ' ');
		str_printf(&s, _("(so far %s)"), have.s);
	}
	str_free(&have);
	return str_take(&s);
}

/* Ask about one thread until it is understood; 0 where the person ends. */
static int
ask_thread(struct cmd *c, const struct links *l, size_t from,
    struct saids *all)
{
	char	*q = question(l, from), *a;
	int	 again;

	do {
		again = 0;
		if ((a = ask(q)) == NULL)
			break;
		if (strcmp(a, "-") == 0)
			add(all, arena_str(&c->kept, l->threads[from].id),
			    NULL, 1);
		else
			again = understand_all(c, l, from, a, all) != 0;
		free(a);
	} while (again);
	free(q);
	return !feof(stdin);
}

static void
ask_head(const struct links *l)
{
	size_t	i;

	fprintf(stderr, "%s\n", _("When a thread of the web moves, which one "
	    "or two move with it?"));
	fprintf(stderr, "%s\n", _("Nothing is a fine answer (Enter). "
	    "Several: GOV, LEA. How much: LEA=1 a little, =2 clearly, =3 "
	    "strongly."));
	fprintf(stderr, "%s\n", _("- takes away what was said; control-D "
	    "ends."));
	for (i = 0; i < l->nthreads; i++)
		fprintf(stderr, "  %-6s %s\n", l->threads[i].id,
		    l->threads[i].label);
}

/* In the folder's language, and before it is locked. */
static void
ask_links(struct cmd *c, const char *typed)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct saids	 all = { NULL, 0, 0 };
	struct links	 l;
	size_t		 i, from = 0, end = 0;

	if (p == NULL)
		return;
	if (links_load(&l, p, NULL, project_lang(p)) == 0) {
		end = l.nthreads;
		if (typed != NULL)
			end = links_need(&l, typed, &from) == 0 ? from + 1 :
			    from;
		lang_use(project_lang(p));
		project_close(p);
		l.p = p = NULL;
		if (end > from)
			ask_head(&l);
		for (i = from; i < end; i++)
			if (!ask_thread(c, &l, i, &all))
				break;
		lang_use(c->lang);
	}
	links_free(&l);
	project_close(p);
	if (all.n > 0)
		edit_run(c, do_link, NULL, &all);
	free(all.s);
}

/* --- link ----------------------------------------------------------------- */

/* Why there is nothing to show, and where there is something. */
static void
say_none(const struct links *l)
{
	const char	*id;
	size_t		 n;

	if (l->nlinks > 0)
		return;
	if (l->p != NULL && (id = links_before(l, &n)) != NULL)
		msg_note(N_("nobody has said yet in this cycle which thread "
		    "moves with which; what was said in %s: --cycle %s"), id,
		    id);
	else
		msg_note(N_("nobody has said yet which thread moves with which "
		    "(cpm-plan link)"));
}

static void
list_links(struct cmd *c, const char *typed)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct links	 l;
	struct out	 o;
	size_t		 from;

	if (p == NULL)
		return;
	if (links_load(&l, p, opt_get(c, "cycle"), project_lang(p)) == 0) {
		from = l.nthreads;
		if (typed == NULL)
			say_none(&l);
		if ((typed == NULL || links_need(&l, typed, &from) == 0) &&
		    out_begin(&o, c->out) == 0) {
			linktext_list(o.fp, c->form, &l, from);
			out_end(&o, 0);
		}
	}
	links_free(&l);
	project_close(p);
}

/* Somebody is there to answer, and no listing was asked for. */
static int
may_ask(const struct cmd *c)
{
	return ask_can() && isatty(STDOUT_FILENO) && c->out == NULL &&
	    c->form == FORM_AUTO && !opt_has(c, "list") &&
	    !opt_has(c, "cycle");
}

void
run_link(struct cmd *c)
{
	int		 cut = opt_has(c, "remove"), i;
	struct saids	 all = { NULL, 0, 0 };
	const char	*not = opt_has(c, "list") ? "list" :
			    opt_has(c, "cycle") ? "cycle" : NULL;

	if (cut && c->argc == 0) {
		opt_misuse(c, N_("--remove: which thread?"));
		return;
	}
	if (not != NULL && (cut || c->argc > 1)) {
		opt_misuse(c, N_("--%s lists links, and changes none"), not);
		return;
	}
	if (c->argc < 2 && !cut) {
		if (may_ask(c))
			ask_links(c, c->argc > 0 ? c->argv[0] : NULL);
		else
			list_links(c, c->argc > 0 ? c->argv[0] : NULL);
		return;
	}
	if (c->argc == 1)
		add(&all, c->argv[0], NULL, 1);
	for (i = 1; i < c->argc; i++)
		add(&all, c->argv[0], c->argv[i], cut);
	edit_run(c, do_link, NULL, &all);
	free(all.s);
}

/* --- reach ---------------------------------------------------------------- */

#define TOP	5	/* sets shown, unless asked otherwise */

/* The threads of "GOV,Money and means"; how many, or 0 (said). */
static size_t
read_set(const struct links *l, const char *typed, size_t *set)
{
	char	*copy = mem_strdup(typed), *rest = copy, *part;
	size_t	 n = 0, i, one;
	int	 bad = 0;

	while ((part = strsep(&rest, ",;")) != NULL) {
		part += strspn(part, " \t");
		while (*part != '\0' && strchr(" \t", part[strlen(part) - 1]))
			part[strlen(part) - 1] = '\0';
		if (*part == '\0')
			continue;
		if (links_need(l, part, &one) != 0) {
			bad = 1;
			continue;
		}
		for (i = 0; i < n && set[i] != one; i++)
			;
		if (i == n)
			set[n++] = one;
	}
	free(copy);
	if (n == 0 && !bad)
		msg_fault(NULL, N_("--of: no thread"));
	return bad ? 0 : n;
}

static void
print_reach(struct cmd *c, struct reach *q, const struct reach_set *s,
    size_t n, size_t more)
{
	struct out	o;

	if (out_begin(&o, c->out) != 0)
		return;
	linktext_reach(o.fp, c->form, q, s, n, more);
	out_end(&o, 0);
}

static void
reach_links(struct cmd *c, const struct links *l, size_t k, size_t top)
{
	const char		*of = opt_get(c, "of");
	struct reach		 q;
	struct reach_set	*s, one;
	size_t			*set, n, more;

	reach_make(&q, l);
	say_none(l);
	if (of != NULL) {
		set = arena_alloc(&q.arena, (l->nthreads + 1) * sizeof(*set));
		if ((n = read_set(l, of, set)) > 0) {
			reach_one(&q, set, n, &one);
			print_reach(c, &q, &one, 1, 0);
		}
	} else if (reach_sets(&q, k, l->nlinks > 0 ? top : 0, &s, &n,
	    &more) == 0)
		print_reach(c, &q, s, n, more);
	reach_free(&q);
}

/* A file: three threads, whatever a folder around it says. */
#define FILE_SET	3

static void
reach_file(struct cmd *c, const char *path, size_t top)
{
	struct links	l;

	if (links_read(&l, path, strcmp(path, "-") == 0 ?
	    _("standard input") : path, opt_get(c, "cycle")) == 0)
		reach_links(c, &l, FILE_SET, top);
	links_free(&l);
}

void
run_reach(struct cmd *c)
{
	const char	*typed = opt_get(c, "top"), *file = opt_get(c, "file");
	struct project	*p;
	struct links	 l;
	int64_t		 top = TOP;

	if (typed != NULL && num_int(typed, 1, REACH_SETS_MAX, &top) != 0) {
		opt_misuse(c, N_("--top takes a whole number, not '%s'"),
		    typed);
		return;
	}
	if (typed != NULL && opt_has(c, "of")) {
		opt_misuse(c, N_("--of asks about one set: --top does not go "
		    "with it"));
		return;
	}
	if (file != NULL) {
		reach_file(c, file, (size_t)top);
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (links_load(&l, p, opt_get(c, "cycle"), project_lang(p)) == 0)
		reach_links(c, &l, (size_t)project_int(p,
		    "changes_per_cycle"), (size_t)top);
	links_free(&l);
	project_close(p);
}

#define O_CYCLE	{ 0, "cycle", N_("CYCLE"), N_("the links of an earlier cycle") }

const struct opt	link_opts[] = {
	{ 0, "list", NULL, N_("show the links; at a terminal they are asked for else") },
	O_CYCLE,
	{ 0, "remove", NULL, N_("take the link away, or all that begin there") },
	O_END
};

const struct opt	reach_opts[] = {
	{ 0, "top", N_("N"), N_("so many sets (5 without it)") },
	{ 0, "of", N_("A,B,C"), N_("these threads alone") },
	O_CYCLE,
	{ 'f', "file", N_("FILE"), N_("links of this file (- is standard input)") },
	O_END
};
