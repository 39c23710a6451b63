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

void
svg_escape(FILE *fp, const char *s, size_t n)
{
	const uint8_t	*u = (const uint8_t *)s;
	const char	*other;
	ucs4_t		 c;
	int		 k;

	while (n > 0) {
		k = u8_mbtoucr(&c, u, n);
		if (k < 1) {
			c = 0xffff;
			k = 1;
		}
		if ((other = entity(c)) != NULL)
			fputs(other, fp);
		else
			fwrite(u, 1, (size_t)k, fp);
		u += k;
		n -= (size_t)k;
	}
}

static void
put_length(FILE *fp, int v)
{
	unsigned	a = v < 0 ? 0u - (unsigned)v : (unsigned)v;

	fprintf(fp, "%s%u.%02u", v < 0 ? "-" : "", a / SVG_PX, a % SVG_PX);
}

void
svg_put(FILE *fp, const char *fmt, ...)
{
	const char	*s;
	size_t		 n;
	va_list		 ap;

	va_start(ap, fmt);
	for (; *fmt != '\0'; fmt++) {
		n = strcspn(fmt, "%");
		fwrite(fmt, 1, n, fp);
		fmt += n;
		if (*fmt == '\0')
			break;
		switch (*++fmt) {
		case 'n':
			put_length(fp, va_arg(ap, int));
			break;
		case 'd':
			fprintf(fp, "%d", va_arg(ap, int));
			break;
		case 't':
			s = va_arg(ap, const char *);
			svg_escape(fp, s, strlen(s));
			break;
		case 'r':
			fputs(va_arg(ap, const char *), fp);
			break;
		case '%':
			fputc('%', fp);
			break;
		default:
			abort();
		}
	}
	va_end(ap);
}

/* Of an angle within a quarter circle: x - x^3/3! + x^5/5! - … */
static int64_t
sine_quarter(int64_t x)
{
	int64_t	square = x * x / ONE, term = x, sum = x, k;

	for (k = 2; term != 0 && k < 20; k += 2) {
		term = -(term * square / ONE) / (k * (k + 1));
		sum += term;
	}
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
