/*
 * The schema as constant data, and the few functions that look things up in
 * it.  A new column is one line here; reader, checks, headers of new files
 * and cpm-files(5) follow.
 */
#include "table/schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/utf.h"

#define ROW(n, f, type, fl, v, vf, ref, lo, hi, w) \
	{ n, f, type, fl, v, vf, ref, lo, hi, w }
#define TEXT(n, f, fl, w)	ROW(n, f, COL_TEXT, fl, 0, 0, 0, 0, 0, w)
#define CODE(n, f, fl, w)	ROW(n, f, COL_CODE, fl, 0, 0, 0, 0, 0, w)
#define DATE(n, f, fl, w)	ROW(n, f, COL_DATE, fl, 0, 0, 0, 0, 0, w)
#define MONTH(n, f, fl, w)	ROW(n, f, COL_MONTH, fl, 0, 0, 0, 0, 0, w)
#define LANG(n, f, w)		ROW(n, f, COL_LANG, 0, 0, 0, 0, 0, 0, w)
#define INT(n, f, fl, lo, hi, w) ROW(n, f, COL_INT, fl, 0, 0, 0, lo, hi, w)
#define DEC(n, f, fl, lo, hi, w) ROW(n, f, COL_DEC, fl, 0, 0, 0, lo, hi, w)
#define REF(n, f, fl, ref, w)	ROW(n, f, COL_REF, fl, 0, 0, ref, 0, 0, w)
#define REFS(n, f, fl, ref, w)	ROW(n, f, COL_REFS, fl, 0, 0, ref, 0, 0, w)
#define OPEN(n, f, fl, ref, w)	ROW(n, f, COL_OPENREF, fl, 0, 0, ref, 0, 0, w)
#define OPENS(n, f, fl, ref, w)	ROW(n, f, COL_OPENREFS, fl, 0, 0, ref, 0, 0, w)
#define ENUM(n, f, fl, v, vf, w) ROW(n, f, COL_ENUM, fl, v, vf, 0, 0, 0, w)
#define COUNTS(n, f, ref, w)	ROW(n, f, COL_COUNTS, 0, 0, 0, ref, 0, 0, w)
#define NUMBER(n, f, fl, w)	ROW(n, f, COL_SCORE, fl, 0, 0, 0, 0, 0, w)
#define SCORE(n, f, fl, w) \
	ROW(n, f, COL_SCORE, fl, "NA|DK", "SO|NSP", 0, 0, 0, w)
#define ID(w)	ROW("id", "identifiant", COL_ID, KEY, 0, 0, 0, 0, 0, w)
#define YESNO(n, f, fl, w)	ENUM(n, f, fl, "yes|no", "oui|non", w)
#define END	ROW(0, 0, COL_TEXT, 0, 0, 0, 0, 0, 0, 0)

#define KEY	(COL_KEY | COL_NEED)
#define NEED	COL_NEED
#define MANY	INT64_C(1000000000)	/* no real number of a team is larger */
#define PLAN	"change level action step"
#define ANYTHING \
	"change level action step small-change adjustment review cycle " \
	"round dimension criterion finding lesson log story session " \
	"indicator difficulty agreement goal"

#define VISIBILITY \
	ENUM("visibility", "visibilité", 0, \
	    "private|team|partner|funder|public", \
	    "privé|équipe|partenaire|bailleur|public", \
	    "who may read the row; empty means team; a private row lies in " \
	    "the private folder")

static const struct column	cpm[] = {
	TEXT("key", "clé", KEY, "name of the setting"),
	TEXT("value", "valeur", 0, "what it is set to"),
	END
};

static const struct column	dimensions[] = {
	ID("short name of the dimension, shared by no criterion"),
	INT("order", "ordre", 0, 0, MANY,
	    "place around the web; without it, the place in the file"),
	ENUM("kind", "nature", 0, "functioning|result",
	    "fonctionnement|résultat",
	    "how the team works, or what comes of it"),
	DEC("weight", "poids", 0, 0, 1000,
	    "weight of the dimension in an overall view; 1 if empty"),
	TEXT("common", "commun", 0,
	    "the programme's own name for this dimension, by which teams "
	    "with different frameworks are put side by side"),
	LANG("label", "libellé", "name of the dimension"),
	END
};

static const struct column	criteria[] = {
	ID("short name of the criterion, shared by no dimension"),
	REF("dimension", "dimension", NEED, "dimensions",
	    "the dimension it belongs to"),
	INT("order", "ordre", 0, 0, MANY,
	    "place within the dimension; without it, the place in the file"),
	DEC("weight", "poids", 0, 0, 1000,
	    "weight in the mean of the dimension; 1 if empty"),
	YESNO("reverse", "inversé", 0,
	    "yes where a high answer is a bad sign: the tally turns it round"),
	LANG("label", "libellé", "the statement that is scored"),
	LANG("hint", "indice", "what could show it: a document, a habit"),
	END
};

static const struct column	scale[] = {
	REF("dimension", "dimension", COL_KEY, "dimensions",
	    "empty for the general scale; else the row describes this "
	    "dimension's level, or adds a scale of its own"),
	SCORE("value", "valeur", KEY,
	    "a score that may be given; NA not applicable, DK do not know"),
	LANG("label", "libellé", "the score in a word or two"),
	LANG("text", "texte", "what the score stands for"),
	END
};

static const struct column	groups[] = {
	ID("short name of the standpoint; all and agreed are reserved"),
	ENUM("perspective", "perspective", 0, "self|other", "soi|autre",
	    "whether these people look at their own work"),
	REF("merged_into", "réuni avec", 0, "groups",
	    "the group that its votes are counted with"),
	LANG("label", "libellé", "name of the standpoint"),
	END
};

