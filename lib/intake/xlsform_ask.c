/* What an XLSForm asks, and which of it is scored. */
#include "intake/xlsform_in.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/msg.h"
#include "base/utf.h"

/* --- what is asked ---------------------------------------------------------- */

/* Cut the first word off; its end is where the rest begins. */
static const char *
next_word(const char **s, size_t *n)
{
	const char	*w = *s + strspn(*s, " \t");

	*n = strcspn(w, " \t");
	*s = w + *n;
	return w;
}

static int
word_is(const char *w, size_t n, const char *want)
{
	return n == strlen(want) && strncasecmp(w, want, n) == 0;
}

/*
 * The list of "select_one LIST", "select one LIST", "select1 LIST"; its
 * length in *n, or NULL.  Choices from a file beside the form, or from the
 * answers to another question, are no list.
 */
static const char *
select_list(const char *type, size_t *n)
{
	const char	*w = next_word(&type, n);

	if (word_is(w, *n, "select")) {
		w = next_word(&type, n);
		if (!word_is(w, *n, "one"))
			return NULL;
	} else if (!word_is(w, *n, "select_one") && !word_is(w, *n, "select1"))
		return NULL;
	w = next_word(&type, n);
	if (word_is(w, *n, "from"))
		w = next_word(&type, n);
	if (strncmp(w, "${", 2) == 0)
		return NULL;
	if (word_is(w, *n, "file") && type[strspn(type, " \t")] != '\0')
		return NULL;
	return w;
}

/* "begin_group" and "begin group" are one; the caller frees it. */
static char *
type_of(const char *type)
{
	char	*plain = utf_plain(type), *p;

	for (p = plain; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	return plain;
}

/* Rows that ask people nothing. */
static int
asks_nothing(const char *type)
{
	static const char *const	names[] = { "note", "calculate",
	    "hidden", "start", "end", "today", "deviceid", "phonenumber",
	    "username", "email", "subscriberid", "simserial", "audit",
	    "start-geopoint", "background-audio", "xml-external",
	    "csv-external", "", NULL };
	size_t	i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(type, names[i]) == 0)
			return 1;
	return 0;
}

/* Whether the last word of a name asks who one is: "my_group", "regard". */
static int
is_who(const char *name)
{
	static const char *const	ends[] = { "group", "groups", "groupe",
	    "groupes", "regard", "regards", NULL };
	char		*plain = utf_plain(name);
	const char	*word = plain, *p;
	size_t		 i;
	int		 hit = 0;

	for (p = plain; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && p[1] != '\0')
			word = p + 1;
	for (i = 0; ends[i] != NULL; i++)
		hit |= strcmp(word, ends[i]) == 0;
	free(plain);
	return hit;
}

