/*
 * Say what went wrong and where, on standard error, and remember the worst
 * for the exit status: 0 done, 1 the data is wrong, 2 misuse or the system
 * failed.  A format is a message id marked with N_(); it is translated here.
 * Lower case, no full stop.  Control and direction characters of whatever is
 * quoted print as '?'.
 *
 *	cpm-assess: responses.csv:12: column 'score': not a number: 'abc'
 */
#ifndef CPM_MSG_H
#define CPM_MSG_H

#include <stddef.h>

#include "base/lang.h"

enum { MSG_OK, MSG_DATA, MSG_TROUBLE };

/* Where in a file: NULL, 0 and NULL leave a part out. */
struct place {
	const char	*file;		/* as the user knows it */
	long		 line;
	long		 byte;		/* column in bytes, from 1; or 0 */
	const char	*column;	/* header of the cell */
};

void	msg_init(const char *prog);	/* argv[0]; the last part is kept */
void	msg_quiet(int quiet);		/* notes are left out */
/*
 * Say and count nothing, for a reading that comes twice; troubles of the
 * system are said all the same, and what helps against them.
 */
void	msg_hush(int hush);
const char	*msg_prog(void);

/* The data is wrong: status 1. */
void	msg_fault(const struct place *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/*
 * The same for a count; `one` and `many` both take n as first argument.  They
 * are plain strings: N_() would have each translated a second time, alone.
 */
void	msg_fault_n(const struct place *, unsigned long n, const char *one,
	    const char *many, ...);
/* Misuse, or the system failed: status 2. */
void	msg_trouble(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The same, followed by what errno says. */
void	msg_errno(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Worth a look; the status does not change. */
void	msg_warn(const struct place *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	msg_warn_n(const struct place *, unsigned long n, const char *one,
	    const char *many, ...);
/* A warning of what is allowed, and was seen by now.  Not with -q. */
void	msg_remark(const struct place *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* Talk: what was done.  Not with -q. */
void	msg_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	msg_note_at(const struct place *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* `one` or `many` (plain strings) as n asks; both take n first (%lu). */
void	msg_note_n(unsigned long n, const char *one, const char *many, ...);
/* A line "hint: …" under the message before it. */
void	msg_hint(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * A line that says what is under way, written over by the next one and gone
 * before any message; on a terminal only, not with -q, four times a second at
 * most: msg_work where msg_work_wanted says so.  NULL takes it away.
 */
int	msg_work_wanted(void);
void	msg_work(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The worst so far; and how many faults were said. */
int	msg_status(void);
unsigned long	msg_faults(void);
/* Raise the status without a word ("there is something to report"). */
void	msg_raise(int status);

/*
 * What was wrong has been put right by the person it was said to: the status
 * is 0 again, unless the system failed.
 */
void	msg_forgive(void);

/* Flush and check standard output; returns the exit status. */
int	msg_finish(void);

/*
 * A copy of n bytes of UTF-8 that is safe on a terminal and on one line: a
 * line end (a cell of a spreadsheet may hold one) or TAB becomes a blank,
 * other controls, broken bytes and direction marks '?'.  The caller frees it.
 */
char	*msg_clean(const char *s, size_t n);

/* Put an id into a list of them, "'a', 'b'" in the language's quotes. */
struct str;
void	msg_list(struct str *, const char *id);

/*
 * Of `names` (NULL-ended) the one nearest to `word` (Damerau-Levenshtein at
 * most 2, and at most half of the word), or NULL.
 */
const char	*msg_nearest(const char *word, const char *const *names);

/*
 * The same for ids made of words, "boite-a-plaintes-k3x9": each of their
 * words counts, and what begins with it as far as `word` is long.
 */
const char	*msg_nearest_id(const char *word, const char *const *ids);

#endif
