/* cpm-assess, what a round says: tally, score, talk, picks. */
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/project.h"
#include "model/raw.h"
#include "model/score.h"
#include "view/scores.h"

#include "assess.h"

static int
top(struct cmd *c, size_t *out)
{
	const char	*s = opt_get(c, "top");
	int64_t		 n = 0;

	if (s != NULL && num_int(s, 1, 10000, &n) != 0) {
		opt_misuse(c, N_("--top takes a whole number, not '%s'"), s);
		return -1;
	}
	*out = (size_t)n;
	return 0;
}

int
by_meant(struct cmd *c, unsigned preset, unsigned *flags)
{
	const char	*s = opt_get(c, "by");

	if (s == NULL)
		*flags |= preset;
	else if (strcmp(s, "criterion") == 0)
		*flags |= SCORE_CRITERIA;
	else if (strcmp(s, "dimension") != 0) {
		opt_misuse(c, N_("--by takes dimension or criterion, "
		    "not '%s'"), s);
		return -1;
	}
	return 0;
}

int
round_meant(struct project *p, const char *typed, struct round *r)
{
	const char	**ids = NULL;
	size_t		 n = 0;
	int		 bad;

	memset(r, 0, sizeof(*r));
	if (typed == NULL) {
		ids = round_ids(p, 1);
		while (ids[n] != NULL)
			n++;
		if (n == 0) {
			msg_fault(NULL, N_("no round is closed yet"));
			free(ids);
			return -1;
		}
		typed = ids[n - 1];
	}
	bad = round_load(r, p, typed, project_lang(p));
	free(ids);
	if (bad == 0 && r->status == ROUND_OPEN && r->nagreed == 0) {
		msg_fault(NULL, N_("round '%s' is still open: nothing is "
		    "published"), r->id);
		bad = -1;
	}
	return bad;
}

void
rows_begin(struct project *p)
{
	lang_use(project_lang(p));
}

void
rows_end(struct cmd *c)
{
	lang_use(c->lang);
}
/* Every -f, or standard input. */
static int
read_files(struct cmd *c, struct raw *raw, int merge)
{
	const char	*f;
	size_t		 i;
	int		 bad = 0;

	if (!opt_has(c, "file"))
		return raw_file(raw, "-", merge);
	for (i = 0; (f = opt_nth(c, "file", i)) != NULL; i++)
		if (raw_file(raw, f, merge) != 0)
			bad = -1;
	return bad;
}

/* Counts by group are for pipelines, not for eyes: never to a terminal. */
static int
raw_allowed(struct cmd *c)
{
	if (c->out != NULL ? strcmp(c->out, "-") != 0 :
	    !isatty(STDOUT_FILENO))
		return 1;
	if (!isatty(STDOUT_FILENO))
		return 1;
	opt_misuse(c, N_("a raw tally says how each group voted: it goes into "
	    "a pipe or a file, never to a terminal"));
	return 0;
}

