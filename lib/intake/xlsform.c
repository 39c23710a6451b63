/* A framework to an XLSForm: survey, choices, settings. */
#include "intake/xlsform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/framework.h"
#include "table/reader.h"
#include "table/writer.h"

struct xform {
	struct project		*p;
	const char		*round;		/* NULL: none yet */
	const char		*dir;
	const struct xlsform_said *said;
	size_t			 n;		/* languages */
	struct framework	*fw;		/* one a language */
	int			 unit;		/* ask for it */
	char			*id;
	struct str		 survey, choices, settings;
};

/* --- what a form cannot say ------------------------------------------------- */

/* "${" in a label is a question's name to a form. */
static void
check_text(struct table *t, size_t i, const char *column, const char *text)
{
	if (strstr(text, "${") != NULL)
		table_fault(t, i, column, N_("'${' is the name of a question "
		    "to a survey program: write it in another way"));
}

static void
check_labels(struct xform *f, const char *name)
{
	struct table	*t = f->round != NULL ?
	    project_frozen(f->p, f->round, name) : project_table(f->p, name);
	size_t	i;
	int	c;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		for (c = 0; c < t->ncols; c++)
			if (t->lang[c] != NULL)
				check_text(t, i, t->header[c],
				    cell_at(t, i, c));
}

/* What it is for, which stands in the first note. */
static void
check_purpose(struct xform *f)
{
	struct table	*t = project_table(f->p, "cpm");
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (strncmp(cell(t, i, "key"), "purpose_", 8) == 0)
			check_text(t, i, "value", cell(t, i, "value"));
}

/* --- cells -------------------------------------------------------------------- */

/*
 * A label for people.  A spreadsheet would compute what begins like a
 * formula; with a blank before it, which survey programs take away, it does
 * not.
 */
static void
put_label(struct str *out, const char *text)
{
	char	*held;

	str_addc(out, ',');
	if (*text != '\0' && strchr("=+-@", *text) != NULL) {
		held = mem_printf(" %s", text);
		writer_cell(out, held, ',');
		free(held);
	} else
		writer_cell(out, text, ',');
}

static void
put_head(const struct xform *f, struct str *out, const char *family)
{
	char	*words, *head;
	size_t	 l;

	for (l = 0; l < f->n; l++) {
		words = xlsform_lang_words(f->said[l].lang);
		head = mem_printf("%s::%s", family, words);
		str_addc(out, ',');
		writer_cell(out, head, ',');
		free(head);
		free(words);
	}
}

/* One row of the survey; labels and hints by language, hints may be NULL. */
static void
put_row(struct xform *f, const char *type, const char *name,
    const char *const *label, const char *const *hint)
{
	size_t	l;

	writer_cell(&f->survey, type, ',');
	str_addc(&f->survey, ',');
	writer_cell(&f->survey, name, ',');
	for (l = 0; l < f->n; l++)
		put_label(&f->survey, label != NULL ? label[l] : "");
	for (l = 0; l < f->n; l++)
		put_label(&f->survey, hint != NULL ? hint[l] : "");
	str_addc(&f->survey, '\n');
}

static void
put_choice(struct xform *f, const char *list, const char *name,
    const char *const *label)
{
	size_t	l;

	writer_cell(&f->choices, list, ',');
	str_addc(&f->choices, ',');
	writer_cell(&f->choices, name, ',');
	for (l = 0; l < f->n; l++)
		put_label(&f->choices, *label[l] != '\0' ? label[l] : name);
	str_addc(&f->choices, '\n');
}

/* A word of ours in each language of the form. */
static void
words_of(const struct xform *f, const char *id, const char **out)
{
	size_t	l;

	for (l = 0; l < f->n; l++) {
		lang_use(lang_known(f->said[l].lang) ? f->said[l].lang : "en");
		out[l] = _(id);
	}
	lang_use(f->said[0].lang);
}

/* --- before the questions ------------------------------------------------------ */

static void
put_said(struct xform *f)
{
	const char	**part = mem_calloc(f->n, sizeof(*part));
	char		 name[24];
	size_t		 i, l;

	for (i = 1; f->said[0].part[i] != NULL; i++) {
		for (l = 0; l < f->n; l++)
			part[l] = f->said[l].part[i];
		snprintf(name, sizeof(name), "note_%zu", i);
		put_row(f, "note", name, part, NULL);
	}
	free(part);
}

static int
is_id(const struct framework *fw, const char *name)
{
	size_t	i;

	for (i = 0; i < fw->ncrit; i++)
		if (strcasecmp(fw->crit[i].id, name) == 0)
			return 1;
	for (i = 0; i < fw->ndims; i++)
		if (strcasecmp(fw->dims[i].id, name) == 0)
			return 1;
	return 0;
}

