/*
 * Where a team's private folder is, whether it may be there, and how it comes
 * to be.
 */
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "model/project_in.h"
#include "table/git.h"

char *
project_private_path(const char *root)
{
	char	 real[PATH_MAX], line[PATH_MAX], *path;
	FILE	*fp;
	size_t	 n;

	if (realpath(root, real) == NULL)
		snprintf(real, sizeof(real), "%s", root);
	path = mem_printf("%s/.cpm/private", root);
	fp = fopen(path, "re");
	line[0] = '\0';
	/* Where it cannot be read, what is private must not go elsewhere. */
	if ((fp == NULL && errno != ENOENT && errno != ENOTDIR) ||
	    (fp != NULL && fgets(line, sizeof(line), fp) == NULL &&
	    ferror(fp)))
		msg_errno("%s", path);
	free(path);
	if (fp != NULL) {
		fclose(fp);
		line[strcspn(line, "\r\n")] = '\0';
		/* "priv/" is "priv". */
		for (n = strlen(line); n > 1 && line[n - 1] == '/'; n--)
			line[n - 1] = '\0';
		if (line[0] == '/')
			return mem_strdup(line);
		if (line[0] != '\0')
			return mem_printf("%s/%s", real, line);
	}
	return mem_printf("%s.private", real);
}

const char *
project_private_dir(const struct project *p)
{
	struct project	*q = (struct project *)(uintptr_t)p;

	if (q->private == NULL)
		q->private = project_private_path(p->root);
	return q->private;
}

int
project_private_exists(const struct project *p)
{
	return !p->made && access(project_private_dir(p), F_OK) == 0;
}

/* Absolute, without links, also where the last parts are not there yet. */
static char *
full_path(const char *path)
{
	char	 real[PATH_MAX], *up, *full, *slash;
	size_t	 cut;

	if (realpath(path, real) != NULL)
		return mem_strdup(real);
	up = path[0] == '/' || realpath(".", real) == NULL ?
	    mem_strdup(path) : mem_printf("%s/%s", real, path);
	full = mem_strdup(up);
	while ((slash = strrchr(up, '/')) != NULL && slash != up) {
		*slash = '\0';
		if (realpath(up, real) == NULL)
			continue;
		cut = (size_t)(slash - up);
		slash = mem_printf("%s%s", real, full + cut);
		free(full);
		full = slash;
		break;
	}
	free(up);
	return full;
}

static int
place_ok(const char *path, int is_file)
{
	char	*full = full_path(path), *tree = git_tree(full);
	int	 ok = tree == NULL || (is_file ? git_ignores_file(tree, full) :
		    git_ignores(tree, full));

	if (!ok)
		msg_trouble(N_("%s lies in a work tree of git (%s) that does "
		    "not ignore it: what is private would be committed"), path,
		    tree);
	free(tree);
	free(full);
	return ok ? 0 : -1;
}

int
project_private_ok(const char *dir)
{
	if (place_ok(dir, 0) == 0)
		return 0;
	msg_hint(N_("move it out of the work tree, or name another place in "
	    ".cpm/private"));
	return -1;
}

int
project_private_file_ok(const char *path)
{
	if (place_ok(path, 1) == 0)
		return 0;
	msg_hint(N_("write it beside the folder, or onto a stick"));
	return -1;
}

int
project_private_make(struct project *p)
{
	const char	*dir = project_private_dir(p);

	if (project_private_ok(dir) != 0)
		return -1;
	if (mkdir(dir, 0700) == 0) {
		p->made = 1;
		beside_guard_dir(dir);
	} else if (errno != EEXIST) {
		msg_errno("%s", dir);
		return -1;
	}
	return 0;
}
