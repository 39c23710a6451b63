/*
 * Output of reports, charts and lists: a stream that replaces a file whole
 * when it is ended, or standard output.  On a failure the old file stays.
 */
#ifndef CPM_OUT_H
#define CPM_OUT_H

#include <stddef.h>
#include <stdio.h>

struct out {
	FILE		*fp;
	char		*path;		/* NULL: standard output */
	char		*bytes;
	size_t		 n;
};

/*
 * Begin what `path` shall become; NULL and "-" are standard output.  A missing
 * last folder is made when it ends.  0, or -1 (said): nothing is to be ended.
 */
int	out_begin(struct out *, const char *path);
/*
 * Put it in its place.  unless_same: leave the file alone (same time stamp)
 * if the bytes are the same.  0, or -1 (said); it is ended either way.
 */
int	out_end(struct out *, int unless_same);
/* The same for what is private: nobody else may read the file. */
int	out_end_private(struct out *);
/* Leave the file as it is. */
void	out_cancel(struct out *);

#endif
