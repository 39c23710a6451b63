/* A round is closed: its votes are counted and published, once and for all. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "model/answers.h"
#include "model/assess_in.h"
#include "model/tally.h"

/* --- votes ---------------------------------------------------------------- */

static const struct framework *
one_grid(void *arg, const char *round)
{
	(void)round;
	return arg;
}

static int
has_rows(const struct table *t, const char *round)
{
	return table_find_by(t, "round", round, (char *)NULL) < t->nrows;
}

/* The answers under the policy's eyes; `shown` is where they lie. */
static int
count_votes(struct project *p, const char *round, const struct framework *fw,
    const struct table *sheets, struct votes *v, const char *shown)
{
	const struct table	*hands = project_private(p, "hands");
	const struct place	 at = { hands->shown, 0, 0, NULL };
	struct tally		*t;
	int			 bad = 0;

	if (has_rows(hands, round) && (sheets != NULL ? has_rows(sheets,
	    round) : answers_any(p, round))) {
		msg_fault(&at, N_("round '%s' has hands and sheets: it takes "
		    "one or the other"), round);
		return -1;
	}
	if (hands_mixed(hands, round)) {
		msg_fault(&at, N_("round '%s' has hands of groups beside those "
		    "of the whole room: people would count twice"), round);
		return -1;
	}
	t = tally_new(one_grid, (void *)(uintptr_t)fw);
	if (has_rows(hands, round))
		bad = tally_hands(t, hands, round);
	else
		bad = sheets != NULL ? tally_table(t, sheets, round) :
		    tally_private(t, p, round);
	if (bad == 0)
		bad = votes_make(v, t, round, fw, shown);
	tally_free(t);
	return bad;
}

int
assess_votes(struct project *p, const char *round,
    const struct framework *fw, struct votes *v)
{
	struct answers	a;
	int		bad = -1;

	memset(v, 0, sizeof(*v));
	answers_open(&a, p);
	if (!a.t->broken && !project_private(p, "hands")->broken)
		bad = count_votes(p, round, fw, NULL, v, a.t->shown);
	answers_close(&a);
	return bad;
}

int
assess_votes_of(struct project *p, const char *round,
    const struct framework *fw, const struct table *sheets, struct votes *v)
{
	memset(v, 0, sizeof(*v));
	if (sheets->broken || project_private(p, "hands")->broken)
		return -1;
	return count_votes(p, round, fw, sheets, v, sheets->shown);
}

/* --- closing -------------------------------------------------------------- */

/* A second close is refused, with the day of the first. */
static int
close_faults(struct project *p, const struct round *r)
{
	char			 day[DATE_LEN];

	if (r->status != ROUND_OPEN && r->closed_on != DATE_NONE) {
		msg_fault(NULL, N_("round '%s' was closed on %s: what it "
		    "published stays"), r->id, date_str(day, r->closed_on));
		return -1;
	}
	if (r->status != ROUND_OPEN) {
		msg_fault(NULL, N_("round '%s' is closed already: what it "
		    "published stays"), r->id);
		return -1;
	}
	if (!r->promised) {
		msg_fault(NULL, N_("what round '%s' shows was changed after "
		    "people were told: set show and votes back"), r->id);
		return -1;
	}
	if (has_rows(project_table(p, "results"), r->id) ||
	    has_rows(project_table(p, "outside"), r->id)) {
		msg_fault(NULL, N_("round '%s' is open, and yet has results"),
		    r->id);
		return -1;
	}
	return 0;
}

/*
 * Whether there is anything to count.  A close is once and for all, so that
 * one where the sheets lie elsewhere would lose them for the results.
 */
static int
close_has_votes(struct project *p, const struct round *r)
{
	const struct table	*hands = project_private(p, "hands");

	if (hands->broken || has_rows(hands, r->id) ||
	    answers_any(p, r->id) || project_bad(p))
		return 1;
	if (access(project_private_dir(p), F_OK) != 0)
		msg_fault(NULL, N_("the votes of '%s' are not on this "
		    "computer: there is no %s"), r->id,
		    project_private_dir(p));
	else
		msg_fault(NULL, N_("no sheet of '%s' lies in %s: perhaps "
		    "they are on another computer, or another round is meant"),
		    r->id, project_private_dir(p));
	msg_hint(N_("they come by cpm-assess sheets export there and sheets "
	    "join here; if nobody answered: cpm-assess close %s --empty"),
	    r->id);
	return 0;
}

