/* The second typing against the first. */
#include "intake/verify.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/code.h"
#include "intake/typing.h"
#include "table/reader.h"

struct first {
	char		 code[CODE_LEN + 1];
	int16_t		*score;		/* by criterion */
	size_t		 group;		/* WORDS_NONE: none */
	const char	*unit;
	int		 paper;		/* typed, and no survey's */
	int		 met;
	UT_hash_handle	 hh;
};

struct typings {
	struct first	*sheets;
	struct key	 key;
	char		*round;
	struct arena	 arena;
};

static int
is_paper(const char *source)
{
	return strcmp(source, "paper") == 0 || strcmp(source, "grid") == 0;
}

static struct first *
first_of(struct typings *s, const char *code, size_t ncrit)
{
	struct first	*f;
	size_t		 c;

	HASH_FIND_STR(s->sheets, code, f);
	if (f != NULL)
		return f;
	f = arena_alloc(&s->arena, sizeof(*f));
	code_copy(f->code, code);
	f->group = WORDS_NONE;
	f->unit = "";
	f->score = arena_alloc(&s->arena, (ncrit + 1) * sizeof(*f->score));
	for (c = 0; c < ncrit; c++)
		f->score[c] = SCORE_SKIPPED;
	HASH_ADD_STR(s->sheets, code, f);
	return f;
}

struct typings *
typings_load(struct project *p, const char *round, const struct framework *fw,
    const struct words *w)
{
	struct table	*t = project_private(p, "responses");
	struct typings	*s;
	struct first	*f;
	const char	*code;
	size_t		 i, c, g;

	if (project_bad(p))
		return NULL;
	s = mem_calloc(1, sizeof(*s));
	arena_init(&s->arena);
	s->round = arena_str(&s->arena, round);
	if (key_load(&s->key, p) != 0) {
		typings_free(s);
		return NULL;
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		code = cell(t, i, "respondent");
		if (!cell_is(t, i, "round", round) || *code == '\0' ||
		    strlen(code) > CODE_LEN)
			continue;
		f = first_of(s, code, fw->ncrit);
		g = framework_group(fw, cell(t, i, "group"));
		if (g < fw->ngroups)
			f->group = g;
		if (*f->unit == '\0')
			f->unit = arena_str(&s->arena, cell(t, i, "unit"));
		f->paper |= is_paper(cell(t, i, "source"));
		c = framework_crit(fw, cell(t, i, "criterion"));
		if (c < fw->ncrit)
			f->score[c] = (int16_t)words_score(w, c,
			    cell(t, i, "score"), 0);
	}
	return s;
}

void
typings_free(struct typings *s)
{
	if (s == NULL)
		return;
	HASH_CLEAR(hh, s->sheets);
	key_free(&s->key);
	arena_free(&s->arena);
	free(s);
}

static struct first *
find(const struct typings *s, const char *number)
{
	char		 code[CODE_LEN + 1];
	struct first	*f;

	code_of_form(code, &s->key, s->round, number);
	HASH_FIND_STR(s->sheets, code, f);
	return f;
}

/* --- one sheet ------------------------------------------------------------- */

/*
 * The answer a third time, from the paper.  Neither of the two is shown, so
 * that nobody only confirms.  0, or -1 at the end of input.
 */
static int
third(const struct framework *fw, const struct words *w, size_t c, int first,
    int16_t *second, FILE *in, FILE *talk)
{
	char	*prompt = mem_printf(_("%s %s: the two typings differ.  What "
		    "is on the paper?"), fw->crit[c].id, fw->crit[c].label);
	char	*line;
	int	 score = SCORE_BAD;

	fprintf(talk, "%s\n", prompt);
	free(prompt);
	while ((line = typing_line(in, talk, "> ")) != NULL) {
		score = words_score(w, c, line, 1);
		free(line);
		if (score == first || score == *second)
			break;
		fprintf(talk, "%s\n", _("This is neither of the two: please "
		    "look again."));
	}
	if (line == NULL)
		return -1;
	*second = (int16_t)score;
	return 0;
}

/* The same for the group. */
static int
third_group(const struct framework *fw, const struct words *w,
    const struct first *f, struct paper *p, FILE *in, FILE *talk)
{
	size_t	 two = *p->group != '\0' ? framework_group(fw, p->group) :
		    WORDS_NONE, g;
	char	*line;

	fprintf(talk, "%s\n", _("The two typings differ about the group.  "
	    "Which is ticked on the paper? (Enter alone: none)"));
	while ((line = typing_line(in, talk, "> ")) != NULL) {
		g = *line == '\0' ? WORDS_NONE : words_group(w, line);
		if ((g == f->group || g == two) && (*line == '\0' ||
		    g < WORDS_TWO)) {
			free(line);
			free(p->group);
			p->group = mem_strdup(g < WORDS_TWO ?
			    fw->groups[g].id : "");
			return 0;
		}
		free(line);
		fprintf(talk, "%s\n", _("This is neither of the two: please "
		    "look again."));
	}
	return -1;
}

