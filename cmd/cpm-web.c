/* cpm-web: scores in, a spider-web chart out. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/opt.h"
#include "table/out.h"
#include "table/outs.h"
#include "view/weblinks.h"
#include "view/webread.h"

static const struct opt options[] = {
	{ 'f', "file", N_("FILE"), N_("read that file ('-': standard input)") },
	{ 0, "title", N_("TEXT"), N_("the chart's title") },
	{ 0, "dots", NULL, N_("a dot plot: a line for each axis") },
	{ 0, "multiples", NULL, N_("a small picture for each series") },
	{ 0, "blank", NULL, N_("an empty web to draw on by hand") },
	{ 0, "axes", N_("N"), N_("an empty web of so many axes, without a table") },
	{ 0, "paper", N_("SIZE"), N_("A4 or A3 (a blank web is A4 without this)") },
	{ 0, "links", NULL, N_("who moves with whom: columns from, to, strength") },
	{ 0, "chosen", N_("A,B,C"), N_("threads to mark among the links") },
	{ 0, "text", NULL, N_("lines of text instead of a picture") },
	{ 0, "decimals", N_("N"), N_("values said with so many at most, 0 to 4") },
	{ 0, "theme", N_("THEME"), N_("screen (without this), print or high-contrast") },
	{ 0, "sort", N_("ORDER"), N_("change: axes by what they gained, most first") },
	{ 0, "axis", N_("COL"), N_("the column that names the axes") },
	{ 0, "series", N_("COL"), N_("the column that names the series") },
	{ 0, "value", N_("COL"), N_("the column of the values") },
	{ 0, "low", N_("COL"), N_("the column of a value's low end") },
	{ 0, "high", N_("COL"), N_("the column of its high end") },
	{ 0, "people", N_("COL"), N_("the column of how many stand behind it") },
	{ 0, "target", N_("COL"), N_("the column of what is aimed at") },
	{ 0, "order", N_("COL"), N_("the column of numbers that order the axes") },
	{ 0, "wide", NULL, N_("a line is a series, or with --axis an axis") },
	{ 0, "split", N_("COL"), N_("a chart for each value of this column") },
	{ 0, "min", N_("N"), N_("the scale's lowest point") },
	{ 0, "max", N_("N"), N_("the scale's highest point") },
	{ 0, "step", N_("N"), N_("from one point of the scale to the next") },
	{ 0, NULL, NULL, NULL }
};

/* A number given as option; FIXED_NONE where it was not. */
static int
take_number(struct cmd *c, const char *name, fixed *v)
{
	const char	*s = opt_get(c, name);

	*v = FIXED_NONE;
	if (s == NULL || num_fixed(s, 0, v) == 0)
		return 0;
	opt_misuse(c, N_("--%s is not a number: '%s'"), name, s);
	return -1;
}

static int
take_scale(struct cmd *c, struct webread *how)
{
	if (take_number(c, "min", &how->min) != 0 ||
	    take_number(c, "max", &how->max) != 0 ||
	    take_number(c, "step", &how->step) != 0)
		return -1;
	if ((how->min == FIXED_NONE) != (how->max == FIXED_NONE)) {
		opt_misuse(c, N_("--min and --max go together"));
		return -1;
	}
	if (how->step != FIXED_NONE && how->step <= 0) {
		opt_misuse(c, N_("--step must be more than 0"));
		return -1;
	}
	if (how->min != FIXED_NONE && how->min >= how->max) {
		opt_misuse(c, N_("--min must be less than --max"));
		return -1;
	}
	if (!web_scale_ok(how->min == FIXED_NONE ? 0 : how->min,
	    how->min == FIXED_NONE ? FIXED_ONE : how->max,
	    how->step == FIXED_NONE ? 0 : how->step)) {
		opt_misuse(c, N_("a scale goes from -1000000000 to "
		    "1000000000 at most"));
		return -1;
	}
	return 0;
}

/* Whether who reads standard output is a terminal that draws UTF-8. */
static int
terminal_draws(const struct cmd *c)
{
	static const char *const	 names[] = { "LC_ALL", "LC_CTYPE",
	    "LANG" };
	const char			*s = NULL;
	size_t				 i;

	if ((c->out != NULL && strcmp(c->out, "-") != 0) ||
	    !isatty(STDOUT_FILENO))
		return 0;
	for (i = 0; i < 3 && (s == NULL || *s == '\0'); i++)
		s = getenv(names[i]);
	return s != NULL && (strcasestr(s, "utf-8") != NULL ||
	    strcasestr(s, "utf8") != NULL);
}

/* --theme; 0, or -1 (said). */
static int
take_theme(struct cmd *c, struct web *w)
{
	static const char *const	 names[] = { [WEB_SCREEN] = "screen",
	    [WEB_PRINT] = "print", [WEB_CONTRAST] = "high-contrast" };
	const char			*s = opt_get(c, "theme");
	int				 i;

	if (s == NULL)
		return 0;
	for (i = 0; i < 3; i++)
		if (strcmp(s, names[i]) == 0) {
			w->theme = (enum web_theme)i;
			return 0;
		}
	opt_misuse(c, N_("--theme takes screen, print or high-contrast, not "
	    "'%s'"), s);
	return -1;
}

