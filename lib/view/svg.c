/* Escaped text, fixed decimals and a sine without libm. */
#include "view/svg.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define ONE	INT64_C(1000000000)
#define HALF_PI	INT64_C(1570796327)

static const char *
entity(ucs4_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t':
	case '\n':
	case '\r':
		return " ";
	}
	/* C1 controls are legal, but no reader can want them. */
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff)
		return "\xef\xbf\xbd";
	return NULL;
}

/* Letters that mean nothing in XML: as many as stand at the start of s. */
static size_t
plain(const char *s, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || (unsigned char)s[i] >= 0x7f ||
		    s[i] == '&' || s[i] == '<' || s[i] == '>' ||
		    s[i] == '"' || s[i] == '\'')
			break;
	return i;
}

void
svg_escape(FILE *fp, const char *s, size_t n)
{
	const char	*other;
	size_t		 run;
	ucs4_t		 c;
	int		 k;

	while (n > 0) {
		run = plain(s, n);
		fwrite(s, 1, run, fp);
		s += run;
		n -= run;
		if (n == 0)
			break;
		k = u8_mbtoucr(&c, (const uint8_t *)s, n);
		if (k < 1) {
			c = 0xffff;
			k = 1;
		}
		if ((other = entity(c)) != NULL)
			fputs(other, fp);
		else
			fwrite(s, 1, (size_t)k, fp);
		s += k;
		n -= (size_t)k;
	}
}

/*
 * What svg_put prints is gathered: a chart is thousands of short pieces, and
 * stdio takes longer for each of them than to make it.
 */
struct piece {
	FILE	*fp;
	size_t	 n;
	char	 buf[512];
};

static void
flush(struct piece *p)
{
	fwrite(p->buf, 1, p->n, p->fp);
	p->n = 0;
}

static void
add(struct piece *p, const char *s, size_t n)
{
	if (n > sizeof(p->buf) - p->n)
		flush(p);
	if (n > sizeof(p->buf)) {
		fwrite(s, 1, n, p->fp);
		return;
	}
	memcpy(p->buf + p->n, s, n);
	p->n += n;
}

/* A whole number, or with two decimals behind it. */
static void
add_number(struct piece *p, int v, int decimals)
{
	unsigned	a = v < 0 ? 0u - (unsigned)v : (unsigned)v;
	char		buf[16], *end = buf + sizeof(buf), *s = end;
	int		i;

	for (i = 0; i < decimals; i++, a /= 10)
		*--s = (char)('0' + a % 10);
	if (decimals > 0)
		*--s = '.';
	do
		*--s = (char)('0' + a % 10);
	while ((a /= 10) > 0);
	if (v < 0)
		*--s = '-';
	add(p, s, (size_t)(end - s));
}

void
svg_put(FILE *fp, const char *fmt, ...)
{
	struct piece	 p = { .fp = fp, .n = 0 };
	const char	*s;
	size_t		 n;
	va_list		 ap;

	va_start(ap, fmt);
	for (; *fmt != '\0'; fmt++) {
		n = (size_t)(strchrnul(fmt, '%') - fmt);
		add(&p, fmt, n);
		fmt += n;
		if (*fmt == '\0')
			break;
		switch (*++fmt) {
		case 'n':
			add_number(&p, va_arg(ap, int), 2);
			break;
		case 'd':
			add_number(&p, va_arg(ap, int), 0);
			break;
		case 't':
			s = va_arg(ap, const char *);
			flush(&p);
			svg_escape(fp, s, strlen(s));
			break;
		case 'r':
			s = va_arg(ap, const char *);
			add(&p, s, strlen(s));
			break;
		case '%':
			add(&p, "%", 1);
			break;
		default:
			abort();
		}
	}
	va_end(ap);
	flush(&p);
}

/*
 * Of an angle within a quarter circle: x - x^3/3! + x^5/5! - …, as far as
 * there are digits.  Divisions by constants are none for the machine.
 */
static int64_t
sine_quarter(int64_t x)
{
	int64_t	square = x * x / ONE, term, sum;

	sum = x + (term = -(x * square / ONE) / 6);
	sum += term = -(term * square / ONE) / 20;
	sum += term = -(term * square / ONE) / 42;
	sum += term = -(term * square / ONE) / 72;
	sum += term = -(term * square / ONE) / 110;
	sum += -(term * square / ONE) / 156;
	return sum > ONE ? ONE : sum;
}

int64_t
svg_sine(int64_t turn, int64_t whole)
{
	int64_t	quarters, rest, x;

	turn = (turn % whole + whole) % whole;
	quarters = 4 * turn / whole;
	rest = 4 * turn - quarters * whole;
	x = HALF_PI * (quarters % 2 == 0 ? rest : whole - rest) / whole;
	x = sine_quarter(x);
	return quarters < 2 ? x : -x;
}
