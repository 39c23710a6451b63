/* The month's sheet as a grid: out, and its words back. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "intake/month_in.h"
#include "intake/words.h"
#include "table/writer.h"

static const struct {
	const char	*en, *fr;
	const char	*also;		/* what people write, '|' between */
} fields[MF_COUNT] = {
	[MF_MONTH] = { "month", "mois", "" },
	[MF_ID] = { "id", "identifiant", "" },
	[MF_TITLE] = { "title", "titre", "action|key action|action cle" },
	[MF_OWNER] = { "owner", "responsable", "who|qui" },
	[MF_DUE] = { "due", "échéance", "by when|pour quand" },
	[MF_VERIFY] = { "verification", "vérification", "" },
	[MF_STATUS] = { "status", "statut", "" },
	[MF_NOW] = { "now", "maintenant", "where it stands now" },
	[MF_ON] = { "on", "le", "day|jour|date|done_on|fait le" },
	[MF_OBSTACLE] = { "obstacle", "obstacle",
	    "what is in the way|ce qui bloque" },
	[MF_WHAT] = { "what", "quoi", "seen|vu|what changed" },
	[MF_WHOM] = { "for_whom", "pour_qui", "" },
	[MF_BY] = { "by", "par_qui", "seen_by|vu par|by whom|par" },
	[MF_SHEET] = { "sheet", "feuille", "" }
};

const char *
month_field_name(enum month_field f, int french)
{
	return french ? fields[f].fr : fields[f].en;
}

/* Without blanks, '_' and '-'; plain otherwise.  The caller frees it. */
static char *
bare(const char *s)
{
	char	*plain = words_plain(s), *from, *to;

	for (from = to = plain; *from != '\0'; from++)
		if (strchr(" _-", *from) == NULL)
			*to++ = *from;
	*to = '\0';
	return plain;
}

static int
bare_is(const char *have, const char *word, size_t n)
{
	char	*one = mem_strndup(word, n), *b = bare(one);
	int	 same = strcmp(have, b) == 0;

	free(one);
	free(b);
	return same;
}

/* Whether it is one of several words, '|' between them. */
static int
among(const char *have, const char *words)
{
	size_t	n;

	for (; *words != '\0'; words += n + (words[n] == '|')) {
		n = strcspn(words, "|");
		if (bare_is(have, words, n))
			return 1;
	}
	return 0;
}

enum month_field
month_field(const char *header)
{
	char	*have;
	int	 f;

	/* What programs add of themselves is none of ours: "_id". */
	if (*header == '_')
		return MF_COUNT;
	have = bare(header);
	for (f = 0; f < MF_COUNT; f++)
		if (bare_is(have, fields[f].en, strlen(fields[f].en)) ||
		    bare_is(have, fields[f].fr, strlen(fields[f].fr)) ||
		    among(have, fields[f].also))
			break;
	free(have);
	return (enum month_field)f;
}

/* Words for the state of an action that the table itself does not have. */
static const struct {
	enum month_now	 now;
	const char	*words;
} spoken[] = {
	{ NOW_DOING, "under way|in progress|going on|started|begun|"
	    "commence|commencee|demarre|demarree" },
	{ NOW_DONE, "finished|fini|finie|termine|terminee" },
	{ NOW_TODO, "not yet|not begun|not started|nothing yet|"
	    "pas encore|pas commence|pas commencee|rien encore" },
	{ NOW_BLOCKED, "stuck|en panne" }
};

enum month_now
month_now(const char *word)
{
	static const struct {
		const char	*value;
		enum month_now	 now;
	} values[] = {
		{ "draft", NOW_TODO }, { "todo", NOW_TODO },
		{ "doing", NOW_DOING }, { "done", NOW_DONE },
		{ "blocked", NOW_BLOCKED }, { "dropped", NOW_DROPPED }
	};
	const struct schema	*s = schema_find("actions");
	char			 buf[SCHEMA_VALUE], *have;
	const char		*v;
	size_t			 i;
	enum month_now		 now = NOW_BAD;

	if (*word == '\0')
		return NOW_SILENT;
	v = schema_value(&s->cols[schema_col(s, "status")], word, buf);
	for (i = 0; v != NULL && i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(v, values[i].value) == 0)
			return values[i].now;
	have = bare(word);
	for (i = 0; i < sizeof(spoken) / sizeof(*spoken); i++)
		if (among(have, spoken[i].words))
			now = spoken[i].now;
	free(have);
	return now;
}

/* --- out ---------------------------------------------------------------------- */

/* A spreadsheet would compute what begins like a formula. */
static char *
held(const char *text)
{
	return mem_printf("%s%s", *text != '\0' &&
	    strchr("=+-@", *text) != NULL ? " " : "", text);
}

static void
plan_cells(const struct month_line *l, const char **cell, char due[DATE_LEN])
{
	const struct plan_action	*a = l->action;
	int				 day;

	day = l->step != NULL ? l->step->due : a->due;
	cell[MF_OWNER] = l->step != NULL ? l->step->owner : a->owner;
	cell[MF_DUE] = day != DATE_NONE ? date_str(due, day) : "";
	cell[MF_VERIFY] = l->step != NULL ? "" : a->verification;
	cell[MF_STATUS] = plan_value_words("status", l->step != NULL ? "todo" :
	    plan_status_word(a->status));
}

void
month_grid(FILE *fp, const struct month *m)
{
	int		 french = strcmp(lang_now(), "fr") == 0, f;
	const char	*cell[MF_SHEET];
	char		 month[DATE_LEN], due[DATE_LEN], *free_me[MF_SHEET];
	char		*title;
	size_t		 i;

	month_str(month, m->first);
	for (f = 0; f < MF_SHEET; f++)
		cell[f] = month_field_name((enum month_field)f, french);
	writer_line(fp, cell, MF_SHEET);
	for (i = 0; i < m->n; i++) {
		for (f = 0; f < MF_SHEET; f++)
			cell[f] = "";
		title = month_title(&m->lines[i]);
		cell[MF_MONTH] = month;
		cell[MF_ID] = m->lines[i].id;
		cell[MF_TITLE] = title;
		if (m->lines[i].action != NULL)
			plan_cells(&m->lines[i], cell, due);
		for (f = 0; f < MF_SHEET; f++)
			cell[f] = free_me[f] = held(cell[f]);
		writer_line(fp, cell, MF_SHEET);
		for (f = 0; f < MF_SHEET; f++)
			free(free_me[f]);
		free(title);
	}
}
