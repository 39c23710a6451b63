/*
 * Bytes of a CSV file to records that know their line and their bytes.
 *
 * libcsv is fed one physical line at a time, so that a record's first line
 * and bytes are known.  The buffer keeps all lines of the record under way:
 * when its quotes turn out to be broken, reading starts again on the line
 * behind the one it began on, and the faults further down are found too.
 */
#include "table/reader.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/utf.h"

#define BLOCK		((size_t)128 << 10)
#define FAULTS_SAID	200	/* of shape, in one file; the rest is counted */

enum encoding { ENC_ASCII, ENC_UTF8, ENC_CP1252 };

struct reader {
	int		 fd;		/* -1: over memory */
	char		*buf;		/* own buffer, or the caller's bytes */
	size_t		 len, cap;	/* bytes in it */
	size_t		 pos;		/* next line to feed */
	size_t		 from;		/* where the record under way begins */
	size_t		 base;		/* offset in the file of buf[0] */
	int		 eof;
	size_t		 block;		/* least room to read into */
	char		*shown;
	unsigned	 flags;
	char		 sep;
	struct dialect	 dialect;
	enum encoding	 enc;
	struct csv_parser parser;
	int		 begun;		/* bytes of a record were fed */
	long		 line;		/* of buf[pos] */
	long		 from_line;
	int		 bad;		/* the record under way has a fault */
	int		 done;		/* the record under way is complete */
	int		 lone_cr;
	struct str	 text;
	size_t		*at;		/* offsets of the fields in text */
	int		 n, capn;
	char		**f;
	int		 width;		/* of the header, -1 before it */
	int		 marked;	/* inside git's conflict markers */
	unsigned long	 faults;
	int		 ended;
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* A fault of shape at a line; says whether it may still be said aloud. */
static int
fault_here(struct reader *r)
{
	r->bad = 1;
	r->faults++;
	if (r->faults <= FAULTS_SAID)
		return 1;
	msg_raise(MSG_DATA);
	return 0;
}
#define FAULT(r, ln, col, ...) do {					\
	struct place	at_ = { (r)->shown, (ln), (col), NULL };	\
	if (fault_here(r))						\
		msg_fault(&at_, __VA_ARGS__);				\
} while (0)
#pragma GCC diagnostic pop

/* No field may grow beyond its limit: an unclosed quote ends there. */
static void *
limited_realloc(void *p, size_t n)
{
	if (n > READER_FIELD_MAX + 4096)
		return NULL;
	return mem_realloc(p, n, 1);
}

static void
parser_begin(struct reader *r)
{
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_delim(&r->parser, (unsigned char)r->sep);
	csv_set_realloc_func(&r->parser, limited_realloc);
	csv_set_free_func(&r->parser, free);
	r->parser.blk_size = 4096;
}

static void
add_field(struct reader *r, const void *s, size_t n)
{
	if (r->n >= READER_COLUMNS_MAX) {
		r->n++;
		return;
	}
	if (r->n == r->capn) {
		r->capn = r->capn != 0 ? r->capn * 2 : 32;
		r->at = mem_realloc(r->at, (size_t)r->capn, sizeof(*r->at));
		r->f = mem_realloc(r->f, (size_t)r->capn + 1, sizeof(*r->f));
	}
	r->at[r->n++] = r->text.len;
	str_addn(&r->text, s, n);
	str_addc(&r->text, '\0');
}

static void
on_field(void *s, size_t n, void *arg)
{
	struct reader	*r = arg;

	if (r->done)		/* a second record on one line */
		r->lone_cr = 1;
	else
		add_field(r, s, n);
}

static void
on_record(int c, void *arg)
{
	struct reader	*r = arg;

	(void)c;
	if (r->done)
		r->lone_cr = 1;
	r->done = 1;
}

/* Read on behind what is there; 0 at the end of the file. */
static int
fill(struct reader *r)
{
	ssize_t	n;

	if (r->fd < 0 || r->eof)
		return 0;
	if (r->from > 0 && r->len + r->block > r->cap) {
		memmove(r->buf, r->buf + r->from, r->len - r->from);
		r->len -= r->from;
		r->pos -= r->from;
		r->base += r->from;
		r->from = 0;
	}
	while (r->len + r->block > r->cap) {
		r->cap = r->cap != 0 ? r->cap * 2 : 2 * BLOCK;
		r->buf = mem_realloc(r->buf, r->cap, 1);
	}
	do
		n = read(r->fd, r->buf + r->len, r->block < BLOCK ?
		    r->block : r->cap - r->len);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		msg_errno(N_("%s: cannot be read"), r->shown);
		r->faults++;
		n = 0;
	}
	if (n == 0)
		r->eof = 1;
	r->len += (size_t)n;
	return n > 0;
}

