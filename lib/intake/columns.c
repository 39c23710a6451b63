/* What each column of a foreign file is used for. */
#include "intake/columns.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/msg.h"
#include "base/utf.h"
#include "intake/day.h"

#define COLUMN_NOTE	(COLUMN_UNKNOWN + 1)	/* for list_use */
#define SHOWN_MAX	48	/* bytes of a header in a message */
#define LED_SHOWN	8	/* columns in one message */
#define PHONE_DIGITS	8	/* as many as the shortest numbers have */

const char *
column_word(int use)
{
	switch (use) {
	case COLUMN_IDENTIFYING:
		return "identifying";
	case COLUMN_META:
		return "metadata";
	case COLUMN_UNKNOWN:
		return "unknown";
	default:
		return map_field_name((enum field)use);
	}
}

/* --- what a header looks like ------------------------------------------ */

/* Words that tell of a person wherever they stand in a header. */
static const char *const	person_words[] = {
	"name", "names", "nom", "noms", "prenom", "prenoms", "surname",
	"firstname", "lastname", "fullname", "email", "mail", "courriel",
	"phone", "phonenumber", "telephone", "tel", "mobile", "portable",
	"cellphone", "whatsapp", "telegram", "facebook", "skype", "contact",
	"contacts", "initials", "initiales", "identity", "identite", "gsm", "user", "username", "utilisateur", "submitted",
	"submitter", "device", "deviceid", "imei", "sim", "simid", "simserial",
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

static int
among(const char *word, const char *const *list)
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

	if (among(word, person_words))
		return 1;
	while (k > 0 && isdigit((unsigned char)word[k - 1]))
		k--;
	if (k == n)
		return 0;
	stem = mem_strndup(word, k);
	hit = among(stem, person_words);
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

static int
ends_in_group(const char *header)
{
	static const char *const	ends[] = { "group", "groupe", "regard",
	    NULL };
	char		*plain = words_plain(header);
	const char	*word = plain, *p;
	size_t		 n = strlen(plain);
	int		 hit;

	if (n > 0 && plain[n - 1] == ']')	/* LimeSurvey's Q1[group] */
		plain[n - 1] = '\0';
	/* The last word: what stands behind the last sign that is no letter. */
	for (p = plain; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && (unsigned char)*p < 0x80)
			word = p + 1;
	hit = among(word, ends);
	free(plain);
	return hit;
}

/* --- names -------------------------------------------------------------- */

/* A header as messages show it: one line, short, cut between characters. */
static char *
shorten(struct arena *a, const char *name)
{
	char	*line = mem_strdup(name), *folded, *out, *p;
	size_t	 n;

	for (p = line; (p = strpbrk(p, "\r\n")) != NULL; )
		*p = ' ';
	folded = msg_clean(line, strlen(line));
	free(line);
	n = strlen(folded);

	if (n <= SHOWN_MAX)
		out = arena_str(a, folded);
	else {
		n = SHOWN_MAX;
		while (n > 0 && ((unsigned char)folded[n] & 0xc0) == 0x80)
			n--;
		out = arena_printf(a, "%.*s…", (int)n, folded);
	}
	free(folded);
	return out;
}

struct times {
	char		*name;
	int		 n;
	UT_hash_handle	 hh;
};

static void
name_columns(struct columns *cs, const struct record *r)
{
	struct times	*seen = NULL, *t;
	char		*name;
	int		 i;

	for (i = 0; i < r->n; i++) {
		name = arena_str(&cs->arena, r->f[i]);
		words_trim(name, strlen(r->f[i]) + 1, r->f[i]);
		HASH_FIND_STR(seen, name, t);
		if (t == NULL) {
			t = arena_alloc(&cs->arena, sizeof(*t));
			t->name = name;
			HASH_ADD_KEYPTR(hh, seen, t->name, strlen(t->name), t);
		}
		t->n++;
		cs->v[i].header = name;
		cs->v[i].name = t->n == 1 ? name :
		    arena_printf(&cs->arena, "%s#%d", name, t->n);
		/* Somebody's address in the first line: it is no header. */
		cs->v[i].hidden = columns_address(name) || *name == '\0';
		cs->v[i].shown = cs->v[i].hidden ?
		    arena_printf(&cs->arena, "%d", i + 1) :
		    shorten(&cs->arena, cs->v[i].name);
	}
	HASH_CLEAR(hh, seen);
}

/*
 * A question of several answers may be there as one column and as one for
 * each of its options, "question/option", and an option may well be called
 * like a criterion.
 */
static void
find_options(struct columns *cs)
{
	struct times	*seen = NULL, *t, *tmp;
	char		*slash, *head;
	int		 i;

	for (i = 0; i < cs->n; i++) {
		HASH_FIND_STR(seen, cs->v[i].header, t);
		if (t != NULL || *cs->v[i].header == '\0')
			continue;
		t = arena_alloc(&cs->arena, sizeof(*t));
		t->name = cs->v[i].header;
		HASH_ADD_KEYPTR(hh, seen, t->name, strlen(t->name), t);
	}
	for (i = 0; i < cs->n; i++) {
		if (strlen(cs->v[i].header) > HEADER_MAX)
			continue;
		head = mem_strdup(cs->v[i].header);
		while (!cs->v[i].option &&
		    (slash = strrchr(head, '/')) != NULL) {
			*slash = '\0';
			HASH_FIND_STR(seen, head, tmp);
			cs->v[i].option = tmp != NULL;
		}
		free(head);
	}
	HASH_CLEAR(hh, seen);
}

/* "votes[2]/STR0": a group of questions that a submission asks repeatedly. */
static int
repeats(const char *header)
{
	const char	*p = header;

	while ((p = strchr(p, '[')) != NULL) {
		p++;
		if (*p >= '0' && *p <= '9' &&
		    strncmp(p + strspn(p, "0123456789"), "]/", 2) == 0)
			return 1;
	}
	return 0;
}

/* --- by the headers ------------------------------------------------------ */

/* What a column is that nothing is read from. */
static int
left_out(const char *header, enum source source)
{
	int	meta = source_meta(source, header);

	return meta == META_SURE ? COLUMN_META : columns_person(header) ?
	    COLUMN_IDENTIFYING : meta == META_LIKELY ? COLUMN_META :
	    COLUMN_UNKNOWN;
}

/* The question that our own form for phones asks with --unit. */
static int
is_own_unit(const char *header)
{
	static const char *const	names[] = { "unit", "own_unit",
	    "your unit", "votre unite", NULL };
	char	*plain = words_plain(header);
	int	 hit = among(plain, names);

	free(plain);
	return hit;
}

static void
by_header(struct column_use *u, enum source source, const struct words *w)
{
	const char	*header = u->header;
	int		 own = source_own(header);

	u->known = source_known(header);
	if (source == SOURCE_GRID && (own == FIELD_NUMBER ||
	    own == FIELD_GROUP || own == FIELD_UNIT)) {
		u->use = own;
		return;
	}
	if (source == SOURCE_LONG && own >= 0 && own != FIELD_NUMBER) {
		u->use = own;
		return;
	}
	if (source != SOURCE_LONG && !source_quiz(source, header))
		u->crit = words_header(w, header, source_paths(source));
	if (u->option && u->crit == WORDS_TWO)
		u->crit = WORDS_NONE;
	u->repeats = repeats(header);
	if (u->crit < WORDS_TWO && !u->option && !u->repeats) {
		u->use = FIELD_SCORE;
		u->led = words_led(w, header, source_paths(source));
	} else if (ends_in_group(header)) {
		u->use = FIELD_GROUP;
		u->maybe_group = 1;
	} else if (u->known != KNOWN_NONE)
		u->use = COLUMN_META;
	else if (source != SOURCE_LONG && is_own_unit(header))
		u->use = FIELD_UNIT;
	else
		u->use = left_out(header, source);
}

/* --- by the map ---------------------------------------------------------- */

#define NO_COLUMN	(-1)
#define TWO_COLUMNS	(-2)	/* it could be either of two */

struct named {
	char		*name;
	int		 at;
	UT_hash_handle	 hh;
};

static int
find_column(struct named *exact, struct named *plain, const char *name)
{
	struct named	*e;
	char		*key;

	HASH_FIND_STR(exact, name, e);
	if (e == NULL) {
		key = words_plain(name);
		HASH_FIND_STR(plain, key, e);
		free(key);
	}
	return e != NULL ? e->at : NO_COLUMN;
}

/* A line of the map whose column is none of the file, or could be two. */
static void
column_unknown(const struct map *m, const struct map_line *l,
    const char *shown, int hit)
{
	struct place	at = { m->shown, l->line, 0, NULL };

	if (hit == NO_COLUMN) {
		msg_fault(&at, N_("%s has no column '%s'"), shown, l->column);
		return;
	}
	msg_fault(&at, N_("%s has more than one column that '%s' may be"),
	    shown, l->column);
	msg_hint(N_("write the header just as it stands in the file"));
}

static void
criterion_unknown(const struct map *m, const struct map_line *l,
    const struct framework *fw)
{
	struct place	  at = { m->shown, l->line, 0, "criterion" };
	const char	**ids = mem_calloc(fw->ncrit + 1, sizeof(*ids)), *near;
	size_t		  i;

	msg_fault(&at, N_("no such criterion: '%s'"), l->criterion);
	for (i = 0; i < fw->ncrit; i++)
		ids[i] = fw->crit[i].id;
	if ((near = msg_nearest(l->criterion, ids)) != NULL)
		msg_hint(N_("did you mean '%s'?"), near);
	free(ids);
}

/* A pair's answer must be on the scale: a point, NA, DK, a word, or nothing. */
static void
check_pairs(const struct map *m, const struct map_line *l, size_t crit,
    const struct framework *fw, const struct words *w)
{
	struct place	at = { m->shown, l->line, 0, "scores" };
	size_t		i, c;
	int		score;

	for (i = 0; i < l->npairs; i++) {
		score = SCORE_SKIPPED;
		/* A long file's line stands for every criterion. */
		for (c = 0; c < fw->ncrit; c++) {
			if (crit != c && crit != WORDS_NONE)
				continue;
			score = words_score(w, c, l->pairs[i].to, 0);
			if (score != SCORE_OFF && score != SCORE_BAD)
				break;
		}
		if (score == SCORE_BAD)
			msg_fault(&at, N_("a pair gives neither a number nor "
			    "a word of the scale: '%s'"),
			    l->pairs[i].to);
		else if (score == SCORE_OFF)
			msg_fault(&at, N_("a pair gives a score that is not on "
			    "the scale: '%s'"),
			    l->pairs[i].to);
	}
}

static void
check_group_pairs(const struct map *m, const struct map_line *l,
    const struct words *w)
{
	struct place	at = { m->shown, l->line, 0, "scores" };
	size_t		i;

	for (i = 0; i < l->npairs; i++)
		if (l->pairs[i].to[0] != '\0' && (l->field == FIELD_GROUP ?
		    words_group(w, l->pairs[i].to) :
		    words_criterion(w, l->pairs[i].to)) >= WORDS_TWO)
			msg_fault(&at, l->field == FIELD_GROUP ?
			    N_("a pair gives no group of the round: '%s'") :
			    N_("a pair gives no criterion of the round: '%s'"),
			    l->pairs[i].to);
}

static void
both_reversed(const struct map *m, const struct map_line *l, const char *id)
{
	struct place	at = { m->shown, l->line, 0, "reverse" };

	msg_fault(&at, N_("criterion '%s' is reversed in criteria.csv already: "
	    "reversed twice it would be as it was"), id);
}

/* A map is obeyed; what it keeps as it was typed is said. */
static void
warn_person(const struct column_use *u, const struct map *m,
    const struct map_line *l)
{
	struct place	at = { m->shown, l->line, 0, NULL };

	if ((l->field == FIELD_UNIT || l->field == FIELD_COMMENT) &&
	    columns_person(u->header))
		msg_warn(&at, N_("column '%s' may say who it was, and this "
		    "keeps its words in responses.csv: ignore it, or let it "
		    "be the respondent"), u->shown);
}

static void
take_map_line(struct columns *cs, const struct map *m,
    const struct map_line *l, int i, const struct words *w,
    const struct framework *fw)
{
	struct column_use	*u = &cs->v[i];
	struct place		 at = { m->shown, l->line, 0, "criterion" };
	size_t			 c;

	u->line = l;
	u->scores = arena_str(&cs->arena, l->scores);
	u->use = (int)l->field;
	u->reverse = l->reverse;
	u->crit = WORDS_NONE;
	warn_person(u, m, l);
	if (l->field == FIELD_GROUP || l->field == FIELD_CRITERION)
		check_group_pairs(m, l, w);
	if (l->field != FIELD_SCORE && l->field != FIELD_COMMENT)
		return;
	if (*l->criterion != '\0') {
		u->crit = words_criterion_id(w, l->criterion);
		if (u->crit == WORDS_NONE) {
			criterion_unknown(m, l, fw);
			return;
		}
	}
	if (l->field == FIELD_COMMENT) {
		if (u->crit == WORDS_NONE && cs->wide) {
			msg_fault(&at, N_("empty: what is this comment about?"));
			msg_hint(N_("a comment on the whole can only be "
			    "ignored here: read it before the talk"));
		}
		return;
	}
	check_pairs(m, l, u->crit, fw, w);
	if (u->crit == WORDS_NONE && cs->wide)
		msg_fault(&at, N_("empty: whose score is this?"));
	if (u->crit != WORDS_NONE && !cs->wide)
		msg_fault(&at, N_("in a file of one line an answer, its own "
		    "column says the criterion: leave this empty"));
	if (l->reverse)
		for (c = 0; c < fw->ncrit; c++)
			if ((c == u->crit || u->crit == WORDS_NONE) &&
			    fw->crit[c].reverse)
				both_reversed(m, l, fw->crit[c].id);
}

static void
by_map(struct columns *cs, const char *shown, const struct map *m,
    enum source source, const struct words *w, const struct framework *fw)
{
	struct named	*exact = NULL, *plain = NULL, *e, *e2;
	struct place	 at = { m->shown, 0, 0, NULL };
	size_t		 k;
	char		*key;
	int		 i, hit;

	for (i = 0; i < cs->n; i++) {
		e = arena_alloc(&cs->arena, sizeof(*e));
		e->name = cs->v[i].name;
		e->at = i;
		/* As a preview shows it, which calls it by its number. */
		if (cs->v[i].hidden)
			e->name = cs->v[i].shown;
		HASH_FIND_STR(exact, e->name, e2);
		if (e2 == NULL)
			HASH_ADD_KEYPTR(hh, exact, e->name, strlen(e->name),
			    e);
		key = words_plain(cs->v[i].name);
		HASH_FIND_STR(plain, key, e);
		if (e == NULL) {
			e = arena_alloc(&cs->arena, sizeof(*e));
			e->name = arena_str(&cs->arena, key);
			e->at = i;
			HASH_ADD_KEYPTR(hh, plain, e->name, strlen(e->name), e);
		} else
			e->at = TWO_COLUMNS;
		free(key);
	}
	for (k = 0; k < m->n; k++) {
		at.line = m->lines[k].line;
		hit = find_column(exact, plain, m->lines[k].column);
		if (hit < 0) {
			column_unknown(m, &m->lines[k], shown, hit);
			continue;
		}
		if (cs->v[hit].line != NULL) {
			msg_fault(&at, N_("the same column as on line %ld"),
			    cs->v[hit].line->line);
			continue;
		}
		take_map_line(cs, m, &m->lines[k], hit, w, fw);
	}
	for (i = 0; i < cs->n; i++) {
		struct column_use	*u = &cs->v[i];

		u->known = source_known(u->name);
		if (u->line != NULL)
			continue;
		u->use = u->known != KNOWN_NONE ? COLUMN_META :
		    left_out(u->name, source);
	}
	HASH_CLEAR(hh, exact);
	HASH_CLEAR(hh, plain);
}

/* --- together ------------------------------------------------------------ */

/* Only one column may play a part; the second one is said. */
static void
only_one(struct columns *cs, int *slot, int i, const char *shown)
{
	struct place	at = { shown, 1, 0, NULL };

	if (*slot < 0) {
		*slot = i;
		return;
	}
	msg_fault(&at, N_("two columns for the same thing (%s): '%s' and '%s'"),
	    column_word(cs->v[i].use), cs->v[*slot].shown, cs->v[i].shown);
	msg_hint(N_("a map can say which one counts (--map FILE)"));
}

static void
place_parts(struct columns *cs, const char *shown)
{
	struct column_use	*u;
	int			 i;

	for (i = 0; i < cs->n; i++) {
		u = &cs->v[i];
		/* Even of a column that a map ignores: it stops doubles. */
		if (u->known != KNOWN_NONE && cs->known[u->known] < 0)
			cs->known[u->known] = i;
		switch (u->use) {
		case FIELD_GROUP:
			if (!u->maybe_group)
				only_one(cs, &cs->group, i, shown);
			break;
		case FIELD_UNIT:
			only_one(cs, &cs->unit, i, shown);
			break;
		case FIELD_DATE:
			only_one(cs, &cs->date, i, shown);
			break;
		case FIELD_ROUND:
			only_one(cs, &cs->round, i, shown);
			break;
		case FIELD_CRITERION:
			only_one(cs, &cs->criterion, i, shown);
			break;
		case FIELD_ID:
			only_one(cs, &cs->id, i, shown);
			break;
		case FIELD_RESPONDENT:
			only_one(cs, &cs->respondent, i, shown);
			break;
		case FIELD_NUMBER:
			only_one(cs, &cs->number, i, shown);
			break;
		case FIELD_SCORE:
			if (!cs->wide)
				only_one(cs, &cs->score, i, shown);
			break;
		}
	}
}

/*
 * One of several answers that is called like a criterion: no other column
 * asks for it, so the column may as well be a question of a group.
 */
static void
check_option(const struct columns *cs, int i, int asked, const char *shown)
{
	struct place	at = { shown, 1, 0, NULL };

	if (asked || cs->v[i].repeats)
		return;
	msg_fault(&at, N_("column '%s' may be one answer of several to a "
	    "question, or a criterion"), cs->v[i].shown);
	msg_hint(N_("a map can say which one counts (--map FILE)"));
}

/* In a wide file a criterion has one column. */
static size_t
check_wide(struct columns *cs, const char *shown, const struct framework *fw)
{
	struct place	 at = { shown, 1, 0, NULL };
	int		*of = mem_alloc((fw->ncrit + 1) * sizeof(*of));
	size_t		 c, n = 0;
	int		 i;

	for (c = 0; c < fw->ncrit; c++)
		of[c] = -1;
	for (i = 0; i < cs->n; i++) {
		c = cs->v[i].crit;
		if (cs->v[i].use == COLUMN_UNKNOWN && c == WORDS_TWO) {
			msg_fault(&at, N_("column '%s' could be either of two "
			    "criteria"),
			    cs->v[i].shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
		}
		if (cs->v[i].repeats && c < WORDS_TWO) {
			msg_fault(&at, N_("column '%s' comes from questions "
			    "that a submission repeats: which of them counts?"),
			    cs->v[i].shown);
			msg_hint(N_("a map can say which one counts (--map "
			    "FILE)"));
		}
		if (cs->v[i].use != FIELD_SCORE || c >= fw->ncrit)
			continue;
		n++;
		if (of[c] < 0) {
			of[c] = i;
			continue;
		}
		msg_fault(&at, N_("criterion '%s' has two columns: '%s' and "
		    "'%s'"),
		    fw->crit[c].id, cs->v[of[c]].shown, cs->v[i].shown);
		msg_hint(N_("a map can say which one counts (--map FILE)"));
	}
	for (i = 0; i < cs->n; i++)
		if (cs->v[i].option && cs->v[i].crit < fw->ncrit) {
			check_option(cs, i, of[cs->v[i].crit] >= 0, shown);
			cs->v[i].crit = WORDS_NONE;
		}
	free(of);
	return n;
}

int
columns_settle(struct columns *cs, const struct record *r, const char *shown,
    enum source source, const struct map *m, const struct words *w,
    const struct framework *fw)
{
	unsigned long	before = msg_faults();
	struct place	at = { shown, r->line, 0, NULL };
	size_t		k;
	int		i;

	memset(cs, 0, sizeof(*cs));
	arena_init(&cs->arena);
	cs->group = cs->unit = cs->date = cs->round = cs->criterion = -1;
	cs->number = cs->id = cs->respondent = cs->score = -1;
	for (i = 0; i <= KNOWN_ID; i++)
		cs->known[i] = -1;
	cs->submitted = -1;
	cs->n = r->n;
	cs->v = mem_calloc((size_t)r->n, sizeof(*cs->v));
	name_columns(cs, r);
	cs->wide = source != SOURCE_LONG;
	for (i = 0; i < cs->n; i++)
		cs->v[i].crit = WORDS_NONE;
	if (m != NULL) {
		for (k = 0; k < m->n; k++)
			if (m->lines[k].field == FIELD_CRITERION)
				cs->wide = 0;
		by_map(cs, shown, m, source, w, fw);
	} else {
		find_options(cs);
		for (i = 0; i < cs->n; i++)
			by_header(&cs->v[i], source, w);
	}
	place_parts(cs, shown);
	for (i = 0; i < cs->n && cs->submitted < 0; i++)
		if (source_submitted(source, cs->v[i].header))
			cs->submitted = i;
	if (cs->wide && check_wide(cs, shown, fw) == 0 &&
	    msg_faults() == before) {
		msg_fault(&at, N_("no column of this file is a criterion of "
		    "the round"));
		msg_hint(m != NULL ? N_("the map names no column as a score") :
		    N_("a column is known by the criterion's id or label; "
		    "else a map says what it is (--map FILE); is the "
		    "separator right (-d)?"));
	}
	if (!cs->wide && msg_faults() == before && (cs->score < 0 ||
	    cs->criterion < 0))
		msg_fault(&at, N_("a file of one line an answer needs a column "
		    "for the criterion and one for the score"));
	return msg_faults() == before ? 0 : -1;
}

void
columns_free(struct columns *cs)
{
	free(cs->v);
	arena_free(&cs->arena);
}

/* --- saying it ----------------------------------------------------------- */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* A name in the quotation marks of the language. */
static void
str_quote(struct str *out, const char *name)
{
	str_printf(out, _("'%s'"), name);
}
#pragma GCC diagnostic pop

/*
 * A note of a form for phones, our own or another: lines to read, or a name
 * that says so, and in no line anything.  Its many words may look like those
 * that tell who it was.
 */
static int
is_note(const struct column_use *u)
{
	const char	*slash = strrchr(u->header, '/');

	return !u->filled && (u->use == COLUMN_UNKNOWN ||
	    u->use == COLUMN_IDENTIFYING) &&
	    (strpbrk(u->header, "\r\n") != NULL || strncmp(slash != NULL ?
	    slash + 1 : u->header, "note_", 5) == 0);
}

/*
 * 'a', 'b', 'c' of all columns with this use, at most `most`; how many.
 * COLUMN_NOTE lists the notes, other uses leave them out.
 */
static unsigned long
list_use(const struct columns *cs, int use, unsigned long most,
    struct str *out)
{
	unsigned long	n = 0;
	int		i;

	str_reset(out);
	for (i = 0; i < cs->n; i++) {
		if (use == COLUMN_NOTE ? !is_note(&cs->v[i]) :
		    cs->v[i].use != use || is_note(&cs->v[i]))
			continue;
		if (n++ >= most)
			continue;
		if (n > 1)
			str_add(out, ", ");
		str_quote(out, cs->v[i].shown);
	}
	if (n > most)
		str_add(out, ", …");
	return n;
}

static void
missing_criteria(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	ids;
	size_t		c, n = 0;
	int		i;

	str_init(&ids);
	for (c = 0; c < fw->ncrit; c++) {
		for (i = 0; i < cs->n; i++)
			if (cs->v[i].use == FIELD_SCORE && cs->v[i].crit == c)
				break;
		if (i == cs->n && n++ < 12)
			str_printf(&ids, "%s%s", n > 1 ? ", " : "",
			    fw->crit[c].id);
	}
	if (n > 12)
		str_add(&ids, ", …");
	if (n > 0)
		msg_warn(&at, N_("no column for these criteria, which count as "
		    "skipped: %s"), ids.s);
	str_free(&ids);
}

/*
 * Scores whose header says more than the criterion: they may be answers to
 * another question about it.
 */
static void
say_led(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	list;
	unsigned long	n = 0;
	int		i;

	str_init(&list);
	for (i = 0; i < cs->n; i++) {
		if (cs->v[i].use != FIELD_SCORE || !cs->v[i].led)
			continue;
		if (n++ >= LED_SHOWN)
			continue;
		if (n > 1)
			str_add(&list, ", ");
		str_quote(&list, cs->v[i].shown);
		str_printf(&list, " (%s)", fw->crit[cs->v[i].crit].id);
	}
	if (n > LED_SHOWN)
		str_add(&list, ", …");
	if (n > 0)
		msg_note_at(&at, N_("scores by the end of the header alone; a "
		    "map can leave them out: %s"), list.s);
	str_free(&list);
}

void
columns_say(const struct columns *cs, const char *shown,
    const struct framework *fw)
{
	struct place	at = { shown, 0, 0, NULL };
	struct str	names;
	unsigned long	n;

	str_init(&names);
	if (list_use(cs, COLUMN_IDENTIFYING, 1000, &names) > 0)
		msg_note_at(&at, N_("dropped, for they may say who it was: %s"),
		    names.s);
	if ((n = list_use(cs, COLUMN_META, 4, &names)) > 0)
		msg_note_at(&at, N_("left out, the survey program's own: %s "
		    "(%lu)"),
		    names.s, n);
	if (list_use(cs, COLUMN_UNKNOWN, 1000, &names) > 0)
		msg_note_at(&at, N_("left out, for nothing says what they are: "
		    "%s"),
		    names.s);
	if ((n = list_use(cs, COLUMN_NOTE, 4, &names)) > 0)
		msg_note_at(&at, N_("left out, notes of the form: %s (%lu)"),
		    names.s, n);
	str_free(&names);
	say_led(cs, shown, fw);
	if (cs->wide)
		missing_criteria(cs, shown, fw);
}
