/*
 * What people are asked and promised before they answer: into the document,
 * or as plain text for a phone.  The sentences on what is shown follow the
 * policy (model/policy.h) for the size and the choices of this round; a change
 * there is a change here.
 */
#include "view/form_in.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"

/* --- into the document, or as plain text ---------------------------------- */

void
form_say_line(struct said *t, const char *mark, const char *line)
{
	if (t->text.len > 0)
		str_addc(&t->text, '\n');
	str_add(&t->text, mark);
	str_add(&t->text, line);
}

void
form_say_part(struct said *t)
{
	if (t->text.len == 0)
		return;
	t->part = mem_grow(t->part, t->n, &t->cap, sizeof(*t->part));
	t->part[t->n++] = str_take(&t->text);
}

/* A paragraph or an item in the words of a language; %lld alone is used. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void	item(struct page *, const char *, ...)
		    __attribute__((format(printf, 2, 3)));
static void
item(struct page *f, const char *fmt, ...)
{
	va_list	 ap;
	char	*text;

	va_start(ap, fmt);
	if (vasprintf(&text, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	if (f->said != NULL)
		form_say_line(f->said, "\u2022 ", text);
	else
		doc_item(f->doc, text);
	free(text);
}
#pragma GCC diagnostic pop

/* Another sentence for the item begun last. */
static void
more(struct page *f, const char *text)
{
	if (f->said != NULL) {
		str_addc(&f->said->text, ' ');
		str_add(&f->said->text, text);
	} else {
		doc_text(f->doc, " ");
		doc_text(f->doc, text);
	}
}

static void
para(struct page *f, const char *text)
{
	if (f->said != NULL)
		form_say_line(f->said, "", text);
	else
		doc_para(f->doc, text);
}

/* A heading in the language in force; in plain text it begins a part. */
static void
head_now(struct page *f, int level, const char *text)
{
	if (f->said != NULL) {
		form_say_part(f->said);
		form_say_line(f->said, "", text);
	} else
		doc_head(f->doc, level, text);
}

/* --- what will be shown --------------------------------------------------- */

/* Whether so many people may answer; unknown, it is possible. */
static int
may_reach(const struct page *f, int64_t n)
{
	return f->invited == 0 || f->invited >= n;
}

static void
say_counts(struct page *f)
{
	if (may_reach(f, f->policy.team))
		item(f, f->policy.team < 6 ?
		    N_("From %lld people on: for each statement that as many "
		    "answer, their mean, rounded to half a step; and from 6 "
		    "people on, whether views are close, mixed or far apart.") :
		    N_("From %lld people on: for each statement that as many "
		    "answer, their mean, rounded to half a step, and whether "
		    "views are close, mixed or far apart."),
		    (long long)f->policy.team);
	if (may_reach(f, f->policy.counts))
		item(f, N_("From %lld people on: for each statement that as "
		    "many answer, how many gave each score and how many gave "
		    "none."),
		    (long long)f->policy.counts);
	if (may_reach(f, 30))
		item(f, N_("A group is shown by itself only if it has 15 "
		    "people or more, and all the others are 15 or more too."));
	else
		item(f, N_("Nothing is shown by group: for that there are too "
		    "few of us."));
	/* What is left out above holds all the same if others come too. */
	if (!may_reach(f, f->policy.counts))
		item(f, N_("Should more than %lld people answer, more may be "
		    "shown: means from %lld people on, how many gave each "
		    "score from %lld, groups of 15 from 30."),
		    (long long)f->invited, (long long)f->policy.team,
		    (long long)f->policy.counts);
}

static void
say_groups(struct page *f)
{
	if (may_reach(f, f->policy.team))
		item(f, N_("From %lld people on: for each statement that as "
		    "many answer, their mean, rounded to half a step. Not how "
		    "many gave which score."),
		    (long long)f->policy.team);
	if (may_reach(f, 6) && f->policy.team < 8)
		item(f, N_("With 6 or 7 people: also whether views are close, "
		    "mixed or far apart."));
	if (may_reach(f, 8))
		item(f, N_("From 8 people on: for each group of %lld or more, "
		    "its mean on each dimension, rounded to half a step; never "
		    "on a single statement. Smaller groups count in the whole "
		    "and are not shown by themselves."),
		    (long long)f->policy.group);
	else {
		item(f, N_("Nothing is shown by group: for that there are too "
		    "few of us."));
		item(f, N_("Should more than %lld people answer, more may be "
		    "shown: means from %lld people on, and those of groups of "
		    "%lld or more from 8."),
		    (long long)f->invited, (long long)f->policy.team,
		    (long long)f->policy.group);
	}
}

