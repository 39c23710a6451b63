/* What follows from the settings: numbers, languages, the word for a level. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/project_in.h"

int64_t
project_int(struct project *p, const char *key)
{
	const struct setting	*s = schema_setting(key);
	int64_t			 v;

	if (num_int(project_get(p, key), INT64_MIN + 1, INT64_MAX, &v) == 0)
		return v;
	if (s != NULL && s->preset != NULL && num_int(s->preset,
	    INT64_MIN + 1, INT64_MAX, &v) == 0)
		return v;
	return 0;
}

const char *
project_lang(struct project *p)
{
	const char	*v = p->lang != NULL ? p->lang : project_get(p, "lang");

	return *v != '\0' ? v : "en";
}

/* Each language once, between blanks: a table has a column for each. */
static const char *
each_once(struct arena *a, const char *typed)
{
	const char	*w, *k, *out;
	struct str	 list;
	size_t		 n, m;

	str_init(&list);
	for (w = typed + strspn(typed, " ,;"); *w != '\0';
	    w += n, w += strspn(w, " ,;")) {
		n = strcspn(w, " ,;");
		for (k = list.s; *k != '\0'; k += m, k += strspn(k, " ")) {
			m = strcspn(k, " ");
			if (m == n && strncmp(k, w, n) == 0)
				break;
		}
		if (*k != '\0')
			continue;
		if (list.len > 0)
			str_addc(&list, ' ');
		str_addn(&list, w, n);
	}
	out = arena_str(a, list.s);
	str_free(&list);
	return out;
}

const char *
project_langs(struct project *p)
{
	const char	*v = project_get(p, "langs");

	if (v[strspn(v, " ,;")] == '\0')
		v = project_get(p, "lang");
	if (*v == '\0')
		return "en";
	if (p->langs_of != v) {
		p->langs_of = v;
		p->langs = each_once(&project_table(p, "cpm")->arena, v);
	}
	return p->langs;
}

const char *
project_level_word(struct project *p, const char *lang)
{
	char		 key[64];
	const char	*v;

	snprintf(key, sizeof(key), "level_label_%s", lang);
	v = project_get(p, key);
	return *v != '\0' ? v : _("level");
}

const char *
project_level_now(struct project *p)
{
	return project_level_word(p, lang_now());
}