/* Import knows the group by the last word of the question's name or label. */
static void
put_group(struct xform *f)
{
	const struct framework	*fw = &f->fw[0];
	const char		**label = mem_calloc(f->n, sizeof(*label));
	char			*name;
	size_t			 g, l;

	if (fw->ngroups > 0) {
		words_of(f, N_("Your group"), label);
		put_row(f, "select_one groups", is_id(fw, "group") ?
		    "own_group" : "group", label, NULL);
	}
	for (g = 0; g < fw->ngroups; g++) {
		for (l = 0; l < f->n; l++)
			label[l] = f->fw[l].groups[g].label;
		name = xlsform_name(fw->groups[g].id);
		put_choice(f, "groups", name, label);
		free(name);
	}
	if (f->unit) {
		words_of(f, N_("Your unit"), label);
		put_row(f, "text", is_id(fw, "unit") ? "own_unit" : "unit",
		    label, NULL);
	}
	free(label);
}

/* What the scale says of a point, beside its label; "" mostly. */
static const char *
point_text(const struct xform *f, const char *dim, fixed value,
    const char *lang)
{
	const struct table	*t = f->round != NULL ?
	    project_frozen(f->p, f->round, "scale") :
	    project_table(f->p, "scale");
	size_t	i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "dimension", dim) &&
		    cell_fixed(t, i, "value") == value)
			return cell_label(t, i, "text", lang, NULL);
	return "";
}

/*
 * A note with what the points of a scale mean, one a line; nothing where the
 * labels say it all.
 */
static void
put_meaning(struct xform *f, const char *name, const char *dim,
    const struct scale *const *scale)
{
	struct str	*text = mem_calloc(f->n, sizeof(*text));
	const char	**label = mem_calloc(f->n, sizeof(*label)), *says;
	char		 num[NUM_LEN];
	size_t		 l;
	int		 k, any = 0;

	words_of(f, N_("What each score means"), label);
	for (l = 0; l < f->n; l++) {
		str_init(&text[l]);
		str_add(&text[l], label[l]);
		for (k = 0; k < scale[l]->n; k++) {
			says = point_text(f, dim, scale[l]->value[k],
			    f->said[l].lang);
			if (*says == '\0')
				continue;
			any = 1;
			str_printf(&text[l], "\n%s\u2002%s%s%s",
			    num_str(num, scale[l]->value[k], 0),
			    scale[l]->label[k], *scale[l]->label[k] != '\0' ?
			    ". " : "", says);
		}
		label[l] = text[l].s;
	}
	if (any)
		put_row(f, "note", name, label, NULL);
	for (l = 0; l < f->n; l++)
		str_free(&text[l]);
	free(text);
	free(label);
}

/* --- the questions --------------------------------------------------------------- */

/* Whether two points have one label, which could mean either of them. */
static int
label_twice(const struct scale *s, int k)
{
	int	i;

	for (i = 0; i < s->n; i++)
		if (i != k && strcmp(s->label[i], s->label[k]) == 0)
			return 1;
	return 0;
}

/* The choices of a scale: its points by their numbers, then NA and DK. */
static void
put_scale(struct xform *f, const char *list, const struct scale *const *scale)
{
	const char	**label = mem_calloc(f->n, sizeof(*label));
	char		 num[NUM_LEN];
	size_t		 l;
	int		 k;

	for (k = 0; k < scale[0]->n; k++) {
		for (l = 0; l < f->n; l++)
			label[l] = label_twice(scale[l], k) ? "" :
			    scale[l]->label[k];
		put_choice(f, list, num_str(num, scale[0]->value[k], 0),
		    label);
	}
	for (l = 0; l < f->n; l++)
		label[l] = f->fw[l].na;
	put_choice(f, list, "NA", label);
	for (l = 0; l < f->n; l++)
		label[l] = f->fw[l].dk;
	put_choice(f, list, "DK", label);
	free(label);
}

static void
put_criterion(struct xform *f, size_t c, const char *type)
{
	const char	**label = mem_calloc(2 * f->n, sizeof(*label));
	const char	**hint = label + f->n;
	char		*name = xlsform_name(f->fw[0].crit[c].id);
	size_t		 l;

	for (l = 0; l < f->n; l++) {
		label[l] = f->fw[l].crit[c].label;
		hint[l] = f->fw[l].crit[c].hint;
	}
	put_row(f, type, name, label, hint);
	free(name);
	free(label);
}

