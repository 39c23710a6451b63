/* Names in an XLSForm: of languages, and of questions. */
#include "intake/xlsform.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"

/* Written by the first name, which is the language's own; known by all. */
static const struct {
	const char	*code, *own, *also[3];
} langs[] = {
	{ "en", "English", { "anglais", NULL } },
	{ "fr", "Français", { "french", NULL } },
	{ "ar", "العربية", { "arabic", "arabe", NULL } },
	{ "es", "Español", { "spanish", "espagnol", NULL } },
	{ "pt", "Português", { "portuguese", "portugais", NULL } },
	{ "de", "Deutsch", { "german", "allemand", NULL } },
	{ "it", "Italiano", { "italian", "italien", NULL } },
	{ "nl", "Nederlands", { "dutch", "neerlandais", NULL } },
	{ "ru", "Русский", { "russian", "russe", NULL } },
	{ "uk", "Українська", { "ukrainian", "ukrainien", NULL } },
	{ "tr", "Türkçe", { "turkish", "turc", NULL } },
	{ "sw", "Kiswahili", { "swahili", NULL } },
	{ "ln", "Lingála", { "lingala", NULL } },
	{ "rw", "Ikinyarwanda", { "kinyarwanda", NULL } },
	{ "rn", "Ikirundi", { "kirundi", NULL } },
	{ "mg", "Malagasy", { "malgache", NULL } },
	{ "ha", "Hausa", { "haoussa", NULL } },
	{ "ff", "Fulfulde", { "pulaar", "fulani", "peul" } },
	{ "wo", "Wolof", { NULL } },
	{ "bm", "Bamanankan", { "bambara", NULL } },
	{ "am", "አማርኛ", { "amharic", "amharique", NULL } },
	{ "so", "Soomaali", { "somali", NULL } },
	{ "ti", "ትግርኛ", { "tigrinya", NULL } },
	{ "fa", "فارسی", { "persian", "farsi", "dari" } },
	{ "ps", "پښتو", { "pashto", "pachto", NULL } },
	{ "ur", "اردو", { "urdu", "ourdou", NULL } },
	{ "hi", "हिन्दी", { "hindi", NULL } },
	{ "bn", "বাংলা", { "bengali", "bangla", NULL } },
	{ "ne", "नेपाली", { "nepali", "nepalais", NULL } },
	{ "my", "မြန်မာ", { "burmese", "birman", NULL } },
	{ "id", "Bahasa Indonesia", { "indonesian", "indonesien", NULL } },
	{ "ht", "Kreyòl", { "creole", "haitian creole", "creole haitien" } }
};
#define NLANGS	(sizeof(langs) / sizeof(*langs))

char *
xlsform_lang_words(const char *lang)
{
	size_t	i;

	for (i = 0; i < NLANGS; i++)
		if (strcmp(langs[i].code, lang) == 0)
			return mem_printf("%s (%s)", langs[i].own, lang);
	return mem_printf("%s (%s)", lang, lang);
}

/* Two or three letters, with a region or script behind '-' or '_' or not. */
static int
take_code(char *buf, const char *s, size_t n)
{
	size_t	k, i;

	for (k = 0; k < n && isalpha((unsigned char)s[k]); k++)
		continue;
	if (k < 2 || k > 3 || (k < n && s[k] != '-' && s[k] != '_'))
		return -1;
	for (i = 0; i < k; i++)
		buf[i] = (char)tolower((unsigned char)s[i]);
	buf[k] = '\0';
	return 0;
}

static int
is_name(const char *plain, const char *name)
{
	char	*s = utf_plain(name);
	int	 eq = strcmp(plain, s) == 0;

	free(s);
	return eq;
}

int
xlsform_lang_code(char *buf, const char *met)
{
	const char	*open = strrchr(met, '('), *close;
	char		*plain;
	size_t		 i, k;
	int		 rc = -1;

	if (open != NULL && (close = strchr(open, ')')) != NULL &&
	    take_code(buf, open + 1, (size_t)(close - open - 1)) == 0)
		return 0;
	plain = utf_plain(met);
	for (i = 0; i < NLANGS && rc != 0; i++) {
		if (is_name(plain, langs[i].own))
			rc = 0;
		for (k = 0; k < 3 && langs[i].also[k] != NULL; k++)
			if (strcmp(plain, langs[i].also[k]) == 0)
				rc = 0;
		if (rc == 0)
			memcpy(buf, langs[i].code, 3);
	}
	if (rc != 0)
		rc = take_code(buf, plain, strlen(plain));
	free(plain);
	return rc;
}

char *
xlsform_name(const char *id)
{
	if (isdigit((unsigned char)*id) || strcmp(id, "meta") == 0)
		return mem_printf("_%s", id);
	return mem_strdup(id);
}
