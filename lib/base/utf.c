/* UTF-8: validity, width, breaking, folding. */
#include "base/utf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/mem.h"

size_t
utf_valid(const char *s, size_t n)
{
	const uint8_t	*u = (const uint8_t *)s, *bad = u8_check(u, n);

	return bad == NULL ? n : (size_t)(bad - u);
}

int
utf_width(const char *s)
{
	return u8_strwidth((const uint8_t *)s, "UTF-8");
}

void
utf_wrap(const char *s, int width,
    void (*emit)(const char *line, size_t n, void *arg), void *arg)
{
	size_t	 n = strlen(s), i, from = 0, end;
	char	*brk = mem_alloc(n + 1);

	u8_width_linebreaks((const uint8_t *)s, n, width, 0, 0, NULL, "UTF-8",
	    brk);
	for (i = 1; i <= n; i++) {
		if (i < n && brk[i] != UC_BREAK_POSSIBLE &&
		    brk[i] != UC_BREAK_MANDATORY)
			continue;
		end = i;
		while (end > from && strchr(" \t\r\n", s[end - 1]) != NULL)
			end--;
		if (end > from || i < n)
			emit(s + from, end - from, arg);
		from = i;
	}
	free(brk);
}

static int
is_blank(ucs4_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 ||
	    c == 0x202f || c == 0x2009 || c == 0x3000;
}

/* Squeeze blanks, straighten quotes, drop marks where asked. */
static char *
squeeze(const uint8_t *s, size_t n, int plain)
{
	struct str	out;
	uint8_t		buf[6];
	ucs4_t		c;
	int		k, gap = 0;

	str_init(&out);
	while (n > 0) {
		k = u8_mbtoucr(&c, s, n);
		if (k < 1)
			break;
		s += k;
		n -= (size_t)k;
		if (is_blank(c)) {
			gap = out.len > 0;
			continue;
		}
		if (plain && uc_is_general_category_withtable(c,
		    UC_CATEGORY_MASK_Mn))
			continue;
		if (c == 0x2018 || c == 0x2019 || c == 0x02bc)
			c = '\'';
		else if (c == 0x201c || c == 0x201d)
			c = '"';
		if (gap)
			str_addc(&out, ' ');
		gap = 0;
		k = u8_uctomb(buf, c, sizeof(buf));
		if (k > 0)
			str_addn(&out, (char *)buf, (size_t)k);
	}
	return str_take(&out);
}

static char *
fold(const char *s, int plain)
{
	size_t		 n = strlen(s), len = 0;
	uint8_t		*u;
	char		*out;

	u = u8_casefold((const uint8_t *)s, n, NULL,
	    plain ? UNINORM_NFD : UNINORM_NFC, NULL, &len);
	if (u == NULL)
		return squeeze((const uint8_t *)s, n, plain);
	out = squeeze(u, len, plain);
	free(u);
	return out;
}

char *
utf_fold(const char *s)
{
	return fold(s, 0);
}

char *
utf_plain(const char *s)
{
	return fold(s, 1);
}

int
utf_alike(const char *a, const char *b)
{
	char	*x = utf_plain(a), *y = utf_plain(b);
	int	 yes = *x != '\0' && strcmp(x, y) == 0;

	free(x);
	free(y);
	return yes;
}

int
utf_has(const char *text, const char *words)
{
	char	*x = utf_plain(text), *y = utf_plain(words);
	int	 yes = strstr(x, y) != NULL;

	free(x);
	free(y);
	return yes;
}

char *
utf_from_cp1252(const char *s, size_t n, size_t *out_n)
{
	static const uint16_t high[32] = {
		0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
		0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
		0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d,
		0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
		0x0153, 0xfffd, 0x017e, 0x0178
	};
	struct str	out;
	uint8_t		buf[6];
	size_t		i;
	ucs4_t		c;
	int		k;

	str_init(&out);
	for (i = 0; i < n; i++) {
		c = (unsigned char)s[i];
		if (c < 0x80) {
			str_addc(&out, s[i]);
			continue;
		}
		if (c < 0xa0)
			c = high[c - 0x80];
		k = u8_uctomb(buf, c, sizeof(buf));
		str_addn(&out, (char *)buf, (size_t)k);
	}
	*out_n = out.len;
	return str_take(&out);
}

int
utf_is_rtl(const char *s)
{
	const uint8_t	*u = (const uint8_t *)s;
	size_t		 n = strlen(s);
	ucs4_t		 c;
	int		 k, b;

	while (n > 0) {
		k = u8_mbtoucr(&c, u, n);
		if (k < 1)
			return 0;
		b = uc_bidi_category(c);
		if (b == UC_BIDI_L)
			return 0;
		if (b == UC_BIDI_R || b == UC_BIDI_AL)
			return 1;
		u += k;
		n -= (size_t)k;
	}
	return 0;
}

char *
utf_capital(const char *s)
{
	const uint8_t	*u = (const uint8_t *)s;
	uint8_t		*up = NULL;
	size_t		 len = 0;
	int		 k = *s == '\0' ? 0 : u8_mblen(u, strlen(s));
	char		*out;

	if (k > 0)
		up = u8_toupper(u, (size_t)k, NULL, NULL, NULL, &len);
	if (up == NULL)
		return mem_strdup(s);
	out = mem_printf("%.*s%s", (int)len, (char *)up, s + k);
	free(up);
	return out;
}
