/* Whether a header, or a text, may tell of a person. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf.h"
#include "intake/columns_in.h"
#include "intake/day.h"

#define PHONE_DIGITS	8	/* as many as the shortest numbers have */

/* Words that tell of a person wherever they stand in a header. */
static const char *const	person_words[] = {
	"name", "names", "nom", "noms", "prenom", "prenoms", "surname",
	"firstname", "lastname", "fullname", "email", "mail", "courriel",
	"phone", "phonenumber", "telephone", "tel", "mobile", "portable",
	"cellphone", "whatsapp", "telegram", "facebook", "skype", "contact",
	"contacts", "initials", "initiales", "identity", "identite", "gsm",
	"user", "username", "utilisateur", "submitted", "submitter",
	"device", "deviceid", "imei", "sim", "simid", "simserial",
	"subscriberid", "ip", "ipaddr", "ipaddress", "gps", "geopoint",
	"geolocation", "location", "latitude", "longitude", "altitude",
	"position", "coordonnees", "address", "adresse", "photo", "picture",
	"image", "audio", "video", "signature", "attachment", "attachments",
	"token", "birth", "birthdate", "naissance", "enumerator",
	"enqueteur", "enquetrice", "interviewer", "passport", "passeport",
	"matricule", "mails", "emails", "courriels", "courrier",
	"phones", "telephones", "adresses", "addresses",
	/* Spanish, Portuguese, Italian, German, Dutch, Russian, Arabic */
	"nombre", "nombres", "apellido", "apellidos", "correo", "telefono",
	"celular", "usuario", "direccion", "nome", "sobrenome", "telefone",
	"endereco", "cognome", "posta", "cellulare", "utente", "indirizzo",
	"vorname", "nachname", "familienname", "telefon", "handy",
	"benutzer", "benutzername", "anschrift", "geburtsdatum", "naam",
	"voornaam", "achternaam", "telefoon", "имя", "фамилия", "почта",
	"телефон", "адрес", "اسم", "الاسم", "هاتف", "الهاتف", "البريد", NULL
};

int
columns_among(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return 1;
	return 0;
}

/* "SubmitterName" -> "Submitter Name", so that its words are seen. */
static char *
split_humps(const char *s)
{
	struct str	out;

	str_init(&out);
	for (; *s != '\0'; s++) {
		if (out.len > 0 && isupper((unsigned char)*s) &&
		    islower((unsigned char)s[-1]))
			str_addc(&out, ' ');
		str_addc(&out, *s);
	}
	return str_take(&out);
}

/* Call f for each word of a folded text until it says 1. */
static int
any_word(char *plain, int (*f)(const char *))
{
	char	*p = plain, *from;

	while (*p != '\0') {
		from = p;
		while (isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80)
			p++;
		if (p > from) {
			char	c = *p;
			int	hit;

			*p = '\0';
			hit = f(from);
			*p = c;
			if (hit)
				return 1;
		}
		if (*p != '\0')
			p++;
	}
	return 0;
}

/* "tel1" and "email_2" too: a form that asks for several numbers them. */
static int
is_person_word(const char *word)
{
	size_t	 n = strlen(word), k = n;
	char	*stem;
	int	 hit;

	if (columns_among(word, person_words))
		return 1;
	while (k > 0 && isdigit((unsigned char)word[k - 1]))
		k--;
	if (k == n)
		return 0;
	stem = mem_strndup(word, k);
	hit = columns_among(stem, person_words);
	free(stem);
	return hit;
}

int
columns_address(const char *s)
{
	static const char *const	signs[] = { " ", "+", "-", ".", "(",
	    ")", "/", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x91", NULL };
	size_t				digits = 0;
	int				i, day;

	if (strchr(s, '@') != NULL)
		return 1;
	if (day_read(s, 'd', &day) == 0 || day_read(s, 'm', &day) == 0)
		return 0;
	while (*s != '\0') {
		if (isdigit((unsigned char)*s)) {
			digits++;
			s++;
			continue;
		}
		for (i = 0; signs[i] != NULL; i++)
			if (strncmp(s, signs[i], strlen(signs[i])) == 0)
				break;
		if (signs[i] == NULL)
			return 0;
		s += strlen(signs[i]);
	}
	return digits >= PHONE_DIGITS;
}

int
columns_person(const char *header)
{
	char	*humps = split_humps(header), *split = utf_plain(humps);
	char	*plain = utf_plain(header);	/* WhatsApp is one word */
	int	 hit = any_word(split, is_person_word) ||
		    any_word(plain, is_person_word) ||
		    strstr(plain, "e-mail") != NULL ||
		    strstr(plain, "e\xe2\x80\x91mail") != NULL ||
		    columns_address(header);

	free(humps);
	free(split);
	free(plain);
	return hit;
}
