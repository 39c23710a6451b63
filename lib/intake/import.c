/*
 * A foreign file of answers into responses.csv.
 *
 * The file is read once, from first line to last, into sheets that wait
 * (spool.h); only when all of it was found good do they become rows (merge.h).
 * No part of it lies in memory.
 */
#include "intake/import.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "intake/merge.h"
#include "intake/spool.h"
#include "intake/take.h"
#include "model/names.h"

static void
bad_more(struct take *r)
{
	struct place	at = { r->shown, 0, 0, NULL };
	unsigned long	n = r->bad - TAKE_SAID;

	if (r->bad > TAKE_SAID && r->reject == NULL)
		msg_fault_n(&at, n, "%lu more cell like these",
		    "%lu more cells like these", n);
	else if (r->bad > TAKE_SAID)
		msg_warn_n(&at, n, "%lu more cell like these",
		    "%lu more cells like these", n);
	take_advise(r);
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

/* What the header says of all sheets. */
static void
begin_sheets(struct take *r)
{
	int	i;

	sheets_begin(&r->sheets, r->fw->ncrit, r->ask->map != NULL &&
	    !source_is_program(r->source) ? r->cs->wide ? "wide" : "long" :
	    source_name(r->source), project_private_dir(r->project));
	r->sheets.shown = r->shown;
	r->sheets.reject = r->reject;
	r->maybe = mem_calloc((size_t)r->cs->n, sizeof(*r->maybe));
	for (i = 0; i < r->cs->n; i++) {
		if (r->cs->v[i].maybe_group)
			r->maybe[r->nmaybe++] = i;
		if (r->cs->v[i].use == FIELD_SCORE && r->cs->wide)
			r->sheets.covered[r->cs->v[i].crit] = 1;
	}
	r->misses = mem_calloc((size_t)r->nmaybe + 1, sizeof(*r->misses));
	r->sheets.nseen = (size_t)r->nmaybe;
	sheet_init(&r->sheet, r->fw->ncrit, r->sheets.nseen);
}

static int
read_file(struct take *r)
{
	struct record	rec;

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
	r->header = rec.end;
	if (columns_settle(r->cs, &rec, r->shown, r->source,
	    r->ask->map != NULL ? &r->map : NULL, r->words, r->fw) != 0)
		return -1;
	begin_sheets(r);
	r->comma = reader_dialect(r->rd)->sep != ',' ? COMMA_DECIMAL :
	    COMMA_QUOTED;
	take_lines(r);
	take_settle(r);
	bad_more(r);
	if (r->ask->preview && r->ask->map != NULL)
		map_say_unused(&r->map);
	return spool_bad(r->sheets.spool) ? -1 : 0;
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
		names_list(&s, fw->groups[i].id, fw->groups[i].label);
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
	project_private(r->project, "forgotten");
	if (ask->map != NULL && map_load(&r->map, ask->map) != 0)
		rc = -1;
	if (rc != 0 || project_bad(r->project))
		return -1;
	if (key_load(&r->key, r->project) != 0)
		return -1;
	return stock_load(&r->stock, r->project, r->round);
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

/* Standard input, or a pipe. */
static int
waits(const char *path)
{
	struct stat	st;

	return strcmp(path, "-") == 0 || (stat(path, &st) == 0 &&
	    !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode));
}

int
import_put_by(const struct cmd *c, const char *path, struct spill **spill)
{
	char	*dir = waits(path) ? project_private_of(c) : NULL;
	int	 std = strcmp(path, "-") == 0, fd, rc;

	*spill = NULL;
	if (dir == NULL)
		return 0;
	*spill = spill_new(dir);
	free(dir);
	fd = std ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		msg_errno("%s", path);
	rc = fd < 0 ? -1 : spill_slurp(*spill, fd, std ?
	    _("standard input") : path);
	if (fd >= 0 && !std)
		close(fd);
	if (rc == 0)
		return 0;
	spill_free(*spill);
	*spill = NULL;
	return -1;
}

static int
open_file(struct take *r)
{
	unsigned	flags = READER_SECRET | READER_EOF_OK;
	int		fd;

	if (r->ask->spill != NULL) {
		r->size = spill_size(r->ask->spill);
		r->rd = spill_reader(r->ask->spill, r->shown, flags,
		    r->ask->sep);
		return r->rd != NULL ? 0 : -1;
	}
	/* Once to read it through, and once for the rows that are put by. */
	if ((r->fd = open(r->ask->path, O_RDONLY | O_CLOEXEC)) < 0) {
		msg_errno("%s", r->shown);
		return -1;
	}
	if (fstat(r->fd, &r->seen) == 0 && S_ISREG(r->seen.st_mode))
		r->size = (uint64_t)r->seen.st_size;
	if ((fd = fcntl(r->fd, F_DUPFD_CLOEXEC, 3)) < 0) {
		msg_errno("%s", r->shown);
		return -1;
	}
	r->rd = reader_fd(fd, r->shown, flags, r->ask->sep);
	return 0;
}

/* Whether the file is not the one any more that was begun with (said). */
static int
source_changed(const struct take *r)
{
	struct stat	st;

	if (r->fd < 0 || (fstat(r->fd, &st) == 0 &&
	    st.st_size == r->seen.st_size &&
	    st.st_mtim.tv_sec == r->seen.st_mtim.tv_sec &&
	    st.st_mtim.tv_nsec == r->seen.st_mtim.tv_nsec))
		return 0;
	msg_trouble(N_("%s was changed by another program meanwhile; nothing "
	    "was written: type the command again"), r->shown);
	return 1;
}

/* Bytes of the file, for the rows that are put by. */
static long
read_again(void *arg, uint64_t at, void *buf, size_t n)
{
	struct take	*r = arg;
	ssize_t		 k;

	if (r->ask->spill != NULL)
		return spill_read(r->ask->spill, at, buf, n);
	do
		k = pread(r->fd, buf, n, (off_t)at);
	while (k < 0 && errno == EINTR);
	if (k < 0)
		msg_errno("%s", r->shown);
	return k;
}

static int
put_rejects(struct take *r, struct import_done *done)
{
	if (r->reject == NULL || reject_rows(r->reject) == 0)
		return 0;
	done->rejected = reject_rows(r->reject);
	done->rejects = reject_put(r->reject, r->project, r->round, r->shown,
	    r->header, read_again, r);
	return done->rejects != NULL ? 0 : -1;
}

static void
take_free(struct take *r)
{
	reader_close(r->rd);
	if (r->fd >= 0)
		close(r->fd);
	sheets_free(&r->sheets);
	sheet_free(&r->sheet);
	stock_free(&r->stock);
	reject_free(r->reject);
	if (r->ask->map != NULL)
		map_free(&r->map);
	key_free(&r->key);
	str_free(&r->ident);
	free(r->maybe);
	free(r->misses);
	free(r->others);
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
	r.fd = -1;
	r.fw = &done->fw;
	r.cs = &done->columns;
	r.group = WORDS_NONE;
	str_init(&r.ident);
	if (ask->keep_going)
		r.reject = reject_new();
	r.shown = strcmp(ask->path, "-") == 0 ? _("standard input") :
	    ask->path;
	if (prepare(&r) == 0 && open_file(&r) == 0 && read_file(&r) == 0) {
		columns_say(r.cs, r.shown, r.fw);
		say_group(&r);
		done->round = r.round;
		if (reader_faults(r.rd) == 0 && msg_faults() == before &&
		    sheets_merge(&r.sheets, &r.stock, p, r.fw,
		    &done->merged) == 0 && put_rejects(&r, done) == 0 &&
		    !source_changed(&r))
			rc = 0;
	}
	done->settled = done->columns.n > 0;
	done->words = r.words;
	take_free(&r);
	return rc;
}

void
import_say_rejects(const struct import_done *done, const struct project *p)
{
	if (done->rejected == 0)
		return;
	msg_warn_n(NULL, done->rejected,
	    "%lu row with a bad cell is left out: mend it in %s/%s and import "
	    "that", "%lu rows with bad cells are left out: mend them in %s/%s "
	    "and import that", done->rejected, project_private_dir(p),
	    done->rejects);
	msg_raise(MSG_DATA);
}

void
import_free(struct import_done *done)
{
	free(done->rejects);
	columns_free(&done->columns);
	words_free(done->words);
	framework_free(&done->fw);
}
