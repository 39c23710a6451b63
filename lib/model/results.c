/* results.csv and outside.csv: in and out, and what is read from a row. */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "model/policy.h"

static const char *const	notes[] = { "", "rounded", "withheld" };

const char *
note_str(enum note n)
{
	return notes[n];
}

enum note
note_parse(const char *s)
{
	int	i;

	for (i = NOTE_ROUNDED; i <= NOTE_WITHHELD; i++)
		if (strcmp(s, notes[i]) == 0)
			return (enum note)i;
	return NOTE_NONE;
}

void
results_free(struct results *r)
{
	free(r->row);
	arena_free(&r->arena);
}

const struct result *
results_find(const struct results *r, size_t group, size_t dim, size_t crit)
{
	const struct result	*row;
	size_t			 i;

	for (i = 0; i < r->n; i++) {
		row = &r->row[i];
		if (row->group == group && row->dim == dim &&
		    row->crit == crit)
			return row;
	}
	return NULL;
}

struct ratio
results_dimension(const struct results *r, size_t group, size_t dim,
    int *exact)
{
	const struct dimension	*d = &r->fw->dims[dim];
	const struct result	*row;
	wide			 num = 0, den = 0;
	size_t			 k;

	*exact = 0;
	if ((row = results_find(r, group, dim, r->fw->ncrit)) != NULL)
		return row->mean == FIXED_NONE ? (struct ratio){ 0, 0 } :
		    ratio_make(row->mean, 1);
	*exact = d->n > 0;
	for (k = d->first; k < d->first + d->n; k++) {
		row = results_find(r, group, dim, k);
		if (row == NULL || row->note != NOTE_NONE || row->n < 0)
			*exact = 0;
		if (row == NULL || row->mean == FIXED_NONE)
			continue;
		num += (wide)r->fw->crit[k].weight * row->mean;
		den += r->fw->crit[k].weight;
	}
	return ratio_make(num, den);
}

/* --- counts ----------------------------------------------------------- */

char *
counts_print(const struct scale *s, const int64_t *counts)
{
	struct str	out;
	char		buf[NUM_LEN];
	int		i;

	str_init(&out);
	for (i = 0; i < s->n; i++)
		str_printf(&out, "%s%s:%lld", i > 0 ? " " : "",
		    num_str(buf, s->value[i], 0), (long long)counts[i]);
	return str_take(&out);
}

static int
count_parse(const struct scale *s, char *word, int64_t *counts)
{
	char	*colon = strchr(word, ':');
	fixed	 value;
	int64_t	 n;
	int	 k;

	if (colon == NULL)
		return -1;
	*colon = '\0';
	if (num_fixed(word, 1, &value) != 0 ||
	    (k = scale_index(s, value)) < 0 ||
	    num_int(colon + 1, 0, INT64_C(1) << 40, &n) != 0)
		return -1;
	counts[k] = n;
	return 0;
}

int
counts_parse(const struct scale *s, const char *text, int64_t *counts)
{
	char	*copy = mem_strdup(text), *save, *w;
	int	 bad = 0;

	memset(counts, 0, (size_t)s->n * sizeof(*counts));
	for (w = strtok_r(copy, " ", &save); w != NULL;
	    w = strtok_r(NULL, " ", &save))
		if (count_parse(s, w, counts) != 0)
			bad = -1;
	free(copy);
	return bad;
}

/* --- the tables ------------------------------------------------------- */