static const struct column	rounds[] = {
	ID("short name of the round: R1"),
	ENUM("kind", "nature", 0, "baseline|followup|final|retrospective",
	    "initial|suivi|final|rétrospectif",
	    "what the round is for; a retrospective one asks where the team "
	    "was then, with what it knows now"),
	REF("refers_to", "renvoie à", 0, "rounds",
	    "the round that a retrospective one looks back at"),
	DATE("date", "date", NEED, "day of the round"),
	ENUM("method", "méthode", 0, "individual|hands|consensus",
	    "individuel|mains levées|consensus",
	    "sheets, a show of hands, or agreed scores only"),
	ENUM("votes", "votes", 0, "secret|open", "secrets|ouverts",
	    "open votes are published whole, by consent"),
	ENUM("show", "montrer", 0, "counts|groups", "décomptes|regards",
	    "what the team sees of the votes; never both"),
	ENUM("status", "statut", NEED, "open|counted|agreed",
	    "ouvert|dépouillé|convenu",
	    "votes come in; results are published; the talk is over"),
	COUNTS("invited", "invités", "groups",
	    "how many were asked, by group: governance:4 volunteers:9"),
	TEXT("framework", "grille", 0,
	    "digest of the framework that the round froze"),
	TEXT("policy", "règles", 0,
	    "thresholds that held when the round was opened, and the day "
	    "it was closed"),
	TEXT("note", "note", 0, "anything worth remembering"),
	END
};

static const struct column	results[] = {
	REF("round", "tour", KEY, "rounds", "the closed round"),
	REF("group", "regard", KEY, "groups", "all, or a standpoint"),
	REF("dimension", "dimension", COL_KEY, "dimensions",
	    "empty in the row that carries the number of people"),
	REF("criterion", "critère", COL_KEY, "criteria",
	    "empty in a row about the whole dimension"),
	INT("n", "n", 0, 0, MANY, "how many gave a score"),
	INT("no_answer", "sans réponse", 0, 0, MANY,
	    "how many did not: not applicable, do not know or skipped"),
	COUNTS("counts", "décomptes", NULL,
	    "how many gave each score: 1:0 2:3 3:1 4:3 5:0"),
	DEC("mean", "moyenne", 0, -MANY, MANY, "mean score"),
	DEC("agreement", "accord", 0, -1, 1,
	    "van der Eijk's A: 1 all alike, 0 spread evenly, -1 two camps"),
	ENUM("reading", "lecture", 0, "shared|mixed|apart",
	    "proches|mêlés|éloignés", "how far the votes agree, in a word"),
	ENUM("note", "note", 0, "rounded|withheld", "arrondi|non montré",
	    "what protects the people who answered"),
	END
};

static const struct column	outside[] = {
	REF("round", "tour", KEY, "rounds", "the closed round"),
	REF("group", "regard", KEY, "groups", "all, or a standpoint"),
	REF("dimension", "dimension", COL_KEY, "dimensions",
	    "empty in the row that carries the number of people"),
	REF("criterion", "critère", COL_KEY, "criteria",
	    "empty in a row about the whole dimension"),
	ENUM("n_class", "classe de n", 0, "5-9|10-14|15+", "5-9|10-14|15+",
	    "how many answered, as a class"),
	DEC("mean", "moyenne", 0, -MANY, MANY, "mean score, rounded"),
	ENUM("note", "note", 0, "rounded|withheld", "arrondi|non montré",
	    "what protects the people who answered"),
	END
};

static const struct column	agreed[] = {
	REF("round", "tour", KEY, "rounds", "the round that was discussed"),
	REF("dimension", "dimension", KEY, "dimensions", "the dimension"),
	REF("criterion", "critère", COL_KEY, "criteria",
	    "empty for the dimension as a whole"),
	NUMBER("score", "score", 0,
	    "what the team decided: a step of the scale or half a step"),
	TEXT("justification", "justification", 0, "why"),
	TEXT("evidence", "preuve", 0, "what shows it"),
	YESNO("dissent", "désaccord", 0, "whether somebody still disagrees"),
	DATE("decided_on", "décidé le", 0, "day of the decision"),
	TEXT("decided_by", "décidé par", 0, "roles that decided, not names"),
	END
};

static const struct column	findings[] = {
	ID("identifier of the finding"),
	REF("round", "tour", 0, "rounds", "the round it comes from"),
	REF("dimension", "dimension", 0, "dimensions",
	    "the dimension it is about"),
	ENUM("type", "type", NEED,
	    "strength|good_practice|know_how|need|opportunity",
	    "force|bonne pratique|savoir-faire|besoin|opportunité",
	    "what kind of finding; strengths come first in every report"),
	TEXT("text", "texte", NEED, "the finding in the team's words"),
	END
};

static const struct column	links[] = {
	REF("cycle", "cycle", COL_KEY, "cycles",
	    "the cycle it was said in; empty before one is open"),
	REF("from", "de", KEY, "dimensions", "the dimension that moves"),
	REF("to", "vers", KEY, "dimensions", "the one that moves with it"),
	INT("strength", "force", 0, 1, 3, "how much"),
	END
};

static const struct column	cycles[] = {
	ID("short name of the cycle: C1"),
	DATE("start", "début", 0, "first day"),
	DATE("review_due", "bilan prévu", 0, "day by which it is reviewed"),
	TEXT("objective", "objectif", 0, "what the cycle is for"),
	ENUM("status", "statut", 0, "plan|do|check|adjust|closed",
	    "planifier|faire|vérifier|ajuster|clos", "where the cycle stands"),
	END
};

