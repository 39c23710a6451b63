/* A listing: an aligned table, CSV, or JSON lines. */
#include "view/list.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/utf.h"
#include "table/writer.h"
#include "view/listfit.h"

struct list {
	FILE		*fp;
	enum form	 form;
	const char *const *names, *const *titles;
	int		 n;
	int		*numeric;
	char		***rows;	/* FORM_TABLE keeps them to align */
	size_t		 nrows, cap;
};

int
list_is_table(FILE *fp, enum form form)
{
	return form == FORM_TABLE || form == FORM_MD || (form == FORM_AUTO && fileno(fp) >= 0 &&
	    isatty(fileno(fp)));
}

const char *
list_day(char *buf, int day)
{
	return day == DATE_NONE ? "" : date_str(buf, day);
}

struct list *
list_begin(FILE *fp, enum form form, const char *const *names,
    const char *const *titles)
{
	struct list	*l = mem_calloc(1, sizeof(*l));

	l->fp = fp;
	l->names = names;
	l->titles = titles;
	while (names[l->n] != NULL)
		l->n++;
	l->numeric = mem_calloc((size_t)l->n, sizeof(*l->numeric));
	if (form == FORM_AUTO)
		form = list_is_table(fp, form) ? FORM_TABLE : FORM_CSV;
	l->form = form;
	if (form == FORM_CSV)
		writer_line(fp, names, l->n);
	return l;
}

void
list_numeric(struct list *l, const char *name)
{
	int	i;

	for (i = 0; i < l->n; i++)
		if (strcmp(l->names[i], name) == 0)
			l->numeric[i] = 1;
}

static void
json_string(FILE *fp, const char *s)
{
	putc('"', fp);
	for (; *s != '\0'; s++)
		switch (*s) {
		case '"': fputs("\\\"", fp); break;
		case '\\': fputs("\\\\", fp); break;
		case '\n': fputs("\\n", fp); break;
		case '\r': fputs("\\r", fp); break;
		case '\t': fputs("\\t", fp); break;
		default:
			if ((unsigned char)*s < 0x20 || *s == 0x7f)
				fprintf(fp, "\\u%04x", (unsigned char)*s);
			else
				putc(*s, fp);
		}
	putc('"', fp);
}

/* A bare JSON number is what our own printer makes: -12.5, never 012. */
static int
is_number(const char *s)
{
	size_t	n;

	s += *s == '-';
	n = strspn(s, "0123456789");
	if (n == 0 || (n > 1 && *s == '0'))
		return 0;
	s += n;
	if (*s == '.')
		s += 1 + (n = strspn(s + 1, "0123456789"));
	return *s == '\0' && n > 0;
}

static void
json_row(struct list *l, const char *const *cells)
{
	int	i;

	putc('{', l->fp);
	for (i = 0; i < l->n; i++) {
		if (i > 0)
			putc(',', l->fp);
		json_string(l->fp, l->names[i]);
		putc(':', l->fp);
		if (l->numeric[i] && cells[i][0] == '\0')
			fputs("null", l->fp);
		else if (l->numeric[i] && is_number(cells[i]))
			fputs(cells[i], l->fp);
		else
			json_string(l->fp, cells[i]);
	}
	fputs("}\n", l->fp);
}

void
list_row(struct list *l, const char *const *cells)
{
	const char	**v = mem_calloc((size_t)l->n + 1, sizeof(*v));
	int		 i;

	for (i = 0; i < l->n; i++)
		v[i] = cells[i] != NULL ? cells[i] : "";
	if (l->form == FORM_CSV)
		writer_line(l->fp, v, l->n);
	else if (l->form == FORM_JSON)
		json_row(l, v);
	else {
		l->rows = mem_grow(l->rows, l->nrows, &l->cap,
		    sizeof(*l->rows));
		l->rows[l->nrows] = mem_calloc((size_t)l->n, sizeof(char *));
		for (i = 0; i < l->n; i++)
			l->rows[l->nrows][i] = msg_clean(v[i], strlen(v[i]));
		l->nrows++;
	}
	free(v);
}

static const char *
title(const struct list *l, int i)
{
	/* The translation of nothing is the catalogue's header. */
	if (l->titles != NULL && l->titles[i] != NULL)
		return l->titles[i][0] != '\0' ? _(l->titles[i]) : "";
	return l->names[i];
}

static void
pad(FILE *fp, int n)
{
	while (n-- > 0)
		putc(' ', fp);
}

/* One line of the table; nothing stands behind its last word. */
static void
aligned(struct list *l, const char *const *cells, const int *width)
{
	int	i, w, gap = 0;

	for (i = 0; i < l->n; i++) {
		w = utf_width(cells[i]);
		if (l->numeric[i])
			gap += width[i] - w;
		if (*cells[i] != '\0') {
			pad(l->fp, gap);
			fputs(cells[i], l->fp);
			gap = 0;
		}
		if (!l->numeric[i])
			gap += width[i] - w;
		gap += 2;
	}
	putc('\n', l->fp);
}

