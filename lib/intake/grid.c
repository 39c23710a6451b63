/* The grid to type paper into, and one sheet typed in. */
#include "intake/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "intake/import.h"
#include "intake/merge.h"
#include "intake/spool.h"
#include "intake/typing.h"
#include "table/reader.h"
#include "table/writer.h"

void
grid_write(FILE *fp, const struct framework *fw, const char *lang, int n)
{
	int		  fr = strcmp(lang, "fr") == 0, i;
	const char	**cells = mem_calloc(fw->ncrit + 3, sizeof(*cells));
	char		  number[16];
	size_t		  c;

	cells[0] = fr ? "numéro" : "number";
	cells[1] = fr ? "groupe" : "group";
	cells[2] = fr ? "unité" : "unit";
	for (c = 0; c < fw->ncrit; c++)
		cells[c + 3] = fw->crit[c].id;
	writer_line(fp, cells, (int)fw->ncrit + 3);
	cells[0] = number;
	for (c = 1; c < fw->ncrit + 3; c++)
		cells[c] = "";
	for (i = 1; i <= n; i++) {
		snprintf(number, sizeof(number), "%d", i);
		writer_line(fp, cells, (int)fw->ncrit + 3);
	}
	free(cells);
}

int
grid_make(struct project *p, const char *round, int n, FILE *fp)
{
	struct table		*t = project_table(p, "rounds");
	struct framework	 fw;
	size_t			 i;
	int			 rc = -1;

	if (round != NULL) {
		if ((i = table_resolve(t, round)) >= t->nrows)
			return -1;
		round = cell(t, i, "id");
	}
	memset(&fw, 0, sizeof(fw));
	if (framework_load(&fw, p, round, project_lang(p)) == 0 &&
	    !project_bad(p)) {
		grid_write(fp, &fw, project_lang(p), n);
		rc = 0;
	}
	framework_free(&fw);
	return rc;
}

/* --- through a pipe ---------------------------------------------------------- */

struct typing {
	struct paper		*paper;
	struct sheet		*sheet;
	const struct framework	*fw;
	const struct words	*words;
	const struct forms	*forms;
	const char		*shown;
	unsigned char		*met;
	int			 verify;
};

/* One answer; what is wrong with it is said, without its value. */
static void
take(struct typing *t, long line, const char *name, const char *value,
    int comma)
{
	struct place	at = { t->shown, line, 0, NULL };
	size_t		c = words_criterion(t->words, name);
	int		score;

	if (c >= WORDS_TWO) {
		typing_unknown(t->fw, &at, name);
		return;
	}
	at.column = t->fw->crit[c].id;
	if (t->met[c]) {
		msg_fault(&at, N_("this sheet has an answer to this criterion "
		    "already"));
		return;
	}
	t->met[c] = 1;
	score = words_score(t->words, c, value, comma);
	if (score == SCORE_OFF)
		msg_fault(&at, N_("a number that is not on the scale"));
	else if (score == SCORE_BAD)
		msg_fault(&at, N_("neither a number nor a word of the scale"));
	else
		t->sheet->score[c] = (int16_t)score;
}

static void
take_pairs(struct typing *t, char *text)
{
	struct place	 at = { t->shown, 0, 0, NULL };
	char		*line, *eq, *p = text;

	while ((line = strsep(&p, "\n")) != NULL) {
		at.line++;
		words_trim(line, strlen(line) + 1, line);
		if (*line == '\0')
			continue;
		if ((eq = strchr(line, '=')) == NULL) {
			msg_fault(&at, N_("a line is criterion=score"));
			continue;
		}
		*eq = '\0';
		take(t, at.line, line, eq + 1, 1);
	}
}

static void
take_csv(struct typing *t, const char *text, size_t n)
{
	struct reader	*rd = reader_mem(text, n, t->shown, READER_SECRET |
			    READER_EOF_OK, 0);
	struct place	 at = { t->shown, 1, 0, NULL };
	struct record	 r;
	int		 i, crit = -1, score = -1;

	if (reader_next(rd, &r))
		for (i = 0; i < r.n; i++) {
			if (typing_named(r.f[i], "criterion", "critere"))
				crit = i;
			else if (typing_named(r.f[i], "score", "note"))
				score = i;
		}
	if (reader_faults(rd) == 0 && (crit < 0 || score < 0)) {
		msg_fault(&at, N_("neither lines criterion=score nor CSV with "
		    "the columns criterion and score"));
	} else
		while (reader_next(rd, &r))
			take(t, r.line, r.f[crit], r.f[score],
			    reader_dialect(rd)->sep != ',');
	reader_close(rd);
}

