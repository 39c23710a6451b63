/* The packs are whole in both languages, and hold together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/share.h"
#include "model/framework.h"
#include "model/pack.h"

static const char *const	packs[] = { "boost", "boost-short",
			    "accompaniment" };
static const char *const	langs[] = { "en", "fr" };

#define NPACKS	(sizeof(packs) / sizeof(packs[0]))

static void
test_packs_load_without_a_word(void **state)
{
	struct pack	pk;
	size_t		i, l;

	(void)state;
	for (i = 0; i < NPACKS; i++)
		for (l = 0; l < 2; l++) {
			assert_int_equal(pack_open(&pk, packs[i], langs[l]),
			    0);
			assert_string_equal(pk.lang, langs[l]);
			assert_int_equal(strlen(pk.langs), 5);
			pack_close(&pk);
		}
	assert_int_equal(msg_status(), MSG_OK);
}

static void
test_the_framework_is_whole(void **state)
{
	static const size_t	ndims[] = { 8, 8, 1 }, ncrit[] = { 30, 8, 4 },
				least[] = { 3, 1, 4 }, groups[] = { 5, 5, 0 };
	struct pack		pk;
	const struct dimension	*d;
	size_t			i, k;
	int			v;

	(void)state;
	for (i = 0; i < NPACKS; i++) {
		assert_int_equal(pack_open(&pk, packs[i], "fr"), 0);
		assert_int_equal(pk.f.ndims, ndims[i]);
		assert_int_equal(pk.f.ncrit, ncrit[i]);
		assert_int_equal(pk.f.general.n, 5);
		assert_int_equal(pk.f.general.step, FIXED_ONE);
		assert_true(*pk.f.na != '\0' && *pk.f.dk != '\0');
		assert_true(pk.f.ngroups >= groups[i]);
		for (k = 0; k < pk.f.ndims; k++) {
			d = &pk.f.dims[k];
			assert_true(d->n >= least[i]);
			assert_ptr_equal(d->scale, &pk.f.general);
			assert_non_null(d->text);
			for (v = 0; v < 5; v++)
				assert_true(*d->text[v] != '\0');
		}
		pack_close(&pk);
	}
}

/* Every label, in each language, is there and is its own. */
static void
check_labels(struct project *p, const char *name, const char *family)
{
	struct table	*t = project_table(p, name);
	const char	*en, *fr;
	size_t		 i;
	int		 found;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		/* Descriptors of a dimension have a text and no label. */
		if (strcmp(name, "scale") == 0 &&
		    strcmp(family, "label") == 0 &&
		    !cell_is(t, i, "dimension", ""))
			continue;
		en = cell_label(t, i, family, "en", &found);
		assert_true(found && *en != '\0');
		fr = cell_label(t, i, family, "fr", &found);
		assert_true(found && *fr != '\0');
		/* "Governance" is no "Gouvernance": nothing is left over. */
		assert_string_not_equal(en, fr);
	}
	assert_true(table_count(t) > 0);
}

static void
test_both_languages_are_whole(void **state)
{
	struct pack	pk;
	size_t		i;

	(void)state;
	for (i = 0; i < NPACKS; i++) {
		assert_int_equal(pack_open(&pk, packs[i], "en"), 0);
		check_labels(pk.p, "dimensions", "label");
		check_labels(pk.p, "criteria", "label");
		check_labels(pk.p, "scale", "label");
		check_labels(pk.p, "scale", "text");
		/* One that adds to a framework has no groups of its own. */
		if (i < 2)
			check_labels(pk.p, "groups", "label");
		if (i != 1)
			check_labels(pk.p, "criteria", "hint");
		pack_close(&pk);
	}
}

/* A programme puts teams of both packs side by side. */
static void
test_packs_share_their_threads(void **state)
{
	struct pack	a, b;
	size_t		k;

	(void)state;
	assert_int_equal(pack_open(&a, packs[0], "en"), 0);
	assert_int_equal(pack_open(&b, packs[1], "en"), 0);
	for (k = 0; k < a.f.ndims; k++) {
		assert_string_equal(a.f.dims[k].id, b.f.dims[k].id);
		assert_string_equal(a.f.dims[k].label, b.f.dims[k].label);
		assert_string_equal(
		    cell(project_table(a.p, "dimensions"), k, "common"),
		    cell(project_table(b.p, "dimensions"), k, "common"));
		/* The short pack's criteria are none of the long one's. */
		assert_int_equal(framework_crit(&a.f, b.f.crit[k].id),
		    a.f.ncrit);
	}
	pack_close(&a);
	pack_close(&b);
}

/* A peer group does not rate itself: it needs no framework. */
static void
test_a_peer_group_has_no_framework(void **state)
{
	struct pack	pk;
	size_t		l;

	(void)state;
	for (l = 0; l < 2; l++) {
		assert_int_equal(pack_open(&pk, "codev", langs[l]), 0);
		assert_int_equal(pk.f.ncrit, 0);
		assert_string_equal(pk.lang, langs[l]);
		assert_string_equal(project_get(pk.p, "kind"), "codev");
		pack_close(&pk);
	}
	assert_int_equal(msg_status(), MSG_OK);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_packs_load_without_a_word),
		cmocka_unit_test(test_the_framework_is_whole),
		cmocka_unit_test(test_both_languages_are_whole),
		cmocka_unit_test(test_packs_share_their_threads),
		cmocka_unit_test(test_a_peer_group_has_no_framework),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
