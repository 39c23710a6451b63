/*
 * cpm-assess, what stands side by side: two rounds and one that looks back,
 * ourselves and others; and an open round on its facilitator's own screen.
 */
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/draft.h"
#include "model/project.h"
#include "view/scores.h"

#include "assess.h"

/* What is not published goes into no file and no pipe. */
static int
screen_only(struct cmd *c)
{
	if ((c->out == NULL || strcmp(c->out, "-") == 0) &&
	    isatty(STDOUT_FILENO) && c->form != FORM_CSV &&
	    c->form != FORM_JSON)
		return 1;
	opt_misuse(c, N_("--draft is for the facilitator's eyes: a table at a "
	    "terminal only"));
	return 0;
}

/* --- compare ---------------------------------------------------------- */

/* The round of --then must look back at the first; nothing is guessed. */
static int
looks_back(const struct round *then, const struct round *before)
{
	if (strcmp(then->kind, "retrospective") == 0 &&
	    strcmp(then->refers_to, before->id) == 0)
		return 1;
	msg_fault(NULL, N_("round '%s' does not look back at '%s'"),
	    then->id, before->id);
	return 0;
}

/* A person is told of a round that looks back; a pipe is left in peace. */
static void
hint_then(struct cmd *c, struct project *p, const struct round *before)
{
	const struct table	*t = project_table(p, "rounds");
	const char		*id = NULL;
	size_t			 i;

	if (!isatty(STDOUT_FILENO) || c->out != NULL)
		return;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "kind", "retrospective") &&
		    cell_is(t, i, "refers_to", before->id) &&
		    !cell_is(t, i, "status", "open"))
			id = cell(t, i, "id");
	if (id != NULL)
		msg_note(N_("%s looks back at %s: --then %s sets it beside"),
		    id, before->id, id);
}

/* What is left out, since a round did not ask it. */
static void
say_asked_only(const struct round *r)
{
	struct str	list;
	size_t		d;

	str_init(&list);
	for (d = 0; d < r->fw.ndims; d++)
		str_printf(&list, "%s%s", d > 0 ? ", " : "",
		    r->fw.dims[d].id);
	msg_note(N_("%s asked only: %s"), r->id, list.s);
	str_free(&list);
}

static void
changes_say(const struct changes *ch, const struct round *before,
    const struct round *now)
{
	if (ch->before_asked_only)
		say_asked_only(before);
	if (ch->now_asked_only)
		say_asked_only(now);
}

static void
compare_print(struct cmd *c, struct project *p, const struct round *before,
    const struct round *now, const struct round *then, unsigned flags)
{
	struct changes	ch;
	struct out	out;

	rows_begin(p);
	changes_make(&ch, p, before, now, then, flags);
	rows_end(c);
	changes_say(&ch, before, now);
	if (then == NULL)
		hint_then(c, p, before);
	if (out_begin(&out, c->out) == 0) {
		changes_list(out.fp, c->form, &ch);
		out_end(&out, 0);
	}
	changes_free(&ch);
}

static void
matched_print(struct cmd *c, struct project *p, const struct round *before,
    const struct round *now, int64_t people, unsigned flags)
{
	struct changes	ch;
	struct out	out;

	rows_begin(p);
	changes_make(&ch, p, before, now, NULL, flags);
	rows_end(c);
	changes_say(&ch, before, now);
	if (out_begin(&out, c->out) == 0) {
		fprintf(out.fp, ngettext("%lld person answered both %s and %s "
		    "under one code: this is not published. For the "
		    "facilitator alone.", "%lld people answered both %s and "
		    "%s under one code: this is not published. For the "
		    "facilitator alone.", (unsigned long)people),
		    (long long)people, before->id, now->id);
		fputs("\n\n", out.fp);
		changes_list(out.fp, FORM_TABLE, &ch);
		out_end(&out, 0);
	}
	if (people == 0)
		msg_note(N_("codes stay the same where a map has a column of "
		    "the respondent: see cpm-map(5)"));
	changes_free(&ch);
}

