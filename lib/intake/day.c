/* A day as survey programs and spreadsheets write it in a cell. */
#include "intake/day.h"

#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "intake/words.h"

/* Up to four digits at *s, which moves behind them; how many in *n. */
static int
number(const char **s, size_t *n)
{
	int	v = 0;

	for (*n = 0; **s >= '0' && **s <= '9' && *n < 5; (*s)++, (*n)++)
		v = v * 10 + (**s - '0');
	return v;
}

/* Day and month in the order that is said, or the only one that can be. */
static int
in_order(int first, int second, int year, int order)
{
	if (order == 0 && first > 12)
		order = 'd';
	else if (order == 0 && (second > 12 || first == second))
		order = 'm';
	return order == 'd' ? date_make(year, second, first) :
	    order == 'm' ? date_make(year, first, second) : DATE_NONE;
}

int
day_read(const char *cell, int order, int *day)
{
	char		 buf[64], sep;
	const char	*s = words_trim(buf, sizeof(buf), cell);
	size_t		 na, nb, nc;
	int		 a, b, c, d;

	if (s == NULL)
		return -1;
	if (date_parse_as(s, order, day) == 0)
		return 0;
	a = number(&s, &na);
	sep = *s;
	if (na == 0 || sep == '\0' || strchr("/.-", sep) == NULL)
		return -1;
	s++;
	b = number(&s, &nb);
	if (nb == 0 || nb > 2 || *s != sep)
		return -1;
	s++;
	c = number(&s, &nc);
	if (*s != '\0' && *s != ' ' && *s != 'T' && *s != ',' &&
	    strncmp(s, "\xc2\xa0", 2) != 0 &&
	    strncmp(s, "\xe2\x80\xaf", 3) != 0)
		return -1;
	if (na == 4 && nc >= 1 && nc <= 2)
		d = date_make(a, b, c);
	else if (na <= 2 && nc == 4)
		d = in_order(a, b, c, order);
	else if (na <= 2 && nc == 2 && sep != '-')
		d = in_order(a, b, 2000 + c, order);
	else
		d = DATE_NONE;
	if (d == DATE_NONE)
		return -1;
	*day = d;
	return 0;
}

void
day_fault(const struct place *at, const char *cell)
{
	int	day;

	if (day_read(cell, 'd', &day) != 0) {
		msg_fault(at, N_("no such day (write it as 2026-12-31)"));
		return;
	}
	msg_fault(at, N_("which is the day, which the month? (write it as 2026-12-31)"));
	msg_hint(N_("date_order in cpm.csv says which of day and month comes "
	    "first: dmy or mdy"));
}