/*
 * The next physical line, line end included, into *s and *n; 0 at the end.
 * A line longer than a record may be is said and cut.
 */
static int
next_line(struct reader *r, const char **s, size_t *n)
{
	const char	*nl;
	size_t		 looked = 0;

	for (;;) {
		if (r->pos + looked < r->len) {
			nl = memchr(r->buf + r->pos + looked, '\n',
			    r->len - r->pos - looked);
			if (nl != NULL) {
				*n = (size_t)(nl - (r->buf + r->pos)) + 1;
				break;
			}
		}
		looked = r->len - r->pos;
		if (looked > READER_ROW_MAX || !fill(r)) {
			*n = r->len - r->pos;
			if (*n == 0)
				return 0;
			break;
		}
	}
	*s = r->buf + r->pos;
	r->pos += *n;
	r->line++;
	return 1;
}

static void
record_reset(struct reader *r)
{
	r->from = r->pos;
	r->from_line = r->line + 1;
	r->n = 0;
	r->bad = r->done = r->lone_cr = r->begun = 0;
	str_reset(&r->text);
}

/* Start again on the line behind the one the broken record began on. */
static void
resync(struct reader *r)
{
	const char	*nl = memchr(r->buf + r->from, '\n', r->len - r->from);

	csv_free(&r->parser);
	parser_begin(r);
	r->pos = nl != NULL ? (size_t)(nl - r->buf) + 1 : r->len;
	r->line = r->from_line;
	record_reset(r);
}

/*
 * Whether a sequence of k bytes that is valid UTF-8 is more likely what French
 * writes in CP1252 at the end of a quotation, "é »" with its no-break space or
 * "É»", than the letter of a far alphabet that it would be.
 */
static int
is_quote_end(const unsigned char *s, int k)
{
	if (k == 2)
		return s[0] >= 0xc8 && s[0] <= 0xcb &&
		    (s[1] == 0xa0 || s[1] == 0xbb);
	return k == 3 && s[0] >= 0xe0 && s[0] <= 0xeb && s[0] != 0xe2 &&
	    s[1] == 0xa0 && s[2] == 0xbb;
}

/*
 * Look at the high bytes of a line: has it a valid sequence, an invalid one,
 * and where is the first invalid one.
 */
static void
high_bytes(const char *s, size_t n, int *valid, size_t *bad)
{
	size_t	i = 0;
	ucs4_t	c;
	int	k;

	*bad = n;
	while (i < n) {
		if ((unsigned char)s[i] < 0x80) {
			i++;
			continue;
		}
		k = u8_mbtoucr(&c, (const uint8_t *)s + i, n - i);
		if (k > 1) {
			*valid |= !is_quote_end((const unsigned char *)s + i,
			    k);
			i += (size_t)k;
		} else {
			if (*bad == n)
				*bad = i;
			i++;
		}
	}
}

static int
is_ascii(const char *s, size_t n)
{
	uint64_t	w, any = 0;

	for (; n >= 8; s += 8, n -= 8) {
		memcpy(&w, s, 8);
		any |= w;
	}
	for (; n > 0; s++, n--)
		any |= (uint64_t)(unsigned char)*s;
	return (any & UINT64_C(0x8080808080808080)) == 0;
}

/* The first byte that CP1252 does not have (Mac and DOS files do); or n. */
static size_t
no_cp1252(const char *s, size_t n)
{
	static const char	holes[] = "\x81\x8d\x8f\x90\x9d";
	size_t			i;

	for (i = 0; i < n; i++)
		if (s[i] != '\0' && strchr(holes, s[i]) != NULL)
			break;
	return i;
}

char *
reader_cp1252(const char *s, size_t n, size_t *out_n)
{
	int	valid = 0;
	size_t	bad;

	high_bytes(s, n, &valid, &bad);
	return valid || no_cp1252(s, n) < n ? NULL :
	    utf_from_cp1252(s, n, out_n);
}

/*
 * Settle the encoding of one line.  Over memory the whole file was looked at
 * on opening.  Returns a converted copy to feed, or NULL: as it is.
 */