static void
put_dimension(struct xform *f, size_t d)
{
	const struct dimension	*dim = &f->fw[0].dims[d];
	const struct scale	**scale = mem_calloc(f->n, sizeof(*scale));
	const char		**label = mem_calloc(f->n, sizeof(*label));
	int			 own = dim->scale != &f->fw[0].general;
	char			*name = xlsform_name(dim->id), *list, *type,
				*note;
	size_t			 l, c;

	list = own ? mem_printf("scale_%s", dim->id) : mem_strdup("scale");
	type = mem_printf("select_one %s", list);
	note = mem_printf("note_%s", dim->id);
	for (l = 0; l < f->n; l++) {
		label[l] = f->fw[l].dims[d].label;
		scale[l] = f->fw[l].dims[d].scale;
	}
	put_row(f, "begin_group", name, label, NULL);
	put_meaning(f, note, dim->id, scale);
	for (c = 0; c < dim->n; c++)
		put_criterion(f, dim->first + c, type);
	put_row(f, "end_group", "", NULL, NULL);
	if (own)
		put_scale(f, list, scale);
	free(note);
	free(type);
	free(list);
	free(name);
	free(label);
	free(scale);
}

static void
put_questions(struct xform *f)
{
	const struct scale	**scale = mem_calloc(f->n, sizeof(*scale));
	size_t			 d, l;
	int			 general = 0;

	for (d = 0; d < f->fw[0].ndims; d++)
		general |= f->fw[0].dims[d].n > 0 &&
		    f->fw[0].dims[d].scale == &f->fw[0].general;
	for (l = 0; l < f->n; l++)
		scale[l] = &f->fw[l].general;
	if (general) {
		put_scale(f, "scale", scale);
		put_meaning(f, "note_scale", "", scale);
	}
	for (d = 0; d < f->fw[0].ndims; d++)
		if (f->fw[0].dims[d].n > 0)
			put_dimension(f, d);
	free(scale);
}

/* --- settings ---------------------------------------------------------------------- */

/*
 * "tujenge_R1": letters, digits and '_' of the team's name, and the round.  Of
 * a name without Latin letters there is nothing to read: "team_3f09a1_R1" has
 * the beginning of its digest, so that two such teams are two forms.
 */