static void
read_pipe(struct typing *t, FILE *in)
{
	struct str	 all;
	const char	*first;

	str_init(&all);
	if (typing_slurp(&all, in, t->shown,
	    N_("nothing was given: lines criterion=score")) == 0) {
		first = all.s + strspn(all.s, " \t\r\n");
		if (memchr(first, '=', strcspn(first, "\n")) != NULL)
			take_pairs(t, all.s);
		else
			take_csv(t, all.s, all.len);
	}
	str_free(&all);
}

/* --- at a terminal ------------------------------------------------------------- */

static void
show_scale(FILE *talk, const struct framework *fw, const struct scale *s)
{
	char	num[NUM_LEN];
	int	i;

	for (i = 0; i < s->n; i++)
		fprintf(talk, "  %-4s %s\n", num_str(num, s->value[i], 0),
		    s->label[i] != NULL ? s->label[i] : "");
	fprintf(talk, "  %-4s %s\n  %-4s %s\n",
	    /* TRANSLATORS: not applicable, as short as on a form. */
	    _("NA"), fw->na,
	    /* TRANSLATORS: do not know, as short as on a form. */
	    _("DK"), fw->dk);
	fprintf(talk, "  %s\n", _("Enter alone: skipped.  <: back to the one "
	    "before."));
}

static int
ask_group(struct typing *t, FILE *in, FILE *talk)
{
	char	*line;
	size_t	 g;

	if (t->fw->ngroups == 0) {
		t->paper->group = mem_strdup("");
		return 0;
	}
	fprintf(talk, "%s\n", _("Groups:"));
	for (g = 0; g < t->fw->ngroups; g++)
		fprintf(talk, "  %-14s %s\n", t->fw->groups[g].id,
		    t->fw->groups[g].label);
	for (;;) {
		line = typing_line(in, talk, _("Group (Enter alone: none): "));
		if (line == NULL)
			return -1;
		g = words_group(t->words, line);
		if (*line == '\0' || g < WORDS_TWO)
			break;
		fprintf(talk, "%s\n", _("No group of the round has this name."));
		free(line);
	}
	t->paper->group = mem_strdup(*line == '\0' ? "" :
	    t->fw->groups[g].id);
	free(line);
	return 0;
}

static int
ask_form(struct typing *t, FILE *in, FILE *talk)
{
	char	*line;

	for (;;) {
		line = typing_line(in, talk, _("Number on the form: "));
		if (line == NULL)
			return -1;
		if (*line != '\0')
			break;
		free(line);
	}
	t->paper->form = line;
	return 0;
}

/* The question of one criterion; -1 at the end of input, 1: go back. */
static int
ask_score(struct typing *t, size_t c, FILE *in, FILE *talk)
{
	const struct criterion	*crit = &t->fw->crit[c];
	char			*line, *prompt;
	int			 score = SCORE_BAD, back = 0;

	prompt = mem_printf("%s %s\n> ", crit->id, crit->label);
	while (score == SCORE_BAD || score == SCORE_OFF) {
		if ((line = typing_line(in, talk, prompt)) == NULL) {
			free(prompt);
			return -1;
		}
		back = strcmp(line, "<") == 0;
		score = back ? SCORE_SKIPPED : words_score(t->words, c, line,
		    1);
		if (score == SCORE_BAD || score == SCORE_OFF)
			fprintf(talk, "%s\n", _("That is not on the scale."));
		free(line);
	}
	free(prompt);
	if (!back)
		t->sheet->score[c] = (int16_t)score;
	return back;
}

/* A second typing has a first one. */
static int
not_stored(const struct typing *t)
{
	if (forms_has(t->forms, t->paper->form))
		return 0;
	msg_fault(NULL, N_("form '%s' is not stored: there is nothing to "
	    "compare it with"), t->paper->form);
	return 1;
}

