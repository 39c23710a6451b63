/*
 * A round is opened: what was typed about it, its row, its copy of the
 * framework, and what will be shown of the votes, which people know before
 * they vote.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/slug.h"
#include "model/assess_in.h"
#include "model/assess_only.h"
#include "model/names.h"

/* --- what was typed ------------------------------------------------------- */

/* What was typed behind --kind … in the words of the table. */
struct open_words {
	char		 buf[4][SCHEMA_VALUE];
	struct str	 invited;
	int64_t		 total;		/* of those invited */
	const char	*lang;		/* of the folder's labels */
};

static int
open_options(struct assess_open *o, struct open_words *w)
{
	const struct schema	*s = schema_find("rounds");
	const char		**value[] = { &o->kind, &o->method, &o->votes,
				    &o->show };
	static const char *const names[] = { "kind", "method", "votes",
	    "show" };
	int			 i, ok = 1;

	for (i = 0; i < 4; i++)
		if (*value[i] != NULL && (*value[i] = assess_option(s,
		    names[i], *value[i], w->buf[i])) == NULL)
			ok = 0;
	return ok;
}

/* All the groups there are, as a hint. */
static void
hint_groups(const struct table *t, const char *lang)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		names_list(&s, cell(t, i, "id"), cell_label(t, i, "label",
		    lang, NULL));
	if (s.len > 0)
		msg_hint(N_("the groups are: %s"), s.s);
	str_free(&s);
}

/* One "group:number", `name` ended where its colon was. */
static int
invited_one(const struct table *t, const char *name, int64_t n,
    struct open_words *w)
{
	size_t	i = names_find(t, name);

	if (i == t->nrows) {
		msg_fault(NULL, N_("there is no group '%s'"), name);
		hint_groups(t, w->lang);
		return 0;
	}
	w->total += n;
	str_printf(&w->invited, "%s%s:%lld", w->invited.len > 0 ? " " : "",
	    cell(t, i, "id"), (long long)n);
	return 1;
}

/*
 * "governance:4 volunteers:9", or with labels, whose blanks are kept:
 * "Équipe de projet:4 Bénévoles:9".
 */
static int
invited_ok(const struct table *t, const char *text, struct open_words *w)
{
	char	*copy = mem_strdup(text), *name = copy, *colon, *end;
	int64_t	 n;
	int	 ok = 1;

	for (; *(name += strspn(name, " ,;")) != '\0'; name = end) {
		colon = strchr(name, ':');
		end = colon == NULL ? name + strlen(name) :
		    colon + 1 + strcspn(colon + 1, " ,;");
		if (*end != '\0')
			*end++ = '\0';
		if (colon != NULL)
			*colon = '\0';
		if (colon == NULL || num_int(colon + 1, 0, 1000000, &n) != 0) {
			if (colon != NULL)
				*colon = ':';
			msg_fault(NULL, N_("--invited takes "
			    "\"group:number group:number\", not '%s'"), name);
			ok = 0;
			continue;
		}
		ok &= invited_one(t, name, n, w);
	}
	free(copy);
	return ok;
}

/* --- the round ------------------------------------------------------------ */

/* The round of this id, in any case: "r1" beside R1 would be one too many. */
static size_t
round_named(const struct table *t, const char *id)
{
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (strcasecmp(cell(t, i, "id"), id) == 0)
			break;
	return i;
}

/* Whether the round keeps the threads that are asked for, where some are. */
static int
keeps_only(struct project *p, const struct table *t, size_t i,
    const struct assess_open *o)
{
	char	*digest;
	int	 same;

	if (o->only == NULL)
		return 1;
	digest = assess_digest_now(p);
	same = cell_is(t, i, "framework", digest);
	free(digest);
	return same;
}

