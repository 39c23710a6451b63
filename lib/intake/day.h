/*
 * A day as survey programs and spreadsheets write it in a cell.
 */
#ifndef CPM_DAY_H
#define CPM_DAY_H

/*
 * Read a cell as a day: YYYY-MM-DD, YYYY/MM/DD, and day and month in either
 * order (31/12/2025, 12/31/25, 31.12.2025) where `order` ('d', 'm') says
 * which comes first or only one of them can be a month; a time behind it is
 * left out.  order 0: nothing says it.  A year of two digits is this
 * century's.  0, or -1 where it is no day or could be two.
 */
int	day_read(const char *cell, int order, int *day);

/*
 * Say, without its words, that a cell which day_read did not take is no day;
 * where it could be two, what in the folder says which.
 */
struct place;
void	day_fault(const struct place *, const char *cell);

#endif