static int
other_group(const struct framework *fw, const struct first *f,
    const struct paper *p)
{
	if (p->group == NULL)
		return 0;
	return f->group != (*p->group != '\0' ? framework_group(fw, p->group) :
	    WORDS_NONE);
}

/* How many answers the second typing has otherwise; each is said. */
static int
say_differences(const struct first *f, const struct paper *p,
    const struct framework *fw)
{
	const struct sheet	*x = &p->sheet;
	size_t			 c;
	int			 n = 0;

	if (other_group(fw, f, p)) {
		msg_fault(NULL, N_("the group: the second typing differs"));
		n++;
	}
	for (c = 0; c < fw->ncrit; c++)
		if (f->score[c] != x->score[c]) {
			msg_fault(NULL, N_("%s: the second typing differs"),
			    fw->crit[c].id);
			n++;
		}
	return n;
}

/* All differences settled at a terminal; how many change the store, or -1. */
static int
settle(const struct first *f, struct paper *p, const struct framework *fw,
    const struct words *w, FILE *in, FILE *talk)
{
	struct sheet	*x = &p->sheet;
	size_t		 c;
	int		 n = 0;

	if (other_group(fw, f, p)) {
		if (third_group(fw, w, f, p, in, talk) != 0)
			return -1;
		n += other_group(fw, f, p);
	}
	for (c = 0; c < fw->ncrit; c++) {
		if (f->score[c] == x->score[c])
			continue;
		if (third(fw, w, c, f->score[c], &x->score[c], in, talk) != 0)
			return -1;
		n += f->score[c] != x->score[c];
	}
	return n;
}

int
verify_sheet(const struct typings *s, struct paper *p,
    const struct framework *fw, const struct words *w, FILE *in, FILE *talk)
{
	const struct first	*f = find(s, p->form);
	int			 n;

	if (f == NULL)
		return -1;
	if (talk == NULL)
		n = say_differences(f, p, fw) > 0 ? -1 : 0;
	else if ((n = settle(f, p, fw, w, in, talk)) < 0)
		msg_fault(NULL, N_("stopped before the end: nothing was "
		    "written"));
	return n;
}

/* --- a grid ---------------------------------------------------------------- */

struct compared {
	const struct typings	*s;
	const struct framework	*fw;
	const struct words	*w;
	const char		*shown;
	int			*crit;		/* by column: a criterion, or -1 */
	int			 n, number, group, unit;	/* columns; -1 */
	unsigned long		 same, other, none;	/* sheets */
};

/*
 * A header that is misspelt, or a page that was not typed, must not pass for
 * answers that agree.
 */
static void
say_columns(const struct compared *k, const struct record *r,
    const unsigned char *met)
{
	struct place	at = { k->shown, r->line, 0, NULL };
	struct str	left, none;
	size_t		c;
	int		i;

	str_init(&left);
	str_init(&none);
	for (i = 0; i < r->n; i++)
		if (k->crit[i] < 0 && i != k->number && i != k->group &&
		    i != k->unit && r->f[i][strspn(r->f[i], " ")] != '\0')
			msg_list(&left, r->f[i]);
	for (c = 0; c < k->fw->ncrit; c++)
		if (!met[c])
			msg_list(&none, k->fw->crit[c].id);
	if (left.len > 0)
		msg_note_at(&at, N_("not compared: %s"), left.s);
	if (none.len > 0)
		msg_fault(&at, N_("no column for these criteria, which nobody "
		    "compared: %s"), none.s);
	str_free(&left);
	str_free(&none);
}

/* Which column is what; 0, or -1 (said). */
static int
header(struct compared *k, const struct record *r)
{
	struct place	 at = { k->shown, r->line, 0, NULL };
	unsigned char	*met = mem_calloc(k->fw->ncrit + 1, 1);
	size_t		 c;
	int		 i, any = 0;

	k->crit = mem_calloc((size_t)r->n + 1, sizeof(*k->crit));
	k->n = r->n;
	for (i = 0; i < r->n; i++) {
		k->crit[i] = -1;
		if (typing_named(r->f[i], "number", "numero"))
			k->number = i;
		else if (typing_named(r->f[i], "group", "groupe") ||
		    typing_named(r->f[i], "group", "regard"))
			k->group = i;
		else if ((c = words_criterion(k->w, r->f[i])) < WORDS_TWO) {
			k->crit[i] = (int)c;
			any = met[c] = 1;
		} else if (typing_named(r->f[i], "unit", "unite"))
			k->unit = i;
	}
	if (k->number >= 0 && any)
		say_columns(k, r, met);
	else
		msg_fault(&at, N_("this is no grid: it needs the column "
		    "number and one for each criterion"));
	free(met);
	return k->number >= 0 && any ? 0 : -1;
}

