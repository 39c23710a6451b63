/* One file of output, or standard output: whole, or as it was. */
#include "table/out.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/path.h"
#include "table/save.h"

/* Only the last folder of a path is made; a missing one above is a slip. */
static int
place_for(const char *path)
{
	char	*dir = path_dir(path), *up = path_dir(dir);
	int	 bad = access(dir, F_OK) != 0 && access(up, F_OK) != 0;

	if (bad)
		msg_errno("%s", up);
	free(up);
	free(dir);
	return bad ? -1 : 0;
}

int
out_begin(struct out *o, const char *path)
{
	struct stat	st;

	memset(o, 0, sizeof(*o));
	if (path == NULL || strcmp(path, "-") == 0) {
		o->fp = stdout;
		return 0;
	}
	o->path = mem_strdup(path);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		msg_trouble(N_("%s is a folder: name a file in it"), path);
		free(o->path);
		return -1;
	}
	if (place_for(path) != 0) {
		free(o->path);
		return -1;
	}
	if ((o->fp = open_memstream(&o->bytes, &o->n)) == NULL)
		mem_out();
	return 0;
}

void
out_cancel(struct out *o)
{
	if (o->path == NULL)
		return;
	fclose(o->fp);
	free(o->bytes);
	free(o->path);
}

/* A device or a pipe is written straight. */
static int
write_through(const struct out *o)
{
	int	fd = open(o->path, O_WRONLY | O_CLOEXEC), rc;

	if (fd < 0) {
		msg_errno("%s", o->path);
		return -1;
	}
	rc = path_write_all(fd, o->bytes, o->n);
	if (rc != 0)
		msg_errno("%s", o->path);
	if (close(fd) != 0 && rc == 0) {
		msg_errno("%s", o->path);
		rc = -1;
	}
	return rc;
}

static int
out_write(struct out *o, int unless_same, mode_t mode)
{
	struct save	*s;
	struct stat	 st;
	char		*old, *dir;
	size_t		 n;
	int		 rc = 0;

	if (o->path == NULL)
		return 0;
	if (fclose(o->fp) != 0)
		mem_out();
	if (stat(o->path, &st) == 0 && !S_ISREG(st.st_mode)) {
		rc = write_through(o);
	} else {
		old = unless_same ? path_read_all(o->path, &n) : NULL;
		if (old == NULL || n != o->n ||
		    memcmp(old, o->bytes, n) != 0) {
			dir = path_dir(o->path);
			s = save_begin(dir);
			save_file(s, o->path, o->bytes, o->n, NULL, mode, 1);
			rc = save_commit(s);
			free(dir);
		}
		free(old);
	}
	free(o->bytes);
	free(o->path);
	return rc;
}

int
out_end(struct out *o, int unless_same)
{
	return out_write(o, unless_same, 0644);
}

int
out_end_private(struct out *o)
{
	struct stat	st;

	/* A file that is replaced hands its mode on to the new one. */
	if (o->path != NULL && stat(o->path, &st) == 0 &&
	    S_ISREG(st.st_mode) && (st.st_mode & 077) != 0 &&
	    chmod(o->path, 0600) != 0) {
		msg_errno("%s", o->path);
		out_cancel(o);
		return -1;
	}
	return out_write(o, 0, 0600);
}
