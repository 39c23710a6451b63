/*
 * The reader gives the same records at every size of its input's pieces, and
 * names each fault with its line.  Faults go to standard error, which the
 * tests of the messages themselves (tests/cli/check.t) read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "table/reader.h"
#include "table/writer.h"

/* All records as "line[begin,end):<a><b>;". */
static char *
all(struct reader *r)
{
	struct record	rec;
	struct str	out;
	int		i;

	str_init(&out);
	while (reader_next(r, &rec)) {
		str_printf(&out, "%ld[%zu,%zu):", rec.line, rec.begin,
		    rec.end);
		for (i = 0; i < rec.n; i++)
			str_printf(&out, "<%s>", rec.f[i]);
		str_addc(&out, ';');
	}
	return str_take(&out);
}

static char *
all_mem(const char *s, unsigned flags)
{
	struct reader	*r = reader_mem(s, strlen(s), "x.csv", flags, 0);
	char		*out = all(r);

	reader_close(r);
	return out;
}

static void
want(const char *bytes, const char *records)
{
	char	*got = all_mem(bytes, 0);

	assert_string_equal(got, records);
	free(got);
}

static void
records_know_their_line_and_bytes(void **state)
{
	(void)state;
	want("a,b\n1,2\n", "1[0,4):<a><b>;2[4,8):<1><2>;");
	want("a,b\n1,\"x\ny\"\n3,4\n",
	    "1[0,4):<a><b>;2[4,12):<1><x\ny>;4[12,16):<3><4>;");
	want("a,b\r\n\r\n1,2\r\n", "1[0,5):<a><b>;3[7,12):<1><2>;");
	want("a,b\n1,2", "1[0,4):<a><b>;2[4,7):<1><2>;");
	want("\xef\xbb\xbf\"a\";b\n1;2\n", "1[3,9):<a><b>;2[9,13):<1><2>;");
	want("a\tb\n1\t\n", "1[0,4):<a><b>;2[4,7):<1><>;");
	want("sep=;\r\na;b,c\r\n1;2\r\n",
	    "2[7,14):<a><b,c>;3[14,19):<1><2>;");
	want("a\n\"\"\nx\n", "1[0,2):<a>;2[2,5):<>;3[5,7):<x>;");
	want("", "");
	want("\n \n", "");
}

static void
reading_goes_on_behind_a_fault(void **state)
{
	(void)state;
	/* A ragged row, a stray quote, an unclosed one: three faults. */
	want("a,b\n1\n2,x\"y\n3,4\n5,\"open\n6,7\n",
	    "1[0,4):<a><b>;4[12,16):<3><4>;6[24,28):<6><7>;");
	want("a,b\n<<<<<<< ours\n1,2\n=======\n1,3\n>>>>>>> theirs\n2,2\n",
	    "1[0,4):<a><b>;3[17,21):<1><2>;5[29,33):<1><3>;"
	    "7[48,52):<2><2>;");
	want("a,b\n1,\xff\xc3\xa9\n2,3\n", "1[0,4):<a><b>;3[10,14):<2><3>;");
}

static void
every_fault_is_counted(void **state)
{
	static const char bytes[] = "a,b\n1\n2,x\"y\n5,\"open\n";
	struct reader	*r;
	char		*s;

	(void)state;
	r = reader_mem(bytes, sizeof(bytes) - 1, "x.csv", 0, 0);
	s = all(r);
	assert_int_equal(reader_faults(r), 3);
	reader_close(r);
	free(s);
}

/* Feed the text through a pipe in pieces of `size` bytes. */
static char *
piecewise(const char *text, size_t n, size_t size)
{
	struct reader	*r;
	char		*out;
	size_t		 at;
	int		 fd[2], saved;
	pid_t		 pid;

	assert_int_equal(pipe(fd), 0);
	if ((pid = fork()) == 0) {
		close(fd[0]);
		for (at = 0; at < n; at += size)
			if (write(fd[1], text + at, n - at < size ? n - at :
			    size) < 0)
				_exit(1);
		_exit(0);
	}
	close(fd[1]);
	saved = dup(STDIN_FILENO);
	dup2(fd[0], STDIN_FILENO);
	close(fd[0]);
	r = reader_open("-", "-", 0, 0);
	out = all(r);
	reader_close(r);
	dup2(saved, STDIN_FILENO);
	close(saved);
	waitpid(pid, NULL, 0);
	return out;
}

