/*
 * A write touches only the records that changed, whatever the file's habits;
 * a set of files is saved whole or not at all.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/slug.h"
#include "table/save.h"
#include "table/table.h"

static char	dir[64];

static int
enter(void **state)
{
	(void)state;
	snprintf(dir, sizeof(dir), "/tmp/cpm-unit.XXXXXX");
	return mkdtemp(dir) == NULL || chdir(dir) != 0;
}

static int
leave(void **state)
{
	char	cmd[128];

	(void)state;
	snprintf(cmd, sizeof(cmd), "rm -rf '%s'", dir);
	return chdir("/") != 0 || system(cmd) != 0;
}

static void
put(const char *path, const char *bytes)
{
	FILE	*fp = fopen(path, "w");

	assert_non_null(fp);
	fputs(bytes, fp);
	fclose(fp);
}

static char *
get(const char *path)
{
	static char	buf[65536];
	FILE		*fp = fopen(path, "r");
	size_t		 n;

	assert_non_null(fp);
	n = fread(buf, 1, sizeof(buf) - 1, fp);
	buf[n] = '\0';
	fclose(fp);
	return buf;
}

static int
load(struct table *t, const char *bytes)
{
	put("actions.csv", bytes);
	return table_load(t, "actions.csv", "actions.csv",
	    schema_find("actions"), 0, 'd');
}

/* Set the status of row 1 to done and compare the bytes. */
static void
done(const char *before, const char *after)
{
	struct table	t;
	char		*bytes;
	size_t		 n, i;

	assert_int_equal(load(&t, before), 0);
	i = table_find(&t, "b");
	assert_true(i < t.nrows);
	table_set(&t, i, "status", "done");
	bytes = table_bytes(&t, &n);
	assert_string_equal(bytes, after);
	free(bytes);
	table_free(&t);
}

static void
one_record_changes(void **state)
{
	(void)state;
	done("id,title,status\na,\"x\",todo\nb,y,todo\nc,z,todo\n",
	    "id,title,status\na,\"x\",todo\nb,y,done\nc,z,todo\n");
	done("id;title;status\r\na;x;todo\r\nb;y, y;todo\r\n",
	    "id;title;status\r\na;x;todo\r\nb;y, y;done\r\n");
	done("\xef\xbb\xbfid\ttitle\tstatus\na\tx\ttodo\nb\ty\ttodo\n",
	    "\xef\xbb\xbfid\ttitle\tstatus\na\tx\ttodo\nb\ty\tdone\n");
	/* Blank lines, odd quoting and unknown columns stay. */
	done("id,mine,title,status\n\n\"a\",1,\"x\ny\",todo\nb,2,y,todo\n\n",
	    "id,mine,title,status\n\n\"a\",1,\"x\ny\",todo\nb,2,y,done\n\n");
	/* French names and words are read; the canonical word is written. */
	done("identifiant,titre,statut\na,x,\xc3\xa0 faire\nb,y,en cours\n",
	    "identifiant,titre,statut\na,x,\xc3\xa0 faire\nb,y,done\n");
	/* CP1252 is converted whole. */
	done("id,title,status\na,\xe9,todo\nb,y,todo\n",
	    "id,title,status\na,\xc3\xa9,todo\nb,y,done\n");
	/* A last line without end gets one. */
	done("id,title,status\na,x,todo\nb,y,todo",
	    "id,title,status\na,x,todo\nb,y,done\n");
}

static void
a_new_row_goes_to_the_end(void **state)
{
	struct table	t;
	char		*bytes;
	size_t		 n, i;

	(void)state;
	assert_int_equal(load(&t, "status;id;title\r\ntodo;a;x"), 0);
	i = table_add(&t);
	table_set(&t, i, "id", "b");
	table_set(&t, i, "title", "y;z");
	bytes = table_bytes(&t, &n);
	assert_string_equal(bytes,
	    "status;id;title\r\ntodo;a;x\r\n;b;\"y;z\"\r\n");
	free(bytes);
	/* A column that the file lacks is added to every row. */
	table_set(&t, 0, "due", "2026-03-01");
	bytes = table_bytes(&t, &n);
	assert_string_equal(bytes, "status;id;title;due\r\n"
	    "todo;a;x;2026-03-01\r\n;b;\"y;z\";\r\n");
	free(bytes);
	table_drop(&t, 0);
	assert_int_equal(table_count(&t), 1);
	bytes = table_bytes(&t, &n);
	assert_string_equal(bytes, "status;id;title;due\r\n;b;\"y;z\";\r\n");
	free(bytes);
	table_free(&t);
}

