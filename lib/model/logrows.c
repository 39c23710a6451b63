/* Rows of the log, shared and private. */
#include "model/logrows.h"

size_t
log_rows(struct log_rows *r, struct project *p, const char *name, int private)
{
	r->of[0] = project_table(p, name);
	r->of[1] = private ? project_private(p, name) : NULL;
	r->all = private;
	r->t = NULL;
	return table_count(r->of[0]) +
	    (private ? table_count(r->of[1]) : 0);
}

int
log_rows_next(struct log_rows *r)
{
	for (;;) {
		if (r->t == NULL) {
			r->t = r->of[0];
			r->private = 0;
			r->i = table_first(r->t);
		} else if (r->i < r->t->nrows)
			r->i = table_next(r->t, r->i);
		else if (r->private || r->of[1] == NULL)
			return 0;
		else {
			r->t = r->of[1];
			r->private = 1;
			r->i = table_first(r->t);
		}
		if (r->i < r->t->nrows && (r->all ||
		    !cell_is(r->t, r->i, "visibility", "private")))
			return 1;
	}
}

int
log_rows_order(int day, int private, size_t row, int day2, int private2,
    size_t row2)
{
	if (day != day2)
		return day < day2 ? -1 : 1;
	if (private != private2)
		return private - private2;
	return row < row2 ? -1 : row > row2;
}