static const struct column	changes[] = {
	ID("identifier of the change"),
	REF("cycle", "cycle", 0, "cycles", "the cycle it belongs to"),
	TEXT("title", "titre", NEED, "the change in a few words"),
	REFS("dimensions", "dimensions", 0, "dimensions",
	    "the dimensions it moves"),
	OPENS("builds_on", "s'appuie sur", 0, "finding change lesson dimension log",
	    "what it grows from: strengths, earlier changes, lessons, trainings "
	    "of the log, or the need it answers"),
	TEXT("why", "pourquoi", 0, "why it matters now"),
	INT("priority", "priorité", 0, 1, 3, "how pressing, 3 most"),
	INT("means_ok", "moyens disponibles", 0, 1, 3,
	    "how far people, money and material are there, 3 most"),
	INT("feasible", "faisable", 0, 1, 3,
	    "how feasible within the cycle, 3 most"),
	TEXT("success_sign", "signe de réussite", 0,
	    "by what everybody will see it"),
	TEXT("owner", "responsable", 0, "role that leads it, not a name"),
	DATE("start", "début", 0, "first day"),
	DATE("due", "échéance", 0, "day by which it should hold"),
	ENUM("state", "état", NEED, "proposed|chosen|closed",
	    "proposé|choisi|clos",
	    "an idea, one of the cycle's changes, or over"),
	DATE("decided_on", "décidé le", 0, "day of the choice"),
	TEXT("decided_by", "décidé par", 0, "roles that chose, not names"),
	REF("replaces", "remplace", 0, "changes", "the change it takes over"),
	TEXT("note", "note", 0, "why it was chosen, closed or left"),
	END
};

static const struct column	levels[] = {
	REF("change", "changement", KEY, "changes", "the change"),
	INT("level", "échelon", KEY, 1, 99, "1, 2, 3…"),
	TEXT("objective", "objectif", 0, "what holds when it is reached"),
	DATE("by", "pour le", 0, "day by which it should be reached"),
	DATE("done_on", "fait le", 0, "day it was reached"),
	END
};

static const struct column	actions[] = {
	ID("identifier of the key action"),
	OPEN("ref", "objet", 0, "change session",
	    "the change, or the session, that it serves"),
	INT("level", "échelon", 0, 1, 99, "level of the change"),
	TEXT("title", "titre", NEED, "what is done"),
	TEXT("owner", "responsable", 0, "role that does it, not a name"),
	DATE("start", "début", 0, "first day"),
	DATE("due", "échéance", 0, "last day"),
	TEXT("means", "moyens", 0, "people, money and material it takes"),
	TEXT("verification", "vérification", 0,
	    "by what one sees that it is done"),
	ENUM("status", "statut", NEED, "draft|todo|doing|done|blocked|dropped",
	    "brouillon|à faire|en cours|fait|bloqué|abandonné",
	    "where it stands"),
	DATE("done_on", "fait le", 0, "day it was done"),
	TEXT("obstacle", "obstacle", 0, "what is in the way"),
	TEXT("result", "résultat", 0, "what came of it"),
	END
};

static const struct column	steps[] = {
	ID("identifier of the step"),
	REF("action", "action", NEED, "actions", "the key action"),
	TEXT("title", "titre", NEED, "what is done"),
	TEXT("owner", "responsable", 0, "role that does it, not a name"),
	DATE("due", "échéance", 0, "last day"),
	DATE("done_on", "fait le", 0, "day it was done"),
	DATE("dropped_on", "abandonné le", 0, "day it was left"),
	END
};

static const struct column	small_changes[] = {
	ID("identifier of the small change"),
	DATE("date", "date", NEED, "day it was seen"),
	TEXT("seen_by", "vu par", 0, "role that saw it, not a name"),
	TEXT("what", "quoi", NEED, "what is different now"),
	TEXT("for_whom", "pour qui", 0, "for whom it is"),
	OPEN("ref", "objet", 0, ANYTHING, "what it belongs to, if anything"),
	TEXT("evidence", "preuve", 0, "what shows it"),
	VISIBILITY,
	END
};

static const struct column	adjustments[] = {
	ID("identifier of the adjustment"),
	DATE("date", "date", NEED, "day it was decided"),
	OPEN("ref", "objet", NEED, PLAN " cycle indicator", "what was adjusted"),
	TEXT("field", "champ", 0, "the column that changed"),
	TEXT("old", "avant", 0, "what stood there"),
	TEXT("new", "après", 0, "what stands there now"),
	ENUM("reason", "raison", NEED,
	    "context|means|internal|tried_and_learnt|other",
	    "contexte|moyens|interne|essayé et appris|autre",
	    "why the plan changed"),
	TEXT("alternative", "solution de rechange", 0,
	    "what is done in its place"),
	TEXT("note", "note", 0, "the reason in words"),
	END
};

static const struct column	reviews[] = {
	ID("identifier of the verdict"),
	DATE("date", "date", NEED, "day of the review"),
	REF("change", "changement", NEED, "changes", "the change"),
	ENUM("verdict", "verdict", NEED,
	    "achieved|partly|adapted|replaced|dropped|still_in_use|"
	    "partly_in_use|no_longer",
	    "atteint|en partie|adapté|remplacé|abandonné|toujours en usage|"
	    "en usage en partie|plus en usage",
	    "what became of it; the last three are about an earlier change"),
	TEXT("decided_by", "décidé par", 0, "roles that decided, not names"),
	TEXT("note", "note", 0, "why"),
	END
};