/* A new column leaves everything before and between the records. */
static void
a_new_column_keeps_the_rest(void **state)
{
	static const struct { const char *before, *after; } c[] = {
		{ "sep=;\r\nid;title;status\r\na;x;todo\r\n\r\n"
		  "b;\"y;\r\nz\";todo\r\n",
		  "sep=;\r\nid;title;status;due\r\na;x;todo;2026-03-01\r\n\r\n"
		  "b;\"y;\r\nz\";todo;\r\n" },
		{ "\xef\xbb\xbf\nid,titre,statut\n\na,x,todo\nb,y,todo",
		  "\xef\xbb\xbf\nid,titre,statut,due\n\na,x,todo,2026-03-01\n"
		  "b,y,todo,\n" },
		{ "id,status,title\na,todo,\xe9\nb,todo,\"\xe9\"\n",
		  "id,status,title,due\na,todo,\xc3\xa9,2026-03-01\n"
		  "b,todo,\"\xc3\xa9\",\n" },
		{ "id,title,status",
		  "id,title,status,due\nc,,,2026-03-01\n" },
	};
	struct table	t;
	char		*bytes;
	size_t		 n, i;

	(void)state;
	for (i = 0; i < sizeof(c) / sizeof(*c); i++) {
		assert_int_equal(load(&t, c[i].before), 0);
		if (t.nrows == 0)
			table_set(&t, table_add(&t), "id", "c");
		table_set(&t, 0, "due", "2026-03-01");
		bytes = table_bytes(&t, &n);
		assert_string_equal(bytes, c[i].after);
		free(bytes);
		table_free(&t);
	}
}

/* What could not be read again is a fault and stays out. */
static void
a_cell_takes_what_can_be_read(void **state)
{
	struct table	t;
	char		*big;
	unsigned long	faults = msg_faults();

	(void)state;
	assert_int_equal(load(&t, "id,title,status\na,x,todo\n"), 0);
	table_set(&t, 0, "title", "caf\xe9");
	assert_int_equal(msg_faults(), faults + 1);
	assert_string_equal(cell(&t, 0, "title"), "x");
	big = mem_calloc(READER_FIELD_MAX + 2, 1);
	memset(big, 'x', READER_FIELD_MAX + 1);
	table_set(&t, 0, "title", big);
	assert_int_equal(msg_faults(), faults + 2);
	big[READER_FIELD_MAX] = '\0';
	table_set(&t, 0, "title", big);
	assert_int_equal(msg_faults(), faults + 2);
	assert_true(t.changed);
	free(big);
	table_free(&t);
}

