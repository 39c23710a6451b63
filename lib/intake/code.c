/* The private key and the codes that it makes. */
#include "intake/code.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "model/answers.h"

void
code_copy(char *to, const char *from)
{
	size_t	n = strnlen(from, CODE_LEN);

	memcpy(to, from, n);
	to[n] = '\0';
}

/* The codes that stand in responses.csv and forgotten.csv. */
struct kept {
	struct keys	codes;
};

static void
keep(struct key *k, const char *code)
{
	uint64_t	key;

	if (slug_code_key(code, &key) == 0)
		keys_add(&k->kept->codes, key, 0);
}

static void
keep_all(struct key *k, struct project *p)
{
	const struct table	*t = project_private(p, "forgotten");
	struct answers		 a;
	char			 name[CODE_LEN + 1];
	const char		*s;
	size_t			 i;

	k->kept = mem_calloc(1, sizeof(*k->kept));
	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		keep(k, cell(t, i, "code"));
	answers_open(&a, p);
	while (answers_next(&a)) {
		if (a.fresh)
			keep(k, a.code);
		for (s = a.fresh ? answers_cell(&a, A_SOURCE) : "";
		    (s = code_names(s, name)) != NULL;)
			keep(k, name);
	}
	answers_close(&a);
	keys_sort(&k->kept->codes);
}

static int
is_kept(const struct key *k, const char *code)
{
	uint64_t	key;

	return k->kept != NULL && slug_code_key(code, &key) == 0 &&
	    keys_find(&k->kept->codes, key) < k->kept->codes.n;
}

/* One key from n bytes, blanks at the end left out; -1 (said): too short. */
static int
key_set(struct key *k, const char *file, const char *bytes, size_t n)
{
	while (n > 0 && strchr("\n\r ", bytes[n - 1]) != NULL)
		n--;
	if (n < CODE_KEY_MIN) {
		msg_fault(&(struct place){ file, 0, 0, NULL },
		    N_("the private key is too short: bring back the private "
		    "folder's own, or codes will not match"));
		return -1;
	}
	k->bytes = (unsigned char *)mem_strndup(bytes, n);
	k->n = n;
	return 0;
}

static int
load_more(struct key *k, struct project *p)
{
	char	*file = project_read_private(p, "keys", NULL), *rest = file;
	char	*line;
	int	 rc = 0;

	while (rc == 0 && rest != NULL &&
	    (line = strsep(&rest, "\n")) != NULL) {
		if (*line == '\0')
			continue;
		k->more = mem_realloc(k->more, k->nmore + 1, sizeof(*k->more));
		memset(&k->more[k->nmore], 0, sizeof(*k->more));
		rc = key_set(&k->more[k->nmore++], "keys", line,
		    strlen(line));
	}
	free(file);
	if (k->nmore > 0)
		keep_all(k, p);
	return rc;
}

int
key_load(struct key *k, struct project *p)
{
	unsigned char	 raw[32];
	char		*file, hex[2 * sizeof(raw) + 2];
	size_t		 n, i;
	int		 rc;

	memset(k, 0, sizeof(*k));
	file = project_read_private(p, "key", &n);
	if (file == NULL) {
		slug_random(raw, sizeof(raw));
		for (i = 0; i < sizeof(raw); i++)
			snprintf(hex + 2 * i, 3, "%02x", raw[i]);
		hex[2 * sizeof(raw)] = '\n';
		project_put_private(p, "key", hex, 2 * sizeof(raw) + 1);
		file = mem_strndup(hex, n = 2 * sizeof(raw) + 1);
	}
	rc = key_set(k, "key", file, n);
	explicit_bzero(file, n);
	free(file);
	if (rc == 0)
		rc = load_more(k, p);
	if (rc != 0)
		key_free(k);
	return rc;
}

static void
key_wipe(struct key *k)
{
	if (k->bytes != NULL)
		explicit_bzero(k->bytes, k->n);
	free(k->bytes);
	k->bytes = NULL;
	k->n = 0;
}

void
key_free(struct key *k)
{
	size_t	i;

	key_wipe(k);
	for (i = 0; i < k->nmore; i++)
		key_wipe(&k->more[i]);
	free(k->more);
	k->more = NULL;
	k->nmore = 0;
	if (k->kept != NULL)
		keys_free(&k->kept->codes);
	free(k->kept);
	k->kept = NULL;
}

struct key
key_alone(const struct key *k, size_t i)
{
	const struct key	*one = i == 0 ? k : &k->more[i - 1];

	return (struct key){ .bytes = one->bytes, .n = one->n };
}

const char *
code_of(char *buf, const struct key *k, const char *space, const char *name)
{
	char	*text = mem_printf("%s\n%s", space, name);
	char	 other[CODE_LEN + 1];
	size_t	 i;

	slug_code(buf, CODE_LEN, k->bytes, k->n, text);
	for (i = 0; i < k->nmore && !is_kept(k, buf); i++) {
		slug_code(other, CODE_LEN, k->more[i].bytes, k->more[i].n,
		    text);
		if (is_kept(k, other))
			code_copy(buf, other);
	}
	free(text);
	return buf;
}

const char *
code_of_plain(char *buf, const struct key *k, const char *round,
    const char *number)
{
	char	*text = mem_printf("%s\n%s", round, number);

	code_of(buf, k, "id", text);
	free(text);
	return buf;
}

/* A spreadsheet may show the number 12 as 12,00: it is the same one. */
static void
drop_zero_decimals(char *number)
{
	size_t	n = strspn(number, "0123456789");

	if (n > 0 && (number[n] == '.' || number[n] == ',') &&
	    number[n + 1] == '0' &&
	    strspn(number + n + 1, "0") == strlen(number + n + 1))
		number[n] = '\0';
}

const char *
code_of_form(char *buf, const struct key *k, const char *round,
    const char *number)
{
	char	*plain = utf_plain(number), *text, *p = plain;

	drop_zero_decimals(plain);
	/* "012" and "12" are one form. */
	while (*p == '0' && p[1] != '\0')
		p++;
	text = mem_printf("%s\n%s", round, p);
	code_of(buf, k, "form", text);
	free(text);
	free(plain);
	return buf;
}

const char *
code_sub(const char *source)
{
	const char	*colon = strchr(source, ':');

	return colon != NULL && strlen(colon + 1) == CODE_LEN ? colon + 1 :
	    NULL;
}

const char *
code_names(const char *source, char *buf)
{
	size_t	n;

	for (source += strcspn(source, ": ");; source += n) {
		source += strspn(source, ": ");
		n = strcspn(source, ": ");
		if (n == 0)
			return NULL;
		if (n == CODE_LEN) {
			memcpy(buf, source, n);
			buf[n] = '\0';
			return source + n;
		}
	}
}
