/* Changes of the plan: verdicts, and what a review has to ask. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/planedit.h"

/*
 * Whether the last verdict is of the open cycle.  A cycle is often closed
 * and the next one opened on one day: what comes from an earlier cycle was
 * then judged in that one.
 */
static int
judged_now(const struct plan *pl, const struct plan_change *c)
{
	const struct plan_cycle	*now;

	if (*c->verdict == '\0')
		return 0;
	if (pl->cycle == pl->ncycles)
		return 1;
	now = &pl->cycles[pl->cycle];
	return c->verdict_on > now->start ||
	    (c->verdict_on == now->start && strcmp(c->cycle, now->id) == 0);
}

size_t
plan_questions(struct plan *pl, struct plan_question **out)
{
	const struct plan_change *c;
	struct plan_question	*q;
	size_t			 n = 0, i;
	int			 begin = DATE_NONE;

	q = arena_alloc(&pl->arena, (2 * pl->nchanges + 1) * sizeof(*q));
	if (pl->cycle < pl->ncycles)
		begin = pl->cycles[pl->cycle].start;
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (!c->active || judged_now(pl, c))
			continue;
		q[n].ask = ASK_VERDICT;
		q[n++].change = i;
	}
	for (i = 0; i < pl->nchanges; i++) {
		c = &pl->changes[i];
		if (strcmp(c->verdict, "achieved") != 0 || begin == DATE_NONE ||
		    judged_now(pl, c) || (*c->use != '\0' &&
		    c->use_on >= begin))
			continue;
		q[n].ask = ASK_IN_USE;
		q[n++].change = i;
	}
	*out = q;
	return n;
}

int
plan_answers(enum plan_ask ask, const char *typed)
{
	const struct schema	*s = schema_find("reviews");
	char			 buf[64];
	const char		*v;

	v = schema_value(&s->cols[schema_col(s, "verdict")], typed, buf);
	return v != NULL && plan_verdict_use(v) == (ask == ASK_IN_USE);
}

/* What stands against this verdict for this change. */
static int
may_judge(const struct plan_change *c, const char *verdict, const char *note,
    int today)
{
	char	words[64];

	if (plan_verdict_use(verdict)) {
		if (strcmp(c->verdict, "achieved") == 0)
			return 0;
		msg_fault(NULL, N_("'%s' is not achieved: whether it is still "
		    "in use cannot be said yet"), c->title);
		return -1;
	}
	if (strcmp(c->state, "proposed") == 0) {
		msg_fault(NULL, N_("'%s' is not chosen yet"), c->title);
		return -1;
	}
	if (!c->active) {
		msg_fault(NULL, N_("'%s' is over: %s"), c->title,
		    plan_verdict_words(c->verdict));
		return -1;
	}
	if (today < c->verdict_on) {
		msg_fault(NULL, N_("'%s' has a later verdict, of %s"), c->title,
		    date_words(words, sizeof(words), c->verdict_on));
		return -1;
	}
	if ((strcmp(verdict, "replaced") == 0 ||
	    strcmp(verdict, "dropped") == 0) &&
	    (note == NULL || *note == '\0')) {
		msg_fault(NULL, N_("say why in --note"));
		return -1;
	}
	return 0;
}

/*
 * `cycle` is the open one: what goes on is judged, and what was achieved
 * asked about, in each cycle again, in the same words.  anew: it was judged
 * otherwise since, so that the same words are no second typing.
 */
