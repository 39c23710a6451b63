/* Say what went wrong and where; remember the exit status. */
#include "base/msg.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <unistr.h>

#include "base/mem.h"

static const char	*prog = "cpm";
static int		 worst = MSG_OK, quiet, hush;
static int		 hush_broken;	/* by a trouble, which was said */
static unsigned long	 faults;
static int		 working, work = -1;

void
msg_init(const char *argv0)
{
	const char	*slash = strrchr(argv0, '/');

	prog = slash != NULL ? slash + 1 : argv0;
}

const char *
msg_prog(void)
{
	return prog;
}

void
msg_quiet(int q)
{
	quiet = q;
}

void
msg_hush(int h)
{
	hush = h;
	hush_broken = 0;
}

static int
unsafe(ucs4_t c)
{
	return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    c == 0x200e || c == 0x200f || c == 0x061c || c == 0x2028 ||
	    c == 0x2029 || c == 0xfeff;
}

char *
msg_clean(const char *s, size_t n)
{
	struct str	 out;
	const uint8_t	*p = (const uint8_t *)s;
	ucs4_t		 c;
	int		 k;

	str_init(&out);
	while (n > 0) {
		k = u8_mbtoucr(&c, p, n);
		if (k < 1) {
			str_addc(&out, '?');
			k = 1;
		} else if (c == '\r' && n > 1 && p[1] == '\n')
			;
		else if (c == '\n' || c == '\t')
			str_addc(&out, ' ');
		else if (unsafe(c))
			str_addc(&out, '?');
		else
			str_addn(&out, (const char *)p, (size_t)k);
		p += k;
		n -= (size_t)k;
	}
	return str_take(&out);
}

/* --- what is under way ---------------------------------------------------- */

int
msg_work_wanted(void)
{
	static struct timespec	last;
	struct timespec		now;

	if (work < 0)
		work = !quiet && isatty(STDERR_FILENO);
	if (!work || clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
	    (now.tv_sec - last.tv_sec) * 1000 +
	    (now.tv_nsec - last.tv_nsec) / 1000000 < 250)
		return 0;
	last = now;
	return 1;
}

void
msg_work(const char *fmt, ...)
{
	va_list	ap;

	if (fmt == NULL) {
		if (working)
			fputs("\r\033[K", stderr);
		working = 0;
		return;
	}
	fputs("\r\033[K", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, gettext(fmt), ap);
	va_end(ap);
	fflush(stderr);
	working = 1;
}

/* One whole message in one write, so that lines of two programs stay whole. */
static void
say(const struct place *at, const char *kind, const char *text,
    const char *tail)
{
	struct str	 line;
	char		*clean;

	str_init(&line);
	str_printf(&line, "%s: ", prog);
	if (at != NULL && at->file != NULL) {
		clean = msg_clean(at->file, strlen(at->file));
		str_add(&line, clean);
		free(clean);
		if (at->line > 0)
			str_printf(&line, ":%ld", at->line);
		if (at->line > 0 && at->byte > 0)
			str_printf(&line, ":%ld", at->byte);
		str_add(&line, ": ");
	}
	if (kind != NULL)
		str_printf(&line, "%s%s", kind, _(": "));
	if (at != NULL && at->column != NULL) {
		clean = msg_clean(at->column, strlen(at->column));
		str_printf(&line, _("column '%s'"), clean);
		/* TRANSLATORS: between two parts of a message. */
		str_add(&line, _(": "));
		free(clean);
	}
	clean = msg_clean(text, strlen(text));
	str_add(&line, clean);
	free(clean);
	if (tail != NULL)
		str_printf(&line, "%s%s", _(": "), tail);
	str_addc(&line, '\n');
	fflush(stdout);
	msg_work(NULL);
	fputs(line.s, stderr);
	str_free(&line);
}

static void
vsay(const struct place *at, const char *kind, const char *fmt, va_list ap,
    const char *tail)
{
	char	*text;

	if (vasprintf(&text, fmt, ap) < 0)
		mem_out();
	say(at, kind, text, tail);
	free(text);
}

void
msg_raise(int status)
{
	if (status > worst && (!hush || status == MSG_TROUBLE))
		worst = status;
}


#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

