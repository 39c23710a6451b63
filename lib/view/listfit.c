/* A table fits the terminal that shows it. */
#include "view/listfit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf.h"

#define GAP	2	/* blanks between two columns */

int
listfit_room(FILE *fp)
{
	struct winsize	w;

	if (fileno(fp) < 0 || !isatty(fileno(fp)) ||
	    ioctl(fileno(fp), TIOCGWINSZ, &w) != 0)
		return 0;
	return w.ws_col;
}

int
listfit_least(const char *cell)
{
	int	 indent = (int)strspn(cell, " "), least = 0, w;
	size_t	 n;
	char	*word;

	for (cell += indent; *cell != '\0'; cell += n, cell += strspn(cell,
	    " ")) {
		n = strcspn(cell, " ");
		word = mem_strndup(cell, n);
		if ((w = utf_width(word)) > least)
			least = w;
		free(word);
	}
	return least > 0 ? indent + least : 0;
}

/* How many lines a cell of w columns takes, about, in a column of `width`. */
static int
lines_of(int w, int width)
{
	return w <= width || width <= 0 ? 1 : (w + width - 1) / width;
}

static void
row_heights(int *high, const int *width, const struct listfit_table *t)
{
	size_t	r;
	int	i, k;

	for (r = 0; r < t->nrows; r++)
		for (high[r] = 1, i = 0; i < t->n; i++) {
			k = lines_of(t->cells[r * (size_t)t->n + (size_t)i],
			    width[i]);
			if (k > high[r])
				high[r] = k;
		}
}

/* The lines that come on top where this column loses one more. */
static long
cost(const struct listfit_table *t, const int *high, int column, int width)
{
	long	more = 0;
	size_t	r;
	int	k;

	for (r = 0; r < t->nrows; r++) {
		k = lines_of(t->cells[r * (size_t)t->n + (size_t)column],
		    width - 1);
		if (k > high[r])
			more += k - high[r];
	}
	return more;
}

/* The column to take from; -1 where none can lose anything. */
static int
cheapest(const int *width, const struct listfit_table *t, const int *high)
{
	long	c, least = 0;
	int	i, best = -1;

	for (i = 0; i < t->n; i++) {
		if (width[i] <= t->least[i])
			continue;
		c = cost(t, high, i, width[i]);
		if (best < 0 || c < least ||
		    (c == least && width[i] > width[best])) {
			best = i;
			least = c;
		}
	}
	return best;
}

void
listfit_narrow(int *width, const struct listfit_table *t, int room)
{
	int	*high = mem_calloc(t->nrows + 1, sizeof(*high));
	int	 i, total = GAP * (t->n - 1);

	for (i = 0; i < t->n; i++) {
		/* A very long text need not be brought down step by step. */
		if (width[i] > room)
			width[i] = t->least[i] > room ? t->least[i] : room;
		total += width[i];
	}
	for (; total > room; total--) {
		row_heights(high, width, t);
		if ((i = cheapest(width, t, high)) < 0)
			break;
		width[i]--;
	}
	free(high);
}

struct making {
	struct listfit	*f;
	int		 indent;
};

static void
add_line(const char *line, size_t n, void *arg)
{
	struct making	*m = arg;
	struct listfit	*f = m->f;

	f->line = mem_grow(f->line, f->n, &f->cap, sizeof(*f->line));
	f->line[f->n++] = mem_printf("%*s%.*s", m->indent, "", (int)n, line);
}

void
listfit_break(struct listfit *f, const char *cell, int width)
{
	struct making	m = { f, (int)strspn(cell, " ") };

	memset(f, 0, sizeof(*f));
	if (utf_width(cell) > width)
		utf_wrap(cell + m.indent, width - m.indent, add_line, &m);
	else {
		m.indent = 0;
		add_line(cell, strlen(cell), &m);
	}
}

void
listfit_free(struct listfit *f)
{
	size_t	i;

	for (i = 0; i < f->n; i++)
		free(f->line[i]);
	free(f->line);
}

int
listfit_width(const struct listfit *f)
{
	int	w, width = 0;
	size_t	i;

	for (i = 0; i < f->n; i++)
		if ((w = utf_width(f->line[i])) > width)
			width = w;
	return width;
}