static void
run_raw(struct cmd *c)
{
	struct project	*p = NULL;
	struct raw	*raw;
	struct out	 out;
	int		 merge = opt_has(c, "merge"), bad;
	int		 files = merge || opt_has(c, "file");

	if (!raw_allowed(c))
		return;
	if (files && c->argc > 0) {
		opt_misuse(c, N_("either rounds or -f FILE"));
		return;
	}
	/* A file is counted as it is, unless -C says whose framework reads it. */
	if (!merge && (!files || c->project != NULL) &&
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	raw = raw_new(p);
	bad = files ? read_files(c, raw, merge) :
	    raw_private(raw, c->argv, c->argc);
	if (bad == 0 && out_begin(&out, c->out) == 0) {
		tally_list(out.fp, c->form, raw_tally(raw));
		out_end(&out, 0);
	}
	raw_free(raw);
	project_close(p);
}

void
run_tally(struct cmd *c)
{
	struct project	*p;
	struct round	 r;
	struct out	 out;

	if (opt_has(c, "raw") || opt_has(c, "merge")) {
		run_raw(c);
		return;
	}
	if (opt_has(c, "file")) {
		opt_misuse(c, N_("-f goes with --raw or --merge"));
		return;
	}
	if (c->argc > 1) {
		opt_misuse(c, N_("one round at a time"));
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (round_meant(p, c->argv[0], &r) == 0 &&
	    out_begin(&out, c->out) == 0) {
		results_list(out.fp, c->form, &r);
		out_end(&out, 0);
	}
	round_free(&r);
	project_close(p);
}

static void
print_scores(struct cmd *c, const struct scores *s)
{
	struct out	out;

	if (out_begin(&out, c->out) != 0)
		return;
	scores_list(out.fp, c->form, s, opt_has(c, "stats"));
	out_end(&out, 0);
}

/* A raw tally: the same columns, under the same policy. */
static void
score_files(struct cmd *c, unsigned flags)
{
	const char	*given = opt_get(c, "scale"), *id;
	struct project	*p = NULL;
	struct arena	 arena;
	struct scale	 scale;
	struct scores	 s;
	struct raw	*raw;
	struct tally	*t;
	struct round	*r;
	size_t		 i, n = 0;
	int		 bad;

	arena_init(&arena);
	if (given != NULL && scale_parse(&scale, &arena, given) != 0) {
		opt_misuse(c, N_("--scale takes MIN-MAX or MIN-MAX/STEP, not "
		    "'%s'"), given);
		arena_free(&arena);
		return;
	}
	if (given == NULL && (p = project_open(c, PROJECT_READ)) == NULL) {
		msg_hint(N_("outside a folder say the scale: --scale 1-5"));
		arena_free(&arena);
		return;
	}
	raw = raw_new(NULL);
	t = raw_tally(raw);
	bad = read_files(c, raw, 1);
	while (tally_round(t, n) != NULL)
		n++;
	r = mem_calloc(n + 1, sizeof(*r));
	if (p != NULL)
		rows_begin(p);
	scores_init(&s);
	for (i = 0; i < n && bad == 0; i++) {
		id = tally_round(t, i);
		bad = round_of_tally(&r[i], t, id, p, &scale,
		    opt_has(c, "no-policy"), opt_get(c, "file"));
		if (bad == 0)
			scores_add(&s, &r[i], flags |
			    (n > 1 ? SCORE_NAMED : 0));
	}
	if (p != NULL)
		rows_end(c);
	if (bad == 0)
		print_scores(c, &s);
	scores_free(&s);
	for (i = 0; i < n; i++)
		round_free(&r[i]);
	free(r);
	raw_free(raw);
	project_close(p);
	arena_free(&arena);
}

static void
score_rounds(struct cmd *c, unsigned flags)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct scores	 s;
	struct round	*r;
	int		 i, n = c->argc > 0 ? c->argc : 1, bad = 0;

	if (p == NULL)
		return;
	r = mem_calloc((size_t)n, sizeof(*r));
	for (i = 0; i < n; i++)
		if (round_meant(p, c->argv[i], &r[i]) != 0)
			bad = 1;
	scores_init(&s);
	rows_begin(p);
	for (i = 0; i < n && !bad; i++)
		scores_add(&s, &r[i], flags | (n > 1 ? SCORE_NAMED : 0));
	rows_end(c);
	if (!bad)
		print_scores(c, &s);
	scores_free(&s);
	for (i = 0; i < n; i++)
		round_free(&r[i]);
	free(r);
	project_close(p);
}

void
run_score(struct cmd *c)
{
	unsigned	flags = SCORE_ALL | SCORE_AGREED;

	if (by_meant(c, opt_has(c, "scale") ? SCORE_CRITERIA : 0, &flags) != 0)
		return;
	if (opt_has(c, "groups"))
		flags |= SCORE_GROUPS;
	if (opt_has(c, "draft"))
		run_draft(c);
	else if (opt_has(c, "file") && c->argc > 0)
		opt_misuse(c, N_("either rounds or -f FILE"));
	else if (!opt_has(c, "file") && (opt_has(c, "no-policy") ||
	    opt_has(c, "scale")))
		opt_misuse(c, N_("--scale and --no-policy go with -f FILE"));
	else if (opt_has(c, "file"))
		score_files(c, flags);
	else
		score_rounds(c, flags);
}

/* Why there is nothing to say about how far the votes agree. */
static void
talk_empty(const struct round *r)
{
	if (strcmp(r->method, "consensus") == 0)
		msg_note(N_("%s holds agreed scores only: no votes"), r->id);
	else if (round_persons(r, GROUP_ALL) >= 0 && r->policy.groups &&
	    !r->policy.open)
		msg_note(N_("%s shows its groups, so it says nothing about "
		    "how far votes agree: compare the groups (cpm-assess score "
		    "%s --groups)"), r->id, r->id);
	else
		msg_note(N_("%s publishes nothing about how far votes agree: "
		    "too few answered"), r->id);
}

void
run_talk(struct cmd *c)
{
	struct project	*p;
	struct round	 r;
	struct picks	 picks;
	struct out	 out;
	size_t		 n;

	if (top(c, &n) != 0 || (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (round_meant(p, c->argv[0], &r) == 0) {
		picks_talk(&picks, &r, n);
		if (picks.n == 0)
			talk_empty(&r);
		if (out_begin(&out, c->out) == 0) {
			talk_list(out.fp, c->form, &r, &picks);
			out_end(&out, 0);
		}
		picks_free(&picks);
	}
	round_free(&r);
	project_close(p);
}

static void
run_picks(struct cmd *c, int priorities)
{
	struct project	*p;
	struct round	 r;
	struct picks	 good, need = { .n = 0 };
	struct out	 out;
	size_t		 n;

	if (top(c, &n) != 0 || (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (round_meant(p, c->argv[0], &r) == 0) {
		picks_strengths(&good, p, &r, n);
		if (priorities)
			picks_priorities(&need, p, &r, n);
		if (!project_bad(p) && out_begin(&out, c->out) == 0) {
			picks_list(out.fp, c->form, &r, &good,
			    priorities ? &need : NULL);
			out_end(&out, 0);
		}
		picks_free(&good);
		if (priorities)
			picks_free(&need);
	}
	round_free(&r);
	project_close(p);
}

void
run_strengths(struct cmd *c)
{
	run_picks(c, 0);
}

void
run_priorities(struct cmd *c)
{
	run_picks(c, 1);
}
const struct opt	tally_opts[] = {
	{ 0, "raw", NULL, N_("counts by group as given and unit, for pipelines") },
	{ 0, "merge", NULL, N_("add raw tallies up") },
	{ 'f', "file", N_("FILE"), N_("read this file (- is standard input)") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	score_opts[] = {
	{ 0, "by", N_("WHAT"), N_("dimension (without this) or criterion") },
	{ 0, "groups", NULL, N_("the groups too, where they are published") },
	{ 0, "stats", NULL, N_("r_wg and the average deviation too") },
	{ 0, "draft", NULL, N_("an open round, for the facilitator's eyes") },
	{ 'f', "file", N_("FILE"), N_("a raw tally instead of the folder's rounds") },
	{ 0, "scale", N_("MIN-MAX[/STEP]"), N_("the scale of that tally") },
	{ 0, "no-policy", NULL, N_("it holds no persons: show all") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	top_opts[] = {
	{ 0, "top", N_("N"), N_("how many") },
	{ 0, NULL, NULL, NULL }
};