static const struct column	indicators[] = {
	ID("identifier of the indicator"),
	OPEN("ref", "objet", 0, ANYTHING,
	    "what it measures; empty for the programme's own"),
	LANG("label", "libellé", "name of the indicator"),
	TEXT("unit", "unité", 0, "unit of its values"),
	ENUM("direction", "sens", 0, "up|down", "hausse|baisse",
	    "whether more is better or less"),
	DEC("baseline", "départ", 0, -MANY, MANY, "value at the start"),
	DATE("baseline_on", "départ le", 0, "day of that value"),
	DEC("target", "cible", 0, -MANY, MANY, "value aimed at"),
	DATE("target_on", "cible le", 0, "day by which"),
	TEXT("source", "source", 0, "where the values come from"),
	TEXT("frequency", "fréquence", 0, "how often it is measured"),
	TEXT("owner", "responsable", 0, "role that measures, not a name"),
	END
};

static const struct column	measures[] = {
	REF("indicator", "indicateur", KEY, "indicators", "the indicator"),
	DATE("date", "date", KEY, "day of the value"),
	TEXT("source", "source", COL_KEY, "where it comes from"),
	DEC("value", "valeur", 0, -MANY, MANY, "the value"),
	END
};

static const struct column	contacts[] = {
	ID("identifier of the contact"),
	DATE("date", "date", NEED, "day of the contact"),
	TEXT("author", "auteur", 0, "role that writes, not a name"),
	ENUM("mode", "mode", NEED,
	    "visit|call|message|document_review|workshop|training|"
	    "team_meeting|peer_exchange|co_facilitation|job_shadowing|other",
	    "visite|appel|message|relecture de documents|atelier|formation|"
	    "réunion d'équipe|échange entre pairs|co-animation|immersion|autre",
	    "what kind of contact"),
	TEXT("theme", "thème", 0, "what it was about"),
	INT("minutes", "minutes", 0, 0, 100000, "how long"),
	INT("persons", "personnes", 0, 0, 100000, "how many took part"),
	INT("women", "femmes", 0, 0, 100000, "how many of them women"),
	OPENS("refs", "objets", 0, ANYTHING, "what it touched"),
	TEXT("summary", "résumé", 0, "what happened, in a sentence"),
	TEXT("agreed", "convenu", 0, "what was agreed until next time"),
	VISIBILITY,
	END
};

static const struct column	lessons[] = {
	ID("identifier of the lesson"),
	OPEN("ref", "objet", 0, ANYTHING, "what it was learnt from"),
	ENUM("kind", "nature", 0, "lesson|practice|tool",
	    "leçon|bonne pratique|outil",
	    "learnt; verified and worth passing on; reusable"),
	TEXT("happened", "ce qui s'est passé", 0, "what happened"),
	TEXT("assumed", "ce qu'on croyait", 0, "what was assumed before"),
	TEXT("now_know", "ce qu'on sait", 0, "what is known now"),
	TEXT("applies_when", "s'applique quand", 0, "where it holds"),
	TEXT("new_practice", "nouvelle pratique", 0,
	    "what is done differently from now on"),
	TEXT("how_to", "mode d'emploi", 0, "how to use it"),
	TEXT("file", "fichier", 0, "a file of the folder that belongs to it"),
	TEXT("owner", "responsable", 0, "role that sees to it, not a name"),
	DATE("check_on", "vérifier le", 0, "day from which it is verified"),
	ENUM("state", "état", 0, "noted|chosen|applied|verified|dropped",
	    "notée|choisie|appliquée|vérifiée|abandonnée",
	    "how far it has come"),
	REF("cycle", "cycle", 0, "cycles", "the cycle that chose it"),
	TEXT("theme", "thème", 0, "what it is about"),
	TEXT("taken_from", "reprise de", 0, "the team it was taken over from"),
	VISIBILITY,
	END
};

static const struct column	stories[] = {
	ID("identifier of the story"),
	DATE("date", "date", NEED, "day it was told"),
	TEXT("domain", "domaine", 0, "what part of life it is about"),
	TEXT("actor", "acteur", 0, "role of the person who changed"),
	TEXT("text", "texte", NEED, "the story"),
	TEXT("contribution", "contribution", 0, "what helped"),
	YESNO("consent", "consentement", 0,
	    "whether the teller agrees that others read it"),
	TEXT("selected_by", "choisie par", 0, "who chose it"),
	TEXT("selected_why", "choisie parce que", 0, "why"),
	VISIBILITY,
	END
};

static const struct column	sessions[] = {
	ID("identifier of the session"),
	TEXT("series", "série", 0, "the series that it belongs to"),
	DATE("date", "date", NEED, "day of the session"),
	TEXT("theme", "thème", 0, "theme, in words that name nobody"),
	INT("minutes", "minutes", 0, 0, 100000, "how long"),
	DATE("next_date", "date suivante", 0, "day of the next one"),
	END
};

static const struct column	stages[] = {
	ID("identifier of the stage"),
	REF("agreement", "accord", NEED, "agreements", "the agreement"),
	INT("order", "ordre", 0, 0, MANY, "place in the row of stages"),
	LANG("label", "libellé", "name of the stage"),
	DATE("from", "du", 0, "first day"),
	DATE("until", "au", 0, "last day"),
	DATE("done_on", "fait le", 0, "day it was done"),
	END
};

static const struct column	agreements[] = {
	ID("identifier of the agreement"),
	TEXT("volunteer", "volontaire", 0, "code of the volunteer"),
	TEXT("host", "accueil", 0, "the organisation that hosts"),
	TEXT("sender", "envoi", 0, "the organisation that sends"),
	DATE("start", "début", 0, "first day"),
	DATE("end", "fin", 0, "last day"),
	TEXT("tasks", "tâches", 0, "what the volunteer does"),
	DEC("hours_week", "heures par semaine", 0, 0, 168, "hours in a week"),
	DATE("signed_volunteer", "signé volontaire", 0, "day of signature"),
	DATE("signed_host", "signé accueil", 0, "day of signature"),
	DATE("signed_sender", "signé envoi", 0, "day of signature"),
	END
};

