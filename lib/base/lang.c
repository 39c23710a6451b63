/* The language that sentences are said in. */
#include "base/lang.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/share.h"

#define DOMAIN	"cpm-toolkit"

static char	own[8] = "en";		/* the user's */
static char	now[8] = "en";

/* glibc's counter: to bump it makes gettext look at LANGUAGE again. */
extern int	_nl_msg_cat_cntr;

int
lang_known(const char *lang)
{
	char	path[4096];

	if (strcmp(lang, "en") == 0)
		return 1;
	if (strlen(lang) > 3 || strchr(lang, '/') != NULL || *lang == '\0')
		return 0;
	snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/%s.mo", share_locale_dir(),
	    lang, DOMAIN);
	return access(path, R_OK) == 0;
}

int
lang_use(const char *lang)
{
	int	known;

	if (lang == NULL)
		lang = own;
	known = lang_known(lang);
	snprintf(now, sizeof(now), "%s", known ? lang : "en");
	setenv("LANGUAGE", now, 1);
	_nl_msg_cat_cntr++;
	return known ? 0 : -1;
}

const char *
lang_now(void)
{
	return now;
}

const char *
lang_say(const char *s)
{
	/* Sentences are English, but gettext searches long for that. */
	return strcmp(now, "en") == 0 ? s : gettext(s);
}

/* Take the first known two letters of a list such as "fr_BE:fr:en". */
static int
take(const char *list)
{
	char	two[4];
	size_t	n;

	while (list != NULL && *list != '\0') {
		n = strcspn(list, ":");
		if (n >= 2 && (n == 2 || strchr("_.@", list[2]) != NULL)) {
			snprintf(two, sizeof(two), "%.2s", list);
			if (lang_known(two)) {
				snprintf(own, sizeof(own), "%s", two);
				return 1;
			}
		}
		list += n;
		list += *list == ':';
	}
	return 0;
}

void
lang_init(void)
{
	static const char *const names[] =
	    { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char	*v = NULL;
	size_t		 i;

	/* C.UTF-8 is always there, and under it LANGUAGE alone decides. */
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL ||
	    setlocale(LC_MESSAGES, "C.UTF-8") == NULL)
		setlocale(LC_CTYPE, "C");
	bindtextdomain(DOMAIN, share_locale_dir());
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if ((v = getenv(names[i])) != NULL && *v != '\0')
			break;
	/* As gettext does: LANGUAGE counts unless the locale is plain C. */
	if (v == NULL || *v == '\0' || (strcmp(v, "C") != 0 &&
	    strcmp(v, "POSIX") != 0) || getenv("LC_ALL") == NULL)
		if (take(getenv("LANGUAGE"))) {
			lang_use(NULL);
			return;
		}
	if (v != NULL)
		take(v);
	lang_use(NULL);
}

const char *
lang_word(const struct lang_word *w, const char *value)
{
	for (; w->value != NULL; w++)
		if (strcmp(w->value, value) == 0)
			return lang_say(w->words);
	return value;
}
