/* Where the program's own files lie. */
#include "base/share.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* `tail` from the folder of the running program, if it is there. */
static int
beside(char *buf, size_t size, const char *tail)
{
	char	 exe[PATH_MAX];
	ssize_t	 n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);
	char	*slash;

	if (n <= 0)
		return 0;
	exe[n] = '\0';
	if ((slash = strrchr(exe, '/')) == NULL)
		return 0;
	*slash = '\0';
	if (snprintf(buf, size, "%s/%s", exe, tail) >= (int)size)
		return 0;
	return access(buf, R_OK | X_OK) == 0;
}

static const char *
find(char *buf, size_t size, const char *env, const char *tail,
    const char *installed)
{
	const char	*v = getenv(env);

	if (v != NULL && *v != '\0')
		return v;
	if (*buf == '\0' && !beside(buf, size, tail))
		snprintf(buf, size, "%s", installed);
	return buf;
}

const char *
share_dir(void)
{
	static char	dir[PATH_MAX + 32];

	return find(dir, sizeof(dir), "CPM_SHAREDIR", "../data", CPM_SHAREDIR);
}

const char *
share_locale_dir(void)
{
	static char	dir[PATH_MAX + 32];

	return find(dir, sizeof(dir), "CPM_LOCALEDIR", "../locale",
	    CPM_LOCALEDIR);
}