static const struct column	goals[] = {
	ID("identifier of the goal"),
	REF("agreement", "accord", NEED, "agreements", "the agreement"),
	ENUM("competence", "compétence", 0,
	    "multilingual|learning|citizenship|entrepreneurship|culture|"
	    "digital|science|literacy",
	    "langues|apprendre à apprendre|citoyenneté|entrepreneuriat|"
	    "culture|numérique|sciences|lecture et écriture",
	    "one of the eight competences"),
	TEXT("text", "texte", NEED, "the goal"),
	INT("start_level", "niveau de départ", 0, 1, 5, "at the start"),
	INT("mid_level", "niveau à mi-parcours", 0, 1, 5, "midway"),
	INT("end_level", "niveau de fin", 0, 1, 5, "at the end"),
	TEXT("evidence", "preuve", 0, "what shows it"),
	END
};

static const struct column	difficulties[] = {
	ID("identifier of the difficulty"),
	DATE("date", "date", NEED, "day it was raised"),
	ENUM("category", "catégorie", 0,
	    "lodging|language|task|conflict|health|admin|integration|money|"
	    "other",
	    "logement|langue|tâche|conflit|santé|administratif|intégration|"
	    "argent|autre", "what it is about"),
	INT("severity", "gravité", 0, 1, 3, "3 is worst"),
	TEXT("what", "quoi", NEED, "the difficulty"),
	TEXT("raised_by", "signalé par", 0, "role that raised it"),
	TEXT("assigned_to", "confié à", 0, "role that answers"),
	DATE("due", "échéance", 0, "day by which"),
	TEXT("answer", "réponse", 0, "what was answered"),
	DATE("answered_on", "répondu le", 0, "day of the answer"),
	DATE("closed_on", "clos le", 0, "day it was over"),
	VISIBILITY,
	END
};

static const struct column	pairs[] = {
	ID("identifier of the pair"),
	DATE("start", "début", 0, "first day"),
	DATE("grace_until", "essai jusqu'au", 0,
	    "until this day it may end without a reason"),
	DATE("end", "fin", 0, "last day"),
	END
};

static const struct column	cohort[] = {
	MONTH("month", "mois", KEY, "the month"),
	TEXT("measure", "mesure", KEY, "what was summed over all pairs"),
	DEC("value", "valeur", 0, -MANY, MANY, "the sum"),
	END
};

static const struct column	releases[] = {
	DATE("date", "date", KEY, "day of the report"),
	TEXT("report", "rapport", KEY, "which report"),
	ENUM("audience", "destinataires", 0, "team|partner|funder|public",
	    "équipe|partenaire|bailleur|public", "who it was made for"),
	TEXT("teams", "équipes", 0, "the teams that were counted"),
	END
};

static const struct column	people[] = {
	CODE("code", "code", KEY, "the code that stands for the person"),
	TEXT("name", "nom", 0, "name"),
	TEXT("contact", "contact", 0, "how to reach the person"),
	TEXT("organisation", "organisation", 0, "organisation"),
	TEXT("role", "rôle", 0, "the role that committed tables name"),
	DATE("consent_on", "consentement le", 0,
	    "day the person agreed to be listed"),
	END
};

static const struct column	responses[] = {
	REF("round", "tour", KEY, "rounds", "the round"),
	DATE("date", "date", 0, "day of the answer"),
	CODE("respondent", "répondant", KEY, "code of the sheet"),
	REF("group", "regard", 0, "groups", "standpoint, as given"),
	TEXT("unit", "unité", 0, "sub-team or place, never published"),
	REF("criterion", "critère", KEY, "criteria", "the criterion"),
	SCORE("score", "score", 0,
	    "the answer as given: a score, NA, DK, or empty where skipped"),
	TEXT("comment", "commentaire", 0, "what was added in words"),
	TEXT("source", "source", 0, "where it came from"),
	END
};

static const struct column	hands[] = {
	REF("round", "tour", KEY, "rounds", "the round"),
	REF("group", "regard", COL_KEY, "groups", "standpoint"),
	REF("criterion", "critère", KEY, "criteria", "the criterion"),
	SCORE("value", "valeur", KEY, "the score, NA or DK"),
	INT("count", "nombre", NEED, 0, MANY, "how many hands"),
	END
};

static const struct column	forgotten[] = {
	CODE("code", "code", KEY, "a keyed mark that stops a second import"),
	REF("round", "tour", KEY, "rounds", "the round"),
	DATE("on", "le", 0, "day it was forgotten"),
	END
};

static const struct column	taken[] = {
	TEXT("sheet", "feuille", KEY,
	    "month of the sheet and its name, or a mark of its submission"),
	TEXT("line", "ligne", KEY, "action, step, or line of the sheet"),
	MONTH("month", "mois", NEED, "month that the sheet tells of"),
	TEXT("said", "dit", 0, "digest of what the line said"),
	DATE("on", "le", 0, "day it was taken over"),
	END
};

static const struct column	agenda[] = {
	ID("identifier of the date"),
	DATE("date", "date", NEED, "day"),
	TEXT("what", "quoi", 0, "what happens"),
	TEXT("where", "où", 0, "where"),
	END
};

static const struct column	session_clients[] = {
	REF("session", "session", KEY, "sessions", "the session"),
	TEXT("client", "client", 0, "code of the client"),
	TEXT("question", "question", 0, "the question"),
	TEXT("contract", "contrat", 0, "the help that was asked for"),
	END
};

#define LATER	TABLE_LATER

