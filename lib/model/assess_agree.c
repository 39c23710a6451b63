/*
 * After the votes: what the team agrees on, thread by thread, until the talk
 * is over.  The team decides; remarks are made, nothing is refused for what
 * it says.
 */
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/assess_in.h"

/* --- an agreed score ------------------------------------------------------ */

/* A step of the scale or half a step; uneven scales have no halves. */
static int
on_scale(const struct scale *s, fixed v)
{
	if (v < s->min || v > s->max)
		return 0;
	if (s->step == 0)
		return scale_index(s, v) >= 0;
	return (2 * (v - s->min)) % s->step == 0;
}

static int
score_read(const struct scale *s, const char *typed, fixed *out)
{
	char			lo[NUM_LEN], hi[NUM_LEN];

	if (num_fixed(typed, 1, out) == 0 && on_scale(s, *out))
		return 0;
	msg_fault(NULL, s->step == 0 ?
	    N_("'%s' is no score: one of the scale's, from %s to %s") :
	    N_("'%s' is no score: a step or half a step, from %s to %s"),
	    typed, num_str(lo, s->min, 0), num_str(hi, s->max, 0));
	return -1;
}

/* Remarks, never refusals: the team decides. */
static void
remarks(const struct round *r, size_t dim, size_t crit, fixed score,
    const char *evidence)
{
	struct agreed	a = { .dim = dim, .crit = crit, .score = score,
			    .evidence = evidence };
	char		buf[NUM_LEN];
	fixed		median;
	unsigned	remark = agreed_remark(r, &a, &median);

	if (remark & REMARK_EVIDENCE)
		msg_warn(NULL, N_("a high score without evidence: what shows "
		    "it? --evidence TEXT"));
	if (remark & REMARK_FAR)
		msg_warn(NULL, N_("two steps or more from the middle vote "
		    "(%s): note why, --justification TEXT"),
		    num_str(buf, median, 0));
}

static int
agree_faults(const struct round *r)
{

	if (r->status == ROUND_AGREED) {
		msg_fault(NULL, N_("the talk about round '%s' is over: "
		    "its agreed scores stay"), r->id);
		return -1;
	}
	if (r->status == ROUND_OPEN && strcmp(r->method, "consensus") != 0) {
		msg_fault(NULL, N_("round '%s' is still open: the team "
		    "talks after cpm-assess close %s"), r->id, r->id);
		return -1;
	}
	return 0;
}

/* Set what was given; whether it is another than it was. */
static int
set_given(struct table *t, size_t i, const char *name, const char *value)
{
	int	other = value != NULL && !cell_is(t, i, name, value);

	if (other)
		table_set(t, i, name, value);
	return other;
}

/* The row of a decision: changed where there is one, new where not. */
static void
agree_row(struct project *p, const struct round *r, size_t dim, size_t crit,
    fixed score, const struct assess_agree *a)
{
	struct table	*t = project_table(p, "agreed");
	const char	*c = crit < r->fw.ncrit ? r->fw.crit[crit].id : "";
	const char	*d = r->fw.dims[dim].id;
	char		 day[DATE_LEN], was[NUM_LEN], now[NUM_LEN];
	fixed		 old;
	size_t		 i;
	int		 other;

	num_str(now, score, 0);
	i = table_find_by(t, "round", r->id, "dimension", d, "criterion", c,
	    (char *)NULL);
	if (i == t->nrows) {
		i = table_add(t);
		table_set(t, i, "round", r->id);
		table_set(t, i, "dimension", d);
		table_set(t, i, "criterion", c);
		table_set(t, i, "dissent", "no");
	}
	old = cell_fixed(t, i, "score");
	other = set_given(t, i, "evidence", a->evidence) |
	    set_given(t, i, "justification", a->justification) |
	    set_given(t, i, "decided_by", a->by) |
	    set_given(t, i, "dissent", a->dissent ? "yes" : NULL);
	if (*c == '\0')
		c = d;
	if (old == FIXED_NONE)
		assess_say(N_("%s: %s agreed"), c, now);
	else if (old != score)
		assess_say(N_("%s: %s agreed (was %s)"), c, now,
		    num_str(was, old, 0));
	else if (other)
		assess_say(N_("%s: %s as before; what is written beside it has "
		    "changed"), c, now);
	else
		msg_note(N_("already there: %s"), c);
	if (old != score || *cell(t, i, "decided_on") == '\0')
		table_set(t, i, "decided_on", date_str(day, a->date));
	if (old != score)
		table_set(t, i, "score", now);
	remarks(r, dim, crit, score, cell(t, i, "evidence"));
}

int
assess_agree(struct project *p, const struct assess_agree *a)
{
	struct round	r;
	size_t		dim, crit;
	fixed		score;
	int		bad;

	bad = round_load(&r, p, a->round, project_lang(p)) != 0 ||
	    agree_faults(&r) != 0 ||
	    assess_what(p, &r, a->what, &dim, &crit) != 0 ||
	    score_read(r.fw.dims[dim].scale, a->score, &score) != 0;
	if (!bad)
		agree_row(p, &r, dim, crit, score, a);
	round_free(&r);
	return bad ? -1 : 0;
}

/* --- the talk is over ----------------------------------------------------- */

static int
has_strength(struct project *p, const char *round)
{
	const struct table	*t = project_table(p, "findings");

	return table_find_by(t, "round", round, "type", "strength",
	    (char *)NULL) < t->nrows;
}

static int
done_faults(struct project *p, const struct round *r)
{
	int			bad = 0;

	if (r->status == ROUND_OPEN && strcmp(r->method, "consensus") != 0)
		return agree_faults(r);
	if (r->nagreed == 0) {
		msg_fault(NULL, N_("nothing was agreed in round '%s'"),
		    r->id);
		msg_hint(N_("cpm-assess agree %s THREAD SCORE"), r->id);
		bad = -1;
	}
	if (!has_strength(p, r->id)) {
		msg_fault(NULL, N_("no strength is recorded for round "
		    "'%s': what does the team do well?"), r->id);
		msg_hint(N_("cpm-assess finding %s THREAD TEXT --type "
		    "strength"), r->id);
		bad = -1;
	}
	return bad;
}

/* Whether the team agreed on a thread, or on a criterion of it. */
static int
thread_agreed(const struct round *r, size_t dim)
{
	size_t	i;

	for (i = 0; i < r->nagreed; i++)
		if (r->agreed[i].dim == dim)
			return 1;
	return 0;
}

/* The threads that stay without: said, for they cannot be added later. */
static void
say_left_out(const struct round *r)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < r->fw.ndims; i++)
		if (!thread_agreed(r, i))
			str_printf(&s, "%s%s", s.len > 0 ? ", " : "",
			    r->fw.dims[i].id);
	if (s.len > 0)
		msg_warn(NULL, N_("%s ends without an agreed score for: %s"),
		    r->id, s.s);
	str_free(&s);
}

int
assess_done(struct project *p, const char *round)
{
	struct table	*t = project_table(p, "rounds");
	struct round	 r;
	int		 bad = round_load(&r, p, round, project_lang(p)) != 0;

	if (!bad && r.status == ROUND_AGREED)
		assess_say(N_("the talk about %s is over already"), r.id);
	else if (!bad && (bad = done_faults(p, &r) != 0) == 0) {
		table_set(t, table_find(t, r.id), "status", "agreed");
		say_left_out(&r);
		assess_say(N_("%s is agreed; next: cpm-assess priorities %s, "
		    "then cpm-plan propose"), r.id, r.id);
	}
	round_free(&r);
	return bad ? -1 : 0;
}