/* The same command typed again after it was cut off finds its round. */
static int
already_open(const struct table *t, size_t i, const struct assess_open *o)
{
	return cell_is(t, i, "status", "open") &&
	    (o->kind == NULL || cell_is(t, i, "kind", o->kind)) &&
	    (o->method == NULL || cell_is(t, i, "method", o->method)) &&
	    (o->votes == NULL || cell_is(t, i, "votes", o->votes)) &&
	    (o->show == NULL || cell_is(t, i, "show", o->show)) &&
	    (o->invited == NULL || cell_is(t, i, "invited", o->invited)) &&
	    (o->note == NULL || cell_is(t, i, "note", o->note)) &&
	    (o->refers_to == NULL ||
	    cell_is(t, i, "refers_to", o->refers_to));
}

/* What holds where nothing was said. */
static void
open_presets(struct project *p, struct assess_open *o)
{
	const struct table	*t = project_table(p, "rounds");

	/* A few questions after a visit are no look at everything. */
	if (o->kind == NULL)
		o->kind = o->only == NULL && table_find_by(t, "kind",
		    "baseline", (char *)NULL) == t->nrows ? "baseline" :
		    "followup";
	if (o->method == NULL)
		o->method = "individual";
	if (o->votes == NULL)
		o->votes = "secret";
	if (o->show == NULL)
		o->show = "counts";
}

static int
open_faults(struct project *p, const struct assess_open *o)
{
	const struct table	*t = project_table(p, "rounds");
	int			 bad = 0;

	if (!slug_ok(o->id)) {
		msg_fault(NULL, N_("'%s' cannot name a round: letters, "
		    "digits, - and _ can, up to 64 of them"), o->id);
		bad = 1;
	}
	if (o->refers_to != NULL &&
	    table_resolve(t, o->refers_to) == t->nrows)
		bad = 1;
	if (strcmp(o->method, "hands") == 0 && strcmp(o->votes, "open") != 0) {
		msg_trouble(N_("everybody sees who raises a hand, so that a "
		    "show of hands is never secret: --votes open, if all "
		    "agree to it"));
		bad = 1;
	}
	if (strcmp(o->kind, "retrospective") == 0 && o->refers_to == NULL) {
		msg_fault(NULL, N_("a retrospective round looks back at "
		    "another: --refers-to ROUND"));
		bad = 1;
	}
	return bad;
}

/* What will be shown of the votes, and to whom: people vote knowing it. */
static void
say_shown(const struct assess_open *o, const struct policy *p)
{
	if (strcmp(o->method, "consensus") == 0) {
		assess_say(N_("%s holds agreed scores only: no votes"), o->id);
		return;
	}
	if (strcmp(o->votes, "open") == 0) {
		assess_say(N_("the team will see how many gave each score, of "
		    "everybody and of each group: the votes are open"));
	} else if (strcmp(o->show, "groups") == 0) {
		assess_say(N_("the team will see means to half a step, and "
		    "those of groups of %lld or more by dimension; with "
		    "fewer than %lld answers, nothing"),
		    (long long)p->group, (long long)p->team);
	} else {
		assess_say(N_("the team will see how many gave each score, "
		    "where %lld or more answer; means to half a step from "
		    "%lld; with fewer, nothing"), (long long)p->counts,
		    (long long)p->team);
	}
	assess_say(N_("partners and beyond see means to half a step at most, "
	    "and only what the team agrees to share"));
}

static void
open_say(const struct assess_open *o, const struct framework *fw,
    const struct policy *p, int64_t invited)
{
	assess_say(ngettext("%s is open: %zu dimension and %zu criteria, kept "
	    "in rounds/%s", "%s is open: %zu dimensions and %zu criteria, kept "
	    "in rounds/%s", fw->ndims), o->id, fw->ndims, fw->ncrit, o->id);
	say_shown(o, p);
	if (o->invited != NULL && invited < p->team &&
	    strcmp(o->method, "consensus") != 0 &&
	    strcmp(o->votes, "open") != 0)
		msg_warn(NULL, ngettext("%lld person is invited: fewer than "
		    "%lld answers are never shown, so agree the scores "
		    "together (--method consensus)", "%lld people are invited: "
		    "fewer than %lld answers are never shown, so agree the "
		    "scores together (--method consensus)",
		    (unsigned long)invited), (long long)invited,
		    (long long)p->team);
	if (strcmp(o->method, "consensus") == 0)
		assess_say(N_("next: cpm-assess agree %s THREAD SCORE"), o->id);
	else if (strcmp(o->method, "hands") == 0)
		assess_say(N_("next: cpm-assess form %s, and when the hands "
		    "are counted: cpm-assess add --hands %s"), o->id, o->id);
	else
		assess_say(N_("next: cpm-assess form %s, and when the answers "
		    "are there: cpm-assess import --round %s FILE"), o->id,
		    o->id);
}