const struct schema	schema_tables[] = {
	{ "cpm", 0, MERGE_CELL, cpm,
	    "the settings of the folder, and the mark by which it is found" },
	{ "dimensions", TABLE_FROZEN, MERGE_CELL, dimensions,
	    "the threads of the web" },
	{ "criteria", TABLE_FROZEN, MERGE_CELL, criteria,
	    "the statements that are scored" },
	{ "scale", TABLE_FROZEN, MERGE_CELL, scale,
	    "the scores that may be given and what they mean" },
	{ "groups", TABLE_FROZEN, MERGE_CELL, groups,
	    "the standpoints that votes come from" },
	{ "rounds", 0, MERGE_ROW, rounds, "the occasions of assessment" },
	{ "results", 0, MERGE_ROUND, results,
	    "what a closed round publishes to the team, written once" },
	{ "outside", 0, MERGE_ROUND, outside,
	    "the same for readers outside the team" },
	{ "agreed", 0, MERGE_CELL, agreed,
	    "the scores that the team decided after talking" },
	{ "findings", 0, MERGE_CELL, findings,
	    "strengths, practices, know-how, needs and opportunities" },
	{ "links", 0, MERGE_CELL, links,
	    "which dimension moves with which, as the team said" },
	{ "cycles", 0, MERGE_CELL, cycles, "the turns of the plan" },
	{ "changes", 0, MERGE_CELL, changes,
	    "pivotal changes, proposed, chosen and closed" },
	{ "levels", 0, MERGE_CELL, levels,
	    "the feasible stages of a change, referred to as level:CHANGE/2" },
	{ "actions", 0, MERGE_CELL, actions, "key actions" },
	{ "steps", 0, MERGE_CELL, steps, "small pieces of a key action" },
	{ "small-changes", TABLE_VISIBLE, MERGE_CELL, small_changes,
	    "any change that somebody saw, planned or not" },
	{ "adjustments", 0, MERGE_CELL, adjustments,
	    "changes of the plan, with their reasons" },
	{ "reviews", 0, MERGE_CELL, reviews, "verdicts on changes" },
	{ "indicators", 0, MERGE_CELL, indicators, "what is measured" },
	{ "measures", 0, MERGE_CELL, measures, "values of indicators" },
	{ "log", TABLE_VISIBLE, MERGE_CELL, contacts,
	    "visits, calls and other contacts, as facts" },
	{ "lessons", TABLE_VISIBLE, MERGE_CELL, lessons,
	    "lessons, practices and tools" },
	{ "stories", TABLE_VISIBLE, MERGE_CELL, stories,
	    "stories of change" },
	{ "sessions", 0, MERGE_CELL, sessions,
	    "sessions of co-development" },
	{ "stages", LATER, MERGE_CELL, stages, "stages of an agreement" },
	{ "agreements", LATER, MERGE_CELL, agreements,
	    "agreements between volunteer, host and sender" },
	{ "goals", LATER, MERGE_CELL, goals, "what a volunteer wants to learn" },
	{ "difficulties", TABLE_VISIBLE, MERGE_CELL, difficulties,
	    "difficulties and what was answered" },
	{ "pairs", LATER, MERGE_CELL, pairs, "pairs of a mentoring programme" },
	{ "cohort", LATER, MERGE_CELL, cohort,
	    "monthly sums over all pairs, without a word" },
	{ "releases", LATER, MERGE_CELL, releases,
	    "what a programme has published" },
	{ "people", TABLE_PRIVATE, MERGE_CELL, people,
	    "who stands behind codes and roles" },
	{ "responses", TABLE_PRIVATE, MERGE_CELL, responses,
	    "the answers as given" },
	{ "hands", TABLE_PRIVATE, MERGE_CELL, hands, "a show of hands" },
	{ "forgotten", TABLE_PRIVATE, MERGE_CELL, forgotten,
	    "sheets that were deleted on request" },
	{ "taken", TABLE_PRIVATE, MERGE_CELL, taken,
	    "lines of monthly sheets that were taken over: the same line "
	    "again changes nothing" },
	{ "agenda", LATER | TABLE_PRIVATE, MERGE_CELL, agenda,
	    "dates to come" },
	{ "session-clients", TABLE_PRIVATE, MERGE_CELL,
	    session_clients, "who was client of which session" },
	{ NULL, 0, MERGE_CELL, NULL, NULL }
};

#define AUDIENCES	"team|partner|funder|public"
#define AUDIENCES_FR	"équipe|partenaire|bailleur|public"