/* --decimals; 0, or -1 (said). */
static int
take_decimals(struct cmd *c, struct web *w)
{
	const char	*s = opt_get(c, "decimals");
	int64_t		 n;

	if (s == NULL)
		return 0;
	if (num_int(s, 0, 4, &n) != 0) {
		opt_misuse(c, N_("--decimals takes a whole number from 0 to "
		    "4, not '%s'"), s);
		return -1;
	}
	w->decimals = (int)n;
	return 0;
}

/* --paper, and the size of a blank web; 0, or -1 (said). */
static int
take_paper(struct cmd *c, struct web *w)
{
	const char	*s = opt_get(c, "paper");

	w->paper = opt_has(c, "blank") ? WEB_A4 : WEB_SCREENFUL;
	if (s == NULL)
		return 0;
	if (strcasecmp(s, "A4") == 0)
		w->paper = WEB_A4;
	else if (strcasecmp(s, "A3") == 0)
		w->paper = WEB_A3;
	else {
		opt_misuse(c, N_("--paper takes A4 or A3, not '%s'"), s);
		return -1;
	}
	return 0;
}

static void
write_web(const struct cmd *c, const struct web *w, FILE *fp)
{
	if (opt_has(c, "text"))
		web_text(fp, w, terminal_draws(c));
	else
		web_draw(fp, w);
}

static void
write_out(struct cmd *c, const struct web *w)
{
	struct out	o;

	if (c->dry) {
		msg_note(N_("would write %s"), c->out != NULL ? c->out :
		    _("standard output"));
		return;
	}
	if (out_begin(&o, c->out) != 0)
		return;
	write_web(c, w, o.fp);
	out_end(&o, 0);
}

/* --blank --axes N: lines to write on instead of names. */
static void
run_axes(struct cmd *c, const struct webread *how, struct web *w)
{
	int64_t	n;
	int	many;

	if (num_int(opt_get(c, "axes"), WEB_AXES_MIN, WEB_AXES_MAX, &n) != 0) {
		opt_misuse(c, N_("--axes takes a whole number from 3 to 24, "
		    "not '%s'"), opt_get(c, "axes"));
		return;
	}
	if (how->min == FIXED_NONE)
		web_scale(w, FIXED_ONE, 5 * FIXED_ONE, FIXED_ONE);
	else
		web_scale(w, how->min, how->max, how->step == FIXED_NONE ? 0 :
		    how->step);
	w->unnamed = 1;
	many = n > 10;
	while (n-- > 0)
		web_axis(w, many ? "________________" :
		    /* Two lines, with room for a hand between them. */
		    "____________________ \xc2\xa0 ____________________");
	write_out(c, w);
}

/* "web/%s.svg" with a name in the place of %s. */
static char *
split_path(const char *pattern, const char *name)
{
	const char	*at = strstr(pattern, "%s");

	return mem_printf("%.*s%s%s", (int)(at - pattern), pattern, name,
	    at + 2);
}

static void
write_all(struct cmd *c, const struct web_split *all, size_t n)
{
	struct outs	*o = outs_begin();
	char		*file;
	size_t		 k;

	for (k = 0; k < n && !outs_failed(o); k++) {
		file = split_path(c->out, all[k].name);
		if (c->dry)
			msg_note(N_("would write %s"), file);
		else
			write_web(c, &all[k].web, outs_add(o, file));
		free(file);
	}
	outs_end(o);
}

/* Many charts: all are read before the first is written. */
static void
run_split(struct cmd *c, const char *path, const struct webread *how,
    const struct web *like)
{
	const char		*pattern = c->out, *at;
	struct web_split	*all;
	size_t			 n;

	at = pattern == NULL ? NULL : strstr(pattern, "%s");
	if (at == NULL || strchr(at + 1, '%') != NULL ||
	    strchr(pattern, '%') != at) {
		opt_misuse(c, N_("--split takes -o with %%s in the place of "
		    "the name, as in -o 'web/%%s.svg'"));
		return;
	}
	if (web_read_split(&all, &n, path, strcmp(path, "-") == 0 ?
	    _("standard input") : path, how, opt_get(c, "split"), like) == 0)
		write_all(c, all, n);
	web_split_free(all, n);
}

/* All --value, NULL-ended; they live until the program ends. */
static const char *const *
values_of(struct cmd *c)
{
	const char	**all;
	size_t		  n = 0, i;

	while (opt_nth(c, "value", n) != NULL)
		n++;
	all = arena_alloc(&c->kept, (n + 1) * sizeof(*all));
	for (i = 0; i < n; i++)
		all[i] = opt_nth(c, "value", i);
	all[n] = NULL;
	return all;
}

