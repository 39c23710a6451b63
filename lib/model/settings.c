/* What cpm.csv may say. */
#include "model/settings.h"

#include <string.h>

#include "base/msg.h"

static const char *
near_setting(const char *key)
{
	const char	*names[128];
	size_t		 n;

	for (n = 0; schema_settings[n].key != NULL && n < 127; n++)
		names[n] = schema_settings[n].key;
	names[n] = NULL;
	return msg_nearest(key, names);
}

static void
no_such(const struct place *at, const char *key)
{
	const char	*near = near_setting(key);

	msg_fault(at, N_("no such setting: '%s'"), key);
	if (near != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
}

static void
not_allowed(const struct place *at, const struct setting *s, const char *key,
    const char *value)
{
	msg_fault(at, N_("not allowed for '%s': '%s'"), key, value);
	if (s->type == COL_INT)
		msg_hint(N_("from %lld to %lld"), (long long)s->lo,
		    (long long)s->hi);
	else if (s->type == COL_ENUM)
		msg_hint(N_("one of: %s"), s->values);
}

int
settings_check(const struct table *t)
{
	const struct setting	*s;
	const char		*key, *value;
	char			 buf[SCHEMA_VALUE];
	struct place		 at;
	size_t			 i;
	int			 rc = 0;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		key = cell(t, i, "key");
		value = cell(t, i, "value");
		if ((s = schema_setting(key)) == NULL) {
			if (strncmp(key, "x_", 2) == 0)
				continue;
			at = table_place(t, i, "key");
			no_such(&at, key);
			rc = -1;
		} else if (*value != '\0' &&
		    schema_setting_value(s, value, buf) == NULL) {
			at = table_place(t, i, "value");
			not_allowed(&at, s, key, value);
			rc = -1;
		}
	}
	return rc;
}
