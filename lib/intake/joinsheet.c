/* Joining: sheets come in. */
#include "intake/join_in.h"

#include <string.h>

#include "intake/take.h"

/* --- sheets ------------------------------------------------------------- */

/* One of their rows, under `code`. */
static void
add_row(struct join *j, size_t i, const char *code)
{
	struct table	*t = project_private(j->p, "responses");
	const char	*v;
	size_t		 row = table_add(t);
	const struct bundle_place *c;

	for (c = bundle_answer; c->name != NULL; c++) {
		v = c->to == B_CODE ? code : join_at(&j->theirs, i, c->to);
		if (*v != '\0')
			table_set(t, row, c->name, v);
	}
}

static void
add_sheet(struct join *j, const struct jsheet *x, const char *code)
{
	size_t	i;

	for (i = x->first; i != JOIN_END; i = j->theirs.next[i])
		add_row(j, i, code);
}

static void
drop_sheet(struct join *j, const struct jsheet *x)
{
	struct table	*t = project_private(j->p, "responses");
	size_t		 i;

	for (i = x->first; i != JOIN_END; i = j->ours.next[i])
		table_drop(t, i);
}

/* Their row of a criterion that our sheet lacks; ours moves along with it. */
static void
move_sheet(struct join *j, const struct jsheet *x)
{
	struct table	*t = project_private(j->p, "responses");
	size_t		 i, to;
	int		 c;

	for (i = x->first; i != JOIN_END; i = j->ours.next[i]) {
		to = table_add(t);
		for (c = 0; c < t->ncols; c++)
			t->rows[to].f[c] = t->rows[i].f[c];
		table_drop(t, i);
	}
}

/* Rows by criterion; JOIN_END where there is none. */
static size_t *
rows_by(const struct side *s, const struct jsheet *x,
    const struct framework *fw)
{
	size_t	*rows = mem_alloc((fw->ncrit + 1) * sizeof(*rows)), i, c;

	for (c = 0; c <= fw->ncrit; c++)
		rows[c] = JOIN_END;
	for (i = x->first; i != JOIN_END; i = s->next[i])
		if ((c = framework_crit(fw, join_at(s, i, B_CRIT))) < fw->ncrit)
			rows[c] = i;
	return rows;
}

static const enum bundle_col	said[] = { B_DATE, B_GROUP, B_UNIT };

enum { ALIKE, FILLS, DIFFERS };

/* Names of their submission that our sheet does not have, behind blanks. */
static char *
new_names(struct join *j, const struct jsheet *x, const struct jsheet *y)
{
	struct str	 all;
	const char	*rest;
	char		 name[CODE_LEN + 1];
	size_t		 i;

	str_init(&all);
	if (strcmp(kin_of(&j->kin, y->code), x->code) != 0 &&
	    join_named(j, &j->ours, x->round, y->code) != x)
		str_printf(&all, " %s", y->code);
	for (i = y->first; i != JOIN_END; i = j->theirs.next[i])
		for (rest = join_at(&j->theirs, i, B_SOURCE);
		    (rest = code_names(rest, name)) != NULL;)
			if (strcmp(name, x->code) != 0 &&
			    strstr(all.s, name) == NULL && join_named(j,
			    &j->ours, x->round, name) != x)
				str_printf(&all, " %s", name);
	return str_take(&all);
}

/* What `theirs` says that `ours` does not, of a cell that may be empty. */
static int
compare_cell(const char *ours, const char *theirs)
{
	if (strcmp(ours, theirs) == 0 || *theirs == '\0')
		return ALIKE;
	return *ours == '\0' ? FILLS : DIFFERS;
}

static int
compare(struct join *j, const struct framework *fw,
    const struct jsheet *x, const struct jsheet *y)
{
	char			*names = new_names(j, x, y);
	const struct side	*o = &j->ours, *t = &j->theirs;
	size_t			*a = rows_by(o, x, fw), *b = rows_by(t, y, fw);
	size_t			 c, k;
	int			 worst = *names != '\0' ? FILLS : ALIKE, is;

	free(names);
	for (k = 0; k < sizeof(said) / sizeof(*said); k++)
		if ((is = compare_cell(join_at(o, x->first, said[k]), join_at(t,
		    y->first, said[k]))) > worst)
			worst = is;
	for (c = 0; c < fw->ncrit; c++) {
		if (b[c] == JOIN_END)
			continue;
		if (a[c] == JOIN_END)
			is = FILLS;
		else if (strcmp(join_at(o, a[c], B_SCORE), join_at(t, b[c],
		    B_SCORE)) != 0)
			is = DIFFERS;
		else
			is = compare_cell(join_at(o, a[c], B_COMMENT),
			    join_at(t, b[c], B_COMMENT));
		worst = is > worst ? is : worst;
	}
	free(a);
	free(b);
	return worst;
}

