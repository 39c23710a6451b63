/*
 * The questionnaire to print.  The sentences on what is shown follow the
 * policy (model/policy.h) for the size and the choices of this round; a
 * change there is a change here.
 */
#include "view/form_in.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"

/* The sentences before the questions, as plain text; see form_said. */
struct said {
	char		**part;
	size_t		 n, cap;
	struct str	 text;			/* of the part under way */
};

static void
said_line(struct said *t, const char *mark, const char *line)
{
	if (t->text.len > 0)
		str_addc(&t->text, '\n');
	str_add(&t->text, mark);
	str_add(&t->text, line);
}

/* End the part under way, if anything was said in it. */
static void
said_part(struct said *t)
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
		said_line(f->said, "\u2022 ", text);
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
		said_line(f->said, "", text);
	else
		doc_para(f->doc, text);
}

/* A heading in the language in force; in plain text it begins a part. */
static void
head_now(struct page *f, int level, const char *text)
{
	if (f->said != NULL) {
		said_part(f->said);
		said_line(f->said, "", text);
	} else
		doc_head(f->doc, level, text);
}

char *
form_both(const struct page *f, const char *a, const char *b)
{
	if (f->nlang < 2 || b == NULL || strcmp(a, b) == 0 || *b == '\0')
		return mem_strdup(a);
	if (*a == '\0')
		return mem_strdup(b);
	return mem_printf("%s / %s", a, b);
}

char *
form_word(const struct page *f, const char *id)
{
	char	*a, *b, *all;

	lang_use(f->lang[0]);
	a = mem_strdup(_(id));
	lang_use(f->lang[f->nsay - 1]);
	b = mem_strdup(_(id));
	lang_use(f->lang[0]);
	all = form_both(f, a, b);
	free(a);
	free(b);
	return all;
}

void
form_head(struct page *f, int level, const char *id)
{
	char	*text = form_word(f, id);

	doc_head(f->doc, level, text);
	free(text);
}

/* --- who is asked, and what was agreed to show ------------------------------- */

static int64_t
sum_counts(const char *s)
{
	int64_t		 sum = 0, n;
	const char	*colon;
	char		 num[20];

	for (; (colon = strchr(s, ':')) != NULL; s = colon + 1) {
		snprintf(num, sizeof(num), "%.*s",
		    (int)strcspn(colon + 1, " "), colon + 1);
		if (num_int(num, 0, 1000000, &n) == 0)
			sum += n;
	}
	return sum;
}

/*
 * Where a score is one of three or fewer, ten people are needed: for all of
 * it, or for some of the threads.
 */
static void
short_scale(struct page *f)
{
	size_t	i, asked = 0, few = 0;

	for (i = 0; i < f->fw[0].ndims; i++) {
		if (f->fw[0].dims[i].n == 0)
			continue;
		asked++;
		few += f->fw[0].dims[i].scale->n < 4;
	}
	f->few = few > 0 && few < asked;
	if (few > 0 && few == asked && f->policy.team < 10)
		f->policy.team = 10;
	if (f->policy.counts < f->policy.team)
		f->policy.counts = f->policy.team;
}

static void
read_round(struct page *f)
{
	struct table	*t = project_table(f->project, "rounds");

	f->policy = (struct policy)POLICY_PRESET;
	if (f->round == NULL) {
		policy_thresholds(&f->policy, f->project);
		short_scale(f);
		return;
	}
	policy_parse(&f->policy, cell(t, f->row, "policy"), NULL);
	f->policy.groups = cell_is(t, f->row, "show", "groups");
	f->policy.open = cell_is(t, f->row, "votes", "open");
	f->consensus = cell_is(t, f->row, "method", "consensus");
	f->hands = cell_is(t, f->row, "method", "hands");
	if (cell_is(t, f->row, "kind", "retrospective"))
		f->back = cell(t, f->row, "refers_to");
	f->invited = sum_counts(cell(t, f->row, "invited"));
	short_scale(f);
}

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
		item(f, N_("The team shares this with everybody, and no more:"));
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

/* --- the parts of the page ------------------------------------------------------ */

static const char *
purpose(struct page *f, const char *lang)
{
	char	key[32];

	snprintf(key, sizeof(key), "purpose_%.8s", lang);
	return project_get(f->project, key);
}

