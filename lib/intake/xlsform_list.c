/* Lists of choices of an XLSForm, and the scores that they are. */
#include "intake/xlsform_in.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/utf.h"

size_t
xlists_find(const struct xlists *ls, const char *name)
{
	size_t	i;

	for (i = 0; i < ls->n && strcmp(ls->v[i].name, name) != 0; i++)
		continue;
	return i;
}

static void
take_choice(struct xlists *ls, size_t row)
{
	struct xsheet	*s = ls->sheet;
	const char	*list = xsheet_cell(s, row, X_LIST);
	const char	*name = xsheet_cell(s, row, X_NAME);
	struct place	 at;
	struct xlist	*l;
	size_t		 i = xlists_find(ls, list), k;

	if (*list == '\0' || *name == '\0') {
		at = xsheet_place(s, row, *list == '\0' ? X_LIST : X_NAME);
		msg_fault(&at, *list == '\0' ? N_("empty: of which list is "
		    "this choice?") : N_("a choice without a name"));
		return;
	}
	if (i == ls->n) {
		ls->v = mem_grow(ls->v, ls->n, &ls->cap, sizeof(*ls->v));
		memset(&ls->v[ls->n], 0, sizeof(*ls->v));
		ls->v[ls->n++].name = list;
	}
	l = &ls->v[i];
	for (k = 0; k < l->n; k++)
		if (strcmp(xsheet_cell(s, l->row[k], X_NAME), name) == 0) {
			at = xsheet_place(s, row, X_NAME);
			msg_fault(&at, N_("the list has this name on line "
			    "%ld already: '%s'"), s->rows[l->row[k]].line,
			    name);
			return;
		}
	l->row = mem_grow(l->row, l->n, &l->cap, sizeof(*l->row));
	l->row[l->n++] = row;
}

/* Names and labels of two lists, choice by choice. */
static int
same_choices(const struct xlists *ls, const struct xlist *a,
    const struct xlist *b)
{
	struct xsheet	*s = ls->sheet;
	size_t		 i, w;
	int		 col;

	if (a->n != b->n)
		return 0;
	for (i = 0; i < a->n; i++) {
		if (strcmp(xsheet_cell(s, a->row[i], X_NAME),
		    xsheet_cell(s, b->row[i], X_NAME)) != 0)
			return 0;
		for (w = 0; w < s->nwords; w++) {
			col = s->words[w].col;
			if (col < s->rows[a->row[i]].n &&
			    col < s->rows[b->row[i]].n &&
			    strcmp(s->rows[a->row[i]].f[col],
			    s->rows[b->row[i]].f[col]) != 0)
				return 0;
		}
	}
	return 1;
}

void
xlists_take(struct xlists *ls, struct xsheet *choices)
{
	size_t	i, k;

	memset(ls, 0, sizeof(*ls));
	ls->sheet = choices;
	for (i = 0; i < choices->n; i++)
		take_choice(ls, i);
	for (i = 0; i < ls->n; i++) {
		for (k = 0; k < i && !same_choices(ls, &ls->v[i], &ls->v[k]);
		    k++)
			continue;
		ls->v[i].same = k;
	}
}

void
xlists_free(struct xlists *ls)
{
	size_t	i;

	for (i = 0; i < ls->n; i++)
		free(ls->v[i].row);
	free(ls->v);
}

/* --- scores ---------------------------------------------------------------------- */

/* NA and DK as they are written; folded, with a blank for every other sign. */
static const char *const	na_words[] = { "na", "n a", "not applicable",
    "not relevant", "does not apply", "so", "s o", "sans objet",
    "non applicable", "non concerne", "pas concerne", "ne s applique pas",
    "no aplica", "no procede", "nao se aplica", "nicht zutreffend",
    "trifft nicht zu", "non applicabile", "niet van toepassing", "haihusiki",
    NULL };
static const char *const	dk_words[] = { "dk", "dont know",
    "don t know", "do not know", "i don t know", "i do not know",
    "i dont know", "idk", "unknown", "nsp", "ne sait pas",
    "ne sais pas", "je ne sais pas", "je ne sait pas", "sait pas", "nspp",
    "no se", "no sabe", "no lo se", "nao sabe", "nao sei", "weiss nicht",
    "weiß nicht", "non so", "weet niet", "sijui", NULL };

static int
among(const char *text, const char *const *words)
{
	char	*plain = utf_plain(text), *p;
	size_t	 n = 0;
	int	 hit = 0;

	for (p = plain; *p != '\0'; p++) {
		if (isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80)
			plain[n++] = *p;
		else if (n > 0 && plain[n - 1] != ' ')
			plain[n++] = ' ';
	}
	while (n > 0 && plain[n - 1] == ' ')
		n--;
	plain[n] = '\0';
	for (; *words != NULL && !hit; words++)
		hit = strcmp(plain, *words) == 0;
	free(plain);
	return hit;
}

/* By the name, else by a label in any language. */
static enum xpoint
kind_of(struct xsheet *s, size_t row)
{
	const char	*label;
	size_t		 i;
	int		 col;
	enum xpoint	 kind = XPOINT_VALUE;

	if (among(xsheet_cell(s, row, X_NAME), na_words))
		return XPOINT_NA;
	if (among(xsheet_cell(s, row, X_NAME), dk_words))
		return XPOINT_DK;
	for (i = 0; i < s->nwords && kind == XPOINT_VALUE; i++) {
		col = s->words[i].col;
		label = col < s->rows[row].n ? s->rows[row].f[col] : "";
		if (!s->words[i].hint)
			kind = among(label, na_words) ? XPOINT_NA :
			    among(label, dk_words) ? XPOINT_DK : XPOINT_VALUE;
	}
	return kind;
}