static void
values_come_out_canonical(void **state)
{
	struct table	t;

	(void)state;
	assert_int_equal(load(&t,
	    "id;statut;\xc3\xa9""ch\xc3\xa9""ance;level;title\n"
	    "a;termin\xc3\xa9""e;31/12/2025;2;x\n"), -1);
	table_free(&t);
	assert_int_equal(load(&t,
	    "id;statut;\xc3\xa9""ch\xc3\xa9""ance;level;title\n"
	    "a;fait;31/12/2025;2;x\n"), 0);
	assert_string_equal(cell(&t, 0, "status"), "done");
	assert_string_equal(cell(&t, 0, "due"), "2025-12-31");
	assert_int_equal(cell_int(&t, 0, "level", -1), 2);
	assert_string_equal(cell(&t, 0, "obstacle"), "");
	table_free(&t);
	/* Two ways to write a key are one key. */
	put("levels.csv", "change,level,objective\nc,2,x\nc,02,y\n");
	assert_int_equal(table_load(&t, "levels.csv", "levels.csv",
	    schema_find("levels"), 0, 0), -1);
	table_free(&t);
	put("levels.csv", "change,level,objective\nc,+1,x\nc,02,y\n");
	assert_int_equal(table_load(&t, "levels.csv", "levels.csv",
	    schema_find("levels"), 0, 0), 0);
	assert_int_equal(table_find_by(&t, "change", "c", "level", "2", NULL),
	    1);
	table_free(&t);
	put("scale.csv", "dimension,value,label_fr,label_fr\n,1,a,b\n");
	assert_int_equal(table_load(&t, "scale.csv", "scale.csv",
	    schema_find("scale"), 0, 0), -1);
	table_free(&t);
}

static void
faults_break_a_table(void **state)
{
	static const char *const bad[] = {
		"id,title,status,due\na,x,todo,2026-02-30\n",
		"id,title,status\na,x,todo\na,x,todo\n",
		"id,title,status\na,x,todo\nA,x,todo\n",
		"title,status\nx,todo\n", "id,title\na,x\n",
		"id,title,status\na,x,finished\n",
		"id,title,status,level\na,x,todo,y\n",
		"id,title,status,id\na,x,todo,b\n",
		"id,title,status,ref\na,x,todo,nothing:x\n",
		"id,title,status\n../x,x,todo\n",
		"id,title,status\n,x,todo\n", "id,title,status\na,x\n",
		"",
		/* Mac Roman, code page 437 */
		"id,title,status\na,t\x8fte,todo\n",
		"id,title,status\na,M\x81ller,todo\n" };
	struct table	t;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_int_equal(load(&t, bad[i]), -1);
		table_free(&t);
	}
}

static void
an_id_is_found_by_its_beginning(void **state)
{
	struct table	t;

	(void)state;
	assert_int_equal(load(&t, "id,title,status\n"
	    "cash-count-7k2m,x,todo\ncash-box-aaaa,y,todo\n"), 0);
	assert_int_equal(table_resolve_quiet(&t, "cash-c"), 0);
	assert_int_equal(table_resolve_quiet(&t, "CASH-B"), 1);
	assert_int_equal(table_resolve_quiet(&t, "cash"), t.nrows);
	assert_int_equal(table_resolve_quiet(&t, "zzz"), t.nrows);
	table_free(&t);
	assert_int_equal(load(&t, "id,title,status\nR1,x,todo\nR10,y,todo\n"), 0);
	assert_int_equal(table_resolve_quiet(&t, "r1"), 0);
	table_free(&t);
}

