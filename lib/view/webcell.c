/*
 * A cell of a table that a spreadsheet, a statistics program or a person
 * wrote: which number it says, or that it says none.  What could be either of
 * two numbers is neither, unless the rest of the table or the scale decides.
 */
#include "view/webinput.h"

#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#include "base/lang.h"
#include "base/utf.h"

#define DIGITS		"0123456789"
#define TEXT_MOST	60	/* bytes of a number */
#define POWER_MOST	20
#define FAR		10	/* times the scale's end */

/* How a table writes its decimals, as far as its cells tell. */
enum { HABIT_COMMA = 1, HABIT_POINT = 2, HABIT_KNOWN = 4 };

enum said { SAYS_NUMBER, SAYS_TWO, SAYS_NOTHING };

/* Which number a cell says, or which two. */
struct reading {
	fixed	v;		/* the sign that is there is a decimal point */
	fixed	thousands;	/* of SAYS_TWO: it divides thousands */
	char	sign;		/* of SAYS_TWO: ',' or '.' */
	int	habit;		/* what it tells of the others */
	int	percent;
};

static int
is_blank_sign(ucs4_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 ||
	    c == 0xfeff || (c >= 0x2000 && c <= 0x200b) || c == 0x202f ||
	    c == 0x205f || c == 0x3000;
}

const char *
webin_trim(struct input *in, const char *s)
{
	const uint8_t	*u = (const uint8_t *)s, *last;
	size_t		 n = strlen(s), k;
	ucs4_t		 c;

	for (; n > 0; u += k, n -= k) {
		k = (size_t)u8_mbtouc(&c, u, n);
		if (!is_blank_sign(c))
			break;
	}
	for (; n > 0; n = (size_t)(last - u)) {
		last = u8_prev(&c, u + n, u);
		if (last == NULL || !is_blank_sign(c))
			break;
	}
	return arena_strn(&in->arena, (const char *)u, n);
}

int
webin_is_none(const char *s)
{
	static const char *const	 none[] = { "NA", "N/A", "n.a.", "#N/A",
	    "#NA", "<NA>", "null", "n.d.", "n/d", "s.o.", "-", "--",
	    "\xe2\x80\x93", "\xe2\x80\x94", ".", "..", "...",
	    "\xe2\x80\xa6" };
	size_t				 i;

	for (i = 0; i < sizeof(none) / sizeof(*none); i++)
		if (strcasecmp(s, none[i]) == 0)
			return 1;
	return *s == '\0';
}

/*
 * The text with ASCII digits, signs and blanks; without the percent sign.
 * -1 where it is too long for a number.
 */
static int
plain(const char *s, char *to, int *percent)
{
	const uint8_t	*u = (const uint8_t *)s;
	size_t		 left = strlen(s), k, n = 0;
	ucs4_t		 c;
	int		 digit;

	*percent = 0;
	for (; left > 0; u += k, left -= k) {
		k = (size_t)u8_mbtouc(&c, u, left);
		if (n >= TEXT_MOST || *percent)
			return -1;
		if (c == 0x200e || c == 0x200f || c == 0x61c)
			continue;	/* marks of a direction */
		digit = uc_decimal_value(c);
		if (digit >= 0)
			c = '0' + (ucs4_t)digit;
		else if (c == 0x2212)
			c = '-';
		else if (c == 0x66b)
			c = '.';
		else if (c == 0x66c || c == 0x2019)
			c = '\'';
		else if (c >= '\t' && c <= '\r')
			return -1;	/* two lines, and two numbers */
		else if (is_blank_sign(c))
			c = ' ';
		else if (c == '%' || c == 0x66a || c == 0xff05) {
			*percent = 1;
			while (n > 0 && to[n - 1] == ' ')
				n--;
			continue;
		}
		if (c >= 0x80)
			return -1;
		to[n++] = (char)c;
	}
	to[n] = '\0';
	return n > 0 ? 0 : -1;
}

/*
 * Take away what divides thousands, where it can be nothing else: at least
 * `least` times, each time before three digits.  Returns 1 where it did.
 */
static int
join(char *s, char sign, int least)
{
	char	*p = s, *q, *out;
	size_t	 n;
	int	 groups = 0;

	if (*p == '-' || *p == '+')
		p++;
	n = strspn(p, DIGITS);
	if (n < 1 || n > 3)
		return 0;
	for (q = p + n; *q == sign && strspn(q + 1, DIGITS) == 3; q += 4)
		groups++;
	if (groups < least || strchr(q, sign) != NULL)
		return 0;
	for (out = q = p; *q != '\0'; q++)
		if (*q != sign)
			*out++ = *q;
	*out = '\0';
	return 1;
}