static char *
form_id(struct project *p, const char *round)
{
	const char	*title = project_get(p, "title"), *s;
	char		*plain = utf_plain(title), digest[DIGEST_LEN];
	struct str	 id;

	str_init(&id);
	for (s = plain; *s != '\0' && id.len < 40; s++) {
		if ((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9'))
			str_addc(&id, *s);
		else if ((unsigned char)*s < 0x80 && id.len > 0 &&
		    id.s[id.len - 1] != '_')
			str_addc(&id, '_');
	}
	while (id.len > 0 && id.s[id.len - 1] == '_')
		id.s[--id.len] = '\0';
	if (*title != '\0' && strspn(id.s, "0123456789_") == id.len) {
		str_reset(&id);
		str_printf(&id, "_%.6s", slug_digest(digest, title,
		    strlen(title)));
	}
	free(plain);
	plain = mem_printf("%s%s%s%s", id.len > 0 &&
	    id.s[0] >= 'a' && id.s[0] <= 'z' ? "" : "team", id.s,
	    round != NULL ? "_" : "", round != NULL ? round : "");
	str_free(&id);
	return plain;
}

/*
 * The version follows from what is asked, and begins with a letter: a
 * spreadsheet would take "12e3" for a number.
 */
static void
put_settings(struct xform *f)
{
	const char	*title = f->said[0].part[0];
	struct str	 all;
	char		 digest[DIGEST_LEN], *lang, *version, *round;

	round = f->round == NULL ? mem_strdup(title) :
	    mem_printf("%s (%s)", title, f->round);
	lang = xlsform_lang_words(f->said[0].lang);
	str_init(&all);
	str_add(&all, f->survey.s);
	str_add(&all, f->choices.s);
	version = mem_printf("v%.10s", slug_digest(digest, all.s, all.len));
	str_add(&f->settings, "form_title,form_id,version,default_language\n");
	writer_cell(&f->settings, round, ',');
	str_addc(&f->settings, ',');
	writer_cell(&f->settings, f->id, ',');
	str_printf(&f->settings, ",%s,", version);
	writer_cell(&f->settings, lang, ',');
	str_addc(&f->settings, '\n');
	str_free(&all);
	free(version);
	free(lang);
	free(round);
}

/* --- the three files ------------------------------------------------------------------ */

static const char *const	names[] = { "survey.csv", "choices.csv",
				    "settings.csv" };

/* Whether DIR/settings.csv is there and has this form_id. */
static int
is_ours(const struct xform *f)
{
	char		*path = mem_printf("%s/settings.csv", f->dir);
	struct reader	*rd;
	struct record	 r;
	int		 i, at = -1, ours = 0;

	msg_hush(1);
	rd = access(path, R_OK) == 0 ? reader_open(path, path, READER_RAGGED |
	    READER_EOF_OK, 0) : NULL;
	if (rd != NULL && reader_next(rd, &r)) {
		for (i = 0; i < r.n; i++)
			if (strcmp(r.f[i], "form_id") == 0)
				at = i;
		if (at >= 0 && reader_next(rd, &r) && at < r.n)
			ours = strcmp(r.f[at], f->id) == 0;
	}
	if (rd != NULL)
		reader_close(rd);
	msg_hush(0);
	free(path);
	return ours;
}

/* Another form in the folder is somebody's work. */
static int
place_free(const struct xform *f)
{
	char	*path;
	size_t	 i;
	int	 there = 0;

	for (i = 0; i < sizeof(names) / sizeof(*names) && !there; i++) {
		path = mem_printf("%s/%s", f->dir, names[i]);
		there = access(path, F_OK) == 0;
		if (there && !is_ours(f)) {
			msg_trouble(N_("%s is there already and is not of this "
			    "form (%s): name another folder"), path, f->id);
			free(path);
			return 0;
		}
		free(path);
	}
	return 1;
}

static int
put_file(const struct xform *f, const char *name, const struct str *text)
{
	char		*path = mem_printf("%s/%s", f->dir, name);
	struct out	 out;
	int		 rc = -1;

	if (out_begin(&out, path) == 0) {
		fwrite(text->s, 1, text->len, out.fp);
		rc = out_end(&out, 1);
	}
	free(path);
	return rc;
}

static int
put_files(struct xform *f, int dry)
{
	const struct str	*text[] = { &f->survey, &f->choices,
				    &f->settings };
	size_t			 i;

	if (!place_free(f))
		return -1;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (dry)
			msg_note(N_("would write %s/%s"), f->dir, names[i]);
		else if (put_file(f, names[i], text[i]) != 0)
			return -1;
	}
	return 0;
}

static void
make(struct xform *f)
{
	str_init(&f->survey);
	str_init(&f->choices);
	str_init(&f->settings);
	str_add(&f->survey, "type,name");
	put_head(f, &f->survey, "label");
	put_head(f, &f->survey, "hint");
	str_addc(&f->survey, '\n');
	str_add(&f->choices, "list_name,name");
	put_head(f, &f->choices, "label");
	str_addc(&f->choices, '\n');
	put_said(f);
	put_group(f);
	put_questions(f);
	put_settings(f);
}

static int
load(struct xform *f)
{
	size_t	l;

	for (l = 0; l < f->n; l++)
		if (framework_load(&f->fw[l], f->p, f->round,
		    f->said[l].lang) != 0)
			return -1;
	if (project_bad(f->p))
		return -1;
	if (f->fw[0].ncrit == 0)
		msg_fault(NULL, N_("there is no criterion yet: a form would "
		    "be empty"));
	check_labels(f, "dimensions");
	check_labels(f, "criteria");
	check_labels(f, "scale");
	check_labels(f, "groups");
	check_purpose(f);
	return msg_faults() == 0 ? 0 : -1;
}

int
xlsform_write(struct project *p, const char *round, const char *dir,
    const struct xlsform_said *said, size_t nsaid, int unit, int dry)
{
	struct xform	f = { .p = p, .dir = dir, .said = said, .n = nsaid,
			    .unit = unit };
	struct table	*t = project_table(p, "rounds");
	char		 before[16];
	size_t		 i, l;
	int		 rc = -1;

	if (round != NULL) {
		if ((i = table_resolve(t, round)) >= t->nrows)
			return -1;
		f.round = cell(t, i, "id");
	}
	snprintf(before, sizeof(before), "%s", lang_now());
	f.fw = mem_calloc(nsaid, sizeof(*f.fw));
	if (load(&f) == 0) {
		lang_use(said[0].lang);
		f.id = form_id(p, f.round);
		make(&f);
		lang_use(before);
		rc = put_files(&f, dry);
		str_free(&f.survey);
		str_free(&f.choices);
		str_free(&f.settings);
	}
	for (l = 0; l < nsaid; l++)
		framework_free(&f.fw[l]);
	free(f.fw);
	free(f.id);
	return rc;
}
