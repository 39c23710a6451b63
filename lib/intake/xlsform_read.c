/* A pack from a team's own XLSForm: groups to dimensions, scores to criteria. */
#include "intake/xlsform_in.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/ids.h"
#include "base/lang.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"

#define NAMED	8			/* in a message; the rest counted */

/* --- ids ------------------------------------------------------------------------ */

/*
 * The id for a name; NULL where it has no letter or digit.  What our own form
 * puts in front of a digit goes again.
 */
static const char *
id_of(struct xread *f, const char *name)
{
	struct str	 id;
	char		*plain = NULL;
	const char	*p, *out = NULL;

	for (p = name; *p != '\0' && (unsigned char)*p < 0x80; p++)
		continue;
	if (*p != '\0')
		name = plain = utf_plain(name);
	str_init(&id);
	for (p = name + strspn(name, "_.-:"); *p != '\0'; p++) {
		if (isalnum((unsigned char)*p) || *p == '_' || *p == '-')
			str_addc(&id, *p);
		else if (id.len > 0 && id.s[id.len - 1] != '-')
			str_addc(&id, '-');
	}
	while (id.len > 0 && id.s[id.len - 1] == '-')
		id.s[--id.len] = '\0';
	if (id.len > 0)
		out = arena_str(&f->arena, id.s);
	str_free(&id);
	free(plain);
	return out;
}

/* An id from the name of a row; faults are said and give NULL. */
static const char *
row_id(struct xread *f, const struct xsheet *s, size_t row)
{
	const char	*name = xsheet_cell(s, row, X_NAME);
	const char	*id = id_of(f, name);
	struct place	 at = xsheet_place(s, row, X_NAME);

	if (*name == '\0')
		msg_fault(&at, N_("empty: this needs a name"));
	else if (id == NULL)
		msg_fault(&at, N_("a name without Latin letters or digits: "
		    "'%s'"), name);
	else if (strlen(id) > SLUG_MAX)
		msg_fault(&at, N_("a name of more than %d signs"), SLUG_MAX);
	else {
		if (strcmp(id, name + strspn(name, "_")) != 0)
			msg_note_at(&at, N_("'%s' is named '%s' here"), name,
			    id);
		return id;
	}
	return NULL;
}

