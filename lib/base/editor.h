/*
 * A person's own editor on one file: $VISUAL, $EDITOR, core.editor of git's
 * settings, else editor, nano or vi, whichever is there.  What names it may
 * carry options ('code --wait'); blanks separate them, quotes and backslashes
 * mean what they mean to a shell, and no shell is run.  A path that is there
 * as it stands is one word, blanks and all.
 */
#ifndef CPM_EDITOR_H
#define CPM_EDITOR_H

/* Edit `path` to the end.  0, or -1 (said): it is not there, or it failed. */
int	editor_run(const char *path);

#endif
