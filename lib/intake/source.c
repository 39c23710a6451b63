/* Which program wrote a file of answers, and what is peculiar to each. */
#include "intake/source.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/map.h"
#include "intake/words.h"

static const struct {
	const char	*name, *words;
} sources[] = {
	[SOURCE_AUTO] = { "auto", "" },
	[SOURCE_KOBO] = { "kobo", N_("KoboToolbox export") },
	[SOURCE_ONA] = { "ona", N_("Ona (formhub) export") },
	[SOURCE_ODK] = { "odk", N_("ODK Central export") },
	[SOURCE_BRIEFCASE] = { "briefcase", N_("ODK Briefcase export") },
	[SOURCE_LIMESURVEY] = { "limesurvey", N_("LimeSurvey export") },
	[SOURCE_GFORMS] = { "gforms", N_("Google Forms export") },
	[SOURCE_MSFORMS] = { "msforms", N_("Microsoft Forms export") },
	[SOURCE_GRID] = { "grid", N_("our own grid, one line a sheet") },
	[SOURCE_WIDE] = { "wide", N_("plain CSV, one line a sheet") },
	[SOURCE_LONG] = { "long", N_("plain CSV, one line an answer") }
};

const char *
source_name(enum source s)
{
	return sources[s].name;
}

int
source_find(const char *name)
{
	int	s;

	for (s = SOURCE_AUTO; s <= SOURCE_LONG; s++)
		if (strcmp(sources[s].name, name) == 0)
			return s;
	return -1;
}

const char *
source_words(enum source s)
{
	return sources[s].words;
}

int
source_is_program(enum source s)
{
	return s != SOURCE_AUTO && s < SOURCE_GRID;
}

/* --- the names that programs give ----------------------------------------- */

/* All in the shape of words_plain: no case, no accents. */
static const char *const	kobo_only[] = {
	"_validation_status", "__version__", "_index", "meta/rootuuid", NULL
};
static const char *const	ona_only[] = {
	"_total_media", "_media_count", "_media_all_received",
	"_bamboo_dataset_id", "_xform_id", "_xform_id_string", NULL
};
static const char *const	central_only[] = {
	"submitterid", "submittername", "attachmentspresent",
	"attachmentsexpected", "reviewstate", "formversion", NULL
};
/* LimeSurvey's by code, then by the text of some languages. */
static const char *const	lime_names[] = {
	"submitdate", "lastpage", "startlanguage", "seed",
	"date submitted", "last page", "start language",
	"date de soumission", "derniere page", "langue de depart",
	"langue de demarrage", "tete de serie",
	"datum abgeschickt", "letzte seite", "start-sprache", "startsprache",
	"zufallsstartwert",
	"fecha de envio", "ultima pagina", "lenguaje inicial", "semilla",
	NULL
};
static const char *const	lime_ids[] = {
	"response id", "id de la reponse", "antwort id", "antwort-id",
	"id de respuesta", NULL
};
static const char *const	google_stamps[] = {
	"timestamp", "horodateur", "zeitstempel", "marca temporal",
	"carimbo de data/hora", "informazioni cronologiche", "tijdstempel",
	"sygnatura czasowa", "отметка времени", "طابع زمني", NULL
};
static const char *const	microsoft_times[] = {
	"start time", "completion time", "last modified time",
	"heure de debut", "heure de fin", "heure de la derniere modification",
	"heure de derniere modification",
	"startzeit", "fertigstellungszeit", "zeitpunkt der letzten anderung",
	"hora de inicio", "hora de finalizacion",
	"hora de la ultima modificacion", "hora de conclusao",
	"hora da ultima modificacao", "ora di inizio",
	"ora di completamento", "ora dell'ultima modifica",
	"begintijd", "tijd van voltooien", NULL
};
/* What a Microsoft quiz adds, alone or as "Points - the question". */
static const char *const	quiz_names[] = {
	"total points", "quiz feedback", "nombre total de points",
	"total des points", "commentaires du questionnaire", NULL
};
static const char *const	quiz_heads[] = {
	"points - ", "feedback - ", "commentaires - ", "punkte - ",
	"puntos - ", "comentarios - ", NULL
};

/*
 * Columns of survey programs that say nothing about a person's answers, by
 * whole name (the last part of a path).
 */
static const char *const	meta_names[] = {
	"start", "end", "today", "uuid", "instanceid", "rootuuid", "key",
	"parent_key", "submissiondate", "status", "reviewstate", "edits",
	"formversion", "attachmentspresent", "attachmentsexpected",
	"isvalidated", "startdate", "datestamp", "interviewtime", "refurl",
	"audit", "index", "version", "duration", "id", "rownames", NULL
};

static int
among(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return 1;
	return 0;
}

/* What stands behind the last sign that divides a path: / - . or __ */
static const char *
last_part(const char *s)
{
	const char	*part = s, *p;

	for (p = s; *p != '\0'; p++)
		if (strchr("/-.", *p) != NULL || (p > s && p[0] == '_' &&
		    p[-1] == '_' && p - 1 > s))
			part = p + 1;
	return *part != '\0' ? part : s;
}