const struct setting	schema_settings[] = {
	{ "schema", COL_INT, NULL, NULL, 1, 9999, "1",
	    "number of the schema that the folder follows" },
	{ "title", COL_TEXT, NULL, NULL, 0, 0, "", "name of the team" },
	{ "identity", COL_TEXT, NULL, NULL, 0, 0, "",
	    "what calendars know the folder by, made once by cpm-init; "
	    "without it, made from the title" },
	{ "kind", COL_ENUM, "organisation|mentoring|volunteering|codev",
	    "organisation|mentorat|volontariat|codéveloppement", 0, 0,
	    "organisation", "what is accompanied" },
	{ "lang", COL_TEXT, NULL, NULL, 0, 0, "en",
	    "language of reports and forms, two or three letters" },
	{ "langs", COL_TEXT, NULL, NULL, 0, 0, "",
	    "all languages of the folder's labels, separated by blanks" },
	{ "rhythm_days", COL_INT, NULL, NULL, 1, 366, "30",
	    "longest time between two contacts with the mentor" },
	{ "team_rhythm_days", COL_INT, NULL, NULL, 1, 366, "14",
	    "longest time between two meetings of the focal team" },
	{ "cycle_months", COL_INT, NULL, NULL, 1, 36, "6",
	    "how long the changes of a cycle may take" },
	{ "review_months", COL_INT, NULL, NULL, 1, 48, "9",
	    "how long after its start a cycle is reviewed at the latest" },
	{ "level_label", COL_LANG, NULL, NULL, 0, 0, "",
	    "the team's own word for a level" },
	{ "actions_per_level", COL_INT, NULL, NULL, 1, 9, "3",
	    "most key actions of a level" },
	{ "actions_scope", COL_ENUM, "change|plan", "changement|plan", 0, 0,
	    "change",
	    "whether they are counted for each change or over all of them" },
	{ "changes_per_cycle", COL_INT, NULL, NULL, 1, 9, "3",
	    "most pivotal changes at a time" },
	{ "lessons_per_cycle", COL_INT, NULL, NULL, 1, 9, "3",
	    "lessons that are chosen when a cycle closes" },
	{ "share", COL_ENUM, AUDIENCES, AUDIENCES_FR, 0, 0, "team",
	    "the widest audience that the team shares its scores with" },
	{ "share_agreed_on", COL_DATE, NULL, NULL, 0, 0, "",
	    "day on which the team agreed to that" },
	{ "keep_votes_days", COL_INT, NULL, NULL, 1, 3650, "365",
	    "how long votes are kept after their round" },
	{ "date_order", COL_ENUM, "dmy|mdy", "jma|mja", 0, 0, "",
	    "how dates like 31/12/2025 are read; empty: as faults" },
	{ "purpose", COL_LANG, NULL, NULL, 0, 0, "",
	    "what the assessment is for, printed on the form" },
	{ "min_team", COL_INT, NULL, NULL, 5, 1000, "5",
	    "fewest respondents of a round of which votes are shown" },
	{ "min_counts", COL_INT, NULL, NULL, 9, 1000, "9",
	    "fewest respondents for counts to be shown" },
	{ "min_group", COL_INT, NULL, NULL, 3, 1000, "3",
	    "fewest respondents of a standpoint that is shown" },
	{ NULL, COL_TEXT, NULL, NULL, 0, 0, NULL, NULL }
};

/* Words of open references, and the tables they mean. */
static const struct {
	const char	*word, *table;
} words[] = {
	{ "change", "changes" }, { "level", "levels" },
	{ "action", "actions" }, { "step", "steps" },
	{ "small-change", "small-changes" },
	{ "adjustment", "adjustments" }, { "review", "reviews" },
	{ "cycle", "cycles" }, { "round", "rounds" },
	{ "dimension", "dimensions" }, { "criterion", "criteria" },
	{ "group", "groups" }, { "finding", "findings" },
	{ "lesson", "lessons" }, { "log", "log" }, { "story", "stories" },
	{ "session", "sessions" }, { "indicator", "indicators" },
	{ "difficulty", "difficulties" }, { "agreement", "agreements" },
	{ "goal", "goals" }, { "stage", "stages" }, { "pair", "pairs" },
};

