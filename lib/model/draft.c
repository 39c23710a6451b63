/* An open round as its facilitator may look at it. */
#include "model/draft.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "model/assess.h"

int64_t
round_invited(const struct round *r, const char *group)
{
	const char	*s = r->invited;
	size_t		 n = strlen(group);
	int64_t		 v;
	char		*word;

	while (*s != '\0') {
		s += strspn(s, " ");
		if (strncmp(s, group, n) == 0 && s[n] == ':') {
			word = mem_strndup(s + n + 1,
			    strcspn(s + n + 1, " "));
			if (num_int(word, 0, INT64_C(1000000), &v) != 0)
				v = -1;
			free(word);
			return v;
		}
		s += strcspn(s, " ");
	}
	return -1;
}

/* The latest round that people are answering; NULL (said). */
static const char *
open_round(struct project *p)
{
	const struct table	 *t = project_table(p, "rounds");
	const char		**ids = round_ids(p, 0), *id = NULL;
	size_t			  i, row;

	for (i = 0; ids[i] != NULL; i++) {
		row = table_find(t, ids[i]);
		if (cell_is(t, row, "status", "open") &&
		    !cell_is(t, row, "method", "consensus"))
			id = ids[i];
	}
	free(ids);
	if (id == NULL)
		msg_fault(NULL, N_("no round is open"));
	return id;
}

static int
draft_possible(struct project *p, const struct round *r)
{
	if (strcmp(r->method, "consensus") == 0) {
		msg_fault(NULL, N_("round '%s' takes agreed scores only: there "
		    "is nothing to count"), r->id);
		return 0;
	}
	if (r->status != ROUND_OPEN) {
		msg_fault(NULL, N_("round '%s' is closed: what it published is "
		    "cpm-assess score %s"), r->id, r->id);
		return 0;
	}
	if (access(project_private_dir(p), F_OK) != 0) {
		msg_fault(NULL, N_("the votes of '%s' are not on this "
		    "computer: there is no %s"), r->id,
		    project_private_dir(p));
		return 0;
	}
	return 1;
}

/* Those who were asked as a group that is merged count with the other. */
static void
count_groups(struct draft *d, const struct votes *v)
{
	const struct framework	*fw = &d->round.fw;
	struct draft_group	*g;
	size_t			*at = mem_calloc(fw->ngroups + 1, sizeof(*at));
	int64_t			 asked;
	size_t			 i;

	d->group = mem_calloc(fw->ngroups + 1, sizeof(*d->group));
	for (i = 0; i < fw->ngroups; i++) {
		if (fw->groups[i].into != i)
			continue;
		at[i] = d->ngroups++;
		g = &d->group[at[i]];
		*g = (struct draft_group){ fw->groups[i].label, v->size[i],
		    -1 };
	}
	for (i = 0; i < fw->ngroups; i++) {
		if ((asked = round_invited(&d->round, fw->groups[i].id)) < 0)
			continue;
		g = &d->group[at[fw->groups[i].into]];
		g->invited = asked + (g->invited > 0 ? g->invited : 0);
		d->invited = asked + (d->invited > 0 ? d->invited : 0);
	}
	if (v->size[fw->ngroups] > 0)
		d->group[d->ngroups++] = (struct draft_group){
		    _("without a group"), v->size[fw->ngroups], -1 };
	d->sheets = v->persons;
	free(at);
}

int
draft_load(struct draft *d, struct project *p, const char *id,
    const char *lang)
{
	struct round	*r = &d->round;
	struct votes	 v;
	int		 bad;

	memset(d, 0, sizeof(*d));
	d->invited = -1;
	if (id == NULL && (id = open_round(p)) == NULL)
		return -1;
	if (round_load(r, p, id, lang) != 0 || !draft_possible(p, r))
		return -1;
	bad = assess_votes(p, r->id, &r->fw, &v);
	if (bad == 0) {
		results_free(&r->results);
		policy_run(&r->results, &v, &r->policy);
		count_groups(d, &v);
	}
	if (v.arena.begun)
		votes_free(&v);
	return bad;
}

void
draft_free(struct draft *d)
{
	round_free(&d->round);
	free(d->group);
	memset(d, 0, sizeof(*d));
}