static char *
lower(struct xread *f, const char *id)
{
	char	*s = arena_str(&f->arena, id), *p;

	for (p = s; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return s;
}

/* Ids of criteria: the names that an export has, so that none is changed. */
static void
name_criteria(struct xread *f, struct ids *taken)
{
	struct place	at;
	size_t		i, before;
	char		*key;

	for (i = 0; i < f->nq; i++) {
		if (!f->q[i].scored)
			continue;
		xsheet_refs(&f->survey, f->q[i].row);
		f->q[i].id = row_id(f, &f->survey, f->q[i].row);
		if (f->q[i].id == NULL)
			continue;
		key = lower(f, f->q[i].id);
		before = ids_at(taken, key, XNONE);
		if (before != XNONE) {
			at = xsheet_place(&f->survey, f->q[i].row, X_NAME);
			msg_fault(&at, N_("the question on line %ld has this "
			    "name already: '%s'"),
			    f->survey.rows[f->q[before].row].line,
			    xsheet_cell(&f->survey, f->q[i].row, X_NAME));
		} else
			ids_add(taken, key, i);
	}
}

/* Dimensions give way: their names are in no answer. */
static void
name_groups(struct xread *f, struct ids *taken)
{
	struct xgroup	*g;
	struct place	 at;
	const char	*id;
	size_t		 i, k;

	for (i = 0; i < f->ng; i++) {
		g = &f->g[i];
		if (g->n == 0)
			continue;
		xsheet_refs(&f->survey, g->row);
		if ((id = row_id(f, &f->survey, g->row)) == NULL)
			continue;
		g->id = id;
		for (k = 2; ids_at(taken, lower(f, g->id), XNONE) != XNONE; k++)
			g->id = arena_printf(&f->arena, "%.60s-%zu", id, k);
		ids_add(taken, lower(f, g->id), XNONE - 1);
		if (g->id == id)
			continue;
		at = xsheet_place(&f->survey, g->row, X_NAME);
		msg_note_at(&at, N_("'%s' is named '%s' here"),
		    xsheet_cell(&f->survey, g->row, X_NAME), g->id);
	}
}

/* Questions outside all groups: a dimension that is named after the form. */
static void
gather_loose(struct xread *f, struct ids *taken)
{
	struct place	 at = { f->survey.shown, 0, 0, NULL };
	size_t		 i, k, g = XNONE;
	unsigned long	 n = 0;

	for (i = 0; i < f->nq; i++) {
		if (!f->q[i].scored || f->q[i].group != XNONE)
			continue;
		if (g == XNONE) {
			g = xread_group(f, XNONE, XNONE, 0);
			f->g[g].id = "form";
			f->g[g].list = f->q[i].list;
		}
		f->q[i].group = g;
		f->g[g].n++;
		n++;
	}
	if (g == XNONE)
		return;
	for (k = 2; ids_at(taken, lower(f, f->g[g].id), XNONE) != XNONE; k++)
		f->g[g].id = arena_printf(&f->arena, "form-%zu", k);
	ids_add(taken, lower(f, f->g[g].id), XNONE - 1);
	msg_note_at(&at, N_("questions in no group are the dimension '%s' "
	    "here (%lu)"), f->g[g].id, n);
}

/* --- languages -------------------------------------------------------------------- */

static void
add_lang(struct xread *f, const char *lang)
{
	size_t	i;

	for (i = 0; i < f->nlang; i++)
		if (strcmp(f->lang[i], lang) == 0)
			return;
	if (f->nlang == XLANGS_MAX)
		return;
	snprintf(f->lang[f->nlang++], sizeof(f->lang[0]), "%s", lang);
	str_printf(&f->langs, "%s%s", f->langs.len > 0 ? " " : "", lang);
}

static void
sheet_langs(struct xread *f, const struct xsheet *s)
{
	size_t	i;

	for (i = 0; i < s->nwords; i++)
		add_lang(f, s->words[i].lang[0] != '\0' ? s->words[i].lang :
		    f->def);
}

/* The form's own default comes first, if a label is in it. */
static void
find_langs(struct xread *f, const char *asked)
{
	const char	*own = xsheet_cell(&f->settings, 0, X_DEFAULT);
	size_t		 i;
	int		 said = *own != '\0' &&
			    xlsform_lang_code(f->def, own) == 0;

	if (!said)
		snprintf(f->def, sizeof(f->def), "%.3s", asked != NULL ?
		    asked : lang_now());
	str_init(&f->langs);
	for (i = 0; said && i < f->survey.nwords; i++)
		if (f->survey.words[i].lang[0] == '\0' ||
		    strcmp(f->survey.words[i].lang, f->def) == 0)
			add_lang(f, f->def);
	sheet_langs(f, &f->survey);
	sheet_langs(f, &f->choices);
	if (f->nlang == 0)
		add_lang(f, f->def);
}

/* --- tables ------------------------------------------------------------------------- */

static struct table *
begin(struct xread *f, struct project *p, const char *name)
{
	struct table	*t = project_table(p, name);

	table_begin_new(t, f->langs.s);
	return t;
}

/* Labels of a row in all languages; whether there was one. */
static int
set_words(struct xread *f, struct table *t, size_t i, const char *family,
    struct xsheet *s, size_t row, int hint, const char *unless)
{
	char		 name[32];
	const char	*text;
	size_t		 l;
	int		 any = 0;

	for (l = 0; l < f->nlang; l++) {
		text = xsheet_words(s, row, hint, f->lang[l], f->def);
		if (*text == '\0')
			continue;
		any = 1;
		if (unless != NULL && strcmp(text, unless) == 0)
			continue;
		snprintf(name, sizeof(name), "%s_%s", family, f->lang[l]);
		table_set(t, i, name, text);
	}
	return any;
}

static void
set_number(struct table *t, size_t i, const char *name, size_t n)
{
	char	num[24];

	snprintf(num, sizeof(num), "%zu", n);
	table_set(t, i, name, num);
}

/* The nearest group around this one that has a label. */
static size_t
labelled_parent(struct xread *f, size_t g)
{
	size_t	l, up = f->g[g].parent;

	for (; up != XNONE; up = f->g[up].parent)
		for (l = 0; f->g[up].row != XNONE && l < f->nlang; l++)
			if (*xsheet_words(&f->survey, f->g[up].row, 0,
			    f->lang[l], f->def) != '\0')
				return up;
	return XNONE;
}

/* A group without a label: its name, behind the label it stands under. */
static void
put_own_name(struct xread *f, struct table *t, size_t i, size_t g)
{
	const char	*own = xsheet_cell(&f->survey, f->g[g].row, X_NAME);
	const char	*words;
	char		 name[16];
	size_t		 l, up = labelled_parent(f, g);

	for (l = 0; l < (up == XNONE ? 1 : f->nlang); l++) {
		words = up == XNONE ? "" : xsheet_words(&f->survey,
		    f->g[up].row, 0, f->lang[l], f->def);
		if (up != XNONE && *words == '\0')
			continue;
		snprintf(name, sizeof(name), "label_%s", f->lang[l]);
		table_set(t, i, name, arena_printf(&f->arena, "%s%s%s", words,
		    *words != '\0' ? " – " : "", own));
	}
}

/* What questions outside groups stand under: the form's title, or its folder. */
static const char *
form_title(struct xread *f)
{
	const char	*title = xsheet_cell(&f->settings, 0, X_TITLE);
	const char	*at;
	size_t		 n = strlen(f->dir);

	if (*title != '\0')
		return title;
	while (n > 1 && f->dir[n - 1] == '/')
		n--;
	for (at = f->dir + n; at > f->dir && at[-1] != '/'; at--)
		continue;
	title = arena_printf(&f->arena, "%.*s", (int)(f->dir + n - at), at);
	/* "." and ".." name nothing. */
	return title[strspn(title, "./")] != '\0' ? title : "form";
}

/* Dimensions follow one another as their first questions do. */
static void
put_dimensions(struct xread *f, struct project *p)
{
	struct table	*t = begin(f, p, "dimensions");
	const char	*title = form_title(f);
	char		 name[16];
	size_t		 g, i, k, order = 0;

	for (k = 0; k < f->nq; k++) {
		g = f->q[k].group;
		if (!f->q[k].scored || f->g[g].id == NULL ||
		    table_find(t, f->g[g].id) < t->nrows)
			continue;
		i = table_add(t);
		table_set(t, i, "id", f->g[g].id);
		set_number(t, i, "order", ++order);
		if (f->g[g].row != XNONE) {
			if (!set_words(f, t, i, "label", &f->survey,
			    f->g[g].row, 0, NULL))
				put_own_name(f, t, i, g);
			continue;
		}
		snprintf(name, sizeof(name), "label_%s", f->lang[0]);
		table_set(t, i, name, title);
	}
}

static void
put_criterion(struct xread *f, struct table *t, const struct xquestion *q,
    size_t order)
{
	struct place	at = xsheet_place(&f->survey, q->row, X_NAME);
	size_t		i = table_add(t);

	table_set(t, i, "id", q->id);
	table_set(t, i, "dimension", f->g[q->group].id);
	set_number(t, i, "order", order);
	if (!set_words(f, t, i, "label", &f->survey, q->row, 0, NULL))
		msg_fault(&at, N_("a question without a label"));
	set_words(f, t, i, "hint", &f->survey, q->row, 1, NULL);
}

static void
put_criteria(struct xread *f, struct project *p)
{
	struct table	*dims = project_table(p, "dimensions");
	struct table	*t = begin(f, p, "criteria");
	size_t		 d, k, order;

	for (d = table_first(dims); d < dims->nrows; d = table_next(dims, d))
		for (k = order = 0; k < f->nq; k++)
			if (f->q[k].scored && f->q[k].id != NULL &&
			    f->g[f->q[k].group].id != NULL && cell_is(dims, d,
			    "id", f->g[f->q[k].group].id))
				put_criterion(f, t, &f->q[k], ++order);
}

/* NA and DK, which a framework has, in our words where the form has none. */
static void
put_missing(struct xread *f, struct table *t, const char *value,
    const char *words)
{
	char	name[16], before[16];
	size_t	l, i = table_add(t);

	snprintf(before, sizeof(before), "%s", lang_now());
	table_set(t, i, "value", value);
	for (l = 0; l < f->nlang; l++) {
		lang_use(lang_known(f->lang[l]) ? f->lang[l] : "en");
		snprintf(name, sizeof(name), "label_%s", f->lang[l]);
		table_set(t, i, name, _(words));
	}
	lang_use(before);
}

/* A choice that was known by its label alone has another name in exports. */
static void
say_missing(const struct xread *f, size_t row, const char *as)
{
	struct place	 at = xsheet_place(&f->choices, row, X_NAME);
	const char	*name = xsheet_cell(&f->choices, row, X_NAME);
	fixed		 v;

	if (num_fixed(name, 1, &v) == 0)
		msg_note_at(&at, N_("'%s' is %s, as its label says: for an "
		    "export with names, a map says %s=%s"), name, as, name,
		    as);
}

static void
say_counted(const struct xread *f, const struct xlist *l,
    const struct xscale *x)
{
	struct place	at = xsheet_place(&f->choices, l->row[0], X_LIST);
	struct str	all;
	char		num[NUM_LEN];
	size_t		i;

	str_init(&all);
	for (i = 0; i < l->n; i++)
		if (x->kind[i] == XPOINT_VALUE)
			str_printf(&all, "%s%s=%s", all.len > 0 ? "; " : "",
			    xsheet_cell(&f->choices, l->row[i], X_NAME),
			    num_str(num, x->value[i], 0));
	msg_note_at(&at, N_("names of choices are no numbers: the scores "
	    "follow their order, %s"), all.s);
	msg_hint(N_("where the best one stands first, turn them in scale.csv; "
	    "for an export with names, a map says the pairs"));
	str_free(&all);
}

/* The points of a list; its NA and DK too where the scale is the general one. */
static void
put_scale(struct xread *f, struct table *t, size_t list, const char *dim)
{
	const struct xlist	*l = &f->lists.v[list];
	const char		*name, *value;
	struct xscale		 x;
	char			 num[NUM_LEN];
	size_t			 i, k;
	int			 na = 0, dk = 0;

	for (k = 0; k < l->n; k++)
		xsheet_refs(&f->choices, l->row[k]);
	if (xscale_take(&x, &f->lists, list) != 0) {
		xscale_free(&x);
		return;
	}
	for (k = 0; k < l->n; k++) {
		na |= x.kind[k] == XPOINT_NA;
		dk |= x.kind[k] == XPOINT_DK;
		if (*dim != '\0' && x.kind[k] != XPOINT_VALUE)
			continue;
		value = x.kind[k] == XPOINT_NA ? "NA" :
		    x.kind[k] == XPOINT_DK ? "DK" :
		    num_str(num, x.value[k], 0);
		if (x.kind[k] != XPOINT_VALUE)
			say_missing(f, l->row[k], value);
		name = xsheet_cell(&f->choices, l->row[k], X_NAME);
		i = table_add(t);
		table_set(t, i, "dimension", dim);
		table_set(t, i, "value", value);
		set_words(f, t, i, "label", &f->choices, l->row[k], 0, name);
	}
	if (x.counted)
		say_counted(f, l, &x);
	if (*dim == '\0' && !na)
		put_missing(f, t, "NA", N_("Not applicable"));
	if (*dim == '\0' && !dk)
		put_missing(f, t, "DK", N_("Do not know"));
	xscale_free(&x);
}

static void
put_scales(struct xread *f, struct project *p)
{
	struct table	*t = begin(f, p, "scale");
	size_t		 g;

	if (f->main != XNONE)
		put_scale(f, t, f->main, "");
	for (g = 0; g < f->ng; g++)
		if (f->g[g].n > 0 && f->g[g].own && f->g[g].id != NULL)
			put_scale(f, t, f->g[g].list, f->g[g].id);
	if (f->main == XNONE) {
		put_missing(f, t, "NA", N_("Not applicable"));
		put_missing(f, t, "DK", N_("Do not know"));
	}
}

static void
put_groups(struct xread *f, struct project *p)
{
	const struct xlist	*l;
	struct table		*t;
	struct place		 at;
	const char		*id;
	size_t			 i, k;

	if (f->who == XNONE)
		return;
	l = &f->lists.v[f->q[f->who].list];
	t = begin(f, p, "groups");
	for (k = 0; k < l->n; k++) {
		xsheet_refs(&f->choices, l->row[k]);
		if ((id = row_id(f, &f->choices, l->row[k])) == NULL)
			continue;
		at = xsheet_place(&f->choices, l->row[k], X_NAME);
		if (strcmp(id, "all") == 0 || strcmp(id, "agreed") == 0)
			msg_fault(&at, N_("this id is reserved"));
		else if (table_find(t, id) < t->nrows)
			msg_fault(&at, N_("another choice of the list is "
			    "named so already: '%s'"), id);
		i = table_add(t);
		table_set(t, i, "id", id);
		set_words(f, t, i, "label", &f->choices, l->row[k], 0, NULL);
	}
}

static void
put_settings(struct xread *f, struct project *p)
{
	struct table	*t = begin(f, p, "cpm");
	size_t		 i;

	i = table_add(t);
	table_set(t, i, "key", "lang");
	table_set(t, i, "value", f->lang[0]);
	i = table_add(t);
	table_set(t, i, "key", "langs");
	table_set(t, i, "value", f->langs.s);
}

/* --- saying it ------------------------------------------------------------------------ */

/* Import refuses what is written instead of chosen; better said now. */
static void
say_other(const struct xread *f)
{
	struct place	at = { f->survey.shown, 0, 0, NULL };
	struct str	names;
	size_t		i;

	str_init(&names);
	for (i = 0; i < f->nq; i++)
		if (f->q[i].scored && f->q[i].other)
			msg_list(&names, xsheet_cell(&f->survey, f->q[i].row,
			    X_NAME));
	if (names.len > 0)
		msg_note_at(&at, N_("people may write an answer of their own, "
		    "which is no score (or_other): %s"), names.s);
	str_free(&names);
}

static void
say_taken(const struct xread *f)
{
	struct place	at = { f->survey.shown, 0, 0, NULL };
	struct str	names;
	unsigned long	left = 0, n = 0;
	size_t		i;

	str_init(&names);
	for (i = 0; i < f->nq; i++) {
		n += f->q[i].scored;
		if (f->q[i].scored || i == f->who)
			continue;
		if (left++ < NAMED)
			msg_list(&names, xsheet_cell(&f->survey, f->q[i].row,
			    X_NAME));
	}
	if (left > NAMED)
		str_add(&names, ", …");
	if (f->main != XNONE)
		msg_note_at(&at, N_("the scores are on the list '%s' "
		    "(questions: %lu)"), f->lists.v[f->main].name, n);
	if (f->who != XNONE)
		msg_note_at(&at, N_("the groups are the answers to '%s': "
		    "groups.csv can say which of them are the team itself "
		    "(perspective)"),
		    xsheet_cell(&f->survey, f->q[f->who].row, X_NAME));
	if (left > 0)
		msg_note_at(&at, N_("left out, questions that give no score: "
		    "%s (%lu)"), names.s, left);
	str_free(&names);
	say_other(f);
}

/* --- together -------------------------------------------------------------------------- */

static int
has_column(const struct xsheet *s, int what, const char *name)
{
	struct place	at = { s->shown, 1, 0, NULL };

	if (s->at[what] < 0)
		msg_fault(&at, N_("no column '%s'"), name);
	return s->at[what] >= 0;
}

/* The sheets, with the columns that are needed; -1 (said): one is not there. */
static int
read_sheets(struct xread *f, const char *dir)
{
	struct place	at = { dir, 0, 0, NULL };
	struct stat	st;
	int		survey, choices;

	if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) {
		msg_trouble(N_("no such folder: '%s'"), dir);
		return -1;
	}
	survey = xsheet_read(&f->survey, dir, "survey");
	choices = xsheet_read(&f->choices, dir, "choices");
	xsheet_read(&f->settings, dir, "settings");
	if (survey == 0)
		msg_fault(&at, N_("no survey.csv in this folder"));
	if (choices == 0)
		msg_fault(&at, N_("no choices.csv in this folder"));
	if (survey == 0 || choices == 0)
		msg_hint(N_("save the sheets of the form as CSV, each in a "
		    "file of its name"));
	if (survey > 0 && (!has_column(&f->survey, X_TYPE, "type") |
	    !has_column(&f->survey, X_NAME, "name")))
		survey = -1;
	if (choices > 0 && (!has_column(&f->choices, X_LIST, "list_name") |
	    !has_column(&f->choices, X_NAME, "name")))
		choices = -1;
	return survey > 0 && choices > 0 ? 0 : -1;
}