/* LimeSurvey may write "submitdate. Date submitted": either part is enough. */
static int
is_lime_name(const char *plain, const char *const *list)
{
	const char	*dot = strstr(plain, ". ");
	char		*head;
	int		 hit = among(plain, list);

	if (hit || dot == NULL)
		return hit;
	head = mem_strndup(plain, (size_t)(dot - plain));
	hit = among(head, list) || among(dot + 2, list);
	free(head);
	return hit;
}

static int
is_lime_id(const char *plain)
{
	return strncmp(plain, "id. ", 4) == 0 || is_lime_name(plain, lime_ids);
}

enum known
source_known(const char *header)
{
	static const struct {
		const char	*name;
		enum known	 known;
	} names[] = {
		{ "meta/rootuuid", KNOWN_ROOT }, { "rootuuid", KNOWN_ROOT },
		{ "_id", KNOWN__ID }, { "_uuid", KNOWN_UUID },
		{ "key", KNOWN_KEY }, { "meta/instanceid", KNOWN_INSTANCE },
		{ "meta-instanceid", KNOWN_INSTANCE },
		{ "instanceid", KNOWN_INSTANCE }, { "id", KNOWN_ID }
	};
	char		*plain = words_plain(header);
	enum known	 hit = KNOWN_NONE;
	size_t		 i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(plain, names[i].name) == 0)
			hit = names[i].known;
	if (hit == KNOWN_NONE && is_lime_id(plain))
		hit = KNOWN_ID;
	free(plain);
	return hit;
}

/* LimeSurvey's times: "groupTime12", "interviewtime", "Q1Time". */
static int
is_lime_time(const char *plain)
{
	size_t	n = strlen(plain);

	return strchr(plain, ' ') == NULL &&
	    ((n > 4 && strcmp(plain + n - 4, "time") == 0) ||
	    strncmp(plain, "grouptime", 9) == 0);
}

int
source_quiz(enum source s, const char *header)
{
	char	*plain = words_plain(header);
	int	 i, hit = 0;

	if (s == SOURCE_MSFORMS)
		hit = among(plain, quiz_names);
	for (i = 0; s == SOURCE_MSFORMS && quiz_heads[i] != NULL; i++)
		hit |= strncmp(plain, quiz_heads[i],
		    strlen(quiz_heads[i])) == 0;
	free(plain);
	return hit;
}

/* LimeSurvey's own columns, also as "startdate. Date started". */
static int
is_lime_own(const char *plain)
{
	const char	*dot = strstr(plain, ". ");
	char		*head = dot == NULL ? mem_strdup(plain) :
			    mem_strndup(plain, (size_t)(dot - plain));
	int		 hit = is_lime_time(head) || (dot != NULL &&
			    among(head, meta_names));

	free(head);
	return hit;
}

int
source_meta(enum source s, const char *header)
{
	char	*plain = words_plain(header);
	int	 sure = is_lime_name(plain, lime_names) || is_lime_id(plain);
	int	 hit = sure || plain[0] == '_' || plain[0] == '*' ||
		    strncmp(plain, "meta/", 5) == 0 ||
		    strncmp(plain, "meta-", 5) == 0 ||
		    strncmp(plain, "formhub/", 8) == 0 ||
		    strncmp(plain, "set-of-", 7) == 0 ||
		    among(plain, google_stamps) ||
		    among(plain, microsoft_times) ||
		    among(last_part(plain), meta_names);

	if (s == SOURCE_LIMESURVEY)
		sure |= is_lime_own(plain);
	free(plain);
	return sure || source_quiz(s, header) ? META_SURE : hit ? META_LIKELY :
	    META_NOT;
}

int
source_own(const char *header)
{
	static const struct {
		const char	*name;
		int		 use;
	} names[] = {
		{ "number", FIELD_NUMBER }, { "numero", FIELD_NUMBER },
		{ "group", FIELD_GROUP }, { "groupe", FIELD_GROUP },
		{ "regard", FIELD_GROUP }, { "unit", FIELD_UNIT },
		{ "unite", FIELD_UNIT }, { "criterion", FIELD_CRITERION },
		{ "critere", FIELD_CRITERION }, { "score", FIELD_SCORE },
		{ "respondent", FIELD_RESPONDENT },
		{ "repondant", FIELD_RESPONDENT },
		{ "round", FIELD_ROUND }, { "tour", FIELD_ROUND },
		{ "comment", FIELD_COMMENT }, { "commentaire", FIELD_COMMENT },
		{ "date", FIELD_DATE }, { "id", FIELD_ID }
	};
	char	*plain = words_plain(header);
	int	 use = -1;
	size_t	 i;

	for (i = 0; i < sizeof(names) / sizeof(*names) && use < 0; i++)
		if (strcmp(plain, names[i].name) == 0)
			use = names[i].use;
	free(plain);
	return use;
}

