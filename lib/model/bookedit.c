/* A page kept in a logbook. */
#include "model/bookedit.h"

#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "table/reader.h"

/* A code becomes a file's name: nothing else does. */
char *
logbook_path(const char *who)
{
	if (slug_ok(who))
		return mem_printf("logbook/%s.md", who);
	msg_fault(NULL, N_("not a code for a logbook (letters, digits, - and "
	    "_)"));
	return NULL;
}

char *
logbook_readable(char *bytes, size_t n, const char *shown)
{
	struct place	 at = { shown, 0, 0, NULL };
	char		*text;
	size_t		 m;

	if (memchr(bytes, '\0', n) != NULL) {
		msg_fault(&at, N_("this is no text"));
		free(bytes);
		return NULL;
	}
	if (utf_valid(bytes, n) == n)
		return bytes;
	if ((text = reader_cp1252(bytes, n, &m)) == NULL)
		msg_fault(&at, N_("neither UTF-8 nor CP1252: save the file as "
		    "UTF-8"));
	else
		msg_remark(&at, N_("read as CP1252: it is not UTF-8"));
	free(bytes);
	return text;
}

int
logbook_order(struct project *p)
{
	return p != NULL && strcmp(project_get(p, "date_order"), "mdy") == 0 ?
	    'm' : 'd';
}

int
logbook_keep(struct edit *e, const char *who, int day,
    const char *const texts[LOGBOOK_PARTS])
{
	char	*path = logbook_path(who), *have, *whole;
	size_t	 n = 0;

	if (path == NULL)
		return -1;
	have = project_read_private(e->p, path, &n);
	if (have != NULL &&
	    (have = logbook_readable(have, n, path)) == NULL) {
		free(path);
		return -1;
	}
	whole = logbook_add(have, logbook_order(e->p), day, texts);
	if (whole == NULL)
		msg_note(N_("it stands in your logbook already"));
	else {
		project_put_private(e->p, path, whole, strlen(whole));
		edit_note(e, N_("kept in your logbook: %s of the private "
		    "folder"), path);
	}
	free(whole);
	free(have);
	free(path);
	return 0;
}