static void
pieces_of_any_size_give_the_same(void **state)
{
	static const char text[] = "a,b\r\n1,\"x\"\"y\nz\"\r\n\r\n2,\"\"\n"
	    "3\n4,5";
	char	*whole = all_mem(text, 0), *part;
	size_t	 size;

	(void)state;
	for (size = 1; size <= sizeof(text); size++) {
		part = piecewise(text, sizeof(text) - 1, size);
		assert_string_equal(part, whole);
		free(part);
	}
	free(whole);
}

static void
cp1252_only_where_nothing_is_utf8(void **state)
{
	(void)state;
	want("a\n\xe9t\xe9\n", "1[0,2):<a>;2[2,6):<\xc3\xa9t\xc3\xa9>;");
	want("a\n\xe9\n\xc3\xa9\n", "1[0,2):<a>;3[4,7):<\xc3\xa9>;");
	/* The end of a French quotation is not a Chinese letter. */
	want("\xab\xa0" "cit\xe9\xa0\xbb\n\xe9\xa0\xbb\nCIT\xc9\xa0:\n",
	    "1[0,9):<\xc2\xab\xc2\xa0" "cit\xc3\xa9\xc2\xa0\xc2\xbb>;"
	    "2[9,13):<\xc3\xa9\xc2\xa0\xc2\xbb>;"
	    "3[13,20):<CIT\xc3\x89\xc2\xa0:>;");
	want("a\n\xe9\xa0\xbb\n", "1[0,2):<a>;2[2,6):<\xe9\xa0\xbb>;");
}

static void
an_unclosed_quote_costs_little_memory(void **state)
{
	size_t		 n = 8u << 20, i;
	char		*big = mem_alloc(n), *s;
	struct reader	*r;

	(void)state;
	memcpy(big, "a,b\n1,\"x", 8);
	for (i = 8; i < n; i++)
		big[i] = i % 64 == 0 ? '\n' : 'x';
	r = reader_mem(big, n, "x.csv", READER_RAGGED, 0);
	s = all(r);
	assert_true(reader_faults(r) == 1);
	reader_close(r);
	free(s);
	free(big);
}

/* Random tables come back as they were written. */
static void
what_is_written_is_read(void **state)
{
	static const char *const bits[] = { "", "a", "b c", ",", "\"", "\n",
	    "\r\n", " x ", ";", "\t", "\xc3\xa9", "=1+1", "'" };
	struct dialect	 d[] = { { .sep = ',' }, { .sep = ';', .crlf = 1 },
			    { .sep = '\t' } };
	struct str	 csv, expect;
	struct reader	*r;
	struct record	 rec;
	const char	*cells[4];
	char		 text[4][64];
	unsigned	 seed = 1, k, j, row;
	int		 i;

	(void)state;
	for (k = 0; k < 2000; k++) {
		str_init(&csv);
		str_init(&expect);
		writer_record(&csv, (const char *[]){ "h1", "h2", "h3", "h4" },
		    4, &d[k % 3]);
		for (row = 0; row < 3; row++) {
			for (i = 0; i < 4; i++) {
				text[i][0] = '\0';
				for (j = 0; j < 3; j++) {
					seed = seed * 1103515245u + 12345u;
					strncat(text[i], bits[(seed >> 16) %
					    13], 8);
				}
				cells[i] = text[i];
				str_printf(&expect, "<%s>", text[i]);
			}
			writer_record(&csv, cells, 4, &d[k % 3]);
		}
		r = reader_mem(csv.s, csv.len, "x.csv", 0, d[k % 3].sep);
		assert_int_equal(reader_next(r, &rec), 1);
		{
			struct str	got;

			str_init(&got);
			while (reader_next(r, &rec))
				for (i = 0; i < rec.n; i++)
					str_printf(&got, "<%s>", rec.f[i]);
			assert_string_equal(got.s, expect.s);
			str_free(&got);
		}
		assert_int_equal(reader_faults(r), 0);
		reader_close(r);
		str_free(&csv);
		str_free(&expect);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_know_their_line_and_bytes),
		cmocka_unit_test(reading_goes_on_behind_a_fault),
		cmocka_unit_test(every_fault_is_counted),
		cmocka_unit_test(pieces_of_any_size_give_the_same),
		cmocka_unit_test(cp1252_only_where_nothing_is_utf8),
		cmocka_unit_test(an_unclosed_quote_costs_little_memory),
		cmocka_unit_test(what_is_written_is_read),
	};

	/* The faults are what is asked for here; their words are not read. */
	if (freopen("/dev/null", "w", stderr) == NULL)
		return 2;
	return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
