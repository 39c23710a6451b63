/*
 * cpm-log: the mentor's log.  Facts go to log.csv, small-changes.csv,
 * lessons.csv, difficulties.csv and stories.csv, prose to notes/; what is
 * private to the private folder.
 */
#include "log.h"

static const struct verb	verbs[] = {
	{ "add", N_("SUMMARY"), N_("a visit, call, review, exchange …; - reads it, and prose below, from standard input"), add_opts, 1, 1, run_add },
	{ "new", NULL, N_("the same in the editor, with prose; what is left unfinished stays in the private folder"), new_opts, 0, 0, run_new },
	{ "list", N_("[contacts|seen|lessons|difficulties|stories|drafts]"), N_("what the log holds; private rows without their words"), list_opts, 0, 1, run_list },
	{ "show", N_("ID"), N_("one row whole, with its prose"), show_opts, 1, 1, run_show },
	{ "seen", N_("TEXT"), N_("a small change that somebody saw"), seen_opts, 1, 1, run_seen },
	{ "lesson", N_("[TEXT]"), N_("a lesson, practice or tool: note it, or take it further"), lesson_opts, 0, 1, run_lesson },
	{ "session", N_("[WORD [SESSION] [TEXT]]"), N_("co-development: plan, show, run, client, suggestions, action, told, add, move"), session_opts, 0, -1, run_session },
	{ "difficulty", N_("[TEXT]"), N_("what is in the way: raise it, answer it, close it"), difficulty_opts, 0, 1, run_difficulty },
	{ "story", N_("[TEXT]"), N_("a story of change; private until its teller agrees"), story_opts, 0, 1, run_story },
	{ "rhythm", N_("[FOLDER...]"), N_("who has been without contact longer than agreed"), rhythm_opts, 0, -1, run_rhythm },
	{ "logbook", N_("WHO [-]"), N_("a page of one's own: teaching, feeling, progress; in the private folder, for nobody else"), logbook_opts, 1, 2, run_logbook },
	{ "harvest", N_("[WHO]"), N_("one's own logbook, thread by thread; a line of it may become a lesson"), harvest_opts, 0, 1, run_harvest },
	{ "import", N_("[contacts|seen|lessons|difficulties] FILE"), N_("a sheet that a phone or a spreadsheet made"), import_opts, 1, 2, run_import },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-log", N_("contacts, small changes, lessons, difficulties and stories"), verbs,
	"  cpm-log add --mode visit --minutes 90 'Counted the cash together'\n"
	"  cpm-log list --since 2026-03-01",
	log_meant
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