/* Names stand in the first row of a sheet. */
static void
fill_names(struct join *j, const struct jsheet *x, const struct jsheet *y)
{
	char		*names = new_names(j, x, y), *source;
	const char	*was = join_at(&j->ours, x->first, B_SOURCE);

	if (*names != '\0') {
		source = mem_printf("%s%s%s", was, strchr(was, ':') != NULL ?
		    "" : ":", names + (strchr(was, ':') == NULL));
		table_set(project_private(j->p, "responses"), x->first,
		    "source", source);
		free(source);
	}
	free(names);
}

/* What their sheet says and ours leaves open. */
static void
fill(struct join *j, const struct framework *fw, const struct jsheet *x,
    const struct jsheet *y)
{
	const struct side	*o = &j->ours, *s = &j->theirs;
	struct table		*t = project_private(j->p, "responses");
	size_t			*a = rows_by(o, x, fw), *b = rows_by(s, y, fw);
	size_t			 c, k, i;
	int			 moved = 0;

	fill_names(j, x, y);
	for (i = x->first; i != JOIN_END; i = o->next[i])
		for (k = 0; k < sizeof(said) / sizeof(*said); k++)
			if (*join_at(o, i, said[k]) == '\0' &&
			    *join_at(s, y->first, said[k]) != '\0')
				table_set(t, i, said[k] == B_DATE ? "date" :
				    said[k] == B_GROUP ? "group" : "unit",
				    join_at(s, y->first, said[k]));
	for (c = 0; c < fw->ncrit; c++)
		if (a[c] != JOIN_END && b[c] != JOIN_END &&
		    *join_at(o, a[c], B_COMMENT) == '\0' &&
		    *join_at(s, b[c], B_COMMENT) != '\0')
			table_set(t, a[c], "comment", join_at(s, b[c],
			    B_COMMENT));
	for (c = 0; c < fw->ncrit; c++)
		if (a[c] == JOIN_END && b[c] != JOIN_END) {
			if (!moved)
				move_sheet(j, x);
			moved = 1;
			add_row(j, b[c], x->code);
		}
	free(a);
	free(b);
}

static void
differs(struct join *j, struct jround *r, const struct jsheet *x,
    const struct jsheet *y)
{
	struct place	where = { j->b->shown, y->line, 0, NULL };
	int		form;

	if (j->which == JOIN_OURS)
		r->done->kept++;
	else if (j->which == JOIN_THEIRS) {
		drop_sheet(j, x);
		add_sheet(j, y, x->code);
		r->done->m.changed++;
	} else if (j->differ++ >= TAKE_SAID)
		msg_raise(MSG_DATA);
	else if ((form = kin_form(&j->kin, y->round, y->code)) > 0)
		msg_fault(&where, N_("sheet %s (form %d) has other answers "
		    "here (%s:%ld): which are right?"), x->code, form,
		    j->ours.t->shown, x->line);
	else
		msg_fault(&where, N_("sheet %s has other answers here (%s:%ld): "
		    "which are right?"), x->code, j->ours.t->shown, x->line);
}

/* All that a sheet answers, and from which group. */
static char *
answers_of(struct join *j, const struct side *s, const struct jround *r,
    const struct jsheet *x)
{
	size_t		*rows = rows_by(s, x, &r->fw), c;
	struct str	 all;
	char		*key;

	str_init(&all);
	str_printf(&all, "%s\n%s", r->id, join_at(s, x->first, B_GROUP));
	for (c = 0; c < r->fw.ncrit; c++)
		str_printf(&all, "\n%s", rows[c] == JOIN_END ? "" :
		    join_at(s, rows[c], B_SCORE));
	key = arena_str(&j->arena, all.s);
	str_free(&all);
	free(rows);
	return key;
}

/*
 * Under two keys one submission has two codes; the same answers may tell.  A
 * paper form is known by its number.
 */
static void
warn_alike(struct join *j, const struct jround *r, const struct jsheet *y)
{
	struct place		 where = { j->b->shown, y->line, 0, NULL };
	const struct jsheet	*x;
	size_t			 n = 1, hit;

	if (j->kin.nkeys < 2 || kin_is_form(&j->kin, y->code))
		return;
	if (j->alike == NULL) {
		j->alike = ids_new();
		for (x = j->ours.sheets; x != NULL; x = x->hh.next, n++)
			if (join_round(j, x->round) != NULL &&
			    !kin_is_form(&j->kin, x->code))
				ids_add(j->alike, answers_of(j, &j->ours,
				    join_round(j, x->round), x), n);
	}
	hit = ids_at(j->alike, answers_of(j, &j->theirs, r, y), 0);
	if (hit == 0 || j->likes++ >= TAKE_SAID)
		return;
	for (x = j->ours.sheets, n = 1; x != NULL && n < hit; n++)
		x = x->hh.next;
	if (x != NULL)
		msg_warn(&where, N_("sheet %s has the same answers as %s, "
		    "which is here (%s:%ld): if it is the same person's, "
		    "forget one of them"), y->code, x->code,
		    j->ours.t->shown, x->line);
}

