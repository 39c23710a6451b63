/* CSV out, quoted only where needed. */
#include "table/writer.h"

#include <string.h>

void
writer_cell(struct str *out, const char *value, char sep)
{
	size_t		n = strlen(value), i;
	int		quote;

	quote = n > 0 && (strchr(" \t", value[0]) != NULL ||
	    strchr(" \t", value[n - 1]) != NULL);
	for (i = 0; i < n && !quote; i++)
		quote = value[i] == sep || value[i] == '"' ||
		    value[i] == '\n' || value[i] == '\r';
	if (!quote) {
		str_addn(out, value, n);
		return;
	}
	str_addc(out, '"');
	for (i = 0; i < n; i++) {
		if (value[i] == '"')
			str_addc(out, '"');
		str_addc(out, value[i]);
	}
	str_addc(out, '"');
}

void
writer_record(struct str *out, const char *const *cells, int n,
    const struct dialect *d)
{
	int	i;

	/* A lone empty cell would be a blank line, which no reader sees. */
	if (n == 1 && cells[0][0] == '\0')
		str_add(out, "\"\"");
	else
		for (i = 0; i < n; i++) {
			if (i > 0)
				str_addc(out, d->sep);
			writer_cell(out, cells[i], d->sep);
		}
	str_add(out, d->crlf ? "\r\n" : "\n");
}

void
writer_line(FILE *fp, const char *const *cells, int n)
{
	static const struct dialect	canonical = { .sep = ',' };
	struct str			line;

	str_init(&line);
	writer_record(&line, cells, n, &canonical);
	fwrite(line.s, 1, line.len, fp);
	str_free(&line);
}