/* 8, 9, 88, 98, 99, 999, -9…: what surveys write for no answer. */
static int
is_code(fixed v)
{
	int64_t	n = v / FIXED_ONE;

	if (v % FIXED_ONE != 0)
		return 0;
	if (n < 0)
		return n == -1 || n == -7 || n == -8 || n == -9 || n < -60;
	if (n < 10)
		return n >= 7;
	for (; n > 0; n /= 10)
		if (n % 10 < 6)
			return 0;
	return 1;
}

static int
by_value(const void *a, const void *b)
{
	const fixed	*x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/*
 * Whether v breaks the steps of the other values: they are even without it,
 * and are not with it.
 */
static int
breaks_steps(const fixed *sorted, size_t n, fixed v)
{
	fixed	step = 0, last = 0;
	size_t	i, seen = 0;
	int	even = 1, all = 1;

	for (i = 0; i < n; i++) {
		if (i > 1 && sorted[i] - sorted[i - 1] !=
		    sorted[1] - sorted[0])
			all = 0;
		if (is_code(sorted[i]))
			continue;
		if (seen == 1)
			step = sorted[i] - last;
		else if (seen > 1 && sorted[i] - last != step)
			even = 0;
		last = sorted[i];
		seen++;
	}
	return is_code(v) && !all && even && seen >= 2;
}

static void
check_codes(const struct xlists *ls, const struct xlist *l,
    const struct xscale *x)
{
	fixed		*sorted = mem_calloc(l->n + 1, sizeof(*sorted));
	struct place	 at;
	size_t		 i, n = 0;

	for (i = 0; i < l->n; i++)
		if (x->kind[i] == XPOINT_VALUE && x->value[i] != FIXED_NONE)
			sorted[n++] = x->value[i];
	if (n > 1)
		qsort(sorted, n, sizeof(*sorted), by_value);
	for (i = 0; i < l->n; i++) {
		if (x->kind[i] != XPOINT_VALUE ||
		    x->value[i] == FIXED_NONE || !breaks_steps(sorted, n, x->value[i]))
			continue;
		at = xsheet_place(ls->sheet, l->row[i], X_NAME);
		msg_fault(&at, N_("a score, or a code for no answer? '%s'"),
		    xsheet_cell(ls->sheet, l->row[i], X_NAME));
		msg_hint(N_("NA (not applicable) and DK (do not know) are "
		    "known by these names; another choice that is no score "
		    "cannot be kept"));
	}
	free(sorted);
}

/* Names that are numbers give the values; else the order does. */
static void
take_values(const struct xlists *ls, const struct xlist *l,
    struct xscale *x, size_t points)
{
	struct place	at;
	size_t		i, k = 0, numbers = 0;

	for (i = 0; i < l->n; i++)
		if (x->kind[i] == XPOINT_VALUE && num_fixed(
		    xsheet_cell(ls->sheet, l->row[i], X_NAME), 1,
		    &x->value[i]) == 0)
			numbers++;
	x->counted = numbers == 0 && points > 0;
	for (i = 0; i < l->n; i++) {
		if (x->kind[i] != XPOINT_VALUE)
			continue;
		if (x->counted)
			x->value[i] = (fixed)++k * FIXED_ONE;
		else if (num_fixed(xsheet_cell(ls->sheet, l->row[i], X_NAME),
		    1, &x->value[i]) != 0) {
			x->value[i] = FIXED_NONE;
			at = xsheet_place(ls->sheet, l->row[i], X_NAME);
			msg_fault(&at, N_("neither a number, as other choices "
			    "of this list, nor NA or DK: '%s'"),
			    xsheet_cell(ls->sheet, l->row[i], X_NAME));
		}
	}
}

int
xscale_take(struct xscale *x, const struct xlists *ls, size_t list)
{
	const struct xlist	*l = &ls->v[list];
	unsigned long		 before = msg_faults();
	struct place		 at;
	size_t			 i, points = 0, met[2] = { 0, 0 }, k;

	x->kind = mem_calloc(l->n + 1, sizeof(*x->kind));
	x->value = mem_calloc(l->n + 1, sizeof(*x->value));
	for (i = 0; i < l->n; i++) {
		x->kind[i] = kind_of(ls->sheet, l->row[i]);
		points += x->kind[i] == XPOINT_VALUE;
		if (x->kind[i] == XPOINT_VALUE)
			continue;
		k = x->kind[i] == XPOINT_DK;
		if (met[k]++ > 0) {
			at = xsheet_place(ls->sheet, l->row[i], X_NAME);
			msg_fault(&at, k ? N_("a second choice of this list "
			    "that says 'do not know'") : N_("a second choice "
			    "of this list that says 'not applicable'"));
		}
	}
	take_values(ls, l, x, points);
	if (points < 2) {
		at = xsheet_place(ls->sheet, l->row[0], X_LIST);
		msg_fault(&at, N_("a list of scores needs two points or more"));
	}
	if (!x->counted)
		check_codes(ls, l, x);
	return msg_faults() == before ? 0 : -1;
}

void
xscale_free(struct xscale *x)
{
	free(x->kind);
	free(x->value);
}
