/* The private key and the codes that it makes. */
#include "intake/code.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"

void
code_copy(char *to, const char *from)
{
	size_t	n = strnlen(from, CODE_LEN);

	memcpy(to, from, n);
	to[n] = '\0';
}

int
key_load(struct key *k, struct project *p)
{
	unsigned char	 raw[32];
	char		*file, hex[2 * sizeof(raw) + 2];
	size_t		 n, i;

	k->bytes = NULL;
	k->n = 0;
	file = project_read_private(p, "key", &n);
	if (file == NULL) {
		slug_random(raw, sizeof(raw));
		for (i = 0; i < sizeof(raw); i++)
			snprintf(hex + 2 * i, 3, "%02x", raw[i]);
		hex[2 * sizeof(raw)] = '\n';
		project_put_private(p, "key", hex, 2 * sizeof(raw) + 1);
		file = mem_strndup(hex, n = 2 * sizeof(raw) + 1);
	}
	while (n > 0 && (file[n - 1] == '\n' || file[n - 1] == '\r' ||
	    file[n - 1] == ' '))
		n--;
	if (n < 16) {
		msg_fault(&(struct place){ "key", 0, 0, NULL },
		    N_("the private key is too short: bring back the private "
		    "folder's own, or codes will not match"));
		free(file);
		return -1;
	}
	k->bytes = (unsigned char *)file;
	k->n = n;
	return 0;
}

void
key_free(struct key *k)
{
	if (k->bytes != NULL)
		explicit_bzero(k->bytes, k->n);
	free(k->bytes);
	k->bytes = NULL;
}

const char *
code_of(char *buf, const struct key *k, const char *space, const char *name)
{
	char	*text = mem_printf("%s\n%s", space, name);

	slug_code(buf, CODE_LEN, k->bytes, k->n, text);
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