/* --- the fingerprint -------------------------------------------------------- */

/* What of each program's own names a header has. */
struct print {
	int	known[KNOWN_ID + 1];
	int	kobo, ona, central, lime, microsoft;
	int	time, duration;		/* _submission_time, _duration */
	int	date;			/* SubmissionDate */
	int	instance;		/* Aggregate's *meta-instance-id* */
	int	criterion, score;	/* our own words */
	int	stamp, id, number;	/* in the first column */
};

static void
look(struct print *p, const char *header, int first)
{
	char	*plain = words_plain(header);
	int	 own = source_own(header);

	p->known[source_known(header)]++;
	p->kobo += among(plain, kobo_only);
	p->ona += among(plain, ona_only);
	p->central += among(plain, central_only);
	p->lime += is_lime_name(plain, lime_names);
	p->microsoft += among(plain, microsoft_times);
	p->time |= strcmp(plain, "_submission_time") == 0;
	p->duration |= strcmp(plain, "_duration") == 0;
	p->date |= strcmp(plain, "submissiondate") == 0;
	p->instance |= strncmp(plain, "*meta-", 6) == 0;
	p->criterion |= own == FIELD_CRITERION;
	p->score |= own == FIELD_SCORE;
	if (first) {
		p->stamp = among(plain, google_stamps);
		p->id = strcmp(plain, "id") == 0;
		p->number = own == FIELD_NUMBER;
	}
	free(plain);
}

enum source
source_of(const struct record *r)
{
	struct print	p;
	int		i, uuid;

	memset(&p, 0, sizeof(p));
	for (i = 0; i < r->n; i++)
		look(&p, r->f[i], i == 0);
	uuid = p.known[KNOWN_UUID] || p.known[KNOWN_ROOT];
	if (uuid && (p.ona > 0 || (p.time && p.duration)))
		return SOURCE_ONA;
	if (uuid && (p.known[KNOWN__ID] || p.kobo > 0))
		return SOURCE_KOBO;
	if (uuid && p.time)
		return SOURCE_ONA;
	if (p.known[KNOWN_KEY] && p.central > 0)
		return SOURCE_ODK;
	if (p.known[KNOWN_KEY] && (p.date || p.known[KNOWN_INSTANCE] ||
	    p.instance))
		return SOURCE_BRIEFCASE;
	if (p.lime >= 2)
		return SOURCE_LIMESURVEY;
	if (p.id && p.microsoft >= 2)
		return SOURCE_MSFORMS;
	if (p.stamp)
		return SOURCE_GFORMS;
	if (p.number)
		return SOURCE_GRID;
	if (p.criterion && p.score)
		return SOURCE_LONG;
	return SOURCE_WIDE;
}

int
source_submitted(enum source s, const char *header)
{
	static const char *const	names[] = { "submitdate",
	    "date submitted", "date de soumission", "datum abgeschickt",
	    "fecha de envio", NULL };
	char				*plain;
	int				 hit;

	if (s != SOURCE_LIMESURVEY)
		return 0;
	plain = words_plain(header);
	hit = is_lime_name(plain, names);
	free(plain);
	return hit;
}

int
source_paths(enum source s)
{
	return s != SOURCE_LIMESURVEY && s != SOURCE_GFORMS &&
	    s != SOURCE_MSFORMS;
}

/* --- cells ------------------------------------------------------------------- */

int
source_short_rows(enum source s)
{
	return s == SOURCE_ODK || s == SOURCE_BRIEFCASE;
}

int
source_unanswered(enum source s, const char *cell)
{
	char		 buf[8];
	const char	*t;

	if (s != SOURCE_ONA)
		return 0;
	t = words_trim(buf, sizeof(buf), cell);
	return t != NULL && strcmp(t, "n/a") == 0;
}

/* One to three capitals and one to four digits; or what LimeSurvey reserves. */
int
source_answer_code(enum source s, const char *cell)
{
	char		 buf[16];
	const char	*t;
	size_t		 letters, digits;

	if (s != SOURCE_LIMESURVEY ||
	    (t = words_trim(buf, sizeof(buf), cell)) == NULL)
		return 0;
	if (strcmp(t, "-oth-") == 0)
		return 1;
	letters = strspn(t, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz");
	digits = strspn(t + letters, "0123456789");
	return letters >= 1 && letters <= 3 && digits <= 4 &&
	    t[letters + digits] == '\0' && (digits > 0 || letters == 1);
}

/* --- the separator ------------------------------------------------------------ */

char
source_separator(const struct record *r, char sep)
{
	static const char	all[] = ",;\t|";
	const char		*c, *p;
	char			 best = 0;
	int			 i, n, most = r->n - 1;

	for (c = all; *c != '\0'; c++) {
		if (*c == sep)
			continue;
		for (n = i = 0; i < r->n; i++)
			for (p = r->f[i]; (p = strchr(p, *c)) != NULL; p++)
				n++;
		if (n > most) {
			most = n;
			best = *c;
		}
	}
	return best;
}
