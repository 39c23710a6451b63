/*
 * Two rounds of the same people: of the sheets whose code stands in both,
 * the criteria that both score, published as if these were all there were.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/assess.h"
#include "model/draft.h"

#include <uthash.h>

/* A score that somebody gave, by round, code and criterion. */
struct given {
	const char	*key;
	UT_hash_handle	 hh;
};

static const char *
key_of(struct arena *a, const char *round, const struct table *t, size_t i)
{
	return arena_printf(a, "%s\n%s\n%s", round, cell(t, i, "respondent"),
	    cell(t, i, "criterion"));
}

static int
is_score(const struct table *t, size_t i)
{
	fixed	v;

	return *cell(t, i, "respondent") != '\0' &&
	    num_fixed(cell(t, i, "score"), 1, &v) == 0;
}

static int
is_given(struct given *all, const char *key)
{
	struct given	*g;

	HASH_FIND_STR(all, key, g);
	return g != NULL;
}

/*
 * Leave of the two rounds only what is matched.  The table is another from
 * here on, in memory: a project that is read is never written.
 */
static void
leave_matched(struct table *t, const char *a, const char *b)
{
	struct given	*all = NULL, *g;
	struct arena	 arena;
	size_t		 i;

	arena_init(&arena);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		if ((!cell_is(t, i, "round", a) && !cell_is(t, i, "round",
		    b)) || !is_score(t, i))
			continue;
		g = arena_alloc(&arena, sizeof(*g));
		g->key = key_of(&arena, cell(t, i, "round"), t, i);
		if (!is_given(all, g->key))
			HASH_ADD_KEYPTR(hh, all, g->key, strlen(g->key), g);
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!is_score(t, i) ||
		    !is_given(all, key_of(&arena, a, t, i)) ||
		    !is_given(all, key_of(&arena, b, t, i)))
			table_drop(t, i);
	HASH_CLEAR(hh, all);
	arena_free(&arena);
}

static int
matched_possible(struct project *p, const struct round *r)
{
	if (strcmp(r->method, "individual") != 0) {
		msg_fault(NULL, N_("round '%s' has no sheets with codes"),
		    r->id);
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

/* Consent to open votes was given for all of them, not for a few. */
static int
publish(struct project *p, struct round *r, int64_t *people)
{
	struct votes	v;
	int		bad = assess_votes_of(p, r->id, &r->fw,
	    project_private(p, "responses"), &v);

	if (bad == 0) {
		r->policy.open = 0;
		r->nagreed = 0;
		results_free(&r->results);
		policy_run(&r->results, &v, &r->policy);
		*people = v.persons;
	}
	if (v.arena.begun)
		votes_free(&v);
	return bad;
}

int
matched_load(struct round *before, struct round *now, struct project *p,
    char *const *ids, const char *lang, int64_t *people)
{
	struct table	*t = project_private(p, "responses");

	*people = 0;
	memset(now, 0, sizeof(*now));
	if (round_load(before, p, ids[0], lang) != 0 ||
	    round_load(now, p, ids[1], lang) != 0 ||
	    !matched_possible(p, before) || !matched_possible(p, now) ||
	    t->broken)
		return -1;
	leave_matched(t, before->id, now->id);
	return publish(p, before, people) != 0 || publish(p, now, people) != 0 ?
	    -1 : 0;
}