static char *
decode(struct reader *r, const char *s, size_t n, size_t *out_n)
{
	int	valid = 0;
	size_t	bad;

	if (is_ascii(s, n))
		return NULL;
	high_bytes(s, n, &valid, &bad);
	if (r->enc == ENC_ASCII)
		r->enc = valid || bad == n ? ENC_UTF8 : ENC_CP1252;
	if (r->enc == ENC_UTF8) {
		if (bad < n)
			FAULT(r, r->line, (long)bad + 1,
			    N_("not valid UTF-8"));
		return NULL;
	}
	if (valid)
		FAULT(r, r->line, 0, N_("UTF-8 here, and another encoding "
		    "further up: save the file in one encoding"));
	if ((bad = no_cp1252(s, n)) < n)
		FAULT(r, r->line, (long)bad + 1, N_("neither UTF-8 nor CP1252: "
		    "save the file as UTF-8"));
	r->dialect.cp1252 = 1;
	return utf_from_cp1252(s, n, out_n);
}

static int
marker(struct reader *r, const char *s, size_t n)
{
	int	hit = 0;

	if (n >= 8 && (memcmp(s, "<<<<<<< ", 8) == 0 ||
	    memcmp(s, "||||||| ", 8) == 0)) {
		r->marked = 1;
		hit = 1;
	} else if (n >= 8 && memcmp(s, ">>>>>>> ", 8) == 0) {
		r->marked = 0;
		hit = 1;
	} else if (n >= 7 && memcmp(s, "=======", 7) == 0 && (r->marked ||
	    !r->begun) && (n == 7 || s[7] == '\n' || s[7] == '\r'))
		hit = 1;
	if (!hit)
		return 0;
	FAULT(r, r->line, 0, N_("a mark of an unfinished git merge: keep "
	    "the rows of both sides, or one where both are the same row, and "
	    "delete the mark"));
	return 1;
}

/* The separator of the first record: what occurs most outside quotes. */
static char
sniff(const char *s, size_t n)
{
	size_t	i, comma = 0, semi = 0, tab = 0;
	int	quoted = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (s[i] == '\n' && comma + semi + tab > 0)
			break;
		comma += s[i] == ',';
		semi += s[i] == ';';
		tab += s[i] == '\t';
	}
	if (semi > comma && semi >= tab)
		return ';';
	if (tab > comma)
		return '\t';
	return ',';
}

/* Whether behind every closed quote of the first record a cell ends. */
static int
quotes_fit(const char *s, size_t n, char sep)
{
	size_t	i;
	int	quoted = 0;

	for (i = 0; i < n && (quoted || s[i] != '\n'); i++) {
		if (s[i] != '"')
			continue;
		if (quoted && i + 1 < n && s[i + 1] == '"') {
			i++;
			continue;
		}
		if (quoted && i + 1 < n && s[i + 1] != sep &&
		    s[i + 1] != '\r' && s[i + 1] != '\n')
			return 0;
		quoted = !quoted;
	}
	return 1;
}

/* Whether the first record has this sign outside quotes. */
static int
cuts(const char *s, size_t n, char sep)
{
	size_t	i;
	int	quoted = 0;

	for (i = 0; i < n && (quoted || s[i] != '\n'); i++) {
		quoted ^= s[i] == '"';
		if (!quoted && s[i] == sep)
			return 1;
	}
	return 0;
}

/*
 * A separator that was given and is not the file's: of a header in quotes it
 * makes broken quotes, which say nothing of what is wrong.
 */
static int
wrong_separator(struct reader *r, const char *s, size_t n, char sep)
{
	char	other = sniff(s, n), name[2] = { other, '\0' };

	if (other == sep || cuts(s, n, sep) || !cuts(s, n, other) ||
	    quotes_fit(s, n, sep) || !quotes_fit(s, n, other))
		return 0;
	FAULT(r, r->line + 1, 0, N_("the header is one column, and has '%s' "
	    "in it"), other == '\t' ? "tab" : name);
	msg_hint(N_("-d '%s' says which separator it is"),
	    other == '\t' ? "tab" : name);
	return 1;
}

/* A zip archive whose first file is a CSV; a spreadsheet is one of others. */
static int
is_zip_of_csv(const char *s, size_t n)
{
	size_t	name;

	if (n < 30 || memcmp(s, "PK\3\4", 4) != 0)
		return 0;
	name = (size_t)(unsigned char)s[26] |
	    (size_t)(unsigned char)s[27] << 8;
	return name > 4 && 30 + name <= n &&
	    memcmp(s + 30 + name - 4, ".csv", 4) == 0;
}