static void
say_outside(struct page *f)
{
	const char	*share = project_get(f->project, "share");

	if (strcmp(share, "team") == 0) {
		item(f, N_("Outside the team: nothing, unless the team agrees "
		    "to it later."));
		return;
	}
	if (strcmp(share, "partner") == 0)
		item(f, N_("The team shares this with its partners, and no "
		    "more:"));
	else if (strcmp(share, "funder") == 0)
		item(f, N_("The team shares this with its partners and "
		    "funders, and no more:"));
	else
		item(f, N_("The team shares this with everybody, and no "
		    "more:"));
	if (f->consensus) {
		more(f, _("the scores that the team agreed on."));
		return;
	}
	more(f, _("from 5 people on, the mean of each dimension, "
	    "rounded to half a step (to a tenth from 15 people on); how many "
	    "answered only as 5 to 9, 10 to 14, 15 or more; single statements "
	    "from 15 people on; a group only with 10 people or more beside 10 "
	    "others or more; the scores that the team agreed on."));
}

/* How long answers are kept, where the team says so. */
static void
say_kept(struct page *f)
{
	int64_t	days = project_int(f->project, "keep_votes_days");

	if (days > 0)
		item(f, N_("The team means to delete the answers after %lld "
		    "days."),
		    (long long)days);
}

static void
say_shown(struct page *f)
{
	doc_list(f->doc, 0);
	if (f->invited > 0)
		item(f, N_("%lld people are asked."), (long long)f->invited);
	if (f->consensus)
		item(f, N_("This sheet prepares the talk. Nobody's scores are "
		    "collected: only what we agree on together is kept."));
	else if (f->policy.open) {
		if (f->hands)
			item(f, N_("We answer by a show of hands: all who are "
			    "there see how each of us answers. What is kept "
			    "are numbers of hands, never who raised one."));
		item(f, N_("Votes are open in this round, as we agreed: how "
		    "many gave each score is shown whole, for all of us and "
		    "for each group."));
		say_kept(f);
	} else {
		item(f, N_("If fewer than %lld people answer: nothing of the "
		    "answers; only the scores that we agree on together."),
		    (long long)f->policy.team);
		if (f->policy.groups)
			say_groups(f);
		else
			say_counts(f);
		if (f->few)
			item(f, N_("Where there are three scores or fewer to "
			    "choose from: nothing of fewer than ten "
			    "answers."));
	}
	say_outside(f);
	doc_end(f->doc);
}

static void
say_risks(struct page *f)
{
	doc_list(f->doc, 0);
	item(f, N_("If nearly all of us give the same score, it shows what "
	    "each one gave."));
	item(f, N_("Colleagues who tell each other their scores learn more "
	    "about those of the others."));
	item(f, N_("If somebody joins or leaves before the next round and the "
	    "others answer as before, what that person answered may be "
	    "guessed."));
	item(f, N_("Whoever keeps the sheets sees every answer. They are kept "
	    "apart from what the team shares."));
	say_kept(f);
	doc_end(f->doc);
}

/* --- what is asked -------------------------------------------------------- */

static const char *
purpose(struct page *f, const char *lang)
{
	char	key[32];

	snprintf(key, sizeof(key), "purpose_%.8s", lang);
	return project_get(f->project, key);
}

/*
 * The then-test: people are asked apart from the present, and after it, what
 * they think today of how it was.
 */
static void
say_back(struct page *f)
{
	struct table	*t = project_table(f->project, "rounds");
	size_t		 i = table_find(t, f->back);
	char		 words[96], *line, *all;

	line = mem_printf(_("This sheet looks back at round %s, %s."),
	    f->back, date_words(words, sizeof(words),
	    cell_day(t, i, "date")));
	all = mem_printf("%s %s", line, _("Answer it after the sheet about "
	    "now, and apart from it. Give the scores for how it was then, as "
	    "you see it today; what you answered then does not matter, and "
	    "stays as it is."));
	para(f, all);
	free(all);
	free(line);
}

const char *
form_title(const struct page *f)
{
	return f->back != NULL ? _("How it was then") :
	    _("How we see ourselves");
}

static void
say_how(struct page *f)
{
	if (f->hands)
		para(f, _("We go through the statements together, "
		    "and for each score we count the hands. Each of us raises "
		    "a hand once for a statement. There is no right answer, "
		    "and nobody has to raise a hand."));
	else if (f->said != NULL)	/* a phone has no lines */
		para(f, _("Please write no name. Give each statement one "
		    "score. There is no right answer, and what you would "
		    "rather not answer you may skip."));
	else
		para(f, _("Please write no name. Give each statement "
		    "one score: a tick in its line. There is no right answer, "
		    "and what you would rather not answer you may skip."));
}

void
form_promise(struct page *f, const char *lang)
{
	if (f->back != NULL)
		say_back(f);
	if (*purpose(f, lang) != '\0')
		para(f, purpose(f, lang));
	say_how(f);
	head_now(f, 2, _("What will be shown, and to whom"));
	say_shown(f);
	if (!f->consensus && !f->policy.open) {
		head_now(f, 3, _("What may be guessed all the same"));
		say_risks(f);
	}
}