static int
is_waiting(const struct compared *k, const struct record *r)
{
	char	buf[8];
	int	i;

	for (i = 0; i < k->n && i < r->n; i++)
		if (k->crit[i] >= 0 && (words_trim(buf, sizeof(buf),
		    r->f[i]) == NULL || *buf != '\0'))
			return 0;
	return 1;
}

static int
cell_differs(const struct compared *k, const struct record *r, int i,
    const struct first *f, int comma)
{
	struct place	at = { k->shown, r->line, 0,
			    k->fw->crit[k->crit[i]].id };
	int		score = words_score(k->w, (size_t)k->crit[i],
			    r->f[i], comma);

	if (score == SCORE_OFF)
		msg_fault(&at, N_("a number that is not on the scale"));
	else if (score == SCORE_BAD)
		msg_fault(&at, N_("neither a number nor a word of the scale"));
	else if (score != f->score[k->crit[i]])
		msg_fault(&at, N_("the second typing differs"));
	else
		return 0;
	return 1;
}

static int
group_differs(const struct compared *k, const struct record *r,
    const struct first *f)
{
	struct place	at = { k->shown, r->line, 0, "group" };
	char		buf[256];
	size_t		g;

	if (k->group < 0 || k->group >= r->n)
		return 0;
	if (words_trim(buf, sizeof(buf), r->f[k->group]) == NULL)
		g = WORDS_TWO;
	else
		g = *buf == '\0' ? WORDS_NONE : words_group(k->w, buf);
	if (g == f->group && (g < WORDS_TWO || *buf == '\0'))
		return 0;
	msg_fault(&at, N_("the second typing differs"));
	return 1;
}

static int
unit_differs(const struct compared *k, const struct record *r,
    const struct first *f)
{
	struct place	 at = { k->shown, r->line, 0, "unit" };
	char		*a, *b;
	int		 same;

	if (k->unit < 0 || k->unit >= r->n)
		return 0;
	/* As people see it: blanks and capitals aside. */
	a = words_plain(r->f[k->unit]);
	b = words_plain(f->unit);
	same = strcmp(a, b) == 0;
	free(a);
	free(b);
	if (!same)
		msg_fault(&at, N_("the second typing differs"));
	return !same;
}

static void
line(struct compared *k, const struct record *r, int comma)
{
	struct place	 at = { k->shown, r->line, 0, NULL };
	char		 number[128];
	struct first	*f;
	int		 i, n;

	if (is_waiting(k, r))
		return;
	if (k->number >= r->n || words_trim(number, sizeof(number),
	    r->f[k->number]) == NULL || *number == '\0') {
		at.column = "number";
		msg_fault(&at, N_("a sheet without its form number"));
		return;
	}
	if ((f = find(k->s, number)) == NULL) {
		msg_fault(&at, N_("this sheet is not stored: it was typed only "
		    "now"));
		k->none++;
		return;
	}
	if (f->met) {
		msg_fault(&at, N_("a sheet of this number stands further "
		    "up"));
		return;
	}
	f->met = 1;
	n = group_differs(k, r, f) + unit_differs(k, r, f);
	for (i = 0; i < k->n && i < r->n; i++)
		if (k->crit[i] >= 0)
			n += cell_differs(k, r, i, f, comma);
	k->other += n > 0;
	k->same += n == 0;
}

/* Stored paper that the second person did not type. */
static void
say_left(const struct compared *k)
{
	const struct first	*f;
	unsigned long		 left = 0;

	for (f = k->s->sheets; f != NULL; f = f->hh.next)
		left += f->paper && !f->met;
	msg_note_n(k->same, "%lu sheet is the same in both typings",
	    "%lu sheets are the same in both typings", k->same);
	if (left > 0)
		msg_note_n(left, "%lu stored paper sheet is not in the second "
		    "typing", "%lu stored paper sheets are not in the second "
		    "typing", left);
}

int
verify_grid(const struct typings *s, const char *path,
    const struct framework *fw, const struct words *w)
{
	unsigned long	 before = msg_faults();
	struct compared	 k = { .s = s, .fw = fw, .w = w, .number = -1,
			    .group = -1, .unit = -1 };
	struct reader	*rd;
	struct record	 r;

	k.shown = strcmp(path, "-") == 0 ? _("standard input") : path;
	if ((rd = reader_open(path, k.shown, READER_SECRET | READER_EOF_OK,
	    0)) == NULL)
		return -1;
	if (!reader_next(rd, &r)) {
		if (reader_faults(rd) == 0)
			msg_fault(&(struct place){ k.shown, 0, 0, NULL },
			    N_("this is no grid: it needs the column number "
			    "and one for each criterion"));
	} else if (header(&k, &r) == 0) {
		while (reader_next(rd, &r))
			line(&k, &r, reader_dialect(rd)->sep != ',');
		say_left(&k);
	}
	reader_close(rd);
	free(k.crit);
	return msg_faults() == before ? 0 : -1;
}