/* A row (NULL: the titles), on as many lines as its highest cell needs. */
static void
row_out(struct list *l, char *const *cells, const int *width)
{
	struct listfit	*f = mem_calloc((size_t)l->n, sizeof(*f));
	const char	**line = mem_calloc((size_t)l->n + 1, sizeof(*line));
	size_t		 high = 1, k;
	int		 i;

	for (i = 0; i < l->n; i++) {
		listfit_break(&f[i], cells != NULL ? cells[i] : title(l, i),
		    width[i]);
		if (f[i].n > high)
			high = f[i].n;
	}
	for (k = 0; k < high; k++) {
		for (i = 0; i < l->n; i++)
			line[i] = k < f[i].n ? f[i].line[k] : "";
		aligned(l, line, width);
	}
	for (i = 0; i < l->n; i++)
		listfit_free(&f[i]);
	free(line);
	free(f);
}

/* The cell of a row, or (r == nrows) the title. */
static const char *
cell_or_title(const struct list *l, size_t r, int i)
{
	return r < l->nrows ? l->rows[r][i] : title(l, i);
}

/* A column that was made narrower is as wide as its lines came out. */
static int
width_broken(const struct list *l, int i, int width)
{
	struct listfit	f;
	size_t		r;
	int		w, widest = 0;

	for (r = 0; r <= l->nrows; r++) {
		listfit_break(&f, cell_or_title(l, r, i), width);
		if ((w = listfit_width(&f)) > widest)
			widest = w;
		listfit_free(&f);
	}
	return widest;
}

/* Narrower columns, where all of them are too wide for the terminal. */
static void
fit(const struct list *l, int *width, int room)
{
	size_t	 n = (size_t)l->n, r;
	int	*cells = mem_calloc((l->nrows + 1) * n, sizeof(*cells));
	int	*least = mem_calloc(n, sizeof(*least));
	int	*was = mem_calloc(n, sizeof(*was)), i, w;
	struct listfit_table t = { l->n, l->nrows + 1, cells, least };

	memcpy(was, width, n * sizeof(*was));
	for (i = 0; i < l->n; i++)
		for (r = 0; r <= l->nrows; r++) {
			cells[r * n + (size_t)i] =
			    utf_width(cell_or_title(l, r, i));
			w = listfit_least(cell_or_title(l, r, i));
			if (w > least[i])
				least[i] = w;
		}
	listfit_narrow(width, &t, room);
	for (i = 0; i < l->n; i++)
		if (width[i] < was[i])
			width[i] = width_broken(l, i, width[i]);
	free(cells);
	free(least);
	free(was);
}

static void
table_out(struct list *l)
{
	int	*width = mem_calloc((size_t)l->n, sizeof(*width)), i, w, bold;
	int	 room = listfit_room(l->fp);
	size_t	 r;

	for (i = 0; i < l->n; i++)
		for (r = 0; r <= l->nrows; r++)
			if ((w = utf_width(cell_or_title(l, r, i))) > width[i])
				width[i] = w;
	if (room > 0)
		fit(l, width, room);
	bold = l->fp == stdout && opt_color();
	if (l->nrows > 0) {
		fputs(bold ? "\033[1m" : "", l->fp);
		row_out(l, NULL, width);
		fputs(bold ? "\033[0m" : "", l->fp);
	}
	for (r = 0; r < l->nrows; r++)
		row_out(l, l->rows[r], width);
	free(width);
}

char *
list_md(const char *text)
{
	struct str	 out;
	char		*clean = msg_clean(text, strlen(text)), *p;

	str_init(&out);
	for (p = clean; *p != '\0'; p++) {
		if (strchr("\\`*_[]<>|&~#", *p) != NULL)
			str_addc(&out, '\\');
		str_addc(&out, *p);
	}
	free(clean);
	return str_take(&out);
}

static void
md_line(struct list *l, char *const *cells)
{
	char	*text;
	int	 i;

	for (i = 0; i < l->n; i++) {
		text = list_md(cells != NULL ? cells[i] : title(l, i));
		fprintf(l->fp, "| %s ", text);
		free(text);
	}
	fputs("|\n", l->fp);
}

static void
md_out(struct list *l)
{
	size_t	r;
	int	i;

	if (l->nrows == 0)
		return;
	md_line(l, NULL);
	for (i = 0; i < l->n; i++)
		fputs(l->numeric[i] ? "| ---: " : "| --- ", l->fp);
	fputs("|\n", l->fp);
	for (r = 0; r < l->nrows; r++)
		md_line(l, l->rows[r]);
}

void
list_end(struct list *l)
{
	size_t	r;
	int	i;

	if (l->form == FORM_TABLE)
		table_out(l);
	if (l->form == FORM_MD)
		md_out(l);
	for (r = 0; r < l->nrows; r++) {
		for (i = 0; i < l->n; i++)
			free(l->rows[r][i]);
		free(l->rows[r]);
	}
	free(l->rows);
	free(l->numeric);
	free(l);
}