/* A submission that another round has here. */
static int
is_elsewhere_as(struct join *j, const struct jsheet *y, const char *name)
{
	const struct table	*t = project_table(j->p, "rounds");
	size_t			 i;

	if (ids_at(j->ours.codes, name, 0) == 0)
		return 0;
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!cell_is(t, i, "id", y->round) && join_named(j, &j->ours,
		    cell(t, i, "id"), name) != NULL)
			return 1;
	return 0;
}

static int
is_elsewhere(struct join *j, const struct jsheet *y)
{
	return (y->submitted && is_elsewhere_as(j, y, y->code)) ||
	    join_any_name(j, &j->theirs, y, is_elsewhere_as);
}

/* Our sheet of the same number, code or submission; NULL: none. */
static struct jsheet *
ours_of(struct join *j, const struct jsheet *y)
{
	struct jsheet		*x = join_named(j, &j->ours, y->round,
				    kin_of(&j->kin, y->code));
	const char		*rest;
	char			 name[CODE_LEN + 1];
	size_t			 i;

	for (i = x == NULL ? y->first : JOIN_END; i != JOIN_END;
	    i = j->theirs.next[i])
		for (rest = join_at(&j->theirs, i, B_SOURCE);
		    (rest = code_names(rest, name)) != NULL;)
			if (x == NULL)
				x = join_named(j, &j->ours, y->round, name);
	return x;
}

/*
 * Two sheets of the file that are one of ours: the names that are known here
 * say so, and there nobody knew.  Once is enough.
 */
static int
again(struct join *j, struct jround *r, struct jsheet *x,
    const struct jsheet *y)
{
	struct place	where = { j->b->shown, y->line, 0, NULL };

	if (x->met == NULL) {
		x->met = y;
		return 0;
	}
	if (strcmp(answers_of(j, &j->theirs, r, x->met),
	    answers_of(j, &j->theirs, r, y)) == 0)
		r->done->m.same++;
	else
		msg_fault(&where, N_("the same sheet as on line %ld, with "
		    "other answers"), x->met->line);
	return 1;
}

static void
join_sheet(struct join *j, const struct jsheet *y)
{
	struct jround		*r = join_round(j, y->round);
	struct merged		*m = &r->done->m;
	struct jsheet		*x;
	int			 is;

	if (join_is_marked(j, &j->theirs, y)) {
		m->forgotten++;
		return;
	}
	x = ours_of(j, y);
	if (x != NULL && again(j, r, x, y))
		return;
	if (x == NULL && r->closed) {
		if (r->here) {
			r->done->late++;
			return;
		}
		r->done->back++;
	}
	if (x == NULL && is_elsewhere(j, y)) {
		m->elsewhere++;
		return;
	}
	if (x == NULL) {
		warn_alike(j, r, y);
		add_sheet(j, y, y->code);
		m->added++;
		return;
	}
	is = compare(j, &r->fw, x, y);
	if (is == ALIKE)
		m->same++;
	else if (r->closed)
		r->done->late++;
	else if (is == DIFFERS)
		differs(j, r, x, y);
	else {
		fill(j, &r->fw, x, y);
		m->changed++;
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct jsheet *const	*x = a, *const *y = b;
	int				 d = strcmp((*x)->code, (*y)->code);

	return d != 0 ? d : strcmp((*x)->key, (*y)->key);
}

/*
 * In the order of codes, so that the table does not tell who came when; a
 * folder that is brought back keeps its order.
 */
void
join_sheets(struct join *j)
{
	const struct jsheet	**all, *y;
	size_t			  n = HASH_COUNT(j->theirs.sheets), i = 0;

	all = mem_calloc(n + 1, sizeof(*all));
	for (y = j->theirs.sheets; y != NULL; y = y->hh.next)
		all[i++] = y;
	if (!j->bare && n > 1)
		qsort(all, n, sizeof(*all), by_code);
	for (i = 0; i < n; i++)
		join_sheet(j, all[i]);
	free(all);
	if (j->likes > TAKE_SAID)
		msg_note_n(j->likes - TAKE_SAID, "%lu more sheet like these",
		    "%lu more sheets like these", j->likes - TAKE_SAID);
	if (j->differ > TAKE_SAID)
		msg_fault_n(NULL, j->differ - TAKE_SAID, "%lu more sheet like "
		    "these", "%lu more sheets like these", j->differ -
		    TAKE_SAID);
	if (j->differ > 0)
		msg_hint(N_("look at the paper: --ours keeps what is here, "
		    "--theirs takes what is in the file"));
}