/* Half of the votes must not be published as if they were all. */
static int
close_is_here(struct project *p, const struct round *r)
{
	size_t	n = 0;
	char	*helps = project_read_private(p, "helper", &n);

	free(helps);
	if (n == 0)
		return 1;
	msg_fault(NULL, N_("this computer was given the key to help: the votes "
	    "of '%s' come together where the key is from"), r->id);
	msg_hint(N_("bring them there (cpm-assess sheets export); to close it "
	    "here, join the sheets of that computer first, or delete "
	    "%s/helper"), project_private_dir(p));
	return 0;
}

static void
close_say(const struct round *r, const struct votes *v,
    const struct results *results)
{
	const struct framework	*fw = &r->fw;
	const struct result	*row = results_find(results, GROUP_ALL,
				    fw->ndims, fw->ncrit);

	if (row->note == NOTE_WITHHELD)
		assess_say(N_("%s is closed: fewer than %lld answered, so "
		    "nothing of the votes is published"), r->id,
		    (long long)r->policy.team);
	else if (strcmp(r->method, "hands") == 0)
		assess_say(ngettext("the hands of %lu person are counted and "
		    "%s closed: see results.csv, and outside.csv for others",
		    "the hands of %lu people are counted and %s closed: see "
		    "results.csv, and outside.csv for others",
		    (unsigned long)v->persons), (unsigned long)v->persons,
		    r->id);
	else
		assess_say(ngettext("%lu sheet is counted and %s closed: see "
		    "results.csv, and outside.csv for others",
		    "%lu sheets are counted and %s closed: see results.csv, "
		    "and outside.csv for others",
		    (unsigned long)v->persons), (unsigned long)v->persons,
		    r->id);
	if (strcmp(r->kind, "retrospective") == 0)
		assess_say(N_("next: cpm-assess compare %s ROUND --then %s"),
		    r->refers_to, r->id);
	else if (row->note == NOTE_WITHHELD)
		assess_say(N_("next: cpm-assess agree %s THREAD SCORE"), r->id);
	else
		assess_say(N_("next: cpm-assess talk %s, then cpm-assess agree "
		    "%s THREAD SCORE"), r->id, r->id);
}

static void
publish(struct project *p, const struct round *r, const struct votes *v)
{
	struct results	results;
	struct outsides	out;

	policy_run(&results, v, &r->policy);
	policy_outside(&out, &results, &r->policy);
	results_store(&results, project_table(p, "results"), r->id);
	outsides_store(&out, &r->fw, project_table(p, "outside"), r->id);
	close_say(r, v, &results);
	outsides_free(&out);
	results_free(&results);
}

static void
close_row(struct project *p, const struct round *r)
{
	struct table	*t = project_table(p, "rounds");
	char		*policy = policy_print(&r->policy, project_today(p));
	size_t		 i = table_find(t, r->id);

	table_set(t, i, "policy", policy);
	table_set(t, i, "status", "counted");
	free(policy);
}

/* Where nobody votes there is nothing to publish. */
static int
close_consensus(struct project *p, const struct round *r)
{
	if (has_rows(project_private(p, "hands"), r->id) ||
	    answers_any(p, r->id)) {
		msg_fault(NULL, N_("round '%s' takes agreed scores only, and "
		    "yet there are votes"), r->id);
		return -1;
	}
	close_row(p, r);
	assess_say(N_("%s is closed: it holds agreed scores only"), r->id);
	assess_say(N_("next: cpm-assess agree %s THREAD SCORE"), r->id);
	return 0;
}

static int
close_votes(struct project *p, const struct round *r, int empty)
{
	struct votes	v;
	int		bad;

	if (!close_is_here(p, r) || (!empty && !close_has_votes(p, r)))
		return -1;
	bad = assess_votes(p, r->id, &r->fw, &v);
	if (bad == 0) {
		publish(p, r, &v);
		close_row(p, r);
	}
	if (v.arena.begun)
		votes_free(&v);
	return bad;
}

int
assess_close(struct project *p, const char *round, int empty)
{
	struct round	r;
	int		bad;

	bad = round_load(&r, p, round, project_lang(p)) != 0 ||
	    close_faults(p, &r) != 0 || assess_frozen(p, r.id) != 0;
	if (!bad && strcmp(r.method, "consensus") == 0)
		bad = close_consensus(p, &r);
	else if (!bad)
		bad = close_votes(p, &r, empty);
	round_free(&r);
	return bad ? -1 : 0;
}
