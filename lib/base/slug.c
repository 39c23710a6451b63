/* Identifiers and digests. */
#include "base/slug.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include "base/mem.h"
#include "base/utf.h"

/* 32 characters that are not taken for one another: no i, l, o, u. */
static const char	base32[] = "0123456789abcdefghjkmnpqrstvwxyz";

static void
sha256(const void *bytes, size_t n, uint8_t out[SHA256_DIGEST_SIZE])
{
	struct sha256_ctx	ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, n, bytes);
	sha256_digest(&ctx, SHA256_DIGEST_SIZE, out);
}

static const char *
hex(char *buf, const uint8_t sum[SHA256_DIGEST_SIZE])
{
	int	i;

	for (i = 0; i < SHA256_DIGEST_SIZE; i++)
		snprintf(buf + 2 * i, 3, "%02x", sum[i]);
	return buf;
}

const char *
slug_digest(char *buf, const void *bytes, size_t n)
{
	uint8_t	sum[SHA256_DIGEST_SIZE];

	sha256(bytes, n, sum);
	return hex(buf, sum);
}

struct digest {
	struct sha256_ctx	ctx;
};

struct digest *
digest_begin(void)
{
	struct digest	*d = mem_alloc(sizeof(*d));

	sha256_init(&d->ctx);
	return d;
}

void
digest_add(struct digest *d, const void *bytes, size_t n)
{
	sha256_update(&d->ctx, n, bytes);
}

const char *
digest_end(struct digest *d, char *buf)
{
	uint8_t	sum[SHA256_DIGEST_SIZE];

	sha256_digest(&d->ctx, SHA256_DIGEST_SIZE, sum);
	free(d);
	return hex(buf, sum);
}

/* "Monthly cash count, by two" -> "monthly-cash-count-by-two", cut at 40. */
static char *
slug(const char *title, const char *fallback)
{
	char		*plain = utf_plain(title), *p;
	struct str	 out;

	str_init(&out);
	for (p = plain; *p != '\0' && out.len < 40; p++) {
		if (isascii((unsigned char)*p) && isalnum((unsigned char)*p))
			str_addc(&out, *p);
		else if ((unsigned char)*p < 0x80 && out.len > 0 &&
		    out.s[out.len - 1] != '-')
			str_addc(&out, '-');
	}
	/* Cut at a word where the title goes on. */
	if (*p != '\0' && isalnum((unsigned char)*p)) {
		size_t	n = out.len;

		while (n > 12 && out.s[n - 1] != '-')
			n--;
		if (n > 12)
			out.len = n;
	}
	while (out.len > 0 && out.s[out.len - 1] == '-')
		out.len--;
	out.s[out.len] = '\0';
	free(plain);
	if (strspn(out.s, "0123456789-") == out.len) {
		str_reset(&out);
		str_add(&out, fallback);
	}
	return str_take(&out);
}

static void
four(char out[5], const char *entered)
{
	uint8_t	sum[SHA256_DIGEST_SIZE];
	int	i;

	sha256(entered, strlen(entered), sum);
	for (i = 0; i < 4; i++)
		out[i] = base32[sum[i] & 31];
	out[4] = '\0';
}

char *
slug_plain(const char *title, const char *fallback)
{
	return slug(title, fallback);
}

char *
slug_id(const char *title, const char *fallback, const char *entered)
{
	char	*s = slug(title, fallback), *id, tail[5];

	four(tail, entered);
	id = mem_printf("%s-%s", s, tail);
	free(s);
	return id;
}

char *
slug_day_id(const char *date, const char *word, const char *entered)
{
	char	*s = slug(word, "row"), *id, tail[5];

	four(tail, entered);
	id = mem_printf("%s-%s-%s", date, s, tail);
	free(s);
	return id;
}

int
slug_ok(const char *s)
{
	size_t	n = strlen(s);

	return n >= 1 && n <= SLUG_MAX && isascii((unsigned char)*s) &&
	    isalnum((unsigned char)*s) && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789_-") == n;
}

/*
 * A weighted sum modulo 31: finds a wrong character (but for 0 and z) and a
 * swap of two neighbours.
 */
static char
check_char(const char *code, int n)
{
	unsigned	sum = 0;
	int		i;

	for (i = 0; i < n; i++) {
		const char	*at = strchr(base32, code[i]);

		sum += (unsigned)(i + 2) *
		    (unsigned)(at != NULL && code[i] != '\0' ? at - base32 : 0);
	}
	return base32[sum % 31];
}

const char *
slug_code(char *buf, int n, const void *key, size_t key_n, const char *text)
{
	struct hmac_sha256_ctx	ctx;
	uint8_t			sum[SHA256_DIGEST_SIZE];
	int			i;

	hmac_sha256_set_key(&ctx, key_n, key);
	hmac_sha256_update(&ctx, strlen(text), (const uint8_t *)text);
	hmac_sha256_digest(&ctx, SHA256_DIGEST_SIZE, sum);
	for (i = 0; i < n - 1; i++)
		buf[i] = base32[sum[i] & 31];
	buf[n - 1] = check_char(buf, n - 1);
	buf[n] = '\0';
	return buf;
}

int
slug_code_ok(const char *code, int n)
{
	return (int)strlen(code) == n &&
	    (int)strspn(code, base32) == n &&
	    check_char(code, n - 1) == code[n - 1];
}

int
slug_code_key(const char *code, uint64_t *key)
{
	const int	n = 12;
	uint64_t	v = 0;
	int		i;

	if (!slug_code_ok(code, n))
		return -1;
	for (i = 0; i < n - 1; i++)
		v = v << 5 | (uint64_t)(strchr(base32, code[i]) - base32);
	*key = v;
	return 0;
}

void
slug_random(void *buf, size_t n)
{
	if (getrandom(buf, n, 0) != (ssize_t)n) {
		fputs("cpm: no random bytes from the system\n", stderr);
		_Exit(2);
	}
}