/* The change of those who answered both: on the facilitator's screen. */
static void
run_matched(struct cmd *c, unsigned flags)
{
	struct project	*p;
	struct round	 before, now;
	int64_t		 people;

	if (opt_has(c, "then")) {
		opt_misuse(c, N_("--draft and --then do not go together"));
		return;
	}
	if (!screen_only(c) || (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (matched_load(&before, &now, p, c->argv, project_lang(p),
	    &people) == 0)
		matched_print(c, p, &before, &now, people, flags);
	round_free(&before);
	round_free(&now);
	project_close(p);
}

void
run_compare(struct cmd *c)
{
	struct project	*p;
	struct round	 before, now, then;
	const char	*back = opt_get(c, "then");
	unsigned	 flags = 0;
	int		 bad;

	if (by_meant(c, 0, &flags) != 0)
		return;
	if (opt_has(c, "groups"))
		flags |= SCORE_GROUPS;
	if (opt_has(c, "draft")) {
		run_matched(c, flags);
		return;
	}
	if ((p = project_open(c, PROJECT_READ)) == NULL)
		return;
	memset(&then, 0, sizeof(then));
	bad = round_meant(p, c->argv[0], &before) != 0;
	bad |= round_meant(p, c->argv[1], &now) != 0;
	if (back != NULL)
		bad |= round_meant(p, back, &then) != 0;
	if (!bad && (back == NULL || looks_back(&then, &before)))
		compare_print(c, p, &before, &now, back != NULL ? &then :
		    NULL, flags);
	round_free(&before);
	round_free(&now);
	round_free(&then);
	project_close(p);
}

/* --- gaps ------------------------------------------------------------- */

/* Why nothing can be said about how others see it. */
static void
gaps_empty(const struct round *r, enum gaps_why why)
{
	switch (why) {
	case GAPS_CONSENSUS:
		msg_note(N_("%s holds agreed scores only: no votes"), r->id);
		break;
	case GAPS_ONE_SIDE:
		msg_note(N_("the groups of %s do not have both sides: in "
		    "groups.csv, perspective says which are the team itself "
		    "(self) and which are others (other)"), r->id);
		break;
	case GAPS_COUNTS:
		msg_note(N_("%s shows counts of everybody, and not one group "
		    "on each side is large enough to be shown beside them: a "
		    "round opened with --show groups sets standpoints side by "
		    "side"), r->id);
		break;
	case GAPS_BY_CRITERION:
		msg_note(N_("%s shows its groups by dimension only: leave out "
		    "--by criterion"), r->id);
		break;
	case GAPS_FEW:
		msg_note(N_("%s shows no gap: too few people on one side"),
		    r->id);
		break;
	default:
		break;
	}
}

void
run_gaps(struct cmd *c)
{
	struct project	*p;
	struct round	 r;
	struct gaps	 g;
	struct out	 out;
	unsigned	 flags = 0;

	if (by_meant(c, 0, &flags) != 0 ||
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (round_meant(p, c->argv[0], &r) == 0) {
		rows_begin(p);
		gaps_make(&g, &r, flags);
		rows_end(c);
		gaps_empty(&r, g.why);
		if (out_begin(&out, c->out) == 0) {
			gaps_list(out.fp, c->form, &r, &g);
			out_end(&out, 0);
		}
		gaps_free(&g);
	}
	round_free(&r);
	project_close(p);
}

/* --- draft ------------------------------------------------------------ */

static int
draft_allowed(struct cmd *c)
{
	if (!opt_has(c, "file") && !opt_has(c, "scale") &&
	    !opt_has(c, "no-policy") && c->argc <= 1)
		return screen_only(c);
	opt_misuse(c, N_("--draft takes one round of the folder"));
	return 0;
}

static void
draft_print(struct cmd *c, struct project *p, const struct draft *d,
    unsigned flags)
{
	struct scores	s;
	struct out	out;

	scores_init(&s);
	rows_begin(p);
	scores_add(&s, &d->round, flags);
	rows_end(c);
	if (out_begin(&out, c->out) == 0) {
		fprintf(out.fp, _("%s is still open: this is not published, "
		    "and it will change. For the facilitator alone."),
		    d->round.id);
		fputs("\n\n", out.fp);
		sheets_table(out.fp, d);
		putc('\n', out.fp);
		scores_list(out.fp, FORM_TABLE, &s, opt_has(c, "stats"));
		out_end(&out, 0);
	}
	scores_free(&s);
}

void
run_draft(struct cmd *c)
{
	struct project	*p;
	struct draft	 d;
	unsigned	 flags = SCORE_ALL;

	if (!draft_allowed(c) || by_meant(c, 0, &flags) != 0 ||
	    (p = project_open(c, PROJECT_READ)) == NULL)
		return;
	if (opt_has(c, "groups"))
		flags |= SCORE_GROUPS;
	if (draft_load(&d, p, c->argv[0], project_lang(p)) == 0)
		draft_print(c, p, &d, flags);
	draft_free(&d);
	project_close(p);
}

const struct opt	compare_opts[] = {
	{ 0, "by", N_("WHAT"), N_("dimension (without this) or criterion") },
	{ 0, "groups", NULL, N_("the groups too, where they are published") },
	{ 0, "then", N_("ROUND"), N_("a round that looks back at the first, "
	    "beside them") },
	{ 0, "draft", NULL, N_("those who answered both, for the "
	    "facilitator's eyes") },
	{ 0, NULL, NULL, NULL }
};
const struct opt	gaps_opts[] = {
	{ 0, "by", N_("WHAT"), N_("dimension (without this) or criterion") },
	{ 0, NULL, NULL, NULL }
};
