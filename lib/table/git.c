/* What we ask of git. */
#include "table/git.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/run.h"

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

/* Run git silently; its status, or one of run.h. */
static int
run(const char *const *argv)
{
	char	**env = clean_environ();
	int	  status = run_tool(&(struct run){ .argv = argv, .env = env });

	free(env);
	return status;
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
git_ignores_file(const char *tree, const char *path)
{
	const char	*argv[] = { "git", "-C", tree, "check-ignore", "-q",
			    "--", path, NULL };

	return run(argv) == 0;
}

int
git_keeps(const char *tree, const char *path)
{
	const char	*argv[] = { "git", "-C", tree, "ls-files",
			    "--error-unmatch", "--", path, NULL };

	return run(argv) == 0;
}

int
git_committed(const char *tree, const char *path)
{
	/* Looking writes nothing: git's index is left alone too. */
	const char	*argv[] = { "git", "--no-optional-locks", "-C", tree,
			    "diff", "--no-ext-diff", "--quiet", "HEAD", "--",
			    path, NULL };

	return git_keeps(tree, path) && run(argv) == 0;
}

int
git_ignores(const char *tree, const char *path)
{
	/* The slash says that it is a folder, also before it is made. */
	char	*folder = mem_printf("%s/", path);
	int	 rc = git_ignores_file(tree, folder);

	free(folder);
	return rc;
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

void
git_init_clear(const char *scratch)
{
	remove_tree(scratch);
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
	} else if (rc != 0 && rc != RUN_ABSENT) {
		msg_trouble(N_("git could not make a repository in %s"), dir);
		msg_hint(N_("'git init' there says why"));
		rc = -1;
	}
	remove_tree(scratch);
	free(from);
	free(to);
	return rc;
}