/* ASCII in UTF-16, also without its mark: every other byte is 0. */
static int
is_utf16(const char *s, size_t n)
{
	if (n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 ||
	    memcmp(s, "\xfe\xff", 2) == 0))
		return 1;
	return n >= 4 && (s[0] == '\0') != (s[1] == '\0') &&
	    (s[0] == '\0') == (s[2] == '\0') &&
	    (s[1] == '\0') == (s[3] == '\0');
}

/* Lines that end as they did on an old Macintosh are all one line. */
static int
is_one_line(const char *s, size_t n)
{
	const char	*cr = memchr(s, '\r', n);

	return cr != NULL && cr + 1 < s + n && memchr(s, '\n', n) == NULL &&
	    memchr(s, '"', n) == NULL;
}

/* Files that are taken for a table, by how they begin; what to do instead. */
static const char *
is_other(const char *s, size_t n)
{
	static const struct {
		const char	*begin, *says;
	} other[] = {
		{ "PK\3\4", N_("this is a spreadsheet file, not CSV: open it "
		    "and save it as CSV") },
		{ "\xd0\xcf\x11\xe0", N_("this is a spreadsheet file, not "
		    "CSV: open it and save it as CSV") },
		{ "\x1f\x8b", N_("this is compressed: unpack it with gunzip, "
		    "and take the CSV that is in it") },
		{ "%PDF-", N_("this is a PDF, not CSV: take the table that it "
		    "was made from") },
		{ "<!DOCTYPE", N_("this is a web page, not CSV: was it "
		    "downloaded without signing in?") },
		{ "<html", N_("this is a web page, not CSV: was it "
		    "downloaded without signing in?") },
		{ "<?xml", N_("this is XML, not CSV") },
		{ "{\"", N_("this is JSON, not CSV") },
		{ "[{\"", N_("this is JSON, not CSV") }
	};
	size_t	i, len;

	for (i = 0; i < sizeof(other) / sizeof(*other); i++) {
		len = strlen(other[i].begin);
		if (n >= len && strncasecmp(s, other[i].begin, len) == 0)
			return other[i].says;
	}
	return NULL;
}

/* Bytes at the very start: BOM, sep= line, things that are no CSV at all. */
static int
opening(struct reader *r, char sep)
{
	const char	*s, *other;
	size_t		 n;

	while (r->len < 65536 && fill(r))
		continue;
	s = r->buf;
	n = r->len;
	if (is_zip_of_csv(s, n)) {
		FAULT(r, 0, 0, N_("this is a zip archive: unpack it, and take "
		    "the CSV that is in it"));
		return -1;
	}
	if ((other = is_other(s, n)) != NULL) {
		FAULT(r, 0, 0, "%s", _(other));
		return -1;
	}
	if (is_utf16(s, n)) {
		FAULT(r, 0, 0, N_("this is UTF-16: save it as CSV in UTF-8"));
		return -1;
	}
	if (is_one_line(s, n)) {
		FAULT(r, 0, 0, N_("its lines end with a carriage return "
		    "alone, as on an old Macintosh"));
		msg_hint(N_("tr '\\r' '\\n' <OLD.csv >NEW.csv"));
		return -1;
	}
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		r->dialect.bom = 1;
		r->pos = 3;
		s += 3;
		n -= 3;
	}
	if (n >= 6 && strncasecmp(s, "sep=", 4) == 0 &&
	    strchr(",;\t|", s[4]) != NULL && s[4] != '\0' &&
	    (s[5] == '\r' || s[5] == '\n')) {
		if (sep == 0)
			sep = s[4];
		r->dialect.sep_line = 1;
		r->pos += s[5] == '\r' && n > 6 && s[6] == '\n' ? 7 : 6;
		r->line = 1;
	}
	if (sep == 0)
		sep = sniff(r->buf + r->pos, r->len - r->pos);
	else if (wrong_separator(r, r->buf + r->pos, r->len - r->pos, sep))
		return -1;
	r->sep = r->dialect.sep = sep;
	return 0;
}

static struct reader *
begin(const char *shown, unsigned flags)
{
	struct reader	*r = mem_calloc(1, sizeof(*r));

	r->fd = -1;
	r->block = BLOCK;
	r->shown = mem_strdup(shown);
	r->flags = flags;
	r->width = -1;
	str_init(&r->text);
	return r;
}

