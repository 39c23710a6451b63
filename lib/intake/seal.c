/* A private file under the lock of gpg or age. */
#include "intake/seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/msg.h"
#include "base/run.h"
#include "intake/import.h"
#include "table/reader.h"

extern char	**environ;

static int
is_age(const char *recipient)
{
	return strncmp(recipient, "age1", 4) == 0 ||
	    strncmp(recipient, "ssh-", 4) == 0;
}

int
seal_one_tool(const char *const *to)
{
	size_t	i;

	for (i = 0; to[i] != NULL; i++)
		if (is_age(to[i]) != is_age(to[0]))
			return 0;
	return 1;
}

/*
 * Our environment, with the terminal at which gpg may ask: its own standard
 * input is a pipe, so that it cannot find it there.
 */
static char **
with_terminal(char **made)
{
	const char	*tty = ttyname(STDERR_FILENO);
	char		**env;
	size_t		  n = 0;

	*made = NULL;
	if (getenv("GPG_TTY") != NULL || tty == NULL)
		return NULL;
	while (environ[n] != NULL)
		n++;
	env = mem_calloc(n + 2, sizeof(*env));
	memcpy(env, environ, n * sizeof(*env));
	env[n] = *made = mem_printf("GPG_TTY=%s", tty);
	return env;
}

/* Run it over bytes; 0, or -1 (said). */
static int
pass(struct str *out, const char *bytes, size_t n, const char *const *argv)
{
	char	*made, **env = with_terminal(&made);
	int	 rc = run_tool(&(struct run){ .argv = argv, .env = env,
		    .in = bytes, .n = n, .out = out, .talks = 1,
		    .most = READER_FILE_MAX });

	free(env);
	free(made);
	if (rc == 0 && out->len > 0)
		return 0;
	if (rc == RUN_ABSENT) {
		msg_trouble(N_("%s is not on this computer"), argv[0]);
		msg_hint(N_("in Debian its package is '%s'"),
		    strcmp(argv[0], "gpg") == 0 ? "gnupg" : argv[0]);
	} else if (rc == RUN_KILLED)
		msg_trouble(N_("%s was stopped; nothing was changed"),
		    argv[0]);
	else if (rc != RUN_FAILED)
		msg_trouble(N_("%s did not do it (its status is %d); nothing "
		    "was changed"), argv[0], rc);
	seal_wipe(out);
	return -1;
}

int
seal(struct str *out, const char *bytes, size_t n, const char *const *to)
{
	const char	**argv;
	size_t		  k = 0, i, many = 0;
	int		  rc, age = to != NULL && is_age(to[0]);

	while (to != NULL && to[many] != NULL)
		many++;
	argv = mem_calloc(2 * many + 8, sizeof(*argv));
	argv[k++] = age ? "age" : "gpg";
	if (!age) {
		argv[k++] = "--quiet";
		argv[k++] = "--no-symkey-cache";
	}
	argv[k++] = "--armor";
	if (to == NULL)
		argv[k++] = "--symmetric";
	else if (!age)
		argv[k++] = "--encrypt";
	for (i = 0; i < many; i++) {
		argv[k++] = "-r";
		argv[k++] = to[i];
	}
	rc = pass(out, bytes, n, argv);
	free(argv);
	return rc;
}

static int
begins(const char *bytes, size_t n, const char *with)
{
	return n >= strlen(with) && memcmp(bytes, with, strlen(with)) == 0;
}

enum sealed
seal_kind(const char *bytes, size_t n)
{
	unsigned char	tag;

	while (n > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0')
		bytes++, n--;
	if (begins(bytes, n, "age-encryption.org/") ||
	    begins(bytes, n, "-----BEGIN AGE ENCRYPTED FILE-----"))
		return SEALED_AGE;
	if (begins(bytes, n, "-----BEGIN PGP MESSAGE-----"))
		return SEALED_PGP;
	if (n == 0)
		return SEALED_NOT;
	/* RFC 4880, 4.2: a session key, locked by a key (1), a word (3). */
	tag = (unsigned char)*bytes;
	if ((tag & 0xc0) == 0x80)
		tag = (tag >> 2) & 0x0f;
	else if ((tag & 0xc0) == 0xc0)
		tag &= 0x3f;
	else
		return SEALED_NOT;
	return tag == 1 || tag == 3 ? SEALED_PGP : SEALED_NOT;
}

int
unseal(struct str *out, const char *bytes, size_t n, const char *identity,
    const char *shown)
{
	const char	*gpg[] = { "gpg", "--quiet", "--no-symkey-cache",
			    "--decrypt", NULL };
	const char	*age[] = { "age", "--decrypt", identity != NULL ?
			    "-i" : NULL, identity, NULL };
	int		 is = seal_kind(bytes, n) == SEALED_AGE;

	if (pass(out, bytes, n, is ? age : gpg) == 0)
		return 0;
	msg_hint(is && identity == NULL ? N_("%s is locked by age: --identity "
	    "FILE names the file of your key") : N_("%s is locked: whoever "
	    "made it knows for whom, or the passphrase"), shown);
	return -1;
}

int
seal_read(struct str *out, const char *path)
{
	char	 buf[65536];
	FILE	*fp;
	size_t	 n;
	int	 rc = 0;

	if (strcmp(path, "-") == 0)
		return import_slurp(out);
	if ((fp = fopen(path, "re")) == NULL) {
		msg_errno("%s", path);
		return -1;
	}
	while ((n = fread(buf, 1, sizeof(buf), fp)) > 0 &&
	    out->len <= READER_FILE_MAX)
		str_addn(out, buf, n);
	explicit_bzero(buf, sizeof(buf));
	if (ferror(fp)) {
		msg_errno("%s", path);
		rc = -1;
	} else if (out->len > READER_FILE_MAX) {
		msg_trouble(N_("%s: larger than 1 GiB"), path);
		rc = -1;
	}
	fclose(fp);
	return rc;
}

void
seal_wipe(struct str *s)
{
	explicit_bzero(s->s, s->len);
	str_reset(s);
}