/* "1.5e+05" as digits: R writes 100000 so. */
static int
without_power(char *s)
{
	char	*e = s + strcspn(s, "eE"), digits[TEXT_MOST + 1];
	int64_t	power;
	size_t	n = 0, point = 0, i;
	int	seen = 0, neg = *s == '-';
	char	*p = s + (*s == '-' || *s == '+');

	if (*e == '\0')
		return 0;
	if (num_int(e + 1, -POWER_MOST, POWER_MOST, &power) != 0)
		return -1;
	for (; p < e; p++)
		if (*p == '.' && !seen)
			seen = 1;
		else if (*p < '0' || *p > '9')
			return -1;
		else {
			digits[n++] = *p;
			point += !seen;
		}
	if (n == 0 || n + 2 * POWER_MOST + 3 > TEXT_MOST)
		return -1;
	p = s;
	if (neg)
		*p++ = '-';
	/* Digits before the point, which moves by the power. */
	power += (int64_t)point;
	*p++ = '0';
	for (i = 0; (int64_t)i < power; i++)
		*p++ = i < n ? digits[i] : '0';
	*p++ = '.';
	for (; power < 0; power++)
		*p++ = '0';
	for (; i < n; i++)
		*p++ = digits[i];
	*p++ = '0';
	*p = '\0';
	return 0;
}

/*
 * Digits with any count of decimals behind a point, rounded to four half away
 * from zero; other programs print 0.333333.
 */
static int
read_fixed(char *s, fixed *out)
{
	size_t	point = strcspn(s, "."), digits;
	int	neg = *s == '-', up = 0;

	digits = s[point] == '.' ? strspn(s + point + 1, DIGITS) : 0;
	if (digits > 4) {
		if (s[point + 1 + digits] != '\0')
			return -1;
		up = s[point + 5] >= '5';
		s[point + 5] = '\0';
	}
	if (num_fixed(s, 0, out) != 0)
		return -1;
	if (up)
		*out += neg ? -1 : 1;
	return 0;
}

/* One sign before three digits: "1,234" may be either. */
static int
says_two(char *s, char sign, struct reading *r)
{
	char	*at = strchr(s, sign), other[TEXT_MOST + 1];
	char	*p = s + (*s == '-' || *s == '+');

	if (at == NULL || strchr(at + 1, sign) != NULL || *p == '0' ||
	    at - p < 1 || at - p > 3 || strspn(p, DIGITS) != (size_t)(at - p) ||
	    strspn(at + 1, DIGITS) != 3 || at[4] != '\0')
		return 0;
	memcpy(other, s, (size_t)(at - s));
	memcpy(other + (at - s), at + 1, strlen(at));
	*at = '.';
	r->sign = sign;
	return read_fixed(s, &r->v) == 0 &&
	    read_fixed(other, &r->thousands) == 0;
}

/* A comma as decimal point, thousands joined; what that tells of others. */
static int
settle(char *s, struct reading *r)
{
	char	*comma, *point;

	if (!join(s, ' ', 1))
		join(s, '\'', 1);
	comma = strrchr(s, ',');
	point = strrchr(s, '.');
	if (comma != NULL && point != NULL) {
		r->habit = comma > point ? HABIT_COMMA : HABIT_POINT;
		if (!join(s, comma > point ? '.' : ',', 1))
			return -1;
	} else if (comma != NULL && join(s, ',', 2))
		r->habit = HABIT_POINT;
	else if (point != NULL && join(s, '.', 2))
		r->habit = HABIT_COMMA;
	else if (comma != NULL)
		r->habit = HABIT_COMMA;
	else if (point != NULL)
		r->habit = HABIT_POINT;
	if ((comma = strchr(s, ',')) != NULL) {
		if (strchr(comma + 1, ',') != NULL)
			return -1;
		*comma = '.';
	}
	return 0;
}

static enum said
read_cell(const char *text, struct reading *r)
{
	char	s[2 * TEXT_MOST];

	memset(r, 0, sizeof(*r));
	if (plain(text, s, &r->percent) != 0)
		return SAYS_NOTHING;
	if (says_two(s, ',', r) || says_two(s, '.', r))
		return SAYS_TWO;
	if (without_power(s) != 0 || settle(s, r) != 0)
		return SAYS_NOTHING;
	return read_fixed(s, &r->v) == 0 ? SAYS_NUMBER : SAYS_NOTHING;
}