static void
open_row(struct project *p, const struct assess_open *o,
    const struct policy *policy)
{
	struct table	*t = project_table(p, "rounds");
	char		 day[DATE_LEN], *digest = assess_digest_now(p);
	char		*thresholds = policy_print(policy, DATE_NONE);
	size_t		 i = table_add(t), ref;

	table_set(t, i, "id", o->id);
	table_set(t, i, "kind", o->kind);
	if (o->refers_to != NULL &&
	    (ref = table_resolve_quiet(t, o->refers_to)) < t->nrows)
		table_set(t, i, "refers_to", cell(t, ref, "id"));
	table_set(t, i, "date", date_str(day, o->date));
	table_set(t, i, "method", o->method);
	table_set(t, i, "votes", o->votes);
	table_set(t, i, "show", o->show);
	table_set(t, i, "status", "open");
	table_set(t, i, "invited", o->invited != NULL ? o->invited : "");
	table_set(t, i, "framework", digest);
	table_set(t, i, "policy", thresholds);
	table_set(t, i, "note", o->note != NULL ? o->note : "");
	free(digest);
	free(thresholds);
	project_freeze(p, o->id);
}

/* The round that was asked for, in the words of the table. */
static int
open_round(struct project *p, struct assess_open *o, struct open_words *w,
    int bad)
{
	struct framework	 fw;
	struct policy		 policy = POLICY_PRESET;

	open_presets(p, o);
	bad |= open_faults(p, o);
	if (framework_load(&fw, p, NULL, project_lang(p)) != 0)
		bad = 1;
	else if (fw.ncrit == 0 && strcmp(o->method, "consensus") != 0) {
		msg_fault(NULL, N_("there is no criterion to score"));
		bad = 1;
	}
	policy.groups = strcmp(o->show, "groups") == 0;
	policy.open = strcmp(o->votes, "open") == 0;
	policy_thresholds(&policy, p);
	if (!bad && !project_bad(p)) {
		open_row(p, o, &policy);
		open_say(o, &fw, &policy, w->total);
	}
	framework_free(&fw);
	return bad;
}

int
assess_open(struct project *p, const struct assess_open *asked)
{
	const struct table	*t = project_table(p, "rounds");
	struct assess_open	 o = *asked;
	struct open_words	 w = { .total = 0 };
	struct only		 only = { NULL, NULL, 0, 0, 0 };
	size_t			 i = round_named(t, o.id);
	int			 bad;

	str_init(&w.invited);
	w.lang = project_lang(p);
	bad = !open_options(&o, &w);
	if (o.only != NULL && only_begin(&only, p, o.only) != 0)
		bad = 1;
	if (o.invited != NULL && *o.invited != '\0') {
		if (!invited_ok(project_table(p, "groups"), o.invited, &w))
			bad = 1;
		o.invited = w.invited.s;
	}
	if (i < t->nrows && !bad && already_open(t, i, &o) &&
	    keeps_only(p, t, i, &o))
		msg_note(N_("already there: %s"), cell(t, i, "id"));
	else if (i < t->nrows) {
		msg_fault(NULL, N_("there is a round '%s' already"),
		    cell(t, i, "id"));
		bad = 1;
	} else
		bad = open_round(p, &o, &w, bad);
	only_end(&only);
	str_free(&w.invited);
	return bad ? -1 : 0;
}
