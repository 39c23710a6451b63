/* The keys of two computers, and codes that mean the same. */
#include "intake/kin.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

void
kin_begin(struct kin *k)
{
	memset(k, 0, sizeof(*k));
	arena_init(&k->arena);
	k->map = ids_new();
	k->forms = ids_new();
}

void
kin_free(struct kin *k)
{
	size_t	i;

	for (i = 0; i < k->nkeys; i++)
		explicit_bzero((char *)(uintptr_t)k->key[i],
		    strlen(k->key[i]));
	free(k->key);
	free(k->same);
	ids_free(k->map);
	ids_free(k->forms);
	arena_free(&k->arena);
}

int
kin_key(struct kin *k, const char *key)
{
	size_t	i;

	for (i = 0; i < k->nkeys; i++)
		if (strcmp(k->key[i], key) == 0)
			return 0;
	k->key = mem_grow(k->key, k->nkeys, &k->capkeys, sizeof(*k->key));
	k->key[k->nkeys++] = arena_str(&k->arena, key);
	return 1;
}

static int
stands(const struct ids *ids, const char *code)
{
	return ids_at(ids, code, 0) != 0;
}

/* Codes of one number under each key: those that are used are kin. */
static void
link_codes(struct kin *k, char (*code)[CODE_LEN + 1], const struct ids *ours,
    const struct ids *theirs)
{
	const char	*first = NULL;
	size_t		 i, used = 0;

	for (i = 0; i < k->nkeys; i++) {
		if (first == NULL && stands(ours, code[i]))
			first = code[i];
		used += stands(ours, code[i]) || stands(theirs, code[i]);
	}
	if (used < 2 || first == NULL)
		return;
	k->same = mem_grow(k->same, k->nsame, &k->capsame, sizeof(*k->same));
	k->same[k->nsame] = arena_str(&k->arena, first);
	for (i = 0; i < k->nkeys; i++)
		if (stands(ours, code[i]) || stands(theirs, code[i]))
			ids_add(k->map, arena_str(&k->arena, code[i]),
			    k->nsame);
	k->nsame++;
}

void
kin_round(struct kin *k, const char *round, const struct ids *ours,
    const struct ids *theirs)
{
	char		(*form)[CODE_LEN + 1], (*plain)[CODE_LEN + 1];
	struct key	 one = { .n = 0 };
	char		 number[16];
	size_t		 i;
	int		 n;

	if (k->nkeys < 2)
		return;
	form = mem_calloc(k->nkeys, sizeof(*form));
	plain = mem_calloc(k->nkeys, sizeof(*plain));
	for (n = 1; n <= KIN_NUMBERS; n++) {
		snprintf(number, sizeof(number), "%d", n);
		for (i = 0; i < k->nkeys; i++) {
			one.bytes = (unsigned char *)(uintptr_t)k->key[i];
			one.n = strlen(k->key[i]);
			code_of_form(form[i], &one, round, number);
			if (stands(ours, form[i]) || stands(theirs, form[i]))
				ids_add(k->forms, arena_str(&k->arena,
				    form[i]), 1);
			code_of_plain(plain[i], &one, round, number);
		}
		link_codes(k, form, ours, theirs);
		link_codes(k, plain, ours, theirs);
	}
	free(form);
	free(plain);
}

int
kin_form(const struct kin *k, const char *round, const char *code)
{
	struct key	one = { .n = 0 };
	char		number[16], buf[CODE_LEN + 1];
	size_t		i;
	int		n;

	for (i = 0; i < k->nkeys; i++) {
		one.bytes = (unsigned char *)(uintptr_t)k->key[i];
		one.n = strlen(k->key[i]);
		for (n = 1; n <= KIN_NUMBERS; n++) {
			snprintf(number, sizeof(number), "%d", n);
			if (strcmp(code_of_form(buf, &one, round, number),
			    code) == 0)
				return n;
		}
	}
	return 0;
}

const char *
kin_of(const struct kin *k, const char *code)
{
	size_t	at = ids_at(k->map, code, k->nsame);

	return at < k->nsame ? k->same[at] : code;
}

int
kin_is_form(const struct kin *k, const char *code)
{
	return stands(k->forms, code);
}