static void
no_such_list(const struct xread *f, size_t row, const char *name)
{
	struct place	  at = xsheet_place(&f->survey, row, X_TYPE);
	const char	**names = mem_calloc(f->lists.n + 1, sizeof(*names));
	const char	 *near;
	size_t		  i;

	msg_fault(&at, N_("no such list of choices: '%s'"), name);
	for (i = 0; i < f->lists.n; i++)
		names[i] = f->lists.v[i].name;
	if ((near = msg_nearest(name, names)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(names);
}

static void
take_question(struct xread *f, size_t row, size_t group, int repeat)
{
	const char	*type = xsheet_cell(&f->survey, row, X_TYPE);
	const char	*name = xsheet_cell(&f->survey, row, X_NAME), *list,
			*rest;
	struct xquestion	*q;
	char		*copy;
	size_t		 n;

	f->q = mem_grow(f->q, f->nq, &f->capq, sizeof(*f->q));
	q = &f->q[f->nq++];
	memset(q, 0, sizeof(*q));
	q->row = row;
	q->group = group;
	q->repeat = repeat;
	q->list = XNONE;
	if ((list = select_list(type, &n)) == NULL)
		return;
	copy = mem_strndup(list, n);
	q->list = xlists_find(&f->lists, copy);
	if (q->list == f->lists.n) {
		no_such_list(f, row, copy);
		q->list = XNONE;
	}
	q->who = is_who(name) || is_who(copy);
	rest = list + n;
	list = next_word(&rest, &n);
	q->other = word_is(list, n, "or_other") || word_is(list, n, "or");
	free(copy);
}

size_t
xread_group(struct xread *f, size_t row, size_t parent, int repeat)
{
	struct xgroup	*g;

	f->g = mem_grow(f->g, f->ng, &f->capg, sizeof(*f->g));
	g = &f->g[f->ng];
	memset(g, 0, sizeof(*g));
	g->row = row;
	g->parent = parent;
	g->repeat = repeat || (parent != XNONE && f->g[parent].repeat);
	return f->ng++;
}

void
xread_walk(struct xread *f)
{
	struct xsheet	*s = &f->survey;
	struct place	 at;
	size_t		 i, open = XNONE;
	char		*type;

	for (i = 0; i < s->n; i++) {
		type = type_of(xsheet_cell(s, i, X_TYPE));
		if (strncmp(type, "begin ", 6) == 0)
			open = xread_group(f, i, open,
			    strcmp(type, "begin group") != 0);
		else if (strncmp(type, "end ", 4) == 0) {
			at = xsheet_place(s, i, X_TYPE);
			if (open == XNONE)
				msg_fault(&at, N_("ends a group that was not "
				    "begun"));
			else
				open = f->g[open].parent;
		} else if (!asks_nothing(type))
			take_question(f, i, open, open != XNONE &&
			    f->g[open].repeat);
		free(type);
	}
	for (; open != XNONE; open = f->g[open].parent) {
		at = xsheet_place(s, f->g[open].row, X_TYPE);
		msg_fault(&at, N_("this group is not ended"));
	}
}

/* --- which list has the scores ------------------------------------------------ */

static size_t
class_of(const struct xread *f, const struct xquestion *q)
{
	return q->list == XNONE ? XNONE : f->lists.v[q->list].same;
}

/* A list of one's own for a group: "scale_GROUP". */
static int
is_own_scale(const struct xread *f, const struct xquestion *q)
{
	const char	*list = f->lists.v[q->list].name, *name;

	if (q->group == XNONE || strncasecmp(list, "scale_", 6) != 0)
		return 0;
	name = xsheet_cell(&f->survey, f->g[q->group].row, X_NAME);
	return strcmp(list + 6, name) == 0 ||
	    (*name == '_' && strcmp(list + 6, name + 1) == 0);
}

static int
is_scale_name(const char *name)
{
	char	*plain = utf_plain(name);
	int	 hit = strcmp(plain, "scale") == 0 ||
		    strcmp(plain, "echelle") == 0;

	free(plain);
	return hit;
}

/* One named for it, else the one most used; a tie is the user's to settle. */
static void
choose_list(struct xread *f)
{
	struct place	at = { f->survey.shown, 0, 0, NULL };
	size_t		i, two = XNONE;
	int		named = 0;

	f->main = XNONE;
	for (i = 0; i < f->nq; i++)
		if (class_of(f, &f->q[i]) != XNONE && !f->q[i].repeat &&
		    !f->q[i].who && !is_own_scale(f, &f->q[i])) {
			f->lists.v[class_of(f, &f->q[i])].used++;
			if (is_scale_name(f->lists.v[f->q[i].list].name)) {
				f->main = class_of(f, &f->q[i]);
				named = 1;
			}
		}
	for (i = 0; !named && i < f->lists.n; i++) {
		if (f->lists.v[i].used == 0)
			continue;
		if (f->main == XNONE ||
		    f->lists.v[i].used > f->lists.v[f->main].used) {
			f->main = i;
			two = XNONE;
		} else if (f->lists.v[i].used == f->lists.v[f->main].used)
			two = i;
	}
	if (two == XNONE)
		return;
	msg_fault(&at, N_("two lists are used equally often, '%s' and '%s': "
	    "which one has the scores?"), f->lists.v[f->main].name,
	    f->lists.v[two].name);
	msg_hint(N_("a list named 'scale' has them"));
}

/*
 * The question that asks for the group: its list is not one of scores; a
 * plain "group" wins over "age_group".
 */
static void
choose_who(struct xread *f)
{
	const char	*name;
	size_t		 i;

	f->who = XNONE;
	for (i = 0; i < f->nq; i++) {
		if (!f->q[i].who || f->q[i].list == XNONE || f->q[i].repeat ||
		    class_of(f, &f->q[i]) == f->main)
			continue;
		name = xsheet_cell(&f->survey, f->q[i].row, X_NAME);
		if (f->who == XNONE || strcasecmp(name, "group") == 0 ||
		    strcasecmp(name, "groupe") == 0 ||
		    strcasecmp(name, "regard") == 0)
			f->who = i;
	}
}

/* Mark what is scored; a group with a scale of its own is on it whole. */
static void
choose_questions(struct xread *f)
{
	struct place	 at;
	struct xquestion	*q;
	struct xgroup	*g;
	size_t		 i;
	int		 own;

	for (i = 0; i < f->nq; i++) {
		q = &f->q[i];
		if (q->list == XNONE || q->repeat || i == f->who)
			continue;
		own = is_own_scale(f, q);
		q->scored = own || class_of(f, q) == f->main;
		if (!q->scored || q->group == XNONE)
			continue;
		g = &f->g[q->group];
		if (g->n++ == 0) {
			g->own = own;
			g->list = q->list;
		} else if (g->own != own) {
			at = xsheet_place(&f->survey, q->row, X_TYPE);
			msg_fault(&at, N_("this group has questions on its "
			    "own list of scores and on another"));
		}
	}
}

void
xread_choose(struct xread *f)
{
	choose_list(f);
	choose_who(f);
	choose_questions(f);
}