const struct schema *
schema_find(const char *name)
{
	const struct schema	*s;

	for (s = schema_tables; s->name != NULL; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

int
schema_ncols(const struct schema *s)
{
	int	n = 0;

	while (s->cols[n].name != NULL)
		n++;
	return n;
}

int
schema_col(const struct schema *s, const char *name)
{
	int	i;

	for (i = 0; s->cols[i].name != NULL; i++)
		if (strcmp(s->cols[i].name, name) == 0)
			return i;
	return -1;
}

/*
 * Lower case without accents, blanks, "_", "-", dashes and apostrophes.  The
 * caller frees it.
 */
static char *
bare(const char *s)
{
	char	*plain = utf_plain(s), *from, *to;

	for (from = to = plain; *from != '\0'; from++) {
		if (strncmp(from, "\342\200\223", 3) == 0)
			from += 2;	/* a dash, as spreadsheets make of "-" */
		else if (strchr(" _-'", *from) == NULL)
			*to++ = *from;
	}
	*to = '\0';
	return plain;
}

static int
same(const char *folded, const char *name)
{
	char	*b;
	int	is;

	if (name == NULL)
		return 0;
	b = bare(name);
	is = strcmp(folded, b) == 0;
	free(b);
	return is;
}

/*
 * The letters of a language, lower case, kept until the program ends: there
 * are few.
 */
static const char *
language(const char *letters, size_t n)
{
	static char	**known;
	static size_t	  nknown, cap;
	char		  want[4] = "";
	size_t		  i;

	for (i = 0; i < n; i++)
		want[i] = (char)tolower((unsigned char)letters[i]);
	for (i = 0; i < nknown; i++)
		if (strcmp(known[i], want) == 0)
			return known[i];
	known = mem_grow(known, nknown, &cap, sizeof(*known));
	known[nknown] = mem_strdup(want);
	return known[nknown++];
}

/*
 * Split "label_fr", "Libellé (fr)", "label::fr" into the family's name and
 * the language; NULL if the header does not end in one.  The caller frees
 * the name.
 */
static char *
family(const char *header, const char **lang)
{
	size_t	end = strlen(header), from, n;

	if (end > 0 && header[end - 1] == ')')
		end--;
	for (from = end; from > 0 && isascii((unsigned char)header[from - 1]) &&
	    isalpha((unsigned char)header[from - 1]); from--)
		;
	n = end - from;
	if (n < 2 || n > 3 || from == 0 ||
	    strchr("_ :(-", header[from - 1]) == NULL)
		return NULL;
	*lang = language(header + from, n);
	while (from > 0 && strchr("_ :(-", header[from - 1]) != NULL)
		from--;
	return mem_strndup(header, from);
}

/* The family that a header means, whatever its language. */
static int
header_family(const struct schema *s, const char *header, const char **lang)
{
	const char	*found = NULL;
	char		*name, *folded;
	int		 i, col = -1;

	if ((name = family(header, &found)) == NULL)
		return -1;
	folded = bare(name);
	for (i = 0; col < 0 && s->cols[i].name != NULL; i++)
		if (s->cols[i].type == COL_LANG &&
		    (same(folded, s->cols[i].name) ||
		    same(folded, s->cols[i].fr)))
			col = i;
	free(name);
	free(folded);
	if (col >= 0)
		*lang = found;
	return col;
}

int
schema_header(const struct schema *s, const char *header, const char **lang)
{
	const struct column	*c;
	const char		*none = NULL;
	char			*folded;
	int			 i, col = -1;

	if (lang == NULL)
		lang = &none;
	*lang = NULL;
	/* Mostly a header is the canonical word: that needs no folding. */
	for (i = 0; s->cols[i].name != NULL; i++)
		if (s->cols[i].type != COL_LANG &&
		    strcmp(s->cols[i].name, header) == 0)
			return i;
	folded = bare(header);
	for (i = 0; col < 0 && s->cols[i].name != NULL; i++) {
		c = &s->cols[i];
		if (same(folded, c->name)) {
			col = i;
			/* A bare "label" is in the language of the word. */
			if (c->type == COL_LANG)
				*lang = language("en", 2);
		} else if (same(folded, c->fr)) {
			col = i;
			if (c->type == COL_LANG)
				*lang = language("fr", 2);
		}
	}
	free(folded);
	return col >= 0 ? col : header_family(s, header, lang);
}

/* The i-th of "a|b|c" and its length; NULL behind the last. */
static const char *
nth(const char *list, int i, size_t *n)
{
	for (; list != NULL; list = strchr(list, '|'), i--) {
		if (*list == '|')
			list++;
		if (i == 0) {
			*n = strcspn(list, "|");
			return list;
		}
	}
	return NULL;
}

static const char *
nth_copy(const char *list, int i, char *buf)
{
	const char	*v;
	size_t		 n;

	if ((v = nth(list, i, &n)) == NULL || n >= SCHEMA_VALUE)
		return NULL;
	memcpy(buf, v, n);
	buf[n] = '\0';
	return buf;
}

static int
index_exact(const char *list, const char *met)
{
	const char	*v;
	size_t		 n, len = strlen(met);
	int		 i;

	for (i = 0; (v = nth(list, i, &n)) != NULL; i++)
		if (n == len && memcmp(v, met, n) == 0)
			return i;
	return -1;
}

/*
 * French words agree with what they stand by: "fait", "faite", "faits",
 * "faites" are one value, so an ending of e and s does not count.
 */
static void
stem(char *word)
{
	size_t	n = strlen(word);

	while (n > 2 && (word[n - 1] == 's' || word[n - 1] == 'e'))
		n--;
	word[n] = '\0';
}

static int
index_folded(const char *list, const char *met, int french)
{
	char	 v[SCHEMA_VALUE], *want = bare(met), *have;
	int	 i, at = -1;

	if (french)
		stem(want);
	for (i = 0; at < 0 && nth_copy(list, i, v) != NULL; i++) {
		have = bare(v);
		if (french)
			stem(have);
		if (strcmp(have, want) == 0)
			at = i;
		free(have);
	}
	free(want);
	return at;
}

/* What spreadsheets make of a yes and a no. */
static int
index_bool(const char *list, const char *met)
{
	static const char	yes[] = "true|vrai|1|y|o";
	static const char	no[] = "false|faux|0|n";

	if (list == NULL || strcmp(list, "yes|no") != 0)
		return -1;
	return index_folded(yes, met, 0) >= 0 ? 0 :
	    index_folded(no, met, 0) >= 0 ? 1 : -1;
}

static int
value_index(const char *values, const char *values_fr, const char *met)
{
	int	i;

	if ((i = index_exact(values, met)) < 0 &&
	    (i = index_exact(values_fr, met)) < 0 &&
	    (i = index_folded(values, met, 0)) < 0 &&
	    (i = index_folded(values_fr, met, 1)) < 0)
		i = index_bool(values, met);
	return i;
}

const char *
schema_value(const struct column *c, const char *met, char *buf)
{
	int	i = value_index(c->values, c->values_fr, met);

	return i < 0 ? NULL : nth_copy(c->values, i, buf);
}

const char *
schema_value_fr(const struct column *c, const char *value, char *buf)
{
	int	i = index_exact(c->values, value);

	return i < 0 || c->values_fr == NULL ? value :
	    nth_copy(c->values_fr, i, buf);
}

const char *
schema_open(const char *word)
{
	size_t	i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].table;
	return NULL;
}

/* "level_label_fr" is of the family "level_label". */
static int
key_matches(const struct setting *s, const char *key)
{
	size_t	n = strlen(s->key), rest;

	if (s->type != COL_LANG)
		return strcmp(s->key, key) == 0;
	if (strncmp(key, s->key, n) != 0 || key[n] != '_')
		return 0;
	rest = strlen(key + n + 1);
	return rest >= 2 && rest <= 3 &&
	    strspn(key + n + 1, "abcdefghijklmnopqrstuvwxyz") == rest;
}

const struct setting *
schema_setting(const char *key)
{
	const struct setting	*s;

	for (s = schema_settings; s->key != NULL; s++)
		if (key_matches(s, key))
			return s;
	return NULL;
}

const char *
schema_setting_value(const struct setting *s, const char *met, char *buf)
{
	int64_t	v;
	int	day, i;

	switch (s->type) {
	case COL_INT:
		return num_int(met, s->lo, s->hi, &v) == 0 ? met : NULL;
	case COL_DATE:
		return date_parse(met, &day) == 0 ? met : NULL;
	case COL_ENUM:
		i = value_index(s->values, s->values_fr, met);
		return i < 0 ? NULL : nth_copy(s->values, i, buf);
	default:
		return met;
	}
}
