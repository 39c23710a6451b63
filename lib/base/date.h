/*
 * Civil dates as day numbers: days since 1970-01-01, no clock, no time zone.
 * Years 1900 to 2199.
 */
#ifndef CPM_DATE_H
#define CPM_DATE_H

#define DATE_NONE	(-2147483647 - 1)
#define DATE_LEN	11

/* Read all of s as YYYY-MM-DD.  Returns 0, or -1 where no such day is. */
int	date_parse(const char *s, int *day);

/*
 * Read a date as a person types it: YYYY-MM-DD, or DD/MM/YYYY, DD.MM.YYYY,
 * DD-MM-YYYY where order is 'd' (MM/DD/YYYY where it is 'm'); a time behind
 * 'T' or a blank is left out.  order 0: ISO only.  Returns 0 or -1.
 */
int	date_parse_as(const char *s, int order, int *day);

/* Whether s has the form of a day, be there such a day or not. */
int	date_written(const char *s, int order);
/*
 * What to say of an s that date_parse_as refused: that it is no day (30
 * February), or how a day is written, where s is not written so.  The id of a
 * message that takes an option's name and s, both as %s.
 */
const char	*date_wrong(const char *s, int order);
/*
 * Where s would be a day, were day, month and year in another order: a
 * sentence (translated) on how that is said in cpm.csv; else NULL.
 */
const char	*date_wrong_hint(const char *s, int order);

/* YYYY-MM-DD into buf (DATE_LEN bytes), which is returned. */
const char	*date_str(char *buf, int day);

/* "12 March 2026", "12 mars 2026", in the language now in use. */
const char	*date_words(char *buf, unsigned long size, int day);
/* The month of a day: "March 2026". */
const char	*date_month_words(char *buf, unsigned long size, int day);

void	date_parts(int day, int *year, int *month, int *mday);
int	date_make(int year, int month, int mday);	/* DATE_NONE if no day */
int	date_add_months(int day, int months);	/* 31 January + 1 = 28/29 February */

/*
 * Today: SOURCE_DATE_EPOCH in UTC if set, else the local civil date.
 * (--date comes before both; see opt.h.)  -1 where SOURCE_DATE_EPOCH is bad.
 */
int	date_today(int *day);

/*
 * A span "14d", "2w", "3m" counted from `from`, both ends included: 1d is
 * `from` alone.  Returns the last day in *last; -1 if it is no span.
 */
int	date_span(const char *s, int from, int *last);

#endif
