/* Civil dates as day numbers. */
#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/lang.h"
#include "base/num.h"

/* Howard Hinnant's days_from_civil, for the Gregorian calendar. */
static int
from_civil(int y, int m, int d)
{
	int	era, yoe, doy, doe;

	y -= m <= 2;
	era = y / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void
date_parts(int day, int *year, int *month, int *mday)
{
	int	z = day + 719468, era, doe, yoe, doy, mp;

	era = z / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*mday = doy - (153 * mp + 2) / 5 + 1;
	*month = mp + (mp < 10 ? 3 : -9);
	*year = yoe + era * 400 + (*month <= 2);
}

int
date_make(int year, int month, int mday)
{
	int	day, y, m, d;

	if (year < 1900 || year > 2199 || month < 1 || month > 12 ||
	    mday < 1 || mday > 31)
		return DATE_NONE;
	day = from_civil(year, month, mday);
	date_parts(day, &y, &m, &d);
	return y == year && m == month && d == mday ? day : DATE_NONE;
}

/* n digits at s as a number, or -1. */
static int
digits(const char *s, int n)
{
	int	v = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return v;
}

static int
parse_n(const char *s, size_t n, int *day)
{
	int	d;

	if (n != 10 || s[4] != '-' || s[7] != '-')
		return -1;
	d = date_make(digits(s, 4), digits(s + 5, 2), digits(s + 8, 2));
	if (d == DATE_NONE)
		return -1;
	*day = d;
	return 0;
}

int
date_parse(const char *s, int *day)
{
	return parse_n(s, strlen(s), day);
}

int
date_parse_as(const char *s, int order, int *day)
{
	size_t	n = strcspn(s, "T "), a, b;
	int	first, second, year, d;
	char	sep;

	if (parse_n(s, n, day) == 0)
		return 0;
	if (order != 'd' && order != 'm')
		return -1;
	a = strspn(s, "0123456789");
	if (a < 1 || a > 2 || strchr("/.-", s[a]) == NULL || s[a] == '\0')
		return -1;
	sep = s[a];
	b = strspn(s + a + 1, "0123456789");
	if (b < 1 || b > 2 || s[a + 1 + b] != sep || n != a + b + 6)
		return -1;
	first = digits(s, (int)a);
	second = digits(s + a + 1, (int)b);
	year = digits(s + a + b + 2, 4);
	d = order == 'd' ? date_make(year, second, first) :
	    date_make(year, first, second);
	if (d == DATE_NONE)
		return -1;
	*day = d;
	return 0;
}

int
date_written(const char *s, int order)
{
	size_t	n = strcspn(s, "T "), a, b;

	if (n == 10 && digits(s, 4) >= 0 && s[4] == '-' &&
	    digits(s + 5, 2) >= 0 && s[7] == '-' && digits(s + 8, 2) >= 0)
		return 1;
	if (order == 0)
		return 0;
	a = strspn(s, "0123456789");
	if (a < 1 || a > 2 || s[a] == '\0' || strchr("/.-", s[a]) == NULL)
		return 0;
	b = strspn(s + a + 1, "0123456789");
	return b >= 1 && b <= 2 && s[a + 1 + b] == s[a] &&
	    n == a + b + 6 && digits(s + a + b + 2, 4) >= 0;
}

const char *
date_wrong(const char *s, int order)
{
	return date_written(s, order) ?
	    N_("%s: no such day: '%s' (write it as 2026-12-31)") :
	    N_("%s: a day is written 2026-12-31, not '%s'");
}

const char *
date_wrong_hint(const char *s, int order)
{
	int	day;

	if (order == 0)
		return date_parse_as(s, 'd', &day) == 0 ||
		    date_parse_as(s, 'm', &day) == 0 ?
		    _("date_order in cpm.csv says which of day and month "
		    "comes first: dmy or mdy") : NULL;
	if (date_parse_as(s, order == 'd' ? 'm' : 'd', &day) != 0)
		return NULL;
	return order == 'd' ? _("date_order in cpm.csv says that the day comes "
	    "first: dmy") : _("date_order in cpm.csv says that the month comes "
	    "first: mdy");
}

const char *
date_str(char *buf, int day)
{
	int	y, m, d;

	date_parts(day, &y, &m, &d);
	snprintf(buf, DATE_LEN, "%04u-%02u-%02u", (unsigned)y % 10000,
	    (unsigned)m % 100, (unsigned)d % 100);
	return buf;
}

static const char *const	month_names[] = {
	N_("January"), N_("February"), N_("March"), N_("April"), N_("May"),
	N_("June"), N_("July"), N_("August"), N_("September"), N_("October"),
	N_("November"), N_("December")
};

const char *
date_words(char *buf, unsigned long size, int day)
{
	int	y, m, d;

	date_parts(day, &y, &m, &d);
	if (d == 1)
		/* TRANSLATORS: the first of a month: "1er mars 2026" */
		snprintf(buf, size, _("1 %s %d"), _(month_names[m - 1]), y);
	else
		/* TRANSLATORS: day, month, year: "12 mars 2026" */
		snprintf(buf, size, _("%d %s %d"), d, _(month_names[m - 1]), y);
	return buf;
}

const char *
date_month_words(char *buf, unsigned long size, int day)
{
	int	y, m, d;

	date_parts(day, &y, &m, &d);
	/* TRANSLATORS: a month and its year: "mars 2026" */
	snprintf(buf, size, _("%s %d"), _(month_names[m - 1]), y);
	return buf;
}

int
date_add_months(int day, int months)
{
	int	y, m, d, total, out;

	date_parts(day, &y, &m, &d);
	total = y * 12 + m - 1 + months;
	y = total / 12;
	m = total % 12 + 1;
	while ((out = date_make(y, m, d)) == DATE_NONE && d > 28)
		d--;
	return out;
}

int
date_today(int *day)
{
	const char	*epoch = getenv("SOURCE_DATE_EPOCH");
	time_t		 t;
	struct tm	 tm;
	int64_t		 v;

	if (epoch != NULL && *epoch != '\0') {
		if (num_int(epoch, 0, INT64_C(7258118399), &v) != 0)
			return -1;
		*day = (int)(v / 86400);
		return 0;
	}
	t = time(NULL);
	if (localtime_r(&t, &tm) == NULL)
		return -1;
	*day = date_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	return *day == DATE_NONE ? -1 : 0;
}

int
date_span(const char *s, int from, int *last)
{
	char	 num[8];
	size_t	 n = strspn(s, "0123456789");
	int64_t	 v;

	if (n < 1 || n > 5 || s[n] == '\0' || s[n + 1] != '\0')
		return -1;
	snprintf(num, sizeof(num), "%.*s", (int)n, s);
	if (num_int(num, 1, 36500, &v) != 0)
		return -1;
	switch (s[n]) {
	case 'd':
	case 'j':	/* jours */
		*last = from + (int)v - 1;
		break;
	case 'w':
	case 's':	/* semaines */
		if (v > 5000)
			return -1;
		*last = from + (int)v * 7 - 1;
		break;
	case 'm':
		if (v > 1200)
			return -1;
		*last = date_add_months(from, (int)v);
		if (*last == DATE_NONE)
			return -1;
		*last -= 1;
		break;
	default:
		return -1;
	}
	return 0;
}
