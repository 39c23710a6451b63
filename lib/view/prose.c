/* Wrapped text. */
#include "view/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/utf.h"

struct page {
	FILE		*fp;
	const char	*first, *next;	/* what lines begin with */
};

static void
page_line(const char *line, size_t n, void *arg)
{
	struct page	*p = arg;

	fprintf(p->fp, "%s%.*s\n", p->first, (int)n, line);
	p->first = p->next;
}

void
prose_hang(FILE *fp, const char *first, int hang, const char *text)
{
	char		*blank, *clean;
	struct page	 p = { fp, first, NULL };

	blank = mem_printf("%*s", hang, "");
	p.next = blank;
	clean = msg_clean(text, strlen(text));
	utf_wrap(clean, PROSE_WIDTH - hang, page_line, &p);
	free(clean);
	free(blank);
}

void
prose_put(FILE *fp, const char *first, const char *text)
{
	prose_hang(fp, first, utf_width(first), text);
}
