/* The one grammar of all commands. */
#include "base/opt.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/utf.h"

struct typed {
	const char	*name, *value;
};

enum { OPT_LANG = 256, OPT_DATE, OPT_COLOR, OPT_TABLE, OPT_CSV, OPT_JSON,
    OPT_OWN };

static const struct opt shared[] = {
	{ 'C', "project", N_("DIR"), N_("the team's folder (else upwards from here, or $CPM_PROJECT)") },
	{ 'o', "output", N_("FILE"), N_("write there instead of standard output") },
	{ 'n', "dry-run", NULL, N_("say what would be done, change nothing") },
	{ 'q', "quiet", NULL, N_("leave out notes; faults are still said") },
	{ OPT_DATE, "date", N_("DATE"), N_("take this day as today (YYYY-MM-DD)") },
	{ OPT_LANG, "lang", N_("LL"), N_("language of what is said: en, fr") },
	{ OPT_COLOR, "color", N_("WHEN"), N_("auto, always or never") },
	{ OPT_TABLE, "table", NULL, N_("a listing as an aligned table (at a terminal)") },
	{ OPT_CSV, "csv", NULL, N_("a listing as CSV (in a pipe or file)") },
	{ OPT_JSON, "json", NULL, N_("a listing as JSON, one object a line") },
	{ 'h', "help", NULL, N_("show this help") },
	{ 'V', "version", NULL, N_("show the version") },
	{ 0, NULL, NULL, NULL }
};

static int	color;		/* of the command that runs */

int
opt_color(void)
{
	return color;
}

static int
verb_count(const struct program *p)
{
	int	n = 0;

	while (p->verbs[n].run != NULL)
		n++;
	return n;
}

static void
print_opts(const struct opt *o)
{
	char	left[128];
	int	width;

	for (; o != NULL && o->name != NULL; o++) {
		if (o->letter > 0 && o->letter < 256)
			snprintf(left, sizeof(left), "-%c, --%s%s%s", o->letter,
			    o->name, o->arg != NULL ? " " : "",
			    o->arg != NULL ? _(o->arg) : "");
		else
			snprintf(left, sizeof(left), "    --%s%s%s", o->name,
			    o->arg != NULL ? " " : "",
			    o->arg != NULL ? _(o->arg) : "");
		width = utf_width(left);
		if (width > 28)
			printf("  %s\n%32s%s\n", left, "", _(o->what));
		else
			printf("  %s%*s%s\n", left, 30 - width, "",
			    _(o->what));
	}
}

static void
help(const struct program *p, const struct verb *v)
{
	const struct verb	*w;

	if (v == NULL) {
		printf("%s: %s\n\n", p->name, _(p->what));
		printf(_("Usage: %s [-C DIR] VERB [options] [operands]\n\n"),
		    p->name);
	} else {
		printf("%s%s%s: %s\n\n", p->name, v->name != NULL ? " " : "",
		    v->name != NULL ? v->name : "", _(v->what));
		printf(_("Usage: %s"), p->name);
		if (v->name != NULL)
			printf(" %s", v->name);
		printf(" %s%s%s\n\n", _("[options]"), v->operands != NULL ?
		    " " : "", v->operands != NULL ? _(v->operands) : "");
	}
	if (p->examples != NULL && (v == NULL || v->name == NULL)) {
		printf(_("Examples:\n%s\n"), p->examples);
		if (p->examples[strlen(p->examples) - 1] != '\n')
			putchar('\n');
	}
	if (v == NULL) {
		puts(_("Verbs:"));
		for (w = p->verbs; w->run != NULL; w++)
			printf("  %-12s %s\n", w->name, _(w->what));
		printf(_("\nEach verb: %s VERB --help\n\n"), p->name);
	}
	puts(_("Options:"));
	if (v != NULL)
		print_opts(v->opts);
	print_opts(shared);
	printf(_("\nExit status: 0 done; 1 the data is wrong, or there is "
	    "something to report where that was asked;\n2 misuse, or the "
	    "system failed.  Manual: man %s\n"), p->name);
}

