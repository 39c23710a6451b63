/*
 * A folder of schema 1 with every table and column.  It is never changed: a
 * later program reads it as it is.  A spreadsheet in French gives the same
 * cells.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/share.h"
#include "table/table.h"

static char	twin[] = "/tmp/cpm-fixture-XXXXXX";

static char *
path_of(const struct schema *s)
{
	return mem_printf("%s/../tests/data/schema-1%s/%s.csv", share_dir(),
	    s->flags & TABLE_PRIVATE ? ".private" : "", s->name);
}

static void
load(struct table *t, const struct schema *s)
{
	char	*path = path_of(s);

	if (table_load(t, path, path, s, TABLE_LOAD_STRICT |
	    TABLE_LOAD_NOTES_OFF, 0) != 0 || !t->exists)
		fail_msg("%s is not as it was", path);
	free(path);
}

static void
test_every_table_and_column_is_read(void **state)
{
	const struct schema	*s;
	struct table		 t;
	int			 k;

	(void)state;
	for (s = schema_tables; s->name != NULL; s++) {
		load(&t, s);
		assert_true(table_count(&t) > 0);
		for (k = 0; s->cols[k].name != NULL; k++)
			if (t.at[k] < 0)
				fail_msg("%s.%s is not in the fixture",
				    s->name, s->cols[k].name);
		table_free(&t);
	}
	assert_int_equal(msg_status(), MSG_OK);
}

static void
put_cell(FILE *fp, const char *v, int last)
{
	fputc('"', fp);
	for (; *v != '\0'; v++) {
		if (*v == '"')
			fputc('"', fp);
		fputc(*v, fp);
	}
	fputs(last ? "\"\r\n" : "\";", fp);
}

/* A cell as a French spreadsheet has it. */
static const char *
french(const struct column *c, const char *v, char *buf)
{
	char	*dot;

	if (*v == '\0')
		return v;
	switch (c->type) {
	case COL_ENUM:
		return schema_value_fr(c, v, buf);
	case COL_DATE:
		snprintf(buf, SCHEMA_VALUE, "%.2s/%.2s/%.4s", v + 8, v + 5, v);
		return buf;
	case COL_DEC:
	case COL_SCORE:
		if (c->values != NULL && schema_value(c, v, buf) != NULL)
			return schema_value_fr(c, v, buf);
		snprintf(buf, SCHEMA_VALUE, "%s", v);
		if ((dot = strchr(buf, '.')) != NULL)
			*dot = ',';
		return buf;
	default:
		return v;
	}
}

static void
write_twin(const struct table *t)
{
	const struct column	*cols = t->schema->cols;
	FILE			*fp = fopen(twin, "w");
	char			 buf[SCHEMA_VALUE], *head;
	size_t			 i;
	int			 k;

	assert_non_null(fp);
	fputs("\357\273\277", fp);
	for (k = 0; k < t->ncols; k++) {
		head = mem_printf("%s%s%s", t->col[k] < 0 ? t->header[k] :
		    cols[t->col[k]].fr, t->lang[k] != NULL ? "_" : "",
		    t->lang[k] != NULL ? t->lang[k] : "");
		put_cell(fp, head, k + 1 == t->ncols);
		free(head);
	}
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		for (k = 0; k < t->ncols; k++)
			put_cell(fp, t->col[k] < 0 ? cell_at(t, i, k) :
			    french(&cols[t->col[k]], cell_at(t, i, k), buf),
			    k + 1 == t->ncols);
	fclose(fp);
}

static void
test_french_says_the_same(void **state)
{
	const struct schema	*s;
	struct table		 en, fr;
	size_t			 i;
	int			 k;

	(void)state;
	for (s = schema_tables; s->name != NULL; s++) {
		load(&en, s);
		write_twin(&en);
		if (table_load(&fr, twin, s->name, s, TABLE_LOAD_STRICT |
		    TABLE_LOAD_NOTES_OFF, 'd') != 0)
			fail_msg("%s is not read in French", s->name);
		assert_int_equal(en.ncols, fr.ncols);
		assert_int_equal(table_count(&en), table_count(&fr));
		for (k = 0; k < en.ncols; k++) {
			assert_int_equal(en.col[k], fr.col[k]);
			for (i = 0; i < en.nrows; i++)
				assert_string_equal(cell_at(&en, i, k),
				    cell_at(&fr, i, k));
		}
		table_free(&en);
		table_free(&fr);
	}
	assert_int_equal(msg_status(), MSG_OK);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_every_table_and_column_is_read),
		cmocka_unit_test(test_french_says_the_same),
	};
	int			fd = mkstemp(twin), rc;

	if (fd < 0)
		return 1;
	close(fd);
	rc = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(twin);
	return rc;
}
