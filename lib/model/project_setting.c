/* What cpm.csv says, or its presets, and the words that follow from it. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "model/project_in.h"

/* A French value of a setting in its canonical form. */
static const char *
setting_value(struct table *t, const struct setting *s, const char *met)
{
	struct column	c = { .name = s->key, .type = COL_ENUM,
			    .values = s->values, .values_fr = s->values_fr };
	char		buf[64];
	const char	*v = schema_value(&c, met, buf);

	if (v == NULL || strcmp(v, met) == 0)
		return met;
	return arena_str(&t->arena, v);
}

const char *
project_get(struct project *p, const char *key)
{
	struct table		*t = project_table(p, "cpm");
	const struct setting	*s = schema_setting(key);
	size_t			 i = table_find(t, key);
	const char		*v = i < t->nrows ? cell(t, i, "value") : "";
	char			 buf[SCHEMA_VALUE];

	if (*v != '\0' && s != NULL && s->type == COL_ENUM)
		v = setting_value(t, s, v);
	if (*v == '\0')
		return s != NULL && s->preset != NULL ? s->preset : "";
	/* "share,bailleur" is said in French and means funder. */
	if (s != NULL && s->type == COL_ENUM &&
	    schema_setting_value(s, v, buf) != NULL && strcmp(buf, v) != 0)
		return arena_str(&t->arena, buf);
	return v;
}

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