static void
version(const struct program *p)
{
	printf("%s (cpm-toolkit) %s\n", p->name, CPM_VERSION);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
opt_misuse(const struct cmd *c, const char *fmt, ...)
{
	va_list	 ap;
	char	*text;

	va_start(ap, fmt);
	if (vasprintf(&text, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	msg_trouble("%s", text);
	free(text);
	if (c->verb != NULL && c->verb->name != NULL)
		msg_hint(N_("try '%s %s --help'"), c->program->name,
		    c->verb->name);
	else
		msg_hint(N_("try '%s --help'"), c->program->name);
}
#pragma GCC diagnostic pop

/* What somebody meant who typed `name` for a verb, or NULL. */
static const char *
meant(const struct program *p, const char *name)
{
	const struct meant	*m;
	char			*plain = utf_plain(name);

	for (m = p->meant; m != NULL && m->typed != NULL; m++)
		if (strcmp(m->typed, plain) == 0)
			break;
	free(plain);
	return m != NULL ? m->verb : NULL;
}

static const struct verb *
find_verb(struct cmd *c, const char *name)
{
	const struct verb	*v;
	const char		**names;
	const char		*near;
	int			 n = verb_count(c->program), i;

	for (v = c->program->verbs; v->run != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v;
	names = mem_calloc((size_t)n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = c->program->verbs[i].name;
	if ((near = meant(c->program, name)) == NULL)
		near = msg_nearest(name, names);
	msg_trouble(N_("no such verb: '%s'"), name);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	else
		msg_hint(N_("try '%s --help'"), c->program->name);
	free(names);
	return NULL;
}

static void
unknown_option(struct cmd *c, const struct option *all, const char *typed)
{
	const char	**names, *near;
	char		*word;
	size_t		 n = 0, i;

	if (strncmp(typed, "--", 2) != 0) {
		opt_misuse(c, N_("no such option: '%s'"), typed);
		return;
	}
	word = mem_strndup(typed + 2, strcspn(typed + 2, "="));
	while (all[n].name != NULL)
		n++;
	names = mem_calloc(n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = all[i].name;
	near = msg_nearest(word, names);
	if (near != NULL) {
		msg_trouble(N_("no such option: '--%s'"), word);
		msg_hint(N_("did you mean '--%s'?"), near);
	} else
		opt_misuse(c, N_("no such option: '--%s'"), word);
	free(names);
	free(word);
}

static int
set_color(struct cmd *c, const char *when)
{
	const char	*no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (strcmp(when, "always") == 0)
		c->color = 1;
	else if (strcmp(when, "never") == 0)
		c->color = 0;
	else if (strcmp(when, "auto") == 0)
		c->color = isatty(STDOUT_FILENO) &&
		    (no == NULL || *no == '\0') &&
		    (term == NULL || strcmp(term, "dumb") != 0);
	else {
		opt_misuse(c, N_("--color takes auto, always or never, not '%s'"),
		    when);
		return -1;
	}
	return 0;
}

/* One of the shared options; 1: end well now, -1: misuse, 0: go on. */
static int
take_shared(struct cmd *c, int ch)
{
	switch (ch) {
	case 'h':
		help(c->program, c->verb);
		return 1;
	case 'V':
		version(c->program);
		return 1;
	case 'C':
		c->project = optarg;
		return 0;
	case 'o':
		c->out = optarg;
		return 0;
	case 'q':
		c->quiet = 1;
		msg_quiet(1);
		return 0;
	case 'n':
		c->dry = 1;
		return 0;
	case OPT_LANG:
		if (!lang_known(optarg)) {
			opt_misuse(c, N_("no such language here: '%s'"),
			    optarg);
			return -1;
		}
		c->lang = optarg;
		lang_use(optarg);
		return 0;
	case OPT_DATE:
		if (date_parse(optarg, &c->today) != 0) {
			opt_misuse(c, date_wrong(optarg, 0), "--date", optarg);
			return -1;
		}
		c->date_given = 1;
		return 0;
	case OPT_COLOR:
		return set_color(c, optarg);
	case OPT_TABLE:
		c->form = FORM_TABLE;
		return 0;
	case OPT_CSV:
		c->form = FORM_CSV;
		return 0;
	case OPT_JSON:
		c->form = FORM_JSON;
		return 0;
	default:
		return -1;
	}
}

/*
 * Run getopt over argv[from…] with the shared options and those of the verb.
 * `stop` ends at the first operand.  Returns as take_shared.
 */
static int
scan(struct cmd *c, int argc, char **argv, int stop)
{
	const struct opt	*own = c->verb != NULL ? c->verb->opts : NULL, *o;
	struct option		*all;
	struct str		 letters;
	size_t			 n = 0, i;
	int			 ch, rc = 0, given;

	for (o = own; o != NULL && o->name != NULL; o++)
		n++;
	all = mem_calloc(n + sizeof(shared) / sizeof(*shared) + 1, sizeof(*all));
	str_init(&letters);
	str_add(&letters, stop ? "+:" : ":");
	n = 0;
	for (o = shared; o->name != NULL; o++, n++) {
		all[n].name = o->name;
		all[n].has_arg = o->arg != NULL;
		all[n].val = o->letter;
		if (o->letter < 256)
			str_printf(&letters, "%c%s", o->letter,
			    o->arg != NULL ? ":" : "");
	}
	for (o = own; o != NULL && o->name != NULL; o++, n++) {
		all[n].name = o->name;
		all[n].has_arg = o->arg != NULL;
		all[n].val = OPT_OWN + (int)(o - own);
		if (o->letter != 0)
			str_printf(&letters, "%c%s", o->letter,
			    o->arg != NULL ? ":" : "");
	}
	opterr = 0;
	optind = 0;
	while (rc == 0) {
		given = optind == 0 ? 1 : optind;
		ch = getopt_long(argc, argv, letters.s, all, NULL);
		if (ch == -1)
			break;
		if (ch == '?') {
			unknown_option(c, all, optopt != 0 && optopt < 256 &&
			    strncmp(argv[optind - 1], "--", 2) != 0 ?
			    (char[]){ '-', (char)optopt, 0 } : argv[optind - 1]);
			rc = -1;
			break;
		}
		if (ch == ':') {
			opt_misuse(c, N_("option '%s' needs a value"),
			    argv[optind - 1]);
			rc = -1;
			break;
		}
		(void)given;
		o = NULL;
		if (ch >= OPT_OWN)
			o = own + (ch - OPT_OWN);
		else if (own != NULL)
			for (i = 0; own[i].name != NULL; i++)
				if (own[i].letter == ch)
					o = own + i;
		if (o == NULL) {
			rc = take_shared(c, ch);
			continue;
		}
		c->typed = mem_realloc(c->typed, c->ntyped + 1,
		    sizeof(*c->typed));
		c->typed[c->ntyped].name = o->name;
		c->typed[c->ntyped++].value = o->arg != NULL ? optarg : "";
	}
	free(all);
	str_free(&letters);
	return rc;
}

/* "help [VERB]", in the language that --lang may ask for behind it. */
static void
run_help(struct cmd *c, int argc, char **argv)
{
	if (scan(c, argc, argv, 0) != 0)
		return;
	if (optind < argc &&
	    (c->verb = find_verb(c, argv[optind])) == NULL)
		return;
	help(c->program, c->verb);
}

/*
 * A title, a text or words of one, typed without quotes: whoever has no habit
 * of the shell is told how they stay together.
 */
static void
hint_quotes(struct cmd *c)
{
	static const char *const	names[] = { "TITLE", "TEXT", "SUMMARY",
	    "LABEL", "ACTION", "CHANGE", "LESSON" };
	const char			*ops = c->verb->operands, *last;
	size_t				 i, n;
	int				 k, words = 0;

	if (ops == NULL || c->verb->max < 1)
		return;
	last = strrchr(ops, ' ');
	last = last != NULL ? last + 1 : ops;
	last += strspn(last, "[");
	n = strcspn(last, "|]");
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		words |= strlen(names[i]) == n &&
		    strncmp(names[i], last, n) == 0;
	for (k = c->verb->max - 1; k < c->argc; k++)
		words &= strpbrk(c->argv[k], " /") == NULL;
	if (words)
		msg_hint(N_("words that belong together stand between quotes: "
		    "\"%s\""), opt_joined(c, c->verb->max - 1));
}

static void
run(struct cmd *c, int argc, char **argv)
{
	const struct program	*p = c->program;
	int			 rc, first;

	if (p->verbs[0].name == NULL) {
		c->verb = &p->verbs[0];
		rc = scan(c, argc, argv, 0);
		first = optind;
	} else {
		rc = scan(c, argc, argv, 1);
		if (rc != 0)
			return;
		if (optind >= argc) {
			opt_misuse(c, N_("which verb?"));
			return;
		}
		if (strcmp(argv[optind], "help") == 0) {
			run_help(c, argc - optind, argv + optind);
			return;
		}
		if ((c->verb = find_verb(c, argv[optind])) == NULL)
			return;
		/* The verb stands where getopt expects the program's name. */
		argc -= optind;
		argv += optind;
		rc = scan(c, argc, argv, 0);
		first = optind;
	}
	if (rc != 0)
		return;
	c->argc = argc - first;
	c->argv = argv + first;
	if (c->argc < c->verb->min) {
		if (c->verb->operands != NULL)
			opt_misuse(c, N_("something is missing: %s"),
			    _(c->verb->operands));
		else
			opt_misuse(c, N_("something is missing"));
		return;
	}
	if (c->verb->max >= 0 && c->argc > c->verb->max) {
		opt_misuse(c, N_("one word too many: '%s'"),
		    c->argv[c->verb->max]);
		hint_quotes(c);
		return;
	}
	if (!c->date_given && date_today(&c->today) != 0) {
		opt_misuse(c, N_("SOURCE_DATE_EPOCH is not a number of seconds"));
		return;
	}
	color = c->color;
	c->verb->run(c);
}

/*
 * Where a standard stream is closed, the next file that is opened would take
 * its number, and messages would be written into it.  What stands there now
 * fails as a closed one does.
 */
static void
hold_streams(void)
{
	int	fd;

	for (fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

int
opt_main(int argc, char **argv, const struct program *p)
{
	struct cmd	c;

	memset(&c, 0, sizeof(c));
	arena_init(&c.kept);
	hold_streams();
	lang_init();
	msg_init(p->name);
	c.program = p;
	set_color(&c, "auto");
	if (argc < 1) {
		arena_free(&c.kept);
		return MSG_TROUBLE;
	}
	run(&c, argc, argv);
	free(c.typed);
	arena_free(&c.kept);
	return msg_finish();
}

const char *
opt_get(const struct cmd *c, const char *name)
{
	size_t	i;

	for (i = c->ntyped; i-- > 0;)
		if (strcmp(c->typed[i].name, name) == 0)
			return c->typed[i].value;
	return NULL;
}

int
opt_has(const struct cmd *c, const char *name)
{
	return opt_get(c, name) != NULL;
}

const char *
opt_nth(const struct cmd *c, const char *name, size_t i)
{
	size_t	k;

	for (k = 0; k < c->ntyped; k++)
		if (strcmp(c->typed[k].name, name) == 0 && i-- == 0)
			return c->typed[k].value;
	return NULL;
}

char *
opt_joined(struct cmd *c, int i)
{
	struct str	s;
	char		*all;

	str_init(&s);
	for (; i < c->argc; i++)
		str_printf(&s, "%s%s", s.len > 0 ? " " : "", c->argv[i]);
	all = arena_str(&c->kept, s.s);
	str_free(&s);
	return all;
}
