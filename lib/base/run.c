/* Other people's programs. */
#include "base/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/msg.h"

extern char	**environ;

enum { TO, FROM, SAID };		/* its input, its output, why not */

struct pipes {
	int	fd[3][2];
};

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
pipes_close(struct pipes *p)
{
	int	i;

	for (i = 0; i < 3; i++) {
		shut(&p->fd[i][0]);
		shut(&p->fd[i][1]);
	}
}

static int
pipes_open(struct pipes *p, const struct run *r)
{
	int	i, rc = 0;

	for (i = 0; i < 3; i++)
		p->fd[i][0] = p->fd[i][1] = -1;
	if (r->in != NULL)
		rc |= pipe2(p->fd[TO], O_CLOEXEC);
	if (r->out != NULL)
		rc |= pipe2(p->fd[FROM], O_CLOEXEC);
	rc |= pipe2(p->fd[SAID], O_CLOEXEC);
	if (rc == 0)
		return 0;
	msg_errno("%s", r->argv[0]);
	pipes_close(p);
	return -1;
}

/* Tell the parent why it did not begin. */
static _Noreturn void
say_why(const struct pipes *p)
{
	int	why = errno;

	if (write(p->fd[SAID][1], &why, sizeof(why)) < 0)
		_exit(126);
	_exit(127);
}

/* The child's side. */
static _Noreturn void
become(const struct run *r, const struct pipes *p, pid_t parent)
{
	int	in = p->fd[TO][0] >= 0 ? p->fd[TO][0] :
		    open("/dev/null", O_RDONLY | O_CLOEXEC);
	int	none = open("/dev/null", O_WRONLY | O_CLOEXEC);
	int	out = p->fd[FROM][1] >= 0 ? p->fd[FROM][1] : none;

	if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent &&
	    in >= 0 && none >= 0 && dup2(in, STDIN_FILENO) >= 0 &&
	    dup2(out, STDOUT_FILENO) >= 0 &&
	    (r->talks || dup2(none, STDERR_FILENO) >= 0)) {
		signal(SIGPIPE, SIG_DFL);
		signal(SIGXFSZ, SIG_DFL);
		execvpe(r->argv[0], (char *const *)(uintptr_t)r->argv,
		    r->env != NULL ? r->env : environ);
	}
	say_why(p);
}

/* An editor: what it draws goes to a terminal even where its caller's
 * standard output is a pipe. */
static _Noreturn void
become_editor(const struct run *r, const struct pipes *p)
{
	if (isatty(STDOUT_FILENO) || dup2(STDERR_FILENO, STDOUT_FILENO) >= 0) {
		signal(SIGINT, SIG_DFL);
		signal(SIGQUIT, SIG_DFL);
		signal(SIGPIPE, SIG_DFL);
		signal(SIGXFSZ, SIG_DFL);
		execvpe(r->argv[0], (char *const *)(uintptr_t)r->argv,
		    r->env != NULL ? r->env : environ);
	}
	say_why(p);
}

/* Some of its input into the pipe; the pipe is closed behind the last. */
static void
feed(const struct run *r, size_t *at, int *fd)
{
	ssize_t	n = write(*fd, r->in + *at, r->n - *at);

	if (n > 0)
		*at += (size_t)n;
	if ((n < 0 && errno != EAGAIN && errno != EINTR) || *at == r->n)
		shut(fd);
}

static int
drain(const struct run *r, int *fd)
{
	char	buf[16384];
	ssize_t	n = read(*fd, buf, sizeof(buf));

	if (n > 0)
		str_addn(r->out, buf, (size_t)n);
	explicit_bzero(buf, n > 0 ? (size_t)n : 0);
	if (n == 0)
		shut(fd);
	if (r->most > 0 && r->out->len > r->most) {
		errno = EFBIG;
		return -1;
	}
	return n < 0 && errno != EAGAIN && errno != EINTR ? -1 : 0;
}

/*
 * Give and take at once: one that writes before it has read all would wait
 * for us, and we for it.
 */
static int
flow(const struct run *r, int *to, int *from)
{
	struct pollfd	f[2];
	size_t		at = 0;

	if (*to >= 0 && r->n == 0)
		shut(to);
	if (*to >= 0)
		fcntl(*to, F_SETFL, O_NONBLOCK);
	while (*to >= 0 || *from >= 0) {
		f[0] = (struct pollfd){ *to, POLLOUT, 0 };
		f[1] = (struct pollfd){ *from, POLLIN, 0 };
		if (poll(f, 2, -1) < 0) {
			if (errno == EINTR)
				continue;
			return -1;
		}
		if (f[0].revents != 0)
			feed(r, &at, to);
		if (f[1].revents != 0 && drain(r, from) != 0)
			return -1;
	}
	return 0;
}

/* Why it did not begin: errno of its exec; 0: it did. */
static int
not_begun(int fd)
{
	int	why = 0;
	ssize_t	n;

	while ((n = read(fd, &why, sizeof(why))) < 0 && errno == EINTR)
		;
	return n == (ssize_t)sizeof(why) ? why : 0;
}

static int
finish(pid_t pid)
{
	int	status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return RUN_KILLED;
	return WIFEXITED(status) ? WEXITSTATUS(status) : RUN_KILLED;
}

static void
signals_back(const struct sigaction *intr, const struct sigaction *quit,
    const struct sigaction *child)
{
	sigaction(SIGINT, intr, NULL);
	sigaction(SIGQUIT, quit, NULL);
	sigaction(SIGCHLD, child, NULL);
}

int
run_tool(const struct run *r)
{
	struct sigaction	 quiet = { .sa_handler = SIG_IGN }, was;
	struct sigaction	 usual = { .sa_handler = SIG_DFL }, child;
	struct sigaction	 intr, quit;
	struct pipes		 p;
	pid_t			 pid, self = getpid();
	int			 why, rc;

	if (pipes_open(&p, r) != 0)
		return RUN_FAILED;
	/* Whoever began us may not care for children: their status is lost. */
	sigaction(SIGCHLD, &usual, &child);
	/* Control-C at an editor is not meant for us. */
	sigaction(SIGINT, r->terminal ? &quiet : NULL, &intr);
	sigaction(SIGQUIT, r->terminal ? &quiet : NULL, &quit);
	pid = fork();
	if (pid == 0 && r->terminal)
		become_editor(r, &p);
	if (pid == 0)
		become(r, &p, self);
	if (pid < 0) {
		msg_errno("%s", r->argv[0]);
		pipes_close(&p);
		signals_back(&intr, &quit, &child);
		return RUN_FAILED;
	}
	shut(&p.fd[TO][0]);
	shut(&p.fd[FROM][1]);
	shut(&p.fd[SAID][1]);
	/* One that ends early must not end us. */
	sigaction(SIGPIPE, &quiet, &was);
	why = not_begun(p.fd[SAID][0]);
	rc = why == 0 ? flow(r, &p.fd[TO][1], &p.fd[FROM][0]) : 0;
	if (rc != 0)
		msg_errno("%s", r->argv[0]);
	pipes_close(&p);
	sigaction(SIGPIPE, &was, NULL);
	why = why == 0 ? 0 : why == ENOENT || why == EACCES ||
	    why == ENOTDIR ? RUN_ABSENT : RUN_FAILED;
	if (rc != 0)
		why = RUN_FAILED;
	rc = finish(pid);
	signals_back(&intr, &quit, &child);
	return why != 0 ? why : rc;
}
