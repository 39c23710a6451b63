/*
 * The clock of a session: which step it is, how long it still lasts, what may
 * be said.  Time is the system's since it started, a suspended laptop
 * included; nothing is written anywhere.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/utf.h"
#include "view/sessiontext.h"
#include "view/sessionwords.h"
#include "view/prose.h"


static volatile sig_atomic_t	stopped;	/* by this signal */

static void
on_signal(int sig)
{
	stopped = sig;
}

static const int	signals[] = { SIGINT, SIGTERM, SIGHUP };
#define NSIGNALS	(sizeof(signals) / sizeof(*signals))

static void
watch(struct sigaction old[NSIGNALS])
{
	struct sigaction	sa;
	size_t			i;

	memset(&sa, 0, sizeof(sa));
	sa.sa_handler = on_signal;	/* no SA_RESTART: poll shall end */
	stopped = 0;
	for (i = 0; i < NSIGNALS; i++) {
		sigaction(signals[i], NULL, &old[i]);
		/* What nohup ignores stays ignored. */
		if (old[i].sa_handler != SIG_IGN)
			sigaction(signals[i], &sa, NULL);
	}
}

static void
unwatch(const struct sigaction old[NSIGNALS])
{
	size_t	i;

	for (i = 0; i < NSIGNALS; i++)
		sigaction(signals[i], &old[i], NULL);
}

struct clock {
	FILE	*fp;
	int	 pace;		/* seconds of a minute */
	int	 keys;		/* somebody can press Enter */
	int	 shows;		/* fp is a terminal: a line counts down */
};

static int64_t
now_ms(void)
{
	struct timespec	t;

	clock_gettime(CLOCK_BOOTTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
put(struct clock *c, const char *fmt, const char *text)
{
	char	*s = mem_printf(fmt, text);

	prose_put(c->fp, "  ", s);
	free(s);
}

/* The line that is written over: minutes left, or over time. */
static void
count_down(struct clock *c, int64_t left_ms)
{
	int64_t	minute = (int64_t)c->pace * 1000;
	long	n;

	if (!c->shows)
		return;
	if (left_ms > 0) {
		n = (long)((left_ms + minute - 1) / minute);
		fputs("\r\033[K  ", c->fp);
		fprintf(c->fp, ngettext("%ld minute left",
		    "%ld minutes left", (unsigned long)n), n);
	} else {
		n = (long)(-left_ms / minute);
		fprintf(c->fp, "\r\033[K  %s", _("time is up"));
		if (n > 0)
			fprintf(c->fp, ngettext(", for %ld minute",
			    ", for %ld minutes", (unsigned long)n), n);
	}
	if (c->keys)
		fprintf(c->fp, "  (%s)", _("Enter: next step"));
	fflush(c->fp);
}

/* A line from the terminal: 1; its end: nobody presses Enter any more. */
static int
entered(struct clock *c)
{
	char	buf[256];
	ssize_t	n = read(STDIN_FILENO, buf, sizeof(buf));

	if (n <= 0) {
		if (n == 0 || errno != EINTR)
			c->keys = 0;
		return 0;
	}
	return memchr(buf, '\n', (size_t)n) != NULL;
}

/* Wait until the step is over; the milliseconds that it took. */
static int64_t
wait_step(struct clock *c, int minutes)
{
	struct pollfd	pfd = { STDIN_FILENO, POLLIN, 0 };
	int64_t		begin = now_ms(), left, minute, nap;
	int		rang = 0;

	minute = (int64_t)c->pace * 1000;
	/* A terminal that was closed shows nobody the time. */
	while (!stopped && !ferror(c->fp)) {
		left = begin + minutes * minute - now_ms();
		if (left <= 0 && !c->keys)
			break;
		if (left <= 0 && !rang++ && c->shows)
			fputc('\a', c->fp);
		count_down(c, left);
		nap = left > 0 && left < 1000 ? left : 1000;
		if (poll(&pfd, c->keys ? 1 : 0, (int)nap) > 0 && entered(c))
			break;
	}
	if (c->shows)
		fputs("\r\033[K", c->fp);
	return now_ms() - begin;
}

static void
say_step(struct clock *c, int n, int minutes)
{
	struct session_step	step;
	char			*name;

	session_step(n, &step);
	name = utf_capital(step.name);
	fputc('\n', c->fp);
	if (n == 0)
		fputs(name, c->fp);
	else
		fprintf(c->fp, _("Step %d of %d: %s"),
		    n, SESSION_STEPS, step.name);
	fputs(" (", c->fp);
	fprintf(c->fp, ngettext("%d minute", "%d minutes",
	    (unsigned long)minutes), minutes);
	fputs(")\n", c->fp);
	put(c, _("Who: %s"), step.who);
	put(c, _("What: %s"), step.may);
	put(c, _("Take care: %s"), step.not);
	fflush(c->fp);
	free(name);
}

static void
say_opening(struct clock *c, struct plan_action *const *a, size_t n)
{
	char	*how, *line;
	size_t	 i;

	for (i = 0; i < n; i++) {
		how = session_became(a[i]);
		line = mem_printf(_("%s: %s"), a[i]->title, how);
		put(c, "- %s", line);
		free(line);
		free(how);
	}
	fflush(c->fp);
}

static void
say_end(struct clock *c, int64_t took)
{
	long	n = c->pace > 0 ? (long)(took / 1000 / c->pace) : 0;

	fputc('\n', c->fp);
	if (stopped)
		fprintf(c->fp, ngettext("Stopped after %ld minute.",
		    "Stopped after %ld minutes.", (unsigned long)n), n);
	else
		fputs(_("The six steps are done. Keep the "
		    "client's actions and what was learnt:"), c->fp);
	fputc('\n', c->fp);
	fflush(c->fp);
}

int
sessiontext_clock(FILE *fp, struct sessions *ss, size_t at, int pace)
{
	struct clock		  c = { fp, pace, isatty(STDIN_FILENO),
				    isatty(fileno(fp)) };
	struct sigaction	  old[NSIGNALS];
	struct plan_action	**a;
	size_t			  n = session_opening(ss, at, &a);
	int			  split[SESSION_STEPS], i;
	int64_t			  took = 0;

	if (pace == 0)
		c.keys = c.shows = 0;
	session_split(ss->list[at].minutes, split);
	watch(old);
	put(&c, "%s", session_discretion());
	for (i = n > 0 ? 0 : 1; i <= SESSION_STEPS && !stopped &&
	    !ferror(fp); i++) {
		say_step(&c, i, i == 0 ? SESSION_OPENING : split[i - 1]);
		if (i == 0)
			say_opening(&c, a, n);
		took += wait_step(&c, i == 0 ? SESSION_OPENING :
		    split[i - 1]);
	}
	say_end(&c, took);
	unwatch(old);
	return stopped;
}