void
form_part_open(struct page *f, int i)
{
	if (i < f->nsay)
		lang_use(f->lang[i]);
	doc_open(f->doc, DOC_PART, i > 0 ? f->lang[i] : NULL);
}

void
form_round(struct page *f)
{
	struct table	*t = project_table(f->project, "rounds");
	char		 words[96];
	int		 day;

	if (f->round == NULL)
		return;
	day = cell_day(t, f->row, "date");
	doc_text(f->doc, " · ");
	doc_text(f->doc, f->round);
	if (day != DATE_NONE) {
		doc_text(f->doc, ", ");
		doc_text(f->doc, date_words(words, sizeof(words), day));
	}
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

static const char *
title_words(const struct page *f)
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

/* What is asked of people and promised to them, in one language. */
static void
ask(struct page *f, const char *lang)
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

static void
front(struct page *f)
{
	char	*line, *number;
	int	 i;

	doc_para(f->doc, NULL);
	if (!f->hands) {
		number = form_word(f, N_("Number of this form"));
		line = mem_printf(_("%s: %s"), number, "…………………");
		doc_strong(f->doc, line);
		free(line);
		free(number);
	} else {
		number = form_word(f, N_("A show of hands"));
		doc_strong(f->doc, number);
		free(number);
	}
	form_round(f);
	for (i = 0; i < f->nsay; i++) {
		form_part_open(f, i);
		if (i > 0)
			doc_head(f->doc, 2, title_words(f));
		ask(f, f->lang[i]);
		doc_end(f->doc);
	}
	lang_use(f->lang[0]);
}

static void
groups(struct page *f)
{
	size_t	 g;
	char	*label, *line;

	if (f->fw[0].ngroups == 0 || f->hands)
		return;
	doc_open(f->doc, DOC_TICKS, NULL);
	form_head(f, 2, N_("I answer as (tick one)"));
	doc_list(f->doc, 0);
	for (g = 0; g < f->fw[0].ngroups; g++) {
		label = form_both(f, f->fw[0].groups[g].label,
		    f->fw[f->nlang - 1].groups[g].label);
		line = mem_printf("☐ %s", label);
		doc_item(f->doc, line);
		free(line);
		free(label);
	}
	doc_end(f->doc);
	doc_end(f->doc);
}

/* What the general scale says of a point, beside its label. */
static const char *
point_text(const struct page *f, const char *value, const char *lang)
{
	const struct table	*t = f->round != NULL ?
	    project_frozen(f->project, f->round, "scale") :
	    project_table(f->project, "scale");
	size_t	i = table_find_by(t, "dimension", "", "value", value, NULL);
	int	found = 0;

	return i < t->nrows ? cell_label(t, i, "text", lang, &found) : "";
}

static void
scale_row(struct page *f, struct doc_table *t, const char *value,
    const char *const label[2])
{
	const char	*text;
	char		*line = form_word(f, value);
	int		 i;

	doc_row(t);
	doc_cell(t, line);
	free(line);
	for (i = 0; i < f->nlang; i++) {
		if (i > 0 && strcmp(label[0], label[1]) == 0)
			continue;
		text = point_text(f, value, f->lang[i]);
		if (i < f->nsay)
			lang_use(f->lang[i]);
		line = *text != '\0' ? mem_printf(_("%s: %s"), label[i], text) :
		    mem_strdup(label[i]);
		if (i == 0)
			doc_cell(t, line);
		else
			doc_cell_more(t, line, f->lang[i]);
		free(line);
	}
	lang_use(f->lang[0]);
}

static void
scale(struct page *f)
{
	const struct scale	*a = &f->fw[0].general,
				*b = &f->fw[f->nlang - 1].general;
	struct doc_table	*t;
	char			 num[NUM_LEN], *caption, *col;
	int			 i;

	doc_open(f->doc, DOC_KEEP, NULL);
	form_head(f, 2, N_("The scores"));
	caption = form_word(f, N_("What each score means"));
	t = doc_table(f->doc, caption);
	free(caption);
	doc_col(t, col = form_word(f, N_("score")), DOC_COL_NARROW);
	free(col);
	doc_col(t, col = form_word(f, N_("meaning")), 0);
	free(col);
	for (i = 0; i < a->n; i++)
		scale_row(f, t, num_str(num, a->value[i], 0),
		    (const char *const[2]){ a->label[i], b->label[i] });
	scale_row(f, t, N_("NA"), (const char *const[2]){ f->fw[0].na,
	    f->fw[f->nlang - 1].na });
	scale_row(f, t, N_("DK"), (const char *const[2]){ f->fw[0].dk,
	    f->fw[f->nlang - 1].dk });
	doc_end(f->doc);
}

/* "1 one person decides · 2 meetings in emergencies …" of one language. */
static void
descriptors(struct page *f, size_t dim, int i)
{
	const struct dimension	*d = &f->fw[i].dims[dim];
	struct str		 s;
	char			 num[NUM_LEN];
	int			 k;

	if (d->text == NULL || (i > 0 && f->fw[0].dims[dim].text == NULL))
		return;
	str_init(&s);
	for (k = 0; k < d->scale->n; k++)
		if (d->text[k] != NULL && *d->text[k] != '\0' &&
		    (i == 0 || strcmp(d->text[k],
		    f->fw[0].dims[dim].text[k]) != 0))
			str_printf(&s, "%s%s\u00a0%s", s.len > 0 ? " · " : "",
			    num_str(num, d->scale->value[k], 0), d->text[k]);
	if (s.len > 0) {
		form_part_open(f, i);
		doc_para(f->doc, s.s);
		doc_end(f->doc);
	}
	str_free(&s);
}

void
form_statement(const struct page *f, struct doc_table *t, size_t crit)
{
	const struct criterion	*c = &f->fw[0].crit[crit],
				*c2 = &f->fw[f->nlang - 1].crit[crit];
	char			*line = mem_printf("%s\u2002%s", c->id,
				    c->label);

	doc_row(t);
	doc_cell(t, line);
	free(line);
	if (strcmp(c->label, c2->label) != 0)
		doc_cell_more(t, c2->label, f->lang[1]);
}

/* A line and a box for each score; hands are counted on the tally sheet. */
static void
statements(struct page *f, size_t dim, const char *caption)
{
	const struct dimension	*d = &f->fw[0].dims[dim];
	struct doc_table	*t = doc_table(f->doc, caption);
	char			 num[NUM_LEN], *word;
	size_t			 i;
	int			 k;

	doc_col(t, word = form_word(f, N_("statement")), 0);
	free(word);
	for (k = 0; k < d->scale->n && !f->hands; k++)
		doc_col(t, num_str(num, d->scale->value[k], 0),
		    DOC_COL_NARROW | DOC_COL_WRITE);
	for (k = 0; k < 2 && !f->hands; k++) {
		word = form_word(f, k == 0 ? N_("NA") : N_("DK"));
		doc_col(t, word, DOC_COL_NARROW | DOC_COL_WRITE);
		free(word);
	}
	for (i = 0; i < d->n; i++) {
		form_statement(f, t, d->first + i);
		for (k = 0; k < d->scale->n + 2 && !f->hands; k++)
			doc_cell(t, "");
	}
}

static void
themes(struct page *f)
{
	char	*label;
	size_t	 i;
	int	 l;

	for (i = 0; i < f->fw[0].ndims; i++) {
		if (f->fw[0].dims[i].n == 0)
			continue;
		doc_open(f->doc, DOC_KEEP, NULL);
		label = form_both(f, f->fw[0].dims[i].label,
		    f->fw[f->nlang - 1].dims[i].label);
		doc_head(f->doc, 2, label);
		for (l = 0; l < f->nlang; l++)
			descriptors(f, i, l);
		lang_use(f->lang[0]);
		free(label);
		label = form_word(f, f->hands ?
		    N_("A show of hands for each line") :
		    N_("One tick a line"));
		statements(f, i, label);
		free(label);
		doc_end(f->doc);
	}
}

static void
questions(struct page *f)
{
	char	*thanks;

	front(f);
	groups(f);
	/* The first page is to read; what the scores mean stays with them. */
	doc_page(f->doc);
	scale(f);
	themes(f);
	thanks = form_word(f, N_("Thank you."));
	doc_para(f->doc, thanks);
	free(thanks);
}

/* The title of it all, in the language in force.  The caller frees it. */
static char *
title_of(const struct page *f)
{
	const char	*team = project_get(f->project, "title");

	if (*team == '\0')
		return mem_strdup(title_words(f));
	return mem_printf(f->back != NULL ? _("%s: how it was then") :
	    _("%s: how we see ourselves"), team);
}

static void
make(struct page *f, unsigned parts)
{
	char	*title;

	lang_use(f->lang[0]);
	title = title_of(f);
	f->doc = doc_new(f->lang[0], title);
	free(title);
	if (parts & FORM_QUESTIONS)
		questions(f);
	if (parts & FORM_TALLY) {
		if (parts & FORM_QUESTIONS)
			doc_page(f->doc);
		form_tally(f);
	}
	if (parts & FORM_WEB) {
		if (parts != FORM_WEB)
			doc_page(f->doc);
		form_web(f);
	}
}

/* What is to be made of what was asked for; 0 (said) where that cannot be. */
static unsigned
parts_of(const struct page *f, const struct form_ask *a)
{
	const char	*why = form_no_web(f);
	unsigned	 parts = a->parts != 0 ? a->parts : FORM_QUESTIONS |
			    FORM_TALLY | FORM_WEB;

	if (a->parts & FORM_TALLY && f->consensus) {
		msg_fault(NULL, N_("round '%s' is a consensus: there is "
		    "nothing to count"), f->round);
		parts = 0;
	}
	if (a->parts & FORM_WEB && why != NULL) {
		msg_fault(NULL, why, f->fw[0].ndims);
		parts = 0;
	}
	if (f->consensus)
		parts &= ~(unsigned)FORM_TALLY;
	if (why != NULL || !a->drawn)
		parts &= ~(unsigned)FORM_WEB;
	return parts;
}

static int
find_round(struct page *f, const char *round)
{
	struct table	*t = project_table(f->project, "rounds");

	if (round == NULL)
		return 0;
	f->row = table_resolve(t, round);
	if (f->row >= t->nrows)
		return -1;
	f->round = cell(t, f->row, "id");
	return 0;
}

struct doc *
form_make(struct project *p, const struct form_ask *a)
{
	struct page	f;
	char		before[16];
	unsigned	parts;

	memset(&f, 0, sizeof(f));
	snprintf(before, sizeof(before), "%s", lang_now());
	f.project = p;
	f.lang[0] = a->lang != NULL ? a->lang : project_lang(p);
	f.lang[1] = a->second;
	f.nlang = a->second != NULL && strcmp(a->second, f.lang[0]) != 0 ?
	    2 : 1;
	/* Labels come in any language, sentences in those of a catalogue. */
	f.nsay = f.nlang == 2 && lang_known(a->second) ? 2 : 1;
	if (find_round(&f, a->round) == 0 &&
	    framework_load(&f.fw[0], p, f.round, f.lang[0]) == 0 &&
	    (f.nlang == 1 || framework_load(&f.fw[1], p, f.round,
	    f.lang[1]) == 0) && !project_bad(p)) {
		read_round(&f);
		if (f.fw[0].ncrit == 0)
			msg_fault(NULL, N_("there is no criterion yet: a form "
			    "would be empty"));
		else if ((parts = parts_of(&f, a)) != 0)
			make(&f, parts);
	}
	lang_use(before);
	framework_free(&f.fw[0]);
	framework_free(&f.fw[1]);
	return f.doc;
}

char **
form_said(struct project *p, const char *round, const char *lang)
{
	struct page	f;
	struct said	said = { NULL, 0, 0, { NULL, 0, 0 } };
	char		before[16], *title;

	memset(&f, 0, sizeof(f));
	snprintf(before, sizeof(before), "%s", lang_now());
	f.project = p;
	f.lang[0] = lang;
	f.nlang = f.nsay = 1;
	str_init(&said.text);
	if (find_round(&f, round) == 0 && framework_load(&f.fw[0], p, f.round,
	    lang) == 0) {
		lang_use(lang_known(lang) ? lang : "en");
		f.said = &said;
		f.doc = doc_new(lang, "");
		read_round(&f);
		title = title_of(&f);
		said_line(&said, "", title);
		said_part(&said);
		free(title);
		ask(&f, lang);
		doc_free(f.doc);
		said_part(&said);
		said.part = mem_grow(said.part, said.n, &said.cap,
		    sizeof(*said.part));
		said.part[said.n] = NULL;
	}
	lang_use(before);
	str_free(&said.text);
	framework_free(&f.fw[0]);
	return said.part;
}

void
form_said_free(char **part)
{
	size_t	i;

	for (i = 0; part != NULL && part[i] != NULL; i++)
		free(part[i]);
	free(part);
}