void
msg_fault(const struct place *at, const char *fmt, ...)
{
	va_list	ap;

	if (hush)
		return;
	msg_raise(MSG_DATA);
	faults++;
	va_start(ap, fmt);
	vsay(at, NULL, gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_fault_n(const struct place *at, unsigned long n, const char *one,
    const char *many, ...)
{
	va_list	ap;

	if (hush)
		return;
	msg_raise(MSG_DATA);
	faults++;
	va_start(ap, many);
	vsay(at, NULL, ngettext(one, many, n), ap, NULL);
	va_end(ap);
}

void
msg_trouble(const char *fmt, ...)
{
	va_list	ap;

	hush_broken = 1;
	msg_raise(MSG_TROUBLE);
	va_start(ap, fmt);
	vsay(NULL, NULL, gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_errno(const char *fmt, ...)
{
	va_list		 ap;
	const char	*why = strerror(errno);

	msg_raise(MSG_TROUBLE);
	va_start(ap, fmt);
	vsay(NULL, NULL, gettext(fmt), ap, why);
	va_end(ap);
}

void
msg_warn(const struct place *at, const char *fmt, ...)
{
	va_list	ap;

	if (hush)
		return;
	va_start(ap, fmt);
	vsay(at, _("warning"), gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_remark(const struct place *at, const char *fmt, ...)
{
	va_list	ap;

	if (quiet || hush)
		return;
	va_start(ap, fmt);
	vsay(at, _("warning"), gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_warn_n(const struct place *at, unsigned long n, const char *one,
    const char *many, ...)
{
	va_list	ap;

	if (hush)
		return;
	va_start(ap, many);
	vsay(at, _("warning"), ngettext(one, many, n), ap, NULL);
	va_end(ap);
}

void
msg_note(const char *fmt, ...)
{
	va_list	ap;

	if (quiet || hush)
		return;
	va_start(ap, fmt);
	vsay(NULL, NULL, gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_note_at(const struct place *at, const char *fmt, ...)
{
	va_list	ap;

	if (quiet || hush)
		return;
	va_start(ap, fmt);
	vsay(at, NULL, gettext(fmt), ap, NULL);
	va_end(ap);
}

void
msg_note_n(unsigned long n, const char *one, const char *many, ...)
{
	va_list	ap;

	if (quiet || hush)
		return;
	va_start(ap, many);
	vsay(NULL, NULL, ngettext(one, many, n), ap, NULL);
	va_end(ap);
}

void
msg_hint(const char *fmt, ...)
{
	va_list	ap;

	if (hush && !hush_broken)
		return;
	va_start(ap, fmt);
	vsay(NULL, _("hint"), gettext(fmt), ap, NULL);
	va_end(ap);
}

#pragma GCC diagnostic pop

int
msg_status(void)
{
	return worst;
}

unsigned long
msg_faults(void)
{
	return faults;
}

void
msg_forgive(void)
{
	if (worst == MSG_DATA)
		worst = MSG_OK;
}

int
msg_finish(void)
{
	int	failed = ferror(stdout);

	errno = 0;
	if (fflush(stdout) != 0 || failed) {
		if (errno == EPIPE)
			return worst > MSG_TROUBLE ? worst : MSG_TROUBLE;
		/* An earlier write failed; why is not known any more. */
		if (errno == 0)
			errno = EIO;
		msg_errno(N_("standard output"));
	}
	return worst;
}

/* Damerau-Levenshtein distance (adjacent swaps), given up above `limit`. */
static size_t
distance(const char *a, const char *b, size_t limit)
{
	size_t	 na = strlen(a), nb = strlen(b), i, j, d, *v, *u, *t, *tmp;

	if (na > 64 || nb > 64 || na > nb + limit || nb > na + limit)
		return limit + 1;
	t = mem_calloc(3 * (nb + 1), sizeof(*t));
	u = t + nb + 1;
	v = u + nb + 1;
	tmp = t;
	for (j = 0; j <= nb; j++)
		u[j] = j;
	for (i = 1; i <= na; i++) {
		v[0] = i;
		for (j = 1; j <= nb; j++) {
			d = u[j - 1] + (a[i - 1] != b[j - 1]);
			if (u[j] + 1 < d)
				d = u[j] + 1;
			if (v[j - 1] + 1 < d)
				d = v[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && t[j - 2] + 1 < d)
				d = t[j - 2] + 1;
			v[j] = d;
		}
		/* t is two rows back, u one; rotate. */
		{
			size_t	*old = t;

			t = u;
			u = v;
			v = old;
		}
	}
	d = u[nb];
	free(tmp);
	return d;
}

const char *
msg_nearest(const char *word, const char *const *names)
{
	const char	*best = NULL;
	size_t		 d, least = 3, half = strlen(word) / 2;

	for (; *names != NULL; names++) {
		d = distance(word, *names, 2);
		if (d < least && d <= half) {
			least = d;
			best = *names;
		}
	}
	return best;
}

const char *
msg_nearest_id(const char *word, const char *const *ids)
{
	const char	*best = NULL, *at;
	char		*piece[2];
	size_t		 d, least = 3, half = strlen(word) / 2, n, k;

	for (; *ids != NULL; ids++)
		for (at = *ids; at != NULL; at = strchr(at, '-')) {
			at += *at == '-';
			n = strcspn(at, "-");
			piece[0] = mem_strndup(at, n);
			piece[1] = mem_strndup(at, strlen(word));
			for (k = 0; k < 2; k++) {
				d = distance(word, piece[k], 2);
				if (d < least && d <= half) {
					least = d;
					best = *ids;
				}
				free(piece[k]);
			}
		}
	return best;
}

void
msg_list(struct str *list, const char *id)
{
	if (list->len > 0)
		str_add(list, ", ");
	str_printf(list, _("'%s'"), id);
}