/* Everything that can be wrong is said; NULL if there were faults since. */
static struct project *
make(struct xread *f, const char *lang, unsigned long before)
{
	struct place	 at = { f->survey.shown, 0, 0, NULL };
	struct project	*p;
	struct ids	*taken = ids_new();
	size_t		 i, n = 0;

	find_langs(f, lang);
	xlists_take(&f->lists, &f->choices);
	xread_walk(f);
	xread_choose(f);
	for (i = 0; i < f->nq; i++)
		n += (size_t)f->q[i].scored;
	if (n == 0 && msg_faults() == before)
		msg_fault(&at, N_("no question 'select_one' on a list of "
		    "scores"));
	name_criteria(f, taken);
	name_groups(f, taken);
	gather_loose(f, taken);
	p = project_open_new();
	put_settings(f, p);
	put_dimensions(f, p);
	put_criteria(f, p);
	put_scales(f, p);
	put_groups(f, p);
	ids_free(taken);
	if (msg_faults() == before) {
		say_taken(f);
		return p;
	}
	project_close(p);
	return NULL;
}

struct project *
xlsform_read(const char *dir, const char *lang)
{
	unsigned long	 before = msg_faults();
	struct xread	 f;
	struct project	*p = NULL;

	memset(&f, 0, sizeof(f));
	f.dir = dir;
	if (read_sheets(&f, dir) == 0)
		p = make(&f, lang, before);
	xlists_free(&f.lists);
	xsheet_free(&f.survey);
	xsheet_free(&f.choices);
	xsheet_free(&f.settings);
	str_free(&f.langs);
	free(f.q);
	free(f.g);
	arena_free(&f.arena);
	return p;
}
