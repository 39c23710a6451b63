/*
 * cpm-plan: three pivotal changes, their levels, key actions and small
 * steps.  A verb that changes something asks what is missing at a terminal,
 * before it takes the project's lock.
 */
#include "plan.h"

static const struct verb	verbs[] = {
	{ "propose", N_("[TITLE]"), N_("an idea for a pivotal change"), propose_opts, 0, 1, run_propose },
	{ "rank", NULL, N_("proposals by priority + means + feasible; people choose"), rank_opts, 0, 0, run_rank },
	{ "link", N_("[FROM [TO[=1-3]...]]"), N_("which thread moves with which"), link_opts, 0, -1, run_link },
	{ "reach", NULL, N_("how far sets of three threads reach; people choose"), reach_opts, 0, 0, run_reach },
	{ "choose", N_("CHANGE"), N_("make a proposal one of the cycle's changes"), choose_opts, 1, 1, run_choose },
	{ "level", N_("CHANGE N"), N_("open a level of a change"), level_opts, 2, 3, run_level },
	{ "action", N_("CHANGE [LEVEL] TITLE"), N_("a key action, as a draft"), action_opts, 2, 3, run_action },
	{ "step", N_("ACTION TITLE"), N_("a small step of an action"), step_opts, 2, 2, run_step },
	{ "start", N_("ACTION"), N_("start an action: who, for when, how it is seen"), start_opts, 1, 1, run_start },
	{ "done", N_("ACTION|STEP|CHANGE/LEVEL"), N_("done, and what was seen for whom"), done_opts, 0, -1, run_done },
	{ "block", N_("ACTION"), N_("blocked, and by what"), block_opts, 1, 1, run_block },
	{ "adjust", N_("ACTION|STEP|CHANGE/LEVEL|CHANGE|INDICATOR"), N_("move, reword or cut smaller, and keep why"), adjust_opts, 1, 1, run_adjust },
	{ "drop", N_("ACTION|CHANGE"), N_("leave an action or a change, and keep why"), drop_opts, 1, 1, run_drop },
	{ "cycle", N_("[open|set|close [CYCLE]]"), N_("the cycles; open, set or close one"), cycle_opts, 0, 2, run_cycle },
	{ "review", N_("[CHANGE VERDICT]"), N_("what a review asks; a verdict for a change"), review_opts, 0, -1, run_review },
	{ "list", N_("[CHANGE]"), N_("changes, levels, actions and steps"), list_opts, 0, 1, run_list },
	{ "board", NULL, N_("one page for the wall"), board_opts, 0, 0, run_board },
	{ "due", NULL, N_("what is not done and due; nothing when nothing is"), due_opts, 0, 0, run_due },
	{ "ics", NULL, N_("what is due, for a calendar (iCalendar)"), ics_opts, 0, 0, run_ics },
	{ "indicator", N_("[LABEL]"), N_("indicators and how far they are; a new one"), indicator_opts, 0, 1, run_indicator },
	{ "measure", N_("[INDICATOR [VALUE]]"), N_("values over time; the value of a day"), measure_opts, 0, 2, run_measure },
	{ "form", NULL, N_("the month's sheet: paper, a grid, a form for phones"), form_opts, 0, 0, run_form },
	{ "import", N_("FILE"), N_("a sheet of the month that came back"), import_opts, 1, 1, run_import },
	{ NULL, NULL, NULL, NULL, 0, 0, NULL }
};

static const struct program	program = {
	"cpm-plan", N_("three pivotal changes, small steps, real time"), verbs,
	"  cpm-plan list\n  cpm-plan due --within 14d",
	plan_meant
};

int
main(int argc, char **argv)
{
	return opt_main(argc, argv, &program);
}
