/* cpm-assess: a team looks at itself: votes in, counts and scores out. */
#include "base/msg.h"

#include "assess.h"

static const struct verb	verbs[] = {
	{ "form", N_("[ROUND]"), N_("the questionnaire to print, or the grid to type it into"), form_opts, 0, 1, run_form },
	{ "open", N_("ROUND"), N_("begin a round and keep its framework"), open_opts, 1, 1, run_open },
	{ "import", N_("FILE"), N_("bring in answers of a survey or a grid"), import_opts, 1, 1, run_import },
	{ "add", N_("ROUND"), N_("type in one paper sheet (or pipe in lines criterion=score)"), add_opts, 1, 1, run_add },
	{ "sheets", N_("export [ROUND...], or join FILE"), N_("sheets of two computers come together"), sheets_opts, 1, -1, run_sheets },
	{ "close", N_("ROUND"), N_("end the voting and publish, once"), close_opts, 1, 1, run_close },
	{ "forget", N_("[CODE]"), N_("delete a sheet, or a round's, for good"), forget_opts, 0, 1, run_forget },
	{ "tally", N_("[ROUND...]"), N_("how many gave each score"), tally_opts, 0, -1, run_tally },
	{ "score", N_("[ROUND...]"), N_("votes and agreed scores, for cpm-web"), score_opts, 0, -1, run_score },
	{ "compare", N_("ROUND ROUND"), N_("two rounds side by side"), compare_opts, 2, 2, run_compare },
	{ "gaps", N_("[ROUND]"), N_("how we see it, and how others do"), gaps_opts, 0, 1, run_gaps },
	{ "talk", N_("[ROUND]"), N_("what to talk about first"), top_opts, 0, 1, run_talk },
	{ "strengths", N_("[ROUND]"), N_("what the team can build on"), top_opts, 0, 1, run_strengths },
	{ "priorities", N_("[ROUND]"), N_("the strengths, then what asks for a change"), top_opts, 0, 1, run_priorities },
	{ "count", N_("COLUMN"), N_("how often each answer of a question was given"), count_opts, 1, 1, run_count },
	{ "agree", N_("ROUND THREAD SCORE, or ROUND --done"), N_("the team's own score, with its evidence"), agree_opts, 1, 3, run_agree },
	{ "finding", N_("ROUND THREAD TEXT"), N_("a strength, a need, in the team's words"), finding_opts, 3, 3, run_finding },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-assess", N_("a team looks at itself from all sides"), verbs,
	"  cpm-assess open R1 --invited \"governance:4 volunteers:9\"\n"
	"  cpm-assess score R1 | cpm-web -o web/R1.svg",
	NULL
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
