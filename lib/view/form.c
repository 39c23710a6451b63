/*
 * A form: which round it is of, and its parts.  The questionnaire is in
 * form_ask.c, what it promises in form_promise.c, what is counted and drawn
 * by hand in form_hand.c, and how things are said in form_words.c.
 */
#include "view/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "view/form_in.h"

/* --- the round ------------------------------------------------------------ */

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

/* --- the form ------------------------------------------------------------- */

/* The title of it all, in the language in force.  The caller frees it. */
static char *
title_of(const struct page *f)
{
	const char	*team = project_get(f->project, "title");

	if (*team == '\0')
		return mem_strdup(form_title(f));
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
		form_questions(f);
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
		form_say_line(&said, "", title);
		form_say_part(&said);
		free(title);
		form_promise(&f, lang);
		doc_free(f.doc);
		form_say_part(&said);
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
