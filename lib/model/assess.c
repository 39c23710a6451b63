/*
 * What the steps of a round share: what was done, said once it is saved; the
 * words that an option takes; the thread that a person means.  The steps are
 * in assess_open.c, assess_close.c, assess_agree.c and assess_finding.c.
 */
#include "model/assess.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "model/assess_in.h"
#include "model/names.h"

/* --- what was done -------------------------------------------------------- */

/* What was done: said once it is saved, not before. */
static struct str		talk;

void
assess_say(const char *fmt, ...)
{
	va_list	ap;
	char	*line;

	va_start(ap, fmt);
	if (vasprintf(&line, gettext(fmt), ap) < 0)
		mem_out();
	va_end(ap);
	if (talk.s == NULL)
		str_init(&talk);
	str_addn(&talk, line, strlen(line) + 1);
	free(line);
}

void
assess_said(int done)
{
	size_t	i;

	for (i = 0; done && i < talk.len; i += strlen(talk.s + i) + 1)
		msg_note("%s", talk.s + i);
	if (talk.s != NULL)
		str_free(&talk);
	talk = (struct str){ NULL, 0, 0 };
}

/* --- words of an option --------------------------------------------------- */

/* The words that an option takes, in the language in force. */
static char *
option_words(const struct column *c)
{
	char		 value[SCHEMA_VALUE], fr[SCHEMA_VALUE];
	const char	*v = c->values, *word;
	size_t		 n;
	struct str	 s;

	str_init(&s);
	for (; *v != '\0'; v += n + (v[n] == '|')) {
		n = strcspn(v, "|");
		snprintf(value, sizeof(value), "%.*s", (int)n, v);
		word = strcmp(lang_now(), "fr") == 0 ?
		    schema_value_fr(c, value, fr) : value;
		str_printf(&s, "%s%s", s.len > 0 ? ", " : "", word);
	}
	return str_take(&s);
}

const char *
assess_option(const struct schema *s, const char *column, const char *typed,
    char *buf)
{
	const struct column	*c = &s->cols[schema_col(s, column)];
	const char		*v = schema_value(c, typed, buf);
	char			*option, *words;

	if (v != NULL)
		return v;
	option = mem_printf("--%s", column);
	words = option_words(c);
	msg_fault(NULL, N_("%s: '%s' is none of: %s"), option, typed, words);
	free(option);
	free(words);
	return NULL;
}

/* --- a thread or a criterion ---------------------------------------------- */

/* The beginning of ids, in any case: how many, and the last of them. */
static size_t
begins(const struct framework *fw, const char *typed, size_t *dim,
    size_t *crit)
{
	size_t	i, hits = 0, len = strlen(typed);

	for (i = 0; i < fw->ndims; i++)
		if (strncasecmp(fw->dims[i].id, typed, len) == 0) {
			*dim = i;
			hits++;
		}
	for (i = 0; i < fw->ncrit; i++)
		if (strncasecmp(fw->crit[i].id, typed, len) == 0) {
			*dim = fw->crit[*crit = i].dim;
			hits++;
		}
	return hits;
}

static void
hint_near(const struct framework *fw, const char *typed)
{
	const char	**names, *near;
	size_t		  i, n = 0;

	names = mem_calloc(2 * fw->ndims + fw->ncrit + 1, sizeof(*names));
	for (i = 0; i < fw->ndims; i++)
		names[n++] = fw->dims[i].id;
	for (i = 0; i < fw->ncrit; i++)
		names[n++] = fw->crit[i].id;
	for (i = 0; i < fw->ndims; i++)
		names[n++] = fw->dims[i].label;
	if ((near = msg_nearest(typed, names)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(names);
}

int
assess_what(struct project *p, const struct round *r, const char *typed,
    size_t *dim, size_t *crit)
{
	const struct framework	*fw = &r->fw;
	const struct table	*t = project_frozen(p, r->id, "dimensions");
	size_t			 i, hits;

	*crit = fw->ncrit;
	if ((i = names_find(t, typed)) < t->nrows &&
	    (*dim = framework_dim(fw, cell(t, i, "id"))) < fw->ndims)
		return 0;
	t = project_frozen(p, r->id, "criteria");
	if ((i = names_find(t, typed)) < t->nrows &&
	    (*crit = framework_crit(fw, cell(t, i, "id"))) < fw->ncrit) {
		*dim = fw->crit[*crit].dim;
		return 0;
	}
	*crit = fw->ncrit;
	if ((hits = begins(fw, typed, dim, crit)) == 1)
		return 0;
	msg_fault(NULL, hits > 1 ?
	    N_("'%s' begins more than one dimension or criterion") :
	    N_("there is no dimension or criterion '%s'"), typed);
	if (hits == 0)
		hint_near(fw, typed);
	return -1;
}
