/* A text of the folder as people's editors write it. */
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/utf.h"
#include "model/project.h"
#include "table/reader.h"

char *
project_text(struct project *p, const char *rel, int private)
{
	struct place	 at = { rel, 0, 0, NULL };
	size_t		 n = 0, m;
	char		*bytes, *text;

	bytes = private ? project_read_private(p, rel, &n) :
	    project_read(p, rel, &n);
	if (bytes == NULL || utf_valid(bytes, n) == n)
		return bytes;
	if ((text = reader_cp1252(bytes, n, &m)) == NULL) {
		msg_warn(&at, N_("neither UTF-8 nor CP1252: save the file as "
		    "UTF-8"));
		return bytes;
	}
	msg_remark(&at, N_("read as CP1252: it is not UTF-8"));
	free(bytes);
	return text;
}