/* The columns that are named, and what is done with them; 0, or -1 (said). */
static int
take_how(struct cmd *c, struct webread *how)
{
	const char	*sort = opt_get(c, "sort");

	how->axis = opt_get(c, "axis");
	how->series = opt_get(c, "series");
	how->value = opt_get(c, "value");
	how->values = values_of(c);
	how->low = opt_get(c, "low");
	how->high = opt_get(c, "high");
	how->target = opt_get(c, "target");
	how->order = opt_get(c, "order");
	how->people = opt_get(c, "people");
	how->wide = opt_has(c, "wide");
	how->any = opt_has(c, "text");
	how->sort = sort != NULL;
	how->blank = opt_has(c, "blank");
	if (sort != NULL && strcmp(sort, "change") != 0)
		opt_misuse(c, N_("--sort takes change, not '%s'"), sort);
	else if (how->wide && (how->low != NULL || how->high != NULL ||
	    how->people != NULL))
		opt_misuse(c, N_("--wide takes all columns of numbers: leave "
		    "out --low, --high and --people"));
	else if (how->wide && how->axis != NULL && how->series != NULL)
		opt_misuse(c, N_("of a wide table a line is a series or an "
		    "axis: either --series or --axis"));
	else if (how->wide && how->axis == NULL && (how->target != NULL ||
	    how->order != NULL))
		opt_misuse(c, N_("--target and --order are columns where a "
		    "line is an axis: --wide --axis COL"));
	else if (!how->wide && opt_nth(c, "value", 1) != NULL)
		opt_misuse(c, N_("several --value are columns of a wide table: "
		    "--wide --axis COL, where a line is an axis"));
	else if ((how->low == NULL) != (how->high == NULL))
		opt_misuse(c, N_("--low and --high go together"));
	else
		return take_scale(c, how);
	return -1;
}

/* Whether an option was given that names columns or sets a scale. */
static int
has_how(const struct cmd *c)
{
	static const char *const	 names[] = { "axis", "series", "value",
	    "low", "high", "people", "target", "order", "wide", "split",
	    "sort", "min", "max", "step" };
	size_t				 i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (opt_has(c, names[i]))
			return 1;
	return 0;
}

/* Options that draw the one thing or the other; 0, or -1 (said). */
static int
one_picture(struct cmd *c)
{
	int	dots = opt_has(c, "dots") || opt_has(c, "multiples"),
		text = opt_has(c, "text"), links = opt_has(c, "links"),
		blank = opt_has(c, "blank");

	if (opt_has(c, "axes") && !blank)
		opt_misuse(c, N_("--axes goes with --blank"));
	else if (opt_has(c, "axes") && (c->argc > 0 || opt_has(c, "file") ||
	    opt_has(c, "split")))
		opt_misuse(c, N_("--axes takes the place of a table"));
	else if (opt_has(c, "chosen") && !links)
		opt_misuse(c, N_("--chosen goes with --links"));
	else if (blank && (dots || text || links || opt_has(c, "wide")))
		opt_misuse(c, N_("a blank web has neither dots nor text: "
		    "--blank stands alone"));
	else if (links && (dots || has_how(c)))
		opt_misuse(c, N_("links are one picture: --links goes with "
		    "--chosen, --text, --theme and --paper"));
	else if (opt_has(c, "dots") && text)
		opt_misuse(c, N_("either --dots or --text"));
	else
		return 0;
	return -1;
}

static void
draw(struct cmd *c, const char *path, const struct webread *how,
    struct web *w)
{
	const char	*shown = strcmp(path, "-") == 0 ?
			    _("standard input") : path;
	int		 rc;

	if (opt_has(c, "axes")) {
		run_axes(c, how, w);
		return;
	}
	if (strcmp(path, "-") == 0 && isatty(STDIN_FILENO))
		msg_note(N_("reading standard input (Ctrl-D ends)"));
	if (opt_has(c, "split")) {
		run_split(c, path, how, w);
		return;
	}
	rc = w->mode == WEB_LINKS ? weblinks_read(w, path, shown,
	    opt_get(c, "chosen"), how->any) : web_read(w, path, shown, how);
	if (rc == 0)
		write_out(c, w);
}

static void
run(struct cmd *c)
{
	const char	*path = opt_get(c, "file");
	struct webread	 how = { 0 };
	struct web	 w;

	if (c->argc > 0 && path != NULL) {
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[0]);
		return;
	}
	if (path == NULL)
		path = c->argc > 0 ? c->argv[0] : "-";
	if (take_how(c, &how) != 0 || one_picture(c) != 0)
		return;
	web_init(&w);
	web_title(&w, opt_get(c, "title"));
	w.mode = opt_has(c, "dots") ? WEB_DOTS : opt_has(c, "links") ?
	    WEB_LINKS : WEB_ROUND;
	w.apart = opt_has(c, "multiples");
	w.blank = how.blank;
	if (take_theme(c, &w) == 0 && take_paper(c, &w) == 0 &&
	    take_decimals(c, &w) == 0)
		draw(c, path, &how, &w);
	web_free(&w);
}

static const struct verb verbs[] = {
	{ NULL, N_("[FILE]"), N_("draw a spider-web chart from CSV"), options,
	    0, 1, run },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program program = {
	"cpm-web", N_("draw a spider-web chart from CSV"), verbs,
	"  cpm-assess score R1 | cpm-web -o web/R1.svg\n"
	"  cpm-web --axis topic --value score --min 1 --max 5 scores.csv\n",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