int
webin_is_number(const char *s)
{
	struct reading	r;

	return read_cell(s, &r) != SAYS_NOTHING;
}

/* Numbers of chapters or coordinates tell nothing of how values are written. */
static int
holds_values(struct input *in, int col)
{
	static const char *const	two[] = { "before", "now", "self",
	    "others" };
	size_t				i;

	if (col == in->value || col == in->low || col == in->high ||
	    col == in->target)
		return 1;
	if (in->shape == SHAPE_WIDE)
		return webin_wide_takes(in, col);
	for (i = 0; webin_ours(in) && i < sizeof(two) / sizeof(*two); i++)
		if (strcmp(in->header[col], two[i]) == 0)
			return 1;
	return 0;
}

/* What the cells that can be read one way only tell of the others. */
static int
habit_of(struct input *in)
{
	struct reading	r;
	size_t		i;
	int		c;

	if (in->habit & HABIT_KNOWN)
		return in->habit & ~HABIT_KNOWN;
	for (c = 0; c < in->ncols; c++)
		for (i = holds_values(in, c) ? 0 : in->nall; i < in->nall; i++)
			if (read_cell(webin_trim(in, in->all[i].f[c]), &r) ==
			    SAYS_NUMBER)
				in->habit |= r.habit;
	in->habit |= HABIT_KNOWN;
	return in->habit & ~HABIT_KNOWN;
}

/*
 * Of two readings the one that the table's other numbers show; else the one
 * that lies on the scale, the other off it, of a comma far from it; else a
 * comma of decimals in a table of semicolons.  Our own tables have decimal
 * points.  0, or -1: nobody knows.
 */
static int
decide(struct input *in, struct reading *r, fixed min, fixed max, fixed *out)
{
	int	habit = habit_of(in), commas = habit == HABIT_COMMA;
	int	on, far, other;

	on = min == FIXED_NONE || (r->v >= min && r->v <= max);
	other = min == FIXED_NONE || (r->thousands >= min &&
	    r->thousands <= max);
	far = !other && r->thousands / FAR > max;
	*out = r->v;
	if (r->sign == '.') {
		if (commas)
			*out = r->thousands;
		return habit == (HABIT_COMMA | HABIT_POINT) ||
		    (commas && on && !other) ||
		    (habit == 0 && on && other && !webin_ours(in)) ? -1 : 0;
	}
	if (commas || (habit == 0 && on && far))
		return 0;
	if (habit == HABIT_POINT || (habit == 0 && other && !on)) {
		*out = r->thousands;
		return 0;
	}
	return in->semicolons && habit == 0 ? 0 : -1;
}

int
webin_parse(struct input *in, const struct line *l, int col, fixed min,
    fixed max, fixed *out)
{
	struct place	 at = webin_place(in, l, col);
	const char	*s = webin_trim(in, l->f[col]);
	char		 a[NUM_LEN], b[NUM_LEN];
	struct reading	 r;

	switch (read_cell(s, &r)) {
	case SAYS_NUMBER:
		*out = r.v;
		break;
	case SAYS_TWO:
		if (decide(in, &r, min, max, out) == 0)
			break;
		if (webin_may_say(in, col))
			msg_fault(&at, N_("'%s' may be %s or %s: write the one "
			    "that it is"), s, num_str(a, r.v, 4),
			    num_str(b, r.thousands, 0));
		return -1;
	default:
		if (!webin_may_say(in, col))
			return -1;
		msg_fault(&at, N_("not a number: '%s'"), s);
		if (!in->told++)
			msg_hint(N_("a value is written 3 or 2.5 or 45 %%; one "
			    "that is missing is an empty cell or NA"));
		return -1;
	}
	if (r.percent && max != FIXED_NONE && max <= FIXED_ONE) {
		if (webin_may_say(in, col))
			msg_fault(&at, N_("'%s' is a percentage, and the "
			    "scale ends at %s: --max 100"), s, num_str(a, max,
			    0));
		return -1;
	}
	return 0;
}

int
webin_number(struct input *in, const struct line *l, int col, fixed *out)
{
	return webin_parse(in, l, col, FIXED_NONE, FIXED_NONE, out);
}