struct reader *
reader_open(const char *path, const char *shown, unsigned flags, char sep)
{
	int	fd = STDIN_FILENO;

	if (strcmp(path, "-") != 0 &&
	    (fd = open(path, O_RDONLY | O_CLOEXEC)) < 0) {
		msg_errno("%s", shown);
		return NULL;
	}
	return reader_fd(fd, shown, flags, sep);
}

struct reader *
reader_fd(int fd, const char *shown, unsigned flags, char sep)
{
	struct reader	*r = begin(shown, flags);

	r->fd = fd;
	if (opening(r, sep) != 0)
		r->ended = 1;
	parser_begin(r);
	record_reset(r);
	return r;
}

/* A record here and there: little is read at once. */
#define BLOCK_SEEK	((size_t)8 << 10)

void
reader_seek(struct reader *r, size_t begin, long line)
{
	if (begin >= r->base && begin - r->base <= r->len && !r->ended)
		r->pos = begin - r->base;
	else {
		if (lseek(r->fd, (off_t)begin, SEEK_SET) < 0) {
			msg_errno(N_("%s: cannot be read"), r->shown);
			r->faults++;
		}
		r->base = begin;
		r->pos = r->len = 0;
		r->eof = r->ended = 0;
		r->block = BLOCK_SEEK;
	}
	csv_free(&r->parser);
	parser_begin(r);
	r->line = line - 1;
	record_reset(r);
}

struct reader *
reader_mem(const char *bytes, size_t n, const char *shown, unsigned flags,
    char sep)
{
	struct reader	*r = begin(shown, flags);
	int		 valid = 0;
	size_t		 bad;

	r->buf = (char *)(uintptr_t)bytes;
	r->len = n;
	r->eof = 1;
	if (opening(r, sep) != 0)
		r->ended = 1;
	if (!is_ascii(bytes, n)) {
		high_bytes(bytes + r->pos, n - r->pos, &valid, &bad);
		r->enc = valid || bad == n - r->pos ? ENC_UTF8 : ENC_CP1252;
		/* Beyond the one line its valid sequences are no surprise. */
	}
	parser_begin(r);
	record_reset(r);
	return r;
}

void
reader_close(struct reader *r)
{
	if (r == NULL)
		return;
	csv_free(&r->parser);
	if (r->fd >= 0) {
		free(r->buf);
		if (r->fd != STDIN_FILENO)
			close(r->fd);
	}
	free(r->shown);
	free(r->at);
	free(r->f);
	str_free(&r->text);
	free(r);
}

/* Feed one line; what is wrong with it is said. */
static void
feed(struct reader *r, const char *s, size_t n)
{
	char		*copy;
	const char	*nul;
	size_t		 fed, m = n;

	if ((nul = memchr(s, '\0', n)) != NULL)
		FAULT(r, r->line, (long)(nul - s) + 1, N_("a NUL byte"));
	if (r->line <= 1 + r->dialect.sep_line && n >= 2 && s[n - 2] == '\r')
		r->dialect.crlf = 1;
	copy = decode(r, s, n, &m);
	if (!r->begun) {
		r->from = (size_t)(s - r->buf);
		r->from_line = r->line;
	}
	r->begun = 1;
	fed = csv_parse(&r->parser, copy != NULL ? copy : s, m, on_field,
	    on_record, r);
	free(copy);
	if (fed == m)
		return;
	if (csv_error(&r->parser) == CSV_ENOMEM)
		FAULT(r, r->from_line, 0, N_("a cell is longer than 1 MiB: is "
		    "a closing quote missing?"));
	else if (r->from_line < r->line)
		FAULT(r, r->from_line, 0, N_("a quoted cell begins here and "
		    "does not end well on line %ld: is a closing quote "
		    "missing?"), r->line);
	else
		FAULT(r, r->line, (long)fed + 1,
		    N_("a quote where none may stand"));
	resync(r);
}

/* At the end of the bytes: give out what is left, or say what is open. */
static void
finish(struct reader *r)
{
	if (csv_fini(&r->parser, on_field, on_record, r) != 0) {
		FAULT(r, r->from_line, 0, N_("an opened quote is never closed"));
		resync(r);
		return;
	}
	if (r->n > 0)
		r->done = 1;
}