static void
load_row(struct results *r, const struct table *t, size_t i)
{
	const struct framework	*fw = r->fw;
	const char		*group = cell(t, i, "group");
	const char		*dim = cell(t, i, "dimension");
	const char		*crit = cell(t, i, "criterion");
	const char		*counts = cell(t, i, "counts");
	struct result		 row = { GROUP_ALL, fw->ndims, fw->ncrit, -1,
	    -1, NULL, FIXED_NONE, FIXED_NONE, READING_NONE, NOTE_NONE };

	if (strcmp(group, "all") != 0 &&
	    (row.group = framework_group(fw, group)) == fw->ngroups)
		return;
	if (*dim != '\0' && (row.dim = framework_dim(fw, dim)) == fw->ndims)
		return;
	if (*crit != '\0' && (row.crit = framework_crit(fw, crit)) ==
	    fw->ncrit)
		return;
	row.n = cell_int(t, i, "n", -1);
	row.no_answer = cell_int(t, i, "no_answer", -1);
	row.mean = cell_fixed(t, i, "mean");
	row.agreement = cell_fixed(t, i, "agreement");
	row.reading = reading_parse(cell(t, i, "reading"));
	row.note = note_parse(cell(t, i, "note"));
	if (*counts != '\0' && row.crit < fw->ncrit) {
		row.counts = arena_alloc(&r->arena,
		    ((size_t)fw->crit[row.crit].scale->n + 1) *
		    sizeof(*row.counts));
		if (counts_parse(fw->crit[row.crit].scale, counts,
		    row.counts) != 0)
			row.counts = NULL;
	}
	r->row = mem_grow(r->row, r->n, &r->cap, sizeof(*r->row));
	r->row[r->n++] = row;
}

int
results_load(struct results *r, struct project *p, const char *round,
    const struct framework *fw)
{
	const struct table	*t = project_table(p, "results");
	size_t			 i;

	memset(r, 0, sizeof(*r));
	arena_init(&r->arena);
	r->fw = fw;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "round", round))
			load_row(r, t, i);
	return t->broken ? -1 : 0;
}

static void
set_key(struct table *t, size_t i, const char *round,
    const struct framework *fw, size_t group, size_t dim, size_t crit)
{
	table_set(t, i, "round", round);
	table_set(t, i, "group", group == GROUP_ALL ? "all" :
	    fw->groups[group].id);
	table_set(t, i, "dimension", dim < fw->ndims ? fw->dims[dim].id : "");
	table_set(t, i, "criterion", crit < fw->ncrit ? fw->crit[crit].id :
	    "");
}

static void
set_int(struct table *t, size_t i, const char *name, int64_t v)
{
	char	buf[NUM_LEN];

	snprintf(buf, sizeof(buf), "%lld", (long long)v);
	table_set(t, i, name, v >= 0 ? buf : "");
}

/* Exact numbers have four decimals, rounded ones those that they need. */
static void
set_fixed(struct table *t, size_t i, const char *name, fixed v, int least)
{
	char	buf[NUM_LEN];

	table_set(t, i, name, v == FIXED_NONE ? "" : num_str(buf, v, least));
}

void
results_store(const struct results *r, struct table *t, const char *round)
{
	const struct result	*row;
	char			*counts;
	size_t			 i, k;

	for (k = 0; k < r->n; k++) {
		row = &r->row[k];
		i = table_add(t);
		set_key(t, i, round, r->fw, row->group, row->dim, row->crit);
		set_int(t, i, "n", row->n);
		set_int(t, i, "no_answer", row->no_answer);
		if (row->counts != NULL) {
			counts = counts_print(r->fw->crit[row->crit].scale,
			    row->counts);
			table_set(t, i, "counts", counts);
			free(counts);
		}
		set_fixed(t, i, "mean", row->mean,
		    row->note == NOTE_NONE ? 4 : 1);
		set_fixed(t, i, "agreement", row->agreement, 4);
		table_set(t, i, "reading", reading_str(row->reading));
		table_set(t, i, "note", note_str(row->note));
	}
}

void
outsides_store(const struct outsides *o, const struct framework *fw,
    struct table *t, const char *round)
{
	const struct outside	*row;
	size_t			 i, k;

	for (k = 0; k < o->n; k++) {
		row = &o->row[k];
		i = table_add(t);
		set_key(t, i, round, fw, row->group, row->dim, row->crit);
		table_set(t, i, "n_class", row->n_class);
		set_fixed(t, i, "mean", row->mean, 1);
		table_set(t, i, "note", note_str(row->note));
	}
}
