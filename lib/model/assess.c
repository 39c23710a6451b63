/* A round from open to agreed. */
#include "model/assess.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "model/answers.h"
#include "base/slug.h"
#include "model/assess_only.h"
#include "model/names.h"
#include "model/tally.h"

static const char *const	frozen[] =
	{ "dimensions", "criteria", "scale", "groups" };

/* What was done: said once it is saved, not before. */
static struct str		talk;

static void	say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void
say(const char *fmt, ...)
{
	va_list	ap;
	char	*line;

	va_start(ap, fmt);
	if (vasprintf(&line, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	if (talk.s == NULL)
		str_init(&talk);
	str_addn(&talk, line, strlen(line) + 1);
	free(line);
}

void
assess_said(int done)
{
	size_t	i;

	for (i = 0; done && i < talk.len; i += strlen(talk.s + i) + 1)
		msg_note("%s", talk.s + i);
	if (talk.s != NULL)
		str_free(&talk);
	talk = (struct str){ NULL, 0, 0 };
}

/* --- the digest ------------------------------------------------------- */

/* "label_fr=Cap" for a cell; NULL where there is nothing to say. */
static char *
digest_cell(const struct table *t, size_t row, int col)
{
	const char	*value = t->rows[row].f[col], *name;

	if (t->col[col] < 0 || value == NULL || *value == '\0')
		return NULL;
	name = t->schema->cols[t->col[col]].name;
	return t->lang[col] == NULL ? mem_printf("%s=%s\n", name, value) :
	    mem_printf("%s_%s=%s\n", name, t->lang[col], value);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
digest_row(struct str *s, const struct table *t, size_t row)
{
	char	**cells = mem_calloc((size_t)t->ncols + 1, sizeof(*cells));
	char	*one;
	size_t	 i, n = 0;
	int	 col;

	for (col = 0; col < t->ncols; col++)
		if ((one = digest_cell(t, row, col)) != NULL)
			cells[n++] = one;
	if (n > 0)
		qsort(cells, n, sizeof(*cells), by_name);
	for (i = 0; i < n; i++) {
		str_add(s, cells[i]);
		free(cells[i]);
	}
	str_addc(s, '\n');
	free(cells);
}

/*
 * Sixteen digits over what the four tables say: a spreadsheet that saves
 * them in its own way, or with columns in another order, changes nothing.
 */
static char *
digest_tables(struct table *const *t)
{
	struct str	s;
	char		buf[DIGEST_LEN], *out;
	size_t		i, row;

	str_init(&s);
	for (i = 0; i < 4; i++) {
		str_printf(&s, "%s\n", frozen[i]);
		for (row = table_first(t[i]); row < t[i]->nrows;
		    row = table_next(t[i], row))
			digest_row(&s, t[i], row);
	}
	out = mem_strndup(slug_digest(buf, s.s, s.len), 16);
	str_free(&s);
	return out;
}

static char *
digest_now(struct project *p)
{
	struct table	*t[4];
	size_t		 i;

	for (i = 0; i < 4; i++)
		t[i] = project_table(p, frozen[i]);
	return digest_tables(t);
}

/* Of a round's copy; NULL where a table of it is missing. */
static char *
digest_frozen(struct project *p, const char *round)
{
	struct table	*t[4];
	size_t		 i;

	for (i = 0; i < 4; i++) {
		t[i] = project_frozen(p, round, frozen[i]);
		if (!t[i]->exists)
			return NULL;
	}
	return digest_tables(t);
}

/* --- open ------------------------------------------------------------- */

/* The words that an option takes, in the language in force. */
static char *
option_words(const struct column *c)
{
	char		 value[SCHEMA_VALUE], fr[SCHEMA_VALUE];
	const char	*v = c->values, *word;
	size_t		 n;
	struct str	 s;

	str_init(&s);
	for (; *v != '\0'; v += n + (v[n] == '|')) {
		n = strcspn(v, "|");
		snprintf(value, sizeof(value), "%.*s", (int)n, v);
		word = strcmp(lang_now(), "fr") == 0 ?
		    schema_value_fr(c, value, fr) : value;
		str_printf(&s, "%s%s", s.len > 0 ? ", " : "", word);
	}
	return str_take(&s);
}

/* The canonical word for what was typed, in buf; NULL (said). */
static const char *
option_value(const struct schema *s, const char *column, const char *typed,
    char *buf)
{
	const struct column	*c = &s->cols[schema_col(s, column)];
	const char		*v = schema_value(c, typed, buf);
	char			*option, *words;

	if (v != NULL)
		return v;
	option = mem_printf("--%s", column);
	words = option_words(c);
	msg_fault(NULL, N_("%s: '%s' is none of: %s"), option, typed, words);
	free(option);
	free(words);
	return NULL;
}

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
		if (*value[i] != NULL && (*value[i] = option_value(s,
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

/* Whether the round keeps the threads that are asked for, where some are. */
static int
keeps_only(struct project *p, const struct table *t, size_t i,
    const struct assess_open *o)
{
	char	*digest;
	int	 same;

	if (o->only == NULL)
		return 1;
	digest = digest_now(p);
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
		say(N_("%s holds agreed scores only: no votes"), o->id);
		return;
	}
	if (strcmp(o->votes, "open") == 0) {
		say(N_("the team will see how many gave each score, of "
		    "everybody and of each group: the votes are open"));
	} else if (strcmp(o->show, "groups") == 0) {
		say(N_("the team will see means to half a step, and those of "
		    "groups of %lld or more by dimension; with fewer than "
		    "%lld answers, nothing"), (long long)p->group,
		    (long long)p->team);
	} else {
		say(N_("the team will see how many gave each score, where %lld "
		    "or more answer; means to half a step from %lld; with "
		    "fewer, nothing"), (long long)p->counts,
		    (long long)p->team);
	}
	say(N_("partners and beyond see means to half a step at most, "
	    "and only what the team agrees to share"));
}

static void
open_say(const struct assess_open *o, const struct framework *fw,
    const struct policy *p, int64_t invited)
{
	say(ngettext("%s is open: %zu dimension and %zu criteria, kept in "
	    "rounds/%s", "%s is open: %zu dimensions and %zu criteria, kept "
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
		say(N_("next: cpm-assess agree %s THREAD SCORE"), o->id);
	else if (strcmp(o->method, "hands") == 0)
		say(N_("next: cpm-assess form %s, and when the hands are "
		    "counted: cpm-assess add --hands %s"), o->id, o->id);
	else
		say(N_("next: cpm-assess form %s, and when the answers "
		    "are there: cpm-assess import --round %s FILE"), o->id,
		    o->id);
}

static void
open_row(struct project *p, const struct assess_open *o,
    const struct policy *policy)
{
	struct table	*t = project_table(p, "rounds");
	char		 day[DATE_LEN], *digest = digest_now(p);
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

/* --- close ------------------------------------------------------------ */

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
		say(N_("%s is closed: fewer than %lld answered, so nothing "
		    "of the votes is published"), r->id,
		    (long long)r->policy.team);
	else if (strcmp(r->method, "hands") == 0)
		say(ngettext("the hands of %lu person are counted and %s "
		    "closed: see results.csv, and outside.csv for others",
		    "the hands of %lu people are counted and %s closed: see "
		    "results.csv, and outside.csv for others",
		    (unsigned long)v->persons), (unsigned long)v->persons,
		    r->id);
	else
		say(ngettext("%lu sheet is counted and %s closed: see "
		    "results.csv, and outside.csv for others",
		    "%lu sheets are counted and %s closed: see results.csv, "
		    "and outside.csv for others",
		    (unsigned long)v->persons), (unsigned long)v->persons,
		    r->id);
	if (strcmp(r->kind, "retrospective") == 0)
		say(N_("next: cpm-assess compare %s ROUND --then %s"),
		    r->refers_to, r->id);
	else if (row->note == NOTE_WITHHELD)
		say(N_("next: cpm-assess agree %s THREAD SCORE"), r->id);
	else
		say(N_("next: cpm-assess talk %s, then cpm-assess agree "
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

char *
assess_digest(struct project *p, const char *round)
{
	return digest_frozen(p, round);
}

/* The framework must be the one that people answered. */
int
assess_frozen(struct project *p, const char *round)
{
	const struct table	*t = project_table(p, "rounds");
	size_t			 i = table_find(t, round);
	struct place		 at = table_place(t, i, "framework");
	const char		*want = cell(t, i, "framework");
	char			*got = digest_frozen(p, round);
	int			 ok = got != NULL &&
				    (*want == '\0' || strcmp(got, want) == 0);

	if (got == NULL)
		msg_fault(&at, N_("rounds/%s is not whole: the framework of "
		    "the round is kept there"), round);
	else if (!ok)
		msg_fault(&at, N_("rounds/%s was changed after the round was "
		    "opened"), round);
	free(got);
	return ok ? 0 : -1;
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
	say(N_("%s is closed: it holds agreed scores only"), r->id);
	say(N_("next: cpm-assess agree %s THREAD SCORE"), r->id);
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

/* --- agree ------------------------------------------------------------ */

/* The beginning of ids, in any case: how many, and the last of them. */
static size_t
begins(const struct framework *fw, const char *typed, size_t *dim,
    size_t *crit)
{
	size_t	i, hits = 0, len = strlen(typed);

	for (i = 0; i < fw->ndims; i++)
		if (strncasecmp(fw->dims[i].id, typed, len) == 0) {
			*dim = i;
			hits++;
		}
	for (i = 0; i < fw->ncrit; i++)
		if (strncasecmp(fw->crit[i].id, typed, len) == 0) {
			*dim = fw->crit[*crit = i].dim;
			hits++;
		}
	return hits;
}

static void
hint_near(const struct framework *fw, const char *typed)
{
	const char	**names, *near;
	size_t		  i, n = 0;

	names = mem_calloc(2 * fw->ndims + fw->ncrit + 1, sizeof(*names));
	for (i = 0; i < fw->ndims; i++)
		names[n++] = fw->dims[i].id;
	for (i = 0; i < fw->ncrit; i++)
		names[n++] = fw->crit[i].id;
	for (i = 0; i < fw->ndims; i++)
		names[n++] = fw->dims[i].label;
	if ((near = msg_nearest(typed, names)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(names);
}

/*
 * Thread or criterion by its id, its label or the beginning of its id; the
 * nearest is suggested.
 */
static int
what_is(struct project *p, const struct round *r, const char *typed,
    size_t *dim, size_t *crit)
{
	const struct framework	*fw = &r->fw;
	const struct table	*t = project_frozen(p, r->id, "dimensions");
	size_t			 i, hits;

	*crit = fw->ncrit;
	if ((i = names_find(t, typed)) < t->nrows &&
	    (*dim = framework_dim(fw, cell(t, i, "id"))) < fw->ndims)
		return 0;
	t = project_frozen(p, r->id, "criteria");
	if ((i = names_find(t, typed)) < t->nrows &&
	    (*crit = framework_crit(fw, cell(t, i, "id"))) < fw->ncrit) {
		*dim = fw->crit[*crit].dim;
		return 0;
	}
	*crit = fw->ncrit;
	if ((hits = begins(fw, typed, dim, crit)) == 1)
		return 0;
	msg_fault(NULL, hits > 1 ?
	    N_("'%s' begins more than one dimension or criterion") :
	    N_("there is no dimension or criterion '%s'"), typed);
	if (hits == 0)
		hint_near(fw, typed);
	return -1;
}

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
		say(N_("%s: %s agreed"), c, now);
	else if (old != score)
		say(N_("%s: %s agreed (was %s)"), c, now, num_str(was, old,
		    0));
	else if (other)
		say(N_("%s: %s as before; what is written beside it has "
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
	    what_is(p, &r, a->what, &dim, &crit) != 0 ||
	    score_read(r.fw.dims[dim].scale, a->score, &score) != 0;
	if (!bad)
		agree_row(p, &r, dim, crit, score, a);
	round_free(&r);
	return bad ? -1 : 0;
}

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
		say(N_("the talk about %s is over already"), r.id);
	else if (!bad && (bad = done_faults(p, &r) != 0) == 0) {
		table_set(t, table_find(t, r.id), "status", "agreed");
		say_left_out(&r);
		say(N_("%s is agreed; next: cpm-assess priorities %s, "
		    "then cpm-plan propose"), r.id, r.id);
	}
	round_free(&r);
	return bad ? -1 : 0;
}

/* --- findings --------------------------------------------------------- */

/* Its id was typed, and stands for other words already: they are not lost. */
static int
finding_taken(struct table *t, const struct assess_finding *f,
    const char *round, const char *dim, const char *type)
{
	size_t		i = f->id != NULL ? table_find(t, f->id) : t->nrows;
	struct place	at;

	if (i == t->nrows || (cell_is(t, i, "round", round) &&
	    cell_is(t, i, "dimension", dim) && cell_is(t, i, "type", type) &&
	    cell_is(t, i, "text", f->text)))
		return 0;
	at = table_place(t, i, NULL);
	msg_fault(&at, N_("'%s' is the id of another finding"), f->id);
	return -1;
}

int
assess_finding(struct project *p, const struct assess_finding *f)
{
	struct table		*t = project_table(p, "findings");
	struct round		 r;
	size_t			 dim, crit, i;
	char			*entered, buf[SCHEMA_VALUE];
	const char		*type;
	int			 bad = 0;

	if ((type = option_value(t->schema, "type", f->type, buf)) == NULL)
		bad = 1;
	if (*f->text == '\0') {
		msg_fault(NULL, N_("a finding is said in words"));
		bad = 1;
	}
	if (round_load(&r, p, f->round, project_lang(p)) != 0 ||
	    what_is(p, &r, f->dim, &dim, &crit) != 0)
		bad = 1;
	if (!bad && finding_taken(t, f, r.id, r.fw.dims[dim].id, type) != 0)
		bad = 1;
	if (!bad) {
		entered = mem_printf("%s|%s|%s|%s", r.id, r.fw.dims[dim].id,
		    type, f->text);
		i = project_add(p, t, f->id, NULL, f->text, entered,
		    f->again);
		free(entered);
		if (i < t->nrows) {
			table_set(t, i, "round", r.id);
			table_set(t, i, "dimension", r.fw.dims[dim].id);
			table_set(t, i, "type", type);
			table_set(t, i, "text", f->text);
			say(N_("added: %s"), cell(t, i, "id"));
		}
	}
	round_free(&r);
	return bad ? -1 : 0;
}
