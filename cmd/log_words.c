/*
 * What people type in place of a verb of cpm-log, in either language, and
 * what is to be typed instead.
 */
#include "log.h"

const struct meant	log_meant[] = {
	{ "contact", "add" }, { "note", "add" }, { "noter", "add" },
	{ "ajouter", "add" },
	{ "visit", "add --mode visit" }, { "visite", "add --mode visit" },
	{ "call", "add --mode call" }, { "appel", "add --mode call" },
	{ "workshop", "add --mode workshop" },
	{ "atelier", "add --mode workshop" },
	{ "training", "add --mode training" },
	{ "formation", "add --mode training" },
	{ "meeting", "add --mode team_meeting" },
	{ "reunion", "add --mode team_meeting" },
	{ "exchange", "add --mode peer_exchange" },
	{ "echange", "add --mode peer_exchange" },
	{ "edit", "new" }, { "write", "new" }, { "nouveau", "new" },
	{ "editer", "new" }, { "ecrire", "new" },
	{ "draft", "list drafts" }, { "drafts", "list drafts" },
	{ "brouillon", "list drafts" }, { "brouillons", "list drafts" },
	{ "contacts", "list" }, { "liste", "list" }, { "lister", "list" },
	{ "voir", "show" }, { "montrer", "show" }, { "view", "show" },
	{ "saw", "seen" }, { "change", "seen" }, { "vu", "seen" },
	{ "changement", "seen" },
	{ "lessons", "list lessons" }, { "lecons", "list lessons" },
	{ "learnt", "lesson" }, { "lecon", "lesson" }, { "appris", "lesson" },
	{ "choose", "lesson --choose" }, { "choisir", "lesson --choose" },
	{ "sessions", "session" }, { "seance", "session" },
	{ "seances", "session" },
	{ "difficulties", "list difficulties" },
	{ "difficultes", "list difficulties" },
	{ "problem", "difficulty" }, { "difficulte", "difficulty" },
	{ "probleme", "difficulty" }, { "obstacle", "difficulty" },
	{ "answer", "difficulty --answer" },
	{ "repondre", "difficulty --answer" },
	{ "reponse", "difficulty --answer" },
	{ "stories", "list stories" }, { "recits", "list stories" },
	{ "recit", "story" }, { "histoire", "story" },
	{ "rythme", "rhythm" }, { "late", "rhythm" },
	{ "carnet", "logbook" }, { "diary", "logbook" },
	{ "recolter", "harvest" }, { "recolte", "harvest" },
	{ "importer", "import" },
	{ NULL, NULL }
};