static void
a_set_is_written_together(void **state)
{
	struct save	*s;
	struct stat	 st;

	(void)state;
	mkdir(".cpm", 0777);
	put("a", "old a");
	assert_int_equal(chmod("a", 0640), 0);
	assert_int_equal(stat("a", &st), 0);
	assert_int_equal(symlink("a", "link"), 0);
	s = save_begin(".");
	save_file(s, "link", "new a", 5, &st, 0644, 0);
	save_file(s, "sub/b", "new b", 5, NULL, 0600, 0);
	assert_int_equal(save_commit(s), 0);
	assert_string_equal(get("a"), "new a");
	assert_string_equal(get("sub/b"), "new b");
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(stat("a", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(stat("sub/b", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_false(save_pending("."));
}

static void
a_file_changed_meanwhile_is_left_alone(void **state)
{
	struct save	*s;
	struct stat	 st;

	(void)state;
	mkdir(".cpm", 0777);
	put("a", "old a");
	assert_int_equal(stat("a", &st), 0);
	put("a", "somebody else");
	s = save_begin(".");
	save_file(s, "a", "mine", 4, &st, 0644, 0);
	save_file(s, "b", "mine", 4, NULL, 0644, 0);
	assert_int_equal(save_commit(s), -1);
	assert_string_equal(get("a"), "somebody else");
	assert_int_equal(access("b", F_OK), -1);
	/* The same for a file that a spreadsheet holds open. */
	put(".~lock.a#", "x");
	assert_int_equal(stat("a", &st), 0);
	s = save_begin(".");
	save_file(s, "a", "mine", 4, &st, 0644, 0);
	assert_int_equal(save_commit(s), -1);
	assert_string_equal(get("a"), "somebody else");
}

static void
a_journal_is_finished_or_undone(void **state)
{
	(void)state;
	mkdir(".cpm", 0777);
	/* Cut off before the journal was whole: undone. */
	put("a", "old");
	put(".a.cpm-000000", "new");
	put(".cpm/journal", "cpm-journal 1\nreplace a .a.cpm-000000 - -\n");
	assert_true(save_pending("."));
	assert_int_equal(save_recover("."), 0);
	assert_string_equal(get("a"), "old");
	assert_int_equal(access(".a.cpm-000000", F_OK), -1);
	assert_false(save_pending("."));
	/* Cut off between two renames: finished. */
	put("a", "new");
	put(".b.cpm-000000", "new b");
	put(".cpm/journal", "cpm-journal 1\n"
	    "replace a .a.cpm-000000 x y\n"
	    "replace b .b.cpm-000000 - z\nend\n");
	assert_int_equal(save_recover("."), 0);
	assert_string_equal(get("a"), "new");
	assert_string_equal(get("b"), "new b");
	/* A temporary is gone and its file is as it was: all is undone. */
	put("c", "old c");
	put(".d.cpm-000000", "new d");
	{
		char	digest[65];
		FILE	*fp = fopen(".cpm/journal", "w");

		fprintf(fp, "cpm-journal 1\nreplace c .c.cpm-000000 %s z\n"
		    "replace d .d.cpm-000000 - z\nend\n",
		    slug_digest(digest, "old c", 5));
		fclose(fp);
	}
	assert_int_equal(save_recover("."), 0);
	assert_string_equal(get("c"), "old c");
	assert_int_equal(access("d", F_OK), -1);
	assert_int_equal(access(".d.cpm-000000", F_OK), -1);
	/* The rest was edited after the crash: a person decides. */
	put("b", "edited");
	put(".b.cpm-000000", "new b");
	put(".cpm/journal", "cpm-journal 1\n"
	    "replace a .a.cpm-000000 x y\n"
	    "replace b .b.cpm-000000 x z\nend\n");
	assert_int_equal(save_recover("."), -1);
	assert_string_equal(get("b"), "edited");
	assert_string_equal(get(".b.cpm-000000"), "new b");
}

static void
one_writer_at_a_time(void **state)
{
	int	a, b;

	(void)state;
	setenv("CPM_LOCK_SECONDS", "0", 1);
	a = save_lock(".", SAVE_WRITE);
	assert_true(a >= 0);
	assert_int_equal(save_lock(".", SAVE_WRITE), -1);
	assert_int_equal(save_lock(".", SAVE_READ), -1);
	save_unlock(a);
	a = save_lock(".", SAVE_READ);
	b = save_lock(".", SAVE_READ);
	assert_true(a >= 0 && b >= 0);
	assert_int_equal(save_lock(".", SAVE_WRITE), -1);
	close(a);
	close(b);
	unsetenv("CPM_LOCK_SECONDS");
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_record_changes),
		TEST(a_new_row_goes_to_the_end),
		TEST(a_new_column_keeps_the_rest),
		TEST(a_cell_takes_what_can_be_read),
		TEST(values_come_out_canonical),
		TEST(faults_break_a_table),
		TEST(an_id_is_found_by_its_beginning),
		TEST(a_set_is_written_together),
		TEST(a_file_changed_meanwhile_is_left_alone),
		TEST(a_journal_is_finished_or_undone),
		TEST(one_writer_at_a_time),
	};

	/* The faults are what is asked for here; their words are not read. */
	if (freopen("/dev/null", "w", stderr) == NULL)
		return 2;
	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
