/* Lines typed in by hand. */
#include "intake/typing.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"
#include "table/reader.h"

char *
typing_line(FILE *in, FILE *talk, const char *prompt)
{
	char	*line = NULL;
	size_t	 cap = 0;

	for (;;) {
		fputs(prompt, talk);
		fflush(talk);
		if (getline(&line, &cap, in) < 0) {
			free(line);
			fputc('\n', talk);
			return NULL;
		}
		if (utf_valid(line, strlen(line)) == strlen(line))
			break;
		/* What cannot be read must not pass for nothing typed. */
		fprintf(talk, "%s\n", _("this is no text in UTF-8"));
	}
	words_trim(line, strlen(line) + 1, line);
	return line;
}

int
typing_slurp(struct str *all, FILE *in, const char *shown,
    const char *nothing)
{
	struct place	at = { shown, 0, 0, NULL };
	char		buf[8192];
	size_t		n;

	while ((n = fread(buf, 1, sizeof(buf), in)) > 0 &&
	    all->len < READER_ROW_MAX)
		str_addn(all, buf, n);
	if (ferror(in))
		msg_errno("%s", shown);
	else if (all->s[strspn(all->s, " \t\r\n")] == '\0' &&
	    strlen(all->s) == all->len)
		msg_fault(&at, nothing, NULL);
	else if (strlen(all->s) != all->len || utf_valid(all->s, all->len) !=
	    all->len)
		msg_fault(&at, N_("this is no text in UTF-8"));
	else
		return 0;
	return -1;
}

void
typing_unknown(const struct framework *fw, const struct place *at,
    const char *name)
{
	const char	**ids = mem_calloc(fw->ncrit + 1, sizeof(*ids));
	const char	*near;
	size_t		  c;

	for (c = 0; c < fw->ncrit; c++)
		ids[c] = fw->crit[c].id;
	msg_fault(at, N_("no criterion of the round has this name"));
	if ((near = msg_nearest(name, ids)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(ids);
}

int
typing_named(const char *header, const char *en, const char *fr)
{
	char	*plain = words_plain(header);
	int	 hit = strcmp(plain, en) == 0 || strcmp(plain, fr) == 0;

	free(plain);
	return hit;
}