static int
ask_all(struct typing *t, FILE *in, FILE *talk)
{
	const struct framework	*fw = t->fw;
	const struct scale	*scale = NULL;
	size_t			 c = 0, dim = (size_t)-1;
	int			 rc;

	if (t->paper->form == NULL && ask_form(t, in, talk) != 0)
		return -1;
	if (t->verify && not_stored(t))
		return 0;
	if (!t->verify && forms_has(t->forms, t->paper->form)) {
		fprintf(talk, _("Form %s is stored already: what you type now "
		    "takes its place."), t->paper->form);
		fprintf(talk, "\n%s\n", _("(Ctrl-C leaves it as it is.)"));
	}
	if (t->paper->group == NULL && ask_group(t, in, talk) != 0)
		return -1;
	while (c < fw->ncrit) {
		if (fw->crit[c].dim != dim) {
			dim = fw->crit[c].dim;
			fprintf(talk, "\n%s\n", fw->dims[dim].label);
		}
		if (fw->crit[c].scale != scale)
			show_scale(talk, fw, scale = fw->crit[c].scale);
		rc = ask_score(t, c, in, talk);
		if (rc < 0)
			return -1;
		if (rc == 0)
			c++;
		else if (c > 0)
			c--;
	}
	return 0;
}

/* --- together ---------------------------------------------------------------- */

int
paper_read(struct paper *p, const struct paper_ask *a,
    const struct framework *fw, const struct words *w, FILE *in, FILE *talk)
{
	unsigned long	before = msg_faults();
	struct typing	t = { p, NULL, fw, w, a->forms, NULL, NULL, a->verify };
	size_t		g;

	memset(p, 0, sizeof(*p));
	sheets_begin(&p->sheets, fw->ncrit, "paper", NULL);
	sheet_init(&p->sheet, fw->ncrit, 0);
	memset(p->sheets.covered, 1, fw->ncrit);
	p->sheets.shown = t.shown = _("standard input");
	t.sheet = &p->sheet;
	t.sheet->day = a->day;
	p->sheets.has_date = a->day != DATE_NONE;
	p->replace = a->replace || a->terminal;
	if (a->form != NULL)
		p->form = mem_strdup(a->form);
	if (a->group != NULL) {
		g = import_group(w, fw, a->group);
		p->group = mem_strdup(g < WORDS_TWO ? fw->groups[g].id : "");
	}
	if (msg_faults() != before)
		return -1;
	if (a->terminal) {
		if (ask_all(&t, in, talk) != 0) {
			msg_fault(NULL, N_("stopped before the end: nothing "
			    "was written"));
			return -1;
		}
	} else if (!a->verify || !not_stored(&t)) {
		t.met = mem_calloc(fw->ncrit + 1, 1);
		read_pipe(&t, in);
		free(t.met);
	}
	return msg_faults() == before && msg_status() != MSG_TROUBLE ? 0 : -1;
}

int
paper_merge(struct paper *p, struct project *project, const char *round,
    const struct framework *fw, struct merged *m)
{
	unsigned long	 before = msg_faults();
	struct sheet	*x = &p->sheet;
	struct stock	 stock;
	struct key	 key;
	int		 rc;

	project_private(project, "forgotten");
	if (project_bad(project) || key_load(&key, project) != 0)
		return -1;
	code_of_form(x->code, &key, round, p->form);
	key_free(&key);
	if (p->group != NULL) {
		p->sheets.has_group = 1;
		if (*p->group != '\0')
			x->group = framework_group(fw, p->group);
	}
	if (!p->replace && sheets_stored(&p->sheets, x, project, round, fw) ==
	    STORED_OTHER) {
		msg_fault(NULL, N_("form '%s' of %s is stored already, with "
		    "other answers"), p->form, round);
		msg_hint(N_("--replace puts this sheet in its place"));
		return -1;
	}
	spool_put(p->sheets.spool, x);
	rc = stock_load(&stock, project, round) != 0 ? -1 :
	    sheets_merge(&p->sheets, &stock, project, fw, m);
	stock_free(&stock);
	if (p->group == NULL && fw->ngroups > 0 && m->added > 0)
		m->ungrouped = 1;
	return rc == 0 && msg_faults() == before ? 0 : -1;
}

void
paper_free(struct paper *p)
{
	sheets_free(&p->sheets);
	sheet_free(&p->sheet);
	free(p->group);
	free(p->form);
}
