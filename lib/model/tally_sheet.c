/* One answer after the other, and the sheets that they make. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/tally_in.h"

/* --- an answer ------------------------------------------------------------ */

int
tally_answer(struct tally *t, const struct framework *fw, const char *group,
    const char *criterion, const char *score, int comma, struct place at,
    struct answer *a)
{
	const struct criterion	*c = NULL;
	size_t			 i;
	int			 bad = 0;

	if (fw != NULL) {
		if ((i = framework_crit(fw, criterion)) < fw->ncrit)
			c = &fw->crit[i];
		else {
			tally_fault(t, at, "criterion",
			    N_("the round has no such criterion"));
			bad = 1;
		}
		if (*group != '\0' &&
		    framework_group(fw, group) == fw->ngroups) {
			tally_fault(t, at, "group",
			    N_("the round has no such group"));
			bad = 1;
		}
	}
	if (bad)
		return -1;
	a->value = 0;
	a->kind = '-';
	if (strcasecmp(score, "NA") == 0)
		a->kind = 'n';
	else if (strcasecmp(score, "DK") == 0)
		a->kind = 'd';
	else if (*score != '\0')
		a->kind = 's';
	if (a->kind != 's')
		return 0;
	if (num_fixed(score, comma, &a->value) != 0) {
		tally_fault(t, at, "score", N_("not a score"));
		return -1;
	}
	if (c == NULL)
		return 0;
	if (scale_index(c->scale, a->value) < 0) {
		tally_fault(t, at, "score", N_("not a point of the scale"));
		return -1;
	}
	if (c->reverse)
		a->value = scale_reverse(c->scale, a->value);
	return 0;
}

/* --- sheets --------------------------------------------------------------- */

void
tally_sheet_end(struct tally *t)
{
	struct sheet	*s = &t->sheet;
	size_t		 i;

	if (s->respondent == NULL)
		return;
	if (s->scored) {
		tally_party(t, s->key)->sheets++;
		/* What is skipped is the rest of the sheets; its cell is
		 * made here, for a criterion that nobody answered. */
		for (i = 0; i < s->n; i++)
			tally_count_answer(t, s->key, &s->a[i],
			    s->a[i].kind != '-');
	}
	free(s->respondent);
	s->respondent = NULL;
	s->n = 0;
}

static void
sheet_begin(struct tally *t, struct key key, const char *respondent)
{
	t->sheet.key = key;
	t->sheet.respondent = mem_strdup(respondent);
	t->sheet.scored = 0;
	t->sheet.serial++;
}

static int
sheet_goes_on(const struct tally *t, struct key key, const char *respondent)
{
	const struct sheet	*s = &t->sheet;

	return s->respondent != NULL && s->key.round == key.round &&
	    s->key.group == key.group && s->key.unit == key.unit &&
	    strcmp(s->respondent, respondent) == 0;
}

void
tally_add(struct tally *t, const struct met *m, int comma, struct place at)
{
	struct sheet	*s = &t->sheet;
	struct answer	 a;
	struct key	 key = { tally_word(&t->round, m->round),
			    tally_word(&t->group, m->group),
			    tally_word(&t->unit, m->unit), 0 };

	a.crit = tally_word(&t->crit, m->criterion);
	if (tally_answer(t, tally_lens(t, key.round), m->group, m->criterion,
	    m->score, comma, at, &a) != 0)
		return;
	if (*m->respondent == '\0') {
		tally_party(t, key)->bare = 1;
		tally_count_answer(t, key, &a, 1);
		return;
	}
	if (!sheet_goes_on(t, key, m->respondent)) {
		tally_sheet_end(t);
		sheet_begin(t, key, m->respondent);
	}
	while (t->nseen <= a.crit) {
		t->seen = mem_grow(t->seen, t->nseen, &t->capseen,
		    sizeof(*t->seen));
		t->seen[t->nseen++] = 0;
	}
	if (t->seen[a.crit] == s->serial) {
		tally_fault(t, at, "criterion",
		    N_("the sheet answers this criterion twice"));
		return;
	}
	t->seen[a.crit] = s->serial;
	s->a = mem_grow(s->a, s->n, &s->cap, sizeof(*s->a));
	s->a[s->n++] = a;
	s->scored |= a.kind == 's';
}
