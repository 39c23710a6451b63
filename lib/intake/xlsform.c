/* A framework to an XLSForm: survey, choices, settings. */
#include "intake/xlsform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "intake/xlsform_out.h"
#include "model/framework.h"

struct xform {
	struct project		*p;
	const char		*round;		/* NULL: none yet */
	const struct xlsform_said *said;
	size_t			 n;		/* languages */
	struct framework	*fw;		/* one a language */
	int			 unit;		/* ask for it */
	struct xout		 out;
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
		xout_row(&f->out, "note", name, part, NULL);
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
		xout_row(&f->out, "select_one groups", is_id(fw, "group") ?
		    "own_group" : "group", label, NULL);
	}
	for (g = 0; g < fw->ngroups; g++) {
		for (l = 0; l < f->n; l++)
			label[l] = f->fw[l].groups[g].label;
		name = xlsform_name(fw->groups[g].id);
		xout_choice(&f->out, "groups", name, label);
		free(name);
	}
	if (f->unit) {
		words_of(f, N_("Your unit"), label);
		xout_row(&f->out, "text", is_id(fw, "unit") ? "own_unit" : "unit",
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
		xout_row(&f->out, "note", name, label, NULL);
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
		xout_choice(&f->out, list, num_str(num, scale[0]->value[k], 0),
		    label);
	}
	for (l = 0; l < f->n; l++)
		label[l] = f->fw[l].na;
	xout_choice(&f->out, list, "NA", label);
	for (l = 0; l < f->n; l++)
		label[l] = f->fw[l].dk;
	xout_choice(&f->out, list, "DK", label);
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
	xout_row(&f->out, type, name, label, hint);
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
	xout_row(&f->out, "begin_group", name, label, NULL);
	put_meaning(f, note, dim->id, scale);
	for (c = 0; c < dim->n; c++)
		put_criterion(f, dim->first + c, type);
	xout_row(&f->out, "end_group", "", NULL, NULL);
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

/* --- together ---------------------------------------------------------------------- */

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

static void
begin(struct xform *f)
{
	for (f->out.n = 0; f->out.n < f->n; f->out.n++)
		f->out.lang[f->out.n] = f->said[f->out.n].lang;
	xout_begin(&f->out, project_get(f->p, "title"), f->round);
}

int
xlsform_write(struct project *p, const char *round, const char *dir,
    const struct xlsform_said *said, size_t nsaid, int unit, int dry)
{
	struct xform	f = { .p = p, .out.dir = dir, .said = said,
			    .n = nsaid, .unit = unit };
	struct table	*t = project_table(p, "rounds");
	char		 before[16], *title;
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
		begin(&f);
		put_said(&f);
		put_group(&f);
		put_questions(&f);
		lang_use(before);
		title = f.round == NULL ? mem_strdup(said[0].part[0]) :
		    mem_printf("%s (%s)", said[0].part[0], f.round);
		rc = xout_write(&f.out, title, dry);
		free(title);
		xout_free(&f.out);
	}
	for (l = 0; l < nsaid; l++)
		framework_free(&f.fw[l]);
	free(f.fw);
	return rc;
}
