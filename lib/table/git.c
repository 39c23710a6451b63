/* What we ask of git. */
#include "table/git.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"

extern char	**environ;

/*
 * The environment without GIT_DIR, GIT_INDEX_FILE and their like, which a
 * hook passes on and which would lead git to another repository.  Settings
 * (GIT_CONFIG…, GIT_AUTHOR…, GIT_TRACE…) stay.
 */
static char **
clean_environ(void)
{
	static const char *const	drop[] = { "GIT_DIR=",
	    "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=",
	    "GIT_OBJECT_DIRECTORY=", "GIT_COMMON_DIR=", "GIT_NAMESPACE=" };
	char				**out;
	size_t				 n = 0, i, k, kept = 0;

	while (environ[n] != NULL)
		n++;
	out = mem_calloc(n + 1, sizeof(*out));
	for (i = 0; i < n; i++) {
		for (k = 0; k < sizeof(drop) / sizeof(*drop); k++)
			if (strncmp(environ[i], drop[k], strlen(drop[k])) == 0)
				break;
		if (k == sizeof(drop) / sizeof(*drop))
			out[kept++] = environ[i];
	}
	return out;
}

/*
 * The child's side.  It ends with its parent: git left to itself would go on
 * making a repository that the next run finds half done.
 */
static _Noreturn void
become(const char *const *argv, char **env, pid_t parent)
{
	int	in = open("/dev/null", O_RDONLY);
	int	out = open("/dev/null", O_WRONLY);

	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent ||
	    in < 0 || out < 0 || dup2(in, STDIN_FILENO) < 0 ||
	    dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0)
		_exit(127);
	execvpe("git", (char *const *)(uintptr_t)argv, env);
	_exit(127);
}

/* Run git silently; its status, -1 if it was killed, -2 if it is not there. */
static int
run(const char *const *argv)
{
	char	**env = clean_environ();
	pid_t	  pid, self = getpid();
	int	  status;

	pid = fork();
	if (pid == 0)
		become(argv, env, self);
	free(env);
	if (pid < 0)
		return -2;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	if (!WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status) == 127 ? -2 : WEXITSTATUS(status);
}

char *
git_tree(const char *dir)
{
	char	*d = mem_strdup(dir), *mark, *slash;
	int	 hit;

	for (;;) {
		mark = mem_printf("%s/.git", d);
		hit = access(mark, F_OK) == 0;
		free(mark);
		if (hit)
			return d;
		slash = strrchr(d, '/');
		if (slash == NULL || slash == d) {
			free(d);
			return NULL;
		}
		*slash = '\0';
	}
}

int
git_ignores(const char *tree, const char *path)
{
	/* The slash says that it is a folder, also before it is made. */
	char		*folder = mem_printf("%s/", path);
	const char	*argv[] = { "git", "-C", tree, "check-ignore", "-q",
			    "--", folder, NULL };
	int		 rc = run(argv);

	free(folder);
	return rc == 0;
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *at)
{
	(void)st;
	(void)flag;
	(void)at;
	return remove(path);
}

static void
remove_tree(const char *dir)
{
	nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int
git_init(const char *dir, const char *scratch)
{
	const char	*argv[] = { "git", "init", "-q", "--", scratch, NULL };
	char		*from = mem_printf("%s/.git", scratch);
	char		*to = mem_printf("%s/.git", dir);
	int		 rc;

	remove_tree(scratch);
	rc = run(argv);
	if (rc == 0 && rename(from, to) != 0) {
		msg_errno("%s", to);
		rc = -1;
	} else if (rc != 0 && rc != -2) {
		msg_trouble(N_("git could not make a repository in %s"), dir);
		msg_hint(N_("'git init' there says why"));
		rc = -1;
	}
	remove_tree(scratch);
	free(from);
	free(to);
	return rc;
}
