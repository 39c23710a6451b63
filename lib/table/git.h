/*
 * What we ask of git, and nothing more: is this path kept or ignored, make a
 * repository.  git runs as a program, without the variables that a hook sets
 * for its own repository.
 */
#ifndef CPM_GIT_H
#define CPM_GIT_H

/*
 * The nearest folder at or above `dir` (absolute, without links) that is a
 * work tree; NULL: none.  The caller frees it.
 */
char	*git_tree(const char *dir);

/*
 * Whether the work tree `tree` ignores the folder `path` (absolute), there or
 * not.  A git that cannot be asked ignores nothing.
 */
int	git_ignores(const char *tree, const char *path);
/* The same of a file.  One that is kept already is not ignored. */
int	git_ignores_file(const char *tree, const char *path);

/* Whether it keeps the file already. */
int	git_keeps(const char *tree, const char *path);

/* Whether its last commit has the file as it is now. */
int	git_committed(const char *tree, const char *path);

/*
 * Make a repository in `dir`, whole or not at all: it is made in the folder
 * `scratch` (on the same file system; what is there goes) and then moved.
 * 0; -1 if git failed (said); -2 if there is no git here.
 */
int	git_init(const char *dir, const char *scratch);
/* What a run that was killed left of it. */
void	git_init_clear(const char *scratch);

#endif
