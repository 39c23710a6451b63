/*
 * A foreign file of answers into responses.csv.
 *
 * The file is read once, from first line to last, into sheets of two bytes
 * an answer; only when all of it was found good do they become rows.
 */
#include "intake/import.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "intake/take.h"

static void
bad_more(struct take *r)
{
	struct place	at = { r->shown, 0, 0, NULL };

	if (r->bad > TAKE_SAID)
		msg_fault_n(&at, r->bad - TAKE_SAID,
		    "%lu more cell like these",
		    "%lu more cells like these", r->bad - TAKE_SAID);
	take_advise(r);
}

/* --- the whole file ---------------------------------------------------------- */

/* Of the columns that may be the group, take the one that has groups in it. */
static void
settle_group(struct take *r)
{
	struct place	 at = { r->shown, 1, 0, NULL };
	struct column_use *u;
	int		 i, hit = -1;
	size_t		 k;
	long		 g;

	for (i = 0; i < r->nmaybe; i++) {
		u = &r->cs->v[r->maybe[i]];
		if (u->hits == 0) {
			u->use = COLUMN_UNKNOWN;
			continue;
		}
		if (hit >= 0) {
			msg_fault(&at, N_("two columns for the same thing "
			    "(%s): '%s' and '%s'"),
			    "group", r->cs->v[r->maybe[hit]].shown, u->shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
			continue;
		}
		hit = i;
	}
	if (hit < 0)
		return;
	r->cs->group = r->maybe[hit];
	for (k = 0; k < r->sheets.n; k++) {
		g = r->seen[k * (size_t)r->nmaybe + (size_t)hit];
		if (g >= 0)
			r->sheets.v[k].group = (size_t)g;
		else if (g == SEEN_UNKNOWN)
			take_bad(r, r->sheets.v[k].line, r->cs->group,
			    take_no_group);
	}
}

/* What no column says, the options say. */
static void
take_options(struct take *r)
{
	struct sheets	*s = &r->sheets;
	size_t		 i;

	s->has_group = r->cs->group >= 0 || r->group != WORDS_NONE;
	s->has_date = r->cs->date >= 0 || r->ask->day != DATE_NONE;
	s->has_unit = r->cs->unit >= 0;
	for (i = 0; i < s->n; i++) {
		if (s->v[i].group == WORDS_NONE)
			s->v[i].group = r->group;
		if (s->v[i].day == DATE_NONE)
			s->v[i].day = r->ask->day;
	}
}

static void
say_source(const struct take *r)
{
	const struct dialect	*d = reader_dialect(r->rd);
	struct place		 at = { r->shown, 0, 0, NULL };
	char			 sep[2] = { d->sep, '\0' };

	msg_note_at(&at, N_("%s, separator '%s', %s"),
	    _(source_words(r->source)), d->sep == '\t' ? "TAB" : sep,
	    d->cp1252 ? "CP1252" : "UTF-8");
}

static void
say_group(const struct take *r)
{
	struct place	at = { r->shown, 0, 0, NULL };

	if (r->cs->group >= 0)
		msg_note_at(&at, N_("the group is in column '%s'"),
		    r->cs->v[r->cs->group].shown);
	else if (r->group == WORDS_NONE && r->fw->ngroups > 0)
		msg_note_at(&at, N_("no column says the group: answers count "
		    "in 'all' only (--group GROUP says it for the whole file, "
		    "a map for a column)"));
	if (r->nameless > 0)
		msg_note_at(&at, N_("no column numbers the submissions: a line "
		    "is known by all its words, so an edited one comes in as a "
		    "new sheet"));
	if (r->other_rounds > 0)
		msg_note_n(r->other_rounds,
		    "left out: %lu line of another round",
		    "left out: %lu lines of another round",
		    r->other_rounds);
}

/* A separator as -d takes it. */
static const char *
separator_name(char buf[2], char sep)
{
	buf[0] = sep;
	buf[1] = '\0';
	return sep == '\t' ? "tab" : buf;
}

/* Whether a map, or the framework, knows one of the headers. */
static int
knows_header(const struct take *r, const struct record *rec)
{
	size_t	k;
	int	i;

	for (i = 0; i < rec->n; i++) {
		if (words_header(r->words, rec->f[i], 1) < WORDS_TWO)
			return 1;
		for (k = 0; k < r->map.n; k++)
			if (strcmp(r->map.lines[k].column, rec->f[i]) == 0)
				return 1;
	}
	return 0;
}

/*
 * Whether the header was cut at the wrong sign: nothing in it is known, and
 * another sign would cut it into more cells.
 */
static int
wrong_separator(const struct take *r, const struct record *rec)
{
	struct place	at = { r->shown, rec->line, 0, NULL };
	char		sep = reader_dialect(r->rd)->sep, other, a[2], b[2];

	if (r->source == SOURCE_LONG || knows_header(r, rec) ||
	    (other = source_separator(rec, sep)) == 0)
		return 0;
	if (rec->n == 1)
		msg_fault(&at, N_("the header is one column, and has '%s' in "
		    "it"), separator_name(b, other));
	else
		msg_fault(&at, N_("the separator '%s' gives a header without "
		    "any criterion, and it has more of '%s'"),
		    separator_name(a, sep), separator_name(b, other));
	msg_hint(N_("-d '%s' says which separator it is"),
	    separator_name(b, other));
	return 1;
}

static int
read_file(struct take *r)
{
	struct record	rec;
	int		i;

	if (!reader_next(r->rd, &rec)) {
		if (reader_faults(r->rd) == 0)
			msg_fault(&(struct place){ r->shown, 0, 0, NULL },
			    N_("the file is empty"));
		return -1;
	}
	r->source = r->ask->source != SOURCE_AUTO ? r->ask->source :
	    source_of(&rec);
	say_source(r);
	if (wrong_separator(r, &rec))
		return -1;
	if (source_short_rows(r->source))
		reader_allow_short(r->rd);
	if (columns_settle(r->cs, &rec, r->shown, r->source,
	    r->ask->map != NULL ? &r->map : NULL, r->words, r->fw) != 0)
		return -1;
	sheets_begin(&r->sheets, r->fw->ncrit, r->ask->map != NULL &&
	    !source_is_program(r->source) ? r->cs->wide ? "wide" : "long" :
	    source_name(r->source));
	r->sheets.shown = r->shown;
	r->maybe = mem_calloc((size_t)r->cs->n, sizeof(*r->maybe));
	for (i = 0; i < r->cs->n; i++) {
		if (r->cs->v[i].maybe_group)
			r->maybe[r->nmaybe++] = i;
		if (r->cs->v[i].use == FIELD_SCORE && r->cs->wide)
			r->sheets.covered[r->cs->v[i].crit] = 1;
	}
	r->comma = reader_dialect(r->rd)->sep != ',' ? COMMA_DECIMAL :
	    COMMA_QUOTED;
	take_lines(r);
	settle_group(r);
	bad_more(r);
	if (r->ask->preview && r->ask->map != NULL)
		map_say_unused(&r->map);
	take_options(r);
	return 0;
}

static int
date_order(struct project *p)
{
	const char	*s = project_get(p, "date_order");

	return s[0] == 'd' || s[0] == 'm' ? s[0] : 0;
}

static void
hint_groups(const struct framework *fw)
{
	struct str	s;
	size_t		i;

	str_init(&s);
	for (i = 0; i < fw->ngroups; i++)
		str_printf(&s, "%s%s", i > 0 ? ", " : "", fw->groups[i].id);
	msg_hint(N_("the groups are: %s"), s.s);
	str_free(&s);
}

size_t
import_group(const struct words *w, const struct framework *fw,
    const char *typed)
{
	const char	**ids, *near;
	size_t		  g = words_group(w, typed), i;

	if (g < WORDS_TWO)
		return g;
	ids = mem_calloc(fw->ngroups + 1, sizeof(*ids));
	for (i = 0; i < fw->ngroups; i++)
		ids[i] = fw->groups[i].id;
	msg_fault(NULL, N_("no such group in the round: '%s'"), typed);
	if ((near = msg_nearest(typed, ids)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else if (fw->ngroups > 0)
		hint_groups(fw);
	free(ids);
	return WORDS_NONE;
}

static void
find_others(struct take *r)
{
	const struct table	*t = project_table(r->project, "rounds");
	size_t			 i;

	r->others = mem_calloc(t->nrows + 1, sizeof(*r->others));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (!cell_is(t, i, "id", r->round))
			r->others[r->nothers++] = cell(t, i, "id");
}

/* Round, framework, key, map: all that is needed before the file. */
static int
prepare(struct take *r)
{
	const struct import_ask	*ask = r->ask;
	int			 rc = 0;

	r->round = round_open(r->project, ask->round);
	if (r->round == NULL || framework_load(r->fw, r->project, r->round,
	    project_lang(r->project)) != 0)
		return -1;
	r->words = words_load(r->project, r->round, r->fw);
	r->order = date_order(r->project);
	find_others(r);
	if (ask->group != NULL && (r->group = import_group(r->words, r->fw,
	    ask->group)) == WORDS_NONE)
		rc = -1;
	project_private(r->project, "responses");
	project_private(r->project, "forgotten");
	if (ask->map != NULL && map_load(&r->map, ask->map) != 0)
		rc = -1;
	if (rc != 0 || project_bad(r->project))
		return -1;
	return key_load(&r->key, r->project);
}

int
import_slurp(struct str *bytes)
{
	char	buf[65536];
	size_t	n;

	while ((n = fread(buf, 1, sizeof(buf), stdin)) > 0 &&
	    bytes->len <= READER_FILE_MAX)
		str_addn(bytes, buf, n);
	if (ferror(stdin))
		msg_errno("%s", _("standard input"));
	else if (bytes->len > READER_FILE_MAX)
		msg_trouble(N_("%s: larger than 1 GiB"), _("standard input"));
	else
		return 0;
	return -1;
}

static struct reader *
open_file(const struct take *r)
{
	const struct str	*b = r->ask->bytes;
	unsigned		 flags = READER_SECRET | READER_EOF_OK;

	return b != NULL ? reader_mem(b->s, b->len, r->shown, flags,
	    r->ask->sep) : reader_open(r->ask->path, r->shown, flags,
	    r->ask->sep);
}

int
import_run(struct project *p, const struct import_ask *ask,
    struct import_done *done)
{
	struct take	r;
	unsigned long	before = msg_faults();
	int		rc = -1;

	memset(&r, 0, sizeof(r));
	memset(done, 0, sizeof(*done));
	r.project = p;
	r.ask = ask;
	r.fw = &done->fw;
	r.cs = &done->columns;
	r.group = WORDS_NONE;
	r.shown = strcmp(ask->path, "-") == 0 ? _("standard input") :
	    ask->path;
	arena_init(&r.arena);
	if (prepare(&r) == 0 && (r.rd = open_file(&r)) != NULL &&
	    read_file(&r) == 0) {
		columns_say(r.cs, r.shown, r.fw);
		say_group(&r);
		done->round = r.round;
		if (reader_faults(r.rd) == 0 && msg_faults() == before) {
			sheets_merge(&r.sheets, p, r.round, r.fw,
			    &done->merged);
			if (msg_faults() == before)
				rc = 0;
		}
	}
	done->settled = done->columns.n > 0;
	reader_close(r.rd);
	done->words = r.words;
	sheets_free(&r.sheets);
	if (ask->map != NULL)
		map_free(&r.map);
	key_free(&r.key);
	HASH_CLEAR(hh, r.met);
	free(r.maybe);
	free(r.others);
	free(r.seen);
	arena_free(&r.arena);
	return rc;
}

void
import_free(struct import_done *done)
{
	columns_free(&done->columns);
	words_free(done->words);
	framework_free(&done->fw);
}