static void
put_review(struct edit *e, const struct plan_change *c, const char *cycle,
    const char *verdict, const struct entry *en, int anew)
{
	struct table	*t = project_table(e->p, "reviews");
	struct str	 entered;
	char		 day[DATE_LEN], *words;
	size_t		 i;

	str_init(&entered);
	str_printf(&entered, "%s\n%s\n%s\n", c->id, verdict, cycle);
	entry_text(&entered, en);
	e->again |= anew;
	i = edit_add(e, t, project_today(e->p), verdict, entered.s);
	str_free(&entered);
	if (i == t->nrows)
		return;
	table_set(t, i, "date", date_str(day, project_today(e->p)));
	table_set(t, i, "change", c->id);
	table_set(t, i, "verdict", verdict);
	entry_put(t, i, en);
	if (plan_verdict_final(verdict))
		table_set(project_table(e->p, "changes"), c->row, "state",
		    "closed");
	edit_note(e, N_("noted: %s: %s"), c->title,
	    plan_verdict_words(verdict));
	if (strcmp(verdict, "achieved") == 0 && c->done < c->of) {
		words = mem_printf(ngettext("%zu of its %zu actions is not "
		    "done", "%zu of its %zu actions are not done",
		    (unsigned long)(c->of - c->done)), c->of - c->done,
		    c->of);
		msg_warn(NULL, "%s", words);
		free(words);
	}
}

/*
 * Whether a verdict of today, typed again, only adds a note.  On the day a
 * cycle begins one of today may be the old cycle's.
 */
static int
adds_note(const struct plan *pl, const struct plan_review *r,
    const struct entry *en)
{
	return r->date == pl->today && *r->note == '\0' &&
	    entry_value(en, "note") != NULL && (pl->cycle == pl->ncycles ||
	    pl->cycles[pl->cycle].start < pl->today);
}

/*
 * The same verdict, typed again with its note, or after the change was closed
 * by it: its id, NULL where it is another.
 */
static const char *
judged_again(const struct plan *pl, const struct plan_change *c,
    const char *verdict, const struct entry *en)
{
	const struct plan_review	*r;
	const char			*by = entry_value(en, "decided_by");
	size_t				 i;
	int				 closed, last = 1;

	closed = !c->active && strcmp(c->verdict, verdict) == 0;
	for (i = pl->nreviews; i-- > 0; ) {
		r = &pl->reviews[i];
		if (r->change >= pl->nchanges || &pl->changes[r->change] != c)
			continue;
		/* Said otherwise since, it is said anew. */
		if (strcmp(r->verdict, verdict) == 0 &&
		    (closed || (last && adds_note(pl, r, en))) &&
		    (by == NULL || strcmp(r->decided_by, by) == 0))
			return r->id;
		last = 0;
	}
	return NULL;
}

/* Whether the last verdict of the change is another one. */
static int
is_otherwise(const struct plan *pl, const struct plan_change *c,
    const char *verdict)
{
	const struct plan_review	*r, *last = NULL;
	size_t				 i;

	for (i = 0; i < pl->nreviews; i++) {
		r = &pl->reviews[i];
		if (r->change < pl->nchanges && &pl->changes[r->change] == c &&
		    (last == NULL || r->date >= last->date))
			last = r;
	}
	return last != NULL && strcmp(last->verdict, verdict) != 0;
}

int
plan_review(struct edit *e, const char *typed, const char *verdict,
    struct entry *en)
{
	struct entry			 v[] = {
		{ "verdict", _("VERDICT"), verdict, NULL },
		{ NULL, NULL, NULL, NULL }
	};
	struct plan			 pl;
	const struct plan_change	*c;
	const char			*id;
	struct found			 f;
	struct table			*t;
	int				 rc = -1;

	if ((entry_read(e, "reviews", v) | entry_read(e, "reviews", en)) != 0 ||
	    edit_find(e, typed, "change", &f) != 0)
		goto out;
	if (plan_load(&pl, e->p) == 0) {
		c = &pl.changes[plan_change(&pl, f.id)];
		if ((id = judged_again(&pl, c, v[0].value, en)) != NULL) {
			edit_note(e, N_("already noted: %s"), c->title);
			t = project_table(e->p, "reviews");
			rc = edit_complete(e, t, table_find(t, id), en,
			    NULL) < 0 ? -1 : 0;
		} else if (may_judge(c, v[0].value,
		    entry_value(en, "note"),
		    project_today(e->p)) == 0) {
			put_review(e, c, pl.cycle < pl.ncycles ?
			    pl.cycles[pl.cycle].id : "", v[0].value, en,
			    is_otherwise(&pl, c, v[0].value));
			plan_cycle_reach(e, "check");
			rc = 0;
		}
	}
	plan_free(&pl);
out:
	entry_free(v);
	return rc;
}
