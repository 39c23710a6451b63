/* The index of 12 bytes a key, and sheets that wait. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/keys.h"
#include "base/slug.h"
#include "intake/spool.h"

static void
keys_hold(void **state)
{
	const uint64_t	most = (UINT64_C(1) << 55) - 1,
			far = (UINT64_C(1) << 41) - 1;
	struct keys	k = { 0 };
	uint64_t	last = 0;
	size_t		i;

	(void)state;
	assert_int_equal(sizeof(*k.v), 12);
	keys_add(&k, most, far);
	keys_add(&k, 0, 0);
	keys_add(&k, most, 5);
	for (i = 0; i < 5000; i++)
		keys_add(&k, keys_hash(0, (char *)&i, sizeof(i)) >> 9, i);
	keys_sort(&k);
	for (i = 0; i < k.n; i++) {
		assert_true(keys_key(&k, i) >= last);
		last = keys_key(&k, i);
	}
	i = keys_find(&k, most);
	assert_int_equal(keys_run(&k, i), 2);
	assert_true(keys_at(&k, i) == 5 && keys_at(&k, i + 1) == far);
	assert_int_equal(keys_find(&k, 0), 0);
	assert_int_equal(keys_find(&k, 1), k.n);
	for (i = 0; i < 5000; i++)
		assert_int_equal(keys_at(&k, keys_find(&k, keys_hash(0,
		    (char *)&i, sizeof(i)) >> 9)), i);
	keys_free(&k);
}

static void
codes_are_keys(void **state)
{
	char		a[13], b[13], text[16];
	uint64_t	ka, kb;
	int		i;

	(void)state;
	slug_code(a, 12, "key", 3, "first");
	assert_int_equal(slug_code_key(a, &ka), 0);
	for (i = 0; i < 200; i++) {
		snprintf(text, sizeof(text), "%d", i);
		slug_code(b, 12, "key", 3, text);
		assert_int_equal(slug_code_key(b, &kb), 0);
		assert_int_equal((ka > kb) - (ka < kb),
		    (strcmp(a, b) > 0) - (strcmp(a, b) < 0));
	}
	a[11] = a[11] == '0' ? '1' : '0';
	assert_int_equal(slug_code_key(a, &ka), -1);
	assert_int_equal(slug_code_key("p1", &ka), -1);
}

static void
fill(struct sheet *x, long i)
{
	char	text[16];

	sheet_clear(x, i + 2);
	snprintf(text, sizeof(text), "%ld", i);
	slug_code(x->code, CODE_LEN, "key", 3, text);
	x->begin = (size_t)i * 100;
	x->end = x->begin + 99;
	x->group = i % 3 == 0 ? WORDS_NONE : (size_t)(i % 3);
	x->day = i % 2 ? DATE_NONE : (int)(20000 + i);
	x->unit = i % 5 ? "" : "the shed; \"b\"";
	x->score[i % 4] = (int16_t)(i % 5);
	x->score[(i + 1) % 4] = SCORE_DK;
	x->at[i % 4] = i + 7;
	x->seen[0] = i % 4 - 2;
	if (i % 7 == 0)
		sheet_comment(x, 2, "one\ntwo");
}

static void
sheets_come_back(void **state)
{
	struct spool	*s = spool_new(NULL);
	struct sheet	 x, y;
	uint64_t	 at = 0, key;
	struct keys	*k = spool_index(s);
	long		 i;

	(void)state;
	sheet_init(&x, 4, 1);
	sheet_init(&y, 4, 1);
	for (i = 0; i < 3000; i++) {
		fill(&x, i);
		spool_put(s, &x);
	}
	keys_sort(k);
	for (i = 0; i < 3000; i++) {
		fill(&x, i);
		assert_int_equal(slug_code_key(x.code, &key), 0);
		assert_int_equal(spool_get(s, keys_at(k, keys_find(k, key)),
		    &y), 0);
		assert_true(sheet_is_alike(&x, &y));
		assert_string_equal(x.code, y.code);
		assert_true(x.line == y.line && x.begin == y.begin &&
		    x.end == y.end && x.seen[0] == y.seen[0]);
		assert_true(x.at[i % 4] == y.at[i % 4]);
	}
	for (i = 0; spool_next(s, &at, &y); i++)
		assert_int_equal(y.line, i + 2);
	assert_int_equal(i, 3000);
	assert_false(spool_bad(s));
	sheet_free(&x);
	sheet_free(&y);
	spool_free(s);
}

/* Many parts of few sheets: a bounded index leads to all of them. */
static void
parts_are_linked(void **state)
{
	struct spool	*s = spool_new(NULL);
	struct keys	*k = spool_index(s);
	struct sheet	 x;
	uint64_t	*parts;
	size_t		 n, run;
	long		 i;

	(void)state;
	sheet_init(&x, 4, 1);
	for (i = 0; i < 200000; i++) {
		fill(&x, i % 10);
		x.line = i;
		spool_put_part(s, &x);
		assert_true(k->n <= 65536);
	}
	assert_true(spool_packed(s));
	keys_sort(k);
	run = keys_run(k, 0);
	parts = spool_parts(s, 0, run, &n);
	assert_int_equal(n, 20000);
	for (i = 1; i < (long)n; i++)
		assert_true(parts[i] > parts[i - 1]);
	free(parts);
	sheet_free(&x);
	spool_free(s);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(keys_hold),
		cmocka_unit_test(codes_are_keys),
		cmocka_unit_test(sheets_come_back),
		cmocka_unit_test(parts_are_linked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
