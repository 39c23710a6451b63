/* What an id stands for, in the team's words. */
#include "model/refwords.h"

#include <stdlib.h>
#include <string.h>

/* "" too where such tables have no such column. */
static const char *
cell_if(const struct table *t, size_t i, const char *column)
{
	return schema_col(t->schema, column) < 0 ? "" : cell(t, i, column);
}

const char *
refwords_called(struct project *p, const char *table, const char *id)
{
	static const char *const	columns[] = {
		"title", "text", "now_know", "new_practice", "what", "summary",
		"theme", NULL
	};
	const struct table		*t = project_table(p, table);
	size_t				 i = table_find(t, id);
	const char			*words;
	int				 k;

	if (i == t->nrows || strcmp(cell_if(t, i, "visibility"), "private") == 0)
		return NULL;
	words = schema_col(t->schema, "label") < 0 ? "" :
	    cell_label(t, i, "label", lang_now(), NULL);
	for (k = 0; *words == '\0' && columns[k] != NULL; k++)
		words = cell_if(t, i, columns[k]);
	return *words != '\0' ? words : NULL;
}

const char *
refwords_of(struct project *p, const char *ref)
{
	static const struct {
		const char	*word, *table;
	}		known[] = {
		{ "change", "changes" }, { "action", "actions" },
		{ "step", "steps" }, { "finding", "findings" },
		{ "lesson", "lessons" }, { "session", "sessions" },
		{ "dimension", "dimensions" }, { "criterion", "criteria" },
		{ "indicator", "indicators" }, { "log", "log" }
	};
	const char	*colon = strchr(ref, ':');
	size_t		 i, n;

	if (colon == NULL)
		return NULL;
	n = (size_t)(colon - ref);
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strlen(known[i].word) == n &&
		    strncmp(ref, known[i].word, n) == 0)
			return refwords_called(p, known[i].table, colon + 1);
	return NULL;
}

char *
refwords_list(struct project *p, const char *ids, const char *table)
{
	struct str	 s;
	const char	*words;
	char		*id;
	size_t		 n;

	str_init(&s);
	for (; *ids != '\0'; ids += n, ids += strspn(ids, " ")) {
		n = strcspn(ids, " ");
		id = mem_strndup(ids, n);
		words = table != NULL ? refwords_called(p, table, id) :
		    refwords_of(p, id);
		str_printf(&s, "%s%s", s.len > 0 ? ", " : "",
		    words != NULL ? words : id);
		free(id);
	}
	return str_take(&s);
}
