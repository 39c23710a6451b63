/* Allocation that cannot fail. */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Nothing may allocate here, so the sentence is written as it stands, in
 * English, without the message room.
 */
void
mem_out(void)
{
	static const char text[] = "cpm: out of memory\n";

	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(2);
	_exit(2);
}

void *
mem_alloc(size_t size)
{
	void	*p = malloc(size != 0 ? size : 1);

	if (p == NULL)
		mem_out();
	return p;
}

void *
mem_calloc(size_t n, size_t size)
{
	void	*p = calloc(n != 0 ? n : 1, size != 0 ? size : 1);

	if (p == NULL)
		mem_out();
	return p;
}

void *
mem_realloc(void *p, size_t n, size_t size)
{
	p = reallocarray(p, n != 0 ? n : 1, size != 0 ? size : 1);
	if (p == NULL)
		mem_out();
	return p;
}

char *
mem_strdup(const char *s)
{
	return mem_strndup(s, strlen(s));
}

char *
mem_strndup(const char *s, size_t n)
{
	char	*p;

	n = strnlen(s, n);
	p = mem_alloc(n + 1);
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
mem_printf(const char *fmt, ...)
{
	va_list	 ap;
	char	*p;
	int	 n;

	va_start(ap, fmt);
	n = vasprintf(&p, fmt, ap);
	va_end(ap);
	if (n < 0)
		mem_out();
	return p;
}

void *
mem_grow(void *p, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return p;
	if (*cap > SIZE_MAX / 2)
		mem_out();
	*cap = *cap != 0 ? *cap * 2 : 16;
	return mem_realloc(p, *cap, size);
}

void
arena_init(struct arena *a)
{
	obstack_begin(&a->stack, 4000);
	obstack_alignment_mask(&a->stack) = 15;
	a->begun = 1;
}

void
arena_free(struct arena *a)
{
	if (!a->begun)
		return;
	obstack_free(&a->stack, NULL);
	a->begun = 0;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	void	*p;

	if (!a->begun)
		arena_init(a);
	p = obstack_alloc(&a->stack, size);
	return memset(p, 0, size);
}

char *
arena_strn(struct arena *a, const char *s, size_t n)
{
	if (!a->begun)
		arena_init(a);
	return obstack_copy0(&a->stack, s, n);
}

char *
arena_str(struct arena *a, const char *s)
{
	return arena_strn(a, s, strlen(s));
}

/*
 * Most texts are short: those are made in `buf`, which is quicker than to
 * allocate for each.  Gives buf, or what the caller frees.
 */
static char *
format(char *buf, size_t size, size_t *n, const char *fmt, va_list ap)
{
	va_list	 again;
	char	*p = buf;
	int	 len;

	va_copy(again, ap);
	len = vsnprintf(buf, size, fmt, ap);
	if (len >= 0 && (size_t)len >= size)
		len = vasprintf(&p, fmt, again);
	va_end(again);
	if (len < 0)
		mem_out();
	*n = (size_t)len;
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list	 ap;
	char	 buf[256], *p, *copy;
	size_t	 n;

	va_start(ap, fmt);
	p = format(buf, sizeof(buf), &n, fmt, ap);
	va_end(ap);
	copy = arena_strn(a, p, n);
	if (p != buf)
		free(p);
	return copy;
}

void
str_init(struct str *s)
{
	s->cap = 64;
	s->s = mem_alloc(s->cap);
	s->s[0] = '\0';
	s->len = 0;
}

void
str_free(struct str *s)
{
	free(s->s);
	s->s = NULL;
	s->len = s->cap = 0;
}

void
str_addn(struct str *s, const char *bytes, size_t n)
{
	if (s->s == NULL)
		str_init(s);
	if (n >= SIZE_MAX / 4)
		mem_out();
	if (s->len + n + 1 > s->cap) {
		while (s->len + n + 1 > s->cap)
			s->cap *= 2;
		s->s = mem_realloc(s->s, s->cap, 1);
	}
	if (n != 0)
		memcpy(s->s + s->len, bytes, n);
	s->len += n;
	s->s[s->len] = '\0';
}

void
str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void
str_addc(struct str *s, char c)
{
	str_addn(s, &c, 1);
}

void
str_printf(struct str *s, const char *fmt, ...)
{
	va_list	 ap;
	char	 buf[256], *p;
	size_t	 n;

	va_start(ap, fmt);
	p = format(buf, sizeof(buf), &n, fmt, ap);
	va_end(ap);
	str_addn(s, p, n);
	if (p != buf)
		free(p);
}

void
str_reset(struct str *s)
{
	if (s->s == NULL)
		str_init(s);
	s->len = 0;
	s->s[0] = '\0';
}

char *
str_take(struct str *s)
{
	char	*p;

	if (s->s == NULL)
		str_init(s);
	p = s->s;
	s->s = NULL;
	s->len = s->cap = 0;
	return p;
}
