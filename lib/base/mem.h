/*
 * Allocation that cannot fail: out of memory is said once and ends the
 * program with status 2.  uthash and obstack are set up here, so that every
 * room that wants a map or an arena includes this header first.
 */
#ifndef CPM_MEM_H
#define CPM_MEM_H

#include <obstack.h>
#include <stdarg.h>
#include <stddef.h>

_Noreturn void	mem_out(void);

#define uthash_fatal(msg)	mem_out()
#define obstack_chunk_alloc	mem_alloc
#define obstack_chunk_free	free
#include <stdlib.h>
#include <uthash.h>

/* Each returned block belongs to the caller, who ends it with free(3). */
void	*mem_alloc(size_t size);
void	*mem_calloc(size_t n, size_t size);
void	*mem_realloc(void *p, size_t n, size_t size);	/* n * size is checked */
char	*mem_strdup(const char *s);
char	*mem_strndup(const char *s, size_t n);	/* n bytes at most */
char	*mem_printf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Make room in an array that holds n elements of size bytes for one more;
 * cap is updated.  Returns the (moved) array.
 */
void	*mem_grow(void *p, size_t n, size_t *cap, size_t size);

/*
 * An arena: strings and structs that live and end together.
 * arena_free ends all that was taken from it.
 */
struct arena {
	struct obstack	stack;
	int		begun;
};

void	 arena_init(struct arena *a);
void	 arena_free(struct arena *a);
void	*arena_alloc(struct arena *a, size_t size);	/* zeroed */
char	*arena_str(struct arena *a, const char *s);
char	*arena_strn(struct arena *a, const char *s, size_t n);
char	*arena_printf(struct arena *a, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* A string that grows.  str.s is never NULL after str_init and always ends. */
struct str {
	char	*s;
	size_t	 len, cap;
};

void	str_init(struct str *s);
void	str_free(struct str *s);
void	str_add(struct str *s, const char *text);
void	str_addn(struct str *s, const char *bytes, size_t n);
void	str_addc(struct str *s, char c);
void	str_printf(struct str *s, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	str_reset(struct str *s);
char	*str_take(struct str *s);		/* the caller's; s is empty again */

#endif
