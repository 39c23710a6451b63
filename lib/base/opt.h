/*
 * The one grammar of all commands: cpm-NAME [-C DIR] VERB [options]
 * [operands].  A program is a constant table of verbs, a verb a constant
 * table of options; help is printed from the tables, so it cannot drift.
 *
 * These mean the same everywhere and are not listed by a verb:
 *	-h --help  -V --version  -C --project DIR  -o --output FILE
 *	-q --quiet  --lang LL  --date DATE  --color WHEN  -n --dry-run
 *	--table --csv --json
 */
#ifndef CPM_OPT_H
#define CPM_OPT_H

#include <stddef.h>

#include "base/mem.h"

struct opt {
	int		 letter;	/* 0: long only */
	const char	*name;		/* without "--" */
	const char	*arg;		/* what it takes, or NULL: a flag */
	const char	*what;		/* N_() */
};

struct cmd;

struct verb {
	const char		*name;
	const char		*operands;	/* "ROUND [FILE...]", N_() or NULL */
	const char		*what;		/* one line, N_() */
	const struct opt	*opts;		/* ends with a NULL name; or NULL */
	int			 min, max;	/* how many operands; max -1: any */
	void			(*run)(struct cmd *);
};

/*
 * A word that people type in place of a verb, plain (utf_plain) in either
 * language, and what is to be typed instead; NULL ends the array.
 */
struct meant {
	const char		*typed, *verb;
};

/* `verbs` ends with a NULL run; a program without verbs has one, unnamed. */
struct program {
	const char		*name;
	const char		*what;		/* one line, N_() */
	const struct verb	*verbs;
	const char		*examples;	/* two runnable lines */
	const struct meant	*meant;		/* or NULL */
};

/* FORM_MD, a table in Markdown, is for verbs that offer --md. */
enum form { FORM_AUTO, FORM_TABLE, FORM_CSV, FORM_JSON, FORM_MD };

/* What was typed.  Strings point into argv. */
struct cmd {
	const struct program	*program;
	const struct verb	*verb;
	const char		*project;	/* -C, or NULL */
	const char		*out;		/* -o, NULL: standard output */
	const char		*lang;		/* --lang, or NULL */
	enum form		 form;
	int			 quiet, dry;
	int			 today;		/* see date.h */
	int			 date_given;	/* --date was typed */
	int			 color;		/* standard output shows colours */
	int			 argc;		/* operands */
	char			**argv;
	struct typed		*typed;		/* a verb's own options, in order */
	size_t			 ntyped;
	struct arena		 kept;		/* until the program ends */
};

/*
 * Parse, run the verb, flush and check standard output.  The return value is
 * the exit status for main().
 */
int	opt_main(int argc, char **argv, const struct program *);

/* The last value of a verb's option, NULL where it was not typed; a flag gives "". */
const char	*opt_get(const struct cmd *, const char *name);
int		 opt_has(const struct cmd *, const char *name);
/* All values in the order typed: the i-th, or NULL behind the last. */
const char	*opt_nth(const struct cmd *, const char *name, size_t i);

/*
 * Words typed without quotes, from the i-th operand on, as one.  They live
 * until the program ends.
 */
char		*opt_joined(struct cmd *c, int i);

/* Whether standard output shows colours: --color, NO_COLOR, a terminal. */
int	opt_color(void);

/* Misuse: the message (N_()), "Try '… --help'", status 2. */
void	opt_misuse(const struct cmd *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