/* Whether the record that is complete may be given out. */
static int
good(struct reader *r)
{
	int	cut;

	if (r->lone_cr)
		FAULT(r, r->from_line, 0, N_("a carriage return stands alone "
		    "inside the line"));
	if (r->n > READER_COLUMNS_MAX)
		FAULT(r, r->from_line, 0, N_("more than %d cells"),
		    READER_COLUMNS_MAX);
	if (r->bad)
		return 0;
	cut = r->pos >= r->len && r->eof && r->dialect.torn &&
	    r->n < r->width;
	if (r->width < 0)
		r->width = r->n;
	else if (r->n < r->width && (r->flags & READER_SHORT) && !cut)
		while (r->n < r->width)
			add_field(r, "", 0);
	else if (r->n != r->width && !(r->flags & READER_RAGGED)) {
		if (cut)
			FAULT(r, r->from_line, 0, N_("the last line is cut "
			    "off: the header has %d cells, this row %d"),
			    r->width, r->n);
		else
			FAULT(r, r->from_line, 0, N_("the header has %d "
			    "cells, this row %d"), r->width, r->n);
		return 0;
	}
	return 1;
}

static void
give(struct reader *r, struct record *rec)
{
	int	i;

	for (i = 0; i < r->n; i++)
		r->f[i] = r->text.s + r->at[i];
	rec->line = r->from_line;
	rec->begin = r->base + r->from;
	rec->end = r->base + r->pos;
	rec->n = r->n;
	rec->f = r->f;
}

static void
end_of_file(struct reader *r)
{
	struct place	at = { r->shown, 0, 0, NULL };

	r->ended = 1;
	if (r->faults > FAULTS_SAID)
		msg_fault_n(&at, r->faults - FAULTS_SAID,
		    "%lu more fault of this kind",
		    "%lu more faults of this kind",
		    r->faults - FAULTS_SAID);
}

int
reader_next(struct reader *r, struct record *rec)
{
	const char	*s;
	size_t		 n;
	int		 given;

	/* What the last call gave out stays until now. */
	if (r->done) {
		record_reset(r);
	}
	while (!r->ended) {
		if (!next_line(r, &s, &n)) {
			finish(r);
			if (!r->done) {
				if (r->pos < r->len)
					continue;	/* resynced */
				end_of_file(r);
				return 0;
			}
		} else {
			if (s[n - 1] != '\n' && r->eof && r->pos >= r->len)
				r->dialect.torn = 1;
			if (s[0] != '"' && marker(r, s, n)) {
				if (r->begun)
					resync(r);
				else
					record_reset(r);
				continue;
			}
			feed(r, s, n);
			if (r->pos - r->from > READER_ROW_MAX && !r->done) {
				FAULT(r, r->from_line, 0, N_("a row is longer "
				    "than 4 MiB: is a closing quote missing?"));
				resync(r);
			}
		}
		if (!r->done) {
			/* A blank line, or a record that goes on. */
			if (r->n == 0 && r->parser.pstate == 0 &&
			    r->text.len == 0 && r->begun)
				record_reset(r);
			continue;
		}
		given = good(r);
		if (given) {
			give(r, rec);
			return 1;
		}
		record_reset(r);
	}
	return 0;
}

int
record_is_blank(const struct record *r)
{
	int	i;

	for (i = 0; i < r->n; i++)
		if (r->f[i][strspn(r->f[i], " \t\r\n")] != '\0')
			return 0;
	return 1;
}

void
reader_allow_short(struct reader *r)
{
	r->flags |= READER_SHORT;
}

unsigned long
reader_faults(const struct reader *r)
{
	return r->faults;
}

const struct dialect *
reader_dialect(const struct reader *r)
{
	return &r->dialect;
}

void
dialect_say(const struct dialect *d, const char *shown)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	what;

	str_init(&what);
	if (d->cp1252)
		str_printf(&what, "%s, ", _("encoding CP1252"));
	if (d->bom)
		str_printf(&what, "%s, ", _("byte-order mark"));
	if (d->sep == ';')
		str_printf(&what, "%s, ", _("separator ';'"));
	else if (d->sep == '\t')
		str_printf(&what, "%s, ", _("separator TAB"));
	if (d->sep_line)
		str_printf(&what, "%s, ", _("a line 'sep='"));
	if (d->crlf)
		str_printf(&what, "%s, ", _("line ends CR LF"));
	if (d->comma)
		str_printf(&what, "%s, ", _("decimal commas"));
	if (what.len > 0) {
		what.s[what.len - 2] = '\0';
		msg_note_at(&at, N_("read with its own habits: %s"), what.s);
	}
	str_free(&what);
}
