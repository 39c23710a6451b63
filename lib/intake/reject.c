/* Rows that are not taken in. */
#include "intake/reject.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/path.h"
#include "base/slug.h"

struct range {
	uint64_t	begin, end;
};

struct reject {
	struct range	*v;
	size_t		 n, cap;
	unsigned long	 rows;
};

struct reject *
reject_new(void)
{
	return mem_calloc(1, sizeof(struct reject));
}

void
reject_free(struct reject *j)
{
	if (j == NULL)
		return;
	free(j->v);
	free(j);
}

static void
add_range(struct reject *j, uint64_t begin, uint64_t end)
{
	if (j->n > 0 && j->v[j->n - 1].end == begin) {
		j->v[j->n - 1].end = end;
		return;
	}
	j->v = mem_grow(j->v, j->n, &j->cap, sizeof(*j->v));
	j->v[j->n++] = (struct range){ begin, end };
}

void
reject_sheet(struct reject *j, const struct sheet *x)
{
	size_t	i;

	j->rows += x->rows;
	add_range(j, x->begin, x->end);
	for (i = 0; i < x->nmore; i++)
		add_range(j, x->more[i][0], x->more[i][1]);
}

unsigned long
reject_rows(const struct reject *j)
{
	return j->rows;
}

static int
by_begin(const void *a, const void *b)
{
	const struct range	*x = a, *y = b;

	return (x->begin > y->begin) - (x->begin < y->begin);
}

/* 0, or -1 (said). */
static int
copy_range(struct beside *d, uint64_t from, uint64_t to, reject_read *get,
    void *arg)
{
	char	buf[65536];
	long	n;

	while (from < to) {
		n = get(arg, from, buf, to - from < sizeof(buf) ?
		    (size_t)(to - from) : sizeof(buf));
		if (n <= 0)
			return -1;
		beside_write(d, buf, (size_t)n);
		from += (uint64_t)n;
	}
	return 0;
}

/* rejects/R1-export-2026-03-01.csv, with -2 where that is there. */
static char *
name_for(struct project *p, const char *round, const char *shown)
{
	const char	*base = path_name(shown), *dot = strrchr(base, '.');
	char		*stem = mem_strndup(base, dot != NULL && dot > base ?
			    (size_t)(dot - base) : strlen(base));
	char		*plain = slug_plain(stem, "answers");
	char		 day[DATE_LEN], *rel = NULL, *path;
	int		 n, there = 1;

	for (n = 1; there; n++) {
		free(rel);
		rel = n == 1 ? mem_printf("rejects/%s-%s-%s.csv", round, plain,
		    date_str(day, project_today(p))) :
		    mem_printf("rejects/%s-%s-%s-%d.csv", round, plain,
		    date_str(day, project_today(p)), n);
		path = mem_printf("%s/%s", project_private_dir(p), rel);
		there = access(path, F_OK) == 0;
		free(path);
	}
	free(plain);
	free(stem);
	return rel;
}

char *
reject_put(struct reject *j, struct project *p, const char *round,
    const char *shown, size_t header, reject_read *get, void *arg)
{
	struct beside	*d = NULL;
	char		*rel = name_for(p, round, shown), *path;
	size_t		 i;
	int		 bad = 0;

	if (!project_dry(p)) {
		path = mem_printf("%s/%s", project_private_dir(p), rel);
		bad = project_private_make(p) != 0 ||
		    (d = beside_begin(path, 0600)) == NULL;
		free(path);
	}
	if (j->n > 1)
		qsort(j->v, j->n, sizeof(*j->v), by_begin);
	if (d != NULL) {
		bad = copy_range(d, 0, header, get, arg) != 0;
		for (i = 0; i < j->n && !bad; i++)
			bad = copy_range(d, j->v[i].begin, j->v[i].end, get,
			    arg) != 0;
		/* The last row of the source may lack its line end. */
		if (!beside_at_line(d))
			beside_write(d, "\n", 1);
	}
	if (!bad) {
		project_put_beside(p, d, rel, NULL, j->rows);
		return rel;
	}
	beside_drop(d);
	free(rel);
	return NULL;
}
